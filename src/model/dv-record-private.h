/* dv-record-private.h
 *
 * How a record is laid out, for the code that walks over all records
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <math.h>

#include "dv-record.h"

G_BEGIN_DECLS

/* For the model and for reading and writing whole workshops, where a call and a
 * check for each field of each record add up. Nobody writes to a record here
 * that somebody else may hold. */

typedef union
{
  char *string; /* GRefString, NULL for empty */
  gint64 integer;
  double number;
} DvSlot;

/* What a newer version of the program wrote and this one does not know. */
typedef struct
{
  char *attributes; /* GRefString, as they stood in the tag */
  char *elements;   /* GRefString, as they stood in the file */
} DvExtra;

struct _DvRecord
{
  gatomicrefcount ref_count;
  char id[DV_ID_LENGTH + 1];
  const DvKind *kind;
  DvExtra *extra; /* nullable */
  DvSlot slots[];
};

G_END_DECLS

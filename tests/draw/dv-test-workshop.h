/* dv-test-workshop.h
 *
 * Workshops with more in them than anybody should put there
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-workshop.h"

G_BEGIN_DECLS

/* How much of everything, and of which length. */
typedef struct
{
  const char *language;
  guint values;
  guint behaviours; /* of each value */
  guint roles;
  guint tables;
  guint words;      /* of each side */
  guint clauses;    /* of each article */
  guint lanes;
  guint themes;
  guint objectives;
  gboolean is_long; /* texts as long as they may be */
  gboolean is_unbroken; /* without a space to break at */
} DvTestAmounts;

DvWorkshop *dv_test_workshop_load (const char          *path) G_GNUC_WARN_UNUSED_RESULT;
DvWorkshop *dv_test_workshop_new  (const DvTestAmounts *amounts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

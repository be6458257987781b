/* dv-recovery.h
 *
 * Putting a workshop together again from snapshot and journals
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-workshop.h"
#include "dv-store-error.h"

G_BEGIN_DECLS

typedef struct
{
  DvWorkshop *workshop;
  guint64 sequence;   /* of the last group that is in it */
  guint n_groups;     /* at least so many are not in the user's file */
  GPtrArray *notices; /* of char *: what a person is to be told */
} DvRecovery;

gboolean dv_recovery_run   (DvRecovery  *self,
                            const char  *folder,
                            GError     **error);
void     dv_recovery_clear (DvRecovery  *self);

G_END_DECLS

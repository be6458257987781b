/* dv-mix.h
 *
 * Mixed tables: how many of each role sit where
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-workshop.h"

G_BEGIN_DECLS

/* Seats by table and role. Who sits on them is nobody's business here. */
typedef struct _DvMix DvMix;

DvMix   *dv_mix_new            (const guint *people,
                                guint        n_roles,
                                guint        n_tables) G_GNUC_WARN_UNUSED_RESULT;
DvMix   *dv_mix_new_for        (DvWorkshop  *workshop,
                                guint        n_tables) G_GNUC_WARN_UNUSED_RESULT;
void     dv_mix_free           (DvMix       *self);

guint    dv_mix_get_n_tables   (const DvMix *self);
guint    dv_mix_get_n_roles    (const DvMix *self);
guint    dv_mix_get_seats      (const DvMix *self,
                                guint        table,
                                guint        role);
guint    dv_mix_get_size       (const DvMix *self,
                                guint        table);

guint    dv_mix_suggest_tables (DvWorkshop  *workshop);
gboolean dv_mix_is_set         (DvWorkshop  *workshop);
gboolean dv_mix_set_tables     (DvWorkshop  *workshop,
                                guint        n_tables,
                                GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvMix, dv_mix_free)

G_END_DECLS

/* dv-manifest.h
 *
 * The Manifest: articles, clauses, their numbers and where they came from
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-workshop.h"

G_BEGIN_DECLS

/* One link of the chain that led to a clause, from the clause downwards. Role
 * and table are never both set: together they could point to a person. */
typedef struct
{
  DvItem *item;  /* owned: clause, behaviour, value or word */
  guint depth;   /* 0 for the clause */
  DvItem *role;  /* owned, nullable */
  DvItem *table; /* owned, nullable */
  guint dots;
  guint hands;
} DvTrace;

void       dv_trace_free              (DvTrace    *trace);

gboolean   dv_manifest_ensure         (DvWorkshop *workshop,
                                       GError    **error);
DvItem    *dv_manifest_get            (DvWorkshop *workshop);
DvItem    *dv_manifest_find_article   (DvWorkshop *workshop,
                                       DvItem     *value);
DvItem    *dv_manifest_find_clause    (DvWorkshop *workshop,
                                       DvItem     *behaviour);

DvItem    *dv_manifest_add_article    (DvWorkshop *workshop,
                                       const char *title,
                                       DvItem     *value,
                                       DvItem     *before,
                                       GError    **error);
gboolean   dv_manifest_move_article   (DvWorkshop *workshop,
                                       DvItem     *article,
                                       DvItem     *before,
                                       GError    **error);
gboolean   dv_manifest_remove_article (DvWorkshop *workshop,
                                       DvItem     *article,
                                       GError    **error);

DvItem    *dv_manifest_add_clause     (DvWorkshop *workshop,
                                       DvItem     *article,
                                       const char *text,
                                       DvItem     *before,
                                       GError    **error);
DvItem    *dv_manifest_add_behaviour  (DvWorkshop *workshop,
                                       DvItem     *behaviour,
                                       DvItem     *article,
                                       DvItem     *before,
                                       GError    **error);
gboolean   dv_manifest_edit_clause    (DvWorkshop *workshop,
                                       DvItem     *clause,
                                       const char *text,
                                       GError    **error);
gboolean   dv_manifest_move_clause    (DvWorkshop *workshop,
                                       DvItem     *clause,
                                       DvItem     *article,
                                       DvItem     *before,
                                       GError    **error);
gboolean   dv_manifest_remove_clause  (DvWorkshop *workshop,
                                       DvItem     *clause,
                                       GError    **error);

gboolean   dv_manifest_adopt          (DvWorkshop *workshop,
                                       const char *edition,
                                       const char *date,
                                       GError    **error);
gboolean   dv_manifest_reopen         (DvWorkshop *workshop,
                                       GError    **error);
char      *dv_manifest_dup_number     (DvItem     *item) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *dv_manifest_trace          (DvWorkshop *workshop,
                                       DvItem     *clause) G_GNUC_WARN_UNUSED_RESULT;

/* For operations that change the Manifest along with something else. */
const char *dv_manifest_group_article (DvGroup *group,
                                       DvWorkshop *workshop,
                                       DvItem     *value);
void       dv_manifest_group_choose   (DvGroup    *group,
                                       DvWorkshop *workshop,
                                       DvItem     *value,
                                       GPtrArray  *behaviours);
void       dv_manifest_group_unchoose (DvGroup    *group,
                                       DvWorkshop *workshop,
                                       DvItem     *behaviour);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvTrace, dv_trace_free)

G_END_DECLS

/* dv-workshop-private.h
 *
 * What the files of the workshop share
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-item-private.h"
#include "dv-workshop.h"

G_BEGIN_DECLS

struct _DvWorkshop
{
  GObject parent_instance;

  /* Owned */
  DvItem *root;
  GHashTable *items;  /* id (of the item's own record or index) -> DvItem, borrowed from the tree */
  GHashTable *erased; /* ids that may not come back */
  /* Every id that some item refers to, and perhaps some that none does any
   * more: what is not here can go without looking who refers to it. */
  GHashTable *referred;
  const DvKind *kind; /* the kind indexed last, and which of its fields refer */
  guint32 fields;
  GQueue undo;        /* of DvGroup: inverses, the newest at the head */
  GQueue redo;
};

/* How an edit is taken. Strict: all must fit or nothing happens. Lenient, for
 * undo and replay: what no longer applies is left out and counted. */
typedef struct
{
  DvWorkshop *self;
  gboolean lenient;
  gboolean park;    /* lenient: what has lost its place goes to the parking lot */
  DvGroup *done;    /* what was really done, with its consequences */
  DvGroup *inverse; /* in the order of doing; reverse before use */
  GHashTable *referrers; /* nullable: id -> GPtrArray of DvItem, see dv_workshop_foresee() */
} DvApply;

guint32  dv_workshop_find_ref_fields (const DvKind *kind,
                                      GHashTable   *targets);
void     dv_workshop_index       (DvWorkshop *self,
                                  DvItem     *item);
void     dv_workshop_unindex     (DvWorkshop *self,
                                  DvItem     *item);
DvItem  *dv_workshop_plant       (DvWorkshop *self,
                                  DvBranch   *branch,
                                  guint       first,
                                  guint      *next);
void     dv_workshop_foresee     (DvApply       *apply,
                                  const DvGroup *group,
                                  guint          i);
gboolean dv_workshop_apply_edit  (DvApply       *apply,
                                  const DvEdit  *edit,
                                  GError       **error);

DvItem     *dv_workshop_find_before    (DvItem         *parent,
                                        const DvKind   *kind,
                                        DvWorkshop     *self,
                                        const char     *before);
GHashTable *dv_workshop_list_arriving  (DvBranch       *branch) G_GNUC_WARN_UNUSED_RESULT;
DvRecord   *dv_workshop_drop_dangling  (DvWorkshop     *self,
                                        GHashTable     *arriving,
                                        DvRecord       *record) G_GNUC_WARN_UNUSED_RESULT;
gboolean    dv_workshop_check_refs     (DvWorkshop     *self,
                                        GHashTable     *arriving,
                                        const DvRecord *record,
                                        int             field,
                                        GError        **error);
gboolean    dv_workshop_check_kind     (DvWorkshop     *self,
                                        const DvRecord *record,
                                        GError        **error);
gboolean    dv_workshop_check_place    (DvWorkshop     *self,
                                        DvItem         *parent,
                                        const DvKind   *kind,
                                        const char     *before,
                                        gboolean        arrives,
                                        GError        **error);
gboolean    dv_workshop_check_nesting  (DvBranch       *branch,
                                        GError        **error);
gboolean    dv_workshop_check_records  (DvWorkshop     *self,
                                        DvBranch       *branch,
                                        GError        **error);

G_END_DECLS

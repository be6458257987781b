/* dv-edit.h
 *
 * Edits: the only way in which a workshop changes
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-item.h"

G_BEGIN_DECLS

/* Who asks. Undo holds what the console did, nothing else. */
typedef enum {
  DV_ORIGIN_CONSOLE,
  DV_ORIGIN_ROOM,   /* a phone */
  DV_ORIGIN_IMPORT, /* a file, a pasted programme of another room, a merge */
  DV_ORIGIN_UNDO,
  DV_ORIGIN_REDO,
} DvOrigin;

typedef enum {
  DV_EDIT_INSERT,
  DV_EDIT_SET,
  DV_EDIT_MOVE,
  DV_EDIT_REMOVE,
} DvEditType;

typedef struct
{
  DvEditType type;
  char id[DV_ID_LENGTH + 1];     /* the item; for INSERT the first of the branch */
  char parent[DV_ID_LENGTH + 1]; /* INSERT, MOVE */
  char before[DV_ID_LENGTH + 1]; /* INSERT, MOVE: the sibling after it; empty for the end */
  DvBranch *branch;              /* INSERT; REMOVE in an inverse: what was inserted, nullable */
  DvRecord *values;              /* SET: the new values of fields */
  guint32 fields;                /* SET: a bit for each field, 1 << field */
  DvRecord *expected;            /* SET, nullable: set only fields that hold this still */
  gboolean erase;                /* REMOVE: may never come back */
} DvEdit;

typedef struct _DvGroup DvGroup;

DvGroup      *dv_group_new           (const char    *label,
                                      DvOrigin       origin) G_GNUC_WARN_UNUSED_RESULT;
DvGroup      *dv_group_ref           (DvGroup       *group);
void          dv_group_unref         (DvGroup       *group);

const char   *dv_group_get_label     (const DvGroup *group);
DvOrigin      dv_group_get_origin    (const DvGroup *group);
guint         dv_group_get_length    (const DvGroup *group);
const DvEdit *dv_group_get_edit      (const DvGroup *group,
                                      guint          i);

DvRecord     *dv_group_insert        (DvGroup       *group,
                                      const DvKind  *kind,
                                      const char    *parent,
                                      const char    *before);
void          dv_group_insert_branch (DvGroup       *group,
                                      DvBranch      *branch,
                                      const char    *parent,
                                      const char    *before);
DvRecord     *dv_group_set           (DvGroup       *group,
                                      const char    *id,
                                      const DvKind  *kind,
                                      int            field);
void          dv_group_set_string    (DvGroup       *group,
                                      DvItem        *item,
                                      int            field,
                                      const char    *value);
void          dv_group_set_int       (DvGroup       *group,
                                      DvItem        *item,
                                      int            field,
                                      gint64         value);
void          dv_group_set_number    (DvGroup       *group,
                                      DvItem        *item,
                                      int            field,
                                      double         value);
void          dv_group_move          (DvGroup       *group,
                                      const char    *id,
                                      const char    *parent,
                                      const char    *before);
void          dv_group_remove        (DvGroup       *group,
                                      const char    *id);
void          dv_group_erase         (DvGroup       *group,
                                      const char    *id);
void          dv_group_add_edit      (DvGroup       *group,
                                      const DvEdit  *edit);
void          dv_group_reverse       (DvGroup       *group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvGroup, dv_group_unref)

G_END_DECLS

/* dv-state-folder.h
 *
 * The rooms of the state folder: lock, journals, snapshots, earlier versions
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "dv-store-error.h"

G_BEGIN_DECLS

/* A room as the welcome screen lists it. */
typedef struct
{
  char *name;             /* for dv_document_recover() */
  char *title;            /* of the workshop, may be empty */
  char *path;             /* nullable: of the user's file */
  gint64 time;            /* of the last change, in seconds since 1970 */
  gboolean in_use;        /* open here or in another program */
  gboolean is_unrecovered; /* holds what is not in the user's file, or has none */
} DvRoom;

void       dv_room_free        (DvRoom *room);
GPtrArray *dv_state_list_rooms (void) G_GNUC_WARN_UNUSED_RESULT;

/* A room that is open, and locked for others. */
typedef struct _DvStateFolder DvStateFolder;

DvStateFolder *dv_state_folder_open       (const char     *id,
                                           const char     *path,
                                           GError        **error) G_GNUC_WARN_UNUSED_RESULT;
DvStateFolder *dv_state_folder_open_room  (const char     *name,
                                           GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void           dv_state_folder_close      (DvStateFolder  *self);
const char    *dv_state_folder_get_path   (DvStateFolder  *self);
gboolean       dv_state_folder_set_aside  (DvStateFolder  *self,
                                           GError        **error);

/* Files with a number: journal.17, snapshot.16 */
GArray        *dv_state_folder_list       (const char     *folder,
                                           const char     *prefix) G_GNUC_WARN_UNUSED_RESULT;
char          *dv_state_folder_build      (const char     *folder,
                                           const char     *prefix,
                                           guint64         number) G_GNUC_WARN_UNUSED_RESULT;
void           dv_state_folder_remove     (const char     *folder,
                                           const char     *prefix,
                                           guint64         up_to);
gboolean       dv_state_folder_has_work   (const char     *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvRoom, dv_room_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvStateFolder, dv_state_folder_close)

G_END_DECLS

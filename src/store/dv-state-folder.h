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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvRoom, dv_room_free)

G_END_DECLS

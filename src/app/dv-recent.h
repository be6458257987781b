/* dv-recent.h
 *
 * Which workshops were open lately, and where in them
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *id;       /* of the workshop */
  char *path;     /* empty while it has no file */
  char *title;    /* of the workshop */
  char *place;    /* step and activity, for people */
  char *activity; /* id of the activity that was open last, may be empty */
  gint64 time;    /* in seconds since 1970 */
} DvRecent;

void       dv_recent_free     (DvRecent       *recent);
GPtrArray *dv_recent_list     (void) G_GNUC_WARN_UNUSED_RESULT;
char      *dv_recent_dup_activity (const char *id,
                                   const char *path) G_GNUC_WARN_UNUSED_RESULT;
void       dv_recent_remember (const DvRecent *recent);
void       dv_recent_forget   (const char     *path);
char      *dv_recent_format_time (gint64       time) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvRecent, dv_recent_free)

G_END_DECLS

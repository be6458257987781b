/* dv-scribe.h
 *
 * The thread that makes edits durable, in the order in which they were made
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

#include "dv-edit.h"
#include "dv-store-error.h"

G_BEGIN_DECLS

typedef struct _DvScribe DvScribe;

/* Called on the thread that made the scribe, when more is durable or when
 * nothing can be made durable any more. */
typedef void (*DvScribeFunc) (gpointer data);
/* Called on the scribe's thread before the first record of a journal. */
typedef gboolean (*DvScribePrepare) (gpointer   data,
                                     GError   **error);

DvScribe *dv_scribe_new         (const char      *folder,
                                 const char      *id,
                                 DvScribeFunc     notify,
                                 gpointer         data) G_GNUC_WARN_UNUSED_RESULT;
void      dv_scribe_free        (DvScribe        *self);
void      dv_scribe_begin       (DvScribe        *self,
                                 guint64          sequence,
                                 gboolean         at_once,
                                 DvScribePrepare  prepare,
                                 gpointer         data,
                                 GDestroyNotify   destroy);
void      dv_scribe_append      (DvScribe        *self,
                                 guint64          sequence,
                                 DvGroup         *group);
gboolean  dv_scribe_wait        (DvScribe        *self,
                                 guint64          sequence,
                                 GError         **error);
guint64   dv_scribe_get_durable (DvScribe        *self);
guint64   dv_scribe_get_size    (DvScribe        *self);
GError   *dv_scribe_dup_error   (DvScribe        *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

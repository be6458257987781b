/* dv-store-error.h
 *
 * What can be wrong with a file or a folder
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DV_STORE_ERROR (dv_store_error_quark ())

typedef enum {
  DV_STORE_ERROR_NOT_OURS,  /* not a file of this program */
  DV_STORE_ERROR_NEWER,     /* written by a newer major version */
  DV_STORE_ERROR_MALFORMED, /* ours, but broken; the message has the line */
  DV_STORE_ERROR_TOO_LARGE, /* past a limit of dv-xml-limits.h or of a declaration */
  DV_STORE_ERROR_UNREADABLE,
  DV_STORE_ERROR_UNWRITABLE,
  DV_STORE_ERROR_LOCKED,    /* open in another window or program */
  DV_STORE_ERROR_NOT_FOUND, /* no such programme, form, room or version */
  DV_STORE_ERROR_DAMAGED,   /* a journal or snapshot that is broken in the middle */
} DvStoreError;

GQuark dv_store_error_quark (void);

G_END_DECLS

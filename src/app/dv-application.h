/* dv-application.h
 *
 * The application: its windows, actions and keys
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DV_TYPE_APPLICATION (dv_application_get_type ())
G_DECLARE_FINAL_TYPE (DvApplication, dv_application, DV, APPLICATION, AdwApplication)

/* An action of the application or the window, and its key. */
typedef struct
{
  const char *action;
  const char *accels[3]; /* NULL at the end */
} DvKey;

DvApplication *dv_application_new      (void) G_GNUC_WARN_UNUSED_RESULT;
const DvKey   *dv_application_get_keys (guint *n_keys);

G_END_DECLS

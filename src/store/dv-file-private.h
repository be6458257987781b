/* dv-file-private.h
 *
 * What the files about files share
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <sys/stat.h>

#include "dv-file.h"

G_BEGIN_DECLS

void     dv_file_set_error          (GError           **error,
                                     int                code,
                                     const char        *path);
void     dv_file_identity_from_stat (DvFileIdentity    *identity,
                                     const struct stat *st);
gboolean dv_file_fill               (int                fd,
                                     const char        *path,
                                     const char        *data,
                                     gsize              length,
                                     GError           **error);

G_END_DECLS

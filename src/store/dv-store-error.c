/* dv-store-error.c
 *
 * What can be wrong with a file or a folder
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-store"

#include "config.h"

#include "dv-store-error.h"

G_DEFINE_QUARK (dv-store-error-quark, dv_store_error)

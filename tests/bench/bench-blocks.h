/* bench-blocks.h
 *
 * Reads a text given as a JSON list of headings, paragraphs, lists and tables
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* ["p", "text"], ["ul", ["item", …]] or ["table", [["cell", …], …]]: a text has
 * one row of one cell, a list one row for each item.
 */
typedef struct
{
  char *kind;
  GPtrArray *rows; /* of GStrv */
} BenchBlock;

GPtrArray *bench_blocks_load (const char  *path,
                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

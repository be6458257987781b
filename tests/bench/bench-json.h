/* bench-json.h
 *
 * As much of JSON as the benchmarks need
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *start;
  const char *at;
  GError **error;
} BenchJson;

gboolean bench_json_load        (BenchJson  *parser,
                                 const char *path,
                                 char      **text,
                                 GError    **error);
gboolean bench_json_fail        (BenchJson  *parser,
                                 const char *expected);
char     bench_json_peek        (BenchJson  *parser);
gboolean bench_json_expect      (BenchJson  *parser,
                                 char        mark,
                                 const char *expected);
char    *bench_json_read_string (BenchJson  *parser);
gboolean bench_json_read_number (BenchJson  *parser,
                                 double     *number);
gboolean bench_json_skip        (BenchJson  *parser);

G_END_DECLS

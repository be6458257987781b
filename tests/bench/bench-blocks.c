/* bench-blocks.c
 *
 * Reads a text given as a JSON list of headings, paragraphs, lists and tables
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "bench-blocks.h"

#include "bench-json.h"

#include <gio/gio.h>
#include <string.h>

static void
block_free (gpointer data)
{
  BenchBlock *block = data;

  g_free (block->kind);
  g_ptr_array_unref (block->rows);
  g_free (block);
}

/* Strings between brackets; a single string where @lone is accepted. */
static char **
parse_strings (BenchJson *parser,
               gboolean   lone)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean listed = !lone || bench_json_peek (parser) == '[';

  if (listed && !bench_json_expect (parser, '[', "a list"))
    return NULL;
  while (!listed || bench_json_peek (parser) != ']')
    {
      g_autofree char *string = bench_json_read_string (parser);

      if (string == NULL)
        return NULL;
      g_strv_builder_add (builder, string);
      if (!listed)
        return g_strv_builder_end (builder);
      if (bench_json_peek (parser) != ']' && !bench_json_expect (parser, ',', "a comma"))
        return NULL;
    }
  parser->at++;

  return g_strv_builder_end (builder);
}

static gboolean
parse_rows (BenchJson *parser,
            GPtrArray *rows)
{
  gboolean listed = bench_json_peek (parser) == '[';

  if (listed)
    parser->at++;
  while (!listed || bench_json_peek (parser) != ']')
    {
      char **row = parse_strings (parser, TRUE);

      if (row == NULL)
        return FALSE;
      g_ptr_array_add (rows, row);
      if (!listed)
        return TRUE;
      if (bench_json_peek (parser) != ']' && !bench_json_expect (parser, ',', "a comma"))
        return FALSE;
    }
  parser->at++;

  return TRUE;
}

static gboolean
parse_block (BenchJson *parser,
             GPtrArray *blocks)
{
  BenchBlock *block = g_new0 (BenchBlock, 1);

  block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_ptr_array_add (blocks, block);

  if (!bench_json_expect (parser, '[', "a block"))
    return FALSE;
  block->kind = bench_json_read_string (parser);

  return block->kind != NULL && bench_json_expect (parser, ',', "a comma") && parse_rows (parser, block->rows) &&
         bench_json_expect (parser, ']', "the end of the block");
}

/**
 * bench_blocks_load:
 * @path: a file
 * @error: return location for an error
 *
 * Returns: (transfer full): an array of #BenchBlock, or %NULL with a
 *   %G_FILE_ERROR or %G_IO_ERROR_INVALID_DATA set
 */
GPtrArray *
bench_blocks_load (const char  *path,
                   GError     **error)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (block_free);
  g_autofree char *text = NULL;
  BenchJson parser;

  if (!bench_json_load (&parser, path, &text, error))
    return NULL;
  if (!bench_json_expect (&parser, '[', "a list of blocks"))
    return NULL;
  while (bench_json_peek (&parser) != ']')
    {
      if (!parse_block (&parser, blocks))
        return NULL;
      if (bench_json_peek (&parser) != ']' && !bench_json_expect (&parser, ',', "a comma"))
        return NULL;
    }

  return g_steal_pointer (&blocks);
}

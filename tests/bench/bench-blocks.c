/* bench-blocks.c
 *
 * Reads a text given as a JSON list of headings, paragraphs, lists and tables
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "bench-blocks.h"

#include <gio/gio.h>
#include <string.h>

/* As much of JSON as the format needs: lists, and strings of UTF-8 with their
 * escapes. Everything else is an error that says where.
 */

typedef struct
{
  const char *start;
  const char *at;
  GError **error;
} Parser;

static void
block_free (gpointer data)
{
  BenchBlock *block = data;

  g_free (block->kind);
  g_ptr_array_unref (block->rows);
  g_free (block);
}

static gboolean
fail (Parser     *parser,
      const char *expected)
{
  if (parser->error != NULL && *parser->error == NULL)
    g_set_error (parser->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "byte %" G_GSIZE_FORMAT ": expected %s",
                 (gsize) (parser->at - parser->start), expected);

  return FALSE;
}

static char
peek (Parser *parser)
{
  parser->at += strspn (parser->at, " \t\r\n");

  return *parser->at;
}

static gboolean
expect (Parser     *parser,
        char        mark,
        const char *expected)
{
  if (peek (parser) != mark)
    return fail (parser, expected);
  parser->at++;

  return TRUE;
}

static gboolean
parse_code (Parser   *parser,
            gunichar *code)
{
  *code = 0;
  for (int i = 0; i < 4; i++, parser->at++)
    {
      if (!g_ascii_isxdigit (*parser->at))
        return fail (parser, "four hexadecimal digits");
      *code = *code * 16 + (gunichar) g_ascii_xdigit_value (*parser->at);
    }

  return TRUE;
}

static gboolean
parse_escape (Parser  *parser,
              GString *string)
{
  static const char marks[] = "\"\\/bfnrt";
  static const char meant[] = "\"\\/\b\f\n\r\t";
  const char *mark;
  gunichar code, low;

  if (*parser->at == 'u')
    {
      parser->at++;
      if (!parse_code (parser, &code))
        return FALSE;
      if (code >= 0xd800 && code < 0xdc00)
        {
          if (strncmp (parser->at, "\\u", 2) != 0)
            return fail (parser, "the second half of a character");
          parser->at += 2;
          if (!parse_code (parser, &low) || low < 0xdc00 || low > 0xdfff)
            return fail (parser, "the second half of a character");
          code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        }
      if (code == 0 || !g_unichar_validate (code))
        return fail (parser, "a character");
      g_string_append_unichar (string, code);
      return TRUE;
    }

  mark = *parser->at != '\0' ? strchr (marks, *parser->at) : NULL;
  if (mark == NULL)
    return fail (parser, "an escape");
  g_string_append_c (string, meant[mark - marks]);
  parser->at++;

  return TRUE;
}

static char *
parse_string (Parser *parser)
{
  g_autoptr (GString) string = g_string_new (NULL);

  if (!expect (parser, '"', "a string"))
    return NULL;

  while (*parser->at != '"')
    {
      gsize plain = strcspn (parser->at, "\"\\");

      g_string_append_len (string, parser->at, (gssize) plain);
      parser->at += plain;
      if (*parser->at == '\0')
        {
          fail (parser, "the end of the string");
          return NULL;
        }
      if (*parser->at == '\\')
        {
          parser->at++;
          if (!parse_escape (parser, string))
            return NULL;
        }
    }
  parser->at++;

  return g_strdup (string->str);
}

/* Strings between brackets; a single string where @lone is accepted. */
static char **
parse_strings (Parser   *parser,
               gboolean  lone)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean listed = !lone || peek (parser) == '[';

  if (listed && !expect (parser, '[', "a list"))
    return NULL;
  while (!listed || peek (parser) != ']')
    {
      g_autofree char *string = parse_string (parser);

      if (string == NULL)
        return NULL;
      g_strv_builder_add (builder, string);
      if (!listed)
        return g_strv_builder_end (builder);
      if (peek (parser) != ']' && !expect (parser, ',', "a comma"))
        return NULL;
    }
  parser->at++;

  return g_strv_builder_end (builder);
}

static gboolean
parse_rows (Parser    *parser,
            GPtrArray *rows)
{
  gboolean listed = peek (parser) == '[';

  if (listed)
    parser->at++;
  while (!listed || peek (parser) != ']')
    {
      char **row = parse_strings (parser, TRUE);

      if (row == NULL)
        return FALSE;
      g_ptr_array_add (rows, row);
      if (!listed)
        return TRUE;
      if (peek (parser) != ']' && !expect (parser, ',', "a comma"))
        return FALSE;
    }
  parser->at++;

  return TRUE;
}

static gboolean
parse_block (Parser    *parser,
             GPtrArray *blocks)
{
  BenchBlock *block = g_new0 (BenchBlock, 1);

  block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_ptr_array_add (blocks, block);

  if (!expect (parser, '[', "a block"))
    return FALSE;
  block->kind = parse_string (parser);

  return block->kind != NULL && expect (parser, ',', "a comma") && parse_rows (parser, block->rows) &&
         expect (parser, ']', "the end of the block");
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
  Parser parser;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;

  parser = (Parser){ text, text, error };
  if (!g_utf8_validate (text, (gssize) length, NULL))
    {
      fail (&parser, "UTF-8 text");
      return NULL;
    }
  if (!expect (&parser, '[', "a list of blocks"))
    return NULL;
  while (peek (&parser) != ']')
    {
      if (!parse_block (&parser, blocks))
        return NULL;
      if (peek (&parser) != ']' && !expect (&parser, ',', "a comma"))
        return NULL;
    }

  return g_steal_pointer (&blocks);
}

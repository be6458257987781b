/* bench-json.c
 *
 * As much of JSON as the benchmarks need
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "bench-json.h"

#include <gio/gio.h>
#include <string.h>

/* A file of somebody else's is read here, so everything that is not as expected
 * is an error that says where.
 */

/**
 * bench_json_fail:
 * @parser: a parser
 * @expected: what should have been there
 *
 * Sets the error, unless there is one.
 *
 * Returns: %FALSE
 */
gboolean
bench_json_fail (BenchJson  *parser,
                 const char *expected)
{
  if (parser->error != NULL && *parser->error == NULL)
    g_set_error (parser->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "byte %" G_GSIZE_FORMAT ": expected %s",
                 (gsize) (parser->at - parser->start), expected);

  return FALSE;
}

/**
 * bench_json_peek:
 * @parser: a parser
 *
 * Returns: the next character that is not blank; 0 at the end
 */
char
bench_json_peek (BenchJson *parser)
{
  parser->at += strspn (parser->at, " \t\r\n");

  return *parser->at;
}

/**
 * bench_json_expect:
 * @parser: a parser
 * @mark: a character
 * @expected: what it begins or ends, for the error
 *
 * Returns: whether @mark came next
 */
gboolean
bench_json_expect (BenchJson  *parser,
                   char        mark,
                   const char *expected)
{
  if (bench_json_peek (parser) != mark)
    return bench_json_fail (parser, expected);
  parser->at++;

  return TRUE;
}

static gboolean
parse_code (BenchJson *parser,
            gunichar  *code)
{
  *code = 0;
  for (int i = 0; i < 4; i++, parser->at++)
    {
      if (!g_ascii_isxdigit (*parser->at))
        return bench_json_fail (parser, "four hexadecimal digits");
      *code = *code * 16 + (gunichar) g_ascii_xdigit_value (*parser->at);
    }

  return TRUE;
}

static gboolean
parse_escape (BenchJson *parser,
              GString   *string)
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
            return bench_json_fail (parser, "the second half of a character");
          parser->at += 2;
          if (!parse_code (parser, &low) || low < 0xdc00 || low > 0xdfff)
            return bench_json_fail (parser, "the second half of a character");
          code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        }
      if (code == 0 || !g_unichar_validate (code))
        return bench_json_fail (parser, "a character");
      g_string_append_unichar (string, code);
      return TRUE;
    }

  mark = *parser->at != '\0' ? strchr (marks, *parser->at) : NULL;
  if (mark == NULL)
    return bench_json_fail (parser, "an escape");
  g_string_append_c (string, meant[mark - marks]);
  parser->at++;

  return TRUE;
}

/**
 * bench_json_read_string:
 * @parser: a parser
 *
 * Returns: (transfer full) (nullable): the string that came next
 */
char *
bench_json_read_string (BenchJson *parser)
{
  g_autoptr (GString) string = g_string_new (NULL);

  if (!bench_json_expect (parser, '"', "a string"))
    return NULL;

  while (*parser->at != '"')
    {
      gsize plain = strcspn (parser->at, "\"\\");

      g_string_append_len (string, parser->at, (gssize) plain);
      parser->at += plain;
      if (*parser->at == '\0')
        {
          bench_json_fail (parser, "the end of the string");
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

/**
 * bench_json_read_number:
 * @parser: a parser
 * @number: (out): what was read
 *
 * Returns: whether there was a number
 */
gboolean
bench_json_read_number (BenchJson *parser,
                        double    *number)
{
  char *end;

  bench_json_peek (parser);
  *number = g_ascii_strtod (parser->at, &end);
  if (end == parser->at)
    return bench_json_fail (parser, "a number");
  parser->at = end;

  return TRUE;
}

/**
 * bench_json_skip:
 * @parser: a parser
 *
 * Goes past a value of any kind.
 *
 * Returns: whether there was one
 */
gboolean
bench_json_skip (BenchJson *parser)
{
  char first = bench_json_peek (parser);
  char last = first == '{' ? '}' : ']';

  if (first == '"')
    {
      g_autofree char *string = bench_json_read_string (parser);

      return string != NULL;
    }
  if (first != '[' && first != '{')
    {
      gsize length = strcspn (parser->at, ",:]} \t\r\n");

      parser->at += length;
      return length > 0 || bench_json_fail (parser, "a value");
    }

  parser->at++;
  while (bench_json_peek (parser) != last)
    {
      if (!bench_json_skip (parser))
        return FALSE;
      if (bench_json_peek (parser) == ',' || bench_json_peek (parser) == ':')
        parser->at++;
      else if (bench_json_peek (parser) != last)
        return bench_json_fail (parser, "the end of a list");
    }
  parser->at++;

  return TRUE;
}

/**
 * bench_json_load:
 * @parser: (out): a parser at the beginning of the file
 * @path: a file
 * @text: (out): what @parser reads
 * @error: return location for an error, also for those of the reading
 *
 * Returns: whether the file is there and is UTF-8
 */
gboolean
bench_json_load (BenchJson   *parser,
                 const char  *path,
                 char       **text,
                 GError     **error)
{
  gsize length;

  if (!g_file_get_contents (path, text, &length, error))
    return FALSE;
  *parser = (BenchJson){ *text, *text, error };

  return g_utf8_validate (*text, (gssize) length, NULL) || bench_json_fail (parser, "UTF-8 text");
}

/* dv-xml-scan.c
 *
 * One pass over the bytes of a file, before the parser may see them
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-xml-scan"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-store-error.h"
#include "dv-xml-limits.h"
#include "dv-xml-scan.h"

/* libxml2 2.9 cannot defend itself against all that a stranger can put in a
 * file: a tag with two hundred thousand attributes keeps it busy for a minute.
 * So the bytes are looked at first. This is no parser: it finds where tags
 * begin and end, counts, and refuses what a workshop never needs. What it lets
 * through may still be malformed; that is for the parser to say. */

typedef struct
{
  const char *name;
  const char *start;
  const char *end;
  const char *at;
  guint depth;
  guint n_tags;
  GError **error;
} DvScan;

static gboolean refuse (DvScan     *scan,
                        const char *where,
                        int         code,
                        const char *format,
                        ...) G_GNUC_PRINTF (4, 5);

static gboolean
refuse (DvScan     *scan,
        const char *where,
        int         code,
        const char *format,
        ...)
{
  g_autofree char *message = NULL;
  guint line = 1;
  va_list args;

  for (const char *c = scan->start; c < where; c++)
    line += *c == '\n';

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (scan->error, DV_STORE_ERROR, code, "%s:%u: %s", scan->name, line, message);
  return FALSE;
}

static gboolean
starts_with (DvScan     *scan,
             const char *at,
             const char *text)
{
  gsize length = strlen (text);

  return (gsize) (scan->end - at) >= length && memcmp (at, text, length) == 0;
}

/* Eight bytes at a time while they are plain: most of a file is. */
static const char *
skip_plain (const char *at,
            const char *end)
{
  const guint64 high = G_GUINT64_CONSTANT (0x8080808080808080);
  const guint64 space = G_GUINT64_CONSTANT (0x2020202020202020);

  while (end - at >= 8)
    {
      guint64 word;

      memcpy (&word, at, sizeof word);
      if (((word | ((word - space) & ~word)) & high) != 0)
        break;
      at += 8;
    }

  return at;
}

static gboolean
is_forbidden (const char *at)
{
  const guchar *c = (const guchar *) at;

  if (c[0] < 0x20)
    return c[0] != '\t' && c[0] != '\n' && c[0] != '\r';

  /* U+FFFE and U+FFFF */
  return c[0] == 0xef && c[1] == 0xbf && c[2] >= 0xbe;
}

/* The length of the character at @at, or 0 when it is not valid UTF-8. */
static gsize
measure_char (const char *at,
              const char *end)
{
  gunichar c;

  if ((guchar) *at < 0x80)
    return 1;

  c = g_utf8_get_char_validated (at, end - at);
  if (c == (gunichar) -1 || c == (gunichar) -2)
    return 0;

  return (gsize) g_unichar_to_utf8 (c, NULL);
}

static gboolean
scan_chars (DvScan *scan)
{
  const char *at = scan->at;

  while ((at = skip_plain (at, scan->end)) < scan->end)
    {
      const char *stop = MIN (at + 8, scan->end);

      while (at < stop)
        {
          gsize length = measure_char (at, scan->end);

          if (length == 0)
            return refuse (scan, at, DV_STORE_ERROR_MALFORMED, _("This is not valid UTF-8 text"));
          if (is_forbidden (at))
            return refuse (scan, at, DV_STORE_ERROR_MALFORMED, _("A control character is not allowed"));
          at += length;
        }
    }

  return TRUE;
}

/* Moves past @mark, which must come within @limit bytes and not before what
 * opens it is over: <!--> opens a comment and does not close it. */
static gboolean
skip_past (DvScan     *scan,
           gsize       opening,
           const char *mark,
           gsize       limit)
{
  const char *start = scan->at;
  const char *found = memmem (start + opening, (gsize) (scan->end - start) - opening, mark, strlen (mark));

  if (found == NULL)
    return refuse (scan, start, DV_STORE_ERROR_MALFORMED, _("The file ends in the middle"));

  scan->at = found + strlen (mark);
  if ((gsize) (scan->at - start) > limit)
    return refuse (scan, start, DV_STORE_ERROR_TOO_LARGE, _("A comment is longer than %d bytes"), (int) limit);

  return TRUE;
}

/* From < to >, with the attributes counted by their = signs. */
static gboolean
scan_start_tag (DvScan *scan)
{
  const char *start = scan->at;
  const char *limit = scan->end - start > DV_XML_MAX_TAG ? start + DV_XML_MAX_TAG : scan->end;
  const char *at = start + 1;
  guint n_attributes = 0;

  for (; at < limit && *at != '>'; at++)
    if (*at == '=')
      n_attributes++;
    else if (*at == '"' || *at == '\'')
      {
        at = memchr (at + 1, *at, (gsize) (limit - at - 1));
        if (at == NULL)
          break;
      }

  if (n_attributes > DV_XML_MAX_ATTRIBUTES)
    return refuse (scan, start, DV_STORE_ERROR_TOO_LARGE,
                   _("A tag has more than %d attributes"), DV_XML_MAX_ATTRIBUTES);
  if (at == NULL || at >= limit)
    return limit < scan->end
             ? refuse (scan, start, DV_STORE_ERROR_TOO_LARGE, _("A tag is longer than %d bytes"), DV_XML_MAX_TAG)
             : refuse (scan, start, DV_STORE_ERROR_MALFORMED, _("The file ends in the middle"));
  if (++scan->n_tags > DV_XML_MAX_TAGS)
    return refuse (scan, start, DV_STORE_ERROR_TOO_LARGE, _("The file has more than %d tags"), DV_XML_MAX_TAGS);
  if (scan->depth + 1 > DV_XML_MAX_DEPTH)
    return refuse (scan, start, DV_STORE_ERROR_TOO_LARGE,
                   _("Elements are nested more than %d deep"), DV_XML_MAX_DEPTH);

  if (at[-1] != '/')
    scan->depth++;
  scan->at = at + 1;
  return TRUE;
}

static gboolean
scan_end_tag (DvScan *scan)
{
  if (scan->depth == 0)
    return refuse (scan, scan->at, DV_STORE_ERROR_MALFORMED, _("A tag is closed that was not opened"));

  scan->depth--;
  return skip_past (scan, 2, ">", DV_XML_MAX_FILE);
}

static gboolean
scan_markup (DvScan *scan)
{
  if (starts_with (scan, scan->at, "</"))
    return scan_end_tag (scan);
  if (starts_with (scan, scan->at, "<!--"))
    return skip_past (scan, 4, "-->", DV_XML_MAX_COMMENT);
  if (starts_with (scan, scan->at, "<![CDATA["))
    return skip_past (scan, 9, "]]>", DV_XML_MAX_FILE);
  if (starts_with (scan, scan->at, "<!"))
    return refuse (scan, scan->at, DV_STORE_ERROR_MALFORMED, _("A document type or entity is not allowed"));
  if (starts_with (scan, scan->at, "<?"))
    return refuse (scan, scan->at, DV_STORE_ERROR_MALFORMED, _("A processing instruction is not allowed"));

  return scan_start_tag (scan);
}

/* The XML declaration, if there is one, may name no other encoding. */
static gboolean
scan_declaration (DvScan *scan)
{
  const char *start = scan->at;
  g_autofree char *declaration = NULL;
  const char *encoding;

  if (!starts_with (scan, start, "<?xml ") && !starts_with (scan, start, "<?xml\n") &&
      !starts_with (scan, start, "<?xml\r") && !starts_with (scan, start, "<?xml\t"))
    return TRUE;
  if (!skip_past (scan, 5, "?>", DV_XML_MAX_FILE))
    return FALSE;

  declaration = g_strndup (start, (gsize) (scan->at - start));
  encoding = strstr (declaration, "encoding");
  if (encoding == NULL)
    return TRUE;

  encoding += strlen ("encoding");
  encoding += strspn (encoding, " \t\r\n=\"'");
  if (g_ascii_strncasecmp (encoding, "utf-8", 5) == 0 && strchr ("\"'", encoding[5]) != NULL && encoding[5] != '\0')
    return TRUE;

  return refuse (scan, start, DV_STORE_ERROR_MALFORMED, _("The file is not in UTF-8"));
}

/* Whether this can be XML at all; a picture or an archive is not ours. */
static gboolean
scan_beginning (DvScan *scan)
{
  const char *at = scan->at;

  if (starts_with (scan, at, "\xff\xfe") || starts_with (scan, at, "\xfe\xff") ||
      (scan->end - at >= 2 && (at[0] == '\0' || at[1] == '\0')))
    return refuse (scan, at, DV_STORE_ERROR_MALFORMED, _("The file is not in UTF-8"));

  if (starts_with (scan, at, "\xef\xbb\xbf"))
    at += 3;
  scan->at = at;
  while (at < scan->end && g_ascii_isspace (*at))
    at++;
  if (at < scan->end && *at == '<')
    return TRUE;

  g_set_error (scan->error, DV_STORE_ERROR, DV_STORE_ERROR_NOT_OURS, _("%s is not a Draagvlak file"), scan->name);
  return FALSE;
}

/**
 * dv_xml_scan:
 * @data: the bytes of a file
 * @length: how many
 * @name: the name of the file, for messages
 * @error: where to put a %DV_STORE_ERROR
 *
 * Looks whether a parser may see these bytes: UTF-8 without control characters,
 * no document type, no entity, no processing instruction, and within the limits
 * of dv-xml-limits.h. May be called from any thread.
 *
 * Returns: whether it may
 */
gboolean
dv_xml_scan (const char *data,
             gsize       length,
             const char *name,
             GError    **error)
{
  DvScan scan = { .name = name, .start = data, .end = data + length, .at = data, .error = error };

  if (length > DV_XML_MAX_FILE)
    {
      g_set_error (error, DV_STORE_ERROR, DV_STORE_ERROR_TOO_LARGE,
                   _("%s is larger than %d MiB"), name, DV_XML_MAX_FILE / (1024 * 1024));
      return FALSE;
    }
  if (!scan_beginning (&scan) || !scan_chars (&scan) || !scan_declaration (&scan))
    return FALSE;

  while ((scan.at = memchr (scan.at, '<', (gsize) (scan.end - scan.at))) != NULL)
    if (!scan_markup (&scan))
      return FALSE;

  return TRUE;
}

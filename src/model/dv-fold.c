/* dv-fold.c
 *
 * Comparing texts as people do: without case, accents and stray blanks
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-fold"

#include "config.h"

#include <string.h>

#include "dv-fold.h"

/* Appends @c in folded form. Quotes and dashes that a word processor makes
 * count as those of a keyboard. */
static void
append_folded (GString *out,
               gunichar c,
               gboolean words_only)
{
  if (g_unichar_ismark (c))
    return;
  if (c == 0x2018 || c == 0x2019)
    c = '\'';
  else if (c >= 0x2010 && c <= 0x2015)
    c = '-';
  if (g_unichar_isspace (c) || (words_only && !g_unichar_isalnum (c)))
    {
      if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
      return;
    }
  g_string_append_unichar (out, c);
}

/* Most text is plain ASCII, and a search folds thousands of texts a key press. */
static char *
fold_ascii (const char *text,
            gboolean    words_only)
{
  char *out = g_malloc (strlen (text) + 1);
  char *to = out;

  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_isspace (*at) && (!words_only || g_ascii_isalnum (*at)))
      *to++ = g_ascii_tolower (*at);
    else if (to > out && to[-1] != ' ')
      *to++ = ' ';
  while (to > out && to[-1] == ' ')
    to--;
  *to = '\0';

  return out;
}

static char *
fold_unicode (const char *text,
              gboolean    words_only)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_NFKD);
  g_autofree char *lower = decomposed != NULL ? g_utf8_casefold (decomposed, -1) : g_strdup ("");
  GString *out = g_string_sized_new (strlen (lower));

  for (const char *at = lower; *at != '\0'; at = g_utf8_next_char (at))
    append_folded (out, g_utf8_get_char (at), words_only);
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);

  return g_string_free (out, FALSE);
}

static char *
fold (const char *text,
      gboolean    words_only)
{
  return g_str_is_ascii (text) ? fold_ascii (text, words_only) : fold_unicode (text, words_only);
}

/**
 * dv_fold:
 * @text: UTF-8 text
 *
 * Two texts that fold to the same are the same to a person who reads them
 * aloud: case, accents, and blanks do not count.
 *
 * Returns: (transfer full): the folded text
 */
char *
dv_fold (const char *text)
{
  return fold (text, FALSE);
}

/**
 * dv_fold_words:
 * @text: UTF-8 text
 *
 * Like dv_fold(), and punctuation does not count either.
 *
 * Returns: (transfer full): the folded text
 */
char *
dv_fold_words (const char *text)
{
  return fold (text, TRUE);
}

/**
 * dv_fold_contains:
 * @text: UTF-8 text
 * @folded: what to look for, from dv_fold()
 *
 * Returns: whether @folded occurs in @text; an empty one always does
 */
gboolean
dv_fold_contains (const char *text,
                  const char *folded)
{
  g_autofree char *in = NULL;

  if (folded[0] == '\0')
    return TRUE;

  in = dv_fold (text);
  return strstr (in, folded) != NULL;
}

/**
 * dv_fold_is_words:
 * @text: UTF-8 text
 * @folded: words from dv_fold_words()
 *
 * The same as folding @text and comparing, but most texts are told apart after
 * a few letters.
 *
 * Returns: whether @text folds to @folded
 */
gboolean
dv_fold_is_words (const char *text,
                  const char *folded)
{
  g_autofree char *whole = NULL;
  const char *at = text;
  const char *expected = folded;

  /* As long as both are plain letters and single blanks, compare as we go. */
  while (*expected != '\0' && g_ascii_tolower (*at) == *expected &&
         (g_ascii_isalnum (*at) || (*at == ' ' && at > text && g_ascii_isalnum (at[1]))))
    {
      at++;
      expected++;
    }
  if (g_ascii_isalnum (*at) && (g_ascii_isalnum (at[1]) || at[1] == ' ') && g_ascii_tolower (*at) != *expected)
    return FALSE;

  whole = dv_fold_words (text);
  return strcmp (whole, folded) == 0;
}

/* dv-text-stem.c
 *
 * Whether two words are forms of one
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-text-stem"

#include "config.h"

#include "dv-text-stem.h"

#include "dv-fold.h"

#include <libstemmer.h>
#include <string.h>

/* Snowball's stemmers are made for searching: they join too much for counting
 * ("open" and "opening", "burger" and "burgerlijk", "raad" and "rad") and in
 * Dutch too little ("brief" and "brieven"). So a stem also keeps the ending that
 * makes a word of another word, and how long its vowel is.
 */

struct _DvTextStemmer
{
  struct sb_stemmer *snowball;
  gboolean is_dutch;
};

/* Endings that make a new word, as it is without -e, -en and -s. */
static const char *const dutch_endings[] = { "heid", "hed", "ing", "lijk", "baar", "bar", "ig", "loos", "los" };
static const char *const english_endings[] = { "ness", "ly", "ful", "less", "ment", "able", "ation" };

/**
 * dv_text_stemmer_new:
 * @language: (nullable): "nl" or "en"; another one counts as English
 *
 * Belongs to one thread.
 *
 * Returns: (transfer full): what knows the endings of a language
 */
DvTextStemmer *
dv_text_stemmer_new (const char *language)
{
  DvTextStemmer *self = g_new0 (DvTextStemmer, 1);

  self->is_dutch = language != NULL && g_str_has_prefix (language, "nl");
  /* Snowball 3 gives the name "dutch" to another algorithm. */
  if (self->is_dutch)
    self->snowball = sb_stemmer_new ("dutch_porter", "UTF_8");
  if (self->snowball == NULL)
    self->snowball = sb_stemmer_new (self->is_dutch ? "dutch" : "english", "UTF_8");

  return self;
}

/**
 * dv_text_stemmer_free:
 * @self: (transfer full): a stemmer
 */
void
dv_text_stemmer_free (DvTextStemmer *self)
{
  sb_stemmer_delete (self->snowball);
  g_free (self);
}

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiouy", c) != NULL;
}

static guint
count_syllables (const char *word)
{
  guint n = 0;

  for (const char *at = word; *at != '\0'; at++)
    if (is_vowel (*at) && (at == word || !is_vowel (at[-1])))
      n++;

  return n;
}

static gboolean
has_any_suffix (const char        *word,
                const char *const *suffixes)
{
  for (; *suffixes != NULL; suffixes++)
    if (g_str_has_suffix (word, *suffixes))
      return TRUE;

  return FALSE;
}

/* Without the ending of a plural, an adjective or a verb. */
static char *
cut_inflection (const char *word)
{
  static const char *const inflections[] = { "en", "es", "e", "s" };
  char *cut = g_strdup (word);
  gsize length = strlen (cut);

  for (guint i = 0; i < G_N_ELEMENTS (inflections); i++)
    if (g_str_has_suffix (cut, inflections[i]) && length >= strlen (inflections[i]) + 3)
      {
        cut[length - strlen (inflections[i])] = '\0';
        break;
      }

  return cut;
}

/* The ending by which @word was made of another; plural and singular have the
 * same. */
static const char *
find_ending (DvTextStemmer *self,
             const char    *word)
{
  const char *const *endings = self->is_dutch ? dutch_endings : english_endings;
  guint n = self->is_dutch ? G_N_ELEMENTS (dutch_endings) : G_N_ELEMENTS (english_endings);
  g_autofree char *cut = cut_inflection (word);

  for (guint i = 0; i < n; i++)
    if (g_str_has_suffix (word, endings[i]) || g_str_has_suffix (cut, endings[i]))
      {
        if (strcmp (endings[i], "hed") == 0)
          return "heid";
        if (strcmp (endings[i], "bar") == 0)
          return "baar";
        return strcmp (endings[i], "los") == 0 ? "loos" : endings[i];
      }

  return "";
}

/* In Dutch "v" and "z" become "f" and "s" at the end of a word, and of two
 * consonants that are the same one remains. */
static gboolean
end_word (char *stem)
{
  gsize length = strlen (stem);
  char *last = stem + length - 1;

  if (length > 2 && (*last == 'v' || *last == 'z'))
    *last = *last == 'v' ? 'f' : 's';
  if (length < 3 || *last != last[-1] || is_vowel (*last))
    return FALSE;
  *last = '\0';

  return TRUE;
}

/* "Raad" to "rad", as Snowball does. */
static char *
shorten (const char *word)
{
  char *shortened = g_strdup (word);
  gsize length = strlen (word);
  char *last = shortened + length - 1;

  if (length > 2 && !is_vowel (*last) && last[-1] == last[-2] && is_vowel (last[-1]))
    {
      last[-1] = *last;
      *last = '\0';
    }

  return shortened;
}

/* A plural has -s only after a syllable without stress: "kaders", not "mens". */
static gboolean
is_plural_s (const char *word)
{
  static const char *const ends[] = { "els", "ers", "ems", "ens", "aars", "eurs", "ors", "jes", "ies", "ees", NULL };

  return count_syllables (word) > 1 && has_any_suffix (word, ends);
}

/* A single consonant after a single vowel and before an ending tells that the
 * vowel is long: "ra-den" is of "raad", "rad-den" would be of "rad". There are a
 * few dozen words like "dag" that do not keep to it; and of the "e" in a last
 * syllable it cannot be told whether it has the stress.
 */
static char *
lengthen (const char *stem,
          gboolean   *is_unsure)
{
  static const char *const short_ones[] = { "dag", "weg",  "pad",  "bad", "gat", "vat",  "slag", "glas", "graf", "dak",
                                            "dal", "blad", "drag", "bed", "hof", "brek", "god",  "lot",  "spel", NULL };
  static const char *const weak[] = { "el", "er", "em", "en", "or", "ik", NULL };
  gsize length = strlen (stem);
  const char *vowel = stem + length - 2;

  if (length < 3 || is_vowel (stem[length - 1]) || !is_vowel (*vowel) || *vowel == 'i' || is_vowel (vowel[-1]) ||
      has_any_suffix (stem, short_ones))
    return g_strdup (stem);
  if (count_syllables (stem) > 1 && has_any_suffix (stem, weak))
    {
      *is_unsure = TRUE;
      return g_strdup (stem);
    }

  return g_strdup_printf ("%.*s%c%s", (int) (length - 1), stem, *vowel, stem + length - 1);
}

static char *
cut_endings (DvTextStemmer *self,
             const char    *word)
{
  const sb_symbol *stem;

  if (self->is_dutch && g_str_has_suffix (word, "s") && !is_plural_s (word))
    return shorten (word);

  stem = sb_stemmer_stem (self->snowball, (const sb_symbol *) word, (int) strlen (word));
  return g_strdup (stem != NULL ? (const char *) stem : word);
}

/* How @word is written without the ending that Snowball took away. */
static char *
find_form (const char *word,
           char       *stem,
           gboolean   *is_unsure)
{
  g_autofree char *shortened = shorten (word);
  gsize length = strlen (stem);
  gboolean was_double;

  if (strcmp (stem, word) == 0 || strcmp (stem, shortened) == 0)
    return g_strdup (word);

  was_double = length > 1 && strncmp (word, stem, length) == 0 && word[length] == stem[length - 1];
  if (end_word (stem) || was_double)
    return g_strdup (stem);

  return lengthen (stem, is_unsure);
}

static void
stem_word (DvTextStemmer *self,
           const char    *word,
           GString       *key,
           GString       *form,
           DvTextStem    *stem)
{
  const char *ending = find_ending (self, word);
  g_autofree char *cut = cut_endings (self, word);
  g_autofree char *base = NULL;

  if (self->is_dutch && ending[0] == '\0')
    base = find_form (word, cut, &stem->is_unsure);
  else
    base = g_strdup (cut);

  g_string_append_printf (key, "%s%s/%s", key->len > 0 ? " " : "", cut, ending);
  g_string_append_printf (form, "%s%s", form->len > 0 ? " " : "", base);
}

/**
 * dv_text_stem:
 * @self: a stemmer
 * @text: a word or a phrase
 *
 * Case, accents and punctuation do not count, and neither do the endings of a
 * plural, an adjective or a verb. The words of a phrase keep their order.
 *
 * Returns: (transfer full): what remains
 */
DvTextStem *
dv_text_stem (DvTextStemmer *self,
              const char    *text)
{
  DvTextStem *stem = g_new0 (DvTextStem, 1);
  g_autofree char *folded = dv_fold_words (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GString *key = g_string_new (NULL), *form = g_string_new (NULL);

  /* An "s" alone is what is left of "foto's". */
  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0' && (i == 0 || strcmp (words[i], "s") != 0))
      stem_word (self, words[i], key, form, stem);

  /* Signs and emoji are what they are. */
  if (key->len == 0)
    {
      g_autofree char *signs = dv_fold (text);

      g_string_append (key, signs);
      g_string_append (form, signs);
    }
  stem->key = g_string_free (key, FALSE);
  stem->form = g_string_free (form, FALSE);

  return stem;
}

/**
 * dv_text_stem_free:
 * @stem: (transfer full): a stem
 */
void
dv_text_stem_free (DvTextStem *stem)
{
  g_free (stem->key);
  g_free (stem->form);
  g_free (stem);
}

/**
 * dv_text_stem_is_same:
 * @a: a stem
 * @b: another
 *
 * Returns: whether they are of forms of one word
 */
gboolean
dv_text_stem_is_same (const DvTextStem *a,
                      const DvTextStem *b)
{
  return strcmp (a->key, b->key) == 0 && (a->is_unsure || b->is_unsure || strcmp (a->form, b->form) == 0);
}

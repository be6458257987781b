/* dv-words-page.h
 *
 * The key words as ranked lists
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

#include "dv-list-page.h"

G_BEGIN_DECLS

/* A word and how often each side named it. */
typedef struct
{
  char *text;
  guint counts[2]; /* residents, staff */
} DvWordRow;

typedef struct
{
  char *language;
  char *subtitle;
  char *organisation;
  char *date;   /* YYYY-MM-DD */
  GArray *rows; /* DvWordRow */
} DvWordsText;

DvWordsText *dv_words_text_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void         dv_words_text_free (DvWordsText *text);
void         dv_words_text_add  (DvWordsText *text,
                                 const char  *word,
                                 guint        residents,
                                 guint        staff);

GBytes      *dv_words_to_pdf    (const DvWordsText *text,
                                 GError           **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes      *dv_words_to_txt    (const DvWordsText *text,
                                 GError           **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes      *dv_words_to_csv    (const DvWordsText *text,
                                 GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvWordsText, dv_words_text_free)

G_END_DECLS

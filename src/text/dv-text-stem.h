/* dv-text-stem.h
 *
 * Whether two words are forms of one
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DvTextStemmer DvTextStemmer;

/* What remains of a word or phrase when its endings are gone. */
typedef struct
{
  char *key;          /* the same for all forms of it */
  char *form;         /* as it is written without endings */
  gboolean is_unsure; /* as far as that can be told: the key decides */
} DvTextStem;

DvTextStemmer *dv_text_stemmer_new  (const char       *language) G_GNUC_WARN_UNUSED_RESULT;
void           dv_text_stemmer_free (DvTextStemmer    *self);
DvTextStem    *dv_text_stem         (DvTextStemmer    *self,
                                     const char       *text) G_GNUC_WARN_UNUSED_RESULT;
void           dv_text_stem_free    (DvTextStem       *stem);
gboolean       dv_text_stem_is_same (const DvTextStem *a,
                                     const DvTextStem *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvTextStemmer, dv_text_stemmer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvTextStem, dv_text_stem_free)

G_END_DECLS

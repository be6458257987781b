/* dv-words.h
 *
 * Key words: collecting, counting, merging and dividing them over values
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-workshop.h"

G_BEGIN_DECLS

/* Key words that count as one: they say the same, or were merged. */
typedef struct
{
  DvItem *lead;     /* owned: the one that speaks for all */
  GPtrArray *items; /* owned, of DvItem: all of them, the lead first */
  DvItem *value;    /* owned, nullable: what they were assigned to */
  guint residents;  /* how often residents gave it */
  guint staff;
  char **variants;  /* owned: the other ways in which it was written */
} DvWordRank;

/* Two ranks that may well be the same word. */
typedef struct
{
  DvItem *lead;  /* owned: the one given more often */
  DvItem *other; /* owned */
} DvWordPair;

/* What part of the key words leads to a value. */
typedef struct
{
  DvItem *value; /* owned */
  guint residents;
  guint staff;
  double resident_share; /* 0 to 100 percent of all that residents gave */
  double staff_share;
} DvWordShare;

void       dv_word_rank_free       (DvWordRank  *rank);
void       dv_word_pair_free       (DvWordPair  *pair);
void       dv_word_share_free      (DvWordShare *share);

DvItem    *dv_words_add            (DvWorkshop  *workshop,
                                    DvSide       side,
                                    const char  *text,
                                    const char  *quote,
                                    GError     **error);
gboolean   dv_words_add_list       (DvWorkshop  *workshop,
                                    DvSide       side,
                                    const char  *text,
                                    guint       *n_added,
                                    GError     **error);

GPtrArray *dv_words_rank           (DvWorkshop  *workshop,
                                    DvItem      *value) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *dv_words_shares         (DvWorkshop  *workshop) G_GNUC_WARN_UNUSED_RESULT;
void       dv_words_count          (DvWorkshop  *workshop,
                                    guint       *residents,
                                    guint       *staff);

gboolean   dv_words_merge          (DvWorkshop  *workshop,
                                    DvItem      *lead,
                                    GPtrArray   *others,
                                    GError     **error);
gboolean   dv_words_unmerge        (DvWorkshop  *workshop,
                                    DvItem      *word,
                                    GError     **error);
GPtrArray *dv_words_propose_merges (DvWorkshop  *workshop) G_GNUC_WARN_UNUSED_RESULT;

gboolean   dv_words_assign         (DvWorkshop  *workshop,
                                    GPtrArray   *words,
                                    DvItem      *value,
                                    GError     **error);
void       dv_words_group_assign   (DvGroup     *group,
                                    DvWorkshop  *workshop,
                                    GPtrArray   *words,
                                    const char  *value);
gboolean   dv_words_remove         (DvWorkshop  *workshop,
                                    GPtrArray   *words,
                                    GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvWordRank, dv_word_rank_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvWordPair, dv_word_pair_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvWordShare, dv_word_share_free)

G_END_DECLS

/* dv-document-text.h
 *
 * The words a document adds to what people wrote, in the language of the
 * workshop
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-workshop.h"

G_BEGIN_DECLS

/* Comments in the table of dv-document-text.c say which take a value. */
typedef enum
{
  DV_TEXT_PAGE_OF,
  DV_TEXT_CONCEPT,
  DV_TEXT_CONCEPT_EDITION,
  DV_TEXT_EDITION,
  DV_TEXT_ADOPTED_ON,
  DV_TEXT_ADOPTED,
  DV_TEXT_ARTICLE,
  DV_TEXT_MANIFEST,
  DV_TEXT_NO_ARTICLES,
  DV_TEXT_MAP,
  DV_TEXT_READ_ARROWS,
  DV_TEXT_ON_COURSE,
  DV_TEXT_NEEDS_ATTENTION,
  DV_TEXT_BEHIND,
  DV_TEXT_CONTRIBUTES_TO,
  DV_TEXT_NO_LANE,
  DV_TEXT_NO_THEME,
  DV_TEXT_MAP_SUMMARY,
  DV_TEXT_MAP_HINT,
  DV_TEXT_WORDS,
  DV_TEXT_RESIDENTS,
  DV_TEXT_STAFF,
  DV_TEXT_RANK,
  DV_TEXT_WORD,
  DV_TEXT_TIMES,
  DV_TEXT_SHARE,
  DV_TEXT_SIDE,
  DV_TEXT_WORDS_TOTAL,
  DV_TEXT_NO_WORDS,
  DV_TEXT_BEHAVIOURS,
  DV_TEXT_VALUE,
  DV_TEXT_ROLE,
  DV_TEXT_EXAMPLE,
  DV_TEXT_COUNTER_EXAMPLE,
  DV_TEXT_STAR,
  DV_TEXT_STARRED,
  DV_TEXT_CHOSEN,
  DV_TEXT_CHOSEN_HEAD,
  DV_TEXT_YES,
  DV_TEXT_NO,
  DV_TEXT_NO_VALUE,
  DV_TEXT_NO_EXAMPLES,
  DV_TEXT_ANSWER_NOT,
  DV_TEXT_ANSWER_BARELY,
  DV_TEXT_ANSWER_PARTLY,
  DV_TEXT_ANSWER_MOSTLY,
  DV_TEXT_ANSWER_FULLY,
  DV_TEXT_ANSWER_UNSURE,
  DV_TEXT_ROUND,
  DV_TEXT_SUPPORT_ALL,
  DV_TEXT_SUPPORT_BOTH,
  DV_TEXT_SUPPORT_THE_ONE,
  DV_TEXT_SUPPORT_NOT_THE_ONE,
  DV_TEXT_SUPPORT_SOME,
  DV_TEXT_SUPPORT_ONE,
  DV_TEXT_SUPPORT_NONE,
  DV_TEXT_SUPPORT_NO_ANSWERS,
  DV_TEXT_SUPPORT_ONE_TO_DISCUSS,
  DV_TEXT_SUPPORT_TWO_TO_DISCUSS,
  DV_TEXT_SUPPORT_SOME_TO_DISCUSS,
  DV_TEXT_SUPPORT_THRESHOLD,
  DV_TEXT_SUPPORT_PRESENT_OF,
  DV_TEXT_SUPPORT_PRESENT,
  DV_TEXT_SUPPORT_INVITED,
  DV_TEXT_SUPPORT_SINCE,
  DV_TEXT_SUPPORT_SINCE_LAST,
  DV_TEXT_TABLE_NUMBER,
  /* On the projector. */
  DV_TEXT_COUNT_EXAMPLE,
  DV_TEXT_COUNT_EXAMPLES,
  DV_TEXT_JUST_IN,
  DV_TEXT_TAKING_PART,
  DV_TEXT_ALL_TABLES,
  DV_TEXT_READY,
  DV_TEXT_NEXT_VALUE,
  DV_TEXT_RESTING,
  DV_TEXT_WHICH_ONE,
  DV_TEXT_WHICH_ONES,
  DV_TEXT_GIVE_DOTS,
  DV_TEXT_NO_STANDINGS,
  DV_TEXT_ON_SHORTLIST,
  DV_TEXT_JOIN_AT,
  DV_TEXT_JOIN_CODE,
  DV_TEXT_CHOOSE_ONE,
  DV_TEXT_CHOOSE_ONES,
  DV_TEXT_SPREAD,
  DV_TEXT_TIED,
  DV_TEXT_TIED_HANDS,
  DV_TEXT_N_PEOPLE,
  DV_TEXT_N_DOTS,
  DV_TEXT_OTHER_ROLES,
  DV_TEXT_SHARED_WORDS,
  DV_TEXT_SHARED_WORD,
  DV_TEXT_SHARED_NONE,
  DV_TEXT_BOTH_GROUPS,
  DV_TEXT_IN_LIST,
  DV_TEXT_OUR_VALUES,
  DV_TEXT_NO_VALUES,
  DV_TEXT_PROGRAMME,
  DV_TEXT_MINUTES,
  DV_TEXT_STEP_OF,
  DV_TEXT_JOIN_WIFI,
  DV_TEXT_JOIN_WIFI_HOW,
  DV_TEXT_NETWORK,
  DV_TEXT_PASSWORD,
  DV_TEXT_NO_INTERNET,
  DV_TEXT_JOIN_PAGE,
  DV_TEXT_JOIN_PAGE_HOW,
  DV_TEXT_ADDRESS,
  DV_TEXT_CODE,
  DV_TEXT_TIMER,
  DV_TEXT_REPORTING,
  DV_TEXT_PAUSED,
  DV_TEXT_TIME_IS_UP,
  DV_TEXT_TEST,
  DV_TEXT_TEST_HOW,
  DV_TEXT_TEST_LARGE,
  DV_TEXT_TEST_CARD,
  DV_TEXT_TEST_SMALL,
} DvDocumentText;

const char *dv_document_language    (DvWorkshop     *workshop);
const char *dv_document_text        (const char     *language,
                                     DvDocumentText  text);
char       *dv_document_text_page   (const char *language,
                                     guint       page,
                                     guint       n_pages) G_GNUC_WARN_UNUSED_RESULT;
char       *dv_document_text_article (const char *language,
                                      guint       number) G_GNUC_WARN_UNUSED_RESULT;
char       *dv_document_text_edition (const char *language,
                                      gboolean    is_adopted,
                                      const char *edition,
                                      const char *date) G_GNUC_WARN_UNUSED_RESULT;
char       *dv_document_text_date   (const char *language,
                                     const char *date) G_GNUC_WARN_UNUSED_RESULT;
char       *dv_document_text_number (const char *language,
                                     double      number) G_GNUC_WARN_UNUSED_RESULT;
char       *dv_document_text_fill   (const char     *language,
                                     DvDocumentText  text,
                                     guint           first,
                                     guint           second) G_GNUC_WARN_UNUSED_RESULT;
char       *dv_document_text_fill_string (const char     *language,
                                          DvDocumentText  text,
                                          const char     *first,
                                          const char     *second) G_GNUC_WARN_UNUSED_RESULT;
char       *dv_document_text_count  (const char *language,
                                     guint       number) G_GNUC_WARN_UNUSED_RESULT;
char       *dv_document_text_day    (const char *language,
                                     const char *date) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* dv-slide.h
 *
 * What the room is to see, as plain data
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-map-graph.h"

G_BEGIN_DECLS

/* A slide holds copies of public texts and numbers, all that a scene needs and
 * nothing else: no item, no record, no workshop. What is drawn, exported, read
 * aloud or sent to a phone is made from a slide, so that what is not on it
 * cannot be seen. Every word on it is there already, in the language of the
 * workshop; a scene adds none.
 */

typedef enum
{
  DV_SLIDE_BLANK,
  DV_SLIDE_HOUSE,      /* title, organisation and logo */
  DV_SLIDE_AGENDA,
  DV_SLIDE_QUESTION,
  DV_SLIDE_BEHAVIOURS, /* the examples of a value */
  DV_SLIDE_TABLES,     /* all tables at work */
  DV_SLIDE_SHORTLIST,  /* before and while dots are given */
  DV_SLIDE_REVEAL,     /* the dots */
  DV_SLIDE_WORDS,      /* key words as a cloud of two sides */
  DV_SLIDE_WORD_LIST,  /* the same, ranked */
  DV_SLIDE_VALUES,
  DV_SLIDE_ARTICLE,
  DV_SLIDE_MANIFEST,
  DV_SLIDE_MAP,
  DV_SLIDE_MAP_STORY,  /* a page for each lane, from the bottom */
  DV_SLIDE_SUPPORT,
  DV_SLIDE_MIX,        /* who sits at which table */
  DV_SLIDE_TIMER,
  DV_SLIDE_FLIP,       /* free text */
  DV_SLIDE_JOIN_WIFI,
  DV_SLIDE_JOIN_PAGE,
  DV_SLIDE_TEST,       /* can the back row read this? */
} DvSlideKind;

#define DV_SLIDE_N_KINDS (DV_SLIDE_TEST + 1)

/* What is so of an item of a slide. */
typedef enum
{
  DV_MARK_STAR = 1 << 0,    /* starred, or the newest words "with a star" */
  DV_MARK_CHOSEN = 1 << 1,
  DV_MARK_TIED = 1 << 2,    /* tied across the edge of what is chosen */
  DV_MARK_NOW = 1 << 3,     /* of an agenda: busy */
  DV_MARK_DONE = 1 << 4,    /* of an agenda, of a table: ready */
  DV_MARK_BELOW = 1 << 5,   /* support below the threshold */
  DV_MARK_HIDDEN = 1 << 6,  /* its numbers are not shown */
  DV_MARK_LEAD = 1 << 7,    /* a statement over the clauses of an article */
} DvSlideMarks;

/* Whose word it is. */
typedef enum
{
  DV_SLIDE_SIDE_RESIDENTS,
  DV_SLIDE_SIDE_BOTH,
  DV_SLIDE_SIDE_STAFF,
} DvSlideSide;

/* So many of one shape; DV_SHAPE_NONE is everybody, not told apart. */
typedef struct
{
  DvShape shape;
  guint count;
} DvSlideDots;

/* Which fields are used depends on the kind of the slide; dv-slide.c tells. */
typedef struct
{
  char *id;       /* of the item it stands for; never a person */
  char *label;    /* nullable: "A", "1.2", "Table 1", "13:00" */
  char *text;
  char *detail;   /* nullable: "1 of 3", "15 min", a meaning */
  char *role;     /* nullable: name of the role, where it may be shown */
  DvShape shape;  /* of that role */
  int number;     /* of a value, for its colour; 0: none */
  DvSlideMarks marks;
  guint count;    /* dots, examples, times named */
  guint residents;
  guint staff;
  DvSlideSide side; /* of a word, for its place in the cloud */
  guint target;   /* pips: so many */
  guint reached;  /* of them filled */
  guint answers[DV_N_ANSWERS];
  int percent;    /* -1: not shown */
  int change;     /* percentage points since the round before */
  gboolean has_change;
  GArray *dots;   /* DvSlideDots */
} DvSlideItem;

/* How to join, as far as it is known. */
typedef struct
{
  char *network;  /* nullable */
  char *password; /* nullable */
  char *wifi_uri; /* nullable: what the QR code of the network holds */
  char *address;  /* nullable: as people type it */
  char *code;     /* nullable */
  char *page_uri; /* nullable: what the QR code of the page holds */
} DvSlideJoin;

typedef struct
{
  gatomicrefcount ref_count;
  DvSlideKind kind;
  char *language;    /* "nl", "en" */
  char *title;
  char *subtitle;    /* the question, the lead */
  char *text;        /* long text of a sheet; a remark beside the items */
  char *meta;        /* nullable: small, at the right of the headline */
  char *count;       /* nullable: large, top right */
  char *count_label;
  char *newest;      /* nullable: label over the newest item: "Just in" */
  char *foot;        /* nullable: bottom left */
  char *foot_end;    /* nullable: bottom right */
  char *status;      /* nullable: of the timer: "reporting back", "time is up" */
  char *timer;       /* nullable: "06:12" */
  double timer_part; /* of the time that is gone, 0 to 1 */
  gboolean timer_over;
  int number;        /* of the value it is about, for its colour; 0: none */
  char **labels;     /* nullable: column heads, legend; dv-slide.c tells which */
  GPtrArray *items;  /* DvSlideItem */
  GPtrArray *roles;  /* DvSlideItem: role, shape, count; those that may be shown */
  DvSlideJoin *join; /* nullable */
  DvMapGraph *map;   /* nullable */
  GBytes *logo;      /* nullable: PNG */
  char *logo_alt;    /* nullable */
  int threshold;     /* of support */
  guint page;        /* from 0; a scene shows its last page when there are fewer */
  char *spotlight;   /* nullable: id of the item that is put in the light */
} DvSlide;

/* What the labels of the word cloud and its list are. */
typedef enum
{
  DV_SLIDE_WORDS_RESIDENTS,
  DV_SLIDE_WORDS_STAFF,
  DV_SLIDE_WORDS_BOTH,         /* "both groups" */
  DV_SLIDE_WORDS_IN_LIST,      /* what did not fit: "+3" and then this */
  DV_SLIDE_WORDS_N_RESIDENTS,  /* how many words they gave */
  DV_SLIDE_WORDS_N_STAFF,
  DV_SLIDE_WORDS_N_LABELS,
} DvSlideWordLabel;

#define DV_TYPE_SLIDE (dv_slide_get_type ())
GType        dv_slide_get_type     (void) G_GNUC_CONST;

DvSlide     *dv_slide_new          (DvSlideKind    kind,
                                    const char    *language) G_GNUC_WARN_UNUSED_RESULT;
DvSlide     *dv_slide_copy         (const DvSlide *self) G_GNUC_WARN_UNUSED_RESULT;
DvSlide     *dv_slide_ref          (DvSlide       *self);
void         dv_slide_unref        (DvSlide       *self);
DvSlideItem *dv_slide_add_item     (DvSlide       *self,
                                    const char    *id,
                                    const char    *text);
DvSlideItem *dv_slide_add_role     (DvSlide       *self,
                                    const char    *name,
                                    DvShape        shape,
                                    guint          count);
gboolean     dv_slide_item_equal   (const DvSlideItem *a,
                                    const DvSlideItem *b);
gboolean     dv_slide_equal        (const DvSlide *a,
                                    const DvSlide *b);
char        *dv_slide_describe     (const DvSlide *self) G_GNUC_WARN_UNUSED_RESULT;

DvSlideSide  dv_slide_side_of_word (guint          residents,
                                    guint          staff,
                                    guint          n_residents,
                                    guint          n_staff);
void         dv_slide_set_word_sides (DvSlide     *self);
char        *dv_slide_make_words_headline (const DvSlide *self) G_GNUC_WARN_UNUSED_RESULT;

const char  *dv_slide_kind_to_nick (DvSlideKind    kind);
int          dv_slide_kind_from_nick (const char  *nick);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvSlide, dv_slide_unref)

G_END_DECLS

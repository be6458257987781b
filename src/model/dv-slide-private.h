/* dv-slide-private.h
 *
 * Builders of the kinds of slide
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-document-text.h"
#include "dv-slide.h"
#include "dv-workshop.h"

G_BEGIN_DECLS

/* --- What the builders share --- */

DvSlide    *dv_slide_start            (DvWorkshop    *workshop,
                                       DvSlideKind    kind) G_GNUC_WARN_UNUSED_RESULT;
const char *dv_slide_read             (DvItem        *item,
                                       int            field);
char       *dv_slide_dup_field        (DvItem        *item,
                                       int            field) G_GNUC_WARN_UNUSED_RESULT;
const char *dv_slide_say              (DvSlide       *self,
                                       DvDocumentText text);
void        dv_slide_set_labels       (DvSlide       *self,
                                       const char    *first,
                                       ...) G_GNUC_NULL_TERMINATED;
void        dv_slide_add_present      (DvSlide       *self,
                                       DvWorkshop    *workshop);
char       *dv_slide_dup_taking_part  (DvSlide       *self,
                                       DvWorkshop    *workshop) G_GNUC_WARN_UNUSED_RESULT;
void        dv_slide_add_logo         (DvSlide       *self,
                                       DvItem        *manifest);
void        dv_slide_add_join         (DvSlide       *self,
                                       DvWorkshop    *workshop);
DvItem     *dv_slide_find_busy        (DvWorkshop    *workshop);

/* --- One for each kind; the item may be NULL where it says nullable --- */

DvSlide    *dv_slide_build_house      (DvWorkshop    *workshop) G_GNUC_WARN_UNUSED_RESULT;
DvSlide    *dv_slide_build_agenda     (DvWorkshop    *workshop,
                                       DvItem        *step) G_GNUC_WARN_UNUSED_RESULT;
DvSlide    *dv_slide_build_question   (DvWorkshop    *workshop,
                                       DvItem        *item) G_GNUC_WARN_UNUSED_RESULT;
DvSlide    *dv_slide_build_flip       (DvWorkshop    *workshop,
                                       DvItem        *flip) G_GNUC_WARN_UNUSED_RESULT;
DvSlide    *dv_slide_build_timer      (DvWorkshop    *workshop) G_GNUC_WARN_UNUSED_RESULT;
DvSlide    *dv_slide_build_test       (DvWorkshop    *workshop) G_GNUC_WARN_UNUSED_RESULT;
DvSlide    *dv_slide_build_join       (DvWorkshop    *workshop,
                                       DvSlideKind    kind) G_GNUC_WARN_UNUSED_RESULT;
DvSlide    *dv_slide_build_behaviours (DvWorkshop    *workshop,
                                       DvItem        *value) G_GNUC_WARN_UNUSED_RESULT;
DvSlide    *dv_slide_build_tables     (DvWorkshop    *workshop,
                                       DvItem        *activity) G_GNUC_WARN_UNUSED_RESULT;
DvSlide    *dv_slide_build_values     (DvWorkshop    *workshop) G_GNUC_WARN_UNUSED_RESULT;
DvSlide    *dv_slide_build_shortlist  (DvWorkshop    *workshop,
                                       DvItem        *value) G_GNUC_WARN_UNUSED_RESULT;
DvSlide    *dv_slide_build_reveal     (DvWorkshop    *workshop,
                                       DvItem        *value) G_GNUC_WARN_UNUSED_RESULT;
DvSlide    *dv_slide_build_words      (DvWorkshop    *workshop,
                                       DvItem        *activity,
                                       DvSlideKind    kind) G_GNUC_WARN_UNUSED_RESULT;
DvSlide    *dv_slide_build_article    (DvWorkshop    *workshop,
                                       DvItem        *article) G_GNUC_WARN_UNUSED_RESULT;
DvSlide    *dv_slide_build_manifest   (DvWorkshop    *workshop) G_GNUC_WARN_UNUSED_RESULT;
DvSlide    *dv_slide_build_map        (DvWorkshop    *workshop,
                                       DvSlideKind    kind) G_GNUC_WARN_UNUSED_RESULT;
DvSlide    *dv_slide_build_support    (DvWorkshop    *workshop,
                                       DvItem        *support) G_GNUC_WARN_UNUSED_RESULT;
DvSlide    *dv_slide_build_mix        (DvWorkshop    *workshop) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

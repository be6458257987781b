/* dv-behaviours-page.h
 *
 * The example behaviour of each value as a list
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

#include "dv-glyph.h"

G_BEGIN_DECLS

typedef struct
{
  char *text;
  char *counter; /* (nullable): what is not meant */
  char *role;    /* (nullable): its name */
  DvGlyph glyph; /* of the role */
  gboolean has_star;
  gboolean is_chosen;
} DvBehaviourRow;

typedef struct
{
  char *name;     /* (nullable): of the value */
  guint number;   /* of the value among the chosen ones, or 0 */
  GArray *rows;   /* DvBehaviourRow */
} DvBehaviourGroup;

typedef struct
{
  char *language;
  char *subtitle;
  char *organisation;
  char *date;        /* YYYY-MM-DD */
  GPtrArray *groups; /* DvBehaviourGroup */
} DvBehavioursText;

DvBehavioursText *dv_behaviours_text_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void              dv_behaviours_text_free      (DvBehavioursText *text);
DvBehaviourGroup *dv_behaviours_text_add_group (DvBehavioursText *text,
                                                const char       *name,
                                                guint             number);
void              dv_behaviour_group_add       (DvBehaviourGroup *group,
                                                const char       *text,
                                                const char       *counter,
                                                const char       *role,
                                                DvGlyph           glyph,
                                                gboolean          has_star,
                                                gboolean          is_chosen);

GBytes           *dv_behaviours_to_pdf         (const DvBehavioursText *text,
                                                GError                **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes           *dv_behaviours_to_txt         (const DvBehavioursText *text,
                                                GError                **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes           *dv_behaviours_to_csv         (const DvBehavioursText *text,
                                                GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvBehavioursText, dv_behaviours_text_free)

G_END_DECLS

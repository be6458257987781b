/* dv-choose-lines.h
 *
 * The list on which a room chooses: shortlist, ties and reserve of one value
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "dv-choose-line.h"

G_BEGIN_DECLS

#define DV_TYPE_CHOOSE_LINES (dv_choose_lines_get_type ())
G_DECLARE_FINAL_TYPE (DvChooseLines, dv_choose_lines, DV, CHOOSE_LINES, GObject)

DvChooseLines *dv_choose_lines_new          (DvWorkshop    *workshop) G_GNUC_WARN_UNUSED_RESULT;
GListModel    *dv_choose_lines_get_model    (DvChooseLines *self);
void           dv_choose_lines_set_value    (DvChooseLines *self,
                                             DvItem        *value);
DvCounting     dv_choose_lines_get_counting (DvChooseLines *self);
void           dv_choose_lines_set_counting (DvChooseLines *self,
                                             DvCounting     counting);
void           dv_choose_lines_search       (DvChooseLines *self,
                                             const char    *text);
gboolean       dv_choose_lines_refresh      (DvChooseLines *self);
gboolean       dv_choose_lines_has_tie      (DvChooseLines *self);
guint          dv_choose_lines_find         (DvChooseLines *self,
                                             DvItem        *behaviour);
void           dv_choose_lines_update_edge  (DvChooseLines *self,
                                             DvChooseLine  *line,
                                             guint          position);

G_END_DECLS

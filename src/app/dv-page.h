/* dv-page.h
 *
 * What every page of the console is
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "dv-session.h"

G_BEGIN_DECLS

#define DV_TYPE_PAGE (dv_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (DvPage, dv_page, DV, PAGE, GtkWidget)

/* A page fills the workspace, from under the header bar to the bottom of the
 * window, its own entry area or foot bar included. */
struct _DvPageClass
{
  GtkWidgetClass parent_class;

  /* The page is shown: read the session, make ready. Called before it is seen. */
  void       (*enter)       (DvPage     *self);
  /* Where typing goes: called when the page is shown and on Esc. */
  void       (*focus_entry) (DvPage     *self);
  /* Ctrl+F text; "" ends searching. NULL when the page cannot be searched. */
  void       (*search)      (DvPage     *self,
                             const char *text);
  /* (transfer none): a widget for the side column instead of the notes, owned
   * by the page; NULL for the notes. */
  GtkWidget *(*get_side)    (DvPage     *self);
  /* (transfer none) (nullable): a widget at the end of the header bar over the
   * page, or over its own side column; owned by the page. */
  GtkWidget *(*get_buttons)      (DvPage *self);
  GtkWidget *(*get_side_buttons) (DvPage *self);
};

DvSession  *dv_page_get_session  (DvPage     *self);
DvWorkshop *dv_page_get_workshop (DvPage     *self);
void        dv_page_enter        (DvPage     *self);
void        dv_page_focus_entry  (DvPage     *self);
gboolean    dv_page_can_search   (DvPage     *self);
void        dv_page_search       (DvPage     *self,
                                  const char *text);
GtkWidget  *dv_page_get_side     (DvPage     *self);
GtkWidget  *dv_page_get_buttons  (DvPage     *self);
GtkWidget  *dv_page_get_side_buttons (DvPage *self);
const char *dv_page_get_title    (DvPage     *self);
void        dv_page_set_title    (DvPage     *self,
                                  const char *title);
const char *dv_page_get_subtitle (DvPage     *self);
void        dv_page_set_subtitle (DvPage     *self,
                                  const char *subtitle);
int         dv_page_get_side_width (DvPage   *self);
void        dv_page_set_side_width (DvPage   *self,
                                    int       width);
const char *dv_page_get_side_title (DvPage   *self);
void        dv_page_set_side_title (DvPage     *self,
                                    const char *title);
const char *dv_page_get_side_subtitle (DvPage *self);
void        dv_page_set_side_subtitle (DvPage     *self,
                                       const char *subtitle);

G_END_DECLS

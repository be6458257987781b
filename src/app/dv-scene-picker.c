/* dv-scene-picker.c
 *
 * A popover to choose what the room sees
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-scene-picker"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-flip-dialog.h"
#include "dv-fold.h"
#include "dv-scene-picker.h"

/* The first row follows the programme, the others stand for a cue each. The list
 * is made when the popover opens, and stays as it is until it closes. */

/* As many scenes as one looks through without searching. */
#define SHORT_LIST 12

struct _DvScenePicker
{
  GtkPopover parent_instance;

  /* Template children */
  GtkWidget *search;
  GtkListBox *list;
  GtkScrolledWindow *scroller;

  /* Owned */
  DvSession *session;
  GArray *cues;   /* DvCue, in the order of the rows after the first */
  char *searched; /* nullable: folded */
};

G_DEFINE_FINAL_TYPE (DvScenePicker, dv_scene_picker, GTK_TYPE_POPOVER)

/* --- Groups --------------------------------------------------------------------- */

static const char *const group_names[] = {
  NC_("group of scenes", "Programme"),
  NC_("group of scenes", "Core values and examples"),
  NC_("group of scenes", "Manifest"),
  NC_("group of scenes", "Strategy map"),
  NC_("group of scenes", "Support"),
  NC_("group of scenes", "Joining and tables"),
  NC_("group of scenes", "Flip-over"),
  NC_("group of scenes", "Timer and test"),
};

static guint
get_group (DvSlideKind kind)
{
  switch (kind)
    {
    case DV_SLIDE_VALUES:
    case DV_SLIDE_BEHAVIOURS:
    case DV_SLIDE_SHORTLIST:
    case DV_SLIDE_REVEAL:
      return 1;
    case DV_SLIDE_ARTICLE:
    case DV_SLIDE_MANIFEST:
      return 2;
    case DV_SLIDE_MAP:
    case DV_SLIDE_MAP_STORY:
      return 3;
    case DV_SLIDE_SUPPORT:
      return 4;
    case DV_SLIDE_MIX:
    case DV_SLIDE_JOIN_WIFI:
    case DV_SLIDE_JOIN_PAGE:
      return 5;
    case DV_SLIDE_FLIP:
      return 6;
    case DV_SLIDE_TIMER:
    case DV_SLIDE_TEST:
      return 7;
    case DV_SLIDE_BLANK:
    case DV_SLIDE_HOUSE:
    case DV_SLIDE_AGENDA:
    case DV_SLIDE_QUESTION:
    case DV_SLIDE_TABLES:
    case DV_SLIDE_WORDS:
    case DV_SLIDE_WORD_LIST:
    default:
      return 0;
    }
}

/* In a group they stay in the order of the programme. */
static GArray *
list_cues (DvScenePicker *self)
{
  g_autoptr (GArray) cues = dv_cue_list (dv_session_get_workshop (self->session));
  GArray *grouped = g_array_sized_new (FALSE, FALSE, sizeof (DvCue), cues->len);

  for (guint group = 0; group < G_N_ELEMENTS (group_names); group++)
    for (guint i = 0; i < cues->len; i++)
      if (get_group (g_array_index (cues, DvCue, i).kind) == group)
        g_array_append_val (grouped, g_array_index (cues, DvCue, i));

  return grouped;
}

/* Nullable: of the row that follows the programme. */
static const DvCue *
get_cue (DvScenePicker *self,
         GtkListBoxRow *row)
{
  int index = gtk_list_box_row_get_index (row);

  return index > 0 && index <= (int) self->cues->len ? &g_array_index (self->cues, DvCue, index - 1) : NULL;
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       data)
{
  DvScenePicker *self = data;
  const DvCue *cue = get_cue (self, row);
  const DvCue *cue_before = before != NULL ? get_cue (self, before) : NULL;
  GtkWidget *label = NULL;

  if (cue != NULL && (cue_before == NULL || get_group (cue_before->kind) != get_group (cue->kind)))
    {
      label = gtk_label_new (g_dpgettext2 (NULL, "group of scenes", group_names[get_group (cue->kind)]));
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "small-heading");
      gtk_widget_add_css_class (label, "scene-group");
    }
  gtk_list_box_row_set_header (row, label);
}

/* --- Rows ------------------------------------------------------------------------ */

static void
add_row (DvScenePicker *self,
         const char    *text,
         gboolean       is_shown)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_visible (check, is_shown);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (self->list, row);
  if (is_shown)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

static void
fill (DvScenePicker *self)
{
  DvWorkshop *workshop = dv_session_get_workshop (self->session);
  DvStage *stage = dv_session_get_stage (self->session);
  gboolean follows = dv_stage_is_following (stage);
  DvCue shown = dv_stage_get_cue (stage);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_clear_pointer (&self->cues, g_array_unref);
  self->cues = list_cues (self);

  add_row (self, C_("scene", "Follow the programme"), follows);
  for (guint i = 0; i < self->cues->len; i++)
    {
      const DvCue *cue = &g_array_index (self->cues, DvCue, i);
      g_autofree char *label = dv_cue_dup_label (workshop, cue);

      add_row (self, label, !follows && dv_cue_equal (cue, &shown));
    }
  gtk_widget_set_visible (self->search, self->cues->len > SHORT_LIST);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       data)
{
  DvScenePicker *self = data;
  const DvCue *cue = get_cue (self, row);
  g_autofree char *label = NULL;

  if (self->searched == NULL)
    return TRUE;
  if (cue == NULL)
    return FALSE;

  label = dv_cue_dup_label (dv_session_get_workshop (self->session), cue);
  return dv_fold_contains (label, self->searched);
}

static void
search_changed_cb (DvScenePicker *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_clear_pointer (&self->searched, g_free);
  if (text[0] != '\0')
    self->searched = dv_fold (text);
  gtk_list_box_invalidate_filter (self->list);
}

/* --- Choosing --------------------------------------------------------------------- */

static void
row_activated_cb (DvScenePicker *self,
                  GtkListBoxRow *row)
{
  /* Without a cue it is what the activity shows. */
  dv_stage_show (dv_session_get_stage (self->session), get_cue (self, row));
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Enter takes the first that was found. */
static void
search_activate_cb (DvScenePicker *self)
{
  for (int i = 0; gtk_list_box_get_row_at_index (self->list, i) != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

      if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
        {
          row_activated_cb (self, row);
          return;
        }
    }
}

static void
search_stop_cb (DvScenePicker *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
new_sheet_cb (DvScenePicker *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  DvFlipDialog *dialog = dv_flip_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->session);

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_window_present (GTK_WINDOW (dialog));
  dv_flip_dialog_add (dialog);
}

static void
shown_cb (DvScenePicker *self)
{
  GtkListBoxRow *row;

  if (self->session == NULL)
    return;

  fill (self);
  row = gtk_list_box_get_selected_row (self->list);
  if (gtk_widget_get_visible (self->search))
    gtk_widget_grab_focus (self->search);
  else if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* --- Life --------------------------------------------------------------------------- */

static void
dv_scene_picker_dispose (GObject *object)
{
  DvScenePicker *self = DV_SCENE_PICKER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_SCENE_PICKER);
  g_clear_pointer (&self->cues, g_array_unref);
  g_clear_pointer (&self->searched, g_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dv_scene_picker_parent_class)->dispose (object);
}

static void
dv_scene_picker_class_init (DvScenePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_scene_picker_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-scene-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, DvScenePicker, search);
  gtk_widget_class_bind_template_child (widget_class, DvScenePicker, list);
  gtk_widget_class_bind_template_child (widget_class, DvScenePicker, scroller);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_sheet_cb);
}

static void
dv_scene_picker_init (DvScenePicker *self)
{
  self->cues = g_array_new (FALSE, FALSE, sizeof (DvCue));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
}

/**
 * dv_scene_picker_set_session:
 * @self: a new picker
 * @session: whose stage it is about; can be set once
 */
void
dv_scene_picker_set_session (DvScenePicker *self,
                             DvSession     *session)
{
  g_return_if_fail (DV_IS_SCENE_PICKER (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
}

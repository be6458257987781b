/* dv-flip-dialog.c
 *
 * The flip chart: sheets of free text for the room
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-flip-dialog"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "dv-field.h"
#include "dv-flip-dialog.h"
#include "dv-stage-preview.h"

/* Sheets at the left, the one that is chosen at the right, with how the room
 * sees it over the fields. A sheet that is on the projector changes while it is
 * written. Stays open beside the window: one may want to show the next sheet. */

struct _DvFlipDialog
{
  AdwWindow parent_instance;

  /* Template children */
  AdwToastOverlay *toasts;
  GtkListBox *list;
  GtkStack *stack;
  DvSlideView *preview;
  GtkWidget *title_entry;
  GtkWidget *text_view;
  GtkWidget *show_button;

  /* Owned */
  DvSession *session;
  DvItem *sheet; /* nullable: the one that is shown */
  GSignalGroup *sheet_signals;
};

G_DEFINE_FINAL_TYPE (DvFlipDialog, dv_flip_dialog, ADW_TYPE_WINDOW)

static DvWorkshop *
get_workshop (DvFlipDialog *self)
{
  return dv_session_get_workshop (self->session);
}

static DvList *
get_sheets (DvFlipDialog *self)
{
  return dv_workshop_get_list (get_workshop (self), &dv_flip_kind);
}

/* --- Rows ----------------------------------------------------------------------- */

/* What a sheet is called in the list: its title, else how it begins. */
static char *
dup_name (DvItem *sheet)
{
  const char *title = dv_item_get_string (sheet, DV_FLIP_TITLE);
  const char *text = dv_item_get_string (sheet, DV_FLIP_TEXT);

  if (title[0] != '\0')
    return g_strdup (title);
  if (text[0] != '\0')
    return g_strndup (text, strcspn (text, "\n"));
  return g_strdup (C_("flip-over sheet", "Empty sheet"));
}

static void
row_changed_cb (GtkLabel *label,
                guint     fields,
                DvItem   *sheet)
{
  g_autofree char *name = dup_name (sheet);

  gtk_label_set_text (label, name);
}

static GtkWidget *
make_row (gpointer item,
          gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  g_signal_connect_object (item, "changed", G_CALLBACK (row_changed_cb), label, G_CONNECT_SWAPPED);
  row_changed_cb (GTK_LABEL (label), 0, item);
  return label;
}

/* --- The sheet that is shown ------------------------------------------------------- */

static DvCue
get_cue (DvFlipDialog *self)
{
  return dv_cue_make (DV_SLIDE_FLIP, dv_item_get_id (self->sheet));
}

static void
sheet_changed_cb (DvFlipDialog *self)
{
  DvCue cue = get_cue (self);
  g_autoptr (DvSlide) slide = dv_cue_make_slide (get_workshop (self), &cue);

  dv_slide_view_set_slide (self->preview, slide);
}

static void
stage_changed_cb (DvFlipDialog *self)
{
  DvStage *stage = dv_session_get_stage (self->session);
  DvCue cue = dv_stage_get_cue (stage);
  DvCue own = self->sheet != NULL ? get_cue (self) : dv_cue_make (DV_SLIDE_BLANK, NULL);
  gboolean is_shown = self->sheet != NULL && !dv_stage_is_following (stage) && dv_cue_equal (&cue, &own);

  gtk_button_set_label (GTK_BUTTON (self->show_button), is_shown ? _("On the projector") : _("Show on projector"));
  gtk_widget_set_sensitive (self->show_button, self->sheet != NULL && !is_shown);
}

static void
show_sheet (DvFlipDialog *self,
            DvItem       *sheet)
{
  g_set_object (&self->sheet, sheet);
  g_signal_group_set_target (self->sheet_signals, sheet);
  gtk_stack_set_visible_child_name (self->stack, sheet != NULL ? "sheet" : "none");
  if (sheet != NULL)
    {
      dv_field_bind (self->title_entry, self->session, sheet, DV_FLIP_TITLE, C_("undo", "Write a flip-over sheet"));
      dv_field_bind (self->text_view, self->session, sheet, DV_FLIP_TEXT, C_("undo", "Write a flip-over sheet"));
      sheet_changed_cb (self);
    }
  stage_changed_cb (self);
}

static void
row_selected_cb (DvFlipDialog  *self,
                 GtkListBoxRow *row)
{
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if (index >= 0 && index < (int) dv_list_get_length (get_sheets (self)))
    show_sheet (self, dv_list_get (get_sheets (self), (guint) index));
}

static void
select_sheet (DvFlipDialog *self,
              guint         position)
{
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) position));
}

/* What was shown may be gone, and what is undone may be back: show what is
 * there. */
static void
sheets_changed_cb (DvFlipDialog *self,
                   guint         position,
                   guint         removed,
                   guint         added)
{
  guint n = dv_list_get_length (get_sheets (self));

  if (n == 0)
    {
      dv_field_unbind (self->title_entry);
      dv_field_unbind (self->text_view);
      show_sheet (self, NULL);
    }
  else
    select_sheet (self, MIN (position, n - 1));
}

/* --- Actions ------------------------------------------------------------------------ */

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  dv_flip_dialog_add (DV_FLIP_DIALOG (widget));
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DvFlipDialog *self = DV_FLIP_DIALOG (widget);
  g_autoptr (DvGroup) group = dv_group_new (C_("undo", "Remove a flip-over sheet"), DV_ORIGIN_CONSOLE);
  AdwToast *toast;

  if (self->sheet == NULL)
    return;

  dv_group_remove (group, dv_item_get_id (self->sheet));
  if (!dv_session_apply (self->session, group))
    return;

  toast = adw_toast_new (_("Sheet removed"));
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "flip.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  /* The window of the workshop says what could not be taken back. */
  if (parent == NULL || !gtk_widget_activate_action (GTK_WIDGET (parent), "win.undo", NULL))
    dv_workshop_undo (get_workshop (DV_FLIP_DIALOG (widget)), NULL);
}

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DvFlipDialog *self = DV_FLIP_DIALOG (widget);
  DvCue cue;

  if (self->sheet == NULL)
    return;

  dv_field_commit (self->title_entry);
  dv_field_commit (self->text_view);
  cue = get_cue (self);
  dv_stage_show (dv_session_get_stage (self->session), &cue);
}

/* --- Life ---------------------------------------------------------------------------- */

static gboolean
dv_flip_dialog_close_request (GtkWindow *window)
{
  /* Leaving a field saves it. */
  gtk_window_set_focus (window, NULL);
  return GTK_WINDOW_CLASS (dv_flip_dialog_parent_class)->close_request (window);
}

static void
dv_flip_dialog_dispose (GObject *object)
{
  DvFlipDialog *self = DV_FLIP_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_FLIP_DIALOG);
  g_clear_object (&self->sheet_signals);
  g_clear_object (&self->sheet);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dv_flip_dialog_parent_class)->dispose (object);
}

static void
dv_flip_dialog_class_init (DvFlipDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_flip_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = dv_flip_dialog_close_request;

  g_type_ensure (DV_TYPE_SLIDE_VIEW);
  gtk_widget_class_install_action (widget_class, "flip.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "flip.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "flip.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "flip.show", NULL, show_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-flip-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DvFlipDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, DvFlipDialog, list);
  gtk_widget_class_bind_template_child (widget_class, DvFlipDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, DvFlipDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, DvFlipDialog, title_entry);
  gtk_widget_class_bind_template_child (widget_class, DvFlipDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, DvFlipDialog, show_button);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
dv_flip_dialog_init (DvFlipDialog *self)
{
  self->sheet_signals = g_signal_group_new (DV_TYPE_ITEM);
  g_signal_group_connect_swapped (self->sheet_signals, "changed", G_CALLBACK (sheet_changed_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dv_flip_dialog_new:
 * @parent: (nullable): the window of the workshop
 * @session: its session
 *
 * Returns: (transfer none): a dialog with the sheet on the projector chosen, or
 *   the first; not shown yet; owned by GTK
 */
DvFlipDialog *
dv_flip_dialog_new (GtkWindow *parent,
                    DvSession *session)
{
  DvFlipDialog *self = g_object_new (DV_TYPE_FLIP_DIALOG, "transient-for", parent, NULL);
  DvCue cue = dv_stage_get_cue (dv_session_get_stage (session));
  DvItem *shown = cue.kind == DV_SLIDE_FLIP ? dv_workshop_find (dv_session_get_workshop (session), cue.id) : NULL;

  self->session = g_object_ref (session);
  dv_stage_preview_fit (self->preview, dv_session_get_aspect (session), 448, 280);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (get_sheets (self)), make_row, NULL, NULL);
  g_signal_connect_object (get_sheets (self), "items-changed", G_CALLBACK (sheets_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (dv_session_get_stage (session), "changed", G_CALLBACK (stage_changed_cb), self, G_CONNECT_SWAPPED);
  sheets_changed_cb (self, shown != NULL ? dv_item_get_position (shown) : 0, 0, 0);

  return self;
}

/**
 * dv_flip_dialog_add:
 * @self: a dialog
 *
 * Adds an empty sheet at the end, ready to be written.
 */
void
dv_flip_dialog_add (DvFlipDialog *self)
{
  g_autoptr (DvGroup) group = dv_group_new (C_("undo", "Add a flip-over sheet"), DV_ORIGIN_CONSOLE);

  g_return_if_fail (DV_IS_FLIP_DIALOG (self));

  dv_group_insert (group, &dv_flip_kind, dv_item_get_id (dv_workshop_get_root (get_workshop (self))), NULL);
  if (dv_session_apply (self->session, group))
    gtk_widget_grab_focus (self->title_entry);
}

/* dv-welcome.c
 *
 * The start screen: go on, begin, or look around
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-welcome"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-accessible.h"
#include "dv-programme.h"
#include "dv-recent.h"
#include "dv-state-folder.h"
#include "dv-welcome.h"

/* At the left what was open lately, with on top what is on this laptop alone;
 * at the right the programmes to begin with. Everything is an action of the
 * application, so that a row is no more than a title and an action. */

/* Below this the columns stand one above the other, in CSS px. */
#define WIDE_FROM 1040
#define MAX_SHOWN 6

struct _DvWelcome
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *child;
  GtkBox *columns;
  GtkWidget *left;
  GtkWidget *rooms_box;
  GtkListBox *rooms;
  GtkWidget *recent_box;
  GtkListBox *recent;
  GtkBox *programmes;

  /* Owned */
  GCancellable *cancellable; /* of looking whether files are there */

  /* State */
  guint turn_id;
  int width; /* last allocated */
};

G_DEFINE_FINAL_TYPE (DvWelcome, dv_welcome, GTK_TYPE_WIDGET)

static GtkWidget *
make_row (const char *title,
          const char *subtitle,
          gint64      time)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *when = dv_recent_format_time (time);
  GtkWidget *label = gtk_label_new (when);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static void
set_action (GtkWidget  *row,
            const char *action,
            const char *target)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GtkWidget) row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);
  g_autofree char *path = g_file_get_path (G_FILE (source));
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *text = NULL;

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return;

  /* Opening it says why; the row offers to be done with it. */
  text = g_strdup_printf (_("Not found: %s"), shown);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_widget_add_css_class (row, "missing");
  set_action (row, "welcome.forget", path);
  gtk_widget_set_tooltip_text (row, _("Take it off the list"));
}

static void
add_recent (DvWelcome      *self,
            const DvRecent *recent)
{
  GtkWidget *row = make_row (recent->title, recent->place, recent->time);
  g_autofree char *shown = g_filename_display_name (recent->path);
  g_autoptr (GFile) file = g_file_new_for_path (recent->path);

  gtk_widget_set_tooltip_text (row, shown);
  set_action (row, "app.open-path", recent->path);
  gtk_list_box_append (self->recent, row);
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_LOW,
                           self->cancellable, looked_cb, g_object_ref (row));
}

static void
show_recent (DvWelcome *self)
{
  g_autoptr (GPtrArray) list = dv_recent_list ();
  guint n = 0;

  for (guint i = 0; i < list->len && n < MAX_SHOWN; i++)
    {
      const DvRecent *recent = g_ptr_array_index (list, i);

      if (recent->path[0] == '\0')
        continue;
      add_recent (self, recent);
      n++;
    }
  gtk_widget_set_visible (self->recent_box, n > 0);
}

static void
add_room (DvWelcome    *self,
          const DvRoom *room)
{
  g_autofree char *name = room->path != NULL ? g_filename_display_basename (room->path) : NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  if (name != NULL)
    subtitle = g_strdup_printf (_("Holds work that is not in “%s” yet"), name);
  else
    subtitle = g_strdup (_("Only on this laptop"));
  row = make_row (room->title != NULL && room->title[0] != '\0' ? room->title : C_("title", "Untitled workshop"),
                  subtitle, room->time);
  set_action (row, "app.recover", room->name);
  gtk_list_box_append (self->rooms, row);
}

static void
show_rooms (DvWelcome *self)
{
  g_autoptr (GPtrArray) rooms = dv_state_list_rooms ();
  guint n = 0;

  for (guint i = 0; i < rooms->len; i++)
    {
      const DvRoom *room = g_ptr_array_index (rooms, i);

      if (!room->is_unrecovered || room->in_use)
        continue;
      add_room (self, room);
      n++;
    }
  gtk_widget_set_visible (self->rooms_box, n > 0);
}

static GtkWidget *
make_card (const char *title,
           const char *about)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *label = gtk_label_new (about);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (heading), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (heading), 20);
  gtk_label_set_lines (GTK_LABEL (heading), 2);
  gtk_label_set_ellipsize (GTK_LABEL (heading), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (heading, "card-title");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about,
                                  -1);
  return button;
}

/* A template that somebody put in his folder, and that is not right: he would
 * look for it in vain. */
static GtkWidget *
make_problem (const char *message)
{
  GtkWidget *label = gtk_label_new (message);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "warning");
  return label;
}

static void
show_programmes (DvWelcome *self)
{
  gboolean is_dutch = g_str_has_prefix (g_get_language_names ()[0], "nl");
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) programmes = dv_programme_list (is_dutch ? DV_LANGUAGE_NL : DV_LANGUAGE_EN, problems);
  GtkWidget *example = make_card (_("View the example"), _("A finished programme of a municipality that does not exist"));

  for (guint i = 0; i < programmes->len; i++)
    {
      const DvProgramme *programme = g_ptr_array_index (programmes, i);
      GtkWidget *card = make_card (programme->title, programme->about);

      set_action (card, "app.new-from", programme->id);
      /* The whole programme comes before its parts. */
      if (g_str_equal (programme->id, "verbonden-gemeente"))
        gtk_box_prepend (self->programmes, card);
      else
        gtk_box_append (self->programmes, card);
    }
  gtk_actionable_set_action_name (GTK_ACTIONABLE (example), "app.example");
  gtk_box_append (self->programmes, example);
  for (guint i = 0; i < problems->len; i++)
    gtk_box_append (self->programmes, make_problem (g_ptr_array_index (problems, i)));
}

static void
forget_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DvWelcome *self = DV_WELCOME (widget);
  GtkWidget *row;

  dv_recent_forget (g_variant_get_string (parameter, NULL));
  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->recent, 0))) != NULL)
    gtk_list_box_remove (self->recent, row);
  show_recent (self);
}

/* --- Life -------------------------------------------------------------------- */

static gboolean
turn_cb (gpointer data)
{
  DvWelcome *self = data;
  gboolean is_wide = self->width >= WIDE_FROM;

  self->turn_id = 0;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  is_wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (self->left, is_wide ? 560 : 360, -1);
  return G_SOURCE_REMOVE;
}

static void
dv_welcome_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  gtk_widget_measure (DV_WELCOME (widget)->child, orientation, for_size, minimum, natural, NULL, NULL);
  /* As narrow as with the columns one above the other. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, 420);
}

static void
dv_welcome_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  DvWelcome *self = DV_WELCOME (widget);
  gboolean is_wide = gtk_orientable_get_orientation (GTK_ORIENTABLE (self->columns)) == GTK_ORIENTATION_HORIZONTAL;
  int least;

  self->width = width;
  /* Turning changes what is being allocated: it must wait for a moment. */
  if (is_wide != (width >= WIDE_FROM) && self->turn_id == 0)
    self->turn_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, turn_cb, self, NULL);
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->child, &(GtkAllocation){ 0, 0, MAX (width, least), height }, baseline);
}

static void
dv_welcome_dispose (GObject *object)
{
  DvWelcome *self = DV_WELCOME (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->turn_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_WELCOME);

  G_OBJECT_CLASS (dv_welcome_parent_class)->dispose (object);
}

static void
dv_welcome_finalize (GObject *object)
{
  g_object_unref (DV_WELCOME (object)->cancellable);

  G_OBJECT_CLASS (dv_welcome_parent_class)->finalize (object);
}

static void
dv_welcome_class_init (DvWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_welcome_dispose;
  G_OBJECT_CLASS (klass)->finalize = dv_welcome_finalize;
  widget_class->measure = dv_welcome_measure;
  widget_class->size_allocate = dv_welcome_size_allocate;

  gtk_widget_class_install_action (widget_class, "welcome.forget", "s", forget_action);
  gtk_widget_class_set_css_name (widget_class, "welcome");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, DvWelcome, child);
  gtk_widget_class_bind_template_child (widget_class, DvWelcome, columns);
  gtk_widget_class_bind_template_child (widget_class, DvWelcome, left);
  gtk_widget_class_bind_template_child (widget_class, DvWelcome, rooms_box);
  gtk_widget_class_bind_template_child (widget_class, DvWelcome, rooms);
  gtk_widget_class_bind_template_child (widget_class, DvWelcome, recent_box);
  gtk_widget_class_bind_template_child (widget_class, DvWelcome, recent);
  gtk_widget_class_bind_template_child (widget_class, DvWelcome, programmes);
}

static void
dv_welcome_init (DvWelcome *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  dv_accessible_name_menu_buttons (GTK_WIDGET (self));
  show_rooms (self);
  show_recent (self);
  show_programmes (self);
}

/**
 * dv_welcome_new:
 *
 * Returns: (transfer floating): a start screen, as things are now
 */
GtkWidget *
dv_welcome_new (void)
{
  return g_object_new (DV_TYPE_WELCOME, NULL);
}

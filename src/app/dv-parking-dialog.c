/* dv-parking-dialog.c
 *
 * The parking lot: thoughts for later, and what lost its place
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-parking-dialog"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-parking-dialog.h"

#include "dv-behaviours.h"
#include "dv-change.h"
#include "dv-manifest.h"
#include "dv-values.h"

/* What the room brings up and what does not belong here is written down, so
 * that it need not be talked about now. Examples and clauses whose place was
 * removed stand here too, and go back to a value or an article from here. */

struct _DvParkingDialog
{
  AdwWindow parent_instance;

  /* Template children */
  GtkStack *stack;
  GtkEditable *entry;
  GtkListBox *list;

  /* Owned */
  DvSession *session;
  DvItem *parking; /* nullable: what the list follows */
};

G_DEFINE_FINAL_TYPE (DvParkingDialog, dv_parking_dialog, ADW_TYPE_WINDOW)

static DvWorkshop *
get_workshop (DvParkingDialog *self)
{
  return dv_session_get_workshop (self->session);
}

static int
text_field (DvItem *item)
{
  return dv_kind_find_field (dv_item_get_kind (item), "text");
}

static void
follow_text (GtkWidget *row,
             guint      fields,
             DvItem    *item)
{
  g_autofree char *escaped = g_markup_escape_text (dv_item_get_string (item, text_field (item)), -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
}

static const char *
name_place (DvItem *place)
{
  if (dv_item_get_kind (place) == &dv_value_kind)
    return dv_item_get_string (place, DV_VALUE_NAME);

  return dv_item_get_string (place, DV_ARTICLE_TITLE);
}

/* Where an item may go back to: the values for an example, the articles for a
 * clause, nowhere for a thought. */
static GMenuModel *
make_destinations (DvParkingDialog *self,
                   DvItem          *item)
{
  g_autoptr (GListModel) places = NULL;
  gboolean is_behaviour = dv_item_get_kind (item) == &dv_behaviour_kind;
  DvItem *manifest = dv_manifest_get (get_workshop (self));
  GMenu *menu = g_menu_new ();

  if (is_behaviour)
    places = dv_values_chosen_new (get_workshop (self));
  else if (dv_item_get_kind (item) == &dv_clause_kind && manifest != NULL)
    places = g_object_ref (G_LIST_MODEL (dv_item_get_list (manifest, &dv_article_kind)));

  for (guint i = 0; places != NULL && i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (DvItem) place = g_list_model_get_item (places, i);
      g_autoptr (GMenuItem) entry = NULL;

      entry = g_menu_item_new (name_place (place), NULL);
      g_menu_item_set_action_and_target (entry, "parking.put-back", "(ss)", dv_item_get_id (item), dv_item_get_id (place));
      g_menu_append_item (menu, entry);
    }

  return G_MENU_MODEL (menu);
}

static void
fill_menu_cb (GtkMenuButton *button,
              gpointer       data)
{
  DvParkingDialog *self = DV_PARKING_DIALOG (gtk_widget_get_root (GTK_WIDGET (button)));
  g_autoptr (GMenuModel) destinations = make_destinations (self, data);

  gtk_menu_button_set_menu_model (button, destinations);
}

static GtkWidget *
make_remove_button (DvItem *item)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_tooltip_text (button, C_("parking lot", "Remove"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "parking.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", dv_item_get_id (item));

  return button;
}

static GtkWidget *
make_row (gpointer data,
          gpointer user_data)
{
  DvItem *item = data;
  GtkWidget *row = adw_action_row_new ();

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (dv_item_get_kind (item) != &dv_thought_kind)
    {
      GtkWidget *back = gtk_menu_button_new ();
      gboolean is_behaviour = dv_item_get_kind (item) == &dv_behaviour_kind;

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), is_behaviour ? _("Example behaviour") : C_("of the Manifest", "Clause"));
      gtk_menu_button_set_label (GTK_MENU_BUTTON (back), C_("parking lot", "Put back"));
      gtk_widget_set_valign (back, GTK_ALIGN_CENTER);
      gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (back), fill_menu_cb, g_object_ref (item), g_object_unref);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), back);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove_button (item));
  g_signal_connect_object (item, "changed", G_CALLBACK (follow_text), row, G_CONNECT_SWAPPED);
  follow_text (row, 0, item);

  return row;
}

static guint
count_items (DvItem *parking)
{
  guint n = 0;

  for (guint i = 0; parking != NULL && i < dv_parking_kind.n_children; i++)
    n += dv_item_count (parking, dv_parking_kind.children[i].kind);

  return n;
}

/* Undo may take the parking lot itself away and bring another. */
static void
update (DvParkingDialog *self)
{
  DvItem *parking = dv_workshop_get_single (get_workshop (self), &dv_parking_kind);

  if (parking != self->parking)
    {
      g_autoptr (GListStore) lists = g_list_store_new (G_TYPE_LIST_MODEL);
      g_autoptr (GtkFlattenListModel) items = NULL;

      for (guint i = 0; parking != NULL && i < dv_parking_kind.n_children; i++)
        g_list_store_append (lists, dv_item_get_list (parking, dv_parking_kind.children[i].kind));
      items = gtk_flatten_list_model_new (g_object_ref (G_LIST_MODEL (lists)));
      gtk_list_box_bind_model (self->list, G_LIST_MODEL (items), make_row, self, NULL);
      g_set_object (&self->parking, parking);
    }
  gtk_stack_set_visible_child_name (self->stack, count_items (parking) > 0 ? "items" : "empty");
}

static void
add_cb (DvParkingDialog *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  g_autoptr (DvGroup) group = NULL;
  DvRecord *record;

  if (text[0] == '\0')
    return;

  group = dv_group_new (_("Park a thought"), DV_ORIGIN_CONSOLE);
  record = dv_group_insert (group, &dv_thought_kind, dv_group_parking (group, get_workshop (self)), NULL);
  dv_record_set_string (record, DV_THOUGHT_TEXT, text);
  if (dv_session_apply (self->session, group))
    gtk_editable_set_text (self->entry, "");
}

static void
remove_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  DvParkingDialog *self = DV_PARKING_DIALOG (widget);
  g_autoptr (DvGroup) group = dv_group_new (_("Remove from the parking lot"), DV_ORIGIN_CONSOLE);

  dv_group_remove (group, g_variant_get_string (parameter, NULL));
  if (dv_session_apply (self->session, group))
    dv_session_say_undo (self->session, _("Removed from the parking lot"));
}

static void
put_back_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DvParkingDialog *self = DV_PARKING_DIALOG (widget);
  const char *item_id, *place_id;
  g_autoptr (GPtrArray) behaviours = g_ptr_array_new ();
  DvItem *item, *place;
  GError *error = NULL;

  g_variant_get (parameter, "(&s&s)", &item_id, &place_id);
  item = dv_workshop_find (get_workshop (self), item_id);
  place = dv_workshop_find (get_workshop (self), place_id);
  if (item == NULL || place == NULL)
    return;

  g_ptr_array_add (behaviours, item);
  dv_session_check (self->session,
                    dv_item_get_kind (item) == &dv_behaviour_kind
                      ? dv_behaviours_move_to_value (get_workshop (self), behaviours, place, &error)
                      : dv_manifest_move_clause (get_workshop (self), item, place, NULL, &error),
                    &error);
}

static void
dv_parking_dialog_dispose (GObject *object)
{
  DvParkingDialog *self = DV_PARKING_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_PARKING_DIALOG);
  g_clear_object (&self->parking);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dv_parking_dialog_parent_class)->dispose (object);
}

static void
dv_parking_dialog_class_init (DvParkingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_parking_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-parking-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DvParkingDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, DvParkingDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, DvParkingDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_install_action (widget_class, "parking.remove", "s", remove_cb);
  gtk_widget_class_install_action (widget_class, "parking.put-back", "(ss)", put_back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dv_parking_dialog_init (DvParkingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dv_parking_dialog_new:
 * @parent: (nullable): the window to stand over
 * @session: the session of the workshop
 *
 * Returns: (transfer floating): a window with what is parked
 */
DvParkingDialog *
dv_parking_dialog_new (GtkWindow *parent,
                       DvSession *session)
{
  DvParkingDialog *self = g_object_new (DV_TYPE_PARKING_DIALOG, "transient-for", parent, "modal", parent != NULL, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (get_workshop (self), "applied", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}

/* dv-details-dialog.c
 *
 * Workshop details: what it is called, who takes part, at which tables
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-details-dialog"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-accessible.h"
#include "dv-details-dialog.h"
#include "dv-field.h"
#include "dv-list-box.h"
#include "dv-mix-popover.h"
#include "dv-role-glyph.h"

/* Every change is an edit at once; there is nothing to apply or cancel, and
 * Ctrl+Z in the window takes it back. Rows follow their lists: roles and tables
 * may also come and go by undo. */

struct _DvDetailsDialog
{
  AdwWindow parent_instance;

  /* Template children */
  AdwEntryRow *title_row;
  AdwEntryRow *organisation_row;
  AdwEntryRow *place_row;
  AdwActionRow *date_row;
  GtkPopover *date_popover;
  GtkCalendar *calendar;
  GtkSpinButton *people_spin;
  AdwComboRow *language_row;
  AdwComboRow *address_row;
  GtkListBox *roles;
  GtkWidget *add_role_button;
  GtkListBox *tables;
  GtkMenuButton *mix_button;

  /* Owned */
  DvSession *session;

  /* State */
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (DvDetailsDialog, dv_details_dialog, ADW_TYPE_WINDOW)

/* In the order of the rows. */
static const DvLanguage languages[] = { DV_LANGUAGE_NL, DV_LANGUAGE_EN };

static DvItem *
get_root (DvDetailsDialog *self)
{
  return dv_workshop_get_root (dv_session_get_workshop (self->session));
}

static void
set_int (DvDetailsDialog *self,
         DvItem          *item,
         int              field,
         gint64           value,
         const char      *label)
{
  g_autoptr (DvGroup) group = NULL;

  if (self->is_updating || dv_item_get_int (item, field) == value)
    return;

  group = dv_group_new (label, DV_ORIGIN_CONSOLE);
  dv_group_set_int (group, item, field, value);
  dv_session_apply (self->session, group);
}

/* --- The workshop -------------------------------------------------------------- */

static void
set_date (DvDetailsDialog *self,
          const char      *date)
{
  g_autoptr (DvGroup) group = dv_group_new (C_("undo", "Change the date"), DV_ORIGIN_CONSOLE);

  if (g_str_equal (dv_item_get_string (get_root (self), DV_WORKSHOP_DATE), date))
    return;

  dv_group_set_string (group, get_root (self), DV_WORKSHOP_DATE, date);
  dv_session_apply (self->session, group);
}

static void
day_selected_cb (DvDetailsDialog *self)
{
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *date = NULL;

  if (self->is_updating)
    return;

  day = gtk_calendar_get_date (self->calendar);
  date = g_date_time_format (day, "%Y-%m-%d");
  set_date (self, date);
}

static void
clear_date_cb (DvDetailsDialog *self)
{
  set_date (self, "");
  gtk_popover_popdown (self->date_popover);
}

static void
people_changed_cb (DvDetailsDialog *self)
{
  set_int (self, get_root (self), DV_WORKSHOP_PEOPLE, gtk_spin_button_get_value_as_int (self->people_spin),
           C_("undo", "Change the number of people"));
}

static void
language_selected_cb (DvDetailsDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->language_row);

  if (self->session != NULL && selected < G_N_ELEMENTS (languages))
    set_int (self, get_root (self), DV_WORKSHOP_LANGUAGE, languages[selected], C_("undo", "Change the language"));
}

static void
address_selected_cb (DvDetailsDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->address_row);

  if (self->session != NULL && selected != GTK_INVALID_LIST_POSITION)
    set_int (self, get_root (self), DV_WORKSHOP_ADDRESS, selected == 0 ? DV_ADDRESS_JE : DV_ADDRESS_U,
             C_("undo", "Change the form of address"));
}

static void
update_date (DvDetailsDialog *self)
{
  const char *date = dv_item_get_string (get_root (self), DV_WORKSHOP_DATE);
  int year = 0, month = 0, day = 0;
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *shown = NULL;

  if (date[0] != '\0' && sscanf (date, "%d-%d-%d", &year, &month, &day) == 3)
    time = g_date_time_new_local (year, month, day, 12, 0, 0);
  if (time == NULL)
    {
      adw_action_row_set_subtitle (self->date_row, C_("date", "Not set"));
      return;
    }

  shown = g_date_time_format (time, C_("time", "%A %-e %B %Y"));
  adw_action_row_set_subtitle (self->date_row, shown);
  gtk_calendar_select_day (self->calendar, time);
}

static void
root_changed_cb (DvDetailsDialog *self)
{
  DvItem *root = get_root (self);
  gboolean is_dutch = dv_item_get_int (root, DV_WORKSHOP_LANGUAGE) == DV_LANGUAGE_NL;

  self->is_updating = TRUE;
  update_date (self);
  gtk_spin_button_set_value (self->people_spin, (double) dv_item_get_int (root, DV_WORKSHOP_PEOPLE));
  adw_combo_row_set_selected (self->language_row, is_dutch ? 0 : 1);
  adw_combo_row_set_selected (self->address_row, dv_item_get_int (root, DV_WORKSHOP_ADDRESS) == DV_ADDRESS_U ? 1 : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->address_row), is_dutch);
  self->is_updating = FALSE;
}

/* --- Rows of roles and tables ---------------------------------------------------- */

/* What the widgets of a row work on. Goes with the row. */
typedef struct
{
  DvDetailsDialog *self; /* borrowed; the row is inside it */
  DvItem *item;
} DvRowData;

static void
row_data_free (gpointer data,
               GClosure *closure)
{
  DvRowData *row = data;

  g_object_unref (row->item);
  g_free (row);
}

static void
connect_row (DvDetailsDialog *self,
             gpointer         widget,
             const char      *signal,
             GCallback        callback,
             DvItem          *item)
{
  DvRowData *data = g_new0 (DvRowData, 1);

  data->self = self;
  data->item = g_object_ref (item);
  g_signal_connect_data (widget, signal, callback, data, row_data_free, 0);
}

static void
row_people_changed_cb (GtkSpinButton *spin,
                       DvRowData     *row)
{
  gboolean is_role = dv_item_get_kind (row->item) == &dv_role_kind;

  set_int (row->self, row->item, dv_kind_find_field (dv_item_get_kind (row->item), "people"),
           gtk_spin_button_get_value_as_int (spin),
           is_role ? C_("undo", "Change the number of people of a role") : C_("undo", "Change the number of people at a table"));
}

static void
shape_selected_cb (GtkDropDown *shapes,
                   GParamSpec  *pspec,
                   DvRowData   *row)
{
  set_int (row->self, row->item, DV_ROLE_SHAPE, gtk_drop_down_get_selected (shapes), C_("undo", "Change the shape of a role"));
}

static void
remove_clicked_cb (GtkButton *button,
                   DvRowData *row)
{
  gboolean is_role = dv_item_get_kind (row->item) == &dv_role_kind;
  g_autoptr (DvGroup) group = dv_group_new (is_role ? C_("undo", "Remove a role") : C_("undo", "Remove a table"), DV_ORIGIN_CONSOLE);

  dv_group_remove (group, dv_item_get_id (row->item));
  dv_session_apply (row->self->session, group);
}

static GtkWidget *
make_spin (DvDetailsDialog *self,
           DvItem          *item,
           int              field)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, (double) dv_item_get_kind (item)->fields[field].max, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), (double) dv_item_get_int (item, field));
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (spin), 4);
  gtk_widget_set_tooltip_text (spin, _("Number of people"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Number of people"), -1);
  connect_row (self, spin, "value-changed", G_CALLBACK (row_people_changed_cb), item);
  return spin;
}

static GtkWidget *
make_entry (DvDetailsDialog *self,
            DvItem          *item,
            int              field,
            const char      *name,
            const char      *undo)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  dv_field_bind (entry, self->session, item, field, undo);
  return entry;
}

static GtkWidget *
make_remove (DvDetailsDialog *self,
             DvItem          *item,
             const char      *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  connect_row (self, button, "clicked", G_CALLBACK (remove_clicked_cb), item);
  return button;
}

static GtkWidget *
make_shapes (DvDetailsDialog *self,
             DvItem          *role)
{
  const char *names[] = {
    C_("shape", "None"), C_("shape", "Triangle"), C_("shape", "Circle"), C_("shape", "Square"), C_("shape", "Diamond"),
    C_("shape", "House"), C_("shape", "Pentagon"), C_("shape", "Hexagon"), C_("shape", "Ring"), NULL
  };
  GtkWidget *shapes = gtk_drop_down_new_from_strings (names);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (shapes), (guint) dv_item_get_int (role, DV_ROLE_SHAPE));
  gtk_accessible_update_property (GTK_ACCESSIBLE (shapes), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("shape", "Shape"), -1);
  connect_row (self, shapes, "notify::selected", G_CALLBACK (shape_selected_cb), role);
  return shapes;
}

static GtkWidget *
make_row_box (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  gtk_widget_add_css_class (box, "edit-row");
  return box;
}

static void
glyph_changed_cb (DvRoleGlyph *glyph,
                  guint        fields,
                  DvItem      *role)
{
  dv_role_glyph_set_role (glyph, role);
}

static GtkWidget *
make_role_row (gpointer item,
               gpointer data)
{
  DvDetailsDialog *self = data;
  GtkWidget *box = make_row_box ();
  GtkWidget *glyph = dv_role_glyph_new (16);
  GtkWidget *name = make_entry (self, item, DV_ROLE_NAME, _("Name of the role"), C_("undo", "Rename a role"));
  GtkWidget *brief = make_entry (self, item, DV_ROLE_SHORT, _("In short"), C_("undo", "Rename a role"));

  dv_role_glyph_set_role (DV_ROLE_GLYPH (glyph), item);
  g_signal_connect_object (item, "changed", G_CALLBACK (glyph_changed_cb), glyph, G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (brief), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (brief), 8);
  gtk_box_append (GTK_BOX (box), glyph);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), brief);
  gtk_box_append (GTK_BOX (box), make_shapes (self, item));
  gtk_box_append (GTK_BOX (box), make_spin (self, item, DV_ROLE_PEOPLE));
  gtk_box_append (GTK_BOX (box), make_remove (self, item, _("Remove this role")));
  return box;
}

static GtkWidget *
make_table_row (gpointer item,
                gpointer data)
{
  DvDetailsDialog *self = data;
  GtkWidget *box = make_row_box ();
  GtkWidget *name = make_entry (self, item, DV_TABLE_NAME, _("Name of the table"), C_("undo", "Rename a table"));

  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), make_spin (self, item, DV_TABLE_PEOPLE));
  gtk_box_append (GTK_BOX (box), make_remove (self, item, _("Remove this table")));
  return box;
}

static void
add_item (DvDetailsDialog *self,
          const DvKind    *kind,
          int              name_field,
          const char      *name,
          const char      *label)
{
  g_autoptr (DvGroup) group = dv_group_new (label, DV_ORIGIN_CONSOLE);
  DvRecord *record = dv_group_insert (group, kind, dv_item_get_id (get_root (self)), NULL);

  dv_record_set_string (record, name_field, name);
  if (kind == &dv_role_kind)
    dv_record_set_int (record, DV_ROLE_SHAPE, (gint64) MIN (dv_item_count (get_root (self), kind) + 1, (guint) DV_SHAPE_RING));
  dv_session_apply (self->session, group);
}

static void
add_role_cb (DvDetailsDialog *self)
{
  add_item (self, &dv_role_kind, DV_ROLE_NAME, C_("title", "New role"), C_("undo", "Add a role"));
}

static void
add_table_cb (DvDetailsDialog *self)
{
  guint n = dv_item_count (get_root (self), &dv_table_kind);
  /* Translators: what a new table is called. */
  g_autofree char *name = g_strdup_printf (C_("title", "Table %u"), n + 1);

  add_item (self, &dv_table_kind, DV_TABLE_NAME, name, C_("undo", "Add a table"));
}

static void
roles_changed_cb (DvDetailsDialog *self)
{
  gtk_widget_set_sensitive (self->add_role_button, dv_item_count (get_root (self), &dv_role_kind) < DV_MAX_ROLES);
}

/* --- Life ---------------------------------------------------------------------- */

static void
dv_details_dialog_dispose (GObject *object)
{
  DvDetailsDialog *self = DV_DETAILS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_DETAILS_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dv_details_dialog_parent_class)->dispose (object);
}

static gboolean
dv_details_dialog_close_request (GtkWindow *window)
{
  /* Leaving a field saves it. */
  gtk_window_set_focus (window, NULL);
  return GTK_WINDOW_CLASS (dv_details_dialog_parent_class)->close_request (window);
}

static void
dv_details_dialog_class_init (DvDetailsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_details_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = dv_details_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-details-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DvDetailsDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, DvDetailsDialog, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, DvDetailsDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, DvDetailsDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, DvDetailsDialog, date_popover);
  gtk_widget_class_bind_template_child (widget_class, DvDetailsDialog, calendar);
  gtk_widget_class_bind_template_child (widget_class, DvDetailsDialog, people_spin);
  gtk_widget_class_bind_template_child (widget_class, DvDetailsDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, DvDetailsDialog, address_row);
  gtk_widget_class_bind_template_child (widget_class, DvDetailsDialog, roles);
  gtk_widget_class_bind_template_child (widget_class, DvDetailsDialog, add_role_button);
  gtk_widget_class_bind_template_child (widget_class, DvDetailsDialog, tables);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_date_cb);
  gtk_widget_class_bind_template_callback (widget_class, people_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, address_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_role_cb);
  gtk_widget_class_bind_template_child (widget_class, DvDetailsDialog, mix_button);
  gtk_widget_class_bind_template_callback (widget_class, add_table_cb);
}

static void
dv_details_dialog_init (DvDetailsDialog *self)
{
  self->is_updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  dv_accessible_name_menu_buttons (GTK_WIDGET (self));
  self->is_updating = FALSE;
}

/**
 * dv_details_dialog_new:
 * @parent: the window of the workshop
 * @session: its session
 *
 * Returns: (transfer none): a dialog, not shown yet; owned by GTK
 */
DvDetailsDialog *
dv_details_dialog_new (GtkWindow *parent,
                       DvSession *session)
{
  DvDetailsDialog *self = g_object_new (DV_TYPE_DETAILS_DIALOG, "transient-for", parent, NULL);
  DvWorkshop *workshop = dv_session_get_workshop (session);
  DvItem *root = dv_workshop_get_root (workshop);
  DvList *roles = dv_workshop_get_list (workshop, &dv_role_kind);

  self->session = g_object_ref (session);
  dv_field_bind (GTK_WIDGET (self->title_row), session, root, DV_WORKSHOP_TITLE, C_("undo", "Change the title"));
  dv_field_bind (GTK_WIDGET (self->organisation_row), session, root, DV_WORKSHOP_ORGANISATION, C_("undo", "Change the organisation"));
  dv_field_bind (GTK_WIDGET (self->place_row), session, root, DV_WORKSHOP_PLACE, C_("undo", "Change the place"));
  root_changed_cb (self);
  g_signal_connect_object (root, "changed", G_CALLBACK (root_changed_cb), self, G_CONNECT_SWAPPED);

  gtk_list_box_bind_model (self->roles, G_LIST_MODEL (roles), make_role_row, self, NULL);
  dv_list_box_bind (self->tables, G_LIST_MODEL (dv_workshop_get_list (workshop, &dv_table_kind)), make_table_row, self);
  gtk_menu_button_set_popover (self->mix_button, dv_mix_popover_new (session));
  g_signal_connect_object (roles, "items-changed", G_CALLBACK (roles_changed_cb), self, G_CONNECT_SWAPPED);
  roles_changed_cb (self);

  return self;
}

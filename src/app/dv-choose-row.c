/* dv-choose-row.c
 *
 * How a line of the list on which a room chooses is shown
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-choose-row"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dv-accessible.h"
#include "dv-choose-row.h"
#include "dv-dot-string.h"
#include "dv-palette.h"
#include "dv-role-glyph.h"
#include "dv-values.h"

/* One row has the parts of every type of line and shows those that it needs:
 * the list recycles its rows. */

struct _DvChooseRow
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *box;
  GtkWidget *letter;
  GtkWidget *glyph_box;
  GtkWidget *glyph;
  GtkWidget *text;
  GtkWidget *aside;
  GtkWidget *tables;
  GtkWidget *tables_label;
  GtkWidget *pill;
  GtkWidget *dots;
  GtkWidget *number;
  GtkWidget *count;
  GtkWidget *by_role;
  GtkWidget *star;
  GtkWidget *add;
  GtkWidget *hands;

  /* Owned */
  DvSession *session;
  DvChooseLine *line; /* nullable */

  /* State */
  gboolean is_showing; /* numbers are being filled in: nobody typed them */
};

G_DEFINE_FINAL_TYPE (DvChooseRow, dv_choose_row, GTK_TYPE_WIDGET)

static DvWorkshop *
get_workshop (DvChooseRow *self)
{
  return dv_session_get_workshop (self->session);
}

static DvList *
get_roles (DvChooseRow *self)
{
  return dv_workshop_get_list (get_workshop (self), &dv_role_kind);
}

static DvMethod
get_method (DvChooseRow *self)
{
  return self->line->counting == DV_COUNTING_HANDS ? DV_METHOD_HANDS : DV_METHOD_DOTS;
}

/* --- Tables ---------------------------------------------------------------- */

/* The number at the end of the name of a table, or NULL. */
static const char *
find_number (const char *name)
{
  const char *at = name + strlen (name);

  while (at > name && g_ascii_isdigit (at[-1]))
    at--;

  return *at != '\0' ? at : NULL;
}

static gboolean
continues (const char *first,
           const char *name)
{
  const char *number = first != NULL ? find_number (first) : NULL;

  return number != NULL && find_number (name) != NULL && find_number (name) - name == number - first &&
         strncmp (first, name, (gsize) (number - first)) == 0;
}

/* "Table 1, 2, 4", or their names when they have no numbers. */
static char *
list_tables (DvChooseRow *self)
{
  DvList *tables = dv_workshop_get_list (get_workshop (self), &dv_table_kind);
  GString *text = g_string_new (NULL);
  const char *first = NULL;

  for (guint i = 0; i < dv_list_get_length (tables); i++)
    {
      DvItem *table = dv_list_get (tables, i);
      const char *name = dv_item_get_string (table, DV_TABLE_NAME);

      if (!dv_item_has_ref (self->line->behaviour, DV_BEHAVIOUR_TABLES, dv_item_get_id (table)))
        continue;
      if (first != NULL)
        g_string_append (text, ", ");
      g_string_append (text, continues (first, name) ? find_number (name) : name);
      if (first == NULL)
        first = name;
    }

  return g_string_free (text, FALSE);
}

static void
table_toggled_cb (DvChooseRow    *self,
                  GtkCheckButton *check)
{
  DvItem *table = dv_workshop_find_kind (get_workshop (self), gtk_widget_get_name (GTK_WIDGET (check)), &dv_table_kind);
  GError *error = NULL;
  gboolean done;

  if (table == NULL || self->line == NULL)
    return;
  done = dv_choosing_set_table (get_workshop (self), self->line->behaviour, table, gtk_check_button_get_active (check), &error);
  dv_session_check (self->session, done, &error);
}

static void
create_tables_cb (GtkMenuButton *button,
                  gpointer       data)
{
  DvChooseRow *self = data;
  DvList *tables = dv_workshop_get_list (get_workshop (self), &dv_table_kind);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < dv_list_get_length (tables); i++)
    {
      DvItem *table = dv_list_get (tables, i);
      GtkWidget *check = gtk_check_button_new_with_label (dv_item_get_string (table, DV_TABLE_NAME));

      gtk_widget_set_name (check, dv_item_get_id (table));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   dv_item_has_ref (self->line->behaviour, DV_BEHAVIOUR_TABLES, dv_item_get_id (table)));
      g_signal_connect_object (check, "toggled", G_CALLBACK (table_toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

/* --- Numbers --------------------------------------------------------------- */

static void
set_count (DvChooseRow *self,
           DvItem      *role,
           int          number)
{
  GError *error = NULL;
  gboolean done;

  if ((guint) number == dv_choosing_get_count (self->line->behaviour, get_method (self), role))
    return;
  done = dv_choosing_set_count (get_workshop (self), self->line->behaviour, get_method (self), role, (guint) number, &error);
  dv_session_check (self->session, done, &error);
}

static void
count_changed_cb (DvChooseRow *self)
{
  if (self->line != NULL && !self->is_showing)
    set_count (self, NULL, gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->count)));
}

static void
role_count_changed_cb (DvChooseRow   *self,
                       GtkSpinButton *spin)
{
  DvItem *role = dv_workshop_find_kind (get_workshop (self), gtk_widget_get_name (GTK_WIDGET (spin)), &dv_role_kind);

  if (role != NULL && self->line != NULL)
    set_count (self, role, gtk_spin_button_get_value_as_int (spin));
}

static void
create_by_role_cb (GtkMenuButton *button,
                   gpointer       data)
{
  DvChooseRow *self = data;
  DvList *roles = get_roles (self);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  for (guint i = 0; i < dv_list_get_length (roles); i++)
    {
      DvItem *role = dv_list_get (roles, i);
      const char *name = dv_item_get_string (role, DV_ROLE_NAME);
      GtkWidget *glyph = dv_role_glyph_new (12);
      GtkWidget *label = gtk_label_new (name);
      GtkWidget *spin = gtk_spin_button_new_with_range (0, 100000, 1);

      dv_role_glyph_set_role (DV_ROLE_GLYPH (glyph), role);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_widget_set_name (spin, dv_item_get_id (role));
      gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), dv_choosing_get_count (self->line->behaviour, get_method (self), role));
      g_signal_connect_object (spin, "value-changed", G_CALLBACK (role_count_changed_cb), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (GTK_GRID (grid), glyph, 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), label, 1, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), spin, 2, (int) i, 1, 1);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), grid);
  gtk_menu_button_set_popover (button, popover);
}

/* Fills the string of shapes. What belongs to no role, and what was counted for
 * examples merged into this one, are plain circles. */
static void
show_dots (DvChooseRow *self)
{
  DvList *roles = get_roles (self);
  guint rest = self->line->dots;

  dv_dot_string_clear (DV_DOT_STRING (self->dots));
  for (guint i = 0; i < dv_list_get_length (roles); i++)
    {
      DvItem *role = dv_list_get (roles, i);
      guint number = MIN (rest, dv_choosing_get_count (self->line->behaviour, DV_METHOD_DOTS, role));

      dv_dot_string_add (DV_DOT_STRING (self->dots), dv_role_glyph_of (role), number);
      rest -= number;
    }
  dv_dot_string_add (DV_DOT_STRING (self->dots), DV_GLYPH_NONE, rest);
}

static void
show_count (DvChooseRow *self)
{
  DvMethod method = get_method (self);
  guint own = dv_choosing_get_count (self->line->behaviour, method, NULL);
  guint by_role = 0;
  g_autofree char *label = g_strdup_printf (method == DV_METHOD_HANDS ? C_("accessible", "Hands for %s") : C_("accessible", "Dots for %s"),
                                            self->line->text);

  for (guint i = 0; i < dv_list_get_length (get_roles (self)); i++)
    by_role += dv_choosing_get_count (self->line->behaviour, method, dv_list_get (get_roles (self), i));

  self->is_showing = TRUE;
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->count), own + by_role);
  self->is_showing = FALSE;
  /* One or the other: a total over roles is not typed. */
  gtk_widget_set_sensitive (self->count, by_role == 0);
  gtk_widget_set_tooltip_text (self->count, by_role > 0 ? C_("count", "The sum of the roles") : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* --- The row ----------------------------------------------------------------- */

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    wears)
{
  if (wears)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
wear_number (DvChooseRow *self)
{
  DvItem *value = self->line->behaviour != NULL ? dv_item_get_parent (self->line->behaviour) : NULL;
  guint number = value != NULL && dv_item_get_kind (value) == &dv_value_kind ? dv_value_get_number (value) : 0;

  for (guint i = 1; i <= DV_PALETTE_N_VALUES; i++)
    {
      g_autofree char *name = g_strdup_printf ("value-%u", i);

      set_class (GTK_WIDGET (self), name, number > 0 && (number - 1) % DV_PALETTE_N_VALUES + 1 == i);
    }
}

static void
describe (DvChooseRow *self,
          gboolean     is_chosen)
{
  DvChooseLine *line = self->line;
  GString *said = g_string_new (NULL);

  if (line->type == DV_LINE_PLACE)
    g_string_append_printf (said, "%s: ", line->text);
  g_string_append (said, line->behaviour != NULL ? dv_item_get_string (line->behaviour, DV_BEHAVIOUR_TEXT) : line->text);
  if (line->type == DV_LINE_PLACE && line->is_revealed)
    {
      g_autofree char *dots = g_strdup_printf (ngettext ("%u dot", "%u dots", line->dots), line->dots);

      g_string_append_printf (said, " – %s", dots);
    }
  if (is_chosen)
    g_string_append_printf (said, " – %s", C_("choose", "chosen"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said->str, -1);
  g_string_free (said, TRUE);
}

static void
show_number (DvChooseRow *self)
{
  DvChooseLine *line = self->line;
  g_autofree char *text = NULL;

  if (line->hands > 0)
    /* TRANSLATORS: dots, and the hands that decided between equals */
    text = g_strdup_printf (C_("choose", "%u+%u"), line->dots, line->hands);
  else
    text = g_strdup_printf ("%u", line->dots);
  gtk_label_set_text (GTK_LABEL (self->number), text);
  if (line->hands > 0)
    {
      g_autofree char *hands = g_strdup_printf (ngettext ("%u hand", "%u hands", line->hands), line->hands);

      gtk_widget_set_tooltip_text (self->number, hands);
    }
  else
    gtk_widget_set_tooltip_text (self->number, NULL);
}

/* Which parts this type of line has. */
static void
show_parts (DvChooseRow *self)
{
  DvChooseLine *line = self->line;
  gboolean place = line->type == DV_LINE_PLACE;
  gboolean reserve = line->type == DV_LINE_RESERVE;
  gboolean counts = place && (line->counting == DV_COUNTING_DOTS || (line->counting == DV_COUNTING_HANDS && line->at_edge));
  gboolean has_tables = dv_list_get_length (dv_workshop_get_list (get_workshop (self), &dv_table_kind)) > 0;

  gtk_widget_set_visible (self->letter, place || line->type == DV_LINE_TIE);
  gtk_widget_set_visible (self->glyph_box, reserve);
  gtk_widget_set_visible (self->aside, line->type == DV_LINE_TIE || line->type == DV_LINE_HEADING);
  gtk_widget_set_visible (self->tables, place && has_tables && !line->is_revealed);
  gtk_widget_set_visible (self->pill, place && !line->is_revealed && !counts);
  gtk_widget_set_visible (self->dots, place && line->is_revealed && !counts);
  gtk_widget_set_visible (self->number, place && line->is_revealed);
  gtk_widget_set_visible (self->count, counts);
  gtk_widget_set_visible (self->by_role, counts && dv_list_get_length (get_roles (self)) > 0);
  gtk_widget_set_visible (self->star, place);
  gtk_widget_set_visible (self->add, reserve);
  gtk_widget_set_visible (self->hands, line->type == DV_LINE_TIE && line->counting != DV_COUNTING_HANDS);
  if (counts)
    show_count (self);
}

static void
update (DvChooseRow *self)
{
  DvChooseLine *line = self->line;
  DvItem *behaviour = line->behaviour;
  gboolean is_chosen = behaviour != NULL && dv_item_get_int (behaviour, DV_BEHAVIOUR_CHOSEN) != 0;

  if (behaviour != NULL && dv_item_get_parent (behaviour) == NULL)
    return;

  show_parts (self);
  wear_number (self);
  set_class (GTK_WIDGET (self), "first", line->is_first);
  set_class (GTK_WIDGET (self), "last", line->is_last);
  set_class (GTK_WIDGET (self), "tint", is_chosen && line->type == DV_LINE_PLACE);
  set_class (GTK_WIDGET (self), "chosen", is_chosen);
  set_class (GTK_WIDGET (self), "tie", line->type == DV_LINE_TIE);
  set_class (GTK_WIDGET (self), "heading-line", line->type == DV_LINE_HEADING);
  set_class (GTK_WIDGET (self), "reserve", line->type == DV_LINE_RESERVE);

  gtk_label_set_text (GTK_LABEL (self->text), behaviour != NULL ? dv_item_get_string (behaviour, DV_BEHAVIOUR_TEXT) : line->text);
  gtk_widget_set_tooltip_text (self->text, behaviour != NULL ? dv_item_get_string (behaviour, DV_BEHAVIOUR_TEXT) : NULL);
  gtk_label_set_lines (GTK_LABEL (self->text), line->type == DV_LINE_RESERVE ? 1 : 2);
  gtk_label_set_text (GTK_LABEL (self->letter), line->type == DV_LINE_PLACE ? line->text : "");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->star), is_chosen);
  gtk_button_set_icon_name (GTK_BUTTON (self->star), is_chosen ? "starred-symbolic" : "non-starred-symbolic");
  gtk_label_set_text (GTK_LABEL (self->aside),
                      line->type == DV_LINE_TIE ? C_("choose", "Let the room decide, or choose with the star")
                                                : C_("choose", "Nothing is lost: one click puts it on the shortlist"));
  if (line->type == DV_LINE_RESERVE)
    dv_role_glyph_set_role (DV_ROLE_GLYPH (self->glyph), dv_workshop_get_ref (get_workshop (self), behaviour, DV_BEHAVIOUR_ROLE));
  if (line->type == DV_LINE_PLACE)
    {
      g_autofree char *tables = list_tables (self);

      gtk_label_set_text (GTK_LABEL (self->tables_label), tables[0] != '\0' ? tables : C_("choose", "tables…"));
      set_class (self->tables, "none", tables[0] == '\0');
      /* Before the reveal the numbers are not even there to be read out. */
      if (line->is_revealed)
        {
          show_dots (self);
          show_number (self);
        }
      else
        {
          dv_dot_string_clear (DV_DOT_STRING (self->dots));
          gtk_label_set_text (GTK_LABEL (self->number), "");
        }
    }
  describe (self, is_chosen);
}

static void
star_clicked_cb (DvChooseRow *self)
{
  DvItem *behaviour = self->line->behaviour;
  GError *error = NULL;
  gboolean done;

  done = dv_choosing_choose (get_workshop (self), behaviour, dv_item_get_int (behaviour, DV_BEHAVIOUR_CHOSEN) == 0, &error);
  if (!dv_session_check (self->session, done, &error))
    update (self);
}

static void
add_clicked_cb (DvChooseRow *self)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  GError *error = NULL;
  gboolean done;

  g_ptr_array_add (one, self->line->behaviour);
  done = dv_choosing_set_shortlist (get_workshop (self), one, TRUE, &error);
  dv_session_check (self->session, done, &error);
}

static void
let_go (DvChooseRow *self)
{
  if (self->line == NULL)
    return;

  if (self->line->behaviour != NULL)
    g_signal_handlers_disconnect_by_data (self->line->behaviour, self);
  g_signal_handlers_disconnect_by_data (self->line, self);
  g_clear_object (&self->line);
}

static void
dv_choose_row_dispose (GObject *object)
{
  DvChooseRow *self = DV_CHOOSE_ROW (object);

  let_go (self);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_CHOOSE_ROW);

  G_OBJECT_CLASS (dv_choose_row_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DvChooseRow, box);
  gtk_widget_class_bind_template_child (widget_class, DvChooseRow, letter);
  gtk_widget_class_bind_template_child (widget_class, DvChooseRow, glyph_box);
  gtk_widget_class_bind_template_child (widget_class, DvChooseRow, glyph);
  gtk_widget_class_bind_template_child (widget_class, DvChooseRow, text);
  gtk_widget_class_bind_template_child (widget_class, DvChooseRow, aside);
  gtk_widget_class_bind_template_child (widget_class, DvChooseRow, tables);
  gtk_widget_class_bind_template_child (widget_class, DvChooseRow, tables_label);
  gtk_widget_class_bind_template_child (widget_class, DvChooseRow, pill);
  gtk_widget_class_bind_template_child (widget_class, DvChooseRow, dots);
  gtk_widget_class_bind_template_child (widget_class, DvChooseRow, number);
  gtk_widget_class_bind_template_child (widget_class, DvChooseRow, count);
  gtk_widget_class_bind_template_child (widget_class, DvChooseRow, by_role);
  gtk_widget_class_bind_template_child (widget_class, DvChooseRow, star);
  gtk_widget_class_bind_template_child (widget_class, DvChooseRow, add);
  gtk_widget_class_bind_template_child (widget_class, DvChooseRow, hands);
}

static void
dv_choose_row_class_init (DvChooseRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_choose_row_dispose;

  g_type_ensure (DV_TYPE_ROLE_GLYPH);
  g_type_ensure (DV_TYPE_DOT_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-choose-row.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, count_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, star_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "choose-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dv_choose_row_init (DvChooseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dv_accessible_name_menu_buttons (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->tables), create_tables_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->by_role), create_by_role_cb, self, NULL);
}

/**
 * dv_choose_row_new:
 * @session: the session of the window
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
dv_choose_row_new (DvSession *session)
{
  DvChooseRow *self = g_object_new (DV_TYPE_CHOOSE_ROW, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

DvChooseLine *
dv_choose_row_get_line (DvChooseRow *self)
{
  g_return_val_if_fail (DV_IS_CHOOSE_ROW (self), NULL);
  return self->line;
}

/**
 * dv_choose_row_set_line:
 * @self: a row
 * @line: (nullable): the line that it shows from now on
 */
void
dv_choose_row_set_line (DvChooseRow  *self,
                        DvChooseLine *line)
{
  g_return_if_fail (DV_IS_CHOOSE_ROW (self));
  if (self->line == line)
    return;

  let_go (self);
  if (line == NULL)
    return;

  self->line = g_object_ref (line);
  g_signal_connect_object (line, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  if (line->behaviour != NULL)
    g_signal_connect_object (line->behaviour, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * dv_choose_row_focus_number:
 * @self: a row
 *
 * Puts the focus in the number that can be typed.
 *
 * Returns: whether there is one
 */
gboolean
dv_choose_row_focus_number (DvChooseRow *self)
{
  g_return_val_if_fail (DV_IS_CHOOSE_ROW (self), FALSE);
  return gtk_widget_get_visible (self->count) && gtk_widget_get_sensitive (self->count) && gtk_widget_grab_focus (self->count);
}

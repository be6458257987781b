/* dv-entry-bar.c
 *
 * Where examples are typed: role shortcuts above one large entry
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-entry-bar"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dv-entry-bar.h"
#include "dv-field.h"
#include "dv-role-glyph.h"

/* Typing in a room must never wait: a role is one key and stays, Enter adds,
 * Shift+Enter adds with a star, an arrow up takes the previous one back, and a
 * list that is pasted becomes a list. The bar changes nothing itself; its page
 * does what the signals say. */

/* With more roles than this their buttons are drawn together, so that all of
 * them are seen beside the side column at 1366 px. */
#define MANY_ROLES 4

struct _DvEntryBar
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *roles;
  GtkWidget *hint_key;
  GtkWidget *hint;
  GtkWidget *field;
  GtkWidget *glyph;
  GtkWidget *text;
  GtkWidget *add;
  GtkWidget *add_label;

  /* Owned */
  DvSession *session;
  char *pasted; /* a list that waits to be told of */

  /* State */
  guint limit; /* in characters */
  gboolean editing;
  guint pasted_id;
};

G_DEFINE_FINAL_TYPE (DvEntryBar, dv_entry_bar, GTK_TYPE_WIDGET)

enum
{
  ENTERED,
  PASTED,
  PREVIOUS,
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_short_name (DvItem *role)
{
  const char *name = dv_item_get_string (role, DV_ROLE_SHORT);

  return name != NULL && name[0] != '\0' ? name : dv_item_get_string (role, DV_ROLE_NAME);
}

static guint
get_n_roles (DvEntryBar *self)
{
  return dv_list_get_length (dv_workshop_get_list (dv_session_get_workshop (self->session), &dv_role_kind));
}

static DvItem *
get_role (DvEntryBar *self,
          guint       i)
{
  return dv_list_get (dv_workshop_get_list (dv_session_get_workshop (self->session), &dv_role_kind), i);
}

static GtkWidget *
create_role_button (DvEntryBar *self,
                    DvItem     *role,
                    guint       number)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *glyph = dv_role_glyph_new (12);
  const char *name = role != NULL ? dv_item_get_string (role, DV_ROLE_NAME) : C_("role", "Role unknown");
  /* TRANSLATORS: a key together with Alt; narrow */
  g_autofree char *key = get_n_roles (self) > MANY_ROLES ? g_strdup_printf ("%u", number)
                                                         : g_strdup_printf (C_("key", "Alt %u"), number);
  g_autofree char *tooltip = g_strdup_printf (C_("role", "%s (Alt+%u)"), name, number);
  GtkWidget *cap = gtk_label_new (key);

  dv_role_glyph_set_role (DV_ROLE_GLYPH (glyph), role);
  gtk_widget_set_visible (glyph, role != NULL);
  gtk_box_append (GTK_BOX (box), glyph);
  gtk_box_append (GTK_BOX (box), gtk_label_new (role != NULL ? get_short_name (role) : C_("role", "Unknown")));
  gtk_widget_add_css_class (cap, "keycap");
  gtk_widget_set_valign (cap, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), cap);

  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "role-button");
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "entry.role");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) number);
  return button;
}

static void
show_role (DvEntryBar *self)
{
  DvItem *role = dv_session_get_role (self->session);

  dv_role_glyph_set_role (DV_ROLE_GLYPH (self->glyph), role);
  gtk_widget_set_visible (self->glyph, role != NULL);
}

static void
roles_changed_cb (DvEntryBar *self)
{
  DvList *roles = dv_workshop_get_list (dv_session_get_workshop (self->session), &dv_role_kind);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->roles)) != NULL)
    gtk_box_remove (GTK_BOX (self->roles), child);
  for (guint i = 0; i < dv_list_get_length (roles); i++)
    gtk_box_append (GTK_BOX (self->roles), create_role_button (self, dv_list_get (roles, i), i + 1));
  gtk_box_append (GTK_BOX (self->roles), create_role_button (self, NULL, 0));
  if (get_n_roles (self) > MANY_ROLES)
    gtk_widget_add_css_class (self->roles, "many");
  else
    gtk_widget_remove_css_class (self->roles, "many");
  show_role (self);
}

/* A role that gets another name or shape. */
static void
applied_cb (DvEntryBar *self,
            DvGroup    *group,
            DvWorkshop *workshop)
{
  for (guint i = 0; i < dv_group_get_length (group); i++)
    {
      const DvEdit *edit = dv_group_get_edit (group, i);

      if (edit->type == DV_EDIT_SET && dv_workshop_find_kind (workshop, edit->id, &dv_role_kind) != NULL)
        {
          roles_changed_cb (self);
          return;
        }
    }
}

static int
get_role_number (DvEntryBar *self)
{
  DvItem *role = dv_session_get_role (self->session);

  return role != NULL ? (int) dv_item_get_position (role) + 1 : 0;
}

/* The buttons are radio buttons of one action, so that Alt+3 and a click do and
 * show the same. */
static void
change_role_cb (GSimpleAction *action,
                GVariant      *state,
                gpointer       data)
{
  DvEntryBar *self = data;
  int number = g_variant_get_int32 (state);
  DvItem *role = number > 0 ? get_role (self, (guint) number - 1) : NULL;

  if (number > 0 && role == NULL)
    return;

  g_simple_action_set_state (action, state);
  dv_session_set_role (self->session, role);
}

static gboolean
role_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   data)
{
  DvEntryBar *self = DV_ENTRY_BAR (widget);
  int number = g_variant_get_int32 (arguments);

  if (!gtk_widget_get_mapped (widget) || (number > 0 && get_role (self, (guint) number - 1) == NULL))
    return FALSE;

  gtk_widget_activate_action (widget, "entry.role", "i", number);
  return TRUE;
}

static void
session_role_changed_cb (DvEntryBar    *self,
                         GParamSpec    *pspec,
                         DvSession     *session)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "entry.role", "i", get_role_number (self));
  show_role (self);
}

const char *
dv_entry_bar_get_text (DvEntryBar *self)
{
  g_return_val_if_fail (DV_IS_ENTRY_BAR (self), NULL);
  return gtk_editable_get_text (GTK_EDITABLE (self->text));
}

static gboolean
is_blank (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return *text == '\0';
}

static guint
count_over (DvEntryBar *self)
{
  guint length = gtk_entry_buffer_get_length (gtk_text_get_buffer (GTK_TEXT (self->text)));

  return length > self->limit ? length - self->limit : 0;
}

/* What stands at the right above the entry: a key to know, or what is wrong. */
static void
update_hint (DvEntryBar *self)
{
  guint over = count_over (self);
  g_autofree char *text = NULL;

  if (over > 0)
    text = g_strdup_printf (ngettext ("%u character too long (at most %u)", "%u characters too long (at most %u)", over),
                            over, self->limit);
  else if (self->editing)
    /* TRANSLATORS: what Esc does while an example is changed; short */
    text = g_strdup (C_("entry", "leave it"));
  else
    text = g_strdup (C_("entry", "previous"));

  gtk_label_set_text (GTK_LABEL (self->hint), text);
  /* Beside many roles there is no room for the words. */
  gtk_widget_set_visible (self->hint, over > 0 || get_n_roles (self) <= MANY_ROLES);
  gtk_widget_set_visible (self->hint_key, over == 0 && (self->editing || get_n_roles (self) <= MANY_ROLES));
  gtk_widget_set_tooltip_text (self->hint_key, text);
  gtk_label_set_text (GTK_LABEL (self->hint_key), self->editing ? C_("key", "Esc") : C_("key", "↑"));
  if (over > 0)
    {
      gtk_widget_add_css_class (self->field, "error");
      gtk_widget_add_css_class (self->hint, "error");
    }
  else
    {
      gtk_widget_remove_css_class (self->field, "error");
      gtk_widget_remove_css_class (self->hint, "error");
    }
}

static void
text_changed_cb (DvEntryBar *self)
{
  gtk_widget_set_sensitive (self->add, !is_blank (dv_entry_bar_get_text (self)) && count_over (self) == 0);
  update_hint (self);
}

static void
enter (DvEntryBar *self,
       gboolean    star)
{
  if (!gtk_widget_get_sensitive (self->add))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  g_signal_emit (self, signals[ENTERED], 0, dv_entry_bar_get_text (self), star);
}

static void
add_clicked_cb (DvEntryBar *self)
{
  enter (self, FALSE);
}

static void
tell_pasted_cb (gpointer data)
{
  DvEntryBar *self = data;
  g_autofree char *pasted = g_steal_pointer (&self->pasted);

  self->pasted_id = 0;
  g_signal_emit (self, signals[PASTED], 0, pasted);
}

static guint
count_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\n\r", -1);
  guint n = 0;

  for (char **line = lines; *line != NULL; line++)
    if (!is_blank (*line))
      n++;

  return n;
}

/* However a text of several lines arrives - Ctrl+V, the menu, the middle button,
 * dropped - it is a list. The page is told when the entry is done with it. One
 * line of which the end was copied too is only text. */
static void
insert_text_cb (DvEntryBar  *self,
                const char  *text,
                int          length,
                int         *position,
                GtkEditable *editable)
{
  g_autofree char *inserted = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);

  if (strpbrk (inserted, "\n\r") == NULL)
    return;

  g_signal_stop_emission_by_name (editable, "insert-text");
  if (count_lines (inserted) < 2)
    {
      g_strdelimit (inserted, "\n\r", ' ');
      g_strstrip (inserted);
      gtk_editable_insert_text (editable, inserted, -1, position);
      return;
    }
  g_free (self->pasted);
  self->pasted = g_steal_pointer (&inserted);
  if (self->pasted_id == 0)
    self->pasted_id = g_idle_add_once (tell_pasted_cb, self);
}

/* To the cards in one go: the roles have keys of their own, and Tab passes them
 * on the way back. */
static gboolean
go_before_roles (DvEntryBar *self)
{
  GtkWidget *first = gtk_widget_get_first_child (self->roles);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (first == NULL || root == NULL || !gtk_widget_grab_focus (first))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_BACKWARD);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (DvEntryBar     *self,
                guint           key,
                guint           code,
                GdkModifierType modifiers)
{
  GdkModifierType held = modifiers & gtk_accelerator_get_default_mod_mask ();

  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter) &&
      (held == 0 || held == GDK_SHIFT_MASK))
    {
      enter (self, held == GDK_SHIFT_MASK);
      return GDK_EVENT_STOP;
    }
  if ((key == GDK_KEY_Up || key == GDK_KEY_KP_Up) && held == 0 && dv_entry_bar_get_text (self)[0] == '\0')
    {
      g_signal_emit (self, signals[PREVIOUS], 0);
      return GDK_EVENT_STOP;
    }
  /* The black key of many presenters. No example begins with a full stop. */
  if (key == GDK_KEY_period && held == 0 && dv_entry_bar_get_text (self)[0] == '\0')
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.blank", NULL);
  if (key == GDK_KEY_ISO_Left_Tab && (held & ~GDK_SHIFT_MASK) == 0)
    return go_before_roles (self);
  if (key == GDK_KEY_Escape && self->editing)
    {
      dv_entry_bar_clear (self);
      g_signal_emit (self, signals[CANCELLED], 0);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
add_keys (DvEntryBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *roles = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->text, keys);

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (roles), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (int i = 0; i <= DV_MAX_ROLES; i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new ((guint) (GDK_KEY_0 + i), GDK_ALT_MASK),
                                                gtk_callback_action_new (role_key_cb, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (i));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (roles), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), roles);
}

static void
dv_entry_bar_dispose (GObject *object)
{
  DvEntryBar *self = DV_ENTRY_BAR (object);
  GtkWidget *child;

  g_clear_handle_id (&self->pasted_id, g_source_remove);
  g_clear_pointer (&self->pasted, g_free);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_ENTRY_BAR);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dv_entry_bar_parent_class)->dispose (object);
}

static void
dv_entry_bar_class_init (DvEntryBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_entry_bar_dispose;

  /**
   * DvEntryBar::entered:
   * @self: the bar
   * @text: what was typed
   * @star: whether it gets a star
   *
   * The page clears the bar when it has taken the text.
   */
  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  /**
   * DvEntryBar::pasted:
   * @self: the bar
   * @text: several lines
   */
  signals[PASTED] = g_signal_new ("pasted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * DvEntryBar::previous:
   * @self: the bar
   *
   * The person wants to edit what was typed before.
   */
  signals[PREVIOUS] = g_signal_new ("previous", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * DvEntryBar::cancelled:
   * @self: the bar
   *
   * The person leaves what was edited as it was.
   */
  signals[CANCELLED] = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DV_TYPE_ROLE_GLYPH);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-entry-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DvEntryBar, roles);
  gtk_widget_class_bind_template_child (widget_class, DvEntryBar, hint_key);
  gtk_widget_class_bind_template_child (widget_class, DvEntryBar, hint);
  gtk_widget_class_bind_template_child (widget_class, DvEntryBar, field);
  gtk_widget_class_bind_template_child (widget_class, DvEntryBar, glyph);
  gtk_widget_class_bind_template_child (widget_class, DvEntryBar, text);
  gtk_widget_class_bind_template_child (widget_class, DvEntryBar, add);
  gtk_widget_class_bind_template_child (widget_class, DvEntryBar, add_label);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, insert_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "entry-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dv_entry_bar_init (DvEntryBar *self)
{
  GtkLayoutManager *layout;

  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 10);
  add_keys (self);
}

/**
 * dv_entry_bar_new:
 * @session: the session whose role is shown and set
 * @limit: the longest text, in characters
 *
 * Returns: (transfer floating): an empty bar
 */
GtkWidget *
dv_entry_bar_new (DvSession *session,
                  guint      limit)
{
  DvEntryBar *self = g_object_new (DV_TYPE_ENTRY_BAR, NULL);
  DvWorkshop *workshop = dv_session_get_workshop (session);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) role = NULL;

  self->session = g_object_ref (session);
  self->limit = limit;

  role = g_simple_action_new_stateful ("role", G_VARIANT_TYPE_INT32, g_variant_new_int32 (get_role_number (self)));
  g_signal_connect_object (role, "change-state", G_CALLBACK (change_role_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (role));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "entry", G_ACTION_GROUP (actions));

  g_signal_connect_object (session, "notify::role", G_CALLBACK (session_role_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dv_workshop_get_list (workshop, &dv_role_kind), "items-changed",
                           G_CALLBACK (roles_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workshop, "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  roles_changed_cb (self);
  update_hint (self);

  return GTK_WIDGET (self);
}

/**
 * dv_entry_bar_focus:
 * @self: a bar
 *
 * Puts the focus in the entry and leaves what is selected as it is.
 */
void
dv_entry_bar_focus (DvEntryBar *self)
{
  g_return_if_fail (DV_IS_ENTRY_BAR (self));
  /* The page may be asked before it stands in a window. */
  if (gtk_widget_get_root (self->text) == NULL)
    return;
  gtk_text_grab_focus_without_selecting (GTK_TEXT (self->text));
}

void
dv_entry_bar_set_placeholder (DvEntryBar *self,
                              const char *text)
{
  g_return_if_fail (DV_IS_ENTRY_BAR (self));
  gtk_text_set_placeholder_text (GTK_TEXT (self->text), text);
}

void
dv_entry_bar_set_text (DvEntryBar *self,
                       const char *text)
{
  g_return_if_fail (DV_IS_ENTRY_BAR (self));
  dv_entry_put (self->text, text);
  gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
}

/**
 * dv_entry_bar_edit:
 * @self: a bar
 * @text: what was typed before
 *
 * Takes @text back into the entry; the next "entered" is about that one, until
 * the bar is cleared.
 */
void
dv_entry_bar_edit (DvEntryBar *self,
                   const char *text)
{
  g_return_if_fail (DV_IS_ENTRY_BAR (self));
  self->editing = TRUE;
  gtk_label_set_text (GTK_LABEL (self->add_label), C_("entry", "Change"));
  dv_entry_bar_set_text (self, text);
  update_hint (self);
}

gboolean
dv_entry_bar_is_editing (DvEntryBar *self)
{
  g_return_val_if_fail (DV_IS_ENTRY_BAR (self), FALSE);
  return self->editing;
}

/**
 * dv_entry_bar_clear:
 * @self: a bar
 *
 * Empties the entry and ends editing.
 */
void
dv_entry_bar_clear (DvEntryBar *self)
{
  g_return_if_fail (DV_IS_ENTRY_BAR (self));
  self->editing = FALSE;
  gtk_label_set_text (GTK_LABEL (self->add_label), C_("entry", "Add"));
  dv_entry_put (self->text, "");
  update_hint (self);
}

/* dv-join-card.c
 *
 * How people join and how many take part, small
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-join-card"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-cue.h"
#include "dv-join-card.h"
#include "dv-join-dialog.h"
#include "dv-join.h"
#include "dv-people.h"
#include "dv-qr-view.h"
#include "dv-role-glyph.h"

/* The QR code holds what the one on the projector holds: both come from the
 * slide. Follows the workshop and its roles. */

struct _DvJoinCard
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *head;
  GtkLabel *code;
  GtkLabel *address;
  DvQrView *qr;
  GtkWidget *empty;
  GtkWidget *line;
  GtkWidget *foot;
  GtkLabel *people;
  GtkBox *roles;

  /* Owned */
  DvSession *session;

  /* State */
  guint update_id;
};

G_DEFINE_FINAL_TYPE (DvJoinCard, dv_join_card, GTK_TYPE_WIDGET)

static DvWorkshop *
get_workshop (DvJoinCard *self)
{
  return dv_session_get_workshop (self->session);
}

/* --- Joining ------------------------------------------------------------------- */

static DvSlide *
make_slide (DvJoinCard *self)
{
  DvCue cue = dv_cue_make (dv_join_has_page (get_workshop (self)) ? DV_SLIDE_JOIN_PAGE : DV_SLIDE_JOIN_WIFI, NULL);

  return dv_cue_make_slide (get_workshop (self), &cue);
}

static void
set_label (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && text[0] != '\0');
}

/* What there is, the shortest first: it is shown large. */
static void
update_head (DvJoinCard *self)
{
  gboolean has_page = dv_join_has_page (get_workshop (self));
  gboolean is_empty = !has_page && !dv_join_has_network (get_workshop (self));
  g_autoptr (DvSlide) slide = is_empty ? NULL : make_slide (self);
  DvSlideJoin *join = slide != NULL ? slide->join : NULL;
  g_autofree char *name = NULL;

  gtk_widget_set_visible (self->head, join != NULL);
  gtk_widget_set_visible (self->empty, join == NULL);
  if (join == NULL)
    return;

  set_label (self->code, has_page ? join->code : NULL);
  set_label (self->address, has_page ? join->address : join->network);
  dv_qr_view_set_text (self->qr, has_page ? join->page_uri : join->wifi_uri);
  /* Translators: %s is an address or a network, and a code if there is one. */
  name = g_strdup_printf (_("How people join: %s %s"), gtk_label_get_text (self->address), gtk_label_get_text (self->code));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->head), GTK_ACCESSIBLE_PROPERTY_LABEL, g_strchomp (name), -1);
}

static void
edit_cb (DvJoinCard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_present (GTK_WINDOW (dv_join_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->session)));
}

/* --- Taking part --------------------------------------------------------------- */

static GtkWidget *
make_role (DvItem *role)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *glyph = dv_role_glyph_new (11);
  g_autofree char *count = g_strdup_printf ("%d", (int) dv_item_get_int (role, DV_ROLE_PEOPLE));
  GtkWidget *label = gtk_label_new (count);
  /* Translators: a role, and how many people have it. */
  g_autofree char *told = g_strdup_printf (C_("role", "%s: %s"), dv_item_get_string (role, DV_ROLE_NAME), count);

  dv_role_glyph_set_role (DV_ROLE_GLYPH (glyph), role);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, told, -1);
  gtk_widget_set_tooltip_text (box, told);
  gtk_box_append (GTK_BOX (box), glyph);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
update_roles (DvJoinCard *self)
{
  DvList *roles = dv_workshop_get_list (get_workshop (self), &dv_role_kind);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->roles))) != NULL)
    gtk_box_remove (self->roles, child);
  for (guint i = 0; i < dv_list_get_length (roles); i++)
    if (dv_people_shows_role (dv_list_get (roles, i)))
      gtk_box_append (self->roles, make_role (dv_list_get (roles, i)));
}

static void
update_people (DvJoinCard *self)
{
  guint n = dv_people_count (get_workshop (self));
  g_autofree char *text = g_strdup_printf (ngettext ("<b>%u</b> takes part", "<b>%u</b> take part", n), n);

  gtk_widget_set_visible (self->foot, n > 0);
  gtk_widget_set_visible (self->line, n > 0);
  gtk_label_set_markup (self->people, text);
}

static gboolean
update_cb (gpointer data)
{
  DvJoinCard *self = data;

  self->update_id = 0;
  update_head (self);
  update_people (self);
  update_roles (self);
  return G_SOURCE_REMOVE;
}

/* One edit may change many roles. */
static void
changed_cb (DvJoinCard *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add (update_cb, self);
}

static void
applied_cb (DvJoinCard *self,
            DvGroup    *group)
{
  DvWorkshop *workshop = get_workshop (self);

  for (guint i = 0; i < dv_group_get_length (group); i++)
    {
      DvItem *item = dv_workshop_find (workshop, dv_group_get_edit (group, i)->id);
      const DvKind *kind = item != NULL ? dv_item_get_kind (item) : NULL;

      /* Most of what happens is examples: they are none of our business. */
      if (kind == NULL || kind == &dv_role_kind || kind == &dv_table_kind || kind == &dv_workshop_kind)
        changed_cb (self);
    }
}

/* --- Life ---------------------------------------------------------------------- */

static void
dv_join_card_dispose (GObject *object)
{
  DvJoinCard *self = DV_JOIN_CARD (object);
  GtkWidget *child;

  g_clear_handle_id (&self->update_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_JOIN_CARD);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dv_join_card_parent_class)->dispose (object);
}

static void
dv_join_card_class_init (DvJoinCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_join_card_dispose;

  g_type_ensure (DV_TYPE_QR_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "joincard");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-join-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DvJoinCard, head);
  gtk_widget_class_bind_template_child (widget_class, DvJoinCard, code);
  gtk_widget_class_bind_template_child (widget_class, DvJoinCard, address);
  gtk_widget_class_bind_template_child (widget_class, DvJoinCard, qr);
  gtk_widget_class_bind_template_child (widget_class, DvJoinCard, empty);
  gtk_widget_class_bind_template_child (widget_class, DvJoinCard, line);
  gtk_widget_class_bind_template_child (widget_class, DvJoinCard, foot);
  gtk_widget_class_bind_template_child (widget_class, DvJoinCard, people);
  gtk_widget_class_bind_template_child (widget_class, DvJoinCard, roles);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
}

static void
dv_join_card_init (DvJoinCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dv_join_card_set_session:
 * @self: a new card
 * @session: whose workshop it is about; can be set once
 */
void
dv_join_card_set_session (DvJoinCard *self,
                          DvSession  *session)
{
  g_return_if_fail (DV_IS_JOIN_CARD (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (get_workshop (self), "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
}

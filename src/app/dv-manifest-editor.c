/* dv-manifest-editor.c
 *
 * The page that edits the Manifest
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-manifest-editor"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-accessible.h"
#include "dv-manifest-editor.h"

#include "dv-article-card.h"
#include "dv-field.h"
#include "dv-manifest-details.h"
#include "dv-manifest-preview.h"
#include "dv-manifest.h"
#include "dv-values.h"

/* Left the words, right the paper. A card for each article; the title, the
 * subtitle and the preamble are fields that look like the document. */

/* The side column of picture 16, in CSS px. */
#define PREVIEW_WIDTH 536

struct _DvManifestEditor
{
  DvPage parent_instance;

  /* Template children */
  GtkStack *stack;
  GtkWidget *title_entry;
  GtkWidget *subtitle_entry;
  GtkLabel *count_label;
  GtkWidget *preamble_view;
  GtkWidget *preamble_hint;
  GtkBox *article_box;
  GtkWidget *buttons; /* for the header bars */
  GtkWidget *side_buttons;
  GtkWidget *previous_button;
  GtkWidget *next_button;

  /* Owned */
  GtkWidget *preview;

  DvItem *manifest; /* what the page shows now; nullable */
};

G_DEFINE_FINAL_TYPE (DvManifestEditor, dv_manifest_editor, DV_TYPE_PAGE)

static DvWorkshop *
get_workshop (DvManifestEditor *self)
{
  return dv_page_get_workshop (DV_PAGE (self));
}

static DvSession *
get_session (DvManifestEditor *self)
{
  return dv_page_get_session (DV_PAGE (self));
}

static void
update_subtitle (DvManifestEditor *self)
{
  const char *edition = dv_item_get_string (self->manifest, DV_MANIFEST_EDITION);
  gboolean is_adopted = dv_item_get_int (self->manifest, DV_MANIFEST_STATE) == DV_MANIFEST_STATE_ADOPTED;
  g_autofree char *subtitle = NULL;

  if (edition[0] == '\0')
    subtitle = g_strdup (is_adopted ? _("Adopted") : _("Draft"));
  else
    subtitle = g_strdup_printf (is_adopted ? _("Version %s, adopted") : _("Draft %s"), edition);
  dv_page_set_subtitle (DV_PAGE (self), subtitle);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "manifest.adopt", !is_adopted);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "manifest.reopen", is_adopted);
}

static void
update_count (DvManifestEditor *self)
{
  DvList *articles = dv_item_get_list (self->manifest, &dv_article_kind);
  guint n_articles = dv_list_get_length (articles);
  guint n_clauses = 0;
  g_autofree char *article_text = NULL;
  g_autofree char *clause_text = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n_articles; i++)
    n_clauses += dv_item_count (dv_list_get (articles, i), &dv_clause_kind);

  article_text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article", "%u articles", n_articles), n_articles);
  clause_text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u clause", "%u clauses", n_clauses), n_clauses);
  text = g_strdup_printf (C_("articles, clauses", "%s, %s"), article_text, clause_text);
  gtk_label_set_label (self->count_label, text);
}

static void
clause_selected_cb (DvManifestEditor *self,
                    DvItem           *clause)
{
  GtkWidget *card;

  for (card = gtk_widget_get_first_child (GTK_WIDGET (self->article_box)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    dv_article_card_select (DV_ARTICLE_CARD (card), clause);
  dv_manifest_preview_select (DV_MANIFEST_PREVIEW (self->preview), dv_item_get_id (clause));
}

static void
picked_cb (DvManifestEditor *self,
           const char       *id)
{
  DvItem *clause = dv_workshop_find_kind (get_workshop (self), id, &dv_clause_kind);

  if (clause != NULL)
    clause_selected_cb (self, clause);
}

static void
renumber (DvManifestEditor *self)
{
  GtkWidget *card;

  for (card = gtk_widget_get_first_child (GTK_WIDGET (self->article_box)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    dv_article_card_renumber (DV_ARTICLE_CARD (card));
  update_count (self);
}

static GtkWidget *
get_card (DvManifestEditor *self,
          guint             position)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->article_box));

  while (card != NULL && position-- > 0)
    card = gtk_widget_get_next_sibling (card);
  return card;
}

static void
articles_changed_cb (DvManifestEditor *self,
                     guint             position,
                     guint             n_removed,
                     guint             n_added,
                     GListModel       *articles)
{
  for (guint i = 0; i < n_removed; i++)
    gtk_box_remove (self->article_box, get_card (self, position));

  for (guint i = 0; i < n_added; i++)
    {
      g_autoptr (DvItem) article = g_list_model_get_item (articles, position + i);
      GtkWidget *card = dv_article_card_new (get_session (self), article);

      g_signal_connect_object (card, "selected", G_CALLBACK (clause_selected_cb), self, G_CONNECT_SWAPPED);
      gtk_box_insert_child_after (self->article_box, card,
                                  position + i > 0 ? get_card (self, position + i - 1) : NULL);
    }
  renumber (self);
}

static void
update_hint (DvManifestEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->preamble_view));

  gtk_widget_set_visible (self->preamble_hint, gtk_text_buffer_get_char_count (buffer) == 0);
}

static void
bind_manifest (DvManifestEditor *self)
{
  DvSession *session = get_session (self);
  DvList *articles = dv_item_get_list (self->manifest, &dv_article_kind);

  dv_field_bind (self->title_entry, session, self->manifest, DV_MANIFEST_TITLE, _("Edit title"));
  dv_field_bind (self->subtitle_entry, session, self->manifest, DV_MANIFEST_SUBTITLE, _("Edit subtitle"));
  dv_field_bind (self->preamble_view, session, self->manifest, DV_MANIFEST_PREAMBLE, _("Edit preamble"));
  g_signal_connect_object (self->manifest, "changed", G_CALLBACK (update_subtitle), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (articles, "items-changed",
                           G_CALLBACK (articles_changed_cb), self, G_CONNECT_SWAPPED);
  articles_changed_cb (self, 0, 0, dv_list_get_length (articles), G_LIST_MODEL (articles));
  update_subtitle (self);
}

static void
unbind_manifest (DvManifestEditor *self)
{
  GtkWidget *card;

  dv_field_unbind (self->title_entry);
  dv_field_unbind (self->subtitle_entry);
  dv_field_unbind (self->preamble_view);
  g_signal_handlers_disconnect_by_data (self->manifest, self);
  g_signal_handlers_disconnect_by_data (dv_item_get_list (self->manifest, &dv_article_kind), self);
  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self->article_box))) != NULL)
    gtk_box_remove (self->article_box, card);
}

/* Undo may take the Manifest itself away and bring another. */
static void
follow_manifest (DvManifestEditor *self)
{
  DvItem *manifest = dv_manifest_get (get_workshop (self));

  if (manifest != self->manifest)
    {
      if (self->manifest != NULL)
        unbind_manifest (self);
      g_set_object (&self->manifest, manifest);
      if (manifest != NULL)
        bind_manifest (self);
      gtk_stack_set_visible_child_name (self->stack, manifest != NULL ? "editor" : "empty");
      gtk_widget_set_visible (self->buttons, manifest != NULL);
    }
  else if (manifest != NULL)
    renumber (self);
}

static void
begin_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  DvManifestEditor *self = DV_MANIFEST_EDITOR (widget);
  GError *error = NULL;

  dv_session_check (get_session (self), dv_manifest_ensure (get_workshop (self), &error), &error);
}

/* A value without an article first; then an article that goes with no value. */
static DvItem *
find_value_without_article (DvManifestEditor *self)
{
  g_autoptr (GListModel) values = dv_values_chosen_new (get_workshop (self));

  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr (DvItem) value = g_list_model_get_item (values, i);

      if (dv_manifest_find_article (get_workshop (self), value) == NULL)
        return value;
    }

  return NULL;
}

static void
add_article_cb (DvManifestEditor *self)
{
  DvItem *value = find_value_without_article (self);
  const char *title = value != NULL ? dv_item_get_string (value, DV_VALUE_NAME) : _("New article");
  GError *error = NULL;
  DvItem *article = dv_manifest_add_article (get_workshop (self), title, value, NULL, &error);

  if (dv_session_check (get_session (self), article != NULL, &error))
    gtk_widget_child_focus (get_card (self, dv_item_get_position (article)), GTK_DIR_TAB_FORWARD);
}

static void
add_clause_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DvManifestEditor *self = DV_MANIFEST_EDITOR (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *card = focus != NULL ? gtk_widget_get_ancestor (focus, DV_TYPE_ARTICLE_CARD) : NULL;

  if (card == NULL)
    card = gtk_widget_get_first_child (GTK_WIDGET (self->article_box));
  if (card != NULL)
    dv_article_card_add_clause (DV_ARTICLE_CARD (card));
}

static void
details_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  DvManifestEditor *self = DV_MANIFEST_EDITOR (widget);

  gtk_window_present (GTK_WINDOW (dv_manifest_details_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                           get_session (self))));
}

static void
adopt_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  DvManifestEditor *self = DV_MANIFEST_EDITOR (widget);

  gtk_window_present (GTK_WINDOW (dv_adopt_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                       get_session (self))));
}

static void
reopen_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  DvManifestEditor *self = DV_MANIFEST_EDITOR (widget);
  GError *error = NULL;

  if (dv_session_check (get_session (self), dv_manifest_reopen (get_workshop (self), &error), &error))
    dv_session_say_undo (get_session (self), _("The Manifest is a draft again"));
}

static void
previous_cb (DvManifestEditor *self)
{
  dv_manifest_preview_turn (DV_MANIFEST_PREVIEW (self->preview), -1);
}

static void
next_cb (DvManifestEditor *self)
{
  dv_manifest_preview_turn (DV_MANIFEST_PREVIEW (self->preview), 1);
}

static void
dv_manifest_editor_focus_entry (DvPage *page)
{
  DvManifestEditor *self = DV_MANIFEST_EDITOR (page);
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->article_box));

  if (self->manifest == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  else if (card == NULL || !dv_article_card_focus_first (DV_ARTICLE_CARD (card)))
    gtk_widget_grab_focus (self->title_entry);
}

static GtkWidget *
dv_manifest_editor_get_side (DvPage *page)
{
  return DV_MANIFEST_EDITOR (page)->preview;
}

static GtkWidget *
dv_manifest_editor_get_buttons (DvPage *page)
{
  return DV_MANIFEST_EDITOR (page)->buttons;
}

static GtkWidget *
dv_manifest_editor_get_side_buttons (DvPage *page)
{
  return DV_MANIFEST_EDITOR (page)->side_buttons;
}

static void
dv_manifest_editor_constructed (GObject *object)
{
  DvManifestEditor *self = DV_MANIFEST_EDITOR (object);

  G_OBJECT_CLASS (dv_manifest_editor_parent_class)->constructed (object);

  self->preview = g_object_ref_sink (dv_manifest_preview_new (get_session (self)));
  g_signal_connect_object (self->preview, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_object_bind_property (self->preview, "place", self, "side-subtitle", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->preview, "can-go-back", self->previous_button, "sensitive", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->preview, "can-go-on", self->next_button, "sensitive", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (get_workshop (self), "applied", G_CALLBACK (follow_manifest), self, G_CONNECT_SWAPPED);
  follow_manifest (self);
}

static void
dv_manifest_editor_dispose (GObject *object)
{
  DvManifestEditor *self = DV_MANIFEST_EDITOR (object);

  if (self->manifest != NULL && self->article_box != NULL)
    unbind_manifest (self);
  g_clear_object (&self->manifest);
  g_clear_object (&self->preview);
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_MANIFEST_EDITOR);

  G_OBJECT_CLASS (dv_manifest_editor_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-manifest-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, DvManifestEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, DvManifestEditor, title_entry);
  gtk_widget_class_bind_template_child (widget_class, DvManifestEditor, subtitle_entry);
  gtk_widget_class_bind_template_child (widget_class, DvManifestEditor, count_label);
  gtk_widget_class_bind_template_child (widget_class, DvManifestEditor, preamble_view);
  gtk_widget_class_bind_template_child (widget_class, DvManifestEditor, preamble_hint);
  gtk_widget_class_bind_template_child (widget_class, DvManifestEditor, article_box);
  gtk_widget_class_bind_template_child (widget_class, DvManifestEditor, buttons);
  gtk_widget_class_bind_template_child (widget_class, DvManifestEditor, side_buttons);
  gtk_widget_class_bind_template_child (widget_class, DvManifestEditor, previous_button);
  gtk_widget_class_bind_template_child (widget_class, DvManifestEditor, next_button);
  gtk_widget_class_bind_template_callback (widget_class, add_article_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
dv_manifest_editor_class_init (DvManifestEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DvPageClass *page_class = DV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = dv_manifest_editor_constructed;
  G_OBJECT_CLASS (klass)->dispose = dv_manifest_editor_dispose;
  page_class->focus_entry = dv_manifest_editor_focus_entry;
  page_class->get_side = dv_manifest_editor_get_side;
  page_class->get_buttons = dv_manifest_editor_get_buttons;
  page_class->get_side_buttons = dv_manifest_editor_get_side_buttons;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "manifest.begin", NULL, begin_cb);
  gtk_widget_class_install_action (widget_class, "manifest.add-clause", NULL, add_clause_cb);
  gtk_widget_class_install_action (widget_class, "manifest.details", NULL, details_cb);
  gtk_widget_class_install_action (widget_class, "manifest.adopt", NULL, adopt_cb);
  gtk_widget_class_install_action (widget_class, "manifest.reopen", NULL, reopen_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "manifest.add-clause", NULL);
}

static void
dv_manifest_editor_init (DvManifestEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dv_accessible_name_menu_buttons (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->preamble_view)), "changed",
                           G_CALLBACK (update_hint), self, G_CONNECT_SWAPPED);
  dv_page_set_title (DV_PAGE (self), _("Manifest"));
  dv_page_set_side_title (DV_PAGE (self), C_("of the Manifest", "Preview"));
  dv_page_set_side_width (DV_PAGE (self), PREVIEW_WIDTH);
}

/**
 * dv_manifest_editor_new:
 * @session: the session of the workshop
 *
 * Returns: (transfer floating): the page
 */
DvPage *
dv_manifest_editor_new (DvSession *session)
{
  return g_object_new (DV_TYPE_MANIFEST_EDITOR, "session", session, NULL);
}

/* dv-kin-card.c
 *
 * A proposal: words that look related, to be put together
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-kin-card"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-fold.h"
#include "dv-kin-card.h"

/* Looks for a word that another one begins with, as "samen" and "samenwerken".
 * It is only ever a question: a person decides, and a no is remembered for as
 * long as the page is there. Hidden when there is nothing to ask. */

/* Among so many of the most given words: a work limit, not a time. */
#define MAX_TERMS 150
/* Shorter beginnings say little, in bytes. */
#define MIN_LENGTH 5

struct _DvKinCard
{
  GtkWidget parent_instance;

  /* Template children */
  GtkLabel *words_label;

  /* Owned */
  GPtrArray *words;      /* of DvItem: the two, or none */
  GHashTable *dismissed; /* "id id" */
  DvTermList *terms;     /* nullable until the first search */

  /* State */
  DvTermTest test;
};

G_DEFINE_FINAL_TYPE (DvKinCard, dv_kin_card, GTK_TYPE_WIDGET)

enum
{
  ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
get_key (DvItem *a,
         DvItem *b)
{
  return g_strdup_printf ("%s %s", dv_item_get_id (a), dv_item_get_id (b));
}

static gboolean
are_kin (const char *a,
         const char *b)
{
  const char *shorter = strlen (a) < strlen (b) ? a : b;

  return strlen (shorter) >= MIN_LENGTH && strncmp (a, b, strlen (shorter)) == 0;
}

static gboolean
is_dismissed (DvKinCard *self,
              DvItem    *a,
              DvItem    *b)
{
  g_autofree char *key = get_key (a, b);

  return g_hash_table_contains (self->dismissed, key);
}

/* The most given words that pass the test, with their folded texts. */
static GPtrArray *
collect (DvKinCard *self,
         GPtrArray *texts)
{
  GPtrArray *leads = g_ptr_array_new ();

  for (guint i = 0; i < dv_term_list_get_length (self->terms) && leads->len < MAX_TERMS; i++)
    {
      DvTerm *term = dv_term_list_get (self->terms, i);

      if (!self->test (term))
        continue;
      g_ptr_array_add (leads, dv_term_get_lead (term));
      g_ptr_array_add (texts, dv_fold (dv_term_get_text (term)));
    }

  return leads;
}

static void
search (DvKinCard *self)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) leads = collect (self, texts);
  g_autofree char *label = NULL;

  g_ptr_array_set_size (self->words, 0);
  for (guint i = 0; i < leads->len && self->words->len == 0; i++)
    for (guint j = i + 1; j < leads->len && self->words->len == 0; j++)
      if (are_kin (texts->pdata[i], texts->pdata[j]) && !is_dismissed (self, leads->pdata[i], leads->pdata[j]))
        {
          g_ptr_array_add (self->words, g_object_ref (leads->pdata[i]));
          g_ptr_array_add (self->words, g_object_ref (leads->pdata[j]));
        }
  if (self->words->len > 0)
    {
      /* Translators: two key words that may belong together */
      label = g_strdup_printf (C_ ("proposal", "%s, %s"), dv_item_get_string (self->words->pdata[0], DV_WORD_TEXT),
                               dv_item_get_string (self->words->pdata[1], DV_WORD_TEXT));
      gtk_label_set_label (self->words_label, label);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->words->len > 0);
}

static void
dismiss_cb (DvKinCard *self)
{
  if (self->words->len > 0)
    g_hash_table_add (self->dismissed, get_key (self->words->pdata[0], self->words->pdata[1]));
  search (self);
}

static void
accept_cb (DvKinCard *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_ref (self->words);

  self->words = g_ptr_array_new_with_free_func (g_object_unref);
  if (words->len > 0)
    g_signal_emit (self, signals[ACCEPTED], 0, words);
}

static void
dv_kin_card_dispose (GObject *object)
{
  DvKinCard *self = DV_KIN_CARD (object);
  GtkWidget *child;

  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_pointer (&self->dismissed, g_hash_table_unref);
  g_clear_object (&self->terms);
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_KIN_CARD);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dv_kin_card_parent_class)->dispose (object);
}

static void
dv_kin_card_class_init (DvKinCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_kin_card_dispose;

  /**
   * DvKinCard::accepted:
   * @self: the card
   * @words: (element-type DvItem): a #GPtrArray of the words
   *
   * Says that the person wants them together.
   */
  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  gtk_widget_class_set_css_name (widget_class, "kincard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-kin-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DvKinCard, words_label);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_cb);
}

static void
dv_kin_card_init (DvKinCard *self)
{
  self->words = g_ptr_array_new_with_free_func (g_object_unref);
  self->dismissed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dv_kin_card_new (void)
{
  return g_object_new (DV_TYPE_KIN_CARD, NULL);
}

/**
 * dv_kin_card_find:
 * @self: the card
 * @terms: all key words
 * @test: which of them to look at
 *
 * Looks for two words to ask about, and hides the card when there are none.
 */
void
dv_kin_card_find (DvKinCard  *self,
                  DvTermList *terms,
                  DvTermTest  test)
{
  g_return_if_fail (DV_IS_KIN_CARD (self));

  g_set_object (&self->terms, terms);
  self->test = test;
  search (self);
}

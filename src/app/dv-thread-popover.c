/* dv-thread-popover.c
 *
 * Where a clause came from, as one line from quote to clause
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-thread-popover"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-thread-popover.h"

#include "dv-behaviours.h"
#include "dv-kinds.h"
#include "dv-manifest.h"
#include "dv-values.h"

/* The thread is read from the top: what somebody said, the value that it
 * became, the example of behaviour, the clause. Made when it is opened, from
 * what the model knows then. */

/* The width of picture 16, in CSS px. */
#define WIDTH 424

/* More key words than these make a list of what was a line. */
#define MAX_WORDS 4

static char *
quoted (const char *text)
{
  /* Translators: how something that somebody said is put between quotes. */
  return g_strdup_printf (C_("quote", "“%s”"), text);
}

static char *
describe_behaviour (DvSession     *session,
                    const DvTrace *trace)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) merged = dv_behaviours_list_merged (dv_session_get_workshop (session), trace->item);

  if (trace->role != NULL)
    g_ptr_array_add (parts, g_strdup (dv_item_get_string (trace->role, DV_ROLE_NAME)));
  if (trace->table != NULL)
    g_ptr_array_add (parts, g_strdup (dv_item_get_string (trace->table, DV_TABLE_NAME)));
  if (trace->dots > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u dot", "%u dots", trace->dots), trace->dots));
  if (trace->hands > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u hand", "%u hands", trace->hands),
                                             trace->hands));
  if (merged->len > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u merged with it", "%u merged with it", merged->len),
                                             merged->len));
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup (_("Example behaviour")));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

/* Two lines that say what a station is. */
static void
describe (DvSession     *session,
          const DvTrace *trace,
          char         **title,
          char         **detail)
{
  const DvKind *kind = dv_item_get_kind (trace->item);

  if (kind == &dv_word_kind)
    {
      const char *text = dv_item_get_string (trace->item, DV_WORD_TEXT);
      const char *quote = dv_item_get_string (trace->item, DV_WORD_QUOTE);
      gboolean is_staff = dv_item_get_int (trace->item, DV_WORD_SIDE) == DV_SIDE_STAFF;

      *title = quote[0] != '\0' ? quoted (quote) : g_strdup (text);
      *detail = g_strdup_printf (is_staff ? _("Key word “%s” of staff") : _("Key word “%s” of residents"), text);
    }
  else if (kind == &dv_value_kind)
    {
      *title = g_strdup_printf (_("Core value %s"), dv_item_get_string (trace->item, DV_VALUE_NAME));
      *detail = g_strdup (dv_item_get_string (trace->item, DV_VALUE_MEANING));
    }
  else if (kind == &dv_behaviour_kind)
    {
      *title = g_strdup (dv_item_get_string (trace->item, DV_BEHAVIOUR_TEXT));
      *detail = describe_behaviour (session, trace);
    }
  else
    {
      g_autofree char *number = dv_manifest_dup_number (trace->item);

      *title = g_strdup_printf (_("Clause %s"), number);
      *detail = g_strdup (dv_item_get_string (trace->item, DV_CLAUSE_TEXT));
    }
}

static const char *
icon_of (DvItem *item)
{
  const DvKind *kind = dv_item_get_kind (item);

  if (kind == &dv_word_kind)
    return "dv-quote-symbolic";
  if (kind == &dv_value_kind)
    return "dv-value-symbolic";
  if (kind == &dv_behaviour_kind)
    return "starred-symbolic";
  return "document-edit-symbolic";
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_station (DvSession     *session,
              const DvTrace *trace)
{
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_of (trace->item));

  describe (session, trace, &title, &detail);
  gtk_widget_add_css_class (row, "station");
  if (dv_item_get_kind (trace->item) == &dv_clause_kind)
    gtk_widget_add_css_class (row, "here");
  gtk_widget_add_css_class (icon, "knot");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (texts), make_label (title, "heading"));
  if (detail[0] != '\0')
    gtk_box_append (GTK_BOX (texts), make_label (detail, "dim-label"));
  gtk_box_append (GTK_BOX (row), texts);

  return row;
}

static gboolean
is_word (const DvTrace *trace)
{
  return dv_item_get_kind (trace->item) == &dv_word_kind;
}

static GtkWidget *
make_rest (guint n)
{
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u other key word", "and %u other key words", n), n);
  GtkWidget *label = make_label (text, "dim-label");

  gtk_widget_set_margin_start (label, 56);
  return label;
}

static GtkWidget *
make_title (DvItem *clause)
{
  g_autofree char *number = dv_manifest_dup_number (clause);
  g_autofree char *text = g_strdup_printf (_("Thread of %s"), number);
  GtkWidget *title = make_label (text, "heading");

  gtk_widget_set_margin_bottom (title, 8);
  return title;
}

/**
 * dv_thread_popover_new:
 * @session: the session of the workshop
 * @clause: a clause of the Manifest
 *
 * Returns: (transfer floating): a popover with what led to the clause
 */
GtkWidget *
dv_thread_popover_new (DvSession *session,
                       DvItem    *clause)
{
  g_autoptr (GPtrArray) traces = dv_manifest_trace (dv_session_get_workshop (session), clause);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  guint n_words = 0;

  gtk_widget_add_css_class (popover, "thread");
  gtk_box_append (GTK_BOX (box), make_title (clause));
  /* The model walks back from the clause; a story is told forwards. */
  for (guint i = traces->len; i > 0; i--)
    {
      const DvTrace *trace = g_ptr_array_index (traces, i - 1);

      if (!is_word (trace) || ++n_words <= MAX_WORDS)
        gtk_box_append (GTK_BOX (box), make_station (session, trace));
      else if (i == 1 || !is_word (g_ptr_array_index (traces, i - 2)))
        gtk_box_append (GTK_BOX (box), make_rest (n_words - MAX_WORDS));
    }
  if (traces->len <= 1)
    gtk_box_append (GTK_BOX (box), make_label (_("Written here; it came from no example."), "dim-label"));

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 520);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_size_request (scroller, WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Thread"), -1);

  return popover;
}

/* dv-support-grid.c
 *
 * The table in which the answers of a round of support are typed
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-support-grid"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-number-entry.h"
#include "dv-support-bar.h"
#include "dv-support-grid.h"

/* A row for each article: its title, a number for each of the six answers, what
 * the room would see of them as a bar, and the percentage that stands behind
 * it. Numbers are typed from a stack of paper, so that all of it can be done
 * with the digits, Enter and the arrows. */

enum
{
  COLUMN_TITLE,
  COLUMN_ANSWERS,
  COLUMN_BAR = COLUMN_ANSWERS + DV_N_ANSWERS,
  COLUMN_PERCENT,
};

/* An article on screen. */
typedef struct
{
  DvItem *article; /* owned */
  GtkWidget *title;
  GtkWidget *entries[DV_N_ANSWERS];
  GtkWidget *bar;
  GtkWidget *percent;
  GtkWidget *change;
} Row;

struct _DvSupportGrid
{
  GtkWidget parent_instance;

  GtkWidget *grid;
  DvSession *session; /* owned */
  DvItem *round;      /* owned, nullable */
  GPtrArray *rows;    /* of Row */
};

G_DEFINE_FINAL_TYPE (DvSupportGrid, dv_support_grid, GTK_TYPE_WIDGET)

static void
row_free (gpointer data)
{
  Row *row = data;

  g_object_unref (row->article);
  g_free (row);
}

/* The words of the console; those of the projector are in the language of the
 * workshop. */
static const char *
get_answer_name (guint answer)
{
  static const char *const names[] = {
    NC_ ("support", "Not at all"), NC_ ("support", "Barely"), NC_ ("support", "Partly"),
    NC_ ("support", "Mostly"), NC_ ("support", "Fully"), NC_ ("support", "Don’t know yet")
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "support", names[answer]);
}

/* --- Typing --------------------------------------------------------------------- */

static gboolean
find_entry (DvSupportGrid *self,
            GtkWidget     *entry,
            guint         *row,
            guint         *column)
{
  for (*row = 0; *row < self->rows->len; (*row)++)
    for (*column = 0; *column < DV_N_ANSWERS; (*column)++)
      if (((Row *) g_ptr_array_index (self->rows, *row))->entries[*column] == entry)
        return TRUE;

  return FALSE;
}

static void
entered_cb (DvSupportGrid *self,
            guint          number,
            GtkWidget     *entry)
{
  GError *error = NULL;
  guint row, column;
  gboolean done;

  if (self->round == NULL || dv_item_get_parent (self->round) == NULL || !find_entry (self, entry, &row, &column))
    return;

  done = dv_support_set_count (dv_session_get_workshop (self->session), self->round,
                               ((Row *) g_ptr_array_index (self->rows, row))->article, NULL, column, number, &error);
  dv_session_check (self->session, done, &error);
}

static void
focus_entry (DvSupportGrid *self,
             guint          row,
             guint          column)
{
  if (row < self->rows->len)
    gtk_widget_grab_focus (((Row *) g_ptr_array_index (self->rows, row))->entries[column]);
}

/* Whether an arrow in that direction has nowhere to go within the text. */
static gboolean
is_at_end (GtkEditable *editable,
           gboolean     is_right)
{
  int start, end, length = (int) g_utf8_strlen (gtk_editable_get_text (editable), -1);

  if (gtk_editable_get_selection_bounds (editable, &start, &end))
    return start == 0 && end == length;

  return gtk_editable_get_position (editable) == (is_right ? length : 0);
}

static gboolean
move_with_key (DvSupportGrid *self,
               guint          key,
               GtkWidget     *entry)
{
  guint row, column;

  if (!find_entry (self, entry, &row, &column))
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Up:
      if (row > 0)
        focus_entry (self, row - 1, column);
      return TRUE;
    case GDK_KEY_Down:
      focus_entry (self, row + 1, column);
      return TRUE;
    case GDK_KEY_Left:
      if (column == 0 || !is_at_end (GTK_EDITABLE (entry), FALSE))
        return FALSE;
      focus_entry (self, row, column - 1);
      return TRUE;
    case GDK_KEY_Right:
      if (column + 1 == DV_N_ANSWERS || !is_at_end (GTK_EDITABLE (entry), TRUE))
        return FALSE;
      focus_entry (self, row, column + 1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      dv_number_entry_commit (DV_NUMBER_ENTRY (entry));
      if (column + 1 < DV_N_ANSWERS)
        focus_entry (self, row, column + 1);
      else
        focus_entry (self, row + 1, 0);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (DvSupportGrid  *self,
                guint           key,
                guint           code,
                GdkModifierType modifiers)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *entry = focus != NULL ? gtk_widget_get_ancestor (focus, DV_TYPE_NUMBER_ENTRY) : NULL;

  /* With Shift too, for who has Caps Lock on. */
  if ((modifiers & gtk_accelerator_get_default_mod_mask () & ~(guint) GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;

  if (gdk_keyval_to_lower (key) == GDK_KEY_r)
    {
      if (entry != NULL)
        dv_number_entry_commit (DV_NUMBER_ENTRY (entry));
      gtk_widget_activate_action (GTK_WIDGET (self), "support.reveal", NULL);
      return GDK_EVENT_STOP;
    }

  return entry != NULL && move_with_key (self, key, entry) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* --- Rows ------------------------------------------------------------------------- */

static GtkWidget *
make_label (const char *text,
            double      xalign,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), (float) xalign);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
attach (DvSupportGrid *self,
        GtkWidget     *widget,
        int            column,
        guint          row)
{
  gtk_grid_attach (GTK_GRID (self->grid), widget, column, (int) row, 1, 1);
}

static void
add_heads (DvSupportGrid *self)
{
  GtkWidget *article = make_label (C_ ("support", "Article"), 0, "answer");
  GtkWidget *projector = make_label (C_ ("support", "On the projector"), 0, "answer");

  gtk_widget_set_valign (article, GTK_ALIGN_END);
  gtk_widget_set_valign (projector, GTK_ALIGN_END);
  gtk_label_set_ellipsize (GTK_LABEL (projector), PANGO_ELLIPSIZE_END);
  attach (self, article, COLUMN_TITLE, 0);
  for (guint i = 0; i < DV_N_ANSWERS; i++)
    {
      GtkWidget *label = make_label (get_answer_name (i), 1, "answer");

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 9);
      gtk_widget_set_valign (label, GTK_ALIGN_END);
      attach (self, label, COLUMN_ANSWERS + (int) i, 0);
    }
  attach (self, projector, COLUMN_BAR, 0);
}

static void
add_row (DvSupportGrid *self,
         DvItem        *article)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *result = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  guint at = self->rows->len + 1;
  const char *title = dv_item_get_string (article, DV_ARTICLE_TITLE);

  row->article = g_object_ref (article);
  row->title = make_label (title, 0, "article");
  gtk_label_set_ellipsize (GTK_LABEL (row->title), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (row->title), 10);
  gtk_label_set_max_width_chars (GTK_LABEL (row->title), 24);
  attach (self, row->title, COLUMN_TITLE, at);
  for (guint i = 0; i < DV_N_ANSWERS; i++)
    {
      /* TRANSLATORS: the title of an article, then an answer: "Open: mostly" */
      g_autofree char *name = g_strdup_printf (C_ ("support", "%s: %s"), title, get_answer_name (i));

      row->entries[i] = dv_number_entry_new (name);
      gtk_widget_set_valign (row->entries[i], GTK_ALIGN_CENTER);
      g_signal_connect_object (row->entries[i], "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
      attach (self, row->entries[i], COLUMN_ANSWERS + (int) i, at);
    }
  row->bar = dv_support_bar_new ();
  gtk_widget_set_hexpand (row->bar, TRUE);
  row->percent = make_label ("", 1, "percent");
  row->change = make_label ("", 1, "change");
  gtk_box_append (GTK_BOX (result), row->percent);
  gtk_box_append (GTK_BOX (result), row->change);
  gtk_widget_set_valign (result, GTK_ALIGN_CENTER);
  attach (self, row->bar, COLUMN_BAR, at);
  attach (self, result, COLUMN_PERCENT, at);
  g_ptr_array_add (self->rows, row);
}

static gboolean
has_same_articles (DvSupportGrid *self,
                   GPtrArray     *shown)
{
  if (self->rows->len != shown->len)
    return FALSE;
  for (guint i = 0; i < shown->len; i++)
    if (((Row *) g_ptr_array_index (self->rows, i))->article != ((DvSupportRow *) g_ptr_array_index (shown, i))->article)
      return FALSE;

  return TRUE;
}

static void
rebuild (DvSupportGrid *self,
         GPtrArray     *shown)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  add_heads (self);
  for (guint i = 0; i < shown->len; i++)
    add_row (self, ((DvSupportRow *) g_ptr_array_index (shown, i))->article);
}

/* Whether @article was counted by role, by phones or in another program; what
 * is typed here is of everybody and would replace it. */
static gboolean
is_counted_by_role (DvSupportGrid *self,
                    DvItem        *article)
{
  guint total = 0, typed = 0;

  for (guint i = 0; i < DV_N_ANSWERS; i++)
    {
      total += dv_support_get_total (self->round, article, i);
      typed += dv_support_get_count (self->round, article, NULL, i);
    }

  return typed == 0 && total > 0;
}

static void
show_numbers (DvSupportGrid *self,
              Row           *row)
{
  gboolean by_role = is_counted_by_role (self, row->article);

  for (guint i = 0; i < DV_N_ANSWERS; i++)
    {
      dv_number_entry_set_value (DV_NUMBER_ENTRY (row->entries[i]), dv_support_get_total (self->round, row->article, i));
      gtk_widget_set_sensitive (row->entries[i], !by_role);
      gtk_widget_set_tooltip_text (row->entries[i], by_role ? C_ ("support", "Counted by role") : NULL);
    }
}

static void
show_result (Row                *row,
             const DvSupportRow *shown,
             DvSupportReach      reach)
{
  g_autofree char *percent = dv_support_row_dup_percent (shown);
  g_autofree char *change = NULL;
  gboolean is_below = shown->bound != DV_BOUND_HIDDEN && !shown->has_support;

  if (shown->has_change)
    change = shown->change == 0 ? g_strdup ("=") : g_strdup_printf ("%s %d", shown->change > 0 ? "▲" : "▼", ABS (shown->change));
  gtk_label_set_text (GTK_LABEL (row->title), dv_item_get_string (row->article, DV_ARTICLE_TITLE));
  gtk_widget_set_tooltip_text (row->title, dv_item_get_string (row->article, DV_ARTICLE_TITLE));
  gtk_label_set_text (GTK_LABEL (row->percent), percent != NULL ? percent : "–");
  gtk_widget_set_tooltip_text (row->percent, percent == NULL ? C_ ("support", "Too few answers to show numbers")
                                             : is_below      ? C_ ("support", "Below the threshold")
                                                             : NULL);
  gtk_label_set_text (GTK_LABEL (row->change), change != NULL ? change : "");
  gtk_widget_set_visible (row->change, change != NULL);
  if (is_below)
    gtk_widget_add_css_class (row->percent, "below");
  else
    gtk_widget_remove_css_class (row->percent, "below");
  dv_support_bar_set_row (DV_SUPPORT_BAR (row->bar), shown, reach);
}

/**
 * dv_support_grid_refresh:
 * @self: a table
 *
 * Shows the workshop as it is now, without disturbing who is typing.
 */
void
dv_support_grid_refresh (DvSupportGrid *self)
{
  g_autoptr (GPtrArray) shown = NULL;
  DvSupportReach reach = { 0, 0 };

  if (self->round == NULL)
    return;

  shown = dv_support_list_rows (dv_session_get_workshop (self->session), self->round);
  if (!has_same_articles (self, shown))
    rebuild (self, shown);
  for (guint i = 0; i < shown->len; i++)
    dv_support_bar_extend (&reach, g_ptr_array_index (shown, i));
  for (guint i = 0; i < shown->len; i++)
    {
      show_numbers (self, g_ptr_array_index (self->rows, i));
      show_result (g_ptr_array_index (self->rows, i), g_ptr_array_index (shown, i), reach);
    }
}

/**
 * dv_support_grid_commit:
 * @self: a table
 *
 * Enters what is being typed.
 */
void
dv_support_grid_commit (DvSupportGrid *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < DV_N_ANSWERS; j++)
      dv_number_entry_commit (DV_NUMBER_ENTRY (((Row *) g_ptr_array_index (self->rows, i))->entries[j]));
}

/**
 * dv_support_grid_set_round:
 * @self: a table
 * @round: (nullable): the round whose answers are typed
 */
void
dv_support_grid_set_round (DvSupportGrid *self,
                           DvItem        *round)
{
  g_set_object (&self->round, round);
  dv_support_grid_refresh (self);
}

/**
 * dv_support_grid_focus_first:
 * @self: a table
 *
 * Puts the focus on the first number.
 */
void
dv_support_grid_focus_first (DvSupportGrid *self)
{
  focus_entry (self, 0, 0);
}

static void
dv_support_grid_dispose (GObject *object)
{
  DvSupportGrid *self = DV_SUPPORT_GRID (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_object (&self->round);

  G_OBJECT_CLASS (dv_support_grid_parent_class)->dispose (object);
}

static void
dv_support_grid_finalize (GObject *object)
{
  g_ptr_array_unref (DV_SUPPORT_GRID (object)->rows);

  G_OBJECT_CLASS (dv_support_grid_parent_class)->finalize (object);
}

static void
dv_support_grid_class_init (DvSupportGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dv_support_grid_dispose;
  object_class->finalize = dv_support_grid_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "support-grid");
}

static void
dv_support_grid_init (DvSupportGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 8);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * dv_support_grid_new:
 * @session: the session of the window
 *
 * Returns: (transfer floating): a table without a round
 */
GtkWidget *
dv_support_grid_new (DvSession *session)
{
  DvSupportGrid *self = g_object_new (DV_TYPE_SUPPORT_GRID, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

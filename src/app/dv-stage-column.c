/* dv-stage-column.c
 *
 * The side column: what the room sees, the time, who joins, and notes
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-stage-column"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-choosing.h"
#include "dv-join-card.h"
#include "dv-notes.h"
#include "dv-reveal.h"
#include "dv-stage-column.h"
#include "dv-stage-preview.h"
#include "dv-stage-title.h"
#include "dv-support.h"
#include "dv-timer-card.h"

/* Puts the cards under each other; each follows the session by itself. What is
 * left below them is for the notes; in a window too low for all of it the whole
 * column scrolls. */

struct _DvStageColumn
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *show_button;
  DvStagePreview *preview;
  GtkWidget *reveal_button;
  GtkLabel *reveal_label;
  GtkWidget *next_button;
  DvSlideView *next_view;
  GtkLabel *next_label;
  DvTimerCard *timer;
  DvJoinCard *join;
  DvNotes *notes;

  /* Owned */
  DvSession *session;
  DvShaper *shaper;
  char *subtitle;
};

G_DEFINE_FINAL_TYPE (DvStageColumn, dv_stage_column, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SUBTITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static DvStage *
get_stage (DvStageColumn *self)
{
  return dv_session_get_stage (self->session);
}

static DvWorkshop *
get_workshop (DvStageColumn *self)
{
  return dv_session_get_workshop (self->session);
}

static char *
dup_title (DvStageColumn *self,
           const DvSlide *slide,
           guint          n_pages)
{
  return dv_stage_title_dup (get_workshop (self), slide, self->shaper, dv_session_get_aspect (self->session), n_pages);
}

/* --- Revealing ------------------------------------------------------------------- */

/* What the room does not see yet of what is on stage. */
typedef enum
{
  REVEAL_NOTHING,
  REVEAL_DOTS,
  REVEAL_WORDS,
  REVEAL_SUPPORT,
} Reveal;

static Reveal
get_reveal (DvStageColumn *self,
            DvItem       **item)
{
  DvCue cue = dv_stage_get_cue (get_stage (self));

  *item = cue.id[0] != '\0' ? dv_workshop_find (get_workshop (self), cue.id) : NULL;
  if (*item == NULL)
    return REVEAL_NOTHING;
  if (cue.kind == DV_SLIDE_SHORTLIST && !dv_choosing_is_revealed (*item) && dv_choosing_count_shortlist (*item) > 0)
    return REVEAL_DOTS;
  if (cue.kind == DV_SLIDE_SUPPORT && !dv_support_is_revealed (*item))
    return REVEAL_SUPPORT;
  if (cue.kind != DV_SLIDE_QUESTION || !dv_stage_is_following (get_stage (self)) ||
      dv_item_get_kind (*item) != &dv_activity_kind)
    return REVEAL_NOTHING;
  if (dv_item_get_int (*item, DV_ACTIVITY_PAGE) == DV_PAGE_WORDS)
    return REVEAL_WORDS;
  if (dv_item_get_int (*item, DV_ACTIVITY_PAGE) != DV_PAGE_SUPPORT)
    return REVEAL_NOTHING;

  *item = dv_support_get_latest (get_workshop (self));
  return *item != NULL && !dv_support_is_revealed (*item) ? REVEAL_SUPPORT : REVEAL_NOTHING;
}

static void
update_reveal (DvStageColumn *self)
{
  static const char *const labels[] = {
    [REVEAL_NOTHING] = NULL,
    [REVEAL_DOTS] = NC_("projector", "Reveal the dots"),
    [REVEAL_WORDS] = NC_("projector", "Show the words"),
    [REVEAL_SUPPORT] = NC_("projector", "Reveal the answers"),
  };
  DvItem *item;
  Reveal reveal = get_reveal (self, &item);

  gtk_widget_set_visible (self->reveal_button, reveal != REVEAL_NOTHING);
  if (reveal != REVEAL_NOTHING)
    gtk_label_set_text (self->reveal_label, g_dpgettext2 (NULL, "projector", labels[reveal]));
}

/* --- Following the stage ------------------------------------------------------------ */

static void
set_subtitle (DvStageColumn *self,
              char          *subtitle)
{
  g_autofree char *taken = subtitle;

  if (g_strcmp0 (self->subtitle, subtitle) == 0)
    return;

  g_free (self->subtitle);
  self->subtitle = g_steal_pointer (&taken);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

static void
update_next (DvStageColumn *self)
{
  DvSlide *next = dv_stage_get_next (get_stage (self));
  guint n_pages = dv_stage_get_n_pages (get_stage (self));
  gboolean is_page = next != NULL && dv_stage_get_page (get_stage (self)) + 1 < n_pages;
  g_autofree char *title = next != NULL ? dup_title (self, next, is_page ? n_pages : 1) : NULL;

  gtk_widget_set_visible (self->next_button, next != NULL);
  dv_slide_view_set_slide (self->next_view, next);
  gtk_label_set_text (self->next_label, title != NULL ? title : "");
}

static void
changed_cb (DvStageColumn *self)
{
  DvSlide *slide = dv_stage_get_slide (get_stage (self));

  set_subtitle (self, dup_title (self, slide, dv_stage_get_n_pages (get_stage (self))));
  update_next (self);
  update_reveal (self);
}

static void
aspect_changed_cb (DvStageColumn *self)
{
  dv_stage_preview_fit (self->next_view, dv_session_get_aspect (self->session), 80, 45);
  changed_cb (self);
}

static void
reveal_clicked_cb (DvStageColumn *self)
{
  dv_stage_column_reveal (self);
}

static void
next_clicked_cb (DvStageColumn *self)
{
  dv_stage_step (get_stage (self), 1);
}

/* --- Life ---------------------------------------------------------------------------- */

static void
dv_stage_column_dispose (GObject *object)
{
  DvStageColumn *self = DV_STAGE_COLUMN (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_STAGE_COLUMN);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->shaper, dv_shaper_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dv_stage_column_parent_class)->dispose (object);
}

static void
dv_stage_column_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_SUBTITLE)
    g_value_set_string (value, DV_STAGE_COLUMN (object)->subtitle);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
dv_stage_column_class_init (DvStageColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dv_stage_column_dispose;
  object_class->get_property = dv_stage_column_get_property;

  /* What the room sees, in a few words. */
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (DV_TYPE_STAGE_PREVIEW);
  g_type_ensure (DV_TYPE_JOIN_CARD);
  g_type_ensure (DV_TYPE_NOTES);
  g_type_ensure (DV_TYPE_TIMER_CARD);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "stagecolumn");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-stage-column.ui");
  gtk_widget_class_bind_template_child (widget_class, DvStageColumn, show_button);
  gtk_widget_class_bind_template_child (widget_class, DvStageColumn, preview);
  gtk_widget_class_bind_template_child (widget_class, DvStageColumn, reveal_button);
  gtk_widget_class_bind_template_child (widget_class, DvStageColumn, reveal_label);
  gtk_widget_class_bind_template_child (widget_class, DvStageColumn, next_button);
  gtk_widget_class_bind_template_child (widget_class, DvStageColumn, next_view);
  gtk_widget_class_bind_template_child (widget_class, DvStageColumn, next_label);
  gtk_widget_class_bind_template_child (widget_class, DvStageColumn, timer);
  gtk_widget_class_bind_template_child (widget_class, DvStageColumn, join);
  gtk_widget_class_bind_template_child (widget_class, DvStageColumn, notes);
  gtk_widget_class_bind_template_callback (widget_class, reveal_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
}

static void
dv_stage_column_init (DvStageColumn *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dv_stage_column_new:
 *
 * Returns: (transfer floating): an empty column
 */
GtkWidget *
dv_stage_column_new (void)
{
  return g_object_new (DV_TYPE_STAGE_COLUMN, NULL);
}

/**
 * dv_stage_column_set_session:
 * @self: a new column
 * @session: what to follow; can be set once
 */
void
dv_stage_column_set_session (DvStageColumn *self,
                             DvSession     *session)
{
  g_return_if_fail (DV_IS_STAGE_COLUMN (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->shaper = dv_shaper_new (NULL);
  dv_stage_preview_set_session (self->preview, session);
  dv_timer_card_set_session (self->timer, session);
  dv_join_card_set_session (self->join, session);
  dv_notes_set_session (self->notes, session);
  g_signal_connect_object (session, "notify::aspect", G_CALLBACK (aspect_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_stage (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  aspect_changed_cb (self);
}

/**
 * dv_stage_column_get_subtitle:
 * @self: a column
 *
 * Returns: (nullable) (transfer none): what the room sees, in a few words
 */
const char *
dv_stage_column_get_subtitle (DvStageColumn *self)
{
  g_return_val_if_fail (DV_IS_STAGE_COLUMN (self), NULL);
  return self->subtitle;
}

/**
 * dv_stage_column_set_projecting:
 * @self: a column
 * @is_projecting: whether there is a projector's window
 *
 * While there is none, the column offers to open it.
 */
void
dv_stage_column_set_projecting (DvStageColumn *self,
                                gboolean       is_projecting)
{
  g_return_if_fail (DV_IS_STAGE_COLUMN (self));
  gtk_widget_set_visible (self->show_button, !is_projecting);
}

/**
 * dv_stage_column_reveal:
 * @self: a column
 *
 * Reveals what the room does not see yet of what is on stage.
 *
 * Returns: whether there was anything to reveal
 */
gboolean
dv_stage_column_reveal (DvStageColumn *self)
{
  DvItem *item;
  GError *error = NULL;
  gboolean done;

  g_return_val_if_fail (DV_IS_STAGE_COLUMN (self), FALSE);
  if (self->session == NULL)
    return FALSE;

  switch (get_reveal (self, &item))
    {
    case REVEAL_DOTS:
      done = dv_choosing_set_phase (get_workshop (self), item, DV_PHASE_REVEALED, &error);
      dv_session_check (self->session, done, &error);
      return TRUE;
    case REVEAL_WORDS:
      return dv_stage_step (get_stage (self), 1);
    case REVEAL_SUPPORT:
      dv_reveal_support (self->session, item, TRUE);
      return TRUE;
    case REVEAL_NOTHING:
    default:
      return FALSE;
    }
}

/**
 * dv_stage_column_commit:
 * @self: a column
 *
 * Saves what was typed in it, now.
 */
void
dv_stage_column_commit (DvStageColumn *self)
{
  g_return_if_fail (DV_IS_STAGE_COLUMN (self));
  dv_notes_commit (self->notes);
}

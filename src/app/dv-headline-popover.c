/* dv-headline-popover.c
 *
 * A popover to write the headline over what the room sees
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-headline-popover"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-field.h"
#include "dv-headline-popover.h"

/* The program makes a headline of what the numbers say; the facilitator may say
 * it better. An empty one is made by the program again. */

struct _DvHeadlinePopover
{
  GtkPopover parent_instance;

  /* Template children */
  GtkWidget *entry;

  /* Owned */
  DvSession *session;
};

G_DEFINE_FINAL_TYPE (DvHeadlinePopover, dv_headline_popover, GTK_TYPE_POPOVER)

/* The item may have been removed while the popover is open. */
static void
shown_cb (DvHeadlinePopover *self)
{
  DvStage *stage = dv_session_get_stage (self->session);
  DvCue cue = dv_stage_get_cue (stage);
  DvItem *item = dv_headline_popover_find_item (dv_session_get_workshop (self->session), &cue);
  DvSlide *live = dv_stage_get_live (stage);

  if (item == NULL)
    return;

  dv_field_bind (self->entry, self->session, item, dv_kind_find_field (dv_item_get_kind (item), "headline"),
                 C_("undo", "Change the headline"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), live != NULL ? live->title : NULL);
}

static void
closed_cb (DvHeadlinePopover *self)
{
  dv_field_unbind (self->entry);
}

static void
done_cb (DvHeadlinePopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
reset_cb (DvHeadlinePopover *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  dv_field_commit (self->entry);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
dv_headline_popover_dispose (GObject *object)
{
  DvHeadlinePopover *self = DV_HEADLINE_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_HEADLINE_POPOVER);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dv_headline_popover_parent_class)->dispose (object);
}

static void
dv_headline_popover_class_init (DvHeadlinePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_headline_popover_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-headline-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, DvHeadlinePopover, entry);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
dv_headline_popover_init (DvHeadlinePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dv_headline_popover_set_session:
 * @self: a new popover
 * @session: whose stage it is about; can be set once
 */
void
dv_headline_popover_set_session (DvHeadlinePopover *self,
                                 DvSession         *session)
{
  g_return_if_fail (DV_IS_HEADLINE_POPOVER (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
}

/**
 * dv_headline_popover_find_item:
 * @workshop: a workshop
 * @cue: what is shown of it
 *
 * Returns: (nullable) (transfer none): whose "headline" is over it; %NULL when
 *   it has none that can be written
 */
DvItem *
dv_headline_popover_find_item (DvWorkshop  *workshop,
                               const DvCue *cue)
{
  switch (cue->kind)
    {
    case DV_SLIDE_WORDS:
    case DV_SLIDE_WORD_LIST:
      return dv_workshop_find_kind (workshop, cue->id, &dv_activity_kind);
    case DV_SLIDE_SUPPORT:
      return dv_workshop_find_kind (workshop, cue->id, &dv_support_kind);
    case DV_SLIDE_BLANK:
    case DV_SLIDE_HOUSE:
    case DV_SLIDE_AGENDA:
    case DV_SLIDE_QUESTION:
    case DV_SLIDE_BEHAVIOURS:
    case DV_SLIDE_TABLES:
    case DV_SLIDE_SHORTLIST:
    case DV_SLIDE_REVEAL:
    case DV_SLIDE_VALUES:
    case DV_SLIDE_ARTICLE:
    case DV_SLIDE_MANIFEST:
    case DV_SLIDE_MAP:
    case DV_SLIDE_MAP_STORY:
    case DV_SLIDE_MIX:
    case DV_SLIDE_TIMER:
    case DV_SLIDE_FLIP:
    case DV_SLIDE_JOIN_WIFI:
    case DV_SLIDE_JOIN_PAGE:
    case DV_SLIDE_TEST:
    default:
      return NULL;
    }
}

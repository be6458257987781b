/* dv-stage-preview.c
 *
 * What the room sees, small, and what can be done with it
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-stage-preview"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-accessible.h"
#include "dv-headline-popover.h"
#include "dv-scene-picker.h"
#include "dv-stage-preview.h"

/* Shows the stage and changes the stage; knows nothing of the projector's
 * window. While the screen is black the room sees nothing, and the facilitator,
 * dimmed, what it will see again. */

/* In px: what the column is wide, and how high a tall screen may be in it. */
#define WIDTH 256
#define HEIGHT 168

struct _DvStagePreview
{
  GtkWidget parent_instance;

  /* Template children */
  DvSlideView *view;
  GtkWidget *frame;
  GtkWidget *badge;
  GtkImage *badge_icon;
  GtkLabel *waiting;
  GtkMenuButton *scene_button;
  GtkLabel *scene_label;
  DvScenePicker *picker;
  GtkMenuButton *headline_button;
  DvHeadlinePopover *headline;
  GtkWidget *pages;
  GtkLabel *page_label;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  GtkToggleButton *black_button;
  GtkLabel *black_label;
  GtkToggleButton *freeze_button;
  GtkLabel *freeze_label;

  /* Owned */
  DvSession *session;

  /* State */
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (DvStagePreview, dv_stage_preview, GTK_TYPE_WIDGET)

static DvStage *
get_stage (DvStagePreview *self)
{
  return dv_session_get_stage (self->session);
}

/* --- Showing the stage ----------------------------------------------------------- */

/* Of another scene it says nothing how many cards it has. */
static char *
dup_waiting (DvStagePreview *self)
{
  const DvSlide *slide = dv_stage_get_slide (get_stage (self));
  const DvSlide *live = dv_stage_get_live (get_stage (self));
  guint n = dv_stage_get_n_waiting (get_stage (self));

  if (slide->kind != live->kind || slide->number != live->number)
    return g_strdup (C_("projector", "Another scene waits"));
  if (n == 0)
    return g_strdup (C_("projector", "Frozen"));
  return g_strdup_printf (ngettext ("%u new waiting", "%u new waiting", n), n);
}

static void
update_badge (DvStagePreview *self)
{
  gboolean is_frozen = dv_stage_is_frozen (get_stage (self));
  gboolean is_blank = dv_stage_is_blank (get_stage (self));
  g_autofree char *text = is_blank ? g_strdup (C_("projector", "Black")) : dup_waiting (self);

  gtk_widget_set_visible (self->badge, is_frozen || is_blank);
  gtk_image_set_from_icon_name (self->badge_icon, is_blank ? "dv-blank-symbolic" : "media-playback-pause-symbolic");
  gtk_label_set_text (self->waiting, text);
  if (is_blank)
    gtk_widget_add_css_class (self->frame, "blank");
  else
    gtk_widget_remove_css_class (self->frame, "blank");
}

/* What it is now can be seen; the label says what pressing does. */
static void
update_buttons (DvStagePreview *self)
{
  gboolean is_frozen = dv_stage_is_frozen (get_stage (self));
  gboolean is_blank = dv_stage_is_blank (get_stage (self));

  self->is_updating = TRUE;
  gtk_toggle_button_set_active (self->black_button, is_blank);
  gtk_label_set_text (self->black_label, is_blank ? C_("projector", "Show") : C_("projector", "Black"));
  gtk_toggle_button_set_active (self->freeze_button, is_frozen);
  gtk_label_set_text (self->freeze_label, is_frozen ? C_("projector", "Go on") : C_("projector", "Freeze"));
  self->is_updating = FALSE;
}

static void
update_pages (DvStagePreview *self)
{
  guint n = dv_stage_get_n_pages (get_stage (self));
  guint page = MIN (dv_stage_get_page (get_stage (self)), MAX (n, 1) - 1);
  /* Translators: which page of how many: "1 of 3". */
  g_autofree char *text = g_strdup_printf (C_("page", "%u of %u"), page + 1, n);

  gtk_widget_set_visible (self->pages, n > 1);
  gtk_label_set_text (self->page_label, text);
  gtk_widget_set_sensitive (self->previous_button, page > 0);
  gtk_widget_set_sensitive (self->next_button, page + 1 < n);
}

static void
update_scene (DvStagePreview *self)
{
  DvWorkshop *workshop = dv_session_get_workshop (self->session);
  DvCue cue = dv_stage_get_cue (get_stage (self));
  g_autofree char *label = NULL;

  if (!dv_stage_is_following (get_stage (self)))
    label = dv_cue_dup_label (workshop, &cue);
  gtk_label_set_text (self->scene_label, label != NULL ? label : C_("scene", "Follows programme"));
  gtk_widget_set_visible (GTK_WIDGET (self->headline_button), dv_headline_popover_find_item (workshop, &cue) != NULL);
}

static void
changed_cb (DvStagePreview *self)
{
  DvStage *stage = get_stage (self);

  dv_slide_view_set_slide (self->view, dv_stage_is_blank (stage) ? dv_stage_get_live (stage) : dv_stage_get_slide (stage));
  update_badge (self);
  update_buttons (self);
  update_pages (self);
  update_scene (self);
}

static void
aspect_changed_cb (DvStagePreview *self)
{
  dv_stage_preview_fit (self->view, dv_session_get_aspect (self->session), WIDTH, HEIGHT);
}

/* --- Changing the stage ----------------------------------------------------------- */

static void
black_toggled_cb (DvStagePreview *self)
{
  if (!self->is_updating)
    dv_stage_set_blank (get_stage (self), gtk_toggle_button_get_active (self->black_button));
}

static void
freeze_toggled_cb (DvStagePreview *self)
{
  if (!self->is_updating)
    dv_stage_set_frozen (get_stage (self), gtk_toggle_button_get_active (self->freeze_button));
}

/* Only among the pages; the presenter's keys go on to what comes next. */
static void
page_clicked_cb (DvStagePreview *self,
                 GtkWidget      *button)
{
  dv_stage_step (get_stage (self), button == self->previous_button ? -1 : 1);
}

/* What is in the light goes back when it is clicked again, or beside it. */
static void
clicked_cb (DvStagePreview *self,
            const char     *part)
{
  const char *lit = dv_stage_get_live (get_stage (self))->spotlight;

  dv_stage_set_spotlight (get_stage (self), g_strcmp0 (part, lit) == 0 ? NULL : part);
}

static int
find_lit (const DvSlide *slide)
{
  for (guint i = 0; slide->spotlight != NULL && i < slide->items->len; i++)
    if (g_strcmp0 (((DvSlideItem *) g_ptr_array_index (slide->items, i))->id, slide->spotlight) == 0)
      return (int) i;

  return -1;
}

/* Without a mouse: one card after the other, and past the last none. */
static gboolean
key_pressed_cb (DvStagePreview  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  DvSlide *slide = dv_stage_get_live (get_stage (self));
  gboolean is_back = keyval == GDK_KEY_Left || keyval == GDK_KEY_Up;
  int lit = find_lit (slide);
  int n = (int) slide->items->len;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_space || (keyval == GDK_KEY_Escape && lit >= 0))
    {
      dv_stage_set_spotlight (get_stage (self), NULL);
      return GDK_EVENT_STOP;
    }
  if (!is_back && keyval != GDK_KEY_Right && keyval != GDK_KEY_Down)
    return GDK_EVENT_PROPAGATE;

  lit = is_back && lit < 0 ? n - 1 : lit + (is_back ? -1 : 1);
  dv_stage_set_spotlight (get_stage (self),
                          lit >= 0 && lit < n ? ((DvSlideItem *) g_ptr_array_index (slide->items, (guint) lit))->id : NULL);
  return GDK_EVENT_STOP;
}

/* --- Life --------------------------------------------------------------------------- */

static void
dv_stage_preview_dispose (GObject *object)
{
  DvStagePreview *self = DV_STAGE_PREVIEW (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_STAGE_PREVIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dv_stage_preview_parent_class)->dispose (object);
}

static void
dv_stage_preview_class_init (DvStagePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dv_stage_preview_dispose;

  g_type_ensure (DV_TYPE_SLIDE_VIEW);
  g_type_ensure (DV_TYPE_SCENE_PICKER);
  g_type_ensure (DV_TYPE_HEADLINE_POPOVER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "stagepreview");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/draagvlak/Draagvlak/dv-stage-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, DvStagePreview, view);
  gtk_widget_class_bind_template_child (widget_class, DvStagePreview, frame);
  gtk_widget_class_bind_template_child (widget_class, DvStagePreview, badge);
  gtk_widget_class_bind_template_child (widget_class, DvStagePreview, badge_icon);
  gtk_widget_class_bind_template_child (widget_class, DvStagePreview, waiting);
  gtk_widget_class_bind_template_child (widget_class, DvStagePreview, scene_button);
  gtk_widget_class_bind_template_child (widget_class, DvStagePreview, scene_label);
  gtk_widget_class_bind_template_child (widget_class, DvStagePreview, picker);
  gtk_widget_class_bind_template_child (widget_class, DvStagePreview, headline_button);
  gtk_widget_class_bind_template_child (widget_class, DvStagePreview, headline);
  gtk_widget_class_bind_template_child (widget_class, DvStagePreview, pages);
  gtk_widget_class_bind_template_child (widget_class, DvStagePreview, page_label);
  gtk_widget_class_bind_template_child (widget_class, DvStagePreview, previous_button);
  gtk_widget_class_bind_template_child (widget_class, DvStagePreview, next_button);
  gtk_widget_class_bind_template_child (widget_class, DvStagePreview, black_button);
  gtk_widget_class_bind_template_child (widget_class, DvStagePreview, black_label);
  gtk_widget_class_bind_template_child (widget_class, DvStagePreview, freeze_button);
  gtk_widget_class_bind_template_child (widget_class, DvStagePreview, freeze_label);
  gtk_widget_class_bind_template_callback (widget_class, black_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, freeze_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
dv_stage_preview_init (DvStagePreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dv_accessible_name_menu_buttons (GTK_WIDGET (self));
}

/**
 * dv_stage_preview_set_session:
 * @self: a new preview
 * @session: whose stage to show; can be set once
 */
void
dv_stage_preview_set_session (DvStagePreview *self,
                              DvSession      *session)
{
  g_return_if_fail (DV_IS_STAGE_PREVIEW (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  dv_scene_picker_set_session (self->picker, session);
  dv_headline_popover_set_session (self->headline, session);
  g_signal_connect_object (session, "notify::aspect", G_CALLBACK (aspect_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_stage (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  aspect_changed_cb (self);
  changed_cb (self);
}

/**
 * dv_stage_preview_get_view:
 * @self: a preview
 *
 * Returns: (transfer none): what shows the slide
 */
DvSlideView *
dv_stage_preview_get_view (DvStagePreview *self)
{
  g_return_val_if_fail (DV_IS_STAGE_PREVIEW (self), NULL);
  return self->view;
}

/**
 * dv_stage_preview_fit:
 * @view: a small view of what the room sees
 * @aspect: width by height of the screen that the room looks at
 * @width: how wide it may be, in px
 * @height: how high it may be, in px
 *
 * Gives @view a fixed size. A view that grows with the width it gets would ask
 * for more height the wider it is, which GTK does not expect of a box.
 */
void
dv_stage_preview_fit (DvSlideView *view,
                      double       aspect,
                      int          width,
                      int          height)
{
  g_return_if_fail (DV_IS_SLIDE_VIEW (view));
  g_return_if_fail (aspect > 0);

  if (width / aspect > height)
    gtk_widget_set_size_request (GTK_WIDGET (view), (int) (height * aspect + 0.5), height);
  else
    gtk_widget_set_size_request (GTK_WIDGET (view), width, (int) (width / aspect + 0.5));
}

/* dv-manifest-preview.c
 *
 * The Manifest as it will be on paper, beside its editor
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-manifest-preview"

#include "config.h"

#include <glib/gi18n.h>

#include "dv-manifest-preview.h"

#include "dv-from-workshop.h"
#include "dv-manifest-page.h"
#include "dv-palette.h"
#include "dv-sheet.h"

/* The side column of the Manifest: one sheet at a time, drawn by the function
 * that draws the PDF, so that it cannot lie. What is selected in the editor is
 * tinted here and nowhere else. It is laid out anew a moment after an edit. */

/* Long enough for a burst of typing, in ms. */
#define LAYOUT_AFTER 120

struct _DvManifestPreview
{
  GtkWidget parent_instance;

  /* Template children */
  DvSheet *sheet;

  /* Owned */
  DvSession *session;
  DvManifestLayout *layout; /* nullable before the first time */
  char *selected;           /* nullable */
  char *place;              /* "A4, page 1 of 2" */

  /* State */
  guint page;
  guint layout_id;
};

G_DEFINE_FINAL_TYPE (DvManifestPreview, dv_manifest_preview, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_PLACE,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_ON,
  N_PROPS
};

enum
{
  PICKED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static guint
get_n_pages (DvManifestPreview *self)
{
  return self->layout != NULL ? dv_manifest_layout_get_n_pages (self->layout) : 0;
}

static void
update_place (DvManifestPreview *self)
{
  guint n_pages = get_n_pages (self);

  if (n_pages > 0 && self->page >= n_pages)
    self->page = n_pages - 1;
  g_free (self->place);
  self->place = g_strdup_printf (_("A4, page %u of %u"), self->page + 1, MAX (n_pages, 1));
  for (guint i = PROP_PLACE; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sheet), GTK_ACCESSIBLE_PROPERTY_LABEL, self->place, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self->sheet));
}

static void
lay_out (DvManifestPreview *self)
{
  g_autoptr (DvManifestText) text = dv_manifest_text_new_from_workshop (dv_session_get_workshop (self->session));

  g_clear_handle_id (&self->layout_id, g_source_remove);
  g_clear_pointer (&self->layout, dv_manifest_layout_free);
  self->layout = dv_manifest_layout_new (text);
  update_place (self);
}

static gboolean
layout_cb (gpointer data)
{
  DvManifestPreview *self = data;

  self->layout_id = 0;
  lay_out (self);
  return G_SOURCE_REMOVE;
}

static void
queue_layout (DvManifestPreview *self)
{
  if (self->layout_id == 0)
    self->layout_id = g_timeout_add (LAYOUT_AFTER, layout_cb, self);
}

static void
tint_selected (DvManifestPreview *self,
               cairo_t           *cr)
{
  DvColour tint = dv_palette_value (1, FALSE).tint;
  guint page;
  double x, y, width, height;

  for (guint i = 0; self->selected != NULL &&
                    dv_manifest_layout_find (self->layout, self->selected, i, &page, &x, &y, &width, &height);
       i++)
    if (page == self->page)
      {
        cairo_set_source_rgb (cr, tint.red, tint.green, tint.blue);
        cairo_rectangle (cr, x - 6, y - 2, width + 12, height + 4);
        cairo_fill (cr);
      }
}

static void
draw_cb (DvSheet  *sheet,
         cairo_t  *cr,
         gpointer  data)
{
  DvManifestPreview *self = data;

  if (self->layout == NULL)
    return;

  tint_selected (self, cr);
  dv_manifest_layout_draw_page (self->layout, cr, self->page);
}

static void
clicked_cb (DvManifestPreview *self,
            double             x,
            double             y)
{
  const char *id = self->layout != NULL ? dv_manifest_layout_at (self->layout, self->page, x, y) : NULL;

  if (id != NULL)
    g_signal_emit (self, signals[PICKED], 0, id);
}

static void
map_cb (DvManifestPreview *self)
{
  if (self->layout == NULL)
    lay_out (self);
}

static void
dv_manifest_preview_dispose (GObject *object)
{
  DvManifestPreview *self = DV_MANIFEST_PREVIEW (object);

  g_clear_handle_id (&self->layout_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), DV_TYPE_MANIFEST_PREVIEW);
  g_clear_pointer (&self->layout, dv_manifest_layout_free);
  g_clear_pointer (&self->selected, g_free);
  g_clear_pointer (&self->place, g_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dv_manifest_preview_parent_class)->dispose (object);
}

static void
dv_manifest_preview_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DvManifestPreview *self = DV_MANIFEST_PREVIEW (object);

  switch (prop_id)
    {
    case PROP_PLACE:
      g_value_set_string (value, self->place);
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, self->page > 0);
      break;
    case PROP_CAN_GO_ON:
      g_value_set_boolean (value, self->page + 1 < get_n_pages (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dv_manifest_preview_class_init (DvManifestPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dv_manifest_preview_dispose;
  object_class->get_property = dv_manifest_preview_get_property;

  /* Which page is shown, for a person. */
  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_GO_ON] = g_param_spec_boolean ("can-go-on", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DvManifestPreview::picked:
   * @self: the preview
   * @id: the id of the article or clause that was clicked
   */
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (DV_TYPE_SHEET);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/draagvlak/Draagvlak/dv-manifest-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, DvManifestPreview, sheet);
  gtk_widget_class_bind_template_callback (widget_class, map_cb);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
dv_manifest_preview_init (DvManifestPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dv_sheet_set_size (self->sheet, DV_MANIFEST_PAGE_WIDTH, DV_MANIFEST_PAGE_HEIGHT);
  dv_sheet_set_draw_func (self->sheet, draw_cb, self);
}

/**
 * dv_manifest_preview_new:
 * @session: the session of the workshop
 *
 * Returns: (transfer floating): a preview that follows the Manifest
 */
GtkWidget *
dv_manifest_preview_new (DvSession *session)
{
  DvManifestPreview *self = g_object_new (DV_TYPE_MANIFEST_PREVIEW, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (dv_session_get_workshop (session), "applied",
                           G_CALLBACK (queue_layout), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * dv_manifest_preview_select:
 * @self: a preview
 * @id: (nullable): the id of what is selected in the editor
 *
 * Tints it, and turns to its page.
 */
void
dv_manifest_preview_select (DvManifestPreview *self,
                            const char        *id)
{
  double x, y, width, height;

  g_return_if_fail (DV_IS_MANIFEST_PREVIEW (self));

  if (g_strcmp0 (self->selected, id) == 0)
    return;

  g_free (self->selected);
  self->selected = g_strdup (id);
  if (self->layout == NULL)
    return;
  if (id != NULL)
    dv_manifest_layout_find (self->layout, id, 0, &self->page, &x, &y, &width, &height);
  update_place (self);
}

/**
 * dv_manifest_preview_turn:
 * @self: a preview
 * @pages: how many pages to go on; negative to go back
 */
void
dv_manifest_preview_turn (DvManifestPreview *self,
                          int                pages)
{
  g_return_if_fail (DV_IS_MANIFEST_PREVIEW (self));

  self->page = (guint) MAX (0, (int) self->page + pages);
  update_place (self);
}

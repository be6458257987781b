/* dv-page.c
 *
 * What every page of the console is
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-page"

#include "config.h"

#include "dv-page.h"

/* The window knows pages by this class alone: it gives each the session, shows
 * its title and subtitle in the header bar, its widget in the side column, and
 * sends it what is searched for. A page lays out one child with a bin layout
 * unless it brings a template. */

/* The notes, in CSS px. */
#define DEFAULT_SIDE_WIDTH 288

typedef struct
{
  DvSession *session;
  char *title;
  char *subtitle;
  char *side_title;
  char *side_subtitle;
  int side_width;
} DvPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DvPage, dv_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_SIDE_WIDTH,
  PROP_SIDE_TITLE,
  PROP_SIDE_SUBTITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static DvPagePrivate *
get_private (DvPage *self)
{
  return dv_page_get_instance_private (self);
}

static void
dv_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&get_private (DV_PAGE (object))->session);

  G_OBJECT_CLASS (dv_page_parent_class)->dispose (object);
}

static void
dv_page_finalize (GObject *object)
{
  DvPagePrivate *priv = get_private (DV_PAGE (object));

  g_free (priv->title);
  g_free (priv->subtitle);
  g_free (priv->side_title);
  g_free (priv->side_subtitle);

  G_OBJECT_CLASS (dv_page_parent_class)->finalize (object);
}

static void
dv_page_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  DvPagePrivate *priv = get_private (DV_PAGE (object));

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, priv->subtitle);
      break;
    case PROP_SIDE_WIDTH:
      g_value_set_int (value, priv->side_width);
      break;
    case PROP_SIDE_TITLE:
      g_value_set_string (value, priv->side_title);
      break;
    case PROP_SIDE_SUBTITLE:
      g_value_set_string (value, priv->side_subtitle);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dv_page_set_property (GObject      *object,
                      guint         prop_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  DvPage *self = DV_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      get_private (self)->session = g_value_dup_object (value);
      break;
    case PROP_TITLE:
      dv_page_set_title (self, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      dv_page_set_subtitle (self, g_value_get_string (value));
      break;
    case PROP_SIDE_WIDTH:
      dv_page_set_side_width (self, g_value_get_int (value));
      break;
    case PROP_SIDE_TITLE:
      dv_page_set_side_title (self, g_value_get_string (value));
      break;
    case PROP_SIDE_SUBTITLE:
      dv_page_set_side_subtitle (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dv_page_class_init (DvPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = dv_page_dispose;
  object_class->finalize = dv_page_finalize;
  object_class->get_property = dv_page_get_property;
  object_class->set_property = dv_page_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, DV_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  /* How wide the side column is with the page's own widget, in CSS px. */
  properties[PROP_SIDE_WIDTH] = g_param_spec_int ("side-width", NULL, NULL, 200, 800, DEFAULT_SIDE_WIDTH, flags);
  /* What the header bar over the page's own side column says. */
  properties[PROP_SIDE_TITLE] = g_param_spec_string ("side-title", NULL, NULL, NULL, flags);
  properties[PROP_SIDE_SUBTITLE] = g_param_spec_string ("side-subtitle", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
dv_page_init (DvPage *self)
{
  get_private (self)->side_width = DEFAULT_SIDE_WIDTH;
}

/**
 * dv_page_get_session:
 * @self: a page
 *
 * Returns: (transfer none): what the pages share; set when the page is made
 */
DvSession *
dv_page_get_session (DvPage *self)
{
  g_return_val_if_fail (DV_IS_PAGE (self), NULL);
  return get_private (self)->session;
}

DvWorkshop *
dv_page_get_workshop (DvPage *self)
{
  return dv_session_get_workshop (dv_page_get_session (self));
}

/**
 * dv_page_enter:
 * @self: a page that is about to be shown
 */
void
dv_page_enter (DvPage *self)
{
  g_return_if_fail (DV_IS_PAGE (self));
  if (DV_PAGE_GET_CLASS (self)->enter != NULL)
    DV_PAGE_GET_CLASS (self)->enter (self);
}

/**
 * dv_page_focus_entry:
 * @self: a page that is shown
 *
 * Puts the focus where typing goes.
 */
void
dv_page_focus_entry (DvPage *self)
{
  g_return_if_fail (DV_IS_PAGE (self));
  if (DV_PAGE_GET_CLASS (self)->focus_entry != NULL)
    DV_PAGE_GET_CLASS (self)->focus_entry (self);
}

gboolean
dv_page_can_search (DvPage *self)
{
  g_return_val_if_fail (DV_IS_PAGE (self), FALSE);
  return DV_PAGE_GET_CLASS (self)->search != NULL;
}

/**
 * dv_page_search:
 * @self: a page
 * @text: what to look for; empty to end searching
 */
void
dv_page_search (DvPage     *self,
                const char *text)
{
  g_return_if_fail (DV_IS_PAGE (self));
  if (DV_PAGE_GET_CLASS (self)->search != NULL)
    DV_PAGE_GET_CLASS (self)->search (self, text);
}

/**
 * dv_page_get_side:
 * @self: a page
 *
 * Returns: (nullable) (transfer none): what the side column shows instead of
 *   the notes
 */
GtkWidget *
dv_page_get_side (DvPage *self)
{
  g_return_val_if_fail (DV_IS_PAGE (self), NULL);
  return DV_PAGE_GET_CLASS (self)->get_side != NULL ? DV_PAGE_GET_CLASS (self)->get_side (self) : NULL;
}

/**
 * dv_page_get_buttons:
 * @self: a page
 *
 * Returns: (nullable) (transfer none): what the page puts in the header bar
 */
GtkWidget *
dv_page_get_buttons (DvPage *self)
{
  g_return_val_if_fail (DV_IS_PAGE (self), NULL);
  return DV_PAGE_GET_CLASS (self)->get_buttons != NULL ? DV_PAGE_GET_CLASS (self)->get_buttons (self) : NULL;
}

/**
 * dv_page_get_side_buttons:
 * @self: a page
 *
 * Returns: (nullable) (transfer none): what the page puts in the header bar
 *   over its own side column
 */
GtkWidget *
dv_page_get_side_buttons (DvPage *self)
{
  g_return_val_if_fail (DV_IS_PAGE (self), NULL);
  return DV_PAGE_GET_CLASS (self)->get_side_buttons != NULL ? DV_PAGE_GET_CLASS (self)->get_side_buttons (self) : NULL;
}

const char *
dv_page_get_title (DvPage *self)
{
  g_return_val_if_fail (DV_IS_PAGE (self), NULL);
  return get_private (self)->title;
}

static void
set_text (DvPage     *self,
          char      **text,
          const char *value,
          guint       prop)
{
  if (g_strcmp0 (*text, value) == 0)
    return;

  g_free (*text);
  *text = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

void
dv_page_set_title (DvPage     *self,
                   const char *title)
{
  g_return_if_fail (DV_IS_PAGE (self));
  set_text (self, &get_private (self)->title, title, PROP_TITLE);
}

const char *
dv_page_get_subtitle (DvPage *self)
{
  g_return_val_if_fail (DV_IS_PAGE (self), NULL);
  return get_private (self)->subtitle;
}

void
dv_page_set_subtitle (DvPage     *self,
                      const char *subtitle)
{
  g_return_if_fail (DV_IS_PAGE (self));
  set_text (self, &get_private (self)->subtitle, subtitle, PROP_SUBTITLE);
}

int
dv_page_get_side_width (DvPage *self)
{
  g_return_val_if_fail (DV_IS_PAGE (self), DEFAULT_SIDE_WIDTH);
  return get_private (self)->side_width;
}

void
dv_page_set_side_width (DvPage *self,
                        int     width)
{
  g_return_if_fail (DV_IS_PAGE (self));
  if (get_private (self)->side_width == width)
    return;

  get_private (self)->side_width = width;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDE_WIDTH]);
}

const char *
dv_page_get_side_title (DvPage *self)
{
  g_return_val_if_fail (DV_IS_PAGE (self), NULL);
  return get_private (self)->side_title;
}

void
dv_page_set_side_title (DvPage     *self,
                        const char *title)
{
  g_return_if_fail (DV_IS_PAGE (self));
  set_text (self, &get_private (self)->side_title, title, PROP_SIDE_TITLE);
}

const char *
dv_page_get_side_subtitle (DvPage *self)
{
  g_return_val_if_fail (DV_IS_PAGE (self), NULL);
  return get_private (self)->side_subtitle;
}

void
dv_page_set_side_subtitle (DvPage     *self,
                           const char *subtitle)
{
  g_return_if_fail (DV_IS_PAGE (self));
  set_text (self, &get_private (self)->side_subtitle, subtitle, PROP_SIDE_SUBTITLE);
}

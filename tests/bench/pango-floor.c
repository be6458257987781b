/* pango-floor.c
 *
 * The least a Pango and Cairo program does for the same text, to compare with
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "bench-blocks.h"

/* No tags, no outline, no page numbers and no care for where a page ends:
 * each text is shaped once and its lines are shown from top to bottom. Same
 * fonts, sizes and line heights as manifest-pdf.
 */

#define PAGE_WIDTH 595.276
#define PAGE_HEIGHT 841.89
#define MARGIN 56.7
#define TEXT_WIDTH (PAGE_WIDTH - 2 * MARGIN)
#define INDENT 18.0
#define CELL_GAP 8.0

typedef struct
{
  cairo_t *cr;
  PangoContext *context;
  double y;
} Floor;

static PangoLayout *
shape (Floor      *self,
       const char *text,
       double      size,
       double      width,
       gboolean    bold)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (bold ? "Vollkorn SemiBold" : "Vollkorn");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

static void
show (Floor       *self,
      PangoLayout *layout,
      double       x,
      double       leading)
{
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      if (self->y + leading > PAGE_HEIGHT - MARGIN)
        {
          cairo_show_page (self->cr);
          self->y = MARGIN;
        }
      cairo_move_to (self->cr, x, self->y + leading * 0.75);
      pango_cairo_show_layout_line (self->cr, l->data);
      self->y += leading;
    }
}

static void
add_text (Floor      *self,
          const char *text,
          double      size,
          double      leading,
          double      indent,
          gboolean    bold)
{
  g_autoptr (PangoLayout) layout = shape (self, text, size, TEXT_WIDTH - indent, bold);

  show (self, layout, MARGIN + indent, leading);
}

static void
add_row (Floor    *self,
         char    **row,
         gboolean  is_head)
{
  guint n_cells = g_strv_length (row);
  double top, bottom;

  /* Cells that go on over the page would each begin a page of their own. */
  if (self->y + 60.0 > PAGE_HEIGHT - MARGIN)
    {
      cairo_show_page (self->cr);
      self->y = MARGIN;
    }
  top = bottom = self->y + 3.0;

  for (guint i = 0; i < n_cells; i++)
    {
      g_autoptr (PangoLayout) layout = shape (self, row[i], 10.0, TEXT_WIDTH / n_cells - CELL_GAP, is_head);

      self->y = top;
      show (self, layout, MARGIN + i * TEXT_WIDTH / n_cells, 14.0);
      bottom = MAX (bottom, self->y);
    }
  self->y = bottom + 3.0;
}

static void
add_block (Floor      *self,
           BenchBlock *block)
{
  static const struct
  {
    const char *kind;
    double size;
    double leading;
  } headings[] = { { "title", 28.0, 36.0 }, { "h1", 20.0, 26.0 }, { "h2", 14.0, 20.0 } };

  self->y += 6.0;
  for (guint i = 0; i < block->rows->len; i++)
    {
      char **row = g_ptr_array_index (block->rows, i);
      gboolean is_heading = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (headings); j++)
        if (strcmp (block->kind, headings[j].kind) == 0)
          {
            add_text (self, row[0], headings[j].size, headings[j].leading, 0.0, TRUE);
            is_heading = TRUE;
          }
      if (is_heading)
        continue;
      if (strcmp (block->kind, "table") == 0)
        add_row (self, row, i == 0);
      else
        add_text (self, row[0], 11.0, 16.0, block->rows->len > 1 ? INDENT : 0.0, FALSE);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface;
  Floor self = { .y = MARGIN };

  if (argc != 3)
    {
      g_printerr ("usage: pango-floor IN.json OUT.pdf\n");
      return 2;
    }
  blocks = bench_blocks_load (argv[1], &error);
  if (blocks == NULL)
    {
      g_printerr ("pango-floor: %s\n", error->message);
      return 1;
    }

  surface = cairo_pdf_surface_create (argv[2], PAGE_WIDTH, PAGE_HEIGHT);
  self.cr = cairo_create (surface);
  self.context = pango_cairo_create_context (self.cr);
  for (guint i = 0; i < blocks->len; i++)
    add_block (&self, g_ptr_array_index (blocks, i));

  g_object_unref (self.context);
  cairo_destroy (self.cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  return 0;
}

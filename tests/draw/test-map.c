/* test-map.c
 *
 * Tests of placing, routing and exporting the strategy map
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "dv-map-page.h"
#include "dv-map-paint.h"
#include "dv-test-pdf.h"

static void
set_measure (DvMapGraph  *graph,
             guint        node,
             const char  *measure,
             const char  *values,
             DvStatus  status)
{
  DvMapNode *last = &g_array_index (graph->nodes, DvMapNode, node);

  last->measure = g_strdup (measure);
  last->values = g_strdup (values);
  last->status = status;
}

/* The map of the design's picture. */
static DvMapGraph *
waterland (void)
{
  static const struct
  {
    const char *text;
    int lane;
    int theme;
    const char *measure;
    const char *values;
    DvStatus status;
  } nodes[] = {
    { "Inwoners voelen zich gekend en gehoord", 0, 0, "Vertrouwen", "6,4 → 7,2", 1 },
    { "Besluiten die iedereen kan volgen", 0, 1, "Besluit begrepen", "48% → 65%", 2 },
    { "Leefbare kernen, nu en straks", 0, 2, "Leefbaarheid", "7,1 → 7,5", 1 },
    { "Ondernemers blijven en groeien hier", 0, 3, "Vestigingen", "1.240 → 1.320", 1 },
    { "Eén aanspreekpunt van begin tot eind", 1, 0, "Op tijd gebeld", "61% → 90%", 2 },
    { "Vooraf meedenken, niet achteraf bezwaar", 1, 1, "Gesprekken vooraf", "12 → 30", 1 },
    { "Samen optrekken met de dorpsraden", 1, 2, "Dorpsplannen", "3 → 9", 3 },
    { "Ondernemers snel duidelijkheid geven", 1, 3, "Doorlooptijd", "34 → 20 dagen", 2 },
    { "Oplossen met alle partijen aan tafel", 2, 0, "Partijen eens", "54% → 80%", 1 },
    { "Brieven en besluiten in gewone taal", 2, 1, "Op B1-niveau", "40% → 85%", 1 },
    { "Gebiedsteams met een eigen mandaat", 2, 2, "Teams", "1 → 4", 2 },
    { "Vergunning in één doorlopende stroom", 2, 3, "Eerste keer goed", "68% → 85%", 1 },
    { "Voorbeeldgedrag elke week bespreken", 3, 0, "Teams die meedoen", "9 → 22", 1 },
    { "Raad en organisatie leren samen", 3, 1, "Werkbezoeken", "4 → 12", 1 },
    { "Proeftuinen in de kernen", 3, 2, "Lopende proeven", "2 → 6", 2 },
    { "Vakkennis delen tussen teams", 3, 3, "Meeloopdagen", "15 → 60", 1 },
    { "Halve dag per week voor begeleiding", 4, -1, "Benut", "3,1 → 4 uur", 1 },
    { "Eigen budget voor elke kern", 4, 2, "Kernen met budget", "2 → 9", 3 },
    { "Eén digitaal zaakdossier", 4, 3, "Aangesloten", "35% → 100%", 2 },
  };
  static const guint links[][2] = { { 4, 0 }, { 5, 0 }, { 5, 1 }, { 6, 2 }, { 7, 3 }, { 8, 4 }, { 9, 5 },
                                    { 10, 6 }, { 11, 7 }, { 12, 8 }, { 12, 9 }, { 13, 9 }, { 14, 10 }, { 15, 11 },
                                    { 16, 12 }, { 16, 13 }, { 17, 14 }, { 18, 15 }, { 9, 1 }, { 14, 6 }, { 18, 11 } };
  static const char *const lanes[] = { "Maatschappelijke waarde", "Inwoners en partners", "Interne werking",
                                       "Leren en innoveren", "Middelen" };
  static const char *const themes[] = { "Dichtbij", "Open bestuur", "Sterke kernen", "Vlot geregeld" };
  DvMapGraph *graph = dv_map_graph_new ();

  graph->language = g_strdup ("nl");
  graph->title = g_strdup ("Een gemeente die je kent");
  graph->subtitle = g_strdup ("Strategiekaart 2026–2029, gemeente Waterland-Noord");
  graph->date = g_strdup ("2026-03-24");
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    g_ptr_array_add (graph->lanes, g_strdup (lanes[i]));
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    g_ptr_array_add (graph->themes, g_strdup (themes[i]));
  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    {
      dv_map_graph_add_node (graph, NULL, nodes[i].text, nodes[i].lane, nodes[i].theme);
      set_measure (graph, i, nodes[i].measure, nodes[i].values, nodes[i].status);
    }
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    dv_map_graph_add_link (graph, links[i][0], links[i][1]);

  return graph;
}

/* Anything goes: no lanes, no themes, boxes of any height, links up, down,
 * sideways, twice and to nowhere.
 */
static DvMapGraph *
random_graph (guint seed,
              guint n_nodes)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  DvMapGraph *graph = dv_map_graph_new ();
  int n_lanes = g_rand_int_range (rand, 0, 8), n_themes = g_rand_int_range (rand, 0, 7);
  guint n_links = n_nodes + n_nodes / 2;

  for (int i = 0; i < n_lanes; i++)
    g_ptr_array_add (graph->lanes, g_strdup_printf ("Lane %d", i));
  for (int i = 0; i < n_themes; i++)
    g_ptr_array_add (graph->themes, g_strdup_printf ("Theme %d", i));
  for (guint i = 0; i < n_nodes; i++)
    {
      g_autofree char *text = g_strdup_printf ("Objective number %u", i);

      dv_map_graph_add_node (graph, NULL, text, g_rand_int_range (rand, -1, MAX (n_lanes, 1)),
                             g_rand_int_range (rand, g_rand_int_range (rand, 0, 9) == 0 ? -1 : 0, MAX (n_themes, 1)));
      if (g_rand_int_range (rand, 0, 5) == 0)
        g_array_index (graph->nodes, DvMapNode, i).height = g_rand_double_range (rand, 100.0, 220.0);
    }
  for (guint i = 0; i < n_links; i++)
    dv_map_graph_add_link (graph, (guint) g_rand_int_range (rand, 0, (int) n_nodes + 1),
                           (guint) g_rand_int_range (rand, 0, (int) n_nodes + 1));

  return graph;
}

static gboolean
is_overlapping (const DvMapRect *a,
                const DvMapRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static void
assert_boxes (const DvMapGraph  *graph,
              const DvMapLayout *layout)
{
  g_assert_cmpuint (layout->boxes->len, ==, graph->nodes->len);
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const DvMapRect *box = &g_array_index (layout->boxes, DvMapRect, i);
      int lane = g_array_index (graph->nodes, DvMapNode, i).lane;
      const DvMapRect *band;

      if (lane < 0 || lane >= (int) graph->lanes->len)
        lane = (int) layout->lanes->len - 1;
      band = &g_array_index (layout->lanes, DvMapRect, lane);
      g_assert_cmpfloat (box->x, >=, band->x + DV_MAP_LABEL_WIDTH);
      g_assert_cmpfloat (box->x + box->width, <=, band->x + band->width);
      g_assert_cmpfloat (box->y, >, band->y);
      g_assert_cmpfloat (box->y + box->height, <, band->y + band->height);
      for (guint j = 0; j < i; j++)
        g_assert_false (is_overlapping (box, &g_array_index (layout->boxes, DvMapRect, j)));
    }
}

static DvMapPoint
curve_at (const DvMapPoint *p,
          double            t)
{
  double u = 1.0 - t;
  DvMapPoint point = {
    u * u * u * p[0].x + 3 * u * u * t * p[1].x + 3 * u * t * t * p[2].x + t * t * t * p[3].x,
    u * u * u * p[0].y + 3 * u * u * t * p[1].y + 3 * u * t * t * p[2].y + t * t * t * p[3].y,
  };

  return point;
}

static void
assert_wires (const DvMapLayout *layout)
{
  for (guint i = 0; i < layout->wires->len; i++)
    {
      const DvMapWire *wire = &g_array_index (layout->wires, DvMapWire, i);
      const DvMapPoint *points = &g_array_index (layout->points, DvMapPoint, wire->first_point);

      for (guint j = 0; j + 3 < wire->n_points; j += 3)
        for (int k = 0; k <= 12; k++)
          {
            DvMapPoint point = curve_at (points + j, k / 12.0);

            for (guint l = 0; l < layout->boxes->len; l++)
              {
                const DvMapRect *box = &g_array_index (layout->boxes, DvMapRect, l);

                g_assert_false (point.x > box->x + 1.0 && point.x < box->x + box->width - 1.0 &&
                                point.y > box->y + 1.0 && point.y < box->y + box->height - 1.0);
              }
          }
    }
}

static void
test_nothing_overlaps (void)
{
  static const guint sizes[] = { 0, 1, 2, 3, 7, 12, 30, 75, 150, 300 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint seed = 0; seed < 12; seed++)
      {
        g_autoptr (DvMapGraph) graph = random_graph (seed * 31 + i, sizes[i]);
        g_autoptr (DvMapLayout) layout = dv_map_layout_new (graph);

        assert_boxes (graph, layout);
        assert_wires (layout);
      }
}

static void
test_three_thousand (void)
{
  g_autoptr (DvMapGraph) graph = random_graph (5, 3000);
  g_autoptr (DvMapLayout) layout = dv_map_layout_new (graph);

  assert_boxes (graph, layout);
}

static void
test_same_map_twice (void)
{
  g_autoptr (DvMapGraph) graph = random_graph (9, 120);
  g_autoptr (DvMapLayout) first = dv_map_layout_new (graph);
  g_autoptr (DvMapLayout) second = dv_map_layout_new (graph);

  g_assert_cmpuint (first->points->len, ==, second->points->len);
  g_assert_cmpint (memcmp (first->points->data, second->points->data, first->points->len * sizeof (DvMapPoint)), ==, 0);
  g_assert_cmpint (memcmp (first->boxes->data, second->boxes->data, first->boxes->len * sizeof (DvMapRect)), ==, 0);
}

static void
test_as_designed (void)
{
  g_autoptr (DvMapGraph) graph = waterland ();
  g_autoptr (DvMapLayout) layout = dv_map_layout_new (graph);
  const DvMapRect *spanning = &g_array_index (layout->boxes, DvMapRect, 16);
  const DvMapRect *first = &g_array_index (layout->boxes, DvMapRect, 12);
  const DvMapRect *second = &g_array_index (layout->boxes, DvMapRect, 13);

  g_assert_cmpfloat_with_epsilon (layout->width, 1568.0, 0.01);
  g_assert_cmpuint (layout->wires->len, ==, 21);
  g_assert_cmpfloat_with_epsilon (spanning->x, (first->x + second->x) / 2.0, 0.01);
  g_assert_cmpint (dv_map_layout_box_at (layout, spanning->x + 5.0, spanning->y + 5.0), ==, 16);
  g_assert_cmpint (dv_map_layout_box_at (layout, 1.0, 1.0), ==, -1);
}

static void
test_pdf (void)
{
  g_autoptr (DvMapGraph) graph = waterland ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = dv_map_export_pdf (graph, &error);
  g_autoptr (GBytes) again = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  dv_test_keep (pdf, "map.pdf");
  again = dv_map_export_pdf (graph, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (pdf, again));

  text = dv_test_pdf_to_text (pdf);
  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "Een gemeente die je kent"));
  g_assert_nonnull (strstr (text, "Maatschappelijke"));
  g_assert_nonnull (strstr (text, "Vertrouwen 6,4 → 7,2"));
  g_assert_nonnull (strstr (text, "Lees de pijlen van onder naar boven"));
}

typedef struct
{
  guint n_texts;
  guint n_open;
} Counter;

static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *name,
                  const char          **names,
                  const char          **values,
                  gpointer              data,
                  GError              **error)
{
  Counter *counter = data;

  counter->n_open++;
  if (strcmp (name, "text") == 0)
    counter->n_texts++;
}

static void
test_svg (void)
{
  static const GMarkupParser parser = { .start_element = start_element_cb };
  g_autoptr (DvMapGraph) graph = waterland ();
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = NULL;
  Counter counter = { 0 };
  const char *data;
  gsize length;

  g_ptr_array_add (graph->themes, g_strdup ("A < B & \"C\" \x01"));
  svg = dv_map_export_svg (graph, &error);
  g_assert_no_error (error);
  dv_test_keep (svg, "map.svg");
  data = g_bytes_get_data (svg, &length);
  context = g_markup_parse_context_new (&parser, 0, &counter, NULL);
  g_markup_parse_context_parse (context, data, (gssize) length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counter.n_texts, >, 50);
  g_assert_nonnull (g_strstr_len (data, (gssize) length, ">iedereen kan volgen</text>"));
  g_assert_nonnull (g_strstr_len (data, (gssize) length, "A &lt; B &amp; &quot;C&quot;"));
}

static void
test_png (void)
{
  g_autoptr (DvMapGraph) graph = waterland ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = dv_map_export_png (graph, 1400, &error);
  const guint8 *data;

  g_assert_no_error (error);
  dv_test_keep (png, "map.png");
  data = g_bytes_get_data (png, NULL);
  g_assert_cmpint (data[18] << 8 | data[19], ==, 1400);
  g_assert_null (dv_map_export_png (graph, 0, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

static void
test_busy (void)
{
  g_autoptr (DvMapGraph) graph = random_graph (4, 60);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = NULL;

  set_measure (graph, 3, "Een maat met een veel te lange naam om te passen", "1.240 → 1.320 per jaar", 3);
  g_free (g_array_index (graph->nodes, DvMapNode, 4).text);
  g_array_index (graph->nodes, DvMapNode, 4).text =
    g_strdup ("Een doel van honderdzestig tekens dat iemand heeft opgeschreven zoals men dat doet in een nota, met "
              "bijzinnen en samenwerkingsverbanden en wat er verder nog bij hoort.");
  graph->title = g_strdup ("Een heel erg lange titel voor een strategiekaart die niet op een regel past maar wel moet passen");
  png = dv_map_export_png (graph, 2000, &error);
  g_assert_no_error (error);
  dv_test_keep (png, "busy.png");
}

static void
test_dark_and_empty (void)
{
  g_autoptr (DvMapPicture) hint = dv_map_picture_new (dv_map_graph_new (), DV_MAP_HINT | DV_MAP_DARK);
  g_autoptr (DvMapPicture) picture = dv_map_picture_new (waterland (), DV_MAP_DARK | DV_MAP_SCREEN);
  const DvMapLayout *layout = dv_map_picture_get_layout (picture);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) layout->width, (int) layout->height);
  cairo_t *cr = cairo_create (image);

  dv_map_picture_paint (hint, cr, NULL);
  cairo_set_source_rgb (cr, 0.08, 0.09, 0.11);
  cairo_paint (cr);
  dv_map_picture_paint (picture, cr, &(DvSceneRect){ 0.0, 0.0, layout->width, layout->height });
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  if (g_getenv ("DV_TEST_KEEP") != NULL)
    {
      g_autofree char *path = g_build_filename (g_getenv ("DV_TEST_KEEP"), "dark.png", NULL);

      cairo_surface_write_to_png (image, path);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (image);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map/nothing-overlaps", test_nothing_overlaps);
  g_test_add_func ("/map/three-thousand", test_three_thousand);
  g_test_add_func ("/map/same-twice", test_same_map_twice);
  g_test_add_func ("/map/as-designed", test_as_designed);
  g_test_add_func ("/map/pdf", test_pdf);
  g_test_add_func ("/map/svg", test_svg);
  g_test_add_func ("/map/png", test_png);
  g_test_add_func ("/map/busy", test_busy);
  g_test_add_func ("/map/dark-and-empty", test_dark_and_empty);

  return g_test_run ();
}

/* test-value-chips.c
 *
 * The row of core values, from five to twelve of them
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "dv-test-page.h"
#include "dv-value-chips.h"
#include "dv-values.h"

/* The widths that the row gets in windows of 1366 and 1920, in CSS px. */
#define NARROW 774
#define WIDE 1328

static const char *const names[] = {
  "Nabij", "Open", "Betrouwbaar", "Lenig", "Gelijkwaardig", "Moedig",
  "Deskundig", "Gastvrij", "Zorgvuldig", "Verantwoordelijk", "Vernieuwend", "Samenwerkend",
};

typedef struct
{
  DvWorkshop *workshop;
  DvSession *session;
  GtkWidget *chips;
} Row;

static void
row_open (Row     *self,
          guint    n,
          gboolean shows_target)
{
  self->workshop = dv_workshop_new ();
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("value%u", i + 1);

      dv_test_insert (self->workshop, "value", id, NULL, "name", names[i], "state", "chosen", NULL);
    }
  dv_test_insert (self->workshop, "behaviour", "example1", "value1", "text", "Ik bel terug", NULL);
  self->session = dv_session_new (self->workshop);
  dv_session_set_value (self->session, dv_test_get (self->workshop, "value1"));
  self->chips = g_object_ref_sink (dv_value_chips_new (self->session, shows_target));
}

static void
row_close (Row *self)
{
  g_assert_finalize_object (self->chips);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->workshop);
}

static void
allocate (Row *self,
          int  width)
{
  int minimum, height;

  gtk_widget_measure (self->chips, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, width);
  gtk_widget_measure (self->chips, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_allocate (self->chips, width, height, -1, NULL);
}

/* Every chip has the room it needs, in order and without overlap; only a row
 * that scrolls goes past the edges, and not with the selected chip. */
static void
check_places (Row *self,
              int  width)
{
  DvRowLayout layout = dv_value_chips_get_layout (DV_VALUE_CHIPS (self->chips));
  int end = G_MININT;

  for (GtkWidget *chip = gtk_widget_get_first_child (self->chips); chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    {
      graphene_rect_t bounds;
      DvChipLayout chip_layout = layout == DV_ROW_ROOMY ? DV_CHIP_ROOMY : layout == DV_ROW_COLUMNS ? DV_CHIP_COLUMN : DV_CHIP_COMPACT;
      gboolean is_selected = dv_value_chip_get_value (DV_VALUE_CHIP (chip)) == dv_session_get_value (self->session);

      g_assert_true (gtk_widget_compute_bounds (chip, self->chips, &bounds));
      g_assert_cmpint ((int) bounds.origin.x, >=, end);
      g_assert_cmpint ((int) bounds.size.width, >=, dv_value_chip_get_width (DV_VALUE_CHIP (chip), chip_layout));
      g_assert_cmpint ((int) bounds.size.height, ==, dv_value_chip_get_height (chip_layout));
      end = (int) (bounds.origin.x + bounds.size.width);
      if (layout != DV_ROW_SCROLLED || is_selected)
        {
          g_assert_cmpint ((int) bounds.origin.x, >=, 0);
          g_assert_cmpint (end, <=, width);
        }
    }
}

static void
test_layouts (void)
{
  static const guint numbers[] = { 5, 6, 7, 8, 12 };
  static const int widths[] = { 320, NARROW, WIDE };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    for (guint shows_target = 0; shows_target < 2; shows_target++)
      {
        DvRowLayout before = DV_ROW_SCROLLED;
        Row row;

        row_open (&row, numbers[i], shows_target != 0);
        g_assert_cmpuint (dv_value_chips_get_length (DV_VALUE_CHIPS (row.chips)), ==, numbers[i]);
        for (guint j = 0; j < G_N_ELEMENTS (widths); j++)
          {
            allocate (&row, widths[j]);
            check_places (&row, widths[j]);
            /* More room never makes it tighter. */
            g_assert_cmpint (dv_value_chips_get_layout (DV_VALUE_CHIPS (row.chips)), <=, before);
            before = dv_value_chips_get_layout (DV_VALUE_CHIPS (row.chips));
          }
        row_close (&row);
      }
}

static void
test_selected_in_view (void)
{
  Row row;

  row_open (&row, 12, FALSE);
  allocate (&row, 320);
  g_assert_cmpint (dv_value_chips_get_layout (DV_VALUE_CHIPS (row.chips)), ==, DV_ROW_SCROLLED);
  for (guint i = 0; i < 12; i++)
    {
      allocate (&row, 320);
      check_places (&row, 320);
      dv_value_chips_step (DV_VALUE_CHIPS (row.chips), 1);
    }
  /* Past the end it stays. */
  g_assert_true (dv_session_get_value (row.session) == dv_test_get (row.workshop, "value12"));
  row_close (&row);
}

static void
test_names (void)
{
  GtkWidget *first;
  Row row;

  row_open (&row, 5, FALSE);
  first = gtk_widget_get_first_child (row.chips);
  gtk_test_accessible_assert_role (row.chips, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_test_accessible_assert_role (first, GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_LABEL, "Nabij, 1 example, selected");
  gtk_test_accessible_assert_state (first, GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  g_signal_emit_by_name (gtk_widget_get_next_sibling (first), "clicked");
  g_assert_true (dv_session_get_value (row.session) == dv_test_get (row.workshop, "value2"));
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_LABEL, "Nabij, 1 example");
  gtk_test_accessible_assert_property (gtk_widget_get_next_sibling (first), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Open, 0 examples, selected");
  row_close (&row);
}

/* A value that is deleted takes its chip along, and undo brings both back. */
static void
test_removal (void)
{
  Row row;
  GError *error = NULL;

  row_open (&row, 6, TRUE);
  dv_values_remove (row.workshop, dv_test_get (row.workshop, "value3"), DV_FATE_KEEP, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dv_value_chips_get_length (DV_VALUE_CHIPS (row.chips)), ==, 5);
  g_assert_true (dv_workshop_undo (row.workshop, NULL));
  g_assert_cmpuint (dv_value_chips_get_length (DV_VALUE_CHIPS (row.chips)), ==, 6);
  allocate (&row, NARROW);
  check_places (&row, NARROW);
  row_close (&row);
}

int
main (int   argc,
      char *argv[])
{
  dv_test_page_init (&argc, &argv);
  g_test_add_func ("/value-chips/layouts", test_layouts);
  g_test_add_func ("/value-chips/selected-in-view", test_selected_in_view);
  g_test_add_func ("/value-chips/names", test_names);
  g_test_add_func ("/value-chips/removal", test_removal);
  return g_test_run ();
}

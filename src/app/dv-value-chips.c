/* dv-value-chips.c
 *
 * The row of core values to choose from, which fits five to many
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-value-chips"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-value-chips.h"
#include "dv-values.h"

/* The row tries four layouts, roomy first, and takes the first that fits the
 * width it gets: roomy, compact, equal columns of two lines, and compact chips
 * in a row that scrolls with the selected one in view. It is one stop for Tab;
 * arrows go along the chips. */

#define GAP_ROOMY 8
#define GAP_COMPACT 5
#define GAP_COLUMNS 6
#define FADE 32
/* Below this many, columns would be odd wide tiles; they scroll instead. */
#define MIN_COLUMNS 5

struct _DvValueChips
{
  GtkWidget parent_instance;

  /* Owned */
  DvSession *session;
  GListModel *values;
  GPtrArray *chips; /* of DvValueChip, borrowed: they are children */

  /* State */
  gboolean shows_target;
  DvRowLayout layout;
  int offset;  /* how far it is scrolled, in CSS px */
  int content; /* the width of all chips when it scrolls */
  gboolean reveal; /* bring the selected chip into view when next laid out */
};

G_DEFINE_FINAL_TYPE (DvValueChips, dv_value_chips, GTK_TYPE_WIDGET)

enum
{
  MENU,
  DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const DvChipLayout chip_layouts[] = {
  [DV_ROW_ROOMY] = DV_CHIP_ROOMY,
  [DV_ROW_COMPACT] = DV_CHIP_COMPACT,
  [DV_ROW_COLUMNS] = DV_CHIP_COLUMN,
  [DV_ROW_SCROLLED] = DV_CHIP_COMPACT,
};

static const int gaps[] = {
  [DV_ROW_ROOMY] = GAP_ROOMY,
  [DV_ROW_COMPACT] = GAP_COMPACT,
  [DV_ROW_COLUMNS] = GAP_COLUMNS,
  [DV_ROW_SCROLLED] = GAP_COMPACT,
};

static DvValueChip *
get_chip (DvValueChips *self,
          guint         i)
{
  return g_ptr_array_index (self->chips, i);
}

static int
get_row_width (DvValueChips *self,
               DvRowLayout   layout)
{
  int n = (int) self->chips->len;
  int widest = 0;
  int sum = 0;

  for (guint i = 0; i < self->chips->len; i++)
    {
      int width = dv_value_chip_get_width (get_chip (self, i), chip_layouts[layout]);

      sum += width;
      widest = MAX (widest, width);
    }

  return (layout == DV_ROW_COLUMNS ? n * widest : sum) + MAX (n - 1, 0) * gaps[layout];
}

static DvRowLayout
choose_layout (DvValueChips *self,
               int           width)
{
  if (width < 0 || get_row_width (self, DV_ROW_ROOMY) <= width)
    return DV_ROW_ROOMY;
  if (get_row_width (self, DV_ROW_COMPACT) <= width)
    return DV_ROW_COMPACT;
  if (self->chips->len >= MIN_COLUMNS && get_row_width (self, DV_ROW_COLUMNS) <= width)
    return DV_ROW_COLUMNS;
  return DV_ROW_SCROLLED;
}

static GtkSizeRequestMode
dv_value_chips_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dv_value_chips_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  DvValueChips *self = DV_VALUE_CHIPS (widget);

  for (guint i = 0; i < self->chips->len; i++)
    gtk_widget_measure (GTK_WIDGET (get_chip (self, i)), orientation, -1, NULL, NULL, NULL, NULL);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->chips->len > 0 ? 4 * FADE : 0;
      *natural = MAX (*minimum, get_row_width (self, DV_ROW_ROOMY));
    }
  else
    *minimum = *natural = self->chips->len > 0
                            ? dv_value_chip_get_height (chip_layouts[choose_layout (self, for_size)])
                            : 0;
}

static void
set_offset (DvValueChips *self,
            int           offset)
{
  int most = MAX (0, self->content - gtk_widget_get_width (GTK_WIDGET (self)));

  offset = CLAMP (offset, 0, most);
  if (self->offset == offset)
    return;

  self->offset = offset;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The offset nearest to the present one at which [x, x + width] is clear of the
 * fades. */
static int
bring_into_view (DvValueChips *self,
                 int           x,
                 int           width,
                 int           visible)
{
  int offset = self->offset;

  offset = MAX (offset, x + width + FADE - visible);
  offset = MIN (offset, x - FADE);
  return CLAMP (offset, 0, MAX (0, self->content - visible));
}

static void
dv_value_chips_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  DvValueChips *self = DV_VALUE_CHIPS (widget);
  DvItem *selected = dv_session_get_value (self->session);
  int n = (int) self->chips->len;
  DvChipLayout chip_layout;
  int gap;
  int x = 0;

  self->layout = choose_layout (self, width);
  chip_layout = chip_layouts[self->layout];
  gap = gaps[self->layout];
  self->content = self->layout == DV_ROW_SCROLLED ? get_row_width (self, DV_ROW_SCROLLED) : 0;
  self->offset = CLAMP (self->offset, 0, MAX (0, self->content - width));

  if (self->reveal && self->layout == DV_ROW_SCROLLED)
    for (guint i = 0; i < self->chips->len; i++)
      {
        int chip_width = dv_value_chip_get_width (get_chip (self, i), chip_layout);

        if (dv_value_chip_get_value (get_chip (self, i)) == selected)
          self->offset = bring_into_view (self, x, chip_width, width);
        x += chip_width + gap;
      }
  self->reveal = FALSE;

  x = -self->offset;
  for (int i = 0; i < n; i++)
    {
      DvValueChip *chip = get_chip (self, (guint) i);
      /* Columns share the width to the last pixel. */
      int chip_width = self->layout == DV_ROW_COLUMNS
                         ? (width - (n - 1) * gap) * (i + 1) / n - (width - (n - 1) * gap) * i / n
                         : dv_value_chip_get_width (chip, chip_layout);
      int chip_height = dv_value_chip_get_height (chip_layout);
      GtkAllocation place = { x, (height - chip_height) / 2, chip_width, chip_height };

      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        place.x = width - x - chip_width;
      dv_value_chip_set_layout (chip, chip_layout);
      gtk_widget_measure (GTK_WIDGET (chip), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (GTK_WIDGET (chip), &place, -1);
      x += chip_width + gap;
    }
}

static void
append_fade (GtkSnapshot   *snapshot,
             const GdkRGBA *colour,
             float          from,
             float          to,
             float          height)
{
  GdkRGBA clear = *colour;

  clear.alpha = 0;
  gtk_snapshot_append_linear_gradient (snapshot,
                                       &GRAPHENE_RECT_INIT (MIN (from, to), 0, ABS (to - from), height),
                                       &GRAPHENE_POINT_INIT (from, 0), &GRAPHENE_POINT_INIT (to, 0),
                                       (GskColorStop[2]){ { 0, *colour }, { 1, clear } }, 2);
}

static void
dv_value_chips_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  DvValueChips *self = DV_VALUE_CHIPS (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  GdkRGBA colour;

  if (self->layout != DV_ROW_SCROLLED)
    {
      GTK_WIDGET_CLASS (dv_value_chips_parent_class)->snapshot (widget, snapshot);
      return;
    }

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, -4, width, height + 8));
  GTK_WIDGET_CLASS (dv_value_chips_parent_class)->snapshot (widget, snapshot);
  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "window_bg_color", &colour))
    {
      if (self->offset > 0)
        append_fade (snapshot, &colour, 0, FADE, height);
      if (self->offset < self->content - (int) width)
        append_fade (snapshot, &colour, width, width - FADE, height);
    }
  gtk_snapshot_pop (snapshot);
}

static void
dv_value_chips_set_focus_child (GtkWidget *widget,
                                GtkWidget *child)
{
  DvValueChips *self = DV_VALUE_CHIPS (widget);
  graphene_rect_t bounds;

  GTK_WIDGET_CLASS (dv_value_chips_parent_class)->set_focus_child (widget, child);
  if (child != NULL && self->layout == DV_ROW_SCROLLED && gtk_widget_compute_bounds (child, widget, &bounds))
    set_offset (self, bring_into_view (self, (int) bounds.origin.x + self->offset, (int) bounds.size.width,
                                       gtk_widget_get_width (widget)));
}

static DvValueChip *
find_chip (DvValueChips *self,
           DvItem       *value)
{
  for (guint i = 0; i < self->chips->len; i++)
    if (dv_value_chip_get_value (get_chip (self, i)) == value)
      return get_chip (self, i);

  return NULL;
}

static gboolean
dv_value_chips_focus (GtkWidget       *widget,
                      GtkDirectionType direction)
{
  DvValueChips *self = DV_VALUE_CHIPS (widget);
  DvValueChip *chip;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (dv_value_chips_parent_class)->focus (widget, direction);
  if (gtk_widget_get_focus_child (widget) != NULL || self->chips->len == 0)
    return FALSE;

  chip = find_chip (self, dv_session_get_value (self->session));
  return gtk_widget_grab_focus (GTK_WIDGET (chip != NULL ? chip : get_chip (self, 0)));
}

static void
chip_clicked_cb (DvValueChips *self,
                 DvValueChip  *chip)
{
  dv_session_set_value (self->session, dv_value_chip_get_value (chip));
}

static void
chip_pressed_cb (DvValueChips *self,
                 int           n_press,
                 double        x,
                 double        y,
                 GtkGesture   *gesture)
{
  GtkWidget *chip = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[MENU], 0, chip);
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   data)
{
  GtkWidget *chip = gtk_widget_get_focus_child (widget);

  if (chip == NULL)
    return FALSE;

  g_signal_emit (widget, signals[MENU], 0, chip);
  return TRUE;
}

static gboolean
chip_drop_cb (DvValueChips  *self,
              const GValue  *value,
              double         x,
              double         y,
              GtkDropTarget *target)
{
  DvValueChip *chip = DV_VALUE_CHIP (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));
  gboolean taken = FALSE;

  g_signal_emit (self, signals[DROPPED], 0, dv_value_chip_get_value (chip), g_value_get_object (value), &taken);
  return taken;
}

static void
add_chip (DvValueChips *self,
          DvItem       *value)
{
  GtkWidget *chip = dv_value_chip_new (value, self->shows_target);
  GtkGesture *press = gtk_gesture_click_new ();
  GtkDropTarget *drop = gtk_drop_target_new (DV_TYPE_ITEM, GDK_ACTION_MOVE);

  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (press, "pressed", G_CALLBACK (chip_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (chip, GTK_EVENT_CONTROLLER (press));
  g_signal_connect_object (drop, "drop", G_CALLBACK (chip_drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (chip, GTK_EVENT_CONTROLLER (drop));

  gtk_widget_set_parent (chip, GTK_WIDGET (self));
  g_ptr_array_add (self->chips, chip);
}

static void
update (DvValueChips *self)
{
  DvItem *selected = dv_session_get_value (self->session);

  for (guint i = 0; i < self->chips->len; i++)
    dv_value_chip_update (get_chip (self, i), dv_value_chip_get_value (get_chip (self, i)) == selected);
}

/* Values are few and seldom change: all chips are made anew. */
static void
values_changed_cb (DvValueChips *self)
{
  guint n = g_list_model_get_n_items (self->values);

  for (guint i = 0; i < self->chips->len; i++)
    gtk_widget_unparent (GTK_WIDGET (get_chip (self, i)));
  g_ptr_array_set_size (self->chips, 0);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DvItem) value = g_list_model_get_item (self->values, i);

      add_chip (self, value);
    }
  update (self);
  self->reveal = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
selected_changed_cb (DvValueChips *self)
{
  self->reveal = TRUE;
  update (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
number_key_cb (GtkWidget *widget,
               GVariant  *arguments,
               gpointer   data)
{
  DvValueChips *self = DV_VALUE_CHIPS (widget);
  guint number = (guint) g_variant_get_int32 (arguments);

  if (!gtk_widget_get_mapped (widget) || number > self->chips->len)
    return FALSE;

  dv_session_set_value (self->session, dv_value_chip_get_value (get_chip (self, number - 1)));
  return TRUE;
}

static gboolean
step_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   data)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;

  dv_value_chips_step (DV_VALUE_CHIPS (widget), g_variant_get_int32 (arguments));
  return TRUE;
}

static gboolean
scroll_cb (DvValueChips *self,
           double        dx,
           double        dy)
{
  if (self->layout != DV_ROW_SCROLLED)
    return GDK_EVENT_PROPAGATE;

  set_offset (self, self->offset + (int) ((dx + dy) * 2 * FADE));
  return GDK_EVENT_STOP;
}

static void
add_shortcut (GtkEventController *controller,
              guint               key,
              GdkModifierType     modifiers,
              GtkShortcutFunc     func,
              int                 argument)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                            gtk_callback_action_new (func, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (argument));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

/* For the whole window: the entry has the focus most of the time. */
static void
add_shortcuts (DvValueChips *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  /* Before the list with the focus: Ctrl+Page Down moves the cursor in it. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (int i = 1; i <= 8; i++)
    {
      add_shortcut (controller, (guint) (GDK_KEY_0 + i), GDK_CONTROL_MASK, number_key_cb, i);
      add_shortcut (controller, (guint) (GDK_KEY_KP_0 + i), GDK_CONTROL_MASK, number_key_cb, i);
    }
  add_shortcut (controller, GDK_KEY_Page_Down, GDK_CONTROL_MASK, step_key_cb, 1);
  add_shortcut (controller, GDK_KEY_Page_Up, GDK_CONTROL_MASK, step_key_cb, -1);
  add_shortcut (controller, GDK_KEY_KP_Page_Down, GDK_CONTROL_MASK, step_key_cb, 1);
  add_shortcut (controller, GDK_KEY_KP_Page_Up, GDK_CONTROL_MASK, step_key_cb, -1);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
dv_value_chips_dispose (GObject *object)
{
  DvValueChips *self = DV_VALUE_CHIPS (object);

  for (guint i = 0; i < self->chips->len; i++)
    gtk_widget_unparent (GTK_WIDGET (get_chip (self, i)));
  g_ptr_array_set_size (self->chips, 0);
  g_clear_object (&self->values);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dv_value_chips_parent_class)->dispose (object);
}

static void
dv_value_chips_finalize (GObject *object)
{
  g_ptr_array_unref (DV_VALUE_CHIPS (object)->chips);

  G_OBJECT_CLASS (dv_value_chips_parent_class)->finalize (object);
}

static void
dv_value_chips_class_init (DvValueChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dv_value_chips_dispose;
  object_class->finalize = dv_value_chips_finalize;
  widget_class->get_request_mode = dv_value_chips_get_request_mode;
  widget_class->measure = dv_value_chips_measure;
  widget_class->size_allocate = dv_value_chips_size_allocate;
  widget_class->snapshot = dv_value_chips_snapshot;
  widget_class->focus = dv_value_chips_focus;
  widget_class->set_focus_child = dv_value_chips_set_focus_child;

  /**
   * DvValueChips::menu:
   * @self: the row
   * @chip: the chip for which a menu is wanted
   */
  signals[MENU] = g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 1, DV_TYPE_VALUE_CHIP);
  /**
   * DvValueChips::dropped:
   * @self: the row
   * @value: the value on which something was dropped
   * @item: what was dropped
   *
   * Returns: whether it was taken
   */
  signals[DROPPED] = g_signal_new ("dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, g_signal_accumulator_true_handled, NULL, NULL,
                                   G_TYPE_BOOLEAN, 2, DV_TYPE_ITEM, DV_TYPE_ITEM);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "value-chips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
dv_value_chips_init (DvValueChips *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  self->chips = g_ptr_array_new ();
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  add_shortcuts (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("accessible", "Core values"), -1);
}

/**
 * dv_value_chips_new:
 * @session: the session whose value the row shows and sets
 * @shows_target: pips for how many are chosen, rather than the number of examples
 *
 * Returns: (transfer floating): the row of chosen values
 */
GtkWidget *
dv_value_chips_new (DvSession *session,
                    gboolean   shows_target)
{
  DvValueChips *self = g_object_new (DV_TYPE_VALUE_CHIPS, NULL);
  DvWorkshop *workshop = dv_session_get_workshop (session);

  self->session = g_object_ref (session);
  self->shows_target = shows_target;
  self->values = dv_values_chosen_new (workshop);
  g_signal_connect_object (self->values, "items-changed", G_CALLBACK (values_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::value", G_CALLBACK (selected_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workshop, "applied", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  values_changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * dv_value_chips_step:
 * @self: the row
 * @by: how many values further; negative for back
 *
 * Selects another value; at the ends nothing happens.
 */
void
dv_value_chips_step (DvValueChips *self,
                     int           by)
{
  guint position;
  int next;

  g_return_if_fail (DV_IS_VALUE_CHIPS (self));
  if (self->chips->len == 0)
    return;

  if (!g_ptr_array_find (self->chips, find_chip (self, dv_session_get_value (self->session)), &position))
    next = 0;
  else
    next = CLAMP ((int) position + by, 0, (int) self->chips->len - 1);
  dv_session_set_value (self->session, dv_value_chip_get_value (get_chip (self, (guint) next)));
}

DvSession *
dv_value_chips_get_session (DvValueChips *self)
{
  g_return_val_if_fail (DV_IS_VALUE_CHIPS (self), NULL);
  return self->session;
}

DvRowLayout
dv_value_chips_get_layout (DvValueChips *self)
{
  g_return_val_if_fail (DV_IS_VALUE_CHIPS (self), DV_ROW_ROOMY);
  return self->layout;
}

guint
dv_value_chips_get_length (DvValueChips *self)
{
  g_return_val_if_fail (DV_IS_VALUE_CHIPS (self), 0);
  return self->chips->len;
}

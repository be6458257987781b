/* dv-outline.c
 *
 * A whole workshop as plain text
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-outline"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-outline.h"

/* The outline follows the declarations, so that it is complete whatever kinds
 * and fields there will be. Fields go by the names that they have in the file
 * and on the command line. */

typedef struct
{
  DvWorkshop *workshop;
  DvOutlineFlags flags;
  GString *out;
} DvOutline;

static const struct
{
  const DvKind *kind;
  const char *heading;
} headings[] = {
  { &dv_role_kind, N_("Roles") },
  { &dv_table_kind, N_("Tables") },
  { &dv_step_kind, N_("Steps") },
  { &dv_activity_kind, N_("Activities") },
  { &dv_word_kind, N_("Key words") },
  { &dv_value_kind, N_("Core values") },
  { &dv_behaviour_kind, N_("Example behaviour") },
  { &dv_count_kind, N_("Counts") },
  { &dv_article_kind, N_("Articles") },
  { &dv_clause_kind, N_("Clauses") },
  { &dv_lane_kind, N_("Perspectives") },
  { &dv_theme_kind, N_("Themes") },
  { &dv_objective_kind, N_("Objectives") },
  { &dv_measure_kind, N_("Measures") },
  { &dv_initiative_kind, N_("Initiatives") },
  { &dv_link_kind, N_("Links") },
  { &dv_manifest_kind, N_("Manifest") },
  { &dv_map_kind, N_("Strategy map") },
  { &dv_parking_kind, N_("Parking lot") },
  { &dv_thought_kind, N_("Thoughts") },
};

static const char *
get_heading (const DvKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (headings[i].kind == kind)
      return _(headings[i].heading);

  return dv_kind_get_label (kind);
}

/* The field that an item is known by, or -1: the one that it cannot do
 * without, else the first that is a text. */
static int
find_main_field (const DvKind *kind)
{
  int found = -1;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      DvFieldType type = kind->fields[i].type;

      if ((type != DV_FIELD_STRING && type != DV_FIELD_TEXT) || (kind->fields[i].flags & DV_FIELD_PRIVATE) != 0)
        continue;
      if ((kind->fields[i].flags & DV_FIELD_REQUIRED) != 0)
        return (int) i;
      if (found < 0)
        found = (int) i;
    }

  return found;
}

static const char *
get_name (DvItem *item)
{
  int field = find_main_field (dv_item_get_kind (item));
  const char *name = field >= 0 ? dv_item_get_string (item, field) : "";

  return name[0] != '\0' ? name : dv_item_get_id (item);
}

static gboolean
is_shown (DvOutline     *outline,
          DvItem        *item,
          int            field,
          const DvField *declared)
{
  gboolean everything = (outline->flags & DV_OUTLINE_PRIVATE) != 0;

  if ((declared->flags & DV_FIELD_PRIVATE) != 0 && !everything)
    return FALSE;
  /* Role and table together may point to one person. */
  if (dv_item_get_kind (item) == &dv_behaviour_kind && field == DV_BEHAVIOUR_TABLE && !everything &&
      dv_item_get_string (item, DV_BEHAVIOUR_ROLE)[0] != '\0')
    return FALSE;

  return !dv_record_is_initial (dv_item_get_record (item), field);
}

static void
append_refs (DvOutline  *outline,
             const char *refs)
{
  g_auto (GStrv) ids = g_strsplit (refs, " ", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      DvItem *target = dv_workshop_find (outline->workshop, ids[i]);

      g_string_append_printf (outline->out, "%s“%s”", i > 0 ? ", " : "", target != NULL ? get_name (target) : ids[i]);
    }
}

static void
append_scalar (DvOutline     *outline,
               DvItem        *item,
               int            field,
               const DvField *declared)
{
  g_autofree char *text = NULL;

  g_string_append (outline->out, declared->name);
  if (declared->type == DV_FIELD_BOOL)
    return;

  g_string_append (outline->out, ": ");
  if (declared->type == DV_FIELD_REF || declared->type == DV_FIELD_REFS)
    {
      append_refs (outline, dv_item_get_string (item, field));
      return;
    }

  text = dv_record_format (dv_item_get_record (item), field);
  g_string_append (outline->out, text);
}

static void
append_scalars (DvOutline *outline,
                DvItem    *item,
                int        main_field)
{
  const DvKind *kind = dv_item_get_kind (item);
  gsize start = outline->out->len;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if ((int) i == main_field || dv_field_is_long (&kind->fields[i]) ||
          !is_shown (outline, item, (int) i, &kind->fields[i]))
        continue;
      g_string_append (outline->out, outline->out->len > start ? ", " : main_field >= 0 ? " (" : "");
      append_scalar (outline, item, (int) i, &kind->fields[i]);
    }
  if (outline->out->len > start && main_field >= 0)
    g_string_append_c (outline->out, ')');
}

static void
append_indent (DvOutline *outline,
               guint      indent)
{
  g_string_append_printf (outline->out, "%*s", (int) indent * 2, "");
}

/* Text of several lines stays so, each indented. */
static void
append_lines (DvOutline  *outline,
              const char *text,
              guint       indent)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        {
          g_string_append_c (outline->out, '\n');
          if (lines[i][0] != '\0')
            append_indent (outline, indent);
        }
      g_string_append (outline->out, lines[i]);
    }
}

static void
append_long_fields (DvOutline *outline,
                    DvItem    *item,
                    int        main_field,
                    guint      indent)
{
  const DvKind *kind = dv_item_get_kind (item);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const DvField *field = &kind->fields[i];

      if ((int) i == main_field || !dv_field_is_long (field) || !is_shown (outline, item, (int) i, field))
        continue;
      append_indent (outline, indent);
      g_string_append_printf (outline->out, "%s: ", field->name);
      if (field->type == DV_FIELD_DATA)
        g_string_append_printf (outline->out, ngettext ("%u byte", "%u bytes",
                                                        (guint) strlen (dv_item_get_string (item, (int) i)) / 4 * 3),
                                (guint) strlen (dv_item_get_string (item, (int) i)) / 4 * 3);
      else
        append_lines (outline, dv_item_get_string (item, (int) i), indent + 1);
      g_string_append_c (outline->out, '\n');
    }
}

static void append_children (DvOutline *outline,
                             DvItem    *item,
                             guint      indent);

/* What stands behind the bullet or heading of @item, to the end of its line,
 * and all below it. */
static void
append_rest (DvOutline *outline,
             DvItem    *item,
             guint      indent)
{
  int main_field = find_main_field (dv_item_get_kind (item));

  if (main_field >= 0)
    append_lines (outline, dv_item_get_string (item, main_field), indent);
  append_scalars (outline, item, main_field);
  if ((outline->flags & DV_OUTLINE_IDS) != 0)
    g_string_append_printf (outline->out, " [%s]", dv_item_get_id (item));
  g_string_append_c (outline->out, '\n');

  append_long_fields (outline, item, main_field, indent);
  append_children (outline, item, indent);
}

/* There is at most one @kind: its heading and it share a line. */
static void
append_single (DvOutline    *outline,
               DvItem       *item,
               const DvKind *kind,
               guint         indent)
{
  int main_field = find_main_field (kind);

  g_string_append (outline->out, get_heading (kind));
  if (main_field >= 0 && dv_item_get_string (item, main_field)[0] != '\0')
    g_string_append (outline->out, ": ");
  append_rest (outline, item, indent + 1);
}

static void
append_list (DvOutline        *outline,
             DvItem           *item,
             const DvChildren *children,
             guint             indent)
{
  DvList *list;

  if (dv_item_count (item, children->kind) == 0)
    return;

  list = dv_item_get_list (item, children->kind);
  if (indent == 0)
    g_string_append_c (outline->out, '\n');
  append_indent (outline, indent);
  if (children->max == 1)
    {
      append_single (outline, dv_list_get (list, 0), children->kind, indent);
      return;
    }

  g_string_append_printf (outline->out, "%s: %u\n", get_heading (children->kind), dv_list_get_length (list));
  for (guint i = 0; i < dv_list_get_length (list); i++)
    {
      append_indent (outline, indent + 1);
      g_string_append (outline->out, "- ");
      append_rest (outline, dv_list_get (list, i), indent + 2);
    }
}

static void
append_children (DvOutline *outline,
                 DvItem    *item,
                 guint      indent)
{
  const DvKind *kind = dv_item_get_kind (item);

  for (guint i = 0; i < kind->n_children; i++)
    append_list (outline, item, &kind->children[i], indent);
}

/**
 * dv_outline_write:
 * @workshop: a workshop
 * @flags: what to show
 *
 * The same workshop gives the same text in the same language.
 *
 * Returns: (transfer full): all of it, an item a line, in the order of the file
 */
char *
dv_outline_write (DvWorkshop    *workshop,
                  DvOutlineFlags flags)
{
  DvItem *root = dv_workshop_get_root (workshop);
  DvOutline outline = { workshop, flags, g_string_new (NULL) };

  g_string_append (outline.out, get_name (root));
  append_scalars (&outline, root, DV_WORKSHOP_TITLE);
  if ((flags & DV_OUTLINE_IDS) != 0)
    g_string_append_printf (outline.out, " [%s]", dv_item_get_id (root));
  g_string_append_c (outline.out, '\n');
  append_long_fields (&outline, root, DV_WORKSHOP_TITLE, 1);
  append_children (&outline, root, 0);

  return g_string_free (outline.out, FALSE);
}

/* dv-xml-writer.c
 *
 * A branch of records to XML that a person can read
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-xml-writer"

#include "config.h"

#include <string.h>

#include "dv-xml-reader.h"
#include "dv-xml-writer.h"

/* One item a line, attributes and elements in the order in which they are
 * declared, what is not set left out: so a person can read it, and comparing
 * two versions shows what changed and nothing else. The same branch always
 * gives the same bytes. */

#define INDENT "                                "

/* What must be escaped: 1 everywhere, 2 in attributes alone. Most of the time of
 * writing a large workshop goes into looking for these. */
static const guint8 special_bytes[256] = {
  ['\0'] = 1, ['&'] = 1, ['<'] = 1, ['>'] = 1, ['\r'] = 1, ['"'] = 2, ['\t'] = 2, ['\n'] = 2,
};

static const char *
find_special (const char *text,
              gboolean    in_attribute)
{
  const guchar *at = (const guchar *) text;
  guint8 mask = in_attribute ? 3 : 1;

  while ((special_bytes[*at] & mask) == 0)
    at++;

  return (const char *) at;
}

/**
 * dv_xml_append_escaped:
 * @to: where to put it
 * @text: a text
 * @in_attribute: whether it is to stand between quotes
 *
 * Appends @text such that a parser gives back exactly that.
 */
void
dv_xml_append_escaped (GString    *to,
                       const char *text,
                       gboolean    in_attribute)
{
  for (;;)
    {
      const char *special = find_special (text, in_attribute);

      g_string_append_len (to, text, special - text);
      if (*special == '\0')
        return;
      else if (*special == '&')
        g_string_append (to, "&amp;");
      else if (*special == '<')
        g_string_append (to, "&lt;");
      else if (*special == '>')
        g_string_append (to, "&gt;");
      else if (*special == '"')
        g_string_append (to, "&quot;");
      else
        g_string_append_printf (to, "&#%d;", *special);
      text = special + 1;
    }
}

static void
append_indent (GString *to,
               guint    depth)
{
  g_string_append_c (to, '\n');
  g_string_append_len (to, INDENT, (gssize) MIN (depth * 2, strlen (INDENT)));
}

static gboolean
is_wanted (const DvRecord *record,
           int             field,
           guint32         fields)
{
  return (fields & (1u << field)) != 0 && !dv_record_is_initial (record, field);
}

static void
append_value (GString        *to,
              const DvRecord *record,
              int             field,
              gboolean        in_attribute)
{
  g_autofree char *formatted = NULL;

  if (dv_field_is_string (&dv_record_get_kind (record)->fields[field]))
    {
      dv_xml_append_escaped (to, dv_record_get_string (record, field), in_attribute);
      return;
    }

  formatted = dv_record_format (record, field);
  dv_xml_append_escaped (to, formatted, in_attribute);
}

/* What a newer version wrote in an attribute or element that this one knows,
 * with a value that it does not, gives way when it was set here since. */
static gboolean
is_overruled (const DvRecord *record,
              const char     *name,
              gsize           length,
              gboolean        is_long,
              guint32         fields)
{
  const DvKind *kind = dv_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (strlen (kind->fields[i].name) == length && memcmp (kind->fields[i].name, name, length) == 0)
      return dv_field_is_long (&kind->fields[i]) == is_long && is_wanted (record, (int) i, fields);

  return FALSE;
}

/* Extra attributes are written by the reader: a space, a name, an equals sign,
 * a value in double quotes that holds no double quote. */
static void
append_extra_attributes (GString        *to,
                         const DvRecord *record,
                         guint32         fields)
{
  const char *at = dv_record_get_extra_attributes (record);

  while (at != NULL && *at != '\0')
    {
      gsize name_length = strcspn (at + 1, "=");
      const char *value = at + 1 + name_length + 2;
      const char *end = value + strcspn (value, "\"") + 1;

      if (!is_overruled (record, at + 1, name_length, FALSE, fields))
        g_string_append_len (to, at, end - at);
      at = end;
    }
}

/* The end of the element that begins at @at; < and > stand only for tags. */
static const char *
find_element_end (const char *at)
{
  guint depth = 0;

  for (;;)
    {
      const char *end = strchr (at, '>');

      if (end == NULL)
        return at + strlen (at);
      if (at[1] == '/')
        depth--;
      else if (end[-1] != '/')
        depth++;
      if (depth == 0)
        return end + 1;

      at = end + strcspn (end, "<");
      if (*at == '\0')
        return at;
    }
}

static void
append_extra_elements (GString        *to,
                       const DvRecord *record,
                       guint32         fields,
                       guint           indent)
{
  const char *at = dv_record_get_extra_elements (record);

  while (at != NULL && *at != '\0')
    {
      const char *end = find_element_end (at);

      if (!is_overruled (record, at + 1, strcspn (at + 1, " />"), TRUE, fields))
        {
          append_indent (to, indent);
          g_string_append_len (to, at, end - at);
        }
      at = end;
    }
}

static gboolean
has_long_fields (const DvRecord *record,
                 guint32         fields)
{
  const DvKind *kind = dv_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (dv_field_is_long (&kind->fields[i]) && is_wanted (record, (int) i, fields))
      return TRUE;

  return FALSE;
}

static void
append_start_tag (GString        *to,
                  const DvRecord *record,
                  guint32         fields)
{
  const DvKind *kind = dv_record_get_kind (record);

  g_string_append_c (to, '<');
  g_string_append (to, kind->name);
  g_string_append (to, " id=\"");
  g_string_append (to, dv_record_get_id (record));
  g_string_append_c (to, '"');
  for (guint i = 0; i < kind->n_fields; i++)
    if (!dv_field_is_long (&kind->fields[i]) && is_wanted (record, (int) i, fields))
      {
        g_string_append_c (to, ' ');
        g_string_append (to, kind->fields[i].name);
        g_string_append (to, "=\"");
        append_value (to, record, (int) i, TRUE);
        g_string_append_c (to, '"');
      }
  append_extra_attributes (to, record, fields);
}

static void
append_long_fields (GString        *to,
                    const DvRecord *record,
                    guint32         fields)
{
  const DvKind *kind = dv_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (dv_field_is_long (&kind->fields[i]) && is_wanted (record, (int) i, fields))
      {
        g_string_append_c (to, '<');
        g_string_append (to, kind->fields[i].name);
        g_string_append_c (to, '>');
        append_value (to, record, (int) i, FALSE);
        g_string_append (to, "</");
        g_string_append (to, kind->fields[i].name);
        g_string_append_c (to, '>');
      }
}

static void
append_end_tag (GString        *to,
                const DvRecord *record)
{
  g_string_append (to, "</");
  g_string_append (to, dv_record_get_kind (record)->name);
  g_string_append_c (to, '>');
}

/* Everything of an item but its children and its end tag. Returns whether there
 * is an end tag to come. */
static gboolean
append_open (GString        *to,
             const DvRecord *record,
             guint32         fields,
             guint           indent,
             gboolean        has_children)
{
  gboolean has_extra = dv_record_get_extra_elements (record) != NULL;

  append_start_tag (to, record, fields);
  if (!has_children && !has_extra && !has_long_fields (record, fields))
    {
      g_string_append (to, "/>");
      return FALSE;
    }

  g_string_append_c (to, '>');
  append_long_fields (to, record, fields);
  if (has_extra)
    append_extra_elements (to, record, fields, indent + 1);
  return TRUE;
}

/**
 * dv_xml_append_record:
 * @to: where to put it
 * @record: a record
 * @fields: a bit for each field that is to be written, 1 << field
 * @indent: how deep it stands
 *
 * Writes one item without children.
 */
void
dv_xml_append_record (GString        *to,
                      const DvRecord *record,
                      guint32         fields,
                      guint           indent)
{
  if (append_open (to, record, fields, indent, FALSE))
    {
      if (dv_record_get_extra_elements (record) != NULL)
        append_indent (to, indent);
      append_end_tag (to, record);
    }
}

static guint32
select_fields (const DvKind *kind,
               DvXmlFlags    flags)
{
  guint32 fields = DV_XML_ALL_FIELDS;

  for (guint i = 0; i < kind->n_fields; i++)
    if (((flags & DV_XML_WITHOUT_FORGOTTEN) != 0 && (kind->fields[i].flags & DV_FIELD_FORGOTTEN) != 0) ||
        ((flags & DV_XML_WITHOUT_PRIVATE) != 0 && (kind->fields[i].flags & DV_FIELD_PRIVATE) != 0))
      fields &= ~(1u << i);

  return fields;
}

/* Ends the items that are open, down to @depth. */
static void
close_to (GString        *to,
          const DvBranch *branch,
          guint          *open,
          guint          *n_open,
          guint           depth,
          guint           indent)
{
  while (*n_open > depth)
    {
      (*n_open)--;
      append_indent (to, *n_open + indent);
      append_end_tag (to, dv_branch_get_record (branch, open[*n_open]));
    }
}

static void
append_items (GString        *to,
              const DvBranch *branch,
              guint           first,
              guint           indent,
              DvXmlFlags      flags)
{
  guint n = dv_branch_get_length (branch);
  guint open[DV_MAX_DEPTH];
  guint n_open = first;
  const DvKind *kind = NULL;
  guint32 fields = DV_XML_ALL_FIELDS;

  open[0] = 0;
  for (guint i = first; i < n; i++)
    {
      const DvRecord *record = dv_branch_get_record (branch, i);
      guint depth = dv_branch_get_depth (branch, i);
      gboolean has_children = i + 1 < n && dv_branch_get_depth (branch, i + 1) > depth;

      close_to (to, branch, open, &n_open, depth, indent);
      if (i > 0)
        append_indent (to, depth + indent);
      if (dv_record_get_kind (record) != kind)
        {
          kind = dv_record_get_kind (record);
          fields = select_fields (kind, flags);
        }

      if (!append_open (to, record, fields, depth + indent, has_children))
        continue;
      if (has_children)
        open[n_open++] = i;
      else
        {
          if (dv_record_get_extra_elements (record) != NULL)
            append_indent (to, depth + indent);
          append_end_tag (to, record);
        }
    }

  close_to (to, branch, open, &n_open, first, indent);
}

/**
 * dv_xml_append_branch:
 * @to: where to put it
 * @branch: an item with all below it
 * @indent: how deep it stands
 *
 * Writes everything, without a declaration or a namespace.
 */
void
dv_xml_append_branch (GString        *to,
                      const DvBranch *branch,
                      guint           indent)
{
  append_items (to, branch, 0, indent, DV_XML_EVERYTHING);
}

static void
append_root (GString        *to,
             const DvRecord *record,
             DvXmlFlags      flags)
{
  g_autoptr (GString) start = g_string_new (NULL);
  const char *extra = dv_record_get_extra_attributes (record);
  const char *after_name;

  append_open (start, record, select_fields (dv_record_get_kind (record), flags), 0, TRUE);
  after_name = start->str + 1 + strlen (dv_record_get_kind (record)->name);

  g_string_append (to, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  g_string_append_len (to, start->str, after_name - start->str);
  g_string_append (to, " xmlns=\"" DV_XML_NAMESPACE "\"");
  /* The reader keeps the version of a newer file among what it does not know. */
  if (extra == NULL || strstr (extra, " version=\"") == NULL)
    g_string_append_printf (to, " version=\"%d.%d\"", DV_XML_VERSION_MAJOR, DV_XML_VERSION_MINOR);
  g_string_append (to, after_name);
}

/**
 * dv_xml_write:
 * @branch: a workshop
 * @flags: what to leave out
 *
 * May be called from any thread.
 *
 * Returns: (transfer full): the bytes of a file
 */
GBytes *
dv_xml_write (const DvBranch *branch,
              DvXmlFlags      flags)
{
  /* Growing by doubling would copy a large workshop several times over. */
  GString *to = g_string_sized_new (4096 + (gsize) dv_branch_get_length (branch) * 320);
  DvRecord *root = dv_branch_get_record (branch, 0);

  append_root (to, root, flags);
  append_items (to, branch, 1, 0, flags);
  g_string_append_c (to, '\n');
  append_end_tag (to, root);
  g_string_append_c (to, '\n');

  return g_string_free_to_bytes (to);
}

/* dv-xml-group.c
 *
 * A group of edits to XML and back, for the journal
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-xml-group"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-xml-group.h"
#include "dv-xml-items.h"
#include "dv-xml-reader.h"
#include "dv-xml-writer.h"

/* A record of the journal is one group. It holds everything, also what is
 * forgotten when the workshop is closed. Items are written and read as in a
 * file, so that there is one place that knows how. */

static const char *const edit_names[] = { "insert", "set", "move", "remove", NULL };

static void
append_attribute (GString    *to,
                  const char *name,
                  const char *value)
{
  if (value[0] == '\0')
    return;

  g_string_append_printf (to, " %s=\"", name);
  dv_xml_append_escaped (to, value, TRUE);
  g_string_append_c (to, '"');
}

/* A label is for people; one that XML could not hold must not cost the record. */
static gboolean
is_writable (const char *label)
{
  if (!g_utf8_validate (label, -1, NULL))
    return FALSE;
  for (const char *at = label; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_iscntrl (g_utf8_get_char (at)) || g_utf8_get_char (at) == 0xfffe || g_utf8_get_char (at) == 0xffff)
      return FALSE;

  return TRUE;
}

static void
append_field_names (GString      *to,
                    const DvEdit *edit)
{
  const DvKind *kind = dv_record_get_kind (edit->values);
  const char *separator = " fields=\"";

  for (guint i = 0; i < kind->n_fields; i++)
    if ((edit->fields & (1u << i)) != 0)
      {
        g_string_append_printf (to, "%s%s", separator, kind->fields[i].name);
        separator = " ";
      }
  if (separator[1] == '\0')
    g_string_append_c (to, '"');
}

static void
append_edit (GString      *to,
             const DvEdit *edit)
{
  g_string_append_printf (to, "\n  <%s", edit_names[edit->type]);
  append_attribute (to, "id", edit->id);
  append_attribute (to, "parent", edit->parent);
  append_attribute (to, "before", edit->before);
  append_attribute (to, "erase", edit->erase ? "true" : "");
  if (edit->type == DV_EDIT_SET)
    append_field_names (to, edit);

  if (edit->type == DV_EDIT_MOVE || edit->type == DV_EDIT_REMOVE)
    {
      g_string_append (to, "/>");
      return;
    }

  g_string_append_c (to, '>');
  if (edit->type == DV_EDIT_INSERT)
    dv_xml_append_branch (to, edit->branch, 0);
  else
    dv_xml_append_record (to, edit->values, edit->fields, 0);
  if (edit->expected != NULL)
    dv_xml_append_record (to, edit->expected, edit->fields, 0);
  g_string_append_printf (to, "</%s>", edit_names[edit->type]);
}

/**
 * dv_xml_append_group:
 * @to: where to put it
 * @group: a group that is not changed any more
 *
 * May be called from any thread.
 */
void
dv_xml_append_group (GString       *to,
                     const DvGroup *group)
{
  g_string_append (to, "<group xmlns=\"" DV_XML_NAMESPACE "\"");
  if (is_writable (dv_group_get_label (group)))
    append_attribute (to, "label", dv_group_get_label (group));
  g_string_append_printf (to, " origin=\"%d\">", (int) dv_group_get_origin (group));
  for (guint i = 0; i < dv_group_get_length (group); i++)
    append_edit (to, dv_group_get_edit (group, i));
  g_string_append (to, "\n</group>");
}

typedef struct
{
  DvXmlParser parser;
  DvXmlItems items;

  /* Owned */
  DvGroup *group;
  GString *text;
  char *fields; /* of a set: the names, until its kind is known */
  DvEdit edit;
  guint depth; /* 1 in the group, 2 in an edit, more in an item */
} DvGroupReader;

static void
copy_id (DvGroupReader  *self,
         char            to[DV_ID_LENGTH + 1],
         const char     *name,
         int             n,
         const xmlChar **attributes)
{
  const char *id = dv_xml_parser_find (attributes, n, name, self->text);

  to[0] = '\0';
  if (id == NULL)
    return;
  if (dv_id_is_valid (id))
    g_strlcpy (to, id, DV_ID_LENGTH + 1);
  else
    dv_xml_parser_fail (&self->parser, DV_STORE_ERROR_MALFORMED, "%s: “%s”", name, id);
}

static void
start_group (DvGroupReader  *self,
             const xmlChar  *name,
             int             n,
             const xmlChar **attributes)
{
  g_autofree char *label = g_strdup (dv_xml_parser_find (attributes, n, "label", self->text));
  const char *origin = dv_xml_parser_find (attributes, n, "origin", self->text);
  int number = origin != NULL ? atoi (origin) : 0;

  if (strcmp ((const char *) name, "group") != 0)
    dv_xml_parser_fail (&self->parser, DV_STORE_ERROR_MALFORMED, _("This is not a group of edits"));
  else
    self->group = dv_group_new (label != NULL ? label : "",
                                (DvOrigin) CLAMP (number, DV_ORIGIN_CONSOLE, DV_ORIGIN_REDO));
}

static void
start_edit (DvGroupReader  *self,
            const xmlChar  *name,
            int             n,
            const xmlChar **attributes)
{
  int type = 0;

  while (edit_names[type] != NULL && strcmp (edit_names[type], (const char *) name) != 0)
    type++;
  if (edit_names[type] == NULL)
    {
      dv_xml_parser_fail (&self->parser, DV_STORE_ERROR_MALFORMED, _("“%s” is not an edit"), (const char *) name);
      return;
    }

  memset (&self->edit, 0, sizeof self->edit);
  self->edit.type = (DvEditType) type;
  copy_id (self, self->edit.id, "id", n, attributes);
  copy_id (self, self->edit.parent, "parent", n, attributes);
  copy_id (self, self->edit.before, "before", n, attributes);
  self->edit.erase = dv_xml_parser_find (attributes, n, "erase", self->text) != NULL;
  g_free (self->fields);
  self->fields = g_strdup (dv_xml_parser_find (attributes, n, "fields", self->text));
}

static void
start_cb (DvXmlParser    *parser,
          const xmlChar  *name,
          const xmlChar  *uri,
          int             n_attributes,
          const xmlChar **attributes)
{
  DvGroupReader *self = (DvGroupReader *) parser;

  if (self->depth == 0)
    start_group (self, name, n_attributes, attributes);
  else if (self->depth == 1)
    start_edit (self, name, n_attributes, attributes);
  else
    dv_xml_items_start (&self->items, name, uri, n_attributes, attributes);
  self->depth++;
}

static void
take_values (DvGroupReader *self,
             DvBranch      *branch)
{
  DvRecord *record = dv_branch_get_record (branch, 0);
  g_auto (GStrv) names = g_strsplit (self->fields != NULL ? self->fields : "", " ", -1);

  if (self->edit.values != NULL)
    {
      g_clear_pointer (&self->edit.expected, dv_record_unref);
      self->edit.expected = dv_record_ref (record);
      return;
    }

  self->edit.values = dv_record_ref (record);
  for (guint i = 0; names[i] != NULL; i++)
    {
      int field = dv_kind_find_field (dv_record_get_kind (record), names[i]);

      if (field >= 0)
        self->edit.fields |= 1u << field;
    }
}

static void
end_item (DvGroupReader *self)
{
  g_autoptr (DvBranch) branch = NULL;

  dv_xml_items_end (&self->items);
  if (self->items.n_frames > 0 || self->parser.error != NULL)
    return;

  branch = dv_xml_items_steal (&self->items);
  if (self->edit.type == DV_EDIT_SET)
    take_values (self, branch);
  else if (self->edit.type == DV_EDIT_INSERT && self->edit.branch == NULL)
    self->edit.branch = g_steal_pointer (&branch);
  else
    dv_xml_parser_fail (&self->parser, DV_STORE_ERROR_MALFORMED, _("An item is not expected here"));
}

static void
clear_edit (DvGroupReader *self)
{
  g_clear_pointer (&self->edit.branch, dv_branch_unref);
  g_clear_pointer (&self->edit.values, dv_record_unref);
  g_clear_pointer (&self->edit.expected, dv_record_unref);
}

static void
end_edit (DvGroupReader *self)
{
  gboolean is_complete = self->edit.id[0] != '\0';

  if (self->edit.type == DV_EDIT_INSERT)
    is_complete = is_complete && self->edit.branch != NULL;
  else if (self->edit.type == DV_EDIT_SET)
    is_complete = is_complete && self->edit.values != NULL;

  if (is_complete)
    dv_group_add_edit (self->group, &self->edit);
  else
    dv_xml_parser_fail (&self->parser, DV_STORE_ERROR_MALFORMED, _("An edit is not complete"));
  clear_edit (self);
}

static void
end_cb (DvXmlParser *parser)
{
  DvGroupReader *self = (DvGroupReader *) parser;

  self->depth--;
  if (self->depth == 1)
    end_edit (self);
  else if (self->depth > 1)
    end_item (self);
}

static void
text_cb (DvXmlParser *parser,
         const char  *text,
         gsize        length)
{
  DvGroupReader *self = (DvGroupReader *) parser;

  if (self->items.n_frames > 0)
    dv_xml_items_text (&self->items, text, length);
}

/**
 * dv_xml_read_group:
 * @data: what dv_xml_append_group() wrote
 * @length: how many bytes
 * @name: where they come from, for messages
 * @error: where to put a %DV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the group
 */
DvGroup *
dv_xml_read_group (const char *data,
                   gsize       length,
                   const char *name,
                   GError    **error)
{
  DvGroupReader self = { .parser = { .name = name, .start = start_cb, .end = end_cb, .text = text_cb } };
  gboolean is_read = FALSE;

  self.text = g_string_new (NULL);
  if (dv_xml_parser_init (&self.parser, data, length, error))
    {
      dv_xml_items_init (&self.items, &self.parser, NULL, NULL);
      self.items.is_journal = TRUE;
      is_read = dv_xml_parser_run (&self.parser, error);
      dv_xml_items_clear (&self.items);
    }
  dv_xml_parser_clear (&self.parser);
  clear_edit (&self);
  g_free (self.fields);
  g_string_free (self.text, TRUE);

  if (!is_read)
    g_clear_pointer (&self.group, dv_group_unref);
  return self.group;
}

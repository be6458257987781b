/* dv-xml-items.c
 *
 * Elements to records: the part of reading that the declarations drive
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-xml-items"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-store-error.h"
#include "dv-workshop.h"
#include "dv-xml-items.h"
#include "dv-xml-writer.h"

/* There is no code here for any one kind or field: what may stand where, and
 * what a value may be, is asked of the declarations. What our namespace has and
 * this version does not know is kept as it stood, so that an old program does
 * not destroy the file of a newer one. References are not looked at; that takes
 * the whole, and is for dv_workshop_new_from_branch(). */

/* What stands for a text that may not be empty and is. */
#define PLACEHOLDER "?"

static DvXmlFrame *
peek (DvXmlItems *self)
{
  return &self->frames[self->n_frames - 1];
}

static DvXmlFrame *
push (DvXmlItems *self,
      DvXmlPlace  place)
{
  DvXmlFrame *frame = &self->frames[self->n_frames];

  memset (frame, 0, sizeof *frame);
  frame->place = place;
  frame->line = dv_xml_parser_line (self->parser);
  frame->names = self->n_frames > 0 ? peek (self)->names : NULL;
  self->n_frames++;
  return frame;
}

static void
add_note (GPtrArray *notes,
          guint      line,
          char      *message)
{
  DvProblem *problem = g_new0 (DvProblem, 1);

  problem->line = line;
  problem->message = message;
  if (notes != NULL)
    g_ptr_array_add (notes, problem);
  else
    dv_problem_free (problem);
}

static void add_problem (DvXmlItems *self,
                         const char *format,
                         ...) G_GNUC_PRINTF (2, 3);

static void
add_problem (DvXmlItems *self,
             const char *format,
             ...)
{
  va_list args;

  va_start (args, format);
  add_note (self->problems, dv_xml_parser_line (self->parser), g_strdup_vprintf (format, args));
  va_end (args);
}

/* Notes something that a person may want to know and need not decide about. */
void
dv_xml_items_warn (DvXmlItems *self,
                   const char *format,
                   ...)
{
  va_list args;

  va_start (args, format);
  add_note (self->warnings, dv_xml_parser_line (self->parser), g_strdup_vprintf (format, args));
  va_end (args);
}

static void
append_attribute (GString       *to,
                  const xmlChar *name,
                  const char    *value)
{
  g_string_append_printf (to, " %s=\"", (const char *) name);
  dv_xml_append_escaped (to, value, TRUE);
  g_string_append_c (to, '"');
}

static void
fail_with (DvXmlItems   *self,
           const GError *error)
{
  gboolean too_large = g_error_matches (error, DV_MODEL_ERROR, DV_MODEL_ERROR_TOO_LARGE);

  dv_xml_parser_fail (self->parser, too_large ? DV_STORE_ERROR_TOO_LARGE : DV_STORE_ERROR_MALFORMED,
                      "%s", error->message);
}

/* An attribute that is not a field, or whose value only a newer version takes. */
static void
keep_attribute (DvXmlItems    *self,
                const xmlChar *name,
                const char    *value,
                GString      **extra)
{
  if (*extra == NULL)
    *extra = g_string_new (NULL);
  append_attribute (*extra, name, value);
}

static void
read_attribute (DvXmlItems     *self,
                DvXmlFrame     *frame,
                const xmlChar **attributes,
                int             i,
                GString       **extra)
{
  const xmlChar *name = DV_XML_ATTRIBUTE_NAME (attributes, i);
  int field = dv_xml_names_find_attribute (frame->names, name);
  const char *value = dv_xml_parser_value (attributes, i, self->text);
  g_autoptr (GError) error = NULL;

  /* Our own version is written by the writer; a newer one is kept. */
  if (name == self->names.version && self->n_frames == 1 && !self->is_newer && !self->is_journal)
    return;
  if (DV_XML_ATTRIBUTE_URI (attributes, i) != NULL)
    {
      dv_xml_items_warn (self, _("The attribute “%s” is not ours and is dropped"), (const char *) name);
      return;
    }
  if (field >= 0)
    {
      if (dv_record_parse (frame->record, field, value, &error))
        return;
      if (!self->is_newer)
        {
          fail_with (self, error);
          return;
        }
      dv_xml_items_warn (self, "%s", error->message);
    }
  else if (name != self->names.version)
    dv_xml_items_warn (self, _("The attribute “%s” is not known; it is kept"), (const char *) name);

  keep_attribute (self, name, value, extra);
}

/* Makes the record; one without an id, as a person may write it, gets one. */
static DvRecord *
new_record (DvXmlItems       *self,
            const DvXmlNames *names,
            int               n,
            const xmlChar   **attributes)
{
  const char *id = NULL;

  for (int i = 0; i < n; i++)
    if (DV_XML_ATTRIBUTE_NAME (attributes, i) == self->names.id && DV_XML_ATTRIBUTE_URI (attributes, i) == NULL)
      id = dv_xml_parser_value (attributes, i, self->text);

  if (id != NULL && !dv_id_is_valid (id))
    {
      dv_xml_parser_fail (self->parser, DV_STORE_ERROR_MALFORMED,
                          _("“%s” is not an id: a letter a–z, then up to %d letters and digits"), id, DV_ID_LENGTH - 1);
      return NULL;
    }
  if (id == NULL && self->is_journal)
    {
      dv_xml_parser_fail (self->parser, DV_STORE_ERROR_MALFORMED, _("“%s” has no id"), names->kind->name);
      return NULL;
    }
  if (id == NULL)
    add_problem (self, _("“%s” had no id and got one"), names->kind->name);

  return dv_record_new (names->kind, id);
}

/* Whether it lacks a reference without which it means nothing. */
static gboolean
is_meaningless (const DvRecord *record)
{
  const DvKind *kind = dv_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == DV_FIELD_REF && (kind->fields[i].flags & DV_FIELD_REQUIRED) != 0 &&
        dv_record_is_initial (record, (int) i))
      return TRUE;

  return FALSE;
}

static void
start_item (DvXmlItems       *self,
            const DvXmlNames *names,
            int               n,
            const xmlChar   **attributes)
{
  DvRecord *record = new_record (self, names, n, attributes);
  g_autofree char *unknown = NULL;
  GString *extra = NULL;
  DvXmlFrame *frame;

  if (record == NULL)
    return;

  frame = push (self, DV_XML_AT_ITEM);
  frame->names = names;
  frame->record = record;
  for (int i = 0; i < n && self->parser->error == NULL; i++)
    if (DV_XML_ATTRIBUTE_NAME (attributes, i) != self->names.id)
      read_attribute (self, frame, attributes, i, &extra);
  if (extra != NULL)
    {
      unknown = g_string_free (extra, FALSE);
      dv_record_set_extra (record, unknown, NULL);
    }

  if (!self->is_journal && is_meaningless (record))
    {
      add_problem (self, _("“%s” refers to nothing and is left out"), names->kind->name);
      dv_record_unref (record);
      frame->place = DV_XML_AT_IGNORED;
      return;
    }

  if (self->branch == NULL)
    self->branch = dv_branch_new ();
  dv_branch_take (self->branch, record, self->n_items, frame->line);
  self->n_items++;
}

static void
start_field (DvXmlItems *self,
             int         field,
             int         n_attributes)
{
  DvXmlFrame *item = peek (self);
  const char *name = item->names->kind->fields[field].name;

  if ((item->fields_seen & (1u << field)) != 0)
    {
      dv_xml_parser_fail (self->parser, DV_STORE_ERROR_MALFORMED, _("“%s” is there twice"), name);
      return;
    }
  if (n_attributes > 0)
    dv_xml_items_warn (self, _("The attributes of “%s” are dropped"), name);

  item->fields_seen |= 1u << field;
  push (self, DV_XML_AT_FIELD)->field = field;
  g_string_truncate (self->text, 0);
}

/* Where the unknown elements of the item around us are collected. */
static GString *
get_extra (DvXmlItems *self)
{
  guint i = self->n_frames - 1;

  while (self->frames[i].place != DV_XML_AT_ITEM)
    i--;
  if (self->frames[i].extra == NULL)
    self->frames[i].extra = g_string_new (NULL);

  return self->frames[i].extra;
}

static void
finish_tag (DvXmlItems *self)
{
  DvXmlFrame *frame = peek (self);

  if (frame->place == DV_XML_AT_UNKNOWN && frame->is_open)
    {
      g_string_append_c (get_extra (self), '>');
      frame->is_open = FALSE;
    }
}

static void
start_unknown (DvXmlItems     *self,
               const xmlChar  *name,
               int             n,
               const xmlChar **attributes)
{
  GString *extra = get_extra (self);
  DvXmlFrame *frame;

  finish_tag (self);
  if (peek (self)->place == DV_XML_AT_ITEM)
    dv_xml_items_warn (self, _("The element “%s” is not known; it is kept"), (const char *) name);

  frame = push (self, DV_XML_AT_UNKNOWN);
  frame->name = name;
  frame->is_open = TRUE;
  g_string_append_printf (extra, "<%s", (const char *) name);
  for (int i = 0; i < n; i++)
    if (DV_XML_ATTRIBUTE_URI (attributes, i) == NULL)
      append_attribute (extra, DV_XML_ATTRIBUTE_NAME (attributes, i), dv_xml_parser_value (attributes, i, self->text));
}

static void
start_in_item (DvXmlItems     *self,
               const xmlChar  *name,
               int             n,
               const xmlChar **attributes)
{
  const DvXmlNames *names = peek (self)->names;
  const DvXmlNames *child = dv_xml_names_find_child (names, name);
  int field = child == NULL ? dv_xml_names_find_element (names, name) : -1;

  if (child != NULL)
    start_item (self, child, n, attributes);
  else if (field >= 0)
    start_field (self, field, n);
  else if (!self->is_newer && dv_xml_name_table_find (&self->names, name) != NULL)
    dv_xml_parser_fail (self->parser, DV_STORE_ERROR_MALFORMED,
                        _("“%s” may not be part of “%s”"), (const char *) name, names->kind->name);
  else
    start_unknown (self, name, n, attributes);
}

/**
 * dv_xml_items_start:
 * @self: the reader of items
 * @name: the name of an element
 * @uri: (nullable): its namespace
 * @n_attributes: how many
 * @attributes: its attributes
 *
 * Takes the start of an element. The first is an item of any kind, with which a
 * branch begins.
 */
void
dv_xml_items_start (DvXmlItems     *self,
                    const xmlChar  *name,
                    const xmlChar  *uri,
                    int             n_attributes,
                    const xmlChar **attributes)
{
  const DvXmlNames *names;

  if (self->n_frames == G_N_ELEMENTS (self->frames))
    {
      dv_xml_parser_fail (self->parser, DV_STORE_ERROR_TOO_LARGE,
                          _("Elements are nested more than %d deep"), DV_XML_MAX_DEPTH);
      return;
    }

  if (self->n_frames == 0)
    {
      names = uri == self->names.uri ? dv_xml_name_table_find (&self->names, name) : NULL;
      if (names != NULL)
        start_item (self, names, n_attributes, attributes);
      else
        dv_xml_parser_fail (self->parser, DV_STORE_ERROR_MALFORMED, _("“%s” is not a kind of item"), (const char *) name);
      return;
    }

  if (peek (self)->place == DV_XML_AT_FIELD)
    {
      dv_xml_parser_fail (self->parser, DV_STORE_ERROR_MALFORMED, _("An element may not stand inside a text"));
      return;
    }

  if (peek (self)->place == DV_XML_AT_IGNORED || uri != self->names.uri)
    {
      if (peek (self)->place != DV_XML_AT_IGNORED)
        dv_xml_items_warn (self, _("The element “%s” is not ours and is dropped"), (const char *) name);
      push (self, DV_XML_AT_IGNORED);
    }
  else if (peek (self)->place == DV_XML_AT_ITEM)
    start_in_item (self, name, n_attributes, attributes);
  else
    start_unknown (self, name, n_attributes, attributes);
}

static void
end_field (DvXmlItems *self)
{
  DvXmlFrame *item = &self->frames[self->n_frames - 2];
  int field = peek (self)->field;
  const char *name = item->names->kind->fields[field].name;
  g_autoptr (GError) error = NULL;

  if (dv_record_parse (item->record, field, self->text->str, &error))
    return;
  if (!self->is_newer)
    {
      fail_with (self, error);
      return;
    }

  dv_xml_items_warn (self, "%s", error->message);
  g_string_append_printf (get_extra (self), "<%s>", name);
  dv_xml_append_escaped (get_extra (self), self->text->str, FALSE);
  g_string_append_printf (get_extra (self), "</%s>", name);
}

static void
end_unknown (DvXmlItems *self)
{
  DvXmlFrame *frame = peek (self);

  if (frame->is_open)
    g_string_append (get_extra (self), "/>");
  else
    g_string_append_printf (get_extra (self), "</%s>", (const char *) frame->name);
}

/* A text that may not be empty is given one, so that nothing is lost with it. */
static void
fill_required (DvXmlItems *self,
               DvRecord   *record)
{
  const DvKind *kind = dv_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const DvField *field = &kind->fields[i];

      if ((field->flags & DV_FIELD_REQUIRED) == 0 || !dv_record_is_initial (record, (int) i) ||
          (field->type != DV_FIELD_STRING && field->type != DV_FIELD_TEXT))
        continue;
      add_problem (self, _("“%s” of “%s” with the id “%s” was empty"), field->name, kind->name, dv_record_get_id (record));
      dv_record_set_string (record, (int) i, PLACEHOLDER);
    }
}

static void
end_item (DvXmlItems *self)
{
  DvXmlFrame *frame = peek (self);

  if (frame->extra != NULL)
    {
      g_autofree char *attributes = g_strdup (dv_record_get_extra_attributes (frame->record));

      dv_record_set_extra (frame->record, attributes, frame->extra->str);
      g_string_free (g_steal_pointer (&frame->extra), TRUE);
    }
  if (!self->is_journal)
    fill_required (self, frame->record);
  self->n_items--;
}

/**
 * dv_xml_items_end:
 * @self: the reader of items
 *
 * Takes the end of an element. When @n_frames is 0 afterwards, the branch is
 * complete.
 */
void
dv_xml_items_end (DvXmlItems *self)
{
  switch (peek (self)->place)
    {
    case DV_XML_AT_FIELD:
      end_field (self);
      break;
    case DV_XML_AT_UNKNOWN:
      end_unknown (self);
      break;
    case DV_XML_AT_ITEM:
      end_item (self);
      break;
    case DV_XML_AT_IGNORED:
    default:
      break;
    }

  self->n_frames--;
}

static gboolean
is_blank (const char *text,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;

  return TRUE;
}

/**
 * dv_xml_items_text:
 * @self: the reader of items
 * @text: text between tags, in one or more parts
 * @length: of this part, in bytes
 */
void
dv_xml_items_text (DvXmlItems *self,
                   const char *text,
                   gsize       length)
{
  g_autofree char *copy = NULL;

  switch (peek (self)->place)
    {
    case DV_XML_AT_FIELD:
      g_string_append_len (self->text, text, (gssize) length);
      break;
    case DV_XML_AT_UNKNOWN:
      finish_tag (self);
      copy = g_strndup (text, length);
      dv_xml_append_escaped (get_extra (self), copy, FALSE);
      break;
    case DV_XML_AT_ITEM:
      if (!is_blank (text, length))
        dv_xml_parser_fail (self->parser, DV_STORE_ERROR_MALFORMED, _("Text stands outside of a field"));
      break;
    case DV_XML_AT_IGNORED:
    default:
      break;
    }
}

/**
 * dv_xml_items_init:
 * @self: the reader of items
 * @parser: a parser that is ready
 * @problems: (nullable): where to add what was mended
 * @warnings: (nullable): where to add what a person may want to know
 */
void
dv_xml_items_init (DvXmlItems  *self,
                   DvXmlParser *parser,
                   GPtrArray   *problems,
                   GPtrArray   *warnings)
{
  self->parser = parser;
  self->problems = problems;
  self->warnings = warnings;
  self->text = g_string_new (NULL);
  dv_xml_name_table_init (&self->names, parser);
}

void
dv_xml_items_clear (DvXmlItems *self)
{
  for (guint i = 0; i < self->n_frames; i++)
    if (self->frames[i].extra != NULL)
      g_string_free (self->frames[i].extra, TRUE);
  self->n_frames = 0;
  if (self->text != NULL)
    g_string_free (g_steal_pointer (&self->text), TRUE);
  g_clear_pointer (&self->branch, dv_branch_unref);
  dv_xml_name_table_clear (&self->names);
}

/**
 * dv_xml_items_steal:
 * @self: the reader of items
 *
 * Returns: (transfer full) (nullable): the branch that is complete; the next
 *   element begins another
 */
DvBranch *
dv_xml_items_steal (DvXmlItems *self)
{
  return g_steal_pointer (&self->branch);
}

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

#include "dv-record-private.h"
#include "dv-xml-reader.h"
#include "dv-xml-writer.h"

/* One item a line, attributes and elements in the order in which they are
 * declared, what is not set left out: so a person can read it, and comparing
 * two versions shows what changed and nothing else. The same branch always
 * gives the same bytes. */

#define INDENT "                                "

/* The longest that one byte becomes: &quot; */
#define MAX_ESCAPE 6
/* The longest that a number becomes. */
#define MAX_NUMBER G_ASCII_DTOSTR_BUF_SIZE

/* One field as it is written: title="…" or <text>…</text>. */
typedef struct
{
  const DvField *field;
  guint number;
  gboolean is_string;
  char *before;
  gsize before_length;
  char *after;
  gsize after_length;
} DvXmlPart;

/* All that can be known about writing a kind before there is a record. */
typedef struct
{
  const DvKind *kind;
  DvXmlPart *attributes;
  guint n_attributes;
  DvXmlPart *elements;
  guint n_elements;
  char *start; /* with the beginning of the id */
  gsize start_length;
  char *end;
  gsize end_length;
  gsize fixed; /* room for everything but texts */
} DvXmlPlan;

static gsize
measure_scalar (const DvField *field)
{
  gsize longest = MAX_NUMBER;

  if (field->type == DV_FIELD_ENUM)
    for (guint i = 0; field->nicks[i] != NULL; i++)
      longest = MAX (longest, strlen (field->nicks[i]) * MAX_ESCAPE);

  return longest;
}

static void
make_part (DvXmlPlan *plan,
           guint      number)
{
  const DvField *field = &plan->kind->fields[number];
  gboolean is_long = dv_field_is_long (field);
  DvXmlPart *part = is_long ? &plan->elements[plan->n_elements++] : &plan->attributes[plan->n_attributes++];

  part->field = field;
  part->number = number;
  part->is_string = dv_field_is_string (field);
  part->before = is_long ? g_strdup_printf ("<%s>", field->name) : g_strdup_printf (" %s=\"", field->name);
  part->before_length = strlen (part->before);
  part->after = is_long ? g_strdup_printf ("</%s>", field->name) : g_strdup ("\"");
  part->after_length = strlen (part->after);
  plan->fixed += part->before_length + part->after_length + (part->is_string ? 0 : measure_scalar (field));
}

static void
make_plan (DvXmlPlan    *plan,
           const DvKind *kind)
{
  plan->kind = kind;
  plan->attributes = g_new0 (DvXmlPart, MAX (1, kind->n_fields));
  plan->elements = g_new0 (DvXmlPart, MAX (1, kind->n_fields));
  plan->start = g_strdup_printf ("<%s id=\"", kind->name);
  plan->start_length = strlen (plan->start);
  plan->end = g_strdup_printf ("</%s>", kind->name);
  plan->end_length = strlen (plan->end);
  /* The id with its quote, and what closes the tag. */
  plan->fixed = plan->start_length + DV_ID_LENGTH + 1 + 2;
  for (guint i = 0; i < kind->n_fields; i++)
    make_part (plan, i);
}

/* The plans of all kinds are made once and kept. */
static const DvXmlPlan *
get_plan (const DvKind *kind)
{
  static gsize ready = 0;
  static DvXmlPlan *plans = NULL;
  static guint n_plans = 0;

  if (g_once_init_enter (&ready))
    {
      g_autoptr (GPtrArray) kinds = dv_kind_list ();

      n_plans = kinds->len;
      plans = g_new0 (DvXmlPlan, n_plans);
      for (guint i = 0; i < n_plans; i++)
        make_plan (&plans[i], g_ptr_array_index (kinds, i));
      g_once_init_leave (&ready, 1);
    }

  for (guint i = 0; i < n_plans; i++)
    if (plans[i].kind == kind)
      return &plans[i];

  g_assert_not_reached ();
}

/* Makes room for @n bytes and their zero; returns where they are to go. */
static char *
reserve (GString *to,
         gsize    n)
{
  gsize length = to->len;

  if (to->allocated_len - length <= n)
    {
      g_string_set_size (to, length + n);
      g_string_truncate (to, length);
    }

  return to->str + length;
}

static void
commit (GString *to,
        char    *end)
{
  to->len = (gsize) (end - to->str);
  *end = '\0';
}

static inline char *
put (char       *at,
     const char *bytes,
     gsize       length)
{
  memcpy (at, bytes, length);
  return at + length;
}

/* What must be escaped: 1 everywhere, 2 in attributes alone. */
static const guint8 special_bytes[256] = {
  ['&'] = 1, ['<'] = 1, ['>'] = 1, ['\r'] = 1, ['"'] = 2, ['\t'] = 2, ['\n'] = 2,
};

static char *
put_special (char *at,
             char  byte)
{
  switch (byte)
    {
    case '&':
      return put (at, "&amp;", 5);
    case '<':
      return put (at, "&lt;", 4);
    case '>':
      return put (at, "&gt;", 4);
    case '"':
      return put (at, "&quot;", 6);
    case '\r':
      return put (at, "&#13;", 5);
    case '\n':
      return put (at, "&#10;", 5);
    case '\t':
    default:
      return put (at, "&#9;", 4);
    }
}

/* Whether one of eight bytes may have to be escaped: below a space, or one of
 * & " < > (which differ from each other by one bit, two by two). */
static inline gboolean
has_special (guint64 word)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 quote = (word | ones * 0x04) ^ ones * 0x26;
  guint64 angle = (word | ones * 0x02) ^ ones * 0x3e;

  return ((((quote - ones) & ~quote) | ((angle - ones) & ~angle) | ((word - ones * 0x20) & ~word)) & ones * 0x80) != 0;
}

/* There is room for MAX_ESCAPE times @length. Most of the time of writing a
 * large workshop is spent here, so it goes by eight bytes while they are plain. */
static char *
put_escaped (char       *at,
             const char *text,
             gsize       length,
             gboolean    in_attribute)
{
  const char *end = text + length;
  guint8 mask = in_attribute ? 3 : 1;

  while (text < end)
    {
      const char *stop;
      guint64 word;

      while (end - text >= (gssize) sizeof word)
        {
          memcpy (&word, text, sizeof word);
          if (has_special (word))
            break;
          memcpy (at, &word, sizeof word);
          at += sizeof word;
          text += sizeof word;
        }
      for (stop = MIN (text + sizeof word, end); text < stop; text++)
        if ((special_bytes[(guchar) *text] & mask) != 0)
          at = put_special (at, *text);
        else
          *at++ = *text;
    }

  return at;
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
  gsize length = strlen (text);
  char *at = reserve (to, length * MAX_ESCAPE);

  commit (to, put_escaped (at, text, length, in_attribute));
}

static void
append_indent (GString *to,
               guint    depth)
{
  g_string_append_c (to, '\n');
  g_string_append_len (to, INDENT, (gssize) MIN (depth * 2, strlen (INDENT)));
}

static inline gboolean
is_set (const DvRecord  *record,
        const DvXmlPart *part)
{
  const DvSlot *slot = &record->slots[part->number];

  if (part->is_string)
    return slot->string != NULL;
  if (part->field->type == DV_FIELD_NUMBER)
    return !isnan (slot->number);

  return slot->integer != part->field->initial;
}

static inline gboolean
is_wanted (const DvRecord  *record,
           const DvXmlPart *part,
           guint32          fields)
{
  return (fields & (1u << part->number)) != 0 && is_set (record, part);
}

/* How much room the texts of a record may take. */
static gsize
measure_texts (const DvRecord  *record,
               const DvXmlPlan *plan)
{
  gsize length = 0;

  for (guint i = 0; i < plan->kind->n_fields; i++)
    {
      const DvXmlPart *part = i < plan->n_attributes ? &plan->attributes[i] : &plan->elements[i - plan->n_attributes];

      if (part->is_string && record->slots[part->number].string != NULL)
        length += g_ref_string_length (record->slots[part->number].string);
    }

  return length * MAX_ESCAPE;
}

static char *
put_part (char            *at,
          const DvRecord  *record,
          const DvXmlPart *part,
          gboolean         in_attribute)
{
  at = put (at, part->before, part->before_length);
  if (part->is_string)
    {
      char *string = record->slots[part->number].string;

      at = put_escaped (at, string, g_ref_string_length (string), in_attribute);
    }
  else
    {
      g_autofree char *formatted = dv_record_format (record, (int) part->number);

      at = put_escaped (at, formatted, strlen (formatted), in_attribute);
    }

  return put (at, part->after, part->after_length);
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
  const DvXmlPlan *plan = get_plan (record->kind);
  const DvXmlPart *parts = is_long ? plan->elements : plan->attributes;
  guint n_parts = is_long ? plan->n_elements : plan->n_attributes;

  for (guint i = 0; i < n_parts; i++)
    if (strlen (parts[i].field->name) == length && memcmp (parts[i].field->name, name, length) == 0)
      return is_wanted (record, &parts[i], fields);

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
has_elements (const DvRecord  *record,
              const DvXmlPlan *plan,
              guint32          fields)
{
  for (guint i = 0; i < plan->n_elements; i++)
    if (is_wanted (record, &plan->elements[i], fields))
      return TRUE;

  return FALSE;
}

static void
append_end_tag (GString         *to,
                const DvXmlPlan *plan)
{
  g_string_append_len (to, plan->end, (gssize) plan->end_length);
}

/* Everything of an item but its children and its end tag. Returns whether there
 * is an end tag to come. */
static gboolean
append_open (GString         *to,
             const DvRecord  *record,
             const DvXmlPlan *plan,
             guint32          fields,
             guint            indent,
             gboolean         has_children)
{
  gboolean has_extra = record->extra != NULL && record->extra->elements != NULL;
  gboolean has_end = has_children || has_extra || has_elements (record, plan, fields);
  gsize room = plan->fixed + measure_texts (record, plan);
  char *at = reserve (to, room);

  at = put (at, plan->start, plan->start_length);
  at = put (at, record->id, strlen (record->id));
  *at++ = '"';
  for (guint i = 0; i < plan->n_attributes; i++)
    if (is_wanted (record, &plan->attributes[i], fields))
      at = put_part (at, record, &plan->attributes[i], TRUE);
  if (record->extra != NULL)
    {
      commit (to, at);
      append_extra_attributes (to, record, fields);
      at = reserve (to, room);
    }
  if (!has_end)
    *at++ = '/';
  *at++ = '>';
  for (guint i = 0; i < plan->n_elements; i++)
    if (is_wanted (record, &plan->elements[i], fields))
      at = put_part (at, record, &plan->elements[i], FALSE);
  commit (to, at);

  if (has_extra)
    append_extra_elements (to, record, fields, indent + 1);
  return has_end;
}

/* The end tag of an item without children. */
static void
append_close (GString         *to,
              const DvRecord  *record,
              const DvXmlPlan *plan,
              guint            indent)
{
  if (record->extra != NULL && record->extra->elements != NULL)
    append_indent (to, indent);
  append_end_tag (to, plan);
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
  const DvXmlPlan *plan = get_plan (record->kind);

  if (append_open (to, record, plan, fields, indent, FALSE))
    append_close (to, record, plan, indent);
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
      append_end_tag (to, get_plan (dv_branch_get_record (branch, open[*n_open])->kind));
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
  const DvXmlPlan *plan = NULL;
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
      if (plan == NULL || plan->kind != record->kind)
        {
          plan = get_plan (record->kind);
          fields = select_fields (plan->kind, flags);
        }

      if (!append_open (to, record, plan, fields, depth + indent, has_children))
        continue;
      if (has_children)
        open[n_open++] = i;
      else
        append_close (to, record, plan, depth + indent);
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

  append_open (start, record, get_plan (record->kind), select_fields (record->kind, flags), 0, TRUE);
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
  GString *to = g_string_sized_new (4096 + (gsize) dv_branch_get_length (branch) * 300);
  DvRecord *root = dv_branch_get_record (branch, 0);

  append_root (to, root, flags);
  append_items (to, branch, 1, 0, flags);
  g_string_append_c (to, '\n');
  append_end_tag (to, get_plan (root->kind));
  g_string_append_c (to, '\n');

  return g_string_free_to_bytes (to);
}

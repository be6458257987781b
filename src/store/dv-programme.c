/* dv-programme.c
 *
 * Programmes and working forms: workshops to start from, as data files
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-programme"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-data-file.h"
#include "dv-programme.h"

#define PROGRAMMES "programmes"
#define FORMS "forms"

void
dv_programme_free (DvProgramme *programme)
{
  g_free (programme->id);
  g_free (programme->title);
  g_free (programme->about);
  g_free (programme);
}

/**
 * dv_programme_list:
 * @language: the language of the texts
 * @problems: (nullable) (element-type utf8): what is wrong with files that
 *   cannot be read is added here
 *
 * Returns: (transfer full) (element-type DvProgramme): the programmes that
 *   there are and can be read
 */
GPtrArray *
dv_programme_list (DvLanguage  language,
                   GPtrArray  *problems)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) dv_programme_free);
  g_autoptr (GPtrArray) ids = dv_data_file_list (PROGRAMMES);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (DvDataNode) root = dv_data_file_read (PROGRAMMES, "programme", id, &error);
      DvProgramme *programme;

      if (root == NULL)
        {
          if (problems != NULL)
            g_ptr_array_add (problems, g_strdup (error->message));
          continue;
        }
      programme = g_new0 (DvProgramme, 1);
      programme->id = g_strdup (id);
      programme->title = g_strdup (dv_data_node_get_text (root, "title", language));
      programme->about = g_strdup (dv_data_node_get_text (root, "about", language));
      if (programme->title == NULL)
        programme->title = g_strdup (id);
      if (programme->about == NULL)
        programme->about = g_strdup ("");
      g_ptr_array_add (list, programme);
    }

  return list;
}

void
dv_form_free (DvForm *form)
{
  g_free (form->id);
  g_free (form->layout);
  g_free (form->title);
  g_free (form->purpose);
  g_free (form->question);
  g_free (form->instruction);
  g_free (form->notes);
  g_free (form->outcome);
  g_strfreev (form->tips);
  g_strfreev (form->cards);
  g_strfreev (form->columns);
  g_free (form);
}

static char *
dup_text (DvDataNode *node,
          const char *name,
          DvLanguage  language)
{
  const char *text = dv_data_node_get_text (node, name, language);

  return g_strdup (text != NULL ? text : "");
}

/* The texts of all children of that name in @language. */
static char **
dup_texts (DvDataNode *node,
           const char *name,
           DvLanguage  language)
{
  const char *wanted = dv_workshop_kind.fields[DV_WORKSHOP_LANGUAGE].nicks[language];
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < node->children->len; i++)
    {
      DvDataNode *child = g_ptr_array_index (node->children, i);

      if (strcmp (child->name, name) == 0 && g_strcmp0 (child->language, wanted) == 0)
        g_strv_builder_add (builder, child->text->str);
    }

  return g_strv_builder_end (builder);
}

static char **
dup_cards (DvDataNode *node)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < node->children->len; i++)
    {
      DvDataNode *child = g_ptr_array_index (node->children, i);
      const char *kind = dv_data_node_get (child, "kind");

      if (strcmp (child->name, "card") == 0 && kind != NULL)
        g_strv_builder_add (builder, kind);
    }

  return g_strv_builder_end (builder);
}

static char **
dup_columns (DvDataNode *node,
             DvLanguage  language)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < node->children->len; i++)
    {
      DvDataNode *child = g_ptr_array_index (node->children, i);
      const char *name = strcmp (child->name, "column") == 0 ? dv_data_node_get_text (child, "name", language) : NULL;

      if (name != NULL)
        g_strv_builder_add (builder, name);
    }

  return g_strv_builder_end (builder);
}

static int
get_minutes (DvDataNode *node,
             int         otherwise)
{
  const char *minutes = dv_data_node_get (node, "minutes");
  gint64 value;

  return minutes != NULL && g_ascii_string_to_signed (minutes, 10, 0, 1440, &value, NULL) ? (int) value : otherwise;
}

/**
 * dv_form_lookup:
 * @id: the id of a working form
 * @language: the language of its texts
 * @error: where to put %DV_STORE_ERROR_NOT_FOUND or another %DV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the form
 */
DvForm *
dv_form_lookup (const char *id,
                DvLanguage  language,
                GError    **error)
{
  g_autoptr (DvDataNode) root = dv_data_file_read (FORMS, "form", id, error);
  const char *page;
  const char *layout;
  DvForm *form;

  if (root == NULL)
    return NULL;

  page = dv_data_node_get (root, "page");
  layout = dv_data_node_get (root, "layout");
  form = g_new0 (DvForm, 1);
  form->id = g_strdup (id);
  form->layout = g_strdup (layout != NULL ? layout : "page");
  form->page = (DvPageKind) MAX (0, dv_field_find_nick (&dv_activity_kind.fields[DV_ACTIVITY_PAGE],
                                                        page != NULL ? page : "instructions"));
  form->minutes = get_minutes (root, 0);
  form->title = dup_text (root, "title", language);
  form->purpose = dup_text (root, "purpose", language);
  form->question = dup_text (root, "question", language);
  form->instruction = dup_text (root, "instruction", language);
  form->notes = dup_text (root, "notes", language);
  form->outcome = dup_text (root, "outcome", language);
  form->tips = dup_texts (root, "tip", language);
  form->cards = dup_cards (root);
  form->columns = dup_columns (root, language);

  return form;
}

/**
 * dv_form_list:
 * @language: the language of the texts
 *
 * Returns: (transfer full) (element-type DvForm): the working forms that there
 *   are; files that cannot be read are left out with a message
 */
GPtrArray *
dv_form_list (DvLanguage language)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) dv_form_free);
  g_autoptr (GPtrArray) ids = dv_data_file_list (FORMS);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GError) error = NULL;
      DvForm *form = dv_form_lookup (g_ptr_array_index (ids, i), language, &error);

      if (form != NULL)
        g_ptr_array_add (list, form);
      else
        g_message ("%s", error->message);
    }

  return list;
}

/* A programme that is being turned into a workshop. */
typedef struct
{
  DvDataNode *root;
  const char *id;
  DvLanguage language;
  DvBranch *branch;
  GError **error;
} DvBuilder;

static gboolean
set_text (DvBuilder  *self,
          DvRecord   *record,
          int         field,
          const char *text)
{
  if (text == NULL || dv_record_parse (record, field, text, self->error))
    return TRUE;

  g_prefix_error (self->error, "%s.xml: %s: ", self->id, dv_record_get_kind (record)->name);
  return FALSE;
}

static DvRecord *
take_new (DvBuilder    *self,
          const DvKind *kind,
          guint         depth)
{
  DvRecord *record = dv_record_new (kind, NULL);

  dv_branch_take (self->branch, record, depth, 0);
  return record;
}

static gboolean
build_workshop (DvBuilder  *self,
                const char *title)
{
  DvRecord *record = take_new (self, &dv_workshop_kind, 0);

  dv_record_set_int (record, DV_WORKSHOP_LANGUAGE, self->language);
  return set_text (self, record, DV_WORKSHOP_TITLE,
                   title != NULL ? title : dv_data_node_get_text (self->root, "title", self->language)) &&
         set_text (self, record, DV_WORKSHOP_ADDRESS, dv_data_node_get (self->root, "address")) &&
         set_text (self, record, DV_WORKSHOP_PROGRAMME, self->id);
}

static gboolean
build_role (DvBuilder  *self,
            DvDataNode *node)
{
  DvRecord *record = take_new (self, &dv_role_kind, 1);

  return set_text (self, record, DV_ROLE_NAME, dv_data_node_get_text (node, "name", self->language)) &&
         set_text (self, record, DV_ROLE_SHORT, dv_data_node_get_text (node, "short", self->language)) &&
         set_text (self, record, DV_ROLE_SHAPE, dv_data_node_get (node, "shape"));
}

/* What the activity says itself, else what its form says. */
static const char *
choose_text (DvBuilder  *self,
             DvDataNode *node,
             const char *name,
             const char *otherwise)
{
  const char *text = dv_data_node_get_text (node, name, self->language);

  return text != NULL ? text : otherwise;
}

static gboolean
build_activity (DvBuilder  *self,
                DvDataNode *node)
{
  const char *id = dv_data_node_get (node, "form");
  g_autoptr (DvForm) form = dv_form_lookup (id != NULL ? id : "", self->language, self->error);
  DvRecord *record;

  if (form == NULL)
    {
      g_prefix_error (self->error, "%s.xml: ", self->id);
      return FALSE;
    }

  record = take_new (self, &dv_activity_kind, 2);
  dv_record_set_int (record, DV_ACTIVITY_PAGE, form->page);
  dv_record_set_int (record, DV_ACTIVITY_MINUTES, get_minutes (node, form->minutes));
  return set_text (self, record, DV_ACTIVITY_FORM, form->id) &&
         set_text (self, record, DV_ACTIVITY_TITLE, choose_text (self, node, "title", form->title)) &&
         set_text (self, record, DV_ACTIVITY_QUESTION, choose_text (self, node, "question", form->question)) &&
         set_text (self, record, DV_ACTIVITY_INSTRUCTION, choose_text (self, node, "instruction", form->instruction)) &&
         set_text (self, record, DV_ACTIVITY_NOTES, choose_text (self, node, "notes", form->notes));
}

static gboolean
build_all (DvBuilder  *self,
           DvDataNode *node,
           const char *name,
           gboolean (*build) (DvBuilder  *self,
                              DvDataNode *node))
{
  for (guint i = 0; i < node->children->len; i++)
    {
      DvDataNode *child = g_ptr_array_index (node->children, i);

      if (strcmp (child->name, name) == 0 && !build (self, child))
        return FALSE;
    }

  return TRUE;
}

static gboolean
build_step (DvBuilder  *self,
            DvDataNode *node)
{
  DvRecord *record = take_new (self, &dv_step_kind, 1);

  return set_text (self, record, DV_STEP_TITLE, dv_data_node_get_text (node, "title", self->language)) &&
         set_text (self, record, DV_STEP_ABOUT, dv_data_node_get_text (node, "about", self->language)) &&
         build_all (self, node, "activity", build_activity);
}

static gboolean
build_manifest (DvBuilder  *self,
                DvDataNode *node)
{
  DvRecord *record = take_new (self, &dv_manifest_kind, 1);

  return set_text (self, record, DV_MANIFEST_TITLE, dv_data_node_get_text (node, "title", self->language)) &&
         set_text (self, record, DV_MANIFEST_SUBTITLE, dv_data_node_get_text (node, "subtitle", self->language));
}

static gboolean
build_lane (DvBuilder  *self,
            DvDataNode *node)
{
  DvRecord *record = take_new (self, &dv_lane_kind, 2);

  return set_text (self, record, DV_LANE_NAME, dv_data_node_get_text (node, "name", self->language));
}

static gboolean
build_map (DvBuilder *self)
{
  if (dv_data_node_find (self->root, "lane") == NULL)
    return TRUE;

  take_new (self, &dv_map_kind, 1);
  return build_all (self, self->root, "lane", build_lane);
}

/**
 * dv_programme_instantiate:
 * @id: the id of a programme
 * @language: the language of the workshop
 * @title: (nullable): its title, or %NULL for that of the programme
 * @error: where to put %DV_STORE_ERROR_NOT_FOUND, which names those that there
 *   are, or another error with the name of the file
 *
 * Returns: (transfer full) (nullable): a new workshop with the roles, steps,
 *   activities, Manifest and perspectives of the programme
 */
DvWorkshop *
dv_programme_instantiate (const char *id,
                          DvLanguage  language,
                          const char *title,
                          GError    **error)
{
  g_autoptr (DvDataNode) root = dv_data_file_read (PROGRAMMES, "programme", id, error);
  g_autoptr (DvBranch) branch = dv_branch_new ();
  DvBuilder builder = { root, id, language, branch, error };
  DvWorkshop *workshop;
  guint line = 0;

  if (root == NULL)
    return NULL;
  if (!build_workshop (&builder, title) ||
      !build_all (&builder, root, "role", build_role) ||
      !build_all (&builder, root, "step", build_step) ||
      !build_all (&builder, root, "manifest", build_manifest) ||
      !build_map (&builder))
    return NULL;

  workshop = dv_workshop_new_from_branch (branch, NULL, &line, error);
  if (workshop == NULL)
    g_prefix_error (error, "%s.xml: ", id);
  return workshop;
}

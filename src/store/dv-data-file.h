/* dv-data-file.h
 *
 * Data files: programmes and working forms as small trees
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-kind-workshop.h"

G_BEGIN_DECLS

/* An element of a data file. */
typedef struct
{
  char *name;
  char *language;         /* nullable: xml:lang */
  GHashTable *attributes; /* char * -> char * */
  GString *text;
  GPtrArray *children; /* of DvDataNode */
} DvDataNode;

void        dv_data_node_free     (DvDataNode   *node);
const char *dv_data_node_get      (DvDataNode   *node,
                                   const char   *attribute);
DvDataNode *dv_data_node_find     (DvDataNode   *node,
                                   const char   *name);
const char *dv_data_node_get_text (DvDataNode   *node,
                                   const char   *name,
                                   DvLanguage    language);

DvDataNode *dv_data_file_read     (const char   *folder,
                                   const char   *element,
                                   const char   *id,
                                   GError      **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *dv_data_file_list     (const char   *folder) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvDataNode, dv_data_node_free)

G_END_DECLS

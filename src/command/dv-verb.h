/* dv-verb.h
 *
 * What every verb is, and what they share
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-arguments.h"
#include "dv-command.h"
#include "dv-document.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  const char *synopsis; /* what comes behind the name */
  const char *summary;  /* one line, for translation */
  const char *help;     /* the rest, for translation */
  const DvOption *options; /* nullable, ends with a NULL name */
  guint min;               /* how many arguments, options aside */
  guint max;
  DvExit (*run) (DvArguments *arguments);
} DvVerb;

DvExit      dv_verb_new     (DvArguments *arguments);
DvExit      dv_verb_check   (DvArguments *arguments);
DvExit      dv_verb_show    (DvArguments *arguments);
DvExit      dv_verb_kinds   (DvArguments *arguments);
DvExit      dv_verb_add     (DvArguments *arguments);
DvExit      dv_verb_set     (DvArguments *arguments);
DvExit      dv_verb_remove  (DvArguments *arguments);
DvExit      dv_verb_export  (DvArguments *arguments);
DvExit      dv_verb_recover (DvArguments *arguments);
DvExit      dv_verb_scenes  (DvArguments *arguments);

void        dv_verb_say     (const char   *path,
                             guint         line,
                             const char   *format,
                             ...) G_GNUC_PRINTF (3, 4);
DvExit      dv_verb_worse   (DvExit        first,
                             DvExit        second);
DvExit      dv_verb_fail    (const char   *path,
                             const GError *error);
DvExit      dv_verb_print   (const char   *text);

/* Of export, whose scenes are in a file of their own. */
gboolean    dv_verb_is_scene      (const char   *what);
gboolean    dv_verb_is_one_file   (const char   *out);
gboolean    dv_verb_check_scene   (DvArguments  *arguments,
                                   const char   *what);
DvExit      dv_verb_export_scene  (DvArguments  *arguments,
                                   DvWorkshop   *workshop,
                                   const char   *format);
DvExit      dv_verb_write         (const char   *out,
                                   GBytes       *bytes);

DvDocument *dv_verb_open    (const char   *path,
                             gboolean      to_change,
                             DvExit       *result) G_GNUC_WARN_UNUSED_RESULT;
DvExit      dv_verb_close   (DvDocument   *document,
                             const char   *path,
                             gboolean      changed);

G_END_DECLS

/* dv-arguments.h
 *
 * The arguments of a verb: options and the rest
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DV_ARGUMENTS_ERROR (dv_arguments_error_quark ())

typedef enum {
  DV_ARGUMENTS_ERROR_UNKNOWN, /* an option that the verb does not have */
  DV_ARGUMENTS_ERROR_MISSING, /* an option without its value */
  DV_ARGUMENTS_ERROR_NUMBER,  /* too few or too many arguments */
} DvArgumentsError;

GQuark dv_arguments_error_quark (void);

typedef struct
{
  const char *name; /* with its hyphens */
  gboolean has_value;
} DvOption;

typedef struct
{
  GPtrArray *rest;     /* of borrowed char * */
  GHashTable *options; /* borrowed name to borrowed value, or to "" */
} DvArguments;

DvArguments *dv_arguments_new    (int                 argc,
                                  char              **argv,
                                  const DvOption     *options,
                                  GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void         dv_arguments_free   (DvArguments        *self);
gboolean     dv_arguments_has    (const DvArguments  *self,
                                  const char         *option);
const char  *dv_arguments_get    (const DvArguments  *self,
                                  const char         *option);
const char  *dv_arguments_rest   (const DvArguments  *self,
                                  guint               i);
gboolean     dv_arguments_count  (const DvArguments  *self,
                                  guint               min,
                                  guint               max,
                                  GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvArguments, dv_arguments_free)

G_END_DECLS

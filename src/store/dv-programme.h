/* dv-programme.h
 *
 * Programmes and working forms: workshops to start from, as data files
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-store-error.h"
#include "dv-workshop.h"

G_BEGIN_DECLS

/* A programme as the welcome screen lists it, in one language. */
typedef struct
{
  char *id;
  char *title;
  char *about;
} DvProgramme;

/* A working form, in one language. */
typedef struct
{
  char *id;
  char *layout; /* cards, words, columns, …, page */
  DvPageKind page;
  int minutes;
  char *title;
  char *purpose;
  char *question;
  char *instruction;
  char *notes;
  char **tips;    /* NULL at the end */
  char **cards;   /* kinds of items that it collects, NULL at the end */
  char **columns; /* NULL at the end */
  char *outcome;
} DvForm;

void         dv_programme_free        (DvProgramme  *programme);
GPtrArray   *dv_programme_list        (DvLanguage    language,
                                       GPtrArray    *problems) G_GNUC_WARN_UNUSED_RESULT;
DvWorkshop  *dv_programme_instantiate (const char   *id,
                                       DvLanguage    language,
                                       const char   *title,
                                       GError      **error) G_GNUC_WARN_UNUSED_RESULT;

void         dv_form_free             (DvForm       *form);
GPtrArray   *dv_form_list             (DvLanguage    language) G_GNUC_WARN_UNUSED_RESULT;
DvForm      *dv_form_lookup           (const char   *id,
                                       DvLanguage    language,
                                       GError      **error) G_GNUC_WARN_UNUSED_RESULT;

char        *dv_data_find             (const char   *folder,
                                       const char   *name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvProgramme, dv_programme_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvForm, dv_form_free)

G_END_DECLS

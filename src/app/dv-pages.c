/* dv-pages.c
 *
 * Which page an activity is worked on
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-pages"

#include "config.h"

#include "dv-behaviours-page.h"
#include "dv-choose-page.h"
#include "dv-instructions-page.h"
#include "dv-manifest-editor.h"
#include "dv-map-editor.h"
#include "dv-order-page.h"
#include "dv-pages.h"
#include "dv-support-page.h"
#include "dv-values-page.h"
#include "dv-words-page.h"

/* To add a page: a value in DvPageKind with its name in XML, a subclass of
 * DvPage, and a line here. */
static DvPage *(*const constructors[DV_PAGE_N_KINDS]) (DvSession *session) = {
  [DV_PAGE_INSTRUCTIONS] = dv_instructions_page_new,
  [DV_PAGE_WORDS] = dv_words_page_new,
  [DV_PAGE_ORDER] = dv_order_page_new,
  [DV_PAGE_VALUES] = dv_values_page_new,
  [DV_PAGE_BEHAVIOURS] = dv_behaviours_page_new,
  [DV_PAGE_CHOOSE] = dv_choose_page_new,
  [DV_PAGE_MANIFEST] = dv_manifest_editor_new,
  [DV_PAGE_MAP] = dv_map_editor_new,
  [DV_PAGE_SUPPORT] = dv_support_page_new,
};

/**
 * dv_pages_create:
 * @kind: what is worked on
 * @session: the session of the workshop
 *
 * Returns: (transfer floating): a new page
 */
DvPage *
dv_pages_create (DvPageKind kind,
                 DvSession *session)
{
  g_return_val_if_fail ((guint) kind < DV_PAGE_N_KINDS, NULL);

  /* A file of a newer version may ask for a page that is not here. */
  if (constructors[kind] == NULL)
    kind = DV_PAGE_INSTRUCTIONS;
  return constructors[kind](session);
}

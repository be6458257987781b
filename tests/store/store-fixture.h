/* store-fixture.h
 *
 * What the tests of the store share: random items and throwaway folders
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-document.h"

G_BEGIN_DECLS

/* Gives the process a state folder and a folder for files of its own. */
typedef struct
{
  char *folder;
  char *path; /* of a file that is not there yet */
} StoreFixture;

void        store_fixture_set_up    (StoreFixture  *fixture,
                                     gconstpointer  data);
void        store_fixture_tear_down (StoreFixture  *fixture,
                                     gconstpointer  data);

DvRecord   *make_random_record      (GRand         *random,
                                     const DvKind  *kind,
                                     gboolean       with_refs);
DvBranch   *make_random_workshop    (GRand         *random,
                                     gboolean       with_refs);
const char *add_word                (DvWorkshop    *workshop,
                                     const char    *text);
guint       count_words             (DvWorkshop    *workshop);
char       *read_text               (const char    *path);
void        remove_tree             (const char    *path);

G_END_DECLS

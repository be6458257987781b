/* dv-test-pdf.h
 *
 * What the tests of drawing share: example texts and a look into a PDF
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-manifest-page.h"

G_BEGIN_DECLS

DvManifestText *dv_test_manifest       (guint n_articles,
                                        guint n_clauses) G_GNUC_WARN_UNUSED_RESULT;
DvManifestText *dv_test_waterland      (void) G_GNUC_WARN_UNUSED_RESULT;
char           *dv_test_pdf_to_text    (GBytes *pdf) G_GNUC_WARN_UNUSED_RESULT;
void            dv_test_keep           (GBytes     *bytes,
                                        const char *name);

G_END_DECLS

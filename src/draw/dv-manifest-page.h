/* dv-manifest-page.h
 *
 * The Manifest as a document on A4
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* A4, in points. */
#define DV_MANIFEST_PAGE_WIDTH 595.276
#define DV_MANIFEST_PAGE_HEIGHT 841.89

typedef struct _DvManifestLayout DvManifestLayout;

typedef struct
{
  char *id;
  char *text;
} DvManifestClause;

typedef struct
{
  char *id;
  char *title;
  char *statement;
  guint colour;       /* number of its value, from 1; 0: none */
  GPtrArray *clauses; /* DvManifestClause */
} DvManifestArticle;

/* What is on the page and nothing else; strings may be NULL. */
typedef struct
{
  char *language;
  char *organisation;
  char *title;
  char *subtitle;
  char *edition;
  char *date; /* YYYY-MM-DD */
  char *author;
  char *preamble;
  char *logo_alt;
  GBytes *logo; /* PNG */
  gboolean is_adopted;
  GPtrArray *articles; /* DvManifestArticle */
} DvManifestText;

DvManifestText    *dv_manifest_text_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void               dv_manifest_text_free        (DvManifestText *text);
DvManifestArticle *dv_manifest_text_add_article (DvManifestText *text,
                                                 const char     *id,
                                                 const char     *title,
                                                 const char     *statement,
                                                 guint           colour);
void               dv_manifest_article_add_clause (DvManifestArticle *article,
                                                   const char        *id,
                                                   const char        *text);

DvManifestLayout  *dv_manifest_layout_new       (const DvManifestText *text) G_GNUC_WARN_UNUSED_RESULT;
void               dv_manifest_layout_free      (DvManifestLayout *self);
guint              dv_manifest_layout_get_n_pages (DvManifestLayout *self);
void               dv_manifest_layout_draw_page (DvManifestLayout *self,
                                                 cairo_t          *cr,
                                                 guint             page);
gboolean           dv_manifest_layout_find      (DvManifestLayout *self,
                                                 const char       *id,
                                                 guint             nth,
                                                 guint            *page,
                                                 double           *x,
                                                 double           *y,
                                                 double           *width,
                                                 double           *height);
const char        *dv_manifest_layout_at        (DvManifestLayout *self,
                                                 guint             page,
                                                 double            x,
                                                 double            y);

GBytes            *dv_manifest_export_pdf       (const DvManifestText *text,
                                                 GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvManifestText, dv_manifest_text_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvManifestLayout, dv_manifest_layout_free)

G_END_DECLS

/* dv-subset.h
 *
 * A live list of those children of an item for which something holds
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-workshop.h"

G_BEGIN_DECLS

#define DV_TYPE_SUBSET (dv_subset_get_type ())
G_DECLARE_FINAL_TYPE (DvSubset, dv_subset, DV, SUBSET, GObject)

/* Whether @item belongs to the subset. It looks at fields of the item alone. */
typedef gboolean (*DvSubsetFunc) (DvItem *item);

DvSubset *dv_subset_new          (DvWorkshop   *workshop,
                                  DvItem       *parent,
                                  const DvKind *kind,
                                  guint32       fields,
                                  DvSubsetFunc  func) G_GNUC_WARN_UNUSED_RESULT;
guint     dv_subset_get_length   (DvSubset     *self);
DvItem   *dv_subset_get          (DvSubset     *self,
                                  guint         position);
int       dv_subset_get_position (DvSubset     *self,
                                  DvItem       *item);

G_END_DECLS

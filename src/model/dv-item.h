/* dv-item.h
 *
 * A live item of a workshop, and the live lists of its children
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

#include "dv-branch.h"

G_BEGIN_DECLS

#define DV_TYPE_ITEM (dv_item_get_type ())
G_DECLARE_FINAL_TYPE (DvItem, dv_item, DV, ITEM, GObject)

#define DV_TYPE_LIST (dv_list_get_type ())
G_DECLARE_FINAL_TYPE (DvList, dv_list, DV, LIST, GObject)

DvRecord     *dv_item_get_record   (DvItem       *self);
const DvKind *dv_item_get_kind     (DvItem       *self);
const char   *dv_item_get_id       (DvItem       *self);
const char   *dv_item_get_string   (DvItem       *self,
                                    int           field);
gint64        dv_item_get_int      (DvItem       *self,
                                    int           field);
double        dv_item_get_number   (DvItem       *self,
                                    int           field);
gboolean      dv_item_has_ref      (DvItem       *self,
                                    int           field,
                                    const char   *id);
DvItem       *dv_item_get_parent   (DvItem       *self);
guint         dv_item_get_position (DvItem       *self);
DvItem       *dv_item_get_next     (DvItem       *self);
DvList       *dv_item_get_list     (DvItem       *self,
                                    const DvKind *child);
guint         dv_item_count        (DvItem       *self,
                                    const DvKind *child);
DvBranch     *dv_item_snapshot     (DvItem       *self) G_GNUC_WARN_UNUSED_RESULT;

guint         dv_list_get_length   (DvList       *self);
DvItem       *dv_list_get          (DvList       *self,
                                    guint         position);

G_END_DECLS

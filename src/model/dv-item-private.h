/* dv-item-private.h
 *
 * What the workshop alone may do to an item
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-item.h"

G_BEGIN_DECLS

DvItem  *dv_item_new        (DvRecord *record) G_GNUC_WARN_UNUSED_RESULT;
void     dv_item_set_record (DvItem   *self,
                             DvRecord *record);
void     dv_item_tell_changed (DvItem *self,
                               guint32 fields);
void     dv_item_append     (DvItem   *self,
                             DvItem   *child);
void     dv_item_insert     (DvItem   *self,
                             DvItem   *child,
                             DvItem   *before);
void     dv_item_detach     (DvItem   *self);
DvBranch *dv_item_snapshot_sized (DvItem *self,
                                  guint   n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

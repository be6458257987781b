/* dv-cloud-shape.h
 *
 * The outlines of words, for placing them in a cloud
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <pango/pangocairo.h>

#include "dv-cloud.h"

G_BEGIN_DECLS

typedef struct _DvCloudShapes DvCloudShapes;

DvCloudShapes *dv_cloud_shapes_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void           dv_cloud_shapes_free (DvCloudShapes *self);
DvCloudShape   dv_cloud_shapes_make (DvCloudShapes *self,
                                     PangoLayout   *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DvCloudShapes, dv_cloud_shapes_free)

G_END_DECLS

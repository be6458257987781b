/* dv-kinds.h
 *
 * Every kind of item, in one include
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-kind-manifest.h"
#include "dv-kind-map.h"
#include "dv-kind-parking.h"
#include "dv-kind-flip.h"
#include "dv-kind-step.h"
#include "dv-kind-support.h"
#include "dv-kind-value.h"
#include "dv-kind-word.h"
#include "dv-kind-workshop.h"

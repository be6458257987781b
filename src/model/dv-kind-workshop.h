/* dv-kind-workshop.h
 *
 * The workshop itself, the roles of the people in it and the tables they sit at
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "dv-kind.h"

G_BEGIN_DECLS

extern const DvKind dv_value_kind;

typedef enum {
  DV_LANGUAGE_EN,
  DV_LANGUAGE_NL,
} DvLanguage;

typedef enum {
  DV_ADDRESS_JE,
  DV_ADDRESS_U,
} DvAddress;

typedef enum {
  DV_SHAPE_NONE,
  DV_SHAPE_TRIANGLE,
  DV_SHAPE_CIRCLE,
  DV_SHAPE_SQUARE,
  DV_SHAPE_DIAMOND,
  DV_SHAPE_HOUSE,
  DV_SHAPE_PENTAGON,
  DV_SHAPE_HEXAGON,
  DV_SHAPE_RING,
} DvShape;

/* A programme needs so many roles to mix, and a meter shows no more. */
#define DV_MIN_ROLES 3
#define DV_MAX_ROLES 8

#define DV_WORKSHOP_FIELDS(FIELD) \
  FIELD (WORKSHOP, TITLE, "title", DV_FIELD_STRING, 0, .max = 200) \
  FIELD (WORKSHOP, ORGANISATION, "organisation", DV_FIELD_STRING, 0, .max = 200) \
  FIELD (WORKSHOP, LANGUAGE, "language", DV_FIELD_ENUM, 0, .nicks = DV_NICKS ("en", "nl")) \
  FIELD (WORKSHOP, ADDRESS, "address", DV_FIELD_ENUM, 0, .nicks = DV_NICKS ("je", "u")) \
  FIELD (WORKSHOP, PROGRAMME, "programme", DV_FIELD_STRING, 0, .max = 60) \
  FIELD (WORKSHOP, DATE, "date", DV_FIELD_DATE, DV_FIELD_PROGRESS) \
  FIELD (WORKSHOP, PLACE, "place", DV_FIELD_STRING, 0, .max = 200) \
  FIELD (WORKSHOP, PEOPLE, "people", DV_FIELD_INT, DV_FIELD_PROGRESS, .min = 0, .max = 100000, .initial = 0) \
  FIELD (WORKSHOP, NETWORK, "network", DV_FIELD_STRING, DV_FIELD_PROGRESS, .max = 64) \
  FIELD (WORKSHOP, PASSWORD, "password", DV_FIELD_STRING, DV_FIELD_PROGRESS, .max = 64) \
  FIELD (WORKSHOP, JOIN_ADDRESS, "join-address", DV_FIELD_STRING, DV_FIELD_PROGRESS, .max = 100) \
  FIELD (WORKSHOP, JOIN_CODE, "join-code", DV_FIELD_STRING, DV_FIELD_PROGRESS, .max = 12) \
  FIELD (WORKSHOP, NOTES, "notes", DV_FIELD_TEXT, DV_FIELD_PRIVATE | DV_FIELD_MULTILINE, .max = 10000)
DV_DECLARE_KIND (WORKSHOP, workshop)

#define DV_ROLE_FIELDS(FIELD) \
  FIELD (ROLE, NAME, "name", DV_FIELD_STRING, DV_FIELD_REQUIRED, .max = 60) \
  FIELD (ROLE, SHORT, "short", DV_FIELD_STRING, 0, .max = 20) \
  FIELD (ROLE, SHAPE, "shape", DV_FIELD_ENUM, 0, .nicks = DV_NICKS ("none", "triangle", "circle", "square", "diamond", "house", "pentagon", "hexagon", "ring")) \
  FIELD (ROLE, PEOPLE, "people", DV_FIELD_INT, DV_FIELD_PROGRESS, .min = 0, .max = 100000, .initial = 0)
DV_DECLARE_KIND (ROLE, role)

#define DV_TABLE_FIELDS(FIELD) \
  FIELD (TABLE, NAME, "name", DV_FIELD_STRING, DV_FIELD_REQUIRED, .max = 60) \
  FIELD (TABLE, PEOPLE, "people", DV_FIELD_INT, DV_FIELD_PROGRESS, .min = 0, .max = 1000, .initial = 0) \
  FIELD (TABLE, VALUE, "value", DV_FIELD_REF, DV_FIELD_PROGRESS, .target = &dv_value_kind)
DV_DECLARE_KIND (TABLE, table)

G_END_DECLS

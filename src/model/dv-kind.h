/* dv-kind.h
 *
 * How a kind of item declares itself: its fields and what it may contain
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DvKind DvKind;

/* What a field holds. STRING, INT, NUMBER, BOOL, ENUM, REF, REFS and DATE are
 * scalars (attributes in XML); TEXT and DATA are long (elements). */
typedef enum {
  DV_FIELD_STRING, /* one line of text */
  DV_FIELD_TEXT,   /* text, of several lines when DV_FIELD_MULTILINE */
  DV_FIELD_INT,    /* whole number between min and max */
  DV_FIELD_NUMBER, /* any finite number, or unset (NaN) */
  DV_FIELD_BOOL,
  DV_FIELD_ENUM, /* one of nicks, kept as its index */
  DV_FIELD_REF,  /* the id of an item of the kind target */
  DV_FIELD_REFS, /* ids of items of the kind target, or of any when NULL */
  DV_FIELD_DATE, /* YYYY-MM-DD */
  DV_FIELD_TIME, /* HH:MM, of the clock on the wall */
  DV_FIELD_DATA, /* base64 of a small file */
} DvFieldType;

typedef enum {
  DV_FIELD_PUBLIC = 0,
  /* Never on a stage, in a published document or in a copy for a colleague. */
  DV_FIELD_PRIVATE = 1 << 0,
  /* Kept in the state folder while open, never written to the user's file. */
  DV_FIELD_FORGOTTEN = 1 << 1,
  /* Says how far the workshop has come: reset when it is used again. */
  DV_FIELD_PROGRESS = 1 << 2,
  /* A text that may hold line breaks. */
  DV_FIELD_MULTILINE = 1 << 3,
  /* May not be empty. */
  DV_FIELD_REQUIRED = 1 << 4,
} DvFieldFlags;

typedef struct
{
  const char *name;
  DvFieldType type;
  DvFieldFlags flags;
  /* Range of an INT; max is the length in characters of STRING and TEXT, in
   * bytes of DATA, and the number of ids of REFS. */
  gint64 min;
  gint64 max;
  /* What an INT, BOOL (0, 1) or ENUM (index) is when nothing is said. */
  gint64 initial;
  const char *const *nicks;
  const DvKind *target;
} DvField;

/* One kind of child that a kind may have, and how many of it. */
typedef struct
{
  const DvKind *kind;
  guint min;
  guint max;
} DvChildren;

typedef enum {
  DV_KIND_PLAIN = 0,
  /* Given by a room: left out when a workshop is used again. */
  DV_KIND_CONTRIBUTION = 1 << 0,
} DvKindFlags;

struct _DvKind
{
  const char *name;
  /* What a person calls it, for translation; context "kind". */
  const char *label;
  DvKindFlags flags;
  const DvField *fields;
  guint n_fields;
  const DvChildren *children;
  guint n_children;
};

/* The longest id, in bytes. New ids always have this length. */
#define DV_ID_LENGTH 10
/* No tree of kinds is deeper than this. */
#define DV_MAX_DEPTH 8
/* No kind declares more fields: a set of fields fits a guint32. */
#define DV_MAX_FIELDS 32

#define DV_NICKS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* A header lists the fields of a kind once, as a macro that applies FIELD to
 * each; these two turn the list into field numbers and into the table. */
#define DV_FIELD_NUMBER_OF(KIND, NAME, ...) DV_##KIND##_##NAME,
#define DV_FIELD_ENTRY_OF(KIND, NAME, ...) { __VA_ARGS__ },
#define DV_DECLARE_KIND(KIND, kind)                       \
  enum                                                    \
  {                                                       \
    DV_##KIND##_FIELDS (DV_FIELD_NUMBER_OF) DV_##KIND##_N_FIELDS \
  };                                                      \
  extern const DvKind dv_##kind##_kind;
#define DV_DEFINE_KIND(KIND, kind, ...)                                                       \
  static const DvField kind##_fields[] = { DV_##KIND##_FIELDS (DV_FIELD_ENTRY_OF) };          \
  G_STATIC_ASSERT (G_N_ELEMENTS (kind##_fields) <= DV_MAX_FIELDS);                            \
  const DvKind dv_##kind##_kind = { .name = #kind,                                            \
                                    .fields = kind##_fields,                                  \
                                    .n_fields = G_N_ELEMENTS (kind##_fields),                 \
                                    __VA_ARGS__ };
#define DV_CHILDREN(table) .children = table, .n_children = G_N_ELEMENTS (table)

#define DV_MODEL_ERROR (dv_model_error_quark ())

typedef enum {
  DV_MODEL_ERROR_INVALID,     /* a value that the field does not take */
  DV_MODEL_ERROR_TOO_LARGE,   /* past a declared limit */
  DV_MODEL_ERROR_NOT_FOUND,   /* an id that is not there */
  DV_MODEL_ERROR_NOT_ALLOWED, /* a rule that protects data says no */
} DvModelError;

GQuark dv_model_error_quark (void);

const DvKind  *dv_kind_find           (const char   *name);
GPtrArray     *dv_kind_list           (void) G_GNUC_WARN_UNUSED_RESULT;
const char    *dv_kind_get_label      (const DvKind *kind);
int            dv_kind_find_field     (const DvKind *kind,
                                       const char   *name);
int            dv_kind_find_child     (const DvKind *kind,
                                       const DvKind *child);
gboolean       dv_kind_has_refs_to    (const DvKind *kind,
                                       const DvKind *target);

gboolean       dv_field_is_string     (const DvField *field);
gboolean       dv_field_is_long       (const DvField *field);
gboolean       dv_field_check_string  (const DvField *field,
                                       const char    *value,
                                       GError       **error);
int            dv_field_find_nick     (const DvField *field,
                                       const char    *nick);

gboolean       dv_id_is_valid         (const char   *id);
void           dv_id_make             (char          id[DV_ID_LENGTH + 1]);

G_END_DECLS

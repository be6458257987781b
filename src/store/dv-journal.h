/* dv-journal.h
 *
 * The journal: what was done since the last snapshot, record by record
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "dv-store-error.h"

G_BEGIN_DECLS

#define DV_JOURNAL_HEADER_SIZE 64

/* How the reading of a journal ended. */
typedef enum {
  DV_JOURNAL_WHOLE,
  DV_JOURNAL_TORN,    /* the last record was never finished, so never told durable */
  DV_JOURNAL_DAMAGED, /* something in the middle is broken */
} DvJournalEnd;

/* Returns FALSE to stop. */
typedef gboolean (*DvJournalFunc) (guint64     sequence,
                                   const char *payload,
                                   gsize       length,
                                   gpointer    data);

void     dv_journal_append_header (GByteArray     *to,
                                   const char     *id,
                                   guint64         first,
                                   guint64         salt);
void     dv_journal_append_record (GByteArray     *to,
                                   guint64         salt,
                                   guint64         sequence,
                                   const char     *payload,
                                   gsize           length);
gboolean dv_journal_read          (const char     *path,
                                   const char     *id,
                                   DvJournalFunc   func,
                                   gpointer        data,
                                   DvJournalEnd   *end,
                                   GError        **error);

G_END_DECLS

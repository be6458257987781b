/* dv-journal.c
 *
 * The journal: what was done since the last snapshot, record by record
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-journal"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dv-journal.h"

/* header: "DVJ1", version u32, id of the workshop in 16 bytes, number of the
 *         first record u64, salt u64, CRC u32 of all that; zeros up to 64
 * record: length u32, CRC u32 of all that follows, sequence number u64, payload
 *
 * All little-endian. The CRC starts from the salt, which is random for each
 * file: what the disk still holds of an older journal is never taken for a
 * record of this one. Sequence numbers follow each other. */

#define MAGIC "DVJ1"
#define VERSION 1
#define ID_SIZE 16
#define RECORD_HEADER_SIZE 16

static gpointer
make_crc_table (gpointer unused)
{
  guint32 *table = g_new (guint32, 256);

  for (guint32 i = 0; i < 256; i++)
    {
      guint32 crc = i;

      for (int bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0x82f63b78u : 0);
      table[i] = crc;
    }

  return table;
}

/* CRC-32C, continued from @crc. */
static guint32
update_crc (guint32       crc,
            const guint8 *data,
            gsize         length)
{
  static GOnce once = G_ONCE_INIT;
  const guint32 *table = g_once (&once, make_crc_table, NULL);

  crc = ~crc;
  for (gsize i = 0; i < length; i++)
    crc = table[(crc ^ data[i]) & 0xff] ^ (crc >> 8);

  return ~crc;
}

static guint32
start_crc (guint64 salt)
{
  guint64 bytes = GUINT64_TO_LE (salt);

  return update_crc (0, (const guint8 *) &bytes, sizeof bytes);
}

static void
put_u32 (guint8  *at,
         guint32  value)
{
  value = GUINT32_TO_LE (value);
  memcpy (at, &value, sizeof value);
}

static void
put_u64 (guint8  *at,
         guint64  value)
{
  value = GUINT64_TO_LE (value);
  memcpy (at, &value, sizeof value);
}

static guint32
get_u32 (const guint8 *at)
{
  guint32 value;

  memcpy (&value, at, sizeof value);
  return GUINT32_FROM_LE (value);
}

static guint64
get_u64 (const guint8 *at)
{
  guint64 value;

  memcpy (&value, at, sizeof value);
  return GUINT64_FROM_LE (value);
}

/**
 * dv_journal_append_header:
 * @to: where to put it
 * @id: the id of the workshop
 * @first: the sequence number of the first record to come
 * @salt: a random number, of this file alone
 */
void
dv_journal_append_header (GByteArray *to,
                          const char *id,
                          guint64     first,
                          guint64     salt)
{
  guint8 header[DV_JOURNAL_HEADER_SIZE] = { 0 };

  memcpy (header, MAGIC, 4);
  put_u32 (header + 4, VERSION);
  memcpy (header + 8, id, MIN (strlen (id), ID_SIZE));
  put_u64 (header + 24, first);
  put_u64 (header + 32, salt);
  put_u32 (header + 40, update_crc (0, header, 40));
  g_byte_array_append (to, header, sizeof header);
}

/**
 * dv_journal_append_record:
 * @to: where to put it
 * @salt: that of the header
 * @sequence: its number, one more than that of the record before it
 * @payload: what it holds
 * @length: how many bytes
 */
void
dv_journal_append_record (GByteArray *to,
                          guint64     salt,
                          guint64     sequence,
                          const char *payload,
                          gsize       length)
{
  guint8 header[RECORD_HEADER_SIZE];
  guint32 crc;

  put_u32 (header, (guint32) length);
  put_u64 (header + 8, sequence);
  crc = update_crc (start_crc (salt), header, 4);
  crc = update_crc (crc, header + 8, 8);
  crc = update_crc (crc, (const guint8 *) payload, length);
  put_u32 (header + 4, crc);
  g_byte_array_append (to, header, sizeof header);
  g_byte_array_append (to, (const guint8 *) payload, (guint) length);
}

/* Whether a record with the number @sequence stands at @at. */
static gboolean
is_record (const guint8 *at,
           gsize         left,
           guint64       salt,
           guint64       sequence)
{
  guint32 length;
  guint32 crc;

  if (left < RECORD_HEADER_SIZE || get_u64 (at + 8) != sequence)
    return FALSE;
  length = get_u32 (at);
  if (length > left - RECORD_HEADER_SIZE)
    return FALSE;

  crc = update_crc (start_crc (salt), at, 4);
  crc = update_crc (crc, at + 8, 8 + (gsize) length);
  return crc == get_u32 (at + 4);
}

/* Whether a record that follows on @sequence stands anywhere after @at: then
 * what is broken is not the end. A batch may hold this many records. */
static gboolean
has_later_record (const guint8 *at,
                  gsize         left,
                  guint64       salt,
                  guint64       sequence)
{
  for (; left >= RECORD_HEADER_SIZE; at++, left--)
    {
      guint64 number = get_u64 (at + 8);

      if (number >= sequence && number - sequence < 1000000 && is_record (at, left, salt, number))
        return TRUE;
    }

  return FALSE;
}

/* Whether what is left is the beginning of the record @sequence, or ends in room
 * that nothing was written to: a write that was cut off, which nobody was told
 * was durable. A record that is all there but not as it was written is not; no
 * record ends in a zero. */
static gboolean
is_cut_off (const guint8 *at,
            gsize         left,
            guint64       sequence)
{
  return left < RECORD_HEADER_SIZE || at[left - 1] == 0 ||
         (get_u64 (at + 8) == sequence && get_u32 (at) > left - RECORD_HEADER_SIZE);
}

static gboolean
is_header (const guint8 *data,
           gsize         length,
           const char   *id)
{
  char wanted[ID_SIZE] = { 0 };

  memcpy (wanted, id, MIN (strlen (id), ID_SIZE));
  return length >= DV_JOURNAL_HEADER_SIZE && memcmp (data, MAGIC, 4) == 0 && get_u32 (data + 4) == VERSION &&
         memcmp (data + 8, wanted, ID_SIZE) == 0 && get_u32 (data + 40) == update_crc (0, data, 40);
}

/**
 * dv_journal_read:
 * @path: where the journal is
 * @id: the id of the workshop that it must belong to
 * @func: what to do with each record
 * @data: for @func
 * @end: (out): how it ended
 * @error: where to put %DV_STORE_ERROR_UNREADABLE
 *
 * Reads the records in order, up to the first that is broken. A header that was
 * never finished is a torn end: nothing was told durable yet.
 *
 * Returns: whether the file could be read
 */
gboolean
dv_journal_read (const char    *path,
                 const char    *id,
                 DvJournalFunc  func,
                 gpointer       data,
                 DvJournalEnd  *end,
                 GError       **error)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) local = NULL;
  gsize length = 0;
  const guint8 *at;
  gsize left;
  guint64 salt;
  guint64 sequence;

  if (!g_file_get_contents (path, &contents, &length, &local))
    {
      g_set_error (error, DV_STORE_ERROR, DV_STORE_ERROR_UNREADABLE, "%s", local->message);
      return FALSE;
    }

  at = (const guint8 *) contents;
  if (!is_header (at, length, id))
    {
      *end = length <= DV_JOURNAL_HEADER_SIZE ? DV_JOURNAL_TORN : DV_JOURNAL_DAMAGED;
      return TRUE;
    }

  sequence = get_u64 (at + 24);
  salt = get_u64 (at + 32);
  at += DV_JOURNAL_HEADER_SIZE;
  left = length - DV_JOURNAL_HEADER_SIZE;
  while (is_record (at, left, salt, sequence))
    {
      gsize size = get_u32 (at);

      if (!func (sequence, (const char *) at + RECORD_HEADER_SIZE, size, data))
        break;
      at += RECORD_HEADER_SIZE + size;
      left -= RECORD_HEADER_SIZE + size;
      sequence++;
    }

  *end = left == 0 ? DV_JOURNAL_WHOLE
         : is_cut_off (at, left, sequence) && !has_later_record (at, left, salt, sequence) ? DV_JOURNAL_TORN
                                                                                           : DV_JOURNAL_DAMAGED;
  return TRUE;
}

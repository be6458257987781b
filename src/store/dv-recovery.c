/* dv-recovery.c
 *
 * Putting a workshop together again from snapshot and journals
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-recovery"

#include "config.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "dv-journal.h"
#include "dv-meta.h"
#include "dv-recovery.h"
#include "dv-state-folder.h"
#include "dv-xml-group.h"
#include "dv-xml-reader.h"

/* The newest snapshot that can be read, then every group after it, in order and
 * without a gap. What is damaged is kept under another name and told; the end
 * of a journal that was torn off was never told durable and is no loss. Doing
 * it twice gives the same. */

typedef struct
{
  DvRecovery *recovery;
  guint64 saved;
  gboolean is_broken;
} DvReplay;

static void
keep_damaged (DvRecovery *self,
              const char *path,
              const char *why)
{
  g_autofree char *aside = g_strdup_printf ("%s.damaged", path);

  if (rename (path, aside) != 0)
    g_message ("Cannot rename %s", path);
  g_ptr_array_add (self->notices, g_strdup_printf (_("A part of the journal is damaged and was kept as %s: %s"),
                                                   aside, why));
}

static gboolean
load_snapshot (DvRecovery *self,
               const char *folder,
               guint64     number,
               GError    **error)
{
  g_autofree char *path = dv_state_folder_build (folder, "snapshot", number);
  g_autoptr (DvBranch) branch = dv_xml_load (path, NULL, NULL, error);
  guint line = 0;

  if (branch == NULL)
    return FALSE;

  self->workshop = dv_workshop_new_from_branch (branch, NULL, &line, error);
  self->sequence = number;
  return self->workshop != NULL;
}

static gboolean
load_newest (DvRecovery *self,
             const char *folder,
             GError    **error)
{
  g_autoptr (GArray) snapshots = dv_state_folder_list (folder, "snapshot");

  for (guint i = snapshots->len; i > 0; i--)
    {
      guint64 number = g_array_index (snapshots, guint64, i - 1);
      g_autofree char *path = dv_state_folder_build (folder, "snapshot", number);
      g_autoptr (GError) local = NULL;

      if (load_snapshot (self, folder, number, &local))
        return TRUE;
      keep_damaged (self, path, local->message);
    }

  g_set_error (error, DV_STORE_ERROR, DV_STORE_ERROR_DAMAGED,
               _("There is no snapshot that can be read in %s"), folder);
  return FALSE;
}

static gboolean
replay_cb (guint64     sequence,
           const char *payload,
           gsize       length,
           gpointer    data)
{
  DvReplay *replay = data;
  DvRecovery *self = replay->recovery;
  g_autoptr (DvGroup) group = NULL;
  g_autoptr (GError) error = NULL;

  if (sequence <= self->sequence)
    return TRUE;
  if (sequence != self->sequence + 1)
    {
      replay->is_broken = TRUE;
      return FALSE;
    }

  group = dv_xml_read_group (payload, length, "journal", &error);
  if (group == NULL)
    {
      g_message ("%s", error->message);
      replay->is_broken = TRUE;
      return FALSE;
    }

  dv_workshop_replay (self->workshop, group);
  self->sequence = sequence;
  if (sequence > replay->saved)
    self->n_groups++;
  return TRUE;
}

static void
replay_journals (DvRecovery *self,
                 const char *folder,
                 guint64     saved)
{
  g_autoptr (GArray) journals = dv_state_folder_list (folder, "journal");
  DvReplay replay = { self, saved, FALSE };

  for (guint i = 0; i < journals->len; i++)
    {
      g_autofree char *path = dv_state_folder_build (folder, "journal", g_array_index (journals, guint64, i));
      g_autoptr (GError) error = NULL;
      DvJournalEnd end = DV_JOURNAL_WHOLE;

      if (replay.is_broken)
        keep_damaged (self, path, _("what came before it is missing"));
      else if (!dv_journal_read (path, dv_workshop_get_id (self->workshop), replay_cb, &replay, &end, &error))
        {
          replay.is_broken = TRUE;
          keep_damaged (self, path, error->message);
        }
      else if (replay.is_broken || end == DV_JOURNAL_DAMAGED)
        keep_damaged (self, path, _("what could be read was restored"));
    }
}

/**
 * dv_recovery_run:
 * @self: where to put the workshop and what there is to tell
 * @folder: the folder of a room that is locked
 * @error: where to put %DV_STORE_ERROR_DAMAGED
 *
 * May be called from any thread. Call dv_recovery_clear() afterwards.
 *
 * Returns: whether there is a workshop
 */
gboolean
dv_recovery_run (DvRecovery *self,
                 const char *folder,
                 GError    **error)
{
  g_autoptr (DvMeta) meta = dv_meta_read (folder);

  self->notices = g_ptr_array_new_with_free_func (g_free);
  if (!load_newest (self, folder, error))
    return FALSE;

  /* A snapshot that is ahead of the file holds groups that nobody counted. */
  if (meta == NULL || self->sequence > meta->saved)
    self->n_groups = 1;
  replay_journals (self, folder, meta != NULL ? meta->saved : 0);
  return TRUE;
}

void
dv_recovery_clear (DvRecovery *self)
{
  g_clear_object (&self->workshop);
  g_clear_pointer (&self->notices, g_ptr_array_unref);
}

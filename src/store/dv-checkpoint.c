/* dv-checkpoint.c
 *
 * Writing all of a workshop: to its room and to the user's file
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-checkpoint"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dv-checkpoint.h"
#include "dv-file.h"
#include "dv-state-folder.h"
#include "dv-versions.h"
#include "dv-workshop.h"
#include "dv-xml-reader.h"
#include "dv-xml-writer.h"

/* The order is what makes it safe, and short. Before a checkpoint every group is
 * durable in the journals, which are on the laptop's own disk and build on an
 * older snapshot: whatever happens here, nothing is at risk until those go.
 *
 * So the user's file comes first, because that is what a person waits for. It
 * takes the place of the old one in one step; where there is no such step, as on
 * a stick, the snapshot is made durable before. What the new file will be known
 * by is noted in the room first, so that after a crash we know it for our own.
 *
 * Then, in the background, the snapshot: it is read back, and only when it is
 * the same as what is in memory do the journals go. A workshop without a file
 * has its snapshot for a save. */

DvCheckpoint *
dv_checkpoint_new (const char   *folder,
                   DvBranch     *branch,
                   guint64       sequence,
                   const DvMeta *meta)
{
  DvCheckpoint *self = g_new0 (DvCheckpoint, 1);

  self->folder = g_strdup (folder);
  self->branch = dv_branch_ref (branch);
  self->sequence = sequence;
  self->meta = dv_meta_copy (meta);
  return self;
}

void
dv_checkpoint_free (DvCheckpoint *self)
{
  g_free (self->folder);
  dv_checkpoint_release (self);
  dv_meta_free (self->meta);
  g_clear_error (&self->room_error);
  g_clear_error (&self->file_error);
  g_clear_error (&self->forget_error);
  g_free (self->kept_aside);
  g_free (self);
}

/* Whether anything in it is to be forgotten: if not, room and file hold the
 * same bytes. */
static gboolean
has_forgotten (const DvBranch *branch)
{
  for (guint i = 0; i < dv_branch_get_length (branch); i++)
    {
      const DvRecord *record = dv_branch_get_record (branch, i);
      const DvKind *kind = dv_record_get_kind (record);

      for (guint j = 0; j < kind->n_fields; j++)
        if ((kind->fields[j].flags & DV_FIELD_FORGOTTEN) != 0 && !dv_record_is_initial (record, (int) j))
          return TRUE;
    }

  return FALSE;
}

static gboolean
replace_snapshot (DvCheckpoint *self,
                  GBytes       *bytes,
                  GError      **error)
{
  g_autofree char *name = g_strdup_printf ("snapshot.%" G_GUINT64_FORMAT, self->sequence);
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  return dv_file_replace (self->folder, name, data, length, error);
}

/* Makes the snapshot durable, unless it is. */
static gboolean
write_snapshot (DvCheckpoint *self)
{
  g_autoptr (GBytes) everything = NULL;

  if (self->is_in_room)
    return TRUE;

  g_clear_error (&self->room_error);
  everything = has_forgotten (self->branch) ? dv_xml_write (self->branch, DV_XML_EVERYTHING)
                                            : g_bytes_ref (self->file_bytes);
  self->is_in_room = replace_snapshot (self, everything, &self->room_error);
  return self->is_in_room;
}

/* The digest of the file as we know it, which is worked out when the first
 * group is written and then stands in the room. */
static void
take_digest (DvCheckpoint *self)
{
  g_autoptr (DvMeta) kept = self->meta->digest == NULL ? dv_meta_read (self->folder) : NULL;

  if (kept != NULL && dv_file_identity_equal (&kept->identity, &self->meta->identity))
    self->meta->digest = g_steal_pointer (&kept->digest);
}

/* Before the old file is gone. */
static gboolean
ready_cb (gpointer              data,
          const DvFileIdentity *coming,
          GError              **error)
{
  DvCheckpoint *self = data;

  if (coming == NULL)
    {
      if (write_snapshot (self))
        return TRUE;
      g_propagate_error (error, g_error_copy (self->room_error));
      return FALSE;
    }

  /* A room belongs to one place: it moves along when the file is there. */
  if (self->is_elsewhere)
    return TRUE;
  self->meta->coming = *coming;
  self->meta->coming_saved = self->sequence;
  return dv_meta_write (self->meta, self->folder, error);
}

static void
write_file (DvCheckpoint *self)
{
  DvFileIdentity identity;
  gsize length = 0;
  const char *data = g_bytes_get_data (self->file_bytes, &length);

  take_digest (self);
  self->is_in_file = dv_file_save_when (ready_cb, self, self->meta->path, data, length,
                                        self->overwrite ? NULL : &self->meta->identity,
                                        self->overwrite ? NULL : self->meta->digest,
                                        &identity, &self->kept_aside, &self->file_error);
  self->meta->coming = DV_FILE_NONE;
  if (!self->is_in_file)
    return;

  self->meta->identity = identity;
  self->meta->saved = self->sequence;
  g_clear_pointer (&self->meta->digest, g_free);
}

/**
 * dv_checkpoint_write:
 * @self: a checkpoint, whose groups are all durable in the journals
 *
 * Makes the workshop durable in the user's file or, when there is none or it
 * cannot be written, in its room. May be called from any thread. What came of
 * it is in @self.
 */
void
dv_checkpoint_write (DvCheckpoint *self)
{
  DvRecord *root = dv_branch_get_record (self->branch, 0);

  self->file_bytes = dv_xml_write (self->branch, DV_XML_WITHOUT_FORGOTTEN);
  g_free (self->meta->title);
  self->meta->title = g_strdup (dv_record_get_string (root, DV_WORKSHOP_TITLE));

  if (self->write_file)
    write_file (self);
  if (!self->is_in_file)
    write_snapshot (self);
}

static gboolean
is_read_back (DvCheckpoint *self,
              GError      **error)
{
  g_autofree char *path = dv_state_folder_build (self->folder, "snapshot", self->sequence);
  g_autoptr (DvBranch) branch = dv_xml_load (path, NULL, NULL, error);

  if (branch == NULL)
    return FALSE;
  if (dv_branch_equal (branch, self->branch))
    return TRUE;

  g_set_error (error, DV_STORE_ERROR, DV_STORE_ERROR_DAMAGED,
               _("What was written to %s is not what it should be"), path);
  return FALSE;
}

/**
 * dv_checkpoint_settle:
 * @self: a checkpoint that was written
 *
 * What can wait: notes in the room which file that is, keeps a version, writes
 * the snapshot, reads it back and then removes the journals that it replaces.
 * May be called from any thread.
 */
void
dv_checkpoint_settle (DvCheckpoint *self)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (self->file_bytes, &length);
  g_autoptr (GError) error = NULL;

  if (self->is_in_file)
    self->meta->digest = dv_file_digest (data, length);
  if (!dv_meta_write (self->meta, self->folder, &error))
    g_message ("%s", error->message);
  dv_versions_keep (self->folder, data, length, self->version_age);

  write_snapshot (self);
  if (self->is_in_room && !is_read_back (self, &self->room_error))
    self->is_in_room = FALSE;
  if (self->is_in_room)
    {
      dv_state_folder_remove (self->folder, "journal", self->sequence);
      if (self->sequence > 0)
        dv_state_folder_remove (self->folder, "snapshot", self->sequence - 1);
    }
}

/**
 * dv_checkpoint_forget:
 * @self: a checkpoint that was written and settled
 * @error: where to put %DV_STORE_ERROR_UNWRITABLE
 *
 * The workshop is closed: what is declared to be forgotten goes from the room,
 * and the whole snapshot when the user's file has it all.
 *
 * Returns: whether that was done
 */
gboolean
dv_checkpoint_forget (DvCheckpoint *self,
                      GError      **error)
{
  if (!self->is_in_file && !replace_snapshot (self, self->file_bytes, error))
    return FALSE;

  dv_state_folder_remove (self->folder, "journal", self->sequence);
  dv_state_folder_remove (self->folder, "snapshot", self->is_in_file ? self->sequence : self->sequence - 1);
  return TRUE;
}

/**
 * dv_checkpoint_release:
 * @self: a checkpoint that was carried out
 *
 * Lets go of the workshop and its bytes, which takes a while for a large one
 * and need not be done by the main thread.
 */
void
dv_checkpoint_release (DvCheckpoint *self)
{
  g_clear_pointer (&self->branch, dv_branch_unref);
  g_clear_pointer (&self->file_bytes, g_bytes_unref);
}

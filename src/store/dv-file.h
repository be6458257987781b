/* dv-file.h
 *
 * Files: reading whole, writing durably, replacing without losing
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <sys/types.h>

#include <glib.h>

G_BEGIN_DECLS

/* By which we see that a file is still the one that we read or wrote. */
typedef struct
{
  guint64 device;
  guint64 inode;
  gint64 size;      /* bytes; -1 when there is no file */
  gint64 modified;  /* nanoseconds since 1970 */
  gint64 changed;   /* nanoseconds since 1970, of the inode */
} DvFileIdentity;

#define DV_FILE_NONE ((DvFileIdentity){ .size = -1 })

/* The calls that can fail when a disk does. Tests make them fail. */
typedef struct
{
  ssize_t (*write)     (int         fd,
                        const void *data,
                        size_t      length);
  int     (*fsync)     (int         fd);
  int     (*fdatasync) (int         fd);
  int     (*renameat2) (int           old_folder,
                        const char   *old_name,
                        int           new_folder,
                        const char   *new_name,
                        unsigned int  flags);
  int     (*rename)    (const char *old_path,
                        const char *new_path);
} DvFileCalls;

extern DvFileCalls dv_file_calls;

gboolean dv_file_read           (const char            *path,
                                 char                 **data,
                                 gsize                 *length,
                                 DvFileIdentity        *identity,
                                 GError               **error);
void     dv_file_identify       (const char            *path,
                                 DvFileIdentity        *identity);
gboolean dv_file_identity_equal (const DvFileIdentity  *a,
                                 const DvFileIdentity  *b);
char    *dv_file_digest         (const char            *data,
                                 gsize                  length) G_GNUC_WARN_UNUSED_RESULT;

gboolean dv_file_write_all      (int                    fd,
                                 const void            *data,
                                 gsize                  length);
gboolean dv_file_sync_folder    (const char            *folder,
                                 GError               **error);
gboolean dv_file_replace        (const char            *folder,
                                 const char            *name,
                                 const char            *data,
                                 gsize                  length,
                                 GError               **error);
/* Called just before the old file is gone. @coming is what the new one will be
 * known by: it is complete and durable, and takes the old one's place in one
 * step. It is %NULL when there is no such step, because the old file is written
 * over or the file system promises nothing: who returns TRUE then has all of it
 * somewhere else. FALSE stops a file from being written over. */
typedef gboolean (*DvFileReady) (gpointer              data,
                                 const DvFileIdentity *coming,
                                 GError              **error);

gboolean dv_file_may_save       (const char            *path,
                                 GError               **error);
gboolean dv_file_save           (const char            *path,
                                 const char            *data,
                                 gsize                  length,
                                 const DvFileIdentity  *expected,
                                 const char            *expected_digest,
                                 DvFileIdentity        *identity,
                                 char                 **kept_aside,
                                 GError               **error);
gboolean dv_file_save_when      (DvFileReady            ready,
                                 gpointer               ready_data,
                                 const char            *path,
                                 const char            *data,
                                 gsize                  length,
                                 const DvFileIdentity  *expected,
                                 const char            *expected_digest,
                                 DvFileIdentity        *identity,
                                 char                 **kept_aside,
                                 GError               **error);

G_END_DECLS

/* sayso-connection-copy.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-connection-private.h"
#include "sayso-originals.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Pages copied at a time: of what is no casebook with a write-ahead log, whoever writes meanwhile waits as long. */
#define STEP_PAGES 512

/* What is copied is of one state: one that changes meanwhile would be copied from its first page on again after each
 * change, and never wholly where another comes soon. */
static void
copy_pages (SaysoConnection *from, SaysoConnection *to)
{
  sqlite3_backup *backup;
  int result = SQLITE_OK;

  sayso_connection_begin (from, FALSE);
  sayso_connection_run (from, "casebook/state");
  backup = sqlite3_backup_init (to->db, "main", from->db, "main");
  if (backup != NULL)
    do
      result = sqlite3_backup_step (backup, STEP_PAGES);
    while (result == SQLITE_OK || result == SQLITE_BUSY || result == SQLITE_LOCKED);
  if (backup == NULL || sqlite3_backup_finish (backup) != SQLITE_OK || result != SQLITE_DONE)
    sayso_connection_fail_sqlite (to);
  sayso_connection_end (from, to->error == NULL ? &to->error : NULL);
}

static gboolean
sync_file (const char *path)
{
  g_autofd int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  return fd >= 0 && fsync (fd) == 0;
}

/**
 * sayso_connection_copy:
 * @self: a connection, not in a transaction
 * @path: where to
 * @compact: whether to leave out what was deleted, which takes longer
 * @error: return location
 *
 * Copies the casebook as it is now, page by page or compacted, to a file that appears whole or not at all. One that is
 * there is replaced. Large originals that lie beside it are copied, too.
 *
 * Returns: whether it was copied
 */
gboolean
sayso_connection_copy (SaysoConnection *self, const char *path, gboolean compact, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autoptr (SaysoConnection) to = NULL;
  gboolean ok;

  g_unlink (part);
  if (compact)
    {
      SaysoStatement *row;

      /* Otherwise that is held to be writing; the file is open for reading only all the same. */
      sayso_connection_script (self, "PRAGMA query_only = OFF");
      row = sayso_connection_prepare_sql (self, "VACUUM INTO :path");
      sayso_statement_bind_text (row, "path", part, -1);
      sayso_statement_run (row);
      ok = sayso_connection_finish (self, error);
    }
  else
    {
      to = sayso_connection_open (part, SAYSO_ACCESS_CREATE, error);
      if (to == NULL)
        return FALSE;
      copy_pages (self, to);
      /* A copy is one file: no log beside it. */
      sayso_connection_script (to, "PRAGMA journal_mode = DELETE");
      ok = sayso_connection_finish (to, error);
      g_clear_pointer (&to, sayso_connection_free);
    }

  ok = ok && sayso_originals_copy (self->path, path, error);
  if (ok && (!sync_file (part) || g_rename (part, path) != 0))
    {
      int reason = errno;

      g_set_error (error, SAYSO_CASEBOOK_ERROR,
                   reason == ENOSPC ? SAYSO_CASEBOOK_ERROR_FULL : SAYSO_CASEBOOK_ERROR_FAILED, "%s: %s", path,
                   g_strerror (reason));
      ok = FALSE;
    }
  if (!ok)
    g_unlink (part);

  return ok;
}

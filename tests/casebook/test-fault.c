/* test-fault.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The disk fails, or is full, at the n-th call, for n over a whole session: nothing crashes, what was told to be done
 * is done, and nothing half-made is seen. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "casebook-fixture.h"
#include "sayso-copies.h"
#include "sayso-history.h"

/* How many places of the session are tried with each fault; all, when the tests are slow ones. */
#define N_PLACES 60

/* -- a file system that fails --------------------------------------------------------------------------- */

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
} FaultFile;

static sqlite3_vfs *real_vfs, fault_vfs;
static gint n_calls, fail_at, fault = SQLITE_OK;
static gboolean goes_on; /* the disk stays full, but a failure passes */

static gboolean
fails (void)
{
  gint n = g_atomic_int_add (&n_calls, 1) + 1, at = g_atomic_int_get (&fail_at);

  return at != 0 && (n == at || (goes_on && n > at));
}

#define REAL(file) (((FaultFile *) (file))->real)
#define CALL(file, method, ...) REAL (file)->pMethods->method (REAL (file), ##__VA_ARGS__)

static int
fault_close (sqlite3_file *file)
{
  int result = CALL (file, xClose);

  file->pMethods = NULL;

  return result;
}

static int
fault_read (sqlite3_file *file, void *data, int n, sqlite3_int64 at)
{
  return fault != SQLITE_FULL && fails () ? SQLITE_IOERR_READ : CALL (file, xRead, data, n, at);
}

static int
fault_write (sqlite3_file *file, const void *data, int n, sqlite3_int64 at)
{
  return fails () ? (fault == SQLITE_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE) : CALL (file, xWrite, data, n, at);
}

static int
fault_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  return fault != SQLITE_FULL && fails () ? SQLITE_IOERR_TRUNCATE : CALL (file, xTruncate, size);
}

static int
fault_sync (sqlite3_file *file, int flags)
{
  return fails () ? (fault == SQLITE_FULL ? SQLITE_FULL : SQLITE_IOERR_FSYNC) : CALL (file, xSync, flags);
}

static int
fault_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return fault != SQLITE_FULL && fails () ? SQLITE_IOERR_FSTAT : CALL (file, xFileSize, size);
}

static int
fault_lock (sqlite3_file *file, int lock)
{
  return CALL (file, xLock, lock);
}

static int
fault_unlock (sqlite3_file *file, int lock)
{
  return CALL (file, xUnlock, lock);
}

static int
fault_check_lock (sqlite3_file *file, int *result)
{
  return CALL (file, xCheckReservedLock, result);
}

static int
fault_control (sqlite3_file *file, int op, void *arg)
{
  return CALL (file, xFileControl, op, arg);
}

static int
fault_sector (sqlite3_file *file)
{
  return CALL (file, xSectorSize);
}

static int
fault_characteristics (sqlite3_file *file)
{
  return CALL (file, xDeviceCharacteristics);
}

static int
fault_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
  return fails () ? (fault == SQLITE_FULL ? SQLITE_FULL : SQLITE_IOERR_SHMMAP)
                  : CALL (file, xShmMap, page, size, extend, memory);
}

static int
fault_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return CALL (file, xShmLock, offset, n, flags);
}

static void
fault_shm_barrier (sqlite3_file *file)
{
  CALL (file, xShmBarrier);
}

static int
fault_shm_unmap (sqlite3_file *file, int remove)
{
  return CALL (file, xShmUnmap, remove);
}

static const sqlite3_io_methods fault_methods = {
  2,
  fault_close,
  fault_read,
  fault_write,
  fault_truncate,
  fault_sync,
  fault_size,
  fault_lock,
  fault_unlock,
  fault_check_lock,
  fault_control,
  fault_sector,
  fault_characteristics,
  fault_shm_map,
  fault_shm_lock,
  fault_shm_barrier,
  fault_shm_unmap,
};

static int
fault_open (sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *out_flags)
{
  FaultFile *self = (FaultFile *) file;
  int result;

  self->base.pMethods = NULL;
  self->real = (sqlite3_file *) (self + 1);
  if (fault != SQLITE_FULL && fails ())
    return SQLITE_CANTOPEN;
  result = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  if (self->real->pMethods != NULL)
    self->base.pMethods = &fault_methods;

  return result;
}

static int
fault_delete (sqlite3_vfs *vfs, const char *name, int sync)
{
  return fault != SQLITE_FULL && fails () ? SQLITE_IOERR_DELETE : real_vfs->xDelete (real_vfs, name, sync);
}

static void
install (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  fault_vfs = *real_vfs;
  fault_vfs.zName = "sayso-fault";
  fault_vfs.szOsFile += sizeof (FaultFile);
  fault_vfs.xOpen = fault_open;
  fault_vfs.xDelete = fault_delete;
  g_assert_cmpint (sqlite3_vfs_register (&fault_vfs, 1), ==, SQLITE_OK);
}

/* -- a session ------------------------------------------------------------------------------------------ */

/* Whether a step was done; one that was not says why. */
static gboolean
note (gboolean done, const GError *error)
{
  if (done)
    return TRUE;

  g_assert_nonnull (error);
  g_assert_true (error->domain == SAYSO_CASEBOOK_ERROR || error->domain == G_FILE_ERROR);
  g_assert_cmpstr (error->message, !=, "");

  return FALSE;
}

static gboolean
import (SaysoCasebook *casebook, guint number, GError **error)
{
  g_autoptr (SaysoDocument) document = fixture_document (number);
  g_autoptr (SaysoExtraction) extraction = fixture_extraction (document, FALSE);
  g_autoptr (SaysoCommand) command = sayso_command_new_import (document, extraction);

  return sayso_casebook_submit (casebook, command, NULL, error);
}

static gboolean
submit (SaysoCasebook *casebook, SaysoCommand *taken, GError **error)
{
  g_autoptr (SaysoCommand) command = taken;

  return sayso_casebook_submit (casebook, command, NULL, error);
}

/* The steps of a session, each made only if the one before was. */
static gboolean
step (SaysoCasebook *casebook, GFile *backups, guint number, GError **error)
{
  g_autoptr (GPtrArray) items = NULL;

  switch (number)
    {
    case 0:
    case 1:
      return import (casebook, number + 1, error);
    case 2:
      return submit (casebook, sayso_command_new_decide (SAYSO_ITEM_EVENT, 1, SAYSO_STANDING_CONFIRMED), error);
    case 3:
      return submit (casebook, sayso_command_new_merge (1, 2, TRUE), error);
    case 4:
      return sayso_casebook_undo (casebook, error);
    case 5:
      return submit (casebook, sayso_command_new_note (SAYSO_ITEM_EVENT, 1, "Seen."), error);
    case 6:
      return sayso_casebook_back_up (casebook, backups, error);
    case 7:
      items = sayso_casebook_query (casebook, SAYSO_ITEM_EVENT, NULL, SAYSO_SORT_DATE, 0, 100, error);
      return items != NULL;
    default:
      return submit (casebook, sayso_command_new_remove (1), error);
    }
}

#define N_STEPS 9

/* Returns: how many steps were told to be done; 0 also where it could not be opened */
static guint
session (GFile *file, GFile *backups)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCasebook) casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_CREATE, NULL, &error);
  guint n = 0;

  if (casebook == NULL)
    {
      note (FALSE, error);
      return 0;
    }
  for (; n < N_STEPS; n++)
    {
      gboolean done = step (casebook, backups, n, &error);

      if (!note (done, error))
        break;
    }
  sayso_casebook_close (casebook);

  return n;
}

static char *
digest_of (GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCasebook) casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_CREATE, NULL, &error);
  g_autoptr (GPtrArray) problems = NULL;
  char *digest;

  g_assert_no_error (error);
  sayso_casebook_check (casebook, &problems, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
  digest = sayso_casebook_digest (casebook, &error);
  g_assert_no_error (error);
  sayso_casebook_close (casebook);

  return digest;
}

static void
remove_files (Fixture *fixture)
{
  static const char *const names[] = { "fault.sayso", "fault.sayso-wal", "fault.sayso-shm", "fault.sayso-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = fixture_path (fixture, names[i]);

      g_unlink (path);
    }
}

/* The digests after 0, 1, 2 … steps, when nothing fails. */
static GPtrArray *
states (Fixture *fixture, GFile *file, GFile *backups)
{
  GPtrArray *digests = g_ptr_array_new_with_free_func (g_free);

  for (guint n = 0; n <= N_STEPS; n++)
    {
      SaysoCasebook *casebook;

      remove_files (fixture);
      casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_CREATE, NULL, NULL);
      for (guint i = 0; i < n; i++)
        g_assert_true (step (casebook, backups, i, NULL));
      sayso_casebook_close (casebook);
      g_object_unref (casebook);
      g_ptr_array_add (digests, digest_of (file));
    }

  return digests;
}

static void
test_fault (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "fault.sayso"), *folder = fixture_path (fixture, "backups");
  g_autoptr (GFile) file = g_file_new_for_path (path), backups = g_file_new_for_path (folder);
  g_autoptr (GPtrArray) digests = states (fixture, file, backups);
  gint n_all, n_places = g_test_slow () ? G_MAXINT : N_PLACES;

  fault = GPOINTER_TO_INT (data);
  goes_on = fault == SQLITE_FULL;
  remove_files (fixture);
  g_atomic_int_set (&n_calls, 0);
  g_assert_cmpuint (session (file, backups), ==, N_STEPS);
  n_all = g_atomic_int_get (&n_calls);
  g_test_message ("%d calls", n_all);

  for (gint at = 1; at <= n_all; at += MAX (1, n_all / n_places))
    {
      g_autofree char *digest = NULL;
      guint done;

      remove_files (fixture);
      g_atomic_int_set (&n_calls, 0);
      g_atomic_int_set (&fail_at, at);
      done = session (file, backups);
      g_atomic_int_set (&fail_at, 0);

      /* What was told to be done is done; the step after may be, if it failed only in telling. */
      digest = digest_of (file);
      if (g_strcmp0 (digest, digests->pdata[done]) != 0 &&
          (done == N_STEPS || g_strcmp0 (digest, digests->pdata[done + 1]) != 0))
        g_error (
            "call %d of %d: %u steps were told to be done, and it is neither how it was after these nor after one more",
            at, n_all, done);
    }
}

int
main (int argc, char *argv[])
{
  if (g_access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
  g_test_init (&argc, &argv, NULL);
  install ();

  g_test_add ("/fault/input-output", Fixture, GINT_TO_POINTER (SQLITE_IOERR), fixture_set_up, test_fault,
              fixture_tear_down);
  g_test_add ("/fault/full", Fixture, GINT_TO_POINTER (SQLITE_FULL), fixture_set_up, test_fault, fixture_tear_down);

  return g_test_run ();
}

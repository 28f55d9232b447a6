/* test-fault.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The disk fails, or is full, at the n-th call, for n over all that a reader does: nothing crashes, what was told to be
 * done is done, and nothing half-made is seen. A spread of n is tried; every one, where SAYSO_FAULT_ALL is set. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "casebook-fixture.h"
#include "mixture.h"
#include "sayso-copies.h"
#include "sayso-history.h"

/* How many places of the session are tried with each fault. */
#define N_PLACES 60

/* The round of the mixture. */
#define NUMBER 1

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

static int
fault_access (sqlite3_vfs *vfs, const char *name, int flags, int *result)
{
  return fault != SQLITE_FULL && fails () ? SQLITE_IOERR_ACCESS : real_vfs->xAccess (real_vfs, name, flags, result);
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
  fault_vfs.xAccess = fault_access;
  g_assert_cmpint (sqlite3_vfs_register (&fault_vfs, 1), ==, SQLITE_OK);
}

/* -- a session ------------------------------------------------------------------------------------------ */

/* What is the same in every session. */
typedef struct
{
  char *folder;
  GFile *file;
  char *old, *damaged; /* bytes of a casebook of an older schema, and of one with a page lost */
  gsize n_old, n_damaged;
  char *brought_up, *recovered; /* digests of what becomes of these */
  GPtrArray *digests;           /* after 0, 1, 2 … steps, when nothing fails */
} Session;

/* Whether a step was done; one that was not says why. */
static gboolean
note (gboolean done, const GError *error)
{
  if (done)
    return TRUE;

  g_assert_nonnull (error);
  g_assert_true (error->domain == SAYSO_CASEBOOK_ERROR || error->domain == G_FILE_ERROR || error->domain == G_IO_ERROR);
  g_assert_cmpstr (error->message, !=, "");

  return FALSE;
}

static GFile *
in_folder (Session *self, const char *name)
{
  return g_file_new_build_filename (self->folder, name, NULL);
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
    g_test_message ("%s: %s", g_file_peek_path (file), (char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
  digest = sayso_casebook_digest (casebook, &error);
  g_assert_no_error (error);
  sayso_casebook_close (casebook);

  return digest;
}

static void
write_file (Session *self, const char *name, const char *bytes, gsize length)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents_full (path, bytes, length, G_FILE_SET_CONTENTS_NONE, 0666, NULL));
}

static gboolean
open_old (Session *self, GError **error)
{
  g_autoptr (GFile) file = in_folder (self, "old.sayso");
  g_autoptr (SaysoCasebook) casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_OPEN, NULL, error);

  if (casebook != NULL)
    sayso_casebook_close (casebook);

  return casebook != NULL;
}

static gboolean
recover (Session *self, GError **error)
{
  g_autoptr (GFile) from = in_folder (self, "damaged.sayso"), to = in_folder (self, "recovered.sayso");
  g_autoptr (GPtrArray) report = NULL;

  return sayso_casebook_recover (from, to, &report, error);
}

/* Whether what was there before or after @done steps is there, for the connections that were there then too. */
static gboolean
is_as_after (Session *self, const char *digest, guint done)
{
  return g_strcmp0 (digest, self->digests->pdata[done]) == 0 ||
         (done + 1 < self->digests->len && g_strcmp0 (digest, self->digests->pdata[done + 1]) == 0);
}

/* Does everything, each step only if the one before was done. Returns: how many were told to be done; the last two are
 * bringing an old casebook up and recovering a damaged one */
static guint
run_session (Session *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCasebook) casebook = sayso_casebook_new (self->file, SAYSO_CASEBOOK_CREATE, NULL, &error);
  guint n = 0, n_steps = mixture_get_n_steps ();

  if (!note (casebook != NULL, error))
    return 0;
  for (; n < n_steps; n++)
    {
      gboolean done = mixture_step (casebook, n, NUMBER, &error);

      if (!note (done, error))
        break;
    }
  /* A failure that passes leaves a casebook that can be read on without being opened again. */
  if (n < n_steps && !goes_on)
    {
      g_autofree char *digest = sayso_casebook_digest (casebook, NULL);

      g_assert_true (is_as_after (self, digest, n));
    }
  sayso_casebook_close (casebook);
  for (; n >= n_steps && n < n_steps + 2; n++)
    {
      gboolean done = n == n_steps ? open_old (self, &error) : recover (self, &error);

      if (!note (done, error))
        break;
    }

  return n;
}

static void
empty_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_str_equal (name, "backups"))
        empty_folder (child);
      else if (!g_str_has_prefix (name, "colleague") && !g_str_has_prefix (name, "case."))
        g_unlink (child);
    }
}

static void
prepare (Session *self)
{
  empty_folder (self->folder);
  write_file (self, "old.sayso", self->old, self->n_old);
  write_file (self, "damaged.sayso", self->damaged, self->n_damaged);
}

static void
make_old (Session *self)
{
  g_autofree char *dump_path = g_test_build_filename (G_TEST_DIST, "schema-11.sql", NULL), *dump = NULL,
                  *path = g_build_filename (self->folder, "old.sayso", NULL);
  sqlite3 *db;

  g_assert_true (g_file_get_contents (dump_path, &dump, NULL, NULL));
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, dump, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  g_assert_true (g_file_get_contents (path, &self->old, &self->n_old, NULL));
}

/* The last page of what the old one is too. */
static void
make_damaged (Session *self)
{
  self->damaged = g_memdup2 (self->old, self->n_old);
  self->n_damaged = self->n_old;
  memset (self->damaged + self->n_damaged - 4096, 0xa5, 4096);
}

/* Goes through the steps once while nothing fails. */
static void
make_session (Session *self, Fixture *fixture)
{
  g_autoptr (SaysoCasebook) casebook = NULL;
  g_autoptr (GFile) old = NULL, recovered = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = fixture->folder;
  self->file = in_folder (self, "fault.sayso");
  old = in_folder (self, "old.sayso");
  recovered = in_folder (self, "recovered.sayso");
  mixture_make_colleague (self->folder);
  make_old (self);
  make_damaged (self);
  prepare (self);

  self->digests = g_ptr_array_new_with_free_func (g_free);
  casebook = sayso_casebook_new (self->file, SAYSO_CASEBOOK_CREATE, NULL, &error);
  for (guint n = 0; n < mixture_get_n_steps (); n++)
    {
      g_ptr_array_add (self->digests, sayso_casebook_digest (casebook, NULL));
      mixture_step (casebook, n, NUMBER, &error);
      if (error != NULL)
        g_error ("%s: %s", mixture_get_name (n), error->message);
    }
  g_ptr_array_add (self->digests, sayso_casebook_digest (casebook, NULL));
  sayso_casebook_close (casebook);
  self->brought_up = digest_of (old);
  g_assert_true (recover (self, &error));
  self->recovered = digest_of (recovered);
}

static void
clear_session (Session *self)
{
  g_object_unref (self->file);
  g_free (self->old);
  g_free (self->damaged);
  g_free (self->brought_up);
  g_free (self->recovered);
  g_ptr_array_unref (self->digests);
}

/* -- what is there after it ----------------------------------------------------------------------------- */

static gboolean
is_any_state (Session *self, GFile *file)
{
  g_autofree char *digest = digest_of (file);

  return g_ptr_array_find_with_equal_func (self->digests, digest, g_str_equal, NULL);
}

/* Copies and backups are there whole, or not at all. */
static void
verify_copies (Session *self)
{
  g_autofree char *folder = g_build_filename (self->folder, "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GFile) copy = in_folder (self, "copy.sayso");
  const char *name;

  if (g_file_query_exists (copy, NULL))
    g_assert_true (is_any_state (self, copy));
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".sayso"))
      {
        g_autoptr (GFile) backup = g_file_new_build_filename (folder, name, NULL);

        g_assert_true (is_any_state (self, backup));
      }
}

static void
verify_untouched (Session *self, const char *name, const char *bytes, gsize length)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL), *now = NULL;
  gsize n;

  g_assert_true (g_file_get_contents (path, &now, &n, NULL));
  g_assert_cmpmem (now, n, bytes, length);
}

/* Old ones are brought up, or can be; damaged ones are as they were. */
static void
verify_others (Session *self, guint done)
{
  g_autoptr (GFile) old = in_folder (self, "old.sayso"), recovered = in_folder (self, "recovered.sayso");
  g_autofree char *digest = NULL, *of_recovered = NULL;

  verify_untouched (self, "damaged.sayso", self->damaged, self->n_damaged);
  if (done < mixture_get_n_steps ())
    {
      verify_untouched (self, "old.sayso", self->old, self->n_old);
      return;
    }
  digest = digest_of (old);
  g_assert_cmpstr (digest, ==, self->brought_up);
  if (done < mixture_get_n_steps () + 2)
    {
      g_assert_false (g_file_query_exists (recovered, NULL));
      return;
    }
  /* What cannot be read of a damaged one is left out. */
  of_recovered = digest_of (recovered);
  if (fault == SQLITE_FULL)
    g_assert_cmpstr (of_recovered, ==, self->recovered);
}

/* What was told to be done is done; the step after may be, if it failed only in telling. */
static void
verify (Session *self, guint done, gint at, gint n_all)
{
  g_autofree char *digest = digest_of (self->file);

  if (!is_as_after (self, digest, MIN (done, self->digests->len - 1)))
    g_error ("call %d of %d: %u steps were told to be done, and it is neither how it was after these nor after %s", at,
             n_all, done, done < mixture_get_n_steps () ? mixture_get_name (done) : "the last");
  verify_copies (self);
  verify_others (self, done);
}

static void
test_fault (Fixture *fixture, gconstpointer data)
{
  Session session = { NULL };
  gint n_all, n_places = g_getenv ("SAYSO_FAULT_ALL") != NULL ? G_MAXINT : N_PLACES, n_tried = 0;

  make_session (&session, fixture);
  fault = GPOINTER_TO_INT (data);
  goes_on = fault == SQLITE_FULL;
  prepare (&session);
  g_atomic_int_set (&n_calls, 0);
  g_assert_cmpuint (run_session (&session), ==, mixture_get_n_steps () + 2);
  n_all = g_atomic_int_get (&n_calls);

  for (gint at = 1; at <= n_all; at += MAX (1, n_all / n_places))
    {
      guint done;

      prepare (&session);
      g_atomic_int_set (&n_calls, 0);
      g_atomic_int_set (&fail_at, at);
      done = run_session (&session);
      g_atomic_int_set (&fail_at, 0);
      verify (&session, done, at, n_all);
      n_tried++;
    }
  g_test_message ("failed at %d of %d calls", n_tried, n_all);
  clear_session (&session);
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

/* sayso-schema.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sayso-connection-private.h"

/* "Sayo", at the place SQLite keeps for it. */
#define APPLICATION_ID 0x5361796f

/* The first hundred bytes of every SQLite file: https://www.sqlite.org/fileformat2.html#the_database_header */
#define HEADER_SIZE 100
#define HEADER_PAGE_SIZE 16
#define HEADER_CHANGES 24
#define HEADER_PAGES 28
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION_ID 68
#define HEADER_VALID_FOR 92

static guint32
number_at (const guint8 *header, gsize at)
{
  guint32 number;

  memcpy (&number, header + at, sizeof number);

  return GUINT32_FROM_BE (number);
}

static gboolean fail (GError **error, SaysoCasebookError code, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
fail (GError **error, SaysoCasebookError code, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (SAYSO_CASEBOOK_ERROR, code, format, args));
  va_end (args);

  return FALSE;
}

static gboolean
fail_too_new (GError **error, const char *name)
{
  return fail (error, SAYSO_CASEBOOK_ERROR_TOO_NEW,
               _ ("A newer Sayso made the casebook “%s”. Update Sayso to open it."), name);
}

/* Whether a log of SQLite's with something in it lies beside the file; then the file alone says little. */
static gboolean
has_log (const char *path)
{
  static const char *suffixes[] = { "-wal", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *log = g_strconcat (path, suffixes[i], NULL);
      GStatBuf info;

      if (g_stat (log, &info) == 0 && info.st_size > 0)
        return TRUE;
    }

  return FALSE;
}

/* Looks at the header without SQLite, which may write to a file (a recovery) merely to read it. */
static gboolean
inspect_header (const char *path, const guint8 *header, gssize n_read, goffset size, GError **error)
{
  static const char magic[16] = "SQLite format 3";
  g_autofree char *name = g_filename_display_basename (path);
  guint page_size;

  if (memcmp (header, magic, CLAMP (n_read, 0, (gssize) sizeof magic)) != 0)
    return fail (error, SAYSO_CASEBOOK_ERROR_FOREIGN, _ ("“%s” is no casebook. Choose another file."), name);
  if (n_read < HEADER_SIZE)
    return fail (error, SAYSO_CASEBOOK_ERROR_DAMAGED,
                 _ ("The casebook “%s” is damaged: it is cut off. Go on with a copy made before."), name);
  if (number_at (header, HEADER_APPLICATION_ID) != APPLICATION_ID)
    return fail (error, SAYSO_CASEBOOK_ERROR_FOREIGN,
                 _ ("“%s” is a database of another program and no casebook. Choose another file."), name);
  if (number_at (header, HEADER_USER_VERSION) > SAYSO_SCHEMA_VERSION)
    return fail_too_new (error, name);

  page_size = header[HEADER_PAGE_SIZE] << 8 | header[HEADER_PAGE_SIZE + 1];
  page_size = page_size == 1 ? 65536 : page_size;
  if (page_size < 512 || (page_size & (page_size - 1)) != 0)
    return fail (error, SAYSO_CASEBOOK_ERROR_DAMAGED,
                 _ ("The casebook “%s” is damaged. Keep it, and go on with a copy made before."), name);
  if (number_at (header, HEADER_CHANGES) == number_at (header, HEADER_VALID_FOR) && !has_log (path) &&
      size < (goffset) number_at (header, HEADER_PAGES) * page_size)
    return fail (error, SAYSO_CASEBOOK_ERROR_DAMAGED,
                 _ ("The casebook “%s” is damaged: it is cut off. Go on with a copy made before."), name);

  return TRUE;
}

/* Root may write anything; a file without write permission for anybody is meant to stay as it is all the same. */
static SaysoAccess
writable (const char *path, const struct stat *info)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean file_ok = (info->st_mode & 0222) != 0 && g_access (path, W_OK) == 0;
  gboolean folder_ok = g_access (folder, W_OK) == 0;

  if (file_ok && folder_ok)
    return SAYSO_ACCESS_WRITE;

  /* Reading a casebook in WAL mode makes small files beside it, where that is possible. */
  return folder_ok || has_log (path) ? SAYSO_ACCESS_READ : SAYSO_ACCESS_FROZEN;
}

/**
 * sayso_schema_inspect:
 * @path: a file
 * @mode: whether it may be made
 * @access: (out): how it can be opened
 * @error: return location
 *
 * Decides, without changing anything, whether a file is a casebook that this program can open. With
 * %SAYSO_CASEBOOK_CREATE, missing folders are made.
 *
 * Returns: whether it is
 */
gboolean
sayso_schema_inspect (const char *path, SaysoCasebookMode mode, SaysoAccess *access, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  guint8 header[HEADER_SIZE] = { 0 };
  struct stat info;
  g_autofd int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  gssize n_read;

  if (fd < 0 && errno == ENOENT && mode == SAYSO_CASEBOOK_CREATE)
    {
      if (g_mkdir_with_parents (folder, 0777) != 0)
        return fail (error, SAYSO_CASEBOOK_ERROR_FAILED, _ ("“%s” could not be made: %s. Choose another folder."),
                     folder, g_strerror (errno));
      *access = SAYSO_ACCESS_CREATE;
      return TRUE;
    }
  if (fd < 0 || fstat (fd, &info) != 0)
    return fail (error, errno == ENOENT ? SAYSO_CASEBOOK_ERROR_NOT_FOUND : SAYSO_CASEBOOK_ERROR_FAILED,
                 _ ("The casebook “%s” could not be opened: %s. Check its place and your rights to it."), path,
                 g_strerror (errno));
  if (!S_ISREG (info.st_mode))
    return fail (error, SAYSO_CASEBOOK_ERROR_FOREIGN, _ ("“%s” is no file, so it is no casebook. Choose a file."),
                 name);

  if (info.st_size == 0)
    {
      if (mode == SAYSO_CASEBOOK_OPEN)
        return fail (error, SAYSO_CASEBOOK_ERROR_FOREIGN,
                     _ ("“%s” is empty, so it is no casebook. Choose another file."), name);
      *access = SAYSO_ACCESS_CREATE;
      return TRUE;
    }
  n_read = read (fd, header, sizeof header);
  if (n_read < 0)
    return fail (error, SAYSO_CASEBOOK_ERROR_FAILED,
                 _ ("The casebook “%s” could not be read: %s. Copy it to another disk and try again."), path,
                 g_strerror (errno));
  *access = writable (path, &info);

  return inspect_header (path, header, n_read, info.st_size, error);
}

static int
user_version (SaysoConnection *connection)
{
  return sayso_statement_run_int (sayso_connection_prepare_sql (connection, "PRAGMA user_version"), 0);
}

/* Keeps a casebook as an older Sayso left it, beside the one that is brought up: "case (schema 2).sayso". */
static gboolean
keep_old (SaysoConnection *connection, int version, GError **error)
{
  const char *path = sqlite3_db_filename (connection->db, "main");
  gsize stem = strlen (path) - (g_str_has_suffix (path, ".sayso") ? strlen (".sayso") : 0);
  g_autofree char *copy = g_strdup_printf ("%.*s (schema %d).sayso", (int) stem, path, version);

  return g_file_test (copy, G_FILE_TEST_EXISTS) || sayso_connection_copy (connection, copy, FALSE, error);
}

/**
 * sayso_schema_bring_up:
 * @connection: the first connection to a casebook
 * @access: what it was opened for
 * @error: return location
 *
 * Gives a new file its schema, and an older one the newest, after a copy of it was made. All steps are one transaction.
 *
 * Returns: whether the casebook can be used
 */
gboolean
sayso_schema_bring_up (SaysoConnection *connection, SaysoAccess access, GError **error)
{
  gboolean to_write = access == SAYSO_ACCESS_WRITE || access == SAYSO_ACCESS_CREATE;
  int version = user_version (connection);

  if (version > SAYSO_SCHEMA_VERSION)
    return fail_too_new (error, connection->name);
  if (version < SAYSO_SCHEMA_VERSION && !to_write)
    sayso_connection_fail (
        connection, SAYSO_CASEBOOK_ERROR_READ_ONLY,
        _ ("An older Sayso made the casebook “%s”, which may not be written to. Copy it to a folder of your "
           "own to open it."),
        connection->name);

  if (version > 0 && version < SAYSO_SCHEMA_VERSION && to_write && !keep_old (connection, version, error))
    return FALSE;
  if (version < SAYSO_SCHEMA_VERSION && !sayso_connection_failed (connection))
    {
      sayso_connection_begin (connection, TRUE);
      for (version = user_version (connection); version < SAYSO_SCHEMA_VERSION; version++)
        {
          g_autofree char *step = g_strdup_printf ("schema-%d", version + 1);

          sayso_connection_script (connection, sayso_connection_sql (step));
        }
      if (!sayso_connection_end (connection, error))
        return FALSE;
    }

  sayso_connection_run (connection, "casebook/probe");
  /* Only now: a file that is refused is not touched, and a new one holds its schema, or nothing at all, before there
   * is a log beside it. */
  if (to_write)
    sayso_connection_script (connection, "PRAGMA journal_mode = WAL");

  return sayso_connection_finish (connection, error);
}

/* sayso-recover.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-copies.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "sayso-casebook-private.h"
#include "sayso-originals.h"
#include "sayso-schema.h"
#include "sayso-store.h"

/* Tables in an order in which those come first that others refer to. */
static const struct
{
  const char *table, *key, *parent;
} tables[] = {
  { "article" },
  { "content" },
  { "block", "article", "article" },
  { "sentence", "article", "article" },
  { "time" },
  { "actor" },
  { "alias" },
  { "appearance" },
  { "mention" },
  { "claim" },
  { "claim_span", "claim", "claim" },
  { "event" },
  { "participant", "event", "event" },
  { "relation" },
  { "evidence" },
  { "log" },
  { "remark" },
};

static const char *const repairs[] = {
  "articles",
  "contents",
  "blocks",
  "sentences",
  "actors",
  "actors-merged",
  "times",
  "times-anchor",
  "aliases",
  "mentions",
  "appearances",
  "claims",
  "claims-source",
  "claims-parent",
  "claim-spans",
  "events",
  "events-time",
  "events-claim",
  "events-place",
  "participants",
  "relations",
  "evidence",
  "evidence-event",
  "evidence-claim",
  "log",
  "remarks",
  "appearances-again",
  "appearances-missing",
  "appearances-made",
  "appearances-made-missing",
  "claims-dates",
  "density-none",
  "density",
};

static void add (GPtrArray *report, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add (GPtrArray *report, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (report, g_strdup_vprintf (format, args));
  va_end (args);
}

/* Copies the file, with the log beside it: opening it may write to it, and the original is never written to. */
static gboolean
copy_damaged (const char *path, const char *folder, char **copy, GError **error)
{
  static const char *const suffixes[] = { "", "-wal", "-journal" };

  *copy = g_build_filename (folder, "damaged", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL), *to = g_strconcat (*copy, suffixes[i], NULL);
      g_autoptr (GFile) source = g_file_new_for_path (from), target = g_file_new_for_path (to);

      if ((i == 0 || g_file_test (from, G_FILE_TEST_EXISTS)) &&
          !g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, error))
        return FALSE;
      g_chmod (to, 0600);
    }

  return TRUE;
}

static void
remove_copy (const char *folder)
{
  static const char *const names[] = { "damaged", "damaged-wal", "damaged-shm", "damaged-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* The schema that the damaged one has, as far as it tells. */
static int
version_of (SaysoConnection *db)
{
  int version = sayso_statement_run_int (sayso_connection_prepare_sql (db, "PRAGMA user_version"), 0);

  sayso_connection_finish (db, NULL);

  return version >= 1 && version <= SAYSO_SCHEMA_VERSION ? version : SAYSO_SCHEMA_VERSION;
}

static void
make_schema (SaysoConnection *db, int version)
{
  for (int i = 1; i <= version; i++)
    {
      g_autofree char *step = g_strdup_printf ("schema-%d", i);

      sayso_connection_script (db, sayso_connection_sql (step));
    }
}

static void
salvage (SaysoConnection *from, SaysoConnection *to, int version, GPtrArray *report)
{
  sayso_connection_begin (to, TRUE);
  make_schema (to, version);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      guint n;

      if (version < 3 && g_str_equal (tables[i].table, "remark"))
        continue;
      if (sayso_connection_salvage (from, to, tables[i].table, tables[i].key, tables[i].parent, &n))
        /* Translators: the name of a table, and how many of its rows were read */
        add (report, _ ("%s: all %u rows came back"), tables[i].table, n);
      else
        add (report, _ ("%s: %u rows came back, others could not be read"), tables[i].table, n);
    }
}

static void
index_all (SaysoConnection *db)
{
  static const char *const kinds[] = { "time", "actor", "event", "claim", "relation" };

  sayso_connection_run (db, "recover/search-articles");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *query = g_strdup_printf ("recover/%ss-to-index", kinds[i]);
      SaysoStatement *row = sayso_connection_prepare (db, query);

      while (sayso_statement_next (row))
        sayso_store_index (db, kinds[i], sayso_statement_int (row, "id"));
    }
}

/* Makes what came back whole: references, counts, and what is searched. */
static void
repair (SaysoConnection *db)
{
  static const char *const settle[] = { "merge/relations-between", "merge/relations-merge", "merge/count",
                                        "merge/relations-count" };
  SaysoStatement *row = sayso_connection_prepare (db, "recover/all-actors");
  g_autofree char *ids = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (repairs); i++)
    {
      g_autofree char *query = g_strconcat ("recover/", repairs[i], NULL);

      sayso_connection_run (db, query);
    }
  if (sayso_statement_next (row))
    ids = sayso_statement_dup (row, "ids");
  sayso_statement_run (row);
  for (guint i = 0; ids != NULL && i < G_N_ELEMENTS (settle); i++)
    {
      row = sayso_connection_prepare (db, settle[i]);
      sayso_statement_bind_text (row, "ids", ids, -1);
      sayso_statement_run (row);
    }
  index_all (db);
}

static gboolean
recover (const char *damaged, const char *path, GPtrArray *report, GError **error)
{
  g_autoptr (SaysoConnection) from = sayso_connection_open (damaged, SAYSO_ACCESS_WRITE, error), to = NULL;

  if (from == NULL)
    return FALSE;
  to = sayso_connection_open (path, SAYSO_ACCESS_CREATE, error);
  if (to == NULL)
    return FALSE;

  /* What leads nowhere is taken away at the end, not refused at the beginning. */
  sayso_connection_script (to, "PRAGMA foreign_keys = OFF");
  salvage (from, to, version_of (from), report);
  if (!sayso_connection_end (to, error) || !sayso_schema_bring_up (to, SAYSO_ACCESS_CREATE, error))
    return FALSE;
  sayso_connection_begin (to, TRUE);
  repair (to);

  return sayso_connection_end (to, error);
}

/**
 * sayso_casebook_recover:
 * @damaged: a damaged casebook; it is only read
 * @file: where there is no file: the casebook to make
 * @report: (out) (transfer full) (element-type utf8): what came back, in words, a table each
 * @error: return location
 *
 * Makes a new casebook of all that can be read of a damaged one. What refers to something that is lost is left out, or
 * left without it.
 *
 * Returns: whether there is a new casebook
 */
gboolean
sayso_casebook_recover (GFile *damaged, GFile *file, GPtrArray **report, GError **error)
{
  g_autofree char *from = g_file_get_path (damaged), *path = g_file_get_path (file), *folder = NULL, *copy = NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  gboolean ok;

  g_return_val_if_fail (G_IS_FILE (damaged) && G_IS_FILE (file) && report != NULL, FALSE);

  if (from == NULL || path == NULL || g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_FAILED,
                   _ ("The new casebook must be a new file on this computer. Choose another name."));
      return FALSE;
    }
  folder = g_dir_make_tmp ("sayso-recover-XXXXXX", error);
  if (folder == NULL)
    return FALSE;

  ok = copy_damaged (from, folder, &copy, error) && recover (copy, path, words, error) &&
       sayso_originals_copy (from, path, error);
  remove_copy (folder);
  if (ok)
    *report = g_steal_pointer (&words);
  else
    g_unlink (path);

  return ok;
}

/* sayso-check.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-casebook-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "sayso-load.h"

static void add (GPtrArray *problems, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add (GPtrArray *problems, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (problems, g_strdup_vprintf (format, args));
  va_end (args);
}

static void
check_file (SaysoConnection *db, GPtrArray *problems)
{
  SaysoStatement *row = sayso_connection_prepare (db, "check/integrity");

  while (sayso_statement_next (row))
    {
      const char *words = sayso_statement_text (row, "integrity_check", NULL);

      if (g_strcmp0 (words, "ok") != 0)
        add (problems, _ ("The file is damaged: %s"), words);
    }

  row = sayso_connection_prepare (db, "check/references");
  while (sayso_statement_next (row))
    add (problems, _ ("A row of “%s” refers to one of “%s” that is missing."),
         sayso_statement_text (row, "table", NULL), sayso_statement_text (row, "parent", NULL));
}

static void
check_counts (SaysoConnection *db, GPtrArray *problems)
{
  gint64 actors = sayso_statement_run_int (sayso_connection_prepare (db, "check/actor-counts"), 0);
  gint64 relations = sayso_statement_run_int (sayso_connection_prepare (db, "check/relation-counts"), 0);
  gint64 density = sayso_statement_run_int (sayso_connection_prepare (db, "check/density"), 0);
  gint64 dates = sayso_statement_run_int (sayso_connection_prepare (db, "check/claim-dates"), 0);
  gint64 merged = sayso_statement_run_int (sayso_connection_prepare (db, "check/merged"), 0);

  if (actors > 0)
    add (problems, ngettext ("%d actor is not counted right.", "%d actors are not counted right.", actors),
         (int) actors);
  if (density > 0 || dates > 0)
    add (problems, _ ("The events of the timeline are not counted right."));
  if (merged > 0)
    add (problems, _ ("Actors that are one are not joined right."));
  if (relations > 0)
    add (problems, ngettext ("%d relation is not counted right.", "%d relations are not counted right.", relations),
         (int) relations);
}

static void
check_original (GBytes *deflated, const char *name, const char *sha256, GPtrArray *problems)
{
  g_autoptr (GZlibDecompressor) inflate = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GBytes) original = g_converter_convert_bytes (G_CONVERTER (inflate), deflated, NULL);
  g_autofree char *sum = original != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, original) : NULL;

  if (g_bytes_get_size (deflated) == 0)
    add (problems, _ ("The original of “%s” is not in the folder beside the casebook, or was changed there."), name);
  else if (g_strcmp0 (sum, sha256) != 0)
    add (problems, _ ("The original of “%s” is not what was imported: its SHA-256 differs."), name);
}

static void
check_text (SaysoConnection *db, gint64 article, const char *name, GPtrArray *problems)
{
  g_autoptr (SaysoText) text = sayso_load_text (db, article);
  SaysoStatement *row = sayso_connection_prepare (db, "check/spans");

  if (text == NULL)
    {
      sayso_connection_finish (db, NULL);
      add (problems, _ ("The text of “%s” cannot be read."), name);
      return;
    }

  sayso_statement_bind_int (row, "article", article);
  if (!sayso_statement_next (row))
    return;
  if (sayso_statement_int (row, "reach") > sayso_text_get_chars (text) || sayso_statement_int (row, "reversed") > 0)
    add (problems, _ ("Something found in “%s” lies outside its text."), name);
  sayso_statement_run (row);
}

/* Whether all that was changed could be made again: what was found is kept with a sum of its own. */
static void
check_log (SaysoConnection *db, GPtrArray *problems)
{
  SaysoStatement *row = sayso_connection_prepare (db, "check/log");

  while (sayso_statement_next (row))
    {
      g_autoptr (GZlibDecompressor) inflate = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
      g_autoptr (GBytes) payload = sayso_statement_bytes (row, "payload"), inflated = NULL;
      g_autoptr (JsonNode) what = json_from_string (sayso_statement_text (row, "what", NULL), NULL);

      if (g_bytes_get_size (payload) > 0)
        inflated = g_converter_convert_bytes (G_CONVERTER (inflate), payload, NULL);
      if (what == NULL || (g_bytes_get_size (payload) > 0 && inflated == NULL))
        add (problems, _ ("Change %d of the history is damaged."), (int) sayso_statement_int (row, "id"));
    }
}

/**
 * sayso_casebook_check:
 * @self: a casebook
 * @problems: (out) (transfer full) (element-type utf8): what is wrong, in words; empty when all is well
 * @error: return location
 *
 * Reads the whole file: that it is sound, that all references lead somewhere, that all spans lie in their texts, that
 * originals have the hash they were imported with and that what is counted is counted right. Takes its time.
 *
 * Returns: whether it could be checked
 */
gboolean
sayso_casebook_check (SaysoCasebook *self, GPtrArray **problems, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SaysoConnection) db = NULL;
  SaysoStatement *row;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self) && problems != NULL, FALSE);

  /* A fresh one: the check of the search tables goes by what their connection remembers of them, be it out of date
   * (SQLite 3.46). */
  db = sayso_casebook_connect (self, error);
  if (db == NULL)
    return FALSE;
  check_file (db, found);
  check_counts (db, found);
  check_log (db, found);
  row = sayso_connection_prepare (db, "check/articles");
  while (sayso_statement_next (row))
    {
      g_autoptr (GBytes) deflated = sayso_statement_bytes (row, "original");
      g_autofree char *name = sayso_statement_dup (row, "name");

      check_original (deflated, name, sayso_statement_text (row, "sha256", NULL), found);
      check_text (db, sayso_statement_int (row, "id"), name, found);
    }
  if (!sayso_connection_end (db, error))
    return FALSE;

  *problems = g_steal_pointer (&found);

  return TRUE;
}

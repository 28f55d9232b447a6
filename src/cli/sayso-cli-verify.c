/* sayso-cli-verify.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "sayso-cli-table.h"
#include "sayso-queries.h"

#define PAGE_ITEMS 200

/* One line: whether the original is what was imported, its hash, and what it is. */
static gboolean
verify (SaysoCasebook *casebook, SaysoItem *article)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) original = sayso_casebook_get_original (casebook, sayso_item_get_id (article), &error);
  g_autofree char *sum = original != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, original) : NULL;
  const char *hash = ((SaysoArticle *) article)->sha256;
  g_autofree char *shown = sayso_cli_tame (sayso_item_get_title (article));
  gboolean same = g_strcmp0 (sum, hash) == 0;

  /* TRANSLATORS: a SHA-256 and a title; the word before them says whether the original is as it was imported */
  printf (same ? _ ("unchanged  %s  %s\n") : _ ("CHANGED    %s  %s\n"), hash, shown);

  return same;
}

static gboolean
write_original (SaysoCasebook *casebook, SaysoItem *article, const char *path, GError **error)
{
  g_autoptr (GBytes) original = sayso_casebook_get_original (casebook, sayso_item_get_id (article), error);
  gsize size;
  const char *data;

  if (original == NULL)
    return FALSE;
  data = g_bytes_get_data (original, &size);
  if (g_str_equal (path, "-"))
    return fwrite (data, 1, size, stdout) == size;

  return g_file_set_contents_full (path, data, size, G_FILE_SET_CONTENTS_CONSISTENT, 0666, error);
}

/* Goes through the articles page by page; without a hash all are verified. */
static gboolean
run (SaysoCasebook *casebook, const char *hash, const char *path, GError **error)
{
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  gboolean same = TRUE;

  for (guint offset = 0;; offset += PAGE_ITEMS)
    {
      g_autoptr (GPtrArray) articles =
          sayso_casebook_query (casebook, SAYSO_ITEM_ARTICLE, filter, SAYSO_SORT_TEXT, offset, PAGE_ITEMS, error);

      if (articles == NULL)
        return FALSE;
      if (articles->len == 0)
        break;
      for (guint i = 0; i < articles->len; i++)
        {
          SaysoItem *article = g_ptr_array_index (articles, i);

          if (hash == NULL)
            same &= verify (casebook, article);
          else if (g_str_has_prefix (((SaysoArticle *) article)->sha256, hash))
            return write_original (casebook, article, path, error);
        }
    }
  if (hash != NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _ ("no article has an original with the SHA-256 “%s”; without --original they are listed"), hash);

  return hash == NULL && same;
}

SaysoCliStatus
sayso_cli_verify (int argc, char **argv)
{
  g_autofree char *hash = NULL, *path = NULL;
  const GOptionEntry entries[] = {
    { "original", 0, 0, G_OPTION_ARG_STRING, &hash,
      N_ ("Write the original whose hash begins so, byte for byte as it was imported"), N_ ("SHA256") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_ ("Where to write it (standard output)"), N_ ("FILE") },
    { NULL },
  };
  g_autoptr (SaysoCasebook) casebook = NULL;
  g_autoptr (GError) error = NULL;
  SaysoCliStatus status;
  gboolean fine;

  if (!sayso_cli_parse (&argc, &argv, entries, _ ("CASEBOOK"),
                        _ ("Proves that the original of each article is what was imported: prints a line for each with "
                           "its SHA-256. Where one has changed the exit status is 1."),
                        &status))
    return status;
  if (argc != 2)
    return sayso_cli_usage_error ("verify", _ ("it takes one CASEBOOK"));

  casebook = sayso_cli_open (argv[1], SAYSO_CASEBOOK_OPEN);
  if (casebook == NULL)
    return SAYSO_CLI_CASEBOOK;
  fine = run (casebook, hash, path != NULL ? path : "-", &error);
  if (error != NULL)
    g_printerr ("sayso-cli verify: %s\n", error->message);
  sayso_casebook_close (casebook);

  return fine ? SAYSO_CLI_OK : SAYSO_CLI_FAILED;
}

/* sayso-export.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-export.h"

#include <glib/gi18n-lib.h>

#include "sayso-export-private.h"

G_DEFINE_QUARK (sayso - export - error - quark, sayso_export_error)

/* How many items are in memory at a time: a page costs the casebook a sort, so few large ones. */
#define PAGE_ITEMS 2000

static gboolean
replace_file (SaysoCasebook *casebook, GFile *file, SaysoExportFunc func, gconstpointer data, GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GFileOutputStream) output = NULL;
  g_autoptr (GOutputStream) stream = NULL;

  output = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  if (output == NULL)
    return FALSE;
  stream = g_buffered_output_stream_new_sized (G_OUTPUT_STREAM (output), 64 * 1024);
  g_filter_output_stream_set_close_base_stream (G_FILTER_OUTPUT_STREAM (stream), FALSE);

  if (func (casebook, stream, data, cancellable, error) && g_output_stream_close (stream, cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (output), cancellable, error);

  /* Closed as cancelled, the stream throws away what it has. */
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (G_OUTPUT_STREAM (output), cancelled, NULL);

  return FALSE;
}

/**
 * sayso_export_to_file:
 * @casebook: what to export
 * @file: where to
 * @func: the exporter
 * @data: for it
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Writes an export to a file. The file appears whole or not at all: an older one of its name stays as it is until the
 * new one is complete, and when that fails.
 *
 * Returns: whether the file was written
 */
gboolean
sayso_export_to_file (SaysoCasebook *casebook, GFile *file, SaysoExportFunc func, gconstpointer data,
                      GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (casebook) && G_IS_FILE (file) && func != NULL, FALSE);

  if (replace_file (casebook, file, func, data, cancellable, &cause))
    return TRUE;

  /* What the system says does not name the file. */
  if (cause->domain == G_IO_ERROR && cause->code != G_IO_ERROR_CANCELLED)
    {
      name = g_file_get_parse_name (file);
      /* Translators: a file, and what the system says of it */
      g_set_error (error, cause->domain, cause->code,
                   _ ("“%s” could not be written (%s). Choose another place, or make room there."), name,
                   cause->message);
    }
  else
    {
      g_propagate_error (error, g_steal_pointer (&cause));
    }

  return FALSE;
}

/**
 * sayso_export_each:
 * @casebook: a casebook
 * @kind: which items
 * @func: called for each in order; returns whether to go on
 * @user_data: for it
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Goes through all items of a kind, those that were rejected too, a page at a time. When the casebook changes
 * meanwhile, pages no longer fit together, and it fails with %SAYSO_EXPORT_ERROR_CHANGED.
 *
 * Returns: whether all were seen
 */
gboolean
sayso_export_each (SaysoCasebook *casebook, SaysoItemKind kind, SaysoExportEachFunc func, gpointer user_data,
                   GCancellable *cancellable, GError **error)
{
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  guint generation = sayso_casebook_get_generation (casebook);

  filter->rejected = TRUE;
  for (guint offset = 0;; offset += PAGE_ITEMS)
    {
      g_autoptr (GPtrArray) page = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      page = sayso_casebook_query (casebook, kind, filter, SAYSO_SORT_TEXT, offset, PAGE_ITEMS, error);
      if (page == NULL)
        return FALSE;
      if (sayso_casebook_get_generation (casebook) != generation)
        {
          g_set_error (error, SAYSO_EXPORT_ERROR, SAYSO_EXPORT_ERROR_CHANGED,
                       _ ("The casebook changed while it was being exported. Export it again."));
          return FALSE;
        }
      for (guint i = 0; i < page->len; i++)
        if (!func (g_ptr_array_index (page, i), user_data, error))
          return FALSE;
      if (page->len < PAGE_ITEMS)
        return TRUE;
    }
}

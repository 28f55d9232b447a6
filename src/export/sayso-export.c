/* sayso-export.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-export-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (sayso - export - error - quark, sayso_export_error)

G_DEFINE_FINAL_TYPE (SaysoExport, sayso_export, G_TYPE_OBJECT)

/* In the order they are listed in. */
static const SaysoExportFormat formats[] = {
  { "html", N_ ("Report to read and print (HTML)"), ".html", "text/html", NULL, FALSE, sayso_export_write_html, 0 },
  { "odt", N_ ("Report to write on (OpenDocument)"), ".odt", "application/vnd.oasis.opendocument.text", NULL, FALSE,
    sayso_export_write_odt, 0 },
  { "markdown", N_ ("Report as plain text (Markdown)"), ".md", "text/markdown", NULL, FALSE,
    sayso_export_write_markdown, 0 },
  { "csv", N_ ("Tables (CSV)"), NULL, "text/csv", sayso_export_csv_parts, TRUE, sayso_export_write_csv, 1 },
  { "ical", N_ ("Calendar (iCalendar)"), ".ics", "text/calendar", NULL, FALSE, sayso_export_write_ical, 1 },
  { "timelinejs", N_ ("Timeline for the web (TimelineJS)"), ".timeline.json", "application/json", NULL, FALSE,
    sayso_export_write_timelinejs, 1 },
  { "graphml", N_ ("Graph of the actors (GraphML)"), ".graphml", "application/graphml+xml", NULL, FALSE,
    sayso_export_write_graphml, 2 },
  { "gexf", N_ ("Graph of the actors over time (GEXF)"), ".gexf", "application/gexf+xml", NULL, FALSE,
    sayso_export_write_gexf, 2 },
  { "stix", N_ ("Threat intelligence (STIX 2.1)"), ".stix.json", "application/stix+json", NULL, FALSE,
    sayso_export_write_stix, 3 },
  { "ftm", N_ ("Entities (FollowTheMoney)"), ".ftm.json", "application/json+ftm", NULL, FALSE, sayso_export_write_ftm,
    3 },
  { "annotations", N_ ("Marks in the texts (Web Annotation)"), ".annotations.jsonld", "application/ld+json", NULL,
    FALSE, sayso_export_write_annotations, 3 },
  { "claimreview", N_ ("Reviewed claims (ClaimReview)"), ".claims.jsonld", "application/ld+json", NULL, FALSE,
    sayso_export_write_claimreview, 3 },
  { "json", N_ ("Everything (JSON)"), ".json", "application/json", NULL, TRUE, sayso_export_write_json, 4 },
  { "ndjson", N_ ("Everything, an item a line (NDJSON)"), ".ndjson", "application/x-ndjson", NULL, TRUE,
    sayso_export_write_ndjson, 4 },
};

/* Of one claim. Nothing is chosen for them but what is withheld. */
static const SaysoExportFormat dossiers[] = {
  { "dossier", N_ ("Dossier of a claim (HTML)"), ".html", "text/html", NULL, TRUE, sayso_export_write_dossier_html, 0,
    TRUE },
  { "dossier-markdown", N_ ("Dossier of a claim (Markdown)"), ".md", "text/markdown", NULL, TRUE,
    sayso_export_write_dossier_markdown, 0, TRUE },
};

/* What a format could not hold, and how often. */
typedef struct
{
  const char *what;
  guint n;
} Loss;

static void
sayso_export_finalize (GObject *object)
{
  SaysoExport *self = SAYSO_EXPORT (object);

  g_object_unref (self->casebook);
  g_clear_pointer (&self->filter, sayso_filter_free);
  g_clear_pointer (&self->redaction, sayso_redaction_free);
  g_array_unref (self->losses);
  for (guint kind = 0; kind < G_N_ELEMENTS (self->only); kind++)
    g_clear_pointer (&self->only[kind], g_hash_table_unref);

  G_OBJECT_CLASS (sayso_export_parent_class)->finalize (object);
}

static void
sayso_export_class_init (SaysoExportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sayso_export_finalize;
}

static void
sayso_export_init (SaysoExport *self)
{
  self->losses = g_array_new (FALSE, FALSE, sizeof (Loss));
}

/**
 * sayso_export_new:
 * @casebook: a casebook
 * @filter: (nullable): what to export, with all it refers to; %NULL for everything
 * @redaction: (nullable): what to withhold
 *
 * Returns: (transfer full): a new export
 */
SaysoExport *
sayso_export_new (SaysoCasebook *casebook, const SaysoFilter *filter, const SaysoRedaction *redaction)
{
  SaysoExport *self;
  g_autoptr (SaysoFilter) nothing = sayso_filter_new ();

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (casebook), NULL);

  self = g_object_new (SAYSO_TYPE_EXPORT, NULL);
  self->casebook = g_object_ref (casebook);
  if (filter != NULL && !sayso_filter_equal (filter, nothing))
    self->filter = sayso_filter_copy (filter);
  if (redaction != NULL && !sayso_redaction_is_empty (redaction))
    self->redaction = sayso_redaction_copy (redaction);

  return self;
}

/**
 * sayso_export_get_formats:
 * @n_formats: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_formats): all formats but those of one claim
 */
const SaysoExportFormat *
sayso_export_get_formats (guint *n_formats)
{
  g_return_val_if_fail (n_formats != NULL, NULL);

  *n_formats = G_N_ELEMENTS (formats);

  return formats;
}

/**
 * sayso_export_get_dossiers:
 * @n_formats: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_formats): the formats of one claim
 */
const SaysoExportFormat *
sayso_export_get_dossiers (guint *n_formats)
{
  g_return_val_if_fail (n_formats != NULL, NULL);

  *n_formats = G_N_ELEMENTS (dossiers);

  return dossiers;
}

/**
 * sayso_export_format_dup_file_name:
 * @format: a format
 * @title: the title of the casebook
 *
 * Returns: (transfer full): what to call the file or the folder, without what no file can be called
 */
char *
sayso_export_format_dup_file_name (const SaysoExportFormat *format, const char *title)
{
  char *name;

  g_return_val_if_fail (format != NULL && title != NULL, NULL);

  name = g_strconcat (title, format->suffix, NULL);

  return g_strdelimit (name, "/\\:*?\"<>|\r\n\t", ' ');
}

/**
 * sayso_export_find_format:
 * @name: (nullable): its name
 *
 * Returns: (transfer none) (nullable): the format of that name
 */
const SaysoExportFormat *
sayso_export_find_format (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (formats[i].name, name) == 0)
      return &formats[i];
  for (guint i = 0; i < G_N_ELEMENTS (dossiers); i++)
    if (g_strcmp0 (dossiers[i].name, name) == 0)
      return &dossiers[i];

  return NULL;
}

/**
 * sayso_export_is_filtered:
 * @self: an export
 *
 * Returns: whether a filter leaves something out
 */
gboolean
sayso_export_is_filtered (SaysoExport *self)
{
  g_return_val_if_fail (SAYSO_IS_EXPORT (self), FALSE);

  return self->filter != NULL;
}

/**
 * sayso_export_set_claim:
 * @self: an export
 * @claim: the claim that a dossier is to be of; a filter plays no part in it
 */
void
sayso_export_set_claim (SaysoExport *self, gint64 claim)
{
  g_return_if_fail (SAYSO_IS_EXPORT (self));

  self->claim = claim;
}

/* Counts once more what the format has no place for. @what: marked with N_(), of static storage. */
void
sayso_export_lose (SaysoExport *self, const char *what)
{
  Loss loss = { what, 1 };

  for (guint i = 0; i < self->losses->len; i++)
    if (g_str_equal (g_array_index (self->losses, Loss, i).what, what))
      {
        g_array_index (self->losses, Loss, i).n++;
        return;
      }
  g_array_append_val (self->losses, loss);
}

/**
 * sayso_export_get_losses:
 * @self: an export
 *
 * What the last format could not hold, in words for a reader, with the number of cases.
 *
 * Returns: (transfer full) (array zero-terminated=1): a line for each
 */
char **
sayso_export_get_losses (SaysoExport *self)
{
  GStrvBuilder *lines = g_strv_builder_new ();

  g_return_val_if_fail (SAYSO_IS_EXPORT (self), NULL);

  for (guint i = 0; i < self->losses->len; i++)
    {
      const Loss *loss = &g_array_index (self->losses, Loss, i);

      /* Translators: what an export left out, and how often */
      g_strv_builder_take (lines, g_strdup_printf (_ ("%s (%u)"), _ (loss->what), loss->n));
    }

  return g_strv_builder_unref_to_strv (lines);
}

/* -- writing it --------------------------------------------------------------------------------------- */

static gboolean
end (SaysoExport *self, GError **error)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (self->chosen); kind++)
    g_clear_pointer (&self->chosen[kind], g_hash_table_unref);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  self->stream = NULL;
  self->cancellable = NULL;
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

/**
 * sayso_export_to_stream:
 * @self: an export
 * @format: in which format
 * @part: (nullable): of a folder of files, which
 * @stream: where to write; it stays open
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Returns: whether all was written
 */
gboolean
sayso_export_to_stream (SaysoExport *self, const SaysoExportFormat *format, const char *part, GOutputStream *stream,
                        GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;

  g_return_val_if_fail (SAYSO_IS_EXPORT (self) && format != NULL && G_IS_OUTPUT_STREAM (stream), FALSE);
  g_return_val_if_fail (format->parts == NULL || (part != NULL && g_strv_contains (format->parts, part)), FALSE);

  self->format = format;
  self->part = part;
  self->stream = stream;
  self->cancellable = cancellable;
  self->generation = sayso_casebook_get_generation (self->casebook);
  g_array_set_size (self->losses, 0);
  if (!sayso_casebook_get_times (self->casebook, &self->made, &self->changed, &failure) ||
      (self->redaction != NULL && !sayso_redaction_load (self->redaction, self->casebook, &failure)))
    sayso_export_fail (self, failure);
  sayso_export_choose (self);
  if (self->error == NULL)
    format->write (self);

  return end (self, error);
}

static gboolean
replace_file (SaysoExport *self, const SaysoExportFormat *format, const char *part, GFile *file,
              GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileOutputStream) output = NULL;
  g_autoptr (GOutputStream) stream = NULL;

  output = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  if (output == NULL)
    return FALSE;
  stream = g_buffered_output_stream_new_sized (G_OUTPUT_STREAM (output), 64 * 1024);
  g_filter_output_stream_set_close_base_stream (G_FILTER_OUTPUT_STREAM (stream), FALSE);

  if (sayso_export_to_stream (self, format, part, stream, cancellable, error) &&
      g_output_stream_close (stream, cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (output), cancellable, error);

  /* Closed as cancelled, the stream throws away what it has. */
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (G_OUTPUT_STREAM (output), cancelled, NULL);

  return FALSE;
}

static gboolean
write_file (SaysoExport *self, const SaysoExportFormat *format, const char *part, GFile *file,
            GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *name = NULL;

  if (replace_file (self, format, part, file, cancellable, &cause))
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

static gboolean
write_folder (SaysoExport *self, const SaysoExportFormat *format, GFile *folder, GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GError) made = NULL;

  if (!g_file_make_directory_with_parents (folder, cancellable, &made) &&
      !g_error_matches (made, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&made));
      return FALSE;
    }

  for (const char *const *part = format->parts; *part != NULL; part++)
    {
      g_autofree char *name = g_strconcat (*part, ".csv", NULL);
      g_autoptr (GFile) file = g_file_get_child (folder, name);

      if (!write_file (self, format, *part, file, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * sayso_export_to_file:
 * @self: an export
 * @format: in which format
 * @part: (nullable): of a folder of files, which; %NULL for all, and @file is the folder
 * @file: where to; a folder is made where it does not exist
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Writes to a file. A file appears whole or not at all: an older one of its name stays as it is until the new one is
 * complete, and when that fails.
 *
 * Returns: whether it was written
 */
gboolean
sayso_export_to_file (SaysoExport *self, const SaysoExportFormat *format, const char *part, GFile *file,
                      GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (SAYSO_IS_EXPORT (self) && format != NULL && G_IS_FILE (file), FALSE);

  if (format->parts != NULL && part == NULL)
    return write_folder (self, format, file, cancellable, error);

  return write_file (self, format, part, file, cancellable, error);
}

/* sayso-redate.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-redate.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sayso-extract.h"
#include "sayso-reader.h"

/* Whether a TIMEX3 value is a year, a month or a day, and no season, week, century or time of day. */
static gboolean
is_calendar_date (const char *value)
{
  static const char pattern[] = "dddd-dd-dd";
  gsize length = strlen (value);

  if (length != 4 && length != 7 && length != 10)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (pattern[i] == 'd' ? !g_ascii_isdigit (value[i]) : value[i] != pattern[i])
        return FALSE;
    }

  return TRUE;
}

/**
 * sayso_date_read:
 * @words: a date as a person writes it
 * @error: where to say that it is none
 *
 * Reads a date with the grammar that reads articles: "2 November 2017", "Nov 2017", "2017-11-02".
 *
 * Returns: (transfer full) (nullable): the date, ISO 8601, as precise as it was given
 */
char *
sayso_date_read (const char *words, GError **error)
{
  g_autofree char *sentence = NULL;
  g_autoptr (SaysoText) text = NULL;
  g_autoptr (SaysoReading) reading = NULL;
  g_autoptr (SaysoExtraction) extraction = NULL;

  g_return_val_if_fail (words != NULL && g_utf8_validate (words, -1, NULL), NULL);

  sentence = g_strdup_printf ("It was published on %s.", words);
  text = sayso_text_new (sentence, -1);
  reading = sayso_reader_read (text, NULL, error);
  if (reading == NULL)
    return NULL;
  extraction = sayso_extract (reading, NULL, NULL, NULL, error);
  if (extraction == NULL)
    return NULL;

  if (extraction->times->len == 1)
    {
      const SaysoExtractedTime *time = &g_array_index (extraction->times, SaysoExtractedTime, 0);

      if (time->type == SAYSO_TIME_DATE && time->mod == NULL && time->value != NULL && is_calendar_date (time->value) &&
          sayso_bounds_known (&time->bounds))
        return g_strdup (time->value);
    }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               /* Translators: what was typed, then an example of a date that is understood */
               _ ("“%s” is no date. Write it like “%s”."), words, "2 November 2017");

  return NULL;
}

/**
 * sayso_redate:
 * @casebook: a casebook
 * @article: an article
 * @words: its publication date as a person writes it; empty for none
 * @cancellable: (nullable): to stop early
 * @error: why there is no command
 *
 * Reads the article anew with another publication date, as all that counts from it changes with it.
 *
 * Returns: (transfer full) (nullable): the command that sets the date
 */
SaysoCommand *
sayso_redate (SaysoCasebook *casebook, gint64 article, const char *words, GCancellable *cancellable, GError **error)
{
  g_autofree char *typed = NULL, *date = NULL;
  g_autoptr (SaysoItem) item = NULL;
  g_autoptr (SaysoText) text = NULL;
  g_autoptr (SaysoReading) reading = NULL;
  g_autoptr (SaysoExtraction) extraction = NULL;
  g_auto (SaysoMetadata) metadata = { 0 };

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (casebook), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  typed = g_strstrip (g_strdup (words));
  if (*typed != '\0')
    {
      date = sayso_date_read (typed, error);
      if (date == NULL)
        return NULL;
    }

  item = sayso_casebook_get (casebook, SAYSO_ITEM_ARTICLE, article, error);
  if (item == NULL)
    return NULL;
  text = sayso_casebook_get_text (casebook, article, error);
  if (text == NULL)
    return NULL;
  reading = sayso_reader_read (text, cancellable, error);
  if (reading == NULL)
    return NULL;

  metadata.title = g_strdup (sayso_item_get_title (item));
  metadata.byline = SAYSO_ARTICLE (item)->byline == NULL ? NULL : g_strsplit (SAYSO_ARTICLE (item)->byline, ", ", -1);
  metadata.publisher = g_strdup (SAYSO_ARTICLE (item)->outlet);
  metadata.url = g_strdup (SAYSO_ARTICLE (item)->url);
  metadata.published = g_strdup (date);
  extraction = sayso_extract (reading, &metadata, date, cancellable, error);
  if (extraction == NULL)
    return NULL;

  return sayso_command_new_published (article, date, extraction);
}

typedef struct
{
  gint64 article;
  char *words;
} Redating;

static void
redating_free (gpointer data)
{
  Redating *self = data;

  g_free (self->words);
  g_free (self);
}

static void
redate_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Redating *redating = data;
  GError *error = NULL;
  SaysoCommand *command = sayso_redate (source, redating->article, redating->words, cancellable, &error);

  if (command == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, command, (GDestroyNotify) sayso_command_unref);
}

/**
 * sayso_redate_async:
 * @casebook: a casebook
 * @article: an article
 * @words: its publication date as a person writes it; empty for none
 * @cancellable: (nullable): to stop early
 * @callback: called when the command is made
 * @user_data: for @callback
 *
 * [func@redate] on a thread of its own.
 */
void
sayso_redate_async (SaysoCasebook *casebook, gint64 article, const char *words, GCancellable *cancellable,
                    GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Redating *redating;

  g_return_if_fail (SAYSO_IS_CASEBOOK (casebook));
  g_return_if_fail (words != NULL);

  redating = g_new0 (Redating, 1);
  redating->article = article;
  redating->words = g_strdup (words);
  task = g_task_new (casebook, cancellable, callback, user_data);
  g_task_set_source_tag (task, sayso_redate_async);
  g_task_set_task_data (task, redating, redating_free);
  g_task_run_in_thread (task, redate_in_thread);
}

SaysoCommand *
sayso_redate_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

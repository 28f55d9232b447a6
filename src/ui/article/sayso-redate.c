/* sayso-redate.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-redate.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sayso-edtf.h"
#include "sayso-extract.h"
#include "sayso-names.h"
#include "sayso-reader.h"
#include "sayso-time-decision.h"
#include "sayso-times.h"

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
  g_autoptr (GArray) times = NULL;

  g_return_val_if_fail (words != NULL && g_utf8_validate (words, -1, NULL), NULL);

  sentence = g_strdup_printf ("It was published on %s.", words);
  text = sayso_text_new (sentence, -1);
  reading = sayso_reading_new (text);
  times = sayso_times_find (reading, NULL, NULL, NULL, error);
  if (times == NULL)
    return NULL;

  if (times->len == 1)
    {
      const SaysoExtractedTime *time = &g_array_index (times, SaysoExtractedTime, 0);

      if (time->type == SAYSO_TIME_DATE && time->mod == NULL && time->value != NULL && is_calendar_date (time->value) &&
          sayso_bounds_known (&time->bounds))
        return g_strdup (time->value);
    }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               /* Translators: what was typed, then an example of a date that is understood */
               _ ("“%s” is no date. Write it like “%s”."), words, "2 November 2017");

  return NULL;
}

/* -- what a time may be ----------------------------------------------------------------------------------------- */

/* What the grammar takes for an interval of two times: "from March to May 2015". Their own intervals end it. */
static char *
join (const SaysoExtractedTime *first, const SaysoExtractedTime *last)
{
  g_autofree char *joined = NULL;
  g_autoptr (SaysoEdtf) edtf = NULL;

  if (first->edtf == NULL || last->edtf == NULL)
    return NULL;
  joined = g_strdup_printf ("%s/%s", first->edtf, last->edtf);
  edtf = sayso_edtf_parse (joined, NULL);

  return edtf != NULL ? g_steal_pointer (&joined) : NULL;
}

/* Bounds without an EDTF of their own, such as an hour of a day. */
static char *
edtf_of_bounds (const SaysoBounds *bounds)
{
  g_autofree char *earliest = sayso_bounds_format_earliest (bounds);
  g_autofree char *latest = sayso_bounds_format_latest (bounds);

  return g_strdup_printf ("%s/%s", earliest != NULL ? earliest : "..", latest != NULL ? latest : "..");
}

static char *
read_words (const char *words, GError **error)
{
  g_autofree char *sentence = g_strdup_printf ("It was %s.", words);
  g_autoptr (SaysoText) text = sayso_text_new (sentence, -1);
  g_autoptr (SaysoReading) reading = sayso_reading_new (text);
  g_autoptr (GArray) times = sayso_times_find (reading, NULL, NULL, NULL, error);
  const SaysoExtractedTime *first;
  g_autofree char *edtf = NULL;
  SaysoBounds bounds;

  if (times == NULL || times->len == 0 || times->len > 2)
    return NULL;
  first = &g_array_index (times, SaysoExtractedTime, 0);
  if (times->len == 2)
    return join (first, first + 1);
  if (first->type != SAYSO_TIME_DATE && first->type != SAYSO_TIME_TIME)
    return NULL;

  sayso_times_get_dated (first, &bounds, &edtf);
  if (!sayso_bounds_known (&bounds))
    return NULL;

  return edtf != NULL && first->type == SAYSO_TIME_DATE ? g_steal_pointer (&edtf) : edtf_of_bounds (&bounds);
}

/**
 * sayso_time_from_words:
 * @words: when something was, as a person writes it, or EDTF
 * @bounds: (out): what it means
 * @error: where to say that it is none
 *
 * Reads with the grammar that reads articles: "early March 2015", "from 11 to 20 July 2015", "2015-07-11/2015-07-20".
 * Fast enough to be called as the reader types.
 *
 * Returns: (transfer full) (nullable): the same, ISO 8601-2 Level 2
 */
char *
sayso_time_from_words (const char *words, SaysoBounds *bounds, GError **error)
{
  g_autofree char *typed = NULL, *text = NULL;
  g_autoptr (SaysoEdtf) edtf = NULL;

  g_return_val_if_fail (words != NULL && g_utf8_validate (words, -1, NULL), NULL);
  g_return_val_if_fail (bounds != NULL, NULL);

  typed = g_strstrip (g_strdup (words));
  edtf = sayso_edtf_parse (typed, NULL);
  if (edtf != NULL)
    text = g_strdup (typed);
  else
    {
      text = read_words (typed, NULL);
      edtf = text != NULL ? sayso_edtf_parse (text, NULL) : NULL;
    }
  if (edtf != NULL)
    sayso_edtf_get_bounds (edtf, bounds);
  if (edtf == NULL || !sayso_bounds_known (bounds))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   /* Translators: what was typed, then two examples of times that are understood */
                   _ ("“%s” says no date. Write it like “%s” or “%s”."), typed, "early March 2015", "2015-07-11");
      return NULL;
    }

  return g_steal_pointer (&text);
}

/* -- reading an article anew ------------------------------------------------------------------------------------ */

/* Whether the program took anything from it that needs the reader's model: without the model, that would be lost. */
static gboolean
was_read (SaysoArticle *article)
{
  return article->n_actors > 0 || article->n_events > 0 || article->n_claims > 0;
}

static SaysoExtraction *
read_anew (SaysoCasebook *casebook, SaysoArticle *article, const char *published, GArray *decisions,
           GCancellable *cancellable, GError **error)
{
  g_autoptr (SaysoText) text = sayso_casebook_get_text (casebook, sayso_item_get_id (SAYSO_ITEM (article)), error);
  g_autoptr (SaysoReading) reading = NULL;
  g_autoptr (SaysoNameList) names = NULL;
  g_autoptr (GError) unread = NULL;
  g_auto (SaysoMetadata) metadata = { 0 };

  if (text == NULL)
    return NULL;
  reading = sayso_reader_read (text, cancellable, &unread);
  if (reading == NULL &&
      (was_read (article) || !g_error_matches (unread, SAYSO_READER_ERROR, SAYSO_READER_ERROR_MODEL)))
    {
      g_propagate_error (error, g_steal_pointer (&unread));
      return NULL;
    }

  metadata.title = g_strdup (sayso_item_get_title (SAYSO_ITEM (article)));
  metadata.byline = article->byline == NULL ? NULL : g_strsplit (article->byline, ", ", -1);
  metadata.publisher = g_strdup (article->outlet);
  metadata.url = g_strdup (article->url);
  metadata.published = g_strdup (published);
  if (reading == NULL)
    return sayso_extract_unread (text, &metadata, published, decisions, cancellable, error);

  names = sayso_casebook_get_names (casebook, error);

  return names != NULL ? sayso_extract_with_names (reading, &metadata, published, decisions, names, cancellable, error)
                       : NULL;
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
  g_autoptr (GArray) decisions = NULL;
  g_autoptr (SaysoExtraction) extraction = NULL;

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
  decisions = sayso_casebook_get_time_decisions (casebook, article, error);
  if (decisions == NULL)
    return NULL;
  extraction = read_anew (casebook, SAYSO_ARTICLE (item), date, decisions, cancellable, error);
  if (extraction == NULL)
    return NULL;

  return sayso_command_new_published (article, date, extraction);
}

/* Puts a decision in its place among those on other times; %NULL takes the one that was there away. */
static gboolean
put_decision (GArray *decisions, SaysoSpan span, const char *chosen)
{
  SaysoTimeDecision decision;
  guint at = 0;

  for (; at < decisions->len; at++)
    {
      const SaysoTimeDecision *other = &g_array_index (decisions, SaysoTimeDecision, at);

      if (other->span.start >= span.start)
        break;
    }
  if (at < decisions->len && g_array_index (decisions, SaysoTimeDecision, at).span.start == span.start)
    g_array_remove_index (decisions, at);
  if (chosen == NULL)
    return TRUE;
  if (!sayso_time_decision_parse (chosen, span, &decision))
    return FALSE;
  g_array_insert_val (decisions, at, decision);

  return TRUE;
}

/* Whether the decision came to something: what it should count from may be too wide for that, or be no date. */
static gboolean
check_decision (SaysoExtraction *extraction, SaysoSpan span, const char *chosen, GError **error)
{
  for (guint i = 0; i < extraction->times->len; i++)
    {
      const SaysoExtractedTime *time = &g_array_index (extraction->times, SaysoExtractedTime, i);
      SaysoTimeDecision decision;
      gboolean counts;

      if (time->span.start != span.start || time->span.end != span.end)
        continue;
      if (chosen == NULL || !sayso_time_decision_parse (chosen, span, &decision))
        return TRUE;
      counts = decision.anchor != SAYSO_ANCHOR_TIME || time->anchor == SAYSO_ANCHOR_TIME;
      sayso_time_decision_clear (&decision);
      if (counts)
        return TRUE;
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _ ("It cannot count from that time, which is not exact enough. Choose another."));
      return FALSE;
    }

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                       _ ("This time is not found in the article any more. Set the publication date again."));

  return FALSE;
}

/**
 * sayso_redate_time:
 * @casebook: a casebook
 * @time: a time
 * @chosen: (nullable): when it is or what it counts from, see sayso_time_decision_format(); %NULL for what the text
 * says
 * @cancellable: (nullable): to stop early
 * @error: why there is no command
 *
 * Reads the article of a time anew with what a person decided on it, as all that counts from it changes with it.
 *
 * Returns: (transfer full) (nullable): the command that changes the time
 */
SaysoCommand *
sayso_redate_time (SaysoCasebook *casebook, gint64 time, const char *chosen, GCancellable *cancellable, GError **error)
{
  g_autoptr (SaysoItem) item = NULL, article = NULL;
  g_autoptr (GArray) decisions = NULL;
  g_autoptr (SaysoExtraction) extraction = NULL;
  SaysoSpan span;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (casebook), NULL);

  item = sayso_casebook_get (casebook, SAYSO_ITEM_TIME, time, error);
  if (item == NULL)
    return NULL;
  span = SAYSO_TIME (item)->span;
  article = sayso_casebook_get (casebook, SAYSO_ITEM_ARTICLE, SAYSO_TIME (item)->article, error);
  if (article == NULL)
    return NULL;
  decisions = sayso_casebook_get_time_decisions (casebook, SAYSO_TIME (item)->article, error);
  if (decisions == NULL)
    return NULL;
  if (!put_decision (decisions, span, chosen))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“%s” is no time."), chosen);
      return NULL;
    }
  extraction =
      read_anew (casebook, SAYSO_ARTICLE (article), SAYSO_ARTICLE (article)->published, decisions, cancellable, error);
  if (extraction == NULL || !check_decision (extraction, span, chosen, error))
    return NULL;

  return sayso_command_new_redate (time, chosen, extraction);
}

/* -- on a thread ------------------------------------------------------------------------------------------------ */

typedef struct
{
  SaysoItemKind kind; /* of an article the publication date is set, of a time the time */
  gint64 id;
  char *words; /* of a time: what is chosen, nullable */
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
  SaysoCommand *command = redating->kind == SAYSO_ITEM_TIME
                              ? sayso_redate_time (source, redating->id, redating->words, cancellable, &error)
                              : sayso_redate (source, redating->id, redating->words, cancellable, &error);

  if (command == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, command, (GDestroyNotify) sayso_command_unref);
}

static void
start (SaysoCasebook *casebook, SaysoItemKind kind, gint64 id, const char *words, GCancellable *cancellable,
       GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (casebook, cancellable, callback, user_data);
  Redating *redating = g_new0 (Redating, 1);

  redating->kind = kind;
  redating->id = id;
  redating->words = g_strdup (words);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, redating, redating_free);
  g_task_run_in_thread (task, redate_in_thread);
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
  g_return_if_fail (SAYSO_IS_CASEBOOK (casebook));
  g_return_if_fail (words != NULL);

  start (casebook, SAYSO_ITEM_ARTICLE, article, words, cancellable, callback, user_data);
}

/**
 * sayso_redate_time_async:
 * @casebook: a casebook
 * @time: a time
 * @chosen: (nullable): what is decided on it
 * @cancellable: (nullable): to stop early
 * @callback: called when the command is made; sayso_redate_finish() hands it out
 * @user_data: for @callback
 *
 * [func@redate_time] on a thread of its own.
 */
void
sayso_redate_time_async (SaysoCasebook *casebook, gint64 time, const char *chosen, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SAYSO_IS_CASEBOOK (casebook));

  start (casebook, SAYSO_ITEM_TIME, time, chosen, cancellable, callback, user_data);
}

SaysoCommand *
sayso_redate_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

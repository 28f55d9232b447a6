/* bench-casebook.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* bench-casebook: makes casebooks of invented articles, measures what views ask of them, and holds that against what is
 * promised. SAYSO_BENCH_ARTICLES: how many articles, one number or several between blanks (else 1,000; what is promised
 * is promised of 100,000). SAYSO_BENCH_FOLDER: where to keep the casebooks and find them the next time (else nowhere).
 * bench-casebook ARTICLES FILE does one of them. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <time.h>

#include "bench-articles.h"
#include "sayso-chronicle.h"
#include "sayso-hits.h"
#include "sayso-queries.h"

#define N_BATCH 50

/* What is promised of 100,000 articles. */
static const struct
{
  const char *key;
  const char *what;
  double most;
  const char *unit;
} promises[] = {
  { "open", "open to the first page of the library", 300, "ms" },
  { "page", "any page of any list in any order (p99 of the slowest)", 20, "ms" },
  { "search", "search, first 50 hits with snippets (p99)", 50, "ms" },
  { "timeline", "timeline: a range at its resolution, any zoom (p99)", 15, "ms" },
  { "timeline-actor", "the same of one actor alone, any zoom (p99)", 15, "ms" },
  { "neighbourhood", "neighbourhood, two steps, strongest 300 (p99)", 30, "ms" },
  { "store", "store one extraction, 1,000 words, 40 events (mean)", 3, "ms" },
  { "store-processor", "  of that, processor time", 3, "ms" },
  { "memory", "memory with every view visited", 250, "MB" },
};

/* -- measuring ------------------------------------------------------------------------------------------ */

static gint64 started, used;
static GArray *samples;
static double busy; /* microseconds of processor time in all samples */

/* Of all threads: other programs may keep the processors from this one. */
static gint64
get_used (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
start (void)
{
  started = g_get_monotonic_time ();
  used = get_used ();
}

/* Of @n that were measured together, each took its part. */
static void
stop_each (guint n)
{
  gint64 took = (g_get_monotonic_time () - started) / n;

  busy += (double) (get_used () - used) / n;
  g_array_append_val (samples, took);
}

static void
stop (void)
{
  stop_each (1);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 m = *(const gint64 *) a, n = *(const gint64 *) b;

  return (m > n) - (m < n);
}

static double
percentile (guint percent)
{
  return g_array_index (samples, gint64, samples->len * percent / 100) / 1000.0;
}

/* Sorts what was measured and tells of it. */
static void
report (const char *what)
{
  double sum = 0;

  g_array_sort (samples, compare);
  for (guint i = 0; i < samples->len; i++)
    sum += g_array_index (samples, gint64, i);
  g_print ("%-48s %6u × mean %8.2f ms, processor %8.2f, p50 %8.2f, p99 %8.2f, max %8.2f\n", what, samples->len,
           sum / samples->len / 1000, busy / samples->len / 1000, percentile (50), percentile (99),
           g_array_index (samples, gint64, samples->len - 1) / 1000.0);
}

static void
forget (void)
{
  g_array_set_size (samples, 0);
  busy = 0;
}

static void
report_and_forget (const char *what)
{
  report (what);
  forget ();
}

/* For the one who asked for several casebooks to be measured. */
static void
result (const char *key, double value)
{
  g_print ("RESULT %s %f\n", key, value);
}

static void
check (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static void
add_articles (SaysoCasebook *casebook, guint from, guint to, GPtrArray *words, const Shape *shape)
{
  for (guint i = from; i < to; i += N_BATCH)
    {
      g_autoptr (GPtrArray) batch = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_command_unref);
      g_autoptr (SaysoCommand) group = NULL;
      g_autoptr (GError) error = NULL;

      for (guint j = i; j < MIN (i + N_BATCH, to); j++)
        g_ptr_array_add (batch, invent_import (j, words, shape));
      group = sayso_command_new_group ("Add articles", (SaysoCommand *const *) batch->pdata, batch->len);
      start ();
      sayso_casebook_submit (casebook, group, NULL, &error);
      stop_each (batch->len);
      check (error);
    }
}

/* Fills a casebook, and then measures how long it takes to store more in it. */
static void
fill (SaysoCasebook *casebook, guint n_articles, GPtrArray *words)
{
  g_autoptr (GError) error = NULL;
  guint n_there;
  double sum = 0;

  sayso_casebook_count (casebook, SAYSO_ITEM_ARTICLE, NULL, &n_there, &error);
  check (error);
  if (n_there < n_articles)
    {
      add_articles (casebook, n_there, n_articles, words, &usual);
      report_and_forget ("store one article of the casebook (260 words)");
      n_there = n_articles;
    }
  add_articles (casebook, n_there, n_there + 10 * N_BATCH, words, &large);
  report ("store one extraction (1,000 words, 40 events)");
  for (guint i = 0; i < samples->len; i++)
    sum += g_array_index (samples, gint64, i);
  result ("store", sum / samples->len / 1000);
  result ("store-processor", busy / samples->len / 1000);
  forget ();
}

static void
measure_opening (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SaysoCasebook) casebook = NULL;
      g_autoptr (GListModel) articles = NULL;
      g_autoptr (SaysoItem) item = NULL;

      start ();
      casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_OPEN, NULL, &error);
      check (error);
      articles = sayso_casebook_list (casebook, SAYSO_ITEM_ARTICLE, NULL, SAYSO_SORT_TEXT);
      while (g_list_model_get_n_items (articles) == 0)
        g_main_context_iteration (NULL, TRUE);
      item = g_list_model_get_item (articles, 0);
      stop ();
    }
  report ("open to the first page of the library");
  result ("open", percentile (99));
  forget ();
}

static void
wait_for (GListModel *list, guint n)
{
  while (g_list_model_get_n_items (list) < n)
    g_main_context_iteration (NULL, TRUE);
}

/* The first page as soon as there is one, then pages anywhere. */
static void
measure_list (SaysoCasebook *casebook, SaysoItemKind kind, SaysoSort sort, GRand *rand)
{
  g_autoptr (GListModel) list = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  sayso_casebook_count (casebook, kind, NULL, &n, &error);
  check (error);
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (SaysoItem) item = NULL;

      g_clear_object (&list);
      start ();
      list = sayso_casebook_list (casebook, kind, NULL, sort);
      wait_for (list, 1);
      item = g_list_model_get_item (list, 0);
      stop ();
      wait_for (list, n);
    }
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (SaysoItem) item = NULL;

      start ();
      item = g_list_model_get_item (list, g_rand_int_range (rand, 0, n));
      stop ();
    }
}

static void
measure_lists (SaysoCasebook *casebook, GRand *rand)
{
  static const struct
  {
    SaysoItemKind kind;
    SaysoSort sort;
    const char *name;
  } lists[] = {
    { SAYSO_ITEM_ARTICLE, SAYSO_SORT_TEXT, "articles by text" },
    { SAYSO_ITEM_ARTICLE, SAYSO_SORT_DATE, "articles by date" },
    { SAYSO_ITEM_ARTICLE, SAYSO_SORT_TITLE, "articles by title" },
    { SAYSO_ITEM_TIME, SAYSO_SORT_TEXT, "times by text" },
    { SAYSO_ITEM_ACTOR, SAYSO_SORT_TEXT, "actors by text" },
    { SAYSO_ITEM_ACTOR, SAYSO_SORT_TITLE, "actors by title" },
    { SAYSO_ITEM_ACTOR, SAYSO_SORT_STRENGTH, "actors by strength" },
    { SAYSO_ITEM_EVENT, SAYSO_SORT_TEXT, "events by text" },
    { SAYSO_ITEM_EVENT, SAYSO_SORT_DATE, "events by date" },
    { SAYSO_ITEM_CLAIM, SAYSO_SORT_TEXT, "claims by text" },
    { SAYSO_ITEM_CLAIM, SAYSO_SORT_DATE, "claims by date" },
    { SAYSO_ITEM_CLAIM, SAYSO_SORT_SOURCING, "claims by sourcing" },
    { SAYSO_ITEM_RELATION, SAYSO_SORT_TEXT, "relations by text" },
    { SAYSO_ITEM_RELATION, SAYSO_SORT_STRENGTH, "relations by strength" },
  };
  double slowest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *what = g_strdup_printf ("a page of %s", lists[i].name);

      measure_list (casebook, lists[i].kind, lists[i].sort, rand);
      report (what);
      slowest = MAX (slowest, percentile (99));
      forget ();
    }
  result ("page", slowest);
}

static void
measure_search (SaysoCasebook *casebook, GPtrArray *words, GRand *rand)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 200; i++)
    {
      const char *one = g_ptr_array_index (words, draw (rand, words->len)),
                 *two = g_ptr_array_index (words, draw (rand, words->len));
      g_autoptr (SaysoFilter) filter = sayso_filter_new ();
      g_autoptr (GPtrArray) items = NULL;

      filter->text = i % 7 == 0   ? g_strdup (one)
                     : i % 7 == 1 ? g_strdup_printf ("%s %s", one, two)
                     : i % 7 == 2 ? g_strdup_printf ("\"%s %s\"", one, two)
                     : i % 7 == 3 ? g_strndup (one, 3)
                     : i % 7 == 4 ? g_strdup_printf ("%s OR %s", one, two)
                     : i % 7 == 5 ? g_strdup_printf ("%s -%s", one, two)
                                  : g_strdup_printf ("%s after:2010 before:2015-07", one);
      start ();
      items = sayso_casebook_search (casebook, SAYSO_ITEM_ARTICLE + i % 6, filter, 0, 50, &error);
      stop ();
      check (error);
    }
  report ("search, first 50 hits with snippets");
  result ("search", percentile (99));
  forget ();
}

static void
measure_zooms (SaysoCasebook *casebook, const SaysoFilter *filter, guint n, GRand *rand)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SaysoChronicle) chronicle = NULL;
      g_autoptr (GError) error = NULL;
      /* From an hour to a century. */
      gint64 length = 3600 * exp (g_rand_double (rand) * log (24 * 36525));
      gint64 from = sayso_date_to_seconds (1990, 1, 1) + g_rand_double (rand) * 35 * 365 * SAYSO_SECONDS_A_DAY;
      SaysoBounds window = { from - length / 2, from + length / 2 };

      start ();
      chronicle =
          sayso_casebook_get_chronicle (casebook, filter, SAYSO_LANES_KIND, &window, MAX (length / 64, 1), 400, &error);
      stop ();
      check (error);
    }
}

static void
measure_timeline (SaysoCasebook *casebook, GRand *rand)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (GPtrArray) strongest = NULL;

  measure_zooms (casebook, NULL, 400, rand);
  report ("timeline: a range at its resolution, any zoom");
  result ("timeline", percentile (99));
  forget ();
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (SaysoChronicle) chronicle = NULL;
      SaysoBounds all = SAYSO_BOUNDS_UNKNOWN;

      start ();
      chronicle =
          sayso_casebook_get_chronicle (casebook, NULL, SAYSO_LANES_KIND, &all, 90 * SAYSO_SECONDS_A_DAY, 0, &error);
      stop ();
      check (error);
    }
  report_and_forget ("timeline: histogram of all");
  /* Those that are in the news most. What is read the first time is kept for the next. */
  strongest = sayso_casebook_query (casebook, SAYSO_ITEM_ACTOR, NULL, SAYSO_SORT_STRENGTH, 0, 20, &error);
  check (error);
  for (guint i = 0; i < strongest->len; i++)
    {
      g_autoptr (SaysoChronicle) chronicle = NULL;
      SaysoBounds window = SAYSO_BOUNDS_UNKNOWN;

      filter->actor = sayso_item_get_id (g_ptr_array_index (strongest, i));
      start ();
      chronicle = sayso_casebook_get_chronicle (casebook, filter, SAYSO_LANES_KIND, &window, 90 * SAYSO_SECONDS_A_DAY,
                                                400, &error);
      stop ();
      check (error);
    }
  report_and_forget ("timeline: of a strong actor, all, the first time");
  filter->actor = sayso_item_get_id (g_ptr_array_index (strongest, 0));
  measure_zooms (casebook, filter, 1, rand);
  forget ();
  measure_zooms (casebook, filter, 400, rand);
  report ("timeline: of the strongest actor, any zoom");
  result ("timeline-actor", percentile (99));
  forget ();
  filter->actor = 0;
  filter->doubted = TRUE;
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (SaysoChronicle) chronicle = NULL;
      SaysoBounds window = SAYSO_BOUNDS_UNKNOWN;

      start ();
      chronicle = sayso_casebook_get_chronicle (casebook, filter, SAYSO_LANES_KIND, &window, 90 * SAYSO_SECONDS_A_DAY,
                                                400, &error);
      stop ();
      check (error);
    }
  report_and_forget ("timeline: all that is doubted");
  filter->doubted = FALSE;
  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (GPtrArray) items = NULL;
      gint64 from = sayso_date_to_seconds (g_rand_int_range (rand, 1990, 2025), 1, 1);

      filter->range.earliest = from;
      filter->range.latest = from + SAYSO_SECONDS_A_DAY * (i % 3 == 0 ? 7 : i % 3 == 1 ? 31 : 366);
      start ();
      items = sayso_casebook_query (casebook, SAYSO_ITEM_EVENT, filter, SAYSO_SORT_DATE, 0, 1000, &error);
      stop ();
      check (error);
    }
  report_and_forget ("list of events in a range, first 1,000");
}

static void
measure_views (SaysoCasebook *casebook, guint n_articles, GRand *rand)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (GPtrArray) strongest = NULL;
  gint64 earliest, latest;

  for (guint i = 0; i < 20; i++)
    {
      start ();
      sayso_casebook_get_extent (casebook, NULL, &earliest, &latest, &error);
      stop ();
      check (error);
    }
  report_and_forget ("extent of all");

  strongest = sayso_casebook_query (casebook, SAYSO_ITEM_ACTOR, NULL, SAYSO_SORT_STRENGTH, 0, 50, &error);
  check (error);
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GPtrArray) actors = NULL, relations = NULL;

      start ();
      sayso_casebook_get_neighbourhood (casebook, NULL, sayso_item_get_id (g_ptr_array_index (strongest, i)), 2, 300,
                                        1000, &actors, &relations, &error);
      stop ();
      check (error);
    }
  report ("neighbourhood, two steps, strongest 300");
  result ("neighbourhood", percentile (99));
  forget ();
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GPtrArray) actors = NULL, relations = NULL;

      start ();
      sayso_casebook_get_graph (casebook, NULL, 300, &actors, &relations, &error);
      stop ();
      check (error);
    }
  report_and_forget ("graph of all, strongest 300");

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GArray) marks = NULL;

      start ();
      marks = sayso_casebook_get_marks (casebook, g_rand_int_range (rand, 1, n_articles + 1), &error);
      stop ();
      check (error);
    }
  report_and_forget ("marks of an article");
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GArray) passages = NULL;

      start ();
      passages = sayso_casebook_get_evidence (casebook, SAYSO_ITEM_ACTOR,
                                              sayso_item_get_id (g_ptr_array_index (strongest, i)), 50, &error);
      stop ();
      check (error);
    }
  report_and_forget ("evidence of a strong actor, first 50");
}

static void
measure_filters (SaysoCasebook *casebook)
{
  static const char *kinds[] = { "", "articles", "times", "actors", "events", "claims", "relations" };
  static const char *fields[] = { "anonymous", "doubted", "undated", "to review", "range", "actor" };

  for (guint field = 0; field < G_N_ELEMENTS (fields); field++)
    for (SaysoItemKind kind = SAYSO_ITEM_ARTICLE; kind <= SAYSO_ITEM_RELATION; kind++)
      {
        g_autofree char *what = g_strdup_printf ("%s, %s only: first 50", kinds[kind], fields[field]);
        g_autoptr (SaysoFilter) filter = sayso_filter_new ();

        filter->anonymous = field == 0;
        filter->doubted = field == 1;
        filter->undated = field == 2;
        filter->to_review = field == 3;
        if (field == 4)
          sayso_bounds_parse ("2010-01-01", "2010-12-31", &filter->range);
        filter->actor = field == 5 ? 3 : 0;
        for (guint i = 0; i < 5; i++)
          {
            g_autoptr (GPtrArray) items = NULL;
            g_autoptr (GError) error = NULL;

            start ();
            items = sayso_casebook_query (casebook, kind, filter, SAYSO_SORT_TEXT, 0, 50, &error);
            stop ();
            check (error);
          }
        report_and_forget (what);
      }
}

/* By when things were reported, learned and known: nothing of that stands in one column. */
static void
measure_dates (SaysoCasebook *casebook)
{
  static const char *const words[] = { "known:2015-07-01", "reported:2015", "learned:2015" };
  static const struct
  {
    SaysoItemKind kind;
    const char *name;
  } kinds[] = { { SAYSO_ITEM_EVENT, "events" }, { SAYSO_ITEM_CLAIM, "claims" } };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint field = 0; field < G_N_ELEMENTS (words) + 2; field++)
      {
        g_autoptr (SaysoFilter) filter = sayso_filter_new ();
        gboolean is_filter = field < G_N_ELEMENTS (words);
        SaysoSort sort = is_filter                       ? SAYSO_SORT_TEXT
                         : field == G_N_ELEMENTS (words) ? SAYSO_SORT_REPORTED
                                                         : SAYSO_SORT_LEARNED;
        g_autofree char *what = g_strdup_printf ("%s, %s: first 50", kinds[k].name,
                                                 is_filter                     ? words[field]
                                                 : sort == SAYSO_SORT_REPORTED ? "by when reported"
                                                                               : "by when learned");

        filter->text = is_filter ? g_strdup (words[field]) : NULL;
        for (guint i = 0; i < 3; i++)
          {
            g_autoptr (GPtrArray) items = NULL;
            g_autoptr (GError) error = NULL;

            start ();
            items = sayso_casebook_query (casebook, kinds[k].kind, filter, sort, 0, 50, &error);
            stop ();
            check (error);
          }
        report_and_forget (what);
      }
}

static void
measure_commands (SaysoCasebook *casebook)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCommand) remove = sayso_command_new_remove (1);

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (SaysoCommand) decide = sayso_command_new_decide (SAYSO_ITEM_EVENT, i + 1, SAYSO_STANDING_CONFIRMED);

      start ();
      sayso_casebook_submit (casebook, decide, NULL, &error);
      stop ();
      check (error);
    }
  report_and_forget ("decide on an event");
  for (guint i = 0; i < 50; i++)
    {
      start ();
      sayso_casebook_undo (casebook, &error);
      stop ();
      check (error);
    }
  report_and_forget ("undo it");
  start ();
  sayso_casebook_submit (casebook, remove, NULL, &error);
  stop ();
  check (error);
  report_and_forget ("remove an article");
  sayso_casebook_undo (casebook, &error);
  check (error);
}

/* The highest that the memory was since it was last forgotten, in MB. */
static double
peak_memory (gboolean forget_it)
{
  g_autofree char *status = NULL;
  const char *line;

  if (forget_it)
    g_file_set_contents_full ("/proc/self/clear_refs", "5", 1, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) || (line = strstr (status, "VmHWM:")) == NULL)
    return 0;

  return g_ascii_strtoull (line + strlen ("VmHWM:"), NULL, 10) / 1e3;
}

static void
measure (guint n_articles, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCasebook) casebook = NULL;
  GStatBuf info;

  samples = g_array_new (FALSE, FALSE, sizeof (gint64));
  n_actors_all = MAX (n_articles / 2, 100);
  for (guint i = 0; i < 8000; i++)
    g_ptr_array_add (words, invent_word (rand));

  casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_CREATE, NULL, &error);
  check (error);
  g_print ("%u articles\n", n_articles);
  fill (casebook, n_articles, words);
  sayso_casebook_close (casebook);
  g_clear_object (&casebook);

  measure_opening (path);
  peak_memory (TRUE);
  casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_OPEN, NULL, &error);
  check (error);
  measure_lists (casebook, rand);
  measure_search (casebook, words, rand);
  measure_timeline (casebook, rand);
  measure_views (casebook, n_articles, rand);
  result ("memory", peak_memory (FALSE));
  measure_filters (casebook);
  measure_dates (casebook);
  measure_commands (casebook);
  sayso_casebook_close (casebook);
  if (g_stat (path, &info) == 0)
    g_print ("%-48s %.1f MB\n", "file", info.st_size / 1e6);
  g_print ("%-48s %.1f MB\n", "memory at its peak, with changes", peak_memory (FALSE));
}

/* -- several casebooks, and what is promised ------------------------------------------------------------ */

static double
result_of (const char *output, const char *key)
{
  g_autofree char *line = g_strdup_printf ("RESULT %s ", key);
  const char *at = output != NULL ? strstr (output, line) : NULL;

  return at != NULL ? g_ascii_strtod (at + strlen (line), NULL) : NAN;
}

/* Each in a process of its own, which has its own memory. */
static char *
measure_apart (const char *program, guint n_articles, const char *folder)
{
  g_autofree char *number = g_strdup_printf ("%u", n_articles), *name = g_strdup_printf ("%u.sayso", n_articles);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  const char *const argv[] = { program, number, path, NULL };
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;

  process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  check (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  check (error);
  lines = g_strsplit (output, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0' && !g_str_has_prefix (*line, "RESULT "))
      g_print ("%s\n", *line);
  g_print ("\n");

  return g_steal_pointer (&output);
}

/* Whether all that is promised of the largest is so, and nothing grows faster than the casebook. */
static gboolean
compare_with_promises (const guint *numbers, char *const *outputs, guint n)
{
  gboolean kept = TRUE;

  g_print ("%-56s %10s", "", "at most");
  for (guint i = 0; i < n; i++)
    g_print (" %12u", numbers[i]);
  g_print ("%s\n", n > 1 ? "       growth" : "");
  for (guint i = 0; i < G_N_ELEMENTS (promises); i++)
    {
      double last = result_of (outputs[n - 1], promises[i].key);
      double growth = last / result_of (outputs[0], promises[i].key);
      gboolean linear = n == 1 || growth <= (double) numbers[n - 1] / numbers[0],
               ok = last <= promises[i].most && linear;

      g_print ("%-56s %7.0f %s", promises[i].what, promises[i].most, promises[i].unit);
      for (guint k = 0; k < n; k++)
        g_print (" %12.2f", result_of (outputs[k], promises[i].key));
      if (n > 1)
        g_print (" %11.2f×", growth);
      g_print ("  %s\n", ok ? "kept" : linear ? "NOT KEPT" : "NOT KEPT: grows faster than the casebook");
      kept = kept && ok;
    }

  return kept;
}

int
main (int argc, char *argv[])
{
  const char *given = g_getenv ("SAYSO_BENCH_ARTICLES"), *kept = g_getenv ("SAYSO_BENCH_FOLDER");
  g_auto (GStrv) words = g_strsplit (given != NULL ? given : "1000", " ", -1);
  guint n = g_strv_length (words);
  g_autofree guint *numbers = g_new0 (guint, n);
  g_auto (GStrv) outputs = g_new0 (char *, n + 1);
  g_autofree char *folder = NULL;
  gboolean ok;

  if (argc == 3)
    {
      measure (MAX (g_ascii_strtoull (argv[1], NULL, 10), 1), argv[2]);
      return 0;
    }

  folder = kept != NULL ? g_strdup (kept) : g_dir_make_tmp ("sayso-bench-XXXXXX", NULL);
  for (guint i = 0; i < n; i++)
    {
      numbers[i] = MAX (g_ascii_strtoull (words[i], NULL, 10), 1);
      outputs[i] = measure_apart (argv[0], numbers[i], folder);
    }
  ok = compare_with_promises (numbers, outputs, n);
  for (guint i = 0; kept == NULL && i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.sayso", numbers[i]);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  if (kept == NULL)
    g_rmdir (folder);

  return ok ? 0 : 1;
}

/* bench-casebook.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* bench-casebook [ARTICLES [FILE]]: makes a casebook of invented articles (else SAYSO_BENCH_ARTICLES, else 1,000) and
 * measures what views ask of it. With a FILE that exists, articles are only added until there are as many. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <time.h>

#include "sayso-chronicle.h"
#include "sayso-hits.h"
#include "sayso-queries.h"

#define N_BATCH 50
#define MAX_ACTORS 14

/* How much an article holds. */
typedef struct
{
  guint words;
  guint times;
  guint actors;
  guint mentions;
  guint events;
  guint claims;
  guint relations;
} Shape;

/* Of 100,000 such there are 1,000,000 events, 500,000 claims and 2,000,000 mentions. */
static const Shape usual = { 260, 8, 8, 20, 10, 5, 4 };
/* What is timed: 1,000 words with 40 events. */
static const Shape large = { 1000, 20, MAX_ACTORS, 50, 40, 14, 12 };

static guint n_actors_all; /* over all articles: one for two of them */

/* -- making articles ------------------------------------------------------------------------------------ */

static char *
invent_word (GRand *rand)
{
  static const char *syllables[] = { "ba",  "ko",  "ri", "ven", "tal", "mo", "su",
                                     "lin", "dar", "pe", "gro", "ash", "ul", "ne" };
  GString *word = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 1, 5); n > 0; n--)
    g_string_append (word, syllables[g_rand_int_range (rand, 0, G_N_ELEMENTS (syllables))]);

  return g_string_free_and_steal (word);
}

/* Few are in the news often, many seldom. */
static guint
draw (GRand *rand, guint n)
{
  return MIN ((guint) (exp (g_rand_double (rand) * log (n)) - 1), n - 1);
}

static SaysoSpan
somewhere (GRand *rand, SaysoReading *reading, guint words)
{
  guint at = g_rand_int_range (rand, 0, reading->tokens->len - words);

  return SAYSO_SPAN (sayso_reading_token (reading, at)->span.start,
                     sayso_reading_token (reading, at + words - 1)->span.end);
}

static GArray *
one_span (SaysoSpan span)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));

  g_array_append_val (spans, span);

  return spans;
}

static SaysoBounds
some_month (GRand *rand)
{
  int year = g_rand_int_range (rand, 1990, 2026), month = g_rand_int_range (rand, 1, 12);

  return (SaysoBounds) { sayso_date_to_seconds (year, month, 1), sayso_date_to_seconds (year, month + 1, 1) - 1 };
}

static SaysoReading *
invent_reading (GRand *rand, GPtrArray *words, const Shape *shape)
{
  g_autoptr (GString) utf8 = g_string_new (NULL);
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (SaysoToken));
  g_autoptr (SaysoText) text = NULL;
  SaysoReading *reading;

  for (guint i = 0; i < shape->words; i++)
    {
      const char *word = g_ptr_array_index (words, draw (rand, words->len));
      SaysoToken token = { utf8->len, utf8->len + strlen (word), SAYSO_SPAN (utf8->len, utf8->len + strlen (word)) };

      g_array_append_val (tokens, token);
      g_string_append (utf8, word);
      g_string_append (utf8, i % 100 == 99 ? ".\n\n" : i % 20 == 19 ? ". " : " ");
    }
  text = sayso_text_new (utf8->str, utf8->len);
  reading = sayso_reading_new (text);
  g_array_append_vals (reading->tokens, tokens->data, tokens->len);
  for (guint i = 0; i < shape->words / 20; i++)
    {
      SaysoSentence sentence = { SAYSO_SPAN (sayso_reading_token (reading, i * 20)->span.start,
                                             sayso_reading_token (reading, i * 20 + 19)->span.end + 1),
                                 i * 20, 20, SAYSO_BLOCK_PARAGRAPH, i / 5 };

      g_array_append_val (reading->sentences, sentence);
    }

  return reading;
}

static char *
title_at (SaysoReading *reading, SaysoSpan span)
{
  return sayso_text_slice (reading->text, span);
}

static SaysoExtraction *
invent_extraction (GRand *rand, GPtrArray *words, const Shape *shape)
{
  g_autoptr (SaysoReading) reading = invent_reading (rand, words, shape);
  SaysoExtraction *x = sayso_extraction_new (reading);

  for (guint i = 0; i < shape->times; i++)
    {
      SaysoExtractedTime time = { .span = somewhere (rand, reading, 2),
                                  .value = g_strdup ("2015-07"),
                                  .edtf = g_strdup ("2015-07"),
                                  .bounds = some_month (rand),
                                  .anchor_time = SAYSO_NONE };

      g_array_append_val (x->times, time);
    }
  for (guint i = 0; i < shape->actors; i++)
    {
      guint who = draw (rand, n_actors_all);
      SaysoExtractedActor actor = { g_strdup_printf ("%s %s %u", (char *) g_ptr_array_index (words, who % words->len),
                                                     (char *) g_ptr_array_index (words, who * 7 % words->len), who),
                                    who % 8, i == 0, g_ptr_array_new_with_free_func (g_free) };

      g_array_append_val (x->actors, actor);
    }
  for (guint i = 0; i < shape->mentions; i++)
    {
      SaysoExtractedMention mention = { i % shape->actors, somewhere (rand, reading, 2), SAYSO_FORM_NAME };

      g_array_append_val (x->mentions, mention);
    }
  for (guint i = 0; i < shape->claims; i++)
    {
      SaysoSpan content = somewhere (rand, reading, 15);
      SaysoExtractedClaim claim = { .source = one_span (somewhere (rand, reading, 2)),
                                    .cue = one_span (somewhere (rand, reading, 1)),
                                    .content = one_span (content),
                                    .source_kind = g_rand_int_range (rand, 0, 6),
                                    .several = i % 2,
                                    .source_actor = i % 3 == 0 ? i % shape->actors : SAYSO_NONE,
                                    .description = g_strdup ("somebody"),
                                    .title = title_at (reading, content),
                                    .parent = i % 4 == 3 ? i - 1 : SAYSO_NONE,
                                    .doubted = i % 7 == 0 };

      g_array_append_val (x->claims, claim);
    }
  for (guint i = 0; i < shape->events; i++)
    {
      SaysoSpan trigger = somewhere (rand, reading, 1), span = somewhere (rand, reading, 20);
      SaysoExtractedEvent event = { .trigger = trigger,
                                    .span = span,
                                    .title = title_at (reading, somewhere (rand, reading, 4)),
                                    .type = "act",
                                    .time = i % 3 == 0 ? i % shape->times : SAYSO_NONE,
                                    .bounds = SAYSO_BOUNDS_UNKNOWN,
                                    .place = SAYSO_NONE,
                                    .participants = g_array_new (FALSE, FALSE, sizeof (SaysoParticipant)),
                                    .factuality = i % 5 == 0 ? SAYSO_FACTUALITY_DENIED : SAYSO_FACTUALITY_ASSERTED,
                                    .claim = i % 2 ? i % shape->claims : SAYSO_NONE };
      SaysoParticipant participants[] = { { "agent", i % shape->actors, trigger },
                                          { "patient", (i + 3) % shape->actors, trigger } };

      if (event.time != SAYSO_NONE)
        event.bounds = g_array_index (x->times, SaysoExtractedTime, event.time).bounds;
      g_array_append_vals (event.participants, participants, 2);
      g_array_append_val (x->events, event);
    }
  for (guint i = 0; i < shape->relations; i++)
    {
      SaysoExtractedRelation relation = { i % shape->actors, "acts-on", g_strdup (g_ptr_array_index (words, i)),
                                          (i + 1) % shape->actors, g_array_new (FALSE, FALSE, sizeof (SaysoEvidence)) };
      SaysoEvidence evidence = { somewhere (rand, reading, 20), i, i % 2 ? i % shape->claims : SAYSO_NONE };

      g_array_append_val (relation.evidence, evidence);
      g_array_append_val (x->relations, relation);
    }

  return x;
}

static SaysoCommand *
invent_import (guint number, GPtrArray *words, const Shape *shape)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (number);
  g_autoptr (SaysoExtraction) x = invent_extraction (rand, words, shape);
  g_autofree char *original = g_strdup_printf ("%u\n%s", number, sayso_text_get_utf8 (x->reading->text));
  g_autoptr (GBytes) bytes = g_bytes_new (original, strlen (original));
  SaysoMetadata metadata = { .title = title_at (x->reading, somewhere (rand, x->reading, 6)),
                             .publisher = g_strdup_printf ("The %s", (char *) g_ptr_array_index (words, number % 40)),
                             .published =
                                 g_strdup_printf ("20%02u-0%u-1%u", number % 25, number % 9 + 1, number % 10) };
  g_autoptr (SaysoDocument) document =
      sayso_document_new (bytes, "/tmp/bench.txt", "text/plain", &metadata, x->reading->text);

  return sayso_command_new_import (document, x);
}

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

static void
report (const char *what)
{
  double sum = 0;

  g_array_sort (samples, compare);
  for (guint i = 0; i < samples->len; i++)
    sum += g_array_index (samples, gint64, i);
  g_print ("%-46s %6u × mean %8.2f ms, processor %8.2f, p50 %8.2f, p99 %8.2f, max %8.2f\n", what, samples->len,
           sum / samples->len / 1000, busy / samples->len / 1000,
           g_array_index (samples, gint64, samples->len / 2) / 1000.0,
           g_array_index (samples, gint64, samples->len * 99 / 100) / 1000.0,
           g_array_index (samples, gint64, samples->len - 1) / 1000.0);
  g_array_set_size (samples, 0);
  busy = 0;
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

  sayso_casebook_count (casebook, SAYSO_ITEM_ARTICLE, NULL, &n_there, &error);
  check (error);
  if (n_there < n_articles)
    {
      add_articles (casebook, n_there, n_articles, words, &usual);
      report ("store one article of the casebook (260 words)");
      n_there = n_articles;
    }
  add_articles (casebook, n_there, n_there + 10 * N_BATCH, words, &large);
  report ("store one extraction (1,000 words, 40 events)");
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
}

static void
measure_lists (SaysoCasebook *casebook, GRand *rand)
{
  static const char *kinds[] = { "", "articles", "times", "actors", "events", "claims", "relations" };
  static const char *sorts[] = { "text", "date", "title", "strength", "sourcing" };

  for (SaysoItemKind kind = SAYSO_ITEM_ARTICLE; kind <= SAYSO_ITEM_RELATION; kind++)
    for (SaysoSort sort = SAYSO_SORT_TEXT; sort <= SAYSO_SORT_SOURCING; sort++)
      {
        g_autofree char *what = g_strdup_printf ("list of %s by %s", kinds[kind], sorts[sort]);
        g_autofree char *page = g_strdup_printf ("  a page of it");
        g_autoptr (GListModel) list = NULL;

        start ();
        list = sayso_casebook_list (casebook, kind, NULL, sort);
        while (g_list_model_get_n_items (list) == 0)
          g_main_context_iteration (NULL, TRUE);
        stop ();
        report (what);
        for (guint i = 0; i < 50; i++)
          {
            g_autoptr (SaysoItem) item = NULL;

            start ();
            item = g_list_model_get_item (list, g_rand_int_range (rand, 0, g_list_model_get_n_items (list)));
            stop ();
          }
        report (page);
      }
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
}

static void
measure_timeline (SaysoCasebook *casebook, GRand *rand)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (SaysoChronicle) chronicle = NULL;
      /* From an hour to a century. */
      gint64 length = 3600 * exp (g_rand_double (rand) * log (24 * 36525));
      gint64 from = sayso_date_to_seconds (1990, 1, 1) + g_rand_double (rand) * 35 * 365 * SAYSO_SECONDS_A_DAY;
      SaysoBounds window = { from - length / 2, from + length / 2 };

      start ();
      chronicle = sayso_casebook_get_chronicle (casebook, NULL, &window, MAX (length / 64, 1), 400, &error);
      stop ();
      check (error);
    }
  report ("timeline: a range at its resolution, any zoom");
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (SaysoChronicle) chronicle = NULL;
      SaysoBounds all = SAYSO_BOUNDS_UNKNOWN;

      start ();
      chronicle = sayso_casebook_get_chronicle (casebook, NULL, &all, 90 * SAYSO_SECONDS_A_DAY, 0, &error);
      stop ();
      check (error);
    }
  report ("timeline: histogram of all");
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (SaysoChronicle) chronicle = NULL;
      SaysoBounds window = SAYSO_BOUNDS_UNKNOWN;

      filter->actor = i + 1;
      start ();
      chronicle = sayso_casebook_get_chronicle (casebook, filter, &window, 90 * SAYSO_SECONDS_A_DAY, 400, &error);
      stop ();
      check (error);
    }
  report ("timeline: of one actor, all");
  filter->actor = 0;
  filter->doubted = TRUE;
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (SaysoChronicle) chronicle = NULL;
      SaysoBounds window = SAYSO_BOUNDS_UNKNOWN;

      start ();
      chronicle = sayso_casebook_get_chronicle (casebook, filter, &window, 90 * SAYSO_SECONDS_A_DAY, 400, &error);
      stop ();
      check (error);
    }
  report ("timeline: all that is doubted");
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
  report ("list of events in a range, first 1,000");
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
  report ("extent of all");

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
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GPtrArray) actors = NULL, relations = NULL;

      start ();
      sayso_casebook_get_graph (casebook, NULL, 300, &actors, &relations, &error);
      stop ();
      check (error);
    }
  report ("graph of all, strongest 300");

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GArray) marks = NULL;

      start ();
      marks = sayso_casebook_get_marks (casebook, g_rand_int_range (rand, 1, n_articles + 1), &error);
      stop ();
      check (error);
    }
  report ("marks of an article");
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GArray) passages = NULL;

      start ();
      passages = sayso_casebook_get_evidence (casebook, SAYSO_ITEM_ACTOR,
                                              sayso_item_get_id (g_ptr_array_index (strongest, i)), 50, &error);
      stop ();
      check (error);
    }
  report ("evidence of a strong actor, first 50");
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
        report (what);
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
  report ("decide on an event");
  for (guint i = 0; i < 50; i++)
    {
      start ();
      sayso_casebook_undo (casebook, &error);
      stop ();
      check (error);
    }
  report ("undo it");
  start ();
  sayso_casebook_submit (casebook, remove, NULL, &error);
  stop ();
  check (error);
  report ("remove an article");
  sayso_casebook_undo (casebook, &error);
  check (error);
}

static void
report_sizes (const char *path)
{
  g_autofree char *status = NULL;
  GStatBuf info;
  const char *line;

  if (g_stat (path, &info) == 0)
    g_print ("%-44s %.1f MB\n", "file", info.st_size / 1e6);
  if (g_file_get_contents ("/proc/self/status", &status, NULL, NULL) && (line = strstr (status, "VmHWM:")) != NULL)
    g_print ("%-44s %.1f MB\n", "memory at its peak", g_ascii_strtoull (line + strlen ("VmHWM:"), NULL, 10) / 1e3);
}

int
main (int argc, char *argv[])
{
  const char *number = argc > 1 ? argv[1] : g_getenv ("SAYSO_BENCH_ARTICLES");
  guint n_articles = number != NULL ? MAX (g_ascii_strtoull (number, NULL, 10), 1) : 1000;
  g_autofree char *folder = argc > 2 ? NULL : g_dir_make_tmp ("sayso-bench-XXXXXX", NULL);
  g_autofree char *path = argc > 2 ? g_strdup (argv[2]) : g_build_filename (folder, "bench.sayso", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCasebook) casebook = NULL;

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
  casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_OPEN, NULL, &error);
  check (error);
  measure_lists (casebook, rand);
  measure_search (casebook, words, rand);
  measure_timeline (casebook, rand);
  measure_views (casebook, n_articles, rand);
  measure_filters (casebook);
  measure_commands (casebook);
  sayso_casebook_close (casebook);
  report_sizes (path);
  if (folder != NULL)
    {
      g_unlink (path);
      g_rmdir (folder);
    }

  return 0;
}

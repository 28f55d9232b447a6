/* bench-analysis.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* bench-analysis [ARTICLES [FILE]]: makes a casebook of invented articles (else SAYSO_BENCH_ARTICLES, else 1,000), in
 * which every story is told by about six of them within a short time, compares all of them, and then measures what it
 * takes to bring everything up to date for one more. With a FILE that exists, what is there is kept. */

#include <gio/gio.h>
#include <math.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "sayso-analysis.h"
#include "sayso-queries.h"
#include "sayso-reading.h"
#include "sayso-stories.h"

#define N_SENTENCES 15
#define N_SHARED 5
#define N_VOCABULARY 40000
#define N_NAMES 8000
#define N_COMMON 150
#define N_BATCH 50
#define N_MORE 40

static char *
invent_word (guint number)
{
  static const char *const syllables[] = { "ba",  "ko",  "ri", "ven", "tal", "mo", "su",
                                           "lin", "dar", "pe", "gro", "ash", "ul", "ne" };
  GString *word = g_string_new ("w");

  for (guint rest = number + 14; rest > 0; rest /= G_N_ELEMENTS (syllables))
    g_string_append (word, syllables[rest % G_N_ELEMENTS (syllables)]);

  return g_string_free_and_steal (word);
}

/* Few words are common, many rare; the commonest of all, which say nothing, are left out. */
static guint
draw (GRand *rand, guint n)
{
  return (guint) CLAMP (N_COMMON * (pow (1 + (double) n / N_COMMON, g_rand_double (rand)) - 1), 0, n - 1);
}

/* What tells a story: always the same words but for one. */
static void
append_sentence (GString *text, guint seed, guint variant)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint name = draw (rand, N_NAMES);

  g_string_append_printf (text, "Agency Orvo%u told", name);
  for (guint i = 0; i < 11; i++)
    {
      g_autofree char *word = invent_word (draw (rand, N_VOCABULARY) + (i == 5 ? variant * 31 : 0));

      g_string_append_printf (text, " %s", word);
    }
  g_string_append (text, ".");
}

static SaysoCommand *
invent_import (guint number)
{
  g_autoptr (GString) utf8 = g_string_new (NULL);
  g_autoptr (GArray) sentences = g_array_new (FALSE, FALSE, sizeof (SaysoSentence));
  g_autoptr (SaysoText) text = NULL;
  g_autoptr (SaysoReading) reading = NULL;
  g_autoptr (SaysoExtraction) x = NULL;
  g_autoptr (SaysoDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SaysoMetadata metadata = { 0 };

  for (guint i = 0; i < N_SENTENCES; i++)
    {
      guint start = utf8->len;
      SaysoSentence sentence = { .block = SAYSO_BLOCK_PARAGRAPH, .paragraph = i };

      append_sentence (utf8, i < N_SHARED ? (number / 6) * 16 + i : 1000000000u + number * 16 + i, number % 6);
      sentence.span = SAYSO_SPAN (start, utf8->len);
      g_string_append (utf8, "\n\n");
      g_array_append_val (sentences, sentence);
    }
  text = sayso_text_new (utf8->str, utf8->len);
  reading = sayso_reading_new (text);
  g_array_append_vals (reading->sentences, sentences->data, sentences->len);
  x = sayso_extraction_new (reading);
  for (guint i = 0; i < N_SENTENCES; i++)
    {
      SaysoSpan span = g_array_index (sentences, SaysoSentence, i).span;
      SaysoSpan source = SAYSO_SPAN (span.start, span.start + strlen ("Agency"));
      SaysoExtractedClaim claim = { .source = g_array_new (FALSE, FALSE, sizeof (SaysoSpan)),
                                    .cue = g_array_new (FALSE, FALSE, sizeof (SaysoSpan)),
                                    .content = g_array_new (FALSE, FALSE, sizeof (SaysoSpan)),
                                    .source_kind = SAYSO_SOURCE_ANONYMOUS,
                                    .source_actor = SAYSO_NONE,
                                    .description = g_strdup_printf ("officials of %u", (number + i) % 97),
                                    .title = g_strdup ("A claim"),
                                    .parent = SAYSO_NONE };

      g_array_append_val (claim.source, source);
      span.start = source.end + 1;
      g_array_append_val (claim.content, span);
      g_array_append_val (x->claims, claim);
    }
  metadata.title = g_strdup_printf ("Article %u", number);
  metadata.publisher = g_strdup_printf ("The Mail of Town %u", number % 400);
  metadata.published =
      g_strdup_printf ("20%02u-%02u-%02u", 10 + number / 10000 % 15, number / 600 % 12 + 1, number / 20 % 28 + 1);
  bytes = g_bytes_new (utf8->str, utf8->len);
  document = sayso_document_new (bytes, "/tmp/bench.txt", "text/plain", &metadata, text);

  return sayso_command_new_import (document, x);
}

static void
check (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

/* Of all threads, in the program and in the system: other programs may keep the processors from this one. */
static double
processor_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static double
resident_mib (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmRSS:");

  return line != NULL ? g_ascii_strtod (line + strlen ("VmRSS:"), NULL) / 1024 : 0;
}

static void
fill (SaysoCasebook *casebook, guint n_articles)
{
  g_autoptr (GError) error = NULL;
  guint n_there;

  sayso_casebook_count (casebook, SAYSO_ITEM_ARTICLE, NULL, &n_there, &error);
  check (error);
  for (guint i = n_there; i < n_articles; i += N_BATCH)
    {
      g_autoptr (GPtrArray) batch = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_command_unref);
      g_autoptr (SaysoCommand) group = NULL;

      for (guint j = i; j < MIN (i + N_BATCH, n_articles); j++)
        g_ptr_array_add (batch, invent_import (j));
      group = sayso_command_new_group ("Add articles", (SaysoCommand *const *) batch->pdata, batch->len);
      sayso_casebook_submit (casebook, group, NULL, &error);
      check (error);
    }
}

#define N_STEPS 20

typedef struct
{
  guint n_all;
  guint next;   /* tell when so many are left */
  guint n_last; /* how many were left when it was told last */
  gint64 started;
  double used, last;
} Progress;

static void
tell (guint n_left, gpointer data)
{
  Progress *self = data;
  double seconds = (g_get_monotonic_time () - self->started) / 1e6, used = processor_seconds () - self->used;

  if (n_left > self->next)
    return;
  g_print ("  %6u compared: %7.1f s, %7.1f s of one processor, %.2f ms for each of the last %u, %.0f MiB resident\n",
           self->n_all - n_left, seconds, used, 1000 * (used - self->last) / MAX (1, self->n_last - n_left),
           self->n_last - n_left, resident_mib ());
  self->next = n_left > self->n_all / N_STEPS ? n_left - self->n_all / N_STEPS : 0;
  self->n_last = n_left;
  self->last = used;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 m = *(const gint64 *) a, n = *(const gint64 *) b;

  return (m > n) - (m < n);
}

int
main (int argc, char *argv[])
{
  const char *number = argc > 1 ? argv[1] : g_getenv ("SAYSO_BENCH_ARTICLES");
  guint n_articles = number != NULL ? atoi (number) : 1000;
  g_autofree char *folder = argc > 2 ? NULL : g_dir_make_tmp ("sayso-bench-XXXXXX", NULL);
  g_autofree char *path = argc > 2 ? g_strdup (argv[2]) : g_build_filename (folder, "bench.sayso", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCasebook) casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_CREATE, NULL, &error);
  g_autoptr (GArray) took = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) stories = NULL;
  Progress progress;
  double used = 0;

  check (error);
  fill (casebook, n_articles);
  g_print ("rebuild of %u articles, %u sentences each, of which %u are told by six articles:\n", n_articles,
           N_SENTENCES, N_SHARED);
  progress = (Progress) { n_articles, n_articles - n_articles / N_STEPS, n_articles, g_get_monotonic_time (),
                          processor_seconds () };
  sayso_analysis_update (casebook, tell, &progress, NULL, &error);
  check (error);

  for (guint i = 0; i < N_MORE; i++)
    {
      g_autoptr (SaysoCommand) import = invent_import (n_articles + i);
      gint64 started, time;
      double before;

      sayso_casebook_submit (casebook, import, NULL, &error);
      check (error);
      started = g_get_monotonic_time ();
      before = processor_seconds ();
      sayso_analysis_update (casebook, NULL, NULL, NULL, &error);
      check (error);
      time = g_get_monotonic_time () - started;
      used += processor_seconds () - before;
      g_array_append_val (took, time);
    }
  g_array_sort (took, compare);
  stories = sayso_stories_list (casebook, 0, 1, &error);
  check (error);
  g_print ("bring up to date for one more: p50 %.1f ms, max %.1f ms, %.1f ms of one processor; %.0f MiB resident\n",
           g_array_index (took, gint64, N_MORE / 2) / 1000.0, g_array_index (took, gint64, N_MORE - 1) / 1000.0,
           1000 * used / N_MORE, resident_mib ());
  g_print ("weakest story: %u articles, %u origins\n",
           stories->len > 0 ? ((SaysoAccount *) g_ptr_array_index (stories, 0))->story->n_articles : 0,
           stories->len > 0 ? ((SaysoAccount *) g_ptr_array_index (stories, 0))->story->n_origins : 0);
  sayso_casebook_close (casebook);
  if (folder != NULL)
    {
      g_file_delete (file, NULL, NULL);
      g_rmdir (folder);
    }

  return 0;
}

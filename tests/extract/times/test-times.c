/* test-times.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-times.h"

#include <string.h>
#include <time.h>

static GArray *
find_with (const char *words, const char *published, const SaysoMetadata *metadata, SaysoText **text)
{
  g_autoptr (SaysoReading) reading = NULL;
  g_autoptr (GError) error = NULL;
  GArray *times;

  *text = sayso_text_new (words, -1);
  reading = sayso_reading_new (*text);
  times = sayso_times_find (reading, metadata, published, NULL, &error);
  g_assert_no_error (error);

  return times;
}

/* The time in whose words @part stands first. */
static const SaysoExtractedTime *
time_of (GArray *times, SaysoText *text, const char *part)
{
  for (guint i = 0; i < times->len; i++)
    {
      const SaysoExtractedTime *time = &g_array_index (times, SaysoExtractedTime, i);
      g_autofree char *words = sayso_text_slice (text, time->span);

      if (strstr (words, part) != NULL)
        return time;
    }

  return NULL;
}

static void
assert_time (const char *words, const char *published, const char *part, const char *value, const char *edtf)
{
  g_autoptr (SaysoText) text = NULL;
  g_autoptr (GArray) times = find_with (words, published, NULL, &text);
  const SaysoExtractedTime *time = time_of (times, text, part);

  g_assert_nonnull (time);
  g_assert_cmpstr (time->value, ==, value);
  g_assert_cmpstr (time->edtf, ==, edtf);
}

/* -- sentences with bounds by hand ---------------------------------------------------------------- */

static gboolean
agrees (char **columns)
{
  g_auto (GStrv) pieces = g_strsplit_set (columns[1], "{}", -1);
  g_autofree char *plain = g_strjoinv (NULL, pieces);
  g_autoptr (SaysoText) text = NULL;
  g_autoptr (GArray) times = find_with (plain, *columns[0] != '\0' ? columns[0] : NULL, NULL, &text);
  const char *part = pieces[g_strv_length (pieces) - 2];
  const SaysoExtractedTime *time = NULL;
  g_autofree char *earliest = NULL, *latest = NULL;
  const char *from, *to;

  /* The last of those that are marked is meant. */
  for (guint i = 0; i < times->len; i++)
    {
      const SaysoExtractedTime *candidate = &g_array_index (times, SaysoExtractedTime, i);
      g_autofree char *words = sayso_text_slice (text, candidate->span);

      if (g_str_equal (words, part))
        time = candidate;
    }
  if (time != NULL)
    {
      earliest = sayso_bounds_format_earliest (&time->bounds);
      latest = sayso_bounds_format_latest (&time->bounds);
    }
  from = earliest != NULL ? earliest : "-";
  to = latest != NULL ? latest : "-";
  if (time != NULL && g_str_has_prefix (from, columns[2]) && g_str_has_prefix (to, columns[3]))
    return TRUE;
  g_test_message ("%s: %s %s", columns[1], time != NULL ? from : "not found", time != NULL ? to : "");

  return FALSE;
}

static void
test_bounds (void)
{
  g_autofree char *table = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0, good = 0;

  g_assert_true (g_file_get_contents (SAYSO_TIMES_TESTS "/bounds.tsv", &table, NULL, NULL));
  lines = g_strsplit (table, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);

      if (*lines[i] == '#' || *lines[i] == '\0')
        continue;
      g_assert_cmpuint (g_strv_length (columns), ==, 4);
      n++;
      good += agrees (columns);
    }

  g_test_message ("%u of %u sentences have both bounds", good, n);
  g_assert_cmpuint (n, >=, 120);
  g_assert_cmpuint (good * 10, >=, n * 9);
}

/* -- what counts from what ------------------------------------------------------------------------ */

static void
test_anchors (void)
{
  const char *words = "The council met in May 2013. Two days later it fell. Yesterday it met again.";
  g_autoptr (SaysoText) text = NULL;
  g_autoptr (GArray) times = find_with (words, "2016-04-21", NULL, &text);
  const SaysoExtractedTime *may = time_of (times, text, "May"), *later = time_of (times, text, "later");

  g_assert_cmpuint (times->len, ==, 3);
  g_assert_cmpint (may->anchor, ==, SAYSO_ANCHOR_NONE);
  g_assert_cmpint (later->anchor, ==, SAYSO_ANCHOR_TIME);
  g_assert_cmpuint (later->anchor_time, ==, 0);
  g_assert_cmpint (time_of (times, text, "Yesterday")->anchor, ==, SAYSO_ANCHOR_PUBLISHED);
}

static void
test_open (void)
{
  g_autoptr (SaysoText) text = NULL;
  g_autoptr (GArray) times = find_with ("The council met yesterday.", NULL, NULL, &text);
  const SaysoExtractedTime *time = time_of (times, text, "yesterday");

  g_assert_cmpint (time->anchor, ==, SAYSO_ANCHOR_OPEN);
  g_assert_false (sayso_bounds_known (&time->bounds));
  g_assert_null (time->edtf);
}

static void
test_headings (void)
{
  assert_time ("2013\n\nThe mill burnt down in March.\n\n2014\n\nIt was built again in March.\n", NULL, "March",
               "2013-03", "2013-03");
  assert_time ("June 3, 2013: The mill burnt down. Two days later it was built again.", NULL, "later", "2013-06-05",
               "2013-06-05");
  assert_time ("FEBRUARY 2013 — The mill had been burning for the past three years.", "2016-04-21", "past", "P3Y",
               "2010-02/2013-02");
}

/* -- what a person decided ------------------------------------------------------------------------- */

static GArray *
find_decided (const char *words, const SaysoTimeDecision *decision, SaysoText **text)
{
  g_autoptr (SaysoReading) reading = NULL;

  *text = sayso_text_new (words, -1);
  reading = sayso_reading_new (*text);

  return sayso_times_find_decided (reading, NULL, "2016-04-21", decision, 1, NULL, NULL);
}

static void
test_decided (void)
{
  const char *words = "It met in May 2013. It rose in June 2014. A month later it fell.";
  SaysoTimeDecision value = { .span = { 31, 40 }, .edtf = "2012-02" };
  SaysoTimeDecision anchor = { .span = { 42, 55 }, .anchored = TRUE, .anchor = SAYSO_ANCHOR_TIME, .anchor_start = 10 };
  SaysoTimeDecision published = { .span = { 42, 55 }, .anchored = TRUE, .anchor = SAYSO_ANCHOR_PUBLISHED };
  SaysoTimeDecision unreadable = { .span = { 31, 40 }, .edtf = "last Tuesday" };
  g_autoptr (SaysoText) text = NULL;
  g_autoptr (GArray) times = find_decided (words, &value, &text);

  g_assert_cmpstr (time_of (times, text, "June")->edtf, ==, "2012-02");
  g_assert_cmpstr (time_of (times, text, "later")->edtf, ==, "2012-03");
  g_clear_pointer (&times, g_array_unref);
  g_clear_pointer (&text, sayso_text_unref);

  times = find_decided (words, &anchor, &text);
  g_assert_cmpstr (time_of (times, text, "later")->edtf, ==, "2013-06");
  g_assert_cmpuint (time_of (times, text, "later")->anchor_time, ==, 0);
  g_clear_pointer (&times, g_array_unref);
  g_clear_pointer (&text, sayso_text_unref);

  times = find_decided (words, &published, &text);
  g_assert_cmpstr (time_of (times, text, "later")->edtf, ==, "2016-05");
  g_assert_cmpint (time_of (times, text, "later")->anchor, ==, SAYSO_ANCHOR_PUBLISHED);
  g_clear_pointer (&times, g_array_unref);
  g_clear_pointer (&text, sayso_text_unref);

  times = find_decided (words, &unreadable, &text);
  g_assert_cmpstr (time_of (times, text, "June")->edtf, ==, "2014-06");
}

/* -- dates in digits ------------------------------------------------------------------------------ */

static void
test_order (void)
{
  SaysoMetadata british = { .language = (char *) "en-GB" }, american = { .url = (char *) "https://paper.example.us/a" };
  g_autoptr (SaysoText) text = NULL;
  g_autoptr (GArray) times = NULL;

  assert_time ("The card says 03/04/2015.", NULL, "03", "2015-XX-XX", "[2015-03-04,2015-04-03]");
  assert_time ("It says 03/04/2015, and the next 05/16/2015.", NULL, "03", "2015-03-04", "2015-03-04");
  times = find_with ("The card says 03/04/2015.", NULL, &british, &text);
  g_assert_cmpstr (time_of (times, text, "03")->value, ==, "2015-04-03");
  g_clear_pointer (&times, g_array_unref);
  g_clear_pointer (&text, sayso_text_unref);
  times = find_with ("The card says 03/04/2015.", NULL, &american, &text);
  g_assert_cmpstr (time_of (times, text, "03")->value, ==, "2015-03-04");
}

static void
test_no_dates (void)
{
  const char *texts[] = { "on 31 February 2015",
                          "on February 30, 2015",
                          "on 2015-02-29",
                          "on 2015-13-01",
                          "on 13/13/2015",
                          "in the year 0",
                          "in the year 99999",
                          "in 99999",
                          "on 31 April",
                          "see CVE-2015-0311",
                          "at 192.168.20.15",
                          "v2015.1.2",
                          "http://a.example/2015/06/a",
                          "at 25:61",
                          "in 20155",
                          "RFC 1918",
                          "on 2015-06-31T10:00:00Z",
                          "999999999999999 years",
                          "on 00/00/2015",
                          "in 0000",
                          "7/2015/2015",
                          "on 2015-00-10",
                          "A2015B",
                          "#2015",
                          "$2015",
                          "on the 45th of May 2015" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SaysoText) text = NULL;
      g_autoptr (GArray) times = find_with (texts[i], "2016-04-21", NULL, &text);

      if (times->len > 0)
        g_test_message ("%s: %s", texts[i], g_array_index (times, SaysoExtractedTime, 0).value);
      g_assert_cmpuint (times->len, ==, 0);
    }
}

/* -- publication ---------------------------------------------------------------------------------- */

static void
test_published (void)
{
  SaysoMetadata named = { .published = (char *) "2014-02-03T10:00:00Z" };
  SaysoMetadata addressed = { .url = (char *) "https://paper.example/2013/05/06/mill.html" };
  g_autoptr (SaysoText) text = NULL;
  g_autoptr (GArray) times = find_with ("It met yesterday.", "2016-04-21", &named, &text);

  g_assert_cmpstr (time_of (times, text, "yesterday")->value, ==, "2014-02-02");
  g_clear_pointer (&times, g_array_unref);
  g_clear_pointer (&text, sayso_text_unref);
  times = find_with ("It met yesterday.", NULL, &addressed, &text);
  g_assert_cmpstr (time_of (times, text, "yesterday")->value, ==, "2013-05-05");
}

static void
test_dateline (void)
{
  assert_time ("OSLO, March 3, 2015 (NTB) — The mill was shut yesterday.", NULL, "yesterday", "2015-03-02",
               "2015-03-02");
  assert_time ("The mill\n\nPublished on 3 March 2015\n\nIt was shut yesterday.", NULL, "yesterday", "2015-03-02",
               "2015-03-02");
  assert_time ("OSLO, March 3, 2015 (NTB) — The mill was shut yesterday.", "2016-04-21", "yesterday", "2016-04-20",
               "2016-04-20");
  /* A heading is no dateline, and what is told of is not when it is told. */
  assert_time ("March 3, 2015 — The mill was shut yesterday.", NULL, "yesterday", "XXXX-XX-XX", NULL);
  assert_time ("He wrote a book published on 3 March 2015. The mill was shut yesterday.", NULL, "yesterday",
               "XXXX-XX-XX", NULL);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SaysoText) text = sayso_text_new ("In May 2015.", -1);
  g_autoptr (SaysoReading) reading = sayso_reading_new (text);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (sayso_times_find (reading, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* -- time ----------------------------------------------------------------------------------------- */

static double
processor_seconds (const char *piece, gsize bytes)
{
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (SaysoText) text = NULL;
  g_autoptr (GArray) times = NULL;
  struct timespec start, end;

  while (string->len < bytes)
    g_string_append (string, piece);
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &start);
  times = find_with (string->str, "2016-04-21", NULL, &text);
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &end);

  return (end.tv_sec - start.tv_sec) + (end.tv_nsec - start.tv_nsec) / 1e9;
}

/* Sixteen times as long takes about sixteen times as long, on one line and in the worst of texts. */
static void
test_linear (void)
{
  static const char *const pieces[] = { "12:30 ", "the past ", "1/2/", "2015-", "May 5, ", "from 2 to 3 " };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      double few = processor_seconds (pieces[i], 4000), many = processor_seconds (pieces[i], 64000);

      g_test_message ("“%s”: %.1f ms, %.1f ms", pieces[i], few * 1e3, many * 1e3);
      g_assert_cmpfloat (many, <, few * 16 * 4 + 0.05);
    }
}

/* -- the seed article, where it is there ---------------------------------------------------------- */

static void
test_seed (void)
{
  static const char *const rows[][3] = {
    { "2015", "2015-01-01", "2015-12-31" },
    { "EARLY 2015", "2015-01-01", "2015-04-30" },
    { "FEBRUARY 2015", "2015-02-01", "2015-02-28" },
    { "past fourteen years", "2001-02-01", "2015-02-28" },
    { "few days later", "2015-02-03", "2015-03-07" },
    { "JUNE 2015", "2015-06-01", "2015-06-30" },
    { "almost a year", "2014-06-01", "2015-06-30" },
    { "yesterday", "2017-11-01", "2017-11-01" },
    { "first half of 2015", "2015-01-01", "2015-06-30" },
    { "middle of July 2015", "2015-07-11", "2015-07-20" },
    { "one month earlier", "2015-06-11", "2015-06-20" },
  };
  g_autofree char *article = NULL;
  g_autoptr (SaysoText) text = NULL;
  g_autoptr (GArray) times = NULL, open = NULL;

  if (!g_file_get_contents (SAYSO_CASES "/../../../seed/kaspersky.txt", &article, NULL, NULL))
    {
      g_test_skip ("../shared/seed is not there");
      return;
    }
  times = find_with (article, "2017-11-02", NULL, &text);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const SaysoExtractedTime *time = time_of (times, text, rows[i][0]);
      g_autofree char *earliest = NULL, *latest = NULL;

      g_assert_nonnull (time);
      earliest = sayso_bounds_format_earliest (&time->bounds);
      latest = sayso_bounds_format_latest (&time->bounds);
      g_test_message ("%s: %s %s", rows[i][0], earliest, latest);
      g_assert_cmpstr (earliest, ==, rows[i][1]);
      g_assert_cmpstr (latest, ==, rows[i][2]);
    }
  g_clear_pointer (&text, sayso_text_unref);
  open = find_with (article, NULL, NULL, &text);
  g_assert_cmpint (time_of (open, text, "yesterday")->anchor, ==, SAYSO_ANCHOR_OPEN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/times/bounds", test_bounds);
  g_test_add_func ("/times/anchors", test_anchors);
  g_test_add_func ("/times/open", test_open);
  g_test_add_func ("/times/headings", test_headings);
  g_test_add_func ("/times/decided", test_decided);
  g_test_add_func ("/times/order", test_order);
  g_test_add_func ("/times/no-dates", test_no_dates);
  g_test_add_func ("/times/published", test_published);
  g_test_add_func ("/times/dateline", test_dateline);
  g_test_add_func ("/times/cancelled", test_cancelled);
  g_test_add_func ("/times/linear", test_linear);
  g_test_add_func ("/times/seed", test_seed);

  return g_test_run ();
}

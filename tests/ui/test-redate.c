/* test-redate.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-redate.h"

#include <locale.h>
#include <string.h>

#include "casebook-fixture.h"
#include "sayso-extract.h"

static void
test_read (void)
{
  static const char *const dates[][2] = {
    { "2017-11-02", "2017-11-02" },       { "2 November 2017", "2017-11-02" }, { "November 2, 2017", "2017-11-02" },
    { "2 Nov 2017", "2017-11-02" },       { "November 2017", "2017-11" },      { "2017", "2017" },
    { "29 February 2016", "2016-02-29" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *date = sayso_date_read (dates[i][0], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (date, ==, dates[i][1]);
    }
}

/* What is no date, or leaves open which one, is not guessed at. */
static void
test_read_bad (void)
{
  static const char *const words[] = {
    "nonsense", "yesterday", "early 2017",   "between 2 May 2017 and 4 May 2017", "for three years", "2017-13-40",
    "%s%n",     "<b>2</b>",  "\342\200\256",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *date = sayso_date_read (words[i], &error);

      g_test_message ("%s", words[i]);
      g_assert_null (date);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
      g_assert_nonnull (strstr (error->message, words[i]));
    }
}

static char *
published (Fixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoItem) article = sayso_casebook_get (fixture->casebook, SAYSO_ITEM_ARTICLE, id, &error);

  g_assert_no_error (error);

  return g_strdup (SAYSO_ARTICLE (article)->published);
}

static void
redate (Fixture *fixture, gint64 id, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCommand) command = sayso_redate (fixture->casebook, id, words, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (sayso_casebook_submit (fixture->casebook, command, NULL, &error));
  g_assert_no_error (error);
}

static void
test_redate (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_import (fixture->casebook, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = published (fixture, id), *set = NULL, *undone = NULL, *none = NULL;

  g_assert_null (before);
  redate (fixture, id, " 4 May 2020 ");
  set = published (fixture, id);
  g_assert_cmpstr (set, ==, "2020-05-04");

  g_assert_true (sayso_casebook_undo (fixture->casebook, &error));
  g_assert_no_error (error);
  undone = published (fixture, id);
  g_assert_null (undone);

  redate (fixture, id, "4 May 2020");
  redate (fixture, id, "  ");
  none = published (fixture, id);
  g_assert_null (none);
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCommand) command = sayso_redate (fixture->casebook, 77, "2017", NULL, &error);

  g_assert_null (command);
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_NOT_FOUND);
}

/* -- times --------------------------------------------------------------------------------------------------------- */

static void
test_read_time (void)
{
  /* words, EDTF, earliest, latest */
  static const char *const times[][4] = {
    { "early March 2015", "[2015-03-01..2015-03-10]", "2015-03-01", "2015-03-10" },
    { " mid-July 2015 ", "[2015-07-11..2015-07-20]", "2015-07-11", "2015-07-20" },
    { "2015-07-11/2015-07-20", "2015-07-11/2015-07-20", "2015-07-11", "2015-07-20" },
    { "from 3 March to 5 May 2015", "2015-03-03/2015-05-05", "2015-03-03", "2015-05-05" },
    { "between 2001 and 2004", "2001/2004", "2001-01-01", "2004-12-31" },
    { "2014", "2014", "2014-01-01", "2014-12-31" },
    { "7 May 2015", "2015-05-07", "2015-05-07", "2015-05-07" },
    { "the summer of 2015", "2015-22", "2015-06-01", "2015-08-31" },
    { "2015-03-04~", "2015-03-04~", "2015-03-04", "2015-03-04" },
    { "../2015-03", "../2015-03", NULL, "2015-03-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (GError) error = NULL;
      SaysoBounds bounds;
      g_autofree char *edtf = sayso_time_from_words (times[i][0], &bounds, &error);
      g_autofree char *earliest = NULL, *latest = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (edtf, ==, times[i][1]);
      earliest = sayso_bounds_format_earliest (&bounds);
      latest = sayso_bounds_format_latest (&bounds);
      g_assert_cmpstr (earliest, ==, times[i][2]);
      g_assert_cmpstr (latest, ==, times[i][3]);
    }
}

static void
test_read_bad_time (void)
{
  static const char *const words[] = {
    "",     "nonsense", "yesterday", "for three years", "2017-13-40",
    "%s%n", "../..",    "<b>2</b>",  "\342\200\256",    "from published",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GError) error = NULL;
      SaysoBounds bounds;
      g_autofree char *edtf = sayso_time_from_words (words[i], &bounds, &error);

      g_test_message ("%s", words[i]);
      g_assert_null (edtf);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
}

/* An article as it is read, not made by hand. */
static gint64
import_text (Fixture *fixture, const char *words, const char *published)
{
  g_autoptr (SaysoText) text = sayso_text_new (words, -1);
  g_autoptr (GBytes) bytes = g_bytes_new (words, strlen (words));
  SaysoMetadata metadata = { .title = g_strdup ("The bridge"), .published = g_strdup (published) };
  g_autoptr (SaysoDocument) document = sayso_document_new (bytes, "/tmp/bridge.txt", "text/plain", &metadata, text);
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoExtraction) extraction = sayso_extract_document (document, NULL, NULL, NULL, &error);
  g_autoptr (SaysoCommand) command = NULL;
  gint64 id = 0;

  g_assert_no_error (error);
  command = sayso_command_new_import (document, extraction);
  g_assert_true (sayso_casebook_submit (fixture->casebook, command, &id, &error));
  g_assert_no_error (error);

  return id;
}

/* clang-format off */
#define STORY \
  "Mara Quell opened the bridge in March 2015. Two weeks later the bridge collapsed. Mara Quell resigned yesterday.\n"
/* clang-format on */

static SaysoTime *
get_time (Fixture *fixture, const char *words)
{
  g_autoptr (GError) error = NULL;
  gint64 id = fixture_id (fixture->casebook, SAYSO_ITEM_TIME, words);
  SaysoItem *item = sayso_casebook_get (fixture->casebook, SAYSO_ITEM_TIME, id, &error);

  g_assert_no_error (error);

  return SAYSO_TIME (item);
}

static void
assert_bounds (const SaysoBounds *bounds, const char *earliest, const char *latest)
{
  g_autofree char *first = sayso_bounds_format_earliest (bounds);
  g_autofree char *last = sayso_bounds_format_latest (bounds);

  g_assert_cmpstr (first, ==, earliest);
  g_assert_cmpstr (last, ==, latest);
}

static void
assert_time (Fixture *fixture, const char *words, const char *earliest, const char *latest)
{
  g_autoptr (SaysoTime) time = get_time (fixture, words);

  assert_bounds (&time->bounds, earliest, latest);
}

/* When that was which the words date. */
static void
assert_event (Fixture *fixture, const char *words, const char *earliest, const char *latest)
{
  g_autoptr (GPtrArray) events = fixture_query (fixture->casebook, SAYSO_ITEM_EVENT, NULL, SAYSO_SORT_TEXT);

  for (guint i = 0; i < events->len; i++)
    {
      const SaysoEvent *event = g_ptr_array_index (events, i);

      if (g_strcmp0 (event->time_text, words) != 0)
        continue;
      assert_bounds (&event->bounds, earliest, latest);
      return;
    }
  g_assert_not_reached ();
}

static void
choose (Fixture *fixture, const char *words, const char *chosen)
{
  g_autoptr (SaysoTime) time = get_time (fixture, words);
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCommand) command =
      sayso_redate_time (fixture->casebook, sayso_item_get_id (SAYSO_ITEM (time)), chosen, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (sayso_casebook_submit (fixture->casebook, command, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_sound (Fixture *fixture)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sayso_casebook_check (fixture->casebook, &problems, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* What counts from a time that was changed follows, and so does what either dates; undo and redo are exact. */
static void
test_value (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL, *undone = NULL, *redone = NULL, *reopened = NULL;
  g_autoptr (SaysoTime) time = NULL;
  g_autoptr (GError) error = NULL;

  import_text (fixture, STORY, "2015-06-02");
  assert_time (fixture, "March 2015", "2015-03-01", "2015-03-31");
  assert_event (fixture, "March 2015", "2015-03-01", "2015-03-31");
  before = fixture_dump (fixture->casebook);

  choose (fixture, "March 2015", "2015-04-10");
  time = get_time (fixture, "March 2015");
  g_assert_cmpint (sayso_item_get_standing (SAYSO_ITEM (time)), ==, SAYSO_STANDING_CHANGED);
  g_assert_cmpstr (time->chosen, ==, "2015-04-10");
  g_assert_cmpstr (time->found, ==, "2015-03");
  g_assert_cmpstr (time->value, ==, "2015-04-10");
  assert_time (fixture, "March 2015", "2015-04-10", "2015-04-10");
  assert_event (fixture, "March 2015", "2015-04-10", "2015-04-10");
  {
    g_autoptr (SaysoTime) later = get_time (fixture, "Two weeks later");
    SaysoBounds around = { sayso_date_to_seconds (2015, 4, 20), sayso_date_to_seconds (2015, 4, 29) - 1 };

    g_assert_cmpint (later->anchor, ==, SAYSO_ANCHOR_TIME);
    g_assert_cmpint (later->anchor_time, ==, sayso_item_get_id (SAYSO_ITEM (time)));
    g_assert_cmpint (later->bounds.earliest, >=, around.earliest);
    g_assert_cmpint (later->bounds.latest, <=, around.latest);
  }
  assert_sound (fixture);

  after = fixture_dump (fixture->casebook);
  g_assert_true (sayso_casebook_undo (fixture->casebook, &error));
  undone = fixture_dump (fixture->casebook);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (sayso_casebook_redo (fixture->casebook, &error));
  redone = fixture_dump (fixture->casebook);
  g_assert_cmpstr (redone, ==, after);
  fixture_reopen (fixture);
  reopened = fixture_dump (fixture->casebook);
  g_assert_cmpstr (reopened, ==, after);
  assert_sound (fixture);
}

/* A decision on a time stays when the publication date is set, and when other times are changed; it can be taken
 * back. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  gint64 article = import_text (fixture, STORY, "2015-06-02");
  g_autoptr (SaysoTime) time = NULL, back = NULL;
  gint64 first;

  choose (fixture, "March 2015", "2014");
  time = get_time (fixture, "March 2015");
  first = sayso_item_get_id (SAYSO_ITEM (time));
  redate (fixture, article, "9 September 2015");
  assert_time (fixture, "March 2015", "2014-01-01", "2014-12-31");
  assert_time (fixture, "yesterday", "2015-09-08", "2015-09-08");
  choose (fixture, "yesterday", "2015-09-01/2015-09-03");
  assert_time (fixture, "March 2015", "2014-01-01", "2014-12-31");
  assert_time (fixture, "yesterday", "2015-09-01", "2015-09-03");
  g_assert_cmpint (sayso_casebook_find_now (fixture->casebook, SAYSO_ITEM_TIME, first, NULL), ==,
                   fixture_id (fixture->casebook, SAYSO_ITEM_TIME, "March 2015"));

  choose (fixture, "March 2015", NULL);
  back = get_time (fixture, "March 2015");
  g_assert_cmpint (sayso_item_get_standing (SAYSO_ITEM (back)), ==, SAYSO_STANDING_SUGGESTED);
  g_assert_null (back->chosen);
  g_assert_null (back->found);
  assert_time (fixture, "March 2015", "2015-03-01", "2015-03-31");
  assert_time (fixture, "yesterday", "2015-09-01", "2015-09-03");
  assert_sound (fixture);
}

static void
test_anchor (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SaysoTime) march = NULL, yesterday = NULL, open = NULL;
  g_autofree char *from = NULL;

  import_text (fixture, STORY, "2015-06-02");
  assert_time (fixture, "yesterday", "2015-06-01", "2015-06-01");
  choose (fixture, "March 2015", "2015-03-12");
  march = get_time (fixture, "March 2015");
  from = g_strdup_printf ("from %u", march->span.start);
  choose (fixture, "yesterday", from);
  assert_time (fixture, "yesterday", "2015-03-11", "2015-03-11");
  assert_event (fixture, "yesterday", "2015-03-11", "2015-03-11");
  yesterday = get_time (fixture, "yesterday");
  g_assert_cmpint (yesterday->anchor, ==, SAYSO_ANCHOR_TIME);
  g_assert_cmpstr (yesterday->found, ==, "2015-06-01");

  choose (fixture, "yesterday", "from nothing");
  open = get_time (fixture, "yesterday");
  g_assert_cmpint (open->anchor, ==, SAYSO_ANCHOR_OPEN);
  g_assert_false (sayso_bounds_known (&open->bounds));

  choose (fixture, "Two weeks later", "from published");
  {
    g_autoptr (SaysoTime) later = get_time (fixture, "Two weeks later");

    g_assert_cmpint (later->anchor, ==, SAYSO_ANCHOR_PUBLISHED);
    g_assert_cmpint (later->bounds.earliest, >, sayso_date_to_seconds (2015, 6, 10));
  }
  assert_sound (fixture);
}

static void
test_bad_choice (Fixture *fixture, gconstpointer data)
{
  static const char *const choices[] = { "", "nonsense", "2015-02-30", "from", "from 9-3", "from 3" };
  g_autoptr (SaysoTime) time = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCommand) stale = NULL, decide = NULL;
  gint64 id;

  import_text (fixture, STORY, "2015-06-02");
  time = get_time (fixture, "yesterday");
  id = sayso_item_get_id (SAYSO_ITEM (time));
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autoptr (GError) bad = NULL;
      g_autoptr (SaysoCommand) command = sayso_redate_time (fixture->casebook, id, choices[i], NULL, &bad);

      g_assert_null (command);
      g_assert_error (bad, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }

  /* What was found before another time was changed is not stored over that. */
  stale = sayso_redate_time (fixture->casebook, id, "2015-05-01", NULL, &error);
  g_assert_no_error (error);
  choose (fixture, "March 2015", "2014");
  g_assert_false (sayso_casebook_submit (fixture->casebook, stale, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  /* Making it a suggestion again takes reading the article anew. */
  decide = sayso_command_new_decide (SAYSO_ITEM_TIME, fixture_id (fixture->casebook, SAYSO_ITEM_TIME, "March 2015"),
                                     SAYSO_STANDING_SUGGESTED);
  g_assert_false (sayso_casebook_submit (fixture->casebook, decide, NULL, &error));
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_FAILED);
  assert_time (fixture, "March 2015", "2014-01-01", "2014-12-31");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/redate/read", test_read);
  g_test_add_func ("/redate/read-bad", test_read_bad);
  g_test_add ("/redate/redate", Fixture, NULL, fixture_set_up, test_redate, fixture_tear_down);
  g_test_add ("/redate/gone", Fixture, NULL, fixture_set_up, test_gone, fixture_tear_down);
  g_test_add_func ("/redate/time/read", test_read_time);
  g_test_add_func ("/redate/time/read-bad", test_read_bad_time);
  g_test_add ("/redate/time/value", Fixture, NULL, fixture_set_up, test_value, fixture_tear_down);
  g_test_add ("/redate/time/kept", Fixture, NULL, fixture_set_up, test_kept, fixture_tear_down);
  g_test_add ("/redate/time/anchor", Fixture, NULL, fixture_set_up, test_anchor, fixture_tear_down);
  g_test_add ("/redate/time/bad", Fixture, NULL, fixture_set_up, test_bad_choice, fixture_tear_down);

  return g_test_run ();
}

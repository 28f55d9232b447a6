/* test-filters.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "casebook-fixture.h"

/* Titles that pass, in the order asked for, joined by "; ". */
static char *
titles (Fixture *fixture, SaysoItemKind kind, const SaysoFilter *filter, SaysoSort sort)
{
  g_autoptr (GPtrArray) items = fixture_query (fixture->casebook, kind, filter, sort);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "; " : "", sayso_item_get_title (g_ptr_array_index (items, i)));

  return g_string_free_and_steal (joined);
}

static void
expect (Fixture *fixture, SaysoItemKind kind, const SaysoFilter *filter, const char *expected)
{
  g_autofree char *found = titles (fixture, kind, filter, SAYSO_SORT_TEXT);

  g_assert_cmpstr (found, ==, expected);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture_set_up (fixture, data);
  fixture_import (fixture->casebook, 1);
}

static void
test_range (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();

  g_assert_true (sayso_bounds_parse ("2019-01-01", "2019-12-31", &filter->range));
  expect (fixture, SAYSO_ITEM_ARTICLE, filter, "Harbour deal under fire, 1");
  expect (fixture, SAYSO_ITEM_TIME, filter, "March 2019");
  expect (fixture, SAYSO_ITEM_ACTOR, filter, "Port Authority of Vellmar; Brine & Oak");
  expect (fixture, SAYSO_ITEM_EVENT, filter, "Port authority signs contract");
  expect (fixture, SAYSO_ITEM_CLAIM, filter, "");
  expect (fixture, SAYSO_ITEM_RELATION, filter, "Port Authority of Vellmar signed with Brine & Oak");

  /* Open at one end. */
  g_assert_true (sayso_bounds_parse ("2021-06-01", NULL, &filter->range));
  expect (fixture, SAYSO_ITEM_TIME, filter, "2021");
  expect (fixture, SAYSO_ITEM_CLAIM, filter, "Brine & Oak may sell the docks");
  g_assert_true (sayso_bounds_parse ("2022-01-01", NULL, &filter->range));
  for (SaysoItemKind kind = SAYSO_ITEM_ARTICLE; kind <= SAYSO_ITEM_RELATION; kind++)
    expect (fixture, kind, filter, "");
}

static void
test_flags (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SaysoFilter) anonymous = sayso_filter_new (), doubted = sayso_filter_new ();
  g_autoptr (SaysoFilter) undated = sayso_filter_new (), documents = sayso_filter_new ();
  g_autoptr (SaysoFilter) undisputed = sayso_filter_new ();

  anonymous->anonymous = doubted->doubted = undated->undated = TRUE;
  expect (fixture, SAYSO_ITEM_ARTICLE, anonymous, "Harbour deal under fire, 1");
  expect (fixture, SAYSO_ITEM_TIME, anonymous, "");
  expect (fixture, SAYSO_ITEM_ACTOR, anonymous, "Brine & Oak; Ada Quill; two officials");
  expect (fixture, SAYSO_ITEM_EVENT, anonymous, "Brine & Oak bribes Ada Quill");
  expect (fixture, SAYSO_ITEM_CLAIM, anonymous, "Brine & Oak had bribed Ada Quill; Bribery of Quill");
  expect (fixture, SAYSO_ITEM_RELATION, anonymous, "Brine & Oak bribed Ada Quill");

  documents->documents = TRUE;
  expect (fixture, SAYSO_ITEM_ARTICLE, documents, "Harbour deal under fire, 1");
  expect (fixture, SAYSO_ITEM_TIME, documents, "2021");
  expect (fixture, SAYSO_ITEM_ACTOR, documents, "Brine & Oak");
  expect (fixture, SAYSO_ITEM_EVENT, documents, "Brine & Oak sells docks");
  expect (fixture, SAYSO_ITEM_CLAIM, documents, "Brine & Oak may sell the docks");
  expect (fixture, SAYSO_ITEM_RELATION, documents, "");

  expect (fixture, SAYSO_ITEM_ARTICLE, doubted, "Harbour deal under fire, 1");
  expect (fixture, SAYSO_ITEM_EVENT, doubted, "Ada Quill meets somebody");
  expect (fixture, SAYSO_ITEM_ACTOR, doubted, "Ada Quill");
  expect (fixture, SAYSO_ITEM_CLAIM, doubted, "");
  expect (fixture, SAYSO_ITEM_RELATION, doubted, "");

  undisputed->undisputed = TRUE;
  expect (fixture, SAYSO_ITEM_ARTICLE, undisputed, "");
  expect (fixture, SAYSO_ITEM_EVENT, undisputed,
          "Port authority signs contract; Brine & Oak bribes Ada Quill; Brine & Oak sells docks; Crane falls");
  expect (fixture, SAYSO_ITEM_TIME, undisputed, "March 2019; 2021; Yesterday");

  expect (fixture, SAYSO_ITEM_ARTICLE, undated, "Harbour deal under fire, 1");
  expect (fixture, SAYSO_ITEM_TIME, undated, "Yesterday");
  expect (fixture, SAYSO_ITEM_EVENT, undated, "Brine & Oak bribes Ada Quill; Ada Quill meets somebody; Crane falls");
  expect (fixture, SAYSO_ITEM_CLAIM, undated, "Brine & Oak had bribed Ada Quill; Bribery of Quill; Nobody had asked");
  expect (fixture, SAYSO_ITEM_RELATION, undated, "Brine & Oak bribed Ada Quill");
}

static void
test_decisions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  gint64 crane = fixture_id (fixture->casebook, SAYSO_ITEM_EVENT, "Crane falls");
  gint64 quill = fixture_id (fixture->casebook, SAYSO_ITEM_ACTOR, "Ada Quill");
  g_autoptr (SaysoCommand) confirm = sayso_command_new_decide (SAYSO_ITEM_EVENT, crane, SAYSO_STANDING_CONFIRMED);
  g_autoptr (SaysoCommand) reject = sayso_command_new_decide (SAYSO_ITEM_ACTOR, quill, SAYSO_STANDING_REJECTED);
  g_autoptr (GArray) marks = NULL;
  g_autoptr (SaysoItem) bribe = NULL;

  g_assert_true (sayso_casebook_submit (fixture->casebook, confirm, NULL, NULL));
  g_assert_true (sayso_casebook_submit (fixture->casebook, reject, NULL, NULL));

  expect (fixture, SAYSO_ITEM_RELATION, NULL, "Port Authority of Vellmar signed with Brine & Oak");
  bribe = sayso_casebook_get (fixture->casebook, SAYSO_ITEM_EVENT,
                              fixture_id (fixture->casebook, SAYSO_ITEM_EVENT, "Brine & Oak bribes Ada Quill"), NULL);
  g_assert_cmpuint (SAYSO_EVENT (bribe)->roles->len, ==, 1);
  marks = sayso_casebook_get_marks (fixture->casebook, 1, NULL);
  for (guint i = 0; i < marks->len; i++)
    if (g_array_index (marks, SaysoMark, i).kind == SAYSO_ITEM_ACTOR && g_array_index (marks, SaysoMark, i).id == quill)
      g_assert_cmpint (g_array_index (marks, SaysoMark, i).standing, ==, SAYSO_STANDING_REJECTED);

  filter->to_review = TRUE;
  expect (
      fixture, SAYSO_ITEM_EVENT, filter,
      "Port authority signs contract; Brine & Oak bribes Ada Quill; Ada Quill meets somebody; Brine & Oak sells docks");
  expect (fixture, SAYSO_ITEM_ARTICLE, filter, "Harbour deal under fire, 1");
  filter->to_review = FALSE;
  filter->rejected = TRUE;
  expect (fixture, SAYSO_ITEM_ACTOR, filter,
          "Port Authority of Vellmar; Brine & Oak; Ada Quill; Vellmar Courier; two officials");
  expect (fixture, SAYSO_ITEM_RELATION, filter,
          "Port Authority of Vellmar signed with Brine & Oak; Brine & Oak bribed Ada Quill");
}

static void
test_actor (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();

  filter->actor = fixture_id (fixture->casebook, SAYSO_ITEM_ACTOR, "Ada Quill");
  expect (fixture, SAYSO_ITEM_ARTICLE, filter, "Harbour deal under fire, 1");
  expect (fixture, SAYSO_ITEM_ACTOR, filter, "Brine & Oak; Ada Quill");
  expect (fixture, SAYSO_ITEM_EVENT, filter, "Brine & Oak bribes Ada Quill; Ada Quill meets somebody");
  expect (fixture, SAYSO_ITEM_CLAIM, filter, "Brine & Oak had bribed Ada Quill; Bribery of Quill");
  expect (fixture, SAYSO_ITEM_RELATION, filter, "Brine & Oak bribed Ada Quill");
  expect (fixture, SAYSO_ITEM_TIME, filter, "");
  filter->actor = fixture_id (fixture->casebook, SAYSO_ITEM_ACTOR, "Brine & Oak");
  expect (fixture, SAYSO_ITEM_TIME, filter, "March 2019; 2021");
}

static void
test_one_article (Fixture *fixture, gconstpointer data)
{
  gint64 two = fixture_import (fixture->casebook, 2);
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  const guint counts[] = { 0, 1, 3, 5, 5, 4, 2 };

  filter->article = two;
  for (SaysoItemKind kind = SAYSO_ITEM_ARTICLE; kind <= SAYSO_ITEM_RELATION; kind++)
    {
      g_autoptr (GPtrArray) items = fixture_query (fixture->casebook, kind, filter, SAYSO_SORT_TEXT);

      g_assert_cmpuint (items->len, ==, counts[kind]);
    }
}

/* What a reader may type: it finds what has the words, and is never an error. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *text;
    SaysoItemKind kind;
    const char *expected;
  } cases[] = {
    { "crane", SAYSO_ITEM_EVENT, "Crane falls" },
    { "CRA", SAYSO_ITEM_EVENT, "Crane falls" },
    { "kestrel crane", SAYSO_ITEM_EVENT, "Crane falls" },
    { "\"crane fell\"", SAYSO_ITEM_EVENT, "Crane falls" },
    { "\"fell crane\"", SAYSO_ITEM_EVENT, "" },
    { "cran fell", SAYSO_ITEM_EVENT, "" },
    { "vellmàr", SAYSO_ITEM_ACTOR, "Port Authority of Vellmar; Vellmar Courier" },
    { "the courier", SAYSO_ITEM_ACTOR, "Vellmar Courier" },
    { "audit", SAYSO_ITEM_CLAIM, "Brine & Oak may sell the docks" },
    { "march", SAYSO_ITEM_TIME, "March 2019" },
    { "signed oak", SAYSO_ITEM_RELATION, "Port Authority of Vellmar signed with Brine & Oak" },
    { "edition 1", SAYSO_ITEM_ARTICLE, "Harbour deal under fire, 1" },
    { "nowhere", SAYSO_ITEM_ARTICLE, "" },
    { "  ", SAYSO_ITEM_EVENT, NULL },
    { "- & *", SAYSO_ITEM_EVENT, NULL },
    { "\"", SAYSO_ITEM_EVENT, NULL },
    { "crane OR audit", SAYSO_ITEM_EVENT, "Brine & Oak sells docks; Crane falls" },
    { "title:crane", SAYSO_ITEM_EVENT, "" },
    { "crane* (", SAYSO_ITEM_EVENT, "Crane falls" },
    { "NEAR(crane", SAYSO_ITEM_EVENT, "" },
    { "crane\"fell", SAYSO_ITEM_EVENT, "Crane falls" },
    { "^crane", SAYSO_ITEM_EVENT, "Crane falls" },
    { "'; DROP TABLE event; --", SAYSO_ITEM_EVENT, "" },
    { "cr\xff", SAYSO_ITEM_EVENT, NULL },
  };
  guint n_all = fixture_count (fixture->casebook, SAYSO_ITEM_EVENT);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SaysoFilter) filter = sayso_filter_new ();

      g_test_message ("case %u", i);
      filter->text = g_strdup (cases[i].text);
      if (cases[i].expected != NULL)
        expect (fixture, cases[i].kind, filter, cases[i].expected);
      else
        {
          g_autoptr (GPtrArray) items = fixture_query (fixture->casebook, cases[i].kind, filter, SAYSO_SORT_TEXT);

          g_assert_cmpuint (items->len, ==, n_all);
        }
    }
}

/* Every condition, pair of conditions and order for every kind is SQL that works, and counts what it lists. */
static void
test_all (Fixture *fixture, gconstpointer data)
{
  for (SaysoItemKind kind = SAYSO_ITEM_ARTICLE; kind <= SAYSO_ITEM_RELATION; kind++)
    for (guint a = 0; a < 12; a++)
      for (guint b = a; b < 12; b++)
        {
          guint set = 1u << a | 1u << b;
          g_autoptr (SaysoFilter) filter = sayso_filter_new ();
          g_autoptr (GPtrArray) items = NULL, actors = NULL, relations = NULL;
          gint64 earliest, latest;
          g_autoptr (GError) error = NULL;

          filter->text = set & 1 ? g_strdup ("oak") : NULL;
          filter->article = set & 2 ? 1 : 0;
          filter->actor = set & 4 ? 2 : 0;
          if (set & 8)
            sayso_bounds_parse ("2019-01-01", "2021-12-31", &filter->range);
          filter->anonymous = set & 16;
          filter->doubted = set & 32;
          filter->undated = set & 64;
          filter->to_review = set & 128;
          filter->rejected = set & 256;
          filter->claim = set & 512 ? 1 : 0;
          filter->documents = set & 1024;
          filter->undisputed = set & 2048;
          items = fixture_query (fixture->casebook, kind, filter, a == b ? (SaysoSort) (a % 5) : SAYSO_SORT_TEXT);
          sayso_casebook_get_graph (fixture->casebook, filter, 10, &actors, &relations, &error);
          g_assert_no_error (error);
          sayso_casebook_get_extent (fixture->casebook, filter, &earliest, &latest, &error);
          g_assert_no_error (error);
        }
}

static void
test_orders (Fixture *fixture, gconstpointer data)
{
  g_autofree char *by_date = titles (fixture, SAYSO_ITEM_EVENT, NULL, SAYSO_SORT_DATE);
  g_autofree char *by_title = titles (fixture, SAYSO_ITEM_ACTOR, NULL, SAYSO_SORT_TITLE);
  g_autofree char *claims_by_date = titles (fixture, SAYSO_ITEM_CLAIM, NULL, SAYSO_SORT_DATE);
  g_autofree char *by_sourcing = titles (fixture, SAYSO_ITEM_CLAIM, NULL, SAYSO_SORT_SOURCING);
  g_autofree char *by_strength = titles (fixture, SAYSO_ITEM_ACTOR, NULL, SAYSO_SORT_STRENGTH);
  g_autoptr (GPtrArray) page = NULL;

  g_assert_cmpstr (by_date, ==,
                   "Port authority signs contract; Brine & Oak sells docks; Brine & Oak bribes Ada Quill; "
                   "Ada Quill meets somebody; Crane falls");
  g_assert_cmpstr (by_title, ==, "Ada Quill; Brine & Oak; Port Authority of Vellmar; two officials; Vellmar Courier");
  g_assert_true (g_str_has_prefix (claims_by_date, "Brine & Oak may sell the docks; "));
  g_assert_cmpstr (
      by_sourcing, ==,
      "Nobody had asked; Brine & Oak had bribed Ada Quill; Bribery of Quill; Brine & Oak may sell the docks");
  g_assert_true (g_str_has_prefix (by_strength, "Brine & Oak; "));

  page = sayso_casebook_query (fixture->casebook, SAYSO_ITEM_EVENT, NULL, SAYSO_SORT_DATE, 1, 2, NULL);
  g_assert_cmpuint (page->len, ==, 2);
  g_assert_cmpstr (sayso_item_get_title (g_ptr_array_index (page, 0)), ==, "Brine & Oak sells docks");
  for (SaysoItemKind kind = SAYSO_ITEM_ARTICLE; kind <= SAYSO_ITEM_RELATION; kind++)
    for (SaysoSort sort = SAYSO_SORT_TEXT; sort <= SAYSO_SORT_SOURCING; sort++)
      {
        g_autoptr (GPtrArray) items = fixture_query (fixture->casebook, kind, NULL, sort);

        g_assert_cmpuint (items->len, >, 0);
      }
}

/* What is kept of a filter until the next start is the same filter; of what somebody else wrote, what is understood. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  SaysoFilter filter = { .text = (char *) "tag:denial", .actor = 7, .claim = 3, .known = 12, .undisputed = TRUE };
  g_autoptr (SaysoFilter) plain = sayso_filter_new (), again = NULL, odd = NULL;
  g_autoptr (GVariant) kept = NULL, strange = NULL;

  filter.range = (SaysoBounds) { .earliest = -5, .latest = 99 };
  kept = g_variant_ref_sink (sayso_filter_to_variant (&filter));
  again = sayso_filter_new_from_variant (kept);
  g_assert_true (sayso_filter_equal (&filter, again));

  strange = g_variant_ref_sink (g_variant_new_parsed ("{'text': <5>, 'undated': <'yes'>, 'more': <true>}"));
  odd = sayso_filter_new_from_variant (strange);
  g_assert_true (sayso_filter_equal (plain, odd));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/filters/" name, Fixture, NULL, set_up, function, fixture_tear_down)
  ADD ("range", test_range);
  ADD ("flags", test_flags);
  ADD ("decisions", test_decisions);
  ADD ("actor", test_actor);
  ADD ("one-article", test_one_article);
  ADD ("words", test_words);
  ADD ("all", test_all);
  ADD ("orders", test_orders);
  ADD ("kept", test_kept);

  return g_test_run ();
}

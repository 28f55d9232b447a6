/* test-search.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "casebook-fixture.h"
#include "sayso-dates.h"
#include "sayso-hits.h"
#include "sayso-search.h"

static void
submit (Fixture *fixture, SaysoCommand *taken)
{
  g_autoptr (SaysoCommand) command = taken;
  g_autoptr (GError) error = NULL;

  sayso_casebook_submit (fixture->casebook, command, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture_set_up (fixture, data);
  fixture_import (fixture->casebook, 1);
}

/* What is typed becomes a query of the search tables. */
static void
test_parse (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text, *match, *exclude;
    guint n_terms;
  } cases[] = {
    { "crane", "(\"crane\"*)", NULL, 0 },
    { "cr", "(\"cr\")", NULL, 0 },
    { "crane docks ", "(\"crane\" AND \"docks\"*)", NULL, 0 },
    { "\"old crane\" fell", "(\"old crane\" AND \"fell\"*)", NULL, 0 },
    { "\"old crane", "(\"old crane\")", NULL, 0 },
    { "cr* docks", "(\"cr*\"* AND \"docks\"*)", NULL, 0 },
    { "crane OR docks", "(\"crane\") OR (\"docks\"*)", NULL, 0 },
    { "crane or docks", "(\"crane\" AND \"or\" AND \"docks\"*)", NULL, 0 },
    { "crane AND (docks OR pier)", "(\"crane\" AND ((\"docks\") OR (\"pier\")))", NULL, 0 },
    { "crane -docks", "(\"crane\" NOT (\"docks\"*))", NULL, 0 },
    { "crane NOT docks NOT pier", "(\"crane\" NOT (\"docks\" OR \"pier\"*))", NULL, 0 },
    { "NOT crane", NULL, "\"crane\"*", 0 },
    { "tag:odd crane", "(\"crane\"*)", NULL, 1 },
    { "-tag:odd", NULL, NULL, 1 },
    { "actor:\"Ada Quill\" status:confirmed", NULL, NULL, 2 },
    /* Still in the typing. */
    { "crane OR", "(\"crane\")", NULL, 0 },
    { "crane AND ", "(\"crane\")", NULL, 0 },
    { "crane (", "(\"crane\")", NULL, 0 },
    { "tag:", NULL, NULL, 0 },
    { "after:20", NULL, NULL, 0 },
    { "status:conf", NULL, NULL, 1 },
    /* No operators and no fields. */
    { "10:30 http://a.b", "(\"10:30\" AND \"http://a.b\"*)", NULL, 0 },
    { "& - ( )", NULL, NULL, 0 },
    { "", NULL, NULL, 0 },
    { "\xff", NULL, NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SaysoSearch) search = sayso_search_parse (cases[i].text, FALSE, &error);

      g_test_message ("%s", i < G_N_ELEMENTS (cases) - 1 ? cases[i].text : "no UTF-8");
      g_assert_no_error (error);
      g_assert_cmpstr (search->match, ==, cases[i].match);
      g_assert_cmpstr (search->exclude, ==, cases[i].exclude);
      g_assert_cmpuint (search->terms->len, ==, cases[i].n_terms);
    }
}

/* A mistake is explained, and is never an error of SQL. */
static void
test_mistakes (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text, *words;
  } cases[] = {
    { "OR crane", "before “OR”" },
    { "AND crane", "before “AND”" },
    { "crane OR NOT docks", "“NOT” needs" },
    { "(NOT crane) docks", "“NOT” needs" },
    { "crane OR tag:odd", "cannot stand with “OR”" },
    { "(tag:odd crane)", "“tag:” cannot stand in parentheses" },
    { "kind:vegetable crane", "no kind “vegetable”" },
    { "status:fine crane", "no status “fine”" },
    { "after:soon crane", "“soon” is no date" },
    { "-after:2014", "cannot be turned round" },
    { "tag: crane", "Nothing stands behind “tag:”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SaysoFilter) filter = sayso_filter_new ();
      g_autoptr (GError) error = NULL, count_error = NULL;
      g_autoptr (GPtrArray) items = NULL;
      guint n;

      g_test_message ("%s", cases[i].text);
      filter->text = g_strdup (cases[i].text);
      items = sayso_casebook_query (fixture->casebook, SAYSO_ITEM_EVENT, filter, SAYSO_SORT_TEXT, 0, 10, &error);
      g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_QUERY);
      g_assert_nonnull (strstr (error->message, cases[i].words));
      g_assert_null (items);
      g_assert_false (sayso_casebook_count (fixture->casebook, SAYSO_ITEM_EVENT, filter, &n, &count_error));
      g_assert_error (count_error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_QUERY);
    }
}

/* Whatever is typed, SQL never complains. */
static void
test_any (Fixture *fixture, gconstpointer data)
{
  static const char *const pieces[] = { "crane", "\"",    "(",     ")",         " ",      " OR ", " AND ", " NOT ",
                                        "-",     "*",     "tag:",  "actor:",    "after:", "2014", "'",     "^",
                                        ":",     "NEAR(", "kind:", "anonymous", "ä",      "+",    "{" };

  for (guint i = 0; i < 600; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (SaysoFilter) filter = sayso_filter_new ();
      g_autoptr (GPtrArray) hits = NULL, items = NULL;
      g_autoptr (GError) error = NULL, other = NULL;
      SaysoItemKind kind = SAYSO_ITEM_ARTICLE + i % 6;

      for (int n = g_test_rand_int_range (1, 9); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      filter->text = g_string_free_and_steal (g_steal_pointer (&text));
      hits = sayso_casebook_search (fixture->casebook, kind, filter, 0, 10, &error);
      items = sayso_casebook_query (fixture->casebook, kind, filter, SAYSO_SORT_TEXT, 0, 10, &other);
      if ((error != NULL && error->code != SAYSO_CASEBOOK_ERROR_QUERY) ||
          (other != NULL && other->code != SAYSO_CASEBOOK_ERROR_QUERY))
        g_error ("%s: %s", filter->text, error != NULL ? error->message : other->message);
      g_assert_cmpint (error != NULL, ==, other != NULL);
      if (hits != NULL)
        g_assert_cmpuint (hits->len, ==, items->len);
    }
}

static char *
titles (Fixture *fixture, SaysoItemKind kind, const char *text)
{
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (GPtrArray) items = NULL;
  GString *all = g_string_new (NULL);

  filter->text = g_strdup (text);
  filter->rejected = TRUE;
  items = fixture_query (fixture->casebook, kind, filter, SAYSO_SORT_TEXT);
  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? "; " : "", sayso_item_get_title (g_ptr_array_index (items, i)));

  return g_string_free_and_steal (all);
}

static void
expect (Fixture *fixture, SaysoItemKind kind, const char *text, const char *expected)
{
  g_autofree char *found = titles (fixture, kind, text);

  g_test_message ("%s", text);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_fields (Fixture *fixture, gconstpointer data)
{
  gint64 crane = fixture_id (fixture->casebook, SAYSO_ITEM_EVENT, "Crane falls");
  gint64 asked = fixture_id (fixture->casebook, SAYSO_ITEM_CLAIM, "Nobody had asked");
  gint64 firm = fixture_id (fixture->casebook, SAYSO_ITEM_ACTOR, "Brine & Oak");
  gint64 port = fixture_id (fixture->casebook, SAYSO_ITEM_ACTOR, "Port Authority of Vellmar");

  submit (fixture, sayso_command_new_tag (SAYSO_ITEM_EVENT, crane, "Needs a call"));
  submit (fixture, sayso_command_new_note (SAYSO_ITEM_EVENT, crane, "Ring the harbourmaster."));
  submit (fixture, sayso_command_new_note (SAYSO_ITEM_ARTICLE, 1, "From the archive."));
  submit (fixture, sayso_command_new_decide (SAYSO_ITEM_CLAIM, asked, SAYSO_STANDING_CONFIRMED));

  expect (fixture, SAYSO_ITEM_EVENT, "actor:quill", "Brine & Oak bribes Ada Quill; Ada Quill meets somebody");
  expect (fixture, SAYSO_ITEM_EVENT, "actor:\"ada quill\" -actor:brine", "Ada Quill meets somebody");
  expect (fixture, SAYSO_ITEM_EVENT, "source:officials", "Brine & Oak bribes Ada Quill");
  expect (fixture, SAYSO_ITEM_CLAIM, "source:audit", "Brine & Oak may sell the docks");
  expect (fixture, SAYSO_ITEM_CLAIM, "kind:anonymous", "Brine & Oak had bribed Ada Quill");
  expect (fixture, SAYSO_ITEM_ACTOR, "kind:person", "Ada Quill; two officials");
  expect (fixture, SAYSO_ITEM_EVENT, "tag:\"needs a CALL\"", "Crane falls");
  expect (fixture, SAYSO_ITEM_EVENT, "-tag:\"needs a call\" oak",
          "Port authority signs contract; Brine & Oak bribes Ada Quill; Brine & Oak sells docks");
  expect (fixture, SAYSO_ITEM_EVENT, "after:2020", "Brine & Oak sells docks");
  expect (fixture, SAYSO_ITEM_EVENT, "after:2014 before:2019-07", "Port authority signs contract");
  expect (fixture, SAYSO_ITEM_CLAIM, "status:confirmed", "Nobody had asked");
  expect (fixture, SAYSO_ITEM_EVENT, "outlet:courier crane", "Crane falls");
  expect (fixture, SAYSO_ITEM_EVENT, "outlet:gazette crane", "");
  expect (fixture, SAYSO_ITEM_ARTICLE, "actor:quill kind:document outlet:Vellmar", "Harbour deal under fire, 1");

  /* By what is written beside it, too; and after that was taken back not any more. */
  expect (fixture, SAYSO_ITEM_EVENT, "harbourmaster", "Crane falls");
  expect (fixture, SAYSO_ITEM_ARTICLE, "archive", "Harbour deal under fire, 1");
  g_assert_true (sayso_casebook_undo (fixture->casebook, NULL));
  g_assert_true (sayso_casebook_undo (fixture->casebook, NULL));
  expect (fixture, SAYSO_ITEM_ARTICLE, "archive", "");

  /* By the names of all that are one. */
  submit (fixture, sayso_command_new_merge (port, firm, FALSE));
  expect (fixture, SAYSO_ITEM_EVENT, "actor:authority",
          "Port authority signs contract; Brine & Oak bribes Ada Quill; Brine & Oak sells docks");
}

/* When something happened, was reported and was learned are three dates. */
static void
test_dates (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SaysoDates) undated = NULL, published = NULL;
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autofree char *day = NULL;
  GPtrArray *claims;
  gint64 first = fixture_id (fixture->casebook, SAYSO_ITEM_CLAIM, "Nobody had asked"), second;

  /* The first article has no date of publication, so nothing says when it was reported. */
  expect (fixture, SAYSO_ITEM_EVENT, "known:2030", "");
  expect (fixture, SAYSO_ITEM_CLAIM, "known:2030", "");
  undated = sayso_casebook_get_dates (fixture->casebook, SAYSO_ITEM_CLAIM, first, NULL);
  g_assert_false (sayso_bounds_known (&undated->reported));
  g_assert_cmpint (undated->article, ==, 0);

  /* The second has: 4 May 2020. */
  fixture_import (fixture->casebook, 2);
  expect (fixture, SAYSO_ITEM_ARTICLE, "known:2020-05-03", "");
  expect (fixture, SAYSO_ITEM_CLAIM, "known:2020-05-03", "");
  expect (fixture, SAYSO_ITEM_RELATION, "known:2020-05-03", "");
  expect (fixture, SAYSO_ITEM_ARTICLE, "known:2020-05-04", "Harbour deal under fire, 2");
  expect (fixture, SAYSO_ITEM_CLAIM, "known:2020-05-04 bribed", "Brine & Oak had bribed Ada Quill; Bribery of Quill");
  expect (fixture, SAYSO_ITEM_EVENT, "reported:2020-05 crane", "Crane falls");
  expect (fixture, SAYSO_ITEM_EVENT, "reported:2020-06 crane", "");
  expect (fixture, SAYSO_ITEM_EVENT, "occurred:2019 known:2021", "Port authority signs contract");
  expect (fixture, SAYSO_ITEM_EVENT, "occurred:2019 known:2019", "");
  expect (fixture, SAYSO_ITEM_EVENT, "learned:2020", "");

  claims = fixture_query (fixture->casebook, SAYSO_ITEM_CLAIM, NULL, SAYSO_SORT_REPORTED);
  g_assert_cmpint (SAYSO_CLAIM (g_ptr_array_index (claims, 0))->article, ==, 2);
  second = sayso_item_get_id (g_ptr_array_index (claims, 0));
  g_assert_cmpint (SAYSO_CLAIM (g_ptr_array_index (claims, claims->len - 1))->article, ==, 1);
  g_ptr_array_unref (claims);
  published = sayso_casebook_get_dates (fixture->casebook, SAYSO_ITEM_CLAIM, second, NULL);
  day = sayso_bounds_format_earliest (&published->reported);
  g_assert_cmpstr (day, ==, "2020-05-04");
  g_assert_cmpint (published->reported_event, ==, 0);
  g_assert_cmpint (published->article, ==, 2);
  g_assert_cmpstr (published->outlet, ==, "Vellmar Courier");

  /* The filter of all views asks the same. */
  filter->known = published->reported.latest;
  claims = fixture_query (fixture->casebook, SAYSO_ITEM_CLAIM, filter, SAYSO_SORT_LEARNED);
  for (guint i = 0; i < claims->len; i++)
    g_assert_cmpint (SAYSO_CLAIM (g_ptr_array_index (claims, i))->article, ==, 2);
  g_assert_cmpuint (claims->len, >, 0);
  g_ptr_array_unref (claims);
}

static void
test_hits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (SaysoText) text = sayso_casebook_get_text (fixture->casebook, 1, NULL);
  g_autoptr (GPtrArray) hits = NULL, more = NULL;
  g_autoptr (GError) error = NULL;
  const SaysoHit *hit;

  filter->text = g_strdup ("KESTREL cran");
  hits = sayso_casebook_search (fixture->casebook, SAYSO_ITEM_ARTICLE, filter, 0, 50, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpint (hit->article, ==, 1);
  g_assert_cmpuint (hit->span.start, ==, fixture_find (text, "Kestrel crane").start);
  g_assert_cmpuint (hit->matches->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      SaysoSpan span = g_array_index (hit->matches, SaysoSpan, i);
      g_autofree char *word = g_utf8_substring (hit->snippet, span.start, span.end);

      g_assert_cmpstr (word, ==, i == 0 ? "Kestrel" : "crane");
    }
  g_assert_cmpuint (g_utf8_strlen (hit->snippet, -1), <=, 200);

  /* Last first, a page after the other, each in its own sentence. */
  for (guint i = 2; i <= 5; i++)
    fixture_import (fixture->casebook, i);
  g_set_str (&filter->text, "bribed");
  more = sayso_casebook_search (fixture->casebook, SAYSO_ITEM_CLAIM, filter, 1, 2, &error);
  g_assert_cmpuint (more->len, ==, 2);
  hit = g_ptr_array_index (more, 1);
  g_assert_nonnull (strstr (hit->snippet, "bribed Ada Quill"));
  g_assert_cmpint (sayso_item_get_id (hit->item), >,
                   sayso_item_get_id (((SaysoHit *) g_ptr_array_index (more, 1))->item) - 1);
  for (SaysoItemKind kind = SAYSO_ITEM_ARTICLE; kind <= SAYSO_ITEM_RELATION; kind++)
    {
      g_autoptr (GPtrArray) all = NULL;

      g_set_str (&filter->text, kind == SAYSO_ITEM_TIME ? "march" : "brine");
      all = sayso_casebook_search (fixture->casebook, kind, filter, 0, 50, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (all->len, >, 0);
      for (guint i = 0; i < all->len; i++)
        {
          hit = g_ptr_array_index (all, i);
          g_assert_cmpint (hit->article, >, 0);
          g_assert_cmpstr (hit->snippet, !=, "");
        }
    }
}

/* A last word that many have is whole; else it may go on, and three letters are enough. */
static void
test_whole (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (GPtrArray) begun = NULL, whole = NULL, still = NULL;
  g_autoptr (SaysoSearch) search = sayso_search_parse ("port doc", TRUE, NULL);

  g_assert_cmpstr (search->match, ==, "(\"port\" AND \"doc\")");
  for (guint i = 2; i <= 40; i++)
    fixture_import (fixture->casebook, i);
  g_set_str (&filter->text, "doc");
  begun = sayso_casebook_search (fixture->casebook, SAYSO_ITEM_ARTICLE, filter, 0, 100, NULL);
  g_assert_cmpuint (begun->len, ==, 40);
  g_set_str (&filter->text, "docks");
  whole = sayso_casebook_search (fixture->casebook, SAYSO_ITEM_ARTICLE, filter, 0, 100, NULL);
  g_assert_cmpuint (whole->len, ==, 40);
  g_set_str (&filter->text, "vel");
  still = sayso_casebook_search (fixture->casebook, SAYSO_ITEM_EVENT, filter, 0, 100, NULL);
  g_assert_cmpuint (still->len, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/search/" name, Fixture, NULL, set_up, function, fixture_tear_down)
  ADD ("parse", test_parse);
  ADD ("mistakes", test_mistakes);
  ADD ("whole", test_whole);
  ADD ("any", test_any);
  ADD ("dates", test_dates);
  ADD ("fields", test_fields);
  ADD ("hits", test_hits);

  return g_test_run ();
}

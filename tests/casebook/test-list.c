/* test-list.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sqlite3.h>
#include <string.h>

#include "casebook-fixture.h"
#include "sayso-list.h"

/* What a list told since it was asked last: "position-removed+added" for each time. */
static void
on_items_changed (GListModel *list, guint position, guint removed, guint added, GString *told)
{
  g_string_append_printf (told, "%s%u-%u+%u", told->len > 0 ? " " : "", position, removed, added);
}

static void
submit (Fixture *fixture, SaysoCommand *command)
{
  g_autoptr (SaysoCommand) owned = command;
  g_autoptr (GError) error = NULL;

  sayso_casebook_submit (fixture->casebook, owned, NULL, &error);
  g_assert_no_error (error);
}

static void
read_all (GListModel *list)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SaysoItem) item = g_list_model_get_item (list, i);

      g_assert_nonnull (item);
      g_assert_cmpint (sayso_item_get_id (item), >, 0);
    }
}

static void
assert_told (GString *told, const char *expected)
{
  fixture_settle ();
  g_assert_cmpstr (told->str, ==, expected);
  g_string_truncate (told, 0);
}

static void
test_follow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) events = sayso_casebook_list (fixture->casebook, SAYSO_ITEM_EVENT, NULL, SAYSO_SORT_TEXT);
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (SaysoItem) before = NULL, after = NULL, other = NULL, other_after = NULL;
  gint64 id;

  g_signal_connect (events, "items-changed", G_CALLBACK (on_items_changed), told);
  g_assert_cmpuint (g_list_model_get_n_items (events), ==, 0);
  g_assert_null (g_list_model_get_item (events, 0));

  fixture_import (fixture->casebook, 1);
  assert_told (told, "0-0+5");
  read_all (events);
  g_assert_null (g_list_model_get_item (events, 5));

  /* Newest article first: the rows that were there only move. */
  fixture_import (fixture->casebook, 2);
  assert_told (told, "0-0+5");
  read_all (events);

  /* One row differs: one row is told, the others are the same objects. */
  before = g_list_model_get_item (events, 7);
  other = g_list_model_get_item (events, 6);
  id = sayso_item_get_id (before);
  submit (fixture, sayso_command_new_decide (SAYSO_ITEM_EVENT, id, SAYSO_STANDING_CONFIRMED));
  assert_told (told, "7-1+1");
  after = g_list_model_get_item (events, 7);
  other_after = g_list_model_get_item (events, 6);
  g_assert_true (after != before);
  g_assert_true (other_after == other);
  g_assert_cmpint (sayso_item_get_id (after), ==, id);
  g_assert_cmpint (sayso_item_get_standing (after), ==, SAYSO_STANDING_CONFIRMED);
  g_assert_cmpint (sayso_item_get_standing (before), ==, SAYSO_STANDING_SUGGESTED);

  submit (fixture, sayso_command_new_decide (SAYSO_ITEM_EVENT, id, SAYSO_STANDING_REJECTED));
  assert_told (told, "7-1+0");

  /* Nothing of this list changed: nothing is told. */
  submit (fixture, sayso_command_new_decide (SAYSO_ITEM_TIME, 1, SAYSO_STANDING_CONFIRMED));
  assert_told (told, "");

  /* A name is in many rows. */
  submit (fixture,
          sayso_command_new_rename (SAYSO_ITEM_ACTOR, fixture_id (fixture->casebook, SAYSO_ITEM_ACTOR, "Ada Quill"),
                                    "A. Quill"));
  assert_told (told, "1-2+2 6-1+1");

  submit (fixture, sayso_command_new_remove (2));
  assert_told (told, "0-5+0");
  g_assert_true (sayso_casebook_undo (fixture->casebook, NULL));
  assert_told (told, "0-0+5");
  read_all (events);
}

static void
test_filtered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (GListModel) claims = NULL;
  g_autoptr (GString) told = g_string_new (NULL);

  filter->to_review = TRUE;
  fixture_import (fixture->casebook, 1);
  claims = sayso_casebook_list (fixture->casebook, SAYSO_ITEM_CLAIM, filter, SAYSO_SORT_SOURCING);
  g_signal_connect (claims, "items-changed", G_CALLBACK (on_items_changed), told);
  g_assert_cmpuint (g_list_model_get_n_items (claims), ==, 4);
  read_all (claims);
  submit (fixture, sayso_command_new_decide (SAYSO_ITEM_CLAIM,
                                             fixture_id (fixture->casebook, SAYSO_ITEM_CLAIM, "Bribery of Quill"),
                                             SAYSO_STANDING_CONFIRMED));
  assert_told (told, "2-1+0");
}

/* More than fits in the pages that are kept; asked for here and there. */
static void
test_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) events = NULL, articles = NULL;
  g_autoptr (GPtrArray) all = NULL;
  guint n = 600, row = 0;

  for (guint i = 0; i < n; i++)
    fixture_import (fixture->casebook, i);
  events = sayso_casebook_list (fixture->casebook, SAYSO_ITEM_EVENT, NULL, SAYSO_SORT_DATE);
  articles = sayso_casebook_list (fixture->casebook, SAYSO_ITEM_ARTICLE, NULL, SAYSO_SORT_TEXT);
  g_assert_cmpuint (g_list_model_get_n_items (events), ==, 5 * n);
  g_assert_cmpuint (g_list_model_get_n_items (articles), ==, n);
  all = sayso_casebook_query (fixture->casebook, SAYSO_ITEM_EVENT, NULL, SAYSO_SORT_DATE, 0, 5 * n, NULL);
  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (SaysoItem) item = NULL;

      row = (row * 1103515245 + 12345) % (5 * n);
      item = g_list_model_get_item (events, row);
      g_assert_cmpint (sayso_item_get_id (item), ==, sayso_item_get_id (g_ptr_array_index (all, row)));
    }

  /* The same row is the same object as long as it is near. */
  {
    g_autoptr (SaysoItem) one = g_list_model_get_item (events, 10), same = g_list_model_get_item (events, 10);

    g_assert_true (one == same);
  }
}

/* Too many to be found while somebody waits: they come when they are found. */
static void
test_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) times = NULL;
  g_autoptr (GString) told = g_string_new (NULL);
  sqlite3 *db;

  fixture_import (fixture->casebook, 1);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_exec (db,
                    "INSERT INTO time (article, start, stop, type, value, earliest, latest, soft_start, soft_end, "
                    "lasting, anchor) SELECT 1, value, value + 1, 'date', 'x', 0, 1, 0, 0, 0, 'none' "
                    "FROM (WITH RECURSIVE n (value) AS (SELECT 0 UNION ALL SELECT value + 1 FROM n) "
                    "SELECT value % 300 AS value FROM n LIMIT 20000)",
                    NULL, NULL, NULL),
      ==, SQLITE_OK);
  sqlite3_close (db);
  times = sayso_casebook_list (fixture->casebook, SAYSO_ITEM_TIME, NULL, SAYSO_SORT_TEXT);
  g_signal_connect (times, "items-changed", G_CALLBACK (on_items_changed), told);
  g_assert_cmpuint (g_list_model_get_n_items (times), ==, 0);
  while (strchr (told->str, ' ') == NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_told (told, "0-0+200 200-0+19803");

  /* Let go of while it looks. */
  g_clear_object (&times);
  times = sayso_casebook_list (fixture->casebook, SAYSO_ITEM_TIME, NULL, SAYSO_SORT_DATE);
  g_clear_object (&times);
  fixture_settle ();
}

static void
test_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) events = NULL, empty = NULL;
  g_autoptr (SaysoItem) item = NULL;

  fixture_import (fixture->casebook, 1);
  events = sayso_casebook_list (fixture->casebook, SAYSO_ITEM_EVENT, NULL, SAYSO_SORT_TEXT);
  sayso_casebook_close (fixture->casebook);
  /* What was not read yet is blank now, but not missing: a list may not say five and give none. */
  item = g_list_model_get_item (events, 0);
  g_assert_true (SAYSO_IS_EVENT (item));
  g_assert_cmpint (sayso_item_get_id (item), ==, 0);
  empty = sayso_casebook_list (fixture->casebook, SAYSO_ITEM_EVENT, NULL, SAYSO_SORT_TEXT);
  g_assert_cmpuint (g_list_model_get_n_items (empty), ==, 0);
}

/* Rows bind to properties. */
static void
test_properties (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) articles = NULL;
  g_autoptr (SaysoItem) item = NULL;
  g_autofree char *title = NULL, *subtitle = NULL, *outlet = NULL;
  guint n_events = 0;
  SaysoItemKind kind = SAYSO_ITEM_NONE;

  fixture_import (fixture->casebook, 2);
  articles = sayso_casebook_list (fixture->casebook, SAYSO_ITEM_ARTICLE, NULL, SAYSO_SORT_TEXT);
  g_assert_true (g_list_model_get_item_type (articles) == SAYSO_TYPE_ITEM);
  item = g_list_model_get_item (articles, 0);
  g_object_get (item, "title", &title, "subtitle", &subtitle, "outlet", &outlet, "n-events", &n_events, "kind", &kind,
                NULL);
  g_assert_cmpstr (title, ==, "Harbour deal under fire, 2");
  g_assert_cmpstr (subtitle, ==, "Vellmar Courier · 2020-05-04");
  g_assert_cmpstr (outlet, ==, "Vellmar Courier");
  g_assert_cmpuint (n_events, ==, 5);
  g_assert_cmpint (kind, ==, SAYSO_ITEM_ARTICLE);
}

/* Claims by source and by article: sections that cover every row, the one with the weakest claim first. */
static void
test_sections (Fixture *fixture, gconstpointer data)
{
  static const SaysoSort sorts[] = { SAYSO_SORT_SOURCE, SAYSO_SORT_ORIGIN, SAYSO_SORT_ARTICLE };

  fixture_import (fixture->casebook, 1);
  fixture_import (fixture->casebook, 2);
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      g_autoptr (GListModel) claims = sayso_casebook_list (fixture->casebook, SAYSO_ITEM_CLAIM, NULL, sorts[i]);
      guint n = g_list_model_get_n_items (claims), n_sections = 0, start, end, weakest = 0;

      g_assert_cmpuint (n, ==, 8);
      for (guint row = 0; row < n; row = end)
        {
          g_autoptr (SaysoClaim) first = g_list_model_get_item (claims, row);

          sayso_list_get_section (SAYSO_LIST (claims), row, &start, &end);
          g_assert_cmpuint (start, ==, row);
          g_assert_cmpuint (end, >, row);
          g_assert_cmpuint (first->level, >=, weakest);
          weakest = first->level;
          n_sections++;
          for (guint other = row; other < end; other++)
            {
              g_autoptr (SaysoClaim) claim = g_list_model_get_item (claims, other);
              guint a, b;

              sayso_list_get_section (SAYSO_LIST (claims), other, &a, &b);
              g_assert_cmpuint (a, ==, start);
              g_assert_cmpuint (b, ==, end);
              g_assert_cmpuint (claim->level, >=, first->level);
              if (sorts[i] == SAYSO_SORT_ARTICLE)
                g_assert_cmpint (claim->article, ==, first->article);
              else if (first->source_actor != 0)
                g_assert_cmpint (claim->source_actor, ==, first->source_actor);
            }
        }
      g_assert_cmpuint (end, ==, n);
      if (sorts[i] == SAYSO_SORT_ARTICLE)
        g_assert_cmpuint (n_sections, ==, 2);
      else
        g_assert_cmpuint (n_sections, >, 2);

      /* In sections or not, a row is found by its id. */
      {
        g_autoptr (SaysoItem) last = g_list_model_get_item (claims, n - 1);

        g_assert_cmpuint (sayso_list_find (SAYSO_LIST (claims), sayso_item_get_id (last)), ==, n - 1);
      }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/list/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("follow", test_follow);
  ADD ("filtered", test_filtered);
  ADD ("pages", test_pages);
  ADD ("large", test_large);
  ADD ("closed", test_closed);
  ADD ("properties", test_properties);
  ADD ("sections", test_sections);

  return g_test_run ();
}

/* test-threads.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "casebook-fixture.h"
#include "sayso-chronicle.h"

#define N_READERS 3
#define N_ARTICLES 60

typedef struct
{
  SaysoCasebook *casebook;
  gint stop;
  gint n_readings;
} Shared;

/* Whatever a reader sees at any moment is a whole number of articles, each whole. */
static gpointer
reader (gpointer data)
{
  Shared *shared = data;

  while (!g_atomic_int_get (&shared->stop))
    {
      g_autoptr (GPtrArray) articles = NULL, actors = NULL, relations = NULL;
      g_autoptr (SaysoChronicle) chronicle = NULL;
      g_autoptr (GError) error = NULL;
      SaysoBounds all = SAYSO_BOUNDS_UNKNOWN;
      gint n_left = 0;

      articles = sayso_casebook_query (shared->casebook, SAYSO_ITEM_ARTICLE, NULL, SAYSO_SORT_TEXT, 0, 1000, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < articles->len; i += 7)
        {
          SaysoArticle *article = g_ptr_array_index (articles, i);
          gint64 id = sayso_item_get_id (SAYSO_ITEM (article));
          g_autoptr (SaysoText) text = sayso_casebook_get_text (shared->casebook, id, &error);
          g_autoptr (GArray) marks = sayso_casebook_get_marks (shared->casebook, id, &error);

          g_assert_no_error (error);
          g_assert_cmpuint (article->n_events, ==, 5);
          g_assert_cmpuint (article->n_claims, ==, 4);
          g_assert_cmpuint (marks->len, >, 20);
        }
      g_assert_true (sayso_casebook_get_graph (shared->casebook, NULL, 10, &actors, &relations, &error));
      if (actors->len > 0)
        {
          SaysoActor *strongest = g_ptr_array_index (actors, 0);

          g_assert_cmpuint (strongest->n_mentions, ==, 3 * strongest->n_articles);
        }
      for (guint i = 0; i < relations->len; i++)
        g_assert_cmpuint (SAYSO_RELATION (g_ptr_array_index (relations, i))->n_evidence, ==,
                          SAYSO_RELATION (g_ptr_array_index (relations, 0))->n_evidence);
      chronicle = sayso_casebook_get_chronicle (shared->casebook, NULL, SAYSO_LANES_KIND, &all, SAYSO_SECONDS_A_DAY, 30,
                                                &error);
      g_assert_no_error (error);
      for (guint i = 0; i < chronicle->lanes->len; i++)
        n_left += g_array_index (chronicle->lanes, SaysoChronicleLane, i).n_within;
      for (guint i = 0; i < chronicle->crowds->len; i++)
        n_left -= g_array_index (chronicle->crowds, SaysoCrowd, i).n;
      g_assert_cmpint (n_left, ==, chronicle->moments->len);
      g_atomic_int_inc (&shared->n_readings);
    }

  return NULL;
}

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  guint *n_left = data;

  sayso_casebook_submit_finish (SAYSO_CASEBOOK (source), result, NULL, &error);
  g_assert_no_error (error);
  --*n_left;
}

static void
test_readers (Fixture *fixture, gconstpointer data)
{
  Shared shared = { .casebook = fixture->casebook };
  GThread *threads[N_READERS];
  guint n_left = N_ARTICLES;
  g_autoptr (GListModel) events = sayso_casebook_list (fixture->casebook, SAYSO_ITEM_EVENT, NULL, SAYSO_SORT_DATE);

  for (guint i = 0; i < N_READERS; i++)
    threads[i] = g_thread_new ("reader", reader, &shared);
  for (guint i = 0; i < N_ARTICLES; i++)
    {
      g_autoptr (SaysoDocument) document = fixture_document (i);
      g_autoptr (SaysoExtraction) extraction = fixture_extraction (document, FALSE);
      g_autoptr (SaysoCommand) command = sayso_command_new_import (document, extraction);

      sayso_casebook_submit_async (fixture->casebook, command, NULL, on_submitted, &n_left);
    }
  while (n_left > 0)
    {
      g_main_context_iteration (NULL, TRUE);
      for (guint i = 0; i < g_list_model_get_n_items (events); i += 40)
        {
          g_autoptr (SaysoItem) item = g_list_model_get_item (events, i);

          g_assert_cmpint (sayso_item_get_id (item), >, 0);
        }
    }
  while (g_list_model_get_n_items (events) < 5 * N_ARTICLES)
    g_main_context_iteration (NULL, TRUE);
  g_atomic_int_set (&shared.stop, TRUE);
  for (guint i = 0; i < N_READERS; i++)
    g_thread_join (threads[i]);
  g_test_message ("%d readings", shared.n_readings);
  g_assert_cmpuint (g_list_model_get_n_items (events), ==, 5 * N_ARTICLES);
}

/* Let go of with changes still waiting: they are made, and nobody waits for somebody who waits for him. */
static void
test_let_go (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < 10; round++)
    {
      guint n_left = 5, n = 0;

      for (guint i = 0; i < 5; i++)
        {
          g_autoptr (SaysoDocument) document = fixture_document (round * 5 + i);
          g_autoptr (SaysoExtraction) extraction = fixture_extraction (document, FALSE);
          g_autoptr (SaysoCommand) command = sayso_command_new_import (document, extraction);

          sayso_casebook_submit_async (fixture->casebook, command, NULL, on_submitted, &n_left);
        }
      if (round % 2 == 0)
        g_clear_object (&fixture->casebook);
      fixture_reopen (fixture);
      g_assert_true (sayso_casebook_count (fixture->casebook, SAYSO_ITEM_ARTICLE, NULL, &n, NULL));
      g_assert_cmpuint (n, >=, round * 5);
      while (n_left > 0)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (fixture_count (fixture->casebook, SAYSO_ITEM_ARTICLE), ==, (round + 1) * 5);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/threads/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("readers", test_readers);
  ADD ("let-go", test_let_go);

  return g_test_run ();
}

/* test-threads.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "casebook-fixture.h"
#include "sayso-chronicle.h"

#define N_READERS 3
#define N_ARTICLES 60
#define N_OTHERS 10

typedef struct
{
  SaysoCasebook *casebook;
  gint stop;
  gint n_readings;
} Shared;

static void
assert_adds_up (const SaysoChronicle *chronicle)
{
  gint n_left = 0;

  for (guint i = 0; i < chronicle->lanes->len; i++)
    n_left += g_array_index (chronicle->lanes, SaysoChronicleLane, i).n_within;
  for (guint i = 0; i < chronicle->crowds->len; i++)
    n_left -= g_array_index (chronicle->crowds, SaysoCrowd, i).n;
  g_assert_cmpint (n_left, ==, chronicle->moments->len);
}

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
      assert_adds_up (chronicle);
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

/* -- views ---------------------------------------------------------------------------------------------- */

/* What views read of one actor, some of which is kept from one time to the next. */
static gpointer
viewer (gpointer data)
{
  Shared *shared = data;
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  SaysoBounds all = SAYSO_BOUNDS_UNKNOWN;

  while (!g_atomic_int_get (&shared->stop))
    {
      g_autoptr (GPtrArray) strongest = NULL, actors = NULL, relations = NULL;
      g_autoptr (GError) error = NULL;

      strongest = sayso_casebook_query (shared->casebook, SAYSO_ITEM_ACTOR, NULL, SAYSO_SORT_STRENGTH, 0, 3, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < strongest->len; i++)
        {
          gint64 id = sayso_item_get_id (g_ptr_array_index (strongest, i));
          g_autoptr (SaysoChronicle) chronicle = NULL;
          g_autoptr (GArray) passages =
              sayso_casebook_get_evidence (shared->casebook, SAYSO_ITEM_ACTOR, id, 20, &error);

          g_assert_no_error (error);
          filter->actor = id;
          chronicle =
              sayso_casebook_get_chronicle (shared->casebook, filter, i % 2 == 0 ? SAYSO_LANES_KIND : SAYSO_LANES_ACTOR,
                                            &all, SAYSO_SECONDS_A_DAY, 30, &error);
          g_assert_no_error (error);
          assert_adds_up (chronicle);
          g_clear_pointer (&actors, g_ptr_array_unref);
          g_clear_pointer (&relations, g_ptr_array_unref);
          g_assert_true (
              sayso_casebook_get_neighbourhood (shared->casebook, NULL, id, 2, 10, 50, &actors, &relations, &error));
        }
      g_atomic_int_inc (&shared->n_readings);
    }

  return NULL;
}

/* Somebody else who has the casebook open: with a writer and readers of his own. */
static gpointer
other_program (gpointer data)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GFile) file = g_file_new_for_path (data);
  g_autoptr (SaysoCasebook) casebook = NULL;

  g_main_context_push_thread_default (context);
  casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_OPEN, NULL, NULL);
  for (guint i = 0; i < N_OTHERS; i++)
    fixture_import (casebook, 1000 + i);
  sayso_casebook_close (casebook);
  g_main_context_pop_thread_default (context);

  return NULL;
}

/* Articles come, actors are merged and taken apart, by this program and by another, while views read. */
static void
test_views (Fixture *fixture, gconstpointer data)
{
  Shared shared = { .casebook = fixture->casebook };
  GThread *threads[N_READERS], *other;
  guint n_left = N_ARTICLES / 2;
  g_autoptr (GListModel) articles = sayso_casebook_list (fixture->casebook, SAYSO_ITEM_ARTICLE, NULL, SAYSO_SORT_TEXT);

  fixture_import (fixture->casebook, 100);
  for (guint i = 0; i < N_READERS; i++)
    threads[i] = g_thread_new ("viewer", viewer, &shared);
  other = g_thread_new ("other-program", other_program, fixture->path);
  for (guint i = 0; i < N_ARTICLES / 2; i++)
    {
      g_autoptr (SaysoDocument) document = fixture_document (i);
      g_autoptr (SaysoExtraction) extraction = fixture_extraction (document, FALSE);
      g_autoptr (SaysoCommand) command = sayso_command_new_import (document, extraction),
                               merge = sayso_command_new_merge (4, 3, TRUE),
                               separate = sayso_command_new_separate ((const gint64[]) { 4 }, 1);

      sayso_casebook_submit_async (fixture->casebook, command, NULL, on_submitted, &n_left);
      if (i % 3 == 0)
        g_assert_true (sayso_casebook_submit (fixture->casebook, merge, NULL, NULL));
      else if (i % 3 == 1)
        g_assert_true (sayso_casebook_submit (fixture->casebook, separate, NULL, NULL));
      else
        g_main_context_iteration (NULL, FALSE);
    }
  while (n_left > 0)
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (other);
  /* What the other did last is told within a second or so. */
  while (g_list_model_get_n_items (articles) < 1 + N_ARTICLES / 2 + N_OTHERS)
    g_main_context_iteration (NULL, TRUE);
  g_atomic_int_set (&shared.stop, TRUE);
  for (guint i = 0; i < N_READERS; i++)
    g_thread_join (threads[i]);
  g_test_message ("%d readings", shared.n_readings);
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
  ADD ("views", test_views);
  ADD ("let-go", test_let_go);

  return g_test_run ();
}

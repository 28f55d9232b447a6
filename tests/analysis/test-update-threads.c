/* test-update-threads.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "casebook-fixture.h"
#include "sayso-analysis.h"
#include "sayso-stories.h"

#define N_ARTICLES 30

typedef struct
{
  SaysoCasebook *casebook;
  gint stop;
} Shared;

/* Compares what came meanwhile, over and over. */
static gpointer
updater (gpointer data)
{
  Shared *shared = data;
  gboolean last;

  do
    {
      g_autoptr (GError) error = NULL;

      last = g_atomic_int_get (&shared->stop);
      sayso_analysis_update (shared->casebook, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  while (!last);

  return NULL;
}

/* What is known of a claim at any moment. */
static gpointer
viewer (gpointer data)
{
  Shared *shared = data;

  while (!g_atomic_int_get (&shared->stop))
    {
      g_autoptr (GPtrArray) claims = NULL;
      g_autoptr (GError) error = NULL;

      claims = sayso_casebook_query (shared->casebook, SAYSO_ITEM_CLAIM, NULL, SAYSO_SORT_TEXT, 0, 20, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < claims->len; i++)
        {
          gint64 id = sayso_item_get_id (g_ptr_array_index (claims, i));
          g_autoptr (SaysoAccount) account = sayso_stories_of_item (shared->casebook, SAYSO_ITEM_CLAIM, id, &error);
          g_autoptr (GPtrArray) clashes = sayso_stories_conflicts (shared->casebook, SAYSO_ITEM_CLAIM, id, &error);

          g_assert_no_error (error);
        }
    }

  return NULL;
}

/* Articles come while what they tell is compared and looked at; in the end all is compared. */
static void
test_update (Fixture *fixture, gconstpointer data)
{
  Shared shared = { .casebook = fixture->casebook };
  GThread *update = g_thread_new ("updater", updater, &shared), *view = g_thread_new ("viewer", viewer, &shared);

  for (guint i = 0; i < N_ARTICLES; i++)
    fixture_import (fixture->casebook, i);
  g_atomic_int_set (&shared.stop, TRUE);
  g_thread_join (update);
  g_thread_join (view);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/update-threads/articles", Fixture, NULL, fixture_set_up, test_update, fixture_tear_down);

  return g_test_run ();
}

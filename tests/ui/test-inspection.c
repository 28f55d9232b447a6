/* test-inspection.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-inspection.h"

#include "casebook-fixture.h"

static SaysoInspection *
inspect (Fixture *fixture, SaysoItemKind kind, const char *title, guint max_passages)
{
  g_autoptr (GError) error = NULL;
  SaysoInspection *inspection =
      sayso_inspection_load (fixture->casebook, kind, fixture_id (fixture->casebook, kind, title), max_passages,
                             &error);

  g_assert_no_error (error);
  g_assert_nonnull (inspection);
  g_assert_cmpstr (sayso_item_get_title (inspection->item), ==, title);

  return inspection;
}

static const SaysoLink *
origin_of (SaysoInspection *inspection)
{
  return &g_array_index (inspection->links, SaysoLink, inspection->links->len - 1);
}

static void
check_titles (GPtrArray *items, const char *titles)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? "|" : "", sayso_item_get_title (g_ptr_array_index (items, i)));
  g_assert_cmpstr (all->str, ==, titles);
}

static void
test_claim (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SaysoInspection) inspection = NULL;
  g_autoptr (SaysoInspection) brief = NULL;

  fixture_import (fixture->casebook, 1);
  inspection = inspect (fixture, SAYSO_ITEM_CLAIM, "Brine & Oak had bribed Ada Quill", 8);

  g_assert_cmpstr (inspection->content, ==, "Brine & Oak had bribed Ada Quill");
  g_assert_cmpuint (inspection->links->len, ==, 2);
  g_assert_cmpstr (origin_of (inspection)->name, ==, "two officials");
  g_assert_cmpuint (inspection->level, ==, 2);
  g_assert_cmpstr (sayso_item_get_title (SAYSO_ITEM (inspection->article)), ==, "Harbour deal under fire, 1");
  check_titles (inspection->events, "Brine & Oak bribes Ada Quill");
  g_assert_cmpuint (inspection->passages->len, ==, 1);
  g_assert_false (inspection->more);

  /* In brief, as for a row of a list. */
  brief = inspect (fixture, SAYSO_ITEM_CLAIM, "Brine & Oak had bribed Ada Quill", 0);
  g_assert_cmpuint (brief->links->len, ==, 2);
  g_assert_cmpuint (brief->level, ==, 2);
  g_assert_null (brief->content);
  g_assert_null (brief->passages);
}

static void
test_event (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SaysoInspection) told = NULL;
  g_autoptr (SaysoInspection) said = NULL;

  fixture_import (fixture->casebook, 1);
  told = inspect (fixture, SAYSO_ITEM_EVENT, "Brine & Oak bribes Ada Quill", 8);
  check_titles (told->actors, "Brine & Oak|Ada Quill");
  g_assert_cmpint (origin_of (told)->kind, ==, SAYSO_SOURCE_ANONYMOUS);
  g_assert_null (told->time);

  said = inspect (fixture, SAYSO_ITEM_EVENT, "Port authority signs contract", 8);
  g_assert_cmpint (origin_of (said)->kind, ==, SAYSO_SOURCE_AUTHOR);
  g_assert_cmpstr (sayso_item_get_title (SAYSO_ITEM (said->time)), ==, "March 2019");
  g_assert_cmpuint (said->level, ==, 3);
}

/* Two editions tell of the same month: each is around the other, and none is around itself. */
static void
test_around (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SaysoInspection) inspection = NULL;

  fixture_import (fixture->casebook, 1);
  fixture_import (fixture->casebook, 2);
  inspection = inspect (fixture, SAYSO_ITEM_EVENT, "Port authority signs contract", 8);
  check_titles (inspection->around, "Port authority signs contract");
  g_assert_cmpint (sayso_item_get_id (g_ptr_array_index (inspection->around, 0)), !=,
                   sayso_item_get_id (inspection->item));
}

static void
test_relation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) relations = NULL;

  fixture_import (fixture->casebook, 1);
  relations = fixture_query (fixture->casebook, SAYSO_ITEM_RELATION, NULL, SAYSO_SORT_STRENGTH);
  g_assert_cmpuint (relations->len, >, 0);
  for (guint i = 0; i < relations->len; i++)
    {
      SaysoRelation *relation = g_ptr_array_index (relations, i);
      g_autoptr (SaysoInspection) inspection =
          inspect (fixture, SAYSO_ITEM_RELATION, sayso_item_get_title (SAYSO_ITEM (relation)), 8);

      g_assert_cmpuint (inspection->actors->len, ==, 2);
      g_assert_cmpuint (inspection->passages->len, ==, relation->n_evidence);
      g_assert_cmpint (origin_of (inspection)->kind, ==,
                       relation->voice == SAYSO_VOICE_SAID ? SAYSO_SOURCE_AUTHOR : origin_of (inspection)->kind);
      g_assert_cmpuint (inspection->events->len, >, 0);
    }
}

static void
test_actor (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SaysoInspection) few = NULL;
  g_autoptr (SaysoInspection) all = NULL;

  for (guint i = 1; i <= 3; i++)
    fixture_import (fixture->casebook, i);

  few = inspect (fixture, SAYSO_ITEM_ACTOR, "Brine & Oak", 2);
  g_assert_cmpuint (few->passages->len, ==, 2);
  g_assert_true (few->more);
  g_assert_cmpuint (few->relations->len, >, 0);

  all = inspect (fixture, SAYSO_ITEM_ACTOR, "Brine & Oak", 100);
  g_assert_cmpuint (all->passages->len, ==, SAYSO_ACTOR (all->item)->n_mentions);
  g_assert_false (all->more);
}

static void
test_article_and_time (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SaysoInspection) article = NULL;
  g_autoptr (SaysoInspection) time = NULL;

  fixture_import (fixture->casebook, 2);
  article = inspect (fixture, SAYSO_ITEM_ARTICLE, "Harbour deal under fire, 2", 8);
  g_assert_null (article->links);
  g_assert_null (article->passages);

  time = inspect (fixture, SAYSO_ITEM_TIME, "March 2019", 8);
  g_assert_nonnull (time->article);
  g_assert_null (time->anchor);
  g_assert_cmpuint (time->passages->len, ==, 1);
}

/* How those who wrote an article source all they write, and what of that a reader corrected. */
static void
test_authors (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SaysoInspection) alone = NULL, one = NULL, person = NULL;
  g_autoptr (SaysoCommand) reject = NULL, name = NULL;
  const SaysoProfile *author;
  gint64 claim, ada;

  fixture_import (fixture->casebook, 1);
  alone = inspect (fixture, SAYSO_ITEM_ARTICLE, "Harbour deal under fire, 1", 8);
  g_assert_cmpuint (alone->authors->len, ==, 0);

  fixture_import (fixture->casebook, 2);
  claim = fixture_id (fixture->casebook, SAYSO_ITEM_CLAIM, "Brine & Oak had bribed Ada Quill");
  reject = sayso_command_new_decide (SAYSO_ITEM_CLAIM, claim, SAYSO_STANDING_REJECTED);
  g_assert_true (sayso_casebook_submit (fixture->casebook, reject, NULL, NULL));
  one = inspect (fixture, SAYSO_ITEM_ARTICLE, "Harbour deal under fire, 1", 8);
  g_assert_cmpuint (one->authors->len, ==, 2);
  author = g_ptr_array_index (one->authors, 0);
  g_assert_cmpstr (author->name, ==, "Ned Marsh");
  g_assert_cmpuint (author->n_articles, ==, 2);
  g_assert_cmpuint (author->n_claims, ==, 7);
  g_assert_cmpuint (author->n_decided, ==, 1);
  g_assert_cmpuint (author->n_corrected, ==, 1);

  /* A person who is told of writes as well, as soon as the reader gives them that name. */
  ada = fixture_id (fixture->casebook, SAYSO_ITEM_ACTOR, "Ada Quill");
  name = sayso_command_new_rename (SAYSO_ITEM_ACTOR, ada, "Ida Fell");
  g_assert_true (sayso_casebook_submit (fixture->casebook, name, NULL, NULL));
  person = inspect (fixture, SAYSO_ITEM_ACTOR, "Ida Fell", 8);
  g_assert_cmpuint (person->authors->len, ==, 1);
  g_assert_cmpuint (((SaysoProfile *) g_ptr_array_index (person->authors, 0))->n_articles, ==, 2);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  for (SaysoItemKind kind = SAYSO_ITEM_ARTICLE; kind <= SAYSO_ITEM_RELATION; kind++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (sayso_inspection_load (fixture->casebook, kind, 4711, 8, &error));
      g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_NOT_FOUND);
    }
}

static void
loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture_import (fixture->casebook, 1);
  sayso_inspection_load_async (fixture->casebook, SAYSO_ITEM_ARTICLE, 1, 8, cancellable, loaded, &result);
  g_cancellable_cancel (cancellable);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (sayso_inspection_load_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The filters that the claims view and the inspector ask with. */
static void
test_filters (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SaysoFilter) documents = sayso_filter_new ();
  g_autoptr (SaysoFilter) told = sayso_filter_new ();
  static const guint with_document[] = {
    [SAYSO_ITEM_ARTICLE] = 1, [SAYSO_ITEM_TIME] = 1,  [SAYSO_ITEM_ACTOR] = 1,
    [SAYSO_ITEM_EVENT] = 1,   [SAYSO_ITEM_CLAIM] = 1,
  };
  static const guint in_claim[] = {
    [SAYSO_ITEM_ARTICLE] = 1, [SAYSO_ITEM_TIME] = 0,  [SAYSO_ITEM_ACTOR] = 2,
    [SAYSO_ITEM_EVENT] = 1,   [SAYSO_ITEM_CLAIM] = 1,
  };

  fixture_import (fixture->casebook, 1);
  documents->documents = TRUE;
  told->claim = fixture_id (fixture->casebook, SAYSO_ITEM_CLAIM, "Brine & Oak had bribed Ada Quill");
  for (SaysoItemKind kind = SAYSO_ITEM_ARTICLE; kind <= SAYSO_ITEM_CLAIM; kind++)
    {
      g_autoptr (GPtrArray) on_document = fixture_query (fixture->casebook, kind, documents, SAYSO_SORT_TEXT);
      g_autoptr (GPtrArray) of_claim = fixture_query (fixture->casebook, kind, told, SAYSO_SORT_TEXT);

      g_test_message ("kind %d", kind);
      g_assert_cmpuint (on_document->len, ==, with_document[kind]);
      g_assert_cmpuint (of_claim->len, ==, in_claim[kind]);
    }

  /* Relations: that the conditions are sound. */
  g_ptr_array_unref (fixture_query (fixture->casebook, SAYSO_ITEM_RELATION, documents, SAYSO_SORT_TEXT));
  g_ptr_array_unref (fixture_query (fixture->casebook, SAYSO_ITEM_RELATION, told, SAYSO_SORT_TEXT));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/inspection/claim", test_claim);
  ADD ("/inspection/event", test_event);
  ADD ("/inspection/around", test_around);
  ADD ("/inspection/relation", test_relation);
  ADD ("/inspection/actor", test_actor);
  ADD ("/inspection/article-and-time", test_article_and_time);
  ADD ("/inspection/authors", test_authors);
  ADD ("/inspection/missing", test_missing);
  ADD ("/inspection/cancelled", test_cancelled);
  ADD ("/inspection/filters", test_filters);
  return g_test_run ();
}

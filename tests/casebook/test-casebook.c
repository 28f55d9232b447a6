/* test-casebook.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "casebook-fixture.h"

/* -- what goes in comes out ----------------------------------------------------------------------------- */

static void
test_article (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_import (fixture->casebook, 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoItem) item = sayso_casebook_get (fixture->casebook, SAYSO_ITEM_ARTICLE, id, &error);
  g_autoptr (SaysoDocument) document = fixture_document (2);
  g_autoptr (SaysoText) text = NULL;
  g_autoptr (GBytes) original = NULL;
  g_autoptr (GArray) blocks = NULL;
  SaysoArticle *article;

  g_assert_no_error (error);
  article = SAYSO_ARTICLE (item);
  g_assert_cmpstr (sayso_item_get_title (item), ==, "Harbour deal under fire, 2");
  g_assert_cmpstr (article->outlet, ==, "Vellmar Courier");
  g_assert_cmpstr (article->byline, ==, "Ned Marsh, Ida Fell");
  g_assert_cmpstr (article->published, ==, "2020-05-04");
  g_assert_cmpstr (article->location, ==, "/tmp/harbour-2.txt");
  g_assert_cmpstr (article->media_type, ==, "text/plain");
  g_assert_cmpstr (article->sha256, ==, sayso_document_get_sha256 (document));
  g_assert_cmpint (article->bytes, ==, g_bytes_get_size (sayso_document_get_original (document)));
  g_assert_cmpint (ABS (article->imported - g_get_real_time () / G_USEC_PER_SEC), <, 10);
  g_assert_cmpuint (article->n_times, ==, 3);
  g_assert_cmpuint (article->n_actors, ==, 5);
  g_assert_cmpuint (article->n_events, ==, 5);
  g_assert_cmpuint (article->n_claims, ==, 4);
  g_assert_cmpuint (article->n_words, >, 50);

  text = sayso_casebook_get_text (fixture->casebook, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sayso_text_get_utf8 (text), ==, sayso_text_get_utf8 (sayso_document_get_text (document)));
  original = sayso_casebook_get_original (fixture->casebook, id, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (original, sayso_document_get_original (document)));

  blocks = sayso_casebook_get_blocks (fixture->casebook, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (blocks->len, ==, 4);
  g_assert_cmpint (g_array_index (blocks, SaysoTextBlock, 0).kind, ==, SAYSO_BLOCK_HEADING);
  g_assert_cmpint (g_array_index (blocks, SaysoTextBlock, 1).kind, ==, SAYSO_BLOCK_PARAGRAPH);
}

static gpointer
nth (GPtrArray *items, guint n)
{
  g_assert_cmpuint (n, <, items->len);

  return g_ptr_array_index (items, n);
}

static void
test_items (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_import (fixture->casebook, 1);
  g_autoptr (GPtrArray) times = fixture_query (fixture->casebook, SAYSO_ITEM_TIME, NULL, SAYSO_SORT_TEXT);
  g_autoptr (GPtrArray) actors = fixture_query (fixture->casebook, SAYSO_ITEM_ACTOR, NULL, SAYSO_SORT_STRENGTH);
  g_autoptr (GPtrArray) events = fixture_query (fixture->casebook, SAYSO_ITEM_EVENT, NULL, SAYSO_SORT_TEXT);
  g_autoptr (GPtrArray) claims = fixture_query (fixture->casebook, SAYSO_ITEM_CLAIM, NULL, SAYSO_SORT_SOURCING);
  g_autoptr (GPtrArray) relations = fixture_query (fixture->casebook, SAYSO_ITEM_RELATION, NULL, SAYSO_SORT_TEXT);
  SaysoTime *time = nth (times, 0);
  SaysoActor *actor = nth (actors, 0);
  SaysoEvent *event = nth (events, 1);
  SaysoClaim *claim = nth (claims, 0);
  SaysoRelation *relation = nth (relations, 1);

  g_assert_cmpuint (times->len, ==, 3);
  g_assert_cmpstr (sayso_item_get_title (SAYSO_ITEM (time)), ==, "March 2019");
  g_assert_cmpstr (time->value, ==, "2019-03");
  g_assert_cmpint (time->bounds.earliest, ==, sayso_date_to_seconds (2019, 3, 1));
  g_assert_cmpint (time->article, ==, id);

  g_assert_cmpuint (actors->len, ==, 5);
  g_assert_cmpstr (sayso_item_get_title (SAYSO_ITEM (actor)), ==, "Brine & Oak");
  g_assert_cmpint (actor->kind, ==, SAYSO_NAME_ORGANIZATION);
  g_assert_cmpuint (actor->n_mentions, ==, 3);
  g_assert_cmpuint (actor->n_articles, ==, 1);

  g_assert_cmpuint (events->len, ==, 5);
  g_assert_cmpstr (sayso_item_get_title (SAYSO_ITEM (event)), ==, "Brine & Oak bribes Ada Quill");
  g_assert_cmpint (event->voice, ==, SAYSO_VOICE_CLAIMED);
  g_assert_cmpint (event->claim, >, 0);
  g_assert_cmpuint (event->roles->len, ==, 2);
  g_assert_cmpstr (g_array_index (event->roles, SaysoEventRole, 0).role, ==, "agent");
  g_assert_cmpstr (g_array_index (event->roles, SaysoEventRole, 1).name, ==, "Ada Quill");
  g_assert_cmpint (SAYSO_EVENT (nth (events, 0))->voice, ==, SAYSO_VOICE_SAID);
  g_assert_cmpstr (SAYSO_EVENT (nth (events, 0))->time_text, ==, "March 2019");
  g_assert_cmpint (SAYSO_EVENT (nth (events, 2))->voice, ==, SAYSO_VOICE_DENIED);
  g_assert_cmpint (SAYSO_EVENT (nth (events, 3))->voice, ==, SAYSO_VOICE_HYPOTHETICAL);

  g_assert_cmpuint (claims->len, ==, 4);
  g_assert_cmpuint (claim->level, ==, 0);
  g_assert_cmpstr (claim->source_name, ==, "Vellmar Courier");
  g_assert_cmpstr (claim->cue_text, ==, "wrote");
  g_assert_cmpuint (SAYSO_CLAIM (nth (claims, 1))->level, ==, 2);
  g_assert_cmpuint (SAYSO_CLAIM (nth (claims, 2))->level, ==, 2);
  g_assert_cmpuint (SAYSO_CLAIM (nth (claims, 3))->level, ==, 4);
  g_assert_cmpstr (SAYSO_CLAIM (nth (claims, 3))->source_name, ==, "an audit report");

  g_assert_cmpuint (relations->len, ==, 2);
  g_assert_cmpstr (sayso_item_get_title (SAYSO_ITEM (relation)), ==, "Brine & Oak bribed Ada Quill");
  g_assert_cmpint (relation->voice, ==, SAYSO_VOICE_CLAIMED);
  g_assert_cmpuint (relation->n_evidence, ==, 1);
}

static void
test_identity (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) actors = NULL;
  guint n_unnamed = 0;

  fixture_import (fixture->casebook, 1);
  fixture_import (fixture->casebook, 2);
  actors = fixture_query (fixture->casebook, SAYSO_ITEM_ACTOR, NULL, SAYSO_SORT_STRENGTH);
  /* Four named ones are one over both articles; the officials of each stay apart. */
  g_assert_cmpuint (actors->len, ==, 6);
  g_assert_cmpuint (SAYSO_ACTOR (nth (actors, 0))->n_mentions, ==, 6);
  g_assert_cmpuint (SAYSO_ACTOR (nth (actors, 0))->n_articles, ==, 2);
  for (guint i = 0; i < actors->len; i++)
    n_unnamed += SAYSO_ACTOR (nth (actors, i))->unnamed;
  g_assert_cmpuint (n_unnamed, ==, 2);
  g_assert_cmpuint (fixture_count (fixture->casebook, SAYSO_ITEM_RELATION), ==, 2);
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_import (fixture->casebook, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) marks = sayso_casebook_get_marks (fixture->casebook, id, &error);
  g_autoptr (SaysoText) text = sayso_casebook_get_text (fixture->casebook, id, &error);
  guint n_contents = 0, n_hollow = 0, n_nested = 0;
  SaysoItemKind kind;

  g_assert_no_error (error);
  for (guint i = 0; i < marks->len; i++)
    {
      const SaysoMark *mark = &g_array_index (marks, SaysoMark, i);
      const SaysoMark *before = i > 0 ? mark - 1 : mark;

      g_assert_true (before->span.start < mark->span.start ||
                     (before->span.start == mark->span.start && before->span.end >= mark->span.end));
      n_contents += mark->part == SAYSO_MARK_CONTENT;
      n_hollow += mark->hollow;
      n_nested += mark->part == SAYSO_MARK_CONTENT && mark->depth == 1;
      if (mark->kind == SAYSO_ITEM_CLAIM && mark->part == SAYSO_MARK_SOURCE)
        {
          g_autofree char *words = sayso_text_slice (text, mark->span);

          g_assert_cmpint (mark->dashed, ==, g_str_equal (words, "Two officials"));
        }
    }
  g_assert_cmpuint (n_contents, ==, 4);
  g_assert_cmpuint (n_hollow, ==, 2);
  g_assert_cmpuint (n_nested, ==, 1);

  g_assert_cmpint (sayso_casebook_item_at (fixture->casebook, id, fixture_find (text, "signed").start + 2, &kind,
                                           &error),
                   ==, fixture_id (fixture->casebook, SAYSO_ITEM_EVENT, "Port authority signs contract"));
  g_assert_cmpint (kind, ==, SAYSO_ITEM_EVENT);
  g_assert_cmpint (sayso_casebook_item_at (fixture->casebook, id, 0, &kind, &error), ==, 0);
  g_assert_no_error (error);
}

/* What was rejected keeps its marks, for those who want to see it, but nobody stumbles over it. */
static void
test_rejected_marks (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_import (fixture->casebook, 1);
  gint64 event = fixture_id (fixture->casebook, SAYSO_ITEM_EVENT, "Crane falls");
  g_autoptr (SaysoCommand) reject = sayso_command_new_decide (SAYSO_ITEM_EVENT, event, SAYSO_STANDING_REJECTED);
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoText) text = sayso_casebook_get_text (fixture->casebook, id, &error);
  g_autoptr (GArray) marks = NULL;
  guint n_rejected = 0;
  SaysoItemKind kind;

  g_assert_true (sayso_casebook_submit (fixture->casebook, reject, NULL, &error));
  g_assert_no_error (error);
  marks = sayso_casebook_get_marks (fixture->casebook, id, &error);
  for (guint i = 0; i < marks->len; i++)
    n_rejected += g_array_index (marks, SaysoMark, i).standing == SAYSO_STANDING_REJECTED;
  g_assert_cmpuint (n_rejected, ==, 1);
  g_assert_cmpint (sayso_casebook_item_at (fixture->casebook, id, fixture_find (text, "fell").start, &kind, &error), ==,
                   0);
  g_assert_no_error (error);
}

static void
test_evidence (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_import (fixture->casebook, 1), article = 0;
  gint64 quill = fixture_id (fixture->casebook, SAYSO_ITEM_ACTOR, "Ada Quill");
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) passages = sayso_casebook_get_evidence (fixture->casebook, SAYSO_ITEM_ACTOR, quill, 10, &error);
  const SaysoPassage *passage;
  SaysoSpan span;

  g_assert_no_error (error);
  g_assert_cmpuint (passages->len, ==, 2);
  passage = &g_array_index (passages, SaysoPassage, 1);
  g_assert_cmpstr (passage->quote, ==, "Ada Quill denied that she met anyone.");
  g_assert_cmpstr (passage->article_title, ==, "Harbour deal under fire, 1");
  g_assert_cmpstr (passage->article_outlet, ==, "Vellmar Courier");
  g_assert_cmpuint (passage->paragraph, ==, 2);
  g_assert_true (sayso_span_contains (passage->sentence, passage->span));

  g_assert_true (sayso_casebook_locate (fixture->casebook, SAYSO_ITEM_ACTOR, quill, &article, &span, &error));
  g_assert_cmpint (article, ==, id);
  g_assert_cmpuint (span.start, ==, g_array_index (passages, SaysoPassage, 0).span.start);
  g_assert_false (sayso_casebook_locate (fixture->casebook, SAYSO_ITEM_ACTOR, 999, &article, &span, &error));
  g_assert_no_error (error);
  g_assert_true (sayso_casebook_locate (fixture->casebook, SAYSO_ITEM_ARTICLE, id, &article, &span, &error));
}

static void
test_graph (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) actors = NULL, relations = NULL;
  g_autoptr (GError) error = NULL;

  fixture_import (fixture->casebook, 1);
  g_assert_true (sayso_casebook_get_graph (fixture->casebook, NULL, 100, &actors, &relations, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (actors->len, ==, 5);
  g_assert_cmpuint (relations->len, ==, 2);

  /* The strongest only: Brine & Oak and Ada Quill, and what is between them. */
  g_clear_pointer (&actors, g_ptr_array_unref);
  g_clear_pointer (&relations, g_ptr_array_unref);
  g_assert_true (sayso_casebook_get_graph (fixture->casebook, NULL, 2, &actors, &relations, &error));
  g_assert_cmpuint (actors->len, ==, 2);
  g_assert_cmpuint (relations->len, ==, 1);
}

static void
test_extent (Fixture *fixture, gconstpointer data)
{
  gint64 earliest, latest;
  g_autoptr (GError) error = NULL;

  g_assert_false (sayso_casebook_get_extent (fixture->casebook, NULL, &earliest, &latest, &error));
  g_assert_no_error (error);
  fixture_import (fixture->casebook, 1);
  g_assert_true (sayso_casebook_get_extent (fixture->casebook, NULL, &earliest, &latest, &error));
  g_assert_no_error (error);
  g_assert_cmpint (earliest, ==, sayso_date_to_seconds (2019, 3, 1));
  g_assert_cmpint (latest, ==, sayso_date_to_seconds (2022, 1, 1) - 1);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sayso_casebook_get (fixture->casebook, SAYSO_ITEM_EVENT, 7, &error));
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (sayso_casebook_get_text (fixture->casebook, 7, &error));
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (sayso_casebook_get_original (fixture->casebook, 7, &error));
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_NOT_FOUND);
}

static gint64
import_actor (Fixture *fixture, guint number, SaysoNameKind kind, gboolean settled)
{
  g_autoptr (SaysoDocument) document = fixture_document (number);
  g_autoptr (SaysoExtraction) extraction = fixture_extraction (document, FALSE);
  g_autoptr (SaysoCommand) command = NULL;
  g_autoptr (GError) error = NULL;
  SaysoExtractedActor *actor = NULL;

  for (guint i = 0; i < extraction->actors->len && actor == NULL; i++)
    if (g_str_equal (g_array_index (extraction->actors, SaysoExtractedActor, i).name, "Brine & Oak"))
      actor = &g_array_index (extraction->actors, SaysoExtractedActor, i);
  g_assert_nonnull (actor);
  actor->kind = kind;
  actor->settled = settled;
  command = sayso_command_new_import (document, extraction);
  sayso_casebook_submit (fixture->casebook, command, NULL, &error);
  g_assert_no_error (error);

  return fixture_count (fixture->casebook, SAYSO_ITEM_ACTOR);
}

/*
 * A name whose kind is a guess is the one actor of that name; one that is told to be something else is another. Each
 * article has unnamed officials of its own.
 */
static void
test_namesakes (Fixture *fixture, gconstpointer data)
{
  guint n = import_actor (fixture, 1, SAYSO_NAME_ORGANIZATION, TRUE);

  g_assert_cmpuint (import_actor (fixture, 2, SAYSO_NAME_PERSON, FALSE), ==, n + 1);
  g_assert_cmpuint (import_actor (fixture, 3, SAYSO_NAME_PLACE, TRUE), ==, n + 3);
  g_assert_cmpuint (import_actor (fixture, 4, SAYSO_NAME_PERSON, FALSE), ==, n + 5);
}

static void
on_changed (SaysoCasebook *casebook, guint generation, guint *seen)
{
  *seen = generation;
}

/* Two programs have a casebook open: what one changes the other notices, and may take back. */
static void
test_together (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (SaysoCasebook) other = sayso_casebook_new (file, SAYSO_CASEBOOK_OPEN, NULL, NULL);
  guint seen = 0, before;

  g_signal_connect (other, "changed", G_CALLBACK (on_changed), &seen);
  before = sayso_casebook_get_generation (other);
  fixture_import (fixture->casebook, 1);
  while (seen == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (seen, >, before);
  g_assert_nonnull (sayso_casebook_get_undo_title (other));
  g_assert_true (sayso_casebook_undo (other, NULL));
  g_assert_cmpuint (fixture_count (fixture->casebook, SAYSO_ITEM_ARTICLE), ==, 0);

  /* One's own changes are told once. */
  fixture_settle ();
  seen = 0;
  before = sayso_casebook_get_generation (other);
  g_usleep (1500000);
  fixture_settle ();
  g_assert_cmpuint (sayso_casebook_get_generation (other), ==, before);
  sayso_casebook_close (other);
}

/* Ada Quill is tied to few; the strongest come first, and those two steps away only when asked for. */
static void
test_neighbourhood (Fixture *fixture, gconstpointer data)
{
  gint64 authority, brine, quill;
  g_autoptr (GPtrArray) actors = NULL, relations = NULL, far = NULL, far_relations = NULL, few = NULL,
                        few_relations = NULL, none = NULL, none_relations = NULL;
  g_autoptr (SaysoCommand) reject = NULL;

  for (guint i = 1; i <= 3; i++)
    fixture_import (fixture->casebook, i);
  authority = fixture_id (fixture->casebook, SAYSO_ITEM_ACTOR, "Port Authority of Vellmar");
  brine = fixture_id (fixture->casebook, SAYSO_ITEM_ACTOR, "Brine & Oak");
  quill = fixture_id (fixture->casebook, SAYSO_ITEM_ACTOR, "Ada Quill");

  g_assert_true (
      sayso_casebook_get_neighbourhood (fixture->casebook, NULL, quill, 1, 100, 100, &actors, &relations, NULL));
  g_assert_cmpuint (actors->len, ==, 2);
  g_assert_cmpint (sayso_item_get_id (g_ptr_array_index (actors, 0)), ==, quill);
  g_assert_cmpint (sayso_item_get_id (g_ptr_array_index (actors, 1)), ==, brine);
  g_assert_cmpuint (relations->len, ==, 1);

  g_assert_true (
      sayso_casebook_get_neighbourhood (fixture->casebook, NULL, quill, 2, 100, 100, &far, &far_relations, NULL));
  g_assert_cmpuint (far->len, ==, 3);
  g_assert_cmpint (sayso_item_get_id (g_ptr_array_index (far, 2)), ==, authority);
  g_assert_cmpuint (far_relations->len, ==, 2);

  g_assert_true (
      sayso_casebook_get_neighbourhood (fixture->casebook, NULL, quill, 2, 2, 100, &few, &few_relations, NULL));
  g_assert_cmpuint (few->len, ==, 2);
  g_assert_cmpuint (few_relations->len, ==, 1);

  /* Nothing leads on through who was rejected. */
  reject = sayso_command_new_decide (SAYSO_ITEM_ACTOR, brine, SAYSO_STANDING_REJECTED);
  g_assert_true (sayso_casebook_submit (fixture->casebook, reject, NULL, NULL));
  g_assert_true (
      sayso_casebook_get_neighbourhood (fixture->casebook, NULL, quill, 2, 100, 100, &none, &none_relations, NULL));
  g_assert_cmpuint (none->len, ==, 1);
  g_assert_cmpuint (none_relations->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/casebook/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("namesakes", test_namesakes);
  ADD ("article", test_article);
  ADD ("items", test_items);
  ADD ("identity", test_identity);
  ADD ("marks", test_marks);
  ADD ("rejected-marks", test_rejected_marks);
  ADD ("evidence", test_evidence);
  ADD ("graph", test_graph);
  ADD ("extent", test_extent);
  ADD ("missing", test_missing);
  ADD ("neighbourhood", test_neighbourhood);
  ADD ("together", test_together);

  return g_test_run ();
}

/* test-commands.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "casebook-fixture.h"
#include "sayso-history.h"
#include "sayso-names.h"

static void
submit (Fixture *fixture, SaysoCommand *command)
{
  g_autoptr (SaysoCommand) owned = command;
  g_autoptr (GError) error = NULL;

  sayso_casebook_submit (fixture->casebook, owned, NULL, &error);
  g_assert_no_error (error);
}

static void
fail (Fixture *fixture, SaysoCommand *command, SaysoCasebookError code)
{
  g_autoptr (SaysoCommand) owned = command;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_dump (fixture->casebook), *after = NULL;
  guint generation = sayso_casebook_get_generation (fixture->casebook);

  g_assert_false (sayso_casebook_submit (fixture->casebook, owned, NULL, &error));
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, (int) code);
  after = fixture_dump (fixture->casebook);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (sayso_casebook_get_generation (fixture->casebook), ==, generation);
}

static void
step (Fixture *fixture, gboolean (*function) (SaysoCasebook *self, GError **error))
{
  g_autoptr (GError) error = NULL;

  g_assert_true (function (fixture->casebook, &error));
  g_assert_no_error (error);
}

static void
assert_whole (Fixture *fixture)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sayso_casebook_check (fixture->casebook, &problems, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Makes a change, then undoes and redoes it, also after opening anew; each state is the same again. */
static void
assert_undoable (Fixture *fixture, SaysoCommand *command, const char *title)
{
  g_autofree char *before = fixture_dump (fixture->casebook), *after = NULL;

  submit (fixture, command);
  after = fixture_dump (fixture->casebook);
  g_assert_cmpstr (before, !=, after);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *undone = NULL, *redone = NULL;

      if (i == 1)
        fixture_reopen (fixture);
      g_assert_cmpstr (sayso_casebook_get_undo_title (fixture->casebook), ==, title);
      step (fixture, sayso_casebook_undo);
      undone = fixture_dump (fixture->casebook);
      g_assert_cmpstr (undone, ==, before);

      if (i == 2)
        fixture_reopen (fixture);
      g_assert_cmpstr (sayso_casebook_get_redo_title (fixture->casebook), ==, title);
      step (fixture, sayso_casebook_redo);
      redone = fixture_dump (fixture->casebook);
      g_assert_cmpstr (redone, ==, after);
    }
  assert_whole (fixture);
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SaysoDocument) document = fixture_document (2);
  g_autoptr (SaysoExtraction) extraction = fixture_extraction (document, FALSE);

  fixture_import (fixture->casebook, 1);
  assert_undoable (fixture, sayso_command_new_import (document, extraction), "Add “Harbour deal under fire, 2”");
}

static void
test_duplicate (Fixture *fixture, gconstpointer data)
{
  gint64 first = fixture_import (fixture->casebook, 1), id = 0;
  g_autoptr (SaysoDocument) document = fixture_document (1);
  g_autoptr (SaysoExtraction) extraction = fixture_extraction (document, FALSE);
  g_autoptr (SaysoCommand) command = sayso_command_new_import (document, extraction);
  g_autofree char *before = fixture_dump (fixture->casebook), *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (sayso_casebook_submit (fixture->casebook, command, &id, &error));
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_DUPLICATE);
  g_assert_nonnull (strstr (error->message, "/tmp/harbour-1.txt"));
  g_assert_cmpint (id, ==, first);
  g_assert_cmpuint (fixture_count (fixture->casebook, SAYSO_ITEM_ARTICLE), ==, 1);

  /* A removed one comes back, as it was. */
  submit (fixture, sayso_command_new_remove (first));
  g_assert_cmpuint (fixture_count (fixture->casebook, SAYSO_ITEM_ARTICLE), ==, 0);
  assert_undoable (fixture, sayso_command_ref (command), "Add “Harbour deal under fire, 1”");
  after = fixture_dump (fixture->casebook);
  g_assert_cmpstr (after, ==, before);
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  gint64 one = fixture_import (fixture->casebook, 1);
  gint64 two = fixture_import (fixture->casebook, 2);
  g_autoptr (GPtrArray) actors = NULL;
  g_autoptr (GError) error = NULL;

  assert_undoable (fixture, sayso_command_new_remove (two), "Remove “Harbour deal under fire, 2”");
  actors = fixture_query (fixture->casebook, SAYSO_ITEM_ACTOR, NULL, SAYSO_SORT_STRENGTH);
  g_assert_cmpuint (actors->len, ==, 5);
  g_assert_cmpuint (SAYSO_ACTOR (g_ptr_array_index (actors, 0))->n_articles, ==, 1);
  g_assert_null (sayso_casebook_get (fixture->casebook, SAYSO_ITEM_ARTICLE, two, &error));
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_NOT_FOUND);

  submit (fixture, sayso_command_new_remove (one));
  for (SaysoItemKind kind = SAYSO_ITEM_ARTICLE; kind <= SAYSO_ITEM_RELATION; kind++)
    g_assert_cmpuint (fixture_count (fixture->casebook, kind), ==, 0);
  fail (fixture, sayso_command_new_remove (one), SAYSO_CASEBOOK_ERROR_NOT_FOUND);
  assert_undoable (fixture, sayso_command_new_restore (one), "Restore “Harbour deal under fire, 1”");
  fail (fixture, sayso_command_new_restore (one), SAYSO_CASEBOOK_ERROR_NOT_FOUND);
  fail (fixture, sayso_command_new_restore (77), SAYSO_CASEBOOK_ERROR_NOT_FOUND);
}

static void
test_decide (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    SaysoItemKind kind;
    const char *title;
    SaysoStanding standing;
    const char *words;
  } cases[] = {
    { SAYSO_ITEM_EVENT, "Crane falls", SAYSO_STANDING_CONFIRMED, "Confirm “Crane falls”" },
    { SAYSO_ITEM_EVENT, "Crane falls", SAYSO_STANDING_REJECTED, "Reject “Crane falls”" },
    { SAYSO_ITEM_CLAIM, "Nobody had asked", SAYSO_STANDING_REJECTED, "Reject “Nobody had asked”" },
    { SAYSO_ITEM_ACTOR, "Ada Quill", SAYSO_STANDING_CONFIRMED, "Confirm “Ada Quill”" },
    { SAYSO_ITEM_RELATION, "Brine & Oak bribed Ada Quill", SAYSO_STANDING_CONFIRMED,
      "Confirm “Brine & Oak bribed Ada Quill”" },
    { SAYSO_ITEM_TIME, "2021", SAYSO_STANDING_REJECTED, "Reject “2021”" },
  };

  fixture_import (fixture->casebook, 1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 id = fixture_id (fixture->casebook, cases[i].kind, cases[i].title);
      g_autoptr (SaysoItem) item = NULL;

      assert_undoable (fixture, sayso_command_new_decide (cases[i].kind, id, cases[i].standing), cases[i].words);
      item = sayso_casebook_get (fixture->casebook, cases[i].kind, id, NULL);
      g_assert_cmpint (sayso_item_get_standing (item), ==, cases[i].standing);
    }
  g_assert_cmpuint (fixture_count (fixture->casebook, SAYSO_ITEM_EVENT), ==, 4);
  g_assert_cmpuint (fixture_count (fixture->casebook, SAYSO_ITEM_CLAIM), ==, 3);
  fail (fixture, sayso_command_new_decide (SAYSO_ITEM_EVENT, 99, SAYSO_STANDING_CONFIRMED),
        SAYSO_CASEBOOK_ERROR_NOT_FOUND);
}

static void
test_rename (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (GPtrArray) found = NULL, relations = NULL;
  gint64 firm, event;

  fixture_import (fixture->casebook, 1);
  firm = fixture_id (fixture->casebook, SAYSO_ITEM_ACTOR, "Brine & Oak");
  event = fixture_id (fixture->casebook, SAYSO_ITEM_EVENT, "Crane falls");
  assert_undoable (fixture, sayso_command_new_rename (SAYSO_ITEM_ACTOR, firm, "  Brine and Oak Ltd "),
                   "Rename “Brine & Oak”");
  assert_undoable (fixture, sayso_command_new_rename (SAYSO_ITEM_EVENT, event, "The crane collapses"),
                   "Rename “Crane falls”");
  g_assert_cmpint (fixture_id (fixture->casebook, SAYSO_ITEM_ACTOR, "Brine and Oak Ltd"), ==, firm);
  g_assert_cmpint (fixture_id (fixture->casebook, SAYSO_ITEM_RELATION, "Brine and Oak Ltd bribed Ada Quill"), >, 0);

  /* Found by both names; and the next article's Brine & Oak is still the same. */
  filter->text = g_strdup ("ltd");
  found = fixture_query (fixture->casebook, SAYSO_ITEM_ACTOR, filter, SAYSO_SORT_TEXT);
  g_assert_cmpuint (found->len, ==, 1);
  relations = fixture_query (fixture->casebook, SAYSO_ITEM_RELATION, filter, SAYSO_SORT_TEXT);
  g_assert_cmpuint (relations->len, ==, 2);
  g_set_str (&filter->text, "collapses");
  g_clear_pointer (&found, g_ptr_array_unref);
  found = fixture_query (fixture->casebook, SAYSO_ITEM_EVENT, filter, SAYSO_SORT_TEXT);
  g_assert_cmpuint (found->len, ==, 1);
  fixture_import (fixture->casebook, 2);
  g_assert_cmpuint (fixture_count (fixture->casebook, SAYSO_ITEM_ACTOR), ==, 6);

  /* Taking the decision back brings the name that was found. */
  assert_undoable (fixture, sayso_command_new_decide (SAYSO_ITEM_ACTOR, firm, SAYSO_STANDING_SUGGESTED),
                   "Take Back Decision on “Brine and Oak Ltd”");
  g_assert_cmpint (fixture_id (fixture->casebook, SAYSO_ITEM_ACTOR, "Brine & Oak"), ==, firm);
  fail (fixture, sayso_command_new_rename (SAYSO_ITEM_ACTOR, firm, "  "), SAYSO_CASEBOOK_ERROR_FAILED);
}

static void
test_published (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_import (fixture->casebook, 1);
  gint64 crane = fixture_id (fixture->casebook, SAYSO_ITEM_EVENT, "Crane falls");
  gint64 claim = fixture_id (fixture->casebook, SAYSO_ITEM_CLAIM, "Nobody had asked");
  gint64 bribe = fixture_id (fixture->casebook, SAYSO_ITEM_EVENT, "Brine & Oak bribes Ada Quill");
  gint64 quill = fixture_id (fixture->casebook, SAYSO_ITEM_ACTOR, "Ada Quill");
  g_autoptr (SaysoDocument) document = fixture_document (1);
  g_autoptr (SaysoExtraction) extraction = fixture_extraction (document, TRUE);
  g_autoptr (SaysoItem) article = NULL, event = NULL, kept = NULL, parent = NULL;
  g_autoptr (GError) error = NULL;

  submit (fixture, sayso_command_new_rename (SAYSO_ITEM_EVENT, crane, "Kestrel crane falls"));
  submit (fixture, sayso_command_new_decide (SAYSO_ITEM_CLAIM, claim, SAYSO_STANDING_REJECTED));
  submit (fixture, sayso_command_new_decide (SAYSO_ITEM_EVENT, bribe, SAYSO_STANDING_CONFIRMED));
  /* The event that a person confirmed is not found again. */
  g_array_index (extraction->events, SaysoExtractedEvent, 2).trigger =
      fixture_find (sayso_document_get_text (document), "officials told");

  assert_undoable (fixture, sayso_command_new_published (id, "2020-05-04", extraction),
                   "Set Date of “Harbour deal under fire, 1”");
  article = sayso_casebook_get (fixture->casebook, SAYSO_ITEM_ARTICLE, id, &error);
  g_assert_cmpstr (SAYSO_ARTICLE (article)->published, ==, "2020-05-04");
  g_assert_cmpuint (SAYSO_ARTICLE (article)->n_events, ==, 6);
  g_assert_cmpuint (SAYSO_ARTICLE (article)->n_claims, ==, 3);

  /* Found in the same place: dated now, and still as the person called it. */
  event = sayso_casebook_get (fixture->casebook, SAYSO_ITEM_EVENT,
                              fixture_id (fixture->casebook, SAYSO_ITEM_EVENT, "Kestrel crane falls"), &error);
  g_assert_no_error (error);
  g_assert_cmpint (sayso_item_get_standing (event), ==, SAYSO_STANDING_CHANGED);
  g_assert_cmpint (SAYSO_EVENT (event)->bounds.earliest, ==, sayso_date_to_seconds (2020, 5, 3));

  /* Not found again: as it was, and in a claim that is there. */
  kept = sayso_casebook_get (fixture->casebook, SAYSO_ITEM_EVENT, bribe, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sayso_item_get_standing (kept), ==, SAYSO_STANDING_CONFIRMED);
  parent = sayso_casebook_get (fixture->casebook, SAYSO_ITEM_CLAIM, SAYSO_EVENT (kept)->claim, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sayso_item_get_title (parent), ==, "Brine & Oak had bribed Ada Quill");
  g_assert_cmpint (fixture_id (fixture->casebook, SAYSO_ITEM_ACTOR, "Ada Quill"), ==, quill);
  g_assert_cmpuint (fixture_count (fixture->casebook, SAYSO_ITEM_ACTOR), ==, 5);

  /* And once more, and with another article's text. */
  assert_undoable (fixture, sayso_command_new_published (id, NULL, extraction),
                   "Set Date of “Harbour deal under fire, 1”");
  fail (fixture, sayso_command_new_published (fixture_import (fixture->casebook, 2), NULL, extraction),
        SAYSO_CASEBOOK_ERROR_FAILED);
  fail (fixture, sayso_command_new_published (99, NULL, extraction), SAYSO_CASEBOOK_ERROR_NOT_FOUND);
}

/* Two claims in one place, as when two sources say the same words: each keeps its own decision. */
static void
test_same_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SaysoDocument) document = fixture_document (1);
  g_autoptr (SaysoExtraction) extraction = fixture_extraction (document, FALSE);
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  const char *contents[] = { "Brine & Oak had bribed Ada Quill", "bribed Ada Quill" };
  g_autoptr (GPtrArray) claims = NULL;
  guint n[4] = { 0 };

  for (guint i = 0; i < 2; i++)
    {
      SaysoExtractedClaim *claim = &g_array_index (extraction->claims, SaysoExtractedClaim, i == 0 ? 0 : 3);

      g_array_set_size (claim->source, 0);
      g_array_set_size (claim->cue, 0);
      g_array_index (claim->content, SaysoSpan, 0) = fixture_find (sayso_document_get_text (document), contents[1]);
    }
  submit (fixture, sayso_command_new_import (document, extraction));
  submit (fixture,
          sayso_command_new_decide (SAYSO_ITEM_CLAIM, fixture_id (fixture->casebook, SAYSO_ITEM_CLAIM, contents[0]),
                                    SAYSO_STANDING_CONFIRMED));
  submit (fixture, sayso_command_new_decide (SAYSO_ITEM_CLAIM,
                                             fixture_id (fixture->casebook, SAYSO_ITEM_CLAIM, "Bribery of Quill"),
                                             SAYSO_STANDING_REJECTED));
  assert_undoable (fixture, sayso_command_new_published (1, "2020-05-04", extraction),
                   "Set Date of “Harbour deal under fire, 1”");
  filter->rejected = TRUE;
  claims = fixture_query (fixture->casebook, SAYSO_ITEM_CLAIM, filter, SAYSO_SORT_TEXT);
  g_assert_cmpuint (claims->len, ==, 4);
  for (guint i = 0; i < claims->len; i++)
    n[sayso_item_get_standing (g_ptr_array_index (claims, i))]++;
  g_assert_cmpuint (n[SAYSO_STANDING_CONFIRMED], ==, 1);
  g_assert_cmpuint (n[SAYSO_STANDING_REJECTED], ==, 1);

  /* Found no more: both stay as they were. */
  g_array_set_size (g_array_index (extraction->claims, SaysoExtractedClaim, 0).content, 0);
  g_array_set_size (g_array_index (extraction->claims, SaysoExtractedClaim, 3).content, 0);
  assert_undoable (fixture, sayso_command_new_published (1, "2020-05-05", extraction),
                   "Set Date of “Harbour deal under fire, 1”");
  g_clear_pointer (&claims, g_ptr_array_unref);
  claims = fixture_query (fixture->casebook, SAYSO_ITEM_CLAIM, filter, SAYSO_SORT_TEXT);
  g_assert_cmpuint (claims->len, ==, 6);
}

static void
test_branches (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_import (fixture->casebook, 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (sayso_casebook_get_redo_title (fixture->casebook));
  submit (fixture, sayso_command_new_remove (id));
  step (fixture, sayso_casebook_undo);
  g_assert_nonnull (sayso_casebook_get_redo_title (fixture->casebook));

  /* Something else done: what was undone is behind. */
  fixture_import (fixture->casebook, 2);
  g_assert_null (sayso_casebook_get_redo_title (fixture->casebook));
  g_assert_false (sayso_casebook_redo (fixture->casebook, &error));
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* Undo goes on past it, to the beginning. */
  step (fixture, sayso_casebook_undo);
  step (fixture, sayso_casebook_undo);
  g_assert_null (sayso_casebook_get_undo_title (fixture->casebook));
  g_assert_false (sayso_casebook_undo (fixture->casebook, &error));
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_NOT_FOUND);
  g_assert_cmpuint (fixture_count (fixture->casebook, SAYSO_ITEM_ACTOR), ==, 0);
  step (fixture, sayso_casebook_redo);
  g_assert_cmpstr (sayso_casebook_get_redo_title (fixture->casebook), ==, "Add “Harbour deal under fire, 2”");
  step (fixture, sayso_casebook_redo);
  g_assert_cmpuint (fixture_count (fixture->casebook, SAYSO_ITEM_ARTICLE), ==, 2);
  assert_whole (fixture);
}

/* A slip of extraction is refused whole. */
static void
test_unsound (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (SaysoDocument) document = fixture_document (1);
      g_autoptr (SaysoExtraction) x = fixture_extraction (document, FALSE);

      if (i == 0)
        g_array_index (x->mentions, SaysoExtractedMention, 0).span.end = 9999;
      else if (i == 1)
        g_array_index (x->events, SaysoExtractedEvent, 0).claim = 50;
      else if (i == 2)
        g_array_index (x->relations, SaysoExtractedRelation, 0).object = SAYSO_NONE;
      else
        g_array_index (x->claims, SaysoExtractedClaim, 0).parent = 77;
      fail (fixture, sayso_command_new_import (document, x), SAYSO_CASEBOOK_ERROR_FAILED);
    }
  /* Claims that stand in each other end somewhere. */
  {
    g_autoptr (SaysoDocument) document = fixture_document (1);
    g_autoptr (SaysoExtraction) x = fixture_extraction (document, FALSE);
    g_autoptr (GArray) marks = NULL;

    g_array_index (x->claims, SaysoExtractedClaim, 0).parent = 3;
    submit (fixture, sayso_command_new_import (document, x));
    marks = sayso_casebook_get_marks (fixture->casebook, 1, NULL);
    g_assert_nonnull (marks);
  }
}

typedef struct
{
  guint n;
  guint generation;
  guint notified;
} Told;

static void
on_changed (SaysoCasebook *casebook, guint generation, Told *told)
{
  told->n++;
  told->generation = generation;
}

static void
on_notify (SaysoCasebook *casebook, GParamSpec *pspec, Told *told)
{
  told->notified++;
}

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 *id = data;

  sayso_casebook_submit_finish (SAYSO_CASEBOOK (source), result, id, &error);
  if (error != NULL)
    *id = -error->code;
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  Told told = { 0 };
  gint64 ids[4] = { 0 };
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_signal_connect (fixture->casebook, "changed", G_CALLBACK (on_changed), &told);
  g_signal_connect (fixture->casebook, "notify::undo-title", G_CALLBACK (on_notify), &told);
  g_cancellable_cancel (cancelled);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      /* The second again, and one that was given up. */
      g_autoptr (SaysoDocument) document = fixture_document (MIN (i, 1));
      g_autoptr (SaysoExtraction) extraction = fixture_extraction (document, FALSE);
      g_autoptr (SaysoCommand) command = sayso_command_new_import (document, extraction);

      sayso_casebook_submit_async (fixture->casebook, command, i == 3 ? cancelled : NULL, on_submitted, &ids[i]);
    }
  while (ids[3] == 0)
    g_main_context_iteration (NULL, TRUE);
  fixture_settle ();
  g_assert_cmpint (ids[0], ==, 1);
  g_assert_cmpint (ids[1], ==, 2);
  g_assert_cmpint (ids[2], ==, -SAYSO_CASEBOOK_ERROR_DUPLICATE);
  g_assert_cmpint (ids[3], ==, -G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (told.generation, ==, 2);
  g_assert_cmpuint (sayso_casebook_get_generation (fixture->casebook), ==, 2);
  g_assert_cmpuint (told.n, >=, 1);
  g_assert_cmpuint (told.n, <=, 2);
  g_assert_cmpuint (told.notified, ==, told.n);
}

/* A list of names is set, undone, redone and made again from the history; one that is none is refused. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one =
      sayso_names_add ("", "Tern Collective", "group", (const char *[]) { "Grey Heron", NULL }, NULL);
  g_autofree char *two = sayso_names_join (one, "# ours\nWexmoor\tplace\nTern Collective\torganization\n", NULL);
  g_autofree char *three = sayso_names_remove (two, "Wexmoor", NULL);
  g_autofree char *text = NULL, *undone = NULL, *redone = NULL, *replayed = NULL;
  g_autofree char *path = fixture_path (fixture, "again.sayso");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SaysoCommand) first = sayso_command_new_names (one), second = sayso_command_new_names (two),
                           wrong = sayso_command_new_names ("Wexmoor\tthing\n");
  g_autoptr (SaysoCasebook) again = NULL;
  g_autoptr (SaysoNameList) names = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (one, ==, "Tern Collective\tgroup\tGrey Heron\n");
  g_assert_cmpstr (two, ==, "# ours\nWexmoor\tplace\nTern Collective\torganization\n");
  g_assert_cmpstr (three, ==, "# ours\nTern Collective\torganization\n");
  g_assert_null (sayso_names_remove (three, "Wexmoor", &error));
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (sayso_names_add ("", "Wexmoor", "thing", NULL, &error));
  g_assert_error (error, SAYSO_NAME_LIST_ERROR, SAYSO_NAME_LIST_ERROR_ROW);
  g_clear_error (&error);

  text = sayso_casebook_get_names_text (fixture->casebook, NULL);
  g_assert_cmpstr (text, ==, "");
  g_assert_false (sayso_casebook_submit (fixture->casebook, wrong, NULL, &error));
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_true (sayso_casebook_submit (fixture->casebook, first, NULL, NULL));
  g_assert_true (sayso_casebook_submit (fixture->casebook, second, NULL, NULL));
  g_assert_true (sayso_casebook_undo (fixture->casebook, NULL));
  undone = sayso_casebook_get_names_text (fixture->casebook, NULL);
  g_assert_cmpstr (undone, ==, one);
  g_assert_true (sayso_casebook_redo (fixture->casebook, NULL));
  fixture_reopen (fixture);
  redone = sayso_casebook_get_names_text (fixture->casebook, NULL);
  g_assert_cmpstr (redone, ==, two);
  names = sayso_casebook_get_names (fixture->casebook, NULL);
  g_assert_cmpint (sayso_name_list_find (names, "Wexmoor")->kind, ==, SAYSO_NAME_PLACE);

  g_assert_true (sayso_casebook_replay (fixture->casebook, file, NULL, &error));
  again = sayso_casebook_new (file, SAYSO_CASEBOOK_OPEN, NULL, NULL);
  replayed = sayso_casebook_get_names_text (again, NULL);
  g_assert_cmpstr (replayed, ==, two);
  sayso_casebook_close (again);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/commands/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("import", test_import);
  ADD ("names", test_names);
  ADD ("duplicate", test_duplicate);
  ADD ("remove", test_remove);
  ADD ("decide", test_decide);
  ADD ("rename", test_rename);
  ADD ("published", test_published);
  ADD ("same-place", test_same_place);
  ADD ("branches", test_branches);
  ADD ("unsound", test_unsound);
  ADD ("async", test_async);

  return g_test_run ();
}

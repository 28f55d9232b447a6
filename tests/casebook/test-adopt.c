/* test-adopt.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "casebook-fixture.h"
#include "sayso-adopt.h"
#include "sayso-history.h"
#include "sayso-names.h"
#include "sayso-remarks.h"

static void
submit (SaysoCasebook *casebook, SaysoCommand *command)
{
  g_autoptr (SaysoCommand) owned = command;
  g_autoptr (GError) error = NULL;

  sayso_casebook_submit (casebook, owned, NULL, &error);
  g_assert_no_error (error);
}

static gint64
event (SaysoCasebook *casebook, const char *title)
{
  return fixture_id (casebook, SAYSO_ITEM_EVENT, title);
}

/* Makes each first mark of a kind in article 1 three letters longer at its start. */
static void
move_marks (SaysoCasebook *casebook)
{
  for (SaysoItemKind kind = SAYSO_ITEM_TIME; kind <= SAYSO_ITEM_CLAIM; kind++)
    {
      g_autoptr (GArray) marks = sayso_casebook_get_marks (casebook, 1, NULL);
      const SaysoMark *mark = NULL;

      for (guint i = 0; i < marks->len && (mark == NULL || mark->kind != kind); i++)
        mark = &g_array_index (marks, SaysoMark, i);
      submit (casebook, sayso_command_new_extent (1, kind, mark->id, mark->part, mark->span,
                                                  SAYSO_SPAN (mark->span.start - 3, mark->span.end)));
    }
}

/* A colleague's: articles 1 to 3, with all that a person can say of them. */
static GFile *
make_other (Fixture *fixture)
{
  g_autofree char *path = fixture_path (fixture, "colleague.sayso");
  GFile *file = g_file_new_for_path (path);
  g_autoptr (SaysoCasebook) other = sayso_casebook_new (file, SAYSO_CASEBOOK_CREATE, NULL, NULL);

  sayso_casebook_set_author (other, "Mara Lind");
  for (guint i = 1; i <= 3; i++)
    fixture_import (other, i);
  submit (other, sayso_command_new_rename (SAYSO_ITEM_EVENT, event (other, "Crane falls"), "The crane comes down"));
  submit (other, sayso_command_new_decide (SAYSO_ITEM_CLAIM, fixture_id (other, SAYSO_ITEM_CLAIM, "Nobody had asked"),
                                           SAYSO_STANDING_REJECTED));
  move_marks (other);
  submit (other, sayso_command_new_tag (SAYSO_ITEM_ARTICLE, 1, "Docks"));
  submit (other, sayso_command_new_note (SAYSO_ITEM_ACTOR, fixture_id (other, SAYSO_ITEM_ACTOR, "Ada Quill"),
                                         "Ask her again"));
  submit (other, sayso_command_new_note_on (1, SAYSO_SPAN (4, 11), "Which one?"));
  submit (other, sayso_command_new_link (SAYSO_ITEM_ARTICLE, 1, "supports", SAYSO_ITEM_ARTICLE, 2, "As it says"));
  submit (other, sayso_command_new_add_event (1, SAYSO_SPAN (0, 7), "A deal is made", "2019-03"));
  submit (other, sayso_command_new_add_actor (1, SAYSO_SPAN (0, 7), SAYSO_NAME_PLACE, "The Harbour"));
  submit (other, sayso_command_new_merge (fixture_id (other, SAYSO_ITEM_ACTOR, "two officials"),
                                          fixture_id (other, SAYSO_ITEM_ACTOR, "Ada Quill"), TRUE));
  sayso_casebook_close (other);

  return file;
}

static void
test_adopt (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_other (fixture), copy = NULL;
  g_autofree char *before = NULL, *after = NULL, *path = fixture_path (fixture, "replayed.sayso"), *digest = NULL,
                  *replayed_digest = NULL, *empty = NULL, *undone = NULL;
  g_autoptr (SaysoAdoption) adoption = NULL, again = NULL, once_more = NULL;
  g_autoptr (SaysoCasebook) replayed = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GArray) remarks = NULL;
  g_autoptr (GError) error = NULL;
  guint n_events;

  /* Article 2 is here already. */
  fixture_import (fixture->casebook, 2);
  empty = fixture_dump (fixture->casebook);
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &before, NULL, NULL));
  adoption = sayso_casebook_adopt (fixture->casebook, file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (adoption->n_new, ==, 2);
  g_assert_cmpuint (adoption->n_known, ==, 1);
  g_assert_cmpuint (adoption->n_lost, ==, 0);
  g_assert_cmpuint (adoption->unread->len, ==, 0);
  g_assert_cmpuint (adoption->proposals->len, ==, 1);
  g_assert_cmpuint (fixture_count (fixture->casebook, SAYSO_ITEM_ARTICLE), ==, 3);
  g_assert_cmpint (event (fixture->casebook, "The crane comes down"), >, 0);
  g_assert_cmpint (event (fixture->casebook, "A deal is made"), >, 0);
  g_assert_cmpint (fixture_id (fixture->casebook, SAYSO_ITEM_ACTOR, "The Harbour"), >, 0);
  g_assert_cmpint (fixture_id (fixture->casebook, SAYSO_ITEM_TIME, "In March 2019"), >, 0);
  remarks = sayso_casebook_get_remarks (fixture->casebook, SAYSO_ITEM_ACTOR,
                                        fixture_id (fixture->casebook, SAYSO_ITEM_ACTOR, "Ada Quill"), NULL);
  g_assert_cmpuint (remarks->len, ==, 1);
  g_assert_cmpstr (g_array_index (remarks, SaysoRemark, 0).who, ==, "Mara Lind");
  g_assert_true (sayso_casebook_check (fixture->casebook, &problems, NULL));
  g_assert_cmpuint (problems->len, ==, 0);

  /* A second time there is nothing to do, and nothing to undo. */
  n_events = fixture_count (fixture->casebook, SAYSO_ITEM_EVENT);
  again = sayso_casebook_adopt (fixture->casebook, file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->n_new, ==, 0);
  g_assert_cmpuint (again->n_taken, ==, 0);
  g_assert_cmpuint (again->n_there, >, 0);
  g_assert_cmpuint (fixture_count (fixture->casebook, SAYSO_ITEM_EVENT), ==, n_events);

  /* So what was undone before can be made again. */
  submit (fixture->casebook, sayso_command_new_tag (SAYSO_ITEM_ARTICLE, 1, "Quay"));
  g_assert_true (sayso_casebook_undo (fixture->casebook, NULL));
  once_more = sayso_casebook_adopt (fixture->casebook, file, NULL, NULL);
  g_assert_nonnull (once_more);
  g_assert_nonnull (sayso_casebook_get_redo_title (fixture->casebook));

  /* The colleague's stays as it is. */
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &after, NULL, NULL));
  g_assert_cmpmem (before, 100, after, 100);

  /* It can be made again from the history, and one step takes it back. */
  copy = g_file_new_for_path (path);
  g_assert_true (sayso_casebook_replay (fixture->casebook, copy, NULL, &error));
  g_assert_no_error (error);
  replayed = sayso_casebook_new (copy, SAYSO_CASEBOOK_OPEN, NULL, NULL);
  digest = sayso_casebook_digest (fixture->casebook, NULL);
  replayed_digest = sayso_casebook_digest (replayed, NULL);
  g_assert_cmpstr (digest, ==, replayed_digest);
  sayso_casebook_close (replayed);
  g_assert_true (sayso_casebook_undo (fixture->casebook, NULL));
  g_assert_cmpuint (fixture_count (fixture->casebook, SAYSO_ITEM_ARTICLE), ==, 1);
  undone = fixture_dump (fixture->casebook);
  g_assert_cmpstr (undone, ==, empty);
  g_assert_true (sayso_casebook_redo (fixture->casebook, NULL));
  g_assert_cmpint (event (fixture->casebook, "The crane comes down"), >, 0);
}

static GArray *
mentions_of (SaysoCasebook *casebook, const char *name)
{
  return sayso_casebook_get_evidence (casebook, SAYSO_ITEM_ACTOR, fixture_id (casebook, SAYSO_ITEM_ACTOR, name), 100,
                                      NULL);
}

/* Gives the last @n mentions of an actor to another. */
static void
split (SaysoCasebook *casebook, const char *name, guint n, const char *into)
{
  g_autoptr (GArray) passages = mentions_of (casebook, name);
  g_autofree gint64 *mentions = g_new (gint64, n);

  for (guint i = 0; i < n; i++)
    mentions[i] = g_array_index (passages, SaysoPassage, passages->len - 1 - i).mention;
  submit (casebook, sayso_command_new_split (fixture_id (casebook, SAYSO_ITEM_ACTOR, name), mentions, n,
                                             fixture_id (casebook, SAYSO_ITEM_ACTOR, into), into));
}

static void
relate (SaysoCasebook *casebook, gint64 article, const char *subject, const char *object)
{
  submit (casebook, sayso_command_new_add_relation (article, SAYSO_SPAN (30, 60),
                                                    fixture_id (casebook, SAYSO_ITEM_ACTOR, subject), "meets", "met",
                                                    fixture_id (casebook, SAYSO_ITEM_ACTOR, object)));
}

/* Mentions given to one that was not there and to one that was, relations found by hand, and the list of names. */
static void
test_actors (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "colleague.sayso"), *names = NULL, *after = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SaysoCasebook) other = sayso_casebook_new (file, SAYSO_CASEBOOK_CREATE, NULL, NULL);
  g_autoptr (GArray) theirs = NULL, ours = NULL, moved = NULL;
  g_autoptr (SaysoAdoption) adoption = NULL, again = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (SaysoNameList) list = NULL;
  g_autoptr (GError) error = NULL;

  fixture_import (other, 1);
  fixture_import (other, 2);
  split (other, "Brine & Oak", 2, "Brine & Oak Holding");
  split (other, "Ada Quill", 1, "Vellmar Courier");
  relate (other, 1, "Ada Quill", "Brine & Oak Holding");
  relate (other, 2, "Vellmar Courier", "Ada Quill");
  submit (other, sayso_command_new_names (
                     "# Theirs\nKestrel\tproduct\tthe Kestrel\nMarl\tplace\nMara Lind\tperson\tLind|the editor\n"));
  theirs = mentions_of (other, "Brine & Oak Holding");
  moved = mentions_of (other, "Vellmar Courier");
  sayso_casebook_close (other);

  fixture_import (fixture->casebook, 2);
  submit (fixture->casebook, sayso_command_new_names ("Marl\tperson\tthe editor"));
  adoption = sayso_casebook_adopt (fixture->casebook, file, NULL, &error);
  g_assert_no_error (error);
  /* Of the names, one is called as another is here. */
  g_assert_cmpuint (adoption->n_lost, ==, 1);
  g_assert_cmpuint (adoption->n_taken, ==, 5);
  ours = mentions_of (fixture->casebook, "Brine & Oak Holding");
  g_assert_cmpuint (theirs->len, ==, 2);
  g_assert_cmpuint (ours->len, ==, 2);
  g_array_unref (ours);
  ours = mentions_of (fixture->casebook, "Vellmar Courier");
  g_assert_cmpuint (ours->len, ==, moved->len);
  g_assert_cmpint (fixture_id (fixture->casebook, SAYSO_ITEM_RELATION, "Ada Quill met Brine & Oak Holding"), >, 0);
  g_assert_cmpint (fixture_id (fixture->casebook, SAYSO_ITEM_RELATION, "Vellmar Courier met Ada Quill"), >, 0);
  names = sayso_casebook_get_names_text (fixture->casebook, NULL);
  g_assert_cmpstr (names, ==, "Marl\tperson\tthe editor\nKestrel\tproduct\tthe Kestrel\n");
  list = sayso_casebook_get_names (fixture->casebook, NULL);
  g_assert_nonnull (list);
  g_assert_true (sayso_casebook_check (fixture->casebook, &problems, NULL));
  g_assert_cmpuint (problems->len, ==, 0);

  again = sayso_casebook_adopt (fixture->casebook, file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->n_taken, ==, 0);
  g_assert_cmpuint (again->n_there, ==, 4);

  g_assert_true (sayso_casebook_undo (fixture->casebook, NULL));
  g_assert_cmpint (fixture_id (fixture->casebook, SAYSO_ITEM_ACTOR, "Brine & Oak Holding"), ==, 0);
  after = sayso_casebook_get_names_text (fixture->casebook, NULL);
  g_assert_cmpstr (after, ==, "Marl\tperson\tthe editor");
}

/* What was decided here stays. */
static void
test_own (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_other (fixture);
  g_autoptr (SaysoAdoption) adoption = NULL;

  for (guint i = 1; i <= 3; i++)
    fixture_import (fixture->casebook, i);
  submit (fixture->casebook,
          sayso_command_new_rename (SAYSO_ITEM_EVENT, event (fixture->casebook, "Crane falls"), "Mine"));
  adoption = sayso_casebook_adopt (fixture->casebook, file, NULL, NULL);
  g_assert_cmpuint (adoption->n_new, ==, 0);
  g_assert_cmpuint (adoption->n_there, ==, 1);
  g_assert_cmpint (event (fixture->casebook, "Mine"), >, 0);
}

static void
test_bad (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "none.sayso"), *foreign = fixture_path (fixture, "foreign.sayso");
  g_autoptr (GFile) none = g_file_new_for_path (path), text = g_file_new_for_path (foreign),
                    itself = g_file_new_for_path (fixture->path);
  g_autoptr (GError) missing = NULL, error = NULL, same = NULL;

  g_assert_null (sayso_casebook_adopt (fixture->casebook, none, NULL, &missing));
  g_assert_nonnull (missing);
  g_assert_true (g_file_set_contents (foreign, "no casebook", -1, NULL));
  g_assert_null (sayso_casebook_adopt (fixture->casebook, text, NULL, &error));
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_FOREIGN);
  g_assert_null (sayso_casebook_adopt (fixture->casebook, itself, NULL, &same));
  g_assert_error (same, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_FAILED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/adopt/all", Fixture, NULL, fixture_set_up, test_adopt, fixture_tear_down);
  g_test_add ("/adopt/actors", Fixture, NULL, fixture_set_up, test_actors, fixture_tear_down);
  g_test_add ("/adopt/own", Fixture, NULL, fixture_set_up, test_own, fixture_tear_down);
  g_test_add ("/adopt/bad", Fixture, NULL, fixture_set_up, test_bad, fixture_tear_down);

  return g_test_run ();
}

/* test-split.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Mentions given to another actor, relations made by hand, and what readings after that leave of them. */

#include <string.h>

#include "casebook-fixture.h"

static gint64
submit (Fixture *fixture, SaysoCommand *command)
{
  g_autoptr (SaysoCommand) owned = command;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  sayso_casebook_submit (fixture->casebook, owned, &id, &error);
  g_assert_no_error (error);

  return id;
}

static void
fail (Fixture *fixture, SaysoCommand *command, SaysoCasebookError code)
{
  g_autoptr (SaysoCommand) owned = command;
  g_autoptr (GError) error = NULL;

  g_assert_false (sayso_casebook_submit (fixture->casebook, owned, NULL, &error));
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, (int) code);
}

static void
assert_sound (Fixture *fixture)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  sayso_casebook_check (fixture->casebook, &problems, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Undoes and redoes the last change; each state is the same again. */
static void
assert_undoable (Fixture *fixture, const char *before)
{
  g_autofree char *after = fixture_dump (fixture->casebook);

  g_assert_cmpstr (before, !=, after);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *undone = NULL, *redone = NULL;

      g_assert_true (sayso_casebook_undo (fixture->casebook, NULL));
      undone = fixture_dump (fixture->casebook);
      g_assert_cmpstr (undone, ==, before);
      assert_sound (fixture);
      fixture_reopen (fixture);
      g_assert_true (sayso_casebook_redo (fixture->casebook, NULL));
      redone = fixture_dump (fixture->casebook);
      g_assert_cmpstr (redone, ==, after);
    }
  assert_sound (fixture);
}

/* Who takes part in an event stands where its sentence names him. */
static SaysoExtraction *
extract (SaysoDocument *document)
{
  SaysoExtraction *x = fixture_extraction (document, TRUE);

  for (guint i = 0; i < x->events->len; i++)
    {
      const SaysoExtractedEvent *event = &g_array_index (x->events, SaysoExtractedEvent, i);

      for (guint j = 0; j < event->participants->len; j++)
        for (guint k = 0; k < x->mentions->len; k++)
          {
            const SaysoExtractedMention *mention = &g_array_index (x->mentions, SaysoExtractedMention, k);
            SaysoParticipant *participant = &g_array_index (event->participants, SaysoParticipant, j);

            if (mention->actor == participant->actor && mention->span.start >= event->span.start &&
                mention->span.end <= event->span.end)
              participant->span = mention->span;
          }
    }

  return x;
}

static void
import (Fixture *fixture, guint number)
{
  g_autoptr (SaysoDocument) document = fixture_document (number);
  g_autoptr (SaysoExtraction) x = extract (document);

  submit (fixture, sayso_command_new_import (document, x));
}

static void
reread (Fixture *fixture)
{
  g_autoptr (SaysoDocument) document = fixture_document (1);
  g_autoptr (SaysoExtraction) x = extract (document);

  submit (fixture, sayso_command_new_reread (1, x, "another"));
  assert_sound (fixture);
}

static gint64
actor (Fixture *fixture, const char *name)
{
  return fixture_id (fixture->casebook, SAYSO_ITEM_ACTOR, name);
}

static gint64
relation (Fixture *fixture, const char *title)
{
  return fixture_id (fixture->casebook, SAYSO_ITEM_RELATION, title);
}

static guint
n_evidence (Fixture *fixture, SaysoItemKind kind, gint64 id)
{
  g_autoptr (GArray) passages = sayso_casebook_get_evidence (fixture->casebook, kind, id, 100, NULL);

  return passages->len;
}

/* The mention of an actor in article 1 in whose sentence the words are. */
static gint64
mention (Fixture *fixture, gint64 of, const char *words)
{
  g_autoptr (GArray) passages = sayso_casebook_get_evidence (fixture->casebook, SAYSO_ITEM_ACTOR, of, 100, NULL);

  for (guint i = 0; i < passages->len; i++)
    {
      const SaysoPassage *passage = &g_array_index (passages, SaysoPassage, i);

      if (passage->article == 1 && strstr (passage->quote, words) != NULL)
        return passage->mention;
    }
  g_assert_not_reached ();
}

/* Another company of the same name bribed: with the mention go its part in the event and its relation. */
static void
assert_split (Fixture *fixture, const char *name, guint n_left)
{
  gint64 firm = actor (fixture, "Brine & Oak"), other = actor (fixture, name);
  g_autofree char *title = g_strconcat (name, " bribed Ada Quill", NULL);
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (SaysoItem) item = NULL;

  filter->article = 1;
  filter->actor = other;
  g_assert_cmpint (other, >, 0);
  g_assert_cmpuint (n_evidence (fixture, SAYSO_ITEM_ACTOR, firm), ==, n_left);
  g_assert_cmpuint (n_evidence (fixture, SAYSO_ITEM_ACTOR, other), ==, 1);
  g_assert_cmpuint (n_evidence (fixture, SAYSO_ITEM_RELATION, relation (fixture, title)), ==, 1);
  events = fixture_query (fixture->casebook, SAYSO_ITEM_EVENT, filter, SAYSO_SORT_TEXT);
  g_assert_cmpuint (events->len, ==, 1);
  g_assert_cmpstr (sayso_item_get_title (g_ptr_array_index (events, 0)), ==, "Brine & Oak bribes Ada Quill");
  item = sayso_casebook_get (fixture->casebook, SAYSO_ITEM_ACTOR, other, NULL);
  g_assert_cmpint (SAYSO_ACTOR (item)->kind, ==, SAYSO_NAME_ORGANIZATION);
  g_assert_cmpuint (SAYSO_ACTOR (item)->n_articles, ==, 1);
}

static void
test_split (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  gint64 firm, one, other;

  import (fixture, 1);
  firm = actor (fixture, "Brine & Oak");
  one = mention (fixture, firm, "bribed");
  before = fixture_dump (fixture->casebook);
  other = submit (fixture, sayso_command_new_split (firm, &one, 1, 0, "Brine & Oak of Essing"));
  g_assert_cmpint (other, ==, actor (fixture, "Brine & Oak of Essing"));
  assert_split (fixture, "Brine & Oak of Essing", 2);
  g_assert_cmpint (relation (fixture, "Brine & Oak bribed Ada Quill"), ==, 0);
  assert_undoable (fixture, before);

  /* The next article's is the one it always was; and this one's stays what a person made it. */
  import (fixture, 2);
  assert_split (fixture, "Brine & Oak of Essing", 5);
  for (guint i = 0; i < 2; i++)
    {
      reread (fixture);
      assert_split (fixture, "Brine & Oak of Essing", 5);
    }
  for (guint i = 0; i < 2; i++)
    g_assert_true (sayso_casebook_undo (fixture->casebook, NULL));
  assert_split (fixture, "Brine & Oak of Essing", 5);

  /* And back to whom it was found to be. */
  other = actor (fixture, "Brine & Oak of Essing");
  submit (fixture, sayso_command_new_split (other, &one, 1, firm, NULL));
  g_assert_cmpuint (n_evidence (fixture, SAYSO_ITEM_ACTOR, firm), ==, 6);
  g_assert_cmpint (actor (fixture, "Brine & Oak of Essing"), ==, 0);
  g_assert_cmpint (relation (fixture, "Brine & Oak bribed Ada Quill"), >, 0);
  assert_sound (fixture);
}

/* Under the same name both are still two, also where the only mention in an article goes. */
static void
test_same_name (Fixture *fixture, gconstpointer data)
{
  gint64 quill, mentions[2];
  g_autoptr (GPtrArray) actors = NULL;
  guint n = 0;

  import (fixture, 1);
  import (fixture, 2);
  quill = actor (fixture, "Ada Quill");
  mentions[0] = mention (fixture, quill, "bribed");
  mentions[1] = mention (fixture, quill, "denied");
  submit (fixture, sayso_command_new_split (quill, mentions, 2, 0, NULL));
  assert_sound (fixture);
  actors = fixture_query (fixture->casebook, SAYSO_ITEM_ACTOR, NULL, SAYSO_SORT_TEXT);
  for (guint i = 0; i < actors->len; i++)
    if (g_str_equal (sayso_item_get_title (g_ptr_array_index (actors, i)), "Ada Quill"))
      {
        g_assert_cmpuint (SAYSO_ACTOR (g_ptr_array_index (actors, i))->n_articles, ==, 1);
        n++;
      }
  g_assert_cmpuint (n, ==, 2);
  reread (fixture);
}

static void
test_split_refused (Fixture *fixture, gconstpointer data)
{
  gint64 firm, quill, one, all[3];

  import (fixture, 1);
  firm = actor (fixture, "Brine & Oak");
  quill = actor (fixture, "Ada Quill");
  one = mention (fixture, quill, "denied");
  all[0] = mention (fixture, firm, "signed");
  all[1] = mention (fixture, firm, "bribed");
  all[2] = mention (fixture, firm, "audit");
  fail (fixture, sayso_command_new_split (firm, &one, 1, 0, NULL), SAYSO_CASEBOOK_ERROR_NOT_FOUND);
  fail (fixture, sayso_command_new_split (firm, all, 3, 0, NULL), SAYSO_CASEBOOK_ERROR_FAILED);
  fail (fixture, sayso_command_new_split (firm, all, 1, firm, NULL), SAYSO_CASEBOOK_ERROR_FAILED);
  fail (fixture, sayso_command_new_split (99, all, 1, 0, NULL), SAYSO_CASEBOOK_ERROR_NOT_FOUND);
  fail (fixture, sayso_command_new_split (firm, all, 1, 99, NULL), SAYSO_CASEBOOK_ERROR_NOT_FOUND);
  /* All may go to another who is there. */
  submit (fixture, sayso_command_new_split (firm, all, 3, quill, NULL));
  g_assert_cmpint (actor (fixture, "Brine & Oak"), ==, 0);
  assert_sound (fixture);
}

static void
test_relation (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autoptr (SaysoText) text = NULL;
  g_autoptr (SaysoItem) item = NULL;
  g_autoptr (GArray) passages = NULL;
  SaysoSpan denied, told;
  gint64 quill, courier, id;

  import (fixture, 1);
  text = sayso_casebook_get_text (fixture->casebook, 1, NULL);
  denied = fixture_find (text, "Ada Quill denied that she met anyone.");
  told = fixture_find (text, "Brine & Oak had bribed Ada Quill");
  quill = actor (fixture, "Ada Quill");
  courier = actor (fixture, "Vellmar Courier");
  before = fixture_dump (fixture->casebook);
  id = submit (fixture, sayso_command_new_add_relation (1, denied, quill, "speaks-to", "spoke to", courier));
  g_assert_cmpint (id, ==, relation (fixture, "Ada Quill spoke to Vellmar Courier"));
  item = sayso_casebook_get (fixture->casebook, SAYSO_ITEM_RELATION, id, NULL);
  g_assert_cmpint (sayso_item_get_standing (item), ==, SAYSO_STANDING_CHANGED);
  g_assert_cmpint (SAYSO_RELATION (item)->voice, ==, SAYSO_VOICE_SAID);
  assert_undoable (fixture, before);

  /* Another sentence, which somebody is cited with. */
  g_assert_cmpint (submit (fixture, sayso_command_new_add_relation (1, told, quill, "speaks-to", "spoke to", courier)),
                   ==, id);
  passages = sayso_casebook_get_evidence (fixture->casebook, SAYSO_ITEM_RELATION, id, 10, NULL);
  g_assert_cmpuint (passages->len, ==, 2);
  g_assert_cmpint (g_array_index (passages, SaysoPassage, 0).claim, >, 0);

  /* It stays when the article is read anew, and with the article it goes. */
  for (guint i = 0; i < 2; i++)
    {
      reread (fixture);
      g_assert_cmpuint (n_evidence (fixture, SAYSO_ITEM_RELATION, id), ==, 2);
    }
  submit (fixture, sayso_command_new_remove (1));
  g_assert_cmpint (relation (fixture, "Ada Quill spoke to Vellmar Courier"), ==, 0);
  g_assert_true (sayso_casebook_undo (fixture->casebook, NULL));
  g_assert_cmpint (relation (fixture, "Ada Quill spoke to Vellmar Courier"), ==, id);
  assert_sound (fixture);

  fail (fixture, sayso_command_new_add_relation (1, denied, quill, "meets", "met", quill), SAYSO_CASEBOOK_ERROR_FAILED);
  fail (fixture, sayso_command_new_add_relation (1, denied, quill, "meets", " ", courier), SAYSO_CASEBOOK_ERROR_FAILED);
  fail (fixture, sayso_command_new_add_relation (1, denied, quill, "meets", "met", 99), SAYSO_CASEBOOK_ERROR_NOT_FOUND);
  fail (fixture, sayso_command_new_add_relation (9, denied, quill, "meets", "met", courier),
        SAYSO_CASEBOOK_ERROR_NOT_FOUND);
  fail (fixture, sayso_command_new_add_relation (1, SAYSO_SPAN (5, 5), quill, "meets", "met", courier),
        SAYSO_CASEBOOK_ERROR_FAILED);
}

/* A sentence that a person found no evidence is none when the article is read anew, however often. */
static void
test_discarded (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) passages = NULL;
  gint64 id;

  import (fixture, 1);
  import (fixture, 2);
  id = relation (fixture, "Brine & Oak bribed Ada Quill");
  passages = sayso_casebook_get_evidence (fixture->casebook, SAYSO_ITEM_RELATION, id, 10, NULL);
  g_assert_cmpuint (passages->len, ==, 2);
  submit (fixture, sayso_command_new_discard (g_array_index (passages, SaysoPassage, 0).evidence));
  g_assert_cmpuint (n_evidence (fixture, SAYSO_ITEM_RELATION, id), ==, 1);
  for (guint i = 0; i < 3; i++)
    {
      reread (fixture);
      g_assert_cmpuint (n_evidence (fixture, SAYSO_ITEM_RELATION, id), ==, 1);
    }
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (sayso_casebook_undo (fixture->casebook, NULL));
      g_assert_cmpuint (n_evidence (fixture, SAYSO_ITEM_RELATION, id), ==, 1);
    }
  g_assert_true (sayso_casebook_undo (fixture->casebook, NULL));
  g_assert_cmpuint (n_evidence (fixture, SAYSO_ITEM_RELATION, id), ==, 2);
  reread (fixture);
  g_assert_cmpuint (n_evidence (fixture, SAYSO_ITEM_RELATION, id), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/split/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("mentions", test_split);
  ADD ("same-name", test_same_name);
  ADD ("refused", test_split_refused);
  ADD ("relation", test_relation);
  ADD ("discarded", test_discarded);

  return g_test_run ();
}

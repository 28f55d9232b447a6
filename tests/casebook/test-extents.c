/* test-extents.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Moving the ends of marks. */

#include "casebook-fixture.h"
#include "sayso-history.h"
#include "sayso-time-decision.h"

typedef struct
{
  SaysoItemKind kind;
  SaysoMarkPart part;
  const char *title;   /* of the item */
  const char *was;     /* what is marked */
  const char *becomes; /* what a person marks instead */
} Case;

static const Case cases[] = {
  { SAYSO_ITEM_TIME, SAYSO_MARK_WHOLE, "March 2019", "March 2019", "In March 2019" },
  { SAYSO_ITEM_EVENT, SAYSO_MARK_WHOLE, "Port authority signs contract", "signed", "signed a contract" },
  { SAYSO_ITEM_ACTOR, SAYSO_MARK_WHOLE, "Port Authority of Vellmar", "port authority of Vellmar", "port authority" },
  { SAYSO_ITEM_CLAIM, SAYSO_MARK_SOURCE, "Nobody had asked", "The Courier", "Courier" },
  { SAYSO_ITEM_CLAIM, SAYSO_MARK_CUE, "Brine & Oak may sell the docks", "According to", "According" },
  { SAYSO_ITEM_CLAIM, SAYSO_MARK_CONTENT, "Nobody had asked", "nobody had asked", "had asked" },
};

static SaysoText *
text_of (Fixture *fixture)
{
  SaysoText *text = sayso_casebook_get_text (fixture->casebook, 1, NULL);

  g_assert_nonnull (text);

  return text;
}

/* How many marks of this kind, part and place there are, and the item of one. */
static guint
find_marks (Fixture *fixture, const Case *c, const char *words, gint64 *id)
{
  g_autoptr (SaysoText) text = text_of (fixture);
  g_autoptr (GArray) marks = sayso_casebook_get_marks (fixture->casebook, 1, NULL);
  SaysoSpan span = fixture_find (text, words);
  guint n = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const SaysoMark *mark = &g_array_index (marks, SaysoMark, i);

      if (mark->kind != c->kind || mark->part != c->part || mark->span.start != span.start ||
          mark->span.end != span.end)
        continue;
      n++;
      *id = mark->id;
    }

  return n;
}

static SaysoCommand *
move (Fixture *fixture, const Case *c, gint64 id, const char *was, const char *becomes)
{
  g_autoptr (SaysoText) text = text_of (fixture);

  return sayso_command_new_extent (1, c->kind, id, c->part, fixture_find (text, was), fixture_find (text, becomes));
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

/* Reads the article anew; @crop takes from each end of what was found, as another model may. */
static void
reread (Fixture *fixture, const Case *c, guint crop)
{
  g_autoptr (SaysoDocument) document = fixture_document (1);
  g_autoptr (SaysoExtraction) x = fixture_extraction (document, TRUE);

  if (crop > 0 && c->kind == SAYSO_ITEM_EVENT)
    g_array_index (x->events, SaysoExtractedEvent, 0).trigger.end -= crop;
  for (guint i = 0; crop > 0 && c->kind == SAYSO_ITEM_ACTOR && i < x->mentions->len; i++)
    g_array_index (x->mentions, SaysoExtractedMention, i).span.end -= crop;
  submit (fixture, sayso_command_new_reread (1, x, "another"));
}

static void
assert_moved (Fixture *fixture, const Case *c)
{
  gint64 id = 0;
  guint n_was = find_marks (fixture, c, c->was, &id), n_is = find_marks (fixture, c, c->becomes, &id);

  g_assert_cmpuint (n_was, ==, 0);
  g_assert_cmpuint (n_is, ==, 1);
  assert_sound (fixture);
}

/* Each is moved, undone, redone, and stays where it is when the article is read anew, also by what finds it a little
 * elsewhere; and it can be taken back. */
static void
test_move (Fixture *fixture, gconstpointer data)
{
  const Case *c = data;
  g_autofree char *before = NULL, *undone = NULL;
  g_autoptr (GArray) changes = NULL;
  g_autoptr (SaysoCommand) back = NULL;
  gint64 id = 0;

  fixture_import (fixture->casebook, 1);
  g_assert_cmpuint (find_marks (fixture, c, c->was, &id), ==, 1);
  before = sayso_casebook_digest (fixture->casebook, NULL);
  g_assert_nonnull (before);

  submit (fixture, move (fixture, c, id, c->was, c->becomes));
  assert_moved (fixture, c);
  changes = sayso_casebook_get_history (fixture->casebook, c->kind, id, 10, NULL);
  g_assert_cmpuint (changes->len, ==, 1);
  back = sayso_change_take_back (&g_array_index (changes, SaysoChange, 0));
  g_assert_nonnull (back);

  g_assert_true (sayso_casebook_undo (fixture->casebook, NULL));
  g_assert_cmpuint (find_marks (fixture, c, c->was, &id), ==, 1);
  g_assert_cmpuint (find_marks (fixture, c, c->becomes, &id), ==, 0);
  assert_sound (fixture);
  fixture_reopen (fixture);
  g_assert_true (sayso_casebook_redo (fixture->casebook, NULL));
  assert_moved (fixture, c);

  for (guint crop = 0; crop < 3; crop++)
    {
      reread (fixture, c, crop);
      assert_moved (fixture, c);
    }
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (sayso_casebook_undo (fixture->casebook, NULL));
      assert_moved (fixture, c);
    }

  submit (fixture, g_steal_pointer (&back));
  g_assert_cmpuint (find_marks (fixture, c, c->was, &id), ==, 1);
  g_assert_cmpuint (find_marks (fixture, c, c->becomes, &id), ==, 0);
  assert_sound (fixture);
}

/* What a person marked is what another reading finds. */
static void
test_found_so (Fixture *fixture, gconstpointer data)
{
  const Case *c = &cases[0];
  g_autoptr (SaysoDocument) document = fixture_document (1);
  g_autoptr (SaysoExtraction) x = fixture_extraction (document, TRUE);
  gint64 id = 0;

  fixture_import (fixture->casebook, 1);
  find_marks (fixture, c, c->was, &id);
  submit (fixture, move (fixture, c, id, c->was, c->becomes));
  g_array_index (x->times, SaysoExtractedTime, 0).span = fixture_find (sayso_document_get_text (document), c->becomes);
  submit (fixture, sayso_command_new_reread (1, x, "better"));
  assert_moved (fixture, c);
  g_assert_cmpuint (fixture_count (fixture->casebook, SAYSO_ITEM_TIME), ==, 3);
}

/* A date that a person changed is looked for where it is found, not where its mark is. */
static void
test_time_decision (Fixture *fixture, gconstpointer data)
{
  const Case *c = &cases[0];
  g_autoptr (SaysoDocument) document = fixture_document (1);
  g_autoptr (SaysoExtraction) x = fixture_extraction (document, TRUE);
  SaysoSpan found = fixture_find (sayso_document_get_text (document), c->was), where;
  g_autoptr (GArray) decisions = NULL;
  gint64 id = 0;

  fixture_import (fixture->casebook, 1);
  find_marks (fixture, c, c->was, &id);
  submit (fixture, move (fixture, c, id, c->was, c->becomes));
  g_array_index (x->times, SaysoExtractedTime, 0).chosen = g_strdup ("2018");
  submit (fixture, sayso_command_new_redate (id, "2018", x));
  assert_moved (fixture, c);
  decisions = sayso_casebook_get_time_decisions (fixture->casebook, 1, NULL);
  g_assert_cmpuint (decisions->len, ==, 1);
  where = g_array_index (decisions, SaysoTimeDecision, 0).span;
  g_assert_cmpuint (where.start, ==, found.start);
  g_assert_cmpuint (where.end, ==, found.end);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  const Case *c = &cases[3], *time = &cases[0];
  g_autoptr (SaysoText) text = NULL;
  SaysoSpan span, none;
  gint64 id = 0, time_id = 0;

  fixture_import (fixture->casebook, 1);
  text = text_of (fixture);
  span = fixture_find (text, c->was);
  none = SAYSO_SPAN (span.start, span.start);
  find_marks (fixture, c, c->was, &id);
  find_marks (fixture, time, time->was, &time_id);
  fail (fixture, sayso_command_new_extent (1, c->kind, id, c->part, span, none), SAYSO_CASEBOOK_ERROR_FAILED);
  fail (fixture, sayso_command_new_extent (1, c->kind, id, c->part, span, SAYSO_SPAN (3, 99999)),
        SAYSO_CASEBOOK_ERROR_FAILED);
  fail (fixture, sayso_command_new_extent (1, c->kind, 999, c->part, span, SAYSO_SPAN (3, 9)),
        SAYSO_CASEBOOK_ERROR_NOT_FOUND);
  fail (fixture, sayso_command_new_extent (2, c->kind, id, c->part, span, SAYSO_SPAN (3, 9)),
        SAYSO_CASEBOOK_ERROR_NOT_FOUND);
  fail (fixture, sayso_command_new_extent (1, c->kind, id, SAYSO_MARK_CUE, span, SAYSO_SPAN (3, 9)),
        SAYSO_CASEBOOK_ERROR_NOT_FOUND);
  fail (fixture, sayso_command_new_extent (1, time->kind, time_id, time->part, span, SAYSO_SPAN (3, 9)),
        SAYSO_CASEBOOK_ERROR_NOT_FOUND);
}

/* One piece of a claim does not run into another. */
static void
test_pieces (Fixture *fixture, gconstpointer data)
{
  const Case first = { SAYSO_ITEM_CLAIM, SAYSO_MARK_CONTENT, NULL, "nobody", NULL };
  g_autoptr (SaysoDocument) document = fixture_document (1);
  g_autoptr (SaysoExtraction) x = fixture_extraction (document, FALSE);
  SaysoExtractedClaim *claim = &g_array_index (x->claims, SaysoExtractedClaim, 2);
  SaysoSpan asked = fixture_find (sayso_document_get_text (document), "asked");
  gint64 id = 0;

  g_array_index (claim->content, SaysoSpan, 0) = fixture_find (sayso_document_get_text (document), "nobody");
  g_array_append_val (claim->content, asked);
  submit (fixture, sayso_command_new_import (document, x));
  g_assert_cmpuint (find_marks (fixture, &first, "nobody", &id), ==, 1);
  fail (fixture, move (fixture, &first, id, "nobody", "nobody had ask"), SAYSO_CASEBOOK_ERROR_FAILED);
  submit (fixture, move (fixture, &first, id, "nobody", "nobody had"));
  g_assert_cmpuint (find_marks (fixture, &first, "nobody had", &id), ==, 1);
  g_assert_cmpuint (find_marks (fixture, &first, "asked", &id), ==, 1);
  reread (fixture, &first, 0);
  g_assert_cmpuint (find_marks (fixture, &first, "nobody had", &id), ==, 1);
  g_assert_cmpuint (find_marks (fixture, &first, "asked", &id), ==, 1);
  assert_sound (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/extents/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extents/move/%s", cases[i].becomes);

      g_test_add (path, Fixture, &cases[i], fixture_set_up, test_move, fixture_tear_down);
    }
  ADD ("found-so", test_found_so);
  ADD ("time-decision", test_time_decision);
  ADD ("refused", test_refused);
  ADD ("pieces", test_pieces);

  return g_test_run ();
}

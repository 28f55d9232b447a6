/* test-persons.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What persons say of items: groups, edits, tags, notes, links, additions, and actors that are one. */

#include "casebook-fixture.h"
#include "sayso-history.h"
#include "sayso-remarks.h"

static gint64
submit (Fixture *fixture, SaysoCommand *taken)
{
  g_autoptr (SaysoCommand) command = taken;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  sayso_casebook_submit (fixture->casebook, command, &id, &error);
  g_assert_no_error (error);

  return id;
}

static void
fail (Fixture *fixture, SaysoCommand *taken, SaysoCasebookError code)
{
  g_autoptr (SaysoCommand) command = taken;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = sayso_casebook_digest (fixture->casebook, NULL), *after = NULL;

  g_assert_false (sayso_casebook_submit (fixture->casebook, command, NULL, &error));
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, (int) code);
  after = sayso_casebook_digest (fixture->casebook, NULL);
  g_assert_cmpstr (before, ==, after);
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

/* Undone and redone twice, once by another session, what a reader sees is the same. */
static void
assert_undoable (Fixture *fixture, SaysoCommand *command)
{
  g_autofree char *before = fixture_dump (fixture->casebook), *after = NULL;

  submit (fixture, command);
  after = fixture_dump (fixture->casebook);
  assert_sound (fixture);
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
      assert_sound (fixture);
    }
}

static gint64
id_of (Fixture *fixture, SaysoItemKind kind, const char *title)
{
  gint64 id = fixture_id (fixture->casebook, kind, title);

  g_assert_cmpint (id, >, 0);

  return id;
}

static SaysoItem *
get (Fixture *fixture, SaysoItemKind kind, gint64 id)
{
  g_autoptr (GError) error = NULL;
  SaysoItem *item = sayso_casebook_get (fixture->casebook, kind, id, &error);

  g_assert_no_error (error);

  return item;
}

static void
test_group (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) commands = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_command_unref);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (SaysoItem) item = NULL;
  g_autoptr (GArray) log = NULL;

  fixture_import (fixture->casebook, 1);
  events = fixture_query (fixture->casebook, SAYSO_ITEM_EVENT, NULL, SAYSO_SORT_TEXT);
  for (guint i = 0; i < events->len; i++)
    g_ptr_array_add (commands,
                     sayso_command_new_decide (SAYSO_ITEM_EVENT, sayso_item_get_id (g_ptr_array_index (events, i)),
                                               SAYSO_STANDING_CONFIRMED));
  assert_undoable (fixture,
                   sayso_command_new_group ("Confirm 5 Events", (SaysoCommand **) commands->pdata, commands->len));
  g_assert_cmpstr (sayso_casebook_get_undo_title (fixture->casebook), ==, "Confirm 5 Events");
  item = get (fixture, SAYSO_ITEM_EVENT, sayso_item_get_id (g_ptr_array_index (events, 4)));
  g_assert_cmpint (sayso_item_get_standing (item), ==, SAYSO_STANDING_CONFIRMED);
  log = sayso_casebook_get_log (fixture->casebook, 0, 100, NULL);
  g_assert_cmpint (g_array_index (log, SaysoChange, 2).group, ==, 2);
  g_assert_cmpstr (g_array_index (log, SaysoChange, 2).command, ==, "decide");

  /* All or none. */
  g_ptr_array_add (commands, sayso_command_new_decide (SAYSO_ITEM_EVENT, 99, SAYSO_STANDING_REJECTED));
  fail (fixture, sayso_command_new_group ("Some", (SaysoCommand **) commands->pdata, commands->len),
        SAYSO_CASEBOOK_ERROR_NOT_FOUND);
}

static const char *
edit_of (GHashTable *edits, const char *field)
{
  return g_hash_table_lookup (edits, field);
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  gint64 article = fixture_import (fixture->casebook, 1);
  gint64 crane = id_of (fixture, SAYSO_ITEM_EVENT, "Crane falls");
  gint64 bribe = id_of (fixture, SAYSO_ITEM_EVENT, "Brine & Oak bribes Ada Quill");
  gint64 told = id_of (fixture, SAYSO_ITEM_CLAIM, "Brine & Oak had bribed Ada Quill");
  gint64 below = id_of (fixture, SAYSO_ITEM_CLAIM, "Bribery of Quill");
  gint64 firm = id_of (fixture, SAYSO_ITEM_ACTOR, "Brine & Oak");
  g_autoptr (SaysoItem) event = NULL, claim = NULL, child = NULL, actor = NULL, again = NULL, disputed = NULL;
  g_autoptr (GHashTable) edits = NULL, none = NULL;
  g_autoptr (GArray) history = NULL;
  guint level;

  assert_undoable (fixture, sayso_command_new_edit (SAYSO_ITEM_EVENT, crane, "when", "2020-06"));
  event = get (fixture, SAYSO_ITEM_EVENT, crane);
  g_assert_cmpstr (SAYSO_EVENT (event)->edtf, ==, "2020-06");
  g_assert_cmpint (SAYSO_EVENT (event)->bounds.earliest, ==, sayso_date_to_seconds (2020, 6, 1));
  g_assert_cmpint (sayso_item_get_standing (event), ==, SAYSO_STANDING_CHANGED);

  assert_undoable (fixture, sayso_command_new_edit (SAYSO_ITEM_EVENT, bribe, "factuality", "denied"));
  g_set_object (&event, NULL);
  event = get (fixture, SAYSO_ITEM_EVENT, bribe);
  g_assert_cmpint (SAYSO_EVENT (event)->voice, ==, SAYSO_VOICE_DENIED);

  /* A claim, and one that is told inside it, are as well sourced as a document now. */
  claim = get (fixture, SAYSO_ITEM_CLAIM, told);
  level = SAYSO_CLAIM (claim)->level;
  assert_undoable (fixture, sayso_command_new_edit (SAYSO_ITEM_CLAIM, told, "source-kind", "document"));
  g_clear_object (&claim);
  claim = get (fixture, SAYSO_ITEM_CLAIM, told);
  child = get (fixture, SAYSO_ITEM_CLAIM, below);
  g_assert_cmpuint (SAYSO_CLAIM (claim)->level, >, level);
  g_assert_cmpuint (SAYSO_CLAIM (child)->level, >, level);

  assert_undoable (fixture, sayso_command_new_edit (SAYSO_ITEM_ACTOR, firm, "kind", "person"));
  actor = get (fixture, SAYSO_ITEM_ACTOR, firm);
  g_assert_cmpint (SAYSO_ACTOR (actor)->kind, ==, SAYSO_NAME_PERSON);

  /* Beside what was found. */
  assert_undoable (fixture, sayso_command_new_edit (SAYSO_ITEM_ARTICLE, article, "grade", "B2"));
  assert_undoable (fixture, sayso_command_new_edit (SAYSO_ITEM_CLAIM, below, "likelihood", "very-likely"));
  assert_undoable (fixture, sayso_command_new_edit (SAYSO_ITEM_CLAIM, below, "confidence", "low"));
  again = get (fixture, SAYSO_ITEM_CLAIM, below);
  g_assert_cmpint (sayso_item_get_standing (again), ==, SAYSO_STANDING_SUGGESTED);
  edits = sayso_casebook_get_edits (fixture->casebook, SAYSO_ITEM_CLAIM, below, NULL);
  g_assert_cmpstr (edit_of (edits, "likelihood"), ==, "very-likely");
  g_assert_cmpstr (edit_of (edits, "confidence"), ==, "low");

  /* So is that it is disputed, which the views take as the author's doubt. */
  assert_undoable (fixture, sayso_command_new_edit (SAYSO_ITEM_EVENT, crane, "disputed", "yes"));
  disputed = get (fixture, SAYSO_ITEM_EVENT, crane);
  g_assert_true (SAYSO_EVENT (disputed)->doubted);
  history = sayso_casebook_get_history (fixture->casebook, SAYSO_ITEM_EVENT, crane, 10, NULL);
  g_assert_cmpuint (history->len, ==, 2);
  g_assert_cmpstr (g_array_index (history, SaysoChange, 0).command, ==, "edit");
  submit (fixture, sayso_change_take_back (&g_array_index (history, SaysoChange, 0)));
  g_clear_object (&disputed);
  disputed = get (fixture, SAYSO_ITEM_EVENT, crane);
  g_assert_false (SAYSO_EVENT (disputed)->doubted);

  /* And back to what was found. */
  submit (fixture, sayso_command_new_edit (SAYSO_ITEM_EVENT, crane, "when", NULL));
  none = sayso_casebook_get_edits (fixture->casebook, SAYSO_ITEM_EVENT, crane, NULL);
  g_assert_cmpuint (g_hash_table_size (none), ==, 0);
  g_set_object (&event, NULL);
  event = get (fixture, SAYSO_ITEM_EVENT, crane);
  g_assert_false (sayso_bounds_known (&SAYSO_EVENT (event)->bounds));

  fail (fixture, sayso_command_new_edit (SAYSO_ITEM_ARTICLE, article, "grade", "G2"), SAYSO_CASEBOOK_ERROR_FAILED);
  fail (fixture, sayso_command_new_edit (SAYSO_ITEM_EVENT, crane, "when", "soon"), SAYSO_CASEBOOK_ERROR_FAILED);
  fail (fixture, sayso_command_new_edit (SAYSO_ITEM_EVENT, crane, "colour", "red"), SAYSO_CASEBOOK_ERROR_FAILED);
  fail (fixture, sayso_command_new_edit (SAYSO_ITEM_TIME, 1, "grade", "A1"), SAYSO_CASEBOOK_ERROR_FAILED);
  fail (fixture, sayso_command_new_edit (SAYSO_ITEM_EVENT, 99, "grade", "A1"), SAYSO_CASEBOOK_ERROR_NOT_FOUND);
}

static void
test_remarks (Fixture *fixture, gconstpointer data)
{
  gint64 article = fixture_import (fixture->casebook, 1);
  gint64 crane = id_of (fixture, SAYSO_ITEM_EVENT, "Crane falls");
  gint64 told = id_of (fixture, SAYSO_ITEM_CLAIM, "Brine & Oak had bribed Ada Quill");
  gint64 asked = id_of (fixture, SAYSO_ITEM_CLAIM, "Nobody had asked");
  g_autoptr (GArray) remarks = NULL, of_claim = NULL, notes = NULL;
  g_auto (GStrv) tags = NULL;
  gint64 note, link;

  assert_undoable (fixture, sayso_command_new_tag (SAYSO_ITEM_EVENT, crane, " Needs a call "));
  fail (fixture, sayso_command_new_tag (SAYSO_ITEM_EVENT, crane, "needs  A call"), SAYSO_CASEBOOK_ERROR_DUPLICATE);
  submit (fixture, sayso_command_new_tag (SAYSO_ITEM_ARTICLE, article, "first"));
  note = submit (fixture, sayso_command_new_note (SAYSO_ITEM_EVENT, crane, "Ask the harbour master."));
  assert_undoable (fixture, sayso_command_new_note_on (article, SAYSO_SPAN (4, 11), "Which one?"));
  fail (fixture, sayso_command_new_note_on (article, SAYSO_SPAN (4, 100000), "Too far."), SAYSO_CASEBOOK_ERROR_FAILED);
  notes = sayso_casebook_get_notes (fixture->casebook, article, NULL);
  g_assert_cmpuint (notes->len, ==, 2);
  g_assert_cmpuint (g_array_index (notes, SaysoRemark, 0).span.end, ==, 0);
  g_assert_cmpuint (g_array_index (notes, SaysoRemark, 1).span.start, ==, 4);
  g_assert_cmpuint (g_array_index (notes, SaysoRemark, 1).span.end, ==, 11);
  g_assert_cmpuint (g_utf8_strlen (g_array_index (notes, SaysoRemark, 1).quote, -1), ==, 7);
  assert_undoable (fixture, sayso_command_new_reword (note, "Ask the crane driver."));
  link =
      submit (fixture, sayso_command_new_link (SAYSO_ITEM_CLAIM, told, "contradicts", SAYSO_ITEM_CLAIM, asked, NULL));
  remarks = sayso_casebook_get_remarks (fixture->casebook, SAYSO_ITEM_EVENT, crane, NULL);
  g_assert_cmpuint (remarks->len, ==, 2);
  g_assert_cmpstr (g_array_index (remarks, SaysoRemark, 0).text, ==, "Needs a call");
  g_assert_cmpstr (g_array_index (remarks, SaysoRemark, 1).text, ==, "Ask the crane driver.");
  g_assert_cmpstr (g_array_index (remarks, SaysoRemark, 1).who, !=, "");

  /* Seen from the other end as well. */
  of_claim = sayso_casebook_get_remarks (fixture->casebook, SAYSO_ITEM_CLAIM, asked, NULL);
  g_assert_cmpuint (of_claim->len, ==, 1);
  g_assert_cmpstr (g_array_index (of_claim, SaysoRemark, 0).type, ==, "contradicts");
  g_assert_cmpint (g_array_index (of_claim, SaysoRemark, 0).item, ==, told);
  assert_undoable (fixture, sayso_command_new_erase (link));
  tags = sayso_casebook_get_tags (fixture->casebook, NULL);
  g_assert_cmpuint (g_strv_length (tags), ==, 2);

  fail (fixture, sayso_command_new_note (SAYSO_ITEM_EVENT, crane, "  "), SAYSO_CASEBOOK_ERROR_FAILED);
  fail (fixture, sayso_command_new_tag (SAYSO_ITEM_EVENT, 99, "x"), SAYSO_CASEBOOK_ERROR_NOT_FOUND);
  fail (fixture, sayso_command_new_link (SAYSO_ITEM_CLAIM, told, "likes", SAYSO_ITEM_CLAIM, asked, NULL),
        SAYSO_CASEBOOK_ERROR_FAILED);
  fail (fixture, sayso_command_new_link (SAYSO_ITEM_CLAIM, told, "answers", SAYSO_ITEM_CLAIM, told, NULL),
        SAYSO_CASEBOOK_ERROR_FAILED);
  fail (fixture, sayso_command_new_erase (link), SAYSO_CASEBOOK_ERROR_NOT_FOUND);
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  gint64 article = fixture_import (fixture->casebook, 1), event, actor;
  g_autoptr (SaysoText) text = sayso_casebook_get_text (fixture->casebook, article, NULL);
  g_autoptr (SaysoItem) item = NULL, who = NULL;
  g_autoptr (GArray) evidence = NULL;

  assert_undoable (fixture,
                   sayso_command_new_add_event (article, fixture_find (text, "denied"), "Quill denies it", "2019-04~"));
  event = id_of (fixture, SAYSO_ITEM_EVENT, "Quill denies it");
  item = get (fixture, SAYSO_ITEM_EVENT, event);
  g_assert_cmpuint (SAYSO_EVENT (item)->span.start, ==, fixture_find (text, "Ada Quill denied").start);
  g_assert_cmpstr (SAYSO_EVENT (item)->edtf, ==, "2019-04~");
  assert_undoable (fixture, sayso_command_new_add_claim (article, fixture_find (text, "she met anyone"),
                                                         "Quill met somebody", SAYSO_SOURCE_ANONYMOUS, "a neighbour"));
  assert_undoable (fixture, sayso_command_new_add_actor (article, fixture_find (text, "Kestrel"), SAYSO_NAME_PRODUCT,
                                                         "Kestrel"));
  actor = id_of (fixture, SAYSO_ITEM_ACTOR, "Kestrel");
  who = get (fixture, SAYSO_ITEM_ACTOR, actor);
  g_assert_cmpuint (SAYSO_ACTOR (who)->n_mentions, ==, 1);
  evidence = sayso_casebook_get_evidence (fixture->casebook, SAYSO_ITEM_ACTOR, actor, 10, NULL);
  g_assert_cmpuint (evidence->len, ==, 1);
  assert_undoable (fixture, sayso_command_new_add_time (article, fixture_find (text, "nobody"), "nobody", "2019-04~"));
  fail (fixture, sayso_command_new_add_time (article, fixture_find (text, "nobody"), "nobody", "soon"),
        SAYSO_CASEBOOK_ERROR_FAILED);
  /* One that is known is the one. */
  assert_undoable (fixture, sayso_command_new_add_actor (article, fixture_find (text, "nobody"),
                                                         SAYSO_NAME_ORGANIZATION, "BRINE & OAK"));

  fail (fixture, sayso_command_new_add_event (article, SAYSO_SPAN (5, 5), "x", NULL), SAYSO_CASEBOOK_ERROR_FAILED);
  fail (fixture, sayso_command_new_add_event (article, SAYSO_SPAN (5, 50000), "x", NULL), SAYSO_CASEBOOK_ERROR_FAILED);
  fail (fixture, sayso_command_new_add_event (99, SAYSO_SPAN (5, 6), "x", NULL), SAYSO_CASEBOOK_ERROR_NOT_FOUND);
  fail (fixture, sayso_command_new_add_event (article, SAYSO_SPAN (5, 6), "x", "soon"), SAYSO_CASEBOOK_ERROR_FAILED);
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  gint64 article = fixture_import (fixture->casebook, 1);
  gint64 firm = id_of (fixture, SAYSO_ITEM_ACTOR, "Brine & Oak");
  gint64 port = id_of (fixture, SAYSO_ITEM_ACTOR, "Port Authority of Vellmar");
  gint64 courier = id_of (fixture, SAYSO_ITEM_ACTOR, "Vellmar Courier");
  gint64 quill = id_of (fixture, SAYSO_ITEM_ACTOR, "Ada Quill");
  gint64 officials = id_of (fixture, SAYSO_ITEM_ACTOR, "two officials");
  g_autoptr (SaysoItem) whole = NULL, claim = NULL, apart = NULL;
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (GPtrArray) found = NULL, relations = NULL;
  g_autoptr (GArray) sides = NULL, evidence = NULL;
  g_autoptr (SaysoDocument) document = fixture_document (1);
  g_autoptr (SaysoExtraction) extraction = fixture_extraction (document, TRUE);
  guint mentions;

  fixture_import (fixture->casebook, 2);
  whole = get (fixture, SAYSO_ITEM_ACTOR, firm);
  mentions = SAYSO_ACTOR (whole)->n_mentions;
  g_clear_object (&whole);
  whole = get (fixture, SAYSO_ITEM_ACTOR, port);
  mentions += SAYSO_ACTOR (whole)->n_mentions;
  g_clear_object (&whole);

  /* A person is no company, unless somebody insists. */
  fail (fixture, sayso_command_new_merge (quill, firm, FALSE), SAYSO_CASEBOOK_ERROR_KINDS);
  fail (fixture, sayso_command_new_merge (firm, firm, FALSE), SAYSO_CASEBOOK_ERROR_FAILED);
  fail (fixture, sayso_command_new_merge (99, firm, FALSE), SAYSO_CASEBOOK_ERROR_NOT_FOUND);
  assert_undoable (fixture, sayso_command_new_merge (officials, quill, FALSE));
  assert_undoable (fixture, sayso_command_new_merge (port, firm, FALSE));
  whole = get (fixture, SAYSO_ITEM_ACTOR, firm);
  g_assert_cmpuint (SAYSO_ACTOR (whole)->n_mentions, ==, mentions);
  g_assert_cmpuint (SAYSO_ACTOR (whole)->n_articles, ==, 2);
  g_assert_true (g_strv_contains ((const char *const *) SAYSO_ACTOR (whole)->aliases, "Port Authority of Vellmar"));
  evidence = sayso_casebook_get_evidence (fixture->casebook, SAYSO_ITEM_ACTOR, firm, 100, NULL);
  g_assert_cmpuint (evidence->len, ==, mentions);
  g_assert_cmpint (sayso_casebook_find_now (fixture->casebook, SAYSO_ITEM_ACTOR, port, NULL), ==, firm);

  /* Found by the other name; its relations are the whole's, and it has none with itself. */
  filter->text = g_strdup ("authority");
  found = fixture_query (fixture->casebook, SAYSO_ITEM_ACTOR, filter, SAYSO_SORT_TEXT);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (sayso_item_get_id (g_ptr_array_index (found, 0)), ==, firm);
  relations = fixture_query (fixture->casebook, SAYSO_ITEM_RELATION, NULL, SAYSO_SORT_TEXT);
  g_assert_cmpuint (relations->len, ==, 1);
  claim = get (fixture, SAYSO_ITEM_CLAIM, id_of (fixture, SAYSO_ITEM_CLAIM, "Bribery of Quill"));
  g_assert_cmpint (SAYSO_CLAIM (claim)->source_actor, ==, quill);

  /* A third, then a new reading and a new article: they stay one. */
  assert_undoable (fixture, sayso_command_new_merge (courier, firm, FALSE));
  assert_undoable (fixture, sayso_command_new_reread (article, extraction, "test"));
  fixture_import (fixture->casebook, 3);
  assert_sound (fixture);
  g_assert_cmpint (fixture_id (fixture->casebook, SAYSO_ITEM_ACTOR, "Vellmar Courier"), ==, 0);
  sides = sayso_casebook_get_merged (fixture->casebook, courier, NULL);
  g_assert_cmpuint (sides->len, ==, 3);
  g_assert_cmpint (g_array_index (sides, SaysoSide, 0).id, ==, firm);

  /* Any part comes back; also all but the one whose name it bears, together. */
  assert_undoable (fixture, sayso_command_new_separate ((const gint64[]) { firm }, 1));
  apart = get (fixture, SAYSO_ITEM_ACTOR, MIN (port, courier));
  g_assert_cmpuint (g_strv_length (SAYSO_ACTOR (apart)->aliases), >, 0);
  assert_undoable (fixture, sayso_command_new_separate ((const gint64[]) { MAX (port, courier) }, 1));
  g_assert_cmpint (fixture_id (fixture->casebook, SAYSO_ITEM_ACTOR, "Vellmar Courier"), ==, courier);
  g_assert_cmpint (fixture_id (fixture->casebook, SAYSO_ITEM_ACTOR, "Port Authority of Vellmar"), ==, port);
  fail (fixture, sayso_command_new_separate ((const gint64[]) { port, firm }, 2), SAYSO_CASEBOOK_ERROR_NOT_FOUND);
  fail (fixture, sayso_command_new_separate ((const gint64[]) { firm }, 1), SAYSO_CASEBOOK_ERROR_FAILED);
}

/* A newer model finds other words, and misses some: what a person said stays. */
static void
test_reread (Fixture *fixture, gconstpointer data)
{
  gint64 article = fixture_import (fixture->casebook, 1);
  gint64 crane = id_of (fixture, SAYSO_ITEM_EVENT, "Crane falls");
  gint64 signing = id_of (fixture, SAYSO_ITEM_EVENT, "Port authority signs contract");
  gint64 asked = id_of (fixture, SAYSO_ITEM_CLAIM, "Nobody had asked");
  g_autoptr (SaysoDocument) document = fixture_document (1);
  g_autoptr (SaysoExtraction) extraction = fixture_extraction (document, FALSE);
  SaysoText *text = sayso_document_get_text (document);
  g_autoptr (SaysoItem) event = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GArray) remarks = NULL, links = NULL;
  g_autoptr (GHashTable) edits = NULL;

  submit (fixture, sayso_command_new_edit (SAYSO_ITEM_EVENT, signing, "when", "2019-03-07"));
  submit (fixture, sayso_command_new_edit (SAYSO_ITEM_EVENT, signing, "grade", "B3"));
  submit (fixture, sayso_command_new_note (SAYSO_ITEM_EVENT, signing, "Seen the contract."));
  submit (fixture, sayso_command_new_link (SAYSO_ITEM_CLAIM, asked, "supports", SAYSO_ITEM_EVENT, signing, NULL));
  submit (fixture, sayso_command_new_tag (SAYSO_ITEM_EVENT, crane, "odd"));
  submit (fixture,
          sayso_command_new_add_actor (article, fixture_find (text, "Kestrel"), SAYSO_NAME_PRODUCT, "Kestrel"));

  /* The trigger is longer now, and nobody tells of a crane any more. */
  g_array_index (extraction->events, SaysoExtractedEvent, 0).trigger = fixture_find (text, "signed a");
  g_array_set_size (extraction->events, 4);
  assert_undoable (fixture, sayso_command_new_reread (article, extraction, "model 2"));

  signing = sayso_casebook_find_now (fixture->casebook, SAYSO_ITEM_EVENT, signing, NULL);
  signing = id_of (fixture, SAYSO_ITEM_EVENT, "Port authority signs contract");
  event = get (fixture, SAYSO_ITEM_EVENT, signing);
  g_assert_cmpstr (SAYSO_EVENT (event)->edtf, ==, "2019-03-07");
  g_assert_cmpint (sayso_item_get_standing (event), ==, SAYSO_STANDING_CHANGED);
  edits = sayso_casebook_get_edits (fixture->casebook, SAYSO_ITEM_EVENT, signing, NULL);
  g_assert_cmpstr (edit_of (edits, "grade"), ==, "B3");
  remarks = sayso_casebook_get_remarks (fixture->casebook, SAYSO_ITEM_EVENT, signing, NULL);
  g_assert_cmpuint (remarks->len, ==, 2);
  links = sayso_casebook_get_remarks (fixture->casebook, SAYSO_ITEM_CLAIM,
                                      id_of (fixture, SAYSO_ITEM_CLAIM, "Nobody had asked"), NULL);
  g_assert_cmpuint (links->len, ==, 1);
  g_assert_cmpint (g_array_index (links, SaysoRemark, 0).other, ==, signing);

  /* Listed, not dropped. */
  kept = sayso_casebook_get_kept (fixture->casebook, article, NULL);
  g_assert_cmpuint (kept->len, ==, 1);
  g_assert_cmpint (sayso_item_get_id (g_ptr_array_index (kept, 0)), ==, crane);
  id_of (fixture, SAYSO_ITEM_ACTOR, "Kestrel");
}

static void
test_author (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) log = NULL;

  sayso_casebook_set_author (fixture->casebook, "Mara Venn");
  fixture_import (fixture->casebook, 1);
  log = sayso_casebook_get_log (fixture->casebook, 0, 10, NULL);
  g_assert_cmpuint (log->len, ==, 1);
  g_assert_cmpstr (g_array_index (log, SaysoChange, 0).who, ==, "Mara Venn");
  g_assert_cmpstr (g_array_index (log, SaysoChange, 0).title, ==, "Add “Harbour deal under fire, 1”");
}

/* A relation without its only sentence is gone, and so is nothing else. */
static void
test_discard (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (GPtrArray) relations = NULL;
  g_autoptr (GArray) passages = NULL;
  SaysoRelation *relation;
  gint64 id, evidence;
  guint n;

  fixture_import (fixture->casebook, 1);
  fixture_import (fixture->casebook, 2);
  relations = fixture_query (fixture->casebook, SAYSO_ITEM_RELATION, filter, SAYSO_SORT_STRENGTH);
  n = relations->len;
  relation = g_ptr_array_index (relations, 0);
  id = sayso_item_get_id (SAYSO_ITEM (relation));
  g_assert_cmpuint (relation->n_evidence, ==, 2);
  passages = sayso_casebook_get_evidence (fixture->casebook, SAYSO_ITEM_RELATION, id, 10, NULL);
  g_assert_cmpuint (passages->len, ==, 2);

  evidence = g_array_index (passages, SaysoPassage, 0).evidence;
  g_assert_cmpint (evidence, !=, 0);
  assert_undoable (fixture, sayso_command_new_discard (evidence));
  g_clear_pointer (&passages, g_array_unref);
  passages = sayso_casebook_get_evidence (fixture->casebook, SAYSO_ITEM_RELATION, id, 10, NULL);
  g_assert_cmpuint (passages->len, ==, 1);
  fail (fixture, sayso_command_new_discard (evidence), SAYSO_CASEBOOK_ERROR_NOT_FOUND);

  assert_undoable (fixture, sayso_command_new_discard (g_array_index (passages, SaysoPassage, 0).evidence));
  g_assert_cmpuint (fixture_count (fixture->casebook, SAYSO_ITEM_RELATION), ==, n - 1);

  /* An article that goes and comes back brings back no sentence that was rejected. */
  submit (fixture, sayso_command_new_remove (1));
  submit (fixture, sayso_command_new_restore (1));
  g_assert_cmpuint (fixture_count (fixture->casebook, SAYSO_ITEM_RELATION), ==, n - 1);
  assert_sound (fixture);
}

/* That two are not the same is a link like others. */
static void
test_not_the_same (Fixture *fixture, gconstpointer data)
{
  gint64 firm, quill;

  fixture_import (fixture->casebook, 1);
  firm = id_of (fixture, SAYSO_ITEM_ACTOR, "Brine & Oak");
  quill = id_of (fixture, SAYSO_ITEM_ACTOR, "Ada Quill");
  assert_undoable (fixture,
                   sayso_command_new_link (SAYSO_ITEM_ACTOR, firm, "not-same-as", SAYSO_ITEM_ACTOR, quill, NULL));
  assert_undoable (fixture,
                   sayso_command_new_link (SAYSO_ITEM_ACTOR, firm, "maybe-same-as", SAYSO_ITEM_ACTOR, quill, NULL));
}

/* Who is perhaps the same is known in pairs, until that is taken back, or both are found to be one. */
static void
test_lookalikes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) one = NULL, none = NULL, merged = NULL;
  gint64 firm, quill;

  fixture_import (fixture->casebook, 1);
  firm = id_of (fixture, SAYSO_ITEM_ACTOR, "Brine & Oak");
  quill = id_of (fixture, SAYSO_ITEM_ACTOR, "Ada Quill");
  submit (fixture, sayso_command_new_link (SAYSO_ITEM_ACTOR, firm, "maybe-same-as", SAYSO_ITEM_ACTOR, quill, NULL));
  one = sayso_casebook_get_disputed_identities (fixture->casebook, NULL);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpint (g_array_index (one, SaysoLookalike, 0).one, ==, firm);
  g_assert_cmpint (g_array_index (one, SaysoLookalike, 0).other, ==, quill);

  submit (fixture, sayso_command_new_merge (firm, quill, TRUE));
  merged = sayso_casebook_get_disputed_identities (fixture->casebook, NULL);
  g_assert_cmpuint (merged->len, ==, 0);
  g_assert_true (sayso_casebook_undo (fixture->casebook, NULL));
  g_assert_true (sayso_casebook_undo (fixture->casebook, NULL));
  none = sayso_casebook_get_disputed_identities (fixture->casebook, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/persons/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("group", test_group);
  ADD ("edit", test_edit);
  ADD ("remarks", test_remarks);
  ADD ("add", test_add);
  ADD ("merge", test_merge);
  ADD ("discard", test_discard);
  ADD ("not-the-same", test_not_the_same);
  ADD ("lookalikes", test_lookalikes);
  ADD ("reread", test_reread);
  ADD ("author", test_author);

  return g_test_run ();
}

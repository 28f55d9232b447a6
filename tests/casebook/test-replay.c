/* test-replay.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A history made again from the log alone gives the same casebook. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "casebook-fixture.h"
#include "sayso-history.h"
#include "sayso-time-decision.h"

#define N_COMMANDS 5000
#define N_ARTICLES 12

static GPtrArray *
all_of (Fixture *fixture, SaysoItemKind kind)
{
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *items;

  filter->rejected = TRUE;
  items = sayso_casebook_query (fixture->casebook, kind, filter, SAYSO_SORT_TEXT, 0, 1000, &error);
  g_assert_no_error (error);

  return items;
}

static gint64
any (Fixture *fixture, GRand *rand, SaysoItemKind kind)
{
  g_autoptr (GPtrArray) items = all_of (fixture, kind);

  return items->len > 0 ? sayso_item_get_id (g_ptr_array_index (items, g_rand_int_range (rand, 0, items->len))) : 1;
}

static SaysoItemKind
any_kind (GRand *rand)
{
  return g_rand_int_range (rand, SAYSO_ITEM_ARTICLE, SAYSO_ITEM_RELATION + 1);
}

static SaysoExtraction *
some_extraction (GRand *rand, SaysoDocument *document)
{
  SaysoExtraction *x = fixture_extraction (document, g_rand_boolean (rand));
  SaysoText *text = sayso_document_get_text (document);

  if (g_rand_boolean (rand))
    g_array_set_size (x->events, 4);
  if (g_rand_boolean (rand))
    g_array_index (x->events, SaysoExtractedEvent, 0).trigger = fixture_find (text, "signed a");

  return x;
}

static SaysoCommand *
some_reread (Fixture *fixture, GRand *rand, gboolean published)
{
  gint64 article = any (fixture, rand, SAYSO_ITEM_ARTICLE);
  g_autoptr (SaysoItem) item = sayso_casebook_get (fixture->casebook, SAYSO_ITEM_ARTICLE, article, NULL);
  const char *title = item != NULL ? sayso_item_get_title (item) : " 1";
  g_autoptr (SaysoDocument) document = fixture_document (g_ascii_strtoull (strrchr (title, ' ') + 1, NULL, 10));
  g_autoptr (SaysoExtraction) x = some_extraction (rand, document);

  return published ? sayso_command_new_published (article, g_rand_boolean (rand) ? "2020-05-04" : NULL, x)
                   : sayso_command_new_reread (article, x, "model");
}

static SaysoCommand *
some_edit (Fixture *fixture, GRand *rand)
{
  static const struct
  {
    SaysoItemKind kind;
    const char *field, *values[2];
  } edits[] = {
    { SAYSO_ITEM_ARTICLE, "grade", { "A1", "F6" } },
    { SAYSO_ITEM_EVENT, "likelihood", { "likely", "unlikely" } },
    { SAYSO_ITEM_CLAIM, "likelihood", { "very-likely", "roughly-even" } },
    { SAYSO_ITEM_CLAIM, "grade", { "B2", "C3" } },
    { SAYSO_ITEM_EVENT, "when", { "2015-07", "2016~/2017" } },
    { SAYSO_ITEM_EVENT, "factuality", { "denied", "planned" } },
    { SAYSO_ITEM_CLAIM, "source-kind", { "anonymous", "document" } },
    { SAYSO_ITEM_CLAIM, "confidence", { "low", "high" } },
    { SAYSO_ITEM_CLAIM, "disputed", { "yes", "no" } },
    { SAYSO_ITEM_ACTOR, "kind", { "place", "person" } },
  };
  guint i = g_rand_int_range (rand, 0, G_N_ELEMENTS (edits)), value = g_rand_int_range (rand, 0, 3);

  return sayso_command_new_edit (edits[i].kind, any (fixture, rand, edits[i].kind), edits[i].field,
                                 value < 2 ? edits[i].values[value] : NULL);
}

static SaysoCommand *
some_remark (Fixture *fixture, GRand *rand)
{
  /* The last classify a conflict. */
  static const char *const types[] = { "supports",    "contradicts", "same-as",     "answers", "conflicts",
                                       "no-conflict", "superseded",  "other-thing", "unsure" };
  g_autofree char *text = g_strdup_printf ("Remark %d", g_rand_int_range (rand, 0, 20));
  SaysoItemKind kind = any_kind (rand), other = any_kind (rand);
  gint64 id = any (fixture, rand, kind);

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      return sayso_command_new_tag (kind, id, text);
    case 1:
      return sayso_command_new_note (kind, id, text);
    case 2:
      return sayso_command_new_reword (g_rand_int_range (rand, 1, 50), text);
    case 3:
      return sayso_command_new_erase (g_rand_int_range (rand, 1, 50));
    default:
      return sayso_command_new_link (kind, id, types[g_rand_int_range (rand, 0, G_N_ELEMENTS (types))], other,
                                     any (fixture, rand, other), g_rand_boolean (rand) ? text : NULL);
    }
}

static SaysoCommand *
some_relation (Fixture *fixture, GRand *rand)
{
  guint start = g_rand_int_range (rand, 0, 300);

  return sayso_command_new_add_relation (any (fixture, rand, SAYSO_ITEM_ARTICLE),
                                         SAYSO_SPAN (start, start + g_rand_int_range (rand, 1, 30)),
                                         any (fixture, rand, SAYSO_ITEM_ACTOR), "meets",
                                         g_rand_boolean (rand) ? "met" : "saw", any (fixture, rand, SAYSO_ITEM_ACTOR));
}

static SaysoCommand *
some_addition (Fixture *fixture, GRand *rand)
{
  gint64 article = any (fixture, rand, SAYSO_ITEM_ARTICLE);
  guint start = g_rand_int_range (rand, 0, 300);
  SaysoSpan span = SAYSO_SPAN (start, start + g_rand_int_range (rand, 1, 20));

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 3:
      return some_relation (fixture, rand);
    case 4:
      return sayso_command_new_add_time (article, span, "then", g_rand_boolean (rand) ? "2018" : "2019-05");
    case 0:
      return sayso_command_new_add_event (article, span, "Something happens", g_rand_boolean (rand) ? "2018" : NULL);
    case 1:
      return sayso_command_new_add_claim (article, span, "Something is said", SAYSO_SOURCE_NAMED, "Ned");
    default:
      return sayso_command_new_add_actor (article, span, SAYSO_NAME_PERSON,
                                          g_rand_boolean (rand) ? "Ned" : "Ada Quill");
    }
}

/* Some mentions of an actor, to one that is there or is not. */
static SaysoCommand *
some_split (Fixture *fixture, GRand *rand)
{
  gint64 actor = any (fixture, rand, SAYSO_ITEM_ACTOR);
  g_autoptr (GArray) passages = sayso_casebook_get_evidence (fixture->casebook, SAYSO_ITEM_ACTOR, actor, 20, NULL);
  gint64 mentions[3] = { 1 };
  guint n = MIN (passages->len, (guint) g_rand_int_range (rand, 1, 4));

  for (guint i = 0; i < n; i++)
    mentions[i] = g_array_index (passages, SaysoPassage, i).mention;

  return sayso_command_new_split (actor, mentions, MAX (n, 1),
                                  g_rand_boolean (rand) ? any (fixture, rand, SAYSO_ITEM_ACTOR) : 0,
                                  g_rand_boolean (rand) ? "A namesake" : NULL);
}

static SaysoCommand *
some_discard (Fixture *fixture, GRand *rand)
{
  gint64 relation = any (fixture, rand, SAYSO_ITEM_RELATION);
  g_autoptr (GArray) passages =
      sayso_casebook_get_evidence (fixture->casebook, SAYSO_ITEM_RELATION, relation, 20, NULL);

  return sayso_command_new_discard (
      passages->len > 0 ? g_array_index (passages, SaysoPassage, g_rand_int_range (rand, 0, passages->len)).evidence
                        : 1);
}

static SaysoCommand *
some_redate (Fixture *fixture, GRand *rand)
{
  gint64 time = any (fixture, rand, SAYSO_ITEM_TIME);
  g_autoptr (SaysoItem) item = sayso_casebook_get (fixture->casebook, SAYSO_ITEM_TIME, time, NULL);
  gint64 id = item != NULL ? SAYSO_TIME (item)->article : 1;
  g_autoptr (SaysoItem) article = sayso_casebook_get (fixture->casebook, SAYSO_ITEM_ARTICLE, id, NULL);
  const char *title = article != NULL ? sayso_item_get_title (article) : " 1";
  g_autoptr (SaysoDocument) document = fixture_document (g_ascii_strtoull (strrchr (title, ' ') + 1, NULL, 10));
  g_autoptr (SaysoExtraction) x = some_extraction (rand, document);
  g_autoptr (GArray) decisions = sayso_casebook_get_time_decisions (fixture->casebook, id, NULL);
  const char *chosen = g_rand_boolean (rand) ? "2017" : NULL;

  /* As an extraction with what was decided on the article's times would have it. */
  for (guint i = 0; i < x->times->len; i++)
    {
      SaysoExtractedTime *t = &g_array_index (x->times, SaysoExtractedTime, i);

      if (item != NULL && t->span.start == SAYSO_TIME (item)->span.start)
        t->chosen = g_strdup (chosen);
      for (guint k = 0; k < decisions->len && t->chosen == NULL; k++)
        if (g_array_index (decisions, SaysoTimeDecision, k).span.start == t->span.start)
          t->chosen = g_strdup ("2017");
    }

  return sayso_command_new_redate (time, chosen, x);
}

/* Any mark, with other ends. */
static SaysoCommand *
some_extent (Fixture *fixture, GRand *rand)
{
  gint64 article = any (fixture, rand, SAYSO_ITEM_ARTICLE);
  g_autoptr (GArray) marks = sayso_casebook_get_marks (fixture->casebook, article, NULL);
  const SaysoMark *mark;

  if (marks->len == 0)
    return sayso_command_new_extent (article, SAYSO_ITEM_TIME, 1, SAYSO_MARK_WHOLE, SAYSO_SPAN (1, 2),
                                     SAYSO_SPAN (1, 3));
  mark = &g_array_index (marks, SaysoMark, g_rand_int_range (rand, 0, marks->len));

  return sayso_command_new_extent (article, mark->kind, mark->id, mark->part, mark->span,
                                   SAYSO_SPAN (mark->span.start - MIN (mark->span.start, 3),
                                               mark->span.end + g_rand_int_range (rand, 0, 5)));
}

static SaysoCommand *
some_command (Fixture *fixture, GRand *rand, gboolean grouped)
{
  switch (g_rand_int_range (rand, 0, grouped ? 15 : 16))
    {
    case 0:
      {
        g_autoptr (SaysoDocument) document = fixture_document (g_rand_int_range (rand, 1, N_ARTICLES + 1));
        g_autoptr (SaysoExtraction) x = some_extraction (rand, document);

        return sayso_command_new_import (document, x);
      }
    case 1:
      return g_rand_int_range (rand, 0, 3) == 0 ? sayso_command_new_remove (any (fixture, rand, SAYSO_ITEM_ARTICLE))
                                                : sayso_command_new_restore (g_rand_int_range (rand, 1, N_ARTICLES));
    case 2:
    case 3:
      {
        SaysoItemKind kind = g_rand_int_range (rand, SAYSO_ITEM_TIME, SAYSO_ITEM_RELATION + 1);

        return sayso_command_new_decide (kind, any (fixture, rand, kind), g_rand_int_range (rand, 0, 4));
      }
    case 4:
      return sayso_command_new_rename (SAYSO_ITEM_ACTOR, any (fixture, rand, SAYSO_ITEM_ACTOR), "Another name");
    case 5:
      return some_reread (fixture, rand, g_rand_boolean (rand));
    case 6:
      return some_edit (fixture, rand);
    case 7:
    case 8:
      return some_remark (fixture, rand);
    case 9:
      return some_addition (fixture, rand);
    case 10:
      if (g_rand_int_range (rand, 0, 3) > 0)
        return sayso_command_new_merge (any (fixture, rand, SAYSO_ITEM_ACTOR), any (fixture, rand, SAYSO_ITEM_ACTOR),
                                        g_rand_boolean (rand));
      return sayso_command_new_separate ((const gint64[]) { g_rand_int_range (rand, 1, 8),
                                                            g_rand_int_range (rand, 1, 8) },
                                         g_rand_int_range (rand, 1, 3));
    case 11:
      return some_extent (fixture, rand);
    case 12:
      return some_split (fixture, rand);
    case 13:
      return some_discard (fixture, rand);
    case 14:
      return some_redate (fixture, rand);
    default:
      {
        g_autoptr (SaysoCommand) first = some_command (fixture, rand, TRUE),
                                 second = some_command (fixture, rand, TRUE);

        return sayso_command_new_group ("Two at once", (SaysoCommand *const[]) { first, second }, 2);
      }
    }
}

static void
assert_sound (SaysoCasebook *casebook)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  sayso_casebook_check (casebook, &problems, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
assert_replays (Fixture *fixture, const char *name)
{
  g_autofree char *path = fixture_path (fixture, name), *digest = NULL, *replayed = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SaysoCasebook) casebook = NULL;
  g_autoptr (GArray) log = NULL, log_again = NULL;
  g_autoptr (GError) error = NULL;

  sayso_casebook_replay (fixture->casebook, file, NULL, &error);
  g_assert_no_error (error);
  casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_OPEN, NULL, &error);
  g_assert_no_error (error);
  digest = sayso_casebook_digest (fixture->casebook, &error);
  replayed = sayso_casebook_digest (casebook, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (digest, ==, replayed);
  assert_sound (casebook);

  /* Who, when and with what, too; and all that was read tells what read it. */
  log = sayso_casebook_get_log (fixture->casebook, 0, G_MAXINT, NULL);
  log_again = sayso_casebook_get_log (casebook, 0, G_MAXINT, NULL);
  g_assert_cmpuint (log->len, ==, log_again->len);
  for (guint i = 0; i < log->len; i++)
    {
      const SaysoChange *change = &g_array_index (log, SaysoChange, i),
                        *again = &g_array_index (log_again, SaysoChange, i);

      g_assert_cmpstr (change->who, ==, again->who);
      g_assert_cmpstr (change->version, ==, again->version);
      g_assert_cmpstr (change->model, ==, again->model);
      /* What is in a group is stamped as the group is. */
      if (change->group == 0)
        g_assert_cmpint (change->made, ==, again->made);
      if (g_str_equal (change->command, "import") || g_str_equal (change->command, "published"))
        g_assert_cmpstr (change->model, ==, "fixture");
    }
}

/* Each type of command was among them. */
static void
assert_all_made (Fixture *fixture)
{
  static const char *const all[] = { "import", "remove",    "restore",   "decide",       "rename",    "published",
                                     "redate", "reread",    "edit",      "tag",          "note",      "link",
                                     "reword", "erase",     "merge",     "separate",     "discard",   "extent",
                                     "split",  "add-event", "add-claim", "add-relation", "add-actor", "add-time",
                                     "group",  "undo",      "redo" };
  g_autoptr (GArray) log = sayso_casebook_get_log (fixture->casebook, 0, G_MAXINT, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      guint n = 0;

      for (guint k = 0; k < log->len; k++)
        n += g_str_equal (g_array_index (log, SaysoChange, k).command, all[i]);
      g_test_message ("%u × %s", n, all[i]);
      g_assert_cmpuint (n, >, 0);
    }
}

/* Any commands in any order, most of them possible, with undo and redo between them. @data: a seed, or 0 for any */
static void
test_random (Fixture *fixture, gconstpointer data)
{
  guint32 seed = data != NULL ? GPOINTER_TO_UINT (data) : (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n_made = 0, n_undone = 0;

  for (guint n = 0; n_made + n_undone < N_COMMANDS; n++)
    {
      int dice = g_rand_int_range (rand, 0, 20);

      if (dice < 3)
        n_undone += sayso_casebook_undo (fixture->casebook, NULL);
      else if (dice < 5)
        n_undone += sayso_casebook_redo (fixture->casebook, NULL);
      else
        {
          g_autoptr (SaysoCommand) command = some_command (fixture, rand, FALSE);
          g_autoptr (GError) error = NULL;

          n_made += sayso_casebook_submit (fixture->casebook, command, NULL, &error);
          if (error != NULL && error->code == SAYSO_CASEBOOK_ERROR_DAMAGED)
            g_error ("%s", error->message);
        }
      if (n % 500 == 499)
        {
          assert_sound (fixture->casebook);
          fixture_reopen (fixture);
        }
    }
  g_test_message ("%u made, %u undone or redone", n_made, n_undone);
  assert_all_made (fixture);
  assert_sound (fixture->casebook);
  assert_replays (fixture, "replayed.sayso");
}

/* All taken back, one after the other, nothing is left; made again, all is there. */
static void
test_all_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autofree char *before = NULL, *after = NULL, *empty = NULL;
  guint n = 0;

  fixture_import (fixture->casebook, 1);
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (SaysoCommand) command = some_command (fixture, rand, FALSE);

      sayso_casebook_submit (fixture->casebook, command, NULL, NULL);
    }
  before = fixture_dump (fixture->casebook);
  while (sayso_casebook_undo (fixture->casebook, NULL))
    n++;
  assert_sound (fixture->casebook);
  empty = fixture_dump (fixture->casebook);
  g_assert_cmpstr (empty, ==, "");
  while (sayso_casebook_redo (fixture->casebook, NULL))
    n--;
  g_assert_cmpuint (n, ==, 0);
  after = fixture_dump (fixture->casebook);
  g_assert_cmpstr (before, ==, after);
  assert_sound (fixture->casebook);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "there.sayso");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  fixture_import (fixture->casebook, 1);
  g_file_set_contents (path, "mine", -1, NULL);
  g_assert_false (sayso_casebook_replay (fixture->casebook, file, NULL, &error));
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_FAILED);
}

int
main (int argc, char *argv[])
{
  /* Thousands of commits: in memory, where a disk need not be waited for. */
  if (g_access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/replay/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("all-back", test_all_back);
  ADD ("random", test_random);
  /* Restored evidence of an actor's relation to itself, beside one that became so by a merge, was not counted. */
  g_test_add ("/replay/random/1531299602", Fixture, GUINT_TO_POINTER (1531299602), fixture_set_up, test_random,
              fixture_tear_down);
  ADD ("refused", test_refused);

  return g_test_run ();
}

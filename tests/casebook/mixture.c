/* mixture.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mixture.h"

#include "casebook-fixture.h"
#include "sayso-adopt.h"
#include "sayso-chronicle.h"
#include "sayso-copies.h"
#include "sayso-history.h"
#include "sayso-hits.h"

/* -- finding what to change ----------------------------------------------------------------------------- */

GFile *
mixture_file (SaysoCasebook *casebook, const char *name)
{
  g_autoptr (GFile) folder = g_file_get_parent (sayso_casebook_get_file (casebook));

  return g_file_get_child (folder, name);
}

/* The last item of that title; 0 for none, and where it could not be read. */
static gint64
find (SaysoCasebook *casebook, SaysoItemKind kind, const char *title, GError **error)
{
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (GPtrArray) items = NULL;

  filter->rejected = TRUE;
  items = sayso_casebook_query (casebook, kind, filter, SAYSO_SORT_TEXT, 0, 10000, error);
  for (guint i = 0; items != NULL && i < items->len; i++)
    if (g_str_equal (sayso_item_get_title (g_ptr_array_index (items, i)), title))
      return sayso_item_get_id (g_ptr_array_index (items, i));
  if (items != NULL)
    g_set_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_NOT_FOUND, "no %s", title);

  return 0;
}

static gint64
article (SaysoCasebook *casebook, guint number, GError **error)
{
  g_autofree char *title = g_strdup_printf ("Harbour deal under fire, %u", number);

  return find (casebook, SAYSO_ITEM_ARTICLE, title, error);
}

static gboolean
submit (SaysoCasebook *casebook, SaysoCommand *taken, GError **error)
{
  g_autoptr (SaysoCommand) command = taken;

  return sayso_casebook_submit (casebook, command, NULL, error);
}

static SaysoCommand *
new_import (guint number)
{
  g_autoptr (SaysoDocument) document = fixture_document (number);
  g_autoptr (SaysoExtraction) extraction = fixture_extraction (document, FALSE);

  return sayso_command_new_import (document, extraction);
}

/* -- the steps ------------------------------------------------------------------------------------------ */

static gboolean
import (SaysoCasebook *casebook, guint number, GError **error)
{
  return submit (casebook, new_import (number), error);
}

static gboolean
import_batch (SaysoCasebook *casebook, guint number, GError **error)
{
  g_autoptr (SaysoCommand) first = new_import (number + 1), second = new_import (number + 2);

  return submit (casebook, sayso_command_new_group ("Two articles", (SaysoCommand *const[]) { first, second }, 2),
                 error);
}

static gboolean
edit (SaysoCasebook *casebook, guint number, GError **error)
{
  gint64 event = find (casebook, SAYSO_ITEM_EVENT, "Crane falls", error);

  return event != 0 && submit (casebook, sayso_command_new_edit (SAYSO_ITEM_EVENT, event, "when", "2020-05"), error);
}

static gboolean
decide (SaysoCasebook *casebook, guint number, GError **error)
{
  gint64 claim = find (casebook, SAYSO_ITEM_CLAIM, "Nobody had asked", error);

  return claim != 0 &&
         submit (casebook, sayso_command_new_decide (SAYSO_ITEM_CLAIM, claim, SAYSO_STANDING_REJECTED), error);
}

/* Makes the first mark of each kind three letters longer. */
static gboolean
extents (SaysoCasebook *casebook, guint number, GError **error)
{
  gint64 id = article (casebook, number, error);
  g_autoptr (GPtrArray) commands = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_command_unref);
  g_autoptr (GArray) marks = id != 0 ? sayso_casebook_get_marks (casebook, id, error) : NULL;
  guint seen = 0;

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const SaysoMark *mark = &g_array_index (marks, SaysoMark, i);

      if (!(seen & 1u << mark->kind) && mark->span.start >= 3)
        g_ptr_array_add (commands, sayso_command_new_extent (id, mark->kind, mark->id, mark->part, mark->span,
                                                             SAYSO_SPAN (mark->span.start - 3, mark->span.end)));
      seen |= 1u << mark->kind;
    }

  return marks != NULL &&
         submit (casebook, sayso_command_new_group ("Longer", (SaysoCommand *const *) commands->pdata, commands->len),
                 error);
}

static gboolean
split (SaysoCasebook *casebook, guint number, GError **error)
{
  gint64 actor = find (casebook, SAYSO_ITEM_ACTOR, "Brine & Oak", error), mention;
  g_autoptr (GArray) passages =
      actor != 0 ? sayso_casebook_get_evidence (casebook, SAYSO_ITEM_ACTOR, actor, 1, error) : NULL;

  if (passages == NULL || passages->len == 0)
    return FALSE;
  mention = g_array_index (passages, SaysoPassage, 0).mention;

  return submit (casebook, sayso_command_new_split (actor, &mention, 1, 0, "Brine & Oak Holding"), error);
}

static gboolean
merge (SaysoCasebook *casebook, guint number, GError **error)
{
  gint64 actor = find (casebook, SAYSO_ITEM_ACTOR, "Vellmar Courier", error),
         into = actor != 0 ? find (casebook, SAYSO_ITEM_ACTOR, "Ada Quill", error) : 0;

  return into != 0 && submit (casebook, sayso_command_new_merge (actor, into, TRUE), error);
}

static gboolean
separate (SaysoCasebook *casebook, guint number, GError **error)
{
  gint64 root = find (casebook, SAYSO_ITEM_ACTOR, "Ada Quill", error);

  return root != 0 && submit (casebook, sayso_command_new_separate (&root, 1), error);
}

static gboolean
undo (SaysoCasebook *casebook, guint number, GError **error)
{
  return sayso_casebook_undo (casebook, error);
}

static gboolean
redo (SaysoCasebook *casebook, guint number, GError **error)
{
  return sayso_casebook_redo (casebook, error);
}

static gboolean
tag (SaysoCasebook *casebook, guint number, GError **error)
{
  g_autofree char *text = g_strdup_printf ("Docks %u", number);
  gint64 id = article (casebook, number, error);

  return id != 0 && submit (casebook, sayso_command_new_tag (SAYSO_ITEM_ARTICLE, id, text), error);
}

static gboolean
note (SaysoCasebook *casebook, guint number, GError **error)
{
  gint64 event = find (casebook, SAYSO_ITEM_EVENT, "Crane falls", error);

  return event != 0 && submit (casebook, sayso_command_new_note (SAYSO_ITEM_EVENT, event, "Seen."), error);
}

static gboolean
note_on_words (SaysoCasebook *casebook, guint number, GError **error)
{
  gint64 id = article (casebook, number, error);

  return id != 0 && submit (casebook, sayso_command_new_note_on (id, SAYSO_SPAN (4, 11), "Which one?"), error);
}

static gboolean
names (SaysoCasebook *casebook, guint number, GError **error)
{
  g_autofree char *text = g_strdup_printf ("Kestrel %u\tproduct\tthe Kestrel\n", number);

  return submit (casebook, sayso_command_new_names (text), error);
}

static gboolean
relation_by_hand (SaysoCasebook *casebook, guint number, GError **error)
{
  gint64 id = article (casebook, number, error),
         subject = id != 0 ? find (casebook, SAYSO_ITEM_ACTOR, "Ada Quill", error) : 0,
         object = subject != 0 ? find (casebook, SAYSO_ITEM_ACTOR, "Brine & Oak", error) : 0;

  return object != 0 &&
         submit (casebook, sayso_command_new_add_relation (id, SAYSO_SPAN (30, 60), subject, "meets", "met", object),
                 error);
}

static gboolean
discard (SaysoCasebook *casebook, guint number, GError **error)
{
  gint64 relation = find (casebook, SAYSO_ITEM_RELATION, "Brine & Oak bribed Ada Quill", error);
  g_autoptr (GArray) passages =
      relation != 0 ? sayso_casebook_get_evidence (casebook, SAYSO_ITEM_RELATION, relation, 1, error) : NULL;

  return passages != NULL && passages->len > 0 &&
         submit (casebook, sayso_command_new_discard (g_array_index (passages, SaysoPassage, 0).evidence), error);
}

/* Marks of one's own. */
static gboolean
additions (SaysoCasebook *casebook, guint number, GError **error)
{
  gint64 id = article (casebook, number, error);
  g_autoptr (SaysoCommand) event = NULL, claim = NULL, actor = NULL, time = NULL;

  if (id == 0)
    return FALSE;
  event = sayso_command_new_add_event (id, SAYSO_SPAN (0, 7), "A deal is made", "2019-03");
  claim = sayso_command_new_add_claim (id, SAYSO_SPAN (8, 12), "It was a deal", SAYSO_SOURCE_NAMED, "Ned Marsh");
  actor = sayso_command_new_add_actor (id, SAYSO_SPAN (0, 7), SAYSO_NAME_PLACE, "The Harbour");
  time = sayso_command_new_add_time (id, SAYSO_SPAN (13, 18), "under", "2018");

  return submit (casebook,
                 sayso_command_new_group ("Four marks", (SaysoCommand *const[]) { event, claim, actor, time }, 4),
                 error);
}

/* Links between the first event and the last: one is of use to tell of, others overrule what was found. */
static gboolean
link_as (SaysoCasebook *casebook, const char *type, GError **error)
{
  g_autoptr (GPtrArray) events =
      sayso_casebook_query (casebook, SAYSO_ITEM_EVENT, NULL, SAYSO_SORT_TEXT, 0, 100, error);

  return events != NULL && events->len > 1 &&
         submit (casebook,
                 sayso_command_new_link (SAYSO_ITEM_EVENT, sayso_item_get_id (g_ptr_array_index (events, 0)), type,
                                         SAYSO_ITEM_EVENT,
                                         sayso_item_get_id (g_ptr_array_index (events, events->len - 1)), "So it is."),
                 error);
}

static gboolean
link_items (SaysoCasebook *casebook, guint number, GError **error)
{
  return link_as (casebook, "contradicts", error);
}

static gboolean
overrule (SaysoCasebook *casebook, guint number, GError **error)
{
  return link_as (casebook, "not-same-as", error);
}

static gboolean
judge_conflict (SaysoCasebook *casebook, guint number, GError **error)
{
  return link_as (casebook, "superseded", error);
}

static gboolean
reread (SaysoCasebook *casebook, guint number, GError **error)
{
  g_autoptr (SaysoDocument) document = fixture_document (number);
  g_autoptr (SaysoExtraction) extraction = fixture_extraction (document, TRUE);
  gint64 id = article (casebook, number, error);

  return id != 0 && submit (casebook, sayso_command_new_reread (id, extraction, "newer"), error);
}

static gboolean
remove_article (SaysoCasebook *casebook, guint number, GError **error)
{
  gint64 id = article (casebook, number + 1, error);

  return id != 0 && submit (casebook, sayso_command_new_remove (id), error);
}

/* What views ask for. */
static gboolean
look (SaysoCasebook *casebook, guint number, GError **error)
{
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (GPtrArray) found = NULL, actors = NULL, relations = NULL;
  g_autoptr (SaysoChronicle) chronicle = NULL;
  SaysoBounds all = SAYSO_BOUNDS_UNKNOWN;

  filter->text = g_strdup ("crane");
  found = sayso_casebook_search (casebook, SAYSO_ITEM_EVENT, filter, 0, 50, error);
  if (found != NULL)
    chronicle = sayso_casebook_get_chronicle (casebook, NULL, SAYSO_LANES_KIND, &all, SAYSO_SECONDS_A_DAY, 30, error);

  return chronicle != NULL && sayso_casebook_get_graph (casebook, NULL, 10, &actors, &relations, error);
}

static gboolean
back_up (SaysoCasebook *casebook, guint number, GError **error)
{
  g_autoptr (GFile) folder = mixture_file (casebook, "backups");

  return sayso_casebook_back_up (casebook, folder, error);
}

static gboolean
save_copy (SaysoCasebook *casebook, guint number, GError **error)
{
  g_autoptr (GFile) file = mixture_file (casebook, "copy.sayso");

  return sayso_casebook_save_copy (casebook, file, error);
}

static gboolean
adopt (SaysoCasebook *casebook, guint number, GError **error)
{
  g_autoptr (GFile) file = mixture_file (casebook, "colleague.sayso");
  g_autoptr (SaysoAdoption) adoption = sayso_casebook_adopt (casebook, file, NULL, error);

  return adoption != NULL;
}

/* -- all ------------------------------------------------------------------------------------------------ */

static const struct
{
  const char *name;
  gboolean (*make) (SaysoCasebook *casebook, guint number, GError **error);
} steps[] = {
  { "import", import },
  { "edit", edit },
  { "extents", extents },
  { "split", split },
  { "import a batch", import_batch },
  { "merge", merge },
  { "undo", undo },
  { "redo", redo },
  { "separate", separate },
  { "link", link_items },
  { "tag", tag },
  { "note", note },
  { "note on words", note_on_words },
  { "names", names },
  { "back up", back_up },
  { "relation by hand", relation_by_hand },
  { "discard", discard },
  { "additions", additions },
  { "overrule", overrule },
  { "judge a conflict", judge_conflict },
  { "decide", decide },
  { "read anew", reread },
  { "undo", undo },
  { "look", look },
  { "save a copy", save_copy },
  { "adopt", adopt },
  { "remove", remove_article },
};

guint
mixture_get_n_steps (void)
{
  return G_N_ELEMENTS (steps);
}

const char *
mixture_get_name (guint step)
{
  return steps[step].name;
}

gboolean
mixture_step (SaysoCasebook *casebook, guint step, guint number, GError **error)
{
  return steps[step].make (casebook, number, error);
}

/* Another person's casebook, of the second article and one more. */
void
mixture_make_colleague (const char *folder)
{
  static const guint made[] = { 0, 2, 3, 5, 12, 13, 15, 17 };
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "colleague.sayso", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCasebook) casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_CREATE, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    {
      mixture_step (casebook, made[i], 2, &error);
      g_assert_no_error (error);
    }
  g_assert_true (submit (casebook, new_import (900), NULL));
  sayso_casebook_close (casebook);
}

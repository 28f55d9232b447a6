/* sayso-act-add.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-act-private.h"

#include <glib/gi18n-lib.h>

#include "sayso-casebook-enums.h"
#include "sayso-edits.h"
#include "sayso-edtf.h"
#include "sayso-enum.h"
#include "sayso-extract-enums.h"
#include "sayso-reader-enums.h"
#include "sayso-states.h"
#include "sayso-store.h"

/* Events, claims, actors and relations that a person found in a text and the program did not. */

/* The sentence a span stands in, or the span where there is none; notes the article. */
static gboolean
find_place (SaysoConnection *db, const SaysoCommand *command, SaysoSpan *sentence, JsonObject *what)
{
  SaysoStatement *row = sayso_connection_prepare (db, "add/place");
  SaysoSpan span = command->span;
  gint64 chars;

  sayso_statement_bind_int (row, "article", command->id);
  sayso_statement_bind_int (row, "start", span.start);
  if (!sayso_statement_next (row))
    {
      sayso_act_fail_no_item (db);
      return FALSE;
    }
  chars = sayso_statement_int (row, "chars");
  *sentence = sayso_statement_span (row);
  if (sentence->end <= span.start)
    *sentence = span;
  sentence->end = MAX (sentence->end, span.end);
  json_object_set_int_member (what, "article", command->id);
  json_object_set_string_member (what, "title", command->title);
  json_object_set_int_member (what, "start", span.start);
  json_object_set_int_member (what, "stop", span.end);
  sayso_statement_run (row);

  if (span.start >= span.end || span.end > chars)
    sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_FAILED, _ ("Select the words in the text it stands on first."));
  if (*command->title == '\0' || !g_utf8_validate (command->title, -1, NULL))
    sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_FAILED, _ ("A name or title cannot be empty. Enter one."));

  return !sayso_connection_failed (db);
}

static void
move (SaysoConnection *db, const char *query, gint64 id, gint64 gone)
{
  SaysoStatement *row = sayso_connection_prepare (db, query);

  sayso_statement_bind_int (row, "id", id);
  sayso_statement_bind_int (row, "gone", gone);
  sayso_statement_run (row);
}

static void
move_item (SaysoConnection *db, JsonObject *what, gint64 gone)
{
  gint64 id = json_object_get_int_member (what, "id");
  g_autofree char *query = g_strconcat ("add/move-", json_object_get_string_member (what, "kind"), NULL);

  if (!g_str_equal (query, "add/move-actor"))
    {
      move (db, query, id, gone);
      return;
    }
  id = json_object_get_int_member (what, "mention");
  move (db, "add/move-mention", id, gone);
  move (db, "add/move-appearance", id, gone);
  sayso_store_recount (db, json_object_get_int_member (what, "id"));
}

void
sayso_add_undo (SaysoConnection *db, gint64 entry, JsonObject *what)
{
  move_item (db, what, entry);
}

void
sayso_add_redo (SaysoConnection *db, gint64 entry, JsonObject *what)
{
  move_item (db, what, 0);
}

static gint64
added (JsonObject *what, const char *kind, gint64 id)
{
  json_object_set_string_member (what, "kind", kind);
  json_object_set_int_member (what, "id", id);

  return id;
}

gint64
sayso_add_event (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what)
{
  SaysoStatement *row = sayso_connection_prepare (db, "add/event");
  SaysoSpan sentence;
  gint64 id;

  if (!find_place (db, command, &sentence, what))
    return 0;

  sayso_statement_bind_int (row, "article", command->id);
  sayso_statement_bind_text (row, "title", command->title, -1);
  sayso_statement_bind_int (row, "trigger_start", command->span.start);
  sayso_statement_bind_int (row, "trigger_stop", command->span.end);
  sayso_statement_bind_span (row, sentence);
  id = sayso_statement_run_int (row, 0);
  sayso_store_note_new (db, command->id, id, id);
  sayso_store_count_now (db);
  sayso_store_index (db, "event", id);
  json_object_set_string_member (what, "when", command->value);
  if (command->value != NULL)
    sayso_edits_set (db, SAYSO_ITEM_EVENT, id, "when", command->value, "changed");

  return added (what, "event", id);
}

gint64
sayso_add_claim (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what)
{
  SaysoStatement *row = sayso_connection_prepare (db, "add/claim");
  SaysoStatement *content = sayso_connection_prepare (db, "store/claim-span");
  SaysoSpan sentence;
  gint64 id;

  if (!find_place (db, command, &sentence, what))
    return 0;

  sayso_statement_bind_int (row, "article", command->id);
  sayso_statement_bind_text (row, "title", command->title, -1);
  sayso_statement_bind_int (row, "start", command->span.start);
  sayso_statement_bind_enum (row, "source_kind", SAYSO_TYPE_SOURCE_KIND, command->sort);
  sayso_statement_bind_text (row, "description", command->value, -1);
  id = sayso_statement_run_int (row, 0);
  sayso_statement_bind_int (content, "claim", id);
  sayso_statement_bind_text (content, "part", "content", -1);
  sayso_statement_bind_span (content, command->span);
  sayso_statement_run (content);
  sayso_store_note_new (db, command->id, 1, 0);
  sayso_store_index (db, "claim", id);
  json_object_set_string_member (what, "source-kind", sayso_enum_to_nick (SAYSO_TYPE_SOURCE_KIND, command->sort));
  json_object_set_string_member (what, "source", command->value);

  return added (what, "claim", id);
}

gint64
sayso_add_time (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what)
{
  SaysoStatement *row = sayso_connection_prepare (db, "add/time");
  g_autoptr (SaysoEdtf) edtf = sayso_edtf_parse (command->value, NULL);
  SaysoBounds bounds = SAYSO_BOUNDS_UNKNOWN;
  SaysoSpan sentence;
  gint64 id;

  if (edtf != NULL)
    sayso_edtf_get_bounds (edtf, &bounds);
  if (!sayso_bounds_known (&bounds))
    {
      sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_FAILED, _ ("“%s” is no date in EDTF."), command->value);
      return 0;
    }
  if (!find_place (db, command, &sentence, what))
    return 0;

  sayso_statement_bind_int (row, "article", command->id);
  sayso_statement_bind_span (row, command->span);
  sayso_statement_bind_text (row, "edtf", command->value, -1);
  sayso_statement_bind_int (row, "earliest", bounds.earliest);
  sayso_statement_bind_int (row, "latest", bounds.latest);
  sayso_statement_bind_int (row, "soft_start", bounds.soft_start);
  sayso_statement_bind_int (row, "soft_end", bounds.soft_end);
  sayso_statement_bind_int (row, "lasting", bounds.lasting);
  id = sayso_statement_run_int (row, 0);
  sayso_store_index (db, "time", id);
  json_object_set_string_member (what, "when", command->value);

  return added (what, "time", id);
}

gint64
sayso_add_actor (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what)
{
  SaysoExtractedActor actor = { command->title, command->sort, FALSE, NULL };
  SaysoStatement *mention = sayso_connection_prepare (db, "add/mention");
  SaysoStatement *appearance = sayso_connection_prepare (db, "add/appearance");
  SaysoSpan sentence;
  gboolean is_new;
  gint64 id, mention_id;

  if (!find_place (db, command, &sentence, what))
    return 0;

  /* What a person says it is, it is. */
  actor.settled = TRUE;
  id = sayso_store_actor (db, command->id, &actor, NULL, &is_new);
  sayso_statement_bind_int (mention, "actor", id);
  sayso_statement_bind_int (mention, "article", command->id);
  sayso_statement_bind_span (mention, command->span);
  mention_id = sayso_statement_run_int (mention, 0);
  sayso_statement_bind_int (appearance, "actor", id);
  sayso_statement_bind_int (appearance, "article", command->id);
  sayso_statement_bind_int (appearance, "made", mention_id);
  sayso_statement_run (appearance);
  sayso_store_recount (db, id);
  if (is_new)
    sayso_store_index (db, "actor", id);
  json_object_set_int_member (what, "mention", mention_id);
  json_object_set_string_member (what, "name-kind", sayso_enum_to_nick (SAYSO_TYPE_NAME_KIND, command->sort));

  return added (what, "actor", id);
}

/* Who tells of it there. */
static gint64
insert_evidence (SaysoConnection *db, const SaysoCommand *command, gint64 relation, gint64 entry)
{
  SaysoStatement *around = sayso_connection_prepare (db, "add/claim-around");
  SaysoStatement *row = sayso_connection_prepare (db, "add/evidence");
  g_autofree char *voice = NULL;
  gint64 claim = 0;

  sayso_statement_bind_int (around, "article", command->id);
  sayso_statement_bind_span (around, command->span);
  if (sayso_statement_next (around))
    {
      claim = sayso_statement_int (around, "id");
      voice = sayso_statement_dup (around, "voice");
      sayso_statement_run (around);
    }
  sayso_statement_bind_int (row, "relation", relation);
  sayso_statement_bind_int (row, "article", command->id);
  sayso_statement_bind_span (row, command->span);
  sayso_statement_bind_int (row, "gone", entry);
  sayso_statement_bind_id (row, "claim", claim);
  sayso_statement_bind_text (row, "voice", voice != NULL ? voice : "said", -1);

  return sayso_statement_run_int (row, 0);
}

/* What a person finds is so; what a person decided on it before stays. */
static void
decide (SaysoConnection *db, gint64 relation, JsonArray *states)
{
  g_autofree char *was = sayso_states_get (db, "relation", relation);
  g_autofree char *suggested = g_strdup_printf ("[%" G_GINT64_FORMAT ",\"suggested\"]", relation);
  g_autofree char *changed = g_strdup_printf ("[%" G_GINT64_FORMAT ",\"changed\"]", relation);

  if (g_strcmp0 (was, suggested) == 0)
    sayso_states_change (db, states, "relation", relation, changed);
}

gint64
sayso_add_relation (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what)
{
  gint64 subject = g_array_index (command->ids, gint64, 0), object = g_array_index (command->ids, gint64, 1);
  JsonArray *states = json_array_new ();
  g_autofree char *title = NULL, *state = NULL;
  SaysoSpan sentence;
  gint64 id;

  json_object_set_array_member (what, "states", states);
  if (!find_place (db, command, &sentence, what) || !sayso_merge_find (db, subject, what, "subject-title") ||
      !sayso_merge_find (db, object, what, "object-title"))
    return 0;
  if (subject == object)
    {
      sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_FAILED,
                             _ ("An actor has no relation to itself. Choose another."));
      return 0;
    }

  title = g_strjoin (" ", json_object_get_string_member (what, "subject-title"), command->title,
                     json_object_get_string_member (what, "object-title"), NULL);
  json_object_set_string_member (what, "title", title);
  json_object_set_int_member (what, "subject", subject);
  json_object_set_string_member (what, "type", command->field);
  json_object_set_string_member (what, "label", command->title);
  json_object_set_int_member (what, "object", object);
  id = sayso_store_relation (db, subject, command->field, command->title, object);
  decide (db, id, states);
  state = g_strdup_printf ("[%" G_GINT64_FORMAT ",0]", id);
  sayso_states_change (db, states, "evidence", insert_evidence (db, command, id, entry), state);
  sayso_states_follow (db, states);

  return added (what, "relation", id);
}

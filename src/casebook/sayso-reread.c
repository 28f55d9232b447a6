/* sayso-reread.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-act-private.h"

#include <glib/gi18n-lib.h>

#include "sayso-casebook-enums.h"
#include "sayso-decisions.h"
#include "sayso-enum.h"
#include "sayso-store.h"

/* Reading an article once more. The rows it had are gone by the log entry; when that is undone, those that came are
 * gone by the entry's negative. What a person decided and was not found again is kept: it is there in both states,
 * and the log entry lists it, with the references of it that had to be changed. */

static void
set_published (SaysoConnection *db, gint64 article, const char *published)
{
  SaysoStatement *row = sayso_connection_prepare (db, "reread/published");

  sayso_statement_bind_int (row, "article", article);
  sayso_statement_bind_text (row, "published", published, -1);
  sayso_statement_run (row);
}

static void
run_with_id (SaysoConnection *db, const char *verb, const char *word, gint64 id, const gint64 *target)
{
  g_autofree char *query = g_strdup_printf ("reread/%s-%s", verb, word);
  SaysoStatement *row = sayso_connection_prepare (db, query);

  sayso_statement_bind_int (row, "id", id);
  if (target != NULL)
    sayso_statement_bind_id (row, "target", *target);
  sayso_statement_run (row);
}

static void
bring_back_kept (SaysoConnection *db, JsonArray *kept)
{
  for (guint i = 0; i < json_array_get_length (kept); i++)
    {
      JsonObject *item = json_array_get_object_element (kept, i);

      run_with_id (db, "keep", json_object_get_string_member (item, "kind"), json_object_get_int_member (item, "id"),
                   NULL);
    }
}

static void
point (SaysoConnection *db, JsonArray *pointers, const char *at)
{
  for (guint i = 0; i < json_array_get_length (pointers); i++)
    {
      JsonObject *item = json_array_get_object_element (pointers, i);
      gint64 target = json_object_get_int_member_with_default (item, at, 0);

      run_with_id (db, "point", json_object_get_string_member (item, "field"), json_object_get_int_member (item, "id"),
                   &target);
    }
}

static SaysoDecisions *
collect (SaysoConnection *db, gint64 article)
{
  SaysoDecisions *decisions = sayso_decisions_new ();
  SaysoStatement *row = sayso_connection_prepare (db, "reread/decided");

  sayso_statement_bind_int (row, "article", article);
  while (sayso_statement_next (row))
    sayso_decisions_add (decisions, sayso_statement_enum (row, "kind", SAYSO_TYPE_ITEM_KIND),
                         sayso_statement_int (row, "id"), sayso_statement_span (row),
                         SAYSO_SPAN (sayso_statement_int (row, "own_start"), sayso_statement_int (row, "own_stop")),
                         sayso_statement_enum (row, "standing", SAYSO_TYPE_STANDING),
                         sayso_statement_text (row, "chosen", NULL), sayso_statement_text (row, "edits", NULL));

  return decisions;
}

static void
add_kept (JsonArray *kept, const char *kind, gint64 id)
{
  JsonObject *item = json_object_new ();

  json_object_set_string_member (item, "kind", kind);
  json_object_set_int_member (item, "id", id);
  json_array_add_object_element (kept, item);
}

static void
run_appearance (SaysoConnection *db, const char *verb, gint64 article, gint64 actor, int more)
{
  g_autofree char *query = g_strconcat ("reread/", verb, NULL);
  SaysoStatement *row = sayso_connection_prepare (db, query);

  sayso_statement_bind_int (row, "article", article);
  sayso_statement_bind_int (row, "actor", actor);
  sayso_statement_bind_int (row, "more", more);
  sayso_statement_run (row);
}

static void
appear (SaysoConnection *db, gint64 article, gint64 actor, int more)
{
  run_appearance (db, "appear-more", article, actor, more);
  run_appearance (db, more > 0 ? "appear" : "disappear", article, actor, more);
}

/* A mention that a person marked, moved or gave to another actor stays, and what is found in its place is not taken. */
typedef struct
{
  gint64 id;
  gboolean made;
  gint64 actor;
  SaysoSpan own;
  gint64 found_actor;
  SaysoSpan found;
} Marked;

static gint64
drop_in_place (SaysoConnection *db, gint64 article, const Marked *marked)
{
  SaysoStatement *row = sayso_connection_prepare (db, "reread/in-place");
  gint64 mention = 0, actor = 0;

  sayso_statement_bind_int (row, "article", article);
  sayso_statement_bind_span (row, marked->found);
  sayso_statement_bind_int (row, "own_start", marked->own.start);
  sayso_statement_bind_int (row, "own_stop", marked->own.end);
  if (sayso_statement_next (row))
    {
      mention = sayso_statement_int (row, "id");
      actor = sayso_statement_int (row, "actor");
      sayso_statement_run (row);
    }
  if (mention != 0)
    {
      run_with_id (db, "drop", "mention", mention, NULL);
      appear (db, article, actor, -1);
    }

  return actor;
}

static void
keep_mentions (SaysoConnection *db, gint64 article, gint64 entry, JsonArray *kept)
{
  SaysoStatement *row = sayso_connection_prepare (db, "reread/marked");
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Marked));
  /* What was found now is undone as a whole. */
  g_autoptr (JsonArray) states = json_array_new ();

  sayso_statement_bind_int (row, "article", article);
  sayso_statement_bind_int (row, "gone", entry);
  while (sayso_statement_next (row))
    {
      Marked marked = {
        sayso_statement_int (row, "id"),
        sayso_statement_int (row, "made") != 0,
        sayso_statement_int (row, "actor"),
        sayso_statement_span (row),
        sayso_statement_int (row, "found_actor"),
        SAYSO_SPAN (sayso_statement_int (row, "found_start"), sayso_statement_int (row, "found_stop")),
      };

      g_array_append_val (all, marked);
    }

  for (guint i = 0; i < all->len; i++)
    {
      const Marked *marked = &g_array_index (all, Marked, i);

      gint64 found = drop_in_place (db, article, marked);

      add_kept (kept, "mention", marked->id);
      if (marked->made)
        add_kept (kept, "appearance", marked->id);
      else
        appear (db, article, marked->actor, 1);
      if (marked->actor != marked->found_actor)
        sayso_split_redirect (db, article, found != 0 ? found : marked->found_actor, marked->actor, marked->own,
                              states);
    }
}

/* What a person found a relation to rest on stays; what a person found it not to rest on stays away. */
static void
keep_evidence (SaysoConnection *db, gint64 article, gint64 entry, JsonArray *kept)
{
  SaysoStatement *row = sayso_connection_prepare (db, "reread/made-evidence");

  sayso_statement_bind_int (row, "article", article);
  sayso_statement_bind_int (row, "gone", entry);
  while (sayso_statement_next (row))
    {
      gint64 id = sayso_statement_int (row, "id");

      run_with_id (db, "drop", "evidence", id, NULL);
      add_kept (kept, "evidence", id);
    }
  row = sayso_connection_prepare (db, "reread/discarded");
  sayso_statement_bind_int (row, "article", article);
  sayso_statement_run (row);
}

/* What nothing has the place of now: it stays. */
static JsonArray *
not_found_again (SaysoConnection *db, SaysoDecisions *decisions, gint64 article, gint64 entry)
{
  JsonArray *kept = json_array_new ();

  for (guint i = 0; i < sayso_decisions_get_n (decisions); i++)
    {
      const SaysoDecision *decision = sayso_decisions_at (decisions, i);

      if (decision->now == 0)
        add_kept (kept, sayso_enum_to_nick (SAYSO_TYPE_ITEM_KIND, decision->kind), decision->id);
    }
  keep_mentions (db, article, entry, kept);
  keep_evidence (db, article, entry, kept);

  return kept;
}

static void
add_pointer (JsonArray *pointers, SaysoStatement *row, gint64 old, gint64 new)
{
  JsonObject *item = json_object_new ();

  json_object_set_string_member (item, "field", sayso_statement_text (row, "field", NULL));
  json_object_set_int_member (item, "id", sayso_statement_int (row, "id"));
  json_object_set_int_member (item, "old", old);
  json_object_set_int_member (item, "new", new);
  json_array_add_object_element (pointers, item);
}

/* What was written beside an item goes to the one in its place. */
static void
add_remarks (SaysoConnection *db, SaysoDecisions *decisions, JsonArray *pointers)
{
  for (guint i = 0; i < sayso_decisions_get_n (decisions); i++)
    {
      const SaysoDecision *decision = sayso_decisions_at (decisions, i);
      SaysoStatement *row = sayso_connection_prepare (db, "reread/remarks");

      if (decision->now == 0)
        continue;
      sayso_statement_bind_enum (row, "kind", SAYSO_TYPE_ITEM_KIND, decision->kind);
      sayso_statement_bind_int (row, "id", decision->id);
      while (sayso_statement_next (row))
        add_pointer (pointers, row, decision->id, decision->now);
    }
}

static JsonArray *
find_dangling (SaysoConnection *db, gint64 article)
{
  JsonArray *pointers = json_array_new ();
  SaysoStatement *row = sayso_connection_prepare (db, "reread/dangling");

  sayso_statement_bind_int (row, "article", article);
  while (sayso_statement_next (row))
    add_pointer (pointers, row, sayso_statement_int (row, "old"), sayso_statement_int (row, "new"));

  return pointers;
}

/* Whether the extraction is of this article's text: its spans mean nothing in another. */
static gboolean
fits (SaysoConnection *db, gint64 article, SaysoText *text)
{
  SaysoStatement *row = sayso_connection_prepare (db, "query/text");
  gboolean same = FALSE;

  sayso_statement_bind_int (row, "article", article);
  if (sayso_statement_next (row))
    {
      gsize length;
      const char *stored = sayso_statement_text (row, "text", &length);

      same = length == sayso_text_get_bytes (text) && memcmp (stored, sayso_text_get_utf8 (text), length) == 0;
      sayso_statement_run (row);
    }

  return same;
}

/* By the titles that persons gave, and by what they wrote. */
static void
index_decided (SaysoConnection *db, SaysoDecisions *decisions)
{
  for (guint i = 0; i < sayso_decisions_get_n (decisions); i++)
    {
      const SaysoDecision *decision = sayso_decisions_at (decisions, i);

      if (decision->now != 0)
        sayso_store_index (db, sayso_enum_to_nick (SAYSO_TYPE_ITEM_KIND, decision->kind), decision->now);
    }
}

static gboolean
is_kept (SaysoDecisions *decisions, gint64 time)
{
  for (guint i = 0; i < sayso_decisions_get_n (decisions); i++)
    {
      const SaysoDecision *decision = sayso_decisions_at (decisions, i);

      if (decision->kind == SAYSO_ITEM_TIME && decision->id == time)
        return decision->now == 0;
    }

  return FALSE;
}

static void
carry_extents (SaysoConnection *db, SaysoDecisions *decisions)
{
  for (guint i = 0; i < sayso_decisions_get_n (decisions); i++)
    {
      const SaysoDecision *decision = sayso_decisions_at (decisions, i);

      if (decision->now != 0)
        sayso_extent_carry (db, decision->kind, decision->id, decision->now);
    }
}

/* @redated: 0, or a time, at @span, whose decision becomes @chosen; %NULL for none. */
static void
reread (SaysoConnection *db, gint64 article, SaysoExtraction *extraction, gint64 redated, SaysoSpan span,
        const char *chosen, gint64 entry, JsonObject *what)
{
  g_autoptr (SaysoDecisions) decisions = collect (db, article);
  JsonArray *kept, *pointers;

  if (!fits (db, article, extraction->reading->text))
    sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_FAILED, _ ("What was found is of another text than “%s” has."),
                           json_object_get_string_member (what, "title"));

  if (redated != 0)
    sayso_decisions_set_chosen (decisions, SAYSO_ITEM_TIME, redated, span, chosen);
  sayso_store_count (db, article, -1, G_MAXINT64);
  sayso_act_move (db, article, FALSE, 0, entry);
  sayso_store_findings (db, article, extraction, decisions);
  carry_extents (db, decisions);
  kept = not_found_again (db, decisions, article, entry);
  if (redated != 0 && chosen != NULL && is_kept (decisions, redated))
    sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_FAILED, _ ("What was found has no time where the changed one is."));
  json_object_set_array_member (what, "kept", kept);
  bring_back_kept (db, kept);
  pointers = find_dangling (db, article);
  add_remarks (db, decisions, pointers);
  json_object_set_array_member (what, "pointers", pointers);
  point (db, pointers, "new");
  index_decided (db, decisions);
  set_published (db, article, json_object_get_string_member_with_default (what, "published", NULL));
  sayso_store_count (db, article, 1, G_MAXINT64);
}

/* Whether there is such an article, not removed. Notes its title and its date. */
static gboolean
find_present (SaysoConnection *db, gint64 article, JsonObject *what)
{
  gint64 gone;

  if (!sayso_act_find_article (db, article, &gone, what, "old-published"))
    return FALSE;
  if (gone != 0)
    sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_NOT_FOUND, _ ("“%s” was removed. Restore it first."),
                           json_object_get_string_member (what, "title"));

  return gone == 0;
}

gint64
sayso_reread_published (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what)
{
  if (!find_present (db, command->id, what))
    return 0;

  json_object_set_string_member (what, "published", command->published);
  reread (db, command->id, command->extraction, 0, SAYSO_SPAN (0, 0), NULL, entry, what);

  return command->id;
}

gint64
sayso_reread_apply (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what)
{
  if (!find_present (db, command->id, what))
    return 0;

  json_object_set_string_member (what, "published",
                                 json_object_get_string_member_with_default (what, "old-published", NULL));
  reread (db, command->id, command->extraction, 0, SAYSO_SPAN (0, 0), NULL, entry, what);

  return command->id;
}

gint64
sayso_reread_redate (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what)
{
  SaysoStatement *row = sayso_connection_prepare (db, "reread/time");
  g_autofree char *words = NULL;
  gint64 article = 0;
  SaysoSpan span = SAYSO_SPAN (0, 0);

  sayso_statement_bind_int (row, "id", command->id);
  if (sayso_statement_next (row))
    {
      article = sayso_statement_int (row, "article");
      span = sayso_statement_span (row);
      sayso_statement_run (row);
    }
  if (article == 0)
    {
      sayso_act_fail_no_item (db);
      return 0;
    }
  if (!find_present (db, article, what))
    return 0;

  json_object_set_string_member (what, "published",
                                 json_object_get_string_member_with_default (what, "old-published", NULL));
  reread (db, article, command->extraction, command->id, span, command->chosen, entry, what);
  if (sayso_connection_failed (db))
    return 0;

  words = sayso_text_slice (command->extraction->reading->text, span);
  json_object_set_string_member (what, "title", words);
  json_object_set_string_member (what, "chosen", command->chosen);
  json_object_set_int_member (what, "time", command->id);

  return article;
}

static void
swap (SaysoConnection *db, JsonObject *what, gint64 away, gint64 back, const char *published, const char *at)
{
  gint64 article = json_object_get_int_member (what, "article");

  sayso_store_count (db, article, -1, G_MAXINT64);
  sayso_act_move (db, article, FALSE, 0, away);
  sayso_act_move (db, article, FALSE, back, 0);
  bring_back_kept (db, json_object_get_array_member (what, "kept"));
  point (db, json_object_get_array_member (what, "pointers"), at);
  set_published (db, article, json_object_get_string_member_with_default (what, published, NULL));
  sayso_store_count (db, article, 1, G_MAXINT64);
}

void
sayso_reread_undo (SaysoConnection *db, gint64 entry, JsonObject *what)
{
  swap (db, what, -entry, entry, "old-published", "old");
}

void
sayso_reread_redo (SaysoConnection *db, gint64 entry, JsonObject *what)
{
  swap (db, what, entry, -entry, "published", "new");
}

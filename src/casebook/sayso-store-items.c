/* sayso-store-items.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-store.h"

#include <glib/gi18n-lib.h>

#include "sayso-casebook-enums.h"
#include "sayso-edits.h"
#include "sayso-enum.h"
#include "sayso-extract-enums.h"
#include "sayso-findings.h"
#include "sayso-reader-enums.h"

#define AT(array, type, index) (&g_array_index (array, type, index))

/* What is needed while the findings of one article become rows. */
typedef struct
{
  SaysoConnection *db;
  SaysoExtraction *extraction;
  SaysoText *text;
  SaysoDecisions *decisions;
  gint64 article;
  gint64 first_time; /* ids of an article's items are consecutive, in the order of the extraction */
  gint64 first_claim;
  gint64
      first_relation; /* that is new, and so rests on nothing but this article; the last number where none is counted */
  gint64 *events;     /* ids by index; of what is told again, the first telling's; 0 for what is not kept */
  gint64 *actors;     /* ids by index */
} Store;

static gint64
id_of (gint64 first, guint index)
{
  return index == SAYSO_NONE ? 0 : first + index;
}

static gint64
actor_of (Store *self, guint index)
{
  return index == SAYSO_NONE ? 0 : self->actors[index];
}

static void
bind_decision (Store *self, SaysoStatement *statement, SaysoItemKind kind, guint index)
{
  const SaysoDecision *decision = sayso_decisions_get (self->decisions, kind, index);

  sayso_statement_bind_enum (statement, "standing", SAYSO_TYPE_STANDING,
                             decision != NULL ? decision->standing : SAYSO_STANDING_SUGGESTED);
  sayso_statement_bind_text (statement, "chosen", decision != NULL ? decision->chosen : NULL, -1);
}

/* What was found must have been found with what a person decided: a time may have been changed since. */
static void
bind_time_decision (Store *self, SaysoStatement *statement, const SaysoExtractedTime *time, guint index)
{
  const SaysoDecision *decision = sayso_decisions_get (self->decisions, SAYSO_ITEM_TIME, index);

  if (g_strcmp0 (decision != NULL ? decision->chosen : NULL, time->chosen) != 0)
    sayso_connection_fail (self->db, SAYSO_CASEBOOK_ERROR_FAILED,
                           _ ("A time of this article was changed meanwhile. Try again."));
  sayso_statement_bind_enum (statement, "standing", SAYSO_TYPE_STANDING,
                             decision != NULL ? decision->standing : SAYSO_STANDING_SUGGESTED);
  sayso_statement_bind_text (statement, "chosen", time->chosen, -1);
  sayso_statement_bind_text (statement, "found", time->found, -1);
}

/* -- rows -------------------------------------------------------------------------------------------- */

static void
bind_bounds (SaysoStatement *statement, const SaysoBounds *bounds)
{
  sayso_statement_bind_int (statement, "earliest", bounds->earliest);
  sayso_statement_bind_int (statement, "latest", bounds->latest);
  sayso_statement_bind_int (statement, "soft_start", bounds->soft_start);
  sayso_statement_bind_int (statement, "soft_end", bounds->soft_end);
  sayso_statement_bind_int (statement, "lasting", bounds->lasting);
}

static void
store_times (Store *self)
{
  for (guint i = 0; i < self->extraction->times->len; i++)
    {
      const SaysoExtractedTime *time = AT (self->extraction->times, SaysoExtractedTime, i);
      SaysoStatement *row = sayso_connection_prepare (self->db, "store/time");

      sayso_statement_bind_int (row, "id", self->first_time + i);
      sayso_statement_bind_int (row, "article", self->article);
      bind_time_decision (self, row, time, i);
      sayso_statement_bind_span (row, time->span);
      sayso_statement_bind_enum (row, "type", SAYSO_TYPE_TIME_TYPE, time->type);
      sayso_statement_bind_text (row, "value", time->value, -1);
      sayso_statement_bind_text (row, "mod", time->mod, -1);
      sayso_statement_bind_text (row, "edtf", time->edtf, -1);
      bind_bounds (row, &time->bounds);
      sayso_statement_bind_enum (row, "anchor", SAYSO_TYPE_ANCHOR_KIND, time->anchor);
      sayso_statement_bind_id (row, "anchor_time",
                               time->anchor == SAYSO_ANCHOR_TIME ? id_of (self->first_time, time->anchor_time) : 0);
      sayso_statement_run (row);
    }
}

static gboolean
store_alias (Store *self, gint64 actor, const char *name)
{
  SaysoStatement *known = sayso_connection_prepare (self->db, "store/known-alias");
  SaysoStatement *row = sayso_connection_prepare (self->db, "store/alias");
  gboolean is_known;

  sayso_statement_bind_int (known, "actor", actor);
  sayso_statement_bind_text (known, "name", name, -1);
  is_known = sayso_statement_run_int (known, 0) != 0;

  sayso_statement_bind_int (row, "actor", actor);
  sayso_statement_bind_int (row, "article", self->article);
  sayso_statement_bind_text (row, "name", name, -1);
  sayso_statement_run (row);

  return !is_known;
}

static void
store_appearances (Store *self, GHashTable *counts)
{
  /* In the order of the extraction, so that the same commands always make the same rows. */
  for (guint i = 0; i < self->extraction->actors->len; i++)
    {
      SaysoStatement *row = sayso_connection_prepare (self->db, "store/appearance");
      gpointer n;

      if (!g_hash_table_steal_extended (counts, &self->actors[i], NULL, &n))
        continue;
      sayso_statement_bind_int (row, "actor", self->actors[i]);
      sayso_statement_bind_int (row, "article", self->article);
      sayso_statement_bind_int (row, "n_mentions", GPOINTER_TO_UINT (n));
      sayso_statement_run (row);
    }
}

static void
store_actors (Store *self)
{
  GArray *actors = self->extraction->actors, *mentions = self->extraction->mentions;
  g_autoptr (GHashTable) counts = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < actors->len; i++)
    {
      const SaysoExtractedActor *actor = AT (actors, SaysoExtractedActor, i);
      gboolean to_index;

      self->actors[i] = sayso_store_actor (self->db, self->article, actor, counts, &to_index);
      g_hash_table_insert (counts, &self->actors[i], NULL);
      for (guint j = 0; actor->aliases != NULL && j < actor->aliases->len; j++)
        to_index |= store_alias (self, self->actors[i], g_ptr_array_index (actor->aliases, j));
      if (to_index)
        sayso_store_search_later (self->db, SAYSO_ITEM_ACTOR, self->actors[i], NULL, NULL, 0);
    }
  for (guint i = 0; i < mentions->len; i++)
    {
      const SaysoExtractedMention *mention = AT (mentions, SaysoExtractedMention, i);
      SaysoStatement *row = sayso_connection_prepare (self->db, "store/mention");
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &self->actors[mention->actor]));

      g_hash_table_insert (counts, &self->actors[mention->actor], GUINT_TO_POINTER (n + 1));
      sayso_statement_bind_int (row, "actor", self->actors[mention->actor]);
      sayso_statement_bind_int (row, "article", self->article);
      sayso_statement_bind_span (row, mention->span);
      sayso_statement_bind_enum (row, "form", SAYSO_TYPE_MENTION_FORM, mention->form);
      sayso_statement_run (row);
    }
  store_appearances (self, counts);
}

static void
store_claim_spans (Store *self, gint64 claim, const char *part, GArray *spans)
{
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      SaysoStatement *row = sayso_connection_prepare (self->db, "store/claim-span");

      sayso_statement_bind_int (row, "claim", claim);
      sayso_statement_bind_text (row, "part", part, -1);
      sayso_statement_bind_span (row, *AT (spans, SaysoSpan, i));
      sayso_statement_run (row);
    }
}

/* What views show, and what a person decided on even if views would not show it now. */
static gboolean
is_kept (Store *self, guint index)
{
  return AT (self->extraction->events, SaysoExtractedEvent, index)->salience == SAYSO_SALIENCE_HIGH ||
         sayso_decisions_get (self->decisions, SAYSO_ITEM_EVENT, index) != NULL;
}

/* What is only known to lie before or after something is drawn nowhere. */
static const SaysoBounds *
event_bounds (const SaysoExtractedEvent *event)
{
  static const SaysoBounds unknown = SAYSO_BOUNDS_UNKNOWN;

  return event->dating == SAYSO_DATING_NARRATIVE || event->dating == SAYSO_DATING_PUBLISHED ? &unknown : &event->bounds;
}

/* Where the first event begins that each claim tells of. */
static gint64 *
first_dates (Store *self)
{
  const SaysoExtraction *x = self->extraction;
  gint64 *dates = g_new (gint64, x->claims->len + 1);

  for (guint i = 0; i < x->claims->len; i++)
    dates[i] = SAYSO_OPEN_FUTURE;
  for (guint i = 0; i < x->events->len; i++)
    {
      const SaysoExtractedEvent *event = AT (x->events, SaysoExtractedEvent, i);
      const SaysoDecision *decision = sayso_decisions_get (self->decisions, SAYSO_ITEM_EVENT, i);
      const SaysoBounds *bounds = event_bounds (event);
      gint64 begins = bounds->earliest != SAYSO_OPEN_PAST ? bounds->earliest : bounds->latest;

      if (event->claim != SAYSO_NONE && is_kept (self, i) &&
          (decision == NULL || decision->standing != SAYSO_STANDING_REJECTED))
        dates[event->claim] = MIN (dates[event->claim], begins);
    }

  return dates;
}

static void
store_claims (Store *self)
{
  const SaysoExtraction *x = self->extraction;
  g_autofree gint64 *dates = first_dates (self);

  for (guint i = 0; i < x->claims->len; i++)
    {
      const SaysoExtractedClaim *claim = AT (x->claims, SaysoExtractedClaim, i);
      SaysoStatement *row = sayso_connection_prepare (self->db, "store/claim");
      SaysoSpan span = sayso_findings_claim_span (claim->source, claim->cue, claim->content);
      gint64 id = self->first_claim + i;

      sayso_statement_bind_int (row, "id", id);
      sayso_statement_bind_int (row, "article", self->article);
      bind_decision (self, row, SAYSO_ITEM_CLAIM, i);
      sayso_statement_bind_text (row, "title", claim->title != NULL ? claim->title : "", -1);
      sayso_statement_bind_int (row, "start", span.start);
      sayso_statement_bind_enum (row, "source_kind", SAYSO_TYPE_SOURCE_KIND, claim->source_kind);
      sayso_statement_bind_int (row, "several", claim->several);
      sayso_statement_bind_id (row, "source_actor", actor_of (self, claim->source_actor));
      sayso_statement_bind_text (row, "description", claim->description, -1);
      sayso_statement_bind_id (row, "parent", id_of (self->first_claim, claim->parent));
      sayso_statement_bind_enum (row, "mode", SAYSO_TYPE_CLAIM_MODE, claim->mode);
      sayso_statement_bind_enum (row, "certainty", SAYSO_TYPE_CERTAINTY, claim->certainty);
      sayso_statement_bind_int (row, "doubted", claim->doubted);
      sayso_statement_bind_int (row, "level", sayso_findings_level (x, i));
      sayso_statement_bind_int (row, "anonymous", sayso_findings_anonymous (x, i));
      sayso_statement_bind_int (row, "sort_date", dates[i]);
      sayso_statement_run (row);

      store_claim_spans (self, id, "source", claim->source);
      store_claim_spans (self, id, "cue", claim->cue);
      store_claim_spans (self, id, "content", claim->content);
    }
}

static gint64
event_of (Store *self, guint index)
{
  return index == SAYSO_NONE ? 0 : self->events[index];
}

/* The ids of what is kept follow each other. */
static void
number_events (Store *self, gint64 next)
{
  GArray *events = self->extraction->events;

  for (guint i = 0; i < events->len; i++)
    if (is_kept (self, i))
      self->events[i] = next++;
  for (guint i = 0; i < events->len; i++)
    {
      const SaysoExtractedEvent *event = AT (events, SaysoExtractedEvent, i);

      if (self->events[i] == 0 && event->same != SAYSO_NONE)
        self->events[i] = self->events[event->same];
    }
}

/* Things that are no actors have no row. */
static void
store_participants (Store *self, gint64 event, GArray *participants)
{
  guint place = 0;

  for (guint i = 0; participants != NULL && i < participants->len; i++)
    {
      const SaysoParticipant *participant = AT (participants, SaysoParticipant, i);
      SaysoStatement *row;

      if (participant->actor == SAYSO_NONE)
        continue;
      row = sayso_connection_prepare (self->db, "store/participant");
      sayso_statement_bind_int (row, "event", event);
      sayso_statement_bind_int (row, "place", place++);
      sayso_statement_bind_text (row, "role", participant->role != NULL ? participant->role : "", -1);
      sayso_statement_bind_int (row, "actor", self->actors[participant->actor]);
      sayso_statement_bind_span (row, participant->span);
      sayso_statement_run (row);
    }
}

static void
store_events (Store *self, gint64 first)
{
  const SaysoExtraction *x = self->extraction;
  gint64 last = first - 1;

  for (guint i = 0; i < x->events->len; i++)
    {
      const SaysoExtractedEvent *event = AT (x->events, SaysoExtractedEvent, i);
      gint64 id = self->events[i];
      SaysoStatement *row;

      if (!is_kept (self, i))
        continue;
      row = sayso_connection_prepare (self->db, "store/event");
      sayso_statement_bind_int (row, "id", id);
      sayso_statement_bind_int (row, "article", self->article);
      bind_decision (self, row, SAYSO_ITEM_EVENT, i);
      sayso_statement_bind_text (row, "title", event->title != NULL ? event->title : "", -1);
      sayso_statement_bind_int (row, "trigger_start", event->trigger.start);
      sayso_statement_bind_int (row, "trigger_stop", event->trigger.end);
      sayso_statement_bind_span (row, event->span);
      sayso_statement_bind_text (row, "type", event->type, -1);
      sayso_statement_bind_enum (row, "kind", SAYSO_TYPE_EVENT_KIND, event->kind);
      sayso_statement_bind_id (row, "time", id_of (self->first_time, event->time));
      sayso_statement_bind_text (row, "edtf", event->edtf, -1);
      bind_bounds (row, event_bounds (event));
      sayso_statement_bind_id (row, "place", actor_of (self, event->place));
      sayso_statement_bind_enum (row, "factuality", SAYSO_TYPE_FACTUALITY, event->factuality);
      sayso_statement_bind_id (row, "claim", id_of (self->first_claim, event->claim));
      sayso_statement_bind_int (row, "doubted", event->doubted);
      sayso_statement_bind_enum (row, "voice", SAYSO_TYPE_VOICE, sayso_findings_event_voice (x, event));
      sayso_statement_run (row);
      store_participants (self, id, event->participants);
      last = MAX (last, id);
    }
  sayso_store_note_new (self->db, self->article, first, last);
}

static void
store_relations (Store *self)
{
  const SaysoExtraction *x = self->extraction;

  for (guint i = 0; i < x->relations->len; i++)
    {
      const SaysoExtractedRelation *relation = AT (x->relations, SaysoExtractedRelation, i);
      gint64 id =
          sayso_store_relation_resting (self->db, self->actors[relation->subject], relation->type,
                                        relation->label != NULL ? relation->label : "", self->actors[relation->object],
                                        relation->evidence != NULL ? relation->evidence->len : 0, self->first_relation);

      for (guint j = 0; relation->evidence != NULL && j < relation->evidence->len; j++)
        {
          const SaysoEvidence *evidence = AT (relation->evidence, SaysoEvidence, j);
          SaysoStatement *row = sayso_connection_prepare (self->db, "store/evidence");

          sayso_statement_bind_int (row, "relation", id);
          sayso_statement_bind_int (row, "article", self->article);
          sayso_statement_bind_span (row, evidence->span);
          sayso_statement_bind_id (row, "event", event_of (self, evidence->event));
          sayso_statement_bind_id (row, "claim", id_of (self->first_claim, evidence->claim));
          sayso_statement_bind_enum (row, "voice", SAYSO_TYPE_VOICE, sayso_findings_evidence_voice (x, evidence));
          sayso_statement_run (row);
        }
    }
}

/* -- words to search for -------------------------------------------------------------------------------- */

static char *
claim_words (Store *self, const SaysoExtractedClaim *claim)
{
  GString *words = g_string_new (claim->description);

  for (guint i = 0; claim->content != NULL && i < claim->content->len; i++)
    {
      g_autofree char *piece = sayso_text_slice (self->text, *AT (claim->content, SaysoSpan, i));

      g_string_append_printf (words, " %s", piece);
    }

  return g_string_free_and_steal (words);
}

static void
index_all (Store *self)
{
  const SaysoExtraction *x = self->extraction;

  for (guint i = 0; i < x->times->len; i++)
    {
      g_autofree char *words = sayso_text_slice (self->text, AT (x->times, SaysoExtractedTime, i)->span);

      sayso_store_search_later (self->db, SAYSO_ITEM_TIME, self->first_time + i, NULL, words, -1);
    }
  for (guint i = 0; i < x->claims->len; i++)
    {
      const SaysoExtractedClaim *claim = AT (x->claims, SaysoExtractedClaim, i);
      g_autofree char *words = claim_words (self, claim);

      sayso_store_search_later (self->db, SAYSO_ITEM_CLAIM, self->first_claim + i,
                                claim->title != NULL ? claim->title : "", words, -1);
    }
  for (guint i = 0; i < x->events->len; i++)
    {
      const SaysoExtractedEvent *event = AT (x->events, SaysoExtractedEvent, i);
      g_autofree char *words = sayso_text_slice (self->text, event->span);

      if (is_kept (self, i))
        sayso_store_search_later (self->db, SAYSO_ITEM_EVENT, self->events[i], event->title != NULL ? event->title : "",
                                  words, -1);
    }
}

/* -- all ------------------------------------------------------------------------------------------------ */

/* Gives what a person decided to what is found in its place. */
static void
match_decisions (Store *self)
{
  const SaysoExtraction *x = self->extraction;
  g_autofree SaysoSpan *times = g_new (SaysoSpan, x->times->len + 1), *events = g_new (SaysoSpan, x->events->len + 1),
                       *claims = g_new (SaysoSpan, x->claims->len + 1);

  for (guint i = 0; i < x->times->len; i++)
    times[i] = AT (x->times, SaysoExtractedTime, i)->span;
  for (guint i = 0; i < x->events->len; i++)
    events[i] = AT (x->events, SaysoExtractedEvent, i)->trigger;
  for (guint i = 0; i < x->claims->len; i++)
    {
      const SaysoExtractedClaim *claim = AT (x->claims, SaysoExtractedClaim, i);

      claims[i] = sayso_findings_claim_span (claim->source, claim->cue, claim->content);
    }
  sayso_decisions_match (self->decisions, SAYSO_ITEM_TIME, times, x->times->len);
  sayso_decisions_match (self->decisions, SAYSO_ITEM_EVENT, events, x->events->len);
  sayso_decisions_match (self->decisions, SAYSO_ITEM_CLAIM, claims, x->claims->len);
}

static void
apply_edits (Store *self)
{
  sayso_decisions_stored (self->decisions, SAYSO_ITEM_TIME, self->first_time, NULL);
  sayso_decisions_stored (self->decisions, SAYSO_ITEM_EVENT, 0, self->events);
  sayso_decisions_stored (self->decisions, SAYSO_ITEM_CLAIM, self->first_claim, NULL);
  for (guint i = 0; i < sayso_decisions_get_n (self->decisions); i++)
    {
      const SaysoDecision *decision = sayso_decisions_at (self->decisions, i);

      if (decision->now != 0 && decision->edits != NULL)
        sayso_edits_apply (self->db, decision->kind, decision->now, decision->edits,
                           sayso_enum_to_nick (SAYSO_TYPE_STANDING, decision->standing));
    }
}

/**
 * sayso_store_findings:
 * @db: a connection in a transaction
 * @article: the article
 * @extraction: what was found in it
 * @decisions: (nullable): what a person decided on items in the same places before
 *
 * Stores all items of an article.
 *
 * Returns: the first of the relations whose evidence is counted already, for sayso_store_count()
 */
gint64
sayso_store_findings (SaysoConnection *db, gint64 article, SaysoExtraction *extraction, SaysoDecisions *decisions)
{
  g_autofree gint64 *actors = g_new0 (gint64, extraction->actors->len + 1);
  g_autofree gint64 *events = g_new0 (gint64, extraction->events->len + 1);
  Store self = { db,
                 extraction,
                 extraction->reading->text,
                 decisions,
                 article,
                 .first_relation = G_MAXINT64,
                 .events = events,
                 .actors = actors };
  SaysoStatement *next = sayso_connection_prepare (db, "store/next");
  gint64 first_event = 0;

  if (!sayso_findings_sound (extraction))
    {
      sayso_connection_fail (
          db, SAYSO_CASEBOOK_ERROR_FAILED,
          _ ("What was found in the article does not fit its text. Please report this, with the article."));
      return G_MAXINT64;
    }
  if (decisions != NULL)
    match_decisions (&self);
  if (sayso_statement_next (next))
    {
      self.first_time = sayso_statement_int (next, "time");
      self.first_claim = sayso_statement_int (next, "claim");
      first_event = sayso_statement_int (next, "event");
      /* Of what was read anew, a person may have rejected evidence. */
      if (decisions == NULL)
        self.first_relation = sayso_statement_int (next, "relation");
      number_events (&self, first_event);
      sayso_statement_run (next);
    }

  store_times (&self);
  store_actors (&self);
  store_claims (&self);
  store_events (&self, first_event);
  store_relations (&self);
  index_all (&self);
  if (decisions != NULL)
    {
      sayso_store_count_now (db);
      apply_edits (&self);
    }

  return self.first_relation;
}

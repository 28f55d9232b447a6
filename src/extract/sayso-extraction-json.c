/* sayso-extraction-json.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-extraction-json.h"

#include "sayso-enum.h"
#include "sayso-extract-enums.h"
#include "sayso-reader-enums.h"

static void
add_string (JsonBuilder *builder, const char *member, const char *value)
{
  json_builder_set_member_name (builder, member);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_enum (JsonBuilder *builder, const char *member, GType type, int value)
{
  add_string (builder, member, sayso_enum_to_nick (type, value));
}

/* An id is the first letter of what it names and a number from 1. */
static void
add_id (JsonBuilder *builder, const char *member, char letter, guint index)
{
  char id[16];

  g_snprintf (id, sizeof id, "%c%u", letter, index + 1);
  add_string (builder, member, index == SAYSO_NONE ? NULL : id);
}

static void
add_span_value (JsonBuilder *builder, SaysoSpan span)
{
  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, span.start);
  json_builder_add_int_value (builder, span.end);
  json_builder_end_array (builder);
}

static void
add_span (JsonBuilder *builder, const char *member, SaysoSpan span)
{
  json_builder_set_member_name (builder, member);
  add_span_value (builder, span);
}

static void
add_spans (JsonBuilder *builder, const char *member, const GArray *spans)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; i < spans->len; i++)
    add_span_value (builder, g_array_index (spans, SaysoSpan, i));
  json_builder_end_array (builder);
}

static void
add_bounds (JsonBuilder *builder, const SaysoBounds *bounds)
{
  g_autofree char *earliest = sayso_bounds_format_earliest (bounds), *latest = sayso_bounds_format_latest (bounds);

  add_string (builder, "earliest", earliest);
  add_string (builder, "latest", latest);
}

static void
add_time (JsonBuilder *builder, const SaysoExtractedTime *time, guint index)
{
  static const char *types[] = { "DATE", "TIME", "DURATION", "SET" };

  add_id (builder, "id", 't', index);
  add_span (builder, "span", time->span);
  add_string (builder, "type", types[time->type]);
  add_string (builder, "value", time->value);
  add_string (builder, "mod", time->mod);
  add_string (builder, "edtf", time->edtf);
  add_bounds (builder, &time->bounds);
  if (time->anchor == SAYSO_ANCHOR_TIME)
    add_id (builder, "anchor", 't', time->anchor_time);
  else
    add_string (builder, "anchor",
                time->anchor == SAYSO_ANCHOR_NONE ? NULL : sayso_enum_to_nick (SAYSO_TYPE_ANCHOR_KIND, time->anchor));
}

static void
add_actor (JsonBuilder *builder, const SaysoExtractedActor *actor, guint index)
{
  add_id (builder, "id", 'a', index);
  add_string (builder, "name", actor->name);
  add_enum (builder, "kind", SAYSO_TYPE_NAME_KIND, actor->kind);
  json_builder_set_member_name (builder, "unnamed");
  json_builder_add_boolean_value (builder, actor->unnamed);
  json_builder_set_member_name (builder, "settled");
  json_builder_add_boolean_value (builder, actor->settled);
  json_builder_set_member_name (builder, "aliases");
  json_builder_begin_array (builder);
  for (guint i = 0; i < actor->aliases->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (actor->aliases, i));
  json_builder_end_array (builder);
}

static void
add_event (JsonBuilder *builder, const SaysoExtractedEvent *event, guint index)
{
  add_id (builder, "id", 'e', index);
  add_span (builder, "trigger", event->trigger);
  add_span (builder, "span", event->span);
  add_string (builder, "title", event->title);
  add_string (builder, "type", event->type);
  add_enum (builder, "kind", SAYSO_TYPE_EVENT_KIND, event->kind);
  add_id (builder, "time", 't', event->time);
  add_string (builder, "edtf", event->edtf);
  add_bounds (builder, &event->bounds);
  add_id (builder, "place", 'a', event->place);
  json_builder_set_member_name (builder, "participants");
  json_builder_begin_array (builder);
  for (guint i = 0; i < event->participants->len; i++)
    {
      const SaysoParticipant *participant = &g_array_index (event->participants, SaysoParticipant, i);

      json_builder_begin_object (builder);
      add_string (builder, "role", participant->role);
      add_id (builder, "actor", 'a', participant->actor);
      add_span (builder, "span", participant->span);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_enum (builder, "factuality", SAYSO_TYPE_FACTUALITY, event->factuality);
  add_id (builder, "claim", 'c', event->claim);
  json_builder_set_member_name (builder, "doubted");
  json_builder_add_boolean_value (builder, event->doubted);
  add_enum (builder, "dating", SAYSO_TYPE_DATING, event->dating);
  add_enum (builder, "salience", SAYSO_TYPE_SALIENCE, event->salience);
  add_id (builder, "same", 'e', event->same);
}

static void
add_claim (JsonBuilder *builder, const SaysoExtractedClaim *claim, SaysoSalience salience, guint index)
{
  add_id (builder, "id", 'c', index);
  json_builder_set_member_name (builder, "source");
  json_builder_begin_object (builder);
  add_spans (builder, "spans", claim->source);
  add_id (builder, "actor", 'a', claim->source_actor);
  add_enum (builder, "kind", SAYSO_TYPE_SOURCE_KIND, claim->source_kind);
  json_builder_set_member_name (builder, "several");
  json_builder_add_boolean_value (builder, claim->several);
  json_builder_set_member_name (builder, "number");
  if (claim->number > 0)
    json_builder_add_int_value (builder, claim->number);
  else
    json_builder_add_null_value (builder);
  add_string (builder, "basis", claim->basis);
  add_string (builder, "description", claim->description);
  json_builder_end_object (builder);
  add_spans (builder, "cue", claim->cue);
  add_spans (builder, "content", claim->content);
  add_string (builder, "title", claim->title);
  add_id (builder, "parent", 'c', claim->parent);
  add_enum (builder, "mode", SAYSO_TYPE_CLAIM_MODE, claim->mode);
  add_enum (builder, "certainty", SAYSO_TYPE_CERTAINTY, claim->certainty);
  add_enum (builder, "stance", SAYSO_TYPE_STANCE, claim->stance);
  add_enum (builder, "salience", SAYSO_TYPE_SALIENCE, salience);
  json_builder_set_member_name (builder, "doubted");
  json_builder_add_boolean_value (builder, claim->doubted);
}

static void
add_relation (JsonBuilder *builder, const SaysoExtractedRelation *relation)
{
  add_id (builder, "subject", 'a', relation->subject);
  add_string (builder, "type", relation->type);
  add_string (builder, "label", relation->label);
  add_id (builder, "object", 'a', relation->object);
  json_builder_set_member_name (builder, "evidence");
  json_builder_begin_array (builder);
  for (guint i = 0; i < relation->evidence->len; i++)
    {
      const SaysoEvidence *evidence = &g_array_index (relation->evidence, SaysoEvidence, i);

      json_builder_begin_object (builder);
      add_span (builder, "span", evidence->span);
      add_id (builder, "event", 'e', evidence->event);
      add_id (builder, "claim", 'c', evidence->claim);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* For each claim the events in its content, as one list after the other: where each claim's begins, n + 1 of them. */
static void
events_by_claim (const SaysoExtraction *self, guint **starts, guint **events)
{
  guint n = self->claims->len;

  *starts = g_new0 (guint, n + 2);
  *events = g_new0 (guint, self->events->len + 1);
  for (guint i = 0; i < self->events->len; i++)
    {
      guint claim = g_array_index (self->events, SaysoExtractedEvent, i).claim;

      if (claim != SAYSO_NONE)
        (*starts)[claim + 2]++;
    }
  for (guint i = 2; i < n + 2; i++)
    (*starts)[i] += (*starts)[i - 1];
  for (guint i = 0; i < self->events->len; i++)
    {
      guint claim = g_array_index (self->events, SaysoExtractedEvent, i).claim;

      if (claim != SAYSO_NONE)
        (*events)[(*starts)[claim + 1]++] = i;
    }
}

/**
 * sayso_extraction_build_json:
 * @self: an extraction
 * @builder: inside an object
 *
 * Adds the members that the contract of sayso-cli has for an extraction: `sentences`, `times`, `actors`,
 * `mentions`, `events`, `claims` and `relations`. What it has beyond the contract: `actors[].unnamed` and `settled`,
 * `mentions[].reason`, `events[].kind`, `doubted`, `dating`, `salience` and `same`, `claims[].title`, `doubted`,
 * `stance`, `salience`, `source.several`, `source.number` and `source.basis`, `relations[].label`. The asides stand
 * after the claims, with a low salience.
 */
void
sayso_extraction_build_json (SaysoExtraction *self, JsonBuilder *builder)
{
  g_autofree guint *starts = NULL, *events = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (JSON_IS_BUILDER (builder));

  json_builder_set_member_name (builder, "sentences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->reading->sentences->len; i++)
    add_span_value (builder, sayso_reading_sentence (self->reading, i)->span);
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "times");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->times->len; i++)
    {
      json_builder_begin_object (builder);
      add_time (builder, &g_array_index (self->times, SaysoExtractedTime, i), i);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "actors");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->actors->len; i++)
    {
      json_builder_begin_object (builder);
      add_actor (builder, &g_array_index (self->actors, SaysoExtractedActor, i), i);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "mentions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const SaysoExtractedMention *mention = &g_array_index (self->mentions, SaysoExtractedMention, i);

      json_builder_begin_object (builder);
      add_id (builder, "actor", 'a', mention->actor);
      add_span (builder, "span", mention->span);
      add_enum (builder, "form", SAYSO_TYPE_MENTION_FORM, mention->form);
      add_string (builder, "reason", mention->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "events");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->events->len; i++)
    {
      json_builder_begin_object (builder);
      add_event (builder, &g_array_index (self->events, SaysoExtractedEvent, i), i);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  events_by_claim (self, &starts, &events);
  json_builder_set_member_name (builder, "claims");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->claims->len; i++)
    {
      json_builder_begin_object (builder);
      add_claim (builder, &g_array_index (self->claims, SaysoExtractedClaim, i), SAYSO_SALIENCE_HIGH, i);
      json_builder_set_member_name (builder, "events");
      json_builder_begin_array (builder);
      for (guint e = starts[i]; e < starts[i + 1]; e++)
        {
          char id[16];

          g_snprintf (id, sizeof id, "e%u", events[e] + 1);
          json_builder_add_string_value (builder, id);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  for (guint i = 0; i < self->asides->len; i++)
    {
      json_builder_begin_object (builder);
      add_claim (builder, &g_array_index (self->asides, SaysoExtractedClaim, i), SAYSO_SALIENCE_LOW,
                 self->claims->len + i);
      json_builder_set_member_name (builder, "events");
      json_builder_begin_array (builder);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "relations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->relations->len; i++)
    {
      json_builder_begin_object (builder);
      add_relation (builder, &g_array_index (self->relations, SaysoExtractedRelation, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

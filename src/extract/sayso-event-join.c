/* sayso-event-join.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-event-private.h"

/* So many events back one may be told again. */
#define BACK 200
/* So many sentences back "the breach" may point. */
#define SENTENCES_BACK 6
#define DOUBT_BACK 24

static SaysoExtractedEvent *
event_at (const SaysoExtractor *self, guint index)
{
  return &g_array_index (self->extraction->events, SaysoExtractedEvent, index);
}

static gboolean
share_actor (const SaysoExtractedEvent *a, const SaysoExtractedEvent *b)
{
  if (a->place != SAYSO_NONE && a->place == b->place)
    return TRUE;
  for (guint i = 0; i < a->participants->len; i++)
    for (guint k = 0; k < b->participants->len; k++)
      if (g_array_index (a->participants, SaysoParticipant, i).actor != SAYSO_NONE &&
          g_array_index (a->participants, SaysoParticipant, i).actor ==
              g_array_index (b->participants, SaysoParticipant, k).actor)
        return TRUE;

  return FALSE;
}

/* The only actor in a role, or %SAYSO_NONE. */
static guint
actor_in (const SaysoExtractedEvent *event, const char *role)
{
  guint found = SAYSO_NONE;

  for (guint i = 0; i < event->participants->len; i++)
    {
      const SaysoParticipant *participant = &g_array_index (event->participants, SaysoParticipant, i);

      if (!g_str_equal (participant->role, role) || participant->actor == SAYSO_NONE)
        continue;
      if (found != SAYSO_NONE)
        return SAYSO_NONE;
      found = participant->actor;
    }

  return found;
}

/* Whether both name the same thing in a role, be it an actor or not. */
static gboolean
share_thing (const SaysoExtractor *self, const SaysoExtractedEvent *a, const SaysoExtractedEvent *b, const char *role)
{
  for (guint i = 0; i < a->participants->len; i++)
    for (guint k = 0; k < b->participants->len; k++)
      {
        const SaysoParticipant *one = &g_array_index (a->participants, SaysoParticipant, i);
        const SaysoParticipant *other = &g_array_index (b->participants, SaysoParticipant, k);
        g_autofree char *first = NULL, *second = NULL;

        if (!g_str_equal (one->role, role) || !g_str_equal (other->role, role) || one->actor != other->actor)
          continue;
        if (one->actor != SAYSO_NONE)
          return TRUE;
        first = sayso_text_slice (self->reading->text, one->span);
        second = sayso_text_slice (self->reading->text, other->span);
        if (g_ascii_strcasecmp (first, second) == 0)
          return TRUE;
      }

  return FALSE;
}

static gboolean
has_role (const SaysoExtractedEvent *event, const char *role)
{
  for (guint i = 0; i < event->participants->len; i++)
    if (g_str_equal (g_array_index (event->participants, SaysoParticipant, i).role, role))
      return TRUE;

  return FALSE;
}

/* Two named actors are two; one that is only described may be the named one. */
static gboolean
conflict_in (const SaysoExtractor *self, const SaysoExtractedEvent *a, const SaysoExtractedEvent *b, const char *role)
{
  guint one = actor_in (a, role), other = actor_in (b, role);

  return one != SAYSO_NONE && other != SAYSO_NONE && one != other && !sayso_extractor_actor (self, one)->unnamed &&
         !sayso_extractor_actor (self, other)->unnamed;
}

static gboolean
dates_fit (const SaysoExtractedEvent *a, const SaysoExtractedEvent *b)
{
  if (a->dating != SAYSO_DATING_TIME || b->dating != SAYSO_DATING_TIME)
    return TRUE;

  return a->time == b->time || (a->bounds.earliest <= b->bounds.latest && b->bounds.earliest <= a->bounds.latest);
}

static const char *
lemma_of (const SaysoExtractor *self, const SaysoExtractedEvent *event)
{
  const char *lemma = sayso_extractor_token (self, sayso_extractor_run (self, event->trigger).last)->lemma;

  return lemma != NULL ? lemma : "";
}

/* "the breach", "that meeting": points to what was told. */
static gboolean
points_back (const SaysoExtractor *self, const SaysoExtractedEvent *event)
{
  guint token = sayso_extractor_run (self, event->trigger).last;

  return sayso_extractor_token (self, token)->upos == SAYSO_UPOS_NOUN &&
         sayso_tree_child_word (&self->tree, token, "det", "the this that these those") >= 0;
}

/* Whether @later tells again what @earlier told. */
static gboolean
is_same (const SaysoExtractor *self, const SaysoExtractedEvent *earlier, const SaysoExtractedEvent *later)
{
  guint patient = actor_in (earlier, "patient");
  gboolean same_word;

  if (!g_str_equal (earlier->type, later->type) || earlier->kind != later->kind ||
      (earlier->factuality != later->factuality &&
       (!points_back (self, later) || earlier->factuality == SAYSO_FACTUALITY_DENIED ||
        later->factuality == SAYSO_FACTUALITY_DENIED)) ||
      g_str_equal (later->type, "other") || g_str_equal (later->type, "say") || !dates_fit (earlier, later) ||
      conflict_in (self, earlier, later, "agent") || conflict_in (self, earlier, later, "patient"))
    return FALSE;
  /* "the war of 1980" is not the attack before it. */
  if (points_back (self, later) && later->dating == SAYSO_DATING_TIME && later->time != earlier->time &&
      !g_str_equal (lemma_of (self, earlier), lemma_of (self, later)))
    return FALSE;
  if (points_back (self, later))
    {
      guint from = self->tree.sentence[sayso_extractor_run (self, earlier->trigger).first];
      guint to = self->tree.sentence[sayso_extractor_run (self, later->trigger).first];

      return share_actor (earlier, later) || (!sayso_event_has_actor (later) && to - from <= SENTENCES_BACK);
    }
  if (patient != SAYSO_NONE && patient == actor_in (later, "patient"))
    return TRUE;
  same_word = g_str_equal (lemma_of (self, earlier), lemma_of (self, later));
  /* "A survey was released on Monday", said twice */
  if (same_word && earlier->dating == SAYSO_DATING_TIME && later->dating == SAYSO_DATING_TIME &&
      earlier->bounds.earliest == later->bounds.earliest && earlier->bounds.latest == later->bounds.latest &&
      share_thing (self, earlier, later, "patient"))
    return TRUE;

  return same_word && actor_in (earlier, "agent") != SAYSO_NONE &&
         actor_in (earlier, "agent") == actor_in (later, "agent") &&
         (share_thing (self, earlier, later, "patient") ||
          (!(has_role (earlier, "patient") && has_role (later, "patient")) && earlier->time == later->time));
}

/* What the one telling says and the other does not. */
static void
complete (SaysoExtractedEvent *event, const SaysoExtractedEvent *other)
{
  if (event->dating != SAYSO_DATING_TIME && other->dating == SAYSO_DATING_TIME)
    {
      event->dating = SAYSO_DATING_TIME;
      event->time = other->time;
      event->bounds = other->bounds;
      g_free (event->edtf);
      event->edtf = g_strdup (other->edtf);
    }
  if (event->place == SAYSO_NONE)
    event->place = other->place;
  for (guint i = 0; i < other->participants->len; i++)
    {
      SaysoParticipant participant = g_array_index (other->participants, SaysoParticipant, i);

      if (participant.actor != SAYSO_NONE && !g_str_equal (participant.role, "participant") &&
          !has_role (event, participant.role))
        g_array_append_val (event->participants, participant);
    }
}

/* What is told twice is one event with two mentions: the one that says most, and others that point to it. */
static void
join_retellings (SaysoExtractor *self)
{
  for (guint i = 0; i < self->extraction->events->len; i++)
    {
      SaysoExtractedEvent *later = event_at (self, i);

      for (guint k = i; k > 0 && i - k < BACK; k--)
        {
          SaysoExtractedEvent *earlier = event_at (self, k - 1);

          if (earlier->same != SAYSO_NONE || !is_same (self, earlier, later))
            continue;
          if (earlier->salience == SAYSO_SALIENCE_LOW && later->salience == SAYSO_SALIENCE_HIGH)
            {
              earlier->same = i;
              continue;
            }
          if (earlier->salience == SAYSO_SALIENCE_HIGH)
            {
              complete (earlier, later);
              complete (later, earlier);
            }
          later->same = k - 1;
          later->salience = SAYSO_SALIENCE_LOW;
          break;
        }
    }
  /* One may have been joined to what was joined to another later. */
  for (guint i = 0; i < self->extraction->events->len; i++)
    {
      SaysoExtractedEvent *event = event_at (self, i);

      for (guint hops = 0; event->same != SAYSO_NONE && event_at (self, event->same)->same != SAYSO_NONE && hops < 8;
           hops++)
        event->same = event_at (self, event->same)->same;
      if (event->same == i)
        event->same = SAYSO_NONE;
      if (event->same != SAYSO_NONE)
        complete (event, event_at (self, event->same));
    }
}

/* "Assuming that the meeting took place …": the author doubts the meeting of which a passage before told. */
static void
spread_doubt (SaysoExtractor *self)
{
  for (guint i = 0; i < self->extraction->events->len; i++)
    {
      const SaysoExtractedEvent *doubt = event_at (self, i);

      if (!doubt->doubted || doubt->claim != SAYSO_NONE)
        continue;
      for (guint k = i; k > 0 && i - k < DOUBT_BACK; k--)
        {
          SaysoExtractedEvent *earlier = event_at (self, k - 1);

          if (earlier->salience == SAYSO_SALIENCE_HIGH && g_str_equal (earlier->type, doubt->type) &&
              share_actor (earlier, doubt))
            {
              earlier->doubted = TRUE;
              break;
            }
        }
    }
}

void
sayso_event_join (SaysoExtractor *self)
{
  spread_doubt (self);
  join_retellings (self);
}

/* sayso-event-count.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-event-private.h"

#include "sayso-times.h"

/* "two weeks after the sinking": times that count from what happened, where the article dates that. */

/* So many letters of a noun of action and of its verb are the same: "sinking", "sank" has three, "sink" four. */
#define STEM 4

/* The noun of action that a time counts from, and on which side of it the time lies; or -1. */
static int
find_origin (const SaysoExtractor *self, SaysoRun run, guint *unit, int *sign)
{
  for (guint t = run.first; t <= run.last && t + 1 < self->reading->tokens->len; t++)
    {
      int noun = sayso_extractor_token (self, t + 1)->head;

      if (!sayso_tree_lemma_in (&self->tree, t, "day week") ||
          !sayso_tree_lemma_in (&self->tree, t + 1, "after before") || noun <= (int) t ||
          sayso_extractor_token (self, noun)->upos != SAYSO_UPOS_NOUN ||
          sayso_tree_child_word (&self->tree, noun, "det nmod:poss", "the this that its his her their") < 0)
        continue;
      *unit = t;
      *sign = sayso_tree_lemma_in (&self->tree, t + 1, "after") ? 1 : -1;
      return noun;
    }

  return -1;
}

/* How many days: "two weeks" as a duration; a single day or week where it is a date. */
static int
count_days (const SaysoExtractor *self, const SaysoExtractedTime *time, guint unit)
{
  int days = sayso_tree_lemma_in (&self->tree, unit, "week") ? 7 : 1;
  guint64 n = 1;

  if (time->type == SAYSO_TIME_DURATION)
    {
      g_autofree char *number = time->value != NULL && time->value[0] == 'P'
                                    ? g_strndup (time->value + 1, strspn (time->value + 1, "0123456789"))
                                    : NULL;

      if (number == NULL || !g_ascii_string_to_unsigned (number, 10, 1, 1000, &n, NULL))
        return 0;
    }
  else if ((sayso_extractor_token (self, unit)->morph & SAYSO_MORPH_PLURAL) != 0)
    return 0;

  return days * (int) n;
}

/* The event before a token that a noun of action speaks of again, where a time dates it to the day; or %NULL. */
static const SaysoExtractedEvent *
find_event_of (const SaysoExtractor *self, guint noun, guint before)
{
  const GArray *events = self->extraction->events;
  const char *word = sayso_extractor_token (self, noun)->lemma;
  const SaysoExtractedEvent *found = NULL;

  for (guint i = 0; i < events->len && word != NULL; i++)
    {
      const SaysoExtractedEvent *event = &g_array_index (events, SaysoExtractedEvent, i);
      guint trigger = sayso_extractor_run (self, event->trigger).first;
      const char *lemma = sayso_extractor_token (self, trigger)->lemma;

      if (trigger >= before)
        break;
      if (lemma != NULL && strlen (lemma) >= STEM && strncmp (word, lemma, STEM) == 0 &&
          event->dating == SAYSO_DATING_TIME && event->factuality == SAYSO_FACTUALITY_ASSERTED &&
          event->bounds.earliest != SAYSO_OPEN_PAST &&
          event->bounds.latest - event->bounds.earliest < SAYSO_SECONDS_A_DAY)
        found = event;
    }

  return found;
}

static void
move_time (SaysoExtractedTime *time, const SaysoExtractedEvent *origin, int days)
{
  int year, month, day;

  time->bounds = SAYSO_BOUNDS_UNKNOWN;
  time->bounds.earliest = origin->bounds.earliest + days * SAYSO_SECONDS_A_DAY;
  time->bounds.latest = time->bounds.earliest + SAYSO_SECONDS_A_DAY - 1;
  time->anchor = SAYSO_ANCHOR_TIME;
  time->anchor_time = origin->time;
  sayso_date_from_seconds (time->bounds.earliest, &year, &month, &day);
  g_free (time->edtf);
  time->edtf = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  if (time->type == SAYSO_TIME_DATE)
    g_set_str (&time->value, time->edtf);
  g_set_str (&time->found, time->edtf);
}

/* Dates what a time tells that counts from an event before it. */
void
sayso_event_count_from_events (SaysoExtractor *self)
{
  GArray *times = self->extraction->times, *events = self->extraction->events;

  for (guint i = 0; i < times->len; i++)
    {
      SaysoExtractedTime *time = &g_array_index (times, SaysoExtractedTime, i);
      SaysoRun run = sayso_extractor_run (self, time->span);
      const SaysoExtractedEvent *origin;
      guint unit;
      int sign, days, noun = time->chosen == NULL && run.first <= run.last ? find_origin (self, run, &unit, &sign) : -1;

      if (noun < 0)
        continue;
      origin = find_event_of (self, noun, run.first);
      days = count_days (self, time, unit);
      if (origin == NULL || days == 0 || origin->time == SAYSO_NONE || origin->time == i)
        continue;
      move_time (time, origin, sign * days);
      for (guint k = 0; k < events->len; k++)
        {
          SaysoExtractedEvent *event = &g_array_index (events, SaysoExtractedEvent, k);

          if (event->time != i)
            continue;
          g_clear_pointer (&event->edtf, g_free);
          sayso_times_get_dated (time, &event->bounds, &event->edtf);
        }
    }
}

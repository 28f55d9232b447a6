/* sayso-times.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-times-private.h"

#include <string.h>

#include "sayso-days.h"
#include "sayso-edtf.h"
#include "sayso-time-match.h"
#include "sayso-time-resolve.h"
#include "sayso-time-surroundings.h"

/* A text in which most years are further back than that, and which hardly speaks of weekdays, was not written about
 * its own days. */
#define YEARS_OF_NEWS 2

/* So many years at most are told as "1914-18". */
#define MAX_PAIR_YEARS 80

/* What a reference is good for others to count from: nothing as wide as a decade, and nothing vague. */
static gboolean
tells_when (const SaysoTimeMeaning *meaning)
{
  return meaning->reference.known && meaning->reference.moment.precision >= SAYSO_TIME_PRECISION_YEAR &&
         (meaning->time.type == SAYSO_TIME_DATE || meaning->time.type == SAYSO_TIME_TIME);
}

static gboolean
is_narrative (const SaysoTimeReference *published, GArray *matches)
{
  guint n = 0, old = 0, days = 0;

  if (!published->known)
    return TRUE;
  for (guint i = 0; i < matches->len; i++)
    {
      const SaysoTimeSense *sense = &g_array_index (matches, SaysoTimeMatch, i).sense;

      days +=
          sayso_time_sense_has (sense, SAYSO_TIME_FIELD_WEEKDAY) ||
          (sense->values[SAYSO_TIME_FIELD_REL] <= 0 && sense->values[SAYSO_TIME_FIELD_RELUNIT] == SAYSO_TIME_UNIT_DAY &&
           sense->values[SAYSO_TIME_FIELD_FROM] != SAYSO_TIME_FROM_THEN);
      if (!sayso_time_sense_has (sense, SAYSO_TIME_FIELD_YEAR))
        continue;
      n++;
      if (sense->values[SAYSO_TIME_FIELD_YEAR] < published->moment.year - YEARS_OF_NEWS ||
          sense->values[SAYSO_TIME_FIELD_ERA] == 1)
        old++;
    }

  return n >= 4 && old * 2 > n && days * 4 < n;
}

/* "14-16 May 2015", "May 14 and 16": what one of a pair says, the other means where it says nothing as coarse. */
static void
share (SaysoTimeSense *to, const SaysoTimeSense *from)
{
  static const SaysoTimeField within_year[] = { SAYSO_TIME_FIELD_MONTH, SAYSO_TIME_FIELD_SEASON,
                                                SAYSO_TIME_FIELD_QUARTER, SAYSO_TIME_FIELD_DAY,
                                                SAYSO_TIME_FIELD_NUMERIC1 };
  gboolean lacks_year = !sayso_time_sense_has (to, SAYSO_TIME_FIELD_YEAR) &&
                        !sayso_time_sense_has (to, SAYSO_TIME_FIELD_YEAR2) &&
                        !sayso_time_sense_has (to, SAYSO_TIME_FIELD_REL);
  gboolean fits = FALSE;

  if (sayso_time_sense_has (to, SAYSO_TIME_FIELD_DAY) && !sayso_time_sense_has (to, SAYSO_TIME_FIELD_MONTH))
    to->values[SAYSO_TIME_FIELD_MONTH] = from->values[SAYSO_TIME_FIELD_MONTH];
  for (guint i = 0; i < G_N_ELEMENTS (within_year); i++)
    fits |= sayso_time_sense_has (to, within_year[i]);
  if (fits && lacks_year)
    {
      to->values[SAYSO_TIME_FIELD_YEAR] = from->values[SAYSO_TIME_FIELD_YEAR];
      to->values[SAYSO_TIME_FIELD_YEAR2] = from->values[SAYSO_TIME_FIELD_YEAR2];
    }
  if ((sayso_time_sense_has (to, SAYSO_TIME_FIELD_YEAR) || sayso_time_sense_has (to, SAYSO_TIME_FIELD_CENTURY)) &&
      !sayso_time_sense_has (to, SAYSO_TIME_FIELD_ERA))
    to->values[SAYSO_TIME_FIELD_ERA] = from->values[SAYSO_TIME_FIELD_ERA];
  if (sayso_time_sense_has (to, SAYSO_TIME_FIELD_HOUR) && !sayso_time_sense_has (to, SAYSO_TIME_FIELD_HALFDAY) &&
      !sayso_time_sense_has (to, SAYSO_TIME_FIELD_PART))
    to->values[SAYSO_TIME_FIELD_HALFDAY] = from->values[SAYSO_TIME_FIELD_HALFDAY];
}

static int
clock_order (const SaysoTimeSense *sense)
{
  int minute = sense->values[SAYSO_TIME_FIELD_MINUTE];

  return sense->values[SAYSO_TIME_FIELD_HOUR] % 12 * 60 + MAX (minute, 0);
}

/* "1914-18": the second year is of the first one's century. */
static void
share_pair (SaysoTimeSense *first, SaysoTimeSense *second)
{
  gboolean told_halfday = sayso_time_sense_has (first, SAYSO_TIME_FIELD_HALFDAY);

  if (sayso_time_sense_has (first, SAYSO_TIME_FIELD_YEAR) && sayso_time_sense_has (second, SAYSO_TIME_FIELD_YEAR2) &&
      !sayso_time_sense_has (second, SAYSO_TIME_FIELD_YEAR))
    {
      int year = first->values[SAYSO_TIME_FIELD_YEAR] / 100 * 100 + second->values[SAYSO_TIME_FIELD_YEAR2];

      if (year < first->values[SAYSO_TIME_FIELD_YEAR])
        year += 100;
      /* What follows after most of a century is no year of a pair, and neither is what it follows. */
      if (year > first->values[SAYSO_TIME_FIELD_YEAR] + MAX_PAIR_YEARS)
        first->values[SAYSO_TIME_FIELD_YEAR] = year = 0;
      second->values[SAYSO_TIME_FIELD_YEAR] = year;
    }
  share (first, second);
  share (second, first);
  /* "11 to 2 pm" begins before noon. */
  if (sayso_time_sense_has (first, SAYSO_TIME_FIELD_HOUR) && first->values[SAYSO_TIME_FIELD_HALFDAY] == 1 &&
      second->values[SAYSO_TIME_FIELD_HALFDAY] == 1 && !told_halfday && clock_order (first) > clock_order (second))
    first->values[SAYSO_TIME_FIELD_HALFDAY] = 0;
}

static gboolean
says_year (const SaysoTimeSense *sense)
{
  return sayso_time_sense_has (sense, SAYSO_TIME_FIELD_YEAR) || sayso_time_sense_has (sense, SAYSO_TIME_FIELD_YEAR2) ||
         sayso_time_sense_has (sense, SAYSO_TIME_FIELD_REL);
}

/* What is left open in the second of a pair comes after the first: "from 3 December to 5 January", "Monday to Friday".
 */
static void
follow (SaysoTimeSense *second, const SaysoTimeReference *first)
{
  int month = second->values[SAYSO_TIME_FIELD_MONTH];
  gboolean open = !sayso_time_sense_has (second, SAYSO_TIME_FIELD_MONTH) && !says_year (second) &&
                  !sayso_time_sense_has (second, SAYSO_TIME_FIELD_NUMERIC1) &&
                  !sayso_time_sense_has (second, SAYSO_TIME_FIELD_DAY);

  if (!first->known)
    return;
  if (month > 0 && !says_year (second) && first->moment.year > 0)
    second->values[SAYSO_TIME_FIELD_YEAR] = first->moment.year + (month < first->moment.month);
  else if (open &&
           (sayso_time_sense_has (second, SAYSO_TIME_FIELD_WEEKDAY) ||
            sayso_time_sense_has (second, SAYSO_TIME_FIELD_HOUR)) &&
           !sayso_time_sense_has (second, SAYSO_TIME_FIELD_FROM))
    second->values[SAYSO_TIME_FIELD_FROM] = SAYSO_TIME_FROM_THEN;
}

typedef struct
{
  SaysoReading *reading;
  GArray *tokens;
  GArray *matches;
  GArray *times;
  SaysoTimeContext context;
  SaysoTimeSurroundings *surroundings;
  SaysoTimeReference heading;
  SaysoTimeReference last;
  guint then_block;
  GArray *references; /* SaysoTimeReference, by time */
  const SaysoTimeDecision *decisions;
  guint n_decisions;
} Finder;

static SaysoSpan
span_of (const Finder *finder, const SaysoTimeMatch *match)
{
  const SaysoTimeToken *first = &g_array_index (finder->tokens, SaysoTimeToken, match->first);
  const SaysoTimeToken *last = &g_array_index (finder->tokens, SaysoTimeToken, match->end - 1);

  return SAYSO_SPAN (sayso_text_to_char (finder->reading->text, first->start),
                     sayso_text_to_char (finder->reading->text, last->end));
}

static const SaysoTimeDecision *
find_decision (const Finder *finder, SaysoSpan span)
{
  for (guint i = 0; i < finder->n_decisions; i++)
    if (finder->decisions[i].span.start == span.start && finder->decisions[i].span.end == span.end)
      return &finder->decisions[i];

  return NULL;
}

/* What it is to count from; what is not known or comes later in the text leaves it open. */
static SaysoTimeReference
forced_reference (const Finder *finder, const SaysoTimeDecision *decision)
{
  SaysoTimeReference open = { .clock = -1, .time = SAYSO_NONE };

  if (decision->anchor == SAYSO_ANCHOR_PUBLISHED)
    return finder->context.published;
  for (guint i = 0; decision->anchor == SAYSO_ANCHOR_TIME && i < finder->times->len; i++)
    if (g_array_index (finder->times, SaysoExtractedTime, i).span.start == decision->anchor_start)
      return g_array_index (finder->references, SaysoTimeReference, i);

  return open;
}

/* Bounds as something to count from: the day, month or year that holds both ends; not known where none does. */
static SaysoTimeReference
reference_of (const SaysoBounds *bounds)
{
  SaysoTimeReference reference = { .clock = -1, .time = SAYSO_NONE };
  SaysoTimePrecision precision = SAYSO_TIME_PRECISION_YEAR;
  int year, month, day, last_year, last_month, last_day;

  if (bounds->earliest == SAYSO_OPEN_PAST || bounds->latest == SAYSO_OPEN_FUTURE)
    return reference;
  sayso_date_from_seconds (bounds->earliest, &year, &month, &day);
  sayso_date_from_seconds (bounds->latest, &last_year, &last_month, &last_day);
  if (year != last_year)
    return reference;

  if (month == last_month)
    precision = day == last_day ? SAYSO_TIME_PRECISION_DAY : SAYSO_TIME_PRECISION_MONTH;
  reference.known = TRUE;
  reference.bounds = (SaysoBounds) { bounds->earliest, bounds->latest, 0, 0, FALSE };
  sayso_time_moment_init_day (&reference.moment, sayso_days_to_day (year, month, day), precision);

  return reference;
}

/* TIMEX3 has a value for a date of the calendar; anything else is given as the interval it lies in. */
static char *
timex_of (const char *edtf, const SaysoBounds *bounds)
{
  g_autofree char *earliest = sayso_bounds_format_earliest (bounds);
  g_autofree char *latest = sayso_bounds_format_latest (bounds);
  gsize length = strspn (edtf, "0123456789-T:");
  gboolean division = length == strlen ("2015-21") && edtf[strlen ("2015-")] > '1';

  if (edtf[length] == '\0' && !division)
    return g_strdup (edtf);
  if (g_strcmp0 (earliest, latest) == 0)
    return g_steal_pointer (&earliest);

  return g_strdup_printf ("%s/%s", earliest != NULL ? earliest : "XXXX-XX-XX", latest != NULL ? latest : "XXXX-XX-XX");
}

/* A value that a person gave replaces what was worked out; one that cannot be read changes nothing. */
static void
decide_value (const SaysoTimeDecision *decision, SaysoTimeMeaning *meaning)
{
  g_autoptr (SaysoEdtf) edtf = sayso_edtf_parse (decision->edtf, NULL);
  SaysoExtractedTime *time = &meaning->time;

  if (edtf == NULL)
    return;
  sayso_time_meaning_clear (meaning);
  *time = (SaysoExtractedTime) { .type = strchr (decision->edtf, 'T') != NULL ? SAYSO_TIME_TIME : SAYSO_TIME_DATE,
                                 .edtf = sayso_edtf_format (edtf),
                                 .anchor = SAYSO_ANCHOR_NONE,
                                 .anchor_time = SAYSO_NONE };
  sayso_edtf_get_bounds (edtf, &time->bounds);
  time->value = timex_of (time->edtf, &time->bounds);
  meaning->reference = reference_of (&time->bounds);
}

/* What was decided, and what the text alone says. */
static void
note_decision (const SaysoTimeDecision *decision, const SaysoTimeMatch *match, const SaysoTimeContext *context,
               SaysoTimeMeaning *meaning)
{
  SaysoTimeMeaning own;

  meaning->time.chosen = sayso_time_decision_format (decision);
  if (!sayso_time_resolve (&match->sense, context, &own))
    return;
  meaning->time.found = g_strdup (own.time.edtf != NULL ? own.time.edtf : own.time.value);
  sayso_time_meaning_clear (&own);
}

static void
add_time (Finder *finder, SaysoSpan span, SaysoTimeMeaning *meaning)
{
  meaning->time.span = span;
  meaning->reference.time = finder->times->len;
  g_array_append_val (finder->times, meaning->time);
  g_array_append_val (finder->references, meaning->reference);
}

static void
find_one (Finder *finder, guint index)
{
  const SaysoTimeMatch *match = &g_array_index (finder->matches, SaysoTimeMatch, index);
  SaysoTimeContext *context = &finder->context;
  SaysoSpan span = span_of (finder, match);
  const SaysoTimeDecision *decision = find_decision (finder, span);
  SaysoTimeReference forced;
  SaysoTimeMeaning meaning;
  gboolean heads, good;

  sayso_time_surroundings_visit (finder->surroundings, match);
  if (finder->surroundings->new_block)
    {
      context->dated = finder->surroundings->under_heading;
      if (finder->heading.known && finder->surroundings->new_section)
        context->then = finder->heading;
    }
  context->tense = finder->surroundings->tense;
  context->then_near = context->then.known && finder->then_block == finder->surroundings->block;
  heads = finder->surroundings->heads;
  finder->last.known = FALSE;
  if (decision != NULL && decision->anchored)
    {
      forced = forced_reference (finder, decision);
      context->forced = &forced;
    }
  good = sayso_time_resolve (&match->sense, context, &meaning);
  context->forced = NULL;
  if (!good)
    return;
  if (decision != NULL && decision->edtf != NULL)
    decide_value (decision, &meaning);
  if (decision != NULL)
    note_decision (decision, match, context, &meaning);

  add_time (finder, span, &meaning);
  finder->last = meaning.reference;
  if (!tells_when (&meaning) || match->sense.values[SAYSO_TIME_FIELD_ASIDE] == 1)
    return;
  /* "The quarter" is not one that is only expected. */
  if (meaning.reference.moment.precision == SAYSO_TIME_PRECISION_QUARTER &&
      (!context->published.known || meaning.reference.bounds.earliest <= context->published.bounds.latest))
    context->quarter = meaning.reference;
  if (!context->narrative || meaning.time.anchor != SAYSO_ANCHOR_PUBLISHED)
    {
      context->then = meaning.reference;
      finder->then_block = finder->surroundings->block;
    }
  if (heads)
    {
      finder->heading = meaning.reference;
      context->dated = TRUE;
    }
}

/* The same with rules of one's own. */
GArray *
sayso_times_find_with_grammar (const SaysoTimeGrammar *grammar, SaysoReading *reading, const SaysoMetadata *metadata,
                               const char *published, const SaysoTimeDecision *decisions, guint n_decisions,
                               GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) tokens = NULL;
  g_autoptr (GArray) matches = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, TRUE, sizeof (SaysoExtractedTime));
  g_auto (SaysoTimeSurroundings) surroundings = { 0 };
  g_autoptr (GArray) references = g_array_new (FALSE, FALSE, sizeof (SaysoTimeReference));
  Finder finder = { .reading = reading,
                    .times = times,
                    .surroundings = &surroundings,
                    .references = references,
                    .decisions = decisions,
                    .n_decisions = n_decisions };

  g_array_set_clear_func (times, (GDestroyNotify) sayso_extracted_time_clear);
  tokens = sayso_time_tokens_cut (sayso_time_grammar_get_vocabulary (grammar), sayso_text_get_utf8 (reading->text),
                                  sayso_text_get_bytes (reading->text));
  matches = sayso_time_match (grammar, tokens, reading, cancellable, error);
  if (matches == NULL)
    return NULL;

  sayso_time_surroundings_init (&surroundings, grammar, reading, tokens, metadata, published);
  finder.tokens = tokens;
  finder.matches = matches;
  sayso_time_surroundings_find_published (&surroundings, matches);
  finder.context.published = surroundings.published;
  finder.context.then.time = SAYSO_NONE;
  finder.context.narrative = is_narrative (&surroundings.published, matches);
  finder.context.order = sayso_time_surroundings_get_order (&surroundings, matches);
  for (guint i = 0; i < matches->len; i++)
    {
      SaysoTimeMatch *match = &g_array_index (matches, SaysoTimeMatch, i);

      if (i + 1 < matches->len && match[1].joined)
        share_pair (&match->sense, &match[1].sense);
      if (match->joined)
        follow (&match->sense, &finder.last);
      find_one (&finder, i);
    }

  return g_steal_pointer (&times);
}

/* What is an end of an open interval: of "[2014-01-01..2014-04-30]" the one that is wanted. */
static char *
edtf_end (const char *edtf, gboolean last)
{
  const char *dots = strstr (edtf, "..");

  if (*edtf != '[')
    return strpbrk (edtf, "/{") == NULL ? g_strdup (edtf) : NULL;
  if (dots == NULL)
    return NULL;

  return last ? g_strndup (dots + 2, strlen (dots + 2) - 1) : g_strndup (edtf + 1, dots - edtf - 1);
}

/**
 * sayso_times_get_dated:
 * @time: a time of a text
 * @bounds: (out): when that may have been what it dates
 * @edtf: (out) (nullable) (optional): the same as EDTF
 *
 * What happened "by June 2005" happened at a time that ends with June 2005, and what has been "since 2005" lasts from
 * then on: this applies @time's bound. Without one these are the time's own bounds and EDTF.
 */
void
sayso_times_get_dated (const SaysoExtractedTime *time, SaysoBounds *bounds, char **edtf)
{
  SaysoTimeBound bound = time->bound;
  g_autofree char *end = NULL, *dated = NULL;

  g_return_if_fail (time != NULL && bounds != NULL);

  *bounds = time->bounds;
  if (bound == SAYSO_TIME_BOUND_NONE || !sayso_bounds_known (bounds))
    {
      if (edtf != NULL)
        *edtf = g_strdup (time->edtf);
      return;
    }

  if (bound == SAYSO_TIME_BOUND_BEFORE && bounds->earliest != SAYSO_OPEN_PAST)
    bounds->latest = bounds->earliest - 1;
  if (bound == SAYSO_TIME_BOUND_AFTER && bounds->latest != SAYSO_OPEN_FUTURE)
    bounds->earliest = bounds->latest + 1;
  if (bound == SAYSO_TIME_BOUND_AFTER || bound == SAYSO_TIME_BOUND_SINCE)
    bounds->latest = SAYSO_OPEN_FUTURE;
  else
    bounds->earliest = SAYSO_OPEN_PAST;
  bounds->lasting = bound == SAYSO_TIME_BOUND_SINCE || bound == SAYSO_TIME_BOUND_UNTIL;

  if (edtf == NULL)
    return;
  if (time->edtf != NULL)
    end = edtf_end (time->edtf, bound != SAYSO_TIME_BOUND_SINCE && bound != SAYSO_TIME_BOUND_BEFORE);
  if (end != NULL)
    dated = bound == SAYSO_TIME_BOUND_SINCE   ? g_strdup_printf ("%s/..", end)
            : bound == SAYSO_TIME_BOUND_UNTIL ? g_strdup_printf ("../%s", end)
            : bound == SAYSO_TIME_BOUND_AFTER ? g_strdup_printf ("[%s..]", end)
                                              : g_strdup_printf ("[..%s]", end);
  *edtf = g_steal_pointer (&dated);
}

/**
 * sayso_times_get_range:
 * @first: a time of a text
 * @last: a later one
 * @lasting: whether what they date went on from the one to the other, else it was sometime between
 * @bounds: (out): when that may have been
 * @edtf: (out) (nullable): the same as EDTF: "2024-03/2024-06", or "[2024-03..2024-06]"
 *
 * Takes two times for the ends of one: "from March to June 2024", "between March and June 2024".
 */
void
sayso_times_get_range (const SaysoExtractedTime *first, const SaysoExtractedTime *last, gboolean lasting,
                       SaysoBounds *bounds, char **edtf)
{
  const char *compound = "[]{}/";

  g_return_if_fail (first != NULL && last != NULL && bounds != NULL && edtf != NULL);

  *bounds = (SaysoBounds) { first->bounds.earliest, last->bounds.latest, first->bounds.soft_start,
                            last->bounds.soft_end, lasting };
  *edtf = NULL;
  if (g_strcmp0 (first->edtf, last->edtf) == 0) /* from nine to five, of one day */
    *edtf = g_strdup (first->edtf);
  else if (first->edtf != NULL && last->edtf != NULL && strpbrk (first->edtf, compound) == NULL &&
           strpbrk (last->edtf, compound) == NULL)
    *edtf = g_strdup_printf (lasting ? "%s/%s" : "[%s..%s]", first->edtf, last->edtf);
}

/**
 * sayso_times_find:
 * @reading: a reading of an article; only its text is needed, tokens and sentences help
 * @metadata: (nullable): what the article says of itself
 * @published: (nullable): ISO 8601 date of publication, where the article names none
 * @cancellable: (nullable): to stop early
 * @error: why nothing came back
 *
 * Finds the time expressions of an article, by the rule tables in data/rules/en/times, and works out what they mean:
 * TIMEX3 (TimeML 1.2.1), EDTF (ISO 8601-2), and bounds. Takes time and memory in proportion to the text.
 *
 * Returns: (transfer full) (element-type SaysoExtractedTime) (nullable): the times in the order of the text, which do
 *   not overlap; %NULL when cancelled
 */
GArray *
sayso_times_find (SaysoReading *reading, const SaysoMetadata *metadata, const char *published,
                  GCancellable *cancellable, GError **error)
{
  return sayso_times_find_decided (reading, metadata, published, NULL, 0, cancellable, error);
}

/**
 * sayso_times_find_decided:
 * @reading: a reading of an article
 * @metadata: (nullable): what the article says of itself
 * @published: (nullable): ISO 8601 date of publication, where the article names none
 * @decisions: (array length=n_decisions) (nullable): what a person decided about its times
 * @n_decisions: how many
 * @cancellable: (nullable): to stop early
 * @error: why nothing came back
 *
 * As sayso_times_find(), with some times meaning what a person said, or counting from what a person said; all that
 * counts from those follows.
 *
 * Returns: (transfer full) (element-type SaysoExtractedTime) (nullable): the times; %NULL when cancelled
 */
GArray *
sayso_times_find_decided (SaysoReading *reading, const SaysoMetadata *metadata, const char *published,
                          const SaysoTimeDecision *decisions, guint n_decisions, GCancellable *cancellable,
                          GError **error)
{
  g_return_val_if_fail (reading != NULL, NULL);
  g_return_val_if_fail (decisions != NULL || n_decisions == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return sayso_times_find_with_grammar (sayso_time_grammar_get_default (), reading, metadata, published, decisions,
                                        n_decisions, cancellable, error);
}

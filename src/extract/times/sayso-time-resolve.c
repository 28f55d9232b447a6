/* sayso-time-resolve.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-time-resolve.h"

#include <string.h>

#include "sayso-days.h"
#include "sayso-time-resolve-private.h"

#define FIELD(name) (resolver->sense.values[SAYSO_TIME_FIELD_##name])
#define HAS(name) (FIELD (name) != SAYSO_TIME_UNSET)

static gint64
day_of (gint64 seconds)
{
  return seconds / SAYSO_SECONDS_A_DAY - (seconds % SAYSO_SECONDS_A_DAY < 0);
}

/* -- what it counts from -------------------------------------------------------------------------- */

/* Notes what is counted from; where that is not known, the time stays open. */
const SaysoTimeReference *
sayso_time_resolver_anchor (Resolver *resolver, SaysoTimeFrom from)
{
  const SaysoTimeContext *context = resolver->context;
  const SaysoTimeReference *reference;

  if (context->forced != NULL)
    reference = context->forced;
  else if (from == SAYSO_TIME_FROM_NOW || (from == SAYSO_TIME_FROM_QUARTER && !context->quarter.known))
    reference = &context->published;
  else if (from == SAYSO_TIME_FROM_QUARTER)
    reference = &context->quarter;
  else if (from == SAYSO_TIME_FROM_THEN)
    reference = context->then.known ? &context->then : &context->published;
  else
    reference =
        (context->narrative || !context->published.known) && context->then.known ? &context->then : &context->published;

  resolver->meaning->time.anchor = !reference->known               ? SAYSO_ANCHOR_OPEN
                                   : reference->time == SAYSO_NONE ? SAYSO_ANCHOR_PUBLISHED
                                                                   : SAYSO_ANCHOR_TIME;
  resolver->meaning->time.anchor_time = reference->known ? reference->time : SAYSO_NONE;

  return reference->known ? reference : NULL;
}

SaysoTimeFrom
sayso_time_resolver_get_from (const Resolver *resolver, SaysoTimeFrom otherwise)
{
  return HAS (FROM) ? (SaysoTimeFrom) FIELD (FROM) : otherwise;
}

/* -- putting it together -------------------------------------------------------------------------- */

/* "early 2015" is one of the days of its first third. */
static void
apply_mod (Resolver *resolver, const SaysoTimeMoment *moment)
{
  SaysoExtractedTime *time = &resolver->meaning->time;
  int mod = HAS (MOD) ? FIELD (MOD) : SAYSO_TIME_MOD_NONE;

  if (mod >= SAYSO_TIME_MOD_START && mod <= SAYSO_TIME_MOD_END && sayso_bounds_known (&time->bounds))
    {
      sayso_time_moment_third (moment, mod, &time->bounds.earliest, &time->bounds.latest);
      if (moment->precision < SAYSO_TIME_PRECISION_PART)
        {
          g_autofree char *interval =
              sayso_time_edtf_from_days (day_of (time->bounds.earliest), day_of (time->bounds.latest));
          char *slash = strchr (interval, '/');

          g_free (time->edtf);
          *slash = '\0';
          time->edtf = day_of (time->bounds.earliest) == day_of (time->bounds.latest)
                           ? g_strdup (interval)
                           : g_strdup_printf ("[%s..%s]", interval, slash + 1);
        }
    }
  if (HAS (APPROX) && mod == SAYSO_TIME_MOD_NONE)
    mod = SAYSO_TIME_MOD_APPROX;
  if (mod == SAYSO_TIME_MOD_APPROX)
    {
      if (time->edtf != NULL && strpbrk (time->edtf, "/[{T") == NULL)
        {
          g_autofree char *exact = time->edtf;

          time->edtf = g_strconcat (exact, "~", NULL);
        }
      if (sayso_bounds_known (&time->bounds))
        {
          gint64 days = (time->bounds.latest - time->bounds.earliest) / SAYSO_SECONDS_A_DAY + 1;

          time->bounds.soft_start = time->bounds.soft_end = MIN (days, 36500);
        }
    }
  if (mod != SAYSO_TIME_MOD_NONE)
    time->mod = g_strdup (sayso_time_constant_get_name (SAYSO_TIME_FIELD_MOD, mod));
}

/* Both readings of a date in digits: from the earlier to the later, and a set of two. */
static void
keep_both (Resolver *resolver, const SaysoTimeMoment *moment)
{
  SaysoExtractedTime *time = &resolver->meaning->time;
  SaysoTimeMoment other = *moment;
  gint64 first, last;
  g_autofree char *edtf = NULL;

  other.month = moment->day;
  other.day = moment->month;
  edtf = sayso_time_moment_to_edtf (&other);
  if (!sayso_time_moment_get_bounds (&other, &first, &last) || edtf == NULL || time->edtf == NULL)
    return;
  if (first < time->bounds.earliest)
    {
      g_autofree char *old = time->edtf;

      time->edtf = g_strdup_printf ("[%s,%s]", edtf, old);
    }
  else
    {
      g_autofree char *old = time->edtf;

      time->edtf = g_strdup_printf ("[%s,%s]", old, edtf);
    }
  time->bounds.earliest = MIN (time->bounds.earliest, first);
  time->bounds.latest = MAX (time->bounds.latest, last);
  g_free (time->value);
  time->value = moment->year_known ? g_strdup_printf ("%04d-XX-XX", moment->year) : g_strdup ("XXXX-XX-XX");
}

gboolean
sayso_time_resolver_point (Resolver *resolver)
{
  SaysoTimeMeaning *meaning = resolver->meaning;
  SaysoTimeMoment moment;
  gboolean known = TRUE;

  sayso_time_resolver_expand_year (resolver);
  /* "The 1988 quarter" is the one that is spoken of, of that year. */
  if (HAS (FROM) && FIELD (FROM) == SAYSO_TIME_FROM_QUARTER && HAS (YEAR) && !HAS (QUARTER) &&
      resolver->context->quarter.known)
    FIELD (QUARTER) = resolver->context->quarter.moment.index;
  if (!sayso_time_resolver_read_numeric (resolver) || !sayso_time_resolver_read_moment (resolver, &moment))
    return FALSE;
  if (HAS (REL))
    known = sayso_time_resolver_relative (resolver, &moment);
  else if (!moment.year_known ||
           (moment.precision >= SAYSO_TIME_PRECISION_DAY && (moment.month == 0 || moment.day == 0)))
    known = sayso_time_resolver_complete (resolver, &moment);
  if (!sayso_time_moment_is_valid (&moment))
    return FALSE;
  if (known && HAS (WITHIN) && moment.precision >= SAYSO_TIME_PRECISION_DAY)
    sayso_time_moment_init_day (&moment, sayso_days_to_day (moment.year, moment.month, moment.day),
                                sayso_time_precision_of_unit (FIELD (WITHIN)));
  /* A quarter or the like that cannot be placed, or a unit of something less exact. */
  if (!known && HAS (RELUNIT))
    {
      SaysoTimePrecision precision = sayso_time_precision_of_unit (FIELD (RELUNIT));
      g_autofree char *value = NULL;

      sayso_time_moment_init (&moment);
      moment.precision = MIN (precision, SAYSO_TIME_PRECISION_DAY);
      meaning->time.value = precision == SAYSO_TIME_PRECISION_QUARTER ? g_strdup ("XXXX-QX")
                            : precision < SAYSO_TIME_PRECISION_YEAR ||
                                    (precision > SAYSO_TIME_PRECISION_YEAR && precision < SAYSO_TIME_PRECISION_MONTH)
                                ? g_strdup ("XXXX")
                                : sayso_time_moment_to_timex (&moment);
      if (HAS (MOD))
        meaning->time.mod = g_strdup (sayso_time_constant_get_name (SAYSO_TIME_FIELD_MOD, FIELD (MOD)));
      return TRUE;
    }

  meaning->time.type = HAS (TYPE)                                      ? (SaysoTimeType) FIELD (TYPE)
                       : moment.precision >= SAYSO_TIME_PRECISION_PART ? SAYSO_TIME_TIME
                                                                       : SAYSO_TIME_DATE;
  meaning->time.value = sayso_time_moment_to_timex (&moment);
  meaning->time.edtf = sayso_time_moment_to_edtf (&moment);
  if (known && sayso_time_moment_get_bounds (&moment, &meaning->time.bounds.earliest, &meaning->time.bounds.latest))
    {
      if (resolver->ambiguous)
        keep_both (resolver, &moment);
      apply_mod (resolver, &moment);
      meaning->reference = (SaysoTimeReference) { TRUE, moment, meaning->time.bounds, -1, SAYSO_NONE };
      meaning->reference.bounds.soft_start = meaning->reference.bounds.soft_end = 0;
    }
  else
    apply_mod (resolver, &moment);

  return TRUE;
}

/* Years of more than four digits have no TIMEX3 value and are not counted. */
static gboolean
is_countable (const SaysoBounds *bounds)
{
  gint64 first = sayso_date_to_seconds (-9999, 1, 1), end = sayso_date_to_seconds (10000, 1, 1);

  return (bounds->earliest == SAYSO_OPEN_PAST || (bounds->earliest >= first && bounds->earliest < end)) &&
         (bounds->latest == SAYSO_OPEN_FUTURE || (bounds->latest >= first && bounds->latest < end)) &&
         bounds->earliest <= bounds->latest;
}

/* Frees its strings. */
void
sayso_time_meaning_clear (SaysoTimeMeaning *self)
{
  g_clear_pointer (&self->time.value, g_free);
  g_clear_pointer (&self->time.edtf, g_free);
  g_clear_pointer (&self->time.mod, g_free);
}

/**
 * sayso_time_resolve:
 * @sense: what an expression says
 * @context: where it stands
 * @meaning: (out): what it means there; its strings are the caller's
 *
 * Returns: %FALSE where there is no such time ("31 February")
 */
gboolean
sayso_time_resolve (const SaysoTimeSense *sense, const SaysoTimeContext *context, SaysoTimeMeaning *meaning)
{
  Resolver self = { *sense, context, meaning, FALSE };
  Resolver *resolver = &self;
  SaysoTimeContext by;
  gboolean good;

  *meaning = (SaysoTimeMeaning) { 0 };
  meaning->time.bounds = SAYSO_BOUNDS_UNKNOWN;
  meaning->time.anchor_time = SAYSO_NONE;
  meaning->reference.time = SAYSO_NONE;

  /* What is to be done by a day is ahead, if it is not told to have been. */
  if (HAS (BOUND) && FIELD (BOUND) == SAYSO_TIME_BOUND_BY && context->tense <= SAYSO_TIME_TENSE_PAST)
    {
      by = *context;
      by.tense = SAYSO_TIME_TENSE_FUTURE;
      self.context = context = &by;
    }
  if (HAS (PLACED) && FIELD (PLACED) == SAYSO_TIME_PLACED_AHEAD)
    {
      FIELD (PLACED) = SAYSO_TIME_UNSET;
      if (context->tense == SAYSO_TIME_TENSE_FUTURE && !context->narrative)
        {
          FIELD (SHIFT) = 1;
          FIELD (FROM) = SAYSO_TIME_FROM_NOW;
        }
    }
  if (HAS (REF))
    good = sayso_time_resolve_vague (resolver);
  else if (HAS (TYPE) && FIELD (TYPE) == SAYSO_TIME_SET)
    good = sayso_time_resolve_set (resolver);
  else if (HAS (SHIFT))
    good = sayso_time_resolve_shift (resolver);
  else if (HAS (UNIT))
    good = sayso_time_resolve_duration (resolver);
  else if (HAS (UNTIL_YEAR))
    good = sayso_time_resolve_interval (resolver);
  else
    good = sayso_time_resolver_point (resolver);
  if (good && is_countable (&meaning->time.bounds))
    {
      if (HAS (BOUND) && meaning->time.type != SAYSO_TIME_SET && meaning->time.type != SAYSO_TIME_DURATION)
        meaning->time.bound = FIELD (BOUND);
      return TRUE;
    }

  sayso_time_meaning_clear (meaning);

  return FALSE;
}

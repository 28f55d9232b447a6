/* sayso-time-sense.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-time-sense.h"

#include <string.h>

/* The names of a field's values, in the order of its enumeration; none where it takes numbers only. */
typedef struct
{
  const char *name;
  const char *const *constants;
} Field;

static const char *const types[] = { "DATE", "TIME", "DURATION", "SET", NULL };
static const char *const mods[] = { "NONE",      "START",         "MID",           "END",         "APPROX",
                                    "BEFORE",    "AFTER",         "ON_OR_BEFORE",  "ON_OR_AFTER", "LESS_THAN",
                                    "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", NULL };
static const char *const refs[] = { "PAST_REF", "PRESENT_REF", "FUTURE_REF", NULL };
static const char *const units[] = { "second", "minute",    "hour",    "day",        "night",  "weekend",
                                     "week",   "fortnight", "month",   "quarter",    "season", "half",
                                     "year",   "decade",    "century", "millennium", NULL };
static const char *const origins[] = { "either", "now", "then", "quarter", NULL };
static const char *const placings[] = { "past", "coming", "lasted", "ahead", "first", "last", NULL };
static const char *const bound_names[] = { "none", "before", "after", "by", "since", "until", NULL };
static const char *const parts[] = { "MO", "MI", "AF", "EV", "NI", "DT", NULL };
static const char *const seasons[] = { "", "SP", "SU", "FA", "WI", NULL };
static const char *const eras[] = { "CE", "BC", NULL };
static const char *const halfdays[] = { "am", "pm", NULL };
static const char *const quants[] = { "", "EVERY", "EACH", "SOME", NULL };

static const Field fields[SAYSO_TIME_N_FIELDS] = {
  [SAYSO_TIME_FIELD_TYPE] = { "type", types },
  [SAYSO_TIME_FIELD_MOD] = { "mod", mods },
  [SAYSO_TIME_FIELD_REF] = { "ref", refs },
  [SAYSO_TIME_FIELD_ERA] = { "era", eras },
  [SAYSO_TIME_FIELD_CENTURY] = { "century", NULL },
  [SAYSO_TIME_FIELD_DECADE] = { "decade", NULL },
  [SAYSO_TIME_FIELD_YEAR] = { "year", NULL },
  [SAYSO_TIME_FIELD_YEAR2] = { "year2", NULL },
  [SAYSO_TIME_FIELD_HALF] = { "half", NULL },
  [SAYSO_TIME_FIELD_THIRD] = { "third", NULL },
  [SAYSO_TIME_FIELD_QUARTER] = { "quarter", NULL },
  [SAYSO_TIME_FIELD_SEASON] = { "season", seasons },
  [SAYSO_TIME_FIELD_MONTH] = { "month", NULL },
  [SAYSO_TIME_FIELD_WEEK] = { "week", NULL },
  [SAYSO_TIME_FIELD_WEEKDAY] = { "weekday", NULL },
  [SAYSO_TIME_FIELD_WEEKEND] = { "weekend", NULL },
  [SAYSO_TIME_FIELD_NTH] = { "nth", NULL },
  [SAYSO_TIME_FIELD_DAY] = { "day", NULL },
  [SAYSO_TIME_FIELD_EASTER] = { "easter", NULL },
  [SAYSO_TIME_FIELD_PLUS] = { "plus", NULL },
  [SAYSO_TIME_FIELD_NUMERIC1] = { "numeric1", NULL },
  [SAYSO_TIME_FIELD_NUMERIC2] = { "numeric2", NULL },
  [SAYSO_TIME_FIELD_HOUR] = { "hour", NULL },
  [SAYSO_TIME_FIELD_MINUTE] = { "minute", NULL },
  [SAYSO_TIME_FIELD_SECOND] = { "second", NULL },
  [SAYSO_TIME_FIELD_HALFDAY] = { "halfday", halfdays },
  [SAYSO_TIME_FIELD_PART] = { "part", parts },
  [SAYSO_TIME_FIELD_ZONE] = { "zone", NULL },
  [SAYSO_TIME_FIELD_FISCAL] = { "fiscal", NULL },
  [SAYSO_TIME_FIELD_N] = { "n", NULL },
  [SAYSO_TIME_FIELD_HUNDREDTHS] = { "hundredths", NULL },
  [SAYSO_TIME_FIELD_NMIN] = { "nmin", NULL },
  [SAYSO_TIME_FIELD_NMAX] = { "nmax", NULL },
  [SAYSO_TIME_FIELD_UNIT] = { "unit", units },
  [SAYSO_TIME_FIELD_N2] = { "n2", NULL },
  [SAYSO_TIME_FIELD_UNIT2] = { "unit2", units },
  [SAYSO_TIME_FIELD_SHIFT] = { "shift", NULL },
  [SAYSO_TIME_FIELD_REL] = { "rel", NULL },
  [SAYSO_TIME_FIELD_RELUNIT] = { "relunit", units },
  [SAYSO_TIME_FIELD_FROM] = { "from", origins },
  [SAYSO_TIME_FIELD_PLACED] = { "placed", placings },
  [SAYSO_TIME_FIELD_BOUND] = { "bound", bound_names },
  [SAYSO_TIME_FIELD_APPROX] = { "approx", NULL },
  [SAYSO_TIME_FIELD_FREQUENCY] = { "frequency", NULL },
  [SAYSO_TIME_FIELD_QUANT] = { "quant", quants },
  [SAYSO_TIME_FIELD_UNTIL_YEAR] = { "untilyear", NULL },
  [SAYSO_TIME_FIELD_UNTIL_MONTH] = { "untilmonth", NULL },
  [SAYSO_TIME_FIELD_UNTIL_DAY] = { "untilday", NULL },
  [SAYSO_TIME_FIELD_ASIDE] = { "aside", NULL },
  [SAYSO_TIME_FIELD_WITHIN] = { "within", units },
  [SAYSO_TIME_FIELD_A] = { "a", NULL },
  [SAYSO_TIME_FIELD_B] = { "b", NULL },
  [SAYSO_TIME_FIELD_C] = { "c", NULL },
};

/* Sets every field to what says nothing. */
void
sayso_time_sense_clear (SaysoTimeSense *self)
{
  for (guint i = 0; i < SAYSO_TIME_N_FIELDS; i++)
    self->values[i] = SAYSO_TIME_UNSET;
}

/* Takes over what @other says. */
void
sayso_time_sense_merge (SaysoTimeSense *self, const SaysoTimeSense *other)
{
  for (guint i = 0; i < SAYSO_TIME_N_FIELDS; i++)
    if (other->values[i] != SAYSO_TIME_UNSET)
      self->values[i] = other->values[i];
}

static gboolean
is_named (const char *candidate, const char *name, gsize length)
{
  return strncmp (candidate, name, length) == 0 && candidate[length] == '\0';
}

/* The field that rules call so, or -1. */
int
sayso_time_field_from_name (const char *name, gsize length)
{
  for (guint i = 0; i < SAYSO_TIME_N_FIELDS; i++)
    if (is_named (fields[i].name, name, length))
      return i;

  return -1;
}

/* The value of @field that rules call so. */
gboolean
sayso_time_constant_from_name (SaysoTimeField field, const char *name, gsize length, gint32 *value)
{
  for (guint i = 0; fields[field].constants != NULL && fields[field].constants[i] != NULL; i++)
    if (is_named (fields[field].constants[i], name, length))
      {
        *value = i;
        return TRUE;
      }

  return FALSE;
}

/* The name of a value of a field that has names. */
const char *
sayso_time_constant_get_name (SaysoTimeField field, gint32 value)
{
  g_assert (fields[field].constants != NULL && value >= 0);

  return fields[field].constants[value];
}

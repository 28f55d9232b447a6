/* sayso-time-sense.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-extraction.h"

G_BEGIN_DECLS

/**
 * SaysoTimeField:
 *
 * What a time expression can say of itself: the words that rules are written with. data/rules/en/times/README.md
 * says what each means.
 */
typedef enum
{
  SAYSO_TIME_FIELD_TYPE,
  SAYSO_TIME_FIELD_MOD,
  SAYSO_TIME_FIELD_REF,
  SAYSO_TIME_FIELD_ERA,
  SAYSO_TIME_FIELD_CENTURY,
  SAYSO_TIME_FIELD_DECADE,
  SAYSO_TIME_FIELD_YEAR,
  SAYSO_TIME_FIELD_YEAR2,
  SAYSO_TIME_FIELD_HALF,
  SAYSO_TIME_FIELD_THIRD,
  SAYSO_TIME_FIELD_QUARTER,
  SAYSO_TIME_FIELD_SEASON,
  SAYSO_TIME_FIELD_MONTH,
  SAYSO_TIME_FIELD_WEEK,
  SAYSO_TIME_FIELD_WEEKDAY,
  SAYSO_TIME_FIELD_WEEKEND,
  SAYSO_TIME_FIELD_NTH,
  SAYSO_TIME_FIELD_DAY,
  SAYSO_TIME_FIELD_EASTER,
  SAYSO_TIME_FIELD_PLUS,
  SAYSO_TIME_FIELD_NUMERIC1,
  SAYSO_TIME_FIELD_NUMERIC2,
  SAYSO_TIME_FIELD_HOUR,
  SAYSO_TIME_FIELD_MINUTE,
  SAYSO_TIME_FIELD_SECOND,
  SAYSO_TIME_FIELD_HALFDAY,
  SAYSO_TIME_FIELD_PART,
  SAYSO_TIME_FIELD_ZONE,
  SAYSO_TIME_FIELD_FISCAL,
  SAYSO_TIME_FIELD_N,
  SAYSO_TIME_FIELD_HUNDREDTHS,
  SAYSO_TIME_FIELD_NMIN,
  SAYSO_TIME_FIELD_NMAX,
  SAYSO_TIME_FIELD_UNIT,
  SAYSO_TIME_FIELD_N2,
  SAYSO_TIME_FIELD_UNIT2,
  SAYSO_TIME_FIELD_SHIFT,
  SAYSO_TIME_FIELD_REL,
  SAYSO_TIME_FIELD_RELUNIT,
  SAYSO_TIME_FIELD_FROM,
  SAYSO_TIME_FIELD_PLACED,
  SAYSO_TIME_FIELD_BOUND,
  SAYSO_TIME_FIELD_APPROX,
  SAYSO_TIME_FIELD_FREQUENCY,
  SAYSO_TIME_FIELD_QUANT,
  SAYSO_TIME_FIELD_UNTIL_YEAR,
  SAYSO_TIME_FIELD_UNTIL_MONTH,
  SAYSO_TIME_FIELD_UNTIL_DAY,
  SAYSO_TIME_FIELD_ASIDE,
  SAYSO_TIME_FIELD_WITHIN,
  SAYSO_TIME_FIELD_A,
  SAYSO_TIME_FIELD_B,
  SAYSO_TIME_FIELD_C,
  SAYSO_TIME_N_FIELDS,
} SaysoTimeField;

#define SAYSO_TIME_UNSET G_MININT32
#define SAYSO_TIME_SOME (-1) /* as a count: not said how many */

/**
 * SaysoTimeSense:
 * @values: what is said of each field, or %SAYSO_TIME_UNSET
 *
 * What a time expression says, before it is known what it counts from.
 */
typedef struct
{
  gint32 values[SAYSO_TIME_N_FIELDS];
} SaysoTimeSense;

typedef enum
{
  SAYSO_TIME_MOD_NONE,
  SAYSO_TIME_MOD_START,
  SAYSO_TIME_MOD_MID,
  SAYSO_TIME_MOD_END,
  SAYSO_TIME_MOD_APPROX,
  SAYSO_TIME_MOD_BEFORE,
  SAYSO_TIME_MOD_AFTER,
  SAYSO_TIME_MOD_ON_OR_BEFORE,
  SAYSO_TIME_MOD_ON_OR_AFTER,
  SAYSO_TIME_MOD_LESS_THAN,
  SAYSO_TIME_MOD_MORE_THAN,
  SAYSO_TIME_MOD_EQUAL_OR_LESS,
  SAYSO_TIME_MOD_EQUAL_OR_MORE,
} SaysoTimeMod;

typedef enum
{
  SAYSO_TIME_UNIT_SECOND,
  SAYSO_TIME_UNIT_MINUTE,
  SAYSO_TIME_UNIT_HOUR,
  SAYSO_TIME_UNIT_DAY,
  SAYSO_TIME_UNIT_NIGHT,
  SAYSO_TIME_UNIT_WEEKEND,
  SAYSO_TIME_UNIT_WEEK,
  SAYSO_TIME_UNIT_FORTNIGHT,
  SAYSO_TIME_UNIT_MONTH,
  SAYSO_TIME_UNIT_QUARTER,
  SAYSO_TIME_UNIT_SEASON,
  SAYSO_TIME_UNIT_HALF,
  SAYSO_TIME_UNIT_YEAR,
  SAYSO_TIME_UNIT_DECADE,
  SAYSO_TIME_UNIT_CENTURY,
  SAYSO_TIME_UNIT_MILLENNIUM,
} SaysoTimeUnit;

typedef enum
{
  SAYSO_TIME_REF_PAST,
  SAYSO_TIME_REF_PRESENT,
  SAYSO_TIME_REF_FUTURE,
} SaysoTimeRef;

typedef enum
{
  SAYSO_TIME_FROM_EITHER, /* what the text was about, or when it was published */
  SAYSO_TIME_FROM_NOW,
  SAYSO_TIME_FROM_THEN,
  SAYSO_TIME_FROM_QUARTER, /* the quarter of a year that the text spoke of last, or when it was published */
} SaysoTimeFrom;

typedef enum
{
  SAYSO_TIME_PLACED_PAST,   /* a duration that ends at what it counts from */
  SAYSO_TIME_PLACED_COMING, /* begins there */
  SAYSO_TIME_PLACED_LASTED, /* "for ten years": ends there if the verb is perfect */
  SAYSO_TIME_PLACED_AHEAD,  /* "in two weeks": a time as far ahead, if the verb is future */
  SAYSO_TIME_PLACED_FIRST,  /* the first so many of what else is said */
  SAYSO_TIME_PLACED_LAST,
} SaysoTimePlaced;

typedef enum
{
  SAYSO_TIME_PART_MORNING,
  SAYSO_TIME_PART_MIDDAY,
  SAYSO_TIME_PART_AFTERNOON,
  SAYSO_TIME_PART_EVENING,
  SAYSO_TIME_PART_NIGHT,
  SAYSO_TIME_PART_DAYTIME,
} SaysoTimePart;

static inline gint32
sayso_time_sense_get (const SaysoTimeSense *self, SaysoTimeField field)
{
  return self->values[field];
}

static inline gboolean
sayso_time_sense_has (const SaysoTimeSense *self, SaysoTimeField field)
{
  return self->values[field] != SAYSO_TIME_UNSET;
}

void sayso_time_sense_clear (SaysoTimeSense *self);
void sayso_time_sense_merge (SaysoTimeSense *self, const SaysoTimeSense *other);
int sayso_time_field_from_name (const char *name, gsize length);
gboolean sayso_time_constant_from_name (SaysoTimeField field, const char *name, gsize length, gint32 *value);
const char *sayso_time_constant_get_name (SaysoTimeField field, gint32 value);

G_END_DECLS

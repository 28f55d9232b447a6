/* sayso-time-resolve.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-extraction.h"
#include "sayso-time-moment.h"

G_BEGIN_DECLS

/**
 * SaysoTimeReference:
 * @known: whether there is one
 * @moment: the place in the calendar
 * @bounds: the same in seconds, which may be wider or narrower
 * @clock: its second of the day, or -1 where that is not known
 * @time: index of the time in the text it comes from, or %SAYSO_NONE
 *
 * What a relative time may count from.
 */
typedef struct
{
  gboolean known;
  SaysoTimeMoment moment;
  SaysoBounds bounds;
  int clock;
  guint time;
} SaysoTimeReference;

typedef enum
{
  SAYSO_TIME_TENSE_UNKNOWN,
  SAYSO_TIME_TENSE_PAST,
  SAYSO_TIME_TENSE_PERFECT,
  SAYSO_TIME_TENSE_PLUPERFECT,
  SAYSO_TIME_TENSE_FUTURE,
} SaysoTimeTense;

typedef enum
{
  SAYSO_TIME_ORDER_UNKNOWN,
  SAYSO_TIME_ORDER_MONTH_FIRST,
  SAYSO_TIME_ORDER_DAY_FIRST,
} SaysoTimeOrder;

/**
 * SaysoTimeContext:
 * @published: when the text was published
 * @then: what the text was about last
 * @quarter: the quarter of a year that it spoke of last
 * @then_near: whether that was in the same block
 * @narrative: whether what can count from either counts from what the text was about
 * @dated: whether a heading dates what stands here
 * @forced: (nullable): what a person said it counts from
 * @tense: of the verb it stands with
 * @order: how dates in digits are written
 *
 * What a time expression stands in.
 */
typedef struct
{
  SaysoTimeReference published;
  SaysoTimeReference then;
  SaysoTimeReference quarter;
  gboolean then_near;
  gboolean narrative;
  gboolean dated;
  const SaysoTimeReference *forced;
  SaysoTimeTense tense;
  SaysoTimeOrder order;
} SaysoTimeContext;

/**
 * SaysoTimeMeaning:
 * @time: what comes out; its span is not set
 * @reference: what others may count from it; not known for durations and the like
 *
 * What a time expression means where it stands.
 */
typedef struct
{
  SaysoExtractedTime time;
  SaysoTimeReference reference;
} SaysoTimeMeaning;

void sayso_time_meaning_clear (SaysoTimeMeaning *self);
gboolean sayso_time_resolve (const SaysoTimeSense *sense, const SaysoTimeContext *context, SaysoTimeMeaning *meaning);

G_END_DECLS

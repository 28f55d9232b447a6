/* sayso-time-resolve-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-time-resolve.h"

G_BEGIN_DECLS

/* One expression while it is worked out; the sense is a copy that is completed on the way. */
typedef struct
{
  SaysoTimeSense sense;
  const SaysoTimeContext *context;
  SaysoTimeMeaning *meaning;
  gboolean ambiguous;
} Resolver;

const SaysoTimeReference *sayso_time_resolver_anchor (Resolver *resolver, SaysoTimeFrom from);
SaysoTimeFrom sayso_time_resolver_get_from (const Resolver *resolver, SaysoTimeFrom otherwise);
void sayso_time_resolver_expand_year (Resolver *resolver);
gboolean sayso_time_resolver_read_numeric (Resolver *resolver);
gboolean sayso_time_resolver_read_clock (Resolver *resolver, SaysoTimeMoment *moment);
gboolean sayso_time_resolver_read_moment (Resolver *resolver, SaysoTimeMoment *moment);
gint64 sayso_time_nth_weekday (int year, int month, int weekday, int nth);
gboolean sayso_time_resolver_is_moving (const Resolver *resolver);
gint64 sayso_time_resolver_moving_day (const Resolver *resolver, int year);
gboolean sayso_time_resolver_complete (Resolver *resolver, SaysoTimeMoment *moment);
gboolean sayso_time_resolver_relative (Resolver *resolver, SaysoTimeMoment *moment);
gboolean sayso_time_resolver_point (Resolver *resolver);
gboolean sayso_time_resolve_interval (Resolver *resolver);
gboolean sayso_time_resolve_vague (Resolver *resolver);
gboolean sayso_time_resolve_set (Resolver *resolver);
gboolean sayso_time_resolve_shift (Resolver *resolver);
gboolean sayso_time_resolve_duration (Resolver *resolver);

G_END_DECLS

/* sayso-begins.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-connection.h"
#include "sayso-filter.h"

G_BEGIN_DECLS

/**
 * SaysoBegin:
 * @id: an event
 * @at: where it begins, else ends; %SAYSO_OPEN_FUTURE where it has no date
 * @latest: where it ends
 * @lane: index of the key of its lane
 * @lasts: whether it has two ends that differ, so that it may reach into a stretch of time
 *
 * All that is counted of an event.
 */
typedef struct
{
  gint64 id;
  gint64 at;
  gint64 latest;
  guint lane;
  gboolean lasts;
} SaysoBegin;

/**
 * SaysoBegins:
 *
 * What was read for the last filters, so that who zooms and pans does not read it again. May be used on any thread.
 */
typedef struct _SaysoBegins SaysoBegins;

SaysoBegins *sayso_begins_new (void);
void sayso_begins_free (SaysoBegins *self);
/* (element-type SaysoBegin): the events that pass, by where they begin; and the keys of their lanes. */
GArray *sayso_begins_get (SaysoBegins *self, SaysoConnection *db, const SaysoFilter *filter, const char *lanes,
                          GPtrArray **keys);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoBegins, sayso_begins_free)

G_END_DECLS

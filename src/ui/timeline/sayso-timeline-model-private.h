/* sayso-timeline-model-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-timeline-model.h"

G_BEGIN_DECLS

struct _SaysoTimelineModel
{
  GObject parent_instance;

  SaysoSession *session;
  SaysoViewport *viewport;
  SaysoTimelineData *data;
  SaysoLanes lanes;
  SaysoBounds brush;

  gboolean loading;
  gboolean known;             /* since the last question, nothing has changed but the view */
  gboolean stale;             /* whether to ask again after this answer */
  guint generation;           /* of the session; answers for an older one are dropped */
  SaysoFilter *loaded_filter; /* what the data passed, without the range */
  SaysoBounds applied;        /* the filter's range, as last seen */
  gboolean placed;            /* whether the view was put where the events are */
  double placed_at;           /* its middle then, in seconds */
  double placed_scale;
  double wanted_at;    /* where the reader left it, to go there with the next events */
  double wanted_scale; /* or 0 */
};

G_END_DECLS

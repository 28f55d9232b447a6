/* sayso-timeline-model.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-session.h"
#include "sayso-timeline-data.h"
#include "sayso-viewport.h"

G_BEGIN_DECLS

/**
 * SaysoTimelineModel:
 *
 * What the parts of a timeline share: the viewport over time, the events that are shown, and the brushed range.
 * It asks the casebook on a worker thread, and again when casebook or filter change.
 *
 * Signals: `session-changed`; `data-changed`: there are other events; `brush-changed`: another range is brushed, or
 * none; `brushed`: the hand that brushed has let go.
 */
#define SAYSO_TYPE_TIMELINE_MODEL (sayso_timeline_model_get_type ())
G_DECLARE_FINAL_TYPE (SaysoTimelineModel, sayso_timeline_model, SAYSO, TIMELINE_MODEL, GObject)

SaysoTimelineModel *sayso_timeline_model_new (void);
void sayso_timeline_model_set_session (SaysoTimelineModel *self, SaysoSession *session);
SaysoSession *sayso_timeline_model_get_session (SaysoTimelineModel *self);
void sayso_timeline_model_set_width (SaysoTimelineModel *self, double width);
SaysoViewport *sayso_timeline_model_get_viewport (SaysoTimelineModel *self);
void sayso_timeline_model_set_data (SaysoTimelineModel *self, SaysoTimelineData *data);
SaysoTimelineData *sayso_timeline_model_get_data (SaysoTimelineModel *self);
void sayso_timeline_model_set_lanes (SaysoTimelineModel *self, SaysoLanes lanes);

gint64 sayso_timeline_model_get_selected (SaysoTimelineModel *self);
void sayso_timeline_model_show (SaysoTimelineModel *self, const SaysoTimelineEvent *event, gboolean always);
void sayso_timeline_model_find (SaysoTimelineModel *self, gint64 event);
void sayso_timeline_model_show_range (SaysoTimelineModel *self, double from, double to);
void sayso_timeline_model_fit (SaysoTimelineModel *self);
gboolean sayso_timeline_model_get_place (SaysoTimelineModel *self, double *middle, double *scale);
void sayso_timeline_model_set_place (SaysoTimelineModel *self, double middle, double scale);

gboolean sayso_timeline_model_get_brush (SaysoTimelineModel *self, SaysoBounds *range);
void sayso_timeline_model_set_brush (SaysoTimelineModel *self, double from, double to);
void sayso_timeline_model_finish_brush (SaysoTimelineModel *self);
void sayso_timeline_model_clear_brush (SaysoTimelineModel *self);
void sayso_timeline_model_apply_brush (SaysoTimelineModel *self);
gboolean sayso_timeline_model_is_filtered (SaysoTimelineModel *self);

G_END_DECLS

/* sayso-sourcing-meter.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Size of the meter, in pixels. */
#define SAYSO_SOURCING_METER_WIDTH 22
#define SAYSO_SOURCING_METER_HEIGHT 14

/**
 * SaysoSourcingMeter:
 *
 * How well a claim is sourced: four rising bars, `level` (0 to 4) of them filled. Its words (see
 * sayso_sourcing_words()) are its accessible name and its tooltip; the widget beside it should say them as well.
 */
#define SAYSO_TYPE_SOURCING_METER (sayso_sourcing_meter_get_type ())
G_DECLARE_FINAL_TYPE (SaysoSourcingMeter, sayso_sourcing_meter, SAYSO, SOURCING_METER, GtkWidget)

GtkWidget *sayso_sourcing_meter_new (guint level);
guint sayso_sourcing_meter_get_level (SaysoSourcingMeter *self);
void sayso_sourcing_meter_set_level (SaysoSourcingMeter *self, guint level);
void sayso_sourcing_meter_snapshot (GtkSnapshot *snapshot, guint level, const GdkRGBA *color, float x, float y);

G_END_DECLS

/* sayso-timeline-draw.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sayso-timeline-layout.h"

G_BEGIN_DECLS

#define SAYSO_TIMELINE_SHORT 48 /* pixels: dashed marks that are narrower have shorter dashes */

/* The colours of one frame, and the size of its text. */
typedef struct
{
  GdkRGBA foreground;
  GdkRGBA secondary;
  GdkRGBA event;
  GdkRGBA claim;
  GdkRGBA actor;
  GdkRGBA view;
  GdkRGBA accent;
  gboolean contrast;
  float text; /* how much larger text is than it was designed for; at least 1 */
} SaysoTimelineStyle;

double sayso_timeline_text_scale (GtkWidget *widget);

void sayso_timeline_style_read (SaysoTimelineStyle *style, GtkWidget *widget);

/* A colour at part of its strength. */
static inline GdkRGBA
sayso_timeline_fade (GdkRGBA color, double part)
{
  color.alpha *= part;

  return color;
}

/* A colour laid over an opaque one: one fill in place of two. */
static inline GdkRGBA
sayso_timeline_blend (GdkRGBA over, GdkRGBA under)
{
  float part = over.alpha;

  return (GdkRGBA) { over.red * part + under.red * (1 - part), over.green * part + under.green * (1 - part),
                     over.blue * part + under.blue * (1 - part), 1 };
}

void sayso_timeline_draw_mark (GtkSnapshot *snapshot, const SaysoTimelineStyle *style, const SaysoTimelineEvent *event,
                               SaysoShape shape, double x0, double x1, double y, double scale);
void sayso_timeline_draw_glyph (GtkSnapshot *snapshot, SaysoEventKind kind, double x, double y, const GdkRGBA *fill,
                                const GdkRGBA *stroke, double width, gboolean dashed);
void sayso_timeline_draw_chevron (GtkSnapshot *snapshot, double x, double y, gboolean forward, const GdkRGBA *color);
void sayso_timeline_draw_tick (GtkSnapshot *snapshot, double x, double y, const GdkRGBA *color);
GdkTexture *sayso_timeline_make_texture (GtkWidget *widget, GtkSnapshot *snapshot, const graphene_rect_t *area);
GdkRGBA sayso_timeline_hue (const SaysoTimelineStyle *style, const SaysoTimelineEvent *event);
char *sayso_timeline_name (const SaysoTimelineEvent *event);
char *sayso_timeline_describe (const SaysoTimelineEvent *event);

G_END_DECLS

/* sayso-mark-painter.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-paragraph.h"

G_BEGIN_DECLS

/**
 * SaysoMarkLook:
 * @metrics: the text's measures
 * @colors: a colour for each of the four kinds, in the order they are drawn
 * @event_tint: ground of an event
 * @claim_wash: ground of a claim's content
 * @foreground: ticks
 * @secondary: what was rejected
 * @view: ground of the text
 * @accent: the selection
 * @selection: ground of what is selected
 * @dark: whether the ground is dark
 * @high_contrast: whether lines are bolder and grounds left out
 * @rejected: whether what was rejected is shown
 * @selected_kind: kind of the selected item
 * @selected_id: the selected item
 *
 * What decides how marks are drawn, apart from where they are.
 */
typedef struct
{
  SaysoTextMetrics metrics;
  GdkRGBA colors[SAYSO_N_PAINTS];
  GdkRGBA event_tint;
  GdkRGBA claim_wash;
  GdkRGBA foreground;
  GdkRGBA secondary;
  GdkRGBA view;
  GdkRGBA accent;
  GdkRGBA selection;
  gboolean dark;
  gboolean high_contrast;
  gboolean rejected;
  SaysoItemKind selected_kind;
  gint64 selected_id;
} SaysoMarkLook;

void sayso_mark_look_load (SaysoMarkLook *self, GtkWidget *widget);
void sayso_mark_look_load_paper (SaysoMarkLook *self);
SaysoPaint sayso_paint_of (SaysoItemKind kind);
void sayso_paint_paragraph (SaysoParagraph *paragraph, const SaysoMarkIndex *marks, const SaysoMarkLook *look,
                            SaysoPaint paint);

/* One mark of a kind, for a legend. */
void sayso_paint_sample (GtkSnapshot *snapshot, const SaysoMarkLook *look, SaysoItemKind kind,
                         const SaysoSegment *segment, const SaysoGutterLine *line);

G_END_DECLS

/* sayso-colors.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SaysoColor:
 * @SAYSO_COLOR_FOREGROUND: text
 * @SAYSO_COLOR_SECONDARY: text of less weight, still readable
 * @SAYSO_COLOR_TIME: hue of times; under high contrast the foreground, as all hues
 * @SAYSO_COLOR_ACTOR: hue of actors
 * @SAYSO_COLOR_EVENT: hue of events
 * @SAYSO_COLOR_CLAIM: hue of claims
 * @SAYSO_COLOR_EDGE: lines between actors
 * @SAYSO_COLOR_EVENT_TINT: ground of an event's chip in text; transparent under high contrast, as all tints
 * @SAYSO_COLOR_CLAIM_WASH: ground of a claim's content in text
 * @SAYSO_COLOR_VIEW: ground of the article, the timeline and the graph
 * @SAYSO_COLOR_LINE: a separator on that ground
 * @SAYSO_COLOR_FOUND: ground of what is looked for in a text
 * @SAYSO_COLOR_FOUND_NOW: ground of the one of these that the reader is at
 * @SAYSO_COLOR_ON_FOUND_NOW: text on that ground
 * @SAYSO_COLOR_ACCENT: the reader's accent as a line or a ring; means selection only
 *
 * The colours of what Sayso draws itself. Style sheets know them as `@sayso_time` and so on.
 */
typedef enum
{
  SAYSO_COLOR_FOREGROUND,
  SAYSO_COLOR_SECONDARY,
  SAYSO_COLOR_TIME,
  SAYSO_COLOR_ACTOR,
  SAYSO_COLOR_EVENT,
  SAYSO_COLOR_CLAIM,
  SAYSO_COLOR_EDGE,
  SAYSO_COLOR_EVENT_TINT,
  SAYSO_COLOR_CLAIM_WASH,
  SAYSO_COLOR_VIEW,
  SAYSO_COLOR_LINE,
  SAYSO_COLOR_FOUND,
  SAYSO_COLOR_FOUND_NOW,
  SAYSO_COLOR_ON_FOUND_NOW,
  SAYSO_COLOR_ACCENT,
} SaysoColor;

void sayso_color_get (GtkWidget *widget, SaysoColor token, GdkRGBA *color);
void sayso_color_on_paper (SaysoColor token, GdkRGBA *color);
void sayso_colors_install (GdkDisplay *display);

G_END_DECLS

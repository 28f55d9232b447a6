/* sayso-gutter.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SaysoGutterLine:
 * @top: upper edge of a line of the text
 * @bottom: its lower edge
 */
typedef struct
{
  float top;
  float bottom;
} SaysoGutterLine;

/**
 * SaysoGutterBracket:
 * @id: the claim
 * @level: its sourcing meter
 * @depth: how deep it is nested
 * @first: first line beside which it stands
 * @last: last line
 * @begins: whether the claim begins here, so that the bracket has an upper hook and a meter
 * @ends: whether it ends here
 * @lane: where it stands: 0 is farthest from the text
 * @top: upper edge of the bracket
 * @bottom: lower edge
 * @meter: upper edge of the meter; negative where there is no room for it
 *
 * A claim's bracket beside the lines of one paragraph. The fields from @lane on are what sayso_gutter_layout() gives.
 */
typedef struct
{
  gint64 id;
  guint level;
  guint depth;
  guint first;
  guint last;
  gboolean begins;
  gboolean ends;
  guint lane;
  float top;
  float bottom;
  float meter;
} SaysoGutterBracket;

#define SAYSO_GUTTER_LANES 2

void sayso_gutter_layout (SaysoGutterBracket *brackets, guint n_brackets, const SaysoGutterLine *lines, guint n_lines,
                          float meter_height);

G_END_DECLS

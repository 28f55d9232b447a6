/* sayso-marked-line.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SaysoMarkedLine:
 *
 * A sentence with the marks of the article pane, to show what they look like; no casebook stands behind it.
 * Property: `markup`: the sentence, its parts in `<claim>`, `<event>`, `<time>`, `<source>`, `<cue>` and
 * `<actor>` elements.
 */
#define SAYSO_TYPE_MARKED_LINE (sayso_marked_line_get_type ())
G_DECLARE_FINAL_TYPE (SaysoMarkedLine, sayso_marked_line, SAYSO, MARKED_LINE, GtkWidget)

G_END_DECLS

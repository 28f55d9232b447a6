/* sayso-time-editor.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sayso-item.h"

G_BEGIN_DECLS

/**
 * SaysoTimeEditor:
 *
 * A popover in which the reader changes a time of the text: when it was, or what it counts from. What is chosen goes to
 * the action `inspector.redate`.
 */
#define SAYSO_TYPE_TIME_EDITOR (sayso_time_editor_get_type ())
G_DECLARE_FINAL_TYPE (SaysoTimeEditor, sayso_time_editor, SAYSO, TIME_EDITOR, GtkPopover)

GtkWidget *sayso_time_editor_new (SaysoTime *time, SaysoArticle *article, GPtrArray *before);

G_END_DECLS

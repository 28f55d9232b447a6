/* sayso-export-drag.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdk/gdk.h>

#include "sayso-export.h"

G_BEGIN_DECLS

/**
 * SaysoExportDrag:
 *
 * An export that is dragged out of the window. Its file is only written once the other side asks for it, on a thread,
 * and once however often it asks.
 */
#define SAYSO_TYPE_EXPORT_DRAG (sayso_export_drag_get_type ())
G_DECLARE_FINAL_TYPE (SaysoExportDrag, sayso_export_drag, SAYSO, EXPORT_DRAG, GdkContentProvider)

GdkContentProvider *sayso_export_drag_new (SaysoExport *export, const SaysoExportFormat *format, const char *name);
SaysoExport *sayso_export_drag_get_export (SaysoExportDrag *self);

G_END_DECLS

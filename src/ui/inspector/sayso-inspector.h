/* sayso-inspector.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-session.h"

G_BEGIN_DECLS

#define SAYSO_TYPE_INSPECTOR (sayso_inspector_get_type ())
G_DECLARE_FINAL_TYPE (SaysoInspector, sayso_inspector, SAYSO, INSPECTOR, AdwBin)

GtkWidget *sayso_inspector_new (void);

G_END_DECLS

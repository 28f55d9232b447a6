/* sayso-export-json.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "sayso-casebook.h"

G_BEGIN_DECLS

gboolean sayso_export_json (SaysoCasebook *casebook, GOutputStream *stream, GCancellable *cancellable, GError **error);
void sayso_export_build_item (SaysoItem *item, JsonBuilder *builder);

G_END_DECLS

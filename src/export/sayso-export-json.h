/* sayso-export-json.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "sayso-item.h"

G_BEGIN_DECLS

void sayso_export_build_item (SaysoItem *item, JsonBuilder *builder);

G_END_DECLS

/* sayso-extraction-json.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "sayso-document.h"
#include "sayso-extraction.h"

G_BEGIN_DECLS

void sayso_extraction_build_json (SaysoExtraction *self, JsonBuilder *builder);

G_END_DECLS

/* sayso-markdown.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-document.h"

G_BEGIN_DECLS

GString *sayso_markdown_import (const char *utf8, gsize length, SaysoMetadata *metadata);

G_END_DECLS

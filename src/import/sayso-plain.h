/* sayso-plain.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-document.h"

G_BEGIN_DECLS

GString *sayso_plain_import (const char *utf8, gsize length, SaysoMetadata *metadata);
gboolean sayso_plain_is_credit (const char *line);
char *sayso_plain_find_published (const char *text);

G_END_DECLS

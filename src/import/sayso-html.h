/* sayso-html.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-document.h"

G_BEGIN_DECLS

char *sayso_html_find_charset (GBytes *bytes);
GString *sayso_html_import (const char *utf8, gsize length, const char *name, SaysoMetadata *metadata,
                            GCancellable *cancellable, GError **error);

GString *sayso_html_read_whole (const char *utf8, gsize length, const char *name, GCancellable *cancellable,
                                GError **error);

G_END_DECLS

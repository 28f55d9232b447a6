/* sayso-warc.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-document.h"

G_BEGIN_DECLS

gboolean sayso_warc_import (GBytes *bytes, const char *location, const char *name, GPtrArray *documents,
                            GCancellable *cancellable, GError **error);

G_END_DECLS

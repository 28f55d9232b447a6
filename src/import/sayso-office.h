/* sayso-office.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-document.h"

G_BEGIN_DECLS

GString *sayso_office_import (GBytes *bytes, const char *name, const char **media_type, SaysoMetadata *metadata,
                              GCancellable *cancellable, GError **error);

G_END_DECLS

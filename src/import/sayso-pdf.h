/* sayso-pdf.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-document.h"

G_BEGIN_DECLS

GString *sayso_pdf_import (GBytes *bytes, const char *name, SaysoMetadata *metadata, char **pages,
                           GCancellable *cancellable, GError **error);

G_END_DECLS

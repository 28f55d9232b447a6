/* sayso-rtf.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-document.h"

G_BEGIN_DECLS

GString *sayso_rtf_import (GBytes *bytes, SaysoMetadata *metadata);

G_END_DECLS

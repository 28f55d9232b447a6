/* sayso-relations.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-extractor-private.h"

void
sayso_extractor_find_relations (SaysoExtractor *self)
{
}

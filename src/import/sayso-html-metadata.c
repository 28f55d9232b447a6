/* sayso-html-metadata.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-html-private.h"

void
sayso_html_read_metadata (xmlNode *root, SaysoMetadata *metadata)
{
}

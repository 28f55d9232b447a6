/* sayso-attributor.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-reader-private.h"

void
sayso_reader_find_attributions (SaysoReading *reading)
{
}

/* sayso-calendar.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sayso_calendar_parse (const char *words, gsize *used);
gboolean sayso_calendar_is_iso (const char *date);

G_END_DECLS

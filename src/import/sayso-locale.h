/* sayso-locale.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void sayso_locale_set_up (void);
char *sayso_isolate (const char *text);
char *sayso_join (const char *first, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS

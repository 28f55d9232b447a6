/* sayso-saved-page.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sayso_saved_page_owns (const char *page, const char *folder);

G_END_DECLS

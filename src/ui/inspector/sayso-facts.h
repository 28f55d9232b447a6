/* sayso-facts.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sayso-inspection.h"

G_BEGIN_DECLS

GPtrArray *sayso_facts_of (const SaysoInspection *inspection);
GPtrArray *sayso_facts_of_profile (const SaysoProfile *profile);
const char *sayso_facts_role_words (const char *role);

G_END_DECLS

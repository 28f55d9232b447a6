/* sayso-preferences.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SAYSO_TYPE_PREFERENCES (sayso_preferences_get_type ())
G_DECLARE_FINAL_TYPE (SaysoPreferences, sayso_preferences, SAYSO, PREFERENCES, AdwPreferencesDialog)

AdwDialog *sayso_preferences_new (void);

G_END_DECLS

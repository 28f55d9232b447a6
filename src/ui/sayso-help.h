/* sayso-help.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SaysoHelp:
 *
 * What a reader has to know, in a dialog: first steps, and a page for each view.
 */
#define SAYSO_TYPE_HELP (sayso_help_get_type ())
G_DECLARE_FINAL_TYPE (SaysoHelp, sayso_help, SAYSO, HELP, AdwDialog)

AdwDialog *sayso_help_new (const char *page);

G_END_DECLS

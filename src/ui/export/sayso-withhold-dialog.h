/* sayso-withhold-dialog.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sayso-session.h"

G_BEGIN_DECLS

/**
 * SaysoWithholdDialog:
 *
 * Lets a reader choose which actors and articles exports leave out, or call by a pseudonym. The choice is the
 * session's, so it is kept from one export to the next.
 */
#define SAYSO_TYPE_WITHHOLD_DIALOG (sayso_withhold_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SaysoWithholdDialog, sayso_withhold_dialog, SAYSO, WITHHOLD_DIALOG, AdwDialog)

AdwDialog *sayso_withhold_dialog_new (SaysoSession *session);

G_END_DECLS

/* sayso-export-dialog.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sayso-export.h"
#include "sayso-session.h"

G_BEGIN_DECLS

/**
 * SaysoExportDialog:
 *
 * Lists the formats that a casebook can be exported in, and those of the dossier where a claim is selected. A format
 * that is chosen is saved by the window's "win.export"; one that is dragged out is written where it is dropped.
 */
#define SAYSO_TYPE_EXPORT_DIALOG (sayso_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SaysoExportDialog, sayso_export_dialog, SAYSO, EXPORT_DIALOG, AdwDialog)

AdwDialog *sayso_export_dialog_new (SaysoSession *session);
SaysoExport *sayso_export_dialog_make_export (SaysoSession *session, const SaysoExportFormat *format);

G_END_DECLS

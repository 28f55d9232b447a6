/* sayso-import-report.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SaysoImportReport:
 *
 * Names each file that could not be added, and says why.
 */
#define SAYSO_TYPE_IMPORT_REPORT (sayso_import_report_get_type ())
G_DECLARE_FINAL_TYPE (SaysoImportReport, sayso_import_report, SAYSO, IMPORT_REPORT, AdwDialog)

AdwDialog *sayso_import_report_new (GPtrArray *failures);

G_END_DECLS

/* sayso-remarks-box.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-annotate-form.h"
#include "sayso-remarks.h"

G_BEGIN_DECLS

/**
 * SaysoRemarksBox:
 *
 * The tags and the notes a person wrote beside an item, each to be taken away, notes to be reworded, and buttons that
 * add one.
 */
#define SAYSO_TYPE_REMARKS_BOX (sayso_remarks_box_get_type ())
G_DECLARE_FINAL_TYPE (SaysoRemarksBox, sayso_remarks_box, SAYSO, REMARKS_BOX, AdwBin)

GtkWidget *sayso_remarks_box_new (SaysoSession *session, SaysoItem *item, GArray *remarks, SaysoAnnotateForm *form);

G_END_DECLS

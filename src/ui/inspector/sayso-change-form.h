/* sayso-change-form.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-inspection.h"
#include "sayso-session.h"

G_BEGIN_DECLS

/**
 * SaysoChangeForm:
 *
 * Where a person corrects an actor, an event or a claim: its title, when it was, how it is told. Says what a date means
 * while it is typed. What is saved is one step to undo.
 */
#define SAYSO_TYPE_CHANGE_FORM (sayso_change_form_get_type ())
G_DECLARE_FINAL_TYPE (SaysoChangeForm, sayso_change_form, SAYSO, CHANGE_FORM, GtkPopover)

GtkWidget *sayso_change_form_new (SaysoSession *session, const SaysoInspection *inspection);

G_END_DECLS

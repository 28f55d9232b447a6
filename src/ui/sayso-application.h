/* sayso-application.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sayso-item.h"

G_BEGIN_DECLS

#define SAYSO_TYPE_APPLICATION (sayso_application_get_type ())
G_DECLARE_FINAL_TYPE (SaysoApplication, sayso_application, SAYSO, APPLICATION, AdwApplication)

GApplication *sayso_application_new (void);
void sayso_application_open_casebook (SaysoApplication *self, GFile *file);
void sayso_application_remember_windows (SaysoApplication *self, GtkWindow *closing);
void sayso_application_open_item (SaysoApplication *self, GFile *file, SaysoItemKind kind, gint64 id, gint64 article);

G_END_DECLS

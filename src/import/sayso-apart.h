/* sayso-apart.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean sayso_apart_is_possible (void);
GPtrArray *sayso_apart_import (GBytes *bytes, const char *location, const char *media_type, const char *name,
                               GCancellable *cancellable, GError **error);
void sayso_apart_stop (void);
gboolean sayso_apart_send (GSocket *socket, GVariant *message, GCancellable *cancellable, GError **error);
GVariant *sayso_apart_receive (GSocket *socket, const char *type, gint64 deadline, GCancellable *cancellable,
                               GError **error);
GVariant *sayso_apart_pack (GPtrArray *documents, GBytes *bytes, const char *location, const GError *error);

#define SAYSO_APART_REQUEST "(ssay)"
#define SAYSO_APART_ANSWER "(isaa{sv})"
#define SAYSO_APART_FD 3

G_END_DECLS

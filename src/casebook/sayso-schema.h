/* sayso-schema.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-connection.h"

G_BEGIN_DECLS

/* The newest schema; sql/schema-N.sql leads from N - 1 to N. */
#define SAYSO_SCHEMA_VERSION 16

gboolean sayso_schema_inspect (const char *path, SaysoCasebookMode mode, SaysoAccess *access, GError **error);
gboolean sayso_schema_bring_up (SaysoConnection *connection, SaysoAccess access, GError **error);

G_END_DECLS

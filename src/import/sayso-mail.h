/* sayso-mail.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-document.h"

G_BEGIN_DECLS

SaysoDocument *sayso_mail_import (GBytes *bytes, const char *location, const char *name, GCancellable *cancellable,
                                  GError **error);
gboolean sayso_mail_import_box (GBytes *bytes, const char *location, const char *name, GPtrArray *documents,
                                GCancellable *cancellable, GError **error);
GString *sayso_mail_import_page (GBytes *bytes, const char *name, SaysoMetadata *metadata, char **fetched,
                                 GCancellable *cancellable, GError **error);
gboolean sayso_mail_is_page (GBytes *bytes);
char *sayso_mail_parse_date (const char *value);

G_END_DECLS

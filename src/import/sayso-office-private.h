/* sayso-office-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libxml/tree.h>

#include "sayso-document.h"

G_BEGIN_DECLS

xmlDoc *sayso_office_parse (GHashTable *entries, const char *path);
gboolean sayso_office_is (const xmlNode *node, const char *name_space, const char *name);
char *sayso_office_attribute (const xmlNode *node, const char *name);
void sayso_office_read_properties (GHashTable *entries, const char *path, SaysoMetadata *metadata);
char *sayso_office_content (const xmlNode *node);

GString *sayso_docx_read (GHashTable *entries, SaysoMetadata *metadata);
GString *sayso_odt_read (GHashTable *entries, SaysoMetadata *metadata);
GString *sayso_epub_read (GHashTable *entries, const char *name, SaysoMetadata *metadata, GCancellable *cancellable,
                          GError **error);

G_END_DECLS

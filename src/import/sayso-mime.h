/* sayso-mime.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SaysoMimePart:
 * @type: its media type in small letters, without parameters
 * @charset: (nullable): the encoding it is said to be in
 * @file_name: (nullable): what it would be called as a file
 * @location: (nullable): the address it was loaded from (Content-Location)
 * @id: (nullable): what other parts call it (Content-ID)
 * @attached: whether it is sent along, not shown
 * @content: (nullable): its content, decoded; %NULL where it has parts
 * @parts: (nullable) (element-type SaysoMimePart): its parts
 * @headers: (element-type utf8 utf8): its header fields, decoded, by their names in small letters
 *
 * A message or a part of one (RFC 2045).
 */
typedef struct
{
  char *type;
  char *charset;
  char *file_name;
  char *location;
  char *id;
  gboolean attached;
  GBytes *content;
  GPtrArray *parts;
  GHashTable *headers;
} SaysoMimePart;

SaysoMimePart *sayso_mime_parse (const char *data, gsize size);
void sayso_mime_part_free (SaysoMimePart *self);
const char *sayso_mime_part_header (const SaysoMimePart *self, const char *name);
gboolean sayso_mime_looks_like (const char *data, gsize size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoMimePart, sayso_mime_part_free)

G_END_DECLS

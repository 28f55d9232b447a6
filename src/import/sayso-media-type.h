/* sayso-media-type.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SaysoMediaType:
 * @SAYSO_MEDIA_TEXT: imported as plain text
 * @SAYSO_MEDIA_HTML: imported as a web page
 *
 * The kinds of file that are imported; every other kind is known only to be refused by name.
 */
typedef enum
{
  SAYSO_MEDIA_TEXT,
  SAYSO_MEDIA_HTML,
} SaysoMediaType;

gboolean sayso_media_type_choose (GBytes *bytes, const char *location, const char *name, const char *media_type,
                                  SaysoMediaType *choice, GError **error);
char *sayso_media_type_get_charset (const char *media_type);

G_END_DECLS

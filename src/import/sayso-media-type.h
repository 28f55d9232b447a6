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
 * @SAYSO_MEDIA_TEXT: plain text
 * @SAYSO_MEDIA_MARKDOWN: text in Markdown
 * @SAYSO_MEDIA_HTML: a web page
 * @SAYSO_MEDIA_MHTML: a web page saved with what belongs to it
 * @SAYSO_MEDIA_WARC: a web archive
 * @SAYSO_MEDIA_MAIL: a message
 * @SAYSO_MEDIA_MAILBOX: many messages
 * @SAYSO_MEDIA_PDF: a PDF document
 * @SAYSO_MEDIA_OFFICE: a ZIP archive, as Word and OpenDocument texts and e-books are
 * @SAYSO_MEDIA_RTF: an RTF document
 *
 * The kinds of file that are imported; every other kind is known only to be refused by name.
 */
typedef enum
{
  SAYSO_MEDIA_TEXT,
  SAYSO_MEDIA_MARKDOWN,
  SAYSO_MEDIA_HTML,
  SAYSO_MEDIA_MHTML,
  SAYSO_MEDIA_WARC,
  SAYSO_MEDIA_MAIL,
  SAYSO_MEDIA_MAILBOX,
  SAYSO_MEDIA_PDF,
  SAYSO_MEDIA_OFFICE,
  SAYSO_MEDIA_RTF,
} SaysoMediaType;

gboolean sayso_media_type_choose (GBytes *bytes, const char *location, const char *name, const char *media_type,
                                  SaysoMediaType *choice, GError **error);
char *sayso_media_type_get_charset (const char *media_type);

G_END_DECLS

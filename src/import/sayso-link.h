/* sayso-link.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-document.h"

G_BEGIN_DECLS

/**
 * SaysoLinkFlags:
 * @SAYSO_LINK_NONE: nothing of the following
 * @SAYSO_LINK_ALLOW_LOCAL: also from this machine and the local network
 *
 * From where a link may be fetched.
 */
typedef enum
{
  SAYSO_LINK_NONE = 0,
  SAYSO_LINK_ALLOW_LOCAL = 1 << 0,
} SaysoLinkFlags;

/**
 * SaysoLinkLimits:
 * @seconds: for all of it
 * @silence: without a byte, in seconds
 * @bytes: of the answer, unpacked
 * @redirects: from one address to the next
 *
 * When fetching is given up.
 */
typedef struct
{
  guint seconds;
  guint silence;
  gsize bytes;
  guint redirects;
} SaysoLinkLimits;

gboolean sayso_link_is_link (const char *address);
gboolean sayso_link_is_local (GInetAddress *address);
GPtrArray *sayso_link_import (const char *address, SaysoLinkFlags flags, const SaysoLinkLimits *limits,
                              GCancellable *cancellable, GError **error);

G_END_DECLS

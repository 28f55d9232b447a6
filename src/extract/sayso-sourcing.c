/* sayso-sourcing.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-sourcing.h"

#include <glib/gi18n-lib.h>

/**
 * sayso_sourcing_level:
 * @kind: what kind of source it is
 * @several: whether it is more than one person
 *
 * How well one link of a chain is sourced, on the meter's scale of 0 (no source given) to 4 (a document).
 * The weakest link of a chain decides for the whole; an author or outlet that only passes a source's words on
 * is no link in that sense, so it counts only where the chain ends with it.
 *
 * Returns: 0 to 4
 */
guint
sayso_sourcing_level (SaysoSourceKind kind, gboolean several)
{
  switch (kind)
    {
    case SAYSO_SOURCE_ANONYMOUS:
      return several ? 2 : 1;
    case SAYSO_SOURCE_NAMED:
    case SAYSO_SOURCE_AUTHOR:
      return 3;
    case SAYSO_SOURCE_DOCUMENT:
      return 4;
    case SAYSO_SOURCE_OUTLET:
    case SAYSO_SOURCE_UNKNOWN:
    default:
      return 0;
    }
}

/**
 * sayso_sourcing_words:
 * @level: 0 to 4
 *
 * Returns: (transfer none): what the meter shows, in words
 */
const char *
sayso_sourcing_words (guint level)
{
  static const char *words[] = {
    N_ ("No source given"), N_ ("Anonymous, one"), N_ ("Anonymous, several"), N_ ("Named"), N_ ("Document"),
  };

  g_return_val_if_fail (level < G_N_ELEMENTS (words), NULL);

  return g_dgettext (GETTEXT_PACKAGE, words[level]);
}

/* sayso-locale.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-locale.h"

#include <glib/gi18n.h>
#include <locale.h>

/**
 * sayso_locale_set_up:
 *
 * Speaks the user's language from here on. Every program calls it first. What is not installed finds its translations
 * in the folder that `SAYSO_LOCALEDIR` names.
 */
void
sayso_locale_set_up (void)
{
  const char *folder = g_getenv ("SAYSO_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : SAYSO_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

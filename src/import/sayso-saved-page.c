/* sayso-saved-page.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-saved-page.h"

#include <string.h>

/* What browsers put behind a page's name for the folder of its pictures and scripts, in their languages. */
static const char *const endings[] = { "_files",     ".files",     "-Dateien",  "_Dateien", "_fichiers",
                                       "_archivos",  "_bestanden", "_arquivos", "_file",    "_filer",
                                       "_tiedostot", "_pliki",     "_soubory",  "-filer" };

/**
 * sayso_saved_page_owns:
 * @page: a file's name
 * @folder: the name of a folder beside it
 *
 * Whether a folder only holds what a browser saved along with a page, and so no articles.
 *
 * Returns: whether it does
 */
gboolean
sayso_saved_page_owns (const char *page, const char *folder)
{
  const char *dot;

  g_return_val_if_fail (page != NULL && folder != NULL, FALSE);

  dot = strrchr (page, '.');
  if (dot == NULL || (g_ascii_strcasecmp (dot, ".html") != 0 && g_ascii_strcasecmp (dot, ".htm") != 0 &&
                      g_ascii_strcasecmp (dot, ".xhtml") != 0))
    return FALSE;
  if (strncmp (page, folder, dot - page) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_equal (folder + (dot - page), endings[i]))
      return TRUE;

  return FALSE;
}

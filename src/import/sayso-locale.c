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

/* Languages that are written from right to left, by ISO 639. */
static const char *const rtl[] = { "ar",  "arc", "ckb", "dv",  "fa", "he", "ks",
                                   "nqo", "ps",  "sd",  "syr", "ug", "ur", "yi" };

static gboolean
is_rtl (void)
{
  g_auto (GStrv) parts = g_strsplit_set (g_get_language_names ()[0], "_.@", 2);

  for (guint i = 0; i < G_N_ELEMENTS (rtl); i++)
    if (g_strcmp0 (parts[0], rtl[i]) == 0)
      return TRUE;

  return FALSE;
}

/**
 * sayso_isolate:
 * @text: a name, a date or the like, to be put into a sentence
 *
 * Where the user's language runs from right to left, keeps the text's direction its own: without that a date or a name
 * in Latin letters and what stands beside it are mixed up by the Unicode bidirectional algorithm (UAX #9). The
 * isolates are invisible.
 *
 * Returns: (transfer full): the text, isolated where there is need
 */
char *
sayso_isolate (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  /* First strong isolate, pop directional isolate. */
  return is_rtl () ? g_strconcat ("\u2068", text, "\u2069", NULL) : g_strdup (text);
}

/**
 * sayso_join:
 * @first: (nullable): a part
 * @...: more of them, ended by %NULL
 *
 * Joins those that are not empty by a raised dot: "Quay Courier · 1 Nov 2017". Each keeps its direction.
 *
 * Returns: (transfer full): all in one
 */
char *
sayso_join (const char *first, ...)
{
  GString *joined = g_string_new (NULL);
  const char *part = first;
  va_list parts;

  va_start (parts, first);
  for (; part != NULL; part = va_arg (parts, const char *))
    {
      g_autofree char *isolated = sayso_isolate (part);

      if (*part != '\0')
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? " · " : "", isolated);
    }
  va_end (parts);

  return g_string_free_and_steal (joined);
}

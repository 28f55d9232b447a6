/* sayso-export-markdown.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "sayso-export-report.h"

/* A report as Markdown: CommonMark, with tables as GitHub has them. */

/* Plain text that Markdown shows as it is, on one line. */
static void
put_text (SaysoExport *self, const char *text)
{
  g_autoptr (GString) escaped = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (*p == '\n' || *p == '\r' || *p == '\t')
      g_string_append_c (escaped, ' ');
    else if ((guchar) *p >= 0x20 && *p != 0x7f)
      {
        if (strchr ("\\`*_{}[]<>()#+-.!|&~$=:\"'", *p) != NULL && g_ascii_ispunct (*p) &&
            (strchr ("\\`*_[]<>|&~", *p) != NULL || p == text))
          g_string_append_c (escaped, '\\');
        g_string_append_c (escaped, *p);
      }
  /* "12." and "12)" begin lists. */
  for (gsize i = 0; i < escaped->len; i++)
    if (!g_ascii_isdigit (escaped->str[i]))
      {
        if (i > 0 && strchr (".)", escaped->str[i]) != NULL)
          g_string_insert_c (escaped, i, '\\');
        break;
      }
  sayso_export_put_data (self, escaped->str, escaped->len);
}

static void
put_heading (SaysoExport *self, guint level, const char *text, const char *anchor)
{
  sayso_export_put (self, level == 1 ? "# " : level == 2 ? "\n## " : "\n### ");
  put_text (self, text);
  sayso_export_put (self, "\n");
}

static void
put_paragraph (SaysoExport *self, const char *text)
{
  sayso_export_put (self, "\n");
  put_text (self, text);
  sayso_export_put (self, "\n");
}

static void
put_quote (SaysoExport *self, const char *text, const char *where, const char *anchor)
{
  sayso_export_put (self, "\n> “");
  put_text (self, text);
  sayso_export_put (self, "” — ");
  put_text (self, where);
  sayso_export_put (self, "\n");
}

static void
put_row (SaysoExport *self, const char *const *cells, const char *anchor)
{
  for (; *cells != NULL; cells++)
    {
      sayso_export_put (self, "| ");
      put_text (self, *cells);
      sayso_export_put (self, " ");
    }
  sayso_export_put (self, "|\n");
}

static void
begin_table (SaysoExport *self, const char *const *titles)
{
  sayso_export_put (self, "\n");
  put_row (self, titles, NULL);
  for (; *titles != NULL; titles++)
    sayso_export_put (self, "| --- ");
  sayso_export_put (self, "|\n");
}

static void
end_table (SaysoExport *self)
{
}

static const SaysoReportWriter writer = { put_heading, put_paragraph, put_quote,    begin_table,
                                          put_row,     end_table,     put_paragraph };

void
sayso_export_write_markdown (SaysoExport *self)
{
  sayso_report_write (self, &writer);
}

void
sayso_export_write_dossier_markdown (SaysoExport *self)
{
  sayso_report_write_dossier (self, &writer);
}

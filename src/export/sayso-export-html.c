/* sayso-export-html.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sayso-export-report.h"

/* A report as one HTML file, without scripts and without anything to fetch, that prints well. */

static const char style[] =
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d1d20;"
    "background:#fff}"
    "h1{font-size:1.9rem;line-height:1.2;margin:0 0 .5rem}"
    "h2{font-size:1.35rem;margin:2.5rem 0 .75rem;border-bottom:1px solid #d0d0d4;padding-bottom:.25rem}"
    "h3{font-size:1rem;margin:1.5rem 0 .25rem}p{margin:.25rem 0}"
    "blockquote{margin:.5rem 0;padding:.1rem 0 .1rem .9rem;border-inline-start:3px solid #9db7dd;color:#3a3a40}"
    ".note{color:#5e5e66;font-size:.875rem;overflow-wrap:anywhere}cite{font-style:normal;color:#5e5e66}"
    "a{color:#1a5fb4}"
    ".wide{overflow-x:auto}"
    "table{border-collapse:collapse;width:100%;font-size:.9375rem}"
    "th,td{text-align:start;vertical-align:top;padding:.4rem .6rem .4rem 0;border-bottom:1px solid #e4e4e8}"
    "th{font-weight:600;color:#5e5e66}"
    "@media(prefers-color-scheme:dark){body{background:#1d1d20;color:#eee}h2{border-color:#444}"
    "blockquote{color:#ccc;border-color:#47628a}.note,cite,th{color:#a8a8b0}th,td{border-color:#36363a}a{color:#78aeed}"
    "}"
    "@media print{body{max-width:none;margin:0;font-size:10pt;background:#fff;color:#000}.wide{overflow:visible}"
    "h2,h3{break-after:avoid}tr,blockquote{break-inside:avoid}thead{display:table-header-group}a{color:inherit;"
    "text-decoration:none}}";

static void
put_heading (SaysoExport *self, guint level, const char *text, const char *anchor)
{
  if (anchor != NULL)
    sayso_export_printf (self, "<h%u id=\"%s\">", level, anchor);
  else
    sayso_export_printf (self, "<h%u>", level);
  sayso_export_put_markup (self, *text != '\0' ? text : "—");
  sayso_export_printf (self, "</h%u>\n", level);
}

static void
put_paragraph (SaysoExport *self, const char *text)
{
  sayso_export_put (self, "<p>");
  sayso_export_put_markup (self, text);
  sayso_export_put (self, "</p>\n");
}

static void
put_note (SaysoExport *self, const char *text)
{
  sayso_export_put (self, "<p class=\"note\">");
  sayso_export_put_markup (self, text);
  sayso_export_put (self, "</p>\n");
}

static void
put_link (SaysoExport *self, const char *text, const char *anchor)
{
  sayso_export_printf (self, "<a href=\"#%s\">", anchor);
  sayso_export_put_markup (self, text);
  sayso_export_put (self, "</a>");
}

static void
put_quote (SaysoExport *self, const char *text, const char *where, const char *anchor)
{
  sayso_export_put (self, "<blockquote><p>“");
  sayso_export_put_markup (self, text);
  sayso_export_put (self, "” <cite>");
  put_link (self, where, anchor);
  sayso_export_put (self, "</cite></p></blockquote>\n");
}

static void
begin_table (SaysoExport *self, const char *const *titles)
{
  sayso_export_put (self, "<div class=\"wide\"><table><thead><tr>");
  for (; *titles != NULL; titles++)
    {
      sayso_export_put (self, "<th scope=\"col\">");
      sayso_export_put_markup (self, *titles);
      sayso_export_put (self, "</th>");
    }
  sayso_export_put (self, "</tr></thead><tbody>\n");
}

/* The last cell of a row that has an anchor links there. */
static void
put_row (SaysoExport *self, const char *const *cells, const char *anchor)
{
  sayso_export_put (self, "<tr>");
  for (; *cells != NULL; cells++)
    {
      sayso_export_put (self, "<td>");
      if (anchor != NULL && cells[1] == NULL)
        put_link (self, *cells, anchor);
      else
        sayso_export_put_markup (self, *cells);
      sayso_export_put (self, "</td>");
    }
  sayso_export_put (self, "</tr>\n");
}

static void
end_table (SaysoExport *self)
{
  sayso_export_put (self, "</tbody></table></div>\n");
}

static void
write_page (SaysoExport *self, const char *title, void (*write) (SaysoExport *self, const SaysoReportWriter *writer))
{
  static const SaysoReportWriter writer = { put_heading, put_paragraph, put_quote, begin_table,
                                            put_row,     end_table,     put_note };
  /* Translators: the language of this translation, as HTML has it: "de" */
  const char *language = C_ ("language tag", "en");
  /* Translators: the direction in which this language is written: "ltr" or "rtl" */
  const char *direction = C_ ("direction of writing", "ltr");

  sayso_export_printf (self,
                       "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n<meta "
                       "name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" "
                       "content=\"Sayso " SAYSO_VERSION "\">\n<meta http-equiv=\"Content-Security-Policy\" "
                       "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>",
                       language, direction);
  sayso_export_put_markup (self, *title != '\0' ? title : "Sayso");
  sayso_export_printf (self, "</title>\n<style>%s</style>\n</head>\n<body>\n<main>\n", style);
  write (self, &writer);
  sayso_export_put (self, "</main>\n</body>\n</html>\n");
}

void
sayso_export_write_html (SaysoExport *self)
{
  g_autofree char *title = sayso_export_dup_title (self);

  write_page (self, title, sayso_report_write);
}

void
sayso_export_write_dossier_html (SaysoExport *self)
{
  g_autoptr (SaysoItem) claim = sayso_export_has (self, SAYSO_ITEM_CLAIM, self->claim)
                                    ? sayso_export_get (self, SAYSO_ITEM_CLAIM, self->claim)
                                    : NULL;

  g_clear_error (&self->error); /* told by the dossier */
  write_page (self, claim != NULL ? sayso_item_get_title (claim) : "", sayso_report_write_dossier);
}

/* sayso-export-odt.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "sayso-export-report.h"

/* A report as OpenDocument text (ISO/IEC 26300, ODF 1.3): a ZIP file of XML files. The content is written to a
 * temporary file first, as its length stands before it in the package. */

#define NAMESPACES                                                                                                     \
  "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "                                                 \
  "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "                                                     \
  "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "                                                   \
  "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "                                                   \
  "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "                                          \
  "xmlns:xlink=\"http://www.w3.org/1999/xlink\" "                                                                      \
  "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "                                                                     \
  "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" office:version=\"1.3\""

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static const char mimetype[] = "application/vnd.oasis.opendocument.text";

static const char manifest[] =
    XML "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
        "manifest:version=\"1.3\">"
        "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" "
        "manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>"
        "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
        "<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>"
        "<manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/>"
        "</manifest:manifest>\n";

#define PARAGRAPH(name, display, parent, paragraph, text)                                                              \
  "<style:style style:name=\"" name "\" style:display-name=\"" display "\" style:family=\"paragraph\" " parent "><"    \
  "style:paragraph-properties " paragraph "/><style:text-properties " text "/></style:style>"

static const char styles[] = XML "<office:document-styles " NAMESPACES "><office:styles>" PARAGRAPH (
    "Standard", "Standard", "style:class=\"text\"", "fo:margin-bottom=\"0.15cm\"",
    "fo:font-size=\"11pt\"") PARAGRAPH ("Title", "Title", "style:parent-style-name=\"Standard\"",
                                        "fo:margin-bottom=\"0.3cm\"", "fo:font-size=\"22pt\" fo:font-weight=\"bold\"")
    PARAGRAPH ("Heading_20_1", "Heading 1", "style:parent-style-name=\"Standard\" style:default-outline-level=\"1\"",
               "fo:margin-top=\"0.7cm\" fo:margin-bottom=\"0.2cm\" fo:keep-with-next=\"always\"",
               "fo:font-size=\"15pt\" fo:font-weight=\"bold\"")
        PARAGRAPH ("Heading_20_2", "Heading 2",
                   "style:parent-style-name=\"Standard\" style:default-outline-level=\"2\"",
                   "fo:margin-top=\"0.4cm\" fo:margin-bottom=\"0.1cm\" fo:keep-with-next=\"always\"",
                   "fo:font-size=\"11.5pt\" fo:font-weight=\"bold\"")
            PARAGRAPH ("Quotations", "Quotations", "style:parent-style-name=\"Standard\"",
                       "fo:margin-left=\"0.8cm\" fo:margin-right=\"0.4cm\"",
                       "fo:font-style=\"italic\"") PARAGRAPH ("Small", "Small print",
                                                              "style:parent-style-name=\"Standard\"",
                                                              "fo:margin-bottom=\"0.1cm\"",
                                                              "fo:font-size=\"9pt\" fo:color=\"#5e5e66\"")
                PARAGRAPH ("Table_20_Heading", "Table Heading", "style:parent-style-name=\"Standard\"",
                           "fo:margin-bottom=\"0.05cm\"", "fo:font-size=\"9pt\" fo:font-weight=\"bold\"")
                    PARAGRAPH (
                        "Table_20_Contents", "Table Contents", "style:parent-style-name=\"Standard\"",
                        "fo:margin-bottom=\"0.05cm\"",
                        "fo:font-size=\"9pt\"") "</office:styles>"
                                                "<office:automatic-styles><style:page-layout "
                                                "style:name=\"page\"><style:page-layout-properties "
                                                "fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" "
                                                "fo:margin=\"2cm\"/></style:page-layout>"
                                                "</office:automatic-styles><office:master-styles><style:master-page "
                                                "style:name=\"Standard\" "
                                                "style:page-layout-name=\"page\"/></office:master-styles></"
                                                "office:document-styles>\n";

static void
put_inside (SaysoExport *self, const char *style, const char *text)
{
  sayso_export_printf (self, "<text:p text:style-name=\"%s\">", style);
  sayso_export_put_markup (self, text);
  sayso_export_put (self, "</text:p>");
}

static void
put_heading (SaysoExport *self, guint level, const char *text, const char *anchor)
{
  if (level == 1)
    {
      put_inside (self, "Title", text);
      return;
    }
  sayso_export_printf (self, "<text:h text:style-name=\"Heading_20_%u\" text:outline-level=\"%u\">", level - 1,
                       level - 1);
  if (anchor != NULL)
    sayso_export_printf (self, "<text:bookmark text:name=\"%s\"/>", anchor);
  sayso_export_put_markup (self, text);
  sayso_export_put (self, "</text:h>\n");
}

static void
put_paragraph (SaysoExport *self, const char *text)
{
  put_inside (self, "Standard", text);
}

static void
put_note (SaysoExport *self, const char *text)
{
  put_inside (self, "Small", text);
}

static void
put_link (SaysoExport *self, const char *text, const char *anchor)
{
  sayso_export_printf (self, "<text:a xlink:type=\"simple\" xlink:href=\"#%s\">", anchor);
  sayso_export_put_markup (self, text);
  sayso_export_put (self, "</text:a>");
}

static void
put_quote (SaysoExport *self, const char *text, const char *where, const char *anchor)
{
  sayso_export_put (self, "<text:p text:style-name=\"Quotations\">“");
  sayso_export_put_markup (self, text);
  sayso_export_put (self, "” ");
  put_link (self, where, anchor);
  sayso_export_put (self, "</text:p>\n");
}

static void
put_cells (SaysoExport *self, const char *const *cells, const char *style, const char *anchor)
{
  sayso_export_put (self, "<table:table-row>");
  for (; *cells != NULL; cells++)
    {
      sayso_export_printf (self, "<table:table-cell office:value-type=\"string\"><text:p text:style-name=\"%s\">",
                           style);
      if (anchor != NULL && cells[1] == NULL)
        put_link (self, *cells, anchor);
      else
        sayso_export_put_markup (self, *cells);
      sayso_export_put (self, "</text:p></table:table-cell>");
    }
  sayso_export_put (self, "</table:table-row>\n");
}

static void
put_row (SaysoExport *self, const char *const *cells, const char *anchor)
{
  put_cells (self, cells, "Table_20_Contents", anchor);
}

static void
begin_table (SaysoExport *self, const char *const *titles)
{
  sayso_export_printf (self,
                       "<table:table><table:table-column table:number-columns-repeated=\"%u\"/>"
                       "<table:table-header-rows>",
                       g_strv_length ((char **) titles));
  put_cells (self, titles, "Table_20_Heading", NULL);
  sayso_export_put (self, "</table:table-header-rows>\n");
}

static void
end_table (SaysoExport *self)
{
  sayso_export_put (self, "</table:table>\n");
}

/* -- the package -------------------------------------------------------------------------------------- */

static la_ssize_t
write_package (struct archive *archive, void *data, const void *bytes, size_t length)
{
  SaysoExport *self = data;

  sayso_export_put_data (self, bytes, length);

  return self->error == NULL ? (la_ssize_t) length : -1;
}

static void
check (SaysoExport *self, struct archive *archive, int result)
{
  if (result < ARCHIVE_WARN)
    sayso_export_fail (self, g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The document could not be packed: %s."),
                                          archive_error_string (archive)));
}

/* Without a time of its own an entry has the first that a ZIP file knows, and the package the same bytes each time; nor
 * may "mimetype" have the field that would hold it (ODF 1.3, part 2, 3.3). */
static void
begin_entry (SaysoExport *self, struct archive *archive, const char *name, gint64 length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, length);
  check (self, archive, archive_write_header (archive, entry));
  archive_entry_free (entry);
}

static void
add_entry (SaysoExport *self, struct archive *archive, const char *name, const char *content)
{
  begin_entry (self, archive, name, strlen (content));
  if (archive_write_data (archive, content, strlen (content)) < 0)
    check (self, archive, ARCHIVE_FATAL);
}

static void
add_file (SaysoExport *self, struct archive *archive, const char *name, GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE,
                                                  self->cancellable, self->error == NULL ? &self->error : NULL);
  g_autoptr (GFileInputStream) input = NULL;
  char buffer[16 * 1024];
  gssize n;

  if (info == NULL)
    return;
  input = g_file_read (file, self->cancellable, &self->error);
  if (input == NULL)
    return;
  begin_entry (self, archive, name, g_file_info_get_size (info));
  while ((n = g_input_stream_read (G_INPUT_STREAM (input), buffer, sizeof buffer, self->cancellable,
                                   self->error == NULL ? &self->error : NULL)) > 0)
    if (archive_write_data (archive, buffer, n) < 0)
      {
        check (self, archive, ARCHIVE_FATAL);
        return;
      }
}

static char *
make_meta (SaysoExport *self)
{
  g_autofree char *title = sayso_export_dup_title (self), *time = sayso_export_dup_time (self);

  return g_markup_printf_escaped (XML "<office:document-meta " NAMESPACES "><office:meta><meta:generator>Sayso/"
                                      "%s</meta:generator><dc:title>%s</dc:title><dc:date>%s</dc:date></office:meta>"
                                      "</office:document-meta>\n",
                                  SAYSO_VERSION, title, time);
}

/* The report, to a file of its own. */
static void
write_content (SaysoExport *self, GFileIOStream *file)
{
  static const SaysoReportWriter writer = { put_heading, put_paragraph, put_quote, begin_table,
                                            put_row,     end_table,     put_note };
  GOutputStream *package = self->stream;
  g_autoptr (GOutputStream) stream =
      g_buffered_output_stream_new_sized (g_io_stream_get_output_stream (G_IO_STREAM (file)), 64 * 1024);

  self->stream = stream;
  sayso_export_put (self, XML "<office:document-content " NAMESPACES "><office:body><office:text>\n");
  sayso_report_write (self, &writer);
  sayso_export_put (self, "</office:text></office:body></office:document-content>\n");
  self->stream = package;
  if (self->error == NULL)
    g_output_stream_close (stream, self->cancellable, &self->error);
}

void
sayso_export_write_odt (SaysoExport *self)
{
  g_autoptr (GFileIOStream) content_stream = NULL;
  g_autoptr (GFile) content = g_file_new_tmp ("sayso-report-XXXXXX.xml", &content_stream, &self->error);
  g_autofree char *meta = make_meta (self);
  struct archive *archive;

  if (content == NULL)
    return;
  write_content (self, content_stream);

  archive = archive_write_new ();
  archive_write_set_format_zip (archive);
  archive_write_set_bytes_per_block (archive, 0);
  check (self, archive, archive_write_open (archive, self, NULL, write_package, NULL));
  /* First, and as it is, so that the first bytes of the file tell what it is. */
  archive_write_zip_set_compression_store (archive);
  add_entry (self, archive, "mimetype", mimetype);
  archive_write_zip_set_compression_deflate (archive);
  add_entry (self, archive, "META-INF/manifest.xml", manifest);
  add_entry (self, archive, "meta.xml", meta);
  add_entry (self, archive, "styles.xml", styles);
  if (self->error == NULL)
    add_file (self, archive, "content.xml", content);
  check (self, archive, archive_write_close (archive));
  archive_write_free (archive);
  g_file_delete (content, NULL, NULL);
}

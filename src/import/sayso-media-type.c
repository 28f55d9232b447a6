/* sayso-media-type.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-media-type.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sayso-import.h"
#include "sayso-mail.h"
#include "sayso-mime.h"

typedef enum
{
  KIND_UNKNOWN,
  KIND_TEXT,
  KIND_MARKDOWN,
  KIND_HTML,
  KIND_XML,
  KIND_RTF,
  KIND_MAIL,
  KIND_WARC,
  KIND_PDF,
  KIND_OFFICE,
  KIND_OLD_OFFICE,
  KIND_EPUB,
  KIND_ZIP,
  KIND_ARCHIVE,
  KIND_IMAGE,
  KIND_SOUND,
  KIND_VIDEO,
  KIND_PROGRAM,
  KIND_DATABASE,
} Kind;

/* What each kind is called in a message, and the name endings and media types that claim it. */
static const struct
{
  const char *noun;
  const char *endings;
  const char *types;
} kinds[] = {
  [KIND_UNKNOWN] = { NULL, "", "" },
  [KIND_TEXT] = { N_ ("a text file"), "txt text log", "text/plain" },
  [KIND_MARKDOWN] = { N_ ("a text in Markdown"), "md markdown mdown", "text/markdown text/x-markdown" },
  [KIND_HTML] = { N_ ("a web page"), "html htm xhtml xht", "text/html application/xhtml+xml" },
  [KIND_XML] = { N_ ("an XML file"), "xml rss atom svg", "text/xml application/xml image/svg+xml" },
  [KIND_RTF] = { N_ ("an RTF document"), "rtf", "application/rtf text/rtf" },
  [KIND_MAIL] = { N_ ("a saved e-mail"), "eml mbox mbx mht mhtml",
                  "message/rfc822 application/mbox multipart/related application/x-mimearchive" },
  [KIND_WARC] = { N_ ("a web archive"), "warc", "application/warc application/warc+gzip" },
  [KIND_PDF] = { N_ ("a PDF document"), "pdf", "application/pdf" },
  [KIND_OFFICE] = { N_ ("an office document"), "docx docm odt ott xlsx ods pptx odp",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document "
                    "application/vnd.oasis.opendocument.text" },
  [KIND_OLD_OFFICE] = { N_ ("an office document of the old kind"), "doc xls ppt", "application/msword" },
  [KIND_EPUB] = { N_ ("an e-book"), "epub mobi azw3", "application/epub+zip" },
  [KIND_ZIP] = { N_ ("a ZIP archive"), "zip", "application/zip" },
  [KIND_ARCHIVE] = { N_ ("an archive"), "gz bz2 xz zst 7z rar tar tgz", "application/gzip application/x-tar" },
  [KIND_IMAGE] = { N_ ("a picture"), "png jpg jpeg gif webp bmp tif tiff avif heic ico",
                   "image/png image/jpeg image/gif image/webp image/bmp image/tiff" },
  [KIND_SOUND] = { N_ ("a sound recording"), "mp3 ogg oga opus flac wav m4a", "audio/mpeg audio/ogg audio/flac" },
  [KIND_VIDEO] = { N_ ("a video"), "mp4 mkv webm avi mov", "video/mp4 video/webm" },
  [KIND_PROGRAM] = { N_ ("a program"), "exe dll", "application/x-executable" },
  [KIND_DATABASE] = { N_ ("a database"), "sqlite sayso", "application/vnd.sqlite3" },
};

/* First bytes that only one kind has. */
static const struct
{
  Kind kind;
  guint16 offset;
  guint8 length;
  const char *bytes;
} signatures[] = {
  { KIND_PDF, 0, 5, "%PDF-" },
  { KIND_ZIP, 0, 4, "PK\003\004" },
  { KIND_ZIP, 0, 4, "PK\005\006" },
  { KIND_OLD_OFFICE, 0, 8, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" },
  { KIND_RTF, 0, 5, "{\\rtf" },
  { KIND_IMAGE, 0, 8, "\x89PNG\r\n\x1a\n" },
  { KIND_IMAGE, 0, 3, "\xff\xd8\xff" },
  { KIND_IMAGE, 0, 6, "GIF87a" },
  { KIND_IMAGE, 0, 6, "GIF89a" },
  { KIND_IMAGE, 8, 4, "WEBP" },
  { KIND_IMAGE, 0, 4, "II*\0" },
  { KIND_IMAGE, 0, 4, "MM\0*" },
  { KIND_IMAGE, 4, 8, "ftypavif" },
  { KIND_IMAGE, 4, 8, "ftypheic" },
  { KIND_SOUND, 0, 4, "ID3\003" },
  { KIND_SOUND, 0, 4, "ID3\004" },
  { KIND_SOUND, 0, 4, "OggS" },
  { KIND_SOUND, 0, 4, "fLaC" },
  { KIND_SOUND, 8, 8, "WAVEfmt " },
  { KIND_VIDEO, 4, 4, "ftyp" },
  { KIND_VIDEO, 0, 4, "\x1a\x45\xdf\xa3" },
  { KIND_VIDEO, 8, 4, "AVI " },
  { KIND_ARCHIVE, 0, 2, "\x1f\x8b" },
  { KIND_ARCHIVE, 0, 3, "BZh" },
  { KIND_ARCHIVE, 0, 6,
    "\xfd"
    "7zXZ\0" },
  { KIND_ARCHIVE, 0, 4, "\x28\xb5\x2f\xfd" },
  { KIND_ARCHIVE, 0, 6, "7z\xbc\xaf\x27\x1c" },
  { KIND_ARCHIVE, 0, 6, "Rar!\x1a\x07" },
  { KIND_ARCHIVE, 257, 5, "ustar" },
  { KIND_PROGRAM, 0, 4,
    "\x7f"
    "ELF" },
  { KIND_PROGRAM, 0, 4, "\xcf\xfa\xed\xfe" },
  { KIND_DATABASE, 0, 16, "SQLite format 3\0" },
};

static gboolean
list_has (const char *list, const char *word)
{
  gsize length = strlen (word);

  for (const char *p = list; length > 0 && (p = strstr (p, word)) != NULL; p++)
    if ((p == list || p[-1] == ' ') && (p[length] == ' ' || p[length] == '\0'))
      return TRUE;

  return FALSE;
}

static Kind
kind_of_media_type (const char *media_type)
{
  g_autofree char *essence = g_ascii_strdown (media_type, strcspn (media_type, "; \t"));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (list_has (kinds[i].types, essence))
      return i;

  return KIND_UNKNOWN;
}

static Kind
kind_of_location (const char *location)
{
  g_autofree char *base = g_path_get_basename (location);
  const char *dot = strrchr (base, '.');
  g_autofree char *ending = NULL;

  if (dot == NULL)
    return KIND_UNKNOWN;
  if (g_str_has_suffix (base, ".warc.gz"))
    return KIND_WARC;

  ending = g_ascii_strdown (dot + 1, -1);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (list_has (kinds[i].endings, ending))
      return i;

  return KIND_UNKNOWN;
}

/* Past white space, a byte order mark, comments and processing instructions. */
static const char *
skip_prologue (const char *p, const char *end, gboolean *is_xml)
{
  if (end - p >= 3 && memcmp (p, "\xef\xbb\xbf", 3) == 0)
    p += 3;

  while (p < end)
    {
      const char *close = NULL;

      if (g_ascii_isspace (*p))
        {
          p++;
          continue;
        }
      if (end - p >= 4 && memcmp (p, "<!--", 4) == 0)
        close = g_strstr_len (p + 4, end - p - 4, "-->");
      else if (end - p >= 2 && memcmp (p, "<?", 2) == 0)
        {
          *is_xml |= end - p >= 5 && memcmp (p, "<?xml", 5) == 0;
          close = g_strstr_len (p, end - p, ">");
        }
      if (close == NULL)
        return p;
      p = close + (p[1] == '!' ? 3 : 1);
    }

  return p;
}

/* Whether @p begins with the tag @name, in any case, and the name ends there. */
static gboolean
starts_tag (const char *p, const char *end, const char *name)
{
  gsize length = strlen (name);

  return (gsize) (end - p) > length && g_ascii_strncasecmp (p, name, length) == 0 &&
         (p[length] == '>' || g_ascii_isspace (p[length]));
}

static Kind
kind_of_content (GBytes *bytes)
{
  static const char *const page_starts[] = { "<!doctype html", "<html", "<head", "<body" };
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size), *end = data + size, *p;
  gboolean is_xml = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (size >= (gsize) signatures[i].offset + signatures[i].length &&
        memcmp (data + signatures[i].offset, signatures[i].bytes, signatures[i].length) == 0)
      return signatures[i].kind;

  if (size > 6 && memcmp (data, "WARC/", 5) == 0 && g_ascii_isdigit (data[5]))
    return KIND_WARC;
  p = skip_prologue (data, end, &is_xml);
  for (guint i = 0; i < G_N_ELEMENTS (page_starts); i++)
    if (starts_tag (p, end, page_starts[i]))
      return KIND_HTML;

  return is_xml ? KIND_XML : KIND_TEXT;
}

/* A ZIP archive is what office documents and e-books come in. */
static gboolean
agrees (Kind claimed, Kind found)
{
  return claimed == KIND_UNKNOWN || claimed == found ||
         (found == KIND_ZIP && (claimed == KIND_OFFICE || claimed == KIND_EPUB)) ||
         (found == KIND_XML && claimed == KIND_HTML) || (found == KIND_VIDEO && claimed == KIND_SOUND) ||
         (found == KIND_SOUND && claimed == KIND_VIDEO) || (found == KIND_RTF && claimed == KIND_OLD_OFFICE) ||
         (found == KIND_ARCHIVE && claimed == KIND_WARC) || (found == KIND_OLD_OFFICE && claimed == KIND_OFFICE);
}

/* Which of the three kinds of file that begin with the fields of a message. */
static SaysoMediaType
choose_mail (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size > 5 && memcmp (data, "From ", 5) == 0)
    return SAYSO_MEDIA_MAILBOX;

  return sayso_mail_is_page (bytes) ? SAYSO_MEDIA_MHTML : SAYSO_MEDIA_MAIL;
}

static gboolean
looks_like_mail (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return sayso_mime_looks_like (data, size);
}

/* As what a file is imported whose content is of the kind @found; -1 for what is not imported. */
static int
choose_reader (GBytes *bytes, Kind claimed, Kind found)
{
  switch (found)
    {
    case KIND_TEXT:
      if (claimed == KIND_MAIL || (claimed == KIND_UNKNOWN && looks_like_mail (bytes)))
        return choose_mail (bytes);
      return claimed == KIND_MARKDOWN ? SAYSO_MEDIA_MARKDOWN
             : claimed == KIND_HTML   ? SAYSO_MEDIA_HTML
                                      : SAYSO_MEDIA_TEXT;
    case KIND_HTML:
      return SAYSO_MEDIA_HTML;
    case KIND_XML:
      return claimed == KIND_HTML ? SAYSO_MEDIA_HTML : -1;
    case KIND_WARC:
      return SAYSO_MEDIA_WARC;
    case KIND_ARCHIVE:
      return claimed == KIND_WARC ? SAYSO_MEDIA_WARC : -1;
    case KIND_PDF:
      return SAYSO_MEDIA_PDF;
    case KIND_RTF:
      return SAYSO_MEDIA_RTF;
    case KIND_ZIP:
      return SAYSO_MEDIA_OFFICE;
    default:
      return -1;
    }
}

/**
 * sayso_media_type_choose:
 * @bytes: a file's content
 * @location: its path, URI or "-"
 * @name: what messages call it
 * @media_type: (nullable): what its sender calls it
 * @choice: (out): as what to import it
 * @error: return location for a %SAYSO_IMPORT_ERROR
 *
 * Decides what a file is. A given media type decides between text and page; else the content does, where it is
 * unmistakable; else the name. A file whose content is of another kind than its media type or name says is
 * refused rather than guessed at.
 *
 * Returns: whether it can be imported
 */
gboolean
sayso_media_type_choose (GBytes *bytes, const char *location, const char *name, const char *media_type,
                         SaysoMediaType *choice, GError **error)
{
  Kind claimed, found;
  gboolean is_text;
  int reader;

  g_return_val_if_fail (bytes != NULL && location != NULL && name != NULL && choice != NULL, FALSE);

  claimed = media_type != NULL ? kind_of_media_type (media_type) : KIND_UNKNOWN;
  if (claimed == KIND_TEXT || claimed == KIND_MARKDOWN)
    {
      /* Who gives a media type for text has the text; only a name can be mistaken. */
      *choice = claimed == KIND_TEXT ? SAYSO_MEDIA_TEXT : SAYSO_MEDIA_MARKDOWN;
      return TRUE;
    }
  if (claimed == KIND_UNKNOWN)
    claimed = kind_of_location (location);

  found = kind_of_content (bytes);
  is_text = found == KIND_TEXT || found == KIND_HTML;
  if (is_text && claimed != KIND_UNKNOWN && claimed != KIND_TEXT && claimed != KIND_MARKDOWN && claimed != KIND_HTML &&
      claimed != KIND_MAIL)
    {
      /* TRANSLATORS: the first is a file name, the second a kind of file, as "a PDF document" */
      g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_MISMATCH,
                   _ ("“%s” calls itself %s, but there is none in it. It may be damaged, or saved under a wrong name: "
                      "get it again, or give it the ending of what it is."),
                   name, _ (kinds[claimed].noun));
      return FALSE;
    }
  if (!is_text && !agrees (claimed, found))
    {
      /* TRANSLATORS: a file name, then two kinds of file, as "a text file" and "a PDF document" */
      g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_MISMATCH,
                   _ ("“%s” calls itself %s, but holds %s. Give it the ending of what it is, or open it in the program "
                      "it belongs to, and save its text as a text file or a web page."),
                   name, _ (kinds[claimed].noun), _ (kinds[found].noun));
      return FALSE;
    }

  reader = choose_reader (bytes, claimed, found);
  if (reader < 0)
    {
      /* TRANSLATORS: the first is a file name, the second a kind of file, as "a picture" */
      g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_UNSUPPORTED,
                   _ ("“%s” is %s, which Sayso does not import. Save its text as a text file or a web page, and import "
                      "that."),
                   name, _ (kinds[claimed == KIND_UNKNOWN ? found : claimed].noun));
      return FALSE;
    }
  *choice = reader;

  return TRUE;
}

/**
 * sayso_media_type_get_charset:
 * @media_type: (nullable): a media type, with or without parameters
 *
 * Returns: (transfer full) (nullable): the value of its charset parameter
 */
char *
sayso_media_type_get_charset (const char *media_type)
{
  g_auto (GStrv) parts = media_type != NULL ? g_strsplit (media_type, ";", 0) : NULL;

  for (guint i = 1; parts != NULL && parts[0] != NULL && parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);

      if (g_ascii_strncasecmp (part, "charset=", strlen ("charset=")) == 0)
        {
          part += strlen ("charset=") + (part[strlen ("charset=")] == '"');
          return g_strndup (part, strcspn (part, "\" \t"));
        }
    }

  return NULL;
}

/* sayso-html.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-html.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <string.h>

#include "sayso-html-private.h"
#include "sayso-import.h"

/* Beyond these a page is none that people read; the parser's time grows with their squares. */
#define MAX_DEPTH 2000
#define MAX_ATTRIBUTES 2000

/* In how many bytes from the start a page tells its encoding. */
#define CHARSET_BYTES 4096

typedef struct
{
  GCancellable *cancellable;
  startElementSAXFunc start_element;
  gboolean too_deep;
} Parse;

/* Whether the tag that begins at @p has more attributes than any page needs; @p moves behind it. */
static gboolean
tag_overflows (const char **p, const char *end)
{
  const char *q = *p;
  guint words = 0;

  while (q < end && *q != '>')
    {
      if (g_ascii_isspace (*q) || *q == '/')
        {
          q++;
          continue;
        }
      words++;
      while (q < end && !g_ascii_isspace (*q) && *q != '>' && *q != '/' && *q != '=')
        q++;
      while (q < end && g_ascii_isspace (*q))
        q++;
      if (q == end || *q != '=')
        continue;
      for (q++; q < end && g_ascii_isspace (*q);)
        q++;
      if (q < end && (*q == '"' || *q == '\''))
        {
          const char *close = memchr (q + 1, *q, end - q - 1);

          q = close != NULL ? close + 1 : end;
        }
      else
        while (q < end && !g_ascii_isspace (*q) && *q != '>')
          q++;
    }
  *p = q;

  return words > MAX_ATTRIBUTES;
}

/* Behind what hides its content from the tags: comments, scripts, styles. */
static const char *
skip_raw (const char *p, const char *end)
{
  static const char *const raw[][2] = { { "<!--", "-->" }, { "<script", "</script" }, { "<style", "</style" } };

  for (guint i = 0; i < G_N_ELEMENTS (raw); i++)
    {
      gsize length = strlen (raw[i][1]);

      if ((gsize) (end - p) < strlen (raw[i][0]) || g_ascii_strncasecmp (p, raw[i][0], strlen (raw[i][0])) != 0)
        continue;
      for (const char *q = p + strlen (raw[i][0]); (gsize) (end - q) >= length; q++)
        if (*q == raw[i][1][0] && g_ascii_strncasecmp (q, raw[i][1], length) == 0)
          return q + length;
      return end;
    }

  return p;
}

static gboolean
tags_overflow (const char *utf8, gsize length)
{
  const char *end = utf8 + length;

  for (const char *p = utf8; (p = memchr (p, '<', end - p)) != NULL;)
    {
      const char *next = skip_raw (p, end);

      if (next == p && p + 1 < end && g_ascii_isalpha (p[1]) && tag_overflows (&next, end))
        return TRUE;
      p = next > p ? next : p + 1;
    }

  return FALSE;
}

static void
start_element (void *context, const xmlChar *name, const xmlChar **attributes)
{
  htmlParserCtxt *parser = context;
  Parse *self = parser->_private;

  self->too_deep |= parser->nameNr > MAX_DEPTH;
  if (self->too_deep || g_cancellable_is_cancelled (self->cancellable))
    xmlStopParser (parser);
  else
    self->start_element (context, name, attributes);
}

static void
no_message (void *context, xmlError *error)
{
}

static xmlDoc *
parse (const char *utf8, gsize length, const char *name, GCancellable *cancellable, GError **error)
{
  Parse self = { .cancellable = cancellable };
  htmlParserCtxt *parser;
  xmlDoc *page;

  if (tags_overflow (utf8, length))
    {
      g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_UNSUPPORTED,
                   _ ("“%s” has a tag with more than %d attributes, which no page for reading has. Save its text as a "
                      "text file, and import that."),
                   name, MAX_ATTRIBUTES);
      return NULL;
    }

  parser = htmlNewParserCtxt ();
  if (parser == NULL)
    g_error ("Out of memory");
  self.start_element = parser->sax->startElement;
  parser->sax->startElement = start_element;
  parser->sax->serror = no_message;
  parser->_private = &self;
  parser->options |= XML_PARSE_HUGE; /* depth is bounded by start_element(), size by the importer */

  page = htmlCtxtReadMemory (parser, utf8, length, NULL, "UTF-8",
                             HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                 HTML_PARSE_COMPACT | HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC);
  htmlFreeParserCtxt (parser);

  if (self.too_deep)
    g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_UNSUPPORTED,
                 _ ("“%s” has more than %d elements within each other, which no page for reading has. Save its text "
                    "as a text file, and import that."),
                 name, MAX_DEPTH);
  if (self.too_deep || g_cancellable_set_error_if_cancelled (cancellable, error))
    g_clear_pointer (&page, xmlFreeDoc);
  else if (page == NULL)
    g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_EMPTY,
                 _ ("There is no text in “%s”. Check that it is the right file, and that it was saved completely."),
                 name);

  return page;
}

/**
 * sayso_html_find_charset:
 * @bytes: a page
 *
 * Returns: (transfer full) (nullable): the encoding that it declares in a meta element
 */
char *
sayso_html_find_charset (GBytes *bytes)
{
  g_autoptr (GRegex) declaration = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *head = NULL;
  gsize size;
  const char *data;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  head = g_strndup (data, MIN (size, CHARSET_BYTES));
  declaration =
      g_regex_new ("(?:<meta[^>]+charset\\s*=|<\\?xml[^>]+encoding\\s*=)\\s*[\"']?\\s*([A-Za-z0-9._:-]{2,40})",
                   G_REGEX_CASELESS | G_REGEX_RAW, 0, NULL);

  return g_regex_match (declaration, head, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

/**
 * sayso_html_import:
 * @utf8: a page, valid UTF-8 whatever it declares
 * @length: its bytes
 * @name: what messages call it
 * @metadata: (inout): receives what the page says of itself
 * @cancellable: (nullable): a cancellable
 * @error: return location for a %SAYSO_IMPORT_ERROR
 *
 * Takes the article out of a web page. Nothing that the page refers to is loaded.
 *
 * Returns: (transfer full): its plain text; empty where there is none
 */
GString *
sayso_html_import (const char *utf8, gsize length, const char *name, SaysoMetadata *metadata, GCancellable *cancellable,
                   GError **error)
{
  xmlDoc *page;
  xmlNode *root;
  GString *text;

  g_return_val_if_fail (utf8 != NULL && name != NULL && metadata != NULL, NULL);

  page = parse (utf8, length, name, cancellable, error);
  if (page == NULL)
    return NULL;

  root = xmlDocGetRootElement (page);
  if (root != NULL)
    {
      sayso_html_read_metadata (root, metadata);
      text = sayso_html_read_article (root, metadata->title, strstr (utf8, "ookie") != NULL);
    }
  else
    text = g_string_new (NULL);
  xmlFreeDoc (page);

  return text;
}

/**
 * sayso_html_read_whole:
 * @utf8: a page or a piece of one, valid UTF-8 whatever it declares
 * @length: its bytes
 * @name: what messages call it
 * @cancellable: (nullable): a cancellable
 * @error: return location for a %SAYSO_IMPORT_ERROR
 *
 * Takes all text of a page that has nothing around its text: a chapter of a book, the body of a mail.
 *
 * Returns: (transfer full): its plain text; empty where there is none
 */
GString *
sayso_html_read_whole (const char *utf8, gsize length, const char *name, GCancellable *cancellable, GError **error)
{
  xmlDoc *page;
  xmlNode *root;
  GString *text;

  g_return_val_if_fail (utf8 != NULL && name != NULL, NULL);

  if (length == 0)
    return g_string_new (NULL);
  page = parse (utf8, length, name, cancellable, error);
  if (page == NULL)
    return NULL;
  root = xmlDocGetRootElement (page);
  text = root != NULL ? sayso_html_render (root) : g_string_new (NULL);
  xmlFreeDoc (page);

  return text;
}

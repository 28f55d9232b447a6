/* sayso-mail.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-mail.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sayso-calendar.h"
#include "sayso-decode.h"
#include "sayso-html.h"
#include "sayso-import.h"
#include "sayso-mime.h"
#include "sayso-plain.h"
#include "sayso-provenance.h"

/* A box with more is more than one person wrote and read. */
#define MAX_MESSAGES 100000

typedef struct
{
  const SaysoMimePart *plain;
  const SaysoMimePart *page;
  GPtrArray *attached;
} Found;

/* The first of each kind of text, and what is sent along. */
static void
look_through (const SaysoMimePart *part, Found *found)
{
  for (guint i = 0; part->parts != NULL && i < part->parts->len; i++)
    look_through (g_ptr_array_index (part->parts, i), found);
  if (part->content == NULL || g_bytes_get_size (part->content) == 0)
    return;

  if (!part->attached && found->plain == NULL && g_str_equal (part->type, "text/plain"))
    found->plain = part;
  else if (!part->attached && found->page == NULL && g_str_equal (part->type, "text/html"))
    found->page = part;
  else if (found->attached != NULL && part->id == NULL && (part->attached || part->file_name != NULL))
    g_ptr_array_add (found->attached, (gpointer) part);
}

/**
 * sayso_mail_parse_date:
 * @value: a date as messages and servers write it, "Wed, 04 Mar 2015 10:00:00 +0100"
 *
 * Returns: (transfer full) (nullable): the same in ISO 8601
 */
char *
sayso_mail_parse_date (const char *value)
{
  g_autofree char *date = NULL, *hour = NULL, *rest = NULL, *zone = NULL;
  g_autoptr (GRegex) time = NULL;
  g_autoptr (GMatchInfo) match = NULL;

  g_return_val_if_fail (value != NULL, NULL);

  date = sayso_calendar_find (value, SAYSO_CALENDAR_UNKNOWN, NULL, NULL);
  if (date == NULL || strlen (date) != strlen ("2015-03-04"))
    return g_steal_pointer (&date);
  time = g_regex_new ("\\b([01]\\d|2[0-3]):([0-5]\\d(?::[0-5]\\d)?)(?:\\s*(Z|GMT|UTC|UT|[+-]\\d{4}))?", 0, 0, NULL);
  if (!g_regex_match (time, value, 0, &match))
    return g_steal_pointer (&date);

  hour = g_match_info_fetch (match, 1);
  rest = g_match_info_fetch (match, 2);
  zone = g_match_info_fetch (match, 3);
  if (zone != NULL && strlen (zone) == 5)
    return g_strdup_printf ("%sT%s:%s%.3s:%s", date, hour, rest, zone, zone + 3);

  return g_strdup_printf ("%sT%s:%s%s", date, hour, rest, zone != NULL && *zone != '\0' ? "Z" : "");
}

/* "Marsh, Ada", as the directories of offices write it. */
static char *
turn_round (const char *name)
{
  g_autoptr (GRegex) regex = g_regex_new ("^(\\p{Lu}[^,]{1,60}),\\s*(\\p{Lu}[^,]{0,60})$", 0, 0, NULL);

  return g_regex_replace (regex, name, -1, 0, "\\2 \\1", 0, NULL);
}

/* "Ada Marsh <ada@ledger.example>": the name, or the address where there is none. */
static char **
read_sender (const char *from)
{
  g_autofree char *name = NULL, *turned = NULL;
  char *names[] = { NULL, NULL };
  const char *angle;

  if (from == NULL)
    return NULL;
  angle = strchr (from, '<');
  name = angle != NULL ? g_strndup (from, angle - from) : g_strdup (from);
  g_strdelimit (name, "\"", ' ');
  g_strstrip (name);
  if (*name == '\0' && angle != NULL)
    {
      g_free (name);
      name = g_strndup (angle + 1, strcspn (angle + 1, ">"));
    }
  turned = turn_round (name);
  names[0] = turned != NULL ? turned : name;

  return *name != '\0' ? g_strdupv (names) : NULL;
}

static GString *
read_body (const Found *found, const char *name, GCancellable *cancellable, GError **error)
{
  const SaysoMimePart *part = found->plain != NULL ? found->plain : found->page;
  g_auto (SaysoMetadata) unused = { 0 };
  g_autofree char *utf8 = NULL;
  gsize length;

  if (part == NULL)
    {
      g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_EMPTY,
                   _ ("There is no text in the message “%s”. If it lies in an attachment, save that, and import it."),
                   name);
      return NULL;
    }
  utf8 = sayso_decode (part->content, part->charset, name, &length, error);
  if (utf8 == NULL)
    return NULL;
  if (part == found->page)
    return sayso_html_read_whole (utf8, length, name, cancellable, error);

  return sayso_plain_import (utf8, length, &unused);
}

/**
 * sayso_mail_import:
 * @bytes: a message
 * @location: where it came from
 * @name: what messages call it
 * @cancellable: (nullable): a cancellable
 * @error: return location for a %SAYSO_IMPORT_ERROR
 *
 * Takes the text out of a message, with its subject, sender and date. What is sent along is offered as attachments of
 * the document.
 *
 * Returns: (transfer full): the document
 */
SaysoDocument *
sayso_mail_import (GBytes *bytes, const char *location, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (SaysoMimePart) message = NULL;
  g_autoptr (GPtrArray) attached = g_ptr_array_new ();
  g_autoptr (GString) plain = NULL;
  g_autoptr (SaysoText) text = NULL;
  g_auto (SaysoMetadata) metadata = { 0 };
  Found found = { .attached = attached };
  SaysoDocument *document;
  const char *subject, *date;
  gsize size;
  const char *data;

  g_return_val_if_fail (bytes != NULL && location != NULL && name != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  message = sayso_mime_parse (data, size);
  look_through (message, &found);
  plain = read_body (&found, name, cancellable, error);
  if (plain == NULL)
    return NULL;
  if (plain->len == 0)
    {
      g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_EMPTY,
                   _ ("There is no text in the message “%s”. If it lies in an attachment, save that, and import it."),
                   name);
      return NULL;
    }

  subject = sayso_mime_part_header (message, "subject");
  date = sayso_mime_part_header (message, "date");
  metadata.title = subject != NULL && *subject != '\0' ? g_strdup (subject) : NULL;
  metadata.byline = read_sender (sayso_mime_part_header (message, "from"));
  metadata.published = date != NULL ? sayso_mail_parse_date (date) : NULL;
  text = sayso_text_new (plain->str, plain->len);
  document = sayso_document_new (bytes, location, "message/rfc822", &metadata, text);
  for (guint i = 0; i < attached->len; i++)
    {
      const SaysoMimePart *part = g_ptr_array_index (attached, i);

      sayso_document_add_attachment (document, part->file_name != NULL ? part->file_name : _ ("Attachment"), part->type,
                                     part->content);
    }

  return document;
}

/* The start of the next message at or after @p: a line "From …" at the start or behind an empty line, and fields. */
static const char *
find_message (const char *p, const char *start, const char *end)
{
  while (p < end)
    {
      gboolean after_empty = p == start || (p - start >= 2 && p[-1] == '\n' && (p[-2] == '\n' || p[-2] == '\r'));
      const char *next = memchr (p, '\n', end - p);

      if (after_empty && end - p > 5 && memcmp (p, "From ", 5) == 0 && next != NULL)
        {
          const char *q = next + 1;

          while (q < end && (g_ascii_isalnum (*q) || *q == '-'))
            q++;
          if (q > next + 1 && q < end && *q == ':')
            return p;
        }
      if (next == NULL)
        break;
      p = next + 1;
    }

  return NULL;
}

/**
 * sayso_mail_import_box:
 * @bytes: a mailbox (mbox)
 * @location: where it came from
 * @name: what messages call it
 * @documents: (element-type SaysoDocument): receives a document for each message that has a text
 * @cancellable: (nullable): a cancellable
 * @error: return location for a %SAYSO_IMPORT_ERROR
 *
 * Returns: whether there was any
 */
gboolean
sayso_mail_import_box (GBytes *bytes, const char *location, const char *name, GPtrArray *documents,
                       GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) first_error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size), *end = data + size;
  const char *start = find_message (data, data, end);

  while (start != NULL && documents->len < MAX_MESSAGES)
    {
      const char *body = (const char *) memchr (start, '\n', end - start) + 1;
      const char *next = find_message (body, data, end);
      const char *stop = next != NULL ? next : end;
      g_autoptr (GBytes) message = NULL;
      g_autoptr (SaysoDocument) document = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      /* The empty line before the next message is the box's. */
      if (next != NULL && stop > body && stop[-1] == '\n')
        stop--;
      message = g_bytes_new_from_bytes (bytes, body - data, stop - body);
      document = sayso_mail_import (message, location, name, cancellable, first_error == NULL ? &first_error : NULL);
      if (document != NULL)
        {
          g_autoptr (SaysoProvenance) provenance = sayso_provenance_new ("mailbox");

          sayso_document_set_provenance (document, provenance);
          g_ptr_array_add (documents, g_steal_pointer (&document));
        }
      start = next;
    }
  if (documents->len > 0)
    return TRUE;

  if (first_error != NULL)
    g_propagate_error (error, g_steal_pointer (&first_error));
  else
    g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_EMPTY,
                 _ ("There are no messages in “%s”. Check that it is the right file."), name);
  return FALSE;
}

/**
 * sayso_mail_is_page:
 * @bytes: a message
 *
 * Returns: whether it is a page that a browser saved with all that belongs to it (MHTML)
 */
gboolean
sayso_mail_is_page (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *head = g_strndup (data, MIN (size, 4096));
  const char *type;

  if (strstr (head, "\nSnapshot-Content-Location:") != NULL || g_str_has_prefix (head, "From: <Saved by"))
    return TRUE;
  type = strstr (head, "multipart/related");

  return type != NULL && strstr (head, "\nReceived:") == NULL && strstr (head, "\nTo:") == NULL;
}

/**
 * sayso_mail_import_page:
 * @bytes: a page saved as MHTML
 * @name: what messages call it
 * @metadata: (inout): receives what the page says of itself
 * @fetched: (out) (nullable): when it was saved, ISO 8601
 * @cancellable: (nullable): a cancellable
 * @error: return location for a %SAYSO_IMPORT_ERROR
 *
 * Returns: (transfer full): its plain text; empty where there is none
 */
GString *
sayso_mail_import_page (GBytes *bytes, const char *name, SaysoMetadata *metadata, char **fetched,
                        GCancellable *cancellable, GError **error)
{
  g_autoptr (SaysoMimePart) message = NULL;
  Found found = { 0 };
  g_autofree char *utf8 = NULL, *charset = NULL;
  const char *address, *date;
  GString *text;
  gsize size, length;
  const char *data;

  g_return_val_if_fail (bytes != NULL && name != NULL && metadata != NULL && fetched != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  message = sayso_mime_parse (data, size);
  look_through (message, &found);
  if (found.page == NULL)
    return g_string_new (NULL);
  charset =
      found.page->charset != NULL ? g_strdup (found.page->charset) : sayso_html_find_charset (found.page->content);
  utf8 = sayso_decode (found.page->content, charset, name, &length, error);
  if (utf8 == NULL)
    return NULL;
  text = sayso_html_import (utf8, length, name, metadata, cancellable, error);

  address = sayso_mime_part_header (message, "snapshot-content-location");
  if (address == NULL)
    address = found.page->location;
  if (metadata->url == NULL && address != NULL &&
      (g_str_has_prefix (address, "https://") || g_str_has_prefix (address, "http://")))
    metadata->url = g_strdup (address);
  date = sayso_mime_part_header (message, "date");
  *fetched = date != NULL ? sayso_mail_parse_date (date) : NULL;

  return text;
}

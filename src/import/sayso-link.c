/* sayso-link.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-link.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>

#include "sayso-import.h"

#define CHUNK_BYTES (64 * 1024)

static const SaysoLinkLimits usual_limits = {
  .seconds = 60, .silence = 20, .bytes = 32 * 1024 * 1024, .redirects = 10
};

typedef struct
{
  SoupSession *session;
  SoupMessage *message;
  const SaysoLinkLimits *limits;
  SaysoLinkFlags flags;
  GMainLoop *loop;
  GCancellable *cancellable; /* of the fetching, cancelled by the reader or by a limit */
  GCancellable *reader;
  GInputStream *body;
  GByteArray *bytes;
  GError *error;
  gboolean late;
  gboolean local;
  gboolean proxied;
} Fetch;

/**
 * sayso_link_is_link:
 * @address: a text
 *
 * Returns: whether it is the address of a page in the web
 */
gboolean
sayso_link_is_link (const char *address)
{
  g_return_val_if_fail (address != NULL, FALSE);

  return (g_ascii_strncasecmp (address, "https://", 8) == 0 || g_ascii_strncasecmp (address, "http://", 7) == 0) &&
         g_uri_is_valid (address, SOUP_HTTP_URI_FLAGS, NULL);
}

static gboolean
is_local_v4 (const guint8 *b)
{
  return b[0] == 0 || b[0] == 10 || b[0] == 127 || b[0] >= 224 || (b[0] == 100 && (b[1] & 0xc0) == 64) ||
         (b[0] == 169 && b[1] == 254) || (b[0] == 172 && (b[1] & 0xf0) == 16) || (b[0] == 192 && b[1] == 168) ||
         (b[0] == 192 && b[1] == 0 && b[2] == 0) || (b[0] == 198 && (b[1] & 0xfe) == 18);
}

/**
 * sayso_link_is_local:
 * @address: an address of a machine
 *
 * Returns: whether it is this machine's, or one that the open internet does not lead to (RFC 6890)
 */
gboolean
sayso_link_is_local (GInetAddress *address)
{
  static const guint8 mapped[12] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff };
  static const guint8 translated[12] = { 0, 0x64, 0xff, 0x9b };
  static const guint8 zero[12] = { 0 };
  const guint8 *b;

  g_return_val_if_fail (G_IS_INET_ADDRESS (address), TRUE);

  b = g_inet_address_to_bytes (address);
  if (g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV4)
    return is_local_v4 (b);
  if (memcmp (b, mapped, 12) == 0 || memcmp (b, translated, 12) == 0 || memcmp (b, zero, 12) == 0)
    return memcmp (b, zero, 12) == 0 || is_local_v4 (b + 12);

  return (b[0] & 0xfe) == 0xfc || (b[0] == 0xfe && b[1] >= 0x80) || b[0] == 0xff;
}

static void
set_local (GUri *uri, GError **error)
{
  /* TRANSLATORS: the name of a machine */
  g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_LOCAL,
               _ ("“%s” is on this computer or in your own network. Fetch from there only if you know why an article "
                  "would be."),
               g_uri_get_host (uri));
}

/* What is connected to is looked at, not what a name was said to mean before: names change. */
static void
network_event (SoupMessage *message, GSocketClientEvent event, GIOStream *connection, Fetch *self)
{
  g_autoptr (GSocketAddress) remote = NULL;

  if (event != G_SOCKET_CLIENT_CONNECTED || self->proxied || (self->flags & SAYSO_LINK_ALLOW_LOCAL) ||
      !G_IS_SOCKET_CONNECTION (connection))
    return;
  remote = g_socket_connection_get_remote_address (G_SOCKET_CONNECTION (connection), NULL);
  if (!G_IS_INET_SOCKET_ADDRESS (remote) ||
      !sayso_link_is_local (g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (remote))))
    return;
  self->local = TRUE;
  g_cancellable_cancel (self->cancellable);
}

static void
reader_cancelled (GCancellable *reader, Fetch *self)
{
  g_cancellable_cancel (self->cancellable);
}

static gboolean
time_is_up (gpointer user_data)
{
  Fetch *self = user_data;

  self->late = TRUE;
  g_cancellable_cancel (self->cancellable);

  return G_SOURCE_REMOVE;
}

static void
body_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fetch *self = user_data;
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &self->error);

  if (bytes != NULL && g_bytes_get_size (bytes) > 0)
    {
      g_byte_array_append (self->bytes, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      if (self->bytes->len <= self->limits->bytes)
        {
          g_input_stream_read_bytes_async (self->body, CHUNK_BYTES, G_PRIORITY_DEFAULT, self->cancellable, body_read,
                                           self);
          return;
        }
    }
  g_main_loop_quit (self->loop);
}

static gboolean
is_redirect (SoupMessage *message)
{
  guint status = soup_message_get_status (message);

  return (status == 301 || status == 302 || status == 303 || status == 307 || status == 308) &&
         soup_message_headers_get_one (soup_message_get_response_headers (message), "Location") != NULL;
}

/* Pictures, sounds and films are refused before they are read. */
static gboolean
is_wanted (SoupMessage *message)
{
  static const char *const unwanted[] = { "image/", "audio/", "video/", "font/", "model/" };
  const char *type = soup_message_headers_get_content_type (soup_message_get_response_headers (message), NULL);

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (unwanted); i++)
    if (g_ascii_strncasecmp (type, unwanted[i], strlen (unwanted[i])) == 0)
      return FALSE;

  return TRUE;
}

static void
head_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fetch *self = user_data;

  self->body = soup_session_send_finish (SOUP_SESSION (source), result, &self->error);
  if (self->body == NULL || is_redirect (self->message) || soup_message_get_status (self->message) != 200 ||
      !is_wanted (self->message))
    {
      g_main_loop_quit (self->loop);
      return;
    }
  g_input_stream_read_bytes_async (self->body, CHUNK_BYTES, G_PRIORITY_DEFAULT, self->cancellable, body_read, self);
}

static void
set_failed (Fetch *self, GUri *uri, GError **error)
{
  const char *host = g_uri_get_host (uri);

  if (g_cancellable_set_error_if_cancelled (self->reader, error))
    return;
  if (self->local)
    set_local (uri, error);
  else if (self->late || g_error_matches (self->error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    /* TRANSLATORS: the name of a machine */
    g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_UNREADABLE,
                 _ ("“%s” takes too long to answer. Try again later, or save the page in your browser, and import the "
                    "file."),
                 host);
  else if (self->error->domain == G_TLS_ERROR)
    g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_UNREADABLE,
                 _ ("“%s” cannot prove that it is what it says (%s). Somebody may listen: look at it in your browser."),
                 host, self->error->message);
  else if (self->error->domain == G_RESOLVER_ERROR)
    g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_UNREADABLE,
                 _ ("“%s” was not found. Check the address, and that this computer is connected."), host);
  else
    /* TRANSLATORS: the name of a machine, and what the system says of it */
    g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_UNREADABLE,
                 _ ("“%s” could not be read to its end (%s). Try again, or save the page in your browser, and import "
                    "the file."),
                 host, self->error->message);
}

static gboolean
check_uri (GUri *uri, const char *address, SaysoLinkFlags flags, GError **error)
{
  g_autoptr (GInetAddress) literal = NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL || *host == '\0' ||
      (!g_str_equal (g_uri_get_scheme (uri), "http") && !g_str_equal (g_uri_get_scheme (uri), "https")))
    {
      g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_UNSUPPORTED,
                   _ ("“%s” is no address of a web page. Only such that begin with http:// or https:// are fetched."),
                   address);
      return FALSE;
    }
  if (g_uri_get_userinfo (uri) != NULL)
    {
      g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_UNSUPPORTED,
                   _ ("The address of a page on “%s” holds a name or a password. Take them out of it, or save the page "
                      "in your browser, and import the file."),
                   host);
      return FALSE;
    }
  literal = g_inet_address_new_from_string (host);
  if (!(flags & SAYSO_LINK_ALLOW_LOCAL) &&
      ((literal != NULL && sayso_link_is_local (literal)) || g_ascii_strcasecmp (host, "localhost") == 0 ||
       g_str_has_suffix (host, ".localhost") || g_str_has_suffix (host, ".local") ||
       g_str_has_suffix (host, ".internal")))
    {
      set_local (uri, error);
      return FALSE;
    }

  return TRUE;
}

static void
fetch_clear (Fetch *self)
{
  if (self->body != NULL)
    g_input_stream_close (self->body, NULL, NULL);
  g_clear_object (&self->body);
  g_clear_object (&self->message);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fetch, fetch_clear)

/* A proxy connects in our place, and may itself be near. */
static gboolean
is_proxied (GUri *uri, GCancellable *cancellable)
{
  g_autofree char *address = g_uri_to_string_partial (uri, G_URI_HIDE_FRAGMENT | G_URI_HIDE_QUERY);
  g_auto (GStrv) proxies = g_proxy_resolver_lookup (g_proxy_resolver_get_default (), address, cancellable, NULL);

  return proxies != NULL && proxies[0] != NULL && !g_str_equal (proxies[0], "direct://");
}

/* One question and its answer, while this thread's own main context turns. */
static void
fetch_one (Fetch *self, GUri *uri, gint64 deadline)
{
  g_autoptr (GSource) timer = g_timeout_source_new (MAX ((deadline - g_get_monotonic_time ()) / 1000, 1));
  gulong watch = 0;

  self->proxied = is_proxied (uri, self->reader);
  self->cancellable = g_cancellable_new ();
  self->bytes = g_byte_array_new ();
  self->message = soup_message_new_from_uri (SOUP_METHOD_GET, uri);
  soup_message_set_flags (self->message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_NEW_CONNECTION);
  soup_message_headers_append (soup_message_get_request_headers (self->message), "Accept",
                               "text/html, application/xhtml+xml, application/pdf, text/plain;q=0.9, */*;q=0.5");
  g_signal_connect (self->message, "network-event", G_CALLBACK (network_event), self);
  if (self->reader != NULL)
    watch = g_cancellable_connect (self->reader, G_CALLBACK (reader_cancelled), self, NULL);
  g_source_set_callback (timer, time_is_up, self, NULL);
  g_source_attach (timer, g_main_loop_get_context (self->loop));

  soup_session_send_async (self->session, self->message, G_PRIORITY_DEFAULT, self->cancellable, head_read, self);
  g_main_loop_run (self->loop);

  g_source_destroy (timer);
  if (self->reader != NULL)
    g_cancellable_disconnect (self->reader, watch);
}

static void
append_header (const char *name, const char *value, gpointer user_data)
{
  /* What would let another pass for the reader is not kept. */
  if (g_ascii_strcasecmp (name, "Set-Cookie") != 0)
    g_string_append_printf (user_data, "%s: %s\n", name, value);
}

static gboolean
check_answer (Fetch *self, GUri *uri, GError **error)
{
  guint status = soup_message_get_status (self->message);
  const char *host = g_uri_get_host (uri);

  if (self->body == NULL || self->error != NULL)
    {
      set_failed (self, uri, error);
      return FALSE;
    }
  if (status != 200)
    {
      /* TRANSLATORS: the name of a machine, then what it answered, as "404 Not Found" */
      g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_UNREADABLE,
                   _ ("“%s” answers “%u %s” instead of a page. Check the address, or open it in your browser, save the "
                      "page, and import the file."),
                   host, status, soup_message_get_reason_phrase (self->message));
      return FALSE;
    }
  if (!is_wanted (self->message))
    {
      g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_UNSUPPORTED,
                   _ ("What “%s” answers is no text (%s). Look for the page that it belongs to, and import that."),
                   host,
                   soup_message_headers_get_content_type (soup_message_get_response_headers (self->message), NULL));
      return FALSE;
    }
  if (self->bytes->len > self->limits->bytes)
    {
      g_autofree char *most = g_format_size_full (self->limits->bytes, G_FORMAT_SIZE_IEC_UNITS);

      g_set_error (
          error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_TOO_LARGE,
          _ ("What “%s” answers is larger than %s, or never ends. Save the page in your browser, and import the "
             "file."),
          host, most);
      return FALSE;
    }

  return TRUE;
}

/* The documents with the address, and what the server said, as their provenance. */
static GPtrArray *
make_documents (Fetch *self, const char *asked, GUri *uri, GError **error)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
  g_autofree char *final = g_uri_to_string_partial (uri, G_URI_HIDE_FRAGMENT);
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *fetched = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autoptr (SaysoProvenance) provenance = sayso_provenance_new ("link");
  const char *type = soup_message_headers_get_one (headers, "Content-Type");
  g_autoptr (GPtrArray) found = sayso_import_bytes_all (bytes, final, type, self->reader, error);
  GPtrArray *documents;

  if (found == NULL)
    return NULL;
  soup_message_headers_foreach (headers, append_header, said);
  sayso_provenance_set (provenance, "url", asked);
  sayso_provenance_set (provenance, "from", final);
  sayso_provenance_set (provenance, "fetched", fetched);
  sayso_provenance_set (provenance, "status", "200");
  sayso_provenance_set (provenance, "headers", said->str);

  documents = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < found->len; i++)
    {
      SaysoDocument *document = g_ptr_array_index (found, i), *whole;
      SaysoProvenance *own = sayso_document_get_provenance (document);
      g_auto (SaysoMetadata) metadata = { 0 };

      sayso_metadata_copy (sayso_document_get_metadata (document), &metadata);
      if (metadata.url == NULL)
        metadata.url = g_strdup (final);
      whole =
          sayso_document_new (sayso_document_get_original (document), final, sayso_document_get_media_type (document),
                              &metadata, sayso_document_get_text (document));
      sayso_provenance_set (provenance, "pages", sayso_provenance_get (own, "pages"));
      sayso_document_set_provenance (whole, provenance);
      g_ptr_array_add (documents, whole);
    }

  return documents;
}

static GPtrArray *
follow (SoupSession *session, GMainLoop *loop, const char *address, SaysoLinkFlags flags, const SaysoLinkLimits *limits,
        GCancellable *cancellable, GError **error)
{
  gint64 deadline = g_get_monotonic_time () + limits->seconds * G_USEC_PER_SEC;
  g_autoptr (GUri) uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL);

  for (guint hop = 0; hop <= limits->redirects; hop++)
    {
      g_auto (Fetch)
          fetch = { .session = session, .loop = loop, .limits = limits, .flags = flags, .reader = cancellable };
      const char *location;
      GUri *next;

      if (!check_uri (uri, address, flags, error))
        return NULL;
      fetch_one (&fetch, uri, deadline);
      if (fetch.body == NULL || !is_redirect (fetch.message))
        return check_answer (&fetch, uri, error) ? make_documents (&fetch, address, uri, error) : NULL;

      location = soup_message_headers_get_one (soup_message_get_response_headers (fetch.message), "Location");
      next = g_uri_parse_relative (uri, location, SOUP_HTTP_URI_FLAGS, NULL);
      g_uri_unref (uri);
      uri = next;
    }

  g_set_error (
      error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_UNREADABLE,
      _ ("“%s” only leads from one address to the next. Open it in your browser, save the page, and import the "
         "file."),
      address);
  return NULL;
}

/**
 * sayso_link_import:
 * @address: the address of a page, http or https
 * @flags: from where it may be fetched
 * @limits: (nullable): when to give up; %NULL for the usual
 * @cancellable: (nullable): a cancellable
 * @error: return location for a %SAYSO_IMPORT_ERROR; %SAYSO_IMPORT_ERROR_LOCAL where the flags do not allow the
 *   address, or one that it leads to
 *
 * Fetches a page that a reader asks for, and imports it. Nothing else is loaded, no cookie is sent or kept, no script
 * run; the server is told who asks. Blocks; not for the main thread.
 *
 * Returns: (transfer full) (element-type SaysoDocument): its documents, one at least
 */
GPtrArray *
sayso_link_import (const char *address, SaysoLinkFlags flags, const SaysoLinkLimits *limits, GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GMainContext) context = NULL;
  g_autoptr (GMainLoop) loop = NULL;
  g_autoptr (SoupSession) session = NULL;
  GPtrArray *documents;

  g_return_val_if_fail (address != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (limits == NULL)
    limits = &usual_limits;

  context = g_main_context_new ();
  g_main_context_push_thread_default (context);
  loop = g_main_loop_new (context, FALSE);
  session = soup_session_new_with_options ("timeout", limits->silence, "idle-timeout", 1, "max-conns", 1, NULL);
  soup_session_set_user_agent (session, "Sayso/" SAYSO_VERSION " (fetches single pages for their reader)");
  soup_session_remove_feature_by_type (session, SOUP_TYPE_COOKIE_JAR);
  documents = follow (session, loop, address, flags, limits, cancellable, error);
  soup_session_abort (session);
  while (g_main_context_iteration (context, FALSE))
    ;
  g_main_context_pop_thread_default (context);

  return documents;
}

/* sayso-selection.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-selection.h"

#include <string.h>

#include "sayso-decode.h"
#include "sayso-html.h"

#define PAGE_TYPE "text/html"
#define LINK_TYPE "text/x-moz-url"

/* Beside what was selected, browsers tell the address of the page that it was selected in. */
static const char *source_types[] = { "text/x-moz-url-priv", "chromium/x-source-url", NULL };

static SaysoSelection *
sayso_selection_copy (const SaysoSelection *self)
{
  SaysoSelection *copy = g_new0 (SaysoSelection, 1);

  copy->bytes = g_bytes_ref (self->bytes);
  copy->is_link = self->is_link;

  return copy;
}

static void
sayso_selection_free (SaysoSelection *self)
{
  g_bytes_unref (self->bytes);
  g_free (self);
}

G_DEFINE_BOXED_TYPE (SaysoSelection, sayso_selection, sayso_selection_copy, sayso_selection_free)

static void
spliced (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GdkContentDeserializer *deserializer = user_data;
  GError *error = NULL;
  SaysoSelection *selection;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) < 0)
    {
      gdk_content_deserializer_return_error (deserializer, error);
      return;
    }
  selection = g_new0 (SaysoSelection, 1);
  selection->bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  selection->is_link = g_str_equal (gdk_content_deserializer_get_mime_type (deserializer), LINK_TYPE);
  g_value_take_boxed (gdk_content_deserializer_get_value (deserializer), selection);
  gdk_content_deserializer_return_success (deserializer);
}

static void
deserialize (GdkContentDeserializer *deserializer)
{
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();

  g_output_stream_splice_async (output, gdk_content_deserializer_get_input_stream (deserializer),
                                G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                gdk_content_deserializer_get_priority (deserializer),
                                gdk_content_deserializer_get_cancellable (deserializer), spliced, deserializer);
}

/**
 * sayso_selection_register:
 *
 * Lets drops and the clipboard give selections.
 */
void
sayso_selection_register (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  gdk_content_register_deserializer (LINK_TYPE, SAYSO_TYPE_SELECTION, deserialize, NULL, NULL);
  gdk_content_register_deserializer (PAGE_TYPE, SAYSO_TYPE_SELECTION, deserialize, NULL, NULL);
  g_once_init_leave (&done, 1);
}

/**
 * sayso_selection_dup_address:
 * @self: a selection
 *
 * Returns: (transfer full) (nullable): the link's address, which stands before its title
 */
char *
sayso_selection_dup_address (const SaysoSelection *self)
{
  g_autofree char *text = NULL;
  gsize length;

  g_return_val_if_fail (self != NULL, NULL);

  if (!self->is_link || g_bytes_get_size (self->bytes) == 0)
    return NULL;
  text = sayso_decode (self->bytes, NULL, "", &length, NULL);

  return text != NULL ? g_strndup (text, strcspn (text, "\r\n")) : NULL;
}

/**
 * sayso_selection_dup_words:
 * @self: a selection
 *
 * Returns: (transfer full) (nullable): the words of the piece of a page; %NULL where there are none
 */
char *
sayso_selection_dup_words (const SaysoSelection *self)
{
  g_autofree char *markup = NULL;
  GString *words;
  gsize length;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->is_link || g_bytes_get_size (self->bytes) == 0)
    return NULL;
  markup = sayso_decode (self->bytes, NULL, "", &length, NULL);
  words = markup != NULL ? sayso_html_read_whole (markup, length, "", NULL, NULL) : NULL;

  return words != NULL ? g_string_free (words, words->len == 0) : NULL;
}

static void
source_spliced (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *address = NULL;
  gsize length;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) > 0)
    {
      bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
      address = sayso_decode (bytes, NULL, "", &length, NULL);
    }
  if (address != NULL)
    {
      const char *scheme;

      address[strcspn (address, "\r\n")] = '\0';
      scheme = g_uri_is_valid (address, G_URI_FLAGS_NONE, NULL) ? g_uri_peek_scheme (address) : NULL;
      if (g_strcmp0 (scheme, "https") != 0 && g_strcmp0 (scheme, "http") != 0)
        g_clear_pointer (&address, g_free);
    }
  g_task_return_pointer (task, g_steal_pointer (&address), g_free);
}

static void
source_opened (GObject *origin, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (GInputStream) input = GDK_IS_DROP (origin)
                                       ? gdk_drop_read_finish (GDK_DROP (origin), result, NULL, NULL)
                                       : gdk_clipboard_read_finish (GDK_CLIPBOARD (origin), result, NULL, NULL);

  if (input == NULL)
    g_task_return_pointer (task, NULL, NULL);
  else
    g_output_stream_splice_async (output, input,
                                  G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                  G_PRIORITY_DEFAULT, NULL, source_spliced, g_steal_pointer (&task));
}

/**
 * sayso_selection_read_source:
 * @origin: a #GdkDrop or a #GdkClipboard
 * @callback: called when the address is known, or that there is none
 * @user_data: for @callback
 *
 * Reads where the text of a drop or a clipboard was selected, as Firefox and Chromium tell it.
 */
void
sayso_selection_read_source (GObject *origin, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (origin, NULL, callback, user_data);
  g_autoptr (GdkContentFormats) wanted = gdk_content_formats_new (source_types, G_N_ELEMENTS (source_types) - 1);

  g_return_if_fail (GDK_IS_DROP (origin) || GDK_IS_CLIPBOARD (origin));

  if (!gdk_content_formats_match (GDK_IS_DROP (origin) ? gdk_drop_get_formats (GDK_DROP (origin))
                                                       : gdk_clipboard_get_formats (GDK_CLIPBOARD (origin)),
                                  wanted))
    g_task_return_pointer (task, NULL, NULL);
  else if (GDK_IS_DROP (origin))
    gdk_drop_read_async (GDK_DROP (origin), source_types, G_PRIORITY_DEFAULT, NULL, source_opened,
                         g_steal_pointer (&task));
  else
    gdk_clipboard_read_async (GDK_CLIPBOARD (origin), source_types, G_PRIORITY_DEFAULT, NULL, source_opened,
                              g_steal_pointer (&task));
}

/**
 * sayso_selection_read_source_finish:
 * @result: what the callback was given
 *
 * Returns: (transfer full) (nullable): the address of the page
 */
char *
sayso_selection_read_source_finish (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

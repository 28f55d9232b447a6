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

/* sayso-text.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-text.h"

#include <string.h>

/* The byte of every STRIDE-th code point is kept; the rest is counted from there. */
#define STRIDE 64

struct _SaysoText
{
  gatomicrefcount ref_count;
  char *utf8;
  gsize n_bytes;
  guint n_chars;
  guint32 *marks;
};

G_DEFINE_BOXED_TYPE (SaysoText, sayso_text, sayso_text_ref, sayso_text_unref)

/**
 * sayso_text_new:
 * @utf8: valid UTF-8; may hold U+0000
 * @length: its bytes, at most 2³² − 1; or -1 when it ends with a zero byte
 *
 * Makes a text of a copy of @utf8.
 *
 * Returns: (transfer full): a text
 */
SaysoText *
sayso_text_new (const char *utf8, gssize length)
{
  SaysoText *self;
  guint n_chars = 0;

  g_return_val_if_fail (utf8 != NULL, NULL);
  g_return_val_if_fail (length <= (gssize) G_MAXUINT32, NULL);

  self = g_new0 (SaysoText, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->n_bytes = length < 0 ? strlen (utf8) : (gsize) length;
  self->utf8 = g_malloc (self->n_bytes + 1);
  memcpy (self->utf8, utf8, self->n_bytes);
  self->utf8[self->n_bytes] = '\0';

  self->marks = g_new (guint32, self->n_bytes / STRIDE + 2);
  for (gsize byte = 0; byte < self->n_bytes; byte++)
    {
      if ((self->utf8[byte] & 0xc0) == 0x80)
        continue;
      if (n_chars % STRIDE == 0)
        self->marks[n_chars / STRIDE] = byte;
      n_chars++;
    }
  if (n_chars % STRIDE == 0)
    self->marks[n_chars / STRIDE] = self->n_bytes;
  self->n_chars = n_chars;

  return self;
}

SaysoText *
sayso_text_ref (SaysoText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sayso_text_unref (SaysoText *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->utf8);
  g_free (self->marks);
  g_free (self);
}

/**
 * sayso_text_get_utf8:
 * @self: a text
 *
 * Returns: (transfer none): its UTF-8, with a zero byte behind the last
 */
const char *
sayso_text_get_utf8 (SaysoText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->utf8;
}

gsize
sayso_text_get_bytes (SaysoText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_bytes;
}

guint
sayso_text_get_chars (SaysoText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_chars;
}

/**
 * sayso_text_to_byte:
 * @self: a text
 * @offset: a code point, at most the text's number of code points
 *
 * Returns: the byte at which it starts
 */
gsize
sayso_text_to_byte (SaysoText *self, guint offset)
{
  const char *p;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (offset <= self->n_chars, self->n_bytes);

  p = self->utf8 + self->marks[offset / STRIDE];
  for (guint i = offset % STRIDE; i > 0; i--)
    p = g_utf8_next_char (p);

  return p - self->utf8;
}

/**
 * sayso_text_to_char:
 * @self: a text
 * @byte: the first byte of a code point, or the text's number of bytes
 *
 * Returns: the code point that starts there
 */
guint
sayso_text_to_char (SaysoText *self, gsize byte)
{
  guint low = 0, high;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (byte <= self->n_bytes, self->n_chars);

  high = self->n_chars / STRIDE;
  while (low < high)
    {
      guint middle = (low + high + 1) / 2;

      if (self->marks[middle] <= byte)
        low = middle;
      else
        high = middle - 1;
    }

  return low * STRIDE + g_utf8_pointer_to_offset (self->utf8 + self->marks[low], self->utf8 + byte);
}

/**
 * sayso_text_slice:
 * @self: a text
 * @span: a span of it
 *
 * Returns: (transfer full): a copy of what stands there
 */
char *
sayso_text_slice (SaysoText *self, SaysoSpan span)
{
  gsize start, end;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (span.start <= span.end && span.end <= self->n_chars, NULL);

  start = sayso_text_to_byte (self, span.start);
  end = sayso_text_to_byte (self, span.end);

  return g_strndup (self->utf8 + start, end - start);
}

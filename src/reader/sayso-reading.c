/* sayso-reading.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-reading.h"

G_DEFINE_BOXED_TYPE (SaysoReading, sayso_reading, sayso_reading_ref, sayso_reading_unref)

static void
attribution_clear (SaysoAttribution *attribution)
{
  g_clear_pointer (&attribution->source, g_array_unref);
  g_clear_pointer (&attribution->cue, g_array_unref);
  g_clear_pointer (&attribution->content, g_array_unref);
}

/**
 * sayso_reading_new:
 * @text: the text to be read
 *
 * Returns: (transfer full): a reading that holds nothing yet
 */
SaysoReading *
sayso_reading_new (SaysoText *text)
{
  SaysoReading *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (SaysoReading, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->text = sayso_text_ref (text);
  self->strings = g_string_chunk_new (4096);
  self->sentences = g_array_new (FALSE, FALSE, sizeof (SaysoSentence));
  self->tokens = g_array_new (FALSE, FALSE, sizeof (SaysoToken));
  self->names = g_array_new (FALSE, FALSE, sizeof (SaysoName));
  self->attributions = g_array_new (FALSE, FALSE, sizeof (SaysoAttribution));
  g_array_set_clear_func (self->attributions, (GDestroyNotify) attribution_clear);

  return self;
}

SaysoReading *
sayso_reading_ref (SaysoReading *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sayso_reading_unref (SaysoReading *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->sentences);
  g_array_unref (self->tokens);
  g_array_unref (self->names);
  g_array_unref (self->attributions);
  g_free (self->model);
  g_string_chunk_free (self->strings);
  sayso_text_unref (self->text);
  g_free (self);
}

/* sayso-extraction.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-extraction.h"

G_DEFINE_BOXED_TYPE (SaysoExtraction, sayso_extraction, sayso_extraction_ref, sayso_extraction_unref)

void
sayso_extracted_time_clear (SaysoExtractedTime *self)
{
  g_free (self->value);
  g_free (self->mod);
  g_free (self->edtf);
  g_free (self->chosen);
  g_free (self->found);
}

static void
actor_clear (SaysoExtractedActor *actor)
{
  g_free (actor->name);
  g_clear_pointer (&actor->aliases, g_ptr_array_unref);
}

static void
event_clear (SaysoExtractedEvent *event)
{
  g_free (event->title);
  g_free (event->edtf);
  g_clear_pointer (&event->participants, g_array_unref);
}

static void
claim_clear (SaysoExtractedClaim *claim)
{
  g_clear_pointer (&claim->source, g_array_unref);
  g_clear_pointer (&claim->cue, g_array_unref);
  g_clear_pointer (&claim->content, g_array_unref);
  g_free (claim->basis);
  g_free (claim->description);
  g_free (claim->title);
}

static void
relation_clear (SaysoExtractedRelation *relation)
{
  g_free (relation->label);
  g_clear_pointer (&relation->evidence, g_array_unref);
}

static GArray *
items_new (guint size, gpointer clear)
{
  GArray *items = g_array_new (FALSE, TRUE, size);

  if (clear != NULL)
    g_array_set_clear_func (items, clear);

  return items;
}

/**
 * sayso_extraction_new:
 * @reading: what it is made from
 *
 * Returns: (transfer full): an extraction that holds nothing yet
 */
SaysoExtraction *
sayso_extraction_new (SaysoReading *reading)
{
  SaysoExtraction *self;

  g_return_val_if_fail (reading != NULL, NULL);

  self = g_new0 (SaysoExtraction, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->reading = sayso_reading_ref (reading);
  self->times = items_new (sizeof (SaysoExtractedTime), sayso_extracted_time_clear);
  self->actors = items_new (sizeof (SaysoExtractedActor), actor_clear);
  self->mentions = items_new (sizeof (SaysoExtractedMention), NULL);
  self->events = items_new (sizeof (SaysoExtractedEvent), event_clear);
  self->claims = items_new (sizeof (SaysoExtractedClaim), claim_clear);
  self->asides = items_new (sizeof (SaysoExtractedClaim), claim_clear);
  self->relations = items_new (sizeof (SaysoExtractedRelation), relation_clear);

  return self;
}

SaysoExtraction *
sayso_extraction_ref (SaysoExtraction *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sayso_extraction_unref (SaysoExtraction *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->times);
  g_array_unref (self->actors);
  g_array_unref (self->mentions);
  g_array_unref (self->events);
  g_array_unref (self->claims);
  g_array_unref (self->asides);
  g_array_unref (self->relations);
  sayso_reading_unref (self->reading);
  g_free (self);
}

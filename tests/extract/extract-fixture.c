/* extract-fixture.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "extract-fixture.h"

#include "sayso-reader.h"

SaysoExtraction *
extract (const char *utf8)
{
  g_autoptr (SaysoText) text = sayso_text_new (utf8, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoReading) reading = sayso_reader_read (text, NULL, &error);
  SaysoExtraction *extraction;

  g_assert_no_error (error);
  extraction = sayso_extract (reading, NULL, "2016-03-01", NULL, &error);
  g_assert_no_error (error);

  return extraction;
}

const SaysoExtractedActor *
actor (SaysoExtraction *self, guint i)
{
  return &g_array_index (self->actors, SaysoExtractedActor, i);
}

guint
find_actor (SaysoExtraction *self, const char *name)
{
  for (guint i = 0; i < self->actors->len; i++)
    if (g_str_equal (actor (self, i)->name, name) ||
        g_ptr_array_find_with_equal_func (actor (self, i)->aliases, name, g_str_equal, NULL))
      return i;

  return SAYSO_NONE;
}

void
assert_kind (SaysoExtraction *self, const char *name, SaysoNameKind kind)
{
  guint i = find_actor (self, name);

  if (i == SAYSO_NONE)
    g_test_message ("no actor %s", name);
  g_assert_cmpuint (i, !=, SAYSO_NONE);
  g_test_message ("%s", name);
  g_assert_cmpint (actor (self, i)->kind, ==, kind);
}

gboolean
has_relation (SaysoExtraction *self, const char *subject, const char *type, const char *object)
{
  guint a = find_actor (self, subject), b = find_actor (self, object);

  for (guint i = 0; i < self->relations->len; i++)
    {
      const SaysoExtractedRelation *relation = &g_array_index (self->relations, SaysoExtractedRelation, i);

      if (relation->subject == a && relation->object == b && g_str_equal (relation->type, type))
        return TRUE;
    }

  return FALSE;
}

const SaysoExtractedEvent *
find_event (SaysoExtraction *self, const char *trigger)
{
  for (guint i = 0; i < self->events->len; i++)
    {
      const SaysoExtractedEvent *event = &g_array_index (self->events, SaysoExtractedEvent, i);
      g_autofree char *word = sayso_text_slice (self->reading->text, event->trigger);

      if (g_str_equal (word, trigger))
        return event;
    }

  return NULL;
}

gboolean
takes_part (SaysoExtraction *self, const SaysoExtractedEvent *event, const char *role, const char *name)
{
  guint who = find_actor (self, name);

  for (guint i = 0; i < event->participants->len; i++)
    {
      const SaysoParticipant *participant = &g_array_index (event->participants, SaysoParticipant, i);

      if (participant->actor == who && g_str_equal (participant->role, role))
        return TRUE;
    }

  return FALSE;
}

const SaysoExtractedEvent *
first_event (SaysoExtraction *self)
{
  for (guint i = 0; i < self->events->len; i++)
    if (g_array_index (self->events, SaysoExtractedEvent, i).salience == SAYSO_SALIENCE_HIGH)
      return &g_array_index (self->events, SaysoExtractedEvent, i);

  return NULL;
}

guint
count_events (SaysoExtraction *self)
{
  guint n = 0;

  for (guint i = 0; i < self->events->len; i++)
    n += g_array_index (self->events, SaysoExtractedEvent, i).salience == SAYSO_SALIENCE_HIGH;

  return n;
}

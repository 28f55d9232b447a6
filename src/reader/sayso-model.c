/* sayso-model.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-syntax-private.h"

#include "sayso-reader-resources.h"

#define MAGIC "SaysoSyntax3"

typedef struct
{
  const guint8 *data;
  gsize left;
} Cursor;

static const guint8 *
take (Cursor *cursor, gsize n)
{
  const guint8 *data = cursor->data;

  if (data == NULL || n > cursor->left)
    {
      cursor->data = NULL;
      return NULL;
    }
  cursor->data += n;
  cursor->left -= n;

  return data;
}

static gboolean
read_part (Cursor *cursor, SaysoPerceptron *part)
{
  const guint8 *head = take (cursor, 8);
  guint32 numbers[2];

  if (head == NULL)
    return FALSE;
  memcpy (numbers, head, sizeof numbers);
  part->bits = GUINT32_FROM_LE (numbers[0]);
  part->n_classes = GUINT32_FROM_LE (numbers[1]);
  if (part->bits < 1 || part->bits > 24 || part->n_classes < 1 || part->n_classes > 128)
    return FALSE;
  part->checks = take (cursor, (gsize) 1 << part->bits);
  part->weights = (const gint8 *) take (cursor, (gsize) part->n_classes << part->bits);

  return part->weights != NULL;
}

static char **
read_names (Cursor *cursor, guint n)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < n; i++)
    {
      const guint8 *end = cursor->data != NULL ? memchr (cursor->data, '\0', cursor->left) : NULL;
      const guint8 *name = end != NULL ? take (cursor, end - cursor->data + 1) : NULL;

      if (name == NULL)
        return NULL;
      g_strv_builder_add (names, (const char *) name);
    }

  return g_strv_builder_end (names);
}

/* Reads a model file; @bytes must outlive @self. */
gboolean
sayso_model_read (SaysoModel *self, GBytes *bytes)
{
  Cursor cursor;
  const guint8 *magic;

  cursor.data = g_bytes_get_data (bytes, &cursor.left);
  magic = take (&cursor, sizeof MAGIC);
  if (magic == NULL || memcmp (magic, MAGIC, sizeof MAGIC) != 0)
    return FALSE;
  if (!read_part (&cursor, &self->tags) || !read_part (&cursor, &self->moves) || !read_part (&cursor, &self->labels) ||
      self->moves.n_classes != SAYSO_N_MOVES)
    return FALSE;
  self->tag_names = read_names (&cursor, self->tags.n_classes);
  self->label_names = read_names (&cursor, self->labels.n_classes);

  return self->tag_names != NULL && self->label_names != NULL;
}

static gpointer
load (gpointer unused)
{
  SaysoModel *self = g_new0 (SaysoModel, 1);
  g_autoptr (GError) error = NULL;

  self->bytes = g_resource_lookup_data (sayso_reader_get_resource (), "/io/github/sayso/Sayso/reader/en.model",
                                        G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (self->bytes == NULL || !sayso_model_read (self, self->bytes))
    g_error ("The reader's model that is compiled in cannot be read. Build Sayso again.");

  return self;
}

/* Loaded once, when first needed; shared by all threads. */
const SaysoModel *
sayso_model_get (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load, NULL);
}

/* The best of the classes that are allowed (a bit each; all where there are more than 32). */
guint
sayso_perceptron_decide (const SaysoPerceptron *self, const guint32 *features, guint n, guint allowed)
{
  gint32 scores[128] = { 0 };
  guint n_classes = self->n_classes, top = n_classes;

  for (guint f = 0; f < n; f++)
    {
      guint32 bucket = (features[f] * 2654435769u) >> (32 - self->bits);
      const gint8 *row = self->weights + (gsize) bucket * n_classes;

      if (self->checks[bucket] != sayso_feature_check (features[f]))
        continue;
      for (guint k = 0; k < n_classes; k++)
        scores[k] += row[k];
    }
  for (guint k = 0; k < n_classes; k++)
    if ((n_classes > 32 || (allowed >> k & 1)) && (top == n_classes || scores[k] > scores[top]))
      top = k;

  return top;
}

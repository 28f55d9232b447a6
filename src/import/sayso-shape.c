/* sayso-shape.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-shape.h"

#include <string.h>

/* How many numbers make a shape, and how many words in a row are counted as one. */
#define N_HASHES 64
#define WORDS 4

/* Texts that share this part of their runs of words are one story, edited. */
#define NEAR 0.3

/* Shorter texts have no shape: two notices of ten words are alike by chance. */
#define MIN_RUNS 20

/* A mixer of 64 bits (Stafford's thirteenth, as in SplitMix64). */
static guint64
mix (guint64 x)
{
  x = (x ^ x >> 30) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  x = (x ^ x >> 27) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return x ^ x >> 31;
}

static void
add_run (guint64 run, guint64 *least)
{
  for (guint i = 0; i < N_HASHES; i++)
    {
      guint64 hash = mix (run + (i + 1) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

      least[i] = MIN (least[i], hash);
    }
}

/**
 * sayso_shape_of:
 * @text: a text
 *
 * Takes a small sample of the runs of four words in a text, whatever their case and what parts them, so that two
 * texts can be compared without reading them: MinHash (Broder 1997) with 64 functions, of which 16 bits are kept
 * (Li and König 2010). A sign of a script without spaces counts as a word.
 *
 * Returns: (transfer full): its shape, 128 bytes; empty for a text too short to have one
 */
GBytes *
sayso_shape_of (SaysoText *text)
{
  guint64 least[N_HASHES], words[WORDS] = { 0 }, word = 0;
  guint16 kept[N_HASHES];
  guint n_words = 0;

  g_return_val_if_fail (text != NULL, NULL);

  memset (least, 0xff, sizeof least);
  for (const char *p = sayso_text_get_utf8 (text);; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean inside = c != 0 && g_unichar_isalnum (c), sign = inside && c >= 0x2e80;

      if (word != 0 && (!inside || sign))
        {
          words[n_words++ % WORDS] = word;
          word = 0;
          if (n_words >= WORDS)
            {
              guint64 run = 0;

              for (guint i = 0; i < WORDS; i++)
                run = mix (run ^ words[(n_words + i) % WORDS]);
              add_run (run, least);
            }
        }
      if (inside)
        word = mix (word ^ g_unichar_tolower (c)) | 1;
      if (c == 0)
        break;
    }
  if (n_words < WORDS + MIN_RUNS)
    return g_bytes_new (NULL, 0);

  for (guint i = 0; i < N_HASHES; i++)
    kept[i] = GUINT16_TO_LE (least[i] & 0xffff);

  return g_bytes_new (kept, sizeof kept);
}

/**
 * sayso_shape_compare:
 * @a: a shape
 * @b: another
 *
 * Returns: about which part of their runs of words two texts share, from 0 to 1
 */
double
sayso_shape_compare (GBytes *a, GBytes *b)
{
  gsize size_a, size_b;
  const guint16 *first, *second;
  guint same = 0;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  first = g_bytes_get_data (a, &size_a);
  second = g_bytes_get_data (b, &size_b);
  if (size_a != N_HASHES * sizeof (guint16) || size_b != size_a)
    return 0;
  for (guint i = 0; i < N_HASHES; i++)
    same += first[i] == second[i];

  return (double) same / N_HASHES;
}

/**
 * sayso_shape_is_near:
 * @a: a shape
 * @b: another
 *
 * Returns: whether the texts are one story, edited
 */
gboolean
sayso_shape_is_near (GBytes *a, GBytes *b)
{
  return sayso_shape_compare (a, b) >= NEAR;
}

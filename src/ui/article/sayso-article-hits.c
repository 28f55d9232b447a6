/* sayso-article-hits.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-article-hits.h"

#include <string.h>

/* A text in which letters are told apart by no more than a reader's eye: case and accents are gone. */
typedef struct
{
  GArray *letters; /* (element-type gunichar) */
  GArray *places;  /* (element-type SaysoSpan): the code points each comes from */
} Folded;

static void
add_letter (Folded *folded, gunichar letter, guint place)
{
  const SaysoSpan span = SAYSO_SPAN (place, place + 1);
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts = g_unichar_fully_decompose (letter, TRUE, parts, G_N_ELEMENTS (parts));

  /* An accent on its own belongs to the letter before it. */
  if (g_unichar_ismark (letter) && folded->places->len > 0)
    g_array_index (folded->places, SaysoSpan, folded->places->len - 1).end = place + 1;
  for (gsize i = 0; i < n_parts; i++)
    {
      gunichar plain = g_unichar_tolower (parts[i]);

      if (g_unichar_ismark (plain))
        continue;
      g_array_append_val (folded->letters, plain);
      g_array_append_val (folded->places, span);
    }
}

/* Whether a sign is one that is typed plainly where a printer sets it finely. */
static gunichar
plain_sign (gunichar sign)
{
  switch (sign)
    {
    case 0x2018:
    case 0x2019:
    case 0x02bc:
      return '\'';
    case 0x201c:
    case 0x201d:
    case 0x201e:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
      return '-';
    default:
      return sign;
    }
}

/* Space of any kind and length counts as one blank, so that words are found across lines. */
static void
fold (Folded *folded, const char *utf8)
{
  const gunichar blank = ' ';
  guint place = 0;
  gboolean spaced = FALSE;

  folded->letters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  folded->places = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p), place++)
    {
      const SaysoSpan span = SAYSO_SPAN (place, place + 1);
      gunichar letter = g_utf8_get_char (p);

      if (!g_unichar_isspace (letter))
        {
          add_letter (folded, plain_sign (letter), place);
          spaced = FALSE;
          continue;
        }
      if (spaced)
        continue;
      g_array_append_val (folded->letters, blank);
      g_array_append_val (folded->places, span);
      spaced = TRUE;
    }
}

static void
folded_clear (Folded *folded)
{
  g_clear_pointer (&folded->letters, g_array_unref);
  g_clear_pointer (&folded->places, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folded, folded_clear)

/**
 * sayso_article_hits_find:
 * @text: an article's text
 * @words: what to look for
 * @max_hits: how many to find at most
 *
 * Looks for words as a reader does: case, accents, the length of spaces and the shape of quotes and dashes do not
 * matter. Takes time in proportion to the text.
 *
 * Returns: (transfer full) (element-type SaysoSpan): where they are, in order; none overlap
 */
GArray *
sayso_article_hits_find (const char *text, const char *words, guint max_hits)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
  g_auto (Folded) hay = { NULL }, needle = { NULL };
  const gunichar *letters;
  guint n;

  g_return_val_if_fail (text != NULL && words != NULL, hits);

  fold (&needle, words);
  n = needle.letters->len;
  if (n == 0)
    return hits;

  fold (&hay, text);
  letters = (const gunichar *) hay.letters->data;
  for (guint i = 0; i + n <= hay.letters->len && hits->len < max_hits;)
    {
      SaysoSpan hit;

      if (letters[i] != g_array_index (needle.letters, gunichar, 0) ||
          memcmp (letters + i, needle.letters->data, n * sizeof (gunichar)) != 0)
        {
          i++;
          continue;
        }
      hit = SAYSO_SPAN (g_array_index (hay.places, SaysoSpan, i).start,
                        g_array_index (hay.places, SaysoSpan, i + n - 1).end);
      g_array_append_val (hits, hit);
      i += n;
    }

  return hits;
}

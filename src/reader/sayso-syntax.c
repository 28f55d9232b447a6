/* sayso-syntax.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-syntax-private.h"

/*
 * Tags and trees, both decided greedily by averaged perceptrons: tags from left to right, the tree by arc-eager
 * transitions (Nivre 2003) with the root behind the last token (Ballesteros and Nivre 2013) and the feature
 * templates of Zhang and Nivre (2011). Time is linear in the sentence.
 */

#define NO_WORD 0x9e3779b9u
#define NO_TAG 255

static inline guint32
mix (guint32 hash, guint32 value)
{
  hash = (hash ^ value) * 0x85ebca6bu;

  return hash ^ (hash >> 15);
}

static guint32
hash_letters (const char *text, gsize length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * 16777619u;

  return hash ^ (hash >> 13);
}

void
sayso_syntax_clear (SaysoSyntax *self)
{
  g_free (self->words);
  memset (self, 0, sizeof *self);
}

static void
reserve (SaysoSyntax *self, guint n)
{
  char *memory;

  if (n <= self->capacity)
    return;

  g_free (self->words);
  self->capacity = n = MAX (n, 64);
  memory = g_malloc0_n (n, 3 * sizeof (guint32) + 6 * sizeof (int) + 4);
  self->words = (guint32 *) memory;
  self->suffixes = self->words + n;
  self->shapes = self->suffixes + n;
  self->heads = (int *) (self->shapes + n);
  self->stack = self->heads + n;
  for (guint side = 0; side < 2; side++)
    {
      self->left[side] = self->stack + n * (1 + side);
      self->right[side] = self->stack + n * (3 + side);
    }
  self->tags = (guint8 *) (self->stack + n * 5);
  self->labels = self->tags + n;
  self->n_left = self->labels + n;
  self->n_right = self->n_left + n;
}

/* Makes room for a sentence; its words are to be added next. */
void
sayso_syntax_start (SaysoSyntax *self, guint n_tokens)
{
  reserve (self, n_tokens + 1);
  self->n_tokens = n_tokens;
  self->words[n_tokens] = NO_WORD + 1;
  self->tags[n_tokens] = NO_TAG - 1;
}

void
sayso_syntax_add_word (SaysoSyntax *self, guint i, const char *text, gsize length)
{
  char lower[SAYSO_WORD_MAX + 4];
  guint upper = 0, small = 0, digits = 0, other = 0;
  gboolean first = FALSE;
  gsize n = 0;

  length = MIN (length, SAYSO_WORD_MAX);
  for (gsize k = 0; k < length; k++)
    {
      char c = text[k];

      if (g_ascii_isupper (c))
        {
          upper++;
          first |= k == 0;
        }
      else if (g_ascii_isdigit (c))
        digits++;
      else if (g_ascii_islower (c) || (c & 0x80) != 0)
        small++;
      else
        other++;
      if (k + 2 < length && (guchar) c == 0xe2 && (guchar) text[k + 1] == 0x80 && ((guchar) text[k + 2] & 0xfe) == 0x98)
        {
          lower[n++] = '\'';
          k += 2;
        }
      else if (k + 2 < length && (guchar) c == 0xe2 && (guchar) text[k + 1] == 0x80 &&
               ((guchar) text[k + 2] & 0xfe) == 0x9c)
        {
          lower[n++] = '"';
          k += 2;
        }
      else
        lower[n++] = g_ascii_isdigit (c) ? '0' : g_ascii_tolower (c);
    }

  self->words[i] = hash_letters (lower, n);
  self->suffixes[i] = hash_letters (lower + (n > 3 ? n - 3 : 0), MIN (n, 3)) ^ 0x55u;
  self->shapes[i] = (upper == 0            ? 0
                     : upper == 1 && first ? 1
                     : small == 0          ? 2
                                           : 3) |
                    (digits > 0) << 2 | (other > 0) << 3 | (small > 0) << 4 | (n > 3) << 5 |
                    (guint32) (n > 1 ? (guchar) lower[n - 2] : 0) << 8 |
                    (guint32) (guchar) (n > 0 ? lower[n - 1] : 0) << 16 |
                    (guint32) (guchar) (n > 0 ? lower[0] : 0) << 24;
}

static inline guint32
word_at (const SaysoSyntax *self, int i)
{
  return i >= 0 && (guint) i <= self->n_tokens ? self->words[i] : NO_WORD + (i < 0 ? 2 : 3);
}

static inline guint32
tag_at (const SaysoSyntax *self, int i)
{
  return i >= 0 && (guint) i <= self->n_tokens ? self->tags[i] : NO_TAG;
}

#define ADD(value) features[n] = mix (n * 0x1000193u + 77u, value), n++

/* Before the tags of what stands to the left are decided, those of the right are unknown. */
guint
sayso_syntax_tag_features (const SaysoSyntax *self, guint i, guint32 *features)
{
  guint n = 0;
  int at = i;
  guint32 shape = self->shapes[i], case_ = shape & 0x3f;
  guint32 w0 = self->words[i], before = word_at (self, at - 1);
  guint32 after = i + 1 < self->n_tokens ? self->words[i + 1] : NO_WORD;
  guint32 t1 = i > 0 ? self->tags[i - 1] : NO_TAG, t2 = i > 1 ? self->tags[i - 2] : NO_TAG;
  guint32 next_shape = i + 1 < self->n_tokens ? self->shapes[i + 1] : 0;

  ADD (1);
  ADD (w0);
  ADD (mix (w0, case_));
  ADD (self->suffixes[i]);
  ADD (mix (self->suffixes[i], case_));
  ADD (shape >> 8 & 0xffff);
  ADD (shape >> 16 & 0xff);
  ADD (shape >> 24);
  ADD (mix (case_, i == 0));
  ADD (mix (mix (case_, i == 0), next_shape & 0x3f));
  ADD (mix (case_, i > 0 ? self->shapes[i - 1] & 0x3f : 64));
  ADD (t1);
  ADD (mix (t1, t2));
  ADD (mix (t1, w0));
  ADD (mix (mix (t1, t2), w0));
  ADD (before);
  ADD (mix (before, w0));
  ADD (i > 1 ? self->words[i - 2] : NO_WORD);
  ADD (after);
  ADD (mix (after, w0));
  ADD (i + 2 < self->n_tokens ? self->words[i + 2] : NO_WORD);
  ADD (i + 1 < self->n_tokens ? self->suffixes[i + 1] : 0);
  ADD (i > 0 ? self->suffixes[i - 1] : 0);
  ADD (mix (mix (t1, self->suffixes[i]), i + 1 < self->n_tokens ? self->suffixes[i + 1] : 0));
  ADD (mix (t1, after));
  ADD (mix (t1, case_));

  return n;
}

/* Tags are known: clears the tree and puts the first token before the reader. */
void
sayso_syntax_start_parse (SaysoSyntax *self)
{
  for (guint i = 0; i <= self->n_tokens; i++)
    {
      self->heads[i] = -1;
      self->labels[i] = NO_TAG;
      self->n_left[i] = self->n_right[i] = 0;
      for (guint side = 0; side < 2; side++)
        self->left[side][i] = self->right[side][i] = -1;
    }
  self->depth = 0;
  self->next = 0;
}

static inline guint32
label_at (const SaysoSyntax *self, int i)
{
  return i >= 0 && (guint) i <= self->n_tokens ? self->labels[i] : NO_TAG;
}

guint
sayso_syntax_move_features (const SaysoSyntax *self, guint32 *features)
{
  guint n = 0;
  int s0 = self->depth > 0 ? self->stack[self->depth - 1] : -1,
      s1 = self->depth > 1 ? self->stack[self->depth - 2] : -1;
  int n0 = self->next, n1 = n0 + 1, n2 = n0 + 2;
  int s0h = s0 >= 0 ? self->heads[s0] : -1, s0h2 = s0h >= 0 ? self->heads[s0h] : -1;
  int s0l = s0 >= 0 ? self->left[0][s0] : -1, s0l2 = s0 >= 0 ? self->left[1][s0] : -1;
  int s0r = s0 >= 0 ? self->right[0][s0] : -1, s0r2 = s0 >= 0 ? self->right[1][s0] : -1;
  int n0l = self->left[0][n0], n0l2 = self->left[1][n0];
  guint32 s0w = word_at (self, s0), s0t = tag_at (self, s0), n0w = word_at (self, n0), n0t = tag_at (self, n0);
  guint32 n1w = word_at (self, n1), n1t = tag_at (self, n1), n2w = word_at (self, n2), n2t = tag_at (self, n2);
  guint32 s0wt = mix (s0w, s0t), n0wt = mix (n0w, n0t), pair = mix (s0t + 1, n0t), words = mix (s0w, n0w);
  guint32 distance = s0 >= 0 ? MIN (n0 - s0, 10) > 5 ? 6 + (n0 - s0 > 9) : n0 - s0 : 0;
  guint32 vl = s0 >= 0 ? self->n_left[s0] : 9, vr = s0 >= 0 ? self->n_right[s0] : 9, nl = self->n_left[n0];

  ADD (s0wt);
  ADD (s0w);
  ADD (s0t);
  ADD (n0wt);
  ADD (n0w);
  ADD (n0t);
  ADD (mix (n1w, n1t));
  ADD (n1w);
  ADD (n1t);
  ADD (mix (n2w, n2t));
  ADD (n2t);
  ADD (mix (s0wt, n0wt));
  ADD (mix (s0wt, n0w));
  ADD (mix (s0w, n0wt));
  ADD (mix (s0wt, n0t));
  ADD (mix (s0t, n0wt));
  ADD (words);
  ADD (pair);
  ADD (mix (n0t, n1t));
  ADD (mix (mix (n0t, n1t), n2t));
  ADD (mix (pair, n1t));
  ADD (mix (mix (pair, n1t), n2t));
  ADD (mix (pair, tag_at (self, s0h)));
  ADD (mix (pair, tag_at (self, s0l)));
  ADD (mix (pair, tag_at (self, s0r)));
  ADD (mix (pair, tag_at (self, n0l)));
  ADD (mix (pair, tag_at (self, s1)));
  ADD (mix (mix (pair, tag_at (self, s1)), n1t));
  ADD (mix (s0w, distance));
  ADD (mix (s0t, distance));
  ADD (mix (n0w, distance));
  ADD (mix (n0t, distance));
  ADD (mix (words, distance));
  ADD (mix (pair, distance));
  ADD (mix (s0w, vr));
  ADD (mix (s0t, vr));
  ADD (mix (s0w, vl));
  ADD (mix (s0t, vl));
  ADD (mix (n0w, nl));
  ADD (mix (n0t, nl));
  ADD (word_at (self, s0h));
  ADD (mix (tag_at (self, s0h), label_at (self, s0)));
  ADD (mix (s0w, label_at (self, s0)));
  ADD (mix (pair, label_at (self, s0)));
  ADD (word_at (self, s0l));
  ADD (mix (s0t, label_at (self, s0l)));
  ADD (word_at (self, s0r));
  ADD (mix (s0w, label_at (self, s0r)));
  ADD (mix (pair, label_at (self, s0r)));
  ADD (word_at (self, n0l));
  ADD (mix (n0t, label_at (self, n0l)));
  ADD (mix (pair, label_at (self, n0l)));
  ADD (mix (tag_at (self, s0h2), mix (s0t, tag_at (self, s0h))));
  ADD (mix (mix (s0t, label_at (self, s0l)), label_at (self, s0l2)));
  ADD (mix (mix (s0t, label_at (self, s0r)), label_at (self, s0r2)));
  ADD (mix (mix (n0t, label_at (self, n0l)), label_at (self, n0l2)));
  ADD (mix (mix (s0t, tag_at (self, s0r)), tag_at (self, s0r2)));
  ADD (mix (mix (n0t, tag_at (self, n0l)), tag_at (self, n0l2)));
  ADD (mix (tag_at (self, s1), word_at (self, s1)));
  ADD (mix (words, n1t));
  ADD (mix (mix (s0w, n0t), n1t));
  ADD (mix (mix (s0t, n0w), n1t));
  ADD (mix (s0 >= 0 && self->heads[s0] >= 0, pair));

  return n;
}

guint
sayso_syntax_label_features (const SaysoSyntax *self, int head, int dependant, guint32 *features)
{
  guint n = 0;
  guint32 side = head > dependant, hw = word_at (self, head), dw = word_at (self, dependant);
  guint32 ht = tag_at (self, head), dt = tag_at (self, dependant), pair = mix (mix (ht, dt), side);
  guint32 first = self->left[0][dependant], child = mix (tag_at (self, first), word_at (self, first));
  guint32 distance = MIN (ABS (head - dependant), 5);
  int hl = self->left[0][head], hr = self->right[0][head];

  ADD (pair);
  ADD (mix (dw, side));
  ADD (mix (hw, side));
  ADD (mix (dw, pair));
  ADD (mix (hw, pair));
  ADD (mix (mix (hw, dw), side));
  ADD (mix (dw, dt));
  ADD (mix (child, pair));
  ADD (mix (mix (tag_at (self, first), label_at (self, first)), pair));
  ADD (mix (child, dt));
  ADD (mix (mix (child, hw), dt));
  ADD (mix (pair, distance));
  ADD (mix (pair, mix (tag_at (self, dependant - 1), tag_at (self, dependant + 1))));
  ADD (mix (pair, word_at (self, dependant - 1)));
  ADD (mix (pair, word_at (self, dependant + 1)));
  ADD (mix (pair, mix (tag_at (self, head - 1), tag_at (self, head + 1))));
  ADD (mix (pair, label_at (self, hl)));
  ADD (mix (pair, label_at (self, hr)));
  ADD (mix (pair, mix (label_at (self, hl), label_at (self, self->left[1][head]))));
  ADD (mix (pair, mix (self->n_left[head], self->n_right[head])));
  ADD (mix (pair, mix (label_at (self, head), tag_at (self, self->heads[head]))));
  ADD (mix ((guint) dependant < self->n_tokens ? self->suffixes[dependant] : 0, pair));
  ADD (mix (pair, word_at (self, hl)));
  ADD (mix (dt, mix (label_at (self, hl), hw)));

  return n;
}

#undef ADD

/* The moves that are possible here, as a bit each; none when the tree is complete. */
guint
sayso_syntax_allowed (const SaysoSyntax *self)
{
  gboolean stacked = self->depth > 0, headed = stacked && self->heads[self->stack[self->depth - 1]] >= 0;
  gboolean at_root = self->next == self->n_tokens;
  guint allowed = 0;

  if (!at_root)
    allowed |= 1u << SAYSO_MOVE_SHIFT;
  if (headed)
    allowed |= 1u << SAYSO_MOVE_REDUCE;
  if (stacked && !headed)
    allowed |= 1u << SAYSO_MOVE_LEFT;
  if (stacked && !at_root)
    allowed |= 1u << SAYSO_MOVE_RIGHT;

  return allowed;
}

static void
attach (SaysoSyntax *self, int head, int dependant, guint8 label)
{
  int **side = dependant < head ? self->left : self->right;
  guint8 *count = dependant < head ? self->n_left : self->n_right;

  self->heads[dependant] = head;
  self->labels[dependant] = label;
  side[1][head] = side[0][head];
  side[0][head] = dependant;
  count[head] += count[head] < 8;
}

void
sayso_syntax_move (SaysoSyntax *self, SaysoMove move, guint8 label)
{
  switch (move)
    {
    case SAYSO_MOVE_SHIFT:
      self->stack[self->depth++] = self->next++;
      break;
    case SAYSO_MOVE_REDUCE:
      self->depth--;
      break;
    case SAYSO_MOVE_LEFT:
      attach (self, self->next, self->stack[--self->depth], label);
      break;
    case SAYSO_MOVE_RIGHT:
      attach (self, self->stack[self->depth - 1], self->next, label);
      self->stack[self->depth++] = self->next++;
      break;
    case SAYSO_N_MOVES:
    default:
      g_assert_not_reached ();
    }
}

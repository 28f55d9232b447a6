/* sayso-mark-index.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-mark-index.h"

#define N_LEVELS 3
#define N_KINDS (SAYSO_ITEM_RELATION + 1)

/* Marks lie in one array, by start; reach[m] is the largest end within the half-open part of the array that has m as
 * its middle, so the array is an interval tree without pointers. */
struct _SaysoMarkIndex
{
  SaysoIndexedMark *marks;
  guint *reach;
  guint n_marks;
  guint n_items[N_KINDS];
};

typedef struct
{
  SaysoItemKind kind;
  gint64 id;
} ItemKey;

static guint
item_hash (gconstpointer key)
{
  const ItemKey *item = key;

  return g_int64_hash (&item->id) * N_KINDS + item->kind;
}

static gboolean
item_equal (gconstpointer a, gconstpointer b)
{
  const ItemKey *first = a, *second = b;

  return first->kind == second->kind && first->id == second->id;
}

static inline guint
mark_length (const SaysoMark *mark)
{
  return mark->span.end - mark->span.start;
}

static inline gboolean
is_shown (const SaysoMark *mark, SaysoMarkSet shown)
{
  return (shown & SAYSO_MARKS_OF (mark->kind)) != 0 &&
         (mark->standing != SAYSO_STANDING_REJECTED || (shown & SAYSO_MARKS_REJECTED) != 0);
}

static gboolean
is_valid (const SaysoMark *mark)
{
  return mark->span.start < mark->span.end && mark->kind >= SAYSO_ITEM_TIME && mark->kind <= SAYSO_ITEM_CLAIM;
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const SaysoMark *first = &((const SaysoIndexedMark *) a)->mark, *second = &((const SaysoIndexedMark *) b)->mark;

  if (first->span.start != second->span.start)
    return first->span.start < second->span.start ? -1 : 1;
  if (first->span.end != second->span.end)
    return first->span.end > second->span.end ? -1 : 1;
  if (first->kind != second->kind)
    return first->kind > second->kind ? -1 : 1;
  if (first->part != second->part)
    return first->part < second->part ? -1 : 1;

  return (first->id > second->id) - (first->id < second->id);
}

static guint
build_reach (SaysoMarkIndex *self, guint low, guint high)
{
  guint middle = low + (high - low) / 2, reach;

  if (low >= high)
    return 0;

  reach = self->marks[middle].mark.span.end;
  reach = MAX (reach, build_reach (self, low, middle));
  reach = MAX (reach, build_reach (self, middle + 1, high));

  return self->reach[middle] = reach;
}

static void
collect (const SaysoMarkIndex *self, guint low, guint high, SaysoSpan span, SaysoMarkSet shown, GArray *found)
{
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const SaysoMark *mark = &self->marks[middle].mark;

      if (self->reach[middle] <= span.start)
        return;
      collect (self, low, middle, span, shown, found);
      if (mark->span.start >= span.end)
        return;
      if (mark->span.end > span.start && is_shown (mark, shown))
        g_array_append_val (found, middle);
      low = middle + 1;
    }
}

/* Rank of what draws a line under its words, nearest the words first; -1 for what does not. */
static int
line_rank (const SaysoMark *mark)
{
  switch (mark->kind)
    {
    case SAYSO_ITEM_TIME:
      return 0;
    case SAYSO_ITEM_EVENT:
      return 1;
    case SAYSO_ITEM_CLAIM:
      return mark->part == SAYSO_MARK_CUE ? 2 : -1;
    case SAYSO_ITEM_ACTOR:
      return 3;
    case SAYSO_ITEM_NONE:
    case SAYSO_ITEM_ARTICLE:
    case SAYSO_ITEM_RELATION:
    default:
      return -1;
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const SaysoMarkIndex *self = user_data;
  const SaysoMark *first = &self->marks[*(const guint *) a].mark, *second = &self->marks[*(const guint *) b].mark;

  if (line_rank (first) != line_rank (second))
    return line_rank (first) - line_rank (second);
  if (mark_length (first) != mark_length (second))
    return mark_length (first) < mark_length (second) ? -1 : 1;

  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

static void
assign_levels (SaysoMarkIndex *self)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint8 *placed = g_new0 (guint8, self->n_marks + 1);

  for (guint i = 0; i < self->n_marks; i++)
    {
      if (line_rank (&self->marks[i].mark) >= 0)
        g_array_append_val (lines, i);
    }
  g_array_sort_with_data (lines, compare_lines, self);

  for (guint i = 0; i < lines->len; i++)
    {
      guint index = g_array_index (lines, guint, i), used = 0, level = 0;

      g_array_set_size (near, 0);
      collect (self, 0, self->n_marks, self->marks[index].mark.span, SAYSO_MARKS_ALL, near);
      for (guint n = 0; n < near->len; n++)
        {
          guint other = g_array_index (near, guint, n);

          if (placed[other])
            used |= 1u << self->marks[other].level;
        }
      while (level < N_LEVELS - 1 && (used & (1u << level)) != 0)
        level++;
      self->marks[index].level = level;
      placed[index] = TRUE;
    }
}

static gboolean
is_content (const SaysoMark *mark)
{
  return mark->kind == SAYSO_ITEM_CLAIM && mark->part == SAYSO_MARK_CONTENT &&
         mark->standing != SAYSO_STANDING_REJECTED;
}

/* Among contents that start at one place the longer ones come first, and among those that end at one place as well,
 * as they start earlier: it is enough to count what was met. */
static void
assign_insets (SaysoMarkIndex *self)
{
  g_autoptr (GHashTable) ends = g_hash_table_new (NULL, NULL);
  guint start = G_MAXUINT, n = 0;

  for (guint i = 0; i < self->n_marks; i++)
    {
      SaysoIndexedMark *it = &self->marks[i];
      gpointer end = GUINT_TO_POINTER (it->mark.span.end);

      if (!is_content (&it->mark))
        continue;

      n = it->mark.span.start == start ? n + 1 : 0;
      start = it->mark.span.start;
      it->start_inset = n;
      it->end_inset = GPOINTER_TO_UINT (g_hash_table_lookup (ends, end));
      g_hash_table_insert (ends, end, GUINT_TO_POINTER (it->end_inset + 1));
    }
}

static void
assign_stops (SaysoMarkIndex *self)
{
  g_autoptr (GHashTable) items = g_hash_table_new_full (item_hash, item_equal, g_free, NULL);

  /* The first content of each claim; then the first part of any kind of those that have none. */
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < self->n_marks; i++)
        {
          SaysoIndexedMark *it = &self->marks[i];
          ItemKey key = { it->mark.kind, it->mark.id };
          gboolean claim = it->mark.kind == SAYSO_ITEM_CLAIM;

          if (pass == 0 && claim && it->mark.part != SAYSO_MARK_CONTENT)
            continue;
          if (pass == 1 && !claim)
            continue;
          if (!g_hash_table_contains (items, &key))
            {
              g_hash_table_add (items, g_memdup2 (&key, sizeof key));
              if (it->mark.standing != SAYSO_STANDING_REJECTED)
                self->n_items[key.kind]++;
              it->stop = TRUE;
            }
          else if (!claim)
            {
              it->stop = TRUE;
            }
        }
    }
}

/**
 * sayso_mark_index_new:
 * @marks: (array length=n_marks): marks in any order; what is empty or of another kind is left out
 * @n_marks: how many
 *
 * Returns: (transfer full): an index of them
 */
SaysoMarkIndex *
sayso_mark_index_new (const SaysoMark *marks, guint n_marks)
{
  SaysoMarkIndex *self;

  g_return_val_if_fail (marks != NULL || n_marks == 0, NULL);

  self = g_new0 (SaysoMarkIndex, 1);
  self->marks = g_new0 (SaysoIndexedMark, n_marks + 1);
  for (guint i = 0; i < n_marks; i++)
    {
      if (is_valid (&marks[i]))
        self->marks[self->n_marks++].mark = marks[i];
    }
  qsort (self->marks, self->n_marks, sizeof *self->marks, compare_marks);

  self->reach = g_new0 (guint, self->n_marks + 1);
  build_reach (self, 0, self->n_marks);
  assign_levels (self);
  assign_insets (self);
  assign_stops (self);

  return self;
}

void
sayso_mark_index_free (SaysoMarkIndex *self)
{
  if (self == NULL)
    return;

  g_free (self->marks);
  g_free (self->reach);
  g_free (self);
}

guint
sayso_mark_index_get_n_marks (const SaysoMarkIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_marks;
}

const SaysoIndexedMark *
sayso_mark_index_get (const SaysoMarkIndex *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->n_marks, NULL);

  return &self->marks[index];
}

/**
 * sayso_mark_index_count_items:
 * @self: an index
 * @kind: a kind of item
 *
 * Returns: how many items of the kind have a mark; those rejected do not count
 */
guint
sayso_mark_index_count_items (const SaysoMarkIndex *self, SaysoItemKind kind)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (kind < N_KINDS, 0);

  return self->n_items[kind];
}

/**
 * sayso_mark_index_find:
 * @self: an index
 * @span: a piece of the text
 * @shown: which marks count
 * @found: (element-type guint): receives the marks that overlap @span, by start, longer ones first
 */
void
sayso_mark_index_find (const SaysoMarkIndex *self, SaysoSpan span, SaysoMarkSet shown, GArray *found)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (found != NULL);

  collect (self, 0, self->n_marks, span, shown, found);
}

/**
 * sayso_mark_index_hit:
 * @self: an index
 * @offset: a code point of the text
 * @shown: which marks count
 *
 * Returns: the shortest mark that covers the place, or %SAYSO_NONE
 */
guint
sayso_mark_index_hit (const SaysoMarkIndex *self, guint offset, SaysoMarkSet shown)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint best = SAYSO_NONE;

  g_return_val_if_fail (self != NULL, SAYSO_NONE);
  g_return_val_if_fail (offset < G_MAXUINT, SAYSO_NONE);

  collect (self, 0, self->n_marks, SAYSO_SPAN (offset, offset + 1), shown, found);
  for (guint i = 0; i < found->len; i++)
    {
      guint index = g_array_index (found, guint, i);

      if (best == SAYSO_NONE || mark_length (&self->marks[index].mark) <= mark_length (&self->marks[best].mark))
        best = index;
    }

  return best;
}

/* The first mark that starts at or after a place. */
static guint
lower_bound (const SaysoMarkIndex *self, guint offset)
{
  guint low = 0, high = self->n_marks;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->marks[middle].mark.span.start < offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * sayso_mark_index_step:
 * @self: an index
 * @offset: where the cursor is
 * @current: the mark the cursor was last taken to, or %SAYSO_NONE
 * @shown: which marks count
 * @step: 1 for the next, -1 for the one before
 *
 * Steps from mark to mark. Several may start at one place, which is why @current counts besides @offset; it does
 * not when the cursor has left its start since.
 *
 * Returns: the mark to go to, or %SAYSO_NONE at the end
 */
guint
sayso_mark_index_step (const SaysoMarkIndex *self, guint offset, guint current, SaysoMarkSet shown, int step)
{
  gint64 index;

  g_return_val_if_fail (self != NULL, SAYSO_NONE);
  g_return_val_if_fail (step == 1 || step == -1, SAYSO_NONE);

  if (current < self->n_marks && self->marks[current].mark.span.start == offset)
    index = (gint64) current + step;
  else if (step > 0)
    index = lower_bound (self, offset);
  else
    index = (gint64) lower_bound (self, offset) - 1;

  for (; index >= 0 && index < self->n_marks; index += step)
    {
      if (self->marks[index].stop && is_shown (&self->marks[index].mark, shown))
        return index;
    }

  return SAYSO_NONE;
}

/**
 * sayso_mark_index_find_item:
 * @self: an index
 * @kind: a kind of item
 * @id: an item
 * @near: a place in the text
 *
 * An item may be marked in many places.
 *
 * Returns: its stop nearest to @near, or %SAYSO_NONE where it has no mark
 */
guint
sayso_mark_index_find_item (const SaysoMarkIndex *self, SaysoItemKind kind, gint64 id, guint near)
{
  guint best = SAYSO_NONE, distance = G_MAXUINT;

  g_return_val_if_fail (self != NULL, SAYSO_NONE);

  for (guint i = 0; i < self->n_marks; i++)
    {
      const SaysoIndexedMark *it = &self->marks[i];
      guint away = it->mark.span.start > near ? it->mark.span.start - near : near - it->mark.span.start;

      if (it->mark.kind == kind && it->mark.id == id && it->stop && (best == SAYSO_NONE || away < distance))
        {
          best = i;
          distance = away;
        }
    }

  return best;
}

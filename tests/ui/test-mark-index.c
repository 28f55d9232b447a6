/* test-mark-index.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-mark-index.h"

static SaysoMark
mark (guint start, guint end, SaysoItemKind kind, gint64 id)
{
  return (SaysoMark) { .span = SAYSO_SPAN (start, end), .kind = kind, .id = id };
}

static SaysoMark
part (guint start, guint end, SaysoMarkPart which, gint64 id)
{
  return (SaysoMark) { .span = SAYSO_SPAN (start, end), .kind = SAYSO_ITEM_CLAIM, .part = which, .id = id };
}

static gint64
id_of (const SaysoMarkIndex *index, guint i)
{
  return i == SAYSO_NONE ? 0 : sayso_mark_index_get (index, i)->mark.id;
}

static const SaysoIndexedMark *
get (const SaysoMarkIndex *index, gint64 id)
{
  for (guint i = 0; i < sayso_mark_index_get_n_marks (index); i++)
    {
      if (sayso_mark_index_get (index, i)->mark.id == id)
        return sayso_mark_index_get (index, i);
    }
  g_assert_not_reached ();
}

static void
test_empty (void)
{
  g_autoptr (SaysoMarkIndex) index = sayso_mark_index_new (NULL, 0);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  sayso_mark_index_find (index, SAYSO_SPAN (0, 100), SAYSO_MARKS_ALL, found);
  g_assert_cmpuint (found->len, ==, 0);
  g_assert_cmpuint (sayso_mark_index_hit (index, 3, SAYSO_MARKS_ALL), ==, SAYSO_NONE);
  g_assert_cmpuint (sayso_mark_index_step (index, 0, SAYSO_NONE, SAYSO_MARKS_ALL, 1), ==, SAYSO_NONE);
  g_assert_cmpuint (sayso_mark_index_step (index, 9, 5, SAYSO_MARKS_ALL, -1), ==, SAYSO_NONE);
  g_assert_cmpuint (sayso_mark_index_find_item (index, SAYSO_ITEM_TIME, 1, 0), ==, SAYSO_NONE);
}

/* What lies outside the article's text, or is upside down, must do no harm. */
static void
test_hostile (void)
{
  const SaysoMark marks[] = {
    mark (5, 5, SAYSO_ITEM_TIME, 1), mark (9, 2, SAYSO_ITEM_TIME, 2),          mark (0, 4, SAYSO_ITEM_RELATION, 3),
    mark (0, 4, SAYSO_ITEM_NONE, 4), mark (0, G_MAXUINT, SAYSO_ITEM_ACTOR, 5),
  };
  g_autoptr (SaysoMarkIndex) index = sayso_mark_index_new (marks, G_N_ELEMENTS (marks));

  g_assert_cmpuint (sayso_mark_index_get_n_marks (index), ==, 1);
  g_assert_cmpint (id_of (index, sayso_mark_index_hit (index, 1000000, SAYSO_MARKS_ALL)), ==, 5);
}

static void
test_find (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20150211);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (SaysoMark));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (SaysoMarkIndex) index = NULL;

  for (guint i = 0; i < 2000; i++)
    {
      guint start = g_rand_int_range (rand, 0, 10000), length = g_rand_int_range (rand, 1, i % 50 == 0 ? 3000 : 30);
      SaysoMark it = mark (start, start + length, g_rand_int_range (rand, SAYSO_ITEM_TIME, SAYSO_ITEM_RELATION), i + 1);

      g_array_append_val (marks, it);
    }
  index = sayso_mark_index_new ((const SaysoMark *) marks->data, marks->len);

  for (guint round = 0; round < 200; round++)
    {
      guint start = g_rand_int_range (rand, 0, 10000);
      SaysoSpan span = SAYSO_SPAN (start, start + (guint) g_rand_int_range (rand, 1, 200));
      SaysoMarkSet shown = SAYSO_MARKS_ALL & ~SAYSO_MARKS_OF (SAYSO_ITEM_EVENT);
      guint expected = 0;

      for (guint i = 0; i < marks->len; i++)
        {
          const SaysoMark *it = &g_array_index (marks, SaysoMark, i);

          expected += it->kind != SAYSO_ITEM_EVENT && sayso_span_overlaps (it->span, span);
        }

      g_array_set_size (found, 0);
      sayso_mark_index_find (index, span, shown, found);
      g_assert_cmpuint (found->len, ==, expected);
      for (guint i = 1; i < found->len; i++)
        g_assert_cmpuint (g_array_index (found, guint, i - 1), <, g_array_index (found, guint, i));
    }
}

static void
test_hit (void)
{
  SaysoMark marks[] = {
    part (0, 60, SAYSO_MARK_CONTENT, 1), part (10, 40, SAYSO_MARK_CONTENT, 2), mark (12, 20, SAYSO_ITEM_TIME, 3),
    mark (30, 35, SAYSO_ITEM_ACTOR, 4),  part (30, 35, SAYSO_MARK_SOURCE, 5),  mark (50, 52, SAYSO_ITEM_EVENT, 6),
  };
  g_autoptr (SaysoMarkIndex) index = NULL;

  marks[5].standing = SAYSO_STANDING_REJECTED;
  index = sayso_mark_index_new (marks, G_N_ELEMENTS (marks));

  g_assert_cmpint (id_of (index, sayso_mark_index_hit (index, 0, SAYSO_MARKS_ALL)), ==, 1);
  g_assert_cmpint (id_of (index, sayso_mark_index_hit (index, 11, SAYSO_MARKS_ALL)), ==, 2);
  g_assert_cmpint (id_of (index, sayso_mark_index_hit (index, 12, SAYSO_MARKS_ALL)), ==, 3);
  g_assert_cmpint (id_of (index, sayso_mark_index_hit (index, 19, SAYSO_MARKS_ALL)), ==, 3);
  g_assert_cmpint (id_of (index, sayso_mark_index_hit (index, 20, SAYSO_MARKS_ALL)), ==, 2);
  g_assert_cmpint (id_of (index, sayso_mark_index_hit (index, 60, SAYSO_MARKS_ALL)), ==, 0);

  g_test_message ("Of two that are as long, the thing named wins over the claim that it is a source of.");
  g_assert_cmpint (id_of (index, sayso_mark_index_hit (index, 31, SAYSO_MARKS_ALL)), ==, 4);
  g_assert_cmpint (id_of (index, sayso_mark_index_hit (index, 31, SAYSO_MARKS_OF (SAYSO_ITEM_CLAIM))), ==, 5);

  g_test_message ("What was rejected is not there, unless it is shown.");
  g_assert_cmpint (id_of (index, sayso_mark_index_hit (index, 51, SAYSO_MARKS_ALL)), ==, 1);
  g_assert_cmpint (id_of (index, sayso_mark_index_hit (index, 51, SAYSO_MARKS_ALL | SAYSO_MARKS_REJECTED)), ==, 6);
  g_assert_cmpuint (sayso_mark_index_count_items (index, SAYSO_ITEM_EVENT), ==, 0);
  g_assert_cmpuint (sayso_mark_index_count_items (index, SAYSO_ITEM_CLAIM), ==, 3);
}

/* Lines of overlapping marks must not lie on one another, and those alone keep to their words. */
static void
test_levels (void)
{
  const SaysoMark marks[] = {
    mark (0, 20, SAYSO_ITEM_ACTOR, 1),    mark (5, 9, SAYSO_ITEM_TIME, 2),     mark (12, 20, SAYSO_ITEM_ACTOR, 3),
    mark (30, 40, SAYSO_ITEM_ACTOR, 4),   part (50, 80, SAYSO_MARK_SOURCE, 5), mark (55, 60, SAYSO_ITEM_ACTOR, 6),
    part (50, 90, SAYSO_MARK_CONTENT, 7),
  };
  g_autoptr (SaysoMarkIndex) index = sayso_mark_index_new (marks, G_N_ELEMENTS (marks));

  g_assert_cmpuint (get (index, 2)->level, ==, 0);
  g_assert_cmpuint (get (index, 3)->level, ==, 0);
  g_assert_cmpuint (get (index, 1)->level, ==, 1);
  g_assert_cmpuint (get (index, 4)->level, ==, 0);
  g_assert_cmpuint (get (index, 6)->level, ==, 0);
}

static void
test_many_levels (void)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (SaysoMark));
  g_autoptr (SaysoMarkIndex) index = NULL;

  for (guint i = 0; i < 100; i++)
    {
      SaysoMark it = mark (0, 10 + i, SAYSO_ITEM_ACTOR, i + 1);

      g_array_append_val (marks, it);
    }
  index = sayso_mark_index_new ((const SaysoMark *) marks->data, marks->len);

  for (guint i = 0; i < 100; i++)
    g_assert_cmpuint (get (index, i + 1)->level, ==, MIN (i, 2));
}

static void
test_insets (void)
{
  const SaysoMark marks[] = {
    part (0, 50, SAYSO_MARK_CONTENT, 1),
    part (0, 30, SAYSO_MARK_CONTENT, 2),
    part (35, 50, SAYSO_MARK_CONTENT, 3),
  };
  g_autoptr (SaysoMarkIndex) index = sayso_mark_index_new (marks, G_N_ELEMENTS (marks));

  g_assert_cmpuint (get (index, 1)->start_inset, ==, 0);
  g_assert_cmpuint (get (index, 2)->start_inset, ==, 1);
  g_assert_cmpuint (get (index, 3)->start_inset, ==, 0);
  g_assert_cmpuint (get (index, 1)->end_inset, ==, 0);
  g_assert_cmpuint (get (index, 2)->end_inset, ==, 0);
  g_assert_cmpuint (get (index, 3)->end_inset, ==, 1);
}

static void
test_step (void)
{
  const SaysoMark marks[] = {
    mark (0, 4, SAYSO_ITEM_TIME, 1),     part (10, 30, SAYSO_MARK_CONTENT, 2), mark (10, 15, SAYSO_ITEM_ACTOR, 3),
    part (32, 40, SAYSO_MARK_SOURCE, 2), part (41, 45, SAYSO_MARK_CUE, 2),     part (46, 60, SAYSO_MARK_CONTENT, 2),
    part (70, 75, SAYSO_MARK_SOURCE, 4), mark (80, 85, SAYSO_ITEM_ACTOR, 3),
  };
  const gint64 stops[] = { 1, 2, 3, 4, 3 };
  g_autoptr (SaysoMarkIndex) index = sayso_mark_index_new (marks, G_N_ELEMENTS (marks));
  guint offset = 0, current = SAYSO_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      current = sayso_mark_index_step (index, offset, current, SAYSO_MARKS_ALL, 1);
      g_assert_cmpint (id_of (index, current), ==, stops[i]);
      offset = sayso_mark_index_get (index, current)->mark.span.start;
    }
  g_assert_cmpuint (sayso_mark_index_step (index, offset, current, SAYSO_MARKS_ALL, 1), ==, SAYSO_NONE);

  for (guint i = G_N_ELEMENTS (stops) - 1; i > 0; i--)
    {
      current = sayso_mark_index_step (index, offset, current, SAYSO_MARKS_ALL, -1);
      g_assert_cmpint (id_of (index, current), ==, stops[i - 1]);
      offset = sayso_mark_index_get (index, current)->mark.span.start;
    }
  g_assert_cmpuint (sayso_mark_index_step (index, offset, current, SAYSO_MARKS_ALL, -1), ==, SAYSO_NONE);

  g_test_message ("A cursor that was moved in between counts for more than the last stop.");
  current = sayso_mark_index_step (index, 50, 0, SAYSO_MARKS_ALL, 1);
  g_assert_cmpint (id_of (index, current), ==, 4);
  current = sayso_mark_index_step (index, 50, SAYSO_NONE, SAYSO_MARKS_OF (SAYSO_ITEM_TIME), -1);
  g_assert_cmpint (id_of (index, current), ==, 1);
}

static void
test_find_item (void)
{
  const SaysoMark marks[] = {
    mark (0, 4, SAYSO_ITEM_ACTOR, 1),
    mark (100, 104, SAYSO_ITEM_ACTOR, 1),
    part (120, 124, SAYSO_MARK_SOURCE, 1),
    part (200, 260, SAYSO_MARK_CONTENT, 1),
  };
  g_autoptr (SaysoMarkIndex) index = sayso_mark_index_new (marks, G_N_ELEMENTS (marks));

  g_assert_cmpuint (sayso_mark_index_find_item (index, SAYSO_ITEM_ACTOR, 1, 20), ==, 0);
  g_assert_cmpuint (sayso_mark_index_find_item (index, SAYSO_ITEM_ACTOR, 1, 90), ==, 1);
  g_assert_cmpuint (sayso_mark_index_find_item (index, SAYSO_ITEM_CLAIM, 1, 0), ==, 3);
  g_assert_cmpuint (sayso_mark_index_find_item (index, SAYSO_ITEM_CLAIM, 2, 0), ==, SAYSO_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mark-index/empty", test_empty);
  g_test_add_func ("/mark-index/hostile", test_hostile);
  g_test_add_func ("/mark-index/find", test_find);
  g_test_add_func ("/mark-index/hit", test_hit);
  g_test_add_func ("/mark-index/levels", test_levels);
  g_test_add_func ("/mark-index/many-levels", test_many_levels);
  g_test_add_func ("/mark-index/insets", test_insets);
  g_test_add_func ("/mark-index/step", test_step);
  g_test_add_func ("/mark-index/find-item", test_find_item);

  return g_test_run ();
}

/* test-interval.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-interval.h"

static SaysoBounds
bounds_of (const char *earliest, const char *latest, gboolean lasting)
{
  SaysoBounds bounds;

  g_assert_true (sayso_bounds_parse (earliest, latest, &bounds));
  bounds.lasting = lasting;

  return bounds;
}

#define ONCE(a, b) (bounds_of (a, b, FALSE))
#define LASTED(a, b) (bounds_of (a, b, TRUE))
#define ASK(question, a, b)                                                                                            \
  ({                                                                                                                   \
    SaysoBounds left = a, right = b;                                                                                   \
    question (&left, &right);                                                                                          \
  })

static void
test_before (void)
{
  g_assert_cmpint (ASK (sayso_bounds_before, ONCE ("2014-01-01", "2014-12-31"), ONCE ("2015-01-01", "2015-12-31")), ==,
                   SAYSO_ANSWER_CERTAIN);
  g_assert_cmpint (ASK (sayso_bounds_before, ONCE ("2014-01-01", "2015-06-30"), ONCE ("2015-01-01", "2015-12-31")), ==,
                   SAYSO_ANSWER_POSSIBLE);
  g_assert_cmpint (ASK (sayso_bounds_before, ONCE ("2016-01-01", "2016-06-30"), ONCE ("2015-01-01", "2015-12-31")), ==,
                   SAYSO_ANSWER_NO);
  g_assert_cmpint (ASK (sayso_bounds_before, ONCE (NULL, "2014-12-31"), ONCE ("2015-01-01", NULL)), ==,
                   SAYSO_ANSWER_CERTAIN);
  g_assert_cmpint (ASK (sayso_bounds_before, ONCE (NULL, NULL), ONCE (NULL, NULL)), ==, SAYSO_ANSWER_POSSIBLE);
}

static void
test_overlap (void)
{
  /* Twice somewhere in June need not be at once; two things that lasted all June were. */
  g_assert_cmpint (ASK (sayso_bounds_overlap, ONCE ("2015-06-01", "2015-06-30"), ONCE ("2015-06-01", "2015-06-30")), ==,
                   SAYSO_ANSWER_POSSIBLE);
  g_assert_cmpint (ASK (sayso_bounds_overlap, LASTED ("2015-06-01", "2015-06-30"), LASTED ("2015-06-15", "2015-07-30")),
                   ==, SAYSO_ANSWER_CERTAIN);
  g_assert_cmpint (ASK (sayso_bounds_overlap, LASTED ("2015-06-01", "2015-06-30"), ONCE ("2015-06-10", "2015-06-12")),
                   ==, SAYSO_ANSWER_CERTAIN);
  g_assert_cmpint (ASK (sayso_bounds_overlap, ONCE ("2015-05-01", "2015-05-31"), ONCE ("2015-06-01", "2015-06-30")), ==,
                   SAYSO_ANSWER_NO);
}

static void
test_during (void)
{
  g_assert_cmpint (ASK (sayso_bounds_during, ONCE ("2015-06-10", "2015-06-12"), LASTED ("2015-06-01", "2015-06-30")),
                   ==, SAYSO_ANSWER_CERTAIN);
  g_assert_cmpint (ASK (sayso_bounds_during, ONCE ("2015-06-10", "2015-07-12"), LASTED ("2015-06-01", "2015-06-30")),
                   ==, SAYSO_ANSWER_POSSIBLE);
  g_assert_cmpint (ASK (sayso_bounds_during, LASTED ("2015-05-01", "2015-07-12"), LASTED ("2015-06-01", "2015-06-30")),
                   ==, SAYSO_ANSWER_NO);
}

static void
test_soft (void)
{
  SaysoBounds year = LASTED ("2014-06-01", "2015-06-30"), point = ONCE ("2014-06-10", "2014-06-12");

  g_assert_cmpint (sayso_bounds_overlap (&year, &point), ==, SAYSO_ANSWER_CERTAIN);
  year.soft_start = 36;
  g_assert_cmpint (sayso_bounds_overlap (&year, &point), ==, SAYSO_ANSWER_POSSIBLE);
}

/* Against all intervals on a small clock: what can be, can be found, and nothing else. */
static gboolean
holds (int s, int e, int t, int f, SaysoAllen relation)
{
  switch (relation)
    {
    case SAYSO_ALLEN_BEFORE:
      return e + 1 < t;
    case SAYSO_ALLEN_MEETS:
      return e + 1 == t;
    case SAYSO_ALLEN_OVERLAPS:
      return s < t && t <= e && e < f;
    case SAYSO_ALLEN_STARTS:
      return s == t && e < f;
    case SAYSO_ALLEN_DURING:
      return s > t && e < f;
    case SAYSO_ALLEN_FINISHES:
      return s > t && e == f;
    case SAYSO_ALLEN_EQUALS:
      return s == t && e == f;
    default:
      return holds (t, f, s, e, SAYSO_ALLEN_AFTER - relation);
    }
}

static void
test_all (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1983);

  for (guint n = 0; n < 3000; n++)
    {
      int at[8];
      SaysoInterval a, b;
      guint expected = 0;

      for (guint i = 0; i < 8; i += 2)
        {
          at[i] = g_rand_int_range (rand, 0, 7);
          at[i + 1] = at[i] + g_rand_int_range (rand, 0, 4);
        }
      a = (SaysoInterval) { at[0], at[1], at[2], at[3] };
      b = (SaysoInterval) { at[4], at[5], at[6], at[7] };
      for (int s = at[0]; s <= at[1]; s++)
        for (int e = MAX (s, at[2]); e <= at[3]; e++)
          for (int t = at[4]; t <= at[5]; t++)
            for (int f = MAX (t, at[6]); f <= at[7]; f++)
              for (guint r = 0; r <= SAYSO_ALLEN_AFTER; r++)
                if (holds (s, e, t, f, r))
                  expected |= 1u << r;
      g_assert_cmphex (sayso_interval_possible_relations (&a, &b), ==, expected);
    }
}

static void
test_compare (void)
{
  g_assert_cmpint (ASK (sayso_bounds_compare, ONCE (NULL, "2015-01-01"), ONCE ("2014-01-01", NULL)), <, 0);
  g_assert_cmpint (ASK (sayso_bounds_compare, ONCE ("2014-01-01", "2014-01-31"), ONCE ("2014-01-01", "2014-12-31")), <,
                   0);
  g_assert_cmpint (ASK (sayso_bounds_compare, ONCE ("2014-01-01", NULL), ONCE ("2014-01-01", NULL)), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interval/before", test_before);
  g_test_add_func ("/interval/overlap", test_overlap);
  g_test_add_func ("/interval/during", test_during);
  g_test_add_func ("/interval/soft", test_soft);
  g_test_add_func ("/interval/all", test_all);
  g_test_add_func ("/interval/compare", test_compare);

  return g_test_run ();
}

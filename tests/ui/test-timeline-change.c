/* test-timeline-change.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-change.h"

#include <math.h>

#include "sayso-edtf.h"

#define DAY ((double) SAYSO_SECONDS_A_DAY)

static SaysoBounds
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoEdtf) edtf = sayso_edtf_parse (text, &error);
  SaysoBounds bounds;

  g_assert_no_error (error);
  sayso_edtf_get_bounds (edtf, &bounds);

  return bounds;
}

/* Every date a reader can make is written so that it is read as the same. */
static void
test_written_and_read (void)
{
  static const char *const dates[] = {
    "2015",         "2015-07",       "2015-07-11",           "[2015-07-11..2015-07-20]",
    "2014-06/2015", "2014/2015",     "-0043-03-15",          "[..2015-04]",
    "2014-06/..",   "../2014-06-03", "2015-07-11/2015-07-20"
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      SaysoBounds bounds = parse (dates[i]), again;
      g_autofree char *text = sayso_timeline_bounds_to_edtf (&bounds);

      again = parse (text);
      g_assert_cmpint (bounds.earliest, ==, again.earliest);
      g_assert_cmpint (bounds.latest, ==, again.latest);
      g_assert_cmpint (bounds.lasting, ==, again.lasting);
      if (i != 4) /* in months or in years, not in both */
        g_assert_cmpstr (text, ==, dates[i]);
    }
  for (guint i = 0; i < 2000; i++)
    {
      gint64 first = g_rand_int_range (random, -800000, 800000), days = g_rand_int_range (random, 1, 1000);
      SaysoBounds bounds = { first * SAYSO_SECONDS_A_DAY, (first + days) * SAYSO_SECONDS_A_DAY - 1, 0, 0,
                             g_rand_boolean (random) };
      SaysoTimelinePart part = g_rand_int_range (random, SAYSO_TIMELINE_PART_START, SAYSO_TIMELINE_PART_WHOLE + 1);
      double way = g_rand_double_range (random, -2000, 2000) * DAY;
      double scale = pow (10, g_rand_double_range (random, -8, -2));
      SaysoBounds changed = sayso_timeline_change (&bounds, part, 0, way, scale), again;
      g_autofree char *text = sayso_timeline_bounds_to_edtf (&changed);

      g_assert_cmpint (changed.earliest, <, changed.latest);
      g_assert_cmpint (changed.lasting, ==, bounds.lasting);
      again = parse (text);
      g_assert_cmpint (changed.earliest, ==, again.earliest);
      g_assert_cmpint (changed.latest, ==, again.latest);
      if (changed.latest - changed.earliest >= SAYSO_SECONDS_A_DAY)
        g_assert_cmpint (changed.lasting, ==, again.lasting);
    }
}

static void
assert_change (const char *from, SaysoTimelinePart part, double days, double pixels_per_day, const char *to)
{
  SaysoBounds bounds = parse (from);
  SaysoBounds changed = sayso_timeline_change (&bounds, part, 5 * DAY, (5 + days) * DAY, pixels_per_day / DAY);
  g_autofree char *text = sayso_timeline_bounds_to_edtf (&changed);

  g_assert_cmpstr (text, ==, to);
}

static void
test_snaps (void)
{
  /* As exactly as one can aim. */
  assert_change ("2015-02/2015-06", SAYSO_TIMELINE_PART_END, -9.3, 10, "2015-02-01/2015-06-21");
  assert_change ("2015-02/2015-06", SAYSO_TIMELINE_PART_END, -29, 1, "2015-02/2015-05");
  assert_change ("2015-02/2015-06", SAYSO_TIMELINE_PART_START, -500, 0.1, "2014-01/2015-06");
  /* An end does not pass the other. */
  assert_change ("[2015-07-11..2015-07-20]", SAYSO_TIMELINE_PART_START, 400, 10, "2015-07-20");
  assert_change ("2015-07-11/2015-07-20", SAYSO_TIMELINE_PART_END, -400, 10, "2015-07-11/2015-07-11");
  /* What is moved stays as long; a month stays a month. */
  assert_change ("[2015-07-11..2015-07-20]", SAYSO_TIMELINE_PART_WHOLE, 3.4, 10, "[2015-07-14..2015-07-23]");
  assert_change ("2015-01", SAYSO_TIMELINE_PART_WHOLE, 29, 10, "2015-02");
  assert_change ("2015-01", SAYSO_TIMELINE_PART_WHOLE, 3, 10, "[2015-01-04..2015-02-03]");
  assert_change ("2015", SAYSO_TIMELINE_PART_WHOLE, 366, 1, "2016");
  assert_change ("2015-01-09", SAYSO_TIMELINE_PART_WHOLE, 0.2, 10, "2015-01-09");
}

static void
test_at (void)
{
  static const struct
  {
    double pixels_per_day;
    const char *edtf;
  } at[] = { { 10, "2015-07-11" }, { 1, "2015-07" }, { 0.05, "2015" } };

  for (guint i = 0; i < G_N_ELEMENTS (at); i++)
    {
      SaysoBounds bounds =
          sayso_timeline_bounds_at (sayso_date_to_seconds (2015, 7, 11) + 7000, at[i].pixels_per_day / DAY);
      g_autofree char *text = sayso_timeline_bounds_to_edtf (&bounds);

      g_assert_cmpstr (text, ==, at[i].edtf);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline-change/written-and-read", test_written_and_read);
  g_test_add_func ("/timeline-change/snaps", test_snaps);
  g_test_add_func ("/timeline-change/at", test_at);

  return g_test_run ();
}

/* test-timeline-ticks.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-ticks.h"

#include <locale.h>
#include <math.h>

#include "sayso-bounds.h"

static char *
join_labels (int year, int month, int day, double days, double width)
{
  double from = sayso_date_to_seconds (year, month, day);
  double seconds = days * SAYSO_SECONDS_A_DAY;
  g_autofree char *context = sayso_timeline_context (from, width / seconds, 60);
  g_autoptr (GArray) ticks = sayso_timeline_ticks (from, from + seconds, width / seconds, 60);
  g_autoptr (GString) line = g_string_new (context);

  for (guint i = 0; i < ticks->len; i++)
    {
      SaysoTick *tick = &g_array_index (ticks, SaysoTick, i);

      if (tick->label != NULL)
        g_string_append_printf (line, "%s%s%s%s", line->len > 0 ? " | " : "", tick->major ? "*" : "", tick->label,
                                tick->major ? "*" : "");
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
test_units (void)
{
  static const struct
  {
    int year, month, day;
    double days;
    double width;
    const char *labels;
  } cases[] = {
    { 2015, 7, 11, 0.25, 500, "11 Jul 2015 | *11 Jul* | 01:00 | 02:00 | 03:00 | 04:00 | 05:00 | 06:00" },
    { 2015, 7, 11, 1.1, 300, "11 Jul 2015 | *11 Jul* | 06:00 | 12:00 | 18:00 | *12 Jul*" },
    { 2015, 6, 29, 4, 300, "Jun 2015 | 29 | 30 | *Jul* | 2 | 3" },
    { 2014, 10, 1, 180, 600, "2014 | Oct | Nov | Dec | *2015* | Feb | Mar" },
    { 2014, 2, 1, 730, 600, "2014 | Apr | Jul | Oct | *2015* | Apr | Jul | Oct | *2016*" },
    { 2008, 1, 1, 4 * 365.25, 300, "2008 | 2009 | *2010* | 2011 | 2012" },
    { 1985, 1, 1, 20 * 365.25, 320, "1985 | 1990 | 1995 | *2000* | 2005" },
    { 1066, 1, 1, 950 * 365.2425, 700, "1100 | 1200 | 1300 | 1400 | 1500 | 1600 | 1700 | 1800 | 1900 | *2000*" },
    /* Around the year 1, which has no year 0 before it. */
    { -29, 1, 1, 60 * 365.2425, 400, "30 BC | 20 BC | 10 BC | *AD 1* | AD 10 | AD 20 | AD 30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *labels =
          join_labels (cases[i].year, cases[i].month, cases[i].day, cases[i].days, cases[i].width);

      g_assert_cmpstr (labels, ==, cases[i].labels);
    }
}

/* At any scale and anywhere: in order, within the range, not too many, and labels apart. */
static void
test_any_scale (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint round = 0; round < 2000; round++)
    {
      double center = g_rand_double_range (random, -4e11, 4e11);
      double scale = pow (10, g_rand_double_range (random, -8.7, 1));
      double from = center - 600 / scale, to = center + 600 / scale, last_label = -G_MAXDOUBLE;
      g_autoptr (GArray) ticks = sayso_timeline_ticks (from, to, scale, 60);

      g_assert_cmpuint (ticks->len, <=, 60);
      for (guint i = 0; i < ticks->len; i++)
        {
          SaysoTick *tick = &g_array_index (ticks, SaysoTick, i);

          g_assert_cmpfloat (tick->time, >=, floor (from));
          g_assert_cmpfloat (tick->time, <=, ceil (to));
          if (i > 0)
            g_assert_cmpint (tick->time, >, tick[-1].time);
          if (tick->label == NULL)
            continue;
          g_assert_true (g_utf8_validate (tick->label, -1, NULL));
          g_assert_cmpfloat ((tick->time - last_label) * scale, >=, 40);
          last_label = tick->time;
        }
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-ticks/units", test_units);
  g_test_add_func ("/timeline-ticks/any-scale", test_any_scale);
  return g_test_run ();
}

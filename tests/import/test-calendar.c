/* test-calendar.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-calendar.h"

#include <glib.h>

static void
test_dates (void)
{
  static const struct
  {
    const char *words;
    const char *date;
  } cases[] = {
    { "2015-03-04", "2015-03-04" },
    { "2015-03-04T05:06:07+01:00", "2015-03-04T05:06:07+01:00" },
    { "2015-03-04T05:06:07.123Z", "2015-03-04T05:06:07Z" },
    { "2015-03-04 05:06", "2015-03-04T05:06" },
    { "2015-03", "2015-03" },
    { "2015/3/4", "2015-03-04" },
    { "20150304", "2015-03-04" },
    { "4 March 2015", "2015-03-04" },
    { "Wed, 4 Mar 2015 10:00 GMT", "2015-03-04" },
    { "4th of March, 2015", "2015-03-04" },
    { "Wednesday, March 4th, 2015", "2015-03-04" },
    { "Sept. 4, 2015", "2015-09-04" },
    { "March 2015", "2015-03" },
    { "30 February 2015", NULL },
    { "2015-13-01", NULL },
    { "03/04/2015", NULL },
    { "13/04/2015", "2015-04-13" },
    { "04-13-2015", "2015-04-13" },
    { "04.03.2015", "2015-03-04" },
    { "4.3.15", NULL },
    { "4. März 2015", "2015-03-04" },
    { "1er août 2015", "2015-08-01" },
    { "4 de marzo de 2015", "2015-03-04" },
    { "2015年3月4日", "2015-03-04" },
    { "Martian 4, 2015", NULL },
    { "2015", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = sayso_calendar_parse (cases[i].words, NULL);

      g_test_message ("%s", cases[i].words);
      g_assert_cmpstr (date, ==, cases[i].date);
    }
}

static void
test_used (void)
{
  g_autofree char *date = NULL;
  gsize used = 0;

  date = sayso_calendar_parse ("4 March 2015, in the evening", &used);
  g_assert_cmpuint (used, ==, strlen ("4 March 2015"));
}

static void
test_iso (void)
{
  static const char *const good[] = { "2015", "2015-03", "2015-03-04", "2015-03-04T05:06:07Z" };
  static const char *const bad[] = { "",           "15",          "0000",         "2015-3-4",
                                     "2015-02-30", "2015-03-04x", "4 March 2015", "20150304" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (sayso_calendar_is_iso (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (sayso_calendar_is_iso (bad[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/dates", test_dates);
  g_test_add_func ("/calendar/used", test_used);
  g_test_add_func ("/calendar/iso", test_iso);

  return g_test_run ();
}

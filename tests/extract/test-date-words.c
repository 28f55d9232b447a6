/* test-date-words.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-date-words.h"

#include <locale.h>

typedef struct
{
  const char *earliest;
  const char *latest;
  const char *words;
  const char *long_words;
} Case;

static void
check (const Case *row, gboolean lasting, guint soft_start, guint soft_end)
{
  SaysoBounds bounds;
  g_autofree char *words = NULL, *long_words = NULL;

  g_assert_true (sayso_bounds_parse (row->earliest, row->latest, &bounds));
  bounds.lasting = lasting;
  bounds.soft_start = soft_start;
  bounds.soft_end = soft_end;
  words = sayso_bounds_to_words (&bounds);
  long_words = sayso_bounds_to_long_words (&bounds);
  g_assert_cmpstr (words, ==, row->words);
  g_assert_cmpstr (long_words, ==, row->long_words);
}

static void
test_once (void)
{
  static const Case cases[] = {
    { "2015-07-11", "2015-07-11", "11 Jul 2015", "11 July 2015" },
    { "2015-07-11", "2015-07-20", "11–20 Jul 2015", "Sometime between 11 and 20 July 2015" },
    { "2015-02-03", "2015-03-07", "3 Feb – 7 Mar 2015", "Sometime between 3 February and 7 March 2015" },
    { "2014-12-30", "2015-01-02", "30 Dec 2014 – 2 Jan 2015", "Sometime between 30 December 2014 and 2 January 2015" },
    { "2016-02-01", "2016-02-29", "Feb 2016", "Sometime in February 2016" },
    { "2016-02-01", "2016-02-28", "1–28 Feb 2016", "Sometime between 1 and 28 February 2016" },
    { "2015-01-01", "2015-04-30", "Jan–Apr 2015", "Sometime between January and April 2015" },
    { "2014-11-01", "2015-02-28", "Nov 2014 – Feb 2015", "Sometime between November 2014 and February 2015" },
    { "2015-01-01", "2015-12-31", "2015", "Sometime in 2015" },
    { "2001-01-01", "2015-12-31", "2001–2015", "Sometime between 2001 and 2015" },
    { NULL, "2015-07-20", "20 Jul 2015 or earlier", "20 July 2015 or earlier" },
    { "2015-01-01", NULL, "2015 or later", "2015 or later" },
    { NULL, NULL, "No date", "No date" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i], FALSE, 0, 0);
}

static void
test_lasting (void)
{
  static const Case crisp[] = {
    { "2014-06-01", "2015-06-30", "Jun 2014 – Jun 2015", "From June 2014 to June 2015" },
    { "2015-06-01", "2015-06-30", "Jun 2015", "All through June 2015" },
  };
  static const Case soft_start = { "2014-06-01", "2015-06-30", "Jun 2014 – Jun 2015",
                                   "From June 2014 at the earliest to June 2015" };
  static const Case soft_both = { "2014-06-01", "2015-06-30", "Jun 2014 – Jun 2015",
                                  "From June 2014 at the earliest to June 2015 at the latest" };

  for (guint i = 0; i < G_N_ELEMENTS (crisp); i++)
    check (&crisp[i], TRUE, 0, 0);
  check (&soft_start, TRUE, 30, 0);
  check (&soft_both, TRUE, 30, 10);
}

static void
test_times (void)
{
  static const Case cases[] = {
    { "2015-03-03T14:05:00", "2015-03-03T14:05:59", "3 Mar 2015, 14:05", "3 March 2015, 14:05" },
    { "2015-03-03T14:05:07", "2015-03-03T14:05:07", "3 Mar 2015, 14:05:07", "3 March 2015, 14:05:07" },
    { "2015-03-03T14:00:00", "2015-03-03T15:59:59", "3 Mar 2015, 14:00–15:59",
      "3 March 2015, sometime between 14:00 and 15:59" },
    { "2015-03-03T22:00:00", "2015-03-04T01:59:59", "3 Mar 2015, 22:00 – 4 Mar 2015, 01:59",
      "Sometime between 3 March 2015, 22:00 and 4 March 2015, 01:59" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i], FALSE, 0, 0);
}

/* Years that GDateTime cannot hold, and those that could be mistaken. */
static void
test_far (void)
{
  static const Case cases[] = {
    { "-0043-03-15", "-0043-03-15", "15 Mar 44 BC", "15 March 44 BC" },
    { "-0099-01-01", "-0049-12-31", "100 BC – 50 BC", "Sometime between 100 BC and 50 BC" },
    { "0000-01-01", "0000-12-31", "1 BC", "Sometime in 1 BC" },
    { "0079-08-24", "0079-08-24", "24 Aug AD 79", "24 August AD 79" },
    { "1066-10-14", "1066-10-14", "14 Oct 1066", "14 October 1066" },
  };
  SaysoBounds far = { sayso_date_to_seconds (12345, 2, 1), sayso_date_to_seconds (12345, 3, 1) - 1, 0, 0, FALSE };
  g_autofree char *words = sayso_bounds_to_words (&far);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i], FALSE, 0, 0);
  g_assert_cmpstr (words, ==, "Feb 12345");
}

static void
test_iso (void)
{
  static const char *cases[][2] = {
    { "2017-11-02", "2 Nov 2017" },
    { "2017-11-02T23:50:00+02:00", "2 Nov 2017" },
    { "2017-11", "Nov 2017" },
    { "2017", "2017" },
    { "last Tuesday", "last Tuesday" },
    { "2017-13", "2017-13" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = sayso_iso_to_words (cases[i][0]);

      g_assert_cmpstr (words, ==, cases[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-words/once", test_once);
  g_test_add_func ("/date-words/lasting", test_lasting);
  g_test_add_func ("/date-words/times", test_times);
  g_test_add_func ("/date-words/far", test_far);
  g_test_add_func ("/date-words/iso", test_iso);
  return g_test_run ();
}

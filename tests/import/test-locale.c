/* test-locale.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-locale.h"

static void
test_join (void)
{
  g_autofree char *all = NULL, *some = NULL, *one = NULL, *none = NULL;

  g_setenv ("LANGUAGE", "de:ar", TRUE);
  all = sayso_join ("Quay Courier", "1 Nov 2017", NULL);
  g_assert_cmpstr (all, ==, "Quay Courier · 1 Nov 2017");
  some = sayso_join ("", "1 Nov 2017", "", "p. 4", NULL);
  g_assert_cmpstr (some, ==, "1 Nov 2017 · p. 4");
  one = sayso_join ("Quay Courier", NULL);
  g_assert_cmpstr (one, ==, "Quay Courier");
  none = sayso_join (NULL, NULL);
  g_assert_cmpstr (none, ==, "");
}

/* In a line that runs to the left, each part keeps its own direction. */
static void
test_isolated (void)
{
  static const char *const languages[] = { "ar", "he_IL.UTF-8", "fa@latin" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *joined = NULL, *date = NULL;

      g_setenv ("LANGUAGE", languages[i], TRUE);
      joined = sayso_join ("Quay Courier", "1 Nov 2017", NULL);
      g_assert_cmpstr (joined, ==, "\u2068Quay Courier\u2069 · \u20681 Nov 2017\u2069");
      date = sayso_isolate ("1 Nov 2017");
      g_assert_cmpstr (date, ==, "\u20681 Nov 2017\u2069");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/locale/join", test_join);
  g_test_add_func ("/locale/isolated", test_isolated);

  return g_test_run ();
}

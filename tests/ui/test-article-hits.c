/* test-article-hits.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-article-hits.h"

/* The hits, as "3-7 12-16 ". */
static char *
find (const char *text, const char *words, guint max)
{
  g_autoptr (GArray) hits = sayso_article_hits_find (text, words, max);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    g_string_append_printf (found, "%u-%u ", g_array_index (hits, SaysoSpan, i).start,
                            g_array_index (hits, SaysoSpan, i).end);

  return g_string_free_and_steal (g_steal_pointer (&found));
}

static void
test_find (void)
{
  static const struct
  {
    const char *text;
    const char *words;
    const char *found;
  } cases[] = {
    { "Orbel sued Orbel", "orbel", "0-5 11-16 " },
    { "Orbel sued Orbel", "Keth", "" },
    { "ORBEL", "orbel", "0-5 " },
    { "Zoë and Zoe", "zoe", "0-3 8-11 " },
    { "Zoe\314\210 met Zoë", "zoë", "0-4 9-12 " }, /* marks on their own as well */
    { "the\nKeth  Directorate", "the keth directorate", "0-21 " },
    { "\342\200\234No\342\200\235, it\342\200\231s late", "\"no\", it's", "0-10 " },
    { "the \357\254\201rst", "first", "4-8 " }, /* a ligature */
    { "aaaa", "aa", "0-2 2-4 " },
    { "ab", "abc", "" },
    { "", "a", "" },
    { "a", "", "" },
    { "a\314\201", "\314\201", "" }, /* nothing but an accent */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (cases[i].text, cases[i].words, 100);

      g_test_message ("%s", cases[i].words);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_most (void)
{
  g_autofree char *found = find ("a a a a", "a", 2);

  g_assert_cmpstr (found, ==, "0-1 2-3 ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/article-hits/find", test_find);
  g_test_add_func ("/article-hits/most", test_most);

  return g_test_run ();
}

/* test-excerpt.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-excerpt.h"

static void
check (const char *sentence, SaysoSpan span, guint max_chars, const char *excerpt, const char *set_off)
{
  g_autofree char *result = sayso_excerpt (sentence, &span, max_chars);
  g_autofree char *part = g_utf8_substring (result, span.start, span.end);

  g_assert_cmpstr (result, ==, excerpt);
  g_assert_cmpstr (part, ==, set_off);
  g_assert_cmpint (g_utf8_strlen (result, -1), <=, max_chars);
}

static void
test_fits (void)
{
  check ("The mayor denied it.", SAYSO_SPAN (4, 9), 40, "The mayor denied it.", "mayor");
  check ("Line one\nline two.", SAYSO_SPAN (0, 4), 40, "Line one line two.", "Line");
  check ("", SAYSO_SPAN (0, 0), 40, "", "");
}

static void
test_cut (void)
{
  const char *sentence = "After a long night the harbour master told reporters that no ship had left the bay.";

  check (sentence, SAYSO_SPAN (0, 5), 30, "After a long night the …", "After");
  check (sentence, SAYSO_SPAN (38, 42), 30, "… master told reporters that …", "told");
  check (sentence, SAYSO_SPAN (79, 82), 30, "… no ship had left the bay.", "bay");
}

/* Offsets are code points, and cuts never fall into one. */
static void
test_unicode (void)
{
  check ("Ærø Øst sagde, at åen løb over — “igen” — i går nat.", SAYSO_SPAN (34, 38), 24, "… — “igen” — i går …",
         "igen");
}

static void
test_long_span (void)
{
  SaysoSpan span = { 4, 400 };
  g_autofree char *word = g_strnfill (500, 'x');
  g_autofree char *result = sayso_excerpt (word, &span, 40);

  g_assert_cmpint (g_utf8_strlen (result, -1), <=, 40);
  g_assert_cmpint (span.start, <=, span.end);
  g_assert_cmpint (span.end, <=, g_utf8_strlen (result, -1));
}

/* A span that does not lie in the sentence is no reason to fail. */
static void
test_outside (void)
{
  check ("Short.", SAYSO_SPAN (90, 95), 40, "Short.", "");
  check ("Short.", SAYSO_SPAN (3, 95), 40, "Short.", "rt.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/excerpt/fits", test_fits);
  g_test_add_func ("/excerpt/cut", test_cut);
  g_test_add_func ("/excerpt/unicode", test_unicode);
  g_test_add_func ("/excerpt/long-span", test_long_span);
  g_test_add_func ("/excerpt/outside", test_outside);
  return g_test_run ();
}

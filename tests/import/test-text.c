/* test-text.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-pages.h"
#include "sayso-text.h"

/* Code points of one to four bytes, over more than one stride of the index. */
static void
test_offsets (void)
{
  g_autoptr (GString) utf8 = g_string_new (NULL);
  g_autoptr (SaysoText) text = NULL;

  for (int i = 0; i < 300; i++)
    g_string_append (utf8, i % 4 == 0 ? "a" : i % 4 == 1 ? "é" : i % 4 == 2 ? "€" : "𝄞");
  text = sayso_text_new (utf8->str, utf8->len);

  g_assert_cmpuint (sayso_text_get_chars (text), ==, 300);
  g_assert_cmpuint (sayso_text_get_bytes (text), ==, 750);
  for (guint i = 0; i <= 300; i++)
    {
      gsize byte = g_utf8_offset_to_pointer (utf8->str, i) - utf8->str;

      g_assert_cmpuint (sayso_text_to_byte (text, i), ==, byte);
      g_assert_cmpuint (sayso_text_to_char (text, byte), ==, i);
    }
}

static void
test_slice (void)
{
  g_autoptr (SaysoText) text = sayso_text_new ("Zürich, 3 €", -1);
  g_autofree char *city = sayso_text_slice (text, SAYSO_SPAN (0, 6));
  g_autofree char *price = sayso_text_slice (text, SAYSO_SPAN (8, 11));
  g_autofree char *nothing = sayso_text_slice (text, SAYSO_SPAN (11, 11));

  g_assert_cmpstr (city, ==, "Zürich");
  g_assert_cmpstr (price, ==, "3 €");
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_empty (void)
{
  g_autoptr (SaysoText) text = sayso_text_new ("", -1);

  g_assert_cmpuint (sayso_text_get_chars (text), ==, 0);
  g_assert_cmpuint (sayso_text_to_byte (text, 0), ==, 0);
  g_assert_cmpuint (sayso_text_to_char (text, 0), ==, 0);
}

static void
test_zero_inside (void)
{
  g_autoptr (SaysoText) text = sayso_text_new ("a\0b", 3);

  g_assert_cmpuint (sayso_text_get_chars (text), ==, 3);
  g_assert_cmpuint (sayso_text_to_byte (text, 2), ==, 2);
}

static void
test_pages (void)
{
  /* Numbered by hand; the third has no text, and what cannot be read or goes back is left out. */
  g_autoptr (GArray) pages = sayso_pages_parse ("iv:0 1:10 2:40 A%3A3:40 nothing 9:x 4:20 5:90");
  g_autoptr (GArray) none = sayso_pages_parse (NULL);
  g_autofree char *words = NULL;

  g_assert_cmpuint (pages->len, ==, 5);
  g_assert_cmpstr (sayso_pages_find (pages, 0), ==, "iv");
  g_assert_cmpstr (sayso_pages_find (pages, 9), ==, "iv");
  g_assert_cmpstr (sayso_pages_find (pages, 10), ==, "1");
  g_assert_cmpstr (sayso_pages_find (pages, 40), ==, "A:3");
  g_assert_cmpstr (sayso_pages_find (pages, G_MAXUINT), ==, "5");
  g_assert_null (sayso_pages_find (none, 3));

  words = sayso_pages_to_words (pages);
  g_assert_cmpstr (words, ==, "iv–5");
  g_assert_null (sayso_pages_to_words (none));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/offsets", test_offsets);
  g_test_add_func ("/text/slice", test_slice);
  g_test_add_func ("/text/empty", test_empty);
  g_test_add_func ("/text/zero-inside", test_zero_inside);
  g_test_add_func ("/text/pages", test_pages);

  return g_test_run ();
}

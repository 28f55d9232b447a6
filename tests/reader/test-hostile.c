/* test-hostile.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sys/resource.h>
#include <time.h>

#include "test-reading.h"

#define MEGABYTE 1000000
/* What a text of ten megabytes may take at most: by the clock, or by the processor where the machine does other things
 * beside. */
#define SECONDS_MAX 120
#define MEGABYTES_MAX 2500

static void
assert_bounded (const char *name, const GString *text)
{
  gint64 start = g_get_monotonic_time ();
  clock_t worked = clock ();
  g_autoptr (SaysoReading) reading = read_bytes (text->str, (gssize) text->len);
  double seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  double work = (double) (clock () - worked) / CLOCKS_PER_SEC;
  struct rusage usage;

  check_reading (reading);
  getrusage (RUSAGE_SELF, &usage);
  g_test_message ("%s: %zu bytes, %u tokens, %u sentences, %.1f s; at most %ld MB so far", name, text->len,
                  reading->tokens->len, reading->sentences->len, seconds, usage.ru_maxrss / 1024);
  g_assert_cmpfloat (MIN (seconds, work), <, SECONDS_MAX);
  g_assert_cmpint (usage.ru_maxrss / 1024, <, MEGABYTES_MAX);
}

/* Ten megabytes of one thing. */
static void
test_repeated (gconstpointer data)
{
  const struct
  {
    const char *name;
    const char *piece;
    gsize length;
  } cases[] = {
    { "no space", "x", 1 },
    { "no punctuation", "boat sails out at night ", 24 },
    { "emoji", "👩‍🚒🇳🇴 ", 20 },
    { "combining marks", "\u0301\u0327", 4 },
    { "right to left", "باعت الشركة القوارب ", 37 },
    { "NUL bytes", "a\0", 2 },
    { "line ends", "Boats\r\nsail\r\n\r\n", 15 },
    { "quotes", "“He said that ", 16 },
  };
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GString) text = g_string_new (NULL);

  while (text->len < 10 * MEGABYTE)
    g_string_append_len (text, cases[i].piece, (gssize) cases[i].length);
  assert_bounded (cases[i].name, text);
}

static void
test_long_sentence (void)
{
  g_autoptr (GString) text = g_string_new ("Boats");

  for (guint i = 1; i < 50000; i++)
    g_string_append_printf (text, i % 9 == 0 ? " and number %u" : " sail%u", i);
  g_string_append_c (text, '.');
  assert_bounded ("a sentence of 50,000 words", text);
}

/* A character of each kind from all seventeen planes, alone and inside words. */
static void
test_planes (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gunichar c = 1; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 61)
    {
      if (c >= 0xD800 && c < 0xE000)
        continue;
      g_string_append_unichar (text, c);
      g_string_append (text, c % 3 == 0 ? "" : c % 3 == 1 ? " " : "a. ");
    }
  assert_bounded ("all planes", text);
}

int
main (int argc, char *argv[])
{
  static const char *const names[] = { "space", "punctuation", "emoji", "marks", "rtl", "nul", "lines", "quotes" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/hostile/", names[i], NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_repeated);
    }
  g_test_add_func ("/hostile/long-sentence", test_long_sentence);
  g_test_add_func ("/hostile/planes", test_planes);

  return g_test_run ();
}

/* test-pieces.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-pieces.h"

#include <string.h>

/* Ids from 0, in this order. */
static const char vocabulary[] = "[PAD]\n[UNK]\n[CLS]\n[SEP]\nharbour\nharb\n##our\n##s\ncafe\n-\n.\nu\ns\n字\n##字";

static void
check (const char *word, guint n, const gint64 *expected)
{
  g_autoptr (SaysoPieces) pieces = sayso_pieces_new (vocabulary);
  gint64 ids[SAYSO_PIECES_MAX];

  g_assert_nonnull (pieces);
  g_assert_cmpuint (sayso_pieces_split (pieces, word, strlen (word), ids), ==, n);
  g_assert_cmpmem (ids, n * sizeof *ids, expected, n * sizeof *expected);
}

static void
test_longest_first (void)
{
  check ("harbours", 2, (const gint64[]) { 4, 7 });
  check ("harb", 1, (const gint64[]) { 5 });
}

static void
test_case_and_accents (void)
{
  check ("HARBOUR", 1, (const gint64[]) { 4 });
  check ("Café", 1, (const gint64[]) { 8 });
  check ("Cafe\u0301", 1, (const gint64[]) { 8 });
}

static void
test_punctuation (void)
{
  check ("U.S.", 4, (const gint64[]) { 11, 10, 12, 10 });
  check ("harbour-harbour", 3, (const gint64[]) { 4, 9, 4 });
  check ("字字", 2, (const gint64[]) { 13, 13 });
}

static void
test_unknown (void)
{
  g_autofree char *endless = g_strnfill (5000, 'x');
  g_autofree char *dots = g_strnfill (5000, '.');
  gint64 ids[SAYSO_PIECES_MAX];
  g_autoptr (SaysoPieces) pieces = sayso_pieces_new (vocabulary);

  check ("zebra", 1, (const gint64[]) { 1 });
  check ("\u200d", 1, (const gint64[]) { 1 });
  check (endless, 1, (const gint64[]) { 1 });
  g_assert_cmpuint (sayso_pieces_split (pieces, dots, strlen (dots), ids), ==, SAYSO_PIECES_MAX);
}

static void
test_no_vocabulary (void)
{
  g_assert_null (sayso_pieces_new (""));
  g_assert_null (sayso_pieces_new ("one\ntwo\n"));
}

static void
test_shapes (void)
{
  const struct
  {
    const char *word;
    gboolean first;
    guint shape;
  } words[] = {
    { "—", FALSE, 0 },     { "2015", FALSE, 1 },  { "3.5", FALSE, 2 },   { "G7", FALSE, 3 },  { "I", FALSE, 4 },
    { "a", FALSE, 5 },     { "NATO", FALSE, 6 },  { "McKay", FALSE, 7 }, { "Port", TRUE, 8 }, { "Port", FALSE, 9 },
    { "eBay", FALSE, 10 }, { "port", FALSE, 11 }, { "Ürün", FALSE, 9 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpuint (sayso_word_shape (words[i].word, strlen (words[i].word), words[i].first), ==, words[i].shape);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pieces/longest-first", test_longest_first);
  g_test_add_func ("/pieces/case-and-accents", test_case_and_accents);
  g_test_add_func ("/pieces/punctuation", test_punctuation);
  g_test_add_func ("/pieces/unknown", test_unknown);
  g_test_add_func ("/pieces/no-vocabulary", test_no_vocabulary);
  g_test_add_func ("/pieces/shapes", test_shapes);

  return g_test_run ();
}

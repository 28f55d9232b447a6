/* test-passages.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "analysis-fixture.h"
#include "sayso-analysis.h"
#include "sayso-derive.h"
#include "sayso-passages.h"

#define CRANES                                                                                                         \
  "Eleven cranes stood idle in the port of Oster on Monday as the night shift refused to load the grain barges bound " \
  "for Kest, and the harbour master closed the western basin until further notice."
#define WAGES                                                                                                          \
  "The dockers ask for the wages of four winter months, which the port says were paid into a fund that nobody has "    \
  "seen since the old treasurer sailed for the islands with his nephew."
#define MAYOR                                                                                                          \
  "In the town hall the lamps burned until three, and the mayor sent for bread, for candles, and at last for the "     \
  "harbour master himself, who came with an empty book under his arm."
#define POEM                                                                                                           \
  "A thrush that nobody had invited sang all through the reading of the budget, and the clerk wrote down its verses "  \
  "in the margin, where they may be looked up by whoever has a key to the archive."

typedef struct
{
  gint64 a, b;
  double share;
} Pair;

static void
read_share (SaysoConnection *db, gpointer data)
{
  Pair *pair = data;

  pair->share = sayso_passages_share (db, pair->a, pair->b);
}

static double
share_of (AnalysisFixture *self, gint64 a, gint64 b)
{
  Pair pair = { a, b };
  g_autoptr (GError) error = NULL;

  g_assert_true (sayso_analysis_update (self->casebook, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (sayso_casebook_read (self->casebook, read_share, &pair, &error));

  return pair.share;
}

/* Other words here and there, other signs and another end. */
static void
test_nearly (AnalysisFixture *self, gconstpointer data)
{
  gint64 first = analysis_fixture_add_paragraphs (self, "Marl Post", "2031-01-01", CRANES "\n" WAGES "\n" MAYOR);
  gint64 second = analysis_fixture_add_paragraphs (
      self, "Upper Mail", "2031-01-02",
      "ELEVEN cranes stood idle in the port of Oster on Monday as the night shift refused to load the grain barges "
      "bound for Kest — and the harbour master closed the eastern basin until further notice.\n" WAGES);
  gint64 other = analysis_fixture_add_paragraphs (self, "Lower Mail", "2031-01-03", POEM);

  g_assert_cmpfloat (share_of (self, first, second), >=, SAYSO_PASSAGES_COPY);
  g_assert_cmpfloat (share_of (self, second, first), ==, share_of (self, first, second));
  g_assert_cmpfloat (share_of (self, first, other), ==, 0);
}

/* The same words in another order are no copy. */
static void
test_told_anew (AnalysisFixture *self, gconstpointer data)
{
  gint64 first = analysis_fixture_add_paragraphs (self, "Marl Post", "2031-01-01", CRANES);
  gint64 second = analysis_fixture_add_paragraphs (
      self, "Upper Mail", "2031-01-02",
      "Until further notice the western basin is closed, said the harbour master of Oster on Monday: bound for Kest, "
      "the grain barges were not loaded, since the shift refused that night, and in the port eleven cranes stood "
      "idle.");

  g_assert_cmpfloat (share_of (self, first, second), <, SAYSO_PASSAGES_COPY);
}

/* One passage of three is a quotation; one that stands in two articles besides makes neither a copy of the third. */
static void
test_in_two (AnalysisFixture *self, gconstpointer data)
{
  gint64 first = analysis_fixture_add_paragraphs (self, "Marl Post", "2031-01-01", CRANES "\n" WAGES "\n" MAYOR);
  gint64 second = analysis_fixture_add_paragraphs (self, "Upper Mail", "2031-01-02", CRANES "\n" WAGES "\n" MAYOR);
  gint64 third = analysis_fixture_add_paragraphs (self, "Lower Mail", "2031-01-03",
                                                  CRANES "\n" POEM "\n" POEM " And again: " POEM);

  g_assert_cmpfloat (share_of (self, first, second), ==, 1);
  g_assert_cmpfloat (share_of (self, first, third), <, SAYSO_PASSAGES_COPY);
  g_assert_cmpfloat (share_of (self, second, third), ==, share_of (self, first, third));
}

/* Short ones are the same by chance, and a paragraph of few words is none. */
static void
test_short (AnalysisFixture *self, gconstpointer data)
{
  gint64 first = analysis_fixture_add_paragraphs (self, "Marl Post", "2031-01-01", "Read more.\nAll rights reserved.");
  gint64 second =
      analysis_fixture_add_paragraphs (self, "Upper Mail", "2031-01-02", "Read more.\nAll rights reserved.");
  gint64 empty = analysis_fixture_add_paragraphs (self, "Lower Mail", "2031-01-03", "");

  g_assert_cmpfloat (share_of (self, first, second), ==, 0);
  g_assert_cmpfloat (share_of (self, first, empty), ==, 0);
}

/* What goes takes its passages along; what comes back has them again, however often it is compared. */
static void
test_removed (AnalysisFixture *self, gconstpointer data)
{
  gint64 first = analysis_fixture_add_paragraphs (self, "Marl Post", "2031-01-01", CRANES "\n" WAGES);
  gint64 second = analysis_fixture_add_paragraphs (self, "Upper Mail", "2031-01-02", CRANES "\n" WAGES);
  g_autoptr (SaysoCommand) remove = sayso_command_new_remove (second);
  g_autoptr (GError) error = NULL;

  g_assert_cmpfloat (share_of (self, first, second), ==, 1);
  g_assert_true (sayso_casebook_submit (self->casebook, remove, NULL, &error));
  g_assert_cmpfloat (share_of (self, first, second), ==, 0);
  g_assert_true (sayso_casebook_undo (self->casebook, &error));
  g_assert_cmpfloat (share_of (self, first, second), ==, 1);
  g_assert_true (sayso_analysis_rebuild (self->casebook, NULL, NULL, NULL, &error));
  g_assert_cmpfloat (share_of (self, first, second), ==, 1);
}

/* As schema-13.sql leaves it. */
static void
make_new (SaysoConnection *db, gpointer data)
{
  sayso_connection_script (db, "DELETE FROM passage; DELETE FROM band; DELETE FROM copy;"
                               "INSERT INTO stale SELECT id FROM article");
}

/* A casebook from before passages were known: they are found when its articles are compared the next time. */
static void
test_from_before (AnalysisFixture *self, gconstpointer data)
{
  gint64 first = analysis_fixture_add_paragraphs (self, "Marl Post", "2031-01-01", CRANES "\n" WAGES);
  gint64 second = analysis_fixture_add_paragraphs (self, "Upper Mail", "2031-01-02", CRANES "\n" WAGES);
  g_autoptr (GError) error = NULL;

  g_assert_cmpfloat (share_of (self, first, second), ==, 1);
  g_assert_true (sayso_casebook_derive (self->casebook, make_new, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (share_of (self, first, second), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                                            \
  g_test_add ("/passages/" name, AnalysisFixture, NULL, analysis_fixture_set_up, function, analysis_fixture_tear_down)
  ADD ("nearly", test_nearly);
  ADD ("told-anew", test_told_anew);
  ADD ("in-two", test_in_two);
  ADD ("short", test_short);
  ADD ("removed", test_removed);
  ADD ("from-before", test_from_before);

  return g_test_run ();
}

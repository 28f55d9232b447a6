/* test-redate.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-redate.h"

#include <locale.h>
#include <string.h>

#include "casebook-fixture.h"

static void
test_read (void)
{
  static const char *const dates[][2] = {
    { "2017-11-02", "2017-11-02" },       { "2 November 2017", "2017-11-02" }, { "November 2, 2017", "2017-11-02" },
    { "2 Nov 2017", "2017-11-02" },       { "November 2017", "2017-11" },      { "2017", "2017" },
    { "29 February 2016", "2016-02-29" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *date = sayso_date_read (dates[i][0], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (date, ==, dates[i][1]);
    }
}

/* What is no date, or leaves open which one, is not guessed at. */
static void
test_read_bad (void)
{
  static const char *const words[] = {
    "nonsense", "yesterday", "early 2017",   "between 2 May 2017 and 4 May 2017", "for three years", "2017-13-40",
    "%s%n",     "<b>2</b>",  "\342\200\256",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *date = sayso_date_read (words[i], &error);

      g_test_message ("%s", words[i]);
      g_assert_null (date);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
      g_assert_nonnull (strstr (error->message, words[i]));
    }
}

static char *
published (Fixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoItem) article = sayso_casebook_get (fixture->casebook, SAYSO_ITEM_ARTICLE, id, &error);

  g_assert_no_error (error);

  return g_strdup (SAYSO_ARTICLE (article)->published);
}

static void
redate (Fixture *fixture, gint64 id, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCommand) command = sayso_redate (fixture->casebook, id, words, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (sayso_casebook_submit (fixture->casebook, command, NULL, &error));
  g_assert_no_error (error);
}

static void
test_redate (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_import (fixture->casebook, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = published (fixture, id), *set = NULL, *undone = NULL, *none = NULL;

  g_assert_null (before);
  redate (fixture, id, " 4 May 2020 ");
  set = published (fixture, id);
  g_assert_cmpstr (set, ==, "2020-05-04");

  g_assert_true (sayso_casebook_undo (fixture->casebook, &error));
  g_assert_no_error (error);
  undone = published (fixture, id);
  g_assert_null (undone);

  redate (fixture, id, "4 May 2020");
  redate (fixture, id, "  ");
  none = published (fixture, id);
  g_assert_null (none);
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCommand) command = sayso_redate (fixture->casebook, 77, "2017", NULL, &error);

  g_assert_null (command);
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/redate/read", test_read);
  g_test_add_func ("/redate/read-bad", test_read_bad);
  g_test_add ("/redate/redate", Fixture, NULL, fixture_set_up, test_redate, fixture_tear_down);
  g_test_add ("/redate/gone", Fixture, NULL, fixture_set_up, test_gone, fixture_tear_down);

  return g_test_run ();
}

/* test-edtf.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-edtf.h"

#include <json-glib/json-glib.h>

static void
assert_round (const char *text, const char *written, const char *earliest, const char *latest)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoEdtf) edtf = sayso_edtf_parse (text, &error);
  g_autofree char *again = NULL, *from = NULL, *to = NULL;
  SaysoBounds bounds;

  g_assert_no_error (error);
  again = sayso_edtf_format (edtf);
  g_assert_cmpstr (again, ==, written);
  sayso_edtf_get_bounds (edtf, &bounds);
  from = sayso_bounds_format_earliest (&bounds);
  to = sayso_bounds_format_latest (&bounds);
  g_assert_cmpstr (from, ==, earliest);
  g_assert_cmpstr (to, ==, latest);
}

static void
test_levels (void)
{
  assert_round ("2015", "2015", "2015-01-01", "2015-12-31");
  assert_round ("2016-02", "2016-02", "2016-02-01", "2016-02-29");
  assert_round ("-0043-03-15", "-0043-03-15", "-0043-03-15", "-0043-03-15");
  assert_round ("2015-07-14T12:30:05Z", "2015-07-14T12:30:05Z", "2015-07-14T12:30:05", "2015-07-14T12:30:05");
  assert_round ("1964/2008-03", "1964/2008-03", "1964-01-01", "2008-03-31");
  assert_round ("19", "19", "1900-01-01", "1999-12-31");
  assert_round ("193", "193", "1930-01-01", "1939-12-31");

  assert_round ("1984?", "1984?", "1984-01-01", "1984-12-31");
  assert_round ("2004-06%", "2004-06%", "2004-06-01", "2004-06-30");
  assert_round ("201X", "201X", "2010-01-01", "2019-12-31");
  assert_round ("2015-11-XX", "2015-11-XX", "2015-11-01", "2015-11-30");
  assert_round ("2004-06/..", "2004-06/..", "2004-06-01", NULL);
  assert_round ("../2004-06", "../2004-06", NULL, "2004-06-30");
  assert_round ("/2006", "/2006", NULL, "2006-12-31");
  assert_round ("Y170002", "Y170002", "170002-01-01", "170002-12-31");
  assert_round ("2001-24", "2001-24", "2001-12-01", "2002-02-28");

  assert_round ("Y17E7", "Y17E7", "170000000-01-01", "170000000-12-31");
  assert_round ("1950S2", "1950S2", "1900-01-01", "1999-12-31");
  assert_round ("2001-34", "2001-34", "2001-04-01", "2001-06-30");
  assert_round ("2001-38", "2001-38", "2001-05-01", "2001-08-31");
  assert_round ("2015-40", "2015-40", "2015-01-01", "2015-06-30");
  assert_round ("[1667, 1668,1670..1672]", "[1667,1668,1670..1672]", "1667-01-01", "1672-12-31");
  assert_round ("[..1760-12-03]", "[..1760-12-03]", NULL, "1760-12-03");
  assert_round ("{1960,1961-12}", "{1960,1961-12}", "1960-01-01", "1961-12-31");
  assert_round ("156X-12-25", "156X-12-25", "1560-12-25", "1569-12-25");
  assert_round ("15XX-02-29", "15XX-02-29", "1504-02-29", "1596-02-29");
  assert_round ("2004-1X", "2004-1X", "2004-10-01", "2004-12-31");
  assert_round ("-01XX", "-01XX", "-0199-01-01", "-0100-12-31");
  /* A mark behind is for all to its left; written before each where they differ. */
  assert_round ("2004?-06-~11", "?2004-06-~11", "2004-06-11", "2004-06-11");
  assert_round ("2004-06~-11", "~2004-~06-11", "2004-06-11", "2004-06-11");
  assert_round ("?2004-?06-?11", "2004-06-11?", "2004-06-11", "2004-06-11");
}

static void
test_marks (void)
{
  g_autoptr (SaysoEdtf) both = sayso_edtf_parse ("1984?/2004-06~", NULL);
  g_autoptr (SaysoEdtf) none = sayso_edtf_parse ("[1984,1985]", NULL);

  g_assert_true (sayso_edtf_is_uncertain (both));
  g_assert_true (sayso_edtf_is_approximate (both));
  g_assert_false (sayso_edtf_is_uncertain (none));
  g_assert_false (sayso_edtf_is_approximate (none));
  g_assert_cmpint (sayso_edtf_get_kind (both), ==, SAYSO_EDTF_INTERVAL);
  g_assert_cmpint (sayso_edtf_get_kind (none), ==, SAYSO_EDTF_ONE_OF);
}

static void
test_refused (void)
{
  const char *bad[] = { "",
                        "-",
                        "2015-13",
                        "2015-00",
                        "2015-02-29",
                        "2015-4-1",
                        "15-02",
                        "20155",
                        "Y2015",
                        "-0000",
                        "2015-42",
                        "2015-19",
                        "[2015",
                        "{2015]",
                        "[]",
                        "[..]",
                        "2015/2014",
                        "2015/2015-21",
                        "2015-05T10",
                        "2015-05-01T10:00",
                        "2015??",
                        "2015-02-3X",
                        "2015-2X",
                        "Y1E99",
                        "1950S",
                        "2015-05-01T25:00:00",
                        "2015/2016/2017",
                        "2015-06-01T10:00:00+15",
                        "[2015,,2016]",
                        "201Y",
                        "2015-06-11 ",
                        "२०१५" };
  g_autofree char *huge = g_strnfill (100000, '[');

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SaysoEdtf) edtf = sayso_edtf_parse (bad[i], &error);

      if (edtf != NULL)
        g_test_message ("read: %s", bad[i]);
      g_assert_null (edtf);
      g_assert_true (error->domain == SAYSO_EDTF_ERROR);
    }
  g_assert_null (sayso_edtf_parse (huge, NULL));
}

/* -- the public examples, where they are there ---------------------------------------------------- */

static JsonNode *
load_cases (const char *name)
{
  g_autofree char *path = g_build_filename (SAYSO_CASES, name, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("../shared/corpora/times/cases is not there");
      return NULL;
    }
  g_assert_true (json_parser_load_from_file (parser, path, NULL));

  return json_parser_steal_root (parser);
}

static const char *
text_of (JsonArray *cases, guint i)
{
  return json_object_get_string_member (json_array_get_object_element (cases, i), "edtf");
}

/* Strings that are listed as valid and as not depend on options of the program they come from. */
static gboolean
is_contradicted (JsonArray *cases, guint index)
{
  JsonObject *one = json_array_get_object_element (cases, index);

  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *other = json_array_get_object_element (cases, i);

      if (g_str_equal (text_of (cases, i), text_of (cases, index)) &&
          json_object_get_boolean_member (one, "valid") != json_object_get_boolean_member (other, "valid"))
        return TRUE;
    }

  return FALSE;
}

static void
test_validity_cases (void)
{
  g_autoptr (JsonNode) root = load_cases ("edtf-js.json");
  JsonArray *cases;
  guint wrong = 0, seen = 0;

  if (root == NULL)
    return;
  cases = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *object = json_array_get_object_element (cases, i);
      g_autoptr (SaysoEdtf) edtf = sayso_edtf_parse (text_of (cases, i), NULL);

      if (is_contradicted (cases, i))
        continue;
      seen++;
      if ((edtf != NULL) != json_object_get_boolean_member (object, "valid"))
        {
          g_test_message ("%s should %sbe read", text_of (cases, i), edtf != NULL ? "not " : "");
          wrong++;
        }
      else if (edtf != NULL)
        {
          g_autofree char *once = sayso_edtf_format (edtf);
          g_autoptr (SaysoEdtf) again = sayso_edtf_parse (once, NULL);
          g_autofree char *twice = NULL;

          g_assert_nonnull (again);
          twice = sayso_edtf_format (again);
          g_assert_cmpstr (once, ==, twice);
        }
    }
  g_test_message ("%u strings, %u wrong", seen, wrong);
  g_assert_cmpuint (wrong, ==, 0);
}

static gboolean
is_own_convention (const char *text)
{
  gsize length = strlen (text);

  /* An unknown end is no end ten years on; winter runs into the next year; significant digits are bounds. */
  return *text == '/' || text[length - 1] == '/' || g_str_has_suffix (text, "-24") || strstr (text, "S2") != NULL ||
         strstr (text, "S3") != NULL;
}

static void
test_bounds_cases (void)
{
  g_autoptr (JsonNode) root = load_cases ("python-edtf-bounds.json");
  JsonArray *cases;
  guint wrong = 0, seen = 0;

  if (root == NULL)
    return;
  cases = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *object = json_array_get_object_element (cases, i);
      JsonArray *expected = json_object_get_array_member (object, "bounds");
      const char *text = text_of (cases, i), *lower, *upper;
      g_autoptr (GError) error = NULL;
      g_autoptr (SaysoEdtf) edtf = sayso_edtf_parse (text, &error);
      g_autofree char *from = NULL, *to = NULL;
      guint n = json_array_get_length (expected);
      SaysoBounds bounds;

      if (json_node_get_value_type (json_array_get_element (expected, 0)) != G_TYPE_STRING || is_own_convention (text))
        continue;
      seen++;
      g_assert_no_error (error);
      sayso_edtf_get_bounds (edtf, &bounds);
      from = sayso_bounds_format_earliest (&bounds);
      to = sayso_bounds_format_latest (&bounds);
      lower = json_array_get_string_element (expected, 0);
      upper = json_array_get_string_element (expected, n == 1 || n == 3 ? 0 : 1);
      if (!(from != NULL ? g_str_has_prefix (from, lower) : g_str_equal (lower, "-inf")) ||
          !(to != NULL ? g_str_has_prefix (to, upper) : g_str_equal (upper, "inf")))
        {
          g_test_message ("%s: %s %s, not %s %s", text, from, to, lower, upper);
          wrong++;
        }
    }
  g_test_message ("%u strings, %u wrong", seen, wrong);
  g_assert_cmpuint (wrong, ==, 0);
}

/* Whatever bytes come: an answer, and what is read can be written and read again. */
static void
test_any_bytes (void)
{
  const char alphabet[] = "0123456789XY-?~%/.,[]{}TESZ:+ ";
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint i = 0; i < 60000; i++)
    {
      char text[24];
      guint n = g_rand_int_range (rand, 0, sizeof text);
      g_autoptr (SaysoEdtf) edtf = NULL;

      for (guint k = 0; k < n; k++)
        text[k] = alphabet[g_rand_int_range (rand, 0, sizeof alphabet - 1)];
      text[n] = '\0';
      edtf = sayso_edtf_parse (text, NULL);
      if (edtf != NULL)
        {
          g_autofree char *written = sayso_edtf_format (edtf);
          g_autoptr (SaysoEdtf) again = sayso_edtf_parse (written, NULL);
          SaysoBounds bounds;

          sayso_edtf_get_bounds (edtf, &bounds);
          if (again == NULL)
            g_test_message ("%s was written as %s", text, written);
          g_assert_nonnull (again);
          g_assert_cmpint (bounds.earliest, <=, bounds.latest);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edtf/levels", test_levels);
  g_test_add_func ("/edtf/marks", test_marks);
  g_test_add_func ("/edtf/refused", test_refused);
  g_test_add_func ("/edtf/validity-cases", test_validity_cases);
  g_test_add_func ("/edtf/bounds-cases", test_bounds_cases);
  g_test_add_func ("/edtf/any-bytes", test_any_bytes);

  return g_test_run ();
}

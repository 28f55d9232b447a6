/* test-time-rules.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-time-examples.h"

/* Every example in the rule tables gives what stands beside it. All that fail are told. */
static void
test_examples (void)
{
  const SaysoTimeGrammar *grammar = sayso_time_grammar_get_default ();
  GPtrArray *examples = sayso_time_grammar_get_examples (grammar);
  guint failed = 0;

  for (guint i = 0; i < examples->len; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!sayso_time_example_check (grammar, examples->pdata[i], &error))
        {
          g_test_message ("%s", error->message);
          failed++;
        }
    }

  g_test_message ("%u rules, %u examples, %u failed", sayso_time_grammar_get_n_rules (grammar), examples->len, failed);
  g_assert_cmpuint (failed, ==, 0);
}

static void
assert_refused (const char *table, const char *message)
{
  const char *names[] = { "own", NULL };
  const char *tables[] = { table, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoTimeGrammar) grammar = sayso_time_grammar_new (names, tables, &error);

  g_assert_null (grammar);
  g_assert_error (error, SAYSO_TIME_GRAMMAR_ERROR, SAYSO_TIME_GRAMMAR_ERROR_SYNTAX);
  if (strstr (error->message, message) == NULL)
    g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, message));
}

static void
test_bad_tables (void)
{
  assert_refused ("times:\nin (may => month=5\n", "own:2");
  assert_refused ("times:\n{1-} => month=5\n", "Digits");
  assert_refused ("times:\n<month> => type=DATE\n", "<month> has no rules");
  assert_refused ("<a>:\n<b> x => n=1\n<b>:\n<a> => n=1\ntimes:\n<a> => n=1\n", "begins with itself");
  assert_refused ("times:\nx => colour=5\n", "sets no field");
  assert_refused ("times:\nx => month=red\n", "means nothing");
  assert_refused ("times:\nx => month=1^2\n", "no operator");
  assert_refused ("times:\nx? => month=1\n", "nothing at all");
  assert_refused ("times:\n[a [b]] => month=1\n", "Extents");
  assert_refused ("times:\n[a => month=1\n", "] is missing");
  assert_refused ("times:\n@colour => month=1\n", "class");
  assert_refused ("times:\n%COLOUR => month=1\n", "tag");
  assert_refused ("times:\n\"a => month=1\n", "quotation");
  assert_refused ("times:\na => month=1\n   | only | two\n", "own:3");
  assert_refused ("times:\n((((((((((((((((((((((((((((((((((((((((a))))))))))))))))))))))))))))))))))))))))\n",
                  "Too deep");
}

static void
test_no_example (void)
{
  const char *names[] = { "own", NULL };
  const char *tables[] = { "times:\nyear:{1000-2999} => type=DATE\n", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoTimeGrammar) grammar = sayso_time_grammar_new (names, tables, &error);

  g_assert_null (grammar);
  g_assert_error (error, SAYSO_TIME_GRAMMAR_ERROR, SAYSO_TIME_GRAMMAR_ERROR_EXAMPLE);
}

/* A rule whose example does not come out is refused by the check. */
static void
test_bad_example (void)
{
  const char *names[] = { "own", NULL };
  const char *tables[] = { "times:\nyear:{1000-2999} => type=DATE\n   | In {2015}. | DATE 2016 | 2016\n", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoTimeGrammar) grammar = sayso_time_grammar_new (names, tables, &error);

  g_assert_no_error (error);
  g_assert_false (sayso_time_examples_check (grammar, &error));
  g_assert_error (error, SAYSO_TIME_GRAMMAR_ERROR, SAYSO_TIME_GRAMMAR_ERROR_EXAMPLE);
  g_assert_nonnull (strstr (error->message, "own:3"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-rules/examples", test_examples);
  g_test_add_func ("/time-rules/bad-tables", test_bad_tables);
  g_test_add_func ("/time-rules/no-example", test_no_example);
  g_test_add_func ("/time-rules/bad-example", test_bad_example);

  return g_test_run ();
}

/* sayso-time-examples.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-time-examples.h"

#include <string.h>

#include "sayso-times-private.h"

#define PUBLISHED "2015-06-17"

/* What comes out is written as an example is, and the two are compared. */
static char *
write_text (const char *plain, SaysoText *text, GArray *times)
{
  GString *string = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < times->len; i++)
    {
      const SaysoExtractedTime *time = &g_array_index (times, SaysoExtractedTime, i);
      gsize start = sayso_text_to_byte (text, time->span.start), end = sayso_text_to_byte (text, time->span.end);

      g_string_append_len (string, plain + at, start - at);
      g_string_append_c (string, '{');
      g_string_append_len (string, plain + start, end - start);
      g_string_append_c (string, '}');
      at = end;
    }
  g_string_append (string, plain + at);

  return g_string_free (string, FALSE);
}

static char *
write_column (GArray *times, guint column)
{
  static const char *const types[] = { "DATE", "TIME", "DURATION", "SET" };
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < times->len; i++)
    {
      const SaysoExtractedTime *time = &g_array_index (times, SaysoExtractedTime, i);
      g_autofree char *edtf = NULL;
      SaysoBounds dated;

      sayso_times_get_dated (time, &dated, &edtf);
      if (i > 0)
        g_string_append (string, " ; ");
      if (column == 0)
        g_string_append_printf (string, "%s %s%s%s", types[time->type], time->value, time->mod != NULL ? " " : "",
                                time->mod != NULL ? time->mod : "");
      else if (column == 1)
        g_string_append (string, edtf != NULL ? edtf : "-");
      else
        {
          g_autofree char *earliest = sayso_bounds_format_earliest (&dated);
          g_autofree char *latest = sayso_bounds_format_latest (&dated);

          g_string_append_printf (string, "%s %s", earliest != NULL ? earliest : "-", latest != NULL ? latest : "-");
        }
    }

  return g_string_free (string, FALSE);
}

static gboolean
compare (const SaysoTimeExample *example, const char *expected, const char *got, GError **error)
{
  if (expected == NULL || g_str_equal (expected, got))
    return TRUE;
  g_set_error (error, SAYSO_TIME_GRAMMAR_ERROR, SAYSO_TIME_GRAMMAR_ERROR_EXAMPLE, "%s: “%s” gives “%s” and not “%s”",
               example->place, example->text, got, expected);

  return FALSE;
}

/**
 * sayso_time_example_check:
 * @grammar: the grammar
 * @example: one of its examples
 * @error: return location for what is different
 *
 * Returns: whether the grammar gives what the example says
 */
gboolean
sayso_time_example_check (const SaysoTimeGrammar *grammar, const SaysoTimeExample *example, GError **error)
{
  g_auto (GStrv) pieces = g_strsplit_set (example->text, "{}", -1);
  g_autofree char *plain = g_strjoinv (NULL, pieces);
  g_autoptr (SaysoText) text = sayso_text_new (plain, -1);
  g_autoptr (SaysoReading) reading = sayso_reading_new (text);
  g_autoptr (GArray) times = sayso_times_find_with_grammar (grammar, reading, NULL, PUBLISHED, NULL, 0, NULL, error);
  g_autofree char *marked = NULL, *timex = NULL, *edtf = NULL, *bounds = NULL;

  if (times == NULL)
    return FALSE;
  marked = write_text (plain, text, times);
  timex = write_column (times, 0);
  edtf = write_column (times, 1);
  bounds = write_column (times, 2);

  return compare (example, example->text, marked, error) && compare (example, example->timex, timex, error) &&
         compare (example, example->edtf, edtf, error) && compare (example, example->bounds, bounds, error);
}

/**
 * sayso_time_examples_check:
 * @grammar: the grammar
 * @error: return location for the first example that fails
 *
 * Returns: whether all examples of the tables come out
 */
gboolean
sayso_time_examples_check (const SaysoTimeGrammar *grammar, GError **error)
{
  GPtrArray *examples = sayso_time_grammar_get_examples (grammar);

  for (guint i = 0; i < examples->len; i++)
    if (!sayso_time_example_check (grammar, examples->pdata[i], error))
      return FALSE;

  return TRUE;
}

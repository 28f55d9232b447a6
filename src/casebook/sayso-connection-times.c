/* sayso-connection-times.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-connection-private.h"

#include "sayso-interval.h"

/* Functions of SQL that answer how two uncertain times lie to each other: 0 no, 1 possibly, 2 certainly.
 *
 *   time_before (earliest, latest, other_earliest, other_latest)
 *   time_before (earliest, latest, lasting, other_earliest, other_latest, other_lasting)
 *
 * and so time_after, time_overlaps, time_during and time_contains; time_allen has one of Allen's thirteen relations by
 * its name before the rest: time_allen ('meets', …). NULL is an open end. What cannot be a time gives NULL. */

#define BIT(relation) (1u << SAYSO_ALLEN_##relation)

static const struct
{
  const char *name;
  guint relations;
} questions[] = {
  { "time_before", BIT (BEFORE) | BIT (MEETS) },
  { "time_after", BIT (AFTER) | BIT (MET_BY) },
  { "time_overlaps", BIT (OVERLAPS) | BIT (STARTS) | BIT (DURING) | BIT (FINISHES) | BIT (EQUALS) | BIT (FINISHED_BY) |
                         BIT (CONTAINS) | BIT (STARTED_BY) | BIT (OVERLAPPED_BY) },
  { "time_during", BIT (DURING) | BIT (STARTS) | BIT (FINISHES) | BIT (EQUALS) },
  { "time_contains", BIT (CONTAINS) | BIT (STARTED_BY) | BIT (FINISHED_BY) | BIT (EQUALS) },
};

static const char *const allen[] = {
  [SAYSO_ALLEN_BEFORE] = "before",
  [SAYSO_ALLEN_MEETS] = "meets",
  [SAYSO_ALLEN_OVERLAPS] = "overlaps",
  [SAYSO_ALLEN_STARTS] = "starts",
  [SAYSO_ALLEN_DURING] = "during",
  [SAYSO_ALLEN_FINISHES] = "finishes",
  [SAYSO_ALLEN_EQUALS] = "equals",
  [SAYSO_ALLEN_FINISHED_BY] = "finished-by",
  [SAYSO_ALLEN_CONTAINS] = "contains",
  [SAYSO_ALLEN_STARTED_BY] = "started-by",
  [SAYSO_ALLEN_OVERLAPPED_BY] = "overlapped-by",
  [SAYSO_ALLEN_MET_BY] = "met-by",
  [SAYSO_ALLEN_AFTER] = "after",
};

static gboolean
get_end (sqlite3_value *value, gint64 *end)
{
  if (sqlite3_value_type (value) == SQLITE_INTEGER)
    *end = sqlite3_value_int64 (value);

  return sqlite3_value_type (value) == SQLITE_INTEGER || sqlite3_value_type (value) == SQLITE_NULL;
}

static gboolean
get_interval (sqlite3_value **values, gboolean with_lasting, SaysoInterval *interval)
{
  SaysoBounds bounds = SAYSO_BOUNDS_UNKNOWN;

  if (!get_end (values[0], &bounds.earliest) || !get_end (values[1], &bounds.latest) || bounds.earliest > bounds.latest)
    return FALSE;
  bounds.lasting = with_lasting && sqlite3_value_int (values[2]) != 0;
  sayso_interval_init (interval, &bounds);

  return TRUE;
}

static void
answer (sqlite3_context *context, sqlite3_value **values, int n, guint relations)
{
  SaysoInterval first, second;

  if (get_interval (values, n == 6, &first) && get_interval (values + n / 2, n == 6, &second))
    sqlite3_result_int (context, sayso_interval_relates (&first, &second, relations));
}

static void
relate (sqlite3_context *context, int n, sqlite3_value **values)
{
  answer (context, values, n, GPOINTER_TO_UINT (sqlite3_user_data (context)));
}

static void
relate_allen (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *name = (const char *) sqlite3_value_text (values[0]);

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (allen); i++)
    if (g_str_equal (allen[i], name))
      answer (context, values + 1, n - 1, 1u << i);
}

/* Gives a connection the functions. */
void
sayso_connection_add_times (SaysoConnection *self)
{
  static const int n_arguments[] = { 4, 6 };
  int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;

  for (guint i = 0; i < G_N_ELEMENTS (n_arguments); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (questions); j++)
        sqlite3_create_function (self->db, questions[j].name, n_arguments[i], flags,
                                 GUINT_TO_POINTER (questions[j].relations), relate, NULL, NULL);
      sqlite3_create_function (self->db, "time_allen", n_arguments[i] + 1, flags, NULL, relate_allen, NULL, NULL);
    }
}

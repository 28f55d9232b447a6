/* sayso-calendar.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-calendar.h"

#include <string.h>

/* The ways a publication date is written. Years have four digits, so day and month are never confused with it;
 * 03/04/2015 is no date here, because nobody can say which one. */
static const struct
{
  const char *example;
  const char *pattern;
} forms[] = {
  { "2015-03-04T05:06:07+01:00",
    "(?<y>[12]\\d{3})-(?<m>\\d\\d)-(?<d>\\d\\d)(?:[T ](?<h>\\d\\d:\\d\\d(?::\\d\\d)?)(?:[.,]\\d+)?\\s?"
    "(?<z>Z|[+-]\\d\\d:?\\d\\d)?)?(?!\\d)" },
  { "2015-03", "(?<y>[12]\\d{3})-(?<m>\\d\\d)(?![-\\d])" },
  { "2015/03/04", "(?<y>[12]\\d{3})[/.](?<m>\\d\\d?)[/.](?<d>\\d\\d?)(?!\\d)" },
  { "20150304", "(?<y>(?:19|20)\\d\\d)(?<m>[01]\\d)(?<d>[0-3]\\d)(?!\\d)" },
  { "Wed, 4 March 2015",
    "(?:[A-Z][a-z]+,?\\s+)?(?<d>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+(?<n>[A-Za-z]{3,9})\\.?,?[\\s-]+"
    "(?<y>[12]\\d{3})(?!\\d)" },
  { "Wednesday, March 4th, 2015",
    "(?:[A-Z][a-z]+,?\\s+)?(?<n>[A-Za-z]{3,9})\\.?\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<y>[12]\\d{3})(?!\\d)" },
  { "March 2015", "(?<n>[A-Za-z]{3,9})\\.?\\s+(?<y>[12]\\d{3})(?!\\d)" },
};

static const char *const months[] = { "january", "february", "march",     "april",   "may",      "june",
                                      "july",    "august",   "september", "october", "november", "december" };

static int
month_of_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (g_str_equal (lower, "sept"))
    return 9;
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_equal (lower, months[i]) || (strlen (lower) == 3 && g_str_has_prefix (months[i], lower)))
      return i + 1;

  return 0;
}

static GRegex *
form_regex (guint index)
{
  static GRegex *regexes[G_N_ELEMENTS (forms)];
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
        regexes[i] = g_regex_new (forms[i].pattern, G_REGEX_ANCHORED | G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&ready, 1);
    }

  return regexes[index];
}

static char *
format_match (GMatchInfo *match)
{
  g_autofree char *year = g_match_info_fetch_named (match, "y");
  g_autofree char *number = g_match_info_fetch_named (match, "m");
  g_autofree char *name = g_match_info_fetch_named (match, "n");
  g_autofree char *day = g_match_info_fetch_named (match, "d");
  g_autofree char *clock = g_match_info_fetch_named (match, "h");
  g_autofree char *zone = g_match_info_fetch_named (match, "z");
  int y = atoi (year), m = number != NULL && *number != '\0' ? atoi (number) : month_of_name (name != NULL ? name : "");
  int d = day != NULL && *day != '\0' ? atoi (day) : 0;

  if (m < 1 || m > 12 || (d != 0 && !g_date_valid_dmy (d, m, y)) || (d == 0 && day != NULL && *day != '\0'))
    return NULL;
  if (d == 0)
    return g_strdup_printf ("%04d-%02d", y, m);
  if (clock == NULL || *clock == '\0' || strcmp (clock, "24") > 0)
    return g_strdup_printf ("%04d-%02d-%02d", y, m, d);

  return g_strdup_printf ("%04d-%02d-%02dT%s%s", y, m, d, clock, zone != NULL ? zone : "");
}

/**
 * sayso_calendar_parse:
 * @words: text that may begin with a date
 * @used: (out) (optional): how many bytes the date takes
 *
 * Reads a date as publications write it, in ISO 8601 or in English words, with the time behind it where it is given.
 *
 * Returns: (transfer full) (nullable): the date in ISO 8601, as precise as it was given
 */
char *
sayso_calendar_parse (const char *words, gsize *used)
{
  g_return_val_if_fail (words != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      char *date;
      int end;

      if (!g_regex_match (form_regex (i), words, 0, &match) || (date = format_match (match)) == NULL)
        continue;
      g_match_info_fetch_pos (match, 0, NULL, &end);
      if (used != NULL)
        *used = end;
      return date;
    }

  return NULL;
}

/**
 * sayso_calendar_is_iso:
 * @date: a date as a person gave it
 *
 * Returns: whether it is an ISO 8601 date of the calendar (YYYY, YYYY-MM or YYYY-MM-DD, a time may follow)
 */
gboolean
sayso_calendar_is_iso (const char *date)
{
  g_autofree char *parsed = NULL;
  gsize used = 0;

  g_return_val_if_fail (date != NULL, FALSE);

  if (strlen (date) == 4 && strspn (date, "0123456789") == 4)
    return date[0] != '0';
  if (strlen (date) < 7 || date[4] != '-')
    return FALSE;
  parsed = sayso_calendar_parse (date, &used);

  return parsed != NULL && date[used] == '\0';
}

/* sayso-calendar.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-calendar.h"

#include <stdlib.h>
#include <string.h>

#define NAME "(?<n>\\p{L}{3,12})\\.?"
#define YEAR "(?<y>[12]\\d{3})(?!\\d)"

/* The ways a publication date is written. Dots always part day, month and year in this order; slashes part them in
 * an order that only the place of publication tells: 03/04/2015 is a date only where that is known. */
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
  { "2015年3月4日", "(?<y>[12]\\d{3})\\s?年\\s?(?<m>\\d\\d?)\\s?月\\s?(?<d>\\d\\d?)\\s?日" },
  { "04.03.2015", "(?<d>\\d{1,2})\\.\\s?(?<m>\\d{1,2})\\.\\s?" YEAR },
  { "13/03/2015", "(?<a>\\d{1,2})(?<sep>[/-])(?<b>\\d{1,2})\\k<sep>" YEAR },
  { "4.3.15", "(?<d>\\d{1,2})\\.(?<m>\\d{1,2})\\.(?<s>\\d\\d)(?![\\d.])" },
  { "Wed, 4 March 2015",
    "(?:\\p{Lu}\\p{L}+,?\\s+)?(?<d>\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?(?:\\s+(?:of|de))?[\\s-]+" NAME
    ",?[\\s-]+(?:del?\\s+)?" YEAR },
  { "Wednesday, March 4th, 2015", "(?:\\p{Lu}\\p{L}+,?\\s+)?" NAME "\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?,?\\s+" YEAR },
  { "March 2015", NAME "\\s+" YEAR },
};

#undef NAME
#undef YEAR

/* Names of the months, as outlets in English, German, French, Spanish, Italian, Portuguese and Dutch write them. */
static const char *const months[] = {
  " january jan januar jänner jän januari janvier janv enero ene gennaio gen janeiro ",
  " february feb februar feber februari février févr fév febrero febbraio fevereiro fev ",
  " march mar märz mär maart mrt mars marzo março ",
  " april apr avril avr abril abr aprile ",
  " may mai mei mayo maggio mag maio ",
  " june jun juni juin junio giugno giu junho ",
  " july jul juli juillet juil julio luglio lug julho ",
  " august aug augustus août agosto ago ",
  " september sep sept septembre septiembre settembre set setembro ",
  " october oct oktober okt octobre octubre ottobre ott outubro out ",
  " november nov novembre noviembre novembro ",
  " december dec dezember dez décembre déc diciembre dic dicembre dezembro ",
};

static int
month_of_name (const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);
  g_autofree char *word = g_strdup_printf (" %s ", lower);

  for (guint i = 0; *name != '\0' && i < G_N_ELEMENTS (months); i++)
    if (strstr (months[i], word) != NULL)
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

static int
fetch_number (GMatchInfo *match, const char *name)
{
  g_autofree char *digits = g_match_info_fetch_named (match, name);

  return digits != NULL ? atoi (digits) : 0;
}

static char *
format_match (GMatchInfo *match, SaysoCalendarOrder order)
{
  g_autofree char *name = g_match_info_fetch_named (match, "n");
  g_autofree char *clock = g_match_info_fetch_named (match, "h");
  g_autofree char *zone = g_match_info_fetch_named (match, "z");
  g_autofree char *day = g_match_info_fetch_named (match, "d");
  int y = fetch_number (match, "y"), m = fetch_number (match, "m"), d = fetch_number (match, "d");
  int a = fetch_number (match, "a"), b = fetch_number (match, "b");
  gboolean has_day = (day != NULL && *day != '\0') || a != 0;

  if (y == 0)
    {
      /* Two digits for the year are a habit of pages, and of this age. */
      if (order == SAYSO_CALENDAR_UNKNOWN)
        return NULL;
      y = 2000 + fetch_number (match, "s");
    }
  if (name != NULL && *name != '\0')
    m = month_of_name (name);
  if (a != 0)
    {
      if (a <= 12 && b <= 12 && a != b && order != SAYSO_CALENDAR_DAY_FIRST && order != SAYSO_CALENDAR_MONTH_FIRST)
        return NULL;
      d = a > 12 || (b <= 12 && order == SAYSO_CALENDAR_DAY_FIRST) ? a : b;
      m = d == a ? b : a;
    }

  if (m < 1 || m > 12 || (has_day && !g_date_valid_dmy (d, m, y)))
    return NULL;
  if (!has_day)
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
 * Reads a date as publications write it, in ISO 8601 or in words, with the time behind it where it is given.
 *
 * Returns: (transfer full) (nullable): the date in ISO 8601, as precise as it was given
 */
char *
sayso_calendar_parse (const char *words, gsize *used)
{
  return sayso_calendar_parse_ordered (words, SAYSO_CALENDAR_UNKNOWN, used);
}

/**
 * sayso_calendar_parse_ordered:
 * @words: text that may begin with a date
 * @order: the order in which the place of publication writes day and month
 * @used: (out) (optional): how many bytes the date takes
 *
 * As sayso_calendar_parse(), for a place that is known.
 *
 * Returns: (transfer full) (nullable): the date in ISO 8601, as precise as it was given
 */
char *
sayso_calendar_parse_ordered (const char *words, SaysoCalendarOrder order, gsize *used)
{
  g_return_val_if_fail (words != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      char *date;
      int end;

      if (!g_regex_match (form_regex (i), words, 0, &match) || (date = format_match (match, order)) == NULL)
        continue;
      g_match_info_fetch_pos (match, 0, NULL, &end);
      if (used != NULL)
        *used = end;
      return date;
    }

  return NULL;
}

/* A year of four digits, or one of two behind dots. */
static gboolean
may_hold_date (const char *line)
{
  guint digits = 0, dots = 0;

  for (const char *p = line; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      {
        if (++digits >= 4)
          return TRUE;
      }
    else
      {
        dots += *p == '.' && digits > 0;
        if (dots >= 2 && g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2]))
          return TRUE;
        digits = 0;
      }

  return FALSE;
}

/**
 * sayso_calendar_find:
 * @line: a line of text, as "Posted on 4 March 2015"
 * @order: the order in which the place of publication writes day and month
 * @start: (out) (optional): the byte at which the date begins
 * @used: (out) (optional): how many bytes it takes
 *
 * Returns: (transfer full) (nullable): the first date in the line
 */
char *
sayso_calendar_find (const char *line, SaysoCalendarOrder order, gsize *start, gsize *used)
{
  g_return_val_if_fail (line != NULL, NULL);

  if (!may_hold_date (line))
    return NULL;
  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *before = p == line ? NULL : g_utf8_prev_char (p);
      char *date;

      if (before != NULL && (g_unichar_isalnum (g_utf8_get_char (before)) || *before == '-' || *before == '/'))
        continue;
      if (!g_unichar_isalnum (g_utf8_get_char (p)))
        continue;
      date = sayso_calendar_parse_ordered (p, order, used);
      if (date != NULL)
        {
          if (start != NULL)
            *start = p - line;
          return date;
        }
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

/* sayso-export-ical.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sayso-casebook-enums.h"
#include "sayso-date-words.h"
#include "sayso-enum.h"
#include "sayso-export-private.h"
#include "sayso-extract-enums.h"

/* The events as iCalendar (RFC 5545). A day is a day, an uncertain date all days it may be, tentative, with its EDTF in
 * a property of its own and its words in the description. */

/* A line may have 75 octets before its end; a longer one goes on after a line break and a space (3.1). */
#define LINE_OCTETS 75

static void
put_line (SaysoExport *self, const char *line)
{
  gsize room = LINE_OCTETS;

  for (const char *p = line; *p != '\0';)
    {
      gsize n = MIN (room, strlen (p));

      while (n > 0 && (p[n] & 0xc0) == 0x80)
        n--;
      sayso_export_put_data (self, p, n);
      p += n;
      if (*p != '\0')
        sayso_export_put (self, "\r\n ");
      room = LINE_OCTETS - 1;
    }
  sayso_export_put (self, "\r\n");
}

/* A TEXT value (3.3.11). Control characters have no place in one. */
static void
put_text (SaysoExport *self, const char *name, const char *text)
{
  g_autoptr (GString) line = g_string_new (name);

  if (text == NULL || *text == '\0')
    return;
  g_string_append_c (line, ':');
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '\n')
      g_string_append (line, "\\n");
    else if (strchr ("\\;,", *p) != NULL)
      g_string_append_printf (line, "\\%c", *p);
    else if ((guchar) *p >= 0x20 && *p != 0x7f)
      g_string_append_c (line, *p);
  put_line (self, line->str);
}

static gboolean
is_calendar_year (gint64 seconds)
{
  int year, month, day;

  sayso_date_from_seconds (seconds, &year, &month, &day);

  return year >= 1 && year <= 9999;
}

static char *
clock_of (gint64 seconds)
{
  g_autofree char *day = sayso_export_day (seconds, TRUE);
  gint64 second = ((seconds % SAYSO_SECONDS_A_DAY) + SAYSO_SECONDS_A_DAY) % SAYSO_SECONDS_A_DAY;

  return g_strdup_printf ("%sT%02d%02d%02d", day, (int) (second / 3600), (int) (second / 60 % 60), (int) (second % 60));
}

/* Whole days, or a time of day as the clock on the wall there showed it. */
static void
put_dates (SaysoExport *self, gint64 first, gint64 last)
{
  gboolean days = first % SAYSO_SECONDS_A_DAY == 0 && (last + 1) % SAYSO_SECONDS_A_DAY == 0;
  g_autofree char *start = days ? sayso_export_day (first, TRUE) : clock_of (first);
  g_autofree char *end = days ? sayso_export_day (last + 1, TRUE) : clock_of (last);

  if (days)
    sayso_export_printf (self, "DTSTART;VALUE=DATE:%s\r\nDTEND;VALUE=DATE:%s\r\n", start, end);
  else if (g_str_equal (start, end))
    sayso_export_printf (self, "DTSTART:%s\r\n", start);
  else
    sayso_export_printf (self, "DTSTART:%s\r\nDTEND:%s\r\n", start, end);
}

static void
put_description (SaysoExport *self, SaysoEvent *event)
{
  g_autofree char *when = sayso_bounds_to_long_words (&event->bounds);
  g_autofree char *words = sayso_export_slice (self, event->article, event->span);
  g_autofree char *title = g_strdup (event->article_title != NULL ? event->article_title : "");
  g_autofree char *all = g_strdup_printf ("%s\n“%s”\n%s (%s)", when != NULL ? when : "", words, title,
                                          sayso_enum_to_nick (SAYSO_TYPE_VOICE, event->voice));

  put_text (self, "DESCRIPTION", all);
}

static void
put_event (SaysoExport *self, SaysoItem *item, gpointer data)
{
  const char *stamp = data;
  SaysoEvent *event = SAYSO_EVENT (item);
  const SaysoBounds *bounds = &event->bounds;
  gint64 first, last;
  gboolean is_open, within;
  g_autoptr (SaysoItem) place = NULL;
  g_autofree char *uuid = NULL, *dates = NULL;

  if (!sayso_bounds_known (bounds))
    {
      sayso_export_lose (self, N_ ("An event without a date is left out"));
      return;
    }
  first = bounds->earliest != SAYSO_OPEN_PAST ? bounds->earliest : bounds->latest - SAYSO_SECONDS_A_DAY + 1;
  last = bounds->latest != SAYSO_OPEN_FUTURE ? bounds->latest : bounds->earliest + SAYSO_SECONDS_A_DAY - 1;
  is_open = bounds->earliest == SAYSO_OPEN_PAST || bounds->latest == SAYSO_OPEN_FUTURE;
  within = !bounds->lasting && last - first >= SAYSO_SECONDS_A_DAY;
  if (!is_calendar_year (first) || !is_calendar_year (last + 1))
    {
      sayso_export_lose (self, N_ ("An event before the year 1 or after 9999 is left out"));
      return;
    }

  uuid = sayso_export_uuid (self, "event", sayso_item_get_id (item), 0);
  dates = sayso_export_dates (bounds, event->edtf);
  place = sayso_export_get (self, SAYSO_ITEM_ACTOR, event->place);
  sayso_export_printf (self, "BEGIN:VEVENT\r\nUID:%s\r\nDTSTAMP:%s\r\n", uuid, stamp);
  put_dates (self, first, last);
  put_text (self, "SUMMARY", sayso_item_get_title (item));
  put_description (self, event);
  put_text (self, "LOCATION", place != NULL ? sayso_item_get_title (place) : NULL);
  put_text (self, "CATEGORIES", sayso_enum_to_nick (SAYSO_TYPE_FACTUALITY, event->factuality));
  put_text (self, "X-SAYSO-EDTF", dates);
  sayso_export_put (self, event->factuality == SAYSO_FACTUALITY_DENIED ? "STATUS:CANCELLED\r\n"
                          : event->voice != SAYSO_VOICE_SAID || event->doubted || within || is_open
                              ? "STATUS:TENTATIVE\r\n"
                              : "STATUS:CONFIRMED\r\n");
  sayso_export_put (self, "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
  if (within)
    sayso_export_lose (self, N_ ("An uncertain date is written as all days it may be, tentative"));
  if (is_open)
    sayso_export_lose (self, N_ ("A date open to one side is written at the end that is known"));
}

void
sayso_export_write_ical (SaysoExport *self)
{
  g_autoptr (GDateTime) changed = g_date_time_new_from_unix_utc (self->changed / G_USEC_PER_SEC);
  g_autofree char *stamp = g_date_time_format (changed, "%Y%m%dT%H%M%SZ");
  g_autofree char *title = sayso_export_dup_title (self), *scope = sayso_export_dup_scope (self);

  sayso_export_put (self, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Sayso//Sayso " SAYSO_VERSION "//EN\r\n"
                          "CALSCALE:GREGORIAN\r\n");
  put_text (self, "X-WR-CALNAME", title);
  put_text (self, "X-WR-CALDESC", scope);
  sayso_export_each (self, SAYSO_ITEM_EVENT, SAYSO_SORT_DATE, put_event, stamp);
  sayso_export_put (self, "END:VCALENDAR\r\n");
  sayso_export_lose (self, N_ ("Only events are in a calendar: no claims, relations or texts"));
}

/* sayso-export-timelinejs.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "sayso-casebook-enums.h"
#include "sayso-date-words.h"
#include "sayso-enum.h"
#include "sayso-export-private.h"

/* A timeline for TimelineJS 3 (timeline.knightlab.com). Dates are as precise as they are known, and shown in words. */

static void
add_date (JsonBuilder *builder, const char *name, gint64 seconds, gboolean month, gboolean day)
{
  int y, m, d;

  sayso_date_from_seconds (seconds, &y, &m, &d);
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  sayso_export_add_int (builder, "year", y);
  if (month)
    sayso_export_add_int (builder, "month", m);
  if (day)
    sayso_export_add_int (builder, "day", d);
  json_builder_end_object (builder);
}

/* Whether it is one whole month, or one whole year: then it is shown as that, and not as its days. */
static gboolean
is_one (const SaysoBounds *bounds, gboolean year)
{
  int y, m, d;

  if (bounds->earliest == SAYSO_OPEN_PAST || bounds->latest == SAYSO_OPEN_FUTURE || bounds->soft_start != 0 ||
      bounds->soft_end != 0)
    return FALSE;
  sayso_date_from_seconds (bounds->earliest, &y, &m, &d);
  if (d != 1 || (year && m != 1))
    return FALSE;

  return bounds->latest == sayso_date_to_seconds (year || m == 12 ? y + 1 : y, year || m == 12 ? 1 : m + 1, 1) - 1 &&
         bounds->earliest == sayso_date_to_seconds (y, m, 1);
}

static void
add_dates (SaysoExport *self, JsonBuilder *builder, const SaysoBounds *bounds)
{
  gint64 start = bounds->earliest != SAYSO_OPEN_PAST ? bounds->earliest : bounds->latest;
  gboolean year = is_one (bounds, TRUE), month = is_one (bounds, FALSE);
  g_autofree char *words = sayso_bounds_to_words (bounds);

  add_date (builder, "start_date", start, !year, !year && !month);
  if (!year && !month && bounds->latest != SAYSO_OPEN_FUTURE && bounds->latest - start >= SAYSO_SECONDS_A_DAY)
    add_date (builder, "end_date", bounds->latest, TRUE, TRUE);
  sayso_export_add (builder, "display_date", words);
  if (!bounds->lasting && !year && !month && bounds->latest - start >= SAYSO_SECONDS_A_DAY)
    sayso_export_lose (self, N_ ("An uncertain date is drawn as one that lasts; its words say what it is"));
  if (bounds->earliest == SAYSO_OPEN_PAST || bounds->latest == SAYSO_OPEN_FUTURE)
    sayso_export_lose (self,
                       N_ ("A date open to one side is drawn at the end that is known; its words say what it is"));
}

static void
put_event (SaysoExport *self, SaysoItem *item, gpointer data)
{
  gboolean *first = data;
  SaysoEvent *event = SAYSO_EVENT (item);
  g_autoptr (JsonBuilder) builder = NULL;
  g_autofree char *words = NULL, *html = NULL, *title = NULL, *uuid = NULL;
  g_autofree char *from = g_markup_escape_text (event->article_title != NULL ? event->article_title : "", -1);
  g_autofree char *quote = NULL;

  if (!sayso_bounds_known (&event->bounds))
    {
      sayso_export_lose (self, N_ ("An event without a date is left out"));
      return;
    }

  /* TimelineJS takes its texts for HTML. */
  words = sayso_export_slice (self, event->article, event->span);
  quote = g_markup_escape_text (words, -1);
  title = g_markup_escape_text (sayso_item_get_title (item), -1);
  html = g_strdup_printf ("<blockquote>%s</blockquote><p>%s · %s</p>", quote, from,
                          sayso_enum_to_nick (SAYSO_TYPE_VOICE, event->voice));
  uuid = sayso_export_uuid (self, "event", sayso_item_get_id (item), 0);

  builder = json_builder_new_immutable ();
  json_builder_begin_object (builder);
  add_dates (self, builder, &event->bounds);
  json_builder_set_member_name (builder, "text");
  json_builder_begin_object (builder);
  sayso_export_add (builder, "headline", title);
  sayso_export_add (builder, "text", html);
  json_builder_end_object (builder);
  if (event->roles->len > 0)
    sayso_export_add (builder, "group", g_array_index (event->roles, SaysoEventRole, 0).name);
  sayso_export_add (builder, "unique_id", uuid);
  json_builder_end_object (builder);

  sayso_export_put (self, *first ? "\n" : ",\n");
  sayso_export_put_built (self, builder);
  *first = FALSE;
}

void
sayso_export_write_timelinejs (SaysoExport *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *title = sayso_export_dup_title (self), *time = sayso_export_dup_time (self);
  g_autofree char *scope = sayso_export_dup_scope (self), *headline = g_markup_escape_text (title, -1);
  g_autofree char *about = g_strdup_printf ("<p>Sayso " SAYSO_VERSION ", casebook of %s, %s</p>", time, scope);
  gboolean first = TRUE;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "text");
  json_builder_begin_object (builder);
  sayso_export_add (builder, "headline", headline);
  sayso_export_add (builder, "text", about);
  json_builder_end_object (builder);
  json_builder_end_object (builder);

  sayso_export_put (self, "{\"title\":");
  sayso_export_put_built (self, builder);
  sayso_export_put (self, ",\n\"events\":[");
  sayso_export_each (self, SAYSO_ITEM_EVENT, SAYSO_SORT_DATE, put_event, &first);
  sayso_export_put (self, "]}\n");
  sayso_export_lose (self, N_ ("Only events are on a timeline: no claims, relations or texts"));
}

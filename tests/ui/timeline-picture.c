/* timeline-picture.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* timeline-picture [--strip|--full|--actors|--many N|--brush|--select ID|--rtl] [WIDTH HEIGHT]: a window with the
 * timeline alone and made-up events in every way they can be drawn, to be looked at. */

#include <adwaita.h>
#include <stdlib.h>
#include <string.h>

#include "sayso-colors.h"
#include "sayso-timeline-view.h"

typedef struct
{
  const char *title;
  const char *earliest;
  const char *latest;
  guint soft_start;
  guint soft_end;
  gboolean lasting;
  SaysoEventKind kind;
  SaysoVoice voice;
  SaysoStanding standing;
  gboolean doubted;
  const char *actor;
} Row;

static const Row rows[] = {
  { "Stranger inside Tarnhelm’s network", "2018-06-01", "2019-06-30", 0, 30, TRUE, SAYSO_EVENT_OCCURRED,
    SAYSO_VOICE_SAID, SAYSO_STANDING_CONFIRMED, FALSE, "Tarnhelm" },
  { "Bureau inside systems of 31 towns", "2005-02-01", "2019-02-28", 365, 28, TRUE, SAYSO_EVENT_OCCURRED,
    SAYSO_VOICE_SAID, SAYSO_STANDING_SUGGESTED, FALSE, "Bureau" },
  { "Post-mortem by contractors", "2019-02-03", "2019-03-07", 8, 8, FALSE, SAYSO_EVENT_OCCURRED, SAYSO_VOICE_SAID,
    SAYSO_STANDING_SUGGESTED, FALSE, "Bureau" },
  { "Sales pitches to the agencies", "2019-01-01", "2019-06-30", 0, 0, TRUE, SAYSO_EVENT_OCCURRED, SAYSO_VOICE_CLAIMED,
    SAYSO_STANDING_SUGGESTED, FALSE, "Tarnhelm" },
  { "Envoys called to the ministry", "2019-07-11", "2019-07-20", 0, 0, FALSE, SAYSO_EVENT_OCCURRED, SAYSO_VOICE_CLAIMED,
    SAYSO_STANDING_SUGGESTED, TRUE, "Ministry" },
  { "Protest about the break-in?", "2019-07-11", "2019-07-20", 0, 0, FALSE, SAYSO_EVENT_OCCURRED,
    SAYSO_VOICE_HYPOTHETICAL, SAYSO_STANDING_SUGGESTED, FALSE, "Ministry" },
  { "Product used as a spying tool", "2019-04-01", "2019-05-15", 0, 0, FALSE, SAYSO_EVENT_OCCURRED, SAYSO_VOICE_DENIED,
    SAYSO_STANDING_SUGGESTED, FALSE, "Tarnhelm" },
  { "Contractor caught", "2019-01-01", "2019-04-30", 0, 40, FALSE, SAYSO_EVENT_OCCURRED, SAYSO_VOICE_SAID,
    SAYSO_STANDING_SUGGESTED, FALSE, "Bureau" },
  { "Due diligence by the Bureau", "2019-05-01", "2019-07-12", 30, 20, TRUE, SAYSO_EVENT_OCCURRED, SAYSO_VOICE_CLAIMED,
    SAYSO_STANDING_SUGGESTED, FALSE, "Bureau" },
  { "Report on the Bureau", "2019-02-01", "2019-02-28", 0, 0, FALSE, SAYSO_EVENT_REPORTED, SAYSO_VOICE_SAID,
    SAYSO_STANDING_CONFIRMED, FALSE, "Tarnhelm" },
  { "Quay Courier prints", "2019-06-01", "2019-06-30", 0, 0, FALSE, SAYSO_EVENT_REPORTED, SAYSO_VOICE_SAID,
    SAYSO_STANDING_CONFIRMED, FALSE, "Quay Courier" },
  { "Break-in announced", "2019-06-11", "2019-06-20", 0, 0, FALSE, SAYSO_EVENT_REPORTED, SAYSO_VOICE_SAID,
    SAYSO_STANDING_SUGGESTED, FALSE, "Tarnhelm" },
  { "Story", "2019-09-03", "2019-09-03", 0, 0, FALSE, SAYSO_EVENT_REPORTED, SAYSO_VOICE_SAID, SAYSO_STANDING_SUGGESTED,
    FALSE, "Quay Courier" },
  { "Second story", "2019-09-05", "2019-09-05", 0, 0, FALSE, SAYSO_EVENT_REPORTED, SAYSO_VOICE_SAID,
    SAYSO_STANDING_SUGGESTED, FALSE, "Quay Courier" },
  { "Third story", "2019-09-06", "2019-09-06", 0, 0, FALSE, SAYSO_EVENT_REPORTED, SAYSO_VOICE_SAID,
    SAYSO_STANDING_SUGGESTED, FALSE, "Northgate Tribune" },
  { "Anonymous claim printed", "2019-08-14", "2019-08-14", 0, 0, FALSE, SAYSO_EVENT_REPORTED, SAYSO_VOICE_CLAIMED,
    SAYSO_STANDING_REJECTED, FALSE, "Northgate Tribune" },
  { "Late essay", "2021-11-01", "2021-11-01", 0, 0, FALSE, SAYSO_EVENT_REPORTED, SAYSO_VOICE_SAID,
    SAYSO_STANDING_SUGGESTED, FALSE, "Essayist" },
  { "Break-in discovered", "2019-06-01", "2019-06-30", 0, 0, FALSE, SAYSO_EVENT_LEARNED, SAYSO_VOICE_SAID,
    SAYSO_STANDING_CONFIRMED, FALSE, "Tarnhelm" },
  { "Ministry informed", "2019-08-20", "2019-08-20", 0, 0, FALSE, SAYSO_EVENT_LEARNED, SAYSO_VOICE_HYPOTHETICAL,
    SAYSO_STANDING_SUGGESTED, FALSE, "Ministry" },
  { "Spies aim at the software", NULL, NULL, 0, 0, FALSE, SAYSO_EVENT_OCCURRED, SAYSO_VOICE_HYPOTHETICAL,
    SAYSO_STANDING_SUGGESTED, FALSE, "Bureau" },
  { "Bureau studies the software", NULL, NULL, 0, 0, FALSE, SAYSO_EVENT_OCCURRED, SAYSO_VOICE_CLAIMED,
    SAYSO_STANDING_SUGGESTED, FALSE, "Bureau" },
  { "Three papers print accusations", NULL, NULL, 0, 0, FALSE, SAYSO_EVENT_REPORTED, SAYSO_VOICE_SAID,
    SAYSO_STANDING_SUGGESTED, FALSE, NULL },
  { "Nothing was sold", NULL, NULL, 0, 0, FALSE, SAYSO_EVENT_OCCURRED, SAYSO_VOICE_DENIED, SAYSO_STANDING_SUGGESTED,
    FALSE, NULL },
};

static SaysoTimelineData *
make_data (void)
{
  SaysoTimelineData *data = sayso_timeline_data_new ();
  g_autoptr (GHashTable) actors = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SaysoTimelineEvent event = {
        .id = i + 1,
        .title = rows[i].title,
        .kind = rows[i].kind,
        .voice = rows[i].voice,
        .standing = rows[i].standing,
        .doubted = rows[i].doubted,
        .source = rows[i].voice == SAYSO_VOICE_CLAIMED ? SAYSO_SOURCE_ANONYMOUS : SAYSO_SOURCE_AUTHOR,
        .actor = SAYSO_NONE,
      };
      gpointer actor;

      g_assert (sayso_bounds_parse (rows[i].earliest, rows[i].latest, &event.bounds));
      event.bounds.soft_start = rows[i].soft_start;
      event.bounds.soft_end = rows[i].soft_end;
      event.bounds.lasting = rows[i].lasting;
      if (rows[i].actor != NULL && g_hash_table_lookup_extended (actors, rows[i].actor, NULL, &actor))
        event.actor = GPOINTER_TO_UINT (actor);
      else if (rows[i].actor != NULL)
        {
          event.actor = sayso_timeline_data_add_actor (data, i + 1, rows[i].actor,
                                                       i % 2 == 0 ? SAYSO_NAME_ORGANIZATION : SAYSO_NAME_AGENCY);
          g_hash_table_insert (actors, (gpointer) rows[i].actor, GUINT_TO_POINTER (event.actor));
        }
      sayso_timeline_data_add (data, &event);
    }
  sayso_timeline_data_finish (data);

  return data;
}

static SaysoTimelineData *
make_many (guint n)
{
  SaysoTimelineData *data = sayso_timeline_data_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < n; i++)
    {
      const Row *row = &rows[g_rand_int_range (random, 0, 19)];
      SaysoTimelineEvent event = {
        .id = i + 1, .title = row->title, .kind = row->kind, .voice = row->voice, .actor = SAYSO_NONE
      };
      gint64 day = g_rand_double_range (random, 0, 40 * 365);
      static const int lengths[] = { 1, 1, 1, 1, 1, 1, 10, 30, 90 };

      event.bounds.earliest = sayso_date_to_seconds (1980, 1, 1) + day * SAYSO_SECONDS_A_DAY;
      event.bounds.latest = event.bounds.earliest + lengths[g_rand_int_range (random, 0, 9)] * SAYSO_SECONDS_A_DAY - 1;
      event.bounds.lasting = row->lasting;
      sayso_timeline_data_add (data, &event);
    }
  sayso_timeline_data_finish (data);

  return data;
}

static void
activate (AdwApplication *application, char **argv)
{
  GtkWidget *view = sayso_timeline_view_new (), *window = adw_application_window_new (GTK_APPLICATION (application));
  SaysoTimelineModel *model = sayso_timeline_view_get_model (SAYSO_TIMELINE_VIEW (view));
  g_autoptr (SaysoTimelineData) data = NULL;
  int size[] = { 1280, 260 }, n_sizes = 0;

  sayso_colors_install (gtk_widget_get_display (window));
  for (; *argv != NULL; argv++)
    if (g_str_equal (*argv, "--strip"))
      g_object_set (view, "collapsed", TRUE, NULL);
    else if (g_str_equal (*argv, "--full"))
      g_object_set (view, "maximised", TRUE, NULL);
    else if (g_str_equal (*argv, "--rtl"))
      gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
    else if (g_str_equal (*argv, "--many"))
      data = make_many (atoi (*++argv));
    else if (g_str_equal (*argv, "--brush"))
      sayso_timeline_model_set_brush (model, sayso_date_to_seconds (2019, 6, 1), sayso_date_to_seconds (2019, 8, 1));
    else if (n_sizes < 2)
      size[n_sizes++] = atoi (*argv);
  if (data == NULL)
    data = make_data ();
  sayso_timeline_model_set_data (model, data);

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), size[0], size[1]);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = g_object_new (ADW_TYPE_APPLICATION, "flags", G_APPLICATION_NON_UNIQUE,
                                                         "resource-base-path", "/io/github/sayso/Sayso", NULL);

  g_signal_connect (application, "activate", G_CALLBACK (activate), argv + 1);

  return g_application_run (G_APPLICATION (application), 1, argv);
}

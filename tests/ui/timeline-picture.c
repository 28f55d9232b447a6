/* timeline-picture.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* timeline-picture [--strip] [--full] [--rtl] [--brush] [--still] [--dark] [--text TIMES] [--lanes LANES] [--export
 * FILE]... [--many N |
 * --glyphs |
 * --casebook FILE] [WIDTH HEIGHT]: a window with the timeline alone, to be looked at; with made-up events, many of
 * them, every glyph in every standing, or the events of a casebook. */

#include <adwaita.h>
#include <stdlib.h>
#include <string.h>

#include "sayso-colors.h"
#include "sayso-date-words.h"
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

static guint repeats = 1; /* of all rows */

static guint
find_actor (SaysoExtraction *x, GHashTable *known, const char *name)
{
  SaysoExtractedActor actor = { g_strdup (name),
                                known != NULL && g_hash_table_size (known) % 2 == 0 ? SAYSO_NAME_ORGANIZATION
                                                                                    : SAYSO_NAME_AGENCY,
                                FALSE, g_ptr_array_new_with_free_func (g_free) };
  gpointer index;

  if (g_hash_table_lookup_extended (known, name, NULL, &index))
    {
      g_free (actor.name);
      g_ptr_array_unref (actor.aliases);
      return GPOINTER_TO_UINT (index);
    }
  g_array_append_val (x->actors, actor);
  g_hash_table_insert (known, (gpointer) name, GUINT_TO_POINTER (x->actors->len - 1));

  return x->actors->len - 1;
}

static GArray *
one_span (SaysoSpan span)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));

  g_array_append_val (spans, span);

  return spans;
}

/* Each row is a sentence, an event, and where it is claimed, a claim. */
static SaysoExtraction *
make_extraction (SaysoText *text)
{
  g_autoptr (SaysoReading) reading = sayso_reading_new (text);
  g_autoptr (GHashTable) actors = g_hash_table_new (g_str_hash, g_str_equal);
  SaysoExtraction *x = sayso_extraction_new (reading);
  guint at = 0;

  for (guint i = 0; i < repeats * G_N_ELEMENTS (rows); i++)
    {
      guint length = g_utf8_strlen (rows[i % G_N_ELEMENTS (rows)].title, -1);
      SaysoSentence sentence = { .span = SAYSO_SPAN (at, at + length), .block = SAYSO_BLOCK_PARAGRAPH, .paragraph = i };
      SaysoExtractedTime time = { .span = SAYSO_SPAN (at, at + 3),
                                  .value = g_strdup ("XXXX"),
                                  .anchor_time = SAYSO_NONE };
      SaysoExtractedEvent event = { .trigger = SAYSO_SPAN (at, at + length),
                                    .span = SAYSO_SPAN (at, at + length),
                                    .title = g_strdup (rows[i % G_N_ELEMENTS (rows)].title),
                                    .type = "act",
                                    .kind = rows[i % G_N_ELEMENTS (rows)].kind,
                                    .time = i,
                                    .place = SAYSO_NONE,
                                    .participants = g_array_new (FALSE, FALSE, sizeof (SaysoParticipant)),
                                    .factuality = rows[i % G_N_ELEMENTS (rows)].voice == SAYSO_VOICE_DENIED
                                                      ? SAYSO_FACTUALITY_DENIED
                                                  : rows[i % G_N_ELEMENTS (rows)].voice == SAYSO_VOICE_HYPOTHETICAL
                                                      ? SAYSO_FACTUALITY_HYPOTHETICAL
                                                      : SAYSO_FACTUALITY_ASSERTED,
                                    .claim = SAYSO_NONE,
                                    .doubted = rows[i % G_N_ELEMENTS (rows)].doubted };
      SaysoExtractedClaim claim = { .source = one_span (SAYSO_SPAN (at, at + 2)),
                                    .cue = one_span (SAYSO_SPAN (at, at + 2)),
                                    .content = one_span (sentence.span),
                                    .source_kind = SAYSO_SOURCE_ANONYMOUS,
                                    .source_actor = SAYSO_NONE,
                                    .title = g_strdup (rows[i % G_N_ELEMENTS (rows)].title),
                                    .parent = SAYSO_NONE };

      g_assert (sayso_bounds_parse (rows[i % G_N_ELEMENTS (rows)].earliest, rows[i % G_N_ELEMENTS (rows)].latest,
                                    &event.bounds));
      event.bounds.soft_start = rows[i % G_N_ELEMENTS (rows)].soft_start;
      event.bounds.soft_end = rows[i % G_N_ELEMENTS (rows)].soft_end;
      event.bounds.lasting = rows[i % G_N_ELEMENTS (rows)].lasting;
      time.bounds = event.bounds;
      if (rows[i % G_N_ELEMENTS (rows)].actor != NULL)
        {
          SaysoParticipant agent = { "agent", find_actor (x, actors, rows[i % G_N_ELEMENTS (rows)].actor),
                                     sentence.span };

          g_array_append_val (event.participants, agent);
        }
      if (rows[i % G_N_ELEMENTS (rows)].voice == SAYSO_VOICE_CLAIMED)
        event.claim = x->claims->len;
      g_array_append_val (x->claims, claim);
      g_array_append_val (reading->sentences, sentence);
      g_array_append_val (x->times, time);
      g_array_append_val (x->events, event);
      at += length + 2;
    }

  return x;
}

static SaysoCasebook *
make_casebook (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sayso-picture-XXXXXX", NULL),
                  *path = g_build_filename (folder, "picture.sayso", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (SaysoText) text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SaysoDocument) document = NULL;
  g_autoptr (SaysoExtraction) extraction = NULL;
  g_autoptr (SaysoCommand) command = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;
  SaysoMetadata metadata = { .title = g_strdup ("Made up") };
  SaysoCasebook *casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_CREATE, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < repeats * G_N_ELEMENTS (rows); i++)
    g_string_append_printf (all, "%s%s", i > 0 ? "\n\n" : "", rows[i % G_N_ELEMENTS (rows)].title);
  text = sayso_text_new (all->str, -1);
  bytes = g_bytes_new (all->str, all->len);
  document = sayso_document_new (bytes, "/made-up.txt", "text/plain", &metadata, text);
  extraction = make_extraction (text);
  command = sayso_command_new_import (document, extraction);
  sayso_casebook_submit (casebook, command, NULL, &error);
  g_assert_no_error (error);

  events = sayso_casebook_query (casebook, SAYSO_ITEM_EVENT, NULL, SAYSO_SORT_TEXT, 0, G_MAXUINT, &error);
  g_assert_no_error (error);
  for (guint i = 0; repeats == 1 && i < events->len; i++)
    for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
      if (g_str_equal (rows[row].title, sayso_item_get_title (g_ptr_array_index (events, i))) &&
          rows[row].standing != SAYSO_STANDING_SUGGESTED)
        {
          g_autoptr (SaysoCommand) decide =
              sayso_command_new_decide (SAYSO_ITEM_EVENT, sayso_item_get_id (g_ptr_array_index (events, i)),
                                        rows[row].standing);

          sayso_casebook_submit (casebook, decide, NULL, NULL);
        }

  return casebook;
}

#define N_ACTORS 20 /* of many events */

static SaysoTimelineData *
make_many (guint n)
{
  SaysoTimelineData *data = sayso_timeline_data_new (SAYSO_LANES_ACTOR);
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < N_ACTORS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Actor %u", i + 1);

      sayso_timeline_data_add_group (data, i + 1, name, SAYSO_NAME_AGENCY);
    }
  for (guint i = 0; i < n; i++)
    {
      const Row *row = &rows[g_rand_int_range (random, 0, 19)];
      SaysoTimelineEvent event = {
        .id = i + 1, .title = row->title, .kind = row->kind, .voice = row->voice, .group = i % N_ACTORS
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

/* Every glyph in every standing: a column for each of those, a lane for each kind, a row for each form. */
static SaysoTimelineData *
make_glyphs (void)
{
  static const struct
  {
    const char *name;
    SaysoVoice voice;
    SaysoStanding standing;
    gboolean doubted;
    guint soft; /* days at each end */
  } ways[] = {
    { "said", SAYSO_VOICE_SAID, SAYSO_STANDING_SUGGESTED, FALSE, 0 },
    { "soft", SAYSO_VOICE_SAID, SAYSO_STANDING_SUGGESTED, FALSE, 15 },
    { "confirmed", SAYSO_VOICE_SAID, SAYSO_STANDING_CONFIRMED, FALSE, 0 },
    { "claimed", SAYSO_VOICE_CLAIMED, SAYSO_STANDING_SUGGESTED, FALSE, 0 },
    { "doubted", SAYSO_VOICE_CLAIMED, SAYSO_STANDING_SUGGESTED, TRUE, 15 },
    { "hypothetical", SAYSO_VOICE_HYPOTHETICAL, SAYSO_STANDING_SUGGESTED, FALSE, 0 },
    { "denied", SAYSO_VOICE_DENIED, SAYSO_STANDING_SUGGESTED, FALSE, 0 },
    { "rejected", SAYSO_VOICE_SAID, SAYSO_STANDING_REJECTED, FALSE, 0 },
  };
  static const struct
  {
    const char *name;
    guint days;
    gboolean lasting;
  } forms[] = { { "day", 1, FALSE }, { "band", 45, FALSE }, { "bar", 45, TRUE } };
  SaysoTimelineData *data = sayso_timeline_data_new (SAYSO_LANES_KIND);
  gint64 id = 0;

  for (guint kind = SAYSO_EVENT_OCCURRED; kind <= SAYSO_EVENT_LEARNED; kind++)
    for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
      for (guint form = 0; form < G_N_ELEMENTS (forms); form++)
        {
          g_autofree char *title = g_strdup_printf ("%s %s", ways[way].name, forms[form].name);
          SaysoTimelineEvent event = { .id = ++id,
                                       .title = title,
                                       .kind = kind,
                                       .voice = ways[way].voice,
                                       .standing = ways[way].standing,
                                       .doubted = ways[way].doubted };

          event.bounds.earliest = sayso_date_to_seconds (2019, 1, 1) + (way * 140 + 2) * SAYSO_SECONDS_A_DAY;
          event.bounds.latest = event.bounds.earliest + forms[form].days * SAYSO_SECONDS_A_DAY - 1;
          event.bounds.lasting = forms[form].lasting;
          event.bounds.soft_start = event.bounds.soft_end = form > 0 ? ways[way].soft : 0;
          sayso_timeline_data_add (data, &event);
        }
  sayso_timeline_data_finish (data);

  return data;
}

/* What a test reads. */
static void
print_playing (GObject *view)
{
  gboolean playing;

  g_object_get (view, "playing", &playing, NULL);
  g_print ("playing %d\n", playing);
}

static void
print_selection (SaysoSession *session)
{
  g_print ("selected %" G_GINT64_FORMAT "\n", sayso_session_get_selected_id (session));
}

static void
print_filter (SaysoSession *session)
{
  const SaysoFilter *filter = sayso_session_get_filter (session);
  g_autofree char *words = sayso_bounds_to_words (&filter->range);

  g_print ("range %s\n", words);
}

static void
print_reveal (SaysoSession *session, SaysoItemKind kind, gint64 id)
{
  g_print ("revealed %" G_GINT64_FORMAT "\n", id);
}

static gboolean
undo (GtkWidget *window, GVariant *args, gpointer session)
{
  sayso_session_undo (session);

  return TRUE;
}

static void
print_toast (SaysoSession *session, AdwToast *toast)
{
  g_print ("toast %s\n", adw_toast_get_title (toast));
}

static GPtrArray *export_names;

/* All of it, in files. */
static void
write_exports (gpointer view)
{
  for (guint i = 0; i < export_names->len; i++)
    {
      const char *name = g_ptr_array_index (export_names, i);
      g_autoptr (GBytes) bytes = sayso_timeline_view_export (view, name, TRUE);

      g_file_set_contents (name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
    }
  g_ptr_array_unref (export_names);
}

static void
activate (AdwApplication *application, char **argv)
{
  GtkWidget *view = sayso_timeline_view_new (), *window = adw_application_window_new (GTK_APPLICATION (application));
  SaysoTimelineModel *model = sayso_timeline_view_get_model (SAYSO_TIMELINE_VIEW (view));
  g_autoptr (SaysoTimelineData) data = NULL;
  int size[] = { 1280, 260 }, n_sizes = 0;
  g_autoptr (SaysoCasebook) casebook = NULL;

  export_names = g_ptr_array_new ();
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
    else if (g_str_equal (*argv, "--repeat"))
      repeats = atoi (*++argv);
    else if (g_str_equal (*argv, "--glyphs"))
      data = make_glyphs ();
    else if (g_str_equal (*argv, "--casebook"))
      {
        g_autoptr (GFile) file = g_file_new_for_commandline_arg (*++argv);

        casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_OPEN, NULL, NULL);
      }
    else if (g_str_equal (*argv, "--lanes"))
      g_object_set (view, "lanes", *++argv, NULL);
    else if (g_str_equal (*argv, "--brush"))
      sayso_timeline_model_set_brush (model, sayso_date_to_seconds (2019, 6, 1), sayso_date_to_seconds (2019, 8, 1));
    else if (g_str_equal (*argv, "--export"))
      g_ptr_array_add (export_names, *++argv);
    else if (g_str_equal (*argv, "--still"))
      g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
    else if (g_str_equal (*argv, "--text"))
      g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * g_ascii_strtod (*++argv, NULL)),
                    NULL);
    else if (g_str_equal (*argv, "--dark"))
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
    else if (n_sizes < 2)
      size[n_sizes++] = atoi (*argv);
  if (data != NULL)
    sayso_timeline_model_set_data (model, data);
  else
    {
      g_autoptr (SaysoSession) session = NULL;
      g_autoptr (SaysoFilter) filter = sayso_filter_new ();
      GtkEventController *keys;

      if (casebook == NULL)
        casebook = make_casebook ();
      session = sayso_session_new (casebook);
      filter->rejected = TRUE;
      sayso_session_set_filter (session, filter);
      g_signal_connect (session, "notify::filter", G_CALLBACK (print_filter), NULL);
      g_signal_connect (session, "selection-changed", G_CALLBACK (print_selection), NULL);
      g_signal_connect (session, "reveal", G_CALLBACK (print_reveal), NULL);
      g_signal_connect (view, "notify::playing", G_CALLBACK (print_playing), NULL);
      g_signal_connect (session, "toast", G_CALLBACK (print_toast), NULL);
      sayso_session_set_article (session, 1);
      g_object_set (view, "session", session, NULL);
      keys = gtk_shortcut_controller_new ();
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                            gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>z"),
                                                              gtk_callback_action_new (undo, session, NULL)));
      gtk_widget_add_controller (window, keys);
    }

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), size[0], size[1]);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  g_timeout_add_once (1500, write_exports, view);
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = g_object_new (ADW_TYPE_APPLICATION, "flags", G_APPLICATION_NON_UNIQUE,
                                                         "resource-base-path", "/io/github/sayso/Sayso", NULL);

  g_signal_connect (application, "activate", G_CALLBACK (activate), argv + 1);

  return g_application_run (G_APPLICATION (application), 1, argv);
}

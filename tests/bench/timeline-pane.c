/* timeline-pane.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* timeline-pane [EVENTS...]: for each number (1,000 to 1,000,000 if none is given) makes a casebook of so many
 * invented events, pans, zooms and jumps in its timeline, and prints what the main thread computed for a frame, how
 * much it drew, how long it takes until a jump shows what is there, by kind and by each other sort of lane, and what
 * the widget takes of memory. */

#include <adwaita.h>
#include <malloc.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "sayso-colors.h"
#include "sayso-timeline-view.h"

#define N_FRAMES 300
#define N_JUMPS 40
#define PER_ARTICLE 2000
#define N_OUTLETS 30
#define N_ACTORS 300
#define N_SOURCES 60 /* claims of an article */
#define FIRST_YEAR 1980
#define N_YEARS 40

typedef struct
{
  GMainLoop *loop;
  SaysoTimelineModel *model;
  SaysoViewport *viewport;
  GArray *pans; /* of gint64, microseconds */
  GArray *zooms;
  GArray *jumps;
  GArray *snapshots;
  GArray *drawn; /* of guint */
  gint64 begun;
  guint frame;
} Bench;

/* -- a casebook ------------------------------------------------------------------------------------------ */

static SaysoDocument *
invent_document (guint number, SaysoText *text)
{
  g_autofree char *name = g_strdup_printf ("/invented-%u.txt", number);
  g_autoptr (GBytes) bytes = g_bytes_new (sayso_text_get_utf8 (text), sayso_text_get_bytes (text));
  SaysoMetadata metadata = { .title = g_strdup_printf ("Invented %u", number),
                             .publisher = g_strdup_printf ("Outlet %u", number / PER_ARTICLE % N_OUTLETS) };

  return sayso_document_new (bytes, name, "text/plain", &metadata, text);
}

static void
invent_actors (GRand *random, SaysoExtraction *x)
{
  for (guint i = 0; i < 8; i++)
    {
      SaysoExtractedActor actor = { .name = g_strdup_printf ("Actor %d", g_rand_int_range (random, 0, N_ACTORS)),
                                    .kind = SAYSO_NAME_PERSON };

      g_array_append_val (x->actors, actor);
    }
  for (guint i = 0; i < N_SOURCES; i++)
    {
      SaysoExtractedClaim claim = { .source = g_array_new (FALSE, FALSE, sizeof (SaysoSpan)),
                                    .cue = g_array_new (FALSE, FALSE, sizeof (SaysoSpan)),
                                    .content = g_array_new (FALSE, FALSE, sizeof (SaysoSpan)),
                                    .source_kind = g_rand_int_range (random, 0, 6),
                                    .source_actor = SAYSO_NONE,
                                    .title = g_strdup ("That it was so"),
                                    .parent = SAYSO_NONE };
      SaysoSpan content = SAYSO_SPAN (0, 10);

      g_array_append_val (claim.content, content);
      g_array_append_val (x->claims, claim);
    }
}

static SaysoExtraction *
invent_extraction (GRand *random, SaysoText *text, guint n)
{
  static const char *const titles[] = { "Ledgers copied",
                                        "Copying noticed",
                                        "Story printed by the Quay Courier",
                                        "Envoys called to the ministry",
                                        "Hearing",
                                        "Contract signed in Tarnhelm" };
  static const int lengths[] = { 1, 1, 1, 1, 1, 1, 1, 10, 30, 90 };
  g_autoptr (SaysoReading) reading = sayso_reading_new (text);
  SaysoSentence sentence = { .span = SAYSO_SPAN (0, sayso_text_get_chars (text)), .block = SAYSO_BLOCK_PARAGRAPH };
  SaysoExtraction *x;

  g_array_append_val (reading->sentences, sentence);
  x = sayso_extraction_new (reading);
  invent_actors (random, x);
  for (guint i = 0; i < n; i++)
    {
      guint at = i % (sayso_text_get_chars (text) - 8);
      SaysoExtractedEvent event = { .trigger = SAYSO_SPAN (at, at + 7),
                                    .span = sentence.span,
                                    .title = g_strdup (titles[g_rand_int_range (random, 0, G_N_ELEMENTS (titles))]),
                                    .type = "act",
                                    .kind = g_rand_int_range (random, 0, 3),
                                    .time = SAYSO_NONE,
                                    .place = SAYSO_NONE,
                                    .participants = g_array_new (FALSE, FALSE, sizeof (SaysoParticipant)),
                                    .claim = i % 2 == 0 ? i / 2 % N_SOURCES : SAYSO_NONE };
      SaysoParticipant agent = { "agent", i % x->actors->len, SAYSO_SPAN (0, 1) };
      gint64 day = g_rand_double (random) * N_YEARS * 365;

      event.bounds.earliest = sayso_date_to_seconds (FIRST_YEAR, 1, 1) + day * SAYSO_SECONDS_A_DAY;
      event.bounds.latest = event.bounds.earliest +
                            lengths[g_rand_int_range (random, 0, G_N_ELEMENTS (lengths))] * SAYSO_SECONDS_A_DAY - 1;
      event.bounds.lasting = g_rand_boolean (random);
      g_array_append_val (event.participants, agent);
      g_array_append_val (x->events, event);
    }

  return x;
}

static SaysoCasebook *
make_casebook (const char *folder, guint n_events)
{
  g_autofree char *name = g_strdup_printf ("%u.sayso", n_events), *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GPtrArray) commands = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_command_unref);
  gboolean made = g_file_query_exists (file, NULL);
  SaysoCasebook *casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_CREATE, NULL, &error);

  g_assert_no_error (error);
  for (guint done = 0; done < n_events && !made; done += PER_ARTICLE)
    {
      g_autofree char *words = g_strdup_printf ("In article %u much was invented, and nothing of it is true.", done);
      g_autoptr (SaysoText) text = sayso_text_new (words, -1);
      g_autoptr (SaysoDocument) document = invent_document (done, text);
      g_autoptr (SaysoExtraction) extraction = invent_extraction (random, text, MIN (PER_ARTICLE, n_events - done));
      g_autoptr (SaysoCommand) command = sayso_command_new_import (document, extraction);

      sayso_casebook_submit (casebook, command, NULL, &error);
      g_assert_no_error (error);
    }

  return casebook;
}

/* -- what is measured ------------------------------------------------------------------------------------ */

/* What this thread computed: on a busy machine the clock on the wall tells more about the others. */
static gint64
computed (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  return *(const guint *) a < *(const guint *) b ? -1 : *(const guint *) a > *(const guint *) b;
}

static void
print_times (const char *what, GArray *times)
{
  g_array_sort (times, compare_times);
  g_print ("  %-44s p50 %6.2f ms  p99 %6.2f ms\n", what, g_array_index (times, gint64, times->len / 2) / 1000.0,
           g_array_index (times, gint64, times->len * 99 / 100) / 1000.0);
}

static gboolean
on_timeout (gpointer loop)
{
  g_main_loop_quit (loop);

  return G_SOURCE_CONTINUE;
}

static void
run_for (GMainLoop *loop, guint milliseconds)
{
  guint source = g_timeout_add (milliseconds, on_timeout, loop);

  g_main_loop_run (loop);
  g_source_remove (source);
}

/* What a node draws: itself, or what is in it. */
static guint
count_nodes (GskRenderNode *node)
{
  guint n = 0;

  switch (gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        n += count_nodes (gsk_container_node_get_child (node, i));
      return n;
    case GSK_TRANSFORM_NODE:
      return count_nodes (gsk_transform_node_get_child (node));
    case GSK_CLIP_NODE:
      return count_nodes (gsk_clip_node_get_child (node));
    case GSK_ROUNDED_CLIP_NODE:
      return count_nodes (gsk_rounded_clip_node_get_child (node));
    default:
      return 1;
    }
}

/* Around the timeline: what the widgets in it tell to draw, and how long they take; what else a frame takes but layout,
 * the toolkit does with it. The counting is no part of the frame. */
#define BENCH_TYPE_FRAME (bench_frame_get_type ())
G_DECLARE_FINAL_TYPE (BenchFrame, bench_frame, BENCH, FRAME, GtkWidget)

struct _BenchFrame
{
  GtkWidget parent_instance;
  Bench *bench;
};

G_DEFINE_FINAL_TYPE (BenchFrame, bench_frame, GTK_TYPE_WIDGET)

static void
bench_frame_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  Bench *bench = BENCH_FRAME (widget)->bench;
  GtkSnapshot *inner = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  gint64 begun = computed (), took;
  guint n;

  gtk_widget_snapshot_child (widget, gtk_widget_get_first_child (widget), inner);
  node = gtk_snapshot_free_to_node (inner);
  took = computed () - begun;
  if (node == NULL)
    return;

  gtk_snapshot_append_node (snapshot, node);
  begun = computed ();
  n = count_nodes (node);
  g_array_append_val (bench->snapshots, took);
  g_array_append_val (bench->drawn, n);
  bench->begun += computed () - begun;
}

static void
bench_frame_dispose (GObject *object)
{
  g_clear_pointer (&(GtkWidget *) { gtk_widget_get_first_child (GTK_WIDGET (object)) }, gtk_widget_unparent);

  G_OBJECT_CLASS (bench_frame_parent_class)->dispose (object);
}

static void
bench_frame_class_init (BenchFrameClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bench_frame_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = bench_frame_snapshot;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
bench_frame_init (BenchFrame *self)
{
}

/* All that the main thread does between two frames counts: layout that came back, children, drawing. */
static gboolean
on_frame (GtkWidget *view, GdkFrameClock *clock, gpointer user_data)
{
  Bench *bench = user_data;
  gint64 now = computed (), took = now - bench->begun;

  if (bench->frame > 2)
    g_array_append_val (bench->frame <= N_FRAMES / 2 ? bench->pans : bench->zooms, took);
  bench->begun = now;
  if (bench->frame < N_FRAMES / 2)
    sayso_viewport_pan (bench->viewport, bench->frame % 80 < 40 ? 9 : -7, 0);
  else
    sayso_viewport_zoom_at (bench->viewport, bench->frame % 80 < 40 ? 1.04 : 1 / 1.04, 500, 0, FALSE);
  if (++bench->frame < N_FRAMES)
    return G_SOURCE_CONTINUE;

  g_main_loop_quit (bench->loop);

  return G_SOURCE_REMOVE;
}

static void
on_data_changed (SaysoTimelineModel *model, Bench *bench)
{
  g_main_loop_quit (bench->loop);
}

/* Far off, at any scale: until the events that are there have come. Layout and drawing follow in the next frame. */
static void
jump (Bench *bench, GRand *random)
{
  double years = g_rand_double (random) * (N_YEARS - 1), days = pow (10, g_rand_double_range (random, 0, 3));
  double from = sayso_date_to_seconds (FIRST_YEAR, 1, 1) + years * 365 * SAYSO_SECONDS_A_DAY;
  gulong handler = g_signal_connect (bench->model, "data-changed", G_CALLBACK (on_data_changed), bench);
  gint64 begun = g_get_monotonic_time (), took;

  sayso_timeline_model_show_range (bench->model, from, from + days * SAYSO_SECONDS_A_DAY);
  if (sayso_timeline_model_get_data (bench->model)->partial)
    run_for (bench->loop, 3000);
  took = g_get_monotonic_time () - begun;
  if (took > 2900 * 1000)
    took = 0; /* what is there had come with the last jump */
  g_array_append_val (bench->jumps, took);
  g_signal_handler_disconnect (bench->model, handler);
  run_for (bench->loop, 120);
}

/* What such a jump asks of the casebook: computed by this thread, so that a busy machine does not count. */
static void
ask (Bench *bench, GRand *random, SaysoLanes lanes)
{
  double years = g_rand_double (random) * (N_YEARS - 1), days = pow (10, g_rand_double_range (random, 0, 3));
  SaysoBounds window = { sayso_date_to_seconds (FIRST_YEAR, 1, 1) + years * 365 * SAYSO_SECONDS_A_DAY };
  SaysoCasebook *casebook = sayso_session_get_casebook (sayso_timeline_model_get_session (bench->model));
  gint64 begun = computed (), took;
  g_autoptr (SaysoChronicle) chronicle = NULL;

  window.latest = window.earliest + 3 * days * SAYSO_SECONDS_A_DAY;
  chronicle =
      sayso_casebook_get_chronicle (casebook, NULL, lanes, &window, (window.latest - window.earliest) / 210, 600, NULL);
  took = computed () - begun;
  g_array_append_val (bench->jumps, took);
}

static void
measure_jumps (Bench *bench, GRand *random, SaysoLanes lanes)
{
  static const char *const names[] = {
    [SAYSO_LANES_KIND] = "kind",     [SAYSO_LANES_ACTOR] = "actor",   [SAYSO_LANES_ARTICLE] = "article",
    [SAYSO_LANES_OUTLET] = "outlet", [SAYSO_LANES_SOURCE] = "source", [SAYSO_LANES_TAG] = "tag",
  };
  gulong handler = g_signal_connect (bench->model, "data-changed", G_CALLBACK (on_data_changed), bench);
  g_autofree char *what = g_strdup_printf ("jump by %s until events came (wall)", names[lanes]);
  gint64 begun = g_get_monotonic_time ();

  sayso_timeline_model_set_lanes (bench->model, lanes);
  if (lanes != SAYSO_LANES_KIND)
    {
      run_for (bench->loop, 20000);
      g_print ("  lanes by %-7s come after %7.1f ms\n", names[lanes], (g_get_monotonic_time () - begun) / 1000.0);
    }
  g_signal_handler_disconnect (bench->model, handler);
  g_array_set_size (bench->jumps, 0);
  for (guint i = 0; i < N_JUMPS; i++)
    jump (bench, random);
  print_times (what, bench->jumps);
  g_array_set_size (bench->jumps, 0);
  for (guint i = 0; i < N_JUMPS; i++)
    ask (bench, random, lanes);
  print_times ("the question to the casebook alone", bench->jumps);
}

static void
measure (const char *folder, guint n_events)
{
  g_autoptr (SaysoCasebook) casebook = make_casebook (folder, n_events);
  g_autoptr (SaysoSession) session = sayso_session_new (casebook);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  GtkWidget *window = adw_window_new (), *view = sayso_timeline_view_new ();
  BenchFrame *frame = g_object_new (BENCH_TYPE_FRAME, NULL);
  gint64 middle = sayso_date_to_seconds (FIRST_YEAR + N_YEARS / 2, 1, 1);
  size_t before;
  Bench bench = { .loop = loop };

  bench.model = sayso_timeline_view_get_model (SAYSO_TIMELINE_VIEW (view));
  bench.viewport = sayso_timeline_model_get_viewport (bench.model);
  bench.pans = g_array_new (FALSE, FALSE, sizeof (gint64));
  bench.zooms = g_array_new (FALSE, FALSE, sizeof (gint64));
  bench.jumps = g_array_new (FALSE, FALSE, sizeof (gint64));
  bench.snapshots = g_array_new (FALSE, FALSE, sizeof (gint64));
  bench.drawn = g_array_new (FALSE, FALSE, sizeof (guint));

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 300);
  gtk_widget_set_parent (view, GTK_WIDGET (frame));
  frame->bench = &bench;
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (frame));
  gtk_window_present (GTK_WINDOW (window));
  run_for (loop, 500);
  malloc_trim (0);
  before = mallinfo2 ().uordblks;
  g_object_set (view, "session", session, NULL);
  run_for (loop, 3000);

  g_print ("%u events\n", n_events);
  sayso_viewport_set_animate (bench.viewport, FALSE);
  sayso_timeline_model_show_range (bench.model, middle, middle + 30.0 * SAYSO_SECONDS_A_DAY);
  run_for (loop, 1000);
  /* The first time, what draws is made ready: programs for the graphics processor are compiled, pictures painted. */
  for (guint turn = 0; turn < 2; turn++)
    {
      GArray *const measured[] = { bench.pans, bench.zooms, bench.snapshots, bench.drawn };

      for (guint i = 0; i < G_N_ELEMENTS (measured); i++)
        g_array_set_size (measured[i], 0);
      bench.frame = 0;
      bench.begun = computed ();
      gtk_widget_add_tick_callback (view, on_frame, &bench, NULL);
      g_main_loop_run (loop);
    }
  print_times ("pan, main thread a frame", bench.pans);
  print_times ("zoom, main thread a frame", bench.zooms);
  print_times ("of it told what to draw", bench.snapshots);
  g_array_sort (bench.drawn, compare_counts);
  g_print ("  pieces drawn in a frame: %u, at most %u\n", g_array_index (bench.drawn, guint, bench.drawn->len / 2),
           g_array_index (bench.drawn, guint, bench.drawn->len - 1));
  measure_jumps (&bench, random, SAYSO_LANES_KIND);
  run_for (loop, 500);
  malloc_trim (0);
  g_print ("  memory of the widget: %.1f MB\n", ((double) mallinfo2 ().uordblks - before) / 1e6);
  for (SaysoLanes lanes = SAYSO_LANES_ACTOR; lanes <= SAYSO_LANES_TAG; lanes++)
    measure_jumps (&bench, random, lanes);

  gtk_window_destroy (GTK_WINDOW (window));
  run_for (loop, 300);
  sayso_casebook_close (casebook);
  g_array_unref (bench.pans);
  g_array_unref (bench.zooms);
  g_array_unref (bench.jumps);
  g_array_unref (bench.snapshots);
  g_array_unref (bench.drawn);
}

int
main (int argc, char *argv[])
{
  const char *kept = g_getenv ("SAYSO_BENCH_FOLDER");
  g_autofree char *folder = kept != NULL ? g_strdup (kept) : g_dir_make_tmp ("sayso-bench-XXXXXX", NULL);

  adw_init ();
  sayso_colors_install (gdk_display_get_default ());
  for (int i = 1; i < argc; i++)
    measure (folder, atoi (argv[i]));
  if (argc == 1)
    for (guint n = 1000; n <= 1000000; n *= 10)
      measure (folder, n);

  return 0;
}

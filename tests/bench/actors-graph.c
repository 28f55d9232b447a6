/* actors-graph.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* actors-graph [NODES EDGES]: how long a graph of actors takes to read, to measure and to lay out off the main thread,
 * how far a small change moves the rest, and how long the main thread computes for a frame while one pans, zooms and
 * drags in it. Prints the clock's and the processor's time, as the machine may do other things. */

#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "sayso-actors-view-private.h"
#include "sayso-colors.h"
#include "sayso-graph-canvas-private.h"
#include "sayso-graph-layout.h"

#define FRAMES 240
#define COMMUNITY 50

typedef struct
{
  guint n_nodes;
  guint n_edges;
  SaysoCasebook *casebook;
  SaysoActorsView *view;
  guint frame;
  gint64 begun;
  GArray *times[3]; /* (element-type gint64): pan, zoom, drag */
} Bench;

static gint64
processor (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);

  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
told (const char *what, gint64 wall, gint64 cpu)
{
  g_print ("%-28s %6.0f ms by the clock, %6.0f ms of the processor\n", what, (g_get_monotonic_time () - wall) / 1000.0,
           (processor (CLOCK_THREAD_CPUTIME_ID) - cpu) / 1000.0);
}

/* Communities of fifty, most ties within, a few actors tied to many. */
static void
make_ties (guint n_nodes, guint n_edges, SaysoLayoutEdge *edges)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < n_edges; i++)
    {
      guint from = g_rand_int_range (random, 0, n_nodes), to;

      if (g_rand_int_range (random, 0, 100) < 85)
        to = from / COMMUNITY * COMMUNITY +
             g_rand_int_range (random, 0, COMMUNITY) * g_rand_int_range (random, 0, COMMUNITY) / COMMUNITY;
      else
        to = g_rand_int_range (random, 0, n_nodes);
      to = MIN (to, n_nodes - 1);
      if (to == from)
        to = (to + 1) % n_nodes;
      edges[i] = (SaysoLayoutEdge) { from, to, 1 };
    }
}

/* For others to lay out the same. */
static void
write_ties (const char *path, const SaysoLayoutEdge *edges, guint n_edges)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < n_edges; i++)
    g_string_append_printf (lines, "%u %u\n", edges[i].from, edges[i].to);
  g_file_set_contents (path, lines->str, lines->len, NULL);
}

static void
bench_layout (guint n_nodes, guint n_edges)
{
  g_autofree SaysoLayoutNode *nodes = g_new0 (SaysoLayoutNode, n_nodes + 1), *before = NULL;
  g_autofree SaysoLayoutEdge *edges = g_new0 (SaysoLayoutEdge, n_edges + 1);
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, moved = 0, tied = 0, apart = 0;
  gint64 wall, cpu;

  make_ties (n_nodes, n_edges, edges);
  if (g_getenv ("SAYSO_BENCH_TIES") != NULL)
    write_ties (g_getenv ("SAYSO_BENCH_TIES"), edges, n_edges);
  for (guint i = 0; i < n_nodes; i++)
    nodes[i].radius = i % 100 == 0 ? 27 : i % 10 == 0 ? 21 : 15;
  wall = g_get_monotonic_time ();
  cpu = processor (CLOCK_THREAD_CPUTIME_ID);
  if (!sayso_graph_layout (SAYSO_LAYOUT_FREE, nodes, n_nodes, edges, n_edges, 1.4, NULL, NULL))
    return;
  told ("layout", wall, cpu);

  for (guint i = 0; i < n_edges; i++)
    tied += hypot (nodes[edges[i].from].x - nodes[edges[i].to].x, nodes[edges[i].from].y - nodes[edges[i].to].y);
  for (guint i = 0; i < n_edges; i++)
    apart += hypot (nodes[i % n_nodes].x - nodes[(i * 7919u + i / n_nodes) % n_nodes].x,
                    nodes[i % n_nodes].y - nodes[(i * 7919u + i / n_nodes) % n_nodes].y);
  g_print ("%-28s %6.3f of the distance of any two\n", "  ties are long", tied / apart);

  for (guint i = 0; i < n_nodes; i++)
    {
      nodes[i].placed = TRUE;
      left = MIN (left, nodes[i].x);
      right = MAX (right, nodes[i].x);
    }
  before = g_memdup2 (nodes, n_nodes * sizeof *nodes);
  nodes[n_nodes] = (SaysoLayoutNode) { .radius = 15 };
  edges[n_edges] = (SaysoLayoutEdge) { n_nodes, 0, 1 };
  wall = g_get_monotonic_time ();
  cpu = processor (CLOCK_THREAD_CPUTIME_ID);
  sayso_graph_layout (SAYSO_LAYOUT_FREE, nodes, n_nodes + 1, edges, n_edges + 1, 1.4, NULL, NULL);
  told ("layout, one actor more", wall, cpu);
  for (guint i = 0; i < n_nodes; i++)
    moved += hypot (nodes[i].x - before[i].x, nodes[i].y - before[i].y) / n_nodes;
  g_print ("%-28s %6.3f %% of the width\n", "  others move", 100 * moved / (right - left));
}

static SaysoCasebook *
make_casebook (const char *path, guint n_nodes, guint n_edges)
{
  g_autofree SaysoLayoutEdge *edges = g_new0 (SaysoLayoutEdge, n_edges + 1);
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autoptr (SaysoText) text = NULL;
  g_autoptr (SaysoReading) reading = NULL;
  g_autoptr (SaysoExtraction) extraction = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("letters", 7);
  g_autoptr (SaysoDocument) document = NULL;
  g_autoptr (SaysoCommand) command = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  SaysoCasebook *casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_CREATE, NULL, NULL);
  SaysoMetadata metadata = { 0 };

  for (guint i = 0; i < 4 * n_nodes; i++)
    g_string_append (letters, "a ");
  text = sayso_text_new (letters->str, letters->len);
  reading = sayso_reading_new (text);
  extraction = sayso_extraction_new (reading);
  for (guint i = 0; i < n_nodes; i++)
    {
      SaysoExtractedActor actor = { g_strdup_printf ("%s %u", i % 3 == 0 ? "Harbour Bureau" : "Person", i),
                                    1 + i % SAYSO_NAME_PLACE, FALSE, g_ptr_array_new_with_free_func (g_free) };

      g_array_append_val (extraction->actors, actor);
      for (guint k = 0; k <= (i % 100 == 0 ? 20 : i % 10 == 0 ? 5 : 0); k++)
        {
          SaysoExtractedMention mention = { i, SAYSO_SPAN (2 * i, 2 * i + 1), SAYSO_FORM_NAME };

          g_array_append_val (extraction->mentions, mention);
        }
    }
  make_ties (n_nodes, n_edges, edges);
  for (guint i = 0; i < n_edges; i++)
    {
      static const char *const types[] = { "acts-on", "part-of", "attributed-to", "reports-on" };
      SaysoEvidence evidence = { SAYSO_SPAN (i, i + 1), SAYSO_NONE, SAYSO_NONE };
      SaysoExtractedRelation relation = { edges[i].from, types[i % 4], g_strdup ("tied to"), edges[i].to,
                                          g_array_new (FALSE, FALSE, sizeof (SaysoEvidence)) };

      g_array_append_val (relation.evidence, evidence);
      g_array_append_val (extraction->relations, relation);
    }
  document = sayso_document_new (bytes, "letters.txt", "text/plain", &metadata, text);
  command = sayso_command_new_import (document, extraction);
  sayso_casebook_submit (casebook, command, NULL, NULL);

  return casebook;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static void
on_before_paint (GdkFrameClock *clock, Bench *bench)
{
  bench->begun = processor (CLOCK_THREAD_CPUTIME_ID);
}

static void
on_after_paint (GdkFrameClock *clock, Bench *bench)
{
  gint64 took = processor (CLOCK_THREAD_CPUTIME_ID) - bench->begun;

  if (bench->frame > 0)
    g_array_append_val (bench->times[MIN ((bench->frame - 1) / FRAMES, 2)], took);
}

static void
finish (Bench *bench)
{
  static const char *const names[] = { "frame, panning", "frame, zooming", "frame, dragging" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_array_sort (bench->times[i], compare_times);
      g_print ("%-28s p50 %.2f ms  p99 %.2f ms of the main thread, %u frames\n", names[i],
               g_array_index (bench->times[i], gint64, bench->times[i]->len / 2) / 1000.0,
               g_array_index (bench->times[i], gint64, bench->times[i]->len * 99 / 100) / 1000.0, bench->times[i]->len);
    }
  g_application_quit (g_application_get_default ());
}

static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Bench *bench = data;
  SaysoGraphCanvas *canvas = bench->view->canvas;
  guint frame = bench->frame % FRAMES;

  if (bench->frame == 0)
    {
      g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), bench);
      g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), bench);
    }
  switch (bench->frame / FRAMES)
    {
    case 0:
      sayso_viewport_pan (canvas->viewport, frame % 80 < 40 ? 7 : -7, frame % 40 < 20 ? 3 : -3);
      break;
    case 1:
      sayso_viewport_zoom_at (canvas->viewport, frame % 80 < 40 ? 1.03 : 1 / 1.03, 400, 300, FALSE);
      break;
    case 2:
      {
        graphene_point_t center = sayso_graph_scene_get_node (canvas->scene, 0)->center;

        canvas->dragged_node = 0;
        graphene_point_init (&center, center.x + (frame % 80 < 40 ? 5 : -5), center.y + (frame % 40 < 20 ? 2 : -2));
        sayso_graph_scene_move_node (canvas->scene, 0, &center);
        sayso_graph_canvas_repaint (canvas, FALSE);
        gtk_widget_queue_draw (GTK_WIDGET (canvas));
        break;
      }
    default:
      finish (bench);
      return G_SOURCE_REMOVE;
    }
  bench->frame++;

  return G_SOURCE_CONTINUE;
}

/* All actors are asked for, then it begins. */
static gboolean
wait_for_all (gpointer data)
{
  Bench *bench = data;
  SaysoGraphScene *scene = sayso_graph_canvas_get_scene (bench->view->canvas);
  guint n = scene != NULL ? sayso_graph_scene_get_n_nodes (scene) : 0;

  if (bench->view->loading != NULL || n == 0)
    return G_SOURCE_CONTINUE;
  if (bench->view->scope->most < bench->n_nodes)
    {
      gtk_widget_activate_action (GTK_WIDGET (bench->view), "actors.show-more", NULL);
      return G_SOURCE_CONTINUE;
    }
  g_print ("%-28s %u actors, %u relations\n", "shown", n, sayso_graph_scene_get_n_edges (scene));
  gtk_widget_add_tick_callback (GTK_WIDGET (bench->view), on_frame, bench, NULL);

  return G_SOURCE_REMOVE;
}

static void
activate (GtkApplication *application, Bench *bench)
{
  GtkWidget *window = gtk_application_window_new (application);
  g_autoptr (SaysoSession) session = sayso_session_new (bench->casebook);

  sayso_colors_install (gdk_display_get_default ());
  bench->view = SAYSO_ACTORS_VIEW (sayso_actors_view_new ());
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (bench->view));
  gtk_window_set_default_size (GTK_WINDOW (window), 960, 700);
  gtk_window_present (GTK_WINDOW (window));
  g_object_set (bench->view, "session", session, NULL);
  g_timeout_add (200, wait_for_all, bench);
}

int
main (int argc, char **argv)
{
  Bench bench = { argc > 2 ? atoi (argv[1]) : 3000, argc > 2 ? atoi (argv[2]) : 10000 };
  g_autofree char *folder = g_dir_make_tmp ("sayso-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "graph.sayso", NULL);
  g_autoptr (GPtrArray) actors = NULL, relations = NULL;
  g_autoptr (AdwApplication) application = NULL;
  gint64 wall, cpu;

  bench_layout (bench.n_nodes, bench.n_edges);
  bench.casebook = make_casebook (path, bench.n_nodes, bench.n_edges);
  wall = g_get_monotonic_time ();
  cpu = processor (CLOCK_THREAD_CPUTIME_ID);
  sayso_casebook_get_graph (bench.casebook, NULL, bench.n_nodes, &actors, &relations, NULL);
  told ("reading", wall, cpu);

  for (guint i = 0; i < G_N_ELEMENTS (bench.times); i++)
    bench.times[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
  application = g_object_new (ADW_TYPE_APPLICATION, "flags", G_APPLICATION_NON_UNIQUE, "resource-base-path",
                              "/io/github/sayso/Sayso", NULL);
  g_signal_connect (application, "activate", G_CALLBACK (activate), &bench);
  g_application_run (G_APPLICATION (application), 1, argv);

  sayso_casebook_close (bench.casebook);
  g_object_unref (bench.casebook);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strconcat (path, (const char *[]) { "", "-wal", "-shm" }[i], NULL);

      g_remove (name);
    }
  g_rmdir (folder);

  return 0;
}

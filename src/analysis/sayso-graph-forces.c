/* sayso-graph-forces.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <igraph.h>
#include <math.h>

#include "sayso-graph-layout-private.h"

/* Pixels at zoom 1. Names are wider than tall, so nodes stand further apart beside each other than above. */
#define UNIT_X 168.0
#define UNIT_Y 116.0
#define CROWDED_UNIT 84.0

/* Few find room for their names even closer together, and are seen larger so. */
#define FEW_NODES 60
#define FEW_CLOSER 0.7

/* Of each node in a large part, on a side. */
#define ROOM 105.0

/* Kamada and Kawai's springs (1989) look best but compare all pairs; above this many nodes Fruchterman and
 * Reingold's forces (1991) on a grid take over. */
#define SPRING_MAX_NODES 150

/* So many, or a quarter of all, find a place among those that are there; with more, all is laid out anew. */
#define NEWCOMERS 3

/* How far what is tied to a newcomer may give way, in units. */
#define GIVE_WAY 0.5

/* igraph keeps its random numbers and its handlers globally. */
static GMutex igraph_lock;
static GCancellable *igraph_cancellable;

static igraph_error_t
on_interruption (void *data)
{
  return g_cancellable_is_cancelled (igraph_cancellable) ? IGRAPH_INTERRUPTED : IGRAPH_SUCCESS;
}

/* Between these two igraph belongs to the caller, gives the same results each time, and stops when cancelled. */
void
sayso_igraph_lock (GCancellable *cancellable)
{
  g_mutex_lock (&igraph_lock);
  igraph_cancellable = cancellable;
  igraph_set_error_handler (igraph_error_handler_ignore);
  igraph_set_warning_handler (igraph_warning_handler_ignore);
  igraph_set_interruption_handler (on_interruption);
  igraph_rng_seed (igraph_rng_default (), 1);
}

void
sayso_igraph_unlock (void)
{
  igraph_cancellable = NULL;
  g_mutex_unlock (&igraph_lock);
}

/* The sunflower's way of filling a disc evenly. */
static void
set_spiral (igraph_matrix_t *places, guint i, double x, double y, double spread, guint n)
{
  double angle = n * G_PI * (3 - sqrt (5)), radius = spread * sqrt (n + 0.5);

  MATRIX (*places, i, 0) = x + radius * cos (angle);
  MATRIX (*places, i, 1) = y + radius * sin (angle);
}

/* Where many nodes start that have no place yet: in communities (Blondel et al. 2008), those tied to each other near
 * each other. Forces alone leave large graphs in a tangle. */
static void
start_in_communities (igraph_matrix_t *places, igraph_t *graph)
{
  guint n = igraph_vcount (graph), n_groups = 0;
  igraph_vector_int_t group, ends;
  igraph_vector_t weights;
  igraph_matrix_t centers;
  igraph_t coarse;
  g_autofree guint *size = NULL;
  g_autofree double *ties = NULL;
  double mean = 0;

  igraph_vector_int_init (&group, 0);
  if (igraph_community_multilevel (graph, NULL, 1, &group, NULL, NULL) != IGRAPH_SUCCESS)
    {
      igraph_vector_int_destroy (&group);
      return;
    }
  for (guint i = 0; i < n; i++)
    n_groups = MAX (n_groups, (guint) VECTOR (group)[i] + 1);
  size = g_new0 (guint, n_groups);
  ties = g_new0 (double, (gsize) n_groups *n_groups);
  for (guint i = 0; i < n; i++)
    size[VECTOR (group)[i]]++;
  for (igraph_integer_t e = 0; e < igraph_ecount (graph); e++)
    {
      guint a = VECTOR (group)[IGRAPH_FROM (graph, e)], b = VECTOR (group)[IGRAPH_TO (graph, e)];

      ties[MIN (a, b) * (gsize) n_groups + MAX (a, b)]++;
    }

  igraph_vector_int_init (&ends, 0);
  igraph_vector_init (&weights, 0);
  igraph_matrix_init (&centers, n_groups, 2);
  for (guint a = 0; a < n_groups; a++)
    {
      set_spiral (&centers, a, 0, 0, 1, a);
      for (guint b = a + 1; b < n_groups; b++)
        if (ties[a * (gsize) n_groups + b] > 0)
          {
            igraph_vector_int_push_back (&ends, a);
            igraph_vector_int_push_back (&ends, b);
            igraph_vector_push_back (&weights, ties[a * (gsize) n_groups + b] / sqrt ((double) size[a] * size[b]));
          }
    }
  igraph_create (&coarse, &ends, n_groups, IGRAPH_UNDIRECTED);
  igraph_layout_fruchterman_reingold (&coarse, &centers, TRUE, 300, sqrt (n_groups), IGRAPH_LAYOUT_AUTOGRID, &weights,
                                      NULL, NULL, NULL, NULL);

  for (guint a = 0; a < n_groups; a++)
    mean += hypot (MATRIX (centers, a, 0), MATRIX (centers, a, 1)) / n_groups;
  mean = mean > 0 ? 0.6 * sqrt (n) / mean : 1;
  memset (size, 0, n_groups * sizeof *size);
  for (guint i = 0; i < n; i++)
    {
      guint a = VECTOR (group)[i];

      set_spiral (places, i, mean * MATRIX (centers, a, 0), mean * MATRIX (centers, a, 1), 0.6, size[a]++);
    }

  igraph_destroy (&coarse);
  igraph_matrix_destroy (&centers);
  igraph_vector_destroy (&weights);
  igraph_vector_int_destroy (&ends);
  igraph_vector_int_destroy (&group);
}

/* Where nodes start of which some have a place: there; newcomers amid those they are tied to. Sets how far each may
 * move: newcomers anywhere, those they are tied to a little, the others not at all. */
static void
start_from_places (igraph_matrix_t *places, igraph_t *graph, const SaysoLayoutNode *nodes, const SaysoLayoutPart *part,
                   double unit_x, double unit_y, double *freedom)
{
  guint n = part->members->len;
  g_autofree double *x = g_new0 (double, n), *y = g_new0 (double, n);
  g_autofree guint *count = g_new0 (guint, n), *same = g_new0 (guint, n);

  for (guint i = 0; i < n; i++)
    {
      const SaysoLayoutNode *node = SAYSO_LAYOUT_MEMBER (nodes, part, i);

      freedom[i] = node->placed ? 0 : G_MAXDOUBLE;
      MATRIX (*places, i, 0) = node->placed ? node->x / unit_x : 0;
      MATRIX (*places, i, 1) = node->placed ? node->y / unit_y : 0;
    }
  for (igraph_integer_t e = 0; e < igraph_ecount (graph); e++)
    {
      igraph_integer_t ends[2] = { IGRAPH_FROM (graph, e), IGRAPH_TO (graph, e) };

      for (int side = 0; side < 2; side++)
        if (freedom[ends[side]] == G_MAXDOUBLE && freedom[ends[!side]] < G_MAXDOUBLE)
          {
            x[ends[side]] += MATRIX (*places, ends[!side], 0);
            y[ends[side]] += MATRIX (*places, ends[!side], 1);
            count[ends[side]]++;
            same[ends[side]] = ends[!side];
            if (!SAYSO_LAYOUT_MEMBER (nodes, part, ends[!side])->pinned)
              freedom[ends[!side]] = GIVE_WAY;
          }
    }
  for (guint i = 0; i < n; i++)
    if (count[i] == 1)
      set_spiral (places, i, x[i], y[i], 1, i % 7);
    else if (freedom[i] == G_MAXDOUBLE)
      set_spiral (places, i, count[i] > 0 ? x[i] / count[i] : 0, count[i] > 0 ? y[i] / count[i] : 0, 0.2, i % 7);
}

/* Who is tied to many needs room around: ties to them are longer. */
static void
set_lengths (igraph_vector_t *lengths, igraph_t *graph)
{
  igraph_vector_int_t degrees;

  igraph_vector_int_init (&degrees, 0);
  igraph_degree (graph, &degrees, igraph_vss_all (), IGRAPH_ALL, IGRAPH_NO_LOOPS);
  igraph_vector_init (lengths, igraph_ecount (graph));
  for (igraph_integer_t e = 0; e < igraph_ecount (graph); e++)
    {
      igraph_integer_t most = MAX (VECTOR (degrees)[IGRAPH_FROM (graph, e)], VECTOR (degrees)[IGRAPH_TO (graph, e)]);
      igraph_integer_t least = MIN (VECTOR (degrees)[IGRAPH_FROM (graph, e)], VECTOR (degrees)[IGRAPH_TO (graph, e)]);

      /* Leaves of one hub stand in two rings, so that their names find room. */
      VECTOR (*lengths)[e] = CLAMP (sqrt (most / 3.5), 0.9, 3) * (least == 1 && most > 6 && e % 2 ? 0.7 : 1);
    }
  igraph_vector_int_destroy (&degrees);
}

static igraph_error_t
run_forces (igraph_t *graph, igraph_matrix_t *places, gboolean warm, const double *freedom)
{
  guint n = igraph_vcount (graph);
  igraph_vector_t min_x, max_x, min_y, max_y;
  igraph_error_t status;

  igraph_vector_init (&min_x, n);
  igraph_vector_init (&max_x, n);
  igraph_vector_init (&min_y, n);
  igraph_vector_init (&max_y, n);
  for (guint i = 0; i < n; i++)
    {
      double room = MIN (freedom[i], 1e6);

      VECTOR (min_x)[i] = MATRIX (*places, i, 0) - room;
      VECTOR (max_x)[i] = MATRIX (*places, i, 0) + room;
      VECTOR (min_y)[i] = MATRIX (*places, i, 1) - room;
      VECTOR (max_y)[i] = MATRIX (*places, i, 1) + room;
    }

  if (n <= SPRING_MAX_NODES)
    {
      igraph_vector_t lengths;

      set_lengths (&lengths, graph);
      status = igraph_layout_kamada_kawai (graph, places, TRUE, (warm ? 4 : 50) * n, 0.0, n, &lengths, &min_x, &max_x,
                                           &min_y, &max_y);
      igraph_vector_destroy (&lengths);
    }
  else
    status = igraph_layout_fruchterman_reingold (graph, places, TRUE, warm ? 40 : 300, warm ? 0.5 : 3,
                                                 IGRAPH_LAYOUT_GRID, NULL, &min_x, &max_x, &min_y, &max_y);

  igraph_vector_destroy (&min_x);
  igraph_vector_destroy (&max_x);
  igraph_vector_destroy (&min_y);
  igraph_vector_destroy (&max_y);

  return status;
}

/* Turns a fresh part so that it is wider than tall, as pages are: along its principal axis. */
static void
turn (igraph_matrix_t *places, guint n)
{
  double mean_x = 0, mean_y = 0, xx = 0, xy = 0, yy = 0, angle;

  for (guint i = 0; i < n; i++)
    {
      mean_x += MATRIX (*places, i, 0) / n;
      mean_y += MATRIX (*places, i, 1) / n;
    }
  for (guint i = 0; i < n; i++)
    {
      double x = MATRIX (*places, i, 0) - mean_x, y = MATRIX (*places, i, 1) - mean_y;

      xx += x * x;
      xy += x * y;
      yy += y * y;
    }
  angle = 0.5 * atan2 (2 * xy, xx - yy);
  for (guint i = 0; i < n; i++)
    {
      double x = MATRIX (*places, i, 0) - mean_x, y = MATRIX (*places, i, 1) - mean_y;

      MATRIX (*places, i, 0) = x * cos (angle) + y * sin (angle);
      MATRIX (*places, i, 1) = y * cos (angle) - x * sin (angle);
    }
}

/* Stretches a fresh part towards a ratio of width to height. */
static void
stretch (igraph_matrix_t *places, guint n, double ratio)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE, wider;

  for (guint i = 0; i < n; i++)
    {
      left = MIN (left, MATRIX (*places, i, 0));
      right = MAX (right, MATRIX (*places, i, 0));
      top = MIN (top, MATRIX (*places, i, 1));
      bottom = MAX (bottom, MATRIX (*places, i, 1));
    }
  wider = (right - left + 1) / (bottom - top + 1) / ratio;
  for (guint i = 0; i < n; i++)
    {
      MATRIX (*places, i, 0) *= CLAMP (1 / wider, 1, 1.4);
      MATRIX (*places, i, 1) *= CLAMP (wider, 1, 1.8);
    }
}

/* Gives the nodes of a large fresh part room enough to be told apart. */
static void
spread (igraph_matrix_t *places, guint n, double unit)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE, factor;

  for (guint i = 0; i < n; i++)
    {
      left = MIN (left, MATRIX (*places, i, 0));
      right = MAX (right, MATRIX (*places, i, 0));
      top = MIN (top, MATRIX (*places, i, 1));
      bottom = MAX (bottom, MATRIX (*places, i, 1));
    }
  factor = sqrt (n * ROOM * ROOM / ((right - left + 1) * (bottom - top + 1) * unit * unit));
  if (factor > 1)
    igraph_matrix_scale (places, factor);
}

/* Lays a part out by igraph. Where all have places already, they stay. */
gboolean
sayso_layout_forces (SaysoLayoutNode *nodes, SaysoLayoutPart *part, double ratio)
{
  guint n = part->members->len;
  gboolean warm = part->n_placed > 0 && n - part->n_placed <= MAX (NEWCOMERS, n / 4);
  double closer = n <= FEW_NODES ? FEW_CLOSER : 1;
  double unit_x = n <= SAYSO_LAYOUT_NAMED_NODES ? UNIT_X * closer : CROWDED_UNIT;
  double unit_y = n <= SAYSO_LAYOUT_NAMED_NODES ? UNIT_Y * closer : CROWDED_UNIT;
  g_autofree double *freedom = NULL;
  igraph_vector_int_t ends;
  igraph_matrix_t places;
  igraph_t graph;
  igraph_error_t status;

  if (part->n_placed == n)
    return TRUE;
  /* Where many are new, the old places are no help but for those that a person chose. */
  if (!warm)
    {
      part->n_placed = 0;
      for (guint i = 0; i < n; i++)
        part->n_placed += SAYSO_LAYOUT_MEMBER (nodes, part, i)->pinned;
    }

  igraph_vector_int_init (&ends, 0);
  for (guint e = 0; e < part->edges->len; e++)
    {
      const SaysoLayoutEdge *edge = &g_array_index (part->edges, SaysoLayoutEdge, e);

      igraph_vector_int_push_back (&ends, edge->from);
      igraph_vector_int_push_back (&ends, edge->to);
    }
  igraph_create (&graph, &ends, n, IGRAPH_UNDIRECTED);
  igraph_simplify (&graph, TRUE, TRUE, NULL);
  igraph_matrix_init (&places, n, 2);
  freedom = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      freedom[i] = G_MAXDOUBLE;
      set_spiral (&places, i, 0, 0, 1, i);
    }
  if (warm)
    start_from_places (&places, &graph, nodes, part, unit_x, unit_y, freedom);
  else
    {
      if (n > SPRING_MAX_NODES)
        start_in_communities (&places, &graph);
      for (guint i = 0; i < n; i++)
        {
          const SaysoLayoutNode *node = SAYSO_LAYOUT_MEMBER (nodes, part, i);

          if (!node->pinned)
            continue;
          MATRIX (places, i, 0) = node->x / unit_x;
          MATRIX (places, i, 1) = node->y / unit_y;
          freedom[i] = 0;
        }
    }

  status = run_forces (&graph, &places, warm, freedom);
  if (status == IGRAPH_SUCCESS && part->n_placed == 0)
    {
      turn (&places, n);
      if (n > 6)
        stretch (&places, n, ratio * unit_y / unit_x);
      if (n > SAYSO_LAYOUT_NAMED_NODES)
        spread (&places, n, unit_x);
    }
  for (guint i = 0; i < n && status == IGRAPH_SUCCESS; i++)
    {
      SaysoLayoutNode *node = SAYSO_LAYOUT_MEMBER (nodes, part, i);

      if (freedom[i] == 0 || node->pinned)
        continue;
      node->x = MATRIX (places, i, 0) * unit_x;
      node->y = MATRIX (places, i, 1) * unit_y;
    }

  if (warm)
    {
      part->settled = g_new (gboolean, n);
      for (guint i = 0; i < n; i++)
        part->settled[i] = freedom[i] == 0;
    }

  igraph_matrix_destroy (&places);
  igraph_destroy (&graph);
  igraph_vector_int_destroy (&ends);

  return status == IGRAPH_SUCCESS;
}

/* sayso-graph-separate.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "sayso-graph-layout-private.h"

/* Larger than any two nodes with their names can overlap in. */
#define CELL 128.0
#define ROUNDS 60
#define CROWDED_ROUNDS 20

typedef struct
{
  gint64 cell;
  guint member;
} Place;

static gint64
cell_of (double x, double y)
{
  return (gint64) floor (y / CELL) * ((gint64) 1 << 32) + (gint64) floor (x / CELL);
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const Place *first = a, *second = b;

  if (first->cell != second->cell)
    return first->cell < second->cell ? -1 : 1;

  return first->member < second->member ? -1 : first->member > second->member;
}

/* Moves two nodes apart along the axis where less is needed. */
static gboolean
push_apart (SaysoLayoutNode *a, SaysoLayoutNode *b, gboolean a_stays, gboolean b_stays, double room_x, double room_y)
{
  double dx = b->x - a->x, dy = b->y - a->y;
  double over_x = a->radius + b->radius + 24 - fabs (dx), over_y = a->radius + b->radius + room_y - fabs (dy);
  double share_a = a_stays ? 0 : b_stays ? 1 : 0.5, share_b = b_stays ? 0 : a_stays ? 1 : 0.5;

  over_x = MAX (over_x, room_x - fabs (dx));
  if (over_x <= 0.5 || over_y <= 0.5 || (a_stays && b_stays))
    return FALSE;

  if (over_x < over_y)
    {
      over_x = dx < 0 ? -over_x : over_x;
      a->x -= over_x * share_a;
      b->x += over_x * share_b;
    }
  else
    {
      over_y = dy < 0 ? -over_y : over_y;
      a->y -= over_y * share_a;
      b->y += over_y * share_b;
    }

  return TRUE;
}

static gboolean
stays (const SaysoLayoutNode *nodes, const SaysoLayoutPart *part, guint member)
{
  return SAYSO_LAYOUT_MEMBER (nodes, part, member)->pinned || (part->settled != NULL && part->settled[member]);
}

static guint
first_in_cell (const Place *places, guint n, gint64 cell)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (places[middle].cell < cell)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Moves nodes apart until neither they nor, in small graphs, the names below them overlap. */
void
sayso_layout_separate (SaysoLayoutNode *nodes, SaysoLayoutPart *part)
{
  guint n = part->members->len;
  gboolean named = n <= SAYSO_LAYOUT_NAMED_NODES;
  double room_x = named ? SAYSO_LAYOUT_NAME_WIDTH : 0, room_y = named ? SAYSO_LAYOUT_NAME_HEIGHT : 24;
  g_autofree Place *places = g_new (Place, n + 1);
  gboolean moved = TRUE;

  for (guint round = 0; round < (named ? ROUNDS : CROWDED_ROUNDS) && moved; round++)
    {
      moved = FALSE;
      for (guint i = 0; i < n; i++)
        {
          const SaysoLayoutNode *node = SAYSO_LAYOUT_MEMBER (nodes, part, i);

          places[i] = (Place) { cell_of (node->x, node->y), i };
        }
      g_sort_array (places, n, sizeof *places, compare_places, NULL);

      /* Each cell against itself and the four that come after it. */
      for (guint i = 0; i < n; i++)
        {
          const gint64 below = places[i].cell + ((gint64) 1 << 32);

          for (int band = 0; band < 2; band++)
            for (guint k = band == 0 ? i + 1 : first_in_cell (places, n, below - 1);
                 k < n && places[k].cell <= (band == 0 ? places[i].cell : below) + 1; k++)
              moved |= push_apart (SAYSO_LAYOUT_MEMBER (nodes, part, places[i].member),
                                   SAYSO_LAYOUT_MEMBER (nodes, part, places[k].member),
                                   stays (nodes, part, places[i].member), stays (nodes, part, places[k].member), room_x,
                                   room_y);
        }
    }
}

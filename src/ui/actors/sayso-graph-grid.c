/* sayso-graph-grid.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-graph-grid.h"

#include <math.h>

#define MIN_CELL 96.0f
#define MAX_CELLS_A_SIDE 128

struct _SaysoGraphGrid
{
  float left, top, cell;
  int columns, rows;
  GArray **cells; /* (element-type guint), NULL where empty */
  guint *seen;    /* by item: the question it was last found for */
  guint question;
  GArray *found; /* (element-type guint) */
};

/**
 * sayso_graph_grid_new:
 * @extent: where things lie; what is outside counts to the rim
 * @n_items: how many numbers there are
 *
 * Returns: (transfer full): an empty grid
 */
SaysoGraphGrid *
sayso_graph_grid_new (const graphene_rect_t *extent, guint n_items)
{
  SaysoGraphGrid *self;

  g_return_val_if_fail (extent != NULL, NULL);

  self = g_new0 (SaysoGraphGrid, 1);
  self->left = extent->origin.x;
  self->top = extent->origin.y;
  self->cell = MAX (MIN_CELL, MAX (extent->size.width, extent->size.height) / MAX_CELLS_A_SIDE);
  self->columns = CLAMP ((int) (extent->size.width / self->cell) + 1, 1, MAX_CELLS_A_SIDE + 1);
  self->rows = CLAMP ((int) (extent->size.height / self->cell) + 1, 1, MAX_CELLS_A_SIDE + 1);
  self->cells = g_new0 (GArray *, self->columns * self->rows);
  self->seen = g_new0 (guint, n_items + 1);
  self->found = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

void
sayso_graph_grid_free (SaysoGraphGrid *self)
{
  g_return_if_fail (self != NULL);

  for (int i = 0; i < self->columns * self->rows; i++)
    g_clear_pointer (&self->cells[i], g_array_unref);
  g_free (self->cells);
  g_free (self->seen);
  g_array_unref (self->found);
  g_free (self);
}

static int
column_of (SaysoGraphGrid *self, float x)
{
  return CLAMP (floorf ((x - self->left) / self->cell), 0, self->columns - 1);
}

static int
row_of (SaysoGraphGrid *self, float y)
{
  return CLAMP (floorf ((y - self->top) / self->cell), 0, self->rows - 1);
}

static void
add (SaysoGraphGrid *self, guint item, int column, int row)
{
  GArray **cell = &self->cells[row * self->columns + column];

  if (*cell == NULL)
    *cell = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (*cell, item);
}

void
sayso_graph_grid_add_box (SaysoGraphGrid *self, guint item, const graphene_rect_t *box)
{
  int right = column_of (self, box->origin.x + box->size.width);
  int bottom = row_of (self, box->origin.y + box->size.height);

  for (int row = row_of (self, box->origin.y); row <= bottom; row++)
    for (int column = column_of (self, box->origin.x); column <= right; column++)
      add (self, item, column, row);
}

/* Row by row, the columns that the line crosses there. */
void
sayso_graph_grid_add_line (SaysoGraphGrid *self, guint item, const graphene_point_t *a, const graphene_point_t *b)
{
  const graphene_point_t *high = a->y <= b->y ? a : b, *low = high == a ? b : a;
  float slope = low->y > high->y ? (low->x - high->x) / (low->y - high->y) : 0;
  int last = row_of (self, low->y);

  for (int row = row_of (self, high->y); row <= last; row++)
    {
      float from = MAX (high->y, self->top + row * self->cell);
      float to = MIN (low->y, self->top + (row + 1) * self->cell);
      float x1 = slope != 0 ? high->x + (from - high->y) * slope : high->x;
      float x2 = slope != 0 ? high->x + (to - high->y) * slope : low->x;
      int first = column_of (self, MIN (x1, x2)), end = column_of (self, MAX (x1, x2));

      for (int column = first; column <= end; column++)
        add (self, item, column, row);
    }
}

/**
 * sayso_graph_grid_find:
 * @self: a grid
 * @box: where
 * @n_found: (out): how many
 *
 * Returns: (array length=n_found): numbers of what may lie there, until the next question
 */
const guint *
sayso_graph_grid_find (SaysoGraphGrid *self, const graphene_rect_t *box, guint *n_found)
{
  int right = column_of (self, box->origin.x + box->size.width);
  int bottom = row_of (self, box->origin.y + box->size.height);

  self->question++;
  g_array_set_size (self->found, 0);
  for (int row = row_of (self, box->origin.y); row <= bottom; row++)
    for (int column = column_of (self, box->origin.x); column <= right; column++)
      {
        const GArray *cell = self->cells[row * self->columns + column];

        for (guint i = 0; cell != NULL && i < cell->len; i++)
          {
            guint item = g_array_index (cell, guint, i);

            if (self->seen[item] == self->question)
              continue;
            self->seen[item] = self->question;
            g_array_append_val (self->found, item);
          }
      }
  *n_found = self->found->len;

  return (const guint *) self->found->data;
}

/* read-graphml.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* read-graphml FILE: how many nodes and edges igraph finds in it. */

#include <igraph.h>
#include <stdio.h>

int
main (int argc, char **argv)
{
  igraph_t graph;
  FILE *file = argc == 2 ? fopen (argv[1], "r") : NULL;

  if (file == NULL || igraph_read_graph_graphml (&graph, file, 0) != IGRAPH_SUCCESS)
    return 1;
  printf ("%d %d\n", (int) igraph_vcount (&graph), (int) igraph_ecount (&graph));
  igraph_destroy (&graph);
  fclose (file);

  return 0;
}

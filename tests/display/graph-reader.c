/* graph-reader.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* graph-reader FILE: reads a graph in GraphML by igraph, and prints how many nodes and edges it has, and what the edges
 * weigh together. */

#include <igraph.h>
#include <stdio.h>

int
main (int argc, char **argv)
{
  FILE *file = argc == 2 ? fopen (argv[1], "r") : NULL;
  igraph_t graph;
  double weight = 0;

  if (file == NULL)
    return 2;
  igraph_set_attribute_table (&igraph_cattribute_table);
  igraph_set_error_handler (igraph_error_handler_printignore);
  if (igraph_read_graph_graphml (&graph, file, 0) != IGRAPH_SUCCESS)
    return 1;
  for (igraph_integer_t i = 0; i < igraph_ecount (&graph); i++)
    weight += EAN (&graph, "weight", i);
  printf ("%d %d %g\n", (int) igraph_vcount (&graph), (int) igraph_ecount (&graph), weight);
  igraph_destroy (&graph);
  fclose (file);

  return 0;
}

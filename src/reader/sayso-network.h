/* sayso-network.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "sayso-pieces.h"

G_BEGIN_DECLS

/* The most word pieces that the network looks at at once, its first and last ones apart. */
#define SAYSO_NETWORK_WINDOW 126

/**
 * SaysoNetwork:
 *
 * The trained network: what of its file the reader needs, and a way to run it. Immutable; may be run on many
 * threads at a time. Each run sees one window, so that what comes out depends on that window alone.
 */
typedef struct _SaysoNetwork SaysoNetwork;

/* What goes in: pieces with the shape of their words, and for each word its first piece and its sentence. */
typedef struct
{
  gint64 ids[SAYSO_NETWORK_WINDOW + 2];
  gint64 shapes[SAYSO_NETWORK_WINDOW + 2];
  gint64 first[SAYSO_NETWORK_WINDOW];
  gint64 sentence[SAYSO_NETWORK_WINDOW];
  guint n_pieces;
  guint n_words;
} SaysoWindow;

/* What comes out for each word: numbers of labels, and the scores of its heads, the root first. */
typedef struct
{
  guint16 upos[SAYSO_NETWORK_WINDOW];
  guint16 morph[SAYSO_NETWORK_WINDOW];
  guint16 relation[SAYSO_NETWORK_WINDOW];
  guint16 name[SAYSO_NETWORK_WINDOW];
  float arcs[SAYSO_NETWORK_WINDOW][SAYSO_NETWORK_WINDOW + 1];
} SaysoFindings;

/* What the numbers stand for, %NULL-terminated each. */
typedef struct
{
  char **upos;
  char **morphs;
  char **relations;
  char **names;
} SaysoLabels;

SaysoNetwork *sayso_network_new (const char *path, GError **error);
void sayso_network_free (SaysoNetwork *self);
const SaysoPieces *sayso_network_get_pieces (const SaysoNetwork *self);
const SaysoLabels *sayso_network_get_labels (const SaysoNetwork *self);
gboolean sayso_network_run (SaysoNetwork *self, const SaysoWindow *window, SaysoFindings *findings, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoNetwork, sayso_network_free)

G_END_DECLS

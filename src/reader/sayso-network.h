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

/* Whether a sentence begins with a word: known, or for the network to tell. */
enum
{
  SAYSO_BEGIN_NO,
  SAYSO_BEGIN_YES,
  SAYSO_BEGIN_ASKED,
};

/* The network's tags for the words of cues. */
enum
{
  SAYSO_CUE_NONE,
  SAYSO_CUE_BEGIN,
  SAYSO_CUE_INSIDE,
};

/* What goes in: pieces with the shape of their words, and for each word its first piece and SAYSO_BEGIN_*. */
typedef struct
{
  gint64 ids[SAYSO_NETWORK_WINDOW + 2];
  gint64 shapes[SAYSO_NETWORK_WINDOW + 2];
  gint64 first[SAYSO_NETWORK_WINDOW];
  gint64 begin[SAYSO_NETWORK_WINDOW];
  guint n_pieces;
  guint n_words;
} SaysoWindow;

/* What comes out for each word: numbers of labels, whether a sentence begins there (a tree spans no two), the scores of
 * its heads, the root first; its tag among the cues, whether that is only a faint one, and for it as a cue what kind of
 * attribution that is, and which words are in its source and its content. */
typedef struct
{
  gboolean begins[SAYSO_NETWORK_WINDOW];
  guint16 upos[SAYSO_NETWORK_WINDOW];
  guint16 morph[SAYSO_NETWORK_WINDOW];
  guint16 relation[SAYSO_NETWORK_WINDOW];
  guint16 name[SAYSO_NETWORK_WINDOW];
  float arcs[SAYSO_NETWORK_WINDOW][SAYSO_NETWORK_WINDOW + 1];
  guint8 cue[SAYSO_NETWORK_WINDOW];
  gboolean faint[SAYSO_NETWORK_WINDOW];
  guint16 stance[SAYSO_NETWORK_WINDOW];
  guint16 source_kind[SAYSO_NETWORK_WINDOW];
  guint16 certainty[SAYSO_NETWORK_WINDOW];
  guint8 in_source[SAYSO_NETWORK_WINDOW][SAYSO_NETWORK_WINDOW];
  guint8 in_content[SAYSO_NETWORK_WINDOW][SAYSO_NETWORK_WINDOW];
} SaysoFindings;

/* What the numbers stand for, %NULL-terminated each. */
typedef struct
{
  char **upos;
  char **morphs;
  char **relations;
  char **names;
  char **stances;
  char **source_kinds;
  char **certainties;
} SaysoLabels;

SaysoNetwork *sayso_network_new (const char *path, GError **error);
void sayso_network_free (SaysoNetwork *self);
const char *sayso_network_get_name (const SaysoNetwork *self);
const SaysoPieces *sayso_network_get_pieces (const SaysoNetwork *self);
const SaysoLabels *sayso_network_get_labels (const SaysoNetwork *self);
gboolean sayso_network_run (SaysoNetwork *self, const SaysoWindow *window, SaysoFindings *findings, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoNetwork, sayso_network_free)

G_END_DECLS

/* sayso-syntax-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-reader-private.h"

G_BEGIN_DECLS

/* A linear classifier over hashed features: the class whose weights sum highest. */
typedef struct
{
  guint bits;
  guint n_classes;
  const guint8 *checks; /* which feature holds each of 2^bits buckets; others that fall there say nothing */
  const gint8 *weights; /* n_classes for each of 2^bits buckets */
} SaysoPerceptron;

/* What the trained model consists of; tools/train writes it, and its file tells the order. */
typedef struct
{
  SaysoPerceptron tags;
  SaysoPerceptron moves;
  SaysoPerceptron labels;
  char **tag_names;   /* "VERB+past" */
  char **label_names; /* "nsubj" */
  GBytes *bytes;      /* in which the weights are used where they lie */
} SaysoModel;

typedef enum
{
  SAYSO_MOVE_SHIFT,
  SAYSO_MOVE_REDUCE,
  SAYSO_MOVE_LEFT,
  SAYSO_MOVE_RIGHT,
  SAYSO_N_MOVES,
} SaysoMove;

#define SAYSO_TAG_FEATURES 26
#define SAYSO_MOVE_FEATURES 64
#define SAYSO_LABEL_FEATURES 24

/* One sentence while it is read; index n_tokens stands for the root. */
typedef struct
{
  guint n_tokens;
  guint capacity;
  guint32 *words;    /* hash of the form in lower case */
  guint32 *suffixes; /* of the last three letters */
  guint32 *shapes;
  guint8 *tags;
  int *heads; /* -1 while there is none */
  guint8 *labels;
  int *left[2]; /* leftmost dependant and the one after it, -1 for none */
  int *right[2];
  guint8 *n_left;
  guint8 *n_right;
  int *stack;
  guint depth;
  guint next;
} SaysoSyntax;

static inline guint8
sayso_feature_check (guint32 feature)
{
  return (feature * 0x9e3779b1u) >> 5 ^ feature >> 24;
}

const SaysoModel *sayso_model_get (void);
gboolean sayso_model_read (SaysoModel *self, GBytes *bytes);
guint sayso_perceptron_decide (const SaysoPerceptron *self, const guint32 *features, guint n, guint allowed);

void sayso_syntax_clear (SaysoSyntax *self);
void sayso_syntax_start (SaysoSyntax *self, guint n_tokens);
void sayso_syntax_add_word (SaysoSyntax *self, guint i, const char *text, gsize length);
void sayso_syntax_start_parse (SaysoSyntax *self);
guint sayso_syntax_tag_features (const SaysoSyntax *self, guint i, guint32 *features);
guint sayso_syntax_move_features (const SaysoSyntax *self, guint32 *features);
guint sayso_syntax_label_features (const SaysoSyntax *self, int head, int dependant, guint32 *features);
guint sayso_syntax_allowed (const SaysoSyntax *self);
void sayso_syntax_move (SaysoSyntax *self, SaysoMove move, guint8 label);

G_END_DECLS

/* sayso-time-grammar-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-time-grammar.h"
#include "sayso-time-sense.h"

G_BEGIN_DECLS

/* A pattern is a program for a backtracking matcher; what a rule says, a list of assignments. */
typedef enum
{
  OP_WORD,   /* a: word; b: whether it must begin with a capital */
  OP_DIGITS, /* a, b: least and greatest number; c: fewest digits | most digits << 8; field */
  OP_SYMBOL, /* a: symbol; field */
  OP_CLASS,  /* a: Class: any one token of a kind */
  OP_GLUED,  /* nothing stands between the tokens */
  OP_PLACE,  /* a: Place */
  OP_TAG,    /* a: SaysoUpos of the reader's token here */
  OP_SPLIT,  /* a: where else to go on */
  OP_JUMP,   /* a: where to go on */
  OP_LOOK,   /* a: where to go on; b: Look; the program looked for follows */
  OP_OPEN,   /* an extent begins */
  OP_CLOSE,  /* an extent ends */
  OP_END,
} Op;

typedef enum
{
  CLASS_ANY,
  CLASS_WORD,
  CLASS_LOWER,
  CLASS_CAPITAL,
  CLASS_PLURAL,
  CLASS_DIGITS,
} Class;

typedef enum
{
  PLACE_LINE,
  PLACE_BLOCK,
  PLACE_LINE_END,
} Place;

typedef enum
{
  LOOK_AHEAD,
  LOOK_NOT_AHEAD,
  LOOK_BEHIND,
  LOOK_NOT_BEHIND,
} Look;

#define NO_FIELD 255

typedef struct
{
  guint8 op;
  guint8 field;
  guint16 c;
  guint32 a;
  guint32 b;
} Instruction;

typedef enum
{
  TERM_NUMBER,
  TERM_FIELD,
} TermKind;

typedef struct
{
  guint8 kind;
  char operator; /* '+', '-', '*', '/', '%'; the first has '+' */
  gint32 value;  /* number or field */
} Term;

typedef struct
{
  guint8 group; /* 0: all extents; else the number of one */
  guint8 field;
  guint32 first_term;
  guint8 n_terms; /* 0: unset it */
} Assignment;

typedef struct
{
  guint32 program;
  guint32 first_assignment;
  guint16 n_assignments;
  guint8 n_extents;
  gboolean skip;
  gboolean shown;   /* by an example */
  const char *file; /* interned */
  guint line;
} Rule;

typedef struct
{
  char *name;
  GArray *rules;    /* (element-type guint): in the order of the tables */
  GArray *first;    /* (element-type guint8): by word, whether a match may begin with it */
  GArray *single;   /* (element-type guint8): by word, whether it may be the whole match */
  guint32 *offsets; /* by word: where its rules begin in candidates */
  guint32 *candidates;
} Symbol;

/* Symbol 0 holds the expressions themselves. */
struct _SaysoTimeGrammar
{
  SaysoTimeVocabulary *vocabulary;
  GArray *code;        /* Instruction */
  GArray *rules;       /* Rule */
  GArray *assignments; /* Assignment */
  GArray *terms;       /* Term */
  GPtrArray *symbols;  /* Symbol */
  GPtrArray *examples; /* SaysoTimeExample */
};

/* Sub-rules that may begin with a word. */
static inline const guint32 *
sayso_time_grammar_get_candidates (const SaysoTimeGrammar *self, guint symbol, guint32 word, guint *n)
{
  const Symbol *s = self->symbols->pdata[symbol];

  *n = s->offsets[word + 1] - s->offsets[word];

  return s->candidates + s->offsets[word];
}

gboolean sayso_time_grammar_index (SaysoTimeGrammar *self, GError **error);

G_END_DECLS

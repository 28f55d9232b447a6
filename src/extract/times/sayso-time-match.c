/* sayso-time-match.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-time-match.h"

#include <string.h>

#include "sayso-time-boundaries.h"
#include "sayso-time-grammar-private.h"

/* How far an expression may reach, and how much may be tried at one place: what keeps the whole linear. */
#define REACH 32
#define MAX_STEPS 20000
#define MAX_LOOK_BEHIND 4
#define MAX_NESTING 24
#define MAX_EDGES 128

/* A part of an expression that a symbol matched. */
typedef struct
{
  guint32 end;
  SaysoTimeSense sense;
} Edge;

typedef struct
{
  guint32 at;
  guint32 epoch; /* of what edges it speaks; 0: of none */
  guint32 first;
  guint32 n;
} Memo;

typedef struct
{
  const SaysoTimeGrammar *grammar;
  const SaysoTimeToken *tokens;
  guint n_tokens;
  SaysoReading *reading;
  guint reading_token;
  const guint8 *breaks;
  GArray *edges; /* Edge */
  Memo *memos;   /* by place modulo REACH * 2 and symbol */
  guint epoch;   /* one more each time that the edges are thrown away */
  guint steps;
  guint nesting;
} Matcher;

/* How far a rule has come. */
typedef struct
{
  SaysoTimeSense senses[SAYSO_TIME_MAX_EXTENTS];
  guint first[SAYSO_TIME_MAX_EXTENTS];
  guint end[SAYSO_TIME_MAX_EXTENTS];
  guint8 extent;
  guint8 n_extents;
} State;

typedef void (*Found) (Matcher *matcher, guint end, const State *state, gpointer data);

typedef struct
{
  guint start;
  Found found;
  gpointer data;
} Run;

static void match_symbol (Matcher *matcher, guint symbol, guint at, guint *first, guint *n);
static void run (Matcher *matcher, const Run *what, guint pc, guint at, State *state);

static const SaysoTimeToken *
token_at (const Matcher *matcher, guint at)
{
  return at < matcher->n_tokens ? &matcher->tokens[at] : NULL;
}

/* Nothing reaches over the end of a block. */
static gboolean
can_take (const Matcher *matcher, const Run *what, guint at)
{
  return at < matcher->n_tokens && (at == what->start || !matcher->breaks[at]) && at < what->start + REACH;
}

static gboolean
is_of_class (const Matcher *matcher, const SaysoTimeToken *token, Class class)
{
  const char *utf8 = sayso_text_get_utf8 (matcher->reading->text);
  gboolean word = g_ascii_isalpha (utf8[token->start]) || (guchar) utf8[token->start] >= 0x80;
  gboolean capital = (token->flags & SAYSO_TIME_TOKEN_CAPITAL) != 0;

  switch (class)
    {
    case CLASS_ANY:
      return TRUE;
    case CLASS_WORD:
      return word;
    case CLASS_LOWER:
      return word && !capital;
    case CLASS_CAPITAL:
      return capital;
    case CLASS_PLURAL:
      return word && !capital && token->end - token->start > 3 && utf8[token->end - 1] == 's' &&
             utf8[token->end - 2] != 's' && utf8[token->end - 2] != 'u' && utf8[token->end - 2] != 'i';
    case CLASS_DIGITS:
      return token->digits > 0;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_at_place (const Matcher *matcher, guint at, Place place)
{
  const SaysoTimeToken *token = token_at (matcher, at);

  switch (place)
    {
    case PLACE_LINE:
      return token == NULL || (token->flags & SAYSO_TIME_TOKEN_LINE);
    case PLACE_BLOCK:
      return token == NULL || matcher->breaks[at];
    case PLACE_LINE_END:
      return token == NULL || (token->flags & SAYSO_TIME_TOKEN_LINE);
    default:
      g_assert_not_reached ();
    }
}

/* The reader's tokens are asked in the order of the text, give or take a few. */
static gboolean
has_tag (Matcher *matcher, guint at, SaysoUpos tag)
{
  const SaysoTimeToken *token = token_at (matcher, at);
  GArray *tokens = matcher->reading->tokens;
  guint i = matcher->reading_token;

  if (token == NULL || tokens->len == 0)
    return FALSE;
  while (i > 0 && sayso_reading_token (matcher->reading, i)->start > token->start)
    i--;
  while (i + 1 < tokens->len && sayso_reading_token (matcher->reading, i)->end <= token->start)
    i++;
  matcher->reading_token = i;

  return sayso_reading_token (matcher->reading, i)->upos == tag;
}

static void
note_found (Matcher *matcher, guint end, const State *state, gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
note_end (Matcher *matcher, guint end, const State *state, gpointer data)
{
  guint *wanted = data;

  if (end == *wanted)
    *wanted = G_MAXUINT;
}

static gboolean
look (Matcher *matcher, guint pc, guint at, Look kind)
{
  gboolean found = FALSE;
  State state = { 0 };

  if (kind == LOOK_AHEAD || kind == LOOK_NOT_AHEAD)
    {
      /* What is looked for stands in the same block. */
      if (at < matcher->n_tokens && !matcher->breaks[at])
        run (matcher, &(Run) { at, note_found, &found }, pc, at, &state);
      else if (at >= matcher->n_tokens || g_array_index (matcher->grammar->code, Instruction, pc).op == OP_PLACE)
        run (matcher, &(Run) { at, note_found, &found }, pc, at, &state);
      return found == (kind == LOOK_AHEAD);
    }

  for (guint back = 1; !found && back <= MAX_LOOK_BEHIND && back <= at && !matcher->breaks[at - back + 1]; back++)
    {
      guint end = at;

      run (matcher, &(Run) { at - back, note_end, &end }, pc, at - back, &state);
      found = end == G_MAXUINT;
    }

  return found == (kind == LOOK_BEHIND);
}

static void
run_symbol (Matcher *matcher, const Run *what, const Instruction *here, guint pc, guint at, State *state)
{
  guint first, n;

  if (!can_take (matcher, what, at))
    return;
  match_symbol (matcher, here->a, at, &first, &n);
  for (guint i = 0; i < n; i++)
    {
      /* Edges may move while more are made. */
      const Edge *edge = &g_array_index (matcher->edges, Edge, first + i);
      State next = *state;
      SaysoTimeSense *sense = &next.senses[next.extent];

      if (here->field == NO_FIELD)
        sayso_time_sense_merge (sense, &edge->sense);
      else
        sense->values[here->field] = edge->sense.values[SAYSO_TIME_FIELD_N];
      run (matcher, what, pc + 1, edge->end, &next);
    }
}

/* Tries everything the program from @pc can match at @at; what it finds it tells. */
static void
run (Matcher *matcher, const Run *what, guint pc, guint at, State *state)
{
  for (;;)
    {
      const Instruction *here = &g_array_index (matcher->grammar->code, Instruction, pc);
      const SaysoTimeToken *token = token_at (matcher, at);

      if (++matcher->steps > MAX_STEPS)
        return;
      switch (here->op)
        {
        case OP_WORD:
          if (!can_take (matcher, what, at) || token->word != here->a ||
              (here->b && !(token->flags & SAYSO_TIME_TOKEN_CAPITAL)))
            return;
          at++;
          break;
        case OP_DIGITS:
          if (!can_take (matcher, what, at) || token->digits < (here->c & 0xff) || token->digits > here->c >> 8 ||
              token->number < here->a || token->number > here->b)
            return;
          if (here->field != NO_FIELD)
            state->senses[state->extent].values[here->field] = token->number;
          at++;
          break;
        case OP_CLASS:
          if (!can_take (matcher, what, at) || !is_of_class (matcher, token, here->a))
            return;
          at++;
          break;
        case OP_SYMBOL:
          run_symbol (matcher, what, here, pc, at, state);
          return;
        case OP_GLUED:
          if (token == NULL || (token->flags & SAYSO_TIME_TOKEN_SPACED))
            return;
          break;
        case OP_PLACE:
          if (!is_at_place (matcher, at, here->a))
            return;
          break;
        case OP_TAG:
          if (!has_tag (matcher, at, here->a))
            return;
          break;
        case OP_LOOK:
          if (!look (matcher, pc + 1, at, here->b))
            return;
          pc = here->a;
          continue;
        case OP_SPLIT:
          {
            State branch = *state;

            run (matcher, what, pc + 1, at, &branch);
            pc = here->a;
            continue;
          }
        case OP_JUMP:
          pc = here->a;
          continue;
        case OP_OPEN:
          state->extent = state->n_extents++;
          state->first[state->extent] = at;
          break;
        case OP_CLOSE:
          state->end[state->extent] = at;
          break;
        case OP_END:
          what->found (matcher, at, state, what->data);
          return;
        default:
          g_assert_not_reached ();
        }
      pc++;
    }
}

static gint32
evaluate (const SaysoTimeGrammar *grammar, const Assignment *assignment, const SaysoTimeSense *sense)
{
  gint64 value = 0;

  if (assignment->n_terms == 0)
    return SAYSO_TIME_UNSET;
  for (guint i = 0; i < assignment->n_terms; i++)
    {
      const Term *term = &g_array_index (grammar->terms, Term, assignment->first_term + i);
      gint64 operand = term->kind == TERM_FIELD ? sense->values[term->value] : term->value;

      if (operand == SAYSO_TIME_UNSET)
        return SAYSO_TIME_UNSET;
      if (term->operator== '+')
        value += operand;
      else if (term->operator== '-')
        value -= operand;
      else if (term->operator== '*')
        value *= operand;
      else if (operand != 0 && term->operator== '/')
        value /= operand;
      else if (operand != 0)
        value %= operand;
      if (ABS (value) > G_MAXINT32 / 2)
        return SAYSO_TIME_UNSET;
    }

  return value;
}

/* What the rule itself says, over what its parts say. A, b and c are its own and go no further. */
static void
assign (const SaysoTimeGrammar *grammar, const Rule *rule, SaysoTimeSense *senses, guint n)
{
  for (guint i = 0; i < rule->n_assignments; i++)
    {
      const Assignment *assignment = &g_array_index (grammar->assignments, Assignment, rule->first_assignment + i);

      for (guint k = 0; k < n; k++)
        if (assignment->group == 0 || assignment->group == k + 1)
          senses[k].values[assignment->field] = evaluate (grammar, assignment, &senses[k]);
    }
  for (guint k = 0; k < n; k++)
    senses[k].values[SAYSO_TIME_FIELD_A] = senses[k].values[SAYSO_TIME_FIELD_B] = senses[k].values[SAYSO_TIME_FIELD_C] =
        SAYSO_TIME_UNSET;
}

static void
state_init (State *state, guint at)
{
  *state = (State) { 0 };
  for (guint i = 0; i < SAYSO_TIME_MAX_EXTENTS; i++)
    sayso_time_sense_clear (&state->senses[i]);
  state->first[0] = at;
}

typedef struct
{
  const Rule *rule;
  GArray *edges; /* Edge */
} Collecting;

/* Of two ways to the same end the one of the earlier rule counts. */
static void
collect_edge (Matcher *matcher, guint end, const State *state, gpointer data)
{
  Collecting *collecting = data;
  Edge edge = { end, state->senses[0] };

  for (guint i = 0; i < collecting->edges->len; i++)
    if (g_array_index (collecting->edges, Edge, i).end == end)
      return;
  assign (matcher->grammar, collecting->rule, &edge.sense, 1);
  g_array_append_val (collecting->edges, edge);
}

/* Whether what follows can be no part of an expression: most words are in no rule. */
static gboolean
is_last_known (const Matcher *matcher, guint at)
{
  return at + 1 >= matcher->n_tokens || matcher->breaks[at + 1] ||
         matcher->tokens[at + 1].word == SAYSO_TIME_WORD_UNKNOWN;
}

/* All the ways @symbol matches at @at, from @first on among the matcher's edges. */
static void
match_symbol (Matcher *matcher, guint symbol, guint at, guint *first, guint *n)
{
  Memo *memo = &matcher->memos[(at % (REACH * 2)) * matcher->grammar->symbols->len + symbol];
  const guint32 *candidates;
  guint n_candidates;

  if (memo->at == at && memo->epoch == matcher->epoch)
    {
      *first = memo->first;
      *n = memo->n;
      return;
    }

  *n = 0;
  candidates = sayso_time_grammar_get_candidates (matcher->grammar, symbol, matcher->tokens[at].word, &n_candidates);
  if (n_candidates > 0 && matcher->nesting < MAX_NESTING &&
      (!is_last_known (matcher, at) ||
       ((const Symbol *) matcher->grammar->symbols->pdata[symbol])->single->data[matcher->tokens[at].word]))
    {
      g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (Edge));
      Collecting collecting = { NULL, edges };

      matcher->nesting++;
      for (guint i = 0; i < n_candidates; i++)
        {
          State state;

          state_init (&state, at);
          collecting.rule = &g_array_index (matcher->grammar->rules, Rule, candidates[i]);
          run (matcher, &(Run) { at, collect_edge, &collecting }, collecting.rule->program, at, &state);
        }
      matcher->nesting--;
      *first = matcher->edges->len;
      *n = edges->len;
      if (edges->len > 0)
        g_array_append_vals (matcher->edges, edges->data, edges->len);
    }
  else
    *first = matcher->edges->len;
  *memo = (Memo) { at, matcher->epoch, *first, *n };
}

typedef struct
{
  guint number;
  gboolean any;
  gboolean skip;
  guint reach;
  guint context;
  guint n;
  SaysoTimeMatch matches[SAYSO_TIME_MAX_EXTENTS];
} Best;

/* The longest wins; of two that are as long, the one that saw more around it, then the earlier rule. */
static void
collect_best (Matcher *matcher, guint end, const State *state, gpointer data)
{
  Best *best = data;
  const Rule *rule = &g_array_index (matcher->grammar->rules, Rule, best->number);
  guint n = MAX (state->n_extents, 1), reach;
  SaysoTimeSense senses[SAYSO_TIME_MAX_EXTENTS];

  reach = state->n_extents > 0 ? state->end[n - 1] : end;
  if (best->any && (reach < best->reach || (reach == best->reach && end <= best->context)))
    return;
  if (!rule->skip &&
      !sayso_time_stands_alone (matcher->reading->text, &matcher->tokens[state->first[0]], &matcher->tokens[reach - 1]))
    return;

  for (guint i = 0; i < n; i++)
    senses[i] = state->senses[i];
  assign (matcher->grammar, rule, senses, n);
  best->any = TRUE;
  best->skip = rule->skip;
  best->reach = reach;
  best->context = end;
  best->n = n;
  for (guint i = 0; i < n; i++)
    best->matches[i] = (SaysoTimeMatch) { state->first[i], state->n_extents > 0 ? state->end[i] : end, senses[i], i > 0,
                                          best->number };
}

/* Looks for an expression that begins at @at, and says where to look on. */
static guint
match_here (Matcher *matcher, guint at, GArray *matches)
{
  Best best = { 0 };
  guint n;
  const guint32 *candidates = sayso_time_grammar_get_candidates (matcher->grammar, 0, matcher->tokens[at].word, &n);

  matcher->steps = 0;
  for (guint i = 0; i < n; i++)
    {
      State state;

      state_init (&state, at);
      best.number = candidates[i];
      run (matcher, &(Run) { at, collect_best, &best },
           g_array_index (matcher->grammar->rules, Rule, best.number).program, at, &state);
    }
  if (!best.any)
    return at + 1;
  if (!best.skip)
    g_array_append_vals (matches, best.matches, best.n);

  return MAX (best.reach, at + 1);
}

/* Finds the expressions in a text, in its order. */
GArray *
sayso_time_match (const SaysoTimeGrammar *grammar, GArray *tokens, SaysoReading *reading, GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (SaysoTimeMatch));
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  g_autofree guint8 *breaks = sayso_time_find_breaks (tokens, reading);
  g_autofree Memo *memos = g_new0 (Memo, REACH * 2 * grammar->symbols->len);
  Matcher matcher = { .grammar = grammar,
                      .tokens = (const SaysoTimeToken *) tokens->data,
                      .n_tokens = tokens->len,
                      .reading = reading,
                      .breaks = breaks,
                      .edges = edges,
                      .memos = memos,
                      .epoch = 1 };
  const Symbol *top = grammar->symbols->pdata[0];

  for (guint at = 0; at < tokens->len;)
    {
      guint32 word = matcher.tokens[at].word;

      if (!top->first->data[word] || (is_last_known (&matcher, at) && !top->single->data[word]))
        {
          at++;
          continue;
        }
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (edges->len > MAX_EDGES)
        {
          g_array_set_size (edges, 0);
          matcher.epoch++;
        }
      at = match_here (&matcher, at, matches);
    }

  return g_steal_pointer (&matches);
}

/* sayso-claims.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-extractor-private.h"

#include "sayso-enum.h"
#include "sayso-extract-enums.h"

static gboolean
find_stance (const char *word, const char *part, SaysoCertainty *certainty)
{
  const SaysoTable *stances = sayso_extract_get_table ("stances.tsv");
  guint row;
  int value;

  if (word == NULL || !sayso_table_find (stances, word, &row))
    return FALSE;
  for (; row < sayso_table_get_n_rows (stances) && g_str_equal (sayso_table_get (stances, row, 0), word); row++)
    if (g_str_equal (sayso_table_get (stances, row, 1), part) &&
        sayso_enum_from_nick (SAYSO_TYPE_CERTAINTY, sayso_table_get (stances, row, 2), &value))
      {
        *certainty = value;
        return TRUE;
      }

  return FALSE;
}

/* The head of a run: the token whose own head lies outside, a noun rather than another. */
static guint
head_of (const SaysoExtractor *self, SaysoRun run)
{
  for (guint i = run.first; i <= run.last; i++)
    {
      const SaysoToken *token = sayso_extractor_token (self, i);

      if ((token->head < (int) run.first || token->head > (int) run.last) &&
          (token->upos == SAYSO_UPOS_NOUN || token->upos == SAYSO_UPOS_PROPN || token->upos == SAYSO_UPOS_PRON ||
           token->upos == SAYSO_UPOS_VERB))
        return i;
    }
  for (guint i = run.first; i <= run.last; i++)
    {
      int head = sayso_extractor_token (self, i)->head;

      if ((head < (int) run.first || head > (int) run.last) &&
          sayso_extractor_token (self, i)->upos != SAYSO_UPOS_PUNCT)
        return i;
    }

  return run.first;
}

static gboolean
is_several (const SaysoExtractor *self, guint head)
{
  const SaysoToken *token = sayso_extractor_token (self, head);

  if ((token->morph & SAYSO_MORPH_PLURAL) != 0 || sayso_tree_child (&self->tree, head, "conj") >= 0 ||
      sayso_tree_lemma_in (&self->tree, head,
                           "they some many most several few people others critic number group team dozen"))
    return TRUE;

  return FALSE;
}

/* What kind of source a noun phrase is, and who. */
static void
judge_source (SaysoExtractor *self, SaysoExtractedClaim *claim, const char *seen)
{
  SaysoRun run;
  SaysoSpan span;
  guint head;
  const SaysoToken *token;

  if (claim->source->len == 0)
    return;
  run = sayso_extractor_run (self, g_array_index (claim->source, SaysoSpan, 0));
  if (run.first > run.last)
    return;
  head = head_of (self, run);
  token = sayso_extractor_token (self, head);
  claim->description = sayso_extractor_text (self, run, 200);
  claim->several = is_several (self, head);

  if (sayso_extractor_noun_is (self, head, "document"))
    {
      guint owner = sayso_extractor_owner_of (self, head);

      /* "the Herald's article" is the Herald speaking. */
      if (owner != SAYSO_NONE && sayso_extractor_actor (self, owner)->kind == SAYSO_NAME_OUTLET)
        {
          claim->source_kind = SAYSO_SOURCE_OUTLET;
          claim->source_actor = owner;
        }
      else
        claim->source_kind = SAYSO_SOURCE_DOCUMENT;
      claim->several = FALSE;
      return;
    }
  if (sayso_extractor_noun_is (self, head, "outlet"))
    {
      guint owner = sayso_extractor_owner_of (self, head);

      claim->source_kind = SAYSO_SOURCE_OUTLET;
      claim->source_actor = owner != SAYSO_NONE ? owner : sayso_extractor_actor_of (self, head, &span);
      return;
    }

  claim->source_actor = sayso_extractor_actor_of (self, head, &span);
  if (claim->source_actor == SAYSO_NONE)
    {
      if (token->upos == SAYSO_UPOS_PRON && token->lemma != NULL && sayso_table_cell_has ("i we my our", token->lemma))
        claim->source_kind = SAYSO_SOURCE_AUTHOR;
      else if (token->upos == SAYSO_UPOS_PRON && token->lemma != NULL &&
               sayso_table_cell_has ("it this that which", token->lemma))
        claim->source_kind = SAYSO_SOURCE_UNKNOWN;
      else if (token->upos == SAYSO_UPOS_PROPN)
        claim->source_kind = SAYSO_SOURCE_NAMED;
      else if (g_strcmp0 (seen, "document") == 0)
        claim->source_kind = SAYSO_SOURCE_DOCUMENT;
      else
        claim->source_kind = SAYSO_SOURCE_ANONYMOUS;
      return;
    }
  else
    {
      const SaysoExtractedActor *actor = sayso_extractor_actor (self, claim->source_actor);

      if (actor->kind == SAYSO_NAME_OUTLET)
        claim->source_kind = SAYSO_SOURCE_OUTLET;
      else if (!actor->unnamed ||
               (sayso_tree_lemma_in (&self->tree, head, "representative spokesman spokeswoman spokesperson") &&
                sayso_extractor_owner_of (self, head) != SAYSO_NONE))
        claim->source_kind = SAYSO_SOURCE_NAMED;
      else
        claim->source_kind = SAYSO_SOURCE_ANONYMOUS;
    }
}

static gboolean
is_quote_mark (const SaysoExtractor *self, guint token)
{
  return sayso_tree_is_mark (&self->tree, token, "\"“”«»");
}

static void
judge_mode (const SaysoExtractor *self, SaysoExtractedClaim *claim)
{
  gboolean quoted = FALSE, plain = FALSE, closed = TRUE;

  for (guint i = 0; i < claim->content->len; i++)
    {
      SaysoRun run = sayso_extractor_run (self, g_array_index (claim->content, SaysoSpan, i));

      if (run.first > run.last)
        continue;
      if (!is_quote_mark (self, run.first))
        plain = TRUE;
      for (guint t = run.first; t <= run.last && !quoted; t++)
        quoted = is_quote_mark (self, t);
      closed = closed && is_quote_mark (self, run.first);
    }
  claim->mode = quoted && closed && !plain ? SAYSO_MODE_DIRECT : quoted ? SAYSO_MODE_MIXED : SAYSO_MODE_INDIRECT;
}

static void
judge_certainty (const SaysoExtractor *self, SaysoExtractedClaim *claim, guint cue, const char *seen)
{
  SaysoRun run = sayso_extractor_run (self, g_array_index (claim->content, SaysoSpan, 0));
  SaysoCertainty found;
  guint head;
  int value;

  claim->certainty = SAYSO_CERTAINTY_CERTAIN;
  if (run.first > run.last)
    return;
  if (find_stance (sayso_extractor_token (self, cue)->lemma, "cue", &found))
    claim->certainty = found;
  else if (find_stance (sayso_extractor_token (self, cue)->lemma, "hedge", &found))
    claim->certainty = found;
  if (claim->certainty == SAYSO_CERTAINTY_CERTAIN)
    {
      head = head_of (self, run);
      if (find_stance (sayso_extractor_token (self, head)->lemma, "hedge", &found))
        claim->certainty = found;
      for (int child = self->tree.first_child[head]; child >= 0; child = self->tree.next_sibling[child])
        if (sayso_tree_deprel_is (&self->tree, child, "aux advmod cop") &&
            find_stance (sayso_extractor_token (self, child)->lemma, "hedge", &found))
          claim->certainty = found;
    }
  /* Where no word of the tables tells, the network does. */
  if (claim->certainty == SAYSO_CERTAINTY_CERTAIN && sayso_enum_from_nick (SAYSO_TYPE_CERTAINTY, seen, &value))
    claim->certainty = value;
  /* "does not believe that", "did not deny that" */
  if (sayso_tree_child_word (&self->tree, cue, "advmod", "not n't never") >= 0)
    claim->certainty = claim->certainty == SAYSO_CERTAINTY_DENIED ? SAYSO_CERTAINTY_UNSTATED : SAYSO_CERTAINTY_DENIED;
}

/* Whether the author's own words in the sentence of the cue cast doubt on it. */
static gboolean
is_doubted (const SaysoExtractor *self, const SaysoExtractedClaim *claim, guint cue)
{
  SaysoCertainty found;
  SaysoSpan hull = g_array_index (claim->content, SaysoSpan, 0);

  if (find_stance (sayso_extractor_token (self, cue)->lemma, "doubt", &found))
    return TRUE;
  for (int child = self->tree.first_child[cue]; child >= 0; child = self->tree.next_sibling[child])
    if (sayso_tree_deprel_is (&self->tree, child, "amod advmod") &&
        !sayso_span_contains (hull, sayso_extractor_token (self, child)->span) &&
        find_stance (sayso_extractor_token (self, child)->lemma, "doubt", &found))
      return TRUE;

  return FALSE;
}

/* A first piece of content shorter than this, in bytes, says too little alone: "The company reportedly told …". */
#define SHORT_PIECE 40

/* One piece of content, without the quotation marks and stops around it. */
static char *
piece_text (const SaysoExtractor *self, SaysoSpan span)
{
  SaysoRun run = sayso_extractor_run (self, span);

  if (run.first > run.last)
    return NULL;
  while (run.first < run.last &&
         (is_quote_mark (self, run.first) || sayso_tree_lemma_in (&self->tree, run.first, "that")))
    run.first++;
  while (run.last > run.first && (is_quote_mark (self, run.last) || sayso_tree_is_mark (&self->tree, run.last, ",.;:")))
    run.last--;

  return sayso_extractor_text (self, run, SAYSO_TITLE_MAX);
}

/* The content in a line; where the words that attribute it stand between its pieces, an ellipsis stands for them. */
static char *
make_title (const SaysoExtractor *self, const SaysoExtractedClaim *claim)
{
  g_autofree char *text = piece_text (self, g_array_index (claim->content, SaysoSpan, 0)), *more = NULL;
  char head[8] = { 0 };

  if (text == NULL)
    return NULL;
  if (claim->content->len > 1 && strlen (text) < SHORT_PIECE)
    more = piece_text (self, g_array_index (claim->content, SaysoSpan, 1));
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), head);

  return g_strconcat (head, g_utf8_next_char (text), more != NULL ? " … " : NULL, more, NULL);
}

typedef struct
{
  SaysoRun run;
  guint claim;
} Piece;

static int
by_extent (gconstpointer a, gconstpointer b)
{
  const Piece *left = a, *right = b;

  if (left->run.first != right->run.first)
    return left->run.first < right->run.first ? -1 : 1;
  if (left->run.last != right->run.last)
    return left->run.last > right->run.last ? -1 : 1;

  return left->claim < right->claim ? -1 : left->claim > right->claim;
}

/* For each token the innermost content that it stands in: wide pieces are written first, narrow ones over them. */
static void
map_contents (SaysoExtractor *self)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Piece));
  guint next = 0;

  for (guint c = 0; c < self->extraction->claims->len; c++)
    {
      const SaysoExtractedClaim *claim = &g_array_index (self->extraction->claims, SaysoExtractedClaim, c);

      for (guint i = 0; i < claim->content->len; i++)
        {
          Piece piece = { sayso_extractor_run (self, g_array_index (claim->content, SaysoSpan, i)), c };

          if (piece.run.first <= piece.run.last)
            g_array_append_val (pieces, piece);
        }
    }
  g_array_sort (pieces, by_extent);
  for (guint t = 0; t < self->reading->tokens->len; t++)
    {
      while (open->len > 0 && g_array_index (open, Piece, open->len - 1).run.last < t)
        g_array_set_size (open, open->len - 1);
      for (; next < pieces->len && g_array_index (pieces, Piece, next).run.first == t; next++)
        g_array_append_val (open, g_array_index (pieces, Piece, next));
      if (open->len > 0)
        self->claim_at[t] = g_array_index (open, Piece, open->len - 1).claim;
    }
}

/* A headline with a verb is the author's own word. */
static void
add_headline (SaysoExtractor *self)
{
  const SaysoSentence *sentence;
  SaysoExtractedClaim claim = {
    .source_actor = SAYSO_NONE, .parent = SAYSO_NONE, .cue_head = SAYSO_NONE, .source_kind = SAYSO_SOURCE_AUTHOR
  };
  gboolean verb = FALSE;

  if (self->reading->sentences->len < 2)
    return;
  sentence = sayso_reading_sentence (self->reading, 0);
  for (guint i = sentence->first; i < sentence->first + sentence->n_tokens; i++)
    verb |= sayso_extractor_token (self, i)->upos == SAYSO_UPOS_VERB ||
            sayso_extractor_token (self, i)->upos == SAYSO_UPOS_AUX;
  if (sentence->block != SAYSO_BLOCK_HEADING || !verb || sentence->n_tokens < 4 ||
      self->claim_at[sentence->first] != SAYSO_NONE)
    return;
  claim.source = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
  claim.cue = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
  claim.content = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
  g_array_append_val (claim.content, sentence->span);
  claim.certainty = SAYSO_CERTAINTY_CERTAIN;
  claim.title = make_title (self, &claim);
  g_array_append_val (self->extraction->claims, claim);
}

static SaysoExtractedClaim
make_claim (SaysoExtractor *self, const SaysoAttribution *attribution)
{
  SaysoExtractedClaim claim = { .source_actor = SAYSO_NONE, .parent = SAYSO_NONE };

  claim.source = g_array_copy (attribution->source);
  claim.cue = g_array_copy (attribution->cue);
  claim.content = g_array_copy (attribution->content);
  claim.cue_head = attribution->cue_head;
  claim.stance = attribution->stance;
  judge_source (self, &claim, attribution->source_kind);
  judge_mode (self, &claim);
  judge_certainty (self, &claim, attribution->cue_head, attribution->certainty);
  claim.doubted = is_doubted (self, &claim, attribution->cue_head);
  claim.title = make_title (self, &claim);

  return claim;
}

/* "If he says that …": nobody has said it. */
static gboolean
is_supposed (const SaysoExtractor *self, guint cue)
{
  return sayso_tree_child_word (&self->tree, cue, "mark", "if unless whether") >= 0;
}

static guint
count_chars (const GArray *spans)
{
  guint n = 0;

  for (guint i = 0; i < spans->len; i++)
    n += g_array_index (spans, SaysoSpan, i).end - g_array_index (spans, SaysoSpan, i).start;

  return n;
}

static guint
count_shared (const GArray *left, const GArray *right)
{
  guint n = 0;

  for (guint i = 0; i < left->len; i++)
    for (guint k = 0; k < right->len; k++)
      {
        SaysoSpan a = g_array_index (left, SaysoSpan, i), b = g_array_index (right, SaysoSpan, k);

        n += MIN (a.end, b.end) > MAX (a.start, b.start) ? MIN (a.end, b.end) - MAX (a.start, b.start) : 0;
      }

  return n;
}

/* So many attributions behind and before one may tell the same. */
#define NEIGHBOURS 4

/* Whether an attribution to nobody says what another beside it already says, and of somebody or before it. */
static gboolean
is_said_already (const GArray *all, guint index)
{
  const SaysoAttribution *one = &g_array_index (all, SaysoAttribution, index);
  guint end = MIN (all->len, index + NEIGHBOURS + 1);

  if (one->source->len > 0)
    return FALSE;
  for (guint i = index > NEIGHBOURS ? index - NEIGHBOURS : 0; i < end; i++)
    {
      const SaysoAttribution *other = &g_array_index (all, SaysoAttribution, i);

      if (i != index && (other->source->len > 0 || i < index) &&
          count_shared (one->content, other->content) * 2 > count_chars (one->content))
        return TRUE;
    }

  return FALSE;
}

/*
 * What somebody wants or thinks is part of what is said about him: inside another's words only speech and writing make
 * a link of the chain. The attributions that are left (unowned).
 */
static GPtrArray *
choose_attributions (SaysoExtractor *self)
{
  const GArray *all = self->reading->attributions;
  GPtrArray *chosen = g_ptr_array_sized_new (all->len);
  g_autofree guint *around = g_new0 (guint, self->reading->tokens->len + 1);

  for (guint i = 0; i < all->len; i++)
    {
      const SaysoAttribution *attribution = &g_array_index (all, SaysoAttribution, i);

      for (guint k = 0; k < attribution->content->len; k++)
        {
          SaysoRun run = sayso_extractor_run (self, g_array_index (attribution->content, SaysoSpan, k));

          for (guint t = run.first; t <= run.last; t++)
            if (run.first > attribution->cue_head || run.last < attribution->cue_head)
              around[t]++;
        }
    }
  for (guint i = 0; i < all->len; i++)
    {
      SaysoAttribution *attribution = &g_array_index (all, SaysoAttribution, i);

      if (!is_supposed (self, attribution->cue_head) && !is_said_already (all, i) &&
          (around[attribution->cue_head] == 0 ||
           (attribution->stance == SAYSO_STANCE_STATEMENT && attribution->source->len > 0)))
        g_ptr_array_add (chosen, attribution);
    }

  return chosen;
}

/* Finds the claims, who makes them, how surely, and which is made inside which. */
void
sayso_extractor_find_claims (SaysoExtractor *self)
{
  g_autoptr (GPtrArray) attributions = choose_attributions (self);

  for (guint i = 0; i < attributions->len; i++)
    {
      SaysoExtractedClaim claim = make_claim (self, g_ptr_array_index (attributions, i));

      g_array_append_val (self->extraction->claims, claim);
    }
  map_contents (self);
  for (guint i = 0; i < attributions->len; i++)
    {
      const SaysoAttribution *attribution = g_ptr_array_index (attributions, i);
      guint around = self->claim_at[attribution->cue_head];

      if (around != i)
        g_array_index (self->extraction->claims, SaysoExtractedClaim, i).parent = around;
    }
  add_headline (self);
}

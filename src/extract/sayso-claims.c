/* sayso-claims.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-claim-private.h"

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

gboolean
sayso_claims_is_quote_mark (const SaysoExtractor *self, guint token)
{
  const SaysoToken *t = sayso_extractor_token (self, token);
  const char *text = sayso_text_get_utf8 (self->reading->text) + t->start;

  return sayso_tree_is_mark (&self->tree, token, "\"“”«»") ||
         (t->end - t->start == 2 && (memcmp (text, "''", 2) == 0 || memcmp (text, "``", 2) == 0));
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
      if (!sayso_claims_is_quote_mark (self, run.first))
        plain = TRUE;
      for (guint t = run.first; t <= run.last && !quoted; t++)
        quoted = sayso_claims_is_quote_mark (self, t);
      closed = closed && sayso_claims_is_quote_mark (self, run.first);
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
      head = sayso_claims_head_of (self, run);
      if (find_stance (sayso_extractor_token (self, head)->lemma, "hedge", &found))
        claim->certainty = found;
      for (int child = self->tree.first_child[head]; child >= 0; child = self->tree.next_sibling[child])
        if (sayso_tree_deprel_is (&self->tree, child, "aux advmod cop") &&
            find_stance (sayso_extractor_token (self, child)->lemma, "hedge", &found))
          claim->certainty = found;
    }
  /* Where no word of the tables tells, the network does; but it takes much for a denial. */
  if (claim->certainty == SAYSO_CERTAINTY_CERTAIN && sayso_enum_from_nick (SAYSO_TYPE_CERTAINTY, seen, &value) &&
      value != SAYSO_CERTAINTY_DENIED)
    claim->certainty = value;
  /* "does not believe that", "did not deny that" */
  if (sayso_tree_child_word (&self->tree, cue, "advmod", "not n't never") >= 0)
    claim->certainty = claim->certainty == SAYSO_CERTAINTY_DENIED ? SAYSO_CERTAINTY_UNSTATED : SAYSO_CERTAINTY_DENIED;
}

gboolean
sayso_claims_has_part (const SaysoExtractor *self, guint token, const char *part)
{
  SaysoCertainty found;

  return find_stance (sayso_extractor_token (self, token)->lemma, part, &found);
}

gboolean
sayso_claims_doubts (const SaysoExtractor *self, guint token)
{
  return sayso_claims_has_part (self, token, "doubt");
}

static gboolean
has_doubting (const SaysoExtractor *self, guint token, const char *deprels)
{
  for (int child = self->tree.first_child[token]; child >= 0; child = self->tree.next_sibling[child])
    if (sayso_tree_deprel_is (&self->tree, child, deprels) &&
        (sayso_claims_doubts (self, child) || has_doubting (self, child, "conj")))
      return TRUE;

  return FALSE;
}

gboolean
sayso_claims_is_doubted (const SaysoExtractor *self, guint cue)
{
  const SaysoToken *token = sayso_extractor_token (self, cue);

  if (sayso_claims_doubts (self, cue) || has_doubting (self, cue, "amod advmod"))
    return TRUE;

  /* "The claim was a lie", "their claim borders on fantasy" */
  return token->upos == SAYSO_UPOS_NOUN && token->head >= 0 && sayso_tree_deprel_is (&self->tree, cue, "nsubj") &&
         (sayso_claims_doubts (self, token->head) || has_doubting (self, token->head, "obl xcomp"));
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
         (sayso_claims_is_quote_mark (self, run.first) || sayso_tree_lemma_in (&self->tree, run.first, "that")))
    run.first++;
  while (run.last > run.first &&
         (sayso_claims_is_quote_mark (self, run.last) || sayso_tree_is_mark (&self->tree, run.last, ",.;:")))
    run.last--;

  return sayso_extractor_text (self, run, SAYSO_TITLE_MAX);
}

/* From the first of the words that attribute, "would not" with them, to the end of what is said. */
static char *
text_from_cue (const SaysoExtractor *self, const SaysoExtractedClaim *claim, SaysoRun run)
{
  guint first = MIN (claim->cue_head, sayso_extractor_run (self, g_array_index (claim->cue, SaysoSpan, 0)).first);
  g_autofree char *text = NULL;
  char head[8] = { 0 };

  for (int child = self->tree.first_child[claim->cue_head]; child >= 0; child = self->tree.next_sibling[child])
    if (child < (int) first &&
        (sayso_tree_deprel_is (&self->tree, child, "aux") || sayso_tree_lemma_in (&self->tree, child, "not n't never")))
      first = child;
  text = sayso_extractor_text (self, (SaysoRun) { first, run.last }, SAYSO_TITLE_MAX);
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), head);

  return g_strconcat (head, g_utf8_next_char (text), NULL);
}

/*
 * "Condemned the sale", "Declined to say whether it was sold": where a thing is spoken of, and nothing said of it but
 * by the verb, or something is asked or left open, the verb belongs to it.
 */
static char *
make_thing_title (const SaysoExtractor *self, const SaysoExtractedClaim *claim)
{
  SaysoRun run = sayso_extractor_run (self, g_array_index (claim->content, SaysoSpan, 0));
  guint said;

  if (claim->cue_head == SAYSO_NONE || run.first > run.last || claim->content->len > 1 || claim->source->len == 0 ||
      run.first <= claim->cue_head || sayso_extractor_token (self, claim->cue_head)->upos != SAYSO_UPOS_VERB ||
      sayso_tree_is_passive (&self->tree, claim->cue_head))
    return NULL;
  if (sayso_tree_lemma_in (&self->tree, run.first, "whether if why how who whom which when where"))
    return text_from_cue (self, claim, run);
  said = sayso_claims_head_of (self, run);
  if (sayso_extractor_token (self, said)->head != (int) claim->cue_head ||
      !sayso_tree_deprel_is (&self->tree, said, "obj obl") || sayso_claims_is_citing (self, claim->cue_head))
    return NULL;

  return text_from_cue (self, claim, run);
}

/* The content in a line; where the words that attribute it stand between its pieces, an ellipsis stands for them. */
char *
sayso_claims_make_title (const SaysoExtractor *self, const SaysoExtractedClaim *claim)
{
  g_autofree char *text = piece_text (self, g_array_index (claim->content, SaysoSpan, 0)), *more = NULL;
  g_autofree char *thing = make_thing_title (self, claim);
  char head[8] = { 0 };

  if (thing != NULL)
    return g_steal_pointer (&thing);
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
  claim.title = sayso_claims_make_title (self, &claim);
  g_array_append_val (self->extraction->claims, claim);
}

static SaysoExtractedClaim
make_claim (SaysoExtractor *self, guint index)
{
  const SaysoAttribution *attribution = &g_array_index (self->reading->attributions, SaysoAttribution, index);
  SaysoExtractedClaim claim = { .source_actor = SAYSO_NONE, .parent = SAYSO_NONE };
  SaysoRun denied;

  claim.source = g_array_copy (attribution->source);
  claim.cue = g_array_copy (attribution->cue);
  claim.content = g_array_copy (attribution->content);
  claim.cue_head = attribution->cue_head;
  claim.stance = attribution->stance;
  sayso_claims_judge_source (self, &claim, attribution->source_kind);
  judge_mode (self, &claim);
  judge_certainty (self, &claim, attribution->cue_head, attribution->certainty);
  claim.doubted = sayso_claims_is_doubted (self, attribution->cue_head);
  if (sayso_claims_find_denied (self, index, &denied))
    {
      SaysoSpan span = sayso_tree_span (&self->tree, denied);

      g_array_set_size (claim.content, 0);
      g_array_append_val (claim.content, span);
      claim.certainty = SAYSO_CERTAINTY_DENIED;
    }
  claim.title = sayso_claims_make_title (self, &claim);

  return claim;
}

/* SAYSO_DEBUG=extract tells what became of each attribution, and why. */
static void
tell (const SaysoExtractor *self, const SaysoAttribution *attribution, SaysoClaimUse use, const char *reason)
{
  const char *words[] = { "a claim", "aside", "no claim" };
  SaysoSpan span = g_array_index (attribution->cue, SaysoSpan, 0);
  g_autofree char *cue = sayso_extractor_text (self, sayso_extractor_run (self, span), 40);

  g_printerr ("extract: “%s” at %u is %s%s%s\n", cue, span.start, words[use], reason != NULL ? ": " : "",
              reason != NULL ? reason : "");
}

/* … and of each claim who makes it, what kind of source that is, how surely, and inside which other. */
static void
tell_claims (const SaysoExtractor *self)
{
  const GArray *claims = self->extraction->claims;

  for (guint i = 0; i < claims->len; i++)
    {
      const SaysoExtractedClaim *claim = &g_array_index (claims, SaysoExtractedClaim, i);

      g_printerr ("extract: claim %u, “%s”: by %s, %s%s, %s", i + 1, claim->title,
                  claim->description != NULL ? claim->description : "nobody",
                  sayso_enum_to_nick (SAYSO_TYPE_SOURCE_KIND, claim->source_kind), claim->several ? ", several" : "",
                  sayso_enum_to_nick (SAYSO_TYPE_CERTAINTY, claim->certainty));
      g_printerr ("%s", claim->doubted ? ", doubted by the author" : "");
      if (claim->parent != SAYSO_NONE)
        g_printerr (", inside claim %u", claim->parent + 1);
      g_printerr ("\n");
    }
}

/* "I" in another's words is the other, not the author. */
static void
speak_as_quoted (const SaysoExtractor *self, SaysoExtractedClaim *claim)
{
  const SaysoExtractedClaim *around = &g_array_index (self->extraction->claims, SaysoExtractedClaim, claim->parent);

  claim->source_kind = around->source_kind;
  claim->source_actor = around->source_actor;
}

/* "reported, citing two people, that …": the claim before it, which says the same, or %SAYSO_NONE. */
static guint
find_citer (const SaysoExtractor *self, guint index)
{
  const SaysoExtractedClaim *claim = &g_array_index (self->extraction->claims, SaysoExtractedClaim, index), *before;

  if (index == 0 || !sayso_claims_is_citing (self, claim->cue_head))
    return SAYSO_NONE;
  before = claim - 1;

  return before->content->len == claim->content->len &&
                 memcmp (before->content->data, claim->content->data, claim->content->len * sizeof (SaysoSpan)) == 0
             ? index - 1
             : SAYSO_NONE;
}

/* Finds the claims, who makes them, how surely, and which is made inside which. */
void
sayso_extractor_find_claims (SaysoExtractor *self)
{
  const GArray *all = self->reading->attributions;
  g_autofree const char **reasons = NULL;
  g_autofree SaysoClaimUse *uses = sayso_claims_choose (self, &reasons);
  gboolean telling = sayso_extract_is_telling ();

  for (guint i = 0; i < all->len; i++)
    {
      const SaysoAttribution *attribution = &g_array_index (all, SaysoAttribution, i);

      if (telling)
        tell (self, attribution, uses[i], reasons[i]);
      if (uses[i] != SAYSO_CLAIM_USE_NONE)
        {
          SaysoExtractedClaim claim = make_claim (self, i);

          g_array_append_val (uses[i] == SAYSO_CLAIM_USE_CLAIM ? self->extraction->claims : self->extraction->asides,
                              claim);
        }
    }
  map_contents (self);
  for (guint i = 0; i < self->extraction->claims->len; i++)
    {
      SaysoExtractedClaim *claim = &g_array_index (self->extraction->claims, SaysoExtractedClaim, i);

      if (self->claim_at[claim->cue_head] != i)
        claim->parent = self->claim_at[claim->cue_head];
      if (find_citer (self, i) != SAYSO_NONE)
        claim->parent = find_citer (self, i);
      if (claim->parent != SAYSO_NONE && claim->source_kind == SAYSO_SOURCE_AUTHOR)
        speak_as_quoted (self, claim);
    }
  sayso_claims_follow_reports (self);
  sayso_claims_find_published (self);
  add_headline (self);
  if (telling)
    tell_claims (self);
}

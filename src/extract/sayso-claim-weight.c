/* sayso-claim-weight.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-claim-private.h"

/*
 * Whether the grammar around a cue bears out what the reader saw. The reader is generous, which is right for whoever
 * looks for all that is attributed; views show what the tree confirms.
 */

/* So many heads are climbed to find who does what a participle tells. */
#define CLIMB_MAX 4

static gboolean
has_sign (const SaysoExtractor *self, guint token, const char *sign)
{
  const SaysoTable *table = sayso_extract_get_table ("cues.tsv");
  const char *lemma = sayso_extractor_token (self, token)->lemma;
  guint row;

  if (lemma == NULL || !sayso_table_find (table, lemma, &row))
    return FALSE;
  for (; row < sayso_table_get_n_rows (table) && g_str_equal (sayso_table_get (table, row, 0), lemma); row++)
    if (g_str_equal (sayso_table_get (table, row, 1), sign))
      return TRUE;

  return FALSE;
}

static gboolean
stands_in (const SaysoExtractor *self, guint token, const GArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    if (sayso_span_contains (g_array_index (spans, SaysoSpan, i), sayso_extractor_token (self, token)->span))
      return TRUE;

  return FALSE;
}

static guint
count_words (const SaysoExtractor *self, const GArray *spans)
{
  guint n = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      SaysoRun run = sayso_extractor_run (self, g_array_index (spans, SaysoSpan, i));

      for (guint t = run.first; t <= run.last; t++)
        n += sayso_extractor_token (self, t)->upos != SAYSO_UPOS_PUNCT;
    }

  return n;
}

/* Whether a piece of the content is a quotation of more than a word or two, or a passage after the cue's sentence. */
static gboolean
is_quoted (const SaysoExtractor *self, guint cue, const GArray *content)
{
  /* A verb that the tables do not know may tell of a title: "edits “Eat The Press”". */
  guint least = sayso_claims_is_known (self, cue) ? 2 : 4;

  for (guint i = 0; i < content->len; i++)
    {
      SaysoRun run = sayso_extractor_run (self, g_array_index (content, SaysoSpan, i));
      guint end = run.first + 1;

      if (run.first + 3 > run.last)
        continue;
      if (self->tree.sentence[run.first] > self->tree.sentence[cue])
        return TRUE;
      while (end < run.last && !sayso_claims_is_quote_mark (self, end))
        end++;
      if (sayso_claims_is_quote_mark (self, run.first) && end > run.first + least)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_verb (const SaysoExtractor *self, const GArray *content)
{
  for (guint i = 0; i < content->len; i++)
    {
      SaysoRun run = sayso_extractor_run (self, g_array_index (content, SaysoSpan, i));

      for (guint t = run.first; t <= run.last; t++)
        if (sayso_extractor_token (self, t)->upos == SAYSO_UPOS_VERB ||
            sayso_extractor_token (self, t)->upos == SAYSO_UPOS_AUX)
          return TRUE;
    }

  return FALSE;
}

/* Whether somebody does something in the content: "a flaw that could be used", and not "an ad running for weeks". */
static gboolean
has_clause (const SaysoExtractor *self, const GArray *content)
{
  for (guint i = 0; i < content->len; i++)
    {
      SaysoRun run = sayso_extractor_run (self, g_array_index (content, SaysoSpan, i));

      for (guint t = run.first; t <= run.last; t++)
        if (sayso_tree_deprel_is (&self->tree, t, "nsubj nsubj:pass csubj") &&
            sayso_extractor_token (self, t)->head >= (int) run.first &&
            sayso_extractor_token (self, t)->head <= (int) run.last)
          return TRUE;
    }

  return FALSE;
}

/* Whether no more is told than whom it is about: "mocked his rivals". */
static gboolean
is_only_whom (const SaysoExtractor *self, const GArray *content)
{
  guint head = sayso_claims_head_of (self, sayso_extractor_run (self, g_array_index (content, SaysoSpan, 0)));
  SaysoUpos upos = sayso_extractor_token (self, head)->upos;

  if (content->len > 1 || has_verb (self, content))
    return FALSE;
  for (int child = self->tree.first_child[head]; child >= 0; child = self->tree.next_sibling[child])
    if (sayso_tree_deprel_is (&self->tree, child, "nmod acl acl:relcl") && child > (int) head)
      return FALSE;

  return upos == SAYSO_UPOS_PROPN || upos == SAYSO_UPOS_PRON || sayso_extractor_noun_is (self, head, "person");
}

/* Whether what is told of is something that happens: "a breach", and not "a list". */
static gboolean
is_event (const SaysoExtractor *self, const GArray *content)
{
  const SaysoTable *triggers = sayso_extract_get_table ("triggers.tsv");
  guint head = sayso_claims_head_of (self, sayso_extractor_run (self, g_array_index (content, SaysoSpan, 0)));
  const char *lemma = sayso_extractor_token (self, head)->lemma;
  guint row;

  if (has_clause (self, content))
    return TRUE;
  if (lemma == NULL || sayso_extractor_token (self, head)->upos != SAYSO_UPOS_NOUN ||
      !sayso_table_find (triggers, lemma, &row))
    return FALSE;
  for (; row < sayso_table_get_n_rows (triggers) && g_str_equal (sayso_table_get (triggers, row, 0), lemma); row++)
    if (g_str_equal (sayso_table_get (triggers, row, 1), "noun"))
      return TRUE;

  return FALSE;
}

/* Whether the content is what the cue, a noun, is about: "their claim | that …", and not "their claim | was false". */
static gboolean
hangs_from_noun (const SaysoExtractor *self, guint cue, const GArray *content)
{
  SaysoRun run = sayso_extractor_run (self, g_array_index (content, SaysoSpan, 0));
  guint head = sayso_claims_head_of (self, run);

  if (self->tree.sentence[run.first] > self->tree.sentence[cue])
    return TRUE;
  for (int at = (int) head; at >= 0; at = sayso_extractor_token (self, at)->head)
    if (at == (int) cue)
      return TRUE;

  /* "Their claim was | that …" */
  return sayso_tree_deprel_is (&self->tree, cue, "nsubj nsubj:outer") && run.first > cue &&
         (sayso_tree_lemma_in (&self->tree, run.first, "that to") || sayso_claims_is_quote_mark (self, run.first));
}

/* How the content hangs from the cue. */
typedef enum
{
  TIE_NONE,   /* by no clause */
  TIE_LOOSE,  /* a clause that other verbs take as well: "cut the tax to win" */
  TIE_CLAUSE, /* the clause that is said, or the one into which the cue is put */
} Tie;

static Tie
find_tie (const SaysoExtractor *self, guint cue, const GArray *content)
{
  SaysoRun run = sayso_extractor_run (self, g_array_index (content, SaysoSpan, 0));
  const SaysoToken *said = sayso_extractor_token (self, sayso_claims_head_of (self, run));
  int head = sayso_extractor_token (self, cue)->head;
  Tie tie = TIE_NONE;

  for (int child = self->tree.first_child[cue]; child >= 0; child = self->tree.next_sibling[child])
    if (stands_in (self, child, content))
      {
        if (sayso_tree_deprel_is (&self->tree, child, "ccomp parataxis csubj csubj:pass"))
          return TIE_CLAUSE;
        if (sayso_tree_deprel_is (&self->tree, child, "xcomp advcl acl"))
          tie = TIE_LOOSE;
      }
  if (head >= 0 && sayso_tree_deprel_is (&self->tree, cue, "parataxis advcl ccomp root") &&
      stands_in (self, head, content))
    return TIE_CLAUSE;
  /* "took the letter to mean that …", "gave assurances that …" */
  if (said->upos == SAYSO_UPOS_VERB && said->head >= 0 && sayso_extractor_token (self, said->head)->head == (int) cue &&
      sayso_extractor_token (self, run.first)->upos != SAYSO_UPOS_ADP)
    {
      int told = sayso_tree_child (&self->tree, sayso_claims_head_of (self, run), "ccomp");

      if (sayso_extractor_token (self, said->head)->upos == SAYSO_UPOS_VERB || has_sign (self, said->head, "noun") ||
          (told >= 0 && sayso_tree_child_word (&self->tree, told, "mark", "that") >= 0))
        return TIE_CLAUSE;
    }

  return tie;
}

/* "plots to win": the infinitive is said only with a verb of saying. */
static gboolean
is_infinitive (const SaysoExtractor *self, const GArray *content)
{
  SaysoRun run = sayso_extractor_run (self, g_array_index (content, SaysoSpan, content->len - 1));

  return run.first <= run.last && sayso_extractor_token (self, run.first)->upos == SAYSO_UPOS_PART &&
         sayso_tree_lemma_in (&self->tree, run.first, "to");
}

/* … wherever its "to" stands: "not to speak" */
static gboolean
has_infinitive (const SaysoExtractor *self, const GArray *content)
{
  guint head = sayso_claims_head_of (self, sayso_extractor_run (self, g_array_index (content, SaysoSpan, 0)));

  return sayso_extractor_token (self, head)->upos == SAYSO_UPOS_VERB &&
         sayso_tree_child_word (&self->tree, head, "mark", "to") >= 0;
}

static gboolean
opens_with (const SaysoExtractor *self, const GArray *content, const char *lemmas)
{
  SaysoRun run = sayso_extractor_run (self, g_array_index (content, SaysoSpan, 0));

  return run.first <= run.last && sayso_tree_lemma_in (&self->tree, run.first, lemmas);
}

/* "something that they argue | is possible": the subject went before the cue. */
static gboolean
lacks_subject (const SaysoExtractor *self, guint cue, const GArray *content)
{
  SaysoRun run = sayso_extractor_run (self, g_array_index (content, SaysoSpan, 0));

  return run.first == cue + 1 && (sayso_extractor_token (self, run.first)->upos == SAYSO_UPOS_AUX ||
                                  sayso_extractor_token (self, run.first)->upos == SAYSO_UPOS_VERB);
}

/* Whether that is what nobody says: "seems to", "is believed to", "as described", "described above". */
static gboolean
needs_nobody (const SaysoExtractor *self, guint cue)
{
  return sayso_extractor_token (self, cue)->upos != SAYSO_UPOS_VERB ||
         sayso_tree_child (&self->tree, cue, "aux:pass") >= 0 || sayso_tree_lemma_in (&self->tree, cue, "appear seem");
}

/* Who does what the cue tells: its subject, or that of the verb it hangs from, or the noun it describes; or -1. */
static int
find_doer (const SaysoExtractor *self, guint cue)
{
  guint at = cue;

  for (guint n = 0; n < CLIMB_MAX; n++)
    {
      const SaysoToken *token = sayso_extractor_token (self, at);
      int subject = sayso_tree_child (&self->tree, at, "nsubj nsubj:pass nsubj:outer");

      if (subject >= 0)
        return subject;
      if (token->head < 0 || !sayso_tree_deprel_is (&self->tree, at, "advcl acl xcomp conj"))
        return -1;
      at = token->head;
      if (sayso_tree_deprel_is (&self->tree, cue, "acl") && sayso_extractor_token (self, at)->upos != SAYSO_UPOS_VERB)
        return at;
    }

  return -1;
}

/* Whether the source does what a verb does from which the cue's participle hangs, however far: "said that the mill
 * burned, | adding that …". */
static gboolean
is_doer_above (const SaysoExtractor *self, guint cue, const GArray *source)
{
  if (!sayso_tree_deprel_is (&self->tree, cue, "advcl conj"))
    return FALSE;
  for (int at = sayso_extractor_token (self, cue)->head; at >= 0; at = sayso_extractor_token (self, at)->head)
    {
      int subject = sayso_tree_child (&self->tree, at, "nsubj nsubj:pass");

      if (subject >= 0 && stands_in (self, subject, source))
        return TRUE;
    }

  return FALSE;
}

/* "called | on the court to rule", and not "called the police to report it" */
static gboolean
calls_on (const SaysoExtractor *self, guint cue)
{
  for (int child = self->tree.first_child[cue]; child >= 0; child = self->tree.next_sibling[child])
    if (sayso_tree_deprel_is (&self->tree, child, "obl") &&
        sayso_tree_child_word (&self->tree, child, "case", "on upon for") >= 0)
      return TRUE;

  return FALSE;
}

/* "called the police | to report it" */
static gboolean
takes_infinitive (const SaysoExtractor *self, guint cue)
{
  for (int child = self->tree.first_child[cue]; child >= 0; child = self->tree.next_sibling[child])
    if (sayso_tree_deprel_is (&self->tree, child, "xcomp advcl") &&
        sayso_tree_child_word (&self->tree, child, "mark", "to") >= 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_unreal (const SaysoExtractor *self, guint cue)
{
  const SaysoToken *token = sayso_extractor_token (self, cue);

  for (int child = self->tree.first_child[cue]; child >= 0; child = self->tree.next_sibling[child])
    if (sayso_tree_deprel_is (&self->tree, child, "aux mark") && has_sign (self, child, "unreal"))
      return TRUE;

  /* "They can pretend to know and | ask …" */
  if (sayso_tree_deprel_is (&self->tree, cue, "conj") && token->head >= 0 && (token->morph & SAYSO_MORPH_PAST) == 0 &&
      sayso_tree_child (&self->tree, cue, "nsubj aux") < 0)
    for (int child = self->tree.first_child[token->head]; child >= 0; child = self->tree.next_sibling[child])
      if (sayso_tree_deprel_is (&self->tree, child, "aux") && has_sign (self, child, "unreal"))
        return TRUE;

  return sayso_tree_child_word (&self->tree, cue, "mark", "to") >= 0 &&
         !(token->head >= 0 && has_sign (self, token->head, "goes-on"));
}

/* "described him | as “careful”", "was charged | with theft" */
static gboolean
has_preposition (const SaysoExtractor *self, guint cue, const char *lemmas)
{
  for (int child = self->tree.first_child[cue]; child >= 0; child = self->tree.next_sibling[child])
    if (sayso_tree_child_word (&self->tree, child, "case mark", lemmas) >= 0)
      return TRUE;

  return FALSE;
}

/* "allegedly | hit by a fire", "appear | to be new": of what, stands elsewhere. */
static gboolean
is_of_nothing (const SaysoExtractor *self, const GArray *content)
{
  SaysoRun run = sayso_extractor_run (self, g_array_index (content, SaysoSpan, 0));

  return content->len == 1 && run.first <= run.last &&
         ((sayso_extractor_token (self, run.first)->upos == SAYSO_UPOS_PART &&
           sayso_tree_lemma_in (&self->tree, run.first, "to")) ||
          (sayso_extractor_token (self, run.first)->upos == SAYSO_UPOS_VERB &&
           sayso_tree_child (&self->tree, run.first, "nsubj nsubj:pass") < 0));
}

/* Reasons for which nobody is shown to say or think anything at all. */
static const char described[] = "its cue only describes", nobody[] = "its source is nobody in particular",
                  no_noun[] = "its noun is no word of saying", of_whom[] = "no more is told than of whom",
                  about[] = "what it is about, and not what it says";

/* Whether what sayso_claims_weigh() found speaks against more than showing it. */
gboolean
sayso_claims_is_nothing (const char *reason)
{
  return reason == described || reason == nobody || reason == no_noun || reason == of_whom || reason == about;
}

static const char *
weigh_source (const SaysoExtractor *self, const SaysoAttribution *attribution)
{
  guint cue = attribution->cue_head;
  SaysoRun run = sayso_extractor_run (self, g_array_index (attribution->source, SaysoSpan, 0));
  const SaysoExtractedMention *mention = sayso_extractor_mention_at (self, sayso_claims_head_of (self, run));
  gboolean noun = FALSE, passive;
  int doer;

  for (guint t = run.first; t <= run.last; t++)
    switch (sayso_extractor_token (self, t)->upos)
      {
      case SAYSO_UPOS_NOUN:
      case SAYSO_UPOS_PROPN:
      case SAYSO_UPOS_PRON:
      case SAYSO_UPOS_X:
        noun = TRUE;
        break;
      case SAYSO_UPOS_DET:
      case SAYSO_UPOS_ADJ:
      case SAYSO_UPOS_NUM:
        noun = noun || sayso_tree_deprel_is (&self->tree, t, "nsubj nsubj:pass obl obl:agent");
        break;
      default:
        break;
      }
  if (!noun || sayso_extractor_token (self, sayso_claims_head_of (self, run))->upos == SAYSO_UPOS_VERB)
    return "its source is no noun";
  for (guint t = run.first; t <= run.last; t++)
    if (sayso_tree_deprel_is (&self->tree, t, "nsubj nsubj:pass") && sayso_extractor_token (self, t)->head > (int) t &&
        sayso_extractor_token (self, t)->head <= (int) run.last &&
        !sayso_tree_deprel_is (&self->tree, sayso_extractor_token (self, t)->head, "acl acl:relcl advcl"))
      return "its source is a clause";
  if (sayso_extractor_noun_is (self, sayso_claims_head_of (self, run), "product") ||
      (mention != NULL && mention->form == SAYSO_FORM_NAME &&
       sayso_extractor_actor (self, mention->actor)->kind == SAYSO_NAME_PRODUCT))
    return "its source is a thing that does not speak";
  if ((run.first == run.last && has_sign (self, run.first, "no-one") &&
       sayso_tree_child (&self->tree, run.first, "nmod") < 0) ||
      sayso_tree_lemma_in (&self->tree, run.first, "no none neither"))
    return nobody;
  /* "Records show that …", and not "The city showed that …" */
  if (has_sign (self, cue, "shows") && g_strcmp0 (attribution->source_kind, "document") != 0 &&
      !sayso_extractor_noun_is (self, sayso_claims_head_of (self, run), "document"))
    return "its source is no document, and shows";
  if (sayso_claims_is_citing (self, cue))
    return stands_in (self, sayso_claims_head_of (self, run), attribution->content) ? "its source is told" : NULL;
  if (stands_in (self, sayso_claims_head_of (self, run), attribution->content))
    return "its source stands in what is said";
  if (sayso_extractor_token (self, cue)->upos != SAYSO_UPOS_VERB ||
      sayso_tree_deprel_is (&self->tree, cue, "case fixed"))
    return NULL;

  passive = sayso_tree_is_passive (&self->tree, cue);
  doer = find_doer (self, cue);
  if (doer < 0)
    return NULL;
  if (passive && !has_sign (self, cue, "quoted"))
    return stands_in (self, doer, attribution->source) ? "its source is told, and does not tell" : NULL;
  if (!passive && !stands_in (self, doer, attribution->source) && (guint) doer != run.first &&
      !is_doer_above (self, cue, attribution->source))
    return "another than its source does what the cue tells";

  return NULL;
}

gboolean
sayso_claims_is_citing (const SaysoExtractor *self, guint cue)
{
  return has_sign (self, cue, "citing") && sayso_tree_deprel_is (&self->tree, cue, "advcl acl") &&
         !sayso_tree_is_passive (&self->tree, cue);
}

/* Whether the tables know the cue for a word of saying. */
gboolean
sayso_claims_is_known (const SaysoExtractor *self, guint cue)
{
  return has_sign (self, cue, "thing") || has_sign (self, cue, "event") || has_sign (self, cue, "nobody") ||
         has_sign (self, cue, "noun") || has_sign (self, cue, "infinitive") || has_sign (self, cue, "quoted");
}

const char *
sayso_claims_weigh (const SaysoExtractor *self, const SaysoAttribution *attribution)
{
  guint cue = attribution->cue_head, words = count_words (self, attribution->content);
  const SaysoToken *token = sayso_extractor_token (self, cue);
  const char *reason = NULL;
  gboolean quoted = is_quoted (self, cue, attribution->content);
  Tie tie = find_tie (self, cue, attribution->content);
  gboolean according =
      sayso_tree_deprel_is (&self->tree, cue, "case") || sayso_tree_lemma_in (&self->tree, cue, "accord");

  if (attribution->source->len == 0 && !(has_sign (self, cue, "nobody") && needs_nobody (self, cue)) &&
      !(token->upos == SAYSO_UPOS_NOUN && has_sign (self, cue, "noun") &&
        opens_with (self, attribution->content, "that of about")))
    return "it has no source";
  if (attribution->source->len == 0 && token->upos != SAYSO_UPOS_NOUN &&
      (is_of_nothing (self, attribution->content) || opens_with (self, attribution->content, "which who")))
    return "of whom it is told stands elsewhere";
  /* "other missions | being considered", "it does not | seem to work" */
  if (attribution->source->len == 0 && token->upos == SAYSO_UPOS_VERB)
    {
      if (tie != TIE_CLAUSE && sayso_tree_deprel_is (&self->tree, cue, "acl"))
        return described;
      if (sayso_tree_child_word (&self->tree, cue, "advmod", "not never n't") >= 0)
        return "it is not said";
    }
  if (attribution->source->len > 0)
    reason = weigh_source (self, attribution);
  if (reason != NULL)
    return reason;
  if (is_unreal (self, cue))
    return "nobody has said it yet";
  /* "The minister denied that." */
  if (words < 2 && !quoted && !(has_sign (self, cue, "disputes") && words == 1))
    return "too little is said";
  if (words < 4 && tie != TIE_CLAUSE && !has_sign (self, cue, "disputes") &&
      opens_with (self, attribution->content, "that which who whom what"))
    return "what is said stands elsewhere";
  if (according)
    return words < 3 ? "too little is said" : NULL;

  switch (token->upos)
    {
    case SAYSO_UPOS_VERB:
      if (sayso_tree_deprel_is (&self->tree, cue, "amod compound"))
        return described;
      if (has_sign (self, cue, "mute"))
        return "its cue is no word of saying";
      if (lacks_subject (self, cue, attribution->content))
        return "what is said lacks its subject";
      if (attribution->stance == SAYSO_STANCE_STATEMENT && !has_sign (self, cue, "disputes") &&
          sayso_tree_child_word (&self->tree, cue, "advmod", "not never n't") >= 0)
        return "it is not said";
      if (sayso_claims_hides_name (self,
                                   sayso_claims_head_of (self,
                                                         sayso_extractor_run (self, g_array_index (attribution->content,
                                                                                                   SaysoSpan, 0)))))
        return nobody;
      if (is_infinitive (self, attribution->content))
        return has_sign (self, cue, "infinitive") || has_sign (self, cue, "nobody") ||
                       (has_sign (self, cue, "infinitive-on") && calls_on (self, cue))
                   ? NULL
                   : "an infinitive, and no verb of saying";
      if (quoted || tie == TIE_CLAUSE || sayso_claims_is_citing (self, cue) ||
          (tie == TIE_LOOSE && (has_sign (self, cue, "infinitive") || has_sign (self, cue, "thing") ||
                                (has_sign (self, cue, "infinitive-on") && !takes_infinitive (self, cue)))))
        return NULL;
      if (has_sign (self, cue, "thing") && !has_sign (self, cue, "disputes") && !has_sign (self, cue, "nobody") &&
          is_only_whom (self, attribution->content))
        return of_whom;
      /* "is expected | to close", "is seen | as cheap", and not "was seen | in Oslo" */
      if (has_sign (self, cue, "thing") || (has_sign (self, cue, "nobody") && needs_nobody (self, cue) &&
                                            (tie != TIE_NONE || has_preposition (self, cue, "as"))))
        return NULL;
      if (!has_sign (self, cue, "event") && !has_sign (self, cue, "nobody"))
        return "what is said is neither a clause nor a quotation";
      return is_event (self, attribution->content) || has_preposition (self, cue, "as")
                 ? NULL
                 : "what is told of does not happen";
    case SAYSO_UPOS_NOUN:
      if (!has_sign (self, cue, "noun"))
        return no_noun;
      /* "her statement on the sale": what it is about, and not what it says. */
      if (opens_with (self, attribution->content, "on about over regarding for against"))
        return about;
      return hangs_from_noun (self, cue, attribution->content) &&
                     (quoted || (tie != TIE_NONE && words > 3) || has_verb (self, attribution->content))
                 ? NULL
                 : "what is said is neither a clause nor a quotation";
    case SAYSO_UPOS_ADV:
      return has_sign (self, cue, "nobody") && attribution->source->len == 0 ? NULL : "its cue is no word of saying";
    case SAYSO_UPOS_ADJ:
    case SAYSO_UPOS_AUX:
      /* "careful not to speak" */
      if (token->upos == SAYSO_UPOS_ADJ && attribution->source->len > 0 && has_infinitive (self, attribution->content))
        return "an infinitive, and no verb of saying";
      return quoted || tie != TIE_NONE ? NULL : "what is said is neither a clause nor a quotation";
    case SAYSO_UPOS_PROPN:
      return "its cue is no word of saying";
    default:
      return quoted ? NULL : "its cue is no word of saying";
    }
}

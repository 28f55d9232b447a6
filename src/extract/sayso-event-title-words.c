/* sayso-event-title-words.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-event-title-private.h"

/* The words of a title: names for pronouns, phrases without what can be left out. */

/* So many that are joined by "and" are told behind the first. */
#define JOINED_MAX 3
/* A description that stands for a pronoun is no longer than this. */
#define DESCRIPTION_CHARS 24

/* What an auxiliary is in a title: written out, and as it goes with a name that stands for "I", "we" or "they". */
static const struct
{
  const char *lemma;
  const char *form;
  const char *whole;
  const char *third;
} auxiliaries[] = {
  { "will", "ll", "will", "will" }, { "be", "re", "are", "is" },        { "be", "m", "am", "is" },
  { "be", "s", "is", "is" },        { "have", "ve", "have", "has" },    { "have", "s", "has", "has" },
  { "have", "d", "had", "had" },    { "would", "d", "would", "would" }, { "be", "are", "are", "is" },
  { "be", "am", "am", "is" },       { "have", "have", "have", "has" },  { "do", "do", "do", "does" },
  { "be", "were", "were", "was" },
};

/* What a speaker's own pronouns are where somebody tells of them. */
static const struct
{
  const char *first;
  const char *third;
} speakers[] = {
  { "my", "their" }, { "our", "their" },         { "me", "them" },
  { "us", "them" },  { "myself", "themselves" }, { "ourselves", "themselves" },
};

static const SaysoToken *
token_at (const SaysoTitle *self, guint token)
{
  return sayso_extractor_token (self->extractor, token);
}

/* In "the product that was sold" the noun for which "that" stands; else the token itself. */
int
sayso_frame_named_by (const SaysoExtractor *self, int token)
{
  const SaysoToken *t = sayso_extractor_token (self, token);

  if (t->lemma != NULL && sayso_table_cell_has ("who which that", t->lemma) && t->head >= 0 &&
      sayso_tree_deprel_is (&self->tree, t->head, "acl:relcl acl") && sayso_extractor_token (self, t->head)->head >= 0)
    return sayso_extractor_token (self, t->head)->head;

  return token;
}

void
sayso_title_append_text (SaysoTitle *self, const char *text, gboolean space)
{
  if (self->full || *text == '\0')
    return;
  if (self->line->len > 0 && g_utf8_strlen (self->line->str, -1) + g_utf8_strlen (text, -1) + space > TITLE_CHARS)
    {
      if (self->cut > 0)
        g_string_truncate (self->line, self->cut);
      while (self->line->len > 0 && strchr (" ,;:-", self->line->str[self->line->len - 1]) != NULL)
        g_string_truncate (self->line, self->line->len - 1);
      if (self->cut == 0)
        g_string_append (self->line, "…");
      self->full = TRUE;
      return;
    }
  if (space && self->line->len > 0)
    g_string_append_c (self->line, ' ');
  g_string_append (self->line, text);
}

/* Whether the title has named the actor: what points to it may stay a pronoun. */
static gboolean
is_told (const SaysoTitle *self, guint actor)
{
  for (guint i = 0; i < self->n_told; i++)
    if (self->told[i] == actor)
      return TRUE;

  return FALSE;
}

static void
add_told (SaysoTitle *self, guint token)
{
  const SaysoExtractedMention *mention = sayso_extractor_mention_at (self->extractor, token);

  if (mention != NULL && self->n_told < G_N_ELEMENTS (self->told) && !is_told (self, mention->actor))
    self->told[self->n_told++] = mention->actor;
}

/*
 * The name of whom a pronoun or "the company" stands for, where that is known and the title has not named it. "A
 * program" is a new one.
 */
const char *
sayso_title_find_name (const SaysoTitle *self, guint token)
{
  const SaysoExtractedMention *mention;
  const SaysoExtractedActor *actor;

  if (self->extractor->mention[token] == SAYSO_NONE)
    return NULL;
  mention =
      &g_array_index (self->extractor->extraction->mentions, SaysoExtractedMention, self->extractor->mention[token]);
  actor = sayso_extractor_actor (self->extractor, mention->actor);
  if (mention->form == SAYSO_FORM_NAME || mention->actor == self->actor || is_told (self, mention->actor) ||
      (actor->unnamed && token_at (self, token)->upos != SAYSO_UPOS_PRON) ||
      (sayso_tree_child_word (&self->extractor->tree, token, "det", "a another some") >= 0 &&
       !sayso_tree_deprel_is (&self->extractor->tree, token, "appos")))
    return NULL;

  /* "its users of an apparent data breach": a description is no name to say again. */
  if (actor->unnamed && g_utf8_strlen (actor->name, -1) > DESCRIPTION_CHARS && self->actor != SAYSO_NONE)
    return NULL;

  return actor->name;
}

static gboolean
is_possessive (const SaysoTitle *self, guint token)
{
  return sayso_tree_deprel_is (&self->extractor->tree, token, "nmod:poss");
}

void
sayso_title_append_token (SaysoTitle *self, guint token, gboolean space)
{
  g_autofree char *text = sayso_extractor_text (self->extractor, (SaysoRun) { token, token }, TITLE_CHARS);
  const char *name = token_at (self, token)->upos == SAYSO_UPOS_PRON ? sayso_title_find_name (self, token) : NULL;

  if (name != NULL)
    {
      gboolean plural = g_str_has_suffix (name, "s") && sayso_title_is_plural (self->extractor, token);
      g_autofree char *owner = g_strconcat (name, plural ? "’" : "’s", NULL);

      add_told (self, token);
      sayso_title_append_text (self, is_possessive (self, token) ? owner : name, space);
      return;
    }
  if (self->extractor->mention[token] != SAYSO_NONE && token_at (self, token)->upos != SAYSO_UPOS_PRON)
    add_told (self, token);
  /* "I sold my ship", told of whoever said it */
  if (self->named && token_at (self, token)->upos == SAYSO_UPOS_PRON)
    for (guint i = 0; i < G_N_ELEMENTS (speakers); i++)
      if (g_ascii_strcasecmp (text, speakers[i].first) == 0)
        {
          sayso_title_append_text (self, speakers[i].third, space);
          return;
        }
  /* "The" that began the sentence */
  if (self->line->len > 0 && token_at (self, token)->upos == SAYSO_UPOS_DET && g_ascii_isupper (*text))
    *text = g_ascii_tolower (*text);
  sayso_title_append_text (self, text, space);
}

/* An auxiliary written out ("we’ve": "have"), and bent to the name of the subject. */
void
sayso_title_append_auxiliary (SaysoTitle *self, guint token)
{
  g_autofree char *text = sayso_extractor_text (self->extractor, (SaysoRun) { token, token }, TITLE_CHARS);
  const char *form = text;

  while (*form == '\'' || g_str_has_prefix (form, "’"))
    form = g_utf8_next_char (form);
  /* "he’s been", "who’d endorsed" */
  if (g_str_equal (form, "s") && (sayso_tree_lemma_in (&self->extractor->tree, token + 1, "be") ||
                                  sayso_tree_deprel_is (&self->extractor->tree, token, "aux")))
    {
      const SaysoToken *head = token_at (self, token_at (self, token)->head);

      sayso_title_append_text (self,
                               (head->morph & SAYSO_MORPH_GERUND) != 0 &&
                                       !sayso_tree_lemma_in (&self->extractor->tree, token + 1, "be")
                                   ? "is"
                                   : "has",
                               TRUE);
      return;
    }
  if (g_str_equal (form, "d"))
    {
      const SaysoToken *head = token_at (self, token_at (self, token)->head);

      sayso_title_append_text (self, (head->morph & SAYSO_MORPH_INFINITIVE) != 0 ? "would" : "had", TRUE);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (auxiliaries); i++)
    if (sayso_tree_lemma_in (&self->extractor->tree, token, auxiliaries[i].lemma) &&
        g_ascii_strcasecmp (form, auxiliaries[i].form) == 0)
      {
        sayso_title_append_text (self, self->named ? auxiliaries[i].third : auxiliaries[i].whole, TRUE);
        return;
      }
  sayso_title_append_text (self, text, TRUE);
}

static gboolean
is_in_quotes (const SaysoTitle *self)
{
  const char *open = g_strrstr (self->line->str, "“"), *close = g_strrstr (self->line->str, "”");

  return open != NULL && (close == NULL || close < open);
}

/* "because they lost": a reason or a time of its own, which no title needs. */
static gboolean
begins_aside (const SaysoTitle *self, guint token)
{
  const SaysoTree *tree = &self->extractor->tree;
  SaysoUpos before = token_at (self, token - 1)->upos;

  return token > self->keep && sayso_tree_deprel_is (tree, token, "mark") &&
         sayso_tree_lemma_in (tree, token, "because after while if when although since as before until so unless") &&
         (before == SAYSO_UPOS_NOUN || before == SAYSO_UPOS_PROPN || before == SAYSO_UPOS_NUM ||
          before == SAYSO_UPOS_ADJ);
}

/* "the Norlund Department | of Revenue" */
static gboolean
is_in_name (const SaysoTitle *self, guint token)
{
  int head = token;

  for (guint hops = 0; hops < 4 && head >= 0; hops++)
    {
      const SaysoExtractedMention *mention = sayso_extractor_mention_at (self->extractor, head);

      if (mention != NULL && mention->form == SAYSO_FORM_NAME &&
          sayso_span_contains (mention->span, token_at (self, token)->span))
        return TRUE;
      head = token_at (self, head)->head;
    }

  return FALSE;
}

/* Where a line that grows too long may end: before what tells more of a noun, or of a verb that has its object. */
gboolean
sayso_title_may_end_before (const SaysoTitle *self, guint token)
{
  const SaysoTree *tree = &self->extractor->tree;
  const SaysoToken *t = token_at (self, token);

  if (token <= self->keep || is_in_quotes (self) || self->in_time[token - 1] || is_in_name (self, token) ||
      (token_at (self, token - 1)->upos != SAYSO_UPOS_NOUN && token_at (self, token - 1)->upos != SAYSO_UPOS_PROPN &&
       token_at (self, token - 1)->upos != SAYSO_UPOS_NUM))
    return FALSE;
  if (sayso_tree_deprel_is (tree, token, "case mark"))
    return t->head > (int) token;

  return (sayso_tree_deprel_is (tree, token, "acl acl:relcl advcl") && tree->left[token] == token) ||
         (sayso_tree_lemma_in (tree, token, "who which that whose where") && t->head > (int) token);
}

/*
 * The tokens on one line; a comma begins what can be left out, and so can times from @timeless on (%G_MAXUINT: all
 * stay).
 */
void
sayso_title_append_words (SaysoTitle *self, SaysoRun run, guint timeless)
{
  const SaysoTree *tree = &self->extractor->tree;

  for (guint i = run.first; i <= run.last && !self->full; i++)
    {
      gboolean space = i == run.first || token_at (self, i - 1)->end < token_at (self, i)->start ||
                       sayso_tree_is_mark (tree, i - 1, "[]*_");

      /* "a cloned (spoofed) address" */
      if (i > run.first && sayso_tree_is_mark (tree, i, "("))
        {
          guint end = i;

          while (end < run.last && !sayso_tree_is_mark (tree, end, ")"))
            end++;
          if (end == run.last)
            break;
          i = end;
          continue;
        }
      /* Marks of a plain text's own markup */
      if (sayso_tree_is_mark (tree, i, "[]*_"))
        continue;
      if (i > run.first && sayso_tree_is_mark (tree, i, ",;—–") &&
          !(i < run.last && token_at (self, i + 1)->upos == SAYSO_UPOS_ADJ && sayso_tree_is_mark (tree, i, ",")))
        break;
      if (i > run.first && begins_aside (self, i))
        break;
      /* "the fall of the mayor and subsequently with the" */
      if (i > run.first && sayso_tree_deprel_is (tree, i, "cc") && token_at (self, i)->head > (int) i &&
          sayso_tree_child (tree, token_at (self, i)->head, "case") >= 0)
        break;
      /* "its own network"; "for almost a year", which dates tell; but what is quoted stays whole */
      if (!is_in_quotes (self) &&
          ((sayso_tree_lemma_in (tree, i, "own") && i > run.first && is_possessive (self, i - 1)) ||
           (i >= timeless &&
            (self->in_time[i] || (token_at (self, i)->head > (int) i && self->in_time[token_at (self, i)->head]) ||
             (i > run.first && self->in_time[i - 1] && sayso_tree_deprel_is (tree, i, "case") &&
              token_at (self, i)->head < (int) i)))))
        continue;
      if (self->line->len > 0 && sayso_title_may_end_before (self, i) &&
          (self->cut == 0 || !sayso_tree_lemma_in (tree, i, "of")))
        self->cut = self->line->len;
      sayso_title_append_token (self, i, space);
    }
}

void
sayso_title_append_run (SaysoTitle *self, SaysoRun run)
{
  sayso_title_append_words (self, run, G_MAXUINT);
}

/* A noun's phrase without what only links it to the rest ("when", "both"), with the name that stands right behind it.
 */
SaysoRun
sayso_title_find_phrase (const SaysoTitle *self, guint noun)
{
  const SaysoTree *tree = &self->extractor->tree;
  SaysoRun run = sayso_tree_phrase (tree, noun);
  int next = run.last + 1;

  /* The preposition of "at least ten" is not the noun's. */
  while (run.first < run.last && ((token_at (self, run.first)->head == (int) noun &&
                                   sayso_tree_deprel_is (tree, run.first, "case mark cc cc:preconj punct")) ||
                                  sayso_tree_lemma_in (tree, run.first, "when where how why while")))
    run.first++;
  /* "the broker Velar Corp." */
  for (int child = tree->first_child[noun]; child >= 0; child = tree->next_sibling[child])
    if (sayso_tree_deprel_is (tree, child, "appos") && (int) tree->left[child] == next &&
        token_at (self, next)->upos != SAYSO_UPOS_PUNCT)
      run.last = sayso_tree_phrase (tree, child).last;

  return run;
}

/* "Velar Corp., Oduya Ltd. and the mayor". */
void
sayso_title_append_joined (SaysoTitle *self, guint noun)
{
  const SaysoTree *tree = &self->extractor->tree;
  guint n = 0, done = 0;

  for (int child = tree->first_child[noun]; child >= 0; child = tree->next_sibling[child])
    n += child > (int) noun && !self->in_time[child] && sayso_tree_deprel_is (tree, child, "conj") &&
         sayso_tree_child_word (tree, child, "cc", "but or nor") < 0;
  for (int child = tree->first_child[noun]; child >= 0 && done < n; child = tree->next_sibling[child])
    if (child > (int) noun && sayso_tree_deprel_is (tree, child, "conj"))
      {
        gboolean last = ++done == n || done == JOINED_MAX;

        if (token_at (self, child)->upos == SAYSO_UPOS_VERB || self->in_time[child])
          return;
        sayso_title_append_text (self, last ? "and" : ",", last);
        if (done == JOINED_MAX && done < n)
          {
            sayso_title_append_text (self, "others", TRUE);
            return;
          }
        sayso_title_append_run (self, sayso_title_find_phrase (self, child));
      }
}

/* The words of a noun's phrase; what dates it behind the noun ("a rally on Thursday by workers") is left out. */
static void
append_phrase (SaysoTitle *self, guint noun)
{
  SaysoRun run = sayso_title_find_phrase (self, noun);
  guint timeless = noun + 1;

  for (guint i = noun + 1; i <= run.last; i++)
    if (self->in_time[i] == SAYSO_IN_DURATION)
      timeless = G_MAXUINT;
  sayso_title_append_words (self, run, timeless);
}

void
sayso_title_append_noun (SaysoTitle *self, int token, gboolean is_subject)
{
  SaysoExtractor *extractor = self->extractor;
  const char *name;

  token = sayso_frame_named_by (extractor, token);
  if (extractor->mention[token] == SAYSO_NONE)
    token = sayso_event_find_named (extractor, token);
  name = sayso_title_find_name (self, token);
  if (is_subject && extractor->mention[token] != SAYSO_NONE)
    {
      self->actor =
          g_array_index (extractor->extraction->mentions, SaysoExtractedMention, extractor->mention[token]).actor;
      self->named = name != NULL && token_at (self, token)->upos == SAYSO_UPOS_PRON &&
                    sayso_tree_child (&extractor->tree, token, "conj") < 0;
    }
  if (name != NULL)
    sayso_title_append_text (self, name, TRUE);
  else
    append_phrase (self, token);
  if (!is_subject && !self->full)
    self->cut = self->line->len;
  sayso_title_append_joined (self, token);
}

gboolean
sayso_title_is_plural (const SaysoExtractor *self, int token)
{
  if (token < 0)
    return FALSE;
  token = sayso_frame_named_by (self, token);
  if (sayso_tree_child (&self->tree, token, "conj") >= 0 &&
      sayso_tree_child_word (&self->tree, sayso_tree_child (&self->tree, token, "conj"), "cc", "or nor") < 0)
    return TRUE;
  /* "the United States eases" */
  if (self->mention[token] != SAYSO_NONE && sayso_extractor_mention_at (self, token)->form == SAYSO_FORM_NAME &&
      sayso_extractor_actor (self, sayso_extractor_mention_at (self, token)->actor)->kind == SAYSO_NAME_PLACE)
    return FALSE;

  return (sayso_extractor_token (self, token)->morph & SAYSO_MORPH_PLURAL) != 0 ||
         sayso_tree_lemma_in (&self->tree, token, "they these those we you");
}

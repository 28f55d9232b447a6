/* sayso-event-title.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-event-private.h"

/* A title is about so long, and a phrase at its end so many words. */
#define TITLE_CHARS 90
#define TAIL_WORDS 10

/* So many that are joined by "and" are told behind the first. */
#define JOINED_MAX 3

/*
 * Title: a title while it is made.
 * @extractor: the extraction
 * @in_time: whether each token belongs to a time expression
 * @line: what there is of it
 * @actor: who is its subject, or %SAYSO_NONE
 * @named: whether a name stands where the text has a pronoun for its subject
 * @full: whether it has all it can hold
 */
typedef struct
{
  SaysoExtractor *extractor;
  const guint8 *in_time;
  GString *line;
  guint actor;
  gboolean named;
  gboolean full;
} Title;

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

static const SaysoToken *
token_at (const Title *self, guint token)
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

static void
append_text (Title *self, const char *text, gboolean space)
{
  if (self->full || *text == '\0')
    return;
  if (self->line->len > 0 && g_utf8_strlen (self->line->str, -1) + g_utf8_strlen (text, -1) + space > TITLE_CHARS)
    {
      while (self->line->len > 0 && strchr (" ,;:-", self->line->str[self->line->len - 1]) != NULL)
        g_string_truncate (self->line, self->line->len - 1);
      g_string_append (self->line, "…");
      self->full = TRUE;
      return;
    }
  if (space && self->line->len > 0)
    g_string_append_c (self->line, ' ');
  g_string_append (self->line, text);
}

/* The name of whom a pronoun or "the company" stands for, where that is known and not who the title is about. */
static const char *
find_name (const Title *self, guint token)
{
  const SaysoExtractedMention *mention;
  const SaysoExtractedActor *actor;

  if (self->extractor->mention[token] == SAYSO_NONE)
    return NULL;
  mention =
      &g_array_index (self->extractor->extraction->mentions, SaysoExtractedMention, self->extractor->mention[token]);
  actor = sayso_extractor_actor (self->extractor, mention->actor);
  if (mention->form == SAYSO_FORM_NAME || mention->actor == self->actor ||
      (actor->unnamed && token_at (self, token)->upos != SAYSO_UPOS_PRON))
    return NULL;

  return actor->name;
}

static gboolean
is_possessive (const Title *self, guint token)
{
  return sayso_tree_deprel_is (&self->extractor->tree, token, "nmod:poss");
}

static void
append_token (Title *self, guint token, gboolean space)
{
  g_autofree char *text = sayso_extractor_text (self->extractor, (SaysoRun) { token, token }, TITLE_CHARS);
  const char *name = token_at (self, token)->upos == SAYSO_UPOS_PRON ? find_name (self, token) : NULL;

  if (name != NULL)
    {
      g_autofree char *owner = g_strconcat (name, "’s", NULL);

      append_text (self, is_possessive (self, token) ? owner : name, space);
      return;
    }
  /* "The" that began the sentence */
  if (self->line->len > 0 && token_at (self, token)->upos == SAYSO_UPOS_DET && g_ascii_isupper (*text) &&
      text[1] != '\0')
    *text = g_ascii_tolower (*text);
  append_text (self, text, space);
}

/* An auxiliary written out ("we’ve": "have"), and bent to the name of the subject. */
static void
append_auxiliary (Title *self, guint token)
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

      append_text (self,
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

      append_text (self, (head->morph & SAYSO_MORPH_INFINITIVE) != 0 ? "would" : "had", TRUE);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (auxiliaries); i++)
    if (sayso_tree_lemma_in (&self->extractor->tree, token, auxiliaries[i].lemma) &&
        g_ascii_strcasecmp (form, auxiliaries[i].form) == 0)
      {
        append_text (self, self->named ? auxiliaries[i].third : auxiliaries[i].whole, TRUE);
        return;
      }
  append_text (self, text, TRUE);
}

/* The tokens on one line; a comma begins what can be left out. */
static void
append_words (Title *self, SaysoRun run, gboolean skip_times)
{
  const SaysoTree *tree = &self->extractor->tree;

  for (guint i = run.first; i <= run.last && !self->full; i++)
    {
      gboolean space = i == run.first || token_at (self, i - 1)->end < token_at (self, i)->start;

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
      if (i > run.first && sayso_tree_is_mark (tree, i, ",;—–") &&
          !(i < run.last && token_at (self, i + 1)->upos == SAYSO_UPOS_ADJ && sayso_tree_is_mark (tree, i, ",")))
        break;
      /* "its own network"; "for almost a year", which dates tell */
      if ((sayso_tree_lemma_in (tree, i, "own") && i > run.first && is_possessive (self, i - 1)) ||
          (skip_times && ((self->in_time[i] && self->extractor->mention[i] == SAYSO_NONE) ||
                          (token_at (self, i)->head > (int) i && self->in_time[token_at (self, i)->head]) ||
                          (i > run.first && self->in_time[i - 1] && sayso_tree_deprel_is (tree, i, "case") &&
                           token_at (self, i)->head < (int) i))))
        continue;
      append_token (self, i, space);
    }
}

static void
append_run (Title *self, SaysoRun run)
{
  append_words (self, run, FALSE);
}

/* A noun's phrase without what only links it to the rest ("when", "both"), with the name that stands right behind it.
 */
static SaysoRun
find_phrase (const Title *self, guint noun)
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
static void
append_joined (Title *self, guint noun)
{
  const SaysoTree *tree = &self->extractor->tree;
  guint n = 0, done = 0;

  for (int child = tree->first_child[noun]; child >= 0; child = tree->next_sibling[child])
    n += child > (int) noun && sayso_tree_deprel_is (tree, child, "conj") &&
         sayso_tree_child_word (tree, child, "cc", "but or nor") < 0;
  for (int child = tree->first_child[noun]; child >= 0 && done < n; child = tree->next_sibling[child])
    if (child > (int) noun && sayso_tree_deprel_is (tree, child, "conj"))
      {
        gboolean last = ++done == n || done == JOINED_MAX;

        if (token_at (self, child)->upos == SAYSO_UPOS_VERB)
          return;
        append_text (self, last ? "and" : ",", last);
        if (done == JOINED_MAX && done < n)
          {
            append_text (self, "others", TRUE);
            return;
          }
        append_run (self, find_phrase (self, child));
      }
}

static void
append_noun (Title *self, int token, gboolean is_subject)
{
  SaysoExtractor *extractor = self->extractor;
  const char *name;

  token = sayso_frame_named_by (extractor, token);
  if (extractor->mention[token] == SAYSO_NONE)
    token = sayso_event_find_named (extractor, token);
  name = find_name (self, token);
  if (is_subject && extractor->mention[token] != SAYSO_NONE)
    {
      self->actor =
          g_array_index (extractor->extraction->mentions, SaysoExtractedMention, extractor->mention[token]).actor;
      self->named = name != NULL && token_at (self, token)->upos == SAYSO_UPOS_PRON &&
                    sayso_tree_child (&extractor->tree, token, "conj") < 0;
    }
  if (name != NULL)
    append_text (self, name, TRUE);
  else
    append_run (self, find_phrase (self, token));
  append_joined (self, token);
}

static gboolean
is_plural (const SaysoExtractor *self, int token)
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

/* "watch", "watches"; "carry", "carries". */
static void
append_present (Title *self, const char *lemma, gboolean plural)
{
  g_autoptr (GString) form = g_string_new (lemma);
  gsize n = form->len;

  if (!plural && n > 1 && lemma[n - 1] == 'y' && strchr ("aeiou", lemma[n - 2]) == NULL)
    g_string_overwrite (g_string_append (form, "es"), n - 1, "i");
  else if (!plural &&
           (g_str_has_suffix (lemma, "s") || g_str_has_suffix (lemma, "x") || g_str_has_suffix (lemma, "z") ||
            g_str_has_suffix (lemma, "ch") || g_str_has_suffix (lemma, "sh") || g_str_has_suffix (lemma, "o")))
    g_string_append (form, "es");
  else if (!plural)
    g_string_append_c (form, 's');
  append_text (self, form->str, TRUE);
}

/* The verb's words as they stand, without adverbs but "not"; @whole with auxiliaries, else from the verb on. */
static void
append_verb_words (Title *self, guint verb, gboolean whole)
{
  const SaysoTree *tree = &self->extractor->tree;
  const SaysoToken *token = token_at (self, verb);
  SaysoMorph morph = token->morph;

  for (int child = tree->first_child[verb]; child >= 0 && child < (int) verb && whole;
       child = tree->next_sibling[child])
    if (sayso_tree_deprel_is (tree, child, "aux aux:pass"))
      append_auxiliary (self, child);
    else if (sayso_tree_deprel_is (tree, child, "advmod") && sayso_tree_lemma_in (tree, child, "not n't never") &&
             (token_at (self, child - 1)->end < token_at (self, child)->start ||
              token_at (self, child - 1)->upos == SAYSO_UPOS_AUX))
      append_token (self, child, token_at (self, child - 1)->end < token_at (self, child)->start);
    else if (sayso_tree_deprel_is (tree, child, "mark") && sayso_tree_lemma_in (tree, child, "to"))
      append_text (self, "to", TRUE);
  if (self->named && (morph & SAYSO_MORPH_PRESENT) != 0 && (morph & SAYSO_MORPH_PARTICIPLE) == 0 &&
      token->lemma != NULL && sayso_tree_child (tree, verb, "aux") < 0)
    append_present (self, token->lemma, FALSE);
  else
    append_token (self, verb, TRUE);
  for (int child = tree->first_child[verb]; child >= 0; child = tree->next_sibling[child])
    if (child > (int) verb && child < (int) verb + 4 && sayso_tree_deprel_is (tree, child, "compound:prt"))
      append_token (self, child, TRUE);
}

/* Whether the subject is what the verb over this one has for its object: "ordered the firm to pay". */
static gboolean
is_object_above (const SaysoExtractor *self, const SaysoFrame *frame, int subject)
{
  return subject >= 0 && frame->over >= 0 && sayso_extractor_token (self, subject)->head == frame->over &&
         sayso_tree_deprel_is (&self->tree, subject, "obj iobj");
}

/*
 * The verb as one tells it: "had just been breached" was breached, "had been watching" was watching, "has also studied"
 * studied. A participle has no tense of its own: "the firm, watching the port" watches it, "the letter sent by
 * the firm" was sent.
 */
static void
append_verb (Title *self, const SaysoFrame *frame, int subject)
{
  const SaysoExtractor *extractor = self->extractor;
  const SaysoTree *tree = &extractor->tree;
  const SaysoToken *verb = token_at (self, frame->verb);
  g_autofree char *form = sayso_extractor_text (extractor, (SaysoRun) { frame->verb, frame->verb }, TITLE_CHARS);
  int has = sayso_tree_child_word (tree, frame->verb, "aux", "have");
  gboolean over = frame->over >= 0 && frame->over < (int) frame->verb && !is_object_above (extractor, frame, subject);
  gboolean plain = !over && sayso_tree_child_word (tree, frame->verb, "advmod", "not n't never") < 0;
  gboolean perfect = has >= 0 && plain &&
                     sayso_tree_child_word (tree, frame->verb, "aux", "will would may might could can should must") < 0;
  gboolean gerund = (verb->morph & SAYSO_MORPH_GERUND) != 0;
  const char *was = is_plural (extractor, subject) ? "were" : "was";

  if (over)
    append_verb_words (self, frame->over, TRUE);
  /* "allowed the team to look": the team looks; "wants the firm to pay": the firm to pay */
  else if (subject >= 0 && plain && (verb->morph & SAYSO_MORPH_INFINITIVE) != 0 && verb->lemma != NULL &&
           sayso_tree_child (tree, frame->verb, "aux aux:pass") < 0)
    {
      if (frame->factuality == SAYSO_FACTUALITY_ASSERTED)
        {
          append_present (self, verb->lemma, is_plural (extractor, subject));
          return;
        }
      append_text (self, "to", TRUE);
      append_verb_words (self, frame->verb, FALSE);
      return;
    }
  if (plain && subject >= 0 && sayso_tree_child (tree, frame->verb, "aux aux:pass") < 0 &&
      sayso_tree_deprel_is (tree, frame->verb, "acl acl:relcl advcl conj amod") && (frame->passive || gerund))
    {
      if (!frame->passive && verb->lemma != NULL && frame->factuality == SAYSO_FACTUALITY_PLANNED)
        {
          append_text (self, "to", TRUE);
          append_text (self, verb->lemma, TRUE);
          return;
        }
      if (!frame->passive && verb->lemma != NULL)
        {
          append_present (self, verb->lemma, is_plural (extractor, subject));
          return;
        }
      if (sayso_tree_deprel_is (tree, frame->verb, "acl acl:relcl amod conj"))
        append_text (self, was, TRUE);
    }
  else if (perfect && (frame->passive || gerund))
    append_text (self, was, TRUE);
  else if (!perfect || !g_str_has_suffix (form, "ed"))
    {
      append_verb_words (self, frame->verb, TRUE);
      return;
    }
  append_verb_words (self, frame->verb, FALSE);
}

/* The first of the phrases that say with what, where or to whom, if it is short. */
static void
append_oblique (Title *self, const SaysoFrame *frame, int after)
{
  const SaysoTree *tree = &self->extractor->tree;

  for (int rest = tree->first_child[frame->verb]; rest >= 0; rest = tree->next_sibling[rest])
    {
      SaysoRun run;

      if (rest <= after || self->in_time[rest] || rest == frame->agent || rest == frame->patient ||
          !sayso_tree_deprel_is (tree, rest, "obl") ||
          sayso_tree_is_mark (tree, tree->left[rest] > 0 ? tree->left[rest] - 1 : 0, ",") ||
          sayso_tree_child_word (tree, rest, "case", "accord before during since until follow") >= 0 ||
          (sayso_tree_child_word (tree, rest, "case", "after") >= 0 && self->extractor->mention[rest] == SAYSO_NONE) ||
          sayso_tree_lemma_in (tree, rest, "part fact case addition way order particular general turn") ||
          sayso_tree_child (tree, rest, "case") < 0 || token_at (self, rest)->upos == SAYSO_UPOS_PRON)
        continue;
      run = (SaysoRun) { tree->left[rest], MAX (find_phrase (self, rest).last, (guint) rest) };
      if (sayso_tree_is_mark (tree, run.first, ",;:—–(-"))
        continue;
      if (run.last - run.first >= TAIL_WORDS)
        run.last = rest;
      if (find_name (self, rest) != NULL)
        {
          append_run (self, (SaysoRun) { run.first, sayso_tree_child (tree, rest, "case") });
          append_text (self, find_name (self, rest), TRUE);
        }
      else if (run.last - run.first < TAIL_WORDS)
        append_run (self, run);
      return;
    }
}

/* What is told about in a clause: its subject, verb and object, without what stands between commas. */
static void
append_clause (Title *self, int clause)
{
  const SaysoTree *tree = &self->extractor->tree;
  int object = sayso_tree_child (tree, clause, "obj xcomp obl:agent"), subject = sayso_tree_subject (tree, clause);
  guint last = clause, first = tree->left[clause];
  gboolean whole = TRUE;

  /* "were warned, it appears" */
  if (first > 0 && sayso_tree_is_mark (tree, first - 1, ","))
    return;
  if (object > clause)
    last = sayso_tree_deprel_is (tree, object, "xcomp") ? tree->right[object] : sayso_tree_phrase (tree, object).last;
  for (guint i = first; i < (guint) clause; i++)
    whole = whole && !sayso_tree_is_mark (tree, i, ",;(");
  if (whole)
    append_words (self, (SaysoRun) { first, last }, TRUE);
  else if (subject >= (int) first && subject < clause)
    {
      if (sayso_tree_lemma_in (tree, first, "that"))
        append_text (self, "that", TRUE);
      append_run (self, find_phrase (self, subject));
      append_verb_words (self, clause, TRUE);
      if (object > clause)
        append_run (self, (SaysoRun) { tree->left[object], last });
    }
}

/* Quotation marks and brackets of which the other half is not there go. */
static void
balance (GString *line)
{
  static const struct
  {
    const char *open;
    const char *close;
  } pairs[] = { { "“", "”" }, { "\"", "\"" }, { "(", ")" }, { "«", "»" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const char *open = strstr (line->str, pairs[i].open), *close = NULL;

      if (open != NULL)
        close = strstr (open + strlen (pairs[i].open), pairs[i].close);
      if (close != NULL)
        continue;
      g_string_replace (line, pairs[i].open, "", 0);
      g_string_replace (line, pairs[i].close, "", 0);
    }
}

/* The clause that a verb needs: "said that they left", "declared her the winner", "opposed closing the port"; or -1. */
static int
find_clause (const SaysoTree *tree, guint verb)
{
  int clause = sayso_tree_child (tree, verb, "ccomp xcomp");

  if (clause < 0 && verb + 1 < tree->reading->tokens->len && sayso_tree_token (tree, verb + 1)->head == (int) verb &&
      sayso_tree_deprel_is (tree, verb + 1, "advcl") &&
      (sayso_tree_token (tree, verb + 1)->morph & SAYSO_MORPH_GERUND) != 0)
    clause = verb + 1;

  return clause;
}

static char *
finish (Title *self)
{
  char head[8] = { 0 };
  gunichar first;

  balance (self->line);
  while (self->line->len > 0 && strchr (" ,;:-", *self->line->str) != NULL)
    g_string_erase (self->line, 0, 1);
  first = g_utf8_get_char (self->line->str);
  g_unichar_to_utf8 (g_unichar_toupper (first), head);

  return g_strconcat (head, self->line->len > 0 ? g_utf8_next_char (self->line->str) : "", NULL);
}

/* Who did what to whom, in the words of the text, on one short line. */
char *
sayso_frame_make_title (SaysoEventFinder *finder, const SaysoFrame *frame)
{
  SaysoExtractor *extractor = finder->extractor;
  const SaysoTree *tree = &extractor->tree;
  g_autoptr (GString) line = g_string_new (NULL);
  Title self = { extractor, finder->in_time, line, SAYSO_NONE, FALSE, FALSE };
  int subject = frame->passive ? frame->patient : frame->agent, verb = frame->verb, after = verb, clause, told;

  if (subject >= 0)
    append_noun (&self, subject, TRUE);
  append_verb (&self, frame, subject);
  clause = find_clause (tree, verb);
  told = sayso_tree_child (tree, verb, "iobj");
  if (told > verb && frame->patient != told)
    append_noun (&self, told, FALSE);
  if (frame->last_object > frame->patient && frame->patient > verb)
    {
      after = frame->last_object;
      append_run (&self, (SaysoRun) { tree->left[frame->patient], find_phrase (&self, after).last });
    }
  else if (!frame->passive && frame->patient > verb)
    {
      after = frame->patient;
      append_noun (&self, after, FALSE);
      if (clause > after && sayso_tree_deprel_is (tree, clause, "ccomp"))
        append_clause (&self, clause);
      else if (clause > after && sayso_tree_child_word (tree, clause, "mark", "to") >= 0)
        append_clause (&self, clause);
      else if (clause > after && token_at (&self, clause)->upos != SAYSO_UPOS_VERB)
        append_run (&self, (SaysoRun) { tree->left[clause], MAX (find_phrase (&self, clause).last, (guint) clause) });
    }
  if (frame->passive && frame->agent > verb)
    {
      after = frame->agent;
      append_run (&self, (SaysoRun) { tree->left[after], find_phrase (&self, after).last });
      append_joined (&self, after);
    }
  else if (after == verb && !frame->passive && frame->patient >= 0 && frame->patient < verb)
    append_noun (&self, frame->patient, FALSE);
  else if (after == verb && clause > verb)
    append_clause (&self, clause);
  else
    append_oblique (&self, frame, after);

  return finish (&self);
}

/* "Theft of the archive". */
char *
sayso_frame_make_noun_title (SaysoEventFinder *finder, guint noun)
{
  g_autoptr (GString) line = g_string_new (NULL);
  Title self = { finder->extractor, finder->in_time, line, SAYSO_NONE, FALSE, FALSE };
  SaysoRun run = find_phrase (&self, noun);

  while (run.first < noun && sayso_tree_deprel_is (&finder->extractor->tree, run.first, "det"))
    run.first++;
  append_words (&self, run, TRUE);

  return finish (&self);
}

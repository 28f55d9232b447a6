/* sayso-antecedents.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-extractor-private.h"

#include <math.h>

#include "sayso-enum.h"
#include "sayso-quotes.h"
#include "sayso-reader-enums.h"

/*
 * Which noun before it a pronoun stands for. Every noun phrase of this sentence and the last ones is a candidate, also
 * those that name nobody: "it" may be the ship. What speaks for a candidate is weighed by antecedents.tsv, learned from
 * texts whose pronouns people have resolved (tools/train/antecedents.py); the pronoun stays open where no candidate
 * outweighs all others and nobody.
 *
 * A softmax over the candidates and nobody, summed over the mentions of one entity: the mention-ranking model of Denis
 * and Baldridge (2008) with the features of grammar that centering and Hobbs' search go by.
 */

/* So far back a pronoun reaches, in sentences and candidates. */
#define SENTENCES_BACK 3
#define CANDIDATES_MAX 48
#define HOPS 6

/* What may speak for a candidate or against it; the order is that of the names below. */
typedef enum
{
  NOUN,
  HERE,
  BEFORE,
  EARLIER,
  SUBJECT_HERE,
  SUBJECT_BEFORE,
  SUBJECT_EARLIER,
  OBJECT,
  OBLIQUE_HERE,
  OBLIQUE_BEFORE,
  POSSESSOR,
  ATTRIBUTE,
  CONJUNCT,
  TOPIC_BEFORE,
  TOPIC_BEFORE_FIRST,
  SUBJECT_ABOVE,
  NEXT_SUBJECT_ABOVE,
  SUBJECT_OF_OWNER,
  CALLED_BY_NAME,
  CALLED_BY_PRONOUN,
  DEFINITE,
  INDEFINITE,
  NEAREST,
  SECOND,
  THIRD,
  FURTHER,
  PERSON,
  BODY,
  THING,
  PLACE,
  OTHER_NAME,
  NO_KIND,
  PLURAL,
  COORDINATED,
  PARALLEL,
  SEX_TELLS,
  TWICE,
  OFTEN,
  ACROSS_QUOTES,
  N_SIGNS
} Sign;

static const char *const sign_names[N_SIGNS] = {
  "noun",
  "here",
  "before",
  "earlier",
  "subject-here",
  "subject-before",
  "subject-earlier",
  "object",
  "oblique-here",
  "oblique-before",
  "possessor",
  "attribute",
  "conjunct",
  "topic-before",
  "topic-before-first",
  "subject-above",
  "next-subject-above",
  "subject-of-owner",
  "name",
  "pronoun",
  "definite",
  "indefinite",
  "nearest",
  "second",
  "third",
  "further",
  "person",
  "body",
  "thing",
  "place",
  "other-name",
  "no-kind",
  "plural",
  "coordinated",
  "parallel",
  "sex-tells",
  "twice",
  "often",
  "across-quotes",
};

/* "he", "it", "they": each weighs for itself. */
typedef enum
{
  HE,
  IT,
  THEY,
  N_CLASSES
} Class;

typedef struct
{
  guint token;
  guint64 signs;
  guint entity;
  double share;
} Candidate;

typedef struct
{
  double weights[N_SIGNS][N_CLASSES];
  double least[N_CLASSES]; /* so sure it must be */
} Weights;

static gpointer
load_weights (gpointer data G_GNUC_UNUSED)
{
  const SaysoTable *table = sayso_extract_get_table ("antecedents.tsv");
  Weights *weights = g_new0 (Weights, 1);
  guint row;

  for (guint sign = 0; sign <= N_SIGNS; sign++)
    if (sayso_table_find (table, sign < N_SIGNS ? sign_names[sign] : "least", &row))
      for (guint class = 0; class < N_CLASSES; class ++)
        (sign < N_SIGNS ? weights->weights[sign] : weights->least)[class] =
            g_ascii_strtod (sayso_table_get (table, row, class + 1), NULL);

  return weights;
}

static const Weights *
get_weights (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_weights, NULL);
}

static gboolean
class_of (const SaysoToken *token, Class *class)
{
  if (token->upos != SAYSO_UPOS_PRON || token->lemma == NULL)
    return FALSE;
  if (sayso_table_cell_has ("he she him her his hers himself herself", token->lemma))
    *class = HE;
  else if (sayso_table_cell_has ("it its itself", token->lemma))
    *class = IT;
  else if (sayso_table_cell_has ("they them their theirs themselves", token->lemma))
    *class = THEY;
  else
    return FALSE;

  return TRUE;
}

/* 'f', 'm' or 0 */
static char
sex_of_pronoun (const char *lemma)
{
  return sayso_table_cell_has ("she her hers herself", lemma) ? 'f'
         : sayso_table_cell_has ("he him his himself", lemma) ? 'm'
                                                              : 0;
}

/* The kind that a candidate names or that its noun tells; FALSE where it tells none. */
static gboolean
kind_of (const SaysoExtractor *self, guint token, SaysoNameKind *kind)
{
  const SaysoExtractedMention *mention = sayso_extractor_mention_at (self, token);
  const char *name;
  int value;

  if (mention != NULL)
    {
      *kind = sayso_extractor_actor (self, mention->actor)->kind;
      return TRUE;
    }
  name = sayso_extractor_noun_kind (self, token);
  if (name == NULL || !sayso_enum_from_nick (SAYSO_TYPE_NAME_KIND, name, &value))
    return FALSE;
  *kind = value;

  return TRUE;
}

/* Whom a token speaks of, as far as it is known: an actor's number, or one of its own above all actors. */
static guint
entity_of (const SaysoExtractor *self, guint token)
{
  const SaysoExtractedMention *mention;
  guint base = self->extraction->actors->len;

  if (self->antecedent[token] != SAYSO_NONE)
    token = self->antecedent[token];
  mention = sayso_extractor_mention_at (self, token);
  if (mention != NULL)
    return mention->actor;

  return base + token;
}

static char
sex_of_candidate (const SaysoExtractor *self, guint token)
{
  const SaysoExtractedMention *mention = sayso_extractor_mention_at (self, token);
  const SaysoTable *nominals = sayso_extract_get_table ("nominals.tsv");
  const SaysoToken *t = sayso_extractor_token (self, token);
  int named = sayso_tree_child (&self->tree, token, "appos flat");
  guint row;

  /* "her lawyer, Jan Oduya" */
  if (mention == NULL && named >= 0)
    mention = sayso_extractor_mention_at (self, named);
  if (mention != NULL)
    return sayso_extractor_sex_of (self, mention->actor);
  if (t->upos == SAYSO_UPOS_PRON)
    return sex_of_pronoun (t->lemma);
  if (t->lemma != NULL && sayso_table_find (nominals, t->lemma, &row))
    return sayso_table_get (nominals, row, 3)[0];

  return 0;
}

/* "By Jan Oduya, 3 May 2014": who wrote it, of whom it does not tell. */
static gboolean
is_in_byline (const SaysoExtractor *self, guint token)
{
  const SaysoSentence *sentence = sayso_reading_sentence (self->reading, self->tree.sentence[token]);

  for (guint i = sentence->first; i < sentence->first + sentence->n_tokens; i++)
    if (sayso_extractor_token (self, i)->upos == SAYSO_UPOS_VERB ||
        sayso_extractor_token (self, i)->upos == SAYSO_UPOS_AUX)
      return FALSE;

  return sayso_tree_lemma_in (&self->tree, sentence->first, "by");
}

/* Whether the token heads a phrase that can be spoken of again. */
static gboolean
is_candidate (const SaysoExtractor *self, guint token)
{
  const SaysoToken *t = sayso_extractor_token (self, token);
  const SaysoExtractedMention *mention = sayso_extractor_mention_at (self, token);
  Class class;

  if (mention != NULL && mention->form == SAYSO_FORM_NAME)
    {
      SaysoRun run = sayso_extractor_run (self, mention->span);

      /* of a name only the word that leans out of it; of "the Velar engineers" the engineers */
      return (t->head < (int) run.first || t->head > (int) run.last) &&
             !sayso_tree_deprel_is (&self->tree, token, "compound amod flat") && !is_in_byline (self, token);
    }
  if (t->upos == SAYSO_UPOS_PRON)
    return class_of (t, &class);

  return t->upos == SAYSO_UPOS_NOUN && !sayso_tree_deprel_is (&self->tree, token, "compound flat fixed") &&
         !sayso_extractor_is_time (self, token);
}

static gboolean
is_plural (const SaysoExtractor *self, guint token)
{
  const SaysoToken *t = sayso_extractor_token (self, token);
  const SaysoExtractedMention *mention = sayso_extractor_mention_at (self, token);
  Class class;

  if (mention != NULL && mention->form == SAYSO_FORM_NAME)
    return FALSE;
  if (class_of (t, &class))
    return class == THEY;

  return (t->morph & SAYSO_MORPH_PLURAL) != 0;
}

/* What can be told at once to be somebody or something else. */
static gboolean
is_excluded (const SaysoExtractor *self, guint pronoun, Class class, guint token)
{
  const SaysoToken *p = sayso_extractor_token (self, pronoun), *t = sayso_extractor_token (self, token);
  SaysoNameKind kind;
  char wanted = sex_of_pronoun (p->lemma), sex;
  Class other;

  /* "the firm and its ships" leans on the firm, but "the captain of his ship" is not he */
  if (self->tree.left[token] <= pronoun && pronoun <= self->tree.right[token] &&
      !(sayso_tree_deprel_is (&self->tree, pronoun, "nmod:poss") && p->head != (int) token &&
        sayso_tree_child (&self->tree, token, "conj acl:relcl acl appos") >= 0))
    return TRUE;
  /* In "Oduya asked him" he is somebody else. */
  if (p->head >= 0 && t->head == p->head && !sayso_tree_deprel_is (&self->tree, pronoun, "nmod:poss") &&
      sayso_tree_deprel_is (&self->tree, token, "nsubj nsubj:pass obj iobj obl") && !g_str_has_suffix (p->lemma, "sel"))
    return TRUE;
  if (class_of (t, &other) && (other != class || (class == HE && sex_of_pronoun (t->lemma) != wanted)))
    return TRUE;
  if (class == HE)
    {
      sex = sex_of_candidate (self, token);
      if ((sex == 'f' || sex == 'm') && sex != wanted)
        return TRUE;
      if (t->upos == SAYSO_UPOS_NOUN && (!kind_of (self, token, &kind) || kind != SAYSO_NAME_PERSON))
        return TRUE;
      if (sayso_extractor_mention_at (self, token) != NULL && kind_of (self, token, &kind) &&
          kind != SAYSO_NAME_PERSON && kind != SAYSO_NAME_OTHER)
        return TRUE;
      return (t->morph & SAYSO_MORPH_PLURAL) != 0;
    }
  if (class == IT)
    return is_plural (self, token) ||
           (kind_of (self, token, &kind) && kind == SAYSO_NAME_PERSON &&
            (t->upos == SAYSO_UPOS_NOUN ||
             sayso_extractor_sex_of (self, sayso_extractor_mention_at (self, token)->actor) != 0));

  return FALSE;
}

/* How deep the pronoun stands below the verb whose subject the token is: 0 where it does not. */
static guint
hops_below_subject (const SaysoExtractor *self, guint pronoun, guint token)
{
  int verb = sayso_extractor_token (self, pronoun)->head;

  for (guint hops = 1, subjects = 0; verb >= 0 && hops <= HOPS; hops++, verb = sayso_extractor_token (self, verb)->head)
    {
      int subject = sayso_extractor_token (self, verb)->upos == SAYSO_UPOS_VERB ||
                            sayso_extractor_token (self, verb)->upos == SAYSO_UPOS_AUX ||
                            sayso_tree_child (&self->tree, verb, "cop") >= 0
                        ? sayso_tree_subject (&self->tree, verb)
                        : -1;

      if (subject < 0 || subject >= (int) pronoun || self->tree.right[subject] >= pronoun)
        continue;
      subjects++;
      if (subject == (int) token)
        return subjects;
    }

  return 0;
}

static guint
count_entity (const Candidate *candidates, guint n, guint entity)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    count += candidates[i].entity == entity;

  return count;
}

static guint64
weigh (const SaysoExtractor *self, const SaysoQuotes *quotes, guint pronoun, guint token, guint rank)
{
  const SaysoToken *p = sayso_extractor_token (self, pronoun), *t = sayso_extractor_token (self, token);
  const SaysoTree *tree = &self->tree;
  const SaysoExtractedMention *mention = sayso_extractor_mention_at (self, token);
  guint away = tree->sentence[pronoun] - tree->sentence[token];
  gboolean subject = sayso_tree_deprel_is (tree, token, "nsubj nsubj:pass nsubj:outer"), pronominal;
  gboolean oblique = sayso_tree_deprel_is (tree, token, "obl nmod obl:agent obl:unmarked");
  gboolean possessive = sayso_tree_deprel_is (tree, pronoun, "nmod:poss");
  guint hops = away == 0 ? hops_below_subject (self, pronoun, token) : 0;
  SaysoNameKind kind = SAYSO_NAME_OTHER;
  gboolean has_kind = kind_of (self, token, &kind);
  guint64 signs = G_GUINT64_CONSTANT (1) << NOUN;
  Class class;

#define SIGN(sign, condition) signs |= (guint64) ((condition) != 0) << (sign)
  pronominal = t->upos == SAYSO_UPOS_PRON;
  SIGN (HERE, away == 0);
  SIGN (BEFORE, away == 1);
  SIGN (EARLIER, away > 1);
  SIGN (SUBJECT_HERE, subject && away == 0);
  SIGN (SUBJECT_BEFORE, subject && away == 1);
  SIGN (SUBJECT_EARLIER, subject && away > 1);
  SIGN (OBJECT, sayso_tree_deprel_is (tree, token, "obj iobj"));
  SIGN (OBLIQUE_HERE, oblique && away == 0);
  SIGN (OBLIQUE_BEFORE, oblique && away > 0);
  SIGN (POSSESSOR, sayso_tree_deprel_is (tree, token, "nmod:poss"));
  SIGN (ATTRIBUTE, sayso_tree_child (tree, token, "cop") >= 0 || sayso_tree_deprel_is (tree, token, "appos"));
  SIGN (CONJUNCT, sayso_tree_deprel_is (tree, token, "conj"));
  SIGN (TOPIC_BEFORE, subject && away == 1 && t->head >= 0 && sayso_tree_deprel_is (tree, t->head, "root"));
  SIGN (TOPIC_BEFORE_FIRST, (signs & G_GUINT64_CONSTANT (1) << TOPIC_BEFORE) != 0 &&
                                pronoun <= sayso_reading_sentence (self->reading, tree->sentence[pronoun])->first + 2);
  SIGN (SUBJECT_ABOVE, hops == 1);
  SIGN (NEXT_SUBJECT_ABOVE, hops > 1);
  SIGN (SUBJECT_OF_OWNER, hops == 1 && possessive);
  SIGN (CALLED_BY_NAME, mention != NULL && mention->form == SAYSO_FORM_NAME);
  SIGN (CALLED_BY_PRONOUN, pronominal);
  SIGN (DEFINITE, !pronominal && sayso_tree_child_word (tree, token, "det", "the this that these those") >= 0);
  SIGN (INDEFINITE, !pronominal && sayso_tree_child_word (tree, token, "det", "a an another") >= 0);
  SIGN (NEAREST, rank == 0);
  SIGN (SECOND, rank == 1);
  SIGN (THIRD, rank == 2);
  SIGN (FURTHER, rank > 2);
  SIGN (PERSON, has_kind && kind == SAYSO_NAME_PERSON);
  SIGN (BODY, has_kind && (kind == SAYSO_NAME_ORGANIZATION || kind == SAYSO_NAME_AGENCY || kind == SAYSO_NAME_OUTLET ||
                           kind == SAYSO_NAME_GROUP));
  SIGN (THING, has_kind && kind == SAYSO_NAME_PRODUCT);
  SIGN (PLACE, has_kind && kind == SAYSO_NAME_PLACE);
  SIGN (OTHER_NAME, has_kind && kind == SAYSO_NAME_OTHER);
  SIGN (NO_KIND, !has_kind && !pronominal);
  SIGN (PLURAL, is_plural (self, token));
  SIGN (COORDINATED, sayso_tree_child (tree, token, "conj") >= 0);
  SIGN (PARALLEL, !possessive && p->deprel != NULL && g_strcmp0 (p->deprel, t->deprel) == 0);
  SIGN (SEX_TELLS, class_of (p, &class) && class == HE && sex_of_candidate (self, token) != 0);
  SIGN (ACROSS_QUOTES, sayso_quotes_at (quotes, pronoun) != sayso_quotes_at (quotes, token));
#undef SIGN

  return signs;
}

/* The candidates, the nearest first. */
static guint
collect (const SaysoExtractor *self, const SaysoQuotes *quotes, guint pronoun, Class class, Candidate *candidates)
{
  guint sentence = self->tree.sentence[pronoun], n = 0;

  for (guint i = pronoun; i > 0 && n < CANDIDATES_MAX && self->tree.sentence[i - 1] + SENTENCES_BACK >= sentence; i--)
    if (is_candidate (self, i - 1) && !is_excluded (self, pronoun, class, i - 1))
      {
        candidates[n] = (Candidate) { i - 1, weigh (self, quotes, pronoun, i - 1, n), entity_of (self, i - 1), 0 };
        n++;
      }
  for (guint i = 0; i < n; i++)
    {
      guint count = count_entity (candidates, n, candidates[i].entity);

      candidates[i].signs |= (guint64) (count == 2) << TWICE | (guint64) (count > 2) << OFTEN;
    }

  return n;
}

static double
points (guint64 signs, Class class)
{
  const Weights *weights = get_weights ();
  double sum = 0;

  for (guint sign = 0; sign < N_SIGNS; sign++)
    if ((signs >> sign & 1) != 0)
      sum += weights->weights[sign][class];

  return sum;
}

/* For tools/train/antecedents.py: the pronoun, its class, the candidate, and all that speaks for it. */
static void
tell (const SaysoExtractor *self, guint pronoun, Class class, const Candidate *candidates, guint n)
{
  SaysoSpan span = sayso_extractor_token (self, pronoun)->span;

  for (guint i = 0; i < n; i++)
    {
      SaysoSpan other = sayso_extractor_token (self, candidates[i].token)->span;

      g_printerr ("antecedent\t%u\t%u\t%u\t%u\t%u\t%.3f", span.start, span.end, class, other.start, other.end,
                  candidates[i].share);
      for (guint sign = 0; sign < N_SIGNS; sign++)
        if ((candidates[i].signs >> sign & 1) != 0)
          g_printerr ("\t%s", sign_names[sign]);
      g_printerr ("\n");
    }
}

static guint
choose (const SaysoExtractor *self, const SaysoQuotes *quotes, guint pronoun, Class class)
{
  Candidate candidates[CANDIDATES_MAX];
  guint n = collect (self, quotes, pronoun, class, candidates), best = SAYSO_NONE;
  double whole = 1, most = get_weights ()->least[class];

  for (guint i = 0; i < n; i++)
    whole += candidates[i].share = exp (points (candidates[i].signs, class));
  for (guint i = 0; i < n; i++)
    candidates[i].share /= whole;
  for (guint i = 0; i < n; i++)
    {
      double share = 0;

      for (guint k = 0; k < n; k++)
        share += candidates[k].entity == candidates[i].entity ? candidates[k].share : 0;
      if (share > most)
        {
          most = share;
          best = candidates[i].token;
        }
    }
  if (g_getenv ("SAYSO_DEBUG") != NULL && strstr (g_getenv ("SAYSO_DEBUG"), "antecedents") != NULL)
    tell (self, pronoun, class, candidates, n);

  return best;
}

/* Finds the antecedents of all pronouns of the third person, in the order of the text. */
void
sayso_extractor_find_antecedents (SaysoExtractor *self)
{
  g_auto (SaysoQuotes) quotes = { 0 };

  sayso_quotes_init (&quotes, &self->tree);
  for (guint i = 0; i < self->reading->tokens->len; i++)
    {
      Class class;

      guint found;

      if (!class_of (sayso_extractor_token (self, i), &class) || sayso_tree_deprel_is (&self->tree, i, "expl"))
        continue;
      found = choose (self, &quotes, i, class);
      /* Where that is a pronoun too, what that one stands for: no chain is ever longer than one. */
      if (found != SAYSO_NONE && self->antecedent[found] != SAYSO_NONE)
        found = self->antecedent[found];
      self->antecedent[i] = found;
    }
}

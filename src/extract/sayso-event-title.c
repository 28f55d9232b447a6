/* sayso-event-title.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-event-title-private.h"

static const SaysoToken *
token_at (const SaysoTitle *self, guint token)
{
  return sayso_extractor_token (self->extractor, token);
}

/* "watch", "watches"; "carry", "carries". */
static char *
make_present (const char *lemma, gboolean plural)
{
  gsize n = strlen (lemma);

  if (plural)
    return g_strdup (lemma);
  if (n > 1 && lemma[n - 1] == 'y' && strchr ("aeiou", lemma[n - 2]) == NULL)
    return g_strdup_printf ("%.*sies", (int) n - 1, lemma);
  if (g_str_has_suffix (lemma, "s") || g_str_has_suffix (lemma, "x") || g_str_has_suffix (lemma, "z") ||
      g_str_has_suffix (lemma, "ch") || g_str_has_suffix (lemma, "sh") || g_str_has_suffix (lemma, "o"))
    return g_strconcat (lemma, "es", NULL);

  return g_strconcat (lemma, "s", NULL);
}

/* "plan", "ship", "stop": one vowel between consonants, of which the last is doubled. */
static gboolean
doubles_end (const char *lemma)
{
  gsize n = strlen (lemma), vowels = 0;

  for (gsize i = 0; i < n; i++)
    vowels += strchr ("aeiou", lemma[i]) != NULL;

  return n >= 3 && vowels == 1 && strchr ("aeiou", lemma[n - 2]) != NULL && strchr ("aeiouwxy", lemma[n - 1]) == NULL;
}

/* "watched", "carried", "broke"; the text's own "shipping" tells that it is "shipped". */
static char *
make_past (const char *lemma, const char *form)
{
  const SaysoTable *past = sayso_extract_get_table ("past-forms.tsv");
  gsize n = strlen (lemma);
  guint row;

  if (sayso_table_find (past, lemma, &row))
    return g_strdup (sayso_table_get (past, row, 1));
  if (g_str_has_suffix (lemma, "e"))
    return g_strconcat (lemma, "d", NULL);
  if (n > 1 && lemma[n - 1] == 'y' && strchr ("aeiou", lemma[n - 2]) == NULL)
    return g_strdup_printf ("%.*sied", (int) n - 1, lemma);
  if (g_str_has_suffix (form, "ing") && strlen (form) == n + 4)
    return g_strdup_printf ("%.*sed", (int) n + 1, form);
  if (!g_str_has_suffix (form, "ing") && doubles_end (lemma))
    return g_strdup_printf ("%s%ced", lemma, lemma[n - 1]);

  return g_strconcat (lemma, "ed", NULL);
}

/* What belongs to a verb right behind it: "took over", "pushed ahead". */
static void
append_particles (SaysoTitle *self, guint verb)
{
  const SaysoTree *tree = &self->extractor->tree;

  for (int child = tree->first_child[verb]; child >= 0; child = tree->next_sibling[child])
    if (child > (int) verb && child < (int) verb + 4 &&
        (sayso_tree_deprel_is (tree, child, "compound:prt") ||
         (child == (int) verb + 1 && sayso_tree_deprel_is (tree, child, "advmod") &&
          sayso_tree_lemma_in (tree, child, "down up out off away back ahead aside together apart"))))
      sayso_title_append_token (self, child, TRUE);
}

/* The verb, or that of the sentence where this one has no tense. */
static gboolean
leans_on_past (const SaysoExtractor *self, guint verb)
{
  if (sayso_event_is_past (self, verb))
    return TRUE;
  for (int head = sayso_extractor_token (self, verb)->head; head >= 0; head = sayso_extractor_token (self, head)->head)
    if (sayso_extractor_token (self, head)->upos == SAYSO_UPOS_VERB && sayso_tree_deprel_is (&self->tree, head, "root"))
      return sayso_event_is_past (self, head);

  return FALSE;
}

/*
 * A verb that has no tense of its own, in the tense of what it leans on: "struck again, poisoning the well" poisoned
 * it, "strikes" poisons it.
 */
static void
append_bent (SaysoTitle *self, const SaysoFrame *frame, gboolean plural)
{
  guint verb = frame->verb;
  g_autofree char *text = sayso_extractor_text (self->extractor, (SaysoRun) { verb, verb }, TITLE_CHARS);
  g_autofree char *form = frame->factuality == SAYSO_FACTUALITY_DENIED
                              ? g_strconcat (leans_on_past (self->extractor, verb) ? "did not "
                                             : plural                              ? "do not "
                                                                                   : "does not ",
                                             token_at (self, verb)->lemma, NULL)
                          : leans_on_past (self->extractor, verb) ? make_past (token_at (self, verb)->lemma, text)
                                                                  : make_present (token_at (self, verb)->lemma, plural);

  sayso_title_append_text (self, form, TRUE);
  append_particles (self, verb);
}

/* The verb's words as they stand, without adverbs but "not"; @whole with auxiliaries, else from the verb on. */
static void
append_verb_words (SaysoTitle *self, guint verb, gboolean whole)
{
  const SaysoTree *tree = &self->extractor->tree;
  const SaysoToken *token = token_at (self, verb);
  SaysoMorph morph = token->morph;

  for (int child = tree->first_child[verb]; child >= 0 && child < (int) verb && whole;
       child = tree->next_sibling[child])
    if (sayso_tree_deprel_is (tree, child, "aux aux:pass cop"))
      sayso_title_append_auxiliary (self, child);
    /* "not before they were" */
    else if (sayso_tree_deprel_is (tree, child, "advmod") && sayso_tree_lemma_in (tree, child, "not n't never") &&
             !sayso_tree_lemma_in (tree, child + 1, "before until only just merely because") &&
             (token_at (self, child - 1)->end < token_at (self, child)->start ||
              token_at (self, child - 1)->upos == SAYSO_UPOS_AUX ||
              token_at (self, child - 1)->upos == SAYSO_UPOS_PUNCT))
      sayso_title_append_token (self, child,
                                token_at (self, child - 1)->upos != SAYSO_UPOS_AUX ||
                                    token_at (self, child - 1)->end < token_at (self, child)->start);
    else if (sayso_tree_deprel_is (tree, child, "mark") && sayso_tree_lemma_in (tree, child, "to"))
      sayso_title_append_text (self, "to", TRUE);
  if (self->named && (morph & SAYSO_MORPH_PRESENT) != 0 && (morph & SAYSO_MORPH_PARTICIPLE) == 0 &&
      token->lemma != NULL && sayso_tree_child (tree, verb, "aux") < 0)
    {
      g_autofree char *form = make_present (token->lemma, FALSE);

      sayso_title_append_text (self, form, TRUE);
    }
  else
    sayso_title_append_token (self, verb, TRUE);
  append_particles (self, verb);
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
append_verb (SaysoTitle *self, const SaysoFrame *frame, int subject)
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
  const char *was = sayso_title_is_plural (extractor, subject) ? "were" : "was";

  if (over)
    {
      int of = sayso_tree_child_word (tree, frame->verb, "mark case", SAYSO_OF_OBJECT);

      append_verb_words (self, frame->over, TRUE);
      if (of > frame->over)
        sayso_title_append_token (self, of, TRUE);
    }
  /* "allowed the team to look": the team looks; "wants the firm to pay": the firm to pay */
  else if (subject >= 0 && plain && (verb->morph & SAYSO_MORPH_INFINITIVE) != 0 && verb->lemma != NULL &&
           sayso_tree_child (tree, frame->verb, "aux aux:pass") < 0)
    {
      if (frame->factuality == SAYSO_FACTUALITY_ASSERTED)
        {
          append_bent (self, frame, sayso_title_is_plural (extractor, subject));
          return;
        }
      sayso_title_append_text (self, "to", TRUE);
      append_verb_words (self, frame->verb, FALSE);
      return;
    }
  if (plain && subject >= 0 && sayso_tree_child (tree, frame->verb, "aux aux:pass") < 0 &&
      sayso_tree_deprel_is (tree, frame->verb, "acl acl:relcl advcl conj amod") && (frame->passive || gerund))
    {
      if (!frame->passive && verb->lemma != NULL && frame->factuality == SAYSO_FACTUALITY_PLANNED)
        {
          sayso_title_append_text (self, "to", TRUE);
          sayso_title_append_text (self, verb->lemma, TRUE);
          append_particles (self, frame->verb);
          return;
        }
      if (!frame->passive && verb->lemma != NULL)
        {
          append_bent (self, frame, sayso_title_is_plural (extractor, subject));
          return;
        }
      if (sayso_tree_deprel_is (tree, frame->verb, "acl acl:relcl amod conj"))
        sayso_title_append_text (self, was, TRUE);
    }
  /* "had a car stolen" */
  else if (frame->passive && plain && subject >= 0 && sayso_tree_deprel_is (tree, frame->verb, "xcomp ccomp") &&
           sayso_tree_child (tree, frame->verb, "aux aux:pass") < 0)
    sayso_title_append_text (self, was, TRUE);
  else if (perfect && (frame->passive || gerund))
    sayso_title_append_text (self, was, TRUE);
  /* "resulted in data being leaked" */
  else if (frame->passive && plain && sayso_tree_child_word (tree, frame->verb, "aux:pass", "be") >= 0 &&
           sayso_tree_child (tree, frame->verb, "aux") < 0 &&
           (token_at (self, sayso_tree_child (tree, frame->verb, "aux:pass"))->morph & SAYSO_MORPH_GERUND) != 0)
    sayso_title_append_text (self, was, TRUE);
  else if (!perfect || !g_str_has_suffix (form, "ed"))
    {
      append_verb_words (self, frame->verb, TRUE);
      return;
    }
  append_verb_words (self, frame->verb, FALSE);
}

/* "to four years in prison" */
static gboolean
is_term (const SaysoTitle *self, guint token)
{
  return sayso_tree_lemma_in (&self->extractor->tree, token, "year month week day life") &&
         sayso_tree_child_word (&self->extractor->tree, token, "case", "to") >= 0;
}

/* The first of the phrases that say with what, where or to whom, if it is short. */
static void
append_oblique (SaysoTitle *self, const SaysoFrame *frame, int after)
{
  const SaysoTree *tree = &self->extractor->tree;

  for (int rest = tree->first_child[frame->verb]; rest >= 0; rest = tree->next_sibling[rest])
    {
      SaysoRun run;

      if (rest <= after || (self->in_time[rest] && !is_term (self, rest)) || rest == frame->agent ||
          rest == frame->patient || !sayso_tree_deprel_is (tree, rest, "obl") ||
          sayso_tree_is_mark (tree, tree->left[rest] > 0 ? tree->left[rest] - 1 : 0, ",") ||
          sayso_tree_child_word (tree, rest, "case", "accord before during since until follow") >= 0 ||
          (sayso_tree_child_word (tree, rest, "case", "after") >= 0 && self->extractor->mention[rest] == SAYSO_NONE) ||
          (sayso_tree_child_word (tree, rest, "case", "for") >= 0 && sayso_tree_lemma_in (tree, rest, "time")) ||
          (sayso_tree_child_word (tree, rest, "case", "in on as by") >= 0 &&
           sayso_tree_lemma_in (tree, rest, "part fact case addition way order particular general turn")) ||
          sayso_tree_child (tree, rest, "case") < 0 || token_at (self, rest)->upos == SAYSO_UPOS_PRON)
        continue;
      run = (SaysoRun) { tree->left[rest], MAX (sayso_title_find_phrase (self, rest).last, (guint) rest) };
      if (sayso_tree_is_mark (tree, run.first, ",;:—–(-"))
        continue;
      /* "in corners of the state | that they lost" */
      if (run.last - run.first >= TAIL_WORDS)
        {
          guint last = rest;

          for (guint i = rest + 1; i <= run.last && i - run.first < TAIL_WORDS; i++)
            if (sayso_title_may_end_before (self, i) && (last == (guint) rest || !sayso_tree_lemma_in (tree, i, "of")))
              last = i - 1;
          run.last = last;
        }
      if (sayso_title_find_name (self, rest) != NULL)
        {
          sayso_title_append_run (self, (SaysoRun) { run.first, sayso_tree_child (tree, rest, "case") });
          sayso_title_append_text (self, sayso_title_find_name (self, rest), TRUE);
        }
      else if (run.last - run.first < TAIL_WORDS)
        sayso_title_append_words (self, run, self->in_time[rest] ? G_MAXUINT : run.first);
      return;
    }
}

/* The short phrase that stands right behind a verb without an object, if it is no time; or -1. */
static int
find_oblique (const SaysoTitle *self, guint verb)
{
  const SaysoTree *tree = &self->extractor->tree;
  int rest = sayso_tree_child (tree, verb, "obl");

  return rest > (int) verb && !self->in_time[rest] && tree->left[rest] == verb + 1 &&
                 sayso_tree_phrase (tree, rest).last - verb <= TAIL_WORDS && sayso_tree_child (tree, rest, "case") >= 0
             ? rest
             : -1;
}

/* What is told about in a clause: its subject, verb and object, without what stands between commas. */
static void
append_clause (SaysoTitle *self, int clause)
{
  const SaysoTree *tree = &self->extractor->tree;
  int object = sayso_tree_child (tree, clause, "obj iobj xcomp obl:agent"), subject = sayso_tree_subject (tree, clause);
  guint last = clause, first = tree->left[clause];
  gboolean whole = TRUE;

  /* "were warned, it appears" */
  if (first > 0 && sayso_tree_is_mark (tree, first - 1, ","))
    return;
  /* "signed up to serve as a delegate" */
  if (object < 0)
    object = find_oblique (self, clause);
  if (object > clause)
    last = sayso_tree_deprel_is (tree, object, "xcomp") ? tree->right[object] : sayso_tree_phrase (tree, object).last;
  /* "will not stick around" */
  else if (last + 1 < tree->reading->tokens->len && token_at (self, last + 1)->head == clause &&
           (sayso_tree_deprel_is (tree, last + 1, "compound:prt") ||
            sayso_tree_lemma_in (tree, last + 1, "around down up out off away back ahead aside")))
    last++;
  self->keep = clause;
  /* "to tell the crew that the port is safe" */
  if (object > clause && sayso_tree_child (tree, clause, "ccomp") > object)
    {
      self->keep = sayso_tree_child (tree, clause, "ccomp");
      last = tree->right[self->keep];
    }
  for (guint i = first; i < (guint) clause; i++)
    whole = whole && !sayso_tree_is_mark (tree, i, ",;(");
  if (whole)
    sayso_title_append_words (self, (SaysoRun) { first, last }, first);
  else if (subject >= (int) first && subject < clause)
    {
      if (sayso_tree_lemma_in (tree, first, "that"))
        sayso_title_append_text (self, "that", TRUE);
      sayso_title_append_run (self, sayso_title_find_phrase (self, subject));
      append_verb_words (self, clause, TRUE);
      if (object > clause)
        sayso_title_append_run (self, (SaysoRun) { tree->left[object], last });
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
  } pairs[] = { { "“", "”" }, { "\"", "\"" }, { "(", ")" }, { "«", "»" }, { "``", "''" }, { "''", "''" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const char *open = strstr (line->str, pairs[i].open), *close = NULL;

      if (open != NULL)
        close = strstr (open + strlen (pairs[i].open), pairs[i].close);
      if (close != NULL || (*pairs[i].open == '\'' && strstr (line->str, "``") != NULL))
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

/* "accused the coach of planting it", "was jailed for stealing it": what it is about, behind the object; or -1. */
static int
find_charge (const SaysoTree *tree, guint verb, guint after)
{
  guint heads[] = { verb, after };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    for (int child = tree->first_child[heads[i]]; child >= 0; child = tree->next_sibling[child])
      if (child > (int) after && sayso_tree_deprel_is (tree, child, "advcl acl") &&
          (sayso_tree_token (tree, child)->morph & SAYSO_MORPH_GERUND) != 0 &&
          sayso_tree_child_word (tree, child, "mark case", "of for from with as") == (int) tree->left[child])
        return child;

  return -1;
}

/* "of planting the vials" */
static void
append_charge (SaysoTitle *self, int clause)
{
  const SaysoTree *tree = &self->extractor->tree;
  int object = sayso_tree_child (tree, clause, "obj xcomp");
  guint last = object > clause ? sayso_title_find_phrase (self, object).last : (guint) clause;

  sayso_title_append_words (self, (SaysoRun) { tree->left[clause], last }, tree->left[clause]);
}

static char *
finish (SaysoTitle *self)
{
  char head[8] = { 0 };
  gunichar first;

  static const char *const joining[] = { "And ", "But ", "Or ", "Yet ", "and ", "but " };

  balance (self->line);
  for (guint i = 0; i < G_N_ELEMENTS (joining); i++)
    if (g_str_has_prefix (self->line->str, joining[i]))
      g_string_erase (self->line, 0, strlen (joining[i]));
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
  SaysoTitle self = { .extractor = extractor, .in_time = finder->in_time, .line = line, .actor = SAYSO_NONE };
  int subject = frame->passive ? frame->patient : frame->agent, verb = frame->verb, after = verb, clause, told;

  if (subject >= 0)
    sayso_title_append_noun (&self, subject, TRUE);
  /* "A strand of hair | from a coat that the police found in the hall": room for what was done */
  if (self.line->len > SUBJECT_CHARS && self.cut > 0)
    {
      g_string_truncate (line, self.cut);
      self.full = FALSE;
    }
  self.cut = 0;
  append_verb (&self, frame, subject);
  clause = find_clause (tree, verb);
  told = sayso_tree_child (tree, verb, "iobj");
  if (told > verb && frame->patient != told)
    sayso_title_append_noun (&self, told, FALSE);
  if (frame->last_object > frame->patient && frame->patient > verb)
    {
      SaysoRun run = { tree->left[frame->patient], sayso_title_find_phrase (&self, frame->last_object).last };

      /* "an investigation | the day after the sinking" */
      after = frame->last_object;
      for (guint i = after + 1; i <= run.last; i++)
        if (finder->in_time[i] && (tree->left[i] <= (guint) after + 1 || finder->in_time[after + 1]))
          run.last = after;
      sayso_title_append_run (&self, run);
    }
  else if (!frame->passive && frame->patient > verb)
    {
      after = frame->patient;
      sayso_title_append_noun (&self, after, FALSE);
      if (clause > after && sayso_tree_deprel_is (tree, clause, "ccomp"))
        append_clause (&self, clause);
      else if (find_charge (tree, verb, after) >= 0)
        append_charge (&self, find_charge (tree, verb, after));
      else if (clause > after && sayso_tree_child_word (tree, clause, "mark", "to") >= 0)
        append_clause (&self, clause);
      else if (clause > after && token_at (&self, clause)->upos != SAYSO_UPOS_VERB)
        sayso_title_append_run (&self,
                                (SaysoRun) { tree->left[clause],
                                             MAX (sayso_title_find_phrase (&self, clause).last, (guint) clause) });
    }
  if (frame->passive && frame->agent > verb)
    {
      after = frame->agent;
      sayso_title_append_run (&self, (SaysoRun) { tree->left[after], sayso_title_find_phrase (&self, after).last });
      sayso_title_append_joined (&self, after);
    }
  /* "was fined two million dollars", "was accused of planting it" */
  else if (frame->passive && sayso_tree_child (tree, verb, "obj") > verb)
    sayso_title_append_noun (&self, sayso_tree_child (tree, verb, "obj"), FALSE);
  else if (after == verb && !frame->passive && frame->patient >= 0 && frame->patient < verb)
    sayso_title_append_noun (&self, frame->patient, FALSE);
  else if (after == verb && clause > verb)
    append_clause (&self, clause);
  else
    {
      gsize before = self.line->len;

      append_oblique (&self, frame, after);
      if (self.line->len == before && after == verb && find_charge (tree, verb, verb) >= 0)
        append_charge (&self, find_charge (tree, verb, verb));
    }

  return finish (&self);
}

/* "Theft of the archive"; of what is said to have taken place, where: "Explosion near the port". */
char *
sayso_frame_make_noun_title (SaysoEventFinder *finder, guint noun, int occurs)
{
  g_autoptr (GString) line = g_string_new (NULL);
  SaysoTitle self = { .extractor = finder->extractor, .in_time = finder->in_time, .line = line, .actor = SAYSO_NONE };
  const SaysoTree *tree = &finder->extractor->tree;
  SaysoRun run = sayso_title_find_phrase (&self, noun);

  while (run.first < noun && sayso_tree_deprel_is (tree, run.first, "det"))
    run.first++;
  sayso_title_append_words (&self, run, run.first);
  for (int child = occurs >= 0 ? tree->first_child[occurs] : -1; child >= 0; child = tree->next_sibling[child])
    if (child > occurs && sayso_tree_deprel_is (tree, child, "obl") && !finder->in_time[child] &&
        sayso_tree_child_word (tree, child, "case", "in at near on outside inside between with") >= 0 &&
        token_at (&self, child)->upos != SAYSO_UPOS_PRON && !sayso_tree_lemma_in (tree, child, "place moment time"))
      {
        run = sayso_tree_phrase (tree, child);
        run.first = tree->left[child];
        sayso_title_append_words (&self, run, run.first);
        break;
      }

  return finish (&self);
}

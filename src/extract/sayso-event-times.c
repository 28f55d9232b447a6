/* sayso-event-times.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-event-private.h"

#include "sayso-times.h"

#define HOPS 8

static gboolean
is_event_noun (const SaysoExtractor *self, guint token)
{
  SaysoTrigger trigger;

  return sayso_extractor_token (self, token)->upos == SAYSO_UPOS_NOUN &&
         sayso_event_find_trigger (self, token, "noun", -1, &trigger);
}

static gboolean
is_pluperfect (const SaysoExtractor *self, guint verb)
{
  int had = sayso_tree_child_word (&self->tree, verb, "aux", "have");

  return had >= 0 && (sayso_extractor_token (self, had)->morph & SAYSO_MORPH_PAST) != 0;
}

/*
 * "The bank had just announced that it had been robbed a month earlier": two steps back from the narrative, and the
 * time is counted from the narrative, so it dates the first.
 */
static guint
step_back (const SaysoExtractor *self, guint verb, SaysoRun time)
{
  int above = sayso_extractor_token (self, verb)->head;

  if (above >= 0 && sayso_tree_deprel_is (&self->tree, verb, "ccomp") &&
      sayso_tree_lemma_in (&self->tree, time.last, "earlier early before") && is_pluperfect (self, verb) &&
      is_pluperfect (self, above))
    return above;

  return verb;
}

/* "the nominee in 2008, said": the time of what the subject is, though the tree may hang it on the verb behind. */
static gboolean
stands_in_apposition (const SaysoExtractor *self, guint token, int head)
{
  int subject;

  if (head < 0 || (int) token > head || sayso_extractor_token (self, head)->upos != SAYSO_UPOS_VERB)
    return FALSE;
  subject = sayso_tree_subject (&self->tree, head);
  for (int child = subject >= 0 ? self->tree.first_child[subject] : -1; child >= 0;
       child = self->tree.next_sibling[child])
    if (child > subject && sayso_tree_deprel_is (&self->tree, child, "appos") &&
        self->tree.right[child] + 1 == self->tree.left[token])
      return TRUE;

  return FALSE;
}

/* The verb or noun of action that a time expression leans on, by the tree; a dateline leans on the sentence's root. */
static int
find_dated (const SaysoExtractor *self, SaysoRun run)
{
  int token = run.last, top = run.last;

  for (guint hops = 0; hops < HOPS && token >= (int) run.first && token <= (int) run.last; hops++)
    {
      top = token;
      token = sayso_extractor_token (self, token)->head;
    }
  /* "the May edition", "a joke about the sixties": the time of a thing, not of what is done to it */
  if (token >= 0 && sayso_extractor_token (self, token)->upos == SAYSO_UPOS_NOUN && !is_event_noun (self, token) &&
      (sayso_tree_deprel_is (&self->tree, top, "compound amod nmod:poss nummod") ||
       (sayso_tree_deprel_is (&self->tree, top, "nmod") &&
        (sayso_tree_deprel_is (&self->tree, token, "nsubj nsubj:pass appos") ||
         sayso_tree_child_word (&self->tree, top, "case", "about to with than of for from") >= 0))))
    return -1;
  if (stands_in_apposition (self, top, token))
    return -1;
  /* "fell by a third from a year ago" */
  if (sayso_tree_lemma_in (&self->tree, run.last, "ago earlier before") &&
      sayso_tree_child_word (&self->tree, top, "case", "from than") >= 0)
    return -1;
  /* "rose to nine million dollars from eight million a year earlier" */
  if (token >= 0 && sayso_extractor_token (self, token)->upos == SAYSO_UPOS_VERB && top > token &&
      (sayso_tree_lemma_in (&self->tree, run.last, "ago earlier before") ||
       sayso_tree_lemma_in (&self->tree, run.last - 1, "ago earlier year-ago year-earlier")))
    for (int child = self->tree.first_child[token]; child >= 0 && child < top; child = self->tree.next_sibling[child])
      if (child > token && sayso_tree_child_word (&self->tree, child, "case", "from") >= 0 &&
          sayso_tree_lemma_in (&self->tree, child, "$ million billion cent percent % share"))
        return -1;
  /* "for the first time since May"; "capped off three good weeks" */
  if (token >= 0 && ((sayso_tree_lemma_in (&self->tree, token, "time") &&
                      sayso_tree_child_word (&self->tree, top, "case", "since in") >= 0) ||
                     (sayso_extractor_token (self, token)->upos == SAYSO_UPOS_VERB &&
                      sayso_tree_deprel_is (&self->tree, top, "obj"))))
    return -1;
  for (guint hops = 0; hops < HOPS && token >= 0; hops++)
    {
      const SaysoToken *t = sayso_extractor_token (self, token);

      if (t->upos == SAYSO_UPOS_VERB)
        return step_back (self, token, run);
      if (t->head < 0)
        break;
      if (is_event_noun (self, token) && sayso_tree_deprel_is (&self->tree, token, "nsubj nsubj:pass obj obl nmod") &&
          self->tree.left[token] <= run.first && run.last <= self->tree.right[token])
        break;
      /* "Ann Lind, now head of the bank, will leave": the time of what she is */
      if (t->upos == SAYSO_UPOS_NOUN && sayso_tree_deprel_is (&self->tree, token, "appos") &&
          self->tree.left[token] <= run.first && run.last <= self->tree.right[token])
        return -1;
      token = t->head;
    }

  return token;
}

/*
 * How well a time dates the word that it leans on: least where it is open or a duration, less where it heads the
 * sentence or stands inside a noun phrase ("the May edition") than where it leans on the word itself.
 */
static guint
rank (const SaysoExtractor *self, guint time, guint token)
{
  const SaysoExtractedTime *t = &g_array_index (self->extraction->times, SaysoExtractedTime, time);
  SaysoRun run = sayso_extractor_run (self, t->span);
  const SaysoSentence *sentence = sayso_reading_sentence (self->reading, self->tree.sentence[token]);

  if (t->type == SAYSO_TIME_DURATION || !sayso_bounds_known (&t->bounds))
    return 0;
  /* "at 2 p.m. on the last Friday in August": the hour is counted from publication, and the day says which. */
  if (t->type == SAYSO_TIME_TIME && t->anchor == SAYSO_ANCHOR_PUBLISHED)
    return 1;
  /* A dateline, a heading within the line */
  if (run.first < token && run.last + 1 < self->reading->tokens->len &&
      (sayso_tree_is_mark (&self->tree, run.last + 1, "-–—:") ||
       self->tree.sentence[run.first] != self->tree.sentence[token]))
    return 1;
  for (guint i = run.first; i <= run.last; i++)
    if (sayso_extractor_token (self, i)->head == (int) token)
      return run.first == sentence->first ? 2 : 3;

  return 1;
}

/* "on Good Morning Oslo": a word of a name that is no time. */
static gboolean
is_in_name (const SaysoExtractor *self, SaysoRun time)
{
  const SaysoExtractedMention *mention = sayso_extractor_mention_at (self, time.first);
  SaysoRun name;

  if (mention == NULL || mention->form != SAYSO_FORM_NAME)
    return FALSE;
  name = sayso_extractor_run (self, mention->span);

  return name.first <= time.first && time.last <= name.last && name.last - name.first > time.last - time.first;
}

void
sayso_event_attach_times (SaysoEventFinder *self)
{
  SaysoExtractor *extractor = self->extractor;

  for (guint i = 0; i < extractor->extraction->times->len; i++)
    {
      const SaysoExtractedTime *time = &g_array_index (extractor->extraction->times, SaysoExtractedTime, i);
      SaysoRun run = sayso_extractor_run (extractor, time->span);
      int token;
      gpointer old;

      if (run.first > run.last || is_in_name (extractor, run))
        continue;
      memset (self->in_time + run.first, time->type == SAYSO_TIME_DURATION ? SAYSO_IN_DURATION : SAYSO_IN_DATE,
              run.last - run.first + 1);
      if (time->type == SAYSO_TIME_SET)
        continue;
      token = find_dated (extractor, run);
      if (token < 0)
        continue;
      old = g_hash_table_lookup (self->time_of, GUINT_TO_POINTER (token + 1));
      if (old != NULL && rank (extractor, i, token) <= rank (extractor, GPOINTER_TO_UINT (old) - 1, token))
        continue;
      g_hash_table_insert (self->time_of, GUINT_TO_POINTER (token + 1), GUINT_TO_POINTER (i + 1));
    }
}

/* The words from the end of one time to the beginning of the next, if there is but one word. */
static gboolean
one_word_between (const SaysoExtractor *self, guint time, const char *words)
{
  SaysoRun before = sayso_extractor_run (self, g_array_index (self->extraction->times, SaysoExtractedTime, time).span);
  SaysoRun after =
      sayso_extractor_run (self, g_array_index (self->extraction->times, SaysoExtractedTime, time + 1).span);

  return after.first == before.last + 2 && sayso_tree_lemma_in (&self->tree, before.last + 1, words);
}

/*
 * Two times that are the ends of one: "from March to June 2024" lasted all through, what happened "between 20 October
 * and 5 November" did so once or all through.
 */
static gboolean
is_range (const SaysoExtractor *self, guint first, gboolean *lasting)
{
  const SaysoExtractedTime *a, *b;
  SaysoRun run;

  if (first + 1 >= self->extraction->times->len)
    return FALSE;
  a = &g_array_index (self->extraction->times, SaysoExtractedTime, first);
  b = a + 1;
  run = sayso_extractor_run (self, a->span);
  if (a->type > SAYSO_TIME_TIME || b->type > SAYSO_TIME_TIME || !sayso_bounds_known (&a->bounds) ||
      !sayso_bounds_known (&b->bounds) || a->bounds.earliest > b->bounds.latest)
    return FALSE;
  *lasting = one_word_between (self, first, "to until till through thru - – —");

  return *lasting || (run.first > 0 && sayso_tree_lemma_in (&self->tree, run.first - 1, "between") &&
                      one_word_between (self, first, "and"));
}

static void
set_time (const SaysoEventFinder *self, SaysoExtractedEvent *event, guint time)
{
  const GArray *times = self->extractor->extraction->times;
  const SaysoExtractedTime *first;
  gboolean lasting = FALSE;
  guint start = time > 0 && is_range (self->extractor, time - 1, &lasting) ? time - 1 : time;

  event->time = time;
  event->dating = SAYSO_DATING_TIME;
  g_clear_pointer (&event->edtf, g_free);
  first = &g_array_index (times, SaysoExtractedTime, start);
  if (start < time || is_range (self->extractor, time, &lasting))
    sayso_times_get_range (first, first + 1, lasting, &event->bounds, &event->edtf);
  else
    sayso_times_get_dated (first, &event->bounds, &event->edtf);
}

void
sayso_event_set_time (const SaysoEventFinder *self, SaysoExtractedEvent *event, guint token)
{
  guint time = GPOINTER_TO_UINT (g_hash_table_lookup (self->time_of, GUINT_TO_POINTER (token + 1)));

  if (time != 0)
    set_time (self, event, time - 1);
}

/* A verb in the simple past that carries the story on: the root of its sentence or joined to it. */
static gboolean
carries_on (const SaysoExtractor *self, guint token)
{
  const SaysoToken *t = sayso_extractor_token (self, token);

  if (t->upos != SAYSO_UPOS_VERB || !sayso_tree_deprel_is (&self->tree, token, "root conj parataxis") ||
      sayso_tree_child_word (&self->tree, token, "aux", "have") >= 0)
    return FALSE;
  if ((t->morph & SAYSO_MORPH_PAST) != 0)
    return TRUE;
  for (int child = self->tree.first_child[token]; child >= 0; child = self->tree.next_sibling[child])
    if (sayso_tree_deprel_is (&self->tree, child, "aux:pass aux") &&
        (sayso_extractor_token (self, child)->morph & SAYSO_MORPH_PAST) != 0)
      return TRUE;

  return FALSE;
}

/* The time of what a "when" or "as" below the verb tells. */
static void
share_clause (const SaysoEventFinder *self, SaysoExtractedEvent *event, guint verb)
{
  const SaysoTree *tree = &self->extractor->tree;

  for (int child = tree->first_child[verb]; child >= 0 && event->time == SAYSO_NONE; child = tree->next_sibling[child])
    if (child > (int) verb && sayso_tree_deprel_is (tree, child, "advcl") &&
        sayso_tree_child_word (tree, child, "advmod mark", "when as") >= 0)
      {
        sayso_event_set_time (self, event, child);
        for (int part = tree->first_child[child]; part >= 0 && event->time == SAYSO_NONE;
             part = tree->next_sibling[part])
          if (sayso_tree_deprel_is (tree, part, "obj obl nsubj nsubj:pass"))
            sayso_event_set_time (self, event, part);
      }
}

/*
 * "Ten died when shells hit the market on Monday"; "raided the flat on Monday and found letters": what is told in one
 * breath with what a time dates.
 */
void
sayso_event_share_time (const SaysoEventFinder *self, SaysoExtractedEvent *event, guint verb)
{
  const SaysoTree *tree = &self->extractor->tree;
  int head = sayso_extractor_token (self->extractor, verb)->head;

  share_clause (self, event, verb);
  /* "died and eleven | were injured when a roof fell" */
  for (int child = tree->first_child[verb]; child >= 0 && event->time == SAYSO_NONE; child = tree->next_sibling[child])
    if (child > (int) verb && sayso_tree_deprel_is (tree, child, "conj"))
      share_clause (self, event, child);
  /* "on 5 May, when thieves took it" */
  if (event->time == SAYSO_NONE && head >= 0 && head < (int) verb &&
      sayso_tree_deprel_is (tree, verb, "advcl acl:relcl") &&
      sayso_tree_child_word (tree, verb, "advmod mark", "when") >= 0)
    {
      for (guint i = 0; i < self->extractor->extraction->times->len && self->in_time[head]; i++)
        {
          SaysoSpan span = g_array_index (self->extractor->extraction->times, SaysoExtractedTime, i).span;

          if (sayso_span_contains (span, sayso_extractor_token (self->extractor, head)->span))
            set_time (self, event, i);
        }
      if (event->time == SAYSO_NONE)
        sayso_event_set_time (self, event, head);
    }
  if (event->time != SAYSO_NONE || head < 0 || !sayso_tree_deprel_is (tree, verb, "conj") ||
      sayso_extractor_token (self->extractor, head)->upos != SAYSO_UPOS_VERB ||
      sayso_tree_child (tree, verb, "nsubj nsubj:pass aux") >= 0 ||
      sayso_tree_child_word (tree, verb, "advmod", "then later since now before earlier still eventually") >= 0 ||
      !carries_on (self->extractor, head) || !sayso_event_is_past (self->extractor, verb))
    return;
  sayso_event_set_time (self, event, head);
  /* "met on Monday and left", not "met and left on Monday", where the time may be of the second alone */
  if (event->time != SAYSO_NONE &&
      sayso_extractor_run (self->extractor,
                           g_array_index (self->extractor->extraction->times, SaysoExtractedTime, event->time).span)
              .first > verb)
    {
      event->time = SAYSO_NONE;
      event->dating = SAYSO_DATING_NONE;
      event->bounds = SAYSO_BOUNDS_UNKNOWN;
      g_clear_pointer (&event->edtf, g_free);
    }
}

/* -- by the narrative -------------------------------------------------------------------------------- */

/* "his resignation surprised the board": what took part in the past was there before. */
static int
find_verb_of_noun (const SaysoExtractor *self, guint noun)
{
  int token = noun;

  if (sayso_tree_child (&self->tree, noun, "nmod:poss") < 0 &&
      sayso_tree_child_word (&self->tree, noun, "det", "the this that") < 0)
    return -1;
  for (guint hops = 0; hops < 3 && token >= 0; hops++)
    {
      if (!sayso_tree_deprel_is (&self->tree, token, "nsubj nsubj:pass obj obl obl:agent nmod conj") ||
          sayso_tree_child_word (&self->tree, token, "case", "before until for to ahead toward") >= 0)
        return -1;
      token = sayso_extractor_token (self, token)->head;
      if (token >= 0 && sayso_extractor_token (self, token)->upos == SAYSO_UPOS_VERB)
        return token;
    }

  return -1;
}

/*
 * Whether it is told as past: in a past form, below a verb in a past form, or in a heading, where the present tells of
 * what is news.
 */
gboolean
sayso_event_is_past (const SaysoExtractor *self, guint token)
{
  const SaysoToken *t = sayso_extractor_token (self, token);
  int verb = t->upos == SAYSO_UPOS_NOUN ? find_verb_of_noun (self, token) : -1;
  gboolean heading = sayso_reading_sentence (self->reading, self->tree.sentence[token])->block == SAYSO_BLOCK_HEADING;

  if (verb >= 0)
    {
      token = verb;
      t = sayso_extractor_token (self, token);
    }
  for (guint hops = 0; hops < HOPS && t->upos == SAYSO_UPOS_VERB && t->head >= 0 &&
                       (t->morph & (SAYSO_MORPH_GERUND | SAYSO_MORPH_INFINITIVE)) != 0 &&
                       sayso_tree_deprel_is (&self->tree, token, "advcl xcomp conj") &&
                       sayso_tree_child (&self->tree, token, "aux") < 0;
       hops++)
    {
      token = t->head;
      t = sayso_extractor_token (self, token);
    }
  if (t->upos != SAYSO_UPOS_VERB)
    return FALSE;
  if ((t->morph & SAYSO_MORPH_PARTICIPLE) != 0 && sayso_tree_deprel_is (&self->tree, token, "acl amod"))
    return TRUE;
  if ((t->morph & SAYSO_MORPH_PAST) != 0 || (heading && (t->morph & SAYSO_MORPH_PRESENT) != 0))
    return TRUE;
  for (int child = self->tree.first_child[token]; child >= 0; child = self->tree.next_sibling[child])
    if (sayso_tree_deprel_is (&self->tree, child, "aux aux:pass") &&
        ((sayso_extractor_token (self, child)->morph & SAYSO_MORPH_PAST) != 0 ||
         sayso_tree_lemma_in (&self->tree, child, "have")))
      return TRUE;

  return FALSE;
}

/*
 * What has no time of its own but is told as past happened before the article was published; and where it carries a
 * story on, not before what the paragraph dated last. These are bounds, no dates: see [enum@Sayso.Dating].
 */
void
sayso_event_date_by_narrative (SaysoExtractor *self)
{
  GArray *events = self->extraction->events;
  SaysoBounds published = SAYSO_BOUNDS_UNKNOWN;
  const SaysoExtractedEvent *last = NULL;
  guint last_paragraph = G_MAXUINT;

  if (self->published != NULL)
    {
      /* The day will do, and the clock may be another zone's. */
      g_autofree char *day = g_strndup (self->published, strlen ("YYYY-MM-DD"));

      sayso_bounds_parse (day, day, &published);
    }
  for (guint i = 0; i < events->len; i++)
    {
      SaysoExtractedEvent *event = &g_array_index (events, SaysoExtractedEvent, i);
      guint token = sayso_extractor_run (self, event->trigger).first;
      guint paragraph = sayso_reading_sentence (self->reading, self->tree.sentence[token])->paragraph;

      if (event->factuality != SAYSO_FACTUALITY_ASSERTED)
        continue;
      if (event->dating == SAYSO_DATING_TIME)
        {
          if (carries_on (self, token) && !event->bounds.lasting && event->bounds.earliest != SAYSO_OPEN_PAST)
            {
              last = event;
              last_paragraph = paragraph;
            }
          continue;
        }
      if (!sayso_event_is_past (self, token))
        continue;
      event->bounds.latest = published.latest;
      if (published.latest != SAYSO_OPEN_FUTURE)
        event->dating = SAYSO_DATING_PUBLISHED;
      if (last != NULL && last_paragraph == paragraph && carries_on (self, token) &&
          last->bounds.earliest < event->bounds.latest)
        {
          event->bounds.earliest = last->bounds.earliest;
          event->dating = SAYSO_DATING_NARRATIVE;
        }
    }
}

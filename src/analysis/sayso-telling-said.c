/* sayso-telling-said.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-telling-private.h"

#include <string.h>

#include "sayso-vocabulary.h"

/* On whose word a sentence tells something. */

/* What describes somebody before the name has so many words at most. */
#define MAX_DESCRIBED 6

/* Where so much more stands before who says it, that is what is told: "..., messages suggest that the Post has seen".
 */
#define MUCH_BEFORE 2

/* Where so many characters follow who said it in the middle of a sentence, they are told as well. */
#define MAX_AFTER_TAIL 4

static guint
overlap (SaysoSpan a, SaysoSpan b)
{
  return sayso_span_overlaps (a, b) ? MIN (a.end, b.end) - MAX (a.start, b.start) : 0;
}

guint
sayso_making_share (SaysoMakingClaim *claim, SaysoMakingPart part, SaysoSpan span)
{
  guint n = 0;

  for (guint i = 0; i < claim->spans[part]->len; i++)
    n += overlap (g_array_index (claim->spans[part], SaysoSpan, i), span);

  return n;
}

static guint
depth_of (SaysoMaking *self, SaysoMakingClaim *claim)
{
  guint depth = 0;

  for (; claim != NULL && depth < 16; claim = sayso_making_find_claim (self, claim->parent))
    depth++;

  return depth;
}

/* "It rose, she said, more than ministers had promised": what is within another's words and little of them, is not what
 * they tell. */
static gboolean
is_aside (SaysoMaking *self, SaysoMakingClaim *claim, SaysoSpan sentence)
{
  SaysoMakingClaim *parent = sayso_making_find_claim (self, claim->parent);

  return parent != NULL && 2 * sayso_making_share (claim, SAYSO_MAKING_CONTENT, sentence) <
                               sayso_making_share (parent, SAYSO_MAKING_CONTENT, sentence);
}

/* The innermost claim that a good part of the sentence stands in; that with a source rather than one without. */
SaysoMakingClaim *
sayso_making_claim_of (SaysoMaking *self, SaysoSpan sentence)
{
  SaysoMakingClaim *best = NULL;
  guint best_score = 0;

  for (guint i = 0; i < self->claims->len; i++)
    {
      SaysoMakingClaim *claim = g_ptr_array_index (self->claims, i);
      guint inside = sayso_making_share (claim, SAYSO_MAKING_CONTENT, sentence), score;
      /* Where the words that say who says it stand in the sentence, that is what it is about. */
      guint least =
          (sentence.end - sentence.start) / (sayso_making_share (claim, SAYSO_MAKING_CUE, sentence) > 0 ? 6 : 3);

      if (inside < MAX (1, least) || claim->kind == SAYSO_SOURCE_AUTHOR || is_aside (self, claim, sentence))
        continue;
      score = 3 * depth_of (self, claim) + (claim->kind != SAYSO_SOURCE_UNKNOWN) +
              (sayso_making_share (claim, SAYSO_MAKING_CUE, sentence) > 0) + 1;
      if (score > best_score)
        {
          best = claim;
          best_score = score;
        }
    }

  return best;
}

/* Whom a source speaks for: a named actor in what describes a spokesman, or who made a paper. */
static char *
office_of (SaysoMaking *self, SaysoSpan source, const char *name, SaysoSourceKind kind)
{
  g_autofree char *words = sayso_text_slice (self->text, source);

  if (kind != SAYSO_SOURCE_DOCUMENT && !sayso_vocabulary_has ("speak", words))
    return NULL;
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const SaysoMakingMention *mention = &g_array_index (self->mentions, SaysoMakingMention, i);

      if (!mention->unnamed && mention->kind != SAYSO_NAME_OUTLET && mention->kind != SAYSO_NAME_PLACE &&
          sayso_span_overlaps (source, mention->span) && g_strcmp0 (mention->name, name) != 0)
        return sayso_outlet_key (mention->name);
    }

  return NULL;
}

/* Whether a name stands in what the source is called, or only "the army". */
static gboolean
has_capital (SaysoMaking *self, SaysoMakingClaim *claim)
{
  for (guint i = 0; i < claim->spans[SAYSO_MAKING_SOURCE]->len; i++)
    {
      g_autofree char *words =
          sayso_text_slice (self->text, g_array_index (claim->spans[SAYSO_MAKING_SOURCE], SaysoSpan, i));

      for (const char *p = *words != '\0' ? g_utf8_next_char (words) : words; *p != '\0'; p = g_utf8_next_char (p))
        if (g_unichar_isupper (g_utf8_get_char (p)))
          return TRUE;
    }

  return FALSE;
}

static char *
words_of_source (SaysoMaking *self, SaysoMakingClaim *claim)
{
  GArray *spans = claim->spans[SAYSO_MAKING_SOURCE];

  return spans->len > 0 ? sayso_text_slice (self->text, g_array_index (spans, SaysoSpan, 0)) : NULL;
}

/* The name that what describes somebody ends with: "her manager Corro Shipping", "the head of the council, Ada Moll".
 */
static const SaysoMakingMention *
find_name_in (SaysoMaking *self, SaysoSpan source)
{
  const SaysoMakingMention *found = NULL;

  for (guint i = 0; i < self->mentions->len; i++)
    {
      const SaysoMakingMention *mention = &g_array_index (self->mentions, SaysoMakingMention, i);
      g_autofree char *before = NULL, *after = NULL;
      g_autoptr (GArray) tokens = NULL;

      if (!mention->proper || mention->unnamed || mention->kind == SAYSO_NAME_PLACE ||
          !sayso_span_contains (source, mention->span) || mention->span.start == source.start)
        continue;
      before = sayso_text_slice (self->text, SAYSO_SPAN (source.start, mention->span.start));
      after = sayso_text_slice (self->text, SAYSO_SPAN (mention->span.end, source.end));
      tokens = sayso_vocabulary_split (before, 0);
      if ((*after != '\0' && *after != ',') || tokens->len == 0)
        continue;
      if (g_str_has_suffix (before, ", ") || (!sayso_vocabulary_has ("link", before) && tokens->len <= MAX_DESCRIBED))
        found = mention;
    }

  return found;
}

/* The same where no mention is known: "her manager Corro Shipping". */
static char *
find_capitals_in (const char *source)
{
  g_autoptr (GArray) tokens = sayso_vocabulary_split (source, 0);
  guint first = tokens->len;

  while (first > 0 && g_array_index (tokens, SaysoVocable, first - 1).capital)
    first--;
  if (first == 0 || first == tokens->len || first > MAX_DESCRIBED)
    return NULL;
  for (guint i = 0; i < first; i++)
    if (sayso_vocabulary_is ("link", g_array_index (tokens, SaysoVocable, i).key) ||
        (i > 0 && g_array_index (tokens, SaysoVocable, i).capital))
      return NULL;
  if (first == 1 && sayso_vocabulary_is ("determiner", g_array_index (tokens, SaysoVocable, 0).key))
    return NULL;

  return g_strdup (g_utf8_offset_to_pointer (source, g_array_index (tokens, SaysoVocable, first).span.start));
}

static void
take_source (SaysoMaking *self, SaysoMakingClaim *claim, SaysoSaid *said)
{
  g_autofree char *words = words_of_source (self, claim), *ends = NULL;
  const SaysoMakingMention *who;

  if ((claim->kind == SAYSO_SOURCE_OUTLET || claim->unnamed) && words != NULL &&
      sayso_making_cite_described (self, words, said))
    return;
  if (claim->kind == SAYSO_SOURCE_OUTLET && (claim->unnamed || claim->name == NULL))
    {
      sayso_making_cite_again (self, words != NULL ? words : "", said);
      return;
    }
  if (claim->kind == SAYSO_SOURCE_NAMED && claim->actor_kind != SAYSO_NAME_PERSON &&
      sayso_making_cite_in_short (self, claim, said))
    return;
  if (claim->kind == SAYSO_SOURCE_OUTLET ||
      (claim->name != NULL && sayso_making_publishes (self, claim->name) &&
       (claim->actor_kind == SAYSO_NAME_OUTLET || claim->kind == SAYSO_SOURCE_DOCUMENT)) ||
      sayso_making_is_part_of_own_name (self, claim))
    {
      sayso_making_add_outlet (self, said, claim->name);
      return;
    }
  if (claim->kind == SAYSO_SOURCE_UNKNOWN || claim->kind == SAYSO_SOURCE_AUTHOR || claim->name == NULL)
    return;

  /* "newspapers have reported" */
  if (claim->unnamed && sayso_vocabulary_has ("press", claim->name))
    {
      said->press = TRUE;
      return;
    }

  /* The innermost comes last, and is the one that counts. */
  said->kind = claim->kind;
  said->several = claim->several;
  g_set_str (&said->name, claim->name);
  said->loose = !claim->unnamed && !has_capital (self, claim);
  said->actor = claim->unnamed ? 0 : claim->actor;
  /* No place speaks where only "the police" do. */
  if (said->loose && words != NULL &&
      (claim->actor_kind == SAYSO_NAME_PLACE ||
       (sayso_vocabulary_has ("collective", words) && !sayso_vocabulary_has ("collective", said->name))))
    {
      g_set_str (&said->name, words);
      said->actor = 0;
    }
  who = (claim->unnamed || said->actor == 0) && words != NULL && said->kind != SAYSO_SOURCE_DOCUMENT
            ? find_name_in (self, g_array_index (claim->spans[SAYSO_MAKING_SOURCE], SaysoSpan, 0))
            : NULL;
  ends = who == NULL && (claim->unnamed || said->actor == 0) && words != NULL && said->kind != SAYSO_SOURCE_DOCUMENT
             ? find_capitals_in (words)
             : NULL;
  if (who != NULL || ends != NULL)
    {
      said->kind = SAYSO_SOURCE_NAMED;
      said->several = FALSE;
      said->actor = who != NULL ? who->actor : 0;
      g_set_str (&said->name, who != NULL ? who->name : ends);
    }
  g_clear_pointer (&said->office, g_free);
  for (guint i = 0; said->office == NULL && i < claim->spans[SAYSO_MAKING_SOURCE]->len; i++)
    said->office =
        office_of (self, g_array_index (claim->spans[SAYSO_MAKING_SOURCE], SaysoSpan, i), said->name, said->kind);
  if (claim->spans[SAYSO_MAKING_CUE]->len > 0)
    {
      g_clear_pointer (&said->cue, g_free);
      said->cue = sayso_text_slice (self->text, g_array_index (claim->spans[SAYSO_MAKING_CUE], SaysoSpan, 0));
    }
}

static gboolean
is_beside_report (SaysoMaking *self, SaysoSpan span)
{
  guint from = span.start > 24 ? span.start - 24 : 0, to = MIN (span.end + 16, sayso_text_get_chars (self->text));
  g_autofree char *around = sayso_text_slice (self->text, SAYSO_SPAN (from, to));

  return sayso_vocabulary_has ("tell", around) || sayso_vocabulary_has ("obtain", around);
}

/* Whether a publisher's name shows that it brings no news: a ministry, a company, a union. */
static gboolean
is_body (const char *outlet)
{
  return sayso_vocabulary_has ("body", outlet) && !sayso_vocabulary_has ("masthead", outlet);
}

/* "We have found", and not "we know": not in somebody's quoted words. */
static gboolean
is_first_person (const char *sentence)
{
  static const char *const quotes[] = { "\"", "“", "”", "‘", "„", "«" };

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    if (strstr (sentence, quotes[i]) != NULL)
      return FALSE;

  return sayso_vocabulary_has ("self", sentence) && !sayso_vocabulary_has ("hold", sentence);
}

/* What a firm publishes is its own word: it is no outlet, or speaks of itself where an outlet is only named as the one
 * that was told. So is what anybody tells as having found it out. */
static void
speak_for_itself (SaysoMaking *self, SaysoSpan sentence, SaysoSaid *said)
{
  const SaysoMakingMention *own = NULL;
  g_autofree char *words = sayso_text_slice (self->text, sentence);
  guint n = 0;

  for (guint i = 0; self->outlet != NULL && i < self->mentions->len; i++)
    {
      const SaysoMakingMention *mention = &g_array_index (self->mentions, SaysoMakingMention, i);
      g_autofree char *key = NULL, *written = NULL;

      if (!mention->proper || mention->unnamed || mention->kind == SAYSO_NAME_PLACE)
        continue;
      written = sayso_text_slice (self->text, mention->span);
      key = sayso_outlet_key (written);
      if (!g_str_equal (key, self->outlet_key) || is_beside_report (self, mention->span))
        continue;
      own = mention;
      n++;
    }
  if (self->outlet == NULL || (!is_body (self->outlet) && !is_first_person (words) &&
                               (own == NULL || n < (own->kind == SAYSO_NAME_OUTLET ? 2 : 1))))
    return;

  said->self = TRUE;
  said->kind = SAYSO_SOURCE_NAMED;
  said->name = g_strdup (own != NULL ? own->name : self->outlet);
  said->actor = own != NULL ? own->actor : 0;
}

/* -- where in a sentence it is said -------------------------------------------------------------------- */

static SaysoSpan
hull_of (SaysoMakingClaim *claim, SaysoMakingPart part, SaysoSpan sentence)
{
  SaysoSpan hull = SAYSO_SPAN (0, 0);

  for (guint i = 0; i < claim->spans[part]->len; i++)
    {
      SaysoSpan span = g_array_index (claim->spans[part], SaysoSpan, i);

      if (!sayso_span_overlaps (span, sentence))
        continue;
      hull = hull.end == 0 ? span : SAYSO_SPAN (MIN (hull.start, span.start), MAX (hull.end, span.end));
    }

  return hull;
}

/* What stands on the side of "said" where nothing is told, tells nothing: "on Sunday", "who asked not to be named". */
static void
leave_out_frame (SaysoMaking *self, SaysoSpan sentence, SaysoMakingClaim *claim)
{
  SaysoSpan content = hull_of (claim, SAYSO_MAKING_CONTENT, sentence);
  SaysoSpan cue = hull_of (claim, SAYSO_MAKING_CUE, sentence), source = hull_of (claim, SAYSO_MAKING_SOURCE, sentence);
  SaysoSpan frame = source.end == 0 ? cue : SAYSO_SPAN (MIN (cue.start, source.start), MAX (cue.end, source.end));

  if (cue.end == 0 || content.end == 0)
    return;
  if (content.end <= frame.start)
    self->told.end = MIN (self->told.end, frame.start);
  else if (content.start >= frame.end && frame.start - sentence.start > MUCH_BEFORE * (content.end - content.start))
    self->told.end = MIN (self->told.end, frame.start);
  else if (content.start >= frame.end)
    self->told.start = MAX (self->told.start, frame.end);
}

/* "The minister knew": it is not from whoever knew it that it comes. */
static gboolean
is_held (SaysoMaking *self, SaysoMakingClaim *claim)
{
  g_autofree char *cue =
      claim->spans[SAYSO_MAKING_CUE]->len > 0
          ? sayso_text_slice (self->text, g_array_index (claim->spans[SAYSO_MAKING_CUE], SaysoSpan, 0))
          : NULL;
  g_auto (GStrv) words = cue != NULL ? g_strsplit (cue, " ", 4) : NULL;

  if (words == NULL || words[0] == NULL)
    return FALSE;
  for (guint i = 0; words[i + 1] != NULL; i++)
    if (sayso_vocabulary_is ("passive", words[i]) && sayso_vocabulary_is ("hear", words[i + 1]))
      return TRUE;

  return sayso_vocabulary_is ("hold", words[0]);
}

/* Whether the end of a sentence tells better whose word it is than what the reader of texts saw. */
static gboolean
is_better (SaysoMaking *self, const SaysoTail *tail, SaysoMakingClaim *claim)
{
  if (claim == NULL || tail->leads || sayso_making_share (claim, SAYSO_MAKING_CONTENT, tail->source) > 0)
    return TRUE;
  if (sayso_making_share (claim, SAYSO_MAKING_SOURCE, tail->source) > 0)
    return FALSE;

  return sayso_making_share (claim, SAYSO_MAKING_SOURCE, tail->span) > 0 ||
         (sayso_making_share (claim, SAYSO_MAKING_CUE, tail->span) > 0 &&
          sayso_making_share (claim, SAYSO_MAKING_CUE, tail->verb) == 0);
}

static gboolean
is_document (const char *words)
{
  return sayso_vocabulary_has ("document", words);
}

static void
take_tail (SaysoMaking *self, const SaysoTail *tail, SaysoSaid *said)
{
  g_autofree char *words = sayso_text_slice (self->text, tail->source);
  const SaysoMakingMention *who = NULL;

  for (guint i = 0; i < self->mentions->len; i++)
    {
      const SaysoMakingMention *mention = &g_array_index (self->mentions, SaysoMakingMention, i);

      if (sayso_span_contains (tail->source, mention->span) && mention->proper && !mention->unnamed &&
          (mention->kind == SAYSO_NAME_PERSON || mention->span.start == tail->source.start) &&
          (who == NULL || who->kind != SAYSO_NAME_PERSON))
        who = mention;
    }
  if (who != NULL && who->kind == SAYSO_NAME_OUTLET)
    {
      sayso_making_add_outlet (self, said, who->name);
      return;
    }
  if (sayso_making_cite_described (self, words, said))
    return;
  if (who == NULL && !tail->capital && sayso_vocabulary_has ("medium", words) && g_str_has_prefix (words, "the "))
    {
      sayso_making_cite_again (self, words, said);
      return;
    }
  if (sayso_vocabulary_has ("press", words) && who == NULL)
    {
      said->press = TRUE;
      return;
    }

  said->kind = tail->shows || (who == NULL && is_document (words)) ? SAYSO_SOURCE_DOCUMENT
               : who != NULL || tail->capital                      ? SAYSO_SOURCE_NAMED
                                                                   : SAYSO_SOURCE_ANONYMOUS;
  said->name = who != NULL && said->kind == SAYSO_SOURCE_NAMED ? g_strdup (who->name) : g_steal_pointer (&words);
  said->actor = who != NULL && said->kind == SAYSO_SOURCE_NAMED ? who->actor : 0;
  said->office = office_of (self, tail->source, said->name, said->kind);
}

/* "her manager Corro Shipping said", where only "her manager" was seen. */
static void
complete_name (SaysoMaking *self, const SaysoTail *tail, SaysoSaid *said)
{
  g_autofree char *words = sayso_text_slice (self->text, tail->source);
  g_autofree char *name = NULL;

  if (said->name == NULL || said->actor != 0 || said->kind == SAYSO_SOURCE_DOCUMENT ||
      !g_str_has_prefix (words, said->name))
    return;
  name = find_capitals_in (words);
  if (name == NULL || strlen (said->name) + strlen (name) + 1 < strlen (words))
    return;
  said->kind = SAYSO_SOURCE_NAMED;
  said->several = FALSE;
  g_set_str (&said->name, name);
}

/* An agency's story begins with its name: "HALVERY (Merid News) —". */
static void
take_dateline (SaysoMaking *self, SaysoSaid *said)
{
  if (self->agency != NULL)
    sayso_making_add_outlet (self, said, self->agency);
}

void
sayso_making_find_said (SaysoMaking *self, SaysoTelling *telling, SaysoMakingClaim *claim)
{
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  SaysoSaid *said = &telling->said;
  SaysoTail tail;
  gboolean ends = sayso_making_find_tail (self, telling->span, &tail);

  gboolean better = ends && is_better (self, &tail, claim), others = FALSE;

  if (ends && tail.leads)
    self->told.start = MAX (self->told.start, tail.span.end);
  else if (ends && tail.span.end + MAX_AFTER_TAIL > telling->span.end)
    self->told.end = MIN (self->told.end, tail.span.start);
  else if (better)
    self->aside = tail.span;
  if (better)
    {
      take_tail (self, &tail, said);
      claim = NULL;
    }
  if (claim != NULL)
    leave_out_frame (self, telling->span, claim);

  for (SaysoMakingClaim *c = claim; c != NULL && path->len < 16; c = sayso_making_find_claim (self, c->parent))
    g_ptr_array_insert (path, 0, c);
  for (guint i = 0; i < path->len; i++)
    {
      SaysoMakingClaim *step = g_ptr_array_index (path, i);

      /* "She is said to have agreed": others say it, and she does not. */
      if (step->kind == SAYSO_SOURCE_UNKNOWN)
        {
          said->press = said->kind == SAYSO_SOURCE_AUTHOR && step->spans[SAYSO_MAKING_SOURCE]->len == 0;
          others = step->spans[SAYSO_MAKING_SOURCE]->len > 0;
          break;
        }
      if (!is_held (self, step))
        take_source (self, step, said);
    }
  if (ends && said->kind == SAYSO_SOURCE_AUTHOR && said->outlets->len == 0 && !said->press)
    take_tail (self, &tail, said);
  if (ends && !better)
    complete_name (self, &tail, said);
  sayso_making_find_outlets (self, telling->span, claim, said);
  said->direct = sayso_making_find_hearer (self, telling->span, said);
  if (said->direct && said->kind != SAYSO_SOURCE_AUTHOR)
    g_ptr_array_set_size (said->outlets, 0);
  take_dateline (self, said);

  if (said->kind == SAYSO_SOURCE_AUTHOR && said->outlets->len == 0 && !others &&
      (!said->press || is_body (self->outlet != NULL ? self->outlet : "")))
    speak_for_itself (self, telling->span, said);
  sayso_making_recall_source (self, telling->span, said);
}

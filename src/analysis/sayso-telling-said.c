/* sayso-telling-said.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-telling-private.h"

#include <string.h>

#include "sayso-vocabulary.h"

/* On whose word a sentence tells something. */

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

      if (inside < MAX (1, least) || claim->kind == SAYSO_SOURCE_AUTHOR)
        continue;
      score = 2 * depth_of (self, claim) + (claim->kind != SAYSO_SOURCE_UNKNOWN) + 1;
      if (score > best_score)
        {
          best = claim;
          best_score = score;
        }
    }

  return best;
}

gboolean
sayso_making_is_own_outlet (SaysoMaking *self, const char *key)
{
  return *self->outlet_key != '\0' && sayso_outlet_is (key, self->outlet_key);
}

static void
add_outlet (SaysoMaking *self, SaysoSaid *said, const char *name)
{
  g_autofree char *key = sayso_outlet_key (name);

  if (*key == '\0' || sayso_making_is_own_outlet (self, key))
    return;
  for (guint i = 0; i < said->outlets->len; i++)
    {
      g_autofree char *other = sayso_outlet_key (g_ptr_array_index (said->outlets, i));

      if (sayso_outlet_is (key, other))
        return;
    }
  g_ptr_array_add (said->outlets, g_strdup (name));
}

static gboolean
publishes (SaysoMaking *self, const char *name)
{
  g_autofree char *key = sayso_outlet_key (name);

  for (guint i = 0; i < self->outlets->len; i++)
    if (g_str_equal (key, g_ptr_array_index (self->outlets, i)))
      return TRUE;

  return FALSE;
}

static gboolean
names_outlet (SaysoMaking *self, const SaysoMakingMention *mention)
{
  return mention->kind == SAYSO_NAME_OUTLET && !mention->unnamed;
}

static gboolean
ends_with_word (const char *words, const char *word)
{
  gsize n = strlen (words), m = strlen (word);

  return n >= m && g_str_equal (words + n - m, word) && (n == m || words[n - m - 1] == ' ');
}

/* What publishes an article of the casebook need not be known as an outlet. It is cited where it is said to report
 * something, or to have been told. @key: the words of a sentence */
static gboolean
is_cited (const char *outlet, const char *key)
{
  const char *found = strchr (outlet, ' ') != NULL ? strstr (key, outlet) : NULL;
  g_autofree char *before = NULL;
  g_auto (GStrv) after = NULL;

  if (found == NULL || (found != key && found[-1] != ' ') || strchr (" ", found[strlen (outlet)]) == NULL)
    return FALSE;

  before = g_strchomp (g_strndup (key, found - key));
  if (ends_with_word (before, "the"))
    {
      before[strlen (before) - strlen ("the")] = '\0';
      g_strchomp (before);
    }
  if (ends_with_word (before, "told") || ends_with_word (before, "according to") || ends_with_word (before, "by"))
    return TRUE;

  found += strlen (outlet);
  after = g_strsplit (*found == ' ' ? found + 1 : found, " ", 3);

  return after[0] != NULL &&
         (sayso_vocabulary_is ("tell", after[0]) || (after[1] != NULL && sayso_vocabulary_is ("tell", after[1])));
}

/* Outlets named outside of what is told: "two officials told CyberScoop". */
static void
find_outlets (SaysoMaking *self, SaysoSpan sentence, SaysoMakingClaim *claim, SaysoSaid *said)
{
  g_autofree char *words = sayso_text_slice (self->text, sentence);
  g_autofree char *key = sayso_outlet_key (words);

  for (guint i = 0; i < self->mentions->len; i++)
    {
      const SaysoMakingMention *mention = &g_array_index (self->mentions, SaysoMakingMention, i);

      if (!sayso_span_contains (sentence, mention->span) || !names_outlet (self, mention))
        continue;
      if (claim == NULL || sayso_making_share (claim, SAYSO_MAKING_CONTENT, mention->span) == 0 ||
          claim->kind == SAYSO_SOURCE_OUTLET)
        add_outlet (self, said, mention->name);
    }

  for (guint i = 0; i < self->outlets->len; i++)
    if (is_cited (g_ptr_array_index (self->outlets, i), key))
      add_outlet (self, said, g_ptr_array_index (self->outlets, i));
}

/* Whom an unnamed source speaks for: a named actor mentioned in what describes them. */
static char *
office_of (SaysoMaking *self, SaysoMakingClaim *claim)
{
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const SaysoMakingMention *mention = &g_array_index (self->mentions, SaysoMakingMention, i);

      if (!mention->unnamed && mention->kind != SAYSO_NAME_OUTLET && mention->kind != SAYSO_NAME_PLACE &&
          sayso_making_share (claim, SAYSO_MAKING_SOURCE, mention->span) > 0)
        return sayso_outlet_key (mention->name);
    }

  return NULL;
}

static gboolean
has_word (const char *class, const char *words, guint offset)
{
  g_autoptr (GArray) tokens = sayso_vocabulary_split (words, offset);

  for (guint i = 0; i < tokens->len; i++)
    if (sayso_vocabulary_is (class, g_array_index (tokens, SaysoVocable, i).key))
      return TRUE;

  return FALSE;
}

static void
take_source (SaysoMaking *self, SaysoMakingClaim *claim, SaysoSaid *said)
{

  if (claim->kind == SAYSO_SOURCE_OUTLET && (claim->unnamed || claim->name == NULL))
    {
      said->press = TRUE;
      return;
    }
  if (claim->kind == SAYSO_SOURCE_OUTLET ||
      (claim->name != NULL && publishes (self, claim->name) && claim->actor_kind == SAYSO_NAME_OUTLET))
    {
      add_outlet (self, said, claim->name);
      return;
    }
  if (claim->kind == SAYSO_SOURCE_UNKNOWN || claim->kind == SAYSO_SOURCE_AUTHOR || claim->name == NULL)
    return;

  /* "newspapers have reported" */
  if (claim->unnamed && has_word ("press", claim->name, 0))
    {
      said->press = TRUE;
      return;
    }

  /* The innermost comes last, and is the one that counts. */
  said->kind = claim->kind;
  said->several = claim->several;
  g_set_str (&said->name, claim->name);
  said->actor = claim->unnamed ? 0 : claim->actor;
  g_clear_pointer (&said->office, g_free);
  said->office = claim->unnamed ? office_of (self, claim) : NULL;
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

  return has_word ("tell", around, 0);
}

/* What a firm publishes is its own word: it speaks of itself, where an outlet is only named as the one that was told.
 */
static void
speak_for_itself (SaysoMaking *self, SaysoSaid *said)
{
  const SaysoMakingMention *own = NULL;
  guint n = 0;

  for (guint i = 0; self->outlet != NULL && i < self->mentions->len; i++)
    {
      const SaysoMakingMention *mention = &g_array_index (self->mentions, SaysoMakingMention, i);
      g_autofree char *key = NULL;

      if (!mention->proper || mention->unnamed || mention->kind == SAYSO_NAME_PLACE)
        continue;
      key = sayso_outlet_key (mention->name);
      if (!g_str_equal (key, self->outlet_key) || is_beside_report (self, mention->span))
        continue;
      own = mention;
      n++;
    }
  if (own == NULL || n < (own->kind == SAYSO_NAME_OUTLET ? 2 : 1))
    return;

  said->kind = SAYSO_SOURCE_NAMED;
  said->name = g_strdup (own->name);
  said->actor = own->actor;
}

/* "..., a curator told the Weekly.": what the reader of texts did not see as a claim, by its place and its verb alone.
 */
static void
find_tail (SaysoMaking *self, SaysoSpan sentence, SaysoSaid *said)
{
  g_autofree char *words = sayso_text_slice (self->text, sentence);
  const char *comma = g_strrstr (words, ", ");
  guint start = comma != NULL ? sentence.start + (guint) g_utf8_strlen (words, comma - words) : 0;
  g_autoptr (GArray) tokens = comma != NULL ? sayso_vocabulary_split (comma, start) : NULL;

  self->tail = SAYSO_SPAN (0, 0);
  for (guint i = 1; tokens != NULL && i < tokens->len; i++)
    {
      const SaysoVocable *verb = &g_array_index (tokens, SaysoVocable, i);
      SaysoSpan source = SAYSO_SPAN (g_array_index (tokens, SaysoVocable, 0).span.start,
                                     g_array_index (tokens, SaysoVocable, i - 1).span.end);

      if (!sayso_vocabulary_is ("tell", verb->key))
        continue;
      self->tail = SAYSO_SPAN (start, sentence.end);
      said->name = sayso_text_slice (self->text, source);
      said->kind = g_array_index (tokens, SaysoVocable, 0).capital ? SAYSO_SOURCE_NAMED : SAYSO_SOURCE_ANONYMOUS;
      return;
    }
}

void
sayso_making_find_said (SaysoMaking *self, SaysoTelling *telling, SaysoMakingClaim *claim)
{
  g_autoptr (GPtrArray) path = g_ptr_array_new ();

  self->tail = SAYSO_SPAN (0, 0);
  if (claim == NULL)
    find_tail (self, telling->span, &telling->said);

  for (SaysoMakingClaim *c = claim; c != NULL && path->len < 16; c = sayso_making_find_claim (self, c->parent))
    g_ptr_array_insert (path, 0, c);
  for (guint i = 0; i < path->len; i++)
    {
      const SaysoMakingClaim *step = g_ptr_array_index (path, i);

      take_source (self, g_ptr_array_index (path, i), &telling->said);
      /* "She is said to have agreed": others say it, and she does not. */
      if (step->kind == SAYSO_SOURCE_UNKNOWN)
        {
          telling->said.press = telling->said.kind == SAYSO_SOURCE_AUTHOR;
          break;
        }
    }
  find_outlets (self, telling->span, claim, &telling->said);

  if (telling->said.kind == SAYSO_SOURCE_AUTHOR && telling->said.outlets->len == 0)
    speak_for_itself (self, &telling->said);
  if (telling->said.kind == SAYSO_SOURCE_ANONYMOUS || telling->said.kind == SAYSO_SOURCE_NAMED)
    telling->said.apart = telling->said.name != NULL && has_word ("independent", telling->said.name, 0);
}

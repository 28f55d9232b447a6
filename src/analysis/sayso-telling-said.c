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

/* Outlets named outside of what is told: "two officials told CyberScoop". @claim: nothing for a sentence with a tail */
static void
find_outlets (SaysoMaking *self, SaysoSpan sentence, SaysoMakingClaim *claim, SaysoSaid *said)
{
  g_autofree char *words = sayso_text_slice (self->text, sentence);
  g_autofree char *key = sayso_outlet_key (words);

  for (guint i = 0; i < self->mentions->len; i++)
    {
      const SaysoMakingMention *mention = &g_array_index (self->mentions, SaysoMakingMention, i);

      if (!sayso_span_contains (sentence, mention->span) || !names_outlet (self, mention) ||
          (claim == NULL && self->told.end < sentence.end && sayso_span_contains (self->told, mention->span)))
        continue;
      if (claim == NULL || sayso_making_share (claim, SAYSO_MAKING_CONTENT, mention->span) == 0 ||
          claim->kind == SAYSO_SOURCE_OUTLET)
        add_outlet (self, said, mention->name);
    }

  for (guint i = 0; i < self->outlets->len; i++)
    if (is_cited (g_ptr_array_index (self->outlets, i), key))
      add_outlet (self, said, g_ptr_array_index (self->outlets, i));
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

/* Whom a source speaks for: a named actor in what describes a spokesman, or who made a paper. */
static char *
office_of (SaysoMaking *self, SaysoSpan source, const char *name, SaysoSourceKind kind)
{
  g_autofree char *words = sayso_text_slice (self->text, source);

  if (kind != SAYSO_SOURCE_DOCUMENT && !has_word ("speak", words, 0))
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

/* "The Argus reported", in the Daily Argus. */
static gboolean
is_part_of_own_name (SaysoMaking *self, SaysoMakingClaim *claim)
{
  g_autofree char *key =
      claim->name != NULL && claim->kind == SAYSO_SOURCE_NAMED ? sayso_outlet_key (claim->name) : NULL;

  return key != NULL && !g_str_equal (key, self->outlet_key) && sayso_making_is_own_outlet (self, key);
}

static const SaysoSaid *
said_before (SaysoMaking *self, guint i)
{
  return &((const SaysoTelling *) g_ptr_array_index (self->before, i))->said;
}

/* "The website reports": the outlet that the article cited last; "newspapers report": the press. */
static void
cite_again (SaysoMaking *self, SaysoMakingClaim *claim, SaysoSaid *said)
{
  g_autofree char *words =
      claim->spans[SAYSO_MAKING_SOURCE]->len > 0
          ? sayso_text_slice (self->text, g_array_index (claim->spans[SAYSO_MAKING_SOURCE], SaysoSpan, 0))
          : NULL;

  if (words != NULL && g_ascii_strncasecmp (words, "the ", 4) == 0 && !has_word ("press", words, 0))
    for (guint i = self->before->len; i-- > 0;)
      if (said_before (self, i)->outlets->len > 0)
        {
          add_outlet (self, said, g_ptr_array_index (said_before (self, i)->outlets, 0));
          return;
        }
  said->press = TRUE;
}

/* "The Journal said": the Lakeside Journal that the article cited before. */
static gboolean
cite_in_short (SaysoMaking *self, SaysoMakingClaim *claim, SaysoSaid *said)
{
  g_autofree char *key = claim->name != NULL ? sayso_outlet_key (claim->name) : NULL;

  for (guint i = self->before->len; key != NULL && i-- > 0;)
    for (guint k = 0; k < said_before (self, i)->outlets->len; k++)
      {
        const char *outlet = g_ptr_array_index (said_before (self, i)->outlets, k);
        g_autofree char *other = sayso_outlet_key (outlet);

        if (sayso_outlet_is (key, other))
          {
            add_outlet (self, said, outlet);
            return TRUE;
          }
      }

  return FALSE;
}

static void
take_source (SaysoMaking *self, SaysoMakingClaim *claim, SaysoSaid *said)
{
  if (claim->kind == SAYSO_SOURCE_OUTLET && (claim->unnamed || claim->name == NULL))
    {
      cite_again (self, claim, said);
      return;
    }
  if (claim->kind == SAYSO_SOURCE_NAMED && claim->actor_kind != SAYSO_NAME_PERSON && cite_in_short (self, claim, said))
    return;
  if (claim->kind == SAYSO_SOURCE_OUTLET ||
      (claim->name != NULL && publishes (self, claim->name) &&
       (claim->actor_kind == SAYSO_NAME_OUTLET || claim->kind == SAYSO_SOURCE_DOCUMENT)) ||
      is_part_of_own_name (self, claim))
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
  said->loose = !claim->unnamed && !has_capital (self, claim);
  said->actor = claim->unnamed ? 0 : claim->actor;
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

  return has_word ("tell", around, 0) || has_word ("obtain", around, 0);
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
  g_auto (GStrv) words = cue != NULL ? g_strsplit (cue, " ", 3) : NULL;

  return words != NULL && words[0] != NULL &&
         (sayso_vocabulary_is ("hold", words[0]) ||
          (words[1] != NULL && sayso_vocabulary_is ("passive", words[0]) && sayso_vocabulary_is ("hear", words[1])));
}

/* Whether the end of a sentence tells better whose word it is than what the reader of texts saw. */
static gboolean
is_better (SaysoMaking *self, const SaysoTail *tail, SaysoMakingClaim *claim)
{
  if (claim == NULL || sayso_making_share (claim, SAYSO_MAKING_CONTENT, tail->source) > 0)
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
  return has_word ("document", words, 0);
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
      add_outlet (self, said, who->name);
      return;
    }
  if (has_word ("press", words, 0) && who == NULL)
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

/* "She added": whoever spoke last. */
static void
recall_speaker (SaysoMaking *self, SaysoSaid *said)
{
  for (guint i = self->before->len; i-- > 0;)
    {
      const SaysoSaid *before = said_before (self, i);

      if (before->kind != SAYSO_SOURCE_ANONYMOUS && before->kind != SAYSO_SOURCE_NAMED)
        continue;
      said->kind = before->kind;
      said->several = before->several;
      said->actor = before->actor;
      said->loose = TRUE;
      g_set_str (&said->name, before->name);
      g_set_str (&said->office, before->office);
      return;
    }
}

/* "The official", "the report": who or what the article described in full before. */
static void
recall_source (SaysoMaking *self, SaysoSaid *said)
{
  if (said->name != NULL && sayso_vocabulary_is ("pronoun", said->name))
    {
      recall_speaker (self, said);
      return;
    }
  if (said->kind != SAYSO_SOURCE_ANONYMOUS && said->kind != SAYSO_SOURCE_DOCUMENT)
    return;
  for (guint i = self->before->len; i-- > 0;)
    {
      const SaysoSaid *before = said_before (self, i);

      if (before->kind != said->kind || strlen (before->name) <= strlen (said->name) || before->outlets->len > 0 ||
          sayso_vocabulary_likeness (before->name, said->name) < 1)
        continue;
      g_set_str (&said->name, before->name);
      g_set_str (&said->office, before->office);
      said->several = before->several;
      return;
    }
}

/* "A second employee", "two other officials". */
static gboolean
is_another (const char *words)
{
  g_autoptr (GArray) tokens = sayso_vocabulary_split (words, 0);

  for (guint i = 0; i < tokens->len; i++)
    {
      const char *key = g_array_index (tokens, SaysoVocable, i).key;

      if (sayso_vocabulary_is ("independent", key) ||
          (i > 0 && sayso_vocabulary_is ("other", key) &&
           sayso_vocabulary_is ("number", g_array_index (tokens, SaysoVocable, i - 1).key)))
        return TRUE;
    }

  return FALSE;
}

/* An agency's story begins with its name: "HALVERY (Merid News) —". */
static void
take_dateline (SaysoMaking *self, SaysoSaid *said)
{
  if (self->agency != NULL)
    add_outlet (self, said, self->agency);
}

void
sayso_making_find_said (SaysoMaking *self, SaysoTelling *telling, SaysoMakingClaim *claim)
{
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  SaysoSaid *said = &telling->said;
  SaysoTail tail;
  gboolean ends = sayso_making_find_tail (self, telling->span, &tail);

  if (ends)
    self->told.end = MIN (self->told.end, tail.span.start);
  if (ends && is_better (self, &tail, claim))
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
          break;
        }
      if (!is_held (self, step))
        take_source (self, step, said);
    }
  if (ends && said->kind == SAYSO_SOURCE_AUTHOR && said->outlets->len == 0 && !said->press)
    take_tail (self, &tail, said);
  find_outlets (self, telling->span, claim, said);
  take_dateline (self, said);

  if (said->kind == SAYSO_SOURCE_AUTHOR && said->outlets->len == 0)
    speak_for_itself (self, said);
  recall_source (self, said);
  if (said->kind == SAYSO_SOURCE_ANONYMOUS || said->kind == SAYSO_SOURCE_NAMED)
    said->apart = said->name != NULL && is_another (said->name);
}

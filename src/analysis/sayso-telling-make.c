/* sayso-telling-make.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-telling-private.h"

#include <string.h>

#include "sayso-vocabulary.h"

/* Sentences that say less tell of nothing that could be told elsewhere. */
#define MIN_WORDS 2

/* What a sentence is about begins within so many characters: after "that the". */
#define TOPIC_WITHIN 9

/* So many words say no more than that somebody says nothing. */
#define MAX_OF_SILENCE 16

/* "Rejects the latest allegation". */
#define CHARGE_WITHIN 5

/* "No record of gas" denies so many words. */
#define DENIED_BY_NO 4

/* -- what is told ------------------------------------------------------------------------------------- */

static gboolean
is_told (SaysoMaking *self, SaysoMakingClaim *claim, SaysoSpan at)
{
  if (!sayso_span_contains (self->told, at) || sayso_span_contains (self->aside, at))
    return FALSE;

  return claim == NULL || (sayso_making_share (claim, SAYSO_MAKING_SOURCE, at) == 0 &&
                           sayso_making_share (claim, SAYSO_MAKING_CUE, at) == 0);
}

static void
add_once (GPtrArray *words, char *word)
{
  guint at = 0;

  while (at < words->len && strcmp (g_ptr_array_index (words, at), word) < 0)
    at++;
  if (at < words->len && g_str_equal (g_ptr_array_index (words, at), word))
    g_free (word);
  else
    g_ptr_array_insert (words, at, word);
}

static void
add_words (GPtrArray *words, const char *name)
{
  g_autoptr (GArray) tokens = sayso_vocabulary_split (name, 0);

  for (guint i = 0; i < tokens->len; i++)
    {
      const char *key = g_array_index (tokens, SaysoVocable, i).key;

      if (sayso_vocabulary_weight (key) > 0)
        add_once (words, sayso_vocabulary_stem (key));
    }
}

static const SaysoMakingMention *
mention_at (SaysoMaking *self, SaysoSpan at)
{
  const SaysoMakingMention *best = NULL;

  for (guint i = 0; i < self->mentions->len; i++)
    {
      const SaysoMakingMention *mention = &g_array_index (self->mentions, SaysoMakingMention, i);

      if (sayso_span_contains (mention->span, at) && (!mention->unnamed || mention->pronoun) &&
          (best == NULL || mention->span.end - mention->span.start < best->span.end - best->span.start))
        best = mention;
    }

  return best;
}

static gboolean
is_outlet_of (SaysoMaking *self, SaysoTelling *telling, const SaysoMakingMention *mention)
{
  g_autofree char *key = sayso_outlet_key (mention->name);

  if (mention->kind != SAYSO_NAME_OUTLET)
    return FALSE;
  if (sayso_making_is_own_outlet (self, key))
    return TRUE;
  for (guint i = 0; i < telling->said.outlets->len; i++)
    {
      g_autofree char *other = sayso_outlet_key (g_ptr_array_index (telling->said.outlets, i));

      if (sayso_outlet_is (key, other))
        return TRUE;
    }

  return FALSE;
}

static gboolean
in_time (SaysoMaking *self, SaysoSpan at)
{
  for (guint i = 0; i < self->times->len; i++)
    if (sayso_span_contains (g_array_index (self->times, SaysoMakingTime, i).span, at))
      return TRUE;

  return FALSE;
}

/* A measure counts as one: "three weeks", "1.4 million", "90 per cent". @used: (out): how many words that takes */
static char *
stem_of (GArray *tokens, guint i, guint *used)
{
  const SaysoVocable *token = &g_array_index (tokens, SaysoVocable, i);
  const SaysoVocable *next = i + 1 < tokens->len ? &g_array_index (tokens, SaysoVocable, i + 1) : NULL;
  const char *value = next != NULL ? sayso_vocabulary_get ("unit", next->key) : NULL;
  g_autofree char *stem = sayso_vocabulary_stem (token->key);
  g_autofree char *unit = NULL;

  *used = 1;
  if (!g_ascii_isdigit (*stem) || value == NULL || strspn (stem, "0123456789.") < strlen (stem))
    return g_steal_pointer (&stem);
  unit = *value != '\0' ? g_strdup (value) : sayso_vocabulary_stem (next->key);
  *used = g_str_equal (next->key, "per") ? 3 : 2;

  return g_strconcat (stem, unit, NULL);
}

/* "The break-in" tells what "they broke in" does. Returns: how many words @token took */
static guint
add_word (SaysoTelling *telling, GArray *tokens, guint i)
{
  const SaysoVocable *token = &g_array_index (tokens, SaysoVocable, i);
  g_auto (GStrv) parts = g_strsplit (token->key, "-", -1);
  gboolean divides = !g_ascii_isdigit (*token->key) && parts[1] != NULL && !sayso_vocabulary_is ("number", parts[0]);
  guint used = 1;

  for (guint k = 0; divides && parts[k] != NULL; k++)
    divides = strlen (parts[k]) > 1;
  for (guint k = 0; divides && parts[k] != NULL; k++)
    if (sayso_vocabulary_weight (parts[k]) > 0)
      add_once (sayso_vocabulary_weight (parts[k]) < 1 ? telling->weak : telling->words,
                sayso_vocabulary_stem (parts[k]));
  if (!divides && sayso_vocabulary_weight (token->key) > 0)
    add_once (sayso_vocabulary_weight (token->key) < 1 ? telling->weak : telling->words, stem_of (tokens, i, &used));

  return used;
}

/* What follows a word that denies is not so: after "not" the next word that says something, after "no" some. */
static guint
n_denied_by (const char *key)
{
  return sayso_vocabulary_is ("not", key) ? 1 : sayso_vocabulary_is ("no", key) ? DENIED_BY_NO : 0;
}

/* "No, it was the other group." */
static gboolean
is_answer (SaysoMaking *self, const SaysoVocable *token)
{
  SaysoSpan next = SAYSO_SPAN (token->span.end, MIN (token->span.end + 1, sayso_text_get_chars (self->text)));
  g_autofree char *sign = sayso_text_slice (self->text, next);

  return g_str_equal (sign, ",");
}

/* "No one". */
static gboolean
is_one (const SaysoVocable *token)
{
  return g_str_equal (token->key, "one");
}

/* "It denies that", "it rejects the allegation that". */
static gboolean
is_denial (GArray *tokens, guint i)
{
  const char *key = g_array_index (tokens, SaysoVocable, i).key;

  if (sayso_vocabulary_is ("negation", key))
    return TRUE;
  for (guint k = i + 1; sayso_vocabulary_is ("reject", key) && k < MIN (i + CHARGE_WITHIN, tokens->len); k++)
    if (sayso_vocabulary_is ("charge", g_array_index (tokens, SaysoVocable, k).key))
      return TRUE;

  return FALSE;
}

static void
find_words (SaysoMaking *self, SaysoTelling *telling, SaysoMakingClaim *claim)
{
  g_autofree char *sentence = sayso_text_slice (self->text, telling->span);
  g_autoptr (GArray) tokens = sayso_vocabulary_split (sentence, telling->span.start);
  guint n_negated = 0;
  gboolean wholly = telling->denied;

  for (guint i = 0; i < tokens->len; i++)
    {
      const SaysoVocable *token = &g_array_index (tokens, SaysoVocable, i);
      const SaysoMakingMention *mention = mention_at (self, token->span);
      double weight = sayso_vocabulary_weight (token->key);

      if (in_time (self, token->span))
        continue;
      if (!is_told (self, claim, token->span))
        {
          if (sayso_vocabulary_is ("reject", token->key) && token->span.end <= self->told.start &&
              is_denial (tokens, i))
            telling->denied = wholly = TRUE;
          if (weight > 0 && (mention == NULL || mention->kind != SAYSO_NAME_OUTLET))
            add_once (telling->frame, sayso_vocabulary_stem (token->key));
          continue;
        }
      if (is_denial (tokens, i))
        {
          telling->denied = wholly = TRUE;
          continue;
        }
      if (n_denied_by (token->key) > 0 && !is_answer (self, token))
        {
          telling->denied = TRUE;
          n_negated = n_denied_by (token->key);
          i += n_negated > 1 && i + 1 < tokens->len && is_one (&g_array_index (tokens, SaysoVocable, i + 1));
          continue;
        }
      telling->stance = telling->stance || sayso_vocabulary_is ("stance", token->key);
      /* "1,300, not 3,000": the other number is not told. */
      if (n_negated > 0 && n_negated < DENIED_BY_NO && weight > 0 && g_ascii_isdigit (*token->key))
        {
          guint used;

          g_ptr_array_add (telling->negated, stem_of (tokens, i, &used));
          i += used - 1;
          n_negated--;
          continue;
        }
      if (n_negated > 0 && weight > 0)
        {
          g_ptr_array_add (telling->negated, sayso_vocabulary_stem (token->key));
          n_negated -= weight == 1;
        }
      if (mention != NULL && is_outlet_of (self, telling, mention))
        continue;
      if (mention != NULL)
        add_words (mention->unnamed  ? telling->words
                   : mention->proper ? telling->names
                                     : telling->frame,
                   mention->name);
      if (mention != NULL && mention->proper)
        continue;
      if (token->capital && token->span.start > self->told.start && weight == 1 &&
          !sayso_vocabulary_is ("number", token->key))
        add_once (telling->names, sayso_vocabulary_stem (token->key));
      else
        i += add_word (telling, tokens, i) - 1;
    }
  if (wholly)
    g_ptr_array_set_size (telling->negated, 0);
}

/* "The Sunday Observer" says nothing of when it was, nor does "said on Tuesday". */
static gboolean
is_date_of_told (SaysoMaking *self, SaysoMakingClaim *claim, gint64 id)
{
  for (guint i = 0; id != 0 && i < self->times->len; i++)
    {
      const SaysoMakingTime *time = &g_array_index (self->times, SaysoMakingTime, i);

      if (time->id == id)
        return is_told (self, claim, time->span) && mention_at (self, time->span) == NULL &&
               (self->aside.end == 0 || time->span.end <= self->aside.start);
    }

  return id != 0;
}

static void
find_event (SaysoMaking *self, SaysoTelling *telling, SaysoMakingClaim *claim)
{
  for (guint i = 0; i < self->events->len; i++)
    {
      const SaysoMakingEvent *event = &g_array_index (self->events, SaysoMakingEvent, i);

      if (!sayso_span_contains (telling->span, event->span) || !is_told (self, claim, event->span))
        continue;
      if (telling->event == 0)
        telling->event = event->id;
      if (event->kind == SAYSO_EVENT_REPORTED && g_strcmp0 (event->type, "publish") == 0)
        continue;
      if (event->denied && !telling->denied)
        {
          g_autofree char *trigger = sayso_text_slice (self->text, event->span);
          g_autofree char *small = g_utf8_strdown (trigger, -1);

          telling->denied = TRUE;
          g_ptr_array_add (telling->negated, sayso_vocabulary_stem (small));
        }
      if (telling->type == NULL && event->type != NULL)
        {
          telling->type = g_strdup (event->type);
          telling->agent = event->agent;
          telling->patient = event->patient;
        }
      if (is_date_of_told (self, claim, event->time) && !sayso_bounds_known (&telling->bounds))
        telling->bounds = event->bounds;
    }

  /* Else the one time that stands in what is told. */
  if (!sayso_bounds_known (&telling->bounds))
    {
      const SaysoMakingTime *only = NULL;

      for (guint i = 0; i < self->times->len; i++)
        {
          const SaysoMakingTime *time = &g_array_index (self->times, SaysoMakingTime, i);

          if (!sayso_span_contains (telling->span, time->span) || !sayso_bounds_known (&time->bounds) ||
              !is_date_of_told (self, claim, time->id))
            continue;
          if (only != NULL)
            return;
          only = time;
        }
      if (only != NULL && (claim == NULL || sayso_making_share (claim, SAYSO_MAKING_CONTENT, only->span) > 0))
        telling->bounds = only->bounds;
    }
}

/* "The Nordlys HomeGate, a cheap router, sends ...". */
static gint64
find_topic (SaysoMaking *self)
{
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const SaysoMakingMention *mention = &g_array_index (self->mentions, SaysoMakingMention, i);

      if (mention->span.start >= self->told.start)
        return mention->span.end <= self->told.end && mention->span.start <= self->told.start + TOPIC_WITHIN &&
                       mention->kind != SAYSO_NAME_PLACE && !mention->unnamed
                   ? mention->actor
                   : 0;
    }

  return 0;
}

static void
add_all (GPtrArray *words, GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    add_once (words, g_strdup (g_ptr_array_index (more, i)));
}

/* "A second person confirmed it": another source for what was told just before, in other words. */
static void
take_over_confirmed (SaysoMaking *self, SaysoTelling *telling)
{
  g_autofree char *sentence = NULL;
  g_autoptr (GArray) tokens = NULL;
  const SaysoTelling *before;

  if (!telling->said.apart || self->before->len == 0)
    return;
  before = g_ptr_array_index (self->before, self->before->len - 1);
  sentence = sayso_text_slice (self->text, telling->span);
  tokens = sayso_vocabulary_split (sentence, 0);
  for (guint i = 0; i < tokens->len; i++)
    if (sayso_vocabulary_is ("confirm", g_array_index (tokens, SaysoVocable, i).key))
      {
        add_all (telling->names, before->names);
        add_all (telling->words, before->words);
        add_all (telling->weak, before->weak);
        return;
      }
}

/* "09:40 - ", "2. ": what lists and tickers begin with. */
static guint
length_of_mark (const char *sentence)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;
  int end;

  if (g_once_init_enter_pointer (&regex))
    g_once_init_leave_pointer (&regex,
                               g_regex_new ("^(?:\\d{1,2}[.)] |\\d{1,2}[:.]\\d{2}(?: ?[ap]\\.?m\\.?)? ?[-–—:|] ?)", 0,
                                            0, NULL));
  if (!g_regex_match (regex, sentence, 0, &match))
    return 0;

  g_match_info_fetch_pos (match, 0, NULL, &end);

  return g_utf8_strlen (sentence, end);
}

/* "The firm declined to comment." */
static gboolean
is_silence (const char *sentence)
{
  g_autoptr (GArray) tokens = sayso_vocabulary_split (sentence, 0);

  return tokens->len <= MAX_OF_SILENCE && sayso_vocabulary_find ("silence", sentence, &(const char *) { NULL }) != NULL;
}

/* "Hask sat there for two hours. “I thought of my girls,” he told the Post.": who tells the one told the other. */
static void
look_back (SaysoMaking *self, SaysoTelling *telling)
{
  SaysoTelling *before = self->before->len > 0 ? g_ptr_array_index (self->before, self->before->len - 1) : NULL;
  g_autofree char *between = NULL;
  g_autoptr (GArray) tokens = NULL;

  if (before == NULL || !telling->said.direct || telling->said.kind != SAYSO_SOURCE_NAMED ||
      before->said.kind != SAYSO_SOURCE_AUTHOR || before->said.outlets->len > 0 || before->said.press ||
      telling->span.start < before->span.end || telling->span.start > before->span.end + 2)
    return;
  between = sayso_text_slice (self->text, SAYSO_SPAN (before->span.end, telling->span.start));
  if (strchr (between, '\n') != NULL)
    return;
  tokens = sayso_vocabulary_split (telling->said.name, 0);
  for (guint i = 0; i < tokens->len; i++)
    {
      g_autofree char *stem = sayso_vocabulary_stem (g_array_index (tokens, SaysoVocable, i).key);

      if (!g_ptr_array_find_with_equal_func (before->names, stem, g_str_equal, NULL))
        continue;
      before->said.kind = telling->said.kind;
      before->said.actor = telling->said.actor;
      before->said.loose = TRUE;
      g_set_str (&before->said.name, telling->said.name);
      return;
    }
}

static SaysoTelling *
make_telling (SaysoMaking *self, SaysoSpan sentence)
{
  g_autoptr (SaysoTelling) telling = sayso_telling_new ();
  g_autofree char *words = sayso_text_slice (self->text, sentence);
  SaysoMakingClaim *claim = sayso_making_claim_of (self, sentence);

  telling->article = self->article;
  telling->outlet = g_strdup (self->outlet);
  telling->byline = g_strdup (self->byline);
  telling->date = self->date;
  telling->span = sentence;
  telling->claim = claim != NULL ? claim->id : 0;
  telling->denied = claim != NULL && claim->certainty == SAYSO_CERTAINTY_DENIED;
  self->aside = SAYSO_SPAN (0, 0);
  self->told = SAYSO_SPAN (sentence.start + length_of_mark (words), sentence.end);
  if (sayso_span_contains (sentence, self->dateline))
    self->told.start = self->dateline.end;
  sayso_making_find_said (self, telling, claim);
  find_words (self, telling, claim);
  find_event (self, telling, claim);
  take_over_confirmed (self, telling);
  telling->topic = find_topic (self);
  telling->causal = sayso_vocabulary_find ("cause", words, &(const char *) { NULL }) != NULL;

  return !is_silence (words) && telling->words->len > 0 &&
                 telling->names->len + telling->words->len + telling->weak->len +
                         sayso_bounds_known (&telling->bounds) >=
                     MIN_WORDS
             ? g_steal_pointer (&telling)
             : NULL;
}

/**
 * sayso_telling_make:
 * @db: a connection in a transaction
 * @article: an article
 *
 * Returns: (transfer full) (element-type SaysoTelling): what it tells, in the order of the text; nothing where it is
 * gone. None is stored.
 */
GPtrArray *
sayso_telling_make (SaysoConnection *db, gint64 article)
{
  SaysoMaking self;
  GPtrArray *tellings = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_telling_free);
  SaysoStatement *row;

  if (!sayso_making_open (&self, db, article))
    return tellings;

  self.before = tellings;
  row = sayso_connection_prepare (db, "telling/sentences");
  sayso_statement_bind_int (row, "article", article);
  while (sayso_statement_next (row))
    {
      SaysoSpan sentence = sayso_statement_span (row);
      SaysoTelling *telling;

      if (g_str_equal (sayso_statement_text (row, "kind", NULL), "heading") ||
          sentence.end > sayso_text_get_chars (self.text))
        continue;
      telling = make_telling (&self, sentence);
      if (telling == NULL)
        continue;
      look_back (&self, telling);
      g_ptr_array_add (tellings, telling);
    }
  sayso_making_close (&self);

  return tellings;
}

/* sayso-telling-make.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-telling-private.h"

#include <string.h>

#include "sayso-enum.h"
#include "sayso-extract-enums.h"
#include "sayso-reader-enums.h"
#include "sayso-vocabulary.h"

/* Sentences that say less tell of nothing that could be told elsewhere. */
#define MIN_WORDS 2

/* An agency's line stands within so many characters. */
#define DATELINE_WITHIN 1000

/* What a sentence is about begins within so many characters: after "that the". */
#define TOPIC_WITHIN 9

/* "No record of gas" denies so many words. */
#define DENIED_BY_NO 4

/* -- what the casebook holds of an article ------------------------------------------------------------- */

static void
claim_free (gpointer data)
{
  SaysoMakingClaim *self = data;

  g_free (self->name);
  for (guint i = 0; i < G_N_ELEMENTS (self->spans); i++)
    g_array_unref (self->spans[i]);
  g_free (self);
}

static void
mention_clear (gpointer data)
{
  g_free (((SaysoMakingMention *) data)->name);
}

static void
event_clear (gpointer data)
{
  g_free (((SaysoMakingEvent *) data)->type);
}

static SaysoStatement *
prepare (SaysoMaking *self, const char *query)
{
  SaysoStatement *row = sayso_connection_prepare (self->db, query);

  sayso_statement_bind_int (row, "article", self->article);

  return row;
}

SaysoMakingClaim *
sayso_making_find_claim (SaysoMaking *self, gint64 id)
{
  for (guint i = 0; id != 0 && i < self->claims->len; i++)
    if (((SaysoMakingClaim *) g_ptr_array_index (self->claims, i))->id == id)
      return g_ptr_array_index (self->claims, i);

  return NULL;
}

static void
read_claims (SaysoMaking *self)
{
  static const char *const parts[] = { "source", "cue", "content" };
  SaysoStatement *row = prepare (self, "telling/claims");

  while (sayso_statement_next (row))
    {
      SaysoMakingClaim *claim = g_new0 (SaysoMakingClaim, 1);

      claim->id = sayso_statement_int (row, "id");
      claim->parent = sayso_statement_int (row, "parent");
      claim->kind = sayso_statement_enum (row, "source_kind", SAYSO_TYPE_SOURCE_KIND);
      claim->several = sayso_statement_int (row, "several");
      claim->actor = sayso_statement_int (row, "source_actor");
      claim->unnamed = claim->actor == 0 || sayso_statement_int (row, "unnamed");
      claim->name = sayso_statement_dup (row, claim->unnamed ? "description" : "name");
      if (claim->name == NULL)
        claim->name = sayso_statement_dup (row, "name");
      claim->actor_kind =
          claim->actor != 0 ? sayso_statement_enum (row, "kind", SAYSO_TYPE_NAME_KIND) : SAYSO_NAME_OTHER;
      claim->certainty = sayso_statement_enum (row, "certainty", SAYSO_TYPE_CERTAINTY);
      for (guint i = 0; i < G_N_ELEMENTS (claim->spans); i++)
        claim->spans[i] = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
      g_ptr_array_add (self->claims, claim);
    }

  row = prepare (self, "telling/claim-spans");
  while (sayso_statement_next (row))
    {
      SaysoMakingClaim *claim = sayso_making_find_claim (self, sayso_statement_int (row, "claim"));
      SaysoSpan span = sayso_statement_span (row);

      for (guint i = 0; claim != NULL && i < G_N_ELEMENTS (parts); i++)
        if (g_str_equal (parts[i], sayso_statement_text (row, "part", NULL)))
          g_array_append_val (claim->spans[i], span);
    }
}

static void
read_events (SaysoMaking *self)
{
  SaysoStatement *row = prepare (self, "telling/events");

  while (sayso_statement_next (row))
    {
      SaysoMakingEvent event = { sayso_statement_int (row, "id"), sayso_statement_span (row),
                                 sayso_statement_dup (row, "type"),
                                 sayso_statement_enum (row, "kind", SAYSO_TYPE_EVENT_KIND), SAYSO_BOUNDS_UNKNOWN };

      event.bounds.earliest = sayso_statement_int (row, "earliest");
      event.bounds.latest = sayso_statement_int (row, "latest");
      event.time = sayso_statement_int (row, "time");
      event.denied = sayso_statement_enum (row, "factuality", SAYSO_TYPE_FACTUALITY) == SAYSO_FACTUALITY_DENIED;
      g_array_append_val (self->events, event);
    }

  row = prepare (self, "telling/roles");
  while (sayso_statement_next (row))
    for (guint i = 0; i < self->events->len; i++)
      {
        SaysoMakingEvent *event = &g_array_index (self->events, SaysoMakingEvent, i);
        const char *role = sayso_statement_text (row, "role", NULL);

        if (event->id != sayso_statement_int (row, "event"))
          continue;
        if (g_str_equal (role, "agent") && event->agent == 0)
          event->agent = sayso_statement_int (row, "actor");
        else if (g_str_equal (role, "patient") && event->patient == 0)
          event->patient = sayso_statement_int (row, "actor");
      }
}

static void
read_mentions_and_times (SaysoMaking *self)
{
  SaysoStatement *row = prepare (self, "telling/mentions");

  while (sayso_statement_next (row))
    {
      SaysoMakingMention mention = { sayso_statement_span (row),
                                     g_str_equal (sayso_statement_text (row, "form", NULL), "name"),
                                     g_str_equal (sayso_statement_text (row, "form", NULL), "pronoun"),
                                     sayso_statement_int (row, "actor"),
                                     sayso_statement_dup (row, "name"),
                                     sayso_statement_enum (row, "kind", SAYSO_TYPE_NAME_KIND),
                                     sayso_statement_int (row, "unnamed") };

      g_array_append_val (self->mentions, mention);
    }

  row = prepare (self, "telling/times");
  while (sayso_statement_next (row))
    {
      SaysoMakingTime time = { sayso_statement_int (row, "id"), sayso_statement_span (row), SAYSO_BOUNDS_UNKNOWN };

      time.bounds.earliest = sayso_statement_int (row, "earliest");
      time.bounds.latest = sayso_statement_int (row, "latest");
      if (g_str_equal (sayso_statement_text (row, "type", NULL), "date") ||
          g_str_equal (sayso_statement_text (row, "type", NULL), "time"))
        g_array_append_val (self->times, time);
    }

  row = sayso_connection_prepare (self->db, "telling/outlets");
  while (sayso_statement_next (row))
    g_ptr_array_add (self->outlets, sayso_outlet_key (sayso_statement_text (row, "outlet", NULL)));
}

/* "HALVERY (Merid News) — Eleven cranes ..." */
static void
find_dateline (SaysoMaking *self, const char *text)
{
  static GRegex *regex;
  g_autofree char *head = g_utf8_substring (text, 0, MIN (DATELINE_WITHIN, sayso_text_get_chars (self->text)));
  g_autoptr (GMatchInfo) match = NULL;
  int start, end;

  if (g_once_init_enter_pointer (&regex))
    g_once_init_leave_pointer (&regex, g_regex_new ("^\\p{Lu}[\\p{Lu} ,.'-]{1,40}(?:, \\p{L}+\\.? \\d+)? ?"
                                                    "\\(([^()\\n]{2,40})\\) ?[—–-] ?",
                                                    G_REGEX_MULTILINE, 0, NULL));
  if (!g_regex_match (regex, head, 0, &match))
    return;

  g_match_info_fetch_pos (match, 0, &start, &end);
  self->dateline = SAYSO_SPAN (g_utf8_strlen (head, start), g_utf8_strlen (head, end));
  self->agency = g_match_info_fetch (match, 1);
  if (self->outlet != NULL && sayso_outlet_is_initials (self->agency, self->outlet))
    g_clear_pointer (&self->agency, g_free);
}

static gboolean
read_article (SaysoMaking *self)
{
  SaysoStatement *row = prepare (self, "telling/article");
  gsize length;
  const char *text;

  if (!sayso_statement_next (row))
    return FALSE;

  self->outlet = sayso_statement_dup (row, "outlet");
  self->outlet_key = sayso_outlet_key (self->outlet != NULL ? self->outlet : "");
  self->byline = sayso_statement_dup (row, "byline");
  self->date = sayso_published_day (sayso_statement_text (row, "published", NULL));
  text = sayso_statement_text (row, "text", &length);
  self->text = sayso_text_new (text, length);
  find_dateline (self, text);
  sayso_statement_run (row);

  return TRUE;
}

/* -- what is told ------------------------------------------------------------------------------------- */

static gboolean
is_told (SaysoMaking *self, SaysoMakingClaim *claim, SaysoSpan at)
{
  if (!sayso_span_contains (self->told, at))
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

/* A measure counts as one: "three weeks", "1.4 million". */
static char *
stem_of (GArray *tokens, guint i)
{
  const SaysoVocable *token = &g_array_index (tokens, SaysoVocable, i);
  const SaysoVocable *next = i + 1 < tokens->len ? &g_array_index (tokens, SaysoVocable, i + 1) : NULL;
  g_autofree char *stem = sayso_vocabulary_stem (token->key);
  g_autofree char *unit = NULL;

  if (!g_ascii_isdigit (*stem) || next == NULL || !sayso_vocabulary_is ("unit", next->key))
    return g_steal_pointer (&stem);
  unit = sayso_vocabulary_stem (next->key);

  return g_strconcat (stem, unit, NULL);
}

/* What follows a word that denies is not so: after "not" the next word that says something, after "no" some. */
static guint
n_denied_by (const char *key)
{
  return sayso_vocabulary_is ("not", key) ? 1 : sayso_vocabulary_is ("no", key) ? DENIED_BY_NO : 0;
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
          if (weight > 0 && (mention == NULL || mention->kind != SAYSO_NAME_OUTLET))
            add_once (telling->frame, sayso_vocabulary_stem (token->key));
          continue;
        }
      if (sayso_vocabulary_is ("negation", token->key))
        {
          telling->denied = wholly = TRUE;
          continue;
        }
      if (n_denied_by (token->key) > 0)
        {
          telling->denied = TRUE;
          n_negated = n_denied_by (token->key);
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
      else if (weight > 0)
        add_once (weight < 1 ? telling->weak : telling->words, stem_of (tokens, i));
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
        return is_told (self, claim, time->span) && mention_at (self, time->span) == NULL;
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
  self->told = sentence;
  if (sayso_span_contains (sentence, self->dateline))
    self->told.start = self->dateline.end;
  sayso_making_find_said (self, telling, claim);
  find_words (self, telling, claim);
  find_event (self, telling, claim);
  telling->topic = find_topic (self);
  telling->causal = sayso_vocabulary_find_cause (words, &(const char *) { NULL }) != NULL;

  return telling->words->len > 0 && telling->names->len + telling->words->len + telling->weak->len +
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
  SaysoMaking self = { db, article };
  GPtrArray *tellings = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_telling_free);
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (claim_free);
  g_autoptr (GPtrArray) outlets = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (SaysoMakingMention));
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (SaysoMakingEvent));
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (SaysoMakingTime));
  SaysoStatement *row;

  if (!read_article (&self))
    return tellings;

  g_array_set_clear_func (mentions, mention_clear);
  g_array_set_clear_func (events, event_clear);
  self.claims = claims;
  self.outlets = outlets;
  self.mentions = mentions;
  self.events = events;
  self.times = times;
  read_claims (&self);
  read_events (&self);
  read_mentions_and_times (&self);

  self.before = tellings;
  row = prepare (&self, "telling/sentences");
  while (sayso_statement_next (row))
    {
      SaysoSpan sentence = sayso_statement_span (row);
      SaysoTelling *telling;

      if (g_str_equal (sayso_statement_text (row, "kind", NULL), "heading") ||
          sentence.end > sayso_text_get_chars (self.text))
        continue;
      telling = make_telling (&self, sentence);
      if (telling != NULL)
        g_ptr_array_add (tellings, telling);
    }

  sayso_text_unref (self.text);
  g_free (self.outlet);
  g_free (self.outlet_key);
  g_free (self.byline);
  g_free (self.agency);

  return tellings;
}

/* sayso-telling-make.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-telling.h"

#include <string.h>

#include "sayso-enum.h"
#include "sayso-extract-enums.h"
#include "sayso-reader-enums.h"
#include "sayso-vocabulary.h"

/* Sentences that say less tell of nothing that could be told elsewhere. */
#define MIN_WORDS 3

typedef struct
{
  gint64 id;
  gint64 parent;
  SaysoSourceKind kind;
  gboolean several;
  gint64 actor;
  char *name; /* nullable */
  SaysoNameKind actor_kind;
  gboolean unnamed;
  SaysoCertainty certainty;
  GArray *spans[3]; /* (element-type SaysoSpan): of source, cue, content */
} Claim;

typedef enum
{
  SOURCE,
  CUE,
  CONTENT,
} Part;

typedef struct
{
  SaysoSpan span;
  gboolean proper;
  gboolean pronoun;
  gint64 actor;
  char *name;
  SaysoNameKind kind;
  gboolean unnamed;
} Mention;

typedef struct
{
  gint64 id;
  SaysoSpan span;
  char *type;
  SaysoEventKind kind;
  SaysoBounds bounds;
  gboolean denied;
  gint64 time;
  gint64 agent;
  gint64 patient;
} Event;

typedef struct
{
  gint64 id;
  SaysoSpan span;
  SaysoBounds bounds;
} Time;

typedef struct
{
  SaysoConnection *db;
  gint64 article;
  char *outlet, *outlet_key, *byline;
  gint64 date;
  SaysoText *text;
  GPtrArray *claims; /* (element-type Claim) */
  GArray *mentions;
  GArray *events;
  GArray *times;
  GPtrArray *outlets; /* (element-type utf8): keys of all that publish */
  SaysoSpan tail;     /* of the sentence: who says it */
} Making;

/* -- what the casebook holds of an article ------------------------------------------------------------- */

static void
claim_free (gpointer data)
{
  Claim *self = data;

  g_free (self->name);
  for (guint i = 0; i < G_N_ELEMENTS (self->spans); i++)
    g_array_unref (self->spans[i]);
  g_free (self);
}

static void
mention_clear (gpointer data)
{
  g_free (((Mention *) data)->name);
}

static void
event_clear (gpointer data)
{
  g_free (((Event *) data)->type);
}

static SaysoStatement *
prepare (Making *self, const char *query)
{
  SaysoStatement *row = sayso_connection_prepare (self->db, query);

  sayso_statement_bind_int (row, "article", self->article);

  return row;
}

static Claim *
find_claim (Making *self, gint64 id)
{
  for (guint i = 0; id != 0 && i < self->claims->len; i++)
    if (((Claim *) g_ptr_array_index (self->claims, i))->id == id)
      return g_ptr_array_index (self->claims, i);

  return NULL;
}

static void
read_claims (Making *self)
{
  static const char *const parts[] = { "source", "cue", "content" };
  SaysoStatement *row = prepare (self, "telling/claims");

  while (sayso_statement_next (row))
    {
      Claim *claim = g_new0 (Claim, 1);

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
      Claim *claim = find_claim (self, sayso_statement_int (row, "claim"));
      SaysoSpan span = sayso_statement_span (row);

      for (guint i = 0; claim != NULL && i < G_N_ELEMENTS (parts); i++)
        if (g_str_equal (parts[i], sayso_statement_text (row, "part", NULL)))
          g_array_append_val (claim->spans[i], span);
    }
}

static void
read_events (Making *self)
{
  SaysoStatement *row = prepare (self, "telling/events");

  while (sayso_statement_next (row))
    {
      Event event = { sayso_statement_int (row, "id"), sayso_statement_span (row), sayso_statement_dup (row, "type"),
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
        Event *event = &g_array_index (self->events, Event, i);
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
read_mentions_and_times (Making *self)
{
  SaysoStatement *row = prepare (self, "telling/mentions");

  while (sayso_statement_next (row))
    {
      Mention mention = { sayso_statement_span (row),
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
      Time time = { sayso_statement_int (row, "id"), sayso_statement_span (row), SAYSO_BOUNDS_UNKNOWN };

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

static gboolean
read_article (Making *self)
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
  sayso_statement_run (row);

  return TRUE;
}

/* -- on whose word ------------------------------------------------------------------------------------ */

static guint
overlap (SaysoSpan a, SaysoSpan b)
{
  return sayso_span_overlaps (a, b) ? MIN (a.end, b.end) - MAX (a.start, b.start) : 0;
}

static guint
share (Claim *claim, Part part, SaysoSpan span)
{
  guint n = 0;

  for (guint i = 0; i < claim->spans[part]->len; i++)
    n += overlap (g_array_index (claim->spans[part], SaysoSpan, i), span);

  return n;
}

static guint
depth_of (Making *self, Claim *claim)
{
  guint depth = 0;

  for (; claim != NULL && depth < 16; claim = find_claim (self, claim->parent))
    depth++;

  return depth;
}

/* The innermost claim that a good part of the sentence stands in; that with a source rather than one without. */
static Claim *
claim_of_sentence (Making *self, SaysoSpan sentence)
{
  Claim *best = NULL;
  guint best_score = 0;

  for (guint i = 0; i < self->claims->len; i++)
    {
      Claim *claim = g_ptr_array_index (self->claims, i);
      guint inside = share (claim, CONTENT, sentence), score;
      /* Where the words that say who says it stand in the sentence, that is what it is about. */
      guint least = (sentence.end - sentence.start) / (share (claim, CUE, sentence) > 0 ? 6 : 3);

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

static gboolean
is_own_outlet (Making *self, const char *key)
{
  return *self->outlet_key != '\0' && sayso_outlet_is (key, self->outlet_key);
}

static void
add_outlet (Making *self, SaysoSaid *said, const char *name)
{
  g_autofree char *key = sayso_outlet_key (name);

  if (*key == '\0' || is_own_outlet (self, key))
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
publishes (Making *self, const char *name)
{
  g_autofree char *key = sayso_outlet_key (name);

  for (guint i = 0; i < self->outlets->len; i++)
    if (g_str_equal (key, g_ptr_array_index (self->outlets, i)))
      return TRUE;

  return FALSE;
}

static gboolean
names_outlet (Making *self, const Mention *mention)
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
find_outlets (Making *self, SaysoSpan sentence, Claim *claim, SaysoSaid *said)
{
  g_autofree char *words = sayso_text_slice (self->text, sentence);
  g_autofree char *key = sayso_outlet_key (words);

  for (guint i = 0; i < self->mentions->len; i++)
    {
      const Mention *mention = &g_array_index (self->mentions, Mention, i);

      if (!sayso_span_contains (sentence, mention->span) || !names_outlet (self, mention))
        continue;
      if (claim == NULL || share (claim, CONTENT, mention->span) == 0 || claim->kind == SAYSO_SOURCE_OUTLET)
        add_outlet (self, said, mention->name);
    }

  for (guint i = 0; i < self->outlets->len; i++)
    if (is_cited (g_ptr_array_index (self->outlets, i), key))
      add_outlet (self, said, g_ptr_array_index (self->outlets, i));
}

/* Whom an unnamed source speaks for: a named actor mentioned in what describes them. */
static char *
office_of (Making *self, Claim *claim)
{
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const Mention *mention = &g_array_index (self->mentions, Mention, i);

      if (!mention->unnamed && mention->kind != SAYSO_NAME_OUTLET && mention->kind != SAYSO_NAME_PLACE &&
          share (claim, SOURCE, mention->span) > 0)
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
take_source (Making *self, Claim *claim, SaysoSaid *said)
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
  if (claim->spans[CUE]->len > 0)
    {
      g_clear_pointer (&said->cue, g_free);
      said->cue = sayso_text_slice (self->text, g_array_index (claim->spans[CUE], SaysoSpan, 0));
    }
}

static gboolean
is_beside_report (Making *self, SaysoSpan span)
{
  guint from = span.start > 24 ? span.start - 24 : 0, to = MIN (span.end + 16, sayso_text_get_chars (self->text));
  g_autofree char *around = sayso_text_slice (self->text, SAYSO_SPAN (from, to));

  return has_word ("tell", around, 0);
}

/* What a firm publishes is its own word: it speaks of itself, where an outlet is only named as the one that was told.
 */
static void
speak_for_itself (Making *self, SaysoSaid *said)
{
  const Mention *own = NULL;
  guint n = 0;

  for (guint i = 0; self->outlet != NULL && i < self->mentions->len; i++)
    {
      const Mention *mention = &g_array_index (self->mentions, Mention, i);
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
find_tail (Making *self, SaysoSpan sentence, SaysoSaid *said)
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

static void
find_said (Making *self, SaysoTelling *telling, Claim *claim)
{
  g_autoptr (GPtrArray) path = g_ptr_array_new ();

  self->tail = SAYSO_SPAN (0, 0);
  if (claim == NULL)
    find_tail (self, telling->span, &telling->said);

  for (Claim *c = claim; c != NULL && path->len < 16; c = find_claim (self, c->parent))
    g_ptr_array_insert (path, 0, c);
  for (guint i = 0; i < path->len; i++)
    {
      const Claim *step = g_ptr_array_index (path, i);

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

/* -- what is told ------------------------------------------------------------------------------------- */

static gboolean
is_told (Making *self, Claim *claim, SaysoSpan at)
{
  if (sayso_span_contains (self->tail, at))
    return FALSE;

  return claim == NULL || (share (claim, SOURCE, at) == 0 && share (claim, CUE, at) == 0);
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

static const Mention *
mention_at (Making *self, SaysoSpan at)
{
  const Mention *best = NULL;

  for (guint i = 0; i < self->mentions->len; i++)
    {
      const Mention *mention = &g_array_index (self->mentions, Mention, i);

      if (sayso_span_contains (mention->span, at) && (!mention->unnamed || mention->pronoun) &&
          (best == NULL || mention->span.end - mention->span.start < best->span.end - best->span.start))
        best = mention;
    }

  return best;
}

static gboolean
is_outlet_of (Making *self, SaysoTelling *telling, const Mention *mention)
{
  g_autofree char *key = sayso_outlet_key (mention->name);

  if (mention->kind != SAYSO_NAME_OUTLET)
    return FALSE;
  if (is_own_outlet (self, key))
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
in_time (Making *self, SaysoSpan at)
{
  for (guint i = 0; i < self->times->len; i++)
    if (sayso_span_contains (g_array_index (self->times, Time, i).span, at))
      return TRUE;

  return FALSE;
}

static void
find_words (Making *self, SaysoTelling *telling, Claim *claim)
{
  g_autofree char *sentence = sayso_text_slice (self->text, telling->span);
  g_autoptr (GArray) tokens = sayso_vocabulary_split (sentence, telling->span.start);

  for (guint i = 0; i < tokens->len; i++)
    {
      const SaysoVocable *token = &g_array_index (tokens, SaysoVocable, i);
      const Mention *mention = mention_at (self, token->span);
      double weight = sayso_vocabulary_weight (token->key);

      if (!is_told (self, claim, token->span) || in_time (self, token->span))
        continue;
      if (sayso_vocabulary_is ("negation", token->key))
        {
          telling->denied = TRUE;
          continue;
        }
      if (mention != NULL && is_outlet_of (self, telling, mention))
        continue;
      if (mention != NULL)
        add_words (mention->unnamed ? telling->words : telling->names, mention->name);
      if (mention != NULL && mention->proper)
        continue;
      if (token->capital && i > 0 && weight == 1)
        add_once (telling->names, sayso_vocabulary_stem (token->key));
      else if (weight > 0)
        add_once (weight < 1 ? telling->weak : telling->words, sayso_vocabulary_stem (token->key));
    }
}

/* "The Sunday Observer" says nothing of when it was, nor does "said on Tuesday". */
static gboolean
is_date_of_told (Making *self, Claim *claim, gint64 id)
{
  for (guint i = 0; id != 0 && i < self->times->len; i++)
    {
      const Time *time = &g_array_index (self->times, Time, i);

      if (time->id == id)
        return is_told (self, claim, time->span) && mention_at (self, time->span) == NULL;
    }

  return id != 0;
}

static void
find_event (Making *self, SaysoTelling *telling, Claim *claim)
{
  for (guint i = 0; i < self->events->len; i++)
    {
      const Event *event = &g_array_index (self->events, Event, i);

      if (!sayso_span_contains (telling->span, event->span) || !is_told (self, claim, event->span))
        continue;
      if (telling->event == 0)
        telling->event = event->id;
      if (event->kind == SAYSO_EVENT_REPORTED && g_strcmp0 (event->type, "publish") == 0)
        continue;
      if (event->denied)
        telling->denied = TRUE;
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
      const Time *only = NULL;

      for (guint i = 0; i < self->times->len; i++)
        {
          const Time *time = &g_array_index (self->times, Time, i);

          if (!sayso_span_contains (telling->span, time->span) || !sayso_bounds_known (&time->bounds) ||
              !is_date_of_told (self, claim, time->id))
            continue;
          if (only != NULL)
            return;
          only = time;
        }
      if (only != NULL && (claim == NULL || share (claim, CONTENT, only->span) > 0))
        telling->bounds = only->bounds;
    }
}

static SaysoTelling *
make_telling (Making *self, SaysoSpan sentence)
{
  g_autoptr (SaysoTelling) telling = sayso_telling_new ();
  g_autofree char *words = sayso_text_slice (self->text, sentence);
  Claim *claim = claim_of_sentence (self, sentence);

  telling->article = self->article;
  telling->outlet = g_strdup (self->outlet);
  telling->byline = g_strdup (self->byline);
  telling->date = self->date;
  telling->span = sentence;
  telling->claim = claim != NULL ? claim->id : 0;
  telling->denied = claim != NULL && claim->certainty == SAYSO_CERTAINTY_DENIED;
  find_said (self, telling, claim);
  find_words (self, telling, claim);
  find_event (self, telling, claim);
  telling->causal = sayso_vocabulary_find_cause (words, &(const char *) { NULL }) != NULL;

  return telling->names->len + telling->words->len + sayso_bounds_known (&telling->bounds) >= MIN_WORDS &&
                 telling->words->len > 0
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
  Making self = { db, article };
  GPtrArray *tellings = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_telling_free);
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (claim_free);
  g_autoptr (GPtrArray) outlets = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (Mention));
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (Event));
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (Time));
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

  return tellings;
}

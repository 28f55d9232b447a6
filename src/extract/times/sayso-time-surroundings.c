/* sayso-time-surroundings.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-time-surroundings.h"

#include <string.h>

#include "sayso-days.h"
#include "sayso-table.h"

/* An article tells of its publication near its beginning, in few words. */
#define MAX_HEAD_TOKENS 400
#define MAX_DATELINE_TOKENS 8

/* How far a verb is looked for. */
#define MAX_CUE_TOKENS 40
#define NEAR_CUE_TOKENS 5

typedef enum
{
  CUE_FUTURE = 1 << 0,
  CUE_PAST = 1 << 1,
  CUE_PERFECT = 1 << 2,
  CUE_PLUPERFECT = 1 << 3,
  CUE_END = 1 << 4,
  CUE_DASH = 1 << 5,
  CUE_COLON = 1 << 6,
  CUE_PUBLISHED = 1 << 7,
  CUE_SAID = 1 << 8,
  CUE_SCHEDULED = 1 << 9,
} Cue;

static void
add_cue (SaysoTimeSurroundings *self, const char *symbol, Cue cue)
{
  guint n = sayso_time_vocabulary_count (sayso_time_grammar_get_vocabulary (self->grammar));
  const guint8 *first = sayso_time_grammar_get_first (self->grammar, symbol);

  for (guint i = 0; first != NULL && i < n; i++)
    if (first[i])
      self->cues[i] |= cue;
}

/* -- publication ---------------------------------------------------------------------------------- */

static gboolean
read_number (const char **at, guint digits, int *number)
{
  *number = 0;
  for (guint i = 0; i < digits; i++, (*at)++)
    {
      if (!g_ascii_isdigit (**at))
        return FALSE;
      *number = *number * 10 + (**at - '0');
    }

  return !g_ascii_isdigit (**at);
}

/* Year, month and day, as much as is there, with @separator between. */
static gboolean
read_date (const char *at, char separator, SaysoTimeMoment *moment)
{
  sayso_time_moment_init (moment);
  if (!read_number (&at, 4, &moment->year))
    return FALSE;
  moment->year_known = TRUE;
  if (*at == separator)
    {
      at++;
      if (!read_number (&at, 2, &moment->month) || moment->month == 0)
        return FALSE;
      moment->precision = SAYSO_TIME_PRECISION_MONTH;
      if (*at == separator && g_ascii_isdigit (at[1]))
        {
          at++;
          if (!read_number (&at, 2, &moment->day) || moment->day == 0)
            return FALSE;
          moment->precision = SAYSO_TIME_PRECISION_DAY;
        }
    }

  return sayso_time_moment_is_valid (moment);
}

/* The second of the day of "2015-06-17T09:30…", or -1. */
static int
read_clock (const char *date)
{
  const char *at = strchr (date, 'T');
  int hour, minute;

  if (at == NULL)
    return -1;
  at++;
  if (!read_number (&at, 2, &hour) || *at++ != ':' || !read_number (&at, 2, &minute) || hour > 23 || minute > 59)
    return -1;

  return hour * 3600 + minute * 60;
}

/* ".../2017/11/02/..." */
static gboolean
read_url (const char *url, SaysoTimeMoment *moment)
{
  for (const char *slash = strchr (url, '/'); slash != NULL; slash = strchr (slash + 1, '/'))
    if ((g_str_has_prefix (slash, "/19") || g_str_has_prefix (slash, "/20")) && read_date (slash + 1, '/', moment) &&
        moment->precision == SAYSO_TIME_PRECISION_DAY)
      return TRUE;

  return FALSE;
}

static void
set_published (SaysoTimeSurroundings *self, const SaysoMetadata *metadata, const char *published)
{
  const char *dates[] = { metadata != NULL ? metadata->published : NULL, published };
  SaysoTimeMoment moment;
  gboolean found = FALSE;

  self->published.time = SAYSO_NONE;
  self->published.clock = -1;
  for (guint i = 0; !found && i < G_N_ELEMENTS (dates); i++)
    if (dates[i] != NULL && read_date (dates[i], '-', &moment))
      {
        self->published.clock = read_clock (dates[i]);
        found = TRUE;
      }
  if (!found && !(metadata != NULL && metadata->url != NULL && read_url (metadata->url, &moment)))
    return;

  self->published.known = TRUE;
  self->published.moment = moment;
  self->published.bounds = SAYSO_BOUNDS_UNKNOWN;
  sayso_time_moment_get_bounds (&moment, &self->published.bounds.earliest, &self->published.bounds.latest);
}

/* -- the order of dates in digits ----------------------------------------------------------------- */

static gboolean
is_listed (const SaysoTimeSurroundings *self, const char *symbol, guint32 word)
{
  const guint8 *first = sayso_time_grammar_get_first (self->grammar, symbol);

  return first != NULL && first[word];
}

static SaysoTimeOrder
order_of_place (const SaysoTimeSurroundings *self, const char *place, gsize length)
{
  g_autofree char *lower = g_ascii_strdown (place, length);
  guint32 word = sayso_time_vocabulary_find (sayso_time_grammar_get_vocabulary (self->grammar), lower, strlen (lower));

  if (is_listed (self, "day-first", word))
    return SAYSO_TIME_ORDER_DAY_FIRST;

  return is_listed (self, "month-first", word) ? SAYSO_TIME_ORDER_MONTH_FIRST : SAYSO_TIME_ORDER_UNKNOWN;
}

/* "en-GB" tells, and so does the last label of a host ("example.co.uk"). */
static SaysoTimeOrder
order_of_metadata (const SaysoTimeSurroundings *self, const SaysoMetadata *metadata)
{
  SaysoTimeOrder order = SAYSO_TIME_ORDER_UNKNOWN;
  const char *hyphen = metadata->language != NULL ? strpbrk (metadata->language, "-_") : NULL;
  const char *host = metadata->url != NULL ? strstr (metadata->url, "://") : NULL;

  if (hyphen != NULL)
    order = order_of_place (self, hyphen + 1, strlen (hyphen + 1));
  if (order == SAYSO_TIME_ORDER_UNKNOWN && host != NULL)
    {
      gsize length = strcspn (host + 3, "/:?#");
      const char *dot = g_strrstr_len (host + 3, length, ".");

      if (dot != NULL)
        order = order_of_place (self, dot + 1, host + 3 + length - dot - 1);
    }

  return order;
}

/* The article's own dates decide where they can be read in one way only. */
SaysoTimeOrder
sayso_time_surroundings_get_order (SaysoTimeSurroundings *self, GArray *matches)
{
  gboolean day_first = FALSE, month_first = FALSE;

  for (guint i = 0; i < matches->len; i++)
    {
      const SaysoTimeSense *sense = &g_array_index (matches, SaysoTimeMatch, i).sense;
      int a = sense->values[SAYSO_TIME_FIELD_NUMERIC1], b = sense->values[SAYSO_TIME_FIELD_NUMERIC2];

      day_first |= a > 12 && a <= 31 && b > 0 && b <= 12;
      month_first |= b > 12 && b <= 31 && a > 0 && a <= 12;
    }
  if (day_first != month_first)
    return day_first ? SAYSO_TIME_ORDER_DAY_FIRST : SAYSO_TIME_ORDER_MONTH_FIRST;

  return self->order;
}

/* -- construction --------------------------------------------------------------------------------- */

void
sayso_time_surroundings_init (SaysoTimeSurroundings *self, const SaysoTimeGrammar *grammar, SaysoReading *reading,
                              GArray *tokens, const SaysoMetadata *metadata, const char *published)
{
  self->grammar = grammar;
  self->reading = reading;
  self->tokens = tokens;
  self->block = G_MAXUINT;
  self->cues = g_new0 (guint16, sayso_time_vocabulary_count (sayso_time_grammar_get_vocabulary (grammar)));
  add_cue (self, "cue-future", CUE_FUTURE);
  add_cue (self, "cue-scheduled", CUE_SCHEDULED);
  add_cue (self, "cue-past", CUE_PAST);
  add_cue (self, "cue-said", CUE_SAID);
  add_cue (self, "cue-perfect", CUE_PERFECT);
  add_cue (self, "cue-pluperfect", CUE_PLUPERFECT);
  add_cue (self, "cue-end", CUE_END);
  add_cue (self, "dash", CUE_DASH);
  add_cue (self, "cue-colon", CUE_COLON);
  add_cue (self, "cue-published", CUE_PUBLISHED);
  set_published (self, metadata, published);
  if (metadata != NULL)
    self->order = order_of_metadata (self, metadata);
}

void
sayso_time_surroundings_clear (SaysoTimeSurroundings *self)
{
  g_clear_pointer (&self->cues, g_free);
}

/* -- visiting ------------------------------------------------------------------------------------- */

static const SaysoTimeToken *
token_at (const SaysoTimeSurroundings *self, guint index)
{
  return index < self->tokens->len ? &g_array_index (self->tokens, SaysoTimeToken, index) : NULL;
}

static gboolean
ends_sentence (const SaysoTimeSurroundings *self, guint index)
{
  const SaysoTimeToken *token = token_at (self, index), *next = token_at (self, index + 1);

  return (self->cues[token->word] & CUE_END) && next != NULL && (next->flags & SAYSO_TIME_TOKEN_SPACED) &&
         (next->flags & (SAYSO_TIME_TOKEN_CAPITAL | SAYSO_TIME_TOKEN_BLOCK));
}

static SaysoTimeTense
tense_of (guint cue)
{
  return cue & CUE_FUTURE       ? SAYSO_TIME_TENSE_FUTURE
         : cue & CUE_SAID       ? SAYSO_TIME_TENSE_UNKNOWN
         : cue & CUE_PLUPERFECT ? SAYSO_TIME_TENSE_PLUPERFECT
         : cue & CUE_PERFECT    ? SAYSO_TIME_TENSE_PERFECT
                                : SAYSO_TIME_TENSE_PAST;
}

static gboolean
is_followed_by (const SaysoTimeSurroundings *self, guint index, guint cue)
{
  for (guint i = index; i < self->tokens->len && i < index + NEAR_CUE_TOKENS; i++)
    {
      if ((token_at (self, i)->flags & SAYSO_TIME_TOKEN_BLOCK) || ends_sentence (self, i))
        return FALSE;
      if (self->cues[token_at (self, i)->word] & cue)
        return TRUE;
    }

  return FALSE;
}

/* -- the verb that the tree ties an expression to -------------------------------------------------- */

static const SaysoToken *
reader_token_at (const SaysoTimeSurroundings *self, gsize start, guint *index)
{
  guint low = 0, high = self->reading->tokens->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (sayso_reading_token (self->reading, middle)->end <= start)
        low = middle + 1;
      else
        high = middle;
    }
  *index = low;

  return low < self->reading->tokens->len ? sayso_reading_token (self->reading, low) : NULL;
}

/* Whether an auxiliary with that base form, "to" or "have" or none in particular, stands before the verb. */
static gboolean
has_auxiliary (const SaysoTimeSurroundings *self, guint verb, const char *deprel, const char *lemmas, SaysoMorph morph)
{
  for (guint i = verb, n = 0; i > 0 && n < NEAR_CUE_TOKENS; i--, n++)
    {
      const SaysoToken *token = sayso_reading_token (self->reading, i - 1);

      if (token->head == (int) verb && g_strcmp0 (token->deprel, deprel) == 0 &&
          (lemmas == NULL || (token->lemma != NULL && sayso_table_cell_has (lemmas, token->lemma))) &&
          (morph == 0 || (token->morph & morph) != 0))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_in_heading (const SaysoTimeSurroundings *self, guint token)
{
  guint low = 0, high = self->reading->sentences->len;

  while (low + 1 < high)
    {
      guint middle = (low + high) / 2;

      if (sayso_reading_sentence (self->reading, middle)->first <= token)
        low = middle;
      else
        high = middle;
    }

  return low < high && sayso_reading_sentence (self->reading, low)->block == SAYSO_BLOCK_HEADING;
}

static gboolean
is_scheduled (const SaysoTimeSurroundings *self, const SaysoToken *verb)
{
  guint32 word = verb->lemma == NULL ? SAYSO_TIME_WORD_UNKNOWN
                                     : sayso_time_vocabulary_find (sayso_time_grammar_get_vocabulary (self->grammar),
                                                                   verb->lemma, strlen (verb->lemma));

  return (self->cues[word] & CUE_SCHEDULED) != 0;
}

/*
 * Whether a day of the week stands with a verb that tells of what is to come, wherever that stands: "is closing on
 * Friday", "is to visit the mill, which burned, on Friday", "The trial opens on Friday"; not in a headline, where the
 * present is the past.
 */
static gboolean
is_to_come (const SaysoTimeSurroundings *self, const SaysoTimeMatch *match)
{
  guint at;
  const SaysoToken *token = reader_token_at (self, token_at (self, match->end - 1)->start, &at);

  if (!sayso_time_sense_has (&match->sense, SAYSO_TIME_FIELD_WEEKDAY) ||
      sayso_time_sense_has (&match->sense, SAYSO_TIME_FIELD_DAY))
    return FALSE;
  for (guint n = 0; token != NULL && token->upos != SAYSO_UPOS_VERB && n < NEAR_CUE_TOKENS; n++)
    {
      if (token->head < 0 || g_strcmp0 (token->deprel, "nmod:poss") == 0)
        return FALSE;
      at = (guint) token->head;
      token = sayso_reading_token (self->reading, at);
    }
  if (token == NULL || token->upos != SAYSO_UPOS_VERB || has_auxiliary (self, at, "aux", "have", 0))
    return FALSE;
  if (has_auxiliary (self, at, "aux", "will shall would", 0))
    return TRUE;
  if ((token->morph & SAYSO_MORPH_GERUND) != 0)
    return has_auxiliary (self, at, "aux", "be", SAYSO_MORPH_PRESENT);
  if ((token->morph & SAYSO_MORPH_INFINITIVE) != 0 && has_auxiliary (self, at, "mark", "to", 0))
    return has_auxiliary (self, at, "cop", "be", SAYSO_MORPH_PRESENT) ||
           has_auxiliary (self, at, "aux", "be", SAYSO_MORPH_PRESENT);

  return (token->morph & SAYSO_MORPH_PRESENT) != 0 && is_scheduled (self, token) &&
         !has_auxiliary (self, at, "aux", NULL, 0) && !is_in_heading (self, at);
}

/* The nearest word before the expression that tells a tense, or else the nearest after it. */
static SaysoTimeTense
find_tense (const SaysoTimeSurroundings *self, const SaysoTimeMatch *match)
{
  guint any = CUE_FUTURE | CUE_SAID | CUE_PAST | CUE_PERFECT | CUE_PLUPERFECT;

  if (is_to_come (self, match))
    return SAYSO_TIME_TENSE_FUTURE;
  for (guint i = match->first, n = 0; i > 0 && n < MAX_CUE_TOKENS; i--, n++)
    {
      const SaysoTimeToken *token = token_at (self, i - 1);

      if (ends_sentence (self, i - 1) ||
          (token_at (self, i) != NULL && (token_at (self, i)->flags & SAYSO_TIME_TOKEN_BLOCK)))
        break;
      if (self->cues[token->word] & any)
        {
          /* "Until Thursday, they had waited" */
          if (n == 0 && (self->cues[token->word] & CUE_FUTURE) && is_followed_by (self, match->end, CUE_PLUPERFECT))
            return SAYSO_TIME_TENSE_PAST;
          return tense_of (self->cues[token->word]);
        }
    }
  for (guint i = match->end, n = 0; i < self->tokens->len && n < MAX_CUE_TOKENS; i++, n++)
    {
      const SaysoTimeToken *token = token_at (self, i);
      guint seen = n < NEAR_CUE_TOKENS ? any : CUE_PERFECT | CUE_PLUPERFECT;

      if ((token->flags & SAYSO_TIME_TOKEN_BLOCK) || ends_sentence (self, i))
        break;
      if (self->cues[token->word] & seen)
        return tense_of (self->cues[token->word]);
    }

  return SAYSO_TIME_TENSE_UNKNOWN;
}

/* "FEBRUARY 2015 — …", "June 3, 2015: …", "2015" on a line of its own. Up to two words may stand before it. */
static gboolean
is_heading (const SaysoTimeSurroundings *self, const SaysoTimeMatch *match, gboolean *alone)
{
  const SaysoTimeToken *after = token_at (self, match->end);
  guint start = match->first;

  while (start > 0 && !(token_at (self, start)->flags & SAYSO_TIME_TOKEN_LINE) && match->first - start < 2)
    start--;
  if (!(token_at (self, start)->flags & SAYSO_TIME_TOKEN_LINE))
    return FALSE;
  *alone = after == NULL || (after->flags & SAYSO_TIME_TOKEN_LINE);
  if (*alone)
    return TRUE;

  return start == match->first || (token_at (self, start)->flags & SAYSO_TIME_TOKEN_CAPITAL)
             ? (self->cues[after->word] & (CUE_DASH | CUE_COLON)) != 0
             : FALSE;
}

/**
 * sayso_time_surroundings_visit:
 * @match: the next expression of the text
 *
 * Looks at what stands around an expression.
 */
void
sayso_time_surroundings_visit (SaysoTimeSurroundings *self, const SaysoTimeMatch *match)
{
  guint block = match->first;
  gboolean alone = FALSE;

  /* No farther back than the expression visited last, so that long lines are not walked again and again. */
  while (block > self->visited && !(token_at (self, block)->flags & SAYSO_TIME_TOKEN_LINE))
    block--;
  if (block == self->visited && self->block != G_MAXUINT)
    block = self->block;
  self->visited = match->first;
  self->new_block = block != self->block;
  self->new_section = self->new_block && self->under_heading;
  self->block = block;
  self->heads = self->new_block && is_heading (self, match, &alone);
  if (self->heads)
    self->under_heading = alone;
  self->tense = find_tense (self, match);
}

/* "OSLO, March 3, 2015 (NTB) — …": capitals, the date, perhaps an agency, a dash. */
static gboolean
is_dateline (const SaysoTimeSurroundings *self, const SaysoTimeMatch *match)
{
  guint start = match->first, end = match->end;

  while (start > 0 && match->first - start < MAX_DATELINE_TOKENS &&
         !(token_at (self, start)->flags & SAYSO_TIME_TOKEN_LINE))
    start--;
  if (start == match->first || !(token_at (self, start)->flags & SAYSO_TIME_TOKEN_LINE) ||
      !(token_at (self, start)->flags & SAYSO_TIME_TOKEN_CAPITAL))
    return FALSE;
  for (; end < self->tokens->len && end - match->end < MAX_DATELINE_TOKENS &&
         !(token_at (self, end)->flags & SAYSO_TIME_TOKEN_LINE);
       end++)
    if (self->cues[token_at (self, end)->word] & CUE_DASH)
      return TRUE;

  return FALSE;
}

/* "Published on 3 March 2015" */
static gboolean
is_announced (const SaysoTimeSurroundings *self, const SaysoTimeMatch *match)
{
  for (guint i = match->first, n = 0; i > 0 && n < 3; i--, n++)
    {
      if (token_at (self, i)->flags & SAYSO_TIME_TOKEN_BLOCK)
        return FALSE;
      if (self->cues[token_at (self, i - 1)->word] & CUE_PUBLISHED)
        return (token_at (self, i - 1)->flags & SAYSO_TIME_TOKEN_LINE) != 0;
    }

  return FALSE;
}

/**
 * sayso_time_surroundings_find_published:
 * @matches: (element-type SaysoTimeMatch): the expressions of the article
 *
 * Where nothing else tells when the article was published, its dateline or a line that begins with "Published" may.
 */
void
sayso_time_surroundings_find_published (SaysoTimeSurroundings *self, GArray *matches)
{
  for (guint i = 0; !self->published.known && i < matches->len; i++)
    {
      const SaysoTimeMatch *match = &g_array_index (matches, SaysoTimeMatch, i);
      SaysoTimeContext context = { .published = self->published, .then = { .time = SAYSO_NONE } };
      SaysoTimeMeaning meaning;

      if (match->first > MAX_HEAD_TOKENS)
        return;
      if (!sayso_time_sense_has (&match->sense, SAYSO_TIME_FIELD_YEAR) ||
          !sayso_time_sense_has (&match->sense, SAYSO_TIME_FIELD_DAY) ||
          !(is_dateline (self, match) || is_announced (self, match)) ||
          !sayso_time_resolve (&match->sense, &context, &meaning))
        continue;
      if (meaning.reference.known)
        {
          self->published = meaning.reference;
          self->published.moment.precision = SAYSO_TIME_PRECISION_DAY;
          self->published.time = SAYSO_NONE;
          self->published.clock = -1;
        }
      sayso_time_meaning_clear (&meaning);
    }
}

/* sayso-namer.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-gazetteer.h"
#include "sayso-namer-private.h"

/* Longer runs of capitals are no name. */
#define RUN_MAX 12

static gboolean
in_table (const SaysoNamer *self, const SaysoTable *table, guint i)
{
  char form[SAYSO_WORD_MAX + 1];

  return sayso_token_copy (self->reading, sayso_reading_token (self->reading, i), TRUE, form) &&
         sayso_table_find (table, form, NULL);
}

/* The text of tokens, with single spaces and straight apostrophes; NULL where it is too long for a name. */
static char *
form_of (const SaysoNamer *self, guint first, guint n)
{
  const SaysoToken *start = sayso_reading_token (self->reading, first);
  const SaysoToken *end = sayso_reading_token (self->reading, first + n - 1);
  g_autoptr (GString) form = NULL;

  if (end->end - start->start > 160)
    return NULL;
  form = g_string_sized_new (end->end - start->start);
  for (guint i = first; i < first + n; i++)
    {
      const SaysoToken *token = sayso_reading_token (self->reading, i);

      if (i > first && !sayso_namer_joined (self, i - 1, i))
        g_string_append_c (form, ' ');
      g_string_append_len (form, sayso_token_text (self->reading, token), sayso_token_bytes (token));
    }
  g_string_replace (form, "’", "'", 0);

  return g_string_free (g_steal_pointer (&form), FALSE);
}

/* The longest known name that begins here and ends before @end. */
static const SaysoKnownName *
longest_known (const SaysoNamer *self, guint i, guint end, guint *n_tokens)
{
  for (guint n = MIN (SAYSO_KNOWN_NAME_MAX, end - i); n > 0; n--)
    {
      g_autofree char *form = NULL;
      const SaysoKnownName *known;

      /* Names end in a word with a capital or a digit, or in a part of a host name. */
      if (n > 1 && !sayso_namer_has_capital (self, i + n - 1) &&
          !g_unichar_isdigit (sayso_namer_first_char (self, i + n - 1)))
        continue;
      form = form_of (self, i, n);
      known = form != NULL ? sayso_gazetteer_find (form) : NULL;
      if (known != NULL)
        {
          *n_tokens = n;
          return known;
        }
    }

  return NULL;
}

static gboolean
is_name_word (const SaysoNamer *self, guint i, gboolean initial)
{
  const SaysoToken *token = sayso_reading_token (self->reading, i);

  if (!sayso_namer_has_capital (self, i) || in_table (self, self->none, i))
    return FALSE;
  switch (token->upos)
    {
    case SAYSO_UPOS_PROPN:
      return TRUE;
    case SAYSO_UPOS_NOUN:
    case SAYSO_UPOS_ADJ:
    case SAYSO_UPOS_X:
    case SAYSO_UPOS_VERB:
    case SAYSO_UPOS_NUM:
    case SAYSO_UPOS_ADV:
    case SAYSO_UPOS_INTJ:
      return !initial;
    case SAYSO_UPOS_UNKNOWN:
    case SAYSO_UPOS_ADP:
    case SAYSO_UPOS_AUX:
    case SAYSO_UPOS_CCONJ:
    case SAYSO_UPOS_DET:
    case SAYSO_UPOS_PART:
    case SAYSO_UPOS_PRON:
    case SAYSO_UPOS_PUNCT:
    case SAYSO_UPOS_SCONJ:
    case SAYSO_UPOS_SYM:
    default:
      return FALSE;
    }
}

static gboolean
is_particle (const SaysoNamer *self, guint i)
{
  char form[SAYSO_WORD_MAX + 1];

  return sayso_token_copy (self->reading, sayso_reading_token (self->reading, i), FALSE, form) &&
         sayso_table_cell_has ("de von van der den bin ibn al el la le du da dos del di ul ur", form);
}

static gboolean
is_known (const SaysoNamer *self, guint i)
{
  g_autofree char *form = form_of (self, i, 1);

  return form != NULL && sayso_gazetteer_find (form) != NULL;
}

/* Where the run of name words that begins here ends. */
static guint
run_end (const SaysoNamer *self, guint first, guint sentence, guint end)
{
  guint i = first + 1;

  end = MIN (end, first + RUN_MAX);
  while (i < end)
    {
      const SaysoToken *token = sayso_reading_token (self->reading, i);
      const char *head;

      if (is_name_word (self, i, FALSE))
        {
          i++;
          continue;
        }
      /* "Unit 9", but no year and no amount. */
      if (token->upos == SAYSO_UPOS_NUM && g_unichar_isdigit (sayso_namer_first_char (self, i)) &&
          !sayso_namer_joined (self, i - 1, i) && sayso_token_bytes (token) <= 5 &&
          !(sayso_token_bytes (token) == 4 && strchr ("12", *sayso_token_text (self->reading, token)) != NULL) &&
          (i + 1 >= end || sayso_reading_token (self->reading, i + 1)->upos == SAYSO_UPOS_PUNCT ||
           sayso_reading_token (self->reading, i + 1)->upos == SAYSO_UPOS_VERB ||
           sayso_reading_token (self->reading, i + 1)->upos == SAYSO_UPOS_AUX))
        return i + 1;
      if (i + 1 >= end)
        break;
      if (sayso_token_is (self->reading, token, "&") && is_name_word (self, i + 1, FALSE))
        i += 2;
      else if (sayso_token_is (self->reading, token, "-") && sayso_namer_joined (self, i - 1, i) &&
               sayso_namer_joined (self, i, i + 1) &&
               (is_name_word (self, i + 1, FALSE) || g_unichar_isdigit (sayso_namer_first_char (self, i + 1))) &&
               !(is_known (self, i - 1) && is_known (self, i + 1)))
        i += 2;
      else if (is_particle (self, i) && is_name_word (self, i + 1, FALSE))
        i += 2;
      else if ((sayso_token_is (self->reading, token, "of") || sayso_token_is (self->reading, token, "for")) &&
               (head = sayso_namer_head_kind (self, i - 1)) != NULL && !g_str_equal (head, "product"))
        {
          guint next =
              sayso_token_is (self->reading, sayso_reading_token (self->reading, i + 1), "the") ? i + 2 : i + 1;

          if (next >= end || !is_name_word (self, next, FALSE))
            break;
          i = next + 1;
        }
      else
        break;
    }

  return i;
}

/* "software reverse engineering, or SRE", "a large language model (LLM)": short for common words, and no name. */
static gboolean
is_abbreviation (const SaysoNamer *self, guint i, guint start)
{
  const SaysoToken *token = sayso_reading_token (self->reading, i);
  const char *letters = sayso_token_text (self->reading, token);
  guint n = sayso_token_bytes (token), back = i;

  if (!sayso_namer_is_shouted (self, i) || n > 6)
    return FALSE;
  while (back > start && (sayso_reading_token (self->reading, back - 1)->upos == SAYSO_UPOS_PUNCT ||
                          sayso_token_is (self->reading, sayso_reading_token (self->reading, back - 1), "or")))
    back--;
  if (back == i || back < start + n)
    return FALSE;
  for (guint k = 0; k < n; k++)
    {
      gunichar c = sayso_namer_first_char (self, back - n + k);

      if (!g_unichar_islower (c) || g_unichar_toupper (c) != (gunichar) letters[k])
        return FALSE;
    }

  return TRUE;
}

static void
add_name_of_kind (SaysoNamer *self, guint first, guint n, SaysoNameKind kind)
{
  SaysoName name = { .first = first, .n_tokens = n, .kind = kind };
  char *form = form_of (self, first, n);

  g_array_append_val (self->reading->names, name);
  if (form != NULL && !g_hash_table_contains (self->found, form))
    g_hash_table_insert (self->found, form, GUINT_TO_POINTER (kind + 1));
  else
    g_free (form);
}

static void
add_name (SaysoNamer *self, guint first, guint n, SaysoNameKind kind)
{
  if (n == 1 && is_abbreviation (self, first, first > 12 ? first - 12 : 0))
    return;
  add_name_of_kind (self, first, n, kind);
}

/* Names from a run of capitalised words, without the titles and nationalities before them. */
static guint
add_run (SaysoNamer *self, guint first, guint last_end, guint start, guint end)
{
  guint known_n = 0, stop = last_end, number;
  gboolean titled = FALSE;
  const SaysoKnownName *known;

  while (first < stop)
    {
      known = longest_known (self, first, stop, &known_n);
      if (known != NULL && known->demonym && first + known_n < stop)
        first += known_n;
      else if ((known == NULL || known_n == 1) && in_table (self, self->titles, first))
        {
          titled = TRUE;
          first++;
        }
      else if (titled && sayso_token_is (self->reading, sayso_reading_token (self->reading, first), "of"))
        {
          titled = FALSE;
          first++;
        }
      else if (sayso_token_is (self->reading, sayso_reading_token (self->reading, first), "-"))
        first++;
      else
        break;
    }
  if (first >= stop)
    return stop;

  known = longest_known (self, first, end, &known_n);
  if (known != NULL && !known->demonym && first + known_n >= stop)
    {
      add_name (self, first, known_n, known->kind);
      return first + known_n;
    }
  if (known != NULL && known->demonym && first + known_n >= stop)
    return stop;
  /* Two names that stand together: "Oslo police"; a state before an office keeps to it. */
  number = self->reading->names->len;
  add_name (self, first, stop - first, sayso_namer_guess_kind (self, first, stop - first, titled, start, end));
  if (!titled && self->reading->names->len > number)
    g_array_append_val (self->guessed, number);

  return stop;
}

/* Where capitals say nothing, only names that are known from the lists or from the running text are seen. */
static guint
name_by_knowledge (SaysoNamer *self, guint start, guint end)
{
  for (guint i = start; i < end;)
    {
      guint taken = 0;

      if (sayso_namer_has_capital (self, i))
        for (guint n = MIN (SAYSO_KNOWN_NAME_MAX, end - i); n > 0 && taken == 0; n--)
          {
            g_autofree char *form = form_of (self, i, n);
            g_autofree char *calm = NULL;
            const SaysoKnownName *known = NULL;
            gpointer kind = NULL;

            if (form == NULL || (n == 1 && in_table (self, self->none, i)))
              continue;
            kind = g_hash_table_lookup (self->found, form);
            if (kind == NULL && n == 1 && sayso_namer_is_shouted (self, i) && strlen (form) > 3)
              {
                calm = g_ascii_strdown (form, -1);
                calm[0] = g_ascii_toupper (calm[0]);
                kind = g_hash_table_lookup (self->found, calm);
              }
            if (kind == NULL)
              known = sayso_gazetteer_find (form);
            if (kind == NULL && (known == NULL || known->demonym ||
                                 (n == 1 && sayso_namer_is_shouted (self, i) && strcmp (known->form, form) != 0 &&
                                  known->kind != SAYSO_NAME_PLACE)))
              continue;
            add_name (self, i, n, kind != NULL ? GPOINTER_TO_UINT (kind) - 1 : known->kind);
            taken = n;
          }
      i += MAX (taken, 1);
    }

  return end;
}

/* "Velar Corp.": a word that may be any, but for the one behind it. */
static gboolean
begins_company (const SaysoNamer *self, guint i, guint end)
{
  const char *head = i + 1 < end && is_name_word (self, i + 1, FALSE) ? sayso_namer_head_kind (self, i + 1) : NULL;

  return head != NULL && g_str_equal (head, "organization") && is_name_word (self, i, FALSE);
}

/* Where a run of at least three words in capitals ends that begins here, or @i. */
static guint
shouted_end (const SaysoNamer *self, guint i, guint end)
{
  guint stop = i, words = 0;

  /* No further than this at a time, or a text all in capitals would be looked at over and over. */
  end = MIN (end, i + 32);
  while (stop < end &&
         (sayso_namer_is_shouted (self, stop) || (sayso_token_bytes (sayso_reading_token (self->reading, stop)) == 1 &&
                                                  g_unichar_isupper (sayso_namer_first_char (self, stop)))))
    {
      char form[SAYSO_WORD_MAX + 1];

      /* Acronyms in a row are no shouting: one of the words must be an ordinary one. */
      words += sayso_token_copy (self->reading, sayso_reading_token (self->reading, stop), TRUE, form) &&
               (g_hash_table_contains (self->lower, form) || strlen (form) > 5);
      stop++;
    }

  return stop - i >= 3 && words > 0 ? stop : i;
}

static void
name_sentence (SaysoNamer *self, const SaysoSentence *sentence)
{
  guint start = sentence->first, end = start + sentence->n_tokens, initial = start;

  while (initial < end && sayso_reading_token (self->reading, initial)->upos == SAYSO_UPOS_PUNCT)
    initial++;
  for (guint i = start; i < end;)
    {
      guint n, stop;
      const SaysoKnownName *known;

      if (!sayso_namer_has_capital (self, i))
        {
          i++;
          continue;
        }
      stop = shouted_end (self, i, end);
      if (stop > i)
        {
          i = name_by_knowledge (self, i, stop);
          continue;
        }
      known = longest_known (self, i, end, &n);
      if (known != NULL && !known->demonym &&
          (n > 1 || sayso_reading_token (self->reading, i)->upos == SAYSO_UPOS_PROPN || i != initial ||
           sayso_namer_is_shouted (self, i)))
        {
          stop = is_name_word (self, i, FALSE) ? run_end (self, i, start, end) : i + n;
          if (stop <= i + n)
            {
              add_name (self, i, n, known->kind);
              i += n;
            }
          else
            i = add_run (self, i, stop, start, end);
          continue;
        }
      if (!is_name_word (self, i, i == initial) && !(i == initial && begins_company (self, i, end)))
        {
          i++;
          continue;
        }
      stop = run_end (self, i, start, end);
      if (i == initial && stop == i + 1 && !sayso_namer_is_shouted (self, i))
        {
          char form[SAYSO_WORD_MAX + 1];

          if (!sayso_token_copy (self->reading, sayso_reading_token (self->reading, i), TRUE, form) ||
              g_hash_table_contains (self->lower, form))
            {
              i++;
              continue;
            }
        }
      i = add_run (self, i, stop, start, end);
    }
}

static gboolean
capitals_say_nothing (const SaysoNamer *self, const SaysoSentence *sentence)
{
  guint words = 0, capitals = 0, shouted = 0;

  for (guint i = sentence->first; i < sentence->first + sentence->n_tokens; i++)
    if (g_unichar_isalpha (sayso_namer_first_char (self, i)) &&
        sayso_token_bytes (sayso_reading_token (self->reading, i)) > 3)
      {
        words++;
        capitals += g_unichar_isupper (sayso_namer_first_char (self, i)) != 0;
        shouted += sayso_namer_is_shouted (self, i);
      }
  if (words >= 4 && shouted * 3 > words * 2)
    return TRUE;

  return sentence->block == SAYSO_BLOCK_HEADING && words >= 3 && capitals * 4 >= words * 3;
}

static int
by_position (gconstpointer a, gconstpointer b)
{
  const SaysoName *left = a, *right = b;

  return left->first < right->first ? -1 : left->first > right->first;
}

/* Takes the names that the network saw for hints. */
static void
take_hints (SaysoNamer *self)
{
  SaysoReading *reading = self->reading;

  self->hints = g_new0 (guint8, reading->tokens->len + 1);
  self->seen = g_array_copy (reading->names);
  for (guint i = 0; i < self->seen->len; i++)
    {
      const SaysoName *name = &g_array_index (self->seen, SaysoName, i);

      memset (self->hints + name->first, (int) name->kind + 1, name->n_tokens);
    }
  g_array_set_size (reading->names, 0);
}

/* What the network sees in running text and the rules passed over: names begin and end in a capital. */
static void
add_seen (SaysoNamer *self)
{
  g_autofree guint8 *taken = g_new0 (guint8, self->reading->tokens->len + 1);

  for (guint i = 0; i < self->later->len; i++)
    {
      const SaysoSentence *sentence = sayso_reading_sentence (self->reading, g_array_index (self->later, guint, i));

      memset (taken + sentence->first, 1, sentence->n_tokens);
    }
  for (guint i = 0; i < self->reading->names->len; i++)
    {
      const SaysoName *name = &g_array_index (self->reading->names, SaysoName, i);

      memset (taken + name->first, 1, name->n_tokens);
    }
  for (guint i = 0; i < self->seen->len; i++)
    {
      const SaysoName *name = &g_array_index (self->seen, SaysoName, i);
      guint number = self->reading->names->len;
      g_autofree char *form = NULL;
      const SaysoKnownName *known;

      if (name->n_tokens == 0 || memchr (taken + name->first, 1, name->n_tokens) != NULL ||
          !sayso_namer_has_capital (self, name->first) ||
          !sayso_namer_has_capital (self, name->first + name->n_tokens - 1) ||
          (name->n_tokens == 1 && in_table (self, self->none, name->first)))
        continue;
      form = form_of (self, name->first, name->n_tokens);
      known = form != NULL ? sayso_gazetteer_find (form) : NULL;
      if (form == NULL || (known != NULL && known->demonym))
        continue;
      add_name (self, name->first, name->n_tokens, name->kind);
      if (self->reading->names->len > number)
        g_array_append_val (self->guessed, number);
    }
}

typedef struct
{
  guint votes[SAYSO_NAME_PLACE + 1];
} Ballot;

static void
vote (GHashTable *ballots, char *form, SaysoNameKind kind, guint votes)
{
  Ballot *ballot;

  if (form == NULL)
    return;
  ballot = g_hash_table_lookup (ballots, form);
  if (ballot == NULL)
    {
      ballot = g_new0 (Ballot, 1);
      g_hash_table_insert (ballots, g_strdup (form), ballot);
    }
  ballot->votes[kind] += votes;
  g_free (form);
}

/* One name is one kind of thing in one text: where kinds were guessed, the most frequent guess holds for all. */
static void
settle_kinds (SaysoNamer *self)
{
  g_autoptr (GHashTable) ballots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < self->reading->names->len; i++)
    {
      const SaysoName *name = &g_array_index (self->reading->names, SaysoName, i);
      guint votes = self->hints[name->first + name->n_tokens - 1] != 0 ? 2 : 1;

      if (name->kind == SAYSO_NAME_OTHER)
        continue;
      vote (ballots, form_of (self, name->first, name->n_tokens), name->kind, votes);
      /* "Tarn" of "Tarn Shipping", "Oduya" of "Jan Oduya" */
      if (name->n_tokens > 1 && name->kind == SAYSO_NAME_PERSON)
        vote (ballots, form_of (self, name->first + name->n_tokens - 1, 1), name->kind, votes);
      else if (name->n_tokens == 2 && name->kind == SAYSO_NAME_ORGANIZATION)
        vote (ballots, form_of (self, name->first, 1), name->kind, votes);
    }
  for (guint i = 0; i < self->guessed->len; i++)
    {
      SaysoName *name = &g_array_index (self->reading->names, SaysoName, g_array_index (self->guessed, guint, i));
      char *form = form_of (self, name->first, name->n_tokens);
      const Ballot *ballot = form != NULL ? g_hash_table_lookup (ballots, form) : NULL;

      for (guint kind = SAYSO_NAME_PERSON; ballot != NULL && kind <= SAYSO_NAME_PLACE; kind++)
        if (ballot->votes[kind] > ballot->votes[name->kind])
          name->kind = kind;
      if (form != NULL)
        g_hash_table_replace (self->found, form, GUINT_TO_POINTER (name->kind + 1));
    }
}

/* Finds proper names by shape, tag and list; where those leave the kind open, the network's hint decides. */
void
sayso_reader_find_names (SaysoReading *reading)
{
  SaysoNamer self = { .reading = reading };

  self.heads = sayso_reader_get_table ("name-heads.tsv");
  self.titles = sayso_reader_get_table ("titles.tsv");
  self.none = sayso_reader_get_table ("no-names.tsv");
  self.given = sayso_reader_get_table ("given-names.tsv");
  self.lower = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.later = g_array_new (FALSE, FALSE, sizeof (guint));
  self.guessed = g_array_new (FALSE, FALSE, sizeof (guint));
  take_hints (&self);

  for (guint i = 0; i < reading->tokens->len; i++)
    {
      char form[SAYSO_WORD_MAX + 1];

      if (g_unichar_islower (sayso_namer_first_char (&self, i)) &&
          sayso_token_copy (reading, sayso_reading_token (reading, i), FALSE, form) &&
          !g_hash_table_contains (self.lower, form))
        g_hash_table_add (self.lower, g_strdup (form));
    }
  for (guint i = 0; i < reading->sentences->len; i++)
    if (capitals_say_nothing (&self, sayso_reading_sentence (reading, i)))
      g_array_append_val (self.later, i);
    else
      name_sentence (&self, sayso_reading_sentence (reading, i));
  add_seen (&self);
  settle_kinds (&self);
  for (guint i = 0; i < self.later->len; i++)
    {
      const SaysoSentence *sentence = sayso_reading_sentence (reading, g_array_index (self.later, guint, i));

      name_by_knowledge (&self, sentence->first, sentence->first + sentence->n_tokens);
    }
  g_array_sort (reading->names, by_position);

  g_free (self.hints);
  g_hash_table_unref (self.lower);
  g_hash_table_unref (self.found);
  g_array_unref (self.later);
  g_array_unref (self.seen);
  g_array_unref (self.guessed);
}

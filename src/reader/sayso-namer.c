/* sayso-namer.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-gazetteer.h"
#include "sayso-reader-private.h"

/* Longer runs of capitals are no name. */
#define RUN_MAX 12

typedef struct
{
  SaysoReading *reading;
  const SaysoTable *heads, *titles, *none, *given;
  GHashTable *lower; /* words that also stand in lower case */
  GHashTable *found; /* names of running text by their form, with their kind */
  GArray *later;     /* sentences in which capitals say nothing */
} Namer;

static gunichar
first_char (const Namer *self, guint i)
{
  return g_utf8_get_char (sayso_token_text (self->reading, sayso_reading_token (self->reading, i)));
}

/* "Velar", "VELAR", "iVelar", "9Velar". */
static gboolean
has_capital (const Namer *self, guint i)
{
  const SaysoToken *token = sayso_reading_token (self->reading, i);
  const char *text = sayso_token_text (self->reading, token);
  gsize bytes = MIN (sayso_token_bytes (token), SAYSO_WORD_MAX);

  if (g_unichar_isupper (g_utf8_get_char (text)))
    return TRUE;
  for (gsize k = 1; k < bytes; k++)
    if (g_ascii_isupper (text[k]))
      return g_ascii_isalnum (text[0]);

  return FALSE;
}

static gboolean
is_shouted (const Namer *self, guint i)
{
  const SaysoToken *token = sayso_reading_token (self->reading, i);
  const char *text = sayso_token_text (self->reading, token);
  gsize bytes = sayso_token_bytes (token);

  if (bytes < 2 || bytes > SAYSO_WORD_MAX)
    return FALSE;
  for (gsize k = 0; k < bytes; k++)
    if (!g_ascii_isupper (text[k]))
      return FALSE;

  return TRUE;
}

static gboolean
in_table (const Namer *self, const SaysoTable *table, guint i)
{
  char form[SAYSO_WORD_MAX + 1];

  return sayso_token_copy (self->reading, sayso_reading_token (self->reading, i), TRUE, form) &&
         sayso_table_find (table, form, NULL);
}

static const char *
head_kind (const Namer *self, guint i)
{
  char form[SAYSO_WORD_MAX + 1];
  guint row;

  if (!sayso_token_copy (self->reading, sayso_reading_token (self->reading, i), TRUE, form) ||
      !sayso_table_find (self->heads, form, &row))
    return NULL;

  return sayso_table_get (self->heads, row, 1);
}

static gboolean
joined (const Namer *self, guint left, guint right)
{
  return sayso_reading_token (self->reading, left)->end == sayso_reading_token (self->reading, right)->start;
}

/* The text of tokens, with single spaces and straight apostrophes; NULL where it is too long for a name. */
static char *
form_of (const Namer *self, guint first, guint n)
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

      if (i > first && !joined (self, i - 1, i))
        g_string_append_c (form, ' ');
      g_string_append_len (form, sayso_token_text (self->reading, token), sayso_token_bytes (token));
    }
  g_string_replace (form, "’", "'", 0);

  return g_string_free (g_steal_pointer (&form), FALSE);
}

/* The longest known name that begins here and ends before @end. */
static const SaysoKnownName *
longest_known (const Namer *self, guint i, guint end, guint *n_tokens)
{
  for (guint n = MIN (SAYSO_KNOWN_NAME_MAX, end - i); n > 0; n--)
    {
      g_autofree char *form = NULL;
      const SaysoKnownName *known;

      /* Names end in a word with a capital or a digit, or in a part of a host name. */
      if (n > 1 && !has_capital (self, i + n - 1) && !g_unichar_isdigit (first_char (self, i + n - 1)))
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
is_name_word (const Namer *self, guint i, gboolean initial)
{
  const SaysoToken *token = sayso_reading_token (self->reading, i);

  if (!has_capital (self, i) || in_table (self, self->none, i))
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
is_particle (const Namer *self, guint i)
{
  char form[SAYSO_WORD_MAX + 1];

  return sayso_token_copy (self->reading, sayso_reading_token (self->reading, i), FALSE, form) &&
         sayso_table_cell_has ("de von van der den bin ibn al el la le du da dos del di ul ur", form);
}

static gboolean
is_known (const Namer *self, guint i)
{
  g_autofree char *form = form_of (self, i, 1);

  return form != NULL && sayso_gazetteer_find (form) != NULL;
}

/* Where the run of name words that begins here ends. */
static guint
run_end (const Namer *self, guint first, guint sentence, guint end)
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
      if (token->upos == SAYSO_UPOS_NUM && g_unichar_isdigit (first_char (self, i)) && !joined (self, i - 1, i) &&
          sayso_token_bytes (token) <= 5 &&
          !(sayso_token_bytes (token) == 4 && strchr ("12", *sayso_token_text (self->reading, token)) != NULL) &&
          (i + 1 >= end || sayso_reading_token (self->reading, i + 1)->upos == SAYSO_UPOS_PUNCT ||
           sayso_reading_token (self->reading, i + 1)->upos == SAYSO_UPOS_VERB ||
           sayso_reading_token (self->reading, i + 1)->upos == SAYSO_UPOS_AUX))
        return i + 1;
      if (i + 1 >= end)
        break;
      if (sayso_token_is (self->reading, token, "&") && is_name_word (self, i + 1, FALSE))
        i += 2;
      else if (sayso_token_is (self->reading, token, "-") && joined (self, i - 1, i) && joined (self, i, i + 1) &&
               (is_name_word (self, i + 1, FALSE) || g_unichar_isdigit (first_char (self, i + 1))) &&
               !(is_known (self, i - 1) && is_known (self, i + 1)))
        i += 2;
      else if (is_particle (self, i) && is_name_word (self, i + 1, FALSE))
        i += 2;
      else if ((sayso_token_is (self->reading, token, "of") || sayso_token_is (self->reading, token, "for")) &&
               (head = head_kind (self, i - 1)) != NULL && !g_str_equal (head, "product"))
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

static SaysoNameKind
kind_from_word (const char *word)
{
  static const struct
  {
    const char *word;
    SaysoNameKind kind;
  } kinds[] = {
    { "organization", SAYSO_NAME_ORGANIZATION },
    { "agency", SAYSO_NAME_AGENCY },
    { "outlet", SAYSO_NAME_OUTLET },
    { "product", SAYSO_NAME_PRODUCT },
    { "group", SAYSO_NAME_GROUP },
    { "place", SAYSO_NAME_PLACE },
    { "person", SAYSO_NAME_PERSON },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (word, kinds[i].word))
      return kinds[i].kind;

  return SAYSO_NAME_OTHER;
}

static gboolean
is_alphabetic (const Namer *self, guint i)
{
  const SaysoToken *token = sayso_reading_token (self->reading, i);
  const char *text = sayso_token_text (self->reading, token);

  for (gsize k = 0; k < sayso_token_bytes (token); k++)
    if ((text[k] & 0x80) == 0 && !g_ascii_isalpha (text[k]) && strchr ("'.-", text[k]) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
is_actor (const Namer *self, guint i)
{
  const char *deprel = sayso_reading_token (self->reading, i)->deprel;

  return deprel != NULL && sayso_table_cell_has ("nsubj nsubj:pass nmod:poss obl:agent", deprel);
}

/* "software reverse engineering, or SRE", "a large language model (LLM)": short for common words, and no name. */
static gboolean
is_abbreviation (const Namer *self, guint i, guint start)
{
  const SaysoToken *token = sayso_reading_token (self->reading, i);
  const char *letters = sayso_token_text (self->reading, token);
  guint n = sayso_token_bytes (token), back = i;

  if (!is_shouted (self, i) || n > 6)
    return FALSE;
  while (back > start && (sayso_reading_token (self->reading, back - 1)->upos == SAYSO_UPOS_PUNCT ||
                          sayso_token_is (self->reading, sayso_reading_token (self->reading, back - 1), "or")))
    back--;
  if (back == i || back < start + n)
    return FALSE;
  for (guint k = 0; k < n; k++)
    {
      gunichar c = first_char (self, back - n + k);

      if (!g_unichar_islower (c) || g_unichar_toupper (c) != (gunichar) letters[k])
        return FALSE;
    }

  return TRUE;
}

/* What a name is, by its own words and by those beside it. */
static SaysoNameKind
guess_kind (const Namer *self, guint first, guint n, gboolean titled, guint start, guint end)
{
  const char *head = NULL;
  char form[SAYSO_WORD_MAX + 1];
  guint last = first + n - 1;

  for (guint i = first + 1; i < first + n && head == NULL; i++)
    if (sayso_token_is (self->reading, sayso_reading_token (self->reading, i), "of") ||
        sayso_token_is (self->reading, sayso_reading_token (self->reading, i), "for"))
      head = head_kind (self, i - 1);
  if (head == NULL && n > 1)
    head = head_kind (self, last);
  if (head == NULL && n > 1 && g_unichar_isdigit (first_char (self, last)))
    head = head_kind (self, last - 1);
  if (head != NULL && !titled)
    return kind_from_word (head);
  if (titled)
    return SAYSO_NAME_PERSON;
  if (n > 1 && n <= 4 && sayso_token_copy (self->reading, sayso_reading_token (self->reading, first), FALSE, form) &&
      sayso_table_find (self->given, form, NULL))
    return SAYSO_NAME_PERSON;
  /* "J. Oduya". */
  if (n > 1 && n <= 4)
    for (guint i = first; i < last; i++)
      if (sayso_token_bytes (sayso_reading_token (self->reading, i)) == 2 &&
          sayso_token_text (self->reading, sayso_reading_token (self->reading, i))[1] == '.')
        return SAYSO_NAME_PERSON;
  if (last + 1 < end && !joined (self, last, last + 1))
    {
      const char *next = head_kind (self, last + 1);

      if (next != NULL && !has_capital (self, last + 1) &&
          sayso_token_copy (self->reading, sayso_reading_token (self->reading, last + 1), TRUE, form) &&
          sayso_table_cell_has (
              "malware ransomware trojan backdoor worm virus botnet spyware rootkit wiper keylogger gang "
              "collective cartel syndicate",
              form))
        return kind_from_word (next);
    }
  /* An unknown acronym that does something or owns something is a body. */
  if (n == 1 && is_shouted (self, first))
    return is_actor (self, first) ? SAYSO_NAME_ORGANIZATION : SAYSO_NAME_OTHER;
  if (n == 1 && sayso_token_copy (self->reading, sayso_reading_token (self->reading, first), FALSE, form) &&
      sayso_table_find (self->given, form, NULL))
    return SAYSO_NAME_PERSON;
  if (first > start && sayso_token_copy (self->reading, sayso_reading_token (self->reading, first - 1), TRUE, form) &&
      sayso_table_cell_has ("in near", form) && sayso_reading_token (self->reading, first - 1)->upos == SAYSO_UPOS_ADP)
    return SAYSO_NAME_PLACE;
  if (n >= 2 && n <= 3)
    {
      for (guint i = first; i <= last; i++)
        if (!is_alphabetic (self, i) || is_shouted (self, i))
          return SAYSO_NAME_ORGANIZATION;
      return SAYSO_NAME_PERSON;
    }

  return SAYSO_NAME_OTHER;
}

static void
add_name_of_kind (Namer *self, guint first, guint n, SaysoNameKind kind)
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
add_name (Namer *self, guint first, guint n, SaysoNameKind kind)
{
  if (n == 1 && is_abbreviation (self, first, first > 12 ? first - 12 : 0))
    return;
  add_name_of_kind (self, first, n, kind);
}

/* Names from a run of capitalised words, without the titles and nationalities before them. */
static guint
add_run (Namer *self, guint first, guint last_end, guint start, guint end)
{
  guint known_n = 0, stop = last_end;
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
  add_name (self, first, stop - first, guess_kind (self, first, stop - first, titled, start, end));

  return stop;
}

/* Where capitals say nothing, only names that are known from the lists or from the running text are seen. */
static guint
name_by_knowledge (Namer *self, guint start, guint end)
{
  for (guint i = start; i < end;)
    {
      guint taken = 0;

      if (has_capital (self, i))
        for (guint n = MIN (SAYSO_KNOWN_NAME_MAX, end - i); n > 0 && taken == 0; n--)
          {
            g_autofree char *form = form_of (self, i, n);
            g_autofree char *calm = NULL;
            const SaysoKnownName *known = NULL;
            gpointer kind = NULL;

            if (form == NULL || (n == 1 && in_table (self, self->none, i)))
              continue;
            kind = g_hash_table_lookup (self->found, form);
            if (kind == NULL && n == 1 && is_shouted (self, i) && strlen (form) > 3)
              {
                calm = g_ascii_strdown (form, -1);
                calm[0] = g_ascii_toupper (calm[0]);
                kind = g_hash_table_lookup (self->found, calm);
              }
            if (kind == NULL)
              known = sayso_gazetteer_find (form);
            if (kind == NULL && (known == NULL || known->demonym ||
                                 (n == 1 && is_shouted (self, i) && strcmp (known->form, form) != 0 &&
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
begins_company (const Namer *self, guint i, guint end)
{
  const char *head = i + 1 < end && is_name_word (self, i + 1, FALSE) ? head_kind (self, i + 1) : NULL;

  return head != NULL && g_str_equal (head, "organization") && is_name_word (self, i, FALSE);
}

/* Where a run of at least three words in capitals ends that begins here, or @i. */
static guint
shouted_end (const Namer *self, guint i, guint end)
{
  guint stop = i, words = 0;

  /* No further than this at a time, or a text all in capitals would be looked at over and over. */
  end = MIN (end, i + 32);
  while (stop < end &&
         (is_shouted (self, stop) || (sayso_token_bytes (sayso_reading_token (self->reading, stop)) == 1 &&
                                      g_unichar_isupper (first_char (self, stop)))))
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
name_sentence (Namer *self, const SaysoSentence *sentence)
{
  guint start = sentence->first, end = start + sentence->n_tokens, initial = start;

  while (initial < end && sayso_reading_token (self->reading, initial)->upos == SAYSO_UPOS_PUNCT)
    initial++;
  for (guint i = start; i < end;)
    {
      guint n, stop;
      const SaysoKnownName *known;

      if (!has_capital (self, i))
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
           is_shouted (self, i)))
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
      if (i == initial && stop == i + 1 && !is_shouted (self, i))
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
capitals_say_nothing (const Namer *self, const SaysoSentence *sentence)
{
  guint words = 0, capitals = 0, shouted = 0;

  for (guint i = sentence->first; i < sentence->first + sentence->n_tokens; i++)
    if (g_unichar_isalpha (first_char (self, i)) && sayso_token_bytes (sayso_reading_token (self->reading, i)) > 3)
      {
        words++;
        capitals += g_unichar_isupper (first_char (self, i)) != 0;
        shouted += is_shouted (self, i);
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

/* Finds proper names by shape, tag and list. */
void
sayso_reader_find_names (SaysoReading *reading)
{
  Namer self = { .reading = reading };

  self.heads = sayso_reader_get_table ("name-heads.tsv");
  self.titles = sayso_reader_get_table ("titles.tsv");
  self.none = sayso_reader_get_table ("no-names.tsv");
  self.given = sayso_reader_get_table ("given-names.tsv");
  self.lower = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.later = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < reading->tokens->len; i++)
    {
      char form[SAYSO_WORD_MAX + 1];

      if (g_unichar_islower (first_char (&self, i)) &&
          sayso_token_copy (reading, sayso_reading_token (reading, i), FALSE, form) &&
          !g_hash_table_contains (self.lower, form))
        g_hash_table_add (self.lower, g_strdup (form));
    }
  for (guint i = 0; i < reading->sentences->len; i++)
    if (capitals_say_nothing (&self, sayso_reading_sentence (reading, i)))
      g_array_append_val (self.later, i);
    else
      name_sentence (&self, sayso_reading_sentence (reading, i));
  for (guint i = 0; i < self.later->len; i++)
    {
      const SaysoSentence *sentence = sayso_reading_sentence (reading, g_array_index (self.later, guint, i));

      name_by_knowledge (&self, sentence->first, sentence->first + sentence->n_tokens);
    }
  g_array_sort (reading->names, by_position);

  g_hash_table_unref (self.lower);
  g_hash_table_unref (self.found);
  g_array_unref (self.later);
}

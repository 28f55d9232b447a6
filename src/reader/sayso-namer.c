/* sayso-namer.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-gazetteer.h"
#include "sayso-enum.h"
#include "sayso-reader-enums.h"
#include "sayso-reader-private.h"

typedef struct
{
  SaysoReading *reading;
  const SaysoTable *heads, *none, *titles;
  guint8 *taken;       /* whether a token stands in a name */
  GHashTable *ballots; /* forms, with their Ballot */
} Namer;

/* How often a form was taken for each kind. */
typedef struct
{
  guint votes[SAYSO_NAME_PLACE + 1];
} Ballot;

static gunichar
first_char (const Namer *self, guint i)
{
  return g_utf8_get_char (sayso_token_text (self->reading, sayso_reading_token (self->reading, i)));
}

static gboolean
in_table (const Namer *self, const SaysoTable *table, guint i, guint *row)
{
  char form[SAYSO_WORD_MAX + 1];

  return sayso_token_copy (self->reading, sayso_reading_token (self->reading, i), TRUE, form) &&
         sayso_table_find (table, form, row);
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

      if (i > first && sayso_reading_token (self->reading, i - 1)->end != token->start)
        g_string_append_c (form, ' ');
      g_string_append_len (form, sayso_token_text (self->reading, token), sayso_token_bytes (token));
    }
  g_string_replace (form, "’", "'", 0);

  return g_string_free (g_steal_pointer (&form), FALSE);
}

/* The kind that the words of a body's, product's or place's name tell: "Ministry of …", "… Police". */
static gboolean
kind_by_head (const Namer *self, const SaysoName *name, SaysoNameKind *kind)
{
  guint last = name->first + name->n_tokens - 1, row;
  int value;

  for (guint i = name->first + 1; i < last; i++)
    if (sayso_token_is (self->reading, sayso_reading_token (self->reading, i), "of") ||
        sayso_token_is (self->reading, sayso_reading_token (self->reading, i), "for"))
      last = i - 1;
  if (name->n_tokens == 1 || !in_table (self, self->heads, last, &row) ||
      !sayso_enum_from_nick (SAYSO_TYPE_NAME_KIND, sayso_table_get (self->heads, row, 1), &value))
    return FALSE;
  *kind = value;

  return TRUE;
}

/* What the network cannot tell apart, lists and heads do: states' agencies and outlets among organizations. */
static SaysoNameKind
refine_kind (const Namer *self, const SaysoName *name, const SaysoKnownName *known)
{
  SaysoNameKind kind;

  /* People are called after places, but not after malware. */
  if (known != NULL && !known->demonym && (name->kind != SAYSO_NAME_PERSON || known->kind != SAYSO_NAME_PLACE))
    return known->kind;
  if (name->kind == SAYSO_NAME_PERSON)
    return name->kind;
  if (kind_by_head (self, name, &kind) &&
      (name->kind == SAYSO_NAME_OTHER ||
       (name->kind == SAYSO_NAME_ORGANIZATION && (kind == SAYSO_NAME_AGENCY || kind == SAYSO_NAME_OUTLET))))
    return kind;

  return name->kind;
}

/* Inside an address, a path or a program: "Win32.Boat", "boats=Oduya". */
static gboolean
is_in_code (const Namer *self, guint first)
{
  const SaysoToken *token = sayso_reading_token (self->reading, first);

  return token->start > 0 && strchr ("._=&\\", sayso_token_text (self->reading, token)[-1]) != NULL;
}

static void
add (Namer *self, SaysoName name, const char *form)
{
  Ballot *ballot = g_hash_table_lookup (self->ballots, form);

  if (is_in_code (self, name.first))
    return;
  if (ballot == NULL)
    {
      ballot = g_new0 (Ballot, 1);
      g_hash_table_insert (self->ballots, g_strdup (form), ballot);
    }
  ballot->votes[name.kind]++;
  memset (self->taken + name.first, 1, name.n_tokens);
  g_array_append_val (self->reading->names, name);
}

static gboolean
is_body (const Namer *self, guint i)
{
  guint row;

  return in_table (self, self->heads, i, &row) &&
         sayso_table_cell_has ("organization agency", sayso_table_get (self->heads, row, 1));
}

/* "St. | Olav", "Mt. | Ramsvik": read as a title, and part of the name all the same. */
static gboolean
is_saint (const Namer *self, guint i)
{
  const SaysoToken *token = sayso_reading_token (self->reading, i);
  g_autofree char *word = g_ascii_strdown (sayso_token_text (self->reading, token), sayso_token_bytes (token));

  return g_strcmp0 (token->deprel, "nmod:desc") == 0 && sayso_table_cell_has ("st. st saint ste. mt. mount ft.", word);
}

/* "the | Financial | Supervisory Agency": an adjective written like the rest of a body's name. */
static gboolean
is_first_word (const Namer *self, const SaysoName *name, guint i)
{
  const SaysoToken *token = sayso_reading_token (self->reading, i);

  return i + 1 == name->first && i > 0 && token->upos == SAYSO_UPOS_ADJ && name->kind == SAYSO_NAME_ORGANIZATION &&
         g_strcmp0 (token->deprel, "amod") == 0 && is_body (self, name->first + name->n_tokens - 1) &&
         sayso_token_is (self->reading, sayso_reading_token (self->reading, i - 1), "the") &&
         !g_unichar_isupper (first_char (self, i - 1));
}

/* Whether a proper noun beside a name, or the word for a body behind it, is a part of the same phrase. */
static gboolean
goes_with (const Namer *self, const SaysoName *name, guint i)
{
  const SaysoToken *token = sayso_reading_token (self->reading, i);
  guint end = name->first + name->n_tokens;

  if (self->taken[i] || !has_capital (self, i) || in_table (self, self->titles, i, NULL))
    return FALSE;
  if (is_first_word (self, name, i))
    return TRUE;
  if (token->upos != SAYSO_UPOS_PROPN && !(i == end && name->kind == SAYSO_NAME_ORGANIZATION && is_body (self, i)))
    return FALSE;
  if (token->head >= (int) name->first && token->head < (int) end)
    return token->deprel != NULL && (sayso_table_cell_has ("flat compound", token->deprel) || is_saint (self, i));

  return i == end && sayso_reading_token (self->reading, end - 1)->head == (int) i &&
         sayso_table_cell_has ("flat compound", sayso_reading_token (self->reading, end - 1)->deprel);
}

/* "Oduya | 's", "Knew | of": no name ends so. */
static gboolean
is_edge (const SaysoToken *token)
{
  return token->upos == SAYSO_UPOS_PART || token->upos == SAYSO_UPOS_ADP;
}

/* "TA | -771", "CERT-Polska": what is written on to the name without a space, with a hyphen and a capital or a digit.
 */
static gboolean
is_written_on (const Namer *self, guint end, guint stop)
{
  const SaysoToken *last, *hyphen, *next;

  if (end + 1 >= stop)
    return FALSE;
  last = sayso_reading_token (self->reading, end - 1);
  hyphen = last + 1;
  next = last + 2;

  return last->span.end == hyphen->span.start && hyphen->span.end == next->span.start &&
         sayso_token_is (self->reading, hyphen, "-") &&
         (has_capital (self, end + 1) || g_unichar_isdigit (first_char (self, end + 1)));
}

/* "Oduland | 's Velar Telecom": the country has it, and is no part of its name. */
static void
leave_owner_out (const Namer *self, SaysoName *name)
{
  for (guint n = 1; n + 1 < name->n_tokens; n++)
    if (sayso_reading_token (self->reading, name->first + n)->upos == SAYSO_UPOS_PART)
      {
        g_autofree char *form = form_of (self, name->first, n);
        const SaysoKnownName *known = form != NULL ? sayso_gazetteer_find (form) : NULL;

        if (known == NULL || known->kind != SAYSO_NAME_PLACE)
          return;
        name->first += n + 1;
        name->n_tokens -= n + 1;
        return;
      }
}

/* The words at its edges that the network left out or took too many of: "Harbour | Office", "Oduya | 's". */
static void
mend_edges (const Namer *self, SaysoName *name, guint start, guint stop)
{
  while (name->n_tokens > 1 && is_edge (sayso_reading_token (self->reading, name->first + name->n_tokens - 1)))
    name->n_tokens--;
  while (name->n_tokens > 1 && sayso_reading_token (self->reading, name->first)->upos == SAYSO_UPOS_PART)
    {
      name->first++;
      name->n_tokens--;
    }
  leave_owner_out (self, name);
  while (name->first + name->n_tokens < stop && goes_with (self, name, name->first + name->n_tokens))
    name->n_tokens++;
  while (is_written_on (self, name->first + name->n_tokens, stop) && !self->taken[name->first + name->n_tokens + 1])
    name->n_tokens += 2;
  while (name->first > start && goes_with (self, name, name->first - 1))
    {
      g_autofree char *form = form_of (self, name->first - 1, 1);

      /* A given name may be a product's as well. */
      if (form == NULL || (name->kind != SAYSO_NAME_PERSON && sayso_gazetteer_find (form) != NULL))
        break;
      name->first--;
      name->n_tokens++;
    }
}

/* Whether a token leans on a name by one of some relations. */
static gboolean
leans_on (const Namer *self, guint i, const SaysoName *name, const char *deprels)
{
  const SaysoToken *token = sayso_reading_token (self->reading, i);

  return token->head >= (int) name->first && token->head < (int) (name->first + name->n_tokens) &&
         token->deprel != NULL && sayso_table_cell_has (deprels, token->deprel);
}

/* Whether two names that stand together are one: "Tern | Collective", "Sula | Rose", but not "Oslo | Police". */
static gboolean
is_one_name (const Namer *self, const SaysoName *left, const SaysoName *right)
{
  guint last = left->first + left->n_tokens - 1;
  g_autofree char *form = form_of (self, left->first, left->n_tokens);

  /* "Kessel | & | Roy" */
  if (right->first == last + 2 && sayso_token_is (self->reading, sayso_reading_token (self->reading, last + 1), "&"))
    return TRUE;

  return right->first == last + 1 &&
         (leans_on (self, right->first, left, "flat") ||
          (left->kind != SAYSO_NAME_PLACE && leans_on (self, last, right, "flat compound amod"))) &&
         form != NULL && sayso_gazetteer_find (form) == NULL;
}

/* Takes over a name that the network saw: without the title before it and what is no name at all. In a title
 * capitals tell little: a single word there must be known from elsewhere. */
static void
take (Namer *self, SaysoName name, gboolean titled)
{
  g_autofree char *form = NULL;
  const SaysoKnownName *known;

  while (name.n_tokens > 1 && name.kind == SAYSO_NAME_PERSON && in_table (self, self->titles, name.first, NULL))
    {
      name.first++;
      name.n_tokens--;
    }
  if (name.n_tokens == 1 &&
      (in_table (self, self->none, name.first, NULL) || is_edge (sayso_reading_token (self->reading, name.first))))
    return;
  form = form_of (self, name.first, name.n_tokens);
  known = form != NULL ? sayso_gazetteer_find (form) : NULL;
  if (form == NULL || strspn (form, "0123456789.,-") == strlen (form) || strstr (form, "://") != NULL ||
      (known != NULL && known->demonym) ||
      (titled && name.n_tokens == 1 && known == NULL && !g_hash_table_contains (self->ballots, form)))
    return;
  name.kind = refine_kind (self, &name, known);
  add (self, name, form);
}

/* A heading in which most words have capitals. */
static gboolean
is_titled (const Namer *self, const SaysoSentence *sentence)
{
  guint words = 0, capitals = 0;

  for (guint i = sentence->first; i < sentence->first + sentence->n_tokens; i++)
    if (g_unichar_isalpha (first_char (self, i)))
      {
        words++;
        capitals += has_capital (self, i);
      }

  return sentence->block == SAYSO_BLOCK_HEADING && words >= 4 && capitals * 4 >= words * 3;
}

/* Moves on to the sentence of a token. */
static const SaysoSentence *
advance_to (const Namer *self, guint token, guint *s)
{
  const SaysoSentence *sentence = sayso_reading_sentence (self->reading, *s);

  while (sentence->first + sentence->n_tokens <= token)
    sentence = sayso_reading_sentence (self->reading, ++*s);

  return sentence;
}

/* The words that end a firm's name, as they are written in it: "Oduya Trading | Co., Ltd". */
static gboolean
is_firm_suffix (const Namer *self, guint i, guint stop)
{
  char form[SAYSO_WORD_MAX + 1];

  return i < stop && sayso_token_copy (self->reading, sayso_reading_token (self->reading, i), TRUE, form) &&
         sayso_table_cell_has ("co. co ltd ltd. limited gmbh inc inc. llc corp corp. plc", form);
}

/* "Oslo | Oduya Trading Co., Ltd": words with capitals up to the end of a firm's name are all of it. */
static void
mend_firm (const Namer *self, SaysoName *name, guint stop)
{
  guint end = name->first + name->n_tokens, found = 0;

  for (guint i = end; i < stop && i < end + SAYSO_KNOWN_NAME_MAX; i++)
    {
      gboolean comma = sayso_token_is (self->reading, sayso_reading_token (self->reading, i), ",");

      if (is_firm_suffix (self, i, stop))
        found = i + 1;
      else if (found == i && (comma ? is_firm_suffix (self, i + 1, stop)
                                    : sayso_token_is (self->reading, sayso_reading_token (self->reading, i), ".")))
        found = comma ? found : i + 1;
      else if (found > 0 || comma || !has_capital (self, i))
        break;
    }
  if (found == 0)
    return;
  name->n_tokens = found - name->first;
  name->kind = SAYSO_NAME_ORGANIZATION;
}

static void
mend_all_edges (Namer *self, GArray *seen)
{
  for (guint i = 0; i < seen->len; i++)
    memset (self->taken + g_array_index (seen, SaysoName, i).first, 1, g_array_index (seen, SaysoName, i).n_tokens);
  for (guint i = 0, s = 0; i < seen->len; i++)
    {
      SaysoName *name = &g_array_index (seen, SaysoName, i);
      const SaysoSentence *sentence = advance_to (self, name->first, &s);

      mend_edges (self, name, sentence->first, sentence->first + sentence->n_tokens);
      mend_firm (self, name, sentence->first + sentence->n_tokens);
      while (i + 1 < seen->len && g_array_index (seen, SaysoName, i + 1).first < name->first + name->n_tokens)
        g_array_remove_index (seen, i + 1);
      memset (self->taken + name->first, 1, name->n_tokens);
    }
}

/* Takes over the names that the network saw in titles, or in all else. */
static void
take_seen (Namer *self, const GArray *seen, gboolean titles)
{
  for (guint i = 0, s = 0; i < seen->len; i++)
    {
      SaysoName name = g_array_index (seen, SaysoName, i);
      const SaysoSentence *sentence = advance_to (self, name.first, &s);

      while (i + 1 < seen->len && is_one_name (self, &name, &g_array_index (seen, SaysoName, i + 1)))
        {
          const SaysoName *next = &g_array_index (seen, SaysoName, ++i);

          name = (SaysoName) { name.first, next->first + next->n_tokens - name.first,
                               next->first == name.first + name.n_tokens ? next->kind : SAYSO_NAME_ORGANIZATION };
        }
      if (is_titled (self, sentence) == titles)
        take (self, name, titles);
    }
}

/* Whether a word may be a name by its tag: of common nouns with a capital the tagger is not sure. */
static gboolean
may_be_name (const Namer *self, guint i, gboolean first)
{
  SaysoUpos upos = sayso_reading_token (self->reading, i)->upos;

  return upos == SAYSO_UPOS_PROPN || (!first && upos == SAYSO_UPOS_NOUN);
}

/* The longest name that the lists know and that begins here, over words that the network left free. */
static guint
take_known (Namer *self, guint i, guint first, guint end)
{
  for (guint n = MIN (SAYSO_KNOWN_NAME_MAX, end - i); n > 0; n--)
    {
      g_autofree char *form = NULL;
      const SaysoKnownName *known;
      SaysoName name = { i, n, SAYSO_NAME_OTHER };

      /* Names end in a word with a capital or a digit; a single word must be tagged as a name. */
      if (memchr (self->taken + i, 1, n) != NULL ||
          (!has_capital (self, i + n - 1) && !g_unichar_isdigit (first_char (self, i + n - 1))) ||
          (n == 1 && (!may_be_name (self, i, i == first) || in_table (self, self->none, i, NULL))))
        continue;
      form = form_of (self, i, n);
      known = form != NULL ? sayso_gazetteer_find (form) : NULL;
      if (known == NULL || (n == 1 && sayso_reading_token (self->reading, i)->upos != SAYSO_UPOS_PROPN &&
                            known->kind != SAYSO_NAME_PRODUCT && known->kind != SAYSO_NAME_GROUP))
        continue;
      name.kind = known->kind;
      if (!known->demonym)
        add (self, name, form);
      return n;
    }

  return 1;
}

/* "Criminal Investigative Division": capitals in running text that end in the word for a body, a place or a product. */
static guint
take_headed (Namer *self, guint i, guint end)
{
  SaysoName name = { i, 0, SAYSO_NAME_OTHER };
  g_autofree char *form = NULL;

  while (i + name.n_tokens < end && name.n_tokens < SAYSO_KNOWN_NAME_MAX && !self->taken[i + name.n_tokens] &&
         has_capital (self, i + name.n_tokens))
    name.n_tokens++;
  /* "Advanced Encryption Standard": the words that end outlets' names end many others' as well. */
  if (name.n_tokens < 2 || !kind_by_head (self, &name, &name.kind) || name.kind == SAYSO_NAME_OUTLET)
    return 1;
  form = form_of (self, i, name.n_tokens);
  if (form != NULL)
    add (self, name, form);

  return name.n_tokens;
}

/* "GReAT", "iBoat": what is written so is a name, whatever it is. */
static void
take_mixed (Namer *self, guint i)
{
  const SaysoToken *token = sayso_reading_token (self->reading, i);
  const char *text = sayso_token_text (self->reading, token);
  gsize bytes = sayso_token_bytes (token);
  guint capitals = 0, small = 0;
  g_autofree char *form = NULL;

  if (self->taken[i] || bytes > SAYSO_WORD_MAX || !g_ascii_isupper (*text) || in_table (self, self->none, i, NULL))
    return;
  for (gsize k = 0; k < bytes; k++)
    {
      capitals += g_ascii_isupper (text[k]);
      small += g_ascii_islower (text[k]);
    }
  if (capitals < 2 || small == 0 || capitals + small < bytes)
    return;
  form = form_of (self, i, 1);
  if (form != NULL)
    add (self, (SaysoName) { i, 1, SAYSO_NAME_OTHER }, form);
}

/* A name that was seen elsewhere in the text, over proper nouns that the network left free. */
static void
take_again (Namer *self, guint i, gboolean first)
{
  g_autofree char *form = NULL;
  const Ballot *ballot;
  SaysoName name = { i, 1, SAYSO_NAME_OTHER };

  /* A word that begins a sentence has its capital for that. */
  if (self->taken[i] || !has_capital (self, i) || !may_be_name (self, i, first))
    return;
  form = form_of (self, i, 1);
  ballot = form != NULL ? g_hash_table_lookup (self->ballots, form) : NULL;
  if (ballot == NULL)
    return;
  for (guint kind = 0; kind <= SAYSO_NAME_PLACE; kind++)
    if (ballot->votes[kind] > ballot->votes[name.kind])
      name.kind = kind;
  add (self, name, form);
}

/* One name is one kind of thing in one text: the most frequent kind holds for all. */
static void
settle_kinds (Namer *self)
{
  for (guint i = 0; i < self->reading->names->len; i++)
    {
      SaysoName *name = &g_array_index (self->reading->names, SaysoName, i);
      g_autofree char *form = form_of (self, name->first, name->n_tokens);
      const Ballot *ballot = g_hash_table_lookup (self->ballots, form);

      for (guint kind = 0; kind <= SAYSO_NAME_PLACE; kind++)
        if (ballot->votes[kind] > ballot->votes[name->kind])
          name->kind = kind;
    }
}

static int
by_position (gconstpointer a, gconstpointer b)
{
  const SaysoName *left = a, *right = b;

  return left->first < right->first ? -1 : left->first > right->first;
}

/*
 * Completes the names that the network saw: lists and head words refine their kinds and add those that it missed, and
 * one form has one kind in one text.
 */
void
sayso_reader_find_names (SaysoReading *reading)
{
  Namer self = { .reading = reading };
  g_autoptr (GArray) seen = g_array_copy (reading->names);

  self.heads = sayso_reader_get_table ("name-heads.tsv");
  self.titles = sayso_reader_get_table ("titles.tsv");
  self.none = sayso_reader_get_table ("no-names.tsv");
  self.taken = g_new0 (guint8, reading->tokens->len + 1);
  self.ballots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_array_set_size (reading->names, 0);
  mend_all_edges (&self, seen);
  take_seen (&self, seen, FALSE);
  take_seen (&self, seen, TRUE);
  for (guint s = 0; s < reading->sentences->len; s++)
    {
      const SaysoSentence *sentence = sayso_reading_sentence (reading, s);
      guint end = sentence->first + sentence->n_tokens;

      for (guint i = sentence->first; i < end;)
        i += has_capital (&self, i) && !self.taken[i] ? take_known (&self, i, sentence->first, end) : 1;
      if (sentence->block == SAYSO_BLOCK_PARAGRAPH)
        for (guint i = sentence->first + 1; i < end;)
          i += has_capital (&self, i) && !self.taken[i] ? take_headed (&self, i, end) : 1;
    }
  for (guint s = 0; s < reading->sentences->len; s++)
    {
      const SaysoSentence *sentence = sayso_reading_sentence (reading, s);
      gboolean titled = is_titled (&self, sentence);

      for (guint i = sentence->first; i < sentence->first + sentence->n_tokens; i++)
        {
          take_again (&self, i, titled || i == sentence->first);
          take_mixed (&self, i);
        }
    }
  settle_kinds (&self);
  g_array_sort (reading->names, by_position);

  g_hash_table_unref (self.ballots);
  g_free (self.taken);
}

/* sayso-vocabulary.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-vocabulary.h"

#include <string.h>

#include "sayso-analysis-resources.h"
#include "sayso-table.h"

#define WEAK 0.3

static const SaysoTable *
get_table (void)
{
  return sayso_table_get_shared (sayso_analysis_get_resource (), "likeness.tsv");
}

/* (key: "class/word", value: what follows "=" or ""). Read once. */
static GHashTable *
get_words (void)
{
  static GHashTable *words;

  if (g_once_init_enter_pointer (&words))
    {
      GHashTable *read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      const SaysoTable *table = get_table ();

      for (guint row = 0; row < sayso_table_get_n_rows (table); row++)
        {
          const char *class = sayso_table_get (table, row, 0);
          g_auto (GStrv) cells = g_strsplit (sayso_table_get (table, row, 1), " ", -1);

          for (guint i = 0; strchr (sayso_table_get (table, row, 1), '|') == NULL && cells[i] != NULL; i++)
            {
              g_auto (GStrv) sides = g_strsplit (cells[i], "=", 2);

              g_hash_table_insert (read, g_strconcat (class, "/", sides[0], NULL),
                                   g_strdup (sides[0] != NULL && sides[1] != NULL ? sides[1] : ""));
            }
        }
      g_once_init_leave_pointer (&words, read);
    }

  return words;
}

/* Longer words are of no class. */
#define MAX_KEY 64

static const char *
look_up (const char *class, const char *key)
{
  char name[2 * MAX_KEY];
  gsize n = strlen (class), m = strlen (key);

  if (n + 1 + m >= sizeof name)
    return NULL;
  memcpy (name, class, n);
  name[n] = '/';
  memcpy (name + n + 1, key, m + 1);

  return g_hash_table_lookup (get_words (), name);
}

/* (key: a class of phrases, value: they). Read once. */
static const char *const *
get_phrases (const char *class)
{
  static GHashTable *phrases;

  if (g_once_init_enter_pointer (&phrases))
    {
      GHashTable *read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
      const SaysoTable *table = get_table ();

      for (guint row = 0; row < sayso_table_get_n_rows (table); row++)
        if (strchr (sayso_table_get (table, row, 1), '|') != NULL)
          g_hash_table_insert (read, g_strdup (sayso_table_get (table, row, 0)),
                               g_strsplit (sayso_table_get (table, row, 1), "|", -1));
      g_once_init_leave_pointer (&phrases, read);
    }

  return g_hash_table_lookup (phrases, class);
}

/**
 * sayso_vocabulary_get:
 * @class: a class of words that have a value: "unit", "role"
 * @key: a word
 *
 * Returns: (transfer none) (nullable): its value; empty where it has none, %NULL where it is not of that class
 */
const char *
sayso_vocabulary_get (const char *class, const char *key)
{
  return look_up (class, key);
}

/* Whether a word has a class: "negation", "press", ... */
gboolean
sayso_vocabulary_is (const char *class, const char *key)
{
  return look_up (class, key) != NULL;
}

static void
token_clear (gpointer data)
{
  g_free (((SaysoVocable *) data)->key);
}

static gboolean
is_inside (gunichar c, gunichar next)
{
  if (g_unichar_isalnum (c))
    return TRUE;

  /* "400,000", "4.2", "90%", "don't", "anti-virus" are one. */
  return (c == '\'' || c == 0x2019 || c == '-' || c == ',' || c == '.') && g_unichar_isalnum (next) &&
         ((c != ',' && c != '.') || g_unichar_isdigit (next));
}

/* "11.4bn" is "11.4billion", "90%" is "90percent". */
static void
expand_unit (GString *key)
{
  gsize digits = strspn (key->str, "0123456789.");
  const char *unit = g_str_equal (key->str + digits, "%") ? "percent" : look_up ("unit", key->str + digits);

  if (unit == NULL || *unit == '\0')
    return;
  g_string_truncate (key, digits);
  g_string_append (key, unit);
}

static char *
make_key (const char *from, const char *to)
{
  g_autofree char *word = g_strndup (from, to - from);
  g_autofree char *small = g_utf8_strdown (word, -1);
  GString *key = g_string_new (small);

  g_string_replace (key, "’", "'", 0);
  if (g_str_has_suffix (key->str, "'s"))
    g_string_truncate (key, key->len - 2);
  if (g_ascii_isdigit (key->str[0]))
    {
      g_string_replace (key, ",", "", 0);
      expand_unit (key);
    }

  return g_string_free_and_steal (key);
}

/**
 * sayso_vocabulary_split:
 * @utf8: a piece of a text
 * @offset: where in the text it begins, in code points
 *
 * Returns: (transfer full) (element-type SaysoVocable): its words
 */
GArray *
sayso_vocabulary_split (const char *utf8, guint offset)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (SaysoVocable));
  const char *start = NULL;
  guint at = offset, first = 0;
  gboolean digits = FALSE;

  g_array_set_clear_func (tokens, token_clear);
  for (const char *p = utf8;; p = g_utf8_next_char (p), at++)
    {
      gunichar c = g_utf8_get_char (p);
      gunichar next = c != 0 ? g_utf8_get_char (g_utf8_next_char (p)) : 0;
      gboolean inside = start == NULL ? g_unichar_isalnum (c) : is_inside (c, next) || (digits && c == '%');

      if (inside && start != NULL && (c == ',' || c == '.') && !digits)
        inside = FALSE;
      if (inside && start == NULL)
        {
          start = p;
          first = at;
          digits = g_unichar_isdigit (c);
        }
      else if (!inside && start != NULL)
        {
          SaysoVocable token = { SAYSO_SPAN (first, at), make_key (start, p),
                                 g_unichar_isupper (g_utf8_get_char (start)) };

          g_array_append_val (tokens, token);
          start = NULL;
        }
      if (c == 0)
        break;
    }

  return tokens;
}

static void
cut (GString *stem, gsize n, const char *instead)
{
  g_string_truncate (stem, stem->len - n);
  g_string_append (stem, instead);
}

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiouy", c) != NULL;
}

/* "stopp" is "stop"; but "sell" and "miss" stay. */
static void
undouble (GString *stem)
{
  char last = stem->str[stem->len - 1];

  if (stem->len > 3 && last == stem->str[stem->len - 2] && !is_vowel (last) && strchr ("lsz", last) == NULL)
    g_string_truncate (stem, stem->len - 1);
}

/* "thirty-one" is 31. */
static char *
join_number (const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, "-", 2);
  const char *tens = parts[0] != NULL ? look_up ("number", parts[0]) : NULL;
  const char *ones = tens != NULL && parts[1] != NULL ? look_up ("number", parts[1]) : NULL;

  if (ones == NULL || strlen (tens) != 2 || tens[1] != '0' || strlen (ones) != 1)
    return NULL;

  return g_strdup_printf ("%c%s", tens[0], ones);
}

/* Takes the common endings of English off. */
static char *
cut_endings (const char *key)
{
  const char *known = look_up ("stem", key);
  GString *stem;

  if (known == NULL)
    known = look_up ("number", key);
  if (known != NULL || g_ascii_isdigit (*key))
    return g_strdup (known != NULL ? known : key);
  if (strchr (key, '-') != NULL)
    {
      char *number = join_number (key);

      if (number != NULL)
        return number;
    }

  stem = g_string_new (key);
  if (g_str_has_suffix (key, "ies") && stem->len > 4)
    cut (stem, 3, "y");
  else if ((g_str_has_suffix (key, "sses") || g_str_has_suffix (key, "xes") || g_str_has_suffix (key, "ches") ||
            g_str_has_suffix (key, "shes")) &&
           stem->len > 5)
    cut (stem, 2, "");
  else if (g_str_has_suffix (key, "s") && !g_str_has_suffix (key, "ss") && !g_str_has_suffix (key, "us") &&
           !g_str_has_suffix (key, "is") && stem->len > 3)
    cut (stem, 1, "");

  if (g_str_has_suffix (stem->str, "ied") && stem->len > 4)
    cut (stem, 3, "y");
  else if (g_str_has_suffix (stem->str, "ing") && stem->len > 5)
    {
      cut (stem, 3, "");
      undouble (stem);
    }
  else if (g_str_has_suffix (stem->str, "ed") && stem->len > 4)
    {
      cut (stem, 2, "");
      undouble (stem);
    }
  if (g_str_has_suffix (stem->str, "e") && stem->len > 3)
    cut (stem, 1, "");

  return g_string_free_and_steal (stem);
}

/* (key: a stem, value: that of the first word with its meaning). Read once. */
static GHashTable *
get_meanings (void)
{
  static GHashTable *meanings;

  if (g_once_init_enter_pointer (&meanings))
    {
      GHashTable *read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      const SaysoTable *table = get_table ();

      for (guint row = 0; row < sayso_table_get_n_rows (table); row++)
        {
          g_auto (GStrv) words = g_strsplit (sayso_table_get (table, row, 1), " ", -1);
          g_autofree char *first = cut_endings (words[0]);

          for (guint i = 1; g_str_equal (sayso_table_get (table, row, 0), "same") && words[i] != NULL; i++)
            g_hash_table_insert (read, cut_endings (words[i]), g_strdup (first));
        }
      g_once_init_leave_pointer (&meanings, read);
    }

  return meanings;
}

/**
 * sayso_vocabulary_stem:
 * @key: a word in small letters
 *
 * Takes the common endings of English off, so that forms of one word are alike, and makes words of one meaning alike;
 * what it gives need not be a word.
 *
 * Returns: (transfer full): its stem
 */
char *
sayso_vocabulary_stem (const char *key)
{
  g_autofree char *stem = cut_endings (key);
  const char *meaning = g_hash_table_lookup (get_meanings (), stem);

  return meaning != NULL ? g_strdup (meaning) : g_steal_pointer (&stem);
}

/* What sharing a word says of two tellings: 0 nothing. */
double
sayso_vocabulary_weight (const char *key)
{
  if (look_up ("stop", key) != NULL || (!g_ascii_isdigit (*key) && g_utf8_strlen (key, 2) < 2))
    return 0;
  if (strlen (key) == 4 && (g_str_has_prefix (key, "19") || g_str_has_prefix (key, "20")) &&
      strspn (key, "0123456789") == 4)
    return 0; /* a year: dates are compared as dates */

  return look_up ("weak", key) != NULL ? WEAK : 1;
}

/* Whether one of several words has a class. */
gboolean
sayso_vocabulary_has (const char *class, const char *words)
{
  g_autoptr (GArray) tokens = sayso_vocabulary_split (words, 0);

  for (guint i = 0; i < tokens->len; i++)
    if (sayso_vocabulary_is (class, g_array_index (tokens, SaysoVocable, i).key))
      return TRUE;

  return FALSE;
}

static GHashTable *
stems_of (const char *description)
{
  GHashTable *stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) tokens = sayso_vocabulary_split (description, 0);

  for (guint i = 0; i < tokens->len; i++)
    {
      const char *key = g_array_index (tokens, SaysoVocable, i).key;

      if (look_up ("filler", key) == NULL)
        g_hash_table_add (stems, sayso_vocabulary_stem (key));
    }

  return stems;
}

/**
 * sayso_vocabulary_likeness:
 * @description: what describes somebody
 * @other: another such
 *
 * Returns: which part of the words of the shorter one both have, 0 to 1
 */
double
sayso_vocabulary_likeness (const char *description, const char *other)
{
  g_autoptr (GHashTable) first = stems_of (description);
  g_autoptr (GHashTable) second = stems_of (other);
  guint n = MIN (g_hash_table_size (first), g_hash_table_size (second)), n_shared = 0;
  GHashTableIter iter;
  gpointer stem;

  g_hash_table_iter_init (&iter, first);
  while (g_hash_table_iter_next (&iter, &stem, NULL))
    n_shared += g_hash_table_contains (second, stem);

  return n > 0 ? (double) n_shared / n : 0;
}

/**
 * sayso_vocabulary_find:
 * @class: a class of phrases: "cause", "silence"
 * @sentence: a sentence
 * @end: (out): where the words end
 *
 * Returns: (nullable): where it has words of that class: "in response to" parts an effect from its cause
 */
const char *
sayso_vocabulary_find (const char *class, const char *sentence, const char **end)
{
  const char *const *words = get_phrases (class);

  if (words == NULL)
    return NULL;
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *found = strstr (sentence, words[i]);

      if (found != NULL && found > sentence && found[-1] == ' ')
        {
          *end = found + strlen (words[i]);
          return found;
        }
    }

  return NULL;
}

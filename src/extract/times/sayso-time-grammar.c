/* sayso-time-grammar.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-time-pattern.h"

#include <stdlib.h>
#include <string.h>

#include "sayso-time-examples.h"
#include "sayso-times-tables.h"

G_DEFINE_QUARK (sayso - time - grammar - error - quark, sayso_time_grammar_error)

#define TABLES "/io/github/sayso/Sayso/rules/en/times/"

static void
symbol_free (Symbol *symbol)
{
  g_free (symbol->name);
  g_array_unref (symbol->rules);
  g_clear_pointer (&symbol->first, g_array_unref);
  g_clear_pointer (&symbol->single, g_array_unref);
  g_free (symbol->offsets);
  g_free (symbol->candidates);
  g_free (symbol);
}

static void
example_free (SaysoTimeExample *example)
{
  g_free (example->place);
  g_free (example->text);
  g_free (example->timex);
  g_free (example->edtf);
  g_free (example->bounds);
  g_free (example);
}

/* The number of the symbol of that name; made where there is none yet. */
guint
sayso_time_grammar_intern_symbol (SaysoTimeGrammar *self, const char *name, gsize length)
{
  Symbol *symbol;

  for (guint i = 0; i < self->symbols->len; i++)
    {
      symbol = self->symbols->pdata[i];
      if (strncmp (symbol->name, name, length) == 0 && symbol->name[length] == '\0')
        return i;
    }

  symbol = g_new0 (Symbol, 1);
  symbol->name = g_strndup (name, length);
  symbol->rules = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->symbols, symbol);

  return self->symbols->len - 1;
}

static gboolean
add_example (SaysoTimeGrammar *self, const char *line, const char *name, guint number, GError **error)
{
  g_auto (GStrv) columns = g_strsplit (line, "|", -1);
  guint n = g_strv_length (columns);
  SaysoTimeExample *example;

  /* Nothing stands before the first bar. */
  if (n < 4 || n > 5)
    {
      g_set_error (error, SAYSO_TIME_GRAMMAR_ERROR, SAYSO_TIME_GRAMMAR_ERROR_SYNTAX,
                   "An example is written as | sentence | TIMEX3 | EDTF | bounds");
      return FALSE;
    }
  example = g_new0 (SaysoTimeExample, 1);
  example->place = g_strdup_printf ("%s:%u", name, number);
  example->text = g_strdup (g_strstrip (columns[1]));
  example->timex = g_strdup (g_strstrip (columns[2]));
  example->edtf = g_strdup (g_strstrip (columns[3]));
  example->bounds = n > 4 ? g_strdup (g_strstrip (columns[4])) : NULL;
  g_ptr_array_add (self->examples, example);
  if (self->rules->len > 0)
    g_array_index (self->rules, Rule, self->rules->len - 1).shown = TRUE;

  return TRUE;
}

static gboolean
add_rule (SaysoTimeGrammar *self, char *line, guint symbol, const char *name, guint number, GError **error)
{
  Rule rule = { .file = g_intern_string (name), .line = number };
  char *arrow = strstr (line, "=>");
  guint index = self->rules->len;

  if (arrow != NULL)
    *arrow = '\0';
  if (!sayso_time_pattern_compile (self, g_strstrip (line), &rule, error) ||
      !sayso_time_assignments_compile (self, arrow != NULL ? arrow + 2 : "", &rule, error))
    return FALSE;
  if (rule.n_extents > 0 && symbol != 0)
    {
      g_set_error (error, SAYSO_TIME_GRAMMAR_ERROR, SAYSO_TIME_GRAMMAR_ERROR_SYNTAX,
                   "Extents stand in rules for whole expressions only, under \"times:\"");
      return FALSE;
    }
  g_array_append_val (self->rules, rule);
  g_array_append_val (((Symbol *) self->symbols->pdata[symbol])->rules, index);

  return TRUE;
}

/* A line is a comment, a symbol whose rules follow, a rule, or, indented, an example of the rule above it. */
static gboolean
load_table (SaysoTimeGrammar *self, const char *name, const char *table, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);
  guint symbol = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = lines[i];
      char *end = line[0] == '<' ? strchr (line, '>') : NULL;
      gboolean good = TRUE;

      g_strchomp (line);
      if (*line == '\0' || *line == '#')
        continue;
      if (g_str_equal (line, "times:"))
        symbol = 0;
      else if (end != NULL && g_str_equal (end + 1, ":"))
        symbol = sayso_time_grammar_intern_symbol (self, line + 1, end - line - 1);
      else if (*line == ' ')
        good = add_example (self, line, name, i + 1, error);
      else
        good = add_rule (self, line, symbol, name, i + 1, error);
      if (!good)
        {
          g_prefix_error (error, "%s:%u: ", name, i + 1);
          return FALSE;
        }
    }

  return TRUE;
}

/* Every rule that finds an expression shows what it does. */
static gboolean
check_shown (const SaysoTimeGrammar *self, GError **error)
{
  for (guint i = 0; i < self->symbols->len; i++)
    {
      const Symbol *symbol = self->symbols->pdata[i];

      for (guint k = 0; (i == 0 || g_str_equal (symbol->name, "time")) && k < symbol->rules->len; k++)
        {
          const Rule *rule = &g_array_index (self->rules, Rule, g_array_index (symbol->rules, guint, k));

          if (rule->shown || rule->skip)
            continue;
          g_set_error (error, SAYSO_TIME_GRAMMAR_ERROR, SAYSO_TIME_GRAMMAR_ERROR_EXAMPLE, "%s:%u: There is no example",
                       rule->file, rule->line);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * sayso_time_grammar_new:
 * @names: (array zero-terminated=1): what each table is called in messages
 * @tables: (array zero-terminated=1): the tables
 * @error: return location for a #GError of the domain SAYSO_TIME_GRAMMAR_ERROR
 *
 * Compiles rule tables. That the examples come out is for tests to see to; sayso_time_examples_check() tells.
 *
 * Returns: (transfer full): a grammar, or %NULL
 */
SaysoTimeGrammar *
sayso_time_grammar_new (const char *const *names, const char *const *tables, GError **error)
{
  g_autoptr (SaysoTimeGrammar) self = g_new0 (SaysoTimeGrammar, 1);

  g_return_val_if_fail (names != NULL && tables != NULL, NULL);

  self->vocabulary = sayso_time_vocabulary_new ();
  self->code = g_array_new (FALSE, FALSE, sizeof (Instruction));
  self->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  self->assignments = g_array_new (FALSE, FALSE, sizeof (Assignment));
  self->terms = g_array_new (FALSE, FALSE, sizeof (Term));
  self->symbols = g_ptr_array_new_with_free_func ((GDestroyNotify) symbol_free);
  self->examples = g_ptr_array_new_with_free_func ((GDestroyNotify) example_free);
  sayso_time_grammar_intern_symbol (self, "times", 5);

  for (guint i = 0; names[i] != NULL; i++)
    if (!load_table (self, names[i], tables[i], error))
      return NULL;
  if (!sayso_time_grammar_index (self, error) || !check_shown (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
sayso_time_grammar_free (SaysoTimeGrammar *self)
{
  g_return_if_fail (self != NULL);

  sayso_time_vocabulary_free (self->vocabulary);
  g_array_unref (self->code);
  g_array_unref (self->rules);
  g_array_unref (self->assignments);
  g_array_unref (self->terms);
  g_ptr_array_unref (self->symbols);
  g_ptr_array_unref (self->examples);
  g_free (self);
}

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The tables are part of the program, and the tests have read them: what is wrong with them is a programming error. */
static SaysoTimeGrammar *
load_default (void)
{
  g_autoptr (GError) error = NULL;
  GResource *resource = sayso_times_tables_get_resource ();
  g_auto (GStrv) names = g_resource_enumerate_children (resource, TABLES, 0, &error);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  SaysoTimeGrammar *grammar;

  if (names != NULL)
    qsort (names, g_strv_length (names), sizeof *names, compare_names);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (TABLES, names[i], NULL);
      g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, path, 0, NULL);
      gsize length;
      const char *data = g_bytes_get_data (bytes, &length);

      g_ptr_array_add (tables, g_strndup (data, length));
    }
  g_ptr_array_add (tables, NULL);

  grammar = error == NULL
                ? sayso_time_grammar_new ((const char *const *) names, (const char *const *) tables->pdata, &error)
                : NULL;
  if (grammar == NULL ||
      (g_strcmp0 (g_getenv ("SAYSO_DEBUG"), "times") == 0 && !sayso_time_examples_check (grammar, &error)))
    g_error ("%s", error->message);

  return grammar;
}

/**
 * sayso_time_grammar_get_default:
 *
 * Returns: (transfer none): the grammar of English times that is built in
 */
const SaysoTimeGrammar *
sayso_time_grammar_get_default (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, GPOINTER_TO_SIZE (load_default ()));

  return GSIZE_TO_POINTER (once);
}

const SaysoTimeVocabulary *
sayso_time_grammar_get_vocabulary (const SaysoTimeGrammar *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->vocabulary;
}

/**
 * sayso_time_grammar_get_examples:
 *
 * Returns: (transfer none) (element-type SaysoTimeExample): the examples, in the order of the tables
 */
GPtrArray *
sayso_time_grammar_get_examples (const SaysoTimeGrammar *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->examples;
}

guint
sayso_time_grammar_get_n_rules (const SaysoTimeGrammar *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rules->len;
}

/**
 * sayso_time_grammar_get_first:
 * @symbol: a symbol of the tables
 *
 * Asks for a list of words that the tables keep as a symbol.
 *
 * Returns: (transfer none) (array) (nullable): by word, whether the symbol may begin with it; %NULL where there is no
 *   such symbol
 */
const guint8 *
sayso_time_grammar_get_first (const SaysoTimeGrammar *self, const char *symbol)
{
  g_return_val_if_fail (self != NULL && symbol != NULL, NULL);

  for (guint i = 0; i < self->symbols->len; i++)
    {
      const Symbol *candidate = self->symbols->pdata[i];

      if (g_str_equal (candidate->name, symbol))
        return (const guint8 *) candidate->first->data;
    }

  return NULL;
}

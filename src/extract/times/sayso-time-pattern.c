/* sayso-time-pattern.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-time-pattern.h"

#include <string.h>

#include "sayso-reading.h"
#include "sayso-reader-enums.h"

/* A pattern is read by recursive descent and written as a program as it is read. */
typedef struct
{
  SaysoTimeGrammar *grammar;
  const char *at;
  Rule *rule;
  gboolean open;
  guint depth;
  GError **error;
} Parser;

static const char *const classes[] = { "any", "word", "lower", "capital", "plural", "digits", NULL };
static const char *const places[] = { "line", "block", "end", NULL };

#define MAX_DEPTH 32

static gboolean parse_alternatives (Parser *parser);

static gboolean
fail (Parser *parser, const char *message)
{
  if (*parser->error == NULL)
    g_set_error (parser->error, SAYSO_TIME_GRAMMAR_ERROR, SAYSO_TIME_GRAMMAR_ERROR_SYNTAX, "%s at \"%.20s\"", message,
                 parser->at);

  return FALSE;
}

static guint
emit (Parser *parser, Op op, guint32 a, guint32 b)
{
  Instruction instruction = { .op = op, .field = NO_FIELD, .a = a, .b = b };

  g_array_append_val (parser->grammar->code, instruction);

  return parser->grammar->code->len - 1;
}

static Instruction *
instruction_at (Parser *parser, guint index)
{
  return &g_array_index (parser->grammar->code, Instruction, index);
}

/* Makes room for an instruction before what was written since @index. Jumps inside it move along. */
static void
insert (Parser *parser, guint index, Op op, guint32 b)
{
  Instruction instruction = { .op = op, .field = NO_FIELD, .b = b };

  g_array_insert_val (parser->grammar->code, index, instruction);
  for (guint i = index + 1; i < parser->grammar->code->len; i++)
    {
      Instruction *moved = instruction_at (parser, i);

      if ((moved->op == OP_SPLIT || moved->op == OP_JUMP || moved->op == OP_LOOK) && moved->a >= index)
        moved->a++;
    }
}

static void
skip_blanks (Parser *parser)
{
  while (*parser->at == ' ')
    parser->at++;
}

static gsize
name_length (const char *text)
{
  gsize n = 0;

  while (g_ascii_isalnum (text[n]) || text[n] == '_' || text[n] == '-' || (guchar) text[n] >= 0x80)
    n++;

  return n;
}

/* A literal is cut as a text is, so that "o'clock" stands for three tokens; all but the first are glued. */
static void
emit_literal (Parser *parser, const char *literal, gsize length)
{
  gsize at = 0;
  gboolean first = TRUE;

  while (at < length)
    {
      gsize start = at;
      gunichar c = g_utf8_get_char (literal + at);
      gboolean capital = g_unichar_isupper (c);
      g_autofree char *word = NULL;

      if (g_unichar_isalpha (c))
        while (at < length && g_unichar_isalpha (g_utf8_get_char (literal + at)))
          at += g_utf8_skip[(guchar) literal[at]];
      else
        at += g_utf8_skip[(guchar) literal[at]];
      word = g_utf8_strdown (literal + start, at - start);
      if (!first)
        emit (parser, OP_GLUED, 0, 0);
      emit (parser, OP_WORD, sayso_time_vocabulary_add (parser->grammar->vocabulary, word), capital);
      first = FALSE;
    }
}

static gboolean
parse_quoted (Parser *parser)
{
  const char *end = strchr (++parser->at, '"');

  if (end == NULL || end == parser->at)
    return fail (parser, "A quotation does not end");
  emit_literal (parser, parser->at, end - parser->at);
  parser->at = end + 1;

  return TRUE;
}

/* {5-12}: as a number from 5 to 12, of as many digits as these have. */
static gboolean
parse_digits (Parser *parser, guint8 field)
{
  char *end;
  const char *least = ++parser->at;
  guint64 from = g_ascii_strtoull (least, &end, 10), to;
  guint fewest = end - least, index;

  if (fewest == 0 || *end != '-')
    return fail (parser, "Digits are written as {1-31}");
  parser->at = end + 1;
  to = g_ascii_strtoull (parser->at, &end, 10);
  if (end == parser->at || *end != '}' || to < from || end - parser->at >= SAYSO_TIME_MAX_DIGITS)
    return fail (parser, "Digits are written as {1-31}");

  index = emit (parser, OP_DIGITS, from, to);
  instruction_at (parser, index)->c = fewest | (end - parser->at) << 8;
  instruction_at (parser, index)->field = field;
  parser->at = end + 1;

  return TRUE;
}

static gboolean
parse_symbol (Parser *parser, guint8 field)
{
  gsize length = name_length (++parser->at);
  guint index;

  if (length == 0 || parser->at[length] != '>')
    return fail (parser, "A symbol is written as <name>");
  index = emit (parser, OP_SYMBOL, sayso_time_grammar_intern_symbol (parser->grammar, parser->at, length), 0);
  instruction_at (parser, index)->field = field;
  parser->at += length + 1;

  return TRUE;
}

/* Finds a name in a list; -1 where it is not there. */
static int
find_name (const char *const *names, const char *name, gsize length)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strlen (names[i]) == length && strncmp (names[i], name, length) == 0)
      return i;

  return -1;
}

static gboolean
parse_class (Parser *parser)
{
  gsize length = name_length (++parser->at);
  int found = find_name (classes, parser->at, length);

  if (found >= 0)
    emit (parser, OP_CLASS, found, 0);
  else if ((found = find_name (places, parser->at, length)) >= 0)
    emit (parser, OP_PLACE, found, 0);
  else
    return fail (parser, "There is no such class");
  parser->at += length;

  return TRUE;
}

static gboolean
parse_tag (Parser *parser)
{
  gsize length = name_length (++parser->at);
  g_autofree char *nick = g_ascii_strdown (parser->at, length);
  g_autoptr (GEnumClass) tags = g_type_class_ref (SAYSO_TYPE_UPOS);
  GEnumValue *tag = g_enum_get_value_by_nick (tags, nick);

  if (tag == NULL)
    return fail (parser, "There is no such tag");
  emit (parser, OP_TAG, tag->value, 0);
  parser->at += length;

  return TRUE;
}

static gboolean parse_item (Parser *parser);

/* What is looked for is a program of its own behind the instruction. */
static gboolean
parse_look (Parser *parser, Look look)
{
  guint index = emit (parser, OP_LOOK, 0, look);

  if (!parse_item (parser))
    return FALSE;
  emit (parser, OP_END, 0, 0);
  instruction_at (parser, index)->a = parser->grammar->code->len;

  return TRUE;
}

static gboolean
parse_group (Parser *parser)
{
  parser->at++;
  if (++parser->depth > MAX_DEPTH)
    return fail (parser, "Too deep");
  if (!parse_alternatives (parser))
    return FALSE;
  if (*parser->at != ')')
    return fail (parser, "A ) is missing");
  parser->at++;
  parser->depth--;

  return TRUE;
}

static gboolean
parse_extent (Parser *parser)
{
  gboolean opens = *parser->at++ == '[';

  if (opens == parser->open || parser->depth > 0)
    return fail (parser, "Extents neither nest nor stand in groups");
  parser->open = opens;
  if (opens && ++parser->rule->n_extents > 2)
    return fail (parser, "A rule has two extents at most");
  emit (parser, opens ? OP_OPEN : OP_CLOSE, 0, 0);

  return TRUE;
}

static gboolean
parse_word (Parser *parser)
{
  gsize length = name_length (parser->at);
  guint8 field = NO_FIELD;

  if (length == 0)
    return fail (parser, "Something else was expected");
  if (parser->at[length] == ':')
    {
      int found = sayso_time_field_from_name (parser->at, length);

      if (found < 0)
        return fail (parser, "There is no such field");
      field = found;
      parser->at += length + 1;
      if (*parser->at == '<')
        return parse_symbol (parser, field);
      if (*parser->at == '{')
        return parse_digits (parser, field);
      return fail (parser, "Only symbols and digits go into a field");
    }
  emit_literal (parser, parser->at, length);
  parser->at += length;

  return TRUE;
}

static gboolean
parse_atom (Parser *parser)
{
  switch (*parser->at)
    {
    case '"':
      return parse_quoted (parser);
    case '{':
      return parse_digits (parser, NO_FIELD);
    case '<':
      return parse_symbol (parser, NO_FIELD);
    case '(':
      return parse_group (parser);
    case '@':
      return parse_class (parser);
    case '%':
      return parse_tag (parser);
    case '~':
      parser->at++;
      emit (parser, OP_GLUED, 0, 0);
      return TRUE;
    case '!':
      parser->at++;
      if (*parser->at == '^')
        {
          parser->at++;
          return parse_look (parser, LOOK_NOT_BEHIND);
        }
      return parse_look (parser, LOOK_NOT_AHEAD);
    case '&':
      parser->at++;
      return parse_look (parser, LOOK_AHEAD);
    case '^':
      parser->at++;
      return parse_look (parser, LOOK_BEHIND);
    case '[':
    case ']':
      return parse_extent (parser);
    default:
      return parse_word (parser);
    }
}

static gboolean
parse_item (Parser *parser)
{
  guint start = parser->grammar->code->len;

  if (!parse_atom (parser))
    return FALSE;
  if (*parser->at == '?')
    {
      parser->at++;
      insert (parser, start, OP_SPLIT, 0);
      instruction_at (parser, start)->a = parser->grammar->code->len;
    }

  return TRUE;
}

static gboolean
parse_sequence (Parser *parser)
{
  for (skip_blanks (parser); *parser->at != '\0' && *parser->at != '|' && *parser->at != ')'; skip_blanks (parser))
    if (!parse_item (parser))
      return FALSE;

  return TRUE;
}

static gboolean
parse_alternatives (Parser *parser)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));

  for (;;)
    {
      guint start = parser->grammar->code->len, jump;

      if (!parse_sequence (parser))
        return FALSE;
      if (*parser->at != '|')
        break;
      parser->at++;
      insert (parser, start, OP_SPLIT, 0);
      jump = emit (parser, OP_JUMP, 0, 0);
      g_array_append_val (ends, jump);
      instruction_at (parser, start)->a = parser->grammar->code->len;
    }
  for (guint i = 0; i < ends->len; i++)
    instruction_at (parser, g_array_index (ends, guint, i))->a = parser->grammar->code->len;

  return TRUE;
}

/* Writes the program of @pattern, and notes in @rule where it begins and how many extents it has. */
gboolean
sayso_time_pattern_compile (SaysoTimeGrammar *grammar, const char *pattern, Rule *rule, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  Parser parser = { grammar, pattern, rule, FALSE, 0, &local_error };

  rule->program = grammar->code->len;
  if (!parse_alternatives (&parser) || (*parser.at != '\0' && !fail (&parser, "Something else was expected")) ||
      (parser.open && !fail (&parser, "A ] is missing")))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  emit (&parser, OP_END, 0, 0);

  return TRUE;
}

static gboolean
compile_term (SaysoTimeGrammar *grammar, SaysoTimeField field, char operator, const char ** at, GError **error)
{
  Term term = { TERM_NUMBER, operator, 0 };
  gsize length = name_length (*at);
  int found;

  if (g_ascii_isdigit (**at))
    {
      char *end;

      term.value = g_ascii_strtoll (*at, &end, 10);
      *at = end;
    }
  else
    {
      /* A hyphen is a minus here. */
      const char *minus = memchr (*at, '-', length);

      if (minus != NULL)
        length = minus - *at;
      if (!sayso_time_constant_from_name (field, *at, length, &term.value))
        {
          found = sayso_time_field_from_name (*at, length);
          if (found < 0)
            {
              g_set_error (error, SAYSO_TIME_GRAMMAR_ERROR, SAYSO_TIME_GRAMMAR_ERROR_SYNTAX, "\"%.*s\" means nothing",
                           (int) length, *at);
              return FALSE;
            }
          term.kind = TERM_FIELD;
          term.value = found;
        }
      *at += length;
    }
  g_array_append_val (grammar->terms, term);

  return TRUE;
}

static gboolean
compile_assignment (SaysoTimeGrammar *grammar, const char *text, Rule *rule, GError **error)
{
  Assignment assignment = { .first_term = grammar->terms->len };
  const char *equals = strchr (text, '=');
  char operator= '+';
  int field;

  if (g_ascii_isdigit (text[0]) && text[1] == '.')
    {
      assignment.group = text[0] - '0';
      text += 2;
    }
  field = equals != NULL ? sayso_time_field_from_name (text, equals - text) : -1;
  if (field < 0)
    {
      g_set_error (error, SAYSO_TIME_GRAMMAR_ERROR, SAYSO_TIME_GRAMMAR_ERROR_SYNTAX, "\"%s\" sets no field", text);
      return FALSE;
    }

  assignment.field = field;
  text = equals + 1;
  if (*text == '-' || *text == '+')
    operator= * text++;
  while (*text != '\0')
    {
      if (!compile_term (grammar, field, operator, & text, error))
        return FALSE;
      assignment.n_terms++;
      if (*text == '\0')
        break;
      operator= * text++;
      if (strchr ("+-*/%", operator) == NULL || *text == '\0')
        {
          g_set_error (error, SAYSO_TIME_GRAMMAR_ERROR, SAYSO_TIME_GRAMMAR_ERROR_SYNTAX,
                       "\"%c\" is no operator", operator);
          return FALSE;
        }
    }
  g_array_append_val (grammar->assignments, assignment);

  return TRUE;
}

/* Reads what a rule says; the order of the assignments is kept. */
gboolean
sayso_time_assignments_compile (SaysoTimeGrammar *grammar, const char *text, Rule *rule, GError **error)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ", -1);

  rule->first_assignment = grammar->assignments->len;
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (g_str_equal (words[i], "skip"))
        rule->skip = TRUE;
      else if (!compile_assignment (grammar, words[i], rule, error))
        return FALSE;
    }
  rule->n_assignments = grammar->assignments->len - rule->first_assignment;

  return TRUE;
}

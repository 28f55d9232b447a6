/* sayso-search.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sayso-casebook-enums.h"
#include "sayso-edtf.h"
#include "sayso-enum.h"
#include "sayso-extract-enums.h"
#include "sayso-reader-enums.h"
#include "sayso-store.h"

/* The last word may still be in the typing, so it is found by its beginning; but not by one that half of all words
 * have. */
#define MIN_PREFIX 3

typedef enum
{
  TOKEN_END,
  TOKEN_WORD,
  TOKEN_FIELD,
  TOKEN_AND,
  TOKEN_OR,
  TOKEN_NOT,
  TOKEN_OPEN,
  TOKEN_CLOSE,
} TokenType;

typedef struct
{
  TokenType type;
  char *text; /* of a word, or a field's value */
  SaysoSearchField field;
  gboolean quoted;
  gboolean prefix;
  gboolean last; /* nothing follows */
} Token;

typedef struct
{
  GArray *tokens; /* (element-type Token) */
  guint at;
  SaysoSearch *search;
  gboolean whole;
  GError *error;
} Parser;

static const char *const field_names[] = {
  [SAYSO_SEARCH_ACTOR] = "actor",       [SAYSO_SEARCH_SOURCE] = "source",   [SAYSO_SEARCH_KIND] = "kind",
  [SAYSO_SEARCH_TAG] = "tag",           [SAYSO_SEARCH_STATUS] = "status",   [SAYSO_SEARCH_OUTLET] = "outlet",
  [SAYSO_SEARCH_AFTER] = "after",       [SAYSO_SEARCH_BEFORE] = "before",   [SAYSO_SEARCH_OCCURRED] = "occurred",
  [SAYSO_SEARCH_REPORTED] = "reported", [SAYSO_SEARCH_LEARNED] = "learned", [SAYSO_SEARCH_KNOWN] = "known",
};

/* -- words ---------------------------------------------------------------------------------------------- */

/**
 * sayso_search_fold:
 * @word: UTF-8
 * @length: its bytes, or -1
 *
 * Returns: (transfer full): the word without case and diacritics, as the search tables have it
 */
char *
sayso_search_fold (const char *word, gssize length)
{
  g_autofree char *lower = g_utf8_strdown (word, length);
  g_autofree char *apart = g_utf8_normalize (lower, -1, G_NORMALIZE_NFD);
  GString *key = g_string_new (NULL);

  for (const char *p = apart != NULL ? apart : lower; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (key, g_utf8_get_char (p));

  return g_string_free_and_steal (key);
}

static gboolean
has_word (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

static char *
quote (const char *words, gboolean prefix)
{
  GString *quoted = g_string_new ("\"");

  for (const char *p = words; *p != '\0'; p++)
    if (*p != '"')
      g_string_append_c (quoted, *p);
  g_string_append (quoted, prefix ? "\"*" : "\"");

  return g_string_free_and_steal (quoted);
}

/* Notes each word, so that it can be shown where it stands; only the last may go on. */
static void
note_words (SaysoSearch *search, const char *text, gboolean prefix)
{
  for (const char *p = text; *p != '\0';)
    {
      const char *start = p;
      SaysoSearchWord word;

      while (*p != '\0' && g_unichar_isalnum (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p > start)
        {
          word = (SaysoSearchWord) { sayso_search_fold (start, p - start), prefix && !has_word (p) };
          g_array_append_val (search->words, word);
        }
      else
        p = g_utf8_next_char (p);
    }
}

/* -- reading what was typed ----------------------------------------------------------------------------- */

static void
token_clear (gpointer data)
{
  g_free (((Token *) data)->text);
}

static const char *
skip_space (const char *p)
{
  while (g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

/* A run of anything but white space and quotation marks, or all between two of these; one that is missing at the end is
 * still to come. */
static const char *
read_words (const char *p, gboolean *quoted, guint depth, char **words)
{
  const char *start;

  *quoted = *p == '"';
  p += *quoted;
  start = p;
  while (*p != '\0' && *p != '"' && (*quoted || !(g_unichar_isspace (g_utf8_get_char (p)) || (depth > 0 && *p == ')'))))
    p = g_utf8_next_char (p);
  *words = g_strndup (start, p - start);

  return *quoted && *p == '"' ? p + 1 : p;
}

static const char *
read_field (const char *p, guint depth, Token *token)
{
  for (guint i = 0; i < G_N_ELEMENTS (field_names); i++)
    {
      gsize length = strlen (field_names[i]);

      if (g_ascii_strncasecmp (p, field_names[i], length) == 0 && p[length] == ':')
        {
          token->type = TOKEN_FIELD;
          token->field = i;
          return read_words (p + length + 1, &token->quoted, depth, &token->text);
        }
    }

  return NULL;
}

static TokenType
operator_of (const Token *token)
{
  if (token->quoted)
    return TOKEN_WORD;

  return g_str_equal (token->text, "AND")   ? TOKEN_AND
         : g_str_equal (token->text, "OR")  ? TOKEN_OR
         : g_str_equal (token->text, "NOT") ? TOKEN_NOT
                                            : TOKEN_WORD;
}

static void
add_token (GArray *tokens, TokenType type)
{
  Token token = { .type = type };

  g_array_append_val (tokens, token);
}

static GArray *
read_tokens (const char *text)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  guint depth = 0;

  g_array_set_clear_func (tokens, token_clear);
  for (const char *p = skip_space (text); *p != '\0'; p = skip_space (p))
    {
      Token token = { .type = TOKEN_WORD };
      const char *end;

      if (*p == '(' || (*p == ')' && depth > 0))
        {
          depth += *p == '(' ? 1 : -1;
          add_token (tokens, *p++ == '(' ? TOKEN_OPEN : TOKEN_CLOSE);
          continue;
        }
      if (*p == '-' && (p[1] == '"' || g_unichar_isalnum (g_utf8_get_char (p + 1))))
        {
          add_token (tokens, TOKEN_NOT);
          p++;
        }
      end = read_field (p, depth, &token);
      if (end == NULL)
        {
          end = read_words (p, &token.quoted, depth, &token.text);
          token.type = operator_of (&token);
          token.prefix = !token.quoted && g_str_has_suffix (token.text, "*");
        }
      token.last = *skip_space (end) == '\0' && end[-1] != '"';
      g_array_append_val (tokens, token);
      p = end;
    }
  add_token (tokens, TOKEN_END);

  return tokens;
}

/* -- understanding it ----------------------------------------------------------------------------------- */

static char *read_or (Parser *self, gboolean outermost, char **negative);

static void fail (Parser *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
fail (Parser *self, const char *format, ...)
{
  va_list args;

  if (self->error != NULL)
    return;

  va_start (args, format);
  self->error = g_error_new_valist (SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_QUERY, format, args);
  va_end (args);
}

static Token *
peek (Parser *self)
{
  return &g_array_index (self->tokens, Token, self->at);
}

static void
narrow (SaysoBounds *range, const SaysoBounds *bounds)
{
  range->earliest = MAX (range->earliest, bounds->earliest);
  range->latest = MIN (range->latest, bounds->latest);
}

static void
take_date (SaysoSearch *search, SaysoSearchField field, const SaysoBounds *bounds)
{
  switch (field)
    {
    case SAYSO_SEARCH_AFTER:
      search->range.earliest = MAX (search->range.earliest, bounds->earliest);
      break;
    case SAYSO_SEARCH_BEFORE:
      if (bounds->earliest > SAYSO_OPEN_PAST)
        search->range.latest = MIN (search->range.latest, bounds->earliest - 1);
      break;
    case SAYSO_SEARCH_OCCURRED:
      narrow (&search->range, bounds);
      break;
    case SAYSO_SEARCH_REPORTED:
      narrow (&search->reported, bounds);
      break;
    case SAYSO_SEARCH_LEARNED:
      narrow (&search->learned, bounds);
      break;
    case SAYSO_SEARCH_KNOWN:
      if (bounds->latest < SAYSO_OPEN_FUTURE)
        search->known = search->known != 0 ? MIN (search->known, bounds->latest) : bounds->latest;
      break;
    case SAYSO_SEARCH_ACTOR:
    case SAYSO_SEARCH_SOURCE:
    case SAYSO_SEARCH_KIND:
    case SAYSO_SEARCH_TAG:
    case SAYSO_SEARCH_STATUS:
    case SAYSO_SEARCH_OUTLET:
    default:
      g_assert_not_reached ();
    }
}

static void
read_date (Parser *self, const Token *token)
{
  g_autoptr (SaysoEdtf) edtf = sayso_edtf_parse (token->text, NULL);
  SaysoBounds bounds = SAYSO_BOUNDS_UNKNOWN;

  if (edtf != NULL)
    sayso_edtf_get_bounds (edtf, &bounds);
  if (!sayso_bounds_known (&bounds))
    {
      /* A year that is not typed to its end is no mistake yet. */
      if (!token->last)
        fail (self, _ ("“%s” is no date. Write one as 2014, 2014-07 or 2014-07-15."), token->text);
      return;
    }
  take_date (self->search, token->field, &bounds);
}

static gboolean
is_kind (const char *value)
{
  GType types[] = { SAYSO_TYPE_SOURCE_KIND, SAYSO_TYPE_NAME_KIND, SAYSO_TYPE_EVENT_KIND };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (sayso_enum_from_nick (types[i], value, &(int) { 0 }))
      return TRUE;

  return FALSE;
}

/* All words of a name, the last of which may go on. */
static char *
match_of_name (const char *name)
{
  g_auto (GStrv) words = g_strsplit_set (name, " \t\n\"", -1);
  GString *match = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (has_word (words[i]))
      {
        g_autofree char *quoted = quote (words[i], words[i + 1] == NULL && g_utf8_strlen (words[i], -1) >= MIN_PREFIX);

        g_string_append_printf (match, "%s%s", match->len > 0 ? " AND " : "", quoted);
      }

  return g_string_free_and_steal (match);
}

static void
read_term (Parser *self, const Token *token, gboolean negated)
{
  SaysoSearchTerm term = { token->field, negated, NULL, NULL };
  g_autofree char *folded = sayso_store_fold (token->text);

  if (!has_word (token->text))
    {
      if (!token->last)
        fail (self, _ ("Nothing stands behind “%s:”. Write what it is to be, without a space between."),
              field_names[token->field]);
      return;
    }

  switch (token->field)
    {
    case SAYSO_SEARCH_AFTER:
    case SAYSO_SEARCH_BEFORE:
    case SAYSO_SEARCH_OCCURRED:
    case SAYSO_SEARCH_REPORTED:
    case SAYSO_SEARCH_LEARNED:
    case SAYSO_SEARCH_KNOWN:
      if (negated)
        fail (self, _ ("“%s:” cannot be turned round. Use “after:” and “before:”."), field_names[token->field]);
      else
        read_date (self, token);
      return;
    case SAYSO_SEARCH_KIND:
      if (!is_kind (folded) && !token->last)
        fail (self, _ ("There is no kind “%s”. Write one such as anonymous, document, person, outlet or reported."),
              token->text);
      term.value = g_steal_pointer (&folded);
      break;
    case SAYSO_SEARCH_STATUS:
      if (!sayso_enum_from_nick (SAYSO_TYPE_STANDING, folded, &(int) { 0 }) && !token->last)
        fail (self, _ ("There is no status “%s”. Write suggested, confirmed, changed or rejected."), token->text);
      term.value = g_steal_pointer (&folded);
      break;
    case SAYSO_SEARCH_ACTOR:
    case SAYSO_SEARCH_SOURCE:
      term.value = match_of_name (token->text);
      break;
    case SAYSO_SEARCH_TAG:
      term.value = g_steal_pointer (&folded);
      break;
    case SAYSO_SEARCH_OUTLET:
    default:
      term.value = g_strdup (token->text);
      break;
    }
  term.raw = g_ascii_strdown (token->text, -1);
  g_array_append_val (self->search->terms, term);
}

/* One word, phrase or parenthesis; %NULL: there is nothing in it. */
static char *
read_one (Parser *self, gboolean negated)
{
  Token *token = peek (self);
  gboolean prefix, going_on;

  self->at++;
  if (token->type == TOKEN_OPEN)
    {
      g_autofree char *negative = NULL;
      g_autofree char *inside = read_or (self, FALSE, &negative);

      if (peek (self)->type == TOKEN_CLOSE)
        self->at++;
      return inside != NULL ? g_strdup_printf ("(%s)", inside) : NULL;
    }
  if (!has_word (token->text))
    return NULL;

  going_on =
      !self->whole && !token->prefix && token->last && !token->quoted && g_utf8_strlen (token->text, -1) >= MIN_PREFIX;
  prefix = token->prefix || going_on;
  self->search->going_on |= going_on;
  if (!negated)
    note_words (self->search, token->text, prefix);

  return quote (token->text, prefix);
}

static void
join (GString *string, const char *between, char *part)
{
  if (part != NULL)
    g_string_append_printf (string, "%s%s", string->len > 0 ? between : "", part);
  g_free (part);
}

/* Whether more of one conjunction follows; takes an AND. */
static gboolean
goes_on (Parser *self, gboolean any)
{
  if (peek (self)->type == TOKEN_AND)
    {
      if (!any)
        fail (self, _ ("Nothing stands before “AND”. Write a word there, or “and” in small letters."));
      self->at++;
    }

  return self->error == NULL && peek (self)->type != TOKEN_END && peek (self)->type != TOKEN_OR &&
         peek (self)->type != TOKEN_CLOSE;
}

/* What must be there; what must not, as @negative. */
static char *
read_and (Parser *self, gboolean outermost, char **negative)
{
  g_autoptr (GString) wanted = g_string_new (NULL), unwanted = g_string_new (NULL);
  gboolean any = FALSE;

  for (; goes_on (self, any); any = TRUE)
    {
      gboolean negated = FALSE;

      while (peek (self)->type == TOKEN_NOT)
        {
          negated = !negated;
          self->at++;
        }
      if (peek (self)->type == TOKEN_FIELD)
        {
          if (!outermost)
            fail (self, _ ("“%s:” cannot stand in parentheses or with “OR”. Put it beside the rest."),
                  field_names[peek (self)->field]);
          read_term (self, peek (self), negated);
          self->at++;
        }
      else if (peek (self)->type == TOKEN_WORD || peek (self)->type == TOKEN_OPEN)
        join (negated ? unwanted : wanted, negated ? " OR " : " AND ", read_one (self, negated));
    }

  if (wanted->len > 0 && unwanted->len > 0)
    g_string_append_printf (wanted, " NOT (%s)", unwanted->str);
  else if (unwanted->len > 0)
    *negative = g_string_free_and_steal (g_steal_pointer (&unwanted));

  return wanted->len > 0 ? g_string_free_and_steal (g_steal_pointer (&wanted)) : NULL;
}

static char *
read_or (Parser *self, gboolean outermost, char **negative)
{
  g_autoptr (GString) all = g_string_new (NULL);
  guint n = 0, n_terms = self->search->terms->len;
  gboolean with_dates;

  for (;; n++)
    {
      char *part = read_and (self, outermost, negative);

      if (part == NULL && peek (self)->type == TOKEN_OR && *negative == NULL && self->search->terms->len == n_terms)
        fail (self, _ ("Nothing stands before “OR”. Write a word there, or “or” in small letters."));
      join (all, " OR ", part != NULL ? g_strdup_printf ("(%s)", part) : NULL);
      g_free (part);
      if (peek (self)->type != TOKEN_OR || self->error != NULL)
        break;
      self->at++;
    }

  with_dates = sayso_bounds_known (&self->search->range) || sayso_bounds_known (&self->search->reported) ||
               sayso_bounds_known (&self->search->learned) || self->search->known != 0;
  if (n > 0 && outermost && (self->search->terms->len > 0 || with_dates))
    fail (self, _ ("A field such as “tag:” cannot stand with “OR”. Put the words of “OR” in parentheses."));
  if (*negative != NULL && (n > 0 || !outermost))
    fail (self, _ ("“NOT” needs something beside it that is to be found. Write that before it."));

  return all->len > 0 ? g_string_free_and_steal (g_steal_pointer (&all)) : NULL;
}

static void
term_clear (gpointer data)
{
  SaysoSearchTerm *term = data;

  g_free (term->value);
  g_free (term->raw);
}

static void
word_clear (gpointer data)
{
  g_free (((SaysoSearchWord *) data)->key);
}

/**
 * sayso_search_parse:
 * @text: what a person typed; what is not UTF-8 is looked for as nothing
 * @whole: whether the last word is whole; else it may still be in the typing
 * @error: return location
 *
 * What is not typed to its end (a quotation mark or a parenthesis that is open, an operator that ends it) is no
 * mistake.
 *
 * Returns: (transfer full) (nullable): what is meant; %SAYSO_CASEBOOK_ERROR_QUERY, with what to write instead
 */
SaysoSearch *
sayso_search_parse (const char *text, gboolean whole, GError **error)
{
  g_autoptr (SaysoSearch) search = g_new0 (SaysoSearch, 1);
  g_autoptr (GArray) tokens = read_tokens (g_utf8_validate (text, -1, NULL) ? text : "");
  Parser parser = { tokens, 0, search, whole, NULL };

  search->range = search->reported = search->learned = SAYSO_BOUNDS_UNKNOWN;
  search->terms = g_array_new (FALSE, FALSE, sizeof (SaysoSearchTerm));
  g_array_set_clear_func (search->terms, term_clear);
  search->words = g_array_new (FALSE, FALSE, sizeof (SaysoSearchWord));
  g_array_set_clear_func (search->words, word_clear);
  search->match = read_or (&parser, TRUE, &search->exclude);
  if (parser.error == NULL)
    return g_steal_pointer (&search);

  g_propagate_error (error, parser.error);
  return NULL;
}

void
sayso_search_free (SaysoSearch *self)
{
  g_free (self->match);
  g_free (self->exclude);
  g_clear_pointer (&self->terms, g_array_unref);
  g_clear_pointer (&self->words, g_array_unref);
  g_free (self);
}

/* sayso-html-facts.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-html-private.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* How much less a date without its day is worth. */
#define RANK_IMPRECISE 40

/* Text with its entities decoded (once more: JSON-LD and careless pages escape twice) and its white space folded. */
char *
sayso_html_fold (const char *value)
{
  GString *text = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = value; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      const char *semicolon = c == '&' ? g_strstr_len (p, 12, ";") : NULL;
      const char *next = g_utf8_next_char (p);

      if (semicolon != NULL && semicolon - p > 1)
        {
          g_autofree char *name = g_strndup (p + 1, semicolon - p - 1);
          const htmlEntityDesc *entity = htmlEntityLookup ((const xmlChar *) name);
          gboolean hex = name[0] == '#' && (name[1] | 0x20) == 'x';
          guint64 number = entity != NULL ? entity->value : 0;

          if (g_str_equal (name, "apos"))
            number = '\'';
          if (name[0] == '#' &&
              !g_ascii_string_to_unsigned (name + (hex ? 2 : 1), hex ? 16 : 10, 1, 0x10ffff, &number, NULL))
            number = 0;
          if (number != 0 && g_unichar_validate (number))
            {
              c = number;
              next = semicolon + 1;
            }
        }
      p = next;

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        space = text->len > 0;
      else if (c != 0xad && c != 0x200b && c != 0xfeff)
        {
          if (space)
            g_string_append_c (text, ' ');
          g_string_append_unichar (text, c);
          space = FALSE;
        }
    }

  return g_string_free (text, FALSE);
}

/* What stands before names, and is no part of them; behind them, what ends them; between them; and what is none. */
static const char before_names[] =
    "^[\\s:–—|·-]*(?:(?:By|BY|Author|Autor)(?=\\p{Lu})|(?i:(?:(?:written|post "
    "author|posted|reported|words|text|story|article|"
    "photos?|edited|author|authors|autor|autoren|autorin|auteur|view all posts|published|submitted|gespeichert|foto)"
    "(?:\\s+on\\s[^@]{6,30}?(?=\\sby\\s))?\\s*(?:by|von|par|:)?\\s+)?(?:(?:by|von|vom|par|por|di|door)\\b\\s*:?\\s+)?)"
    ")";
static const char behind_names[] =
    "\\s*\\([^)]*\\)?|\\s(?i:january|february|march|april|may|june|july|august|september|october|november|december)\\b"
    "\\.?\\s*(?:\\d.*)?$|\\s*(?:\\s[—–/-]\\s|[|\\[]|\\s\\d|\\d(?!\\d*$)|\\s(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)"
    "day|under|for the|"
    "updated|published|posted|(?:edited|photos?|photographs|illustrat\\w+) "
    "by|shares|am|on|at|in|from|před)\\b).*$|[\\s:,)—–-]+$";
static const char between_names[] = "\\s*(?:,|;|\\||·|•|\\s(?:and|und|et|y|e|&)\\s+(?!\\p{L}(?![\\p{L}.])|\\d)|\\(?\\b("
                                    "?:with|mit|avec)\\s)\\s*(?:(?:and|und|et)\\s+)?";
static const char no_names[] =
    "^(?i:ph\\.?\\s?d\\.?|m\\.?d\\.?|m\\.?a\\.?|m\\.?s\\.?|mba|rn|rd|ldn?|esq\\.?|cfa|m\\.?p\\.?h\\.?|dr\\.?|jr\\.?|"
    "admin|"
    "administrator|no author|redaktion|redaction|autor|auteur|author|staff|guest|gast|follow.*|last updated.*|"
    "read more.*|(?:.* )?edition(?: .*)?|recipe.*|last|před|(?:\\S+ )?(?:staff|editors?|correspondent|reporter|staff "
    "writer)|contributors?|by|von|par|comments?|january|february|march|april|may|june|july|august|september|"
    "october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$";

static GRegex *
regex (guint index)
{
  static const char *const patterns[] = { before_names, behind_names, between_names, no_names };
  static GRegex *regexes[G_N_ELEMENTS (patterns)];
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
        regexes[i] = g_regex_new (patterns[i], G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&ready, 1);
    }

  return regexes[index];
}

/* "By Ada Marsh and Jo Brook · 4 March" gives two names. What has digits in it is no name, nor is what follows. */
static void
propose_authors (GPtrArray *names, const char *value)
{
  g_autofree char *bare = NULL;
  g_auto (GStrv) parts = NULL;
  const char *address = strstr (value, "://"), *bracket = strchr (value, '(');

  /* Some give a page about the author instead; "Ada Marsh (https://marsh.example)" gives both. */
  if ((address != NULL && (bracket == NULL || bracket > address)) || g_str_has_prefix (value, "www."))
    return;

  bare = g_regex_replace (regex (0), value, -1, 0, "", 0, NULL);
  parts = bare != NULL ? g_regex_split (regex (2), bare, 0) : NULL;
  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      gboolean ends = strpbrk (parts[i], "0123456789") != NULL;
      g_autofree char *front = g_regex_replace (regex (0), parts[i], -1, 0, "", 0, NULL);
      g_autofree char *whole = front != NULL ? g_regex_replace (regex (1), front, -1, 0, "", 0, NULL) : NULL;
      char *name = whole != NULL ? g_strstrip (whole) : NULL;

      if (name != NULL && strlen (name) > 1 && strlen (name) < 100 && strpbrk (name, "@<>=") == NULL &&
          !g_regex_match (regex (3), name, 0, NULL) &&
          !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_strdup (name));
      if (ends)
        break;
    }
}

/* Whether a line gives the name of an author. */
gboolean
sayso_html_names_author (const char *line)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  propose_authors (names, line);

  return names->len > 0;
}

static gpointer
copy_string (gconstpointer string, gpointer user_data)
{
  return g_strdup (string);
}

/* Whether @name is one of the names, or the one word of it begins one of them; the longer one is counted. */
static gboolean
is_among (const char *name, GPtrArray *names, guint *n_longer)
{
  for (guint i = 0; i < names->len; i++)
    {
      const char *other = g_ptr_array_index (names, i);

      if (g_str_equal (name, other))
        return TRUE;
      if (strchr (name, ' ') == NULL && g_str_has_prefix (other, name) && other[strlen (name)] == ' ')
        {
          ++*n_longer;
          return TRUE;
        }
    }

  return FALSE;
}

/* Whether @more names all of @some, and others too or in full; lines that are shown may hold other things than names.
 */
static gboolean
completes (GPtrArray *more, GPtrArray *some, gboolean shown)
{
  guint n_longer = 0;

  for (guint i = 0; i < some->len; i++)
    if (!is_among (g_ptr_array_index (some, i), more, &n_longer))
      return FALSE;

  return (more->len > some->len && !shown) || (more->len == some->len && n_longer > 0);
}

/**
 * sayso_html_propose:
 * @facts: what is known so far
 * @fact: which fact
 * @rank: how reliable the place is, 0 the most
 * @value: what it says
 *
 * Takes a value for a fact where no better place has given one; authors add up within a place, and a place that names
 * the same authors and more of them, or in full, is believed before a better one.
 */
void
sayso_html_propose (SaysoHtmlFacts *facts, SaysoHtmlFact fact, guint rank, const char *value)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folded = sayso_html_fold (value);

  if (fact == SAYSO_HTML_TITLE && *folded != '\0')
    g_ptr_array_add (facts->titles, g_strdup (folded));
  if (*folded == '\0' || (rank >= facts->rank[fact] && fact != SAYSO_HTML_AUTHOR))
    return;

  if (fact == SAYSO_HTML_AUTHOR)
    {
      GPtrArray *known = facts->values[fact];
      guint known_rank = facts->rank[fact];

      if (rank == known_rank)
        g_ptr_array_extend (values, known, copy_string, NULL);
      propose_authors (values, folded);
      if (known != NULL && rank > known_rank)
        {
          if (!completes (values, known, rank >= SAYSO_HTML_RANK_SHOWN))
            return;
          rank = known_rank;
        }
      else if (known != NULL && rank < known_rank && completes (known, values, known_rank >= SAYSO_HTML_RANK_SHOWN))
        {
          facts->rank[fact] = rank;
          return;
        }
    }
  else if (fact == SAYSO_HTML_PUBLISHED)
    {
      char *date = sayso_calendar_find (folded, facts->order, NULL, NULL);

      /* A day from a poor place tells more than a month from a good one. */
      if (date != NULL)
        g_ptr_array_add (values, date);
      if (date != NULL && strlen (date) < strlen ("2015-03-04"))
        rank += RANK_IMPRECISE;
      if (rank >= facts->rank[fact])
        return;
    }
  else if (fact == SAYSO_HTML_LANGUAGE)
    {
      g_strdelimit (folded, "_", '-');
      if (strspn (folded, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == strlen (folded) &&
          strlen (folded) <= 35)
        g_ptr_array_add (values, g_steal_pointer (&folded));
    }
  else if (fact != SAYSO_HTML_URL || g_str_has_prefix (folded, "https://") || g_str_has_prefix (folded, "http://"))
    g_ptr_array_add (values, g_steal_pointer (&folded));

  if (values->len == 0)
    return;
  g_clear_pointer (&facts->values[fact], g_ptr_array_unref);
  facts->values[fact] = g_steal_pointer (&values);
  facts->rank[fact] = rank;
}

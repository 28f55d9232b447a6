/* sayso-html-title.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-html-private.h"

#include <string.h>

/* A heading that no description of the page agrees with is its title when it is the only one and has this many words.
 */
#define LONE_WORDS 4

#define MAX_TITLE_BYTES 600

/* What parts a title from the names of sections and outlets. */
#define PARTERS "|-–—«»·•›@"

/* The words of a line, in small letters; a set. */
static GHashTable *
words_of (const char *line)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *lower = g_utf8_casefold (line, -1);
  const char *start = NULL;

  for (const char *p = lower;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      /* Scripts without spaces: each sign counts for a word. */
      gboolean sign = c >= 0x2e80 && g_unichar_isalpha (c);

      if (start != NULL && (sign || !g_unichar_isalnum (c)))
        {
          g_hash_table_add (words, g_strndup (start, p - start));
          start = NULL;
        }
      if (c == 0)
        break;
      if (sign)
        g_hash_table_add (words, g_strndup (p, g_utf8_next_char (p) - p));
      else if (start == NULL && g_unichar_isalnum (c))
        start = p;
    }

  return words;
}

/* The outlet's name tells no title from another. */
static guint
count_common (GHashTable *a, GHashTable *b, GHashTable *outlet)
{
  GHashTableIter iter;
  gpointer word;
  guint n = 0;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    n += g_hash_table_contains (b, word) && !g_hash_table_contains (outlet, word);

  return n;
}

/* Letters and digits alone, small: "The Port Ellery Ledger" and "portelleryledger.example" have them in common. */
char *
sayso_html_squeeze (const char *name)
{
  g_autofree char *lower = g_utf8_casefold (name, -1);
  GString *squeezed = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (squeezed, g_utf8_get_char (p));

  return g_string_free (squeezed, FALSE);
}

static gboolean
is_site (const char *segment, const char *publisher, const char *url)
{
  g_autofree char *name = sayso_html_squeeze (segment),
                  *outlet = publisher != NULL ? sayso_html_squeeze (publisher) : NULL;
  g_autoptr (GUri) uri = url != NULL ? g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
  g_autofree char *host =
      uri != NULL && g_uri_get_host (uri) != NULL ? sayso_html_squeeze (g_uri_get_host (uri)) : NULL;

  if (*name == '\0')
    return FALSE;
  if (outlet != NULL && (g_str_equal (name, outlet) || (strlen (outlet) >= 4 && strstr (name, outlet) != NULL)))
    return TRUE;

  return host != NULL && strlen (name) >= 3 && strstr (host, name) != NULL;
}

/* A heading with the outlet's name and no more than a word or two beside it; others may report on the outlet. */
static gboolean
is_site_heading (const char *line, const char *publisher, const char *url)
{
  g_autofree char *name = sayso_html_squeeze (line),
                  *outlet = publisher != NULL ? sayso_html_squeeze (publisher) : NULL;

  return is_site (line, publisher, url) &&
         (outlet == NULL || strstr (name, outlet) == NULL || strlen (name) <= 2 * strlen (outlet));
}

/* "What happened | The Outlet", "The Outlet: What happened": the outlet's name is no part of the title. */
static char *
strip_site (const char *title, const char *publisher, const char *url)
{
  static const char *const separators[] = {
    " | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " › ", " < "
  };
  const char *first = NULL, *after_first = NULL, *last = NULL, *after_last = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char *head = strstr (title, separators[i]), *tail = g_strrstr (title, separators[i]);

      if (head != NULL && (first == NULL || head < first))
        {
          first = head;
          after_first = head + strlen (separators[i]);
        }
      if (tail > last)
        {
          last = tail;
          after_last = tail + strlen (separators[i]);
        }
    }
  if (last == NULL || last == title)
    return g_strdup (title);

  if (is_site (after_last, publisher, url))
    {
      g_autofree char *rest = g_strndup (title, last - title);

      return strip_site (rest, publisher, url);
    }
  if (first > title)
    {
      g_autofree char *head = g_strndup (title, first - title);

      if (is_site (head, publisher, url))
        return g_strdup (after_first);
    }
  /* No outlet is named: a short tail behind a long head is its name. */
  if (publisher == NULL && strlen (after_last) * 2 < (gsize) (last - title) && strlen (after_last) < 40)
    return g_strndup (title, last - title);

  return g_strdup (title);
}

static gboolean
is_boundary (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return c == 0 || g_unichar_isspace (c) || g_utf8_strchr (PARTERS ":<(\"“„", -1, c) != NULL;
}

/* Whether @part is most of what stands between two separators of @whole. */
static gboolean
fills_segment (const char *whole, const char *part)
{
  const char *start = strstr (whole, part), *end = start + strlen (part);

  while (start > whole && g_utf8_strchr (PARTERS, -1, g_utf8_get_char (g_utf8_prev_char (start))) == NULL)
    start = g_utf8_prev_char (start);
  while (*end != '\0' && g_utf8_strchr (PARTERS, -1, g_utf8_get_char (end)) == NULL)
    end = g_utf8_next_char (end);

  return (gsize) (end - start) * 2 <= strlen (part) * 3;
}

/* Whether @part stands in @whole from an end or a separator to another. */
static gboolean
is_part (const char *whole, const char *part)
{
  const char *found = strstr (whole, part), *end;

  if (found == NULL)
    return FALSE;
  end = found + strlen (part);

  return (found == whole || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (found)))) &&
         (found == whole || *end == '\0' || is_boundary (end)) && !g_unichar_isalnum (g_utf8_get_char (end));
}

/* How well a heading agrees with what the page calls itself; 0: not at all. */
static guint
agreement (const SaysoHtmlHeading *heading, GPtrArray *titles, GHashTable *outlet)
{
  g_autoptr (GHashTable) words = words_of (heading->line);
  guint n_words = g_hash_table_size (words), best = 0;

  for (guint i = 0; i < titles->len; i++)
    {
      const char *title = g_ptr_array_index (titles, i);
      g_autoptr (GHashTable) title_words = words_of (title);
      guint common = count_common (words, title_words, outlet), n_title_words = g_hash_table_size (title_words);

      if (is_part (title, heading->line) && (heading->level == 1 || fills_segment (title, heading->line)) &&
          (n_words > 1 || strlen (heading->line) * 3 > strlen (title)))
        best = MAX (best, common * 2 + 1);
      else if (heading->level == 1 && common >= 3 && common * 2 > n_words && common * 3 >= n_title_words)
        best = MAX (best, common * 2);
    }

  return best;
}

/* "Local News | What happened": a heading may hold more than the title. */
static char *
trim_heading (const char *heading, GPtrArray *titles)
{
  const char *longest = NULL;

  for (guint i = 0; i < titles->len; i++)
    {
      const char *title = g_ptr_array_index (titles, i);

      if (strchr (title, ' ') != NULL && strlen (title) * 2 >= strlen (heading) && is_part (heading, title) &&
          (longest == NULL || strlen (title) > strlen (longest)))
        longest = title;
    }

  return g_strdup (longest != NULL ? longest : heading);
}

/**
 * sayso_html_choose_title:
 * @facts: what the page's descriptions say
 * @headings: (element-type SaysoHtmlHeading): its headings
 * @head_title: (nullable): its title element
 * @publisher: (nullable): the outlet
 * @url: (nullable): where it was published
 *
 * Chooses the heading that readers see over the article: the one that agrees best with how the page describes itself,
 * to search engines and in its title element. Where no heading agrees, the best description is taken without the
 * outlet's name.
 *
 * Returns: (transfer full) (nullable): the title
 */
char *
sayso_html_choose_title (const SaysoHtmlFacts *facts, GPtrArray *headings, const char *head_title,
                         const char *publisher, const char *url)
{
  g_autoptr (GHashTable) outlet = words_of (publisher != NULL ? publisher : "");
  const char *best = NULL, *lone = NULL, *marked = NULL;
  guint most = 0, n_first = 0;

  for (guint i = 0; i < headings->len; i++)
    {
      const SaysoHtmlHeading *heading = g_ptr_array_index (headings, i);
      guint score;

      if (*heading->line == '\0' || strlen (heading->line) > MAX_TITLE_BYTES ||
          is_site_heading (heading->line, publisher, url))
        continue;
      if (heading->marked)
        marked = heading->line;
      if (heading->level == 1 && !heading->frame)
        {
          lone = heading->line;
          n_first++;
        }
      score = agreement (heading, facts->titles, outlet);
      /* Of equals, one of the first level, one in the article, and what the page's title begins with. */
      if (score > 0)
        score = score * 8 + (heading->level == 1) * 4 + !heading->frame * 2 +
                (head_title != NULL && g_str_has_prefix (head_title, heading->line));
      if (score > most)
        {
          most = score;
          best = heading->line;
        }
    }
  if (best != NULL)
    {
      g_autofree char *title = trim_heading (best, facts->titles);

      return publisher != NULL ? strip_site (title, publisher, url) : g_steal_pointer (&title);
    }

  if (marked != NULL)
    return g_strdup (marked);
  if (n_first == 1)
    {
      g_autoptr (GHashTable) words = words_of (lone);

      if (g_hash_table_size (words) >= LONE_WORDS || facts->values[SAYSO_HTML_TITLE] == NULL)
        return g_strdup (lone);
    }

  return facts->values[SAYSO_HTML_TITLE] != NULL
             ? strip_site (g_ptr_array_index (facts->values[SAYSO_HTML_TITLE], 0), publisher, url)
             : NULL;
}

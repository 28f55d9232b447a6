/* sayso-pdf-lines.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-pdf-private.h"

#include <stdlib.h>
#include <string.h>

/* A running head comes back on so many pages at least. */
#define MIN_REPEATS 3

/* A gap between lines of this many line heights parts paragraphs. */
#define PARAGRAPH_GAP 0.9

/* And so many times the gap that so many lines before and behind have. */
#define WIDER_GAP 1.4
#define NEAR_LINES 8

/* So many line heights is an indent. */
#define INDENT 0.8

/* Lines whose heights differ by this share are of different kinds: a heading, its text. */
#define SIZE_SHARE 0.15

#define TITLE_MAX_BYTES 300

/* First halves of words that are written with a hyphen. */
static const char *const compounds[] = {
  "all",   "anti", "co",    "cross", "cyber", "ex",    "first", "four",   "full", "half", "hard",  "high",  "ill",
  "large", "long", "low",   "mid",   "multi", "non",   "old",   "one",    "post", "pre",  "pro",   "quasi", "second",
  "self",  "semi", "short", "small", "so",    "state", "three", "twenty", "two",  "well", "would", "wide",  "year",
};

static SaysoPdfLine *
line_at (GArray *lines, guint index)
{
  return &g_array_index (lines, SaysoPdfLine, index);
}

/* A line with its numbers made equal, so that "12 | The Ledger" and "13 | The Ledger" are one. */
static char *
pattern_of (const char *text)
{
  GString *pattern = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isdigit (*p))
      g_string_append_c (pattern, *p);
    else if (pattern->len == 0 || pattern->str[pattern->len - 1] != '#')
      g_string_append_c (pattern, '#');

  return g_string_free (pattern, FALSE);
}

/* "4", "- 4 -", "Page 4 of 9", "iv" */
static gboolean
is_page_number (const char *text)
{
  static GRegex *number;

  if (g_once_init_enter_pointer (&number))
    g_once_init_leave_pointer (&number,
                               g_regex_new ("^[^\\p{L}\\d]*(?:(?i:page|p\\.|seite|s\\.)\\s*)?(?:\\d{1,4}|"
                                            "[ivxlc]{1,7})(?:\\s*(?i:/|of|von|de|sur)\\s*\\d{1,4})?[^\\p{L}\\d]*$",
                                            G_REGEX_OPTIMIZE, 0, NULL));

  return g_regex_match (number, text, 0, NULL);
}

/**
 * sayso_pdf_drop_running_heads:
 * @lines: (element-type SaysoPdfLine): a document's lines
 * @n_pages: its pages
 *
 * Takes away page numbers, and lines at the edge of pages that come back on many of them.
 */
void
sayso_pdf_drop_running_heads (GArray *lines, guint n_pages)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint least = n_pages < 2 * MIN_REPEATS ? MAX (2, (n_pages + 1) / 2) : MIN_REPEATS;

  for (guint i = 0; i < lines->len; i++)
    if (line_at (lines, i)->edge)
      {
        char *pattern = pattern_of (line_at (lines, i)->text);
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, pattern));

        g_hash_table_replace (counts, pattern, GUINT_TO_POINTER (n + 1));
      }
  for (guint i = lines->len; i-- > 0;)
    {
      SaysoPdfLine *line = line_at (lines, i);
      g_autofree char *pattern = line->edge ? pattern_of (line->text) : NULL;

      if (pattern != NULL &&
          (is_page_number (line->text) || GPOINTER_TO_UINT (g_hash_table_lookup (counts, pattern)) >= least))
        g_array_remove_index (lines, i);
    }
}

static gboolean
ends_sentence (const char *text)
{
  const char *last = text + strlen (text);

  while (last > text && strchr ("\"')]”’»", *(last - 1)) != NULL)
    last--;

  return last > text && strchr (".!?:;", last[-1]) != NULL;
}

static gboolean
begins_small (const char *text)
{
  return g_unichar_islower (g_utf8_get_char (text));
}

/* The right edge of the column that a line stands in: that of the widest line near it. */
static double
column_edge (GArray *lines, guint index)
{
  const SaysoPdfLine *line = line_at (lines, index);
  double edge = line->x2;

  for (guint i = index > 6 ? index - 6 : 0; i < MIN (index + 7, lines->len); i++)
    {
      const SaysoPdfLine *other = line_at (lines, i);

      if (other->page == line->page && ABS (other->x1 - line->x1) < 3 * line->size)
        edge = MAX (edge, other->x2);
    }

  return edge;
}

static int
compare_gaps (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* The gap that most lines near one have between them: what is for courts has lines far apart. */
static double
usual_gap (GArray *lines, guint index)
{
  double gaps[2 * NEAR_LINES];
  guint n = 0;

  for (guint i = index > NEAR_LINES ? index - NEAR_LINES : 0; i < MIN (index + NEAR_LINES, lines->len - 1); i++)
    {
      const SaysoPdfLine *line = line_at (lines, i), *next = line + 1;

      if (line->page == next->page && next->y1 > line->y1)
        gaps[n++] = next->y1 - line->y2;
    }
  qsort (gaps, n, sizeof *gaps, compare_gaps);

  return n > 0 ? gaps[n / 2] : 0;
}

static gboolean
begins_item (const char *text)
{
  gunichar c = g_utf8_get_char (text);
  gsize digits = strspn (text, "0123456789");

  return c == 0x2022 || c == 0x25aa || c == 0x25cf || ((c == '-' || c == 0x2013) && text[1] == ' ') ||
         (digits > 0 && digits < 3 && (text[digits] == '.' || text[digits] == ')') && text[digits + 1] == ' ');
}

/* Whether a paragraph ends between a line and the next. */
gboolean
sayso_pdf_is_break (GArray *lines, guint index)
{
  const SaysoPdfLine *line = line_at (lines, index), *next = line + 1;
  double size = MAX (line->size, next->size);

  if (ABS (line->size - next->size) > SIZE_SHARE * size)
    return TRUE;
  if (begins_item (next->text))
    return TRUE;
  /* Into the next column or page a paragraph goes on, unless its sentence is at its end. */
  if (line->page != next->page || next->y1 < line->y1 - size)
    return !begins_small (next->text) &&
           (ends_sentence (line->text) || line->x2 < column_edge (lines, index) - 2 * size);
  if (next->y1 - line->y2 > PARAGRAPH_GAP * size &&
      (next->y1 - line->y2 > WIDER_GAP * usual_gap (lines, index) || line->x2 < column_edge (lines, index) - 8 * size))
    return TRUE;
  if (next->x1 - line->x1 > INDENT * size && !begins_small (next->text) && ends_sentence (line->text))
    return TRUE;

  return ends_sentence (line->text) && !begins_small (next->text) && line->x2 < column_edge (lines, index) - 4 * size;
}

static gboolean
has_cells (const SaysoPdfLine *line)
{
  const char *tab = strchr (line->text, '\t');

  /* A list's numbers stand apart as well. */
  return tab != NULL && (strchr (tab + 1, '\t') != NULL || !begins_item (line->text)) && !ends_sentence (line->text);
}

/* A row of a table has another next to it; one line with a wide gap is a line that was drawn out to fill its column. */
static gboolean
is_row (GArray *lines, guint index)
{
  const SaysoPdfLine *line = line_at (lines, index);

  return has_cells (line) && ((index > 0 && line[-1].page == line->page && has_cells (line - 1)) ||
                              (index + 1 < lines->len && line[1].page == line->page && has_cells (line + 1)));
}

static void
count_words (const char *text, GHashTable *words)
{
  const char *start = NULL;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean inside =
          g_unichar_isalpha (c) || (c == '-' && start != NULL && g_unichar_isalpha (g_utf8_get_char (p + 1)));

      if (inside && start == NULL)
        start = p;
      else if (!inside && start != NULL)
        {
          g_autofree char *word = g_strndup (start, p - start);

          g_hash_table_add (words, g_utf8_strdown (word, -1));
          start = NULL;
        }
      if (c == 0)
        break;
    }
}

/* "contrac-" and "tor said": whether the hyphen is the word's own. The document's other words tell; else it is not. */
static gboolean
keeps_hyphen (const char *text, const char *next, GHashTable *words)
{
  const char *end = text + strlen (text) - 1, *start = end, *stop = next;
  g_autofree char *first = NULL, *second = NULL, *with = NULL, *without = NULL;

  while (start > text && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);
  while (g_unichar_isalpha (g_utf8_get_char (stop)))
    stop = g_utf8_next_char (stop);
  {
    g_autofree char *raw_first = g_strndup (start, end - start), *raw_second = g_strndup (next, stop - next);

    first = g_utf8_strdown (raw_first, -1);
    second = g_utf8_strdown (raw_second, -1);
  }
  with = g_strdup_printf ("%s-%s", first, second);
  without = g_strdup_printf ("%s%s", first, second);

  if (g_hash_table_contains (words, without) != g_hash_table_contains (words, with))
    return g_hash_table_contains (words, with);
  for (guint i = 0; i < G_N_ELEMENTS (compounds); i++)
    if (g_str_equal (first, compounds[i]))
      return TRUE;

  return FALSE;
}

/* Signs for two letters are two letters. */
static void
append_plain (GString *text, const char *line, gsize length)
{
  static const char *const ligatures[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };

  for (const char *p = line; p < line + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0xfb00 && c <= 0xfb06)
        g_string_append (text, ligatures[c - 0xfb00]);
      else if (c == 0xa0)
        g_string_append_c (text, ' ');
      else if ((c >= 0x20 || c == '\t') && c != 0xad && c != 0xfeff && c != 0x7f)
        g_string_append_unichar (text, c);
    }
}

/**
 * sayso_pdf_join_lines:
 * @lines: (element-type SaysoPdfLine): a document's lines
 * @n_pages: its pages
 * @starts: (out caller-allocates): for each page, the code point at which it begins
 *
 * Joins lines to paragraphs, and the halves of words that were parted at a line's end.
 *
 * Returns: (transfer full): the text
 */
GString *
sayso_pdf_join_lines (GArray *lines, guint n_pages, guint *starts)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *text = g_string_new (NULL);
  guint page = 0, chars = 0;
  gsize counted = 0;

  for (guint i = 0; i < lines->len; i++)
    count_words (line_at (lines, i)->text, words);
  for (guint i = 0; i < lines->len; i++)
    {
      const SaysoPdfLine *line = line_at (lines, i), *next = line + 1;
      gsize length = strlen (line->text);
      gboolean row = is_row (lines, i), next_row = i + 1 < lines->len && is_row (lines, i + 1);

      for (; page <= line->page && page < n_pages; page++)
        {
          chars += g_utf8_strlen (text->str + counted, text->len - counted);
          counted = text->len;
          starts[page] = chars;
        }
      if (!row)
        g_strdelimit (line->text, "\t", ' ');
      if (row && next_row)
        {
          append_plain (text, line->text, length);
          g_string_append_c (text, '\n');
          continue;
        }
      if (i + 1 == lines->len || sayso_pdf_is_break (lines, i) || row != next_row)
        {
          append_plain (text, line->text, length);
          if (i + 1 < lines->len)
            g_string_append (text, "\n\n");
          continue;
        }
      if (length > 1 && (line->text[length - 1] == '-' || g_str_has_suffix (line->text, "\xc2\xad")) &&
          begins_small (next->text))
        {
          gboolean soft = line->text[length - 1] != '-';

          append_plain (text, line->text, length - (soft || keeps_hyphen (line->text, next->text, words) ? 0 : 1));
          continue;
        }
      append_plain (text, line->text, length);
      g_string_append_c (text, ' ');
    }
  chars += g_utf8_strlen (text->str + counted, text->len - counted);
  for (; page < n_pages; page++)
    starts[page] = chars;

  return text;
}

/**
 * sayso_pdf_find_title:
 * @lines: (element-type SaysoPdfLine): a document's lines
 *
 * Returns: (transfer full) (nullable): what stands in the largest letters on the first page, where that is larger
 *   than what follows
 */
char *
sayso_pdf_find_title (GArray *lines)
{
  double largest = 0, common = 0;
  guint n_largest = 0;
  GString *title = g_string_new (NULL);

  for (guint i = 0; i < lines->len && line_at (lines, i)->page == line_at (lines, 0)->page; i++)
    {
      const SaysoPdfLine *line = line_at (lines, i);

      if (strlen (line->text) < 4)
        continue;
      if (line->size > largest * (1 + SIZE_SHARE))
        largest = line->size;
      common = line->size;
    }
  for (guint i = 0; i < lines->len && line_at (lines, i)->page == line_at (lines, 0)->page && n_largest < 4; i++)
    {
      const SaysoPdfLine *line = line_at (lines, i);

      if (line->size < largest * (1 - SIZE_SHARE / 2))
        {
          if (title->len > 0)
            break;
          continue;
        }
      if (title->len > 0)
        g_string_append_c (title, ' ');
      append_plain (title, g_strdelimit (line->text, "\t", ' '), strlen (line->text));
      n_largest++;
    }
  if (largest <= common * (1 + SIZE_SHARE) || title->len == 0 || title->len > TITLE_MAX_BYTES)
    {
      g_string_free (title, TRUE);
      return NULL;
    }

  return g_string_free (title, FALSE);
}

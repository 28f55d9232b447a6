/* sayso-plain.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-plain.h"

#include <string.h>

#include "sayso-calendar.h"

/* Columns between which a text can be wrapped by hand or by a mail program. */
#define WRAP_MIN 40
#define WRAP_MAX 120

/* A text is taken for wrapped only on the evidence of this many full lines. */
#define WRAP_EVIDENCE 3

#define TITLE_MAX_CHARS 200

/* Title, author and date are looked for in this many lines from the top. */
#define HEAD_LINES 8

typedef struct
{
  const char *start;
  gsize length;
  guint columns;
  guint indent;
} Line;

/* What ends a line, in any system's convention; 0 when nothing does. */
static gsize
line_end (const char *p, const char *end)
{
  if (*p == '\n' || *p == '\f' || *p == '\v')
    return 1;
  if (*p == '\r')
    return p + 1 < end && p[1] == '\n' ? 2 : 1;
  if (end - p >= 2 && memcmp (p, "\xc2\x85", 2) == 0)
    return 2;
  if (end - p >= 3 && (memcmp (p, "\xe2\x80\xa8", 3) == 0 || memcmp (p, "\xe2\x80\xa9", 3) == 0))
    return 3;

  return 0;
}

/* Lines without surrounding white space; an empty one stands for any number of empty ones. */
static GArray *
split_lines (const char *utf8, gsize length)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  const char *end = utf8 + length;

  for (const char *p = utf8; p < end;)
    {
      Line line = { 0 };
      const char *last;
      gsize ending = 0;

      for (; p < end && g_unichar_isspace (g_utf8_get_char (p)) && line_end (p, end) == 0; p = g_utf8_next_char (p))
        line.indent += *p == '\t' ? 8 : 1;
      line.start = last = p;
      for (; p < end && (ending = line_end (p, end)) == 0; p = g_utf8_next_char (p))
        {
          line.columns++;
          if (!g_unichar_isspace (g_utf8_get_char (p)))
            {
              last = g_utf8_next_char (p);
              line.length = last - line.start;
            }
        }
      line.columns = g_utf8_strlen (line.start, line.length);
      p += ending;

      if (line.length > 0 || (lines->len > 0 && g_array_index (lines, Line, lines->len - 1).length > 0))
        g_array_append_val (lines, line);
    }
  if (lines->len > 0 && g_array_index (lines, Line, lines->len - 1).length == 0)
    g_array_set_size (lines, lines->len - 1);

  return lines;
}

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  return (int) *(const guint *) a - (int) *(const guint *) b;
}

/* The column at which the text was wrapped, or 0 where its lines end at will. A few longer lines (an address of a
 * page does not break) are no counter-evidence. */
static guint
wrap_column (GArray *lines)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  guint column;

  for (guint i = 0; i + 1 < lines->len; i++)
    if (g_array_index (lines, Line, i).length > 0 && g_array_index (lines, Line, i + 1).length > 0)
      {
        guint edge = g_array_index (lines, Line, i).indent + g_array_index (lines, Line, i).columns;

        g_array_append_val (columns, edge);
      }
  if (columns->len < WRAP_EVIDENCE)
    return 0;

  g_array_sort (columns, compare_columns);
  column = g_array_index (columns, guint, columns->len - 1 - columns->len / 50);

  return column >= WRAP_MIN && column <= WRAP_MAX ? column : 0;
}

/* "- ", "* ", "• ", "3. ", "(b) " */
static gboolean
starts_item (const Line *line)
{
  const char *p = line->start, *end = p + line->length;
  gunichar c = g_utf8_get_char (p);

  if (c == '-' || c == '*' || c == '+' || c == 0x2022 || c == 0x2013 || c == 0x25e6 || c == 0x25aa || c == 0x00b7)
    return (p = g_utf8_next_char (p)) < end && *p == ' ';
  if (*p == '(')
    p++;
  for (c = 0; p < end && c < 3 && g_ascii_isalnum (*p); p++)
    c++;

  return c > 0 && end - p > 1 && (*p == '.' || *p == ')') && p[1] == ' ' &&
         (g_ascii_isdigit (p[-1]) || c == 1 || *p == ')');
}

/* Up to where the lines of an item are indented that follow its first: to its words, behind its sign. */
static guint
hanging_indent (const Line *line)
{
  gsize sign;

  if (!starts_item (line))
    return line->indent;
  sign = strcspn (line->start, " ");

  return line->indent + sign + strspn (line->start + sign, " ");
}

/* "Subject: ", as in the head of a message that is sent on. */
static gboolean
starts_field (const Line *line)
{
  gsize length = 0;

  while (length < line->length && (g_ascii_isalnum (line->start[length]) || line->start[length] == '-'))
    length++;

  return g_ascii_isupper (*line->start) && length > 1 && length + 1 < line->length && line->start[length] == ':' &&
         line->start[length + 1] == ' ';
}

/* What a line does not go on with: an item, the next field of a head, a line of a message that is answered to, and the
 * time of an entry in a chat or a log, "[14/06/2021, 07:02] ". */
static gboolean
starts_anew (const Line *line, const Line *next)
{
  return starts_item (next) || *next->start == '>' || (starts_field (line) && starts_field (next)) ||
         (*next->start == '[' && next->length > 1 && g_ascii_isdigit (next->start[1]) &&
          memchr (next->start, ':', next->length) != NULL);
}

static gboolean
is_wrapped (const Line *line, const Line *next, guint column)
{
  const char *space = memchr (next->start, ' ', next->length);
  guint first_word = space != NULL ? (guint) g_utf8_strlen (next->start, space - next->start) : next->columns;

  return column > 0 && !starts_anew (line, next) && next->indent <= hanging_indent (line) + 1 &&
         line->indent + line->columns + 1 + first_word > column;
}

/* A hyphen at a line's end stays what it is, a hyphen, and joins the halves of its word. */
static gboolean
ends_hyphenated (const Line *line, const Line *next)
{
  const char *end = line->start + line->length;

  return line->length >= 2 && end[-1] == '-' && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (end - 1))) &&
         g_unichar_islower (g_utf8_get_char (next->start));
}

static GString *
join_lines (GArray *lines)
{
  GString *text = g_string_new (NULL);
  guint column = wrap_column (lines);

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i), *next;

      g_string_append_len (text, line->start, line->length);
      if (i + 1 == lines->len)
        break;
      next = line + 1;
      if (line->length == 0 || next->length == 0 || !is_wrapped (line, next, column))
        g_string_append_c (text, '\n');
      else if (!ends_hyphenated (line, next))
        g_string_append_c (text, ' ');
    }

  return text;
}

static GRegex *
head_regex (const char *pattern, GRegex **regex)
{
  if (g_once_init_enter_pointer (regex))
    g_once_init_leave_pointer (regex, g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL));

  return *regex;
}

/* "By Ada Marsh and Jo van Dyk", alone on its line. */
static char **
find_byline (const char *line)
{
  static GRegex *whole, *between;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *names = NULL;

#define NAME                                                                                                           \
  "\\p{Lu}[\\p{L}.'’-]*(?: (?:(?:van|von|de|del|der|den|di|da|bin|al|el|la|le) ){0,2}\\p{Lu}[\\p{L}.'’-]*){1,3}"
  if (!g_regex_match (head_regex ("^(?:By|BY|by) (" NAME "(?:(?:, and | and | & |, )" NAME ")*)$", &whole), line, 0,
                      &match))
    return NULL;
#undef NAME
  names = g_match_info_fetch (match, 1);

  return g_regex_split (head_regex (", and | and | & |, ", &between), names, 0);
}

/* "Published: 4 March 2015"; "PORT ELLEN, March 4, 2015 (Agency) —"; a day alone on a line, where @alone allows. */
static char *
find_published (const char *line, gboolean alone)
{
  static GRegex *label, *dateline;
  g_autoptr (GMatchInfo) labelled = NULL;
  g_autoptr (GMatchInfo) placed = NULL;
  g_autofree char *date = NULL;
  gsize used = 0;
  int start = 0;

  if (g_regex_match (head_regex ("^(?i:first published|published|posted|date|publication date)(?: on|:)\\s+", &label),
                     line, 0, &labelled))
    g_match_info_fetch_pos (labelled, 0, NULL, &start);
  else if (g_regex_match (head_regex ("^\\p{Lu}{2}[\\p{Lu} .'’-]*(?:, \\p{Lu}[\\p{L}. ]*)?, "
                                      "(?=.{8,20}\\d{4}\\s*(?:—|–|-|\\())",
                                      &dateline),
                          line, 0, &placed))
    {
      g_match_info_fetch_pos (placed, 0, NULL, &start);
      return sayso_calendar_parse (line + start, NULL);
    }
  else if (!alone)
    return NULL;

  date = sayso_calendar_parse (line + start, &used);

  return date != NULL && (start > 0 || (strlen (date) >= strlen ("2015-03-04") && line[used] == '\0'))
             ? g_steal_pointer (&date)
             : NULL;
}

/* "The Orva Courier, 14 September 2026", "By Ada Marsh, 14 September 2026": an outlet and a day of its paper, or who
 * wrote it and when, alone on a line. */
static char *
find_masthead (const char *line, SaysoMetadata *metadata)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *date = NULL, *who = NULL;
  g_auto (GStrv) byline = NULL;
  gsize used = 0;
  int end = 0;

  if (!g_regex_match (
          head_regex (
              "^((?:By|BY|by) .{4,80}?|(?:The |the )?\\p{Lu}[\\p{L}.&'’-]*(?: (?:of |& )?\\p{Lu}[\\p{L}.&'’-]*){0,4})"
              "(?:,| [|·—–-]) (?=.{8,30}$)",
              &regex),
          line, 0, &match))
    return NULL;
  g_match_info_fetch_pos (match, 0, NULL, &end);
  date = sayso_calendar_parse (line + end, &used);
  if (date == NULL || strlen (date) < strlen ("2015-03-04") || line[end + used] != '\0' ||
      sayso_calendar_parse (line, NULL) != NULL)
    return NULL;
  who = g_match_info_fetch (match, 1);
  byline = find_byline (who);
  if (byline == NULL && g_ascii_strncasecmp (who, "by ", strlen ("by ")) == 0)
    return NULL;
  if (metadata != NULL && byline != NULL && metadata->byline == NULL)
    metadata->byline = g_steal_pointer (&byline);
  else if (metadata != NULL && byline == NULL && metadata->publisher == NULL)
    metadata->publisher = g_steal_pointer (&who);

  return g_steal_pointer (&date);
}

/**
 * sayso_plain_is_credit:
 * @line: a line of a text
 *
 * Whether a line tells who wrote the text, or where and when it was published, and nothing else: "By Ada Marsh",
 * "Published: 4 March 2015", "The Orva Courier, 4 March 2015". Such a line heads nothing.
 *
 * Returns: whether it does
 */
gboolean
sayso_plain_is_credit (const char *line)
{
  static GRegex *label;
  g_autoptr (GMatchInfo) match = NULL;
  g_auto (GStrv) byline = NULL;
  g_autofree char *date = NULL, *day = NULL;
  int start = 0;
  gsize used = 0;

  g_return_val_if_fail (line != NULL, FALSE);

  byline = find_byline (line);
  day = find_masthead (line, NULL);
  if (byline != NULL || day != NULL)
    return TRUE;
  if (!g_regex_match (head_regex ("^(?i:(?:first |last )?(?:published|posted|updated|modified)|date|publication date)"
                                  "(?: on|:| )\\s*",
                                  &label),
                      line, 0, &match))
    return FALSE;
  g_match_info_fetch_pos (match, 0, NULL, &start);
  date = sayso_calendar_parse (line + start, &used);

  return date != NULL && strlen (line + start + used) < 24;
}

static gboolean
line_is_credit (const Line *line)
{
  g_autofree char *words = g_strndup (line->start, line->length);

  return line->columns <= TITLE_MAX_CHARS && sayso_plain_is_credit (words);
}

/* A first line that stands alone above the rest, or above its author and date only, is short, and is no sentence. */
static char *
find_title (GArray *lines)
{
  const Line *first = &g_array_index (lines, Line, 0);
  const char *start = first->start, *last;
  gsize length = first->length;

  if (lines->len < 3 || !(first[1].length == 0 || line_is_credit (first + 1)) || line_is_credit (first) ||
      first->columns > TITLE_MAX_CHARS)
    return NULL;
  last = g_utf8_prev_char (start + length);
  if (memchr (".:;,", *last, 4) != NULL)
    return NULL;
  if (*start == '#')
    {
      gsize marks = strspn (start, "#");

      marks += strspn (start + marks, " ");
      start += MIN (marks, length);
      length -= MIN (marks, length);
    }

  return length > 0 ? g_strndup (start, length) : NULL;
}

/* "Interim report, 20 November 2022": a short line that ends in a day. */
static char *
find_last (const char *line)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *date = NULL;
  gsize used = 0;
  int end = 0;

  if (!g_regex_match (head_regex ("^\\p{Lu}[^,.;:?!]{1,50}(?:,| [|·—–-]) (?=.{8,30}$)", &regex), line, 0, &match))
    return NULL;
  g_match_info_fetch_pos (match, 0, NULL, &end);
  date = sayso_calendar_parse (line + end, &used);

  return date != NULL && line[end + used] == '\0' ? g_steal_pointer (&date) : NULL;
}

/**
 * sayso_plain_find_published:
 * @text: a document's text
 *
 * Looks for the day that the head of a text tells: behind a label, in a dateline, below an outlet's name, or alone on a
 * line. Office programs know when a file was made, which may be the file that a new text was written over.
 *
 * Returns: (transfer full) (nullable): the day, in ISO 8601
 */
char *
sayso_plain_find_published (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  for (guint seen = 0; *text != '\0' && seen < HEAD_LINES;)
    {
      gsize length = strcspn (text, "\n\t");
      g_autofree char *line = length <= TITLE_MAX_CHARS * 4 ? g_strndup (text, length) : g_strdup ("");
      char *day = find_published (g_strstrip (line), TRUE);

      if (day == NULL)
        day = find_last (line);
      if (day != NULL && strlen (day) >= strlen ("2015-03-04"))
        return day;
      g_free (day);
      seen += length > 0;
      text += length + (text[length] != '\0');
    }

  return NULL;
}

/**
 * sayso_plain_import:
 * @utf8: a plain text, valid UTF-8
 * @length: its bytes
 * @metadata: (inout): receives what its head plainly says: title, authors, date
 *
 * Tidies a plain text: lines end in LF, an empty line parts paragraphs, and lines wrapped at a fixed width are joined,
 * so that a line is a block. Characters other than white space stay as they are, every one.
 *
 * Returns: (transfer full): the text; empty where there is nothing but white space
 */
GString *
sayso_plain_import (const char *utf8, gsize length, SaysoMetadata *metadata)
{
  g_autoptr (GArray) lines = NULL;
  guint seen = 0;

  g_return_val_if_fail (utf8 != NULL && metadata != NULL, NULL);

  lines = split_lines (utf8, length);
  if (lines->len == 0)
    return g_string_new (NULL);

  metadata->title = find_title (lines);
  for (guint i = 0; i < lines->len && seen < HEAD_LINES; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      g_autofree char *words = g_strndup (line->start, line->length);

      seen += line->length > 0;
      if (metadata->byline == NULL)
        metadata->byline = find_byline (words);
      if (metadata->published == NULL)
        metadata->published = find_published (words, metadata->byline != NULL);
      if (metadata->published == NULL)
        metadata->published = find_masthead (words, metadata);
    }

  return join_lines (lines);
}

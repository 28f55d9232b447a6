/* sayso-markdown.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-markdown.h"

#include <string.h>

#include "sayso-calendar.h"
#include "sayso-renderer.h"

typedef struct
{
  SaysoRenderer renderer;
  char *title;
} Markdown;

/* The end of a run in @mark that begins at @p, of @n signs; NULL where it never ends in this line. */
static const char *
find_close (const char *p, const char *mark, gsize n)
{
  for (const char *q = p; (q = strstr (q, mark)) != NULL; q += n)
    if (q > p && q[-1] != '\\' && !g_ascii_isspace (q[-1]))
      return q;

  return NULL;
}

static void put_inline (GString *out, const char *text, guint depth);

static void
put_span (GString *out, const char *start, const char *end, guint depth)
{
  g_autofree char *inner = g_strndup (start, end - start);

  put_inline (out, inner, depth + 1);
}

/* "[words](address)", "[words][name]", "![picture](address)"; returns what follows, or NULL. */
static const char *
put_link (GString *out, const char *p, guint depth)
{
  gboolean picture = *p == '!';
  const char *start = p + picture, *close = start;
  guint open = 0;

  if (*start != '[')
    return NULL;
  do
    {
      if (*close == '\\' && close[1] != '\0')
        close++;
      else if (*close == '[')
        open++;
      else if (*close == ']')
        open--;
      if (open > 0)
        close++;
    }
  while (open > 0 && *close != '\0');
  if (*close != ']')
    return NULL;
  if (start[1] == '^')
    return close + 1;

  if (close[1] == '(')
    {
      const char *end = close + 2;

      for (open = 1; *end != '\0'; end++)
        {
          open += *end == '(';
          open -= *end == ')';
          if (open == 0)
            break;
        }
      if (*end != ')')
        return NULL;
      if (!picture)
        put_span (out, start + 1, close, depth);
      return end + 1;
    }
  if (close[1] == '[')
    {
      const char *end = strchr (close + 2, ']');

      if (end == NULL)
        return NULL;
      if (!picture)
        put_span (out, start + 1, close, depth);
      return end + 1;
    }

  return NULL;
}

/* A tag, a comment, or an address between angle brackets. */
static const char *
put_angle (GString *out, const char *p)
{
  const char *end;

  if (g_str_has_prefix (p, "<!--"))
    {
      end = strstr (p, "-->");
      return end != NULL ? end + 3 : NULL;
    }
  end = strchr (p, '>');
  if (end == NULL || !(g_ascii_isalpha (p[1]) || p[1] == '/'))
    return NULL;
  if (g_str_has_prefix (p, "<http://") || g_str_has_prefix (p, "<https://") || memchr (p, '@', end - p) != NULL)
    g_string_append_len (out, p + 1, end - p - 1);

  return end + 1;
}

/* The words of a line without their markup (CommonMark 0.31, sections 6.1 to 6.6, as far as it shows). */
static void
put_inline (GString *out, const char *text, guint depth)
{
  static const char *const marks[] = { "***", "___", "**", "__", "~~", "*", "_" };

  for (const char *p = text; *p != '\0';)
    {
      const char *next = NULL;

      if (*p == '\\' && g_ascii_ispunct (p[1]))
        {
          g_string_append_c (out, p[1]);
          p += 2;
          continue;
        }
      if (*p == '`')
        {
          gsize n = strspn (p, "`");
          g_autofree char *mark = g_strndup (p, n);
          const char *end = strstr (p + n, mark);

          if (end != NULL)
            {
              g_string_append_len (out, p + n, end - p - n);
              next = end + n;
            }
        }
      else if (depth < 20 && (*p == '[' || (*p == '!' && p[1] == '[')))
        next = put_link (out, p, depth);
      else if (*p == '<')
        next = put_angle (out, p);
      else if (depth < 20 && (*p == '*' || *p == '_' || *p == '~'))
        for (guint i = 0; i < G_N_ELEMENTS (marks) && next == NULL; i++)
          {
            gsize n = strlen (marks[i]);
            const char *end;

            if (!g_str_has_prefix (p, marks[i]) || p[n] == '\0' || g_ascii_isspace (p[n]) ||
                (*p == '_' && p > text && g_ascii_isalnum (p[-1])))
              continue;
            end = find_close (p + n, marks[i], n);
            if (end != NULL && !(*p == '_' && g_ascii_isalnum (end[n])))
              {
                put_span (out, p + n, end, depth);
                next = end + n;
              }
          }
      if (next != NULL)
        p = next;
      else
        g_string_append_c (out, *p++);
    }
}

static void
put_line (Markdown *self, const char *line)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  put_inline (plain, line, 0);
  sayso_renderer_put (&self->renderer, plain->str);
}

/* "title: What happened", between lines of three hyphens at the top. */
static const char *
read_front_matter (const char *text, SaysoMetadata *metadata)
{
  const char *end = strstr (text + 3, "\n---"), *after;
  g_autofree char *head = NULL;
  g_auto (GStrv) lines = NULL;

  if (end == NULL || end - text > 16384)
    return text;
  head = g_strndup (text + 3, end - text - 3);
  lines = g_strsplit (head, "\n", 0);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *colon = strchr (lines[i], ':'), *value;

      if (colon == NULL || g_ascii_isspace (lines[i][0]))
        continue;
      *colon = '\0';
      value = g_strstrip (colon + 1);
      if ((*value == '"' || *value == '\'') && strlen (value) > 1 && value[strlen (value) - 1] == *value)
        {
          value[strlen (value) - 1] = '\0';
          value++;
        }
      if (*value == '\0')
        continue;
      if (g_str_equal (lines[i], "title") && metadata->title == NULL)
        metadata->title = g_strdup (value);
      else if ((g_str_equal (lines[i], "author") || g_str_equal (lines[i], "authors")) && metadata->byline == NULL)
        {
          g_strdelimit (value, "[]\"'", ' ');
          metadata->byline = g_strsplit (value, ",", 0);
          for (guint k = 0; metadata->byline[k] != NULL; k++)
            g_strstrip (metadata->byline[k]);
        }
      else if ((g_str_equal (lines[i], "date") || g_str_equal (lines[i], "published")) && metadata->published == NULL)
        metadata->published = sayso_calendar_parse (value, NULL);
      else if (g_str_equal (lines[i], "lang") && metadata->language == NULL)
        metadata->language = g_strdup (value);
      else if ((g_str_equal (lines[i], "url") || g_str_equal (lines[i], "source")) && metadata->url == NULL &&
               (g_str_has_prefix (value, "https://") || g_str_has_prefix (value, "http://")))
        metadata->url = g_strdup (value);
    }
  after = strchr (end + 1, '\n');

  return after != NULL ? after + 1 : end + strlen (end);
}

static gboolean
is_made_of (const char *line, const char *signs, guint least)
{
  guint n = 0;

  for (const char *p = line; *p != '\0'; p++)
    if (strchr (signs, *p) != NULL && *p == *line)
      n++;
    else if (!g_ascii_isspace (*p))
      return FALSE;

  return n >= least;
}

static void
put_heading (Markdown *self, const char *line)
{
  sayso_renderer_widen (&self->renderer, SAYSO_SPACING_PARAGRAPH);
  if (self->title == NULL)
    {
      g_autoptr (GString) plain = g_string_new (NULL);

      put_inline (plain, line, 0);
      self->title = g_strstrip (g_strdup (plain->str));
    }
  put_line (self, line);
  sayso_renderer_widen (&self->renderer, SAYSO_SPACING_PARAGRAPH);
}

static void
put_row (Markdown *self, char *line)
{
  g_auto (GStrv) cells = NULL;

  if (strspn (line, "|:- \t") == strlen (line))
    return;
  cells = g_strsplit (line + (*line == '|'), "|", 0);
  sayso_renderer_widen (&self->renderer, SAYSO_SPACING_LINE);
  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (i > 0)
        sayso_renderer_widen (&self->renderer, SAYSO_SPACING_TAB);
      put_line (self, cells[i]);
    }
  sayso_renderer_widen (&self->renderer, SAYSO_SPACING_LINE);
}

/* The mark of a list's item, or 0. */
static gsize
item_mark (const char *line)
{
  gsize digits = strspn (line, "0123456789");

  if ((*line == '-' || *line == '*' || *line == '+') && g_ascii_isspace (line[1]))
    return 2;
  if (digits > 0 && digits < 10 && (line[digits] == '.' || line[digits] == ')') && g_ascii_isspace (line[digits + 1]))
    return digits + 2;

  return 0;
}

static void
put_block_line (Markdown *self, char *line, const char *next)
{
  gsize hashes, mark;
  gboolean breaks = g_str_has_suffix (line, "  ") || g_str_has_suffix (line, "\\");

  if (g_str_has_suffix (line, "\\"))
    line[strlen (line) - 1] = '\0';
  g_strstrip (line);
  while (*line == '>')
    {
      line++;
      line += *line == ' ';
    }
  hashes = strspn (line, "#");
  mark = item_mark (line);

  if (*line == '\0')
    sayso_renderer_widen (&self->renderer, SAYSO_SPACING_PARAGRAPH);
  else if (hashes > 0 && hashes <= 6 && (line[hashes] == ' ' || line[hashes] == '\0'))
    {
      gsize length = strlen (line);

      while (length > hashes && (line[length - 1] == '#' || line[length - 1] == ' '))
        line[--length] = '\0';
      put_heading (self, line + MIN (hashes, length));
    }
  else if (is_made_of (line, "*-_", 3) || is_made_of (line, "=", 3))
    sayso_renderer_widen (&self->renderer, SAYSO_SPACING_PARAGRAPH);
  else if (next != NULL && mark == 0 && (is_made_of (next, "=", 3) || is_made_of (next, "-", 3)) && *line != '|')
    put_heading (self, line);
  else if (*line == '|')
    put_row (self, line);
  else if (g_str_has_prefix (line, "[^") && strstr (line, "]: ") != NULL)
    {
      sayso_renderer_widen (&self->renderer, SAYSO_SPACING_PARAGRAPH);
      put_line (self, strstr (line, "]: ") + 3);
    }
  else if (*line == '[' && strstr (line, "]: ") != NULL)
    return; /* what links refer to */
  else
    {
      sayso_renderer_widen (&self->renderer, mark > 0 ? SAYSO_SPACING_LINE : SAYSO_SPACING_SPACE);
      if (mark == 2)
        {
          self->renderer.bullet = TRUE;
          line += mark;
        }
      put_line (self, line);
      self->renderer.bullet = FALSE;
      if (breaks)
        sayso_renderer_widen (&self->renderer, SAYSO_SPACING_LINE);
    }
}

/**
 * sayso_markdown_import:
 * @utf8: a text in Markdown, valid UTF-8
 * @length: its bytes
 * @metadata: (inout): receives what its front matter says, and its first heading
 *
 * Reads a text as it would be shown: without the signs that mark headings, emphasis, links and lists. Code stays as it
 * is; pictures are left out.
 *
 * Returns: (transfer full): its plain text; empty where there is none
 */
GString *
sayso_markdown_import (const char *utf8, gsize length, SaysoMetadata *metadata)
{
  Markdown self = { .renderer.text = g_string_new (NULL) };
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  const char *start;
  gboolean code = FALSE;

  g_return_val_if_fail (utf8 != NULL && metadata != NULL, NULL);

  text = g_strndup (utf8, length);
  for (char *p = text, *q = text;; p++)
    {
      if (*p != '\r')
        *q++ = *p;
      if (*p == '\0')
        break;
    }
  start = g_str_has_prefix (text, "---\n") ? read_front_matter (text, metadata) : text;
  lines = g_strsplit (start, "\n", 0);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *bare = lines[i] + strspn (lines[i], " \t");

      if (g_str_has_prefix (bare, "```") || g_str_has_prefix (bare, "~~~"))
        {
          code = !code;
          sayso_renderer_widen (&self.renderer, SAYSO_SPACING_PARAGRAPH);
        }
      else if (code)
        {
          sayso_renderer_put (&self.renderer, lines[i]);
          sayso_renderer_widen (&self.renderer, SAYSO_SPACING_LINE);
        }
      else
        put_block_line (&self, lines[i], lines[i + 1]);
    }

  if (metadata->title == NULL && self.title != NULL && *self.title != '\0')
    metadata->title = g_steal_pointer (&self.title);
  g_free (self.title);

  return self.renderer.text;
}

/* sayso-html-text.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-html-private.h"

/* What goes before the next word. The larger wins. */
typedef enum
{
  GAP_NONE,
  GAP_SPACE,
  GAP_TAB,
  GAP_LINE,
  GAP_PARAGRAPH,
} Gap;

typedef struct
{
  GString *text;
  Gap gap;
  guint pre;
  guint items;
  gboolean bullet;
  gboolean one_line;
} Renderer;

static void
put_gap (Renderer *self)
{
  static const char *const gaps[] = { "", " ", "\t", "\n", "\n\n" };

  if (self->text->len > 0)
    g_string_append (self->text, gaps[self->one_line ? MIN (self->gap, GAP_SPACE) : self->gap]);
  if (self->bullet && !self->one_line)
    g_string_append (self->text, "• ");
  self->bullet = FALSE;
  self->gap = GAP_NONE;
}

static void
widen (Renderer *self, Gap gap)
{
  self->gap = MAX (self->gap, gap);
}

static void
put_text (Renderer *self, const char *content)
{
  for (const char *p = content; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* soft hyphen, zero width space, byte order mark: not for the reader's eyes */
      if (c == 0xad || c == 0x200b || c == 0xfeff)
        continue;
      if (g_unichar_isspace (c))
        {
          if (self->pre > 0 && c == '\n')
            widen (self, self->gap >= GAP_LINE ? GAP_PARAGRAPH : GAP_LINE);
          else
            widen (self, GAP_SPACE);
          continue;
        }
      put_gap (self);
      g_string_append_unichar (self->text, c);
    }
}

static Gap
gap_around (SaysoHtmlFlags flags, guint items)
{
  if ((flags & SAYSO_HTML_PARAGRAPH) && (items == 0 || (flags & SAYSO_HTML_HEADING)))
    return GAP_PARAGRAPH;
  if (flags & SAYSO_HTML_BLOCK)
    return GAP_LINE;

  return GAP_NONE;
}

static gboolean
render_enter (xmlNode *node, gpointer user_data)
{
  Renderer *self = user_data;
  SaysoHtmlFlags flags;

  if (node->type != XML_ELEMENT_NODE)
    {
      put_text (self, (const char *) node->content);
      return FALSE;
    }
  if (sayso_html_is_dropped (node))
    return FALSE;

  flags = sayso_html_get_flags (node);
  if (flags & SAYSO_HTML_BREAK)
    widen (self, self->gap == GAP_LINE ? GAP_PARAGRAPH : GAP_LINE);
  widen (self, gap_around (flags, self->items));
  if (flags & SAYSO_HTML_CELL)
    widen (self, GAP_TAB);
  if (flags & SAYSO_HTML_PRE)
    self->pre++;
  if (flags & SAYSO_HTML_ITEM)
    {
      self->items++;
      self->bullet = TRUE;
    }

  return TRUE;
}

static void
render_leave (xmlNode *node, gpointer user_data)
{
  Renderer *self = user_data;
  SaysoHtmlFlags flags = sayso_html_get_flags (node);

  if (flags & SAYSO_HTML_ITEM)
    {
      self->items--;
      self->bullet = FALSE;
    }
  if (flags & SAYSO_HTML_PRE)
    self->pre--;
  widen (self, gap_around (flags, self->items));
}

static GString *
render (xmlNode *root, gboolean one_line)
{
  Renderer self = { .text = g_string_new (NULL), .one_line = one_line };

  sayso_html_walk (root, render_enter, render_leave, &self);

  return self.text;
}

/**
 * sayso_html_render:
 * @root: an element
 *
 * What a reader of the page would see of it, as plain text: paragraphs are parted by an empty line, items of
 * lists and rows of tables stand on lines of their own, cells are parted by tabs.
 *
 * Returns: (transfer full): the text
 */
GString *
sayso_html_render (xmlNode *root)
{
  return render (root, FALSE);
}

/* The same on one line. */
char *
sayso_html_render_line (xmlNode *root)
{
  return g_string_free (render (root, TRUE), FALSE);
}

/* sayso-html-text.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-html-private.h"

#include <string.h>

#include "sayso-renderer.h"

typedef struct
{
  SaysoRenderer renderer;
  guint items;
  guint cells; /* that hold no more than a few words */
} Renderer;

/* A cell with more in it lays out the page, and holds paragraphs. */
#define CELL_CHARS 200

/* The text below a node, and its nodes, up to a number. */
static guint
count_below (const xmlNode *node, guint most)
{
  guint n = 0;

  for (const xmlNode *child = node->children; child != NULL && n < most; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      n += 1 + count_below (child, most - n);
    else if (child->content != NULL)
      n += 1 + strnlen ((const char *) child->content, most);

  return n;
}

static gboolean
is_small_cell (const xmlNode *node, SaysoHtmlFlags flags)
{
  return (flags & SAYSO_HTML_CELL) != 0 && count_below (node, CELL_CHARS) < CELL_CHARS;
}

/* What an answer to a message quotes of it, as mail programs mark that. */
static gboolean
is_quotation (const xmlNode *node)
{
  return sayso_html_is_element (node, "blockquote") &&
         (sayso_html_attribute_has (node, "type", "cite") || sayso_html_attribute_has (node, "class", "gmail_quote"));
}

static SaysoSpacing
gap_around (SaysoHtmlFlags flags, guint items, guint cells)
{
  if (cells > 0)
    return (flags & (SAYSO_HTML_PARAGRAPH | SAYSO_HTML_BLOCK)) != 0 ? SAYSO_SPACING_SPACE : SAYSO_SPACING_NONE;
  if ((flags & SAYSO_HTML_PARAGRAPH) && (items == 0 || (flags & SAYSO_HTML_HEADING)))
    return SAYSO_SPACING_PARAGRAPH;
  if (flags & SAYSO_HTML_BLOCK)
    return SAYSO_SPACING_LINE;

  return SAYSO_SPACING_NONE;
}

static gboolean
render_enter (xmlNode *node, gpointer user_data)
{
  Renderer *self = user_data;
  SaysoRenderer *renderer = &self->renderer;
  SaysoHtmlFlags flags;

  if (node->type != XML_ELEMENT_NODE)
    {
      sayso_renderer_put (renderer, (const char *) node->content);
      return FALSE;
    }
  if (sayso_html_is_dropped (node))
    return FALSE;

  flags = sayso_html_get_flags (node);
  if ((flags & SAYSO_HTML_BREAK) && self->cells > 0)
    sayso_renderer_widen (renderer, SAYSO_SPACING_SPACE);
  else if (flags & SAYSO_HTML_BREAK)
    sayso_renderer_widen (renderer,
                          renderer->spacing == SAYSO_SPACING_LINE ? SAYSO_SPACING_PARAGRAPH : SAYSO_SPACING_LINE);
  sayso_renderer_widen (renderer, gap_around (flags, self->items, self->cells));
  if (flags & SAYSO_HTML_CELL)
    sayso_renderer_widen (renderer, SAYSO_SPACING_TAB);
  self->cells += is_small_cell (node, flags);
  if (is_quotation (node))
    renderer->quotes++;
  if (flags & SAYSO_HTML_PRE)
    renderer->pre++;
  if (flags & SAYSO_HTML_ITEM)
    {
      self->items++;
      renderer->bullet = TRUE;
    }

  return TRUE;
}

static void
render_leave (xmlNode *node, gpointer user_data)
{
  Renderer *self = user_data;
  SaysoRenderer *renderer = &self->renderer;
  SaysoHtmlFlags flags = sayso_html_get_flags (node);

  self->cells -= is_small_cell (node, flags);
  if (is_quotation (node))
    renderer->quotes--;
  if (flags & SAYSO_HTML_ITEM)
    {
      self->items--;
      renderer->bullet = FALSE;
    }
  if (flags & SAYSO_HTML_PRE)
    renderer->pre--;
  /* Pages part a time from what stands beside it by their styles. */
  if (sayso_html_is_element (node, "time") && node->next != NULL && node->next->type == XML_ELEMENT_NODE)
    sayso_renderer_widen (renderer, SAYSO_SPACING_SPACE);
  sayso_renderer_widen (renderer, gap_around (flags, self->items, self->cells));
}

static GString *
render (xmlNode *root, gboolean one_line)
{
  Renderer self = { .renderer = { .text = g_string_new (NULL), .one_line = one_line } };

  sayso_html_walk (root, render_enter, render_leave, &self);

  return self.renderer.text;
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

/* sayso-html-text.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-html-private.h"
#include "sayso-renderer.h"

typedef struct
{
  SaysoRenderer renderer;
  guint items;
} Renderer;

static SaysoSpacing
gap_around (SaysoHtmlFlags flags, guint items)
{
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
  if (flags & SAYSO_HTML_BREAK)
    sayso_renderer_widen (renderer,
                          renderer->spacing == SAYSO_SPACING_LINE ? SAYSO_SPACING_PARAGRAPH : SAYSO_SPACING_LINE);
  sayso_renderer_widen (renderer, gap_around (flags, self->items));
  if (flags & SAYSO_HTML_CELL)
    sayso_renderer_widen (renderer, SAYSO_SPACING_TAB);
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
  sayso_renderer_widen (renderer, gap_around (flags, self->items));
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

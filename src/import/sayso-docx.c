/* sayso-docx.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-office-private.h"

#include "sayso-html-private.h"
#include "sayso-renderer.h"

#define WORD "wordprocessingml/2006/main"
#define WORD_STRICT "wordprocessingml/main"

typedef struct
{
  SaysoRenderer renderer;
  guint cells;
  guint text; /* in how many w:t */
  char *title;
} Docx;

static gboolean
is_word (const xmlNode *node, const char *name)
{
  return sayso_office_is (node, WORD, name) || sayso_office_is (node, WORD_STRICT, name);
}

static xmlNode *
child (const xmlNode *node, const char *name)
{
  for (xmlNode *inner = node != NULL ? node->children : NULL; inner != NULL; inner = inner->next)
    if (is_word (inner, name))
      return inner;

  return NULL;
}

static void
begin_paragraph (Docx *self, xmlNode *node)
{
  xmlNode *properties = child (node, "pPr");
  gboolean item = child (properties, "numPr") != NULL;

  if (self->cells > 0)
    sayso_renderer_widen (&self->renderer, SAYSO_SPACING_SPACE);
  else
    sayso_renderer_widen (&self->renderer, item ? SAYSO_SPACING_LINE : SAYSO_SPACING_PARAGRAPH);
  self->renderer.bullet = item && self->cells == 0;
}

static gboolean
enter (xmlNode *node, gpointer user_data)
{
  static const char *const skipped[] = { "delText", "instrText", "moveFrom", "pPr", "sectPr", "footnotePr" };
  Docx *self = user_data;

  if (node->type != XML_ELEMENT_NODE)
    {
      if (self->text > 0)
        sayso_renderer_put (&self->renderer, (const char *) node->content);
      return FALSE;
    }
  /* The same text box again, for programs that do not know the first. */
  if (g_str_equal (node->name, "Fallback"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (skipped); i++)
    if (is_word (node, skipped[i]))
      return FALSE;

  if (is_word (node, "r") && child (child (node, "rPr"), "vanish") != NULL)
    return FALSE;
  if (is_word (node, "p"))
    begin_paragraph (self, node);
  else if (is_word (node, "t"))
    self->text++;
  else if (is_word (node, "tab"))
    sayso_renderer_widen (&self->renderer, SAYSO_SPACING_TAB);
  else if (is_word (node, "br") || is_word (node, "cr"))
    sayso_renderer_widen (&self->renderer, SAYSO_SPACING_LINE);
  else if (is_word (node, "noBreakHyphen"))
    sayso_renderer_put (&self->renderer, "‑");
  else if (is_word (node, "tbl") && self->cells == 0)
    sayso_renderer_widen (&self->renderer, SAYSO_SPACING_PARAGRAPH);
  else if (is_word (node, "tr"))
    sayso_renderer_widen (&self->renderer, SAYSO_SPACING_LINE);
  else if (is_word (node, "tc"))
    {
      sayso_renderer_widen (&self->renderer, SAYSO_SPACING_TAB);
      self->cells++;
    }
  else if (is_word (node, "footnote") || is_word (node, "endnote"))
    {
      g_autofree char *type = sayso_office_attribute (node, "type");

      return type == NULL || g_str_equal (type, "normal");
    }

  return TRUE;
}

static void
leave (xmlNode *node, gpointer user_data)
{
  Docx *self = user_data;

  if (is_word (node, "t"))
    self->text--;
  else if (is_word (node, "tc"))
    self->cells--;
  else if (is_word (node, "p"))
    {
      self->renderer.bullet = FALSE;
      sayso_renderer_widen (&self->renderer, self->cells > 0                                ? SAYSO_SPACING_SPACE
                                             : child (child (node, "pPr"), "numPr") != NULL ? SAYSO_SPACING_LINE
                                                                                            : SAYSO_SPACING_PARAGRAPH);
    }
  else if (is_word (node, "tbl") && self->cells == 0)
    sayso_renderer_widen (&self->renderer, SAYSO_SPACING_PARAGRAPH);
}

static gboolean
find_title (xmlNode *node, gpointer user_data)
{
  Docx *self = user_data;
  g_autofree char *style = NULL;
  xmlNode *name;

  if (self->title != NULL || node->type != XML_ELEMENT_NODE)
    return FALSE;
  if (!is_word (node, "p"))
    return TRUE;
  name = child (child (node, "pPr"), "pStyle");
  style = name != NULL ? sayso_office_attribute (name, "val") : NULL;
  if (style != NULL && (g_str_equal (style, "Title") || g_str_equal (style, "Heading1")))
    {
      Docx line = { .renderer = { .text = g_string_new (NULL), .one_line = TRUE } };

      sayso_html_walk (node, enter, leave, &line);
      self->title = g_string_free (line.renderer.text, line.renderer.text->len == 0);
    }

  return FALSE;
}

/**
 * sayso_docx_read:
 * @entries: (element-type utf8 GBytes): the parts of a Word document
 * @metadata: (inout): receives what it says of itself
 *
 * Reads the text as its last editor left it, with text boxes, tables, and notes behind it. What was deleted, headers,
 * footers and remarks are left out.
 *
 * Returns: (transfer full): its plain text
 */
GString *
sayso_docx_read (GHashTable *entries, SaysoMetadata *metadata)
{
  static const char *const parts[] = { "word/document.xml", "word/footnotes.xml", "word/endnotes.xml" };
  Docx self = { .renderer.text = g_string_new (NULL) };

  sayso_office_read_properties (entries, "docProps/core.xml", metadata);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      xmlDoc *document = sayso_office_parse (entries, parts[i]);
      xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

      sayso_renderer_widen (&self.renderer, SAYSO_SPACING_PARAGRAPH);
      if (root != NULL)
        sayso_html_walk (root, enter, leave, &self);
      if (root != NULL && i == 0 && metadata->title == NULL)
        {
          sayso_html_walk (root, find_title, NULL, &self);
          metadata->title = g_steal_pointer (&self.title);
        }
      if (document != NULL)
        xmlFreeDoc (document);
    }

  return self.renderer.text;
}

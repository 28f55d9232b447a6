/* sayso-odt.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-office-private.h"

#include <stdlib.h>

#include "sayso-html-private.h"
#include "sayso-renderer.h"

#define TEXT "xmlns:text:1.0"
#define TABLE "xmlns:table:1.0"
#define OFFICE "xmlns:office:1.0"

typedef struct
{
  SaysoRenderer renderer;
  guint blocks; /* in how many paragraphs */
  guint cells;
  guint items;
  GPtrArray *notes;
  char *title;
} Odt;

static gboolean
is_paragraph (const xmlNode *node)
{
  return sayso_office_is (node, TEXT, "p") || sayso_office_is (node, TEXT, "h");
}

static void
widen_around (Odt *self)
{
  sayso_renderer_widen (&self->renderer, self->cells > 0   ? SAYSO_SPACING_SPACE
                                         : self->items > 0 ? SAYSO_SPACING_LINE
                                                           : SAYSO_SPACING_PARAGRAPH);
}

static gboolean
enter (xmlNode *node, gpointer user_data)
{
  static const char *const skipped[][2] = {
    { TEXT, "tracked-changes" },  { TEXT, "note-citation" },      { TEXT, "sequence-decls" }, { OFFICE, "annotation" },
    { TEXT, "table-of-content" }, { TEXT, "alphabetical-index" }, { OFFICE, "forms" },
  };
  Odt *self = user_data;

  if (node->type != XML_ELEMENT_NODE)
    {
      if (self->blocks > 0)
        sayso_renderer_put (&self->renderer, (const char *) node->content);
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (skipped); i++)
    if (sayso_office_is (node, skipped[i][0], skipped[i][1]))
      return FALSE;
  /* Descriptions of pictures. */
  if (sayso_office_is (node, "svg-compatible:1.0", "title") || sayso_office_is (node, "svg-compatible:1.0", "desc"))
    return FALSE;

  if (sayso_office_is (node, TEXT, "note") && self->notes != NULL)
    {
      g_ptr_array_add (self->notes, node);
      return FALSE;
    }
  if (is_paragraph (node))
    {
      widen_around (self);
      self->blocks++;
    }
  else if (sayso_office_is (node, TEXT, "s"))
    sayso_renderer_widen (&self->renderer, SAYSO_SPACING_SPACE);
  else if (sayso_office_is (node, TEXT, "tab"))
    sayso_renderer_widen (&self->renderer, SAYSO_SPACING_TAB);
  else if (sayso_office_is (node, TEXT, "line-break"))
    sayso_renderer_widen (&self->renderer, SAYSO_SPACING_LINE);
  else if (sayso_office_is (node, TEXT, "list-item"))
    {
      self->items++;
      self->renderer.bullet = self->cells == 0;
    }
  else if (sayso_office_is (node, TABLE, "table") && self->cells == 0)
    sayso_renderer_widen (&self->renderer, SAYSO_SPACING_PARAGRAPH);
  else if (sayso_office_is (node, TABLE, "table-row"))
    sayso_renderer_widen (&self->renderer, SAYSO_SPACING_LINE);
  else if (sayso_office_is (node, TABLE, "table-cell"))
    {
      sayso_renderer_widen (&self->renderer, SAYSO_SPACING_TAB);
      self->cells++;
    }

  return TRUE;
}

static void
leave (xmlNode *node, gpointer user_data)
{
  Odt *self = user_data;

  if (is_paragraph (node))
    {
      self->blocks--;
      widen_around (self);
    }
  else if (sayso_office_is (node, TABLE, "table-cell"))
    self->cells--;
  else if (sayso_office_is (node, TEXT, "list-item"))
    {
      self->items--;
      self->renderer.bullet = FALSE;
      sayso_renderer_widen (&self->renderer, SAYSO_SPACING_LINE);
    }
  else if (sayso_office_is (node, TEXT, "list") && self->items == 0 && self->cells == 0)
    sayso_renderer_widen (&self->renderer, SAYSO_SPACING_PARAGRAPH);
  else if (sayso_office_is (node, TABLE, "table") && self->cells == 0)
    sayso_renderer_widen (&self->renderer, SAYSO_SPACING_PARAGRAPH);
}

static gboolean
find_title (xmlNode *node, gpointer user_data)
{
  Odt *self = user_data;
  g_autofree char *level = NULL, *style = NULL;

  if (self->title != NULL || node->type != XML_ELEMENT_NODE)
    return FALSE;
  if (!is_paragraph (node))
    return TRUE;
  level = sayso_office_attribute (node, "outline-level");
  style = sayso_office_attribute (node, "style-name");
  if (g_strcmp0 (style, "Title") == 0 || (sayso_office_is (node, TEXT, "h") && g_strcmp0 (level, "1") == 0))
    {
      Odt line = { .renderer = { .text = g_string_new (NULL), .one_line = TRUE } };

      sayso_html_walk (node, enter, leave, &line);
      self->title = g_string_free (line.renderer.text, line.renderer.text->len == 0);
    }

  return FALSE;
}

/**
 * sayso_odt_read:
 * @entries: (element-type utf8 GBytes): the parts of an OpenDocument text
 * @metadata: (inout): receives what it says of itself
 *
 * Reads the text as its last editor left it, with tables, and notes behind it. What was deleted, remarks and tables of
 * contents are left out.
 *
 * Returns: (transfer full): its plain text
 */
GString *
sayso_odt_read (GHashTable *entries, SaysoMetadata *metadata)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  Odt self = { .renderer.text = g_string_new (NULL), .notes = notes };
  xmlDoc *document = sayso_office_parse (entries, "content.xml");
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  sayso_office_read_properties (entries, "meta.xml", metadata);
  if (root != NULL)
    {
      sayso_html_walk (root, enter, leave, &self);
      if (metadata->title == NULL)
        {
          sayso_html_walk (root, find_title, NULL, &self);
          metadata->title = g_steal_pointer (&self.title);
        }
    }
  self.notes = NULL;
  for (guint i = 0; i < notes->len; i++)
    {
      self.blocks = self.cells = self.items = 0;
      sayso_renderer_widen (&self.renderer, SAYSO_SPACING_PARAGRAPH);
      sayso_html_walk (g_ptr_array_index (notes, i), enter, leave, &self);
    }
  if (document != NULL)
    xmlFreeDoc (document);

  return self.renderer.text;
}

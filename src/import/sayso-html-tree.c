/* sayso-html-tree.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-html-private.h"

#include <stdlib.h>
#include <string.h>

#define BLOCK SAYSO_HTML_BLOCK
#define PARAGRAPH (SAYSO_HTML_BLOCK | SAYSO_HTML_PARAGRAPH)
#define HEADING (PARAGRAPH | SAYSO_HTML_HEADING)
#define DROP SAYSO_HTML_DROP
#define FRAME (SAYSO_HTML_BLOCK | SAYSO_HTML_FRAME)

/* Sorted by name. What is not here stands within a line. */
static const struct
{
  const char *name;
  SaysoHtmlFlags flags;
} elements[] = {
  { "address", BLOCK },
  { "annotation", DROP },
  { "annotation-xml", DROP },
  { "applet", DROP },
  { "article", PARAGRAPH },
  { "aside", FRAME },
  { "audio", DROP },
  { "blockquote", PARAGRAPH },
  { "body", BLOCK },
  { "br", SAYSO_HTML_BREAK },
  { "button", DROP },
  { "canvas", DROP },
  { "caption", PARAGRAPH },
  { "center", BLOCK },
  { "datalist", DROP },
  { "dd", BLOCK | SAYSO_HTML_ITEM },
  { "details", PARAGRAPH },
  { "dialog", DROP },
  { "dir", PARAGRAPH },
  { "div", BLOCK },
  { "dl", PARAGRAPH },
  { "dt", BLOCK },
  { "embed", DROP },
  { "fieldset", BLOCK },
  { "figcaption", PARAGRAPH },
  { "figure", PARAGRAPH },
  { "footer", FRAME },
  { "form", FRAME },
  { "frameset", DROP },
  { "h1", HEADING },
  { "h2", HEADING },
  { "h3", HEADING },
  { "h4", HEADING },
  { "h5", HEADING },
  { "h6", HEADING },
  { "head", DROP },
  { "header", FRAME },
  { "hgroup", BLOCK },
  { "hr", PARAGRAPH },
  { "html", BLOCK },
  { "iframe", DROP },
  { "input", DROP },
  { "li", BLOCK | SAYSO_HTML_ITEM },
  { "link", DROP },
  { "listing", PARAGRAPH | SAYSO_HTML_PRE },
  { "main", PARAGRAPH },
  { "map", DROP },
  { "menu", FRAME },
  { "meta", DROP },
  { "nav", FRAME },
  { "noembed", DROP },
  { "noframes", DROP },
  { "noscript", DROP },
  { "object", DROP },
  { "ol", PARAGRAPH },
  { "option", DROP },
  { "p", PARAGRAPH },
  { "pre", PARAGRAPH | SAYSO_HTML_PRE },
  { "script", DROP },
  { "section", PARAGRAPH },
  { "select", DROP },
  { "style", DROP },
  { "summary", PARAGRAPH },
  { "svg", DROP },
  { "table", PARAGRAPH },
  { "tbody", BLOCK },
  { "td", SAYSO_HTML_CELL },
  { "template", DROP },
  { "textarea", DROP },
  { "tfoot", BLOCK },
  { "th", SAYSO_HTML_CELL },
  { "thead", BLOCK },
  { "title", DROP },
  { "tr", BLOCK },
  { "ul", PARAGRAPH },
  { "video", DROP },
  { "xmp", PARAGRAPH | SAYSO_HTML_PRE },
};

static int
compare_element (gconstpointer name, gconstpointer element)
{
  return strcmp (name, *(const char *const *) element);
}

/* What is known of an element is noted in the field that it has for applications: the tree is only read. */
#define KNOWN ((gsize) 1 << 30)
#define DROPPED ((gsize) 1 << 31)

/* The sign beside a heading that links to the heading itself. */
static gboolean
is_permalink (const xmlNode *node)
{
  const xmlNode *sign = node->children;
  const char *href =
      sign != NULL && sign->next == NULL && sign->type == XML_TEXT_NODE && node->name[0] == 'a' && node->name[1] == '\0'
          ? sayso_html_get_attribute (node, "href")
          : NULL;

  return href != NULL && *href == '#' &&
         (strcmp ((const char *) sign->content, "¶") == 0 || strcmp ((const char *) sign->content, "#") == 0);
}

static gsize
get_notes (const xmlNode *node)
{
  gsize notes = GPOINTER_TO_SIZE (node->_private);
  const char *const *found;

  if ((notes & KNOWN) || node->type != XML_ELEMENT_NODE)
    return notes;
  found = bsearch (node->name, elements, G_N_ELEMENTS (elements), sizeof elements[0], compare_element);
  notes |= KNOWN;
  if (found != NULL)
    notes |= elements[((const char *) found - (const char *) elements) / sizeof elements[0]].flags;
  if (is_permalink (node))
    notes |= SAYSO_HTML_DROP;
  ((xmlNode *) node)->_private = GSIZE_TO_POINTER (notes);

  return notes;
}

SaysoHtmlFlags
sayso_html_get_flags (const xmlNode *node)
{
  return get_notes (node) & (KNOWN - 1);
}

gboolean
sayso_html_is_element (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && *node->name == (guchar) *name &&
         strcmp ((const char *) node->name, name) == 0;
}

/* The value as it stands in the tree, with no copy: the parser leaves an attribute a single text. */
const char *
sayso_html_get_attribute (const xmlNode *node, const char *name)
{
  /* What is no element has its text in this place. */
  if (node->type != XML_ELEMENT_NODE)
    return NULL;
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (*attribute->name == (guchar) *name && strcmp ((const char *) attribute->name, name) == 0)
      return attribute->children != NULL && attribute->children->content != NULL
                 ? (const char *) attribute->children->content
                 : "";

  return NULL;
}

/* Whether @word is among the attribute's, which white space parts; letters count in either case. */
gboolean
sayso_html_attribute_has (const xmlNode *node, const char *name, const char *word)
{
  const char *value = sayso_html_get_attribute (node, name);
  gsize length = strlen (word);

  for (const char *p = value; p != NULL && *p != '\0';)
    {
      gsize n;

      p += strspn (p, " \t\r\n\f");
      n = strcspn (p, " \t\r\n\f");
      if (n == length && g_ascii_strncasecmp (p, word, n) == 0)
        return TRUE;
      p += n;
    }

  return FALSE;
}

/**
 * sayso_html_walk:
 * @root: where to begin
 * @enter: called for each element and text in order; returns whether to go into it
 * @leave: (nullable): called for each element gone into, after what is in it
 * @user_data: for both
 *
 * Goes through a tree of any depth without recursion.
 */
void
sayso_html_walk (xmlNode *root, SaysoHtmlEnterFunc enter, SaysoHtmlLeaveFunc leave, gpointer user_data)
{
  xmlNode *node = root;

  while (node != NULL)
    {
      gboolean relevant =
          node->type == XML_ELEMENT_NODE || node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;

      if (relevant && enter (node, user_data) && node->type == XML_ELEMENT_NODE)
        {
          if (node->children != NULL)
            {
              node = node->children;
              continue;
            }
          if (leave != NULL)
            leave (node, user_data);
        }
      while (node != root && node->next == NULL)
        {
          node = node->parent;
          if (leave != NULL)
            leave (node, user_data);
        }
      if (node == root)
        break;
      node = node->next;
    }
}

/**
 * sayso_html_drop:
 * @node: an element
 *
 * Leaves an element out of the text.
 */
void
sayso_html_drop (xmlNode *node)
{
  node->_private = GSIZE_TO_POINTER (get_notes (node) | DROPPED);
}

/* Takes it in again, as what it is now. */
void
sayso_html_keep (xmlNode *node)
{
  node->_private = NULL;
}

gboolean
sayso_html_is_dropped (const xmlNode *node)
{
  return (get_notes (node) & (DROPPED | SAYSO_HTML_DROP)) != 0;
}

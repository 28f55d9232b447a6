/* sayso-html-measure.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-html-private.h"

/* A block of at least so many characters, at most a third of them in links, is running text. */
#define RUNNING_CHARS 60

typedef struct
{
  GHashTable *blocks; /* xmlNode to SaysoHtmlBlock */
  SaysoHtmlBlock *block;
  guint links;
} Measure;

static gboolean
is_block (const xmlNode *node)
{
  return (sayso_html_get_flags (node) & (SAYSO_HTML_BLOCK | SAYSO_HTML_CELL)) != 0;
}

static gboolean
measure_enter (xmlNode *node, gpointer user_data)
{
  Measure *self = user_data;

  if (node->type != XML_ELEMENT_NODE)
    {
      guint chars = 0;

      for (const char *p = (const char *) node->content; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar c;

          if (g_ascii_isgraph (*p))
            {
              chars++;
              continue;
            }
          c = g_utf8_get_char (p);
          /* A Chinese or Japanese sign says as much as three letters. */
          chars += g_unichar_isspace (c) ? 0 : c >= 0x2e80 && g_unichar_isalpha (c) ? 3 : 1;
        }
      if (self->block != NULL)
        {
          self->block->own_chars += chars;
          self->block->own_link_chars += self->links > 0 ? chars : 0;
        }
      return FALSE;
    }
  if (sayso_html_is_dropped (node))
    return FALSE;

  self->links += sayso_html_is_element (node, "a");
  if (is_block (node))
    {
      SaysoHtmlBlock *block = g_new0 (SaysoHtmlBlock, 1);

      block->outer = self->block;
      self->block = block;
      g_hash_table_replace (self->blocks, node, block);
    }

  return TRUE;
}

static void
measure_leave (xmlNode *node, gpointer user_data)
{
  Measure *self = user_data;
  SaysoHtmlBlock *block = self->block;

  self->links -= sayso_html_is_element (node, "a");
  if (!is_block (node))
    return;

  block->chars += block->own_chars;
  block->link_chars += block->own_link_chars;
  if (block->own_chars >= RUNNING_CHARS && block->own_link_chars * SAYSO_HTML_LINK_SHARE < block->own_chars &&
      !(sayso_html_get_flags (node) & SAYSO_HTML_HEADING))
    block->running += block->own_chars;
  self->block = block->outer;
  if (block->outer != NULL)
    {
      block->outer->chars += block->chars;
      block->outer->link_chars += block->link_chars;
      block->outer->running += block->running;
    }
}

/**
 * sayso_html_measure:
 * @root: an element
 *
 * Measures its blocks: how much text is in them, how much of it in links, and how much is running text. A block of
 * some length, hardly any of it in links, is running text.
 *
 * Returns: (transfer full) (element-type xmlNode SaysoHtmlBlock): the measure of each block
 */
GHashTable *
sayso_html_measure (xmlNode *root)
{
  Measure self = { .blocks = g_hash_table_new_full (NULL, NULL, NULL, g_free) };

  sayso_html_walk (root, measure_enter, measure_leave, &self);

  return self.blocks;
}

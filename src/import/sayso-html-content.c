/* sayso-html-content.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-html-private.h"

#include <string.h>

/* A block of at least so many characters, at most a third of them in links, is running text. */
#define RUNNING_CHARS 60
#define LINK_SHARE 3

/* What looks like a part of the page's frame is kept when it holds at least this share of the running text. */
#define FRAME_PERCENT 40

/* Leaving the frame out must leave this share; else what looked like the frame was not. */
#define REST_PERCENT 20

/* An element that a page marks as the article is believed from this share of the running text on. */
#define MARKED_PERCENT 40

/* The way into nested containers goes on while one child holds this share of what its parent does. */
#define DESCEND_PERCENT 80

/* Words in a class or an id that tell a part of the page's frame, as whole words: "post-share", "relatedLinks". */
static const char frame_words[] =
    " ad ads advert advertisement adverts banner breadcrumb breadcrumbs byline comment comments consent cookie cookies "
    "copyright dialog disqus donate donation footer gdpr hidden infobox livefyre masthead menu metadata modal nav "
    "navbar "
    "navbox navigation newsletter newsletters noprint outbrain overlay pager pagination popup print promo promoted "
    "promotion recirc recirculation recommendation recommendations recommended related share sharebar sharedaddy "
    "sharing shares sidebar signup skip social sponsor sponsored subscribe subscription taboola taglist tags "
    "teaser teasers toolbar trending widget widgets ";

/* And such as tell the article itself. */
static const char article_words[] =
    " articlebody articlecontent articletext bodytext entrycontent postbody postcontent storybody storycontent "
    "storytext articlebodytext articlecontentbody ";

/**
 * Block:
 * @outer: the block it stands in
 * @chars: characters in it other than white space, without those of dropped elements
 * @link_chars: those of them in links
 * @own_chars: those in none of its inner blocks
 * @own_link_chars: and in links
 * @running: characters of running text in it
 *
 * The measure of a block element.
 */
typedef struct _Block
{
  struct _Block *outer;
  guint chars;
  guint link_chars;
  guint own_chars;
  guint own_link_chars;
  guint running;
} Block;

typedef struct
{
  GHashTable *blocks; /* xmlNode to Block */
  Block *block;
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
        chars += !g_unichar_isspace (g_utf8_get_char (p));
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
      Block *block = g_new0 (Block, 1);

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
  Block *block = self->block;

  self->links -= sayso_html_is_element (node, "a");
  if (!is_block (node))
    return;

  block->chars += block->own_chars;
  block->link_chars += block->own_link_chars;
  if (block->own_chars >= RUNNING_CHARS && block->own_link_chars * LINK_SHARE < block->own_chars &&
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

static GHashTable *
measure (xmlNode *root)
{
  Measure self = { .blocks = g_hash_table_new_full (NULL, NULL, NULL, g_free) };

  sayso_html_walk (root, measure_enter, measure_leave, &self);

  return self.blocks;
}

/* Whether one of the words that make up a name ("post-share", "relatedLinks") is in the list. */
gboolean
sayso_html_names_word (const char *value, const char *list)
{
  g_autoptr (GString) word = g_string_new (" ");

  for (const char *p = value; p != NULL; p++)
    {
      gboolean inside = g_ascii_isalpha (*p);

      if (word->len > 1 && (!inside || (g_ascii_isupper (*p) && g_ascii_islower (p[-1]))))
        {
          g_string_append_c (word, ' ');
          if (strstr (list, word->str) != NULL)
            return TRUE;
          g_string_truncate (word, 1);
        }
      if (*p == '\0')
        break;
      if (inside)
        g_string_append_c (word, g_ascii_tolower (*p));
    }

  return FALSE;
}

/* Whether one of the names in a class, its hyphens and capitals left aside ("entry-content"), is in the list. */
static gboolean
names_whole (const char *value, const char *list)
{
  g_autoptr (GString) name = g_string_new (" ");

  for (const char *p = value; p != NULL; p++)
    {
      if (*p != '\0' && !g_ascii_isspace (*p))
        {
          if (g_ascii_isalpha (*p))
            g_string_append_c (name, g_ascii_tolower (*p));
          continue;
        }
      g_string_append_c (name, ' ');
      if (name->len > 2 && strstr (list, name->str) != NULL)
        return TRUE;
      g_string_truncate (name, 1);
      if (*p == '\0')
        break;
    }

  return FALSE;
}

static gboolean
is_hidden (const xmlNode *node)
{
  const char *style = sayso_html_get_attribute (node, "style"),
             *hidden = sayso_html_get_attribute (node, "aria-hidden");
  const char *display = style != NULL ? strstr (style, "display") : NULL;

  if (sayso_html_get_attribute (node, "hidden") != NULL || (hidden != NULL && g_str_equal (hidden, "true")))
    return TRUE;
  if (display == NULL)
    return FALSE;
  display += strlen ("display");
  display += strspn (display, " :");

  return g_str_has_prefix (display, "none");
}

gboolean
sayso_html_is_frame (const xmlNode *node)
{
  static const char *const roles[] = { "navigation",    "banner", "contentinfo", "search",
                                       "complementary", "dialog", "menu",        "alert" };

  if (sayso_html_get_flags (node) & SAYSO_HTML_FRAME)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (sayso_html_attribute_has (node, "role", roles[i]))
      return TRUE;
  /* These carry the article's own categories and the page's settings in their classes. */
  if (sayso_html_is_element (node, "article") || sayso_html_is_element (node, "main") ||
      sayso_html_is_element (node, "body") || sayso_html_is_element (node, "html"))
    return FALSE;

  return sayso_html_names_word (sayso_html_get_attribute (node, "class"), frame_words) ||
         sayso_html_names_word (sayso_html_get_attribute (node, "id"), frame_words);
}

typedef struct
{
  GHashTable *blocks;
  guint total;
} Pruner;

static gboolean
drop_frame (xmlNode *node, gpointer user_data)
{
  Pruner *self = user_data;
  Block *block;
  guint running;

  if (node->type != XML_ELEMENT_NODE || sayso_html_is_dropped (node))
    return FALSE;
  block = g_hash_table_lookup (self->blocks, node);
  running = block != NULL ? block->running : 0;
  if (is_hidden (node) && running * 100 < self->total * FRAME_PERCENT)
    {
      sayso_html_drop (node);
      return FALSE;
    }
  if (!sayso_html_is_frame (node) || (running > 0 && running * 100 >= self->total * FRAME_PERCENT))
    return TRUE;
  /* What heads an article may hold its lead. */
  if (running > 0 && (sayso_html_is_element (node, "header") || sayso_html_is_element (node, "form")))
    return TRUE;

  sayso_html_drop (node);
  return FALSE;
}

static gboolean
keep (xmlNode *node, gpointer user_data)
{
  node->_private = NULL;

  return TRUE;
}

typedef struct
{
  GHashTable *blocks;
  xmlNode *best[3];
  guint running[3];
} Marked;

static gboolean
find_marked (xmlNode *node, gpointer user_data)
{
  Marked *self = user_data;
  Block *block = g_hash_table_lookup (self->blocks, node);
  guint kind;

  if (block == NULL)
    return node->type == XML_ELEMENT_NODE && !sayso_html_is_dropped (node);

  if (sayso_html_attribute_has (node, "itemprop", "articleBody") ||
      names_whole (sayso_html_get_attribute (node, "class"), article_words) ||
      names_whole (sayso_html_get_attribute (node, "id"), article_words))
    kind = 0;
  else if (sayso_html_is_element (node, "article"))
    kind = 1;
  else if (sayso_html_is_element (node, "main") || sayso_html_attribute_has (node, "role", "main"))
    kind = 2;
  else
    return TRUE;

  if (block->running > self->running[kind])
    {
      self->running[kind] = block->running;
      self->best[kind] = node;
    }

  return TRUE;
}

/* What holds a paragraph, and never an article. */
static gboolean
is_paragraph (const xmlNode *node)
{
  return sayso_html_is_element (node, "p") || sayso_html_is_element (node, "blockquote") ||
         (sayso_html_get_flags (node) & (SAYSO_HTML_ITEM | SAYSO_HTML_PRE | SAYSO_HTML_HEADING)) != 0;
}

/* From where most of the text stands down to the innermost element that still holds most of it. */
static xmlNode *
choose (xmlNode *root, GHashTable *blocks)
{
  Marked marked = { .blocks = blocks };
  Block *block = g_hash_table_lookup (blocks, root);
  guint total = block != NULL ? block->running : 0;
  xmlNode *chosen = root;

  sayso_html_walk (root, find_marked, NULL, &marked);
  for (guint i = 0; i < G_N_ELEMENTS (marked.best); i++)
    if (marked.running[i] > 0 && marked.running[i] * 100 >= total * MARKED_PERCENT)
      return marked.best[i];

  for (xmlNode *next = root; next != NULL && total > 0;)
    {
      xmlNode *largest = NULL;
      guint most = 0;

      chosen = next;
      total = ((Block *) g_hash_table_lookup (blocks, chosen))->running;
      for (xmlNode *child = chosen->children; child != NULL; child = child->next)
        {
          block = g_hash_table_lookup (blocks, child);
          if (block != NULL && block->running > most && !is_paragraph (child))
            {
              most = block->running;
              largest = child;
            }
        }
      next = most * 100 >= total * DESCEND_PERCENT ? largest : NULL;
    }

  return chosen;
}

static xmlNode *
previous_element (xmlNode *node)
{
  do
    node = node->prev;
  while (node != NULL && node->type != XML_ELEMENT_NODE);

  return node;
}

/* Blocks of links, with the heading over them. */
static gboolean
drop_links (xmlNode *node, gpointer user_data)
{
  GHashTable *blocks = user_data;
  Block *block = g_hash_table_lookup (blocks, node);
  xmlNode *heading;

  if (node->type != XML_ELEMENT_NODE || sayso_html_is_dropped (node))
    return FALSE;
  if (block == NULL || block->running > 0 || block->chars == 0 || block->link_chars * 10 < block->chars * 7 ||
      (sayso_html_get_flags (node) & (SAYSO_HTML_HEADING | SAYSO_HTML_ITEM | SAYSO_HTML_CELL)))
    return TRUE;

  sayso_html_drop (node);
  heading = previous_element (node);
  if (heading != NULL && (sayso_html_get_flags (heading) & SAYSO_HTML_HEADING))
    sayso_html_drop (heading);
  return FALSE;
}

/* The heading that only repeats the title. */
static gboolean
drop_title (xmlNode *node, gpointer user_data)
{
  const char *title = user_data;
  g_autofree char *line = NULL;

  if (node->type != XML_ELEMENT_NODE || sayso_html_is_dropped (node))
    return FALSE;
  if (!(sayso_html_get_flags (node) & SAYSO_HTML_HEADING))
    return TRUE;
  line = sayso_html_render_line (node);
  if (g_strcmp0 (line, title) == 0)
    sayso_html_drop (node);

  return FALSE;
}

static gboolean
open_noscript (xmlNode *node, gpointer user_data)
{
  if (sayso_html_is_element (node, "noscript"))
    xmlNodeSetName (node, (const xmlChar *) "div");
  node->_private = NULL;

  return TRUE;
}

static GString *
read_article (xmlNode *root, const char *title)
{
  g_autoptr (GHashTable) whole = measure (root);
  g_autoptr (GHashTable) rest = NULL;
  Block *page = g_hash_table_lookup (whole, root);
  Pruner pruner = { whole, page != NULL ? page->running : 0 };
  xmlNode *chosen;

  if (pruner.total == 0)
    return sayso_html_render (root);

  sayso_html_walk (root, drop_frame, NULL, &pruner);
  rest = measure (root);
  page = g_hash_table_lookup (rest, root);
  if (page == NULL || page->running * 100 < pruner.total * REST_PERCENT)
    {
      sayso_html_walk (root, keep, NULL, NULL);
      g_hash_table_unref (rest);
      rest = measure (root);
    }
  chosen = choose (root, rest);
  sayso_html_walk (chosen, drop_links, NULL, rest);
  if (title != NULL)
    sayso_html_walk (chosen, drop_title, NULL, (gpointer) title);

  return sayso_html_render (chosen);
}

/**
 * sayso_html_read_article:
 * @root: a page's root element
 * @title: (nullable): the article's title
 *
 * Takes the text of the article and leaves the page around it: navigation, comments, related links, notices. What a
 * page marks as its article is believed where most of its running text is there; else the innermost element that
 * holds most of it is taken. The title is metadata, and not repeated.
 *
 * Returns: (transfer full): the text; the whole page's where nothing in it is running text
 */
GString *
sayso_html_read_article (xmlNode *root, const char *title)
{
  GString *text = read_article (root, title);

  if (text->len > 0)
    return text;

  /* Some pages are written for readers without scripts as a whole. */
  g_string_free (text, TRUE);
  sayso_html_walk (root, open_noscript, NULL, NULL);

  return read_article (root, title);
}

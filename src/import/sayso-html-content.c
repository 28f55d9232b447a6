/* sayso-html-content.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-html-private.h"

#include <string.h>

/* Where a lead is looked for, and how long it can be. */
#define LEAD_LEVELS 4
#define LEAD_CHARS 900

/* Longer paragraphs are not looked at as appeals. */
#define APPEAL_CHARS 300

/* What looks like a part of the page's frame is kept when it holds at least this share of the running text. */
#define FRAME_PERCENT 60

/* Leaving the frame out must leave this share; else what looked like the frame was not. */
#define REST_PERCENT 20

/* An element that a page marks as the article is believed from this share of the running text on. */
#define MARKED_PERCENT 40

/* One of many elements marked as the body is the whole body when it holds this share of all of them. */
#define WHOLE_PERCENT 85

/* The way into nested containers goes on while one child holds this share of what its parent does. */
#define DESCEND_PERCENT 80

/* Words in a class or an id that tell the article itself. */
static const char article_words[] =
    " articlebody articlecontent articletext bodytext entrycontent postbody postcontent storybody storycontent "
    "storytext articlebodytext articlecontentbody articlebodycontent storybodytext ";

/* What stands between the title and the text and belongs to it. */
static const char lead_words[] = " abstract chapo dek deck description excerpt intro introduction kicker lead lede "
                                 "standfirst subhead subheadline subline subtitle summary teaser vorspann ";

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

typedef struct
{
  GHashTable *blocks;
  guint total;
} Pruner;

static gboolean
drop_frame (xmlNode *node, gpointer user_data)
{
  Pruner *self = user_data;
  SaysoHtmlBlock *block;
  guint running;

  if (node->type != XML_ELEMENT_NODE || sayso_html_is_dropped (node))
    return FALSE;
  block = g_hash_table_lookup (self->blocks, node);
  running = block != NULL ? block->running : 0;
  if (sayso_html_is_hidden (node) && running * 100 < self->total * FRAME_PERCENT)
    {
      sayso_html_drop (node);
      return FALSE;
    }
  if (!sayso_html_is_frame (node) ||
      (running > 0 && running * 100 >= self->total * FRAME_PERCENT && !sayso_html_is_dialog (node)))
    return TRUE;
  if (running > 0 && block->link_chars == 0 && sayso_html_is_weak_frame (node))
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
  sayso_html_keep (node);

  return TRUE;
}

typedef struct
{
  GHashTable *blocks;
  xmlNode *best[3];
  guint running[3];
  xmlNode *last;   /* of those marked as body, the last that is in no other */
  xmlNode *union_; /* the innermost element that all of them are in */
  guint sum;
  xmlNode *post;  /* of the article elements that are no teasers, the last that is in no other */
  xmlNode *posts; /* the innermost element that all of them are in */
  guint n_posts;
  guint in_posts; /* running text in them */
  const char *title;
  gboolean titled; /* one of them has the title in it */
} Marked;

static guint
depth_of (const xmlNode *node)
{
  guint depth = 0;

  for (; node != NULL; node = node->parent)
    depth++;

  return depth;
}

static xmlNode *
common_ancestor (xmlNode *a, xmlNode *b)
{
  guint depth_a = depth_of (a), depth_b = depth_of (b);

  for (; depth_a > depth_b; depth_a--)
    a = a->parent;
  for (; depth_b > depth_a; depth_b--)
    b = b->parent;
  for (; a != b; a = a->parent)
    b = b->parent;

  return a;
}

static gboolean
is_within (const xmlNode *node, const xmlNode *outer)
{
  for (; node != NULL; node = node->parent)
    if (node == outer)
      return TRUE;

  return FALSE;
}

static gboolean
find_linked_heading (xmlNode *node, gpointer user_data)
{
  gboolean *found = user_data;

  if (node->type != XML_ELEMENT_NODE || sayso_html_is_dropped (node))
    return FALSE;
  if (sayso_html_get_flags (node) & SAYSO_HTML_HEADING)
    {
      for (const xmlNode *child = node->children; child != NULL; child = child->next)
        *found |= sayso_html_is_element (child, "a");
      *found |= node->parent != NULL && sayso_html_is_element (node->parent, "a");
    }

  return !*found;
}

/* The posts of a live report stand side by side, and below its title; a teaser's heading is a link. */
static void
add_post (Marked *self, xmlNode *node, guint running)
{
  gboolean teaser = FALSE;

  if (running == 0 || (self->post != NULL && is_within (node, self->post)))
    return;
  sayso_html_walk (node, find_linked_heading, NULL, &teaser);
  if (teaser)
    return;
  self->posts = self->posts != NULL ? common_ancestor (self->posts, node) : node;
  self->post = node;
  self->n_posts++;
  self->in_posts += running;
  self->titled |= sayso_html_holds_title (node, self->title);
}

static gboolean
find_marked (xmlNode *node, gpointer user_data)
{
  Marked *self = user_data;
  SaysoHtmlBlock *block = g_hash_table_lookup (self->blocks, node);
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

  if (kind == 0 && block->running > 0 && (self->last == NULL || !is_within (node, self->last)))
    {
      self->sum += block->running;
      self->union_ = self->union_ != NULL ? common_ancestor (self->union_, node) : node;
      self->last = node;
    }
  if (kind == 1)
    add_post (self, node, block->running);
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

/* The head of a post tells when it was written, and what it is about. */
static gboolean
keep_heads (xmlNode *node, gpointer user_data)
{
  if (sayso_html_is_element (node, "header"))
    sayso_html_keep (node);

  return node->type == XML_ELEMENT_NODE && !sayso_html_is_dropped (node);
}

/* From where most of the text stands down to the innermost element that still holds most of it. */
static xmlNode *
choose (xmlNode *root, GHashTable *blocks, const char *title)
{
  Marked marked = { .blocks = blocks, .title = title };
  SaysoHtmlBlock *block = g_hash_table_lookup (blocks, root);
  guint total = block != NULL ? block->running : 0;
  xmlNode *chosen = root;

  sayso_html_walk (root, find_marked, NULL, &marked);
  /* Some mark every piece of the body. */
  if (marked.sum * 100 >= total * MARKED_PERCENT && marked.running[0] * 100 < marked.sum * WHOLE_PERCENT &&
      (block = g_hash_table_lookup (blocks, marked.union_)) != NULL)
    return marked.union_;
  if (marked.running[0] * 100 < total * MARKED_PERCENT && marked.n_posts > 1 && title != NULL && !marked.titled &&
      marked.in_posts * 100 >= total * MARKED_PERCENT && marked.running[1] * 100 < marked.in_posts * WHOLE_PERCENT)
    {
      sayso_html_walk (marked.posts, keep_heads, NULL, NULL);
      return marked.posts;
    }
  for (guint i = 0; i < G_N_ELEMENTS (marked.best); i++)
    if (marked.running[i] > 0 && marked.running[i] * 100 >= total * MARKED_PERCENT)
      return marked.best[i];

  for (xmlNode *next = root; next != NULL && total > 0;)
    {
      xmlNode *largest = NULL;
      guint most = 0;

      chosen = next;
      total = ((SaysoHtmlBlock *) g_hash_table_lookup (blocks, chosen))->running;
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
  SaysoHtmlBlock *block = g_hash_table_lookup (blocks, node);
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
drop_notices (xmlNode *node, gpointer user_data)
{
  GHashTable *blocks = user_data;
  SaysoHtmlBlock *block = g_hash_table_lookup (blocks, node);
  g_autofree char *line = NULL;

  if (node->type != XML_ELEMENT_NODE || sayso_html_is_dropped (node))
    return FALSE;
  if (block == NULL || block->chars > APPEAL_CHARS)
    return TRUE;
  line = sayso_html_render_line (node);
  if (sayso_html_is_notice (line))
    {
      sayso_html_drop (node);
      return FALSE;
    }

  return block->chars > block->own_chars;
}

typedef struct
{
  GHashTable *blocks;
  const xmlNode *chosen;
  GPtrArray *leads;
} LeadFinder;

static gboolean
find_leads (xmlNode *node, gpointer user_data)
{
  LeadFinder *self = user_data;
  SaysoHtmlBlock *block = g_hash_table_lookup (self->blocks, node);
  gboolean lead;

  if (node == self->chosen || node->type != XML_ELEMENT_NODE || sayso_html_is_dropped (node))
    return FALSE;
  if (block == NULL || block->chars == 0)
    return TRUE;
  if (is_within (self->chosen, node))
    return TRUE;
  if (block->running == 0 || block->link_chars * SAYSO_HTML_LINK_SHARE >= block->chars ||
      (sayso_html_get_flags (node) & (SAYSO_HTML_HEADING | SAYSO_HTML_ITEM)))
    return block->running > 0;

  lead = sayso_html_names_word (sayso_html_get_attribute (node, "class"), lead_words) ||
         sayso_html_names_word (sayso_html_get_attribute (node, "id"), lead_words) ||
         (sayso_html_is_element (node, "p") && node->parent != NULL && sayso_html_is_element (node->parent, "header"));
  if (!lead || block->chars > LEAD_CHARS)
    return TRUE;
  g_ptr_array_add (self->leads, node);

  return FALSE;
}

/* The lead stands in the head of the article, outside what is marked as its body. */
static GPtrArray *
leads_of (xmlNode *chosen, GHashTable *blocks)
{
  GPtrArray *leads = g_ptr_array_new ();
  LeadFinder finder = { blocks, chosen, leads };
  xmlNode *outer = chosen;

  for (guint i = 0; i < LEAD_LEVELS && outer->parent != NULL && outer->parent->type == XML_ELEMENT_NODE &&
                    !sayso_html_is_element (outer->parent, "html");
       i++)
    {
      outer = outer->parent;
      if (sayso_html_is_element (outer, "article") || sayso_html_is_element (outer, "main"))
        break;
    }
  if (outer == chosen || sayso_html_is_element (chosen, "body"))
    return leads;

  /* Only what comes before: what follows is another article's. */
  for (xmlNode *node = outer; node != chosen;)
    {
      xmlNode *inner = NULL;

      for (xmlNode *child = node->children; child != NULL && inner == NULL; child = child->next)
        if (is_within (chosen, child))
          inner = child;
        else if (child->type == XML_ELEMENT_NODE)
          sayso_html_walk (child, find_leads, NULL, &finder);
      node = inner;
    }

  return leads;
}

static gboolean
open_noscript (xmlNode *node, gpointer user_data)
{
  if (sayso_html_is_element (node, "noscript"))
    xmlNodeSetName (node, (const xmlChar *) "div");
  sayso_html_keep (node);

  return TRUE;
}

static void
append_block (GString *text, xmlNode *node)
{
  GString *block = sayso_html_render (node);

  if (text->len > 0 && block->len > 0)
    g_string_append (text, "\n\n");
  g_string_append_len (text, block->str, block->len);
  g_string_free (block, TRUE);
}

static GString *
read_article (xmlNode *root, const char *title, gboolean cookies)
{
  g_autoptr (GPtrArray) leads = NULL;
  GString *text;
  g_autoptr (GHashTable) whole = sayso_html_measure (root);
  g_autoptr (GHashTable) rest = NULL;
  SaysoHtmlBlock *page;
  Pruner pruner = { 0 };
  xmlNode *chosen;

  if (cookies && sayso_html_drop_consent (root, whole, title))
    {
      g_hash_table_unref (whole);
      whole = sayso_html_measure (root);
    }
  page = g_hash_table_lookup (whole, root);
  pruner = (Pruner) { whole, page != NULL ? page->running : 0 };
  if (pruner.total == 0)
    return sayso_html_render (root);

  sayso_html_walk (root, drop_frame, NULL, &pruner);
  rest = sayso_html_measure (root);
  page = g_hash_table_lookup (rest, root);
  if (page == NULL || page->running * 100 < pruner.total * REST_PERCENT)
    {
      sayso_html_walk (root, keep, NULL, NULL);
      if (cookies)
        sayso_html_drop_consent (root, whole, title);
      g_hash_table_unref (rest);
      rest = sayso_html_measure (root);
    }
  chosen = choose (root, rest, title);
  leads = leads_of (chosen, rest);
  sayso_html_walk (chosen, drop_links, NULL, rest);
  sayso_html_walk (chosen, drop_notices, NULL, rest);
  if (title != NULL)
    sayso_html_walk (chosen, drop_title, NULL, (gpointer) title);

  text = g_string_new (NULL);
  for (guint i = 0; i < leads->len; i++)
    append_block (text, g_ptr_array_index (leads, i));
  append_block (text, chosen);

  return text;
}

/**
 * sayso_html_read_article:
 * @root: a page's root element
 * @title: (nullable): the article's title
 * @cookies: whether the page speaks of cookies anywhere
 *
 * Takes the text of the article and leaves the page around it: navigation, comments, related links, notices. What a
 * page marks as its article is believed where most of its running text is there; else the innermost element that
 * holds most of it is taken. The title is metadata, and not repeated.
 *
 * Returns: (transfer full): the text; the whole page's where nothing in it is running text
 */
GString *
sayso_html_read_article (xmlNode *root, const char *title, gboolean cookies)
{
  GString *text = read_article (root, title, cookies);

  if (text->len > 0)
    return text;

  /* Some pages are written for readers without scripts as a whole. */
  g_string_free (text, TRUE);
  sayso_html_walk (root, open_noscript, NULL, NULL);

  return read_article (root, title, cookies);
}

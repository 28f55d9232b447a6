/* sayso-html-metadata.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-html-private.h"

#include <stdio.h>
#include <string.h>

/* Where pages tell a fact in a meta element, the most reliable first; JSON-LD ranks before all of them. */
static const struct
{
  SaysoHtmlFact fact;
  guint rank;
  const char *key;
} keys[] = {
  { SAYSO_HTML_TITLE, 10, "og:title" },
  { SAYSO_HTML_TITLE, 11, "twitter:title" },
  { SAYSO_HTML_TITLE, 12, "dc.title" },
  { SAYSO_HTML_TITLE, 9, "dc:title" },
  { SAYSO_HTML_TITLE, 12, "dcterms.title" },
  { SAYSO_HTML_TITLE, 9, "dcterms:title" },
  { SAYSO_HTML_TITLE, 12, "citation_title" },
  { SAYSO_HTML_TITLE, 13, "headline" },
  { SAYSO_HTML_TITLE, 13, "parsely-title" },
  { SAYSO_HTML_TITLE, 14, "title" },
  { SAYSO_HTML_AUTHOR, 10, "author" },
  { SAYSO_HTML_AUTHOR, 11, "article:author" },
  { SAYSO_HTML_AUTHOR, 11, "article:author_name" },
  { SAYSO_HTML_AUTHOR, 11, "og:article:author" },
  { SAYSO_HTML_AUTHOR, 11, "citation_author" },
  { SAYSO_HTML_AUTHOR, 12, "dc.creator" },
  { SAYSO_HTML_AUTHOR, 9, "dc:creator" },
  { SAYSO_HTML_AUTHOR, 12, "dcterms.creator" },
  { SAYSO_HTML_AUTHOR, 9, "dcterms:creator" },
  { SAYSO_HTML_AUTHOR, 13, "byl" },
  { SAYSO_HTML_AUTHOR, 13, "byline" },
  { SAYSO_HTML_AUTHOR, 13, "parsely-author" },
  { SAYSO_HTML_AUTHOR, 13, "sailthru.author" },
  { SAYSO_HTML_AUTHOR, 13, "article_author" },
  { SAYSO_HTML_AUTHOR, 13, "authors" },
  { SAYSO_HTML_AUTHOR, 13, "cxenseparse:author" },
  { SAYSO_HTML_AUTHOR, 13, "shareaholic:article_author_name" },
  { SAYSO_HTML_AUTHOR, 14, "twitter:creator_name" },
  { SAYSO_HTML_PUBLISHER, 10, "og:site_name" },
  { SAYSO_HTML_PUBLISHER, 12, "citation_journal_title" },
  { SAYSO_HTML_PUBLISHER, 13, "dc.publisher" },
  { SAYSO_HTML_PUBLISHER, 13, "dc:publisher" },
  { SAYSO_HTML_PUBLISHER, 14, "application-name" },
  { SAYSO_HTML_URL, 11, "og:url" },
  { SAYSO_HTML_PUBLISHED, 10, "article:published_time" },
  { SAYSO_HTML_PUBLISHED, 11, "og:article:published_time" },
  { SAYSO_HTML_PUBLISHED, 11, "og:published_time" },
  { SAYSO_HTML_PUBLISHED, 11, "article:published" },
  { SAYSO_HTML_PUBLISHED, 11, "article.published" },
  { SAYSO_HTML_PUBLISHED, 12, "datepublished" },
  { SAYSO_HTML_PUBLISHED, 13, "parsely-pub-date" },
  { SAYSO_HTML_PUBLISHED, 13, "sailthru.date" },
  { SAYSO_HTML_PUBLISHED, 13, "pubdate" },
  { SAYSO_HTML_PUBLISHED, 13, "pub_date" },
  { SAYSO_HTML_PUBLISHED, 13, "publishdate" },
  { SAYSO_HTML_PUBLISHED, 13, "publish_date" },
  { SAYSO_HTML_PUBLISHED, 13, "publish-date" },
  { SAYSO_HTML_PUBLISHED, 13, "published-date" },
  { SAYSO_HTML_PUBLISHED, 13, "publication_date" },
  { SAYSO_HTML_PUBLISHED, 13, "article_date_original" },
  { SAYSO_HTML_PUBLISHED, 13, "citation_publication_date" },
  { SAYSO_HTML_PUBLISHED, 14, "dc.date.issued" },
  { SAYSO_HTML_PUBLISHED, 14, "dcterms.issued" },
  { SAYSO_HTML_PUBLISHED, 15, "dc.date" },
  { SAYSO_HTML_PUBLISHED, 15, "dc:date" },
  { SAYSO_HTML_PUBLISHED, 15, "dc.date.created" },
  { SAYSO_HTML_PUBLISHED, 15, "dcterms.created" },
  { SAYSO_HTML_PUBLISHED, 15, "dcterms:created" },
  { SAYSO_HTML_PUBLISHED, 15, "dcterms.date" },
  { SAYSO_HTML_PUBLISHED, 15, "date" },
  { SAYSO_HTML_PUBLISHED, 13, "bt:pubdate" },
  { SAYSO_HTML_PUBLISHED, 13, "cxenseparse:recs:publishtime" },
  { SAYSO_HTML_PUBLISHED, 13, "shareaholic:article_published_time" },
  { SAYSO_HTML_PUBLISHED, 13, "article-publication-date" },
  { SAYSO_HTML_PUBLISHED, 13, "originalpublicationdate" },
  { SAYSO_HTML_PUBLISHED, 13, "rnews:datepublished" },
  { SAYSO_HTML_PUBLISHED, 13, "ptime" },
  { SAYSO_HTML_PUBLISHED, 14, "citation_date" },
  { SAYSO_HTML_PUBLISHED, 14, "citation_online_date" },
  { SAYSO_HTML_PUBLISHED, 15, "dcterms.issued" },
  { SAYSO_HTML_PUBLISHED, 15, "datecreated" },
  { SAYSO_HTML_PUBLISHED, 30, "article:modified_time" },
  { SAYSO_HTML_PUBLISHED, 30, "datemodified" },
  { SAYSO_HTML_PUBLISHED, 30, "dateupdate" },
  { SAYSO_HTML_PUBLISHED, 31, "og:updated_time" },
  { SAYSO_HTML_PUBLISHED, 31, "dc.date.modified" },
  { SAYSO_HTML_PUBLISHED, 31, "dcterms.modified" },
  { SAYSO_HTML_PUBLISHED, 32, "last-modified" },
  { SAYSO_HTML_LANGUAGE, 11, "og:locale" },
  { SAYSO_HTML_LANGUAGE, 11, "content-language" },
};

/* Ranks of what is told elsewhere than in meta elements; see also sayso-html-marks.c. */
enum
{
  RANK_JSON_LD = 0,
  RANK_ROOT = 5,
  RANK_LINK = 9,
  RANK_LABELLED = 14,
  RANK_MICRODATA = 16,
  RANK_ADDRESS = 17,
  RANK_TITLE = 21,
  RANK_PICTURE = 35,
};

/* Ranks are below this. */
#define RANK_NONE 99

typedef struct
{
  SaysoHtmlFacts facts;
  char *head_title;
  char *picture; /* its address */
  gboolean name_follows;
  GPtrArray *headings;
} Reader;

/* A page with more headings is an index; its own comes early. */
#define MAX_HEADINGS 200

/* Libraries write "Marsh, Ada". */
static void
propose_key (SaysoHtmlFacts *facts, guint k, guint rank, const char *content)
{
  g_autofree char *value = NULL;

  if (keys[k].fact == SAYSO_HTML_AUTHOR &&
      (g_str_has_prefix (keys[k].key, "dc") || g_str_has_prefix (keys[k].key, "citation")))
    {
      g_autoptr (GRegex) inverted = g_regex_new ("^\\s*([^\\s,]+),\\s*([^,]+)$", 0, 0, NULL);

      value = g_regex_replace (inverted, content, -1, 0, "\\2 \\1", 0, NULL);
    }
  sayso_html_propose (facts, keys[k].fact, rank, value != NULL ? value : content);
}

static void
read_meta (Reader *self, xmlNode *node)
{
  enum
  {
    ITEMPROP = 2
  };
  static const char *const attributes[] = { "property", "name", [ITEMPROP] = "itemprop", "http-equiv" };
  const char *content = sayso_html_get_attribute (node, "content");

  /* "Written by" in one, the name in the next. */
  if (content != NULL && self->name_follows && sayso_html_attribute_has (node, "name", "twitter:data1"))
    sayso_html_propose (&self->facts, SAYSO_HTML_AUTHOR, RANK_LABELLED, content);
  self->name_follows = content != NULL && sayso_html_attribute_has (node, "name", "twitter:label1") &&
                       g_ascii_strcasecmp (content, "written by") == 0;
  if (content != NULL && self->picture == NULL && sayso_html_attribute_has (node, "property", "og:image"))
    self->picture = g_strdup (content);
  for (guint i = 0; content != NULL && i < G_N_ELEMENTS (attributes); i++)
    {
      const char *key = sayso_html_get_attribute (node, attributes[i]);

      for (guint k = 0; key != NULL && k < G_N_ELEMENTS (keys); k++)
        if (sayso_html_attribute_has (node, attributes[i], keys[k].key))
          /* A property of some thing on the page, not always of the article. */
          propose_key (&self->facts, k, i == ITEMPROP ? MAX (keys[k].rank, RANK_MICRODATA) : keys[k].rank, content);
    }
}

static void
propose_rendered (Reader *self, SaysoHtmlFact fact, guint rank, xmlNode *node, gsize longest)
{
  g_autofree char *line = NULL;

  if (rank >= self->facts.rank[fact])
    return;
  line = sayso_html_render_line (node);
  if (strlen (line) <= longest)
    sayso_html_propose (&self->facts, fact, rank, line);
}

static void
read_time (Reader *self, xmlNode *node)
{
  const char *datetime = sayso_html_get_attribute (node, "datetime");

  if (!sayso_html_attribute_has (node, "itemprop", "datePublished") &&
      sayso_html_get_attribute (node, "pubdate") == NULL)
    return;
  if (datetime != NULL)
    sayso_html_propose (&self->facts, SAYSO_HTML_PUBLISHED, RANK_MICRODATA, datetime);
  else
    propose_rendered (self, SAYSO_HTML_PUBLISHED, RANK_MICRODATA, node, 80);
}

static void
heading_free (gpointer data)
{
  SaysoHtmlHeading *heading = data;

  g_free (heading->line);
  g_free (heading);
}

static gboolean
is_in_frame (const xmlNode *node)
{
  for (guint depth = 0; node != NULL && node->type == XML_ELEMENT_NODE && depth < 12; node = node->parent, depth++)
    if (!sayso_html_is_element (node, "header") && sayso_html_is_frame (node))
      return TRUE;

  return FALSE;
}

static void
read_heading (Reader *self, xmlNode *node)
{
  SaysoHtmlHeading *heading;

  if (self->headings->len >= MAX_HEADINGS)
    return;
  heading = g_new0 (SaysoHtmlHeading, 1);
  heading->line = sayso_html_render_line (node);
  heading->level = node->name[1] - '0';
  heading->frame = is_in_frame (node);
  heading->marked = heading->level == 1 && sayso_html_attribute_has (node, "itemprop", "headline");
  g_ptr_array_add (self->headings, heading);
}

static gboolean
read_node (xmlNode *node, gpointer user_data)
{
  Reader *self = user_data;
  const char *href;

  if (node->type != XML_ELEMENT_NODE)
    return FALSE;

  if (sayso_html_is_element (node, "meta"))
    read_meta (self, node);
  else if (sayso_html_is_element (node, "link") && sayso_html_attribute_has (node, "rel", "canonical"))
    {
      if ((href = sayso_html_get_attribute (node, "href")) != NULL)
        sayso_html_propose (&self->facts, SAYSO_HTML_URL, RANK_LINK, href);
    }
  else if (sayso_html_is_element (node, "script"))
    {
      const char *type = sayso_html_get_attribute (node, "type");

      if (type != NULL && g_ascii_strncasecmp (type, "application/ld+json", strlen ("application/ld+json")) == 0 &&
          node->children != NULL && node->children->content != NULL)
        sayso_html_read_json_ld (&self->facts, RANK_JSON_LD, (const char *) node->children->content);
    }
  else if (sayso_html_is_element (node, "title") && self->head_title == NULL && node->children != NULL &&
           node->children->content != NULL)
    self->head_title = sayso_html_fold ((const char *) node->children->content);
  else if (sayso_html_is_element (node, "time"))
    read_time (self, node);
  else if (sayso_html_is_element (node, "h1") || sayso_html_is_element (node, "h2"))
    read_heading (self, node);
  else if (sayso_html_attribute_has (node, "itemprop", "headline"))
    propose_rendered (self, SAYSO_HTML_TITLE, RANK_MICRODATA, node, 400);
  else if (sayso_html_attribute_has (node, "itemprop", "datePublished"))
    propose_rendered (self, SAYSO_HTML_PUBLISHED, RANK_MICRODATA, node, 80);

  return (sayso_html_get_flags (node) & SAYSO_HTML_DROP) == 0 || sayso_html_is_element (node, "head");
}

static gboolean
is_next_to (const char *known, const char *address)
{
  g_autofree char *day = sayso_calendar_parse (address, NULL);
  GDate a, b;
  int y, m, d;

  if (day == NULL || strlen (day) != strlen ("2015-03-04") ||
      !(g_str_has_suffix (known, "Z") || g_str_has_suffix (known, "+00:00") || g_str_has_suffix (known, "+0000")))
    return FALSE;
  g_date_clear (&a, 1);
  g_date_clear (&b, 1);
  if (sscanf (known, "%d-%d-%d", &y, &m, &d) != 3 || !g_date_valid_dmy (d, m, y))
    return FALSE;
  g_date_set_dmy (&a, d, m, y);
  sscanf (day, "%d-%d-%d", &y, &m, &d);
  g_date_set_dmy (&b, d, m, y);

  return ABS (g_date_days_between (&a, &b)) == 1;
}

/* Many outlets have the day in the address: /2015/03/04/. It is the outlet's own day, so where a moment is given in
 * universal time only, and is that of the day before or after, the address tells the date. */
static void
read_address (SaysoHtmlFacts *facts, const char *url, guint rank)
{
  GPtrArray *known = facts->values[SAYSO_HTML_PUBLISHED];
  g_autoptr (GRegex) day = g_regex_new ("[/_-]((?:19|20)\\d\\d([/-]?)\\d\\d?\\2\\d\\d?)(?=[/_-]|$)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *date = NULL;

  if (!g_regex_match (day, url, 0, &match))
    return;
  date = g_strdelimit (g_match_info_fetch (match, 1), "-", '/');
  if (known != NULL && is_next_to (g_ptr_array_index (known, 0), date))
    rank = 0, facts->rank[SAYSO_HTML_PUBLISHED] = RANK_NONE;
  sayso_html_propose (facts, SAYSO_HTML_PUBLISHED, rank, date);
}

static char *
take (SaysoHtmlFacts *facts, SaysoHtmlFact fact)
{
  return facts->values[fact] != NULL ? g_strdup (g_ptr_array_index (facts->values[fact], 0)) : NULL;
}

/* An outlet that calls itself the author tells none. Its name is taken from the authors, and given back where it stands
 * alone, or with its place ("The Ledger, Port Ellery, Ireland"), to stand in if no other is found. */
static GPtrArray *
without_outlet (SaysoHtmlFacts *facts, const char *publisher)
{
  GPtrArray *authors = facts->values[SAYSO_HTML_AUTHOR];
  g_autofree char *outlet = publisher != NULL ? sayso_html_squeeze (publisher) : NULL;
  g_autoptr (GString) all = g_string_new (NULL);
  gboolean person = authors != NULL && authors->len < 3;

  if (authors == NULL || outlet == NULL)
    return NULL;
  for (guint i = 0; i < authors->len; i++)
    {
      const char *author = g_ptr_array_index (authors, i);
      g_autofree char *name = sayso_html_squeeze (author);

      g_string_append (all, name);
      person |= i > 0 && strchr (author, ' ') != NULL;
    }
  if (g_str_equal (all->str, outlet) || (!person && g_str_has_prefix (all->str, outlet)))
    {
      facts->rank[SAYSO_HTML_AUTHOR] = RANK_NONE;
      if (!g_str_equal (all->str, outlet))
        g_ptr_array_set_size (authors, 1);
      return g_steal_pointer (&facts->values[SAYSO_HTML_AUTHOR]);
    }
  for (guint i = authors->len; i > 0 && authors->len > 1; i--)
    {
      g_autofree char *name = sayso_html_squeeze (g_ptr_array_index (authors, i - 1));

      if (g_str_equal (name, outlet))
        g_ptr_array_remove_index (authors, i - 1);
    }

  return NULL;
}

/* The order of day and month in numbers, as far as language and address tell the place. */
static SaysoCalendarOrder
find_order (const char *language, const char *url)
{
  static const char *const day_first[] = { ".uk/", ".au/", ".ie/", ".nz/", ".in/", ".za/" };

  for (guint i = 0; url != NULL && i < G_N_ELEMENTS (day_first); i++)
    if (strstr (url, day_first[i]) != NULL)
      return SAYSO_CALENDAR_DAY_FIRST;
  if (language == NULL || g_ascii_strcasecmp (language, "en") == 0)
    return SAYSO_CALENDAR_PAGE;
  if (g_ascii_strcasecmp (language, "en-US") == 0)
    return SAYSO_CALENDAR_MONTH_FIRST;

  return SAYSO_CALENDAR_DAY_FIRST;
}

/**
 * sayso_html_read_metadata:
 * @root: a page's root element
 * @metadata: (inout): receives what the page says of itself
 *
 * Reads title, authors, outlet, address, publication date and language, each from the most reliable place that tells
 * it. The title is the heading that the page's own descriptions agree with. Authors and the date are taken from
 * JSON-LD, then meta elements, then microdata, the date then from the address, then both from what is marked or
 * written next to the title; a date of change, or of a picture, stands in only where no other is told.
 */
void
sayso_html_read_metadata (xmlNode *root, SaysoMetadata *metadata)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new_with_free_func (heading_free);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  Reader self = { .headings = headings, .facts.titles = titles };
  SaysoHtmlFacts *facts = &self.facts;
  g_autoptr (GPtrArray) named = NULL;
  const char *language = sayso_html_get_attribute (root, "lang");

  for (guint i = 0; i < SAYSO_HTML_N_FACTS; i++)
    facts->rank[i] = RANK_NONE;
  if (language != NULL)
    sayso_html_propose (facts, SAYSO_HTML_LANGUAGE, RANK_ROOT, language);
  facts->order = find_order (language, NULL);
  sayso_html_walk (root, read_node, NULL, &self);
  if (self.head_title != NULL)
    sayso_html_propose (facts, SAYSO_HTML_TITLE, RANK_TITLE, self.head_title);

  metadata->publisher = take (facts, SAYSO_HTML_PUBLISHER);
  metadata->url = take (facts, SAYSO_HTML_URL);
  metadata->language = take (facts, SAYSO_HTML_LANGUAGE);
  metadata->title = sayso_html_choose_title (facts, headings, self.head_title, metadata->publisher, metadata->url);
  facts->order = find_order (metadata->language, metadata->url);
  if (metadata->url != NULL)
    read_address (facts, metadata->url, RANK_ADDRESS);
  named = without_outlet (facts, metadata->publisher);
  sayso_html_read_marks (facts, root, metadata->title);
  if (facts->values[SAYSO_HTML_AUTHOR] == NULL)
    facts->values[SAYSO_HTML_AUTHOR] = g_steal_pointer (&named);
  if (self.picture != NULL)
    read_address (facts, self.picture, RANK_PICTURE);
  metadata->published = take (facts, SAYSO_HTML_PUBLISHED);
  if (facts->values[SAYSO_HTML_AUTHOR] != NULL)
    {
      g_ptr_array_add (facts->values[SAYSO_HTML_AUTHOR], NULL);
      metadata->byline = (char **) g_ptr_array_free (g_steal_pointer (&facts->values[SAYSO_HTML_AUTHOR]), FALSE);
    }

  for (guint i = 0; i < SAYSO_HTML_N_FACTS; i++)
    g_clear_pointer (&facts->values[i], g_ptr_array_unref);
  g_free (self.head_title);
  g_free (self.picture);
}

/* sayso-html-metadata.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-html-private.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#include "sayso-calendar.h"

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
  { SAYSO_HTML_TITLE, 12, "dc:title" },
  { SAYSO_HTML_TITLE, 12, "dcterms.title" },
  { SAYSO_HTML_TITLE, 12, "dcterms:title" },
  { SAYSO_HTML_TITLE, 12, "citation_title" },
  { SAYSO_HTML_TITLE, 13, "headline" },
  { SAYSO_HTML_TITLE, 14, "title" },
  { SAYSO_HTML_AUTHOR, 10, "author" },
  { SAYSO_HTML_AUTHOR, 11, "article:author" },
  { SAYSO_HTML_AUTHOR, 11, "article:author_name" },
  { SAYSO_HTML_AUTHOR, 11, "citation_author" },
  { SAYSO_HTML_AUTHOR, 12, "dc.creator" },
  { SAYSO_HTML_AUTHOR, 12, "dc:creator" },
  { SAYSO_HTML_AUTHOR, 12, "dcterms.creator" },
  { SAYSO_HTML_AUTHOR, 12, "dcterms:creator" },
  { SAYSO_HTML_AUTHOR, 13, "byl" },
  { SAYSO_HTML_AUTHOR, 13, "byline" },
  { SAYSO_HTML_AUTHOR, 13, "parsely-author" },
  { SAYSO_HTML_AUTHOR, 13, "sailthru.author" },
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
  { SAYSO_HTML_LANGUAGE, 11, "og:locale" },
  { SAYSO_HTML_LANGUAGE, 11, "content-language" },
};

/* Ranks of what is told elsewhere than in meta elements. */
enum
{
  RANK_JSON_LD = 0,
  RANK_ROOT = 5,
  RANK_LINK = 9,
  RANK_MICRODATA = 16,
  RANK_ADDRESS = 17,
  RANK_TIME = 18,
  RANK_MARKED = 19,
  RANK_HEADING = 20,
  RANK_TITLE = 21,
  RANK_OTHER_HEADING = 22,
};

/* Longer values tell nothing that fits their place. */
#define MAX_BYTES 4096

/* Ranks are below this. */
#define RANK_NONE 99

typedef struct
{
  SaysoHtmlFacts facts;
  char *head_title;
  GPtrArray *headings; /* of the first level */
} Reader;

/* Text with its entities decoded (once more: JSON-LD and careless pages escape twice) and its white space folded. */
static char *
fold (const char *value)
{
  GString *text = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = value; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      const char *semicolon = c == '&' ? g_strstr_len (p, 12, ";") : NULL;
      const char *next = g_utf8_next_char (p);

      if (semicolon != NULL && semicolon - p > 1)
        {
          g_autofree char *name = g_strndup (p + 1, semicolon - p - 1);
          const htmlEntityDesc *entity = htmlEntityLookup ((const xmlChar *) name);
          gboolean hex = name[0] == '#' && (name[1] | 0x20) == 'x';
          guint64 number = entity != NULL ? entity->value : 0;

          if (g_str_equal (name, "apos"))
            number = '\'';
          if (name[0] == '#' &&
              !g_ascii_string_to_unsigned (name + (hex ? 2 : 1), hex ? 16 : 10, 1, 0x10ffff, &number, NULL))
            number = 0;
          if (number != 0 && g_unichar_validate (number))
            {
              c = number;
              next = semicolon + 1;
            }
        }
      p = next;

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        space = text->len > 0;
      else if (c != 0xad && c != 0x200b && c != 0xfeff)
        {
          if (space)
            g_string_append_c (text, ' ');
          g_string_append_unichar (text, c);
          space = FALSE;
        }
    }

  return g_string_free (text, FALSE);
}

/* "By Ada Marsh and Jo Brook · 4 March" gives two names. What has digits in it is no name, nor is what follows. */
static void
propose_authors (GPtrArray *names, const char *value)
{
  g_autoptr (GRegex) between = g_regex_new ("\\s*(?:,| and | & |;|\\||·|•)\\s*", 0, 0, NULL);
  g_auto (GStrv) parts = NULL;
  const char *start = value;

  if (g_ascii_strncasecmp (start, "by ", 3) == 0 || g_ascii_strncasecmp (start, "by: ", 4) == 0)
    start = strchr (start, ' ') + 1;
  parts = g_regex_split (between, start, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *name = g_strstrip (parts[i]);

      if (g_ascii_strncasecmp (name, "and ", 4) == 0)
        name += 4;
      if (strpbrk (name, "0123456789") != NULL)
        break;
      if (*name != '\0' && strlen (name) < 100 && strpbrk (name, "/@<>=") == NULL &&
          !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_strdup (name));
    }
}

/* The first date in a line such as "Posted on 4 March 2015". */
static char *
find_date (const char *line)
{
  for (const char *p = line; *p != '\0'; p++)
    if (p == line || !(g_ascii_isalnum (p[-1]) || p[-1] == '-' || p[-1] == '/'))
      {
        char *date = sayso_calendar_parse (p, NULL);

        if (date != NULL)
          return date;
      }

  return NULL;
}

static gpointer
copy_string (gconstpointer string, gpointer user_data)
{
  return g_strdup (string);
}

/**
 * sayso_html_propose:
 * @facts: what is known so far
 * @fact: which fact
 * @rank: how reliable the place is, 0 the most
 * @value: what it says
 *
 * Takes a value for a fact where no better place has given one; authors add up within a place.
 */
void
sayso_html_propose (SaysoHtmlFacts *facts, SaysoHtmlFact fact, guint rank, const char *value)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folded = fold (value);

  if (*folded == '\0' || rank > facts->rank[fact] || (rank == facts->rank[fact] && fact != SAYSO_HTML_AUTHOR))
    return;

  if (fact == SAYSO_HTML_AUTHOR)
    {
      if (rank == facts->rank[fact])
        g_ptr_array_extend (values, facts->values[fact], copy_string, NULL);
      propose_authors (values, folded);
    }
  else if (fact == SAYSO_HTML_PUBLISHED)
    {
      char *date = find_date (folded);

      if (date != NULL)
        g_ptr_array_add (values, date);
    }
  else if (fact == SAYSO_HTML_LANGUAGE)
    {
      g_strdelimit (folded, "_", '-');
      if (strspn (folded, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == strlen (folded) &&
          strlen (folded) <= 35)
        g_ptr_array_add (values, g_steal_pointer (&folded));
    }
  else if (fact != SAYSO_HTML_URL || g_str_has_prefix (folded, "https://") || g_str_has_prefix (folded, "http://"))
    g_ptr_array_add (values, g_steal_pointer (&folded));

  if (values->len == 0)
    return;
  g_clear_pointer (&facts->values[fact], g_ptr_array_unref);
  facts->values[fact] = g_steal_pointer (&values);
  facts->rank[fact] = rank;
}

static void
read_meta (Reader *self, xmlNode *node)
{
  static const char *const attributes[] = { "property", "name", "itemprop", "http-equiv" };
  const char *content = sayso_html_get_attribute (node, "content");

  for (guint i = 0; content != NULL && i < G_N_ELEMENTS (attributes); i++)
    {
      const char *key = sayso_html_get_attribute (node, attributes[i]);

      for (guint k = 0; key != NULL && k < G_N_ELEMENTS (keys); k++)
        if (sayso_html_attribute_has (node, attributes[i], keys[k].key))
          sayso_html_propose (&self->facts, keys[k].fact, keys[k].rank, content);
    }
}

static gboolean
has_class (xmlNode *node, const char *const *classes)
{
  for (guint i = 0; classes[i] != NULL; i++)
    if (sayso_html_attribute_has (node, "class", classes[i]))
      return TRUE;

  return FALSE;
}

static gboolean
marks_author (xmlNode *node)
{
  static const char *const classes[] = { "byline",    "author",         "author-name", "byline-name",
                                         "by-author", "article-author", NULL };

  return sayso_html_attribute_has (node, "itemprop", "author") || sayso_html_attribute_has (node, "rel", "author") ||
         has_class (node, classes);
}

static gboolean
marks_date (xmlNode *node)
{
  static const char *const classes[] = { "date",         "published", "entry-date",     "post-date",
                                         "pubdate",      "dateline",  "publish-date",   "publication-date",
                                         "article-date", "posted-on", "date-published", "date-header",
                                         "timestamp",    NULL };

  return has_class (node, classes);
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
  guint rank =
      sayso_html_attribute_has (node, "itemprop", "datePublished") || sayso_html_get_attribute (node, "pubdate") != NULL
          ? RANK_MICRODATA
          : RANK_TIME;

  if (datetime != NULL)
    sayso_html_propose (&self->facts, SAYSO_HTML_PUBLISHED, rank, datetime);
  else
    propose_rendered (self, SAYSO_HTML_PUBLISHED, rank, node, 80);
}

/* The heading that stands in the page's title is the article's; another may be the site's or a section's. */
static void
read_heading (Reader *self, xmlNode *node)
{
  g_autofree char *line = sayso_html_render_line (node);

  sayso_html_propose (&self->facts, SAYSO_HTML_TITLE,
                      self->head_title == NULL || strstr (self->head_title, line) != NULL ? RANK_HEADING
                                                                                          : RANK_OTHER_HEADING,
                      line);
  g_ptr_array_add (self->headings, g_steal_pointer (&line));
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
    self->head_title = fold ((const char *) node->children->content);
  else if (sayso_html_is_element (node, "time"))
    read_time (self, node);
  else if (sayso_html_is_element (node, "h1"))
    read_heading (self, node);
  else if (sayso_html_attribute_has (node, "itemprop", "headline"))
    propose_rendered (self, SAYSO_HTML_TITLE, RANK_MICRODATA, node, 400);
  else if (sayso_html_attribute_has (node, "itemprop", "datePublished"))
    propose_rendered (self, SAYSO_HTML_PUBLISHED, RANK_MICRODATA, node, 80);
  else if (marks_date (node))
    propose_rendered (self, SAYSO_HTML_PUBLISHED, RANK_MARKED, node, 80);
  else if (marks_author (node))
    propose_rendered (self, SAYSO_HTML_AUTHOR, RANK_MARKED, node, 120);

  return (sayso_html_get_flags (node) & SAYSO_HTML_DROP) == 0 || sayso_html_is_element (node, "head");
}

static gboolean
is_separator (gunichar c)
{
  return c != 0 && g_utf8_strchr ("|-–—:»·•", -1, c) != NULL;
}

/* "The Outlet: What happened" over the heading "What happened": the heading is the title. */
static const char *
find_heading (GPtrArray *headings, const char *title)
{
  for (guint i = 0; i < headings->len; i++)
    {
      const char *heading = g_ptr_array_index (headings, i), *found = strstr (title, heading), *end;

      if (strlen (heading) < 8 || found == NULL)
        continue;
      end = found + strlen (heading);
      if (found == title && is_separator (g_utf8_get_char (end + (*end == ' '))))
        return heading;
      if (*end == '\0' && found > title && found[-1] == ' ' && found - title > 2 &&
          is_separator (g_utf8_get_char (g_utf8_prev_char (found - 1))))
        return heading;
    }

  return NULL;
}

/* "What happened | The Outlet": the outlet's name is no part of the title. */
static char *
strip_site (const char *title, const char *publisher)
{
  static const char *const separators[] = { " | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • " };
  const char *cut = NULL, *rest = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char *found = g_strrstr (title, separators[i]);

      if (found > cut)
        {
          cut = found;
          rest = found + strlen (separators[i]);
        }
    }
  if (cut == NULL || cut == title)
    return g_strdup (title);

  if (publisher != NULL && g_ascii_strcasecmp (rest, publisher) == 0)
    return g_strndup (title, cut - title);
  /* No outlet is named: a short tail behind a long head is its name. */
  if (publisher == NULL && strlen (rest) * 2 < (gsize) (cut - title) && strlen (rest) < 40)
    return g_strndup (title, cut - title);

  return g_strdup (title);
}

/* Many outlets have the day in the address: /2015/03/04/. */
static void
read_address (SaysoHtmlFacts *facts, const char *url)
{
  g_autoptr (GRegex) day = g_regex_new ("/((?:19|20)\\d\\d[/-]\\d\\d?[/-]\\d\\d?)(?=[/-]|$)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *date = NULL;

  if (!g_regex_match (day, url, 0, &match))
    return;
  date = g_strdelimit (g_match_info_fetch (match, 1), "-", '/');
  sayso_html_propose (facts, SAYSO_HTML_PUBLISHED, RANK_ADDRESS, date);
}

static char *
take (SaysoHtmlFacts *facts, SaysoHtmlFact fact)
{
  return facts->values[fact] != NULL ? g_strdup (g_ptr_array_index (facts->values[fact], 0)) : NULL;
}

/**
 * sayso_html_read_metadata:
 * @root: a page's root element
 * @metadata: (inout): receives what the page says of itself
 *
 * Reads title, authors, outlet, address, publication date and language, each from the most reliable place that tells
 * it: JSON-LD, meta elements, microdata, then what is marked in the text.
 */
void
sayso_html_read_metadata (xmlNode *root, SaysoMetadata *metadata)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new_with_free_func (g_free);
  Reader self = { .headings = headings };
  const char *language = sayso_html_get_attribute (root, "lang");
  g_autofree char *title = NULL;

  for (guint i = 0; i < SAYSO_HTML_N_FACTS; i++)
    self.facts.rank[i] = RANK_NONE;
  if (language != NULL)
    sayso_html_propose (&self.facts, SAYSO_HTML_LANGUAGE, RANK_ROOT, language);
  sayso_html_walk (root, read_node, NULL, &self);
  if (self.head_title != NULL)
    sayso_html_propose (&self.facts, SAYSO_HTML_TITLE, RANK_TITLE, self.head_title);

  metadata->publisher = take (&self.facts, SAYSO_HTML_PUBLISHER);
  metadata->url = take (&self.facts, SAYSO_HTML_URL);
  if (metadata->url != NULL)
    read_address (&self.facts, metadata->url);
  metadata->published = take (&self.facts, SAYSO_HTML_PUBLISHED);
  metadata->language = take (&self.facts, SAYSO_HTML_LANGUAGE);
  title = take (&self.facts, SAYSO_HTML_TITLE);
  if (title != NULL)
    {
      const char *heading = find_heading (self.headings, title);

      metadata->title = heading != NULL ? g_strdup (heading) : strip_site (title, metadata->publisher);
    }
  if (self.facts.values[SAYSO_HTML_AUTHOR] != NULL)
    {
      g_ptr_array_add (self.facts.values[SAYSO_HTML_AUTHOR], NULL);
      metadata->byline = (char **) g_ptr_array_free (g_steal_pointer (&self.facts.values[SAYSO_HTML_AUTHOR]), FALSE);
    }

  for (guint i = 0; i < SAYSO_HTML_N_FACTS; i++)
    g_clear_pointer (&self.facts.values[i], g_ptr_array_unref);
  g_free (self.head_title);
}

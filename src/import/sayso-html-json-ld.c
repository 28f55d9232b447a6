/* sayso-html-json-ld.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-html-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* What is said of the page, not of the article in it; see sayso-html-metadata.c. */
#define RANK_PAGE 16

/* An outlet that stands for its author. */
#define RANK_OUTLET 30

/* How deep the article may lie in the graph. */
#define MAX_DEPTH 8

static const char *const article_types[] = {
  "Article",     "NewsArticle",           "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
  "BlogPosting", "BackgroundNewsArticle", "LiveBlogPosting",      "TechArticle",         "ScholarlyArticle",
  "Report",      "ReviewNewsArticle",     "SocialMediaPosting",
};

static JsonNode *
member (JsonObject *object, const char *name)
{
  return json_object_get_member (object, name);
}

/* The string a value stands for: itself, or the name of the thing, or that of the first of a list. */
static const char *
value_string (JsonNode *node)
{
  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node))
    return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonNode *name = member (json_node_get_object (node), "name");

      return name != NULL && JSON_NODE_HOLDS_VALUE (name) ? value_string (name) : NULL;
    }
  if (JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0)
    {
      JsonNode *first = json_array_get_element (json_node_get_array (node), 0);

      return JSON_NODE_HOLDS_ARRAY (first) ? NULL : value_string (first);
    }

  return NULL;
}

static void
propose (SaysoHtmlFacts *facts, SaysoHtmlFact fact, guint rank, JsonNode *node)
{
  const char *value = value_string (node);

  if (value != NULL)
    sayso_html_propose (facts, fact, rank, value);
}

static const char *const outlet_types[] = { "Organization", "NewsMediaOrganization", "Corporation", "WebSite" };
static const char *const page_types[] = { "WebPage", "ItemPage", "AboutPage", "FAQPage", "QAPage", "ProfilePage" };

static gboolean
has_type (JsonNode *type, const char *const *types, guint n_types)
{
  if (type == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_ARRAY (type))
    {
      JsonArray *array = json_node_get_array (type);

      for (guint i = 0; i < json_array_get_length (array); i++)
        if (JSON_NODE_HOLDS_VALUE (json_array_get_element (array, i)) &&
            has_type (json_array_get_element (array, i), types, n_types))
          return TRUE;
      return FALSE;
    }
  for (guint i = 0; i < n_types; i++)
    if (g_strcmp0 (value_string (type), types[i]) == 0)
      return TRUE;

  return FALSE;
}

/* The thing that another refers to by its identifier. */
static JsonObject *
resolve (JsonNode *graph, JsonObject *object)
{
  const char *id = member (object, "@id") != NULL ? value_string (member (object, "@id")) : NULL;
  JsonArray *things = graph != NULL && JSON_NODE_HOLDS_ARRAY (graph) ? json_node_get_array (graph) : NULL;

  if (id == NULL || member (object, "name") != NULL)
    return object;
  for (guint i = 0; things != NULL && i < json_array_get_length (things); i++)
    {
      JsonNode *thing = json_array_get_element (things, i);
      JsonNode *known = JSON_NODE_HOLDS_OBJECT (thing) ? member (json_node_get_object (thing), "@id") : NULL;

      if (known != NULL && g_strcmp0 (value_string (known), id) == 0)
        return json_node_get_object (thing);
    }

  return object;
}

static void
read_authors (SaysoHtmlFacts *facts, guint rank, JsonNode *author, JsonNode *graph, guint depth)
{
  if (author == NULL || depth > 2)
    return;
  if (JSON_NODE_HOLDS_ARRAY (author))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (author)); i++)
      read_authors (facts, rank, json_array_get_element (json_node_get_array (author), i), graph, depth + 1);
  else if (JSON_NODE_HOLDS_OBJECT (author))
    {
      JsonObject *object = resolve (graph, json_node_get_object (author));

      if (has_type (member (object, "@type"), outlet_types, G_N_ELEMENTS (outlet_types)))
        rank = RANK_OUTLET;
      read_authors (facts, rank, member (object, "name"), graph, depth + 1);
    }
  else
    propose (facts, SAYSO_HTML_AUTHOR, rank, author);
}

static void
read_article (SaysoHtmlFacts *facts, guint rank, JsonObject *article, JsonNode *graph)
{
  JsonNode *publisher = member (article, "publisher");

  propose (facts, SAYSO_HTML_TITLE, rank, member (article, "headline"));
  propose (facts, SAYSO_HTML_TITLE, rank, member (article, "name"));
  propose (facts, SAYSO_HTML_PUBLISHED, rank, member (article, "datePublished"));
  if (publisher != NULL && JSON_NODE_HOLDS_OBJECT (publisher))
    propose (facts, SAYSO_HTML_PUBLISHER, rank, member (resolve (graph, json_node_get_object (publisher)), "name"));
  else
    propose (facts, SAYSO_HTML_PUBLISHER, rank, publisher);
  propose (facts, SAYSO_HTML_LANGUAGE, rank, member (article, "inLanguage"));
  propose (facts, SAYSO_HTML_URL, rank, member (article, "url"));
  read_authors (facts, rank, member (article, "author"), graph, 0);
}

/* Arrays and graphs are searched for an article; what an article refers to is not one about it. */
static void
search (SaysoHtmlFacts *facts, guint rank, JsonNode *node, JsonNode *graph, guint depth)
{
  if (depth > MAX_DEPTH)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        search (facts, rank, json_array_get_element (array, i), graph, depth + 1);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);

      if (has_type (member (object, "@type"), page_types, G_N_ELEMENTS (page_types)))
        {
          propose (facts, SAYSO_HTML_PUBLISHED, RANK_PAGE, member (object, "datePublished"));
          read_authors (facts, RANK_PAGE, member (object, "author"), graph, 0);
        }
      if (has_type (member (object, "@type"), article_types, G_N_ELEMENTS (article_types)))
        read_article (facts, rank, object, graph);
      else if (member (object, "@graph") != NULL)
        search (facts, rank, member (object, "@graph"), member (object, "@graph"), depth + 1);
      else if (member (object, "mainEntity") != NULL)
        search (facts, rank, member (object, "mainEntity"), graph, depth + 1);
    }
}

/* What can be read where the whole is no JSON: a comma too many, a quotation mark within one. */
static void
salvage (SaysoHtmlFacts *facts, guint rank, const char *json)
{
  static const struct
  {
    SaysoHtmlFact fact;
    const char *pattern;
  } members[] = {
    { SAYSO_HTML_TITLE, "\"headline\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){1,500})\"" },
    { SAYSO_HTML_PUBLISHED, "\"datePublished\"\\s*:\\s*\"([^\"]{6,60})\"" },
    { SAYSO_HTML_AUTHOR, "\"author\"\\s*:\\s*\\[?\\s*\\{[^{}]{0,500}\"name\"\\s*:\\s*\"([^\"\\\\]{2,100})\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autoptr (GRegex) regex = g_regex_new (members[i].pattern, 0, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;

      if (g_regex_match (regex, json, 0, &match))
        {
          g_autofree char *value = g_match_info_fetch (match, 1);
          g_autofree char *plain = g_strcompress (value);

          if (g_utf8_validate (plain, -1, NULL))
            sayso_html_propose (facts, members[i].fact, rank + 1, plain);
        }
    }
}

/**
 * sayso_html_read_json_ld:
 * @facts: receives what it says
 * @rank: how reliable that is
 * @json: the content of a JSON-LD script
 *
 * Reads the description of the article; where it cannot be parsed, what can be made out of it.
 */
void
sayso_html_read_json_ld (SaysoHtmlFacts *facts, guint rank, const char *json)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  /* Line ends within strings are not allowed, and frequent. */
  g_autofree char *tame = g_strdelimit (g_strdup (json), "\r\n\t\f", ' ');
  char *section = strstr (tame, "<![CDATA["), *closing;
  const char *start, *end;

  /* Some wrap it as XML wants it, though this is none. */
  if (section != NULL)
    {
      memset (section, ' ', strlen ("<![CDATA["));
      closing = g_strrstr (tame, "]]>");
      if (closing != NULL)
        *closing = '\0';
    }
  start = tame + strcspn (tame, "{[");
  end = tame + strlen (tame);

  while (end > start && end[-1] != '}' && end[-1] != ']')
    end--;
  if (end > start && json_parser_load_from_data (parser, start, end - start, NULL))
    search (facts, rank, json_parser_get_root (parser), json_parser_get_root (parser), 0);
  else
    salvage (facts, rank, tame);
}

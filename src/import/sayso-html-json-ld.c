/* sayso-html-json-ld.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-html-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

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

static gboolean
has_type (JsonNode *type)
{
  if (type == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_ARRAY (type))
    {
      JsonArray *array = json_node_get_array (type);

      for (guint i = 0; i < json_array_get_length (array); i++)
        if (JSON_NODE_HOLDS_VALUE (json_array_get_element (array, i)) && has_type (json_array_get_element (array, i)))
          return TRUE;
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (article_types); i++)
    if (g_strcmp0 (value_string (type), article_types[i]) == 0)
      return TRUE;

  return FALSE;
}

static void
read_article (SaysoHtmlFacts *facts, guint rank, JsonObject *article)
{
  JsonNode *author = member (article, "author");

  propose (facts, SAYSO_HTML_TITLE, rank, member (article, "headline"));
  propose (facts, SAYSO_HTML_TITLE, rank, member (article, "name"));
  propose (facts, SAYSO_HTML_PUBLISHED, rank, member (article, "datePublished"));
  propose (facts, SAYSO_HTML_PUBLISHER, rank, member (article, "publisher"));
  propose (facts, SAYSO_HTML_LANGUAGE, rank, member (article, "inLanguage"));
  propose (facts, SAYSO_HTML_URL, rank, member (article, "url"));
  if (author != NULL && JSON_NODE_HOLDS_ARRAY (author))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (author)); i++)
      propose (facts, SAYSO_HTML_AUTHOR, rank, json_array_get_element (json_node_get_array (author), i));
  else
    propose (facts, SAYSO_HTML_AUTHOR, rank, author);
}

/* Arrays and graphs are searched for an article; what an article refers to is not one about it. */
static void
search (SaysoHtmlFacts *facts, guint rank, JsonNode *node, guint depth)
{
  if (depth > MAX_DEPTH)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        search (facts, rank, json_array_get_element (array, i), depth + 1);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);

      if (has_type (member (object, "@type")))
        read_article (facts, rank, object);
      else if (member (object, "@graph") != NULL)
        search (facts, rank, member (object, "@graph"), depth + 1);
      else if (member (object, "mainEntity") != NULL)
        search (facts, rank, member (object, "mainEntity"), depth + 1);
    }
}

/**
 * sayso_html_read_json_ld:
 * @facts: receives what it says
 * @rank: how reliable that is
 * @json: the content of a JSON-LD script
 *
 * Reads the description of the article, where it can be parsed.
 */
void
sayso_html_read_json_ld (SaysoHtmlFacts *facts, guint rank, const char *json)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  const char *start = json + strcspn (json, "{["), *end = json + strlen (json);

  while (end > start && end[-1] != '}' && end[-1] != ']')
    end--;
  if (end > start && json_parser_load_from_data (parser, start, end - start, NULL))
    search (facts, rank, json_parser_get_root (parser), 0);
}

/* sayso-export-annotations.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "sayso-casebook-enums.h"
#include "sayso-enum.h"
#include "sayso-export-private.h"
#include "sayso-extract-enums.h"
#include "sayso-reader-enums.h"

/* Every span of every article as a W3C Web Annotation (JSON-LD, Recommendation of 23 February 2017), found again by its
 * words or by its place. */

/* How many characters before and after a quotation tell it from others of its words. */
#define CONTEXT 32

typedef struct
{
  gboolean first;
  char *time;
  GHashTable *sources; /* article → IRI */
} Annotations;

/* Where an article is: its address, else its hash (RFC 6920), else a name of its own. */
static char *
source_of (SaysoExport *self, SaysoArticle *article)
{
  guint8 digest[32];
  g_autofree char *base64 = NULL, *uuid = NULL;
  const char *hex = article->sha256;

  if (article->url != NULL && g_uri_is_valid (article->url, G_URI_FLAGS_NONE, NULL))
    return g_strdup (article->url);
  if (strlen (hex) != 2 * sizeof digest)
    {
      uuid = sayso_export_uuid (self, "article", sayso_item_get_id (SAYSO_ITEM (article)), 0);

      return g_strconcat ("urn:uuid:", uuid, NULL);
    }

  for (guint i = 0; i < sizeof digest; i++)
    digest[i] = g_ascii_xdigit_value (hex[2 * i]) << 4 | g_ascii_xdigit_value (hex[2 * i + 1]);
  base64 = g_base64_encode (digest, sizeof digest);
  g_strdelimit (base64, "+", '-');
  g_strdelimit (base64, "/", '_');
  base64[strcspn (base64, "=")] = '\0';

  return g_strconcat ("ni:///sha-256;", base64, NULL);
}

static void
note_source (SaysoExport *self, SaysoItem *item, gpointer data)
{
  Annotations *annotations = data;

  g_hash_table_insert (annotations->sources, GSIZE_TO_POINTER ((gsize) sayso_item_get_id (item)),
                       source_of (self, SAYSO_ARTICLE (item)));
}

static void
add_selectors (SaysoExport *self, JsonBuilder *builder, gint64 article, SaysoSpan span, const char *words)
{
  g_autoptr (SaysoText) text = sayso_export_get_text (self, article);
  guint length = text != NULL ? sayso_text_get_chars (text) : 0;
  g_autofree char *prefix =
      sayso_export_slice (self, article, SAYSO_SPAN (span.start - MIN (span.start, CONTEXT), span.start));
  g_autofree char *suffix = sayso_export_slice (self, article, SAYSO_SPAN (span.end, MIN (span.end + CONTEXT, length)));

  json_builder_set_member_name (builder, "selector");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  sayso_export_add (builder, "type", "TextQuoteSelector");
  sayso_export_add (builder, "exact", words);
  sayso_export_add (builder, "prefix", prefix);
  sayso_export_add (builder, "suffix", suffix);
  json_builder_end_object (builder);
  json_builder_begin_object (builder);
  sayso_export_add (builder, "type", "TextPositionSelector");
  sayso_export_add_int (builder, "start", span.start);
  sayso_export_add_int (builder, "end", span.end);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
}

static void
add_body (JsonBuilder *builder, const char *purpose, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  json_builder_begin_object (builder);
  sayso_export_add (builder, "type", "TextualBody");
  sayso_export_add (builder, "purpose", purpose);
  sayso_export_add (builder, "format", "text/plain");
  sayso_export_add (builder, "value", value);
  json_builder_end_object (builder);
}

/* @part: which of the item's spans, as it stands in its id; @tag and @detail: what the annotation says. */
static void
put (SaysoExport *self, Annotations *annotations, SaysoItem *item, const char *part, guint index, gint64 article,
     SaysoSpan span, const char *tag, const char *detail)
{
  const char *source = g_hash_table_lookup (annotations->sources, GSIZE_TO_POINTER ((gsize) article));
  g_autofree char *words = sayso_export_slice (self, article, span);
  g_autofree char *uuid = sayso_export_uuid (self, part, sayso_item_get_id (item), index);
  g_autofree char *id = g_strconcat ("urn:uuid:", uuid, NULL);
  g_autoptr (JsonBuilder) builder = NULL;

  if (*words == '\0' || source == NULL)
    return;

  builder = json_builder_new_immutable ();
  json_builder_begin_object (builder);
  sayso_export_add (builder, "id", id);
  sayso_export_add (builder, "type", "Annotation");
  sayso_export_add (builder, "motivation", SAYSO_IS_ACTOR (item) ? "identifying" : "describing");
  sayso_export_add (builder, "created", annotations->time);
  json_builder_set_member_name (builder, "generator");
  json_builder_begin_object (builder);
  sayso_export_add (builder, "type", "Software");
  sayso_export_add (builder, "name", "Sayso " SAYSO_VERSION);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "body");
  json_builder_begin_array (builder);
  add_body (builder, "tagging", tag);
  add_body (builder, "describing", sayso_item_get_title (item));
  add_body (builder, "commenting", detail);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "target");
  json_builder_begin_object (builder);
  sayso_export_add (builder, "source", source);
  add_selectors (self, builder, article, span, words);
  json_builder_end_object (builder);
  json_builder_end_object (builder);

  sayso_export_put (self, annotations->first ? "\n" : ",\n");
  sayso_export_put_built (self, builder);
  annotations->first = FALSE;
}

static void
put_passages (SaysoExport *self, Annotations *annotations, SaysoItem *item, const char *tag, const char *detail)
{
  g_autoptr (GArray) passages = sayso_export_get_evidence (self, item);
  const char *part = SAYSO_IS_ACTOR (item) ? "mention" : "evidence";

  for (guint i = 0; i < passages->len; i++)
    put (self, annotations, item, part, i, g_array_index (passages, SaysoPassage, i).article,
         g_array_index (passages, SaysoPassage, i).span, tag, detail);
}

static void
put_claim_part (SaysoExport *self, Annotations *annotations, SaysoClaim *claim, GArray *spans, const char *part)
{
  for (guint i = 0; i < spans->len; i++)
    put (self, annotations, SAYSO_ITEM (claim), part, i, claim->article, g_array_index (spans, SaysoSpan, i), part,
         sayso_enum_to_nick (SAYSO_TYPE_SOURCE_KIND, claim->source_kind));
}

static void
put_item (SaysoExport *self, SaysoItem *item, gpointer data)
{
  if (SAYSO_IS_TIME (item))
    {
      SaysoTime *time = SAYSO_TIME (item);
      g_autofree char *dates = sayso_export_dates (&time->bounds, time->edtf);

      put (self, data, item, "time", 0, time->article, time->span, "time", dates);
    }
  else if (SAYSO_IS_ACTOR (item))
    {
      put_passages (self, data, item, sayso_enum_to_nick (SAYSO_TYPE_NAME_KIND, SAYSO_ACTOR (item)->kind), NULL);
    }
  else if (SAYSO_IS_EVENT (item))
    {
      SaysoEvent *event = SAYSO_EVENT (item);
      g_autofree char *dates = sayso_export_dates (&event->bounds, event->edtf);

      put (self, data, item, "event", 0, event->article, event->trigger, "event", dates);
    }
  else if (SAYSO_IS_CLAIM (item))
    {
      SaysoClaim *claim = SAYSO_CLAIM (item);

      put_claim_part (self, data, claim, claim->source, "claim-source");
      put_claim_part (self, data, claim, claim->cue, "claim-cue");
      put_claim_part (self, data, claim, claim->content, "claim-content");
    }
  else
    {
      put_passages (self, data, item, "relation", SAYSO_RELATION (item)->type);
    }
}

void
sayso_export_write_annotations (SaysoExport *self)
{
  g_autofree char *title = sayso_export_dup_title (self), *time = sayso_export_dup_time (self);
  g_autofree char *uuid = sayso_export_uuid (self, "annotations", 0, 0), *scope = sayso_export_dup_scope (self);
  g_autofree char *label = g_strdup_printf ("%s (Sayso " SAYSO_VERSION ", %s)", title, scope);
  g_autoptr (GHashTable) sources = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) label_node = json_node_init_string (json_node_alloc (), label);
  g_autofree char *label_json = json_to_string (label_node, FALSE);
  Annotations annotations = { TRUE, time, sources };

  sayso_export_printf (self,
                       "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"id\":\"urn:uuid:%s\",\"type\":"
                       "\"AnnotationCollection\",\"label\":%s,\"created\":\"%s\",\"first\":{\"id\":\"urn:uuid:%s#1\","
                       "\"type\":\"AnnotationPage\",\"startIndex\":0,\"items\":[",
                       uuid, label_json, time, uuid);
  sayso_export_each (self, SAYSO_ITEM_ARTICLE, SAYSO_SORT_TEXT, note_source, &annotations);
  for (SaysoItemKind kind = SAYSO_ITEM_TIME; kind <= SAYSO_ITEM_RELATION; kind++)
    sayso_export_each (self, kind, SAYSO_SORT_TEXT, put_item, &annotations);
  sayso_export_put (self, "]}}\n");
  sayso_export_lose (self, N_ ("Positions count characters of the text as Sayso shows it, which a web page may have "
                               "otherwise; the words are found in either"));
}

/* sayso-export-claimreview.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "sayso-export-private.h"
#include "sayso-sourcing.h"

/* Claims with the grade of their sourcing as schema.org ClaimReview (JSON-LD). What is rated is how well a claim is
 * sourced, never whether it is true, and each rating says so. */

#define BEST 4

static void
begin (JsonBuilder *builder, const char *name, const char *type)
{
  if (name != NULL)
    json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  sayso_export_add (builder, "@type", type);
}

static void
add_source (SaysoExport *self, JsonBuilder *builder, SaysoClaim *claim)
{
  g_autoptr (SaysoItem) actor = sayso_export_get (self, SAYSO_ITEM_ACTOR, claim->source_actor);
  gboolean person =
      actor == NULL ? claim->source_kind == SAYSO_SOURCE_ANONYMOUS : SAYSO_ACTOR (actor)->kind == SAYSO_NAME_PERSON;
  const char *name = actor != NULL ? sayso_item_get_title (actor) : claim->source_name;

  if (name == NULL || *name == '\0')
    return;
  begin (builder, "author", person && !claim->several ? "Person" : "Organization");
  sayso_export_add (builder, "name", name);
  if (claim->source_kind == SAYSO_SOURCE_ANONYMOUS)
    sayso_export_add (builder, "description", "Not named");
  json_builder_end_object (builder);
}

static void
add_article (SaysoExport *self, JsonBuilder *builder, SaysoArticle *article)
{
  if (article == NULL)
    return;
  if (article->published != NULL)
    sayso_export_add (builder, "datePublished", article->published);
  begin (builder, "appearance", "Article");
  sayso_export_add (builder, "headline", sayso_item_get_title (SAYSO_ITEM (article)));
  sayso_export_add (builder, "url", article->url);
  sayso_export_add (builder, "datePublished", article->published);
  if (article->outlet != NULL)
    {
      begin (builder, "publisher", "Organization");
      sayso_export_add (builder, "name", article->outlet);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
  if (article->url == NULL)
    sayso_export_lose (self, N_ ("The article of a claim has no address on the web, which search engines ask for"));
}

static void
put_claim (SaysoExport *self, SaysoItem *item, gpointer data)
{
  gboolean *first = data;
  SaysoClaim *claim = SAYSO_CLAIM (item);
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (SaysoItem) article = sayso_export_get (self, SAYSO_ITEM_ARTICLE, claim->article);
  g_autoptr (GArray) chain = sayso_export_get_chain (self, claim);
  g_autofree char *path = sayso_chain_describe (chain);
  g_autofree char *words = sayso_export_slice_all (self, claim->article, claim->content);
  g_autofree char *uuid = sayso_export_uuid (self, "claim", sayso_item_get_id (item), 0);
  g_autofree char *id = g_strconcat ("urn:uuid:", uuid, NULL);
  g_autofree char *title = sayso_export_dup_title (self), *time = sayso_export_dup_time (self);

  begin (builder, NULL, "ClaimReview");
  sayso_export_add (builder, "@id", id);
  sayso_export_add (builder, "url", id);
  sayso_export_add (builder, "datePublished", time);
  sayso_export_add (builder, "claimReviewed", sayso_item_get_title (item));
  sayso_export_add (builder, "reviewBody", path);
  begin (builder, "author", "Organization");
  sayso_export_add (builder, "name", *title != '\0' ? title : "Sayso");
  sayso_export_add (builder, "description", "A casebook read with Sayso " SAYSO_VERSION);
  json_builder_end_object (builder);
  begin (builder, "itemReviewed", "Claim");
  sayso_export_add (builder, "text", words);
  add_source (self, builder, claim);
  add_article (self, builder, article != NULL ? SAYSO_ARTICLE (article) : NULL);
  json_builder_end_object (builder);
  begin (builder, "reviewRating", "Rating");
  sayso_export_add (builder, "reviewAspect", "sourcing");
  sayso_export_add_int (builder, "ratingValue", claim->level);
  sayso_export_add_int (builder, "bestRating", BEST);
  sayso_export_add_int (builder, "worstRating", 0);
  sayso_export_add (builder, "alternateName", sayso_sourcing_words (claim->level));
  sayso_export_add (builder, "ratingExplanation", "How well the claim is sourced, not whether it is true.");
  json_builder_end_object (builder);
  json_builder_end_object (builder);

  sayso_export_put (self, *first ? "\n" : ",\n");
  sayso_export_put_built (self, builder);
  *first = FALSE;
}

void
sayso_export_write_claimreview (SaysoExport *self)
{
  gboolean first = TRUE;

  sayso_export_put (self, "{\"@context\":\"https://schema.org\",\"@graph\":[");
  sayso_export_each (self, SAYSO_ITEM_CLAIM, SAYSO_SORT_TEXT, put_claim, &first);
  sayso_export_put (self, "]}\n");
  sayso_export_lose (self, N_ ("Only claims are reviewed: no events, relations or texts"));
}

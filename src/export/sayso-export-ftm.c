/* sayso-export-ftm.c
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

/* FollowTheMoney entities, one a line: what Aleph, OpenSanctions and their tools read. Actors are persons, bodies and
 * assets, articles are articles, events events, relations links, claims notes on their articles. */

static const char *const schemata[] = {
  [SAYSO_NAME_OTHER] = "LegalEntity", [SAYSO_NAME_PERSON] = "Person",       [SAYSO_NAME_ORGANIZATION] = "Organization",
  [SAYSO_NAME_AGENCY] = "PublicBody", [SAYSO_NAME_OUTLET] = "Organization", [SAYSO_NAME_GROUP] = "Organization",
  [SAYSO_NAME_PRODUCT] = "Asset",     [SAYSO_NAME_PLACE] = "Address",
};

/* The kinds whose schemata are, or derive from, LegalEntity: only they take part, speak and are members. */
static gboolean
is_legal (SaysoNameKind kind)
{
  return kind != SAYSO_NAME_PRODUCT && kind != SAYSO_NAME_PLACE;
}

typedef struct
{
  GHashTable *kinds; /* actor → SaysoNameKind + 1 */
} Ftm;

static SaysoNameKind
kind_of (Ftm *ftm, gint64 actor, gboolean *known)
{
  guint kind = GPOINTER_TO_UINT (g_hash_table_lookup (ftm->kinds, GSIZE_TO_POINTER ((gsize) actor)));

  *known = kind != 0;

  return kind != 0 ? kind - 1 : SAYSO_NAME_OTHER;
}

static JsonBuilder *
begin (SaysoExport *self, const char *schema, const char *kind, gint64 id)
{
  JsonBuilder *builder = json_builder_new_immutable ();
  g_autofree char *uuid = sayso_export_uuid (self, kind, id, 0);

  json_builder_begin_object (builder);
  sayso_export_add (builder, "id", uuid);
  sayso_export_add (builder, "schema", schema);
  json_builder_set_member_name (builder, "properties");
  json_builder_begin_object (builder);

  return builder;
}

/* Every property is a list. */
static void
add (JsonBuilder *builder, const char *name, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, value);
  json_builder_end_array (builder);
}

static void
add_ref (SaysoExport *self, JsonBuilder *builder, const char *name, const char *kind, gint64 id)
{
  g_autofree char *uuid = id != 0 ? sayso_export_uuid (self, kind, id, 0) : NULL;

  add (builder, name, uuid);
}

/* Takes @builder. */
static void
put (SaysoExport *self, JsonBuilder *builder)
{
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  sayso_export_put_built (self, builder);
  sayso_export_put (self, "\n");
  g_object_unref (builder);
}

/* A date as FollowTheMoney has it: a year, a month or a day, but no season ("2021-21"). */
static gboolean
is_prefix_date (const char *edtf)
{
  static const char pattern[] = "dddd-dd-dd";
  gsize n = strlen (edtf);

  if (n != 4 && n != 7 && n != 10)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (pattern[i] == 'd' ? !g_ascii_isdigit (edtf[i]) : edtf[i] != '-')
      return FALSE;

  return n == 4 || g_ascii_strtoll (edtf + 5, NULL, 10) <= 12;
}

static void
add_dates (SaysoExport *self, JsonBuilder *builder, const SaysoBounds *bounds, const char *edtf)
{
  g_autofree char *dates = sayso_export_dates (bounds, edtf);
  g_autofree char *note = g_strconcat ("When: ", dates, NULL);

  if (*dates == '\0')
    return;
  if (is_prefix_date (dates))
    {
      add (builder, "date", dates);
      return;
    }
  if (bounds->earliest != SAYSO_OPEN_PAST)
    {
      g_autofree char *day = sayso_export_day (bounds->earliest, FALSE);

      add (builder, "startDate", day);
    }
  if (bounds->latest != SAYSO_OPEN_FUTURE)
    {
      g_autofree char *day = sayso_export_day (bounds->latest, FALSE);

      add (builder, "endDate", day);
    }
  add (builder, "summary", note);
  sayso_export_lose (self, N_ ("An uncertain date is written as a first and a last day, and exactly only in words"));
}

static void
put_article (SaysoExport *self, SaysoItem *item, gpointer data)
{
  SaysoArticle *article = SAYSO_ARTICLE (item);
  g_autoptr (SaysoText) text = sayso_export_get_text (self, sayso_item_get_id (item));
  g_autofree char *file = g_path_get_basename (article->location);
  g_autofree char *hash = *article->sha256 != '\0' ? g_strconcat ("SHA-256: ", article->sha256, NULL) : NULL;
  JsonBuilder *builder = begin (self, "Article", "article", sayso_item_get_id (item));

  add (builder, "name", sayso_item_get_title (item));
  add (builder, "title", sayso_item_get_title (item));
  add (builder, "fileName", *article->location != '\0' ? file : sayso_item_get_title (item));
  add (builder, "author", article->byline);
  add (builder, "publisher", article->outlet);
  add (builder, "sourceUrl", article->url);
  add (builder, "mimeType", article->media_type);
  add (builder, "notes", hash);
  if (article->published != NULL)
    {
      g_autofree char *day = g_strndup (article->published, strlen ("2017-11-02"));

      add (builder, "publishedAt", is_prefix_date (day) ? day : NULL);
    }
  add (builder, "bodyText", text != NULL ? sayso_text_get_utf8 (text) : NULL);
  put (self, builder);
}

static void
put_mentions (SaysoExport *self, SaysoItem *item)
{
  g_autoptr (GArray) passages = sayso_export_get_evidence (self, item);

  for (guint i = 0; i < passages->len; i++)
    {
      const SaysoPassage *passage = &g_array_index (passages, SaysoPassage, i);
      g_autofree char *words = sayso_export_slice (self, passage->article, passage->span);
      g_autofree char *uuid = sayso_export_uuid (self, "mention", passage->article,
                                                 ((gint64) passage->span.start << 32) | passage->span.end);
      g_autofree char *document = sayso_export_uuid (self, "article", passage->article, 0);
      g_autofree char *actor = sayso_export_uuid (self, "actor", sayso_item_get_id (item), 0);
      g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

      if (*words == '\0')
        continue;
      json_builder_begin_object (builder);
      sayso_export_add (builder, "id", uuid);
      sayso_export_add (builder, "schema", "Mention");
      json_builder_set_member_name (builder, "properties");
      json_builder_begin_object (builder);
      add (builder, "document", document);
      add (builder, "name", words);
      add (builder, "resolved", actor);
      add (builder, "detectedSchema", schemata[SAYSO_ACTOR (item)->kind]);
      json_builder_end_object (builder);
      json_builder_end_object (builder);
      sayso_export_put_built (self, builder);
      sayso_export_put (self, "\n");
    }
}

static void
put_actor (SaysoExport *self, SaysoItem *item, gpointer data)
{
  Ftm *ftm = data;
  SaysoActor *actor = SAYSO_ACTOR (item);
  JsonBuilder *builder = begin (self, schemata[actor->kind], "actor", sayso_item_get_id (item));

  g_hash_table_insert (ftm->kinds, GSIZE_TO_POINTER ((gsize) sayso_item_get_id (item)),
                       GUINT_TO_POINTER (actor->kind + 1));
  add (builder, "name", sayso_item_get_title (item));
  if (actor->aliases[0] != NULL)
    {
      json_builder_set_member_name (builder, "alias");
      json_builder_begin_array (builder);
      for (char **alias = actor->aliases; *alias != NULL; alias++)
        json_builder_add_string_value (builder, *alias);
      json_builder_end_array (builder);
    }
  if (actor->kind == SAYSO_NAME_PLACE)
    add (builder, "full", sayso_item_get_title (item));
  add (builder, "keywords", sayso_enum_to_nick (SAYSO_TYPE_NAME_KIND, actor->kind));
  add (builder, "description", actor->unnamed ? "Not named in the article" : NULL);
  put (self, builder);

  if (is_legal (actor->kind))
    put_mentions (self, item);
  else
    sayso_export_lose (self, N_ ("Where products and places are mentioned has no place"));
}

static void
put_event (SaysoExport *self, SaysoItem *item, gpointer data)
{
  Ftm *ftm = data;
  SaysoEvent *event = SAYSO_EVENT (item);
  g_autofree char *words = sayso_export_slice (self, event->article, event->span);
  g_autoptr (SaysoItem) place = sayso_export_get (self, SAYSO_ITEM_ACTOR, event->place);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  JsonBuilder *builder = begin (self, "Event", "event", sayso_item_get_id (item));
  gboolean any = FALSE;

  add (builder, "name", sayso_item_get_title (item));
  add (builder, "description", words);
  add (builder, "keywords", sayso_enum_to_nick (SAYSO_TYPE_FACTUALITY, event->factuality));
  add (builder, "location", place != NULL ? sayso_item_get_title (place) : NULL);
  add_ref (self, builder, "proof", "article", event->article);
  add_dates (self, builder, &event->bounds, event->edtf);
  for (guint i = 0; i < event->roles->len; i++)
    {
      gint64 actor = g_array_index (event->roles, SaysoEventRole, i).actor;
      gboolean known;
      SaysoNameKind kind = kind_of (ftm, actor, &known);
      g_autofree char *uuid = sayso_export_uuid (self, "actor", actor, 0);

      if (!known || !g_hash_table_add (seen, GSIZE_TO_POINTER ((gsize) actor)))
        continue;
      if (!is_legal (kind))
        {
          sayso_export_lose (self, N_ ("A product or place takes part in no event"));
          continue;
        }
      if (!any)
        {
          json_builder_set_member_name (builder, "involved");
          json_builder_begin_array (builder);
        }
      any = TRUE;
      json_builder_add_string_value (builder, uuid);
    }
  if (any)
    json_builder_end_array (builder);
  put (self, builder);
}

static void
put_claim (SaysoExport *self, SaysoItem *item, gpointer data)
{
  SaysoClaim *claim = SAYSO_CLAIM (item);
  g_autofree char *words = sayso_export_slice_all (self, claim->article, claim->content);
  g_autoptr (GArray) chain = sayso_export_get_chain (self, claim);
  g_autofree char *path = sayso_chain_describe (chain);
  g_autofree char *sourcing = g_strdup_printf ("Sourcing: %u of 4. %s", claim->level, path);
  JsonBuilder *builder = begin (self, "Note", "claim", sayso_item_get_id (item));

  add (builder, "name", sayso_item_get_title (item));
  add (builder, "description", words);
  add (builder, "summary", sourcing);
  add (builder, "keywords", sayso_enum_to_nick (SAYSO_TYPE_SOURCE_KIND, claim->source_kind));
  add_ref (self, builder, "entity", "article", claim->article);
  put (self, builder);
}

static void
put_relation (SaysoExport *self, SaysoItem *item, gpointer data)
{
  Ftm *ftm = data;
  SaysoRelation *relation = SAYSO_RELATION (item);
  gboolean has_subject, has_object;
  SaysoNameKind subject = kind_of (ftm, relation->subject, &has_subject);
  SaysoNameKind object = kind_of (ftm, relation->object, &has_object);
  gboolean member =
      g_str_equal (relation->type, "member-of") && is_legal (subject) && g_str_equal (schemata[object], "Organization");
  JsonBuilder *builder;

  if (!has_subject || !has_object)
    return;
  builder = begin (self, member ? "Membership" : "UnknownLink", "relation", sayso_item_get_id (item));
  add_ref (self, builder, member ? "member" : "subject", "actor", relation->subject);
  add_ref (self, builder, member ? "organization" : "object", "actor", relation->object);
  add (builder, "role", relation->label);
  add (builder, "status", sayso_enum_to_nick (SAYSO_TYPE_VOICE, relation->voice));
  add (builder, "summary", sayso_item_get_title (item));
  put (self, builder);
}

void
sayso_export_write_ftm (SaysoExport *self)
{
  g_autoptr (GHashTable) kinds = g_hash_table_new (NULL, NULL);
  Ftm ftm = { kinds };
  g_autofree char *title = sayso_export_dup_title (self), *time = sayso_export_dup_time (self);
  g_autofree char *scope = sayso_export_dup_scope (self);
  g_autofree char *what = g_strdup_printf ("Sayso " SAYSO_VERSION ", casebook of %s, %s", time, scope);
  JsonBuilder *builder = begin (self, "Note", "provenance", 0);

  add (builder, "name", title);
  add (builder, "description", what);
  put (self, builder);
  sayso_export_each (self, SAYSO_ITEM_ARTICLE, SAYSO_SORT_TEXT, put_article, &ftm);
  sayso_export_each (self, SAYSO_ITEM_ACTOR, SAYSO_SORT_TEXT, put_actor, &ftm);
  sayso_export_each (self, SAYSO_ITEM_EVENT, SAYSO_SORT_TEXT, put_event, &ftm);
  sayso_export_each (self, SAYSO_ITEM_CLAIM, SAYSO_SORT_TEXT, put_claim, &ftm);
  sayso_export_each (self, SAYSO_ITEM_RELATION, SAYSO_SORT_TEXT, put_relation, &ftm);
  sayso_export_lose (self, N_ ("Where in a text something stands has no place"));
}

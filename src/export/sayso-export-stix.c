/* sayso-export-stix.c
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
#include "sayso-sourcing.h"

/* A STIX 2.1 bundle (OASIS Standard, 10 June 2021): actors as identities, intrusion sets, threat actors, malware,
 * software and locations, articles as reports, relations as relationships, events and claims as notes, and what a
 * reader or an author thinks of them as opinions. */

/* Names that say what a product is. */
static const char *const malware_words[] = { "RAT",     "backdoor",   "botnet",  "keylogger", "loader",
                                             "malware", "ransomware", "rootkit", "spyware",   "stealer",
                                             "trojan",  "virus",      "wiper",   "worm" };

/* Confidence from 0 to 100 (STIX 2.1, appendix A, "None / Low / Med / High") by how something is told; what a person
 * confirmed is high. */
static const int confidences[] = {
  [SAYSO_VOICE_SAID] = 50, [SAYSO_VOICE_CLAIMED] = 15, [SAYSO_VOICE_HYPOTHETICAL] = 15, [SAYSO_VOICE_DENIED] = 0
};
#define CONFIDENCE_CONFIRMED 85

typedef struct
{
  gboolean first;
  char *time;
  char *author;       /* id of the identity that made the objects: Sayso */
  GHashTable *sets;   /* ids of groups that are attributed to somebody */
  GHashTable *actors; /* id → type of object, static */
} Stix;

static gpointer
key_of (gint64 id)
{
  return GSIZE_TO_POINTER ((gsize) id);
}

static char *
id_of (SaysoExport *self, const char *type, const char *kind, gint64 id)
{
  g_autofree char *uuid = sayso_export_uuid (self, kind, id, 0);

  return g_strconcat (type, "--", uuid, NULL);
}

static char *
actor_id (SaysoExport *self, Stix *stix, gint64 id)
{
  const char *type = g_hash_table_lookup (stix->actors, key_of (id));

  return type != NULL ? id_of (self, type, "actor", id) : NULL;
}

static JsonBuilder *
begin (Stix *stix, const char *type, const char *id)
{
  JsonBuilder *builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  sayso_export_add (builder, "type", type);
  sayso_export_add (builder, "spec_version", "2.1");
  sayso_export_add (builder, "id", id);
  if (g_str_equal (type, "software"))
    return builder;
  if (!g_str_equal (id, stix->author))
    sayso_export_add (builder, "created_by_ref", stix->author);
  sayso_export_add (builder, "created", stix->time);
  sayso_export_add (builder, "modified", stix->time);

  return builder;
}

/* Takes @builder. */
static void
put (SaysoExport *self, Stix *stix, JsonBuilder *builder)
{
  json_builder_end_object (builder);
  sayso_export_put (self, stix->first ? "\n" : ",\n");
  sayso_export_put_built (self, builder);
  stix->first = FALSE;
  g_object_unref (builder);
}

static void
add_list (JsonBuilder *builder, const char *name, const char *const *values)
{
  if (values == NULL || *values == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (; *values != NULL; values++)
    json_builder_add_string_value (builder, *values);
  json_builder_end_array (builder);
}

/* -- actors ------------------------------------------------------------------------------------------- */

static gboolean
is_malware (SaysoActor *actor)
{
  g_auto (GStrv) words = g_strsplit_set (sayso_item_get_title (SAYSO_ITEM (actor)), " -", -1);

  for (char **word = words; *word != NULL; word++)
    for (guint i = 0; i < G_N_ELEMENTS (malware_words); i++)
      if (g_ascii_strcasecmp (*word, malware_words[i]) == 0)
        return TRUE;

  return FALSE;
}

static const char *
type_of (Stix *stix, SaysoActor *actor)
{
  if (actor->unnamed)
    return "identity";

  switch (actor->kind)
    {
    case SAYSO_NAME_GROUP:
      return g_hash_table_contains (stix->sets, key_of (sayso_item_get_id (SAYSO_ITEM (actor)))) ? "intrusion-set"
                                                                                                 : "threat-actor";
    case SAYSO_NAME_PRODUCT:
      return is_malware (actor) ? "malware" : "software";
    case SAYSO_NAME_PLACE:
      return "location";
    case SAYSO_NAME_PERSON:
    case SAYSO_NAME_ORGANIZATION:
    case SAYSO_NAME_AGENCY:
    case SAYSO_NAME_OUTLET:
    case SAYSO_NAME_OTHER:
    default:
      return "identity";
    }
}

static const char *
class_of (SaysoActor *actor)
{
  if (actor->unnamed)
    return "unspecified";

  return actor->kind == SAYSO_NAME_PERSON  ? "individual"
         : actor->kind == SAYSO_NAME_OTHER ? "unspecified"
                                           : "organization";
}

static void
put_actor (SaysoExport *self, SaysoItem *item, gpointer data)
{
  Stix *stix = data;
  SaysoActor *actor = SAYSO_ACTOR (item);
  const char *type = type_of (stix, actor);
  g_autofree char *id = id_of (self, type, "actor", sayso_item_get_id (item));
  const char *label[] = { sayso_enum_to_nick (SAYSO_TYPE_NAME_KIND, actor->kind), actor->unnamed ? "unnamed" : NULL,
                          NULL };
  JsonBuilder *builder = begin (stix, type, id);

  g_hash_table_insert (stix->actors, key_of (sayso_item_get_id (item)), (gpointer) type);
  sayso_export_add (builder, "name", sayso_item_get_title (item));
  if (g_str_equal (type, "identity"))
    {
      sayso_export_add (builder, "identity_class", class_of (actor));
      if (actor->aliases[0] != NULL)
        {
          g_autofree char *aliases = g_strjoinv ("; ", actor->aliases);
          g_autofree char *also = g_strconcat ("Also: ", aliases, NULL);

          sayso_export_add (builder, "description", also);
        }
    }
  else if (g_str_equal (type, "location"))
    {
      sayso_export_add (builder, "region", sayso_item_get_title (item));
      sayso_export_lose (self, N_ ("Places have no country or coordinates; their names stand for regions"));
    }
  else if (g_str_equal (type, "software"))
    {
      sayso_export_lose (self, N_ ("Other names of software have no place"));
    }
  else
    {
      add_list (builder, "aliases", (const char *const *) actor->aliases);
    }
  if (g_str_equal (type, "malware"))
    {
      json_builder_set_member_name (builder, "is_family");
      json_builder_add_boolean_value (builder, TRUE);
    }
  if (!g_str_equal (type, "software"))
    add_list (builder, "labels", label);
  put (self, stix, builder);
}

static void
note_attributed (SaysoExport *self, SaysoItem *item, gpointer data)
{
  Stix *stix = data;

  if (g_str_equal (SAYSO_RELATION (item)->type, "attributed-to"))
    g_hash_table_add (stix->sets, key_of (SAYSO_RELATION (item)->subject));
}

/* -- what a reader or an author thinks ---------------------------------------------------------------- */

static void
put_opinion (SaysoExport *self, Stix *stix, const char *kind, gint64 id, const char *about, const char *opinion,
             const char *why)
{
  g_autofree char *own = id_of (self, "opinion", kind, id);
  JsonBuilder *builder = begin (stix, "opinion", own);

  sayso_export_add (builder, "opinion", opinion);
  sayso_export_add (builder, "explanation", why);
  add_list (builder, "object_refs", (const char *[]) { about, NULL });
  put (self, stix, builder);
}

static void
put_opinions (SaysoExport *self, Stix *stix, SaysoItem *item, const char *kind, const char *about, gboolean doubted)
{
  g_autofree char *by_reader = g_strconcat (kind, "-reader", NULL);
  g_autofree char *by_author = g_strconcat (kind, "-author", NULL);

  if (sayso_item_get_standing (item) == SAYSO_STANDING_CONFIRMED)
    put_opinion (self, stix, by_reader, sayso_item_get_id (item), about, "agree",
                 "A reader confirmed that the article says so.");
  if (doubted)
    put_opinion (self, stix, by_author, sayso_item_get_id (item), about, "disagree",
                 "The article's author or the source doubts or denies it.");
}

static int
confidence_of (SaysoItem *item, SaysoVoice voice)
{
  if (sayso_item_get_standing (item) == SAYSO_STANDING_CONFIRMED && voice != SAYSO_VOICE_DENIED)
    return CONFIDENCE_CONFIRMED;

  return confidences[voice];
}

/* -- relations, events, claims ------------------------------------------------------------------------ */

static void
add_evidence (SaysoExport *self, JsonBuilder *builder, SaysoItem *item)
{
  g_autoptr (GArray) passages = sayso_export_get_evidence (self, item);

  if (passages->len == 0)
    return;
  json_builder_set_member_name (builder, "external_references");
  json_builder_begin_array (builder);
  for (guint i = 0; i < passages->len; i++)
    {
      const SaysoPassage *passage = &g_array_index (passages, SaysoPassage, i);
      const char *title = passage->article_title;

      json_builder_begin_object (builder);
      sayso_export_add (builder, "source_name", title != NULL && *title != '\0' ? title : "An article");
      sayso_export_add (builder, "description", passage->quote != NULL ? passage->quote : "");
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_relation (SaysoExport *self, SaysoItem *item, gpointer data)
{
  Stix *stix = data;
  SaysoRelation *relation = SAYSO_RELATION (item);
  g_autofree char *id = id_of (self, "relationship", "relation", sayso_item_get_id (item));
  g_autofree char *source = actor_id (self, stix, relation->subject);
  g_autofree char *target = actor_id (self, stix, relation->object);
  g_autofree char *description = NULL;
  JsonBuilder *builder;

  if (source == NULL || target == NULL)
    return;

  builder = begin (stix, "relationship", id);
  description =
      g_strdup_printf ("%s (%s)", sayso_item_get_title (item), sayso_enum_to_nick (SAYSO_TYPE_VOICE, relation->voice));
  sayso_export_add (builder, "relationship_type", relation->type);
  sayso_export_add (builder, "description", description);
  sayso_export_add (builder, "source_ref", source);
  sayso_export_add (builder, "target_ref", target);
  sayso_export_add_int (builder, "confidence", confidence_of (item, relation->voice));
  add_evidence (self, builder, item);
  put (self, stix, builder);
  put_opinions (self, stix, item, "relation", id, relation->voice == SAYSO_VOICE_DENIED);
}

static void
put_event (SaysoExport *self, SaysoItem *item, gpointer data)
{
  Stix *stix = data;
  SaysoEvent *event = SAYSO_EVENT (item);
  g_autofree char *id = id_of (self, "note", "event", sayso_item_get_id (item));
  g_autofree char *report = id_of (self, "report", "article", event->article);
  g_autofree char *words = sayso_export_slice (self, event->article, event->span);
  g_autofree char *dates = sayso_export_dates (&event->bounds, event->edtf);
  g_autofree char *content = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  const char *label[] = { "event", sayso_enum_to_nick (SAYSO_TYPE_FACTUALITY, event->factuality), NULL };
  JsonBuilder *builder = begin (stix, "note", id);

  content =
      g_strdup_printf ("%s\nWhen: %s\n“%s”", sayso_item_get_title (item), *dates != '\0' ? dates : "unknown", words);
  sayso_export_add (builder, "abstract", sayso_item_get_title (item));
  sayso_export_add (builder, "content", content);
  sayso_export_add_int (builder, "confidence", confidence_of (item, event->voice));
  add_list (builder, "labels", label);
  json_builder_set_member_name (builder, "object_refs");
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, report);
  for (guint i = 0; i <= event->roles->len; i++)
    {
      gint64 actor = i < event->roles->len ? g_array_index (event->roles, SaysoEventRole, i).actor : event->place;
      g_autofree char *ref = actor_id (self, stix, actor);

      if (ref != NULL && g_hash_table_add (seen, key_of (actor)))
        json_builder_add_string_value (builder, ref);
    }
  json_builder_end_array (builder);
  put (self, stix, builder);
  put_opinions (self, stix, item, "event", id, event->doubted || event->factuality == SAYSO_FACTUALITY_DENIED);
  if (*dates != '\0')
    sayso_export_lose (self, N_ ("The date of an event is written only in the words of its note"));
}

static void
put_claim (SaysoExport *self, SaysoItem *item, gpointer data)
{
  Stix *stix = data;
  SaysoClaim *claim = SAYSO_CLAIM (item);
  g_autofree char *id = id_of (self, "note", "claim", sayso_item_get_id (item));
  g_autofree char *report = id_of (self, "report", "article", claim->article);
  g_autofree char *source = actor_id (self, stix, claim->source_actor);
  g_autofree char *words = sayso_export_slice_all (self, claim->article, claim->content);
  g_autoptr (GArray) chain = sayso_export_get_chain (self, claim);
  g_autofree char *path = sayso_chain_describe (chain);
  g_autofree char *content =
      g_strdup_printf ("%s\nSourcing: %u of 4. %s\n“%s”", sayso_item_get_title (item), claim->level, path, words);
  const char *label[] = { "claim", sayso_enum_to_nick (SAYSO_TYPE_SOURCE_KIND, claim->source_kind), NULL };
  JsonBuilder *builder = begin (stix, "note", id);

  sayso_export_add (builder, "abstract", sayso_item_get_title (item));
  sayso_export_add (builder, "content", content);
  if (claim->source_name != NULL)
    add_list (builder, "authors", (const char *[]) { claim->source_name, NULL });
  add_list (builder, "labels", label);
  add_list (builder, "object_refs", (const char *[]) { report, source, NULL });
  put (self, stix, builder);
  put_opinions (self, stix, item, "claim", id, claim->doubted || claim->certainty == SAYSO_CERTAINTY_DENIED);
}

/* -- articles ----------------------------------------------------------------------------------------- */

/* A publication date, which may be only a year, as the instant it begins: "2017-11-02T00:00:00Z". */
static char *
timestamp (const char *published)
{
  SaysoBounds bounds;
  g_autofree char *day = NULL;

  if (published == NULL || !sayso_bounds_parse (published, published, &bounds) || bounds.earliest == SAYSO_OPEN_PAST)
    return NULL;
  day = sayso_export_day (bounds.earliest, FALSE);

  return g_strconcat (day, "T00:00:00Z", NULL);
}

static void
add_report_refs (SaysoExport *self, Stix *stix, JsonBuilder *builder, gint64 article)
{
  static const struct
  {
    SaysoItemKind kind;
    const char *type;
    const char *name;
  } parts[] = { { SAYSO_ITEM_ACTOR, NULL, "actor" },
                { SAYSO_ITEM_EVENT, "note", "event" },
                { SAYSO_ITEM_CLAIM, "note", "claim" },
                { SAYSO_ITEM_RELATION, "relationship", "relation" } };

  json_builder_set_member_name (builder, "object_refs");
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, stix->author);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GArray) ids = sayso_export_get_ids (self, parts[i].kind, article);

      for (guint k = 0; k < ids->len; k++)
        {
          gint64 id = g_array_index (ids, gint64, k);
          g_autofree char *ref =
              parts[i].type == NULL ? actor_id (self, stix, id) : id_of (self, parts[i].type, parts[i].name, id);

          if (ref != NULL)
            json_builder_add_string_value (builder, ref);
        }
    }
  json_builder_end_array (builder);
}

static void
put_article (SaysoExport *self, SaysoItem *item, gpointer data)
{
  Stix *stix = data;
  SaysoArticle *article = SAYSO_ARTICLE (item);
  g_autofree char *id = id_of (self, "report", "article", sayso_item_get_id (item));
  g_autofree char *published = timestamp (article->published);
  JsonBuilder *builder = begin (stix, "report", id);
  const char *outlet = article->outlet != NULL ? article->outlet : sayso_item_get_title (item);

  sayso_export_add (builder, "name", sayso_item_get_title (item));
  sayso_export_add (builder, "description", article->byline);
  sayso_export_add (builder, "published", published != NULL ? published : stix->time);
  if (published == NULL)
    sayso_export_lose (self, N_ ("A report must have a publication date: that of the casebook stands where none is "
                                 "known"));
  else if (strlen (article->published) < strlen ("2017-11-02"))
    sayso_export_lose (self, N_ ("A publication date that is only a year or a month is written as its first day"));
  add_report_refs (self, stix, builder, sayso_item_get_id (item));
  if (*article->sha256 != '\0')
    {
      json_builder_set_member_name (builder, "external_references");
      json_builder_begin_array (builder);
      json_builder_begin_object (builder);
      sayso_export_add (builder, "source_name", *outlet != '\0' ? outlet : "An article");
      sayso_export_add (builder, "description", sayso_item_get_title (item));
      sayso_export_add (builder, "url", article->url);
      /* A hash may stand only beside an address. */
      if (article->url != NULL)
        {
          json_builder_set_member_name (builder, "hashes");
          json_builder_begin_object (builder);
          sayso_export_add (builder, "SHA-256", article->sha256);
          json_builder_end_object (builder);
        }
      json_builder_end_object (builder);
      json_builder_end_array (builder);
    }
  put (self, stix, builder);
}

static void
put_author (SaysoExport *self, Stix *stix)
{
  g_autofree char *title = sayso_export_dup_title (self), *scope = sayso_export_dup_scope (self);
  g_autofree char *description = g_strdup_printf ("Casebook “%s”, %s", title, scope);
  JsonBuilder *builder = begin (stix, "identity", stix->author);

  sayso_export_add (builder, "name", "Sayso " SAYSO_VERSION);
  sayso_export_add (builder, "description", description);
  sayso_export_add (builder, "identity_class", "system");
  put (self, stix, builder);
}

void
sayso_export_write_stix (SaysoExport *self)
{
  g_autofree char *author = id_of (self, "identity", "sayso", 0), *changed = sayso_export_dup_time (self);
  /* Precise to the millisecond (3.2), and so long. */
  g_autofree char *time = g_strdup_printf ("%.19s.000Z", changed);
  g_autofree char *bundle = id_of (self, "bundle", "bundle", self->changed);
  g_autoptr (GHashTable) sets = g_hash_table_new (NULL, NULL), actors = g_hash_table_new (NULL, NULL);
  Stix stix = { TRUE, time, author, sets, actors };

  sayso_export_printf (self, "{\"type\":\"bundle\",\"id\":\"%s\",\"objects\":[", bundle);
  put_author (self, &stix);
  sayso_export_scan (self, SAYSO_ITEM_RELATION, SAYSO_SORT_TEXT, note_attributed, &stix);
  sayso_export_each (self, SAYSO_ITEM_ACTOR, SAYSO_SORT_TEXT, put_actor, &stix);
  sayso_export_each (self, SAYSO_ITEM_RELATION, SAYSO_SORT_TEXT, put_relation, &stix);
  sayso_export_each (self, SAYSO_ITEM_EVENT, SAYSO_SORT_TEXT, put_event, &stix);
  sayso_export_each (self, SAYSO_ITEM_CLAIM, SAYSO_SORT_TEXT, put_claim, &stix);
  sayso_export_each (self, SAYSO_ITEM_ARTICLE, SAYSO_SORT_TEXT, put_article, &stix);
  sayso_export_put (self, "]}\n");
  sayso_export_lose (self, N_ ("Texts, times and mentions have no place in STIX"));
}

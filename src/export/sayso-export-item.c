/* sayso-export-item.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-export-json.h"

#include "sayso-casebook-enums.h"
#include "sayso-enum.h"
#include "sayso-extract-enums.h"
#include "sayso-reader-enums.h"
#include "sayso-sourcing.h"

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/* Ids begin at 1; 0 stands for none. */
static void
add_id (JsonBuilder *builder, const char *name, gint64 id)
{
  json_builder_set_member_name (builder, name);
  if (id != 0)
    json_builder_add_int_value (builder, id);
  else
    json_builder_add_null_value (builder);
}

static void
add_flag (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_enum (JsonBuilder *builder, const char *name, GType type, int value)
{
  add_string (builder, name, sayso_enum_to_nick (type, value));
}

static void
add_span (JsonBuilder *builder, const char *name, SaysoSpan span)
{
  if (name != NULL)
    json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, span.start);
  json_builder_add_int_value (builder, span.end);
  json_builder_end_array (builder);
}

static void
add_spans (JsonBuilder *builder, const char *name, GArray *spans)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    add_span (builder, NULL, g_array_index (spans, SaysoSpan, i));
  json_builder_end_array (builder);
}

/* An uncertain date stays an interval, and its ends stay soft. */
static void
add_bounds (JsonBuilder *builder, const SaysoBounds *bounds)
{
  g_autofree char *earliest = sayso_bounds_format_earliest (bounds);
  g_autofree char *latest = sayso_bounds_format_latest (bounds);

  add_string (builder, "earliest", earliest);
  add_string (builder, "latest", latest);
  add_int (builder, "soft_start_days", bounds->soft_start);
  add_int (builder, "soft_end_days", bounds->soft_end);
  add_flag (builder, "lasting", bounds->lasting);
}

static void
build_article (SaysoArticle *article, JsonBuilder *builder)
{
  g_autoptr (GDateTime) imported = g_date_time_new_from_unix_utc (article->imported);
  g_autofree char *time = imported != NULL ? g_date_time_format_iso8601 (imported) : NULL;

  add_string (builder, "outlet", article->outlet);
  add_string (builder, "byline", article->byline);
  add_string (builder, "url", article->url);
  add_string (builder, "published", article->published);
  add_string (builder, "location", article->location);
  add_string (builder, "media_type", article->media_type);
  add_string (builder, "sha256", article->sha256);
  add_int (builder, "bytes", article->bytes);
  add_string (builder, "imported", time);
}

static void
build_time (SaysoTime *time, JsonBuilder *builder)
{
  add_id (builder, "article", time->article);
  add_span (builder, "span", time->span);
  add_enum (builder, "type", SAYSO_TYPE_TIME_TYPE, time->type);
  add_string (builder, "value", time->value);
  add_string (builder, "mod", time->mod);
  add_string (builder, "edtf", time->edtf);
  add_bounds (builder, &time->bounds);
  add_enum (builder, "anchor", SAYSO_TYPE_ANCHOR_KIND, time->anchor);
  add_id (builder, "anchor_time", time->anchor_time);
}

static void
build_actor (SaysoActor *actor, JsonBuilder *builder)
{
  add_enum (builder, "kind", SAYSO_TYPE_NAME_KIND, actor->kind);
  add_flag (builder, "unnamed", actor->unnamed);
  json_builder_set_member_name (builder, "aliases");
  json_builder_begin_array (builder);
  for (guint i = 0; actor->aliases != NULL && actor->aliases[i] != NULL; i++)
    json_builder_add_string_value (builder, actor->aliases[i]);
  json_builder_end_array (builder);
}

static void
build_event (SaysoEvent *event, JsonBuilder *builder)
{
  add_id (builder, "article", event->article);
  add_span (builder, "trigger", event->trigger);
  add_span (builder, "span", event->span);
  add_string (builder, "type", event->type);
  add_enum (builder, "kind", SAYSO_TYPE_EVENT_KIND, event->kind);
  add_id (builder, "time", event->time);
  add_string (builder, "time_text", event->time_text);
  add_string (builder, "edtf", event->edtf);
  add_bounds (builder, &event->bounds);
  add_id (builder, "place", event->place);
  add_enum (builder, "factuality", SAYSO_TYPE_FACTUALITY, event->factuality);
  add_enum (builder, "voice", SAYSO_TYPE_VOICE, event->voice);
  add_id (builder, "claim", event->claim);
  add_flag (builder, "doubted", event->doubted);
  json_builder_set_member_name (builder, "participants");
  json_builder_begin_array (builder);
  for (guint i = 0; event->roles != NULL && i < event->roles->len; i++)
    {
      const SaysoEventRole *role = &g_array_index (event->roles, SaysoEventRole, i);

      json_builder_begin_object (builder);
      add_string (builder, "role", role->role);
      add_id (builder, "actor", role->actor);
      add_string (builder, "name", role->name);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
build_claim (SaysoClaim *claim, JsonBuilder *builder)
{
  add_id (builder, "article", claim->article);
  add_spans (builder, "source", claim->source);
  add_spans (builder, "cue", claim->cue);
  add_spans (builder, "content", claim->content);
  add_enum (builder, "source_kind", SAYSO_TYPE_SOURCE_KIND, claim->source_kind);
  add_flag (builder, "several", claim->several);
  add_id (builder, "source_actor", claim->source_actor);
  add_string (builder, "source_name", claim->source_name);
  add_string (builder, "description", claim->description);
  add_int (builder, "sourcing_level", sayso_sourcing_level (claim->source_kind, claim->several));
  add_id (builder, "parent", claim->parent);
  add_enum (builder, "mode", SAYSO_TYPE_CLAIM_MODE, claim->mode);
  add_enum (builder, "certainty", SAYSO_TYPE_CERTAINTY, claim->certainty);
  add_flag (builder, "doubted", claim->doubted);
}

static void
build_relation (SaysoRelation *relation, JsonBuilder *builder)
{
  add_id (builder, "subject", relation->subject);
  add_string (builder, "subject_name", relation->subject_name);
  add_string (builder, "type", relation->type);
  add_string (builder, "label", relation->label);
  add_id (builder, "object", relation->object);
  add_string (builder, "object_name", relation->object_name);
  add_enum (builder, "voice", SAYSO_TYPE_VOICE, relation->voice);
}

/**
 * sayso_export_build_item:
 * @item: an item of any kind
 * @builder: has an object open
 *
 * Adds the item's members to the object: its id, its title, who stands behind it, and what its kind has. Spans are
 * `[start, end]` in code points of the article's text; other items are named by their ids, which count per kind.
 */
void
sayso_export_build_item (SaysoItem *item, JsonBuilder *builder)
{
  g_return_if_fail (SAYSO_IS_ITEM (item) && JSON_IS_BUILDER (builder));

  add_id (builder, "id", sayso_item_get_id (item));
  add_string (builder, "title", sayso_item_get_title (item));
  add_enum (builder, "standing", SAYSO_TYPE_STANDING, sayso_item_get_standing (item));

  if (SAYSO_IS_ARTICLE (item))
    build_article (SAYSO_ARTICLE (item), builder);
  else if (SAYSO_IS_TIME (item))
    build_time (SAYSO_TIME (item), builder);
  else if (SAYSO_IS_ACTOR (item))
    build_actor (SAYSO_ACTOR (item), builder);
  else if (SAYSO_IS_EVENT (item))
    build_event (SAYSO_EVENT (item), builder);
  else if (SAYSO_IS_CLAIM (item))
    build_claim (SAYSO_CLAIM (item), builder);
  else if (SAYSO_IS_RELATION (item))
    build_relation (SAYSO_RELATION (item), builder);
}

/* sayso-export-json.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-export-json.h"

#include <glib/gi18n-lib.h>

#include "sayso-export-private.h"
#include "sayso-history.h"

/* Sayso's own JSON: all that a casebook holds, each item with the standing that tells suggestions from decisions.
 * data/schema/sayso-export-1.schema.json describes it. One item a line, written as it is read, so that memory does not
 * grow with the casebook. An export of all of a casebook ends with its history: sayso_history_restore() makes the same
 * casebook of it. */

/* The sections of the file in their order, and what an item has beside its own members. */
static const struct
{
  SaysoItemKind kind;
  const char *name;
  const char *one;
  const char *evidence;
} sections[] = {
  { SAYSO_ITEM_ARTICLE, "articles", "article", NULL }, { SAYSO_ITEM_ACTOR, "actors", "actor", "mentions" },
  { SAYSO_ITEM_TIME, "times", "time", NULL },          { SAYSO_ITEM_EVENT, "events", "event", NULL },
  { SAYSO_ITEM_CLAIM, "claims", "claim", NULL },       { SAYSO_ITEM_RELATION, "relations", "relation", "evidence" },
};

typedef struct
{
  guint section;
  gboolean first;
  gboolean by_line;
} Writer;

static void
build_text (SaysoExport *self, SaysoItem *item, JsonBuilder *builder)
{
  g_autoptr (SaysoText) text = sayso_export_get_text (self, sayso_item_get_id (item));

  if (text != NULL)
    sayso_export_add (builder, "text", sayso_text_get_utf8 (text));
}

static void
build_reference (JsonBuilder *builder, const char *name, gint64 id)
{
  json_builder_set_member_name (builder, name);
  if (id != 0)
    json_builder_add_int_value (builder, id);
  else
    json_builder_add_null_value (builder);
}

static void
build_evidence (SaysoExport *self, SaysoItem *item, const char *name, JsonBuilder *builder)
{
  g_autoptr (GArray) passages = sayso_export_get_evidence (self, item);

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < passages->len; i++)
    {
      const SaysoPassage *passage = &g_array_index (passages, SaysoPassage, i);

      json_builder_begin_object (builder);
      sayso_export_add_int (builder, "article", passage->article);
      json_builder_set_member_name (builder, "span");
      json_builder_begin_array (builder);
      json_builder_add_int_value (builder, passage->span.start);
      json_builder_add_int_value (builder, passage->span.end);
      json_builder_end_array (builder);
      build_reference (builder, "event", passage->event);
      build_reference (builder, "claim", passage->claim);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_item (SaysoExport *self, SaysoItem *item, gpointer data)
{
  Writer *writer = data;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const char *evidence = sections[writer->section].evidence;

  json_builder_begin_object (builder);
  if (writer->by_line)
    sayso_export_add (builder, "item", sections[writer->section].one);
  sayso_export_build_item (item, builder);
  if (SAYSO_IS_ARTICLE (item))
    build_text (self, item, builder);
  if (evidence != NULL)
    build_evidence (self, item, evidence, builder);
  json_builder_end_object (builder);

  if (!writer->by_line)
    sayso_export_put (self, writer->first ? "\n" : ",\n");
  writer->first = FALSE;
  sayso_export_put_built (self, builder);
  if (writer->by_line)
    sayso_export_put (self, "\n");
}

static gboolean
is_whole (SaysoExport *self)
{
  return self->filter == NULL && self->redaction == NULL;
}

static void
put_provenance (SaysoExport *self, const char *before, const char *after)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *title = sayso_export_dup_title (self), *time = sayso_export_dup_time (self);
  g_autofree char *scope = sayso_export_dup_scope (self);

  json_builder_begin_object (builder);
  sayso_export_add (builder, "casebook", title);
  sayso_export_add (builder, "changed", time);
  sayso_export_add (builder, "scope", scope);
  if (is_whole (self))
    {
      g_autofree char *digest = sayso_casebook_digest (self->casebook, &self->error);

      sayso_export_add (builder, "digest", digest);
    }
  json_builder_end_object (builder);
  sayso_export_printf (self, "%s\"sayso\":1,\"program\":\"Sayso " SAYSO_VERSION "\",\"provenance\":", before);
  sayso_export_put_built (self, builder);
  sayso_export_put (self, after);
}

typedef struct
{
  SaysoExport *export;
  const char *section; /* that is open, NULL before the first */
  gboolean by_line;
} History;

static gboolean
put_history_item (const char *section, const char *item, JsonNode *node, gpointer data)
{
  History *self = data;
  g_autofree char *text = json_to_string (node, FALSE);

  if (self->by_line)
    {
      sayso_export_printf (self->export, "{\"item\":\"%s\",%s\n", item, text + 1);
    }
  else
    {
      if (g_strcmp0 (self->section, section) != 0)
        sayso_export_printf (self->export, "%s,\n\"%s\":[\n", self->section != NULL ? "]" : "", section);
      else
        sayso_export_put (self->export, ",\n");
      sayso_export_put (self->export, text);
      self->section = section;
    }

  return self->export->error == NULL && !g_cancellable_is_cancelled (self->export->cancellable);
}

static void
put_history (SaysoExport *self, gboolean by_line)
{
  History history = { self, NULL, by_line };
  g_autoptr (GError) error = NULL;

  if (!is_whole (self))
    {
      sayso_export_lose (self, N_ ("The original files and the history are not part of a selection, nor of what is "
                                   "withheld"));
      return;
    }
  if (self->error == NULL)
    sayso_casebook_tell_history (self->casebook, put_history_item, &history, &self->error);
  if (self->error == NULL)
    g_cancellable_set_error_if_cancelled (self->cancellable, &self->error);
  if (history.section != NULL)
    sayso_export_put (self, "]");
}

void
sayso_export_write_json (SaysoExport *self)
{
  Writer writer = { 0 };

  put_provenance (self, "{", "");
  for (; writer.section < G_N_ELEMENTS (sections); writer.section++)
    {
      writer.first = TRUE;
      sayso_export_printf (self, ",\n\"%s\":[", sections[writer.section].name);
      sayso_export_each (self, sections[writer.section].kind, SAYSO_SORT_TEXT, put_item, &writer);
      sayso_export_put (self, "]");
    }
  put_history (self, FALSE);
  sayso_export_put (self, "}\n");
}

void
sayso_export_write_ndjson (SaysoExport *self)
{
  Writer writer = { .by_line = TRUE };

  put_provenance (self, "{\"item\":\"export\",", "}\n");
  for (; writer.section < G_N_ELEMENTS (sections); writer.section++)
    sayso_export_each (self, sections[writer.section].kind, SAYSO_SORT_TEXT, put_item, &writer);
  put_history (self, TRUE);
}

/* sayso-export-json.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-export-json.h"

#include "sayso-export-private.h"

/* The sections of the file in their order, and what an item has beside its own members. */
static const struct
{
  SaysoItemKind kind;
  const char *name;
  const char *evidence;
} sections[] = {
  { SAYSO_ITEM_ARTICLE, "articles", NULL }, { SAYSO_ITEM_ACTOR, "actors", "mentions" },
  { SAYSO_ITEM_TIME, "times", NULL },       { SAYSO_ITEM_EVENT, "events", NULL },
  { SAYSO_ITEM_CLAIM, "claims", NULL },     { SAYSO_ITEM_RELATION, "relations", "evidence" },
};

typedef struct
{
  SaysoCasebook *casebook;
  GOutputStream *stream;
  GCancellable *cancellable;
  guint section;
  gboolean first;
} Writer;

static gboolean
put (Writer *self, const char *text, GError **error)
{
  return g_output_stream_write_all (self->stream, text, strlen (text), NULL, self->cancellable, error);
}

static gboolean
put_built (Writer *self, JsonBuilder *builder, GError **error)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;
  gsize length;

  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, &length);

  return g_output_stream_write_all (self->stream, text, length, NULL, self->cancellable, error);
}

static gboolean
build_text (Writer *self, SaysoItem *item, JsonBuilder *builder, GError **error)
{
  g_autoptr (SaysoText) text = sayso_casebook_get_text (self->casebook, sayso_item_get_id (item), error);

  if (text == NULL)
    return FALSE;
  json_builder_set_member_name (builder, "text");
  json_builder_add_string_value (builder, sayso_text_get_utf8 (text));

  return TRUE;
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

static gboolean
build_evidence (Writer *self, SaysoItem *item, const char *name, JsonBuilder *builder, GError **error)
{
  g_autoptr (GArray) passages = sayso_casebook_get_evidence (self->casebook, sayso_item_get_kind (item),
                                                             sayso_item_get_id (item), G_MAXINT, error);

  if (passages == NULL)
    return FALSE;
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < passages->len; i++)
    {
      const SaysoPassage *passage = &g_array_index (passages, SaysoPassage, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "article");
      json_builder_add_int_value (builder, passage->article);
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

  return TRUE;
}

static gboolean
put_item (SaysoItem *item, gpointer user_data, GError **error)
{
  Writer *self = user_data;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const char *evidence = sections[self->section].evidence;

  json_builder_begin_object (builder);
  sayso_export_build_item (item, builder);
  if (SAYSO_IS_ARTICLE (item) && !build_text (self, item, builder, error))
    return FALSE;
  if (evidence != NULL && !build_evidence (self, item, evidence, builder, error))
    return FALSE;
  json_builder_end_object (builder);

  if (!put (self, self->first ? "\n" : ",\n", error))
    return FALSE;
  self->first = FALSE;

  return put_built (self, builder, error);
}

/**
 * sayso_export_json:
 * @casebook: a casebook
 * @stream: where to write; it stays open
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Writes all that is in a casebook as one JSON object: articles with their texts, actors with their mentions, times,
 * events, claims, relations with their evidence, each with the standing that tells suggestions from decisions. One item
 * a line, written as it is read, so that memory does not grow with the casebook. The same casebook gives the same
 * bytes. The original files are not in it. Blocks; for a worker thread.
 *
 * Returns: whether all was written
 */
gboolean
sayso_export_json (SaysoCasebook *casebook, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  Writer self = { casebook, stream, cancellable, 0, TRUE };

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (casebook) && G_IS_OUTPUT_STREAM (stream), FALSE);

  if (!put (&self, "{\"sayso\":1,\"program\":\"Sayso " SAYSO_VERSION "\"", error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      self.section = i;
      self.first = TRUE;
      if (!put (&self, ",\n\"", error) || !put (&self, sections[i].name, error) || !put (&self, "\":[", error) ||
          !sayso_export_each (casebook, sections[i].kind, put_item, &self, cancellable, error) ||
          !put (&self, "]", error))
        return FALSE;
    }

  return put (&self, "}\n", error);
}

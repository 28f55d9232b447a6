/* sayso-provenance.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-provenance.h"

#include <json-glib/json-glib.h>

struct _SaysoProvenance
{
  gatomicrefcount ref_count;
  GHashTable *facts;
};

/**
 * sayso_provenance_new:
 * @way: by which way a document came
 *
 * Returns: (transfer full): its provenance, with the version of the importer
 */
SaysoProvenance *
sayso_provenance_new (const char *way)
{
  SaysoProvenance *self = g_new0 (SaysoProvenance, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sayso_provenance_set (self, "way", way);
  sayso_provenance_set (self, "importer", SAYSO_VERSION);

  return self;
}

SaysoProvenance *
sayso_provenance_ref (SaysoProvenance *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sayso_provenance_unref (SaysoProvenance *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->facts);
  g_free (self);
}

/**
 * sayso_provenance_set:
 * @self: a provenance that no document has yet
 * @name: a fact
 * @value: (nullable): what is known of it; %NULL changes nothing
 */
void
sayso_provenance_set (SaysoProvenance *self, const char *name, const char *value)
{
  g_return_if_fail (self != NULL && name != NULL);

  if (value != NULL)
    g_hash_table_replace (self->facts, g_strdup (name), g_utf8_make_valid (value, -1));
}

const char *
sayso_provenance_get (SaysoProvenance *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  return g_hash_table_lookup (self->facts, name);
}

/**
 * sayso_provenance_to_json:
 * @self: a provenance
 *
 * Returns: (transfer full): an object with a string for each fact, in the order of their names
 */
char *
sayso_provenance_to_json (SaysoProvenance *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GList) names = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  names = g_list_sort (g_hash_table_get_keys (self->facts), (GCompareFunc) g_strcmp0);
  json_builder_begin_object (builder);
  for (GList *name = names; name != NULL; name = name->next)
    {
      json_builder_set_member_name (builder, name->data);
      json_builder_add_string_value (builder, g_hash_table_lookup (self->facts, name->data));
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

/**
 * sayso_provenance_from_json:
 * @json: what sayso_provenance_to_json() gave
 *
 * Returns: (transfer full) (nullable): the provenance
 */
SaysoProvenance *
sayso_provenance_from_json (const char *json)
{
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  SaysoProvenance *self;
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  self = sayso_provenance_new ("");
  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &name, &value))
    if (JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_STRING)
      sayso_provenance_set (self, name, json_node_get_string (value));

  return self;
}

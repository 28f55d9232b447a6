/* sayso-remarks.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-remarks.h"

#include <json-glib/json-glib.h>

#include "sayso-casebook-enums.h"
#include "sayso-casebook-private.h"
#include "sayso-enum.h"
#include "sayso-item-private.h"
#include "sayso-load.h"

/* What persons said of items. */

static void
remark_clear (gpointer data)
{
  SaysoRemark *remark = data;

  g_free (remark->text);
  g_free (remark->quote);
  g_free (remark->type);
  g_free (remark->who);
}

/* What a query finds, once its inputs are bound. */
static GArray *
read_remarks (SaysoStatement *row)
{
  GArray *remarks = g_array_new (FALSE, FALSE, sizeof (SaysoRemark));

  g_array_set_clear_func (remarks, remark_clear);
  while (sayso_statement_next (row))
    {
      SaysoRemark remark = { .id = sayso_statement_int (row, "id"),
                             .sort = sayso_statement_enum (row, "sort", SAYSO_TYPE_REMARK_SORT),
                             .kind = sayso_statement_enum (row, "kind", SAYSO_TYPE_ITEM_KIND),
                             .item = sayso_statement_int (row, "item"),
                             .text = sayso_statement_dup (row, "text"),
                             .span = sayso_statement_span (row),
                             .quote = sayso_statement_dup (row, "quote"),
                             .type = sayso_statement_dup (row, "type"),
                             .other_kind = sayso_statement_enum (row, "other_kind", SAYSO_TYPE_ITEM_KIND),
                             .other = sayso_statement_int (row, "other"),
                             .made = sayso_statement_int (row, "made"),
                             .who = sayso_statement_dup (row, "who") };

      g_array_append_val (remarks, remark);
    }

  return remarks;
}

/**
 * sayso_casebook_get_remarks:
 * @self: a casebook
 * @kind: kind of the item
 * @id: an item
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SaysoRemark): its tags, its notes and the links from and to it, the
 *   first written first
 */
GArray *
sayso_casebook_get_remarks (SaysoCasebook *self, SaysoItemKind kind, gint64 id, GError **error)
{
  g_autoptr (GArray) remarks = NULL;
  SaysoConnection *db;
  SaysoStatement *row;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return NULL;
  row = sayso_connection_prepare (db, "remark/of-item");
  sayso_statement_bind_enum (row, "kind", SAYSO_TYPE_ITEM_KIND, kind);
  sayso_statement_bind_int (row, "id", id);
  remarks = read_remarks (row);

  return sayso_casebook_give_back (self, db, error) ? g_steal_pointer (&remarks) : NULL;
}

/**
 * sayso_casebook_get_notes:
 * @self: a casebook
 * @article: an article
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SaysoRemark): the notes on the article and on all that stands in
 *   it, the first written first
 */
GArray *
sayso_casebook_get_notes (SaysoCasebook *self, gint64 article, GError **error)
{
  g_autoptr (GArray) remarks = NULL;
  SaysoConnection *db;
  SaysoStatement *row;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return NULL;
  row = sayso_connection_prepare (db, "remark/notes-in");
  sayso_statement_bind_int (row, "article", article);
  remarks = read_remarks (row);

  return sayso_casebook_give_back (self, db, error) ? g_steal_pointer (&remarks) : NULL;
}

/**
 * sayso_casebook_get_disputed_identities:
 * @self: a casebook
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SaysoLookalike): pairs of actors that a person noted as perhaps one
 */
GArray *
sayso_casebook_get_disputed_identities (SaysoCasebook *self, GError **error)
{
  g_autoptr (GArray) disputes = g_array_new (FALSE, FALSE, sizeof (SaysoLookalike));
  SaysoConnection *db;
  SaysoStatement *row;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return NULL;
  row = sayso_connection_prepare (db, "remark/disputed-identities");
  while (sayso_statement_next (row))
    {
      SaysoLookalike dispute = { sayso_statement_int (row, "one"), sayso_statement_int (row, "other") };

      g_array_append_val (disputes, dispute);
    }

  return sayso_casebook_give_back (self, db, error) ? g_steal_pointer (&disputes) : NULL;
}

/**
 * sayso_casebook_get_tags:
 * @self: a casebook
 * @error: return location
 *
 * Returns: (transfer full) (nullable): all tags in use, in the locale's order
 */
char **
sayso_casebook_get_tags (SaysoCasebook *self, GError **error)
{
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
  SaysoConnection *db;
  SaysoStatement *row;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return NULL;
  row = sayso_connection_prepare (db, "remark/tags");
  while (sayso_statement_next (row))
    g_strv_builder_add (tags, sayso_statement_text (row, "text", NULL));

  return sayso_casebook_give_back (self, db, error) ? g_strv_builder_end (tags) : NULL;
}

/**
 * sayso_casebook_get_edits:
 * @self: a casebook
 * @kind: kind of the item
 * @id: an item
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): what a person set on it: field → value, see
 *   sayso_command_new_edit(); and what was found before as "found-FIELD"
 */
GHashTable *
sayso_casebook_get_edits (SaysoCasebook *self, SaysoItemKind kind, gint64 id, GError **error)
{
  g_autoptr (GHashTable) edits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *query = g_strconcat ("query/edits-", sayso_enum_to_nick (SAYSO_TYPE_ITEM_KIND, kind), NULL);
  g_autoptr (JsonNode) node = NULL;
  SaysoConnection *db;
  SaysoStatement *row;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);

  if (sayso_connection_sql (query) == NULL)
    return g_steal_pointer (&edits);
  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return NULL;
  row = sayso_connection_prepare (db, query);
  sayso_statement_bind_int (row, "id", id);
  if (sayso_statement_next (row) && sayso_statement_text (row, "edits", NULL) != NULL)
    node = json_from_string (sayso_statement_text (row, "edits", NULL), NULL);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr (GList) members = json_object_get_members (object);

      for (GList *l = members; l != NULL; l = l->next)
        g_hash_table_insert (edits, g_strdup (l->data),
                             g_strdup (json_object_get_string_member_with_default (object, l->data, NULL)));
    }

  return sayso_casebook_give_back (self, db, error) ? g_steal_pointer (&edits) : NULL;
}

static void
side_clear (gpointer data)
{
  g_free (((SaysoSide *) data)->title);
}

/**
 * sayso_casebook_get_merged:
 * @self: a casebook
 * @actor: an actor
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SaysoSide): the actors that were found to be one with it, the one
 *   whose name it bears first
 */
GArray *
sayso_casebook_get_merged (SaysoCasebook *self, gint64 actor, GError **error)
{
  g_autoptr (GArray) sides = g_array_new (FALSE, FALSE, sizeof (SaysoSide));
  SaysoConnection *db;
  SaysoStatement *row;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);

  g_array_set_clear_func (sides, side_clear);
  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return NULL;
  row = sayso_connection_prepare (db, "query/merged");
  sayso_statement_bind_int (row, "id", actor);
  while (sayso_statement_next (row))
    {
      SaysoSide side = { sayso_statement_int (row, "id"), sayso_statement_dup (row, "title"),
                         sayso_statement_int (row, "n_mentions") };

      g_array_append_val (sides, side);
    }

  return sayso_casebook_give_back (self, db, error) ? g_steal_pointer (&sides) : NULL;
}

static void
add_kept (SaysoConnection *db, const char *what, GHashTable *known, GPtrArray *items)
{
  g_autoptr (JsonNode) node = json_from_string (what, NULL);
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonArray *kept =
      object != NULL && json_object_has_member (object, "kept") ? json_object_get_array_member (object, "kept") : NULL;

  for (guint i = 0; kept != NULL && i < json_array_get_length (kept); i++)
    {
      JsonObject *entry = json_array_get_object_element (kept, i);
      int kind = SAYSO_ITEM_NONE;
      g_autoptr (SaysoItem) item = NULL;
      g_autofree char *key = g_strdup_printf ("%s %" G_GINT64_FORMAT, json_object_get_string_member (entry, "kind"),
                                              json_object_get_int_member (entry, "id"));

      if (!sayso_enum_from_nick (SAYSO_TYPE_ITEM_KIND, json_object_get_string_member (entry, "kind"), &kind) ||
          !g_hash_table_add (known, g_steal_pointer (&key)))
        continue;
      item = sayso_load_item (db, kind, json_object_get_int_member (entry, "id"));
      if (item != NULL && sayso_item_is_present (item))
        g_ptr_array_add (items, g_steal_pointer (&item));
    }
}

/**
 * sayso_casebook_get_kept:
 * @self: a casebook
 * @article: an article
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SaysoItem): the items a person decided on, or wrote something
 *   beside, in whose place no later reading found anything; they stay until a person removes them
 */
GPtrArray *
sayso_casebook_get_kept (SaysoCasebook *self, gint64 article, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SaysoConnection *db;
  SaysoStatement *row;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return NULL;
  row = sayso_connection_prepare (db, "query/kept");
  sayso_statement_bind_int (row, "article", article);
  while (sayso_statement_next (row))
    add_kept (db, sayso_statement_text (row, "what", NULL), known, items);

  return sayso_casebook_give_back (self, db, error) ? g_steal_pointer (&items) : NULL;
}

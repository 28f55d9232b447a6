/* sayso-load-items.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-load.h"

#include <glib/gi18n-lib.h>

#include "sayso-casebook-enums.h"
#include "sayso-enum.h"
#include "sayso-item-private.h"

typedef struct
{
  SaysoConnection *db;
  SaysoItemKind kind;
  const char *file;  /* its .sql */
  const char *ids;   /* JSON */
  GHashTable *items; /* id → SaysoItem */
  GHashTable *texts; /* article → SaysoText */
} Loading;

static const char *
file_of (SaysoItemKind kind)
{
  return sayso_enum_to_nick (SAYSO_TYPE_ITEM_KIND, kind);
}

static SaysoStatement *
prepare (SaysoConnection *db, const char *file, const char *part)
{
  g_autofree char *query = g_strconcat (file, "/", part, NULL);

  return sayso_connection_prepare (db, query);
}

char *
sayso_load_ids_json (const gint64 *ids, guint n_ids)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < n_ids; i++)
    g_string_append_printf (json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", ids[i]);
  g_string_append_c (json, ']');

  return g_string_free_and_steal (json);
}

/* A text may hold U+0000, which GLib takes for its end. */
static gboolean
is_utf8 (const char *text, gsize length)
{
  const char *end = text;

  while (!g_utf8_validate_len (end, length - (end - text), &end))
    {
      if (end == text + length || *end != '\0')
        return FALSE;
      end++;
    }

  return TRUE;
}

SaysoText *
sayso_load_text (SaysoConnection *db, gint64 article)
{
  SaysoStatement *row = sayso_connection_prepare (db, "query/text");
  SaysoText *text = NULL;

  sayso_statement_bind_int (row, "article", article);
  if (sayso_statement_next (row))
    {
      gsize length;
      const char *utf8 = sayso_statement_text (row, "text", &length);

      if (is_utf8 (utf8, length))
        text = sayso_text_new (utf8, length);
      else
        sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_DAMAGED,
                               _ ("The text of an article is damaged. Go on with a copy of the casebook made before."));
      sayso_statement_run (row);
    }

  return text;
}

/* The words of a span, read where they stand. Each text is read once in a loading. */
static char *
words_at (Loading *self, gint64 article, SaysoSpan span)
{
  SaysoText *text = g_hash_table_lookup (self->texts, &article);

  if (text == NULL)
    {
      text = sayso_load_text (self->db, article);
      if (text == NULL)
        return NULL;
      g_hash_table_insert (self->texts, g_memdup2 (&article, sizeof article), text);
    }

  return span.start <= span.end && span.end <= sayso_text_get_chars (text) ? sayso_text_slice (text, span) : NULL;
}

static SaysoItem *
read_row (Loading *self, SaysoStatement *row)
{
  static void (*const readers[]) (gpointer item, SaysoStatement *row) = {
    [SAYSO_ITEM_ARTICLE] = (gpointer) sayso_article_read, [SAYSO_ITEM_TIME] = (gpointer) sayso_time_read,
    [SAYSO_ITEM_ACTOR] = (gpointer) sayso_actor_read,     [SAYSO_ITEM_EVENT] = (gpointer) sayso_event_read,
    [SAYSO_ITEM_CLAIM] = (gpointer) sayso_claim_read,     [SAYSO_ITEM_RELATION] = (gpointer) sayso_relation_read,
  };
  SaysoItem *item = sayso_item_from_row (self->kind, row);

  readers[self->kind](item, row);
  if (self->kind == SAYSO_ITEM_TIME)
    {
      g_autofree char *words = words_at (self, SAYSO_TIME (item)->article, SAYSO_TIME (item)->span);

      sayso_item_set_title (item, words);
    }
  if (self->kind == SAYSO_ITEM_EVENT && SAYSO_EVENT (item)->time != 0)
    {
      SaysoEvent *event = SAYSO_EVENT (item);
      SaysoSpan span = SAYSO_SPAN (sayso_statement_int (row, "time_start"), sayso_statement_int (row, "time_stop"));

      event->time_text = words_at (self, event->article, span);
    }
  if (self->kind == SAYSO_ITEM_RELATION)
    {
      SaysoRelation *relation = SAYSO_RELATION (item);
      g_autofree char *title = g_strjoin (" ", relation->subject_name, relation->label, relation->object_name, NULL);

      sayso_item_set_title (item, title);
    }

  return item;
}

/* -- what stands in further rows ------------------------------------------------------------------------ */

static void
read_alias (SaysoItem *item, SaysoStatement *row)
{
  SaysoActor *actor = SAYSO_ACTOR (item);
  guint n = actor->aliases != NULL ? g_strv_length (actor->aliases) : 0;

  actor->aliases = g_renew (char *, actor->aliases, n + 2);
  actor->aliases[n] = sayso_statement_dup (row, "name");
  actor->aliases[n + 1] = NULL;
}

static void
read_role (SaysoItem *item, SaysoStatement *row)
{
  SaysoEventRole role = { sayso_statement_dup (row, "role"), sayso_statement_int (row, "actor"),
                          sayso_statement_dup (row, "name") };

  g_array_append_val (SAYSO_EVENT (item)->roles, role);
}

static void
read_claim_span (SaysoItem *item, SaysoStatement *row)
{
  SaysoClaim *claim = SAYSO_CLAIM (item);
  const char *part = sayso_statement_text (row, "part", NULL);
  SaysoSpan span = sayso_statement_span (row);

  g_array_append_val (g_str_equal (part, "source") ? claim->source
                      : g_str_equal (part, "cue")  ? claim->cue
                                                   : claim->content,
                      span);
}

static void
read_details (Loading *self, const char *part, void (*read) (SaysoItem *item, SaysoStatement *row))
{
  SaysoStatement *row = prepare (self->db, self->file, part);

  sayso_statement_bind_text (row, "ids", self->ids, -1);
  while (sayso_statement_next (row))
    {
      gint64 owner = sayso_statement_int (row, "owner");
      SaysoItem *item = g_hash_table_lookup (self->items, &owner);

      if (item == NULL)
        continue;
      sayso_item_stir (item, sayso_statement_hash (row, 0));
      read (item, row);
    }
}

static void
finish_item (gpointer key, gpointer value, gpointer data)
{
  Loading *self = data;

  if (self->kind == SAYSO_ITEM_ACTOR && SAYSO_ACTOR (value)->aliases == NULL)
    SAYSO_ACTOR (value)->aliases = g_new0 (char *, 1);
  if (self->kind == SAYSO_ITEM_CLAIM && SAYSO_CLAIM (value)->cue->len > 0)
    SAYSO_CLAIM (value)->cue_text =
        words_at (self, SAYSO_CLAIM (value)->article, g_array_index (SAYSO_CLAIM (value)->cue, SaysoSpan, 0));
}

/**
 * sayso_load_items:
 * @db: a connection
 * @kind: what kind of items
 * @ids: which
 * @n_ids: how many
 *
 * Returns: (transfer full) (element-type SaysoItem): the items in the order of @ids, without those that never were
 */
GPtrArray *
sayso_load_items (SaysoConnection *db, SaysoItemKind kind, const gint64 *ids, guint n_ids)
{
  g_autoptr (GHashTable) items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  g_autoptr (GHashTable) texts =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) sayso_text_unref);
  g_autofree char *json = sayso_load_ids_json (ids, n_ids);
  Loading self = { db, kind, file_of (kind), json, items, texts };
  GPtrArray *result = g_ptr_array_new_full (n_ids, g_object_unref);
  SaysoStatement *row = prepare (db, self.file, "rows");

  sayso_statement_bind_text (row, "ids", json, -1);
  while (sayso_statement_next (row))
    {
      gint64 id = sayso_statement_int (row, "id");

      g_hash_table_insert (items, g_memdup2 (&id, sizeof id), read_row (&self, row));
    }
  if (kind == SAYSO_ITEM_ACTOR)
    read_details (&self, "aliases", read_alias);
  if (kind == SAYSO_ITEM_EVENT)
    read_details (&self, "roles", read_role);
  if (kind == SAYSO_ITEM_CLAIM)
    read_details (&self, "spans", read_claim_span);
  g_hash_table_foreach (items, finish_item, &self);

  for (guint i = 0; i < n_ids; i++)
    {
      SaysoItem *item = g_hash_table_lookup (items, &ids[i]);

      if (item != NULL)
        g_ptr_array_add (result, g_object_ref (item));
    }

  return result;
}

SaysoItem *
sayso_load_item (SaysoConnection *db, SaysoItemKind kind, gint64 id)
{
  g_autoptr (GPtrArray) items = sayso_load_items (db, kind, &id, 1);

  return items->len > 0 ? g_ptr_array_steal_index (items, 0) : NULL;
}

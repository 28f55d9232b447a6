/* sayso-load.c
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

/* -- which pass a filter -------------------------------------------------------------------------------- */

static gboolean
has_range (const SaysoFilter *filter)
{
  return sayso_bounds_known (&filter->range);
}

/* What a reader typed becomes an FTS5 query that cannot be wrong: every word is quoted, the last may go on; words
 * in quotation marks stand together. NULL: there is no word in it. */
static char *
search_query (const char *text)
{
  GString *query = g_string_new (NULL);
  gboolean open = FALSE;
  const char *end = text;

  for (const char *p = text; *p != '\0'; p = end)
    {
      gboolean has_word = FALSE;
      GString *words;

      while (g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      open = *p == '"';
      p += open;
      words = g_string_new (NULL);
      for (end = p; *end != '\0' && *end != '"' && (open || !g_unichar_isspace (g_utf8_get_char (end)));
           end = g_utf8_next_char (end))
        {
          has_word |= g_unichar_isalnum (g_utf8_get_char (end));
          g_string_append_unichar (words, g_utf8_get_char (end));
        }
      if (has_word)
        g_string_append_printf (query, "%s\"%s\"%s", query->len > 0 ? " " : "", words->str,
                                *end == '\0' && !open ? "*" : "");
      g_string_free (words, TRUE);
      if (open && *end == '"')
        end++;
    }
  if (query->len > 0)
    return g_string_free_and_steal (query);

  g_string_free (query, TRUE);
  return NULL;
}

/**
 * sayso_load_prepare:
 * @db: a connection
 * @kind: what kind of items
 * @what: "ids", "count" or "extent"
 * @filter: (nullable): which; what the conditions mean is written in sql/KIND.sql
 * @more: (nullable): SQL to put behind, a further condition or an order
 *
 * Returns: (transfer none): the statement, with the inputs of the filter bound
 */
SaysoStatement *
sayso_load_prepare (SaysoConnection *db, SaysoItemKind kind, const char *what, const SaysoFilter *filter,
                    const char *more)
{
  static const SaysoFilter everything = { .range = { SAYSO_OPEN_PAST, SAYSO_OPEN_FUTURE } };
  const SaysoFilter *f = filter != NULL ? filter : &everything;
  g_autofree char *text = f->text != NULL && g_utf8_validate (f->text, -1, NULL) ? search_query (f->text) : NULL;
  const struct
  {
    const char *part;
    gboolean is_set;
  } conditions[] = {
    { "not-rejected", !f->rejected }, { "text", text != NULL },      { "article", f->article != 0 },
    { "actor", f->actor != 0 },       { "range", has_range (f) },    { "anonymous", f->anonymous },
    { "doubted", f->doubted },        { "undated", f->undated },     { "to-review", f->to_review },
    { "claim", f->claim != 0 },       { "documents", f->documents },
  };
  const char *file = file_of (kind);
  g_autoptr (GString) sql = g_string_new (NULL);
  SaysoStatement *statement;
  g_autofree char *query = g_strconcat (file, "/", what, NULL);

  g_string_append (sql, sayso_connection_sql (query));
  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    {
      g_autofree char *part = g_strconcat (file, "/", conditions[i].part, NULL);
      const char *condition = conditions[i].is_set ? sayso_connection_sql (part) : NULL;

      if (condition != NULL)
        g_string_append_printf (sql, "\n%s", condition);
    }
  if (more != NULL)
    g_string_append_printf (sql, "\n%s", more);

  statement = sayso_connection_prepare_sql (db, sql->str);
  if (text != NULL)
    sayso_statement_bind_text (statement, "text", text, -1);
  if (f->article != 0)
    sayso_statement_bind_int (statement, "article", f->article);
  if (f->actor != 0)
    sayso_statement_bind_int (statement, "actor", f->actor);
  if (f->claim != 0)
    sayso_statement_bind_int (statement, "claim", f->claim);
  if (has_range (f))
    {
      sayso_statement_bind_int (statement, "earliest", f->range.earliest);
      sayso_statement_bind_int (statement, "latest", f->range.latest);
    }

  return statement;
}

/* A kind that has not the order asked for has that of the text. */
static const char *
order_of (const char *file, SaysoSort sort)
{
  static const char *orders[] = {
    [SAYSO_SORT_TEXT] = "by-text",         [SAYSO_SORT_DATE] = "by-date",         [SAYSO_SORT_TITLE] = "by-title",
    [SAYSO_SORT_STRENGTH] = "by-strength", [SAYSO_SORT_SOURCING] = "by-sourcing",
  };
  g_autofree char *query = g_strconcat (file, "/", orders[sort], NULL);
  g_autofree char *fallback = g_strconcat (file, "/by-text", NULL);
  const char *sql = sayso_connection_sql (query);

  return sql != NULL ? sql : sayso_connection_sql (fallback);
}

/**
 * sayso_load_ids:
 * @db: a connection
 * @kind: what kind of items
 * @filter: (nullable): which
 * @sort: in what order
 * @offset: how many to leave out
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type gint64): the ids
 */
GArray *
sayso_load_ids (SaysoConnection *db, SaysoItemKind kind, const SaysoFilter *filter, SaysoSort sort, guint offset,
                guint limit)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *order = g_strconcat (order_of (file_of (kind), sort), "\nLIMIT :lim OFFSET :off", NULL);
  SaysoStatement *row = sayso_load_prepare (db, kind, "ids", filter, order);

  sayso_statement_bind_int (row, "lim", limit);
  sayso_statement_bind_int (row, "off", offset);
  while (sayso_statement_next (row))
    {
      gint64 id = sayso_statement_int (row, "id");

      g_array_append_val (ids, id);
    }

  return ids;
}

/* The highest id of a kind: how many there are at most, without counting. */
gint64
sayso_load_highest (SaysoConnection *db, SaysoItemKind kind)
{
  return sayso_statement_run_int (prepare (db, file_of (kind), "highest"), 0);
}

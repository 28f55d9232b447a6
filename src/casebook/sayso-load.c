/* sayso-load.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-load.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sayso-casebook-enums.h"
#include "sayso-enum.h"
#include "sayso-item-private.h"
#include "sayso-search.h"

/* So many that have a word are enough. */
#define ENOUGH 200

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

/* A filter, and what was typed into it. */
typedef struct
{
  const SaysoFilter *filter;
  SaysoSearch *search; /* NULL: nothing */
  SaysoBounds range;   /* of both */
  SaysoBounds reported;
  SaysoBounds learned;
  gint64 known; /* of both */
} Choice;

static const char *const fields[] = {
  [SAYSO_SEARCH_ACTOR] = "actor", [SAYSO_SEARCH_SOURCE] = "source", [SAYSO_SEARCH_KIND] = "kind",
  [SAYSO_SEARCH_TAG] = "tag",     [SAYSO_SEARCH_STATUS] = "status", [SAYSO_SEARCH_OUTLET] = "outlet",
};

static void
choice_clear (Choice *self)
{
  g_clear_pointer (&self->search, sayso_search_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

static const char *
sql_of (SaysoItemKind kind, const char *part)
{
  g_autofree char *query = g_strconcat (file_of (kind), "/", part, NULL);

  return sayso_connection_sql (query);
}

/* A last word that many things have is taken for whole: those that have longer ones would be too many to find in time,
 * and too many to look through. */
static void
take_whole (SaysoSearch **search, SaysoConnection *db, SaysoItemKind kind, const char *text)
{
  g_autoptr (SaysoSearch) whole = sayso_search_parse (text, TRUE, NULL);
  SaysoStatement *row;

  if (whole == NULL || whole->match == NULL)
    return;
  row = prepare (db, file_of (kind), "enough");
  sayso_statement_bind_text (row, "text", whole->match, -1);
  sayso_statement_bind_int (row, "lim", ENOUGH);
  if (sayso_statement_run_int (row, 0) == ENOUGH)
    {
      SaysoSearch *other = g_steal_pointer (search);

      *search = g_steal_pointer (&whole);
      sayso_search_free (other);
    }
}

/* What cannot be understood is told by the connection. */
static void
choice_init (Choice *self, SaysoConnection *db, SaysoItemKind kind, const SaysoFilter *filter)
{
  static const SaysoFilter everything = { .range = { SAYSO_OPEN_PAST, SAYSO_OPEN_FUTURE } };
  g_autoptr (GError) error = NULL;

  self->filter = filter != NULL ? filter : &everything;
  self->range = self->filter->range;
  self->reported = self->learned = SAYSO_BOUNDS_UNKNOWN;
  self->known = self->filter->known;
  if (self->filter->text == NULL)
    return;

  self->search = sayso_search_parse (self->filter->text, FALSE, &error);
  if (self->search == NULL)
    {
      sayso_connection_fail (db, error->code, "%s", error->message);
      return;
    }
  if (self->search->going_on)
    take_whole (&self->search, db, kind, self->filter->text);
  self->range.earliest = MAX (self->range.earliest, self->search->range.earliest);
  self->range.latest = MIN (self->range.latest, self->search->range.latest);
  self->reported = self->search->reported;
  self->learned = self->search->learned;
  if (self->search->known != 0)
    self->known = self->known != 0 ? MIN (self->known, self->search->known) : self->search->known;
}

static void
add_condition (GString *sql, SaysoItemKind kind, const char *part)
{
  const char *condition = sql_of (kind, part);

  if (condition != NULL)
    g_string_append_printf (sql, "\n%s", condition);
}

/* What passes none of what a condition, "AND …", asks for. */
static void
add_opposite (GString *sql, SaysoItemKind kind, const char *part)
{
  const char *condition = sql_of (kind, part);

  if (condition != NULL)
    g_string_append_printf (sql, "\nAND NOT (%s\n)", condition + strlen ("AND "));
}

/* Each field has inputs of its own: value0, value1 … */
static void
add_search (GString *sql, SaysoItemKind kind, SaysoSearch *search)
{
  if (search->exclude != NULL)
    {
      g_autoptr (GString) without = g_string_new (sql_of (kind, "text"));

      g_string_replace (without, "AND ", "AND NOT ", 1);
      g_string_replace (without, ":text", ":exclude", 0);
      g_string_append_printf (sql, "\n%s", without->str);
    }
  for (guint i = 0; i < search->terms->len; i++)
    {
      const SaysoSearchTerm *term = &g_array_index (search->terms, SaysoSearchTerm, i);
      g_autofree char *part = g_strconcat ("field-", fields[term->field], NULL);
      g_autofree char *value = g_strdup_printf (":value%u", i), *raw = g_strdup_printf (":raw%u", i);
      g_autoptr (GString) condition = g_string_new (sql_of (kind, part));

      g_string_replace (condition, ":value", value, 0);
      g_string_replace (condition, ":raw", raw, 0);
      /* What is not known is not so. The part may end with a comment. */
      g_string_append_printf (sql, term->negated ? "\nAND NOT ifnull((%s\n), 0)" : "\nAND (%s\n)", condition->str);
    }
}

static void
bind_search (SaysoStatement *statement, SaysoSearch *search)
{
  if (search->match != NULL)
    sayso_statement_bind_text (statement, "text", search->match, -1);
  if (search->exclude != NULL)
    sayso_statement_bind_text (statement, "exclude", search->exclude, -1);
  for (guint i = 0; i < search->terms->len; i++)
    {
      const SaysoSearchTerm *term = &g_array_index (search->terms, SaysoSearchTerm, i);
      g_autofree char *value = g_strdup_printf ("value%u", i), *raw = g_strdup_printf ("raw%u", i);

      sayso_statement_bind_text (statement, value, term->value, -1);
      if (term->field == SAYSO_SEARCH_SOURCE)
        sayso_statement_bind_text (statement, raw, term->raw, -1);
    }
}

static void
bind_bounds (SaysoStatement *statement, const char *name, const SaysoBounds *bounds)
{
  g_autofree char *from = g_strconcat (name, "_from", NULL), *to = g_strconcat (name, "_to", NULL);

  if (!sayso_bounds_known (bounds))
    return;
  sayso_statement_bind_int (statement, from, bounds->earliest);
  sayso_statement_bind_int (statement, to, bounds->latest);
}

static SaysoStatement *
prepare_choice (SaysoConnection *db, SaysoItemKind kind, const char *what, const Choice *choice, const char *more)
{
  const SaysoFilter *f = choice->filter;
  /* Hits are looked for by the text before all else. */
  gboolean hits = g_str_equal (what, "hits");
  gboolean by_text = choice->search != NULL && choice->search->match != NULL && !hits;
  const struct
  {
    const char *part;
    gboolean is_set;
  } conditions[] = {
    { "not-rejected", !f->rejected },
    { "text", by_text },
    { "article", f->article != 0 },
    { "actor", f->actor != 0 },
    { hits && sql_of (kind, "range-each") != NULL ? "range-each" : "range", sayso_bounds_known (&choice->range) },
    { "known", choice->known != 0 },
    { "reported", sayso_bounds_known (&choice->reported) },
    { "learned", sayso_bounds_known (&choice->learned) },
    { "anonymous", f->anonymous },
    { "doubted", f->doubted },
    { "undated", f->undated },
    { "to-review", f->to_review },
    { "claim", f->claim != 0 },
    { "documents", f->documents },
  };
  g_autoptr (GString) sql = g_string_new (sql_of (kind, what));
  SaysoStatement *statement;

  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    if (conditions[i].is_set)
      add_condition (sql, kind, conditions[i].part);
  if (f->undisputed)
    add_opposite (sql, kind, "doubted");
  if (choice->search != NULL)
    add_search (sql, kind, choice->search);
  if (more != NULL)
    g_string_append_printf (sql, "\n%s", more);

  statement = sayso_connection_prepare_sql (db, sql->str);
  if (choice->search != NULL)
    bind_search (statement, choice->search);
  if (f->article != 0)
    sayso_statement_bind_int (statement, "article", f->article);
  if (f->actor != 0)
    sayso_statement_bind_int (statement, "actor", f->actor);
  if (f->claim != 0)
    sayso_statement_bind_int (statement, "claim", f->claim);
  if (sayso_bounds_known (&choice->range))
    {
      sayso_statement_bind_int (statement, "earliest", choice->range.earliest);
      sayso_statement_bind_int (statement, "latest", choice->range.latest);
    }
  if (choice->known != 0)
    sayso_statement_bind_int (statement, "known", choice->known);
  bind_bounds (statement, "reported", &choice->reported);
  bind_bounds (statement, "learned", &choice->learned);

  return statement;
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
  g_auto (Choice) choice = { NULL };

  choice_init (&choice, db, kind, filter);

  return prepare_choice (db, kind, what, &choice, more);
}

static GArray *
read_ids (SaysoStatement *row, guint offset, guint limit)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  sayso_statement_bind_int (row, "lim", limit);
  sayso_statement_bind_int (row, "off", offset);
  while (sayso_statement_next (row))
    {
      gint64 id = sayso_statement_int (row, "id");

      g_array_append_val (ids, id);
    }

  return ids;
}

/* The same as sayso_load_ids(), but what was found last first, whatever its place: so the first of very many are found
 * without looking for all. */
GArray *
sayso_load_hits (SaysoConnection *db, SaysoItemKind kind, const SaysoFilter *filter, guint offset, guint limit)
{
  g_auto (Choice) choice = { NULL };
  g_autofree char *order = NULL;
  gboolean by_text;

  choice_init (&choice, db, kind, filter);
  by_text = choice.search != NULL && choice.search->match != NULL;
  order = g_strconcat (sql_of (kind, by_text ? "by-hit" : "by-id"), "\nLIMIT :lim OFFSET :off", NULL);

  return read_ids (prepare_choice (db, kind, by_text ? "hits" : "ids", &choice, order), offset, limit);
}

/* A kind that has not the order asked for has that of the text. */
static const char *
order_of (const char *file, SaysoSort sort)
{
  static const char *orders[] = {
    [SAYSO_SORT_TEXT] = "by-text",         [SAYSO_SORT_DATE] = "by-date",         [SAYSO_SORT_TITLE] = "by-title",
    [SAYSO_SORT_STRENGTH] = "by-strength", [SAYSO_SORT_SOURCING] = "by-sourcing", [SAYSO_SORT_REPORTED] = "by-reported",
    [SAYSO_SORT_LEARNED] = "by-learned",
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
  g_autofree char *order = g_strconcat (order_of (file_of (kind), sort), "\nLIMIT :lim OFFSET :off", NULL);

  return read_ids (sayso_load_prepare (db, kind, "ids", filter, order), offset, limit);
}

/* The highest id of a kind: how many there are at most, without counting. */
gint64
sayso_load_highest (SaysoConnection *db, SaysoItemKind kind)
{
  return sayso_statement_run_int (prepare (db, file_of (kind), "highest"), 0);
}

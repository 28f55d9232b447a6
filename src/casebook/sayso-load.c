/* sayso-load.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-load.h"

#include <string.h>

#include "sayso-casebook-enums.h"
#include "sayso-enum.h"
#include "sayso-search.h"

/* So many that have a word are enough. */
#define ENOUGH 200

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

/* Where a section begins that is another than that of the row before is noted in @starts. */
static GArray *
read_ids (SaysoStatement *row, guint offset, guint limit, GArray *starts)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *section = NULL;

  sayso_statement_bind_int (row, "lim", limit);
  sayso_statement_bind_int (row, "off", offset);
  while (sayso_statement_next (row))
    {
      gint64 id = sayso_statement_int (row, "id");

      if (starts != NULL && (ids->len == 0 || g_strcmp0 (section, sayso_statement_text (row, "section", NULL)) != 0))
        {
          g_set_str (&section, sayso_statement_text (row, "section", NULL));
          g_array_append_val (starts, ids->len);
        }
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

  return read_ids (prepare_choice (db, kind, by_text ? "hits" : "ids", &choice, order), offset, limit, NULL);
}

/* A kind that has not the order asked for has that of the text. */
static const char *
order_of (const char *file, SaysoSort sort)
{
  static const char *orders[] = {
    [SAYSO_SORT_TEXT] = "by-text",         [SAYSO_SORT_DATE] = "by-date",         [SAYSO_SORT_TITLE] = "by-title",
    [SAYSO_SORT_STRENGTH] = "by-strength", [SAYSO_SORT_SOURCING] = "by-sourcing", [SAYSO_SORT_SOURCE] = "by-source",
    [SAYSO_SORT_ORIGIN] = "by-origin",     [SAYSO_SORT_ARTICLE] = "by-article",   [SAYSO_SORT_REPORTED] = "by-reported",
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
  return sayso_load_sections (db, kind, filter, sort, offset, limit, NULL);
}

/**
 * sayso_load_sections:
 * @db: a connection
 * @kind: what kind of items
 * @filter: (nullable): which
 * @sort: in what order
 * @offset: how many to leave out
 * @limit: how many at most
 * @starts: (nullable) (element-type guint): to be filled with the positions at which sections begin; where the order
 *   has none, that is nowhere
 *
 * Returns: (transfer full) (element-type gint64): the ids
 */
GArray *
sayso_load_sections (SaysoConnection *db, SaysoItemKind kind, const SaysoFilter *filter, SaysoSort sort, guint offset,
                     guint limit, GArray *starts)
{
  g_autofree char *order = g_strconcat (order_of (file_of (kind), sort), "\nLIMIT :lim OFFSET :off", NULL);
  const char *what = sort == SAYSO_SORT_SOURCE    ? "ids-by-source"
                     : sort == SAYSO_SORT_ORIGIN  ? "ids-by-origin"
                     : sort == SAYSO_SORT_ARTICLE ? "ids-by-article"
                                                  : "ids";
  gboolean sections = sql_of (kind, what) != NULL && !g_str_equal (what, "ids");

  return read_ids (sayso_load_prepare (db, kind, sections ? what : "ids", filter, order), offset, limit,
                   sections ? starts : NULL);
}

/* The highest id of a kind: how many there are at most, without counting. */
gint64
sayso_load_highest (SaysoConnection *db, SaysoItemKind kind)
{
  return sayso_statement_run_int (prepare (db, file_of (kind), "highest"), 0);
}

/* sayso-marks.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-queries.h"

#include "sayso-casebook-enums.h"
#include "sayso-casebook-private.h"

/* What a claim's marks have from the claim. */
typedef struct
{
  SaysoMark mark;
  gint64 parent;
} ClaimMark;

static SaysoStatement *
prepare (SaysoConnection *db, const char *query, gint64 article)
{
  SaysoStatement *row = sayso_connection_prepare (db, query);

  sayso_statement_bind_int (row, "article", article);

  return row;
}

static void
add_marks (GArray *marks, SaysoConnection *db, gint64 article, SaysoItemKind kind)
{
  static const char *queries[] = { [SAYSO_ITEM_TIME] = "query/time-marks",
                                   [SAYSO_ITEM_ACTOR] = "query/actor-marks",
                                   [SAYSO_ITEM_EVENT] = "query/event-marks" };
  SaysoStatement *row = prepare (db, queries[kind], article);

  while (sayso_statement_next (row))
    {
      SaysoMark mark = { .span = sayso_statement_span (row),
                         .kind = kind,
                         .part = SAYSO_MARK_WHOLE,
                         .id = sayso_statement_int (row, "id"),
                         .standing = sayso_statement_enum (row, "standing", SAYSO_TYPE_STANDING) };

      if (kind == SAYSO_ITEM_ACTOR)
        mark.dashed = sayso_statement_int (row, "dashed") != 0;
      if (kind == SAYSO_ITEM_EVENT)
        mark.hollow = sayso_statement_int (row, "hollow") != 0;
      g_array_append_val (marks, mark);
    }
}

/* How many claims it stands in. A parent that was rejected, or is a claim's own descendant, ends the count. */
static guint
depth_of (GHashTable *claims, const ClaimMark *claim)
{
  guint depth = 0;

  while (depth < g_hash_table_size (claims) && (claim = g_hash_table_lookup (claims, &claim->parent)) != NULL &&
         claim->mark.standing != SAYSO_STANDING_REJECTED)
    depth++;

  return depth;
}

static void
add_claim_marks (GArray *marks, SaysoConnection *db, gint64 article)
{
  g_autoptr (GHashTable) claims = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  SaysoStatement *row = prepare (db, "query/claims", article);

  while (sayso_statement_next (row))
    {
      ClaimMark *claim = g_new0 (ClaimMark, 1);

      claim->mark.kind = SAYSO_ITEM_CLAIM;
      claim->mark.id = sayso_statement_int (row, "id");
      claim->mark.standing = sayso_statement_enum (row, "standing", SAYSO_TYPE_STANDING);
      claim->mark.level = sayso_statement_int (row, "level");
      claim->mark.dashed = sayso_statement_int (row, "dashed") != 0;
      claim->parent = sayso_statement_int (row, "parent");
      g_hash_table_insert (claims, &claim->mark.id, claim);
    }

  row = prepare (db, "query/claim-marks", article);
  while (sayso_statement_next (row))
    {
      gint64 id = sayso_statement_int (row, "id");
      const ClaimMark *claim = g_hash_table_lookup (claims, &id);
      const char *part = sayso_statement_text (row, "part", NULL);
      SaysoMark mark;

      if (claim == NULL)
        continue;
      mark = claim->mark;
      mark.span = sayso_statement_span (row);
      mark.part = g_str_equal (part, "source") ? SAYSO_MARK_SOURCE
                  : g_str_equal (part, "cue")  ? SAYSO_MARK_CUE
                                               : SAYSO_MARK_CONTENT;
      mark.depth = depth_of (claims, claim);
      g_array_append_val (marks, mark);
    }
}

/* By start, longer ones first; then total, so that the same article always gives the same order. */
static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const SaysoMark *m = a, *n = b;

  return m->span.start != n->span.start ? (m->span.start < n->span.start ? -1 : 1)
         : m->span.end != n->span.end   ? (m->span.end > n->span.end ? -1 : 1)
         : m->depth != n->depth         ? (m->depth < n->depth ? -1 : 1)
         : m->kind != n->kind           ? (m->kind > n->kind ? -1 : 1)
                                        : (m->id > n->id) - (m->id < n->id);
}

/**
 * sayso_casebook_get_marks:
 * @self: a casebook
 * @article: an article
 * @error: return location
 *
 * All that is marked in an article's text, and what was rejected as well: who shows the marks decides.
 *
 * Returns: (transfer full) (element-type SaysoMark) (nullable): the marks by start, longer ones first
 */
GArray *
sayso_casebook_get_marks (SaysoCasebook *self, gint64 article, GError **error)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (SaysoMark));
  SaysoConnection *db;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return NULL;
  add_marks (marks, db, article, SAYSO_ITEM_TIME);
  add_marks (marks, db, article, SAYSO_ITEM_ACTOR);
  add_marks (marks, db, article, SAYSO_ITEM_EVENT);
  add_claim_marks (marks, db, article);
  if (!sayso_casebook_give_back (self, db, error))
    return NULL;
  g_array_sort (marks, compare_marks);

  return g_steal_pointer (&marks);
}

/**
 * sayso_casebook_item_at:
 * @self: a casebook
 * @article: an article
 * @offset: a code point of its text
 * @kind: (out): what kind of item it is
 * @error: return location
 *
 * Returns: the item whose mark holds the place; of several the one with the shortest; 0 for none
 */
gint64
sayso_casebook_item_at (SaysoCasebook *self, gint64 article, guint offset, SaysoItemKind *kind, GError **error)
{
  g_autoptr (GArray) marks = NULL;
  const SaysoMark *best = NULL;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self) && kind != NULL, 0);

  *kind = SAYSO_ITEM_NONE;
  marks = sayso_casebook_get_marks (self, article, error);
  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const SaysoMark *mark = &g_array_index (marks, SaysoMark, i);

      if (mark->span.start > offset)
        break;
      if (mark->standing != SAYSO_STANDING_REJECTED && offset < mark->span.end &&
          (best == NULL || mark->span.end - mark->span.start < best->span.end - best->span.start))
        best = mark;
    }
  if (best == NULL)
    return 0;

  *kind = best->kind;
  return best->id;
}

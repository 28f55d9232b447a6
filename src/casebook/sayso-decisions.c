/* sayso-decisions.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-decisions.h"

static void
decision_free (SaysoDecision *decision)
{
  g_free (decision->chosen);
  g_free (decision);
}

static char *
make_key (SaysoItemKind kind, SaysoSpan span)
{
  return g_strdup_printf ("%d:%u:%u", kind, span.start, span.end);
}

/* (element-type utf8 GPtrArray): for each place the decisions on the items there, in their order. */
GHashTable *
sayso_decisions_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

void
sayso_decisions_add (GHashTable *decisions, SaysoItemKind kind, gint64 id, SaysoSpan span, SaysoStanding standing,
                     const char *chosen)
{
  g_autofree char *key = make_key (kind, span);
  GPtrArray *there = g_hash_table_lookup (decisions, key);
  SaysoDecision *decision = g_new0 (SaysoDecision, 1);

  *decision = (SaysoDecision) { id, standing, g_strdup (chosen) };
  if (there == NULL)
    {
      there = g_ptr_array_new_with_free_func ((GDestroyNotify) decision_free);
      g_hash_table_insert (decisions, g_steal_pointer (&key), there);
    }
  g_ptr_array_add (there, decision);
}

/**
 * sayso_decisions_take:
 * @decisions: (nullable): decisions
 * @kind: what kind of item is found
 * @span: where
 * @decision: (out): the decision on it, whose title belongs to the caller
 *
 * Each decision is taken once; of several in one place the first item found takes the first.
 *
 * Returns: whether there was one
 */
gboolean
sayso_decisions_take (GHashTable *decisions, SaysoItemKind kind, SaysoSpan span, SaysoDecision *decision)
{
  g_autofree char *key = make_key (kind, span);
  GPtrArray *there = decisions != NULL ? g_hash_table_lookup (decisions, key) : NULL;
  SaysoDecision *first;

  if (there == NULL || there->len == 0)
    return FALSE;

  first = g_ptr_array_index (there, 0);
  *decision = (SaysoDecision) { first->id, first->standing, g_steal_pointer (&first->chosen) };
  g_ptr_array_remove_index (there, 0);

  return TRUE;
}

/* Whether nobody took the decision on this item. */
gboolean
sayso_decisions_has (GHashTable *decisions, SaysoItemKind kind, gint64 id, SaysoSpan span)
{
  g_autofree char *key = make_key (kind, span);
  GPtrArray *there = g_hash_table_lookup (decisions, key);

  for (guint i = 0; there != NULL && i < there->len; i++)
    if (((SaysoDecision *) g_ptr_array_index (there, i))->id == id)
      return TRUE;

  return FALSE;
}

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
decision_key (SaysoItemKind kind, SaysoSpan span)
{
  return g_strdup_printf ("%d:%u:%u", kind, span.start, span.end);
}

GHashTable *
sayso_decisions_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) decision_free);
}

void
sayso_decisions_add (GHashTable *decisions, SaysoItemKind kind, SaysoSpan span, SaysoStanding standing,
                     const char *chosen)
{
  SaysoDecision *decision = g_new0 (SaysoDecision, 1);

  decision->standing = standing;
  decision->chosen = g_strdup (chosen);
  g_hash_table_insert (decisions, decision_key (kind, span), decision);
}

/* Each is taken once. @decision owns its title. */
gboolean
sayso_decisions_take (GHashTable *decisions, SaysoItemKind kind, SaysoSpan span, SaysoDecision *decision)
{
  g_autofree char *key = decision_key (kind, span);
  SaysoDecision *found = decisions != NULL ? g_hash_table_lookup (decisions, key) : NULL;

  if (found == NULL)
    return FALSE;

  *decision = (SaysoDecision) { found->standing, g_steal_pointer (&found->chosen) };
  g_hash_table_remove (decisions, key);

  return TRUE;
}

/* sayso-decisions.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-decisions.h"

struct _SaysoDecisions
{
  GArray *all;       /* (element-type SaysoDecision) */
  GHashTable *taken; /* "kind:index of what was found" → position in @all */
};

static void
decision_clear (gpointer data)
{
  SaysoDecision *decision = data;

  g_free (decision->chosen);
  g_free (decision->edits);
}

SaysoDecisions *
sayso_decisions_new (void)
{
  SaysoDecisions *self = g_new0 (SaysoDecisions, 1);

  self->all = g_array_new (FALSE, FALSE, sizeof (SaysoDecision));
  g_array_set_clear_func (self->all, decision_clear);
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
sayso_decisions_free (SaysoDecisions *self)
{
  g_array_unref (self->all);
  g_hash_table_unref (self->taken);
  g_free (self);
}

void
sayso_decisions_add (SaysoDecisions *self, SaysoItemKind kind, gint64 id, SaysoSpan span, SaysoSpan own,
                     SaysoStanding standing, const char *chosen, const char *edits)
{
  SaysoDecision decision = { kind, id, span, own, standing, g_strdup (chosen), g_strdup (edits), SAYSO_NONE };

  g_array_append_val (self->all, decision);
}

/* Makes the decision on an item another: changed, to @chosen; %NULL leaves it a suggestion. */
void
sayso_decisions_set_chosen (SaysoDecisions *self, SaysoItemKind kind, gint64 id, SaysoSpan span, const char *chosen)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      const SaysoDecision *decision = sayso_decisions_at (self, i);

      if (decision->kind == kind && decision->id == id)
        {
          g_array_remove_index (self->all, i);
          break;
        }
    }
  sayso_decisions_add (self, kind, id, span, span, chosen != NULL ? SAYSO_STANDING_CHANGED : SAYSO_STANDING_SUGGESTED,
                       chosen, NULL);
}

static gboolean
take (SaysoDecisions *self, guint position, guint found)
{
  SaysoDecision *decision = &g_array_index (self->all, SaysoDecision, position);
  char *key = g_strdup_printf ("%d:%u", decision->kind, found);

  if (g_hash_table_contains (self->taken, key))
    {
      g_free (key);
      return FALSE;
    }
  decision->found = found;
  g_hash_table_insert (self->taken, key, GUINT_TO_POINTER (position));

  return TRUE;
}

/* How much of both is common: 0 to 1. */
static double
likeness (SaysoSpan a, SaysoSpan b)
{
  guint start = MAX (a.start, b.start), end = MIN (a.end, b.end);
  guint all = MAX (a.end, b.end) - MIN (a.start, b.start);

  return end > start ? (double) (end - start) / all : 0;
}

/**
 * sayso_decisions_match:
 * @self: decisions
 * @kind: a kind
 * @found: where each item of that kind was found now
 * @n_found: how many there are
 *
 * Gives each decision the item that has its place: the very same, or the one where a person put it; else, but for
 * times, the one it shares most of the words with, and at least half of them. Of several in one place the first found
 * takes the first decision.
 */
void
sayso_decisions_match (SaysoDecisions *self, SaysoItemKind kind, const SaysoSpan *found, guint n_found)
{
  for (guint i = 0; i < 2 * self->all->len; i++)
    {
      const SaysoDecision *decision = sayso_decisions_at (self, i % self->all->len);
      SaysoSpan place = i < self->all->len ? decision->span : decision->own;

      for (guint j = 0; decision->kind == kind && decision->found == SAYSO_NONE && j < n_found; j++)
        if (found[j].start == place.start && found[j].end == place.end)
          take (self, i % self->all->len, j);
    }

  /* What a time means was worked out with the decisions on exactly these words. */
  for (guint i = 0; kind != SAYSO_ITEM_TIME && i < self->all->len; i++)
    {
      const SaysoDecision *decision = sayso_decisions_at (self, i);
      double best = 0.5;
      guint best_found = SAYSO_NONE;

      for (guint j = 0; decision->kind == kind && decision->found == SAYSO_NONE && j < n_found; j++)
        if (likeness (found[j], decision->span) >= best && sayso_decisions_get (self, kind, j) == NULL &&
            (best_found == SAYSO_NONE || likeness (found[j], decision->span) > best))
          {
            best = likeness (found[j], decision->span);
            best_found = j;
          }
      if (best_found != SAYSO_NONE)
        take (self, i, best_found);
    }
}

/**
 * sayso_decisions_get:
 * @self: (nullable): decisions
 * @kind: a kind
 * @found: index of an item in the extraction
 *
 * Returns: (nullable): the decision that it takes over
 */
const SaysoDecision *
sayso_decisions_get (SaysoDecisions *self, SaysoItemKind kind, guint found)
{
  g_autofree char *key = self != NULL ? g_strdup_printf ("%d:%u", kind, found) : NULL;
  gpointer position;

  if (key == NULL || !g_hash_table_lookup_extended (self->taken, key, NULL, &position))
    return NULL;

  return sayso_decisions_at (self, GPOINTER_TO_UINT (position));
}

/* The items of a kind that were found are stored under consecutive ids from @first on, or else under @ids. */
void
sayso_decisions_stored (SaysoDecisions *self, SaysoItemKind kind, gint64 first, const gint64 *ids)
{
  for (guint i = 0; self != NULL && i < self->all->len; i++)
    {
      SaysoDecision *decision = &g_array_index (self->all, SaysoDecision, i);

      if (decision->kind == kind && decision->found != SAYSO_NONE)
        decision->now = ids != NULL ? ids[decision->found] : first + decision->found;
    }
}

guint
sayso_decisions_get_n (SaysoDecisions *self)
{
  return self->all->len;
}

const SaysoDecision *
sayso_decisions_at (SaysoDecisions *self, guint position)
{
  return &g_array_index (self->all, SaysoDecision, position);
}

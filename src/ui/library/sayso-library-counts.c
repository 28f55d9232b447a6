/* sayso-library-counts.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-library-counts.h"

static void
count_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  SaysoCasebook *casebook = SAYSO_CASEBOOK (source);
  const SaysoBounds *range = task_data;
  guint *counts = g_new0 (guint, SAYSO_N_COUNTS);
  struct
  {
    guint count;
    SaysoItemKind kind;
    SaysoFilter filter;
  } queries[] = {
    { SAYSO_COUNT_ANONYMOUS, SAYSO_ITEM_CLAIM, { .anonymous = TRUE } },
    { SAYSO_COUNT_DISPUTED, SAYSO_ITEM_CLAIM, { .doubted = TRUE } },
    { SAYSO_COUNT_DISPUTED, SAYSO_ITEM_EVENT, { .doubted = TRUE } },
    { SAYSO_COUNT_UNDISPUTED, SAYSO_ITEM_CLAIM, { .undisputed = TRUE } },
    { SAYSO_COUNT_UNDISPUTED, SAYSO_ITEM_EVENT, { .undisputed = TRUE } },
    { SAYSO_COUNT_UNDATED, SAYSO_ITEM_EVENT, { .undated = TRUE } },
    { SAYSO_COUNT_TO_REVIEW, SAYSO_ITEM_EVENT, { .to_review = TRUE } },
    { SAYSO_COUNT_TO_REVIEW, SAYSO_ITEM_CLAIM, { .to_review = TRUE } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GError) error = NULL;
      guint count = 0;

      queries[i].filter.range = *range;
      if (!sayso_casebook_count (casebook, queries[i].kind, &queries[i].filter, &count, &error))
        g_warning ("Cannot count: %s", error->message);
      counts[queries[i].count] += count;
    }

  g_task_return_pointer (task, counts, g_free);
}

/**
 * sayso_library_count_async:
 * @casebook: a casebook
 * @range: only what may lie in these bounds
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Counts on a worker thread.
 */
void
sayso_library_count_async (SaysoCasebook *casebook, const SaysoBounds *range, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SAYSO_IS_CASEBOOK (casebook));

  task = g_task_new (casebook, NULL, callback, user_data);
  g_task_set_task_data (task, g_memdup2 (range, sizeof *range), g_free);
  g_task_run_in_thread (task, count_in_thread);
}

/**
 * sayso_library_count_finish:
 * @result: the result
 *
 * Returns: (transfer full) (array fixed-size=5): how many items pass each filter
 */
guint *
sayso_library_count_finish (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

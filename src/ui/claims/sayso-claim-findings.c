/* sayso-claim-findings.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-claim-findings.h"

#include "sayso-claim-tie.h"
#include "sayso-dispute.h"

typedef struct
{
  SaysoCasebook *casebook;
  gint64 claim;
} Request;

void
sayso_claim_findings_free (SaysoClaimFindings *self)
{
  g_clear_pointer (&self->account, sayso_account_free);
  g_clear_pointer (&self->disputes, g_ptr_array_unref);
  g_clear_pointer (&self->ties, g_ptr_array_unref);
  g_free (self->key);
  g_free (self);
}

static void
request_free (Request *request)
{
  g_object_unref (request->casebook);
  g_free (request);
}

static char *
make_key (const SaysoClaimFindings *self)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < self->disputes->len; i++)
    {
      const SaysoDispute *dispute = g_ptr_array_index (self->disputes, i);

      g_string_append_printf (key, "%d%d:", dispute->class, dispute->ruled);
      for (guint k = 0; k < dispute->clashes->len; k++)
        g_string_append_printf (key, "%" G_GINT64_FORMAT " ",
                                ((SaysoClash *) g_ptr_array_index (dispute->clashes, k))->id);
    }
  for (guint i = 0; i < self->ties->len; i++)
    {
      const SaysoClaimTie *tie = g_ptr_array_index (self->ties, i);

      g_string_append_printf (key, "%" G_GINT64_FORMAT "%s%s", tie->remark, tie->words, tie->about);
    }

  return g_string_free_and_steal (key);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Request *request = task_data;
  g_autoptr (SaysoClaimFindings) self = NULL;
  g_autoptr (GPtrArray) clashes = NULL;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  self = g_new0 (SaysoClaimFindings, 1);
  self->account = sayso_stories_of_item (request->casebook, SAYSO_ITEM_CLAIM, request->claim, &error);
  if (error == NULL)
    clashes = sayso_stories_conflicts (request->casebook, SAYSO_ITEM_CLAIM, request->claim, &error);
  if (error == NULL)
    self->ties = sayso_claim_ties_read (request->casebook, request->claim, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  self->disputes = sayso_disputes_standing (sayso_disputes_of (clashes, self->account));
  self->key = make_key (self);
  g_task_return_pointer (task, g_steal_pointer (&self), (GDestroyNotify) sayso_claim_findings_free);
}

/* Reads on a worker thread. */
void
sayso_claim_findings_load_async (SaysoCasebook *casebook, gint64 claim, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->casebook = g_object_ref (casebook);
  request->claim = claim;
  g_task_set_source_tag (task, sayso_claim_findings_load_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, load_in_thread);
}

SaysoClaimFindings *
sayso_claim_findings_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* sayso-finding.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-finding.h"

#include <gtk/gtk.h>

/* Of each kind of item, so many are listed. */
#define MAX_HITS 50

G_DEFINE_FINAL_TYPE (SaysoFinding, sayso_finding, G_TYPE_OBJECT)

static void
sayso_finding_finalize (GObject *object)
{
  g_ptr_array_unref (SAYSO_FINDING (object)->hits);

  G_OBJECT_CLASS (sayso_finding_parent_class)->finalize (object);
}

static void
sayso_finding_class_init (SaysoFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sayso_finding_finalize;
}

static void
sayso_finding_init (SaysoFinding *self)
{
}

typedef struct
{
  SaysoCasebook *casebook;
  SaysoFilter *filter;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->casebook);
  sayso_filter_free (request->filter);
  g_free (request);
}

static GListModel *
search_kind (Request *request, SaysoItemKind kind, GError **error)
{
  g_autoptr (GListStore) found = g_list_store_new (SAYSO_TYPE_FINDING);
  g_autoptr (GPtrArray) hits = sayso_casebook_search (request->casebook, kind, request->filter, 0, MAX_HITS, error);
  guint n_all = 0;

  if (hits == NULL)
    return NULL;
  n_all = hits->len;
  if (n_all == MAX_HITS && !sayso_casebook_count (request->casebook, kind, request->filter, &n_all, error))
    return NULL;

  for (guint i = 0; i < hits->len; i++)
    {
      g_autoptr (SaysoFinding) finding = g_object_new (SAYSO_TYPE_FINDING, NULL);

      finding->hit = g_ptr_array_index (hits, i);
      finding->n_all = n_all;
      finding->hits = g_ptr_array_ref (hits);
      g_list_store_append (found, finding);
    }

  return G_LIST_MODEL (g_steal_pointer (&found));
}

static void
search_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  static const SaysoItemKind kinds[] = { SAYSO_ITEM_ARTICLE, SAYSO_ITEM_CLAIM, SAYSO_ITEM_EVENT, SAYSO_ITEM_ACTOR,
                                         SAYSO_ITEM_RELATION };
  g_autoptr (GListStore) sections = g_list_store_new (G_TYPE_LIST_MODEL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GError *error = NULL;
      g_autoptr (GListModel) section = NULL;

      if (g_task_return_error_if_cancelled (task))
        return;
      section = search_kind (task_data, kinds[i], &error);
      if (section == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      g_list_store_append (sections, section);
    }

  g_task_return_pointer (task, g_steal_pointer (&sections), g_object_unref);
}

/**
 * sayso_findings_search_async:
 * @casebook: a casebook
 * @text: what a person typed, see [struct@Search]
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Searches a casebook on a worker thread.
 */
void
sayso_findings_search_async (SaysoCasebook *casebook, const char *text, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Request *request = NULL;

  g_return_if_fail (SAYSO_IS_CASEBOOK (casebook) && text != NULL);

  request = g_new0 (Request, 1);
  request->casebook = g_object_ref (casebook);
  request->filter = sayso_filter_new ();
  request->filter->text = g_strdup (text);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, search_in_thread);
}

/**
 * sayso_findings_search_finish:
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a list of [class@Finding], in sections by kind; %SAYSO_CASEBOOK_ERROR_QUERY
 *   where the text cannot be understood
 */
GListModel *
sayso_findings_search_finish (GAsyncResult *result, GError **error)
{
  GListModel *sections = NULL;

  g_return_val_if_fail (G_IS_TASK (result), NULL);

  sections = g_task_propagate_pointer (G_TASK (result), error);

  return sections == NULL ? NULL : G_LIST_MODEL (gtk_flatten_list_model_new (sections));
}

/* sayso-related.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-related.h"

#include "sayso-queries.h"

/* More events than this are not lit one by one. */
#define MAX_EVENTS 2000

/**
 * SaysoRelated:
 *
 * The events and actors that belong to what is selected, so that every view can light them: of an event those who
 * took part, of a claim its source and what it tells of, of an actor its events, of a relation both ends. Found on a
 * worker thread.
 */
struct _SaysoRelated
{
  GObject parent_instance;

  SaysoSession *session; /* weak */
  GCancellable *finding;
  GHashTable *events;
  GHashTable *actors;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SaysoRelated, sayso_related, G_TYPE_OBJECT)

typedef struct
{
  SaysoCasebook *casebook;
  SaysoItemKind kind;
  gint64 id;
  GHashTable *events;
  GHashTable *actors;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->casebook);
  g_hash_table_unref (request->events);
  g_hash_table_unref (request->actors);
  g_free (request);
}

static void
add (GHashTable *ids, gint64 id)
{
  if (id != 0)
    g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

static void
add_roles (Request *request, SaysoEvent *event)
{
  for (guint i = 0; event->roles != NULL && i < event->roles->len; i++)
    add (request->actors, g_array_index (event->roles, SaysoEventRole, i).actor);
}

/* The events that a filter lets through, with those who took part where @roles. */
static void
add_events (Request *request, const SaysoFilter *filter, gboolean roles)
{
  g_autoptr (GPtrArray) events =
      sayso_casebook_query (request->casebook, SAYSO_ITEM_EVENT, filter, SAYSO_SORT_DATE, 0, MAX_EVENTS, NULL);

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      SaysoEvent *event = g_ptr_array_index (events, i);

      add (request->events, sayso_item_get_id (SAYSO_ITEM (event)));
      if (roles)
        add_roles (request, event);
    }
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (SaysoItem) item = sayso_casebook_get (request->casebook, request->kind, request->id, NULL);

  if (SAYSO_IS_EVENT (item))
    {
      add_roles (request, SAYSO_EVENT (item));
    }
  else if (SAYSO_IS_CLAIM (item))
    {
      add (request->actors, SAYSO_CLAIM (item)->source_actor);
      filter->claim = request->id;
      add_events (request, filter, TRUE);
    }
  else if (SAYSO_IS_ACTOR (item))
    {
      filter->actor = request->id;
      add_events (request, filter, FALSE);
    }
  else if (SAYSO_IS_RELATION (item))
    {
      add (request->actors, SAYSO_RELATION (item)->subject);
      add (request->actors, SAYSO_RELATION (item)->object);
    }
  g_task_return_boolean (task, TRUE);
}

static void
found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaysoRelated) self = user_data;
  Request *request = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;

  g_set_object (&self->finding, NULL);
  g_hash_table_unref (self->events);
  g_hash_table_unref (self->actors);
  self->events = g_hash_table_ref (request->events);
  self->actors = g_hash_table_ref (request->actors);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
find (SaysoRelated *self)
{
  g_autoptr (GTask) task = NULL;
  Request *request;

  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  if (self->session == NULL)
    return;

  request = g_new0 (Request, 1);
  request->casebook = g_object_ref (sayso_session_get_casebook (self->session));
  request->kind = sayso_session_get_selected_kind (self->session);
  request->id = sayso_session_get_selected_id (self->session);
  request->events = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  request->actors = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->finding = g_cancellable_new ();
  task = g_task_new (NULL, self->finding, found, g_object_ref (self));
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  if (request->kind == SAYSO_ITEM_NONE || request->kind == SAYSO_ITEM_ARTICLE)
    g_task_return_boolean (task, TRUE);
  else
    g_task_run_in_thread (task, find_in_thread);
}

static void
sayso_related_dispose (GObject *object)
{
  SaysoRelated *self = SAYSO_RELATED (object);

  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  g_clear_weak_pointer (&self->session);

  G_OBJECT_CLASS (sayso_related_parent_class)->dispose (object);
}

static void
sayso_related_finalize (GObject *object)
{
  SaysoRelated *self = SAYSO_RELATED (object);

  g_hash_table_unref (self->events);
  g_hash_table_unref (self->actors);

  G_OBJECT_CLASS (sayso_related_parent_class)->finalize (object);
}

static void
sayso_related_class_init (SaysoRelatedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sayso_related_dispose;
  G_OBJECT_CLASS (klass)->finalize = sayso_related_finalize;

  /**
   * SaysoRelated::changed:
   *
   * Other events and actors belong to what is selected now.
   */
  signals[CHANGED] =
      g_signal_new ("changed", SAYSO_TYPE_RELATED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sayso_related_init (SaysoRelated *self)
{
  self->events = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->actors = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * sayso_related_new:
 * @session: whose selection to follow; it is not kept alive
 *
 * Returns: (transfer full): what belongs to the selection, once found
 */
SaysoRelated *
sayso_related_new (SaysoSession *session)
{
  SaysoRelated *self;

  g_return_val_if_fail (SAYSO_IS_SESSION (session), NULL);

  self = g_object_new (SAYSO_TYPE_RELATED, NULL);
  g_set_weak_pointer (&self->session, session);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (find), self, G_CONNECT_SWAPPED);
  find (self);

  return self;
}

/**
 * sayso_related_has:
 * @self: what belongs to the selection
 * @kind: of events or actors
 * @id: an item's id
 *
 * Returns: whether it belongs to what is selected
 */
gboolean
sayso_related_has (SaysoRelated *self, SaysoItemKind kind, gint64 id)
{
  g_return_val_if_fail (SAYSO_IS_RELATED (self), FALSE);

  switch (kind)
    {
    case SAYSO_ITEM_EVENT:
      return g_hash_table_contains (self->events, &id);
    case SAYSO_ITEM_ACTOR:
      return g_hash_table_contains (self->actors, &id);
    default:
      return FALSE;
    }
}

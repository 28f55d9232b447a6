/* sayso-list.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-list.h"

#include "sayso-casebook-private.h"
#include "sayso-item-private.h"
#include "sayso-load.h"

#define PAGE 100
/* Items kept; beyond, those that were read longest ago are let go of, if nobody else holds them. */
#define MAX_ITEMS 2000
/* A casebook with more items than this of a kind is first read on a worker thread too: what is shown first, then all.
 */
#define MAX_AT_ONCE 5000
#define SHOWN_FIRST 200

struct _SaysoList
{
  GObject parent_instance;

  SaysoCasebook *casebook;
  SaysoItemKind kind;
  SaysoFilter *filter;
  SaysoSort sort;

  GArray *ids;       /* (element-type gint64): of all rows */
  GArray *starts;    /* (element-type guint): the rows at which sections begin, where the order has sections */
  GHashTable *items; /* id → SaysoItem: those that were read */
  GQueue recent;     /* the keys of @items, in the order they were read */
  guint limit;       /* rows that are read: what is shown first, or all */
  gboolean renewing;
  gboolean again; /* changed while renewing */
};

/* What a worker reads. */
typedef struct
{
  SaysoCasebook *casebook;
  SaysoItemKind kind;
  SaysoFilter *filter;
  SaysoSort sort;
  guint limit;
  GArray *wanted; /* ids of items that are held */

  GArray *ids;
  GArray *starts;
  GPtrArray *items;
} Renewal;

static void sayso_list_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SaysoList, sayso_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, sayso_list_iface_init))

static gint64
id_at (GArray *ids, guint row)
{
  return g_array_index (ids, gint64, row);
}

static void
hold (SaysoList *self, SaysoItem *item)
{
  gint64 id = sayso_item_get_id (item);
  gint64 *key = g_memdup2 (&id, sizeof id);

  g_hash_table_insert (self->items, key, g_object_ref (item));
  g_queue_push_tail (&self->recent, key);

  /* What a row shows must stay known, so that a change of it is noticed. */
  for (guint tries = 0; tries < 2 && g_queue_get_length (&self->recent) > MAX_ITEMS; tries++)
    {
      gint64 *oldest = g_queue_pop_head (&self->recent);
      GObject *object = g_hash_table_lookup (self->items, oldest);

      if (g_atomic_int_get ((gint *) &object->ref_count) > 1)
        g_queue_push_tail (&self->recent, oldest);
      else
        g_hash_table_remove (self->items, oldest);
    }
}

/* -- following the casebook ----------------------------------------------------------------------------- */

static void
renewal_free (Renewal *renewal)
{
  g_object_unref (renewal->casebook);
  sayso_filter_free (renewal->filter);
  g_array_unref (renewal->wanted);
  g_clear_pointer (&renewal->ids, g_array_unref);
  g_array_unref (renewal->starts);
  g_clear_pointer (&renewal->items, g_ptr_array_unref);
  g_free (renewal);
}

static gboolean
renewal_read (Renewal *self, GError **error)
{
  SaysoConnection *db = sayso_casebook_borrow (self->casebook, error);

  if (db == NULL)
    return FALSE;

  self->ids = sayso_load_sections (db, self->kind, self->filter, self->sort, 0, self->limit, self->starts);
  self->items = sayso_load_items (db, self->kind, (const gint64 *) self->wanted->data, self->wanted->len);

  return sayso_casebook_give_back (self->casebook, db, error);
}

static Renewal *
renewal_new (SaysoList *self)
{
  Renewal *renewal = g_new0 (Renewal, 1);
  GHashTableIter iter;
  gint64 *id;

  renewal->casebook = g_object_ref (self->casebook);
  renewal->kind = self->kind;
  renewal->filter = sayso_filter_copy (self->filter);
  renewal->sort = self->sort;
  renewal->limit = self->limit;
  renewal->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  renewal->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    g_array_append_val (renewal->wanted, *id);

  return renewal;
}

/* Takes over the items that differ, and returns their ids. */
static GHashTable *
take_items (SaysoList *self, GPtrArray *items)
{
  GHashTable *changed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      SaysoItem *item = g_ptr_array_index (items, i);
      gint64 id = sayso_item_get_id (item);
      SaysoItem *held = g_hash_table_lookup (self->items, &id);

      /* What was let go of meanwhile will be read again when it is asked for. */
      if (held == NULL || sayso_item_same (held, item))
        continue;
      g_hash_table_insert (self->items, g_memdup2 (&id, sizeof id), g_object_ref (item));
      g_hash_table_add (changed, g_memdup2 (&id, sizeof id));
    }

  return changed;
}

/* Tells that rows from @first up to before @end differ, where they do, in as few words as there are runs of them. */
static void
tell_changed (SaysoList *self, GHashTable *changed, guint first, guint end)
{
  for (guint row = first; row < end; row++)
    {
      guint start = row;

      while (row < end && g_hash_table_contains (changed, &g_array_index (self->ids, gint64, row)))
        row++;
      if (row > start)
        g_list_model_items_changed (G_LIST_MODEL (self), start, row - start, row - start);
    }
}

static void
take (SaysoList *self, Renewal *renewal)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->ids);
  GArray *ids = self->ids = g_steal_pointer (&renewal->ids);
  g_autoptr (GHashTable) changed = take_items (self, renewal->items);
  guint head = 0, tail = 0, shorter = MIN (old->len, ids->len), end;

  g_array_unref (self->starts);
  self->starts = g_array_ref (renewal->starts);
  while (head < shorter && id_at (old, head) == id_at (ids, head))
    head++;
  while (tail < shorter - head && id_at (old, old->len - 1 - tail) == id_at (ids, ids->len - 1 - tail))
    tail++;
  end = ids->len - tail;

  if (old->len > head + tail || ids->len > head + tail)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail, end - head);
  if (g_hash_table_size (changed) > 0)
    {
      tell_changed (self, changed, 0, MIN (head, self->ids->len));
      tell_changed (self, changed, MIN (end, self->ids->len), self->ids->len);
    }
}

static void renew (SaysoList *self);

static void
renewed (GObject *source, GAsyncResult *result, gpointer data)
{
  SaysoList *self = SAYSO_LIST (source);
  Renewal *renewal = g_task_get_task_data (G_TASK (result));
  gboolean ok = g_task_propagate_boolean (G_TASK (result), NULL);

  self->renewing = FALSE;
  /* What could not be read stays as it was; the next change is another chance. */
  if (ok)
    take (self, renewal);
  if (self->again || self->limit < G_MAXINT32)
    {
      self->limit = G_MAXINT32;
      renew (self);
    }
}

static void
renew_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (renewal_read (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
renew (SaysoList *self)
{
  g_autoptr (GTask) task = NULL;

  self->again = self->renewing;
  if (self->renewing)
    return;

  self->renewing = TRUE;
  task = g_task_new (self, NULL, renewed, NULL);
  g_task_set_task_data (task, renewal_new (self), (GDestroyNotify) renewal_free);
  g_task_run_in_thread (task, renew_in_thread);
}

/* -- as a list model ------------------------------------------------------------------------------------ */

static GType
sayso_list_get_item_type (GListModel *model)
{
  return SAYSO_TYPE_ITEM;
}

static guint
sayso_list_get_n_items (GListModel *model)
{
  return SAYSO_LIST (model)->ids->len;
}

static void
read_page (SaysoList *self, guint row)
{
  guint first = row - row % PAGE, n = MIN (PAGE, self->ids->len - first);
  g_autoptr (GPtrArray) items = NULL;
  SaysoConnection *db = sayso_casebook_borrow (self->casebook, NULL);

  if (db == NULL)
    return;

  items = sayso_load_items (db, self->kind, &g_array_index (self->ids, gint64, first), n);
  sayso_casebook_give_back (self->casebook, db, NULL);
  for (guint i = 0; i < items->len; i++)
    {
      gint64 id = sayso_item_get_id (g_ptr_array_index (items, i));

      if (!g_hash_table_contains (self->items, &id))
        hold (self, g_ptr_array_index (items, i));
    }
}

static gpointer
sayso_list_get_item (GListModel *model, guint row)
{
  SaysoList *self = SAYSO_LIST (model);
  SaysoItem *item;
  gint64 id;

  if (row >= self->ids->len)
    return NULL;

  id = id_at (self->ids, row);
  item = g_hash_table_lookup (self->items, &id);
  if (item == NULL)
    {
      read_page (self, row);
      item = g_hash_table_lookup (self->items, &id);
    }

  return item != NULL ? g_object_ref (item) : sayso_item_blank (self->kind);
}

/**
 * sayso_list_find:
 * @self: a list
 * @id: an item
 *
 * Reads nothing.
 *
 * Returns: its row; %G_MAXUINT where it is not in the list
 */
guint
sayso_list_find (SaysoList *self, gint64 id)
{
  g_return_val_if_fail (SAYSO_IS_LIST (self), G_MAXUINT);

  for (guint row = 0; row < self->ids->len; row++)
    if (id_at (self->ids, row) == id)
      return row;

  return G_MAXUINT;
}

/**
 * sayso_list_get_section:
 * @self: a list
 * @row: a row
 * @start: (out): the first row of its section
 * @end: (out): the row after its last
 *
 * Which rows belong together. Reads nothing. In an order without sections all do.
 */
void
sayso_list_get_section (SaysoList *self, guint row, guint *start, guint *end)
{
  guint first = 0, last;

  g_return_if_fail (SAYSO_IS_LIST (self) && start != NULL && end != NULL);

  *start = 0;
  *end = self->ids->len;
  if (row >= self->ids->len)
    {
      *start = self->ids->len;
      *end = G_MAXUINT;
      return;
    }
  last = self->starts->len;
  while (first < last)
    {
      guint middle = (first + last) / 2;

      if (g_array_index (self->starts, guint, middle) <= row)
        first = middle + 1;
      else
        last = middle;
    }
  if (first > 0)
    *start = g_array_index (self->starts, guint, first - 1);
  if (first < self->starts->len)
    *end = g_array_index (self->starts, guint, first);
}

static void
sayso_list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = sayso_list_get_item_type;
  iface->get_n_items = sayso_list_get_n_items;
  iface->get_item = sayso_list_get_item;
}

/* -- construction --------------------------------------------------------------------------------------- */

static void
sayso_list_finalize (GObject *object)
{
  SaysoList *self = SAYSO_LIST (object);

  g_clear_object (&self->casebook);
  g_clear_pointer (&self->filter, sayso_filter_free);
  g_array_unref (self->ids);
  g_array_unref (self->starts);
  g_hash_table_unref (self->items);
  g_queue_clear (&self->recent);

  G_OBJECT_CLASS (sayso_list_parent_class)->finalize (object);
}

static void
sayso_list_class_init (SaysoListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sayso_list_finalize;
}

static void
sayso_list_init (SaysoList *self)
{
  self->limit = G_MAXINT32;
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  g_queue_init (&self->recent);
}

/**
 * sayso_casebook_list:
 * @self: a casebook
 * @kind: what kind of items
 * @filter: (nullable): which; %NULL for all that were not rejected
 * @sort: in what order
 *
 * A list that follows the casebook. It is filled at once, but for a kind of which the casebook holds many thousands:
 * then it is empty until the first were found, and holds only these until all were.
 *
 * Returns: (transfer full): a list of [class@Item]
 */
GListModel *
sayso_casebook_list (SaysoCasebook *self, SaysoItemKind kind, const SaysoFilter *filter, SaysoSort sort)
{
  SaysoList *list;
  SaysoConnection *db;
  gint64 n;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);
  g_return_val_if_fail (kind > SAYSO_ITEM_NONE && kind <= SAYSO_ITEM_RELATION, NULL);

  list = g_object_new (SAYSO_TYPE_LIST, NULL);
  list->casebook = g_object_ref (self);
  list->kind = kind;
  list->filter = filter != NULL ? sayso_filter_copy (filter) : sayso_filter_new ();
  list->sort = sort;
  g_signal_connect_object (self, "changed", G_CALLBACK (renew), list, G_CONNECT_SWAPPED);
  if (sort == SAYSO_SORT_ORIGIN)
    g_signal_connect_object (self, "derived", G_CALLBACK (renew), list, G_CONNECT_SWAPPED);

  db = sayso_casebook_borrow (self, NULL);
  if (db == NULL)
    return G_LIST_MODEL (list);
  n = sayso_load_highest (db, kind);
  if (n <= MAX_AT_ONCE)
    {
      g_array_unref (list->ids);
      list->ids = sayso_load_sections (db, kind, list->filter, sort, 0, G_MAXINT32, list->starts);
    }
  else
    {
      list->limit = SHOWN_FIRST;
      renew (list);
    }
  sayso_casebook_give_back (self, db, NULL);

  return G_LIST_MODEL (list);
}

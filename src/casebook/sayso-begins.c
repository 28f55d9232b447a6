/* sayso-begins.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-begins.h"

#include "sayso-load.h"

/* Filters, and events of them all, that are kept at most; the last is kept whatever it holds: 32 MB for a million. */
#define MAX_KEPT 4
#define MAX_EVENTS 500000

typedef struct
{
  SaysoFilter *filter;
  const char *lanes; /* static */
  gint64 entry;      /* the last of the log when it was read: whatever changes an event writes one */
  GArray *begins;
  GPtrArray *keys;
} Kept;

struct _SaysoBegins
{
  GMutex lock;
  GQueue kept; /* (element-type Kept): the last read or used first */
};

SaysoBegins *
sayso_begins_new (void)
{
  SaysoBegins *self = g_new0 (SaysoBegins, 1);

  g_mutex_init (&self->lock);
  g_queue_init (&self->kept);

  return self;
}

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  sayso_filter_free (kept->filter);
  g_array_unref (kept->begins);
  g_ptr_array_unref (kept->keys);
  g_free (kept);
}

void
sayso_begins_free (SaysoBegins *self)
{
  g_queue_clear_full (&self->kept, kept_free);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const SaysoBegin *m = a, *n = b;

  return m->at != n->at ? (m->at < n->at ? -1 : 1) : (m->id > n->id) - (m->id < n->id);
}

static guint
find_key (GHashTable *places, GPtrArray *keys, const char *key)
{
  gpointer place;

  if (g_hash_table_lookup_extended (places, key, NULL, &place))
    return GPOINTER_TO_UINT (place);
  g_ptr_array_add (keys, g_strdup (key));
  g_hash_table_insert (places, keys->pdata[keys->len - 1], GUINT_TO_POINTER (keys->len - 1));

  return keys->len - 1;
}

static GArray *
read_begins (SaysoConnection *db, const SaysoFilter *filter, const char *lanes, GPtrArray *keys)
{
  GArray *begins = g_array_new (FALSE, FALSE, sizeof (SaysoBegin));
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  SaysoStatement *row = sayso_load_prepare (db, SAYSO_ITEM_EVENT, "each", filter, NULL);

  sayso_statement_bind_text (row, "lanes", lanes, -1);
  while (sayso_statement_next (row))
    {
      SaysoBegin begin = { sayso_statement_int (row, "id"), sayso_statement_int (row, "at"),
                           sayso_statement_int (row, "latest"),
                           find_key (places, keys, sayso_statement_text (row, "lane", NULL)),
                           sayso_statement_int (row, "lasts") != 0 };

      g_array_append_val (begins, begin);
    }
  g_array_sort (begins, compare);

  return begins;
}

/* Takes what is known of a filter from the list; of an older state it is of no use any more. */
static GArray *
take_kept (SaysoBegins *self, const SaysoFilter *filter, const char *lanes, gint64 entry, GPtrArray **keys)
{
  for (GList *l = self->kept.head; l != NULL; l = l->next)
    {
      Kept *kept = l->data;
      GArray *begins = NULL;

      if (kept->lanes != lanes || !sayso_filter_equal (kept->filter, filter))
        continue;
      if (kept->entry == entry)
        {
          begins = g_array_ref (kept->begins);
          *keys = g_ptr_array_ref (kept->keys);
        }
      g_queue_delete_link (&self->kept, l);
      kept_free (kept);

      return begins;
    }

  return NULL;
}

static void
keep (SaysoBegins *self, const SaysoFilter *filter, const char *lanes, gint64 entry, GArray *begins, GPtrArray *keys)
{
  Kept *kept = g_new (Kept, 1);
  guint n = 0, n_events = 0;

  *kept = (Kept) { sayso_filter_copy (filter), lanes, entry, g_array_ref (begins), g_ptr_array_ref (keys) };
  g_queue_push_head (&self->kept, kept);
  for (GList *l = self->kept.head, *next; l != NULL; l = next)
    {
      next = l->next;
      n++;
      n_events += ((Kept *) l->data)->begins->len;
      if (n > MAX_KEPT || (n > 1 && n_events > MAX_EVENTS))
        {
          kept_free (l->data);
          g_queue_delete_link (&self->kept, l);
        }
    }
}

/**
 * sayso_begins_get:
 * @self: what is known
 * @db: a connection in a transaction
 * @filter: which events
 * @lanes: (not nullable): what tells their lanes apart, see event/lane: a static string
 * @keys: (out) (transfer full) (element-type utf8): the keys of the lanes
 *
 * Returns: (transfer full) (element-type SaysoBegin): the events that pass, by where they begin
 */
GArray *
sayso_begins_get (SaysoBegins *self, SaysoConnection *db, const SaysoFilter *filter, const char *lanes,
                  GPtrArray **keys)
{
  gint64 entry = sayso_statement_run_int (sayso_connection_prepare (db, "casebook/next"), 0);
  GArray *begins;

  g_mutex_lock (&self->lock);
  begins = take_kept (self, filter, lanes, entry, keys);
  g_mutex_unlock (&self->lock);

  if (begins == NULL)
    {
      *keys = g_ptr_array_new_with_free_func (g_free);
      begins = read_begins (db, filter, lanes, *keys);
    }
  if (sayso_connection_failed (db))
    return begins;

  g_mutex_lock (&self->lock);
  keep (self, filter, lanes, entry, begins, *keys);
  g_mutex_unlock (&self->lock);

  return begins;
}

/* sayso-store-search.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-store.h"

#include <string.h>

#include "sayso-casebook-enums.h"
#include "sayso-enum.h"

/* What items are found by goes into the search tables at the end of a transaction: kind by kind, in the order of the
 * ids and each item once. A search table writes down what it has gathered whenever a statement begins that SQLite may
 * have to take back by itself, and whenever an id is not above the last; so a batch of articles becomes one piece of
 * the index and not thousands. */

typedef struct
{
  gint64 id;
  char *title;
  char *words; /* NULL: they are read when it is time */
  gsize length;
} Entry;

typedef struct
{
  GArray *entries[SAYSO_ITEM_RELATION + 1];   /* (element-type Entry) */
  GHashTable *known[SAYSO_ITEM_RELATION + 1]; /* ids of those without words */
  gint64 first_event;                         /* of those that are not counted yet; none where it is above the last */
  gint64 last_event;
} Queue;

static void
entry_clear (gpointer data)
{
  Entry *self = data;

  g_free (self->title);
  g_free (self->words);
}

static void
queue_free (gpointer data)
{
  Queue *self = data;

  for (SaysoItemKind kind = SAYSO_ITEM_ARTICLE; kind <= SAYSO_ITEM_RELATION; kind++)
    {
      g_array_unref (self->entries[kind]);
      g_hash_table_unref (self->known[kind]);
    }
  g_free (self);
}

static Queue *
queue_new (void)
{
  Queue *self = g_new0 (Queue, 1);

  self->first_event = G_MAXINT64;
  for (SaysoItemKind kind = SAYSO_ITEM_ARTICLE; kind <= SAYSO_ITEM_RELATION; kind++)
    {
      self->entries[kind] = g_array_new (FALSE, FALSE, sizeof (Entry));
      g_array_set_clear_func (self->entries[kind], entry_clear);
      self->known[kind] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    }

  return self;
}

/* Those that were put in after each other are counted together: many begin in the same buckets. */
static void
count_events (SaysoConnection *db, Queue *self)
{
  if (self->first_event <= self->last_event)
    {
      SaysoStatement *row = sayso_connection_prepare (db, "store/count-begins");

      sayso_statement_bind_int (row, "first", self->first_event);
      sayso_statement_bind_int (row, "last", self->last_event);
      sayso_statement_run (row);
    }
  self->first_event = G_MAXINT64;
  self->last_event = 0;
}

static SaysoStatement *
prepare (SaysoConnection *db, const char *verb, SaysoItemKind kind)
{
  g_autofree char *query = g_strdup_printf ("store/%s-%s", verb, sayso_enum_to_nick (SAYSO_TYPE_ITEM_KIND, kind));

  return sayso_connection_prepare (db, query);
}

static void
write_entry (SaysoConnection *db, const char *verb, SaysoItemKind kind, gint64 id, const char *title, const char *words,
             gsize length)
{
  SaysoStatement *row = prepare (db, verb, kind);

  sayso_statement_bind_int (row, "id", id);
  if (kind != SAYSO_ITEM_TIME && kind != SAYSO_ITEM_RELATION)
    sayso_statement_bind_text (row, "title", title, -1);
  sayso_statement_bind_text (row, "words", words, length);
  sayso_statement_run (row);
}

static void
read_and_write (SaysoConnection *db, SaysoItemKind kind, gint64 id)
{
  SaysoStatement *row = prepare (db, "words", kind);
  g_autofree char *title = NULL, *words = NULL;
  const char *found;
  gsize length;

  sayso_statement_bind_int (row, "id", id);
  if (!sayso_statement_next (row))
    return;
  id = sayso_statement_int (row, "id");
  title = sayso_statement_dup (row, "title");
  found = sayso_statement_text (row, "words", &length);
  words = found != NULL ? g_memdup2 (found, length + 1) : NULL;
  sayso_statement_run (row);
  write_entry (db, "search", kind, id, title, words, length);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Entry *m = a, *n = b;

  return (m->id > n->id) - (m->id < n->id);
}

static void
write_queue (SaysoConnection *db, gpointer data)
{
  Queue *self = data;

  count_events (db, self);
  for (SaysoItemKind kind = SAYSO_ITEM_ARTICLE; kind <= SAYSO_ITEM_RELATION; kind++)
    {
      g_array_sort (self->entries[kind], compare);
      for (guint i = 0; i < self->entries[kind]->len; i++)
        {
          const Entry *entry = &g_array_index (self->entries[kind], Entry, i);

          if (entry->words != NULL)
            write_entry (db, "first", kind, entry->id, entry->title, entry->words, entry->length);
          else
            read_and_write (db, kind, entry->id);
        }
      g_array_set_size (self->entries[kind], 0);
      g_hash_table_remove_all (self->known[kind]);
    }
}

static Queue *
get_queue (SaysoConnection *db)
{
  Queue *self = sayso_connection_get_late (db);

  if (self == NULL)
    {
      self = queue_new ();
      sayso_connection_set_late (db, write_queue, self, queue_free);
    }

  return self;
}

/* Events were put in, with the next ids: they are counted where they begin at the end of the transaction, or before
 * anything changes in them. */
void
sayso_store_count_later (SaysoConnection *db, gint64 first, gint64 last)
{
  Queue *self = get_queue (db);

  if (first > last)
    return;
  self->first_event = MIN (self->first_event, first);
  self->last_event = MAX (self->last_event, last);
}

/* Triggers count what changes in an event, so all have to be counted before. */
void
sayso_store_count_now (SaysoConnection *db)
{
  Queue *self = sayso_connection_get_late (db);

  if (self != NULL)
    count_events (db, self);
}

/**
 * sayso_store_search_later:
 * @db: a connection in a transaction
 * @kind: what kind of item
 * @id: its id
 * @title: (nullable): its title
 * @words: (nullable): by what it is found beside that, in an item that is new; %NULL: it has all that in its rows
 * @length: bytes of @words, or -1
 *
 * Makes an item findable when the transaction ends.
 */
void
sayso_store_search_later (SaysoConnection *db, SaysoItemKind kind, gint64 id, const char *title, const char *words,
                          gssize length)
{
  Queue *self = get_queue (db);
  gsize size = words == NULL ? 0 : length < 0 ? strlen (words) : (gsize) length;
  Entry entry = { id, NULL, NULL, size };

  if (words == NULL && !g_hash_table_add (self->known[kind], g_memdup2 (&id, sizeof id)))
    return;
  entry.title = g_strdup (title);
  entry.words = words != NULL ? g_memdup2 (words, size + 1) : NULL;
  g_array_append_val (self->entries[kind], entry);
}

/* Makes an item findable by the title it has now, and by what is written beside it; an actor's relations too. */
void
sayso_store_index (SaysoConnection *db, const char *nick, gint64 id)
{
  int kind;

  if (!sayso_enum_from_nick (SAYSO_TYPE_ITEM_KIND, nick, &kind))
    return;
  sayso_store_search_later (db, kind, id, NULL, NULL, 0);
  if (kind == SAYSO_ITEM_ACTOR)
    {
      SaysoStatement *row = sayso_connection_prepare (db, "store/relations-of");

      sayso_statement_bind_int (row, "id", id);
      while (sayso_statement_next (row))
        sayso_store_search_later (db, SAYSO_ITEM_RELATION, sayso_statement_int (row, "id"), NULL, NULL, 0);
    }
}

/* A name without differences of case, width and white space: what makes two one. */
char *
sayso_store_fold (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : name, -1);
  GString *key = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (key, c);
      else if (key->len > 0 && key->str[key->len - 1] != ' ')
        g_string_append_c (key, ' ');
    }

  return g_strchomp (g_string_free_and_steal (key));
}

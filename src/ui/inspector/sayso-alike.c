/* sayso-alike.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-alike.h"

#include <glib/gi18n.h>

/* The newest items that are looked at; a reader who has more decides again. */
#define MAX_ITEMS 20000

/* What an item was found by, its case folded: of a time, its words; of an event, those that tell of it; of a claim,
 * the word that attributes it; else the title. */
static char *
get_words (SaysoCasebook *casebook, GHashTable *texts, SaysoItem *item)
{
  g_autofree char *words = NULL;

  if (SAYSO_IS_EVENT (item))
    {
      SaysoEvent *event = SAYSO_EVENT (item);
      SaysoText *text = g_hash_table_lookup (texts, &event->article);

      if (text == NULL)
        {
          text = sayso_casebook_get_text (casebook, event->article, NULL);
          if (text == NULL)
            return NULL;
          g_hash_table_insert (texts, g_memdup2 (&event->article, sizeof event->article), text);
        }
      if (event->trigger.start < event->trigger.end && event->trigger.end <= sayso_text_get_chars (text))
        words = sayso_text_slice (text, event->trigger);
    }
  else if (SAYSO_IS_CLAIM (item))
    {
      words = g_strdup (SAYSO_CLAIM (item)->cue_text);
    }
  else
    {
      words = g_strdup (sayso_item_get_title (item));
    }

  return words == NULL || *words == '\0' ? NULL : g_utf8_casefold (words, -1);
}

static char *
get_title (SaysoItemKind kind, SaysoStanding standing, guint n)
{
  gboolean reject = standing == SAYSO_STANDING_REJECTED;

  switch (kind)
    {
    case SAYSO_ITEM_TIME:
      return g_strdup_printf (reject ? ngettext ("Reject %u Time", "Reject %u Times", n)
                                     : ngettext ("Confirm %u Time", "Confirm %u Times", n),
                              n);
    case SAYSO_ITEM_EVENT:
      return g_strdup_printf (reject ? ngettext ("Reject %u Event", "Reject %u Events", n)
                                     : ngettext ("Confirm %u Event", "Confirm %u Events", n),
                              n);
    case SAYSO_ITEM_CLAIM:
      return g_strdup_printf (reject ? ngettext ("Reject %u Claim", "Reject %u Claims", n)
                                     : ngettext ("Confirm %u Claim", "Confirm %u Claims", n),
                              n);
    case SAYSO_ITEM_NONE:
    case SAYSO_ITEM_ARTICLE:
    case SAYSO_ITEM_ACTOR:
    case SAYSO_ITEM_RELATION:
    default:
      return g_strdup_printf (reject ? ngettext ("Reject %u Item", "Reject %u Items", n)
                                     : ngettext ("Confirm %u Item", "Confirm %u Items", n),
                              n);
    }
}

/**
 * sayso_alike_decide:
 * @casebook: a casebook
 * @kind: time, actor, event, claim or relation
 * @id: an item
 * @standing: what a person decides on it and on all like it
 * @n_items: (out): how many these are
 * @error: why there is no command
 *
 * Finds the suggestions, in all articles, that were found by the same words, so that one decision does for all.
 * What was decided on before stays as it is.
 *
 * Returns: (transfer full) (nullable): the command, one step to undo
 */
SaysoCommand *
sayso_alike_decide (SaysoCasebook *casebook, SaysoItemKind kind, gint64 id, SaysoStanding standing, guint *n_items,
                    GError **error)
{
  g_autoptr (SaysoItem) item = NULL;
  g_autoptr (GPtrArray) all = NULL, commands = NULL;
  g_autoptr (GHashTable) texts =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) sayso_text_unref);
  g_autofree char *words = NULL, *title = NULL;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (casebook), NULL);
  g_return_val_if_fail (n_items != NULL, NULL);

  item = sayso_casebook_get (casebook, kind, id, error);
  if (item == NULL)
    return NULL;
  all = sayso_casebook_query (casebook, kind, NULL, SAYSO_SORT_TEXT, 0, MAX_ITEMS, error);
  if (all == NULL)
    return NULL;

  words = get_words (casebook, texts, item);
  commands = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_command_unref);
  g_ptr_array_add (commands, sayso_command_new_decide (kind, id, standing));
  for (guint i = 0; words != NULL && i < all->len; i++)
    {
      SaysoItem *other = g_ptr_array_index (all, i);
      g_autofree char *its_words = NULL;

      if (sayso_item_get_id (other) == id || sayso_item_get_standing (other) != SAYSO_STANDING_SUGGESTED)
        continue;
      its_words = get_words (casebook, texts, other);
      if (its_words != NULL && g_str_equal (words, its_words))
        g_ptr_array_add (commands, sayso_command_new_decide (kind, sayso_item_get_id (other), standing));
    }

  *n_items = commands->len;
  title = get_title (kind, standing, commands->len);

  return sayso_command_new_group (title, (SaysoCommand *const *) commands->pdata, commands->len);
}

/* -- on a worker thread -------------------------------------------------------------------------------------------- */

typedef struct
{
  SaysoItemKind kind;
  gint64 id;
  SaysoStanding standing;
  guint n_items;
} Request;

static void
decide_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Request *request = task_data;
  g_autoptr (GError) error = NULL;
  SaysoCommand *command =
      sayso_alike_decide (source, request->kind, request->id, request->standing, &request->n_items, &error);

  if (command != NULL)
    g_task_return_pointer (task, command, (GDestroyNotify) sayso_command_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
decided (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaysoSession) session = user_data;
  const Request *request = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCommand) command = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *message = NULL;

  if (command == NULL)
    {
      sayso_session_show_error (session, error);
      return;
    }

  message = request->standing == SAYSO_STANDING_REJECTED
                ? g_strdup_printf (ngettext ("%u rejected.", "%u rejected.", request->n_items), request->n_items)
                : g_strdup_printf (ngettext ("%u confirmed.", "%u confirmed.", request->n_items), request->n_items);
  sayso_session_submit (session, command, message);
}

/**
 * sayso_alike_submit:
 * @session: the session
 * @kind: time, actor, event, claim or relation
 * @id: an item
 * @standing: what a person decides on it and on all like it
 *
 * Finds them on a worker thread and decides on them; see sayso_alike_decide().
 */
void
sayso_alike_submit (SaysoSession *session, SaysoItemKind kind, gint64 id, SaysoStanding standing)
{
  g_autoptr (GTask) task = NULL;
  const Request request = { kind, id, standing, 0 };

  g_return_if_fail (SAYSO_IS_SESSION (session));

  task = g_task_new (sayso_session_get_casebook (session), NULL, decided, g_object_ref (session));
  g_task_set_source_tag (task, sayso_alike_submit);
  g_task_set_task_data (task, g_memdup2 (&request, sizeof request), g_free);
  g_task_run_in_thread (task, decide_in_thread);
}

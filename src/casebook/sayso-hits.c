/* sayso-hits.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-hits.h"

#include <string.h>

#include "sayso-casebook-enums.h"
#include "sayso-casebook-private.h"
#include "sayso-enum.h"
#include "sayso-load.h"
#include "sayso-search.h"

/* Code points of a snippet, about. */
#define SNIPPET 160
/* Of them, before the first word that was looked for. */
#define LEAD 40
/* No more of a text is looked through for where the words stand best. */
#define MAX_SCAN 200000

/* A word of the text that was looked for: where it stands, and which it is. */
typedef struct
{
  SaysoSpan span;
  guint which;
} Found;

static void
hit_free (gpointer data)
{
  SaysoHit *hit = data;

  g_clear_object (&hit->item);
  g_free (hit->snippet);
  g_clear_pointer (&hit->matches, g_array_unref);
  g_free (hit);
}

static gboolean
is_word (const SaysoSearchWord *word, const char *folded)
{
  return word->prefix ? g_str_has_prefix (folded, word->key) : g_str_equal (folded, word->key);
}

/* Most words of most texts need no folding to be told from what is looked for. */
static gboolean
may_be (const SaysoSearchWord *word, const char *start)
{
  return (guchar) *start >= 0x80 || (guchar) word->key[0] >= 0x80 || g_ascii_tolower (*start) == word->key[0];
}

/* (element-type Found): the words looked for within a range of a text */
static GArray *
find_words (SaysoText *text, SaysoSpan range, GArray *words)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Found));
  const char *p = sayso_text_get_utf8 (text) + sayso_text_to_byte (text, range.start);
  guint end = MIN (range.end, range.start + MAX_SCAN);

  for (guint at = range.start; at < end;)
    {
      const char *start = p;
      guint first = at;
      g_autofree char *folded = NULL;

      while (at < end && g_unichar_isalnum (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          at++;
        }
      if (at == first)
        {
          p = g_utf8_next_char (p);
          at++;
          continue;
        }
      for (guint i = 0; i < words->len; i++)
        {
          const SaysoSearchWord *word = &g_array_index (words, SaysoSearchWord, i);
          Found one = { SAYSO_SPAN (first, at), i };

          if (!may_be (word, start))
            continue;
          if (folded == NULL)
            folded = sayso_search_fold (start, p - start);
          if (is_word (word, folded))
            {
              g_array_append_val (found, one);
              break;
            }
        }
    }

  return found;
}

/* The first of those from which on most different words stand within a snippet. */
static guint
best_of (GArray *found)
{
  guint best = 0, most = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const Found *first = &g_array_index (found, Found, i);
      guint64 seen = 0;
      guint n = 0;

      for (guint j = i; j < found->len; j++)
        {
          const Found *other = &g_array_index (found, Found, j);

          if (other->span.end > first->span.start + SNIPPET - LEAD)
            break;
          n += (seen & G_GUINT64_CONSTANT (1) << MIN (other->which, 63)) == 0;
          seen |= G_GUINT64_CONSTANT (1) << MIN (other->which, 63);
        }
      if (n > most)
        {
          most = n;
          best = i;
        }
    }

  return best;
}

static gboolean
is_space_at (SaysoText *text, guint at)
{
  return g_unichar_isspace (g_utf8_get_char (sayso_text_get_utf8 (text) + sayso_text_to_byte (text, at)));
}

/* About as much of the range as a snippet holds, of whole words, around a place. */
static SaysoSpan
around (SaysoText *text, SaysoSpan range, guint at)
{
  SaysoSpan piece = SAYSO_SPAN (at > range.start + LEAD ? at - LEAD : range.start, 0);

  while (piece.start > range.start && piece.start < at && !is_space_at (text, piece.start - 1))
    piece.start++;
  piece.end = MIN (range.end, piece.start + SNIPPET);
  while (piece.end < range.end && piece.end > at + 1 && !is_space_at (text, piece.end))
    piece.end--;

  return piece.end > piece.start ? piece : SAYSO_SPAN (piece.start, MIN (range.end, piece.start + SNIPPET));
}

/* A piece of the text on one line, so that it is as long as before. */
static char *
slice (SaysoText *text, SaysoSpan span)
{
  char *piece = sayso_text_slice (text, span);

  g_strdelimit (piece, "\n\r\t", ' ');

  return piece;
}

static void
show (SaysoHit *hit, SaysoText *text, SaysoSpan range, GArray *words)
{
  g_autoptr (GArray) found = find_words (text, range, words);
  guint best = best_of (found);
  SaysoSpan piece;

  hit->span = found->len > 0 ? g_array_index (found, Found, best).span : range;
  piece = around (text, range, hit->span.start);
  hit->snippet = slice (text, piece);
  for (guint i = 0; i < found->len; i++)
    {
      SaysoSpan span = g_array_index (found, Found, i).span;

      if (span.start >= piece.start && span.end <= piece.end)
        {
          span = SAYSO_SPAN (span.start - piece.start, span.end - piece.start);
          g_array_append_val (hit->matches, span);
        }
    }
}

/* Reads where the items stand, and shows them there. */
static void
place (SaysoConnection *db, SaysoItemKind kind, const gint64 *ids, guint n_ids, GHashTable *hits, GArray *words)
{
  g_autofree char *query = g_strconcat ("hit/", sayso_enum_to_nick (SAYSO_TYPE_ITEM_KIND, kind), NULL);
  g_autofree char *json = sayso_load_ids_json (ids, n_ids);
  g_autoptr (GHashTable) texts =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) sayso_text_unref);
  SaysoStatement *row = sayso_connection_prepare (db, query);

  sayso_statement_bind_text (row, "ids", json, -1);
  while (sayso_statement_next (row))
    {
      gint64 id = sayso_statement_int (row, "id"), article = sayso_statement_int (row, "article");
      SaysoSpan range = sayso_statement_span (row);
      SaysoHit *hit = g_hash_table_lookup (hits, &id);
      SaysoText *text = g_hash_table_lookup (texts, &article);

      if (hit == NULL || article == 0)
        continue;
      if (text == NULL && (text = sayso_load_text (db, article)) != NULL)
        g_hash_table_insert (texts, g_memdup2 (&article, sizeof article), text);
      if (text == NULL)
        continue;
      hit->article = article;
      range.end = MIN (range.end, sayso_text_get_chars (text));
      range.start = MIN (range.start, range.end);
      show (hit, text, range, words);
    }
}

/**
 * sayso_casebook_search:
 * @self: a casebook
 * @kind: what kind of items
 * @filter: which; its text is what a person typed, see [struct@Search]
 * @offset: how many to leave out
 * @limit: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SaysoHit): those that pass, what was found last first;
 *   %SAYSO_CASEBOOK_ERROR_QUERY where the text cannot be understood
 */
GPtrArray *
sayso_casebook_search (SaysoCasebook *self, SaysoItemKind kind, const SaysoFilter *filter, guint offset, guint limit,
                       GError **error)
{
  g_autoptr (SaysoSearch) search = NULL;
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (hit_free), items = NULL;
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) ids = NULL;
  SaysoConnection *db;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self) && filter != NULL, NULL);

  search = sayso_search_parse (filter->text != NULL ? filter->text : "", FALSE, error);
  db = search != NULL ? sayso_casebook_borrow (self, error) : NULL;
  if (db == NULL)
    return NULL;
  ids = sayso_load_hits (db, kind, filter, offset, limit);
  items = sayso_load_items (db, kind, (const gint64 *) ids->data, ids->len);
  for (guint i = 0; i < items->len && items->len == ids->len; i++)
    {
      SaysoHit *hit = g_new0 (SaysoHit, 1);

      hit->item = g_object_ref (g_ptr_array_index (items, i));
      hit->matches = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
      g_ptr_array_add (hits, hit);
      g_hash_table_insert (by_id, &g_array_index (ids, gint64, i), hit);
    }
  place (db, kind, (const gint64 *) ids->data, ids->len, by_id, search->words);
  for (guint i = 0; i < hits->len; i++)
    {
      SaysoHit *hit = g_ptr_array_index (hits, i);

      if (hit->snippet == NULL)
        hit->snippet = g_strdup (sayso_item_get_title (hit->item));
    }

  return sayso_casebook_give_back (self, db, error) ? g_steal_pointer (&hits) : NULL;
}

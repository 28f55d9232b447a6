/* sayso-queries.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-queries.h"

#include <glib/gi18n-lib.h>

#include "sayso-casebook-enums.h"
#include "sayso-casebook-private.h"
#include "sayso-enum.h"
#include "sayso-extract-enums.h"
#include "sayso-item-private.h"
#include "sayso-load.h"
#include "sayso-pages.h"
#include "sayso-reader-enums.h"
#include "sayso-time-decision.h"

static gboolean
fail_not_found (SaysoConnection *db)
{
  sayso_connection_fail (
      db, SAYSO_CASEBOOK_ERROR_NOT_FOUND,
      _ ("The casebook holds no such item any more. Its article may have been removed or read anew."));

  return FALSE;
}

static gboolean
has_article (SaysoConnection *db, gint64 article)
{
  SaysoStatement *row = sayso_connection_prepare (db, "query/has-article");

  sayso_statement_bind_int (row, "article", article);

  return sayso_statement_run_int (row, 0) != 0 || fail_not_found (db);
}

static gboolean
is_kind (SaysoItemKind kind)
{
  return kind > SAYSO_ITEM_NONE && kind <= SAYSO_ITEM_RELATION;
}

/**
 * sayso_casebook_query:
 * @self: a casebook
 * @kind: what kind of items
 * @filter: (nullable): which; %NULL for all that were not rejected
 * @sort: in what order
 * @offset: how many to leave out
 * @limit: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (element-type SaysoItem) (nullable): the items
 */
GPtrArray *
sayso_casebook_query (SaysoCasebook *self, SaysoItemKind kind, const SaysoFilter *filter, SaysoSort sort, guint offset,
                      guint limit, GError **error)
{
  SaysoConnection *db;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) items = NULL;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self) && is_kind (kind), NULL);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return NULL;
  ids = sayso_load_ids (db, kind, filter, sort, offset, limit);
  items = sayso_load_items (db, kind, (const gint64 *) ids->data, ids->len);

  return sayso_casebook_give_back (self, db, error) ? g_steal_pointer (&items) : NULL;
}

/**
 * sayso_casebook_count:
 * @self: a casebook
 * @kind: what kind of items
 * @filter: (nullable): which
 * @count: (out): how many there are
 * @error: return location
 *
 * Returns: whether they could be counted
 */
gboolean
sayso_casebook_count (SaysoCasebook *self, SaysoItemKind kind, const SaysoFilter *filter, guint *count, GError **error)
{
  SaysoConnection *db;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self) && is_kind (kind) && count != NULL, FALSE);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return FALSE;
  *count = sayso_statement_run_int (sayso_load_prepare (db, kind, "count", filter, NULL), 0);

  return sayso_casebook_give_back (self, db, error);
}

/**
 * sayso_casebook_get:
 * @self: a casebook
 * @kind: what kind of item
 * @id: its id
 * @error: return location
 *
 * Rejected ones are found as well.
 *
 * Returns: (transfer full) (nullable): the item; %SAYSO_CASEBOOK_ERROR_NOT_FOUND where it is not there (any more)
 */
SaysoItem *
sayso_casebook_get (SaysoCasebook *self, SaysoItemKind kind, gint64 id, GError **error)
{
  SaysoConnection *db;
  g_autoptr (SaysoItem) item = NULL;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self) && is_kind (kind), NULL);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return NULL;
  item = sayso_load_item (db, kind, id);
  if (item == NULL || !sayso_item_is_present (item))
    fail_not_found (db);

  return sayso_casebook_give_back (self, db, error) ? g_steal_pointer (&item) : NULL;
}

/**
 * sayso_casebook_get_text:
 * @self: a casebook
 * @article: an article
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its text
 */
SaysoText *
sayso_casebook_get_text (SaysoCasebook *self, gint64 article, GError **error)
{
  SaysoConnection *db;
  g_autoptr (SaysoText) text = NULL;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return NULL;
  if (has_article (db, article))
    text = sayso_load_text (db, article);

  return sayso_casebook_give_back (self, db, error) ? g_steal_pointer (&text) : NULL;
}

/**
 * sayso_casebook_get_original:
 * @self: a casebook
 * @article: an article
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the bytes it was imported from
 */
GBytes *
sayso_casebook_get_original (SaysoCasebook *self, gint64 article, GError **error)
{
  g_autoptr (GZlibDecompressor) inflate = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  SaysoConnection *db;
  SaysoStatement *row;
  g_autoptr (GBytes) deflated = NULL, original = NULL;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return NULL;
  row = sayso_connection_prepare (db, "query/original");
  sayso_statement_bind_int (row, "article", article);
  if (sayso_statement_next (row))
    deflated = sayso_statement_bytes (row, "original");
  else
    fail_not_found (db);
  if (!sayso_casebook_give_back (self, db, error))
    return NULL;

  original = g_converter_convert_bytes (G_CONVERTER (inflate), deflated, NULL);
  if (g_bytes_get_size (deflated) == 0)
    g_set_error (
        error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_DAMAGED,
        _ ("The original of this article is kept beside the casebook “%1$s”, in the folder “%1$s.originals”, and "
           "is missing there or was changed. Put the folder back."),
        sayso_casebook_get_title (self));
  else if (original == NULL)
    g_set_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_DAMAGED,
                 _ ("The original of this article is damaged in the casebook “%s”. Go on with a copy made before."),
                 sayso_casebook_get_title (self));

  return g_steal_pointer (&original);
}

/**
 * sayso_casebook_get_blocks:
 * @self: a casebook
 * @article: an article
 * @error: return location
 *
 * Returns: (transfer full) (element-type SaysoTextBlock) (nullable): headings, paragraphs and list items in order
 */
GArray *
sayso_casebook_get_blocks (SaysoCasebook *self, gint64 article, GError **error)
{
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (SaysoTextBlock));
  SaysoConnection *db;
  SaysoStatement *row;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return NULL;
  has_article (db, article);
  row = sayso_connection_prepare (db, "query/blocks");
  sayso_statement_bind_int (row, "article", article);
  while (sayso_statement_next (row))
    {
      SaysoTextBlock block = { sayso_statement_span (row), sayso_statement_enum (row, "kind", SAYSO_TYPE_BLOCK) };

      g_array_append_val (blocks, block);
    }

  return sayso_casebook_give_back (self, db, error) ? g_steal_pointer (&blocks) : NULL;
}

/**
 * sayso_casebook_get_sentences:
 * @self: a casebook
 * @article: an article
 * @error: return location
 *
 * Returns: (transfer full) (element-type SaysoSpan) (nullable): the sentences of its text in order
 */
GArray *
sayso_casebook_get_sentences (SaysoCasebook *self, gint64 article, GError **error)
{
  g_autoptr (GArray) sentences = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
  SaysoConnection *db;
  SaysoStatement *row;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return NULL;
  has_article (db, article);
  row = sayso_connection_prepare (db, "telling/sentences");
  sayso_statement_bind_int (row, "article", article);
  while (sayso_statement_next (row))
    {
      SaysoSpan span = sayso_statement_span (row);

      g_array_append_val (sentences, span);
    }

  return sayso_casebook_give_back (self, db, error) ? g_steal_pointer (&sentences) : NULL;
}

/* -- what an item rests on ------------------------------------------------------------------------------ */

static SaysoStatement *
prepare_evidence (SaysoConnection *db, SaysoItemKind kind, gint64 id, guint limit)
{
  g_autofree char *query = g_strconcat ("query/evidence-", sayso_enum_to_nick (SAYSO_TYPE_ITEM_KIND, kind), NULL);
  SaysoStatement *row = sayso_connection_prepare (db, query);

  sayso_statement_bind_int (row, "id", id);
  sayso_statement_bind_int (row, "lim", limit);

  return row;
}

static void
passage_clear (SaysoPassage *passage)
{
  g_free (passage->article_title);
  g_free (passage->article_outlet);
  g_free (passage->page);
  g_free (passage->quote);
  g_free (passage->source);
}

/* (transfer full) (element-type SaysoPage) */
static GArray *
load_pages (SaysoConnection *db, gint64 article)
{
  SaysoStatement *row = sayso_connection_prepare (db, "query/provenance");
  g_autoptr (SaysoProvenance) provenance = NULL;
  g_autofree char *json = NULL;

  sayso_statement_bind_int (row, "article", article);
  if (sayso_statement_next (row))
    json = sayso_statement_dup (row, "provenance");
  sayso_statement_run (row);
  provenance = json != NULL ? sayso_provenance_from_json (json) : NULL;

  return sayso_pages_parse (provenance != NULL ? sayso_provenance_get (provenance, "pages") : NULL);
}

/* The last article's, as passages of one article come together. */
typedef struct
{
  gint64 article;
  SaysoText *text; /* nullable */
  GArray *pages;   /* (element-type SaysoPage) (nullable) */
} Source;

static void
source_clear (Source *source)
{
  g_clear_pointer (&source->text, sayso_text_unref);
  g_clear_pointer (&source->pages, g_array_unref);
}

static void
complete (SaysoConnection *db, SaysoPassage *passage, Source *source)
{
  const char *page;
  SaysoStatement *row = sayso_connection_prepare (db, "query/sentence");

  sayso_statement_bind_int (row, "article", passage->article);
  sayso_statement_bind_int (row, "start", passage->span.start);
  if (sayso_statement_next (row))
    {
      passage->article_title = sayso_statement_dup (row, "title");
      passage->article_outlet = sayso_statement_dup (row, "outlet");
      passage->paragraph = sayso_statement_int (row, "paragraph") + 1;
      passage->sentence = sayso_statement_span (row);
      sayso_statement_run (row);
    }
  if (!sayso_span_overlaps (passage->sentence, passage->span))
    passage->sentence = passage->span;

  if (source->article != passage->article)
    {
      source_clear (source);
      source->text = sayso_load_text (db, passage->article);
      source->pages = load_pages (db, passage->article);
      source->article = passage->article;
    }
  page = sayso_pages_find (source->pages, passage->span.start);
  passage->page = g_strdup (page);
  if (source->text != NULL && passage->sentence.start <= passage->sentence.end &&
      passage->sentence.end <= sayso_text_get_chars (source->text))
    passage->quote = sayso_text_slice (source->text, passage->sentence);
  else
    passage->quote = g_strdup ("");
}

/**
 * sayso_casebook_get_evidence:
 * @self: a casebook
 * @kind: what kind of item
 * @id: its id
 * @limit: how many passages at most
 * @error: return location
 *
 * What an item rests on, by article and place: an actor's mentions, a relation's evidence, an event's trigger, a
 * time's or a claim's own words, each with the sentence it stands in. An article rests on nothing.
 *
 * Returns: (transfer full) (element-type SaysoPassage) (nullable): the passages
 */
GArray *
sayso_casebook_get_evidence (SaysoCasebook *self, SaysoItemKind kind, gint64 id, guint limit, GError **error)
{
  g_autoptr (GArray) passages = g_array_new (FALSE, TRUE, sizeof (SaysoPassage));
  Source source = { 0 };
  SaysoConnection *db;
  SaysoStatement *row;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self) && is_kind (kind), NULL);

  g_array_set_clear_func (passages, (GDestroyNotify) passage_clear);
  if (kind == SAYSO_ITEM_ARTICLE)
    return g_steal_pointer (&passages);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return NULL;
  row = prepare_evidence (db, kind, id, limit);
  while (sayso_statement_next (row))
    {
      SaysoPassage passage = { .article = sayso_statement_int (row, "article"),
                               .span = sayso_statement_span (row),
                               .event = sayso_statement_int (row, "event"),
                               .claim = sayso_statement_int (row, "claim") };

      if (kind == SAYSO_ITEM_ACTOR)
        passage.mention = sayso_statement_int (row, "mention");
      if (kind == SAYSO_ITEM_RELATION)
        {
          passage.evidence = sayso_statement_int (row, "evidence");
          passage.source = sayso_statement_dup (row, "source");
          if (passage.claim != 0)
            passage.source_kind = sayso_statement_enum (row, "source_kind", SAYSO_TYPE_SOURCE_KIND);
        }
      g_array_append_val (passages, passage);
    }
  for (guint i = 0; i < passages->len; i++)
    complete (db, &g_array_index (passages, SaysoPassage, i), &source);
  source_clear (&source);

  return sayso_casebook_give_back (self, db, error) ? g_steal_pointer (&passages) : NULL;
}

/**
 * sayso_casebook_locate:
 * @self: a casebook
 * @kind: what kind of item
 * @id: its id
 * @article: (out): the article it stands in
 * @span: (out): where; empty for an article
 * @error: return location
 *
 * Where an item first stands in a text.
 *
 * Returns: whether it stands anywhere; %FALSE without an error: it does not
 */
gboolean
sayso_casebook_locate (SaysoCasebook *self, SaysoItemKind kind, gint64 id, gint64 *article, SaysoSpan *span,
                       GError **error)
{
  SaysoConnection *db;
  SaysoStatement *row;
  gboolean found;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self) && is_kind (kind) && article != NULL && span != NULL, FALSE);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return FALSE;
  row = prepare_evidence (db, kind, id, 1);
  found = sayso_statement_next (row);
  if (found)
    {
      *article = sayso_statement_int (row, "article");
      *span = sayso_statement_span (row);
    }

  return sayso_casebook_give_back (self, db, error) && found;
}

/**
 * sayso_casebook_get_time_decisions:
 * @self: a casebook
 * @article: an article
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SaysoTimeDecision): what a person decided on its times, in the
 * order of the text
 */
GArray *
sayso_casebook_get_time_decisions (SaysoCasebook *self, gint64 article, GError **error)
{
  g_autoptr (GArray) choices = sayso_time_decisions_new ();
  SaysoConnection *db;
  SaysoStatement *row;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return NULL;
  row = sayso_connection_prepare (db, "query/time-decisions");
  sayso_statement_bind_int (row, "article", article);
  while (sayso_statement_next (row))
    {
      SaysoTimeDecision choice;

      if (sayso_time_decision_parse (sayso_statement_text (row, "chosen", NULL), sayso_statement_span (row), &choice))
        g_array_append_val (choices, choice);
    }

  return sayso_casebook_give_back (self, db, error) ? g_steal_pointer (&choices) : NULL;
}

/**
 * sayso_casebook_get_times:
 * @self: a casebook
 * @made: (out): when the first change was made, in microseconds since 1970, UTC; 0 where there was none
 * @changed: (out): when the last was
 * @error: return location
 *
 * Returns: whether they could be read
 */
gboolean
sayso_casebook_get_times (SaysoCasebook *self, gint64 *made, gint64 *changed, GError **error)
{
  SaysoConnection *db;
  SaysoStatement *row;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self) && made != NULL && changed != NULL, FALSE);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return FALSE;
  row = sayso_connection_prepare (db, "query/times");
  if (sayso_statement_next (row))
    {
      *made = sayso_statement_int (row, "made");
      *changed = sayso_statement_int (row, "changed");
      sayso_statement_run (row);
    }

  return sayso_casebook_give_back (self, db, error);
}

/**
 * sayso_casebook_find_now:
 * @self: a casebook
 * @kind: what kind of item
 * @id: its id
 * @error: return location
 *
 * Reading an article anew replaces what was found in it. This finds what is now where an item stood before.
 *
 * Returns: id of the item; 0 where there is none, or the one asked for is there itself
 */
gint64
sayso_casebook_find_now (SaysoCasebook *self, SaysoItemKind kind, gint64 id, GError **error)
{
  static const char *const queries[] = { [SAYSO_ITEM_TIME] = "query/time-now",
                                         [SAYSO_ITEM_ACTOR] = "query/actor-now",
                                         [SAYSO_ITEM_EVENT] = "query/event-now",
                                         [SAYSO_ITEM_CLAIM] = "query/claim-now",
                                         [SAYSO_ITEM_RELATION] = "query/relation-now" };
  SaysoConnection *db;
  SaysoStatement *row;
  gint64 now;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), 0);

  if ((guint) kind >= G_N_ELEMENTS (queries) || queries[kind] == NULL)
    return 0;
  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return 0;
  row = sayso_connection_prepare (db, queries[kind]);
  sayso_statement_bind_int (row, "id", id);
  now = sayso_statement_run_int (row, 0);

  return sayso_casebook_give_back (self, db, error) ? now : 0;
}

/* sayso-store.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-store.h"

#include <glib/gi18n-lib.h>

#include "sayso-originals.h"
#include "sayso-reader-enums.h"

/* Adds an article's share (@sign 1) to what is counted of actors and relations, or takes it off (-1). Relations from
 * @below on are counted already. */
void
sayso_store_count (SaysoConnection *db, gint64 article, int sign, gint64 below)
{
  SaysoStatement *actors = sayso_connection_prepare (db, "store/count-actors");
  SaysoStatement *relations = sayso_connection_prepare (db, "store/count-relations");

  sayso_statement_bind_int (actors, "article", article);
  sayso_statement_bind_int (actors, "sign", sign);
  sayso_statement_run (actors);
  sayso_statement_bind_int (relations, "article", article);
  sayso_statement_bind_int (relations, "sign", sign);
  sayso_statement_bind_int (relations, "below", below);
  sayso_statement_run (relations);
}

/* Claims and events were put into an article: these events are counted where they begin, and what the article tells is
 * to be compared anew. When they change later, triggers do that. */
void
sayso_store_note_new (SaysoConnection *db, gint64 article, gint64 first, gint64 last)
{
  SaysoStatement *stale = sayso_connection_prepare (db, "store/stale");

  sayso_statement_bind_int (stale, "article", article);
  sayso_statement_run (stale);
  sayso_store_count_later (db, first, last);
}

/* Counts an actor, with all that are one with it, anew. */
void
sayso_store_recount (SaysoConnection *db, gint64 actor)
{
  SaysoStatement *find = sayso_connection_prepare (db, "merge/root");
  SaysoStatement *row = sayso_connection_prepare (db, "merge/count");
  g_autofree char *ids = NULL;

  sayso_statement_bind_int (find, "id", actor);
  ids = g_strdup_printf ("[%" G_GINT64_FORMAT "]", sayso_statement_run_int (find, actor));
  sayso_statement_bind_text (row, "ids", ids, -1);
  sayso_statement_run (row);
}

static guint
count_words (const char *text)
{
  guint n = 0;
  gboolean inside = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        inside = FALSE;
      else if (!inside && g_unichar_isalnum (c))
        n++, inside = TRUE;
    }

  return n;
}

/* What to show of an article without a title: its file's name, or its first words. */
static char *
article_name (SaysoDocument *document)
{
  const char *location = sayso_document_get_location (document);
  SaysoText *text = sayso_document_get_text (document);
  g_autofree char *start = NULL;

  if (location[0] != '\0' && !g_str_equal (location, "-"))
    return g_filename_display_basename (location);

  start = sayso_text_slice (text, SAYSO_SPAN (0, MIN (sayso_text_get_chars (text), 80)));
  g_strstrip (start);
  start[strcspn (start, "\n")] = '\0';

  return *start != '\0' ? g_steal_pointer (&start) : g_strdup (_ ("Untitled"));
}

static void
store_sentences (SaysoConnection *db, gint64 article, SaysoReading *reading)
{
  for (guint i = 0; i < reading->sentences->len;)
    {
      const SaysoSentence *first = sayso_reading_sentence (reading, i);
      SaysoStatement *block = sayso_connection_prepare (db, "store/block");
      SaysoSpan span = first->span;

      for (; i < reading->sentences->len && sayso_reading_sentence (reading, i)->paragraph == first->paragraph; i++)
        {
          const SaysoSentence *sentence = sayso_reading_sentence (reading, i);
          SaysoStatement *row = sayso_connection_prepare (db, "store/sentence");

          span.end = sentence->span.end;
          sayso_statement_bind_int (row, "article", article);
          sayso_statement_bind_span (row, sentence->span);
          sayso_statement_bind_int (row, "paragraph", sentence->paragraph);
          sayso_statement_run (row);
        }
      sayso_statement_bind_int (block, "article", article);
      sayso_statement_bind_int (block, "paragraph", first->paragraph);
      sayso_statement_bind_span (block, span);
      sayso_statement_bind_enum (block, "kind", SAYSO_TYPE_BLOCK, first->block);
      sayso_statement_run (block);
    }
}

/**
 * sayso_store_article:
 * @db: a connection in a transaction
 * @document: a document that the casebook does not hold
 * @deflated: its original bytes, deflated (zlib)
 * @shape: of its text
 * @extraction: what was found in it
 *
 * Stores an article and all its items.
 *
 * Returns: its id
 */
gint64
sayso_store_article (SaysoConnection *db, SaysoDocument *document, GBytes *deflated, GBytes *shape,
                     SaysoExtraction *extraction)
{
  const SaysoMetadata *metadata = sayso_document_get_metadata (document);
  SaysoText *text = sayso_document_get_text (document);
  GBytes *original = sayso_document_get_original (document);
  g_autoptr (GBytes) none = g_bytes_new (NULL, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *byline = metadata->byline != NULL ? g_strjoinv (", ", metadata->byline) : NULL;
  g_autofree char *name = article_name (document);
  g_autofree char *provenance = sayso_provenance_to_json (sayso_document_get_provenance (document));
  gint64 id = sayso_statement_run_int (sayso_connection_prepare (db, "store/next"), 1);
  SaysoStatement *row = sayso_connection_prepare (db, "store/article");
  SaysoStatement *content = sayso_connection_prepare (db, "store/content");

  sayso_statement_bind_int (row, "id", id);
  sayso_statement_bind_text (row, "title", metadata->title, -1);
  sayso_statement_bind_text (row, "name", name, -1);
  sayso_statement_bind_text (row, "outlet", metadata->publisher, -1);
  sayso_statement_bind_text (row, "byline", byline != NULL && *byline != '\0' ? byline : NULL, -1);
  sayso_statement_bind_text (row, "url", metadata->url, -1);
  sayso_statement_bind_text (row, "published", metadata->published, -1);
  sayso_statement_bind_text (row, "language", metadata->language, -1);
  sayso_statement_bind_text (row, "location", sayso_document_get_location (document), -1);
  sayso_statement_bind_text (row, "media_type", sayso_document_get_media_type (document), -1);
  sayso_statement_bind_text (row, "sha256", sayso_document_get_sha256 (document), -1);
  sayso_statement_bind_int (row, "bytes", g_bytes_get_size (original));
  sayso_statement_bind_int (row, "imported", g_get_real_time () / G_USEC_PER_SEC);
  sayso_statement_bind_int (row, "n_words", count_words (sayso_text_get_utf8 (text)));
  sayso_statement_bind_bytes (row, "shape", shape);
  sayso_statement_run (row);

  sayso_statement_bind_int (content, "article", id);
  sayso_statement_bind_text (content, "text", sayso_text_get_utf8 (text), sayso_text_get_bytes (text));
  if (g_bytes_get_size (original) <= sayso_connection_get_inside_max (db))
    sayso_statement_bind_bytes (content, "original", deflated);
  else if (sayso_originals_keep (sayso_connection_get_path (db), sayso_document_get_sha256 (document), original,
                                 &error))
    sayso_statement_bind_bytes (content, "original", none);
  else
    sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_FAILED, _ ("“%s” could not be written beside the casebook: %s"),
                           name, error->message);
  sayso_statement_bind_text (content, "provenance", provenance, -1);
  sayso_statement_run (content);

  sayso_store_search_later (db, SAYSO_ITEM_ARTICLE, id, metadata->title != NULL ? metadata->title : name,
                            sayso_text_get_utf8 (text), sayso_text_get_bytes (text));

  store_sentences (db, id, extraction->reading);
  sayso_store_count (db, id, 1, sayso_store_findings (db, id, extraction, NULL));

  return id;
}

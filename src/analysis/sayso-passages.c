/* sayso-passages.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-passages.h"

#include "sayso-telling.h"
#include "sayso-vocabulary.h"

/* Passages are alike if most runs of three words in them are the same. Those that may be are found by MinHash (Broder,
 * "On the resemblance and containment of documents", 1997): of each passage the least of several hashes of its runs is
 * kept, and some of these together make a band. Two passages of which 7 runs in 10 are the same share a band of six in
 * 93 of 100 cases, of which half are the same in 55, a quarter in 9. What shares one is then compared word by word. */

#define N_RUN 3
#define N_BANDS 6
#define N_ROWS 3

/* Shorter paragraphs are often the same by chance. */
#define MIN_WORDS 10

/* So alike are copies, of the shorter one's runs. */
#define ALIKE 0.6

/* Of passages with a band, so many of the newest are looked at; of articles, those with most in common. */
#define MAX_WITH_BAND 32
#define MAX_ARTICLES 64

/* Less in common than this is what all quote, or what stands below every article. */
#define MIN_SHARE 0.3

#define BAND_BITS 48

typedef struct
{
  SaysoSpan span;
  GHashTable *runs; /* (element-type gint64): hashes */
  guint n;
  gint64 bands[N_BANDS];
} Passage;

typedef struct
{
  guint n_mine;
  guint n_theirs;
  guint n;
} Common;

/* The finaliser of SplitMix64 (Steele, Lea and Flood, 2014): mixes all bits. */
static guint64
mix (guint64 x)
{
  x += 0x9e3779b97f4a7c15u;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;

  return x ^ (x >> 31);
}

/* Runs of words, as hashes, whatever their case and signs. */
static GHashTable *
find_runs (const char *words, guint *n)
{
  GHashTable *runs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) tokens = sayso_vocabulary_split (words, 0);

  *n = tokens->len;
  for (guint i = 0; i + N_RUN <= tokens->len; i++)
    {
      guint64 hash = 0;

      for (guint k = 0; k < N_RUN; k++)
        hash = mix (hash ^ (guint64) sayso_sign_of (g_array_index (tokens, SaysoVocable, i + k).key));
      g_hash_table_add (runs, g_memdup2 (&hash, sizeof hash));
    }

  return runs;
}

static void
find_bands (Passage *self)
{
  for (guint i = 0; i < N_BANDS; i++)
    {
      guint64 band = i;

      for (guint k = 0; k < N_ROWS; k++)
        {
          guint64 least = G_MAXUINT64, seed = mix (i * N_ROWS + k + 1);
          GHashTableIter iter;
          gpointer run;

          g_hash_table_iter_init (&iter, self->runs);
          while (g_hash_table_iter_next (&iter, &run, NULL))
            least = MIN (least, mix (*(guint64 *) run ^ seed));
          band = mix (band ^ least);
        }
      self->bands[i] = band >> (64 - BAND_BITS);
    }
}

static void
passage_clear (gpointer data)
{
  g_clear_pointer (&((Passage *) data)->runs, g_hash_table_unref);
}

static void
add_passage (GArray *passages, SaysoText *text, SaysoSpan span)
{
  g_autofree char *words = sayso_text_slice (text, span);
  Passage passage = { span };

  passage.runs = find_runs (words, &passage.n);
  if (passage.n < MIN_WORDS)
    {
      g_hash_table_unref (passage.runs);
      return;
    }

  find_bands (&passage);
  g_array_append_val (passages, passage);
}

/* The paragraphs of an article that say enough; none where it is gone. */
static GArray *
read_passages (SaysoConnection *db, gint64 article)
{
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (Passage));
  SaysoStatement *row = sayso_connection_prepare (db, "telling/article");
  g_autoptr (SaysoText) text = NULL;
  SaysoSpan span = { 0 };
  gint64 paragraph = -1;
  const char *utf8;
  gsize length;

  g_array_set_clear_func (passages, passage_clear);
  sayso_statement_bind_int (row, "article", article);
  if (!sayso_statement_next (row))
    return passages;
  utf8 = sayso_statement_text (row, "text", &length);
  text = sayso_text_new (utf8, length);
  sayso_statement_run (row);

  row = sayso_connection_prepare (db, "passage/sentences");
  sayso_statement_bind_int (row, "article", article);
  while (sayso_statement_next (row))
    {
      SaysoSpan sentence = sayso_statement_span (row);

      if (sentence.end > sayso_text_get_chars (text))
        continue;
      if (sayso_statement_int (row, "paragraph") == paragraph)
        {
          span.end = sentence.end;
          continue;
        }
      if (paragraph >= 0)
        add_passage (passages, text, span);
      paragraph = sayso_statement_int (row, "paragraph");
      span = sentence;
    }
  if (paragraph >= 0)
    add_passage (passages, text, span);

  return passages;
}

/* -- as they are stored ------------------------------------------------------------------------------- */

static void
put_bands (SaysoConnection *db, const Passage *passage, gint64 id, const char *query)
{
  for (guint i = 0; i < N_BANDS; i++)
    {
      SaysoStatement *row = sayso_connection_prepare (db, query);

      sayso_statement_bind_int (row, "band", passage->bands[i]);
      sayso_statement_bind_int (row, "passage", id);
      sayso_statement_run (row);
    }
}

static void
store (SaysoConnection *db, gint64 article, GArray *passages)
{
  for (guint i = 0; i < passages->len; i++)
    {
      const Passage *passage = &g_array_index (passages, Passage, i);
      SaysoStatement *row = sayso_connection_prepare (db, "passage/add");

      sayso_statement_bind_int (row, "article", article);
      sayso_statement_bind_int (row, "start", passage->span.start);
      sayso_statement_bind_int (row, "stop", passage->span.end);
      sayso_statement_bind_int (row, "n", passage->n);
      put_bands (db, passage, sayso_statement_run_int (row, 0), "passage/add-band");
    }
}

/* A text never changes: what stands in it is found again, to take it out of the index. */
static void
forget (SaysoConnection *db, gint64 article)
{
  static const char *const queries[] = { "passage/forget", "passage/forget-copies", "passage/forget-copies-other" };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
  SaysoStatement *row = sayso_connection_prepare (db, "passage/of-article");
  g_autoptr (SaysoText) text = NULL;

  sayso_statement_bind_int (row, "article", article);
  while (sayso_statement_next (row))
    {
      gint64 id = sayso_statement_int (row, "id");
      SaysoSpan span = sayso_statement_span (row);

      g_array_append_val (ids, id);
      g_array_append_val (spans, span);
    }
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *words = NULL;
      Passage passage = { g_array_index (spans, SaysoSpan, i) };

      row = sayso_connection_prepare (db, "passage/get");
      sayso_statement_bind_int (row, "passage", g_array_index (ids, gint64, i));
      if (!sayso_statement_next (row))
        continue;
      words = sayso_statement_dup (row, "words");
      sayso_statement_run (row);
      passage.runs = find_runs (words, &passage.n);
      find_bands (&passage);
      put_bands (db, &passage, g_array_index (ids, gint64, i), "passage/forget-band");
      g_hash_table_unref (passage.runs);
    }
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      row = sayso_connection_prepare (db, queries[i]);
      sayso_statement_bind_int (row, "article", article);
      sayso_statement_run (row);
    }
}

/* -- what is in both ---------------------------------------------------------------------------------- */

static gboolean
are_alike (GHashTable *a, GHashTable *b)
{
  GHashTable *fewer = g_hash_table_size (a) <= g_hash_table_size (b) ? a : b, *more = fewer == a ? b : a;
  guint n = 0;
  GHashTableIter iter;
  gpointer run;

  g_hash_table_iter_init (&iter, fewer);
  while (g_hash_table_iter_next (&iter, &run, NULL))
    n += g_hash_table_contains (more, run);

  return n >= ALIKE * g_hash_table_size (fewer);
}

static GHashTable *
find_with_bands (SaysoConnection *db, gint64 article, const Passage *passage)
{
  GHashTable *found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < N_BANDS; i++)
    {
      SaysoStatement *row = sayso_connection_prepare (db, "passage/with-band");

      sayso_statement_bind_int (row, "band", passage->bands[i]);
      sayso_statement_bind_int (row, "article", article);
      sayso_statement_bind_int (row, "lim", MAX_WITH_BAND);
      while (sayso_statement_next (row))
        {
          gint64 id = sayso_statement_int (row, "passage");

          g_hash_table_add (found, g_memdup2 (&id, sizeof id));
        }
    }

  return found;
}

/* @common: (key: an article, value: what it has in common). Of one article a passage counts once. */
static void
compare (SaysoConnection *db, gint64 article, const Passage *passage, GHashTable *common)
{
  g_autoptr (GHashTable) found = find_with_bands (db, article, passage);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      SaysoStatement *row = sayso_connection_prepare (db, "passage/get");
      g_autoptr (GHashTable) runs = NULL;
      gint64 other;
      guint n;
      Common *shared;

      sayso_statement_bind_int (row, "passage", *(gint64 *) id);
      if (!sayso_statement_next (row))
        continue;
      other = sayso_statement_int (row, "article");
      runs = find_runs (sayso_statement_text (row, "words", NULL), &n);
      sayso_statement_run (row);
      if (g_hash_table_contains (seen, &other) || !are_alike (passage->runs, runs))
        continue;

      g_hash_table_add (seen, g_memdup2 (&other, sizeof other));
      shared = g_hash_table_lookup (common, &other);
      if (shared == NULL)
        {
          shared = g_new0 (Common, 1);
          g_hash_table_insert (common, g_memdup2 (&other, sizeof other), shared);
        }
      shared->n_mine += passage->n;
      shared->n_theirs += n;
      shared->n++;
    }
}

static gint64
count_words (SaysoConnection *db, gint64 article)
{
  SaysoStatement *row = sayso_connection_prepare (db, "passage/n-words");

  sayso_statement_bind_int (row, "article", article);

  return sayso_statement_run_int (row, 0);
}

static void
add_copy (SaysoConnection *db, gint64 article, gint64 other, const Common *common)
{
  double mine = MIN (1, common->n_mine / (double) count_words (db, article));
  double theirs = MIN (1, common->n_theirs / (double) count_words (db, other));
  SaysoStatement *row;

  if (MAX (mine, theirs) < MIN_SHARE)
    return;
  row = sayso_connection_prepare (db, "passage/add-copy");
  sayso_statement_bind_int (row, "a", MIN (article, other));
  sayso_statement_bind_int (row, "b", MAX (article, other));
  sayso_statement_bind_double (row, "share_a", article < other ? mine : theirs);
  sayso_statement_bind_double (row, "share_b", article < other ? theirs : mine);
  sayso_statement_bind_int (row, "n", common->n);
  sayso_statement_run (row);
}

/**
 * sayso_passages_update:
 * @db: a connection in a transaction
 * @article: an article that came or went
 *
 * Finds which other articles have passages of it. Of one that is known already nothing is done: its text is the same.
 */
void
sayso_passages_update (SaysoConnection *db, gint64 article)
{
  g_autoptr (GArray) passages = NULL;
  g_autoptr (GHashTable) common = NULL;
  gboolean known = count_words (db, article) > 0, there;
  SaysoStatement *row = sayso_connection_prepare (db, "telling/article");
  GHashTableIter iter;
  gpointer other, shared;

  sayso_statement_bind_int (row, "article", article);
  there = sayso_statement_next (row);
  if (there)
    sayso_statement_run (row);
  if (known && there)
    return;
  if (known)
    forget (db, article);
  if (!there)
    return;

  passages = read_passages (db, article);
  common = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  store (db, article, passages);
  for (guint i = 0; i < passages->len; i++)
    if (g_hash_table_size (common) < MAX_ARTICLES)
      compare (db, article, &g_array_index (passages, Passage, i), common);
  g_hash_table_iter_init (&iter, common);
  while (g_hash_table_iter_next (&iter, &other, &shared))
    add_copy (db, article, *(gint64 *) other, shared);
}

/* Of which part of the shorter of two articles is in the other, 0 to 1. */
double
sayso_passages_share (SaysoConnection *db, gint64 article, gint64 other)
{
  SaysoStatement *row = sayso_connection_prepare (db, "passage/share");
  double share = 0;

  sayso_statement_bind_int (row, "a", article);
  sayso_statement_bind_int (row, "b", other);
  if (sayso_statement_next (row))
    {
      share = sayso_statement_double (row, "share");
      sayso_statement_run (row);
    }

  return share;
}

/* sayso-analysis.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-analysis.h"

#include "sayso-affair.h"
#include "sayso-candidates.h"
#include "sayso-conflict.h"
#include "sayso-derive.h"
#include "sayso-grouping.h"
#include "sayso-passages.h"
#include "sayso-story.h"

/* Others' changes wait while a batch is compared. */
#define BATCH_MICROSECONDS 100000

/* While many articles are compared, views are told of it this often, and at the end. */
#define TELL_MICROSECONDS (5 * G_USEC_PER_SEC)

/* Two articles whose sentences share so much, each so much at least, are of one affair. */
#define MIN_SHARE 2
#define SHARE_OF_AFFAIR 6

/* So many other articles of one affair are gone through whole. */
#define MAX_IN_AFFAIR 12

/* So many are added of which no two sentences show it, by what they name, and by what they tell. */
#define MAX_BESIDE 4

typedef struct
{
  guint n_done;
  guint n_left;
} Batch;

static void
run_with_article (SaysoConnection *db, const char *query, gint64 article)
{
  SaysoStatement *row = sayso_connection_prepare (db, query);

  sayso_statement_bind_int (row, "article", article);
  sayso_statement_run (row);
}

/* Takes out what is known of an article's tellings; what was tied to them is to be divided again. */
static void
forget (SaysoConnection *db, gint64 article, GHashTable *touched)
{
  static const char *const queries[] = { "telling/forget-ties",      "telling/forget-ties-other",
                                         "telling/forget-conflicts", "telling/forget-conflicts-other",
                                         "telling/forget-orders",    "telling/forget-tellings" };
  g_autoptr (GPtrArray) old = sayso_grouping_read (db, "telling/of-article", "article", article);

  for (guint i = 0; i < old->len; i++)
    {
      const SaysoTelling *telling = g_ptr_array_index (old, i);

      sayso_telling_sign (db, telling, FALSE);
      if (telling->story != 0)
        sayso_grouping_break_story (db, telling->story, touched);
    }
  for (guint i = 0; i < old->len; i++)
    g_hash_table_remove (touched, &((SaysoTelling *) g_ptr_array_index (old, i))->id);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    run_with_article (db, queries[i], article);
}

static void
tie (SaysoConnection *db, const SaysoTelling *a, const SaysoTelling *b, const SaysoLikeness *likeness)
{
  SaysoStatement *row = sayso_connection_prepare (db, "telling/add-tie");
  g_autofree char *why = sayso_likeness_to_json (likeness, a, b);

  sayso_statement_bind_int (row, "a", a->id);
  sayso_statement_bind_int (row, "b", b->id);
  sayso_statement_bind_double (row, "score", likeness->score);
  sayso_statement_bind_text (row, "why", why, -1);
  sayso_statement_run (row);
}

static void
oppose (SaysoConnection *db, const SaysoTelling *a, const SaysoTelling *b, SaysoConflictSort sort,
        const SaysoLikeness *likeness)
{
  g_autofree char *why = sayso_likeness_to_json (likeness, a, b);

  sayso_conflict_add (db, a, b, sort, sayso_conflict_classify (sort, a, b, likeness), why);
}

static void
touch (GHashTable *touched, gint64 id)
{
  g_hash_table_add (touched, g_memdup2 (&id, sizeof id));
}

/* Adds how much a telling shares with one of another article. Returns: whether all that the two articles share shows
 * that they are of one affair. */
static gboolean
add_share (GHashTable *shares, const SaysoTelling *telling, const SaysoTelling *other, double share)
{
  double *sum = g_hash_table_lookup (shares, &other->article);

  if (share < MIN_SHARE || !sayso_likeness_is_near (telling, other))
    return FALSE;
  if (sum == NULL)
    {
      sum = g_new0 (double, 1);
      g_hash_table_insert (shares, g_memdup2 (&other->article, sizeof other->article), sum);
    }
  *sum += share;

  return *sum >= SHARE_OF_AFFAIR;
}

/* @affairs: (key: an article, value: pairs of tellings). */
static void
add_pair (GHashTable *affairs, const SaysoTelling *telling, const SaysoTelling *other, gboolean known)
{
  GArray *pairs = g_hash_table_lookup (affairs, &other->article);
  SaysoPair pair = { known ? telling->id : 0, known ? other->id : 0 };

  if (pairs == NULL)
    {
      pairs = g_array_new (FALSE, FALSE, sizeof (SaysoPair));
      g_hash_table_insert (affairs, g_memdup2 (&other->article, sizeof other->article), pairs);
    }
  g_array_append_val (pairs, pair);
}

static void
compare (SaysoConnection *db, const SaysoTelling *telling, GHashTable *affairs, GHashTable *shares, GHashTable *touched)
{
  g_autoptr (GArray) ids = sayso_candidates_of (db, telling);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (SaysoTelling) other = sayso_telling_get (db, g_array_index (ids, gint64, i));
      SaysoLikeness likeness;
      SaysoConflictSort sort;

      if (other == NULL || other->article == telling->article)
        continue;
      likeness = sayso_likeness_of (telling, other);
      sort = sayso_conflict_of (db, telling, other, &likeness);
      g_debug ("Tellings %" G_GINT64_FORMAT " and %" G_GINT64_FORMAT
               ": %.2f (words %.2f, names %.2f, both %.2f, shared %.1f)%s, conflict %d",
               telling->id, other->id, likeness.score, likeness.words, likeness.names, likeness.both, likeness.n_shared,
               likeness.same ? ", same" : "", sort);
      if (sort != SAYSO_CONFLICT_NONE)
        {
          oppose (db, telling, other, sort, &likeness);
          add_pair (affairs, telling, other, TRUE);
        }
      else if (likeness.same)
        {
          tie (db, telling, other, &likeness);
          touch (touched, other->id);
          add_pair (affairs, telling, other, TRUE);
        }
      else if (sayso_likeness_is_affair (&likeness, telling, other) ||
               add_share (shares, telling, other, likeness.n_shared))
        add_pair (affairs, telling, other, FALSE);
    }
}

typedef struct
{
  gint64 article;
  GArray *pairs;
} Affair;

static int
compare_affairs (gconstpointer a, gconstpointer b)
{
  const Affair *first = a, *second = b;

  if (first->pairs->len != second->pairs->len)
    return first->pairs->len > second->pairs->len ? -1 : 1;

  return (first->article > second->article) - (first->article < second->article);
}

static void
find_products (SaysoConnection *db, GPtrArray *tellings, GPtrArray *others)
{
  for (guint i = 0; i < tellings->len; i++)
    for (guint k = 0; k < others->len; k++)
      {
        const SaysoTelling *a = g_ptr_array_index (tellings, i), *b = g_ptr_array_index (others, k);
        SaysoLikeness likeness;

        if (!sayso_conflict_of_product (db, a, b))
          continue;
        likeness = sayso_likeness_of (a, b);
        oppose (db, a, b, SAYSO_CONFLICT_PRODUCT, &likeness);
      }
}

static void
add_articles (gint64 article, GArray *more, GHashTable *affairs)
{
  guint most = MIN (g_hash_table_size (affairs) + MAX_BESIDE, MAX_IN_AFFAIR);

  for (guint i = 0; i < more->len && g_hash_table_size (affairs) < most; i++)
    {
      gint64 other = g_array_index (more, gint64, i);

      if (other != article && !g_hash_table_contains (affairs, &other))
        g_hash_table_insert (affairs, g_memdup2 (&other, sizeof other), g_array_new (FALSE, FALSE, sizeof (SaysoPair)));
    }
}

/* Articles of one affair of which no two sentences show it: they name the same, or tell the same as one that is of it.
 */
static void
add_beside (SaysoConnection *db, gint64 article, GPtrArray *tellings, GHashTable *affairs)
{
  g_autoptr (GArray) named = sayso_candidates_articles (db, tellings);
  g_autoptr (GArray) beside = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree gpointer *known = NULL;

  add_articles (article, named, affairs);
  known = g_hash_table_get_keys_as_array (affairs, NULL);
  for (guint i = 0; known[i] != NULL; i++)
    {
      SaysoStatement *row = sayso_connection_prepare (db, "telling/articles-beside");

      sayso_statement_bind_int (row, "article", *(gint64 *) known[i]);
      sayso_statement_bind_int (row, "lim", MAX_IN_AFFAIR);
      while (sayso_statement_next (row))
        {
          gint64 other = sayso_statement_int (row, "article");

          g_array_append_val (beside, other);
        }
    }
  add_articles (article, beside, affairs);
}

/* What else is the same in articles that tell one thing at least. */
static void
compare_affair (SaysoConnection *db, GPtrArray *tellings, GHashTable *affairs, GHashTable *touched)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Affair));
  GHashTableIter iter;
  gpointer article, pairs;

  g_hash_table_iter_init (&iter, affairs);
  while (g_hash_table_iter_next (&iter, &article, &pairs))
    {
      Affair affair = { *(gint64 *) article, pairs };

      g_array_append_val (sorted, affair);
    }
  g_array_sort (sorted, compare_affairs);

  for (guint i = 0; i < MIN (sorted->len, MAX_IN_AFFAIR); i++)
    {
      const Affair *affair = &g_array_index (sorted, Affair, i);
      g_autoptr (GPtrArray) others = sayso_grouping_read (db, "telling/of-article", "article", affair->article);
      g_autoptr (GArray) matches = sayso_affair_match (tellings, others, affair->pairs);

      for (guint k = 0; k < matches->len; k++)
        {
          const SaysoMatch *match = &g_array_index (matches, SaysoMatch, k);

          if (match->denies)
            oppose (db, match->mine, match->other, SAYSO_CONFLICT_DENIAL, &match->likeness);
          if (match->denies ||
              sayso_conflict_of (db, match->mine, match->other, &match->likeness) != SAYSO_CONFLICT_NONE)
            continue;
          tie (db, match->mine, match->other, &match->likeness);
          touch (touched, match->other->id);
        }
      find_products (db, tellings, others);
    }
}

/**
 * update_article:
 *
 * Compares all that an article tells with all that is told elsewhere. The work depends on how much it tells and how
 * often that is told, not on how many articles there are.
 */
static void
update_article (SaysoConnection *db, gint64 article)
{
  g_autoptr (GHashTable) touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) affairs =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) shares = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GPtrArray) tellings = NULL;

  forget (db, article, touched);
  sayso_passages_update (db, article);
  tellings = sayso_telling_make (db, article);
  for (guint i = 0; i < tellings->len; i++)
    {
      SaysoTelling *telling = g_ptr_array_index (tellings, i);

      sayso_telling_add (db, telling);
      touch (touched, telling->id);
    }
  for (guint i = 0; i < tellings->len; i++)
    compare (db, g_ptr_array_index (tellings, i), affairs, shares, touched);
  add_beside (db, article, tellings, affairs);
  compare_affair (db, tellings, affairs, touched);
  sayso_grouping_divide (db, touched);
  for (guint i = 0; i < tellings->len; i++)
    sayso_conflict_find_order (db, g_ptr_array_index (tellings, i));
  run_with_article (db, "telling/fresh", article);
}

static void
update_batch (SaysoConnection *db, gpointer data)
{
  Batch *self = data;
  gint64 until = g_get_monotonic_time () + BATCH_MICROSECONDS;

  do
    {
      SaysoStatement *row = sayso_connection_prepare (db, "telling/stale");
      gint64 article;

      sayso_statement_bind_int (row, "lim", 1);
      article = sayso_statement_run_int (row, 0);
      if (article == 0 || sayso_connection_failed (db))
        break;
      update_article (db, article);
      self->n_done++;
    }
  while (g_get_monotonic_time () < until);

  self->n_left = sayso_statement_run_int (sayso_connection_prepare (db, "telling/n-stale"), 0);
}

static void
count_stale (SaysoConnection *db, gpointer data)
{
  ((Batch *) data)->n_left = sayso_statement_run_int (sayso_connection_prepare (db, "telling/n-stale"), 0);
}

/**
 * sayso_analysis_update:
 * @casebook: a casebook
 * @progress: (nullable): told how many articles are left, on this thread
 * @data: for @progress
 * @cancellable: (nullable): to stop between batches; what is done stays
 * @error: return location
 *
 * Compares the articles that changed since the last time, and stores what was found. Of a casebook that cannot be
 * written to, what is there stays as it is.
 *
 * Returns: whether all is up to date
 */
gboolean
sayso_analysis_update (SaysoCasebook *casebook, SaysoAnalysisFunc progress, gpointer data, GCancellable *cancellable,
                       GError **error)
{
  Batch batch = { 0 };
  gint64 told = g_get_monotonic_time ();
  gboolean read_only;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (casebook), FALSE);

  g_object_get (casebook, "read-only", &read_only, NULL);
  if (read_only)
    return TRUE;
  if (!sayso_casebook_read (casebook, count_stale, &batch, error))
    return FALSE;
  while (batch.n_left > 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !sayso_casebook_derive (casebook, update_batch, &batch, error))
        return FALSE;
      if (batch.n_left == 0 || g_get_monotonic_time () - told > TELL_MICROSECONDS)
        {
          sayso_casebook_announce_derived (casebook);
          told = g_get_monotonic_time ();
        }
      if (progress != NULL)
        progress (batch.n_left, data);
    }

  return TRUE;
}

static void
touch_all (SaysoConnection *db, gpointer data)
{
  sayso_connection_run (db, "telling/touch-all");
}

/* The same for all articles, whether they changed or not. */
gboolean
sayso_analysis_rebuild (SaysoCasebook *casebook, SaysoAnalysisFunc progress, gpointer data, GCancellable *cancellable,
                        GError **error)
{
  return sayso_casebook_derive (casebook, touch_all, NULL, error) &&
         sayso_analysis_update (casebook, progress, data, cancellable, error);
}

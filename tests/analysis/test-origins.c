/* test-origins.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "analysis-fixture.h"
#include "sayso-analysis.h"
#include "sayso-derive.h"
#include "sayso-dispute.h"
#include "sayso-likeness.h"
#include "sayso-same-source.h"
#include "sayso-stories.h"
#include "sayso-vocabulary.h"

#define TOLD "the bridge over the Marl was closed because two piers had cracked"

static SaysoAccount *
account_of (AnalysisFixture *self, gint64 claim)
{
  g_autoptr (GError) error = NULL;
  SaysoAccount *account;

  g_assert_true (sayso_analysis_update (self->casebook, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  account = sayso_stories_of_item (self->casebook, SAYSO_ITEM_CLAIM, claim, &error);
  g_assert_no_error (error);
  g_assert_nonnull (account);

  return account;
}

static void
assert_count (AnalysisFixture *self, gint64 claim, guint n_articles, guint n_origins)
{
  g_autoptr (SaysoAccount) account = account_of (self, claim);

  g_assert_cmpuint (account->story->n_articles, ==, n_articles);
  g_assert_cmpuint (account->story->n_origins, ==, n_origins);
  g_assert_cmpuint (account->story->least, <=, n_origins);
  g_assert_cmpuint (account->story->most, >=, n_origins);
}

static void
rule (AnalysisFixture *self, SaysoCommand *command)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sayso_casebook_submit (self->casebook, command, NULL, &error));
  g_assert_no_error (error);
  sayso_command_unref (command);
}

/* What a person decided stays when others are imported and when the text is read anew, and can be undone. */
static void
test_overruled (AnalysisFixture *self, gconstpointer data)
{
  gint64 second;
  g_autoptr (SaysoText) text = NULL;
  g_autoptr (SaysoExtraction) again = NULL;
  g_autoptr (GError) error = NULL;

  analysis_fixture_add (self, "Marl Post", "2031-01-01", "Two engineers", TOLD);
  second = analysis_fixture_add (self, "Upper Mail", "2031-01-02", "Two engineers", TOLD);
  assert_count (self, 1, 2, 1);

  rule (self, sayso_command_new_link (SAYSO_ITEM_ARTICLE, second, "independent", SAYSO_ITEM_CLAIM, 1, "I asked them"));
  assert_count (self, 1, 2, 2);
  analysis_fixture_add (self, "Lower Mail", "2031-01-03", "Two engineers", TOLD);
  assert_count (self, 1, 3, 2);

  text = sayso_casebook_get_text (self->casebook, 1, &error);
  g_assert_no_error (error);
  again = analysis_fixture_extraction (text, "Two engineers");
  rule (self, sayso_command_new_reread (1, again, "anew"));
  {
    gint64 now = sayso_casebook_find_now (self->casebook, SAYSO_ITEM_CLAIM, 1, NULL);

    assert_count (self, now, 3, 2);
  }
  for (guint i = 0; i < 3; i++)
    g_assert_true (sayso_casebook_undo (self->casebook, &error));
  assert_count (self, 1, 2, 1);

  rule (self, sayso_command_new_edit (SAYSO_ITEM_CLAIM, 1, "origins", "5"));
  assert_count (self, 1, 2, 5);
  g_assert_true (sayso_casebook_undo (self->casebook, &error));
  rule (self, sayso_command_new_link (SAYSO_ITEM_ARTICLE, second, "not-same-as", SAYSO_ITEM_CLAIM, 1, NULL));
  assert_count (self, 1, 1, 1);
}

static void
test_removed (AnalysisFixture *self, gconstpointer data)
{
  gint64 second;
  g_autoptr (GPtrArray) stories = NULL;

  analysis_fixture_add (self, "Marl Post", "2031-01-01", "Two engineers", TOLD);
  second = analysis_fixture_add (self, "Upper Mail", "2031-01-02", "A sailor", TOLD);
  assert_count (self, 1, 2, 1);
  rule (self, sayso_command_new_remove (second));
  assert_count (self, 1, 1, 1);
  stories = sayso_stories_list (self->casebook, 0, 10, NULL);
  g_assert_cmpuint (stories->len, ==, 0);
}

static void
test_denied (AnalysisFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) clashes = NULL;
  g_autoptr (GError) error = NULL;
  const SaysoClash *clash;

  analysis_fixture_add (self, "Marl Post", "2031-01-01", "Two engineers",
                        "the bridge over the Marl was closed in winter after a storm");
  analysis_fixture_add (self, "Upper Mail", "2031-01-02", "The mayor",
                        "the bridge over the Marl was not closed in winter after a storm");
  assert_count (self, 1, 1, 1);
  clashes = sayso_stories_conflicts (self->casebook, SAYSO_ITEM_CLAIM, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (clashes->len, ==, 1);
  clash = g_ptr_array_index (clashes, 0);
  g_assert_cmpint (clash->sort, ==, SAYSO_CONFLICT_DENIAL);
  g_assert_cmpint (clash->class, ==, SAYSO_CONFLICT_CLASS_CONTRADICTION);
}

static GPtrArray *
disputes_of (AnalysisFixture *self, gint64 claim)
{
  g_autoptr (SaysoAccount) account = account_of (self, claim);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) clashes = sayso_stories_conflicts (self->casebook, SAYSO_ITEM_CLAIM, claim, &error);

  g_assert_no_error (error);

  return sayso_disputes_of (clashes, account);
}

/* What two papers say and a third denies is one dispute, its own side first, until a person dismisses it. */
static void
test_disputed (AnalysisFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) disputes = NULL, ruled = NULL, again = NULL;
  g_autofree char *words = NULL, *side = NULL, *title = NULL;
  const SaysoDispute *dispute;
  guint n_ruled = 0;

  analysis_fixture_add (self, "Marl Post", "2031-01-01", "Two engineers",
                        "the bridge over the Marl was closed in winter after a storm");
  analysis_fixture_add (self, "Upper Mail", "2031-01-02", "Two engineers",
                        "the bridge over the Marl was closed in winter after a storm");
  analysis_fixture_add (self, "Town Hall", "2031-01-03", "The mayor",
                        "the bridge over the Marl was not closed in winter after a storm");
  disputes = disputes_of (self, 3);
  g_assert_cmpuint (disputes->len, ==, 1);
  dispute = g_ptr_array_index (disputes, 0);
  g_assert_cmpuint (dispute->clashes->len, ==, 2);
  g_assert_cmpuint (dispute->first->len, ==, 1);
  g_assert_cmpuint (dispute->second->len, ==, 2);
  words = sayso_dispute_to_words (dispute);
  g_assert_cmpstr (words, ==, "Contradiction: said and denied");
  title = sayso_dispute_side_title (dispute, FALSE);
  g_assert_cmpstr (title, ==, "Denied");
  side = sayso_dispute_side_words (dispute, TRUE);
  g_assert_cmpstr (side, ==, "Marl Post, 1 Jan 2031, from two engineers; 1 more article");

  /* Looked at from neither side, what is said comes first. */
  {
    g_autoptr (GPtrArray) clashes = sayso_stories_conflicts (self->casebook, SAYSO_ITEM_NONE, 0, NULL);
    g_autoptr (GPtrArray) all = sayso_disputes_of (clashes, NULL);

    g_assert_cmpuint (all->len, ==, 1);
    g_assert_cmpuint (((SaysoDispute *) g_ptr_array_index (all, 0))->first->len, ==, 2);
  }

  for (; n_ruled < dispute->clashes->len; n_ruled++)
    {
      const SaysoClash *clash = g_ptr_array_index (dispute->clashes, n_ruled);

      rule (self, sayso_command_new_link (SAYSO_ITEM_CLAIM, clash->first->telling->claim, "no-conflict",
                                          SAYSO_ITEM_CLAIM, clash->second->telling->claim, NULL));
    }
  ruled = sayso_disputes_standing (disputes_of (self, 3));
  g_assert_cmpuint (ruled->len, ==, 0);
  g_assert_true (sayso_casebook_undo (self->casebook, NULL));
  again = sayso_disputes_standing (disputes_of (self, 1));
  g_assert_cmpuint (again->len, ==, 1);
  g_assert_cmpuint (((SaysoDispute *) g_ptr_array_index (again, 0))->first->len, ==, 2);
}

static guint
n_articles_of (AnalysisFixture *self, gint64 claim)
{
  g_autoptr (SaysoAccount) account = account_of (self, claim);

  return account->story->n_articles;
}

static char *
ruling (AnalysisFixture *self)
{
  g_autoptr (GPtrArray) clashes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sayso_analysis_update (self->casebook, NULL, NULL, NULL, &error));
  clashes = sayso_stories_conflicts (self->casebook, SAYSO_ITEM_NONE, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (clashes->len, ==, 1);

  return g_strdup (((SaysoClash *) g_ptr_array_index (clashes, 0))->ruled);
}

/* Whichever of both is linked to the other, and whatever comes after. */
static void
test_judged (AnalysisFixture *self, gconstpointer data)
{
  g_autoptr (SaysoText) text = NULL;
  g_autoptr (SaysoExtraction) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL, *second = NULL, *third = NULL, *fourth = NULL;

  analysis_fixture_add (self, "Marl Post", "2031-01-01", "Two engineers",
                        "the bridge over the Marl was closed in winter after a storm");
  analysis_fixture_add (self, "Upper Mail", "2031-01-02", "The mayor",
                        "the bridge over the Marl was not closed in winter after a storm");
  rule (self, sayso_command_new_link (SAYSO_ITEM_CLAIM, 1, "unsure", SAYSO_ITEM_CLAIM, 2, "ask the port"));
  first = ruling (self);
  g_assert_cmpstr (first, ==, "unsure");

  analysis_fixture_add (self, "Lower Mail", "2031-01-03", "A sailor",
                        "the harbour of Oster has two new lamps and a mole of stone");
  text = sayso_casebook_get_text (self->casebook, 1, &error);
  again = analysis_fixture_extraction (text, "Two engineers");
  rule (self, sayso_command_new_reread (1, again, "anew"));
  second = ruling (self);
  g_assert_cmpstr (second, ==, "unsure");
  for (guint i = 0; i < 3; i++)
    g_assert_true (sayso_casebook_undo (self->casebook, &error));
  third = ruling (self);
  g_assert_null (third);

  rule (self, sayso_command_new_link (SAYSO_ITEM_CLAIM, 2, "no-conflict", SAYSO_ITEM_CLAIM, 1, NULL));
  fourth = ruling (self);
  g_assert_cmpstr (fourth, ==, "no-conflict");

  /* A person's word that both tell the same weighs more than what the program finds between them. */
  g_assert_cmpuint (n_articles_of (self, 1), ==, 1);
  rule (self, sayso_command_new_link (SAYSO_ITEM_CLAIM, 2, "same-as", SAYSO_ITEM_CLAIM, 1, NULL));
  g_assert_cmpuint (n_articles_of (self, 1), ==, 2);
  g_assert_true (sayso_casebook_undo (self->casebook, &error));
  g_assert_cmpuint (n_articles_of (self, 1), ==, 1);
}

/* An article that was changed or taken away is known to be so without all being compared again. */
static void
test_incremental (AnalysisFixture *self, gconstpointer data)
{
  gint64 second, third;
  g_autoptr (GError) error = NULL;

  analysis_fixture_add (self, "Marl Post", "2031-01-01", "Two engineers", TOLD);
  second = analysis_fixture_add (self, "Upper Mail", "2031-01-02", "A sailor", TOLD);
  g_assert_cmpuint (n_articles_of (self, 1), ==, 2);
  third = analysis_fixture_add (self, "Lower Mail", "2031-01-03", "Two engineers", TOLD);
  g_assert_cmpuint (n_articles_of (self, 1), ==, 3);
  rule (self, sayso_command_new_remove (second));
  g_assert_cmpuint (n_articles_of (self, 1), ==, 2);
  g_assert_true (sayso_casebook_undo (self->casebook, &error));
  g_assert_cmpuint (n_articles_of (self, 1), ==, 3);
  rule (self, sayso_command_new_decide (SAYSO_ITEM_CLAIM, 1, SAYSO_STANDING_CONFIRMED));
  g_assert_cmpuint (n_articles_of (self, 1), ==, 3);

  /* All anew comes to the same. */
  g_assert_true (sayso_analysis_rebuild (self->casebook, NULL, NULL, NULL, &error));
  g_assert_cmpuint (n_articles_of (self, 1), ==, 3);
  rule (self, sayso_command_new_remove (third));
  rule (self, sayso_command_new_remove (second));
  g_assert_cmpuint (n_articles_of (self, 1), ==, 1);
}

static void
count (guint *n)
{
  (*n)++;
}

static void
on_changed (SaysoCasebook *casebook, guint generation, guint *n)
{
  count (n);
}

/* What is found over all articles is no change of what they say, so no view that shows only that reads anything again;
 * those that show it are told now and then, and at the end. */
static void
test_told (AnalysisFixture *self, gconstpointer data)
{
  guint n_changed = 0, n_derived = 0;
  gint64 started;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *date = g_strdup_printf ("2031-%02u-%02u", i / 20 + 1, i % 20 + 1);
      g_autofree char *told = g_strdup_printf (TOLD " by %u men", i + 2);

      analysis_fixture_add (self, "Marl Post", date, i % 2 == 0 ? "Two engineers" : "The mayor", told);
    }
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_signal_connect (self->casebook, "changed", G_CALLBACK (on_changed), &n_changed);
  g_signal_connect_swapped (self->casebook, "derived", G_CALLBACK (count), &n_derived);
  started = g_get_monotonic_time ();
  g_assert_true (sayso_analysis_update (self->casebook, NULL, NULL, NULL, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (n_changed, ==, 0);
  g_assert_cmpuint (n_derived, >=, 1);
  g_assert_cmpuint (n_derived, <=, 1 + (g_get_monotonic_time () - started) / (5 * G_USEC_PER_SEC));

  /* Nothing was left to do. */
  g_assert_true (sayso_analysis_update (self->casebook, NULL, NULL, NULL, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (n_changed, ==, 0);
}

/* What is told more often than is divided at a time comes to the same, in whatever order its parts come. */
static void
test_many (AnalysisFixture *self, gconstpointer data)
{
  static const char *const things[] = { "the harbour of Oster has two new lamps and a mole of grey stone",
                                        "the mill at Tolbury burned down with forty sacks of rye in its loft",
                                        "the queen of Kest sold her winter palace and its orangery to a brewer" };
  guint n_each = 20;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_each * G_N_ELEMENTS (things); i++)
    {
      g_autofree char *outlet = g_strdup_printf ("Paper %u", i), *date = g_strdup_printf ("2031-01-%02u", i % 28 + 1);

      analysis_fixture_add (self, outlet, date, "Two engineers", things[i % G_N_ELEMENTS (things)]);
    }
  for (guint k = 0; k < 2; k++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (things); i++)
        assert_count (self, i + 1, n_each, 1);
      g_assert_true (sayso_analysis_rebuild (self->casebook, NULL, NULL, NULL, &error));
      g_assert_no_error (error);
    }
}

static guint
n_conflicts (AnalysisFixture *self, const SaysoFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) clashes = sayso_stories_conflicts_within (self->casebook, filter, &error);

  g_assert_no_error (error);

  return clashes->len;
}

/* Of what does not fit together, that of which one side passes. */
static void
test_filtered (AnalysisFixture *self, gconstpointer data)
{
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (GPtrArray) clashes = NULL;
  g_autoptr (GError) error = NULL;

  analysis_fixture_add (self, "Marl Post", "2031-01-01", "Two engineers",
                        "the bridge over the Marl was closed in winter after a storm");
  analysis_fixture_add (self, "Upper Mail", "2031-01-02", "The mayor",
                        "the bridge over the Marl was not closed in winter after a storm");
  analysis_fixture_add (self, "Lower Mail", "2031-01-03", "A sailor",
                        "the harbour of Oster has two new lamps and a mole of stone");
  g_assert_true (sayso_analysis_update (self->casebook, NULL, NULL, NULL, &error));
  g_assert_cmpuint (n_conflicts (self, filter), ==, 1);
  filter->article = 2;
  g_assert_cmpuint (n_conflicts (self, filter), ==, 1);
  filter->article = 3;
  g_assert_cmpuint (n_conflicts (self, filter), ==, 0);
  filter->article = 0;
  filter->documents = TRUE;
  g_assert_cmpuint (n_conflicts (self, filter), ==, 0);
  filter->documents = FALSE;
  filter->text = g_strdup ("storm");
  g_assert_cmpuint (n_conflicts (self, filter), ==, 1);
  g_set_str (&filter->text, "lamps");
  g_assert_cmpuint (n_conflicts (self, filter), ==, 0);
  g_set_str (&filter->text, "after:nonsense");
  clashes = sayso_stories_conflicts_within (self->casebook, filter, &error);
  if (clashes == NULL)
    g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_QUERY);
}

/* What is asked for each sentence that is compared. */
static const char *const asked[] = {
  "telling/with-sign",
  "telling/articles-with-sign",
  "telling/articles-beside",
  "telling/of-article",
  "telling/of-story",
  "telling/get",
  "telling/member",
  "telling/members",
  "telling/ties",
  "telling/linked",
  "telling/in-conflict",
  "telling/conflicts-of",
  "telling/ruling",
  "telling/links",
  "telling/counted",
  "telling/forget-ties",
  "telling/forget-ties-other",
  "telling/forget-conflicts",
  "telling/forget-conflicts-other",
  "passage/with-band",
  "passage/get",
  "passage/share",
  "passage/n-words",
};

static void
explain (SaysoConnection *db, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", sayso_connection_sql (asked[i]), NULL);
      SaysoStatement *row = sayso_connection_prepare_sql (db, sql);

      while (sayso_statement_next (row))
        {
          const char *step = sayso_statement_text (row, "detail", NULL);

          g_test_message ("%s: %s", asked[i], step);
          if ((g_str_has_prefix (step, "SCAN ") && !g_str_has_prefix (step, "SCAN (") &&
               strstr (step, "CONSTANT") == NULL) ||
              strstr (step, "AUTOMATIC") != NULL)
            g_error ("%s reads all of a table: %s", asked[i], step);
        }
    }
}

/* However many articles there are, none of these may look at all. */
static void
test_indexed (AnalysisFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sayso_casebook_read (self->casebook, explain, NULL, &error));
  g_assert_no_error (error);
}

static void
test_stems (void)
{
  static const char *const pairs[][2] = { { "stolen", "stole" },    { "payments", "paid" },    { "stopped", "stop" },
                                          { "agencies", "agency" }, { "closes", "closed" },    { "eleven", "11" },
                                          { "shuts", "closed" },    { "blasts", "explosion" }, { "ninth", "nine" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *first = sayso_vocabulary_stem (pairs[i][0]), *second = sayso_vocabulary_stem (pairs[i][1]);

      g_assert_cmpstr (first, ==, second);
    }
  g_assert_cmpfloat (sayso_vocabulary_weight ("the"), ==, 0);
  g_assert_cmpfloat (sayso_vocabulary_weight ("2015"), ==, 0);
  g_assert_cmpfloat (sayso_vocabulary_weight ("bridge"), ==, 1);
}

/* A number is one whatever its unit is written as. */
static void
test_numbers (void)
{
  static const struct
  {
    const char *words, *key;
  } cases[] = { { "£11.4bn", "11.4billion" }, { "90%", "90percent" }, { "1,200", "1200" }, { "3 mln", "3" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) tokens = sayso_vocabulary_split (cases[i].words, 0);

      g_assert_cmpstr (g_array_index (tokens, SaysoVocable, 0).key, ==, cases[i].key);
    }
}

/* Rounded, or with a range around it, a number is no other number. */
static void
test_rounded (void)
{
  static const struct
  {
    const char *first, *second, *other;
    gboolean same;
  } cases[] = {
    { "487", NULL, "500", TRUE },
    { "1187", NULL, "1200", TRUE },
    { "9", NULL, "11", FALSE },
    { "2million", NULL, "2000000", TRUE },
    { "487", NULL, "600", FALSE },
    { "87", "92percent", "90percent", TRUE },
    { "3000", NULL, "1300", FALSE },
    { "2.3billion", NULL, "2.28billion", TRUE },
    { "500days", NULL, "500hours", FALSE },
    { "2.3million", NULL, "2million", TRUE },
    { "54mile", NULL, "50mile", TRUE },
    { "100", NULL, "140", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) stems = g_ptr_array_new (), others = g_ptr_array_new ();

      g_ptr_array_add (stems, (gpointer) cases[i].first);
      if (cases[i].second != NULL)
        g_ptr_array_add (stems, (gpointer) cases[i].second);
      g_ptr_array_add (others, (gpointer) cases[i].other);
      g_assert_cmpint (sayso_likeness_shares_number (stems, others), ==, cases[i].same);
      g_assert_cmpint (sayso_likeness_shares_number (others, stems), ==, cases[i].same);
    }
}

/* Whom two articles rest on, by what they call them. */
static void
test_same_source (void)
{
  static const struct
  {
    SaysoSourceKind kind;
    const char *name;
    SaysoSourceKind other_kind;
    const char *other;
    gboolean same, doubtful;
  } cases[] = {
    { SAYSO_SOURCE_NAMED, "Ada Moll", SAYSO_SOURCE_NAMED, "Moll", TRUE, FALSE },
    { SAYSO_SOURCE_NAMED, "Ada Moll", SAYSO_SOURCE_NAMED, "Ivo Lamm", FALSE, FALSE },
    { SAYSO_SOURCE_NAMED, "Marl Constabulary", SAYSO_SOURCE_ANONYMOUS, "police", TRUE, TRUE },
    { SAYSO_SOURCE_NAMED, "Marl Constabulary", SAYSO_SOURCE_ANONYMOUS, "residents", FALSE, FALSE },
    { SAYSO_SOURCE_NAMED, "Federation of Miners", SAYSO_SOURCE_NAMED, "their union", TRUE, TRUE },
    { SAYSO_SOURCE_DOCUMENT, "a study in a journal", SAYSO_SOURCE_ANONYMOUS, "Scientists", TRUE, TRUE },
    { SAYSO_SOURCE_ANONYMOUS, "a former inspector", SAYSO_SOURCE_ANONYMOUS, "a former inspector", TRUE, TRUE },
    { SAYSO_SOURCE_ANONYMOUS, "two officers of the harbour", SAYSO_SOURCE_ANONYMOUS, "a cook", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SaysoOrigin origin = { .kind = cases[i].kind, .name = (char *) cases[i].name };
      SaysoSaid said = { .kind = cases[i].other_kind, .name = (char *) cases[i].other };
      gboolean doubtful;

      g_assert_cmpint (sayso_same_source (&origin, NULL, &said, &doubtful), ==, cases[i].same);
      if (cases[i].same)
        g_assert_cmpint (doubtful, ==, cases[i].doubtful);
    }
}

static void
test_outlets (void)
{
  g_autofree char *whole = sayso_outlet_key ("The Tolbury Evening Post"), *cut = sayso_outlet_key ("Evening Post");
  g_autofree char *other = sayso_outlet_key ("Evening Poster"), *none = sayso_outlet_key ("“”");

  g_assert_true (sayso_outlet_is (cut, whole));
  g_assert_false (sayso_outlet_is (other, whole));
  g_assert_false (sayso_outlet_is (none, whole));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/origins/overruled", AnalysisFixture, NULL, analysis_fixture_set_up, test_overruled,
              analysis_fixture_tear_down);
  g_test_add ("/origins/removed", AnalysisFixture, NULL, analysis_fixture_set_up, test_removed,
              analysis_fixture_tear_down);
  g_test_add ("/origins/denied", AnalysisFixture, NULL, analysis_fixture_set_up, test_denied,
              analysis_fixture_tear_down);
  g_test_add ("/origins/disputed", AnalysisFixture, NULL, analysis_fixture_set_up, test_disputed,
              analysis_fixture_tear_down);
  g_test_add ("/origins/judged", AnalysisFixture, NULL, analysis_fixture_set_up, test_judged,
              analysis_fixture_tear_down);
  g_test_add ("/origins/incremental", AnalysisFixture, NULL, analysis_fixture_set_up, test_incremental,
              analysis_fixture_tear_down);
  g_test_add ("/origins/told", AnalysisFixture, NULL, analysis_fixture_set_up, test_told, analysis_fixture_tear_down);
  g_test_add ("/origins/many", AnalysisFixture, NULL, analysis_fixture_set_up, test_many, analysis_fixture_tear_down);
  g_test_add ("/origins/filtered", AnalysisFixture, NULL, analysis_fixture_set_up, test_filtered,
              analysis_fixture_tear_down);
  g_test_add ("/origins/indexed", AnalysisFixture, NULL, analysis_fixture_set_up, test_indexed,
              analysis_fixture_tear_down);
  g_test_add_func ("/origins/stems", test_stems);
  g_test_add_func ("/origins/outlets", test_outlets);
  g_test_add_func ("/origins/numbers", test_numbers);
  g_test_add_func ("/origins/rounded", test_rounded);
  g_test_add_func ("/origins/same-source", test_same_source);

  return g_test_run ();
}

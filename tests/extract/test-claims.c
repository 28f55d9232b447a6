/* test-claims.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "extract-fixture.h"

#include "sayso-enum.h"
#include "sayso-extract-enums.h"

static const SaysoExtractedClaim *
claim_at (SaysoExtraction *self, guint index)
{
  return index == SAYSO_NONE ? NULL : &g_array_index (self->claims, SaysoExtractedClaim, index);
}

/* The first claim of the source, which must be there. */
static const SaysoExtractedClaim *
claim_of (SaysoExtraction *self, const char *description)
{
  for (guint i = 0; i < self->claims->len; i++)
    if (g_strcmp0 (claim_at (self, i)->description, description) == 0)
      return claim_at (self, i);
  g_test_message ("nobody called “%s” says anything", description);
  g_assert_not_reached ();
}

static char *
content_of (SaysoExtraction *self, const SaysoExtractedClaim *claim)
{
  return sayso_text_slice (self->reading->text, g_array_index (claim->content, SaysoSpan, 0));
}

/* What is wanted is kept apart from what is said. */
static void
test_attitudes (void)
{
  g_autoptr (SaysoExtraction) self =
      extract ("Velar Corp. plans to buy the mill. Ann Lind opposes the sale. Jan Oduya said that the mill was sold.");

  g_assert_cmpuint (self->claims->len, ==, 1);
  g_assert_cmpstr (claim_at (self, 0)->description, ==, "Jan Oduya");
  g_assert_cmpuint (self->asides->len, >=, 1);
}

static void
test_scope (void)
{
  g_autoptr (SaysoExtraction) self = extract (
      "While some liked the plan, the engineers took the letter to mean that the bridge could be closed, according to "
      "officials who read it.");
  const SaysoExtractedClaim *claim = claim_of (self, "officials who read it");
  g_autofree char *content = content_of (self, claim);

  g_assert_true (g_str_has_prefix (content, "While some liked the plan"));
  g_assert_true (g_str_has_suffix (content, "closed"));
  g_assert_cmpuint (claim->content->len, ==, 1);
}

/* A source that is "who" or "which" is the one it stands for. */
static void
test_relative_source (void)
{
  g_autoptr (SaysoExtraction) self = extract (
      "Ann Lind, who said that the mill was sold, left. The Herald published a report that said that Velar paid.");

  g_assert_cmpint (claim_of (self, "Ann Lind")->source_kind, ==, SAYSO_SOURCE_NAMED);
}

/* What an outlet carries of somebody who is not named. */
static void
test_published (void)
{
  g_autoptr (SaysoExtraction) self =
      extract ("Velar fell victim to anonymous and unfounded claims published in the New York Times and the Guardian.");
  const SaysoExtractedClaim *inner = claim_of (self, "anonymous"), *outer = claim_at (self, inner->parent);

  g_assert_nonnull (outer);
  g_assert_cmpint (inner->source_kind, ==, SAYSO_SOURCE_ANONYMOUS);
  g_assert_cmpint (outer->source_kind, ==, SAYSO_SOURCE_OUTLET);
  g_assert_true (outer->several);
  g_assert_true (outer->doubted);
}

/* A paragraph that rests on papers nobody presented, after one that announces an outlet's report. */
static void
test_follow_report (void)
{
  g_autoptr (SaysoExtraction) self =
      extract ("In May, Reuters published a long article that described the sale.\n\n"
               "Velar paid nothing for the mill, according to a draft contract. Ann Lind said that it was cheap.\n\n"
               "The mill burned, according to a police report.");
  const SaysoExtractedClaim *inside = claim_of (self, "a draft contract");

  g_assert_nonnull (claim_at (self, inside->parent));
  g_assert_cmpint (claim_at (self, inside->parent)->source_kind, ==, SAYSO_SOURCE_OUTLET);
  g_assert_cmpuint (claim_of (self, "Ann Lind")->parent, ==, SAYSO_NONE);
  g_assert_cmpuint (claim_of (self, "a police report")->parent, ==, SAYSO_NONE);
}

/* The first claim with this cue, which must be there; its whole content. */
static char *
told_by (SaysoExtraction *self, const char *cue)
{
  for (guint i = 0; i < self->claims->len; i++)
    {
      const SaysoExtractedClaim *claim = claim_at (self, i);
      g_autoptr (GString) content = g_string_new (NULL);
      g_autofree char *words = NULL;

      if (claim->cue->len == 0)
        continue;
      words = sayso_text_slice (self->reading->text, g_array_index (claim->cue, SaysoSpan, 0));
      if (!g_str_equal (words, cue))
        continue;
      for (guint k = 0; k < claim->content->len; k++)
        {
          g_autofree char *piece = sayso_text_slice (self->reading->text, g_array_index (claim->content, SaysoSpan, k));

          g_string_append_printf (content, "%s%s", k > 0 ? " … " : "", piece);
        }

      return g_strdup (content->str);
    }
  g_test_message ("nothing is told by “%s”", cue);
  g_assert_not_reached ();
}

/* What is told by another verb, or of the circumstances, is no part of what is said. */
static void
test_edges (void)
{
  static const struct
  {
    const char *text, *cue, *content;
  } cases[] = {
    { "Harbour authority knew of ferry's cracked hull for months, records show", "show",
      "Harbour authority knew of ferry's cracked hull for months" },
    { "Velar says it paid for the mill but denies that it was cheap.", "says", "it paid for the mill" },
    { "Velar says it paid for the mill but denies that it was cheap.", "denies", "that it was cheap" },
    { "Ann Lind condemned the sale and said that the price was low.", "said", "that the price was low" },
    { "Ann Lind condemned the sale in Oslo, which came after months of talks.", "condemned", "the sale in Oslo" },
    { "“The mill is sold,” Ann Lind said. “It was cheap,” Jan Oduya added.", "said", "“The mill is sold,”" },
    { "“The mill is sold,” said Ann Lind. “It was cheap. It will burn.”", "said",
      "“The mill is sold,” … “It was cheap. It will burn.”" },
    { "Ann Lind said that the mill was sold. “It was cheap.”", "said", "that the mill was sold … “It was cheap.”" },
    { "Ann Lind said:\n\n“It is wrong that the mill was sold. It must stop.\n\n“The owners now claim that they paid, "
      "but "
      "this is little.”",
      "said",
      "“It is wrong that the mill was sold. It must stop. … “The owners now claim that they paid, but this is "
      "little.”" },
    { "The mill, Ann Lind said, was sold because it was old.", "said", "The mill … was sold because it was old" },
    { "The harbour was closed for a week, Ann Lind said on Monday, because the crane had fallen.", "said",
      "The harbour was closed for a week … because the crane had fallen" },
    { "Asked about the fire, Ann Lind said, in a hurry, that the mill was old.", "said", "that the mill was old" },
    { "Ann Lind said that she would order a review of the harbour and warned against thieves.", "said",
      "that she would order a review of the harbour" },
    { "Contrary to his claim that nobody would come, there was a crowd at the harbour.", "claim",
      "that nobody would come" },
    { "Ann Lind said that the mill was old but declined to discuss the fire.", "said", "that the mill was old" },
    { "A federal court ruled on Friday against the plan for the harbour, dealing a blow to Jan Oduya.", "ruled",
      "against the plan for the harbour" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SaysoExtraction) self = extract (cases[i].text);
      g_autofree char *content = told_by (self, cases[i].cue);

      g_assert_cmpstr (content, ==, cases[i].content);
    }
}

static guint
count_claims (const char *text)
{
  g_autoptr (SaysoExtraction) self = extract (text);

  return self->claims->len;
}

/* Acts, refusals, orders and what somebody might say are no claims. */
static void
test_no_claims (void)
{
  static const char *const cases[] = {
    "Ann Lind declined to comment on the records.",
    "The company was told by Ann Lind to delay its report.",
    "Ann Lind mocked Jan Oduya.",
    "Velar Corp. released a video.",
    "Ann Lind would say that the mill was sold.",
    "No one said that the mill was sold.",
    "Ann Lind did not say that the mill was sold.",
    "A passerby called police to report the fire.",
    "Oslo showed that a feast can be safe.",
    "If you want to know what Ann Lind thinks about the mill, ask her.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i]);
      g_assert_cmpuint (count_claims (cases[i]), ==, 0);
    }
}

/* Whom a report cites, who shares a subject, and what only stands beside a source. */
static void
test_sources (void)
{
  g_autoptr (SaysoExtraction) cited =
      extract ("But the New York Times reported last week, citing a person familiar with "
               "the investigation, that Oduya had been copied on a message in April.");
  g_autoptr (SaysoExtraction) shared = extract ("Its spokeswoman, Leena Varga, declined to comment on the records, but "
                                                "said the board would publish the findings by the end of November.");
  g_autoptr (SaysoExtraction) large = extract (
      "Velar Lines, which bought the vessel from Oduya Ltd. in 2019, said in a statement that it \"acted on every "
      "recommendation\".");
  g_autoptr (SaysoExtraction) reason = extract ("The mine was closed, Jan Oduya said, citing the age of its pumps.");
  const SaysoExtractedClaim *inner = claim_of (cited, "a person familiar with the investigation");

  g_assert_cmpint (inner->source_kind, ==, SAYSO_SOURCE_ANONYMOUS);
  g_assert_nonnull (claim_at (cited, inner->parent));
  g_assert_cmpint (claim_at (cited, inner->parent)->source_kind, ==, SAYSO_SOURCE_OUTLET);
  claim_of (shared, "Its spokeswoman, Leena Varga");
  /* What is cited as a reason says nothing. */
  for (guint i = 0; i < reason->claims->len; i++)
    g_assert_cmpstr (claim_at (reason, i)->description, ==, "Jan Oduya");
  g_assert_false (claim_of (large, "Velar Lines")->several);
}

/* How many sources without a name are, and how they know: the examples of the table. */
static void
test_unnamed (void)
{
  const SaysoTable *table = sayso_extract_get_table ("bases.tsv");
  g_autoptr (SaysoExtraction) quiet =
      extract ("The hospital's director said on condition of anonymity that the mill was sold.");
  g_autoptr (SaysoExtraction) asked =
      extract ("Ann Lind bought the mill. A company lawyer, who asked not to be named, said that the mill was sold.");

  for (guint row = 0; row < sayso_table_get_n_rows (table); row++)
    {
      const char *example = sayso_table_get (table, row, 3), *basis = sayso_table_get (table, row, 5);
      g_autoptr (SaysoExtraction) self = NULL;

      if (*example == '\0')
        continue;
      g_test_message ("%s", example);
      self = extract (example);
      if (self->claims->len != 1 || claim_at (self, 0)->source_kind != SAYSO_SOURCE_ANONYMOUS ||
          claim_at (self, 0)->number != g_ascii_strtoull (sayso_table_get (table, row, 4), NULL, 10) ||
          g_strcmp0 (claim_at (self, 0)->basis, *basis != '\0' ? basis : NULL) != 0)
        g_test_fail_printf ("%s: %u claims, kind %d, %u, %s", example, self->claims->len,
                            self->claims->len ? (int) claim_at (self, 0)->source_kind : -1,
                            self->claims->len ? claim_at (self, 0)->number : 0,
                            self->claims->len ? claim_at (self, 0)->basis : "");
    }
  g_assert_cmpint (claim_of (quiet, "The hospital's director")->source_kind, ==, SAYSO_SOURCE_ANONYMOUS);
  g_assert_cmpuint (claim_of (quiet, "The hospital's director")->number, ==, 1);
  /* Who asks for that says nothing by it. */
  for (guint i = 0; i < asked->claims->len; i++)
    g_assert_cmpstr (claim_at (asked, i)->title, ==, "The mill was sold");
}

/* Where a thing is spoken of, the title has the verb. */
/* Who says of a report that it is untrue denies what it says, and does not say it. */
static void
test_denied_reports (void)
{
  static const char *const texts[] = {
    "Jan Oduya said reports that Velar Corp. had sold the mill were \"categorically untrue\".",
    "Jan Oduya said claims that Velar Corp. had sold the mill were false.",
    "Jan Oduya insisted that rumours that Velar Corp. had sold the mill were baseless.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SaysoExtraction) self = extract (texts[i]);
      const SaysoExtractedEvent *event = find_event (self, "sold");
      g_autofree char *content = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_cmpuint (self->claims->len, ==, 1);
      content = content_of (self, claim_of (self, "Jan Oduya"));
      g_assert_cmpstr (content, ==, "Velar Corp. had sold the mill");
      g_assert_cmpint (claim_at (self, 0)->certainty, ==, SAYSO_CERTAINTY_DENIED);
      g_assert_cmpint (event->factuality, ==, SAYSO_FACTUALITY_DENIED);
    }
}

/* That a source is not named says nothing; what it says does, though a clause stands between. */
static void
test_naming (void)
{
  g_autoptr (SaysoExtraction) self = extract (
      "Two former employees of the mill, who asked not to be named because they had signed agreements, said Jan Oduya "
      "had approved the payments. One aide, who requested anonymity to discuss private talks, said the plan was dead.");

  g_assert_cmpuint (self->claims->len, ==, 2);
  g_assert_cmpstr (claim_at (self, 0)->description, ==, "Two former employees of the mill");
  g_assert_cmpstr (claim_at (self, 0)->title, ==, "Jan Oduya had approved the payments");
  g_assert_cmpstr (claim_at (self, 1)->description, ==, "One aide");
}

/* Who was not named before is not named by a pronoun either. */
static void
test_unnamed_again (void)
{
  g_autoptr (SaysoExtraction) self = extract (
      "A former engineer of the mill, speaking on condition of anonymity, said crews were under pressure to close "
      "jobs. \"If you did not find it in 40 minutes, you marked it as no trace,\" he said.");

  g_assert_cmpint (claim_of (self, "he")->source_kind, ==, SAYSO_SOURCE_ANONYMOUS);
}

/* What is asked, or left open, is no statement: the verb says what it is. */
static void
test_open_questions (void)
{
  g_autoptr (SaysoExtraction) self = extract (
      "The board declined to comment on whether she would leave. The committee asked why the bridge was closed.");

  g_assert_cmpuint (self->claims->len, ==, 2);
  g_assert_cmpstr (claim_at (self, 0)->title, ==, "Declined to comment on whether she would leave");
  g_assert_cmpstr (claim_at (self, 1)->title, ==, "Asked why the bridge was closed");
}

static void
test_titles (void)
{
  g_autoptr (SaysoExtraction) self = extract ("Ann Lind condemned the break-in.");
  g_autoptr (SaysoExtraction) other = extract ("The authority's chairman, Jan Oduya, denied that.");

  g_assert_cmpstr (claim_of (self, "Ann Lind")->title, ==, "Condemned the break-in");
  g_assert_cmpstr (claim_of (other, "The authority's chairman, Jan Oduya")->title, ==, "Denied that");
}

/* -- the article that Sayso was made for, where it lies beside the sources ------------------------------ */

/* Whether a claim has this kind and this chain: the kinds of its sources outwards. */
static gboolean
has_chain (SaysoExtraction *self, const SaysoExtractedClaim *claim, const char *chain)
{
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (; claim != NULL; claim = claim_at (self, claim->parent))
    g_string_append_printf (kinds, "%s%s", kinds->len > 0 ? " " : "",
                            sayso_enum_to_nick (SAYSO_TYPE_SOURCE_KIND, claim->source_kind));

  return g_str_equal (kinds->str, chain);
}

/* The rows of the page of what a careful reader finds: who, and the kinds of the sources outwards. */
static void
test_seed (void)
{
  static const struct
  {
    const char *source, *chain;
  } rows[] = {
    { NULL, "author" },
    { "a top-secret warrant renewal request", "document outlet" },
    { "a draft top-secret report", "document outlet" },
    { "The Intercept", "outlet" },
    { NULL, "unknown outlet" },
    { "anonymous", "anonymous outlet" },
    { "multiple U.S. officials", "anonymous outlet" },
    { "Kaspersky representatives", "named outlet" },
    { "other more technical members of the intelligence community", "anonymous anonymous outlet" },
    { "a U.S. intelligence official", "anonymous outlet" },
    { "the CyberScoop blog", "outlet" },
    { "officials from the FSB", "named outlet" },
    { "Kaspersky Lab", "named" },
  };
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "..", "..", "shared", "seed", "kaspersky.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr (SaysoExtraction) self = NULL;
  guint right = 0;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("../shared/seed/kaspersky.txt is not there");
      return;
    }
  self = extract (text);
  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      gboolean found = FALSE;

      for (guint i = 0; i < self->claims->len && !found; i++)
        found = g_strcmp0 (claim_at (self, i)->description, rows[r].source) == 0 &&
                has_chain (self, claim_at (self, i), rows[r].chain);
      if (!found)
        g_test_message ("not found: %s, %s", rows[r].source != NULL ? rows[r].source : "(nobody)", rows[r].chain);
      right += found;
    }
  g_test_message ("%u of %u rows", right, (guint) G_N_ELEMENTS (rows));
  g_assert_cmpuint (right, >=, 12);
  /* No more than a quarter of what is shown may be wrong, and each row is told in one claim or two. */
  g_assert_cmpuint (self->claims->len, <=, 22);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/claims/attitudes", test_attitudes);
  g_test_add_func ("/claims/scope", test_scope);
  g_test_add_func ("/claims/edges", test_edges);
  g_test_add_func ("/claims/no-claims", test_no_claims);
  g_test_add_func ("/claims/sources", test_sources);
  g_test_add_func ("/claims/denied-reports", test_denied_reports);
  g_test_add_func ("/claims/unnamed", test_unnamed);
  g_test_add_func ("/claims/open-questions", test_open_questions);
  g_test_add_func ("/claims/titles", test_titles);
  g_test_add_func ("/claims/naming", test_naming);
  g_test_add_func ("/claims/unnamed-again", test_unnamed_again);
  g_test_add_func ("/claims/relative-source", test_relative_source);
  g_test_add_func ("/claims/published", test_published);
  g_test_add_func ("/claims/follow-report", test_follow_report);
  g_test_add_func ("/claims/seed", test_seed);

  return g_test_run ();
}

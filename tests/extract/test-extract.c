/* test-extract.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "extract-fixture.h"

#include "sayso-enum.h"
#include "sayso-extraction-json.h"
#include "sayso-reader-enums.h"
#include "sayso-reader.h"

static const SaysoExtractedClaim *
find_claim (SaysoExtraction *self, const char *description)
{
  for (guint i = 0; i < self->claims->len; i++)
    {
      const SaysoExtractedClaim *claim = &g_array_index (self->claims, SaysoExtractedClaim, i);

      if (g_strcmp0 (claim->description, description) == 0)
        return claim;
    }

  return NULL;
}

static void
test_actors (void)
{
  g_autoptr (SaysoExtraction) self =
      extract ("The National Roads Agency (NRA) accused Velar Labs of fraud. Velar denied it. The NRA bought Velar's "
               "backup software and Velar AV software. Jan Oduya met British spies. Oduya left.");

  assert_kind (self, "NRA", SAYSO_NAME_AGENCY);
  g_assert_cmpuint (find_actor (self, "NRA"), ==, find_actor (self, "National Roads Agency"));
  g_assert_cmpuint (find_actor (self, "Velar"), ==, find_actor (self, "Velar Labs"));
  g_assert_cmpuint (find_actor (self, "Oduya"), ==, find_actor (self, "Jan Oduya"));
  assert_kind (self, "Velar Labs software", SAYSO_NAME_PRODUCT);
  g_assert_cmpuint (find_actor (self, "Velar Labs software"), !=, find_actor (self, "Velar Labs"));
  g_assert_true (has_relation (self, "Velar Labs software", "product-of", "Velar Labs"));
  g_assert_cmpuint (find_actor (self, "United Kingdom"), ==, SAYSO_NONE);

  g_clear_pointer (&self, sayso_extraction_unref);
  self = extract ("Oslo Mayor Jan Oduya left. A Voyage was planned; the voyage began. Officers came.");
  g_assert_cmpuint (find_actor (self, "Jan Oduya"), !=, SAYSO_NONE);
  g_assert_cmpuint (find_actor (self, "Oslo Mayor Jan Oduya"), ==, SAYSO_NONE);
  g_assert_cmpuint (find_actor (self, "Voyage"), ==, SAYSO_NONE);
}

static void
test_claims (void)
{
  g_autoptr (SaysoExtraction) self =
      extract ("Velar paid the fine, several officials told Reuters. According to a draft report, the seal was broken. "
               "Jan Oduya said that the plant may close. Velar Corp. denied that it paid.");
  const SaysoExtractedClaim *claim = find_claim (self, "several officials");

  g_assert_nonnull (claim);
  g_assert_cmpint (claim->source_kind, ==, SAYSO_SOURCE_ANONYMOUS);
  g_assert_true (claim->several);
  g_assert_true (has_relation (self, "several officials", "source-for", "Reuters"));
  claim = find_claim (self, "a draft report");
  g_assert_nonnull (claim);
  g_assert_cmpint (claim->source_kind, ==, SAYSO_SOURCE_DOCUMENT);
  claim = find_claim (self, "Jan Oduya");
  g_assert_nonnull (claim);
  g_assert_cmpint (claim->source_kind, ==, SAYSO_SOURCE_NAMED);
  g_assert_cmpint (claim->certainty, ==, SAYSO_CERTAINTY_POSSIBLE);
  claim = find_claim (self, "Velar Corp.");
  g_assert_nonnull (claim);
  g_assert_cmpint (claim->certainty, ==, SAYSO_CERTAINTY_DENIED);
}

/* What is only supposed, and what somebody wants inside another's words, is no claim of its own. */
static void
test_nobody_said (void)
{
  g_autoptr (SaysoExtraction) supposed = extract ("If he says that it is over, we leave.");
  g_autoptr (SaysoExtraction) wanted = extract ("Ann Lind said that Jan Oduya wants to buy the plant.");

  g_assert_cmpuint (supposed->claims->len, ==, 0);
  g_assert_nonnull (find_claim (wanted, "Ann Lind"));
  g_assert_null (find_claim (wanted, "Jan Oduya"));
}

/* An outlet's passage holds the claims that are made in it. */
static void
test_nesting (void)
{
  g_autoptr (SaysoExtraction) self = extract ("The worst was published on the Reuters website:\n\nVelar paid the fine, "
                                              "several officials told the panel.\n\nNobody else spoke of it.");
  const SaysoExtractedClaim *inner = find_claim (self, "several officials");

  g_assert_nonnull (inner);
  g_assert_cmpuint (inner->parent, !=, SAYSO_NONE);
  g_assert_cmpint (g_array_index (self->claims, SaysoExtractedClaim, inner->parent).source_kind, ==,
                   SAYSO_SOURCE_OUTLET);
}

static void
test_relations (void)
{
  g_autoptr (SaysoExtraction) self =
      extract ("Officials met officers from the FSB, the successor to the KGB. They found Stuxnet (NSA); Regin (GCHQ). "
               "Officials of the FBI's Cyber Division called.");

  g_assert_true (has_relation (self, "FSB", "successor-of", "KGB"));
  g_assert_true (has_relation (self, "Stuxnet", "attributed-to", "NSA"));
  g_assert_true (has_relation (self, "Regin", "attributed-to", "GCHQ"));
  g_assert_true (has_relation (self, "Cyber Division", "part-of", "FBI"));
}

/* What no single word of the table tells: efforts, deeds told at a distance, whose state a president leads. */
static void
test_relation_patterns (void)
{
  static const struct
  {
    const char *text;
    const char *subject;
    const char *type;
    const char *object;
  } cases[] = {
    { "Velar Labs stepped up its effort to weaken and defeat the Tern Collective.", "Velar Labs", "acts-against",
      "Tern Collective" },
    { "The mayor pledged more support for Norway in the fight against the Tern Collective.", "Norway", "acts-against",
      "Tern Collective" },
    { "Jan Moe welcomed the treaty signed yesterday between Velar Labs and Oduya Ltd. in Oslo.", "Velar Labs", "meets",
      "Oduya Ltd." },
    { "Norwegian President Jan Moe left Norway.", "Jan Moe", "leads", "Norway" },
    { "Police searched an office of Norway's Tern Collective.", "Tern Collective", "located-in", "Norway" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SaysoExtraction) self = extract (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_true (has_relation (self, cases[i].subject, cases[i].type, cases[i].object));
    }
}

/* Every example in the table of relations. */
static void
test_relation_rules (void)
{
  const SaysoTable *table = sayso_extract_get_table ("relations.tsv");
  guint n = 0;

  for (guint row = 0; row < sayso_table_get_n_rows (table); row++)
    {
      g_autoptr (SaysoExtraction) self = NULL;
      g_auto (GStrv) parts = NULL;

      if (*sayso_table_get (table, row, 8) == '\0')
        continue;
      n++;
      self = extract (sayso_table_get (table, row, 8));
      parts = g_strsplit (sayso_table_get (table, row, 9), "|", -1);
      g_test_message ("%s", sayso_table_get (table, row, 8));
      g_assert_cmpuint (g_strv_length (parts), ==, 3);
      g_assert_true (has_relation (self, parts[1], parts[0], parts[2]));
    }
  g_assert_cmpuint (n, >=, 20);
}

/* Every example in the table of the signs of kinds. */
static void
test_kind_signs (void)
{
  const SaysoTable *table = sayso_extract_get_table ("kind-signs.tsv");
  guint n = 0;

  for (guint row = 0; row < sayso_table_get_n_rows (table); row++)
    {
      g_autoptr (SaysoExtraction) self = NULL;
      g_auto (GStrv) pair = NULL;
      int kind;

      if (*sayso_table_get (table, row, 4) == '\0')
        continue;
      n++;
      self = extract (sayso_table_get (table, row, 4));
      pair = g_strsplit (sayso_table_get (table, row, 5), "=", 2);
      g_assert_true (sayso_enum_from_nick (SAYSO_TYPE_NAME_KIND, pair[1], &kind));
      g_test_message ("%s", sayso_table_get (table, row, 4));
      assert_kind (self, pair[0], kind);
    }
  g_assert_cmpuint (n, >=, 8);
}

/* An empty word is in no cell, and is not looked for without end. */
static void
test_cells (void)
{
  g_assert_true (sayso_table_cell_has ("person group", "group"));
  g_assert_false (sayso_table_cell_has ("person group", "grou"));
  g_assert_false (sayso_table_cell_has ("person group", ""));
  g_assert_false (sayso_table_cell_has ("", ""));
}

/* Every example in the table of what stands between two names of one actor. */
static void
test_also_known (void)
{
  const SaysoTable *table = sayso_extract_get_table ("also-known.tsv");
  guint n = 0;

  for (guint row = 0; row < sayso_table_get_n_rows (table); row++)
    {
      g_autoptr (SaysoExtraction) self = NULL;
      g_auto (GStrv) names = NULL;

      if (*sayso_table_get (table, row, 1) == '\0')
        continue;
      n++;
      g_test_message ("%s", sayso_table_get (table, row, 1));
      self = extract (sayso_table_get (table, row, 1));
      names = g_strsplit (sayso_table_get (table, row, 2), "|", 2);
      g_assert_cmpuint (find_actor (self, names[0]), !=, SAYSO_NONE);
      g_assert_cmpuint (find_actor (self, names[0]), ==, find_actor (self, names[1]));
    }
  g_assert_cmpuint (n, >=, 10);
}

/* Two things of one maker stay two, whatever they are called; neither is the maker. */
static void
test_products (void)
{
  g_autoptr (SaysoExtraction) self =
      extract ("Velar Labs sells backup software. Velar's backup program is old. Velar Labs offered the council a "
               "weather feed. Velar Guard, an anti-virus program, was late. Velar is a company.");

  assert_kind (self, "Velar Labs", SAYSO_NAME_ORGANIZATION);
  assert_kind (self, "Velar Guard", SAYSO_NAME_PRODUCT);
  g_assert_cmpuint (find_actor (self, "Velar's backup program"), ==, find_actor (self, "Velar Labs backup software"));
  g_assert_cmpuint (find_actor (self, "Velar Labs weather feed"), !=, SAYSO_NONE);
  g_assert_cmpuint (find_actor (self, "Velar Labs weather feed"), !=, find_actor (self, "Velar Labs backup software"));
  g_assert_cmpuint (find_actor (self, "Velar Guard"), !=, find_actor (self, "Velar"));
  g_assert_true (has_relation (self, "Velar Guard", "product-of", "Velar Labs"));
}

static const SaysoExtractedMention *
find_mention (SaysoExtraction *self, const char *text, guint nth)
{
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const SaysoExtractedMention *mention = &g_array_index (self->mentions, SaysoExtractedMention, i);
      g_autofree char *words = sayso_text_slice (self->reading->text, mention->span);

      if (g_str_equal (words, text) && nth-- == 0)
        return mention;
    }

  return NULL;
}

static void
assert_points_to (SaysoExtraction *self, const char *words, const char *name, const char *reason)
{
  const SaysoExtractedMention *mention = find_mention (self, words, 0);

  g_test_message ("%s: %s", words, name);
  g_assert_nonnull (mention);
  g_assert_cmpuint (mention->actor, ==, find_actor (self, name));
  g_assert_cmpstr (mention->reason, ==, reason);
}

/* A list of one's own goes before the program's lists and the reader's guesses. */
static void
test_name_list (void)
{
  static const struct
  {
    const char *text;
    int code;
  } wrong[] = {
    { "Velar\n", SAYSO_NAME_LIST_ERROR_ROW },
    { "Velar\tship\n", SAYSO_NAME_LIST_ERROR_ROW },
    { "\tperson\n", SAYSO_NAME_LIST_ERROR_ROW },
    { "Velar\tperson\nWexmoor\tgroup\tVelar\n", SAYSO_NAME_LIST_ERROR_TWICE },
    { "Velar\xff\tperson\n", SAYSO_NAME_LIST_ERROR_ENCODING },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoNameList) names =
      sayso_name_list_new ("# mine\r\nDeep Lantern\tgroup\tlantern crew|FBI\r\nRamsvik\toutlet\n", -1, &error);
  g_autoptr (SaysoText) text = sayso_text_new ("The lantern crew met the FBI. Ramsvik saw it.", -1);
  g_autoptr (SaysoReading) reading = NULL;
  g_autoptr (SaysoExtraction) self = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (names);
  reading = sayso_reader_read (text, NULL, &error);
  g_assert_no_error (error);
  self = sayso_extract_with_names (reading, NULL, NULL, NULL, names, NULL, &error);
  g_assert_no_error (error);
  assert_kind (self, "lantern crew", SAYSO_NAME_GROUP);
  assert_kind (self, "Ramsvik", SAYSO_NAME_OUTLET);
  g_assert_cmpuint (find_actor (self, "FBI"), ==, find_actor (self, "Deep Lantern"));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) why = NULL;

      g_assert_null (sayso_name_list_new (wrong[i].text, -1, &why));
      g_assert_error (why, SAYSO_NAME_LIST_ERROR, wrong[i].code);
    }
}

/* Each link of a pronoun or noun to a name says why; where two are meant alike there is none. */
static void
test_links (void)
{
  g_autoptr (SaysoExtraction) one =
      extract ("Velar Labs said it would close its plant. Minister Jan Oduya met the council. He left. The minister "
               "was tired. “I saw nothing,” Oduya said.");
  g_autoptr (SaysoExtraction) two =
      extract ("Velar Labs sued Wexmoor Ltd. in March. The company won. The Norwegian company lost.");
  g_autoptr (SaysoExtraction) three = extract (
      "Jan Oduya sued Erik Lind in Oslo. He then left the hall. Wexmoor Ltd. paid a fine. Velar Labs won in May. "
      "The company sold the ship. It closed its plant.");

  assert_points_to (one, "it", "Velar Labs", "in the same sentence");
  assert_points_to (one, "its", "Velar Labs", "in the same sentence");
  assert_points_to (one, "He", "Jan Oduya", "spoken of before");
  assert_points_to (one, "The minister", "Jan Oduya", "called so before");
  assert_points_to (one, "I", "Jan Oduya", "speaker");
  assert_points_to (one, "Oduya", "Jan Oduya", "surname");
  g_assert_null (find_mention (two, "The company", 0));
  assert_points_to (three, "He", "Jan Oduya", "spoken of before");
  assert_points_to (three, "The company", "Velar Labs", "subject before");
  assert_points_to (three, "It", "Velar Labs", "spoken of before");
}

/* Who is not named is known by what tells how they know. */
static void
test_described (void)
{
  g_autoptr (SaysoExtraction) self = extract (
      "Two people familiar with the matter said Wexmoor Ltd. would close. Three officials close to the inquiry "
      "told the Orva Courier that the mayor had resigned. Divers reached the ferry Sula Rose. The ferry lay in "
      "deep water.");

  g_autoptr (SaysoExtraction) names = extract (
      "A court in Lindvik heard it. Lindvik police came. Kessel & Roy resigned as auditor of the bank in March. "
      "A committee criticised the Financial Supervisory Agency.");

  assert_kind (names, "Lindvik", SAYSO_NAME_PLACE);
  assert_kind (names, "Kessel & Roy", SAYSO_NAME_ORGANIZATION);
  g_assert_cmpuint (find_actor (names, "Financial Supervisory Agency"), !=, SAYSO_NONE);
  g_assert_cmpuint (find_actor (self, "Two people familiar with the matter"), !=, SAYSO_NONE);
  g_assert_cmpuint (find_actor (self, "Three officials close to the inquiry"), !=, SAYSO_NONE);
  assert_kind (self, "Sula Rose", SAYSO_NAME_PRODUCT);
  assert_points_to (self, "The ferry", "Sula Rose", "called so before");
}

/* The noun before a name, what is written on to it, and what of the words around it is another's. */
static void
test_edges_of_names (void)
{
  g_autoptr (SaysoExtraction) self =
      extract ("The newspaper Dagspeilet reported the raid. Norway's economic crime unit Okokrim charged the firm. The "
               "firm sold "
               "its mill to Kenya's Pwani Telecom. The thieves, a group also tracked as TQ-771 and Brass Kettle, fled. "
               "Corran Gas denied it. The Ramsvik Herald saw the letters. The Herald printed them.");

  assert_kind (self, "Dagspeilet", SAYSO_NAME_OUTLET);
  assert_kind (self, "Okokrim", SAYSO_NAME_ORGANIZATION);
  assert_kind (self, "Pwani Telecom", SAYSO_NAME_ORGANIZATION);
  assert_kind (self, "Corran Gas", SAYSO_NAME_ORGANIZATION);
  g_assert_cmpuint (find_actor (self, "TQ-771"), !=, SAYSO_NONE);
  g_assert_cmpuint (find_actor (self, "'s"), ==, SAYSO_NONE);
  assert_points_to (self, "Herald", "Ramsvik Herald", "short name");
}

/* Who wrote an article is nobody of whom it tells. */
static void
test_byline (void)
{
  g_autoptr (SaysoExtraction) self = extract ("Harbour master suspended\n\nBy Ivo Castell, 11 March 2015\n\nThe "
                                              "harbour master of Ramsvik was suspended. The union "
                                              "said reports that he had fled were false.");
  const SaysoExtractedMention *he = find_mention (self, "he", 0);

  g_assert_cmpuint (find_actor (self, "Ivo Castell"), !=, SAYSO_NONE);
  g_assert_true (he == NULL || he->actor != find_actor (self, "Ivo Castell"));
}

/* Who is spoken of again, where several could be: the sentence's topic, and never a body for a thing that sank. */
static void
test_spoken_of_again (void)
{
  g_autoptr (SaysoExtraction) self = extract (
      "The Tarrow Harbour Authority was warned that the hull of the car ferry Sula Rose was cracked, six months "
      "before it sank.\n\n"
      "Two former employees of Brandt Marine told the Maritime Accident Board of it. The authority's chairman, "
      "Desmond Okafor, denied that. He said he learned of the cracks in August.\n\n"
      "Sula Lines, which bought the vessel from the Danish company Fjordline, said it was sorry. The company "
      "suspended its chief engineer on Monday.");
  const SaysoExtractedMention *it = find_mention (self, "it", 0);

  assert_kind (self, "Brandt Marine", SAYSO_NAME_ORGANIZATION);
  assert_kind (self, "Sula Lines", SAYSO_NAME_ORGANIZATION);
  g_assert_cmpuint (find_actor (self, "Sula Rose"), !=, SAYSO_NONE);
  g_assert_cmpuint (find_actor (self, "Maritime Accident Board"), !=, SAYSO_NONE);
  g_assert_true (it == NULL || it->actor != find_actor (self, "Tarrow Harbour Authority"));
  assert_points_to (self, "The authority", "Tarrow Harbour Authority", "called so before");
  assert_points_to (self, "he", "Desmond Okafor", "spoken of before");
  assert_points_to (self, "The company", "Sula Lines", "subject before");
  assert_points_to (self, "its", "Sula Lines", "in the same sentence");
}

static char *
to_json (SaysoExtraction *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  sayso_extraction_build_json (self, builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, TRUE);
}

static void
test_golden (gconstpointer name)
{
  g_autofree char *file = g_strdup_printf ("%s.txt", (const char *) name);
  g_autofree char *wanted_file = g_strdup_printf ("%s.expected.json", (const char *) name);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, file, NULL);
  g_autofree char *wanted_path = g_test_build_filename (G_TEST_DIST, wanted_file, NULL);
  g_autofree char *text = NULL, *wanted = NULL, *json = NULL, *again = NULL;
  g_autoptr (SaysoExtraction) one = NULL, two = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  one = extract (text);
  two = extract (text);
  json = to_json (one);
  again = to_json (two);
  g_assert_cmpstr (json, ==, again);
  /* SAYSO_UPDATE_GOLDEN=1 writes what is found, to be read before it is kept. */
  if (g_getenv ("SAYSO_UPDATE_GOLDEN") != NULL)
    {
      g_autofree char *line = g_strconcat (json, "\n", NULL);

      g_file_set_contents (wanted_path, line, -1, &error);
      g_assert_no_error (error);
    }
  g_file_get_contents (wanted_path, &wanted, NULL, &error);
  g_assert_no_error (error);
  g_strchomp (wanted);
  g_assert_cmpstr (json, ==, wanted);
}

static void
test_hostile (void)
{
  static const char *pieces[] = { "“a said, ",   "He said that ",    "Velar's ",  "A of ",
                                  "it said it ", "and Velar (NSA) ", "a firm of " };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (SaysoExtraction) self = NULL;
      gint64 start = g_get_monotonic_time ();

      for (guint k = 0; k < 600; k++)
        g_string_append (text, pieces[i]);
      self = extract (text->str);
      for (guint k = 0; k < self->mentions->len; k++)
        g_assert_cmpuint (g_array_index (self->mentions, SaysoExtractedMention, k).actor, <, self->actors->len);
      for (guint k = 0; k < self->claims->len; k++)
        g_assert_cmpuint (g_array_index (self->claims, SaysoExtractedClaim, k).content->len, >, 0);
      g_test_message ("%s: %.2f s", pieces[i], (g_get_monotonic_time () - start) / 1e6);
    }
}

/* The article that Sayso was made for, where it lies beside the sources. */
static void
test_seed (void)
{
  static const char *const agencies[] = {
    "NSA", "GCHQ", "CIA", "FBI", "FSB", "KGB", "Unit 8200", "Israeli government"
  };
  static const char *const outlets[] = { "The Intercept", "CyberScoop", "Wall Street Journal", "New York Times",
                                         "Washington Post" };
  static const struct
  {
    const char *subject, *type, *object;
  } relations[] = {
    { "GReAT", "part-of", "Kaspersky Lab" },
    { "Counterterrorism Division", "part-of", "FBI" },
    { "FSB", "successor-of", "KGB" },
    { "Regin", "attributed-to", "GCHQ" },
    { "DuQu", "attributed-to", "Unit 8200" },
    { "Equation Group", "attributed-to", "NSA" },
    { "Israeli government", "acts-against", "Kaspersky Lab" },
    { "Kaspersky Lab", "reports-on", "NSA" },
    { "NSA", "acts-on", "Kaspersky Lab software" },
    { "Kaspersky Lab", "acts-on", "FBI" },
    { "FBI", "acts-on", "Kaspersky Lab" },
    { "The Intercept", "reports-on", "NSA" },
  };
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "..", "..", "shared", "seed", "kaspersky.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr (SaysoExtraction) self = NULL;
  guint dated = 0;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("../shared/seed/kaspersky.txt is not there");
      return;
    }
  self = extract (text);
  for (guint i = 0; i < G_N_ELEMENTS (agencies); i++)
    assert_kind (self, agencies[i], SAYSO_NAME_AGENCY);
  for (guint i = 0; i < G_N_ELEMENTS (outlets); i++)
    assert_kind (self, outlets[i], SAYSO_NAME_OUTLET);
  g_assert_cmpuint (find_actor (self, "Kaspersky"), ==, find_actor (self, "Kaspersky Lab"));
  assert_kind (self, "Kaspersky Lab software", SAYSO_NAME_PRODUCT);
  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    {
      g_test_message ("%s %s %s", relations[i].subject, relations[i].type, relations[i].object);
      g_assert_true (has_relation (self, relations[i].subject, relations[i].type, relations[i].object));
    }
  g_assert_nonnull (find_claim (self, "multiple U.S. officials"));
  g_assert_nonnull (find_claim (self, "a draft top-secret report"));
  g_assert_nonnull (find_claim (self, "a top-secret warrant renewal request"));
  g_assert_nonnull (find_claim (self, "a U.S. intelligence official"));
  for (guint i = 0; i < self->events->len; i++)
    dated += sayso_bounds_known (&g_array_index (self->events, SaysoExtractedEvent, i).bounds);
  g_assert_cmpuint (dated, >=, 8);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/actors", test_actors);
  g_test_add_func ("/extract/claims", test_claims);
  g_test_add_func ("/extract/nesting", test_nesting);
  g_test_add_func ("/extract/nobody-said", test_nobody_said);
  g_test_add_func ("/extract/relations", test_relations);
  g_test_add_func ("/extract/relation-patterns", test_relation_patterns);
  g_test_add_func ("/extract/relation-rules", test_relation_rules);
  g_test_add_func ("/extract/cells", test_cells);
  g_test_add_func ("/extract/also-known", test_also_known);
  g_test_add_func ("/extract/kind-signs", test_kind_signs);
  g_test_add_func ("/extract/described", test_described);
  g_test_add_func ("/extract/edges-of-names", test_edges_of_names);
  g_test_add_func ("/extract/byline", test_byline);
  g_test_add_func ("/extract/spoken-of-again", test_spoken_of_again);
  g_test_add_func ("/extract/products", test_products);
  g_test_add_func ("/extract/links", test_links);
  g_test_add_func ("/extract/name-list", test_name_list);
  g_test_add_data_func ("/extract/golden/harbour", "harbour", test_golden);
  g_test_add_data_func ("/extract/golden/ledger", "ledger", test_golden);
  g_test_add_func ("/extract/hostile", test_hostile);
  g_test_add_func ("/extract/seed", test_seed);

  return g_test_run ();
}

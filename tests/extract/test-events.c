/* test-events.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "extract-fixture.h"

#include "sayso-enum.h"
#include "sayso-extract-enums.h"

static void
test_events (void)
{
  g_autoptr (SaysoExtraction) self = extract (
      "JUNE 2015 — Velar Labs discovered that its network had been breached for almost a year by the Norwegian "
      "government. Spies aimed to thwart Velar Labs. Oduya Ltd. did not attack Velar Labs.");
  const SaysoExtractedEvent *event = find_event (self, "discovered");

  g_assert_nonnull (event);
  g_assert_cmpint (event->kind, ==, SAYSO_EVENT_LEARNED);
  g_assert_true (takes_part (self, event, "agent", "Velar Labs"));
  g_assert_cmpint (event->bounds.earliest, ==, sayso_date_to_seconds (2015, 6, 1));
  event = find_event (self, "breached");
  g_assert_nonnull (event);
  g_assert_true (takes_part (self, event, "agent", "Norwegian government"));
  g_assert_true (takes_part (self, event, "patient", "Velar Labs"));
  g_assert_cmpint (event->bounds.earliest, <, sayso_date_to_seconds (2015, 1, 1));
  g_assert_true (has_relation (self, "Norwegian government", "acts-against", "Velar Labs"));
  event = find_event (self, "thwart");
  g_assert_nonnull (event);
  g_assert_cmpint (event->factuality, ==, SAYSO_FACTUALITY_PLANNED);
  event = find_event (self, "attack");
  g_assert_nonnull (event);
  g_assert_cmpint (event->factuality, ==, SAYSO_FACTUALITY_DENIED);
  g_assert_false (has_relation (self, "Oduya Ltd.", "acts-against", "Velar Labs"));
}

/* One event that views show: "class|role=who|…". */
static void
assert_event (SaysoExtraction *self, const char *wanted)
{
  g_auto (GStrv) parts = g_strsplit (wanted, "|", -1);
  const SaysoExtractedEvent *event = first_event (self);

  g_test_message ("%s", wanted);
  g_assert_cmpuint (count_events (self), ==, 1);
  g_assert_cmpstr (event->type, ==, parts[0]);
  for (guint i = 1; parts[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], "=", 2);

      g_assert_true (takes_part (self, event, pair[0], pair[1]));
    }
}

/* So many examples make one text, each a paragraph. */
#define EXAMPLES 64

/* Whether an event of the class is told between two places, shown or not: the word's, or "suit" in "filed a suit". */
static gboolean
tells_of (const SaysoExtraction *self, const char *class, SaysoSpan where)
{
  for (guint i = 0; i < self->events->len; i++)
    {
      const SaysoExtractedEvent *event = &g_array_index (self->events, SaysoExtractedEvent, i);

      if (sayso_span_contains (where, event->trigger) && g_str_equal (event->type, class))
        return TRUE;
    }

  return FALSE;
}

/* The examples of the rows, which are all of one event; views need not show it. */
static void
assert_examples (const SaysoTable *table, GArray *rows)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SaysoExtraction) self = NULL;
  g_autofree SaysoSpan *where = g_new0 (SaysoSpan, rows->len);

  for (guint i = 0; i < rows->len; i++)
    {
      where[i].start = g_utf8_strlen (text->str, -1);
      g_string_append_printf (text, "%s\n\n", sayso_table_get (table, g_array_index (rows, guint, i), 6));
      where[i].end = g_utf8_strlen (text->str, -1);
    }
  self = extract (text->str);
  for (guint i = 0; i < rows->len; i++)
    {
      guint row = g_array_index (rows, guint, i);

      g_test_message ("%s: %s", sayso_table_get (table, row, 0), sayso_table_get (table, row, 6));
      g_assert_true (tells_of (self, sayso_table_get (table, row, 2), where[i]));
    }
  g_array_set_size (rows, 0);
}

/*
 * Every row in the table of triggers has an example, and every class is one of the scheme. Where roles stand beside the
 * class, the example is one event that views show; where not, it is one that is at least found.
 */
static void
test_triggers (void)
{
  const SaysoTable *table = sayso_extract_get_table ("triggers.tsv");
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = 0; row < sayso_table_get_n_rows (table); row++)
    {
      const char *class = sayso_table_get (table, row, 2), *example = sayso_table_get (table, row, 6);
      const char *wanted = sayso_table_get (table, row, 7);

      g_assert_true (sayso_table_find (sayso_extract_get_table ("event-classes.tsv"), class, NULL));
      g_assert_cmpstr (example, !=, "");
      g_assert_true (g_str_has_prefix (wanted, class));
      if (strchr (wanted, '|') != NULL)
        {
          g_autoptr (SaysoExtraction) self = extract (example);

          assert_event (self, wanted);
        }
      else
        g_array_append_val (found, row);
      if (found->len == EXAMPLES)
        assert_examples (table, found);
    }
  if (found->len > 0)
    assert_examples (table, found);
}

/* Every example in the table of prepositions. */
static void
test_roles (void)
{
  const SaysoTable *table = sayso_extract_get_table ("event-roles.tsv");

  for (guint row = 0; row < sayso_table_get_n_rows (table); row++)
    {
      const char *example = sayso_table_get (table, row, 3);
      g_autoptr (SaysoExtraction) self = NULL;

      if (*example == '\0')
        continue;
      g_test_message ("%s", example);
      self = extract (example);
      assert_event (self, sayso_table_get (table, row, 4));
    }
}

/* Every example in the table of verbs that stand over others. */
static void
test_control (void)
{
  const SaysoTable *table = sayso_extract_get_table ("control.tsv");

  for (guint row = 0; row < sayso_table_get_n_rows (table); row++)
    {
      const char *example = sayso_table_get (table, row, 3), *wanted = sayso_table_get (table, row, 4);
      g_autoptr (SaysoExtraction) self = NULL;
      g_autofree char *factuality = NULL;
      int value;

      if (*example == '\0')
        continue;
      g_test_message ("%s", example);
      self = extract (example);
      factuality = g_strndup (wanted, strcspn (wanted, "|"));
      assert_event (self, wanted + strlen (factuality) + 1);
      g_assert_true (sayso_enum_from_nick (SAYSO_TYPE_FACTUALITY, factuality, &value));
      g_assert_cmpint (first_event (self)->factuality, ==, value);
    }
}

/* What somebody is accused of, kept from or jailed for is that one's act, not that of who accuses. */
static void
test_act_of_object (void)
{
  static const struct
  {
    const char *text;
    const char *agent;
    const char *title;
    SaysoFactuality factuality;
  } cases[] = {
    { "Jan Oduya accused Velar Corp. of attacking Ann Lind.", "Velar Corp.", "Velar Corp. attacked Ann Lind",
      SAYSO_FACTUALITY_POSSIBLE },
    { "Velar Corp. was accused of attacking Ann Lind.", "Velar Corp.", "Velar Corp. was accused of attacking Ann Lind",
      SAYSO_FACTUALITY_POSSIBLE },
    { "Jan Oduya prevented Velar Corp. from attacking Ann Lind.", "Velar Corp.", "Velar Corp. did not attack Ann Lind",
      SAYSO_FACTUALITY_DENIED },
    { "Jan Oduya left Norway after attacking Ann Lind.", "Jan Oduya", "Jan Oduya attacked Ann Lind",
      SAYSO_FACTUALITY_ASSERTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SaysoExtraction) self = extract (cases[i].text);
      const SaysoExtractedEvent *event = find_event (self, "attacking");

      g_test_message ("%s", cases[i].text);
      g_assert_nonnull (event);
      g_assert_true (takes_part (self, event, "agent", cases[i].agent));
      g_assert_cmpstr (event->title, ==, cases[i].title);
      g_assert_cmpint (event->factuality, ==, cases[i].factuality);
    }
}

/* What denies what is told, and what only looks so. */
static void
test_negation (void)
{
  static const struct
  {
    const char *text;
    SaysoFactuality factuality;
  } cases[] = {
    { "Velar Labs did not attack Oduya Ltd.", SAYSO_FACTUALITY_DENIED },
    { "Jan Oduya arrested nobody.", SAYSO_FACTUALITY_DENIED },
    { "Velar Labs does not plan to sue Jan Oduya.", SAYSO_FACTUALITY_DENIED },
    { "Velar Labs never paid Jan Oduya.", SAYSO_FACTUALITY_DENIED },
    { "Velar Labs not only attacked Oduya Ltd.", SAYSO_FACTUALITY_ASSERTED },
    { "Nobody attacked Oduya Ltd.", SAYSO_FACTUALITY_DENIED },
    { "Neither Jan Oduya nor Ann Lind sued Velar Labs.", SAYSO_FACTUALITY_DENIED },
    { "Velar Labs could have sued Jan Oduya.", SAYSO_FACTUALITY_HYPOTHETICAL },
    { "Velar Labs would sue Jan Oduya in May 2019.", SAYSO_FACTUALITY_PLANNED },
    { "Velar Labs may sue Jan Oduya.", SAYSO_FACTUALITY_POSSIBLE },
    { "Velar Labs will sue Jan Oduya.", SAYSO_FACTUALITY_PLANNED },
    { "Velar Labs is going to sue Jan Oduya.", SAYSO_FACTUALITY_PLANNED },
    { "If Velar Labs attacks Oduya Ltd., the harbour will close.", SAYSO_FACTUALITY_HYPOTHETICAL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SaysoExtraction) self = extract (cases[i].text);

      g_test_message ("%s", cases[i].text);
      if (first_event (self) != NULL)
        g_assert_cmpint (first_event (self)->factuality, ==, cases[i].factuality);
      else
        g_assert_cmpint (g_array_index (self->events, SaysoExtractedEvent, 0).factuality, ==, cases[i].factuality);
    }
}

/* What happened by itself needs nobody who did it, where it has a class and a date. */
static void
test_nobody (void)
{
  g_autoptr (SaysoExtraction) self = extract ("The wall collapsed on 3 February 2015.");
  const SaysoExtractedEvent *event = first_event (self);

  assert_event (self, "disaster");
  g_assert_cmpint (event->bounds.earliest, ==, sayso_date_to_seconds (2015, 2, 3));
  g_assert_cmpint (event->dating, ==, SAYSO_DATING_TIME);
  g_assert_cmpuint (event->participants->len, ==, 1);
  g_assert_cmpuint (g_array_index (event->participants, SaysoParticipant, 0).actor, ==, SAYSO_NONE);
  g_assert_cmpstr (g_array_index (event->participants, SaysoParticipant, 0).role, ==, "patient");
}

/* The time of a thing is not the time of what is done to it. */
static void
test_time_of_thing (void)
{
  g_autoptr (SaysoExtraction) self = extract ("Jan Oduya bought the 2014 calendar. Ann Lind sold a ship in 2015.");

  g_assert_cmpint (find_event (self, "bought")->dating, !=, SAYSO_DATING_TIME);
  g_assert_cmpint (find_event (self, "sold")->dating, ==, SAYSO_DATING_TIME);
}

/* "A month earlier" in the past of the past counts from the story, not from what is reported in it. */
/* Two times that are the ends of one. */
static void
test_range (void)
{
  static const struct
  {
    const char *text;
    const char *edtf;
  } cases[] = {
    { "Velar Labs moved the money in three parts between March and June 2014.", "[2014-03..2014-06]" },
    { "Between 20 October and 5 November Velar Labs copied the drawings.", "[2015-10-20..2015-11-05]" },
    { "Velar Labs repaired the dam from March to June 2014.", "2014-03/2014-06" },
    { "Velar Labs repaired the dam on 3–5 May 2014.", "2014-05-03/2014-05-05" },
    { "Velar Labs repaired the dam in March and June 2014.", "2014-03" },
    { "Three miners died and eleven were hurt when the roof fell on 14 January 2014.", "2014-01-14" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SaysoExtraction) self = extract (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (first_event (self)->edtf, ==, cases[i].edtf);
      g_assert_cmpint (first_event (self)->bounds.lasting, ==, strchr (cases[i].edtf, '/') != NULL);
    }
}

static void
test_step_back (void)
{
  g_autoptr (SaysoExtraction) self =
      extract ("In July 2015 Jan Oduya met Ann Lind. Velar Labs had just announced that it "
               "had been breached by Oduya Ltd. one month earlier.");
  const SaysoExtractedEvent *announced = find_event (self, "announced"), *breached = find_event (self, "breached");

  g_assert_nonnull (announced);
  g_assert_cmpint (announced->dating, ==, SAYSO_DATING_TIME);
  g_assert_nonnull (breached);
  g_assert_cmpint (breached->dating, !=, SAYSO_DATING_TIME);
}

/* What is told in passing is there for those who count words, and views do not show it. */
static void
test_salience (void)
{
  g_autoptr (SaysoExtraction) self =
      extract ("Velar Labs likes blue paint. Jan Oduya said so. Ann Lind favours closing the port. Velar Labs sold "
               "stolen ships to Ann Lind.");

  g_assert_nonnull (find_event (self, "likes"));
  g_assert_cmpint (find_event (self, "likes")->salience, ==, SAYSO_SALIENCE_LOW);
  g_assert_cmpint (find_event (self, "said")->salience, ==, SAYSO_SALIENCE_LOW);
  g_assert_cmpint (find_event (self, "stolen")->salience, ==, SAYSO_SALIENCE_LOW);
  g_assert_cmpint (find_event (self, "closing")->salience, ==, SAYSO_SALIENCE_LOW);
  g_assert_cmpuint (count_events (self), ==, 1);
}

/* One event told twice is shown once, with what either telling says. */
static void
test_retold (void)
{
  g_autoptr (SaysoExtraction) self = extract ("Norway attacked Velar Labs. The attack was a surprise. Nobody spoke of "
                                              "it. Norway attacked Velar Labs in May 2015.");
  const SaysoExtractedEvent *event = first_event (self);

  g_assert_cmpuint (count_events (self), ==, 1);
  g_assert_cmpint (event->bounds.earliest, ==, sayso_date_to_seconds (2015, 5, 1));
  g_assert_cmpuint (find_event (self, "attack")->same, ==,
                    event - &g_array_index (self->events, SaysoExtractedEvent, 0));
}

/* What differs in who or when is told as two. */
static void
test_not_retold (void)
{
  g_autoptr (SaysoExtraction) self =
      extract ("Norway attacked Velar Labs in May 2015. Norway attacked Velar Labs in June 2014. "
               "Oduya Ltd. attacked Velar Labs. Norway did not attack Velar Labs.");

  g_assert_cmpuint (count_events (self), ==, 4);
}

/* A story goes on from its last date, and what is told as past was before it was told. */
static void
test_narrative (void)
{
  g_autoptr (SaysoExtraction) self =
      extract ("Jan Oduya met Ann Lind on 3 May 2015. He sold the ship to Velar Labs. Velar Labs will sue Ann Lind.\n\n"
               "Oduya Ltd. bought a harbour.");
  const SaysoExtractedEvent *sold = find_event (self, "sold"), *sue = find_event (self, "sue"),
                            *bought = find_event (self, "bought");

  g_assert_cmpint (sold->dating, ==, SAYSO_DATING_NARRATIVE);
  g_assert_cmpint (sold->bounds.earliest, ==, sayso_date_to_seconds (2015, 5, 3));
  g_assert_cmpint (sold->bounds.latest, ==, sayso_date_to_seconds (2016, 3, 2) - 1);
  g_assert_cmpint (sue->dating, ==, SAYSO_DATING_NONE);
  g_assert_cmpint (bought->dating, ==, SAYSO_DATING_PUBLISHED);
  g_assert_cmpint (bought->bounds.earliest, ==, SAYSO_OPEN_PAST);
}

/* "two weeks after the sinking" counts from the sinking, whatever was dated in between; and a day of the week that is
 * still to come, from the day of the article. */
static void
test_counted (void)
{
  g_autoptr (SaysoExtraction) self = extract (
      "The ferry sank on 3 May 2015. Its owner was sold on 20 May 2015. Two weeks after the sinking, divers found "
      "the hull. Jan Oduya was arrested the day after the sinking.\n\nThe trial of Jan Oduya opens on Friday. He is to "
      "meet Ann Lind on Thursday. He was shot on Sunday.");

  g_assert_cmpint (find_event (self, "found")->bounds.earliest, ==, sayso_date_to_seconds (2015, 5, 17));
  g_assert_cmpint (find_event (self, "arrested")->bounds.earliest, ==, sayso_date_to_seconds (2015, 5, 4));
  g_assert_cmpint (find_event (self, "opens")->bounds.earliest, ==, sayso_date_to_seconds (2016, 3, 4));
  g_assert_cmpint (find_event (self, "meet")->bounds.earliest, ==, sayso_date_to_seconds (2016, 3, 3));
  g_assert_cmpint (find_event (self, "shot")->bounds.earliest, ==, sayso_date_to_seconds (2016, 2, 28));
}

/* What something is praised for is nothing that happened; what was stopped is told once. */
static void
test_titles (void)
{
  static const char *const titles[] = { "Oduya met the council", "The Norlund archive closed",
                                        "Two banks stopped using the archive" };
  g_autoptr (SaysoExtraction) self =
      extract ("Oduya met the council in May 2019. The Norlund archive, praised for stealing and publishing letters, "
               "closed in June 2019. Two banks stopped using the archive in July 2019.");
  guint n = 0;

  for (guint i = 0; i < self->events->len; i++)
    {
      const SaysoExtractedEvent *event = &g_array_index (self->events, SaysoExtractedEvent, i);

      if (event->salience != SAYSO_SALIENCE_HIGH)
        continue;
      g_assert_cmpuint (n, <, G_N_ELEMENTS (titles));
      g_assert_cmpstr (event->title, ==, titles[n++]);
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (titles));
}

/* Who did what, as a person would write it: whole names, all who did it, nothing shortened that stands for a word. */
static void
test_wording (void)
{
  static const struct
  {
    const char *text;
    const char *title;
  } cases[] = {
    { "Velar Labs and Oduya Ltd. bought the shipyard.", "Velar Labs and Oduya Ltd. bought the shipyard" },
    { "Velar Labs published the letters that Ann Lind stole.", "Ann Lind stole the letters" },
    { "“I’ve sold the ship to Norway,” Ann Lind said.", "Ann Lind has sold the ship to Norway" },
    { "The court declared Ann Lind the winner.", "The court declared Ann Lind the winner" },
    { "Ann Lind was, oddly, quickly arrested by the police.", "Ann Lind was arrested by the police" },
    { "Velar Labs decided after a few days to sue Oduya Ltd.", "Velar Labs decided to sue Oduya Ltd." },
    { "Velar Labs urged Ann Lind to resign.", "Velar Labs urged Ann Lind to resign" },
    { "At least ten men attacked Oduya Ltd.", "At least ten men attacked Oduya Ltd." },
    { "Oduya Ltd. launched a big, old mini-tanker in May 2019.", "Oduya Ltd. launched a big, old mini-tanker" },
    { "Ann Lind stole a cloned (spoofed) key from Velar Labs.", "Ann Lind stole a cloned key from Velar Labs" },
    { "Velar Labs discovered that a copy of Quill, linked to thefts in 2015, was stolen by Ann Lind.",
      "Velar Labs discovered that a copy of Quill was stolen by Ann Lind" },
    { "Velar Labs sold a program to the Norlund Directorate.", "Velar Labs sold a program to the Norlund Directorate" },
    { "Velar Labs struck again, poisoning the files of Oduya Ltd.", "Velar Labs poisoned the files of Oduya Ltd." },
    { "Velar Labs began to tear down the port of Oslo.", "Velar Labs began to tear down the port of Oslo" },
    { "Ann Lind is not ready to endorse Jan Oduya.", "Ann Lind is not ready to endorse Jan Oduya" },
    { "Ann Lind stopped the bank from hiring sailors.", "Ann Lind stopped the bank from hiring sailors" },
    { "Velar Labs pushed ahead with the search of the ship in May 2019.",
      "Velar Labs pushed ahead with the search of the ship" },
    { "Jan Oduya attended a rally on 3 May 2019 by workers at the port.",
      "Jan Oduya attended a rally by workers at the port" },
    { "Velar Labs started several new campaigns by means of the older Norlund service that the gang had rented out in "
      "Oslo.",
      "Velar Labs started several new campaigns by means of the older Norlund service" },
    { "On 3 May 2019 an explosion took place near the embassy in Oslo.", "Explosion near the embassy in Oslo" },
    { "Velar Labs offered to pay the crew because the ships were late.", "Velar Labs offered to pay the crew" },
    { "Ann Lind urged Jan Oduya to tell sailors that the port was safe.",
      "Ann Lind urged Jan Oduya to tell sailors that the port was safe" },
    { "Ann Lind called for banning the ferries of Oduya Ltd. from Oslo.",
      "Ann Lind called for banning the ferries of Oduya Ltd. from Oslo" },
    { "Hundreds of sailors from Norway began to arrive in May 2019, including some Danes who left in 2015.",
      "Hundreds of sailors from Norway began to arrive" },
    { "“I sold my ship to Norway,” Ann Lind said.", "Ann Lind sold their ship to Norway" },
    { "The letters were stolen by Ann Lind, but not before the ship was sold by Velar Labs.",
      "The ship was sold by Velar Labs" },
    { "Jan Oduya, now head of the bank, will succeed Ms. Lind.", "Jan Oduya will succeed Ms. Lind" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SaysoExtraction) self = extract (cases[i].text);
      gboolean found = FALSE;

      for (guint k = 0; k < self->events->len; k++)
        found = found || (g_array_index (self->events, SaysoExtractedEvent, k).salience == SAYSO_SALIENCE_HIGH &&
                          g_strcmp0 (g_array_index (self->events, SaysoExtractedEvent, k).title, cases[i].title) == 0);
      if (!found && first_event (self) != NULL)
        g_test_message ("%s", first_event (self)->title);
      g_test_message ("%s", cases[i].text);
      g_assert_true (found);
    }
}

/* What may be, what would have been, what anybody does and what nobody knows of whom it is told: nothing to show. */
static void
test_hidden (void)
{
  static const char *const texts[] = {
    "The flaw allows attackers to steal letters from Velar Labs.",
    "Velar Labs could have sued Ann Lind.",
    "Did Velar Labs sue Ann Lind?",
    "If Velar Labs sues Ann Lind, it will lose.",
    "They bought it.",
    "The only ones sued Ann Lind.",
    "Velar Labs won or lost the trial.",
    "When Ann Lind opens it, it enables spies to watch Velar Labs.",
    "Most hackers steal letters.",
    "Oduya Ltd. is a firm that sold ships to Norway.",
    "Ann Lind believes in Velar Labs.",
    "The Herald reported on Tuesday.",
    "That is a chance for Velar Labs to sell the ship to Norway.",
    "His mother died in an accident.",
    "Thieves try to steal letters from Velar Labs.",
    "If Velar Labs wins, Ann Lind will be stopped.",
    "The actors linked to Velar Labs are many.",
    "Ann Lind is trying to win over the council.",
    "Ann Lind almost left.",
    "“The ship is late,” Ann Lind insisted in Oslo.",
    "Sailors asked for help.",
    "Ann Lind is moving up.",
    "The flaw allowed thieves to steal letters from Velar Labs.",
    "An official requested anonymity.",
    "“The ship is late,” Ann Lind complained.",
    "Ann Lind should keep the ships of Velar Labs repaired.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SaysoExtraction) self = extract (texts[i]);

      g_test_message ("%s: %s", texts[i], first_event (self) != NULL ? first_event (self)->title : "");
      g_assert_cmpuint (count_events (self), ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/events/events", test_events);
  g_test_add_func ("/events/range", test_range);
  g_test_add_func ("/events/titles", test_titles);
  g_test_add_func ("/events/wording", test_wording);
  g_test_add_func ("/events/hidden", test_hidden);
  g_test_add_func ("/events/triggers", test_triggers);
  g_test_add_func ("/events/roles", test_roles);
  g_test_add_func ("/events/control", test_control);
  g_test_add_func ("/events/act-of-object", test_act_of_object);
  g_test_add_func ("/events/negation", test_negation);
  g_test_add_func ("/events/nobody", test_nobody);
  g_test_add_func ("/events/time-of-thing", test_time_of_thing);
  g_test_add_func ("/events/step-back", test_step_back);
  g_test_add_func ("/events/salience", test_salience);
  g_test_add_func ("/events/retold", test_retold);
  g_test_add_func ("/events/not-retold", test_not_retold);
  g_test_add_func ("/events/narrative", test_narrative);
  g_test_add_func ("/events/counted", test_counted);

  return g_test_run ();
}

/* test-chronicle.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "casebook-fixture.h"
#include "sayso-chronicle.h"

#define N_EVENTS 400
#define N_DRAWS 300

/* From seconds to centuries, and open at either end; crowded into one year. */
static SaysoBounds
some_bounds (GRand *rand)
{
  static const gint64 lengths[] = { 0, 59, 3600, 86399, 86400, 2678400, 31535999, 320000000, 4000000000 };
  gint64 from = g_rand_int_range (rand, 0, 3) > 0
                    ? sayso_date_to_seconds (2015, 1, 1) + g_rand_int_range (rand, 0, 31536000)
                    : g_rand_double_range (rand, -4e10, 4e9);
  SaysoBounds bounds = { from, from + lengths[g_rand_int_range (rand, 0, G_N_ELEMENTS (lengths))] };

  switch (g_rand_int_range (rand, 0, 10))
    {
    case 0:
      return SAYSO_BOUNDS_UNKNOWN;
    case 1:
      bounds.earliest = SAYSO_OPEN_PAST;
      break;
    case 2:
      bounds.latest = SAYSO_OPEN_FUTURE;
      break;
    default:
      break;
    }

  return bounds;
}

static void
import_many (Fixture *fixture, GRand *rand)
{
  g_autoptr (SaysoDocument) document = fixture_document (7);
  g_autoptr (SaysoReading) reading = sayso_reading_new (sayso_document_get_text (document));
  g_autoptr (SaysoExtraction) x = sayso_extraction_new (reading);
  g_autoptr (SaysoCommand) command = NULL;
  SaysoExtractedActor actor = { g_strdup ("Ada Quill"), SAYSO_NAME_PERSON, FALSE, NULL };

  g_array_append_val (x->actors, actor);
  for (guint i = 0; i < N_EVENTS; i++)
    {
      SaysoExtractedEvent event = { .trigger = SAYSO_SPAN (i % 300, i % 300 + 1),
                                    .span = SAYSO_SPAN (0, 10),
                                    .title = g_strdup_printf ("Event %u", i),
                                    .kind = g_rand_int_range (rand, 0, 3),
                                    .time = SAYSO_NONE,
                                    .bounds = some_bounds (rand),
                                    .place = SAYSO_NONE,
                                    .claim = SAYSO_NONE,
                                    .dating = SAYSO_DATING_TIME,
                                    .doubted = i % 3 == 0,
                                    .same = SAYSO_NONE,
                                    .participants = g_array_new (FALSE, FALSE, sizeof (SaysoParticipant)) };
      SaysoParticipant participant = { "agent", 0, SAYSO_SPAN (0, 1) };

      if (i % 5 == 0)
        g_array_append_val (event.participants, participant);
      g_array_append_val (x->events, event);
    }
  command = sayso_command_new_import (document, x);
  g_assert_true (sayso_casebook_submit (fixture->casebook, command, NULL, NULL));
}

/* -- the same, counted one by one ------------------------------------------------------------------------- */

static gint64
begin_of (const SaysoBounds *bounds)
{
  return bounds->earliest != SAYSO_OPEN_PAST ? bounds->earliest : bounds->latest;
}

static gint64
end_of (const SaysoBounds *bounds)
{
  return bounds->earliest == SAYSO_OPEN_PAST || bounds->latest == SAYSO_OPEN_FUTURE ? begin_of (bounds)
                                                                                    : bounds->latest;
}

static gboolean
lies_within (const SaysoBounds *bounds, const SaysoBounds *window)
{
  return sayso_bounds_known (bounds) && begin_of (bounds) <= window->latest && end_of (bounds) >= window->earliest;
}

static void
check_counts (SaysoChronicle *chronicle, GPtrArray *events)
{
  for (SaysoEventKind kind = 0; kind < SAYSO_N_EVENT_KINDS; kind++)
    {
      guint within = 0, before = 0, after = 0, undated = 0;
      gint64 nearest_before = SAYSO_OPEN_PAST, nearest_after = SAYSO_OPEN_FUTURE;

      for (guint i = 0; i < events->len; i++)
        {
          SaysoEvent *event = g_ptr_array_index (events, i);
          const SaysoBounds *bounds = &event->bounds;

          if (event->kind != kind)
            continue;
          undated += !sayso_bounds_known (bounds);
          if (!sayso_bounds_known (bounds))
            continue;
          within += lies_within (bounds, &chronicle->window);
          before += end_of (bounds) < chronicle->window.earliest;
          after += begin_of (bounds) > chronicle->window.latest;
          if (begin_of (bounds) < chronicle->window.earliest)
            nearest_before = MAX (nearest_before, begin_of (bounds));
          if (begin_of (bounds) > chronicle->window.latest)
            nearest_after = MIN (nearest_after, begin_of (bounds));
        }
      g_assert_cmpuint (chronicle->n_undated[kind], ==, undated);
      g_assert_cmpuint (chronicle->n_within[kind], ==, within);
      g_assert_cmpuint (chronicle->n_before[kind], ==, before);
      g_assert_cmpuint (chronicle->n_after[kind], ==, after);
      g_assert_cmpint (chronicle->nearest_before[kind], ==, nearest_before);
      g_assert_cmpint (chronicle->nearest_after[kind], ==, nearest_after);
    }
}

static gboolean
is_shown (SaysoChronicle *chronicle, gint64 id)
{
  for (guint i = 0; i < chronicle->moments->len; i++)
    if (g_array_index (chronicle->moments, SaysoMoment, i).id == id)
      return TRUE;

  return FALSE;
}

/* Each event in the window is shown or counted, and once. */
static void
check_guarantee (SaysoChronicle *chronicle, GPtrArray *events, guint max_moments)
{
  g_autofree guint *counted = g_new0 (guint, chronicle->crowds->len + 1);
  guint n_shown = 0;

  for (guint i = 0; i < events->len; i++)
    {
      SaysoEvent *event = g_ptr_array_index (events, i);
      guint n = 0;

      if (is_shown (chronicle, sayso_item_get_id (SAYSO_ITEM (event))))
        {
          g_assert_true (lies_within (&event->bounds, &chronicle->window));
          n_shown++;
          continue;
        }
      if (!lies_within (&event->bounds, &chronicle->window))
        continue;
      for (guint j = 0; j < chronicle->crowds->len; j++)
        {
          const SaysoCrowd *crowd = &g_array_index (chronicle->crowds, SaysoCrowd, j);

          if (crowd->kind == event->kind && begin_of (&event->bounds) >= crowd->from &&
              begin_of (&event->bounds) <= crowd->to)
            {
              counted[j]++;
              n++;
            }
        }
      g_assert_cmpuint (n, ==, 1);
    }
  g_assert_cmpuint (n_shown, ==, chronicle->moments->len);
  g_assert_cmpuint (n_shown, <=, max_moments);
  for (guint j = 0; j < chronicle->crowds->len; j++)
    {
      const SaysoCrowd *crowd = &g_array_index (chronicle->crowds, SaysoCrowd, j);

      g_assert_cmpuint (crowd->n, ==, counted[j]);
      if (crowd->from >= chronicle->window.earliest)
        g_assert_cmpint (crowd->to - crowd->from + 1, ==, chronicle->width);
    }
}

static void
draw_and_check (Fixture *fixture, GRand *rand, const SaysoFilter *filter)
{
  g_autoptr (GPtrArray) events = fixture_query (fixture->casebook, SAYSO_ITEM_EVENT, filter, SAYSO_SORT_TEXT);

  for (guint i = 0; i < N_DRAWS; i++)
    {
      static const guint rooms[] = { 0, 5, 50, 1000 };
      guint room = rooms[i % G_N_ELEMENTS (rooms)];
      gint64 length = 1 + exp2 (g_rand_double_range (rand, 0, 36));
      gint64 from = i % 2 ? sayso_date_to_seconds (2015, 1, 1) + g_rand_int_range (rand, -1000000, 31536000)
                          : g_rand_double_range (rand, -4.2e10, 4.2e9);
      SaysoBounds window = { from, from + length };
      g_autoptr (GError) error = NULL;
      g_autoptr (SaysoChronicle) chronicle = NULL;

      if (i % 37 == 0)
        window = SAYSO_BOUNDS_UNKNOWN;
      chronicle = sayso_casebook_get_chronicle (fixture->casebook, filter, &window, 1 + length / 20, room, &error);
      g_assert_no_error (error);
      g_assert_cmpint (chronicle->window.earliest, <=,
                       window.earliest != SAYSO_OPEN_PAST ? window.earliest : G_MAXINT64);
      g_assert_cmpint (chronicle->window.latest, >=, window.latest != SAYSO_OPEN_FUTURE ? window.latest : G_MININT64);
      check_counts (chronicle, events);
      check_guarantee (chronicle, events, room);
    }
}

static void
do_something (Fixture *fixture, GRand *rand)
{
  gint64 id = g_rand_int_range (rand, 1, N_EVENTS + 1);
  g_autoptr (SaysoCommand) command = NULL;
  static const char *dates[] = { "2015-03", "1066", "201X", "2015-06-03T10:15:00", NULL };

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      command = sayso_command_new_decide (SAYSO_ITEM_EVENT, id, SAYSO_STANDING_REJECTED);
      break;
    case 1:
      command = sayso_command_new_decide (SAYSO_ITEM_EVENT, id, SAYSO_STANDING_CONFIRMED);
      break;
    case 2:
      command = sayso_command_new_edit (SAYSO_ITEM_EVENT, id, "when",
                                        dates[g_rand_int_range (rand, 0, G_N_ELEMENTS (dates))]);
      break;
    case 3:
      command = sayso_command_new_edit (SAYSO_ITEM_EVENT, id, "kind", id % 2 ? "reported" : "learned");
      break;
    case 4:
      sayso_casebook_undo (fixture->casebook, NULL);
      return;
    default:
      sayso_casebook_redo (fixture->casebook, NULL);
      return;
    }
  sayso_casebook_submit (fixture->casebook, command, NULL, NULL);
}

static void
test_guarantee (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  g_autoptr (SaysoFilter) doubted = sayso_filter_new (), rejected = sayso_filter_new (), actor = sayso_filter_new (),
                          range = sayso_filter_new ();
  g_autoptr (SaysoCommand) remove = sayso_command_new_remove (1);
  g_autoptr (GPtrArray) problems = NULL;

  import_many (fixture, rand);
  draw_and_check (fixture, rand, NULL);
  for (guint i = 0; i < 120; i++)
    do_something (fixture, rand);
  fixture_import (fixture->casebook, 1);
  draw_and_check (fixture, rand, NULL);

  doubted->doubted = TRUE;
  draw_and_check (fixture, rand, doubted);
  rejected->rejected = TRUE;
  draw_and_check (fixture, rand, rejected);
  actor->actor = 1;
  draw_and_check (fixture, rand, actor);
  g_assert_true (sayso_bounds_parse ("2015-02-01", "2015-03-31", &range->range));
  draw_and_check (fixture, rand, range);

  g_assert_true (sayso_casebook_submit (fixture->casebook, remove, NULL, NULL));
  draw_and_check (fixture, rand, NULL);
  g_assert_true (sayso_casebook_undo (fixture->casebook, NULL));
  draw_and_check (fixture, rand, NULL);
  g_assert_true (sayso_casebook_check (fixture->casebook, &problems, NULL));
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_extent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (SaysoFilter) rejected = sayso_filter_new ();
  gint64 earliest, latest, earliest_of_all, latest_of_all;

  import_many (fixture, rand);
  rejected->rejected = TRUE;
  g_assert_true (sayso_casebook_get_extent (fixture->casebook, NULL, &earliest, &latest, NULL));
  g_assert_true (sayso_casebook_get_extent (fixture->casebook, rejected, &earliest_of_all, &latest_of_all, NULL));
  g_assert_cmpint (earliest, ==, earliest_of_all);
  g_assert_cmpint (latest, ==, latest_of_all);
}

/* Nothing, and nonsense. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  SaysoBounds nowhere = SAYSO_BOUNDS_UNKNOWN, far = { SAYSO_OPEN_PAST + 1, SAYSO_OPEN_FUTURE - 1 };
  g_autoptr (SaysoChronicle) chronicle =
      sayso_casebook_get_chronicle (fixture->casebook, NULL, &nowhere, 3600, 100, NULL);
  g_autoptr (SaysoChronicle) everywhere = NULL;
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (chronicle->moments->len + chronicle->crowds->len, ==, 0);
  g_assert_false (sayso_bounds_known (&chronicle->window));

  fixture_import (fixture->casebook, 1);
  everywhere = sayso_casebook_get_chronicle (fixture->casebook, NULL, &far, 1, 100, NULL);
  g_assert_cmpuint (everywhere->moments->len, ==,
                    everywhere->n_within[0] + everywhere->n_within[1] + everywhere->n_within[2]);
  g_assert_cmpuint (everywhere->moments->len, >, 0);

  filter->text = g_strdup ("tag: OR");
  g_assert_null (sayso_casebook_get_chronicle (fixture->casebook, filter, &far, 1, 100, &error));
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_QUERY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/chronicle/guarantee", Fixture, NULL, fixture_set_up, test_guarantee, fixture_tear_down);
  g_test_add ("/chronicle/extent", Fixture, NULL, fixture_set_up, test_extent, fixture_tear_down);
  g_test_add ("/chronicle/empty", Fixture, NULL, fixture_set_up, test_empty, fixture_tear_down);

  return g_test_run ();
}

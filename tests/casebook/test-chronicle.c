/* test-chronicle.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "casebook-fixture.h"
#include "sayso-chronicle.h"
#include "sayso-extract-enums.h"
#include "sayso-reader-enums.h"
#include "sayso-remarks.h"

#define N_EVENTS 400
#define N_ARTICLES 40
#define N_DRAWS 60

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

static SaysoDocument *
some_document (guint number)
{
  static const char *outlets[] = { "Vellmar Courier", NULL, "vellmar courier", "Quay Post", "Tarn Times" };
  g_autofree char *words = g_strdup_printf ("In article %u much was invented, and nothing of it is true.", number);
  g_autoptr (SaysoText) text = sayso_text_new (words, -1);
  g_autoptr (GBytes) bytes = g_bytes_new (words, strlen (words));
  SaysoMetadata metadata = { .title = g_strdup_printf ("Article %u", number),
                             .publisher = g_strdup (outlets[number % G_N_ELEMENTS (outlets)]) };

  return sayso_document_new (bytes, words, "text/plain", &metadata, text);
}

static void
add_event (SaysoExtraction *x, GRand *rand, guint i)
{
  SaysoExtractedEvent event = { .trigger = SAYSO_SPAN (i % 30, i % 30 + 1),
                                .span = SAYSO_SPAN (0, 10),
                                .title = g_strdup_printf ("Event %u", i),
                                .kind = g_rand_int_range (rand, 0, 3),
                                .time = SAYSO_NONE,
                                .bounds = some_bounds (rand),
                                .place = SAYSO_NONE,
                                .claim = i % 4 == 0 ? i % x->claims->len : SAYSO_NONE,
                                .dating = SAYSO_DATING_TIME,
                                .doubted = i % 3 == 0,
                                .same = SAYSO_NONE,
                                .participants = g_array_new (FALSE, FALSE, sizeof (SaysoParticipant)) };
  SaysoParticipant agent = { "agent", i % x->actors->len, SAYSO_SPAN (0, 1) };
  SaysoParticipant other = { "patient", i % 3 % x->actors->len, SAYSO_SPAN (0, 1) };

  if (i % 2 == 0)
    g_array_append_val (event.participants, other);
  if (i % 5 == 0)
    g_array_append_val (event.participants, agent);
  g_array_append_val (x->events, event);
}

static void
import_many (Fixture *fixture, GRand *rand)
{
  for (guint number = 0; number < N_ARTICLES; number++)
    {
      g_autoptr (SaysoDocument) document = some_document (number);
      g_autoptr (SaysoReading) reading = sayso_reading_new (sayso_document_get_text (document));
      g_autoptr (SaysoExtraction) x = sayso_extraction_new (reading);
      g_autoptr (SaysoCommand) command = NULL;
      SaysoExtractedActor ada = { g_strdup ("Ada Quill"), SAYSO_NAME_PERSON, FALSE, NULL };
      SaysoExtractedActor other = { g_strdup_printf ("Company %c", 'A' + number % 26), SAYSO_NAME_ORGANIZATION, FALSE,
                                    NULL };

      g_array_append_val (x->actors, ada);
      g_array_append_val (x->actors, other);
      for (guint i = 0; i < 3; i++)
        {
          SaysoExtractedClaim claim = { .source = g_array_new (FALSE, FALSE, sizeof (SaysoSpan)),
                                        .cue = g_array_new (FALSE, FALSE, sizeof (SaysoSpan)),
                                        .content = g_array_new (FALSE, FALSE, sizeof (SaysoSpan)),
                                        .source_kind = g_rand_int_range (rand, 0, 6),
                                        .source_actor = SAYSO_NONE,
                                        .title = g_strdup ("That it is so"),
                                        .parent = SAYSO_NONE };
          SaysoSpan content = SAYSO_SPAN (0, 10);

          g_array_append_val (claim.content, content);
          g_array_append_val (x->claims, claim);
        }
      for (guint i = 0; i < N_EVENTS / N_ARTICLES; i++)
        add_event (x, rand, number + i);
      command = sayso_command_new_import (document, x);
      g_assert_true (sayso_casebook_submit (fixture->casebook, command, NULL, NULL));
    }
}

static void
tag_some (Fixture *fixture)
{
  for (gint64 id = 1; id < N_EVENTS; id += 3)
    {
      static const char *tags[] = { "Follow up", "check", "Zeta" };
      g_autoptr (SaysoCommand) command = sayso_command_new_tag (SAYSO_ITEM_EVENT, id, tags[id % 7 % 3]);

      g_assert_true (sayso_casebook_submit (fixture->casebook, command, NULL, NULL));
    }
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

static char *
nick_of (GType type, int value)
{
  g_autoptr (GEnumClass) values = g_type_class_ref (type);

  return g_strdup (g_enum_get_value (values, value)->value_nick);
}

static char *
key_of (SaysoCasebook *casebook, SaysoEvent *event, SaysoLanes lanes, GHashTable *tags)
{
  g_autoptr (SaysoItem) item = NULL;
  const SaysoEventRole *role = NULL;
  gint64 id = sayso_item_get_id (SAYSO_ITEM (event));

  switch (lanes)
    {
    case SAYSO_LANES_KIND:
      return nick_of (SAYSO_TYPE_EVENT_KIND, event->kind);
    case SAYSO_LANES_SOURCE:
      item = event->claim != 0 ? sayso_casebook_get (casebook, SAYSO_ITEM_CLAIM, event->claim, NULL) : NULL;
      return nick_of (SAYSO_TYPE_SOURCE_KIND, item != NULL ? SAYSO_CLAIM (item)->source_kind : SAYSO_SOURCE_AUTHOR);
    case SAYSO_LANES_OUTLET:
      item = sayso_casebook_get (casebook, SAYSO_ITEM_ARTICLE, event->article, NULL);
      return SAYSO_ARTICLE (item)->outlet != NULL ? g_utf8_casefold (SAYSO_ARTICLE (item)->outlet, -1) : g_strdup ("");
    case SAYSO_LANES_ARTICLE:
      return g_strdup_printf ("%" G_GINT64_FORMAT, event->article);
    case SAYSO_LANES_ACTOR:
      for (guint i = event->roles->len; i-- > 0;)
        if (role == NULL || !g_str_equal (role->role, "agent") ||
            g_str_equal (g_array_index (event->roles, SaysoEventRole, i).role, "agent"))
          role = &g_array_index (event->roles, SaysoEventRole, i);
      return role != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, role->actor) : g_strdup ("");
    default:
      return g_strdup (g_hash_table_contains (tags, &id) ? g_hash_table_lookup (tags, &id) : "");
    }
}

/* Event → the first of its tags. */
static GHashTable *
find_tags (SaysoCasebook *casebook)
{
  GHashTable *found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_auto (GStrv) tags = sayso_casebook_get_tags (casebook, NULL);

  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_autoptr (SaysoFilter) filter = sayso_filter_new ();
      g_autoptr (GPtrArray) events = NULL;

      filter->rejected = TRUE;
      filter->text = g_strdup_printf ("tag:\"%s\"", tags[i]);
      events = fixture_query (casebook, SAYSO_ITEM_EVENT, filter, SAYSO_SORT_TEXT);
      for (guint j = 0; j < events->len; j++)
        {
          gint64 id = sayso_item_get_id (g_ptr_array_index (events, j));

          if (!g_hash_table_contains (found, &id))
            g_hash_table_insert (found, g_memdup2 (&id, sizeof id), g_utf8_casefold (tags[i], -1));
        }
    }

  return found;
}

/* (element-type utf8): of each event the key of its lane */
static GPtrArray *
find_keys (SaysoCasebook *casebook, GPtrArray *events, SaysoLanes lanes)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) tags = find_tags (casebook);

  for (guint i = 0; i < events->len; i++)
    g_ptr_array_add (keys, key_of (casebook, g_ptr_array_index (events, i), lanes, tags));

  return keys;
}

static guint
lane_of (SaysoChronicle *chronicle, const char *key)
{
  guint others = SAYSO_NONE;

  for (guint i = 0; i < chronicle->lanes->len; i++)
    {
      const SaysoChronicleLane *lane = &g_array_index (chronicle->lanes, SaysoChronicleLane, i);

      if (lane->key == NULL)
        others = i;
      else if (g_str_equal (lane->key, key))
        return i;
    }
  g_assert_cmpuint (others, !=, SAYSO_NONE);

  return others;
}

static void
check_lane (SaysoChronicle *chronicle, guint i, GPtrArray *events, GPtrArray *keys)
{
  const SaysoChronicleLane *lane = &g_array_index (chronicle->lanes, SaysoChronicleLane, i);
  guint within = 0, before = 0, after = 0;
  gint64 nearest_before = SAYSO_OPEN_PAST, nearest_after = SAYSO_OPEN_FUTURE;

  for (guint j = 0; j < events->len; j++)
    {
      const SaysoBounds *bounds = &((SaysoEvent *) g_ptr_array_index (events, j))->bounds;

      if (!sayso_bounds_known (bounds) || lane_of (chronicle, g_ptr_array_index (keys, j)) != i)
        continue;
      within += lies_within (bounds, &chronicle->window);
      before += end_of (bounds) < chronicle->window.earliest;
      after += begin_of (bounds) > chronicle->window.latest;
      if (begin_of (bounds) < chronicle->window.earliest)
        nearest_before = MAX (nearest_before, begin_of (bounds));
      if (begin_of (bounds) > chronicle->window.latest)
        nearest_after = MIN (nearest_after, begin_of (bounds));
    }
  g_assert_cmpuint (lane->n_within, ==, within);
  g_assert_cmpuint (lane->n_before, ==, before);
  g_assert_cmpuint (lane->n_after, ==, after);
  if (lane->key == NULL)
    {
      g_assert_cmpuint (lane->n_lanes, >, 1);
      return;
    }
  g_assert_cmpint (lane->nearest_before, ==, nearest_before);
  g_assert_cmpint (lane->nearest_after, ==, nearest_after);
}

static void
check_counts (SaysoChronicle *chronicle, GPtrArray *events, GPtrArray *keys)
{
  guint undated = 0;

  g_assert_cmpuint (chronicle->lanes->len, <=, SAYSO_MOST_LANES + 3);
  for (guint i = 0; i < chronicle->lanes->len; i++)
    check_lane (chronicle, i, events, keys);
  for (guint i = 0; i < events->len; i++)
    undated += !sayso_bounds_known (&((SaysoEvent *) g_ptr_array_index (events, i))->bounds);
  g_assert_cmpuint (chronicle->n_undated, ==, undated);
}

static gboolean
is_shown (SaysoChronicle *chronicle, gint64 id, const char *key)
{
  for (guint i = 0; i < chronicle->moments->len; i++)
    if (g_array_index (chronicle->moments, SaysoMoment, i).id == id)
      {
        g_assert_cmpuint (g_array_index (chronicle->moments, SaysoMoment, i).lane, ==, lane_of (chronicle, key));
        return TRUE;
      }

  return FALSE;
}

/* Each event in the window is shown or counted, and once. */
static void
check_guarantee (SaysoChronicle *chronicle, GPtrArray *events, GPtrArray *keys, guint max_moments)
{
  g_autofree guint *counted = g_new0 (guint, chronicle->crowds->len + 1);
  guint n_shown = 0;

  for (guint i = 0; i < events->len; i++)
    {
      SaysoEvent *event = g_ptr_array_index (events, i);
      guint n = 0;

      if (is_shown (chronicle, sayso_item_get_id (SAYSO_ITEM (event)), g_ptr_array_index (keys, i)))
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

          if (crowd->lane == lane_of (chronicle, g_ptr_array_index (keys, i)) &&
              begin_of (&event->bounds) >= crowd->from && begin_of (&event->bounds) <= crowd->to)
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
draw_lanes (Fixture *fixture, GRand *rand, const SaysoFilter *filter, SaysoLanes lanes)
{
  g_autoptr (GPtrArray) events = fixture_query (fixture->casebook, SAYSO_ITEM_EVENT, filter, SAYSO_SORT_TEXT);
  g_autoptr (GPtrArray) keys = find_keys (fixture->casebook, events, lanes);

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
      chronicle =
          sayso_casebook_get_chronicle (fixture->casebook, filter, lanes, &window, 1 + length / 20, room, &error);
      g_assert_no_error (error);
      g_assert_cmpint (chronicle->window.earliest, <=,
                       window.earliest != SAYSO_OPEN_PAST ? window.earliest : G_MAXINT64);
      g_assert_cmpint (chronicle->window.latest, >=, window.latest != SAYSO_OPEN_FUTURE ? window.latest : G_MININT64);
      check_counts (chronicle, events, keys);
      check_guarantee (chronicle, events, keys, room);
    }
}

static void
draw_and_check (Fixture *fixture, GRand *rand, const SaysoFilter *filter)
{
  for (SaysoLanes lanes = SAYSO_LANES_KIND; lanes <= SAYSO_LANES_TAG; lanes++)
    draw_lanes (fixture, rand, filter, lanes);
}

static void
do_something (Fixture *fixture, GRand *rand)
{
  gint64 id = g_rand_int_range (rand, 1, N_EVENTS + 1);
  g_autoptr (SaysoCommand) command = NULL;
  static const char *dates[] = { "2015-03", "1066", "201X", "2015-06-03T10:15:00", NULL };

  switch (g_rand_int_range (rand, 0, 7))
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
      command = sayso_command_new_edit (SAYSO_ITEM_CLAIM, 1 + id % (3 * N_ARTICLES), "source-kind",
                                        id % 2 ? "anonymous" : "document");
      break;
    case 5:
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
  tag_some (fixture);
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
      sayso_casebook_get_chronicle (fixture->casebook, NULL, SAYSO_LANES_KIND, &nowhere, 3600, 100, NULL);
  g_autoptr (SaysoChronicle) everywhere = NULL;
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (GError) error = NULL;
  guint n_within = 0;

  g_assert_cmpuint (chronicle->moments->len + chronicle->crowds->len, ==, 0);
  g_assert_false (sayso_bounds_known (&chronicle->window));

  fixture_import (fixture->casebook, 1);
  everywhere = sayso_casebook_get_chronicle (fixture->casebook, NULL, SAYSO_LANES_KIND, &far, 1, 100, NULL);
  for (guint i = 0; i < everywhere->lanes->len; i++)
    n_within += g_array_index (everywhere->lanes, SaysoChronicleLane, i).n_within;
  g_assert_cmpuint (everywhere->moments->len, ==, n_within);
  g_assert_cmpuint (everywhere->moments->len, >, 0);

  filter->text = g_strdup ("tag: OR");
  g_assert_null (sayso_casebook_get_chronicle (fixture->casebook, filter, SAYSO_LANES_KIND, &far, 1, 100, &error));
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

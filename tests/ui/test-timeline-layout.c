/* test-timeline-layout.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-layout.h"

#include <math.h>
#include <string.h>

#define DAY ((double) SAYSO_SECONDS_A_DAY)

static double
measure (const char *text, gpointer user_data)
{
  return 7.0 * g_utf8_strlen (text, -1);
}

static SaysoTimelineEvent
make_event (gint64 id, const char *title, const char *earliest, const char *latest)
{
  SaysoTimelineEvent event = { .id = id, .title = title, .source = SAYSO_SOURCE_AUTHOR, .group = SAYSO_NONE };

  g_assert_true (sayso_bounds_parse (earliest, latest, &event.bounds));

  return event;
}

static SaysoTimelineParams
make_params (int year, double days, double width)
{
  return (SaysoTimelineParams) {
    .left = sayso_date_to_seconds (year, 1, 1),
    .scale = width / (days * DAY),
    .width = width,
    .max_rows = 4,
    .max_lanes = 3,
    .row_height = 24,
    .padding = 3,
    .measure = measure,
  };
}

static const SaysoTimelineMark *
find_mark (const SaysoTimelineLayout *layout, gint64 id)
{
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const SaysoTimelineMark *mark = &g_array_index (layout->marks, SaysoTimelineMark, i);

      if (mark->shape != SAYSO_SHAPE_COUNT &&
          g_array_index (layout->data->events, SaysoTimelineEvent, mark->event).id == id)
        return mark;
    }

  return NULL;
}

/* A made-up affair, with every way of dating. */
static SaysoTimelineData *
make_data (void)
{
  SaysoTimelineData *data = sayso_timeline_data_new (SAYSO_LANES_KIND);
  SaysoTimelineEvent event;

  event = make_event (1, "Ledgers copied", "2019-03-01", "2019-06-30");
  event.bounds.lasting = TRUE;
  sayso_timeline_data_add (data, &event);
  event = make_event (2, "Copying noticed", "2019-06-11", "2019-06-20");
  event.kind = SAYSO_EVENT_LEARNED;
  sayso_timeline_data_add (data, &event);
  event = make_event (3, "Story printed", "2019-08-02", "2019-08-02");
  event.kind = SAYSO_EVENT_REPORTED;
  sayso_timeline_data_add (data, &event);
  event = make_event (4, "Old break-in", NULL, "2017-12-31");
  sayso_timeline_data_add (data, &event);
  event = make_event (5, "Hearing", "2021-02-01", "2021-02-28");
  sayso_timeline_data_add (data, &event);
  event = make_event (6, "Nobody knows when", NULL, NULL);
  sayso_timeline_data_add (data, &event);
  sayso_timeline_data_finish (data);

  return data;
}

static void
test_shapes (void)
{
  g_autoptr (SaysoTimelineData) data = make_data ();
  SaysoTimelineParams params = make_params (2019, 365, 1000);
  g_autoptr (SaysoTimelineLayout) layout = sayso_timeline_layout_new (data, &params, NULL);
  const SaysoTimelineMark *mark;

  g_assert_cmpuint (data->events->len, ==, 5);
  g_assert_cmpuint (data->undated->len, ==, 1);
  g_assert_cmpuint (layout->lanes->len, ==, 3);

  mark = find_mark (layout, 1);
  g_assert_nonnull (mark);
  g_assert_cmpint (mark->shape, ==, SAYSO_SHAPE_BAR);
  g_assert_cmpint (mark->label, ==, SAYSO_LABEL_INSIDE);
  g_assert_cmpfloat_with_epsilon (mark->x0, 59 / 0.365, 0.01);
  g_assert_cmpfloat_with_epsilon (mark->x1, 181 / 0.365, 0.01);

  /* Ten days are a band of ten days, never a point; one day is a glyph around its middle. */
  mark = find_mark (layout, 2);
  g_assert_cmpint (mark->shape, ==, SAYSO_SHAPE_BAND);
  g_assert_cmpfloat_with_epsilon (mark->x1 - mark->x0, 10 / 0.365, 0.01);
  mark = find_mark (layout, 3);
  g_assert_cmpint (mark->shape, ==, SAYSO_SHAPE_POINT);
  g_assert_cmpfloat_with_epsilon (mark->x0 / 2 + mark->x1 / 2, 213.5 / 0.365, 0.01);

  /* What is out of view is counted at the lane's edge, with the nearest to go to. */
  g_assert_null (find_mark (layout, 4));
  g_assert_null (find_mark (layout, 5));
  {
    const SaysoTimelineLane *lane = &g_array_index (layout->lanes, SaysoTimelineLane, 0);

    g_assert_cmpuint (lane->before, ==, 1);
    g_assert_cmpuint (lane->after, ==, 1);
    g_assert_cmpint (g_array_index (data->events, SaysoTimelineEvent, lane->nearest_before).id, ==, 4);
    g_assert_cmpint (g_array_index (data->events, SaysoTimelineEvent, lane->nearest_after).id, ==, 5);
  }
}

static void
test_crowded (void)
{
  g_autoptr (SaysoTimelineData) data = sayso_timeline_data_new (SAYSO_LANES_KIND);
  SaysoTimelineParams params = make_params (2019, 365, 1000);
  g_autoptr (SaysoTimelineLayout) layout = NULL, selected = NULL;
  const SaysoTimelineMark *count;

  for (guint i = 0; i < 3; i++)
    {
      SaysoTimelineEvent event =
          make_event (i + 1, "Call", (const char *[]) { "2019-05-02", "2019-05-03", "2019-05-04" }[i],
                      (const char *[]) { "2019-05-02", "2019-05-03", "2019-05-04" }[i]);

      sayso_timeline_data_add (data, &event);
    }
  for (guint i = 0; i < 3; i++)
    {
      SaysoTimelineEvent event = make_event (i + 11, "Same day", "2019-09-09", "2019-09-09");

      sayso_timeline_data_add (data, &event);
    }
  sayso_timeline_data_finish (data);

  layout = sayso_timeline_layout_new (data, &params, NULL);
  g_assert_cmpuint (layout->marks->len, ==, 4);
  count = sayso_timeline_layout_hit (layout, 122.5 / 0.365, 15);
  g_assert_nonnull (count);
  g_assert_cmpint (count->shape, ==, SAYSO_SHAPE_COUNT);
  g_assert_cmpuint (count->n_members, ==, 3);

  /* Those that no zoom tells apart stand one below the other. */
  for (guint i = 0; i < 3; i++)
    g_assert_nonnull (find_mark (layout, 11 + i));

  /* The selected one is never hidden in a count. */
  params.selected = 2;
  selected = sayso_timeline_layout_new (data, &params, layout);
  g_assert_nonnull (find_mark (selected, 2));
}

static SaysoTimelineData *
random_data (GRand *random, guint n, double years, SaysoLanes lanes)
{
  SaysoTimelineData *data = sayso_timeline_data_new (lanes);
  guint actors[6];

  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    actors[i] = sayso_timeline_data_add_group (data, i + 1, "Somebody", SAYSO_NAME_OTHER);
  for (guint i = 0; i < n; i++)
    {
      static const double lengths[] = { 1, 1, 1, 10, 30, 90, 365, 3000 };
      SaysoTimelineEvent event = { .id = i + 1, .title = "A title of some length" + g_rand_int_range (random, 0, 20) };
      gint64 day = g_rand_double_range (random, 0, years * 365);

      event.bounds.earliest = sayso_date_to_seconds (2000, 1, 1) + day * SAYSO_SECONDS_A_DAY;
      event.bounds.latest = event.bounds.earliest + lengths[g_rand_int_range (random, 0, 8)] * SAYSO_SECONDS_A_DAY - 1;
      event.bounds.lasting = g_rand_boolean (random);
      if (g_rand_int_range (random, 0, 40) == 0)
        event.bounds.earliest = SAYSO_OPEN_PAST;
      if (g_rand_int_range (random, 0, 40) == 0)
        event.bounds.latest = SAYSO_OPEN_FUTURE;
      event.kind = g_rand_int_range (random, 0, 3);
      event.standing = g_rand_int_range (random, 0, 3);
      event.doubted = g_rand_boolean (random);
      event.group = g_rand_boolean (random) ? actors[g_rand_int_range (random, 0, 6)] : SAYSO_NONE;
      sayso_timeline_data_add (data, &event);
    }
  sayso_timeline_data_finish (data);

  return data;
}

static void
check_layout (const SaysoTimelineLayout *layout)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n_hidden = 0, n_inside = 0, n_seen = 0;

  for (guint i = 0; i < layout->marks->len; i++)
    {
      const SaysoTimelineMark *mark = &g_array_index (layout->marks, SaysoTimelineMark, i);
      const SaysoTimelineMark *last = i > 0 ? mark - 1 : NULL;

      /* Nothing overlaps in a row, labels included. */
      g_assert_cmpfloat (mark->begin, <=, mark->x0);
      g_assert_cmpfloat (mark->end, >=, mark->x1);
      if (last != NULL && last->lane == mark->lane && last->row == mark->row)
        g_assert_cmpfloat (mark->begin, >=, last->end + 12);
      if (mark->label == SAYSO_LABEL_INSIDE)
        g_assert_cmpfloat (mark->x1 - mark->x0, >=, mark->label_width);
      g_assert_cmpuint (mark->row, <, g_array_index (layout->lanes, SaysoTimelineLane, mark->lane).n_rows);

      /* Every event once. */
      for (guint j = 0; j < (mark->shape == SAYSO_SHAPE_COUNT ? mark->n_known : 1); j++)
        {
          guint event =
              mark->shape == SAYSO_SHAPE_COUNT ? g_array_index (layout->members, guint, mark->first + j) : mark->event;

          g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (event + 1)));
        }
    }

  /* Every event in range is drawn or counted. */
  for (guint i = 0; i < layout->data->events->len; i++)
    {
      const SaysoTimelineEvent *event = &g_array_index (layout->data->events, SaysoTimelineEvent, i);
      double start = (sayso_timeline_event_start (event) - layout->params.left) * layout->params.scale;
      double end = (sayso_timeline_event_end (event) - layout->params.left) * layout->params.scale;

      if (end <= 0 || start >= layout->params.width)
        continue;
      n_inside++;
      n_seen += g_hash_table_contains (seen, GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < layout->lanes->len; i++)
    {
      const SaysoTimelineLane *lane = &g_array_index (layout->lanes, SaysoTimelineLane, i);

      n_hidden += lane->hidden;
      n_inside += lane->before + lane->after;
      n_seen += lane->before + lane->after;
      if (layout->params.max_rows > 0)
        g_assert_cmpuint (lane->n_rows, <=, layout->params.max_rows);
    }
  g_assert_cmpuint (n_inside, ==, layout->data->events->len);
  g_assert_cmpuint (n_seen + n_hidden, ==, n_inside);
}

static void
check_hits (const SaysoTimelineLayout *layout)
{
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const SaysoTimelineMark *mark = &g_array_index (layout->marks, SaysoTimelineMark, i);
      double y = sayso_timeline_layout_row_y (layout, mark->lane, mark->row);

      g_assert_true (sayso_timeline_layout_hit (layout, mark->begin / 2 + mark->end / 2, y) == mark);
      g_assert_true (sayso_timeline_layout_hit (layout, mark->begin, y) == mark);
      g_assert_true (sayso_timeline_layout_hit (layout, mark->end, y) == mark);
      g_assert_null (sayso_timeline_layout_hit (layout, mark->end + 6, y));
    }
  g_assert_null (sayso_timeline_layout_hit (layout, 10, layout->height + 1));
  g_assert_null (sayso_timeline_layout_hit (layout, 10, -1));
}

/* Many events, at many scales, with text of many sizes, in lanes of all sorts. */
static void
test_any_events (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint round = 0; round < 150; round++)
    {
      g_autoptr (SaysoTimelineData) data =
          random_data (random, g_rand_int_range (random, 0, 600), g_rand_double_range (random, 0.1, 40),
                       round % (SAYSO_LANES_TAG + 1));
      g_autoptr (SaysoTimelineLayout) previous = NULL;
      double days = pow (10, g_rand_double_range (random, -1, 4.5));

      for (guint step = 0; step < 3; step++)
        {
          SaysoTimelineParams params = make_params (2000, days, 900);
          g_autoptr (SaysoTimelineLayout) layout = NULL;

          params.left += g_rand_double_range (random, -1, 40) * 365 * DAY;
          params.max_rows = round % 3 == 0 ? 0 : 4;
          params.max_lanes = round % 5 == 0 ? 3 : 12;
          params.text_scale = 1 + round % 4 * 0.5;
          params.selected = g_rand_int_range (random, 0, 600);
          layout = sayso_timeline_layout_new (data, &params, previous);
          check_layout (layout);
          check_hits (layout);
          g_clear_pointer (&previous, sayso_timeline_layout_unref);
          previous = g_steal_pointer (&layout);
        }
    }
}

static guint
count_around (const SaysoTimelineLayout *layout)
{
  guint n = 0;

  for (guint i = 0; i < layout->lanes->len; i++)
    n += g_array_index (layout->lanes, SaysoTimelineLane, i).before +
         g_array_index (layout->lanes, SaysoTimelineLane, i).after;

  return n;
}

/* Of very many events the smallest groups are one, which stays folded, and what is in no group has a lane as well: all
 * that the casebook counted is in some lane. */
static void
test_groups_of_many (void)
{
  g_autoptr (SaysoTimelineData) data = sayso_timeline_data_new (SAYSO_LANES_ARTICLE);
  SaysoTimelineParams params = make_params (2000, 900, 900);
  g_autoptr (SaysoTimelineLayout) few = NULL, all = NULL;
  const SaysoTimelineLane *rest;
  guint n = 0;

  data->partial = TRUE;
  for (guint i = 0; i < 25; i++)
    {
      guint group = sayso_timeline_data_add_group (data, i + 1, "An article", SAYSO_NAME_OTHER);
      SaysoTimelineGroup *added = &g_array_index (data->groups, SaysoTimelineGroup, group);
      SaysoTimelineCrowd crowd = { params.left + i * DAY, params.left + (i + 1) * DAY, group, 10 + i };

      added->n_groups = i == 20 ? 475 : 1;
      added->n_before = i == 20 ? 9000 : 100;
      added->n_after = 3;
      n += added->n_before + added->n_after;
      g_array_append_val (data->crowds, crowd);
    }
  data->ungrouped.n_before = 40;
  sayso_timeline_data_finish (data);
  n += 40;

  params.max_lanes = 12;
  few = sayso_timeline_layout_new (data, &params, NULL);
  g_assert_cmpuint (few->lanes->len, ==, 14);
  rest = &g_array_index (few->lanes, SaysoTimelineLane, 12);
  g_assert_cmpuint (rest->n_groups, ==, 12 + 475);
  g_assert_true (rest->folded);
  g_assert_cmpuint (g_array_index (few->lanes, SaysoTimelineLane, 13).before, ==, 40);
  g_assert_cmpuint (count_around (few), ==, n);

  /* The largest come first, however many events the rest has. */
  params.max_lanes = G_MAXUINT;
  all = sayso_timeline_layout_new (data, &params, few);
  g_assert_cmpuint (all->lanes->len, ==, 26);
  g_assert_cmpuint (g_array_index (all->lanes, SaysoTimelineLane, 0).n_groups, ==, 1);
  rest = &g_array_index (all->lanes, SaysoTimelineLane, 24);
  g_assert_cmpuint (rest->n_groups, ==, 475);
  g_assert_true (rest->folded);
  g_assert_cmpuint (count_around (all), ==, n);
}

/* How many of a count's events are in view: crowds by their middles, others where any part of them is. */
static guint
count_inside (const SaysoTimelineLayout *layout, const SaysoTimelineMark *mark)
{
  guint n = 0;

  for (guint i = 0; i < layout->data->crowds->len; i++)
    {
      const SaysoTimelineCrowd *crowd = &g_array_index (layout->data->crowds, SaysoTimelineCrowd, i);
      double x = (crowd->from / 2 + crowd->to / 2 - layout->params.left) * layout->params.scale;
      double bin = floor ((mark->x0 / 2 + mark->x1 / 2 + layout->params.left * layout->params.scale) / 48);

      if (crowd->group == mark->lane && x > 0 && x < layout->params.width &&
          floor ((x + layout->params.left * layout->params.scale) / 48) == bin)
        n += crowd->n;
    }
  for (guint i = 0; i < mark->n_known; i++)
    {
      const SaysoTimelineEvent *event = &g_array_index (layout->data->events, SaysoTimelineEvent,
                                                        g_array_index (layout->members, guint, mark->first + i));

      n += sayso_timeline_event_end (event) > layout->params.left &&
           (sayso_timeline_event_start (event) - layout->params.left) * layout->params.scale < layout->params.width;
    }

  return n;
}

/* Of very many events only numbers are known of some: none is lost between those and what is drawn. */
static void
test_crowds (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);

  for (guint round = 0; round < 100; round++)
    {
      g_autoptr (SaysoTimelineData) data = sayso_timeline_data_new (SAYSO_LANES_KIND);
      SaysoTimelineParams params = make_params (2000, pow (10, g_rand_double_range (random, 0, 3.5)), 900);
      g_autoptr (SaysoTimelineLayout) layout = NULL;
      guint n = 0, n_found = 0;

      data->partial = TRUE;
      for (guint i = 0; i < 60; i++)
        {
          double from = sayso_date_to_seconds (2000, 1, 1) + g_rand_double_range (random, -200, 1200) * DAY;
          SaysoTimelineCrowd crowd = { from, from + 6 * DAY, g_rand_int_range (random, 0, 3),
                                       g_rand_int_range (random, 1, 5000) };

          g_array_append_val (data->crowds, crowd);
          n += crowd.n;
        }
      for (guint i = 0; i < 60; i++)
        {
          SaysoTimelineEvent event = make_event (i + 1, "Call", NULL, NULL);

          event.bounds.earliest =
              sayso_date_to_seconds (2000, 1, 1) + g_rand_int_range (random, -200, 1200) * SAYSO_SECONDS_A_DAY;
          event.bounds.latest = event.bounds.earliest + SAYSO_SECONDS_A_DAY - 1;
          event.kind = g_rand_int_range (random, 0, 3);
          sayso_timeline_data_add (data, &event);
          n++;
        }
      for (guint kind = 0; kind < 3; kind++)
        {
          SaysoTimelineGroup *group = &g_array_index (data->groups, SaysoTimelineGroup, kind);

          group->n_before = 70;
          group->n_after = 7;
          n += 77;
        }
      sayso_timeline_data_finish (data);
      layout = sayso_timeline_layout_new (data, &params, NULL);

      for (guint i = 0; i < layout->lanes->len; i++)
        {
          const SaysoTimelineLane *lane = &g_array_index (layout->lanes, SaysoTimelineLane, i);

          n_found += lane->before + lane->after + lane->hidden;
        }
      for (guint i = 0; i < layout->marks->len; i++)
        {
          const SaysoTimelineMark *mark = &g_array_index (layout->marks, SaysoTimelineMark, i);
          const SaysoTimelineMark *last = i > 0 ? mark - 1 : NULL;

          if (last != NULL && last->lane == mark->lane && last->row == mark->row)
            g_assert_cmpfloat (mark->begin, >=, last->end + 12);
          if (mark->shape == SAYSO_SHAPE_COUNT)
            {
              g_assert_cmpuint (mark->n_known, <=, mark->n_members);
              g_assert_cmpfloat (mark->from, <=, mark->to);
            }
          /* Marks are made beyond the view, too; those are counted at its edges already. */
          if (mark->shape != SAYSO_SHAPE_COUNT)
            {
              double middle = mark->x0 / 2 + mark->x1 / 2, half = DAY * params.scale / 2;

              n_found += middle + half > 0 && middle - half < params.width;
            }
          else
            n_found += count_inside (layout, mark);
        }
      g_assert_cmpuint (n_found, ==, n);
    }
}

/* As the view is moved, what stays in it stays in its row. */
static void
test_rows_hold_still (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  g_autoptr (SaysoTimelineData) data = random_data (random, 200, 10, SAYSO_LANES_KIND);
  SaysoTimelineParams params = make_params (2003, 300, 900);
  g_autoptr (SaysoTimelineLayout) before = NULL, after = NULL;
  guint n_same = 0, n_both = 0;

  params.max_rows = 0;
  before = sayso_timeline_layout_new (data, &params, NULL);
  params.left += 20 * DAY;
  after = sayso_timeline_layout_new (data, &params, before);
  for (guint i = 0; i < before->marks->len; i++)
    {
      const SaysoTimelineMark *mark = &g_array_index (before->marks, SaysoTimelineMark, i);
      const SaysoTimelineMark *now;

      if (mark->shape == SAYSO_SHAPE_COUNT)
        continue;
      now = find_mark (after, g_array_index (data->events, SaysoTimelineEvent, mark->event).id);
      if (now == NULL)
        continue;
      n_both++;
      n_same += now->row == mark->row;
    }
  g_assert_cmpuint (n_both, >, 10);
  g_assert_cmpuint (n_same, >=, n_both * 9 / 10);
}

/* Selecting an event that has a row moves nothing. */
static void
test_selection_holds_still (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (21);
  g_autoptr (SaysoTimelineData) data = random_data (random, 60, 10, SAYSO_LANES_KIND);
  SaysoTimelineParams params = make_params (2003, 900, 900);
  g_autoptr (SaysoTimelineLayout) before = sayso_timeline_layout_new (data, &params, NULL);
  guint n_checked = 0;

  for (guint i = 0; i < before->marks->len; i++)
    {
      const SaysoTimelineMark *mark = &g_array_index (before->marks, SaysoTimelineMark, i);
      g_autoptr (SaysoTimelineLayout) after = NULL;

      if (mark->shape == SAYSO_SHAPE_COUNT || mark->x1 <= 0 || mark->x0 >= params.width)
        continue;
      params.selected = g_array_index (data->events, SaysoTimelineEvent, mark->event).id;
      after = sayso_timeline_layout_new (data, &params, before);
      g_assert_cmpuint (find_mark (after, params.selected)->row, ==, mark->row);
      if (mark->label != SAYSO_LABEL_NONE)
        g_assert_cmpint (find_mark (after, params.selected)->label, ==, mark->label);
      g_assert_cmpuint (after->marks->len, ==, before->marks->len);
      n_checked++;
    }
  g_assert_cmpuint (n_checked, >, 3);
}

static void
test_lanes_of_actors (void)
{
  g_autoptr (SaysoTimelineData) data = sayso_timeline_data_new (SAYSO_LANES_ACTOR);
  SaysoTimelineParams params = make_params (2019, 365, 1000);
  g_autoptr (SaysoTimelineLayout) layout = NULL, closed = NULL;
  g_autoptr (GArray) folded = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 group = 104;
  const SaysoTimelineLane *lane;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("Actor %u", i);
      guint actor = sayso_timeline_data_add_group (data, 100 + i, name, SAYSO_NAME_PERSON);

      for (guint j = 0; j <= i; j++)
        {
          SaysoTimelineEvent event = make_event (10 * i + j + 1, "Meeting", "2019-04-01", "2019-04-20");

          event.group = actor;
          sayso_timeline_data_add (data, &event);
        }
    }
  sayso_timeline_data_finish (data);
  layout = sayso_timeline_layout_new (data, &params, NULL);

  /* Three lanes, the busiest first, and the other two actors folded into one that counts. */
  g_assert_cmpuint (layout->lanes->len, ==, 4);
  lane = &g_array_index (layout->lanes, SaysoTimelineLane, 0);
  g_assert_cmpstr (g_array_index (data->groups, SaysoTimelineGroup, lane->key).name, ==, "Actor 4");
  g_assert_cmpuint (lane->hidden, ==, 1);
  lane = &g_array_index (layout->lanes, SaysoTimelineLane, 3);
  g_assert_true (lane->folded);
  g_assert_cmpuint (lane->n_groups, ==, 2);
  g_assert_cmpuint (lane->n_events, ==, 3);
  for (guint i = 0; i < layout->marks->len; i++)
    if (g_array_index (layout->marks, SaysoTimelineMark, i).lane == 3)
      g_assert_cmpuint (g_array_index (layout->marks, SaysoTimelineMark, i).n_members, ==, 3);

  /* A lane that is folded by hand counts what it has, in one row. */
  g_array_append_val (folded, group);
  params.folded = folded;
  closed = sayso_timeline_layout_new (data, &params, layout);
  lane = &g_array_index (closed->lanes, SaysoTimelineLane, 0);
  g_assert_true (lane->folded);
  g_assert_cmpuint (lane->hidden, ==, 0);
  g_assert_cmpuint (lane->n_rows, ==, 1);
  g_assert_cmpuint (g_array_index (closed->marks, SaysoTimelineMark, 0).n_members, ==, 5);
  g_assert_false (g_array_index (closed->lanes, SaysoTimelineLane, 1).folded);
}

static void
test_data (void)
{
  g_autoptr (SaysoTimelineData) data = make_data ();
  g_autoptr (SaysoTimelineData) empty = sayso_timeline_data_new (SAYSO_LANES_KIND);
  double from, to;
  guint bins[10];

  g_assert_true (sayso_timeline_data_extent (data, &from, &to));
  g_assert_cmpfloat (from, ==, sayso_date_to_seconds (2018, 1, 1));
  g_assert_cmpfloat (to, ==, sayso_date_to_seconds (2021, 3, 1));
  g_assert_false (sayso_timeline_data_extent (empty, &from, &to));
  g_assert_false (sayso_timeline_data_focus (empty, &from, &to));

  g_assert_cmpuint (sayso_timeline_data_count (data, sayso_date_to_seconds (2019, 6, 15),
                                               sayso_date_to_seconds (2019, 6, 16)),
                    ==, 2);
  g_assert_cmpuint (sayso_timeline_data_histogram (data, sayso_date_to_seconds (2017, 1, 1),
                                                   sayso_date_to_seconds (2022, 1, 1), bins, 10),
                    ==, 2);
  g_assert_cmpuint (sayso_timeline_data_find (data, 5), ==, 4);
  g_assert_cmpuint (sayso_timeline_data_find (data, 77), ==, SAYSO_NONE);
}

/* One early and one late outlier do not decide where to look first. */
static void
test_focus (void)
{
  g_autoptr (SaysoTimelineData) data = sayso_timeline_data_new (SAYSO_LANES_KIND);
  double from, to;

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *day = g_strdup_printf ("2019-0%u-10", i + 1);
      SaysoTimelineEvent event = make_event (i + 1, "Call", day, day);

      sayso_timeline_data_add (data, &event);
    }
  {
    SaysoTimelineEvent early = make_event (50, "Founded", "1904-01-01", "1904-12-31");
    SaysoTimelineEvent late = make_event (51, "Book", "2026-01-01", "2026-12-31");

    SaysoTimelineEvent near = make_event (52, "Hearing", "2019-08-20", "2019-10-10");

    sayso_timeline_data_add (data, &early);
    sayso_timeline_data_add (data, &late);
    sayso_timeline_data_add (data, &near);
  }
  sayso_timeline_data_finish (data);
  g_assert_true (sayso_timeline_data_focus (data, &from, &to));
  g_assert_cmpfloat (from, >=, sayso_date_to_seconds (2019, 1, 1));
  g_assert_cmpfloat (to, <=, sayso_date_to_seconds (2020, 1, 1));
  g_assert_cmpfloat (to, >=, sayso_date_to_seconds (2019, 10, 11));
}

/* What is known only to the month is shown with the whole month. */
static void
test_focus_on_one (void)
{
  g_autoptr (SaysoTimelineData) data = sayso_timeline_data_new (SAYSO_LANES_KIND);
  SaysoTimelineEvent event = make_event (1, "Denial", "2015-06-01", "2015-06-30");
  double from, to;

  sayso_timeline_data_add (data, &event);
  sayso_timeline_data_finish (data);
  g_assert_true (sayso_timeline_data_focus (data, &from, &to));
  g_assert_cmpfloat (from, <=, sayso_date_to_seconds (2015, 6, 1));
  g_assert_cmpfloat (to, >=, sayso_date_to_seconds (2015, 7, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-layout/shapes", test_shapes);
  g_test_add_func ("/timeline-layout/crowded", test_crowded);
  g_test_add_func ("/timeline-layout/any-events", test_any_events);
  g_test_add_func ("/timeline-layout/crowds", test_crowds);
  g_test_add_func ("/timeline-layout/groups-of-many", test_groups_of_many);
  g_test_add_func ("/timeline-layout/rows-hold-still", test_rows_hold_still);
  g_test_add_func ("/timeline-layout/selection-holds-still", test_selection_holds_still);
  g_test_add_func ("/timeline-layout/lanes-of-actors", test_lanes_of_actors);
  g_test_add_func ("/timeline-data/queries", test_data);
  g_test_add_func ("/timeline-data/focus", test_focus);
  g_test_add_func ("/timeline-data/focus-on-one", test_focus_on_one);
  return g_test_run ();
}

/* sayso-chronicle-count.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The lanes of a chronicle, and how many events there are in each. Of all events the casebook has counts, by lane and
 * bucket (see schema-15.sql); those of a filter were read, and are counted one by one. */

#include "sayso-chronicle-private.h"
#include "sayso-extract-enums.h"
#include "sayso-load.h"
#include "sayso-reader-enums.h"

/* The widths of which the casebook has counts (binary logarithms of seconds), widest first. */
static const guint widths[] = { 24, 21, 18, 15, 12 };

#define NARROWEST 12
#define ALL 63
#define UNDATED 0
#define NOWHERE G_MAXINT64

static SaysoStatement *
prepare (SaysoChronicleReading *self, const char *query, const char *lanes, const char *lane)
{
  SaysoStatement *row = sayso_connection_prepare (self->db, query);

  sayso_statement_bind_text (row, "lanes", lanes, -1);
  if (lane != NULL)
    sayso_statement_bind_text (row, "lane", lane, -1);

  return row;
}

static guint
count_all (SaysoChronicleReading *self, const char *lanes, const char *lane, gint64 width)
{
  SaysoStatement *row = prepare (self, "chronicle/all", lanes, lane);

  sayso_statement_bind_int (row, "width", width);

  return sayso_statement_run_int (row, 0);
}

/* -- lanes ---------------------------------------------------------------------------------------------- */

static void
add_lane (SaysoChronicleReading *self, const char *key, guint n_lanes)
{
  SaysoChronicleLane lane = { .key = g_strdup (key), .n_lanes = n_lanes };
  SaysoStatement *row;

  lane.nearest_before = SAYSO_OPEN_PAST;
  lane.nearest_after = SAYSO_OPEN_FUTURE;
  if (key != NULL && *key != '\0')
    {
      row = prepare (self, "chronicle/name", self->lanes, key);
      if (sayso_statement_next (row))
        {
          lane.name = sayso_statement_dup (row, "name");
          if (sayso_statement_text (row, "kind", NULL) != NULL)
            lane.kind = sayso_statement_enum (row, "kind", SAYSO_TYPE_NAME_KIND);
          sayso_statement_run (row);
        }
    }
  if (lane.key != NULL)
    g_hash_table_insert (self->by_key, lane.key, GUINT_TO_POINTER (self->result->lanes->len));
  g_array_append_val (self->result->lanes, lane);
}

static void
add_fixed (SaysoChronicleReading *self, GType type)
{
  g_autoptr (GEnumClass) values = g_type_class_ref (type);

  for (guint i = 0; i < values->n_values; i++)
    add_lane (self, values->values[i].value_nick, 1);
}

static guint
limit (guint n)
{
  return n > SAYSO_MOST_LANES + 1 ? SAYSO_MOST_LANES : n;
}

static void
add_most (SaysoChronicleReading *self)
{
  guint n = sayso_statement_run_int (prepare (self, "chronicle/lanes", self->lanes, NULL), 0);
  SaysoStatement *row = prepare (self, "chronicle/most", self->lanes, NULL);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  sayso_statement_bind_int (row, "lim", limit (n));
  while (sayso_statement_next (row))
    g_ptr_array_add (keys, sayso_statement_dup (row, "lane"));
  for (guint i = 0; i < keys->len; i++)
    add_lane (self, g_ptr_array_index (keys, i), 1);
  if (count_all (self, self->lanes, "", ALL) > 0)
    add_lane (self, "", 1);
  if (n > limit (n))
    add_lane (self, NULL, n - limit (n));
}

typedef struct
{
  const char *key;
  guint n;
} Tally;

static int
compare_tallies (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Tally *first = a, *second = b;

  return first->n != second->n ? (first->n > second->n ? -1 : 1) : g_strcmp0 (first->key, second->key);
}

static void
add_chosen (SaysoChronicleReading *self)
{
  g_autofree Tally *tallies = g_new0 (Tally, self->keys->len + 1);
  gboolean without = FALSE;
  guint n = 0;

  for (guint i = 0; i < self->keys->len; i++)
    tallies[i].key = g_ptr_array_index (self->keys, i);
  for (guint i = 0; i < self->begins->len; i++)
    {
      const SaysoBegin *begin = &g_array_index (self->begins, SaysoBegin, i);

      tallies[begin->lane].n += begin->at != SAYSO_OPEN_FUTURE;
    }
  for (guint i = 0; i < self->keys->len; i++)
    if (*tallies[i].key == '\0')
      {
        without = tallies[i].n > 0;
        tallies[i].n = 0;
      }
    else
      n += tallies[i].n > 0;
  g_sort_array (tallies, self->keys->len, sizeof *tallies, compare_tallies, NULL);
  for (guint i = 0; i < limit (n); i++)
    add_lane (self, tallies[i].key, 1);
  if (without)
    add_lane (self, "", 1);
  if (n > limit (n))
    add_lane (self, NULL, n - limit (n));
}

void
sayso_chronicle_choose_lanes (SaysoChronicleReading *self)
{
  if (g_str_equal (self->lanes, "kind"))
    add_fixed (self, SAYSO_TYPE_EVENT_KIND);
  else if (g_str_equal (self->lanes, "source"))
    add_fixed (self, SAYSO_TYPE_SOURCE_KIND);
  else
    (self->all ? add_most : add_chosen) (self);

  if (self->all)
    return;
  self->places = g_new0 (guint, self->keys->len + 1);
  for (guint i = 0; i < self->keys->len; i++)
    self->places[i] = sayso_chronicle_lane_of (self, g_ptr_array_index (self->keys, i));
}

/* What has no lane of its own is in the last. */
guint
sayso_chronicle_lane_of (SaysoChronicleReading *self, const char *key)
{
  gpointer lane;

  return g_hash_table_lookup_extended (self->by_key, key, NULL, &lane) ? GPOINTER_TO_UINT (lane)
                                                                       : self->result->lanes->len - 1;
}

/* Index of the lane of all others; none: that after the last. */
static guint
find_others (SaysoChronicleReading *self)
{
  guint n = self->result->lanes->len;

  return n > 0 && sayso_chronicle_lane (self, n - 1)->key == NULL ? n - 1 : n;
}

/* -- counting ------------------------------------------------------------------------------------------- */

typedef guint (*Count) (SaysoChronicleReading *self, const char *lanes, const char *lane, gint64 data);

static guint
count_before (SaysoChronicleReading *self, const char *lanes, const char *lane, gint64 at)
{
  SaysoStatement *row = prepare (self, "chronicle/before", lanes, lane);

  sayso_statement_bind_int (row, "at", at);

  return sayso_statement_run_int (row, 0);
}

/* Of all kinds: of all events. */
static guint
count_kinds (SaysoChronicleReading *self, Count count, gint64 data)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (SAYSO_TYPE_EVENT_KIND);
  guint n = 0;

  for (guint i = 0; i < kinds->n_values; i++)
    n += count (self, "kind", kinds->values[i].value_nick, data);

  return n;
}

static void
count_lanes (SaysoChronicleReading *self, Count count, gint64 data, guint *n)
{
  guint others = find_others (self);
  guint told = 0;

  for (guint i = 0; i < others; i++)
    told += n[i] = count (self, self->lanes, sayso_chronicle_lane (self, i)->key, data);
  if (others < self->result->lanes->len)
    n[others] = count_kinds (self, count, data) - told;
}

/* What is left between the last narrow bucket and a time is counted by events. */
static void
count_lanes_before (SaysoChronicleReading *self, gint64 at, guint *n)
{
  SaysoStatement *row = prepare (self, "chronicle/rest", self->lanes, NULL);

  count_lanes (self, count_before, at, n);
  sayso_statement_bind_int (row, "from", (at >> NARROWEST) * (G_GINT64_CONSTANT (1) << NARROWEST));
  sayso_statement_bind_int (row, "to", at);
  while (sayso_statement_next (row))
    n[sayso_chronicle_lane_of (self, sayso_statement_text (row, "lane", NULL))] += sayso_statement_int (row, "n");
}

/* Where events of each lane begin in one bucket: mostly the nearest of all lanes are in the same; not of articles,
 * which are small, and looked for one by one. */
typedef struct
{
  gint64 bucket;
  gint64 at[SAYSO_CHRONICLE_MAX_LANES];
} Ends;

static void
read_ends (SaysoChronicleReading *self, gint64 bucket, gint64 at, gboolean before, const char *only, Ends *ends)
{
  const gint64 width = G_GINT64_CONSTANT (1) << NARROWEST;
  SaysoStatement *row = prepare (self, "chronicle/ends", self->lanes, NULL);

  ends->bucket = only == NULL ? bucket : NOWHERE;
  if (only != NULL)
    sayso_statement_bind_text (row, "only", only, -1);
  for (guint i = 0; i < self->result->lanes->len; i++)
    ends->at[i] = before ? SAYSO_OPEN_PAST : SAYSO_OPEN_FUTURE;
  sayso_statement_bind_int (row, "from", before ? bucket * width : MAX (at, bucket * width));
  sayso_statement_bind_int (row, "to", before ? MIN (at, bucket * width + width - 1) : bucket * width + width - 1);
  while (sayso_statement_next (row))
    ends->at[sayso_chronicle_lane_of (self, sayso_statement_text (row, "lane", NULL))] =
        sayso_statement_int (row, before ? "last" : "first");
}

/* From bucket to bucket that is not empty: only the first may hold nothing on this side of @at. */
static gint64
find_nearest (SaysoChronicleReading *self, guint lane, gint64 at, gboolean before, Ends *ends)
{
  const gint64 open = before ? SAYSO_OPEN_PAST : SAYSO_OPEN_FUTURE;
  const char *key = sayso_chronicle_lane (self, lane)->key;
  const char *only = g_str_equal (self->lanes, "article") ? key : NULL;

  for (gint64 bucket = at >> NARROWEST; TRUE; bucket += before ? -1 : 1)
    {
      SaysoStatement *row = prepare (self, before ? "chronicle/last" : "chronicle/first", self->lanes, key);

      sayso_statement_bind_int (row, "bucket", bucket);
      bucket = sayso_statement_run_int (row, NOWHERE);
      if (bucket == NOWHERE)
        return open;
      if (ends->bucket != bucket)
        read_ends (self, bucket, at, before, only, ends);
      if (ends->at[lane] != open)
        return ends->at[lane];
    }
}

static void
count_of_all (SaysoChronicleReading *self, SaysoReaching *reaching)
{
  guint begun[SAYSO_CHRONICLE_MAX_LANES] = { 0 }, until[SAYSO_CHRONICLE_MAX_LANES] = { 0 };
  guint dated[SAYSO_CHRONICLE_MAX_LANES] = { 0 };
  Ends last = { NOWHERE }, first = { NOWHERE };
  SaysoStatement *row =
      sayso_load_prepare (self->db, SAYSO_ITEM_EVENT, "reaching", self->filter, sayso_connection_sql ("event/by-lane"));

  sayso_statement_bind_text (row, "lanes", self->lanes, -1);
  sayso_statement_bind_int (row, "from", self->from);
  while (sayso_statement_next (row))
    {
      guint i = sayso_chronicle_lane_of (self, sayso_statement_text (row, "lane", NULL));
      gint64 nearest = sayso_statement_int (row, "nearest");

      reaching->first[i] = reaching->n[i] > 0 ? MIN (reaching->first[i], nearest) : nearest;
      reaching->n[i] += sayso_statement_int (row, "n");
    }
  count_lanes_before (self, self->from, begun);
  count_lanes_before (self, self->to + 1, until);
  count_lanes (self, count_all, ALL, dated);
  for (guint i = 0; i < self->result->lanes->len; i++)
    {
      SaysoChronicleLane *lane = sayso_chronicle_lane (self, i);

      lane->n_before = begun[i] - reaching->n[i];
      lane->n_after = dated[i] - until[i];
      lane->n_within = until[i] - begun[i] + reaching->n[i];
      if (lane->key != NULL && begun[i] > 0)
        lane->nearest_before = find_nearest (self, i, self->from - 1, TRUE, &last);
      if (lane->key != NULL && lane->n_after > 0)
        lane->nearest_after = find_nearest (self, i, self->to + 1, FALSE, &first);
    }
}

static void
count_chosen (SaysoChronicleReading *self, SaysoReaching *reaching)
{
  for (guint i = 0; i < self->begins->len; i++)
    {
      const SaysoBegin *begin = &g_array_index (self->begins, SaysoBegin, i);
      guint place = self->places[begin->lane];
      SaysoChronicleLane *lane = sayso_chronicle_lane (self, place);

      if (begin->at == SAYSO_OPEN_FUTURE)
        break;
      if (begin->at > self->to)
        {
          if (lane->n_after++ == 0 && lane->key != NULL)
            lane->nearest_after = begin->at;
        }
      else if (begin->at >= self->from)
        {
          lane->n_within++;
        }
      else
        {
          if (lane->key != NULL)
            lane->nearest_before = begin->at;
          if (!sayso_chronicle_reaches_in (self, begin))
            {
              lane->n_before++;
              continue;
            }
          if (reaching->n[place]++ == 0)
            reaching->first[place] = begin->at;
          lane->n_within++;
        }
    }
}

void
sayso_chronicle_count (SaysoChronicleReading *self, SaysoReaching *reaching)
{
  (self->all ? count_of_all : count_chosen) (self, reaching);
}

/* What has no date at all: it is in no lane. */
guint
sayso_chronicle_count_undated (SaysoChronicleReading *self)
{
  guint n = 0;

  if (self->all)
    return count_kinds (self, count_all, UNDATED);
  for (guint i = self->begins->len; i-- > 0 && g_array_index (self->begins, SaysoBegin, i).at == SAYSO_OPEN_FUTURE;)
    n++;

  return n;
}

/* -- buckets -------------------------------------------------------------------------------------------- */

/* Adds how many of a lane begin in each bucket; @n: those of the window's first, each bucket @step further on. */
static void
add_counts (SaysoChronicleReading *self, const char *lanes, const char *lane, guint width, guint *n, guint step)
{
  SaysoStatement *row = prepare (self, "chronicle/begins", lanes, lane);

  sayso_statement_bind_int (row, "width", width);
  sayso_statement_bind_int (row, "shift", self->shift - width);
  sayso_statement_bind_int (row, "first", self->from >> width);
  sayso_statement_bind_int (row, "last", self->to >> width);
  while (sayso_statement_next (row))
    n[(sayso_statement_int (row, "bucket") - (self->from >> self->shift)) * step] += sayso_statement_int (row, "n");
}

static void
count_buckets (SaysoChronicleReading *self, guint width, guint *n, guint n_buckets)
{
  guint n_lanes = self->result->lanes->len, others = find_others (self);
  g_autoptr (GEnumClass) kinds = g_type_class_ref (SAYSO_TYPE_EVENT_KIND);

  for (guint i = 0; i < others; i++)
    add_counts (self, self->lanes, sayso_chronicle_lane (self, i)->key, width, n + i, n_lanes);
  if (others == n_lanes)
    return;
  for (guint i = 0; i < kinds->n_values; i++)
    add_counts (self, "kind", kinds->values[i].value_nick, width, n + others, n_lanes);
  for (guint bucket = 0; bucket < n_buckets; bucket++)
    for (guint i = 0; i < others; i++)
      n[bucket * n_lanes + others] -= n[bucket * n_lanes + i];
}

static void
read_counts (SaysoChronicleReading *self, guint *n)
{
  SaysoStatement *row =
      sayso_load_prepare (self->db, SAYSO_ITEM_EVENT, "begins", self->filter, sayso_connection_sql ("event/by-bucket"));

  sayso_statement_bind_text (row, "lanes", self->lanes, -1);
  sayso_statement_bind_int (row, "shift", self->shift);
  sayso_statement_bind_int (row, "from", self->from);
  sayso_statement_bind_int (row, "to", self->to);
  while (sayso_statement_next (row))
    n[(sayso_statement_int (row, "bucket") - (self->from >> self->shift)) * self->result->lanes->len +
      sayso_chronicle_lane_of (self, sayso_statement_text (row, "lane", NULL))] += sayso_statement_int (row, "n");
}

static void
find_counts (SaysoChronicleReading *self, guint *n)
{
  for (guint i = 0; i < self->begins->len; i++)
    {
      const SaysoBegin *begin = &g_array_index (self->begins, SaysoBegin, i);

      if (begin->at > self->to)
        break;
      if (begin->at >= self->from)
        n[((begin->at >> self->shift) - (self->from >> self->shift)) * self->result->lanes->len +
          self->places[begin->lane]]++;
    }
}

GArray *
sayso_chronicle_read_buckets (SaysoChronicleReading *self)
{
  GArray *buckets = g_array_new (FALSE, FALSE, sizeof (SaysoCrowd));
  gint64 first = self->from >> self->shift;
  guint n_lanes = self->result->lanes->len, n_buckets = (self->to >> self->shift) - first + 1, width = 0;
  g_autofree guint *n = g_new0 (guint, (gsize) n_buckets * n_lanes + 1);

  for (guint i = 0; width == 0 && i < G_N_ELEMENTS (widths); i++)
    width = widths[i] <= self->shift ? widths[i] : 0;
  if (!self->all)
    find_counts (self, n);
  else if (width == 0)
    read_counts (self, n);
  else
    count_buckets (self, width, n, n_buckets);

  for (guint bucket = 0; bucket < n_buckets; bucket++)
    for (guint i = 0; i < n_lanes; i++)
      {
        gint64 from = (first + bucket) * self->result->width;
        SaysoCrowd crowd = { from, from + self->result->width - 1, i, n[bucket * n_lanes + i] };

        if (crowd.n > 0)
          g_array_append_val (buckets, crowd);
      }

  return buckets;
}

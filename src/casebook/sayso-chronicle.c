/* sayso-chronicle.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-casebook-enums.h"
#include "sayso-casebook-private.h"
#include "sayso-chronicle-private.h"
#include "sayso-extract-enums.h"
#include "sayso-load.h"
#include "sayso-reader-enums.h"

/* No finer buckets than this many of a window, so that nobody waits for what no screen shows. */
#define MAX_BUCKETS 4096
/* Nothing lies further away, in seconds: thirty thousand million years. */
#define FAR_AWAY (G_GINT64_CONSTANT (1) << 60)

/* As the casebook calls them: see event/lane. */
static const char *const nicks[] = {
  [SAYSO_LANES_KIND] = "kind",     [SAYSO_LANES_ACTOR] = "actor",   [SAYSO_LANES_ARTICLE] = "article",
  [SAYSO_LANES_OUTLET] = "outlet", [SAYSO_LANES_SOURCE] = "source", [SAYSO_LANES_TAG] = "tag",
};

typedef SaysoChronicleReading Reading;

static void
moment_clear (gpointer data)
{
  g_free (((SaysoMoment *) data)->title);
}

static void
lane_clear (gpointer data)
{
  SaysoChronicleLane *lane = data;

  g_free (lane->key);
  g_free (lane->name);
}

void
sayso_chronicle_free (SaysoChronicle *self)
{
  g_array_unref (self->lanes);
  g_array_unref (self->moments);
  g_array_unref (self->crowds);
  g_free (self);
}

static SaysoChronicle *
chronicle_new (void)
{
  SaysoChronicle *self = g_new0 (SaysoChronicle, 1);

  self->window = SAYSO_BOUNDS_UNKNOWN;
  self->moments = g_array_new (FALSE, FALSE, sizeof (SaysoMoment));
  g_array_set_clear_func (self->moments, moment_clear);
  self->crowds = g_array_new (FALSE, FALSE, sizeof (SaysoCrowd));
  self->lanes = g_array_new (FALSE, FALSE, sizeof (SaysoChronicleLane));
  g_array_set_clear_func (self->lanes, lane_clear);

  return self;
}

/* What the casebook has counts of. */
static gboolean
is_counted (const SaysoFilter *filter, SaysoLanes lanes)
{
  g_autoptr (SaysoFilter) all = sayso_filter_new ();

  return lanes != SAYSO_LANES_ACTOR && lanes != SAYSO_LANES_TAG && sayso_filter_equal (filter, all);
}

static guint
count_reaching (Reading *self, const SaysoReaching *reaching)
{
  guint n = 0;

  for (guint i = 0; i < self->result->lanes->len; i++)
    n += reaching->n[i];

  return n;
}

static guint
count_within (Reading *self)
{
  guint n = 0;

  for (guint i = 0; i < self->result->lanes->len; i++)
    n += sayso_chronicle_lane (self, i)->n_within;

  return n;
}

/* -- events ------------------------------------------------------------------------------------------- */

/* Those of the filter that begin in a stretch of time, or reach into the window. */
static SaysoStatement *
prepare_chosen (Reading *self, gboolean reaching, gint64 from, gint64 to)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  SaysoStatement *row = sayso_connection_prepare (self->db, "event/moments-of");
  g_autofree char *json = NULL;

  for (guint i = 0; i < self->begins->len; i++)
    {
      const SaysoBegin *begin = &g_array_index (self->begins, SaysoBegin, i);

      if (reaching ? sayso_chronicle_reaches_in (self, begin) : begin->at >= from && begin->at <= to)
        g_array_append_val (ids, begin->id);
    }
  json = sayso_load_ids_json ((const gint64 *) ids->data, ids->len);
  sayso_statement_bind_text (row, "ids", json, -1);

  return row;
}

static SaysoStatement *
prepare_all (Reading *self, gboolean reaching, gint64 from, gint64 to)
{
  SaysoStatement *row =
      sayso_load_prepare (self->db, SAYSO_ITEM_EVENT, reaching ? "moments-reaching" : "moments", self->filter, NULL);

  sayso_statement_bind_int (row, "from", from);
  sayso_statement_bind_int (row, "to", to);

  return row;
}

static void
read_moments (Reading *self, gboolean reaching, gint64 from, gint64 to)
{
  SaysoStatement *row = (self->all ? prepare_all : prepare_chosen) (self, reaching, from, to);

  sayso_statement_bind_text (row, "lanes", self->lanes, -1);
  while (sayso_statement_next (row))
    {
      SaysoMoment moment = {
        .id = sayso_statement_int (row, "id"),
        .title = sayso_statement_dup (row, "title"),
        .bounds = { sayso_statement_int (row, "earliest"), sayso_statement_int (row, "latest"),
                    sayso_statement_int (row, "soft_start"), sayso_statement_int (row, "soft_end"),
                    sayso_statement_int (row, "lasting") },
        .kind = sayso_statement_enum (row, "kind", SAYSO_TYPE_EVENT_KIND),
        .voice = sayso_statement_enum (row, "voice", SAYSO_TYPE_VOICE),
        .standing = sayso_statement_enum (row, "standing", SAYSO_TYPE_STANDING),
        .doubted = sayso_statement_int (row, "doubted"),
        .source = SAYSO_SOURCE_AUTHOR,
        .lane = sayso_chronicle_lane_of (self, sayso_statement_text (row, "lane", NULL)),
      };

      if (sayso_statement_text (row, "source", NULL) != NULL)
        moment.source = sayso_statement_enum (row, "source", SAYSO_TYPE_SOURCE_KIND);
      g_array_append_val (self->result->moments, moment);
    }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint m = *(const guint *) a, n = *(const guint *) b;

  return (m > n) - (m < n);
}

/* Buckets of one time lie beside each other, a lane each. */
static guint
next_time (GArray *buckets, guint i, guint *n)
{
  gint64 from = g_array_index (buckets, SaysoCrowd, i).from;

  for (*n = 0; i < buckets->len && g_array_index (buckets, SaysoCrowd, i).from == from; i++)
    *n += g_array_index (buckets, SaysoCrowd, i).n;

  return i;
}

/* How many events a stretch may hold to be shown singly: as many as let the emptiest in, for @room events in all. */
static guint
find_limit (GArray *buckets, guint room)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  guint limit = 0, n;

  for (guint i = 0; i < buckets->len;)
    {
      i = next_time (buckets, i, &n);
      g_array_append_val (numbers, n);
    }
  g_array_sort (numbers, compare_numbers);
  for (guint i = 0, used = 0; i < numbers->len;)
    {
      guint size = g_array_index (numbers, guint, i);

      for (; i < numbers->len && g_array_index (numbers, guint, i) == size; i++)
        used += size;
      if (used > room)
        break;
      limit = size;
    }

  return limit;
}

/* Shows the emptiest stretches singly, each run of them with one reading, and counts the rest. */
static void
show (Reading *self, GArray *buckets, guint room)
{
  guint limit = find_limit (buckets, room), n;
  gint64 from = 0, to = 0;
  gboolean running = FALSE;

  for (guint i = 0; i < buckets->len;)
    {
      guint end = next_time (buckets, i, &n);
      const SaysoCrowd *bucket = &g_array_index (buckets, SaysoCrowd, i);

      if (n <= limit)
        {
          from = running ? from : bucket->from;
          to = bucket->to;
        }
      else
        {
          g_array_append_vals (self->result->crowds, bucket, end - i);
          if (running)
            read_moments (self, FALSE, from, to);
        }
      running = n <= limit;
      i = end;
    }
  if (running)
    read_moments (self, FALSE, from, to);
}

static void
add_reaching (Reading *self, const SaysoReaching *reaching)
{
  for (guint i = 0; i < self->result->lanes->len; i++)
    {
      SaysoCrowd crowd = { reaching->first[i], self->from - 1, i, reaching->n[i] };

      if (crowd.n > 0)
        g_array_append_val (self->result->crowds, crowd);
    }
}

static int
compare_moments (gconstpointer a, gconstpointer b)
{
  const SaysoMoment *m = a, *n = b;

  if (m->bounds.earliest != n->bounds.earliest)
    return m->bounds.earliest < n->bounds.earliest ? -1 : 1;
  if (m->bounds.latest != n->bounds.latest)
    return m->bounds.latest < n->bounds.latest ? -1 : 1;

  return (m->id > n->id) - (m->id < n->id);
}

static void
read_chronicle (Reading *self)
{
  SaysoReaching reaching = { 0 };
  guint room = self->max_moments;
  g_autoptr (GArray) buckets = NULL;

  sayso_chronicle_count (self, &reaching);
  buckets = sayso_chronicle_read_buckets (self);

  /* Where all are too many, those that reach in take no more than a quarter of the room. */
  if (count_reaching (self, &reaching) <= (count_within (self) <= room ? room : room / 4))
    {
      room -= count_reaching (self, &reaching);
      read_moments (self, TRUE, self->from, self->to);
    }
  else
    {
      add_reaching (self, &reaching);
    }
  show (self, buckets, room);
  g_array_sort (self->result->moments, compare_moments);
}

static gboolean
read_extent (SaysoConnection *db, GArray *begins, gint64 *earliest, gint64 *latest)
{
  SaysoStatement *row = begins == NULL ? sayso_connection_prepare (db, "chronicle/extent") : NULL;
  gboolean any = FALSE;

  for (guint i = 0; begins != NULL && i < begins->len; i++)
    {
      const SaysoBegin *begin = &g_array_index (begins, SaysoBegin, i);
      gint64 end = begin->latest != SAYSO_OPEN_FUTURE ? begin->latest : begin->at;

      if (begin->at == SAYSO_OPEN_FUTURE)
        break;
      *earliest = any ? *earliest : begin->at;
      *latest = any ? MAX (*latest, end) : end;
      any = TRUE;
    }
  if (row != NULL && sayso_statement_next (row))
    {
      any = sayso_statement_text (row, "earliest", NULL) != NULL;
      *earliest = sayso_statement_int (row, "earliest");
      *latest = sayso_statement_int (row, "latest");
      sayso_statement_run (row);
    }

  return any;
}

/* Whole buckets around what was asked for. Returns: whether there is anything to show */
static gboolean
set_window (Reading *self, const SaysoBounds *window, gint64 resolution)
{
  gint64 from = window->earliest, to = window->latest;

  if (from == SAYSO_OPEN_PAST || to == SAYSO_OPEN_FUTURE)
    {
      gint64 earliest, latest;

      if (!read_extent (self->db, self->begins, &earliest, &latest))
        return FALSE;
      from = from == SAYSO_OPEN_PAST ? MIN (earliest, to) : from;
      to = to == SAYSO_OPEN_FUTURE ? MAX (latest, from) : to;
    }
  from = CLAMP (from, -FAR_AWAY, FAR_AWAY);
  to = CLAMP (to, from, FAR_AWAY);
  while (self->shift < 60 && (resolution >> self->shift > 1 || (to - from) >> self->shift > MAX_BUCKETS))
    self->shift++;
  self->result->width = G_GINT64_CONSTANT (1) << self->shift;
  self->from = self->result->window.earliest = (from >> self->shift) * self->result->width;
  self->to = self->result->window.latest = (to >> self->shift) * self->result->width + self->result->width - 1;

  return TRUE;
}

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->begins, g_array_unref);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_free);
  g_clear_pointer (&self->by_key, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/**
 * sayso_casebook_get_chronicle:
 * @self: a casebook
 * @filter: (nullable): which events; %NULL for all that were not rejected
 * @lanes: what makes a lane
 * @window: from when to when; an open end stands for that of all events that pass
 * @resolution: how many seconds, at least one, may be counted as one; a window is never cut finer than into some
 *   thousand pieces
 * @max_moments: how many events may be shown singly; with 0 all are counted, as for a histogram
 * @error: return location
 *
 * What a stretch of time holds. Blocks: call it on a worker thread.
 *
 * Returns: (transfer full) (nullable): that
 */
SaysoChronicle *
sayso_casebook_get_chronicle (SaysoCasebook *self, const SaysoFilter *filter, SaysoLanes lanes,
                              const SaysoBounds *window, gint64 resolution, guint max_moments, GError **error)
{
  g_autoptr (SaysoChronicle) chronicle = chronicle_new ();
  g_autoptr (SaysoFilter) all = sayso_filter_new ();
  g_auto (Reading) reading = { .filter = filter != NULL ? filter : all, .max_moments = max_moments };

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self) && window != NULL && resolution > 0, NULL);
  g_return_val_if_fail (lanes < G_N_ELEMENTS (nicks), NULL);

  reading.db = sayso_casebook_borrow (self, error);
  if (reading.db == NULL)
    return NULL;
  reading.lanes = nicks[lanes];
  reading.all = is_counted (reading.filter, lanes);
  reading.result = chronicle;
  reading.by_key = g_hash_table_new (g_str_hash, g_str_equal);
  if (!reading.all)
    reading.begins =
        sayso_begins_get (sayso_casebook_get_begins (self), reading.db, reading.filter, reading.lanes, &reading.keys);
  chronicle->n_undated = sayso_chronicle_count_undated (&reading);
  sayso_chronicle_choose_lanes (&reading);
  if (set_window (&reading, window, resolution))
    read_chronicle (&reading);

  return sayso_casebook_give_back (self, reading.db, error) ? g_steal_pointer (&chronicle) : NULL;
}

/**
 * sayso_casebook_get_extent:
 * @self: a casebook
 * @filter: (nullable): which
 * @earliest: (out): first second of the earliest event
 * @latest: (out): last second of the latest event
 * @error: return location
 *
 * From when to when the dated events lie that pass the filter. An open end counts for nothing.
 *
 * Returns: whether there are any; %FALSE without an error: there are none
 */
gboolean
sayso_casebook_get_extent (SaysoCasebook *self, const SaysoFilter *filter, gint64 *earliest, gint64 *latest,
                           GError **error)
{
  g_autoptr (SaysoFilter) every = sayso_filter_new ();
  g_autoptr (GArray) begins = NULL;
  g_autoptr (GPtrArray) keys = NULL;
  SaysoConnection *db;
  gboolean any;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self) && earliest != NULL && latest != NULL, FALSE);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return FALSE;
  if (filter != NULL && !sayso_filter_equal (filter, every))
    begins = sayso_begins_get (sayso_casebook_get_begins (self), db, filter, nicks[SAYSO_LANES_KIND], &keys);
  any = read_extent (db, begins, earliest, latest);

  return sayso_casebook_give_back (self, db, error) && any;
}

/* sayso-chronicle.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-chronicle.h"

#include "sayso-casebook-private.h"
#include "sayso-casebook-enums.h"
#include "sayso-enum.h"
#include "sayso-extract-enums.h"
#include "sayso-load.h"
#include "sayso-reader-enums.h"

/* No finer buckets than this many of a window, so that nobody waits for what no screen shows. */
#define MAX_BUCKETS 4096
/* Nothing lies further away, in seconds: thirty thousand million years. */
#define FAR_AWAY (G_GINT64_CONSTANT (1) << 60)

/* The widths of which the casebook has counts (binary logarithms of seconds), widest first. */
static const guint widths[] = { 24, 18, 12 };

typedef struct
{
  SaysoConnection *db;
  const SaysoFilter *filter;
  gboolean all;   /* what the filter lets pass is what is counted in the casebook */
  GArray *begins; /* else (element-type SaysoBegin): that */
  guint shift;    /* binary logarithm of the buckets' width */
  gint64 from;
  gint64 to;
  guint max_moments;
  SaysoChronicle *result;
} Reading;

static void
moment_clear (gpointer data)
{
  g_free (((SaysoMoment *) data)->title);
}

void
sayso_chronicle_free (SaysoChronicle *self)
{
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
  for (guint i = 0; i < SAYSO_N_EVENT_KINDS; i++)
    {
      self->nearest_before[i] = SAYSO_OPEN_PAST;
      self->nearest_after[i] = SAYSO_OPEN_FUTURE;
    }

  return self;
}

/* -- counting ------------------------------------------------------------------------------------------- */

static gboolean
is_all (const SaysoFilter *filter)
{
  g_autoptr (SaysoFilter) all = sayso_filter_new ();

  return filter == NULL || sayso_filter_equal (filter, all);
}

static guint
sum (const guint *counts)
{
  guint n = 0;

  for (guint i = 0; i < SAYSO_N_EVENT_KINDS; i++)
    n += counts[i];

  return n;
}

static const SaysoBegin *
begin_at (Reading *self, guint i)
{
  return &g_array_index (self->begins, SaysoBegin, i);
}

static gboolean
reaches_in (Reading *self, const SaysoBegin *begin)
{
  return begin->lasts && begin->at < self->from && begin->latest >= self->from;
}

/* Reads rows of kind and n, and, where @nearest is wanted, that. */
static void
read_counts (SaysoStatement *row, guint *counts, gint64 *nearest)
{
  while (sayso_statement_next (row))
    {
      SaysoEventKind kind = sayso_statement_enum (row, "kind", SAYSO_TYPE_EVENT_KIND);

      counts[kind] = sayso_statement_int (row, "n");
      if (nearest != NULL)
        nearest[kind] = sayso_statement_int (row, "nearest");
    }
}

static SaysoStatement *
prepare (Reading *self, const char *what, const char *more)
{
  return sayso_load_prepare (self->db, SAYSO_ITEM_EVENT, what, self->filter,
                             more != NULL ? sayso_connection_sql (more) : NULL);
}

static void
count_before (Reading *self, gint64 at, guint *counts)
{
  SaysoStatement *row = sayso_connection_prepare (self->db, "chronicle/before");

  sayso_statement_bind_int (row, "at", at);
  read_counts (row, counts, NULL);
}

static void
find_nearest (Reading *self, const char *query, gint64 at, gint64 *nearest)
{
  for (SaysoEventKind kind = 0; kind < SAYSO_N_EVENT_KINDS; kind++)
    {
      SaysoStatement *row = sayso_connection_prepare (self->db, query);

      sayso_statement_bind_int (row, "at", at);
      sayso_statement_bind_enum (row, "kind", SAYSO_TYPE_EVENT_KIND, kind);
      nearest[kind] = sayso_statement_run_int (row, nearest[kind]);
    }
}

/* Counts what lies where. @reaching: how many begin before the window and end in it or later; @first: where */
static void
count (Reading *self, guint *reaching, gint64 *first)
{
  SaysoChronicle *result = self->result;
  SaysoStatement *row = prepare (self, "reaching", "event/by-kind");
  guint begun[SAYSO_N_EVENT_KINDS] = { 0 }, begun_all[SAYSO_N_EVENT_KINDS] = { 0 }, until[SAYSO_N_EVENT_KINDS] = { 0 };

  sayso_statement_bind_int (row, "from", self->from);
  read_counts (row, reaching, first);
  count_before (self, self->from, begun);
  count_before (self, self->to + 1, until);
  read_counts (sayso_connection_prepare (self->db, "chronicle/all"), begun_all, NULL);
  read_counts (sayso_connection_prepare (self->db, "chronicle/without"), result->n_undated, NULL);
  for (guint i = 0; i < SAYSO_N_EVENT_KINDS; i++)
    {
      result->n_before[i] = begun[i] - reaching[i];
      result->n_after[i] = begun_all[i] - until[i];
      result->n_within[i] = until[i] - begun[i] + reaching[i];
    }
  find_nearest (self, "chronicle/nearest-before", self->from, result->nearest_before);
  find_nearest (self, "chronicle/nearest-after", self->to, result->nearest_after);
}

/* The same with a filter. */
static void
count_chosen (Reading *self, guint *reaching, gint64 *first)
{
  SaysoChronicle *result = self->result;

  for (guint i = 0; i < self->begins->len; i++)
    {
      const SaysoBegin *begin = begin_at (self, i);
      guint kind = begin->kind;

      if (begin->at == SAYSO_OPEN_FUTURE)
        {
          result->n_undated[kind]++;
        }
      else if (begin->at > self->to)
        {
          if (result->n_after[kind]++ == 0)
            result->nearest_after[kind] = begin->at;
        }
      else if (begin->at >= self->from)
        {
          result->n_within[kind]++;
        }
      else
        {
          result->nearest_before[kind] = begin->at;
          if (!reaches_in (self, begin))
            {
              result->n_before[kind]++;
              continue;
            }
          if (reaching[kind]++ == 0)
            first[kind] = begin->at;
          result->n_within[kind]++;
        }
    }
}

static void
add_bucket (Reading *self, GArray *buckets, gint64 bucket, SaysoEventKind kind, guint n)
{
  gint64 from = bucket * self->result->width;
  SaysoCrowd crowd = { from, from + self->result->width - 1, kind, n };

  g_array_append_val (buckets, crowd);
}

/* (element-type SaysoCrowd): all that begin in the window, by bucket and kind */
static GArray *
read_buckets (Reading *self)
{
  GArray *buckets = g_array_new (FALSE, FALSE, sizeof (SaysoCrowd));
  guint width = 0;
  SaysoStatement *row;

  for (guint i = 0; width == 0 && i < G_N_ELEMENTS (widths); i++)
    width = widths[i] <= self->shift ? widths[i] : 0;
  if (width > 0)
    {
      row = sayso_connection_prepare (self->db, "chronicle/begins");
      sayso_statement_bind_int (row, "width", width);
      sayso_statement_bind_int (row, "shift", self->shift - width);
      sayso_statement_bind_int (row, "first", self->from >> width);
      sayso_statement_bind_int (row, "last", self->to >> width);
    }
  else
    {
      row = prepare (self, "begins", "event/by-bucket");
      sayso_statement_bind_int (row, "shift", self->shift);
      sayso_statement_bind_int (row, "from", self->from);
      sayso_statement_bind_int (row, "to", self->to);
    }
  while (sayso_statement_next (row))
    add_bucket (self, buckets, sayso_statement_int (row, "bucket"),
                sayso_statement_enum (row, "kind", SAYSO_TYPE_EVENT_KIND), sayso_statement_int (row, "n"));

  return buckets;
}

static GArray *
find_buckets (Reading *self)
{
  GArray *buckets = g_array_new (FALSE, FALSE, sizeof (SaysoCrowd));

  for (guint i = 0; i < self->begins->len;)
    {
      gint64 bucket = begin_at (self, i)->at >> self->shift;
      guint n[SAYSO_N_EVENT_KINDS] = { 0 };
      gboolean inside = begin_at (self, i)->at >= self->from && begin_at (self, i)->at <= self->to;

      for (; i < self->begins->len && begin_at (self, i)->at >> self->shift == bucket; i++)
        n[begin_at (self, i)->kind]++;
      for (guint kind = 0; inside && kind < SAYSO_N_EVENT_KINDS; kind++)
        if (n[kind] > 0)
          add_bucket (self, buckets, bucket, kind, n[kind]);
    }

  return buckets;
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
      const SaysoBegin *begin = begin_at (self, i);

      if (reaching ? reaches_in (self, begin) : begin->at >= from && begin->at <= to)
        g_array_append_val (ids, begin->id);
    }
  json = sayso_load_ids_json ((const gint64 *) ids->data, ids->len);
  sayso_statement_bind_text (row, "ids", json, -1);

  return row;
}

static SaysoStatement *
prepare_all (Reading *self, gboolean reaching, gint64 from, gint64 to)
{
  SaysoStatement *row = prepare (self, reaching ? "moments-reaching" : "moments", NULL);

  sayso_statement_bind_int (row, "from", from);
  sayso_statement_bind_int (row, "to", to);

  return row;
}

static void
read_moments (Reading *self, gboolean reaching, gint64 from, gint64 to)
{
  SaysoStatement *row = (self->all ? prepare_all : prepare_chosen) (self, reaching, from, to);

  while (sayso_statement_next (row))
    {
      SaysoMoment moment = {
        .id = sayso_statement_int (row, "id"),
        .article = sayso_statement_int (row, "article"),
        .title = sayso_statement_dup (row, "title"),
        .bounds = { sayso_statement_int (row, "earliest"), sayso_statement_int (row, "latest"),
                    sayso_statement_int (row, "soft_start"), sayso_statement_int (row, "soft_end"),
                    sayso_statement_int (row, "lasting") },
        .kind = sayso_statement_enum (row, "kind", SAYSO_TYPE_EVENT_KIND),
        .voice = sayso_statement_enum (row, "voice", SAYSO_TYPE_VOICE),
        .standing = sayso_statement_enum (row, "standing", SAYSO_TYPE_STANDING),
        .doubted = sayso_statement_int (row, "doubted"),
        .source = SAYSO_SOURCE_AUTHOR,
        .actor = sayso_statement_int (row, "actor"),
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

/* Buckets of one time lie beside each other, a kind each. */
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
count_reaching (Reading *self, const guint *reaching, const gint64 *first)
{
  for (guint i = 0; i < SAYSO_N_EVENT_KINDS; i++)
    {
      SaysoCrowd crowd = { first[i], self->from - 1, i, reaching[i] };

      if (reaching[i] > 0)
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
  SaysoChronicle *result = self->result;
  guint reaching[SAYSO_N_EVENT_KINDS] = { 0 }, room = self->max_moments;
  gint64 first[SAYSO_N_EVENT_KINDS] = { 0 };
  g_autoptr (GArray) buckets = NULL;

  (self->all ? count : count_chosen) (self, reaching, first);
  buckets = (self->all ? read_buckets : find_buckets) (self);

  /* Where all are too many, those that reach in take no more than a quarter of the room. */
  if (sum (reaching) <= (sum (result->n_within) <= room ? room : room / 4))
    {
      room -= sum (reaching);
      read_moments (self, TRUE, self->from, self->to);
    }
  else
    {
      count_reaching (self, reaching, first);
    }
  show (self, buckets, room);
  g_array_sort (result->moments, compare_moments);
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

/**
 * sayso_casebook_get_chronicle:
 * @self: a casebook
 * @filter: (nullable): which events; %NULL for all that were not rejected
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
sayso_casebook_get_chronicle (SaysoCasebook *self, const SaysoFilter *filter, const SaysoBounds *window,
                              gint64 resolution, guint max_moments, GError **error)
{
  g_autoptr (SaysoChronicle) chronicle = chronicle_new ();
  Reading reading = { .filter = filter, .all = is_all (filter), .max_moments = max_moments, .result = chronicle };
  g_autoptr (GArray) begins = NULL;
  gboolean any;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self) && window != NULL && resolution > 0, NULL);

  reading.db = sayso_casebook_borrow (self, error);
  if (reading.db == NULL)
    return NULL;
  if (!reading.all)
    begins = reading.begins = sayso_begins_get (sayso_casebook_get_begins (self), reading.db, filter);
  any = set_window (&reading, window, resolution);
  if (any)
    read_chronicle (&reading);
  else if (reading.all)
    read_counts (sayso_connection_prepare (reading.db, "chronicle/without"), chronicle->n_undated, NULL);
  for (guint i = 0; !any && begins != NULL && i < begins->len; i++)
    chronicle->n_undated[g_array_index (begins, SaysoBegin, i).kind]++;

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
  g_autoptr (GArray) begins = NULL;
  SaysoConnection *db;
  gboolean any;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self) && earliest != NULL && latest != NULL, FALSE);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return FALSE;
  if (!is_all (filter))
    begins = sayso_begins_get (sayso_casebook_get_begins (self), db, filter);
  any = read_extent (db, begins, earliest, latest);

  return sayso_casebook_give_back (self, db, error) && any;
}

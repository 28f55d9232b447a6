/* sayso-dates.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-dates.h"

#include <string.h>

#include "sayso-casebook-private.h"
#include "sayso-edtf.h"
#include "sayso-enum.h"
#include "sayso-extract-enums.h"
#include "sayso-item-private.h"

void
sayso_dates_free (SaysoDates *self)
{
  g_free (self->outlet);
  g_free (self);
}

/* The first of each kind: the rows are by date. */
static void
read_events (SaysoDates *self, SaysoConnection *db, const char *query, gint64 id)
{
  SaysoStatement *row = sayso_connection_prepare (db, query);

  sayso_statement_bind_int (row, "id", id);
  while (sayso_statement_next (row))
    {
      SaysoEventKind kind = sayso_statement_enum (row, "kind", SAYSO_TYPE_EVENT_KIND);
      SaysoBounds *bounds = kind == SAYSO_EVENT_REPORTED  ? &self->reported
                            : kind == SAYSO_EVENT_LEARNED ? &self->learned
                                                          : &self->occurred;
      gint64 *event = kind == SAYSO_EVENT_REPORTED  ? &self->reported_event
                      : kind == SAYSO_EVENT_LEARNED ? &self->learned_event
                                                    : &self->occurred_event;

      if (*event != 0)
        continue;
      *bounds = sayso_bounds_from_row (row);
      *event = sayso_statement_int (row, "event");
    }
}

static void
read_publication (SaysoDates *self, SaysoConnection *db, const char *query, gint64 id)
{
  SaysoStatement *row = sayso_connection_prepare (db, query);
  g_autofree char *published = NULL;
  g_autoptr (SaysoEdtf) edtf = NULL;

  sayso_statement_bind_int (row, "id", id);
  if (!sayso_statement_next (row))
    return;

  self->article = sayso_statement_int (row, "article");
  self->outlet = sayso_statement_dup (row, "outlet");
  published = sayso_statement_dup (row, "published");
  sayso_statement_run (row);

  /* The day will do. */
  if (strlen (published) > strlen ("2000-01-01"))
    published[strlen ("2000-01-01")] = '\0';
  edtf = sayso_edtf_parse (published, NULL);
  if (self->reported_event == 0 && edtf != NULL)
    sayso_edtf_get_bounds (edtf, &self->reported);
}

/**
 * sayso_casebook_get_dates:
 * @self: a casebook
 * @kind: event or claim
 * @id: its id
 * @error: return location
 *
 * An event of being reported or found out dates itself and what the claim tells that it makes; where no such event has
 * a date, the first publication is when something was reported. Other articles count that tell the same, so far as the
 * analysis has found them.
 *
 * Returns: (transfer full) (nullable): its three dates, or %NULL with @error set
 */
SaysoDates *
sayso_casebook_get_dates (SaysoCasebook *self, SaysoItemKind kind, gint64 id, GError **error)
{
  g_autoptr (SaysoDates) dates = g_new0 (SaysoDates, 1);
  gboolean is_event = kind == SAYSO_ITEM_EVENT;
  SaysoConnection *db;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);
  g_return_val_if_fail (kind == SAYSO_ITEM_EVENT || kind == SAYSO_ITEM_CLAIM, NULL);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return NULL;
  dates->occurred = dates->reported = dates->learned = SAYSO_BOUNDS_UNKNOWN;
  read_events (dates, db, is_event ? "dates/event-dates" : "dates/claim-dates", id);
  read_publication (dates, db, is_event ? "dates/event-published" : "dates/claim-published", id);

  return sayso_casebook_give_back (self, db, error) ? g_steal_pointer (&dates) : NULL;
}

/* sayso-derive.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-derive.h"

#include "sayso-casebook-private.h"

/**
 * sayso_casebook_derive:
 * @self: a casebook
 * @func: finds and stores
 * @data: for @func
 * @error: return location
 *
 * Calls @func on the writer's thread, after all changes that were asked for before, in a transaction of its own, and
 * waits for it. It must only change tables that are found again from the rest: the history has no entry of it. Others'
 * changes wait meanwhile, so it is not to take long. Nobody is told: see sayso_casebook_announce_derived().
 *
 * Returns: whether all was stored
 */
gboolean
sayso_casebook_derive (SaysoCasebook *self, SaysoDeriveFunc func, gpointer data, GError **error)
{
  SaysoWriter *writer;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self) && func != NULL, FALSE);

  writer = sayso_casebook_get_writer (self, error);

  return writer != NULL && sayso_writer_derive (writer, func, data, error);
}

/**
 * sayso_casebook_read:
 * @self: a casebook
 * @func: reads
 * @data: for @func
 * @error: return location
 *
 * Calls @func with a connection for reading: everything it reads is of one state. May be called on any thread.
 *
 * Returns: whether all could be read
 */
gboolean
sayso_casebook_read (SaysoCasebook *self, SaysoDeriveFunc func, gpointer data, GError **error)
{
  SaysoConnection *db;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self) && func != NULL, FALSE);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return FALSE;
  func (db, data);

  return sayso_casebook_give_back (self, db, error);
}

/* sayso-connection-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sqlite3.h>

#include "sayso-connection.h"

G_BEGIN_DECLS

struct _SaysoConnection
{
  sqlite3 *db;
  char *path;
  char *name;               /* to show */
  gsize inside_max;         /* larger originals lie beside the casebook */
  int n_logged;             /* pages in the log after the last change */
  GHashTable *statements;   /* name of a query, or SQL → SaysoStatement */
  GError *error;            /* the first that happened */
  SaysoConnectionFunc late; /* what is put off until the transaction ends; NULL: nothing */
  gpointer late_data;
  GDestroyNotify late_destroy;
};

struct _SaysoStatement
{
  SaysoConnection *connection; /* borrowed */
  sqlite3_stmt *stmt;          /* NULL: could not be prepared */
  int last;                    /* column read last */
  int last_input;              /* bound last */
};

void sayso_connection_add_times (SaysoConnection *self);
void sayso_connection_add_originals (SaysoConnection *self);
void sayso_connection_fail_sqlite (SaysoConnection *self);
SaysoStatement *sayso_statement_new (SaysoConnection *connection, const char *sql);
void sayso_statement_reset (SaysoStatement *self);
void sayso_statement_free (SaysoStatement *self);

G_END_DECLS

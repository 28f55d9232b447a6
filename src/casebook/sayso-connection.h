/* sayso-connection.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "sayso-casebook.h"
#include "sayso-statement.h"

G_BEGIN_DECLS

/**
 * SaysoAccess:
 * @SAYSO_ACCESS_READ: read only
 * @SAYSO_ACCESS_FROZEN: read only, on a medium where nothing can change or be created
 * @SAYSO_ACCESS_WRITE: read and write
 * @SAYSO_ACCESS_CREATE: likewise, and make the file
 */
typedef enum
{
  SAYSO_ACCESS_READ,
  SAYSO_ACCESS_FROZEN,
  SAYSO_ACCESS_WRITE,
  SAYSO_ACCESS_CREATE,
} SaysoAccess;

/**
 * SaysoConnection:
 *
 * A connection to a casebook's file with its prepared statements, used by one thread at a time.
 *
 * The first thing that goes wrong is kept: from then on statements do nothing and yield no rows, until
 * sayso_connection_finish() hands the error out. So a sequence of statements needs one check, at its end.
 */
typedef struct _SaysoConnection SaysoConnection;

/* What is put off until a transaction ends. */
typedef void (*SaysoConnectionFunc) (SaysoConnection *self, gpointer data);

SaysoConnection *sayso_connection_open (const char *path, SaysoAccess access, GError **error);
void sayso_connection_free (SaysoConnection *self);

/* @query is "file/part": the part of that name in the resource sql/FILE.sql. */
const char *sayso_connection_sql (const char *query);
SaysoStatement *sayso_connection_prepare (SaysoConnection *self, const char *query);
SaysoStatement *sayso_connection_prepare_sql (SaysoConnection *self, const char *sql);
void sayso_connection_run (SaysoConnection *self, const char *query);
void sayso_connection_script (SaysoConnection *self, const char *sql);

void sayso_connection_begin (SaysoConnection *self, gboolean to_write);
void sayso_connection_set_late (SaysoConnection *self, SaysoConnectionFunc func, gpointer data, GDestroyNotify destroy);
gpointer sayso_connection_get_late (SaysoConnection *self);
gboolean sayso_connection_end (SaysoConnection *self, GError **error);
void sayso_connection_tidy (SaysoConnection *self);
void sayso_connection_fail (SaysoConnection *self, SaysoCasebookError code, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
gboolean sayso_connection_failed (SaysoConnection *self);
const char *sayso_connection_get_path (SaysoConnection *self);
void sayso_connection_set_inside_max (SaysoConnection *self, gsize bytes);
gsize sayso_connection_get_inside_max (SaysoConnection *self);
gboolean sayso_connection_copy (SaysoConnection *self, const char *path, gboolean compact, GError **error);
gboolean sayso_connection_salvage (SaysoConnection *from, SaysoConnection *to, const char *table, const char *key,
                                   const char *parent, guint *n_rows);
gboolean sayso_connection_finish (SaysoConnection *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoConnection, sayso_connection_free)

G_END_DECLS

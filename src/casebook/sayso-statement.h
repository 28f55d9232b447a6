/* sayso-statement.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-text.h"

G_BEGIN_DECLS

/**
 * SaysoStatement:
 *
 * A prepared statement of a connection, which owns it. Inputs are bound and columns read by name. When the last row
 * has been read it is reset and its inputs are forgotten.
 */
typedef struct _SaysoStatement SaysoStatement;

void sayso_statement_bind_int (SaysoStatement *self, const char *name, gint64 value);
void sayso_statement_bind_double (SaysoStatement *self, const char *name, double value);
void sayso_statement_bind_id (SaysoStatement *self, const char *name, gint64 id);
void sayso_statement_bind_text (SaysoStatement *self, const char *name, const char *value, gssize length);
void sayso_statement_bind_bytes (SaysoStatement *self, const char *name, GBytes *value);
void sayso_statement_bind_enum (SaysoStatement *self, const char *name, GType type, int value);
void sayso_statement_bind_span (SaysoStatement *self, SaysoSpan span);

gboolean sayso_statement_next (SaysoStatement *self);
void sayso_statement_run (SaysoStatement *self);
char *sayso_statement_run_text (SaysoStatement *self);
gint64 sayso_statement_run_int (SaysoStatement *self, gint64 fallback);

gint64 sayso_statement_int (SaysoStatement *self, const char *column);
double sayso_statement_double (SaysoStatement *self, const char *column);
const char *sayso_statement_text (SaysoStatement *self, const char *column, gsize *length);
char *sayso_statement_dup (SaysoStatement *self, const char *column);
GBytes *sayso_statement_bytes (SaysoStatement *self, const char *column);
int sayso_statement_enum (SaysoStatement *self, const char *column, GType type);
SaysoSpan sayso_statement_span (SaysoStatement *self);
void sayso_statement_add_to (SaysoStatement *self, GChecksum *sum);
guint sayso_statement_hash (SaysoStatement *self, guint hash);

G_END_DECLS

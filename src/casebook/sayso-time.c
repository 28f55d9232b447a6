/* sayso-time.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-item-private.h"

#include "sayso-extract-enums.h"

G_DEFINE_FINAL_TYPE (SaysoTime, sayso_time, SAYSO_TYPE_ITEM)

void
sayso_time_read (SaysoTime *self, SaysoStatement *row)
{
  self->article = sayso_statement_int (row, "article");
  self->span = sayso_statement_span (row);
  self->type = sayso_statement_enum (row, "type", SAYSO_TYPE_TIME_TYPE);
  self->value = sayso_statement_dup (row, "value");
  self->mod = sayso_statement_dup (row, "mod");
  self->edtf = sayso_statement_dup (row, "edtf");
  self->bounds = sayso_bounds_from_row (row);
  self->anchor = sayso_statement_enum (row, "anchor", SAYSO_TYPE_ANCHOR_KIND);
  self->anchor_time = sayso_statement_int (row, "anchor_time");
  self->chosen = sayso_statement_dup (row, "chosen");
  self->found = sayso_statement_dup (row, "found");
}

static char *
sayso_time_get_subtitle (SaysoItem *item)
{
  SaysoTime *self = SAYSO_TIME (item);

  return g_strdup (self->edtf != NULL ? self->edtf : self->value);
}

static void
sayso_time_finalize (GObject *object)
{
  SaysoTime *self = SAYSO_TIME (object);

  g_free (self->value);
  g_free (self->mod);
  g_free (self->edtf);
  g_free (self->chosen);
  g_free (self->found);

  G_OBJECT_CLASS (sayso_time_parent_class)->finalize (object);
}

static void
sayso_time_class_init (SaysoTimeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = sayso_time_finalize;
  SAYSO_ITEM_CLASS (klass)->get_subtitle = sayso_time_get_subtitle;
}

static void
sayso_time_init (SaysoTime *self)
{
}

/* sayso-log.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-command.h"
#include "sayso-connection.h"

G_BEGIN_DECLS

/**
 * SaysoStamp:
 * @made: microseconds since 1970, UTC
 * @who: who made a change
 * @version: with which program
 * @model: (nullable): with which model texts were read
 *
 * What the log says of a change beside what was changed.
 */
typedef struct
{
  gint64 made;
  const char *who;
  const char *version;
  const char *model;
} SaysoStamp;

typedef enum
{
  SAYSO_STEP_UNDO,
  SAYSO_STEP_REDO,
} SaysoStep;

gint64 sayso_log_do (SaysoConnection *db, SaysoCommand *command, const SaysoStamp *stamp);
gint64 sayso_log_step (SaysoConnection *db, SaysoStep step, const SaysoStamp *stamp);
char *sayso_log_step_title (SaysoConnection *db, SaysoStep step);

G_END_DECLS

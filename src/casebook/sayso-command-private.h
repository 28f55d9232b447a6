/* sayso-command-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "sayso-command.h"
#include "sayso-connection.h"

G_BEGIN_DECLS

typedef enum
{
  SAYSO_COMMAND_IMPORT,
  SAYSO_COMMAND_REMOVE,
  SAYSO_COMMAND_RESTORE,
  SAYSO_COMMAND_DECIDE,
  SAYSO_COMMAND_RENAME,
  SAYSO_COMMAND_PUBLISHED,
  SAYSO_COMMAND_REDATE,
  SAYSO_COMMAND_LAST,
} SaysoCommandType;

struct _SaysoCommand
{
  gatomicrefcount ref_count;
  SaysoCommandType type;
  SaysoItemKind kind; /* of what is decided on or renamed */
  gint64 id;
  SaysoStanding standing;
  char *title;
  char *published; /* nullable */
  char *chosen;    /* nullable */
  SaysoDocument *document;
  SaysoExtraction *extraction;
};

/**
 * SaysoAct:
 * @apply: makes the change; adds to @what all that is needed to take it back; @entry: the log entry it gets;
 *   returns the id that the one who asked is told
 * @undo: takes it back
 * @redo: makes it again
 *
 * What a type of command does to the rows. All run on the writer's connection inside its transaction; what goes
 * wrong is kept by the connection.
 */
typedef struct
{
  const char *word; /* in the log */
  gint64 (*apply) (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what);
  void (*undo) (SaysoConnection *db, gint64 entry, JsonObject *what);
  void (*redo) (SaysoConnection *db, gint64 entry, JsonObject *what);
} SaysoAct;

const SaysoAct *sayso_act_of_type (SaysoCommandType type);
const SaysoAct *sayso_act_of_word (const char *word);
char *sayso_command_words (const char *word, JsonObject *what);

G_END_DECLS

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
  SAYSO_COMMAND_REREAD,
  SAYSO_COMMAND_EDIT,
  SAYSO_COMMAND_TAG,
  SAYSO_COMMAND_NOTE,
  SAYSO_COMMAND_LINK,
  SAYSO_COMMAND_REWORD,
  SAYSO_COMMAND_ERASE,
  SAYSO_COMMAND_MERGE,
  SAYSO_COMMAND_SEPARATE,
  SAYSO_COMMAND_DISCARD,
  SAYSO_COMMAND_EXTENT,
  SAYSO_COMMAND_SPLIT,
  SAYSO_COMMAND_ADD_RELATION,
  SAYSO_COMMAND_ADD_EVENT,
  SAYSO_COMMAND_ADD_CLAIM,
  SAYSO_COMMAND_ADD_ACTOR,
  SAYSO_COMMAND_ADD_TIME,
  SAYSO_COMMAND_NAMES,
  SAYSO_COMMAND_GROUP,
  SAYSO_COMMAND_LAST,
} SaysoCommandType;

/* Where an item stands, in any casebook that holds its article. */
typedef struct
{
  SaysoItemKind kind;
  char *sha256; /* of the article's original */
  SaysoSpan span;
  char *key; /* what it is called, where two may stand in one place */
} SaysoAnchor;

/* What came of commands that are taken over. */
typedef struct
{
  GHashTable *settled; /* "kind id" of items that these commands changed */
  guint n_taken;
  guint n_there;
  guint n_lost;
} SaysoTally;

struct _SaysoCommand
{
  gatomicrefcount ref_count;
  SaysoCommandType type;
  SaysoItemKind kind; /* of the item it is about */
  gint64 id;
  SaysoStanding standing;
  char *title; /* of what is renamed, added, or of a group; a remark's text */
  char *field; /* what is edited, or the type of a link */
  char *value; /* nullable; what it becomes */
  char *model; /* nullable; what the text was read with */
  SaysoItemKind other_kind;
  gint64 other; /* what a link leads to, whom an actor is merged into, mentions are given to or a relation is with; the
                   article of a mark */
  gboolean force;
  SaysoSpan span;      /* of what is added; what a mark becomes */
  SaysoSpan was;       /* where the mark is */
  int sort;            /* kind of an added actor, of the source of an added claim; part of a mark */
  GArray *ids;         /* (element-type gint64): the actors to separate, or mentions to split off */
  GPtrArray *commands; /* (element-type SaysoCommand): of a group */
  char *published;     /* nullable */
  char *chosen;        /* nullable */
  SaysoDocument *document;
  SaysoExtraction *extraction;
  GBytes
      *deflated; /* the document's original bytes, and what the log keeps: made with the command, so that the writer */
  GBytes *payload; /* need not */
  GBytes *shape;   /* of the document's text; likewise */

  /* Of one that is taken over from another casebook: its ids are found when it is made. */
  SaysoTally *tally;    /* NULL: it is not; borrowed */
  SaysoAnchor *anchor;  /* the item it is about */
  SaysoAnchor *further; /* what a link leads to, or what is not added where it is already */
  GPtrArray *anchors;   /* (element-type SaysoAnchor) (nullable): of @ids */
  char *who;            /* nullable: who made it there */
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

void sayso_anchor_free (SaysoAnchor *self);
gboolean sayso_anchor_settle (SaysoConnection *db, SaysoCommand *command);
void sayso_anchor_made (const SaysoCommand *command, gint64 id);
void sayso_command_take_findings (SaysoCommand *self, SaysoExtraction *extraction);
SaysoCommand *sayso_command_alloc (SaysoCommandType type, SaysoItemKind kind, gint64 id);
SaysoStatement *sayso_act_extent_find (SaysoConnection *db, const SaysoCommand *command);
const SaysoAct *sayso_act_of_type (SaysoCommandType type);
const SaysoAct *sayso_act_of_word (const char *word);
char *sayso_command_words (const char *word, JsonObject *what);

G_END_DECLS

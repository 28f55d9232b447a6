/* sayso-telling-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-reading.h"
#include "sayso-telling.h"

G_BEGIN_DECLS

/* What tellings are made from: what the casebook holds of one article. */

typedef struct
{
  gint64 id;
  gint64 parent;
  SaysoSourceKind kind;
  gboolean several;
  gint64 actor;
  char *name; /* nullable */
  SaysoNameKind actor_kind;
  gboolean unnamed;
  SaysoCertainty certainty;
  GArray *spans[3]; /* (element-type SaysoSpan): of source, cue, content */
} SaysoMakingClaim;

typedef enum
{
  SAYSO_MAKING_SOURCE,
  SAYSO_MAKING_CUE,
  SAYSO_MAKING_CONTENT,
} SaysoMakingPart;

typedef struct
{
  SaysoSpan span;
  gboolean proper;
  gboolean pronoun;
  gint64 actor;
  char *name;
  SaysoNameKind kind;
  gboolean unnamed;
} SaysoMakingMention;

typedef struct
{
  gint64 id;
  SaysoSpan span;
  char *type;
  SaysoEventKind kind;
  SaysoBounds bounds;
  gboolean denied;
  gint64 time;
  gint64 agent;
  gint64 patient;
} SaysoMakingEvent;

typedef struct
{
  gint64 id;
  SaysoSpan span;
  SaysoBounds bounds;
} SaysoMakingTime;

typedef struct
{
  SaysoConnection *db;
  gint64 article;
  char *outlet, *outlet_key, *byline;
  char *agency;       /* nullable: whose story it is, by its first line */
  SaysoSpan dateline; /* that line's beginning: "HALVERY (Merid News) —" */
  gint64 date;
  SaysoText *text;
  GPtrArray *claims; /* (element-type SaysoMakingClaim) */
  GArray *mentions;
  GArray *events;
  GArray *times;
  GPtrArray *outlets; /* (element-type utf8): keys of all that publish */
  GPtrArray *before;  /* (element-type SaysoTelling): what it told before */
  SaysoSpan told;     /* of the sentence: without who says it */
  SaysoSpan aside;    /* within that: who says it in its middle */
} SaysoMaking;

/* How a sentence ends: on whose word the rest is told. */
typedef struct
{
  SaysoSpan span;
  SaysoSpan source;
  SaysoSpan verb;
  gboolean shows; /* as papers do */
  gboolean leads; /* it stands before what is told */
  gboolean capital;
} SaysoTail;

gboolean sayso_making_open (SaysoMaking *self, SaysoConnection *db, gint64 article);
void sayso_making_close (SaysoMaking *self);
SaysoMakingClaim *sayso_making_find_claim (SaysoMaking *self, gint64 id);
SaysoMakingClaim *sayso_making_claim_of (SaysoMaking *self, SaysoSpan sentence);
guint sayso_making_share (SaysoMakingClaim *claim, SaysoMakingPart part, SaysoSpan span);
gboolean sayso_making_is_own_outlet (SaysoMaking *self, const char *key);
gboolean sayso_making_is_part_of_own_name (SaysoMaking *self, SaysoMakingClaim *claim);
gboolean sayso_making_publishes (SaysoMaking *self, const char *name);
void sayso_making_add_outlet (SaysoMaking *self, SaysoSaid *said, const char *name);
void sayso_making_find_outlets (SaysoMaking *self, SaysoSpan sentence, SaysoMakingClaim *claim, SaysoSaid *said);
void sayso_making_recall_source (SaysoMaking *self, SaysoSpan sentence, SaysoSaid *said);
gboolean sayso_making_find_hearer (SaysoMaking *self, SaysoSpan sentence, SaysoSaid *said);
void sayso_making_cite_again (SaysoMaking *self, const char *source, SaysoSaid *said);
gboolean sayso_making_cite_in_short (SaysoMaking *self, SaysoMakingClaim *claim, SaysoSaid *said);
gboolean sayso_making_cite_described (SaysoMaking *self, const char *source, SaysoSaid *said);
gboolean sayso_making_find_tail (SaysoMaking *self, SaysoSpan sentence, SaysoTail *tail);
void sayso_making_find_said (SaysoMaking *self, SaysoTelling *telling, SaysoMakingClaim *claim);

G_END_DECLS

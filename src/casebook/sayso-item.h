/* sayso-item.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-extraction.h"

G_BEGIN_DECLS

/**
 * SaysoItemKind:
 *
 * The kinds of thing a casebook holds.
 */
typedef enum
{
  SAYSO_ITEM_NONE,
  SAYSO_ITEM_ARTICLE,
  SAYSO_ITEM_TIME,
  SAYSO_ITEM_ACTOR,
  SAYSO_ITEM_EVENT,
  SAYSO_ITEM_CLAIM,
  SAYSO_ITEM_RELATION,
} SaysoItemKind;

/**
 * SaysoStanding:
 * @SAYSO_STANDING_SUGGESTED: the program found it
 * @SAYSO_STANDING_CONFIRMED: a person confirmed it
 * @SAYSO_STANDING_CHANGED: a person changed it
 * @SAYSO_STANDING_REJECTED: a person rejected it
 *
 * Who stands behind an item. What a person decided is never overwritten.
 */
typedef enum
{
  SAYSO_STANDING_SUGGESTED,
  SAYSO_STANDING_CONFIRMED,
  SAYSO_STANDING_CHANGED,
  SAYSO_STANDING_REJECTED,
} SaysoStanding;

/**
 * SaysoVoice:
 * @SAYSO_VOICE_SAID: the author says it, as fact
 * @SAYSO_VOICE_CLAIMED: somebody the author cites says it
 * @SAYSO_VOICE_HYPOTHETICAL: supposed, planned or possible
 * @SAYSO_VOICE_DENIED: said not to be so
 *
 * How an event or a relation is told: the line it is drawn with.
 */
typedef enum
{
  SAYSO_VOICE_SAID,
  SAYSO_VOICE_CLAIMED,
  SAYSO_VOICE_HYPOTHETICAL,
  SAYSO_VOICE_DENIED,
} SaysoVoice;

/**
 * SaysoMarkPart:
 *
 * Which part of a claim a mark in a text is; marks of all other kinds are whole.
 */
typedef enum
{
  SAYSO_MARK_WHOLE,
  SAYSO_MARK_SOURCE,
  SAYSO_MARK_CUE,
  SAYSO_MARK_CONTENT,
} SaysoMarkPart;

/* Items are values: made by a query, never changed. Fields may be read by anyone and written by nobody
 * but the query; what changes in the casebook arrives as a new object. */

#define SAYSO_TYPE_ITEM (sayso_item_get_type ())
G_DECLARE_DERIVABLE_TYPE (SaysoItem, sayso_item, SAYSO, ITEM, GObject)

/**
 * SaysoItemClass:
 * @get_subtitle: the second line of a list's row, in words; (transfer full) (nullable)
 *
 * Properties of all items: `kind`, `id`, `title`, `subtitle` (nullable), `standing`; of articles: `outlet`,
 * `published`, `n-times`, `n-actors`, `n-events`, `n-claims`, `n-words`; of actors: `n-mentions`, `n-articles`,
 * `unnamed`; of events: `voice`, `doubted`; of claims: `level`, `doubted`; of relations: `n-evidence`, `voice`.
 */
struct _SaysoItemClass
{
  GObjectClass parent_class;
  char *(*get_subtitle) (SaysoItem *self);
};

SaysoItemKind sayso_item_get_kind (SaysoItem *self);
gint64 sayso_item_get_id (SaysoItem *self);
const char *sayso_item_get_title (SaysoItem *self);
char *sayso_item_dup_subtitle (SaysoItem *self);
SaysoStanding sayso_item_get_standing (SaysoItem *self);

#define SAYSO_TYPE_ARTICLE (sayso_article_get_type ())
G_DECLARE_FINAL_TYPE (SaysoArticle, sayso_article, SAYSO, ARTICLE, SaysoItem)

struct _SaysoArticle
{
  SaysoItem parent_instance;
  char *outlet;    /* nullable */
  char *byline;    /* nullable; names joined by ", " */
  char *url;       /* nullable */
  char *published; /* nullable; ISO 8601 */
  char *location;  /* where it was imported from */
  char *media_type;
  char *sha256;
  gint64 bytes;
  gint64 imported; /* seconds since 1970, UTC */
  guint n_times;
  guint n_actors;
  guint n_events;
  guint n_claims;
  guint n_words;
};

#define SAYSO_TYPE_TIME (sayso_time_get_type ())
G_DECLARE_FINAL_TYPE (SaysoTime, sayso_time, SAYSO, TIME, SaysoItem)

/* The title is the text's own words. */
struct _SaysoTime
{
  SaysoItem parent_instance;
  gint64 article;
  SaysoSpan span;
  SaysoTimeType type;
  char *value;
  char *mod;  /* nullable */
  char *edtf; /* nullable */
  SaysoBounds bounds;
  SaysoAnchorKind anchor;
  gint64 anchor_time; /* 0: none */
  char *chosen;       /* nullable; what a person decided, see sayso_time_decision_parse() */
  char *found;        /* nullable; then, what the text alone makes of it: EDTF, else the TIMEX3 value */
};

#define SAYSO_TYPE_ACTOR (sayso_actor_get_type ())
G_DECLARE_FINAL_TYPE (SaysoActor, sayso_actor, SAYSO, ACTOR, SaysoItem)

/* The title is the name. */
struct _SaysoActor
{
  SaysoItem parent_instance;
  SaysoNameKind kind;
  gboolean unnamed;
  char **aliases;
  guint n_mentions;
  guint n_articles;
};

/* One who took part in an event. */
typedef struct
{
  char *role;
  gint64 actor;
  char *name;
} SaysoEventRole;

#define SAYSO_TYPE_EVENT (sayso_event_get_type ())
G_DECLARE_FINAL_TYPE (SaysoEvent, sayso_event, SAYSO, EVENT, SaysoItem)

struct _SaysoEvent
{
  SaysoItem parent_instance;
  gint64 article;
  char *article_title;
  SaysoSpan trigger;
  SaysoSpan span;
  char *type;
  SaysoEventKind kind;
  gint64 time;     /* 0: none */
  char *time_text; /* nullable; the words that date it */
  char *edtf;      /* nullable */
  SaysoBounds bounds;
  gint64 place; /* 0: none */
  SaysoFactuality factuality;
  SaysoVoice voice;
  gint64 claim; /* 0: the author says so */
  gboolean doubted;
  GArray *roles; /* (element-type SaysoEventRole) */
};

#define SAYSO_TYPE_CLAIM (sayso_claim_get_type ())
G_DECLARE_FINAL_TYPE (SaysoClaim, sayso_claim, SAYSO, CLAIM, SaysoItem)

struct _SaysoClaim
{
  SaysoItem parent_instance;
  gint64 article;
  char *article_title;
  char *article_outlet; /* nullable */
  GArray *source;       /* (element-type SaysoSpan) */
  GArray *cue;          /* (element-type SaysoSpan) */
  GArray *content;      /* (element-type SaysoSpan) */
  SaysoSourceKind source_kind;
  gboolean several;
  gint64 source_actor; /* 0: none */
  char *source_name;   /* nullable; the actor's name, else the description */
  char *description;   /* nullable */
  char *cue_text;      /* nullable */
  gint64 parent;       /* 0: none */
  SaysoClaimMode mode;
  SaysoCertainty certainty;
  gboolean doubted;
  guint level; /* the sourcing meter, 0 to 4, of the whole chain */
};

#define SAYSO_TYPE_RELATION (sayso_relation_get_type ())
G_DECLARE_FINAL_TYPE (SaysoRelation, sayso_relation, SAYSO, RELATION, SaysoItem)

/* The title is the relation in words: "Kaspersky Lab pitched to FBI". */
struct _SaysoRelation
{
  SaysoItem parent_instance;
  gint64 subject;
  char *subject_name;
  char *type;
  char *label;
  gint64 object;
  char *object_name;
  guint n_evidence;
  SaysoVoice voice;
};

G_END_DECLS

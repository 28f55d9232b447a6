/* sayso-extraction.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-bounds.h"
#include "sayso-reading.h"

G_BEGIN_DECLS

/* Items of an extraction refer to each other by index into its arrays; this is no item. */
#define SAYSO_NONE G_MAXUINT

typedef enum
{
  SAYSO_TIME_DATE,
  SAYSO_TIME_TIME,
  SAYSO_TIME_DURATION,
  SAYSO_TIME_SET,
} SaysoTimeType;

/**
 * SaysoAnchorKind:
 * @SAYSO_ANCHOR_NONE: it counts from nothing
 * @SAYSO_ANCHOR_PUBLISHED: from the publication date
 * @SAYSO_ANCHOR_TIME: from another time in the text
 * @SAYSO_ANCHOR_OPEN: from something that is not known
 *
 * What a relative time counts from.
 */
typedef enum
{
  SAYSO_ANCHOR_NONE,
  SAYSO_ANCHOR_PUBLISHED,
  SAYSO_ANCHOR_TIME,
  SAYSO_ANCHOR_OPEN,
} SaysoAnchorKind;

/**
 * SaysoTimeBound:
 *
 * How what is dated lies to the time that dates it: "since 2005", "by June". The time itself is 2005, or June.
 */
typedef enum
{
  SAYSO_TIME_BOUND_NONE,
  SAYSO_TIME_BOUND_BEFORE,
  SAYSO_TIME_BOUND_AFTER,
  SAYSO_TIME_BOUND_BY,
  SAYSO_TIME_BOUND_SINCE,
  SAYSO_TIME_BOUND_UNTIL,
} SaysoTimeBound;

/**
 * SaysoExtractedTime:
 * @span: its extent
 * @type: TIMEX3 type
 * @value: TIMEX3 value
 * @mod: (nullable): TIMEX3 mod
 * @edtf: (nullable): ISO 8601-2 Level 2
 * @bounds: what it means in days
 * @anchor: what it counts from
 * @anchor_time: the time it counts from, with %SAYSO_ANCHOR_TIME, else %SAYSO_NONE
 * @bound: how what it dates lies to it; sayso_times_get_dated() applies it
 * @chosen: (nullable): what a reader decided on it, see sayso_time_decision_parse(); then
 * @found: (nullable): what the text alone makes of it: EDTF where it has one, else the TIMEX3 value
 */
typedef struct
{
  SaysoSpan span;
  SaysoTimeType type;
  char *value;
  char *mod;
  char *edtf;
  SaysoBounds bounds;
  SaysoAnchorKind anchor;
  guint anchor_time;
  SaysoTimeBound bound;
  char *chosen;
  char *found;
} SaysoExtractedTime;

void sayso_extracted_time_clear (SaysoExtractedTime *self);

/**
 * SaysoExtractedActor:
 * @name: the name to show
 * @kind: what it is
 * @unnamed: whether it is only described ("multiple U.S. officials")
 * @aliases: (element-type utf8): other names, without @name
 * @settled: whether @kind rests on a list, on the name's own words or on what the text says of it; else it is a guess,
 *   and the same name elsewhere may well be another kind
 */
typedef struct
{
  char *name;
  SaysoNameKind kind;
  gboolean unnamed;
  GPtrArray *aliases;
  gboolean settled;
} SaysoExtractedActor;

typedef enum
{
  SAYSO_FORM_NAME,
  SAYSO_FORM_NOMINAL,
  SAYSO_FORM_PRONOUN,
} SaysoMentionForm;

/**
 * SaysoExtractedMention:
 * @actor: index of the actor
 * @span: its extent
 * @form: name, nominal or pronoun
 * @reason: (nullable): a static string that says why it is taken for this actor ("acronym", "surname", "apposition",
 *   "in the same sentence", ...); %NULL where it is the actor's own name or description
 */
typedef struct
{
  guint actor;
  SaysoSpan span;
  SaysoMentionForm form;
  const char *reason;
} SaysoExtractedMention;

/**
 * SaysoEventKind:
 * @SAYSO_EVENT_OCCURRED: something happened
 * @SAYSO_EVENT_REPORTED: somebody published or announced it
 * @SAYSO_EVENT_LEARNED: an actor found out
 *
 * Which of the three dates an event gives.
 */
typedef enum
{
  SAYSO_EVENT_OCCURRED,
  SAYSO_EVENT_REPORTED,
  SAYSO_EVENT_LEARNED,
} SaysoEventKind;

typedef enum
{
  SAYSO_FACTUALITY_ASSERTED,
  SAYSO_FACTUALITY_DENIED,
  SAYSO_FACTUALITY_POSSIBLE,
  SAYSO_FACTUALITY_PLANNED,
  SAYSO_FACTUALITY_HYPOTHETICAL,
} SaysoFactuality;

/**
 * SaysoDating:
 * @SAYSO_DATING_NONE: nothing dates it
 * @SAYSO_DATING_TIME: a time of the text does
 * @SAYSO_DATING_NARRATIVE: it follows in the telling on what a time dates
 * @SAYSO_DATING_PUBLISHED: it is told as past, so it was before the article was published
 *
 * Where an event's bounds come from. Only a time of the text dates it; the others bound it from one side.
 */
typedef enum
{
  SAYSO_DATING_NONE,
  SAYSO_DATING_TIME,
  SAYSO_DATING_NARRATIVE,
  SAYSO_DATING_PUBLISHED,
} SaysoDating;

/**
 * SaysoSalience:
 * @SAYSO_SALIENCE_HIGH: of a class, or dated, and somebody or something takes part
 * @SAYSO_SALIENCE_LOW: mentioned in passing, of no class, or told before: for whoever counts words, not for a reader
 *
 * Whether views show an event or a claim. A casebook keeps those of high salience only.
 */
typedef enum
{
  SAYSO_SALIENCE_HIGH,
  SAYSO_SALIENCE_LOW,
} SaysoSalience;

/**
 * SaysoParticipant:
 * @role: interned role ("agent", "patient", ...)
 * @actor: index of the actor; %SAYSO_NONE for a thing that is no actor, as letters that were stolen
 * @span: where the text names it for this event
 */
typedef struct
{
  const char *role;
  guint actor;
  SaysoSpan span;
} SaysoParticipant;

/**
 * SaysoExtractedEvent:
 * @trigger: the word that tells of it
 * @span: the clause or sentence it rests on
 * @title: a short title a person would write
 * @type: interned class
 * @kind: occurred, reported or learned
 * @time: index of the time that dates it, or %SAYSO_NONE
 * @edtf: (nullable): its own time after anchoring
 * @bounds: the same in days
 * @place: index of the actor where it happened, or %SAYSO_NONE
 * @participants: (element-type SaysoParticipant): who took part
 * @factuality: what the text says of its being so
 * @claim: index of the innermost claim in whose content it stands, or %SAYSO_NONE: then the author says so
 * @doubted: whether the author doubts it
 * @dating: where @bounds come from
 * @salience: whether views show it
 * @same: index of the event that this one tells again, or %SAYSO_NONE
 */
typedef struct
{
  SaysoSpan trigger;
  SaysoSpan span;
  char *title;
  const char *type;
  SaysoEventKind kind;
  guint time;
  char *edtf;
  SaysoBounds bounds;
  guint place;
  GArray *participants;
  SaysoFactuality factuality;
  guint claim;
  gboolean doubted;
  SaysoDating dating;
  SaysoSalience salience;
  guint same;
} SaysoExtractedEvent;

typedef enum
{
  SAYSO_SOURCE_UNKNOWN,
  SAYSO_SOURCE_NAMED,
  SAYSO_SOURCE_ANONYMOUS,
  SAYSO_SOURCE_DOCUMENT,
  SAYSO_SOURCE_OUTLET,
  SAYSO_SOURCE_AUTHOR,
} SaysoSourceKind;

typedef enum
{
  SAYSO_MODE_INDIRECT,
  SAYSO_MODE_DIRECT,
  SAYSO_MODE_MIXED,
} SaysoClaimMode;

typedef enum
{
  SAYSO_CERTAINTY_UNSTATED,
  SAYSO_CERTAINTY_CERTAIN,
  SAYSO_CERTAINTY_PROBABLE,
  SAYSO_CERTAINTY_POSSIBLE,
  SAYSO_CERTAINTY_DOUBTFUL,
  SAYSO_CERTAINTY_DENIED,
} SaysoCertainty;

/**
 * SaysoExtractedClaim:
 * @source: (element-type SaysoSpan): empty where none is named
 * @cue: (element-type SaysoSpan)
 * @content: (element-type SaysoSpan)
 * @cue_head: the token that governs the cue, or %SAYSO_NONE where there is no cue
 * @stance: whether the source says, believes, favours or intends it
 * @source_kind: what kind of source it is
 * @several: whether the source is more than one person ("officials")
 * @number: how many an anonymous source is, or 0 where that is not told ("officials")
 * @basis: (nullable): how an anonymous source knows it, in the text's own words ("briefed on the talks")
 * @source_actor: index of the actor that is the source, or %SAYSO_NONE
 * @description: (nullable): the source in the text's own words, with what it bases itself on
 * @title: the claim in a line
 * @parent: index of the claim inside whose content this one is made, or %SAYSO_NONE
 * @mode: direct or indirect speech
 * @certainty: how sure the source is said to be
 * @doubted: whether the author doubts it
 *
 * Source says content.
 */
typedef struct
{
  GArray *source;
  GArray *cue;
  GArray *content;
  guint cue_head;
  SaysoStance stance;
  SaysoSourceKind source_kind;
  gboolean several;
  guint number;
  char *basis;
  guint source_actor;
  char *description;
  char *title;
  guint parent;
  SaysoClaimMode mode;
  SaysoCertainty certainty;
  gboolean doubted;
} SaysoExtractedClaim;

/**
 * SaysoEvidence:
 * @span: the sentence or phrase
 * @event: index of the event it tells of, or %SAYSO_NONE
 * @claim: index of the claim it stands in, or %SAYSO_NONE
 */
typedef struct
{
  SaysoSpan span;
  guint event;
  guint claim;
} SaysoEvidence;

/**
 * SaysoExtractedRelation:
 * @subject: index of the actor it goes out from
 * @type: interned type ("part-of", "attributed-to", "acts-on", "reports-on", ...)
 * @label: the type in the words of the text ("pitched to")
 * @object: index of the actor it leads to
 * @evidence: (element-type SaysoEvidence): what it rests on
 */
typedef struct
{
  guint subject;
  const char *type;
  char *label;
  guint object;
  GArray *evidence;
} SaysoExtractedRelation;

/**
 * SaysoExtraction:
 * @reading: what it was made from
 * @times: (element-type SaysoExtractedTime)
 * @actors: (element-type SaysoExtractedActor)
 * @mentions: (element-type SaysoExtractedMention): in the order of the text
 * @events: (element-type SaysoExtractedEvent): in the order of the text
 * @claims: (element-type SaysoExtractedClaim): what somebody says or believes
 * @asides: (element-type SaysoExtractedClaim): what somebody favours or intends, and what the grammar does not bear
 *   out; nothing else refers to them, and views do not show them
 * @relations: (element-type SaysoExtractedRelation)
 *
 * What an article says, and on whose word: all of it suggestions, each with its spans.
 */
typedef struct
{
  SaysoReading *reading;
  GArray *times;
  GArray *actors;
  GArray *mentions;
  GArray *events;
  GArray *claims;
  GArray *asides;
  GArray *relations;

  /*< private >*/
  gatomicrefcount ref_count;
} SaysoExtraction;

#define SAYSO_TYPE_EXTRACTION (sayso_extraction_get_type ())

GType sayso_extraction_get_type (void) G_GNUC_CONST;
SaysoExtraction *sayso_extraction_new (SaysoReading *reading);
SaysoExtraction *sayso_extraction_ref (SaysoExtraction *self);
void sayso_extraction_unref (SaysoExtraction *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoExtraction, sayso_extraction_unref)

G_END_DECLS

/* sayso-event-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-event-frame.h"

G_BEGIN_DECLS

/* What is said of an event that a noun names. */
#define SAYSO_EVENT_OCCURS "take occur happen begin follow start end continue"

/*
 * SaysoTrigger: what triggers.tsv says of a word.
 * @type: class of the event
 * @kind: occurred, reported or learned
 * @roles: who takes part as what, where that is not the rule: "subject=patient from=source"
 */
typedef struct
{
  const char *type;
  SaysoEventKind kind;
  const char *roles;
  const char *when;
} SaysoTrigger;

/* What SaysoEventFinder.in_time holds of a token in a time expression. */
#define SAYSO_IN_DATE 1
#define SAYSO_IN_DURATION 2

/*
 * SaysoEventFinder: what the search for events works with.
 * @extractor: the extraction
 * @time_of: token of a verb or noun to the number of its time and 1
 * @in_time: whether each token belongs to a time expression, and whether that is a duration
 */
typedef struct
{
  SaysoExtractor *extractor;

  /*< owned >*/
  GHashTable *time_of;
  guint8 *in_time;
} SaysoEventFinder;

/* Words that tell of events; @object is what is done to something, or -1. */
gboolean sayso_event_find_trigger (const SaysoExtractor *self, guint token, const char *part, int object,
                                   SaysoTrigger *trigger);
const char *sayso_event_get_role (const SaysoTrigger *trigger, const char *slot, const char *otherwise);
const char *sayso_event_find_role (const SaysoExtractor *self, const SaysoExtractedEvent *event,
                                   const SaysoTrigger *trigger, guint phrase);
gboolean sayso_event_has_part (const SaysoExtractor *self, guint verb, const char *part, const char **value);

/* Who took part. */
void sayso_event_add_participants (SaysoExtractor *self, SaysoExtractedEvent *event, const char *role, int token);
void sayso_event_add_obliques (SaysoEventFinder *self, SaysoExtractedEvent *event, const SaysoTrigger *trigger,
                               guint head, const SaysoFrame *frame);
void sayso_event_add_topics (SaysoExtractor *self, SaysoExtractedEvent *event, int object);
void sayso_event_add_subject_matter (SaysoEventFinder *self, SaysoExtractedEvent *event, int head, int noun);
void sayso_event_add_noun_participants (SaysoEventFinder *self, SaysoExtractedEvent *event, const SaysoTrigger *trigger,
                                        guint noun);
guint sayso_event_find_named (const SaysoExtractor *self, guint noun);
gboolean sayso_event_has_actor (const SaysoExtractedEvent *event);

/* When. */
void sayso_event_attach_times (SaysoEventFinder *self);
void sayso_event_share_time (const SaysoEventFinder *self, SaysoExtractedEvent *event, guint verb);
void sayso_event_set_time (const SaysoEventFinder *self, SaysoExtractedEvent *event, guint token);
gboolean sayso_event_is_past (const SaysoExtractor *self, guint token);
void sayso_event_count_from_events (SaysoExtractor *self);
void sayso_event_date_by_narrative (SaysoExtractor *self);

/* What it tells, as the text has it, on one short line. */
char *sayso_frame_make_title (SaysoEventFinder *self, const SaysoFrame *frame);
char *sayso_frame_make_noun_title (SaysoEventFinder *self, guint noun, int occurs);

/* Why views do not show it: a static string, or %NULL. */
const char *sayso_event_find_fault (SaysoEventFinder *finder, const SaysoExtractedEvent *event,
                                    const SaysoTrigger *trigger, const SaysoFrame *frame, gboolean light);
const char *sayso_event_find_fault_of_participants (SaysoEventFinder *finder, const SaysoExtractedEvent *event,
                                                    const SaysoTrigger *trigger, const SaysoFrame *frame,
                                                    gboolean light);
gboolean sayso_event_is_now (const SaysoEventFinder *self, const SaysoExtractedEvent *event);

/* What was found, seen together. */
void sayso_event_join (SaysoExtractor *self);

G_END_DECLS

/* sayso-telling.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-connection.h"
#include "sayso-extraction.h"

G_BEGIN_DECLS

/**
 * SaysoSaid:
 * @kind: what the source is; %SAYSO_SOURCE_AUTHOR: the article says it by itself
 * @several: more than one person
 * @name: (nullable): who, or what describes them, in the text's words
 * @actor: the actor, or 0
 * @office: (nullable): whom an unnamed source speaks for, a key: "spokesman for X"
 * @outlets: (element-type utf8): outlets it is taken from, as they are named
 * @press: taken from "newspapers", without a name
 * @apart: the text says that this source is not the one that others have
 * @loose: who it is, is a guess: the text only says "the army"
 * @heard: it was said before a court
 * @direct: it was said to the article's own outlet; known only while an article is gone through
 * @self: the article is the source: its publisher speaks for itself
 * @cue: (nullable): "told"
 *
 * On whose word an article tells something.
 */
typedef struct
{
  SaysoSourceKind kind;
  gboolean several;
  char *name;
  gint64 actor;
  char *office;
  GPtrArray *outlets;
  gboolean press;
  gboolean apart;
  gboolean loose;
  gboolean heard;
  gboolean direct;
  gboolean self;
  char *cue;
} SaysoSaid;

/**
 * SaysoTelling:
 * @id: its id; 0 until it is stored
 * @article: the article
 * @outlet: (nullable): who published that, as stored
 * @byline: (nullable): who wrote it
 * @date: when, seconds; %SAYSO_OPEN_FUTURE where it has no date
 * @span: the sentence
 * @claim: the innermost claim it stands in, or 0
 * @event: the first event it tells of, or 0
 * @story: the story, or 0
 * @names: (element-type utf8): stems of the names of whom it is about, sorted
 * @words: (element-type utf8): stems of other words, sorted
 * @weak: (element-type utf8): stems of words that say little, sorted
 * @frame: (element-type utf8): stems of what may be told elsewhere instead: who says it, what "he" stands for; sorted
 * @bounds: when it was
 * @agent: who did it, or 0
 * @patient: to whom, or 0
 * @topic: with whom or what the sentence begins, or 0
 * @type: (nullable): the class of the event
 * @denied: it is said not to be so
 * @negated: (element-type utf8): stems of what is not so; nothing where that is all of it
 * @causal: it names the cause of what it tells
 * @stance: it tells what somebody makes of something, and not that: "we will fight the closure", "they knew of it"
 * @said: on whose word
 *
 * A sentence that tells of something: what is compared over articles.
 */
typedef struct
{
  gint64 id;
  gint64 article;
  char *outlet;
  char *byline;
  gint64 date;
  SaysoSpan span;
  gint64 claim;
  gint64 event;
  gint64 story;
  GPtrArray *names;
  GPtrArray *words;
  GPtrArray *weak;
  GPtrArray *frame;
  SaysoBounds bounds;
  gint64 agent;
  gint64 patient;
  gint64 topic;
  char *type;
  gboolean denied;
  GPtrArray *negated;
  gboolean causal;
  gboolean stance;
  SaysoSaid said;
} SaysoTelling;

SaysoTelling *sayso_telling_new (void);
void sayso_telling_free (SaysoTelling *self);
GPtrArray *sayso_telling_make (SaysoConnection *db, gint64 article);
void sayso_telling_add (SaysoConnection *db, SaysoTelling *self);
SaysoTelling *sayso_telling_read (SaysoConnection *db, SaysoStatement *row);
SaysoTelling *sayso_telling_get (SaysoConnection *db, gint64 id);
void sayso_telling_sign (SaysoConnection *db, const SaysoTelling *self, gboolean add);
char *sayso_causal_sign (const char *stem);
gint64 sayso_sign_of (const char *stem);
gint64 sayso_published_day (const char *published);
char *sayso_outlet_key (const char *name);
gboolean sayso_outlet_is_initials (const char *word, const char *name);
gboolean sayso_outlet_is (const char *key, const char *other_key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoTelling, sayso_telling_free)

G_END_DECLS

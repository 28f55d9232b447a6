/* sayso-queries.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-casebook.h"

G_BEGIN_DECLS

/* Readings. All block, take milliseconds at most for what a view shows at once, and may be called on any
 * thread; those that can grow with the casebook belong on a worker thread (GTask). */

/**
 * SaysoSort:
 *
 * The order of a list. Every order is total: ties go by article, then by place in the text. Each comes from an index; a
 * kind that has not the order asked for has that of the text.
 */
typedef enum
{
  SAYSO_SORT_TEXT,     /* by article (newest import first), then by place in the text */
  SAYSO_SORT_DATE,     /* earliest first, what has no date last (articles, events, claims by what they tell of) */
  SAYSO_SORT_REPORTED, /* likewise, by when it was reported (events, claims) */
  SAYSO_SORT_LEARNED,  /* likewise, by when it was learned */
  SAYSO_SORT_TITLE,    /* by title, letters without case and accents (articles, actors) */
  SAYSO_SORT_STRENGTH, /* most mentions (actors) or evidence (relations) first */
  SAYSO_SORT_SOURCING, /* weakest source first (claims) */
  SAYSO_SORT_SOURCE,   /* in sections, by source, the weakest first (claims) */
  SAYSO_SORT_ORIGIN,   /* likewise, by where the analysis found that it comes from */
  SAYSO_SORT_ARTICLE,  /* likewise, by article */
} SaysoSort;

/* A list model of SaysoItem of one kind: counts first, fetches pages on demand, follows the casebook's
 * changes by itself. For use on the main thread. */
GListModel *sayso_casebook_list (SaysoCasebook *self, SaysoItemKind kind, const SaysoFilter *filter, SaysoSort sort);

/* The same at once, for the command line and exports. (element-type SaysoItem) */
GPtrArray *sayso_casebook_query (SaysoCasebook *self, SaysoItemKind kind, const SaysoFilter *filter, SaysoSort sort,
                                 guint offset, guint limit, GError **error);
gboolean sayso_casebook_count (SaysoCasebook *self, SaysoItemKind kind, const SaysoFilter *filter, guint *count,
                               GError **error);
SaysoItem *sayso_casebook_get (SaysoCasebook *self, SaysoItemKind kind, gint64 id, GError **error);

/* An article's text, and its original bytes. */
SaysoText *sayso_casebook_get_text (SaysoCasebook *self, gint64 article, GError **error);
GBytes *sayso_casebook_get_original (SaysoCasebook *self, gint64 article, GError **error);
SaysoProvenance *sayso_casebook_get_provenance (SaysoCasebook *self, gint64 article, GError **error);
GArray *sayso_casebook_get_near (SaysoCasebook *self, gint64 article, GError **error);

/**
 * SaysoMark:
 * @span: where
 * @kind: what kind of item is marked (time, actor, event or claim)
 * @part: which part of it
 * @id: the item
 * @standing: who stands behind it
 * @dashed: an unnamed source, or an unnamed actor
 * @hollow: a hypothetical, planned or denied event
 * @level: for claims: the sourcing meter, 0 to 4 (see sayso_sourcing_level())
 * @depth: for claims: how deep it is nested in others, from 0
 */
typedef struct
{
  SaysoSpan span;
  SaysoItemKind kind;
  SaysoMarkPart part;
  gint64 id;
  SaysoStanding standing;
  gboolean dashed;
  gboolean hollow;
  guint level;
  guint depth;
} SaysoMark;

/* (element-type SaysoMark): sorted by start, longer ones first; what was rejected is among them. */
GArray *sayso_casebook_get_marks (SaysoCasebook *self, gint64 article, GError **error);

/* Blocks of the article's text, for headings and lists. (element-type SaysoTextBlock) */
typedef struct
{
  SaysoSpan span;
  SaysoBlock kind;
} SaysoTextBlock;

GArray *sayso_casebook_get_blocks (SaysoCasebook *self, gint64 article, GError **error);
GArray *sayso_casebook_get_sentences (SaysoCasebook *self, gint64 article, GError **error);

/**
 * SaysoPassage:
 * @article: the article
 * @article_title: its title
 * @article_outlet: (nullable): its outlet
 * @paragraph: number of the paragraph, from 1
 * @sentence: the sentence in the article's text
 * @page: (nullable): the page of the document it stands on
 * @quote: the sentence's text
 * @span: the evidence itself within the article's text
 * @event: the event it tells of, or 0
 * @claim: the claim it stands in, or 0
 * @evidence: of a relation: what can be discarded; else 0
 * @mention: of an actor: what can be split off; else 0
 * @source: (nullable): of a relation: who makes that claim, in words
 * @source_kind: likewise, what kind of source it is
 *
 * A sentence that an item rests on.
 */
typedef struct
{
  gint64 article;
  char *article_title;
  char *article_outlet;
  guint paragraph;
  SaysoSpan sentence;
  char *page;
  char *quote;
  SaysoSpan span;
  gint64 event;
  gint64 claim;
  gint64 evidence;
  gint64 mention;
  char *source;
  SaysoSourceKind source_kind;
} SaysoPassage;

/* (element-type SaysoPassage): what an item rests on: an actor's mentions, a relation's evidence, an event's
 * sentence, a claim's spans. */
GArray *sayso_casebook_get_evidence (SaysoCasebook *self, SaysoItemKind kind, gint64 id, guint limit, GError **error);

/* Relations among the strongest actors that pass the filter: @actors of SaysoActor, @relations of SaysoRelation. */
gboolean sayso_casebook_get_graph (SaysoCasebook *self, const SaysoFilter *filter, guint max_actors, GPtrArray **actors,
                                   GPtrArray **relations, GError **error);

/* Who is tied to an actor, directly or through others, most strongly; see sayso-neighbourhood.c. */
gboolean sayso_casebook_get_neighbourhood (SaysoCasebook *self, const SaysoFilter *filter, gint64 actor, guint n_steps,
                                           guint max_actors, guint max_relations, GPtrArray **actors,
                                           GPtrArray **relations, GError **error);

/* Earliest and latest second of anything dated that passes the filter; FALSE with no error: nothing is dated. */
gboolean sayso_casebook_get_extent (SaysoCasebook *self, const SaysoFilter *filter, gint64 *earliest, gint64 *latest,
                                    GError **error);

/* The item of a kind that a place in an article's text belongs to; 0 for none. The shortest mark wins. */
gint64 sayso_casebook_item_at (SaysoCasebook *self, gint64 article, guint offset, SaysoItemKind *kind, GError **error);

/* What a person decided on an article's times, in the order of its text. (element-type SaysoTimeDecision) */
GArray *sayso_casebook_get_time_decisions (SaysoCasebook *self, gint64 article, GError **error);

/* The item that is now where one stood that is gone, as its article was read anew; 0 for none. */
gint64 sayso_casebook_find_now (SaysoCasebook *self, SaysoItemKind kind, gint64 id, GError **error);

/* When the first change was made, which no other casebook has, and the last; in microseconds since 1970, UTC; 0 for an
 * empty casebook. */
gboolean sayso_casebook_get_times (SaysoCasebook *self, gint64 *made, gint64 *changed, GError **error);

/* Where an item first stands in a text. */
gboolean sayso_casebook_locate (SaysoCasebook *self, SaysoItemKind kind, gint64 id, gint64 *article, SaysoSpan *span,
                                GError **error);

G_END_DECLS

/* sayso-reading.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-text.h"

G_BEGIN_DECLS

/**
 * SaysoUpos:
 *
 * Universal part-of-speech tags (Universal Dependencies 2). %SAYSO_UPOS_UNKNOWN where the reader gives none.
 */
typedef enum
{
  SAYSO_UPOS_UNKNOWN,
  SAYSO_UPOS_ADJ,
  SAYSO_UPOS_ADP,
  SAYSO_UPOS_ADV,
  SAYSO_UPOS_AUX,
  SAYSO_UPOS_CCONJ,
  SAYSO_UPOS_DET,
  SAYSO_UPOS_INTJ,
  SAYSO_UPOS_NOUN,
  SAYSO_UPOS_NUM,
  SAYSO_UPOS_PART,
  SAYSO_UPOS_PRON,
  SAYSO_UPOS_PROPN,
  SAYSO_UPOS_PUNCT,
  SAYSO_UPOS_SCONJ,
  SAYSO_UPOS_SYM,
  SAYSO_UPOS_VERB,
  SAYSO_UPOS_X,
} SaysoUpos;

/**
 * SaysoMorph:
 * @SAYSO_MORPH_PAST: a verb's finite past
 * @SAYSO_MORPH_PRESENT: any other finite form, imperatives among them
 * @SAYSO_MORPH_INFINITIVE: its infinitive
 * @SAYSO_MORPH_PARTICIPLE: its past participle
 * @SAYSO_MORPH_GERUND: its "-ing" form
 * @SAYSO_MORPH_PLURAL: a noun's plural
 *
 * The form of a verb or noun.
 */
typedef enum /*< flags >*/
{
  SAYSO_MORPH_NONE = 0,
  SAYSO_MORPH_PAST = 1 << 0,
  SAYSO_MORPH_PRESENT = 1 << 1,
  SAYSO_MORPH_INFINITIVE = 1 << 2,
  SAYSO_MORPH_PARTICIPLE = 1 << 3,
  SAYSO_MORPH_GERUND = 1 << 4,
  SAYSO_MORPH_PLURAL = 1 << 5,
} SaysoMorph;

/**
 * SaysoToken:
 * @start: first byte in the text's UTF-8
 * @end: byte after the last
 * @span: the same in code points
 * @lemma: (nullable): base form, lower case, kept by the reading; %NULL where the reader gives none
 * @upos: part of speech
 * @morph: form of the word
 * @head: index of the head among the reading's tokens; -1 at a root, -2 where the reader gives no tree
 * @deprel: (nullable): UD relation to the head, a static string
 *
 * A token in the sense of Universal Dependencies: punctuation stands alone, clitics ("'s", "n't") are split off.
 */
typedef struct
{
  gsize start;
  gsize end;
  SaysoSpan span;
  const char *lemma;
  SaysoUpos upos;
  SaysoMorph morph;
  int head;
  const char *deprel;
} SaysoToken;

/**
 * SaysoBlock:
 * @SAYSO_BLOCK_PARAGRAPH: running text
 * @SAYSO_BLOCK_HEADING: a title or a heading
 * @SAYSO_BLOCK_ITEM: an item of a list
 *
 * What kind of block a sentence stands in.
 */
typedef enum
{
  SAYSO_BLOCK_PARAGRAPH,
  SAYSO_BLOCK_HEADING,
  SAYSO_BLOCK_ITEM,
} SaysoBlock;

/**
 * SaysoSentence:
 * @span: its extent, without surrounding white space
 * @first: index of its first token
 * @n_tokens: how many tokens it has
 * @block: the kind of block it stands in
 * @paragraph: number of that block in the text, from 0
 */
typedef struct
{
  SaysoSpan span;
  guint first;
  guint n_tokens;
  SaysoBlock block;
  guint paragraph;
} SaysoSentence;

/**
 * SaysoNameKind:
 *
 * What the reader takes a proper name for; the kinds of `actors[].kind` in the contract of sayso-cli.
 */
typedef enum
{
  SAYSO_NAME_OTHER,
  SAYSO_NAME_PERSON,
  SAYSO_NAME_ORGANIZATION,
  SAYSO_NAME_AGENCY,
  SAYSO_NAME_OUTLET,
  SAYSO_NAME_GROUP,
  SAYSO_NAME_PRODUCT,
  SAYSO_NAME_PLACE,
} SaysoNameKind;

/**
 * SaysoName:
 * @first: index of its first token
 * @n_tokens: how many tokens it has
 * @kind: what it is taken for
 *
 * A proper name.
 */
typedef struct
{
  guint first;
  guint n_tokens;
  SaysoNameKind kind;
} SaysoName;

/**
 * SaysoStance:
 * @SAYSO_STANCE_STATEMENT: the source says, writes, publishes, asks, promises or denies it
 * @SAYSO_STANCE_BELIEF: the source thinks, expects, knows or finds it
 * @SAYSO_STANCE_ATTITUDE: the source is for or against it
 * @SAYSO_STANCE_INTENTION: the source plans, wants or refuses it
 *
 * How a source is tied to what is attributed to it.
 */
typedef enum
{
  SAYSO_STANCE_STATEMENT,
  SAYSO_STANCE_BELIEF,
  SAYSO_STANCE_ATTITUDE,
  SAYSO_STANCE_INTENTION,
} SaysoStance;

/**
 * SaysoAttribution:
 * @stance: whether it is said, believed, favoured or intended
 * @faint: whether the network hardly saw it, so that it counts only where the grammar bears it out
 * @source_kind: the network's label for the kind of source, a string of the model: "named", "anonymous" …
 * @certainty: likewise for how sure the source is: "certain", "probable" …
 * @source: spans of the source, empty where none is named
 * @cue: spans of the words that attribute
 * @cue_head: index of the token that governs them
 * @content: spans of what is attributed
 *
 * Somebody is said to say, think, favour or want something. (element-type SaysoSpan) in each array.
 */
typedef struct
{
  SaysoStance stance;
  gboolean faint;
  const char *source_kind;
  const char *certainty;
  GArray *source;
  GArray *cue;
  guint cue_head;
  GArray *content;
} SaysoAttribution;

/**
 * SaysoReading:
 * @text: the text that was read
 * @sentences: (element-type SaysoSentence): in the order of the text, not overlapping
 * @tokens: (element-type SaysoToken): likewise
 * @names: (element-type SaysoName): likewise
 * @attributions: (element-type SaysoAttribution): by content
 *
 * What the reader sees in a text: its grammar and its names, and nothing of news. Never changes once made.
 */
typedef struct
{
  SaysoText *text;
  GArray *sentences;
  GArray *tokens;
  GArray *names;
  GArray *attributions;
  char *model; /* nullable; the name of what read it, another for each version */

  /*< private >*/
  GStringChunk *strings;
  gatomicrefcount ref_count;
} SaysoReading;

#define SAYSO_TYPE_READING (sayso_reading_get_type ())

GType sayso_reading_get_type (void) G_GNUC_CONST;
SaysoReading *sayso_reading_new (SaysoText *text);
SaysoReading *sayso_reading_ref (SaysoReading *self);
void sayso_reading_unref (SaysoReading *self);

static inline const SaysoToken *
sayso_reading_token (const SaysoReading *self, guint index)
{
  return &g_array_index (self->tokens, SaysoToken, index);
}

static inline const SaysoSentence *
sayso_reading_sentence (const SaysoReading *self, guint index)
{
  return &g_array_index (self->sentences, SaysoSentence, index);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoReading, sayso_reading_unref)

G_END_DECLS

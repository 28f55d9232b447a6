/* sayso-command-new.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-command-private.h"

/* What a person says of items, beside deciding on them. */

static gboolean
is_kind (SaysoItemKind kind)
{
  return kind > SAYSO_ITEM_NONE && kind <= SAYSO_ITEM_RELATION;
}

/**
 * sayso_command_new_reread:
 * @article: an article
 * @extraction: what is found in its text now
 * @model: (nullable): what it was read with, for the log, where the reading does not say it
 *
 * Replaces the article's suggestions by those of a newer reading. What a person decided, tagged, noted or linked moves
 * to what is found in the same place of the text, or in most of it; where nothing is, the item stays as it is, and
 * sayso_casebook_get_kept() lists it.
 *
 * Returns: (transfer full): a command
 */
SaysoCommand *
sayso_command_new_reread (gint64 article, SaysoExtraction *extraction, const char *model)
{
  SaysoCommand *self;

  g_return_val_if_fail (extraction != NULL, NULL);

  self = sayso_command_alloc (SAYSO_COMMAND_REREAD, SAYSO_ITEM_ARTICLE, article);
  sayso_command_take_findings (self, extraction);
  if (model != NULL)
    g_set_str (&self->model, model);

  return self;
}

/**
 * sayso_command_new_edit:
 * @kind: article, actor, event or claim
 * @id: an item
 * @field: what to set
 * @value: (nullable): what it becomes; %NULL for what was found, or for nothing
 *
 * Sets one thing that a person knows better or adds. All kinds but actors have `grade`, a letter for the source and a
 * digit for the information (Admiralty code: A to F, 1 to 6); events and claims have `likelihood` and `confidence` (ICD
 * 203), kept apart; of events one can set `when` (EDTF), `factuality` and `kind`, of claims `source-kind` and
 * `certainty`, of actors `kind`, in the words of sayso-cli.
 *
 * Returns: (transfer full): a command
 */
SaysoCommand *
sayso_command_new_edit (SaysoItemKind kind, gint64 id, const char *field, const char *value)
{
  SaysoCommand *self;

  g_return_val_if_fail (is_kind (kind), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  self = sayso_command_alloc (SAYSO_COMMAND_EDIT, kind, id);
  self->field = g_strdup (field);
  self->value = g_strdup (value);

  return self;
}

static SaysoCommand *
new_remark (SaysoCommandType type, SaysoItemKind kind, gint64 id, const char *text)
{
  SaysoCommand *self = sayso_command_alloc (type, kind, id);

  self->title = g_strstrip (g_strdup (text));

  return self;
}

/**
 * sayso_command_new_tag:
 * @kind: any kind
 * @id: an item
 * @tag: a word or a few; white space around it is cut off
 *
 * Returns: (transfer full): a command
 */
SaysoCommand *
sayso_command_new_tag (SaysoItemKind kind, gint64 id, const char *tag)
{
  g_return_val_if_fail (is_kind (kind) && tag != NULL, NULL);

  return new_remark (SAYSO_COMMAND_TAG, kind, id, tag);
}

/**
 * sayso_command_new_note:
 * @kind: any kind
 * @id: an item
 * @text: the note
 *
 * Returns: (transfer full): a command
 */
SaysoCommand *
sayso_command_new_note (SaysoItemKind kind, gint64 id, const char *text)
{
  g_return_val_if_fail (is_kind (kind) && text != NULL, NULL);

  return new_remark (SAYSO_COMMAND_NOTE, kind, id, text);
}

/**
 * sayso_command_new_note_on:
 * @article: an article
 * @span: words of its text that the note is about
 * @text: the note
 *
 * Returns: (transfer full): a command
 */
SaysoCommand *
sayso_command_new_note_on (gint64 article, SaysoSpan span, const char *text)
{
  SaysoCommand *self;

  g_return_val_if_fail (text != NULL && span.start < span.end, NULL);

  self = new_remark (SAYSO_COMMAND_NOTE, SAYSO_ITEM_ARTICLE, article, text);
  self->span = span;

  return self;
}

/**
 * sayso_command_new_link:
 * @kind: any kind
 * @id: an item
 * @type: supports, contradicts, same-as, maybe-same-as, not-same-as, answers or conflicts
 * @other_kind: any kind
 * @other: the item that it supports, contradicts, is the same as, answers or is in conflict with
 * @text: (nullable): what is to be said of it; of a conflict, what it is taken for
 *
 * Returns: (transfer full): a command
 */
SaysoCommand *
sayso_command_new_link (SaysoItemKind kind, gint64 id, const char *type, SaysoItemKind other_kind, gint64 other,
                        const char *text)
{
  SaysoCommand *self;

  g_return_val_if_fail (is_kind (kind) && is_kind (other_kind) && type != NULL, NULL);

  self = new_remark (SAYSO_COMMAND_LINK, kind, id, text != NULL ? text : "");
  self->field = g_strdup (type);
  self->other_kind = other_kind;
  self->other = other;

  return self;
}

/**
 * sayso_command_new_reword:
 * @remark: a tag, a note or a link
 * @text: what it says from now on
 *
 * Returns: (transfer full): a command
 */
SaysoCommand *
sayso_command_new_reword (gint64 remark, const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return new_remark (SAYSO_COMMAND_REWORD, SAYSO_ITEM_NONE, remark, text);
}

/**
 * sayso_command_new_erase:
 * @remark: a tag, a note or a link
 *
 * Returns: (transfer full): a command
 */
SaysoCommand *
sayso_command_new_erase (gint64 remark)
{
  return sayso_command_alloc (SAYSO_COMMAND_ERASE, SAYSO_ITEM_NONE, remark);
}

/**
 * sayso_command_new_merge:
 * @actor: an actor
 * @into: the actor it is found to be
 * @force: also where their kinds exclude each other
 *
 * Makes two actors one, shown under the name of @into. Both sides keep their mentions and all else that was found of
 * them, so that [ctor@Command.new_separate] can take them apart.
 *
 * Returns: (transfer full): a command; refused with %SAYSO_CASEBOOK_ERROR_KINDS
 */
SaysoCommand *
sayso_command_new_merge (gint64 actor, gint64 into, gboolean force)
{
  SaysoCommand *self = sayso_command_alloc (SAYSO_COMMAND_MERGE, SAYSO_ITEM_ACTOR, actor);

  self->other = into;
  self->force = force;

  return self;
}

/**
 * sayso_command_new_separate:
 * @actors: (array length=n_actors): actors that are one with others, as sayso_casebook_get_merged() lists them
 * @n_actors: how many
 *
 * Takes some of an actor's sides away from the others. They stay together.
 *
 * Returns: (transfer full): a command
 */
SaysoCommand *
sayso_command_new_separate (const gint64 *actors, guint n_actors)
{
  SaysoCommand *self;

  g_return_val_if_fail (actors != NULL && n_actors > 0, NULL);

  self = sayso_command_alloc (SAYSO_COMMAND_SEPARATE, SAYSO_ITEM_ACTOR, actors[0]);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (self->ids, actors, n_actors);

  return self;
}

/**
 * sayso_command_new_split:
 * @actor: an actor
 * @mentions: (array length=n_mentions): some of its mentions, as sayso_casebook_get_evidence() tells them
 * @n_mentions: how many
 * @into: the actor that they are of; 0 for one that is not there yet
 * @name: (nullable): then, its name; %NULL for the same
 *
 * Gives some mentions of an actor to another, with the parts in events, the claims and the relations that were found by
 * them. Reading their articles anew leaves them there.
 *
 * Returns: (transfer full): a command; it tells the id of the other actor
 */
SaysoCommand *
sayso_command_new_split (gint64 actor, const gint64 *mentions, guint n_mentions, gint64 into, const char *name)
{
  SaysoCommand *self;

  g_return_val_if_fail (mentions != NULL && n_mentions > 0, NULL);

  self = sayso_command_alloc (SAYSO_COMMAND_SPLIT, SAYSO_ITEM_ACTOR, actor);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (self->ids, mentions, n_mentions);
  self->other = into;
  self->title = name != NULL && *name != '\0' ? g_strstrip (g_strdup (name)) : NULL;

  return self;
}

/**
 * sayso_command_new_discard:
 * @evidence: a passage's evidence, as sayso_casebook_get_evidence() tells it
 *
 * Takes a sentence from what a relation rests on. With the last one the relation goes.
 *
 * Returns: (transfer full): a command
 */
SaysoCommand *
sayso_command_new_discard (gint64 evidence)
{
  return sayso_command_alloc (SAYSO_COMMAND_DISCARD, SAYSO_ITEM_RELATION, evidence);
}

/**
 * sayso_command_new_extent:
 * @article: the article that the mark is in
 * @kind: time, actor, event or claim
 * @id: the item that is marked
 * @part: of a claim: which part of it
 * @was: where the mark is: all these as sayso_casebook_get_marks() tells them
 * @becomes: where it is to be
 *
 * Moves the ends of a mark: of the words that tell a time, of one mention of an actor, of an event's trigger, or of one
 * piece of a claim's source, cue or content. What was found is kept beside it, and reading the article anew leaves the
 * mark where it was put; moving it back to what was found takes the decision back. What the item means stays as it is.
 *
 * Returns: (transfer full): a command; refused where the mark is no more or would leave the text, and where another
 *   piece of that part of the claim stands
 */
SaysoCommand *
sayso_command_new_extent (gint64 article, SaysoItemKind kind, gint64 id, SaysoMarkPart part, SaysoSpan was,
                          SaysoSpan becomes)
{
  SaysoCommand *self;

  g_return_val_if_fail (kind >= SAYSO_ITEM_TIME && kind <= SAYSO_ITEM_CLAIM, NULL);
  g_return_val_if_fail ((part != SAYSO_MARK_WHOLE) == (kind == SAYSO_ITEM_CLAIM), NULL);

  self = sayso_command_alloc (SAYSO_COMMAND_EXTENT, kind, id);
  self->sort = part;
  self->was = was;
  self->span = becomes;
  self->other_kind = SAYSO_ITEM_ARTICLE;
  self->other = article;

  return self;
}

static SaysoCommand *
new_addition (SaysoCommandType type, gint64 article, SaysoSpan span, const char *title, const char *value)
{
  SaysoCommand *self = sayso_command_alloc (type, SAYSO_ITEM_ARTICLE, article);

  self->span = span;
  self->title = g_strstrip (g_strdup (title));
  self->value = g_strdup (value);

  return self;
}

/**
 * sayso_command_new_add_relation:
 * @article: an article
 * @evidence: the words that tell of it
 * @subject: who does it, an actor
 * @type: what sort of relation it is, a word such as those of `data/rules/en/relations.tsv`
 * @label: how it is called: what may stand between the two names
 * @object: to whom, another actor
 *
 * Relates two actors, or finds one more sentence that a relation which is there rests on. Reading the article anew
 * leaves the sentence.
 *
 * Returns: (transfer full): a command
 */
SaysoCommand *
sayso_command_new_add_relation (gint64 article, SaysoSpan evidence, gint64 subject, const char *type, const char *label,
                                gint64 object)
{
  SaysoCommand *self;
  const gint64 both[] = { subject, object };

  g_return_val_if_fail (type != NULL && *type != '\0' && label != NULL, NULL);

  self = new_addition (SAYSO_COMMAND_ADD_RELATION, article, evidence, label, NULL);
  self->field = g_strdup (type);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (self->ids, both, G_N_ELEMENTS (both));

  return self;
}

/**
 * sayso_command_new_add_event:
 * @article: an article
 * @trigger: the words that tell of it
 * @title: a short title
 * @edtf: (nullable): when it was
 *
 * Returns: (transfer full): a command
 */
SaysoCommand *
sayso_command_new_add_event (gint64 article, SaysoSpan trigger, const char *title, const char *edtf)
{
  g_return_val_if_fail (title != NULL, NULL);

  return new_addition (SAYSO_COMMAND_ADD_EVENT, article, trigger, title, edtf);
}

/**
 * sayso_command_new_add_claim:
 * @article: an article
 * @content: the words that are claimed
 * @title: the claim in a line
 * @kind: what kind of source it has
 * @source: (nullable): the source in words
 *
 * Returns: (transfer full): a command
 */
SaysoCommand *
sayso_command_new_add_claim (gint64 article, SaysoSpan content, const char *title, SaysoSourceKind kind,
                             const char *source)
{
  SaysoCommand *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = new_addition (SAYSO_COMMAND_ADD_CLAIM, article, content, title, source);
  self->sort = kind;

  return self;
}

/**
 * sayso_command_new_add_actor:
 * @article: an article
 * @span: the words that name it
 * @kind: what it is
 * @name: its name
 *
 * Marks an actor where the program found none; one of that name and kind that is known is the one.
 *
 * Returns: (transfer full): a command
 */
SaysoCommand *
sayso_command_new_add_actor (gint64 article, SaysoSpan span, SaysoNameKind kind, const char *name)
{
  SaysoCommand *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = new_addition (SAYSO_COMMAND_ADD_ACTOR, article, span, name, NULL);
  self->sort = kind;

  return self;
}

/**
 * sayso_command_new_add_time:
 * @article: an article
 * @span: the words that tell the time
 * @words: these words
 * @edtf: when that is
 *
 * Marks a time where the program found none.
 *
 * Returns: (transfer full): a command
 */
SaysoCommand *
sayso_command_new_add_time (gint64 article, SaysoSpan span, const char *words, const char *edtf)
{
  g_return_val_if_fail (words != NULL && edtf != NULL, NULL);

  return new_addition (SAYSO_COMMAND_ADD_TIME, article, span, words, edtf);
}

/**
 * sayso_command_new_group:
 * @title: what it is in words that may follow "Undo", in the reader's language: "Confirm 12 Events"
 * @commands: (array length=n_commands): changes, none of them a group
 * @n_commands: how many
 *
 * Several changes that are made, undone and redone as one. When one fails, none is made.
 *
 * Returns: (transfer full): a command
 */
SaysoCommand *
sayso_command_new_group (const char *title, SaysoCommand *const *commands, guint n_commands)
{
  SaysoCommand *self;

  g_return_val_if_fail (title != NULL && commands != NULL && n_commands > 0, NULL);

  self = sayso_command_alloc (SAYSO_COMMAND_GROUP, SAYSO_ITEM_NONE, 0);
  self->title = g_strdup (title);
  self->commands = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_command_unref);
  for (guint i = 0; i < n_commands; i++)
    {
      g_return_val_if_fail (commands[i]->type != SAYSO_COMMAND_GROUP, NULL);
      g_ptr_array_add (self->commands, sayso_command_ref (commands[i]));
    }

  return self;
}

/* sayso-command.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-command-private.h"

#include <gio/gio.h>

#include "sayso-payload.h"
#include "sayso-shape.h"

G_DEFINE_BOXED_TYPE (SaysoCommand, sayso_command, sayso_command_ref, sayso_command_unref)

SaysoCommand *
sayso_command_alloc (SaysoCommandType type, SaysoItemKind kind, gint64 id)
{
  SaysoCommand *self = g_new0 (SaysoCommand, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->type = type;
  self->kind = kind;
  self->id = id;

  return self;
}

/* What was found in a text, and what the log keeps of it. */
void
sayso_command_take_findings (SaysoCommand *self, SaysoExtraction *extraction)
{
  self->extraction = sayso_extraction_ref (extraction);
  self->model = g_strdup (extraction->reading->model);
  self->payload = sayso_payload_new (self);
}

static GBytes *
deflate (GBytes *original)
{
  g_autoptr (GZlibCompressor) zlib = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1);

  return g_converter_convert_bytes (G_CONVERTER (zlib), original, NULL);
}

/**
 * sayso_command_new_import:
 * @document: a document
 * @extraction: what was found in its text
 *
 * Adds an article. A document whose bytes the casebook holds is refused with %SAYSO_CASEBOOK_ERROR_DUPLICATE, unless
 * its article was removed: then that is restored.
 *
 * Returns: (transfer full): a command
 */
SaysoCommand *
sayso_command_new_import (SaysoDocument *document, SaysoExtraction *extraction)
{
  SaysoCommand *self;

  g_return_val_if_fail (SAYSO_IS_DOCUMENT (document) && extraction != NULL, NULL);
  g_return_val_if_fail (extraction->reading->text == sayso_document_get_text (document), NULL);

  self = sayso_command_alloc (SAYSO_COMMAND_IMPORT, SAYSO_ITEM_ARTICLE, 0);
  self->document = g_object_ref (document);
  self->deflated = deflate (sayso_document_get_original (document));
  self->shape = sayso_shape_of (sayso_document_get_text (document));
  sayso_command_take_findings (self, extraction);

  return self;
}

/**
 * sayso_command_new_remove:
 * @article: an article
 *
 * Takes an article away, with what only it holds. It stays in the file, so that it can be restored.
 *
 * Returns: (transfer full): a command
 */
SaysoCommand *
sayso_command_new_remove (gint64 article)
{
  return sayso_command_alloc (SAYSO_COMMAND_REMOVE, SAYSO_ITEM_ARTICLE, article);
}

/**
 * sayso_command_new_restore:
 * @article: an article that was removed
 *
 * Returns: (transfer full): a command
 */
SaysoCommand *
sayso_command_new_restore (gint64 article)
{
  return sayso_command_alloc (SAYSO_COMMAND_RESTORE, SAYSO_ITEM_ARTICLE, article);
}

/**
 * sayso_command_new_decide:
 * @kind: any kind but article
 * @id: an item
 * @standing: what a person decided; %SAYSO_STANDING_SUGGESTED takes all decisions on it back, a changed title too
 *
 * Returns: (transfer full): a command
 */
SaysoCommand *
sayso_command_new_decide (SaysoItemKind kind, gint64 id, SaysoStanding standing)
{
  SaysoCommand *self;

  g_return_val_if_fail (kind > SAYSO_ITEM_ARTICLE && kind <= SAYSO_ITEM_RELATION, NULL);

  self = sayso_command_alloc (SAYSO_COMMAND_DECIDE, kind, id);
  self->standing = standing;

  return self;
}

/**
 * sayso_command_new_rename:
 * @kind: actor, event or claim
 * @id: an item
 * @title: its new name or title; white space around it is cut off, and it may not be empty
 *
 * Gives an item the title a person chose. The one that was found is kept beside it.
 *
 * Returns: (transfer full): a command
 */
SaysoCommand *
sayso_command_new_rename (SaysoItemKind kind, gint64 id, const char *title)
{
  SaysoCommand *self;

  g_return_val_if_fail (kind == SAYSO_ITEM_ACTOR || kind == SAYSO_ITEM_EVENT || kind == SAYSO_ITEM_CLAIM, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self = sayso_command_alloc (SAYSO_COMMAND_RENAME, kind, id);
  self->title = g_strstrip (g_strdup (title));

  return self;
}

/**
 * sayso_command_new_published:
 * @article: an article
 * @published: (nullable): its publication date, ISO 8601
 * @extraction: what is found in its text with that date
 *
 * Sets the publication date. The article's suggestions are replaced by @extraction; what a person decided on items
 * whose place in the text is the same stays decided, and items a person confirmed or changed that are not found
 * again stay as they are.
 *
 * Returns: (transfer full): a command
 */
SaysoCommand *
sayso_command_new_published (gint64 article, const char *published, SaysoExtraction *extraction)
{
  SaysoCommand *self;

  g_return_val_if_fail (extraction != NULL, NULL);

  self = sayso_command_alloc (SAYSO_COMMAND_PUBLISHED, SAYSO_ITEM_ARTICLE, article);
  self->published = g_strdup (published);
  sayso_command_take_findings (self, extraction);

  return self;
}

/**
 * sayso_command_new_redate:
 * @time: a time
 * @chosen: (nullable): when it is or what it counts from, see sayso_time_decision_format(); %NULL to take that back
 * @extraction: what is found in its article's text with that choice, and with what was decided on other times
 *
 * Changes a time. The article's suggestions are replaced by @extraction, as with [ctor@Command.new_published], so what
 * counts from the time or is dated by it follows.
 *
 * Returns: (transfer full): a command
 */
SaysoCommand *
sayso_command_new_redate (gint64 time, const char *chosen, SaysoExtraction *extraction)
{
  SaysoCommand *self;

  g_return_val_if_fail (extraction != NULL, NULL);

  self = sayso_command_alloc (SAYSO_COMMAND_REDATE, SAYSO_ITEM_TIME, time);
  self->chosen = g_strdup (chosen);
  sayso_command_take_findings (self, extraction);

  return self;
}

SaysoCommand *
sayso_command_ref (SaysoCommand *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sayso_command_unref (SaysoCommand *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->title);
  g_free (self->published);
  g_free (self->chosen);
  g_free (self->field);
  g_free (self->value);
  g_free (self->model);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->commands, g_ptr_array_unref);
  g_clear_object (&self->document);
  g_clear_pointer (&self->anchor, sayso_anchor_free);
  g_clear_pointer (&self->further, sayso_anchor_free);
  g_clear_pointer (&self->anchors, g_ptr_array_unref);
  g_free (self->who);
  g_clear_pointer (&self->deflated, g_bytes_unref);
  g_clear_pointer (&self->payload, g_bytes_unref);
  g_clear_pointer (&self->shape, g_bytes_unref);
  g_clear_pointer (&self->extraction, sayso_extraction_unref);
  g_free (self);
}

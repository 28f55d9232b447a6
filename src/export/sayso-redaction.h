/* sayso-redaction.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-casebook.h"

G_BEGIN_DECLS

/**
 * SaysoWithhold:
 * @SAYSO_WITHHOLD_NOTHING: it is shown as it is
 * @SAYSO_WITHHOLD_ITEM: it is left out, and where a text names it, something says that it was
 * @SAYSO_WITHHOLD_NAME: a pseudonym stands for it, the same in every export of the casebook
 */
typedef enum
{
  SAYSO_WITHHOLD_NOTHING,
  SAYSO_WITHHOLD_ITEM,
  SAYSO_WITHHOLD_NAME,
} SaysoWithhold;

/**
 * SaysoRedaction:
 *
 * Which actors and articles an export keeps to itself. Names and aliases of a withheld actor are taken out of every
 * string, texts included; of a person, each single part of the name as well. An article whose name is withheld
 * loses its title, outlet, byline, address, hash and text.
 */
typedef struct _SaysoRedaction SaysoRedaction;

#define SAYSO_TYPE_REDACTION (sayso_redaction_get_type ())

GType sayso_redaction_get_type (void) G_GNUC_CONST;
SaysoRedaction *sayso_redaction_new (void);
SaysoRedaction *sayso_redaction_copy (const SaysoRedaction *self);
void sayso_redaction_free (SaysoRedaction *self);
void sayso_redaction_withhold (SaysoRedaction *self, SaysoItemKind kind, gint64 id, SaysoWithhold withhold);
SaysoWithhold sayso_redaction_get (const SaysoRedaction *self, SaysoItemKind kind, gint64 id);
gboolean sayso_redaction_is_empty (const SaysoRedaction *self);
guint sayso_redaction_count (const SaysoRedaction *self);
void sayso_redaction_clear (SaysoRedaction *self);
gboolean sayso_redaction_load (SaysoRedaction *self, SaysoCasebook *casebook, GError **error);
char *sayso_redaction_apply (const SaysoRedaction *self, const char *text, gssize length, gsize *made_length,
                             GArray *edits);
char *sayso_redaction_pseudonym (SaysoItem *item);

/**
 * SaysoEdit:
 * @from: the characters replaced
 * @to: what stands for them, in the text made
 */
typedef struct
{
  SaysoSpan from;
  SaysoSpan to;
} SaysoEdit;

SaysoSpan sayso_edits_map (GArray *edits, SaysoSpan span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoRedaction, sayso_redaction_free)

G_END_DECLS

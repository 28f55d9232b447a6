/* sayso-remarks.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-casebook.h"

G_BEGIN_DECLS

typedef enum
{
  SAYSO_REMARK_TAG,
  SAYSO_REMARK_NOTE,
  SAYSO_REMARK_LINK,
} SaysoRemarkSort;

/**
 * SaysoRemark:
 * @id: its id
 * @sort: a tag, a note or a link
 * @kind: kind of the item it is written beside
 * @item: that item
 * @text: what it says; of a link it may be empty
 * @span: of a note on an article: the words it is about; empty where it is about all of it
 * @quote: (nullable): these words
 * @type: (nullable): of a link: supports, contradicts, same-as, maybe-same-as, not-same-as,
 *   answers or conflicts
 * @other_kind: of a link: kind of the item it leads to
 * @other: of a link: that item
 * @made: when it was written, microseconds since 1970, UTC
 * @who: who wrote it
 *
 * What a person wrote beside an item.
 */
typedef struct
{
  gint64 id;
  SaysoRemarkSort sort;
  SaysoItemKind kind;
  gint64 item;
  char *text;
  SaysoSpan span;
  char *quote;
  char *type;
  SaysoItemKind other_kind;
  gint64 other;
  gint64 made;
  char *who;
} SaysoRemark;

/* One of several actors that a person found to be one. */
typedef struct
{
  gint64 id;
  char *title;
  guint n_mentions;
} SaysoSide;

/* Two actors of whom it is disputed whether they are one. */
typedef struct
{
  gint64 one;
  gint64 other;
} SaysoLookalike;

GArray *sayso_casebook_get_disputed_identities (SaysoCasebook *self, GError **error);
GArray *sayso_casebook_get_remarks (SaysoCasebook *self, SaysoItemKind kind, gint64 id, GError **error);
GArray *sayso_casebook_get_notes (SaysoCasebook *self, gint64 article, GError **error);
char **sayso_casebook_get_tags (SaysoCasebook *self, GError **error);
GHashTable *sayso_casebook_get_edits (SaysoCasebook *self, SaysoItemKind kind, gint64 id, GError **error);
GArray *sayso_casebook_get_merged (SaysoCasebook *self, gint64 actor, GError **error);
GPtrArray *sayso_casebook_get_kept (SaysoCasebook *self, gint64 article, GError **error);

G_END_DECLS

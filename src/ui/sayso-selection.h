/* sayso-selection.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SaysoSelection:
 * @bytes: what another program gives
 * @is_link: whether it is a link, with its title behind it; else a piece of a page
 *
 * What a browser gives for selected text and for links, beside the plain text that every program gives.
 */
typedef struct
{
  GBytes *bytes;
  gboolean is_link;
} SaysoSelection;

#define SAYSO_TYPE_SELECTION (sayso_selection_get_type ())

GType sayso_selection_get_type (void) G_GNUC_CONST;
void sayso_selection_register (void);
char *sayso_selection_dup_address (const SaysoSelection *self);
char *sayso_selection_dup_words (const SaysoSelection *self);
void sayso_selection_read_source (GObject *origin, GAsyncReadyCallback callback, gpointer user_data);
char *sayso_selection_read_source_finish (GAsyncResult *result);

G_END_DECLS

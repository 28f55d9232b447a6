/* sayso-story-view.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-chain-view.h"
#include "sayso-stories.h"

G_BEGIN_DECLS

/**
 * SaysoStoryView:
 *
 * Who tells a story, and from whom each has it: a tree from the articles on one side to the origins on the other, with
 * arrows from each source to who passed it on. What is inferred is dashed.
 */
#define SAYSO_TYPE_STORY_VIEW (sayso_story_view_get_type ())
G_DECLARE_FINAL_TYPE (SaysoStoryView, sayso_story_view, SAYSO, STORY_VIEW, GtkWidget)

void sayso_story_view_set_account (SaysoStoryView *self, SaysoSession *session, const SaysoAccount *account);
void sayso_story_view_fill_chain (SaysoChainView *chain, const SaysoAccount *account, gint64 claim);

G_END_DECLS

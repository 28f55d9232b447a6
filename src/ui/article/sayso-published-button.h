/* sayso-published-button.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-session.h"

G_BEGIN_DECLS

/**
 * SaysoPublishedButton:
 *
 * Says when the open article was published, and lets the reader set it. `narrow`: an icon instead of the words.
 */
#define SAYSO_TYPE_PUBLISHED_BUTTON (sayso_published_button_get_type ())
G_DECLARE_FINAL_TYPE (SaysoPublishedButton, sayso_published_button, SAYSO, PUBLISHED_BUTTON, AdwBin)

void sayso_published_button_set_article (SaysoPublishedButton *self, SaysoSession *session, SaysoArticle *article);
void sayso_published_button_open (SaysoPublishedButton *self);

G_END_DECLS

/* sayso-annotate-form.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-annotation.h"
#include "sayso-session.h"

G_BEGIN_DECLS

/**
 * SaysoAnnotateForm:
 *
 * What a reader says of words in an article: an event, a claim, an actor or a time that is found there, filled in from
 * the words; or a tag or a note for what stands there. A time is read as it is typed, and its bounds are shown.
 */
#define SAYSO_TYPE_ANNOTATE_FORM (sayso_annotate_form_get_type ())
G_DECLARE_FINAL_TYPE (SaysoAnnotateForm, sayso_annotate_form, SAYSO, ANNOTATE_FORM, GtkPopover)

GtkWidget *sayso_annotate_form_new (void);
void sayso_annotate_form_open (SaysoAnnotateForm *self, SaysoSession *session, SaysoAnnotation annotation,
                               gint64 article, SaysoSpan span, const char *words, SaysoItem *about);

void sayso_annotate_form_reword (SaysoAnnotateForm *self, SaysoSession *session, SaysoItem *about, gint64 note,
                                 const char *text);

G_END_DECLS

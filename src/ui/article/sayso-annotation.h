/* sayso-annotation.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SaysoAnnotation:
 * @SAYSO_ANNOTATION_EVENT: something happened
 * @SAYSO_ANNOTATION_CLAIM: somebody says so
 * @SAYSO_ANNOTATION_ACTOR: somebody or something is named
 * @SAYSO_ANNOTATION_TIME: a time is told
 * @SAYSO_ANNOTATION_TAG: a word to find it again by
 * @SAYSO_ANNOTATION_NOTE: what the reader has to say
 *
 * What a reader can make of words that are selected.
 */
typedef enum
{
  SAYSO_ANNOTATION_EVENT,
  SAYSO_ANNOTATION_CLAIM,
  SAYSO_ANNOTATION_ACTOR,
  SAYSO_ANNOTATION_TIME,
  SAYSO_ANNOTATION_TAG,
  SAYSO_ANNOTATION_NOTE,
  SAYSO_N_ANNOTATIONS,
} SaysoAnnotation;

G_END_DECLS

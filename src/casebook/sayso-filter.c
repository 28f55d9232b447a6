/* sayso-filter.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-filter.h"

G_DEFINE_BOXED_TYPE (SaysoFilter, sayso_filter, sayso_filter_copy, sayso_filter_free)

/**
 * sayso_filter_new:
 *
 * Returns: (transfer full): a filter that everything passes but what was rejected
 */
SaysoFilter *
sayso_filter_new (void)
{
  SaysoFilter *self = g_new0 (SaysoFilter, 1);

  self->range = SAYSO_BOUNDS_UNKNOWN;

  return self;
}

SaysoFilter *
sayso_filter_copy (const SaysoFilter *self)
{
  SaysoFilter *copy = g_memdup2 (self, sizeof *self);

  copy->text = g_strdup (self->text);

  return copy;
}

void
sayso_filter_free (SaysoFilter *self)
{
  g_free (self->text);
  g_free (self);
}

gboolean
sayso_filter_equal (const SaysoFilter *a, const SaysoFilter *b)
{
  return g_strcmp0 (a->text, b->text) == 0 && a->article == b->article && a->actor == b->actor &&
         a->claim == b->claim && a->range.earliest == b->range.earliest && a->range.latest == b->range.latest &&
         a->known == b->known && a->anonymous == b->anonymous && a->doubted == b->doubted &&
         a->undisputed == b->undisputed && a->documents == b->documents && a->undated == b->undated &&
         a->to_review == b->to_review && a->rejected == b->rejected;
}

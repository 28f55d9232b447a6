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

/* What is kept of a filter: its flags, by name. */
#define FLAG(name) { #name, G_STRUCT_OFFSET (SaysoFilter, name) }

static const struct
{
  const char *name;
  gsize offset;
} flags[] = { FLAG (anonymous), FLAG (doubted),   FLAG (undisputed), FLAG (documents),
              FLAG (undated),   FLAG (to_review), FLAG (rejected) };

/**
 * sayso_filter_to_variant:
 * @self: a filter
 *
 * Returns: (transfer floating): what it lets through, as `a{sv}`, to be kept until another time
 */
GVariant *
sayso_filter_to_variant (const SaysoFilter *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  if (self->text != NULL)
    g_variant_dict_insert (&dict, "text", "s", self->text);
  g_variant_dict_insert (&dict, "article", "x", self->article);
  g_variant_dict_insert (&dict, "actor", "x", self->actor);
  g_variant_dict_insert (&dict, "claim", "x", self->claim);
  g_variant_dict_insert (&dict, "range", "(xx)", self->range.earliest, self->range.latest);
  g_variant_dict_insert (&dict, "known", "x", self->known);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    g_variant_dict_insert (&dict, flags[i].name, "b", G_STRUCT_MEMBER (gboolean, self, flags[i].offset));

  return g_variant_dict_end (&dict);
}

/**
 * sayso_filter_new_from_variant:
 * @variant: an `a{sv}`, as [method@Filter.to_variant] gives it; what is missing or of another type is left open
 *
 * Returns: (transfer full): the filter
 */
SaysoFilter *
sayso_filter_new_from_variant (GVariant *variant)
{
  SaysoFilter *self = sayso_filter_new ();
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (variant);

  g_return_val_if_fail (g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT), self);

  g_variant_dict_lookup (&dict, "text", "s", &self->text);
  g_variant_dict_lookup (&dict, "article", "x", &self->article);
  g_variant_dict_lookup (&dict, "actor", "x", &self->actor);
  g_variant_dict_lookup (&dict, "claim", "x", &self->claim);
  g_variant_dict_lookup (&dict, "range", "(xx)", &self->range.earliest, &self->range.latest);
  g_variant_dict_lookup (&dict, "known", "x", &self->known);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    g_variant_dict_lookup (&dict, flags[i].name, "b", G_STRUCT_MEMBER_P (self, flags[i].offset));

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

/* sayso-article-text-accessible.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a screen reader learns of the marks: text attributes, beside those that a text view gives. */

#include "sayso-article-text-private.h"

static GtkAccessibleTextInterface *parent_iface;

static const char *
attribute_name (const SaysoMark *mark)
{
  switch (mark->kind)
    {
    case SAYSO_ITEM_TIME:
      return "sayso-time";
    case SAYSO_ITEM_ACTOR:
      return "sayso-actor";
    case SAYSO_ITEM_EVENT:
      return "sayso-event";
    case SAYSO_ITEM_CLAIM:
      return mark->part == SAYSO_MARK_SOURCE ? "sayso-source"
             : mark->part == SAYSO_MARK_CUE  ? "sayso-cue"
                                             : "sayso-claim";
    case SAYSO_ITEM_NONE:
    case SAYSO_ITEM_ARTICLE:
    case SAYSO_ITEM_RELATION:
    default:
      return NULL;
    }
}

/* Appends the shown marks at a place to what the text view itself says of it. */
static gboolean
get_attributes (GtkAccessibleText *accessible, unsigned int offset, gsize *n_ranges, GtkAccessibleTextRange **ranges,
                char ***names, char ***values)
{
  SaysoArticleText *self = SAYSO_ARTICLE_TEXT (accessible);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GStrvBuilder) all_names = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) all_values = g_strv_builder_new ();
  g_autoptr (GArray) all_ranges = g_array_new (FALSE, FALSE, sizeof (GtkAccessibleTextRange));
  g_auto (GStrv) own_names = NULL, own_values = NULL;
  g_autofree GtkAccessibleTextRange *own_ranges = NULL;
  gsize n_own = 0;

  if (parent_iface->get_attributes != NULL)
    parent_iface->get_attributes (accessible, offset, &n_own, &own_ranges, &own_names, &own_values);
  for (gsize i = 0; i < n_own; i++)
    {
      g_strv_builder_add (all_names, own_names[i]);
      g_strv_builder_add (all_values, own_values[i]);
      g_array_append_val (all_ranges, own_ranges[i]);
    }

  if (self->content != NULL)
    sayso_mark_index_find (self->content->marks, SAYSO_SPAN (offset, offset + 1), self->shown, found);
  for (guint i = 0; i < found->len; i++)
    {
      const SaysoMark *mark = &sayso_mark_index_get (self->content->marks, g_array_index (found, guint, i))->mark;
      const GtkAccessibleTextRange range = { mark->span.start, mark->span.end - mark->span.start };
      g_autofree char *words = self->describe != NULL ? self->describe (mark, self->describe_data) : NULL;

      if (words == NULL)
        continue;
      g_strv_builder_add (all_names, attribute_name (mark));
      g_strv_builder_add (all_values, words);
      g_array_append_val (all_ranges, range);
    }

  *n_ranges = all_ranges->len;
  *ranges =
      all_ranges->len == 0 ? NULL : (GtkAccessibleTextRange *) g_array_free (g_steal_pointer (&all_ranges), FALSE);
  *names = g_strv_builder_end (all_names);
  *values = g_strv_builder_end (all_values);

  return *n_ranges > 0;
}

void
sayso_article_text_accessible_init (GtkAccessibleTextInterface *iface)
{
  parent_iface = g_type_interface_peek_parent (iface);
  iface->get_attributes = get_attributes;
}

/**
 * sayso_article_text_set_describe:
 * @self: a text
 * @describe: says what a mark is, in a line; may return %NULL
 * @data: for it
 *
 * What assistive technologies are told of the marks. The function is called on the main thread and must be quick.
 */
void
sayso_article_text_set_describe (SaysoArticleText *self, SaysoDescribeMark describe, gpointer data)
{
  g_return_if_fail (SAYSO_IS_ARTICLE_TEXT (self));

  self->describe = describe;
  self->describe_data = data;
}

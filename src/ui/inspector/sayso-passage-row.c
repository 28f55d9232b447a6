/* sayso-passage-row.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-passage-row.h"

#include <glib/gi18n.h>

#include "sayso-colors.h"
#include "sayso-excerpt.h"
#include "sayso-locale.h"

#define MAX_CHARS 140
/* Longer ones are only underlined: a sentence in bold shouts. */
#define MAX_BOLD 40

struct _SaysoPassageRow
{
  AdwPreferencesRow parent_instance;

  /* Template */
  GtkLabel *quote;
  GtkLabel *place;
  GtkWidget *reject;

  SaysoItemKind kind;
  SaysoSpan span; /* in code points of the quote */
  gint64 article;
  SaysoSpan place_in_text;
};

G_DEFINE_FINAL_TYPE (SaysoPassageRow, sayso_passage_row, ADW_TYPE_PREFERENCES_ROW)

static SaysoColor
color_of_kind (SaysoItemKind kind)
{
  switch (kind)
    {
    case SAYSO_ITEM_TIME:
      return SAYSO_COLOR_TIME;
    case SAYSO_ITEM_ACTOR:
      return SAYSO_COLOR_ACTOR;
    case SAYSO_ITEM_EVENT:
    case SAYSO_ITEM_RELATION:
      return SAYSO_COLOR_EVENT;
    case SAYSO_ITEM_CLAIM:
    case SAYSO_ITEM_ARTICLE:
    case SAYSO_ITEM_NONE:
    default:
      return SAYSO_COLOR_CLAIM;
    }
}

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

/* A line, and weight: nothing is told by hue alone. */
static void
set_off_span (SaysoPassageRow *self)
{
  const char *text = gtk_label_get_label (self->quote);
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  guint start = g_utf8_offset_to_pointer (text, self->span.start) - text;
  guint end = g_utf8_offset_to_pointer (text, self->span.end) - text;
  GdkRGBA color;

  sayso_color_get (GTK_WIDGET (self), color_of_kind (self->kind), &color);
  if (self->span.end - self->span.start <= MAX_BOLD)
    add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD), start, end);
  add_attribute (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
  add_attribute (list,
                 pango_attr_underline_color_new (color.red * G_MAXUINT16, color.green * G_MAXUINT16,
                                                 color.blue * G_MAXUINT16),
                 start, end);
  gtk_label_set_attributes (self->quote, list);
}

static void
sayso_passage_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SAYSO_TYPE_PASSAGE_ROW);

  G_OBJECT_CLASS (sayso_passage_row_parent_class)->dispose (object);
}

static void
sayso_passage_row_class_init (SaysoPassageRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sayso_passage_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-passage-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoPassageRow, quote);
  gtk_widget_class_bind_template_child (widget_class, SaysoPassageRow, place);
  gtk_widget_class_bind_template_child (widget_class, SaysoPassageRow, reject);
}

static void
sayso_passage_row_init (SaysoPassageRow *self)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (set_off_span), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (set_off_span), self, G_CONNECT_SWAPPED);
}

/* On whose say-so a sentence tells of a relation. */
static const char *
say_so (const SaysoPassage *passage)
{
  if (passage->claim == 0 || passage->source_kind == SAYSO_SOURCE_AUTHOR)
    return _ ("The author");
  if (passage->source != NULL && *passage->source != '\0')
    return passage->source;

  return passage->source_kind == SAYSO_SOURCE_DOCUMENT    ? _ ("A document")
         : passage->source_kind == SAYSO_SOURCE_ANONYMOUS ? _ ("Not named")
                                                          : _ ("Nobody named");
}

/**
 * sayso_passage_row_new:
 * @passage: a passage
 * @kind: the kind of item that rests on it
 */
GtkWidget *
sayso_passage_row_new (const SaysoPassage *passage, SaysoItemKind kind)
{
  SaysoPassageRow *self = g_object_new (SAYSO_TYPE_PASSAGE_ROW, NULL);
  g_autofree char *quote = NULL;
  g_autofree char *place = NULL;
  g_autofree char *name = NULL;

  self->kind = kind;
  self->article = passage->article;
  self->place_in_text = passage->span;
  if (passage->span.start >= passage->sentence.start)
    self->span = SAYSO_SPAN (passage->span.start - passage->sentence.start,
                             MAX (passage->span.start, passage->span.end) - passage->sentence.start);

  quote = sayso_excerpt (passage->quote, &self->span, MAX_CHARS);
  gtk_label_set_label (self->quote, quote);
  set_off_span (self);

  if (passage->page != NULL)
    /* Translators: the outlet of an article, or its title, and on which page of the document: "Harbour Ledger, p. 4" */
    place = g_strdup_printf (_ ("%s, p. %s"),
                             passage->article_outlet != NULL ? passage->article_outlet : passage->article_title,
                             passage->page);
  else if (passage->article_outlet != NULL)
    /* Translators: the outlet of an article, and which of its paragraphs: "Harbour Ledger, paragraph 4" */
    place = g_strdup_printf (_ ("%s, paragraph %u"), passage->article_outlet, passage->paragraph);
  else
    /* Translators: a paragraph, and the title of its article, which may be long */
    place = g_strdup_printf (_ ("Paragraph %u, %s"), passage->paragraph, passage->article_title);
  if (passage->evidence != 0)
    {
      g_autofree char *where = g_steal_pointer (&place);

      place = sayso_join (say_so (passage), where, NULL);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->reject), "x", passage->evidence);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->reject), "inspector.discard");
      gtk_widget_set_visible (self->reject, TRUE);
    }
  gtk_label_set_label (self->place, place);

  name = g_strconcat (quote, " ", place, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}

/**
 * sayso_passage_row_get_place:
 * @self: a passage row
 * @span: (out): where the evidence stands in its article's text
 *
 * Returns: the article
 */
gint64
sayso_passage_row_get_place (SaysoPassageRow *self, SaysoSpan *span)
{
  g_return_val_if_fail (SAYSO_IS_PASSAGE_ROW (self), 0);
  g_return_val_if_fail (span != NULL, 0);

  *span = self->place_in_text;

  return self->article;
}

/* sayso-finding-row.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-finding-row.h"

#include "sayso-graph-draw.h"

struct _SaysoFindingRow
{
  AdwBin parent_instance;

  /* Template */
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *snippet;
};

G_DEFINE_FINAL_TYPE (SaysoFindingRow, sayso_finding_row, ADW_TYPE_BIN)

GtkWidget *
sayso_finding_row_new (void)
{
  return g_object_new (SAYSO_TYPE_FINDING_ROW, NULL);
}

static void
sayso_finding_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SAYSO_TYPE_FINDING_ROW);

  G_OBJECT_CLASS (sayso_finding_row_parent_class)->dispose (object);
}

static void
sayso_finding_row_class_init (SaysoFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sayso_finding_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoFindingRow, icon);
  gtk_widget_class_bind_template_child (widget_class, SaysoFindingRow, title);
  gtk_widget_class_bind_template_child (widget_class, SaysoFindingRow, snippet);
}

static void
sayso_finding_row_init (SaysoFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
icon_of (SaysoItem *item)
{
  switch (sayso_item_get_kind (item))
    {
    case SAYSO_ITEM_CLAIM:
      return "sayso-claims-symbolic";
    case SAYSO_ITEM_EVENT:
      return "sayso-event-symbolic";
    case SAYSO_ITEM_ACTOR:
      return sayso_node_icon_name (SAYSO_ACTOR (item)->kind, SAYSO_ACTOR (item)->unnamed);
    case SAYSO_ITEM_RELATION:
      return "sayso-actors-symbolic";
    case SAYSO_ITEM_ARTICLE:
    case SAYSO_ITEM_TIME:
    case SAYSO_ITEM_NONE:
    default:
      return "sayso-article-symbolic";
    }
}

/* The words that were looked for stand out by weight and by a line. */
static PangoAttrList *
set_off (const SaysoHit *hit)
{
  PangoAttrList *list = pango_attr_list_new ();

  for (guint i = 0; i < hit->matches->len; i++)
    {
      SaysoSpan span = g_array_index (hit->matches, SaysoSpan, i);
      PangoAttribute *attributes[] = { pango_attr_weight_new (PANGO_WEIGHT_BOLD),
                                       pango_attr_underline_new (PANGO_UNDERLINE_SINGLE) };

      for (guint j = 0; j < G_N_ELEMENTS (attributes); j++)
        {
          attributes[j]->start_index = g_utf8_offset_to_pointer (hit->snippet, span.start) - hit->snippet;
          attributes[j]->end_index = g_utf8_offset_to_pointer (hit->snippet, span.end) - hit->snippet;
          pango_attr_list_insert (list, attributes[j]);
        }
    }

  return list;
}

/**
 * sayso_finding_row_set_finding:
 * @self: a row
 * @finding: what to show
 */
void
sayso_finding_row_set_finding (SaysoFindingRow *self, SaysoFinding *finding)
{
  const SaysoHit *hit = NULL;
  g_autoptr (PangoAttrList) attributes = NULL;
  const char *title = NULL;

  g_return_if_fail (SAYSO_IS_FINDING_ROW (self));
  g_return_if_fail (SAYSO_IS_FINDING (finding));

  hit = finding->hit;
  attributes = set_off (hit);
  title = sayso_item_get_title (hit->item);
  gtk_image_set_from_icon_name (self->icon, icon_of (hit->item));
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->snippet, hit->snippet);
  gtk_label_set_attributes (self->snippet, attributes);
  gtk_widget_set_visible (GTK_WIDGET (self->snippet), !g_str_equal (hit->snippet, title));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), hit->snippet);
}

/* sayso-example.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-example.h"

#include <glib/gi18n.h>

#include "sayso-chain-view.h"
#include "sayso-link-box.h"
#include "sayso-marked-line.h"
#include "sayso-sourcing-meter.h"
#include "sayso-sourcing.h"

struct _SaysoExample
{
  AdwBin parent_instance;

  /* Template */
  SaysoChainView *chain;
  GtkLabel *words;
};

G_DEFINE_FINAL_TYPE (SaysoExample, sayso_example, ADW_TYPE_BIN)

static void
sayso_example_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SAYSO_TYPE_EXAMPLE);

  G_OBJECT_CLASS (sayso_example_parent_class)->dispose (object);
}

static void
sayso_example_class_init (SaysoExampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sayso_example_dispose;

  g_type_ensure (SAYSO_TYPE_CHAIN_VIEW);
  g_type_ensure (SAYSO_TYPE_MARKED_LINE);
  g_type_ensure (SAYSO_TYPE_SOURCING_METER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-example.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoExample, chain);
  gtk_widget_class_bind_template_child (widget_class, SaysoExample, words);
}

static void
sayso_example_init (SaysoExample *self)
{
  GtkWidget *officials;

  gtk_widget_init_template (GTK_WIDGET (self));

  officials = sayso_link_box_new (sayso_source_icon (SAYSO_SOURCE_ANONYMOUS), _ ("Two officials"), NULL);
  gtk_widget_add_css_class (officials, "anonymous");
  sayso_chain_view_append (self->chain,
                           sayso_link_box_new (sayso_source_icon (SAYSO_SOURCE_OUTLET), _ ("The paper"), NULL), NULL,
                           FALSE, FALSE);
  sayso_chain_view_append (self->chain, officials, NULL, FALSE, FALSE);
  gtk_label_set_label (self->words, sayso_sourcing_words (2));
}

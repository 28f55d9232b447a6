/* sayso-window.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-window.h"

#include "sayso-actors-view.h"
#include "sayso-article-view.h"
#include "sayso-claims-view.h"
#include "sayso-inspector.h"
#include "sayso-timeline-view.h"

struct _SaysoWindow
{
  AdwApplicationWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (SaysoWindow, sayso_window, ADW_TYPE_APPLICATION_WINDOW)

GtkWidget *
sayso_window_new (GtkApplication *application)
{
  return g_object_new (SAYSO_TYPE_WINDOW, "application", application, NULL);
}

static void
sayso_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SAYSO_TYPE_WINDOW);

  G_OBJECT_CLASS (sayso_window_parent_class)->dispose (object);
}

static void
sayso_window_class_init (SaysoWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sayso_window_dispose;

  g_type_ensure (SAYSO_TYPE_ACTORS_VIEW);
  g_type_ensure (SAYSO_TYPE_ARTICLE_VIEW);
  g_type_ensure (SAYSO_TYPE_CLAIMS_VIEW);
  g_type_ensure (SAYSO_TYPE_INSPECTOR);
  g_type_ensure (SAYSO_TYPE_TIMELINE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-window.ui");
}

static void
sayso_window_init (SaysoWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

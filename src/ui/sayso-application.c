/* sayso-application.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-application.h"

#include <glib/gi18n.h>

#include "sayso-colors.h"
#include "sayso-window.h"

struct _SaysoApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (SaysoApplication, sayso_application, ADW_TYPE_APPLICATION)

GApplication *
sayso_application_new (void)
{
  return g_object_new (SAYSO_TYPE_APPLICATION, "application-id", SAYSO_APP_ID, "resource-base-path",
                       "/io/github/sayso/Sayso", "flags", G_APPLICATION_HANDLES_OPEN, NULL);
}

static void
sayso_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (sayso_application_parent_class)->startup (application);

  g_set_application_name (_ ("Sayso"));
  gtk_window_set_default_icon_name (SAYSO_APP_ID);
  sayso_colors_install (gdk_display_get_default ());
}

static void
sayso_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (sayso_window_new (GTK_APPLICATION (application)));
  gtk_window_present (window);
}

static void
sayso_application_class_init (SaysoApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = sayso_application_startup;
  application_class->activate = sayso_application_activate;
}

static void
sayso_application_init (SaysoApplication *self)
{
}

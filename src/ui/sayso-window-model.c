/* sayso-window-model.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-window-private.h"

#include <glib/gi18n.h>

#include "sayso-reader.h"

/* On a worker thread: loading the model takes its time, and the first article needs it loaded anyway. */
static void
look (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (SaysoText) nothing = sayso_text_new ("", 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoReading) reading = sayso_reader_read (nothing, cancellable, &error);

  if (reading == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
looked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SaysoWindow *self = SAYSO_WINDOW (source);
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (self->model_banner == NULL) /* the window went */
    return;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->model_banner), error != NULL ? error->message : NULL);
  adw_banner_set_revealed (self->model_banner, error != NULL);
}

/* Whether texts can be read by the program; where not, a banner says so and what can be done all the same. */
void
sayso_window_look_for_model (SaysoWindow *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, looked, NULL);

  g_task_run_in_thread (task, look);
}

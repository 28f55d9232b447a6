/* sayso-timeline-view-dates.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Dates that are typed: where to go, when the selected event was, and what else there was. */

#include "sayso-timeline-view-private.h"

#include <glib/gi18n.h>

#include "sayso-date-editor.h"
#include "sayso-date-words.h"
#include "sayso-redate.h"
#include "sayso-timeline-new.h"

/* Not while it is still telling that it closed. */
static void
on_closed (GtkWidget *popover)
{
  g_idle_add_once ((GSourceOnceFunc) gtk_widget_unparent, popover);
}

/* What is typed, in the words of this program, before it is set. */
static void
on_typed (SaysoDateEditor *editor)
{
  SaysoBounds bounds;
  g_autofree char *edtf = sayso_time_from_words (sayso_date_editor_get_text (editor), &bounds, NULL);
  g_autofree char *words = edtf != NULL ? sayso_bounds_to_long_words (&bounds) : NULL;

  sayso_date_editor_set_note (editor, words);
  sayso_date_editor_set_ready (editor, edtf != NULL);
}

static char *
read_date (SaysoDateEditor *editor, SaysoBounds *bounds)
{
  g_autoptr (GError) error = NULL;
  char *edtf = sayso_time_from_words (sayso_date_editor_get_text (editor), bounds, &error);

  if (edtf == NULL)
    sayso_date_editor_show_error (editor, error->message);
  else
    gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (editor), GTK_TYPE_POPOVER)));

  return edtf;
}

static void
open_editor (SaysoTimelineView *self, const char *heading, const char *placeholder, const char *text, GtkWidget *below,
             GCallback apply)
{
  GtkWidget *popover = gtk_popover_new (),
            *editor = g_object_new (SAYSO_TYPE_DATE_EDITOR, "heading", heading, "placeholder", placeholder, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), editor);
  if (below != NULL)
    gtk_box_append (GTK_BOX (box), below);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_set_parent (popover, gtk_widget_get_mapped (self->more_button) ? self->more_button : GTK_WIDGET (self));
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), NULL);
  g_signal_connect (editor, "typed", G_CALLBACK (on_typed), NULL);
  g_signal_connect_object (editor, "apply", apply, self, 0);
  gtk_popover_popup (GTK_POPOVER (popover));
  sayso_date_editor_start (SAYSO_DATE_EDITOR (editor), text);
  on_typed (SAYSO_DATE_EDITOR (editor));
}

/* -- going there ------------------------------------------------------------------------------------- */

static void
on_go (SaysoDateEditor *editor, SaysoTimelineView *self)
{
  SaysoBounds bounds;
  g_autofree char *edtf = read_date (editor, &bounds);

  if (edtf == NULL)
    return;
  if (bounds.earliest == SAYSO_OPEN_PAST)
    bounds.earliest = bounds.latest - SAYSO_SECONDS_A_DAY;
  if (bounds.latest == SAYSO_OPEN_FUTURE)
    bounds.latest = bounds.earliest + SAYSO_SECONDS_A_DAY;
  sayso_timeline_model_show_range (self->model, bounds.earliest, bounds.latest + 1.0);
}

static void
go_to_date (GtkWidget *widget, const char *action, GVariant *parameter)
{
  /* Translators: an example of a date; one that the program understands */
  open_editor (SAYSO_TIMELINE_VIEW (widget), _ ("Go to Date"), "July 2015", "", NULL, G_CALLBACK (on_go));
}

/* -- the selected event's date ----------------------------------------------------------------------- */

static gboolean
may_change (SaysoTimelineView *self)
{
  gboolean read_only = TRUE;

  if (self->session != NULL)
    g_object_get (sayso_session_get_casebook (self->session), "read-only", &read_only, NULL);

  return !read_only;
}

static gint64
get_changeable (SaysoTimelineView *self)
{
  return may_change (self) ? sayso_timeline_model_get_selected (self->model) : 0;
}

static void
on_change (SaysoDateEditor *editor, SaysoTimelineView *self)
{
  SaysoBounds bounds;
  gint64 event = get_changeable (self);
  g_autofree char *edtf = event != 0 ? read_date (editor, &bounds) : NULL, *words = NULL, *message = NULL;
  g_autoptr (SaysoCommand) command = NULL;

  if (edtf == NULL)
    return;

  words = sayso_bounds_to_words (&bounds);
  /* Translators: a date, "Dated 11 – 20 Jul 2015" */
  message = g_strdup_printf (_ ("Dated %s."), words);
  command = sayso_command_new_edit (SAYSO_ITEM_EVENT, event, "when", edtf);
  sayso_session_submit (self->session, command, message);
}

static void
on_as_found (GtkWidget *button, SaysoTimelineView *self)
{
  gint64 event = get_changeable (self);
  g_autoptr (SaysoCommand) command = NULL;

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER)));
  if (event == 0)
    return;
  command = sayso_command_new_edit (SAYSO_ITEM_EVENT, event, "when", NULL);
  sayso_session_submit (self->session, command, _ ("Dated as in the text."));
}

static void
change_date (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SaysoTimelineView *self = SAYSO_TIMELINE_VIEW (widget);
  gint64 event = get_changeable (self);
  SaysoTimelineData *data = sayso_timeline_model_get_data (self->model);
  guint index = sayso_timeline_data_find (data, event);
  g_autofree char *edtf = NULL;
  GtkWidget *as_found;

  if (event == 0)
    return;

  if (index != SAYSO_NONE)
    edtf = sayso_timeline_bounds_to_edtf (&g_array_index (data->events, SaysoTimelineEvent, index).bounds);
  as_found = gtk_button_new_with_label (_ ("As in the Text"));
  gtk_widget_add_css_class (as_found, "flat");
  g_signal_connect_object (as_found, "clicked", G_CALLBACK (on_as_found), self, 0);
  open_editor (self, _ ("Date of the Event"), "11 to 20 July 2015", edtf != NULL ? edtf : "", as_found,
               G_CALLBACK (on_change));
}

/* -- a new event ------------------------------------------------------------------------------------- */

/* Within a brushed range, that is when it was; else as exactly as one can point at this scale. */
static void
new_event_at (SaysoTimelineView *self, double time)
{
  SaysoViewport *viewport = sayso_timeline_model_get_viewport (self->model);
  SaysoBounds when;
  GtkWidget *popover;

  if (!may_change (self) || sayso_session_get_article (self->session) == 0)
    return;

  if (!sayso_timeline_model_get_brush (self->model, &when) || time < when.earliest || time > when.latest)
    when = sayso_timeline_bounds_at (time, sayso_viewport_get_scale (viewport));
  popover = sayso_timeline_new_new (self->session, &when);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->axis)))
    sayso_timeline_axis_point_to (self->axis, GTK_POPOVER (popover), time);
  else
    gtk_widget_set_parent (popover, gtk_widget_get_mapped (self->more_button) ? self->more_button : GTK_WIDGET (self));
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
new_event (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SaysoTimelineView *self = SAYSO_TIMELINE_VIEW (widget);
  SaysoViewport *viewport = sayso_timeline_model_get_viewport (self->model);
  SaysoBounds brush;

  if (parameter != NULL)
    new_event_at (self, g_variant_get_double (parameter));
  else if (sayso_timeline_model_get_brush (self->model, &brush) && sayso_bounds_known (&brush) &&
           brush.earliest != SAYSO_OPEN_PAST && brush.latest != SAYSO_OPEN_FUTURE)
    new_event_at (self, brush.earliest / 2.0 + brush.latest / 2.0);
  else
    new_event_at (self, sayso_viewport_get_left (viewport) / 2 + sayso_viewport_get_right (viewport) / 2);
}

/* What can be changed follows the selection and the open article. */
void
sayso_timeline_view_update_dates (SaysoTimelineView *self)
{
  gboolean open = may_change (self) && sayso_session_get_article (self->session) != 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.new-event", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.new-event-at", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.change-date", get_changeable (self) != 0);
}

void
sayso_timeline_view_install_dates (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.go-to-date", NULL, go_to_date);
  gtk_widget_class_install_action (widget_class, "timeline.change-date", NULL, change_date);
  gtk_widget_class_install_action (widget_class, "timeline.new-event", NULL, new_event);
  gtk_widget_class_install_action (widget_class, "timeline.new-event-at", "d", new_event);
}

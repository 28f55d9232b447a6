/* sayso-timeline-around.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-around.h"

#include <glib/gi18n.h>

#include "sayso-date-words.h"
#include "sayso-surroundings.h"
#include "sayso-timeline-draw.h"
#include "sayso-timeline-legend.h"

#define MAX_SHOWN 100
#define PAUSE 200 /* milliseconds from the last change of the days */

struct _SaysoTimelineAround
{
  AdwDialog parent_instance;

  /* Template */
  AdwSpinRow *days;
  GtkListBox *list;
  GtkWidget *nothing;

  /* Owned */
  SaysoSession *session;
  GCancellable *asking;
  guint pause;

  SaysoItemKind kind;
  gint64 id;
};

G_DEFINE_FINAL_TYPE (SaysoTimelineAround, sayso_timeline_around, ADW_TYPE_DIALOG)

typedef struct
{
  SaysoCasebook *casebook;
  SaysoItemKind kind;
  gint64 id;
  guint days;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_object_unref (self->casebook);
  g_free (self);
}

/* -- rows -------------------------------------------------------------------------------------------- */

/* How far off it is, as far as that is known. */
static char *
gap_to_words (const SaysoSurrounding *near)
{
  if (near->least_days == 0)
    return g_strdup (_ ("At the same time, as far as is known"));
  if (near->most_days > near->least_days && near->after)
    /* Translators: "11 to 49 days after" */
    return g_strdup_printf (_ ("%u to %u days after"), near->least_days, near->most_days);
  if (near->most_days > near->least_days)
    return g_strdup_printf (_ ("%u to %u days before"), near->least_days, near->most_days);
  if (near->after)
    return g_strdup_printf (ngettext ("%u day after", "%u days after", near->least_days), near->least_days);

  return g_strdup_printf (ngettext ("%u day before", "%u days before", near->least_days), near->least_days);
}

static char *
join (const GPtrArray *names)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) joined = NULL;

  for (guint i = 0; i < names->len; i++)
    g_strv_builder_add (words, g_ptr_array_index (names, i));
  joined = g_strv_builder_end (words);

  /* Translators: between words in a list, as in "claimed, doubted, confirmed" */
  return g_strjoinv (C_ ("list", ", "), joined);
}

static GtkWidget *
new_row (const SaysoSurrounding *near)
{
  static const char *const signs[] = { "occurred", "reported", "learned" };
  SaysoItem *item = SAYSO_ITEM (near->event);
  const SaysoTimelineEvent event = { .kind = near->event->kind,
                                     .voice = near->event->voice,
                                     .standing = sayso_item_get_standing (item),
                                     .doubted = near->event->doubted,
                                     .source = SAYSO_SOURCE_AUTHOR };
  GtkWidget *row = adw_action_row_new (), *sign = g_object_new (SAYSO_TYPE_TIMELINE_LEGEND, NULL);
  g_autofree char *gap = gap_to_words (near), *date = sayso_bounds_to_words (&near->event->bounds),
                  *told = sayso_timeline_describe (&event), *names = join (near->shared),
                  *subtitle = g_strdup_printf ("%s · %s\n%s%s%s", gap, date, names, near->unmentioned ? " · " : "",
                                               near->unmentioned ? _ ("not told in this article") : "");
  gint64 id = sayso_item_get_id (item);

  g_object_set (sign, "sign", signs[event.kind], "valign", GTK_ALIGN_CENTER, NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sayso_item_get_title (item));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), sign);
  gtk_widget_set_tooltip_text (row, told);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "event", g_memdup2 (&id, sizeof id), g_free);

  return row;
}

static void
on_row (SaysoTimelineAround *self, GtkListBoxRow *row)
{
  gint64 *event = g_object_get_data (G_OBJECT (row), "event");
  g_autoptr (SaysoSession) session = g_object_ref (self->session);
  gint64 id = *event;

  adw_dialog_close (ADW_DIALOG (self));
  sayso_session_select (session, SAYSO_ITEM_EVENT, id, TRUE);
}

/* -- asking ------------------------------------------------------------------------------------------ */

static void
ask_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Question *question = task_data;
  g_autoptr (GError) error = NULL;
  GArray *found =
      sayso_surroundings_of (question->casebook, question->kind, question->id, question->days, MAX_SHOWN, &error);

  if (found == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, found, (GDestroyNotify) g_array_unref);
}

static void
answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SaysoTimelineAround *self = SAYSO_TIMELINE_AROUND (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (found == NULL)
    {
      sayso_session_show_error (self->session, error);
      return;
    }

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < found->len; i++)
    gtk_list_box_append (self->list, new_row (&g_array_index (found, SaysoSurrounding, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), found->len > 0);
  gtk_widget_set_visible (self->nothing, found->len == 0);
}

static void
ask (gpointer user_data)
{
  SaysoTimelineAround *self = SAYSO_TIMELINE_AROUND (user_data);
  g_autoptr (GTask) task = NULL;
  Question *question = g_new0 (Question, 1);

  self->pause = 0;
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  question->casebook = g_object_ref (sayso_session_get_casebook (self->session));
  question->kind = self->kind;
  question->id = self->id;
  question->days = adw_spin_row_get_value (self->days);
  task = g_task_new (self, self->asking, answered, NULL);
  g_task_set_source_tag (task, ask);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, ask_in_thread);
}

static void
on_days (SaysoTimelineAround *self)
{
  if (self->session == NULL)
    return;
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add_once (PAUSE, ask, self);
}

/* -- the widget -------------------------------------------------------------------------------------- */

static void
sayso_timeline_around_dispose (GObject *object)
{
  SaysoTimelineAround *self = SAYSO_TIMELINE_AROUND (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_TIMELINE_AROUND);

  G_OBJECT_CLASS (sayso_timeline_around_parent_class)->dispose (object);
}

static void
sayso_timeline_around_class_init (SaysoTimelineAroundClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sayso_timeline_around_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-timeline-around.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineAround, days);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineAround, list);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineAround, nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_days);
  gtk_widget_class_bind_template_callback (widget_class, on_row);
}

static void
sayso_timeline_around_init (SaysoTimelineAround *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sayso_timeline_around_new:
 * @session: a session
 * @kind: an event or a claim
 * @id: which
 *
 * Returns: (transfer floating): what else happened around it
 */
AdwDialog *
sayso_timeline_around_new (SaysoSession *session, SaysoItemKind kind, gint64 id)
{
  SaysoTimelineAround *self;

  g_return_val_if_fail (SAYSO_IS_SESSION (session), NULL);

  self = g_object_new (SAYSO_TYPE_TIMELINE_AROUND, NULL);
  self->session = g_object_ref (session);
  self->kind = kind;
  self->id = id;
  ask (self);

  return ADW_DIALOG (self);
}

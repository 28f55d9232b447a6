/* sayso-timeline-new.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-new.h"

#include <glib/gi18n.h>
#include <math.h>

#include "sayso-date-words.h"
#include "sayso-redate.h"
#include "sayso-timeline-change.h"

#define MAX_TIMES 2000

struct _SaysoTimelineNew
{
  GtkPopover parent_instance;

  /* Template */
  GtkEditable *title;
  GtkEditable *when;
  GtkLabel *bounds;
  GtkDropDown *sentence;
  GtkLabel *article;
  GtkWidget *add;

  /* Owned */
  SaysoSession *session;
  GCancellable *loading;
  GArray *sentences; /* of SaysoSpan; NULL: not there yet */
  char *edtf;        /* nullable; what is typed for when */

  gint64 article_id;
  SaysoBounds place; /* what was pointed at */
};

G_DEFINE_FINAL_TYPE (SaysoTimelineNew, sayso_timeline_new, GTK_TYPE_POPOVER)

/* What there is to rest on. */
typedef struct
{
  SaysoCasebook *casebook;
  gint64 article;
  SaysoBounds when;
  char *title;
  GArray *spans;
  GtkStringList *words;
  guint suggested;
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_object_unref (load->casebook);
  g_free (load->title);
  g_clear_pointer (&load->spans, g_array_unref);
  g_clear_object (&load->words);
  g_free (load);
}

/* -- sentences --------------------------------------------------------------------------------------- */

static guint
find_sentence (const Load *load, SaysoSpan span)
{
  for (guint i = 0; i < load->spans->len; i++)
    {
      const SaysoSpan *sentence = &g_array_index (load->spans, SaysoSpan, i);

      if (sentence->start <= span.start && sentence->end >= span.end)
        return i;
    }

  return 0;
}

/* The first sentence with a time that may be what was pointed at, the more exact the better. */
static void
suggest (Load *load)
{
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (GPtrArray) times = NULL;
  double least = INFINITY;

  filter->article = load->article;
  times = sayso_casebook_query (load->casebook, SAYSO_ITEM_TIME, filter, SAYSO_SORT_TEXT, 0, MAX_TIMES, NULL);
  for (guint i = 0; times != NULL && i < times->len; i++)
    {
      const SaysoTime *time = g_ptr_array_index (times, i);
      double length = (double) time->bounds.latest - time->bounds.earliest;

      if (time->bounds.earliest > load->when.latest || time->bounds.latest < load->when.earliest || length >= least)
        continue;
      least = length;
      load->suggested = find_sentence (load, time->span);
    }
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Load *load = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoText) text = sayso_casebook_get_text (load->casebook, load->article, &error);
  g_autoptr (SaysoItem) article =
      text != NULL ? sayso_casebook_get (load->casebook, SAYSO_ITEM_ARTICLE, load->article, &error) : NULL;

  load->spans = article != NULL ? sayso_casebook_get_sentences (load->casebook, load->article, &error) : NULL;
  if (load->spans == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  load->title = g_strdup (sayso_item_get_title (article));
  load->words = gtk_string_list_new (NULL);
  for (guint i = 0; i < load->spans->len; i++)
    {
      g_autofree char *words = sayso_text_slice (text, g_array_index (load->spans, SaysoSpan, i));

      gtk_string_list_append (load->words, g_strstrip (g_strdelimit (words, "\n\t", ' ')));
    }
  suggest (load);
  g_task_return_boolean (task, TRUE);
}

static void changed (SaysoTimelineNew *self);

static void
loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SaysoTimelineNew *self = SAYSO_TIMELINE_NEW (source);
  Load *load = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        gtk_label_set_text (self->article, error->message);
      return;
    }

  self->sentences = g_array_ref (load->spans);
  gtk_drop_down_set_model (self->sentence, G_LIST_MODEL (load->words));
  gtk_drop_down_set_selected (self->sentence, load->suggested);
  gtk_label_set_text (self->article, load->title);
  changed (self);
}

static void
load (SaysoTimelineNew *self)
{
  g_autoptr (GTask) task = NULL;
  Load *load = g_new0 (Load, 1);

  load->casebook = g_object_ref (sayso_session_get_casebook (self->session));
  load->article = self->article_id;
  load->when = self->place;
  self->loading = g_cancellable_new ();
  task = g_task_new (self, self->loading, loaded, NULL);
  g_task_set_source_tag (task, load_in_thread);
  g_task_set_task_data (task, load, load_free);
  g_task_run_in_thread (task, load_in_thread);
}

/* -- what is typed ----------------------------------------------------------------------------------- */

/* Reads what was typed for when, and says what it means. */
static gboolean
read_when (SaysoTimelineNew *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  SaysoBounds bounds;

  g_clear_pointer (&self->edtf, g_free);
  self->edtf = sayso_time_from_words (gtk_editable_get_text (self->when), &bounds, &error);
  words = self->edtf != NULL ? sayso_bounds_to_long_words (&bounds) : g_strdup (error->message);
  gtk_label_set_text (self->bounds, words);
  if (self->edtf != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->when), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->when), "error");

  return self->edtf != NULL;
}

static void
changed (SaysoTimelineNew *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (self->title)));
  gboolean dated = read_when (self);

  gtk_widget_set_sensitive (self->add, dated && *title != '\0' && self->sentences != NULL && self->sentences->len > 0);
}

static void
save (SaysoTimelineNew *self)
{
  guint index = gtk_drop_down_get_selected (self->sentence);
  g_autoptr (SaysoCommand) command = NULL;

  changed (self);
  if (!gtk_widget_get_sensitive (self->add) || index >= self->sentences->len)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  command = sayso_command_new_add_event (self->article_id, g_array_index (self->sentences, SaysoSpan, index),
                                         gtk_editable_get_text (self->title), self->edtf);
  sayso_session_add (self->session, command, SAYSO_ITEM_EVENT, _ ("Event added."));
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* -- the widget -------------------------------------------------------------------------------------- */

static void
sayso_timeline_new_dispose (GObject *object)
{
  SaysoTimelineNew *self = SAYSO_TIMELINE_NEW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->session);
  g_clear_pointer (&self->sentences, g_array_unref);
  g_clear_pointer (&self->edtf, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_TIMELINE_NEW);

  G_OBJECT_CLASS (sayso_timeline_new_parent_class)->dispose (object);
}

static void
sayso_timeline_new_class_init (SaysoTimelineNewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sayso_timeline_new_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-timeline-new.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineNew, title);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineNew, when);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineNew, bounds);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineNew, sentence);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineNew, article);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineNew, add);
  gtk_widget_class_bind_template_callback (widget_class, changed);
  gtk_widget_class_bind_template_callback (widget_class, save);
}

static void
sayso_timeline_new_init (SaysoTimelineNew *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sayso_timeline_new_new:
 * @session: a session in which an article is open
 * @when: what was pointed at
 *
 * Returns: (transfer floating): a popover that makes an event
 */
GtkWidget *
sayso_timeline_new_new (SaysoSession *session, const SaysoBounds *when)
{
  SaysoTimelineNew *self;
  g_autofree char *edtf = NULL;

  g_return_val_if_fail (SAYSO_IS_SESSION (session), NULL);
  g_return_val_if_fail (when != NULL, NULL);

  self = g_object_new (SAYSO_TYPE_TIMELINE_NEW, NULL);
  edtf = sayso_timeline_bounds_to_edtf (when);
  self->session = g_object_ref (session);
  self->article_id = sayso_session_get_article (session);
  self->place = *when;
  gtk_editable_set_text (self->when, edtf);
  load (self);

  return GTK_WIDGET (self);
}

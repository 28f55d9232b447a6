/* sayso-time-editor.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-time-editor.h"

#include <glib/gi18n.h>

#include "sayso-date-editor.h"
#include "sayso-date-words.h"
#include "sayso-redate.h"
#include "sayso-time-decision.h"

struct _SaysoTimeEditor
{
  GtkPopover parent_instance;

  /* Template */
  SaysoDateEditor *editor;
  GtkWidget *counted;
  GtkDropDown *from;
  GtkWidget *reset;

  SaysoTime *time;
  GPtrArray *anchors; /* (element-type utf8): what each row of @from decides */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SaysoTimeEditor, sayso_time_editor, GTK_TYPE_POPOVER)

static void
decide (SaysoTimeEditor *self, const char *chosen)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "inspector.redate", "(xs)",
                              sayso_item_get_id (SAYSO_ITEM (self->time)), chosen);
}

static void
typed (SaysoTimeEditor *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *edtf = NULL, *words = NULL;
  const char *text = sayso_date_editor_get_text (self->editor);
  SaysoBounds bounds;

  edtf = sayso_time_from_words (text, &bounds, &error);
  if (edtf != NULL)
    words = sayso_bounds_to_long_words (&bounds);
  else
    words = *text == '\0' ? g_strdup (_ ("Write a day, a month, a year, or from when to when."))
                          : g_strdup (error->message);
  sayso_date_editor_set_note (self->editor, words);
  sayso_date_editor_set_ready (self->editor, edtf != NULL);
}

static void
apply (SaysoTimeEditor *self)
{
  g_autoptr (GError) error = NULL;
  SaysoBounds bounds;
  g_autofree char *edtf = sayso_time_from_words (sayso_date_editor_get_text (self->editor), &bounds, &error);

  if (edtf == NULL)
    sayso_date_editor_show_error (self->editor, error->message);
  else if (g_strcmp0 (edtf, self->time->edtf) == 0)
    gtk_popover_popdown (GTK_POPOVER (self));
  else
    decide (self, edtf);
}

static void
anchor_chosen (SaysoTimeEditor *self)
{
  guint selected = gtk_drop_down_get_selected (self->from);

  if (!self->filling && selected < self->anchors->len)
    decide (self, g_ptr_array_index (self->anchors, selected));
}

static void
take_back (SaysoTimeEditor *self)
{
  decide (self, "");
}

static void
shown (SaysoTimeEditor *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    sayso_date_editor_start (self->editor, self->time->edtf != NULL ? self->time->edtf : "");
}

static void
add_anchor (SaysoTimeEditor *self, GtkStringList *list, SaysoAnchorKind kind, guint start, const char *words)
{
  SaysoTimeDecision decision = { .anchored = TRUE, .anchor = kind, .anchor_start = start };

  gtk_string_list_append (list, words);
  g_ptr_array_add (self->anchors, sayso_time_decision_format (&decision));
}

static void
fill (SaysoTimeEditor *self, SaysoArticle *article, GPtrArray *before)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autofree char *date =
      article != NULL && article->published != NULL ? sayso_iso_to_words (article->published) : NULL;
  g_autofree char *published = date != NULL ? g_strdup_printf (_ ("The publication date, %s"), date)
                                            : g_strdup (_ ("The publication date, which is not set"));
  guint selected = 0;

  add_anchor (self, list, SAYSO_ANCHOR_PUBLISHED, 0, published);
  for (guint i = 0; before != NULL && i < before->len; i++)
    {
      SaysoTime *time = g_ptr_array_index (before, i);
      g_autofree char *when = sayso_bounds_to_words (&time->bounds);
      g_autofree char *words = g_strdup_printf (_ ("“%s”, %s"), sayso_item_get_title (SAYSO_ITEM (time)), when);

      if (self->time->anchor_time == sayso_item_get_id (SAYSO_ITEM (time)))
        selected = self->anchors->len;
      add_anchor (self, list, SAYSO_ANCHOR_TIME, time->span.start, words);
    }
  if (self->time->anchor == SAYSO_ANCHOR_OPEN)
    selected = self->anchors->len;
  add_anchor (self, list, SAYSO_ANCHOR_OPEN, 0, _ ("Nothing that is known"));

  self->filling = TRUE;
  gtk_drop_down_set_model (self->from, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->from, selected);
  self->filling = FALSE;
}

/**
 * sayso_time_editor_new:
 * @time: a time
 * @article: (nullable): the article it stands in
 * @before: (nullable) (element-type SaysoTime): times before it that it could count from
 */
GtkWidget *
sayso_time_editor_new (SaysoTime *time, SaysoArticle *article, GPtrArray *before)
{
  SaysoTimeEditor *self = NULL;

  g_return_val_if_fail (SAYSO_IS_TIME (time), NULL);

  self = g_object_new (SAYSO_TYPE_TIME_EDITOR, NULL);
  self->time = g_object_ref (time);
  fill (self, article, before);
  gtk_widget_set_visible (self->counted, time->anchor != SAYSO_ANCHOR_NONE);
  gtk_widget_set_visible (self->reset, time->chosen != NULL);

  return GTK_WIDGET (self);
}

static void
sayso_time_editor_dispose (GObject *object)
{
  SaysoTimeEditor *self = SAYSO_TIME_EDITOR (object);

  self->filling = TRUE;
  gtk_popover_set_child (GTK_POPOVER (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_TIME_EDITOR);

  G_OBJECT_CLASS (sayso_time_editor_parent_class)->dispose (object);
}

static void
sayso_time_editor_finalize (GObject *object)
{
  SaysoTimeEditor *self = SAYSO_TIME_EDITOR (object);

  g_clear_object (&self->time);
  g_ptr_array_unref (self->anchors);

  G_OBJECT_CLASS (sayso_time_editor_parent_class)->finalize (object);
}

static void
sayso_time_editor_class_init (SaysoTimeEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sayso_time_editor_dispose;
  object_class->finalize = sayso_time_editor_finalize;

  g_type_ensure (SAYSO_TYPE_DATE_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-time-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoTimeEditor, editor);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimeEditor, counted);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimeEditor, from);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimeEditor, reset);
  gtk_widget_class_bind_template_callback (widget_class, shown);
  gtk_widget_class_bind_template_callback (widget_class, typed);
  gtk_widget_class_bind_template_callback (widget_class, apply);
  gtk_widget_class_bind_template_callback (widget_class, anchor_chosen);
  gtk_widget_class_bind_template_callback (widget_class, take_back);
}

static void
sayso_time_editor_init (SaysoTimeEditor *self)
{
  self->anchors = g_ptr_array_new_with_free_func (g_free);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

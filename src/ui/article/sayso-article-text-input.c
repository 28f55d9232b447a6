/* sayso-article-text-input.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the reader's hand does in the text: keys go from mark to mark, a click chooses one. */

#include "sayso-article-text-private.h"

/**
 * sayso_article_text_step:
 * @self: a text
 * @kinds: which kinds of mark to stop at
 * @step: 1 for the next, -1 for the one before
 *
 * Takes the cursor from mark to mark.
 *
 * Returns: whether there was another
 */
gboolean
sayso_article_text_step (SaysoArticleText *self, SaysoMarkSet kinds, int step)
{
  guint index;

  g_return_val_if_fail (SAYSO_IS_ARTICLE_TEXT (self), FALSE);

  if (self->content == NULL)
    return FALSE;

  kinds = (kinds & self->shown) | (self->shown & SAYSO_MARKS_REJECTED);
  index =
      sayso_mark_index_step (self->content->marks, sayso_article_text_get_cursor (self), self->current, kinds, step);
  if (index == SAYSO_NONE)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return FALSE;
    }

  sayso_article_text_go_to_mark (self, index);
  g_signal_emit_by_name (self, "mark-reached", index);

  return TRUE;
}

static gboolean
step_by_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SaysoMarkSet kinds;
  int step;
  const char *annotation;

  g_variant_get (args, "(ui&s)", &kinds, &step, &annotation);
  if (*annotation != '\0' && gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget))))
    return gtk_widget_activate_action (widget, "article.annotate", "s", annotation);

  sayso_article_text_step (SAYSO_ARTICLE_TEXT (widget), kinds, step);

  return TRUE;
}

static gboolean
extent_by_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SaysoArticleText *self = SAYSO_ARTICLE_TEXT (widget);
  guint index = sayso_article_text_get_mark_at_cursor (self);
  gboolean end;
  int step;

  g_variant_get (args, "(bi)", &end, &step);
  /* What keys went to need not be selected first. */
  if (self->held == SAYSO_NONE && index != SAYSO_NONE)
    g_signal_emit_by_name (self, "mark-activated", index);
  if (!sayso_article_text_step_extent (self, end, step))
    gtk_widget_error_bell (widget);

  return TRUE;
}

static gboolean
tag_by_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return gtk_widget_activate_action (widget, "article.annotate", "s", "tag");
}

static gboolean
decide_by_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  const char *decision;

  g_variant_get (args, "(&s)", &decision);

  return gtk_widget_activate_action (widget, "article.decide", "s", decision);
}

static gboolean
activate_by_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SaysoArticleText *self = SAYSO_ARTICLE_TEXT (widget);
  guint index = sayso_article_text_get_mark_at_cursor (self);

  if (index == SAYSO_NONE)
    {
      gtk_widget_error_bell (widget);
      return TRUE;
    }
  g_signal_emit_by_name (self, "mark-activated", index);
  sayso_article_text_hold (self, index);

  return TRUE;
}

static gboolean
clear_by_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SaysoArticleText *self = SAYSO_ARTICLE_TEXT (widget);

  if (sayso_article_text_cancel_extent (self))
    return TRUE;
  if (self->look.selected_kind == SAYSO_ITEM_NONE && self->current == SAYSO_NONE)
    return FALSE;

  self->current = SAYSO_NONE;
  gtk_widget_queue_draw (widget);
  g_signal_emit_by_name (self, "mark-activated", SAYSO_NONE);

  return TRUE;
}

static void
clicked (SaysoArticleText *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  const SaysoMarginNote *note;
  guint index;

  /* A drag or a double click selects text; it means no mark. */
  if (n_press != 1 || gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))))
    return;

  note = sayso_article_text_get_note_at (self, x, y, NULL);
  if (note != NULL)
    {
      SaysoSpan words = note->words;

      g_signal_emit_by_name (self, "note-activated", note->kind, note->id);
      sayso_article_text_set_spotlight (self, words);
      return;
    }
  index = sayso_article_text_get_mark_at (self, x, y);
  if (index == SAYSO_NONE)
    return;

  self->current = SAYSO_NONE;
  g_signal_emit_by_name (self, "mark-activated", index);
  sayso_article_text_hold (self, index);
}

void
sayso_article_text_add_click (SaysoArticleText *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (clicked), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

void
sayso_article_text_class_install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    SaysoMarkSet kinds;
    int step;
    const char *annotation; /* what it makes of words that are selected */
  } steps[] = {
    { GDK_KEY_Down, GDK_ALT_MASK, SAYSO_MARKS_ALL, 1, "" },
    { GDK_KEY_Up, GDK_ALT_MASK, SAYSO_MARKS_ALL, -1, "" },
    { GDK_KEY_n, 0, SAYSO_MARKS_ALL, 1, "note" },
    { GDK_KEY_p, 0, SAYSO_MARKS_ALL, -1, "" },
    { GDK_KEY_t, 0, SAYSO_MARKS_OF (SAYSO_ITEM_TIME), 1, "time" },
    { GDK_KEY_t, GDK_SHIFT_MASK, SAYSO_MARKS_OF (SAYSO_ITEM_TIME), -1, "" },
    { GDK_KEY_a, 0, SAYSO_MARKS_OF (SAYSO_ITEM_ACTOR), 1, "actor" },
    { GDK_KEY_a, GDK_SHIFT_MASK, SAYSO_MARKS_OF (SAYSO_ITEM_ACTOR), -1, "" },
    { GDK_KEY_e, 0, SAYSO_MARKS_OF (SAYSO_ITEM_EVENT), 1, "event" },
    { GDK_KEY_e, GDK_SHIFT_MASK, SAYSO_MARKS_OF (SAYSO_ITEM_EVENT), -1, "" },
    { GDK_KEY_c, 0, SAYSO_MARKS_OF (SAYSO_ITEM_CLAIM), 1, "claim" },
    { GDK_KEY_c, GDK_SHIFT_MASK, SAYSO_MARKS_OF (SAYSO_ITEM_CLAIM), -1, "" },
  };
  static const guint activate[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_widget_class_add_binding (widget_class, steps[i].key, steps[i].modifiers, step_by_key, "(uis)", steps[i].kinds,
                                  steps[i].step, steps[i].annotation);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_ALT_MASK | GDK_SHIFT_MASK, extent_by_key, "(bi)", TRUE,
                                1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK | GDK_SHIFT_MASK, extent_by_key, "(bi)", TRUE,
                                -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK | GDK_SHIFT_MASK, extent_by_key, "(bi)", FALSE,
                                1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK | GDK_SHIFT_MASK, extent_by_key, "(bi)", FALSE,
                                -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_g, 0, tag_by_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_y, 0, decide_by_key, "(s)", "confirm");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_x, 0, decide_by_key, "(s)", "reject");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_y, GDK_SHIFT_MASK, decide_by_key, "(s)", "confirm-alike");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_x, GDK_SHIFT_MASK, decide_by_key, "(s)", "reject-alike");
  for (guint i = 0; i < G_N_ELEMENTS (activate); i++)
    gtk_widget_class_add_binding (widget_class, activate[i], 0, activate_by_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, clear_by_key, NULL);
}

/* sayso-article-view-annotate.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-article-view-private.h"

#include <glib/gi18n.h>

#include "sayso-alike.h"

/* As much of a selection as makes a title. */
#define MAX_TITLE 200

/* -- words that are selected --------------------------------------------------------------------------------------- */

/* The selection without the white space around it; FALSE where nothing is left. */
static gboolean
get_selection (SaysoArticleView *self, SaysoSpan *span)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return FALSE;

  while (gtk_text_iter_compare (&start, &end) < 0 && g_unichar_isspace (gtk_text_iter_get_char (&start)))
    gtk_text_iter_forward_char (&start);
  while (gtk_text_iter_compare (&start, &end) < 0)
    {
      GtkTextIter last = end;

      gtk_text_iter_backward_char (&last);
      if (!g_unichar_isspace (gtk_text_iter_get_char (&last)))
        break;
      end = last;
    }
  *span = SAYSO_SPAN (gtk_text_iter_get_offset (&start), gtk_text_iter_get_offset (&end));

  return span->start < span->end;
}

/* The words of a span in one line. */
static char *
get_words (SaysoArticleContent *content, SaysoSpan span)
{
  g_autofree char *slice = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) line = g_string_new (NULL);

  span.end = MIN (span.end, span.start + MAX_TITLE);
  slice = sayso_text_slice (content->text, span);
  words = g_strsplit_set (slice, " \t\r\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);

  return g_string_free_and_steal (g_steal_pointer (&line));
}

/* What a tag or a note is for: the selected item where nothing else is pointed at; what stands at the words, of a note
 * at just these words; else the article. */
static SaysoItem *
get_about (SaysoArticleView *self, SaysoArticleContent *content, gboolean selected, SaysoSpan span, gboolean note)
{
  SaysoCasebook *casebook = sayso_session_get_casebook (self->session);
  SaysoItemKind kind = sayso_session_get_selected_kind (self->session);
  SaysoItem *item = NULL;
  const SaysoIndexedMark *mark;

  if (selected)
    {
      mark = sayso_article_view_get_mark (self, sayso_mark_index_hit (content->marks, span.start,
                                                                      sayso_article_text_get_shown (self->text)));
      if (mark != NULL && (!note || (mark->mark.span.start == span.start && mark->mark.span.end == span.end)))
        item = sayso_article_view_get_item (self, &mark->mark);
    }
  else if (kind != SAYSO_ITEM_NONE)
    {
      item = sayso_casebook_get (casebook, kind, sayso_session_get_selected_id (self->session), NULL);
    }

  return item != NULL ? item : SAYSO_ITEM (g_object_ref (content->article));
}

GtkWidget *
sayso_article_view_get_form (SaysoArticleView *self)
{
  if (self->form == NULL)
    {
      self->form = sayso_annotate_form_new ();
      gtk_widget_set_parent (self->form, GTK_WIDGET (self));
      /* The reader goes on in the text. */
      g_signal_connect_object (self->form, "closed", G_CALLBACK (gtk_widget_grab_focus), self->text, G_CONNECT_SWAPPED);
    }

  return self->form;
}

/**
 * sayso_article_view_annotate:
 * @self: an article view
 * @annotation: what to make of the selected words
 *
 * Opens the form at the selected words. Tags and notes need none: they are for what is selected, or the article.
 */
void
sayso_article_view_annotate (SaysoArticleView *self, SaysoAnnotation annotation)
{
  SaysoArticleContent *content = sayso_article_text_get_content (self->text);
  g_autoptr (SaysoItem) about = NULL;
  g_autofree char *words = NULL;
  SaysoSpan span = SAYSO_SPAN (0, 0);
  gboolean selected;
  GdkRectangle area;

  if (content == NULL || self->session == NULL)
    return;

  selected = get_selection (self, &span);
  if (!selected && annotation != SAYSO_ANNOTATION_TAG && annotation != SAYSO_ANNOTATION_NOTE)
    {
      sayso_session_say (self->session, _ ("Select the words in the article first."));
      return;
    }

  words = selected ? get_words (content, span) : g_strdup ("");
  about = get_about (self, content, selected, span, annotation == SAYSO_ANNOTATION_NOTE);
  sayso_article_text_get_selection_area (self->text, GTK_WIDGET (self), &area);
  gtk_popover_set_pointing_to (GTK_POPOVER (sayso_article_view_get_form (self)), &area);
  gtk_popover_popdown (GTK_POPOVER (self->bar));
  sayso_annotate_form_open (SAYSO_ANNOTATE_FORM (self->form), self->session, annotation, content->id, span, words,
                            about);
}

static const char *const annotations[SAYSO_N_ANNOTATIONS] = { "event", "claim", "actor", "time", "tag", "note" };

static void
annotate_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *name = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (annotations); i++)
    if (g_str_equal (annotations[i], name))
      sayso_article_view_annotate (SAYSO_ARTICLE_VIEW (widget), i);
}

/* -- deciding on many ---------------------------------------------------------------------------------------------- */

/* What the cursor is on, else what is selected. */
static gboolean
get_decided (SaysoArticleView *self, SaysoItemKind *kind, gint64 *id)
{
  const SaysoIndexedMark *it = sayso_article_view_get_mark (self, sayso_article_text_get_mark_at_cursor (self->text));

  *kind = it != NULL ? it->mark.kind : sayso_session_get_selected_kind (self->session);
  *id = it != NULL ? it->mark.id : sayso_session_get_selected_id (self->session);

  return *kind > SAYSO_ITEM_ARTICLE;
}

static void
decide (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SaysoArticleView *self = SAYSO_ARTICLE_VIEW (widget);
  const char *decision = g_variant_get_string (parameter, NULL);
  gboolean confirm = g_str_has_prefix (decision, "confirm");
  SaysoStanding standing = confirm ? SAYSO_STANDING_CONFIRMED : SAYSO_STANDING_REJECTED;
  g_autoptr (SaysoCommand) command = NULL;
  SaysoItemKind kind;
  gint64 id;

  if (self->session == NULL || !get_decided (self, &kind, &id))
    {
      gtk_widget_error_bell (widget);
      return;
    }

  sayso_session_select (self->session, kind, id, FALSE);
  if (g_str_has_suffix (decision, "-alike"))
    {
      sayso_alike_submit (self->session, kind, id, standing);
      return;
    }
  command = sayso_command_new_decide (kind, id, standing);
  sayso_session_submit (self->session, command, confirm ? _ ("Confirmed.") : _ ("Rejected."));
}

/* Suggestions of the kinds that are shown, each once. */
static GPtrArray *
confirm_commands (SaysoArticleView *self, SaysoArticleContent *content)
{
  SaysoMarkSet shown = sayso_article_text_get_shown (self->text);
  GPtrArray *commands = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_command_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < sayso_mark_index_get_n_marks (content->marks); i++)
    {
      const SaysoMark *mark = &sayso_mark_index_get (content->marks, i)->mark;

      if (mark->standing != SAYSO_STANDING_SUGGESTED || (shown & SAYSO_MARKS_OF (mark->kind)) == 0 ||
          !g_hash_table_add (seen, g_strdup_printf ("%d:%" G_GINT64_FORMAT, mark->kind, mark->id)))
        continue;
      g_ptr_array_add (commands, sayso_command_new_decide (mark->kind, mark->id, SAYSO_STANDING_CONFIRMED));
    }

  return commands;
}

static void
confirm_shown (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SaysoArticleView *self = SAYSO_ARTICLE_VIEW (widget);
  SaysoArticleContent *content = sayso_article_text_get_content (self->text);
  g_autoptr (GPtrArray) commands = content == NULL ? NULL : confirm_commands (self, content);
  g_autoptr (SaysoCommand) group = NULL;
  g_autofree char *title = NULL, *message = NULL;

  if (commands == NULL)
    return;
  if (commands->len == 0)
    {
      sayso_session_say (self->session, _ ("Nothing is left to confirm here."));
      return;
    }

  /* Translators: follows "Undo" */
  title = g_strdup_printf (ngettext ("Confirm %u Suggestion", "Confirm %u Suggestions", commands->len), commands->len);
  message = g_strdup_printf (ngettext ("%u suggestion confirmed.", "%u suggestions confirmed.", commands->len),
                             commands->len);
  group = sayso_command_new_group (title, (SaysoCommand *const *) commands->pdata, commands->len);
  sayso_session_submit (self->session, group, message);
}

/* -- the ends of a mark -------------------------------------------------------------------------------------------- */

static void
extent_changed (SaysoArticleView *self, guint index, guint was_start, guint was_end, guint start, guint end)
{
  SaysoArticleContent *content = sayso_article_text_get_content (self->text);
  const SaysoIndexedMark *it = sayso_article_view_get_mark (self, index);
  g_autoptr (SaysoCommand) command = NULL;
  g_autofree char *words = NULL;

  if (it == NULL || self->session == NULL)
    return;

  command = sayso_command_new_extent (content->id, it->mark.kind, it->mark.id, it->mark.part,
                                      SAYSO_SPAN (was_start, was_end), SAYSO_SPAN (start, end));
  sayso_session_submit (self->session, command, _ ("Ends of the mark moved."));
  words = get_words (content, SAYSO_SPAN (start, end));
  gtk_accessible_announce (GTK_ACCESSIBLE (self->text), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
sayso_article_view_install_annotate (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, extent_changed);
  gtk_widget_class_install_action (widget_class, "article.annotate", "s", annotate_action);
  gtk_widget_class_install_action (widget_class, "article.confirm-shown", NULL, confirm_shown);
  gtk_widget_class_install_action (widget_class, "article.decide", "s", decide);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "article.confirm-shown", NULL);
}

void
sayso_article_view_init_annotate (SaysoArticleView *self)
{
  self->bar = GTK_WIDGET (sayso_annotate_bar_new (self->text, GTK_WIDGET (self)));
}

void
sayso_article_view_forget_annotate (SaysoArticleView *self)
{
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->form, gtk_widget_unparent);
}

/* sayso-article-content.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-article-content.h"

#include <string.h>

#include "sayso-remarks.h"

#define REPLACEMENT "\357\277\275"

/* A text buffer takes no U+0000, and means a widget by U+FFFC. */
static char *
text_for_buffer (SaysoText *text)
{
  const char *utf8 = sayso_text_get_utf8 (text), *end = utf8 + sayso_text_get_bytes (text), *from = utf8;
  g_autoptr (GString) shown = g_string_sized_new (end - utf8 + 1);

  for (const char *p = utf8; p < end; p = g_utf8_next_char (p))
    {
      if (*p != '\0' && g_utf8_get_char (p) != 0xfffc)
        continue;
      g_string_append_len (shown, from, p - from);
      g_string_append (shown, REPLACEMENT);
      from = g_utf8_next_char (p);
    }
  g_string_append_len (shown, from, end - from);

  return g_string_free_and_steal (g_steal_pointer (&shown));
}

static void
add_style (GArray *styles, guint start, guint end, SaysoArticleStyle style)
{
  const SaysoStyledSpan styled = { SAYSO_SPAN (start, end), style };

  if (start < end)
    g_array_append_val (styles, styled);
}

static void
add_gaps (GArray *styles, SaysoText *text)
{
  const char *utf8 = sayso_text_get_utf8 (text), *end = utf8 + sayso_text_get_bytes (text);
  guint offset = 0, line = 0;
  gboolean blank = TRUE;

  for (const char *p = utf8; p < end; p = g_utf8_next_char (p), offset++)
    {
      if (*p == '\n')
        {
          if (blank)
            add_style (styles, line, offset + 1, SAYSO_STYLE_GAP);
          line = offset + 1;
          blank = TRUE;
        }
      else if (!g_unichar_isspace (g_utf8_get_char (p)))
        {
          blank = FALSE;
        }
    }
}

static gboolean
is_same_words (const char *a, const char *b)
{
  g_auto (GStrv) first = g_strsplit_set (a, " \t\n\r", -1), second = g_strsplit_set (b, " \t\n\r", -1);
  guint i = 0, j = 0;

  while (TRUE)
    {
      while (first[i] != NULL && *first[i] == '\0')
        i++;
      while (second[j] != NULL && *second[j] == '\0')
        j++;
      if (first[i] == NULL || second[j] == NULL)
        return first[i] == second[j];
      if (!g_str_equal (first[i++], second[j++]))
        return FALSE;
    }
}

static gboolean
begins_with_title (SaysoText *text, GArray *blocks, const char *title)
{
  const SaysoTextBlock *first;
  g_autofree char *words = NULL;

  if (blocks->len == 0 || title == NULL)
    return FALSE;

  first = &g_array_index (blocks, SaysoTextBlock, 0);
  words = sayso_text_slice (text, first->span);

  return is_same_words (words, title);
}

/* Whether nothing but one line break parts a block from the next. */
static gboolean
is_tight (SaysoText *text, SaysoSpan block, SaysoSpan next)
{
  g_autofree char *between = NULL;
  const char *line;

  if (next.start <= block.end)
    return FALSE;

  between = sayso_text_slice (text, SAYSO_SPAN (block.end, next.start));
  line = strchr (between, '\n');

  return line != NULL && strchr (line + 1, '\n') == NULL;
}

static void
add_blocks (GArray *styles, SaysoText *text, GArray *blocks, gboolean has_title)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const SaysoTextBlock *block = &g_array_index (blocks, SaysoTextBlock, i);
      const SaysoTextBlock *next = i + 1 < blocks->len ? &g_array_index (blocks, SaysoTextBlock, i + 1) : NULL;

      if (i == 0 && has_title)
        add_style (styles, block->span.start, block->span.end, SAYSO_STYLE_TITLE);
      else if (block->kind == SAYSO_BLOCK_HEADING)
        add_style (styles, block->span.start, block->span.end, SAYSO_STYLE_HEADING);
      else if (block->kind == SAYSO_BLOCK_ITEM)
        add_style (styles, block->span.start, block->span.end, SAYSO_STYLE_ITEM);

      if (next != NULL && is_tight (text, block->span, next->span))
        add_style (styles, block->span.start, block->span.end, SAYSO_STYLE_SPACED);
    }
}

static void
note_clear (gpointer data)
{
  g_free (((SaysoMarginNote *) data)->text);
}

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const SaysoMarginNote *first = a, *second = b;

  return (first->start > second->start) - (first->start < second->start);
}

/* Notes on what has no mark in the text are of the whole article. */
static gboolean
add_notes (SaysoArticleContent *self, SaysoCasebook *casebook, GError **error)
{
  g_autoptr (GArray) remarks = sayso_casebook_get_notes (casebook, self->id, error);

  if (remarks == NULL)
    return FALSE;

  for (guint i = 0; i < remarks->len; i++)
    {
      const SaysoRemark *remark = &g_array_index (remarks, SaysoRemark, i);
      guint index = sayso_mark_index_find_item (self->marks, remark->kind, remark->item, 0);
      SaysoMarginNote note = { remark->span.start, remark->kind, remark->item, g_strdup (remark->text), remark->span };

      if (index != SAYSO_NONE)
        note.start = sayso_mark_index_get (self->marks, index)->mark.span.start;
      g_array_append_val (self->notes, note);
    }
  g_array_sort (self->notes, compare_notes);

  return TRUE;
}

/**
 * sayso_article_content_new:
 * @id: the article
 * @article: (transfer none): its metadata
 * @text: (transfer none): its text
 * @blocks: (element-type SaysoTextBlock): its blocks
 * @marks: (element-type SaysoMark): its marks
 *
 * Returns: (transfer full): what the pane shows
 */
SaysoArticleContent *
sayso_article_content_new (gint64 id, SaysoArticle *article, SaysoText *text, GArray *blocks, GArray *marks)
{
  SaysoArticleContent *self;

  g_return_val_if_fail (SAYSO_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (blocks != NULL, NULL);
  g_return_val_if_fail (marks != NULL, NULL);

  self = g_atomic_rc_box_new0 (SaysoArticleContent);
  self->id = id;
  self->article = g_object_ref (article);
  self->text = sayso_text_ref (text);
  self->shown = text_for_buffer (text);
  self->marks = sayso_mark_index_new ((const SaysoMark *) marks->data, marks->len);
  self->has_title = begins_with_title (text, blocks, sayso_item_get_title (SAYSO_ITEM (article)));
  self->pages = sayso_pages_parse (NULL);
  self->notes = g_array_new (FALSE, FALSE, sizeof (SaysoMarginNote));
  g_array_set_clear_func (self->notes, note_clear);
  self->styles = g_array_new (FALSE, FALSE, sizeof (SaysoStyledSpan));
  add_gaps (self->styles, text);
  add_blocks (self->styles, text, blocks, self->has_title);

  return self;
}

/**
 * sayso_article_content_load:
 * @casebook: a casebook
 * @id: an article
 * @error: where to put a %SAYSO_CASEBOOK_ERROR
 *
 * Reads an article and its marks. Takes time in proportion to its length.
 *
 * Returns: (transfer full) (nullable): what the pane shows of it
 */
SaysoArticleContent *
sayso_article_content_load (SaysoCasebook *casebook, gint64 id, GError **error)
{
  g_autoptr (SaysoArticleContent) self = NULL;
  g_autoptr (SaysoProvenance) provenance = NULL;
  g_autoptr (SaysoItem) item = NULL;
  g_autoptr (SaysoText) text = NULL;
  g_autoptr (GArray) blocks = NULL, marks = NULL;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (casebook), NULL);

  item = sayso_casebook_get (casebook, SAYSO_ITEM_ARTICLE, id, error);
  if (item == NULL)
    return NULL;
  text = sayso_casebook_get_text (casebook, id, error);
  if (text == NULL)
    return NULL;
  blocks = sayso_casebook_get_blocks (casebook, id, error);
  if (blocks == NULL)
    return NULL;
  marks = sayso_casebook_get_marks (casebook, id, error);
  if (marks == NULL)
    return NULL;

  self = sayso_article_content_new (id, SAYSO_ARTICLE (item), text, blocks, marks);

  provenance = sayso_casebook_get_provenance (casebook, id, NULL);
  if (provenance != NULL)
    {
      g_array_unref (self->pages);
      self->pages = sayso_pages_parse (sayso_provenance_get (provenance, "pages"));
    }

  return add_notes (self, casebook, error) ? g_steal_pointer (&self) : NULL;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  SaysoArticleContent *self = sayso_article_content_load (source, *(gint64 *) data, &error);

  if (self == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, self, (GDestroyNotify) sayso_article_content_unref);
}

/**
 * sayso_article_content_load_async:
 * @casebook: a casebook
 * @id: an article
 * @cancellable: (nullable): stops waiting for it
 * @callback: called when it is there
 * @user_data: for @callback
 *
 * [func@article_content_load] on a thread of its own.
 */
void
sayso_article_content_load_async (SaysoCasebook *casebook, gint64 id, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SAYSO_IS_CASEBOOK (casebook));

  task = g_task_new (casebook, cancellable, callback, user_data);
  g_task_set_source_tag (task, sayso_article_content_load_async);
  g_task_set_task_data (task, g_memdup2 (&id, sizeof id), g_free);
  g_task_run_in_thread (task, load_in_thread);
}

SaysoArticleContent *
sayso_article_content_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

SaysoArticleContent *
sayso_article_content_ref (SaysoArticleContent *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  SaysoArticleContent *self = data;

  g_clear_object (&self->article);
  g_clear_pointer (&self->text, sayso_text_unref);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->styles, g_array_unref);
  g_clear_pointer (&self->marks, sayso_mark_index_free);
  g_clear_pointer (&self->pages, g_array_unref);
  g_clear_pointer (&self->notes, g_array_unref);
}

void
sayso_article_content_unref (SaysoArticleContent *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

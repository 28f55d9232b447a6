/* sayso-event-title.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-event-frame.h"

static void
append_phrase (const SaysoExtractor *self, GString *title, SaysoRun run)
{
  g_autofree char *text = NULL;

  /* A comma begins what can be left out. */
  for (guint i = run.first + 1; i <= run.last; i++)
    if (sayso_tree_is_mark (&self->tree, i, ",;(") && i > run.first + 1)
      {
        run.last = i - 1;
        break;
      }
  if (run.first > run.last || title->len > SAYSO_TITLE_MAX)
    return;
  text = sayso_extractor_text (self, run, MAX (SAYSO_TITLE_MAX - MIN (title->len, SAYSO_TITLE_MAX), 24));
  if (title->len > 0)
    g_string_append_c (title, ' ');
  g_string_append (title, text);
}

static void
append_noun (SaysoExtractor *self, GString *title, int token)
{
  const SaysoToken *t = sayso_extractor_token (self, token);
  SaysoSpan span;
  SaysoRun run;
  guint actor;

  if (t->upos == SAYSO_UPOS_PRON || t->upos == SAYSO_UPOS_DET)
    {
      actor = sayso_extractor_actor_of (self, token, &span);
      if (actor != SAYSO_NONE)
        {
          if (title->len > 0)
            g_string_append_c (title, ' ');
          g_string_append (title, sayso_extractor_actor (self, actor)->name);
          return;
        }
    }
  /* "the product that was sold" */
  if (t->lemma != NULL && sayso_table_cell_has ("who which that", t->lemma) && t->head >= 0 &&
      sayso_tree_deprel_is (&self->tree, t->head, "acl:relcl acl") && sayso_extractor_token (self, t->head)->head >= 0)
    token = sayso_extractor_token (self, t->head)->head;
  run = sayso_tree_phrase (&self->tree, token);
  while (run.first < run.last && (sayso_extractor_token (self, run.first)->upos == SAYSO_UPOS_ADP ||
                                  sayso_extractor_token (self, run.first)->upos == SAYSO_UPOS_SCONJ ||
                                  sayso_extractor_token (self, run.first)->upos == SAYSO_UPOS_PUNCT))
    run.first++;
  append_phrase (self, title, run);
}

static char *
finish_title (GString *title)
{
  gunichar first = g_utf8_get_char (title->str);
  char head[8] = { 0 };

  g_unichar_to_utf8 (g_unichar_toupper (first), head);

  return g_strconcat (head, title->len > 0 ? g_utf8_next_char (title->str) : "", NULL);
}

/* Subject, verb and object as the text has them, on one short line. */
char *
sayso_frame_make_title (SaysoExtractor *self, const SaysoFrame *frame)
{
  g_autoptr (GString) title = g_string_new (NULL);
  int subject = frame->passive ? frame->patient : frame->agent, rest;
  guint verb = frame->verb;

  if (subject >= 0)
    append_noun (self, title, subject);
  append_phrase (self, title, sayso_frame_get_verb_run (self, frame));
  if (frame->last_object > frame->patient && frame->patient > (int) verb)
    append_phrase (self, title,
                   (SaysoRun) { self->tree.left[frame->patient],
                                sayso_tree_phrase (&self->tree, frame->last_object).last });
  else if (!frame->passive && frame->patient > (int) verb)
    append_noun (self, title, frame->patient);
  else if ((rest = sayso_tree_child (&self->tree, verb, "ccomp xcomp")) > (int) verb)
    append_phrase (self, title, (SaysoRun) { self->tree.left[rest], self->tree.right[rest] });
  else if (!frame->passive || frame->agent < 0)
    {
      for (rest = self->tree.first_child[verb]; rest >= 0; rest = self->tree.next_sibling[rest])
        if (rest > (int) verb && sayso_tree_deprel_is (&self->tree, rest, "obl"))
          break;
      if (rest >= 0)
        append_phrase (self, title,
                       (SaysoRun) { self->tree.left[rest],
                                    MAX (sayso_tree_phrase (&self->tree, rest).last, (guint) rest) });
    }
  if (frame->passive && frame->agent > (int) verb)
    append_phrase (self, title,
                   (SaysoRun) { self->tree.left[frame->agent], sayso_tree_phrase (&self->tree, frame->agent).last });

  return finish_title (title);
}

/* "Theft of the archive". */
char *
sayso_frame_make_noun_title (const SaysoExtractor *self, guint noun)
{
  g_autoptr (GString) title = g_string_new (NULL);

  append_phrase (self, title, sayso_tree_phrase (&self->tree, noun));

  return finish_title (title);
}

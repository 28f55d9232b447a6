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

/* In "the product that was sold" the noun for which "that" stands; else the token itself. */
int
sayso_frame_named_by (const SaysoExtractor *self, int token)
{
  const SaysoToken *t = sayso_extractor_token (self, token);

  if (t->lemma != NULL && sayso_table_cell_has ("who which that", t->lemma) && t->head >= 0 &&
      sayso_tree_deprel_is (&self->tree, t->head, "acl:relcl acl") && sayso_extractor_token (self, t->head)->head >= 0)
    return sayso_extractor_token (self, t->head)->head;

  return token;
}

static gboolean
is_plural (const SaysoExtractor *self, int token)
{
  token = sayso_frame_named_by (self, token);

  return (sayso_extractor_token (self, token)->morph & SAYSO_MORPH_PLURAL) != 0 ||
         sayso_tree_child (&self->tree, token, "conj") >= 0 ||
         sayso_tree_lemma_in (&self->tree, token, "they these those we you");
}

/* "watch", "watches"; "carry", "carries". */
static void
append_present (GString *title, const char *lemma, gboolean plural)
{
  gsize n = strlen (lemma);

  g_string_append_printf (title, " %s", lemma);
  if (plural)
    return;
  if (n > 1 && lemma[n - 1] == 'y' && strchr ("aeiou", lemma[n - 2]) == NULL)
    g_string_overwrite (title, title->len - 1, "ies");
  else if (g_str_has_suffix (lemma, "s") || g_str_has_suffix (lemma, "x") || g_str_has_suffix (lemma, "z") ||
           g_str_has_suffix (lemma, "ch") || g_str_has_suffix (lemma, "sh") || g_str_has_suffix (lemma, "o"))
    g_string_append (title, "es");
  else
    g_string_append_c (title, 's');
}

/*
 * A participle has no tense of its own: "the firm, watching the port" is told as "the firm watches the port", "the
 * letter sent by the firm" as "the letter was sent by the firm".
 */
static void
append_verb (const SaysoExtractor *self, GString *title, const SaysoFrame *frame, int subject)
{
  const SaysoToken *verb = sayso_extractor_token (self, frame->verb);

  if (subject >= 0 && frame->over < 0 && sayso_tree_child (&self->tree, frame->verb, "aux aux:pass") < 0)
    {
      if (frame->passive && sayso_tree_deprel_is (&self->tree, frame->verb, "acl"))
        g_string_append (title, is_plural (self, subject) ? " were" : " was");
      else if (!frame->passive && (verb->morph & SAYSO_MORPH_GERUND) != 0 && verb->lemma != NULL)
        {
          append_present (title, verb->lemma, is_plural (self, subject));
          return;
        }
    }
  append_phrase (self, title, sayso_frame_get_verb_run (self, frame));
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
  token = sayso_frame_named_by (self, token);
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
  append_verb (self, title, frame, subject);
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
        if (rest > (int) verb && sayso_tree_deprel_is (&self->tree, rest, "obl") &&
            !sayso_tree_is_mark (&self->tree, rest - 1, ",") &&
            sayso_tree_child_word (&self->tree, rest, "case", "accord") < 0)
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

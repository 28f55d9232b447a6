/* sayso-parser.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-enum.h"
#include "sayso-reader-enums.h"
#include "sayso-syntax-private.h"

typedef struct
{
  SaysoUpos upos;
  SaysoMorph morph;
} Tag;

/* "VERB+past" as what it says. */
static Tag
read_tag (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "+", 2);
  g_autofree char *upos = g_ascii_strdown (parts[0], -1);
  Tag tag = { SAYSO_UPOS_UNKNOWN, SAYSO_MORPH_NONE };
  int value;
  guint flag;

  if (sayso_enum_from_nick (SAYSO_TYPE_UPOS, upos, &value))
    tag.upos = value;
  if (parts[1] != NULL)
    {
      g_autoptr (GFlagsClass) class = g_type_class_ref (SAYSO_TYPE_MORPH);
      GFlagsValue *found = g_flags_get_value_by_nick (class, parts[1]);

      flag = found != NULL ? found->value : 0;
      tag.morph = flag;
    }

  return tag;
}

static void
parse_sentence (SaysoReading *reading, const SaysoSentence *sentence, const SaysoModel *model, const Tag *tags,
                SaysoSyntax *syntax)
{
  guint32 features[SAYSO_MOVE_FEATURES];
  guint allowed;

  sayso_syntax_start (syntax, sentence->n_tokens);
  for (guint i = 0; i < sentence->n_tokens; i++)
    {
      const SaysoToken *token = sayso_reading_token (reading, sentence->first + i);

      sayso_syntax_add_word (syntax, i, sayso_token_text (reading, token), sayso_token_bytes (token));
    }
  for (guint i = 0; i < sentence->n_tokens; i++)
    syntax->tags[i] =
        sayso_perceptron_decide (&model->tags, features, sayso_syntax_tag_features (syntax, i, features), ~0u);

  sayso_syntax_start_parse (syntax);
  while ((allowed = sayso_syntax_allowed (syntax)) != 0)
    {
      guint n = sayso_syntax_move_features (syntax, features);
      SaysoMove move = sayso_perceptron_decide (&model->moves, features, n, allowed);
      guint8 label = 0;

      if (move == SAYSO_MOVE_LEFT || move == SAYSO_MOVE_RIGHT)
        {
          int top = syntax->stack[syntax->depth - 1], next = syntax->next;

          n = sayso_syntax_label_features (syntax, move == SAYSO_MOVE_LEFT ? next : top,
                                           move == SAYSO_MOVE_LEFT ? top : next, features);
          label = sayso_perceptron_decide (&model->labels, features, n, ~0u);
        }
      sayso_syntax_move (syntax, move, label);
    }

  for (guint i = 0; i < sentence->n_tokens; i++)
    {
      SaysoToken *token = &g_array_index (reading->tokens, SaysoToken, sentence->first + i);
      gboolean root = syntax->heads[i] == (int) sentence->n_tokens;

      token->upos = tags[syntax->tags[i]].upos;
      token->morph = tags[syntax->tags[i]].morph;
      token->head = root ? -1 : (int) sentence->first + syntax->heads[i];
      token->deprel = root ? "root" : model->label_names[syntax->labels[i]];
    }
}

/* Gives each token its tag and its place in the sentence's tree. */
void
sayso_reader_parse (SaysoReading *reading)
{
  const SaysoModel *model = sayso_model_get ();
  g_autofree Tag *tags = g_new (Tag, model->tags.n_classes);
  SaysoSyntax syntax = { 0 };

  for (guint i = 0; i < model->tags.n_classes; i++)
    tags[i] = read_tag (model->tag_names[i]);
  for (guint i = 0; i < reading->sentences->len; i++)
    parse_sentence (reading, sayso_reading_sentence (reading, i), model, tags, &syntax);
  sayso_syntax_clear (&syntax);
}

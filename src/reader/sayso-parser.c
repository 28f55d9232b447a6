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

static gboolean
is_shouted_or_number (const SaysoReading *reading, guint i)
{
  const SaysoToken *token = sayso_reading_token (reading, i);
  const char *text = sayso_token_text (reading, token);
  gsize bytes = sayso_token_bytes (token);

  for (gsize k = 0; k < bytes; k++)
    if (g_ascii_islower (text[k]))
      return FALSE;

  return TRUE;
}

static gboolean
is_lower (const SaysoReading *reading, guint i)
{
  return g_unichar_islower (g_utf8_get_char (sayso_token_text (reading, sayso_reading_token (reading, i))));
}

/*
 * How many tokens of a dateline lead the sentence, its dash among them ("JUNE 2015 —", "OSLO (Velar News) -"): they
 * are no part of the grammar of what follows.
 */
static guint
dateline_length (const SaysoReading *reading, const SaysoSentence *sentence)
{
  gboolean words = FALSE, bracket = FALSE;

  for (guint i = 0; i + 3 < sentence->n_tokens && i < 12; i++)
    {
      const SaysoToken *token = sayso_reading_token (reading, sentence->first + i);
      const char *text = sayso_token_text (reading, token);

      if (g_str_has_prefix (text, "—") || g_str_has_prefix (text, "–") || *text == '-')
        return words && !bracket && !is_lower (reading, sentence->first + i + 1) ? i + 1 : 0;
      if (*text == '(')
        bracket = TRUE;
      else if (*text == ')')
        bracket = FALSE;
      /* "OSLO, 14 March 2016 —" */
      else if (!bracket && !is_shouted_or_number (reading, sentence->first + i) && !(words && g_ascii_isupper (*text)))
        return 0;
      words |= g_ascii_isupper (*text) && sayso_token_bytes (token) > 2;
    }

  return 0;
}

/*
 * "Spies aimed to stop it." read as spies that were aimed: where a sentence has a noun for its root, no verb of its own
 * and a participle on the noun, the participle is its verb.
 */
static guint
mend_root (SaysoReading *reading, guint first, guint n_tokens, guint root)
{
  SaysoToken *noun = &g_array_index (reading->tokens, SaysoToken, root), *verb = NULL;
  guint found = 0;

  if ((noun->upos != SAYSO_UPOS_NOUN && noun->upos != SAYSO_UPOS_PROPN && noun->upos != SAYSO_UPOS_PRON) ||
      n_tokens < 5 || sayso_token_text (reading, sayso_reading_token (reading, first + n_tokens - 1))[0] != '.')
    return root;
  for (guint i = first; i < first + n_tokens; i++)
    {
      SaysoToken *token = &g_array_index (reading->tokens, SaysoToken, i);

      if (token->head != (int) root)
        continue;
      if (g_str_has_prefix (token->deprel, "nsubj") || g_str_has_prefix (token->deprel, "cop") ||
          g_str_has_prefix (token->deprel, "aux") || g_str_equal (token->deprel, "parataxis"))
        return root;
      if (verb == NULL && i > root && g_str_equal (token->deprel, "acl") && token->upos == SAYSO_UPOS_VERB &&
          (token->morph & (SAYSO_MORPH_PARTICIPLE | SAYSO_MORPH_PAST)) != 0)
        {
          verb = token;
          found = i;
        }
    }
  if (verb == NULL)
    return root;

  verb->head = -1;
  verb->deprel = "root";
  verb->morph = SAYSO_MORPH_PAST;
  noun->head = found;
  noun->deprel = "nsubj";
  for (guint i = found + 1; i < first + n_tokens; i++)
    {
      SaysoToken *token = &g_array_index (reading->tokens, SaysoToken, i);

      if (token->head == (int) root)
        {
          token->head = found;
          if (g_str_equal (token->deprel, "nmod"))
            token->deprel = "obl";
        }
    }

  return found;
}

/* Tags and parses @n tokens from @first as a tree of their own; returns its root. */
static guint
parse_tokens (SaysoReading *reading, guint first, guint n_tokens, const SaysoModel *model, const Tag *tags,
              SaysoSyntax *syntax)
{
  guint32 features[SAYSO_MOVE_FEATURES];
  guint allowed, top_root = first;
  gboolean rooted = FALSE, verb = FALSE;

  sayso_syntax_start (syntax, n_tokens);
  for (guint i = 0; i < n_tokens; i++)
    {
      const SaysoToken *token = sayso_reading_token (reading, first + i);

      sayso_syntax_add_word (syntax, i, sayso_token_text (reading, token), sayso_token_bytes (token));
    }
  for (guint i = 0; i < n_tokens; i++)
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

  /* A tree has one root, a verb rather than another; what else was left over belongs to it loosely. */
  for (guint i = n_tokens; i-- > 0;)
    if (syntax->heads[i] == (int) n_tokens && (!rooted || !verb || tags[syntax->tags[i]].upos == SAYSO_UPOS_VERB))
      {
        top_root = first + i;
        rooted = TRUE;
        verb |= tags[syntax->tags[i]].upos == SAYSO_UPOS_VERB;
      }
  for (guint i = 0; i < n_tokens; i++)
    {
      SaysoToken *token = &g_array_index (reading->tokens, SaysoToken, first + i);
      gboolean hangs = syntax->heads[i] != (int) n_tokens;

      token->upos = tags[syntax->tags[i]].upos;
      token->morph = tags[syntax->tags[i]].morph;
      if (hangs || first + i != top_root)
        {
          token->head = hangs ? (int) first + syntax->heads[i] : (int) top_root;
          token->deprel = hangs ? model->label_names[syntax->labels[i]] : "parataxis";
          continue;
        }
      token->head = -1;
      token->deprel = "root";
    }

  return mend_root (reading, first, n_tokens, top_root);
}

static void
parse_sentence (SaysoReading *reading, const SaysoSentence *sentence, const SaysoModel *model, const Tag *tags,
                SaysoSyntax *syntax)
{
  guint dateline = dateline_length (reading, sentence);
  guint root = parse_tokens (reading, sentence->first + dateline, sentence->n_tokens - dateline, model, tags, syntax);

  if (dateline == 0)
    return;
  parse_tokens (reading, sentence->first, dateline, model, tags, syntax);
  for (guint i = sentence->first; i < sentence->first + dateline; i++)
    {
      SaysoToken *token = &g_array_index (reading->tokens, SaysoToken, i);

      if (token->head < 0)
        {
          token->head = root;
          token->deprel = "parataxis";
        }
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

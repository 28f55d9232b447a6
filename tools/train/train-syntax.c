/* train-syntax.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Trains the reader's tagger and parser:
 *
 *   _build/root/tools/train/train-syntax MODEL DEV.conllu TRAIN.conllu...
 *
 * prints the accuracy on DEV after each round and writes MODEL (see data/reader/README.md). Deterministic: the
 * same files give the same model.
 */

#include <math.h>
#include <stdio.h>

#include "sayso-syntax-private.h"

#define MAGIC "SaysoSyntax3"
#define TAG_BITS 16
#define MOVE_BITS 18
#define LABEL_BITS 15
#define TAG_ROUNDS 6
#define PARSE_ROUNDS 12
#define FOLDS 4

typedef struct
{
  guint n;
  char **forms;
  guint8 *tags;
  guint8 *predicted;
  int *heads;
  guint8 *labels;
} Sentence;

/* What a learner does with the features it sees: counts them, gives buckets to those seen often, or learns. */
typedef enum
{
  PHASE_COUNT,
  PHASE_SELECT,
  PHASE_LEARN,
} Phase;

typedef struct
{
  Phase phase;
  guint bits, n_classes;
  guint8 *counts;  /* how often a feature was seen, by the upper bits of its hash */
  guint8 *winning; /* how often the feature that holds a bucket was seen */
  guint8 *checks;
  float *now, *sum;
  double step;
} Learner;

#define COUNT_BITS 24
#define SEEN_OFTEN 3

static GPtrArray *tag_names, *label_names;

static guint
intern (GPtrArray *names, const char *name)
{
  guint i;

  if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, &i))
    return i;
  g_ptr_array_add (names, g_strdup (name));

  return names->len - 1;
}

/* The universal tag, with the form of verbs and the number of nouns. */
static guint
tag_of (const char *upos, const char *feats)
{
  g_autofree char *name = NULL;
  const char *form = "";

  if (g_str_equal (upos, "VERB") || g_str_equal (upos, "AUX"))
    form = strstr (feats, "VerbForm=Ger") != NULL ||
                   (strstr (feats, "VerbForm=Part") != NULL && strstr (feats, "Tense=Pres") != NULL)
               ? "+gerund"
           : strstr (feats, "VerbForm=Part") != NULL ? "+participle"
           : strstr (feats, "Tense=Past") != NULL    ? "+past"
           : strstr (feats, "VerbForm=Inf") != NULL  ? "+infinitive"
                                                     : "+present";
  else if ((g_str_equal (upos, "NOUN") || g_str_equal (upos, "PROPN")) && strstr (feats, "Number=Plur") != NULL)
    form = "+plural";
  name = g_strconcat (upos, form, NULL);

  return intern (tag_names, name);
}

static void
read_file (const char *path, GPtrArray *sentences)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  if (!g_file_get_contents (path, &content, NULL, &error))
    g_error ("%s", error->message);
  lines = g_strsplit (content, "\n", -1);
  for (guint l = 0; lines[l] != NULL; l++)
    {
      if (*lines[l] != '\0')
        {
          g_auto (GStrv) cells = g_strsplit (lines[l], "\t", -1);

          if (*lines[l] != '#' && strpbrk (cells[0], "-.") == NULL)
            g_ptr_array_add (rows, g_steal_pointer (&cells));
          continue;
        }
      if (rows->len > 0)
        {
          Sentence *s = g_new0 (Sentence, 1);

          s->n = rows->len;
          s->forms = g_new0 (char *, s->n);
          s->tags = g_new0 (guint8, s->n);
          s->predicted = g_new0 (guint8, s->n);
          s->heads = g_new0 (int, s->n);
          s->labels = g_new0 (guint8, s->n);
          for (guint i = 0; i < s->n; i++)
            {
              char **cells = g_ptr_array_index (rows, i);
              int head = atoi (cells[6]);

              s->forms[i] = g_strdup (cells[1]);
              s->tags[i] = tag_of (cells[3], cells[5]);
              s->heads[i] = head == 0 ? (int) s->n : head - 1;
              s->labels[i] = intern (label_names, cells[7]);
            }
          g_ptr_array_add (sentences, s);
          g_ptr_array_set_size (rows, 0);
        }
    }
}

static void
learner_init (Learner *self, guint bits, guint n_classes)
{
  self->phase = PHASE_COUNT;
  self->bits = bits;
  self->n_classes = n_classes;
  self->counts = g_new0 (guint8, 1u << COUNT_BITS);
  self->winning = g_new0 (guint8, 1u << bits);
  self->checks = g_new0 (guint8, 1u << bits);
  self->now = g_new0 (float, (gsize) n_classes << bits);
  self->sum = g_new0 (float, (gsize) n_classes << bits);
  self->step = 1;
}

static void
learner_clear (Learner *self)
{
  g_free (self->counts);
  g_free (self->winning);
  g_free (self->now);
  g_free (self->sum);
}

/* Counts or selects; returns whether that is all to be done with these features. */
static gboolean
learner_see (Learner *self, const guint32 *features, guint n)
{
  if (self->phase == PHASE_LEARN)
    return FALSE;

  for (guint f = 0; f < n; f++)
    {
      guint32 hash = features[f] * 2654435769u;
      guint8 *count = &self->counts[hash >> (32 - COUNT_BITS)];

      if (self->phase == PHASE_COUNT)
        *count += *count < 255;
      else if (*count >= SEEN_OFTEN && *count > self->winning[hash >> (32 - self->bits)])
        {
          self->winning[hash >> (32 - self->bits)] = *count;
          self->checks[hash >> (32 - self->bits)] = sayso_feature_check (features[f]);
        }
    }

  return TRUE;
}

/* The bucket of a feature, or -1 where another feature holds it. */
static gssize
bucket (const Learner *self, guint32 feature)
{
  guint32 index = (feature * 2654435769u) >> (32 - self->bits);

  return self->checks[index] == sayso_feature_check (feature) ? (gssize) index * self->n_classes : -1;
}

static void
learner_score (const Learner *self, const guint32 *features, guint n, float *scores)
{
  for (guint k = 0; k < self->n_classes; k++)
    scores[k] = 0;
  for (guint f = 0; f < n; f++)
    {
      gssize b = bucket (self, features[f]);

      for (guint k = 0; b >= 0 && k < self->n_classes; k++)
        scores[k] += self->now[b + k];
    }
}

static void
learner_update (Learner *self, const guint32 *features, guint n, guint right, guint wrong)
{
  self->step++;
  if (right == wrong)
    return;
  for (guint f = 0; f < n; f++)
    {
      gssize b = bucket (self, features[f]);

      if (b < 0)
        continue;
      self->now[b + right] += 1;
      self->now[b + wrong] -= 1;
      self->sum[b + right] += self->step;
      self->sum[b + wrong] -= self->step;
    }
}

/* The average over all steps, in bytes. */
static gint8 *
learner_pack (const Learner *self)
{
  gsize n = (gsize) self->n_classes << self->bits;
  gint8 *packed = g_new (gint8, n);
  double square = 0, scale;
  gsize used = 0;

  for (gsize i = 0; i < n; i++)
    {
      double w = self->now[i] - self->sum[i] / self->step;

      square += w * w;
      used += w != 0;
    }
  scale = 127 / (8 * sqrt (square / MAX (used, 1)));
  for (gsize i = 0; i < n; i++)
    packed[i] = CLAMP (lround ((self->now[i] - self->sum[i] / self->step) * scale), -127, 127);

  return packed;
}

static guint
best (const float *scores, guint n, guint allowed)
{
  guint top = n;

  for (guint k = 0; k < n; k++)
    if ((n > 32 || (allowed >> k & 1)) && (top == n || scores[k] > scores[top]))
      top = k;

  return top;
}

static void
load_sentence (SaysoSyntax *syntax, const Sentence *s)
{
  sayso_syntax_start (syntax, s->n);
  for (guint i = 0; i < s->n; i++)
    sayso_syntax_add_word (syntax, i, s->forms[i], strlen (s->forms[i]));
}

static void
shuffle (GPtrArray *items, GRand *random)
{
  for (guint i = items->len; i > 1; i--)
    {
      guint j = g_rand_int_range (random, 0, i);
      gpointer item = items->pdata[i - 1];

      items->pdata[i - 1] = items->pdata[j];
      items->pdata[j] = item;
    }
}

static SaysoPerceptron
train_tagger (GPtrArray *sentences)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) order = g_ptr_array_copy (sentences, NULL, NULL);
  SaysoSyntax syntax = { 0 };
  Learner learner;
  SaysoPerceptron result;
  float scores[256];
  guint32 features[SAYSO_TAG_FEATURES];

  learner_init (&learner, TAG_BITS, tag_names->len);
  for (guint round = 0; round < TAG_ROUNDS + 2; round++)
    {
      learner.phase = MIN (round, PHASE_LEARN);
      shuffle (order, random);
      for (guint k = 0; k < order->len; k++)
        {
          const Sentence *s = g_ptr_array_index (order, k);

          load_sentence (&syntax, s);
          for (guint i = 0; i < s->n; i++)
            {
              guint n = sayso_syntax_tag_features (&syntax, i, features);
              guint top;

              if (learner_see (&learner, features, n))
                {
                  syntax.tags[i] = s->tags[i];
                  continue;
                }
              learner_score (&learner, features, n, scores);
              top = best (scores, learner.n_classes, ~0u);
              learner_update (&learner, features, n, s->tags[i], top);
              syntax.tags[i] = top;
            }
        }
    }
  result = (SaysoPerceptron) { TAG_BITS, tag_names->len, learner.checks, learner_pack (&learner) };
  learner_clear (&learner);
  sayso_syntax_clear (&syntax);

  return result;
}

static double
tag_all (const SaysoPerceptron *tagger, GPtrArray *sentences, guint fold, guint folds)
{
  SaysoSyntax syntax = { 0 };
  guint32 features[SAYSO_TAG_FEATURES];
  guint right = 0, all = 0;

  for (guint k = 0; k < sentences->len; k++)
    {
      Sentence *s = g_ptr_array_index (sentences, k);

      if (folds > 0 && k % folds != fold)
        continue;
      load_sentence (&syntax, s);
      for (guint i = 0; i < s->n; i++)
        {
          guint n = sayso_syntax_tag_features (&syntax, i, features);
          const char *name, *gold = g_ptr_array_index (tag_names, s->tags[i]);

          s->predicted[i] = syntax.tags[i] = sayso_perceptron_decide (tagger, features, n, ~0u);
          name = g_ptr_array_index (tag_names, s->predicted[i]);
          right += strcspn (name, "+") == strcspn (gold, "+") && strncmp (name, gold, strcspn (name, "+")) == 0;
          all++;
        }
    }
  sayso_syntax_clear (&syntax);

  return 100.0 * right / MAX (all, 1);
}

/* What a move costs: how many of the gold arcs that can still be made it makes impossible (Goldberg and Nivre 2012). */
static guint
move_cost (const SaysoSyntax *syntax, const Sentence *s, SaysoMove move)
{
  int top = syntax->depth > 0 ? syntax->stack[syntax->depth - 1] : -1, next = syntax->next;
  guint cost = 0;

  if (move == SAYSO_MOVE_LEFT || move == SAYSO_MOVE_REDUCE)
    for (guint i = next; i < s->n; i++)
      cost += s->heads[i] == top;
  if (move == SAYSO_MOVE_LEFT)
    cost += s->heads[top] > next;
  if (move == SAYSO_MOVE_SHIFT || move == SAYSO_MOVE_RIGHT)
    for (guint d = 0; d < syntax->depth; d++)
      {
        int i = syntax->stack[d];

        cost += s->heads[i] == next && syntax->heads[i] < 0;
        cost += s->heads[next] == i && (move == SAYSO_MOVE_SHIFT || i != top);
      }
  if (move == SAYSO_MOVE_RIGHT)
    cost += s->heads[next] > next;

  return cost;
}

static void
run_parser (const SaysoModel *model, const Sentence *s, SaysoSyntax *syntax)
{
  guint32 features[SAYSO_MOVE_FEATURES];
  guint allowed;

  load_sentence (syntax, s);
  memcpy (syntax->tags, s->predicted, s->n);
  sayso_syntax_start_parse (syntax);
  while ((allowed = sayso_syntax_allowed (syntax)) != 0)
    {
      guint n = sayso_syntax_move_features (syntax, features);
      SaysoMove move = sayso_perceptron_decide (&model->moves, features, n, allowed);
      guint8 label = 0;

      if (move == SAYSO_MOVE_LEFT || move == SAYSO_MOVE_RIGHT)
        {
          int top = syntax->stack[syntax->depth - 1], next = syntax->next;

          n = move == SAYSO_MOVE_LEFT ? sayso_syntax_label_features (syntax, next, top, features)
                                      : sayso_syntax_label_features (syntax, top, next, features);
          label = sayso_perceptron_decide (&model->labels, features, n, ~0u);
        }
      sayso_syntax_move (syntax, move, label);
    }
}

static void
test_parser (const SaysoModel *model, GPtrArray *sentences, guint round)
{
  SaysoSyntax syntax = { 0 };
  guint uas = 0, las = 0, all = 0;

  for (guint k = 0; k < sentences->len; k++)
    {
      const Sentence *s = g_ptr_array_index (sentences, k);

      run_parser (model, s, &syntax);
      for (guint i = 0; i < s->n; i++)
        {
          gboolean head = syntax.heads[i] == s->heads[i];

          uas += head;
          las += head && syntax.labels[i] == s->labels[i];
          all++;
        }
    }
  g_print ("round %u: UAS %.2f LAS %.2f\n", round, 100.0 * uas / all, 100.0 * las / all);
  sayso_syntax_clear (&syntax);
}

static void
train_parser (GPtrArray *sentences, GPtrArray *dev, SaysoModel *model)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  g_autoptr (GPtrArray) order = g_ptr_array_copy (sentences, NULL, NULL);
  SaysoSyntax syntax = { 0 };
  Learner moves, labels;
  float scores[256];
  guint32 features[SAYSO_MOVE_FEATURES];

  learner_init (&moves, MOVE_BITS, SAYSO_N_MOVES);
  learner_init (&labels, LABEL_BITS, label_names->len);
  for (guint round = 0; round < PARSE_ROUNDS + 2; round++)
    {
      moves.phase = labels.phase = MIN (round, PHASE_LEARN);
      shuffle (order, random);
      for (guint k = 0; k < order->len; k++)
        {
          const Sentence *s = g_ptr_array_index (order, k);
          guint allowed;

          load_sentence (&syntax, s);
          memcpy (syntax.tags, s->predicted, s->n);
          sayso_syntax_start_parse (&syntax);
          while ((allowed = sayso_syntax_allowed (&syntax)) != 0)
            {
              guint n = sayso_syntax_move_features (&syntax, features), cost[SAYSO_N_MOVES], least = G_MAXUINT,
                    fine = 0;
              guint top, gold, move;
              guint8 label = 0;
              gboolean learns = !learner_see (&moves, features, n);

              learner_score (&moves, features, n, scores);
              top = best (scores, SAYSO_N_MOVES, allowed);
              for (guint m = 0; m < SAYSO_N_MOVES; m++)
                if (allowed >> m & 1)
                  {
                    cost[m] = move_cost (&syntax, s, m);
                    least = MIN (least, cost[m]);
                  }
              for (guint m = 0; m < SAYSO_N_MOVES; m++)
                if ((allowed >> m & 1) && cost[m] == least)
                  fine |= 1u << m;
              gold = best (scores, SAYSO_N_MOVES, fine);
              if (learns)
                learner_update (&moves, features, n, fine >> top & 1 ? top : gold, top);
              /* Later rounds also follow the parser's own mistakes. */
              move = round > 3 && g_rand_int_range (random, 0, 10) != 0 ? top : gold;
              if (move == SAYSO_MOVE_LEFT || move == SAYSO_MOVE_RIGHT)
                {
                  int s0 = syntax.stack[syntax.depth - 1], next = syntax.next;
                  int head = move == SAYSO_MOVE_LEFT ? next : s0, dependant = move == SAYSO_MOVE_LEFT ? s0 : next;

                  n = sayso_syntax_label_features (&syntax, head, dependant, features);
                  if (learner_see (&labels, features, n))
                    {
                      sayso_syntax_move (&syntax, move, s->labels[dependant]);
                      continue;
                    }
                  learner_score (&labels, features, n, scores);
                  label = best (scores, labels.n_classes, ~0u);
                  if (s->heads[dependant] == head)
                    learner_update (&labels, features, n, s->labels[dependant], label);
                }
              sayso_syntax_move (&syntax, move, label);
            }
        }
      if (round > 1 && (round % 4 == 1 || round == PARSE_ROUNDS + 1))
        {
          model->moves = (SaysoPerceptron) { MOVE_BITS, SAYSO_N_MOVES, moves.checks, learner_pack (&moves) };
          model->labels = (SaysoPerceptron) { LABEL_BITS, label_names->len, labels.checks, learner_pack (&labels) };
          test_parser (model, dev, round - 1);
        }
    }
}

static void
write_part (GByteArray *file, const SaysoPerceptron *part)
{
  guint32 head[2] = { GUINT32_TO_LE (part->bits), GUINT32_TO_LE (part->n_classes) };

  g_byte_array_append (file, (const guint8 *) head, sizeof head);
  g_byte_array_append (file, part->checks, 1u << part->bits);
  g_byte_array_append (file, (const guint8 *) part->weights, (gsize) part->n_classes << part->bits);
}

static void
write_names (GByteArray *file, GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    g_byte_array_append (file, names->pdata[i], strlen (names->pdata[i]) + 1);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) train = g_ptr_array_new (), dev = g_ptr_array_new ();
  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  SaysoModel model = { 0 };

  if (argc < 4)
    {
      g_printerr ("Usage: train-syntax MODEL DEV.conllu TRAIN.conllu...\n");
      return 2;
    }
  tag_names = g_ptr_array_new ();
  label_names = g_ptr_array_new ();
  for (int i = 3; i < argc; i++)
    read_file (argv[i], train);
  read_file (argv[2], dev);
  g_print ("%u sentences, %u tags, %u labels\n", train->len, tag_names->len, label_names->len);

  /* The parser must see tags as wrong as they will be: each part is tagged by what the others taught. */
  for (guint fold = 0; fold < FOLDS; fold++)
    {
      g_autoptr (GPtrArray) others = g_ptr_array_new ();
      SaysoPerceptron tagger;

      for (guint k = 0; k < train->len; k++)
        if (k % FOLDS != fold)
          g_ptr_array_add (others, g_ptr_array_index (train, k));
      tagger = train_tagger (others);
      g_print ("fold %u: UPOS %.2f\n", fold, tag_all (&tagger, train, fold, FOLDS));
      g_free ((gpointer) tagger.weights);
    }
  model.tags = train_tagger (train);
  g_print ("UPOS %.2f\n", tag_all (&model.tags, dev, 0, 0));
  train_parser (train, dev, &model);

  g_byte_array_append (file, (const guint8 *) MAGIC, sizeof MAGIC);
  write_part (file, &model.tags);
  write_part (file, &model.moves);
  write_part (file, &model.labels);
  write_names (file, tag_names);
  write_names (file, label_names);
  if (!g_file_set_contents (argv[1], (const char *) file->data, file->len, &error))
    g_error ("%s", error->message);

  return 0;
}

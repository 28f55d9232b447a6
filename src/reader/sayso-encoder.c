/* sayso-encoder.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-network.h"
#include "sayso-reader-enums.h"
#include "sayso-reader-private.h"
#include "sayso-arborescence.h"

#include "sayso-enum.h"

/* What gets a tree of its own: a sentence, or the dateline before it. */
typedef struct
{
  guint first;
  guint n_tokens;
} Segment;

/* Words that the network looks at together: whole sentences, or a piece of one that is too long. */
typedef struct
{
  guint first; /* of its words, among the reading's tokens */
  guint n_words;
} Stretch;

/* A window that a thread has looked at, and what was seen. Texts that repeat themselves, as tables, logs and hostile
 * ones do, are then read as fast as they can be compared. */
typedef struct
{
  SaysoWindow window;
  SaysoFindings findings;
  int heads[SAYSO_NETWORK_WINDOW];
} Seen;

#define SEEN 64

/* What the numbers of the network's labels mean here, worked out once for a reading. */
typedef struct
{
  SaysoStance *stances;
  SaysoUpos *upos;
  SaysoMorph *morphs;
  SaysoNameKind *names;
  char *begins; /* for each name tag: 'B', 'I' or 'O' */
} Meaning;

typedef struct
{
  SaysoReading *reading;
  SaysoNetwork *network;
  const Meaning *meaning;
  const guint8 *begins;   /* SAYSO_BEGIN_* of each token */
  const gboolean *blocks; /* whether a block begins with it */
  const Stretch *stretches;
  guint n_stretches;
  guint16 *names;  /* the name tag of each token */
  guint8 *answers; /* whether a sentence begins with it: SAYSO_BEGIN_ASKED where the network was not asked */
  GArray **cues;   /* (element-type SaysoCue): of each stretch */
  GCancellable *cancellable;
  gint next; /* the next stretch that nobody has taken */
  GMutex lock;
  GError *error;
} Job;

static SaysoMorph
read_morph (const char *label)
{
  gboolean finite = strstr (label, "VerbForm=Fin") != NULL, past = strstr (label, "Tense=Past") != NULL;
  SaysoMorph morph = SAYSO_MORPH_NONE;

  if (finite)
    morph |= past ? SAYSO_MORPH_PAST : SAYSO_MORPH_PRESENT;
  else if (strstr (label, "VerbForm=Inf") != NULL)
    morph |= SAYSO_MORPH_INFINITIVE;
  else if (strstr (label, "VerbForm=Ger") != NULL)
    morph |= SAYSO_MORPH_GERUND;
  else if (strstr (label, "VerbForm=Part") != NULL)
    morph |= past ? SAYSO_MORPH_PARTICIPLE : SAYSO_MORPH_GERUND;
  else if (strstr (label, "Number=Plur") != NULL)
    morph |= SAYSO_MORPH_PLURAL;

  return morph;
}

static void
meaning_clear (Meaning *self)
{
  g_free (self->upos);
  g_free (self->morphs);
  g_free (self->names);
  g_free (self->begins);
  g_free (self->stances);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Meaning, meaning_clear)

static void
meaning_init (Meaning *self, const SaysoLabels *labels)
{
  guint n_names = g_strv_length (labels->names);

  self->upos = g_new0 (SaysoUpos, g_strv_length (labels->upos) + 1);
  self->morphs = g_new0 (SaysoMorph, g_strv_length (labels->morphs) + 1);
  self->names = g_new0 (SaysoNameKind, n_names + 1);
  self->begins = g_new0 (char, n_names + 1);
  self->stances = g_new0 (SaysoStance, g_strv_length (labels->stances) + 1);
  for (guint i = 0; labels->stances[i] != NULL; i++)
    {
      int value;

      if (sayso_enum_from_nick (SAYSO_TYPE_STANCE, labels->stances[i], &value))
        self->stances[i] = value;
    }
  for (guint i = 0; labels->upos[i] != NULL; i++)
    {
      g_autofree char *nick = g_ascii_strdown (labels->upos[i], -1);
      int value;

      if (sayso_enum_from_nick (SAYSO_TYPE_UPOS, nick, &value))
        self->upos[i] = value;
    }
  for (guint i = 0; labels->morphs[i] != NULL; i++)
    self->morphs[i] = read_morph (labels->morphs[i]);
  for (guint i = 0; i < n_names; i++)
    {
      int value;

      self->begins[i] = labels->names[i][0];
      if (self->begins[i] != 'O' && sayso_enum_from_nick (SAYSO_TYPE_NAME_KIND, labels->names[i] + 2, &value))
        self->names[i] = value;
    }
}

static guint
count_pieces (const SaysoReading *reading, const SaysoPieces *pieces, guint token)
{
  const SaysoToken *word = sayso_reading_token (reading, token);
  gint64 ids[SAYSO_PIECES_MAX];

  return sayso_pieces_split (pieces, sayso_token_text (reading, word), sayso_token_bytes (word), ids);
}

static GArray *
find_segments (const SaysoReading *reading)
{
  GArray *segments = g_array_sized_new (FALSE, FALSE, sizeof (Segment), reading->sentences->len);

  for (guint s = 0; s < reading->sentences->len; s++)
    {
      const SaysoSentence *sentence = sayso_reading_sentence (reading, s);
      guint dateline = sayso_reader_dateline_length (reading, sentence);
      Segment before = { sentence->first, dateline };
      Segment segment = { sentence->first + dateline, sentence->n_tokens - dateline };

      if (dateline > 0)
        g_array_append_val (segments, before);
      g_array_append_val (segments, segment);
    }

  return segments;
}

/* Fills windows with whole segments, in the order of the text; one that is too long is cut between words. */
static GArray *
find_stretches (const SaysoReading *reading, const GArray *segments, const SaysoPieces *pieces)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  Stretch stretch = { 0 };
  guint used = 0;

  for (guint s = 0; s < segments->len; s++)
    {
      const Segment *segment = &g_array_index (segments, Segment, s);
      guint size = 0, n = 0;

      for (guint i = segment->first; i < segment->first + segment->n_tokens; i++)
        {
          guint more = count_pieces (reading, pieces, i);

          if (size + more > SAYSO_NETWORK_WINDOW)
            {
              /* It fills a window of its own up to here. */
              if (stretch.n_words > 0)
                g_array_append_val (stretches, stretch);
              stretch = (Stretch) { i - n, n };
              g_array_append_val (stretches, stretch);
              stretch.n_words = used = size = n = 0;
            }
          size += more;
          n++;
        }
      if (stretch.n_words > 0 && used + size > SAYSO_NETWORK_WINDOW)
        {
          g_array_append_val (stretches, stretch);
          stretch.n_words = used = 0;
        }
      if (stretch.n_words == 0)
        stretch.first = segment->first + segment->n_tokens - n;
      stretch.n_words += n;
      used += size;
    }
  if (stretch.n_words > 0)
    g_array_append_val (stretches, stretch);

  return stretches;
}

static gboolean
begins_block (const SaysoReading *reading, guint s)
{
  return s == 0 || sayso_reading_sentence (reading, s)->paragraph != sayso_reading_sentence (reading, s - 1)->paragraph;
}

/* “It rains,” | Ann said: after a quotation that ends with a comma the sentence goes on. */
static gboolean
goes_on (const SaysoReading *reading, guint token)
{
  const SaysoToken *comma, *mark;

  if (token < 2)
    return FALSE;
  comma = sayso_reading_token (reading, token - 2);
  mark = sayso_reading_token (reading, token - 1);

  return sayso_token_is (reading, comma, ",") && comma->end == mark->start &&
         (sayso_token_is (reading, mark, "”") || sayso_token_is (reading, mark, "\"") ||
          sayso_token_is (reading, mark, "''"));
}

/* Where a tree begins for certain, and where the network is asked: inside the blocks of a text whose sentences are not
 * given. A dateline has a tree of its own. */
static guint8 *
find_begins (const SaysoReading *reading, gboolean split)
{
  guint8 *begins = g_malloc (reading->tokens->len + 1);

  memset (begins, split ? SAYSO_BEGIN_ASKED : SAYSO_BEGIN_NO, reading->tokens->len);
  for (guint i = 0; i < reading->tokens->len && split; i++)
    if (goes_on (reading, i))
      begins[i] = SAYSO_BEGIN_NO;
  for (guint s = 0; s < reading->sentences->len; s++)
    {
      const SaysoSentence *sentence = sayso_reading_sentence (reading, s);
      guint dateline = sayso_reader_dateline_length (reading, sentence);

      if (!split || dateline > 0 || begins_block (reading, s))
        begins[sentence->first] = SAYSO_BEGIN_YES;
      memset (begins + sentence->first + 1, SAYSO_BEGIN_NO, dateline > 0 ? dateline - 1 : 0);
      if (dateline > 0)
        begins[sentence->first + dateline] = SAYSO_BEGIN_YES;
    }

  return begins;
}

/* Whether a capital tells nothing of the word: it is the first of its block, or what stands before it may end a
 * sentence. */
static gboolean
may_be_first (const SaysoReading *reading, guint token)
{
  const SaysoToken *before;

  if (token == 0)
    return TRUE;
  before = sayso_reading_token (reading, token - 1);

  return g_utf8_strchr (".!?…:\"'”’)]", -1,
                        g_utf8_get_char (g_utf8_prev_char (sayso_token_text (reading, before) +
                                                           sayso_token_bytes (before)))) != NULL;
}

static void
fill_window (const Job *job, const Stretch *stretch, SaysoWindow *window)
{
  const SaysoPieces *pieces = sayso_network_get_pieces (job->network);
  guint n = 0;

  window->n_words = stretch->n_words;
  window->ids[n] = sayso_pieces_get_first (pieces);
  window->shapes[n++] = 0;
  for (guint i = 0; i < stretch->n_words; i++)
    {
      const SaysoToken *token = sayso_reading_token (job->reading, stretch->first + i);
      const char *text = sayso_token_text (job->reading, token);
      gsize length = sayso_token_bytes (token);
      gint64 ids[SAYSO_PIECES_MAX];
      guint n_ids = sayso_pieces_split (pieces, text, length, ids), shape;

      shape = sayso_word_shape (text, length,
                                job->blocks[stretch->first + i] || may_be_first (job->reading, stretch->first + i));
      window->first[i] = n;
      window->begin[i] = i == 0 ? SAYSO_BEGIN_YES : job->begins[stretch->first + i];
      for (guint k = 0; k < n_ids; k++, n++)
        {
          window->ids[n] = ids[k];
          window->shapes[n] = k == 0 ? shape + 1 : SAYSO_WORD_SHAPES + 1;
        }
    }
  window->ids[n] = sayso_pieces_get_last (pieces);
  window->shapes[n++] = 0;
  window->n_pieces = n;
}

/* The tree of the words from @from up to @to of a window; heads count from the window's first word. */
static void
decode_tree (const SaysoFindings *findings, guint from, guint to, int *heads)
{
  guint n = to - from;
  g_autofree float *scores = g_new (float, (gsize) n *(n + 1));

  for (guint i = 0; i < n; i++)
    {
      scores[(gsize) i * (n + 1)] = findings->arcs[from + i][0];
      memcpy (&scores[(gsize) i * (n + 1) + 1], &findings->arcs[from + i][from + 1], n * sizeof *scores);
    }
  sayso_arborescence_decode (scores, n + 1, n, heads + from);
  for (guint i = from; i < to; i++)
    if (heads[i] >= 0)
      heads[i] += (int) from;
}

static void
cue_clear (SaysoCue *cue)
{
  g_array_unref (cue->source);
  g_array_unref (cue->content);
}

static GArray *
take_words (const guint8 *inside, guint first, guint n)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    if (inside[i])
      {
        guint word = first + i;

        g_array_append_val (words, word);
      }

  return words;
}

static GArray *
take_cues (const Job *job, const Stretch *stretch, const SaysoFindings *findings)
{
  const SaysoLabels *labels = sayso_network_get_labels (job->network);
  GArray *cues = g_array_new (FALSE, FALSE, sizeof (SaysoCue));

  g_array_set_clear_func (cues, (GDestroyNotify) cue_clear);
  for (guint i = 0; i < stretch->n_words; i++)
    {
      SaysoCue cue = { .first = stretch->first + i, .n_tokens = 1 };

      if (findings->cue[i] != SAYSO_CUE_BEGIN)
        continue;
      while (i + cue.n_tokens < stretch->n_words && findings->cue[i + cue.n_tokens] == SAYSO_CUE_INSIDE)
        cue.n_tokens++;
      cue.faint = findings->faint[i];
      cue.stance = job->meaning->stances[findings->stance[i]];
      cue.source_kind = g_intern_string (labels->source_kinds[findings->source_kind[i]]);
      cue.certainty = g_intern_string (labels->certainties[findings->certainty[i]]);
      cue.source = take_words (findings->in_source[i], stretch->first, stretch->n_words);
      cue.content = take_words (findings->in_content[i], stretch->first, stretch->n_words);
      g_array_append_val (cues, cue);
    }

  return cues;
}

static void
take_findings (const Job *job, guint number, const SaysoFindings *findings, const int *heads)
{
  const SaysoLabels *labels = sayso_network_get_labels (job->network);
  const Stretch *stretch = &job->stretches[number];

  for (guint i = 0; i < stretch->n_words; i++)
    {
      guint at = stretch->first + i;
      SaysoToken *token = &g_array_index (job->reading->tokens, SaysoToken, at);

      token->upos = job->meaning->upos[findings->upos[i]];
      token->morph = job->meaning->morphs[findings->morph[i]];
      token->head = heads[i] < 0 ? -1 : (int) stretch->first + heads[i];
      token->deprel = heads[i] < 0 ? "root" : g_intern_string (labels->relations[findings->relation[i]]);
      job->names[at] = findings->name[i];
    }
  for (guint i = 1; i < stretch->n_words; i++)
    if (job->begins[stretch->first + i] == SAYSO_BEGIN_ASKED)
      job->answers[stretch->first + i] = findings->begins[i] ? SAYSO_BEGIN_YES : SAYSO_BEGIN_NO;
  job->cues[number] = take_cues (job, stretch, findings);
}

static gboolean
is_same_window (const SaysoWindow *a, const SaysoWindow *b)
{
  return a->n_words == b->n_words && a->n_pieces == b->n_pieces &&
         memcmp (a->ids, b->ids, a->n_pieces * sizeof *a->ids) == 0 &&
         memcmp (a->shapes, b->shapes, a->n_pieces * sizeof *a->shapes) == 0 &&
         memcmp (a->first, b->first, a->n_words * sizeof *a->first) == 0 &&
         memcmp (a->begin, b->begin, a->n_words * sizeof *a->begin) == 0;
}

static guint
hash_window (const SaysoWindow *window)
{
  guint hash = 2166136261u; /* FNV-1a */

  for (guint i = 0; i < window->n_pieces; i++)
    hash = (hash ^ (guint) window->ids[i]) * 16777619u;

  return hash >> 16;
}

/* Looks at a window, unless it is the one that was seen there before. */
static gboolean
look (SaysoNetwork *network, const SaysoWindow *window, Seen *seen, GError **error)
{
  if (is_same_window (window, &seen->window))
    return TRUE;

  seen->window.n_words = 0;
  if (!sayso_network_run (network, window, &seen->findings, error))
    return FALSE;
  for (guint from = 0, to; from < window->n_words; from = to)
    {
      for (to = from + 1; to < window->n_words && !seen->findings.begins[to];)
        to++;
      decode_tree (&seen->findings, from, to, seen->heads);
    }
  seen->window = *window;

  return TRUE;
}

static gpointer
work (gpointer data)
{
  Job *job = data;
  g_autofree SaysoWindow *window = g_new (SaysoWindow, 1);
  g_autofree Seen *seen = g_new0 (Seen, SEEN);
  guint i;

  while ((i = (guint) g_atomic_int_add (&job->next, 1)) < job->n_stretches)
    {
      g_autoptr (GError) error = NULL;
      Seen *here;

      fill_window (job, &job->stretches[i], window);
      here = &seen[hash_window (window) % SEEN];
      if (!g_cancellable_set_error_if_cancelled (job->cancellable, &error) && look (job->network, window, here, &error))
        {
          take_findings (job, i, &here->findings, here->heads);
          continue;
        }
      g_mutex_lock (&job->lock);
      if (job->error == NULL)
        job->error = g_steal_pointer (&error);
      g_mutex_unlock (&job->lock);
      g_atomic_int_set (&job->next, (gint) job->n_stretches);
    }

  return NULL;
}

static void
collect_names (SaysoReading *reading, const guint16 *tags, const Meaning *meaning)
{
  for (guint s = 0; s < reading->sentences->len; s++)
    {
      const SaysoSentence *sentence = sayso_reading_sentence (reading, s);
      SaysoName *open = NULL;

      for (guint i = sentence->first; i < sentence->first + sentence->n_tokens; i++)
        {
          char part = meaning->begins[tags[i]];
          SaysoNameKind kind = meaning->names[tags[i]];

          if (part == 'I' && open != NULL && open->kind == kind)
            {
              open->n_tokens++;
              continue;
            }
          open = NULL;
          if (part != 'O')
            {
              SaysoName name = { i, 1, kind };

              g_array_append_val (reading->names, name);
              open = &g_array_index (reading->names, SaysoName, reading->names->len - 1);
            }
        }
    }
}

static gboolean *
find_blocks (const SaysoReading *reading)
{
  gboolean *blocks = g_new0 (gboolean, reading->tokens->len + 1);

  for (guint s = 0; s < reading->sentences->len; s++)
    blocks[sayso_reading_sentence (reading, s)->first] = begins_block (reading, s);

  return blocks;
}

static GArray *
join_cues (GArray **cues, guint n)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (SaysoCue));

  g_array_set_clear_func (all, (GDestroyNotify) cue_clear);
  for (guint i = 0; i < n; i++)
    if (cues[i] != NULL)
      {
        g_array_append_vals (all, cues[i]->data, cues[i]->len);
        g_array_set_clear_func (cues[i], NULL);
        g_array_unref (cues[i]);
      }

  return all;
}

/* Tags, trees and names of a reading that has tokens and sentences; and with @split, its sentences anew, as the network
 * sees them. Runs on @n_threads threads; how many makes no difference to what is found. Returns the cues (element-type
 * SaysoCue). */
GArray *
sayso_reader_encode (SaysoReading *reading, SaysoNetwork *network, gboolean split, guint n_threads,
                     GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) segments = find_segments (reading), cues = NULL;
  g_autoptr (GArray) stretches = find_stretches (reading, segments, sayso_network_get_pieces (network));
  g_autofree guint16 *names = g_new0 (guint16, reading->tokens->len + 1);
  g_autofree guint8 *begins = find_begins (reading, split), *answers = g_malloc (reading->tokens->len + 1);
  g_autofree gboolean *blocks = find_blocks (reading);
  g_autofree GArray **found = g_new0 (GArray *, stretches->len + 1);
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();
  g_auto (Meaning) meaning = { 0 };
  Job job = { .reading = reading,
              .network = network,
              .meaning = &meaning,
              .begins = begins,
              .blocks = blocks,
              .stretches = (const Stretch *) stretches->data,
              .n_stretches = stretches->len,
              .names = names,
              .answers = answers,
              .cues = found,
              .cancellable = cancellable };

  memset (answers, SAYSO_BEGIN_ASKED, reading->tokens->len);
  meaning_init (&meaning, sayso_network_get_labels (network));
  g_mutex_init (&job.lock);
  for (guint i = 1; i < MIN (n_threads, stretches->len); i++)
    g_ptr_array_add (threads, g_thread_new ("sayso-reader", work, &job));
  work (&job);
  for (guint i = 0; i < threads->len; i++)
    g_thread_join (g_ptr_array_index (threads, i));
  g_mutex_clear (&job.lock);

  cues = join_cues (found, stretches->len);
  if (job.error != NULL)
    {
      g_propagate_error (error, job.error);
      return NULL;
    }
  if (split)
    sayso_reader_split_again (reading, answers);
  sayso_reader_mend_trees (reading);
  collect_names (reading, names, &meaning);

  return g_steal_pointer (&cues);
}

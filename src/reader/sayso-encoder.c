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

/* What the numbers of the network's labels mean here, worked out once for a reading. */
typedef struct
{
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
  const GArray *segments;
  const Stretch *stretches;
  guint n_stretches;
  guint16 *names; /* the name tag of each token */
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

/* The segment that a token belongs to. */
static guint
segment_of (const GArray *segments, guint token)
{
  guint low = 0, high = segments->len - 1;

  while (low < high)
    {
      guint middle = (low + high + 1) / 2;

      if (g_array_index (segments, Segment, middle).first <= token)
        low = middle;
      else
        high = middle - 1;
    }

  return low;
}

static void
fill_window (const Job *job, const Stretch *stretch, SaysoWindow *window)
{
  const SaysoPieces *pieces = sayso_network_get_pieces (job->network);
  guint first_segment = segment_of (job->segments, stretch->first), segment = first_segment, n = 0;

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

      if (segment + 1 < job->segments->len &&
          g_array_index (job->segments, Segment, segment + 1).first == stretch->first + i)
        segment++;
      shape =
          sayso_word_shape (text, length, stretch->first + i == g_array_index (job->segments, Segment, segment).first);
      window->first[i] = n;
      window->sentence[i] = segment - first_segment;
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

/* Gives the words of one segment in a window their tags and their tree. */
static void
take_segment (const Job *job, const Stretch *stretch, const SaysoFindings *findings, guint from, guint to)
{
  const SaysoLabels *labels = sayso_network_get_labels (job->network);
  guint n = to - from;
  g_autofree float *scores = g_new (float, (gsize) n *(n + 1));
  g_autofree int *heads = g_new (int, n);

  for (guint i = 0; i < n; i++)
    {
      scores[(gsize) i * (n + 1)] = findings->arcs[from + i][0];
      memcpy (&scores[(gsize) i * (n + 1) + 1], &findings->arcs[from + i][from + 1], n * sizeof *scores);
    }
  sayso_arborescence_decode (scores, n + 1, n, heads);

  for (guint i = 0; i < n; i++)
    {
      guint at = stretch->first + from + i;
      SaysoToken *token = &g_array_index (job->reading->tokens, SaysoToken, at);

      token->upos = job->meaning->upos[findings->upos[from + i]];
      token->morph = job->meaning->morphs[findings->morph[from + i]];
      token->head = heads[i] < 0 ? -1 : (int) (stretch->first + from) + heads[i];
      token->deprel = heads[i] < 0 ? "root" : g_intern_string (labels->relations[findings->relation[from + i]]);
      job->names[at] = findings->name[from + i];
    }
}

static void
take_findings (const Job *job, const Stretch *stretch, const SaysoWindow *window, const SaysoFindings *findings)
{
  for (guint from = 0, to; from < window->n_words; from = to)
    {
      for (to = from + 1; to < window->n_words && window->sentence[to] == window->sentence[from];)
        to++;
      take_segment (job, stretch, findings, from, to);
    }
}

static gpointer
work (gpointer data)
{
  Job *job = data;
  g_autofree SaysoWindow *window = g_new (SaysoWindow, 1);
  g_autofree SaysoFindings *findings = g_new (SaysoFindings, 1);
  guint i;

  while ((i = (guint) g_atomic_int_add (&job->next, 1)) < job->n_stretches)
    {
      g_autoptr (GError) error = NULL;

      fill_window (job, &job->stretches[i], window);
      if (!g_cancellable_set_error_if_cancelled (job->cancellable, &error) &&
          sayso_network_run (job->network, window, findings, &error))
        {
          take_findings (job, &job->stretches[i], window, findings);
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

/* A sentence has one root. What was looked at apart hangs from it loosely: a dateline, the rest of a long sentence. */
static void
join_segments (SaysoReading *reading)
{
  for (guint s = 0; s < reading->sentences->len; s++)
    {
      const SaysoSentence *sentence = sayso_reading_sentence (reading, s);
      guint end = sentence->first + sentence->n_tokens;
      guint root = sentence->first + sayso_reader_dateline_length (reading, sentence);

      while (root < end && sayso_reading_token (reading, root)->head != -1)
        root++;
      for (guint i = sentence->first; i < end; i++)
        {
          SaysoToken *token = &g_array_index (reading->tokens, SaysoToken, i);

          if (token->head != -1 || i == root)
            continue;
          token->head = (int) root;
          token->deprel = "parataxis";
        }
    }
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

/* Tags, trees and names of a reading that has tokens and sentences. Runs on @n_threads threads; how many makes no
 * difference to what is found. */
gboolean
sayso_reader_encode (SaysoReading *reading, SaysoNetwork *network, guint n_threads, GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GArray) segments = find_segments (reading);
  g_autoptr (GArray) stretches = find_stretches (reading, segments, sayso_network_get_pieces (network));
  g_autofree guint16 *names = g_new0 (guint16, reading->tokens->len + 1);
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();
  g_auto (Meaning) meaning = { 0 };
  Job job = { .reading = reading,
              .network = network,
              .meaning = &meaning,
              .segments = segments,
              .stretches = (const Stretch *) stretches->data,
              .n_stretches = stretches->len,
              .names = names,
              .cancellable = cancellable };

  meaning_init (&meaning, sayso_network_get_labels (network));
  g_mutex_init (&job.lock);
  for (guint i = 1; i < MIN (n_threads, stretches->len); i++)
    g_ptr_array_add (threads, g_thread_new ("sayso-reader", work, &job));
  work (&job);
  for (guint i = 0; i < threads->len; i++)
    g_thread_join (g_ptr_array_index (threads, i));
  g_mutex_clear (&job.lock);

  if (job.error != NULL)
    {
      g_propagate_error (error, job.error);
      return FALSE;
    }
  join_segments (reading);
  collect_names (reading, names, &meaning);

  return TRUE;
}

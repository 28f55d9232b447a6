/* test-reader.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-reader.h"

#include <time.h>

#include "sayso-reader-private.h"

static SaysoReading *
read_text (const char *utf8, gssize length)
{
  g_autoptr (SaysoText) text = sayso_text_new (utf8, length);
  g_autoptr (GError) error = NULL;
  SaysoReading *reading = sayso_reader_read (text, NULL, &error);

  g_assert_no_error (error);

  return reading;
}

static char *
join_tokens (SaysoReading *reading)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < reading->tokens->len; i++)
    {
      g_autofree char *form = sayso_text_slice (reading->text, sayso_reading_token (reading, i)->span);

      g_string_append_printf (line, "%s%s", i > 0 ? " " : "", form);
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
test_tokens (void)
{
  static const struct
  {
    const char *text;
    const char *tokens;
  } cases[] = {
    { "It's Oduya's, isn't it?", "It 's Oduya 's , is n't it ?" },
    { "They’ve paid; he cannot.", "They ’ve paid ; he can not ." },
    { "The U.S. firm paid $1,200.50 (4%).", "The U.S. firm paid $ 1,200.50 ( 4 % ) ." },
    { "Mr. J. Oduya left at 9 a.m. today.", "Mr. J. Oduya left at 9 a.m. today ." },
    { "See https://velar.example/a?b=1, or mail ann@velar.example.",
      "See https://velar.example/a?b=1 , or mail ann@velar.example ." },
    { "An anti-theft, well-known state-of-the-art lock", "An anti-theft , well - known state - of - the - art lock" },
    { "“Go,” she said…", "“ Go , ” she said …" },
    { "On 2015-06-30 at 10:30pm", "On 2015-06-30 at 10:30pm" },
    { "from 2011-2015", "from 2011 - 2015" },
    { "the spies’ list", "the spies ’ list" },
    { "AT&T and velar.com", "AT&T and velar.com" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SaysoReading) reading = read_text (cases[i].text, -1);
      g_autofree char *tokens = join_tokens (reading);

      g_assert_cmpstr (tokens, ==, cases[i].tokens);
    }
}

static void
assert_sentences (const char *text, const char *const *expected)
{
  g_autoptr (SaysoReading) reading = read_text (text, -1);

  g_assert_cmpuint (reading->sentences->len, ==, g_strv_length ((char **) expected));
  for (guint i = 0; i < reading->sentences->len; i++)
    {
      g_autofree char *sentence = sayso_text_slice (reading->text, sayso_reading_sentence (reading, i)->span);

      g_assert_cmpstr (sentence, ==, expected[i]);
    }
}

static void
test_sentences (void)
{
  assert_sentences ("Velar paid the fine. The U.S. did not. Why? “It is over.” She left.",
                    (const char *[]) { "Velar paid the fine.", "The U.S. did not.", "Why?", "“It is over.”",
                                       "She left.", NULL });
  /* Where full stops are missing, the words tell. */
  assert_sentences ("Thanks for the papers we will read them tomorrow Please call Jan about the boats",
                    (const char *[]) { "Thanks for the papers we will read them tomorrow",
                                       "Please call Jan about the boats", NULL });
  assert_sentences ("It moved to the U.S. The firm stayed.",
                    (const char *[]) { "It moved to the U.S.", "The firm stayed.", NULL });
  assert_sentences ("“Stop!” he said. Nobody did.", (const char *[]) { "“Stop!” he said.", "Nobody did.", NULL });
  assert_sentences ("A Quiet Year\n\nJUNE 2015 — Velar paid. It left.\n\n• one\n• two",
                    (const char *[]) { "A Quiet Year", "JUNE 2015 — Velar paid.", "It left.", "• one", "• two", NULL });
}

static void
test_blocks (void)
{
  g_autoptr (SaysoReading) reading = read_text ("A Quiet Year\n\nVelar paid. It left.\n\n• one\n• two", -1);
  static const SaysoBlock blocks[] = { SAYSO_BLOCK_HEADING, SAYSO_BLOCK_PARAGRAPH, SAYSO_BLOCK_PARAGRAPH,
                                       SAYSO_BLOCK_ITEM, SAYSO_BLOCK_ITEM };
  static const guint paragraphs[] = { 0, 1, 1, 2, 3 };

  g_assert_cmpuint (reading->sentences->len, ==, G_N_ELEMENTS (blocks));
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      g_assert_cmpint (sayso_reading_sentence (reading, i)->block, ==, blocks[i]);
      g_assert_cmpuint (sayso_reading_sentence (reading, i)->paragraph, ==, paragraphs[i]);
    }
}

/* Lines broken by width belong together. */
static void
test_wrapped (void)
{
  g_autoptr (SaysoReading) reading = read_text ("The ministry of roads in Oslo said on Friday that the bridge had\n"
                                                "been closed for repairs since the spring, and that it would not be\n"
                                                "opened again before the end of the year.\n\nIt was opened in May.",
                                                -1);

  g_assert_cmpuint (reading->sentences->len, ==, 2);
}

static void
test_abbreviations (void)
{
  const SaysoTable *table = sayso_reader_get_table ("abbreviations.tsv");

  for (guint row = 0; row < sayso_table_get_n_rows (table); row++)
    {
      const char *example = sayso_table_get (table, row, 3);
      g_autoptr (SaysoReading) reading = read_text (example, -1);

      g_assert_cmpstr (example, !=, "");
      g_test_message ("%s", example);
      g_assert_cmpuint (reading->sentences->len, ==, 1);
    }
}

static void
test_lemmas (void)
{
  static const char *pairs[][2] = {
    { "The spies had been breaching the systems.", "the spy have be breach the system ." },
    { "He denied it and stopped; it was created.", "he deny it and stop ; it be create ." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (SaysoReading) reading = read_text (pairs[i][0], -1);
      g_auto (GStrv) lemmas = g_strsplit (pairs[i][1], " ", -1);

      g_assert_cmpuint (reading->tokens->len, ==, g_strv_length (lemmas));
      for (guint k = 0; k < reading->tokens->len; k++)
        if (sayso_reading_token (reading, k)->lemma != NULL)
          g_assert_cmpstr (sayso_reading_token (reading, k)->lemma, ==, lemmas[k]);
    }
}

static char *
list_names (const char *text)
{
  g_autoptr (SaysoReading) reading = read_text (text, -1);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < reading->names->len; i++)
    {
      const SaysoName *name = &g_array_index (reading->names, SaysoName, i);
      SaysoSpan span = { sayso_reading_token (reading, name->first)->span.start,
                         sayso_reading_token (reading, name->first + name->n_tokens - 1)->span.end };
      g_autofree char *form = sayso_text_slice (reading->text, span);

      g_string_append_printf (list, "%s%s/%d", i > 0 ? ", " : "", form, name->kind);
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
test_names (void)
{
  static const char *pairs[][2] = {
    { "Yesterday Jan Oduya met Velar Corp. in Oslo.", "Jan Oduya/1, Velar Corp./2, Oslo/7" },
    { "The FBI and the Department of Justice asked the New York Times.",
      "FBI/3, Department of Justice/3, New York Times/4" },
    { "He called President Ann Lind of the Bank of England.", "Ann Lind/1, Bank of England/2" },
    { "They found Stuxnet and the Lazarus Group.", "Stuxnet/6, Lazarus Group/5" },
    { "It used software reverse engineering, or SRE, in June.", "" },
    { "British spies left.", "" },
    { "Beijing Oduya Trading Co., Ltd was sold.", "Beijing Oduya Trading Co., Ltd/2" },
    { "But they THAT WANTED TO BUY Velar left.", "Velar/0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *names = list_names (pairs[i][0]);

      if (i + 1 < G_N_ELEMENTS (pairs))
        g_assert_cmpstr (names, ==, pairs[i][1]);
      else
        g_assert_nonnull (strstr (names, "Velar"));
    }
}

static char *
join_spans (SaysoText *text, const GArray *spans)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      g_autofree char *part = sayso_text_slice (text, g_array_index (spans, SaysoSpan, i));

      g_string_append_printf (line, "%s%s", i > 0 ? "||" : "", part);
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
assert_attribution (const char *text, const char *expected)
{
  g_autoptr (SaysoReading) reading = read_text (text, -1);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < reading->attributions->len; i++)
    {
      const SaysoAttribution *attribution = &g_array_index (reading->attributions, SaysoAttribution, i);
      g_autofree char *source = join_spans (reading->text, attribution->source);
      g_autofree char *cue = join_spans (reading->text, attribution->cue);
      g_autofree char *content = join_spans (reading->text, attribution->content);
      g_autofree char *line = g_strdup_printf ("%s|%s|%s", source, cue, content);

      if (g_str_equal (line, expected))
        return;
      g_string_append_printf (found, "\n  %s", line);
    }
  g_test_message ("%s\n  wanted: %s\n  found:%s", text, expected, found->str);
  g_test_fail ();
}

static void
test_attributions (void)
{
  assert_attribution ("Velar paid the fine, two officials told the panel.", "two officials|told|Velar paid the fine");
  assert_attribution ("“We are done,” Jan Oduya said. “It is over.”", "Jan Oduya|said|“We are done,”||“It is over.”");
  assert_attribution ("The minister said on Monday that the plant would close.",
                      "The minister|said|that the plant would close");
  assert_attribution ("The Oslo Herald reported:\n\n“The plant is closed.”\n\nNobody spoke.",
                      "The Oslo Herald|reported|“The plant is closed.”");
}

/* What every reading must keep to, whatever the text. */
static void
check_reading (SaysoReading *reading)
{
  guint next = 0, end = 0, chars = sayso_text_get_chars (reading->text);

  for (guint i = 0; i < reading->tokens->len; i++)
    {
      const SaysoToken *token = sayso_reading_token (reading, i);

      g_assert_cmpuint (token->span.start, >=, end);
      g_assert_cmpuint (token->span.start, <, token->span.end);
      g_assert_cmpuint (token->span.end, <=, chars);
      g_assert_cmpuint (token->start, <, token->end);
      g_assert_cmpint (token->head, <, (int) reading->tokens->len);
      end = token->span.end;
    }
  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const SaysoSentence *sentence = sayso_reading_sentence (reading, i);

      g_assert_cmpuint (sentence->first, ==, next);
      g_assert_cmpuint (sentence->n_tokens, >, 0);
      next += sentence->n_tokens;
    }
  g_assert_cmpuint (next, ==, reading->tokens->len);
  for (guint i = 0; i < reading->attributions->len; i++)
    {
      const GArray *content = g_array_index (reading->attributions, SaysoAttribution, i).content;

      for (guint k = 0; k < content->len; k++)
        g_assert_cmpuint (g_array_index (content, SaysoSpan, k).end, <=, chars);
    }
}

static void
test_hostile (void)
{
  static const struct
  {
    const char *piece;
    gsize length;
    guint times;
  } cases[] = {
    { "", 0, 0 },
    { " \n\t", 3, 1000 },
    { "a", 1, 10000000 },
    { "a-", 2, 2000 },
    { "a.b@", 4, 4000 },
    { "\0a\0", 3, 4000 },
    { "😀", 4, 4000 },
    { "e\xcc\x81\xcc\x81", 5, 4000 },
    { "שלום ", 9, 2000 },
    { "\"", 1, 8000 },
    { "“a said, ", 12, 2000 },
    { "He said that ", 13, 2000 },
    { "A. ", 3, 4000 },
    { "A B ", 4, 4000 },
    { "(", 1, 8000 },
    { "A\r\n", 3, 4000 },
    { "www.", 4, 4000 },
    { "2015-", 5, 4000 },
    { "Velar's ", 8, 2000 },
    { "U.S.", 4, 1000 },
    { "\xf4\x8f\xbf\xbf", 4, 2000 },
    { "THE ", 4, 4000 },
    { "- A\n", 4, 2000 },
    { "according to ", 13, 2000 },
    { "’s", 4, 4000 },
    { "A of ", 5, 2000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (SaysoReading) reading = NULL;
      gint64 start = g_get_monotonic_time ();

      for (guint k = 0; k < cases[i].times; k++)
        g_string_append_len (text, cases[i].piece, cases[i].length);
      reading = read_text (text->str, text->len);
      check_reading (reading);
      g_test_message ("%u: %u tokens in %.2f s", i, reading->tokens->len, (g_get_monotonic_time () - start) / 1e6);
    }
}

/* Four times the text may take no more than about four times the time. */
static void
test_linear (void)
{
  static const char *sentence =
      "The ministry said on Friday that Velar Corp. had been breached by spies in June 2015. ";
  gint64 times[2];

  for (guint k = 0; k < 2; k++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gint64 best = G_MAXINT64;

      for (guint i = 0; i < (k == 0 ? 150u : 600u); i++)
        g_string_append (text, sentence);
      for (guint round = 0; round < 2; round++)
        {
          gint64 start = clock ();
          g_autoptr (SaysoReading) reading = read_text (text->str, text->len);

          best = MIN (best, (gint64) clock () - start);
        }
      times[k] = best;
    }
  g_test_message ("%.3f s, %.3f s", times[0] / 1e6, times[1] / 1e6);
  g_assert_cmpint (times[1], <, times[0] * 10);
}

static void
test_same_again (void)
{
  static const char *text = "Jan Oduya said that Velar Corp. paid. “It is over,” he told the Oslo Herald in May.";
  g_autoptr (SaysoReading) one = read_text (text, -1), two = read_text (text, -1);

  g_assert_cmpuint (one->tokens->len, ==, two->tokens->len);
  for (guint i = 0; i < one->tokens->len; i++)
    {
      const SaysoToken *a = sayso_reading_token (one, i), *b = sayso_reading_token (two, i);

      g_assert_cmpint (a->head, ==, b->head);
      g_assert_cmpstr (a->deprel, ==, b->deprel);
      g_assert_cmpstr (a->lemma, ==, b->lemma);
      g_assert_cmpint (a->upos, ==, b->upos);
    }
  g_assert_cmpuint (one->names->len, ==, two->names->len);
  g_assert_cmpuint (one->attributions->len, ==, two->attributions->len);
}

static void
test_cancelled (void)
{
  g_autoptr (SaysoText) text = sayso_text_new ("Velar paid.", -1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (sayso_reader_read (text, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/tokens", test_tokens);
  g_test_add_func ("/reader/sentences", test_sentences);
  g_test_add_func ("/reader/blocks", test_blocks);
  g_test_add_func ("/reader/wrapped", test_wrapped);
  g_test_add_func ("/reader/abbreviations", test_abbreviations);
  g_test_add_func ("/reader/lemmas", test_lemmas);
  g_test_add_func ("/reader/names", test_names);
  g_test_add_func ("/reader/attributions", test_attributions);
  g_test_add_func ("/reader/hostile", test_hostile);
  g_test_add_func ("/reader/linear", test_linear);
  g_test_add_func ("/reader/same-again", test_same_again);
  g_test_add_func ("/reader/cancelled", test_cancelled);

  return g_test_run ();
}

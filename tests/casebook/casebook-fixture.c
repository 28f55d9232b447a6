/* casebook-fixture.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "casebook-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define DAY SAYSO_SECONDS_A_DAY

static const char body[] = "Harbour deal under fire\n\n"
                           "In March 2019 the port authority of Vellmar signed a contract with Brine & Oak. "
                           "Two officials told the Vellmar Courier that Brine & Oak had bribed Ada Quill. "
                           "Ada Quill denied that she met anyone.\n\n"
                           "According to an audit report, Brine & Oak may sell the docks in 2021. "
                           "The Courier wrote that nobody had asked. Yesterday the Kestrel crane fell.";

/* -- the folder ----------------------------------------------------------------------------------------- */

void
fixture_set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("sayso-test-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->path = fixture_path (self, "case.sayso");
  fixture_reopen (self);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        {
          g_chmod (child, 0700);
          remove_tree (child);
        }
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  if (self->casebook != NULL)
    sayso_casebook_close (self->casebook);
  g_clear_object (&self->casebook);
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

char *
fixture_path (Fixture *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

void
fixture_reopen (Fixture *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GError) error = NULL;

  if (self->casebook != NULL)
    sayso_casebook_close (self->casebook);
  g_clear_object (&self->casebook);
  self->casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_CREATE, NULL, &error);
  g_assert_no_error (error);
}

/* Until nothing has happened on the main thread for a while. */
void
fixture_settle (void)
{
  for (guint quiet = 0; quiet < 20;)
    if (g_main_context_iteration (NULL, FALSE))
      quiet = 0;
    else
      {
        g_usleep (1000);
        quiet++;
      }
}

/* -- an article ----------------------------------------------------------------------------------------- */

SaysoSpan
fixture_find (SaysoText *text, const char *words)
{
  const char *utf8 = sayso_text_get_utf8 (text);
  const char *at = strstr (utf8, words);

  g_assert_nonnull (at);

  return SAYSO_SPAN (sayso_text_to_char (text, at - utf8), sayso_text_to_char (text, at - utf8 + strlen (words)));
}

SaysoDocument *
fixture_document (guint number)
{
  g_autofree char *all = g_strdup_printf ("%s\n\nEdition %u.", body, number);
  g_autofree char *location = g_strdup_printf ("/tmp/harbour-%u.txt", number);
  g_autoptr (GBytes) bytes = g_bytes_new (all, strlen (all));
  g_autoptr (SaysoText) text = sayso_text_new (all, -1);
  SaysoMetadata metadata = { .title = g_strdup_printf ("Harbour deal under fire, %u", number),
                             .byline = g_strsplit ("Ned Marsh|Ida Fell", "|", -1),
                             .publisher = g_strdup ("Vellmar Courier"),
                             .published = number % 2 == 0 ? g_strdup ("2020-05-04") : NULL };

  return sayso_document_new (bytes, location, "text/plain", &metadata, text);
}

static guint
add_time (SaysoExtraction *x, const char *words, const char *value, SaysoBounds bounds)
{
  SaysoExtractedTime time = { .span = fixture_find (x->reading->text, words),
                              .type = SAYSO_TIME_DATE,
                              .value = g_strdup (value),
                              .edtf = g_strdup (value),
                              .bounds = bounds,
                              .anchor_time = SAYSO_NONE };

  g_array_append_val (x->times, time);

  return x->times->len - 1;
}

static guint
add_actor (SaysoExtraction *x, const char *name, SaysoNameKind kind, gboolean unnamed, const char *words)
{
  SaysoExtractedActor actor = { g_strdup (name), kind, unnamed, g_ptr_array_new_with_free_func (g_free) };
  const char *utf8 = sayso_text_get_utf8 (x->reading->text);

  g_array_append_val (x->actors, actor);
  for (const char *at = utf8; (at = strstr (at, words)) != NULL; at += strlen (words))
    {
      SaysoExtractedMention mention = { x->actors->len - 1,
                                        SAYSO_SPAN (sayso_text_to_char (x->reading->text, at - utf8),
                                                    sayso_text_to_char (x->reading->text, at - utf8 + strlen (words))),
                                        unnamed ? SAYSO_FORM_NOMINAL : SAYSO_FORM_NAME };

      g_array_append_val (x->mentions, mention);
    }

  return x->actors->len - 1;
}

static GArray *
spans (SaysoExtraction *x, const char *words)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));

  if (words != NULL)
    {
      SaysoSpan span = fixture_find (x->reading->text, words);

      g_array_append_val (array, span);
    }

  return array;
}

static guint
add_claim (SaysoExtraction *x, const char *source, const char *cue, const char *content, SaysoSourceKind kind,
           gboolean several, guint actor, guint parent, const char *title)
{
  SaysoExtractedClaim claim = { .source = spans (x, source),
                                .cue = spans (x, cue),
                                .content = spans (x, content),
                                .source_kind = kind,
                                .several = several,
                                .source_actor = actor,
                                .description = g_strdup (source),
                                .title = g_strdup (title),
                                .parent = parent };

  g_array_append_val (x->claims, claim);

  return x->claims->len - 1;
}

static guint
add_event (SaysoExtraction *x, const char *trigger, const char *span, const char *title, guint time, guint claim,
           SaysoFactuality factuality, guint agent, guint patient)
{
  SaysoExtractedEvent event = { .trigger = fixture_find (x->reading->text, trigger),
                                .span = fixture_find (x->reading->text, span),
                                .title = g_strdup (title),
                                .type = "act",
                                .time = time,
                                .bounds = SAYSO_BOUNDS_UNKNOWN,
                                .place = SAYSO_NONE,
                                .participants = g_array_new (FALSE, FALSE, sizeof (SaysoParticipant)),
                                .factuality = factuality,
                                .claim = claim };
  SaysoParticipant participants[] = { { "agent", agent, event.trigger }, { "patient", patient, event.trigger } };

  if (time != SAYSO_NONE)
    event.bounds = g_array_index (x->times, SaysoExtractedTime, time).bounds;
  for (guint i = 0; i < G_N_ELEMENTS (participants); i++)
    if (participants[i].actor != SAYSO_NONE)
      g_array_append_val (event.participants, participants[i]);
  g_array_append_val (x->events, event);

  return x->events->len - 1;
}

static void
add_relation (SaysoExtraction *x, guint subject, const char *type, const char *label, guint object, const char *words,
              guint event, guint claim)
{
  SaysoExtractedRelation relation = { subject, type, g_strdup (label), object,
                                      g_array_new (FALSE, FALSE, sizeof (SaysoEvidence)) };
  SaysoEvidence evidence = { fixture_find (x->reading->text, words), event, claim };

  g_array_append_val (relation.evidence, evidence);
  g_array_append_val (x->relations, relation);
}

static void
add_sentences (SaysoReading *reading)
{
  const char *sentences[] = { "Harbour deal under fire",
                              "In March 2019 the port authority of Vellmar signed a contract with Brine & Oak.",
                              "Two officials told the Vellmar Courier that Brine & Oak had bribed Ada Quill.",
                              "Ada Quill denied that she met anyone.",
                              "According to an audit report, Brine & Oak may sell the docks in 2021.",
                              "The Courier wrote that nobody had asked.",
                              "Yesterday the Kestrel crane fell.",
                              "Edition " };
  const guint paragraphs[] = { 0, 1, 1, 1, 2, 2, 2, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      SaysoSentence sentence = { .span = fixture_find (reading->text, sentences[i]),
                                 .block = i == 0 ? SAYSO_BLOCK_HEADING : SAYSO_BLOCK_PARAGRAPH,
                                 .paragraph = paragraphs[i] };

      g_array_append_val (reading->sentences, sentence);
    }
}

SaysoExtraction *
fixture_extraction (SaysoDocument *document, gboolean with_date)
{
  g_autoptr (SaysoReading) reading = sayso_reading_new (sayso_document_get_text (document));
  SaysoExtraction *x;
  SaysoBounds march = { sayso_date_to_seconds (2019, 3, 1), sayso_date_to_seconds (2019, 4, 1) - 1 };
  SaysoBounds later = { sayso_date_to_seconds (2021, 1, 1), sayso_date_to_seconds (2022, 1, 1) - 1 };
  SaysoBounds yesterday = { sayso_date_to_seconds (2020, 5, 3), sayso_date_to_seconds (2020, 5, 4) - 1 };
  guint in_march, in_2021, at_yesterday, port, firm, quill, courier, officials, told, signing, contract, bribing,
      meeting, sale;

  /* A thing that is no actor has no row. */
  SaysoParticipant docks = { "patient", SAYSO_NONE, fixture_find (reading->text, "the docks") };

  reading->model = g_strdup ("fixture");
  x = sayso_extraction_new (reading);
  add_sentences (reading);
  in_march = add_time (x, "March 2019", "2019-03", march);
  in_2021 = add_time (x, "2021", "2021", later);
  at_yesterday =
      add_time (x, "Yesterday", with_date ? "2020-05-03" : "XXXX-XX-XX", with_date ? yesterday : SAYSO_BOUNDS_UNKNOWN);

  port = add_actor (x, "Port Authority of Vellmar", SAYSO_NAME_AGENCY, FALSE, "port authority of Vellmar");
  firm = add_actor (x, "Brine & Oak", SAYSO_NAME_ORGANIZATION, FALSE, "Brine & Oak");
  quill = add_actor (x, "Ada Quill", SAYSO_NAME_PERSON, FALSE, "Ada Quill");
  courier = add_actor (x, "Vellmar Courier", SAYSO_NAME_OUTLET, FALSE, "Courier");
  g_ptr_array_add (g_array_index (x->actors, SaysoExtractedActor, courier).aliases, g_strdup ("the Courier"));
  officials = add_actor (x, "two officials", SAYSO_NAME_PERSON, TRUE, "Two officials");

  told = add_claim (x, "Two officials", "told", "Brine & Oak had bribed Ada Quill", SAYSO_SOURCE_ANONYMOUS, TRUE,
                    officials, SAYSO_NONE, "Brine & Oak had bribed Ada Quill");
  add_claim (x, "an audit report", "According to", "Brine & Oak may sell the docks in 2021", SAYSO_SOURCE_DOCUMENT,
             FALSE, SAYSO_NONE, SAYSO_NONE, "Brine & Oak may sell the docks");
  add_claim (x, "The Courier", "wrote", "nobody had asked", SAYSO_SOURCE_OUTLET, FALSE, courier, SAYSO_NONE,
             "Nobody had asked");
  /* Named, but told by the officials: no better sourced than they are. */
  add_claim (x, "Ada Quill", "had", "bribed Ada Quill", SAYSO_SOURCE_NAMED, FALSE, quill, told, "Bribery of Quill");

  signing = add_event (x, "signed", "In March 2019 the port authority of Vellmar signed a contract with Brine & Oak.",
                       "Port authority signs contract", in_march, SAYSO_NONE, SAYSO_FACTUALITY_ASSERTED, port, firm);
  /* Told again: not kept, and what rests on it rests on the first telling. */
  contract =
      add_event (x, "contract", "In March 2019 the port authority of Vellmar signed a contract with Brine & Oak.",
                 "Contract with Brine & Oak", SAYSO_NONE, SAYSO_NONE, SAYSO_FACTUALITY_ASSERTED, SAYSO_NONE, firm);
  g_array_index (x->events, SaysoExtractedEvent, contract).salience = SAYSO_SALIENCE_LOW;
  g_array_index (x->events, SaysoExtractedEvent, contract).same = signing;
  bribing = add_event (x, "bribed", "Two officials told the Vellmar Courier that Brine & Oak had bribed Ada Quill.",
                       "Brine & Oak bribes Ada Quill", SAYSO_NONE, told, SAYSO_FACTUALITY_ASSERTED, firm, quill);
  meeting = add_event (x, "met", "Ada Quill denied that she met anyone.", "Ada Quill meets somebody", SAYSO_NONE,
                       SAYSO_NONE, SAYSO_FACTUALITY_DENIED, quill, SAYSO_NONE);
  sale = add_event (x, "sell", "According to an audit report, Brine & Oak may sell the docks in 2021.",
                    "Brine & Oak sells docks", in_2021, 1, SAYSO_FACTUALITY_POSSIBLE, firm, SAYSO_NONE);
  add_event (x, "fell", "Yesterday the Kestrel crane fell.", "Crane falls", at_yesterday, SAYSO_NONE,
             SAYSO_FACTUALITY_ASSERTED, SAYSO_NONE, SAYSO_NONE);
  g_array_index (x->events, SaysoExtractedEvent, meeting).doubted = TRUE;
  g_array_append_val (g_array_index (x->events, SaysoExtractedEvent, sale).participants, docks);
  g_assert_cmpuint (sale, ==, 4);

  add_relation (x, port, "acts-on", "signed with", firm, "In March 2019 the port authority", contract, SAYSO_NONE);
  add_relation (x, firm, "acts-on", "bribed", quill, "Brine & Oak had bribed Ada Quill", bribing, told);

  return x;
}

gint64
fixture_import (SaysoCasebook *casebook, guint number)
{
  g_autoptr (SaysoDocument) document = fixture_document (number);
  g_autoptr (SaysoExtraction) extraction = fixture_extraction (document, FALSE);
  g_autoptr (SaysoCommand) command = sayso_command_new_import (document, extraction);
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  sayso_casebook_submit (casebook, command, &id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);

  return id;
}

/* -- reading -------------------------------------------------------------------------------------------- */

GPtrArray *
fixture_query (SaysoCasebook *casebook, SaysoItemKind kind, const SaysoFilter *filter, SaysoSort sort)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *items = sayso_casebook_query (casebook, kind, filter, sort, 0, 100000, &error);
  guint count = 0;

  g_assert_no_error (error);
  sayso_casebook_count (casebook, kind, filter, &count, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count, ==, items->len);

  return items;
}

guint
fixture_count (SaysoCasebook *casebook, SaysoItemKind kind)
{
  g_autoptr (GPtrArray) items = fixture_query (casebook, kind, NULL, SAYSO_SORT_TEXT);

  return items->len;
}

gint64
fixture_id (SaysoCasebook *casebook, SaysoItemKind kind, const char *title)
{
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (GPtrArray) items = NULL;

  filter->rejected = TRUE;
  items = fixture_query (casebook, kind, filter, SAYSO_SORT_TEXT);
  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (sayso_item_get_title (g_ptr_array_index (items, i)), title))
      return sayso_item_get_id (g_ptr_array_index (items, i));

  return 0;
}

/* All a reader can see, in words: what must be the same again after undo. */
char *
fixture_dump (SaysoCasebook *casebook)
{
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  GString *dump = g_string_new (NULL);

  filter->rejected = TRUE;
  for (SaysoItemKind kind = SAYSO_ITEM_ARTICLE; kind <= SAYSO_ITEM_RELATION; kind++)
    {
      g_autoptr (GPtrArray) items = fixture_query (casebook, kind, filter, SAYSO_SORT_TEXT);

      for (guint i = 0; i < items->len; i++)
        {
          SaysoItem *item = g_ptr_array_index (items, i);
          g_autofree char *subtitle = sayso_item_dup_subtitle (item);

          g_string_append_printf (dump, "%d %" G_GINT64_FORMAT " %s | %s | %d", kind, sayso_item_get_id (item),
                                  sayso_item_get_title (item), subtitle, sayso_item_get_standing (item));
          if (SAYSO_IS_ARTICLE (item))
            g_string_append_printf (dump, " %u %u %u %u %s", SAYSO_ARTICLE (item)->n_times,
                                    SAYSO_ARTICLE (item)->n_actors, SAYSO_ARTICLE (item)->n_events,
                                    SAYSO_ARTICLE (item)->n_claims, SAYSO_ARTICLE (item)->published);
          if (SAYSO_IS_ACTOR (item))
            g_string_append_printf (dump, " %u %u", SAYSO_ACTOR (item)->n_mentions, SAYSO_ACTOR (item)->n_articles);
          if (SAYSO_IS_EVENT (item))
            g_string_append_printf (dump, " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s %d", SAYSO_EVENT (item)->time,
                                    SAYSO_EVENT (item)->claim, SAYSO_EVENT (item)->time_text,
                                    SAYSO_EVENT (item)->voice);
          if (SAYSO_IS_CLAIM (item))
            g_string_append_printf (dump, " %" G_GINT64_FORMAT " %s", SAYSO_CLAIM (item)->parent,
                                    SAYSO_CLAIM (item)->cue_text);
          if (SAYSO_IS_RELATION (item))
            g_string_append_printf (dump, " %u %d", SAYSO_RELATION (item)->n_evidence, SAYSO_RELATION (item)->voice);
          g_string_append_c (dump, '\n');
        }
    }

  return g_string_free_and_steal (dump);
}

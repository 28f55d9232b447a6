/* test-surroundings.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "sayso-surroundings.h"

/* One sentence a line; a line that begins with a bar goes on in the paragraph of the one before. */
#define TEXT                                                                                                           \
  "Tarnhelm found the break-in in June.\n"                                                                             \
  "Tarnhelm told the public of it.\n"                                                                                  \
  "Quay Courier printed a poem.\n"                                                                                     \
  "Envoys were called to the ministry.|Its message was to leave Tarnhelm alone.\n"                                     \
  "Envoys went home.\n"                                                                                                \
  "Tarnhelm moved to a new house years before.\n"

static const char *const names[] = { "Tarnhelm", "Quay Courier", "Envoys" };

/* A sentence's event: who takes part, and when. */
static const struct
{
  const char *title;
  guint actor;
  const char *from, *to;
} told[] = {
  { "Break-in found", 0, "2019-06-01", "2019-06-30" }, { "Break-in told", 0, "2019-06-11", "2019-06-20" },
  { "Poem printed", 1, "2019-07-01", "2019-07-01" },   { "Envoys called", 2, "2019-07-11", "2019-07-20" },
  { "Envoys at home", 2, "2019-07-25", "2019-07-25" }, { "House moved", 0, "2012-01-01", "2012-12-31" },
};

typedef struct
{
  char *folder;
  SaysoCasebook *casebook;
} Fixture;

static SaysoBounds
between (const char *from, const char *to)
{
  SaysoBounds bounds = SAYSO_BOUNDS_UNKNOWN;
  int y, m, d;

  sscanf (from, "%d-%d-%d", &y, &m, &d);
  bounds.earliest = sayso_date_to_seconds (y, m, d);
  sscanf (to, "%d-%d-%d", &y, &m, &d);
  bounds.latest = sayso_date_to_seconds (y, m, d) + SAYSO_SECONDS_A_DAY - 1;

  return bounds;
}

static void
add_sentence (SaysoExtraction *x, const char *line, guint start, guint stop, guint paragraph, guint number)
{
  SaysoSentence sentence = { .span = SAYSO_SPAN (start, stop), .paragraph = paragraph };

  g_array_append_val (x->reading->sentences, sentence);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *at = g_strstr_len (line, stop - start, names[i]);
      guint from = at != NULL ? start + (at - line) : 0;
      SaysoExtractedMention mention = { .actor = i, .span = SAYSO_SPAN (from, from + strlen (names[i])) };

      if (at != NULL)
        g_array_append_val (x->mentions, mention);
    }
  if (number < G_N_ELEMENTS (told))
    {
      SaysoParticipant who = { "agent", told[number].actor, SAYSO_SPAN (start, start + 3) };
      SaysoExtractedEvent event = { .trigger = SAYSO_SPAN (start, start + 3),
                                    .span = sentence.span,
                                    .title = g_strdup (told[number].title),
                                    .type = "act",
                                    .time = SAYSO_NONE,
                                    .bounds = between (told[number].from, told[number].to),
                                    .place = SAYSO_NONE,
                                    .participants = g_array_new (FALSE, FALSE, sizeof (SaysoParticipant)),
                                    .claim = SAYSO_NONE };

      g_array_append_val (event.participants, who);
      g_array_append_val (x->events, event);
    }
}

static SaysoExtraction *
make_extraction (SaysoText *text)
{
  g_autoptr (SaysoReading) reading = sayso_reading_new (text);
  SaysoExtraction *x = sayso_extraction_new (reading);
  guint start = 0, number = 0, paragraph = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      SaysoExtractedActor actor = { .name = g_strdup (names[i]),
                                    .kind = SAYSO_NAME_ORGANIZATION,
                                    .aliases = g_ptr_array_new_with_free_func (g_free) };

      g_array_append_val (x->actors, actor);
    }
  for (guint i = 0; TEXT[i] != '\0'; i++)
    if (TEXT[i] == '\n' || TEXT[i] == '|')
      {
        gboolean first = start == 0 || TEXT[start - 1] == '\n';

        add_sentence (x, TEXT + start, start, i, paragraph, first ? number++ : G_MAXUINT);
        paragraph += TEXT[i] == '\n';
        start = i + 1;
      }

  return x;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (SaysoText) text = sayso_text_new (TEXT, -1);
  g_autoptr (SaysoExtraction) x = make_extraction (text);
  g_autoptr (GBytes) bytes = g_bytes_new_static (TEXT, strlen (TEXT));
  g_autoptr (SaysoDocument) document = NULL;
  g_autoptr (SaysoCommand) import = NULL;
  g_autoptr (GError) error = NULL;
  SaysoMetadata metadata = { NULL };

  self->folder = g_dir_make_tmp ("sayso-surroundings-XXXXXX", NULL);
  path = g_build_filename (self->folder, "test.sayso", NULL);
  file = g_file_new_for_path (path);
  self->casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_CREATE, NULL, &error);
  g_assert_no_error (error);
  document = sayso_document_new (bytes, "/tmp/test.txt", "text/plain", &metadata, text);
  import = sayso_command_new_import (document, x);
  sayso_casebook_submit (self->casebook, import, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  static const char *const files[] = { "test.sayso", "test.sayso-wal", "test.sayso-shm" };

  sayso_casebook_close (self->casebook);
  g_clear_object (&self->casebook);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, files[i], NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

static gint64
find (Fixture *self, const char *title)
{
  g_autoptr (GPtrArray) events =
      sayso_casebook_query (self->casebook, SAYSO_ITEM_EVENT, NULL, SAYSO_SORT_DATE, 0, 50, NULL);

  for (guint i = 0; i < events->len; i++)
    if (g_str_equal (sayso_item_get_title (g_ptr_array_index (events, i)), title))
      return sayso_item_get_id (g_ptr_array_index (events, i));
  g_assert_not_reached ();
}

static GArray *
around (Fixture *self, const char *title, guint days)
{
  g_autoptr (GError) error = NULL;
  GArray *found = sayso_surroundings_of (self->casebook, SAYSO_ITEM_EVENT, find (self, title), days, 10, &error);

  g_assert_no_error (error);

  return found;
}

static const SaysoSurrounding *
at (const GArray *found, const char *title)
{
  for (guint i = 0; i < found->len; i++)
    {
      const SaysoSurrounding *surrounding = &g_array_index (found, SaysoSurrounding, i);

      if (g_str_equal (sayso_item_get_title (SAYSO_ITEM (surrounding->event)), title))
        return surrounding;
    }

  return NULL;
}

/* What takes part comes before what is only named in the paragraph; of others' doings nothing is told. */
static void
test_ranked (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) found = around (self, "Envoys called", 60);
  const SaysoSurrounding *home = at (found, "Envoys at home"), *break_in = at (found, "Break-in found"),
                         *news = at (found, "Break-in told");

  g_assert_cmpuint (found->len, ==, 3);
  g_assert_true (home == &g_array_index (found, SaysoSurrounding, 0));
  g_assert_cmpuint (home->least_days, ==, 5);
  g_assert_true (home->after);
  g_assert_cmpstr (g_ptr_array_index (home->shared, 0), ==, "Envoys");

  g_assert_nonnull (break_in);
  g_assert_false (break_in->after);
  g_assert_cmpuint (break_in->least_days, ==, 11);
  g_assert_cmpuint (break_in->most_days, ==, 49);
  g_assert_cmpuint (break_in->shared->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (break_in->shared, 0), ==, "Tarnhelm");
  g_assert_false (break_in->unmentioned);
  g_assert_nonnull (news);
  g_assert_cmpfloat (home->weight, >, break_in->weight);
}

static void
test_span (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) none = around (self, "Envoys called", 3), near = around (self, "Envoys called", 8),
                     far = around (self, "Envoys called", 3650);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (near->len, ==, 1);
  g_assert_cmpuint (far->len, ==, 4);
  g_assert_nonnull (at (far, "House moved"));
}

/* Who was merged into another takes part where the other does. */
static void
test_merged (Fixture *self, gconstpointer data)
{
  g_autoptr (SaysoCommand) merge = sayso_command_new_merge (1, 2, TRUE);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GError) error = NULL;

  sayso_casebook_submit (self->casebook, merge, NULL, &error);
  g_assert_no_error (error);
  found = around (self, "Break-in told", 60);
  g_assert_nonnull (at (found, "Poem printed"));
  g_assert_cmpstr (g_ptr_array_index (at (found, "Poem printed")->shared, 0), ==, "Quay Courier");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/surroundings/ranked", Fixture, NULL, set_up, test_ranked, tear_down);
  g_test_add ("/surroundings/span", Fixture, NULL, set_up, test_span, tear_down);
  g_test_add ("/surroundings/merged", Fixture, NULL, set_up, test_merged, tear_down);

  return g_test_run ();
}

/* test-chain.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-chain.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#define TEXT                                                                                                           \
  "The Ferry Post reported on the bridge. Three engineers told the paper that the deck was cracked. "                  \
  "According to an internal memo, the toll was raised. The mayor knew all along. It was said that a bolt was "         \
  "missing. The bridge is fine."

typedef struct
{
  char *folder;
  SaysoCasebook *casebook;
  SaysoExtraction *extraction;
  SaysoText *text;
} Fixture;

static SaysoSpan
find (Fixture *fixture, const char *words)
{
  const char *text = sayso_text_get_utf8 (fixture->text);
  const char *at = strstr (text, words);

  g_assert_nonnull (at);

  return SAYSO_SPAN (g_utf8_pointer_to_offset (text, at), g_utf8_pointer_to_offset (text, at + strlen (words)));
}

static GArray *
spans_of (Fixture *fixture, const char *words)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));

  if (words != NULL)
    g_array_append_vals (spans, &(SaysoSpan[]) { find (fixture, words) }, 1);

  return spans;
}

static guint
add_actor (Fixture *fixture, const char *name, SaysoNameKind kind, gboolean unnamed)
{
  SaysoExtractedActor actor = { g_strdup (name), kind, unnamed, g_ptr_array_new_with_free_func (g_free) };
  SaysoExtractedMention mention = { fixture->extraction->actors->len, find (fixture, name),
                                    unnamed ? SAYSO_FORM_NOMINAL : SAYSO_FORM_NAME };

  g_array_append_val (fixture->extraction->actors, actor);
  g_array_append_val (fixture->extraction->mentions, mention);

  return mention.actor;
}

static guint
add_claim (Fixture *fixture, SaysoSourceKind kind, const char *source, guint actor, const char *cue,
           const char *content, guint parent)
{
  SaysoExtractedClaim claim = {
    .source = spans_of (fixture, source),
    .cue = spans_of (fixture, cue),
    .content = spans_of (fixture, content),
    .source_kind = kind,
    .source_actor = actor,
    .description = g_strdup (source),
    .title = g_strdup (content),
    .parent = parent,
  };

  g_array_append_val (fixture->extraction->claims, claim);

  return fixture->extraction->claims->len - 1;
}

static SaysoExtractedClaim *
nth_claim (Fixture *fixture, guint index)
{
  return &g_array_index (fixture->extraction->claims, SaysoExtractedClaim, index);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (SaysoReading) reading = NULL;
  g_autofree char *path = NULL;
  SaysoSentence sentence = { .span = { 0, sizeof TEXT - 1 } };

  fixture->folder = g_dir_make_tmp ("sayso-chain-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "test.sayso", NULL);
  file = g_file_new_for_path (path);
  fixture->casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_CREATE, NULL, &error);
  g_assert_no_error (error);

  fixture->text = sayso_text_new (TEXT, -1);
  reading = sayso_reading_new (fixture->text);
  g_array_append_val (reading->sentences, sentence);
  fixture->extraction = sayso_extraction_new (reading);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name = NULL;

  sayso_casebook_close (fixture->casebook);
  g_clear_object (&fixture->casebook);
  sayso_extraction_unref (fixture->extraction);
  sayso_text_unref (fixture->text);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static gint64
import (Fixture *fixture, const char *author)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) original = g_bytes_new_static (TEXT, sizeof TEXT - 1);
  SaysoMetadata metadata = {
    .title = g_strdup ("The Bridge"),
    .byline = author != NULL ? g_strsplit (author, "|", 0) : NULL,
    .publisher = author != NULL ? g_strdup ("Harbour Notes") : NULL,
    .published = author != NULL ? g_strdup ("2031-05-04") : NULL,
  };
  g_autoptr (SaysoDocument) document =
      sayso_document_new (original, "file:///bridge.txt", "text/plain", &metadata, fixture->text);
  g_autoptr (SaysoCommand) command = sayso_command_new_import (document, fixture->extraction);
  gint64 id = 0;

  g_assert_true (sayso_casebook_submit (fixture->casebook, command, &id, &error));
  g_assert_no_error (error);

  return id;
}

/* The chain of the claim with this title. */
static GArray *
chain_of (Fixture *fixture, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (GPtrArray) claims =
      sayso_casebook_query (fixture->casebook, SAYSO_ITEM_CLAIM, filter, SAYSO_SORT_TEXT, 0, 100, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < claims->len; i++)
    if (g_str_equal (sayso_item_get_title (g_ptr_array_index (claims, i)), title))
      {
        GArray *links =
            sayso_chain_of_claim (fixture->casebook, sayso_item_get_id (g_ptr_array_index (claims, i)), &error);

        g_assert_no_error (error);

        return links;
      }

  g_assert_not_reached ();
}

static void
check_link (GArray *links, guint index, SaysoSourceKind kind, const char *name, const char *note, const char *cue)
{
  const SaysoLink *link = NULL;

  g_assert_cmpuint (index, <, links->len);
  link = &g_array_index (links, SaysoLink, index);
  g_assert_cmpint (link->kind, ==, kind);
  g_assert_cmpstr (link->name, ==, name);
  g_assert_cmpstr (link->note, ==, note);
  g_assert_cmpstr (link->cue, ==, cue);
}

static void
check_words (GArray *links, const char *expected)
{
  g_autofree char *words = sayso_chain_describe (links);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_through_outlet (Fixture *fixture, gconstpointer data)
{
  guint paper = add_actor (fixture, "Ferry Post", SAYSO_NAME_OUTLET, FALSE);
  guint engineers = add_actor (fixture, "Three engineers", SAYSO_NAME_OTHER, TRUE);
  guint outer = add_claim (fixture, SAYSO_SOURCE_OUTLET, "Ferry Post", paper, "reported",
                           "Three engineers told the paper that the deck was cracked", SAYSO_NONE);
  guint inner =
      add_claim (fixture, SAYSO_SOURCE_ANONYMOUS, "Three engineers", engineers, "told", "the deck was cracked", outer);
  g_autoptr (GArray) links = NULL;
  g_autoptr (GArray) outer_links = NULL;

  nth_claim (fixture, inner)->several = TRUE;
  import (fixture, NULL);

  links = chain_of (fixture, "the deck was cracked");
  g_assert_cmpuint (links->len, ==, 3);
  check_link (links, 0, SAYSO_SOURCE_AUTHOR, "The author", "this article", NULL);
  check_link (links, 1, SAYSO_SOURCE_OUTLET, "Ferry Post", "outlet", "reported");
  check_link (links, 2, SAYSO_SOURCE_ANONYMOUS, "Three engineers", "not named, number unknown", "told");
  g_assert_cmpuint (sayso_chain_level (links), ==, 2);
  g_assert_cmpint (g_array_index (links, SaysoLink, 2).claim, !=, g_array_index (links, SaysoLink, 1).claim);
  g_assert_cmpint (g_array_index (links, SaysoLink, 1).actor, !=, 0);
  check_words (links, "The author, from Ferry Post (“reported”), from Three engineers, not named (“told”)");

  /* What the outlet says itself has an open end. */
  outer_links = chain_of (fixture, "Three engineers told the paper that the deck was cracked");
  g_assert_cmpuint (outer_links->len, ==, 3);
  check_link (outer_links, 2, SAYSO_SOURCE_UNKNOWN, NULL, "no source given", NULL);
  g_assert_cmpuint (sayso_chain_level (outer_links), ==, 0);
  check_words (outer_links, "The author, from Ferry Post (“reported”), from nobody named");
}

static void
test_document (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) links = NULL;

  add_claim (fixture, SAYSO_SOURCE_DOCUMENT, "an internal memo", SAYSO_NONE, "According to", "the toll was raised",
             SAYSO_NONE);
  import (fixture, "Ann Vance|Bo Lund");

  links = chain_of (fixture, "the toll was raised");
  g_assert_cmpuint (links->len, ==, 2);
  check_link (links, 0, SAYSO_SOURCE_AUTHOR, "Ann Vance, Bo Lund", "author · Harbour Notes · 4 May 2031", NULL);
  check_link (links, 1, SAYSO_SOURCE_DOCUMENT, "an internal memo", "document", "According to");
  g_assert_cmpuint (sayso_chain_level (links), ==, 4);
}

static void
test_author (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) links = NULL;

  add_claim (fixture, SAYSO_SOURCE_AUTHOR, NULL, SAYSO_NONE, NULL, "The bridge is fine", SAYSO_NONE);
  import (fixture, NULL);

  links = chain_of (fixture, "The bridge is fine");
  g_assert_cmpuint (links->len, ==, 1);
  check_link (links, 0, SAYSO_SOURCE_AUTHOR, "The author", "this article", NULL);
  g_assert_cmpint (g_array_index (links, SaysoLink, 0).claim, !=, 0);
  g_assert_cmpuint (sayso_chain_level (links), ==, 3);
}

static void
test_nobody (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) links = NULL;

  add_claim (fixture, SAYSO_SOURCE_UNKNOWN, NULL, SAYSO_NONE, "It was said", "a bolt was missing", SAYSO_NONE);
  import (fixture, NULL);

  links = chain_of (fixture, "a bolt was missing");
  g_assert_cmpuint (links->len, ==, 2);
  check_link (links, 1, SAYSO_SOURCE_UNKNOWN, NULL, "no source given", "It was said");
  g_assert_cmpint (g_array_index (links, SaysoLink, 1).claim, !=, 0);
  g_assert_cmpuint (sayso_chain_level (links), ==, 0);
  check_words (links, "The author, from nobody named");
}

/* Somebody with a name, told of by nobody: the weakest link decides. */
static void
test_named_at_second_hand (Fixture *fixture, gconstpointer data)
{
  guint mayor = add_actor (fixture, "The mayor", SAYSO_NAME_PERSON, FALSE);
  guint engineers = add_claim (fixture, SAYSO_SOURCE_ANONYMOUS, "Three engineers", SAYSO_NONE, "told",
                               "The mayor knew all along", SAYSO_NONE);
  g_autoptr (GArray) links = NULL;

  add_claim (fixture, SAYSO_SOURCE_NAMED, "The mayor", mayor, "knew", "all along", engineers);
  import (fixture, NULL);

  links = chain_of (fixture, "all along");
  g_assert_cmpuint (links->len, ==, 3);
  check_link (links, 1, SAYSO_SOURCE_ANONYMOUS, "Three engineers", "not named", "told");
  check_link (links, 2, SAYSO_SOURCE_NAMED, "The mayor", "person", "knew");
  g_assert_cmpuint (sayso_chain_level (links), ==, 1);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sayso_chain_of_claim (fixture->casebook, 4711, &error));
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_NOT_FOUND);
}

static void
test_link_words (void)
{
  static const struct
  {
    const char *name;
    const char *words;
    gint64 actor;
  } cases[] = {
    { "several officials", "Several officials", 0 },
    { "several officials", "Several officials", 7 },
    { "émigrés", "Émigrés", 0 },
    { NULL, "Nobody named", 0 },
    { "", "Nobody named", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SaysoLink link = { .kind = SAYSO_SOURCE_ANONYMOUS, .name = (char *) cases[i].name, .actor = cases[i].actor };
      SaysoLink named = { .kind = SAYSO_SOURCE_NAMED, .name = (char *) "deBooij", .actor = 7 };
      g_autofree char *words = sayso_link_to_words (&link);
      g_autofree char *name = sayso_link_to_words (&named);

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (name, ==, "deBooij");
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("/chain/through-outlet", test_through_outlet);
  ADD ("/chain/document", test_document);
  ADD ("/chain/author", test_author);
  ADD ("/chain/nobody", test_nobody);
  ADD ("/chain/named-at-second-hand", test_named_at_second_hand);
  ADD ("/chain/missing", test_missing);
  g_test_add_func ("/chain/link-words", test_link_words);
  return g_test_run ();
}

/* test-plain.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-import.h"
#include "sayso-plain.h"

static SaysoDocument *
import (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  SaysoDocument *document = sayso_import_bytes (bytes, "article.txt", NULL, NULL, &error);

  g_assert_no_error (error);

  return document;
}

static const char *
text_of (SaysoDocument *document)
{
  return sayso_text_get_utf8 (sayso_document_get_text (document));
}

static void
test_lines (void)
{
  g_autoptr (SaysoDocument) document = import (
      "\r\n\r\n  One line. \r\nAnother.\rA third.\n \t\n\n\n\nNew paragraph.\f Page two.\xe2\x80\xa8Split.\n\n");

  g_assert_cmpstr (text_of (document), ==, "One line.\nAnother.\nA third.\n\nNew paragraph.\nPage two.\nSplit.");
}

static void
test_wrapped (void)
{
  g_autoptr (SaysoDocument) document = import ("The ministry of works said on Tuesday that the bridge over\n"
                                               "the Orva would not be opened before the autumn, because an\n"
                                               "inspection had found cracks in two of its seven long-\n"
                                               "suffering piers, which nobody had noticed until then.\n"
                                               "\n"
                                               "Its list of works:\n"
                                               "- mend the piers and paint the whole of the railing grey\n"
                                               "- open the bridge for people on foot and for nobody else\n"
                                               "\n"
                                               "Nothing else was said about it on that day by anybody in\n"
                                               "the ministry.\n");

  g_assert_cmpstr (
      text_of (document), ==,
      "The ministry of works said on Tuesday that the bridge over the Orva would not be opened before the autumn, "
      "because "
      "an inspection had found cracks in two of its seven long-suffering piers, which nobody had noticed until then.\n"
      "\n"
      "Its list of works:\n"
      "- mend the piers and paint the whole of the railing grey\n"
      "- open the bridge for people on foot and for nobody else\n"
      "\n"
      "Nothing else was said about it on that day by anybody in the ministry.");
}

/* Lines of an address, verse or one paragraph a line stay as they are. */
static void
test_not_wrapped (void)
{
  static const char *const texts[] = {
    "Ada Marsh\n14 Quay Street\nPort Ellery\nOrvaland",
    "The rain came down,\nthe king went out,\nthe town was brown,\nand all about\nthe rain came down.",
    "A headline of some sixty characters about the works on a bridge\nThe first paragraph is one long line that goes "
    "on and "
    "on without any break at all, as a word processor saves it, until it ends here.\nThe second paragraph is also one "
    "long "
    "line that goes on and on without any break at all, as a word processor saves it.\nThe third one is so as well, "
    "and it "
    "is long enough to be beyond what anybody would wrap a line at in a mail or in a terminal.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SaysoDocument) document = import (texts[i]);

      g_assert_cmpstr (text_of (document), ==, texts[i]);
    }
}

static void
test_every_character (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (SaysoDocument) document = NULL;
  const char *out;

  for (guint i = 0; i < 20000; i++)
    switch (g_rand_int_range (rand, 0, 8))
      {
      case 0:
        g_string_append (text, "\r\n");
        break;
      case 1:
        g_string_append (text, "  \t");
        break;
      case 2:
        g_string_append_unichar (text, g_rand_int_range (rand, 0x21, 0x3000));
        break;
      default:
        g_string_append_unichar (text, g_rand_int_range (rand, 0x21, 0x7f));
      }

  document = import (text->str);
  out = text_of (document);
  for (const char *p = text->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_isspace (g_utf8_get_char (p)))
        continue;
      while (g_unichar_isspace (g_utf8_get_char (out)))
        out = g_utf8_next_char (out);
      if (g_utf8_get_char (p) == 0x85)
        continue;
      g_assert_cmpuint (g_utf8_get_char (p), ==, g_utf8_get_char (out));
      out = g_utf8_next_char (out);
    }
}

static void
test_head (void)
{
  static const struct
  {
    const char *text;
    const char *title;
    const char *byline;
    const char *published;
  } cases[] = {
    { "Cracks found in bridge\n\nBy Ada Marsh and Jo van Dyk\nPublished: 4 March 2015\n\nThe bridge stays closed.",
      "Cracks found in bridge", "Ada Marsh|Jo van Dyk", "2015-03-04" },
    { "# Cracks found in bridge\n\nBy Ada Marsh\nMarch 4, 2015\n\nThe bridge stays closed.", "Cracks found in bridge",
      "Ada Marsh", "2015-03-04" },
    { "Cracks found in bridge\nBY ADA MARSH\nPublished on March 4, 2015\n\nThe bridge stays closed.",
      "Cracks found in bridge", "ADA MARSH", "2015-03-04" },
    { "PORT ELLERY, March 4, 2015 (Orva News) — The bridge stays closed.", NULL, NULL, "2015-03-04" },
    { "Cracks found in bridge\n\nBy Ada Marsh\nThe Orva Courier, 14 September 2026\n\nThe bridge stays closed.",
      "Cracks found in bridge", "Ada Marsh", "2026-09-14" },
    { "Cracks found in bridge\n\nOrva News | March 4, 2015\n\nThe bridge stays closed.", "Cracks found in bridge", NULL,
      "2015-03-04" },
    { "Cracks found in bridge\n\nBy Ada Marsh and Jo van Dyk, 4 March 2015\n\nThe bridge stays closed.",
      "Cracks found in bridge", "Ada Marsh|Jo van Dyk", "2015-03-04" },
    /* no masthead: a sentence, a day without its year, a chronicle */
    { "Cracks found in bridge\n\nIn Orva, 14 September 2026 was a Monday.\n\nOrva, 14 September\n\nWho knew?",
      "Cracks found in bridge", NULL, NULL },
    { "The bridge stays closed.\n\nIt was built in 1923.", NULL, NULL, NULL },
    /* headings of a chronicle are no publication dates */
    { "A chronicle of the bridge\n\nFEBRUARY 2015 — Cracks are found.\n\nMARCH 2015- It is closed.\n\n4 March "
      "2015\n\nWho "
      "knew?",
      "A chronicle of the bridge", NULL, NULL },
    { "By the time it was found\n\nBy noon they had gone home and that was all.\n\nWho knew?",
      "By the time it was found", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SaysoDocument) document = import (cases[i].text);
      const SaysoMetadata *metadata = sayso_document_get_metadata (document);
      g_autofree char *byline = metadata->byline != NULL ? g_strjoinv ("|", metadata->byline) : NULL;

      g_assert_cmpstr (metadata->title, ==, cases[i].title);
      g_assert_cmpstr (byline, ==, cases[i].byline);
      g_assert_cmpstr (metadata->published, ==, cases[i].published);
      if (g_str_has_prefix (cases[i].published != NULL ? cases[i].published : "", "2026"))
        g_assert_cmpstr (metadata->publisher, ==, "The Orva Courier");
      else
        g_assert_true (metadata->publisher == NULL || g_str_equal (metadata->publisher, "Orva News"));
    }
}

static void
test_credits (void)
{
  static const char *const credits[] = { "By Ada Marsh",
                                         "By Ada Marsh, Jo van Dyk and Lee Brook",
                                         "Published: 4 March 2015",
                                         "Last updated: March 4, 2015 10:30 GMT",
                                         "Posted on 2015-03-04",
                                         "The Orva Courier, 4 March 2015" };
  static const char *const others[] = { "By noon it rained", "4 March 2015", "Published works", "The bridge", "" };

  for (guint i = 0; i < G_N_ELEMENTS (credits); i++)
    g_assert_true (sayso_plain_is_credit (credits[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (sayso_plain_is_credit (others[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plain/lines", test_lines);
  g_test_add_func ("/plain/wrapped", test_wrapped);
  g_test_add_func ("/plain/not-wrapped", test_not_wrapped);
  g_test_add_func ("/plain/every-character", test_every_character);
  g_test_add_func ("/plain/head", test_head);
  g_test_add_func ("/plain/credits", test_credits);

  return g_test_run ();
}

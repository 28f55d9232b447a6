/* sayso-export-report.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-export-report.h"

#include <glib/gi18n-lib.h>

#include "sayso-date-words.h"
#include "sayso-pages.h"
#include "sayso-sourcing.h"

/* What a report says, in the reader's language: the chronology, the claims with their chains, the actors, the relations
 * with their evidence, and the articles with their hashes. Articles are numbered by date and cited as "[3] ¶ 4". */

typedef struct
{
  const SaysoReportWriter *writer;
  GHashTable *numbers; /* article → its number in the report */
  GHashTable *pages;   /* article → GArray of SaysoPage */
  gboolean dated;
  guint n;
} Report;

static char *
anchor_of (guint number)
{
  return g_strdup_printf ("article-%u", number);
}

static guint
number_of (Report *report, gint64 article)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (report->numbers, GSIZE_TO_POINTER ((gsize) article)));
}

static void
number_article (SaysoExport *self, SaysoItem *item, gpointer data)
{
  Report *report = data;

  g_hash_table_insert (report->numbers, GSIZE_TO_POINTER ((gsize) sayso_item_get_id (item)),
                       GUINT_TO_POINTER (++report->n));
}

static char *
voice_words (SaysoVoice voice, gboolean doubted)
{
  static const char *const words[] = {
    [SAYSO_VOICE_SAID] = NC_ ("how an event is told", "said by the author"),
    [SAYSO_VOICE_CLAIMED] = NC_ ("how an event is told", "claimed"),
    [SAYSO_VOICE_HYPOTHETICAL] = NC_ ("how an event is told", "supposed, planned or possible"),
    [SAYSO_VOICE_DENIED] = NC_ ("how an event is told", "denied"),
  };
  const char *told = g_dpgettext2 (NULL, "how an event is told", words[voice]);

  /* Translators: how an event is told, and that the article's author doubts it */
  return doubted ? g_strdup_printf (_ ("%s, doubted"), told) : g_strdup (told);
}

static const char *
standing_words (SaysoStanding standing)
{
  static const char *const words[] = {
    [SAYSO_STANDING_SUGGESTED] = N_ ("found by the program"),
    [SAYSO_STANDING_CONFIRMED] = N_ ("confirmed"),
    [SAYSO_STANDING_CHANGED] = N_ ("changed by a reader"),
    [SAYSO_STANDING_REJECTED] = N_ ("rejected"),
  };

  return _ (words[standing]);
}

static const char *
kind_words (SaysoActor *actor)
{
  static const char *const words[] = {
    [SAYSO_NAME_OTHER] = NC_ ("kind of actor", "Other"),
    [SAYSO_NAME_PERSON] = NC_ ("kind of actor", "Person"),
    [SAYSO_NAME_ORGANIZATION] = NC_ ("kind of actor", "Organisation"),
    [SAYSO_NAME_AGENCY] = NC_ ("kind of actor", "State or agency"),
    [SAYSO_NAME_OUTLET] = NC_ ("kind of actor", "Outlet"),
    [SAYSO_NAME_GROUP] = NC_ ("kind of actor", "Group"),
    [SAYSO_NAME_PRODUCT] = NC_ ("kind of actor", "Product"),
    [SAYSO_NAME_PLACE] = NC_ ("kind of actor", "Place"),
  };

  return actor->unnamed ? _ ("Not named") : g_dpgettext2 (NULL, "kind of actor", words[actor->kind]);
}

/* "[2] p. 4", "[2] ¶ 7": a page is what people cite, where there is one. */
static char *
cite (guint number, const char *page, guint paragraph)
{
  if (page != NULL)
    /* Translators: a citation: the article's number in the report, and the page */
    return g_strdup_printf (_ ("[%u] p. %s"), number, page);
  if (paragraph > 0)
    /* Translators: a citation: the article's number in the report, and the paragraph */
    return g_strdup_printf (_ ("[%u] ¶ %u"), number, paragraph);

  return g_strdup_printf ("[%u]", number);
}

/* (nullable): the page that a place in an article is on. */
static const char *
find_page (SaysoExport *self, Report *report, gint64 article, guint offset)
{
  GArray *pages = g_hash_table_lookup (report->pages, GSIZE_TO_POINTER ((gsize) article));

  if (pages == NULL)
    {
      pages = sayso_export_get_pages (self, article);
      g_hash_table_insert (report->pages, GSIZE_TO_POINTER ((gsize) article), pages);
    }

  return sayso_pages_find (pages, offset);
}

static void
quote (SaysoExport *self, Report *report, gint64 article, const char *words, const char *page, guint paragraph)
{
  guint number = number_of (report, article);
  g_autofree char *anchor = anchor_of (number), *where = cite (number, page, paragraph);

  if (*words != '\0')
    report->writer->quote (self, words, where, anchor);
}

/* -- sections ----------------------------------------------------------------------------------------- */

static void
put_event (SaysoExport *self, SaysoItem *item, gpointer data)
{
  Report *report = data;
  SaysoEvent *event = SAYSO_EVENT (item);
  g_autofree char *when = NULL, *told = NULL, *where = NULL, *words = NULL, *what = NULL, *anchor = NULL;

  if (sayso_bounds_known (&event->bounds) != report->dated)
    return;
  if (report->n++ == 0)
    {
      report->writer->heading (self, 2, report->dated ? _ ("Chronology") : _ ("Events without a date"), NULL);
      report->writer->begin_table (self, (const char *[]) { _ ("When"), _ ("What"), _ ("In the words of the article"),
                                                            _ ("Told"), _ ("Where"), NULL });
    }
  when = report->dated ? sayso_bounds_to_long_words (&event->bounds) : g_strdup ("");
  told = voice_words (event->voice, event->doubted);
  where = cite (number_of (report, event->article), find_page (self, report, event->article, event->span.start), 0);
  words = sayso_export_slice (self, event->article, event->span);
  what = g_strdup (sayso_item_get_title (item));
  anchor = anchor_of (number_of (report, event->article));
  report->writer->row (self, (const char *[]) { when != NULL ? when : "", what, words, told, where, NULL }, anchor);
}

static void
put_claim (SaysoExport *self, SaysoItem *item, gpointer data)
{
  Report *report = data;
  SaysoClaim *claim = SAYSO_CLAIM (item);
  g_autoptr (GArray) chain = sayso_export_get_chain (self, claim);
  g_autofree char *path = sayso_chain_describe (chain);
  g_autofree char *words = sayso_export_slice_all (self, claim->article, claim->content);
  /* Translators: how well a claim is sourced (0 to 4), that in words, and its chain of sources */
  g_autofree char *sourcing =
      g_strdup_printf (_ ("Sourcing %u of 4 (%s). %s."), claim->level, sayso_sourcing_words (claim->level), path);
  g_autofree char *standing =
      g_strdup_printf (claim->doubted ? _ ("Doubted; %s.") : "%s.", standing_words (sayso_item_get_standing (item)));

  if (report->n++ == 0)
    report->writer->heading (self, 2, _ ("Claims"), NULL);
  report->writer->heading (self, 3, sayso_item_get_title (item), NULL);
  report->writer->paragraph (self, sourcing);
  quote (self, report, claim->article, words,
         claim->content->len > 0
             ? find_page (self, report, claim->article, g_array_index (claim->content, SaysoSpan, 0).start)
             : NULL,
         0);
  report->writer->note (self, standing);
}

static void
put_actor (SaysoExport *self, SaysoItem *item, gpointer data)
{
  Report *report = data;
  SaysoActor *actor = SAYSO_ACTOR (item);
  g_autofree char *aliases = g_strjoinv ("; ", actor->aliases);
  g_autofree char *mentions = g_strdup_printf ("%u", actor->n_mentions);
  g_autofree char *articles = g_strdup_printf ("%u", actor->n_articles);

  if (report->n++ == 0)
    {
      report->writer->heading (self, 2, _ ("Actors"), NULL);
      report->writer->begin_table (self, (const char *[]) { _ ("Name"), _ ("Kind"), _ ("Also called"), _ ("Mentions"),
                                                            _ ("Articles"), NULL });
    }
  report->writer->row (self,
                       (const char *[]) { sayso_item_get_title (item), kind_words (actor), aliases, mentions, articles,
                                          NULL },
                       NULL);
}

static void
put_relation (SaysoExport *self, SaysoItem *item, gpointer data)
{
  Report *report = data;
  SaysoRelation *relation = SAYSO_RELATION (item);
  g_autoptr (GArray) passages = sayso_export_get_evidence (self, item);
  g_autofree char *told = voice_words (relation->voice, FALSE);
  g_autofree char *standing = g_strdup_printf ("%s; %s.", told, standing_words (sayso_item_get_standing (item)));

  if (report->n++ == 0)
    report->writer->heading (self, 2, _ ("Relations and their evidence"), NULL);
  report->writer->heading (self, 3, sayso_item_get_title (item), NULL);
  report->writer->note (self, standing);
  for (guint i = 0; i < passages->len; i++)
    {
      const SaysoPassage *passage = &g_array_index (passages, SaysoPassage, i);

      quote (self, report, passage->article, passage->quote, passage->page, passage->paragraph);
    }
}

/* One article with its number, all that is known of it, and its hash. */
void
sayso_report_put_article (SaysoExport *self, const SaysoReportWriter *writer, SaysoArticle *article, guint number)
{
  g_autofree char *published = article->published != NULL ? sayso_iso_to_words (article->published) : NULL;
  const char *known[] = { article->byline, article->outlet, published, article->url };
  g_autofree char *anchor = anchor_of (number);
  g_autofree char *title = g_strdup_printf ("[%u] %s", number, sayso_item_get_title (SAYSO_ITEM (article)));
  g_autoptr (GString) about = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i] != NULL && *known[i] != '\0')
      g_string_append_printf (about, "%s%s", about->len > 0 ? ", " : "", known[i]);
  writer->heading (self, 3, title, anchor);
  if (about->len > 0)
    writer->paragraph (self, about->str);
  if (*article->sha256 != '\0')
    {
      g_autofree char *hash = g_strconcat ("SHA-256 ", article->sha256, NULL);

      writer->note (self, hash);
    }
}

static void
put_article (SaysoExport *self, SaysoItem *item, gpointer data)
{
  Report *report = data;

  if (report->n++ == 0)
    report->writer->heading (self, 2, _ ("Articles"), NULL);
  sayso_report_put_article (self, report->writer, SAYSO_ARTICLE (item), report->n);
}

static void
put_section (SaysoExport *self, Report *report, SaysoItemKind kind, SaysoSort sort, SaysoExportEachFunc func,
             gboolean is_table)
{
  report->n = 0;
  sayso_export_each (self, kind, sort, func, report);
  if (is_table && report->n > 0)
    report->writer->end_table (self);
}

/* The title, and what a reader must know of all that follows. */
void
sayso_report_put_head (SaysoExport *self, const SaysoReportWriter *writer, const char *title)
{
  g_autofree char *time = sayso_export_dup_time (self);
  g_autofree char *day = sayso_iso_to_words (time);
  /* Translators: %1$s is the program and its version, %2$s a date */
  g_autofree char *made =
      g_strdup_printf (_ ("Made with %1$s from a casebook last changed on %2$s."), "Sayso " SAYSO_VERSION, day);

  writer->heading (self, 1, title, NULL);
  writer->note (self, made);
  if (self->filter != NULL)
    writer->note (self, _ ("This is a selection: what a filter left out is not in it."));
  if (self->redaction != NULL)
    writer->note (self, _ ("Some actors or articles were left out, or have other names."));
  writer->note (self, _ ("What nobody has confirmed was found by the program and may be wrong. Each entry names the "
                         "article that it rests on."));
}

/* Writes the report's content with a writer. */
void
sayso_report_write (SaysoExport *self, const SaysoReportWriter *writer)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  Report report = { .writer = writer, .numbers = numbers, .pages = pages };
  g_autofree char *title = sayso_export_dup_title (self);

  sayso_report_put_head (self, writer, title);
  sayso_export_each (self, SAYSO_ITEM_ARTICLE, SAYSO_SORT_DATE, number_article, &report);
  report.dated = TRUE;
  put_section (self, &report, SAYSO_ITEM_EVENT, SAYSO_SORT_DATE, put_event, TRUE);
  report.dated = FALSE;
  put_section (self, &report, SAYSO_ITEM_EVENT, SAYSO_SORT_DATE, put_event, TRUE);
  put_section (self, &report, SAYSO_ITEM_CLAIM, SAYSO_SORT_SOURCING, put_claim, FALSE);
  put_section (self, &report, SAYSO_ITEM_ACTOR, SAYSO_SORT_STRENGTH, put_actor, TRUE);
  put_section (self, &report, SAYSO_ITEM_RELATION, SAYSO_SORT_STRENGTH, put_relation, FALSE);
  put_section (self, &report, SAYSO_ITEM_ARTICLE, SAYSO_SORT_DATE, put_article, FALSE);
  sayso_export_lose (self, N_ ("The articles' texts and the marks in them are not part of a report"));
}

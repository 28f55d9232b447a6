/* sayso-export-dossier.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-export-report.h"

#include <glib/gi18n-lib.h>

#include "sayso-date-words.h"
#include "sayso-dates.h"
#include "sayso-dispute.h"
#include "sayso-sourcing.h"
#include "sayso-surroundings.h"

/* All that is known of one claim: who says it, from how many origins and why, what does not fit together with it, what
 * else happened, and the articles all that rests on, with their hashes. */

#define MAX_SURROUNDINGS 20
#define MAX_DAYS 366

/* What stands for the names of an article that is withheld. */
typedef struct
{
  char *name;
  char *instead;
} Substitute;

typedef struct
{
  const SaysoReportWriter *writer;
  GHashTable *numbers; /* article → its number, in the order they are cited */
  GArray *articles;    /* (element-type gint64): by number */
  GArray *substitutes; /* (element-type Substitute) */
} Dossier;

static void
substitute_clear (gpointer data)
{
  Substitute *self = data;

  g_free (self->name);
  g_free (self->instead);
}

static guint
cite (Dossier *self, gint64 article)
{
  gpointer key = GSIZE_TO_POINTER ((gsize) article);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));

  if (number == 0)
    {
      g_array_append_val (self->articles, article);
      number = self->articles->len;
      g_hash_table_insert (self->numbers, key, GUINT_TO_POINTER (number));
    }

  return number;
}

/* -- without what is withheld ------------------------------------------------------------------------- */

static gboolean
is_withheld (SaysoExport *export, gint64 article)
{
  return export->redaction != NULL &&
         sayso_redaction_get (export->redaction, SAYSO_ITEM_ARTICLE, article) != SAYSO_WITHHOLD_NOTHING;
}

static void
substitute (Dossier *self, const char *name, const char *instead)
{
  Substitute one = { g_strdup (name), g_strdup (instead) };

  if (name != NULL && *name != '\0')
    g_array_append_val (self->substitutes, one);
  else
    substitute_clear (&one);
}

/* Names of an article that only the analysis tells must not come out by it. */
static void
note_withheld (SaysoExport *export, Dossier *self, const SaysoTold *told)
{
  gint64 article = told->telling->article;
  g_autoptr (SaysoItem) item = NULL;
  const char *instead = _ ("an article that is left out");

  if (!is_withheld (export, article))
    return;
  if (sayso_export_has (export, SAYSO_ITEM_ARTICLE, article))
    item = sayso_export_get (export, SAYSO_ITEM_ARTICLE, article);
  if (item != NULL)
    instead = sayso_item_get_title (item);
  substitute (self, told->title, instead);
  substitute (self, told->telling->outlet, instead);
  substitute (self, told->telling->byline, instead);
}

/* Words that were made from names, as they may go out. */
static char *
clean (SaysoExport *export, Dossier *self, char *words)
{
  g_autoptr (GString) cleaned = g_string_new_take (words);
  char *redacted;

  for (guint i = 0; i < self->substitutes->len; i++)
    {
      const Substitute *one = &g_array_index (self->substitutes, Substitute, i);

      g_string_replace (cleaned, one->name, one->instead, 0);
    }
  if (export->redaction == NULL)
    return g_string_free_and_steal (g_steal_pointer (&cleaned));

  redacted = sayso_redaction_apply (export->redaction, cleaned->str, -1, NULL, NULL);

  return redacted;
}

/* -- parts -------------------------------------------------------------------------------------------- */

static void
put_quote (SaysoExport *export, Dossier *self, gint64 article, const char *words, guint paragraph)
{
  guint number;
  g_autofree char *anchor = NULL, *where = NULL;

  if (!sayso_export_has (export, SAYSO_ITEM_ARTICLE, article) || *words == '\0')
    return;
  number = cite (self, article);
  anchor = g_strdup_printf ("article-%u", number);
  /* Translators: a citation: the article's number in the report, and the paragraph */
  where = paragraph > 0 ? g_strdup_printf (_ ("[%u] ¶ %u"), number, paragraph) : g_strdup_printf ("[%u]", number);
  self->writer->quote (export, words, where, anchor);
}

static void
put_told (SaysoExport *export, Dossier *self, const SaysoTold *told)
{
  g_autofree char *words = sayso_export_has (export, SAYSO_ITEM_ARTICLE, told->telling->article)
                               ? sayso_export_slice (export, told->telling->article, told->telling->span)
                               : g_strdup ("");

  put_quote (export, self, told->telling->article, g_strstrip (words), told->paragraph);
}

static void
put_dates (SaysoExport *export, Dossier *self, gint64 claim)
{
  g_autoptr (SaysoDates) dates = sayso_casebook_get_dates (export->casebook, SAYSO_ITEM_CLAIM, claim, &export->error);
  g_autofree char *occurred = NULL, *reported = NULL, *learned = NULL;
  const char *unknown = _ ("Not known");

  if (dates == NULL)
    return;
  occurred = sayso_bounds_known (&dates->occurred) ? sayso_bounds_to_long_words (&dates->occurred) : g_strdup (unknown);
  reported = sayso_bounds_known (&dates->reported) ? sayso_bounds_to_long_words (&dates->reported) : g_strdup (unknown);
  learned = sayso_bounds_known (&dates->learned) ? sayso_bounds_to_long_words (&dates->learned) : g_strdup (unknown);
  self->writer->begin_table (export, (const char *[]) { _ ("When it happened"), _ ("When it was reported"),
                                                        _ ("When it was found out"), NULL });
  self->writer->row (export, (const char *[]) { occurred, reported, learned, NULL }, NULL);
  self->writer->end_table (export);
}

/* Each step, from the article to the first source, with the sentence that it rests on. */
static void
put_chain (SaysoExport *export, Dossier *self, SaysoClaim *claim)
{
  g_autoptr (GArray) links = sayso_export_get_chain (export, claim);
  g_autofree char *path = NULL, *described = NULL;

  if (links == NULL)
    return;
  self->writer->heading (export, 2, _ ("Chain"), NULL);
  path = clean (export, self, sayso_chain_describe (links));
  described = g_strconcat (path, ".", NULL);
  self->writer->paragraph (export, described);
  for (guint i = 0; i < links->len && export->error == NULL; i++)
    {
      const SaysoLink *link = &g_array_index (links, SaysoLink, i);
      g_autofree char *who = clean (export, self, sayso_link_to_words (link));
      g_autofree char *note = link->note != NULL ? clean (export, self, g_strdup (link->note)) : NULL;
      /* Translators: one step of a chain: who, and the word by which that was taken over */
      g_autofree char *step = link->cue != NULL ? g_strdup_printf (_ ("%s (“%s”)"), who, link->cue) : g_strdup (who);
      g_autoptr (SaysoItem) item = NULL;
      g_autoptr (GArray) passages = NULL;

      self->writer->heading (export, 3, step, NULL);
      if (note != NULL)
        self->writer->note (export, note);
      if (link->claim == 0 || !sayso_export_has (export, SAYSO_ITEM_CLAIM, link->claim))
        continue;
      item = sayso_export_get (export, SAYSO_ITEM_CLAIM, link->claim);
      passages = item != NULL ? sayso_export_get_evidence (export, item) : NULL;
      if (passages != NULL && passages->len > 0)
        {
          const SaysoPassage *passage = &g_array_index (passages, SaysoPassage, 0);

          put_quote (export, self, passage->article, passage->quote, passage->paragraph);
        }
    }
}

static void
put_origins (SaysoExport *export, Dossier *self, const SaysoAccount *account)
{
  g_autoptr (GPtrArray) reasons = sayso_account_reasons (account);
  g_autofree char *count = sayso_account_count_words (account);
  g_autofree char *sentence = g_strconcat (count, ".", NULL);

  self->writer->heading (export, 2, _ ("Origins"), NULL);
  self->writer->paragraph (export, sentence);
  for (guint i = 0; i < account->story->origins->len; i++)
    {
      const SaysoOrigin *origin = &g_array_index (account->story->origins, SaysoOrigin, i);
      g_autofree char *words = clean (export, self, sayso_origin_to_words (origin));
      const char *sourcing = sayso_sourcing_words (sayso_sourcing_level (origin->kind, origin->several));
      g_autofree char *line = g_strdup_printf ("%u. %s (%s)", i + 1, words, sourcing);

      self->writer->paragraph (export, line);
    }
  self->writer->heading (export, 3, _ ("Why"), NULL);
  for (guint i = 0; i < reasons->len; i++)
    {
      g_autofree char *reason = clean (export, self, g_strdup (g_ptr_array_index (reasons, i)));

      self->writer->paragraph (export, reason);
    }
  self->writer->heading (export, 3, _ ("Who tells it"), NULL);
  for (guint i = 0; i < account->told->len && export->error == NULL; i++)
    put_told (export, self, g_ptr_array_index (account->told, i));
}

static void
put_side (SaysoExport *export, Dossier *self, const SaysoDispute *dispute, gboolean second)
{
  GPtrArray *side = second ? dispute->second : dispute->first;
  g_autofree char *title = sayso_dispute_side_title (dispute, second);
  g_autofree char *words = clean (export, self, sayso_dispute_side_words (dispute, second));
  /* Translators: what one side of a conflict says ("Denied"), and who says it */
  g_autofree char *line =
      title != NULL ? g_strdup_printf (_ ("%s: %s."), title, words) : g_strconcat (words, ".", NULL);

  self->writer->paragraph (export, line);
  for (guint i = 0; i < side->len && export->error == NULL; i++)
    put_told (export, self, g_ptr_array_index (side, i));
}

static void
put_disputes (SaysoExport *export, Dossier *self, GPtrArray *disputes)
{
  self->writer->heading (export, 2, _ ("What Does Not Fit Together"), NULL);
  if (disputes->len == 0)
    self->writer->paragraph (export, _ ("Nothing was found in this casebook."));
  for (guint i = 0; i < disputes->len && export->error == NULL; i++)
    {
      const SaysoDispute *dispute = g_ptr_array_index (disputes, i);
      g_autofree char *words = sayso_dispute_to_words (dispute);

      self->writer->heading (export, 3, words, NULL);
      put_side (export, self, dispute, FALSE);
      put_side (export, self, dispute, TRUE);
    }
}

static char *
distance_to_words (const SaysoSurrounding *self)
{
  guint least = self->least_days, most = self->most_days;

  if (most == 0)
    return g_strdup (_ ("On the same day"));
  if (least == 0)
    return g_strdup_printf (ngettext ("At most %u day away", "At most %u days away", most), most);
  if (least < most)
    return g_strdup_printf (self->after ? _ ("%u to %u days after") : _ ("%u to %u days before"), least, most);

  return self->after ? g_strdup_printf (ngettext ("%u day after", "%u days after", most), most)
                     : g_strdup_printf (ngettext ("%u day before", "%u days before", most), most);
}

static void
put_surroundings (SaysoExport *export, Dossier *self, gint64 claim)
{
  g_autoptr (GArray) around =
      sayso_surroundings_of (export->casebook, SAYSO_ITEM_CLAIM, claim, MAX_DAYS, MAX_SURROUNDINGS, &export->error);
  guint n = 0;

  for (guint i = 0; around != NULL && i < around->len && export->error == NULL; i++)
    {
      const SaysoSurrounding *one = &g_array_index (around, SaysoSurrounding, i);
      gint64 id = sayso_item_get_id (SAYSO_ITEM (one->event));
      g_autoptr (SaysoItem) event = NULL;
      g_autofree char *when = NULL, *distance = NULL, *where = NULL, *anchor = NULL;

      if (!sayso_export_has (export, SAYSO_ITEM_EVENT, id) ||
          !sayso_export_has (export, SAYSO_ITEM_ARTICLE, one->event->article))
        continue;
      event = sayso_export_get (export, SAYSO_ITEM_EVENT, id);
      if (event == NULL)
        return;
      if (n++ == 0)
        {
          self->writer->heading (export, 2, _ ("What Else Happened"), NULL);
          self->writer->begin_table (export, (const char *[]) { _ ("When"), _ ("How far away"), _ ("What"),
                                                                _ ("In this article"), _ ("Where"), NULL });
        }
      when = sayso_bounds_to_long_words (&SAYSO_EVENT (event)->bounds);
      distance = distance_to_words (one);
      anchor = g_strdup_printf ("article-%u", cite (self, one->event->article));
      where = g_strdup_printf ("[%u]", cite (self, one->event->article));
      self->writer->row (export,
                         (const char *[]) { when != NULL ? when : "", distance, sayso_item_get_title (event),
                                            one->unmentioned ? _ ("No") : _ ("Yes"), where, NULL },
                         anchor);
    }
  if (n > 0)
    self->writer->end_table (export);
}

static void
put_articles (SaysoExport *export, Dossier *self)
{
  self->writer->heading (export, 2, _ ("Articles"), NULL);
  for (guint i = 0; i < self->articles->len && export->error == NULL; i++)
    {
      g_autoptr (SaysoItem) item =
          sayso_export_get (export, SAYSO_ITEM_ARTICLE, g_array_index (self->articles, gint64, i));

      if (item != NULL)
        sayso_report_put_article (export, self->writer, SAYSO_ARTICLE (item), i + 1);
    }
}

/* -- the whole ---------------------------------------------------------------------------------------- */

static void
put_head (SaysoExport *export, Dossier *self, SaysoClaim *claim, const SaysoAccount *account)
{
  g_autofree char *words = sayso_export_slice_all (export, claim->article, claim->content);
  g_autofree char *count = account != NULL ? sayso_account_count_words (account) : NULL;
  /* Translators: how well a claim is sourced (0 to 4), and that in words */
  g_autofree char *sourcing =
      g_strdup_printf (_ ("Sourcing %u of 4 (%s)."), claim->level, sayso_sourcing_words (claim->level));
  GString *line = g_string_new (sourcing);

  if (count != NULL)
    g_string_append_printf (line, " %s.", count);
  if (claim->certainty == SAYSO_CERTAINTY_DENIED)
    g_string_append_printf (line, " %s", _ ("A denial: the source says that it is not so."));
  if (claim->doubted)
    g_string_append_printf (line, " %s", _ ("Disputed."));
  sayso_report_put_head (export, self->writer, sayso_item_get_title (SAYSO_ITEM (claim)));
  self->writer->paragraph (export, line->str);
  put_quote (export, self, claim->article, words, 0);
  g_string_free (line, TRUE);
}

static gboolean
fail_without_claim (SaysoExport *export)
{
  sayso_export_fail (
      export, g_error_new_literal (SAYSO_EXPORT_ERROR, SAYSO_EXPORT_ERROR_NO_CLAIM,
                                   _ ("The claim that the dossier is of does not go out: there is none with that "
                                      "number, or its article is left out. Choose another.")));

  return FALSE;
}

static gboolean
write_dossier (SaysoExport *export, Dossier *self)
{
  g_autoptr (SaysoItem) item = NULL;
  g_autoptr (SaysoAccount) account = NULL;
  g_autoptr (GPtrArray) clashes = NULL, disputes = NULL;

  if (sayso_export_has (export, SAYSO_ITEM_CLAIM, export->claim))
    item = sayso_export_get (export, SAYSO_ITEM_CLAIM, export->claim);
  if (item == NULL)
    {
      g_clear_error (&export->error);
      return fail_without_claim (export);
    }
  account = sayso_stories_of_item (export->casebook, SAYSO_ITEM_CLAIM, export->claim, &export->error);
  if (export->error != NULL)
    return FALSE;
  clashes = sayso_stories_conflicts (export->casebook, SAYSO_ITEM_CLAIM, export->claim, &export->error);
  if (clashes == NULL)
    return FALSE;
  disputes = sayso_disputes_standing (sayso_disputes_of (clashes, account));

  for (guint i = 0; account != NULL && i < account->told->len; i++)
    note_withheld (export, self, g_ptr_array_index (account->told, i));
  for (guint i = 0; i < clashes->len; i++)
    {
      const SaysoClash *clash = g_ptr_array_index (clashes, i);

      if (clash->first != NULL && clash->second != NULL)
        {
          note_withheld (export, self, clash->first);
          note_withheld (export, self, clash->second);
        }
    }

  put_head (export, self, SAYSO_CLAIM (item), account);
  put_dates (export, self, export->claim);
  put_chain (export, self, SAYSO_CLAIM (item));
  if (account != NULL)
    put_origins (export, self, account);
  put_disputes (export, self, disputes);
  put_surroundings (export, self, export->claim);
  put_articles (export, self);

  return export->error == NULL;
}

/* Writes the dossier of one claim with a writer. */
void
sayso_report_write_dossier (SaysoExport *export, const SaysoReportWriter *writer)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) substitutes = g_array_new (FALSE, FALSE, sizeof (Substitute));
  Dossier self = { writer, numbers, articles, substitutes };

  g_array_set_clear_func (substitutes, substitute_clear);
  write_dossier (export, &self);
}

/* sayso-telling-read.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-telling-private.h"

#include <string.h>

#include "sayso-enum.h"
#include "sayso-extract-enums.h"
#include "sayso-reader-enums.h"

/* What the casebook holds of an article, as far as tellings are made from it. */

/* An agency's line stands within so many characters. */
#define DATELINE_WITHIN 1000

static void
claim_free (gpointer data)
{
  SaysoMakingClaim *self = data;

  g_free (self->name);
  for (guint i = 0; i < G_N_ELEMENTS (self->spans); i++)
    g_array_unref (self->spans[i]);
  g_free (self);
}

static void
mention_clear (gpointer data)
{
  g_free (((SaysoMakingMention *) data)->name);
}

static void
event_clear (gpointer data)
{
  g_free (((SaysoMakingEvent *) data)->type);
}

static SaysoStatement *
prepare (SaysoMaking *self, const char *query)
{
  SaysoStatement *row = sayso_connection_prepare (self->db, query);

  sayso_statement_bind_int (row, "article", self->article);

  return row;
}

SaysoMakingClaim *
sayso_making_find_claim (SaysoMaking *self, gint64 id)
{
  for (guint i = 0; id != 0 && i < self->claims->len; i++)
    if (((SaysoMakingClaim *) g_ptr_array_index (self->claims, i))->id == id)
      return g_ptr_array_index (self->claims, i);

  return NULL;
}

static void
read_claims (SaysoMaking *self)
{
  static const char *const parts[] = { "source", "cue", "content" };
  SaysoStatement *row = prepare (self, "telling/claims");

  while (sayso_statement_next (row))
    {
      SaysoMakingClaim *claim = g_new0 (SaysoMakingClaim, 1);

      claim->id = sayso_statement_int (row, "id");
      claim->parent = sayso_statement_int (row, "parent");
      claim->kind = sayso_statement_enum (row, "source_kind", SAYSO_TYPE_SOURCE_KIND);
      claim->several = sayso_statement_int (row, "several");
      claim->actor = sayso_statement_int (row, "source_actor");
      claim->unnamed = claim->actor == 0 || sayso_statement_int (row, "unnamed");
      claim->name = sayso_statement_dup (row, claim->unnamed ? "description" : "name");
      if (claim->name == NULL)
        claim->name = sayso_statement_dup (row, "name");
      claim->actor_kind =
          claim->actor != 0 ? sayso_statement_enum (row, "kind", SAYSO_TYPE_NAME_KIND) : SAYSO_NAME_OTHER;
      claim->certainty = sayso_statement_enum (row, "certainty", SAYSO_TYPE_CERTAINTY);
      for (guint i = 0; i < G_N_ELEMENTS (claim->spans); i++)
        claim->spans[i] = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
      g_ptr_array_add (self->claims, claim);
    }

  row = prepare (self, "telling/claim-spans");
  while (sayso_statement_next (row))
    {
      SaysoMakingClaim *claim = sayso_making_find_claim (self, sayso_statement_int (row, "claim"));
      SaysoSpan span = sayso_statement_span (row);

      for (guint i = 0; claim != NULL && i < G_N_ELEMENTS (parts); i++)
        if (g_str_equal (parts[i], sayso_statement_text (row, "part", NULL)))
          g_array_append_val (claim->spans[i], span);
    }
}

static void
read_events (SaysoMaking *self)
{
  SaysoStatement *row = prepare (self, "telling/events");

  while (sayso_statement_next (row))
    {
      SaysoMakingEvent event = { sayso_statement_int (row, "id"), sayso_statement_span (row),
                                 sayso_statement_dup (row, "type"),
                                 sayso_statement_enum (row, "kind", SAYSO_TYPE_EVENT_KIND), SAYSO_BOUNDS_UNKNOWN };

      event.bounds.earliest = sayso_statement_int (row, "earliest");
      event.bounds.latest = sayso_statement_int (row, "latest");
      event.time = sayso_statement_int (row, "time");
      event.denied = sayso_statement_enum (row, "factuality", SAYSO_TYPE_FACTUALITY) == SAYSO_FACTUALITY_DENIED;
      g_array_append_val (self->events, event);
    }

  row = prepare (self, "telling/roles");
  while (sayso_statement_next (row))
    for (guint i = 0; i < self->events->len; i++)
      {
        SaysoMakingEvent *event = &g_array_index (self->events, SaysoMakingEvent, i);
        const char *role = sayso_statement_text (row, "role", NULL);

        if (event->id != sayso_statement_int (row, "event"))
          continue;
        if (g_str_equal (role, "agent") && event->agent == 0)
          event->agent = sayso_statement_int (row, "actor");
        else if (g_str_equal (role, "patient") && event->patient == 0)
          event->patient = sayso_statement_int (row, "actor");
      }
}

static void
read_mentions_and_times (SaysoMaking *self)
{
  SaysoStatement *row = prepare (self, "telling/mentions");

  while (sayso_statement_next (row))
    {
      SaysoMakingMention mention = { sayso_statement_span (row),
                                     g_str_equal (sayso_statement_text (row, "form", NULL), "name"),
                                     g_str_equal (sayso_statement_text (row, "form", NULL), "pronoun"),
                                     sayso_statement_int (row, "actor"),
                                     sayso_statement_dup (row, "name"),
                                     sayso_statement_enum (row, "kind", SAYSO_TYPE_NAME_KIND),
                                     sayso_statement_int (row, "unnamed") };

      g_array_append_val (self->mentions, mention);
    }

  row = prepare (self, "telling/times");
  while (sayso_statement_next (row))
    {
      SaysoMakingTime time = { sayso_statement_int (row, "id"), sayso_statement_span (row), SAYSO_BOUNDS_UNKNOWN };

      time.bounds.earliest = sayso_statement_int (row, "earliest");
      time.bounds.latest = sayso_statement_int (row, "latest");
      if (g_str_equal (sayso_statement_text (row, "type", NULL), "date") ||
          g_str_equal (sayso_statement_text (row, "type", NULL), "time"))
        g_array_append_val (self->times, time);
    }

  row = sayso_connection_prepare (self->db, "telling/outlets");
  while (sayso_statement_next (row))
    g_ptr_array_add (self->outlets, sayso_outlet_key (sayso_statement_text (row, "outlet", NULL)));
}

/* "HALVERY (Merid News) — Eleven cranes ..." */
static void
find_dateline (SaysoMaking *self, const char *text)
{
  static GRegex *regex;
  g_autofree char *head = g_utf8_substring (text, 0, MIN (DATELINE_WITHIN, sayso_text_get_chars (self->text)));
  g_autoptr (GMatchInfo) match = NULL;
  int start, end;

  if (g_once_init_enter_pointer (&regex))
    g_once_init_leave_pointer (
        &regex, g_regex_new ("^(?:\\p{Lu}[\\p{Lu} ,.'’-]{1,40})?(?:,? ?\\p{L}+\\.? \\d+|, \\d+\\.? \\p{L}+)? ?"
                             "\\(([^()\\n]{2,40})\\) ?[—–-] ?",
                             G_REGEX_MULTILINE, 0, NULL));
  if (!g_regex_match (regex, head, 0, &match))
    return;

  g_match_info_fetch_pos (match, 0, &start, &end);
  self->dateline = SAYSO_SPAN (g_utf8_strlen (head, start), g_utf8_strlen (head, end));
  self->agency = g_match_info_fetch (match, 1);
  {
    g_auto (GStrv) parts = g_strsplit (self->agency, "-", 2);
    g_autofree char *key = sayso_outlet_key (parts[0]);

    if (sayso_making_is_own_outlet (self, key))
      g_clear_pointer (&self->agency, g_free);
  }
}

static gboolean
read_article (SaysoMaking *self)
{
  SaysoStatement *row = prepare (self, "telling/article");
  gsize length;
  const char *text;

  if (!sayso_statement_next (row))
    return FALSE;

  self->outlet = sayso_statement_dup (row, "outlet");
  self->outlet_key = sayso_outlet_key (self->outlet != NULL ? self->outlet : "");
  self->byline = sayso_statement_dup (row, "byline");
  self->date = sayso_published_day (sayso_statement_text (row, "published", NULL));
  text = sayso_statement_text (row, "text", &length);
  self->text = sayso_text_new (text, length);
  find_dateline (self, text);
  sayso_statement_run (row);

  return TRUE;
}

/**
 * sayso_making_open:
 * @self: what to fill
 * @db: a connection in a transaction
 * @article: an article
 *
 * Returns: whether there is such an article; then sayso_making_close() is to be called
 */
gboolean
sayso_making_open (SaysoMaking *self, SaysoConnection *db, gint64 article)
{
  *self = (SaysoMaking) { db, article };
  if (!read_article (self))
    return FALSE;

  self->claims = g_ptr_array_new_with_free_func (claim_free);
  self->outlets = g_ptr_array_new_with_free_func (g_free);
  self->mentions = g_array_new (FALSE, FALSE, sizeof (SaysoMakingMention));
  self->events = g_array_new (FALSE, FALSE, sizeof (SaysoMakingEvent));
  self->times = g_array_new (FALSE, FALSE, sizeof (SaysoMakingTime));
  g_array_set_clear_func (self->mentions, mention_clear);
  g_array_set_clear_func (self->events, event_clear);
  read_claims (self);
  read_events (self);
  read_mentions_and_times (self);

  return TRUE;
}

void
sayso_making_close (SaysoMaking *self)
{
  g_ptr_array_unref (self->claims);
  g_ptr_array_unref (self->outlets);
  g_array_unref (self->mentions);
  g_array_unref (self->events);
  g_array_unref (self->times);
  sayso_text_unref (self->text);
  g_free (self->outlet);
  g_free (self->outlet_key);
  g_free (self->byline);
  g_free (self->agency);
}

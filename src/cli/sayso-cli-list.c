/* sayso-cli-list.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-cli.h"

#include <glib/gi18n.h>

#include "sayso-casebook-enums.h"
#include "sayso-cli-table.h"
#include "sayso-date-words.h"
#include "sayso-enum.h"
#include "sayso-export-json.h"
#include "sayso-extract-enums.h"
#include "sayso-queries.h"
#include "sayso-reader-enums.h"

#define PAGE_ITEMS 2000

static gboolean
add_article (SaysoCasebook *casebook, SaysoItem *item, SaysoCliTable *table, GError **error)
{
  SaysoArticle *article = SAYSO_ARTICLE (item);
  g_autofree char *published = article->published != NULL ? sayso_iso_to_words (article->published) : NULL;
  g_autofree char *events = g_strdup_printf ("%u", article->n_events);
  g_autofree char *claims = g_strdup_printf ("%u", article->n_claims);
  g_autofree char *actors = g_strdup_printf ("%u", article->n_actors);

  sayso_cli_table_add (table, (const char *[]) { published != NULL ? published : _ ("undated"), events, claims, actors,
                                                 article->outlet, sayso_item_get_title (item) });
  return TRUE;
}

static gboolean
add_event (SaysoCasebook *casebook, SaysoItem *item, SaysoCliTable *table, GError **error)
{
  SaysoEvent *event = SAYSO_EVENT (item);
  g_autofree char *when = sayso_bounds_known (&event->bounds) ? sayso_bounds_to_words (&event->bounds) : NULL;
  g_autoptr (SaysoItem) claim = NULL;
  const char *source = _ ("the author");

  if (event->claim != 0)
    {
      claim = sayso_casebook_get (casebook, SAYSO_ITEM_CLAIM, event->claim, error);
      if (claim == NULL)
        return FALSE;
      source = SAYSO_CLAIM (claim)->source_name != NULL ? SAYSO_CLAIM (claim)->source_name : _ ("nobody named");
    }

  sayso_cli_table_add (table, (const char *[]) { when != NULL ? when : _ ("undated"),
                                                 sayso_enum_to_nick (SAYSO_TYPE_EVENT_KIND, event->kind),
                                                 sayso_item_get_title (item),
                                                 sayso_enum_to_nick (SAYSO_TYPE_VOICE, event->voice), source });
  return TRUE;
}

static gboolean
add_claim (SaysoCasebook *casebook, SaysoItem *item, SaysoCliTable *table, GError **error)
{
  SaysoClaim *claim = SAYSO_CLAIM (item);

  sayso_cli_table_add (table, (const char *[]) { sayso_enum_to_nick (SAYSO_TYPE_SOURCE_KIND, claim->source_kind),
                                                 claim->source_name != NULL ? claim->source_name : _ ("nobody named"),
                                                 sayso_enum_to_nick (SAYSO_TYPE_CERTAINTY, claim->certainty),
                                                 sayso_item_get_title (item) });
  return TRUE;
}

static gboolean
add_actor (SaysoCasebook *casebook, SaysoItem *item, SaysoCliTable *table, GError **error)
{
  SaysoActor *actor = SAYSO_ACTOR (item);
  g_autofree char *mentions = g_strdup_printf ("%u", actor->n_mentions);
  g_autofree char *aliases = actor->aliases != NULL ? g_strjoinv (", ", actor->aliases) : NULL;

  sayso_cli_table_add (table, (const char *[]) { sayso_enum_to_nick (SAYSO_TYPE_NAME_KIND, actor->kind), mentions,
                                                 sayso_item_get_title (item), aliases });
  return TRUE;
}

static const struct
{
  const char *name;
  SaysoItemKind kind;
  SaysoSort sort;
  gboolean (*add) (SaysoCasebook *casebook, SaysoItem *item, SaysoCliTable *table, GError **error);
  guint flexible;
  const char *headings[SAYSO_CLI_MAX_COLUMNS + 1];
} lists[] = {
  { "articles",
    SAYSO_ITEM_ARTICLE,
    SAYSO_SORT_DATE,
    add_article,
    5,
    { N_ ("PUBLISHED"), N_ ("EVENTS"), N_ ("CLAIMS"), N_ ("ACTORS"), N_ ("OUTLET"), N_ ("TITLE") } },
  { "events",
    SAYSO_ITEM_EVENT,
    SAYSO_SORT_DATE,
    add_event,
    2,
    { N_ ("WHEN"), N_ ("KIND"), N_ ("EVENT"), N_ ("VOICE"), N_ ("SOURCE") } },
  { "claims",
    SAYSO_ITEM_CLAIM,
    SAYSO_SORT_TEXT,
    add_claim,
    3,
    { N_ ("KIND"), N_ ("SOURCE"), N_ ("CERTAINTY"), N_ ("CLAIM") } },
  { "actors",
    SAYSO_ITEM_ACTOR,
    SAYSO_SORT_STRENGTH,
    add_actor,
    3,
    { N_ ("KIND"), N_ ("MENTIONS"), N_ ("NAME"), N_ ("ALIASES") } },
};

static gboolean
print_item (SaysoItem *item)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  sayso_export_build_item (item, builder);
  json_builder_end_object (builder);

  return sayso_cli_print_json (builder);
}

static gboolean
print_list (SaysoCasebook *casebook, guint list, const SaysoFilter *filter, gboolean json, GError **error)
{
  const char *headings[SAYSO_CLI_MAX_COLUMNS + 1] = { NULL };
  g_autoptr (SaysoCliTable) table = NULL;

  for (guint i = 0; lists[list].headings[i] != NULL; i++)
    headings[i] = _ (lists[list].headings[i]);
  table = sayso_cli_table_new (headings, lists[list].flexible);

  for (guint offset = 0;; offset += PAGE_ITEMS)
    {
      g_autoptr (GPtrArray) page =
          sayso_casebook_query (casebook, lists[list].kind, filter, lists[list].sort, offset, PAGE_ITEMS, error);

      if (page == NULL)
        return FALSE;
      for (guint i = 0; i < page->len; i++)
        {
          SaysoItem *item = g_ptr_array_index (page, i);

          if (json && !print_item (item))
            return TRUE; /* told when the output is closed */
          if (!json && !lists[list].add (casebook, item, table, error))
            return FALSE;
        }
      if (page->len < PAGE_ITEMS)
        break;
    }
  if (!json)
    sayso_cli_table_print (table);

  return TRUE;
}

SaysoCliStatus
sayso_cli_list (int argc, char **argv)
{
  gboolean json = FALSE, done;
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON, one object a line"), NULL },
    { "query", 'q', 0, G_OPTION_ARG_STRING, &filter->text,
      N_ ("Only what has these words, or fields such as known:2015-07-01"), N_ ("WORDS") },
    { NULL },
  };
  g_autoptr (SaysoCasebook) casebook = NULL;
  g_autoptr (GError) error = NULL;
  SaysoCliStatus status;
  guint list = 0;

  if (!sayso_cli_parse (
          &argc, &argv, entries, _ ("CASEBOOK articles|events|claims|actors"),
          _ ("Prints what is in a casebook: articles and events by date, what has none last; claims in the "
             "order of the articles; actors by mentions. What was rejected is left out."),
          &status))
    return status;
  if (argc != 3)
    return sayso_cli_usage_error ("list", _ ("it takes a CASEBOOK and one of articles, events, claims, actors"));
  while (list < G_N_ELEMENTS (lists) && !g_str_equal (lists[list].name, argv[2]))
    list++;
  if (list == G_N_ELEMENTS (lists))
    return sayso_cli_usage_error ("list", _ ("there is no list “%s”, but articles, events, claims and actors"),
                                  argv[2]);

  casebook = sayso_cli_open (argv[1], SAYSO_CASEBOOK_OPEN);
  if (casebook == NULL)
    return SAYSO_CLI_CASEBOOK;

  done = print_list (casebook, list, filter, json, &error);
  sayso_casebook_close (casebook);
  if (!done)
    g_printerr ("sayso-cli list: %s\n", error->message);

  return done ? SAYSO_CLI_OK : SAYSO_CLI_FAILED;
}

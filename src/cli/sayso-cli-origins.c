/* sayso-cli-origins.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "sayso-analysis-enums.h"
#include "sayso-analysis.h"
#include "sayso-cli-table.h"
#include "sayso-date-words.h"
#include "sayso-enum.h"
#include "sayso-extract-enums.h"
#include "sayso-sourcing.h"
#include "sayso-stories.h"
#include "sayso-surroundings.h"

#define PAGE_STORIES 200
#define MAX_AROUND 12
#define DAYS_AROUND 400

static void
print_line (const char *indent, const char *text)
{
  g_autofree char *tame = sayso_cli_tame (text);

  printf ("%s%s\n", indent, tame);
}

static void
build_told (JsonBuilder *builder, const SaysoTold *told)
{
  json_builder_set_member_name (builder, "article");
  json_builder_add_int_value (builder, told->telling->article);
  sayso_cli_build_string (builder, "outlet", told->telling->outlet);
  sayso_cli_build_string (builder, "title", told->title);
  sayso_cli_build_string (builder, "published", told->published);
  json_builder_set_member_name (builder, "span");
  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, told->telling->span.start);
  json_builder_add_int_value (builder, told->telling->span.end);
  json_builder_end_array (builder);
  sayso_cli_build_string (builder, "quote", told->quote);
  json_builder_set_member_name (builder, "claim");
  json_builder_add_int_value (builder, told->telling->claim);
  sayso_cli_build_string (builder, "source", told->telling->said.name);
  sayso_cli_build_string (builder, "source_kind",
                          sayso_enum_to_nick (SAYSO_TYPE_SOURCE_KIND, told->telling->said.kind));
}

static void
build_around (JsonBuilder *builder, GArray *around)
{
  json_builder_set_member_name (builder, "around");
  json_builder_begin_array (builder);
  for (guint i = 0; i < around->len; i++)
    {
      const SaysoSurrounding *near = &g_array_index (around, SaysoSurrounding, i);
      const SaysoBounds *bounds = &near->event->bounds;
      g_autofree char *earliest = sayso_bounds_format_earliest (bounds);
      g_autofree char *latest = sayso_bounds_format_latest (bounds);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "event");
      json_builder_add_int_value (builder, sayso_item_get_id (SAYSO_ITEM (near->event)));
      sayso_cli_build_string (builder, "title", sayso_item_get_title (SAYSO_ITEM (near->event)));
      sayso_cli_build_string (builder, "earliest", earliest);
      sayso_cli_build_string (builder, "latest", latest);
      json_builder_set_member_name (builder, "least_days");
      json_builder_add_int_value (builder, near->least_days);
      json_builder_set_member_name (builder, "most_days");
      json_builder_add_int_value (builder, near->most_days);
      json_builder_set_member_name (builder, "after");
      json_builder_add_boolean_value (builder, near->after);
      json_builder_set_member_name (builder, "shared");
      json_builder_begin_array (builder);
      for (guint k = 0; k < near->shared->len; k++)
        json_builder_add_string_value (builder, g_ptr_array_index (near->shared, k));
      json_builder_end_array (builder);
      json_builder_set_member_name (builder, "unmentioned");
      json_builder_add_boolean_value (builder, near->unmentioned);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* @around: (nullable): what else happened */
static gboolean
print_account_json (const SaysoAccount *account, GArray *around)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) reasons = sayso_account_reasons (account);
  const SaysoStory *story = account->story;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "story");
  json_builder_add_int_value (builder, story->id);
  sayso_cli_build_string (builder, "title", account->title);
  json_builder_set_member_name (builder, "articles");
  json_builder_add_int_value (builder, story->n_articles);
  json_builder_set_member_name (builder, "origins");
  json_builder_add_int_value (builder, story->n_origins);
  json_builder_set_member_name (builder, "least");
  json_builder_add_int_value (builder, story->least);
  json_builder_set_member_name (builder, "most");
  json_builder_add_int_value (builder, story->most);
  json_builder_set_member_name (builder, "level");
  json_builder_add_int_value (builder, story->level);
  json_builder_set_member_name (builder, "ruled");
  json_builder_add_boolean_value (builder, story->ruled);
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; i < story->origins->len; i++)
    {
      const SaysoOrigin *origin = &g_array_index (story->origins, SaysoOrigin, i);

      json_builder_begin_object (builder);
      sayso_cli_build_string (builder, "kind", sayso_enum_to_nick (SAYSO_TYPE_SOURCE_KIND, origin->kind));
      sayso_cli_build_string (builder, "name", origin->name);
      sayso_cli_build_string (builder, "via", origin->via);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "told");
  json_builder_begin_array (builder);
  for (guint i = 0; i < account->told->len; i++)
    {
      const SaysoTold *told = g_ptr_array_index (account->told, i);
      g_autofree char *words = sayso_told_to_words (account, told);

      json_builder_begin_object (builder);
      build_told (builder, told);
      sayso_cli_build_string (builder, "way", sayso_enum_to_nick (SAYSO_TYPE_STEP_WAY, told->step->way));
      json_builder_set_member_name (builder, "origin");
      json_builder_add_int_value (builder, told->step->origin);
      sayso_cli_build_string (builder, "why", words);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "why");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reasons->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (reasons, i));
  json_builder_end_array (builder);
  if (around != NULL)
    build_around (builder, around);
  json_builder_end_object (builder);

  return sayso_cli_print_json (builder);
}

static void
print_account (const SaysoAccount *account)
{
  g_autofree char *count = sayso_account_count_words (account);
  g_autoptr (GPtrArray) reasons = sayso_account_reasons (account);

  print_line ("", account->title);
  printf ("  %s · %s\n", count, sayso_sourcing_words (account->story->level));
  for (guint i = 0; i < account->story->origins->len; i++)
    {
      g_autofree char *words = sayso_origin_to_words (&g_array_index (account->story->origins, SaysoOrigin, i));
      g_autofree char *line = g_strdup_printf (_ ("Origin: %s"), words);

      print_line ("  ", line);
    }
  for (guint i = 0; i < reasons->len; i++)
    print_line ("  - ", g_ptr_array_index (reasons, i));
  printf ("\n");
}

static void
print_around (GArray *around)
{
  if (around->len == 0)
    return;
  printf ("  %s\n", _ ("What else happened to the same actors:"));
  for (guint i = 0; i < around->len; i++)
    {
      const SaysoSurrounding *near = &g_array_index (around, SaysoSurrounding, i);
      const SaysoBounds *bounds = &near->event->bounds;
      g_autofree char *when = sayso_bounds_to_words (bounds);
      g_autofree char *line = g_strdup_printf ("%s: %s", when, sayso_item_get_title (SAYSO_ITEM (near->event)));

      print_line ("  - ", line);
    }
  printf ("\n");
}

static gboolean
print_all (SaysoCasebook *casebook, gboolean json, GError **error)
{
  for (guint offset = 0;; offset += PAGE_STORIES)
    {
      g_autoptr (GPtrArray) page = sayso_stories_list (casebook, offset, PAGE_STORIES, error);

      if (page == NULL)
        return FALSE;
      for (guint i = 0; i < page->len; i++)
        {
          if (json && !print_account_json (g_ptr_array_index (page, i), NULL))
            return TRUE; /* told when the output is closed */
          if (!json)
            print_account (g_ptr_array_index (page, i));
        }
      if (page->len < PAGE_STORIES)
        return TRUE;
    }
}

static gboolean
print_one (SaysoCasebook *casebook, SaysoItemKind kind, gint64 id, gboolean json, GError **error)
{
  g_autoptr (SaysoItem) item = sayso_casebook_get (casebook, kind, id, error);
  g_autoptr (SaysoAccount) account = NULL;
  g_autoptr (GArray) around = NULL;

  if (item == NULL)
    return FALSE;
  account = sayso_stories_of_item (casebook, kind, id, error);
  if (account == NULL)
    {
      if (error != NULL && *error == NULL)
        {
          g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

          /* Translators: the number of a claim or an event */
          g_set_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_NOT_FOUND,
                       _ ("%s says too little to be compared"), number);
        }
      return FALSE;
    }

  around = sayso_surroundings_of (casebook, kind, id, DAYS_AROUND, MAX_AROUND, error);
  if (around == NULL)
    return FALSE;
  if (json)
    print_account_json (account, around);
  else
    {
      print_account (account);
      print_around (around);
    }

  return TRUE;
}

SaysoCliStatus
sayso_cli_origins (int argc, char **argv)
{
  gboolean json = FALSE, rebuild = FALSE, event = FALSE, done;
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON, one object a line"), NULL },
    { "event", 'e', 0, G_OPTION_ARG_NONE, &event, N_ ("CLAIM is the number of an event"), NULL },
    { "rebuild", 0, 0, G_OPTION_ARG_NONE, &rebuild, N_ ("Compare all articles anew"), NULL },
    { NULL },
  };
  g_autoptr (SaysoCasebook) casebook = NULL;
  g_autoptr (GError) error = NULL;
  SaysoCliStatus status;
  gint64 claim = 0;

  if (!sayso_cli_parse (
          &argc, &argv, entries, _ ("CASEBOOK [CLAIM]"),
          _ ("Prints what several articles tell, the weakest sourced first: from how many independent "
             "origins, and why. With the number of a claim, as “list --json” prints it, only that, and what "
             "else happened to the same actors."),
          &status))
    return status;
  if (argc < 2 || argc > 3)
    return sayso_cli_usage_error ("origins", _ ("it takes a CASEBOOK and, at will, a CLAIM"));
  if (argc == 3 && !g_ascii_string_to_signed (argv[2], 10, 1, G_MAXINT64, &claim, NULL))
    return sayso_cli_usage_error ("origins", _ ("“%s” is not the number of a claim"), argv[2]);

  casebook = sayso_cli_open (argv[1], SAYSO_CASEBOOK_OPEN);
  if (casebook == NULL)
    return SAYSO_CLI_CASEBOOK;

  done = (rebuild ? sayso_analysis_rebuild : sayso_analysis_update) (casebook, NULL, NULL, NULL, &error) &&
         (claim != 0 ? print_one (casebook, event ? SAYSO_ITEM_EVENT : SAYSO_ITEM_CLAIM, claim, json, &error)
                     : print_all (casebook, json, &error));
  sayso_casebook_close (casebook);
  if (!done)
    g_printerr ("sayso-cli origins: %s\n", error->message);

  return done ? SAYSO_CLI_OK : SAYSO_CLI_FAILED;
}

/* -- conflicts ---------------------------------------------------------------------------------------- */

static void
build_side (JsonBuilder *builder, const SaysoTold *told)
{
  const SaysoBounds *bounds = &told->telling->bounds;
  g_autofree char *earliest = sayso_bounds_format_earliest (bounds), *latest = sayso_bounds_format_latest (bounds);

  json_builder_begin_object (builder);
  build_told (builder, told);
  json_builder_set_member_name (builder, "event");
  json_builder_add_int_value (builder, told->telling->event);
  sayso_cli_build_string (builder, "earliest", earliest);
  sayso_cli_build_string (builder, "latest", latest);
  json_builder_set_member_name (builder, "denied");
  json_builder_add_boolean_value (builder, told->telling->denied);
  json_builder_end_object (builder);
}

static gboolean
print_clash_json (const SaysoClash *clash)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *words = sayso_clash_to_words (clash);

  json_builder_begin_object (builder);
  sayso_cli_build_string (builder, "sort", sayso_enum_to_nick (SAYSO_TYPE_CONFLICT_SORT, clash->sort));
  sayso_cli_build_string (builder, "class", sayso_enum_to_nick (SAYSO_TYPE_CONFLICT_CLASS, clash->class));
  sayso_cli_build_string (builder, "ruled", clash->ruled);
  sayso_cli_build_string (builder, "why", words);
  json_builder_set_member_name (builder, "sides");
  json_builder_begin_array (builder);
  for (guint i = 0; i < 2; i++)
    build_side (builder, i == 0 ? clash->first : clash->second);
  json_builder_end_array (builder);
  if (clash->effect != NULL)
    {
      json_builder_set_member_name (builder, "effect");
      build_side (builder, clash->effect);
    }
  json_builder_end_object (builder);

  return sayso_cli_print_json (builder);
}

static void
print_side (const SaysoTold *told)
{
  g_autofree char *outlet = sayso_told_outlet (told);
  g_autofree char *line = told->telling->said.name != NULL
                              ? g_strdup_printf ("%s (%s): %s", outlet, told->telling->said.name, told->quote)
                              : g_strdup_printf ("%s: %s", outlet, told->quote);

  print_line ("  ", line);
}

static void
print_heading (const SaysoClash *clash, const char *words)
{
  g_autofree char *line = NULL;

  if (g_strcmp0 (clash->ruled, "no-conflict") == 0)
    /* Translators: a person decided that it is none */
    line = g_strdup_printf (_ ("No conflict, as you decided: %s"), words);
  else if (clash->ruled != NULL)
    /* Translators: a person decided what it is; %s is what does not fit together */
    line = g_strdup_printf (_ ("%s, as you decided: %s"), sayso_conflict_class_to_words (sayso_clash_class (clash)),
                            words);
  else
    line = g_strdup_printf ("%s: %s", sayso_conflict_class_to_words (clash->class), words);
  print_line ("", line);
}

SaysoCliStatus
sayso_cli_conflicts (int argc, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON, one object a line"), NULL },
    { NULL },
  };
  g_autoptr (SaysoCasebook) casebook = NULL;
  g_autoptr (GPtrArray) clashes = NULL;
  g_autoptr (GError) error = NULL;
  SaysoCliStatus status;

  if (!sayso_cli_parse (
          &argc, &argv, entries, _ ("CASEBOOK"),
          _ ("Prints what does not fit together: two dates of one event, what is said and denied, one act "
             "of two actors, an effect before its cause. Each with both sides and their sources."),
          &status))
    return status;
  if (argc != 2)
    return sayso_cli_usage_error ("conflicts", _ ("it takes a CASEBOOK"));

  casebook = sayso_cli_open (argv[1], SAYSO_CASEBOOK_OPEN);
  if (casebook == NULL)
    return SAYSO_CLI_CASEBOOK;

  if (sayso_analysis_update (casebook, NULL, NULL, NULL, &error))
    clashes = sayso_stories_conflicts (casebook, SAYSO_ITEM_NONE, 0, &error);
  sayso_casebook_close (casebook);
  if (clashes == NULL)
    {
      g_printerr ("sayso-cli conflicts: %s\n", error->message);
      return SAYSO_CLI_FAILED;
    }

  for (guint i = 0; i < clashes->len; i++)
    {
      const SaysoClash *clash = g_ptr_array_index (clashes, i);
      g_autofree char *words = sayso_clash_to_words (clash);

      if (json && !print_clash_json (clash))
        break;
      if (json)
        continue;
      print_heading (clash, words);
      print_side (clash->first);
      print_side (clash->second);
      if (clash->effect != NULL)
        print_side (clash->effect);
      printf ("\n");
    }

  return SAYSO_CLI_OK;
}

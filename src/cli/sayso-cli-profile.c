/* sayso-cli-profile.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-cli.h"

#include <glib/gi18n.h>

#include "sayso-analysis.h"
#include "sayso-cli-table.h"
#include "sayso-enum.h"
#include "sayso-profile.h"
#include "sayso-extract-enums.h"

static const struct
{
  const char *name;
  SaysoProfileBy by;
  const char *heading;
} owners[] = {
  { "outlet", SAYSO_PROFILE_BY_OUTLET, N_ ("OUTLET") },
  { "author", SAYSO_PROFILE_BY_AUTHOR, N_ ("AUTHOR") },
  { "article", SAYSO_PROFILE_BY_ARTICLE, N_ ("ARTICLE") },
};

static void
build_count (JsonBuilder *builder, const char *name, guint n)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, n);
}

static gboolean
print_profile (const SaysoProfile *profile)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  sayso_cli_build_string (builder, "name", profile->name);
  sayso_cli_build_string (builder, "key", profile->key);
  build_count (builder, "articles", profile->n_articles);
  build_count (builder, "claims", profile->n_claims);
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_object (builder);
  for (guint kind = 0; kind < SAYSO_N_SOURCE_KINDS; kind++)
    build_count (builder, sayso_enum_to_nick (SAYSO_TYPE_SOURCE_KIND, kind), profile->n_by_kind[kind]);
  json_builder_end_object (builder);
  build_count (builder, "shared", profile->n_shared);
  build_count (builder, "one_origin", profile->n_single);
  build_count (builder, "decided", profile->n_decided);
  build_count (builder, "corrected", profile->n_corrected);
  json_builder_end_object (builder);

  return sayso_cli_print_json (builder);
}

static char *
share (const SaysoProfile *profile, guint n)
{
  return profile->n_claims > 0 ? g_strdup_printf ("%u %%", (100 * n + profile->n_claims / 2) / profile->n_claims)
                               : g_strdup ("–");
}

static void
add_profile (SaysoCliTable *table, const SaysoProfile *profile)
{
  g_autofree char *articles = g_strdup_printf ("%u", profile->n_articles);
  g_autofree char *claims = g_strdup_printf ("%u", profile->n_claims);
  g_autofree char *anonymous = share (profile, profile->n_by_kind[SAYSO_SOURCE_ANONYMOUS]);
  g_autofree char *named = share (profile, profile->n_by_kind[SAYSO_SOURCE_NAMED]);
  g_autofree char *document = share (profile, profile->n_by_kind[SAYSO_SOURCE_DOCUMENT]);
  g_autofree char *unknown = share (profile, profile->n_by_kind[SAYSO_SOURCE_UNKNOWN]);
  /* Translators: how many claims have one origin, of those that other articles tell too */
  g_autofree char *single = g_strdup_printf (_ ("%u of %u"), profile->n_single, profile->n_shared);
  /* Translators: how many findings a reader corrected, of those that were decided on */
  g_autofree char *corrected = g_strdup_printf (_ ("%u of %u"), profile->n_corrected, profile->n_decided);

  sayso_cli_table_add (table, (const char *[]) { articles, claims, anonymous, named, document, unknown, single,
                                                 corrected, profile->name });
}

static void
print_profiles (GPtrArray *profiles, guint owner, gboolean json)
{
  const char *headings[SAYSO_CLI_MAX_COLUMNS + 1] = { _ ("ARTICLES"),   _ ("CLAIMS"),    _ ("ANONYMOUS"),
                                                      _ ("NAMED"),      _ ("DOCUMENTS"), _ ("NO SOURCE"),
                                                      _ ("ONE ORIGIN"), _ ("CORRECTED"), _ (owners[owner].heading) };
  g_autoptr (SaysoCliTable) table = sayso_cli_table_new (headings, 8);

  for (guint i = 0; i < profiles->len; i++)
    {
      const SaysoProfile *profile = g_ptr_array_index (profiles, i);

      if (!json)
        add_profile (table, profile);
      else if (!print_profile (profile))
        return; /* told when the output is closed */
    }
  if (!json)
    sayso_cli_table_print (table);
}

SaysoCliStatus
sayso_cli_profile (int argc, char **argv)
{
  gboolean json = FALSE;
  g_autofree char *by = NULL;
  const GOptionEntry entries[] = {
    { "by", 'b', 0, G_OPTION_ARG_STRING, &by, N_ ("Of each outlet (the default), author or article"), N_ ("WHAT") },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON, one object a line"), NULL },
    { NULL },
  };
  g_autoptr (SaysoCasebook) casebook = NULL;
  g_autoptr (GPtrArray) profiles = NULL;
  g_autoptr (GError) error = NULL;
  SaysoCliStatus status;
  guint owner = 0;

  if (!sayso_cli_parse (
          &argc, &argv, entries, _ ("CASEBOOK [NAME]"),
          _ ("Prints how outlets, authors or articles are sourced: what share of their claims rests on "
             "anonymous and named sources, on documents and on nobody; how many of the claims that others "
             "tell too have one origin; and how many findings a reader corrected, of those decided on. With "
             "a NAME (of an article, its number) only that."),
          &status))
    return status;
  if (argc < 2 || argc > 3)
    return sayso_cli_usage_error ("profile", _ ("it takes a CASEBOOK and, at will, a NAME"));
  while (by != NULL && owner < G_N_ELEMENTS (owners) && !g_str_equal (owners[owner].name, by))
    owner++;
  if (owner == G_N_ELEMENTS (owners))
    return sayso_cli_usage_error ("profile", _ ("--by takes outlet, author or article"));

  casebook = sayso_cli_open (argv[1], SAYSO_CASEBOOK_OPEN);
  if (casebook == NULL)
    return SAYSO_CLI_CASEBOOK;
  if (sayso_analysis_update (casebook, NULL, NULL, NULL, &error))
    profiles = sayso_profiles_read (casebook, owners[owner].by, argc == 3 ? argv[2] : NULL, &error);
  sayso_casebook_close (casebook);
  if (profiles == NULL)
    {
      g_printerr ("sayso-cli profile: %s\n", error->message);
      return SAYSO_CLI_FAILED;
    }

  if (argc == 3 && profiles->len == 0)
    {
      g_printerr (_ ("sayso-cli profile: there is nothing of “%s”. Without a NAME all are listed.\n"), argv[2]);
      return SAYSO_CLI_FAILED;
    }
  print_profiles (profiles, owner, json);

  return SAYSO_CLI_OK;
}

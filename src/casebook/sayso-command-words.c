/* sayso-command-words.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-command-private.h"

#include <glib/gi18n-lib.h>

#include "sayso-casebook-enums.h"
#include "sayso-enum.h"

static const char *
decision_words (JsonObject *what)
{
  int standing = SAYSO_STANDING_SUGGESTED;

  sayso_enum_from_nick (SAYSO_TYPE_STANDING, json_object_get_string_member_with_default (what, "standing", ""),
                        &standing);
  switch (standing)
    {
    case SAYSO_STANDING_CONFIRMED:
      /* Translators: these follow "Undo" and "Redo"; %s is the title of an article, event, claim or actor */
      return _ ("Confirm “%s”");
    case SAYSO_STANDING_REJECTED:
      return _ ("Reject “%s”");
    case SAYSO_STANDING_CHANGED:
      return _ ("Change “%s”");
    case SAYSO_STANDING_SUGGESTED:
    default:
      return _ ("Take Back Decision on “%s”");
    }
}

/**
 * sayso_command_words:
 * @word: the type of command, as in the log
 * @what: what the log says of it
 *
 * Returns: (transfer full): the command in words
 */
char *
sayso_command_words (const char *word, JsonObject *what)
{
  static const struct
  {
    const char *word;
    const char *words;
  } table[] = {
    { "import", N_ ("Add “%s”") },
    { "remove", N_ ("Remove “%s”") },
    { "restore", N_ ("Restore “%s”") },
    { "rename", N_ ("Rename “%s”") },
    { "published", N_ ("Set Date of “%s”") },
    { "redate", N_ ("Change Time “%s”") },
    { "reread", N_ ("Read “%s” Anew") },
    { "edit", N_ ("Change “%s”") },
    { "tag", N_ ("Tag “%s”") },
    { "note", N_ ("Add Note to “%s”") },
    { "link", N_ ("Link “%s”") },
    { "reword", N_ ("Reword “%s”") },
    { "erase", N_ ("Erase “%s”") },
    { "merge", N_ ("Merge “%s”") },
    { "separate", N_ ("Separate “%s”") },
    { "discard", N_ ("Reject a Sentence of “%s”") },
    { "split", N_ ("Split Mentions off “%s”") },
    { "add-relation", N_ ("Add Relation “%s”") },
    { "extent", N_ ("Move Mark of “%s”") },
    { "add-event", N_ ("Add Event “%s”") },
    { "add-claim", N_ ("Add Claim “%s”") },
    { "add-actor", N_ ("Add Actor “%s”") },
    { "add-time", N_ ("Add Time “%s”") },
    /* Translators: this follows "Undo" and "Redo", as the others do */
    { "names", N_ ("Change List of Names") },
    /* Translators: a group of changes; %s tells of it in words */
    { "group", N_ ("%s") },
  };
  const char *title = json_object_get_string_member_with_default (what, "title", "");
  const char *format = decision_words (what);
  g_auto (GStrv) halves = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i].word, word))
      format = _ (table[i].words);

  halves = g_strsplit (format, "%s", 2);

  return g_strconcat (halves[0], title, halves[0] != NULL ? halves[1] : NULL, NULL);
}

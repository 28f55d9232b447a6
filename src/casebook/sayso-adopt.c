/* sayso-adopt.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-adopt-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include "sayso-casebook-enums.h"
#include "sayso-casebook-private.h"
#include "sayso-command-private.h"
#include "sayso-enum.h"
#include "sayso-extract-enums.h"
#include "sayso-originals.h"
#include "sayso-payload.h"
#include "sayso-reader-enums.h"

/* A colleague's casebook becomes one group of commands, so that one undo takes all of it back. What it holds is found
 * here by where it stands in the texts, not by ids. */

void
sayso_adoption_free (SaysoAdoption *self)
{
  g_ptr_array_unref (self->unread);
  g_array_unref (self->proposals);
  g_free (self);
}

SaysoStatement *
sayso_adopt_prepare (SaysoConnection *db, const char *verb, SaysoItemKind kind)
{
  g_autofree char *query = g_strdup_printf ("adopt/%s-%s", verb, sayso_enum_to_nick (SAYSO_TYPE_ITEM_KIND, kind));

  return sayso_connection_prepare (db, query);
}

SaysoAnchor *
sayso_adopt_anchor (SaysoItemKind kind, const char *sha256, SaysoSpan span, const char *key)
{
  SaysoAnchor *self = g_new0 (SaysoAnchor, 1);

  self->kind = kind;
  self->sha256 = g_strdup (sha256);
  self->span = span;
  self->key = g_strdup (key != NULL ? key : "");

  return self;
}

/* Where an item of the other casebook stands; NULL: nowhere that could be found here. */
SaysoAnchor *
sayso_adopt_where (SaysoConnection *db, SaysoItemKind kind, gint64 id)
{
  SaysoStatement *row;
  SaysoAnchor *anchor = NULL;

  if (kind == SAYSO_ITEM_NONE || kind == SAYSO_ITEM_RELATION)
    return NULL;
  row = sayso_adopt_prepare (db, "where", kind);
  sayso_statement_bind_int (row, "id", id);
  if (sayso_statement_next (row))
    {
      anchor = sayso_adopt_anchor (kind, sayso_statement_text (row, "sha256", NULL), sayso_statement_span (row),
                                   sayso_statement_text (row, "key", NULL));
      sayso_statement_run (row);
    }

  return anchor;
}

/* Takes the command and the anchors; without an anchor it is lost. */
void
sayso_adopt_take (SaysoAdopting *self, SaysoCommand *command, SaysoAnchor *anchor, SaysoAnchor *further,
                  const char *who)
{
  if (anchor == NULL)
    {
      self->adoption->n_lost++;
      sayso_command_unref (command);
      g_clear_pointer (&further, sayso_anchor_free);
      return;
    }
  command->tally = self->tally;
  command->anchor = anchor;
  command->further = further;
  command->who = g_strdup (who);
  g_ptr_array_add (self->commands, command);
}

/* -- articles ------------------------------------------------------------------------------------------- */

/* What was found in an article, by the last reading that rests on nothing that a person said of its times. */
static SaysoExtraction *
read_extraction (SaysoAdopting *self, gint64 article, SaysoText *text)
{
  SaysoStatement *row = sayso_connection_prepare (self->from, "adopt/payloads");
  SaysoExtraction *found = NULL;

  sayso_statement_bind_int (row, "article", article);
  while (sayso_statement_next (row))
    {
      g_autoptr (GBytes) payload = sayso_statement_bytes (row, "payload");
      g_auto (SaysoMetadata) metadata = { NULL };
      g_autoptr (SaysoExtraction) extraction = NULL;
      gboolean chosen = FALSE;

      if (found != NULL || !sayso_payload_read (payload, text, &metadata, &extraction))
        continue;
      for (guint i = 0; i < extraction->times->len; i++)
        chosen |= g_array_index (extraction->times, SaysoExtractedTime, i).chosen != NULL;
      if (!chosen)
        found = g_steal_pointer (&extraction);
    }

  return found;
}

static SaysoDocument *
read_document (SaysoStatement *row, SaysoText **text)
{
  g_autoptr (GZlibDecompressor) inflate = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GBytes) deflated = sayso_statement_bytes (row, "original");
  g_autoptr (GBytes) original = g_converter_convert_bytes (G_CONVERTER (inflate), deflated, NULL);
  const char *byline = sayso_statement_text (row, "byline", NULL), *json;
  g_auto (SaysoMetadata) metadata = { .title = sayso_statement_dup (row, "title"),
                                      .byline = byline != NULL ? g_strsplit (byline, ", ", -1) : NULL,
                                      .publisher = sayso_statement_dup (row, "outlet"),
                                      .url = sayso_statement_dup (row, "url"),
                                      .published = sayso_statement_dup (row, "published"),
                                      .language = sayso_statement_dup (row, "language") };
  g_autoptr (SaysoProvenance) provenance = NULL;
  SaysoDocument *document;
  gsize length;
  const char *utf8 = sayso_statement_text (row, "text", &length);

  if (original == NULL)
    return NULL;
  *text = sayso_text_new (utf8, length);
  document = sayso_document_new (original, sayso_statement_text (row, "location", NULL),
                                 sayso_statement_text (row, "media_type", NULL), &metadata, *text);
  json = sayso_statement_text (row, "provenance", NULL);
  provenance = json != NULL ? sayso_provenance_from_json (json) : NULL;
  if (provenance != NULL)
    sayso_document_set_provenance (document, provenance);

  return document;
}

static gboolean
is_here (SaysoAdopting *self, const char *sha256)
{
  SaysoStatement *row = sayso_adopt_prepare (self->to, "find", SAYSO_ITEM_ARTICLE);

  sayso_statement_bind_text (row, "sha256", sha256, -1);
  sayso_statement_bind_span (row, SAYSO_SPAN (0, 0));
  sayso_statement_bind_text (row, "key", "", -1);

  return sayso_statement_run_int (row, 0) != 0;
}

static SaysoCommand *
addition (SaysoStatement *row, SaysoItemKind kind)
{
  SaysoSpan span = sayso_statement_span (row);
  const char *title = sayso_statement_text (row, "title", NULL), *value = sayso_statement_text (row, "value", NULL);

  switch (kind)
    {
    case SAYSO_ITEM_EVENT:
      return sayso_command_new_add_event (0, span, title, value);
    case SAYSO_ITEM_CLAIM:
      return sayso_command_new_add_claim (0, span, title, sayso_statement_enum (row, "sort", SAYSO_TYPE_SOURCE_KIND),
                                          value);
    case SAYSO_ITEM_ACTOR:
      return sayso_command_new_add_actor (0, span, sayso_statement_enum (row, "sort", SAYSO_TYPE_NAME_KIND), title);
    default:
      return sayso_command_new_add_time (0, span, title, value);
    }
}

/* What a person put into its text. */
static void
take_additions (SaysoAdopting *self, gint64 article, const char *sha256)
{
  SaysoStatement *row = sayso_connection_prepare (self->from, "adopt/added");

  sayso_statement_bind_int (row, "article", article);
  while (sayso_statement_next (row))
    {
      SaysoItemKind kind = sayso_statement_enum (row, "kind", SAYSO_TYPE_ITEM_KIND);
      SaysoSpan span = sayso_statement_span (row);

      /* As adopt/where has it: a claim is told by where it begins and by its title. */
      if (kind == SAYSO_ITEM_CLAIM)
        span.end = span.start;
      sayso_adopt_take (self, addition (row, kind),
                        sayso_adopt_anchor (SAYSO_ITEM_ARTICLE, sha256, SAYSO_SPAN (0, 0), NULL),
                        sayso_adopt_anchor (kind, sha256, span,
                                            kind == SAYSO_ITEM_TIME ? NULL : sayso_statement_text (row, "title", NULL)),
                        NULL);
    }
}

static void
take_articles (SaysoAdopting *self)
{
  SaysoStatement *row = sayso_connection_prepare (self->from, "adopt/articles");

  while (sayso_statement_next (row))
    {
      gint64 article = sayso_statement_int (row, "article");
      g_autofree char *sha256 = sayso_statement_dup (row, "sha256");
      g_autoptr (SaysoText) text = NULL;
      g_autoptr (SaysoDocument) document = NULL;
      g_autoptr (SaysoExtraction) extraction = NULL;

      if (is_here (self, sha256))
        self->adoption->n_known++;
      else if ((document = read_document (row, &text)) != NULL &&
               (extraction = read_extraction (self, article, text)) != NULL)
        {
          g_ptr_array_add (self->commands, sayso_command_new_import (document, extraction));
          self->adoption->n_new++;
        }
      else
        {
          const char *title = sayso_statement_text (row, "title", NULL);

          g_ptr_array_add (self->adoption->unread,
                           g_strdup (title != NULL ? title : sayso_statement_text (row, "location", NULL)));
        }
      take_additions (self, article, sha256);
    }
}

/* -- what a person decided or wrote ----------------------------------------------------------------------- */

static void
take_edits (SaysoAdopting *self, SaysoItemKind kind, gint64 id, const char *edits)
{
  g_autoptr (JsonNode) node = edits != NULL ? json_from_string (edits, NULL) : NULL;
  JsonObjectIter iter;
  const char *field;
  JsonNode *value;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &field, &value))
    if (!g_str_has_prefix (field, "found-") && JSON_NODE_HOLDS_VALUE (value))
      sayso_adopt_take (self, sayso_command_new_edit (kind, 0, field, json_node_get_string (value)),
                        sayso_adopt_where (self->from, kind, id), NULL, NULL);
}

static void
take_decisions (SaysoAdopting *self)
{
  SaysoStatement *row = sayso_connection_prepare (self->from, "adopt/decided");

  while (sayso_statement_next (row))
    {
      SaysoItemKind kind = sayso_statement_enum (row, "kind", SAYSO_TYPE_ITEM_KIND);
      SaysoStanding standing = sayso_statement_enum (row, "standing", SAYSO_TYPE_STANDING);
      gint64 id = sayso_statement_int (row, "id");
      const char *chosen = sayso_statement_text (row, "chosen", NULL);

      if (chosen != NULL && *chosen != '\0')
        sayso_adopt_take (self, sayso_command_new_rename (kind, 0, chosen), sayso_adopt_where (self->from, kind, id),
                          NULL, NULL);
      take_edits (self, kind, id, sayso_statement_text (row, "edits", NULL));
      if (standing == SAYSO_STANDING_CONFIRMED || standing == SAYSO_STANDING_REJECTED)
        sayso_adopt_take (self, sayso_command_new_decide (kind, 0, standing), sayso_adopt_where (self->from, kind, id),
                          NULL, NULL);
    }
}

/* Each is told by where it was found. */
static void
take_extents (SaysoAdopting *self)
{
  SaysoStatement *row = sayso_connection_prepare (self->from, "adopt/moved");

  while (sayso_statement_next (row))
    {
      SaysoItemKind kind = sayso_statement_enum (row, "kind", SAYSO_TYPE_ITEM_KIND);
      SaysoSpan was = SAYSO_SPAN (sayso_statement_int (row, "was_start"), sayso_statement_int (row, "was_stop"));
      SaysoAnchor *anchor = sayso_adopt_where (self->from, kind, sayso_statement_int (row, "id"));

      /* Of an actor, this mention. */
      if (anchor != NULL && kind == SAYSO_ITEM_ACTOR)
        anchor->span = was;
      sayso_adopt_take (self,
                        sayso_command_new_extent (0, kind, 0, sayso_statement_enum (row, "part", SAYSO_TYPE_MARK_PART),
                                                  was, sayso_statement_span (row)),
                        anchor,
                        sayso_adopt_where (self->from, SAYSO_ITEM_ARTICLE, sayso_statement_int (row, "article")), NULL);
    }
}

static void
take_remarks (SaysoAdopting *self)
{
  SaysoStatement *row = sayso_connection_prepare (self->from, "adopt/remarks");

  while (sayso_statement_next (row))
    {
      SaysoItemKind kind = sayso_statement_enum (row, "kind", SAYSO_TYPE_ITEM_KIND);
      const char *sort = sayso_statement_text (row, "sort", NULL), *text = sayso_statement_text (row, "text", NULL);
      SaysoAnchor *anchor = sayso_adopt_where (self->from, kind, sayso_statement_int (row, "item")), *further = NULL;
      SaysoCommand *command;

      if (g_str_equal (sort, "link"))
        {
          SaysoItemKind other = sayso_statement_enum (row, "other_kind", SAYSO_TYPE_ITEM_KIND);

          further = sayso_adopt_where (self->from, other, sayso_statement_int (row, "other"));
          command = sayso_command_new_link (kind, 0, sayso_statement_text (row, "type", NULL), other, 0, text);
          if (further == NULL)
            g_clear_pointer (&anchor, sayso_anchor_free);
        }
      else if (g_str_equal (sort, "tag"))
        command = sayso_command_new_tag (kind, 0, text);
      else if (sayso_statement_int (row, "stop") > 0)
        command = sayso_command_new_note_on (0, sayso_statement_span (row), text);
      else
        command = sayso_command_new_note (kind, 0, text);
      sayso_adopt_take (self, command, anchor, further, sayso_statement_text (row, "who", NULL));
    }
}

/* -- all ------------------------------------------------------------------------------------------------ */

/* A copy of the casebook with the log beside it: opening may bring it up to a newer schema, and a colleague's stays as
 * it is. */
static SaysoCasebook *
open_copy (GFile *file, const char *folder, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_path (file), *copy = g_build_filename (folder, "other.sayso", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (copy);

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *from = g_strconcat (path != NULL ? path : "", i == 0 ? "" : "-wal", NULL),
                      *to = g_strconcat (copy, i == 0 ? "" : "-wal", NULL);
      g_autoptr (GFile) source = g_file_new_for_path (from), part = g_file_new_for_path (to);

      if ((i == 0 || g_file_test (from, G_FILE_TEST_EXISTS)) &&
          !g_file_copy (source, part, G_FILE_COPY_NONE, cancellable, NULL, NULL, error))
        return NULL;
      g_chmod (to, 0600);
    }

  return sayso_originals_copy (path, copy, error) ? sayso_casebook_new (target, SAYSO_CASEBOOK_OPEN, cancellable, error)
                                                  : NULL;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *copy = g_build_filename (folder, "other.sayso", NULL);
  const char *name;

  sayso_originals_remove (copy);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* Reads with @read from both casebooks, each in one state. */
static gboolean
read_both (SaysoAdopting *self, SaysoCasebook *from, SaysoCasebook *to, void (*const *read) (SaysoAdopting *),
           GError **error)
{
  gboolean ok;

  self->from = sayso_casebook_borrow (from, error);
  if (self->from == NULL)
    return FALSE;
  self->to = sayso_casebook_borrow (to, error);
  for (guint i = 0; self->to != NULL && read[i] != NULL; i++)
    read[i](self);
  ok = sayso_casebook_give_back (from, self->from, self->to != NULL ? error : NULL) && self->to != NULL;
  if (self->to != NULL && !sayso_casebook_give_back (to, self->to, ok ? error : NULL))
    ok = FALSE;

  return ok;
}

static gboolean
adopt (SaysoCasebook *self, SaysoCasebook *other, const char *name, SaysoAdopting *adopting, GError **error)
{
  static void (*const readers[]) (
      SaysoAdopting *) = { take_articles,         sayso_adopt_splits, take_decisions,    take_extents,
                           sayso_adopt_relations, take_remarks,       sayso_adopt_names, NULL };
  static void (*const later[]) (SaysoAdopting *) = { sayso_adopt_merges, NULL };

  if (!read_both (adopting, other, self, readers, error))
    return FALSE;
  if (adopting->commands->len > 0)
    {
      /* Translators: a step that can be undone; %s is the name of another casebook */
      g_autofree char *title = g_strdup_printf (_ ("Import of Casebook “%s”"), name);
      g_autoptr (SaysoCommand) group =
          sayso_command_new_group (title, (SaysoCommand *const *) adopting->commands->pdata, adopting->commands->len);

      if (!sayso_casebook_submit (self, group, NULL, error))
        return FALSE;
    }

  return read_both (adopting, other, self, later, error);
}

/**
 * sayso_casebook_adopt:
 * @self: a casebook
 * @other: another, a colleague's; it is only read
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Takes over what another casebook holds: its articles with what was found in them, what was decided on that, what was
 * added to the texts, mentions that were given to another actor, relations that were found by hand, names that the list
 * here has not, and tags, notes and links, which keep the name of who wrote them. Articles that are here already are
 * known by their hash, and what was decided here stays. Actors of one name and kind are one, as in any import; those
 * that the other casebook merged are proposed, and never merged by this. All is one step for undo. Dates of times that
 * were corrected, and what was decided on relations, do not come. Takes its time: call it on a worker thread.
 *
 * Returns: (transfer full) (nullable): what came of it
 */
SaysoAdoption *
sayso_casebook_adopt (SaysoCasebook *self, GFile *other, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = NULL, *name = NULL;
  g_autoptr (SaysoCasebook) casebook = NULL;
  g_autoptr (SaysoAdoption) adoption = g_new0 (SaysoAdoption, 1);
  g_autoptr (GPtrArray) commands = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_command_unref);
  g_autoptr (GHashTable) settled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SaysoTally tally = { settled };
  SaysoAdopting adopting = { NULL, NULL, adoption, &tally, commands };
  gboolean ok;

  adoption->unread = g_ptr_array_new_with_free_func (g_free);
  adoption->proposals = g_array_new (FALSE, FALSE, sizeof (SaysoProposal));
  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self) && G_IS_FILE (other), NULL);

  if (g_file_equal (other, sayso_casebook_get_file (self)))
    {
      g_set_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_FAILED,
                   _ ("A casebook cannot be imported into itself. Choose another."));
      return NULL;
    }
  folder = g_dir_make_tmp ("sayso-adopt-XXXXXX", error);
  if (folder == NULL)
    return NULL;
  name = g_file_get_basename (other);
  casebook = open_copy (other, folder, cancellable, error);
  ok = casebook != NULL && adopt (self, casebook, name, &adopting, error);
  if (casebook != NULL)
    sayso_casebook_close (casebook);
  remove_folder (folder);
  adoption->n_taken = tally.n_taken;
  adoption->n_there = tally.n_there;
  adoption->n_lost += tally.n_lost;

  return ok ? g_steal_pointer (&adoption) : NULL;
}

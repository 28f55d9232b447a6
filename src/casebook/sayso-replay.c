/* sayso-replay.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-history.h"

#include <glib/gi18n-lib.h>

#include "sayso-casebook-enums.h"
#include "sayso-casebook-private.h"
#include "sayso-command-private.h"
#include "sayso-enum.h"
#include "sayso-extract-enums.h"
#include "sayso-log.h"
#include "sayso-payload.h"
#include "sayso-reader-enums.h"
#include "sayso-schema.h"

/* Commands made in one transaction. */
#define BATCH 200

/* What the log says of a command becomes the command once more. */
typedef struct
{
  SaysoConnection *from;
  JsonObject *what;
  GBytes *payload; /* nullable */
} Logged;

static gint64
number (Logged *self, const char *member)
{
  return json_object_get_int_member_with_default (self->what, member, 0);
}

static const char *
text (Logged *self, const char *member)
{
  return json_object_get_string_member_with_default (self->what, member, NULL);
}

static const char *
words (Logged *self, const char *member)
{
  return text (self, member) != NULL ? text (self, member) : "";
}

static int
value (Logged *self, const char *member, GType type)
{
  int result = 0;

  sayso_enum_from_nick (type, words (self, member), &result);

  return result;
}

static SaysoItemKind
kind (Logged *self, const char *member)
{
  return value (self, member, SAYSO_TYPE_ITEM_KIND);
}

static SaysoSpan
span (Logged *self)
{
  return SAYSO_SPAN (number (self, "start"), number (self, "stop"));
}

static SaysoExtraction *
read_extraction (Logged *self, SaysoText *text, SaysoMetadata *metadata)
{
  SaysoExtraction *extraction = NULL;

  if (self->payload == NULL)
    sayso_connection_fail (self->from, SAYSO_CASEBOOK_ERROR_FAILED,
                           _ ("The history begins with an older Sayso that did not keep all. It cannot be replayed."));
  else if (text == NULL || !sayso_payload_read (self->payload, text, metadata, &extraction))
    sayso_connection_fail (self->from, SAYSO_CASEBOOK_ERROR_DAMAGED,
                           _ ("The casebook's history is damaged, so it cannot be replayed."));

  return extraction;
}

static SaysoCommand *
import (Logged *self)
{
  SaysoStatement *row = sayso_connection_prepare (self->from, "replay/document");
  g_autoptr (GZlibDecompressor) inflate = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (SaysoText) text = NULL;
  g_autoptr (SaysoExtraction) extraction = NULL;
  g_autoptr (SaysoDocument) document = NULL;
  g_autoptr (GBytes) deflated = NULL, original = NULL;
  g_auto (SaysoMetadata) metadata = { NULL };
  g_autofree char *location = NULL, *media_type = NULL, *json = NULL;
  g_autoptr (SaysoProvenance) provenance = NULL;

  sayso_statement_bind_text (row, "sha256", words (self, "sha256"), -1);
  if (sayso_statement_next (row))
    {
      gsize length;
      const char *utf8 = sayso_statement_text (row, "text", &length);

      text = sayso_text_new (utf8, length);
      deflated = sayso_statement_bytes (row, "original");
      original = g_converter_convert_bytes (G_CONVERTER (inflate), deflated, NULL);
      location = sayso_statement_dup (row, "location");
      media_type = sayso_statement_dup (row, "media_type");
      json = sayso_statement_dup (row, "provenance");
      sayso_statement_run (row);
    }
  extraction = read_extraction (self, text, &metadata);
  if (extraction == NULL)
    return NULL;
  if (original == NULL)
    {
      sayso_connection_fail (self->from, SAYSO_CASEBOOK_ERROR_DAMAGED,
                             _ ("The original of “%s” is damaged, so it cannot be replayed."), words (self, "title"));
      return NULL;
    }

  document = sayso_document_new (original, location, media_type, &metadata, text);
  provenance = json != NULL ? sayso_provenance_from_json (json) : NULL;
  if (provenance != NULL)
    sayso_document_set_provenance (document, provenance);

  return sayso_command_new_import (document, extraction);
}

static SaysoCommand *
reread (Logged *self, const char *word)
{
  SaysoStatement *row = sayso_connection_prepare (self->from, "replay/text");
  g_autoptr (SaysoText) text = NULL;
  g_autoptr (SaysoExtraction) extraction = NULL;
  g_auto (SaysoMetadata) metadata = { NULL };
  gint64 article = number (self, "article");

  sayso_statement_bind_int (row, "article", article);
  if (sayso_statement_next (row))
    {
      gsize length;
      const char *utf8 = sayso_statement_text (row, "text", &length);

      text = sayso_text_new (utf8, length);
      sayso_statement_run (row);
    }
  extraction = read_extraction (self, text, &metadata);
  if (extraction == NULL)
    return NULL;

  if (g_str_equal (word, "published"))
    return sayso_command_new_published (article,
                                        json_object_get_string_member_with_default (self->what, "published", NULL),
                                        extraction);
  if (g_str_equal (word, "redate"))
    return sayso_command_new_redate (number (self, "time"),
                                     json_object_get_string_member_with_default (self->what, "chosen", NULL),
                                     extraction);

  return sayso_command_new_reread (article, extraction, NULL);
}

static gint64 *
numbers (Logged *self, const char *member, guint *n)
{
  JsonArray *array = json_object_get_array_member (self->what, member);
  gint64 *ids = g_new0 (gint64, json_array_get_length (array) + 1);

  *n = json_array_get_length (array);
  for (guint i = 0; i < *n; i++)
    ids[i] = json_array_get_int_element (array, i);

  return ids;
}

static SaysoCommand *
separate (Logged *self)
{
  guint n;
  g_autofree gint64 *ids = numbers (self, "part", &n);

  return sayso_command_new_separate (ids, n);
}

static SaysoCommand *
split (Logged *self)
{
  guint n;
  g_autofree gint64 *ids = numbers (self, "mentions", &n);

  return sayso_command_new_split (number (self, "id"), ids, n, number (self, "into"), text (self, "name"));
}

static SaysoCommand *
item_command (Logged *self, const char *word)
{
  SaysoItemKind of = kind (self, "kind");
  gint64 id = number (self, "id");

  if (g_str_equal (word, "decide"))
    return sayso_command_new_decide (of, id, value (self, "standing", SAYSO_TYPE_STANDING));
  if (g_str_equal (word, "rename"))
    return sayso_command_new_rename (of, id, words (self, "chosen"));
  if (g_str_equal (word, "edit"))
    return sayso_command_new_edit (of, id, words (self, "field"), text (self, "value"));
  if (g_str_equal (word, "tag"))
    return sayso_command_new_tag (of, id, words (self, "text"));
  if (g_str_equal (word, "note"))
    return number (self, "stop") > 0 ? sayso_command_new_note_on (id, span (self), words (self, "text"))
                                     : sayso_command_new_note (of, id, words (self, "text"));
  if (g_str_equal (word, "link"))
    return sayso_command_new_link (of, id, words (self, "type"), kind (self, "other-kind"), number (self, "other"),
                                   text (self, "text"));

  return NULL;
}

static SaysoCommand *
extent (Logged *self)
{
  return sayso_command_new_extent (number (self, "article"), kind (self, "kind"), number (self, "id"),
                                   value (self, "part", SAYSO_TYPE_MARK_PART),
                                   SAYSO_SPAN (number (self, "was-start"), number (self, "was-stop")), span (self));
}

static SaysoCommand *
other_command (Logged *self, const char *word)
{
  if (g_str_equal (word, "remove"))
    return sayso_command_new_remove (number (self, "article"));
  if (g_str_equal (word, "restore"))
    return sayso_command_new_restore (number (self, "article"));
  if (g_str_equal (word, "reword"))
    return sayso_command_new_reword (number (self, "remark"), words (self, "text"));
  if (g_str_equal (word, "erase"))
    return sayso_command_new_erase (number (self, "remark"));
  if (g_str_equal (word, "merge"))
    return sayso_command_new_merge (number (self, "id"), number (self, "into"), TRUE);
  if (g_str_equal (word, "separate"))
    return separate (self);
  if (g_str_equal (word, "discard"))
    return sayso_command_new_discard (number (self, "evidence"));
  if (g_str_equal (word, "extent"))
    return extent (self);
  if (g_str_equal (word, "names"))
    return sayso_command_new_names (words (self, "text"));
  if (g_str_equal (word, "split"))
    return split (self);
  if (g_str_equal (word, "add-relation"))
    return sayso_command_new_add_relation (number (self, "article"), span (self), number (self, "subject"),
                                           words (self, "type"), words (self, "label"), number (self, "object"));
  if (g_str_equal (word, "add-event"))
    return sayso_command_new_add_event (number (self, "article"), span (self), words (self, "title"),
                                        text (self, "when"));
  if (g_str_equal (word, "add-claim"))
    return sayso_command_new_add_claim (number (self, "article"), span (self), words (self, "title"),
                                        value (self, "source-kind", SAYSO_TYPE_SOURCE_KIND), text (self, "source"));
  if (g_str_equal (word, "add-actor"))
    return sayso_command_new_add_actor (number (self, "article"), span (self),
                                        value (self, "name-kind", SAYSO_TYPE_NAME_KIND), words (self, "title"));
  if (g_str_equal (word, "add-time"))
    return sayso_command_new_add_time (number (self, "article"), span (self), words (self, "title"),
                                       words (self, "when"));

  return NULL;
}

static SaysoCommand *
command_from_log (SaysoConnection *from, const char *word, JsonObject *what, GBytes *payload)
{
  static const char *const about_items[] = { "decide", "rename", "edit", "tag", "note", "link", NULL };
  static const char *const about_texts[] = { "published", "redate", "reread", NULL };
  Logged logged = { from, what, payload };
  SaysoCommand *command = NULL;

  if (g_str_equal (word, "import"))
    command = import (&logged);
  else if (g_strv_contains (about_texts, word))
    command = reread (&logged, word);
  else if (g_strv_contains (about_items, word))
    command = item_command (&logged, word);
  else
    command = other_command (&logged, word);

  if (command == NULL && !sayso_connection_failed (from))
    sayso_connection_fail (from, SAYSO_CASEBOOK_ERROR_TOO_NEW,
                           _ ("A newer Sayso made one of the changes (“%s”). Update Sayso to replay them."), word);

  return command;
}

/* -- one after the other -------------------------------------------------------------------------------- */

typedef struct
{
  SaysoConnection *from, *to;
  SaysoStamp stamp; /* of the group */
  char *title;      /* of the group, NULL while none is open */
  GPtrArray *group; /* (element-type SaysoCommand) */
} Replay;

static void
fail (Replay *self, gint64 entry, const char *word)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, entry);
  g_autoptr (GError) error = NULL;

  sayso_connection_finish (self->to, &error);
  sayso_connection_fail (self->from, SAYSO_CASEBOOK_ERROR_FAILED,
                         /* Translators: the number of a change, its type, and why */
                         _ ("Change %s (%s) could not be made again: %s"), number, word, error->message);
}

/* The commands of a group are collected until an entry comes that is not among them. */
static void
close_group (Replay *self)
{
  if (self->title != NULL)
    {
      g_autoptr (SaysoCommand) group =
          sayso_command_new_group (self->title, (SaysoCommand *const *) self->group->pdata, self->group->len);

      sayso_log_do (self->to, group, &self->stamp);
    }
  g_clear_pointer (&self->title, g_free);
  g_ptr_array_set_size (self->group, 0);
}

/* With what its text was read with, also where it is one of a group. */
static SaysoCommand *
read_command (Replay *self, SaysoStatement *row, const char *word, JsonObject *what)
{
  g_autoptr (GBytes) payload = sayso_statement_bytes (row, "payload");
  SaysoCommand *command = command_from_log (self->from, word, what, g_bytes_get_size (payload) > 0 ? payload : NULL);

  if (command != NULL)
    g_set_str (&command->model, sayso_statement_text (row, "model", NULL));

  return command;
}

static void
replay_entry (Replay *self, SaysoStatement *row, SaysoStamp *stamp)
{
  const char *word = sayso_statement_text (row, "command", NULL);
  g_autoptr (JsonNode) node = json_from_string (sayso_statement_text (row, "what", NULL), NULL);
  g_autoptr (SaysoCommand) command = NULL;
  JsonObject *what;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      sayso_connection_fail (self->from, SAYSO_CASEBOOK_ERROR_DAMAGED,
                             _ ("The casebook's history is damaged, so it cannot be replayed."));
      return;
    }
  what = json_node_get_object (node);
  if (g_str_equal (word, "undo") || g_str_equal (word, "redo"))
    sayso_log_step (self->to, g_str_equal (word, "undo") ? SAYSO_STEP_UNDO : SAYSO_STEP_REDO, stamp);
  else if (g_str_equal (word, "group"))
    self->title = g_strdup (json_object_get_string_member_with_default (what, "title", ""));
  else if ((command = read_command (self, row, word, what)) != NULL && self->title != NULL)
    g_ptr_array_add (self->group, sayso_command_ref (command));
  else if (command != NULL)
    sayso_log_do (self->to, command, stamp);

  if (sayso_connection_failed (self->to))
    fail (self, sayso_statement_int (row, "id"), word);
}

static gboolean
replay_all (SaysoConnection *from, SaysoConnection *to, GCancellable *cancellable, GError **error)
{
  SaysoStatement *row = sayso_connection_prepare (from, "replay/entries");
  Replay self = { from, to, .group = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_command_unref) };
  g_autoptr (GPtrArray) group = self.group;
  g_autofree char *who = NULL, *version = NULL, *model = NULL;
  gboolean ok = TRUE;

  sayso_connection_begin (to, TRUE);
  for (guint i = 1; ok && sayso_statement_next (row); i++)
    {
      if (sayso_statement_int (row, "part_of") == 0 && self.title != NULL)
        close_group (&self);
      /* What is in a group is stamped as the group is. */
      if (self.title == NULL)
        {
          g_set_str (&who, sayso_statement_text (row, "who", NULL));
          g_set_str (&version, sayso_statement_text (row, "version", NULL));
          g_set_str (&model, sayso_statement_text (row, "model", NULL));
          self.stamp = (SaysoStamp) { sayso_statement_int (row, "made"), who, version, model };
        }
      replay_entry (&self, row, &self.stamp);
      if (i % BATCH == 0 && self.title == NULL)
        {
          ok = sayso_connection_end (to, error) && !g_cancellable_set_error_if_cancelled (cancellable, error);
          if (ok)
            sayso_connection_begin (to, TRUE);
        }
    }
  if (!ok)
    return FALSE;

  close_group (&self);
  g_free (self.title);
  /* What could not be read is told by the one it is read from. */
  if (sayso_connection_failed (from) && !sayso_connection_failed (to))
    sayso_connection_fail (to, SAYSO_CASEBOOK_ERROR_FAILED, "-");

  return sayso_connection_end (to, sayso_connection_failed (from) ? NULL : error) && !sayso_connection_failed (from);
}

/**
 * sayso_casebook_replay:
 * @self: a casebook
 * @file: where there is none
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Makes a new casebook and makes all changes of this one's history in it, in order, with who made them and when. Both
 * have the same sayso_casebook_digest() then.
 *
 * Returns: whether all could be made; else there is no new casebook
 */
gboolean
sayso_casebook_replay (SaysoCasebook *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  SaysoConnection *from;
  g_autoptr (SaysoConnection) to = NULL;
  SaysoAccess access;
  gboolean ok;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self) && G_IS_FILE (file), FALSE);

  if (path == NULL || g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_FAILED,
                   _ ("“%s” is there already, or not on this computer. Choose a new file."),
                   g_file_peek_path (file) != NULL ? g_file_peek_path (file) : "");
      return FALSE;
    }
  if (!sayso_schema_inspect (path, SAYSO_CASEBOOK_CREATE, &access, error))
    return FALSE;
  to = sayso_connection_open (path, access, error);
  if (to == NULL || !sayso_schema_bring_up (to, access, error))
    return FALSE;
  from = sayso_casebook_borrow (self, error);
  if (from == NULL)
    return FALSE;

  ok = replay_all (from, to, cancellable, error);
  g_clear_pointer (&to, sayso_connection_free);
  if (!sayso_casebook_give_back (self, from, ok ? error : (error != NULL && *error == NULL ? error : NULL)))
    ok = FALSE;
  if (!ok)
    g_file_delete (file, NULL, NULL);

  return ok;
}

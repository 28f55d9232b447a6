/* sayso-export-csv.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-export-csv.h"

#include <gio/gio.h>
#include <string.h>

#include "sayso-casebook-enums.h"
#include "sayso-enum.h"
#include "sayso-export-private.h"
#include "sayso-export.h"
#include "sayso-extract-enums.h"
#include "sayso-reader-enums.h"
#include "sayso-sourcing.h"

typedef struct
{
  SaysoCasebook *casebook;
  GOutputStream *stream;
  GCancellable *cancellable;
  GString *line;
  guint table;
  guint cells;
} Writer;

/* RFC 4180 quotes where it must. A cell that a spreadsheet would take for a formula gets an apostrophe before it,
 * which the spreadsheet shows as text; nothing else could keep an article from running commands there. */
static void
put_cell (Writer *self, const char *value)
{
  gboolean formula = value != NULL && *value != '\0' && strchr ("=+-@\t\r", *value) != NULL;

  if (self->cells++ > 0)
    g_string_append_c (self->line, ',');
  if (value == NULL)
    return;
  if (strpbrk (value, ",\"\r\n") == NULL)
    {
      g_string_append (self->line, formula ? "'" : "");
      g_string_append (self->line, value);
      return;
    }

  g_string_append (self->line, formula ? "\"'" : "\"");
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (self->line, '"');
      g_string_append_c (self->line, *p);
    }
  g_string_append_c (self->line, '"');
}

static void
put_int (Writer *self, gint64 value)
{
  char digits[24];

  g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, value);
  put_cell (self, digits);
}

static void
put_id (Writer *self, gint64 id)
{
  if (id != 0)
    put_int (self, id);
  else
    put_cell (self, NULL);
}

static void
put_enum (Writer *self, GType type, int value)
{
  put_cell (self, sayso_enum_to_nick (type, value));
}

static void
put_flag (Writer *self, gboolean value)
{
  put_cell (self, value ? "true" : "false");
}

static void
put_span (Writer *self, SaysoSpan span)
{
  put_int (self, span.start);
  put_int (self, span.end);
}

/* Several spans in one cell: "10-20 35-40". */
static void
put_spans (Writer *self, GArray *spans)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    g_string_append_printf (list, "%s%u-%u", i > 0 ? " " : "", g_array_index (spans, SaysoSpan, i).start,
                            g_array_index (spans, SaysoSpan, i).end);
  put_cell (self, list->str);
}

static void
put_bounds (Writer *self, const SaysoBounds *bounds)
{
  g_autofree char *earliest = sayso_bounds_format_earliest (bounds);
  g_autofree char *latest = sayso_bounds_format_latest (bounds);

  put_cell (self, earliest);
  put_cell (self, latest);
  put_int (self, bounds->soft_start);
  put_int (self, bounds->soft_end);
}

static gboolean
end_row (Writer *self, GError **error)
{
  gboolean written;

  g_string_append (self->line, "\r\n");
  written = g_output_stream_write_all (self->stream, self->line->str, self->line->len, NULL, self->cancellable, error);
  g_string_truncate (self->line, 0);
  self->cells = 0;

  return written;
}

static void
begin_item (Writer *self, SaysoItem *item)
{
  put_id (self, sayso_item_get_id (item));
  put_cell (self, sayso_item_get_title (item));
  put_enum (self, SAYSO_TYPE_STANDING, sayso_item_get_standing (item));
}

static gboolean
put_article (Writer *self, SaysoItem *item, GError **error)
{
  SaysoArticle *article = SAYSO_ARTICLE (item);
  g_autoptr (GDateTime) imported = g_date_time_new_from_unix_utc (article->imported);
  g_autofree char *time = imported != NULL ? g_date_time_format_iso8601 (imported) : NULL;

  begin_item (self, item);
  put_cell (self, article->outlet);
  put_cell (self, article->byline);
  put_cell (self, article->url);
  put_cell (self, article->published);
  put_cell (self, article->location);
  put_cell (self, article->media_type);
  put_cell (self, article->sha256);
  put_int (self, article->bytes);
  put_cell (self, time);

  return end_row (self, error);
}

static gboolean
put_actor (Writer *self, SaysoItem *item, GError **error)
{
  SaysoActor *actor = SAYSO_ACTOR (item);
  g_autofree char *aliases = actor->aliases != NULL ? g_strjoinv ("; ", actor->aliases) : NULL;

  begin_item (self, item);
  put_enum (self, SAYSO_TYPE_NAME_KIND, actor->kind);
  put_flag (self, actor->unnamed);
  put_cell (self, aliases);
  put_int (self, actor->n_mentions);
  put_int (self, actor->n_articles);

  return end_row (self, error);
}

static gboolean
put_time (Writer *self, SaysoItem *item, GError **error)
{
  SaysoTime *time = SAYSO_TIME (item);

  begin_item (self, item);
  put_id (self, time->article);
  put_span (self, time->span);
  put_enum (self, SAYSO_TYPE_TIME_TYPE, time->type);
  put_cell (self, time->value);
  put_cell (self, time->mod);
  put_cell (self, time->edtf);
  put_bounds (self, &time->bounds);
  put_enum (self, SAYSO_TYPE_ANCHOR_KIND, time->anchor);
  put_id (self, time->anchor_time);

  return end_row (self, error);
}

static gboolean
put_event (Writer *self, SaysoItem *item, GError **error)
{
  SaysoEvent *event = SAYSO_EVENT (item);
  g_autoptr (GString) roles = g_string_new (NULL);

  for (guint i = 0; event->roles != NULL && i < event->roles->len; i++)
    {
      const SaysoEventRole *role = &g_array_index (event->roles, SaysoEventRole, i);

      g_string_append_printf (roles, "%s%s: %s", i > 0 ? "; " : "", role->role, role->name);
    }

  begin_item (self, item);
  put_id (self, event->article);
  put_span (self, event->trigger);
  put_span (self, event->span);
  put_cell (self, event->type);
  put_enum (self, SAYSO_TYPE_EVENT_KIND, event->kind);
  put_id (self, event->time);
  put_cell (self, event->time_text);
  put_cell (self, event->edtf);
  put_bounds (self, &event->bounds);
  put_id (self, event->place);
  put_cell (self, roles->str);
  put_enum (self, SAYSO_TYPE_FACTUALITY, event->factuality);
  put_enum (self, SAYSO_TYPE_VOICE, event->voice);
  put_id (self, event->claim);
  put_flag (self, event->doubted);

  return end_row (self, error);
}

static gboolean
put_claim (Writer *self, SaysoItem *item, GError **error)
{
  SaysoClaim *claim = SAYSO_CLAIM (item);

  begin_item (self, item);
  put_id (self, claim->article);
  put_enum (self, SAYSO_TYPE_SOURCE_KIND, claim->source_kind);
  put_flag (self, claim->several);
  put_id (self, claim->source_actor);
  put_cell (self, claim->source_name);
  put_cell (self, claim->description);
  put_int (self, sayso_sourcing_level (claim->source_kind, claim->several));
  put_spans (self, claim->source);
  put_spans (self, claim->cue);
  put_spans (self, claim->content);
  put_id (self, claim->parent);
  put_enum (self, SAYSO_TYPE_CLAIM_MODE, claim->mode);
  put_enum (self, SAYSO_TYPE_CERTAINTY, claim->certainty);
  put_flag (self, claim->doubted);

  return end_row (self, error);
}

static gboolean
put_relation (Writer *self, SaysoItem *item, GError **error)
{
  SaysoRelation *relation = SAYSO_RELATION (item);

  begin_item (self, item);
  put_id (self, relation->subject);
  put_cell (self, relation->subject_name);
  put_cell (self, relation->type);
  put_cell (self, relation->label);
  put_id (self, relation->object);
  put_cell (self, relation->object_name);
  put_enum (self, SAYSO_TYPE_VOICE, relation->voice);
  put_int (self, relation->n_evidence);

  return end_row (self, error);
}

/* One row for each passage that the item rests on. */
static gboolean
put_passages (Writer *self, SaysoItem *item, GError **error)
{
  g_autoptr (GArray) passages = sayso_casebook_get_evidence (self->casebook, sayso_item_get_kind (item),
                                                             sayso_item_get_id (item), G_MAXINT, error);

  if (passages == NULL)
    return FALSE;
  for (guint i = 0; i < passages->len; i++)
    {
      const SaysoPassage *passage = &g_array_index (passages, SaysoPassage, i);

      put_id (self, sayso_item_get_id (item));
      put_cell (self, sayso_item_get_title (item));
      put_id (self, passage->article);
      put_span (self, passage->span);
      put_cell (self, passage->quote);
      put_id (self, passage->event);
      put_id (self, passage->claim);
      if (!end_row (self, error))
        return FALSE;
    }

  return TRUE;
}

#define ITEM_COLUMNS "id,title,standing,"
#define BOUNDS_COLUMNS "earliest,latest,soft_start_days,soft_end_days,"

static const struct
{
  const char *name;
  SaysoItemKind kind;
  gboolean (*put) (Writer *self, SaysoItem *item, GError **error);
  const char *columns;
} tables[] = {
  { "articles", SAYSO_ITEM_ARTICLE, put_article,
    ITEM_COLUMNS "outlet,byline,url,published,location,media_type,sha256,bytes,imported" },
  { "actors", SAYSO_ITEM_ACTOR, put_actor, ITEM_COLUMNS "kind,unnamed,aliases,n_mentions,n_articles" },
  { "mentions", SAYSO_ITEM_ACTOR, put_passages, "actor,name,article,start,end,sentence,event,claim" },
  { "times", SAYSO_ITEM_TIME, put_time,
    ITEM_COLUMNS "article,start,end,type,value,mod,edtf," BOUNDS_COLUMNS "anchor,anchor_time" },
  { "events", SAYSO_ITEM_EVENT, put_event,
    ITEM_COLUMNS "article,trigger_start,trigger_end,start,end,type,kind,time,time_text,edtf," BOUNDS_COLUMNS
                 "place,participants,factuality,voice,claim,doubted" },
  { "claims", SAYSO_ITEM_CLAIM, put_claim,
    ITEM_COLUMNS "article,source_kind,several,source_actor,source_name,description,sourcing_level,source,cue,content,"
                 "parent,mode,certainty,doubted" },
  { "relations", SAYSO_ITEM_RELATION, put_relation,
    ITEM_COLUMNS "subject,subject_name,type,label,object,object_name,voice,n_evidence" },
  { "evidence", SAYSO_ITEM_RELATION, put_passages, "relation,title,article,start,end,sentence,event,claim" },
};

static gboolean
put_row (SaysoItem *item, gpointer user_data, GError **error)
{
  Writer *self = user_data;

  return tables[self->table].put (self, item, error);
}

/**
 * sayso_export_csv_tables:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of the tables, in their order
 */
const char *const *
sayso_export_csv_tables (void)
{
  static const char *names[G_N_ELEMENTS (tables) + 1];

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    names[i] = tables[i].name;

  return names;
}

/**
 * sayso_export_csv:
 * @casebook: a casebook
 * @table: one of sayso_export_csv_tables()
 * @stream: where to write; it stays open
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Writes one table as CSV after RFC 4180, with a row of column names, in UTF-8. A cell that a spreadsheet would take
 * for a formula has an apostrophe before it. The same casebook gives the same bytes. Blocks; for a worker thread.
 *
 * Returns: whether all was written
 */
gboolean
sayso_export_csv (SaysoCasebook *casebook, const char *table, GOutputStream *stream, GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GString) line = g_string_new (NULL);
  Writer self = { .casebook = casebook, .stream = stream, .cancellable = cancellable, .line = line };

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (casebook) && G_IS_OUTPUT_STREAM (stream), FALSE);

  while (self.table < G_N_ELEMENTS (tables) && !g_str_equal (tables[self.table].name, table))
    self.table++;
  g_return_val_if_fail (self.table < G_N_ELEMENTS (tables), FALSE);

  g_string_append (line, tables[self.table].columns);

  return end_row (&self, error) &&
         sayso_export_each (casebook, tables[self.table].kind, put_row, &self, cancellable, error);
}

static gboolean
write_table (SaysoCasebook *casebook, GOutputStream *stream, gconstpointer table, GCancellable *cancellable,
             GError **error)
{
  return sayso_export_csv (casebook, table, stream, cancellable, error);
}

/**
 * sayso_export_csv_folder:
 * @casebook: a casebook
 * @folder: where to; made where it does not exist
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Writes all tables to a folder, each to a file of its name: "events.csv". Each file appears whole or not at all.
 *
 * Returns: whether all were written
 */
gboolean
sayso_export_csv_folder (SaysoCasebook *casebook, GFile *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) made = NULL;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (casebook) && G_IS_FILE (folder), FALSE);

  if (!g_file_make_directory_with_parents (folder, cancellable, &made) &&
      !g_error_matches (made, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&made));
      return FALSE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *name = g_strconcat (tables[i].name, ".csv", NULL);
      g_autoptr (GFile) file = g_file_get_child (folder, name);

      if (!sayso_export_to_file (casebook, file, write_table, tables[i].name, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

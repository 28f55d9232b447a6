/* sayso-export-csv.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-export-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sayso-casebook-enums.h"
#include "sayso-enum.h"
#include "sayso-extract-enums.h"
#include "sayso-reader-enums.h"
#include "sayso-sourcing.h"

typedef struct
{
  SaysoExport *export;
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

static void
end_row (Writer *self)
{
  g_string_append (self->line, "\r\n");
  sayso_export_put_data (self->export, self->line->str, self->line->len);
  g_string_truncate (self->line, 0);
  self->cells = 0;
}

static void
begin_item (Writer *self, SaysoItem *item)
{
  put_id (self, sayso_item_get_id (item));
  put_cell (self, sayso_item_get_title (item));
  put_enum (self, SAYSO_TYPE_STANDING, sayso_item_get_standing (item));
}

static void
put_article (Writer *self, SaysoItem *item)
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
  end_row (self);
}

static void
put_actor (Writer *self, SaysoItem *item)
{
  SaysoActor *actor = SAYSO_ACTOR (item);
  g_autofree char *aliases = actor->aliases != NULL ? g_strjoinv ("; ", actor->aliases) : NULL;

  begin_item (self, item);
  put_enum (self, SAYSO_TYPE_NAME_KIND, actor->kind);
  put_flag (self, actor->unnamed);
  put_cell (self, aliases);
  put_int (self, actor->n_mentions);
  put_int (self, actor->n_articles);
  end_row (self);
}

static void
put_time (Writer *self, SaysoItem *item)
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
  end_row (self);
}

static void
put_event (Writer *self, SaysoItem *item)
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
  end_row (self);
}

static void
put_claim (Writer *self, SaysoItem *item)
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
  end_row (self);
}

static void
put_relation (Writer *self, SaysoItem *item)
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
  end_row (self);
}

/* One row for each passage that the item rests on. */
static void
put_passages (Writer *self, SaysoItem *item)
{
  g_autoptr (GArray) passages = sayso_export_get_evidence (self->export, item);

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
      end_row (self);
    }
}

#define ITEM_COLUMNS "id,title,standing,"
#define BOUNDS_COLUMNS "earliest,latest,soft_start_days,soft_end_days,"

static const struct
{
  const char *name;
  SaysoItemKind kind;
  void (*put) (Writer *self, SaysoItem *item);
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

/* The names of the tables, in their order. */
const char *const sayso_export_csv_parts[] = { "articles", "actors",    "mentions", "times",      "events",
                                               "claims",   "relations", "evidence", "provenance", NULL };

static void
put_item (SaysoExport *export, SaysoItem *item, gpointer data)
{
  Writer *self = data;

  tables[self->table].put (self, item);
}

static void
put_provenance (Writer *self)
{
  g_autofree char *title = sayso_export_dup_title (self->export), *time = sayso_export_dup_time (self->export);
  g_autofree char *scope = sayso_export_dup_scope (self->export);

  g_string_append (self->line, "program,casebook,changed,scope");
  end_row (self);
  put_cell (self, "Sayso " SAYSO_VERSION);
  put_cell (self, title);
  put_cell (self, time);
  put_cell (self, scope);
  end_row (self);
}

/* One table as CSV after RFC 4180, with a row of column names, in UTF-8. */
void
sayso_export_write_csv (SaysoExport *self)
{
  g_autoptr (GString) line = g_string_new (NULL);
  Writer writer = { .export = self, .line = line };

  sayso_export_lose (self, N_ ("The texts of the articles and the original files are in no table"));
  while (writer.table < G_N_ELEMENTS (tables) && !g_str_equal (tables[writer.table].name, self->part))
    writer.table++;
  if (writer.table == G_N_ELEMENTS (tables))
    {
      put_provenance (&writer);
      return;
    }
  g_string_append (line, tables[writer.table].columns);
  end_row (&writer);
  sayso_export_each (self, tables[writer.table].kind, SAYSO_SORT_TEXT, put_item, &writer);
}

/* sayso-export-read.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "sayso-export-private.h"
#include "sayso-item-private.h"
#include "sayso-pages.h"

/* How many items are in memory at a time: a page costs the casebook a sort, so few large ones. */
#define PAGE_ITEMS 2000

/* As things of one article come together, few texts serve many. */
#define KEPT_TEXTS 64

/* A text as it goes out. */
typedef struct
{
  SaysoText *text;
  GArray *edits; /* of SaysoEdit */
} Redacted;

static void
redacted_free (gpointer data)
{
  Redacted *redacted = data;

  sayso_text_unref (redacted->text);
  g_array_unref (redacted->edits);
  g_free (redacted);
}

/**
 * sayso_export_scan:
 * @self: an export
 * @kind: which items
 * @sort: in what order
 * @func: called for each
 * @data: for it
 *
 * Goes through the items that go out, as they are in the casebook, a page at a time. When the casebook changes
 * meanwhile, pages no longer fit together, and it fails with %SAYSO_EXPORT_ERROR_CHANGED.
 */
void
sayso_export_scan (SaysoExport *self, SaysoItemKind kind, SaysoSort sort, SaysoExportEachFunc func, gpointer data)
{
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  gboolean more = TRUE;

  filter->rejected = TRUE;
  for (guint offset = 0; more && self->error == NULL; offset += PAGE_ITEMS)
    {
      g_autoptr (GPtrArray) page = NULL;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
        return;
      page = sayso_casebook_query (self->casebook, kind, filter, sort, offset, PAGE_ITEMS, &self->error);
      if (page == NULL)
        return;
      if (sayso_casebook_get_generation (self->casebook) != self->generation)
        {
          g_set_error (&self->error, SAYSO_EXPORT_ERROR, SAYSO_EXPORT_ERROR_CHANGED,
                       _ ("The casebook changed while it was being exported. Export it again."));
          return;
        }
      for (guint i = 0; i < page->len && self->error == NULL; i++)
        if (sayso_export_has (self, kind, sayso_item_get_id (g_ptr_array_index (page, i))))
          func (self, g_ptr_array_index (page, i), data);
      more = page->len == PAGE_ITEMS;
    }
}

/* -- without what is withheld ------------------------------------------------------------------------- */

static void
redact_string (SaysoExport *self, char **string)
{
  g_autofree char *old = *string;

  *string = sayso_redaction_apply (self->redaction, old, -1, NULL, NULL);
}

static SaysoWithhold
withhold (SaysoExport *self, SaysoItemKind kind, gint64 id)
{
  return self->redaction != NULL ? sayso_redaction_get (self->redaction, kind, id) : SAYSO_WITHHOLD_NOTHING;
}

static Redacted *
get_redacted (SaysoExport *self, gint64 article)
{
  Redacted *redacted;
  g_autoptr (SaysoText) text = NULL;

  if (self->texts == NULL)
    self->texts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, redacted_free);
  redacted = g_hash_table_lookup (self->texts, &article);
  if (redacted != NULL || self->error != NULL)
    return redacted;
  text = sayso_casebook_get_text (self->casebook, article, &self->error);
  if (text == NULL)
    return NULL;

  redacted = g_new0 (Redacted, 1);
  redacted->edits = g_array_new (FALSE, FALSE, sizeof (SaysoEdit));
  if (withhold (self, SAYSO_ITEM_ARTICLE, article) != SAYSO_WITHHOLD_NOTHING)
    {
      SaysoEdit all = { SAYSO_SPAN (0, sayso_text_get_chars (text)), SAYSO_SPAN (0, 0) };

      redacted->text = sayso_text_new ("", 0);
      g_array_append_val (redacted->edits, all);
    }
  else if (self->redaction != NULL)
    {
      gsize length;
      g_autofree char *utf8 = sayso_redaction_apply (self->redaction, sayso_text_get_utf8 (text),
                                                     sayso_text_get_bytes (text), &length, redacted->edits);

      redacted->text = sayso_text_new (utf8, length);
    }
  else
    {
      redacted->text = sayso_text_ref (text);
    }
  if (g_hash_table_size (self->texts) >= KEPT_TEXTS)
    g_hash_table_remove_all (self->texts);
  g_hash_table_insert (self->texts, g_memdup2 (&article, sizeof article), redacted);

  return redacted;
}

static void
map_span (SaysoExport *self, gint64 article, SaysoSpan *span)
{
  Redacted *redacted = self->redaction != NULL ? get_redacted (self, article) : NULL;

  if (redacted != NULL)
    *span = sayso_edits_map (redacted->edits, *span);
}

static void
map_spans (SaysoExport *self, gint64 article, GArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    map_span (self, article, &g_array_index (spans, SaysoSpan, i));
}

/* A reference to what does not go out is none. */
static void
cut (SaysoExport *self, SaysoItemKind kind, gint64 *id)
{
  if (!sayso_export_has (self, kind, *id))
    *id = 0;
}

static void
redact_article (SaysoExport *self, SaysoArticle *article)
{
  char **strings[] = { &article->outlet, &article->byline, &article->url, &article->location };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    redact_string (self, strings[i]);
  if (withhold (self, SAYSO_ITEM_ARTICLE, sayso_item_get_id (SAYSO_ITEM (article))) == SAYSO_WITHHOLD_NOTHING)
    return;

  g_clear_pointer (&article->outlet, g_free);
  g_clear_pointer (&article->byline, g_free);
  g_clear_pointer (&article->url, g_free);
  g_set_str (&article->location, "");
  g_set_str (&article->sha256, "");
  article->bytes = 0;
}

static void
redact_actor (SaysoExport *self, SaysoActor *actor)
{
  GStrvBuilder *kept = g_strv_builder_new ();

  for (char **alias = actor->aliases; *alias != NULL; alias++)
    {
      g_autofree char *redacted = sayso_redaction_apply (self->redaction, *alias, -1, NULL, NULL);

      if (g_str_equal (redacted, *alias))
        g_strv_builder_add (kept, *alias);
    }
  g_strfreev (actor->aliases);
  actor->aliases = g_strv_builder_unref_to_strv (kept);
}

static void
redact_event (SaysoExport *self, SaysoEvent *event)
{
  redact_string (self, &event->article_title);
  redact_string (self, &event->time_text);
  map_span (self, event->article, &event->trigger);
  map_span (self, event->article, &event->span);
  for (guint i = 0; i < event->roles->len; i++)
    redact_string (self, &g_array_index (event->roles, SaysoEventRole, i).name);
}

static void
redact_claim (SaysoExport *self, SaysoClaim *claim)
{
  char **strings[] = { &claim->article_title, &claim->article_outlet, &claim->source_name, &claim->description,
                       &claim->cue_text };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    redact_string (self, strings[i]);
  map_spans (self, claim->article, claim->source);
  map_spans (self, claim->article, claim->cue);
  map_spans (self, claim->article, claim->content);
  if (withhold (self, SAYSO_ITEM_ARTICLE, claim->article) != SAYSO_WITHHOLD_NOTHING)
    g_clear_pointer (&claim->article_outlet, g_free);
}

static void
redact_relation (SaysoExport *self, SaysoRelation *relation)
{
  char **strings[] = { &relation->subject_name, &relation->label, &relation->object_name };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    redact_string (self, strings[i]);
}

static void
redact_item (SaysoExport *self, SaysoItem *item)
{
  g_autofree char *title = sayso_redaction_apply (self->redaction, sayso_item_get_title (item), -1, NULL, NULL);

  if (withhold (self, sayso_item_get_kind (item), sayso_item_get_id (item)) == SAYSO_WITHHOLD_NAME)
    {
      g_free (title);
      title = sayso_redaction_pseudonym (item);
    }
  sayso_item_set_title (item, title);
  if (SAYSO_IS_ARTICLE (item))
    redact_article (self, SAYSO_ARTICLE (item));
  else if (SAYSO_IS_TIME (item))
    map_span (self, SAYSO_TIME (item)->article, &SAYSO_TIME (item)->span);
  else if (SAYSO_IS_ACTOR (item))
    redact_actor (self, SAYSO_ACTOR (item));
  else if (SAYSO_IS_EVENT (item))
    redact_event (self, SAYSO_EVENT (item));
  else if (SAYSO_IS_CLAIM (item))
    redact_claim (self, SAYSO_CLAIM (item));
  else
    redact_relation (self, SAYSO_RELATION (item));
}

static void
cut_references (SaysoExport *self, SaysoItem *item)
{
  if (SAYSO_IS_TIME (item))
    {
      cut (self, SAYSO_ITEM_TIME, &SAYSO_TIME (item)->anchor_time);
    }
  else if (SAYSO_IS_EVENT (item))
    {
      SaysoEvent *event = SAYSO_EVENT (item);

      cut (self, SAYSO_ITEM_TIME, &event->time);
      cut (self, SAYSO_ITEM_ACTOR, &event->place);
      cut (self, SAYSO_ITEM_CLAIM, &event->claim);
      for (guint i = event->roles->len; i-- > 0;)
        if (!sayso_export_has (self, SAYSO_ITEM_ACTOR, g_array_index (event->roles, SaysoEventRole, i).actor))
          g_array_remove_index (event->roles, i);
    }
  else if (SAYSO_IS_CLAIM (item))
    {
      cut (self, SAYSO_ITEM_ACTOR, &SAYSO_CLAIM (item)->source_actor);
      cut (self, SAYSO_ITEM_CLAIM, &SAYSO_CLAIM (item)->parent);
    }
}

/* Items are values that nobody changes; these are the export's own, read for it alone. */
static void
prepare (SaysoExport *self, SaysoItem *item)
{
  cut_references (self, item);
  if (self->redaction != NULL)
    redact_item (self, item);
}

typedef struct
{
  SaysoExportEachFunc func;
  gpointer data;
} Each;

static void
prepare_and_go_on (SaysoExport *self, SaysoItem *item, gpointer data)
{
  Each *each = data;

  prepare (self, item);
  if (self->error == NULL)
    each->func (self, item, each->data);
}

/* Goes through the items that go out, as they go out. */
void
sayso_export_each (SaysoExport *self, SaysoItemKind kind, SaysoSort sort, SaysoExportEachFunc func, gpointer data)
{
  sayso_export_scan (self, kind, sort, prepare_and_go_on, &(Each) { func, data });
}

/* (transfer full) (nullable): an item that goes out, by its id. */
SaysoItem *
sayso_export_get (SaysoExport *self, SaysoItemKind kind, gint64 id)
{
  SaysoItem *item;

  if (self->error != NULL || !sayso_export_has (self, kind, id))
    return NULL;
  item = sayso_casebook_get (self->casebook, kind, id, &self->error);
  if (item != NULL)
    prepare (self, item);

  return item;
}

/* (transfer full) (element-type SaysoPassage): what an item rests on, of what goes out. */
GArray *
sayso_export_get_evidence (SaysoExport *self, SaysoItem *item)
{
  GArray *passages = self->error == NULL
                         ? sayso_casebook_get_evidence (self->casebook, sayso_item_get_kind (item),
                                                        sayso_item_get_id (item), G_MAXINT, &self->error)
                         : NULL;

  if (passages == NULL)
    return g_array_new (FALSE, FALSE, sizeof (SaysoPassage));
  for (guint i = passages->len; i-- > 0;)
    {
      SaysoPassage *passage = &g_array_index (passages, SaysoPassage, i);

      if (!sayso_export_has (self, SAYSO_ITEM_ARTICLE, passage->article))
        {
          g_array_remove_index (passages, i);
          continue;
        }
      cut (self, SAYSO_ITEM_EVENT, &passage->event);
      cut (self, SAYSO_ITEM_CLAIM, &passage->claim);
      if (self->redaction == NULL)
        continue;
      map_span (self, passage->article, &passage->sentence);
      map_span (self, passage->article, &passage->span);
      g_free (passage->quote);
      passage->quote = sayso_export_slice (self, passage->article, passage->sentence);
      redact_string (self, &passage->article_title);
      redact_string (self, &passage->article_outlet);
      if (withhold (self, SAYSO_ITEM_ARTICLE, passage->article) != SAYSO_WITHHOLD_NOTHING)
        {
          g_clear_pointer (&passage->article_outlet, g_free);
          g_clear_pointer (&passage->page, g_free);
        }
    }

  return passages;
}

/* (transfer full) (element-type SaysoPage): the pages of the document that an article's text was taken from; none where
 * something is withheld, as then the text is another. */
GArray *
sayso_export_get_pages (SaysoExport *self, gint64 article)
{
  g_autoptr (SaysoProvenance) provenance = self->error == NULL && self->redaction == NULL
                                               ? sayso_casebook_get_provenance (self->casebook, article, NULL)
                                               : NULL;

  return sayso_pages_parse (provenance != NULL ? sayso_provenance_get (provenance, "pages") : NULL);
}

/* (transfer full) (element-type SaysoLink): a claim's way from the author to the origin. */
GArray *
sayso_export_get_chain (SaysoExport *self, SaysoClaim *claim)
{
  GArray *links = self->error == NULL
                      ? sayso_chain_of_claim (self->casebook, sayso_item_get_id (SAYSO_ITEM (claim)), &self->error)
                      : NULL;

  if (links == NULL)
    return g_array_new (FALSE, FALSE, sizeof (SaysoLink));
  for (guint i = 0; self->redaction != NULL && i < links->len; i++)
    {
      SaysoLink *link = &g_array_index (links, SaysoLink, i);

      redact_string (self, &link->name);
      redact_string (self, &link->note);
      redact_string (self, &link->cue);
    }

  /* The author of an article without a name has none either. */
  if (links->len > 0 && withhold (self, SAYSO_ITEM_ARTICLE, claim->article) != SAYSO_WITHHOLD_NOTHING)
    {
      g_set_str (&g_array_index (links, SaysoLink, 0).name, _ ("The author"));
      g_clear_pointer (&g_array_index (links, SaysoLink, 0).note, g_free);
    }

  return links;
}

/* (transfer full) (nullable): an article's text. */
SaysoText *
sayso_export_get_text (SaysoExport *self, gint64 article)
{
  Redacted *redacted = get_redacted (self, article);

  return redacted != NULL ? sayso_text_ref (redacted->text) : NULL;
}

/* (transfer full): the words of a span as it goes out. */
char *
sayso_export_slice (SaysoExport *self, gint64 article, SaysoSpan span)
{
  Redacted *redacted = get_redacted (self, article);

  if (redacted == NULL || span.start > span.end || span.end > sayso_text_get_chars (redacted->text))
    return g_strdup ("");

  return sayso_text_slice (redacted->text, span);
}

/* (transfer full): the words of several, with " … " between. */
char *
sayso_export_slice_all (SaysoExport *self, gint64 article, GArray *spans)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      g_autofree char *words = sayso_export_slice (self, article, g_array_index (spans, SaysoSpan, i));

      g_string_append_printf (all, "%s%s", i > 0 ? " … " : "", words);
    }

  return g_string_free_and_steal (all);
}

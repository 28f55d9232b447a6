/* sayso-export-graphml.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "sayso-casebook-enums.h"
#include "sayso-enum.h"
#include "sayso-export-private.h"
#include "sayso-reader-enums.h"

/* The actors and their relations as GraphML 1.0 (graphml.graphdrawing.org): a directed graph, in which two actors may
 * have several edges. */

static const struct
{
  const char *id;
  const char *scope;
  const char *type;
} keys[] = {
  { "label", "node", "string" },    { "kind", "node", "string" },     { "aliases", "node", "string" },
  { "unnamed", "node", "boolean" }, { "mentions", "node", "int" },    { "articles", "node", "int" },
  { "standing", "all", "string" },  { "type", "edge", "string" },     { "relation", "edge", "string" },
  { "voice", "edge", "string" },    { "weight", "edge", "double" },   { "casebook", "graph", "string" },
  { "changed", "graph", "string" }, { "program", "graph", "string" }, { "scope", "graph", "string" },
};

static void
put_data (SaysoExport *self, const char *key, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  sayso_export_printf (self, "<data key=\"%s\">", key);
  sayso_export_put_markup (self, value);
  sayso_export_put (self, "</data>");
}

static void
put_actor (SaysoExport *self, SaysoItem *item, gpointer data)
{
  SaysoActor *actor = SAYSO_ACTOR (item);
  g_autofree char *aliases = g_strjoinv ("; ", actor->aliases);

  sayso_export_printf (self, "<node id=\"a%" G_GINT64_FORMAT "\">", sayso_item_get_id (item));
  put_data (self, "label", sayso_item_get_title (item));
  put_data (self, "kind", sayso_enum_to_nick (SAYSO_TYPE_NAME_KIND, actor->kind));
  put_data (self, "aliases", aliases);
  put_data (self, "unnamed", actor->unnamed ? "true" : "false");
  sayso_export_printf (self, "<data key=\"mentions\">%u</data><data key=\"articles\">%u</data>", actor->n_mentions,
                       actor->n_articles);
  put_data (self, "standing", sayso_enum_to_nick (SAYSO_TYPE_STANDING, sayso_item_get_standing (item)));
  sayso_export_put (self, "</node>\n");
}

static void
put_relation (SaysoExport *self, SaysoItem *item, gpointer data)
{
  SaysoRelation *relation = SAYSO_RELATION (item);

  sayso_export_printf (self,
                       "<edge id=\"r%" G_GINT64_FORMAT "\" source=\"a%" G_GINT64_FORMAT "\" target=\"a%" G_GINT64_FORMAT
                       "\">",
                       sayso_item_get_id (item), relation->subject, relation->object);
  put_data (self, "relation", relation->label);
  put_data (self, "type", relation->type);
  put_data (self, "voice", sayso_enum_to_nick (SAYSO_TYPE_VOICE, relation->voice));
  sayso_export_printf (self, "<data key=\"weight\">%u</data>", relation->n_evidence);
  put_data (self, "standing", sayso_enum_to_nick (SAYSO_TYPE_STANDING, sayso_item_get_standing (item)));
  sayso_export_put (self, "</edge>\n");
}

void
sayso_export_write_graphml (SaysoExport *self)
{
  g_autofree char *title = sayso_export_dup_title (self), *time = sayso_export_dup_time (self);
  g_autofree char *scope = sayso_export_dup_scope (self);

  sayso_export_put (self, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    sayso_export_printf (self, "<key id=\"%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n", keys[i].id,
                         keys[i].scope, keys[i].id, keys[i].type);
  sayso_export_put (self, "<graph id=\"actors\" edgedefault=\"directed\">\n");
  put_data (self, "casebook", title);
  put_data (self, "changed", time);
  put_data (self, "program", "Sayso " SAYSO_VERSION);
  put_data (self, "scope", scope);
  sayso_export_each (self, SAYSO_ITEM_ACTOR, SAYSO_SORT_TEXT, put_actor, NULL);
  sayso_export_each (self, SAYSO_ITEM_RELATION, SAYSO_SORT_TEXT, put_relation, NULL);
  sayso_export_put (self, "</graph>\n</graphml>\n");
  sayso_export_lose (self, N_ ("Only actors and relations are in a graph: no articles, claims, events or evidence"));
}

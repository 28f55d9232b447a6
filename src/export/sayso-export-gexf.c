/* sayso-export-gexf.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "sayso-casebook-enums.h"
#include "sayso-enum.h"
#include "sayso-export-private.h"
#include "sayso-reader-enums.h"

/* The actors and their relations over time as GEXF 1.3 (gexf.net). A relation has a spell for each dated event that it
 * rests on; an uncertain date is a spell as long as it may be. */

static void
put_text (SaysoExport *self, const char *before, const char *text, const char *after)
{
  sayso_export_put (self, before);
  sayso_export_put_markup (self, text);
  sayso_export_put (self, after);
}

static void
put_value (SaysoExport *self, const char *id, const char *value)
{
  sayso_export_printf (self, "<attvalue for=\"%s\" value=\"", id);
  put_text (self, "", value, "\"/>");
}

static void
put_actor (SaysoExport *self, SaysoItem *item, gpointer data)
{
  SaysoActor *actor = SAYSO_ACTOR (item);
  g_autofree char *aliases = g_strjoinv ("; ", actor->aliases);
  g_autofree char *mentions = g_strdup_printf ("%u", actor->n_mentions);

  sayso_export_printf (self, "<node id=\"a%" G_GINT64_FORMAT "\" label=\"", sayso_item_get_id (item));
  put_text (self, "", sayso_item_get_title (item), "\"><attvalues>");
  put_value (self, "kind", sayso_enum_to_nick (SAYSO_TYPE_NAME_KIND, actor->kind));
  put_value (self, "aliases", aliases);
  put_value (self, "unnamed", actor->unnamed ? "true" : "false");
  put_value (self, "mentions", mentions);
  sayso_export_put (self, "</attvalues></node>\n");
}

static int
by_earliest (gconstpointer a, gconstpointer b)
{
  const SaysoBounds *x = a, *y = b;
  int order = (x->earliest > y->earliest) - (x->earliest < y->earliest);

  return order != 0 ? order : (x->latest > y->latest) - (x->latest < y->latest);
}

/* (element-type SaysoBounds): when the events were that a relation rests on. */
static GArray *
get_spells (SaysoExport *self, SaysoItem *relation)
{
  g_autoptr (GArray) passages = sayso_export_get_evidence (self, relation);
  GArray *spells = g_array_new (FALSE, FALSE, sizeof (SaysoBounds));

  for (guint i = 0; i < passages->len; i++)
    {
      g_autoptr (SaysoItem) event =
          sayso_export_get (self, SAYSO_ITEM_EVENT, g_array_index (passages, SaysoPassage, i).event);

      if (event != NULL && sayso_bounds_known (&SAYSO_EVENT (event)->bounds))
        g_array_append_val (spells, SAYSO_EVENT (event)->bounds);
    }
  g_array_sort (spells, by_earliest);

  return spells;
}

static void
put_spells (SaysoExport *self, GArray *spells)
{
  if (spells->len == 0)
    return;
  sayso_export_put (self, "<spells>");
  for (guint i = 0; i < spells->len; i++)
    {
      const SaysoBounds *bounds = &g_array_index (spells, SaysoBounds, i);
      g_autofree char *start = NULL, *end = NULL;

      sayso_export_put (self, "<spell");
      if (bounds->earliest != SAYSO_OPEN_PAST)
        sayso_export_printf (self, " start=\"%s\"", start = sayso_export_day (bounds->earliest, FALSE));
      if (bounds->latest != SAYSO_OPEN_FUTURE)
        sayso_export_printf (self, " end=\"%s\"", end = sayso_export_day (bounds->latest, FALSE));
      sayso_export_put (self, "/>");
      if (!bounds->lasting && g_strcmp0 (start, end) != 0)
        sayso_export_lose (self, N_ ("An uncertain date looks like one that lasts"));
    }
  sayso_export_put (self, "</spells>");
}

static void
put_relation (SaysoExport *self, SaysoItem *item, gpointer data)
{
  SaysoRelation *relation = SAYSO_RELATION (item);
  g_autoptr (GArray) spells = get_spells (self, item);

  sayso_export_printf (self,
                       "<edge id=\"r%" G_GINT64_FORMAT "\" source=\"a%" G_GINT64_FORMAT "\" target=\"a%" G_GINT64_FORMAT
                       "\" weight=\"%u\" kind=\"",
                       sayso_item_get_id (item), relation->subject, relation->object, relation->n_evidence);
  put_text (self, "", relation->type, "\" label=\"");
  put_text (self, "", relation->label, "\"><attvalues>");
  put_value (self, "voice", sayso_enum_to_nick (SAYSO_TYPE_VOICE, relation->voice));
  put_value (self, "standing", sayso_enum_to_nick (SAYSO_TYPE_STANDING, sayso_item_get_standing (item)));
  sayso_export_put (self, "</attvalues>");
  put_spells (self, spells);
  sayso_export_put (self, "</edge>\n");
}

void
sayso_export_write_gexf (SaysoExport *self)
{
  g_autofree char *title = sayso_export_dup_title (self), *time = sayso_export_dup_time (self);
  g_autofree char *scope = sayso_export_dup_scope (self);

  sayso_export_printf (self,
                       "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
                       "<meta lastmodifieddate=\"%.10s\"><creator>Sayso " SAYSO_VERSION "</creator><description>",
                       time);
  put_text (self, "", title, ", ");
  sayso_export_printf (self, "%s</description></meta>\n", scope);
  sayso_export_put (self,
                    "<graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"date\" "
                    "timerepresentation=\"interval\">\n"
                    "<attributes class=\"node\" mode=\"static\"><attribute id=\"kind\" title=\"Kind\" type=\"string\"/>"
                    "<attribute id=\"aliases\" title=\"Aliases\" type=\"string\"/>"
                    "<attribute id=\"unnamed\" title=\"Unnamed\" type=\"boolean\"/>"
                    "<attribute id=\"mentions\" title=\"Mentions\" type=\"integer\"/></attributes>\n"
                    "<attributes class=\"edge\" mode=\"static\">"
                    "<attribute id=\"voice\" title=\"Voice\" type=\"string\"/>"
                    "<attribute id=\"standing\" title=\"Standing\" type=\"string\"/></attributes>\n<nodes>\n");
  sayso_export_each (self, SAYSO_ITEM_ACTOR, SAYSO_SORT_TEXT, put_actor, NULL);
  sayso_export_put (self, "</nodes>\n<edges>\n");
  sayso_export_each (self, SAYSO_ITEM_RELATION, SAYSO_SORT_TEXT, put_relation, NULL);
  sayso_export_put (self, "</edges>\n</graph>\n</gexf>\n");
  sayso_export_lose (self, N_ ("Only actors and relations are in a graph: no articles, claims, events or evidence"));
}

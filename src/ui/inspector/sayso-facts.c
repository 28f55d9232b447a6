/* sayso-facts.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-facts.h"

#include <glib/gi18n.h>

#include "sayso-date-words.h"
#include "sayso-edtf.h"
#include "sayso-fact-row.h"
#include "sayso-graph-draw.h"
#include "sayso-link-box.h"
#include "sayso-locale.h"
#include "sayso-pages.h"
#include "sayso-time-editor.h"

/* Every row is built from the values of an inspection; nothing here reads the casebook. */

static GtkWidget *
add (GPtrArray *rows, const char *icon_name, const char *name, const char *value)
{
  GtkWidget *row = NULL;

  if (value == NULL || *value == '\0')
    return NULL;

  row = sayso_fact_row_new (icon_name, name, value);
  g_ptr_array_add (rows, row);

  return row;
}

static void
add_linked (GPtrArray *rows, const char *icon_name, const char *name, const char *value, SaysoItemKind kind, gint64 id)
{
  GtkWidget *row = add (rows, icon_name, name, value);

  if (row != NULL && id != 0)
    sayso_fact_row_set_target (SAYSO_FACT_ROW (row), kind, id);
}

static GtkWidget *
add_when (GPtrArray *rows, const SaysoBounds *bounds, const char *words, gint64 time)
{
  GtkWidget *row = NULL;
  g_autofree char *value = sayso_bounds_to_long_words (bounds);
  /* Translators: when something was, and the words of the text that say so */
  g_autofree char *name = words != NULL ? g_strdup_printf (_ ("When · “%s”"), words) : g_strdup (_ ("When"));

  row = add (rows, "sayso-time-symbolic", name, value);
  if (time != 0)
    sayso_fact_row_set_target (SAYSO_FACT_ROW (row), SAYSO_ITEM_TIME, time);

  return row;
}

static void
add_editor (GtkWidget *row, const SaysoInspection *inspection, SaysoTime *time)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-edit-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button),
                               sayso_time_editor_new (time, inspection->article, inspection->before));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Change When It Was"));
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static char *
edtf_to_words (const char *text)
{
  g_autoptr (SaysoEdtf) edtf = sayso_edtf_parse (text, NULL);
  SaysoBounds bounds;

  if (edtf == NULL)
    return g_strdup (text);
  sayso_edtf_get_bounds (edtf, &bounds);

  return sayso_bounds_to_long_words (&bounds);
}

/* "03/04/2015" means one of two days; the reader can say which. */
static void
add_readings (GPtrArray *rows, SaysoTime *time)
{
  g_autofree char *list = NULL;
  g_auto (GStrv) readings = NULL;

  if (time->edtf == NULL || *time->edtf != '[' || strstr (time->edtf, "..") != NULL)
    return;
  list = g_strndup (time->edtf + 1, strlen (time->edtf) - 2);
  readings = g_strsplit (list, ",", -1);
  if (g_strv_length (readings) != 2)
    return;

  for (guint i = 0; readings[i] != NULL; i++)
    {
      g_autofree char *words = edtf_to_words (readings[i]);
      /* Translators: a button that decides that an ambiguous date is this one, "Take 3 April 2015" */
      g_autofree char *label = g_strdup_printf (_ ("Take %s"), words);
      GtkWidget *row = add (rows, NULL, i == 0 ? _ ("May be") : _ ("May also be"), words);
      GtkWidget *button = gtk_button_new_with_mnemonic (i == 0 ? _ ("_Take This") : _ ("Take T_his"));

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xs)", sayso_item_get_id (SAYSO_ITEM (time)),
                                        readings[i]);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "inspector.redate");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
}

/* What a relative time counts from. */
static void
add_anchor (GPtrArray *rows, SaysoTime *time, SaysoTime *anchor, SaysoArticle *article)
{
  switch (time->anchor)
    {
    case SAYSO_ANCHOR_PUBLISHED:
      if (article != NULL && article->published != NULL)
        {
          g_autofree char *date = sayso_iso_to_words (article->published);
          g_autofree char *value = g_strdup_printf (_ ("The publication date, %s"), date);

          add (rows, "sayso-time-symbolic", _ ("Counted from"), value);
        }
      else
        add (rows, "sayso-time-symbolic", _ ("Counted from"), _ ("The publication date, which is not set"));
      break;
    case SAYSO_ANCHOR_TIME:
      if (anchor != NULL)
        {
          g_autofree char *date = sayso_bounds_to_words (&anchor->bounds);
          /* Translators: the words of the text for a date, and the date */
          g_autofree char *value = g_strdup_printf (_ ("“%s”, %s"), sayso_item_get_title (SAYSO_ITEM (anchor)), date);

          add_linked (rows, "sayso-time-symbolic", _ ("Counted from"), value, SAYSO_ITEM_TIME,
                      sayso_item_get_id (SAYSO_ITEM (anchor)));
        }
      break;
    case SAYSO_ANCHOR_OPEN:
      add (rows, "sayso-time-symbolic", _ ("Counted from"), _ ("Something that the text does not date"));
      break;
    case SAYSO_ANCHOR_NONE:
    default:
      break;
    }
}

static void
add_article (GPtrArray *rows, SaysoArticle *article)
{
  if (article != NULL)
    add_linked (rows, "sayso-article-symbolic", _ ("Found in"), sayso_item_get_title (SAYSO_ITEM (article)),
                SAYSO_ITEM_ARTICLE, sayso_item_get_id (SAYSO_ITEM (article)));
}

/* Who is answerable for it: the far end of the chain. */
static void
add_say_so (GPtrArray *rows, GArray *links)
{
  const SaysoLink *origin = NULL;
  const SaysoLink *teller = NULL;
  g_autofree char *value = NULL;
  gint64 claim = 0;

  if (links == NULL)
    return;

  origin = &g_array_index (links, SaysoLink, links->len - 1);
  teller = links->len > 1 ? &g_array_index (links, SaysoLink, links->len - 2) : NULL;
  claim = origin->claim;
  if (origin->name != NULL)
    value = sayso_link_to_words (origin);
  else if (teller != NULL)
    {
      value = g_strdup_printf (_ ("No source given. The chain stops at %s."), teller->name);
      claim = claim != 0 ? claim : teller->claim;
    }

  add_linked (rows, sayso_source_icon (origin->kind), _ ("On whose say-so"), value, SAYSO_ITEM_CLAIM, claim);
}

static const char *
certainty_words (SaysoCertainty certainty)
{
  switch (certainty)
    {
    case SAYSO_CERTAINTY_CERTAIN:
      return _ ("Put as certain");
    case SAYSO_CERTAINTY_PROBABLE:
      return _ ("Put as probable");
    case SAYSO_CERTAINTY_POSSIBLE:
      return _ ("Put as possible");
    case SAYSO_CERTAINTY_DOUBTFUL:
      return _ ("Put as doubtful");
    case SAYSO_CERTAINTY_DENIED:
      return _ ("Denied");
    case SAYSO_CERTAINTY_UNSTATED:
    default:
      return NULL;
    }
}

static const char *
mode_words (SaysoClaimMode mode)
{
  switch (mode)
    {
    case SAYSO_MODE_DIRECT:
      return _ ("Quoted word for word");
    case SAYSO_MODE_MIXED:
      return _ ("Partly quoted word for word");
    case SAYSO_MODE_INDIRECT:
    default:
      return _ ("In the teller’s words");
    }
}

static const char *
factuality_words (SaysoFactuality factuality)
{
  switch (factuality)
    {
    case SAYSO_FACTUALITY_DENIED:
      return _ ("Said not to be so");
    case SAYSO_FACTUALITY_POSSIBLE:
      return _ ("Put as possible");
    case SAYSO_FACTUALITY_PLANNED:
      return _ ("Planned");
    case SAYSO_FACTUALITY_HYPOTHETICAL:
      return _ ("Supposed");
    case SAYSO_FACTUALITY_ASSERTED:
    default:
      return NULL;
    }
}

static void
add_doubt (GPtrArray *rows, const SaysoInspection *inspection, gboolean doubted)
{
  const char *set = inspection->edits != NULL ? g_hash_table_lookup (inspection->edits, "disputed") : NULL;

  if (doubted)
    add (rows, "sayso-doubt-symbolic", _ ("Disputed"), set != NULL ? _ ("By you") : _ ("By the author of the article"));
}

/* When it was reported and found out, and what says so; of an event of being reported, its own date says that. */
static void
add_dates (GPtrArray *rows, const SaysoInspection *inspection)
{
  const SaysoDates *dates = inspection->dates;
  gint64 self = sayso_item_get_kind (inspection->item) == SAYSO_ITEM_EVENT ? sayso_item_get_id (inspection->item) : 0;
  g_autofree char *reported = NULL, *learned = NULL, *by = NULL;

  if (dates == NULL)
    return;

  reported = sayso_bounds_known (&dates->reported) ? sayso_bounds_to_long_words (&dates->reported) : NULL;
  learned = sayso_bounds_known (&dates->learned) ? sayso_bounds_to_long_words (&dates->learned) : NULL;
  /* Translators: %s is an outlet: the date of its article is when something was reported */
  by = dates->outlet != NULL ? g_strdup_printf (_ ("Reported · %s"), dates->outlet) : NULL;
  if (dates->reported_event == 0)
    add_linked (rows, "sayso-outlet-symbolic", by != NULL ? by : _ ("Reported"), reported, SAYSO_ITEM_ARTICLE,
                dates->article);
  else if (dates->reported_event != self)
    add_linked (rows, "sayso-outlet-symbolic", _ ("Reported"), reported, SAYSO_ITEM_EVENT, dates->reported_event);
  if (dates->learned_event != 0 && dates->learned_event != self)
    add_linked (rows, "sayso-event-symbolic", _ ("Found out"), learned, SAYSO_ITEM_EVENT, dates->learned_event);
}

static void
claim_facts (GPtrArray *rows, const SaysoInspection *inspection)
{
  SaysoClaim *claim = SAYSO_CLAIM (inspection->item);
  const char *certainty = certainty_words (claim->certainty);
  g_autofree char *how = certainty != NULL
                             /* Translators: two things known of how a claim is made, "Denied; quoted word for word" */
                             ? g_strdup_printf (_ ("%s · %s"), certainty, mode_words (claim->mode))
                             : g_strdup (mode_words (claim->mode));

  for (guint i = 0; i < inspection->events->len; i++)
    {
      const SaysoEvent *event = g_ptr_array_index (inspection->events, i);

      if (sayso_bounds_known (&event->bounds))
        {
          add_when (rows, &event->bounds, event->time_text, event->time);
          break;
        }
    }
  add_dates (rows, inspection);
  add (rows, "sayso-claims-symbolic", _ ("How it is told"), how);
  add_doubt (rows, inspection, claim->doubted);
  add_article (rows, inspection->article);
}

static void
event_facts (GPtrArray *rows, const SaysoInspection *inspection)
{
  SaysoEvent *event = SAYSO_EVENT (inspection->item);
  const char *kind = NULL;
  GtkWidget *when = NULL;

  when = add_when (rows, &event->bounds, event->time_text, 0);
  if (inspection->time != NULL)
    add_editor (when, inspection, inspection->time);
  if (event->time != 0)
    sayso_fact_row_set_target (SAYSO_FACT_ROW (when), SAYSO_ITEM_TIME, event->time);
  if (inspection->time != NULL)
    add_anchor (rows, inspection->time, inspection->anchor, inspection->article);
  if (inspection->place != NULL)
    add_linked (rows, "sayso-place-symbolic", _ ("Where"), sayso_item_get_title (SAYSO_ITEM (inspection->place)),
                SAYSO_ITEM_ACTOR, event->place);
  add_say_so (rows, inspection->links);

  if (event->kind == SAYSO_EVENT_REPORTED)
    kind = _ ("When it was reported");
  else if (event->kind == SAYSO_EVENT_LEARNED)
    kind = _ ("When it was found out");
  add (rows, "sayso-event-symbolic", _ ("What the date is of"), kind);
  add_dates (rows, inspection);
  add (rows, "sayso-event-symbolic", _ ("How it is told"), factuality_words (event->factuality));
  add_doubt (rows, inspection, event->doubted);
  add_article (rows, inspection->article);
}

static void
relation_facts (GPtrArray *rows, const SaysoInspection *inspection)
{
  for (guint i = 0; i < inspection->events->len; i++)
    {
      const SaysoEvent *event = g_ptr_array_index (inspection->events, i);

      if (sayso_bounds_known (&event->bounds))
        {
          add_when (rows, &event->bounds, event->time_text, event->time);
          break;
        }
    }
  add_say_so (rows, inspection->links);
}

static void
time_facts (GPtrArray *rows, const SaysoInspection *inspection)
{
  SaysoTime *time = SAYSO_TIME (inspection->item);
  g_autofree char *found = NULL;
  g_autofree char *value =
      time->mod != NULL ? g_strdup_printf ("%s, %s", time->value, time->mod) : g_strdup (time->value);

  add_when (rows, &time->bounds, NULL, 0);
  add_readings (rows, time);
  if (time->found != NULL)
    found = edtf_to_words (time->found);
  add (rows, "sayso-article-symbolic", _ ("As the text has it"), found);
  add_anchor (rows, time, inspection->anchor, inspection->article);
  add (rows, NULL, _ ("EDTF (ISO 8601-2)"), time->edtf);
  add (rows, NULL, _ ("TIMEX3"), value);
  add_article (rows, inspection->article);
}

static void
actor_facts (GPtrArray *rows, const SaysoInspection *inspection)
{
  SaysoActor *actor = SAYSO_ACTOR (inspection->item);
  g_autofree char *aliases = actor->aliases != NULL ? g_strjoinv (", ", actor->aliases) : NULL;
  g_autofree char *mentions =
      g_strdup_printf (ngettext ("%u mention", "%u mentions", actor->n_mentions), actor->n_mentions);
  g_autofree char *articles =
      g_strdup_printf (ngettext ("%u article", "%u articles", actor->n_articles), actor->n_articles);
  /* Translators: "21 mentions in 3 articles" */
  g_autofree char *reach = g_strdup_printf (_ ("%s in %s"), mentions, articles);
  const char *words = sayso_node_kind_to_words (actor->kind, actor->unnamed);
  g_autofree char *kind = g_strconcat ((char[]) { g_ascii_toupper (words[0]), 0 }, words + 1, NULL);

  add (rows, sayso_node_icon_name (actor->kind, actor->unnamed), _ ("Kind"), kind);
  add (rows, NULL, _ ("Also called"), aliases);
  add (rows, "sayso-article-symbolic", _ ("Found"), reach);
}

static void
add_copied (GPtrArray *rows, const char *name, const char *shown, const char *whole)
{
  GtkWidget *row = add (rows, NULL, name, shown);

  if (row != NULL)
    {
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
      gtk_widget_set_tooltip_text (row, whole);
      sayso_fact_row_set_copy (SAYSO_FACT_ROW (row), whole);
    }
}

/* A time of ISO 8601 as the reader's clock shows it. */
static char *
iso_to_local (const char *iso)
{
  g_autoptr (GDateTime) time = iso != NULL ? g_date_time_new_from_iso8601 (iso, NULL) : NULL;
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  return local != NULL ? g_date_time_format (local, C_ ("date and time", "%-d %b %Y, %H:%M")) : g_strdup (iso);
}

static const char *
way_words (const char *way)
{
  static const struct
  {
    const char *way;
    const char *words;
  } ways[] = {
    { "file", N_ ("As a file") },           { "link", N_ ("By a link that was asked for") },
    { "clipboard", N_ ("Pasted") },         { "drop", N_ ("Dropped as text") },
    { "mailbox", N_ ("Out of a mailbox") }, { "archive", N_ ("Out of an archive") },
    { "page", N_ ("As a saved web page") },
  };

  for (guint i = 0; way != NULL && i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (ways[i].way, way))
      return _ (ways[i].words);

  return way;
}

static void
add_provenance (GPtrArray *rows, SaysoProvenance *provenance)
{
  g_autofree char *fetched = iso_to_local (sayso_provenance_get (provenance, "fetched"));
  g_autoptr (GArray) pages = sayso_pages_parse (sayso_provenance_get (provenance, "pages"));
  g_autofree char *pages_words = sayso_pages_to_words (pages);
  const char *from = sayso_provenance_get (provenance, "from");

  add (rows, NULL, _ ("How it came"), way_words (sayso_provenance_get (provenance, "way")));
  add_copied (rows, _ ("Came from"), from, from);
  add (rows, NULL, _ ("Fetched or saved"), fetched);
  add (rows, NULL, _ ("Pages"), pages_words);
  add (rows, NULL, _ ("Read by Sayso"), sayso_provenance_get (provenance, "importer"));
}

/* @joined: (transfer full): so that lines break after a dot, and not within a part. */
static char *
unbroken (char *joined)
{
  g_autoptr (GString) words = g_string_new_take (joined);

  g_string_replace (words, " ", "\u00a0", 0);
  g_string_replace (words, "·\u00a0", "· ", 0);

  return g_string_free_and_steal (g_steal_pointer (&words));
}

static void
article_facts (GPtrArray *rows, const SaysoInspection *inspection)
{
  SaysoArticle *article = SAYSO_ARTICLE (inspection->item);
  g_autofree char *published = article->published != NULL ? sayso_iso_to_words (article->published) : NULL;
  g_autoptr (GDateTime) imported = g_date_time_new_from_unix_local (article->imported);
  g_autoptr (GFile) file = g_file_new_for_uri (article->location);
  g_autofree char *location = g_file_is_native (file) ? g_file_get_parse_name (file) : g_strdup (article->location);
  /* Translators: when an article was imported; conversions as in g_date_time_format() */
  g_autofree char *imported_words =
      imported != NULL ? g_date_time_format (imported, C_ ("date and time", "%-d %b %Y, %H:%M")) : NULL;
  g_autofree char *size = g_format_size (article->bytes);
  g_autofree char *words = g_strdup_printf (ngettext ("%u word", "%u words", article->n_words), article->n_words);
  g_autofree char *about = sayso_join (words, size, article->media_type, NULL);
  g_autofree char *times = g_strdup_printf (ngettext ("%u time", "%u times", article->n_times), article->n_times);
  g_autofree char *actors = g_strdup_printf (ngettext ("%u actor", "%u actors", article->n_actors), article->n_actors);
  g_autofree char *events = g_strdup_printf (ngettext ("%u event", "%u events", article->n_events), article->n_events);
  g_autofree char *claims = g_strdup_printf (ngettext ("%u claim", "%u claims", article->n_claims), article->n_claims);
  g_autofree char *found = unbroken (sayso_join (times, actors, events, claims, NULL));
  g_autofree char *hash =
      g_strdup_printf ("%.12s…%s", article->sha256,
                       strlen (article->sha256) > 12 ? article->sha256 + strlen (article->sha256) - 8 : "");

  add (rows, "sayso-outlet-symbolic", _ ("Outlet"), article->outlet);
  add (rows, "sayso-author-symbolic", _ ("Author"), article->byline);
  add (rows, "sayso-time-symbolic", _ ("Published"), published != NULL ? published : _ ("Not set"));
  add (rows, "sayso-article-symbolic", _ ("Found in it"), found);
  add_copied (rows, _ ("Address"), article->url, article->url);
  add_copied (rows, _ ("Imported from"), location, location);
  add (rows, NULL, _ ("Imported"), imported_words);
  add (rows, NULL, _ ("Text"), about);
  add_copied (rows, _ ("SHA-256 of the original"), hash, article->sha256);
  if (inspection->provenance != NULL)
    add_provenance (rows, inspection->provenance);
}

/**
 * sayso_facts_of:
 * @inspection: what is known of an item
 *
 * Returns: (transfer container) (element-type GtkWidget): rows, floating, that say it
 */
GPtrArray *
sayso_facts_of (const SaysoInspection *inspection)
{
  GPtrArray *rows = g_ptr_array_new ();

  g_return_val_if_fail (inspection != NULL, rows);

  switch (sayso_item_get_kind (inspection->item))
    {
    case SAYSO_ITEM_ARTICLE:
      article_facts (rows, inspection);
      break;
    case SAYSO_ITEM_TIME:
      time_facts (rows, inspection);
      break;
    case SAYSO_ITEM_ACTOR:
      actor_facts (rows, inspection);
      break;
    case SAYSO_ITEM_EVENT:
      event_facts (rows, inspection);
      break;
    case SAYSO_ITEM_CLAIM:
      claim_facts (rows, inspection);
      break;
    case SAYSO_ITEM_RELATION:
      relation_facts (rows, inspection);
      break;
    case SAYSO_ITEM_NONE:
    default:
      break;
    }

  return rows;
}

/**
 * sayso_facts_role_words:
 * @role: a participant's role, as the extraction names it
 *
 * Returns: (transfer none): the role in words; @role itself where there are none
 */
const char *
sayso_facts_role_words (const char *role)
{
  static const struct
  {
    const char *role;
    const char *words;
  } roles[] = {
    { "agent", N_ ("Acted") },       { "patient", N_ ("Acted on") },
    { "recipient", N_ ("To whom") }, { "instrument", N_ ("By means of") },
    { "topic", N_ ("About") },       { "other", N_ ("Took part") },
  };

  g_return_val_if_fail (role != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (roles[i].role, role))
      return _ (roles[i].words);

  return role;
}

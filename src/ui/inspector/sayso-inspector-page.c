/* sayso-inspector-page.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-inspector-page.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "sayso-article-row.h"
#include "sayso-chain-view.h"
#include "sayso-date-words.h"
#include "sayso-fact-row.h"
#include "sayso-facts.h"
#include "sayso-graph-draw.h"
#include "sayso-item-drag.h"
#include "sayso-judgement.h"
#include "sayso-link-box.h"
#include "sayso-locale.h"
#include "sayso-passage-row.h"
#include "sayso-remarks-box.h"
#include "sayso-sourcing-meter.h"
#include "sayso-sourcing.h"

struct _SaysoInspectorPage
{
  AdwBin parent_instance;

  GtkWidget *box;
  GtkWidget *form;  /* for tags and notes */
  GtkWidget *first; /* nullable; the first list */
  SaysoSession *session;
  SaysoItemKind kind; /* of what is shown */
};

enum
{
  MORE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SaysoInspectorPage, sayso_inspector_page, ADW_TYPE_BIN)

static void
sayso_inspector_page_dispose (GObject *object)
{
  SaysoInspectorPage *self = SAYSO_INSPECTOR_PAGE (object);

  g_clear_pointer (&self->form, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sayso_inspector_page_parent_class)->dispose (object);
}

static void
sayso_inspector_page_class_init (SaysoInspectorPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sayso_inspector_page_dispose;

  signals[MORE] =
      g_signal_new ("more", SAYSO_TYPE_INSPECTOR_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sayso_inspector_page_init (SaysoInspectorPage *self)
{
  self->form = sayso_annotate_form_new ();
  gtk_widget_set_parent (self->form, GTK_WIDGET (self));
}

static void
activate_row (SaysoInspectorPage *self, GtkListBoxRow *row)
{
  gint64 id = 0;

  if (SAYSO_IS_PASSAGE_ROW (row))
    {
      SaysoSpan span;
      gint64 article = sayso_passage_row_get_place (SAYSO_PASSAGE_ROW (row), &span);

      sayso_session_reveal_passage (self->session, article, span);
    }
  else if (SAYSO_IS_FACT_ROW (row))
    {
      SaysoItemKind kind = sayso_fact_row_get_target (SAYSO_FACT_ROW (row), &id);

      if (kind != SAYSO_ITEM_NONE)
        sayso_session_select (self->session, kind, id, FALSE);
    }
  else
    g_signal_emit (self, signals[MORE], 0);
}

/* A heading, and a list of rows below it; @count: (nullable). Shown once it has a row. */
static GtkWidget *
add_group (SaysoInspectorPage *self, const char *title, const char *count)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (heading), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (head), heading);
  if (count != NULL)
    {
      GtkWidget *pill = gtk_label_new (count);

      gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (pill, "sayso-count");
      gtk_box_append (GTK_BOX (head), pill);
    }
  gtk_widget_set_margin_top (head, 12);
  gtk_widget_set_margin_bottom (head, 6);
  gtk_box_append (GTK_BOX (self->box), head);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL, -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (activate_row), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), list);
  if (self->first == NULL)
    self->first = list;

  return list;
}

static void
add_heading (SaysoInspectorPage *self, const char *title)
{
  GtkWidget *heading = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_margin_top (heading, 12);
  gtk_widget_set_margin_bottom (heading, 6);
  gtk_box_append (GTK_BOX (self->box), heading);
}

static void
add_title (SaysoInspectorPage *self, const SaysoInspection *inspection)
{
  GtkWidget *title = gtk_label_new (sayso_item_get_title (inspection->item));
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_selectable (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "title-4");
  gtk_widget_set_margin_start (title, 6);
  gtk_widget_set_margin_end (title, 6);
  if (sayso_item_get_standing (inspection->item) == SAYSO_STANDING_REJECTED)
    gtk_widget_add_css_class (title, "rejected");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row), sayso_item_drag_button_new (self->session, inspection));
  gtk_box_append (GTK_BOX (self->box), row);
}

static void
add_meter (SaysoInspectorPage *self, const SaysoInspection *inspection)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_label_new (sayso_sourcing_words (inspection->level));

  gtk_widget_add_css_class (words, "heading");
  gtk_box_append (GTK_BOX (row), sayso_sourcing_meter_new (inspection->level));
  gtk_box_append (GTK_BOX (row), words);
  gtk_widget_set_margin_top (row, 6);
  gtk_widget_set_margin_start (row, 6);
  gtk_box_append (GTK_BOX (self->box), row);
}

static void
add_chain (SaysoInspectorPage *self, const SaysoInspection *inspection)
{
  GtkWidget *chain = g_object_new (SAYSO_TYPE_CHAIN_VIEW, "orientation", GTK_ORIENTATION_VERTICAL, NULL);

  add_heading (self, _ ("Chain"));
  sayso_chain_view_set_session (SAYSO_CHAIN_VIEW (chain), self->session);
  sayso_chain_view_set_links (SAYSO_CHAIN_VIEW (chain), inspection->links);
  gtk_box_append (GTK_BOX (self->box), chain);
}

static GtkWidget *
actor_box (SaysoActor *actor)
{
  g_autofree char *mentions =
      g_strdup_printf (ngettext ("%u mention", "%u mentions", actor->n_mentions), actor->n_mentions);
  g_autofree char *note = sayso_join (sayso_node_kind_to_words (actor->kind, actor->unnamed), mentions, NULL);
  GtkWidget *box = sayso_link_box_new (sayso_node_icon_name (actor->kind, actor->unnamed),
                                       sayso_item_get_title (SAYSO_ITEM (actor)), note);

  sayso_link_box_set_target (SAYSO_LINK_BOX (box), SAYSO_ITEM_ACTOR, sayso_item_get_id (SAYSO_ITEM (actor)));
  gtk_widget_add_css_class (box, "actor");
  if (actor->unnamed)
    gtk_widget_add_css_class (box, "anonymous");

  return box;
}

/* Both ends of a relation, and an arrow from one to the other. */
static void
add_ends (SaysoInspectorPage *self, const SaysoInspection *inspection)
{
  SaysoRelation *relation = SAYSO_RELATION (inspection->item);
  GtkWidget *chain = g_object_new (SAYSO_TYPE_CHAIN_VIEW, "orientation", GTK_ORIENTATION_VERTICAL, NULL);

  sayso_chain_view_set_session (SAYSO_CHAIN_VIEW (chain), self->session);
  for (guint i = 0; i < inspection->actors->len; i++)
    sayso_chain_view_append (SAYSO_CHAIN_VIEW (chain), actor_box (g_ptr_array_index (inspection->actors, i)),
                             relation->label, TRUE, relation->voice != SAYSO_VOICE_SAID);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chain), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sayso_item_get_title (inspection->item), -1);
  gtk_box_append (GTK_BOX (self->box), chain);
}

static void
add_rows (SaysoInspectorPage *self, const char *title, GPtrArray *rows)
{
  GtkWidget *list = NULL;

  if (rows->len == 0)
    return;

  list = add_group (self, title, NULL);
  for (guint i = 0; i < rows->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), g_ptr_array_index (rows, i));
}

static void
add_facts (SaysoInspectorPage *self, const SaysoInspection *inspection)
{
  g_autoptr (GPtrArray) rows = sayso_facts_of (inspection);

  add_rows (self, _ ("Facts"), rows);
}

static void
add_profile (SaysoInspectorPage *self, const SaysoInspection *inspection)
{
  g_autoptr (GPtrArray) rows = sayso_facts_of_profile (inspection->profile);
  g_autofree char *title = NULL;

  if (rows->len == 0)
    return;
  title = self->kind == SAYSO_ITEM_ARTICLE
              ? g_strdup (_ ("How It Is Sourced"))
              /* Translators: follows: what kinds of sources the articles of an outlet have */
              : g_strdup_printf (ngettext ("How Its Article Is Sourced", "How Its %u Articles Are Sourced",
                                           inspection->profile->n_articles),
                                 inspection->profile->n_articles);
  add_rows (self, title, rows);
}

/* How those who wrote it, or a person who writes, source what they write. */
static void
add_authors (SaysoInspectorPage *self, const SaysoInspection *inspection)
{
  for (guint i = 0; i < inspection->authors->len; i++)
    {
      const SaysoProfile *author = g_ptr_array_index (inspection->authors, i);
      g_autoptr (GPtrArray) rows = sayso_facts_of_profile (author);
      /* Translators: follows: what kinds of sources the articles of an author have; %s is the author's name */
      g_autofree char *title = g_strdup_printf (ngettext ("How the Article by %s Is Sourced",
                                                          "How %2$u Articles by %1$s Are Sourced", author->n_articles),
                                                author->name, author->n_articles);

      add_rows (self, title, rows);
    }
}

static void
add_judgement (SaysoInspectorPage *self, const SaysoInspection *inspection)
{
  g_autoptr (GPtrArray) rows = sayso_judgement_rows (self->session, inspection);

  add_rows (self, _ ("Your Judgement"), rows);
}

static void
add_remarks (SaysoInspectorPage *self, const SaysoInspection *inspection)
{
  add_heading (self, _ ("Tags and Notes"));
  gtk_box_append (GTK_BOX (self->box), sayso_remarks_box_new (self->session, inspection->item, inspection->remarks,
                                                              SAYSO_ANNOTATE_FORM (self->form)));
}

static void
add_participants (SaysoInspectorPage *self, const SaysoInspection *inspection)
{
  SaysoEvent *event = SAYSO_EVENT (inspection->item);
  GtkWidget *list = NULL;

  for (guint i = 0; event->roles != NULL && i < event->roles->len; i++)
    {
      const SaysoEventRole *role = &g_array_index (event->roles, SaysoEventRole, i);
      const char *icon = "sayso-actors-symbolic";
      GtkWidget *row = NULL;

      for (guint j = 0; j < inspection->actors->len; j++)
        {
          SaysoActor *actor = g_ptr_array_index (inspection->actors, j);

          if (sayso_item_get_id (SAYSO_ITEM (actor)) == role->actor)
            icon = sayso_node_icon_name (actor->kind, actor->unnamed);
        }

      if (list == NULL)
        list = add_group (self, _ ("Who Took Part"), NULL);
      row = sayso_fact_row_new (icon, sayso_facts_role_words (role->role), role->name);
      sayso_fact_row_set_target (SAYSO_FACT_ROW (row), SAYSO_ITEM_ACTOR, role->actor);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
}

static void
add_relations (SaysoInspectorPage *self, const SaysoInspection *inspection)
{
  GtkWidget *list = NULL;

  for (guint i = 0; i < inspection->relations->len; i++)
    {
      SaysoRelation *relation = g_ptr_array_index (inspection->relations, i);
      g_autofree char *evidence =
          g_strdup_printf (ngettext ("%u passage", "%u passages", relation->n_evidence), relation->n_evidence);
      GtkWidget *row =
          sayso_fact_row_new ("sayso-actors-symbolic", evidence, sayso_item_get_title (SAYSO_ITEM (relation)));

      if (list == NULL)
        list = add_group (self, _ ("Relations"), NULL);
      sayso_fact_row_set_target (SAYSO_FACT_ROW (row), SAYSO_ITEM_RELATION, sayso_item_get_id (SAYSO_ITEM (relation)));
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
}

static void
add_events (SaysoInspectorPage *self, const char *title, GPtrArray *events)
{
  GtkWidget *list = NULL;

  for (guint i = 0; i < events->len; i++)
    {
      SaysoEvent *event = g_ptr_array_index (events, i);
      g_autofree char *when = sayso_bounds_to_words (&event->bounds);
      GtkWidget *row = sayso_fact_row_new ("sayso-event-symbolic", when, sayso_item_get_title (SAYSO_ITEM (event)));

      if (list == NULL)
        list = add_group (self, title, NULL);
      sayso_fact_row_set_target (SAYSO_FACT_ROW (row), SAYSO_ITEM_EVENT, sayso_item_get_id (SAYSO_ITEM (event)));
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
}

static void
add_evidence (SaysoInspectorPage *self, const SaysoInspection *inspection)
{
  GtkWidget *list = NULL;
  g_autofree char *count = NULL;

  if (inspection->passages == NULL || inspection->passages->len == 0)
    return;

  count = g_strdup_printf (inspection->more ? "%u+" : "%u", inspection->passages->len);
  list = add_group (self, _ ("Evidence"), count);
  for (guint i = 0; i < inspection->passages->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         sayso_passage_row_new (&g_array_index (inspection->passages, SaysoPassage, i), self->kind));
  if (inspection->more)
    {
      GtkWidget *more = adw_button_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (more), _ ("Show More"));
      gtk_list_box_append (GTK_LIST_BOX (list), more);
    }
}

static void
add_near (SaysoInspectorPage *self, GPtrArray *near)
{
  GtkWidget *list = NULL;

  for (guint i = 0; i < near->len; i++)
    {
      SaysoArticle *article = g_ptr_array_index (near, i);
      g_autofree char *about = sayso_article_describe (article);
      GtkWidget *row =
          sayso_fact_row_new ("sayso-article-symbolic", about, sayso_item_get_title (SAYSO_ITEM (article)));

      if (list == NULL)
        list = add_group (self, _ ("Nearly the Same"), NULL);
      sayso_fact_row_set_target (SAYSO_FACT_ROW (row), SAYSO_ITEM_ARTICLE, sayso_item_get_id (SAYSO_ITEM (article)));
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
}

static void
take_back (SaysoInspectorPage *self, GtkWidget *button)
{
  sayso_session_submit (self->session, g_object_get_data (G_OBJECT (button), "command"), _ ("Taken back."));
}

/* What it set: of several changes of one thing only the last can be taken back by itself. */
static char *
thing_of (const SaysoChange *change)
{
  g_autoptr (JsonNode) node = json_from_string (change->what, NULL);
  JsonObject *what = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (what == NULL)
    return g_strdup (change->command);
  if (g_str_equal (change->command, "decide") || g_str_equal (change->command, "rename"))
    return g_strdup ("standing");

  return g_strdup_printf ("%s %s %" G_GINT64_FORMAT, change->command,
                          json_object_get_string_member_with_default (what, "field", ""),
                          json_object_get_int_member_with_default (what, "remark", 0));
}

static gboolean
is_there (const SaysoInspection *inspection, const SaysoChange *change, const char *thing)
{
  if (!g_str_equal (change->command, "tag") && !g_str_equal (change->command, "note"))
    return TRUE;

  for (guint i = 0; i < inspection->remarks->len; i++)
    {
      g_autofree char *id =
          g_strdup_printf (" %" G_GINT64_FORMAT, g_array_index (inspection->remarks, SaysoRemark, i).id);

      if (g_str_has_suffix (thing, id))
        return TRUE;
    }

  return FALSE;
}

static void
add_history (SaysoInspectorPage *self, const SaysoInspection *inspection)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkWidget *list = NULL;

  for (guint i = 0; i < inspection->history->len; i++)
    {
      const SaysoChange *change = &g_array_index (inspection->history, SaysoChange, i);
      g_autoptr (GDateTime) made = g_date_time_new_from_unix_local (change->made / G_TIME_SPAN_SECOND);
      g_autofree char *date =
          made != NULL ? g_date_time_format (made, C_ ("date and time", "%-d %b %Y, %H:%M")) : g_strdup ("");
      g_autofree char *by = sayso_join (change->who, date, NULL);
      g_autofree char *thing = thing_of (change);
      GtkWidget *row = sayso_fact_row_new (NULL, by, change->title);
      gboolean can = is_there (inspection, change, thing) && g_hash_table_add (seen, g_steal_pointer (&thing));
      SaysoCommand *command = can ? sayso_change_take_back (change) : NULL;

      if (list == NULL)
        list = add_group (self, _ ("History"), NULL);
      if (command != NULL)
        {
          GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");

          gtk_widget_set_tooltip_text (button, _ ("Take This Back"));
          gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
          gtk_widget_add_css_class (button, "flat");
          g_object_set_data_full (G_OBJECT (button), "command", command, (GDestroyNotify) sayso_command_unref);
          g_signal_connect_object (button, "clicked", G_CALLBACK (take_back), self, G_CONNECT_SWAPPED);
          adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
        }
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
}

/**
 * sayso_inspector_page_show:
 * @self: a page
 * @session: where a click selects
 * @inspection: what to show
 */
void
sayso_inspector_page_show (SaysoInspectorPage *self, SaysoSession *session, const SaysoInspection *inspection)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = NULL;
  gboolean focused = FALSE;

  g_return_if_fail (SAYSO_IS_INSPECTOR_PAGE (self));
  g_return_if_fail (SAYSO_IS_SESSION (session));
  g_return_if_fail (inspection != NULL);

  /* The row that was activated goes; the focus stays in the page. */
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  focused = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
  if (focused)
    gtk_root_set_focus (root, NULL);

  g_set_object (&self->session, session);
  self->first = NULL;
  self->kind = sayso_item_get_kind (inspection->item);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  adw_bin_set_child (ADW_BIN (self), self->box);

  if (self->kind == SAYSO_ITEM_RELATION && inspection->actors->len == 2)
    add_ends (self, inspection);
  else
    add_title (self, inspection);
  if (inspection->links != NULL)
    add_meter (self, inspection);
  if (self->kind == SAYSO_ITEM_CLAIM)
    add_chain (self, inspection);
  add_facts (self, inspection);
  add_profile (self, inspection);
  add_authors (self, inspection);
  if (inspection->remarks != NULL)
    add_remarks (self, inspection);
  if (self->kind == SAYSO_ITEM_EVENT)
    add_participants (self, inspection);
  add_events (self, _ ("What It Tells Of"), inspection->events);
  add_relations (self, inspection);
  add_evidence (self, inspection);
  add_events (self, _ ("Around It"), inspection->around);
  add_judgement (self, inspection);
  add_near (self, inspection->near);
  if (inspection->history != NULL)
    add_history (self, inspection);
  if (focused && self->first != NULL)
    gtk_widget_child_focus (self->first, GTK_DIR_TAB_FORWARD);
}

/* sayso-actors-merge.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-actors-merge.h"

#include <glib/gi18n.h>

#include "sayso-graph-draw.h"
#include "sayso-remarks.h"

/* Asking whether two actors are one, and taking apart those that were found to be. What speaks for and against stands
 * in the question. */

#define MAX_SHOWN 6

typedef struct
{
  SaysoSession *session;
  SaysoActor *actor;
  SaysoActor *into;
  GPtrArray *checks; /* nullable; (element-type GtkCheckButton): of a split */
} Question;

static void
question_free (Question *self)
{
  g_object_unref (self->session);
  g_object_unref (self->actor);
  g_clear_object (&self->into);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_free (self);
}

static const char *
name_of (SaysoActor *actor)
{
  return sayso_item_get_title (SAYSO_ITEM (actor));
}

static gint64
id_of (SaysoActor *actor)
{
  return sayso_item_get_id (SAYSO_ITEM (actor));
}

static SaysoActor *
get_actor (SaysoSession *session, gint64 id)
{
  return SAYSO_ACTOR (sayso_casebook_get (sayso_session_get_casebook (session), SAYSO_ITEM_ACTOR, id, NULL));
}

static void
add_line (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
}

/* "Tarnhelm Guard: product, 12 mentions in 3 articles. Also called Guard". */
static void
add_side (GtkBox *box, SaysoActor *actor)
{
  g_autofree char *mentions =
      g_strdup_printf (ngettext ("%u mention", "%u mentions", actor->n_mentions), actor->n_mentions);
  g_autofree char *articles =
      g_strdup_printf (ngettext ("%u article", "%u articles", actor->n_articles), actor->n_articles);
  g_autofree char *aliases = actor->aliases != NULL ? g_strjoinv (", ", actor->aliases) : NULL;
  /* Translators: an actor's name, its kind, how often it is mentioned, and in how many articles */
  g_autofree char *line = g_strdup_printf (_ ("%s: %s, %s in %s"), name_of (actor),
                                           sayso_node_kind_to_words (actor->kind, actor->unnamed), mentions, articles);

  add_line (box, line, NULL);
  if (aliases != NULL && *aliases != '\0')
    {
      g_autofree char *also = g_strdup_printf (_ ("Also called %s"), aliases);

      add_line (box, also, "sayso-secondary");
    }
}

static gboolean
kinds_agree (SaysoActor *a, SaysoActor *b)
{
  return a->kind == b->kind || a->kind == SAYSO_NAME_OTHER || b->kind == SAYSO_NAME_OTHER;
}

/* What a person said of the two; that they are not the same. */
static gboolean
kept_apart (SaysoSession *session, gint64 actor, gint64 other)
{
  g_autoptr (GArray) remarks =
      sayso_casebook_get_remarks (sayso_session_get_casebook (session), SAYSO_ITEM_ACTOR, actor, NULL);

  for (guint i = 0; remarks != NULL && i < remarks->len; i++)
    {
      const SaysoRemark *remark = &g_array_index (remarks, SaysoRemark, i);

      if (remark->sort == SAYSO_REMARK_LINK && g_strcmp0 (remark->type, "not-same-as") == 0 &&
          ((remark->item == actor && remark->other == other) || (remark->item == other && remark->other == actor)))
        return TRUE;
    }

  return FALSE;
}

/* What speaks against their being one: what they are, what is said between them, what a person decided. */
static guint
add_against (GtkBox *box, Question *question, SaysoGraphData *data)
{
  guint n = 0;

  if (kept_apart (question->session, id_of (question->actor), id_of (question->into)))
    {
      add_line (box, _ ("• You kept them apart before."), NULL);
      n++;
    }
  if (!kinds_agree (question->actor, question->into))
    {
      g_autofree char *line = g_strdup_printf (
          /* Translators: two kinds of actor, such as "product" and "organisation" */
          _ ("• One is found to be of kind “%s”, the other “%s”."),
          sayso_node_kind_to_words (question->actor->kind, question->actor->unnamed),
          sayso_node_kind_to_words (question->into->kind, question->into->unnamed));

      add_line (box, line, NULL);
      n++;
    }
  for (guint i = 0; data != NULL && i < data->relations->len && n < MAX_SHOWN; i++)
    {
      SaysoRelation *relation = g_ptr_array_index (data->relations, i);
      gint64 a = id_of (question->actor), b = id_of (question->into);

      if ((relation->subject == a && relation->object == b) || (relation->subject == b && relation->object == a))
        {
          g_autofree char *line =
              /* Translators: a relation in words, such as "Guard product of Tarnhelm" */
              g_strdup_printf (_ ("• They are told apart: “%s”"), sayso_item_get_title (SAYSO_ITEM (relation)));

          add_line (box, line, NULL);
          n++;
        }
    }

  return n;
}

static void
submit_link (SaysoSession *session, gint64 actor, const char *type, gint64 other, const char *message)
{
  g_autoptr (SaysoCommand) command =
      sayso_command_new_link (SAYSO_ITEM_ACTOR, actor, type, SAYSO_ITEM_ACTOR, other, NULL);

  sayso_session_submit (session, command, message);
}

/**
 * sayso_actors_keep_apart:
 * @session: a session
 * @actor: an actor
 * @other: another
 *
 * Notes that they are not the same, so that nobody need find out twice.
 */
void
sayso_actors_keep_apart (SaysoSession *session, gint64 actor, gint64 other)
{
  g_autoptr (SaysoActor) first = get_actor (session, actor), second = get_actor (session, other);
  g_autofree char *message = NULL;

  if (first == NULL || second == NULL)
    return;
  message = g_strdup_printf (_ ("“%s” and “%s” kept apart."), name_of (first), name_of (second));
  submit_link (session, actor, "not-same-as", other, message);
}

/**
 * sayso_actors_dispute:
 * @session: a session
 * @actor: an actor
 * @other: another
 *
 * Notes that some say they are the same, and others not.
 */
void
sayso_actors_dispute (SaysoSession *session, gint64 actor, gint64 other)
{
  submit_link (session, actor, "maybe-same-as", other, _ ("Identity noted as disputed."));
}

static void
on_merge_answer (AdwAlertDialog *dialog, const char *response, Question *question)
{
  gint64 actor = id_of (question->actor), into = id_of (question->into);

  if (g_str_equal (response, "merge"))
    {
      g_autoptr (SaysoCommand) command = sayso_command_new_merge (actor, into, TRUE);
      g_autofree char *message =
          g_strdup_printf (_ ("“%s” merged into “%s”."), name_of (question->actor), name_of (question->into));

      sayso_session_submit (question->session, command, message);
      sayso_session_select (question->session, SAYSO_ITEM_ACTOR, into, FALSE);
    }
  else if (g_str_equal (response, "apart"))
    sayso_actors_keep_apart (question->session, actor, into);
  else if (g_str_equal (response, "disputed"))
    sayso_actors_dispute (question->session, actor, into);
}

/**
 * sayso_actors_ask_merge:
 * @parent: whose window asks
 * @session: a session
 * @data: (nullable): relations that may speak against it
 * @actor: an actor
 * @into: the one it may be; its name stays
 *
 * Asks whether two actors are one, and shows what would join and what speaks against it.
 */
void
sayso_actors_ask_merge (GtkWidget *parent, SaysoSession *session, SaysoGraphData *data, gint64 actor, gint64 into)
{
  AdwAlertDialog *dialog;
  Question *question = g_new0 (Question, 1);
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  GtkBox *against = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));

  question->session = g_object_ref (session);
  question->actor = get_actor (session, actor);
  question->into = get_actor (session, into);
  if (question->actor == NULL || question->into == NULL)
    {
      g_object_ref_sink (box);
      g_object_unref (box);
      g_clear_object (&question->actor);
      g_clear_object (&question->into);
      g_object_unref (question->session);
      g_free (question);
      return;
    }

  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Are These One?"), NULL));
  add_side (box, question->actor);
  add_side (box, question->into);
  add_line (box, _ ("What Speaks Against It"), "heading");
  if (add_against (against, question, data) == 0)
    add_line (against, _ ("Nothing that was found."), "sayso-secondary");
  gtk_box_append (box, GTK_WIDGET (against));
  adw_alert_dialog_set_extra_child (dialog, GTK_WIDGET (box));
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "disputed", _ ("_Disputed"), "apart",
                                  _ ("_Not the Same"), "merge", _ ("_Merge"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "merge", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_merge_answer), question,
                         (GClosureNotify) (GCallback) question_free, 0);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

static void
on_split_answer (AdwAlertDialog *dialog, const char *response, Question *question)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!g_str_equal (response, "split"))
    return;

  for (guint i = 0; i < question->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (question->checks, i);
      gint64 id = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (check), "id"));

      if (gtk_check_button_get_active (check))
        g_array_append_val (ids, id);
    }
  if (ids->len > 0)
    {
      g_autoptr (SaysoCommand) command = sayso_command_new_separate ((const gint64 *) ids->data, ids->len);
      g_autofree char *message = g_strdup_printf (_ ("“%s” split."), name_of (question->actor));

      sayso_session_submit (question->session, command, message);
    }
}

/* Something must go and something stay. */
static void
update_split (GtkCheckButton *check, GParamSpec *pspec, GPtrArray *checks)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (check), ADW_TYPE_ALERT_DIALOG);
  guint n = 0;

  for (guint i = 0; i < checks->len; i++)
    n += gtk_check_button_get_active (g_ptr_array_index (checks, i));
  if (dialog != NULL)
    adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (dialog), "split", n > 0 && n < checks->len);
}

/**
 * sayso_actors_ask_split:
 * @parent: whose window asks
 * @session: a session
 * @actor: an actor that others were merged into
 *
 * Asks which of those that were found to be one are not.
 */
void
sayso_actors_ask_split (GtkWidget *parent, SaysoSession *session, gint64 actor)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) sides = sayso_casebook_get_merged (sayso_session_get_casebook (session), actor, &error);
  g_autoptr (SaysoActor) whole = get_actor (session, actor);
  AdwAlertDialog *dialog;
  Question *question;
  GtkWidget *list;

  if (sides == NULL || whole == NULL)
    {
      if (error != NULL)
        sayso_session_show_error (session, error);
      return;
    }
  if (sides->len < 2)
    {
      g_autofree char *message = g_strdup_printf (_ ("Nothing was merged into “%s”."), name_of (whole));

      sayso_session_say (session, message);
      return;
    }

  question = g_new0 (Question, 1);
  question->session = g_object_ref (session);
  question->actor = g_object_ref (whole);
  question->checks = g_ptr_array_new ();
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Which Are Not the Same?"), NULL));
  adw_alert_dialog_set_body_use_markup (dialog, FALSE);
  adw_alert_dialog_set_body (dialog,
                             _ ("What is ticked is taken away from the rest, with its mentions and relations."));
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < sides->len; i++)
    {
      const SaysoSide *side = &g_array_index (sides, SaysoSide, i);
      g_autofree char *mentions =
          g_strdup_printf (ngettext ("%u mention", "%u mentions", side->n_mentions), side->n_mentions);
      GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), side->title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), mentions);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      g_object_set_data (G_OBJECT (check), "id", GSIZE_TO_POINTER ((gsize) side->id));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, side->title, -1);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
      g_ptr_array_add (question->checks, check);
      g_signal_connect (check, "notify::active", G_CALLBACK (update_split), question->checks);
    }
  adw_alert_dialog_set_extra_child (dialog, list);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "split", _ ("_Split"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "split", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_response_enabled (dialog, "split", FALSE);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_split_answer), question,
                         (GClosureNotify) (GCallback) question_free, 0);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

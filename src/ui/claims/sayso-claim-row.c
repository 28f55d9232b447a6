/* sayso-claim-row.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-claim-row.h"

#include <glib/gi18n.h>

#include "sayso-chain-line.h"
#include "sayso-chain-view.h"
#include "sayso-date-words.h"
#include "sayso-inspection.h"
#include "sayso-overrule.h"
#include "sayso-sourcing-meter.h"
#include "sayso-sourcing.h"
#include "sayso-stories.h"
#include "sayso-story-view.h"

struct _SaysoClaimRow
{
  AdwBin parent_instance;

  /* Template */
  GtkWidget *meter;
  GtkWidget *title;
  GtkWidget *line;
  GtkWidget *facts;
  GtkWidget *wide_meter;
  GtkWidget *words;
  GtkWidget *when;
  GtkWidget *decided;
  GtkWidget *doubted;
  GtkWidget *where;
  GtkWidget *place;
  GtkWidget *place_icon;
  GtkWidget *arrow;
  GtkWidget *details;
  GtkWidget *chain;
  GtkWidget *content;
  GtkWidget *story;
  GtkWidget *why;
  GtkWidget *why_box;
  GtkWidget *clash;

  /* Owned */
  SaysoSession *session;
  SaysoClaim *claim;
  GCancellable *loading;
  GCancellable *counting;
  SaysoAccount *account;
  char *conflicts;

  gint64 shown; /* the claim whose chain is shown */
  gboolean expanded;
  gboolean narrow;
};

enum
{
  PROP_SESSION = 1,
  PROP_CLAIM,
  PROP_EXPANDED,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SaysoClaimRow, sayso_claim_row, ADW_TYPE_BIN)

static void
show_meter (SaysoClaimRow *self, guint level)
{
  sayso_sourcing_meter_set_level (SAYSO_SOURCING_METER (self->meter), level);
  sayso_sourcing_meter_set_level (SAYSO_SOURCING_METER (self->wide_meter), level);
  gtk_label_set_label (GTK_LABEL (self->words), sayso_sourcing_words (level));
}

static gboolean
is_quoted (const char *words)
{
  static const char *marks[] = { "“", "”", "„", "«", "»", "\"" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (words, marks[i]) || g_str_has_suffix (words, marks[i]))
      return TRUE;

  return FALSE;
}

/* What only an expanded row shows. */
static void
show_details (SaysoClaimRow *self, const SaysoInspection *inspection)
{
  g_autofree char *when = NULL;
  g_autofree char *quote = NULL;

  sayso_chain_view_set_links (SAYSO_CHAIN_VIEW (self->chain), inspection->links);
  for (guint i = 0; i < inspection->events->len && when == NULL; i++)
    {
      const SaysoEvent *event = g_ptr_array_index (inspection->events, i);

      if (sayso_bounds_known (&event->bounds))
        when = sayso_bounds_to_words (&event->bounds);
    }
  gtk_label_set_label (GTK_LABEL (self->when), when != NULL ? when : "");
  gtk_widget_set_visible (self->when, when != NULL);

  /* Translators: the words of an article, in the quotation marks of the language */
  quote = is_quoted (inspection->content) ? g_strdup (inspection->content)
                                          : g_strdup_printf (_ ("“%s”"), inspection->content);
  gtk_label_set_label (GTK_LABEL (self->content), quote);
}

static void
show_inspection (SaysoClaimRow *self, const SaysoInspection *inspection)
{
  show_meter (self, inspection->level);
  sayso_chain_line_set_links (SAYSO_CHAIN_LINE (self->line), inspection->links);
  if (inspection->content != NULL)
    show_details (self, inspection);
}

static void
loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SaysoClaimRow *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoInspection) inspection = sayso_inspection_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* the row may be gone */

  g_clear_object (&self->loading);
  if (inspection != NULL)
    show_inspection (self, inspection);
  else
    g_debug ("No chain: %s", error->message);
}

/* -- from how many origins ------------------------------------------------------------------------------ */

typedef struct
{
  SaysoCasebook *casebook;
  gint64 claim;
} Request;

typedef struct
{
  SaysoAccount *account; /* nullable */
  char *conflicts;       /* in words; nullable */
} Count;

static void
count_free (Count *count)
{
  g_clear_pointer (&count->account, sayso_account_free);
  g_free (count->conflicts);
  g_free (count);
}

/* What does not fit together with it: a line each, with what it is taken for and both sides. */
static char *
describe_conflicts (GPtrArray *clashes)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < clashes->len; i++)
    {
      const SaysoClash *clash = g_ptr_array_index (clashes, i);
      g_autofree char *sentence = sayso_clash_to_words (clash);

      if (g_strcmp0 (clash->ruled, "no-conflict") == 0)
        continue;
      /* Translators: what a conflict is taken for, what it is, and both sides: two sentences of articles */
      g_string_append_printf (words, _ ("%s%s: %s “%s” – “%s”"), words->len > 0 ? "\n" : "",
                              sayso_conflict_class_to_words (clash->class), sentence, clash->first->quote,
                              clash->second->quote);
    }

  return words->len > 0 ? g_string_free_and_steal (words) : g_string_free (words, TRUE);
}

static void
request_free (Request *request)
{
  g_object_unref (request->casebook);
  g_free (request);
}

static void
count_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;
  Count *count = g_new0 (Count, 1);
  g_autoptr (GPtrArray) clashes = NULL;

  count->account = sayso_stories_of_item (request->casebook, SAYSO_ITEM_CLAIM, request->claim, &error);
  if (error == NULL)
    clashes = sayso_stories_conflicts (request->casebook, SAYSO_ITEM_CLAIM, request->claim, &error);
  if (error != NULL)
    {
      count_free (count);
      g_task_return_error (task, error);
      return;
    }

  count->conflicts = describe_conflicts (clashes);
  g_task_return_pointer (task, count, (GDestroyNotify) count_free);
}

/* The chain inside the article is told by the tree where several articles tell it. */
static void
show_account (SaysoClaimRow *self)
{
  gboolean several = self->account != NULL && self->account->story->n_articles > 1;
  gboolean tree = several && self->expanded && !self->narrow;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->place_icon),
                                several ? "sayso-origin-symbolic" : "sayso-article-symbolic");
  gtk_label_set_ellipsize (GTK_LABEL (self->place), several ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  if (several)
    {
      g_autofree char *count = sayso_account_count_words (self->account);
      g_autoptr (GPtrArray) reasons = sayso_account_reasons (self->account);
      g_autofree char *joined = NULL;
      g_autofree char *words = NULL;

      g_ptr_array_add (reasons, NULL);
      joined = g_strjoinv (" ", (char **) reasons->pdata);
      gtk_label_set_label (GTK_LABEL (self->place), count);
      /* Translators: follows: why there are as many origins, in sentences */
      words =
          g_strdup_printf (self->account->story->n_origins == 1 ? _ ("Why one: %s") : _ ("Why so many: %s"), joined);
      gtk_label_set_label (GTK_LABEL (self->why), words);
    }
  gtk_widget_set_visible (self->chain, !tree);
  gtk_widget_set_visible (self->story, tree);
  gtk_widget_set_visible (self->why_box, several && self->expanded);
  gtk_widget_set_visible (self->clash, self->conflicts != NULL && self->expanded);
  gtk_label_set_label (GTK_LABEL (self->clash), self->conflicts != NULL ? self->conflicts : "");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->why_box),
                                  self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  sayso_story_view_set_account (SAYSO_STORY_VIEW (self->story), self->session, tree ? self->account : NULL);
}

static void
counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SaysoClaimRow *self = user_data;
  g_autoptr (GError) error = NULL;
  Count *count = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* the row may be gone */

  g_clear_object (&self->counting);
  g_clear_pointer (&self->account, sayso_account_free);
  g_clear_pointer (&self->conflicts, g_free);
  if (count != NULL)
    {
      self->account = g_steal_pointer (&count->account);
      self->conflicts = g_steal_pointer (&count->conflicts);
      count_free (count);
    }
  show_account (self);
}

static void
update_account (SaysoClaimRow *self)
{
  g_autoptr (GTask) task = NULL;
  Request *request = NULL;

  if (self->claim == NULL || self->session == NULL)
    return;

  request = g_new0 (Request, 1);
  request->casebook = g_object_ref (sayso_session_get_casebook (self->session));
  request->claim = sayso_item_get_id (SAYSO_ITEM (self->claim));
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->counting = g_cancellable_new ();
  task = g_task_new (NULL, self->counting, counted, self);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, count_in_thread);
}

static void
overrule (SaysoClaimRow *self)
{
  if (self->account != NULL)
    adw_dialog_present (sayso_overrule_new (self->session, self->account), GTK_WIDGET (self));
}

static void
show_standing (SaysoClaimRow *self, SaysoStanding standing)
{
  const char *words = standing == SAYSO_STANDING_CONFIRMED ? _ ("Confirmed") : _ ("Changed");

  gtk_widget_set_visible (self->decided, standing == SAYSO_STANDING_CONFIRMED || standing == SAYSO_STANDING_CHANGED);
  gtk_widget_set_tooltip_text (self->decided, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->decided), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);

  if (standing == SAYSO_STANDING_REJECTED)
    gtk_widget_add_css_class (self->title, "rejected");
  else
    gtk_widget_remove_css_class (self->title, "rejected");
}

/* Another claim comes into this row; of the same one, read anew, the old stays until the new is there. */
static void
forget (SaysoClaimRow *self)
{
  self->shown = sayso_item_get_id (SAYSO_ITEM (self->claim));
  g_clear_pointer (&self->account, sayso_account_free);
  g_clear_pointer (&self->conflicts, g_free);
  show_account (self);
  show_meter (self, sayso_sourcing_level (self->claim->source_kind, self->claim->several));
  sayso_chain_line_set_links (SAYSO_CHAIN_LINE (self->line), NULL);
  sayso_chain_view_set_links (SAYSO_CHAIN_VIEW (self->chain), NULL);
  gtk_label_set_label (GTK_LABEL (self->content), "");
  gtk_widget_set_visible (self->when, FALSE);
}

static void
update (SaysoClaimRow *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->claim == NULL || self->session == NULL)
    return;

  gtk_label_set_label (GTK_LABEL (self->title), sayso_item_get_title (SAYSO_ITEM (self->claim)));
  gtk_label_set_label (GTK_LABEL (self->place),
                       self->claim->article_outlet != NULL ? self->claim->article_outlet : self->claim->article_title);
  if (self->account != NULL && self->shown == sayso_item_get_id (SAYSO_ITEM (self->claim)))
    show_account (self);
  gtk_widget_set_tooltip_text (self->where, self->claim->article_title);
  gtk_widget_set_visible (self->doubted, self->claim->doubted);
  if (self->shown != sayso_item_get_id (SAYSO_ITEM (self->claim)))
    forget (self);

  show_standing (self, sayso_item_get_standing (SAYSO_ITEM (self->claim)));

  self->loading = g_cancellable_new ();
  sayso_inspection_load_async (sayso_session_get_casebook (self->session), SAYSO_ITEM_CLAIM,
                               sayso_item_get_id (SAYSO_ITEM (self->claim)), self->expanded ? 1 : 0, self->loading,
                               loaded, self);
  update_account (self);
}

static void
update_layout (SaysoClaimRow *self)
{
  gtk_widget_set_visible (self->meter, !self->expanded);
  gtk_widget_set_visible (self->line, !self->expanded);
  gtk_widget_set_visible (self->facts, self->expanded);
  gtk_widget_set_visible (self->details, self->expanded);
  gtk_widget_set_visible (self->arrow, !self->expanded && !self->narrow);
  gtk_widget_set_visible (self->where, !self->narrow);
  gtk_label_set_lines (GTK_LABEL (self->title), self->expanded ? -1 : 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), self->expanded ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->chain),
                                  self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);

  show_account (self);

  if (self->expanded)
    gtk_widget_add_css_class (self->title, "title-4");
  else
    gtk_widget_remove_css_class (self->title, "title-4");
}

static void
sayso_claim_row_dispose (GObject *object)
{
  SaysoClaimRow *self = SAYSO_CLAIM_ROW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_pointer (&self->account, sayso_account_free);
  g_clear_pointer (&self->conflicts, g_free);
  g_clear_object (&self->claim);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_CLAIM_ROW);

  G_OBJECT_CLASS (sayso_claim_row_parent_class)->dispose (object);
}

static void
sayso_claim_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoClaimRow *self = SAYSO_CLAIM_ROW (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_CLAIM:
      g_value_set_object (value, self->claim);
      break;
    case PROP_EXPANDED:
      g_value_set_boolean (value, self->expanded);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_claim_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SaysoClaimRow *self = SAYSO_CLAIM_ROW (object);

  switch (id)
    {
    case PROP_SESSION:
      if (self->session != NULL)
        g_signal_handlers_disconnect_by_data (sayso_session_get_casebook (self->session), self);
      if (g_set_object (&self->session, g_value_get_object (value)))
        {
          /* A claim stays as it is when others come that tell the same. */
          if (self->session != NULL)
            g_signal_connect_object (sayso_session_get_casebook (self->session), "changed", G_CALLBACK (update_account),
                                     self, G_CONNECT_SWAPPED);
          sayso_chain_view_set_session (SAYSO_CHAIN_VIEW (self->chain), self->session);
          update (self);
        }
      break;
    case PROP_CLAIM:
      if (g_set_object (&self->claim, g_value_get_object (value)))
        update (self);
      break;
    case PROP_EXPANDED:
      if (self->expanded != g_value_get_boolean (value))
        {
          self->expanded = g_value_get_boolean (value);
          update_layout (self);
          if (self->expanded)
            update (self);
        }
      break;
    case PROP_NARROW:
      if (self->narrow != g_value_get_boolean (value))
        {
          self->narrow = g_value_get_boolean (value);
          update_layout (self);
          update (self);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_claim_row_class_init (SaysoClaimRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sayso_claim_row_dispose;
  object_class->get_property = sayso_claim_row_get_property;
  object_class->set_property = sayso_claim_row_set_property;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, SAYSO_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CLAIM] =
      g_param_spec_object ("claim", NULL, NULL, SAYSO_TYPE_CLAIM, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EXPANDED] =
      g_param_spec_boolean ("expanded", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SAYSO_TYPE_CHAIN_LINE);
  g_type_ensure (SAYSO_TYPE_CHAIN_VIEW);
  g_type_ensure (SAYSO_TYPE_SOURCING_METER);
  g_type_ensure (SAYSO_TYPE_STORY_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-claim-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, meter);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, title);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, line);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, facts);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, wide_meter);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, words);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, when);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, decided);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, doubted);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, where);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, place);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, details);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, chain);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, content);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, place_icon);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, story);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, why);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, why_box);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, clash);
  gtk_widget_class_bind_template_callback_full (widget_class, "overrule", G_CALLBACK (overrule));
}

static void
sayso_claim_row_init (SaysoClaimRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_layout (self);
}

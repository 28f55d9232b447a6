/* sayso-inspector.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-inspector.h"

#include <glib/gi18n.h>

#include "sayso-alike.h"
#include "sayso-change-form.h"
#include "sayso-inspection.h"
#include "sayso-inspector-page.h"
#include "sayso-redate.h"
#include "sayso-time-editor.h"

#define PASSAGES 8
#define MORE_PASSAGES 64
#define MAX_PASSAGES 500
#define MAX_HISTORY 64

typedef struct
{
  SaysoItemKind kind;
  gint64 id;
} Place;

struct _SaysoInspector
{
  AdwBin parent_instance;

  /* Template */
  AdwWindowTitle *title;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  SaysoInspectorPage *page;
  AdwStatusPage *failed;
  GtkWidget *decide;
  GtkWidget *confirm;
  AdwButtonContent *confirm_content;
  GtkMenuButton *change;
  GtkMenuButton *retime;
  GtkWidget *reject;

  /* Owned */
  SaysoSession *session;
  SaysoItem *item; /* what is shown */
  GCancellable *loading;
  GCancellable *redating;
  GArray *history; /* (element-type Place): what was selected before, the last one last */

  Place place; /* what is to be shown */
  guint max_passages;
  gboolean going_back;
};

enum
{
  PROP_SESSION = 1,
  PROP_HAS_BACK,
  N_PROPS,
};

/* What is said of a kind of item. */
typedef struct
{
  const char *title;
  const char *confirmed;
  const char *rejected;
  const char *restored;
  gboolean correctable; /* what it says can be changed: it is not the text's own words */
} KindWords;

static const KindWords kind_words[] = {
  [SAYSO_ITEM_ARTICLE] = { N_ ("Article"), NULL, NULL, NULL, FALSE },
  [SAYSO_ITEM_TIME] = { N_ ("Time"), N_ ("Time confirmed."), N_ ("Time rejected."), N_ ("Time is a suggestion again."),
                        FALSE },
  [SAYSO_ITEM_ACTOR] = { N_ ("Actor"), N_ ("Actor confirmed."), N_ ("Actor rejected."),
                         N_ ("Actor is a suggestion again."), TRUE },
  [SAYSO_ITEM_EVENT] = { N_ ("Event"), N_ ("Event confirmed."), N_ ("Event rejected."),
                         N_ ("Event is a suggestion again."), TRUE },
  [SAYSO_ITEM_CLAIM] = { N_ ("Claim"), N_ ("Claim confirmed."), N_ ("Claim rejected."),
                         N_ ("Claim is a suggestion again."), TRUE },
  [SAYSO_ITEM_RELATION] = { N_ ("Relation"), N_ ("Relation confirmed."), N_ ("Relation rejected."),
                            N_ ("Relation is a suggestion again."), FALSE },
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SaysoInspector, sayso_inspector, ADW_TYPE_BIN)

GtkWidget *
sayso_inspector_new (void)
{
  return g_object_new (SAYSO_TYPE_INSPECTOR, NULL);
}

/* -- what is shown ------------------------------------------------------------------------------------------ */

static gboolean
is_decided (SaysoItem *item)
{
  return sayso_item_get_standing (item) != SAYSO_STANDING_SUGGESTED;
}

static gboolean
has_focus_within (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static void
show_decide (SaysoInspector *self)
{
  SaysoItemKind kind = self->item != NULL ? sayso_item_get_kind (self->item) : SAYSO_ITEM_NONE;
  const KindWords *words = &kind_words[kind];
  SaysoStanding standing = self->item != NULL ? sayso_item_get_standing (self->item) : SAYSO_STANDING_SUGGESTED;
  const char *label = _ ("Confirm");
  const char *tooltip = NULL;

  gtk_widget_set_visible (self->decide, words->confirmed != NULL);
  if (words->confirmed == NULL)
    return;

  if (standing == SAYSO_STANDING_CONFIRMED)
    label = _ ("Confirmed");
  else if (standing == SAYSO_STANDING_CHANGED)
    label = _ ("Changed");
  else if (standing == SAYSO_STANDING_REJECTED)
    label = _ ("Restore");
  if (standing == SAYSO_STANDING_CONFIRMED || standing == SAYSO_STANDING_CHANGED)
    tooltip = _ ("Make It a Suggestion Again");

  adw_button_content_set_label (self->confirm_content, label);
  adw_button_content_set_icon_name (self->confirm_content, standing == SAYSO_STANDING_REJECTED
                                                               ? "edit-undo-symbolic"
                                                               : "sayso-confirm-symbolic");
  gtk_widget_set_tooltip_text (self->confirm, tooltip);
  gtk_widget_remove_css_class (self->confirm, "suggested-action");
  if (!is_decided (self->item))
    gtk_widget_add_css_class (self->confirm, "suggested-action");
  gtk_widget_set_visible (GTK_WIDGET (self->change), words->correctable && standing != SAYSO_STANDING_REJECTED);
  gtk_widget_set_visible (GTK_WIDGET (self->retime), kind == SAYSO_ITEM_TIME && standing != SAYSO_STANDING_REJECTED);
  /* The focus stays here when the button that had it goes. */
  if (standing == SAYSO_STANDING_REJECTED && has_focus_within (self->reject))
    gtk_widget_grab_focus (self->confirm);
  gtk_widget_set_visible (self->reject, standing != SAYSO_STANDING_REJECTED);
}

static void
show_nothing (SaysoInspector *self)
{
  g_clear_object (&self->item);
  adw_window_title_set_title (self->title, _ ("Details"));
  gtk_stack_set_visible_child_name (self->stack, "nothing");
  show_decide (self);
}

static void
show_inspection (SaysoInspector *self, const SaysoInspection *inspection)
{
  SaysoItemKind kind = sayso_item_get_kind (inspection->item);
  gboolean same = self->item != NULL && sayso_item_get_kind (self->item) == kind &&
                  sayso_item_get_id (self->item) == sayso_item_get_id (inspection->item);

  g_set_object (&self->item, inspection->item);
  adw_window_title_set_title (self->title, _ (kind_words[kind].title));
  sayso_inspector_page_show (self->page, self->session, inspection);
  gtk_menu_button_set_popover (self->retime, kind == SAYSO_ITEM_TIME
                                                 ? sayso_time_editor_new (SAYSO_TIME (inspection->item),
                                                                          inspection->article, inspection->before)
                                                 : NULL);
  gtk_menu_button_set_popover (self->change,
                               kind_words[kind].correctable ? sayso_change_form_new (self->session, inspection) : NULL);
  gtk_stack_set_visible_child_name (self->stack, "page");
  if (!same)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  show_decide (self);
}

static void
loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SaysoInspector *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoInspection) inspection = sayso_inspection_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* the inspector may be gone */

  g_clear_object (&self->loading);
  if (inspection != NULL)
    show_inspection (self, inspection);
  else if (g_error_matches (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_NOT_FOUND))
    show_nothing (self);
  else
    {
      show_nothing (self);
      adw_status_page_set_description (self->failed, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
}

/* Reads the item again; what is shown stays until that is done. */
static void
load (SaysoInspector *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->session == NULL || self->place.kind == SAYSO_ITEM_NONE)
    {
      show_nothing (self);
      return;
    }

  self->loading = g_cancellable_new ();
  sayso_inspection_load_async (sayso_session_get_casebook (self->session), self->place.kind, self->place.id,
                               self->max_passages, self->loading, loaded, self);
}

static void
load_more (SaysoInspector *self)
{
  self->max_passages = self->max_passages < MORE_PASSAGES ? MORE_PASSAGES : MAX_PASSAGES;
  load (self);
}

static void
remember (SaysoInspector *self, Place place)
{
  if (place.kind == SAYSO_ITEM_NONE || self->going_back)
    return;

  if (self->history->len == MAX_HISTORY)
    g_array_remove_index (self->history, 0);
  g_array_append_val (self->history, place);
}

/* What is selected; else the article that is open. */
static void
follow (SaysoInspector *self)
{
  Place place = { SAYSO_ITEM_NONE, 0 };

  if (self->session != NULL)
    {
      place.kind = sayso_session_get_selected_kind (self->session);
      place.id = sayso_session_get_selected_id (self->session);
      if (place.kind == SAYSO_ITEM_NONE && sayso_session_get_article (self->session) != 0)
        {
          place.kind = SAYSO_ITEM_ARTICLE;
          place.id = sayso_session_get_article (self->session);
        }
    }

  if (place.kind == self->place.kind && place.id == self->place.id)
    return;

  remember (self, self->place);
  self->place = place;
  self->max_passages = PASSAGES;
  load (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_BACK]);
}

/* -- what the reader does ----------------------------------------------------------------------------------- */

static void
go_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoInspector *self = SAYSO_INSPECTOR (widget);
  Place place;

  if (self->history->len == 0)
    return;

  place = g_array_index (self->history, Place, self->history->len - 1);
  g_array_set_size (self->history, self->history->len - 1);
  self->going_back = TRUE;
  sayso_session_select (self->session, place.kind, place.id, FALSE);
  self->going_back = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_BACK]);
}

static void
decide (SaysoInspector *self, SaysoStanding standing, const char *message)
{
  g_autoptr (SaysoCommand) command =
      sayso_command_new_decide (sayso_item_get_kind (self->item), sayso_item_get_id (self->item), standing);

  sayso_session_submit (self->session, command, message);
}

static void
redated (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SaysoInspector *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCommand) command = sayso_redate_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* the inspector may be gone */

  g_clear_object (&self->redating);
  if (command != NULL)
    sayso_session_submit (self->session, command, _ ("Time changed."));
  else
    sayso_session_show_error (self->session, error);
}

static void
redate (SaysoInspector *self, gint64 time, const char *chosen)
{
  if (self->session == NULL || self->redating != NULL)
    return;

  self->redating = g_cancellable_new ();
  sayso_redate_time_async (sayso_session_get_casebook (self->session), time, *chosen != '\0' ? chosen : NULL,
                           self->redating, redated, self);
}

/* Of a time, by its id: what a person decides on it; empty for what the text has. */
static void
redate_time (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 time;
  const char *chosen;

  g_variant_get (parameter, "(x&s)", &time, &chosen);
  redate (SAYSO_INSPECTOR (widget), time, chosen);
}

/* Confirms a suggestion; makes a suggestion again of what was decided. */
static void
confirm (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoInspector *self = SAYSO_INSPECTOR (widget);
  const KindWords *words = NULL;

  if (self->item == NULL || !gtk_widget_get_visible (self->decide))
    return;

  words = &kind_words[sayso_item_get_kind (self->item)];
  if (SAYSO_IS_TIME (self->item) && SAYSO_TIME (self->item)->chosen != NULL)
    redate (self, sayso_item_get_id (self->item), "");
  else if (is_decided (self->item))
    decide (self, SAYSO_STANDING_SUGGESTED, _ (words->restored));
  else
    decide (self, SAYSO_STANDING_CONFIRMED, _ (words->confirmed));
}

static void
reject (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoInspector *self = SAYSO_INSPECTOR (widget);

  if (self->item == NULL || !gtk_widget_get_visible (self->decide) ||
      sayso_item_get_standing (self->item) == SAYSO_STANDING_REJECTED)
    return;

  decide (self, SAYSO_STANDING_REJECTED, _ (kind_words[sayso_item_get_kind (self->item)].rejected));
}

/* Of a relation: one sentence that it does not rest on. */
static void
discard (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoInspector *self = SAYSO_INSPECTOR (widget);
  g_autoptr (SaysoCommand) command = sayso_command_new_discard (g_variant_get_int64 (parameter));

  if (self->session != NULL)
    sayso_session_submit (self->session, command, _ ("Sentence rejected."));
}

/* Decides on all suggestions that were found by the same words. */
static void
decide_alike (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoInspector *self = SAYSO_INSPECTOR (widget);
  SaysoStanding standing = g_str_equal (g_variant_get_string (parameter, NULL), "rejected") ? SAYSO_STANDING_REJECTED
                                                                                            : SAYSO_STANDING_CONFIRMED;

  if (self->item != NULL && gtk_widget_get_visible (self->decide))
    sayso_alike_submit (self->session, sayso_item_get_kind (self->item), sayso_item_get_id (self->item), standing);
}

/* -- construction ------------------------------------------------------------------------------------------- */

static void
set_session (SaysoInspector *self, SaysoSession *session)
{
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (sayso_session_get_casebook (self->session), self);
    }

  g_cancellable_cancel (self->redating);
  g_clear_object (&self->redating);
  g_set_object (&self->session, session);
  g_array_set_size (self->history, 0);
  self->place = (Place) { SAYSO_ITEM_NONE, 0 };
  if (session != NULL)
    {
      g_signal_connect_object (session, "selection-changed", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::article", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (sayso_session_get_casebook (session), "changed", G_CALLBACK (load), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (sayso_session_get_casebook (session), "derived", G_CALLBACK (load), self,
                               G_CONNECT_SWAPPED);
    }
  load (self);
  follow (self);
}

static void
sayso_inspector_dispose (GObject *object)
{
  SaysoInspector *self = SAYSO_INSPECTOR (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_cancellable_cancel (self->redating);
  g_clear_object (&self->redating);
  g_clear_object (&self->item);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_INSPECTOR);

  G_OBJECT_CLASS (sayso_inspector_parent_class)->dispose (object);
}

static void
sayso_inspector_finalize (GObject *object)
{
  g_array_unref (SAYSO_INSPECTOR (object)->history);

  G_OBJECT_CLASS (sayso_inspector_parent_class)->finalize (object);
}

static void
sayso_inspector_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoInspector *self = SAYSO_INSPECTOR (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_HAS_BACK:
      g_value_set_boolean (value, self->history->len > 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_inspector_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SaysoInspector *self = SAYSO_INSPECTOR (object);

  switch (id)
    {
    case PROP_SESSION:
      if (self->session == g_value_get_object (value))
        return;
      set_session (self, g_value_get_object (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_inspector_class_init (SaysoInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sayso_inspector_dispose;
  object_class->finalize = sayso_inspector_finalize;
  object_class->get_property = sayso_inspector_get_property;
  object_class->set_property = sayso_inspector_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SAYSO_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HAS_BACK] =
      g_param_spec_boolean ("has-back", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "inspector.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "inspector.confirm", NULL, confirm);
  gtk_widget_class_install_action (widget_class, "inspector.reject", NULL, reject);
  gtk_widget_class_install_action (widget_class, "inspector.discard", "x", discard);
  gtk_widget_class_install_action (widget_class, "inspector.alike", "s", decide_alike);
  gtk_widget_class_install_action (widget_class, "inspector.redate", "(xs)", redate_time);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "inspector.back", NULL);

  g_type_ensure (SAYSO_TYPE_INSPECTOR_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoInspector, title);
  gtk_widget_class_bind_template_child (widget_class, SaysoInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, SaysoInspector, scroller);
  gtk_widget_class_bind_template_child (widget_class, SaysoInspector, page);
  gtk_widget_class_bind_template_child (widget_class, SaysoInspector, failed);
  gtk_widget_class_bind_template_child (widget_class, SaysoInspector, decide);
  gtk_widget_class_bind_template_child (widget_class, SaysoInspector, confirm);
  gtk_widget_class_bind_template_child (widget_class, SaysoInspector, confirm_content);
  gtk_widget_class_bind_template_child (widget_class, SaysoInspector, change);
  gtk_widget_class_bind_template_child (widget_class, SaysoInspector, retime);
  gtk_widget_class_bind_template_child (widget_class, SaysoInspector, reject);
  gtk_widget_class_bind_template_callback_full (widget_class, "load_more", G_CALLBACK (load_more));
}

static void
sayso_inspector_init (SaysoInspector *self)
{
  self->history = g_array_new (FALSE, FALSE, sizeof (Place));
  self->max_passages = PASSAGES;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* sayso-conflicts-view.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-conflicts-view.h"

#include <glib/gi18n.h>

#include "sayso-dispute-view.h"
#include "sayso-sourcing.h"

/* A row of the list: what a list store can hold. */
#define SAYSO_TYPE_DISPUTE_ITEM (sayso_dispute_item_get_type ())
G_DECLARE_FINAL_TYPE (SaysoDisputeItem, sayso_dispute_item, SAYSO, DISPUTE_ITEM, GObject)

struct _SaysoDisputeItem
{
  GObject parent_instance;

  SaysoDispute *dispute;
};

G_DEFINE_FINAL_TYPE (SaysoDisputeItem, sayso_dispute_item, G_TYPE_OBJECT)

struct _SaysoConflictsView
{
  AdwBin parent_instance;

  /* Template */
  GtkStack *stack;
  GListStore *store;

  /* Owned */
  SaysoSession *session;
  GCancellable *loading;

  gboolean stale;
  gboolean narrow;
};

enum
{
  PROP_SESSION = 1,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SaysoConflictsView, sayso_conflicts_view, ADW_TYPE_BIN)

static void
sayso_dispute_item_finalize (GObject *object)
{
  g_clear_pointer (&SAYSO_DISPUTE_ITEM (object)->dispute, sayso_dispute_free);

  G_OBJECT_CLASS (sayso_dispute_item_parent_class)->finalize (object);
}

static void
sayso_dispute_item_class_init (SaysoDisputeItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sayso_dispute_item_finalize;
}

static void
sayso_dispute_item_init (SaysoDisputeItem *self)
{
}

/* -- reading ------------------------------------------------------------------------------------------ */

static guint
level_of (GPtrArray *side)
{
  const SaysoTold *told = g_ptr_array_index (side, 0);

  return sayso_sourcing_level (told->telling->said.kind, told->telling->said.several);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const SaysoDispute *first = *(SaysoDispute *const *) a, *second = *(SaysoDispute *const *) b;
  guint weak = MIN (level_of (first->first), level_of (first->second));
  guint other = MIN (level_of (second->first), level_of (second->second));

  if (first->class != second->class)
    return first->class < second->class ? -1 : 1;

  return weak < other ? -1 : weak > other;
}

typedef struct
{
  SaysoCasebook *casebook;
  SaysoFilter *filter;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->casebook);
  sayso_filter_free (request->filter);
  g_free (request);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) clashes = NULL;
  GPtrArray *disputes;

  if (g_task_return_error_if_cancelled (task))
    return;

  clashes = sayso_stories_conflicts_within (request->casebook, request->filter, &error);
  if (clashes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  disputes = sayso_disputes_standing (sayso_disputes_of (clashes, NULL));
  g_ptr_array_sort (disputes, compare);
  g_task_return_pointer (task, disputes, (GDestroyNotify) g_ptr_array_unref);
}

static void
loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SaysoConflictsView *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) disputes = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SaysoFilter) nothing = sayso_filter_new ();

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* the view may be gone */
  g_clear_object (&self->loading);
  /* Half of what is typed need not be understood. */
  if (g_error_matches (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_QUERY))
    return;
  if (disputes == NULL)
    {
      g_warning ("Cannot read conflicts: %s", error->message);
      return;
    }

  g_ptr_array_set_free_func (disputes, NULL);
  for (guint i = 0; i < disputes->len; i++)
    {
      SaysoDisputeItem *item = g_object_new (SAYSO_TYPE_DISPUTE_ITEM, NULL);

      item->dispute = g_ptr_array_index (disputes, i);
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), items->pdata, items->len);
  gtk_stack_set_visible_child_name (self->stack,
                                    items->len > 0                                                           ? "list"
                                    : sayso_filter_equal (sayso_session_get_filter (self->session), nothing) ? "empty"
                                                                                                             : "none");
}

static void
load (SaysoConflictsView *self)
{
  g_autoptr (GTask) task = NULL;
  Request *request;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale || self->session == NULL)
    return;

  self->loading = g_cancellable_new ();
  task = g_task_new (NULL, self->loading, loaded, self);
  request = g_new0 (Request, 1);
  request->casebook = g_object_ref (sayso_session_get_casebook (self->session));
  request->filter = sayso_filter_copy (sayso_session_get_filter (self->session));
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, load_in_thread);
}

static void
clear_filter (SaysoConflictsView *self)
{
  sayso_session_set_filter (self->session, NULL);
}

/* -- rows --------------------------------------------------------------------------------------------- */

static void
setup_row (SaysoConflictsView *self, GtkListItem *item)
{
  gtk_list_item_set_focusable (item, FALSE);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_row (SaysoConflictsView *self, GtkListItem *item)
{
  SaysoDisputeItem *row = gtk_list_item_get_item (item);
  GtkOrientation orientation = self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_list_item_set_child (item, sayso_dispute_view_new (self->session, row->dispute, orientation));
}

static void
unbind_row (SaysoConflictsView *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, NULL);
}

/* -- construction ------------------------------------------------------------------------------------- */

static void
sayso_conflicts_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sayso_conflicts_view_parent_class)->map (widget);

  if (SAYSO_CONFLICTS_VIEW (widget)->stale)
    load (SAYSO_CONFLICTS_VIEW (widget));
}

static void
set_session (SaysoConflictsView *self, SaysoSession *session)
{
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (sayso_session_get_casebook (self->session), self);
    }
  g_set_object (&self->session, session);
  g_list_store_remove_all (self->store);
  if (session != NULL)
    {
      g_signal_connect_object (session, "notify::filter", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (sayso_session_get_casebook (session), "changed", G_CALLBACK (load), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (sayso_session_get_casebook (session), "derived", G_CALLBACK (load), self,
                               G_CONNECT_SWAPPED);
    }
  load (self);
}

static void
sayso_conflicts_view_dispose (GObject *object)
{
  SaysoConflictsView *self = SAYSO_CONFLICTS_VIEW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->session);
  adw_bin_set_child (ADW_BIN (self), NULL); /* the bin takes it for its own */
  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_CONFLICTS_VIEW);

  G_OBJECT_CLASS (sayso_conflicts_view_parent_class)->dispose (object);
}

static void
sayso_conflicts_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoConflictsView *self = SAYSO_CONFLICTS_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_conflicts_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SaysoConflictsView *self = SAYSO_CONFLICTS_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      if (self->session != g_value_get_object (value))
        set_session (self, g_value_get_object (value));
      break;
    case PROP_NARROW:
      if (self->narrow != g_value_get_boolean (value))
        {
          self->narrow = g_value_get_boolean (value);
          load (self); /* rows are made anew */
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_conflicts_view_class_init (SaysoConflictsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sayso_conflicts_view_dispose;
  object_class->get_property = sayso_conflicts_view_get_property;
  object_class->set_property = sayso_conflicts_view_set_property;
  widget_class->map = sayso_conflicts_view_map;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, SAYSO_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-conflicts-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoConflictsView, stack);
  gtk_widget_class_bind_template_child (widget_class, SaysoConflictsView, store);
  gtk_widget_class_bind_template_callback_full (widget_class, "setup_row", G_CALLBACK (setup_row));
  gtk_widget_class_bind_template_callback_full (widget_class, "bind_row", G_CALLBACK (bind_row));
  gtk_widget_class_bind_template_callback_full (widget_class, "unbind_row", G_CALLBACK (unbind_row));
  gtk_widget_class_bind_template_callback_full (widget_class, "clear_filter", G_CALLBACK (clear_filter));
}

static void
sayso_conflicts_view_init (SaysoConflictsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

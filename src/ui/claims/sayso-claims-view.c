/* sayso-claims-view.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-claims-view.h"

#include <glib/gi18n.h>

#include "sayso-claim-row.h"
#include "sayso-claims-header.h"
#include "sayso-conflicts-view.h"
#include "sayso-list.h"
#include "sayso-sections.h"
#include "sayso-sourcing.h"

#define SIGHT_FRAMES 12

struct _SaysoClaimsView
{
  AdwBin parent_instance;

  /* Template */
  AdwToggleGroup *shown;
  AdwToggle *all;
  AdwToggle *anonymous;
  AdwToggle *doubted;
  AdwToggle *documents;
  GtkDropDown *arrangement;
  GtkDropDown *sort;
  GtkStack *stack;
  GtkListView *list;
  GtkSingleSelection *selection;

  /* Owned */
  GtkListItemFactory *headers;
  SaysoSession *session;
  GCancellable *counting;
  SaysoList *rows;

  gint64 current; /* the expanded claim; stays when something else is selected */
  guint frames;   /* for which its row is still kept in sight */
  gboolean narrow;
  gboolean following; /* the session's state is being shown, not set */
};

enum
{
  PROP_SESSION = 1,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SaysoClaimsView, sayso_claims_view, ADW_TYPE_BIN)

GtkWidget *
sayso_claims_view_new (void)
{
  return g_object_new (SAYSO_TYPE_CLAIMS_VIEW, NULL);
}

/* In the order of the menu. */
typedef enum
{
  ARRANGED_BY_CLAIM,
  ARRANGED_BY_SOURCE,
  ARRANGED_BY_ORIGIN,
  ARRANGED_BY_ARTICLE,
  ARRANGED_BY_CONFLICT,
} Arrangement;

/* -- how many there are of each ---------------------------------------------------------------------------- */

enum
{
  COUNT_ALL,
  COUNT_ANONYMOUS,
  COUNT_DOUBTED,
  COUNT_DOCUMENTS,
  COUNT_EVER, /* without any filter: whether the casebook has claims at all */
  N_COUNTS,
};

typedef struct
{
  SaysoCasebook *casebook;
  SaysoFilter *filter;
} Request;

static Request *
request_new (SaysoClaimsView *self)
{
  Request *request = g_new0 (Request, 1);

  request->casebook = g_object_ref (sayso_session_get_casebook (self->session));
  request->filter = sayso_filter_copy (sayso_session_get_filter (self->session));

  return request;
}

static void
request_free (Request *request)
{
  g_object_unref (request->casebook);
  sayso_filter_free (request->filter);
  g_free (request);
}

static void
set_shown (SaysoFilter *filter, gboolean anonymous, gboolean doubted, gboolean documents)
{
  filter->anonymous = anonymous;
  filter->doubted = doubted;
  filter->undisputed = filter->undisputed && !doubted;
  filter->documents = documents;
}

static void
count_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Request *request = task_data;
  g_autoptr (SaysoFilter) nothing = sayso_filter_new ();
  g_autofree guint *counts = g_new0 (guint, N_COUNTS);
  GError *error = NULL;

  for (guint i = 0; i < N_COUNTS; i++)
    {
      set_shown (request->filter, i == COUNT_ANONYMOUS, i == COUNT_DOUBTED, i == COUNT_DOCUMENTS);
      if (g_task_return_error_if_cancelled (task))
        return;
      if (!sayso_casebook_count (request->casebook, SAYSO_ITEM_CLAIM, i == COUNT_EVER ? nothing : request->filter,
                                 &counts[i], &error))
        {
          g_task_return_error (task, error);
          return;
        }
    }

  g_task_return_pointer (task, g_steal_pointer (&counts), g_free);
}

static void
set_count (AdwToggle *toggle, const char *name, guint count)
{
  /* Translators: a kind of claims, and how many there are: "Anonymous 8" */
  g_autofree char *label = g_strdup_printf (_ ("%s %u"), name, count);

  adw_toggle_set_label (toggle, label);
}

static void
counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SaysoClaimsView *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree guint *counts = g_task_propagate_pointer (G_TASK (result), &error);
  const char *page = "list";

  if (counts == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
          !g_error_matches (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_QUERY))
        g_warning ("Cannot count claims: %s", error->message);
      return;
    }

  g_clear_object (&self->counting);
  set_count (self->all, _ ("All"), counts[COUNT_ALL]);
  set_count (self->anonymous, _ ("Anonymous"), counts[COUNT_ANONYMOUS]);
  set_count (self->doubted, _ ("Disputed"), counts[COUNT_DOUBTED]);
  set_count (self->documents, _ ("Documents"), counts[COUNT_DOCUMENTS]);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    page = counts[COUNT_EVER] == 0 ? "empty" : "none";
  if (gtk_drop_down_get_selected (self->arrangement) == ARRANGED_BY_CONFLICT && counts[COUNT_EVER] > 0)
    page = "conflicts";
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
update_counts (SaysoClaimsView *self)
{
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  if (self->session == NULL)
    return;

  self->counting = g_cancellable_new ();
  task = g_task_new (NULL, self->counting, counted, self);
  g_task_set_task_data (task, request_new (self), (GDestroyNotify) request_free);
  g_task_run_in_thread (task, count_in_thread);
}

/* -- the expanded claim ------------------------------------------------------------------------------------- */

static Arrangement
get_arrangement (SaysoClaimsView *self)
{
  return MIN (gtk_drop_down_get_selected (self->arrangement), ARRANGED_BY_CONFLICT);
}

static SaysoSort
get_sort (SaysoClaimsView *self)
{
  static const SaysoSort sections[] = { [ARRANGED_BY_SOURCE] = SAYSO_SORT_SOURCE,
                                        [ARRANGED_BY_ORIGIN] = SAYSO_SORT_ORIGIN,
                                        [ARRANGED_BY_ARTICLE] = SAYSO_SORT_ARTICLE };
  static const SaysoSort sorts[] = { SAYSO_SORT_SOURCING, SAYSO_SORT_TEXT, SAYSO_SORT_DATE, SAYSO_SORT_REPORTED,
                                     SAYSO_SORT_LEARNED };

  if (get_arrangement (self) != ARRANGED_BY_CLAIM && get_arrangement (self) != ARRANGED_BY_CONFLICT)
    return sections[get_arrangement (self)];

  return sorts[MIN (gtk_drop_down_get_selected (self->sort), G_N_ELEMENTS (sorts) - 1)];
}

static gint64
claim_at (SaysoClaimsView *self, guint position)
{
  g_autoptr (SaysoItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return item != NULL ? sayso_item_get_id (item) : 0;
}

/* The row grows when it is opened, and again when its chain has been read: it is kept in sight meanwhile. Runs
 * once the list is shown. */
static gboolean
keep_in_sight (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  SaysoClaimsView *self = user_data;
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_NONE, NULL);
  self->frames--;

  return self->frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
start_keeping_in_sight (SaysoClaimsView *self)
{
  if (self->frames == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self->list), keep_in_sight, self, NULL);
  self->frames = SIGHT_FRAMES;
}

static void
select_row (SaysoClaimsView *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  start_keeping_in_sight (self);
}

/* Expands the current claim's row, where it is in the list. */
static void
find_current (SaysoClaimsView *self)
{
  SaysoItem *selected = gtk_single_selection_get_selected_item (self->selection);
  guint position;

  if (self->rows == NULL || self->current == 0 || (selected != NULL && sayso_item_get_id (selected) == self->current))
    return;

  position = sayso_list_find (self->rows, self->current);
  self->following = TRUE;
  if (position != G_MAXUINT)
    select_row (self, position);
  else
    gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->following = FALSE;
}

static void
session_selected (SaysoClaimsView *self)
{
  if (sayso_session_get_selected_kind (self->session) != SAYSO_ITEM_CLAIM)
    return;

  self->current = sayso_session_get_selected_id (self->session);
  find_current (self);
}

static void
selected_changed (SaysoClaimsView *self)
{
  SaysoItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (self->following || item == NULL || self->session == NULL)
    return;

  self->current = sayso_item_get_id (item);
  start_keeping_in_sight (self);
  sayso_session_select (self->session, SAYSO_ITEM_CLAIM, self->current, FALSE);
}

static void
row_activated (SaysoClaimsView *self, guint position)
{
  gint64 claim = claim_at (self, position);

  if (claim != 0)
    sayso_session_select (self->session, SAYSO_ITEM_CLAIM, claim, TRUE);
}

/* -- the list ----------------------------------------------------------------------------------------------- */

static void
update_list (SaysoClaimsView *self)
{
  g_autoptr (GListModel) model = NULL;
  Arrangement arrangement = get_arrangement (self);
  gboolean sections = arrangement != ARRANGED_BY_CLAIM && arrangement != ARRANGED_BY_CONFLICT;

  g_clear_object (&self->rows);
  if (self->session != NULL)
    model = sayso_casebook_list (sayso_session_get_casebook (self->session), SAYSO_ITEM_CLAIM,
                                 sayso_session_get_filter (self->session), get_sort (self));
  if (model != NULL)
    self->rows = SAYSO_LIST (g_object_ref (model));
  if (model != NULL && sections)
    model = G_LIST_MODEL (sayso_sections_new (SAYSO_LIST (model)));

  self->following = TRUE;
  gtk_list_view_set_header_factory (self->list, sections ? self->headers : NULL);
  gtk_single_selection_set_model (self->selection, model);
  self->following = FALSE;
  update_counts (self);
  find_current (self);
}

static void
arrangement_changed (SaysoClaimsView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->sort), get_arrangement (self) == ARRANGED_BY_CLAIM);
  update_list (self);
}

static void
setup_header (GtkListItemFactory *factory, GtkListHeader *header)
{
  gtk_list_header_set_child (header, sayso_claims_header_new ());
}

static void
bind_header (SaysoClaimsView *self, GtkListHeader *header)
{
  sayso_claims_header_show (SAYSO_CLAIMS_HEADER (gtk_list_header_get_child (header)), self->session, get_sort (self),
                            gtk_list_header_get_item (header), gtk_list_header_get_n_items (header));
}

static void
items_changed (SaysoClaimsView *self)
{
  if (self->following)
    return;

  update_counts (self);
  find_current (self);
}

static void
filter_changed (SaysoClaimsView *self)
{
  const SaysoFilter *filter = sayso_session_get_filter (self->session);
  const char *name = "all";

  if (filter->documents)
    name = "documents";
  else if (filter->doubted)
    name = "doubted";
  else if (filter->anonymous)
    name = "anonymous";

  self->following = TRUE;
  adw_toggle_group_set_active_name (self->shown, name);
  self->following = FALSE;
  update_list (self);
}

static void
show_changed (SaysoClaimsView *self)
{
  const char *name = adw_toggle_group_get_active_name (self->shown);
  g_autoptr (SaysoFilter) filter = NULL;

  if (self->following || self->session == NULL || name == NULL)
    return;

  filter = sayso_filter_copy (sayso_session_get_filter (self->session));
  set_shown (filter, g_str_equal (name, "anonymous"), g_str_equal (name, "doubted"), g_str_equal (name, "documents"));
  sayso_session_set_filter (self->session, filter);
}

static void
clear_filter (SaysoClaimsView *self)
{
  sayso_session_set_filter (self->session, NULL);
}

static void
name_row (SaysoClaimRow *row, GParamSpec *pspec, GtkListItem *item)
{
  SaysoClaim *claim = gtk_list_item_get_item (item);
  g_autofree char *name = NULL;

  if (claim == NULL)
    return;

  name = g_strdup_printf ("%s. %s", sayso_item_get_title (SAYSO_ITEM (claim)),
                          sayso_sourcing_words (sayso_sourcing_level (claim->source_kind, claim->several)));
  gtk_list_item_set_accessible_label (item, name);
}

static void
setup_row (SaysoClaimsView *self, GtkListItem *item)
{
  GtkWidget *row = g_object_new (SAYSO_TYPE_CLAIM_ROW, NULL);

  g_object_bind_property (self, "session", row, "session", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "narrow", row, "narrow", G_BINDING_SYNC_CREATE);
  g_object_bind_property (item, "selected", row, "expanded", G_BINDING_SYNC_CREATE);
  g_object_bind_property (item, "item", row, "claim", G_BINDING_SYNC_CREATE);
  g_signal_connect (row, "notify::claim", G_CALLBACK (name_row), item);
  gtk_list_item_set_child (item, row);
}

static void
set_session (SaysoClaimsView *self, SaysoSession *session)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);

  g_set_object (&self->session, session);
  self->current = 0;
  if (session != NULL)
    {
      g_signal_connect_object (session, "selection-changed", G_CALLBACK (session_selected), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::filter", G_CALLBACK (filter_changed), self, G_CONNECT_SWAPPED);
      session_selected (self);
      filter_changed (self);
    }
  else
    update_list (self);
}

static gboolean
sayso_claims_view_grab_focus (GtkWidget *widget)
{
  SaysoClaimsView *self = SAYSO_CLAIMS_VIEW (widget);

  return (gtk_widget_get_mapped (GTK_WIDGET (self->list)) && gtk_widget_grab_focus (GTK_WIDGET (self->list))) ||
         GTK_WIDGET_CLASS (sayso_claims_view_parent_class)->grab_focus (widget);
}

static void
sayso_claims_view_dispose (GObject *object)
{
  SaysoClaimsView *self = SAYSO_CLAIMS_VIEW (object);

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);
  g_clear_object (&self->headers);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_CLAIMS_VIEW);

  G_OBJECT_CLASS (sayso_claims_view_parent_class)->dispose (object);
}

static void
sayso_claims_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoClaimsView *self = SAYSO_CLAIMS_VIEW (object);

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
sayso_claims_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SaysoClaimsView *self = SAYSO_CLAIMS_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      if (self->session == g_value_get_object (value))
        return;
      set_session (self, g_value_get_object (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      if (self->narrow)
        gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_claims_view_class_init (SaysoClaimsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sayso_claims_view_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = sayso_claims_view_grab_focus;
  object_class->get_property = sayso_claims_view_get_property;
  object_class->set_property = sayso_claims_view_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SAYSO_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SAYSO_TYPE_CONFLICTS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-claims-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimsView, shown);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimsView, all);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimsView, anonymous);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimsView, doubted);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimsView, documents);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimsView, arrangement);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimsView, sort);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimsView, stack);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimsView, list);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimsView, selection);
  gtk_widget_class_bind_template_callback_full (widget_class, "show_changed", G_CALLBACK (show_changed));
  gtk_widget_class_bind_template_callback_full (widget_class, "sort_changed", G_CALLBACK (update_list));
  gtk_widget_class_bind_template_callback_full (widget_class, "arrangement_changed", G_CALLBACK (arrangement_changed));
  gtk_widget_class_bind_template_callback_full (widget_class, "row_activated", G_CALLBACK (row_activated));
  gtk_widget_class_bind_template_callback_full (widget_class, "selected_changed", G_CALLBACK (selected_changed));
  gtk_widget_class_bind_template_callback_full (widget_class, "setup_row", G_CALLBACK (setup_row));
  gtk_widget_class_bind_template_callback_full (widget_class, "clear_filter", G_CALLBACK (clear_filter));
}

static void
sayso_claims_view_init (SaysoClaimsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->headers = gtk_signal_list_item_factory_new ();
  g_signal_connect (self->headers, "setup", G_CALLBACK (setup_header), NULL);
  g_signal_connect_object (self->headers, "bind", G_CALLBACK (bind_header), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed), self, G_CONNECT_SWAPPED);
}

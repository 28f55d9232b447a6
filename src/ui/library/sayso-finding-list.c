/* sayso-finding-list.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-finding-list.h"

#include <glib/gi18n.h>

#include "sayso-finding-row.h"

/* In which a new list comes to rest. */
#define HEADING_FRAMES 3

struct _SaysoFindingList
{
  AdwBin parent_instance;

  /* Template */
  GtkSingleSelection *selection;

  /* Owned */
  SaysoSession *session;
  GCancellable *searching;
  char *text;
  char *nothing;
  guint frames;   /* for which the beginning is kept in sight */
  gboolean fresh; /* what is looked for is not what was */
};

enum
{
  PROP_NOTHING = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SaysoFindingList, sayso_finding_list, ADW_TYPE_BIN)

/* -- rows ---------------------------------------------------------------------------------------------------------- */

static const char *
heading_of (SaysoItemKind kind)
{
  switch (kind)
    {
    case SAYSO_ITEM_CLAIM:
      return _ ("Claims");
    case SAYSO_ITEM_EVENT:
      return _ ("Events");
    case SAYSO_ITEM_ACTOR:
      return _ ("Actors");
    case SAYSO_ITEM_RELATION:
      return _ ("Relations");
    case SAYSO_ITEM_ARTICLE:
    case SAYSO_ITEM_TIME:
    case SAYSO_ITEM_NONE:
    default:
      return _ ("Articles");
    }
}

static void
set_up_row (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, sayso_finding_row_new ());
}

static void
bind_row (GtkListItemFactory *factory, GtkListItem *item)
{
  SaysoFinding *finding = gtk_list_item_get_item (item);

  sayso_finding_row_set_finding (SAYSO_FINDING_ROW (gtk_list_item_get_child (item)), finding);
  gtk_list_item_set_accessible_label (item, sayso_item_get_title (finding->hit->item));
  gtk_list_item_set_accessible_description (item, finding->hit->snippet);
}

static void
set_up_header (GtkListItemFactory *factory, GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "sayso-secondary");
  gtk_list_header_set_child (header, label);
}

static void
bind_header (GtkListItemFactory *factory, GtkListHeader *header)
{
  SaysoFinding *first = gtk_list_header_get_item (header);
  guint n_listed = gtk_list_header_get_n_items (header);
  const char *heading = heading_of (sayso_item_get_kind (first->hit->item));
  g_autofree char *words = n_listed < first->n_all
                               /* Translators: a kind of item; how many are listed; how many were found */
                               ? g_strdup_printf (_ ("%s · %u of %u"), heading, n_listed, first->n_all)
                               : g_strdup_printf ("%s · %u", heading, first->n_all);

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), words);
}

static void
activated (SaysoFindingList *self, guint position)
{
  g_autoptr (SaysoFinding) finding = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  SaysoItemKind kind;

  if (finding == NULL || self->session == NULL)
    return;

  kind = sayso_item_get_kind (finding->hit->item);
  sayso_session_select (self->session, kind, sayso_item_get_id (finding->hit->item), TRUE);
  if (finding->hit->article != 0)
    sayso_session_reveal_passage (self->session, finding->hit->article, finding->hit->span);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-article", NULL);
}

/* -- searching ----------------------------------------------------------------------------------------------------- */

static void
set_nothing (SaysoFindingList *self, const char *nothing)
{
  if (g_set_str (&self->nothing, nothing))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTHING]);
}

/* Once laid out: a list view shows its first row at the top, and leaves the heading above that out of sight. */
static gboolean
show_heading (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  SaysoFindingList *self = SAYSO_FINDING_LIST (widget);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (self)))),
                            0);

  return --self->frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SaysoFindingList *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) model = sayso_findings_search_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* the list may be gone */

  g_clear_object (&self->searching);
  gtk_single_selection_set_model (self->selection, model);
  if (self->fresh && self->frames == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), show_heading, NULL, NULL);
  if (self->fresh)
    self->frames = HEADING_FRAMES;
  self->fresh = FALSE;
  set_nothing (self, error != NULL                           ? error->message
                     : g_list_model_get_n_items (model) == 0 ? _ ("Nothing in the casebook has these words.")
                                                             : NULL);
}

static void
search (SaysoFindingList *self)
{
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  if (self->text == NULL)
    return;

  self->searching = g_cancellable_new ();
  sayso_findings_search_async (sayso_session_get_casebook (self->session), self->text, self->searching, found, self);
}

/**
 * sayso_finding_list_search:
 * @self: a list
 * @session: (nullable): where to search
 * @text: (nullable): what for; %NULL for nothing
 *
 * Looks for something, and again whenever the casebook changes. What was found before stays until then.
 */
void
sayso_finding_list_search (SaysoFindingList *self, SaysoSession *session, const char *text)
{
  g_return_if_fail (SAYSO_IS_FINDING_LIST (self));
  g_return_if_fail (session == NULL || SAYSO_IS_SESSION (session));

  if (self->session != session && self->session != NULL)
    g_signal_handlers_disconnect_by_data (sayso_session_get_casebook (self->session), self);
  if (g_set_object (&self->session, session) && session != NULL)
    g_signal_connect_object (sayso_session_get_casebook (session), "changed", G_CALLBACK (search), self,
                             G_CONNECT_SWAPPED);
  self->fresh |= g_set_str (&self->text, session != NULL ? text : NULL);
  if (self->text == NULL)
    {
      gtk_single_selection_set_model (self->selection, NULL);
      set_nothing (self, NULL);
    }
  search (self);
}

/* -- class --------------------------------------------------------------------------------------------------------- */

static void
sayso_finding_list_dispose (GObject *object)
{
  SaysoFindingList *self = SAYSO_FINDING_LIST (object);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_FINDING_LIST);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sayso_finding_list_parent_class)->dispose (object);
}

static void
sayso_finding_list_finalize (GObject *object)
{
  SaysoFindingList *self = SAYSO_FINDING_LIST (object);

  g_free (self->text);
  g_free (self->nothing);

  G_OBJECT_CLASS (sayso_finding_list_parent_class)->finalize (object);
}

static void
sayso_finding_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NOTHING)
    g_value_set_string (value, SAYSO_FINDING_LIST (object)->nothing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sayso_finding_list_class_init (SaysoFindingListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sayso_finding_list_dispose;
  object_class->finalize = sayso_finding_list_finalize;
  object_class->get_property = sayso_finding_list_get_property;

  properties[PROP_NOTHING] =
      g_param_spec_string ("nothing", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-finding-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoFindingList, selection);
  gtk_widget_class_bind_template_callback (widget_class, set_up_row);
  gtk_widget_class_bind_template_callback (widget_class, bind_row);
  gtk_widget_class_bind_template_callback (widget_class, set_up_header);
  gtk_widget_class_bind_template_callback (widget_class, bind_header);
  gtk_widget_class_bind_template_callback (widget_class, activated);
}

static void
sayso_finding_list_init (SaysoFindingList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* sayso-timeline-shelf.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-shelf.h"

#include "sayso-timeline-draw.h"
#include "sayso-timeline-item.h"

#define MAX_CHARS 36

struct _SaysoTimelineShelf
{
  AdwBin parent_instance;

  /* Template */
  GtkWidget *head;
  GtkLabel *count;

  /* Owned */
  SaysoTimelineModel *model;
  GListStore *items;
};

enum
{
  PROP_ITEMS = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SaysoTimelineShelf, sayso_timeline_shelf, ADW_TYPE_BIN)

/* A list gives its rows no more than they need at least, which for an ellipsized label is nothing. */
static char *
shorten (const char *title)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (title, -1) <= MAX_CHARS)
    return g_strdup (title);

  start = g_utf8_substring (title, 0, MAX_CHARS - 1);

  return g_strconcat (g_strchomp (start), "…", NULL);
}

static GdkContentProvider *
on_drag (GtkDragSource *source, double x, double y, gpointer user_data)
{
  SaysoTimelineItem *item = gtk_list_item_get_item (GTK_LIST_ITEM (user_data));

  return item != NULL ? gdk_content_provider_new_typed (SAYSO_TYPE_TIMELINE_ITEM, item) : NULL;
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag)
{
  GtkWidget *chip = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (chip);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkDragSource *drag = gtk_drag_source_new ();

  g_signal_connect_object (drag, "prepare", G_CALLBACK (on_drag), list_item, 0);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), NULL);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_css_class (label, "sayso-chip");
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_list_item_set_child (list_item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  static const char *const voices[] = { "said", "claimed", "hypothetical", "denied" };
  const SaysoTimelineEvent *event = sayso_timeline_item_get_event (gtk_list_item_get_item (list_item));
  GtkWidget *label = gtk_list_item_get_child (list_item);
  g_autofree char *description = sayso_timeline_describe (event);
  g_autofree char *title = shorten (event->title);

  for (guint i = 0; i < G_N_ELEMENTS (voices); i++)
    if (i == event->voice)
      gtk_widget_add_css_class (label, voices[i]);
    else
      gtk_widget_remove_css_class (label, voices[i]);
  gtk_label_set_text (GTK_LABEL (label), title);
  gtk_widget_set_tooltip_text (label, event->title);
  gtk_list_item_set_accessible_label (list_item, event->title);
  gtk_list_item_set_accessible_description (list_item, description);
}

static void
on_activate (SaysoTimelineShelf *self, guint position)
{
  g_autoptr (SaysoTimelineItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  SaysoSession *session = self->model != NULL ? sayso_timeline_model_get_session (self->model) : NULL;

  if (session != NULL && item != NULL)
    sayso_session_select (session, SAYSO_ITEM_EVENT, sayso_timeline_item_get_event (item)->id, TRUE);
}

static void
on_data_changed (SaysoTimelineShelf *self)
{
  SaysoTimelineData *data = sayso_timeline_model_get_data (self->model);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *count = g_strdup_printf ("%u", data->n_undated);

  if (data->moved)
    return;

  for (guint i = 0; i < data->undated->len; i++)
    g_ptr_array_add (items, sayso_timeline_item_new (data, &g_array_index (data->undated, SaysoTimelineEvent, i)));
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
  gtk_label_set_text (self->count, count);
}

static void
sayso_timeline_shelf_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoTimelineShelf *self = SAYSO_TIMELINE_SHELF (object);

  switch (id)
    {
    case PROP_ITEMS:
      g_value_set_object (value, self->items);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_timeline_shelf_dispose (GObject *object)
{
  SaysoTimelineShelf *self = SAYSO_TIMELINE_SHELF (object);

  sayso_timeline_shelf_set_model (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_TIMELINE_SHELF);

  G_OBJECT_CLASS (sayso_timeline_shelf_parent_class)->dispose (object);
}

static void
sayso_timeline_shelf_finalize (GObject *object)
{
  g_clear_object (&SAYSO_TIMELINE_SHELF (object)->items);

  G_OBJECT_CLASS (sayso_timeline_shelf_parent_class)->finalize (object);
}

static void
sayso_timeline_shelf_class_init (SaysoTimelineShelfClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sayso_timeline_shelf_dispose;
  object_class->finalize = sayso_timeline_shelf_finalize;
  object_class->get_property = sayso_timeline_shelf_get_property;

  properties[PROP_ITEMS] =
      g_param_spec_object ("items", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-timeline-shelf.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineShelf, head);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineShelf, count);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
sayso_timeline_shelf_init (SaysoTimelineShelf *self)
{
  self->items = g_list_store_new (SAYSO_TYPE_TIMELINE_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sayso_timeline_shelf_set_model:
 * @self: a shelf
 * @model: (nullable): whose undated events to show
 */
void
sayso_timeline_shelf_set_model (SaysoTimelineShelf *self, SaysoTimelineModel *model)
{
  g_return_if_fail (SAYSO_IS_TIMELINE_SHELF (self));

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_set_object (&self->model, model);
  if (model == NULL)
    return;

  g_signal_connect_object (model, "data-changed", G_CALLBACK (on_data_changed), self, G_CONNECT_SWAPPED);
  on_data_changed (self);
}

/**
 * sayso_timeline_shelf_set_roomy:
 * @self: a shelf
 * @roomy: whether it stands below lanes that are
 */
void
sayso_timeline_shelf_set_roomy (SaysoTimelineShelf *self, gboolean roomy)
{
  g_return_if_fail (SAYSO_IS_TIMELINE_SHELF (self));

  gtk_widget_set_size_request (self->head, (int) ((roomy ? 144 : 108) * sayso_timeline_text_scale (self->head)), -1);
}

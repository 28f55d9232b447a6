/* sayso-timeline-list.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-list.h"

#include "sayso-date-words.h"
#include "sayso-list.h"
#include "sayso-timeline-draw.h"
#include "sayso-timeline-item.h"
#include "sayso-timeline-legend.h"

#define DATE_CHARS 40

struct _SaysoTimelineList
{
  AdwBin parent_instance;

  /* Template */
  GtkListView *list;
  GtkSingleSelection *selection;
  GtkWidget *nothing;

  /* Owned */
  SaysoTimelineModel *model;
  GListModel *items;   /* a store of SaysoTimelineItem; of very many, a SaysoList of SaysoEvent */
  SaysoFilter *listed; /* what passes into the latter; else NULL */

  SaysoBounds range; /* that all items may lie in, or unknown */
  gboolean narrow;
  gboolean stale;     /* the items are not those of the model: nobody sees them */
  gboolean following; /* the session's selection is being shown, not set */
};

enum
{
  PROP_ITEMS = 1,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SaysoTimelineList, sayso_timeline_list, ADW_TYPE_BIN)

static SaysoSession *
get_session (SaysoTimelineList *self)
{
  return self->model != NULL ? sayso_timeline_model_get_session (self->model) : NULL;
}

/* Takes the items of either model; an event of a page is read with the claim that it is told in. */
static SaysoTimelineEvent
read_event (SaysoTimelineList *self, gpointer item)
{
  g_autoptr (SaysoClaim) claim = NULL;
  SaysoEvent *event;

  if (SAYSO_IS_TIMELINE_ITEM (item))
    return *sayso_timeline_item_get_event (item);

  event = SAYSO_EVENT (item);
  if (event->claim != 0)
    claim = SAYSO_CLAIM (
        sayso_casebook_get (sayso_session_get_casebook (get_session (self)), SAYSO_ITEM_CLAIM, event->claim, NULL));

  return (SaysoTimelineEvent) {
    .id = sayso_item_get_id (item),
    .title = sayso_item_get_title (item),
    .bounds = event->bounds,
    .kind = event->kind,
    .voice = event->voice,
    .standing = sayso_item_get_standing (item),
    .doubted = event->doubted,
    .source = claim != NULL ? claim->source_kind : SAYSO_SOURCE_AUTHOR,
    .group = SAYSO_NONE,
  };
}

static gint64
id_at (SaysoTimelineList *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (self->items, position);

  if (item == NULL)
    return 0;

  return SAYSO_IS_TIMELINE_ITEM (item) ? sayso_timeline_item_get_event (SAYSO_TIMELINE_ITEM (item))->id
                                       : sayso_item_get_id (SAYSO_ITEM (item));
}

static guint
find_position (SaysoTimelineList *self, gint64 id)
{
  if (SAYSO_IS_LIST (self->items))
    return sayso_list_find (SAYSO_LIST (self->items), id);
  for (guint i = 0; i < g_list_model_get_n_items (self->items); i++)
    if (id_at (self, i) == id)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

/* -- rows -------------------------------------------------------------------------------------------- */

typedef struct
{
  GtkWidget *date;
  GtkWidget *sign;
  GtkWidget *title;
  GtkWidget *description;
} Row;

static GtkWidget *
new_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static gboolean
to_orientation (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_value_set_enum (to, g_value_get_boolean (from) ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);

  return TRUE;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  SaysoTimelineList *self = SAYSO_TIMELINE_LIST (user_data);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  Row *row = g_new0 (Row, 1);

  row->date = new_label ("sayso-event-date");
  row->sign = g_object_new (SAYSO_TYPE_TIMELINE_LEGEND, NULL);
  row->title = new_label (NULL);
  row->description = new_label ("sayso-secondary");
  gtk_label_set_width_chars (GTK_LABEL (row->date), DATE_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (row->date), DATE_CHARS);
  gtk_widget_set_margin_end (row->date, 12);
  gtk_widget_set_hexpand (row->title, TRUE);
  gtk_widget_set_hexpand (line, TRUE);
  gtk_widget_set_valign (row->sign, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), row->sign);
  gtk_box_append (GTK_BOX (line), row->title);
  gtk_box_append (GTK_BOX (box), row->date);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), row->description);
  g_object_bind_property_full (self, "narrow", box, "orientation", G_BINDING_SYNC_CREATE, to_orientation, NULL, NULL,
                               NULL);
  g_object_set_data_full (G_OBJECT (list_item), "row", row, g_free);
  gtk_list_item_set_child (list_item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  SaysoTimelineList *self = SAYSO_TIMELINE_LIST (user_data);
  static const char *const signs[] = { "occurred", "reported", "learned" };
  const SaysoTimelineEvent read = read_event (self, gtk_list_item_get_item (list_item)), *event = &read;
  Row *row = g_object_get_data (G_OBJECT (list_item), "row");
  g_autofree char *date = sayso_bounds_to_long_words (&event->bounds);
  g_autofree char *description = sayso_timeline_describe (event);
  g_autofree char *name = sayso_timeline_name (event);

  gtk_label_set_text (GTK_LABEL (row->date), date);
  gtk_widget_set_tooltip_text (row->date, date);
  g_object_set (row->sign, "sign", signs[event->kind], NULL);
  gtk_label_set_text (GTK_LABEL (row->title), event->title);
  gtk_widget_set_tooltip_text (row->title, event->title);
  gtk_label_set_text (GTK_LABEL (row->description), description);
  if (event->voice == SAYSO_VOICE_DENIED || event->standing == SAYSO_STANDING_REJECTED)
    gtk_widget_add_css_class (row->title, "sayso-struck");
  else
    gtk_widget_remove_css_class (row->title, "sayso-struck");
  gtk_list_item_set_accessible_label (list_item, name);
  gtk_list_item_set_accessible_description (list_item, description);
}

/* -- selection --------------------------------------------------------------------------------------- */

static void
show_selected (SaysoTimelineList *self)
{
  gint64 selected = self->model != NULL ? sayso_timeline_model_get_selected (self->model) : 0;
  guint position = selected != 0 ? find_position (self, selected) : GTK_INVALID_LIST_POSITION;

  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->following = FALSE;
  if (position != GTK_INVALID_LIST_POSITION && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_NONE, NULL);
}

static void
on_selected (SaysoTimelineList *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  SaysoSession *session = get_session (self);

  if (self->following || session == NULL || position == GTK_INVALID_LIST_POSITION)
    return;

  sayso_session_select (session, SAYSO_ITEM_EVENT, id_at (self, position), FALSE);
}

static void
on_activate (SaysoTimelineList *self, guint position)
{
  SaysoSession *session = get_session (self);

  if (session != NULL)
    sayso_session_select (session, SAYSO_ITEM_EVENT, id_at (self, position), TRUE);
}

/* -- what is shown ----------------------------------------------------------------------------------- */

static SaysoBounds
get_range (SaysoTimelineList *self)
{
  SaysoSession *session = get_session (self);

  return session != NULL ? sayso_session_get_filter (session)->range : SAYSO_BOUNDS_UNKNOWN;
}

static void
add_events (SaysoTimelineList *self, GPtrArray *items, SaysoTimelineData *data, GArray *events)
{
  for (guint i = 0; i < events->len; i++)
    {
      const SaysoTimelineEvent *event = &g_array_index (events, SaysoTimelineEvent, i);

      if (!sayso_bounds_known (&self->range) ||
          (sayso_bounds_known (&event->bounds) && event->bounds.earliest <= self->range.latest &&
           event->bounds.latest >= self->range.earliest))
        g_ptr_array_add (items, sayso_timeline_item_new (data, event));
    }
}

/* @items: (transfer full) */
static void
set_items (SaysoTimelineList *self, GListModel *items)
{
  g_clear_object (&self->items);
  self->items = items;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEMS]);
}

static void
on_items_changed (SaysoTimelineList *self)
{
  gtk_widget_set_visible (self->nothing, g_list_model_get_n_items (self->items) == 0);
  if (SAYSO_IS_LIST (self->items))
    show_selected (self); /* it fills by and by */
}

/* Of very many the casebook is asked, for as much as is looked at. */
static void
fill_from_casebook (SaysoTimelineList *self)
{
  SaysoSession *session = get_session (self);
  const SaysoFilter *filter = sayso_session_get_filter (session);
  GListModel *items;

  if (self->listed != NULL && sayso_filter_equal (self->listed, filter))
    return;

  g_clear_pointer (&self->listed, sayso_filter_free);
  self->listed = sayso_filter_copy (filter);
  items = sayso_casebook_list (sayso_session_get_casebook (session), SAYSO_ITEM_EVENT, filter, SAYSO_SORT_DATE);
  g_signal_connect_object (items, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  set_items (self, items);
}

static void
fill_from_data (SaysoTimelineList *self, SaysoTimelineData *data)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (!G_IS_LIST_STORE (self->items))
    {
      g_clear_pointer (&self->listed, sayso_filter_free);
      set_items (self, G_LIST_MODEL (g_list_store_new (SAYSO_TYPE_TIMELINE_ITEM)));
    }
  add_events (self, items, data, data->events);
  add_events (self, items, data, data->undated);
  g_list_store_splice (G_LIST_STORE (self->items), 0, g_list_model_get_n_items (self->items), items->pdata, items->len);
}

static void
fill (SaysoTimelineList *self)
{
  SaysoTimelineData *data = sayso_timeline_model_get_data (self->model);

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;

  self->range = get_range (self);
  self->following = TRUE;
  if (data->partial && get_session (self) != NULL)
    fill_from_casebook (self);
  else
    fill_from_data (self, data);
  self->following = FALSE;
  on_items_changed (self);
  show_selected (self);
}

static void
on_brush_changed (SaysoTimelineList *self)
{
  SaysoBounds range = get_range (self);

  if (range.earliest != self->range.earliest || range.latest != self->range.latest)
    fill (self);
}

/* A window may be given another casebook. */
static void
follow_session (SaysoTimelineList *self)
{
  SaysoSession *session = get_session (self);

  g_clear_pointer (&self->listed, sayso_filter_free);
  if (session != NULL)
    g_signal_connect_object (session, "selection-changed", G_CALLBACK (show_selected), self, G_CONNECT_SWAPPED);
}

static gboolean
show_once (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  show_selected (SAYSO_TIMELINE_LIST (widget));

  return G_SOURCE_REMOVE;
}

/* Where the selected row is to be scrolled to is known when there are heights. */
static void
sayso_timeline_list_map (GtkWidget *widget)
{
  SaysoTimelineList *self = SAYSO_TIMELINE_LIST (widget);

  GTK_WIDGET_CLASS (sayso_timeline_list_parent_class)->map (widget);

  if (self->model != NULL && self->stale)
    fill (self);
  gtk_widget_add_tick_callback (widget, show_once, NULL, NULL);
}

static gboolean
sayso_timeline_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SAYSO_TIMELINE_LIST (widget)->list));
}

/* -- the widget -------------------------------------------------------------------------------------- */

static void
sayso_timeline_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoTimelineList *self = SAYSO_TIMELINE_LIST (object);

  switch (id)
    {
    case PROP_ITEMS:
      g_value_set_object (value, self->items);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_timeline_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SaysoTimelineList *self = SAYSO_TIMELINE_LIST (object);

  switch (id)
    {
    case PROP_NARROW:
      if (self->narrow == g_value_get_boolean (value))
        break;
      self->narrow = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_timeline_list_dispose (GObject *object)
{
  SaysoTimelineList *self = SAYSO_TIMELINE_LIST (object);

  sayso_timeline_list_set_model (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_TIMELINE_LIST);

  G_OBJECT_CLASS (sayso_timeline_list_parent_class)->dispose (object);
}

static void
sayso_timeline_list_finalize (GObject *object)
{
  g_clear_object (&SAYSO_TIMELINE_LIST (object)->items);
  g_clear_pointer (&SAYSO_TIMELINE_LIST (object)->listed, sayso_filter_free);

  G_OBJECT_CLASS (sayso_timeline_list_parent_class)->finalize (object);
}

static void
sayso_timeline_list_class_init (SaysoTimelineListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sayso_timeline_list_dispose;
  object_class->finalize = sayso_timeline_list_finalize;
  object_class->get_property = sayso_timeline_list_get_property;
  object_class->set_property = sayso_timeline_list_set_property;
  widget_class->map = sayso_timeline_list_map;
  widget_class->grab_focus = sayso_timeline_list_grab_focus;

  properties[PROP_ITEMS] =
      g_param_spec_object ("items", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-timeline-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineList, list);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineList, selection);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineList, nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
sayso_timeline_list_init (SaysoTimelineList *self)
{
  self->items = G_LIST_MODEL (g_list_store_new (SAYSO_TYPE_TIMELINE_ITEM));
  self->range = SAYSO_BOUNDS_UNKNOWN;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sayso_timeline_list_set_model:
 * @self: a list
 * @model: (nullable): whose events to show
 */
void
sayso_timeline_list_set_model (SaysoTimelineList *self, SaysoTimelineModel *model)
{
  g_return_if_fail (SAYSO_IS_TIMELINE_LIST (self));

  if (self->model != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->model, self);
      if (get_session (self) != NULL)
        g_signal_handlers_disconnect_by_data (get_session (self), self);
    }
  g_set_object (&self->model, model);
  if (model == NULL)
    return;

  g_signal_connect_object (model, "session-changed", G_CALLBACK (follow_session), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "data-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "brush-changed", G_CALLBACK (on_brush_changed), self, G_CONNECT_SWAPPED);
  follow_session (self);
  fill (self);
}

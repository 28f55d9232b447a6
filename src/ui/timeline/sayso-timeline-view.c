/* sayso-timeline-view.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-view-private.h"

#include <glib/gi18n.h>

#include "sayso-timeline-around.h"

#include "sayso-date-words.h"
#define ZOOM_STEP 1.6
#define STRIP_EDGES 6

/* What the lanes are called in actions; a list has none. */
static const char *const lane_names[] = { "kind", "actor", "article", "outlet", "source", "tag" };

enum
{
  PROP_SESSION = 1,
  PROP_LANES,
  PROP_COLLAPSED,
  PROP_MAXIMISED,
  PROP_PLAYING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SaysoTimelineView, sayso_timeline_view, ADW_TYPE_BIN)

GtkWidget *
sayso_timeline_view_new (void)
{
  return g_object_new (SAYSO_TYPE_TIMELINE_VIEW, NULL);
}

/**
 * sayso_timeline_view_get_model:
 * @self: a timeline
 *
 * Returns: (transfer none): what its parts share
 */
SaysoTimelineModel *
sayso_timeline_view_get_model (SaysoTimelineView *self)
{
  g_return_val_if_fail (SAYSO_IS_TIMELINE_VIEW (self), NULL);

  return self->model;
}

/* -- moves ------------------------------------------------------------------------------------------- */

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  SaysoTimelineView *self = SAYSO_TIMELINE_VIEW (widget);

  if (sayso_viewport_advance (sayso_timeline_model_get_viewport (self->model), gdk_frame_clock_get_frame_time (clock)))
    return G_SOURCE_CONTINUE;

  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
on_viewport_started (SaysoTimelineView *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

static void
update_animate (SaysoTimelineView *self)
{
  sayso_viewport_set_animate (sayso_timeline_model_get_viewport (self->model),
                              adw_get_enable_animations (GTK_WIDGET (self)));
}

/* -- what is shown ----------------------------------------------------------------------------------- */

static void
update_period (SaysoTimelineView *self)
{
  SaysoViewport *viewport = sayso_timeline_model_get_viewport (self->model);
  SaysoBounds shown = { .earliest = sayso_viewport_get_left (viewport), .latest = sayso_viewport_get_right (viewport) };
  double seconds = sayso_viewport_get_right (viewport) - sayso_viewport_get_left (viewport);
  g_autofree char *words = NULL;
  int year, month, day;

  if (seconds <= 0 || sayso_timeline_model_get_data (self->model)->n_dated == 0)
    {
      gtk_label_set_text (self->period, NULL);
      return;
    }

  /* As exact as the view is: days, months or years. */
  sayso_date_from_seconds (shown.earliest, &year, &month, &day);
  shown.earliest = sayso_date_to_seconds (year, seconds > 2e8 ? 1 : month, seconds > 6e6 ? 1 : day);
  sayso_date_from_seconds (shown.latest, &year, &month, &day);
  if (seconds > 2e8)
    shown.latest = sayso_date_to_seconds (year + 1, 1, 1) - 1;
  else if (seconds > 6e6)
    shown.latest = sayso_date_to_seconds (year + month / 12, month % 12 + 1, 1) - 1;
  else
    shown.latest = sayso_date_to_seconds (year, month, day) + SAYSO_SECONDS_A_DAY - 1;
  words = sayso_bounds_to_words (&shown);
  gtk_label_set_text (self->period, words);
}

static gboolean
is_list (SaysoTimelineView *self)
{
  return g_str_equal (self->lanes, "list");
}

/* The list has those without a date too. */
static void
update_shelf (SaysoTimelineView *self)
{
  SaysoTimelineData *data = sayso_timeline_model_get_data (self->model);
  gboolean any = data->n_undated > 0 && !is_list (self);

  gtk_widget_set_visible (GTK_WIDGET (self->undated_button), any && !self->maximised);
  gtk_widget_set_visible (GTK_WIDGET (self->shelf),
                          any && (self->maximised || gtk_toggle_button_get_active (self->undated_button)));
}

/* What moves the view, where there is one. */
static void
update_actions (SaysoTimelineView *self)
{
  gboolean lanes = sayso_timeline_model_get_data (self->model)->n_dated > 0 && !is_list (self);
  static const char *const actions[] = { "timeline.zoom-in", "timeline.zoom-out", "timeline.fit", "timeline.brush-view",
                                         "timeline.go-to-date" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], lanes);
}

static void
on_selection_changed (SaysoTimelineView *self)
{
  SaysoItemKind kind = self->session != NULL ? sayso_session_get_selected_kind (self->session) : SAYSO_ITEM_NONE;

  sayso_timeline_view_update_dates (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.around",
                                 kind == SAYSO_ITEM_EVENT || kind == SAYSO_ITEM_CLAIM);
  if (self->played != 0 && sayso_timeline_model_get_selected (self->model) != self->played)
    sayso_timeline_view_stop (self);
}

static void
on_data_changed (SaysoTimelineView *self)
{
  SaysoTimelineData *data = sayso_timeline_model_get_data (self->model);
  guint n = data->n_dated;
  /* Translators: a button; the number of events without a date */
  g_autofree char *undated = g_strdup_printf (_ ("No Date %u"), data->n_undated);
  g_autofree char *count = g_strdup_printf (ngettext ("%u event", "%u events", n), n);

  gtk_button_set_label (GTK_BUTTON (self->undated_button), undated);
  gtk_label_set_text (self->event_count, count);
  gtk_widget_set_visible (self->nothing, n == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->axis), n > 0);
  gtk_widget_set_can_focus (self->scroller, n > 0);
  update_actions (self);
  update_period (self);
  update_shelf (self);
  on_selection_changed (self);
}

static void
on_brush_changed (SaysoTimelineView *self)
{
  gboolean brushed = sayso_timeline_model_get_brush (self->model, NULL);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.clear-range", brushed);
  gtk_widget_set_visible (GTK_WIDGET (self->period), !brushed && !is_list (self));
}

static void
set_lanes (SaysoTimelineView *self, const char *name)
{
  gboolean has_toggle = adw_toggle_group_get_toggle_by_name (self->shown_as, name) != NULL;

  name = g_intern_string (name);
  if (name == self->lanes)
    return;

  self->lanes = name;
  for (guint i = 0; i < G_N_ELEMENTS (lane_names); i++)
    if (g_str_equal (name, lane_names[i]))
      sayso_timeline_model_set_lanes (self->model, i);
  if (has_toggle)
    adw_toggle_group_set_active_name (self->shown_as, name);
  else
    adw_toggle_group_set_active (self->shown_as, GTK_INVALID_LIST_POSITION);
  gtk_stack_set_visible_child_name (self->body, is_list (self) ? "list" : "lanes");
  update_shelf (self);
  update_actions (self);
  on_brush_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANES]);
}

static void
on_shown_as (SaysoTimelineView *self)
{
  const char *name = adw_toggle_group_get_active_name (self->shown_as);

  if (name != NULL)
    set_lanes (self, name);
}

static void
on_expand (SaysoTimelineView *self)
{
  g_object_set (self, "collapsed", FALSE, NULL);
}

static char *
maximise_icon (GObject *object, gboolean maximised)
{
  return g_strdup (maximised ? "view-restore-symbolic" : "view-fullscreen-symbolic");
}

static char *
maximise_words (GObject *object, gboolean maximised)
{
  return g_strdup (maximised ? _ ("Dock Timeline") : _ ("Timeline in the Whole Window"));
}

static void
set_maximised (SaysoTimelineView *self, gboolean maximised)
{
  if (self->maximised == maximised)
    return;

  self->maximised = maximised;
  sayso_timeline_canvas_set_roomy (self->canvas, maximised);
  sayso_timeline_axis_set_roomy (self->axis, maximised);
  sayso_timeline_shelf_set_roomy (self->shelf, maximised);
  update_shelf (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MAXIMISED]);
}

static void
set_collapsed (SaysoTimelineView *self, gboolean collapsed)
{
  if (self->collapsed == collapsed)
    return;

  self->collapsed = collapsed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLLAPSED]);
}

/* -- actions ----------------------------------------------------------------------------------------- */

static void
zoom (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SaysoTimelineView *self = SAYSO_TIMELINE_VIEW (widget);
  SaysoViewport *viewport = sayso_timeline_model_get_viewport (self->model);
  double factor = g_str_equal (action, "timeline.zoom-in") ? ZOOM_STEP : 1 / ZOOM_STEP;
  double x = sayso_viewport_get_width (viewport) / 2;
  SaysoTimelineData *data = sayso_timeline_model_get_data (self->model);
  guint selected = sayso_timeline_data_find (data, sayso_timeline_model_get_selected (self->model));

  /* Around the selected event, where it is in view. */
  if (selected != SAYSO_NONE)
    {
      double at = sayso_viewport_to_x (viewport, sayso_timeline_event_middle (
                                                     &g_array_index (data->events, SaysoTimelineEvent, selected)));

      if (at >= 0 && at <= sayso_viewport_get_width (viewport))
        x = at;
    }
  sayso_viewport_zoom_at (viewport, factor, x, 0, TRUE);
}

static void
fit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sayso_timeline_model_fit (SAYSO_TIMELINE_VIEW (widget)->model);
}

static void
brush_view (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SaysoTimelineView *self = SAYSO_TIMELINE_VIEW (widget);
  SaysoViewport *viewport = sayso_timeline_model_get_viewport (self->model);

  sayso_timeline_model_set_brush (self->model, sayso_viewport_get_left (viewport), sayso_viewport_get_right (viewport));
  sayso_timeline_model_finish_brush (self->model);
}

static void
clear_range (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sayso_timeline_model_clear_brush (SAYSO_TIMELINE_VIEW (widget)->model);
}

static void
show_around (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SaysoTimelineView *self = SAYSO_TIMELINE_VIEW (widget);

  adw_dialog_present (sayso_timeline_around_new (self->session, sayso_session_get_selected_kind (self->session),
                                                 sayso_session_get_selected_id (self->session)),
                      widget);
}

static gboolean
sayso_timeline_view_grab_focus (GtkWidget *widget)
{
  SaysoTimelineView *self = SAYSO_TIMELINE_VIEW (widget);

  if (self->collapsed)
    return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  if (is_list (self))
    return gtk_widget_grab_focus (GTK_WIDGET (self->list));

  return gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

/* -- the widget -------------------------------------------------------------------------------------- */

static void
sayso_timeline_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoTimelineView *self = SAYSO_TIMELINE_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_LANES:
      g_value_set_string (value, self->lanes);
      break;
    case PROP_COLLAPSED:
      g_value_set_boolean (value, self->collapsed);
      break;
    case PROP_MAXIMISED:
      g_value_set_boolean (value, self->maximised);
      break;
    case PROP_PLAYING:
      g_value_set_boolean (value, self->played != 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_timeline_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SaysoTimelineView *self = SAYSO_TIMELINE_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      if (self->session != NULL)
        g_signal_handlers_disconnect_by_data (self->session, self);
      if (g_set_object (&self->session, g_value_get_object (value)))
        {
          if (self->session != NULL)
            {
              g_signal_connect_object (self->session, "selection-changed", G_CALLBACK (on_selection_changed), self,
                                       G_CONNECT_SWAPPED);
              g_signal_connect_object (self->session, "notify::article", G_CALLBACK (sayso_timeline_view_update_dates),
                                       self, G_CONNECT_SWAPPED);
            }
          sayso_timeline_model_set_session (self->model, self->session);
          sayso_timeline_view_update_dates (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_LANES:
      set_lanes (self, g_value_get_string (value));
      break;
    case PROP_COLLAPSED:
      set_collapsed (self, g_value_get_boolean (value));
      break;
    case PROP_MAXIMISED:
      set_maximised (self, g_value_get_boolean (value));
      break;
    case PROP_PLAYING:
      sayso_timeline_view_set_playing (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_timeline_view_dispose (GObject *object)
{
  SaysoTimelineView *self = SAYSO_TIMELINE_VIEW (object);

  g_clear_handle_id (&self->play, g_source_remove);
  if (self->model != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->model, self);
      g_signal_handlers_disconnect_by_data (sayso_timeline_model_get_viewport (self->model), self);
      sayso_timeline_model_set_session (self->model, NULL);
    }
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_TIMELINE_VIEW);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (sayso_timeline_view_parent_class)->dispose (object);
}

static void
sayso_timeline_view_class_init (SaysoTimelineViewClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "timeline.zoom-in" },
    { GDK_KEY_equal, "timeline.zoom-in" },
    { GDK_KEY_KP_Add, "timeline.zoom-in" },
    { GDK_KEY_minus, "timeline.zoom-out" },
    { GDK_KEY_KP_Subtract, "timeline.zoom-out" },
    { GDK_KEY_0, "timeline.fit" },
    { GDK_KEY_KP_0, "timeline.fit" },
    { GDK_KEY_b, "timeline.brush-view" },
    { GDK_KEY_g, "timeline.go-to-date" },
    { GDK_KEY_d, "timeline.change-date" },
    { GDK_KEY_n, "timeline.new-event" },
    { GDK_KEY_w, "timeline.around" },
    { GDK_KEY_p, "timeline.play" },
  };

  object_class->dispose = sayso_timeline_view_dispose;
  object_class->get_property = sayso_timeline_view_get_property;
  object_class->set_property = sayso_timeline_view_set_property;
  widget_class->grab_focus = sayso_timeline_view_grab_focus;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SAYSO_TYPE_SESSION, flags);
  /**
   * SaysoTimelineView:lanes:
   *
   * What makes a lane: kind, actor, article, outlet, source or tag; or list, for the events in a list.
   */
  properties[PROP_LANES] = g_param_spec_string ("lanes", NULL, NULL, "kind", flags);
  /**
   * SaysoTimelineView:collapsed:
   *
   * Whether only the strip over all times is seen.
   */
  properties[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE, flags);
  /**
   * SaysoTimelineView:maximised:
   *
   * Whether it is to fill the window: lanes are as tall as they need. The window sees to the rest.
   */
  properties[PROP_MAXIMISED] = g_param_spec_boolean ("maximised", NULL, NULL, FALSE, flags);
  /**
   * SaysoTimelineView:playing:
   *
   * Whether it goes from event to event by itself.
   */
  properties[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SAYSO_TYPE_TIMELINE_AXIS);
  g_type_ensure (SAYSO_TYPE_TIMELINE_CANVAS);
  g_type_ensure (SAYSO_TYPE_TIMELINE_LEGEND);
  g_type_ensure (SAYSO_TYPE_TIMELINE_LIST);
  g_type_ensure (SAYSO_TYPE_TIMELINE_OVERVIEW);
  g_type_ensure (SAYSO_TYPE_TIMELINE_RANGE);
  g_type_ensure (SAYSO_TYPE_TIMELINE_SHELF);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineView, strip_overview);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineView, strip_range);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineView, overview);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineView, range);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineView, axis);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineView, scroller);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineView, canvas);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineView, shelf);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineView, body);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineView, list);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineView, undated_button);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineView, shown_as);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineView, more_button);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineView, period);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineView, event_count);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineView, nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_shown_as);
  gtk_widget_class_bind_template_callback (widget_class, on_expand);
  gtk_widget_class_bind_template_callback (widget_class, maximise_icon);
  gtk_widget_class_bind_template_callback (widget_class, maximise_words);

  gtk_widget_class_install_action (widget_class, "timeline.zoom-in", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-out", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "timeline.fit", NULL, fit);
  gtk_widget_class_install_action (widget_class, "timeline.brush-view", NULL, brush_view);
  gtk_widget_class_install_action (widget_class, "timeline.clear-range", NULL, clear_range);
  sayso_timeline_view_install_dates (widget_class);
  sayso_timeline_view_install_export (widget_class);
  gtk_widget_class_install_action (widget_class, "timeline.around", NULL, show_around);
  gtk_widget_class_install_property_action (widget_class, "timeline.play", "playing");
  gtk_widget_class_install_property_action (widget_class, "timeline.lanes", "lanes");
  gtk_widget_class_install_property_action (widget_class, "timeline.maximise", "maximised");
  gtk_widget_class_install_property_action (widget_class, "timeline.collapse", "collapsed");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, NULL);
}

static void
sayso_timeline_view_init (SaysoTimelineView *self)
{
  SaysoViewport *viewport;
  int least;

  self->lanes = g_intern_static_string ("kind");
  self->model = sayso_timeline_model_new ();
  viewport = sayso_timeline_model_get_viewport (self->model);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timeline"), -1);
  /* A breakpoint bin asks for no room of its own accord: as low as the strip can be. */
  gtk_widget_measure (GTK_WIDGET (self->strip_overview), GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_set_size_request (adw_bin_get_child (ADW_BIN (self)), 300, least + STRIP_EDGES);
  sayso_timeline_overview_set_alone (self->strip_overview, TRUE);
  sayso_timeline_overview_set_model (self->strip_overview, self->model);
  sayso_timeline_overview_set_model (self->overview, self->model);
  sayso_timeline_range_set_model (self->strip_range, self->model);
  sayso_timeline_range_set_model (self->range, self->model);
  sayso_timeline_axis_set_model (self->axis, self->model);
  sayso_timeline_canvas_set_model (self->canvas, self->model);
  sayso_timeline_list_set_model (self->list, self->model);
  sayso_timeline_shelf_set_model (self->shelf, self->model);

  g_signal_connect_object (viewport, "started", G_CALLBACK (on_viewport_started), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "changed", G_CALLBACK (update_period), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "data-changed", G_CALLBACK (on_data_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "brush-changed", G_CALLBACK (on_brush_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->undated_button, "toggled", G_CALLBACK (update_shelf), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-enable-animations",
                           G_CALLBACK (update_animate), self, G_CONNECT_SWAPPED);
  update_animate (self);
  on_data_changed (self);
  on_brush_changed (self);
}

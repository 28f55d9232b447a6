/* sayso-timeline-legend.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-legend.h"

#include <adwaita.h>
#include <string.h>

#include "sayso-timeline-draw.h"

struct _SaysoTimelineLegend
{
  GtkWidget parent_instance;

  char *sign;
};

enum
{
  PROP_SIGN = 1,
  N_PROPS,
};

/* What can be told: an event of this kind and voice, in this shape; the tick is none. */
static const struct
{
  const char *name;
  SaysoEventKind kind;
  SaysoVoice voice;
  SaysoShape shape;
  double width;
} signs[] = {
  { "occurred", SAYSO_EVENT_OCCURRED, SAYSO_VOICE_SAID, SAYSO_SHAPE_POINT, 14 },
  { "reported", SAYSO_EVENT_REPORTED, SAYSO_VOICE_SAID, SAYSO_SHAPE_POINT, 15 },
  { "learned", SAYSO_EVENT_LEARNED, SAYSO_VOICE_SAID, SAYSO_SHAPE_POINT, 16 },
  { "claimed", SAYSO_EVENT_OCCURRED, SAYSO_VOICE_CLAIMED, SAYSO_SHAPE_BAND, 24 },
  { "hypothetical", SAYSO_EVENT_OCCURRED, SAYSO_VOICE_HYPOTHETICAL, SAYSO_SHAPE_BAND, 24 },
  { "confirmed", SAYSO_EVENT_OCCURRED, SAYSO_VOICE_SAID, SAYSO_SHAPE_COUNT, 12 },
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SaysoTimelineLegend, sayso_timeline_legend, GTK_TYPE_WIDGET)

static guint
find_sign (SaysoTimelineLegend *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_strcmp0 (signs[i].name, self->sign) == 0)
      return i;

  return 0;
}

static void
sayso_timeline_legend_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                               int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural =
      orientation == GTK_ORIENTATION_VERTICAL ? 18 : (int) signs[find_sign (SAYSO_TIMELINE_LEGEND (widget))].width;
}

static void
sayso_timeline_legend_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  guint i = find_sign (SAYSO_TIMELINE_LEGEND (widget));
  SaysoTimelineEvent event = { .kind = signs[i].kind, .voice = signs[i].voice };
  SaysoTimelineStyle style;
  double width = gtk_widget_get_width (widget), y = gtk_widget_get_height (widget) / 2.0;

  sayso_timeline_style_read (&style, widget);
  if (signs[i].shape == SAYSO_SHAPE_COUNT)
    sayso_timeline_draw_tick (snapshot, 0, y, &style.foreground);
  else
    sayso_timeline_draw_mark (snapshot, &style, &event, signs[i].shape, 1, width - 1, y, 1);
}

static void
sayso_timeline_legend_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SIGN:
      g_value_set_string (value, SAYSO_TIMELINE_LEGEND (object)->sign);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_timeline_legend_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SIGN:
      g_set_str (&SAYSO_TIMELINE_LEGEND (object)->sign, g_value_get_string (value));
      gtk_widget_queue_resize (GTK_WIDGET (object));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_timeline_legend_finalize (GObject *object)
{
  g_free (SAYSO_TIMELINE_LEGEND (object)->sign);

  G_OBJECT_CLASS (sayso_timeline_legend_parent_class)->finalize (object);
}

static void
sayso_timeline_legend_class_init (SaysoTimelineLegendClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = sayso_timeline_legend_finalize;
  object_class->get_property = sayso_timeline_legend_get_property;
  object_class->set_property = sayso_timeline_legend_set_property;
  widget_class->measure = sayso_timeline_legend_measure;
  widget_class->snapshot = sayso_timeline_legend_snapshot;

  properties[PROP_SIGN] = g_param_spec_string ("sign", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sayso_timeline_legend_init (SaysoTimelineLegend *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

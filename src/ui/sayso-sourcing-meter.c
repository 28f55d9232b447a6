/* sayso-sourcing-meter.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-sourcing-meter.h"

#include <adwaita.h>

#include "sayso-colors.h"
#include "sayso-sourcing.h"

#define N_BARS 4
#define BAR_WIDTH 4
#define BAR_STEP 6

struct _SaysoSourcingMeter
{
  GtkWidget parent_instance;

  guint level;
};

enum
{
  PROP_LEVEL = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SaysoSourcingMeter, sayso_sourcing_meter, GTK_TYPE_WIDGET)

GtkWidget *
sayso_sourcing_meter_new (guint level)
{
  return g_object_new (SAYSO_TYPE_SOURCING_METER, "level", level, NULL);
}

guint
sayso_sourcing_meter_get_level (SaysoSourcingMeter *self)
{
  g_return_val_if_fail (SAYSO_IS_SOURCING_METER (self), 0);

  return self->level;
}

static void
update_words (SaysoSourcingMeter *self)
{
  const char *words = sayso_sourcing_words (self->level);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
}

void
sayso_sourcing_meter_set_level (SaysoSourcingMeter *self, guint level)
{
  g_return_if_fail (SAYSO_IS_SOURCING_METER (self));
  g_return_if_fail (level <= N_BARS);

  if (self->level == level)
    return;

  self->level = level;
  update_words (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
}

/**
 * sayso_sourcing_meter_snapshot:
 * @snapshot: where to draw
 * @level: bars to fill, 0 to 4
 * @color: their colour
 * @x: left edge
 * @y: top edge
 *
 * Draws the meter, %SAYSO_SOURCING_METER_WIDTH by %SAYSO_SOURCING_METER_HEIGHT pixels, inside another drawing.
 */
void
sayso_sourcing_meter_snapshot (GtkSnapshot *snapshot, guint level, const GdkRGBA *color, float x, float y)
{
  const GdkRGBA colors[4] = { *color, *color, *color, *color };
  const float widths[4] = { 1, 1, 1, 1 };

  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));
  g_return_if_fail (color != NULL);

  for (guint i = 0; i < N_BARS; i++)
    {
      float height = 5 + 3 * i;
      GskRoundedRect bar;

      gsk_rounded_rect_init_from_rect (
          &bar, &GRAPHENE_RECT_INIT (x + i * BAR_STEP, y + SAYSO_SOURCING_METER_HEIGHT - height, BAR_WIDTH, height), 1);
      if (i < level)
        {
          gtk_snapshot_push_rounded_clip (snapshot, &bar);
          gtk_snapshot_append_color (snapshot, color, &bar.bounds);
          gtk_snapshot_pop (snapshot);
        }
      else
        {
          gtk_snapshot_append_border (snapshot, &bar, widths, colors);
        }
    }
}

static void
sayso_sourcing_meter_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                              int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural =
      orientation == GTK_ORIENTATION_HORIZONTAL ? SAYSO_SOURCING_METER_WIDTH : SAYSO_SOURCING_METER_HEIGHT;
}

static void
sayso_sourcing_meter_snapshot_widget (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SaysoSourcingMeter *self = SAYSO_SOURCING_METER (widget);
  GdkRGBA color;

  sayso_color_get (widget, SAYSO_COLOR_CLAIM, &color);
  sayso_sourcing_meter_snapshot (snapshot, self->level, &color,
                                 (gtk_widget_get_width (widget) - SAYSO_SOURCING_METER_WIDTH) / 2,
                                 (gtk_widget_get_height (widget) - SAYSO_SOURCING_METER_HEIGHT) / 2);
}

static void
sayso_sourcing_meter_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_LEVEL:
      g_value_set_uint (value, SAYSO_SOURCING_METER (object)->level);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_sourcing_meter_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_LEVEL:
      sayso_sourcing_meter_set_level (SAYSO_SOURCING_METER (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_sourcing_meter_class_init (SaysoSourcingMeterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sayso_sourcing_meter_get_property;
  object_class->set_property = sayso_sourcing_meter_set_property;
  widget_class->measure = sayso_sourcing_meter_measure;
  widget_class->snapshot = sayso_sourcing_meter_snapshot_widget;

  properties[PROP_LEVEL] = g_param_spec_uint ("level", NULL, NULL, 0, N_BARS, 0,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "sourcing-meter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sayso_sourcing_meter_init (SaysoSourcingMeter *self)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  update_words (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

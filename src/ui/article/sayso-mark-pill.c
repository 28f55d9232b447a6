/* sayso-mark-pill.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-mark-pill.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "sayso-casebook-enums.h"
#include "sayso-mark-painter.h"

struct _SaysoMarkPill
{
  GtkToggleButton parent_instance;

  /* Template */
  GtkLabel *name;
  GtkLabel *number;

  SaysoItemKind kind;
  gboolean narrow;
};

enum
{
  PROP_KIND = 1,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SaysoMarkPill, sayso_mark_pill, GTK_TYPE_TOGGLE_BUTTON)

static const char *
kind_name (SaysoItemKind kind)
{
  switch (kind)
    {
    case SAYSO_ITEM_TIME:
      return _ ("Times");
    case SAYSO_ITEM_ACTOR:
      return _ ("Actors");
    case SAYSO_ITEM_EVENT:
      return _ ("Events");
    case SAYSO_ITEM_CLAIM:
      return _ ("Claims");
    case SAYSO_ITEM_NONE:
    case SAYSO_ITEM_ARTICLE:
    case SAYSO_ITEM_RELATION:
    default:
      g_return_val_if_reached ("");
    }
}

SaysoItemKind
sayso_mark_pill_get_kind (SaysoMarkPill *self)
{
  g_return_val_if_fail (SAYSO_IS_MARK_PILL (self), SAYSO_ITEM_NONE);

  return self->kind;
}

/**
 * sayso_mark_pill_set_count:
 * @self: a pill
 * @count: how many items of its kind the article has
 */
void
sayso_mark_pill_set_count (SaysoMarkPill *self, guint count)
{
  g_autofree char *number = NULL, *label = NULL;

  g_return_if_fail (SAYSO_IS_MARK_PILL (self));

  number = g_strdup_printf ("%u", count);
  /* Translators: name of a kind of mark and how many there are, read out: "Times, 11" */
  label = g_strdup_printf (_ ("%s, %s"), kind_name (self->kind), number);
  gtk_label_set_text (self->number, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* The name, as if it stood in the text. */
static void
snapshot_sample (SaysoMarkPill *self, GtkSnapshot *snapshot)
{
  PangoLayout *layout = gtk_label_get_layout (self->name);
  SaysoMarkLook look = { .metrics = { .ascent = 0.8f, .leading = 1.3f, .scale = 0.9f } };
  SaysoSegment segment = { .first = TRUE, .last = TRUE };
  SaysoGutterLine line;
  PangoRectangle type;
  graphene_point_t origin;
  int x, y;

  segment.reversed = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gtk_label_get_layout_offsets (self->name, &x, &y);
  if (!gtk_widget_compute_point (GTK_WIDGET (self->name), GTK_WIDGET (self), &GRAPHENE_POINT_INIT (x, y), &origin))
    return;

  pango_layout_get_pixel_extents (layout, NULL, &type);
  segment.left = origin.x + type.x;
  segment.right = segment.left + type.width;
  segment.top = origin.y + type.y;
  segment.bottom = segment.top + type.height;
  segment.baseline = origin.y + (float) pango_layout_get_baseline (layout) / PANGO_SCALE;
  line = (SaysoGutterLine) { segment.top - 1, segment.bottom + 1 };

  sayso_mark_look_load (&look, GTK_WIDGET (self));
  sayso_paint_sample (snapshot, &look, self->kind, &segment, &line);
}

static void
sayso_mark_pill_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (widget)))
    snapshot_sample (SAYSO_MARK_PILL (widget), snapshot);

  GTK_WIDGET_CLASS (sayso_mark_pill_parent_class)->snapshot (widget, snapshot);
}

static void
set_kind (SaysoMarkPill *self, SaysoItemKind kind)
{
  self->kind = kind;
  if (kind == SAYSO_ITEM_NONE)
    return;

  gtk_label_set_text (self->name, kind_name (kind));
  sayso_mark_pill_set_count (self, 0);
}

static void
sayso_mark_pill_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoMarkPill *self = SAYSO_MARK_PILL (object);

  switch (id)
    {
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_mark_pill_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SaysoMarkPill *self = SAYSO_MARK_PILL (object);

  switch (id)
    {
    case PROP_KIND:
      set_kind (self, g_value_get_enum (value));
      break;
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
sayso_mark_pill_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SAYSO_TYPE_MARK_PILL);

  G_OBJECT_CLASS (sayso_mark_pill_parent_class)->dispose (object);
}

static void
sayso_mark_pill_class_init (SaysoMarkPillClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sayso_mark_pill_dispose;
  object_class->get_property = sayso_mark_pill_get_property;
  object_class->set_property = sayso_mark_pill_set_property;
  widget_class->snapshot = sayso_mark_pill_snapshot;

  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, SAYSO_TYPE_ITEM_KIND, SAYSO_ITEM_NONE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-mark-pill.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoMarkPill, name);
  gtk_widget_class_bind_template_child (widget_class, SaysoMarkPill, number);
}

static void
sayso_mark_pill_init (SaysoMarkPill *self)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

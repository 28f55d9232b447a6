/* sayso-marked-line.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-marked-line.h"

#include <adwaita.h>

#include "sayso-colors.h"

#define LINE_SPACING 1.5f
#define END_SPACE "\342\200\205" /* four-per-em space: room for the pill's ends and the brackets */

typedef enum
{
  PART_CLAIM,
  PART_EVENT,
  PART_TIME,
  PART_SOURCE,
  PART_CUE,
  PART_ACTOR,
  N_PARTS,
} PartKind;

static const char *const part_names[N_PARTS] = { "claim", "event", "time", "source", "cue", "actor" };

/* A marked piece, in bytes of the text. */
typedef struct
{
  PartKind kind;
  int start;
  int end;
} Part;

struct _SaysoMarkedLine
{
  GtkWidget parent_instance;

  char *markup;
  GString *text;
  GArray *parts;
  PangoLayout *layout;
};

enum
{
  PROP_MARKUP = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SaysoMarkedLine, sayso_marked_line, GTK_TYPE_WIDGET)

static void
start_element (GMarkupParseContext *context, const char *name, const char **attributes, const char **values,
               gpointer user_data, GError **error)
{
  SaysoMarkedLine *self = user_data;

  for (PartKind kind = 0; kind < N_PARTS; kind++)
    if (g_str_equal (name, part_names[kind]))
      {
        Part part = { .kind = kind, .start = self->text->len, .end = -1 };

        if (kind == PART_SOURCE || kind == PART_CLAIM)
          g_string_append (self->text, END_SPACE);
        g_array_append_val (self->parts, part);
      }
}

static void
end_element (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  SaysoMarkedLine *self = user_data;

  for (guint i = self->parts->len; i > 0; i--)
    {
      Part *part = &g_array_index (self->parts, Part, i - 1);

      if (part->end < 0 && g_str_equal (name, part_names[part->kind]))
        {
          if (part->kind == PART_SOURCE || part->kind == PART_CLAIM)
            g_string_append (self->text, END_SPACE);
          part->end = self->text->len;
          return;
        }
    }
}

static void
text (GMarkupParseContext *context, const char *piece, gsize length, gpointer user_data, GError **error)
{
  SaysoMarkedLine *self = user_data;

  g_string_append_len (self->text, piece, length);
}

static void
set_markup (SaysoMarkedLine *self, const char *markup)
{
  static const GMarkupParser parser = { .start_element = start_element, .end_element = end_element, .text = text };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, self, NULL);
  g_autofree char *whole = g_strdup_printf ("<line>%s</line>", markup != NULL ? markup : "");
  g_autoptr (GError) error = NULL;

  g_set_str (&self->markup, markup);
  g_string_truncate (self->text, 0);
  g_array_set_size (self->parts, 0);
  if (!g_markup_parse_context_parse (context, whole, -1, &error))
    g_warning ("Not well formed: %s", error->message);

  g_clear_object (&self->layout);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text->str, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static PangoLayout *
ensure_layout (SaysoMarkedLine *self)
{
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text->str);
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_line_spacing (self->layout, LINE_SPACING);
    }

  return self->layout;
}

static void
sayso_marked_line_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  SaysoMarkedLine *self = SAYSO_MARKED_LINE (widget);
  PangoLayout *layout = ensure_layout (self);
  int width, height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      pango_layout_set_width (layout, -1);
      pango_layout_get_pixel_size (layout, &width, &height);
      *minimum = MIN (width, 180);
      *natural = width;
    }
  else
    {
      pango_layout_set_width (layout, for_size >= 0 ? for_size * PANGO_SCALE : -1);
      pango_layout_get_pixel_size (layout, &width, &height);
      *minimum = *natural = height;
    }
}

static void
stroke_line (GtkSnapshot *snapshot, float x0, float y0, float x1, float y1, float width, const float *dash,
             gsize n_dash, GskLineCap cap, const GdkRGBA *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (width);

  gsk_path_builder_move_to (builder, x0, y0);
  gsk_path_builder_line_to (builder, x1, y1);
  path = gsk_path_builder_to_path (builder);
  gsk_stroke_set_dash (stroke, dash, n_dash);
  gsk_stroke_set_line_cap (stroke, cap);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
}

static void
fill_rounded (GtkSnapshot *snapshot, const graphene_rect_t *rect, float radius, const GdkRGBA *color)
{
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, rect, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, color, rect);
  gtk_snapshot_pop (snapshot);
}

/* One run of a part on one line. below: under the text; first, last: whether the part begins or ends in it. */
static void
draw_run (SaysoMarkedLine *self, GtkSnapshot *snapshot, PartKind kind, float x, float width, float baseline,
          gboolean first, gboolean last, gboolean below)
{
  GtkWidget *widget = GTK_WIDGET (self);
  graphene_rect_t rect = GRAPHENE_RECT_INIT (x, baseline - 18, width, 26);
  const float dotted[] = { 0.1f, 5 };
  const float dashed[] = { 5, 3 };
  GdkRGBA hue, tint;

  sayso_color_get (widget,
                   kind == PART_EVENT   ? SAYSO_COLOR_EVENT
                   : kind == PART_TIME  ? SAYSO_COLOR_TIME
                   : kind == PART_ACTOR ? SAYSO_COLOR_ACTOR
                                        : SAYSO_COLOR_CLAIM,
                   &hue);
  if (below)
    {
      if (kind == PART_CLAIM)
        {
          sayso_color_get (widget, SAYSO_COLOR_CLAIM_WASH, &tint);
          gtk_snapshot_append_color (snapshot, &tint, &rect);
        }
      else if (kind == PART_EVENT)
        {
          graphene_rect_t chip = GRAPHENE_RECT_INIT (x - 2, baseline - 17, width + 4, 23);

          sayso_color_get (widget, SAYSO_COLOR_EVENT_TINT, &tint);
          fill_rounded (snapshot, &chip, 4, &tint);
        }
      return;
    }

  switch (kind)
    {
    case PART_CLAIM:
      if (first)
        {
          stroke_line (snapshot, x, baseline - 18, x + 6, baseline - 18, 1.5f, NULL, 0, GSK_LINE_CAP_SQUARE, &hue);
          stroke_line (snapshot, x, baseline - 18, x, baseline - 10, 1.5f, NULL, 0, GSK_LINE_CAP_SQUARE, &hue);
        }
      if (last)
        {
          stroke_line (snapshot, x + width, baseline + 8, x + width - 6, baseline + 8, 1.5f, NULL, 0,
                       GSK_LINE_CAP_SQUARE, &hue);
          stroke_line (snapshot, x + width, baseline + 8, x + width, baseline, 1.5f, NULL, 0, GSK_LINE_CAP_SQUARE,
                       &hue);
        }
      break;
    case PART_EVENT:
      stroke_line (snapshot, x - 1, baseline + 5, x + width + 1, baseline + 5, 2, NULL, 0, GSK_LINE_CAP_ROUND, &hue);
      break;
    case PART_TIME:
      stroke_line (snapshot, x + 1.25f, baseline + 5, x + width, baseline + 5, 2.5f, dotted, 2, GSK_LINE_CAP_ROUND,
                   &hue);
      break;
    case PART_ACTOR:
      stroke_line (snapshot, x, baseline + 5, x + width, baseline + 5, 2, NULL, 0, GSK_LINE_CAP_BUTT, &hue);
      break;
    case PART_CUE:
      stroke_line (snapshot, x, baseline + 5, x + width, baseline + 5, 1.5f, dashed, 2, GSK_LINE_CAP_BUTT, &hue);
      break;
    case PART_SOURCE:
      {
        g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
        g_autoptr (GskPath) path = NULL;
        g_autoptr (GskStroke) stroke = gsk_stroke_new (1.5f);
        graphene_rect_t pill = GRAPHENE_RECT_INIT (x - 1, baseline - 16, width + 2, 22);
        GskRoundedRect rounded;

        gsk_rounded_rect_init_from_rect (&rounded, &pill, 11);
        gsk_path_builder_add_rounded_rect (builder, &rounded);
        path = gsk_path_builder_to_path (builder);
        gsk_stroke_set_dash (stroke, (const float[]) { 4, 3 }, 2);
        gtk_snapshot_append_stroke (snapshot, path, stroke, &hue);
        break;
      }
    default:
      g_assert_not_reached ();
    }
}

static void
draw_parts (SaysoMarkedLine *self, GtkSnapshot *snapshot, PangoLayout *layout, gboolean below)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      int line_start = pango_layout_line_get_start_index (line);
      int line_end = line_start + pango_layout_line_get_length (line);
      float baseline = (float) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;

      for (guint i = 0; i < self->parts->len; i++)
        {
          const Part *part = &g_array_index (self->parts, Part, i);
          int start = MAX (part->start, line_start);
          int end = MIN (part->end, line_end);
          g_autofree int *ranges = NULL;
          int n_ranges;

          if (start >= end)
            continue;

          pango_layout_line_get_x_ranges (line, start, end, &ranges, &n_ranges);
          for (int r = 0; r < n_ranges; r++)
            draw_run (self, snapshot, part->kind, (float) ranges[2 * r] / PANGO_SCALE,
                      (float) (ranges[2 * r + 1] - ranges[2 * r]) / PANGO_SCALE, baseline, start == part->start,
                      end == part->end, below);
        }
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
}

static void
sayso_marked_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SaysoMarkedLine *self = SAYSO_MARKED_LINE (widget);
  PangoLayout *layout = ensure_layout (self);
  GdkRGBA color;

  pango_layout_set_width (layout, gtk_widget_get_width (widget) * PANGO_SCALE);
  gtk_widget_get_color (widget, &color);
  draw_parts (self, snapshot, layout, TRUE);
  gtk_snapshot_append_layout (snapshot, layout, &color);
  draw_parts (self, snapshot, layout, FALSE);
}

static void
sayso_marked_line_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sayso_marked_line_parent_class)->css_changed (widget, change);

  g_clear_object (&SAYSO_MARKED_LINE (widget)->layout);
  gtk_widget_queue_resize (widget);
}

static void
sayso_marked_line_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sayso_marked_line_parent_class)->system_setting_changed (widget, setting);

  g_clear_object (&SAYSO_MARKED_LINE (widget)->layout);
  gtk_widget_queue_resize (widget);
}

static void
sayso_marked_line_finalize (GObject *object)
{
  SaysoMarkedLine *self = SAYSO_MARKED_LINE (object);

  g_free (self->markup);
  g_string_free (self->text, TRUE);
  g_array_unref (self->parts);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (sayso_marked_line_parent_class)->finalize (object);
}

static void
sayso_marked_line_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoMarkedLine *self = SAYSO_MARKED_LINE (object);

  switch (id)
    {
    case PROP_MARKUP:
      g_value_set_string (value, self->markup);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_marked_line_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SaysoMarkedLine *self = SAYSO_MARKED_LINE (object);

  switch (id)
    {
    case PROP_MARKUP:
      set_markup (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static GtkSizeRequestMode
sayso_marked_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sayso_marked_line_class_init (SaysoMarkedLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = sayso_marked_line_finalize;
  object_class->get_property = sayso_marked_line_get_property;
  object_class->set_property = sayso_marked_line_set_property;
  widget_class->get_request_mode = sayso_marked_line_get_request_mode;
  widget_class->measure = sayso_marked_line_measure;
  widget_class->snapshot = sayso_marked_line_snapshot;
  widget_class->css_changed = sayso_marked_line_css_changed;
  widget_class->system_setting_changed = sayso_marked_line_system_setting_changed;

  properties[PROP_MARKUP] =
      g_param_spec_string ("markup", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "sayso-marked-line");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sayso_marked_line_init (SaysoMarkedLine *self)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  self->text = g_string_new (NULL);
  self->parts = g_array_new (FALSE, TRUE, sizeof (Part));
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

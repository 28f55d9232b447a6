/* sayso-graph-draw.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-graph-draw.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "sayso-colors.h"

#define OUTLINE_WIDTH 1.5f
#define HEAD_LENGTH 11.0f
#define HEAD_HALF 5.5f
#define ICON_SIZE 16.0f
#define ICON_SIZE_LARGE 20.0f

/* Icons are kept this large, and drawn smaller. */
#define KEPT_ICON_SIZE 48

/* How each kind of actor is drawn and named. */
static const struct
{
  const char *icon;
  const char *words;
} kinds[] = {
  [SAYSO_NAME_OTHER] = { "sayso-actors-symbolic", N_ ("other") },
  [SAYSO_NAME_PERSON] = { "sayso-person-symbolic", N_ ("person") },
  [SAYSO_NAME_ORGANIZATION] = { "sayso-organization-symbolic", N_ ("organisation") },
  [SAYSO_NAME_AGENCY] = { "sayso-agency-symbolic", N_ ("state or agency") },
  [SAYSO_NAME_OUTLET] = { "sayso-outlet-symbolic", N_ ("outlet") },
  [SAYSO_NAME_GROUP] = { "sayso-group-symbolic", N_ ("group") },
  [SAYSO_NAME_PRODUCT] = { "sayso-product-symbolic", N_ ("product") },
  [SAYSO_NAME_PLACE] = { "sayso-place-symbolic", N_ ("place") },
};

static GskPath *
polygon (const graphene_point_t *center, float radius, guint corners, double first)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  for (guint i = 0; i < corners; i++)
    {
      double angle = first + i * 2 * G_PI / corners;
      float x = center->x + radius * cos (angle), y = center->y + radius * sin (angle);

      if (i == 0)
        gsk_path_builder_move_to (builder, x, y);
      else
        gsk_path_builder_line_to (builder, x, y);
    }
  gsk_path_builder_close (builder);

  return gsk_path_builder_free_to_path (builder);
}

static GskPath *
circle (const graphene_point_t *center, float radius)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  gsk_path_builder_add_circle (builder, center, radius);

  return gsk_path_builder_free_to_path (builder);
}

static GskPath *
rounded_square (const graphene_point_t *center, float radius)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  float half = 0.92f * radius;
  GskRoundedRect rect;

  gsk_rounded_rect_init_from_rect (&rect, &GRAPHENE_RECT_INIT (center->x - half, center->y - half, 2 * half, 2 * half),
                                   5);
  gsk_path_builder_add_rounded_rect (builder, &rect);

  return gsk_path_builder_free_to_path (builder);
}

/* A page with its upper right corner cut off. */
static GskPath *
page (const graphene_point_t *center, float radius)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  float x = center->x, y = center->y, half = 0.86f * radius, cut = 0.5f * radius;

  gsk_path_builder_move_to (builder, x - radius, y - half);
  gsk_path_builder_line_to (builder, x + radius - cut, y - half);
  gsk_path_builder_line_to (builder, x + radius, y - half + cut);
  gsk_path_builder_line_to (builder, x + radius, y + half);
  gsk_path_builder_line_to (builder, x - radius, y + half);
  gsk_path_builder_close (builder);

  return gsk_path_builder_free_to_path (builder);
}

/* A pin: a circle drawn out to a point below. */
static GskPath *
pin (const graphene_point_t *center, float radius)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  float x = center->x, y = center->y, r = 0.85f * radius;

  gsk_path_builder_move_to (builder, x, y + 1.2f * radius);
  gsk_path_builder_cubic_to (builder, x - 0.5f * r, y + 0.75f * radius, x - r, y + 0.4f * radius, x - r, y - 0.1f * r);
  gsk_path_builder_cubic_to (builder, x - r, y - 0.7f * r, x - 0.55f * r, y - 1.1f * r, x, y - 1.1f * r);
  gsk_path_builder_cubic_to (builder, x + 0.55f * r, y - 1.1f * r, x + r, y - 0.7f * r, x + r, y - 0.1f * r);
  gsk_path_builder_cubic_to (builder, x + r, y + 0.4f * radius, x + 0.5f * r, y + 0.75f * radius, x, y + 1.2f * radius);
  gsk_path_builder_close (builder);

  return gsk_path_builder_free_to_path (builder);
}

/**
 * sayso_node_shape_to_path:
 * @kind: what kind of actor it is
 * @unnamed: whether it is only described
 * @center: where
 * @radius: half its size
 *
 * Returns: (transfer full): the outline that tells the kind without colour
 */
GskPath *
sayso_node_shape_to_path (SaysoNameKind kind, gboolean unnamed, const graphene_point_t *center, float radius)
{
  g_return_val_if_fail (center != NULL, NULL);

  if (unnamed)
    return circle (center, radius);

  switch (kind)
    {
    case SAYSO_NAME_ORGANIZATION:
      return rounded_square (center, radius);
    case SAYSO_NAME_AGENCY:
      return polygon (center, 1.06f * radius, 6, -G_PI / 2);
    case SAYSO_NAME_OUTLET:
      return page (center, radius);
    case SAYSO_NAME_GROUP:
      return polygon (center, 1.15f * radius, 4, 0);
    case SAYSO_NAME_PRODUCT:
      return polygon (center, 1.06f * radius, 8, G_PI / 8);
    case SAYSO_NAME_PLACE:
      return pin (center, radius);
    case SAYSO_NAME_PERSON:
    case SAYSO_NAME_OTHER:
    default:
      return circle (center, radius);
    }
}

const char *
sayso_node_icon_name (SaysoNameKind kind, gboolean unnamed)
{
  return unnamed ? "sayso-unnamed-symbolic" : kinds[kind].icon;
}

/**
 * sayso_node_kind_to_words:
 * @kind: what kind of actor it is
 * @unnamed: whether it is only described
 *
 * Returns: (transfer none): the kind, in words
 */
const char *
sayso_node_kind_to_words (SaysoNameKind kind, gboolean unnamed)
{
  return unnamed ? _ ("not named") : _ (kinds[kind].words);
}

/* -- the look ------------------------------------------------------------------------------------------------ */

/* An icon as a picture that any thread can draw. */
static cairo_surface_t *
make_icon (GtkWidget *widget, const char *name, const GdkRGBA *color)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon =
      gtk_icon_theme_lookup_icon (theme, name, NULL, KEPT_ICON_SIZE, 1, gtk_widget_get_direction (widget), 0);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, KEPT_ICON_SIZE, KEPT_ICON_SIZE);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_t *cr = cairo_create (surface);

  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, KEPT_ICON_SIZE, KEPT_ICON_SIZE,
                                            color, 1);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_destroy (cr);

  return surface;
}

static void
look_clear (SaysoGraphLook *look)
{
  for (guint i = 0; i < G_N_ELEMENTS (look->icons); i++)
    g_clear_pointer (&look->icons[i], cairo_surface_destroy);
  pango_font_description_free (look->font);
}

/**
 * sayso_graph_look_new:
 * @widget: whose colours and font to use
 *
 * Returns: (transfer full): how the graph is to look just now
 */
SaysoGraphLook *
sayso_graph_look_new (GtkWidget *widget)
{
  SaysoGraphLook *look = g_atomic_rc_box_new0 (SaysoGraphLook);

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  sayso_color_get (widget, SAYSO_COLOR_FOREGROUND, &look->foreground);
  sayso_color_get (widget, SAYSO_COLOR_VIEW, &look->background);
  sayso_color_get (widget, SAYSO_COLOR_ACTOR, &look->hue);
  sayso_color_get (widget, SAYSO_COLOR_EDGE, &look->edge);
  look->high_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  look->font = pango_font_description_copy (pango_context_get_font_description (gtk_widget_get_pango_context (widget)));
  for (guint kind = 0; kind < G_N_ELEMENTS (look->icons); kind++)
    look->icons[kind] = make_icon (widget, sayso_node_icon_name (kind, kind == SAYSO_GRAPH_UNNAMED), &look->hue);

  return look;
}

void
sayso_graph_look_unref (SaysoGraphLook *look)
{
  g_atomic_rc_box_release_full (look, (GDestroyNotify) look_clear);
}

/* -- painting ------------------------------------------------------------------------------------------------ */

static void
set_color (cairo_t *cr, const GdkRGBA *color, double alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * alpha);
}

/**
 * sayso_node_paint:
 * @cr: where to draw
 * @look: how
 * @kind: what kind of actor it is
 * @unnamed: whether it is only described: then it is a dashed circle
 * @center: where
 * @radius: half its size
 * @with_icon: whether there is room for its icon
 *
 * Draws a node without its name.
 */
void
sayso_node_paint (cairo_t *cr, const SaysoGraphLook *look, SaysoNameKind kind, gboolean unnamed,
                  const graphene_point_t *center, float radius, gboolean with_icon)
{
  g_autoptr (GskPath) path = sayso_node_shape_to_path (kind, unnamed, center, radius);
  cairo_surface_t *icon = look->icons[unnamed ? SAYSO_GRAPH_UNNAMED : kind];
  double size = (radius >= 21 ? ICON_SIZE_LARGE : ICON_SIZE) / KEPT_ICON_SIZE;

  cairo_save (cr);
  gsk_path_to_cairo (path, cr);
  set_color (cr, &look->background, 1);
  cairo_fill_preserve (cr);
  if (!unnamed && !look->high_contrast)
    {
      set_color (cr, &look->hue, 0.16);
      cairo_fill_preserve (cr);
    }
  if (unnamed)
    cairo_set_dash (cr, (const double[]) { 4, 3 }, 2, 0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, look->high_contrast ? 2 : OUTLINE_WIDTH);
  set_color (cr, &look->hue, 1);
  cairo_stroke (cr);

  if (with_icon)
    {
      cairo_translate (cr, center->x - size * KEPT_ICON_SIZE / 2, center->y - size * KEPT_ICON_SIZE / 2);
      cairo_scale (cr, size, size);
      cairo_set_source_surface (cr, icon, 0, 0);
      cairo_paint (cr);
    }
  cairo_restore (cr);
}

/* The head with its tip at the end of the edge, as a path. Sets @neck: where the line meets it. */
static void
head_path (cairo_t *cr, const SaysoSceneEdge *edge, double size, graphene_point_t *neck)
{
  double dx = edge->end.x - edge->start.x, dy = edge->end.y - edge->start.y, length = MAX (hypot (dx, dy), 0.01);
  double ux = dx / length, uy = dy / length, back = HEAD_LENGTH * size, half = HEAD_HALF * size;
  graphene_point_t tip = edge->end;

  switch (edge->head)
    {
    case SAYSO_EDGE_HEAD_PART_OF:
      graphene_point_init (neck, tip.x - 1.3 * back * ux, tip.y - 1.3 * back * uy);
      cairo_move_to (cr, tip.x, tip.y);
      cairo_line_to (cr, (tip.x + neck->x) / 2 + half * uy, (tip.y + neck->y) / 2 - half * ux);
      cairo_line_to (cr, neck->x, neck->y);
      cairo_line_to (cr, (tip.x + neck->x) / 2 - half * uy, (tip.y + neck->y) / 2 + half * ux);
      cairo_close_path (cr);
      break;

    case SAYSO_EDGE_HEAD_REPORTS:
      graphene_point_init (neck, tip.x - 0.8 * back * ux, tip.y - 0.8 * back * uy);
      cairo_new_sub_path (cr);
      cairo_arc (cr, (tip.x + neck->x) / 2, (tip.y + neck->y) / 2, 0.4 * back, 0, 2 * G_PI);
      break;

    case SAYSO_EDGE_HEAD_ATTRIBUTED:
      *neck = tip;
      cairo_move_to (cr, tip.x - back * ux + half * uy, tip.y - back * uy - half * ux);
      cairo_line_to (cr, tip.x, tip.y);
      cairo_line_to (cr, tip.x - back * ux - half * uy, tip.y - back * uy + half * ux);
      break;

    case SAYSO_EDGE_HEAD_ACTS_ON:
    default:
      graphene_point_init (neck, tip.x - back * ux, tip.y - back * uy);
      cairo_move_to (cr, tip.x, tip.y);
      cairo_line_to (cr, neck->x + half * uy, neck->y - half * ux);
      cairo_line_to (cr, neck->x - half * uy, neck->y + half * ux);
      cairo_close_path (cr);
      break;
    }
}

static void
line (cairo_t *cr, const graphene_point_t *from, const graphene_point_t *to, double shift)
{
  double dx = to->x - from->x, dy = to->y - from->y, length = MAX (hypot (dx, dy), 0.01);
  double x = shift * dy / length, y = -shift * dx / length;

  cairo_move_to (cr, from->x + x, from->y + y);
  cairo_line_to (cr, to->x + x, to->y + y);
}

/**
 * sayso_edge_paint:
 * @cr: where to draw
 * @edge: an edge
 * @color: of its line
 * @background: of what it is drawn on
 * @pixel: how long a pixel is; 1 at zoom 1
 *
 * Draws an edge: solid where the author says so, dashed where somebody claims it, double where it is supposed,
 * double and struck through where it is denied. Seen from far it is a line alone.
 */
void
sayso_edge_paint (cairo_t *cr, const SaysoSceneEdge *edge, const GdkRGBA *color, const GdkRGBA *background,
                  double pixel)
{
  SaysoVoice voice = edge->relation->voice;
  gboolean doubled = voice == SAYSO_VOICE_HYPOTHETICAL || voice == SAYSO_VOICE_DENIED;
  graphene_point_t neck = edge->end;
  gboolean far = pixel > 3.2;

  cairo_save (cr);
  set_color (cr, color, 1);
  if (!far)
    {
      cairo_path_t *head;

      head_path (cr, edge, 0.85 + 0.1 * edge->width, &neck);
      head = cairo_copy_path (cr);
      if (edge->head == SAYSO_EDGE_HEAD_ACTS_ON)
        cairo_fill (cr);
      else
        {
          if (edge->head != SAYSO_EDGE_HEAD_ATTRIBUTED)
            {
              set_color (cr, background, 1);
              cairo_fill (cr);
              set_color (cr, color, 1);
            }
          cairo_new_path (cr);
          cairo_append_path (cr, head);
          cairo_set_line_width (cr, OUTLINE_WIDTH);
          cairo_stroke (cr);
        }
      cairo_path_destroy (head);
    }

  if (voice == SAYSO_VOICE_CLAIMED && !far)
    cairo_set_dash (cr, (const double[]) { 7, 4 }, 2, 0);
  if (doubled && !far)
    {
      cairo_set_line_width (cr, 1);
      for (int side = -1; side <= 1; side += 2)
        line (cr, &edge->start, &neck, side * (edge->width / 2 + 1));
      if (voice == SAYSO_VOICE_DENIED)
        {
          double x = (edge->start.x + neck.x) / 2, y = (edge->start.y + neck.y) / 2;

          cairo_move_to (cr, x - 6, y - 6);
          cairo_line_to (cr, x + 6, y + 6);
        }
    }
  else
    {
      cairo_set_line_width (cr, MAX (edge->width, 0.6 * pixel));
      line (cr, &edge->start, &neck, 0);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

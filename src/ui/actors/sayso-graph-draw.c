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
#define SMALLEST_WITH_ICON 12.0f

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

static void
snapshot_icon (GtkWidget *widget, GtkSnapshot *snapshot, const char *name, const graphene_point_t *center, float size,
               const GdkRGBA *color)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon =
      gtk_icon_theme_lookup_icon (theme, name, NULL, size, gtk_widget_get_scale_factor (widget),
                                  gtk_widget_get_direction (widget), 0);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (center->x - size / 2, center->y - size / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, size, size, color, 1);
  gtk_snapshot_restore (snapshot);
}

/**
 * sayso_node_snapshot:
 * @widget: whose colours to use
 * @snapshot: where to draw
 * @kind: what kind of actor it is
 * @unnamed: whether it is only described: then it is a dashed circle
 * @center: where
 * @radius: half its size
 *
 * Draws a node without its name; a small one, as in a legend, without its icon too.
 */
void
sayso_node_snapshot (GtkWidget *widget, GtkSnapshot *snapshot, SaysoNameKind kind, gboolean unnamed,
                     const graphene_point_t *center, float radius)
{
  g_autoptr (GskPath) path = sayso_node_shape_to_path (kind, unnamed, center, radius);
  g_autoptr (GskStroke) stroke = gsk_stroke_new (OUTLINE_WIDTH);
  gboolean high_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  GdkRGBA hue, background, tint;

  sayso_color_get (widget, SAYSO_COLOR_ACTOR, &hue);
  sayso_color_get (widget, SAYSO_COLOR_VIEW, &background);

  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &background);
  if (!unnamed && !high_contrast)
    {
      tint = hue;
      tint.alpha *= 0.16f;
      gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &tint);
    }
  if (high_contrast)
    gsk_stroke_set_line_width (stroke, 2);
  if (unnamed)
    gsk_stroke_set_dash (stroke, (const float[]) { 4, 3 }, 2);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &hue);

  if (radius >= SMALLEST_WITH_ICON)
    snapshot_icon (widget, snapshot, sayso_node_icon_name (kind, unnamed), center,
                   radius >= 21 ? ICON_SIZE_LARGE : ICON_SIZE, &hue);
}

static GskPath *
line (const graphene_point_t *from, const graphene_point_t *to, float shift)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  float dx = to->x - from->x, dy = to->y - from->y, length = MAX (hypotf (dx, dy), 0.01f);
  float x = shift * dy / length, y = -shift * dx / length;

  gsk_path_builder_move_to (builder, from->x + x, from->y + y);
  gsk_path_builder_line_to (builder, to->x + x, to->y + y);

  return gsk_path_builder_free_to_path (builder);
}

/* The head with its tip at the end of the edge. Sets @neck: where the line meets it. */
static GskPath *
head_to_path (const SaysoSceneEdge *edge, float size, graphene_point_t *neck)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  float dx = edge->end.x - edge->start.x, dy = edge->end.y - edge->start.y, length = MAX (hypotf (dx, dy), 0.01f);
  float ux = dx / length, uy = dy / length, back = HEAD_LENGTH * size, half = HEAD_HALF * size;
  graphene_point_t tip = edge->end;

  switch (edge->head)
    {
    case SAYSO_EDGE_HEAD_PART_OF:
      graphene_point_init (neck, tip.x - 1.3f * back * ux, tip.y - 1.3f * back * uy);
      gsk_path_builder_move_to (builder, tip.x, tip.y);
      gsk_path_builder_line_to (builder, (tip.x + neck->x) / 2 + half * uy, (tip.y + neck->y) / 2 - half * ux);
      gsk_path_builder_line_to (builder, neck->x, neck->y);
      gsk_path_builder_line_to (builder, (tip.x + neck->x) / 2 - half * uy, (tip.y + neck->y) / 2 + half * ux);
      gsk_path_builder_close (builder);
      break;

    case SAYSO_EDGE_HEAD_REPORTS:
      graphene_point_init (neck, tip.x - 0.8f * back * ux, tip.y - 0.8f * back * uy);
      gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT ((tip.x + neck->x) / 2, (tip.y + neck->y) / 2),
                                   0.4f * back);
      break;

    case SAYSO_EDGE_HEAD_ATTRIBUTED:
      *neck = tip;
      gsk_path_builder_move_to (builder, tip.x - back * ux + half * uy, tip.y - back * uy - half * ux);
      gsk_path_builder_line_to (builder, tip.x, tip.y);
      gsk_path_builder_line_to (builder, tip.x - back * ux - half * uy, tip.y - back * uy + half * ux);
      break;

    case SAYSO_EDGE_HEAD_ACTS_ON:
    default:
      graphene_point_init (neck, tip.x - back * ux, tip.y - back * uy);
      gsk_path_builder_move_to (builder, tip.x, tip.y);
      gsk_path_builder_line_to (builder, neck->x + half * uy, neck->y - half * ux);
      gsk_path_builder_line_to (builder, neck->x - half * uy, neck->y + half * ux);
      gsk_path_builder_close (builder);
      break;
    }

  return gsk_path_builder_free_to_path (builder);
}

/**
 * sayso_edge_snapshot:
 * @snapshot: where to draw
 * @edge: an edge
 * @color: of its line
 * @background: of what it is drawn on
 *
 * Draws an edge: solid where the author says so, dashed where somebody claims it, double where it is supposed,
 * double and struck through where it is denied.
 */
void
sayso_edge_snapshot (GtkSnapshot *snapshot, const SaysoSceneEdge *edge, const GdkRGBA *color, const GdkRGBA *background)
{
  SaysoVoice voice = edge->relation->voice;
  gboolean doubled = voice == SAYSO_VOICE_HYPOTHETICAL || voice == SAYSO_VOICE_DENIED;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (doubled ? 1.0f : edge->width);
  g_autoptr (GskStroke) outline = gsk_stroke_new (OUTLINE_WIDTH);
  g_autoptr (GskPath) head = NULL;
  graphene_point_t neck;

  head = head_to_path (edge, 0.85f + 0.1f * edge->width, &neck);
  if (voice == SAYSO_VOICE_CLAIMED)
    gsk_stroke_set_dash (stroke, (const float[]) { 7, 4 }, 2);

  if (doubled)
    for (int side = -1; side <= 1; side += 2)
      {
        g_autoptr (GskPath) path = line (&edge->start, &neck, side * (edge->width / 2 + 1));

        gtk_snapshot_append_stroke (snapshot, path, stroke, color);
      }
  else
    {
      g_autoptr (GskPath) path = line (&edge->start, &neck, 0);

      gtk_snapshot_append_stroke (snapshot, path, stroke, color);
    }

  if (voice == SAYSO_VOICE_DENIED)
    {
      float x = (edge->start.x + neck.x) / 2, y = (edge->start.y + neck.y) / 2;
      g_autoptr (GskPath) bar = line (&GRAPHENE_POINT_INIT (x - 6, y - 6), &GRAPHENE_POINT_INIT (x + 6, y + 6), 0);

      gtk_snapshot_append_stroke (snapshot, bar, outline, color);
    }

  if (edge->head == SAYSO_EDGE_HEAD_ACTS_ON)
    gtk_snapshot_append_fill (snapshot, head, GSK_FILL_RULE_WINDING, color);
  else
    {
      if (edge->head != SAYSO_EDGE_HEAD_ATTRIBUTED)
        gtk_snapshot_append_fill (snapshot, head, GSK_FILL_RULE_WINDING, background);
      gtk_snapshot_append_stroke (snapshot, head, outline, color);
    }
}

/**
 * sayso_edge_snapshot_underlay:
 * @snapshot: where to draw
 * @edge: an edge
 * @color: of the underlay
 *
 * Draws the broad line below a selected edge.
 */
void
sayso_edge_snapshot_underlay (GtkSnapshot *snapshot, const SaysoSceneEdge *edge, const GdkRGBA *color)
{
  g_autoptr (GskPath) path = line (&edge->start, &edge->end, 0);
  g_autoptr (GskStroke) stroke = gsk_stroke_new (15);

  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
}

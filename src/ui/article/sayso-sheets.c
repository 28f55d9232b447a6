/* sayso-sheets.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-sheets.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "sayso-mark-painter.h"
#include "sayso-mark-words.h"

/* Set as on the screen, where text is 16 units tall, and made smaller as a whole: to 10.5 points. */
#define SIZE 16
#define POINTS (10.5 / SIZE)
#define LINE_HEIGHT 1.15 /* of the face's own */

/* In units. The gutter is in the margin. */
#define MARGIN_SIDE 104
#define MARGIN_TOP 84
#define MARGIN_BOTTOM 96
#define FOOTER 56
#define GAP 10
#define ITEM_INDENT 18

/* A piece of text that is set by itself. */
typedef struct
{
  PangoLayout *layout;
  SaysoParagraph *marks; /* nullable */
  float left;
  float gap;     /* above it, unless it begins a page */
  gboolean keep; /* on the page of the next one */
  gboolean secondary;
} Piece;

/* Some lines of a piece on a page. */
typedef struct
{
  guint page;
  guint piece;
  float y;   /* where its first line goes */
  float top; /* edges of those lines in the piece */
  float bottom;
  gboolean first;
  gboolean last;
} Fragment;

struct _SaysoSheets
{
  SaysoArticleContent *content;
  SaysoMarkSet shown;
  PangoContext *context;
  SaysoMarkLook look;
  GArray *pieces;    /* (element-type Piece) */
  GArray *fragments; /* (element-type Fragment): in order */
  char *title;
  float width;
  float height;
  guint n_pages;
};

void
sayso_sheet_claim_free (SaysoSheetClaim *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->source);
  g_free (self->quote);
  g_free (self);
}

static void
piece_clear (gpointer data)
{
  Piece *piece = data;

  g_clear_object (&piece->layout);
  g_clear_pointer (&piece->marks, sayso_paragraph_free);
}

/* -- setting ------------------------------------------------------------------------------------------------------- */

static void
create_context (SaysoSheets *self, const char *family)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  PangoFontMetrics *metrics;
  double ascent, descent;

  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_resolution (self->context, 96);
  pango_font_description_set_family (font, family != NULL && *family != '\0' ? family : "Sans");
  pango_font_description_set_absolute_size (font, SIZE * PANGO_SCALE);
  pango_context_set_font_description (self->context, font);

  metrics = pango_context_get_metrics (self->context, NULL, NULL);
  ascent = pango_font_metrics_get_ascent (metrics);
  descent = pango_font_metrics_get_descent (metrics);
  pango_font_metrics_unref (metrics);
  self->look.metrics = (SaysoTextMetrics) {
    .ascent = ascent / (ascent + descent),
    .leading = LINE_HEIGHT,
    .scale = 1,
    .gutter = MARGIN_SIDE,
  };
  sayso_mark_look_load_paper (&self->look);
  self->look.rejected = (self->shown & SAYSO_MARKS_REJECTED) != 0;
}

static Piece *
add_piece (SaysoSheets *self, const char *text, gssize length, double scale, PangoWeight weight, float indent,
           float gap)
{
  Piece piece = { pango_layout_new (self->context), NULL, MARGIN_SIDE + indent, gap, FALSE, FALSE };
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_line_height_new (LINE_HEIGHT));
  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_layout_set_attributes (piece.layout, attributes);
  pango_layout_set_width (piece.layout, (int) ((self->width - 2 * MARGIN_SIDE - indent) * PANGO_SCALE));
  pango_layout_set_wrap (piece.layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_single_paragraph_mode (piece.layout, TRUE);
  pango_layout_set_text (piece.layout, text, (int) length);
  g_array_append_val (self->pieces, piece);

  return &g_array_index (self->pieces, Piece, self->pieces->len - 1);
}

static void
add_imprint (SaysoSheets *self)
{
  SaysoArticle *article = self->content->article;
  g_autofree char *date = article->published == NULL ? NULL : sayso_published_to_words (article->published);
  const char *parts[] = { article->outlet, article->byline, date };
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", parts[i]);
  if (line->len > 0)
    add_piece (self, line->str, -1, 0.85, PANGO_WEIGHT_NORMAL, 0, 0)->secondary = TRUE;
  if (!self->content->has_title)
    add_piece (self, self->title, -1, 1.4, PANGO_WEIGHT_BOLD, 0, 4)->keep = TRUE;
  if (article->url != NULL && *article->url != '\0')
    add_piece (self, article->url, -1, 0.85, PANGO_WEIGHT_NORMAL, 0, 4)->secondary = TRUE;
}

/* How a line is set; @next goes on from line to line. */
static SaysoArticleStyle
style_at (SaysoSheets *self, guint offset, guint *next)
{
  GArray *styles = self->content->styles;

  for (; *next < styles->len; ++*next)
    {
      const SaysoStyledSpan *styled = &g_array_index (styles, SaysoStyledSpan, *next);

      if (styled->style == SAYSO_STYLE_GAP || styled->style == SAYSO_STYLE_SPACED || styled->span.end <= offset)
        continue;
      return styled->span.start <= offset ? styled->style : SAYSO_N_STYLES;
    }

  return SAYSO_N_STYLES;
}

static void
add_line (SaysoSheets *self, const char *line, gsize bytes, guint offset, guint chars, SaysoArticleStyle style,
          float gap)
{
  Piece *piece;

  if (style == SAYSO_STYLE_TITLE)
    piece = add_piece (self, line, bytes, 1.4, PANGO_WEIGHT_BOLD, 0, gap);
  else if (style == SAYSO_STYLE_HEADING)
    piece = add_piece (self, line, bytes, 1.08, PANGO_WEIGHT_BOLD, 0, gap);
  else
    piece = add_piece (self, line, bytes, 1, PANGO_WEIGHT_NORMAL, style == SAYSO_STYLE_ITEM ? ITEM_INDENT : 0, gap);
  piece->keep = style == SAYSO_STYLE_TITLE || style == SAYSO_STYLE_HEADING;
  if (self->shown != 0)
    piece->marks = sayso_paragraph_new_for_layout (piece->layout, SAYSO_SPAN (offset, offset + chars), piece->left,
                                                   self->content->marks, self->shown, &self->look.metrics);
}

static void
add_text (SaysoSheets *self)
{
  const char *line = self->content->shown;
  guint offset = 0, next = 0;
  float gap = 2 * GAP;

  while (*line != '\0')
    {
      const char *end = strchr (line, '\n');
      gsize bytes = end == NULL ? strlen (line) : (gsize) (end - line);
      guint chars = g_utf8_strlen (line, bytes);
      gsize blanks = strspn (line, " \t\r");

      if (blanks < bytes)
        {
          add_line (self, line, bytes, offset, chars, style_at (self, offset + blanks, &next), gap);
          gap = GAP / 2.0f;
        }
      else
        {
          gap = GAP;
        }
      offset += chars + 1;
      line += bytes + (end != NULL);
    }
}

static void
add_claims (SaysoSheets *self, GPtrArray *claims)
{
  if (claims->len == 0)
    return;

  add_piece (self, _ ("Claims and Their Sources"), -1, 1.2, PANGO_WEIGHT_BOLD, 0, 4 * GAP)->keep = TRUE;
  for (guint i = 0; i < claims->len; i++)
    {
      const SaysoSheetClaim *claim = g_ptr_array_index (claims, i);
      g_autofree char *title = g_strdup_printf ("%u. %s", i + 1, claim->title);
      Piece *piece = add_piece (self, title, -1, 1, PANGO_WEIGHT_BOLD, 0, GAP);

      piece->keep = TRUE;
      piece = add_piece (self, claim->source, -1, 0.9, PANGO_WEIGHT_NORMAL, ITEM_INDENT, 0);
      piece->keep = TRUE;
      add_piece (self, claim->quote, -1, 0.9, PANGO_WEIGHT_NORMAL, ITEM_INDENT, 0)->secondary = TRUE;
    }
}

/* -- pages --------------------------------------------------------------------------------------------------------- */

static float
piece_height (const Piece *piece)
{
  int height;

  pango_layout_get_size (piece->layout, NULL, &height);

  return (float) height / PANGO_SCALE;
}

/* Lower edges of the lines of a piece. */
static GArray *
get_lines (const Piece *piece)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (float));
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (piece->layout);

  do
    {
      int bottom;
      float edge;

      pango_layout_iter_get_line_yrange (iter, NULL, &bottom);
      edge = (float) bottom / PANGO_SCALE;
      g_array_append_val (lines, edge);
    }
  while (pango_layout_iter_next_line (iter));

  return lines;
}

/* What must stand on one page with a piece: those it is kept with, and a line or two of the one after. */
static float
height_kept (SaysoSheets *self, guint index)
{
  float height = 0;

  for (; index < self->pieces->len; index++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, index);

      if (!piece->keep)
        return height + MIN (piece_height (piece), 2 * SIZE * 1.5f);
      height += piece_height (piece) + piece->gap;
    }

  return height;
}

/* Lays the pieces on pages, line by line; a piece breaks where the page ends, but leaves no line alone at its foot. */
static void
break_pages (SaysoSheets *self)
{
  const float foot = self->height - MARGIN_BOTTOM;
  float y = MARGIN_TOP;
  guint page = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      g_autoptr (GArray) lines = get_lines (piece);
      Fragment fragment = { .page = page, .piece = i, .first = TRUE };

      y += y > MARGIN_TOP ? piece->gap : 0;
      if (y > MARGIN_TOP && y + height_kept (self, i) > foot)
        {
          fragment.page = ++page;
          y = MARGIN_TOP;
        }
      fragment.y = y;
      for (guint j = 0; j < lines->len; j++)
        {
          float bottom = g_array_index (lines, float, j);

          if (fragment.y + bottom - fragment.top > foot && fragment.bottom > fragment.top)
            {
              g_array_append_val (self->fragments, fragment);
              fragment = (Fragment) { ++page, i, MARGIN_TOP, fragment.bottom, fragment.bottom, FALSE, FALSE };
            }
          fragment.bottom = bottom;
        }
      fragment.last = TRUE;
      g_array_append_val (self->fragments, fragment);
      y = fragment.y + fragment.bottom - fragment.top;
    }
  self->n_pages = page + 1;
}

/**
 * sayso_sheets_new:
 * @content: an article
 * @shown: which of its marks; 0 for none
 * @claims: (nullable) (element-type SaysoSheetClaim): the claims to list after it
 * @family: (nullable): the typeface
 * @width: width of a page, in points
 * @height: height of a page, in points
 *
 * Returns: (transfer full): the article on pages; there is at least one
 */
SaysoSheets *
sayso_sheets_new (SaysoArticleContent *content, SaysoMarkSet shown, GPtrArray *claims, const char *family, double width,
                  double height)
{
  SaysoSheets *self;
  const char *title;

  g_return_val_if_fail (content != NULL, NULL);

  self = g_new0 (SaysoSheets, 1);
  self->content = sayso_article_content_ref (content);
  self->shown = shown;
  /* A page of no size still takes a word a line. */
  self->width = MAX (width / POINTS, 2 * MARGIN_SIDE + 4 * SIZE);
  self->height = MAX (height / POINTS, MARGIN_TOP + MARGIN_BOTTOM + 4 * SIZE);
  title = sayso_item_get_title (SAYSO_ITEM (content->article));
  self->title = g_strdup (title != NULL ? title : "");
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, piece_clear);
  self->fragments = g_array_new (FALSE, FALSE, sizeof (Fragment));
  create_context (self, family);
  add_imprint (self);
  add_text (self);
  if (claims != NULL)
    add_claims (self, claims);
  break_pages (self);

  return self;
}

void
sayso_sheets_free (SaysoSheets *self)
{
  g_return_if_fail (self != NULL);

  sayso_article_content_unref (self->content);
  g_object_unref (self->context);
  g_array_unref (self->pieces);
  g_array_unref (self->fragments);
  g_free (self->title);
  g_free (self);
}

guint
sayso_sheets_get_n_pages (SaysoSheets *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_pages;
}

/**
 * sayso_sheets_get_filled:
 * @self: sheets
 *
 * Returns: how much of the last page's height is used, with its margins, in points
 */
double
sayso_sheets_get_filled (SaysoSheets *self)
{
  const Fragment *last;

  g_return_val_if_fail (self != NULL, 0);

  last = self->fragments->len > 0 ? &g_array_index (self->fragments, Fragment, self->fragments->len - 1) : NULL;

  return ((last != NULL ? last->y + last->bottom - last->top : MARGIN_TOP) + MARGIN_BOTTOM) * POINTS;
}

/* -- drawing ------------------------------------------------------------------------------------------------------- */

static void
draw_nodes (SaysoSheets *self, Piece *piece, cairo_t *cr, gboolean above)
{
  for (guint paint = 0; piece->marks != NULL && paint < SAYSO_N_PAINTS; paint++)
    {
      GskRenderNode *node;

      if (!piece->marks->painted[paint])
        sayso_paint_paragraph (piece->marks, self->content->marks, &self->look, paint);
      node = above ? piece->marks->above[paint] : piece->marks->below[paint];
      if (node != NULL)
        gsk_render_node_draw (node, cr);
    }
}

static void
draw_fragment (SaysoSheets *self, const Fragment *fragment, cairo_t *cr)
{
  Piece *piece = &g_array_index (self->pieces, Piece, fragment->piece);
  float over = fragment->first ? 4 : 0, under = fragment->last ? 8 : 0;

  cairo_save (cr);
  cairo_rectangle (cr, 0, fragment->y - over, self->width, fragment->bottom - fragment->top + over + under);
  cairo_clip (cr);
  cairo_translate (cr, 0, fragment->y - fragment->top);
  draw_nodes (self, piece, cr, FALSE);
  gdk_cairo_set_source_rgba (cr, piece->secondary ? &self->look.secondary : &self->look.foreground);
  cairo_move_to (cr, piece->left, 0);
  pango_cairo_show_layout (cr, piece->layout);
  draw_nodes (self, piece, cr, TRUE);
  cairo_restore (cr);
}

static void
draw_footer (SaysoSheets *self, guint page, cairo_t *cr)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  /* Translators: the number of a page, and how many there are */
  g_autofree char *number = g_strdup_printf (_ ("%u of %u"), page + 1, self->n_pages);
  int width;

  pango_attr_list_insert (attributes, pango_attr_scale_new (0.8));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  gdk_cairo_set_source_rgba (cr, &self->look.secondary);

  pango_layout_set_text (layout, number, -1);
  pango_layout_get_size (layout, &width, NULL);
  cairo_move_to (cr, self->width - MARGIN_SIDE - (double) width / PANGO_SCALE, self->height - FOOTER);
  pango_cairo_show_layout (cr, layout);
  pango_layout_set_text (layout, self->title, -1);
  pango_layout_set_width (layout, (int) ((self->width - 2 * MARGIN_SIDE - 90) * PANGO_SCALE));
  cairo_move_to (cr, MARGIN_SIDE, self->height - FOOTER);
  pango_cairo_show_layout (cr, layout);
}

/**
 * sayso_sheets_draw:
 * @self: sheets
 * @page: a page, from 0
 * @cr: where to draw it, in points
 */
void
sayso_sheets_draw (SaysoSheets *self, guint page, cairo_t *cr)
{
  g_return_if_fail (self != NULL && page < self->n_pages);
  g_return_if_fail (cr != NULL);

  cairo_save (cr);
  cairo_scale (cr, POINTS, POINTS);
  for (guint i = 0; i < self->fragments->len; i++)
    {
      const Fragment *fragment = &g_array_index (self->fragments, Fragment, i);

      if (fragment->page == page)
        draw_fragment (self, fragment, cr);
    }
  draw_footer (self, page, cr);
  cairo_restore (cr);
}

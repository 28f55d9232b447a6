/* sayso-story-view.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-story-view.h"

#include <glib/gi18n.h>

#include "sayso-colors.h"
#include "sayso-link-box.h"

#define BOX_WIDTH 144
#define MIN_WIDTH 96
#define GAP 26     /* between columns, px */
#define ROW_GAP 12 /* between boxes */
#define HEADING 24
#define LINE 1.7f
#define HEAD 4

/* More boxes than that tell no more. */
#define MAX_TOLD 16

typedef struct
{
  GtkWidget *box;
  guint depth; /* 0: an origin */
  int to;      /* index of the box it has it from, or -1 */
  gboolean inferred;
  double row;
  GtkAllocation at;
} Node;

struct _SaysoStoryView
{
  GtkWidget parent_instance;

  GArray *nodes;       /* (element-type Node) */
  GPtrArray *headings; /* (element-type GtkWidget): of the columns, from the origin's on */
  guint n_rows;
  guint depth;
  SaysoSession *session; /* borrowed: the window outlives its views */
};

G_DEFINE_FINAL_TYPE (SaysoStoryView, sayso_story_view, GTK_TYPE_WIDGET)

static Node *
node_at (SaysoStoryView *self, guint i)
{
  return &g_array_index (self->nodes, Node, i);
}

/* -- making ------------------------------------------------------------------------------------------- */

static void
clear (SaysoStoryView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_array_set_size (self->nodes, 0);
  g_ptr_array_set_size (self->headings, 0);
  self->n_rows = self->depth = 0;
}

static void
activate_box (GtkButton *button, gpointer user_data)
{
  SaysoStoryView *self = user_data;
  gint64 *place = g_object_get_data (G_OBJECT (button), "place");
  gint64 id = 0;
  SaysoItemKind kind = sayso_link_box_get_target (SAYSO_LINK_BOX (button), &id);

  if (self->session == NULL)
    return;
  if (kind == SAYSO_ITEM_CLAIM || kind == SAYSO_ITEM_ACTOR)
    sayso_session_select (self->session, kind, id, FALSE);
  else if (place != NULL)
    sayso_session_reveal_passage (self->session, place[0], SAYSO_SPAN (place[1], place[2]));
}

static guint
add_node (SaysoStoryView *self, GtkWidget *box, guint depth, int to, gboolean inferred)
{
  Node node = { box, depth, to, inferred };

  sayso_link_box_set_compact (SAYSO_LINK_BOX (box));
  g_signal_connect_object (box, "clicked", G_CALLBACK (activate_box), self, 0);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  g_array_append_val (self->nodes, node);
  self->depth = MAX (self->depth, depth);

  return self->nodes->len - 1;
}

static const char *
way_to_words (SaysoStepWay way)
{
  switch (way)
    {
    case SAYSO_STEP_SOURCE:
      return _ ("has a source");
    case SAYSO_STEP_CITES:
    case SAYSO_STEP_OUTSIDE:
      return _ ("cites");
    case SAYSO_STEP_COPIES:
      return _ ("repeats word for word");
    case SAYSO_STEP_AGAIN:
      return _ ("tells it again");
    case SAYSO_STEP_PRESS:
      return _ ("says others reported it");
    case SAYSO_STEP_REPEATS:
      return _ ("gives no source");
    case SAYSO_STEP_RULED:
      return _ ("independent");
    case SAYSO_STEP_OPEN:
    default:
      return _ ("gives no source");
    }
}

static GtkWidget *
box_for_told (const SaysoAccount *account, const SaysoTold *told)
{
  g_autofree char *outlet = sayso_told_outlet (told);
  g_autofree char *sentence = sayso_told_to_words (account, told);
  GtkWidget *box = sayso_link_box_new ("sayso-outlet-symbolic", outlet, way_to_words (told->step->way));
  gint64 place[] = { told->telling->article, told->telling->span.start, told->telling->span.end };

  gtk_widget_set_tooltip_text (box, told->quote);
  /* The arrow, for who does not see it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
  g_object_set_data_full (G_OBJECT (box), "place", g_memdup2 (place, sizeof place), g_free);
  if (told->telling->claim != 0)
    sayso_link_box_set_target (SAYSO_LINK_BOX (box), SAYSO_ITEM_CLAIM, told->telling->claim);
  else
    sayso_link_box_set_target (SAYSO_LINK_BOX (box), SAYSO_ITEM_ARTICLE, told->telling->article);

  return box;
}

static GtkWidget *
box_for_origin (const SaysoOrigin *origin)
{
  SaysoLink link = { origin->kind, origin->several, origin->kind != SAYSO_SOURCE_UNKNOWN ? origin->name : NULL };

  link.actor = origin->actor;

  return sayso_link_box_new_for_link (&link, TRUE);
}

static int
node_of_told (SaysoStoryView *self, const SaysoAccount *account, gint64 telling, const int *nodes)
{
  for (guint i = 0; i < account->told->len && i < MAX_TOLD; i++)
    if (((SaysoTold *) g_ptr_array_index (account->told, i))->telling->id == telling)
      return nodes[i];

  return -1;
}

/* The box of one telling, after that of whom it follows. */
static void
add_told (SaysoStoryView *self, const SaysoAccount *account, guint i, int *nodes)
{
  const SaysoTold *told = g_ptr_array_index (account->told, i);
  const SaysoStep *step = told->step;
  int to = step->origin;
  gboolean inferred = step->way == SAYSO_STEP_REPEATS || step->way == SAYSO_STEP_PRESS;

  if (nodes[i] >= 0)
    return;
  if (step->to != 0)
    {
      for (guint k = 0; k < account->told->len && k < MAX_TOLD; k++)
        if (((SaysoTold *) g_ptr_array_index (account->told, k))->telling->id == step->to && k != i)
          add_told (self, account, k, nodes);
      to = node_of_told (self, account, step->to, nodes);
      if (to < 0)
        to = step->origin;
    }
  else if (step->way == SAYSO_STEP_OUTSIDE && step->outlet != NULL)
    {
      /* An empty box for the article that is not here; one for all that cite it. */
      for (guint k = account->story->origins->len; k < self->nodes->len; k++)
        if (node_at (self, k)->to == to && g_object_get_data (G_OBJECT (node_at (self, k)->box), "outside") != NULL)
          {
            to = k;
            break;
          }
      if (to == (int) step->origin)
        {
          GtkWidget *box = sayso_link_box_new ("sayso-outlet-symbolic", step->outlet, _ ("not in the casebook"));

          gtk_widget_add_css_class (box, "nobody");
          g_object_set_data (G_OBJECT (box), "outside", box);
          to = add_node (self, box, 1, to, FALSE);
        }
    }
  nodes[i] = add_node (self, box_for_told (account, told), node_at (self, to)->depth + 1, to, inferred);
}

static double
place_row (SaysoStoryView *self, guint i)
{
  double first = 0, last = 0;
  guint n = 0;

  for (guint k = 0; k < self->nodes->len; k++)
    if (node_at (self, k)->to == (int) i)
      {
        double row = place_row (self, k);

        first = n == 0 ? row : first;
        last = row;
        n++;
      }
  node_at (self, i)->row = n > 0 ? (first + last) / 2 : self->n_rows++;

  return node_at (self, i)->row;
}

static void
add_headings (SaysoStoryView *self)
{
  const char *words[] = { _ ("Origin"), _ ("First outlet"), _ ("Articles that carry it") };

  for (guint i = 0; i < G_N_ELEMENTS (words) && i <= self->depth; i++)
    {
      GtkWidget *label = gtk_label_new (words[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "caption-heading");
      gtk_widget_add_css_class (label, "sayso-secondary");
      gtk_widget_set_parent (label, GTK_WIDGET (self));
      g_ptr_array_add (self->headings, label);
    }
}

/**
 * sayso_story_view_set_account:
 * @self: a story view
 * @session: (nullable): where a box leads to
 * @account: (nullable): the story
 */
void
sayso_story_view_set_account (SaysoStoryView *self, SaysoSession *session, const SaysoAccount *account)
{
  g_autofree int *nodes = NULL;
  g_autoptr (GPtrArray) reasons = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (SAYSO_IS_STORY_VIEW (self));

  self->session = session;
  clear (self);
  if (account == NULL)
    return;

  nodes = g_new (int, MAX_TOLD);
  for (guint i = 0; i < MAX_TOLD; i++)
    nodes[i] = -1;
  for (guint i = 0; i < account->story->origins->len; i++)
    add_node (self, box_for_origin (&g_array_index (account->story->origins, SaysoOrigin, i)), 0, -1, FALSE);
  for (guint i = 0; i < account->told->len && i < MAX_TOLD; i++)
    add_told (self, account, i, nodes);
  for (guint i = 0; i < self->nodes->len; i++)
    if (node_at (self, i)->depth == 0)
      place_row (self, i);
  add_headings (self);

  reasons = sayso_account_reasons (account);
  g_ptr_array_add (reasons, NULL);
  words = g_strjoinv (" ", (char **) reasons->pdata);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* -- layout ------------------------------------------------------------------------------------------- */

static int
row_height (SaysoStoryView *self, int width)
{
  int height = 0;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      int natural = 0;

      gtk_widget_measure (node_at (self, i)->box, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
      height = MAX (height, natural);
    }

  return height;
}

static int
column_width (SaysoStoryView *self, int width)
{
  int n = self->depth + 1, free = (width - (n - 1) * GAP) / n;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      int minimum = 0;

      gtk_widget_measure (node_at (self, i)->box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      free = MAX (free, minimum);
    }

  return MIN (MAX (free, MIN_WIDTH), BOX_WIDTH + 40);
}

static void
sayso_story_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  SaysoStoryView *self = SAYSO_STORY_VIEW (widget);
  int n = self->depth + 1;

  if (self->nodes->len == 0)
    *minimum = *natural = 0;
  else if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = n * column_width (self, 0) + (n - 1) * GAP;
      *natural = MAX (*minimum, n * BOX_WIDTH + (n - 1) * GAP);
    }
  else
    {
      int width = column_width (self, for_size > 0 ? for_size : n * BOX_WIDTH + (n - 1) * GAP);

      *minimum = *natural = HEADING + self->n_rows * (row_height (self, width) + ROW_GAP) - ROW_GAP;
    }
}

static void
sayso_story_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SaysoStoryView *self = SAYSO_STORY_VIEW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int column, row, gap;

  if (self->nodes->len == 0)
    return;

  column = column_width (self, width);
  row = row_height (self, column);
  gap = self->depth > 0 ? CLAMP ((width - (int) (self->depth + 1) * column) / (int) self->depth, 0, 2 * GAP) : 0;
  for (guint i = 0; i < self->nodes->len; i++)
    {
      Node *node = node_at (self, i);
      int x = (self->depth - node->depth) * (column + gap);

      node->at =
          (GtkAllocation) { rtl ? width - x - column : x, HEADING + (int) (node->row * (row + ROW_GAP)), column, row };
      gtk_widget_size_allocate (node->box, &node->at, -1);
    }
  for (guint i = 0; i < self->headings->len; i++)
    {
      GtkWidget *heading = g_ptr_array_index (self->headings, i);
      int x = i == 2 ? 0 : (self->depth - i) * (column + gap);
      GtkAllocation at = { rtl ? width - x - column : x, 0, column, HEADING - 6 };

      gtk_widget_measure (heading, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (heading, &at, -1);
    }
}

static void
draw_arrow (SaysoStoryView *self, GtkSnapshot *snapshot, const Node *from, const Node *to, const GdkRGBA *color)
{
  g_autoptr (GskPathBuilder) line = gsk_path_builder_new ();
  g_autoptr (GskPathBuilder) head = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (LINE);
  g_autoptr (GskPath) line_path = NULL, head_path = NULL;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  float sign = rtl ? -1 : 1;
  float x0 = rtl ? to->at.x : to->at.x + to->at.width, y0 = to->at.y + to->at.height / 2.0f;
  float x1 = rtl ? from->at.x + from->at.width : from->at.x, y1 = from->at.y + from->at.height / 2.0f;
  float middle = x1 - sign * 13;

  x0 += sign * 2;
  gsk_path_builder_move_to (line, x1 - sign * 2, y1);
  if (ABS (y1 - y0) > 1)
    {
      float turn = MIN (6, ABS (y1 - y0) / 2) * (y0 > y1 ? 1 : -1);

      gsk_path_builder_line_to (line, middle + sign * ABS (turn), y1);
      gsk_path_builder_quad_to (line, middle, y1, middle, y1 + turn);
      gsk_path_builder_line_to (line, middle, y0 - turn);
      gsk_path_builder_quad_to (line, middle, y0, middle - sign * ABS (turn), y0);
    }
  gsk_path_builder_line_to (line, x0, y0);
  gsk_path_builder_move_to (head, x0 + sign * (HEAD + 0.5f), y0 - HEAD);
  gsk_path_builder_line_to (head, x0, y0);
  gsk_path_builder_line_to (head, x0 + sign * (HEAD + 0.5f), y0 + HEAD);
  line_path = gsk_path_builder_to_path (line);
  head_path = gsk_path_builder_to_path (head);

  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  gtk_snapshot_append_stroke (snapshot, head_path, stroke, color);
  if (to->inferred)
    gsk_stroke_set_dash (stroke, (float[]) { 2.5f, 3.5f }, 2);
  gtk_snapshot_append_stroke (snapshot, line_path, stroke, color);
}

static void
sayso_story_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SaysoStoryView *self = SAYSO_STORY_VIEW (widget);
  GdkRGBA color;

  sayso_color_get (widget, SAYSO_COLOR_CLAIM, &color);
  for (guint i = 0; i < self->nodes->len; i++)
    if (node_at (self, i)->to >= 0)
      draw_arrow (self, snapshot, node_at (self, node_at (self, i)->to), node_at (self, i), &color);

  GTK_WIDGET_CLASS (sayso_story_view_parent_class)->snapshot (widget, snapshot);
}

static GtkSizeRequestMode
sayso_story_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sayso_story_view_dispose (GObject *object)
{
  clear (SAYSO_STORY_VIEW (object));

  G_OBJECT_CLASS (sayso_story_view_parent_class)->dispose (object);
}

static void
sayso_story_view_finalize (GObject *object)
{
  g_array_unref (SAYSO_STORY_VIEW (object)->nodes);
  g_ptr_array_unref (SAYSO_STORY_VIEW (object)->headings);

  G_OBJECT_CLASS (sayso_story_view_parent_class)->finalize (object);
}

static void
sayso_story_view_class_init (SaysoStoryViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sayso_story_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = sayso_story_view_finalize;
  widget_class->get_request_mode = sayso_story_view_get_request_mode;
  widget_class->measure = sayso_story_view_measure;
  widget_class->size_allocate = sayso_story_view_size_allocate;
  widget_class->snapshot = sayso_story_view_snapshot;

  gtk_widget_class_set_css_name (widget_class, "storyview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sayso_story_view_init (SaysoStoryView *self)
{
  self->nodes = g_array_new (FALSE, TRUE, sizeof (Node));
  self->headings = g_ptr_array_new ();
}

/**
 * sayso_story_view_fill_chain:
 * @chain: a chain view
 * @account: a story
 * @claim: one claim of it
 *
 * Shows one branch of the tree: from the article that makes the claim to the origin.
 */
void
sayso_story_view_fill_chain (SaysoChainView *chain, const SaysoAccount *account, gint64 claim)
{
  const SaysoTold *told = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  g_return_if_fail (SAYSO_IS_CHAIN_VIEW (chain) && account != NULL);

  for (guint i = 0; i < account->told->len && told == NULL; i++)
    if (((SaysoTold *) g_ptr_array_index (account->told, i))->telling->claim == claim)
      told = g_ptr_array_index (account->told, i);
  if (told == NULL)
    told = g_ptr_array_index (account->told, 0);

  sayso_chain_view_clear (chain);
  for (guint depth = 0; told != NULL && depth < account->told->len; depth++)
    {
      const SaysoStep *step = told->step;
      const SaysoTold *next = NULL;
      g_autofree char *sentence = sayso_told_to_words (account, told);

      g_string_append_printf (words, "%s%s", depth > 0 ? " " : "", sentence);
      sayso_chain_view_append (chain, box_for_told (account, told), NULL, FALSE, FALSE);
      for (guint i = 0; step->to != 0 && i < account->told->len && next == NULL; i++)
        if (((SaysoTold *) g_ptr_array_index (account->told, i))->telling->id == step->to)
          next = g_ptr_array_index (account->told, i);
      if (next == NULL && step->way == SAYSO_STEP_OUTSIDE && step->outlet != NULL)
        {
          GtkWidget *box = sayso_link_box_new ("sayso-outlet-symbolic", step->outlet, _ ("not in the casebook"));

          gtk_widget_add_css_class (box, "nobody");
          sayso_chain_view_append (chain, box, NULL, FALSE, FALSE);
        }
      if (next == NULL && step->origin < account->story->origins->len)
        sayso_chain_view_append (chain,
                                 box_for_origin (&g_array_index (account->story->origins, SaysoOrigin, step->origin)),
                                 NULL, FALSE, FALSE);
      told = next;
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (chain), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
}

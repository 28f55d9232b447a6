/* sayso-timeline-canvas-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-timeline-canvas.h"
#include "sayso-related.h"
#include "sayso-timeline-change.h"
#include "sayso-timeline-draw.h"
#include "sayso-timeline-item.h"

G_BEGIN_DECLS

#define SAYSO_TIMELINE_FEW_LANES 12 /* for groups, until all are asked for */

/* Measures labels on the worker thread, one layout at a time. */
typedef struct _SaysoTimelineRuler SaysoTimelineRuler;

/* A pill at a lane's edge that leads to an event out of view. */
typedef struct
{
  graphene_rect_t area;
  gint64 event; /* 0: it is not known */
  double at;    /* where it is, in seconds */
} SaysoTimelinePill;

struct _SaysoTimelineCanvas
{
  GtkWidget parent_instance;

  /* Owned */
  SaysoTimelineModel *model;
  SaysoRelated *related; /* NULL without a session */
  SaysoTimelineLayout *layout;
  SaysoTimelineRuler *ruler;
  GHashTable *children;     /* event id → SaysoTimelineMarkWidget */
  GHashTable *labels;       /* event id → PangoLayout */
  GHashTable *texts;        /* names of lanes and the like → PangoLayout */
  GHashTable *textures;     /* what looks the same everywhere → GdkTexture */
  SaysoTimelineStyle style; /* that they were drawn in */
  GArray *pills;            /* of SaysoTimelinePill, as last drawn */

  GPtrArray *heads; /* children: one button for each lane, which folds it */
  GtkWidget *fewer; /* child: folds the lanes of most groups into one again */

  GArray *folded;     /* of gint64: groups whose lanes only count; replaced, never changed */
  gboolean all_lanes; /* every group has its own */
  gboolean exact;     /* drawn for a file: in lines that can be enlarged */
  gboolean roomy;
  guint max_rows; /* of a lane; 0: as many as it needs */
  gboolean laying_out;
  gboolean layout_wanted;
  gboolean own_selection; /* the selection comes from here: what is in view stays where it is */
  gint64 hovered;
  double pointer_x;
  double pointer_y;
  double dragged_x; /* how far the drag has come */

  SaysoTimelinePart changed_part; /* of the selected event, that a hand holds */
  gint64 changed_event;           /* 0: nothing is moved */
  SaysoBounds changed_from;
  SaysoBounds changed_to;
  double changed_at; /* where the hand took hold, in seconds */
  guint linger;      /* source that ends the change */
  SaysoBounds drop;  /* what is dropped now would be dated so; else unknown */
  double drop_y;

  double settled_left; /* the view that layout and children were last made for */
  double settled_scale;
  double settled_width;
  guint settle;          /* source that sees to them soon */
  gint64 moved_at;       /* when the view moved last */
  guint sync;            /* source that gives what came into view a child */
  double allocated_left; /* the view that children were last placed for */
};

/* Positions along time are pixels from the edge where the view begins; these turn them into places on the widget. */
double sayso_timeline_canvas_time_width (SaysoTimelineCanvas *self);
double sayso_timeline_canvas_row_height (SaysoTimelineCanvas *self);
double sayso_timeline_canvas_to_widget (SaysoTimelineCanvas *self, double begin, double width);
double sayso_timeline_canvas_from_widget (SaysoTimelineCanvas *self, double x);
void sayso_timeline_canvas_extent (SaysoTimelineCanvas *self, const SaysoTimelineMark *mark, double *x0, double *x1);
const SaysoTimelineMark *sayso_timeline_canvas_pick (SaysoTimelineCanvas *self, double x, double y);
const SaysoTimelineEvent *sayso_timeline_canvas_event (SaysoTimelineCanvas *self, guint index);

void sayso_timeline_canvas_request_layout (SaysoTimelineCanvas *self);
void sayso_timeline_canvas_sync_children (SaysoTimelineCanvas *self, gint64 also);
void sayso_timeline_canvas_refresh_children (SaysoTimelineCanvas *self);
void sayso_timeline_canvas_add_heads (SaysoTimelineCanvas *self);
void sayso_timeline_canvas_update_heads (SaysoTimelineCanvas *self);
int sayso_timeline_canvas_heads_height (SaysoTimelineCanvas *self);
void sayso_timeline_canvas_allocate_heads (SaysoTimelineCanvas *self);
gboolean sayso_timeline_canvas_is_head (SaysoTimelineCanvas *self, GtkWidget *child);
gboolean sayso_timeline_canvas_focus_head (SaysoTimelineCanvas *self, GtkWidget *from, int step);
char *sayso_timeline_canvas_lane_name (SaysoTimelineCanvas *self, const SaysoTimelineLane *lane);
void sayso_timeline_canvas_allocate_children (SaysoTimelineCanvas *self);

SaysoTimelinePart sayso_timeline_canvas_part_at (SaysoTimelineCanvas *self, double x, double y);
gboolean sayso_timeline_canvas_begin_change (SaysoTimelineCanvas *self, double x, double y);
void sayso_timeline_canvas_move_change (SaysoTimelineCanvas *self, double x);
void sayso_timeline_canvas_finish_change (SaysoTimelineCanvas *self);
void sayso_timeline_canvas_end_change (SaysoTimelineCanvas *self);
void sayso_timeline_canvas_add_drop (SaysoTimelineCanvas *self);

void sayso_timeline_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
void sayso_timeline_canvas_install_input (SaysoTimelineCanvasClass *klass);
void sayso_timeline_canvas_add_controllers (SaysoTimelineCanvas *self);
gboolean sayso_timeline_canvas_focus (GtkWidget *widget, GtkDirectionType direction);
gboolean sayso_timeline_canvas_grab_focus (GtkWidget *widget);
gint64 sayso_timeline_canvas_focused (SaysoTimelineCanvas *self);

SaysoTimelineRuler *sayso_timeline_ruler_new (GtkWidget *widget);
SaysoTimelineRuler *sayso_timeline_ruler_ref (SaysoTimelineRuler *self);
void sayso_timeline_ruler_unref (SaysoTimelineRuler *self);
double sayso_timeline_ruler_measure (const char *text, gpointer self);

G_END_DECLS

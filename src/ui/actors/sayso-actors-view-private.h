/* sayso-actors-view-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sayso-actors-table.h"
#include "sayso-actors-view.h"
#include "sayso-graph-canvas.h"
#include "sayso-graph-scope.h"

G_BEGIN_DECLS

struct _SaysoActorsView
{
  AdwBin parent_instance;

  /* Template */
  AdwToggleGroup *modes;
  GtkBox *heads;
  GtkMenuButton *show;
  GtkGrid *kinds;
  GtkBox *voices;
  GtkSpinButton *min_sources;
  GtkStack *pages;
  AdwStatusPage *empty_page;
  SaysoGraphCanvas *canvas;
  SaysoActorsTable *table;
  GtkWidget *legend;
  GtkFlowBox *legend_items;
  GtkLabel *status;
  GtkWidget *show_more;
  GtkWidget *show_all;
  GtkRevealer *player;
  GtkToggleButton *play;
  GtkScale *when;
  GtkLabel *when_label;
  GtkDropDown *which_time;
  GtkPopoverMenu *menu;

  /* Owned */
  SaysoSession *session;
  SaysoGraphData *data;   /* nullable: not read yet */
  SaysoGraphScope *scope; /* what of it is shown */
  GHashTable *places;     /* actor → SaysoPlace: where actors stand, also those that are not shown just now */
  GCancellable *loading;
  char *shown_before; /* name of the actor that was selected before */

  SaysoLayoutForm form;
  guint generation; /* of what is asked for; what comes late is dropped */
  gint64 selected;  /* the actor that is selected, and the one before it; 0 for none */
  gint64 before;
  guint n_actors; /* that pass the session's filter */
  guint playing;  /* source */
  gboolean stale; /* something changed while the view was hidden */
  gboolean anew;  /* the whole is to be laid out and fitted again */
  gboolean setting;
};

/* sayso-actors-view-load.c */
void sayso_actors_view_reload (SaysoActorsView *self);
void sayso_actors_view_arrange (SaysoActorsView *self);
void sayso_actors_view_keep_place (SaysoActorsView *self, guint node, gboolean pinned);
void sayso_actors_view_forget_places (SaysoActorsView *self);

/* sayso-actors-view-actions.c */
void sayso_actors_view_install_actions (GtkWidgetClass *widget_class);
void sayso_actors_view_update_actions (SaysoActorsView *self);
void sayso_actors_view_show_menu (SaysoActorsView *self, double x, double y);

/* sayso-actors-view-show.c */
void sayso_actors_view_add_choices (SaysoActorsView *self);
void sayso_actors_view_reset_choices (SaysoActorsView *self);
void sayso_actors_view_update_status (SaysoActorsView *self);
void sayso_actors_view_start_player (SaysoActorsView *self, gboolean shown);

/* sayso-actors-view-save.c */
void sayso_actors_view_save (SaysoActorsView *self, const char *format);

G_END_DECLS

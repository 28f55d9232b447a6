/* sayso-window-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-empty-page.h"
#include "sayso-folder-watch.h"
#include "sayso-importer.h"
#include "sayso-library.h"
#include "sayso-session.h"
#include "sayso-window.h"

G_BEGIN_DECLS

/* The window is split by aspect: sayso-window.c makes it; -actions.c: what menus and keys do; -casebook.c: opening,
 * making and leaving casebooks; -choose.c: the dialogs for files to add; -export.c: what goes out; -import.c: what
 * comes in by drop, clipboard and those dialogs; -layout.c: panes; -model.c: whether texts can be read; -state.c: what
 * is remembered until the next start. */
struct _SaysoWindow
{
  AdwApplicationWindow parent_instance;

  /* Template */
  AdwToastOverlay *toasts;
  GtkWidget *drop_hint;
  GtkWidget *drop_words;
  GtkStack *pages;
  AdwBin *empty_bin;
  GtkWidget *spinner;
  AdwStatusPage *problem;
  AdwBottomSheet *sheet;
  AdwBin *inspector_sheet;
  AdwBin *inspector_pane;
  GtkWidget *inspector;
  GtkPaned *dock;
  AdwOverlaySplitView *library_split;
  AdwOverlaySplitView *inspector_split;
  SaysoLibrary *library;
  GtkWidget *undo_button;
  AdwViewStack *views;
  AdwViewStackPage *timeline_page;
  AdwBin *timeline_narrow;
  GtkWidget *timeline_area;
  AdwBin *timeline_dock;
  GtkWidget *timeline;
  AdwWindowTitle *narrow_title;
  AdwBanner *model_banner;
  GtkPaned *articles;
  GtkWidget *article_view;

  /* Made when they are first shown, so that the window is there sooner */
  SaysoEmptyPage *empty_page;
  GtkWidget *beside_view;
  GtkWidget *actors_view;

  /* Owned */
  GSettings *settings;
  SaysoSession *session;
  SaysoImporter *importer;
  SaysoFolderWatch *watch; /* (nullable): the casebook's folder */
  GSignalGroup *session_signals;
  GSignalGroup *casebook_signals;
  GCancellable *opening; /* while a casebook is being opened */
  guint loading_timeout;
  guint model_timeout;     /* until the model is looked for */
  guint inspect_idle;      /* until the inspector gets the session */
  guint backup_timeout;    /* until the casebook is backed up */
  guint inspector_timeout; /* until the inspector comes over the view */
  GVariant *restoring;     /* nullable; what to go back to once the casebook is open */
  char *source;            /* nullable; where what is being pasted or dropped was selected */
  gint64 show_article;     /* what Show and Open mean in the newest toast of an import */
  gboolean quiet;          /* the import under way is the sample's: nothing to report but failures */
  gboolean coming;         /* something was opened and has not been seen yet */
  gboolean narrow;
  gboolean library_wanted; /* beside the view, where there is room */
  gboolean inspector_wanted;
  int timeline_height;
  int beside_position;        /* of the handle between two articles; 0 for the middle */
  GVariant *actors_state;     /* nullable: how the graph was when it was last seen */
  GHashTable *timeline_views; /* names of the views in which the timeline is unfolded */
  guint settle_id;
};

/* -casebook.c */
void sayso_window_install_casebook (SaysoWindowClass *klass);
void sayso_window_casebook_needed (SaysoWindow *self, const char *title);
void sayso_window_leave_casebook (SaysoWindow *self);
void sayso_window_come (SaysoWindow *self);

/* -actions.c */
void sayso_window_install_actions (SaysoWindowClass *klass);
void sayso_window_update_actions (SaysoWindow *self);

/* -choose.c */
void sayso_window_install_choose (SaysoWindowClass *klass);

/* -export.c */
void sayso_window_install_export (SaysoWindowClass *klass);
void sayso_window_update_export (SaysoWindow *self);

/* -import.c */
void sayso_window_install_import (SaysoWindowClass *klass);
void sayso_window_init_import (SaysoWindow *self);

/* -layout.c */
void sayso_window_init_layout (SaysoWindow *self);
void sayso_window_note_timeline_height (SaysoWindow *self);
void sayso_window_set_timeline_views (SaysoWindow *self, const char *const *views);
void sayso_window_set_narrow (SaysoWindow *self, gboolean narrow);
void sayso_window_beside_changed (SaysoWindow *self);
gboolean sayso_window_get_timeline_shown (SaysoWindow *self);
void sayso_window_set_timeline_shown (SaysoWindow *self, gboolean shown);
void sayso_window_view_changed (SaysoWindow *self);
GtkWidget *sayso_window_get_view (SaysoWindow *self);
void sayso_window_timeline_collapsed (SaysoWindow *self);
void sayso_window_timeline_maximised (SaysoWindow *self);
void sayso_window_set_inspector_shown (SaysoWindow *self, gboolean shown);
gboolean sayso_window_get_inspector_shown (SaysoWindow *self);
void sayso_window_dock_moved (SaysoWindow *self);

/* -state.c */
gboolean sayso_window_restore_place (SaysoWindow *self);

/* -model.c */
void sayso_window_look_for_model (SaysoWindow *self);

void sayso_window_focus_view (SaysoWindow *self);
/* -watch.c */
gboolean sayso_window_get_watching (SaysoWindow *self);
void sayso_window_set_watching (SaysoWindow *self, gboolean watching);
void sayso_window_update_watch (SaysoWindow *self);

void sayso_window_set_session (SaysoWindow *self, SaysoSession *session);
void sayso_window_add_toast (SaysoWindow *self, const char *title, const char *button, const char *action);

G_END_DECLS

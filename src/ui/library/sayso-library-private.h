/* sayso-library-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-filter-button.h"
#include "sayso-finding-list.h"
#include "sayso-library.h"

G_BEGIN_DECLS

/* The library is split by aspect: sayso-library.c follows the session; -rows.c: the articles' rows, and what is done
 * with them. */
struct _SaysoLibrary
{
  AdwBin parent_instance;

  /* Template */
  GtkSearchEntry *search;
  GtkListView *list;
  GtkSingleSelection *selection;
  GtkSliceListModel *first; /* articles that are listed: all but before the window is drawn */
  SaysoFindingList *findings;
  GtkLabel *nothing;
  SaysoFilterButton *anonymous;
  SaysoFilterButton *disputed;
  SaysoFilterButton *undisputed;
  SaysoFilterButton *undated;
  SaysoFilterButton *to_review;
  GMenu *article_menu;
  GMenu *main_menu;
  GMenu *recent;

  /* Owned */
  SaysoSession *session;
  SaysoImporter *importer;
  GSignalGroup *session_signals;
  GSignalGroup *casebook_signals;
  GSignalGroup *model_signals;
  GtkWidget *popover;
  guint waiting;     /* until all articles are listed */
  char *searched;    /* nullable */
  SaysoBounds range; /* of the session's filter, as last seen */
  gboolean syncing;  /* widgets are being set from the session */
  guint count_timeout;
  gboolean drawn;    /* once: counting can wait until then */
  gboolean counting; /* counts are being taken */
  gboolean count_again;
};

/* -rows.c */
gint64 sayso_library_get_selected (SaysoLibrary *self);
void sayso_library_install_rows (GtkWidgetClass *widget_class);

G_END_DECLS

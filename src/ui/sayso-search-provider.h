/* sayso-search-provider.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-application.h"

G_BEGIN_DECLS

/* Where it is on the session bus; data/io.github.sayso.Sayso.search-provider.ini says the same. */
#define SAYSO_SEARCH_PROVIDER_PATH "/io/github/sayso/Sayso/SearchProvider"

/**
 * SaysoSearchProvider:
 *
 * Answers the desktop's search (org.gnome.Shell.SearchProvider2) with articles and claims of the casebook that was open
 * last. Every answer is found on a worker thread.
 */
#define SAYSO_TYPE_SEARCH_PROVIDER (sayso_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (SaysoSearchProvider, sayso_search_provider, SAYSO, SEARCH_PROVIDER, GObject)

SaysoSearchProvider *sayso_search_provider_new (SaysoApplication *application);
gboolean sayso_search_provider_export (SaysoSearchProvider *self, GDBusConnection *connection, GError **error);
void sayso_search_provider_unexport (SaysoSearchProvider *self, GDBusConnection *connection);

G_END_DECLS

/* sayso-list.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "sayso-queries.h"

G_BEGIN_DECLS

/**
 * SaysoList:
 *
 * The items of one kind that pass a filter, in order: a [iface@Gio.ListModel] that knows the ids of all and reads
 * items a page at a time, when somebody asks for one of them. When the casebook changes it finds the new ids on a
 * worker thread and tells exactly which rows came, went or differ; as rows are never deleted, what it still shows
 * until then can be read. For the main thread.
 */
#define SAYSO_TYPE_LIST (sayso_list_get_type ())
G_DECLARE_FINAL_TYPE (SaysoList, sayso_list, SAYSO, LIST, GObject)

guint sayso_list_find (SaysoList *self, gint64 id);
void sayso_list_get_section (SaysoList *self, guint row, guint *start, guint *end);

G_END_DECLS

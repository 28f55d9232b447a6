/* sayso-sections.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-sections.h"

struct _SaysoSections
{
  GObject parent_instance;

  SaysoList *list;
};

static void list_model_init (GListModelInterface *iface);
static void section_model_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SaysoSections, sayso_sections, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init))

static GType
get_item_type (GListModel *model)
{
  return SAYSO_TYPE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (SAYSO_SECTIONS (model)->list));
}

static gpointer
get_item (GListModel *model, guint row)
{
  return g_list_model_get_item (G_LIST_MODEL (SAYSO_SECTIONS (model)->list), row);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
get_section (GtkSectionModel *model, guint row, guint *start, guint *end)
{
  sayso_list_get_section (SAYSO_SECTIONS (model)->list, row, start, end);
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

/* Rows that stayed may be in another section now. */
static void
items_changed (SaysoSections *self, guint row, guint removed, guint added)
{
  guint n = get_n_items (G_LIST_MODEL (self));

  g_list_model_items_changed (G_LIST_MODEL (self), row, removed, added);
  if (n > 0)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, n);
}

static void
sayso_sections_finalize (GObject *object)
{
  g_object_unref (SAYSO_SECTIONS (object)->list);

  G_OBJECT_CLASS (sayso_sections_parent_class)->finalize (object);
}

static void
sayso_sections_class_init (SaysoSectionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sayso_sections_finalize;
}

static void
sayso_sections_init (SaysoSections *self)
{
}

/**
 * sayso_sections_new:
 * @list: (transfer full): a list
 *
 * Returns: (transfer full): the same with its sections
 */
SaysoSections *
sayso_sections_new (SaysoList *list)
{
  SaysoSections *self = g_object_new (SAYSO_TYPE_SECTIONS, NULL);

  self->list = list;
  g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed), self, G_CONNECT_SWAPPED);

  return self;
}

/* sayso-chain-view.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-chain-view.h"

#include <glib/gi18n.h>

#include "sayso-chain-arrow.h"
#include "sayso-link-box.h"

#define BOX_WIDTH 144 /* side by side, px */

struct _SaysoChainView
{
  GtkWidget parent_instance;

  GtkOrientation orientation;
  GtkWidget *list;       /* a GtkBox or an AdwWrapBox */
  SaysoSession *session; /* borrowed: the window outlives its views */
};

enum
{
  PROP_0,
  PROP_ORIENTATION,
};

G_DEFINE_FINAL_TYPE_WITH_CODE (SaysoChainView, sayso_chain_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ORIENTABLE, NULL))

static void
activate_box (GtkButton *button, gpointer user_data)
{
  SaysoChainView *self = user_data;
  gint64 id = 0;
  SaysoItemKind kind = sayso_link_box_get_target (SAYSO_LINK_BOX (button), &id);

  if (self->session != NULL && kind != SAYSO_ITEM_NONE)
    sayso_session_select (self->session, kind, id, FALSE);
}

static void
make_list (SaysoChainView *self)
{
  g_clear_pointer (&self->list, gtk_widget_unparent);
  if (self->orientation == GTK_ORIENTATION_VERTICAL)
    self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  else
    {
      self->list = adw_wrap_box_new ();
      adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->list), 6);
    }
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

static void
sayso_chain_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_ORIENTATION)
    g_value_set_enum (value, SAYSO_CHAIN_VIEW (object)->orientation);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
sayso_chain_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  SaysoChainView *self = SAYSO_CHAIN_VIEW (object);

  if (id == PROP_ORIENTATION)
    {
      if (self->orientation == (GtkOrientation) g_value_get_enum (value))
        return;
      self->orientation = g_value_get_enum (value);
      make_list (self); /* empty: whoever turns it fills it */
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
sayso_chain_view_dispose (GObject *object)
{
  g_clear_pointer (&SAYSO_CHAIN_VIEW (object)->list, gtk_widget_unparent);

  G_OBJECT_CLASS (sayso_chain_view_parent_class)->dispose (object);
}

static void
sayso_chain_view_class_init (SaysoChainViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sayso_chain_view_get_property;
  object_class->set_property = sayso_chain_view_set_property;
  object_class->dispose = sayso_chain_view_dispose;
  g_object_class_override_property (object_class, PROP_ORIENTATION, "orientation");

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "chain");
}

static void
sayso_chain_view_init (SaysoChainView *self)
{
  self->orientation = GTK_ORIENTATION_HORIZONTAL;
  make_list (self);
}

/**
 * sayso_chain_view_set_session:
 * @self: a chain view
 * @session: (nullable): where a click on a box selects
 */
void
sayso_chain_view_set_session (SaysoChainView *self, SaysoSession *session)
{
  g_return_if_fail (SAYSO_IS_CHAIN_VIEW (self));

  self->session = session;
}

void
sayso_chain_view_clear (SaysoChainView *self)
{
  g_return_if_fail (SAYSO_IS_CHAIN_VIEW (self));

  make_list (self);
}

/**
 * sayso_chain_view_append:
 * @self: a chain view
 * @box: (transfer floating): a [class@LinkBox]
 * @caption: (nullable): the words at the arrow that leads to the box before
 * @turned: whether that arrow points at this box
 * @dashed: whether it is drawn dashed
 */
void
sayso_chain_view_append (SaysoChainView *self, GtkWidget *box, const char *caption, gboolean turned, gboolean dashed)
{
  gboolean first = FALSE;

  g_return_if_fail (SAYSO_IS_CHAIN_VIEW (self));
  g_return_if_fail (SAYSO_IS_LINK_BOX (box));

  first = gtk_widget_get_first_child (self->list) == NULL;
  g_signal_connect_object (box, "clicked", G_CALLBACK (activate_box), self, 0);

  if (self->orientation == GTK_ORIENTATION_VERTICAL)
    {
      if (!first)
        gtk_box_append (GTK_BOX (self->list), sayso_chain_arrow_new (self->orientation, caption, turned, dashed));
      gtk_box_append (GTK_BOX (self->list), box);
      return;
    }

  sayso_link_box_set_compact (SAYSO_LINK_BOX (box));
  gtk_widget_set_size_request (box, BOX_WIDTH, -1);
  if (first)
    adw_wrap_box_append (ADW_WRAP_BOX (self->list), box);
  else
    {
      GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_box_append (GTK_BOX (pair), sayso_chain_arrow_new (self->orientation, caption, turned, dashed));
      gtk_box_append (GTK_BOX (pair), box);
      adw_wrap_box_append (ADW_WRAP_BOX (self->list), pair);
    }
}

/**
 * sayso_chain_view_set_links:
 * @self: a chain view
 * @links: (nullable) (element-type SaysoLink): the chain; %NULL empties the view
 */
void
sayso_chain_view_set_links (SaysoChainView *self, GArray *links)
{
  g_autofree char *words = NULL;

  g_return_if_fail (SAYSO_IS_CHAIN_VIEW (self));

  make_list (self);
  if (links == NULL)
    return;

  for (guint i = 0; i < links->len; i++)
    {
      const SaysoLink *link = &g_array_index (links, SaysoLink, i);
      gboolean origin = i + 1 == links->len;
      /* Translators: a word of the text, in the quotation marks of the language */
      g_autofree char *cue = link->cue != NULL ? g_strdup_printf (_ ("“%s”"), link->cue) : NULL;

      sayso_chain_view_append (self, sayso_link_box_new_for_link (link, origin), cue, FALSE, FALSE);
    }

  words = sayso_chain_describe (links);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* sayso-item-drag.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-item-drag.h"

#include <glib/gi18n.h>

#include "sayso-article-drag.h"
#include "sayso-casebook-enums.h"

typedef struct
{
  SaysoSession *session;
  SaysoItem *item;
  char *text;
  char *uri;
} Dragged;

static void
dragged_free (gpointer data, GClosure *closure)
{
  Dragged *self = data;

  g_object_unref (self->session);
  g_object_unref (self->item);
  g_free (self->text);
  g_free (self->uri);
  g_free (self);
}

/* What it is, the first sentence it rests on, whose that is, and its address. */
static char *
make_text (const SaysoInspection *inspection, const char *uri)
{
  GString *text = g_string_new (sayso_item_get_title (inspection->item));

  if (inspection->passages != NULL && inspection->passages->len > 0)
    {
      const SaysoPassage *passage = &g_array_index (inspection->passages, SaysoPassage, 0);

      /* Translators: a sentence, quoted */
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("“%s”"), passage->quote);
      g_string_append_printf (text, "\n— %s%s%s", passage->article_title, passage->article_outlet != NULL ? ", " : "",
                              passage->article_outlet != NULL ? passage->article_outlet : "");
    }
  g_string_append_printf (text, "\n%s", uri);

  return g_string_free_and_steal (text);
}

/* The address of its article, where that has one; else its place in the casebook. */
static char *
make_uri (SaysoCasebook *casebook, const SaysoInspection *inspection)
{
  SaysoItemKind kind = sayso_item_get_kind (inspection->item);
  g_autoptr (GEnumClass) kinds = g_type_class_ref (SAYSO_TYPE_ITEM_KIND);
  g_autofree char *uri = g_file_get_uri (sayso_casebook_get_file (casebook));

  if (inspection->article != NULL && inspection->article->url != NULL && *inspection->article->url != '\0')
    return g_strdup (inspection->article->url);

  return g_strdup_printf ("%s#%s-%" G_GINT64_FORMAT, uri, g_enum_get_value (kinds, kind)->value_nick,
                          sayso_item_get_id (inspection->item));
}

static GdkContentProvider *
provide (Dragged *self)
{
  GdkContentProvider *providers[2];
  g_autofree char *list = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (SAYSO_IS_ARTICLE (self->item))
    return sayso_article_drag_new (sayso_session_get_casebook (self->session), SAYSO_ARTICLE (self->item));

  /* Programs that take files would take the whole casebook. */
  if (g_str_has_prefix (self->uri, "file:"))
    return gdk_content_provider_new_typed (G_TYPE_STRING, self->text);

  list = g_strconcat (self->uri, "\r\n", NULL);
  bytes = g_bytes_new (list, strlen (list));
  providers[0] = gdk_content_provider_new_for_bytes ("text/uri-list", bytes);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, self->text);

  return gdk_content_provider_new_union (providers, 2);
}

static GdkContentProvider *
prepare (GtkDragSource *source, double x, double y, gpointer user_data)
{
  return provide (user_data);
}

static void
copy (GtkWidget *button, gpointer user_data)
{
  Dragged *self = user_data;
  g_autoptr (GdkContentProvider) content = provide (self);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (button), content);
  sayso_session_say (self->session, _ ("Copied."));
}

/**
 * sayso_item_drag_button_new:
 * @session: the session
 * @inspection: what is known of the item
 *
 * What is copied or dragged is text, with the sentence it rests on, and an address; of an article, its original file.
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
sayso_item_drag_button_new (SaysoSession *session, const SaysoInspection *inspection)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  GtkDragSource *drag = gtk_drag_source_new ();
  Dragged *dragged;

  g_return_val_if_fail (SAYSO_IS_SESSION (session) && inspection != NULL, NULL);

  dragged = g_new0 (Dragged, 1);
  dragged->session = g_object_ref (session);
  dragged->item = g_object_ref (inspection->item);
  dragged->uri = make_uri (sayso_session_get_casebook (session), inspection);
  dragged->text = make_text (inspection, dragged->uri);
  gtk_widget_set_tooltip_text (button, _ ("Copy, or Drag Out"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  g_signal_connect_data (button, "clicked", G_CALLBACK (copy), dragged, dragged_free, 0);
  /* Before the button takes the pointer for itself. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "prepare", G_CALLBACK (prepare), dragged);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (drag));

  return button;
}

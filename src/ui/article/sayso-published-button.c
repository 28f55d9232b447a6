/* sayso-published-button.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-published-button.h"

#include <glib/gi18n.h>

#include "sayso-date-editor.h"
#include "sayso-locale.h"
#include "sayso-mark-words.h"
#include "sayso-redate.h"

struct _SaysoPublishedButton
{
  AdwBin parent_instance;

  /* Template */
  GtkMenuButton *button;
  GtkLabel *words;
  GtkPopover *popover;
  SaysoDateEditor *editor;

  /* Owned */
  SaysoSession *session;
  SaysoArticle *article;
  GCancellable *setting;

  gboolean narrow;
};

enum
{
  PROP_NARROW = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SaysoPublishedButton, sayso_published_button, ADW_TYPE_BIN)

static char *
page_for (SaysoPublishedButton *self, gboolean narrow)
{
  return g_strdup (narrow ? "icon" : "words");
}

static char *
describe (SaysoArticle *article)
{
  g_autofree char *words = article->published == NULL ? NULL : sayso_published_to_words (article->published);
  g_autofree char *isolated = NULL;

  if (words == NULL)
    return g_strdup (_ ("No publication date"));

  isolated = sayso_isolate (words);
  /* Translators: when the article was published, "Published 2 Nov 2017" */
  return g_strdup_printf (_ ("Published %s"), isolated);
}

static void
stop (SaysoPublishedButton *self)
{
  g_cancellable_cancel (self->setting);
  g_clear_object (&self->setting);
  sayso_date_editor_set_ready (self->editor, TRUE);
}

/**
 * sayso_published_button_set_article:
 * @self: a button
 * @session: (nullable): the window's session
 * @article: (nullable): the article that is open
 */
void
sayso_published_button_set_article (SaysoPublishedButton *self, SaysoSession *session, SaysoArticle *article)
{
  g_autofree char *words = NULL;

  g_return_if_fail (SAYSO_IS_PUBLISHED_BUTTON (self));

  if (article == NULL || self->article == NULL ||
      sayso_item_get_id (SAYSO_ITEM (article)) != sayso_item_get_id (SAYSO_ITEM (self->article)))
    {
      stop (self);
      gtk_popover_popdown (self->popover);
    }
  g_set_object (&self->session, session);
  g_set_object (&self->article, article);
  if (article == NULL)
    return;

  words = describe (article);
  gtk_label_set_text (self->words, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* Lets the reader set the date, as a click on the button does. */
void
sayso_published_button_open (SaysoPublishedButton *self)
{
  g_return_if_fail (SAYSO_IS_PUBLISHED_BUTTON (self));

  gtk_menu_button_popup (self->button);
}

static void
typed (SaysoPublishedButton *self)
{
  sayso_date_editor_set_note (self->editor,
                              _ ("Times such as “yesterday” count from it. Leave it empty where it is not known."));
}

static void
popover_shown (SaysoPublishedButton *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)) || self->article == NULL)
    return;

  sayso_date_editor_start (self->editor, self->article->published != NULL ? self->article->published : "");
}

static void
read_anew (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaysoPublishedButton) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCommand) command = sayso_redate_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  stop (self);
  if (command == NULL)
    {
      sayso_date_editor_show_error (self->editor, error->message);
      return;
    }

  gtk_popover_popdown (self->popover);
  sayso_session_submit (self->session, command, _ ("Publication date set."));
}

static void
apply (SaysoPublishedButton *self)
{
  if (self->session == NULL || self->article == NULL || self->setting != NULL)
    return;

  sayso_date_editor_set_ready (self->editor, FALSE);
  self->setting = g_cancellable_new ();
  sayso_redate_async (sayso_session_get_casebook (self->session), sayso_item_get_id (SAYSO_ITEM (self->article)),
                      sayso_date_editor_get_text (self->editor), self->setting, read_anew, g_object_ref (self));
}

static void
sayso_published_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, SAYSO_PUBLISHED_BUTTON (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_published_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SaysoPublishedButton *self = SAYSO_PUBLISHED_BUTTON (object);

  switch (id)
    {
    case PROP_NARROW:
      if (self->narrow == g_value_get_boolean (value))
        break;
      self->narrow = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_published_button_dispose (GObject *object)
{
  SaysoPublishedButton *self = SAYSO_PUBLISHED_BUTTON (object);

  g_cancellable_cancel (self->setting);
  g_clear_object (&self->setting);
  g_clear_object (&self->session);
  g_clear_object (&self->article);

  /* A template lets go of a child it bound without the bin's knowing. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_PUBLISHED_BUTTON);

  G_OBJECT_CLASS (sayso_published_button_parent_class)->dispose (object);
}

static void
sayso_published_button_class_init (SaysoPublishedButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sayso_published_button_dispose;
  object_class->get_property = sayso_published_button_get_property;
  object_class->set_property = sayso_published_button_set_property;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SAYSO_TYPE_DATE_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-published-button.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoPublishedButton, button);
  gtk_widget_class_bind_template_child (widget_class, SaysoPublishedButton, words);
  gtk_widget_class_bind_template_child (widget_class, SaysoPublishedButton, popover);
  gtk_widget_class_bind_template_child (widget_class, SaysoPublishedButton, editor);
  gtk_widget_class_bind_template_callback (widget_class, page_for);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown);
  gtk_widget_class_bind_template_callback (widget_class, typed);
  gtk_widget_class_bind_template_callback (widget_class, apply);
}

static void
sayso_published_button_init (SaysoPublishedButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

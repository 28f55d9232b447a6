/* sayso-article-view-print.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-article-view-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sayso-article-print.h"

static SaysoPrintout *
printout_new (SaysoArticleView *self, gboolean marked)
{
  SaysoArticleContent *content = sayso_article_text_get_content (self->text);

  return sayso_printout_new (sayso_session_get_casebook (self->session), content->id,
                             marked ? sayso_article_text_get_shown (self->text) : 0, marked);
}

static void
print_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SaysoArticleView *self = SAYSO_ARTICLE_VIEW (widget);
  g_autoptr (SaysoPrintout) printout = NULL;
  g_autoptr (GError) error = NULL;

  if (sayso_article_text_get_content (self->text) == NULL)
    return;

  printout = printout_new (self, TRUE);
  if (!sayso_printout_run (printout, GTK_WINDOW (gtk_widget_get_root (widget)), &error) && self->session != NULL)
    sayso_session_show_error (self->session, error);
}

static void
open_file (AdwToast *toast)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (g_object_get_data (G_OBJECT (toast), "file"));

  gtk_file_launcher_launch (launcher, NULL, NULL, NULL, NULL);
}

static void
saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaysoSession) session = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AdwToast) toast = NULL;
  g_autofree char *name = NULL;

  if (!sayso_printout_save_finish (result, &error))
    {
      sayso_session_show_error (session, error);
      return;
    }

  name = g_file_get_basename (G_FILE (source));
  toast = adw_toast_new (name != NULL && g_str_has_suffix (name, ".pdf") ? _ ("Saved as PDF.") : _ ("Saved."));
  adw_toast_set_button_label (toast, _ ("Open"));
  g_object_set_data_full (G_OBJECT (toast), "file", g_object_ref (source), g_object_unref);
  g_signal_connect (toast, "button-clicked", G_CALLBACK (open_file), NULL);
  g_signal_emit_by_name (session, "toast", toast);
}

typedef struct
{
  SaysoSession *session;
  SaysoPrintout *printout;
} Saving;

static void
file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Saving *saving = user_data;
  g_autoptr (SaysoSession) session = g_steal_pointer (&saving->session);
  g_autoptr (SaysoPrintout) printout = g_steal_pointer (&saving->printout);
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  g_free (saving);
  if (file != NULL)
    sayso_printout_save_async (g_steal_pointer (&printout), file, NULL, saved, g_steal_pointer (&session));
}

/* What no file may be called is left out of a title. */
static char *
file_name (SaysoItem *article, const char *ending)
{
  const char *title = sayso_item_get_title (article);
  g_autofree char *name = g_strdup (title != NULL ? title : "");

  g_strdelimit (name, "/\\:*?\"<>|\r\n\t", ' ');
  g_strstrip (name);
  if (g_utf8_strlen (name, -1) > 80)
    *g_utf8_offset_to_pointer (name, 80) = '\0';

  /* Translators: the name of a file whose article has no title */
  return g_strconcat (*name != '\0' && *name != '.' ? name : _ ("Article"), ending, NULL);
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SaysoArticleView *self = SAYSO_ARTICLE_VIEW (widget);
  SaysoArticleContent *content = sayso_article_text_get_content (self->text);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = NULL;
  const char *what = g_variant_get_string (parameter, NULL);
  gboolean picture = g_str_equal (what, "picture");
  Saving *saving;

  if (content == NULL)
    return;

  name = file_name (SAYSO_ITEM (content->article), picture ? ".svg" : ".pdf");
  saving = g_new0 (Saving, 1);
  saving->session = g_object_ref (self->session);
  saving->printout = printout_new (self, !g_str_equal (what, "text"));
  saving->printout->claims = g_str_equal (what, "marks");
  gtk_file_dialog_set_title (dialog, picture ? _ ("Save as a Picture (.svg or .png)") : _ ("Save as PDF"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, file_chosen, saving);
}

void
sayso_article_view_install_print (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "article.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "article.save", "s", save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "article.save", "s",
                                       "marks");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK | GDK_ALT_MASK, "article.save", "s",
                                       "text");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK,
                                       "article.save", "s", "picture");
}

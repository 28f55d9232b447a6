/* sayso-window-import.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-window-private.h"

#include <glib/gi18n.h>

#include "sayso-application.h"
#include "sayso-import-report.h"
#include "sayso-saved-page.h"
#include "sayso-selection.h"
#include "sayso-storage.h"

#define NAME_WORDS 8
#define MAX_TEXT_BYTES (32 * 1024 * 1024)

/* -- what comes in -------------------------------------------------------------------------------- */

static gboolean
is_remote (GFile *file)
{
  return g_file_has_uri_scheme (file, "http") || g_file_has_uri_scheme (file, "https");
}

/* The address, if the text is one and nothing else. */
static char *
get_address (const char *text)
{
  static const char *const schemes[] = { "http", "https", "file", NULL };
  g_autofree char *address = g_strstrip (g_strdup (text));
  const char *scheme = g_uri_is_valid (address, G_URI_FLAGS_NONE, NULL) ? g_uri_peek_scheme (address) : NULL;

  return scheme != NULL && g_strv_contains (schemes, scheme) ? g_steal_pointer (&address) : NULL;
}

static void
add_links (SaysoWindow *self, const char *const *addresses, SaysoLinkFlags flags)
{
  self->quiet = FALSE;
  for (guint i = 0; addresses[i] != NULL; i++)
    sayso_importer_add_link (self->importer, addresses[i], flags);
}

static void
links_allowed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaysoWindow) self = user_data;

  if (g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "fetch"))
    add_links (self, g_object_get_data (source, "addresses"), GPOINTER_TO_UINT (g_object_get_data (source, "flags")));
}

/* The network is used only when the reader says so, and once more for the reader's own. */
static void
ask_for_links (SaysoWindow *self, GStrv addresses, SaysoLinkFlags flags)
{
  guint n = g_strv_length (addresses);
  gboolean local = (flags & SAYSO_LINK_ALLOW_LOCAL) != 0;
  g_autofree char *list = g_strjoinv ("\n", addresses);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (
      local ? _ ("Fetch from Your Own Network?") : ngettext ("Fetch This Page?", "Fetch These Pages?", n), NULL));

  adw_alert_dialog_set_body_use_markup (dialog, FALSE);
  if (local)
    /* Translators: %s: the addresses of web pages, one a line */
    adw_alert_dialog_format_body (dialog,
                                  _ ("This leads to this computer or to your own network, where articles seldom are. "
                                     "Fetch it only if you know why.\n\n%s"),
                                  list);
  else
    /* Translators: %s: the addresses of web pages, one a line */
    adw_alert_dialog_format_body (
        dialog,
        _ ("Sayso asks the server for the page and for nothing else: no pictures, no scripts, "
           "no cookies. The server learns the address of your connection.\n\n%s"),
        list);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "fetch", _ ("_Fetch"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "fetch", local ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, local ? "cancel" : "fetch");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "addresses", g_strdupv (addresses), (GDestroyNotify) g_strfreev);
  g_object_set_data (G_OBJECT (dialog), "flags", GUINT_TO_POINTER (flags));
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self), NULL, links_allowed, g_object_ref (self));
}

/* Whether a folder was dropped along with the saved page that it belongs to. */
static gboolean
is_companion (GFile *folder, GListModel *files)
{
  g_autofree char *name = g_file_get_basename (folder);

  for (guint i = 0; name != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *page = g_file_get_basename (file);

      if (page != NULL && sayso_saved_page_owns (page, name))
        return TRUE;
    }

  return FALSE;
}

/**
 * sayso_window_import:
 * @self: a window
 * @files: (element-type GFile): files and folders
 *
 * Adds articles to the window's casebook; to a new one where it has none. Casebooks among the files are opened.
 */
void
sayso_window_import (SaysoWindow *self, GListModel *files)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GStrvBuilder) addresses = g_strv_builder_new ();
  g_auto (GStrv) links = NULL;
  guint n_files;

  g_return_if_fail (SAYSO_IS_WINDOW (self));
  g_return_if_fail (G_IS_LIST_MODEL (files));

  n_files = g_list_model_get_n_items (files);
  self->quiet = FALSE;
  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (is_remote (file))
        {
          g_autofree char *uri = g_file_get_uri (file);

          g_strv_builder_add (addresses, uri);
        }
      else if (sayso_storage_is_casebook (file))
        {
          sayso_application_open_casebook (SAYSO_APPLICATION (application), file);
        }
      else if (!is_companion (file, files))
        {
          sayso_importer_add_file (self->importer, file);
        }
    }
  links = g_strv_builder_end (addresses);
  if (*links != NULL)
    ask_for_links (self, links, SAYSO_LINK_NONE);
}

/* The first words of a text, to know it by. */
static char *
get_first_words (const char *text)
{
  g_autofree char *clean = g_strdelimit (g_strdup (text), "\r\n\t/\\", ' ');
  g_auto (GStrv) words = g_strsplit (g_strstrip (clean), " ", NAME_WORDS * 4);
  g_autoptr (GString) first = g_string_new (NULL);
  guint n_words = 0;

  for (guint i = 0; words[i] != NULL && n_words < NAME_WORDS; i++)
    if (*words[i] != '\0' && strlen (words[i]) < 80)
      {
        g_string_append_printf (first, "%s%s", first->len > 0 ? " " : "", words[i]);
        n_words++;
      }

  return g_string_free (g_steal_pointer (&first), FALSE);
}

/* format: what the text came by, with %s for its first words. */
static void
import_text (SaysoWindow *self, GBytes *bytes, const char *words, gboolean pasted, const char *media_type)
{
  /* Translators: the first words of the text */
  g_autofree char *name =
      pasted ? g_strdup_printf (_ ("Pasted text, %s"), words) : g_strdup_printf (_ ("Dropped text, %s"), words);
  g_autoptr (SaysoProvenance) provenance = sayso_provenance_new (pasted ? "clipboard" : "drop");

  sayso_provenance_set (provenance, "url", self->source);
  sayso_provenance_set (provenance, "from", self->source);
  self->quiet = FALSE;
  sayso_importer_add_text (self->importer, bytes, name, media_type, provenance);
}

static gboolean
take_text (SaysoWindow *self, const char *text, gboolean pasted)
{
  g_autofree char *address = get_address (text);
  g_autofree char *words = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (address != NULL)
    {
      g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
      g_autoptr (GFile) file = g_file_new_for_uri (address);

      g_list_store_append (files, file);
      sayso_window_import (self, G_LIST_MODEL (files));
      return TRUE;
    }

  words = get_first_words (text);
  if (*words == '\0')
    return FALSE;

  bytes = g_bytes_new (text, strlen (text));
  import_text (self, bytes, words, pasted, "text/plain");

  return TRUE;
}

/* -- clipboard ------------------------------------------------------------------------------------ */

static void
html_spliced (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaysoWindow) self = user_data;
  GMemoryOutputStream *stream = G_MEMORY_OUTPUT_STREAM (source);
  g_autoptr (GBytes) bytes = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, NULL) <= 0)
    return;

  bytes = g_memory_output_stream_steal_as_bytes (stream);
  import_text (self, bytes, g_object_get_data (source, "words"), TRUE, "text/html");
}

static void
html_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaysoWindow) self = user_data;
  g_autofree char *words = g_object_steal_data (G_OBJECT (self), "sayso-pasted-words");
  g_autoptr (GInputStream) input = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) output = NULL;

  if (input == NULL)
    return;

  output = g_memory_output_stream_new_resizable ();
  g_object_set_data_full (G_OBJECT (output), "words", g_steal_pointer (&words), g_free);
  g_output_stream_splice_async (output, input,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, html_spliced, g_steal_pointer (&self));
}

static void
text_pasted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaysoWindow) self = user_data;
  GdkClipboard *clipboard = GDK_CLIPBOARD (source);
  g_autofree char *text = gdk_clipboard_read_text_finish (clipboard, result, NULL);
  g_autofree char *address = text != NULL ? get_address (text) : NULL;
  const char *html[] = { "text/html", NULL };

  if (text == NULL)
    return;

  /* A page's markup keeps its headings and paragraphs; an address alone is a link. */
  if (address == NULL && gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), html[0]))
    {
      g_object_set_data_full (G_OBJECT (self), "sayso-pasted-words", get_first_words (text), g_free);
      gdk_clipboard_read_async (clipboard, html, G_PRIORITY_DEFAULT, NULL, html_opened, g_steal_pointer (&self));
    }
  else if (!take_text (self, text, TRUE))
    sayso_window_add_toast (self, _ ("There is no text on the clipboard."), NULL, NULL);
}

static void
clipboard_source_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaysoWindow) self = user_data;

  g_free (self->source);
  self->source = sayso_selection_read_source_finish (result);
  gdk_clipboard_read_text_async (GDK_CLIPBOARD (source), NULL, text_pasted, g_steal_pointer (&self));
}

static void
files_pasted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaysoWindow) self = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  GSList *list = value != NULL ? g_value_get_boxed (value) : NULL;

  for (GSList *l = list; l != NULL; l = l->next)
    g_list_store_append (files, l->data);
  sayso_window_import (self, G_LIST_MODEL (files));
}

static void
paste (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, files_pasted,
                                    g_object_ref (widget));
  else if (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING))
    sayso_selection_read_source (G_OBJECT (clipboard), clipboard_source_read, g_object_ref (widget));
  else
    sayso_window_add_toast (SAYSO_WINDOW (widget), _ ("There is no text on the clipboard."), NULL, NULL);
}

/* -- drop ----------------------------------------------------------------------------------------- */

static gboolean
on_accept (GtkDropTarget *target, GdkDrop *drop, SaysoWindow *self)
{
  /* What is dragged out of this very application is no article. */
  return gdk_drop_get_drag (drop) == NULL &&
         gdk_content_formats_match (gdk_drop_get_formats (drop), gtk_drop_target_get_formats (target));
}

/* A piece of a page keeps its headings and paragraphs; a link alone is one. */
static gboolean
take_selection (SaysoWindow *self, const SaysoSelection *selection)
{
  g_autofree char *address = sayso_selection_dup_address (selection), *text = sayso_selection_dup_words (selection);
  g_autofree char *alone = text != NULL ? get_address (text) : NULL;
  g_autofree char *words = NULL;

  if (address != NULL || alone != NULL)
    return take_text (self, address != NULL ? address : alone, FALSE);
  words = text != NULL ? get_first_words (text) : NULL;
  if (words == NULL || *words == '\0')
    return FALSE;
  import_text (self, selection->bytes, words, FALSE, "text/html");

  return TRUE;
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, SaysoWindow *self)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  if (G_VALUE_HOLDS (value, G_TYPE_STRING))
    return g_value_get_string (value) != NULL && take_text (self, g_value_get_string (value), FALSE);
  if (G_VALUE_HOLDS (value, SAYSO_TYPE_SELECTION))
    return g_value_get_boxed (value) != NULL && take_selection (self, g_value_get_boxed (value));

  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
      g_list_store_append (files, l->data);
  else if (G_VALUE_HOLDS (value, G_TYPE_FILE) && g_value_get_object (value) != NULL)
    g_list_store_append (files, g_value_get_object (value));
  sayso_window_import (self, G_LIST_MODEL (files));

  return g_list_model_get_n_items (G_LIST_MODEL (files)) > 0;
}

static void
drop_source_read (GObject *drop, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaysoWindow) self = user_data;

  g_free (self->source);
  self->source = sayso_selection_read_source_finish (result);
}

static void
on_hover (GtkDropTarget *target, GParamSpec *pspec, SaysoWindow *self)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);

  /* What is dropped is read when it is, and then it is over: its source has to be known by then. */
  g_clear_pointer (&self->source, g_free);
  if (drop != NULL)
    sayso_selection_read_source (G_OBJECT (drop), drop_source_read, g_object_ref (self));
  /* The empty page has the same words on it already. */
  gtk_widget_set_visible (self->drop_words, gtk_stack_get_visible_child (self->pages) != GTK_WIDGET (self->empty_bin));
  gtk_widget_set_visible (self->drop_hint, drop != NULL);
}

/* -- outcome -------------------------------------------------------------------------------------- */

static void
on_added (SaysoWindow *self, gint64 id)
{
  if (sayso_session_get_article (self->session) == 0 || sayso_importer_get_n_added (self->importer) == 1)
    {
      self->show_article = id;
      if (sayso_session_get_article (self->session) == 0)
        sayso_session_select (self->session, SAYSO_ITEM_ARTICLE, id, TRUE);
    }
}

static void
append (GString *string, char *piece)
{
  g_string_append_printf (string, "%s%s", string->len > 0 ? ", " : "", piece);
  g_free (piece);
}

/* Links into the own network are no failures before the reader was asked; whether there were, and nothing else. */
static gboolean
ask_for_local (SaysoWindow *self, GPtrArray *failures)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) addresses = NULL;
  gboolean others =
      sayso_importer_get_n_added (self->importer) > 0 || sayso_importer_get_n_duplicates (self->importer) > 0;

  for (guint i = 0; i < failures->len; i++)
    {
      const SaysoImportFailure *failure = g_ptr_array_index (failures, i);

      if (failure->local != NULL)
        g_strv_builder_add (builder, failure->local);
      else
        others = TRUE;
    }
  addresses = g_strv_builder_end (builder);
  if (*addresses == NULL)
    return FALSE;
  ask_for_links (self, addresses, SAYSO_LINK_ALLOW_LOCAL);

  return !others;
}

static void
on_finished (SaysoWindow *self)
{
  guint n_added = sayso_importer_get_n_added (self->importer);
  guint n_duplicates = sayso_importer_get_n_duplicates (self->importer);
  guint n_attachments = sayso_importer_get_n_attachments (self->importer);
  GPtrArray *failures = sayso_importer_get_failures (self->importer);
  gboolean quiet = self->quiet && failures->len == 0;
  g_autoptr (GString) words = g_string_new (NULL);

  self->quiet = FALSE;
  if (quiet)
    return;
  if (ask_for_local (self, failures))
    return;

  /* One article into a casebook that is being read: the reader wants to see it. */
  if (n_added == 1 && self->show_article != 0)
    sayso_session_select (self->session, SAYSO_ITEM_ARTICLE, self->show_article, TRUE);

  if (n_added == 0 && failures->len == 0)
    {
      self->show_article = sayso_importer_get_duplicate (self->importer);
      if (n_duplicates == 1)
        sayso_window_add_toast (self, _ ("This file is already in the casebook."), _ ("Show"), "win.show-added");
      else if (n_duplicates > 1)
        sayso_window_add_toast (self, _ ("These files are already in the casebook."), NULL, NULL);
      else if (sayso_importer_get_cancelled (self->importer))
        sayso_window_add_toast (self, _ ("Stopped. No articles added."), NULL, NULL);
      else
        sayso_window_add_toast (self, _ ("There are no files in this folder."), NULL, NULL);
      return;
    }

  if (n_added == 0 && n_duplicates == 0 && failures->len == 1)
    {
      const SaysoImportFailure *failure = g_ptr_array_index (failures, 0);

      sayso_window_add_toast (self, failure->message, _ ("Details"), "win.import-report");
      return;
    }

  if (n_added > 0)
    append (words, g_strdup_printf (ngettext ("%u article added", "%u articles added", n_added), n_added));
  if (n_duplicates > 0)
    append (words, g_strdup_printf (ngettext ("%u already there", "%u already there", n_duplicates), n_duplicates));
  if (failures->len > 0)
    append (words,
            g_strdup_printf (ngettext ("%u could not be read", "%u could not be read", failures->len), failures->len));
  if (sayso_importer_get_cancelled (self->importer))
    append (words, g_strdup (_ ("then stopped")));
  if (n_attachments > 0 && failures->len == 0)
    {
      append (words, g_strdup_printf (ngettext ("%u attachment left aside", "%u attachments left aside", n_attachments),
                                      n_attachments));
      sayso_window_add_toast (self, words->str, _ ("Add"), "win.add-attachments");
      return;
    }
  sayso_window_add_toast (self, words->str, failures->len > 0 ? _ ("Details") : NULL, "win.import-report");
}

static void
show_report (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwDialog *report = sayso_import_report_new (sayso_importer_get_failures (SAYSO_WINDOW (widget)->importer));

  adw_dialog_present (report, widget);
}

static void
retry (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sayso_importer_retry (SAYSO_WINDOW (widget)->importer);
}

static void
add_attachments (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sayso_importer_add_attachments (SAYSO_WINDOW (widget)->importer);
}

static void
show_added (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoWindow *self = SAYSO_WINDOW (widget);

  if (self->session != NULL && self->show_article != 0)
    sayso_session_select (self->session, SAYSO_ITEM_ARTICLE, self->show_article, TRUE);
  gtk_widget_activate_action (widget, "win.show-article", NULL);
}

/* -- set-up --------------------------------------------------------------------------------------- */

void
sayso_window_install_import (SaysoWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  sayso_selection_register ();
  gtk_widget_class_install_action (widget_class, "win.paste", NULL, paste);
  gtk_widget_class_install_action (widget_class, "win.import-report", NULL, show_report);
  gtk_widget_class_install_action (widget_class, "win.retry-import", NULL, retry);
  gtk_widget_class_install_action (widget_class, "win.add-attachments", NULL, add_attachments);
  gtk_widget_class_install_action (widget_class, "win.show-added", NULL, show_added);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste", NULL);
}

void
sayso_window_init_import (SaysoWindow *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE, SAYSO_TYPE_SELECTION, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  /* Before the text views: they would take a drop and do nothing with it. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "accept", G_CALLBACK (on_accept), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  g_signal_connect_object (target, "notify::current-drop", G_CALLBACK (on_hover), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));

  g_signal_connect_object (self->importer, "casebook-needed", G_CALLBACK (sayso_window_casebook_needed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->importer, "added", G_CALLBACK (on_added), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->importer, "finished", G_CALLBACK (on_finished), self, G_CONNECT_SWAPPED);
}

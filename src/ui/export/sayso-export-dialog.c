/* sayso-export-dialog.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-export-dialog.h"

#include <glib/gi18n.h>

#include "sayso-export-drag.h"
#include "sayso-withhold-dialog.h"

struct _SaysoExportDialog
{
  AdwDialog parent_instance;

  /* Template */
  AdwPreferencesPage *page;
  AdwActionRow *scope;

  /* Owned */
  SaysoSession *session;
};

enum
{
  WRITTEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SaysoExportDialog, sayso_export_dialog, ADW_TYPE_DIALOG)

static void
sayso_export_dialog_dispose (GObject *object)
{
  SaysoExportDialog *self = SAYSO_EXPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sayso_export_dialog_parent_class)->dispose (object);
}

/* All or what the filter shows, and how much is withheld. */
static void
update_scope (SaysoExportDialog *self)
{
  g_autoptr (SaysoExport) export =
      sayso_export_new (sayso_session_get_casebook (self->session), sayso_session_get_filter (self->session), NULL);
  guint n = sayso_redaction_count (sayso_session_get_redaction (self->session));
  const char *what = sayso_export_is_filtered (export) ? _ ("What the filter shows") : _ ("All of the casebook");
  g_autofree char *withheld = g_strdup_printf (ngettext ("%u is withheld", "%u are withheld", n), n);
  /* Translators: "All of the casebook; 2 are withheld" */
  g_autofree char *text = n > 0 ? g_strdup_printf (_ ("%s; %s"), what, withheld) : g_strdup (what);

  adw_action_row_set_subtitle (self->scope, text);
}

static void
withhold (SaysoExportDialog *self)
{
  AdwDialog *dialog = sayso_withhold_dialog_new (self->session);

  g_signal_connect_object (dialog, "closed", G_CALLBACK (update_scope), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
save (SaysoExportDialog *self, AdwActionRow *row)
{
  const SaysoExportFormat *format = g_object_get_data (G_OBJECT (row), "format");
  g_autoptr (SaysoExportDialog) kept = g_object_ref (self);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, format->dossier ? "win.export-dossier" : "win.export", "s", format->name);
}

static void
dragged (SaysoExportDialog *self, GFile *file, SaysoExportDrag *drag)
{
  g_signal_emit (self, signals[WRITTEN], 0, sayso_export_drag_get_export (drag), file);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
drag_failed (SaysoExportDialog *self, const char *message)
{
  sayso_session_say (self->session, message);
}

static GdkContentProvider *
prepare_drag (GtkDragSource *source, double x, double y, SaysoExportDialog *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  const SaysoExportFormat *format = g_object_get_data (G_OBJECT (row), "format");
  g_autoptr (SaysoExport) export = sayso_export_dialog_make_export (self->session, format);
  g_autofree char *name =
      sayso_export_format_dup_file_name (format, sayso_casebook_get_title (sayso_session_get_casebook (self->session)));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);
  GdkContentProvider *drag = sayso_export_drag_new (export, format, name);

  g_signal_connect_object (drag, "written", G_CALLBACK (dragged), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "failed", G_CALLBACK (drag_failed), self, G_CONNECT_SWAPPED);
  gtk_drag_source_set_icon (source, picture, x, y);

  return drag;
}

static void
add_format (SaysoExportDialog *self, AdwPreferencesGroup *group, const SaysoExportFormat *format)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkDragSource *drag = gtk_drag_source_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (format->title));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _ ("Save, or drag out"));
  gtk_widget_add_css_class (handle, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), handle);
  g_object_set_data (G_OBJECT (row), "format", (gpointer) format);
  g_signal_connect_object (row, "activated", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "prepare", G_CALLBACK (prepare_drag), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (drag));
  adw_preferences_group_add (group, row);
}

static void
add_formats (SaysoExportDialog *self, const char *title, const SaysoExportFormat *formats, guint n_formats)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < n_formats; i++)
    {
      if (i == 0 || formats[i].group != formats[i - 1].group)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          if (title != NULL)
            adw_preferences_group_set_title (group, title);
          adw_preferences_page_add (self->page, group);
        }
      add_format (self, group, &formats[i]);
    }
}

static void
sayso_export_dialog_class_init (SaysoExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sayso_export_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoExportDialog, page);
  gtk_widget_class_bind_template_child (widget_class, SaysoExportDialog, scope);
  gtk_widget_class_bind_template_callback (widget_class, withhold);

  /**
   * SaysoExportDialog::written:
   * @self: the dialog
   * @export: (type SaysoExport): what was exported
   * @file: (type Gio.File): where to
   *
   * An export was dragged out and is written.
   */
  signals[WRITTEN] = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, SAYSO_TYPE_EXPORT, G_TYPE_FILE);
}

static void
sayso_export_dialog_init (SaysoExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sayso_export_dialog_new:
 * @session: whose casebook is exported, as its filter and its redaction say
 *
 * Returns: the dialog, to be presented
 */
AdwDialog *
sayso_export_dialog_new (SaysoSession *session)
{
  SaysoExportDialog *self = g_object_new (SAYSO_TYPE_EXPORT_DIALOG, NULL);
  const SaysoExportFormat *formats;
  guint n_formats;

  g_return_val_if_fail (SAYSO_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  if (sayso_session_get_selected_kind (session) == SAYSO_ITEM_CLAIM)
    {
      formats = sayso_export_get_dossiers (&n_formats);
      add_formats (self, _ ("Selected Claim"), formats, n_formats);
    }
  formats = sayso_export_get_formats (&n_formats);
  add_formats (self, NULL, formats, n_formats);
  update_scope (self);

  return ADW_DIALOG (self);
}

/**
 * sayso_export_dialog_make_export:
 * @session: a session
 * @format: in which format
 *
 * Returns: (transfer full): what passes the session's filter, without what it withholds; for a dossier, what is known
 * of the selected claim
 */
SaysoExport *
sayso_export_dialog_make_export (SaysoSession *session, const SaysoExportFormat *format)
{
  const SaysoFilter *filter = format->dossier ? NULL : sayso_session_get_filter (session);
  SaysoExport *export =
      sayso_export_new (sayso_session_get_casebook (session), filter, sayso_session_get_redaction (session));

  if (format->dossier)
    sayso_export_set_claim (export, sayso_session_get_selected_id (session));

  return export;
}

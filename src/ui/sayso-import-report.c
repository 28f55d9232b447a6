/* sayso-import-report.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-import-report.h"

#include "sayso-importer.h"

struct _SaysoImportReport
{
  AdwDialog parent_instance;

  /* Template */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (SaysoImportReport, sayso_import_report, ADW_TYPE_DIALOG)

static void
sayso_import_report_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SAYSO_TYPE_IMPORT_REPORT);

  G_OBJECT_CLASS (sayso_import_report_parent_class)->dispose (object);
}

static void
on_retry (SaysoImportReport *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.retry-import", NULL);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
sayso_import_report_class_init (SaysoImportReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sayso_import_report_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-import-report.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoImportReport, list);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
}

static void
sayso_import_report_init (SaysoImportReport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sayso_import_report_new:
 * @failures: (element-type SaysoImportFailure): what could not be added
 */
AdwDialog *
sayso_import_report_new (GPtrArray *failures)
{
  SaysoImportReport *self = g_object_new (SAYSO_TYPE_IMPORT_REPORT, NULL);

  g_return_val_if_fail (failures != NULL, NULL);

  for (guint i = 0; i < failures->len; i++)
    {
      const SaysoImportFailure *failure = g_ptr_array_index (failures, i);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), failure->name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), failure->message);
      adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
      gtk_list_box_append (self->list, row);
    }

  return ADW_DIALOG (self);
}

/* sayso-withhold-dialog.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-withhold-dialog.h"

#include <glib/gi18n.h>

#include "sayso-queries.h"

struct _SaysoWithholdDialog
{
  AdwDialog parent_instance;

  /* Template */
  AdwToggleGroup *kinds;
  GtkEditable *search;
  GtkListView *list;
  GtkLabel *count;
  GtkWidget *clear;

  /* Owned */
  SaysoSession *session;
};

G_DEFINE_FINAL_TYPE (SaysoWithholdDialog, sayso_withhold_dialog, ADW_TYPE_DIALOG)

static void
sayso_withhold_dialog_dispose (GObject *object)
{
  SaysoWithholdDialog *self = SAYSO_WITHHOLD_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_WITHHOLD_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sayso_withhold_dialog_parent_class)->dispose (object);
}

static void
update_count (SaysoWithholdDialog *self)
{
  guint n = sayso_redaction_count (sayso_session_get_redaction (self->session));
  g_autofree char *text = n > 0 ? g_strdup_printf (ngettext ("%u is withheld", "%u are withheld", n), n)
                                : g_strdup (_ ("Nothing is withheld"));

  gtk_label_set_text (self->count, text);
  gtk_widget_set_sensitive (self->clear, n > 0);
}

static void
refill (SaysoWithholdDialog *self)
{
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  const char *text = gtk_editable_get_text (self->search);
  gboolean articles = adw_toggle_group_get_active (self->kinds) == 1;
  GListModel *items;
  g_autoptr (GtkSelectionModel) selection = NULL;

  if (self->session == NULL)
    return;
  if (*text != '\0')
    filter->text = g_strdup (text);
  items =
      sayso_casebook_list (sayso_session_get_casebook (self->session), articles ? SAYSO_ITEM_ARTICLE : SAYSO_ITEM_ACTOR,
                           filter, articles ? SAYSO_SORT_TITLE : SAYSO_SORT_STRENGTH);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (items));
  gtk_list_view_set_model (self->list, selection);
}

static void
choice_changed (SaysoWithholdDialog *self, GParamSpec *pspec, GtkDropDown *choice)
{
  GtkListItem *row = g_object_get_data (G_OBJECT (choice), "row");
  SaysoItem *item = gtk_list_item_get_item (row);

  if (item == NULL)
    return;
  sayso_redaction_withhold (sayso_session_get_redaction (self->session), sayso_item_get_kind (item),
                            sayso_item_get_id (item), gtk_drop_down_get_selected (choice));
  update_count (self);
}

static void
set_up_row (SaysoWithholdDialog *self, GtkListItem *row)
{
  /* Translators: what becomes of an actor or an article in exports, in the order of SaysoWithhold */
  const char *const choices[] = { _ ("Shown"), _ ("Left Out"), _ ("Pseudonym"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (NULL), *subtitle = gtk_label_new (NULL);
  GtkWidget *choice = gtk_drop_down_new_from_strings (choices);

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (subtitle), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
  gtk_widget_add_css_class (subtitle, "sayso-secondary");
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), subtitle);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), choice);
  gtk_list_item_set_child (row, box);
  gtk_list_item_set_activatable (row, FALSE);
  gtk_list_item_set_focusable (row, FALSE);
  g_object_set_data (G_OBJECT (row), "title", title);
  g_object_set_data (G_OBJECT (row), "subtitle", subtitle);
  g_object_set_data (G_OBJECT (row), "choice", choice);
  g_object_set_data (G_OBJECT (choice), "row", row);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (choice_changed), self, G_CONNECT_SWAPPED);
}

static void
bind_row (SaysoWithholdDialog *self, GtkListItem *row)
{
  SaysoItem *item = gtk_list_item_get_item (row);
  GtkWidget *choice = g_object_get_data (G_OBJECT (row), "choice");
  g_autofree char *subtitle = sayso_item_dup_subtitle (item);

  gtk_label_set_text (g_object_get_data (G_OBJECT (row), "title"), sayso_item_get_title (item));
  gtk_label_set_text (g_object_get_data (G_OBJECT (row), "subtitle"), subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "subtitle"), subtitle != NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice),
                              sayso_redaction_get (sayso_session_get_redaction (self->session),
                                                   sayso_item_get_kind (item), sayso_item_get_id (item)));
}

static void
clear_all (SaysoWithholdDialog *self)
{
  sayso_redaction_clear (sayso_session_get_redaction (self->session));
  refill (self);
  update_count (self);
}

static void
close_dialog (SaysoWithholdDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
sayso_withhold_dialog_class_init (SaysoWithholdDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sayso_withhold_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-withhold-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoWithholdDialog, kinds);
  gtk_widget_class_bind_template_child (widget_class, SaysoWithholdDialog, search);
  gtk_widget_class_bind_template_child (widget_class, SaysoWithholdDialog, list);
  gtk_widget_class_bind_template_child (widget_class, SaysoWithholdDialog, count);
  gtk_widget_class_bind_template_child (widget_class, SaysoWithholdDialog, clear);
  gtk_widget_class_bind_template_callback (widget_class, refill);
  gtk_widget_class_bind_template_callback (widget_class, set_up_row);
  gtk_widget_class_bind_template_callback (widget_class, bind_row);
  gtk_widget_class_bind_template_callback (widget_class, clear_all);
  gtk_widget_class_bind_template_callback (widget_class, close_dialog);
}

static void
sayso_withhold_dialog_init (SaysoWithholdDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sayso_withhold_dialog_new:
 * @session: whose redaction it changes
 *
 * Returns: the dialog, to be presented
 */
AdwDialog *
sayso_withhold_dialog_new (SaysoSession *session)
{
  SaysoWithholdDialog *self = g_object_new (SAYSO_TYPE_WITHHOLD_DIALOG, NULL);

  g_return_val_if_fail (SAYSO_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  refill (self);
  update_count (self);

  return ADW_DIALOG (self);
}

/* sayso-remarks-box.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-remarks-box.h"

#include <glib/gi18n.h>

#include "sayso-locale.h"

struct _SaysoRemarksBox
{
  AdwBin parent_instance;

  SaysoAnnotateForm *form; /* the page's: it stays while this box is made anew */
  SaysoSession *session;
  SaysoItem *item;
};

G_DEFINE_FINAL_TYPE (SaysoRemarksBox, sayso_remarks_box, ADW_TYPE_BIN)

/* -- what the reader does ------------------------------------------------------------------------------------------ */

/* Points at the button that was pressed. */
static SaysoAnnotateForm *
point_form (SaysoRemarksBox *self, GtkWidget *button)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (button, gtk_widget_get_parent (GTK_WIDGET (self->form)), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->form), &(GdkRectangle) { bounds.origin.x, bounds.origin.y,
                                                                             bounds.size.width, bounds.size.height });

  return self->form;
}

static void
add_tag (SaysoRemarksBox *self, GtkWidget *button)
{
  sayso_annotate_form_open (point_form (self, button), self->session, SAYSO_ANNOTATION_TAG, 0, SAYSO_SPAN (0, 0), "",
                            self->item);
}

static void
add_note (SaysoRemarksBox *self, GtkWidget *button)
{
  sayso_annotate_form_open (point_form (self, button), self->session, SAYSO_ANNOTATION_NOTE, 0, SAYSO_SPAN (0, 0), "",
                            self->item);
}

static gint64
remark_of (GtkWidget *button)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (button), "remark");
}

static void
set_remark (GtkWidget *button, gint64 remark)
{
  g_object_set_data_full (G_OBJECT (button), "remark", g_memdup2 (&remark, sizeof remark), g_free);
}

static void
erase (SaysoRemarksBox *self, GtkWidget *button)
{
  g_autoptr (SaysoCommand) command = sayso_command_new_erase (remark_of (button));

  sayso_session_submit (self->session, command, g_object_get_data (G_OBJECT (button), "message"));
}

static void
reword (SaysoRemarksBox *self, GtkWidget *button)
{
  sayso_annotate_form_reword (point_form (self, button), self->session, self->item, remark_of (button),
                              g_object_get_data (G_OBJECT (button), "text"));
}

/* -- what is shown ------------------------------------------------------------------------------------------------- */

static GtkWidget *
icon_button (SaysoRemarksBox *self, const char *icon, const char *tooltip, gint64 remark, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  set_remark (button, remark);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
tag_pill (SaysoRemarksBox *self, const SaysoRemark *remark)
{
  GtkWidget *pill = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3), *words = gtk_label_new (remark->text);
  /* Translators: a tag */
  g_autofree char *tooltip = g_strdup_printf (_ ("Remove Tag “%s”"), remark->text);
  GtkWidget *remove = icon_button (self, "window-close-symbolic", tooltip, remark->id, G_CALLBACK (erase));

  g_object_set_data (G_OBJECT (remove), "message", (gpointer) _ ("Tag removed."));
  gtk_widget_add_css_class (remove, "circular");
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (words), 24);
  gtk_widget_set_tooltip_text (words, remark->text);
  gtk_widget_add_css_class (pill, "sayso-tag");
  gtk_box_append (GTK_BOX (pill), words);
  gtk_box_append (GTK_BOX (pill), remove);

  return pill;
}

static GtkWidget *
text_button (SaysoRemarksBox *self, const char *icon, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new (), *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), icon);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "sayso-add");
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);

  return button;
}

static void
go_to_words (SaysoRemarksBox *self, GtkWidget *button)
{
  const SaysoSpan *span = g_object_get_data (G_OBJECT (button), "span");

  sayso_session_reveal_passage (self->session, sayso_item_get_id (self->item), *span);
}

/* The words of the article that a note is about, to go to. */
static GtkWidget *
quote_button (SaysoRemarksBox *self, const SaysoRemark *remark)
{
  GtkWidget *button = gtk_button_new (), *label = gtk_label_new (NULL);
  g_autofree char *one_line = g_strdelimit (g_strdup (remark->quote), "\r\n\t", ' ');
  /* Translators: words of an article */
  g_autofree char *quote = g_strdup_printf (_ ("“%s”"), one_line);

  gtk_label_set_text (GTK_LABEL (label), quote);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, _ ("Show in the Article"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "sayso-quote");
  g_object_set_data_full (G_OBJECT (button), "span", g_memdup2 (&remark->span, sizeof remark->span), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (go_to_words), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
note_row (SaysoRemarksBox *self, const SaysoRemark *remark)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *text = gtk_label_new (remark->text);
  g_autoptr (GDateTime) made = g_date_time_new_from_unix_local (remark->made / G_TIME_SPAN_SECOND);
  g_autofree char *date = made == NULL ? g_strdup ("") : g_date_time_format (made, "%x");
  g_autofree char *by = sayso_join (remark->who, date, NULL);
  GtkWidget *who = gtk_label_new (by), *edit, *remove;

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (who), 0);
  gtk_label_set_ellipsize (GTK_LABEL (who), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (who, "caption");
  gtk_widget_add_css_class (who, "sayso-secondary");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_margin_start (words, 12);
  gtk_widget_set_margin_top (words, 9);
  gtk_widget_set_margin_bottom (words, 9);
  if (remark->quote != NULL)
    gtk_box_append (GTK_BOX (words), quote_button (self, remark));
  gtk_box_append (GTK_BOX (words), text);
  gtk_box_append (GTK_BOX (words), who);

  edit = icon_button (self, "document-edit-symbolic", _ ("Change the Note"), remark->id, G_CALLBACK (reword));
  g_object_set_data_full (G_OBJECT (edit), "text", g_strdup (remark->text), g_free);
  remove = icon_button (self, "user-trash-symbolic", _ ("Remove the Note"), remark->id, G_CALLBACK (erase));
  g_object_set_data (G_OBJECT (remove), "message", (gpointer) _ ("Note removed."));
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), edit);
  gtk_box_append (GTK_BOX (box), remove);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, remark->text, -1);

  return row;
}

static void
fill (SaysoRemarksBox *self, GArray *remarks)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *tags = adw_wrap_box_new (), *notes = NULL;

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (tags), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (tags), 6);
  for (guint i = 0; i < remarks->len; i++)
    {
      const SaysoRemark *remark = &g_array_index (remarks, SaysoRemark, i);

      if (remark->sort == SAYSO_REMARK_TAG)
        adw_wrap_box_append (ADW_WRAP_BOX (tags), tag_pill (self, remark));
      if (remark->sort != SAYSO_REMARK_NOTE)
        continue;
      if (notes == NULL)
        {
          notes = gtk_list_box_new ();
          gtk_list_box_set_selection_mode (GTK_LIST_BOX (notes), GTK_SELECTION_NONE);
          gtk_widget_add_css_class (notes, "boxed-list");
          gtk_accessible_update_property (GTK_ACCESSIBLE (notes), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Notes"), -1);
        }
      gtk_list_box_append (GTK_LIST_BOX (notes), note_row (self, remark));
    }
  adw_wrap_box_append (ADW_WRAP_BOX (tags), text_button (self, "sayso-tag-symbolic", _ ("Tag…"), G_CALLBACK (add_tag)));
  adw_wrap_box_append (ADW_WRAP_BOX (tags),
                       text_button (self, "sayso-note-symbolic", _ ("Note…"), G_CALLBACK (add_note)));
  if (notes != NULL)
    gtk_box_append (GTK_BOX (box), notes);
  gtk_box_append (GTK_BOX (box), tags);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
sayso_remarks_box_dispose (GObject *object)
{
  SaysoRemarksBox *self = SAYSO_REMARKS_BOX (object);

  g_clear_object (&self->form);
  g_clear_object (&self->session);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (sayso_remarks_box_parent_class)->dispose (object);
}

static void
sayso_remarks_box_class_init (SaysoRemarksBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sayso_remarks_box_dispose;
}

static void
sayso_remarks_box_init (SaysoRemarksBox *self)
{
}

/**
 * sayso_remarks_box_new:
 * @session: the session
 * @item: an item
 * @remarks: (element-type SaysoRemark): what is written beside it
 * @form: the form to add to them with
 *
 * Returns: (transfer floating): a box that shows them
 */
GtkWidget *
sayso_remarks_box_new (SaysoSession *session, SaysoItem *item, GArray *remarks, SaysoAnnotateForm *form)
{
  SaysoRemarksBox *self;

  g_return_val_if_fail (SAYSO_IS_SESSION (session) && SAYSO_IS_ITEM (item) && remarks != NULL, NULL);

  self = g_object_new (SAYSO_TYPE_REMARKS_BOX, NULL);
  self->session = g_object_ref (session);
  self->item = g_object_ref (item);
  self->form = g_object_ref (form);
  fill (self, remarks);

  return GTK_WIDGET (self);
}

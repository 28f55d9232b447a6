/* sayso-overrule.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-overrule.h"

#include <glib/gi18n.h>

#include "sayso-remarks.h"

struct _SaysoOverrule
{
  AdwDialog parent_instance;

  /* Template */
  AdwPreferencesGroup *articles;
  AdwSpinRow *count;
  GtkEditable *note;
  GtkWidget *apply;

  /* Owned */
  SaysoSession *session;
  GPtrArray *choices; /* (element-type AdwToggleGroup): one for each article */
  GArray *ids;        /* (element-type gint64): the articles */
  SaysoItemKind kind; /* of the item that stands for the story */
  gint64 item;
  double found; /* the count before */
};

G_DEFINE_FINAL_TYPE (SaysoOverrule, sayso_overrule, ADW_TYPE_DIALOG)

static const char *
choice_of (SaysoOverrule *self, guint i)
{
  return adw_toggle_group_get_active_name (g_ptr_array_index (self->choices, i));
}

static const char *
before_of (SaysoOverrule *self, guint i)
{
  return g_object_get_data (g_ptr_array_index (self->choices, i), "before");
}

static void
changed (SaysoOverrule *self)
{
  gboolean any = adw_spin_row_get_value (self->count) != self->found;

  for (guint i = 0; i < self->choices->len; i++)
    any = any || !g_str_equal (choice_of (self, i), before_of (self, i));
  gtk_widget_set_sensitive (self->apply, any && self->item != 0);
}

static void
cancel (SaysoOverrule *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* What was decided before on an article is taken back. */
static void
add_erasures (SaysoOverrule *self, gint64 article, GPtrArray *commands)
{
  g_autoptr (GArray) remarks =
      sayso_casebook_get_remarks (sayso_session_get_casebook (self->session), SAYSO_ITEM_ARTICLE, article, NULL);

  for (guint i = 0; remarks != NULL && i < remarks->len; i++)
    {
      const SaysoRemark *remark = &g_array_index (remarks, SaysoRemark, i);

      if (remark->sort == SAYSO_REMARK_LINK && remark->kind == SAYSO_ITEM_ARTICLE && remark->item == article &&
          g_strcmp0 (remark->type, "independent") == 0)
        g_ptr_array_add (commands, sayso_command_new_erase (remark->id));
    }
}

static void
apply (SaysoOverrule *self)
{
  g_autoptr (GPtrArray) commands = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_command_unref);
  g_autoptr (SaysoCommand) group = NULL;
  const char *note = gtk_editable_get_text (self->note);
  double count = adw_spin_row_get_value (self->count);

  for (guint i = 0; i < self->choices->len; i++)
    {
      gint64 article = g_array_index (self->ids, gint64, i);

      if (g_str_equal (choice_of (self, i), before_of (self, i)))
        continue;
      if (g_str_equal (before_of (self, i), "independent"))
        add_erasures (self, article, commands);
      if (!g_str_equal (choice_of (self, i), "found"))
        g_ptr_array_add (commands, sayso_command_new_link (SAYSO_ITEM_ARTICLE, article, choice_of (self, i), self->kind,
                                                           self->item, note));
    }
  if (count != self->found)
    {
      g_autofree char *value = count > 0 ? g_strdup_printf ("%.0f", count) : NULL;

      g_ptr_array_add (commands, sayso_command_new_edit (self->kind, self->item, "origins", value));
      if (*note != '\0')
        g_ptr_array_add (commands, sayso_command_new_note (self->kind, self->item, note));
    }
  if (commands->len > 0)
    {
      group = sayso_command_new_group (_ ("Overrule Origins"), (SaysoCommand *const *) commands->pdata, commands->len);
      sayso_session_submit (self->session, group, _ ("Origins overruled."));
    }
  adw_dialog_close (ADW_DIALOG (self));
}

static void
add_choice (AdwToggleGroup *group, const char *name, const char *label)
{
  AdwToggle *toggle = adw_toggle_new ();

  adw_toggle_set_name (toggle, name);
  adw_toggle_set_label (toggle, label);
  adw_toggle_group_add (group, toggle);
}

static void
add_article (SaysoOverrule *self, const SaysoAccount *account, const SaysoTold *told)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *choice = adw_toggle_group_new ();
  g_autofree char *outlet = sayso_told_outlet (told);
  g_autofree char *words = sayso_told_to_words (account, told);
  const char *before = told->step->way == SAYSO_STEP_RULED ? "independent" : "found";

  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == told->telling->article)
      {
        g_object_ref_sink (row);
        g_object_ref_sink (choice);
        g_object_unref (row);
        g_object_unref (choice);
        return;
      }

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), outlet);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  add_choice (ADW_TOGGLE_GROUP (choice), "found", _ ("As Found"));
  add_choice (ADW_TOGGLE_GROUP (choice), "independent", _ ("Independent"));
  add_choice (ADW_TOGGLE_GROUP (choice), "not-same-as", _ ("Other"));
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (choice), before);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, outlet, -1);
  g_object_set_data (G_OBJECT (choice), "before", (gpointer) before);
  g_signal_connect_object (choice, "notify::active-name", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
  adw_preferences_group_add (self->articles, row);
  g_ptr_array_add (self->choices, choice);
  g_array_append_val (self->ids, told->telling->article);
}

static void
sayso_overrule_dispose (GObject *object)
{
  SaysoOverrule *self = SAYSO_OVERRULE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_OVERRULE);

  G_OBJECT_CLASS (sayso_overrule_parent_class)->dispose (object);
}

static void
sayso_overrule_class_init (SaysoOverruleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sayso_overrule_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-overrule.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoOverrule, articles);
  gtk_widget_class_bind_template_child (widget_class, SaysoOverrule, count);
  gtk_widget_class_bind_template_child (widget_class, SaysoOverrule, note);
  gtk_widget_class_bind_template_child (widget_class, SaysoOverrule, apply);
  gtk_widget_class_bind_template_callback_full (widget_class, "cancel", G_CALLBACK (cancel));
  gtk_widget_class_bind_template_callback_full (widget_class, "apply", G_CALLBACK (apply));
  gtk_widget_class_bind_template_callback_full (widget_class, "changed", G_CALLBACK (changed));
}

static void
sayso_overrule_init (SaysoOverrule *self)
{
  self->choices = g_ptr_array_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sayso_overrule_new:
 * @session: the session
 * @account: the story; only read now
 *
 * Returns: the dialog
 */
AdwDialog *
sayso_overrule_new (SaysoSession *session, const SaysoAccount *account)
{
  SaysoOverrule *self = g_object_new (SAYSO_TYPE_OVERRULE, NULL);

  self->session = g_object_ref (session);
  for (guint i = 0; i < account->told->len; i++)
    {
      const SaysoTold *told = g_ptr_array_index (account->told, i);

      add_article (self, account, told);
      if (self->item == 0 && (told->telling->claim != 0 || told->telling->event != 0))
        {
          self->kind = told->telling->claim != 0 ? SAYSO_ITEM_CLAIM : SAYSO_ITEM_EVENT;
          self->item = told->telling->claim != 0 ? told->telling->claim : told->telling->event;
        }
    }
  self->found = account->story->ruled ? account->story->n_origins : 0;
  adw_spin_row_set_value (self->count, self->found);

  return ADW_DIALOG (self);
}

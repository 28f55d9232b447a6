/* sayso-claim-tie.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-claim-tie.h"

#include <glib/gi18n.h>

#include "sayso-remarks.h"

/* What a link says from the item it was made at, and from the other. */
static const struct
{
  const char *type;
  const char *out;
  const char *in;
} sentences[] = {
  /* Translators: these follow one claim and name another: "Supports “The bridge was closed”" */
  { "same-as", N_ ("Tells the same as “%s”"), N_ ("Tells the same as “%s”") },
  { "not-same-as", N_ ("Tells something else than “%s”"), N_ ("Tells something else than “%s”") },
  { "supports", N_ ("Supports “%s”"), N_ ("Supported by “%s”") },
  { "contradicts", N_ ("Contradicts “%s”"), N_ ("Contradicted by “%s”") },
  { "answers", N_ ("Answers “%s”"), N_ ("Answered by “%s”") },
  { "independent", N_ ("Independent of “%s”"), N_ ("Independent of “%s”") },
  { "superseded", N_ ("One supersedes the other: “%s”"), N_ ("One supersedes the other: “%s”") },
  { "other-thing", N_ ("About another thing: “%s”"), N_ ("About another thing: “%s”") },
  { "unsure", N_ ("Whether it conflicts is unsure: “%s”"), N_ ("Whether it conflicts is unsure: “%s”") },
  { "no-conflict", N_ ("No conflict with “%s”"), N_ ("No conflict with “%s”") },
};

void
sayso_claim_tie_free (SaysoClaimTie *self)
{
  g_free (self->type);
  g_free (self->words);
  g_free (self->about);
  g_free (self);
}

static char *
words_of (const char *type, gboolean out, const char *title)
{
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (g_strcmp0 (type, sentences[i].type) == 0)
      {
        /* Each has one "%s". */
        g_autoptr (GString) words = g_string_new (_ (out ? sentences[i].out : sentences[i].in));

        g_string_replace (words, "%s", title, 1);

        return g_string_free_and_steal (g_steal_pointer (&words));
      }

  /* What a later version or another program wrote. */
  return g_strdup_printf ("%s: “%s”", type, title);
}

/**
 * sayso_claim_ties_read:
 * @casebook: a casebook
 * @claim: a claim
 * @error: return location
 *
 * Blocks for a moment: call it on a worker thread.
 *
 * Returns: (transfer full) (nullable) (element-type SaysoClaimTie): the links that persons made from it and to it, the
 *   first first; those to what is gone are left out
 */
GPtrArray *
sayso_claim_ties_read (SaysoCasebook *casebook, gint64 claim, GError **error)
{
  g_autoptr (GArray) remarks = sayso_casebook_get_remarks (casebook, SAYSO_ITEM_CLAIM, claim, error);
  GPtrArray *ties;

  if (remarks == NULL)
    return NULL;

  ties = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_claim_tie_free);
  for (guint i = 0; i < remarks->len; i++)
    {
      const SaysoRemark *remark = &g_array_index (remarks, SaysoRemark, i);
      gboolean out = remark->kind == SAYSO_ITEM_CLAIM && remark->item == claim;
      SaysoItemKind kind = out ? remark->other_kind : remark->kind;
      gint64 id = out ? remark->other : remark->item;
      g_autoptr (SaysoItem) other = NULL;
      SaysoClaimTie *tie;

      if (remark->sort != SAYSO_REMARK_LINK)
        continue;
      other = sayso_casebook_get (casebook, kind, id, NULL);
      if (other == NULL)
        continue;

      tie = g_new0 (SaysoClaimTie, 1);
      tie->remark = remark->id;
      tie->type = g_strdup (remark->type);
      tie->kind = kind;
      tie->id = id;
      tie->words = words_of (remark->type, out, sayso_item_get_title (other));
      tie->about = remark->text != NULL && *remark->text != '\0'
                       ? g_strdup_printf ("%s · %s", remark->who, remark->text)
                       : g_strdup (remark->who);
      g_ptr_array_add (ties, tie);
    }

  return ties;
}

/* -- as a row ----------------------------------------------------------------------------------------- */

static void
row_free (gpointer data, GClosure *closure)
{
  g_object_unref (data);
}

static void
reveal (GtkButton *button, gpointer user_data)
{
  const gint64 *place = g_object_get_data (G_OBJECT (button), "place");

  sayso_session_select (user_data, place[0], place[1], FALSE);
}

static void
take_back (GtkButton *button, gpointer user_data)
{
  const gint64 *place = g_object_get_data (G_OBJECT (button), "place");
  g_autoptr (SaysoCommand) command = sayso_command_new_erase (place[0]);

  sayso_session_submit (user_data, command, _ ("Link removed."));
}

static GtkWidget *
button_new (SaysoSession *session, GCallback clicked, gint64 first, gint64 second)
{
  GtkWidget *button = gtk_button_new ();
  gint64 place[] = { first, second };

  g_object_set_data_full (G_OBJECT (button), "place", g_memdup2 (place, sizeof place), g_free);
  g_signal_connect_data (button, "clicked", clicked, g_object_ref (session), row_free, G_CONNECT_DEFAULT);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

/**
 * sayso_claim_tie_row_new:
 * @session: the session
 * @self: a link
 *
 * Returns: (transfer floating): what it says, which leads to its other end, and a button that removes it
 */
GtkWidget *
sayso_claim_tie_row_new (SaysoSession *session, const SaysoClaimTie *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *words = gtk_label_new (self->words), *about = gtk_label_new (self->about);
  GtkWidget *other = button_new (session, G_CALLBACK (reveal), self->kind, self->id);
  GtkWidget *remove = button_new (session, G_CALLBACK (take_back), self->remark, 0);
  GtkWidget *labels[] = { words, about };
  g_autofree char *name = g_strdup_printf ("%s. %s", self->words, self->about);
  /* Translators: %s says what a link says: "Supports “The bridge was closed”" */
  g_autofree char *remove_name = g_strdup_printf (_ ("Remove Link: %s"), self->words);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_xalign (GTK_LABEL (labels[i]), 0);
      gtk_label_set_wrap (GTK_LABEL (labels[i]), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (labels[i]), PANGO_WRAP_WORD_CHAR);
      gtk_box_append (GTK_BOX (lines), labels[i]);
    }
  gtk_widget_add_css_class (about, "caption");
  gtk_widget_add_css_class (about, "sayso-secondary");
  gtk_button_set_child (GTK_BUTTON (other), lines);
  gtk_widget_add_css_class (other, "claim-tie");
  gtk_widget_set_hexpand (other, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (other), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  gtk_button_set_icon_name (GTK_BUTTON (remove), "user-trash-symbolic");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, _ ("Remove Link"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove_name, -1);

  gtk_box_append (GTK_BOX (row), other);
  gtk_box_append (GTK_BOX (row), remove);

  return row;
}

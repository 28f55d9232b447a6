/* sayso-dispute-view.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-dispute-view.h"

#include <glib/gi18n.h>

#include "sayso-sourcing-meter.h"
#include "sayso-sourcing.h"

#define QUOTE_LINES 5

/* What a ruling links: the items of both sides. */
typedef struct
{
  SaysoItemKind kind, other_kind;
  gint64 id, other;
} Pair;

struct _SaysoDisputeView
{
  GtkWidget parent_instance;

  SaysoSession *session;
  GArray *pairs; /* (element-type Pair) */
};

G_DEFINE_FINAL_TYPE (SaysoDisputeView, sayso_dispute_view, GTK_TYPE_WIDGET)

static gint64
item_of (const SaysoTold *told, SaysoItemKind *kind)
{
  const SaysoTelling *telling = told->telling;

  *kind = telling->claim != 0 ? SAYSO_ITEM_CLAIM : telling->event != 0 ? SAYSO_ITEM_EVENT : SAYSO_ITEM_ARTICLE;

  return telling->claim != 0 ? telling->claim : telling->event != 0 ? telling->event : telling->article;
}

static void
rule (GtkWidget *widget, const char *action, GVariant *target)
{
  SaysoDisputeView *self = SAYSO_DISPUTE_VIEW (widget);
  g_autoptr (GPtrArray) commands = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_command_unref);
  g_autoptr (SaysoCommand) group = NULL;

  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (self->pairs, Pair, i);

      g_ptr_array_add (commands, sayso_command_new_link (pair->kind, pair->id, g_variant_get_string (target, NULL),
                                                         pair->other_kind, pair->other, NULL));
    }
  group = sayso_command_new_group (_ ("Judge Conflict"), (SaysoCommand *const *) commands->pdata, commands->len);
  sayso_session_submit (self->session, group, _ ("Conflict judged."));
}

static GMenuModel *
make_menu (void)
{
  static const struct
  {
    const char *type;
    const char *words;
  } rulings[] = {
    { "contradicts", N_ ("_Contradiction") }, { "superseded", N_ ("_Superseded") },
    { "other-thing", N_ ("_Another Thing") }, { "unsure", N_ ("_Unsure") },
    { "no-conflict", N_ ("_No Conflict") },
  };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rulings); i++)
    {
      g_autofree char *action = g_strdup_printf ("dispute.rule::%s", rulings[i].type);

      g_menu_append (menu, _ (rulings[i].words), action);
    }

  return G_MENU_MODEL (menu);
}

static void
activate_side (GtkButton *button, gpointer user_data)
{
  SaysoDisputeView *self = user_data;
  const gint64 *place = g_object_get_data (G_OBJECT (button), "place");

  sayso_session_reveal_passage (self->session, place[0], SAYSO_SPAN (place[1], place[2]));
}

static GtkWidget *
label_new (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_side (SaysoDisputeView *self, const SaysoDispute *dispute, gboolean second)
{
  const SaysoTold *told = g_ptr_array_index (second ? dispute->second : dispute->first, 0);
  const SaysoSaid *said = &told->telling->said;
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *meter = sayso_sourcing_meter_new (sayso_sourcing_level (said->kind, said->several));
  g_autofree char *title = sayso_dispute_side_title (dispute, second);
  g_autofree char *words = sayso_dispute_side_words (dispute, second);
  g_autofree char *name = g_strjoin (". ", title != NULL ? title : words, title != NULL ? words : told->quote,
                                     title != NULL ? told->quote : NULL, NULL);
  GtkWidget *quote = label_new (told->quote, NULL), *source = label_new (words, "caption");
  gint64 place[] = { told->telling->article, told->telling->span.start, told->telling->span.end };

  if (title != NULL)
    gtk_box_append (GTK_BOX (box), label_new (title, "heading"));
  gtk_label_set_lines (GTK_LABEL (quote), QUOTE_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (quote), PANGO_ELLIPSIZE_END);
  gtk_widget_set_vexpand (quote, TRUE);
  gtk_widget_set_valign (quote, GTK_ALIGN_START);
  gtk_widget_add_css_class (source, "sayso-secondary");
  gtk_widget_set_hexpand (source, TRUE);
  gtk_widget_set_valign (meter, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (foot), meter);
  gtk_box_append (GTK_BOX (foot), source);
  gtk_box_append (GTK_BOX (box), quote);
  gtk_box_append (GTK_BOX (box), foot);
  gtk_button_set_child (GTK_BUTTON (button), box);

  gtk_widget_add_css_class (button, "dispute-side");
  gtk_widget_add_css_class (button, said->kind == SAYSO_SOURCE_ANONYMOUS ? "anonymous" : "side");
  gtk_widget_set_tooltip_text (button, told->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "place", g_memdup2 (place, sizeof place), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (activate_side), self, 0);

  return button;
}

static GtkWidget *
make_head (const char *words)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("sayso-conflict-symbolic");
  GtkWidget *label = label_new (words, "heading");
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = make_menu ();

  gtk_widget_set_hexpand (label, TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("_Judge"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), icon);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), button);

  return head;
}

static void
sayso_dispute_view_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&SAYSO_DISPUTE_VIEW (object)->session);
  g_clear_pointer (&SAYSO_DISPUTE_VIEW (object)->pairs, g_array_unref);

  G_OBJECT_CLASS (sayso_dispute_view_parent_class)->dispose (object);
}

static void
sayso_dispute_view_class_init (SaysoDisputeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sayso_dispute_view_dispose;

  gtk_widget_class_install_action (widget_class, "dispute.rule", "s", rule);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "dispute");
}

static void
sayso_dispute_view_init (SaysoDisputeView *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  self->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 6);
}

/**
 * sayso_dispute_view_new:
 * @session: where a ruling goes
 * @dispute: what does not fit together; only read now
 * @orientation: how the sides stand
 *
 * Returns: the view
 */
GtkWidget *
sayso_dispute_view_new (SaysoSession *session, const SaysoDispute *dispute, GtkOrientation orientation)
{
  SaysoDisputeView *self = g_object_new (SAYSO_TYPE_DISPUTE_VIEW, NULL);
  GtkWidget *sides = gtk_box_new (orientation, 12);
  g_autofree char *words = sayso_dispute_to_words (dispute);

  self->session = g_object_ref (session);
  for (guint i = 0; i < dispute->clashes->len; i++)
    {
      const SaysoClash *clash = g_ptr_array_index (dispute->clashes, i);
      Pair pair;

      pair.id = item_of (clash->first, &pair.kind);
      pair.other = item_of (clash->second, &pair.other_kind);
      g_array_append_val (self->pairs, pair);
    }
  gtk_box_set_homogeneous (GTK_BOX (sides), orientation == GTK_ORIENTATION_HORIZONTAL);
  gtk_box_append (GTK_BOX (sides), make_side (self, dispute, FALSE));
  gtk_box_append (GTK_BOX (sides), make_side (self, dispute, TRUE));
  gtk_widget_set_parent (make_head (words), GTK_WIDGET (self));
  gtk_widget_set_parent (sides, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);

  return GTK_WIDGET (self);
}

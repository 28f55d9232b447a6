/* sayso-claim-links.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-claim-links.h"

#include <glib/gi18n.h>

#include "sayso-session.h"

/* The claim that was remembered to be linked, kept with the session. */
#define REMEMBERED "sayso-claim-to-link"

#define MAX_HEADING 40 /* characters of a title in a menu */

static const struct
{
  const char *type;
  const char *words;
} links[] = {
  { "same-as", N_ ("_They Tell the Same") },    { "not-same-as", N_ ("They Tell _Different Things") },
  { "supports", N_ ("This One _Supports It") }, { "contradicts", N_ ("This One _Contradicts It") },
  { "answers", N_ ("This One _Answers It") },
};

static SaysoClaim *
get_claim (SaysoClaimRow *row)
{
  g_autoptr (SaysoClaim) claim = NULL;

  g_object_get (row, "claim", &claim, NULL);

  return claim; /* the row holds it */
}

static SaysoSession *
get_session (SaysoClaimRow *row)
{
  g_autoptr (SaysoSession) session = NULL;

  g_object_get (row, "session", &session, NULL);

  return session;
}

static gint64
get_id (SaysoClaimRow *row)
{
  SaysoClaim *claim = get_claim (row);

  return claim != NULL ? sayso_item_get_id (SAYSO_ITEM (claim)) : 0;
}

/* -- what can be done --------------------------------------------------------------------------------- */

static void
link_claims (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SaysoClaimRow *row = user_data;
  g_autoptr (SaysoCommand) command = NULL;
  const char *type;
  gint64 other, id = get_id (row);

  g_variant_get (parameter, "(&sx)", &type, &other);
  if (id == 0 || other == id)
    return;

  command = sayso_command_new_link (SAYSO_ITEM_CLAIM, id, type, SAYSO_ITEM_CLAIM, other, NULL);
  sayso_session_submit (get_session (row), command, _ ("Claims linked."));
}

static void
remember (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SaysoClaimRow *row = user_data;
  SaysoSession *session = get_session (row);

  g_object_set_data_full (G_OBJECT (session), REMEMBERED, g_object_ref (get_claim (row)), g_object_unref);
  sayso_session_say (session, _ ("Now open the claim to link it to."));
}

/* What can be said of a row's claim and another, under the other's title. */
static void
append_links (GMenu *menu, SaysoItem *with)
{
  gint64 other = sayso_item_get_id (with);
  const char *title = sayso_item_get_title (with);
  g_autoptr (GMenu) section = g_menu_new ();
  /* A menu is as wide as its heading. */
  g_autofree char *begin = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), MAX_HEADING));
  g_autofree char *brief = g_strdup_printf ("%s%s", begin, g_str_equal (begin, title) ? "" : "…");
  /* Translators: a heading in a menu; %s is the title of a claim */
  g_autofree char *heading = g_strdup_printf (_ ("With “%s”"), brief);

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (links[i].words), NULL);

      g_menu_item_set_action_and_target (item, "claim.link", "(sx)", links[i].type, other);
      g_menu_append_item (section, item);
    }
  g_menu_append_section (menu, heading, G_MENU_MODEL (section));
}

static void
make_menu (GtkMenuButton *button, gpointer user_data)
{
  SaysoClaimRow *row = user_data;
  SaysoItem *other = g_object_get_data (G_OBJECT (get_session (row)), REMEMBERED);
  g_autoptr (GMenu) menu = g_menu_new ();

  if (other != NULL && sayso_item_get_id (other) != get_id (row))
    append_links (menu, other);
  g_menu_append (menu, _ ("_Remember to Link It"), "claim.remember");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* -- dragging ----------------------------------------------------------------------------------------- */

static GdkContentProvider *
prepare (GtkDragSource *source, double x, double y, gpointer user_data)
{
  gint64 id = get_id (user_data);

  return id != 0 ? gdk_content_provider_new_typed (G_TYPE_INT64, id) : NULL;
}

static void
take_away (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  g_object_unref (popover);
}

static void
closed (GtkPopover *popover)
{
  /* The action that was chosen comes first. */
  g_idle_add_once (take_away, g_object_ref (popover));
}

static gboolean
drop (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  SaysoClaimRow *row = user_data;
  gint64 id = g_value_get_int64 (value);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (SaysoItem) other = NULL;
  GtkWidget *popover;

  if (id == get_id (row))
    return FALSE;
  other = sayso_casebook_get (sayso_session_get_casebook (get_session (row)), SAYSO_ITEM_CLAIM, id, NULL);
  if (other == NULL)
    return FALSE;

  append_links (menu, other);
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_widget_set_parent (popover, GTK_WIDGET (row));
  g_signal_connect (popover, "closed", G_CALLBACK (closed), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));

  return TRUE;
}

/**
 * sayso_claim_links_attach:
 * @row: a row
 * @handle: what it is dragged by
 * @button: what gets the menu
 */
void
sayso_claim_links_attach (SaysoClaimRow *row, GtkWidget *handle, GtkMenuButton *button)
{
  static const GActionEntry entries[] = { { .name = "link", .activate = link_claims, .parameter_type = "(sx)" },
                                          { .name = "remember", .activate = remember } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_COPY);

  g_return_if_fail (SAYSO_IS_CLAIM_ROW (row));

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), row);
  gtk_widget_insert_action_group (GTK_WIDGET (row), "claim", G_ACTION_GROUP (actions));
  gtk_menu_button_set_create_popup_func (button, make_menu, row, NULL);

  g_signal_connect (source, "prepare", G_CALLBACK (prepare), row);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "drop", G_CALLBACK (drop), row);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (target));
}

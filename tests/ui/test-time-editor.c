/* test-time-editor.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Changing a time in the inspector, on a display. */

#include <adwaita.h>
#include <locale.h>
#include <string.h>

#include "casebook-fixture.h"
#include "sayso-colors.h"
#include "sayso-date-editor.h"
#include "sayso-extract.h"
#include "sayso-inspector.h"
#include "sayso-time-editor.h"

#define PATIENCE (20 * G_TIME_SPAN_SECOND)

/* clang-format off */
#define STORY \
  "Mara Quell opened the bridge in March 2015. Two weeks later the bridge collapsed. Mara Quell resigned yesterday. " \
  "The permit is of 03/04/2015.\n"
/* clang-format on */

typedef struct
{
  Fixture casebook;
  SaysoSession *session;
  GtkWidget *window;
  GtkWidget *inspector;
  char *toast;
} View;

/* Runs the main loop until it is so. */
#define WAIT_UNTIL(condition)                                                                                          \
  for (gint64 _end = g_get_monotonic_time () + PATIENCE; !(condition);)                                                \
    {                                                                                                                  \
      g_assert_cmpint (g_get_monotonic_time (), <, _end);                                                              \
      if (!g_main_context_iteration (NULL, FALSE))                                                                     \
        g_usleep (1000);                                                                                               \
    }

static GtkWidget *
find (GtkWidget *widget, GType type, const char *text)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) &&
      (text == NULL || (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
says (View *self, const char *text)
{
  return find (self->inspector, GTK_TYPE_LABEL, text) != NULL;
}

static void
keep_toast (SaysoSession *session, AdwToast *toast, View *self)
{
  g_free (self->toast);
  self->toast = g_strdup (adw_toast_get_title (toast));
}

static void
import (View *self)
{
  g_autoptr (SaysoText) text = sayso_text_new (STORY, -1);
  g_autoptr (GBytes) bytes = g_bytes_new (STORY, strlen (STORY));
  SaysoMetadata metadata = { .title = g_strdup ("The bridge"), .published = g_strdup ("2015-06-02") };
  g_autoptr (SaysoDocument) document = sayso_document_new (bytes, "/tmp/bridge.txt", "text/plain", &metadata, text);
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoExtraction) extraction = sayso_extract_document (document, NULL, NULL, NULL, &error);
  g_autoptr (SaysoCommand) command = NULL;

  g_assert_no_error (error);
  command = sayso_command_new_import (document, extraction);
  g_assert_true (sayso_casebook_submit (self->casebook.casebook, command, NULL, &error));
  g_assert_no_error (error);
}

static void
set_up (View *self, gconstpointer data)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  fixture_set_up (&self->casebook, NULL);
  import (self);
  self->session = sayso_session_new (self->casebook.casebook);
  self->toast = g_strdup ("");
  g_signal_connect (self->session, "toast", G_CALLBACK (keep_toast), self);
  self->inspector = sayso_inspector_new ();
  g_object_set (self->inspector, "session", self->session, NULL);

  gtk_css_provider_load_from_resource (provider, "/io/github/sayso/Sayso/style.css");
  sayso_colors_install (gdk_display_get_default ());
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  self->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (self->window), self->inspector);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 360, 740);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (View *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_clear_object (&self->session);
  g_free (self->toast);
  fixture_tear_down (&self->casebook, NULL);
}

static gint64
select_time (View *self, const char *words)
{
  gint64 id = fixture_id (self->casebook.casebook, SAYSO_ITEM_TIME, words);

  sayso_session_select (self->session, SAYSO_ITEM_TIME, id, FALSE);
  WAIT_UNTIL (says (self, words));

  return id;
}

/* Opens the editor that belongs to the words of the button or to the row. */
static GtkWidget *
open_editor (View *self)
{
  GtkWidget *label = find (self->inspector, GTK_TYPE_LABEL, "Change…");
  GtkWidget *button = gtk_widget_get_ancestor (label, GTK_TYPE_MENU_BUTTON);
  GtkWidget *editor = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));

  g_assert_true (SAYSO_IS_TIME_EDITOR (editor));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  WAIT_UNTIL (gtk_widget_get_mapped (editor));

  return editor;
}

static void
type (GtkWidget *editor, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (find (editor, GTK_TYPE_ENTRY, NULL)), words);
}

static void
press_enter (GtkWidget *editor)
{
  g_signal_emit_by_name (find (editor, GTK_TYPE_ENTRY, NULL), "activate");
}

/* A value is checked as it is typed, and said in words; it can be undone and taken back, and the selection stays. */
static void
test_value (View *self, gconstpointer data)
{
  gint64 before = select_time (self, "March 2015"), after;
  GtkWidget *editor = open_editor (self);

  g_assert_null (find (editor, GTK_TYPE_DROP_DOWN, NULL));
  type (editor, "early May");
  g_assert_null (find (editor, GTK_TYPE_LABEL, "Sometime between 1 and 10 May 2015"));
  press_enter (editor);
  g_assert_true (gtk_widget_has_css_class (find (editor, GTK_TYPE_ENTRY, NULL), "error"));
  type (editor, "early May 2015");
  g_assert_nonnull (find (editor, GTK_TYPE_LABEL, "Sometime between 1 and 10 May 2015"));
  g_assert_false (gtk_widget_has_css_class (find (editor, GTK_TYPE_ENTRY, NULL), "error"));
  press_enter (editor);

  WAIT_UNTIL (g_str_equal (self->toast, "Time changed."));
  WAIT_UNTIL (says (self, "Sometime between 1 and 10 May 2015") && says (self, "As the text has it"));
  g_assert_true (says (self, "Sometime in March 2015"));
  g_assert_true (says (self, "Changed"));
  after = sayso_session_get_selected_id (self->session);
  g_assert_cmpint (after, !=, before);
  g_assert_cmpint (after, ==, fixture_id (self->casebook.casebook, SAYSO_ITEM_TIME, "March 2015"));

  sayso_session_undo (self->session);
  WAIT_UNTIL (sayso_session_get_selected_id (self->session) == before && !says (self, "As the text has it"));
  sayso_session_redo (self->session);
  WAIT_UNTIL (sayso_session_get_selected_id (self->session) == after && says (self, "As the text has it"));

  /* What was changed becomes a suggestion again by the button that says so. */
  gtk_widget_activate_action (self->inspector, "inspector.confirm", NULL);
  WAIT_UNTIL (!says (self, "As the text has it") && says (self, "Confirm"));
}

/* What it counts from is chosen from the dated times before it. */
static void
test_anchor (View *self, gconstpointer data)
{
  GtkWidget *editor, *from;

  select_time (self, "yesterday");
  WAIT_UNTIL (says (self, "1 June 2015"));
  editor = open_editor (self);
  from = find (editor, GTK_TYPE_DROP_DOWN, NULL);
  g_assert_nonnull (from);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (from)), ==, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (from), gtk_drop_down_get_selected (GTK_DROP_DOWN (from)) + 2);

  WAIT_UNTIL (g_str_equal (self->toast, "Time changed."));
  WAIT_UNTIL (says (self, "As the text has it") && says (self, "“March 2015”, Mar 2015"));
}

/* An ambiguous date shows both days, with a button for each. */
static void
test_ambiguous (View *self, gconstpointer data)
{
  GtkWidget *row;

  select_time (self, "03/04/2015");
  WAIT_UNTIL (says (self, "May also be"));
  g_assert_true (says (self, "4 March 2015"));
  row = gtk_widget_get_ancestor (find (self->inspector, GTK_TYPE_LABEL, "3 April 2015"), ADW_TYPE_ACTION_ROW);
  g_signal_emit_by_name (find (row, GTK_TYPE_BUTTON, NULL), "clicked");

  WAIT_UNTIL (g_str_equal (self->toast, "Time changed."));
  WAIT_UNTIL (!says (self, "May also be") && says (self, "3 April 2015"));
}

/* An event's own time is changed where the event says when it was. */
static void
test_event (View *self, gconstpointer data)
{
  g_autoptr (GPtrArray) events = fixture_query (self->casebook.casebook, SAYSO_ITEM_EVENT, NULL, SAYSO_SORT_TEXT);
  SaysoItem *event = g_ptr_array_index (events, 0);
  GtkWidget *row, *button, *editor;

  sayso_session_select (self->session, SAYSO_ITEM_EVENT, sayso_item_get_id (event), FALSE);
  WAIT_UNTIL (says (self, "When · “March 2015”"));
  row = gtk_widget_get_ancestor (find (self->inspector, GTK_TYPE_LABEL, "When · “March 2015”"), ADW_TYPE_ACTION_ROW);
  button = find (row, GTK_TYPE_MENU_BUTTON, NULL);
  editor = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  WAIT_UNTIL (gtk_widget_get_mapped (editor));
  type (editor, "2014-12-24");
  press_enter (editor);

  WAIT_UNTIL (g_str_equal (self->toast, "Time changed."));
  WAIT_UNTIL (says (self, "24 December 2014"));
  g_assert_cmpint (sayso_session_get_selected_kind (self->session), ==, SAYSO_ITEM_EVENT);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/time-editor/value", View, NULL, set_up, test_value, tear_down);
  g_test_add ("/time-editor/anchor", View, NULL, set_up, test_anchor, tear_down);
  g_test_add ("/time-editor/ambiguous", View, NULL, set_up, test_ambiguous, tear_down);
  g_test_add ("/time-editor/event", View, NULL, set_up, test_event, tear_down);

  return g_test_run ();
}

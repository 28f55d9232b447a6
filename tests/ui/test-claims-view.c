/* test-claims-view.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The claims view and the inspector on a display, over one session. */

#include <adwaita.h>
#include <locale.h>

#include "casebook-fixture.h"
#include "sayso-chain-view.h"
#include "sayso-claim-row.h"
#include "sayso-claims-view.h"
#include "sayso-colors.h"
#include "sayso-fact-row.h"
#include "sayso-inspector.h"
#include "sayso-link-box.h"
#include "sayso-passage-row.h"
#include "sayso-remarks.h"

#define PATIENCE (20 * G_TIME_SPAN_SECOND)
#define CLAIM "Brine & Oak had bribed Ada Quill"

typedef struct
{
  Fixture casebook;
  SaysoSession *session;
  GtkWidget *window;
  GtkWidget *claims;
  GtkWidget *inspector;
  char *toast;
} Views;

/* Runs the main loop until it is so. */
#define WAIT_UNTIL(condition)                                                                                          \
  for (gint64 _end = g_get_monotonic_time () + PATIENCE; !(condition);)                                                \
    {                                                                                                                  \
      g_assert_cmpint (g_get_monotonic_time (), <, _end);                                                              \
      if (!g_main_context_iteration (NULL, FALSE))                                                                     \
        g_usleep (1000);                                                                                               \
    }

typedef gboolean (*Match) (GtkWidget *widget, gconstpointer data);

static guint
count_widgets (GtkWidget *widget, Match match, gconstpointer data, GtkWidget **first)
{
  guint n = 0;

  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return 0;
  if (match (widget, data))
    {
      if (first != NULL && *first == NULL)
        *first = widget;
      n++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child, match, data, first);

  return n;
}

static gboolean
is_label (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

static gboolean
is_type (GtkWidget *widget, gconstpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, GPOINTER_TO_SIZE (type));
}

static gboolean
is_expanded (GtkWidget *widget, gconstpointer data)
{
  gboolean expanded = FALSE;

  if (SAYSO_IS_CLAIM_ROW (widget))
    g_object_get (widget, "expanded", &expanded, NULL);

  return expanded;
}

static guint
n_labels (GtkWidget *widget, const char *text)
{
  return count_widgets (widget, is_label, text, NULL);
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  count_widgets (widget, is_type, GSIZE_TO_POINTER (type), &found);
  g_assert_nonnull (found);

  return found;
}

static guint
n_rows (Views *self)
{
  GtkListView *list = GTK_LIST_VIEW (find_type (self->claims, GTK_TYPE_LIST_VIEW));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

static void
keep_toast (SaysoSession *session, AdwToast *toast, Views *self)
{
  g_free (self->toast);
  self->toast = g_strdup (adw_toast_get_title (toast));
}

static void
set_up (Views *self, gconstpointer data)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  fixture_set_up (&self->casebook, NULL);
  fixture_import (self->casebook.casebook, 1);
  self->session = sayso_session_new (self->casebook.casebook);
  self->toast = g_strdup ("");
  g_signal_connect (self->session, "toast", G_CALLBACK (keep_toast), self);
  self->claims = sayso_claims_view_new ();
  self->inspector = sayso_inspector_new ();
  g_object_set (self->claims, "session", self->session, "hexpand", TRUE, NULL);
  g_object_set (self->inspector, "session", self->session, "width-request", 324, NULL);

  gtk_css_provider_load_from_resource (provider, "/io/github/sayso/Sayso/style.css");
  sayso_colors_install (gdk_display_get_default ());
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  gtk_box_append (GTK_BOX (box), self->claims);
  gtk_box_append (GTK_BOX (box), self->inspector);
  self->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (self->window), box);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 740);
  gtk_window_present (GTK_WINDOW (self->window));
  WAIT_UNTIL (n_labels (self->claims, "All 4") == 1);
}

static void
tear_down (Views *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_clear_object (&self->session);
  g_free (self->toast);
  fixture_tear_down (&self->casebook, NULL);
}

static void
select_claim (Views *self)
{
  sayso_session_select (self->session, SAYSO_ITEM_CLAIM, fixture_id (self->casebook.casebook, SAYSO_ITEM_CLAIM, CLAIM),
                        FALSE);
  WAIT_UNTIL (n_labels (self->inspector, CLAIM) > 0 && n_labels (self->inspector, "Two officials") > 0);
}

/* -- the list ------------------------------------------------------------------------------------------------------ */

static void
test_list (Views *self, gconstpointer data)
{
  g_assert_cmpuint (n_rows (self), ==, 4);
  g_assert_cmpuint (n_labels (self->claims, "Anonymous 2"), ==, 1);
  g_assert_cmpuint (n_labels (self->claims, "Documents 1"), ==, 1);

  /* The chains are read meanwhile; an ampersand is an ampersand. */
  WAIT_UNTIL (n_labels (self->claims, "an audit report") > 0);
  WAIT_UNTIL (n_labels (self->claims, "nobody named") == 1);
  g_assert_cmpuint (n_labels (self->claims, CLAIM), ==, 1);
}

static void
test_filter (Views *self, gconstpointer data)
{
  AdwToggleGroup *shown = ADW_TOGGLE_GROUP (find_type (self->claims, ADW_TYPE_TOGGLE_GROUP));
  g_autoptr (SaysoFilter) filter = NULL;

  adw_toggle_group_set_active_name (shown, "documents");
  g_assert_true (sayso_session_get_filter (self->session)->documents);
  WAIT_UNTIL (n_rows (self) == 1);

  adw_toggle_group_set_active_name (shown, "doubted");
  g_assert_false (sayso_session_get_filter (self->session)->documents);
  WAIT_UNTIL (n_labels (self->claims, "No Such Claims") == 1);

  /* Another view's filter shows here too. */
  filter = sayso_filter_new ();
  filter->anonymous = TRUE;
  sayso_session_set_filter (self->session, filter);
  g_assert_cmpstr (adw_toggle_group_get_active_name (shown), ==, "anonymous");
  WAIT_UNTIL (n_labels (self->claims, CLAIM) == 1 && n_rows (self) == 2);
}

static gboolean
is_arrangement (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_DROP_DOWN (widget) &&
         g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (widget))) == 5 &&
         gtk_widget_get_next_sibling (widget) != NULL;
}

static void
test_arrange (Views *self, gconstpointer data)
{
  GtkWidget *arrangement = NULL;

  count_widgets (self->claims, is_arrangement, NULL, &arrangement);
  g_assert_nonnull (arrangement);

  /* By source: a heading for each, none of them twice. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (arrangement), 1);
  WAIT_UNTIL (n_rows (self) == 4 && n_labels (self->claims, "1 claim") >= 3);

  /* By article: there is one. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (arrangement), 3);
  WAIT_UNTIL (n_labels (self->claims, "Vellmar Courier · 4 claims") == 1);

  /* By conflict: there is none; and back. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (arrangement), 4);
  WAIT_UNTIL (n_labels (self->claims, "No Conflicts Found") == 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (arrangement), 0);
  WAIT_UNTIL (n_labels (self->claims, CLAIM) == 1 && n_labels (self->claims, "1 claim") == 0);
}

static void
test_expand (Views *self, gconstpointer data)
{
  GtkListView *list = GTK_LIST_VIEW (find_type (self->claims, GTK_TYPE_LIST_VIEW));

  /* What is selected elsewhere opens here. */
  g_assert_cmpuint (count_widgets (self->claims, is_expanded, NULL, NULL), ==, 0);
  select_claim (self);
  WAIT_UNTIL (count_widgets (self->claims, is_expanded, NULL, NULL) == 1);
  /* Its words are its title: they are not said twice. */
  WAIT_UNTIL (n_labels (self->claims, CLAIM) == 1 && n_labels (self->claims, "“" CLAIM "”") == 0);

  /* It stays open when one of its actors is selected. */
  sayso_session_select (self->session, SAYSO_ITEM_ACTOR,
                        fixture_id (self->casebook.casebook, SAYSO_ITEM_ACTOR, "Ada Quill"), FALSE);
  fixture_settle ();
  g_assert_cmpuint (count_widgets (self->claims, is_expanded, NULL, NULL), ==, 1);

  /* What is selected here is selected everywhere. */
  gtk_selection_model_select_item (gtk_list_view_get_model (list), 0, TRUE);
  g_assert_cmpint (sayso_session_get_selected_kind (self->session), ==, SAYSO_ITEM_CLAIM);
  g_assert_cmpint (sayso_session_get_selected_id (self->session), ==,
                   fixture_id (self->casebook.casebook, SAYSO_ITEM_CLAIM, "Nobody had asked"));
}

/* What is dragged onto another claim, or remembered for it, is linked to it. */
static void
test_link (Views *self, gconstpointer data)
{
  gint64 claim = fixture_id (self->casebook.casebook, SAYSO_ITEM_CLAIM, CLAIM);
  gint64 other = fixture_id (self->casebook.casebook, SAYSO_ITEM_CLAIM, "Nobody had asked");
  GtkWidget *row = NULL;
  g_autoptr (GArray) remarks = NULL;

  select_claim (self);
  WAIT_UNTIL (count_widgets (self->claims, is_expanded, NULL, &row) == 1);
  gtk_widget_activate_action (row, "claim.remember", NULL);
  g_assert_cmpstr (self->toast, ==, "Now open the claim to link it to.");
  gtk_widget_activate_action (row, "claim.link", "(sx)", "supports", claim);
  g_assert_cmpstr (self->toast, ==, "Now open the claim to link it to.");
  gtk_widget_activate_action (row, "claim.link", "(sx)", "supports", other);
  WAIT_UNTIL (g_str_equal (self->toast, "Claims linked."));
  remarks = sayso_casebook_get_remarks (self->casebook.casebook, SAYSO_ITEM_CLAIM, claim, NULL);
  g_assert_cmpuint (remarks->len, ==, 1);
  g_assert_cmpstr (g_array_index (remarks, SaysoRemark, 0).type, ==, "supports");
  g_assert_cmpint (g_array_index (remarks, SaysoRemark, 0).other, ==, other);
}

/* -- the inspector ------------------------------------------------------------------------------------------------- */

static void
test_decide (Views *self, gconstpointer data)
{
  select_claim (self);

  gtk_widget_activate_action (self->inspector, "inspector.confirm", NULL);
  WAIT_UNTIL (n_labels (self->inspector, "Confirmed") == 1);
  g_assert_cmpstr (self->toast, ==, "Claim confirmed.");

  sayso_session_undo (self->session);
  WAIT_UNTIL (n_labels (self->inspector, "Confirm") == 1);

  gtk_widget_activate_action (self->inspector, "inspector.reject", NULL);
  WAIT_UNTIL (n_labels (self->inspector, "Restore") == 1);
  WAIT_UNTIL (n_labels (self->claims, "All 3") == 1 && n_rows (self) == 3);
  g_assert_cmpuint (n_labels (self->inspector, "Change…"), ==, 0);

  gtk_widget_activate_action (self->inspector, "inspector.confirm", NULL);
  WAIT_UNTIL (n_labels (self->inspector, "Confirm") == 1);
  g_assert_cmpstr (self->toast, ==, "Claim is a suggestion again.");
  WAIT_UNTIL (n_labels (self->claims, "All 4") == 1);
}

static void
keep_passage (SaysoSession *session, gint64 article, guint start, guint end, char **words)
{
  g_autoptr (SaysoText) text = sayso_casebook_get_text (sayso_session_get_casebook (session), article, NULL);

  *words = sayso_text_slice (text, SAYSO_SPAN (start, end));
}

static void
test_links (Views *self, gconstpointer data)
{
  GtkWidget *passage = NULL;
  GtkWidget *box = NULL;
  g_autofree char *passage_words = NULL;
  gint64 claim = 0;

  select_claim (self);
  claim = sayso_session_get_selected_id (self->session);

  /* A box of the chain leads to its actor, and the way back leads here. */
  for (GtkWidget *link =
           gtk_widget_get_first_child (gtk_widget_get_first_child (find_type (self->inspector, SAYSO_TYPE_CHAIN_VIEW)));
       link != NULL; link = gtk_widget_get_next_sibling (link))
    if (SAYSO_IS_LINK_BOX (link))
      box = link;
  gtk_test_accessible_assert_role (box, GTK_ACCESSIBLE_ROLE_BUTTON);
  g_signal_emit_by_name (box, "clicked");
  g_assert_cmpint (sayso_session_get_selected_kind (self->session), ==, SAYSO_ITEM_ACTOR);
  WAIT_UNTIL (n_labels (self->inspector, "Actor") == 1);
  gtk_widget_activate_action (self->inspector, "inspector.back", NULL);
  g_assert_cmpint (sayso_session_get_selected_id (self->session), ==, claim);
  WAIT_UNTIL (n_labels (self->inspector, "Claim") == 1);

  /* A passage opens its article, and asks for the very words. */
  g_signal_connect (self->session, "reveal-passage", G_CALLBACK (keep_passage), &passage_words);
  passage = find_type (self->inspector, SAYSO_TYPE_PASSAGE_ROW);
  g_assert_cmpint (sayso_session_get_article (self->session), ==, 0);
  gtk_widget_activate (passage);
  WAIT_UNTIL (passage_words != NULL);
  g_assert_cmpstr (passage_words, ==, CLAIM);
  g_assert_cmpint (sayso_session_get_article (self->session), !=, 0);
}

/* With nothing selected the open article is shown; with none open, what to do. */
static void
test_nothing_selected (Views *self, gconstpointer data)
{
  gint64 article = fixture_id (self->casebook.casebook, SAYSO_ITEM_ARTICLE, "Harbour deal under fire, 1");

  WAIT_UNTIL (n_labels (self->inspector, "Nothing Selected") == 1);
  sayso_session_set_article (self->session, article);
  WAIT_UNTIL (n_labels (self->inspector, "Harbour deal under fire, 1") == 1);
  g_assert_cmpuint (n_labels (self->inspector, "Confirm"), ==, 0);
  g_assert_cmpuint (n_labels (self->inspector, "/tmp/harbour-1.txt"), ==, 1);
}

/* Every kind of item can be shown, and what is gone is not. */
static void
test_kinds (Views *self, gconstpointer data)
{
  static const struct
  {
    SaysoItemKind kind;
    const char *heading;
  } kinds[] = {
    { SAYSO_ITEM_TIME, "Time" },
    { SAYSO_ITEM_ACTOR, "Actor" },
    { SAYSO_ITEM_EVENT, "Event" },
    { SAYSO_ITEM_RELATION, "Relation" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) items = fixture_query (self->casebook.casebook, kinds[i].kind, NULL, SAYSO_SORT_TEXT);

      for (guint j = 0; j < items->len; j++)
        {
          sayso_session_select (self->session, kinds[i].kind, sayso_item_get_id (g_ptr_array_index (items, j)), FALSE);
          WAIT_UNTIL (n_labels (self->inspector, kinds[i].heading) == 1);
          fixture_settle ();
          g_assert_cmpuint (n_labels (self->inspector, "Confirm"), ==, 1);
          g_assert_cmpuint (n_labels (self->inspector, "Evidence"), ==, 1);
        }
    }

  sayso_session_select (self->session, SAYSO_ITEM_EVENT, 4711, FALSE);
  WAIT_UNTIL (n_labels (self->inspector, "Nothing Selected") == 1);
}

int
main (int argc, char *argv[])
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, test) g_test_add (path, Views, NULL, set_up, test, tear_down)
  ADD ("/claims-view/list", test_list);
  ADD ("/claims-view/filter", test_filter);
  ADD ("/claims-view/expand", test_expand);
  ADD ("/claims-view/arrange", test_arrange);
  ADD ("/claims-view/link", test_link);
  ADD ("/inspector/decide", test_decide);
  ADD ("/inspector/links", test_links);
  ADD ("/inspector/nothing-selected", test_nothing_selected);
  ADD ("/inspector/kinds", test_kinds);
#undef ADD

  return g_test_run ();
}

/* test-article-view.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The article pane on a display, with real keys and clicks. */

#include <adwaita.h>
#include <locale.h>
#include <string.h>

#include "casebook-fixture.h"
#include "sayso-article-text.h"
#include "sayso-article-view.h"
#include "sayso-colors.h"
#include "sayso-mark-pill.h"

#define PATIENCE (20 * G_TIME_SPAN_SECOND)

typedef struct
{
  Fixture casebook;
  SaysoSession *session;
  GtkWidget *window;
  GtkWidget *view;
  SaysoArticleText *text;
} Pane;

/* -- the pane ------------------------------------------------------------------------------------------------------ */

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
set_up (Pane *self, gconstpointer data)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  fixture_set_up (&self->casebook, NULL);
  self->session = sayso_session_new (self->casebook.casebook);
  self->view = sayso_article_view_new ();
  g_object_set (self->view, "session", self->session, NULL);
  self->text = SAYSO_ARTICLE_TEXT (find_widget (self->view, SAYSO_TYPE_ARTICLE_TEXT));

  gtk_css_provider_load_from_resource (provider, "/io/github/sayso/Sayso/style.css");
  sayso_colors_install (gdk_display_get_default ());
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  self->window = adw_window_new ();
  gtk_window_set_title (GTK_WINDOW (self->window), "Pane");
  adw_window_set_content (ADW_WINDOW (self->window), self->view);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 720, 600);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Pane *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_clear_object (&self->session);
  fixture_tear_down (&self->casebook, NULL);
}

/* Runs the main loop until it is so. */
#define WAIT_UNTIL(condition)                                                                                          \
  for (gint64 _end = g_get_monotonic_time () + PATIENCE; !(condition);)                                                \
    {                                                                                                                  \
      g_assert_cmpint (g_get_monotonic_time (), <, _end);                                                              \
      if (!g_main_context_iteration (NULL, FALSE))                                                                     \
        g_usleep (1000);                                                                                               \
    }

static const char *
page (Pane *self)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (find_widget (self->view, GTK_TYPE_STACK)));
}

static gint64
shown_article (Pane *self)
{
  SaysoArticleContent *content = sayso_article_text_get_content (self->text);

  return content == NULL ? 0 : content->id;
}

static void
open_article (Pane *self, gint64 id)
{
  sayso_session_set_article (self->session, id);
  WAIT_UNTIL (shown_article (self) == id && g_str_equal (page (self), "article"));
  gtk_widget_grab_focus (self->view);
  fixture_settle ();
}

static SaysoSpan
find_words (Pane *self, const char *words)
{
  return fixture_find (sayso_article_text_get_content (self->text)->text, words);
}

static void
find_iter (Pane *self, guint offset, GtkTextIter *iter)
{
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), iter, offset);
}

/* Middle of a letter, in the widget. */
static void
find_place (Pane *self, guint offset, int *x, int *y)
{
  GtkTextIter iter;
  GdkRectangle rect;

  find_iter (self, offset, &iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->text), &iter, &rect);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self->text), GTK_TEXT_WINDOW_WIDGET, rect.x + rect.width / 2,
                                         rect.y + rect.height / 2, x, y);
}

G_GNUC_NULL_TERMINATED static void
xdotool (const char *first, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  va_list args;

  g_ptr_array_add (argv, (char *) "xdotool");
  va_start (args, first);
  for (const char *arg = first; arg != NULL; arg = va_arg (args, const char *))
    g_ptr_array_add (argv, (char *) arg);
  va_end (args);
  g_ptr_array_add (argv, NULL);

  process = g_subprocess_newv ((const char *const *) argv->pdata, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
  fixture_settle ();
}

static void
click (Pane *self, int x, int y)
{
  graphene_point_t place;
  g_autofree char *left = NULL, *top = NULL;
  double shadow_x, shadow_y;

  gtk_native_get_surface_transform (GTK_NATIVE (self->window), &shadow_x, &shadow_y);
  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (self->text), self->window, &GRAPHENE_POINT_INIT (x, y), &place));
  left = g_strdup_printf ("%d", (int) (place.x + shadow_x));
  top = g_strdup_printf ("%d", (int) (place.y + shadow_y));
  xdotool ("search", "--onlyvisible", "--name", "^Pane$", "mousemove", "--window", "%1", left, top, "click", "1", NULL);
}

static void
assert_selected (Pane *self, SaysoItemKind kind, gint64 id)
{
  g_assert_cmpint (sayso_session_get_selected_kind (self->session), ==, kind);
  g_assert_cmpint (sayso_session_get_selected_id (self->session), ==, id);
}

/* -- tests --------------------------------------------------------------------------------------------------------- */

static void
test_pages (Pane *self, gconstpointer data)
{
  gint64 id = fixture_import (self->casebook.casebook, 2);
  g_autoptr (SaysoCommand) removal = sayso_command_new_remove (id);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (page (self), ==, "empty");
  open_article (self, id);

  g_assert_true (sayso_casebook_submit (self->casebook.casebook, removal, NULL, &error));
  g_assert_no_error (error);
  WAIT_UNTIL (g_str_equal (page (self), "empty"));

  sayso_session_set_article (self->session, 0);
  g_assert_cmpstr (page (self), ==, "empty");
}

static void
test_text (Pane *self, gconstpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start, end;
  g_autofree char *shown = NULL;

  open_article (self, fixture_import (self->casebook.casebook, 2));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  shown = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);

  g_assert_cmpstr (shown, ==, sayso_text_get_utf8 (sayso_article_text_get_content (self->text)->text));
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (self->text)));
  g_assert_true (gtk_text_view_get_cursor_visible (GTK_TEXT_VIEW (self->text)));
  g_assert_nonnull (gtk_test_accessible_check_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                        "something else"));
  g_assert_null (gtk_test_accessible_check_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                     "Harbour deal under fire, 2"));
}

/* Marks come and go, the text stays. */
static void
test_no_reflow (Pane *self, gconstpointer data)
{
  SaysoMarkPill *times;
  GtkTextIter iter;
  GdkRectangle before, after;
  int x, y;

  open_article (self, fixture_import (self->casebook.casebook, 2));
  times = SAYSO_MARK_PILL (find_widget (self->view, SAYSO_TYPE_MARK_PILL));
  g_assert_cmpint (sayso_mark_pill_get_kind (times), ==, SAYSO_ITEM_TIME);
  find_place (self, find_words (self, "March").start, &x, &y);
  find_iter (self, find_words (self, "Kestrel").start, &iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->text), &iter, &before);
  g_assert_cmpuint (sayso_article_text_get_mark_at (self->text, x, y), !=, SAYSO_NONE);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (times), FALSE);
  fixture_settle ();
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->text), &iter, &after);
  g_assert_cmpint (before.x, ==, after.x);
  g_assert_cmpint (before.y, ==, after.y);
  g_assert_cmpuint (sayso_article_text_get_mark_at (self->text, x, y), ==, SAYSO_NONE);
}

static void
test_click (Pane *self, gconstpointer data)
{
  gint64 event, claim;
  int x, y;

  open_article (self, fixture_import (self->casebook.casebook, 2));
  event = fixture_id (self->casebook.casebook, SAYSO_ITEM_EVENT, "Port authority signs contract");
  claim = fixture_id (self->casebook.casebook, SAYSO_ITEM_CLAIM, "Nobody had asked");

  find_place (self, find_words (self, "signed").start + 2, &x, &y);
  click (self, x, y);
  assert_selected (self, SAYSO_ITEM_EVENT, event);

  find_place (self, find_words (self, "nobody had asked").start + 9, &x, &y);
  click (self, x, y);
  assert_selected (self, SAYSO_ITEM_CLAIM, claim);

  g_test_message ("The bracket in the margin stands for its claim.");
  find_place (self, find_words (self, "signed").start + 2, &x, &y);
  click (self, x, y);
  find_place (self, find_words (self, "nobody had asked").start, &x, &y);
  for (x = 0; x < 80 && sayso_article_text_get_mark_at (self->text, x, y) == SAYSO_NONE;)
    x++;
  g_assert_cmpint (x, <, 80);
  click (self, x + 2, y);
  g_assert_cmpint (sayso_session_get_selected_kind (self->session), ==, SAYSO_ITEM_CLAIM);
}

static void
test_keys (Pane *self, gconstpointer data)
{
  gint64 id = fixture_import (self->casebook.casebook, 2), actor, event;

  open_article (self, id);
  actor = fixture_id (self->casebook.casebook, SAYSO_ITEM_ACTOR, "Port Authority of Vellmar");
  event = fixture_id (self->casebook.casebook, SAYSO_ITEM_EVENT, "Port authority signs contract");

  xdotool ("key", "n", NULL);
  g_assert_cmpuint (sayso_article_text_get_cursor (self->text), ==, find_words (self, "March 2019").start);
  xdotool ("key", "alt+Down", NULL);
  g_assert_cmpuint (sayso_article_text_get_cursor (self->text), ==, find_words (self, "port authority").start);
  assert_selected (self, SAYSO_ITEM_NONE, 0);
  xdotool ("key", "Return", NULL);
  assert_selected (self, SAYSO_ITEM_ACTOR, actor);
  xdotool ("key", "e", "space", NULL);
  assert_selected (self, SAYSO_ITEM_EVENT, event);
  xdotool ("key", "Escape", NULL);
  assert_selected (self, SAYSO_ITEM_NONE, 0);

  xdotool ("key", "t", NULL);
  g_assert_cmpuint (sayso_article_text_get_cursor (self->text), ==, find_words (self, "2021").start);
  xdotool ("key", "shift+t", NULL);
  g_assert_cmpuint (sayso_article_text_get_cursor (self->text), ==, find_words (self, "March 2019").start);
  xdotool ("key", "c", NULL);
  g_assert_cmpuint (sayso_article_text_get_cursor (self->text), ==, find_words (self, "Brine & Oak had bribed").start);
}

/* An article of as many paragraphs, with a date in the last, as @body ends. */
static gint64
import_long (Pane *self, guint n_paragraphs, const char *ending)
{
  g_autoptr (GString) all = g_string_new ("The long way\n\n");
  g_autoptr (SaysoText) text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SaysoDocument) document = NULL;
  g_autoptr (SaysoReading) reading = NULL;
  g_autoptr (SaysoExtraction) extraction = NULL;
  g_autoptr (SaysoCommand) command = NULL;
  g_autoptr (GError) error = NULL;
  SaysoMetadata metadata = { .title = g_strdup ("The long way") };
  SaysoExtractedTime time = { .value = g_strdup ("2019"), .edtf = g_strdup ("2019"), .anchor_time = SAYSO_NONE };
  gint64 id = 0;

  for (guint i = 0; i < n_paragraphs; i++)
    g_string_append_printf (all,
                            "Paragraph %u says what those before it said, and says it at some length, so that it "
                            "takes more than one line of the column and the article is long.\n\n",
                            i);
  g_string_append (all, "It was in 2019 that it came to an end.");
  g_string_append (all, ending);
  text = sayso_text_new (all->str, all->len + 1);
  bytes = g_bytes_new (all->str, all->len);
  document = sayso_document_new (bytes, "/tmp/long.txt", "text/plain", &metadata, text);

  reading = sayso_reading_new (text);
  time.span = fixture_find (text, "2019");
  for (guint start = 0, i = 0; start < sayso_text_get_chars (text); i++)
    {
      const char *utf8 = sayso_text_get_utf8 (text), *from = utf8 + sayso_text_to_byte (text, start);
      const char *gap = strstr (from, "\n\n");
      guint end = gap == NULL ? sayso_text_get_chars (text) : sayso_text_to_char (text, gap - utf8);
      SaysoSentence sentence = { SAYSO_SPAN (start, end), 0, 0, SAYSO_BLOCK_PARAGRAPH, i };

      g_array_append_val (reading->sentences, sentence);
      start = end + 2;
    }
  extraction = sayso_extraction_new (reading);
  time.bounds = (SaysoBounds) { sayso_date_to_seconds (2019, 1, 1), sayso_date_to_seconds (2020, 1, 1) - 1 };
  g_array_append_val (extraction->times, time);

  command = sayso_command_new_import (document, extraction);
  g_assert_true (sayso_casebook_submit (self->casebook.casebook, command, &id, &error));
  g_assert_no_error (error);

  return id;
}

static gboolean
is_seen (Pane *self, SaysoSpan span)
{
  return sayso_article_text_is_in_view (self->text, span);
}

/* What another view asks for is opened, scrolled to and has the cursor. */
static void
test_reveal (Pane *self, gconstpointer data)
{
  gint64 other = fixture_import (self->casebook.casebook, 2), id = import_long (self, 400, "");
  gint64 time = fixture_id (self->casebook.casebook, SAYSO_ITEM_TIME, "2019");
  SaysoSpan span;

  open_article (self, other);
  sayso_session_select (self->session, SAYSO_ITEM_TIME, time, TRUE);
  WAIT_UNTIL (shown_article (self) == id);
  span = find_words (self, "2019");
  WAIT_UNTIL (is_seen (self, span));
  g_assert_cmpuint (sayso_article_text_get_cursor (self->text), ==, span.start);

  sayso_article_text_go_to (self->text, SAYSO_SPAN (0, 1));
  WAIT_UNTIL (is_seen (self, SAYSO_SPAN (0, 1)));
  g_assert_false (is_seen (self, span));
  sayso_session_select (self->session, SAYSO_ITEM_NONE, 0, FALSE);
  sayso_session_select (self->session, SAYSO_ITEM_TIME, time, FALSE);
  WAIT_UNTIL (is_seen (self, span));
  g_assert_cmpuint (sayso_article_text_get_cursor (self->text), ==, span.start);
}

/* A change to the casebook must not take the reader from the place. */
static void
test_stays (Pane *self, gconstpointer data)
{
  gint64 id = import_long (self, 100, "");
  gint64 time = fixture_id (self->casebook.casebook, SAYSO_ITEM_TIME, "2019");
  g_autoptr (SaysoCommand) reject = sayso_command_new_decide (SAYSO_ITEM_TIME, time, SAYSO_STANDING_REJECTED);
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (GError) error = NULL;
  SaysoArticleContent *content;
  SaysoSpan span;
  int x, y;

  open_article (self, id);
  sayso_session_select (self->session, SAYSO_ITEM_TIME, time, TRUE);
  span = find_words (self, "2019");
  WAIT_UNTIL (is_seen (self, span));
  content = sayso_article_text_get_content (self->text);

  g_assert_true (sayso_casebook_submit (self->casebook.casebook, reject, NULL, &error));
  g_assert_no_error (error);
  WAIT_UNTIL (sayso_article_text_get_content (self->text) != content);
  fixture_settle ();
  g_assert_true (is_seen (self, span));
  g_assert_cmpuint (sayso_article_text_get_cursor (self->text), ==, span.start);

  g_test_message ("What was rejected is not shown, unless the reader asks for it.");
  find_place (self, span.start + 1, &x, &y);
  g_assert_cmpuint (sayso_article_text_get_mark_at (self->text, x, y), ==, SAYSO_NONE);
  filter->rejected = TRUE;
  sayso_session_set_filter (self->session, filter);
  g_assert_cmpuint (sayso_article_text_get_mark_at (self->text, x, y), !=, SAYSO_NONE);
}

/* What a text buffer cannot hold is replaced, so that every offset stays what it was. */
static void
test_hostile_text (Pane *self, gconstpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  gint64 id = import_long (self, 1, "\357\277\274<b>&amp;\342\200\256\r\nend");

  open_article (self, id);

  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==,
                   sayso_text_get_chars (sayso_article_text_get_content (self->text)->text));
}

/* A megabyte is shown, and the main loop goes on meanwhile. */
static void
test_large (Pane *self, gconstpointer data)
{
  gint64 id = import_long (self, 7000, "");
  gint64 time = fixture_id (self->casebook.casebook, SAYSO_ITEM_TIME, "2019");

  open_article (self, id);
  g_assert_cmpuint (sayso_text_get_bytes (sayso_article_text_get_content (self->text)->text), >, 1000 * 1000);
  sayso_session_select (self->session, SAYSO_ITEM_TIME, time, TRUE);
  WAIT_UNTIL (is_seen (self, find_words (self, "2019")));
}

static guint
n_hits (Pane *self)
{
  GArray *hits = sayso_article_text_get_hits (self->text);

  return hits == NULL ? 0 : hits->len;
}

/* Words are found as they are typed; Escape leaves the reader in the text, at the hit. */
static void
test_find (Pane *self, gconstpointer data)
{
  gint64 id = import_long (self, 40, "Zoë sued. Then ZOE won.");
  guint second;

  open_article (self, id);
  second = find_words (self, "ZOE").start;
  gtk_widget_activate_action (self->view, "article.find", NULL);
  fixture_settle ();
  xdotool ("type", "zoe", NULL);
  WAIT_UNTIL (n_hits (self) == 2);
  xdotool ("key", "Return", NULL);
  WAIT_UNTIL (sayso_article_text_get_cursor (self->text) == second);
  WAIT_UNTIL (is_seen (self, find_words (self, "ZOE")));

  xdotool ("key", "Escape", NULL);
  WAIT_UNTIL (n_hits (self) == 0);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (self->text)));
  g_assert_cmpuint (sayso_article_text_get_cursor (self->text), ==, second);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, test) g_test_add ("/article-view/" path, Pane, NULL, set_up, test, tear_down)
  ADD ("pages", test_pages);
  ADD ("text", test_text);
  ADD ("no-reflow", test_no_reflow);
  ADD ("click", test_click);
  ADD ("keys", test_keys);
  ADD ("reveal", test_reveal);
  ADD ("stays", test_stays);
  ADD ("hostile-text", test_hostile_text);
  ADD ("large", test_large);
  ADD ("find", test_find);
#undef ADD

  return g_test_run ();
}

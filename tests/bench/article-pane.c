/* article-pane.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The article pane with a long article: 100,000 words, 20,000 marks. Measures the main thread's processor time: from
 * the content to its first frame, a frame while scrolling, and switching a kind of mark. Needs a display. */

#include <adwaita.h>
#include <locale.h>
#include <stdlib.h>
#include <time.h>

#include "sayso-article-text.h"
#include "sayso-colors.h"

#define WORDS 100000
#define MARKS 20000
#define FRAMES 600

typedef struct
{
  GtkWidget *window;
  SaysoArticleText *text;
  GtkAdjustment *adjustment;
  GArray *frames; /* (element-type double): milliseconds of work */
  GArray *clock;  /* (element-type double): the same frames by the wall clock */
  gint64 started, started_at;
  guint painted;
} Bench;

static SaysoArticleContent *
make_content (gint64 id, guint n_words)
{
  static const SaysoItemKind kinds[] = { SAYSO_ITEM_TIME, SAYSO_ITEM_ACTOR, SAYSO_ITEM_EVENT, SAYSO_ITEM_CLAIM };
  g_autoptr (SaysoArticle) article = g_object_new (SAYSO_TYPE_ARTICLE, NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (SaysoTextBlock));
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (SaysoMark));
  g_autoptr (SaysoText) text = NULL;
  guint block = 0;

  for (guint i = 0; i < n_words; i++)
    {
      if (i % (WORDS / MARKS) == 0)
        {
          SaysoItemKind kind = kinds[marks->len % G_N_ELEMENTS (kinds)];
          const SaysoMark mark = { .span = SAYSO_SPAN (words->len, words->len + (kind == SAYSO_ITEM_CLAIM ? 60 : 6)),
                                   .kind = kind,
                                   .part = kind == SAYSO_ITEM_CLAIM ? SAYSO_MARK_CONTENT : SAYSO_MARK_WHOLE,
                                   .id = marks->len + 1,
                                   .level = marks->len % 5 };

          g_array_append_val (marks, mark);
        }
      g_string_append (words, i % 3 == 0 ? "ledger" : i % 3 == 1 ? "office" : "harbour");
      if (i % 80 == 79)
        {
          const SaysoTextBlock paragraph = { SAYSO_SPAN (block, words->len), SAYSO_BLOCK_PARAGRAPH };

          g_array_append_val (blocks, paragraph);
          g_string_append (words, ".\n\n");
          block = words->len;
        }
      else
        {
          g_string_append_c (words, ' ');
        }
    }
  text = sayso_text_new (words->str, words->len);

  return sayso_article_content_new (id, article, text, blocks, marks);
}

/* What the main thread worked, whatever else the machine does. Microseconds. */
static gint64
get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
before_paint (GdkFrameClock *clock, Bench *bench)
{
  bench->started = get_work ();
  bench->started_at = g_get_monotonic_time ();
}

static void
after_paint (GdkFrameClock *clock, Bench *bench)
{
  double milliseconds = (get_work () - bench->started) / 1000.0;

  double by_clock = (g_get_monotonic_time () - bench->started_at) / 1000.0;

  g_array_append_val (bench->frames, milliseconds);
  g_array_append_val (bench->clock, by_clock);
  bench->painted++;
}

static void
next_frame (Bench *bench)
{
  guint painted = bench->painted;

  gtk_widget_queue_draw (GTK_WIDGET (bench->text));
  while (bench->painted == painted)
    g_main_context_iteration (NULL, TRUE);
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
percentile (GArray *values, double part)
{
  qsort (values->data, values->len, sizeof (double), compare);

  return g_array_index (values, double, (guint) (part * (values->len - 1)));
}

static gboolean
report (const char *what, double value, double most)
{
  g_print ("%-44s %8.1f ms  (at most %.0f)%s\n", what, value, most, value > most ? "  TOO SLOW" : "");

  return value <= most;
}

static gboolean
bench_open (Bench *bench, SaysoArticleContent *content)
{
  gint64 start = get_work ();

  sayso_article_text_set_content (bench->text, content);
  next_frame (bench);

  return report ("open, to the first frame", (get_work () - start) / 1000.0, 400);
}

/* A page at a time through the whole article, as a reader who looks for something. */
static gboolean
bench_scroll (Bench *bench)
{
  gboolean good;

  for (guint i = 0; i < 200; i++)
    next_frame (bench); /* the text is laid out by and by */
  g_array_set_size (bench->frames, 0);
  g_array_set_size (bench->clock, 0);
  for (guint i = 0; i < FRAMES; i++)
    {
      gtk_adjustment_set_value (bench->adjustment, i * 120.0);
      next_frame (bench);
    }
  g_print ("%-44s %8.1f ms, 99 of 100 %.1f ms\n", "a frame while scrolling, wall clock", percentile (bench->clock, 0.5),
           percentile (bench->clock, 0.99));
  good = report ("a frame while scrolling, median", percentile (bench->frames, 0.5), 3);

  return report ("a frame while scrolling, 99 of 100", percentile (bench->frames, 0.99), 10) && good;
}

static gboolean
bench_toggle (Bench *bench)
{
  double worst = 0;

  for (guint i = 0; i < 20; i++)
    {
      gint64 start = get_work ();

      sayso_article_text_set_shown (bench->text, i % 2 == 0 ? SAYSO_MARKS_ALL & ~SAYSO_MARKS_OF (SAYSO_ITEM_ACTOR)
                                                            : SAYSO_MARKS_ALL);
      next_frame (bench);
      worst = MAX (worst, (get_work () - start) / 1000.0);
    }

  return report ("switching a kind of mark, the slowest of 20", worst, 30);
}

int
main (int argc, char **argv)
{
  g_autoptr (SaysoArticleContent) content = NULL, before = NULL;
  g_autoptr (GtkCssProvider) provider = NULL;
  Bench bench = { 0 };
  GtkWidget *scrolled;
  GdkFrameClock *clock;
  gboolean good;

  setlocale (LC_ALL, "C.UTF-8");
  if (!gtk_init_check ())
    {
      g_print ("No display: run it in one, with xvfb-run for example.\n");
      return 77;
    }
  adw_init ();
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/io/github/sayso/Sayso/style.css");
  sayso_colors_install (gdk_display_get_default ());
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  bench.frames = g_array_new (FALSE, FALSE, sizeof (double));
  bench.clock = g_array_new (FALSE, FALSE, sizeof (double));
  bench.text = g_object_new (SAYSO_TYPE_ARTICLE_TEXT, NULL);
  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (bench.text));
  bench.window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench.window), 900, 900);
  gtk_window_set_child (GTK_WINDOW (bench.window), scrolled);
  gtk_window_present (GTK_WINDOW (bench.window));
  clock = gtk_widget_get_frame_clock (bench.window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint), &bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint), &bench);
  bench.adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  next_frame (&bench);

  /* A renderer makes its shaders when they are first needed, which is no part of opening an article. */
  before = make_content (1, WORDS / 100);
  sayso_article_text_set_content (bench.text, before);
  next_frame (&bench);
  content = make_content (2, WORDS);
  good = bench_open (&bench, content);
  good = bench_scroll (&bench) && good;
  good = bench_toggle (&bench) && good;
  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_array_unref (bench.frames);
  g_array_unref (bench.clock);

  return good ? 0 : 1;
}

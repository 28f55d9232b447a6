/* bench-import.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* bench-import [PAGES [FOLDER]]: imports invented web pages (else 10,000), or those of a folder again and again, on one
 * core and without extraction, and prints how much markup a second that is, whether memory stays flat, and how fast
 * Readability.js is with the same pages. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "sayso-import.h"

#define N_KINDS 20

/* By Readability.js: its speed is known after these. */
#define MAX_COMPARED 300

static GBytes *
invent_page (guint number)
{
  GString *page = g_string_new ("<!DOCTYPE html><html lang=en><head><meta charset=utf-8>");
  g_autoptr (GRand) rand = g_rand_new_with_seed (number);

  g_string_append_printf (page,
                          "<title>Bridge %u - The Ledger</title><script type='application/ld+json'>{\"@type\":"
                          "\"NewsArticle\",\"headline\":\"Bridge %u\",\"datePublished\":\"2015-03-04\"}</script>"
                          "<style>.a{color:red}</style></head><body><nav><ul>",
                          number, number);
  for (guint i = 0; i < 60; i++)
    g_string_append_printf (
        page, "<li class='menu-item item-%u'><a href='/section/%u' data-track='nav-%u'>Section %u</a></li>", i, i, i,
        i);
  g_string_append_printf (page,
                          "</ul></nav><main><article class='post'><h1>Bridge %u</h1><p class='byline'>By Ada Marsh</p>"
                          "<time datetime='2015-03-04T10:00:00Z'>4 March 2015</time><div class='article-body'>",
                          number);
  for (guint i = 0; i < 30; i++)
    {
      g_string_append (page, "<p class='paragraph'>");
      for (guint k = g_rand_int_range (rand, 20, 80); k > 0; k--)
        g_string_append_printf (page, "%s ",
                                k % 9 == 0   ? "<a href='/x'>bridge</a>"
                                : k % 5 == 0 ? "over the river"
                                             : "said");
      g_string_append (page, "</p><div class='ad-slot'><span>Advertisement</span></div>");
    }
  g_string_append (page, "</div></article><aside class='related'>");
  for (guint i = 0; i < 40; i++)
    g_string_append_printf (page, "<div class='teaser card'><a href='/story/%u'><h3>Another story %u</h3></a></div>", i,
                            i);
  g_string_append (page, "</aside></main><script>var x = 1;</script></body></html>");

  return g_string_free_to_bytes (page);
}

static guint
resident_kib (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) || (line = strstr (status, "VmRSS:")) == NULL)
    return 0;

  return atoi (line + strlen ("VmRSS:"));
}

static GPtrArray *
read_pages (const char *path)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GDir) folder = path != NULL ? g_dir_open (path, 0, NULL) : NULL;
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      char *content;
      gsize size;

      if (g_str_has_suffix (name, ".html") && g_file_get_contents (file, &content, &size, NULL))
        g_ptr_array_add (pages, g_bytes_new_take (content, size));
    }
  for (guint i = 0; path == NULL && i < N_KINDS; i++)
    g_ptr_array_add (pages, invent_page (i));

  return pages;
}

/* The same pages by Readability.js, where node has it (or NODE_PATH leads to it). */
static void
compare (GPtrArray *pages, guint n_pages, double speed)
{
  g_autofree char *folder = g_dir_make_tmp ("sayso-bench-XXXXXX", NULL);
  g_autofree char *count = g_strdup_printf ("%u", n_pages), *out = NULL;
  const char *argv[] = { "node", BENCH_FOLDER "/readability.mjs", folder, count, NULL };
  double other = 0;

  for (guint i = 0; i < pages->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.html", i), *path = g_build_filename (folder, name, NULL);
      GBytes *page = g_ptr_array_index (pages, i);

      g_file_set_contents (path, g_bytes_get_data (page, NULL), g_bytes_get_size (page), NULL);
    }
  if (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out,
                    NULL, NULL, NULL))
    other = g_ascii_strtod (out, NULL);
  if (other > 0)
    printf ("Readability.js with linkedom: %.1f MB/s of processor time; Sayso is %.1f times as fast\n", other,
            speed / other);
  else
    printf ("Readability.js: not compared; node with @mozilla/readability and linkedom is not installed\n");
  for (guint i = 0; i < pages->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.html", i), *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  guint n_pages = argc > 1 ? (guint) atoi (argv[1]) : 10000, at_tenth = 0;
  g_autoptr (GPtrArray) pages = read_pages (argc > 2 ? argv[2] : NULL);
  gint64 start = g_get_monotonic_time ();
  clock_t clock_start = clock ();
  double seconds, used, bytes = 0;
  gsize text = 0;

  if (pages->len == 0)
    return 1;
  for (guint i = 0; i < n_pages; i++)
    {
      GBytes *page = g_ptr_array_index (pages, i % pages->len);
      g_autoptr (GPtrArray) documents = sayso_import_bytes_here (page, "page.html", NULL, NULL, NULL);

      bytes += g_bytes_get_size (page);
      if (documents != NULL)
        text += sayso_text_get_bytes (sayso_document_get_text (g_ptr_array_index (documents, 0)));
      if (i == n_pages / 10)
        at_tenth = resident_kib ();
    }
  seconds = (g_get_monotonic_time () - start) / (double) G_USEC_PER_SEC;
  used = (clock () - clock_start) / (double) CLOCKS_PER_SEC;

  printf ("%u pages, %.1f MB of markup, %.1f MB of text\n", n_pages, bytes / 1e6, text / 1e6);
  printf ("%.1f MB/s of processor time, %.1f by the clock, %.2f ms a page\n", bytes / 1e6 / used, bytes / 1e6 / seconds,
          used * 1000 / n_pages);
  printf ("memory: %.1f MiB after a tenth, %.1f MiB at the end\n", at_tenth / 1024.0, resident_kib () / 1024.0);
  compare (pages, MIN (n_pages, MAX_COMPARED), bytes / 1e6 / used);

  return 0;
}

/* bench-times.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-times.h"

#include <time.h>

/* News-like text with a time expression every other sentence, of invented people. */
static const char *const sentences[] = {
  "The harbour board of Ostervik closed the north quay on 14 March 2014, and the mayor was told two days later. ",
  "Nobody at the shipping office wanted to say who had signed the order or why the gates were left open. ",
  "By late June the divers had found three of the missing crates, but the fourth was never seen again. ",
  "\"We were never asked,\" said Ilse Marn, who has run the ferry line for the past eleven years with her brother. ",
  "Since the first half of 2015 the company has sold its tugs, its cranes and the long red shed behind the mill. ",
  "The inspector, a quiet man with a limp, wrote that the locks showed no sign of force and that the lamp was cold. ",
  "A week earlier, on a Tuesday night, 2,400 litres of fuel had gone from the tank beside the chandler's yard. ",
  "The council will meet next month to hear the report, which runs to ninety pages and names nobody at all. ",
};

static SaysoReading *
make_reading (gsize bytes)
{
  g_autoptr (GString) string = g_string_sized_new (bytes + 256);
  g_autoptr (SaysoText) text = NULL;

  for (guint i = 0; string->len < bytes; i++)
    {
      g_string_append (string, sentences[i % G_N_ELEMENTS (sentences)]);
      if (i % 5 == 4)
        g_string_append (string, "\n\n");
    }
  text = sayso_text_new (string->str, string->len);

  return sayso_reading_new (text);
}

/* Of this process alone, so that a busy machine changes little. */
static double
processor_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec + now.tv_nsec / 1e9;
}

/* The best of several runs, in seconds. */
static double
measure (SaysoReading *reading, guint runs, guint *n_times)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < runs; i++)
    {
      double start = processor_seconds ();
      g_autoptr (GArray) times = sayso_times_find (reading, NULL, "2015-06-17", NULL, NULL);

      best = MIN (best, processor_seconds () - start);
      *n_times = times->len;
    }

  return best;
}

int
main (void)
{
  static const gsize sizes[] = { 1000, 10000, 100000, 1000000 };
  guint n_times;
  g_autoptr (SaysoReading) first = make_reading (100);

  measure (first, 1, &n_times);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (SaysoReading) reading = make_reading (sizes[i]);
      double seconds = measure (reading, sizes[i] < 100000 ? 50 : 7, &n_times);

      g_print ("%8" G_GSIZE_FORMAT " bytes  %6u times  %8.3f ms  %6.2f MB/s\n", sizes[i], n_times, seconds * 1e3,
               sizes[i] / 1e6 / seconds);
    }

  return 0;
}

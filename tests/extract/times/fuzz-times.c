/* fuzz-times.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-edtf.h"
#include "sayso-times.h"

#include <stdlib.h>
#include <string.h>

/* fuzz-times CORPUS [SECONDS]: reads every file of a folder, and what comes of changing them: for so many seconds, or a
 * few thousand times. With clang's -fsanitize=fuzzer only the entry point is used. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check (const SaysoExtractedTime *time, guint index, guint *at, guint n_chars)
{
  SaysoBounds dated;
  g_autofree char *edtf = NULL;

  g_assert_cmpuint (time->span.start, >=, *at);
  g_assert_cmpuint (time->span.end, >, time->span.start);
  g_assert_cmpuint (time->span.end, <=, n_chars);
  *at = time->span.end;
  g_assert_nonnull (time->value);
  if (time->bounds.earliest > time->bounds.latest)
    g_error ("%s ends before it begins", time->value);
  g_assert_true ((time->anchor == SAYSO_ANCHOR_TIME) == (time->anchor_time != SAYSO_NONE));
  g_assert_true (time->anchor_time == SAYSO_NONE || time->anchor_time < index);
  sayso_times_get_dated (time, &dated, &edtf);
  g_assert_cmpint (dated.earliest, <=, dated.latest);
  for (guint i = 0; i < 2; i++)
    {
      const char *written = i == 0 ? time->edtf : edtf;
      g_autoptr (GError) error = NULL;
      g_autoptr (SaysoEdtf) read = written != NULL ? sayso_edtf_parse (written, &error) : NULL;

      if (error != NULL)
        g_error ("%s: %s", written, error->message);
    }
}

/* The first byte tells when it was published, the rest is the text. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const char *const published[] = { NULL,   "2015-06-17", "1999-12-31", "2024-02-29T23:59:59",
                                           "2016", "0001-01-01", "9999-12-31", "not a date" };
  g_autofree char *valid = size > 0 ? g_utf8_make_valid ((const char *) data + 1, size - 1) : g_strdup ("");
  g_autoptr (SaysoText) text = sayso_text_new (valid, -1);
  g_autoptr (SaysoReading) reading = sayso_reading_new (text);
  g_autoptr (GArray) times =
      sayso_times_find (reading, NULL, published[size > 0 ? data[0] % G_N_ELEMENTS (published) : 0], NULL, NULL);
  guint at = 0;

  for (guint i = 0; i < times->len; i++)
    check (&g_array_index (times, SaysoExtractedTime, i), i, &at, sayso_text_get_chars (text));

  return 0;
}

#ifndef SAYSO_LIBFUZZER

static GPtrArray *
load_corpus (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      char *data;
      gsize length;

      g_assert_true (g_file_get_contents (path, &data, &length, NULL));
      g_ptr_array_add (files, g_bytes_new_take (data, length));
    }
  g_assert_cmpuint (files->len, >, 0);

  return files;
}

/* A piece of one file goes into another; bytes change; numbers grow. */
static GByteArray *
mutate (GPtrArray *files, GRand *rand)
{
  GByteArray *out = g_byte_array_new ();
  guint pieces = g_rand_int_range (rand, 1, 6);

  for (guint i = 0; i < pieces; i++)
    {
      gsize length;
      const guint8 *data = g_bytes_get_data (files->pdata[g_rand_int_range (rand, 0, files->len)], &length);
      gsize from = g_rand_int_range (rand, 0, length), n = g_rand_int_range (rand, 1, 200);

      g_byte_array_append (out, data + from, MIN (n, length - from));
    }
  for (gint i = g_rand_int_range (rand, 0, 12); i > 0; i--)
    {
      static const char replacements[] = "0123456789 -/.:,'\nsth\xe2\x80\x93\xff";

      out->data[g_rand_int_range (rand, 0, out->len)] =
          replacements[g_rand_int_range (rand, 0, sizeof replacements - 1)];
    }

  return out;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (argc > 3 ? atoi (argv[3]) : 17);
  gint64 seconds = argc > 2 ? atoi (argv[2]) : 0, end = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;
  guint n = 0;

  g_return_val_if_fail (argc > 1, 2);

  files = load_corpus (argv[1]);
  for (guint i = 0; i < files->len; i++)
    {
      gsize length;
      const guint8 *data = g_bytes_get_data (files->pdata[i], &length);

      LLVMFuzzerTestOneInput (data, length);
    }
  for (; seconds > 0 ? g_get_monotonic_time () < end : n < 3000; n++)
    {
      g_autoptr (GByteArray) bytes = mutate (files, rand);

      LLVMFuzzerTestOneInput (bytes->data, bytes->len);
    }
  g_print ("%u inputs without a finding\n", n + files->len);

  return 0;
}

#endif

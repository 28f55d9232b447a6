/* sayso-cli-table.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-cli-table.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define GAP 2

/* The flexible column is not cut below this. */
#define FLEXIBLE_MIN 20

struct _SaysoCliTable
{
  GPtrArray *rows; /* GStrv */
  guint n_columns;
  guint flexible;
  guint widths[SAYSO_CLI_MAX_COLUMNS];
};

static guint
char_width (gunichar c)
{
  return g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

static guint
text_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += char_width (g_utf8_get_char (p));

  return width;
}

/* One line, without anything a terminal would obey. */
char *
sayso_cli_tame (const char *text)
{
  GString *tame = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (tame, g_unichar_iscntrl (c) || g_unichar_isspace (c) ? ' ' : c);
    }

  return g_string_free (tame, FALSE);
}

/**
 * sayso_cli_table_new:
 * @headings: (array zero-terminated=1): of the columns, at most %SAYSO_CLI_MAX_COLUMNS
 * @flexible: the column that gives way
 *
 * Returns: (transfer full): a table with no rows but its headings
 */
SaysoCliTable *
sayso_cli_table_new (const char *const *headings, guint flexible)
{
  SaysoCliTable *self = g_new0 (SaysoCliTable, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->n_columns = g_strv_length ((char **) headings);
  self->flexible = flexible;
  g_assert (self->n_columns <= SAYSO_CLI_MAX_COLUMNS && flexible < self->n_columns);
  sayso_cli_table_add (self, headings);

  return self;
}

void
sayso_cli_table_free (SaysoCliTable *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* Adds a row: a cell for each column, %NULL for an empty one. */
void
sayso_cli_table_add (SaysoCliTable *self, const char *const *cells)
{
  char **row = g_new0 (char *, self->n_columns + 1);

  for (guint i = 0; i < self->n_columns; i++)
    {
      row[i] = sayso_cli_tame (cells[i] != NULL ? cells[i] : "");
      self->widths[i] = MAX (self->widths[i], text_width (row[i]));
    }
  g_ptr_array_add (self->rows, row);
}

static void
print_cell (const char *text, guint width, gboolean pad)
{
  guint used = 0, whole = text_width (text);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint n = char_width (g_utf8_get_char (p));

      if (whole > width && used + n > width - 1)
        {
          fputs ("…", stdout);
          used++;
          break;
        }
      fwrite (p, 1, g_utf8_next_char (p) - p, stdout);
      used += n;
    }
  if (pad)
    printf ("%*s", (int) (width - MIN (used, width) + GAP), "");
}

void
sayso_cli_table_print (SaysoCliTable *self)
{
  struct winsize window = { 0 };
  guint total = 0;

  for (guint i = 0; i < self->n_columns; i++)
    total += self->widths[i] + (i > 0 ? GAP : 0);
  if (isatty (STDOUT_FILENO) && ioctl (STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col > 0 &&
      total > window.ws_col)
    {
      guint *width = &self->widths[self->flexible], rest = total - *width;

      *width = MIN (*width, MAX (FLEXIBLE_MIN, window.ws_col > rest ? window.ws_col - rest : 0));
    }

  for (guint r = 0; r < self->rows->len; r++)
    {
      char **row = g_ptr_array_index (self->rows, r);

      for (guint i = 0; i < self->n_columns; i++)
        print_cell (row[i], self->widths[i], i + 1 < self->n_columns);
      putchar ('\n');
    }
}

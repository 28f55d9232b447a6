/* sayso-help-pages.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SAYSO_HELP_MAX_PARTS 8

/* A page of the help: its parts each have a heading and some text. Strings are to be translated. */
typedef struct
{
  const char *name; /* of the view it is for */
  const char *icon_name;
  const char *title;
  struct
  {
    const char *heading;
    const char *text;
  } parts[SAYSO_HELP_MAX_PARTS]; /* ends with a heading of NULL, or full */
} SaysoHelpPage;

const SaysoHelpPage *sayso_help_pages_get (guint *n_pages);

G_END_DECLS

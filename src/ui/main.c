/* main.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-application.h"
#include "sayso-locale.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

int
main (int argc, char **argv)
{
  g_autoptr (GApplication) application = NULL;

#ifdef __GLIBC__
  /* Every thread that reads would keep what it once needed in a heap of its own. */
  mallopt (M_ARENA_MAX, 2);
#endif
  sayso_locale_set_up ();

  application = sayso_application_new ();

  return g_application_run (application, argc, argv);
}

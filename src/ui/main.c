/* main.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-application.h"
#include "sayso-locale.h"

int
main (int argc, char **argv)
{
  g_autoptr (GApplication) application = NULL;

  sayso_locale_set_up ();

  application = sayso_application_new ();

  return g_application_run (application, argc, argv);
}

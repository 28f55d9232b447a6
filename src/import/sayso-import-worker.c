/* sayso-import-worker.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads files for Sayso, apart from it: requests come on a socket, and the documents go back on it. */

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "sayso-apart.h"
#include "sayso-import.h"
#include "sayso-locale.h"

/* Reading a file takes no more; what asks for more is wrong. */
#define MAX_MEMORY (4ull * 1024 * 1024 * 1024)
#define MAX_FILES 64

static void
limit (int what, rlim_t most)
{
  struct rlimit limits = { most, most };

  setrlimit (what, &limits);
}

int
main (void)
{
  g_autoptr (GSocket) socket = NULL;

  sayso_locale_set_up ();    /* what it says of a file is shown to the reader */
#ifndef __SANITIZE_ADDRESS__ /* whose shadow alone is far more */
  limit (RLIMIT_AS, MAX_MEMORY);
#endif
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_FSIZE, 0);
  limit (RLIMIT_NOFILE, MAX_FILES);
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);
  /* What is read is of no interest to the desktop; no cache or setting is written. */
  g_setenv ("GIO_USE_VFS", "local", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);

  fcntl (SAYSO_APART_FD, F_SETFD, FD_CLOEXEC);
  socket = g_socket_new_from_fd (SAYSO_APART_FD, NULL);
  if (socket == NULL)
    {
      g_printerr ("This program is started by Sayso.\n");
      return 2;
    }
  for (;;)
    {
      g_autoptr (GVariant) request = sayso_apart_receive (socket, SAYSO_APART_REQUEST, 0, NULL, NULL);
      g_autoptr (GVariant) data = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GPtrArray) documents = NULL;
      g_autoptr (GError) error = NULL;
      const char *location, *media_type;

      if (request == NULL)
        return 0;
      g_variant_get (request, "(&s&s@ay)", &location, &media_type, &data);
      bytes = g_variant_get_data_as_bytes (data);
      documents = sayso_import_bytes_here (bytes, location, *media_type != '\0' ? media_type : NULL, NULL, &error);
      if (!sayso_apart_send (socket, sayso_apart_pack (documents, bytes, location, error), NULL, NULL))
        return 1;
    }
}

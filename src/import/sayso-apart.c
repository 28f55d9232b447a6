/* sayso-apart.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-apart.h"

#include <glib/gi18n-lib.h>
#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "sayso-apart-private.h"
#include "sayso-import.h"

/* How long one file may take, and how many a worker reads before another takes its place. */
#define MAX_SECONDS 180
#define MAX_REQUESTS 200

/* How many workers wait for work. */
#define MAX_IDLE 4

typedef struct
{
  GSubprocess *process;
  GSocket *socket;
  guint n_requests;
} Worker;

static GMutex lock;
static GQueue idle = G_QUEUE_INIT;

static void
worker_free (Worker *worker)
{
  g_subprocess_force_exit (worker->process);
  g_object_unref (worker->process);
  g_object_unref (worker->socket);
  g_free (worker);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Worker, worker_free)

static const char *
find_program (void)
{
  const char *path = g_getenv ("SAYSO_IMPORT_WORKER");

  if (path == NULL)
    path = SAYSO_LIBEXECDIR "/sayso-import-worker";

  return g_file_test (path, G_FILE_TEST_IS_EXECUTABLE) ? path : NULL;
}

/**
 * sayso_apart_is_possible:
 *
 * Returns: whether the program that reads files apart is installed
 */
gboolean
sayso_apart_is_possible (void)
{
  return find_program () != NULL;
}

static Worker *
start_worker (GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GSocket) socket = NULL;
  Worker *worker;
  int ends[2];

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, g_strerror (errno));
      return NULL;
    }
  socket = g_socket_new_from_fd (ends[0], error);
  if (socket == NULL)
    {
      close (ends[0]);
      close (ends[1]);
      return NULL;
    }
  g_subprocess_launcher_take_fd (launcher, ends[1], SAYSO_APART_FD);
  process = g_subprocess_launcher_spawn (launcher, error, find_program (), NULL);
  if (process == NULL)
    return NULL;

  worker = g_new0 (Worker, 1);
  worker->process = g_steal_pointer (&process);
  worker->socket = g_steal_pointer (&socket);

  return worker;
}

static Worker *
take_worker (GError **error)
{
  Worker *worker;

  g_mutex_lock (&lock);
  worker = g_queue_pop_head (&idle);
  g_mutex_unlock (&lock);

  return worker != NULL ? worker : start_worker (error);
}

static void
give_back (Worker *worker)
{
  g_autoptr (Worker) surplus = worker;

  if (++worker->n_requests >= MAX_REQUESTS)
    return;
  g_mutex_lock (&lock);
  if (g_queue_get_length (&idle) < MAX_IDLE)
    g_queue_push_head (&idle, g_steal_pointer (&surplus));
  g_mutex_unlock (&lock);
}

static gboolean
send_all (GSocket *socket, const char *data, gsize size, GCancellable *cancellable, GError **error)
{
  while (size > 0)
    {
      gssize n = g_socket_send (socket, data, size, cancellable, error);

      if (n < 0)
        return FALSE;
      data += n;
      size -= n;
    }

  return TRUE;
}

/* A deadline of 0 is none. */
static gboolean
receive_all (GSocket *socket, char *data, gsize size, gint64 deadline, GCancellable *cancellable, GError **error)
{
  while (size > 0)
    {
      gint64 left = deadline == 0 ? -1 : MAX (deadline - g_get_monotonic_time (), 1);
      gssize n;

      if (!g_socket_condition_timed_wait (socket, G_IO_IN, left, cancellable, error))
        return FALSE;
      n = g_socket_receive (socket, data, size, cancellable, error);
      if (n == 0)
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED, "closed");
      if (n <= 0)
        return FALSE;
      data += n;
      size -= n;
    }

  return TRUE;
}

/* Sends a message: its length in eight bytes, then itself. Takes the message's floating reference. */
gboolean
sayso_apart_send (GSocket *socket, GVariant *message, GCancellable *cancellable, GError **error)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (message);
  guint64 size = g_variant_get_size (owned);

  return send_all (socket, (const char *) &size, sizeof size, cancellable, error) &&
         send_all (socket, g_variant_get_data (owned), size, cancellable, error);
}

/* Receives a message of a type; nothing in it is trusted to be well-formed. */
GVariant *
sayso_apart_receive (GSocket *socket, const char *type, gint64 deadline, GCancellable *cancellable, GError **error)
{
  guint64 size;
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!receive_all (socket, (char *) &size, sizeof size, deadline, cancellable, error))
    return NULL;
  data = size <= 4 * (guint64) SAYSO_IMPORT_MAX_BYTES ? g_try_malloc (MAX (size, 1)) : NULL;
  if (data == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "too large");
      return NULL;
    }
  if (!receive_all (socket, data, size, deadline, cancellable, error))
    return NULL;
  bytes = g_bytes_new_take (g_steal_pointer (&data), size);

  return g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (type), bytes, FALSE));
}

static void
set_broken (const char *name, const GError *cause, GError **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    g_set_error (
        error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_CRASHED,
        _ ("Reading “%s” took more than %d seconds, and was given up. Save its text as a text file, and import "
           "that."),
        name, MAX_SECONDS);
  else
    g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_CRASHED,
                 _ ("“%s” could not be read: it is damaged in a way that broke the reading of it. Nothing else is "
                    "affected. Get the file again, or save its text as a text file, and import that."),
                 name);
}

/**
 * sayso_apart_import:
 * @bytes: a document as it came, or a container of documents
 * @location: where it came from
 * @media_type: (nullable): what its sender calls it
 * @name: what messages call it
 * @cancellable: (nullable): a cancellable
 * @error: return location for a %SAYSO_IMPORT_ERROR
 *
 * As sayso_import_bytes_all(), in a process of its own, so that whatever goes wrong in reading, by chance or by
 * somebody's will, takes nothing else along. The process has no more memory and time than reading may take, and can
 * write nothing.
 *
 * Returns: (transfer full) (element-type SaysoDocument): the documents, one at least
 */
GPtrArray *
sayso_apart_import (GBytes *bytes, const char *location, const char *media_type, const char *name,
                    GCancellable *cancellable, GError **error)
{
  g_autoptr (Worker) worker = NULL;
  g_autoptr (GError) cause = NULL;
  g_autoptr (GVariant) answer = NULL;
  g_autofree char *words = g_utf8_make_valid (location, -1);
  GPtrArray *documents;
  GVariant *request;

  worker = take_worker (&cause);
  if (worker == NULL)
    {
      set_broken (name, cause, error);
      return NULL;
    }
  request = g_variant_new ("(ss@ay)", words, media_type != NULL ? media_type : "",
                           g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, bytes, TRUE));
  if (sayso_apart_send (worker->socket, request, cancellable, &cause))
    answer = sayso_apart_receive (worker->socket, SAYSO_APART_ANSWER,
                                  g_get_monotonic_time () + MAX_SECONDS * G_USEC_PER_SEC, cancellable, &cause);
  if (answer == NULL)
    {
      set_broken (name, cause, error);
      return NULL;
    }
  give_back (g_steal_pointer (&worker));

  documents = sayso_apart_unpack (answer, bytes, location, error);
  if (documents != NULL && documents->len == 0)
    {
      g_ptr_array_unref (documents);
      set_broken (name, NULL, error);
      return NULL;
    }

  return documents;
}

/**
 * sayso_apart_stop:
 *
 * Ends the workers that wait for work. They end by themselves with this program.
 */
void
sayso_apart_stop (void)
{
  g_mutex_lock (&lock);
  g_queue_clear_full (&idle, (GDestroyNotify) worker_free);
  g_mutex_unlock (&lock);
}

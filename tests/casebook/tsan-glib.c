/* tsan-glib.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* GLib's locks are futexes that ThreadSanitizer cannot see, so it takes everything that they guard for a race. Linked
 * into a test in a build with b_sanitize=thread, this tells it what happens before what, by standing in front of the
 * functions that our code calls. Run with TSAN_OPTIONS=suppressions=…/tsan-glib.supp. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <gio/gio.h>

void __tsan_acquire (void *address);
void __tsan_release (void *address);

#define REAL(name)                                                                                                     \
  static __typeof__ (&name) real;                                                                                      \
  if (real == NULL)                                                                                                    \
  real = (__typeof__ (&name)) dlsym (RTLD_NEXT, #name)

void
g_mutex_lock (GMutex *mutex)
{
  REAL (g_mutex_lock);
  real (mutex);
  __tsan_acquire (mutex);
}

void
g_mutex_unlock (GMutex *mutex)
{
  REAL (g_mutex_unlock);
  __tsan_release (mutex);
  real (mutex);
}

void
g_cond_wait (GCond *cond, GMutex *mutex)
{
  REAL (g_cond_wait);
  __tsan_release (mutex);
  real (cond, mutex);
  __tsan_acquire (mutex);
}

void
g_async_queue_push (GAsyncQueue *queue, gpointer data)
{
  REAL (g_async_queue_push);
  __tsan_release (queue);
  real (queue, data);
}

gpointer
g_async_queue_pop (GAsyncQueue *queue)
{
  gpointer data;
  REAL (g_async_queue_pop);

  data = real (queue);
  __tsan_acquire (queue);

  return data;
}

gpointer
g_async_queue_timeout_pop (GAsyncQueue *queue, guint64 timeout)
{
  gpointer data;
  REAL (g_async_queue_timeout_pop);

  data = real (queue, timeout);
  __tsan_acquire (queue);

  return data;
}

gboolean (g_once_init_enter_pointer) (void *location)
{
  gboolean first;
  static gboolean (*real) (void *);

  if (real == NULL)
    real = dlsym (RTLD_NEXT, "g_once_init_enter_pointer");
  first = real (location);
  __tsan_acquire (location);

  return first;
}

void (g_once_init_leave_pointer) (void *location, gpointer result)
{
  static void (*real) (void *, gpointer);

  if (real == NULL)
    real = dlsym (RTLD_NEXT, "g_once_init_leave_pointer");
  __tsan_release (location);
  real (location, result);
}

void (g_object_unref) (gpointer object)
{
  static void (*real) (gpointer);

  if (real == NULL)
    real = dlsym (RTLD_NEXT, "g_object_unref");
  __tsan_release (object);
  __tsan_acquire (object);
  real (object);
}

/* A task's function runs after all that came before g_task_run_in_thread(), and its result is read after it. */
static GTaskThreadFunc thread_func_of (GTask *task);

static void
thread_func (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  __tsan_acquire (task);
  thread_func_of (task) (task, source, data, cancellable);
}

static GTaskThreadFunc
thread_func_of (GTask *task)
{
  return (GTaskThreadFunc) g_object_get_data (G_OBJECT (task), "tsan");
}

void
g_task_run_in_thread (GTask *task, GTaskThreadFunc func)
{
  REAL (g_task_run_in_thread);
  g_object_set_data (G_OBJECT (task), "tsan", (gpointer) func);
  __tsan_release (task);
  real (task, thread_func);
}

void
g_task_return_boolean (GTask *task, gboolean result)
{
  REAL (g_task_return_boolean);
  __tsan_release (task);
  real (task, result);
}

void
g_task_return_error (GTask *task, GError *error)
{
  REAL (g_task_return_error);
  __tsan_release (task);
  real (task, error);
}

gpointer
g_task_get_task_data (GTask *task)
{
  REAL (g_task_get_task_data);
  __tsan_acquire (task);

  return real (task);
}

gboolean
g_task_propagate_boolean (GTask *task, GError **error)
{
  REAL (g_task_propagate_boolean);
  __tsan_acquire (task);

  return real (task, error);
}

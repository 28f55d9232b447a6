/* sayso-casebook.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-casebook-private.h"

#include <glib/gi18n-lib.h>

#include "sayso-schema.h"
#include "sayso-writer.h"

/* Connections kept for the next reader. More are opened when more threads read at once, and closed after. */
#define MAX_IDLE_READERS 4

/* What is announced. */
enum
{
  NEWS_CHANGED = 1 << 0,
  NEWS_DERIVED = 1 << 1,
};

/* What brings the writer's changes to the thread the casebook was opened on. */
typedef struct
{
  GWeakRef casebook;
  GMainContext *context;
  guint pending; /* NEWS_… that are on their way */
} Announcer;

struct _SaysoCasebook
{
  GObject parent_instance;

  GFile *file;
  char *path;
  char *title;
  SaysoAccess access; /* of readers */
  gboolean read_only;
  SaysoHistory history; /* as last announced, or asked for */

  SaysoBegins *begins;
  Announcer *announcer;
  SaysoWriter *writer; /* NULL: read-only, or closed */
  GMutex lock;         /* of what follows */
  GPtrArray *readers;  /* (element-type SaysoConnection): idle ones */
  gboolean closed;
};

G_DEFINE_FINAL_TYPE (SaysoCasebook, sayso_casebook, G_TYPE_OBJECT)
G_DEFINE_QUARK (sayso - casebook - error - quark, sayso_casebook_error)

enum
{
  PROP_FILE = 1,
  PROP_TITLE,
  PROP_UNDO_TITLE,
  PROP_REDO_TITLE,
  PROP_READ_ONLY,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint changed_signal, derived_signal;

/* -- opening and closing ------------------------------------------------------------------------------ */

static void
announcer_clear (gpointer data)
{
  Announcer *self = data;

  g_weak_ref_clear (&self->casebook);
  g_main_context_unref (self->context);
}

static void
announcer_release (gpointer data)
{
  g_atomic_rc_box_release_full (data, announcer_clear);
}

static gboolean
announce (gpointer data)
{
  Announcer *announcer = data;
  g_autoptr (SaysoCasebook) self = g_weak_ref_get (&announcer->casebook);
  guint news = g_atomic_int_and (&announcer->pending, 0);

  if (self == NULL || self->writer == NULL)
    return G_SOURCE_REMOVE;

  if (news & NEWS_CHANGED)
    {
      sayso_casebook_get_undo_title (self);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNDO_TITLE]);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REDO_TITLE]);
      g_signal_emit (self, changed_signal, 0, self->history.generation);
    }
  if (news & NEWS_DERIVED)
    g_signal_emit (self, derived_signal, 0);

  return G_SOURCE_REMOVE;
}

/* On any thread. News in quick succession are announced once. */
static void
announce_later (Announcer *announcer, guint news)
{
  g_autoptr (GSource) source = NULL;

  if (g_atomic_int_or (&announcer->pending, news) != 0)
    return;

  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, announce, g_atomic_rc_box_acquire (announcer), announcer_release);
  g_source_attach (source, announcer->context);
}

static void
announce_change (gpointer data)
{
  announce_later (data, NEWS_CHANGED);
}

/* On any thread: what is found from the rest is another than it was. */
void
sayso_casebook_announce_derived (SaysoCasebook *self)
{
  if (self->announcer != NULL)
    announce_later (self->announcer, NEWS_DERIVED);
}

static SaysoCasebook *
casebook_open (GFile *file, SaysoCasebookMode mode, GMainContext *context, GError **error)
{
  g_autoptr (SaysoCasebook) self = g_object_new (SAYSO_TYPE_CASEBOOK, NULL);
  g_autoptr (SaysoConnection) db = NULL;
  g_autofree char *name = NULL;
  SaysoAccess access;

  self->file = g_object_ref (file);
  self->path = g_file_get_path (file);
  if (self->path == NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);

      g_set_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_FAILED,
                   _ ("“%s” is not on this computer. Copy the casebook to a folder here to open it."), uri);
      return NULL;
    }
  name = g_filename_display_basename (self->path);
  self->title = g_str_has_suffix (name, ".sayso") && strlen (name) > strlen (".sayso")
                    ? g_strndup (name, strlen (name) - strlen (".sayso"))
                    : g_strdup (name);

  if (!sayso_schema_inspect (self->path, mode, &access, error))
    return NULL;
  db = sayso_connection_open (self->path, access, error);
  if (db == NULL || !sayso_schema_bring_up (db, access, error))
    return NULL;

  self->read_only = access == SAYSO_ACCESS_READ || access == SAYSO_ACCESS_FROZEN;
  self->access = access == SAYSO_ACCESS_FROZEN ? SAYSO_ACCESS_FROZEN : SAYSO_ACCESS_READ;
  if (self->read_only)
    {
      g_ptr_array_add (self->readers, g_steal_pointer (&db));
      return g_steal_pointer (&self);
    }

  self->announcer = g_atomic_rc_box_new0 (Announcer);
  g_weak_ref_init (&self->announcer->casebook, self);
  self->announcer->context = g_main_context_ref (context);
  self->writer = sayso_writer_new (g_steal_pointer (&db), announce_change, g_atomic_rc_box_acquire (self->announcer),
                                   announcer_release);
  sayso_writer_get_history (self->writer, &self->history);

  return g_steal_pointer (&self);
}

/**
 * sayso_casebook_new:
 * @file: where it is
 * @mode: whether it may be made; then missing folders are made as well
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Opens a casebook. What is no casebook is refused and never written to.
 *
 * Returns: (transfer full) (nullable): the casebook
 */
SaysoCasebook *
sayso_casebook_new (GFile *file, SaysoCasebookMode mode, GCancellable *cancellable, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return casebook_open (file, mode, context, error);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  SaysoCasebook *self = casebook_open (data, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (task), "mode")),
                                       g_task_get_context (task), &error);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
sayso_casebook_new_async (GFile *file, SaysoCasebookMode mode, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, sayso_casebook_new_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_object_set_data (G_OBJECT (task), "mode", GINT_TO_POINTER (mode));
  g_task_run_in_thread (task, open_in_thread);
}

SaysoCasebook *
sayso_casebook_new_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, sayso_casebook_new_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * sayso_casebook_close:
 * @self: a casebook
 *
 * Waits until all changes asked for are made, then lets go of the file. Readings and changes fail from now on.
 */
void
sayso_casebook_close (SaysoCasebook *self)
{
  g_return_if_fail (SAYSO_IS_CASEBOOK (self));

  g_mutex_lock (&self->lock);
  self->closed = TRUE;
  g_ptr_array_set_size (self->readers, 0);
  g_mutex_unlock (&self->lock);

  /* Last, so that its connection folds the write-ahead log into the file. */
  g_clear_pointer (&self->writer, sayso_writer_stop);
}

static void
sayso_casebook_dispose (GObject *object)
{
  sayso_casebook_close (SAYSO_CASEBOOK (object));

  G_OBJECT_CLASS (sayso_casebook_parent_class)->dispose (object);
}

static void
sayso_casebook_finalize (GObject *object)
{
  SaysoCasebook *self = SAYSO_CASEBOOK (object);

  g_clear_pointer (&self->announcer, announcer_release);
  g_clear_object (&self->file);
  g_free (self->path);
  g_free (self->title);
  sayso_begins_free (self->begins);
  sayso_history_clear (&self->history);
  g_ptr_array_unref (self->readers);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (sayso_casebook_parent_class)->finalize (object);
}

static void
sayso_casebook_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoCasebook *self = SAYSO_CASEBOOK (object);

  switch (id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_UNDO_TITLE:
      g_value_set_string (value, sayso_casebook_get_undo_title (self));
      break;
    case PROP_REDO_TITLE:
      g_value_set_string (value, sayso_casebook_get_redo_title (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_casebook_class_init (SaysoCasebookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sayso_casebook_dispose;
  object_class->finalize = sayso_casebook_finalize;
  object_class->get_property = sayso_casebook_get_property;

  props[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_UNDO_TITLE] = g_param_spec_string ("undo-title", NULL, NULL, NULL, flags);
  props[PROP_REDO_TITLE] = g_param_spec_string ("redo-title", NULL, NULL, NULL, flags);
  props[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * SaysoCasebook::changed:
   * @generation: how often it was changed since it was opened
   *
   * The casebook was changed, by this process or, which is noticed within a second, by another. Several changes in
   * quick succession are told once.
   */
  changed_signal = g_signal_new ("changed", SAYSO_TYPE_CASEBOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_UINT);

  /**
   * SaysoCasebook::derived:
   *
   * What is found over all articles, and kept beside what they hold, is another than it was: stories, origins,
   * conflicts. No article, no item and no order but that by origin changed with it.
   */
  derived_signal =
      g_signal_new ("derived", SAYSO_TYPE_CASEBOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sayso_casebook_init (SaysoCasebook *self)
{
  self->begins = sayso_begins_new ();
  g_mutex_init (&self->lock);
  self->readers = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_connection_free);
}

/* -- what it is ----------------------------------------------------------------------------------------- */

GFile *
sayso_casebook_get_file (SaysoCasebook *self)
{
  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);

  return self->file;
}

const char *
sayso_casebook_get_title (SaysoCasebook *self)
{
  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);

  return self->title;
}

static void
renew_history (SaysoCasebook *self)
{
  if (self->writer == NULL)
    return;

  sayso_history_clear (&self->history);
  sayso_writer_get_history (self->writer, &self->history);
}

/* May be asked on any thread. */
guint
sayso_casebook_get_generation (SaysoCasebook *self)
{
  g_auto (SaysoHistory) history = { 0 };

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), 0);

  if (self->writer != NULL)
    sayso_writer_get_history (self->writer, &history);

  return history.generation;
}

/**
 * sayso_casebook_set_author:
 * @self: a casebook
 * @author: (nullable): who makes the changes from now on, for the log; %NULL or empty: the name the system knows
 */
void
sayso_casebook_set_author (SaysoCasebook *self, const char *author)
{
  g_return_if_fail (SAYSO_IS_CASEBOOK (self));

  if (self->writer != NULL)
    sayso_writer_set_who (self->writer, author);
}

/**
 * sayso_casebook_set_inside_max:
 * @self: a casebook
 * @bytes: originals up to this size are kept in the casebook's file from now on, larger ones in a folder beside it;
 *   %G_MAXSIZE, as at first, for all in the file
 */
void
sayso_casebook_set_inside_max (SaysoCasebook *self, gsize bytes)
{
  g_return_if_fail (SAYSO_IS_CASEBOOK (self));

  if (self->writer != NULL)
    sayso_writer_set_inside_max (self->writer, bytes);
}

/**
 * sayso_casebook_get_undo_title:
 * @self: a casebook, on the thread it was opened on
 *
 * Returns: (transfer none) (nullable): what undo would take back, in words; valid until asked again
 */
const char *
sayso_casebook_get_undo_title (SaysoCasebook *self)
{
  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);

  renew_history (self);

  return self->history.undo_title;
}

/**
 * sayso_casebook_get_redo_title:
 * @self: a casebook, on the thread it was opened on
 *
 * Returns: (transfer none) (nullable): what redo would make again, in words; valid until asked again
 */
const char *
sayso_casebook_get_redo_title (SaysoCasebook *self)
{
  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);

  renew_history (self);

  return self->history.redo_title;
}

/* -- readers -------------------------------------------------------------------------------------------- */

/* What is known of the events of the last filters. */
SaysoBegins *
sayso_casebook_get_begins (SaysoCasebook *self)
{
  return self->begins;
}

/* A connection of one's own, in a transaction; for sayso_connection_end() and sayso_connection_free(). */
SaysoConnection *
sayso_casebook_connect (SaysoCasebook *self, GError **error)
{
  SaysoConnection *db = sayso_connection_open (self->path, self->access, error);

  if (db != NULL)
    sayso_connection_begin (db, FALSE);

  return db;
}

SaysoConnection *
sayso_casebook_borrow (SaysoCasebook *self, GError **error)
{
  SaysoConnection *db = NULL;
  gboolean closed;

  g_mutex_lock (&self->lock);
  closed = self->closed;
  if (self->readers->len > 0)
    db = g_ptr_array_steal_index_fast (self->readers, self->readers->len - 1);
  g_mutex_unlock (&self->lock);

  if (closed)
    {
      g_set_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_FAILED, _ ("The casebook “%s” was closed."),
                   self->title);
      return NULL;
    }
  if (db == NULL)
    db = sayso_connection_open (self->path, self->access, error);
  if (db != NULL)
    sayso_connection_begin (db, FALSE);

  return db;
}

/* Returns: whether all that was read with it could be read */
gboolean
sayso_casebook_give_back (SaysoCasebook *self, SaysoConnection *db, GError **error)
{
  gboolean ok = sayso_connection_end (db, error);

  g_mutex_lock (&self->lock);
  if (!self->closed && self->readers->len < MAX_IDLE_READERS)
    g_ptr_array_add (self->readers, g_steal_pointer (&db));
  g_mutex_unlock (&self->lock);
  g_clear_pointer (&db, sayso_connection_free);

  return ok;
}

/* What makes changes; NULL where none can be made, with the reason in @error. */
SaysoWriter *
sayso_casebook_get_writer (SaysoCasebook *self, GError **error)
{
  if (self->writer != NULL)
    return self->writer;

  if (self->read_only)
    g_set_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_READ_ONLY,
                 _ ("The casebook “%s” may not be written to. Copy it to a folder of your own to change it."),
                 self->title);
  else
    g_set_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_FAILED, _ ("The casebook “%s” was closed."),
                 self->title);

  return NULL;
}

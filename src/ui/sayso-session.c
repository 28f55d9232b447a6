/* sayso-session.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-session.h"

#include <glib/gi18n.h>

#include "sayso-analyst.h"
#include "sayso-casebook-enums.h"

/* Long enough to read what was done and to reach the button. */
#define UNDO_SECONDS 10

struct _SaysoSession
{
  GObject parent_instance;

  SaysoCasebook *casebook;
  SaysoAnalyst *analyst;
  gint64 article;
  gint64 beside;
  SaysoFilter *filter;
  SaysoRedaction *redaction;
  SaysoItemKind selected_kind;
  gint64 selected_id;

  AdwToast *undo_toast; /* weak: the one whose Undo still means the newest change */
};

enum
{
  PROP_CASEBOOK = 1,
  PROP_ARTICLE,
  PROP_BESIDE,
  PROP_FILTER,
  PROP_SELECTED_KIND,
  PROP_SELECTED_ID,
  N_PROPS,
};

enum
{
  SELECTION_CHANGED,
  REVEAL,
  REVEAL_PASSAGE,
  TOAST,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SaysoSession, sayso_session, G_TYPE_OBJECT)

/**
 * sayso_session_new:
 * @casebook: the casebook
 *
 * Returns: (transfer full): a session with no article open, nothing selected and a filter that everything passes
 */
SaysoSession *
sayso_session_new (SaysoCasebook *casebook)
{
  g_return_val_if_fail (SAYSO_IS_CASEBOOK (casebook), NULL);

  return g_object_new (SAYSO_TYPE_SESSION, "casebook", casebook, NULL);
}

static void
sayso_session_finalize (GObject *object)
{
  SaysoSession *self = SAYSO_SESSION (object);

  g_clear_weak_pointer (&self->undo_toast);
  sayso_analyst_stop (self->analyst);
  g_clear_object (&self->analyst);
  g_clear_object (&self->casebook);
  g_clear_pointer (&self->filter, sayso_filter_free);
  g_clear_pointer (&self->redaction, sayso_redaction_free);

  G_OBJECT_CLASS (sayso_session_parent_class)->finalize (object);
}

static void
sayso_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoSession *self = SAYSO_SESSION (object);

  switch (id)
    {
    case PROP_CASEBOOK:
      g_value_set_object (value, self->casebook);
      break;
    case PROP_ARTICLE:
      g_value_set_int64 (value, self->article);
      break;
    case PROP_BESIDE:
      g_value_set_int64 (value, self->beside);
      break;
    case PROP_FILTER:
      g_value_set_boxed (value, self->filter);
      break;
    case PROP_SELECTED_KIND:
      g_value_set_enum (value, self->selected_kind);
      break;
    case PROP_SELECTED_ID:
      g_value_set_int64 (value, self->selected_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SaysoSession *self = SAYSO_SESSION (object);

  switch (id)
    {
    case PROP_CASEBOOK:
      self->casebook = g_value_dup_object (value);
      break;
    case PROP_ARTICLE:
      sayso_session_set_article (self, g_value_get_int64 (value));
      break;
    case PROP_BESIDE:
      sayso_session_set_beside (self, g_value_get_int64 (value));
      break;
    case PROP_FILTER:
      sayso_session_set_filter (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* When an article is read anew its items are replaced; the selection goes on to what is in the same place. */
static void
follow_reading (SaysoSession *self)
{
  gint64 now;

  if (self->selected_kind == SAYSO_ITEM_NONE)
    return;
  now = sayso_casebook_find_now (self->casebook, self->selected_kind, self->selected_id, NULL);
  if (now != 0)
    sayso_session_select (self, self->selected_kind, now, FALSE);
}

static void
sayso_session_constructed (GObject *object)
{
  SaysoSession *self = SAYSO_SESSION (object);

  G_OBJECT_CLASS (sayso_session_parent_class)->constructed (object);
  g_signal_connect_object (self->casebook, "changed", G_CALLBACK (follow_reading), self, G_CONNECT_SWAPPED);
  self->analyst = sayso_analyst_new (self->casebook);
}

static void
sayso_session_class_init (SaysoSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = sayso_session_constructed;
  object_class->finalize = sayso_session_finalize;
  object_class->get_property = sayso_session_get_property;
  object_class->set_property = sayso_session_set_property;

  properties[PROP_CASEBOOK] = g_param_spec_object ("casebook", NULL, NULL, SAYSO_TYPE_CASEBOOK,
                                                   G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ARTICLE] = g_param_spec_int64 ("article", NULL, NULL, 0, G_MAXINT64, 0,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BESIDE] = g_param_spec_int64 ("beside", NULL, NULL, 0, G_MAXINT64, 0,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FILTER] = g_param_spec_boxed ("filter", NULL, NULL, SAYSO_TYPE_FILTER,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED_KIND] = g_param_spec_enum ("selected-kind", NULL, NULL, SAYSO_TYPE_ITEM_KIND,
                                                      SAYSO_ITEM_NONE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED_ID] =
      g_param_spec_int64 ("selected-id", NULL, NULL, 0, G_MAXINT64, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SELECTION_CHANGED] =
      g_signal_new ("selection-changed", SAYSO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REVEAL] = g_signal_new ("reveal", SAYSO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  SAYSO_TYPE_ITEM_KIND, G_TYPE_INT64);
  signals[REVEAL_PASSAGE] = g_signal_new ("reveal-passage", SAYSO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_UINT, G_TYPE_UINT);
  signals[TOAST] = g_signal_new ("toast", SAYSO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 ADW_TYPE_TOAST);
}

static void
sayso_session_init (SaysoSession *self)
{
  self->filter = sayso_filter_new ();
  self->redaction = sayso_redaction_new ();
}

/**
 * sayso_session_get_casebook:
 * @self: a session
 *
 * Returns: (transfer none): its casebook
 */
SaysoCasebook *
sayso_session_get_casebook (SaysoSession *self)
{
  g_return_val_if_fail (SAYSO_IS_SESSION (self), NULL);

  return self->casebook;
}

/**
 * sayso_session_get_article:
 * @self: a session
 *
 * Returns: id of the open article, 0 for none
 */
gint64
sayso_session_get_article (SaysoSession *self)
{
  g_return_val_if_fail (SAYSO_IS_SESSION (self), 0);

  return self->article;
}

/**
 * sayso_session_set_article:
 * @self: a session
 * @article: id of the article to open, 0 for none
 */
void
sayso_session_set_article (SaysoSession *self, gint64 article)
{
  g_return_if_fail (SAYSO_IS_SESSION (self));

  if (self->article == article)
    return;

  self->article = article;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
}

/**
 * sayso_session_get_beside:
 * @self: a session
 *
 * Returns: id of the article that is kept open beside the open one, 0 for none
 */
gint64
sayso_session_get_beside (SaysoSession *self)
{
  g_return_val_if_fail (SAYSO_IS_SESSION (self), 0);

  return self->beside;
}

/**
 * sayso_session_set_beside:
 * @self: a session
 * @article: id of the article to keep open, 0 for none
 */
void
sayso_session_set_beside (SaysoSession *self, gint64 article)
{
  g_return_if_fail (SAYSO_IS_SESSION (self));

  if (self->beside == article)
    return;

  self->beside = article;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BESIDE]);
}

/**
 * sayso_session_get_filter:
 * @self: a session
 *
 * Returns: (transfer none): what the views show
 */
const SaysoFilter *
sayso_session_get_filter (SaysoSession *self)
{
  g_return_val_if_fail (SAYSO_IS_SESSION (self), NULL);

  return self->filter;
}

/**
 * sayso_session_get_redaction:
 * @self: a session
 *
 * Returns: (transfer none): what exports keep to themselves, to be changed in place
 */
SaysoRedaction *
sayso_session_get_redaction (SaysoSession *self)
{
  g_return_val_if_fail (SAYSO_IS_SESSION (self), NULL);

  return self->redaction;
}

/**
 * sayso_session_set_filter:
 * @self: a session
 * @filter: (nullable): what the views are to show; %NULL for everything but what was rejected
 */
void
sayso_session_set_filter (SaysoSession *self, const SaysoFilter *filter)
{
  g_autoptr (SaysoFilter) next = NULL;

  g_return_if_fail (SAYSO_IS_SESSION (self));

  next = filter != NULL ? sayso_filter_copy (filter) : sayso_filter_new ();
  if (sayso_filter_equal (self->filter, next))
    return;

  sayso_filter_free (self->filter);
  self->filter = g_steal_pointer (&next);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

SaysoItemKind
sayso_session_get_selected_kind (SaysoSession *self)
{
  g_return_val_if_fail (SAYSO_IS_SESSION (self), SAYSO_ITEM_NONE);

  return self->selected_kind;
}

gint64
sayso_session_get_selected_id (SaysoSession *self)
{
  g_return_val_if_fail (SAYSO_IS_SESSION (self), 0);

  return self->selected_id;
}

/* Opens the article that an item stands in, unless the open one has it. */
static void
open_article_of (SaysoSession *self, SaysoItemKind kind, gint64 id)
{
  g_autoptr (GError) error = NULL;
  gint64 article = 0;
  SaysoSpan span;

  if (kind == SAYSO_ITEM_ARTICLE)
    article = id;
  else if (!sayso_casebook_locate (self->casebook, kind, id, &article, &span, &error))
    {
      if (error != NULL)
        g_warning ("Cannot find where item %" G_GINT64_FORMAT " stands: %s", id, error->message);
      return;
    }

  /* Actors and relations stand in many articles; the reader stays where they are one of them. */
  if ((kind == SAYSO_ITEM_ACTOR || kind == SAYSO_ITEM_RELATION) && self->article != 0)
    {
      g_autoptr (GArray) passages = sayso_casebook_get_evidence (self->casebook, kind, id, 100, NULL);

      for (guint i = 0; passages != NULL && i < passages->len; i++)
        if (g_array_index (passages, SaysoPassage, i).article == self->article)
          return;
    }

  if (kind == SAYSO_ITEM_ARTICLE || article != self->beside)
    sayso_session_set_article (self, article);
}

/**
 * sayso_session_select:
 * @self: a session
 * @kind: kind of the item; %SAYSO_ITEM_NONE to select nothing
 * @id: its id
 * @reveal: whether to take the reader to it as well, opening its article where needed
 *
 * Selects an item in every view. Selecting what is selected already does nothing but reveal it.
 */
void
sayso_session_select (SaysoSession *self, SaysoItemKind kind, gint64 id, gboolean reveal)
{
  g_return_if_fail (SAYSO_IS_SESSION (self));

  if (kind == SAYSO_ITEM_NONE || id == 0)
    {
      kind = SAYSO_ITEM_NONE;
      id = 0;
    }

  if (reveal && kind != SAYSO_ITEM_NONE)
    open_article_of (self, kind, id);

  if (self->selected_kind != kind || self->selected_id != id)
    {
      self->selected_kind = kind;
      self->selected_id = id;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_KIND]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_ID]);
      g_signal_emit (self, signals[SELECTION_CHANGED], 0);
    }

  if (reveal && kind != SAYSO_ITEM_NONE)
    g_signal_emit (self, signals[REVEAL], 0, kind, id);
}

/**
 * sayso_session_reveal_passage:
 * @self: a session
 * @article: id of an article
 * @span: code points of its text
 *
 * Takes the reader to a passage, opening its article. The selection stays.
 */
void
sayso_session_reveal_passage (SaysoSession *self, gint64 article, SaysoSpan span)
{
  g_return_if_fail (SAYSO_IS_SESSION (self));
  g_return_if_fail (article != 0);

  if (article != self->beside)
    sayso_session_set_article (self, article);
  g_signal_emit (self, signals[REVEAL_PASSAGE], 0, article, span.start, span.end);
}

/**
 * sayso_session_say:
 * @self: a session
 * @message: what to tell the reader
 */
void
sayso_session_say (SaysoSession *self, const char *message)
{
  g_autoptr (AdwToast) toast = adw_toast_new (message);

  g_return_if_fail (SAYSO_IS_SESSION (self));

  adw_toast_set_use_markup (toast, FALSE);
  g_signal_emit (self, signals[TOAST], 0, toast);
}

/**
 * sayso_session_show_error:
 * @self: a session
 * @error: what went wrong
 *
 * Tells the reader why something could not be done.
 */
void
sayso_session_show_error (SaysoSession *self, const GError *error)
{
  g_autoptr (AdwToast) toast = adw_toast_new (error->message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_signal_emit (self, signals[TOAST], 0, toast);
}

static void
drop_undo_toast (SaysoSession *self)
{
  g_autoptr (AdwToast) toast = NULL;

  if (self->undo_toast == NULL)
    return;

  toast = g_object_ref (self->undo_toast);
  g_clear_weak_pointer (&self->undo_toast);
  adw_toast_dismiss (toast);
}

typedef struct
{
  SaysoSession *session;
  SaysoItemKind kind; /* of what is made, to be selected */
  char *message;
} Submission;

static void
submitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Submission *submission = user_data;
  g_autoptr (SaysoSession) self = g_steal_pointer (&submission->session);
  g_autofree char *message = g_steal_pointer (&submission->message);
  SaysoItemKind kind = submission->kind;
  g_autoptr (AdwToast) toast = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_free (submission);
  if (!sayso_casebook_submit_finish (SAYSO_CASEBOOK (source), result, &id, &error))
    {
      sayso_session_show_error (self, error);
      return;
    }

  /* The Undo of an older toast would take back this change instead. */
  drop_undo_toast (self);
  if (kind != SAYSO_ITEM_NONE)
    sayso_session_select (self, kind, id, FALSE);
  if (message == NULL)
    return;

  toast = adw_toast_new (message);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (sayso_session_undo), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->undo_toast, toast);
  g_signal_emit (self, signals[TOAST], 0, toast);
}

/**
 * sayso_session_submit:
 * @self: a session
 * @command: the change
 * @message: (nullable): what to say when it is made: "Claim confirmed."; %NULL to say nothing
 *
 * Hands a change to the casebook's writer. Once it is made the reader is told, with a way to undo it; where it
 * cannot be made the reader is told why.
 */
void
sayso_session_submit (SaysoSession *self, SaysoCommand *command, const char *message)
{
  sayso_session_add (self, command, SAYSO_ITEM_NONE, message);
}

/**
 * sayso_session_add:
 * @self: a session
 * @command: a change that makes an item
 * @kind: its kind
 * @message: (nullable): what to say when it is made
 *
 * [method@Session.submit], after which the new item is selected.
 */
void
sayso_session_add (SaysoSession *self, SaysoCommand *command, SaysoItemKind kind, const char *message)
{
  Submission *submission;

  g_return_if_fail (SAYSO_IS_SESSION (self));
  g_return_if_fail (command != NULL);

  submission = g_new0 (Submission, 1);
  submission->session = g_object_ref (self);
  submission->kind = kind;
  submission->message = g_strdup (message);
  sayso_casebook_submit_async (self->casebook, command, NULL, submitted, submission);
}

static void
stepped (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaysoSession) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!sayso_casebook_step_finish (SAYSO_CASEBOOK (source), result, &error))
    sayso_session_show_error (self, error);
}

/**
 * sayso_session_undo:
 * @self: a session
 *
 * Takes back the newest change.
 */
void
sayso_session_undo (SaysoSession *self)
{
  g_return_if_fail (SAYSO_IS_SESSION (self));

  drop_undo_toast (self);
  sayso_casebook_undo_async (self->casebook, NULL, stepped, g_object_ref (self));
}

/**
 * sayso_session_redo:
 * @self: a session
 *
 * Makes again the change that was taken back last.
 */
void
sayso_session_redo (SaysoSession *self)
{
  g_return_if_fail (SAYSO_IS_SESSION (self));

  drop_undo_toast (self);
  sayso_casebook_redo_async (self->casebook, NULL, stepped, g_object_ref (self));
}

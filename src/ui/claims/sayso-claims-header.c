/* sayso-claims-header.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-claims-header.h"

#include <glib/gi18n.h>

#include "sayso-locale.h"
#include "sayso-sourcing-meter.h"
#include "sayso-sourcing.h"
#include "sayso-stories.h"

struct _SaysoClaimsHeader
{
  AdwBin parent_instance;

  GtkWidget *meter;
  GtkWidget *title;
  GtkWidget *about;
  GCancellable *loading;
};

G_DEFINE_FINAL_TYPE (SaysoClaimsHeader, sayso_claims_header, ADW_TYPE_BIN)

typedef struct
{
  SaysoCasebook *casebook;
  gint64 claim;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->casebook);
  g_free (request);
}

/* The origin that the story of a claim leads it to. */
static char *
find_origin (const SaysoAccount *account, gint64 claim)
{
  for (guint i = 0; i < account->told->len; i++)
    {
      const SaysoTold *told = g_ptr_array_index (account->told, i);

      if (told->telling->claim == claim && told->step != NULL && told->step->origin < account->story->origins->len)
        return sayso_origin_to_words (&g_array_index (account->story->origins, SaysoOrigin, told->step->origin));
    }

  return NULL;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;
  g_autoptr (SaysoAccount) account =
      sayso_stories_of_item (request->casebook, SAYSO_ITEM_CLAIM, request->claim, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, account != NULL ? find_origin (account, request->claim) : NULL, g_free);
}

static void
loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SaysoClaimsHeader *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *origin = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL)
    return; /* the header may be gone; what it says without it is right */
  g_clear_object (&self->loading);
  if (origin != NULL)
    gtk_label_set_label (GTK_LABEL (self->title), origin);
}

static void
load_origin (SaysoClaimsHeader *self, SaysoSession *session, SaysoClaim *claim)
{
  g_autoptr (GTask) task = NULL;
  Request *request = g_new0 (Request, 1);

  request->casebook = g_object_ref (sayso_session_get_casebook (session));
  request->claim = sayso_item_get_id (SAYSO_ITEM (claim));
  self->loading = g_cancellable_new ();
  task = g_task_new (NULL, self->loading, loaded, self);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, load_in_thread);
}

static char *
title_of (SaysoSort sort, const SaysoClaim *claim)
{
  if (sort == SAYSO_SORT_ARTICLE)
    return g_strdup (claim->article_title);
  if (claim->source_kind == SAYSO_SOURCE_AUTHOR)
    return g_strdup (_ ("The author"));
  if (claim->source_name == NULL)
    return g_strdup (_ ("Nobody named"));
  if (sort == SAYSO_SORT_ORIGIN && claim->source_kind == SAYSO_SOURCE_OUTLET)
    /* Translators: %s is an outlet that does not say who told it */
    return g_strdup_printf (_ ("Nobody named; the chain stops at %s"), claim->source_name);

  return g_strdup (claim->source_name);
}

/**
 * sayso_claims_header_show:
 * @self: a header
 * @session: the session
 * @sort: what the sections are
 * @first: the first claim of the section, which is the weakest
 * @n_claims: how many there are
 */
void
sayso_claims_header_show (SaysoClaimsHeader *self, SaysoSession *session, SaysoSort sort, SaysoClaim *first,
                          guint n_claims)
{
  g_autofree char *title = title_of (sort, first);
  g_autofree char *count = g_strdup_printf (ngettext ("%u claim", "%u claims", n_claims), n_claims);
  g_autofree char *about = sort == SAYSO_SORT_ARTICLE && first->article_outlet != NULL
                               ? sayso_join (first->article_outlet, count, NULL)
                               : g_strdup (count);

  g_return_if_fail (SAYSO_IS_CLAIMS_HEADER (self));

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  sayso_sourcing_meter_set_level (SAYSO_SOURCING_METER (self->meter), first->level);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->about), about);
  if (sort == SAYSO_SORT_ORIGIN)
    load_origin (self, session, first);
}

static void
sayso_claims_header_dispose (GObject *object)
{
  SaysoClaimsHeader *self = SAYSO_CLAIMS_HEADER (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);

  G_OBJECT_CLASS (sayso_claims_header_parent_class)->dispose (object);
}

static void
sayso_claims_header_class_init (SaysoClaimsHeaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sayso_claims_header_dispose;
}

static void
sayso_claims_header_init (SaysoClaimsHeader *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->meter = sayso_sourcing_meter_new (0);
  self->title = gtk_label_new (NULL);
  self->about = gtk_label_new (NULL);
  gtk_widget_set_valign (self->meter, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_widget_add_css_class (self->about, "caption");
  gtk_widget_add_css_class (self->about, "sayso-secondary");
  gtk_box_append (GTK_BOX (row), self->meter);
  gtk_box_append (GTK_BOX (row), self->title);
  gtk_box_append (GTK_BOX (row), self->about);
  adw_bin_set_child (ADW_BIN (self), row);
}

GtkWidget *
sayso_claims_header_new (void)
{
  return g_object_new (SAYSO_TYPE_CLAIMS_HEADER, NULL);
}

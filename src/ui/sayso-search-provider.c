/* sayso-search-provider.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-search-provider.h"

#include <stdio.h>

#include "sayso-hits.h"
#include "sayso-queries.h"

/* The shell shows five at most. */
#define MAX_OF_A_KIND 5

struct _SaysoSearchProvider
{
  GObject parent_instance;

  /* Borrowed */
  SaysoApplication *application;

  /* Owned */
  GSettings *settings;
  GDBusNodeInfo *info;
  guint registration;
};

G_DEFINE_FINAL_TYPE (SaysoSearchProvider, sayso_search_provider, G_TYPE_OBJECT)

static const char interface[] = "<node><interface name='org.gnome.Shell.SearchProvider2'>"
                                "<method name='GetInitialResultSet'>"
                                "<arg type='as' direction='in'/><arg type='as' direction='out'/></method>"
                                "<method name='GetSubsearchResultSet'>"
                                "<arg type='as' direction='in'/><arg type='as' direction='in'/>"
                                "<arg type='as' direction='out'/></method>"
                                "<method name='GetResultMetas'>"
                                "<arg type='as' direction='in'/><arg type='aa{sv}' direction='out'/></method>"
                                "<method name='ActivateResult'>"
                                "<arg type='s' direction='in'/><arg type='as' direction='in'/>"
                                "<arg type='u' direction='in'/></method>"
                                "<method name='LaunchSearch'>"
                                "<arg type='as' direction='in'/><arg type='u' direction='in'/></method>"
                                "</interface></node>";

/* A question of the shell's, to be answered on a worker thread. */
typedef struct
{
  GFile *file;
  GStrv words; /* what is looked for, or the results to describe */
  gboolean describe;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_object (&question->file);
  g_strfreev (question->words);
  g_free (question);
}

/* -- results -------------------------------------------------------------------------------------- */

/* "KIND ITEM ARTICLE CASEBOOK": what the shell gives back when a result is chosen. */
static char *
name_result (const SaysoHit *hit, const char *uri)
{
  return g_strdup_printf ("%d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", sayso_item_get_kind (hit->item),
                          sayso_item_get_id (hit->item), hit->article, uri);
}

static gboolean
read_result (const char *result, SaysoItemKind *kind, gint64 *id, gint64 *article, const char **uri)
{
  int sort, at = 0;

  if (sscanf (result, "%d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %n", &sort, id, article, &at) != 3 || at == 0 ||
      (sort != SAYSO_ITEM_ARTICLE && sort != SAYSO_ITEM_CLAIM))
    return FALSE;
  *kind = sort;
  *uri = result + at;

  return TRUE;
}

static GVariant *
find (SaysoCasebook *casebook, GStrv words)
{
  static const SaysoItemKind kinds[] = { SAYSO_ITEM_ARTICLE, SAYSO_ITEM_CLAIM };
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autofree char *uri = g_file_get_uri (sayso_casebook_get_file (casebook));
  g_auto (GVariantBuilder) results = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("(as)"));

  filter->text = g_strjoinv (" ", words);
  g_variant_builder_open (&results, G_VARIANT_TYPE ("as"));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) hits = sayso_casebook_search (casebook, kinds[i], filter, 0, MAX_OF_A_KIND, NULL);

      for (guint k = 0; hits != NULL && k < hits->len; k++)
        g_variant_builder_add_value (&results,
                                     g_variant_new_take_string (name_result (g_ptr_array_index (hits, k), uri)));
    }
  g_variant_builder_close (&results);

  return g_variant_builder_end (&results);
}

static GVariant *
describe (SaysoCasebook *casebook, GStrv results)
{
  g_auto (GVariantBuilder) metas = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("(aa{sv})"));

  g_variant_builder_open (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; results[i] != NULL; i++)
    {
      gint64 id, article;
      const char *uri;
      SaysoItemKind kind;
      g_autoptr (SaysoItem) item =
          read_result (results[i], &kind, &id, &article, &uri) ? sayso_casebook_get (casebook, kind, id, NULL) : NULL;
      g_autofree char *subtitle = item != NULL ? sayso_item_dup_subtitle (item) : NULL;
      g_autoptr (GIcon) icon = NULL;

      if (item == NULL)
        continue;
      icon = g_themed_icon_new (kind == SAYSO_ITEM_ARTICLE ? "text-x-generic-symbolic" : "chat-message-new-symbolic");
      g_variant_builder_open (&metas, G_VARIANT_TYPE ("a{sv}"));
      g_variant_builder_add (&metas, "{sv}", "id", g_variant_new_string (results[i]));
      g_variant_builder_add (&metas, "{sv}", "name", g_variant_new_string (sayso_item_get_title (item)));
      g_variant_builder_add (&metas, "{sv}", "icon", g_icon_serialize (icon));
      if (subtitle != NULL)
        g_variant_builder_add (&metas, "{sv}", "description", g_variant_new_string (subtitle));
      g_variant_builder_close (&metas);
    }
  g_variant_builder_close (&metas);

  return g_variant_builder_end (&metas);
}

/* -- asking ----------------------------------------------------------------------------------------- */

/* A casebook that cannot be opened has nothing to be found: the shell's search is no place to say why. */
static void
answer_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Question *question = task_data;
  g_autoptr (SaysoCasebook) casebook =
      question->file != NULL ? sayso_casebook_new (question->file, SAYSO_CASEBOOK_OPEN, cancellable, NULL) : NULL;

  if (casebook == NULL)
    {
      g_task_return_pointer (task, g_variant_ref_sink (g_variant_new (question->describe ? "(aa{sv})" : "(as)", NULL)),
                             (GDestroyNotify) g_variant_unref);
      return;
    }
  g_task_return_pointer (task,
                         g_variant_ref_sink (question->describe ? describe (casebook, question->words)
                                                                : find (casebook, question->words)),
                         (GDestroyNotify) g_variant_unref);
  sayso_casebook_close (casebook);
}

static void
answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SaysoSearchProvider *self = SAYSO_SEARCH_PROVIDER (source);
  g_autoptr (GVariant) answer = g_task_propagate_pointer (G_TASK (result), NULL);

  g_dbus_method_invocation_return_value (user_data, answer);
  g_application_release (G_APPLICATION (self->application));
}

static void
ask (SaysoSearchProvider *self, GDBusMethodInvocation *invocation, GFile *file, GStrv words, gboolean describe_them)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, answered, invocation);
  Question *question = g_new0 (Question, 1);

  question->file = file;
  question->words = words;
  question->describe = describe_them;
  g_task_set_task_data (task, question, question_free);
  g_application_hold (G_APPLICATION (self->application));
  g_task_run_in_thread (task, answer_in_thread);
}

static GFile *
get_last_casebook (SaysoSearchProvider *self)
{
  g_auto (GStrv) recent = g_settings_get_strv (self->settings, "recent");

  return recent[0] != NULL ? g_file_new_for_uri (recent[0]) : NULL;
}

static void
called (GDBusConnection *connection, const char *sender, const char *path, const char *interface_name,
        const char *method, GVariant *parameters, GDBusMethodInvocation *invocation, gpointer user_data)
{
  SaysoSearchProvider *self = user_data;

  if (g_str_equal (method, "GetInitialResultSet") || g_str_equal (method, "GetSubsearchResultSet"))
    {
      g_auto (GStrv) words = NULL;

      g_variant_get_child (parameters, g_variant_n_children (parameters) - 1, "^as", &words);
      ask (self, invocation, get_last_casebook (self), g_steal_pointer (&words), FALSE);
    }
  else if (g_str_equal (method, "GetResultMetas"))
    {
      g_auto (GStrv) results = NULL;
      SaysoItemKind kind;
      gint64 id, article;
      const char *uri = NULL;

      /* All of one answer are in one casebook. */
      g_variant_get_child (parameters, 0, "^as", &results);
      if (results[0] == NULL || !read_result (results[0], &kind, &id, &article, &uri))
        uri = NULL;
      ask (self, invocation, uri != NULL ? g_file_new_for_uri (uri) : NULL, g_steal_pointer (&results), TRUE);
    }
  else if (g_str_equal (method, "ActivateResult"))
    {
      const char *result, *uri;
      SaysoItemKind kind;
      gint64 id, article;

      g_variant_get_child (parameters, 0, "&s", &result);
      if (read_result (result, &kind, &id, &article, &uri))
        {
          g_autoptr (GFile) file = g_file_new_for_uri (uri);

          sayso_application_open_item (self->application, file, kind, id, article);
        }
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
  else
    {
      g_autoptr (GFile) file = get_last_casebook (self);

      if (file != NULL)
        sayso_application_open_casebook (self->application, file);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
}

static void
sayso_search_provider_finalize (GObject *object)
{
  SaysoSearchProvider *self = SAYSO_SEARCH_PROVIDER (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->info, g_dbus_node_info_unref);

  G_OBJECT_CLASS (sayso_search_provider_parent_class)->finalize (object);
}

static void
sayso_search_provider_class_init (SaysoSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sayso_search_provider_finalize;
}

static void
sayso_search_provider_init (SaysoSearchProvider *self)
{
  self->settings = g_settings_new (SAYSO_APP_ID);
  self->info = g_dbus_node_info_new_for_xml (interface, NULL);
}

/**
 * sayso_search_provider_new:
 * @application: what opens the results; it outlives the provider
 *
 * Returns: (transfer full): a search provider
 */
SaysoSearchProvider *
sayso_search_provider_new (SaysoApplication *application)
{
  SaysoSearchProvider *self = g_object_new (SAYSO_TYPE_SEARCH_PROVIDER, NULL);

  g_return_val_if_fail (SAYSO_IS_APPLICATION (application), NULL);

  self->application = application;

  return self;
}

gboolean
sayso_search_provider_export (SaysoSearchProvider *self, GDBusConnection *connection, GError **error)
{
  static const GDBusInterfaceVTable vtable = { .method_call = called };

  g_return_val_if_fail (SAYSO_IS_SEARCH_PROVIDER (self), FALSE);

  self->registration = g_dbus_connection_register_object (connection, SAYSO_SEARCH_PROVIDER_PATH,
                                                          self->info->interfaces[0], &vtable, self, NULL, error);

  return self->registration != 0;
}

void
sayso_search_provider_unexport (SaysoSearchProvider *self, GDBusConnection *connection)
{
  g_return_if_fail (SAYSO_IS_SEARCH_PROVIDER (self));

  if (self->registration != 0)
    g_dbus_connection_unregister_object (connection, self->registration);
  self->registration = 0;
}

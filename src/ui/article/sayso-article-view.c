/* sayso-article-view.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-article-view.h"

struct _SaysoArticleView
{
  AdwBin parent_instance;

  SaysoSession *session;
};

enum
{
  PROP_SESSION = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SaysoArticleView, sayso_article_view, ADW_TYPE_BIN)

GtkWidget *
sayso_article_view_new (void)
{
  return g_object_new (SAYSO_TYPE_ARTICLE_VIEW, NULL);
}

static void
sayso_article_view_dispose (GObject *object)
{
  SaysoArticleView *self = SAYSO_ARTICLE_VIEW (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (sayso_article_view_parent_class)->dispose (object);
}

static void
sayso_article_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoArticleView *self = SAYSO_ARTICLE_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_article_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SaysoArticleView *self = SAYSO_ARTICLE_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      if (g_set_object (&self->session, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_article_view_class_init (SaysoArticleViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sayso_article_view_dispose;
  object_class->get_property = sayso_article_view_get_property;
  object_class->set_property = sayso_article_view_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SAYSO_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sayso_article_view_init (SaysoArticleView *self)
{
}

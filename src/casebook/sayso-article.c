/* sayso-article.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-item-private.h"

G_DEFINE_FINAL_TYPE (SaysoArticle, sayso_article, SAYSO_TYPE_ITEM)

enum
{
  PROP_OUTLET = 1,
  PROP_PUBLISHED,
  PROP_N_TIMES,
  PROP_N_ACTORS,
  PROP_N_EVENTS,
  PROP_N_CLAIMS,
  PROP_N_WORDS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

void
sayso_article_read (SaysoArticle *self, SaysoStatement *row)
{
  self->outlet = sayso_statement_dup (row, "outlet");
  self->byline = sayso_statement_dup (row, "byline");
  self->url = sayso_statement_dup (row, "url");
  self->published = sayso_statement_dup (row, "published");
  self->location = sayso_statement_dup (row, "location");
  self->media_type = sayso_statement_dup (row, "media_type");
  self->sha256 = sayso_statement_dup (row, "sha256");
  self->bytes = sayso_statement_int (row, "bytes");
  self->imported = sayso_statement_int (row, "imported");
  self->n_times = sayso_statement_int (row, "n_times");
  self->n_actors = sayso_statement_int (row, "n_actors");
  self->n_events = sayso_statement_int (row, "n_events");
  self->n_claims = sayso_statement_int (row, "n_claims");
  self->n_words = sayso_statement_int (row, "n_words");
}

static char *
sayso_article_get_subtitle (SaysoItem *item)
{
  SaysoArticle *self = SAYSO_ARTICLE (item);

  if (self->outlet != NULL && self->published != NULL)
    return g_strdup_printf ("%s · %s", self->outlet, self->published);

  return g_strdup (self->outlet != NULL ? self->outlet : self->published);
}

static void
sayso_article_finalize (GObject *object)
{
  SaysoArticle *self = SAYSO_ARTICLE (object);

  g_free (self->outlet);
  g_free (self->byline);
  g_free (self->url);
  g_free (self->published);
  g_free (self->location);
  g_free (self->media_type);
  g_free (self->sha256);

  G_OBJECT_CLASS (sayso_article_parent_class)->finalize (object);
}

static void
sayso_article_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoArticle *self = SAYSO_ARTICLE (object);

  switch (id)
    {
    case PROP_OUTLET:
      g_value_set_string (value, self->outlet);
      break;
    case PROP_PUBLISHED:
      g_value_set_string (value, self->published);
      break;
    case PROP_N_TIMES:
      g_value_set_uint (value, self->n_times);
      break;
    case PROP_N_ACTORS:
      g_value_set_uint (value, self->n_actors);
      break;
    case PROP_N_EVENTS:
      g_value_set_uint (value, self->n_events);
      break;
    case PROP_N_CLAIMS:
      g_value_set_uint (value, self->n_claims);
      break;
    case PROP_N_WORDS:
      g_value_set_uint (value, self->n_words);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_article_class_init (SaysoArticleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = sayso_article_finalize;
  object_class->get_property = sayso_article_get_property;
  SAYSO_ITEM_CLASS (klass)->get_subtitle = sayso_article_get_subtitle;

  props[PROP_OUTLET] = g_param_spec_string ("outlet", NULL, NULL, NULL, flags);
  props[PROP_PUBLISHED] = g_param_spec_string ("published", NULL, NULL, NULL, flags);
  props[PROP_N_TIMES] = g_param_spec_uint ("n-times", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_ACTORS] = g_param_spec_uint ("n-actors", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_EVENTS] = g_param_spec_uint ("n-events", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_CLAIMS] = g_param_spec_uint ("n-claims", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_WORDS] = g_param_spec_uint ("n-words", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sayso_article_init (SaysoArticle *self)
{
}

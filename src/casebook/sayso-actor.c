/* sayso-actor.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-item-private.h"

#include "sayso-reader-enums.h"

G_DEFINE_FINAL_TYPE (SaysoActor, sayso_actor, SAYSO_TYPE_ITEM)

enum
{
  PROP_N_MENTIONS = 1,
  PROP_N_ARTICLES,
  PROP_UNNAMED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

void
sayso_actor_read (SaysoActor *self, SaysoStatement *row)
{
  self->kind = sayso_statement_enum (row, "kind", SAYSO_TYPE_NAME_KIND);
  self->unnamed = sayso_statement_int (row, "unnamed") != 0;
  self->n_mentions = sayso_statement_int (row, "n_mentions");
  self->n_articles = sayso_statement_int (row, "n_articles");
}

static char *
sayso_actor_get_subtitle (SaysoItem *item)
{
  SaysoActor *self = SAYSO_ACTOR (item);

  return self->aliases != NULL && self->aliases[0] != NULL ? g_strjoinv (", ", self->aliases) : NULL;
}

static void
sayso_actor_finalize (GObject *object)
{
  SaysoActor *self = SAYSO_ACTOR (object);

  g_strfreev (self->aliases);

  G_OBJECT_CLASS (sayso_actor_parent_class)->finalize (object);
}

static void
sayso_actor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoActor *self = SAYSO_ACTOR (object);

  switch (id)
    {
    case PROP_N_MENTIONS:
      g_value_set_uint (value, self->n_mentions);
      break;
    case PROP_N_ARTICLES:
      g_value_set_uint (value, self->n_articles);
      break;
    case PROP_UNNAMED:
      g_value_set_boolean (value, self->unnamed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_actor_class_init (SaysoActorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = sayso_actor_finalize;
  object_class->get_property = sayso_actor_get_property;
  SAYSO_ITEM_CLASS (klass)->get_subtitle = sayso_actor_get_subtitle;

  props[PROP_N_MENTIONS] = g_param_spec_uint ("n-mentions", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_ARTICLES] = g_param_spec_uint ("n-articles", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_UNNAMED] = g_param_spec_boolean ("unnamed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sayso_actor_init (SaysoActor *self)
{
}

/* sayso-relation.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-item-private.h"

#include "sayso-casebook-enums.h"

G_DEFINE_FINAL_TYPE (SaysoRelation, sayso_relation, SAYSO_TYPE_ITEM)

enum
{
  PROP_N_EVIDENCE = 1,
  PROP_VOICE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

void
sayso_relation_read (SaysoRelation *self, SaysoStatement *row)
{
  self->subject = sayso_statement_int (row, "subject");
  self->subject_name = sayso_statement_dup (row, "subject_name");
  self->type = sayso_statement_dup (row, "type");
  self->label = sayso_statement_dup (row, "label");
  self->object = sayso_statement_int (row, "object");
  self->object_name = sayso_statement_dup (row, "object_name");
  self->n_evidence = sayso_statement_int (row, "n_evidence");
  self->voice = sayso_statement_enum (row, "voice", SAYSO_TYPE_VOICE);
}

static char *
sayso_relation_get_subtitle (SaysoItem *item)
{
  return g_strdup (SAYSO_RELATION (item)->type);
}

static void
sayso_relation_finalize (GObject *object)
{
  SaysoRelation *self = SAYSO_RELATION (object);

  g_free (self->subject_name);
  g_free (self->type);
  g_free (self->label);
  g_free (self->object_name);

  G_OBJECT_CLASS (sayso_relation_parent_class)->finalize (object);
}

static void
sayso_relation_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoRelation *self = SAYSO_RELATION (object);

  switch (id)
    {
    case PROP_N_EVIDENCE:
      g_value_set_uint (value, self->n_evidence);
      break;
    case PROP_VOICE:
      g_value_set_enum (value, self->voice);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_relation_class_init (SaysoRelationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = sayso_relation_finalize;
  object_class->get_property = sayso_relation_get_property;
  SAYSO_ITEM_CLASS (klass)->get_subtitle = sayso_relation_get_subtitle;

  props[PROP_N_EVIDENCE] = g_param_spec_uint ("n-evidence", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_VOICE] = g_param_spec_enum ("voice", NULL, NULL, SAYSO_TYPE_VOICE, SAYSO_VOICE_SAID, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sayso_relation_init (SaysoRelation *self)
{
}

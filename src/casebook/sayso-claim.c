/* sayso-claim.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-item-private.h"

#include "sayso-extract-enums.h"

G_DEFINE_FINAL_TYPE (SaysoClaim, sayso_claim, SAYSO_TYPE_ITEM)

enum
{
  PROP_LEVEL = 1,
  PROP_DOUBTED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

void
sayso_claim_read (SaysoClaim *self, SaysoStatement *row)
{
  self->article = sayso_statement_int (row, "article");
  self->article_title = sayso_statement_dup (row, "article_title");
  self->article_outlet = sayso_statement_dup (row, "article_outlet");
  self->source_kind = sayso_statement_enum (row, "source_kind", SAYSO_TYPE_SOURCE_KIND);
  self->several = sayso_statement_int (row, "several") != 0;
  self->source_actor = sayso_statement_int (row, "source_actor");
  self->source_name = sayso_statement_dup (row, "source_name");
  self->description = sayso_statement_dup (row, "description");
  self->parent = sayso_statement_int (row, "parent");
  self->mode = sayso_statement_enum (row, "mode", SAYSO_TYPE_CLAIM_MODE);
  self->certainty = sayso_statement_enum (row, "certainty", SAYSO_TYPE_CERTAINTY);
  self->doubted = sayso_statement_int (row, "doubted") != 0;
  self->level = sayso_statement_int (row, "level");
}

static char *
sayso_claim_get_subtitle (SaysoItem *item)
{
  return g_strdup (SAYSO_CLAIM (item)->source_name);
}

static void
sayso_claim_finalize (GObject *object)
{
  SaysoClaim *self = SAYSO_CLAIM (object);

  g_free (self->article_title);
  g_free (self->article_outlet);
  g_free (self->source_name);
  g_free (self->description);
  g_free (self->cue_text);
  g_array_unref (self->source);
  g_array_unref (self->cue);
  g_array_unref (self->content);

  G_OBJECT_CLASS (sayso_claim_parent_class)->finalize (object);
}

static void
sayso_claim_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoClaim *self = SAYSO_CLAIM (object);

  switch (id)
    {
    case PROP_LEVEL:
      g_value_set_uint (value, self->level);
      break;
    case PROP_DOUBTED:
      g_value_set_boolean (value, self->doubted);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_claim_class_init (SaysoClaimClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = sayso_claim_finalize;
  object_class->get_property = sayso_claim_get_property;
  SAYSO_ITEM_CLASS (klass)->get_subtitle = sayso_claim_get_subtitle;

  props[PROP_LEVEL] = g_param_spec_uint ("level", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_DOUBTED] = g_param_spec_boolean ("doubted", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sayso_claim_init (SaysoClaim *self)
{
  self->source = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
  self->cue = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
  self->content = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
}

/* sayso-item.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-item-private.h"

#include "sayso-casebook-enums.h"

typedef struct
{
  gint64 id;
  char *title;
  SaysoStanding standing;
  gboolean present; /* whether it was in the casebook when it was read */
  guint hash;       /* of all that was read */
} SaysoItemPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SaysoItem, sayso_item, G_TYPE_OBJECT)

#define PRIVATE(self) ((SaysoItemPrivate *) sayso_item_get_instance_private (self))

enum
{
  PROP_KIND = 1,
  PROP_ID,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_STANDING,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static GType
type_of (SaysoItemKind kind)
{
  GType types[] = { [SAYSO_ITEM_ARTICLE] = SAYSO_TYPE_ARTICLE, [SAYSO_ITEM_TIME] = SAYSO_TYPE_TIME,
                    [SAYSO_ITEM_ACTOR] = SAYSO_TYPE_ACTOR,     [SAYSO_ITEM_EVENT] = SAYSO_TYPE_EVENT,
                    [SAYSO_ITEM_CLAIM] = SAYSO_TYPE_CLAIM,     [SAYSO_ITEM_RELATION] = SAYSO_TYPE_RELATION };

  return types[kind];
}

/* What every kind's rows have; an article has no standing, and some titles are not in the row. */
SaysoItem *
sayso_item_from_row (SaysoItemKind kind, SaysoStatement *row)
{
  SaysoItem *self = g_object_new (type_of (kind), NULL);
  SaysoItemPrivate *private = PRIVATE (self);

  private->id = sayso_statement_int (row, "id");
  private->present = sayso_statement_int (row, "present") != 0;
  if (kind != SAYSO_ITEM_ARTICLE)
  private->standing = sayso_statement_enum (row, "standing", SAYSO_TYPE_STANDING);
  if (kind != SAYSO_ITEM_TIME && kind != SAYSO_ITEM_RELATION)
  private->title = sayso_statement_dup (row, "title");
  private->hash = sayso_statement_hash (row, 0);

  return self;
}

/* One that could not be read. */
SaysoItem *
sayso_item_blank (SaysoItemKind kind)
{
  return g_object_new (type_of (kind), NULL);
}

void
sayso_item_set_title (SaysoItem *self, const char *title)
{
  g_set_str (&PRIVATE (self)->title, title);
}

/* Adds what was read for it from other rows. */
void
sayso_item_stir (SaysoItem *self, guint hash)
{
  PRIVATE (self)->hash = PRIVATE (self)->hash * 31 + hash;
}

gboolean
sayso_item_is_present (SaysoItem *self)
{
  return PRIVATE (self)->present;
}

/* Whether two are one item, with the same in every field. */
gboolean
sayso_item_same (SaysoItem *self, SaysoItem *other)
{
  return PRIVATE (self)->id == PRIVATE (other)->id && PRIVATE (self)->hash == PRIVATE (other)->hash;
}

SaysoBounds
sayso_bounds_from_row (SaysoStatement *row)
{
  return (SaysoBounds) {
    sayso_statement_int (row, "earliest"),     sayso_statement_int (row, "latest"),
    sayso_statement_int (row, "soft_start"),   sayso_statement_int (row, "soft_end"),
    sayso_statement_int (row, "lasting") != 0,
  };
}

static void
sayso_item_finalize (GObject *object)
{
  g_free (PRIVATE (SAYSO_ITEM (object))->title);

  G_OBJECT_CLASS (sayso_item_parent_class)->finalize (object);
}

static void
sayso_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoItem *self = SAYSO_ITEM (object);

  switch (id)
    {
    case PROP_KIND:
      g_value_set_enum (value, sayso_item_get_kind (self));
      break;
    case PROP_ID:
      g_value_set_int64 (value, sayso_item_get_id (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, sayso_item_get_title (self));
      break;
    case PROP_SUBTITLE:
      g_value_take_string (value, sayso_item_dup_subtitle (self));
      break;
    case PROP_STANDING:
      g_value_set_enum (value, sayso_item_get_standing (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_item_class_init (SaysoItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = sayso_item_finalize;
  object_class->get_property = sayso_item_get_property;

  props[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, SAYSO_TYPE_ITEM_KIND, SAYSO_ITEM_NONE, flags);
  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  props[PROP_STANDING] =
      g_param_spec_enum ("standing", NULL, NULL, SAYSO_TYPE_STANDING, SAYSO_STANDING_SUGGESTED, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sayso_item_init (SaysoItem *self)
{
}

SaysoItemKind
sayso_item_get_kind (SaysoItem *self)
{
  g_return_val_if_fail (SAYSO_IS_ITEM (self), SAYSO_ITEM_NONE);

  for (SaysoItemKind kind = SAYSO_ITEM_ARTICLE; kind <= SAYSO_ITEM_RELATION; kind++)
    if (G_OBJECT_TYPE (self) == type_of (kind))
      return kind;

  return SAYSO_ITEM_NONE;
}

gint64
sayso_item_get_id (SaysoItem *self)
{
  g_return_val_if_fail (SAYSO_IS_ITEM (self), 0);

  return PRIVATE (self)->id;
}

/**
 * sayso_item_get_title:
 * @self: an item
 *
 * Returns: (transfer none): what to show it as: the title a person chose, else the one that was found
 */
const char *
sayso_item_get_title (SaysoItem *self)
{
  g_return_val_if_fail (SAYSO_IS_ITEM (self), NULL);

  return PRIVATE (self)->title != NULL ? PRIVATE (self)->title : "";
}

/**
 * sayso_item_dup_subtitle:
 * @self: an item
 *
 * Returns: (transfer full) (nullable): the second line of a list's row
 */
char *
sayso_item_dup_subtitle (SaysoItem *self)
{
  g_return_val_if_fail (SAYSO_IS_ITEM (self), NULL);

  return SAYSO_ITEM_GET_CLASS (self)->get_subtitle (self);
}

/**
 * sayso_item_get_standing:
 * @self: an item
 *
 * Returns: who stands behind it; of an article, which nobody decides on, %SAYSO_STANDING_SUGGESTED
 */
SaysoStanding
sayso_item_get_standing (SaysoItem *self)
{
  g_return_val_if_fail (SAYSO_IS_ITEM (self), SAYSO_STANDING_SUGGESTED);

  return PRIVATE (self)->standing;
}

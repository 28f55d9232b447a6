/* sayso-event.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-item-private.h"

#include "sayso-casebook-enums.h"
#include "sayso-extract-enums.h"

G_DEFINE_FINAL_TYPE (SaysoEvent, sayso_event, SAYSO_TYPE_ITEM)

enum
{
  PROP_VOICE = 1,
  PROP_DOUBTED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
role_clear (SaysoEventRole *role)
{
  g_free (role->role);
  g_free (role->name);
}

void
sayso_event_read (SaysoEvent *self, SaysoStatement *row)
{
  self->article = sayso_statement_int (row, "article");
  self->article_title = sayso_statement_dup (row, "article_title");
  self->trigger = SAYSO_SPAN (sayso_statement_int (row, "trigger_start"), sayso_statement_int (row, "trigger_stop"));
  self->span = sayso_statement_span (row);
  self->type = sayso_statement_dup (row, "type");
  self->kind = sayso_statement_enum (row, "kind", SAYSO_TYPE_EVENT_KIND);
  self->time = sayso_statement_int (row, "time");
  self->edtf = sayso_statement_dup (row, "edtf");
  self->bounds = sayso_bounds_from_row (row);
  self->place = sayso_statement_int (row, "place");
  self->factuality = sayso_statement_enum (row, "factuality", SAYSO_TYPE_FACTUALITY);
  self->voice = sayso_statement_enum (row, "voice", SAYSO_TYPE_VOICE);
  self->claim = sayso_statement_int (row, "claim");
  self->doubted = sayso_statement_int (row, "doubted") != 0;
}

static char *
sayso_event_get_subtitle (SaysoItem *item)
{
  return g_strdup (SAYSO_EVENT (item)->article_title);
}

static void
sayso_event_finalize (GObject *object)
{
  SaysoEvent *self = SAYSO_EVENT (object);

  g_free (self->article_title);
  g_free (self->type);
  g_free (self->time_text);
  g_free (self->edtf);
  g_array_unref (self->roles);

  G_OBJECT_CLASS (sayso_event_parent_class)->finalize (object);
}

static void
sayso_event_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoEvent *self = SAYSO_EVENT (object);

  switch (id)
    {
    case PROP_VOICE:
      g_value_set_enum (value, self->voice);
      break;
    case PROP_DOUBTED:
      g_value_set_boolean (value, self->doubted);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_event_class_init (SaysoEventClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = sayso_event_finalize;
  object_class->get_property = sayso_event_get_property;
  SAYSO_ITEM_CLASS (klass)->get_subtitle = sayso_event_get_subtitle;

  props[PROP_VOICE] = g_param_spec_enum ("voice", NULL, NULL, SAYSO_TYPE_VOICE, SAYSO_VOICE_SAID, flags);
  props[PROP_DOUBTED] = g_param_spec_boolean ("doubted", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sayso_event_init (SaysoEvent *self)
{
  self->roles = g_array_new (FALSE, FALSE, sizeof (SaysoEventRole));
  g_array_set_clear_func (self->roles, (GDestroyNotify) role_clear);
}

/* sayso-story.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-story.h"

#include <json-glib/json-glib.h>

#include "sayso-analysis-enums.h"
#include "sayso-enum.h"
#include "sayso-extract-enums.h"

static void
step_clear (gpointer data)
{
  g_free (((SaysoStep *) data)->outlet);
}

static void
origin_clear (gpointer data)
{
  SaysoOrigin *self = data;

  g_free (self->name);
  g_free (self->via);
}

SaysoStory *
sayso_story_new (void)
{
  SaysoStory *self = g_new0 (SaysoStory, 1);

  self->origins = g_array_new (FALSE, TRUE, sizeof (SaysoOrigin));
  g_array_set_clear_func (self->origins, origin_clear);
  self->steps = g_array_new (FALSE, TRUE, sizeof (SaysoStep));
  g_array_set_clear_func (self->steps, step_clear);

  return self;
}

void
sayso_story_free (SaysoStory *self)
{
  g_array_unref (self->origins);
  g_array_unref (self->steps);
  g_free (self);
}

/**
 * sayso_story_get_step:
 * @self: a story
 * @telling: a telling
 *
 * Returns: (nullable): where that has it from
 */
const SaysoStep *
sayso_story_get_step (const SaysoStory *self, gint64 telling)
{
  for (guint i = 0; i < self->steps->len; i++)
    if (g_array_index (self->steps, SaysoStep, i).telling == telling)
      return &g_array_index (self->steps, SaysoStep, i);

  return NULL;
}

/* -- as it is stored ---------------------------------------------------------------------------------- */

static void
set_text (JsonObject *object, const char *member, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, member, text);
}

static void
set_number (JsonObject *object, const char *member, gint64 number)
{
  if (number != 0)
    json_object_set_int_member (object, member, number);
}

static JsonObject *
origin_to_json (const SaysoOrigin *origin)
{
  JsonObject *object = json_object_new ();

  set_text (object, "kind", sayso_enum_to_nick (SAYSO_TYPE_SOURCE_KIND, origin->kind));
  set_number (object, "several", origin->several);
  set_text (object, "name", origin->name);
  set_text (object, "via", origin->via);
  set_number (object, "actor", origin->actor);
  set_number (object, "apart", origin->apart);
  set_number (object, "merged", origin->merged);
  set_number (object, "telling", origin->telling);

  return object;
}

static JsonObject *
step_to_json (const SaysoStep *step)
{
  JsonObject *object = json_object_new ();

  set_number (object, "telling", step->telling);
  set_text (object, "way", sayso_enum_to_nick (SAYSO_TYPE_STEP_WAY, step->way));
  set_number (object, "to", step->to);
  set_number (object, "origin", step->origin);
  set_text (object, "outlet", step->outlet);

  return object;
}

static char *
story_to_json (const SaysoStory *self)
{
  g_autoptr (JsonNode) node = json_node_alloc ();
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *origins = json_array_new (), *steps = json_array_new ();

  for (guint i = 0; i < self->origins->len; i++)
    json_array_add_object_element (origins, origin_to_json (&g_array_index (self->origins, SaysoOrigin, i)));
  for (guint i = 0; i < self->steps->len; i++)
    json_array_add_object_element (steps, step_to_json (&g_array_index (self->steps, SaysoStep, i)));
  json_object_set_array_member (object, "origins", origins);
  json_object_set_array_member (object, "steps", steps);
  set_number (object, "ruled", self->ruled);
  json_node_init_object (node, object);

  return json_to_string (node, FALSE);
}

static const char *
get_text (JsonObject *object, const char *member)
{
  return json_object_get_string_member_with_default (object, member, NULL);
}

static gint64
get_number (JsonObject *object, const char *member)
{
  return json_object_get_int_member_with_default (object, member, 0);
}

static int
get_word (JsonObject *object, const char *member, GType type)
{
  const char *word = get_text (object, member);
  int value = 0;

  if (word != NULL)
    sayso_enum_from_nick (type, word, &value);

  return value;
}

static void
story_from_json (SaysoStory *self, const char *json)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonArray *origins, *steps;

  if (object == NULL || !json_object_has_member (object, "origins") || !json_object_has_member (object, "steps"))
    return;

  self->ruled = get_number (object, "ruled");
  origins = json_object_get_array_member (object, "origins");
  for (guint i = 0; i < json_array_get_length (origins); i++)
    {
      JsonObject *from = json_array_get_object_element (origins, i);
      SaysoOrigin origin = { get_word (from, "kind", SAYSO_TYPE_SOURCE_KIND),
                             get_number (from, "several"),
                             g_strdup (get_text (from, "name")),
                             g_strdup (get_text (from, "via")),
                             get_number (from, "actor"),
                             get_number (from, "apart"),
                             get_number (from, "merged"),
                             get_number (from, "telling") };

      g_array_append_val (self->origins, origin);
    }
  steps = json_object_get_array_member (object, "steps");
  for (guint i = 0; i < json_array_get_length (steps); i++)
    {
      JsonObject *from = json_array_get_object_element (steps, i);
      SaysoStep step = { get_number (from, "telling"), get_word (from, "way", SAYSO_TYPE_STEP_WAY),
                         get_number (from, "to"), get_number (from, "origin"), g_strdup (get_text (from, "outlet")) };

      g_array_append_val (self->steps, step);
    }
}

/* Stores a story under its id, whatever was there. */
void
sayso_story_store (SaysoConnection *db, SaysoStory *self)
{
  SaysoStatement *row = sayso_connection_prepare (db, "telling/forget-story");
  g_autofree char *what = story_to_json (self);

  sayso_statement_bind_int (row, "story", self->id);
  sayso_statement_run (row);
  row = sayso_connection_prepare (db, "telling/add-story");
  sayso_statement_bind_int (row, "story", self->id);
  sayso_statement_bind_int (row, "lead", self->lead);
  sayso_statement_bind_int (row, "n_articles", self->n_articles);
  sayso_statement_bind_int (row, "n_origins", self->n_origins);
  sayso_statement_bind_int (row, "least", self->least);
  sayso_statement_bind_int (row, "most", self->most);
  sayso_statement_bind_int (row, "level", self->level);
  sayso_statement_bind_text (row, "what", what, -1);
  sayso_statement_run (row);
}

SaysoStory *
sayso_story_load (SaysoConnection *db, gint64 id)
{
  SaysoStatement *row = sayso_connection_prepare (db, "telling/story");
  SaysoStory *self = NULL;

  sayso_statement_bind_int (row, "story", id);
  if (sayso_statement_next (row))
    {
      self = sayso_story_new ();
      self->id = id;
      self->lead = sayso_statement_int (row, "lead");
      self->n_articles = sayso_statement_int (row, "n_articles");
      self->n_origins = sayso_statement_int (row, "n_origins");
      self->least = sayso_statement_int (row, "least");
      self->most = sayso_statement_int (row, "most");
      self->level = sayso_statement_int (row, "level");
      story_from_json (self, sayso_statement_text (row, "what", NULL));
      sayso_statement_run (row);
    }

  return self;
}

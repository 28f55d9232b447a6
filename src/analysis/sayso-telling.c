/* sayso-telling.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-telling.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "sayso-enum.h"
#include "sayso-extract-enums.h"

SaysoTelling *
sayso_telling_new (void)
{
  SaysoTelling *self = g_new0 (SaysoTelling, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->weak = g_ptr_array_new_with_free_func (g_free);
  self->frame = g_ptr_array_new_with_free_func (g_free);
  self->negated = g_ptr_array_new_with_free_func (g_free);
  self->said.outlets = g_ptr_array_new_with_free_func (g_free);
  self->said.kind = SAYSO_SOURCE_AUTHOR;
  self->bounds = SAYSO_BOUNDS_UNKNOWN;
  self->date = SAYSO_OPEN_FUTURE;

  return self;
}

void
sayso_telling_free (SaysoTelling *self)
{
  g_free (self->outlet);
  g_free (self->byline);
  g_free (self->type);
  g_free (self->said.name);
  g_free (self->said.office);
  g_free (self->said.cue);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->weak);
  g_ptr_array_unref (self->frame);
  g_ptr_array_unref (self->negated);
  g_ptr_array_unref (self->said.outlets);
  g_free (self);
}

/* The first second of the day something was published; %SAYSO_OPEN_FUTURE where that is not known. */
gint64
sayso_published_day (const char *published)
{
  g_autofree char *day = published != NULL ? g_strndup (published, strlen ("2000-01-01")) : NULL;
  SaysoBounds bounds = SAYSO_BOUNDS_UNKNOWN;

  return day != NULL && sayso_bounds_parse (day, day, &bounds) ? bounds.earliest : SAYSO_OPEN_FUTURE;
}

/**
 * sayso_outlet_key:
 * @name: the name of an outlet
 *
 * Returns: (transfer full): what it is known by, however it is written: small letters, without "The" and signs
 */
char *
sayso_outlet_key (const char *name)
{
  g_autofree char *small = g_utf8_strdown (name, -1);
  GString *key = g_string_new (NULL);

  for (const char *p = small; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (key, g_utf8_get_char (p));
    else if (key->len > 0 && key->str[key->len - 1] != ' ' && *p != '\'')
      g_string_append_c (key, ' ');
  if (key->len > 0 && key->str[key->len - 1] == ' ')
    g_string_truncate (key, key->len - 1);
  if (g_str_has_prefix (key->str, "the "))
    g_string_erase (key, 0, 4);

  return g_string_free_and_steal (key);
}

/**
 * sayso_outlet_is:
 * @key: a key
 * @other_key: another
 *
 * Whether one may be short for the other: "evening post" for "tolbury evening post".
 */
gboolean
sayso_outlet_is (const char *key, const char *other_key)
{
  const char *longer = strlen (key) >= strlen (other_key) ? key : other_key;
  const char *shorter = longer == key ? other_key : key;
  gsize n = strlen (shorter), m = strlen (longer);

  if (n == 0)
    return FALSE;
  if (n == m)
    return g_str_equal (shorter, longer);
  if (g_str_has_suffix (longer, shorter) && longer[m - n - 1] == ' ')
    return TRUE;

  return n > 3 && g_str_has_prefix (longer, shorter) && longer[n] == ' ';
}

/* Whether a word is short for the name of an outlet: "CPS" for "Continental Press Service". */
gboolean
sayso_outlet_is_initials (const char *word, const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  GString *initials = g_string_new (NULL);
  gboolean same;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_isupper (*words[i]) && !g_str_equal (words[i], "The"))
      g_string_append_c (initials, *words[i]);
  same = initials->len > 1 && g_str_equal (initials->str, word);
  g_string_free (initials, TRUE);

  return same;
}

/* Words are found by a hash of 32 bits: FNV-1a. */
gint64
sayso_sign_of (const char *stem)
{
  guint32 hash = 2166136261u;

  for (const char *p = stem; *p != '\0'; p++)
    hash = (hash ^ (guint8) *p) * 16777619u;

  return hash;
}

static void
put_sign (SaysoConnection *db, gint64 telling, const char *stem, gboolean add)
{
  SaysoStatement *row = sayso_connection_prepare (db, add ? "telling/add-sign" : "telling/forget-signs");

  sayso_statement_bind_int (row, "sign", sayso_sign_of (stem));
  sayso_statement_bind_int (row, "telling", telling);
  sayso_statement_run (row);
}

static void
put_signs (SaysoConnection *db, const SaysoTelling *self, GPtrArray *stems, gboolean add)
{
  for (guint i = 0; i < stems->len; i++)
    {
      g_autofree char *causal = self->causal ? sayso_causal_sign (g_ptr_array_index (stems, i)) : NULL;

      put_sign (db, self->id, g_ptr_array_index (stems, i), add);
      if (causal != NULL)
        put_sign (db, self->id, causal, add);
    }
}

/* Those that name a cause are found by their words apart from all others. */
char *
sayso_causal_sign (const char *stem)
{
  return g_strconcat ("because ", stem, NULL);
}

/* Adds the words a telling is found by to the index, or takes them out. */
void
sayso_telling_sign (SaysoConnection *db, const SaysoTelling *self, gboolean add)
{
  put_signs (db, self, self->names, add);
  put_signs (db, self, self->words, add);
  put_signs (db, self, self->frame, add);
}

/* -- as it is stored ---------------------------------------------------------------------------------- */

static char *
join (const SaysoTelling *self)
{
  GString *line = g_string_new (NULL);
  const GPtrArray *parts[] = { self->names, self->words, self->weak, self->frame };

  for (guint k = 0; k < G_N_ELEMENTS (parts); k++)
    {
      if (k > 0)
        g_string_append_c (line, '|');
      for (guint i = 0; i < parts[k]->len; i++)
        g_string_append_printf (line, "%s%s", i > 0 ? " " : "", (char *) g_ptr_array_index (parts[k], i));
    }

  return g_string_free_and_steal (line);
}

static void
divide (SaysoTelling *self, const char *line)
{
  GPtrArray *parts[] = { self->names, self->words, self->weak, self->frame };
  g_auto (GStrv) pieces = g_strsplit (line, "|", G_N_ELEMENTS (parts));

  for (guint k = 0; k < G_N_ELEMENTS (parts) && pieces[k] != NULL; k++)
    {
      g_auto (GStrv) words = g_strsplit (pieces[k], " ", -1);

      for (guint i = 0; words[i] != NULL; i++)
        if (*words[i] != '\0')
          g_ptr_array_add (parts[k], g_strdup (words[i]));
    }
}

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

static void
set_list (JsonObject *object, const char *member, GPtrArray *words)
{
  JsonArray *list;

  if (words->len == 0)
    return;
  list = json_array_new ();
  for (guint i = 0; i < words->len; i++)
    json_array_add_string_element (list, g_ptr_array_index (words, i));
  json_object_set_array_member (object, member, list);
}

static char *
said_to_json (const SaysoTelling *self)
{
  g_autoptr (JsonNode) node = json_node_alloc ();
  g_autoptr (JsonObject) object = json_object_new ();
  const SaysoSaid *said = &self->said;

  set_text (object, "kind", sayso_enum_to_nick (SAYSO_TYPE_SOURCE_KIND, said->kind));
  set_number (object, "several", said->several);
  set_text (object, "name", said->name);
  set_number (object, "actor", said->actor);
  set_text (object, "office", said->office);
  set_number (object, "press", said->press);
  set_number (object, "apart", said->apart);
  set_number (object, "loose", said->loose);
  set_number (object, "heard", said->heard);
  set_number (object, "self", said->self);
  set_text (object, "cue", said->cue);
  set_number (object, "agent", self->agent);
  set_number (object, "patient", self->patient);
  set_number (object, "topic", self->topic);
  set_text (object, "type", self->type);
  set_number (object, "denied", self->denied);
  set_number (object, "causal", self->causal);
  set_number (object, "stance", self->stance);
  set_list (object, "outlets", said->outlets);
  set_list (object, "negated", self->negated);
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

static void
get_list (JsonObject *object, const char *member, GPtrArray *words)
{
  JsonArray *list = json_object_has_member (object, member) ? json_object_get_array_member (object, member) : NULL;

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    g_ptr_array_add (words, g_strdup (json_array_get_string_element (list, i)));
}

static void
said_from_json (SaysoTelling *self, const char *json)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  SaysoSaid *said = &self->said;
  JsonObject *object;
  int kind = SAYSO_SOURCE_AUTHOR;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;

  object = json_node_get_object (node);
  sayso_enum_from_nick (SAYSO_TYPE_SOURCE_KIND, get_text (object, "kind") != NULL ? get_text (object, "kind") : "",
                        &kind);
  said->kind = kind;
  said->several = get_number (object, "several");
  said->name = g_strdup (get_text (object, "name"));
  said->actor = get_number (object, "actor");
  said->office = g_strdup (get_text (object, "office"));
  said->press = get_number (object, "press");
  said->apart = get_number (object, "apart");
  said->loose = get_number (object, "loose");
  said->heard = get_number (object, "heard");
  said->self = get_number (object, "self");
  said->cue = g_strdup (get_text (object, "cue"));
  self->agent = get_number (object, "agent");
  self->patient = get_number (object, "patient");
  self->topic = get_number (object, "topic");
  self->type = g_strdup (get_text (object, "type"));
  self->denied = get_number (object, "denied");
  self->causal = get_number (object, "causal");
  self->stance = get_number (object, "stance");
  get_list (object, "outlets", said->outlets);
  get_list (object, "negated", self->negated);
}

/* Stores a telling, which gets its id. */
void
sayso_telling_add (SaysoConnection *db, SaysoTelling *self)
{
  SaysoStatement *row = sayso_connection_prepare (db, "telling/add");
  g_autofree char *words = join (self);
  g_autofree char *said = said_to_json (self);

  sayso_statement_bind_int (row, "article", self->article);
  sayso_statement_bind_int (row, "start", self->span.start);
  sayso_statement_bind_int (row, "stop", self->span.end);
  sayso_statement_bind_id (row, "claim", self->claim);
  sayso_statement_bind_id (row, "event", self->event);
  sayso_statement_bind_text (row, "words", words, -1);
  sayso_statement_bind_int (row, "earliest", self->bounds.earliest);
  sayso_statement_bind_int (row, "latest", self->bounds.latest);
  sayso_statement_bind_text (row, "said", said, -1);
  self->id = sayso_statement_run_int (row, 0);
  sayso_telling_sign (db, self, TRUE);
}

/* What a row of telling/of-story and its like holds. */
SaysoTelling *
sayso_telling_read (SaysoConnection *db, SaysoStatement *row)
{
  SaysoTelling *self = sayso_telling_new ();
  self->id = sayso_statement_int (row, "id");
  self->article = sayso_statement_int (row, "article");
  self->outlet = sayso_statement_dup (row, "outlet");
  self->byline = sayso_statement_dup (row, "byline");
  self->span = sayso_statement_span (row);
  self->claim = sayso_statement_int (row, "claim");
  self->event = sayso_statement_int (row, "event");
  self->story = sayso_statement_int (row, "story");
  self->bounds.earliest = sayso_statement_int (row, "earliest");
  self->bounds.latest = sayso_statement_int (row, "latest");
  self->date = sayso_published_day (sayso_statement_text (row, "published", NULL));
  divide (self, sayso_statement_text (row, "words", NULL));
  said_from_json (self, sayso_statement_text (row, "said", NULL));

  return self;
}

SaysoTelling *
sayso_telling_get (SaysoConnection *db, gint64 id)
{
  SaysoStatement *row = sayso_connection_prepare (db, "telling/get");
  SaysoTelling *self = NULL;

  sayso_statement_bind_int (row, "id", id);
  if (sayso_statement_next (row))
    {
      self = sayso_telling_read (db, row);
      sayso_statement_run (row);
    }

  return self;
}

/* sayso-edits.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-edits.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "sayso-casebook-enums.h"
#include "sayso-edtf.h"
#include "sayso-enum.h"
#include "sayso-extract-enums.h"
#include "sayso-reader-enums.h"

/* What a person sets on items: the fields of sayso_command_new_edit(). */

typedef enum
{
  IN_EDITS, /* kept with the item, and nowhere else */
  COLUMN,   /* replaces what was found */
} Place;

typedef struct
{
  SaysoItemKind kind;
  const char *field;
  Place place;
  GType (*type) (void); /* whose nicks it takes */
  const char *values;   /* else these, between blanks; NULL: see check() */
} Field;

#define GRADES                                                                                                         \
  " A1 A2 A3 A4 A5 A6 B1 B2 B3 B4 B5 B6 C1 C2 C3 C4 C5 C6 D1 D2 D3 D4 D5 D6 E1 E2 E3 E4 E5 E6 F1 F2 F3 F4 F5 F6 "
/* Intelligence Community Directive 203, D.6.e(2)(a): the words for likelihood; the confidence is a thing of its own. */
#define LIKELIHOODS " almost-no-chance very-unlikely unlikely roughly-even likely very-likely almost-certain "
/* How many origins a person counts. */
#define COUNTS " 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 "
#define CONFIDENCES " low moderate high "
#define YES_OR_NO " yes no "

static const Field fields[] = {
  { SAYSO_ITEM_ARTICLE, "grade", IN_EDITS, NULL, GRADES },
  { SAYSO_ITEM_EVENT, "grade", IN_EDITS, NULL, GRADES },
  { SAYSO_ITEM_CLAIM, "grade", IN_EDITS, NULL, GRADES },
  { SAYSO_ITEM_EVENT, "likelihood", IN_EDITS, NULL, LIKELIHOODS },
  { SAYSO_ITEM_CLAIM, "likelihood", IN_EDITS, NULL, LIKELIHOODS },
  { SAYSO_ITEM_EVENT, "confidence", IN_EDITS, NULL, CONFIDENCES },
  { SAYSO_ITEM_CLAIM, "confidence", IN_EDITS, NULL, CONFIDENCES },
  { SAYSO_ITEM_EVENT, "disputed", COLUMN, NULL, YES_OR_NO },
  { SAYSO_ITEM_CLAIM, "disputed", COLUMN, NULL, YES_OR_NO },
  { SAYSO_ITEM_EVENT, "origins", IN_EDITS, NULL, COUNTS },
  { SAYSO_ITEM_CLAIM, "origins", IN_EDITS, NULL, COUNTS },
  { SAYSO_ITEM_ACTOR, "kind", IN_EDITS, sayso_name_kind_get_type, NULL },
  { SAYSO_ITEM_EVENT, "when", COLUMN, NULL, NULL },
  { SAYSO_ITEM_EVENT, "factuality", COLUMN, sayso_factuality_get_type, NULL },
  { SAYSO_ITEM_EVENT, "kind", COLUMN, sayso_event_kind_get_type, NULL },
  { SAYSO_ITEM_CLAIM, "source-kind", COLUMN, sayso_source_kind_get_type, NULL },
  { SAYSO_ITEM_CLAIM, "certainty", COLUMN, sayso_certainty_get_type, NULL },
};

static const Field *
find_field (SaysoItemKind kind, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].kind == kind && g_str_equal (fields[i].field, name))
      return &fields[i];

  return NULL;
}

/* Whether it says something beside what was found, and so does not change that. */
gboolean
sayso_edits_is_beside (const char *field)
{
  static const char *const beside[] = { "grade", "likelihood", "confidence", "disputed", "origins", NULL };

  return g_strv_contains (beside, field);
}

static gboolean
check (const Field *field, const char *value)
{
  g_autofree char *word = g_strdup_printf (" %s ", value);
  g_autoptr (SaysoEdtf) edtf = NULL;

  if (strchr (value, ' ') != NULL)
    return FALSE;
  if (field->type != NULL)
    return sayso_enum_from_nick (field->type (), value, &(int) { 0 });
  if (field->values != NULL)
    return strstr (field->values, word) != NULL;

  edtf = sayso_edtf_parse (value, NULL);

  return edtf != NULL;
}

static SaysoStatement *
prepare (SaysoConnection *db, const char *verb, SaysoItemKind kind, const char *field, gint64 id)
{
  g_autofree char *query = g_strconcat ("edit/", verb, "-", sayso_enum_to_nick (SAYSO_TYPE_ITEM_KIND, kind),
                                        field != NULL ? "-" : NULL, field, NULL);
  SaysoStatement *row = sayso_connection_prepare (db, query);

  sayso_statement_bind_int (row, "id", id);

  return row;
}

static JsonObject *
read_edits (SaysoConnection *db, SaysoItemKind kind, gint64 id)
{
  SaysoStatement *row = prepare (db, "get", kind, NULL, id);
  g_autoptr (JsonNode) node = NULL;

  if (sayso_statement_next (row))
    {
      const char *edits = sayso_statement_text (row, "edits", NULL);

      node = edits != NULL ? json_from_string (edits, NULL) : NULL;
      sayso_statement_run (row);
    }

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : json_object_new ();
}

static char *
read_column (SaysoConnection *db, const Field *field, gint64 id)
{
  SaysoStatement *row = prepare (db, "get", field->kind, field->field, id);
  char *value = NULL;

  if (sayso_statement_next (row))
    {
      value = sayso_statement_dup (row, "value");
      sayso_statement_run (row);
    }

  return value;
}

/* When an event was, as the column has it. What was found is in that form already. */
static char *
when_of (const char *value)
{
  g_autoptr (SaysoEdtf) edtf = sayso_edtf_parse (value, NULL);
  SaysoBounds b = SAYSO_BOUNDS_UNKNOWN;

  if (edtf == NULL)
    return g_strdup (value);

  sayso_edtf_get_bounds (edtf, &b);

  return g_strdup_printf ("[\"%s\",%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT ",%u,%u,%d]", value, b.earliest, b.latest,
                          b.soft_start, b.soft_end, b.lasting);
}

static void
write_column (SaysoConnection *db, const Field *field, gint64 id, const char *value)
{
  SaysoStatement *row = prepare (db, "put", field->kind, field->field, id);
  g_autofree char *when = g_str_equal (field->field, "when") ? when_of (value) : NULL;

  sayso_statement_bind_text (row, "value", when != NULL ? when : value, -1);
  sayso_statement_run (row);
}

/* What other rows say because of the field. */
static void
follow (SaysoConnection *db, const Field *field, gint64 id)
{
  static const char *const of_event[] = { "edit/voice-of-event", "edit/evidence-of-event", NULL };
  static const char *const of_claim[] = { "edit/voice-of-claim", "edit/evidence-of-claim", NULL };
  gboolean is_event = field->kind == SAYSO_ITEM_EVENT;
  const char *const *queries = is_event ? of_event : of_claim;

  if (!g_str_equal (field->field, "factuality") && !g_str_equal (field->field, "source-kind"))
    return;

  if (!is_event)
    {
      SaysoStatement *sourcing = sayso_connection_prepare (db, "edit/sourcing");

      sayso_statement_bind_int (sourcing, "id", id);
      sayso_statement_run (sourcing);
    }
  for (guint i = 0; queries[i] != NULL; i++)
    {
      SaysoStatement *row = sayso_connection_prepare (db, queries[i]);

      sayso_statement_bind_int (row, is_event ? "event" : "claim", id);
      sayso_statement_run (row);
    }
}

static void
write_edits (SaysoConnection *db, SaysoItemKind kind, gint64 id, JsonObject *edits, const char *standing)
{
  SaysoStatement *row = prepare (db, "set", kind, NULL, id);
  g_autoptr (JsonNode) node = json_node_alloc ();
  g_autoptr (JsonObject) sorted = json_object_new ();
  g_autoptr (GList) members = g_list_sort (json_object_get_members (edits), (GCompareFunc) g_strcmp0);
  g_autofree char *text = NULL;

  /* In one order, so that a change and its undoing leave the very same. */
  for (GList *l = members; l != NULL; l = l->next)
    json_object_set_member (sorted, l->data, json_object_dup_member (edits, l->data));
  json_node_init_object (node, sorted);
  text = members != NULL ? json_to_string (node, FALSE) : NULL;
  sayso_statement_bind_text (row, "edits", text, -1);
  sayso_statement_bind_text (row, "standing", standing, -1);
  sayso_statement_run (row);
}

/**
 * sayso_edits_set:
 * @db: a connection in a transaction
 * @kind: kind of the item
 * @id: an item
 * @field: what to set
 * @value: (nullable): what it becomes
 * @standing: the item's standing from now on
 *
 * Returns: whether there is such a field and it can have that value
 */
gboolean
sayso_edits_set (SaysoConnection *db, SaysoItemKind kind, gint64 id, const char *field, const char *value,
                 const char *standing)
{
  const Field *known = find_field (kind, field);
  g_autoptr (JsonObject) edits = NULL;
  g_autofree char *found = g_strconcat ("found-", field, NULL);

  if (known == NULL)
    sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_FAILED, _ ("There is nothing called “%s” to set here."), field);
  else if (value != NULL && !check (known, value))
    sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_FAILED, _ ("“%s” cannot be “%s”. Choose another value."), field,
                           value);
  if (sayso_connection_failed (db))
    return FALSE;

  edits = read_edits (db, kind, id);
  if (known->place == COLUMN && value != NULL)
    {
      if (!json_object_has_member (edits, found))
        {
          g_autofree char *was = read_column (db, known, id);

          json_object_set_string_member (edits, found, was);
        }
      write_column (db, known, id, value);
    }
  else if (known->place == COLUMN && json_object_has_member (edits, found))
    {
      write_column (db, known, id, json_object_get_string_member (edits, found));
      json_object_remove_member (edits, found);
    }
  if (value != NULL)
    json_object_set_string_member (edits, field, value);
  else
    json_object_remove_member (edits, field);
  write_edits (db, kind, id, edits, standing);
  follow (db, known, id);

  return !sayso_connection_failed (db);
}

/* Sets on an item that was found anew what a person had set on the one in its place. */
void
sayso_edits_apply (SaysoConnection *db, SaysoItemKind kind, gint64 id, const char *edits, const char *standing)
{
  g_autoptr (JsonNode) node = json_from_string (edits, NULL);
  g_autoptr (GList) members = NULL;
  JsonObject *object;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;

  object = json_node_get_object (node);
  members = json_object_get_members (object);
  for (GList *l = members; l != NULL; l = l->next)
    if (!g_str_has_prefix (l->data, "found-"))
      sayso_edits_set (db, kind, id, l->data, json_object_get_string_member_with_default (object, l->data, NULL),
                       standing);
}

/* sayso-judgement.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-judgement.h"

#include <glib/gi18n.h>

/* What a person holds of an item, beside what was found: rows that each set one field of sayso_command_new_edit(). */

typedef struct
{
  const char *value; /* NULL: it is not judged */
  const char *words;
} Choice;

typedef struct
{
  const char *field;
  const char *title;
  const Choice *choices;
  guint n_choices;
} Scale;

/* Intelligence Community Directive 203, D.6.e(2)(a). */
static const Choice likelihoods[] = {
  { NULL, N_ ("Not Judged") },
  { "almost-no-chance", N_ ("Almost No Chance, 1–5 %") },
  { "very-unlikely", N_ ("Very Unlikely, 5–20 %") },
  { "unlikely", N_ ("Unlikely, 20–45 %") },
  { "roughly-even", N_ ("Roughly Even, 45–55 %") },
  { "likely", N_ ("Likely, 55–80 %") },
  { "very-likely", N_ ("Very Likely, 80–95 %") },
  { "almost-certain", N_ ("Almost Certain, 95–99 %") },
};
static const Choice confidences[] = {
  { NULL, N_ ("Not Judged") },
  { "low", N_ ("Low") },
  { "moderate", N_ ("Moderate") },
  { "high", N_ ("High") },
};
/* The Admiralty code: a letter for the source, a number for what it says. */
static const Choice reliabilities[] = {
  { NULL, N_ ("Not Judged") },          { "A", N_ ("A · Completely Reliable") },  { "B", N_ ("B · Usually Reliable") },
  { "C", N_ ("C · Fairly Reliable") },  { "D", N_ ("D · Not Usually Reliable") }, { "E", N_ ("E · Unreliable") },
  { "F", N_ ("F · Cannot Be Judged") },
};
static const Choice credibilities[] = {
  { NULL, N_ ("Not Judged") },          { "1", N_ ("1 · Confirmed by Others") },
  { "2", N_ ("2 · Probably True") },    { "3", N_ ("3 · Possibly True") },
  { "4", N_ ("4 · Doubtful") },         { "5", N_ ("5 · Improbable") },
  { "6", N_ ("6 · Cannot Be Judged") },
};

enum
{
  LIKELIHOOD,
  CONFIDENCE,
  RELIABILITY,
  CREDIBILITY,
};

static const Scale scales[] = {
  [LIKELIHOOD] = { "likelihood", N_ ("Likelihood"), likelihoods, G_N_ELEMENTS (likelihoods) },
  [CONFIDENCE] = { "confidence", N_ ("Confidence in That"), confidences, G_N_ELEMENTS (confidences) },
  [RELIABILITY] = { "grade", N_ ("The Source"), reliabilities, G_N_ELEMENTS (reliabilities) },
  [CREDIBILITY] = { "grade", N_ ("What It Says"), credibilities, G_N_ELEMENTS (credibilities) },
};

/* Where a row's choice goes. */
typedef struct
{
  SaysoSession *session;
  SaysoItemKind kind;
  gint64 id;
  const Scale *scale;
  char *grade; /* nullable; the whole of it, of which the row sets one half */
} Target;

static void
target_free (gpointer data, GClosure *closure)
{
  Target *target = data;

  g_object_unref (target->session);
  g_free (target->grade);
  g_free (target);
}

static Target *
target_new (SaysoSession *session, SaysoItem *item)
{
  Target *target = g_new0 (Target, 1);

  target->session = g_object_ref (session);
  target->kind = sayso_item_get_kind (item);
  target->id = sayso_item_get_id (item);

  return target;
}

static void
set (const Target *target, const char *field, const char *value, const char *message)
{
  g_autoptr (SaysoCommand) command = sayso_command_new_edit (target->kind, target->id, field, value);

  sayso_session_submit (target->session, command, message);
}

/* A grade has two halves; the one that is not chosen yet cannot be judged. */
static char *
grade_of (const Target *target, const char *half)
{
  const char *old = target->grade != NULL ? target->grade : "F6";

  if (half == NULL)
    return NULL;

  return target->scale == &scales[RELIABILITY] ? g_strdup_printf ("%c%c", half[0], old[1])
                                               : g_strdup_printf ("%c%c", old[0], half[0]);
}

static void
chosen (AdwComboRow *row, GParamSpec *pspec, Target *target)
{
  guint selected = adw_combo_row_get_selected (row);
  const char *value = selected < target->scale->n_choices ? target->scale->choices[selected].value : NULL;
  g_autofree char *grade = NULL;

  if (g_str_equal (target->scale->field, "grade"))
    value = grade = grade_of (target, value);
  set (target, target->scale->field, value, _ ("Judgement changed."));
}

static void
switched (AdwSwitchRow *row, GParamSpec *pspec, Target *target)
{
  gboolean disputed = adw_switch_row_get_active (row);

  set (target, "disputed", disputed ? "yes" : "no", disputed ? _ ("Marked as disputed.") : _ ("No longer disputed."));
}

static gboolean
is_chosen (const Scale *scale, const Choice *choice, const char *value)
{
  if (value == NULL || choice->value == NULL)
    return value == NULL && choice->value == NULL;
  if (scale == &scales[RELIABILITY] || scale == &scales[CREDIBILITY])
    return strchr (value, choice->value[0]) != NULL;

  return g_str_equal (value, choice->value);
}

static void
add_scale (GPtrArray *rows, SaysoSession *session, const SaysoInspection *inspection, const Scale *scale)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  const char *value = g_hash_table_lookup (inspection->edits, scale->field);
  Target *target = target_new (session, inspection->item);

  for (guint i = 0; i < scale->n_choices; i++)
    gtk_string_list_append (words, _ (scale->choices[i].words));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (scale->title));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  for (guint i = 0; i < scale->n_choices; i++)
    if (is_chosen (scale, &scale->choices[i], value))
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
  target->scale = scale;
  target->grade = g_str_equal (scale->field, "grade") ? g_strdup (value) : NULL;
  g_signal_connect_data (row, "notify::selected", G_CALLBACK (chosen), target, target_free, 0);
  g_ptr_array_add (rows, row);
}

static void
add_disputed (GPtrArray *rows, SaysoSession *session, const SaysoInspection *inspection)
{
  GtkWidget *row = adw_switch_row_new ();
  gboolean doubted = SAYSO_IS_EVENT (inspection->item) ? SAYSO_EVENT (inspection->item)->doubted
                                                       : SAYSO_CLAIM (inspection->item)->doubted;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Disputed"));
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), doubted);
  g_signal_connect_data (row, "notify::active", G_CALLBACK (switched), target_new (session, inspection->item),
                         target_free, 0);
  g_ptr_array_add (rows, row);
}

/**
 * sayso_judgement_rows:
 * @session: where a choice goes
 * @inspection: what is known of an item
 *
 * Returns: (transfer container) (element-type GtkWidget): rows, floating, to judge the item with; none for what cannot
 *   be judged
 */
GPtrArray *
sayso_judgement_rows (SaysoSession *session, const SaysoInspection *inspection)
{
  GPtrArray *rows = g_ptr_array_new ();
  SaysoItemKind kind = SAYSO_ITEM_NONE;

  g_return_val_if_fail (SAYSO_IS_SESSION (session) && inspection != NULL, rows);

  kind = sayso_item_get_kind (inspection->item);
  if (inspection->edits == NULL)
    return rows;
  if (kind == SAYSO_ITEM_EVENT || kind == SAYSO_ITEM_CLAIM)
    {
      add_disputed (rows, session, inspection);
      add_scale (rows, session, inspection, &scales[LIKELIHOOD]);
      add_scale (rows, session, inspection, &scales[CONFIDENCE]);
    }
  if (kind == SAYSO_ITEM_ARTICLE || kind == SAYSO_ITEM_EVENT || kind == SAYSO_ITEM_CLAIM)
    {
      add_scale (rows, session, inspection, &scales[RELIABILITY]);
      add_scale (rows, session, inspection, &scales[CREDIBILITY]);
    }

  return rows;
}

/* sayso-change-form.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-change-form.h"

#include <glib/gi18n.h>

#include "sayso-casebook-enums.h"
#include "sayso-date-words.h"
#include "sayso-extract-enums.h"
#include "sayso-reader-enums.h"
#include "sayso-redate.h"

#define N_CHOICES 2
#define MAX_VALUES 9

/* A field with a few values, each in words. */
typedef struct
{
  SaysoItemKind kind;
  const char *field;
  const char *title;
  GType (*type) (void);
  struct
  {
    int value;
    const char *words;
  } values[MAX_VALUES]; /* ends with words of NULL, or full */
} Choice;

static const Choice choices[] = {
  { SAYSO_ITEM_EVENT,
    "factuality",
    N_ ("How It Is Told"),
    sayso_factuality_get_type,
    { { SAYSO_FACTUALITY_ASSERTED, N_ ("As Fact") },
      { SAYSO_FACTUALITY_DENIED, N_ ("Said Not to Be So") },
      { SAYSO_FACTUALITY_POSSIBLE, N_ ("As Possible") },
      { SAYSO_FACTUALITY_PLANNED, N_ ("As Planned") },
      { SAYSO_FACTUALITY_HYPOTHETICAL, N_ ("As Supposed") } } },
  { SAYSO_ITEM_EVENT,
    "kind",
    N_ ("What the Date Is Of"),
    sayso_event_kind_get_type,
    { { SAYSO_EVENT_OCCURRED, N_ ("When It Happened") },
      { SAYSO_EVENT_REPORTED, N_ ("When It Was Reported") },
      { SAYSO_EVENT_LEARNED, N_ ("When It Was Found Out") } } },
  { SAYSO_ITEM_CLAIM,
    "source-kind",
    N_ ("Kind of Source"),
    sayso_source_kind_get_type,
    { { SAYSO_SOURCE_NAMED, N_ ("Named") },
      { SAYSO_SOURCE_ANONYMOUS, N_ ("Anonymous") },
      { SAYSO_SOURCE_DOCUMENT, N_ ("Document") },
      { SAYSO_SOURCE_OUTLET, N_ ("Outlet") },
      { SAYSO_SOURCE_AUTHOR, N_ ("The Author") },
      { SAYSO_SOURCE_UNKNOWN, N_ ("Nobody Is Named") } } },
  { SAYSO_ITEM_CLAIM,
    "certainty",
    N_ ("How Sure It Is Put"),
    sayso_certainty_get_type,
    { { SAYSO_CERTAINTY_UNSTATED, N_ ("Without a Word on That") },
      { SAYSO_CERTAINTY_CERTAIN, N_ ("As Certain") },
      { SAYSO_CERTAINTY_PROBABLE, N_ ("As Probable") },
      { SAYSO_CERTAINTY_POSSIBLE, N_ ("As Possible") },
      { SAYSO_CERTAINTY_DOUBTFUL, N_ ("As Doubtful") },
      { SAYSO_CERTAINTY_DENIED, N_ ("As Not So") } } },
  { SAYSO_ITEM_ACTOR,
    "kind",
    N_ ("What It Is"),
    sayso_name_kind_get_type,
    { { SAYSO_NAME_PERSON, N_ ("Person") },
      { SAYSO_NAME_ORGANIZATION, N_ ("Organisation") },
      { SAYSO_NAME_AGENCY, N_ ("State or Agency") },
      { SAYSO_NAME_OUTLET, N_ ("Outlet") },
      { SAYSO_NAME_GROUP, N_ ("Threat Group") },
      { SAYSO_NAME_PRODUCT, N_ ("Product") },
      { SAYSO_NAME_PLACE, N_ ("Place") },
      { SAYSO_NAME_OTHER, N_ ("Other") } } },
};

struct _SaysoChangeForm
{
  GtkPopover parent_instance;

  /* Template */
  GtkLabel *title_label;
  GtkEditable *title;
  GtkWidget *when_box;
  GtkEditable *when;
  GtkLabel *bounds;
  GtkLabel *first_label;
  GtkDropDown *first;
  GtkLabel *second_label;
  GtkDropDown *second;
  GtkWidget *save_button;

  /* Owned */
  SaysoSession *session;
  SaysoItem *item;
  char *edtf; /* nullable; what was typed for when */

  const Choice *choices[N_CHOICES]; /* nullable */
  guint was[N_CHOICES];
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SaysoChangeForm, sayso_change_form, GTK_TYPE_POPOVER)

/* -- what is typed ------------------------------------------------------------------------------------------------- */

static char *
get_title (SaysoChangeForm *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->title)));
}

static const char *
get_old_edtf (SaysoChangeForm *self)
{
  return SAYSO_IS_EVENT (self->item) ? SAYSO_EVENT (self->item)->edtf : NULL;
}

/* Reads when it was, and says what that means. An event that has a date keeps one. */
static gboolean
read_when (SaysoChangeForm *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->when)));
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  gboolean needed = get_old_edtf (self) != NULL;
  SaysoBounds bounds;

  g_clear_pointer (&self->edtf, g_free);
  gtk_widget_remove_css_class (GTK_WIDGET (self->when), "error");
  if (*typed == '\0')
    {
      gtk_label_set_text (self->bounds, needed ? _ ("Write a day, a month, a year, or from when to when.")
                                               : _ ("Leave empty where it is not known."));
      return !needed;
    }

  self->edtf = sayso_time_from_words (typed, &bounds, &error);
  words = self->edtf != NULL ? sayso_bounds_to_long_words (&bounds) : g_strdup (error->message);
  gtk_label_set_text (self->bounds, words);
  if (self->edtf == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->when), "error");

  return self->edtf != NULL;
}

static gboolean
is_redated (SaysoChangeForm *self)
{
  return self->edtf != NULL && g_strcmp0 (self->edtf, get_old_edtf (self)) != 0;
}

static void
changed (SaysoChangeForm *self)
{
  g_autofree char *title = get_title (self);
  GtkDropDown *drops[N_CHOICES] = { self->first, self->second };
  gboolean different = FALSE, right = TRUE;

  if (self->filling || self->item == NULL)
    return;

  different = !g_str_equal (title, sayso_item_get_title (self->item));
  if (gtk_widget_get_visible (self->when_box))
    {
      right = read_when (self);
      different |= is_redated (self);
    }
  for (guint i = 0; i < N_CHOICES; i++)
    different |= self->choices[i] != NULL && gtk_drop_down_get_selected (drops[i]) != self->was[i];
  gtk_widget_set_sensitive (self->save_button, right && different && *title != '\0');
}

/* -- saving -------------------------------------------------------------------------------------------------------- */

static void
add_edit (SaysoChangeForm *self, GPtrArray *commands, const char *field, const char *value)
{
  g_ptr_array_add (commands, sayso_command_new_edit (sayso_item_get_kind (self->item), sayso_item_get_id (self->item),
                                                     field, value));
}

static void
add_choice (SaysoChangeForm *self, GPtrArray *commands, guint index, GtkDropDown *drop)
{
  const Choice *choice = self->choices[index];
  guint selected = gtk_drop_down_get_selected (drop);
  g_autoptr (GEnumClass) class = NULL;

  if (choice == NULL || selected == self->was[index] || selected >= MAX_VALUES)
    return;

  class = g_type_class_ref (choice->type ());
  add_edit (self, commands, choice->field, g_enum_get_value (class, choice->values[selected].value)->value_nick);
}

static void
save (SaysoChangeForm *self)
{
  g_autoptr (GPtrArray) commands = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_command_unref);
  g_autoptr (SaysoCommand) group = NULL;
  g_autofree char *title = get_title (self), *name = NULL;
  SaysoItemKind kind = sayso_item_get_kind (self->item);

  changed (self);
  if (!gtk_widget_get_sensitive (self->save_button))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  if (!g_str_equal (title, sayso_item_get_title (self->item)))
    g_ptr_array_add (commands, sayso_command_new_rename (kind, sayso_item_get_id (self->item), title));
  if (gtk_widget_get_visible (self->when_box) && is_redated (self))
    add_edit (self, commands, "when", self->edtf);
  add_choice (self, commands, 0, self->first);
  add_choice (self, commands, 1, self->second);

  /* Translators: follows "Undo"; the title of an item */
  name = g_strdup_printf (_ ("Change “%s”"), title);
  group = commands->len == 1 ? sayso_command_ref (g_ptr_array_index (commands, 0))
                             : sayso_command_new_group (name, (SaysoCommand *const *) commands->pdata, commands->len);
  gtk_popover_popdown (GTK_POPOVER (self));
  sayso_session_submit (self->session, group,
                        kind == SAYSO_ITEM_ACTOR   ? _ ("Actor changed.")
                        : kind == SAYSO_ITEM_EVENT ? _ ("Event changed.")
                                                   : _ ("Claim changed."));
}

/* -- filling ------------------------------------------------------------------------------------------------------- */

static int
value_of (SaysoItem *item, const char *field)
{
  if (SAYSO_IS_ACTOR (item))
    return SAYSO_ACTOR (item)->kind;
  if (SAYSO_IS_EVENT (item))
    return g_str_equal (field, "kind") ? (int) SAYSO_EVENT (item)->kind : (int) SAYSO_EVENT (item)->factuality;

  return g_str_equal (field, "certainty") ? (int) SAYSO_CLAIM (item)->certainty : (int) SAYSO_CLAIM (item)->source_kind;
}

static void
fill_choice (SaysoChangeForm *self, guint index, const Choice *choice, GtkLabel *label, GtkDropDown *drop)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  self->choices[index] = choice;
  gtk_widget_set_visible (GTK_WIDGET (drop), choice != NULL);
  if (choice == NULL)
    return;

  for (guint i = 0; i < MAX_VALUES && choice->values[i].words != NULL; i++)
    {
      gtk_string_list_append (words, _ (choice->values[i].words));
      if (choice->values[i].value == value_of (self->item, choice->field))
        self->was[index] = i;
    }
  gtk_label_set_text (label, _ (choice->title));
  gtk_drop_down_set_model (drop, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (drop, self->was[index]);
}

static void
fill (SaysoChangeForm *self)
{
  static const char *const titles[] = { [SAYSO_ITEM_ACTOR] = N_ ("Name"),
                                        [SAYSO_ITEM_EVENT] = N_ ("What Happened"),
                                        [SAYSO_ITEM_CLAIM] = N_ ("What Is Claimed") };
  SaysoItemKind kind = sayso_item_get_kind (self->item);
  const Choice *found[N_CHOICES] = { NULL };
  guint n_found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (choices) && n_found < N_CHOICES; i++)
    if (choices[i].kind == kind)
      found[n_found++] = &choices[i];

  self->filling = TRUE;
  gtk_label_set_text (self->title_label, _ (titles[kind]));
  gtk_editable_set_text (self->title, sayso_item_get_title (self->item));
  gtk_editable_set_text (self->when, get_old_edtf (self) != NULL ? get_old_edtf (self) : "");
  gtk_widget_set_visible (self->when_box, kind == SAYSO_ITEM_EVENT);
  fill_choice (self, 0, found[0], self->first_label, self->first);
  fill_choice (self, 1, found[1], self->second_label, self->second);
  self->filling = FALSE;
  changed (self);
}

/* What was typed and not saved is gone when it is opened again. */
static void
shown (SaysoChangeForm *self)
{
  if (self->item == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}

/* -- class --------------------------------------------------------------------------------------------------------- */

static void
sayso_change_form_dispose (GObject *object)
{
  SaysoChangeForm *self = SAYSO_CHANGE_FORM (object);

  self->filling = TRUE;
  gtk_popover_set_child (GTK_POPOVER (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_CHANGE_FORM);
  g_clear_object (&self->session);
  g_clear_object (&self->item);
  g_clear_pointer (&self->edtf, g_free);

  G_OBJECT_CLASS (sayso_change_form_parent_class)->dispose (object);
}

static void
sayso_change_form_class_init (SaysoChangeFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sayso_change_form_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-change-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoChangeForm, title_label);
  gtk_widget_class_bind_template_child (widget_class, SaysoChangeForm, title);
  gtk_widget_class_bind_template_child (widget_class, SaysoChangeForm, when_box);
  gtk_widget_class_bind_template_child (widget_class, SaysoChangeForm, when);
  gtk_widget_class_bind_template_child (widget_class, SaysoChangeForm, bounds);
  gtk_widget_class_bind_template_child (widget_class, SaysoChangeForm, first_label);
  gtk_widget_class_bind_template_child (widget_class, SaysoChangeForm, first);
  gtk_widget_class_bind_template_child (widget_class, SaysoChangeForm, second_label);
  gtk_widget_class_bind_template_child (widget_class, SaysoChangeForm, second);
  gtk_widget_class_bind_template_child (widget_class, SaysoChangeForm, save_button);
  gtk_widget_class_bind_template_callback (widget_class, shown);
  gtk_widget_class_bind_template_callback (widget_class, changed);
  gtk_widget_class_bind_template_callback (widget_class, save);
}

static void
sayso_change_form_init (SaysoChangeForm *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sayso_change_form_new:
 * @session: where the change goes
 * @inspection: what is known of an actor, an event or a claim
 *
 * Returns: (transfer floating): a form for it
 */
GtkWidget *
sayso_change_form_new (SaysoSession *session, const SaysoInspection *inspection)
{
  SaysoChangeForm *self = NULL;

  g_return_val_if_fail (SAYSO_IS_SESSION (session) && inspection != NULL, NULL);

  self = g_object_new (SAYSO_TYPE_CHANGE_FORM, NULL);
  self->session = g_object_ref (session);
  self->item = g_object_ref (inspection->item);
  fill (self);

  return GTK_WIDGET (self);
}

/* sayso-annotate-form.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-annotate-form.h"

#include <glib/gi18n.h>

#include "sayso-date-words.h"
#include "sayso-redate.h"

struct _SaysoAnnotateForm
{
  GtkPopover parent_instance;

  /* Template */
  GtkLabel *heading;
  GtkWidget *title_box;
  GtkLabel *title_label;
  GtkEditable *title;
  GtkWidget *actor_box;
  GtkDropDown *actor_kind;
  GtkWidget *source_box;
  GtkEditable *source;
  GtkDropDown *source_kind;
  GtkWidget *when_box;
  GtkEditable *when;
  GtkLabel *bounds;
  GtkWidget *note_box;
  GtkTextView *note;
  GtkButton *save;

  /* Owned */
  SaysoSession *session;
  SaysoItem *about; /* what a tag or a note is for */
  char *words;      /* those in the article */
  char *edtf;       /* nullable; what was typed for when */

  SaysoAnnotation annotation;
  gint64 article;
  gint64 remark; /* the note that is reworded, or 0 */
  SaysoSpan span;
};

/* What a form says and asks for. */
typedef struct
{
  const char *heading; /* with the title of what it is about for %s, where it is about something */
  const char *title;   /* NULL: it has none */
  const char *save;
  const char *done;
  SaysoItemKind kind; /* of what is made */
  gboolean when;
} FormWords;

static const FormWords forms[SAYSO_N_ANNOTATIONS] = {
  [SAYSO_ANNOTATION_EVENT] = { N_ ("New Event"), N_ ("What Happened"), N_ ("Add Event"), N_ ("Event added."),
                               SAYSO_ITEM_EVENT, TRUE },
  [SAYSO_ANNOTATION_CLAIM] = { N_ ("New Claim"), N_ ("What Is Claimed"), N_ ("Add Claim"), N_ ("Claim added."),
                               SAYSO_ITEM_CLAIM, FALSE },
  [SAYSO_ANNOTATION_ACTOR] = { N_ ("New Actor"), N_ ("Name"), N_ ("Add Actor"), N_ ("Actor added."), SAYSO_ITEM_ACTOR,
                               FALSE },
  [SAYSO_ANNOTATION_TIME] = { N_ ("New Time"), NULL, N_ ("Add Time"), N_ ("Time added."), SAYSO_ITEM_TIME, TRUE },
  [SAYSO_ANNOTATION_TAG] = { N_ ("Tag “%s”"), N_ ("Tag"), N_ ("Add Tag"), N_ ("Tag added."), SAYSO_ITEM_NONE, FALSE },
  [SAYSO_ANNOTATION_NOTE] = { N_ ("Note on “%s”"), NULL, N_ ("Add Note"), N_ ("Note added."), SAYSO_ITEM_NONE, FALSE },
};

/* In the order of the lists to choose from. */
static const SaysoNameKind actor_kinds[] = { SAYSO_NAME_PERSON, SAYSO_NAME_ORGANIZATION, SAYSO_NAME_AGENCY,
                                             SAYSO_NAME_OUTLET, SAYSO_NAME_GROUP,        SAYSO_NAME_PRODUCT,
                                             SAYSO_NAME_PLACE,  SAYSO_NAME_OTHER };
static const SaysoSourceKind source_kinds[] = { SAYSO_SOURCE_NAMED, SAYSO_SOURCE_ANONYMOUS, SAYSO_SOURCE_DOCUMENT,
                                                SAYSO_SOURCE_OUTLET, SAYSO_SOURCE_AUTHOR };

G_DEFINE_FINAL_TYPE (SaysoAnnotateForm, sayso_annotate_form, GTK_TYPE_POPOVER)

GtkWidget *
sayso_annotate_form_new (void)
{
  return g_object_new (SAYSO_TYPE_ANNOTATE_FORM, NULL);
}

/* -- what is typed ------------------------------------------------------------------------------------------------- */

static char *
get_note (SaysoAnnotateForm *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;

  return TRUE;
}

/* Reads what was typed for when, and says what it means. */
static gboolean
read_when (SaysoAnnotateForm *self)
{
  const char *typed = gtk_editable_get_text (self->when);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  SaysoBounds bounds;

  g_clear_pointer (&self->edtf, g_free);
  gtk_widget_remove_css_class (GTK_WIDGET (self->when), "error");
  if (is_blank (typed))
    {
      gtk_label_set_text (self->bounds, self->annotation == SAYSO_ANNOTATION_EVENT
                                            ? _ ("Leave empty where it is not known.")
                                            : _ ("Write a day, a month, a year, or from when to when."));
      return self->annotation == SAYSO_ANNOTATION_EVENT;
    }

  self->edtf = sayso_time_from_words (typed, &bounds, &error);
  words = self->edtf != NULL ? sayso_bounds_to_long_words (&bounds) : g_strdup (error->message);
  gtk_label_set_text (self->bounds, words);
  if (self->edtf == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->when), "error");

  return self->edtf != NULL;
}

static void
changed (SaysoAnnotateForm *self)
{
  const FormWords *form = &forms[self->annotation];
  g_autofree char *note = NULL;
  gboolean ready = TRUE;

  if (form->title != NULL)
    ready = !is_blank (gtk_editable_get_text (self->title));
  if (form->when)
    ready = read_when (self) && ready;
  if (self->annotation == SAYSO_ANNOTATION_NOTE)
    {
      note = get_note (self);
      ready = *note != '\0';
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->source_kind), !is_blank (gtk_editable_get_text (self->source)));
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), ready);
}

/* -- what is made of it -------------------------------------------------------------------------------------------- */

static SaysoCommand *
make_claim (SaysoAnnotateForm *self, const char *title)
{
  g_autofree char *source = g_strstrip (g_strdup (gtk_editable_get_text (self->source)));
  SaysoSourceKind kind =
      source_kinds[MIN (gtk_drop_down_get_selected (self->source_kind), G_N_ELEMENTS (source_kinds) - 1)];

  if (*source == '\0')
    return sayso_command_new_add_claim (self->article, self->span, title, SAYSO_SOURCE_UNKNOWN, NULL);

  return sayso_command_new_add_claim (self->article, self->span, title, kind, source);
}

/* A note on words of an article that are no item's. */
static gboolean
is_on_words (SaysoAnnotateForm *self)
{
  return self->annotation == SAYSO_ANNOTATION_NOTE && sayso_item_get_kind (self->about) == SAYSO_ITEM_ARTICLE &&
         self->span.start < self->span.end;
}

static SaysoCommand *
make_command (SaysoAnnotateForm *self)
{
  const char *title = gtk_editable_get_text (self->title);
  g_autofree char *note = NULL;

  switch (self->annotation)
    {
    case SAYSO_ANNOTATION_EVENT:
      return sayso_command_new_add_event (self->article, self->span, title, self->edtf);
    case SAYSO_ANNOTATION_CLAIM:
      return make_claim (self, title);
    case SAYSO_ANNOTATION_ACTOR:
      return sayso_command_new_add_actor (
          self->article, self->span,
          actor_kinds[MIN (gtk_drop_down_get_selected (self->actor_kind), G_N_ELEMENTS (actor_kinds) - 1)], title);
    case SAYSO_ANNOTATION_TIME:
      return sayso_command_new_add_time (self->article, self->span, self->words, self->edtf);
    case SAYSO_ANNOTATION_TAG:
      return sayso_command_new_tag (sayso_item_get_kind (self->about), sayso_item_get_id (self->about), title);
    case SAYSO_ANNOTATION_NOTE:
      note = get_note (self);
      if (self->remark != 0)
        return sayso_command_new_reword (self->remark, note);
      if (is_on_words (self))
        return sayso_command_new_note_on (self->article, self->span, note);
      return sayso_command_new_note (sayso_item_get_kind (self->about), sayso_item_get_id (self->about), note);
    case SAYSO_N_ANNOTATIONS:
    default:
      return NULL;
    }
}

static void
save (SaysoAnnotateForm *self)
{
  const FormWords *form = &forms[self->annotation];
  g_autoptr (SaysoCommand) command = NULL;

  changed (self);
  if (self->session == NULL || !gtk_widget_get_sensitive (GTK_WIDGET (self->save)))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  command = make_command (self);
  if (form->kind == SAYSO_ITEM_NONE)
    {
      sayso_session_submit (self->session, command, self->remark != 0 ? _ ("Note changed.") : _ (form->done));
      sayso_session_select (self->session, sayso_item_get_kind (self->about), sayso_item_get_id (self->about), FALSE);
    }
  else
    {
      sayso_session_add (self->session, command, form->kind, _ (form->done));
    }
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  save (SAYSO_ANNOTATE_FORM (widget));
}

/* -- showing ------------------------------------------------------------------------------------------------------- */

static GtkWidget *
first_field (SaysoAnnotateForm *self)
{
  if (forms[self->annotation].title != NULL)
    return GTK_WIDGET (self->title);

  return self->annotation == SAYSO_ANNOTATION_NOTE ? GTK_WIDGET (self->note) : GTK_WIDGET (self->when);
}

static void
fill (SaysoAnnotateForm *self, const char *words)
{
  const FormWords *form = &forms[self->annotation];
  gboolean about = form->kind == SAYSO_ITEM_NONE;
  g_autofree char *edtf = NULL;
  SaysoBounds bounds;

  gtk_editable_set_text (self->title, about ? "" : words);
  gtk_editable_set_text (self->source, "");
  gtk_drop_down_set_selected (self->source_kind, 0);
  gtk_drop_down_set_selected (self->actor_kind, 0);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note), "", 0);

  /* Words that say when are taken over; others would only be in the way. */
  edtf = form->when ? sayso_time_from_words (words, &bounds, NULL) : NULL;
  gtk_editable_set_text (self->when, edtf != NULL ? words : "");
}

/**
 * sayso_annotate_form_open:
 * @self: a form
 * @session: the session
 * @annotation: what is to be made
 * @article: the article
 * @span: the words in its text
 * @words: the words themselves
 * @about: what a tag or a note is for: what stands there, else the article
 *
 * Shows the form, filled in from the words.
 */
void
sayso_annotate_form_open (SaysoAnnotateForm *self, SaysoSession *session, SaysoAnnotation annotation, gint64 article,
                          SaysoSpan span, const char *words, SaysoItem *about)
{
  const FormWords *form;
  g_auto (GStrv) halves = NULL;
  g_autofree char *heading = NULL;

  g_return_if_fail (SAYSO_IS_ANNOTATE_FORM (self));
  g_return_if_fail (SAYSO_IS_SESSION (session) && SAYSO_IS_ITEM (about));
  g_return_if_fail (annotation < SAYSO_N_ANNOTATIONS && words != NULL);

  form = &forms[annotation];
  g_set_object (&self->session, session);
  g_set_object (&self->about, about);
  self->annotation = annotation;
  self->article = article;
  self->remark = 0;
  self->span = span;
  g_set_str (&self->words, words);

  halves = g_strsplit (_ (form->heading), "%s", 2);
  heading = halves[1] == NULL
                ? g_strdup (halves[0])
                : g_strconcat (halves[0], is_on_words (self) ? words : sayso_item_get_title (about), halves[1], NULL);
  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->title_label, form->title != NULL ? _ (form->title) : "");
  gtk_button_set_label (self->save, _ (form->save));
  gtk_widget_set_visible (self->title_box, form->title != NULL);
  gtk_widget_set_visible (self->actor_box, annotation == SAYSO_ANNOTATION_ACTOR);
  gtk_widget_set_visible (self->source_box, annotation == SAYSO_ANNOTATION_CLAIM);
  gtk_widget_set_visible (self->when_box, form->when);
  gtk_widget_set_visible (self->note_box, annotation == SAYSO_ANNOTATION_NOTE);
  fill (self, words);
  changed (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (first_field (self));
}

/**
 * sayso_annotate_form_reword:
 * @self: a form
 * @session: the session
 * @about: what the note is on
 * @note: the note
 * @text: what it says
 *
 * Shows a note to be reworded.
 */
void
sayso_annotate_form_reword (SaysoAnnotateForm *self, SaysoSession *session, SaysoItem *about, gint64 note,
                            const char *text)
{
  g_return_if_fail (SAYSO_IS_ANNOTATE_FORM (self));
  g_return_if_fail (text != NULL);

  sayso_annotate_form_open (self, session, SAYSO_ANNOTATION_NOTE, 0, SAYSO_SPAN (0, 0), "", about);
  self->remark = note;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note), text, -1);
  gtk_button_set_label (self->save, _ ("Save"));
}

/* -- class --------------------------------------------------------------------------------------------------------- */

static void
sayso_annotate_form_dispose (GObject *object)
{
  SaysoAnnotateForm *self = SAYSO_ANNOTATE_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_ANNOTATE_FORM);
  g_clear_object (&self->session);
  g_clear_object (&self->about);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->edtf, g_free);

  G_OBJECT_CLASS (sayso_annotate_form_parent_class)->dispose (object);
}

static void
sayso_annotate_form_class_init (SaysoAnnotateFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sayso_annotate_form_dispose;
  gtk_widget_class_install_action (widget_class, "annotate-form.save", NULL, save_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-annotate-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoAnnotateForm, heading);
  gtk_widget_class_bind_template_child (widget_class, SaysoAnnotateForm, title_box);
  gtk_widget_class_bind_template_child (widget_class, SaysoAnnotateForm, title_label);
  gtk_widget_class_bind_template_child (widget_class, SaysoAnnotateForm, title);
  gtk_widget_class_bind_template_child (widget_class, SaysoAnnotateForm, actor_box);
  gtk_widget_class_bind_template_child (widget_class, SaysoAnnotateForm, actor_kind);
  gtk_widget_class_bind_template_child (widget_class, SaysoAnnotateForm, source_box);
  gtk_widget_class_bind_template_child (widget_class, SaysoAnnotateForm, source);
  gtk_widget_class_bind_template_child (widget_class, SaysoAnnotateForm, source_kind);
  gtk_widget_class_bind_template_child (widget_class, SaysoAnnotateForm, when_box);
  gtk_widget_class_bind_template_child (widget_class, SaysoAnnotateForm, when);
  gtk_widget_class_bind_template_child (widget_class, SaysoAnnotateForm, bounds);
  gtk_widget_class_bind_template_child (widget_class, SaysoAnnotateForm, note_box);
  gtk_widget_class_bind_template_child (widget_class, SaysoAnnotateForm, note);
  gtk_widget_class_bind_template_child (widget_class, SaysoAnnotateForm, save);
  gtk_widget_class_bind_template_callback (widget_class, changed);
  gtk_widget_class_bind_template_callback (widget_class, save);
}

static void
sayso_annotate_form_init (SaysoAnnotateForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->note), "changed", G_CALLBACK (changed), self,
                           G_CONNECT_SWAPPED);
}

/* sayso-claim-row.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-claim-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sayso-chain-line.h"
#include "sayso-chain-view.h"
#include "sayso-claim-findings.h"
#include "sayso-claim-links.h"
#include "sayso-claim-tie.h"
#include "sayso-date-words.h"
#include "sayso-dispute-view.h"
#include "sayso-inspection.h"
#include "sayso-overrule.h"
#include "sayso-sourcing-meter.h"
#include "sayso-sourcing.h"
#include "sayso-story-view.h"

struct _SaysoClaimRow
{
  AdwBin parent_instance;

  /* Template */
  GtkWidget *head;
  GtkWidget *meter;
  GtkWidget *teller;
  GtkWidget *title;
  GtkWidget *line;
  GtkWidget *facts;
  GtkWidget *wide_meter;
  GtkWidget *words;
  GtkWidget *when;
  GtkWidget *pills;
  GtkWidget *decided;
  GtkWidget *denied;
  GtkWidget *doubted;
  GtkWidget *clash;
  GtkWidget *clash_words;
  GtkWidget *where;
  GtkWidget *place;
  GtkWidget *place_icon;
  GtkWidget *arrow;
  GtkWidget *details;
  GtkWidget *chain;
  GtkWidget *content;
  GtkWidget *story;
  GtkWidget *why;
  GtkWidget *why_box;
  GtkWidget *disputes_box;
  GtkWidget *ties_box;
  GtkWidget *link_button;

  /* Owned */
  SaysoSession *session;
  SaysoClaim *claim;
  GCancellable *loading;
  GCancellable *counting;
  SaysoClaimFindings *findings;
  GArray *links; /* (element-type SaysoLink): the chain inside the article */
  char *listed;  /* which disputes and links are shown, and how */

  gint64 shown; /* the claim whose chain is shown */
  guint level;  /* of its sourcing, as its own article has it */
  gboolean expanded;
  gboolean narrow;
};

enum
{
  PROP_SESSION = 1,
  PROP_CLAIM,
  PROP_EXPANDED,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SaysoClaimRow, sayso_claim_row, ADW_TYPE_BIN)

static const SaysoAccount *
account_of (SaysoClaimRow *self)
{
  return self->findings != NULL ? self->findings->account : NULL;
}

/* Of what several articles tell, how all of it is sourced: where this one has it from is known by then. */
static void
show_meter (SaysoClaimRow *self)
{
  const SaysoAccount *account = account_of (self);
  guint level = account != NULL && account->story->n_articles > 1 ? account->story->level : self->level;

  sayso_sourcing_meter_set_level (SAYSO_SOURCING_METER (self->meter), level);
  sayso_sourcing_meter_set_level (SAYSO_SOURCING_METER (self->wide_meter), level);
  gtk_label_set_label (GTK_LABEL (self->words), sayso_sourcing_words (level));
}

static gboolean
is_quoted (const char *words)
{
  static const char *marks[] = { "“", "”", "„", "«", "»", "\"" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (words, marks[i]) || g_str_has_suffix (words, marks[i]))
      return TRUE;

  return FALSE;
}

/* Letters and digits, case folded: what two wordings of one thing have in common. */
static char *
bare (const char *words)
{
  g_autofree char *folded = g_utf8_casefold (words, -1);
  GString *bare = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (bare, g_utf8_get_char (p));

  return g_string_free_and_steal (bare);
}

/* The chain inside the article; where several tell it and there is no room for a tree, from this article to the
 * origin. */
static void
show_chain (SaysoClaimRow *self)
{
  const SaysoAccount *account = account_of (self);
  SaysoChainView *chain = SAYSO_CHAIN_VIEW (self->chain);

  if (self->narrow && account != NULL && account->story->n_articles > 1 && self->links != NULL)
    sayso_story_view_fill_chain (chain, account, sayso_item_get_id (SAYSO_ITEM (self->claim)));
  else
    sayso_chain_view_set_links (chain, self->links);
}

/* What only an expanded row shows. */
static void
show_details (SaysoClaimRow *self, const SaysoInspection *inspection)
{
  g_autofree char *when = NULL;
  g_autofree char *quote = NULL;
  g_autofree char *content = bare (inspection->content), *title = bare (sayso_item_get_title (inspection->item));

  g_clear_pointer (&self->links, g_array_unref);
  self->links = g_array_ref (inspection->links);
  show_chain (self);
  for (guint i = 0; i < inspection->events->len && when == NULL; i++)
    {
      const SaysoEvent *event = g_ptr_array_index (inspection->events, i);

      if (sayso_bounds_known (&event->bounds))
        when = sayso_bounds_to_words (&event->bounds);
    }
  gtk_label_set_label (GTK_LABEL (self->when), when != NULL ? when : "");
  gtk_widget_set_visible (self->when, when != NULL);

  /* Translators: the words of an article, in the quotation marks of the language */
  quote = is_quoted (inspection->content) ? g_strdup (inspection->content)
                                          : g_strdup_printf (_ ("“%s”"), inspection->content);
  gtk_label_set_label (GTK_LABEL (self->content), quote);
  gtk_widget_set_visible (self->content, strstr (content, title) == NULL || strlen (content) > strlen (title) + 4);
}

/* What no other article tells has the origin that its own chain leads to. */
static void
show_own_origin (SaysoClaimRow *self, GArray *links)
{
  gboolean open = g_array_index (links, SaysoLink, links->len - 1).name == NULL;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->place_icon), open ? "sayso-nobody-symbolic" : "sayso-origin-symbolic");
  gtk_label_set_label (GTK_LABEL (self->place), open ? _ ("1 article, origin open") : _ ("1 article, 1 origin"));
}

static void
show_inspection (SaysoClaimRow *self, const SaysoInspection *inspection)
{
  if (account_of (self) == NULL && inspection->links->len > 0)
    show_own_origin (self, inspection->links);
  self->level = inspection->level;
  show_meter (self);
  sayso_chain_line_set_links (SAYSO_CHAIN_LINE (self->line), inspection->links, self->claim->article_outlet);
  if (inspection->content != NULL)
    show_details (self, inspection);
}

static void
loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SaysoClaimRow *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoInspection) inspection = sayso_inspection_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* the row may be gone */

  g_clear_object (&self->loading);
  if (inspection != NULL)
    show_inspection (self, inspection);
  else
    g_debug ("No chain: %s", error->message);
}

/* -- from how many origins ------------------------------------------------------------------------------ */

/* Why there are as many origins: its first words bold. */
static void
show_why (SaysoClaimRow *self)
{
  g_autoptr (GPtrArray) reasons = sayso_account_reasons (self->findings->account);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  g_autofree char *joined = NULL, *words = NULL;

  g_ptr_array_add (reasons, NULL);
  joined = g_strjoinv (" ", (char **) reasons->pdata);
  /* Translators: follows: why there are as many origins, in sentences */
  words = g_strdup_printf (self->findings->account->story->n_origins == 1 ? _ ("Why one: %s") : _ ("Why so many: %s"),
                           joined);
  bold->end_index = strcspn (words, ":") + 1;
  pango_attr_list_insert (attributes, bold);
  gtk_label_set_attributes (GTK_LABEL (self->why), attributes);
  gtk_label_set_label (GTK_LABEL (self->why), words);
}

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* What is there already stays, and so does the focus in it. */
static void
show_disputes_and_ties (SaysoClaimRow *self)
{
  GPtrArray *disputes = self->findings != NULL ? self->findings->disputes : NULL;
  GPtrArray *ties = self->findings != NULL ? self->findings->ties : NULL;
  const SaysoDispute *first = disputes != NULL && disputes->len > 0 ? g_ptr_array_index (disputes, 0) : NULL;
  GtkOrientation orientation = self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
  g_autofree char *listed =
      self->findings != NULL && self->expanded ? g_strdup_printf ("%d%s", self->narrow, self->findings->key) : NULL;

  gtk_widget_set_visible (self->clash, first != NULL);
  gtk_widget_set_visible (self->disputes_box, first != NULL && self->expanded);
  gtk_widget_set_visible (self->ties_box, ties != NULL && ties->len > 0 && self->expanded);
  if (first != NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->clash_words), sayso_conflict_class_to_words (first->class));
      gtk_widget_set_tooltip_text (self->clash, sayso_conflict_class_to_words (first->class));
    }
  if (!g_set_str (&self->listed, listed))
    return;

  clear_box (self->disputes_box);
  clear_box (self->ties_box);
  for (guint i = 0; listed != NULL && i < disputes->len; i++)
    gtk_box_append (GTK_BOX (self->disputes_box),
                    sayso_dispute_view_new (self->session, g_ptr_array_index (disputes, i), orientation));
  for (guint i = 0; listed != NULL && i < ties->len; i++)
    gtk_box_append (GTK_BOX (self->ties_box), sayso_claim_tie_row_new (self->session, g_ptr_array_index (ties, i)));
}

/* The chain inside the article is told by the tree where several articles tell it. */
static void
show_account (SaysoClaimRow *self)
{
  const SaysoAccount *account = account_of (self);
  gboolean known = account != NULL;
  gboolean several = known && account->story->n_articles > 1;
  gboolean tree = several && self->expanded && !self->narrow;

  if (known)
    {
      g_autofree char *count = sayso_account_count_words (account);

      gtk_label_set_label (GTK_LABEL (self->place), count);
      gtk_image_set_from_icon_name (GTK_IMAGE (self->place_icon), sayso_account_is_open (account)
                                                                      ? "sayso-nobody-symbolic"
                                                                      : "sayso-origin-symbolic");
    }
  if (several)
    show_why (self);
  gtk_widget_set_visible (self->chain, !tree);
  gtk_widget_set_visible (self->story, tree);
  gtk_widget_set_visible (self->why_box, several && self->expanded);
  show_disputes_and_ties (self);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->why_box),
                                  self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  sayso_story_view_set_account (SAYSO_STORY_VIEW (self->story), self->session, tree ? account : NULL);
}

static void
counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SaysoClaimRow *self = user_data;
  g_autoptr (GError) error = NULL;
  SaysoClaimFindings *findings = sayso_claim_findings_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* the row may be gone */

  g_clear_object (&self->counting);
  g_clear_pointer (&self->findings, sayso_claim_findings_free);
  self->findings = findings;
  show_meter (self);
  show_chain (self);
  show_account (self);
}

static void
update_account (SaysoClaimRow *self)
{
  if (self->claim == NULL || self->session == NULL)
    return;

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->counting = g_cancellable_new ();
  sayso_claim_findings_load_async (sayso_session_get_casebook (self->session),
                                   sayso_item_get_id (SAYSO_ITEM (self->claim)), self->counting, counted, self);
}

static void
overrule (SaysoClaimRow *self)
{
  if (account_of (self) != NULL)
    adw_dialog_present (sayso_overrule_new (self->session, account_of (self)), GTK_WIDGET (self));
}

static void
show_standing (SaysoClaimRow *self, SaysoStanding standing)
{
  const char *words = standing == SAYSO_STANDING_CONFIRMED ? _ ("Confirmed") : _ ("Changed");

  gtk_widget_set_visible (self->decided, standing == SAYSO_STANDING_CONFIRMED || standing == SAYSO_STANDING_CHANGED);
  gtk_widget_set_tooltip_text (self->decided, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->decided), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);

  if (standing == SAYSO_STANDING_REJECTED)
    gtk_widget_add_css_class (self->title, "rejected");
  else
    gtk_widget_remove_css_class (self->title, "rejected");
}

/* Another claim comes into this row; of the same one, read anew, the old stays until the new is there. */
static void
forget (SaysoClaimRow *self)
{
  self->shown = sayso_item_get_id (SAYSO_ITEM (self->claim));
  g_clear_pointer (&self->findings, sayso_claim_findings_free);
  show_account (self);
  self->level = sayso_sourcing_level (self->claim->source_kind, self->claim->several);
  show_meter (self);
  sayso_chain_line_set_links (SAYSO_CHAIN_LINE (self->line), NULL, NULL);
  g_clear_pointer (&self->links, g_array_unref);
  show_chain (self);
  gtk_label_set_label (GTK_LABEL (self->content), "");
  gtk_widget_set_visible (self->when, FALSE);
}

static void
update (SaysoClaimRow *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->claim == NULL || self->session == NULL)
    return;

  gtk_label_set_label (GTK_LABEL (self->title), sayso_item_get_title (SAYSO_ITEM (self->claim)));
  if (account_of (self) != NULL && self->shown == sayso_item_get_id (SAYSO_ITEM (self->claim)))
    show_account (self);
  gtk_widget_set_tooltip_text (self->where, self->claim->article_title);
  gtk_widget_set_visible (self->doubted, self->claim->doubted);
  gtk_widget_set_visible (self->denied, self->claim->certainty == SAYSO_CERTAINTY_DENIED);
  if (self->shown != sayso_item_get_id (SAYSO_ITEM (self->claim)))
    forget (self);

  show_standing (self, sayso_item_get_standing (SAYSO_ITEM (self->claim)));

  self->loading = g_cancellable_new ();
  sayso_inspection_load_async (sayso_session_get_casebook (self->session), SAYSO_ITEM_CLAIM,
                               sayso_item_get_id (SAYSO_ITEM (self->claim)), self->expanded ? 1 : 0, self->loading,
                               loaded, self);
  update_account (self);
}

/* Beside the title; where there is no room, below it. */
static void
place_pills (SaysoClaimRow *self)
{
  GtkWidget *to = self->narrow ? self->teller : self->head;

  adw_wrap_box_set_align (ADW_WRAP_BOX (self->pills), self->narrow ? 0 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (self->place), self->narrow ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  if (gtk_widget_get_parent (self->pills) == to)
    return;

  g_object_ref (self->pills);
  gtk_widget_unparent (self->pills);
  if (self->narrow)
    gtk_box_append (GTK_BOX (self->teller), self->pills);
  else
    gtk_box_insert_child_after (GTK_BOX (self->head), self->pills, self->teller);
  g_object_unref (self->pills);
}

static void
update_layout (SaysoClaimRow *self)
{
  gtk_widget_set_visible (self->meter, !self->expanded);
  gtk_widget_set_visible (self->line, !self->expanded);
  gtk_widget_set_visible (self->facts, self->expanded);
  gtk_widget_set_visible (self->details, self->expanded);
  gtk_widget_set_visible (self->arrow, !self->expanded && !self->narrow);
  place_pills (self);
  gtk_label_set_lines (GTK_LABEL (self->title), self->expanded ? -1 : 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), self->expanded ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->chain),
                                  self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);

  show_account (self);

  if (self->expanded)
    gtk_widget_add_css_class (self->title, "title-4");
  else
    gtk_widget_remove_css_class (self->title, "title-4");
}

static void
sayso_claim_row_dispose (GObject *object)
{
  SaysoClaimRow *self = SAYSO_CLAIM_ROW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_pointer (&self->findings, sayso_claim_findings_free);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->listed, g_free);
  g_clear_object (&self->claim);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_CLAIM_ROW);

  G_OBJECT_CLASS (sayso_claim_row_parent_class)->dispose (object);
}

static void
sayso_claim_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoClaimRow *self = SAYSO_CLAIM_ROW (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_CLAIM:
      g_value_set_object (value, self->claim);
      break;
    case PROP_EXPANDED:
      g_value_set_boolean (value, self->expanded);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_claim_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SaysoClaimRow *self = SAYSO_CLAIM_ROW (object);

  switch (id)
    {
    case PROP_SESSION:
      if (self->session != NULL)
        g_signal_handlers_disconnect_by_data (sayso_session_get_casebook (self->session), self);
      if (g_set_object (&self->session, g_value_get_object (value)))
        {
          /* A claim stays as it is when others come that tell the same. */
          if (self->session != NULL)
            {
              SaysoCasebook *casebook = sayso_session_get_casebook (self->session);

              g_signal_connect_object (casebook, "changed", G_CALLBACK (update_account), self, G_CONNECT_SWAPPED);
              g_signal_connect_object (casebook, "derived", G_CALLBACK (update_account), self, G_CONNECT_SWAPPED);
            }
          sayso_chain_view_set_session (SAYSO_CHAIN_VIEW (self->chain), self->session);
          update (self);
        }
      break;
    case PROP_CLAIM:
      if (g_set_object (&self->claim, g_value_get_object (value)))
        update (self);
      break;
    case PROP_EXPANDED:
      if (self->expanded != g_value_get_boolean (value))
        {
          self->expanded = g_value_get_boolean (value);
          update_layout (self);
          if (self->expanded)
            update (self);
        }
      break;
    case PROP_NARROW:
      if (self->narrow != g_value_get_boolean (value))
        {
          self->narrow = g_value_get_boolean (value);
          update_layout (self);
          update (self);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_claim_row_class_init (SaysoClaimRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sayso_claim_row_dispose;
  object_class->get_property = sayso_claim_row_get_property;
  object_class->set_property = sayso_claim_row_set_property;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, SAYSO_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CLAIM] =
      g_param_spec_object ("claim", NULL, NULL, SAYSO_TYPE_CLAIM, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EXPANDED] =
      g_param_spec_boolean ("expanded", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SAYSO_TYPE_CHAIN_LINE);
  g_type_ensure (SAYSO_TYPE_CHAIN_VIEW);
  g_type_ensure (SAYSO_TYPE_SOURCING_METER);
  g_type_ensure (SAYSO_TYPE_STORY_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-claim-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, meter);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, clash_words);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, clash);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, denied);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, pills);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, teller);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, head);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, title);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, line);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, facts);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, wide_meter);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, words);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, when);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, decided);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, doubted);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, where);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, place);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, details);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, chain);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, content);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, place_icon);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, story);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, why);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, why_box);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, disputes_box);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, ties_box);
  gtk_widget_class_bind_template_child (widget_class, SaysoClaimRow, link_button);
  gtk_widget_class_bind_template_callback_full (widget_class, "overrule", G_CALLBACK (overrule));
}

static void
sayso_claim_row_init (SaysoClaimRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sayso_claim_links_attach (self, self->head, GTK_MENU_BUTTON (self->link_button));
  update_layout (self);
}

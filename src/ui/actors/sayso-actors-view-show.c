/* sayso-actors-view-show.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>
#include <math.h>

#include "sayso-actors-view-private.h"
#include "sayso-date-words.h"
#include "sayso-graph-draw.h"
#include "sayso-graph-swatch.h"

/* How long a play takes, and how often it moves on. */
#define PLAY_STEPS 60
#define PLAY_INTERVAL_MS 160

static const SaysoNameKind kinds[] = {
  SAYSO_NAME_ORGANIZATION, SAYSO_NAME_AGENCY,  SAYSO_NAME_OUTLET, SAYSO_NAME_GROUP,
  SAYSO_NAME_PERSON,       SAYSO_NAME_PRODUCT, SAYSO_NAME_PLACE,  SAYSO_NAME_OTHER
};

/* -- choices ------------------------------------------------------------------------------------------------- */

static GtkWidget *
labelled_swatch (GtkWidget *swatch, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), gtk_label_new (words));

  return box;
}

static guint *
get_bits (SaysoActorsView *self, GObject *button)
{
  const char *which = g_object_get_data (button, "which");

  return g_str_equal (which, "kind")   ? &self->scope->kinds
         : g_str_equal (which, "head") ? &self->scope->heads
                                       : &self->scope->voices;
}

static void
on_choice (GObject *button, GParamSpec *pspec, SaysoActorsView *self)
{
  guint bit = GPOINTER_TO_UINT (g_object_get_data (button, "bit")), *bits = get_bits (self, button);
  gboolean active;

  if (self->setting)
    return;
  g_object_get (button, "active", &active, NULL);
  *bits = active ? *bits | bit : *bits & ~bit;
  sayso_actors_view_arrange (self);
}

static GtkWidget *
make_choice (SaysoActorsView *self, GtkWidget *button, const char *which, guint bit, const char *words)
{
  g_object_set (button, "active", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (button), "which", (gpointer) which);
  g_object_set_data (G_OBJECT (button), "bit", GUINT_TO_POINTER (bit));
  g_signal_connect (button, "notify::active", G_CALLBACK (on_choice), self);

  return button;
}

static void
add_heads (SaysoActorsView *self)
{
  const char *words[SAYSO_EDGE_HEADS] = { _ ("Acts on"), _ ("Part of"), _ ("Attributed to"), _ ("Reports") };

  for (guint head = 0; head < SAYSO_EDGE_HEADS; head++)
    {
      GtkWidget *button = gtk_toggle_button_new ();

      gtk_button_set_child (GTK_BUTTON (button), labelled_swatch (sayso_graph_swatch_new_edge (head), words[head]));
      gtk_widget_add_css_class (button, "sayso-mark-pill");
      gtk_box_append (self->heads, make_choice (self, button, "head", 1u << head, words[head]));
    }
}

static void
add_kinds (SaysoActorsView *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gboolean unnamed = kinds[i] == SAYSO_NAME_OTHER; /* the last place is that of the unnamed */
      const char *words = sayso_node_kind_to_words (kinds[i], unnamed);
      GtkWidget *item = labelled_swatch (sayso_graph_swatch_new_node (kinds[i], unnamed), words);
      GtkWidget *check = gtk_check_button_new ();

      gtk_widget_add_css_class (item, "caption");
      gtk_flow_box_append (self->legend_items, item);
      gtk_widget_set_focusable (gtk_widget_get_parent (item), FALSE);

      gtk_check_button_set_child (GTK_CHECK_BUTTON (check),
                                  labelled_swatch (sayso_graph_swatch_new_node (kinds[i], unnamed), words));
      make_choice (self, check, "kind", unnamed ? SAYSO_SCOPE_UNNAMED : 1u << kinds[i], words);
      gtk_grid_attach (self->kinds, check, i % 2, i / 2, 1, 1);
    }
}

static void
add_voices (SaysoActorsView *self)
{
  const struct
  {
    SaysoVoice voice;
    const char *words;
  } voices[] = { { SAYSO_VOICE_SAID, _ ("Said by the author, solid") },
                 { SAYSO_VOICE_CLAIMED, _ ("Claimed by somebody, dashed") },
                 { SAYSO_VOICE_HYPOTHETICAL, _ ("Supposed, double") },
                 { SAYSO_VOICE_DENIED, _ ("Denied, struck through") } };

  for (guint i = 0; i < G_N_ELEMENTS (voices); i++)
    gtk_box_append (self->voices, make_choice (self, gtk_check_button_new_with_label (voices[i].words), "voice",
                                               1u << voices[i].voice, voices[i].words));
}

static void
on_min_sources (SaysoActorsView *self)
{
  if (self->setting)
    return;
  self->scope->min_sources = gtk_spin_button_get_value_as_int (self->min_sources);
  sayso_actors_view_arrange (self);
}

static void
set_all (GtkWidget *parent)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    g_object_set (child, "active", TRUE, NULL);
}

/* Puts the controls where a new scope has them. */
void
sayso_actors_view_reset_choices (SaysoActorsView *self)
{
  self->setting = TRUE;
  set_all (GTK_WIDGET (self->heads));
  set_all (GTK_WIDGET (self->kinds));
  set_all (GTK_WIDGET (self->voices));
  gtk_spin_button_set_value (self->min_sources, 1);
  gtk_revealer_set_reveal_child (self->player, FALSE);
  gtk_toggle_button_set_active (self->play, FALSE);
  self->setting = FALSE;
}

/* -- what is shown ------------------------------------------------------------------------------------------- */

static guint
count_tied (SaysoGraphData *data)
{
  guint n = 0;

  for (guint i = 0; i < data->actors->len; i++)
    n += data->measures[i].n_neighbours > 0;

  return n;
}

/**
 * sayso_actors_view_update_status:
 * @self: a view
 *
 * Shows the page there is something on, and says what is not shown.
 */
void
sayso_actors_view_update_status (SaysoActorsView *self)
{
  SaysoGraphScene *scene = sayso_graph_canvas_get_scene (self->canvas);
  gboolean table = g_strcmp0 (adw_toggle_group_get_active_name (self->modes), "table") == 0;
  gboolean plain = sayso_graph_scope_is_plain (self->scope);
  guint n = scene != NULL ? sayso_graph_scene_get_n_nodes (scene) : 0, n_tied = 0;
  g_autofree char *status = NULL;

  if (self->data != NULL)
    {
      n_tied = count_tied (self->data);
      if (self->n_actors == 0)
        {
          adw_status_page_set_title (self->empty_page, _ ("No Actors"));
          adw_status_page_set_description (self->empty_page, _ ("Nothing that the filters let through names anybody."));
        }
      else if (n_tied == 0)
        {
          adw_status_page_set_title (self->empty_page, _ ("No Relations"));
          adw_status_page_set_description (self->empty_page,
                                           _ ("No sentence ties these actors to each other. The table lists them."));
        }
      else
        {
          adw_status_page_set_title (self->empty_page, _ ("Nothing Left"));
          adw_status_page_set_description (self->empty_page, _ ("Everything is hidden or left out by a choice above."));
        }
    }

  if (n < n_tied)
    status = g_strdup_printf (
        /* Translators: how many actors the graph shows, of how many that have relations */
        ngettext ("%u of %u actor with relations", "%u of %u actors with relations", n_tied), n, n_tied);
  else if (n_tied < self->n_actors)
    status =
        g_strdup_printf (ngettext ("%u actor without a relation here is in the table only",
                                   "%u actors without a relation here are in the table only", self->n_actors - n_tied),
                         self->n_actors - n_tied);
  gtk_label_set_text (self->status, status != NULL ? status : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status), status != NULL);
  gtk_widget_set_visible (self->show_more, plain && n < n_tied);
  gtk_widget_set_visible (self->show_all, !plain);

  gtk_widget_set_visible (GTK_WIDGET (self->heads), !table);
  if (table)
    gtk_stack_set_visible_child_name (self->pages, "table");
  else if (n == 0 && plain)
    gtk_stack_set_visible_child_name (self->pages, "empty");
  else
    gtk_stack_set_visible_child_name (self->pages, "graph");
}

/* -- through time -------------------------------------------------------------------------------------------- */

static void
say_when (SaysoActorsView *self)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (self->scope->until);
  g_autofree char *iso = date != NULL ? g_date_time_format (date, "%Y-%m-%d") : NULL;
  g_autofree char *words = iso != NULL ? sayso_iso_to_words (iso) : NULL;
  g_autofree char *label = NULL;

  /* Translators: "Until 3 June 2015": what the graph shows */
  label = g_strdup_printf (_ ("Until %s"), words != NULL ? words : "");
  gtk_label_set_text (self->when_label, label);
}

static void
on_when (SaysoActorsView *self)
{
  if (self->setting)
    return;
  self->scope->until = gtk_range_get_value (GTK_RANGE (self->when));
  say_when (self);
  sayso_actors_view_arrange (self);
}

static gboolean
step (gpointer user_data)
{
  SaysoActorsView *self = user_data;
  GtkAdjustment *range = gtk_range_get_adjustment (GTK_RANGE (self->when));
  double lower = gtk_adjustment_get_lower (range), upper = gtk_adjustment_get_upper (range);

  /* What was asked for is shown before more is. */
  if (self->loading != NULL)
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (range, gtk_adjustment_get_value (range) + (upper - lower) / PLAY_STEPS);
  if (gtk_adjustment_get_value (range) < upper)
    return G_SOURCE_CONTINUE;

  self->playing = 0;
  gtk_toggle_button_set_active (self->play, FALSE);

  return G_SOURCE_REMOVE;
}

static void
on_play (SaysoActorsView *self)
{
  gboolean active = gtk_toggle_button_get_active (self->play);
  GtkAdjustment *range = gtk_range_get_adjustment (GTK_RANGE (self->when));

  gtk_button_set_icon_name (GTK_BUTTON (self->play),
                            active ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play), active ? _ ("Pause") : _ ("Play"));
  g_clear_handle_id (&self->playing, g_source_remove);
  if (!active)
    return;
  if (gtk_adjustment_get_value (range) >= gtk_adjustment_get_upper (range))
    gtk_adjustment_set_value (range, gtk_adjustment_get_lower (range));
  self->playing = g_timeout_add (PLAY_INTERVAL_MS, step, self);
}

/* By when relations happened, or by when they became known. */
static gboolean
set_range (SaysoActorsView *self)
{
  gint64 first, last;

  self->scope->by_known = gtk_drop_down_get_selected (self->which_time) == 1;
  if (self->data == NULL || !sayso_graph_scope_get_times (self->scope, self->data, &first, &last))
    return FALSE;

  self->setting = TRUE;
  gtk_range_set_range (GTK_RANGE (self->when), first, MAX (last, first + 1));
  gtk_range_set_value (GTK_RANGE (self->when), last);
  gtk_range_set_increments (GTK_RANGE (self->when), 86400, 30 * 86400);
  self->setting = FALSE;
  on_when (self);

  return TRUE;
}

static void
on_which_time (SaysoActorsView *self)
{
  if (gtk_revealer_get_reveal_child (self->player) && !set_range (self))
    sayso_session_say (self->session, _ ("No relation has such a date."));
}

/**
 * sayso_actors_view_start_player:
 * @self: a view
 * @shown: whether relations are shown up to a time only
 */
void
sayso_actors_view_start_player (SaysoActorsView *self, gboolean shown)
{
  if (shown && !set_range (self))
    {
      sayso_session_say (self->session, _ ("No relation has such a date."));
      return;
    }
  gtk_revealer_set_reveal_child (self->player, shown);
  if (!shown)
    {
      gtk_toggle_button_set_active (self->play, FALSE);
      self->scope->until = G_MAXINT64;
      sayso_actors_view_arrange (self);
    }
}

/**
 * sayso_actors_view_add_choices:
 * @self: a view
 *
 * Fills what the template has no words for. Called once.
 */
void
sayso_actors_view_add_choices (SaysoActorsView *self)
{
  add_heads (self);
  add_kinds (self);
  add_voices (self);
  g_signal_connect_object (self->min_sources, "value-changed", G_CALLBACK (on_min_sources), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->when, "value-changed", G_CALLBACK (on_when), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->play, "toggled", G_CALLBACK (on_play), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->which_time, "notify::selected", G_CALLBACK (on_which_time), self, G_CONNECT_SWAPPED);
}

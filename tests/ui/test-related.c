/* test-related.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-related.h"

#include "casebook-fixture.h"

typedef struct
{
  SaysoSession *session;
  SaysoRelated *related;
  guint n_changes;
} Selection;

static void
count_change (Selection *self)
{
  self->n_changes++;
}

/* Selects, and waits until what belongs to it is found. */
static gint64
choose (Fixture *fixture, Selection *self, SaysoItemKind kind, const char *title)
{
  gint64 id = title != NULL ? fixture_id (fixture->casebook, kind, title) : 0;

  self->n_changes = 0;
  sayso_session_select (self->session, kind, id, FALSE);
  while (self->n_changes == 0)
    g_main_context_iteration (NULL, TRUE);

  return id;
}

static gboolean
has (Fixture *fixture, Selection *self, SaysoItemKind kind, const char *title)
{
  return sayso_related_has (self->related, kind, fixture_id (fixture->casebook, kind, title));
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  const char *claim = "Brine & Oak had bribed Ada Quill", *event = "Brine & Oak bribes Ada Quill";
  Selection selection = { 0 };

  fixture_import (fixture->casebook, 1);
  selection.session = sayso_session_new (fixture->casebook);
  selection.related = sayso_related_new (selection.session);
  g_signal_connect_swapped (selection.related, "changed", G_CALLBACK (count_change), &selection);

  choose (fixture, &selection, SAYSO_ITEM_CLAIM, claim);
  g_assert_true (has (fixture, &selection, SAYSO_ITEM_EVENT, event));
  g_assert_true (has (fixture, &selection, SAYSO_ITEM_ACTOR, "two officials"));
  g_assert_true (has (fixture, &selection, SAYSO_ITEM_ACTOR, "Ada Quill"));

  choose (fixture, &selection, SAYSO_ITEM_EVENT, event);
  g_assert_true (has (fixture, &selection, SAYSO_ITEM_ACTOR, "Ada Quill"));
  g_assert_false (has (fixture, &selection, SAYSO_ITEM_ACTOR, "two officials"));

  choose (fixture, &selection, SAYSO_ITEM_ACTOR, "Ada Quill");
  g_assert_true (has (fixture, &selection, SAYSO_ITEM_EVENT, event));

  choose (fixture, &selection, SAYSO_ITEM_NONE, NULL);
  g_assert_false (has (fixture, &selection, SAYSO_ITEM_EVENT, event));

  g_object_unref (selection.related);
  g_object_unref (selection.session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ui/related", Fixture, NULL, fixture_set_up, test_selection, fixture_tear_down);

  return g_test_run ();
}

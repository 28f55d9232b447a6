/* test-storage.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-storage.h"

static void
note (GSettings *settings, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  sayso_storage_note_recent (settings, file);
}

/* The casebooks that were opened last, each once, the last first. */
static void
test_recent (void)
{
  g_autoptr (GSettings) settings = g_settings_new (SAYSO_APP_ID);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *label = NULL, *target = NULL;

  g_settings_reset (settings, "recent");
  for (guint i = 0; i < 15; i++)
    {
      g_autofree char *path = g_strdup_printf ("/cases/case %u.sayso", i);

      note (settings, path);
    }
  note (settings, "/cases/case 12.sayso");
  note (settings, "/cases/harbour_deal.sayso");
  sayso_storage_fill_menu (settings, menu);
  /* Filled anew, it has nothing twice. */
  sayso_storage_fill_menu (settings, menu);

  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (menu)), ==, 10);
  /* An underscore of a name is no mnemonic. */
  g_assert_true (g_menu_model_get_item_attribute (G_MENU_MODEL (menu), 0, G_MENU_ATTRIBUTE_LABEL, "s", &label));
  g_assert_cmpstr (label, ==, "harbour__deal");
  g_assert_true (g_menu_model_get_item_attribute (G_MENU_MODEL (menu), 1, G_MENU_ATTRIBUTE_TARGET, "s", &target));
  g_assert_cmpstr (target, ==, "file:///cases/case%2012.sayso");
  for (int i = 2; i < 10; i++)
    {
      g_autofree char *other = NULL;

      g_assert_true (g_menu_model_get_item_attribute (G_MENU_MODEL (menu), i, G_MENU_ATTRIBUTE_TARGET, "s", &other));
      g_assert_cmpstr (other, !=, target);
    }
}

int
main (int argc, char *argv[])
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/storage/recent", test_recent);

  return g_test_run ();
}

/* sayso-enum.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-enum.h"

/**
 * sayso_enum_to_nick:
 * @type: a registered enumeration
 * @value: one of its values
 *
 * The word that stands for the value in files, casebooks and what sayso-cli prints.
 *
 * Returns: (transfer none): the word
 */
const char *
sayso_enum_to_nick (GType type, int value)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (type);
  GEnumValue *entry = g_enum_get_value (class, value);

  g_return_val_if_fail (entry != NULL, NULL);

  return entry->value_nick;
}

/**
 * sayso_enum_from_nick:
 * @type: a registered enumeration
 * @nick: a word
 * @value: (out): the value it stands for
 *
 * Returns: whether the word stands for a value
 */
gboolean
sayso_enum_from_nick (GType type, const char *nick, int *value)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (type);
  GEnumValue *entry = g_enum_get_value_by_nick (class, nick);

  if (entry == NULL)
    return FALSE;

  *value = entry->value;
  return TRUE;
}

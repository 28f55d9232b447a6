/* sayso-digest.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-history.h"

#include "sayso-casebook-private.h"

static const char *const parts[] = { "digest/article",  "digest/content",  "digest/block",       "digest/sentence",
                                     "digest/time",     "digest/actor",    "digest/alias",       "digest/appearance",
                                     "digest/mention",  "digest/claim",    "digest/claim-span",  "digest/event",
                                     "digest/relation", "digest/evidence", "digest/participant", "digest/remark",
                                     "digest/log" };

/**
 * sayso_casebook_digest:
 * @self: a casebook
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a SHA-256, in hexadecimal digits, over all that the casebook holds and its
 *   history, but who made each change, when and with which program: two casebooks with the same say the same. An
 * article counts by the SHA-256 of its original.
 */
char *
sayso_casebook_digest (SaysoCasebook *self, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  SaysoConnection *db;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      SaysoStatement *row = sayso_connection_prepare (db, parts[i]);

      g_checksum_update (sum, (const guchar *) parts[i], -1);
      while (sayso_statement_next (row))
        sayso_statement_add_to (row, sum);
    }

  return sayso_casebook_give_back (self, db, error) ? g_strdup (g_checksum_get_string (sum)) : NULL;
}

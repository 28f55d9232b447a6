/* sayso-facts-profile.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-facts.h"

#include <glib/gi18n.h>

#include "sayso-fact-row.h"
#include "sayso-link-box.h"

/**
 * sayso_facts_of_profile:
 * @profile: (nullable): how something is sourced
 *
 * Returns: (transfer container) (element-type GtkWidget): rows, floating, that say it; none where it makes no claims
 */
GPtrArray *
sayso_facts_of_profile (const SaysoProfile *profile)
{
  static const SaysoSourceKind kinds[] = { SAYSO_SOURCE_ANONYMOUS, SAYSO_SOURCE_UNKNOWN,  SAYSO_SOURCE_OUTLET,
                                           SAYSO_SOURCE_NAMED,     SAYSO_SOURCE_DOCUMENT, SAYSO_SOURCE_AUTHOR };
  GPtrArray *rows = g_ptr_array_new ();
  g_autofree char *single = NULL, *corrected = NULL;

  if (profile == NULL || profile->n_claims == 0)
    return rows;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (profile->n_by_kind[kinds[i]] > 0)
      {
        g_autofree char *share = sayso_profile_share_to_words (profile, profile->n_by_kind[kinds[i]]);

        g_ptr_array_add (rows, sayso_fact_row_new (sayso_source_icon (kinds[i]), sayso_profile_kind_to_words (kinds[i]),
                                                   share));
      }
  if (profile->n_shared > 0)
    {
      /* Translators: how many claims have one origin only, of those that other articles tell too */
      single = g_strdup_printf (_ ("%u of %u that others tell too"), profile->n_single, profile->n_shared);
      g_ptr_array_add (rows, sayso_fact_row_new ("sayso-origin-symbolic", _ ("From one origin"), single));
    }
  if (profile->n_decided > 0)
    {
      /* Translators: how many findings the reader changed or rejected, of those that were decided on */
      corrected = g_strdup_printf (_ ("%u of %u that you decided on"), profile->n_corrected, profile->n_decided);
      g_ptr_array_add (rows, sayso_fact_row_new ("document-edit-symbolic", _ ("Corrected"), corrected));
    }

  return rows;
}

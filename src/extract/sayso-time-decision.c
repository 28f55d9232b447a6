/* sayso-time-decision.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-time-decision.h"

#include <string.h>

#include "sayso-edtf.h"

/* What begins like this is an anchor: no EDTF has a small letter. */
#define FROM "from "
#define FROM_PUBLISHED FROM "published"
#define FROM_NOTHING FROM "nothing"

/**
 * sayso_time_decisions_new:
 *
 * Returns: (transfer full) (element-type SaysoTimeDecision): an empty array that frees what it holds, which must be
 *   from [func@time_decision_parse]
 */
GArray *
sayso_time_decisions_new (void)
{
  GArray *decisions = g_array_new (FALSE, FALSE, sizeof (SaysoTimeDecision));

  g_array_set_clear_func (decisions, (GDestroyNotify) sayso_time_decision_clear);

  return decisions;
}

/**
 * sayso_time_decision_format:
 * @self: a decision
 *
 * Writes a decision on one line: the EDTF, "from published", "from nothing", or "from START", in code points.
 *
 * Returns: (transfer full): the decision without its span
 */
char *
sayso_time_decision_format (const SaysoTimeDecision *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->edtf != NULL)
    return g_strdup (self->edtf);
  if (self->anchor == SAYSO_ANCHOR_TIME)
    return g_strdup_printf (FROM "%u", self->anchor_start);

  return g_strdup (self->anchor == SAYSO_ANCHOR_PUBLISHED ? FROM_PUBLISHED : FROM_NOTHING);
}

/**
 * sayso_time_decision_parse:
 * @text: what [func@time_decision_format] wrote
 * @span: the time's extent
 * @decision: (out): the decision, which owns its EDTF
 *
 * Returns: whether @text is a decision, and an EDTF in it is one
 */
gboolean
sayso_time_decision_parse (const char *text, SaysoSpan span, SaysoTimeDecision *decision)
{
  SaysoTimeDecision parsed = { .span = span, .anchored = TRUE, .anchor = SAYSO_ANCHOR_OPEN };

  g_return_val_if_fail (text != NULL && decision != NULL, FALSE);

  if (g_str_equal (text, FROM_PUBLISHED))
    parsed.anchor = SAYSO_ANCHOR_PUBLISHED;
  else if (g_str_has_prefix (text, FROM) && !g_str_equal (text, FROM_NOTHING))
    {
      guint64 start;

      if (!g_ascii_string_to_unsigned (text + strlen (FROM), 10, 0, G_MAXUINT, &start, NULL))
        return FALSE;
      parsed.anchor = SAYSO_ANCHOR_TIME;
      parsed.anchor_start = start;
    }
  else if (!g_str_equal (text, FROM_NOTHING))
    {
      g_autoptr (SaysoEdtf) edtf = sayso_edtf_parse (text, NULL);

      if (edtf == NULL)
        return FALSE;
      parsed.anchored = FALSE;
      parsed.edtf = g_strdup (text);
    }

  *decision = parsed;
  return TRUE;
}

void
sayso_time_decision_clear (SaysoTimeDecision *self)
{
  g_free ((char *) self->edtf);
  self->edtf = NULL;
}

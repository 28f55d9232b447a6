/* sayso-findings.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-findings.h"

#include "sayso-sourcing.h"

#define AT(array, type, index) (&g_array_index (array, type, index))

/* From the first of a claim's spans to the end of its first content: where it stands. */
SaysoSpan
sayso_findings_claim_span (GArray *source, GArray *cue, GArray *content)
{
  GArray *parts[] = { source, cue, content };
  SaysoSpan whole = SAYSO_SPAN (G_MAXUINT, 0);

  for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
    for (guint i = 0; parts[p] != NULL && i < parts[p]->len; i++)
      {
        whole.start = MIN (whole.start, AT (parts[p], SaysoSpan, i)->start);
        whole.end = MAX (whole.end, AT (parts[p], SaysoSpan, i)->end);
      }

  return whole.end == 0 ? SAYSO_SPAN (0, 0) : whole;
}

/* -- whether an extraction is sound ------------------------------------------------------------------ */

static gboolean
spans_fit (GArray *spans, guint n_chars)
{
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    if (AT (spans, SaysoSpan, i)->start > AT (spans, SaysoSpan, i)->end || AT (spans, SaysoSpan, i)->end > n_chars)
      return FALSE;

  return TRUE;
}

static gboolean
span_fits (SaysoSpan span, guint n_chars)
{
  return span.start <= span.end && span.end <= n_chars;
}

static gboolean
index_fits (guint index, GArray *items)
{
  return index == SAYSO_NONE || index < items->len;
}

/* Spans inside the text and references inside the arrays, so that a slip of extraction never gets into a file. */
gboolean
sayso_findings_sound (const SaysoExtraction *x)
{
  guint n = sayso_text_get_chars (x->reading->text);
  gboolean sound = TRUE;

  for (guint i = 0; i < x->reading->sentences->len; i++)
    sound &= span_fits (sayso_reading_sentence (x->reading, i)->span, n);
  for (guint i = 0; i < x->times->len; i++)
    {
      const SaysoExtractedTime *time = AT (x->times, SaysoExtractedTime, i);

      sound &= span_fits (time->span, n) && index_fits (time->anchor_time, x->times) && time->value != NULL;
    }
  for (guint i = 0; i < x->actors->len; i++)
    sound &= AT (x->actors, SaysoExtractedActor, i)->name != NULL;
  for (guint i = 0; i < x->mentions->len; i++)
    {
      const SaysoExtractedMention *mention = AT (x->mentions, SaysoExtractedMention, i);

      sound &= span_fits (mention->span, n) && mention->actor < x->actors->len;
    }
  for (guint i = 0; i < x->claims->len; i++)
    {
      const SaysoExtractedClaim *claim = AT (x->claims, SaysoExtractedClaim, i);

      sound &= spans_fit (claim->source, n) && spans_fit (claim->cue, n) && spans_fit (claim->content, n) &&
               index_fits (claim->parent, x->claims) && index_fits (claim->source_actor, x->actors);
    }
  for (guint i = 0; i < x->events->len; i++)
    {
      const SaysoExtractedEvent *event = AT (x->events, SaysoExtractedEvent, i);

      sound &= span_fits (event->trigger, n) && span_fits (event->span, n) && index_fits (event->time, x->times) &&
               index_fits (event->place, x->actors) && index_fits (event->claim, x->claims) &&
               index_fits (event->same, x->events);
      for (guint j = 0; event->participants != NULL && j < event->participants->len; j++)
        sound &= index_fits (AT (event->participants, SaysoParticipant, j)->actor, x->actors) &&
                 span_fits (AT (event->participants, SaysoParticipant, j)->span, n);
    }
  for (guint i = 0; i < x->relations->len; i++)
    {
      const SaysoExtractedRelation *relation = AT (x->relations, SaysoExtractedRelation, i);

      sound &= relation->subject < x->actors->len && relation->object < x->actors->len && relation->type != NULL;
      for (guint j = 0; relation->evidence != NULL && j < relation->evidence->len; j++)
        {
          const SaysoEvidence *evidence = AT (relation->evidence, SaysoEvidence, j);

          sound &= span_fits (evidence->span, n) && index_fits (evidence->event, x->events) &&
                   index_fits (evidence->claim, x->claims);
        }
    }

  return sound;
}

/* -- what follows from claims ------------------------------------------------------------------------ */

/* The weakest link from this claim to its outermost one; who only passes it on is no link. */
guint
sayso_findings_level (const SaysoExtraction *x, guint index)
{
  const SaysoExtractedClaim *claim = AT (x->claims, SaysoExtractedClaim, index);
  guint level = sayso_sourcing_level (claim->source_kind, claim->several);

  for (guint n = 0; claim->parent != SAYSO_NONE && n < x->claims->len; n++)
    {
      claim = AT (x->claims, SaysoExtractedClaim, claim->parent);
      if (claim->source_kind != SAYSO_SOURCE_AUTHOR && claim->source_kind != SAYSO_SOURCE_OUTLET)
        level = MIN (level, sayso_sourcing_level (claim->source_kind, claim->several));
    }

  return level;
}

gboolean
sayso_findings_anonymous (const SaysoExtraction *x, guint index)
{
  for (guint n = 0; index != SAYSO_NONE && n <= x->claims->len; n++)
    {
      const SaysoExtractedClaim *claim = AT (x->claims, SaysoExtractedClaim, index);

      if (claim->source_kind == SAYSO_SOURCE_ANONYMOUS)
        return TRUE;
      index = claim->parent;
    }

  return FALSE;
}

static SaysoVoice
voice_in (const SaysoExtraction *x, guint claim)
{
  if (claim != SAYSO_NONE && AT (x->claims, SaysoExtractedClaim, claim)->source_kind != SAYSO_SOURCE_AUTHOR)
    return SAYSO_VOICE_CLAIMED;

  return SAYSO_VOICE_SAID;
}

SaysoVoice
sayso_findings_event_voice (const SaysoExtraction *x, const SaysoExtractedEvent *event)
{
  switch (event->factuality)
    {
    case SAYSO_FACTUALITY_DENIED:
      return SAYSO_VOICE_DENIED;
    case SAYSO_FACTUALITY_POSSIBLE:
    case SAYSO_FACTUALITY_PLANNED:
    case SAYSO_FACTUALITY_HYPOTHETICAL:
      return SAYSO_VOICE_HYPOTHETICAL;
    case SAYSO_FACTUALITY_ASSERTED:
    default:
      return voice_in (x, event->claim);
    }
}

SaysoVoice
sayso_findings_evidence_voice (const SaysoExtraction *x, const SaysoEvidence *evidence)
{
  return evidence->event != SAYSO_NONE
             ? sayso_findings_event_voice (x, AT (x->events, SaysoExtractedEvent, evidence->event))
             : voice_in (x, evidence->claim);
}

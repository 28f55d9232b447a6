/* sayso-mark-words.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-mark-words.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "sayso-date-words.h"
#include "sayso-locale.h"
#include "sayso-sourcing.h"

/* As much of a marked passage as is read out. */
#define MAX_QUOTE 200

static char *
when (const SaysoBounds *bounds)
{
  return sayso_bounds_known (bounds) ? sayso_bounds_to_long_words (bounds) : g_strdup (_ ("No date known"));
}

static const char *
standing_words (SaysoStanding standing)
{
  switch (standing)
    {
    case SAYSO_STANDING_CONFIRMED:
      return _ ("Confirmed");
    case SAYSO_STANDING_CHANGED:
      return _ ("Changed by you");
    case SAYSO_STANDING_REJECTED:
      return _ ("Rejected");
    case SAYSO_STANDING_SUGGESTED:
    default:
      return NULL;
    }
}

/* Parts joined by a raised dot; none but the first needs to be there. */
static char *
join (const char *first, const char *second, const char *third, const char *fourth)
{
  return sayso_join (first, second != NULL ? second : "", third != NULL ? third : "", fourth, NULL);
}

/**
 * sayso_mark_hint:
 * @mark: a mark
 * @item: the item it belongs to
 *
 * Returns: (transfer full): what the mark is, in a line: "Claim · Two officials · Anonymous, several"
 */
char *
sayso_mark_hint (const SaysoMark *mark, SaysoItem *item)
{
  const char *standing;
  g_autofree char *date = NULL;

  g_return_val_if_fail (mark != NULL, NULL);
  g_return_val_if_fail (SAYSO_IS_ITEM (item), NULL);

  standing = standing_words (sayso_item_get_standing (item));
  if (SAYSO_IS_TIME (item))
    {
      date = when (&SAYSO_TIME (item)->bounds);
      return join (_ ("Time"), date, standing, NULL);
    }
  if (SAYSO_IS_EVENT (item))
    {
      date = when (&SAYSO_EVENT (item)->bounds);
      return join (_ ("Event"), sayso_item_get_title (item), date, standing);
    }
  if (SAYSO_IS_CLAIM (item))
    return join (_ ("Claim"), SAYSO_CLAIM (item)->source_name, sayso_sourcing_words (mark->level), standing);

  return join (_ ("Actor"), sayso_item_get_title (item),
               SAYSO_IS_ACTOR (item) && SAYSO_ACTOR (item)->unnamed ? _ ("Not named") : NULL, standing);
}

static char *
quote (const SaysoMark *mark, SaysoText *text)
{
  SaysoSpan span = { mark->span.start, MIN (mark->span.end, sayso_text_get_chars (text)) };
  g_autofree char *words = NULL;

  if (span.start >= span.end)
    return g_strdup ("");
  if (span.end - span.start <= MAX_QUOTE)
    return sayso_text_slice (text, span);

  span.end = span.start + MAX_QUOTE;
  words = sayso_text_slice (text, span);

  return g_strconcat (words, "…", NULL);
}

/**
 * sayso_mark_announcement:
 * @mark: a mark
 * @item: the item it belongs to
 * @text: the article's text
 *
 * Returns: (transfer full): what a screen reader says of a mark when the reader gets to it
 */
char *
sayso_mark_announcement (const SaysoMark *mark, SaysoItem *item, SaysoText *text)
{
  g_autofree char *passage = NULL, *hint = NULL;

  g_return_val_if_fail (mark != NULL, NULL);
  g_return_val_if_fail (SAYSO_IS_ITEM (item), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  passage = quote (mark, text);
  if (SAYSO_IS_CLAIM (item) && SAYSO_CLAIM (item)->source_name != NULL)
    /* Translators: who says it, how well it is sourced, what is said: "Claim by two officials, Anonymous, several: …"
     */
    return g_strdup_printf (_ ("Claim by %s, %s: %s"), SAYSO_CLAIM (item)->source_name,
                            sayso_sourcing_words (mark->level), passage);

  hint = sayso_mark_hint (mark, item);

  /* Translators: what kind of mark, and the words that are marked: "Time · Sometime in June 2015: last June" */
  return g_strdup_printf (_ ("%s: %s"), hint, passage);
}

/**
 * sayso_published_to_words:
 * @published: a date as precise as it is known: ISO 8601 year, month, day or time
 *
 * Returns: (transfer full) (nullable): the date in the reader's language, without the time of day; %NULL where it is
 *   no date
 */
char *
sayso_published_to_words (const char *published)
{
  int year, month = 0, day = 0;
  SaysoBounds bounds = SAYSO_BOUNDS_UNKNOWN;

  g_return_val_if_fail (published != NULL, NULL);

  if (sscanf (published, "%4d-%2d-%2d", &year, &month, &day) < 1 || month < 0 || month > 12 || day < 0 || day > 31)
    return NULL;

  bounds.earliest = sayso_date_to_seconds (year, MAX (month, 1), MAX (day, 1));
  if (month == 0)
    bounds.latest = sayso_date_to_seconds (year + 1, 1, 1) - 1;
  else if (day == 0)
    bounds.latest = sayso_date_to_seconds (year + month / 12, month % 12 + 1, 1) - 1;
  else
    bounds.latest = bounds.earliest + SAYSO_SECONDS_A_DAY - 1;

  return sayso_bounds_to_words (&bounds);
}

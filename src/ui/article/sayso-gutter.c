/* sayso-gutter.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-gutter.h"

/* Between two brackets that share a line, and between two meters. */
#define GAP 2.0f

/* The part of a line's height that a bracket has: all of it, or its share where several of one lane stand beside it. */
static void
share_line (const SaysoGutterBracket *brackets, guint n_brackets, guint index, const SaysoGutterLine *line,
            guint number, float *top, float *bottom)
{
  guint before = 0, all = 0;
  float height = line->bottom - line->top;

  for (guint i = 0; i < n_brackets; i++)
    {
      if (brackets[i].lane != brackets[index].lane || brackets[i].first > number || brackets[i].last < number)
        continue;
      all++;
      before += i < index;
    }

  *top = line->top + height * before / all;
  *bottom = line->top + height * (before + 1) / all;
}

static float
meter_beside (const SaysoGutterLine *line, float meter_height)
{
  return (line->top + line->bottom - meter_height) / 2;
}

/* The bracket whose meter stands in the way of one at a height; NULL where there is room. */
static SaysoGutterBracket *
find_in_the_way (SaysoGutterBracket *brackets, guint n_brackets, float top, float meter_height)
{
  for (guint i = 0; i < n_brackets; i++)
    {
      if (brackets[i].meter >= 0 && ABS (brackets[i].meter - top) < meter_height + GAP)
        return &brackets[i];
    }

  return NULL;
}

/* Puts a bracket's meter beside the first of its lines, from a certain one on, where there is room. */
static gboolean
place_meter (SaysoGutterBracket *brackets, guint n_brackets, SaysoGutterBracket *it, const SaysoGutterLine *lines,
             guint from, float meter_height)
{
  for (guint line = from; line <= it->last; line++)
    {
      float top = meter_beside (&lines[line], meter_height);

      if (find_in_the_way (brackets, n_brackets, top, meter_height) != NULL)
        continue;
      it->meter = top;
      return TRUE;
    }

  return FALSE;
}

/* A meter that has no room gets that of a longer bracket, which can move its own down. */
static void
make_room (SaysoGutterBracket *brackets, guint n_brackets, SaysoGutterBracket *it, const SaysoGutterLine *lines,
           float meter_height)
{
  for (guint line = it->first; line <= it->last; line++)
    {
      float top = meter_beside (&lines[line], meter_height);
      SaysoGutterBracket *other = find_in_the_way (brackets, n_brackets, top, meter_height);

      if (other != NULL && other->meter == top &&
          place_meter (brackets, n_brackets, other, lines, line + 1, meter_height))
        {
          it->meter = top;
          return;
        }
    }
}

/**
 * sayso_gutter_layout:
 * @brackets: (array length=n_brackets): the brackets beside one paragraph, by start, longer ones first
 * @n_brackets: how many
 * @lines: (array length=n_lines): the paragraph's lines
 * @n_lines: how many
 * @meter_height: height of a meter
 *
 * Decides where the brackets and their meters go. A nested claim stands further in. Claims of one lane that share a
 * line share its height. A meter stands beside the first of its bracket's lines that is free.
 */
void
sayso_gutter_layout (SaysoGutterBracket *brackets, guint n_brackets, const SaysoGutterLine *lines, guint n_lines,
                     float meter_height)
{
  g_return_if_fail (brackets != NULL || n_brackets == 0);

  for (guint i = 0; i < n_brackets; i++)
    {
      g_return_if_fail (brackets[i].first <= brackets[i].last && brackets[i].last < n_lines);

      brackets[i].lane = MIN (brackets[i].depth, SAYSO_GUTTER_LANES - 1);
      brackets[i].meter = -1;
    }

  for (guint i = 0; i < n_brackets; i++)
    {
      SaysoGutterBracket *it = &brackets[i];
      float unused;

      share_line (brackets, n_brackets, i, &lines[it->first], it->first, &it->top, &unused);
      share_line (brackets, n_brackets, i, &lines[it->last], it->last, &unused, &it->bottom);
      it->top += GAP / 2;
      it->bottom -= GAP / 2;

      if (it->begins && !place_meter (brackets, i, it, lines, it->first, meter_height))
        make_room (brackets, i, it, lines, meter_height);
    }
}

/* sayso-likeness-numbers.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-likeness.h"

#include <math.h>
#include <string.h>

/* Numbers as sentences are compared by them: rounded, as a range, with their unit. */

/* A number says more than a word. */
#define NUMBER 1.5
#define MEASURE 2
#define LONG_NUMBER 2.5

/* Of numbers that are not small, one may be the other rounded. */
#define MIN_ROUNDED 100
#define MIN_MEASURE 20
#define ROUNDED 0.06
#define AT_MOST_ROUNDED 0.15

/* A range is no wider than that. */
#define WITHIN 1.5

/* A number says more than a word. */
double
sayso_likeness_weigh (const char *stem)
{
  if (!g_ascii_isdigit (*stem))
    return 1;

  /* "300,000", "1.4 million": hardly two things come to that. */
  return strspn (stem, "0123456789") > 3 || strchr (stem, '.') != NULL ? LONG_NUMBER
         : strspn (stem, "0123456789") < strlen (stem)                 ? MEASURE
                                                                       : NUMBER;
}

/* What a number comes to: "2million" is 2,000,000. @unit: (out): the rest of it, "days" */
static double
value_of (const char *stem, const char **unit)
{
  static const struct
  {
    const char *word;
    double times;
  } large[] = { { "thousand", 1e3 }, { "million", 1e6 }, { "billion", 1e9 }, { "trillion", 1e12 } };
  char *end;
  double value = g_ascii_strtod (stem, &end);

  for (guint i = 0; i < G_N_ELEMENTS (large); i++)
    if (g_str_equal (end, large[i].word))
      {
        *unit = "";
        return value * large[i].times;
      }
  *unit = end;

  return value;
}

/* A number with as many digits left as another has before its zeros. */
static gboolean
rounds_to (double value, double other)
{
  double step = 1;

  while (fmod (other, step * 10) == 0)
    step *= 10;

  return step > 1 && (floor (value / step) * step == other || round (value / step) * step == other);
}

/* "Some 1,200" is 1,187 rounded, "more than 50 miles" are 54. */
static gboolean
is_rounded (const char *a, const char *b)
{
  const char *unit, *other_unit;
  double value = value_of (a, &unit), other = value_of (b, &other_unit), most = MAX (value, other);

  if (!g_str_equal (unit, other_unit) || fabs (value - other) > AT_MOST_ROUNDED * most)
    return FALSE;
  if (value == other)
    return TRUE;

  return value > 0 && other > 0 && most >= (*unit != '\0' ? MIN_MEASURE : MIN_ROUNDED) &&
         (fabs (value - other) <= ROUNDED * most || rounds_to (value, other) || rounds_to (other, value));
}

/* "87 to 92 per cent" of one telling may be "90 per cent" of the other. */
static gboolean
is_between (GPtrArray *stems, const char *number)
{
  gboolean below = FALSE, above = FALSE;

  for (guint i = 0; i < stems->len; i++)
    {
      const char *stem = g_ptr_array_index (stems, i), *unit, *other_unit;
      double value, other;

      if (!g_ascii_isdigit (*stem))
        continue;
      value = value_of (number, &unit);
      other = value_of (stem, &other_unit);
      if (other >= value / WITHIN && other <= value * WITHIN && (*other_unit == '\0' || g_str_equal (unit, other_unit)))
        {
          below = below || other < value;
          above = above || other > value;
        }
    }

  return below && above;
}

/* The numbers of @a that are no other numbers than those of @b, though they are written otherwise. */
double
sayso_likeness_sum_rounded (GPtrArray *a, GPtrArray *b)
{
  double all = 0;

  for (guint i = 0; i < a->len; i++)
    {
      const char *stem = g_ptr_array_index (a, i);
      gboolean near = FALSE;

      if (!g_ascii_isdigit (*stem) || g_ptr_array_find_with_equal_func (b, stem, g_str_equal, NULL))
        continue;
      for (guint k = 0; !near && k < b->len; k++)
        near =
            g_ascii_isdigit (*(const char *) g_ptr_array_index (b, k)) && is_rounded (stem, g_ptr_array_index (b, k));
      if (near || is_between (b, stem))
        all += sayso_likeness_weigh (stem);
    }

  return all;
}

/**
 * sayso_likeness_shares_number:
 * @a: stems
 * @b: others
 *
 * Returns: whether both have a number that may be the same: "487" and "nearly 500"
 */
gboolean
sayso_likeness_shares_number (GPtrArray *a, GPtrArray *b)
{
  if (sayso_likeness_sum_rounded (a, b) > 0 || sayso_likeness_sum_rounded (b, a) > 0)
    return TRUE;
  for (guint i = 0; i < a->len; i++)
    if (g_ascii_isdigit (*(const char *) g_ptr_array_index (a, i)) &&
        g_ptr_array_find_with_equal_func (b, g_ptr_array_index (a, i), g_str_equal, NULL))
      return TRUE;

  return FALSE;
}

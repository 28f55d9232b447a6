/* test-shape.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-shape.h"

#define STORY                                                                                                          \
  "The ministry of works said on Tuesday that the bridge over the Orva would not be opened before the autumn, "        \
  "because "                                                                                                           \
  "an inspection had found cracks in two of its seven piers. Nobody had noticed them until the inspection, it said, "  \
  "and nobody was to blame for that. The contractor said it had warned of the state of the third pier as early as "    \
  "2013. Its letters were never answered, which the ministry denies. The bridge was built in 1923 and is the only "    \
  "one "                                                                                                               \
  "for thirty miles."
#define OTHER                                                                                                          \
  "The ferry between Port Ellery and Marsk will sail again from the first of April, said its owner on Monday. It was " \
  "given up in 1924, when the bridge was opened, and the boats were sold to a firm upriver. Nobody knows yet what a "  \
  "crossing will cost, nor who will pay for the new landing at Marsk, where the old one fell into the river long ago."

static double
compare (const char *a, const char *b)
{
  g_autoptr (SaysoText) first = sayso_text_new (a, -1);
  g_autoptr (SaysoText) second = sayso_text_new (b, -1);
  g_autoptr (GBytes) first_shape = sayso_shape_of (first);
  g_autoptr (GBytes) second_shape = sayso_shape_of (second);

  g_assert_cmpint (sayso_shape_is_near (first_shape, second_shape), ==,
                   sayso_shape_compare (first_shape, second_shape) >= 0.3);

  return sayso_shape_compare (first_shape, second_shape);
}

static void
test_compare (void)
{
  g_assert_cmpfloat (compare (STORY, STORY), ==, 1);
  g_assert_cmpfloat (compare (STORY, OTHER), <, 0.1);
  /* another outlet's headline, agency line and cut end */
  g_assert_cmpfloat (compare (STORY, "Bridge shut\n\nPORT ELLERY (Orva News) - " STORY "\n\nReporting by Ada Marsh"), >,
                     0.6);
  g_assert_cmpfloat (compare (STORY,
                              "THE MINISTRY OF WORKS SAID ON TUESDAY, THAT THE BRIDGE OVER THE ORVA WOULD NOT BE "
                              "OPENED BEFORE THE AUTUMN; BECAUSE AN INSPECTION HAD FOUND CRACKS IN TWO OF ITS SEVEN "
                              "PIERS! NOBODY HAD NOTICED THEM UNTIL THE INSPECTION IT SAID AND NOBODY WAS TO BLAME "
                              "FOR THAT."),
                     >, 0.3);
  /* too short to tell */
  g_assert_cmpfloat (compare ("It is closed.", "It is closed."), ==, 0);
  g_assert_cmpfloat (compare ("", ""), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shape/compare", test_compare);

  return g_test_run ();
}

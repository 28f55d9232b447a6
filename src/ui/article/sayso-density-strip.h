/* sayso-density-strip.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-article-text.h"

G_BEGIN_DECLS

/**
 * SaysoDensityStrip:
 *
 * An overview of a whole article beside its scroll bar: how dense the marks of each kind are, where what is looked
 * for was found, what is selected, and which part can be seen. A column for each kind, in the order of the pills. Its
 * length is the text's length in characters. A click or a drag scrolls there. Shown only where the text is longer
 * than the view.
 */
#define SAYSO_TYPE_DENSITY_STRIP (sayso_density_strip_get_type ())
G_DECLARE_FINAL_TYPE (SaysoDensityStrip, sayso_density_strip, SAYSO, DENSITY_STRIP, GtkWidget)

void sayso_density_strip_set_text (SaysoDensityStrip *self, SaysoArticleText *text);

G_END_DECLS

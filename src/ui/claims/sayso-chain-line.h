/* sayso-chain-line.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sayso-chain.h"

G_BEGIN_DECLS

/**
 * SaysoChainLine:
 *
 * A chain in one line: "author ← CyberScoop ← several officials". Unnamed links are underlined dashed, the
 * open end dotted. Where there is no room it goes on in the next.
 */
#define SAYSO_TYPE_CHAIN_LINE (sayso_chain_line_get_type ())
G_DECLARE_FINAL_TYPE (SaysoChainLine, sayso_chain_line, SAYSO, CHAIN_LINE, GtkWidget)

void sayso_chain_line_set_links (SaysoChainLine *self, GArray *links, const char *outlet);

G_END_DECLS

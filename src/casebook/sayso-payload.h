/* sayso-payload.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-command.h"
#include "sayso-extraction.h"

G_BEGIN_DECLS

/* The inputs of a command that are too large for the words of the log: what was found in a text, and what its document
 * says of itself. */

GBytes *sayso_payload_new (const SaysoCommand *command);
gboolean sayso_payload_read (GBytes *payload, SaysoText *text, SaysoMetadata *metadata, SaysoExtraction **extraction);

G_END_DECLS

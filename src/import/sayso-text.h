/* sayso-text.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SaysoSpan:
 * @start: the first code point
 * @end: the code point after the last
 *
 * A piece of an article's text, in Unicode code points. Everything extracted points at spans;
 * nothing copies text. An empty span (`start == end`) is no span.
 */
typedef struct
{
  guint start;
  guint end;
} SaysoSpan;

#define SAYSO_SPAN(s, e) ((SaysoSpan) { (s), (e) })

static inline gboolean
sayso_span_overlaps (SaysoSpan a, SaysoSpan b)
{
  return a.start < b.end && b.start < a.end;
}

static inline gboolean
sayso_span_contains (SaysoSpan outer, SaysoSpan inner)
{
  return outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * SaysoText:
 *
 * An article's plain text: valid UTF-8 that never changes, with an index that turns code points into
 * bytes and back in constant time. Reference counted, and safe to share between threads.
 */
typedef struct _SaysoText SaysoText;

#define SAYSO_TYPE_TEXT (sayso_text_get_type ())

GType sayso_text_get_type (void) G_GNUC_CONST;
SaysoText *sayso_text_new (const char *utf8, gssize length);
SaysoText *sayso_text_ref (SaysoText *self);
void sayso_text_unref (SaysoText *self);
const char *sayso_text_get_utf8 (SaysoText *self);
gsize sayso_text_get_bytes (SaysoText *self);
guint sayso_text_get_chars (SaysoText *self);
gsize sayso_text_to_byte (SaysoText *self, guint offset);
guint sayso_text_to_char (SaysoText *self, gsize byte);
char *sayso_text_slice (SaysoText *self, SaysoSpan span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoText, sayso_text_unref)

G_END_DECLS

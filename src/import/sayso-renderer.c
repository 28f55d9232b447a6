/* sayso-renderer.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-renderer.h"

/* Deeper quotations of messages are read as if they were at this depth. */
#define MAX_QUOTES 10

static void
put_spacing (SaysoRenderer *self)
{
  static const char *const spacings[] = { "", " ", "\t", "\n", "\n\n" };
  gboolean starts = self->text->len == 0;

  if (!starts)
    g_string_append (self->text, spacings[self->one_line ? MIN (self->spacing, SAYSO_SPACING_SPACE) : self->spacing]);
  for (guint i = 0;
       i < MIN (self->quotes, MAX_QUOTES) && !self->one_line && (starts || self->spacing >= SAYSO_SPACING_LINE); i++)
    g_string_append (self->text, "> ");
  if (self->bullet && !self->one_line)
    g_string_append (self->text, "• ");
  self->bullet = FALSE;
  self->spacing = SAYSO_SPACING_NONE;
}

/**
 * sayso_renderer_widen:
 * @self: a renderer
 * @spacing: what goes before the next word, at least
 */
void
sayso_renderer_widen (SaysoRenderer *self, SaysoSpacing spacing)
{
  self->spacing = MAX (self->spacing, spacing);
}

/**
 * sayso_renderer_put:
 * @self: a renderer
 * @utf8: text; what is none in it, as parsers leave it of broken files, becomes U+FFFD
 */
void
sayso_renderer_put (SaysoRenderer *self, const char *utf8)
{
  g_autofree char *valid = g_utf8_validate (utf8, -1, NULL) ? NULL : g_utf8_make_valid (utf8, -1);

  if (valid != NULL)
    utf8 = valid;
  for (const char *p = utf8, *next; *p != '\0'; p = next)
    {
      gunichar c = g_utf8_get_char (p);

      next = g_utf8_next_char (p);
      if (g_ascii_isgraph (*p))
        {
          while (g_ascii_isgraph (*next))
            next++;
          put_spacing (self);
          g_string_append_len (self->text, p, next - p);
          continue;
        }
      /* soft hyphen, zero width space, byte order mark: not for the reader's eyes */
      if (c == 0xad || c == 0x200b || c == 0xfeff)
        continue;
      if (g_unichar_isspace (c))
        {
          if (self->pre > 0 && c == '\n')
            sayso_renderer_widen (self,
                                  self->spacing >= SAYSO_SPACING_LINE ? SAYSO_SPACING_PARAGRAPH : SAYSO_SPACING_LINE);
          else
            sayso_renderer_widen (self, SAYSO_SPACING_SPACE);
          continue;
        }
      put_spacing (self);
      g_string_append_unichar (self->text, c);
    }
}

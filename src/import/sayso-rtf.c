/* sayso-rtf.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-rtf.h"

#include <stdlib.h>
#include <string.h>

#include "sayso-renderer.h"

/* Groups within each other beyond this are read as if they were at this depth. */
#define MAX_DEPTH 500

/* What the text of a group is. */
typedef enum
{
  INTO_TEXT,
  INTO_NOTES,
  INTO_NOTHING,
  INTO_TITLE,
  INTO_AUTHOR,
  INTO_DATE,
} Into;

typedef struct
{
  Into into;
  guint skip; /* characters that stand in for one that follows \u */
  gboolean hidden;
} Group;

typedef struct
{
  SaysoRenderer renderer;
  SaysoRenderer notes; /* they go behind the text */
  gboolean after_row;  /* nothing came yet since a table's row */
  gsize row_end; /* where that row ends in the text; what came is a cell, unless a paragraph ends before one does */
  Group groups[MAX_DEPTH];
  guint depth;
  guint beyond;   /* groups past the deepest kept */
  guint pending;  /* characters still to be skipped */
  gunichar high;  /* the first half of a pair */
  GString *bytes; /* characters of the document's code page that are not decoded yet */
  char charset[16];
  GString *facts[INTO_DATE + 1];
  int date[5];
} Rtf;

/* Groups that hold no text of the document. */
static const char nothing[] = " fonttbl colortbl stylesheet listtable listoverridetable rsidtbl revtbl generator pict "
                              "object header headerl headerr headerf footer footerl footerr footerf themedata "
                              "colorschememapping latentstyles datastore xmlnstbl fldinst annotation atnid atnauthor "
                              "atndate bkmkstart bkmkend info operator company nonshppict filetbl pntxta pntxtb "
                              "doccomm comment keywords category subject ";

static const struct
{
  const char *word;
  const char *text;
} signs[] = {
  { "emdash", "—" },    { "endash", "–" }, { "lquote", "‘" },  { "rquote", "’" },  { "ldblquote", "“" },
  { "rdblquote", "”" }, { "bullet", "•" }, { "emspace", " " }, { "enspace", " " }, { "qmspace", " " },
};

static Group *
group (Rtf *self)
{
  return &self->groups[self->depth];
}

static void
put (Rtf *self, const char *utf8)
{
  Group *now = group (self);

  if (now->hidden || now->into == INTO_NOTHING)
    return;
  if (now->into == INTO_TEXT)
    {
      if (self->after_row)
        self->row_end = self->renderer.text->len;
      self->after_row = FALSE;
      sayso_renderer_put (&self->renderer, utf8);
    }
  else if (now->into == INTO_NOTES)
    sayso_renderer_put (&self->notes, utf8);
  else if (self->facts[now->into] != NULL && self->facts[now->into]->len < 1000)
    g_string_append (self->facts[now->into], utf8);
}

static void
flush (Rtf *self)
{
  g_autofree char *utf8 = NULL;

  if (self->bytes->len == 0)
    return;
  utf8 = g_convert_with_fallback (self->bytes->str, self->bytes->len, "UTF-8", self->charset, "\xef\xbf\xbd", NULL,
                                  NULL, NULL);
  if (utf8 == NULL)
    utf8 = g_convert (self->bytes->str, self->bytes->len, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
  g_string_truncate (self->bytes, 0);
  if (utf8 != NULL)
    {
      g_autofree char *valid = g_utf8_make_valid (utf8, -1);

      put (self, valid);
    }
}

static void
put_unichar (Rtf *self, int value)
{
  gunichar c = value < 0 ? value + 65536 : value;
  char utf8[8] = { 0 };

  flush (self);
  if (c >= 0xd800 && c < 0xdc00)
    self->high = c;
  else
    {
      if (self->high != 0 && c >= 0xdc00 && c < 0xe000)
        c = 0x10000 + ((self->high - 0xd800) << 10) + (c - 0xdc00);
      self->high = 0;
      if (c != 0 && g_unichar_validate (c))
        {
          g_unichar_to_utf8 (c, utf8);
          put (self, utf8);
        }
    }
  self->pending = group (self)->skip;
}

static void
widen (Rtf *self, SaysoSpacing spacing)
{
  flush (self);
  if (group (self)->into == INTO_TEXT && !group (self)->hidden)
    sayso_renderer_widen (&self->renderer, spacing);
  else if (group (self)->into == INTO_NOTES)
    sayso_renderer_widen (&self->notes, spacing);
}

/* What stands behind a table is a paragraph of its own. */
static void
end_table (Rtf *self)
{
  if (self->row_end > 0 && self->row_end < self->renderer.text->len)
    g_string_insert_c (self->renderer.text, self->row_end, '\n');
  self->row_end = 0;
}

/* Notes stand in the text where they are referred to. Programs that know them read them despite an asterisk before. */
static void
begin_note (Rtf *self)
{
  if (self->depth == 0 || self->beyond > 0 || group (self)[-1].into != INTO_TEXT)
    return;
  group (self)->into = INTO_NOTES;
  sayso_renderer_widen (&self->notes, SAYSO_SPACING_PARAGRAPH);
}

static void
do_word (Rtf *self, const char *word, gboolean has_value, int value)
{
  static const char *const days[] = { "yr", "mo", "dy", "hr", "min" };
  g_autofree char *key = g_strdup_printf (" %s ", word);
  Group *now = group (self);

  flush (self);
  if (strstr (nothing, key) != NULL && !g_str_equal (word, "info"))
    now->into = INTO_NOTHING;
  else if (g_str_equal (word, "info"))
    now->into = INTO_NOTHING;
  else if (g_str_equal (word, "title") && now->into == INTO_NOTHING)
    now->into = INTO_TITLE;
  else if (g_str_equal (word, "author") && now->into == INTO_NOTHING)
    now->into = INTO_AUTHOR;
  else if (g_str_equal (word, "creatim") && now->into == INTO_NOTHING)
    now->into = INTO_DATE;
  else if (g_str_equal (word, "footnote"))
    begin_note (self);
  else if ((g_str_equal (word, "listtext") || g_str_equal (word, "pntext")) && now->into == INTO_TEXT)
    {
      self->renderer.bullet = TRUE;
      now->into = INTO_NOTHING;
    }
  else if (g_str_equal (word, "par") || g_str_equal (word, "sect") || g_str_equal (word, "page"))
    {
      end_table (self);
      widen (self, SAYSO_SPACING_PARAGRAPH);
    }
  else if (g_str_equal (word, "line") || g_str_equal (word, "row"))
    {
      widen (self, SAYSO_SPACING_LINE);
      self->after_row = *word == 'r';
    }
  else if (g_str_equal (word, "tab") || g_str_equal (word, "cell"))
    {
      widen (self, SAYSO_SPACING_TAB);
      if (*word == 'c')
        self->row_end = 0;
    }
  else if (g_str_equal (word, "u") && has_value)
    put_unichar (self, value);
  else if (g_str_equal (word, "uc") && has_value)
    now->skip = CLAMP (value, 0, 10);
  else if (g_str_equal (word, "ansicpg") && value > 0 && value < 100000)
    g_snprintf (self->charset, sizeof self->charset, value == 65001 ? "UTF-8" : "CP%d", value);
  else if (g_str_equal (word, "mac"))
    g_strlcpy (self->charset, "MACINTOSH", sizeof self->charset);
  else if (g_str_equal (word, "v") || g_str_equal (word, "deleted"))
    now->hidden = !has_value || value != 0;
  else if (g_str_equal (word, "plain"))
    now->hidden = FALSE;
  else if (now->into == INTO_DATE && has_value)
    {
      for (guint i = 0; i < G_N_ELEMENTS (days); i++)
        if (g_str_equal (word, days[i]))
          self->date[i] = value;
    }
  else
    for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
      if (g_str_equal (word, signs[i].word))
        put (self, signs[i].text);
}

static void
put_byte (Rtf *self, char byte)
{
  if (self->pending > 0)
    self->pending--;
  else
    g_string_append_c (self->bytes, byte);
}

/* Behind the control word or sign at @p, which follows a backslash. */
static const char *
read_control (Rtf *self, const char *p, const char *end)
{
  char word[33];
  gsize length = 0;
  gboolean has_value = FALSE;
  int value = 0, sign = 1;

  if (!g_ascii_isalpha (*p))
    {
      if (*p == '\'' && end - p >= 3)
        {
          int high = g_ascii_xdigit_value (p[1]), low = g_ascii_xdigit_value (p[2]);

          if (high >= 0 && low >= 0)
            {
              put_byte (self, (char) (high << 4 | low));
              return p + 3;
            }
        }
      else if (*p == '*')
        {
          flush (self);
          if (group (self)->into == INTO_TEXT)
            group (self)->into = INTO_NOTHING;
        }
      else if (*p == '~')
        put_byte (self, ' ');
      else if (*p == '_')
        put_byte (self, '-');
      else if (*p == '\\' || *p == '{' || *p == '}')
        put_byte (self, *p);
      else if (*p == '\n' || *p == '\r')
        widen (self, SAYSO_SPACING_PARAGRAPH);
      return p + 1;
    }

  for (; p < end && g_ascii_isalpha (*p); p++)
    if (length < sizeof word - 1)
      word[length++] = *p;
  word[length] = '\0';
  if (p + 1 < end && *p == '-' && g_ascii_isdigit (p[1]))
    {
      sign = -1;
      p++;
    }
  for (; p < end && g_ascii_isdigit (*p); p++)
    {
      has_value = TRUE;
      value = MIN (value, 10000000) * 10 + (*p - '0');
    }
  if (p < end && *p == ' ')
    p++;
  if (g_str_equal (word, "bin") && has_value)
    return p + MIN ((gsize) value, (gsize) (end - p));
  do_word (self, word, has_value, sign * value);

  return p;
}

static void
open_group (Rtf *self)
{
  flush (self);
  self->pending = 0;
  if (self->depth + 1 >= MAX_DEPTH)
    {
      self->beyond++;
      return;
    }
  self->groups[self->depth + 1] = self->groups[self->depth];
  self->depth++;
}

static void
close_group (Rtf *self)
{
  flush (self);
  self->pending = 0;
  if (self->beyond > 0)
    self->beyond--;
  else if (self->depth > 0)
    self->depth--;
}

static char *
take_fact (GString *fact)
{
  g_autofree char *text = g_string_free (fact, FALSE);

  g_strstrip (text);

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/**
 * sayso_rtf_import:
 * @bytes: an RTF document
 * @metadata: (inout): receives what it says of itself
 *
 * Reads the text of an RTF document (specification 1.9.1), notes behind it. Pictures, headers, footers, remarks, and
 * what is hidden or deleted are left out.
 *
 * Returns: (transfer full): its plain text
 */
GString *
sayso_rtf_import (GBytes *bytes, SaysoMetadata *metadata)
{
  g_autofree Rtf *self = g_new0 (Rtf, 1);
  gsize size;
  const char *p, *end;
  g_autofree char *author = NULL;

  g_return_val_if_fail (bytes != NULL && metadata != NULL, NULL);

  p = g_bytes_get_data (bytes, &size);
  end = p + size;
  self->renderer.text = g_string_new (NULL);
  self->notes.text = g_string_new (NULL);
  self->bytes = g_string_new (NULL);
  self->groups[0].skip = 1;
  g_strlcpy (self->charset, "CP1252", sizeof self->charset);
  self->facts[INTO_TITLE] = g_string_new (NULL);
  self->facts[INTO_AUTHOR] = g_string_new (NULL);

  while (p < end)
    if (*p == '\\' && end - p > 1)
      p = read_control (self, p + 1, end);
    else
      {
        if (*p == '{')
          open_group (self);
        else if (*p == '}')
          close_group (self);
        else if (*p != '\r' && *p != '\n' && *p != '\0' && *p != '\\')
          put_byte (self, *p);
        p++;
      }
  flush (self);
  end_table (self);
  if (self->notes.text->len > 0)
    g_string_append_printf (self->renderer.text, "%s%s", self->renderer.text->len > 0 ? "\n\n" : "",
                            self->notes.text->str);
  g_string_free (self->notes.text, TRUE);

  metadata->title = take_fact (self->facts[INTO_TITLE]);
  author = take_fact (self->facts[INTO_AUTHOR]);
  if (author != NULL)
    metadata->byline = g_strsplit (author, ";", 0);
  if (g_date_valid_dmy (CLAMP (self->date[2], 0, 99), CLAMP (self->date[1], 0, 99), CLAMP (self->date[0], 0, 9999)))
    metadata->published = g_strdup_printf ("%04d-%02d-%02d", self->date[0], self->date[1], self->date[2]);
  g_string_free (self->bytes, TRUE);

  return self->renderer.text;
}

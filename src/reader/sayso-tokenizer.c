/* sayso-tokenizer.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-reader-private.h"

typedef struct
{
  SaysoReading *reading;
  GByteArray *gaps;
  const SaysoTable *forms;
  const char *text;
  gsize length;
  gsize byte; /* up to here code points are counted */
  guint chars;
  SaysoGap gap;
} Tokenizer;

static gboolean
in_set (char c, const char *set)
{
  return c != '\0' && strchr (set, c) != NULL;
}

static gunichar
char_at (const Tokenizer *self, gsize byte)
{
  return byte < self->length ? g_utf8_get_char (self->text + byte) : 0;
}

static gsize
after (const Tokenizer *self, gsize byte)
{
  return byte + g_utf8_skip[(guchar) self->text[byte]];
}

static gsize
before (const Tokenizer *self, gsize byte)
{
  return g_utf8_prev_char (self->text + byte) - self->text;
}

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == 0x200d || c == 0xad;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

/* Zero bytes and other control characters separate as white space does. */
static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x85 || c == 0xfeff || c == 0x200b || (g_unichar_iscntrl (c) && c != 0xad);
}

static guint
count_to (Tokenizer *self, gsize byte)
{
  for (; self->byte < byte; self->byte = after (self, self->byte))
    self->chars++;

  return self->chars;
}

static void
emit (Tokenizer *self, gsize start, gsize end)
{
  guint8 gap = self->gap;
  SaysoToken token = { .start = start, .end = end, .head = -2 };

  token.span.start = count_to (self, start);
  token.span.end = count_to (self, end);
  g_array_append_val (self->reading->tokens, token);
  g_byte_array_append (self->gaps, &gap, 1);
  self->gap = SAYSO_GAP_NONE;
}

static gboolean
form_is (const Tokenizer *self, gsize start, gsize end, gboolean lower, const char *kind)
{
  char form[SAYSO_WORD_MAX + 1];
  guint row;

  if (end - start > SAYSO_WORD_MAX)
    return FALSE;
  memcpy (form, self->text + start, end - start);
  form[end - start] = '\0';
  for (char *p = form; lower && *p != '\0'; p++)
    *p = g_ascii_tolower (*p);
  if (!sayso_table_find (self->forms, form, &row))
    return FALSE;

  return kind == NULL || g_str_equal (sayso_table_get (self->forms, row, 1), kind);
}

/* A link: from a scheme or "www." up to white space, without the sentence's own punctuation behind it. */
static gsize
match_link (const Tokenizer *self, gsize start)
{
  static const char *starts[] = { "http://", "https://", "ftp://", "www." };
  gsize end = start;
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (starts) && !found; i++)
    found = g_ascii_strncasecmp (self->text + start, starts[i], strlen (starts[i])) == 0;
  if (!found)
    return start;

  while (end < self->length && !is_space (char_at (self, end)) && !in_set (self->text[end], "<>\""))
    end = after (self, end);
  while (end > start && in_set (self->text[before (self, end)], ".,;:!?)]'*"))
    end = before (self, end);

  return end;
}

/* An address, a host name or a dotted form; only so far ahead that the whole stays linear. */
static gsize
match_address (const Tokenizer *self, gsize start)
{
  gsize end = start, limit = MIN (self->length, start + SAYSO_WORD_MAX), last = 0;
  gboolean at = FALSE;

  while (end < limit && (g_ascii_isalnum (self->text[end]) || in_set (self->text[end], "._-+@")))
    {
      if (self->text[end] == '@')
        at = end > start;
      if (self->text[end] == '.')
        last = end;
      end++;
    }
  if (self->text[start] == '.' || last <= start)
    return start;
  while (end > start && in_set (self->text[end - 1], ".-_"))
    end--;
  while (last >= end && last > start)
    for (last--; last > start && self->text[last] != '.'; last--)
      ;
  if (last <= start || last + 2 >= end || (end == limit && limit < self->length))
    return start;

  return at || form_is (self, last + 1, end, TRUE, "domain") ? end : start;
}

/* "U.S.", "a.m.", "J.": letters that each have a stop. A single one must be a capital. */
static gsize
match_initials (const Tokenizer *self, gsize start)
{
  gsize end = start;
  guint n = 0;

  while (end + 1 < self->length && g_unichar_isalpha (char_at (self, end)) &&
         char_at (self, after (self, end)) == '.' && n < 8)
    {
      end = after (self, end) + 1;
      n++;
    }
  if (n == 0 || g_unichar_isalnum (char_at (self, end)) || (n == 1 && !g_unichar_isupper (char_at (self, start))))
    return start;
  if (n == 1 && char_at (self, start) == 'I')
    return start;

  return end;
}

/* The length of a clitic that ends the word ("n't", "'s"), or 0. */
static gsize
clitic_bytes (const Tokenizer *self, gsize start, gsize end)
{
  static const char *clitics[] = { "s", "m", "d", "ll", "re", "ve" };
  gsize mark = end;
  guint letters = 0;

  while (mark > start && letters < 3 && g_unichar_isalpha (char_at (self, before (self, mark))))
    {
      mark = before (self, mark);
      letters++;
    }
  if (mark <= start || letters == 0 || letters > 2 || !is_apostrophe (char_at (self, before (self, mark))))
    return 0;
  if (letters == 1 && g_ascii_tolower (self->text[mark]) == 't')
    {
      gsize n = before (self, mark);

      if (n <= start || g_ascii_tolower (self->text[n - 1]) != 'n')
        return 0;
      return n - 1 > start ? end - (n - 1) : 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (clitics); i++)
    if (end - mark == strlen (clitics[i]) && g_ascii_strncasecmp (self->text + mark, clitics[i], end - mark) == 0)
      return end - before (self, mark);

  return 0;
}

/* ":-)" and the like, between spaces. */
static gsize
match_emoticon (const Tokenizer *self, gsize start)
{
  gsize end = start;

  if (self->gap == SAYSO_GAP_NONE || !in_set (self->text[start], ":;="))
    return start;
  end++;
  if (self->text[end] == '-')
    end++;
  if (!in_set (self->text[end], ")(DPp/|"))
    return start;
  end++;

  return end == self->length || is_space (char_at (self, end)) ? end : start;
}

/* Letters, marks and digits, with what may stand between them inside one word. */
static gsize
scan_word (const Tokenizer *self, gsize start)
{
  gsize end = start;

  while (end < self->length)
    {
      gunichar c = char_at (self, end), left, right;
      gsize next;

      if (is_word (c) || c == '_')
        {
          end = after (self, end);
          continue;
        }
      if (end == start)
        break;
      next = after (self, end);
      left = char_at (self, before (self, end));
      right = char_at (self, next);
      if (!is_word (right))
        break;
      if (is_apostrophe (c) && g_unichar_isalpha (left) && g_unichar_isalpha (right))
        end = next;
      else if ((c == '.' || c == ',' || c == ':' || c == '/') && g_unichar_isdigit (left) && g_unichar_isdigit (right))
        end = next;
      else if (c == '&' && g_unichar_isupper (left) && g_unichar_isupper (right))
        end = next;
      else if (c == '-' && end - start <= 8 && form_is (self, start, end, TRUE, "prefix"))
        end = next;
      else if (c == '-' && g_unichar_isdigit (left) && g_unichar_isdigit (right) && end - start <= 12)
        {
          gsize run = next;

          /* Two hyphens between digits make one token (2015-06-30), and so do telephone numbers (555-0123); one
           * hyphen else makes a range. */
          while (run < self->length && run < next + 6 && g_ascii_isdigit (self->text[run]))
            run++;
          if (memchr (self->text + start, '-', end - start) == NULL &&
              !(char_at (self, run) == '-' && g_unichar_isdigit (char_at (self, run + 1))) &&
              !(end - start == 3 && run - next == 4))
            break;
          end = next;
        }
      else
        break;
    }

  return end;
}

static void
emit_word (Tokenizer *self, gsize start, gsize end)
{
  gsize clitic, digits = start;
  char form[SAYSO_WORD_MAX + 1];
  guint row;

  /* "10am", "9pm". */
  while (digits < end && g_ascii_isdigit (self->text[digits]))
    digits++;
  if (digits > start && end - digits == 2 && g_ascii_tolower (self->text[digits + 1]) == 'm' &&
      in_set (g_ascii_tolower (self->text[digits]), "ap"))
    {
      emit (self, start, digits);
      emit (self, digits, end);
      return;
    }

  clitic = clitic_bytes (self, start, end);
  if (clitic > 0)
    {
      emit (self, start, end - clitic);
      emit (self, end - clitic, end);
      return;
    }

  if (form_is (self, start, end, TRUE, "clitic"))
    {
      for (gsize i = 0; i <= end - start; i++)
        form[i] = i < end - start ? g_ascii_tolower (self->text[start + i]) : '\0';
      if (sayso_table_find (self->forms, form, &row))
        {
          gsize split = g_ascii_strtoull (sayso_table_get (self->forms, row, 2), NULL, 10);

          emit (self, start, start + split);
          emit (self, start + split, end);
          return;
        }
    }

  emit (self, start, end);
}

static gsize
emit_at (Tokenizer *self, gsize start)
{
  gunichar c = char_at (self, start);
  gsize end;

  if (self->gap != SAYSO_GAP_NONE || start == 0 || in_set (self->text[before (self, start)], "([\"'"))
    {
      end = match_link (self, start);
      if (end > start)
        {
          emit (self, start, end);
          return end;
        }
    }
  if (g_ascii_isalnum (c))
    {
      end = match_address (self, start);
      if (end > start)
        {
          emit (self, start, end);
          return end;
        }
    }
  if (g_unichar_isalpha (c))
    {
      end = match_initials (self, start);
      if (end > start)
        {
          emit (self, start, end);
          return end;
        }
    }
  end = match_emoticon (self, start);
  if (end > start)
    {
      emit (self, start, end);
      return end;
    }
  if (is_word (c) ||
      ((c == '#' || c == '@') && g_unichar_isalpha (char_at (self, start + 1)) && self->gap != SAYSO_GAP_NONE))
    {
      end = scan_word (self, is_word (c) ? start : start + 1);
      if (char_at (self, end) == '.' && form_is (self, start, end + 1, FALSE, NULL))
        {
          emit (self, start, end + 1);
          return end + 1;
        }
      emit_word (self, start, end);
      return end;
    }
  if (is_apostrophe (c) && g_ascii_tolower (char_at (self, after (self, start))) == 's' &&
      !is_word (char_at (self, after (self, start) + 1)) && self->gap == SAYSO_GAP_NONE && start > 0)
    {
      end = after (self, start) + 1;
      emit (self, start, end);
      return end;
    }

  /* Punctuation stands alone, but for runs of one mark. */
  end = after (self, start);
  if (c == '!' || c == '?')
    while (in_set (self->text[end], "!?"))
      end++;
  else if (c < 0x80 && in_set ((char) c, ".-*_=~`'$<>"))
    while (char_at (self, end) == c)
      end = after (self, end);
  else
    while (end < self->length &&
           (g_unichar_ismark (char_at (self, end)) || char_at (self, end) == 0x200d || char_at (self, end) == 0xfe0f))
      end = after (self, end);
  emit (self, start, end);

  return end;
}

static gboolean
is_bullet (const Tokenizer *self, gsize byte)
{
  gunichar c = char_at (self, byte);

  return (c == '-' || c == '*' || c == 0x2022 || c == 0x25cf || c == 0x25aa || c == 0x2013 || c == 0xb7) &&
         is_space (char_at (self, after (self, byte)));
}

/* Whether the lines of this text are broken by width: then a single line break is no more than a space. */
static gboolean
is_wrapped (const Tokenizer *self)
{
  guint inner = 0, full = 0, longest = 0, width = 0;

  for (gsize byte = 0; byte <= self->length; byte++)
    {
      if (byte < self->length && self->text[byte] != '\n')
        {
          width += (self->text[byte] & 0xc0) != 0x80;
          continue;
        }
      longest = MAX (longest, width);
      if (byte + 1 < self->length && self->text[byte + 1] != '\n' && self->text[byte + 1] != '\r' && width > 0)
        {
          inner++;
          full += width >= 45 && !in_set (self->text[byte - 1], ".!?:\"");
        }
      width = 0;
    }

  return longest <= 100 && inner >= 2 && full * 2 > inner;
}

/*
 * Divides the text into tokens in the manner of Universal Dependencies: punctuation alone, clitics split off,
 * hyphenated words apart unless the first part is a prefix. @gaps gets what stands before each token.
 */
void
sayso_reader_tokenize (SaysoReading *reading, GByteArray *gaps)
{
  Tokenizer self = { .reading = reading, .gaps = gaps, .gap = SAYSO_GAP_BLOCK };
  gboolean wrapped;
  gsize byte = 0;

  self.forms = sayso_reader_get_table ("abbreviations.tsv");
  self.text = sayso_text_get_utf8 (reading->text);
  self.length = sayso_text_get_bytes (reading->text);
  wrapped = is_wrapped (&self);

  while (byte < self.length)
    {
      gunichar c = char_at (&self, byte);

      if (!is_space (c))
        {
          byte = emit_at (&self, byte);
          continue;
        }
      if (c == '\n' || c == 0x2029 || (c == '\r' && char_at (&self, byte + 1) != '\n'))
        {
          guint breaks = 0;

          while (byte < self.length && is_space (char_at (&self, byte)))
            {
              c = char_at (&self, byte);
              breaks += c == '\n' || c == 0x2029 || (c == '\r' && char_at (&self, byte + 1) != '\n');
              byte = after (&self, byte);
            }
          if (byte < self.length && (breaks > 1 || !wrapped || is_bullet (&self, byte)))
            self.gap = SAYSO_GAP_BLOCK;
          else
            self.gap = MAX (self.gap, SAYSO_GAP_SPACE);
          continue;
        }
      self.gap = MAX (self.gap, SAYSO_GAP_SPACE);
      byte = after (&self, byte);
    }
}

gboolean
sayso_token_copy (const SaysoReading *reading, const SaysoToken *token, gboolean lower, char form[SAYSO_WORD_MAX + 1])
{
  const char *text = sayso_token_text (reading, token);
  gsize length = sayso_token_bytes (token), used = 0;

  if (length > SAYSO_WORD_MAX)
    return FALSE;

  for (gsize i = 0; i < length;)
    {
      guint skip = g_utf8_skip[(guchar) text[i]];

      if (skip == 3 && memcmp (text + i, "\u2019", 3) == 0)
        form[used++] = '\'';
      else if (skip == 1)
        form[used++] = lower ? g_ascii_tolower (text[i]) : text[i];
      else
        {
          char folded[8];
          gint n = lower ? g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (text + i)), folded) : 0;

          /* Where lower case would need more room the form stays as it is. */
          if (n > 0 && (guint) n <= skip)
            memcpy (form + used, folded, n);
          else
            memcpy (form + used, text + i, n = skip);
          used += n;
        }
      i += skip;
    }
  form[used] = '\0';

  return TRUE;
}

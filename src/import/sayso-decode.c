/* sayso-decode.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-decode.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <uchardet.h>

#include "sayso-import.h"

#define REPLACEMENT "\xef\xbf\xbd"

/* How many bytes at most are shown to the detector. */
#define DETECT_BYTES (256 * 1024)

/* A text is refused when more than one in this many of its characters is broken, or a control character (a few pass).
 */
#define BROKEN_SHARE 10
#define CONTROL_SHARE 50
#define CONTROL_FEW 4

/* Names under which other encodings travel than those they name: browsers read them so, writers mean them so. */
static const struct
{
  const char *label;
  const char *charset;
} labels[] = {
  { "ascii", "CP1252" },
  { "us-ascii", "CP1252" },
  { "iso-8859-1", "CP1252" },
  { "latin1", "CP1252" },
  { "iso8859-1", "CP1252" },
  { "iso-8859-9", "CP1254" },
  { "iso-8859-11", "CP874" },
  { "tis-620", "CP874" },
  { "gb2312", "GB18030" },
  { "gbk", "GB18030" },
  { "big5", "BIG5-HKSCS" },
  { "shift_jis", "CP932" },
  { "euc-kr", "CP949" },
  { "uhc", "CP949" },
  { "ks_c_5601-1987", "CP949" },
  { "x-sjis", "CP932" },
  { "mac-cyrillic", "MAC-CYRILLIC" },
};

typedef enum
{
  UNIT_NONE,
  UNIT_UTF8,
  UNIT_UTF16_LE,
  UNIT_UTF16_BE,
  UNIT_UTF32_LE,
  UNIT_UTF32_BE,
} Unit;

static const struct
{
  Unit unit;
  guint length;
  const char *bytes;
} marks[] = {
  { UNIT_UTF8, 3, "\xef\xbb\xbf" }, { UNIT_UTF32_LE, 4, "\xff\xfe\0\0" }, { UNIT_UTF32_BE, 4, "\0\0\xfe\xff" },
  { UNIT_UTF16_LE, 2, "\xff\xfe" }, { UNIT_UTF16_BE, 2, "\xfe\xff" },
};

/* Without a mark: text of mostly Latin letters, spaces and line ends has its zero bytes all on one side. */
static Unit
guess_unit (const guchar *data, gsize size)
{
  gsize zeros[4] = { 0 }, n = MIN (size, DETECT_BYTES) & ~(gsize) 3;

  if (n < 4 || memchr (data, 0, n) == NULL)
    return UNIT_NONE;
  for (gsize i = 0; i < n; i++)
    zeros[i % 4] += data[i] == 0;

  if (zeros[3] == n / 4 && zeros[2] == n / 4 && zeros[0] == 0)
    return UNIT_UTF32_LE;
  if (zeros[0] == n / 4 && zeros[1] == n / 4 && zeros[3] == 0)
    return UNIT_UTF32_BE;
  if (zeros[1] + zeros[3] > n / 5 && zeros[0] + zeros[2] == 0)
    return UNIT_UTF16_LE;
  if (zeros[0] + zeros[2] > n / 5 && zeros[1] + zeros[3] == 0)
    return UNIT_UTF16_BE;

  return UNIT_NONE;
}

static GString *
decode_wide (const guchar *data, gsize size, Unit unit, gsize *broken)
{
  guint width = unit == UNIT_UTF16_LE || unit == UNIT_UTF16_BE ? 2 : 4;
  gboolean little = unit == UNIT_UTF16_LE || unit == UNIT_UTF32_LE;
  GString *text = g_string_sized_new (size);
  gunichar high = 0;

  for (gsize i = 0; i + width <= size; i += width)
    {
      gunichar c = 0;

      for (guint k = 0; k < width; k++)
        c = c << 8 | data[i + (little ? width - 1 - k : k)];

      if (high != 0 && width == 2 && c >= 0xdc00 && c < 0xe000)
        {
          g_string_append_unichar (text, 0x10000 + ((high - 0xd800) << 10) + (c - 0xdc00));
          high = 0;
          continue;
        }
      if (high != 0)
        {
          g_string_append (text, REPLACEMENT);
          (*broken)++;
          high = 0;
        }
      if (width == 2 && c >= 0xd800 && c < 0xdc00)
        high = c;
      else if (c < 0x110000 && (c < 0xd800 || c >= 0xe000))
        g_string_append_unichar (text, c);
      else
        {
          g_string_append (text, REPLACEMENT);
          (*broken)++;
        }
    }

  if (high != 0 || size % width != 0)
    {
      g_string_append (text, REPLACEMENT);
      (*broken)++;
    }

  return text;
}

/* UTF-8 with a few broken places: many more whole sequences than broken ones, or one cut off at the very end. */
static GString *
decode_damaged_utf8 (const char *data, gsize size, gsize *broken)
{
  g_autoptr (GString) text = g_string_sized_new (size);
  gsize whole = 0, invalid = 0;
  gboolean cut = FALSE;

  for (const char *p = data, *end = data + size; p < end;)
    {
      const char *bad;
      gboolean valid = g_utf8_validate_len (p, end - p, &bad);

      for (const char *q = p; q < bad; q++)
        whole += ((guchar) *q & 0xc0) == 0xc0;
      g_string_append_len (text, p, bad - p);
      if (valid)
        break;

      invalid++;
      cut = end - bad > 1 && g_utf8_get_char_validated (bad, end - bad) == (gunichar) -2;
      g_string_append (text, REPLACEMENT);
      p = cut ? end : bad + 1;
    }

  if (!(invalid * 10 <= whole || (cut && invalid == 1)))
    return NULL;

  *broken += invalid;
  return g_steal_pointer (&text);
}

static char *
detect_charset (const char *data, gsize size)
{
  uchardet_t detector = uchardet_new ();
  char *charset = NULL;

  if (uchardet_handle_data (detector, data, MIN (size, DETECT_BYTES)) == 0)
    {
      uchardet_data_end (detector);
      charset = g_strdup (uchardet_get_charset (detector));
    }
  uchardet_delete (detector);

  return charset;
}

static GString *
convert (const char *data, gsize size, const char *charset)
{
  g_autofree char *utf8 = NULL;
  gsize length;

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_ascii_strcasecmp (charset, labels[i].label) == 0)
      charset = labels[i].charset;

  utf8 = *charset != '\0' ? g_convert (data, size, "UTF-8", charset, NULL, &length, NULL) : NULL;

  /* Some converters make characters beyond the last of Unicode. */
  return utf8 != NULL && (memchr (utf8, 0, length) != NULL || g_utf8_validate_len (utf8, length, NULL))
             ? g_string_new_len (utf8, length)
             : NULL;
}

static GString *
decode_narrow (const char *data, gsize size, const char *charset, gsize *broken)
{
  GString *text;
  g_autofree char *detected = NULL;

  /* These write everything in ASCII, so nothing but their name tells them. */
  if (charset != NULL && g_ascii_strncasecmp (charset, "iso-2022", strlen ("iso-2022")) == 0 &&
      (text = convert (data, size, charset)) != NULL)
    return text;

  /* No other encoding is taken for valid UTF-8 by accident, and pages lie about their encoding. */
  if (g_utf8_validate_len (data, size, NULL))
    return g_string_new_len (data, size);
  if ((text = decode_damaged_utf8 (data, size, broken)) != NULL)
    return text;
  if (charset != NULL && (text = convert (data, size, charset)) != NULL)
    return text;

  detected = detect_charset (data, size);
  if (detected != NULL && (text = convert (data, size, detected)) != NULL)
    return text;
  if ((text = convert (data, size, "CP1252")) != NULL)
    return text;

  return convert (data, size, "ISO-8859-1");
}

/**
 * sayso_decode:
 * @bytes: a text in any encoding
 * @charset: (nullable): the encoding it is said to be in
 * @name: what messages call it
 * @length: (out): how many bytes it has in UTF-8
 * @error: return location for a %SAYSO_IMPORT_ERROR
 *
 * Turns a text into UTF-8. A byte order mark decides, and is dropped; else what the bytes themselves show; else
 * @charset; else the most likely one. What cannot be decoded becomes U+FFFD; where that is much, it is an error.
 *
 * Returns: (transfer full): valid UTF-8 without U+0000
 */
char *
sayso_decode (GBytes *bytes, const char *charset, const char *name, gsize *length, GError **error)
{
  g_autoptr (GString) text = NULL;
  gsize size, broken = 0, controls = 0, zeros = 0, chars = 0;
  const char *data;
  Unit unit = UNIT_NONE;

  g_return_val_if_fail (bytes != NULL && name != NULL && length != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  for (guint i = 0; i < G_N_ELEMENTS (marks) && unit == UNIT_NONE; i++)
    if (size >= marks[i].length && memcmp (data, marks[i].bytes, marks[i].length) == 0)
      {
        unit = marks[i].unit;
        data += marks[i].length;
        size -= marks[i].length;
      }
  if (unit == UNIT_NONE)
    unit = guess_unit ((const guchar *) data, size);

  if (unit != UNIT_UTF8 && unit != UNIT_NONE)
    text = decode_wide ((const guchar *) data, size, unit, &broken);
  else if (memchr (data, 0, size) == NULL) /* a zero byte is no character of any other encoding of texts */
    text = decode_narrow (data, size, unit == UNIT_UTF8 ? NULL : charset, &broken);

  for (gsize i = 0; text != NULL && i < text->len; i++)
    {
      guchar c = text->str[i];

      if (c >= 0x20 && c != 0x7f)
        continue;
      controls += !(c >= '\t' && c <= '\r') && c != 0x1b;
      zeros += c == 0;
    }
  if (text != NULL && (controls > CONTROL_FEW || broken > 0))
    chars = g_utf8_strlen (text->str, text->len);

  if (text == NULL || zeros > 0 || (controls > CONTROL_FEW && controls * CONTROL_SHARE > chars))
    {
      g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_BINARY,
                   _ ("“%s” holds no text, but binary data. Open it in the program it belongs to, and save its text as "
                      "a text file or a web page."),
                   name);
      return NULL;
    }
  if (broken * BROKEN_SHARE > chars)
    {
      g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_ENCODING,
                   _ ("The characters of “%s” cannot be decoded. Save it again in UTF-8, and import that."), name);
      return NULL;
    }

  *length = text->len;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

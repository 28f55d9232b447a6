/* sayso-redaction.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-redaction.h"

#include <stdlib.h>
#include <string.h>

#include "sayso-queries.h"

/* What stands where somebody was left out. English in every locale: exports are the same bytes everywhere. */
#define LEFT_OUT "[withheld]"

/* Shorter names are found only as whole words and in their own case: "US" is not "us". */
#define SHORT_NAME 4
#define SHORTEST_PART 3

struct _SaysoRedaction
{
  GHashTable *withheld;     /* "KIND:ID" → SaysoWithhold */
  GHashTable *replacements; /* letters and digits of a name, folded → what stands for it */
  GRegex *names;            /* nullable; any of them */
};

G_DEFINE_BOXED_TYPE (SaysoRedaction, sayso_redaction, sayso_redaction_copy, sayso_redaction_free)

SaysoRedaction *
sayso_redaction_new (void)
{
  SaysoRedaction *self = g_new0 (SaysoRedaction, 1);

  self->withheld = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->replacements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

/* Names are not copied: they are read from the casebook. */
SaysoRedaction *
sayso_redaction_copy (const SaysoRedaction *self)
{
  SaysoRedaction *copy = sayso_redaction_new ();
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->withheld);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy->withheld, g_strdup (key), value);

  return copy;
}

void
sayso_redaction_free (SaysoRedaction *self)
{
  g_hash_table_unref (self->withheld);
  g_hash_table_unref (self->replacements);
  g_clear_pointer (&self->names, g_regex_unref);
  g_free (self);
}

static char *
key_of (SaysoItemKind kind, gint64 id)
{
  return g_strdup_printf ("%d:%" G_GINT64_FORMAT, kind, id);
}

/**
 * sayso_redaction_withhold:
 * @self: a redaction
 * @kind: %SAYSO_ITEM_ACTOR or %SAYSO_ITEM_ARTICLE
 * @id: which
 * @withhold: how
 */
void
sayso_redaction_withhold (SaysoRedaction *self, SaysoItemKind kind, gint64 id, SaysoWithhold withhold)
{
  g_return_if_fail (self != NULL && (kind == SAYSO_ITEM_ACTOR || kind == SAYSO_ITEM_ARTICLE));

  if (withhold == SAYSO_WITHHOLD_NOTHING)
    {
      g_autofree char *key = key_of (kind, id);

      g_hash_table_remove (self->withheld, key);
    }
  else
    {
      g_hash_table_insert (self->withheld, key_of (kind, id), GINT_TO_POINTER (withhold));
    }
}

SaysoWithhold
sayso_redaction_get (const SaysoRedaction *self, SaysoItemKind kind, gint64 id)
{
  g_autofree char *key = key_of (kind, id);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->withheld, key));
}

gboolean
sayso_redaction_is_empty (const SaysoRedaction *self)
{
  return g_hash_table_size (self->withheld) == 0;
}

/* How many actors and articles are withheld. */
guint
sayso_redaction_count (const SaysoRedaction *self)
{
  return g_hash_table_size (self->withheld);
}

void
sayso_redaction_clear (SaysoRedaction *self)
{
  g_hash_table_remove_all (self->withheld);
}

/**
 * sayso_redaction_pseudonym:
 * @item: an actor or an article
 *
 * Returns: (transfer full): what stands for it, after its id: "Person 12"
 */
char *
sayso_redaction_pseudonym (SaysoItem *item)
{
  static const char *const kinds[] = { "Actor",  "Person", "Organization", "Agency",
                                       "Outlet", "Group",  "Product",      "Place" };
  const char *kind = SAYSO_IS_ACTOR (item) ? kinds[SAYSO_ACTOR (item)->kind] : "Article";

  return g_strdup_printf ("%s %" G_GINT64_FORMAT, kind, sayso_item_get_id (item));
}

/* -- finding names ------------------------------------------------------------------------------------ */

/* Letters and digits alone, folded: what is the same of a name however it is written. */
static char *
letters_of (const char *name, gsize length)
{
  GString *letters = g_string_new (NULL);
  g_autofree char *folded = g_utf8_casefold (name, length);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == '%' && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]))
      p += 2;
    else if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (letters, g_utf8_get_char (p));

  return g_string_free_and_steal (letters);
}

/* g_utf8_strlen() ends at U+0000, which a text may hold. */
static guint
count_chars (const char *text, gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += (text[i] & 0xc0) != 0x80;

  return n;
}

/* A name as a pattern: its words with anything between them that is no word, so that it is found in addresses and
 * file names as well. */
static char *
pattern_of (const char *name, glong n_letters)
{
  GString *pattern = g_string_new (n_letters > SHORT_NAME ? "(?i:" : "(?<![\\p{L}\\p{N}])(?:");
  gboolean within = FALSE, any = FALSE;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c))
        {
          within = FALSE;
          continue;
        }
      if (any && !within)
        g_string_append (pattern, "(?:%[0-9A-Fa-f]{2}|[^\\p{L}\\p{N}]){0,6}");
      g_string_append_unichar (pattern, c);
      within = any = TRUE;
    }
  g_string_append (pattern, n_letters > SHORT_NAME ? ")" : ")(?![\\p{L}\\p{N}])");

  return g_string_free_and_steal (pattern);
}

static void
add_name (SaysoRedaction *self, GHashTable *patterns, const char *name, const char *replacement)
{
  g_autofree char *letters = letters_of (name, strlen (name));
  glong n_letters = g_utf8_strlen (letters, -1);

  if (n_letters == 0 || g_hash_table_contains (self->replacements, letters))
    return;
  g_hash_table_insert (patterns, pattern_of (name, n_letters), GINT_TO_POINTER (n_letters));
  g_hash_table_insert (self->replacements, g_steal_pointer (&letters), g_strdup (replacement));
}

/* Of a person, "Quill" says as much as "Ada Quill". */
static void
add_parts (SaysoRedaction *self, GHashTable *patterns, const char *name, const char *replacement)
{
  g_auto (GStrv) parts = g_strsplit_set (name, " -.,'’", -1);

  for (char **part = parts; *part != NULL; part++)
    if (g_utf8_strlen (*part, -1) >= SHORTEST_PART && g_unichar_isupper (g_utf8_get_char (*part)))
      add_name (self, patterns, *part, replacement);
}

static int
longest_first (gconstpointer a, gconstpointer b, gpointer patterns)
{
  int difference = GPOINTER_TO_INT (g_hash_table_lookup (patterns, *(gpointer *) b)) -
                   GPOINTER_TO_INT (g_hash_table_lookup (patterns, *(gpointer *) a));

  return difference != 0 ? difference : strcmp (*(char **) a, *(char **) b);
}

static void
add_item (SaysoRedaction *self, GHashTable *patterns, SaysoItem *item)
{
  SaysoWithhold withhold = sayso_redaction_get (self, sayso_item_get_kind (item), sayso_item_get_id (item));
  g_autofree char *pseudonym = sayso_redaction_pseudonym (item);
  const char *replacement = withhold == SAYSO_WITHHOLD_ITEM ? LEFT_OUT : pseudonym;

  add_name (self, patterns, sayso_item_get_title (item), replacement);
  if (!SAYSO_IS_ACTOR (item))
    return;
  for (char **alias = SAYSO_ACTOR (item)->aliases; *alias != NULL; alias++)
    add_name (self, patterns, *alias, replacement);
  if (SAYSO_ACTOR (item)->kind == SAYSO_NAME_PERSON && !SAYSO_ACTOR (item)->unnamed)
    {
      add_parts (self, patterns, sayso_item_get_title (item), replacement);
      for (char **alias = SAYSO_ACTOR (item)->aliases; *alias != NULL; alias++)
        add_parts (self, patterns, *alias, replacement);
    }
}

/* Several items may share a name; which pseudonym it gets must not depend on chance. */
static int
by_key (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

/**
 * sayso_redaction_load:
 * @self: a redaction
 * @casebook: what it is of
 * @error: return location for an error
 *
 * Reads the names of what is withheld. Blocks for milliseconds.
 *
 * Returns: whether they could be read
 */
gboolean
sayso_redaction_load (SaysoRedaction *self, SaysoCasebook *casebook, GError **error)
{
  g_autoptr (GHashTable) patterns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) keys = g_hash_table_get_keys_as_ptr_array (self->withheld);
  g_autoptr (GPtrArray) sorted = NULL;
  g_autoptr (GString) all = g_string_new (NULL);

  g_hash_table_remove_all (self->replacements);
  g_clear_pointer (&self->names, g_regex_unref);
  g_ptr_array_sort (keys, by_key);
  for (guint i = 0; i < keys->len; i++)
    {
      char *id;
      SaysoItemKind kind = strtol (g_ptr_array_index (keys, i), &id, 10);
      g_autoptr (SaysoItem) item = sayso_casebook_get (casebook, kind, g_ascii_strtoll (id + 1, NULL, 10), error);

      if (item == NULL)
        return FALSE;
      add_item (self, patterns, item);
    }
  if (g_hash_table_size (patterns) == 0)
    return TRUE;

  sorted = g_hash_table_get_keys_as_ptr_array (patterns);
  g_ptr_array_sort_with_data (sorted, longest_first, patterns);
  for (guint i = 0; i < sorted->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? "|" : "", (const char *) g_ptr_array_index (sorted, i));
  self->names = g_regex_new (all->str, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, error);

  return self->names != NULL;
}

/**
 * sayso_redaction_apply:
 * @self: a redaction that was loaded
 * @text: (nullable): a string
 * @length: its bytes, or -1
 * @made_length: (nullable) (out): bytes of what was made
 * @edits: (nullable) (element-type SaysoEdit): gets what was replaced
 *
 * Returns: (transfer full) (nullable): the string without withheld names; %NULL for %NULL
 */
char *
sayso_redaction_apply (const SaysoRedaction *self, const char *text, gssize length, gsize *made_length, GArray *edits)
{
  g_autoptr (GMatchInfo) match = NULL;
  GString *made;
  int done = 0;
  guint from = 0, to = 0;

  if (text == NULL)
    return NULL;
  if (length < 0)
    length = strlen (text);
  made = g_string_sized_new (length);
  if (self->names != NULL)
    g_regex_match_full (self->names, text, length, 0, G_REGEX_MATCH_DEFAULT, &match, NULL);
  for (; match != NULL && g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      int start, end;
      g_autofree char *letters = NULL;
      const char *replacement;
      SaysoEdit edit;

      g_match_info_fetch_pos (match, 0, &start, &end);
      letters = letters_of (text + start, end - start);
      replacement = g_hash_table_lookup (self->replacements, letters);
      if (replacement == NULL) /* what casefold and the pattern hold for the same, differently */
        replacement = LEFT_OUT;

      g_string_append_len (made, text + done, start - done);
      g_string_append (made, replacement);
      edit.from.start = from + count_chars (text + done, start - done);
      edit.from.end = edit.from.start + count_chars (text + start, end - start);
      edit.to.start = to + edit.from.start - from;
      edit.to.end = edit.to.start + g_utf8_strlen (replacement, -1);
      from = edit.from.end;
      to = edit.to.end;
      done = end;
      if (edits != NULL)
        g_array_append_val (edits, edit);
    }
  g_string_append_len (made, text + done, length - done);
  if (made_length != NULL)
    *made_length = made->len;

  return g_string_free_and_steal (made);
}

static guint
map (GArray *edits, guint place, gboolean is_end)
{
  gint64 shift = 0;

  for (guint i = 0; i < edits->len; i++)
    {
      const SaysoEdit *edit = &g_array_index (edits, SaysoEdit, i);

      if (place < edit->from.start + (is_end ? 1 : 0))
        break;
      if (is_end ? place <= edit->from.end : place < edit->from.end)
        return is_end ? edit->to.end : edit->to.start;
      shift = (gint64) edit->to.end - edit->from.end;
    }

  return place + shift;
}

/**
 * sayso_edits_map:
 * @edits: (element-type SaysoEdit): what was replaced, in order
 * @span: a span of the text before
 *
 * Returns: where that is in the text made; what touches a replaced name takes in all of it
 */
SaysoSpan
sayso_edits_map (GArray *edits, SaysoSpan span)
{
  return SAYSO_SPAN (map (edits, span.start, FALSE), map (edits, span.end, TRUE));
}

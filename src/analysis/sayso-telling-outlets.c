/* sayso-telling-outlets.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-telling-private.h"

#include <string.h>

#include "sayso-vocabulary.h"

/* Which outlets a sentence names as those that it has something from, and whether it was told to its own. */

/* An outlet's name has so many words at most, and initials so many letters. */
#define MAX_OF_NAME 6
#define MAX_INITIALS 6

/* As many words may stand between an outlet and its verb: "The Post and the Herald both report". */
#define VERB_WITHIN 6

/* -- names of outlets --------------------------------------------------------------------------------- */

/* Whether a key is made of the first letters of another's words: "rtm" for "rail track monthly", "lvp" for "lower vale
 * press agency". */
static gboolean
is_initials_of (const char *key, const char *outlet)
{
  gsize n = strlen (key), i = 0;

  if (n < 2 || n > MAX_INITIALS || strchr (outlet, ' ') == NULL)
    return FALSE;
  for (const char *p = outlet; *p != '\0'; p++)
    if (p == outlet || p[-1] == ' ')
      {
        if (i == n)
          return n > 2;
        if (key[i++] != *p)
          return FALSE;
      }

  return i == n;
}

static gboolean
may_be_short_for (const char *key, const char *outlet)
{
  return sayso_outlet_is (key, outlet) || is_initials_of (key, outlet);
}

gboolean
sayso_making_is_own_outlet (SaysoMaking *self, const char *key)
{
  return *self->outlet_key != '\0' && may_be_short_for (key, self->outlet_key);
}

void
sayso_making_add_outlet (SaysoMaking *self, SaysoSaid *said, const char *name)
{
  g_autofree char *key = sayso_outlet_key (name);

  if (*key == '\0' || sayso_making_is_own_outlet (self, key))
    return;
  for (guint i = 0; i < said->outlets->len; i++)
    {
      g_autofree char *other = sayso_outlet_key (g_ptr_array_index (said->outlets, i));

      if (sayso_outlet_is (key, other))
        return;
    }
  g_ptr_array_add (said->outlets, g_strdup (name));
}

gboolean
sayso_making_publishes (SaysoMaking *self, const char *name)
{
  g_autofree char *key = sayso_outlet_key (name);

  for (guint i = 0; i < self->outlets->len; i++)
    if (g_str_equal (key, g_ptr_array_index (self->outlets, i)))
      return TRUE;

  return FALSE;
}

/* The publisher that a name in short is of: "Examiner" of the Lisborne Examiner. */
static const char *
find_publisher (SaysoMaking *self, const char *key)
{
  for (guint i = 0; *key != '\0' && i < self->outlets->len; i++)
    if (may_be_short_for (key, g_ptr_array_index (self->outlets, i)))
      return g_ptr_array_index (self->outlets, i);

  return NULL;
}

/* "The Argus reported", in the Daily Argus. */
gboolean
sayso_making_is_part_of_own_name (SaysoMaking *self, SaysoMakingClaim *claim)
{
  g_autofree char *key =
      claim->name != NULL && claim->kind == SAYSO_SOURCE_NAMED ? sayso_outlet_key (claim->name) : NULL;

  return key != NULL && !g_str_equal (key, self->outlet_key) && sayso_making_is_own_outlet (self, key);
}

/* -- words of a sentence ------------------------------------------------------------------------------ */

/* As sayso_outlet_key() divides them, in small letters but where they are written with a capital. */
static GPtrArray *
split_words (const char *sentence)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *start = NULL;

  for (const char *p = sentence;; p = g_utf8_next_char (p))
    {
      gboolean inside = *p != '\0' && (g_unichar_isalnum (g_utf8_get_char (p)) || (*p == '\'' && start != NULL));

      if (inside && start == NULL)
        start = p;
      else if (!inside && start != NULL)
        {
          g_ptr_array_add (words, g_strndup (start, p - start));
          start = NULL;
        }
      if (*p == '\0')
        return words;
    }
}

static gboolean
is_capital (const char *word)
{
  return g_unichar_isupper (g_utf8_get_char (word));
}

static gboolean
is (const char *class, GPtrArray *words, guint i)
{
  g_autofree char *small = i < words->len ? g_utf8_strdown (g_ptr_array_index (words, i), -1) : NULL;

  return small != NULL && sayso_vocabulary_is (class, small);
}

static gboolean
is_word (GPtrArray *words, guint i, const char *word)
{
  return i < words->len && g_ascii_strcasecmp (g_ptr_array_index (words, i), word) == 0;
}

static char *
join (GPtrArray *words, guint first, guint end)
{
  GString *joined = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    g_string_append_printf (joined, "%s%s", i > first ? " " : "", (char *) g_ptr_array_index (words, i));

  return g_string_free_and_steal (joined);
}

/* Whether what stands before @i makes it the one that was told, or that reported. */
static gboolean
is_led_to (GPtrArray *words, guint i)
{
  while (i > 0 && (is_word (words, i - 1, "the") || (is ("medium", words, i - 1) && !is ("tell", words, i - 1))))
    i--;

  return i > 0 && (is ("hear", words, i - 1) || is_word (words, i - 1, "by") ||
                   (i > 1 && is_word (words, i - 1, "to") &&
                    (is_word (words, i - 2, "according") || is ("confirm", words, i - 2))));
}

/* Whether what stands from @i on makes what is before it the one that reports. @wide: other outlets may stand between
 */
static gboolean
carries (GPtrArray *words, guint i, gboolean wide)
{
  for (guint k = i; k < MIN (i + (wide ? VERB_WITHIN : 2), words->len); k++)
    {
      if (is ("tell", words, k) || (wide && is ("carry", words, k)))
        return TRUE;
      if (wide && !is_capital (g_ptr_array_index (words, k)) && !is_word (words, k, "and") &&
          !is_word (words, k, "the") && !is_word (words, k, "both") && !is_word (words, k, "also"))
        return FALSE;
    }

  return FALSE;
}

/* What publishes an article of the casebook need not be known as an outlet. It is cited where it is said to report
 * something, or to have been told: by its whole name, or "the Examiner" for the Lisborne Examiner. */
static gboolean
is_cited (const char *outlet, GPtrArray *words)
{
  g_auto (GStrv) name = g_strsplit (outlet, " ", -1);
  guint n = g_strv_length (name);
  gboolean news = n > 1 && sayso_vocabulary_is ("masthead", name[n - 1]);

  for (guint i = 0; i < words->len; i++)
    {
      guint k = 0;

      while (k < n && is_word (words, i + k, name[k]))
        k++;
      if (k == n && ((n > 1 && (is_led_to (words, i) || carries (words, i + n, FALSE))) ||
                     (n == 1 && is_capital (g_ptr_array_index (words, i)) && i > 0 && is ("hear", words, i - 1))))
        return TRUE;
      if (news && is_word (words, i, name[n - 1]) && is_capital (g_ptr_array_index (words, i)) && i > 0 &&
          is_word (words, i - 1, "the") && (is_led_to (words, i) || carries (words, i + 1, TRUE)))
        return TRUE;
    }

  return FALSE;
}

/* Outlets named outside of what is told: "two officials told CyberScoop". @claim: nothing for a sentence with a tail */
void
sayso_making_find_outlets (SaysoMaking *self, SaysoSpan sentence, SaysoMakingClaim *claim, SaysoSaid *said)
{
  g_autofree char *line = sayso_text_slice (self->text, sentence);
  g_autofree char *key = sayso_outlet_key (line);
  g_autoptr (GPtrArray) words = NULL;

  for (guint i = 0; i < self->mentions->len; i++)
    {
      const SaysoMakingMention *mention = &g_array_index (self->mentions, SaysoMakingMention, i);

      if (!sayso_span_contains (sentence, mention->span) || mention->kind != SAYSO_NAME_OUTLET || mention->unnamed ||
          (claim == NULL && self->told.end < sentence.end && sayso_span_contains (self->told, mention->span)))
        continue;
      if (claim == NULL || sayso_making_share (claim, SAYSO_MAKING_CONTENT, mention->span) == 0 ||
          claim->kind == SAYSO_SOURCE_OUTLET)
        sayso_making_add_outlet (self, said, mention->name);
    }

  for (guint i = 0; i < self->outlets->len; i++)
    {
      const char *outlet = g_ptr_array_index (self->outlets, i);
      const char *last = strrchr (outlet, ' ');

      if (strstr (key, last != NULL ? last + 1 : outlet) == NULL)
        continue;
      if (words == NULL)
        words = split_words (line);
      if (is_cited (outlet, words))
        sayso_making_add_outlet (self, said, outlet);
    }
}

/* -- whom it was told to ------------------------------------------------------------------------------ */

static gboolean
names_own (SaysoMaking *self, GPtrArray *words, guint first)
{
  guint i = is_word (words, first, "the") ? first + 1 : first;

  for (guint end = i + 1; end <= MIN (i + MAX_OF_NAME, words->len); end++)
    {
      g_autofree char *name = join (words, i, end);
      g_autofree char *key = sayso_outlet_key (name);

      if (is_capital (g_ptr_array_index (words, i)) && sayso_making_is_own_outlet (self, key))
        return TRUE;
    }

  return FALSE;
}

/* Cites what the article cited last. */
static gboolean
cite_last (SaysoMaking *self, SaysoSaid *said)
{
  for (guint i = self->before->len; i-- > 0;)
    {
      GPtrArray *outlets = ((const SaysoTelling *) g_ptr_array_index (self->before, i))->said.outlets;

      for (guint k = 0; k < outlets->len; k++)
        sayso_making_add_outlet (self, said, g_ptr_array_index (outlets, k));
      if (outlets->len > 0)
        return TRUE;
    }

  return FALSE;
}

/* "She told this newspaper": nothing else can be where the article has it from. "A friend told the magazine": that is
 * the one it cited before. Returns: whether it was told to the article's own outlet */
gboolean
sayso_making_find_hearer (SaysoMaking *self, SaysoSpan sentence, SaysoSaid *said)
{
  g_autofree char *line = sayso_text_slice (self->text, sentence);
  g_autoptr (GPtrArray) words = split_words (line);

  for (guint i = 0; i + 1 < words->len; i++)
    {
      guint to = i + 1;

      if (is ("confirm", words, i) && is_word (words, i + 1, "to"))
        to = i + 2;
      else if (!is ("hear", words, i))
        continue;
      if (names_own (self, words, to) || (is_word (words, to, "this") && is ("own", words, to + 1)) ||
          is_word (words, to, "us") || is_word (words, to, "me"))
        return TRUE;
      if (!is_word (words, to, "the") || !is ("medium", words, to + 1) ||
          is_capital (g_ptr_array_index (words, to + 1)))
        continue;
      /* "She told the agency", in an agency's story. */
      if (strstr (self->outlet_key, g_ptr_array_index (words, to + 1)) != NULL)
        return TRUE;
      if (said->outlets->len == 0)
        cite_last (self, said);
    }

  return FALSE;
}

/* -- outlets as sources ------------------------------------------------------------------------------- */

/* "The website reports": the outlet that the article cited last; "newspapers report": the press. */
void
sayso_making_cite_again (SaysoMaking *self, const char *source, SaysoSaid *said)
{
  g_autoptr (GPtrArray) words = split_words (source);
  gboolean several = FALSE;

  for (guint i = 0; i < words->len; i++)
    several = several || is ("press", words, i);
  if (several || !is_word (words, 0, "the") || !cite_last (self, said))
    said->press = TRUE;
}

/* "The Journal said": the Lakeside Journal that the article cited before. */
gboolean
sayso_making_cite_in_short (SaysoMaking *self, SaysoMakingClaim *claim, SaysoSaid *said)
{
  g_autofree char *key = claim->name != NULL ? sayso_outlet_key (claim->name) : NULL;

  for (guint i = self->before->len; key != NULL && i-- > 0;)
    {
      GPtrArray *outlets = ((const SaysoTelling *) g_ptr_array_index (self->before, i))->said.outlets;

      for (guint k = 0; k < outlets->len; k++)
        {
          g_autofree char *other = sayso_outlet_key (g_ptr_array_index (outlets, k));

          if (!sayso_outlet_is (key, other))
            continue;
          sayso_making_add_outlet (self, said, g_ptr_array_index (outlets, k));
          return TRUE;
        }
    }

  return FALSE;
}

/* The name beside what kind of outlet it is: "the security blog Patchwork", "Glitz magazine". */
static char *
name_beside_medium (GPtrArray *words)
{
  for (guint i = 0; i < words->len && !is ("link", words, i); i++)
    {
      guint first = i + 1, end = i + 1;

      if (!is ("medium", words, i) || is_capital (g_ptr_array_index (words, i)))
        continue;
      while (end < words->len && is_capital (g_ptr_array_index (words, end)))
        end++;
      if (end == first && i > 0)
        for (end = first = i;
             first > 0 && is_capital (g_ptr_array_index (words, first - 1)) && !is_word (words, first - 1, "the");)
          first--;

      return end > first ? join (words, first, end) : NULL;
    }

  return NULL;
}

/**
 * sayso_making_cite_described:
 * @self: an article
 * @source: the words of a source
 * @said: on whose word
 *
 * Adds the outlets that a source consists of: "trade journal Chip Courier", "the Examiner and RTM".
 *
 * Returns: whether it is nothing but outlets
 */
gboolean
sayso_making_cite_described (SaysoMaking *self, const char *source, SaysoSaid *said)
{
  g_auto (GStrv) pieces = g_strsplit (source, " and ", -1);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  for (; pieces[n] != NULL; n++)
    {
      g_autoptr (GPtrArray) words = split_words (pieces[n]);
      char *name = name_beside_medium (words);

      if (name == NULL && pieces[1] != NULL && words->len > 0 && is_capital (g_ptr_array_index (words, words->len - 1)))
        {
          g_autofree char *piece = join (words, is_word (words, 0, "both"), words->len);
          g_autofree char *key = sayso_outlet_key (piece);

          name = g_strdup (find_publisher (self, key));
        }
      if (name != NULL)
        g_ptr_array_add (found, name);
    }
  for (guint i = 0; found->len == n && i < n; i++)
    sayso_making_add_outlet (self, said, g_ptr_array_index (found, i));

  return n > 0 && found->len == n;
}

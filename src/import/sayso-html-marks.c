/* sayso-html-marks.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-html-private.h"

#include <string.h>

/* Ranks among those of sayso-html-metadata.c, before dates of change. */
#define RANK_NEAR SAYSO_HTML_RANK_SHOWN
#define RANK_FAR 25

/* Longer lines are no byline and no dateline. */
#define MAX_LINE_BYTES 240
#define MAX_MARK_BYTES 160

/* A mark farther from the title than this belongs to something else, or to the whole page. */
#define NEAR_CHARS 1500

/* So much before a date makes it a part of a sentence; so deep lies what stands in a line. */
#define SENTENCE_BYTES 12
#define MAX_INLINE 4

/* Of what is marked as the author's name, not only by the name of a class. */
#define COST_MARKED -100

/* How far the next author's name stands behind one. */
#define SIDE_CHARS 60

static const char date_words[] =
    " date datum dateline datetime published publish pubdate posted postdate timestamp time "
    "fecha created created entrydate itemdate publication ";
static const char author_words[] = " byline bylines author authors authorname autor auteur writer writers reporter ";
static const char foreign_words[] =
    " comment comments kommentare kommentar related sidebar widget recent archive archives "
    "calendar teaser teasers respond disqus footer copyright recommended more trending nav menu ";

/**
 * Mark:
 * @value: what it says
 * @chars: characters of text before it
 * @cost: how unlikely it is for other reasons than its place
 *
 * A date or a name that the page shows.
 */
typedef struct
{
  char *value;
  guint chars;
  int cost;
} Mark;

typedef struct
{
  SaysoHtmlFacts *facts;
  const char *title;
  GArray *dates;
  GArray *authors;
  GArray *aside; /* authors that are marked as such in margins and below */
  guint chars;
  guint foreign;
  guint pardoned;          /* of those that are open, how many hold the title, and are not foreign for that */
  int title_at;            /* -1 before it is met */
  gboolean title_is_first; /* in a heading of the first level, not in a list of stories */
  gboolean name_follows;
} Marks;

typedef enum
{
  BYLINE,
  BY,
  PUBLISHING,
  CHANGING,
  N_PATTERNS,
} Pattern;

static gboolean
matches (Pattern pattern, const char *line, GMatchInfo **match)
{
  static const struct
  {
    const char *text;
    GRegexCompileFlags flags;
  } patterns[N_PATTERNS] = {
    [BYLINE] = { "^(?:By|BY|Von|Par|Por|Di|Text:|Author:|Written by:?|Posted by|Posted on .{6,30} by):?\\s+"
                 "(\\p{Lu}[^.:!?]{2,80})$|^[—–-]*\\s*by\\s+(\\p{Lu}[\\p{L}.'’-]*"
                 "(?:(?:\\s(?:v[ao]n|d[ei]|de[nr]|du|la|le|al|bin))*\\s\\p{Lu}[\\p{L}.'’-]*){1,3})$",
                 0 },
    [BY] = { "^(?:[|·•—–-]\\s*)?(?:By|BY|by|Von|von|Par|par|Por|Written by|Posted by|Author):?$", 0 },
    [PUBLISHING] = { "publish|posted|release|veröffentlich|erstellt|publi[ée]|publicad|pubblicat|gepubliceerd|dateline",
                     G_REGEX_CASELESS },
    [CHANGING] = { "updat|modif|revis|last |aktualisier|geändert|mis à jour|actualizad|aggiornat|copyright|©|event|"
                   "expire",
                   G_REGEX_CASELESS },
  };
  static GRegex *regexes[N_PATTERNS];
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < N_PATTERNS; i++)
        regexes[i] = g_regex_new (patterns[i].text, patterns[i].flags, 0, NULL);
      g_once_init_leave (&ready, 1);
    }

  return g_regex_match (regexes[pattern], line, 0, match);
}

static void
mark_clear (gpointer data)
{
  g_free (((Mark *) data)->value);
}

static void
add_mark (Marks *self, GArray *marks, char *value, int cost)
{
  Mark mark = { value, self->chars, cost };

  g_array_append_val (marks, mark);
}

/* Words beside a date tell what it is the date of. */
static int
cost_of_words (const char *line)
{
  if (matches (CHANGING, line, NULL))
    return 400;

  return matches (PUBLISHING, line, NULL) ? -300 : 0;
}

/* A date in a line of text: a dateline is short, or has the date at its start. */
static void
look_for_date (Marks *self, const char *line, int cost)
{
  gsize start = 0, used = 0, length = strlen (line);
  char *date;

  if (length < 6 || length > MAX_LINE_BYTES)
    return;
  date = sayso_calendar_find (line,
                              self->facts->order == SAYSO_CALENDAR_UNKNOWN ? SAYSO_CALENDAR_PAGE : self->facts->order,
                              &start, &used);
  if (date == NULL)
    return;
  if (strlen (date) < strlen ("2015-03-04") || strcmp (date, "1980") < 0 || strcmp (date, "2100") > 0)
    {
      g_free (date);
      return;
    }

  cost += cost_of_words (line);
  if (length - used > 40)
    cost += start <= 2 && used + 2 < length && strchr (")-,", line[start + used]) != NULL ? 100 : 900;
  add_mark (self, self->dates, date, cost);
}

/* Whether a line begins as bylines do; most do not, and need not be looked at closer. */
static gboolean
may_credit (const char *line)
{
  static const char *const starts[] = { "By",  "by", "BY",    "Von",    "von",     "Par",   "par",
                                        "Por", "Di", "Text:", "Author", "Written", "Posted" };

  if (!g_ascii_isalpha (*line))
    return *line == '|' || *line == '-' || (guchar) *line >= 0x80;
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (starts[i][0] == *line && g_str_has_prefix (line, starts[i]) && !g_ascii_isalpha (line[strlen (starts[i])]))
      return TRUE;

  return FALSE;
}

/* "By Ada Marsh"; "Posted on 4 March by Ada Marsh"; or "By", and the name in the next text. */
static void
look_for_author (Marks *self, const char *line)
{
  g_autoptr (GMatchInfo) match = NULL;

  if (*line == '\0')
    return;
  if (self->name_follows)
    add_mark (self, self->authors, g_strdup (line), 150);
  self->name_follows = FALSE;
  if (strlen (line) > MAX_MARK_BYTES || !may_credit (line))
    return;
  if (matches (BYLINE, line, &match))
    add_mark (self, self->authors, g_match_info_fetch (match, g_match_info_get_match_count (match) - 1), 200);
  else
    self->name_follows = matches (BY, line, NULL);
}

static gboolean
is_foreign (const xmlNode *node)
{
  const char *class = sayso_html_get_attribute (node, "class");

  /* The line below an article of a weblog tells who wrote it. */
  if (class != NULL && strstr (class, "post-footer") != NULL)
    return FALSE;
  if (sayso_html_is_element (node, "body") || sayso_html_is_element (node, "html") ||
      sayso_html_is_element (node, "article") || sayso_html_is_element (node, "main"))
    return FALSE;
  if (sayso_html_is_element (node, "footer") || sayso_html_is_element (node, "aside") ||
      sayso_html_is_element (node, "nav"))
    return TRUE;

  return sayso_html_names_word (class, foreign_words) ||
         sayso_html_names_word (sayso_html_get_attribute (node, "id"), foreign_words);
}

static gboolean
names (const xmlNode *node, const char *words)
{
  static const char *const attributes[] = { "class", "id", "itemprop", "rel", "data-testid" };

  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
      if (g_str_equal (attribute->name, attributes[i]) && attribute->children != NULL &&
          sayso_html_names_word ((const char *) attribute->children->content, words))
        return TRUE;

  return FALSE;
}

static void
look_at_element (Marks *self, xmlNode *node)
{
  const char *title = sayso_html_get_attribute (node, "title"), *datetime = sayso_html_get_attribute (node, "datetime");
  gboolean is_time = sayso_html_is_element (node, "time") || sayso_html_is_element (node, "relative-time");
  gboolean dated = is_time || names (node, date_words);
  int cost = self->foreign + self->pardoned > 0 ? 2000 : 0;

  if (dated)
    {
      g_autofree char *line = sayso_html_render_line (node);
      guint n = self->dates->len;

      if (strlen (line) <= MAX_MARK_BYTES)
        look_for_date (self, line, cost - 100);
      /* What is written is what readers see; the attributes may say when the page was made, or in another zone. */
      if (n == self->dates->len && datetime != NULL)
        look_for_date (self, datetime, cost - 100 + cost_of_words (line));
      if (n == self->dates->len && title != NULL)
        look_for_date (self, title, cost - 50);
    }
  if (names (node, author_words))
    {
      gboolean marked =
          sayso_html_attribute_has (node, "rel", "author") || sayso_html_attribute_has (node, "itemprop", "author");
      g_autofree char *line = self->foreign == 0 || marked ? sayso_html_render_line (node) : NULL;

      if (line != NULL && strlen (line) > 1 && strlen (line) <= MAX_MARK_BYTES)
        add_mark (self, self->foreign == 0 ? self->authors : self->aside, g_steal_pointer (&line),
                  marked ? COST_MARKED : 0);
    }
}

/* Whether a text may have a date in it, or begin a byline; most can be passed over for that. */
static gboolean
may_tell (const char *text)
{
  return may_credit (text) || strpbrk (text, "0123456789") != NULL;
}

/* Whether words come before a text on its line that make it the end of a sentence's part: "was sold on 4 March 2015".
 */
static gboolean
is_in_sentence (const xmlNode *node)
{
  const char *text, *end, *word;

  for (guint depth = 0; depth < MAX_INLINE && node->prev == NULL; depth++)
    {
      node = node->parent;
      if (node == NULL || node->type != XML_ELEMENT_NODE ||
          (sayso_html_get_flags (node) & (SAYSO_HTML_BLOCK | SAYSO_HTML_CELL)) != 0)
        return FALSE;
    }
  node = node->prev;
  for (guint depth = 0; depth < MAX_INLINE && node != NULL && node->type == XML_ELEMENT_NODE; depth++)
    node = (sayso_html_get_flags (node) & (SAYSO_HTML_BLOCK | SAYSO_HTML_BREAK)) == 0 ? node->last : NULL;
  if (node == NULL || node->type != XML_TEXT_NODE)
    return FALSE;

  text = (const char *) node->content;
  while (g_ascii_isspace (*text))
    text++;
  end = text + strlen (text);
  while (end > text && g_ascii_isspace (end[-1]))
    end--;

  for (word = end; word > text && !g_ascii_isspace (word[-1]);)
    word--;

  /* A name would begin with a capital. */
  return end - text >= SENTENCE_BYTES && g_ascii_islower (end[-1]) && g_ascii_islower (*word) && !may_credit (text) &&
         !matches (PUBLISHING, text, NULL) && !matches (CHANGING, text, NULL);
}

static gboolean
enter (xmlNode *node, gpointer user_data)
{
  Marks *self = user_data;

  if (node->type == XML_ELEMENT_NODE)
    {
      SaysoHtmlFlags flags = sayso_html_get_flags (node);

      if (flags & SAYSO_HTML_DROP)
        return FALSE;
      self->foreign += is_foreign (node);
      if ((self->title_at < 0 || (!self->title_is_first && sayso_html_is_element (node, "h1"))) &&
          (flags & SAYSO_HTML_HEADING) && self->title != NULL)
        {
          g_autofree char *line = sayso_html_render_line (node);

          if (g_str_equal (line, self->title))
            {
              self->pardoned += self->foreign;
              self->foreign = 0;
              self->title_at = self->chars;
              self->title_is_first = sayso_html_is_element (node, "h1");
            }
        }
      look_at_element (self, node);
      return TRUE;
    }
  else
    {
      g_autofree char *line = NULL;
      const char *text = (const char *) node->content;
      gsize bytes = strlen (text);

      while (g_ascii_isspace (*text))
        text++, bytes--;
      if (bytes <= MAX_LINE_BYTES * 2 && bytes > 1 && (self->name_follows || may_tell (text)))
        {
          line = sayso_html_fold (text);
          if (!is_in_sentence (node))
            look_for_date (self, line, self->foreign + self->pardoned > 0 ? 2300 : 300);
          if (self->foreign == 0)
            look_for_author (self, line);
          bytes = strlen (line);
        }
      self->chars += bytes;
    }

  return FALSE;
}

static void
leave (xmlNode *node, gpointer user_data)
{
  Marks *self = user_data;

  if (!is_foreign (node))
    return;
  if (self->foreign > 0)
    self->foreign--;
  else
    self->pardoned--;
}

static const Mark *
choose (GArray *marks, int title_at, gboolean *near)
{
  const Mark *best = NULL;
  int least = G_MAXINT;

  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = &g_array_index (marks, Mark, i);
      int distance = title_at < 0 ? (int) mark->chars / 4 : (int) mark->chars - title_at;
      int cost = mark->cost + MIN (distance < 0 ? -distance * 2 : distance, 6000);

      if (cost < least)
        {
          least = cost;
          best = mark;
        }
    }
  *near = least <= NEAR_CHARS;

  return best;
}

/* The one author that is marked as such, however far away; NULL if there are several. */
static const Mark *
find_sole (GArray *authors)
{
  const Mark *sole = NULL;

  for (guint i = 0; i < authors->len; i++)
    {
      const Mark *mark = &g_array_index (authors, Mark, i);

      if (mark->cost > COST_MARKED)
        continue;
      if (sole != NULL && !g_str_equal (sole->value, mark->value))
        return NULL;
      sole = mark;
    }

  return sole;
}

static gboolean
is_name (const char *line)
{
  g_autoptr (GRegex) name = g_regex_new ("^\\p{L}", 0, 0, NULL);

  return g_regex_match (name, line, 0, NULL);
}

/* Whether one more name follows the first in a line. */
static gboolean
tells_another (const char *rest)
{
  g_autoptr (GRegex) another = g_regex_new ("^\\s*\\(?(?:and|und|et|with|mit|avec|&)\\s+\\p{Lu}", 0, 0, NULL);

  return g_regex_match (another, rest, 0, NULL);
}

/**
 * sayso_html_read_marks:
 * @facts: receives what is found
 * @root: a page's root element
 * @title: (nullable): the article's title
 *
 * Looks for the date and the authors that the page shows: in elements whose names tell what they hold, and in short
 * lines such as "By Ada Marsh" or "4 March 2015". What stands nearest to the title is the article's; what stands
 * among comments, in margins and below is hardly.
 */
void
sayso_html_read_marks (SaysoHtmlFacts *facts, xmlNode *root, const char *title)
{
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_autoptr (GArray) authors = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_autoptr (GArray) aside = g_array_new (FALSE, FALSE, sizeof (Mark));
  Marks self = { .facts = facts, .title = title, .dates = dates, .authors = authors, .aside = aside, .title_at = -1 };
  const Mark *mark, *sole;
  gboolean near;

  g_array_set_clear_func (dates, mark_clear);
  g_array_set_clear_func (authors, mark_clear);
  g_array_set_clear_func (aside, mark_clear);
  sayso_html_walk (root, enter, leave, &self);

  mark = choose (dates, self.title_at, &near);
  if (mark != NULL)
    sayso_html_propose (facts, SAYSO_HTML_PUBLISHED, near ? RANK_NEAR : RANK_FAR, mark->value);
  for (guint i = authors->len; i > 0; i--)
    if (!sayso_html_names_author (g_array_index (authors, Mark, i - 1).value))
      g_array_remove_index (authors, i - 1);
  mark = choose (authors, self.title_at, &near);
  sole = find_sole (authors->len > 0 ? authors : aside);
  if (!near && sole != NULL)
    sayso_html_propose (facts, SAYSO_HTML_AUTHOR, RANK_FAR, sole->value);
  /* The line that a name stands in says no more than the name. */
  for (guint i = 0; mark != NULL && near && i < authors->len; i++)
    {
      const Mark *inner = &g_array_index (authors, Mark, i);

      if (strlen (inner->value) < strlen (mark->value) && strlen (inner->value) > 4 &&
          inner->chars <= mark->chars + SIDE_CHARS && inner->chars >= mark->chars && is_name (inner->value) &&
          strstr (mark->value, inner->value) != NULL && inner->cost <= mark->cost + 100 &&
          !tells_another (strstr (mark->value, inner->value) + strlen (inner->value)))
        {
          mark = inner;
          break;
        }
    }
  /* Authors stand side by side. */
  for (guint i = 0; mark != NULL && near && i < authors->len; i++)
    {
      const Mark *other = &g_array_index (authors, Mark, i);

      if (other->cost <= mark->cost && (other == mark || strstr (other->value, mark->value) == NULL) &&
          is_name (other->value) &&
          (other == mark || (other->chars >= mark->chars && other->chars - mark->chars <= SIDE_CHARS)))
        sayso_html_propose (facts, SAYSO_HTML_AUTHOR, RANK_NEAR, other->value);
    }
}

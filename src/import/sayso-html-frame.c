/* sayso-html-frame.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-html-private.h"

#include <string.h>

/* Words in a class or an id that tell a part of the page's frame, as whole words: "post-share", "relatedLinks". */
static const char frame_words[] =
    " ad ads advert advertisement adverts aside author authorbio authorbox authorinfo authors banner bio breadcrumb "
    "breadcrumbs byline comment commentlist comments commentslist consent cookie cookies copyright crumbs dialog "
    "disclaimer disclosure disqus donate donation entryfooter footer gdpr hidden infobox kommentar kommentare livefyre "
    "masthead menu metadata modal nav navbar navbox navigation newsletter newsletters noprint outbrain overlay pager "
    "pagination popup postmeta postfooter print promo promoted promotion recirc recirculation recommendation "
    "recommendations recommended related relatedarticles relatedcontent relatedposts replies respond share sharebar "
    "sharedaddy sharing shares sidebar signup skip social sponsor sponsored subscribe subscription taboola taglist "
    "tags "
    "teaser teasers toolbar trending widget widgets ";

/* Of these, words that an article's own parts bear too: its lead, its pull quotes. What has no links is kept. */
static const char weak_words[] =
    " aside banner hidden infobox metadata overlay print promo teaser teasers widget widgets ";

/* Lines that say nothing of the story, none of them longer than this. */
#define MAX_NOTICE_BYTES 40
static const char *const notices[] = {
  "advertisement",
  "advertisement:",
  "anzeige",
  "publicité",
  "publicidad",
  "continue reading the main story",
  "continue reading below",
  "story continues below",
  "article continues below",
  "read more",
  "read also",
  "share this",
  "share this article",
  "share",
  "view photo",
  "view photos",
  "comments",
  "sign up",
  "subscribe",
  "loading...",
  "skip advertisement",
  "related",
  "supported by",
};

/* And how paragraphs begin in which an outlet speaks of itself to its readers, not of the story. */
static const char appeals[] =
    "^(?:for (?:all )?the latest (?:stories|news|updates|headlines)|follow .{2,60} on (?:twitter|facebook|instagram|x|"
    "linkedin|telegram)\\b|(?:please )?subscribe (?:now |today )?(?:to|for)\\b|sign up (?:now |here |today )?(?:for|to)"
    "\\b|you (?:might|may) also (?:like|be interested)|submit your letter|never miss |(?:do you )?want to be informed|"
    "like (?:this (?:article|story)|what you)|this article is (?:the )?copyright|written permission must|"
    "first-time subscribers|to (?:view|read|continue reading) (?:the|this) (?:full |rest )|already a subscriber|"
    "to continue reading,? |if you.re seeing this message|we want to hear what you think|support (?:our|independent) "
    "journalism|"
    "(?:download|get) (?:our|the) (?:free )?(?:app|newsletter)\\b|click here to (?:subscribe|sign|read)|"
    "you can (?:also )?(?:follow|keep up with) |auch interessant|das könnte (?:sie|dich) auch|"
    "das thema könnte|mehr zum thema|ähnliche beiträge|à lire aussi|lire aussi|lea también|te puede interesar)";

/* Whether one of the words that make up a name ("post-share", "relatedLinks") is in the list. */
gboolean
sayso_html_names_word (const char *value, const char *list)
{
  /* A space, the word, a space; no word in the lists is longer. */
  char word[32] = " ";
  gsize length = 1;

  for (const char *p = value; p != NULL; p++)
    {
      gboolean inside = g_ascii_isalpha (*p);

      /* A tool for making pages calls every piece of them a widget. */
      if ((p == value || g_ascii_isspace (p[-1])) && g_str_has_prefix (p, "elementor"))
        {
          p += strcspn (p, " \t\r\n") - 1;
          continue;
        }
      if (length > 1 && (!inside || (g_ascii_isupper (*p) && g_ascii_islower (p[-1]))))
        {
          if (length < sizeof word - 1)
            {
              word[length] = ' ';
              word[length + 1] = '\0';
              if (strstr (list, word) != NULL)
                return TRUE;
            }
          length = 1;
        }
      if (*p == '\0')
        break;
      if (inside && length < sizeof word - 1)
        word[length++] = g_ascii_tolower (*p);
    }

  return FALSE;
}

gboolean
sayso_html_is_hidden (const xmlNode *node)
{
  const char *style = sayso_html_get_attribute (node, "style"),
             *hidden = sayso_html_get_attribute (node, "aria-hidden");
  const char *display = style != NULL ? strstr (style, "display") : NULL,
             *visibility = style != NULL ? strstr (style, "visibility") : NULL;

  if (sayso_html_get_attribute (node, "hidden") != NULL || (hidden != NULL && g_str_equal (hidden, "true")))
    return TRUE;
  if (visibility != NULL)
    {
      visibility += strlen ("visibility");
      if (g_str_has_prefix (visibility + strspn (visibility, " :"), "hidden"))
        return TRUE;
    }
  if (display == NULL)
    return FALSE;
  display += strlen ("display");
  display += strspn (display, " :");

  return g_str_has_prefix (display, "none");
}

/* The identifier of a section is its heading in small letters: "sharing-with-a-single-developer". */
static gboolean
is_anchor (const char *id)
{
  guint hyphens = 0;

  for (const char *p = id; p != NULL && *p != '\0'; p++)
    hyphens += *p == '-' || *p == '_';

  return hyphens >= 4;
}

gboolean
sayso_html_is_frame (const xmlNode *node)
{
  static const char *const roles[] = { "navigation",    "banner", "contentinfo", "search",
                                       "complementary", "dialog", "menu",        "alert" };

  if (sayso_html_get_flags (node) & SAYSO_HTML_FRAME)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (sayso_html_attribute_has (node, "role", roles[i]))
      return TRUE;
  /* These carry the article's own categories and the page's settings in their classes. */
  if (sayso_html_is_element (node, "article") || sayso_html_is_element (node, "main") ||
      sayso_html_is_element (node, "body") || sayso_html_is_element (node, "html"))
    return FALSE;

  return sayso_html_names_word (sayso_html_get_attribute (node, "class"), frame_words) ||
         (!is_anchor (sayso_html_get_attribute (node, "id")) &&
          sayso_html_names_word (sayso_html_get_attribute (node, "id"), frame_words));
}

/* Whether nothing but a word that the article's own parts bear too speaks against an element. */
gboolean
sayso_html_is_weak_frame (const xmlNode *node)
{
  static const char *const attributes[] = { "class", "id" };

  if ((sayso_html_get_flags (node) & SAYSO_HTML_FRAME) || sayso_html_get_attribute (node, "role") != NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      const char *value = sayso_html_get_attribute (node, attributes[i]);

      if (!sayso_html_names_word (value, frame_words))
        continue;
      if (!sayso_html_names_word (value, weak_words))
        return FALSE;
    }

  return TRUE;
}

gboolean
sayso_html_is_dialog (const xmlNode *node)
{
  return sayso_html_attribute_has (node, "role", "dialog") || sayso_html_attribute_has (node, "role", "alertdialog");
}

/**
 * sayso_html_is_notice:
 * @line: a short paragraph
 *
 * Returns: whether an outlet speaks in it of itself, not of the story
 */
gboolean
sayso_html_is_notice (const char *line)
{
  static GRegex *appeal;
  g_autofree char *lower = strlen (line) <= MAX_NOTICE_BYTES ? g_utf8_strdown (line, -1) : NULL;

  if (g_once_init_enter_pointer (&appeal))
    g_once_init_leave_pointer (&appeal, g_regex_new (appeals, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  for (guint i = 0; lower != NULL && i < G_N_ELEMENTS (notices); i++)
    if (g_str_equal (lower, notices[i]))
      return TRUE;

  return g_regex_match (appeal, line, 0, NULL);
}

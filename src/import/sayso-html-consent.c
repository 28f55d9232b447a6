/* sayso-html-consent.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-html-private.h"

/* No banner says more, or is farther around its button. */
#define MAX_CHARS 6000
#define MAX_BUTTON_BYTES 120

/* Around a banner there may be this many times its text in the box that is laid over the page. */
#define MAX_GROWTH 3

/* What the buttons of a banner say, and what only banners say beside the word "cookie". */
static const char button_words[] =
    "^(?:(?:i |yes, i |ok, i )?(?:accept|agree|consent|allow)\\b.{0,30}|(?:reject|refuse|decline|deny)(?: "
    "all)?\\b.{0,20}|"
    "continue without (?:accepting|agreeing)\\b.{0,10}|(?:alle |allen "
    ")?(?:akzeptieren|zustimmen|ablehnen)|einverstanden|"
    "alle (?:cookies )?(?:akzeptieren|ablehnen)|(?:tout |j.)?accepte[rz]?(?: tout| et fermer)?|"
    "(?:tout )?refuser(?: tout)?|continuer sans accepter.{0,5}|aceptar(?: todo| y continuar)?|rechazar(?: todo)?|"
    "accett[ao](?: tutto)?|rifiuta(?: tutto)?|(?:alles )?accepteren|akkoord|(?:aceitar|rejeitar)(?: tudo)?)$";
static const char banner_words[] =
    "\\bcookie.*(?:consent|partners|vendors|personal data|your device|privacy policy|cookie policy|advertising|"
    "einwilligung|partner|datenschutz|consentement|partenaires|données personnelles|consentimiento|socios|"
    "datos personales|consenso|dati personali|toestemming|persoonsgegevens)";

typedef struct
{
  const char *title;
  GHashTable *blocks;
  GRegex *button;
  GRegex *banner;
  gboolean dropped;
} Consent;

typedef struct
{
  const char *title;
  gboolean found;
} TitleFinder;

static gboolean
find_title (xmlNode *node, gpointer user_data)
{
  TitleFinder *self = user_data;

  if (node->type != XML_ELEMENT_NODE || self->found)
    return FALSE;
  if (sayso_html_get_flags (node) & SAYSO_HTML_HEADING)
    {
      g_autofree char *line = sayso_html_render_line (node);

      self->found = g_strcmp0 (line, self->title) == 0;
    }

  return !self->found;
}

/* Whether a heading in @node is the article's title. */
gboolean
sayso_html_holds_title (xmlNode *node, const char *title)
{
  TitleFinder finder = { title, FALSE };

  if (title != NULL)
    sayso_html_walk (node, find_title, NULL, &finder);

  return finder.found;
}

/* Buttons are no part of any text, so what they say is not rendered. */
static gboolean
is_button (const Consent *self, xmlNode *node)
{
  g_autofree char *line = NULL;
  xmlChar *content;

  if (!sayso_html_is_element (node, "button") && !sayso_html_is_element (node, "a") &&
      !sayso_html_attribute_has (node, "role", "button"))
    return FALSE;
  content = xmlNodeGetContent (node);
  if (content != NULL && xmlStrlen (content) < MAX_BUTTON_BYTES)
    line = sayso_html_fold ((const char *) content);
  xmlFree (content);

  return line != NULL && g_regex_match (self->button, line, 0, NULL);
}

/* The box around a button that speaks of cookies and of consent and holds nothing else. */
static xmlNode *
find_banner (const Consent *self, xmlNode *button)
{
  xmlNode *banner = NULL;
  guint least = 0;

  for (xmlNode *node = button->parent; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    {
      const SaysoHtmlBlock *block = g_hash_table_lookup (self->blocks, node);
      g_autofree char *line = NULL;

      if (sayso_html_is_element (node, "body") || sayso_html_is_element (node, "main") ||
          sayso_html_is_element (node, "article"))
        break;
      if (block == NULL)
        continue;
      if (block->chars > MAX_CHARS || (least > 0 && block->chars > least * MAX_GROWTH))
        break;
      if (least == 0)
        {
          line = sayso_html_render_line (node);
          if (!g_regex_match (self->banner, line, 0, NULL))
            continue;
          least = block->chars;
        }
      if (sayso_html_holds_title (node, self->title))
        break;
      banner = node;
    }

  return banner;
}

static gboolean
look (xmlNode *node, gpointer user_data)
{
  Consent *self = user_data;
  xmlNode *banner;

  if (node->type != XML_ELEMENT_NODE)
    return FALSE;
  if (!is_button (self, node))
    return !sayso_html_is_dropped (node);
  banner = find_banner (self, node);
  if (banner != NULL)
    {
      sayso_html_drop (banner);
      self->dropped = TRUE;
    }

  return FALSE;
}

/**
 * sayso_html_drop_consent:
 * @root: a page's root element
 * @blocks: (element-type xmlNode SaysoHtmlBlock): the measure of its blocks
 * @title: (nullable): the article's title
 *
 * Drops what asks readers for their consent, whatever it is called: a box with a button to accept or reject, that
 * speaks of cookies and of what only such boxes speak of, and does not hold the title.
 *
 * Returns: whether there was any
 */
gboolean
sayso_html_drop_consent (xmlNode *root, GHashTable *blocks, const char *title)
{
  static GRegex *button, *banner;
  Consent self = { .title = title, .blocks = blocks };

  if (g_once_init_enter_pointer (&button))
    g_once_init_leave_pointer (&button, g_regex_new (button_words, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  if (g_once_init_enter_pointer (&banner))
    g_once_init_leave_pointer (&banner, g_regex_new (banner_words, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  self.button = button;
  self.banner = banner;
  sayso_html_walk (root, look, NULL, &self);

  return self.dropped;
}

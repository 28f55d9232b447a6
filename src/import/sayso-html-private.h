/* sayso-html-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libxml/tree.h>

#include "sayso-calendar.h"
#include "sayso-document.h"

G_BEGIN_DECLS

/**
 * SaysoHtmlFlags:
 * @SAYSO_HTML_BLOCK: stands on lines of its own
 * @SAYSO_HTML_PARAGRAPH: and is set off by an empty line
 * @SAYSO_HTML_HEADING: and heads what follows
 * @SAYSO_HTML_ITEM: is an item of a list
 * @SAYSO_HTML_CELL: is a cell of a table
 * @SAYSO_HTML_PRE: keeps its line ends
 * @SAYSO_HTML_BREAK: ends a line
 * @SAYSO_HTML_DROP: holds nothing of an article
 * @SAYSO_HTML_FRAME: belongs to the page around an article
 *
 * What an element means for the text.
 */
typedef enum
{
  SAYSO_HTML_BLOCK = 1 << 0,
  SAYSO_HTML_PARAGRAPH = 1 << 1,
  SAYSO_HTML_HEADING = 1 << 2,
  SAYSO_HTML_ITEM = 1 << 3,
  SAYSO_HTML_CELL = 1 << 4,
  SAYSO_HTML_PRE = 1 << 5,
  SAYSO_HTML_BREAK = 1 << 6,
  SAYSO_HTML_DROP = 1 << 7,
  SAYSO_HTML_FRAME = 1 << 8,
} SaysoHtmlFlags;

/* Called on the way into an element (or at a text) and on the way out of an element that was entered. */
typedef gboolean (*SaysoHtmlEnterFunc) (xmlNode *node, gpointer user_data);
typedef void (*SaysoHtmlLeaveFunc) (xmlNode *node, gpointer user_data);

SaysoHtmlFlags sayso_html_get_flags (const xmlNode *node);
gboolean sayso_html_is_element (const xmlNode *node, const char *name);
const char *sayso_html_get_attribute (const xmlNode *node, const char *name);
gboolean sayso_html_attribute_has (const xmlNode *node, const char *name, const char *word);
void sayso_html_walk (xmlNode *root, SaysoHtmlEnterFunc enter, SaysoHtmlLeaveFunc leave, gpointer user_data);
void sayso_html_drop (xmlNode *node);
void sayso_html_keep (xmlNode *node);
gboolean sayso_html_is_dropped (const xmlNode *node);

GString *sayso_html_render (xmlNode *root);
char *sayso_html_render_line (xmlNode *root);
GString *sayso_html_read_article (xmlNode *root, const char *title, gboolean cookies);

/* Where a third of a block or more is in links, it is no running text. */
#define SAYSO_HTML_LINK_SHARE 3

/**
 * SaysoHtmlBlock:
 * @outer: the block it stands in
 * @chars: characters in it other than white space, without those of dropped elements
 * @link_chars: those of them in links
 * @own_chars: those in none of its inner blocks
 * @own_link_chars: and in links
 * @running: characters of running text in it
 *
 * The measure of a block element.
 */
typedef struct _SaysoHtmlBlock
{
  struct _SaysoHtmlBlock *outer;
  guint chars;
  guint link_chars;
  guint own_chars;
  guint own_link_chars;
  guint running;
} SaysoHtmlBlock;

GHashTable *sayso_html_measure (xmlNode *root);
gboolean sayso_html_is_frame (const xmlNode *node);
gboolean sayso_html_is_weak_frame (const xmlNode *node);
gboolean sayso_html_is_hidden (const xmlNode *node);
gboolean sayso_html_is_dialog (const xmlNode *node);
gboolean sayso_html_is_notice (const char *line);
gboolean sayso_html_drop_consent (xmlNode *root, GHashTable *blocks, const char *title);
gboolean sayso_html_holds_title (xmlNode *node, const char *title);
gboolean sayso_html_names_word (const char *value, const char *list);

/* What a page says of itself in many places; the place with the lowest rank is believed. */
typedef enum
{
  SAYSO_HTML_TITLE,
  SAYSO_HTML_AUTHOR,
  SAYSO_HTML_PUBLISHER,
  SAYSO_HTML_URL,
  SAYSO_HTML_PUBLISHED,
  SAYSO_HTML_LANGUAGE,
  SAYSO_HTML_N_FACTS,
} SaysoHtmlFact;

typedef struct
{
  GPtrArray *values[SAYSO_HTML_N_FACTS];
  guint rank[SAYSO_HTML_N_FACTS];
  SaysoCalendarOrder order;
  GPtrArray *titles; /* all that are given, whatever their rank */
} SaysoHtmlFacts;

/* What is shown to readers ranks from here on, behind what is said to machines. */
#define SAYSO_HTML_RANK_SHOWN 18

char *sayso_html_fold (const char *value);
char *sayso_html_squeeze (const char *name);
gboolean sayso_html_names_author (const char *line);
char *sayso_html_choose_title (const SaysoHtmlFacts *facts, GPtrArray *headings, const char *head_title,
                               const char *publisher, const char *url);
void sayso_html_read_marks (SaysoHtmlFacts *facts, xmlNode *root, const char *title);
/* A heading of the page, which may be the article's title. */
typedef struct
{
  char *line;
  guint level;
  gboolean frame;
  gboolean marked; /* as the headline */
} SaysoHtmlHeading;

void sayso_html_read_metadata (xmlNode *root, SaysoMetadata *metadata);
void sayso_html_propose (SaysoHtmlFacts *facts, SaysoHtmlFact fact, guint rank, const char *value);
void sayso_html_read_json_ld (SaysoHtmlFacts *facts, guint rank, const char *json);

G_END_DECLS

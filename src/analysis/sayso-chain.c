/* sayso-chain.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-chain.h"

#include <glib/gi18n-lib.h>

#include "sayso-date-words.h"
#include "sayso-locale.h"
#include "sayso-sourcing.h"

/* Deeper nesting than any text has; also ends a circle of parents, which no casebook should hold. */
#define MAX_DEPTH 16

void
sayso_link_clear (SaysoLink *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->cue, g_free);
}

/**
 * sayso_link_to_words:
 * @self: a link of a chain
 *
 * Returns: (transfer full): its name as it stands alone, a description with a capital: "Several U.S. officials",
 * "Nobody named"
 */
char *
sayso_link_to_words (const SaysoLink *self)
{
  char first[7] = { 0 };

  g_return_val_if_fail (self != NULL, NULL);

  if (self->name == NULL || *self->name == '\0')
    return g_strdup (_ ("Nobody named"));
  /* Some names begin with a small letter. */
  if (self->actor != 0 && self->kind != SAYSO_SOURCE_ANONYMOUS)
    return g_strdup (self->name);

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (self->name)), first);

  return g_strconcat (first, g_utf8_next_char (self->name), NULL);
}

static GArray *
chain_new (void)
{
  GArray *links = g_array_new (FALSE, TRUE, sizeof (SaysoLink));

  g_array_set_clear_func (links, (GDestroyNotify) sayso_link_clear);

  return links;
}

static char *
name_for_source (SaysoClaim *claim)
{
  if (claim->source_name != NULL && *claim->source_name != '\0')
    return g_strdup (claim->source_name);
  if (claim->description != NULL && *claim->description != '\0')
    return g_strdup (claim->description);

  switch (claim->source_kind)
    {
    case SAYSO_SOURCE_DOCUMENT:
      return g_strdup (_ ("a document"));
    case SAYSO_SOURCE_OUTLET:
      return g_strdup (_ ("an outlet"));
    case SAYSO_SOURCE_NAMED:
    case SAYSO_SOURCE_ANONYMOUS:
    case SAYSO_SOURCE_AUTHOR:
    case SAYSO_SOURCE_UNKNOWN:
    default:
      return g_strdup (claim->several ? _ ("several sources") : _ ("a source"));
    }
}

/* What is known of an unnamed source is how much of it there is. */
static char *
note_for_source (SaysoCasebook *casebook, SaysoClaim *claim)
{
  g_autoptr (SaysoItem) actor = NULL;

  switch (claim->source_kind)
    {
    case SAYSO_SOURCE_ANONYMOUS:
      return g_strdup (claim->several ? _ ("not named, number unknown") : _ ("not named"));
    case SAYSO_SOURCE_DOCUMENT:
      return g_strdup (_ ("document"));
    case SAYSO_SOURCE_OUTLET:
      return g_strdup (_ ("outlet"));
    case SAYSO_SOURCE_NAMED:
      break;
    case SAYSO_SOURCE_AUTHOR:
    case SAYSO_SOURCE_UNKNOWN:
    default:
      return NULL;
    }

  if (claim->source_actor != 0)
    actor = sayso_casebook_get (casebook, SAYSO_ITEM_ACTOR, claim->source_actor, NULL);

  switch (actor != NULL ? SAYSO_ACTOR (actor)->kind : SAYSO_NAME_OTHER)
    {
    case SAYSO_NAME_PERSON:
      return g_strdup (_ ("person"));
    case SAYSO_NAME_ORGANIZATION:
      return g_strdup (_ ("organisation"));
    case SAYSO_NAME_AGENCY:
      return g_strdup (_ ("agency"));
    case SAYSO_NAME_OUTLET:
      return g_strdup (_ ("outlet"));
    case SAYSO_NAME_GROUP:
      return g_strdup (_ ("group"));
    case SAYSO_NAME_PRODUCT:
    case SAYSO_NAME_PLACE:
    case SAYSO_NAME_OTHER:
    default:
      return NULL;
    }
}

static SaysoLink
link_for_author (SaysoArticle *article)
{
  g_autofree char *date = article->published != NULL ? sayso_iso_to_words (article->published) : NULL;
  gboolean named = article->byline != NULL && *article->byline != '\0';
  /* Who is named needs no place beside a date. */
  const char *where = article->outlet != NULL ? article->outlet : named && date != NULL ? "" : _ ("this article");
  g_autofree char *place = sayso_join (where, date, NULL);

  return (SaysoLink) {
    .kind = SAYSO_SOURCE_AUTHOR,
    .name = g_strdup (named ? article->byline : _ ("The author")),
    /* Translators: the article's author, by name; %s is the outlet and the date */
    .note = named ? g_strdup_printf (_ ("author · %s"), place) : g_steal_pointer (&place),
  };
}

/**
 * sayso_chain_of_author:
 * @casebook: a casebook
 * @article: an article in it
 * @error: return location for an error
 *
 * The chain of what an article's author says as their own: one link. Blocks for milliseconds.
 *
 * Returns: (transfer full) (element-type SaysoLink) (nullable): the chain, or %NULL with @error set
 */
GArray *
sayso_chain_of_author (SaysoCasebook *casebook, gint64 article, GError **error)
{
  g_autoptr (SaysoItem) item = NULL;
  GArray *links = NULL;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (casebook), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  item = sayso_casebook_get (casebook, SAYSO_ITEM_ARTICLE, article, error);
  if (item == NULL)
    return NULL;

  links = chain_new ();
  g_array_append_vals (links, &(SaysoLink[]) { link_for_author (SAYSO_ARTICLE (item)) }, 1);

  return links;
}

static void
add_nobody (GArray *links, gint64 claim, const char *cue)
{
  SaysoLink nobody = {
    .kind = SAYSO_SOURCE_UNKNOWN,
    .note = g_strdup (_ ("no source given")),
    .cue = g_strdup (cue),
    .claim = claim,
  };

  g_array_append_val (links, nobody);
}

/* The next link away from the reader. The author is there already, and who speaks twice in a row is one link. */
static void
add_step (GArray *links, SaysoCasebook *casebook, SaysoClaim *step)
{
  SaysoLink *last = &g_array_index (links, SaysoLink, links->len - 1);
  gint64 claim = sayso_item_get_id (SAYSO_ITEM (step));
  SaysoLink link = { 0 };
  gboolean again = step->source_kind == last->kind && step->source_actor == last->actor &&
                   (step->source_actor != 0 || step->source_kind == SAYSO_SOURCE_UNKNOWN);

  if (again || (step->source_kind == SAYSO_SOURCE_AUTHOR && links->len == 1))
    {
      last->claim = claim;
      return;
    }
  if (step->source_kind == SAYSO_SOURCE_AUTHOR)
    return;
  if (step->source_kind == SAYSO_SOURCE_UNKNOWN)
    {
      add_nobody (links, claim, step->cue_text);
      return;
    }

  link.kind = step->source_kind;
  link.several = step->several;
  link.name = name_for_source (step);
  link.note = note_for_source (casebook, step);
  link.cue = g_strdup (step->cue_text);
  link.claim = claim;
  link.actor = step->source_actor;
  g_array_append_val (links, link);
}

/**
 * sayso_chain_of_claim:
 * @casebook: a casebook
 * @claim: a claim in it
 * @error: return location for an error
 *
 * Follows a claim inside its own article: from the author over whoever the author cites, and whoever those
 * cite, to the origin. Where the text names no source, or the last to pass the claim on is an outlet that
 * names none, the chain ends with a link of kind %SAYSO_SOURCE_UNKNOWN without a name: an open end.
 * Blocks for milliseconds; takes a reader from @casebook's pool.
 *
 * Returns: (transfer full) (element-type SaysoLink) (nullable): the chain, never empty, or %NULL with @error set
 */
GArray *
sayso_chain_of_claim (SaysoCasebook *casebook, gint64 claim, GError **error)
{
  g_autoptr (GPtrArray) path = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) links = NULL;
  SaysoClaim *first = NULL;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (casebook), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  for (gint64 id = claim; id != 0 && path->len < MAX_DEPTH;)
    {
      g_autoptr (SaysoItem) item = sayso_casebook_get (casebook, SAYSO_ITEM_CLAIM, id, error);

      if (item == NULL)
        return NULL;

      id = SAYSO_CLAIM (item)->parent;
      g_ptr_array_add (path, g_steal_pointer (&item));
    }

  first = g_ptr_array_index (path, 0);
  links = sayso_chain_of_author (casebook, first->article, error);
  if (links == NULL)
    return NULL;

  for (guint i = path->len; i-- > 0;)
    add_step (links, casebook, g_ptr_array_index (path, i));

  /* An outlet that names no source leaves the chain open. */
  if (first->source_kind == SAYSO_SOURCE_OUTLET)
    add_nobody (links, 0, NULL);

  return g_steal_pointer (&links);
}

/**
 * sayso_chain_level:
 * @links: (element-type SaysoLink): a chain
 *
 * The weakest link decides. The author and outlets pass on what others say; they count only where the chain
 * ends with them.
 *
 * Returns: 0 to 4, see sayso_sourcing_level()
 */
guint
sayso_chain_level (GArray *links)
{
  guint level = G_MAXUINT;

  g_return_val_if_fail (links != NULL && links->len > 0, 0);

  for (guint i = 0; i < links->len; i++)
    {
      const SaysoLink *link = &g_array_index (links, SaysoLink, i);
      gboolean passes_on = link->kind == SAYSO_SOURCE_AUTHOR || link->kind == SAYSO_SOURCE_OUTLET;

      if (i + 1 == links->len || !passes_on)
        level = MIN (level, sayso_sourcing_level (link->kind, link->several));
    }

  return level;
}

/**
 * sayso_chain_describe:
 * @links: (element-type SaysoLink): a chain
 *
 * The chain as a sentence, for a screen reader and for text exports.
 *
 * Returns: (transfer full): "The author, from CyberScoop (“published”), from several officials, not named (“told”)"
 */
char *
sayso_chain_describe (GArray *links)
{
  GString *words = g_string_new (NULL);

  g_return_val_if_fail (links != NULL, NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const SaysoLink *link = &g_array_index (links, SaysoLink, i);

      if (i == 0)
        g_string_append (words, link->name != NULL ? link->name : _ ("Nobody named"));
      else if (link->name == NULL)
        g_string_append (words, _ (", from nobody named"));
      else if (link->kind == SAYSO_SOURCE_ANONYMOUS)
        /* Translators: a link of a chain of sources: "…, from several officials, not named" */
        g_string_append_printf (words, _ (", from %s, not named"), link->name);
      else
        /* Translators: a link of a chain of sources: "The author, from CyberScoop, from several officials" */
        g_string_append_printf (words, _ (", from %s"), link->name);

      if (link->cue != NULL && link->name != NULL)
        g_string_append_printf (words, " (“%s”)", link->cue);
    }

  return g_string_free_and_steal (words);
}

/* sayso-origins.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "sayso-likeness.h"
#include "sayso-enum.h"
#include "sayso-passages.h"
#include "sayso-reader-enums.h"
#include "sayso-same-source.h"
#include "sayso-sourcing.h"
#include "sayso-story.h"
#include "sayso-vocabulary.h"

/* Follows a story to where it comes from, and counts the origins. The count errs on the side of one: what does not
 * show that it comes from elsewhere is taken to come from where others had it, and the bounds say so. */

/* In a copy of an article what is so like is copied too. */
#define NEARLY 0.6

/* A copy may bear the date before that of its original: time zones, and papers that print tomorrow's date. */
#define EARLIER SAYSO_SECONDS_A_DAY

typedef struct
{
  SaysoConnection *db;
  GPtrArray *tellings; /* (element-type SaysoTelling): by date */
  SaysoStory *story;
  guint n_doubtful; /* tellings that may have an origin of their own */
} Tracing;

static SaysoTelling *
at (Tracing *self, guint i)
{
  return g_ptr_array_index (self->tellings, i);
}

/* -- what a person says ------------------------------------------------------------------------------- */

static gboolean
is_in_story (Tracing *self, const char *kind, gint64 item)
{
  for (guint i = 0; i < self->tellings->len; i++)
    {
      const SaysoTelling *telling = at (self, i);

      if ((g_str_equal (kind, "claim") && telling->claim == item) ||
          (g_str_equal (kind, "event") && telling->event == item) ||
          (g_str_equal (kind, "article") && telling->article == item))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_ruled_independent (Tracing *self, const SaysoTelling *telling)
{
  SaysoStatement *row = sayso_connection_prepare (self->db, "telling/links");
  gboolean ruled = FALSE;

  sayso_statement_bind_id (row, "claim", telling->claim);
  sayso_statement_bind_id (row, "event", telling->event);
  sayso_statement_bind_int (row, "article", telling->article);
  while (sayso_statement_next (row))
    if (g_str_equal (sayso_statement_text (row, "type", NULL), "independent") &&
        is_in_story (self, sayso_statement_text (row, "other_kind", NULL), sayso_statement_int (row, "other")))
      ruled = TRUE;

  return ruled;
}

/* How many origins a person counted, or 0. */
static guint
ruled_count (Tracing *self)
{
  guint n = 0;

  for (guint i = 0; n == 0 && i < self->tellings->len; i++)
    {
      SaysoStatement *row = sayso_connection_prepare (self->db, "telling/counted");

      sayso_statement_bind_id (row, "claim", at (self, i)->claim);
      sayso_statement_bind_id (row, "event", at (self, i)->event);
      n = sayso_statement_run_int (row, 0);
    }

  return n;
}

/* -- whom a telling follows --------------------------------------------------------------------------- */

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const SaysoTelling *first = *(const SaysoTelling *const *) a, *second = *(const SaysoTelling *const *) b;

  if (first->date != second->date)
    return first->date < second->date ? -1 : 1;

  return (first->id > second->id) - (first->id < second->id);
}

static gboolean
bears_name (const char *key, const char *name)
{
  g_autofree char *other = name != NULL ? sayso_outlet_key (name) : NULL;

  return other != NULL && sayso_outlet_is (key, other);
}

/* Whether an article says that it is another's: its author is the agency. */
static gboolean
credits (const SaysoTelling *telling, const SaysoTelling *to)
{
  g_autofree char *byline = telling->byline != NULL ? sayso_outlet_key (telling->byline) : NULL;

  if (to->outlet == NULL)
    return FALSE;
  if (telling->byline != NULL &&
      (bears_name (byline, to->outlet) || sayso_outlet_is_initials (telling->byline, to->outlet)))
    return TRUE;
  for (guint i = 0; i < telling->said.outlets->len; i++)
    {
      g_autofree char *key = sayso_outlet_key (g_ptr_array_index (telling->said.outlets, i));

      if (bears_name (key, to->outlet))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_own (const SaysoTelling *a, const SaysoTelling *b)
{
  return a->article == b->article || (a->outlet != NULL && g_strcmp0 (a->outlet, b->outlet) == 0);
}

/* Word for word, or nearly so in an article that is a copy otherwise. */
static gboolean
is_copied (Tracing *self, const SaysoTelling *telling, const SaysoTelling *other)
{
  SaysoLikeness likeness = sayso_likeness_of (telling, other);

  return likeness.verbatim || (likeness.both >= NEARLY && sayso_passages_share (self->db, telling->article,
                                                                                other->article) >= SAYSO_PASSAGES_COPY);
}

static const SaysoTelling *
find_original (Tracing *self, guint i)
{
  const SaysoTelling *telling = at (self, i);

  for (guint k = 0; k < self->tellings->len; k++)
    {
      const SaysoTelling *other = at (self, k);
      gboolean before = other->date < telling->date || (other->date == telling->date && k < i);

      /* The same words on another's word are no copy. */
      if (k == i || is_own (telling, other) || !is_copied (self, telling, other) ||
          (telling->said.kind != SAYSO_SOURCE_AUTHOR && other->said.kind != SAYSO_SOURCE_AUTHOR &&
           telling->said.kind != other->said.kind))
        continue;
      if (credits (other, telling) ? credits (telling, other) && before : before || credits (telling, other))
        return other;
    }

  return NULL;
}

/* The article of an outlet that tells it: the last before the one that cites it. */
static const SaysoTelling *
find_of_outlet (Tracing *self, guint i, const char *name)
{
  const SaysoTelling *telling = at (self, i), *found = NULL;
  g_autofree char *key = sayso_outlet_key (name);

  for (guint k = 0; k < self->tellings->len; k++)
    {
      const SaysoTelling *other = at (self, k);

      if (k == i || is_own (telling, other) ||
          !(bears_name (key, other->outlet) ||
            (other->outlet != NULL && sayso_outlet_is_initials (name, other->outlet))))
        continue;
      if (found == NULL || (telling->date != SAYSO_OPEN_FUTURE && other->date <= telling->date + EARLIER))
        found = found != NULL && found->date <= other->date ? found : other;
    }

  return found;
}

static const SaysoTelling *
find_own_before (Tracing *self, guint i)
{
  for (guint k = 0; k < i; k++)
    if (is_own (at (self, i), at (self, k)))
      return at (self, k);

  return NULL;
}

static SaysoStep *
step_of (Tracing *self, gint64 telling)
{
  return (SaysoStep *) sayso_story_get_step (self->story, telling);
}

/* Whether following @from leads to @to. */
static gboolean
leads_to (Tracing *self, gint64 from, gint64 to)
{
  for (guint depth = 0; from != 0 && depth <= self->tellings->len; depth++)
    {
      const SaysoStep *step = step_of (self, from);

      if (from == to)
        return TRUE;
      from = step != NULL ? step->to : 0;
    }

  return FALSE;
}

/* -- origins ------------------------------------------------------------------------------------------ */

static const SaysoTelling *
find_telling (Tracing *self, gint64 id)
{
  for (guint i = 0; i < self->tellings->len; i++)
    if (at (self, i)->id == id)
      return at (self, i);

  return NULL;
}

static guint
add_origin (Tracing *self, SaysoOrigin origin)
{
  g_array_append_val (self->story->origins, origin);

  return self->story->origins->len - 1;
}

static guint
origin_of_source (Tracing *self, const SaysoTelling *telling)
{
  const SaysoSaid *said = &telling->said;

  for (guint i = 0; !said->apart && i < self->story->origins->len; i++)
    {
      SaysoOrigin *origin = &g_array_index (self->story->origins, SaysoOrigin, i);
      const SaysoTelling *first = find_telling (self, origin->telling);
      gboolean doubtful;

      /* Who is named is one, through whomever. */
      if ((origin->via == NULL || said->kind == SAYSO_SOURCE_NAMED) &&
          sayso_same_source (origin, first, said, &doubtful))
        {
          g_clear_pointer (&origin->via, g_free);
          if (doubtful && (first == NULL || !is_own (first, telling)))
            origin->merged++;
          origin->several = origin->several || said->several;
          return i;
        }
    }

  return add_origin (self, (SaysoOrigin) { said->kind, said->several, g_strdup (said->name), NULL, said->actor,
                                           said->apart, 0, telling->id });
}

static guint
origin_of_outlet (Tracing *self, const SaysoTelling *telling, const char *outlet)
{
  g_autofree char *key = sayso_outlet_key (outlet);
  gboolean known = telling->said.kind != SAYSO_SOURCE_AUTHOR;

  for (guint i = 0; i < self->story->origins->len; i++)
    {
      SaysoOrigin *origin = &g_array_index (self->story->origins, SaysoOrigin, i);

      if (!bears_name (key, origin->via))
        continue;
      if (origin->kind == SAYSO_SOURCE_UNKNOWN && known)
        {
          origin->kind = telling->said.kind;
          origin->several = telling->said.several;
          g_set_str (&origin->name, telling->said.name);
          origin->actor = telling->said.actor;
        }
      return i;
    }

  return add_origin (self, (SaysoOrigin) { known ? telling->said.kind : SAYSO_SOURCE_UNKNOWN, telling->said.several,
                                           g_strdup (known ? telling->said.name : NULL), g_strdup (outlet),
                                           telling->said.actor, FALSE, 0, telling->id });
}

/* -- step by step ------------------------------------------------------------------------------------- */

static gboolean
follow (Tracing *self, SaysoStep *step, const SaysoTelling *to, SaysoStepWay way)
{
  if (to == NULL || leads_to (self, to->id, step->telling))
    return FALSE;

  step->way = way;
  step->to = to->id;

  return TRUE;
}

/* Whoever published first what the source itself says is that source. */
static const SaysoTelling *
find_statement (Tracing *self, guint i)
{
  const SaysoSaid *said = &at (self, i)->said;

  if (said->kind != SAYSO_SOURCE_NAMED)
    return NULL;
  for (guint k = 0; k < self->tellings->len; k++)
    {
      g_autofree char *key = sayso_outlet_key (at (self, k)->outlet != NULL ? at (self, k)->outlet : "");

      if (k != i && !is_own (at (self, i), at (self, k)) && *key != '\0' &&
          (bears_name (key, said->name) || (said->office != NULL && sayso_outlet_is (key, said->office))))
        return at (self, k);
    }

  return NULL;
}

static gboolean
follow_outlets (Tracing *self, guint i, SaysoStep *step)
{
  const SaysoSaid *said = &at (self, i)->said;
  gboolean followed = FALSE;

  for (guint k = 0; !followed && k < said->outlets->len; k++)
    if (follow (self, step, find_of_outlet (self, i, g_ptr_array_index (said->outlets, k)), SAYSO_STEP_CITES))
      {
        step->outlet = g_strdup (g_ptr_array_index (said->outlets, k));
        followed = TRUE;
      }

  return followed;
}

static void
take_step (Tracing *self, guint i)
{
  const SaysoTelling *telling = at (self, i);
  SaysoStep *step = &g_array_index (self->story->steps, SaysoStep, i);
  gboolean has_source = telling->said.kind != SAYSO_SOURCE_AUTHOR;

  if (is_ruled_independent (self, telling))
    step->way = SAYSO_STEP_RULED;
  else if ((!telling->said.apart && follow_outlets (self, i, step)) ||
           follow (self, step, find_original (self, i), SAYSO_STEP_COPIES) ||
           (has_source && follow (self, step, find_statement (self, i), SAYSO_STEP_CITES)))
    return;
  else if (telling->said.outlets->len > 0 && !telling->said.apart)
    {
      step->way = SAYSO_STEP_OUTSIDE;
      step->outlet = g_strdup (g_ptr_array_index (telling->said.outlets, 0));
    }
  else if (has_source)
    step->way = SAYSO_STEP_SOURCE;
  else if (telling->said.press && i > 0 && follow (self, step, at (self, 0), SAYSO_STEP_PRESS))
    return;
  else if (follow (self, step, find_own_before (self, i), SAYSO_STEP_AGAIN))
    return;
  else if (i > 0 && follow (self, step, at (self, 0), SAYSO_STEP_REPEATS))
    return;
  else
    step->way = SAYSO_STEP_OPEN;
}

/* What a person calls independent has an origin of its own: not the outlet that it cites. */
static guint
origin_of_ruled (Tracing *self, guint i)
{
  const SaysoTelling *telling = at (self, i);
  const SaysoSaid *said = &telling->said;
  gboolean cites = said->outlets->len > 0 || said->name == NULL || find_of_outlet (self, i, said->name) != NULL;

  return add_origin (self,
                     (SaysoOrigin) { cites ? SAYSO_SOURCE_UNKNOWN : said->kind, !cites && said->several,
                                     cites ? NULL : g_strdup (said->name), cites ? g_strdup (telling->outlet) : NULL,
                                     cites ? 0 : said->actor, TRUE, 0, telling->id });
}

static void
name_origin (Tracing *self, guint i)
{
  const SaysoTelling *telling = at (self, i);
  SaysoStep *step = &g_array_index (self->story->steps, SaysoStep, i);

  switch (step->way)
    {
    case SAYSO_STEP_SOURCE:
      step->origin = origin_of_source (self, telling);
      break;
    case SAYSO_STEP_OUTSIDE:
      step->origin = origin_of_outlet (self, telling, step->outlet);
      break;
    case SAYSO_STEP_OPEN:
      step->origin = add_origin (self, (SaysoOrigin) { SAYSO_SOURCE_UNKNOWN, FALSE, NULL, g_strdup (telling->outlet), 0,
                                                       FALSE, 0, telling->id });
      break;
    case SAYSO_STEP_RULED:
      step->origin = origin_of_ruled (self, i);
      break;
    case SAYSO_STEP_CITES:
    case SAYSO_STEP_COPIES:
    case SAYSO_STEP_AGAIN:
    case SAYSO_STEP_PRESS:
    case SAYSO_STEP_REPEATS:
    default:
      self->n_doubtful += step->way == SAYSO_STEP_REPEATS;
      break;
    }
}

/* What follows another leads to its origin. */
static void
hand_on (Tracing *self)
{
  for (guint i = 0; i < self->story->steps->len; i++)
    {
      SaysoStep *step = &g_array_index (self->story->steps, SaysoStep, i);
      const SaysoStep *end = step;

      for (guint depth = 0; end->to != 0 && depth <= self->story->steps->len; depth++)
        end = step_of (self, end->to);
      step->origin = end->origin;
    }
}

static SaysoNameKind
kind_of_actor (Tracing *self, gint64 actor)
{
  SaysoStatement *row = sayso_connection_prepare (self->db, "telling/actor");
  SaysoNameKind kind = SAYSO_NAME_OTHER;

  sayso_statement_bind_int (row, "actor", actor);
  if (sayso_statement_next (row))
    {
      kind = sayso_statement_enum (row, "kind", SAYSO_TYPE_NAME_KIND);
      sayso_statement_run (row);
    }

  return kind;
}

/* Who has a name, and speaks for nobody else as far as the text tells. */
static gboolean
is_known (Tracing *self, const SaysoOrigin *origin)
{
  const SaysoTelling *first = find_telling (self, origin->telling);

  return (origin->kind == SAYSO_SOURCE_NAMED || origin->kind == SAYSO_SOURCE_DOCUMENT) && origin->name != NULL &&
         (first == NULL || (!first->said.loose && !first->said.heard));
}

/* Whether an origin is known well enough to be none of those before it: a person or a paper with a name, which tells of
 * none of them. A person may speak for whatever is no person, and a paper be anybody's. */
static gboolean
is_surely_another (Tracing *self, guint i)
{
  const SaysoOrigin *origin = &g_array_index (self->story->origins, SaysoOrigin, i);
  SaysoNameKind kind = kind_of_actor (self, origin->actor);

  if (!is_known (self, origin))
    return FALSE;
  for (guint k = 0; k < i; k++)
    {
      const SaysoOrigin *other = &g_array_index (self->story->origins, SaysoOrigin, k);
      SaysoNameKind other_kind = kind_of_actor (self, other->actor);

      if (is_known (self, other) &&
          (origin->kind != other->kind || (kind == SAYSO_NAME_PERSON) != (other_kind == SAYSO_NAME_PERSON) ||
           sayso_vocabulary_likeness (origin->name, other->name) > 0))
        return FALSE;
    }

  return TRUE;
}

static void
count (Tracing *self)
{
  SaysoStory *story = self->story;
  guint n_sure = 0, n_apart = 0, n_open = 0, n_merged = 0, n_others, ruled = ruled_count (self);
  g_autoptr (GHashTable) articles = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->tellings->len; i++)
    g_hash_table_add (articles, &at (self, i)->article);
  story->n_articles = g_hash_table_size (articles);
  story->lead = at (self, 0)->id;

  for (guint i = 0; i < story->origins->len; i++)
    {
      const SaysoOrigin *origin = &g_array_index (story->origins, SaysoOrigin, i);

      story->level = MAX (story->level, sayso_sourcing_level (origin->kind, origin->several));
      n_merged += origin->merged;
      n_apart += origin->apart;
      n_open += origin->kind == SAYSO_SOURCE_UNKNOWN && !origin->apart;
      n_sure += !origin->apart && is_surely_another (self, i);
    }
  /* Who gives no source may have it from those that others name. */
  n_others = story->origins->len - n_apart;
  story->n_origins = MAX (1, story->origins->len - (n_open < story->origins->len ? n_open : n_open - 1));
  story->least = MAX (1, n_apart + (n_others > 0 ? MAX (1, n_sure) : 0));
  story->most = story->origins->len + n_merged + self->n_doubtful;
  if (ruled > 0)
    {
      story->n_origins = story->least = story->most = ruled;
      story->ruled = TRUE;
    }
}

/**
 * sayso_story_trace:
 * @db: a connection in a transaction
 * @tellings: (element-type SaysoTelling): all tellings of one story; they are sorted by date
 *
 * Finds where each telling has it from, and how many independent origins that makes.
 *
 * Returns: (transfer full): the story, without an id
 */
SaysoStory *
sayso_story_trace (SaysoConnection *db, GPtrArray *tellings)
{
  Tracing self = { db, tellings, sayso_story_new () };

  g_ptr_array_sort (tellings, compare_dates);
  for (guint i = 0; i < tellings->len; i++)
    {
      SaysoStep step = { at (&self, i)->id };

      g_array_append_val (self.story->steps, step);
    }
  for (guint i = 0; i < tellings->len; i++)
    take_step (&self, i);
  for (guint i = 0; i < tellings->len; i++)
    name_origin (&self, i);
  hand_on (&self);
  count (&self);

  return self.story;
}

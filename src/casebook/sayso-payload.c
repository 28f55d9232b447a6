/* sayso-payload.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-payload.h"

#include <gio/gio.h>

#include "sayso-command-private.h"

#define AT(array, type, index) (&g_array_index (array, type, index))

/* A GVariant in little-endian form. The first number tells the form, so that a later one can be told from this. */
#define FORM 2
#define METADATA "(msmasmsmsmsms)"
#define SENTENCES "a(uuuu)"
#define TIMES "a(uuusmsmsxxuubuuumsms)"
#define ACTORS "a(subas)"
#define MENTIONS "a(uuuu)"
#define CLAIMS "a(a(uu)a(uu)a(uu)ubumsmsuuub)"
#define EVENTS "a(uuuumsmsuumsxxuubua(suuu)uubuuu)"
#define RELATIONS "a(usmsua(uuuu))"
#define PAYLOAD "(u" METADATA SENTENCES TIMES ACTORS MENTIONS CLAIMS EVENTS RELATIONS ")"

/* -- writing -------------------------------------------------------------------------------------------- */

static GVariant *
build_metadata (SaysoDocument *document)
{
  static const SaysoMetadata none = { NULL };
  const SaysoMetadata *m = document != NULL ? sayso_document_get_metadata (document) : &none;
  GVariant *byline = m->byline != NULL ? g_variant_new_strv ((const char *const *) m->byline, -1) : NULL;

  return g_variant_new ("(ms@masmsmsmsms)", m->title, g_variant_new_maybe (G_VARIANT_TYPE ("as"), byline), m->publisher,
                        m->url, m->published, m->language);
}

static GVariant *
build_sentences (SaysoReading *reading)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (SENTENCES));

  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const SaysoSentence *s = sayso_reading_sentence (reading, i);

      g_variant_builder_add (&builder, "(uuuu)", s->span.start, s->span.end, (guint) s->block, s->paragraph);
    }

  return g_variant_builder_end (&builder);
}

static GVariant *
build_times (GArray *times)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (TIMES));

  for (guint i = 0; i < times->len; i++)
    {
      const SaysoExtractedTime *t = AT (times, SaysoExtractedTime, i);

      g_variant_builder_add (&builder, "(uuusmsmsxxuubuuumsms)", t->span.start, t->span.end, (guint) t->type, t->value,
                             t->mod, t->edtf, t->bounds.earliest, t->bounds.latest, t->bounds.soft_start,
                             t->bounds.soft_end, t->bounds.lasting, (guint) t->anchor, t->anchor_time, (guint) t->bound,
                             t->chosen, t->found);
    }

  return g_variant_builder_end (&builder);
}

static GVariant *
build_actors (GArray *actors)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (ACTORS));

  for (guint i = 0; i < actors->len; i++)
    {
      const SaysoExtractedActor *a = AT (actors, SaysoExtractedActor, i);
      GVariantBuilder aliases = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));

      for (guint j = 0; a->aliases != NULL && j < a->aliases->len; j++)
        g_variant_builder_add (&aliases, "s", g_ptr_array_index (a->aliases, j));
      g_variant_builder_add (&builder, "(subas)", a->name, (guint) a->kind, a->unnamed, &aliases);
    }

  return g_variant_builder_end (&builder);
}

static GVariant *
build_mentions (GArray *mentions)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (MENTIONS));

  for (guint i = 0; i < mentions->len; i++)
    {
      const SaysoExtractedMention *m = AT (mentions, SaysoExtractedMention, i);

      g_variant_builder_add (&builder, "(uuuu)", m->actor, m->span.start, m->span.end, (guint) m->form);
    }

  return g_variant_builder_end (&builder);
}

static GVariant *
build_spans (GArray *spans)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(uu)"));

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    g_variant_builder_add (&builder, "(uu)", AT (spans, SaysoSpan, i)->start, AT (spans, SaysoSpan, i)->end);

  return g_variant_builder_end (&builder);
}

static GVariant *
build_claims (GArray *claims)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (CLAIMS));

  for (guint i = 0; i < claims->len; i++)
    {
      const SaysoExtractedClaim *c = AT (claims, SaysoExtractedClaim, i);

      g_variant_builder_add (&builder, "(@a(uu)@a(uu)@a(uu)ubumsmsuuub)", build_spans (c->source), build_spans (c->cue),
                             build_spans (c->content), (guint) c->source_kind, c->several, c->source_actor,
                             c->description, c->title, c->parent, (guint) c->mode, (guint) c->certainty, c->doubted);
    }

  return g_variant_builder_end (&builder);
}

static GVariant *
build_events (GArray *events)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (EVENTS));

  for (guint i = 0; i < events->len; i++)
    {
      const SaysoExtractedEvent *e = AT (events, SaysoExtractedEvent, i);
      GVariantBuilder roles = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(suuu)"));

      for (guint j = 0; e->participants != NULL && j < e->participants->len; j++)
        {
          const SaysoParticipant *p = AT (e->participants, SaysoParticipant, j);

          g_variant_builder_add (&roles, "(suuu)", p->role != NULL ? p->role : "", p->actor, p->span.start,
                                 p->span.end);
        }
      g_variant_builder_add (&builder, "(uuuumsmsuumsxxuubua(suuu)uubuuu)", e->trigger.start, e->trigger.end,
                             e->span.start, e->span.end, e->title, e->type, (guint) e->kind, e->time, e->edtf,
                             e->bounds.earliest, e->bounds.latest, e->bounds.soft_start, e->bounds.soft_end,
                             e->bounds.lasting, e->place, &roles, (guint) e->factuality, e->claim, e->doubted,
                             (guint) e->dating, (guint) e->salience, e->same);
    }

  return g_variant_builder_end (&builder);
}

static GVariant *
build_relations (GArray *relations)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (RELATIONS));

  for (guint i = 0; i < relations->len; i++)
    {
      const SaysoExtractedRelation *r = AT (relations, SaysoExtractedRelation, i);
      GVariantBuilder evidence = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(uuuu)"));

      for (guint j = 0; r->evidence != NULL && j < r->evidence->len; j++)
        {
          const SaysoEvidence *v = AT (r->evidence, SaysoEvidence, j);

          g_variant_builder_add (&evidence, "(uuuu)", v->span.start, v->span.end, v->event, v->claim);
        }
      g_variant_builder_add (&builder, "(usmsua(uuuu))", r->subject, r->type, r->label, r->object, &evidence);
    }

  return g_variant_builder_end (&builder);
}

static GVariant *
in_little_endian (GVariant *variant)
{
  return G_BYTE_ORDER == G_LITTLE_ENDIAN ? g_variant_ref_sink (variant) : g_variant_byteswap (variant);
}

/**
 * sayso_payload_new:
 * @command: a change that was made
 *
 * Returns: (transfer full) (nullable): what must be kept of it beside its words; %NULL: nothing
 */
GBytes *
sayso_payload_new (const SaysoCommand *command)
{
  const SaysoExtraction *x = command->extraction;
  g_autoptr (GZlibCompressor) deflate = NULL;
  g_autoptr (GVariant) built = NULL, variant = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (x == NULL)
    return NULL;

  built = g_variant_ref_sink (g_variant_new ("(u@" METADATA "@" SENTENCES "@" TIMES "@" ACTORS "@" MENTIONS "@" CLAIMS
                                             "@" EVENTS "@" RELATIONS ")",
                                             FORM, build_metadata (command->document), build_sentences (x->reading),
                                             build_times (x->times), build_actors (x->actors),
                                             build_mentions (x->mentions), build_claims (x->claims),
                                             build_events (x->events), build_relations (x->relations)));
  variant = in_little_endian (built);
  bytes = g_variant_get_data_as_bytes (variant);
  deflate = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 1);

  return g_converter_convert_bytes (G_CONVERTER (deflate), bytes, NULL);
}

/* -- reading -------------------------------------------------------------------------------------------- */

static void
read_metadata (GVariant *variant, SaysoMetadata *metadata)
{
  g_autoptr (GVariant) byline = NULL;

  g_variant_get (variant, "(ms@masmsmsmsms)", &metadata->title, &byline, &metadata->publisher, &metadata->url,
                 &metadata->published, &metadata->language);
  if (g_variant_n_children (byline) > 0)
    {
      g_autoptr (GVariant) names = g_variant_get_maybe (byline);

      metadata->byline = g_variant_dup_strv (names, NULL);
    }
}

static void
read_sentences (GVariant *variant, SaysoReading *reading)
{
  GVariantIter iter;
  SaysoSentence s = { 0 };
  guint block;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(uuuu)", &s.span.start, &s.span.end, &block, &s.paragraph))
    {
      s.block = block;
      g_array_append_val (reading->sentences, s);
    }
}

static void
read_times (GVariant *variant, GArray *times)
{
  GVariantIter iter;
  SaysoExtractedTime t = { 0 };
  guint type, anchor, bound;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(uuusmsmsxxuubuuumsms)", &t.span.start, &t.span.end, &type, &t.value, &t.mod,
                              &t.edtf, &t.bounds.earliest, &t.bounds.latest, &t.bounds.soft_start, &t.bounds.soft_end,
                              &t.bounds.lasting, &anchor, &t.anchor_time, &bound, &t.chosen, &t.found))
    {
      t.type = type;
      t.anchor = anchor;
      t.bound = bound;
      g_array_append_val (times, t);
    }
}

static void
read_actors (GVariant *variant, GArray *actors)
{
  GVariantIter iter, *names;
  SaysoExtractedActor a = { 0 };
  guint kind;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(subas)", &a.name, &kind, &a.unnamed, &names))
    {
      char *name;

      a.kind = kind;
      a.aliases = g_ptr_array_new_with_free_func (g_free);
      while (g_variant_iter_next (names, "s", &name))
        g_ptr_array_add (a.aliases, name);
      g_variant_iter_free (names);
      g_array_append_val (actors, a);
    }
}

static void
read_mentions (GVariant *variant, GArray *mentions)
{
  GVariantIter iter;
  SaysoExtractedMention m = { 0 };
  guint form;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(uuuu)", &m.actor, &m.span.start, &m.span.end, &form))
    {
      m.form = form;
      g_array_append_val (mentions, m);
    }
}

static GArray *
read_spans (GVariantIter *iter)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
  SaysoSpan span;

  while (g_variant_iter_next (iter, "(uu)", &span.start, &span.end))
    g_array_append_val (spans, span);
  g_variant_iter_free (iter);

  return spans;
}

static void
read_claims (GVariant *variant, GArray *claims)
{
  GVariantIter iter, *source, *cue, *content;
  SaysoExtractedClaim c = { 0 };
  guint kind, mode, certainty;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(a(uu)a(uu)a(uu)ubumsmsuuub)", &source, &cue, &content, &kind, &c.several,
                              &c.source_actor, &c.description, &c.title, &c.parent, &mode, &certainty, &c.doubted))
    {
      c.source = read_spans (source);
      c.cue = read_spans (cue);
      c.content = read_spans (content);
      c.source_kind = kind;
      c.mode = mode;
      c.certainty = certainty;
      g_array_append_val (claims, c);
    }
}

static void
read_events (GVariant *variant, GArray *events)
{
  GVariantIter iter, *roles;
  SaysoExtractedEvent e = { 0 };
  g_autofree char *type = NULL;
  guint kind, factuality, dating, salience;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(uuuumsmsuumsxxuubua(suuu)uubuuu)", &e.trigger.start, &e.trigger.end,
                              &e.span.start, &e.span.end, &e.title, &type, &kind, &e.time, &e.edtf, &e.bounds.earliest,
                              &e.bounds.latest, &e.bounds.soft_start, &e.bounds.soft_end, &e.bounds.lasting, &e.place,
                              &roles, &factuality, &e.claim, &e.doubted, &dating, &salience, &e.same))
    {
      SaysoParticipant p;
      const char *role;

      e.type = g_intern_string (type);
      g_clear_pointer (&type, g_free);
      e.kind = kind;
      e.factuality = factuality;
      e.dating = dating;
      e.salience = salience;
      e.participants = g_array_new (FALSE, FALSE, sizeof (SaysoParticipant));
      while (g_variant_iter_next (roles, "(&suuu)", &role, &p.actor, &p.span.start, &p.span.end))
        {
          p.role = g_intern_string (role);
          g_array_append_val (e.participants, p);
        }
      g_variant_iter_free (roles);
      g_array_append_val (events, e);
    }
}

static void
read_relations (GVariant *variant, GArray *relations)
{
  GVariantIter iter, *evidence;
  SaysoExtractedRelation r = { 0 };
  const char *type;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(u&smsua(uuuu))", &r.subject, &type, &r.label, &r.object, &evidence))
    {
      SaysoEvidence v;

      r.type = g_intern_string (type);
      r.evidence = g_array_new (FALSE, FALSE, sizeof (SaysoEvidence));
      while (g_variant_iter_next (evidence, "(uuuu)", &v.span.start, &v.span.end, &v.event, &v.claim))
        g_array_append_val (r.evidence, v);
      g_variant_iter_free (evidence);
      g_array_append_val (relations, r);
    }
}

/**
 * sayso_payload_read:
 * @payload: what sayso_payload_new() gave
 * @text: the article's text
 * @metadata: (out): what its document said of itself
 * @extraction: (out) (transfer full): what was found in it, with a reading that has sentences but no tokens
 *
 * Returns: whether it could be read; it is not trusted
 */
gboolean
sayso_payload_read (GBytes *payload, SaysoText *text, SaysoMetadata *metadata, SaysoExtraction **extraction)
{
  g_autoptr (GZlibDecompressor) inflate = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GBytes) bytes = g_converter_convert_bytes (G_CONVERTER (inflate), payload, NULL);
  g_autoptr (GVariant) stored = NULL, variant = NULL;
  g_autoptr (SaysoReading) reading = sayso_reading_new (text);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  SaysoExtraction *x;
  guint form;

  if (bytes == NULL)
    return FALSE;
  stored = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (PAYLOAD), bytes, FALSE));
  variant = in_little_endian (stored);
  g_variant_get_child (variant, 0, "u", &form);
  if (form != FORM || !g_variant_is_normal_form (variant))
    return FALSE;

  for (guint i = 0; i < g_variant_n_children (variant); i++)
    g_ptr_array_add (parts, g_variant_get_child_value (variant, i));
  x = *extraction = sayso_extraction_new (reading);
  read_metadata (g_ptr_array_index (parts, 1), metadata);
  read_sentences (g_ptr_array_index (parts, 2), reading);
  read_times (g_ptr_array_index (parts, 3), x->times);
  read_actors (g_ptr_array_index (parts, 4), x->actors);
  read_mentions (g_ptr_array_index (parts, 5), x->mentions);
  read_claims (g_ptr_array_index (parts, 6), x->claims);
  read_events (g_ptr_array_index (parts, 7), x->events);
  read_relations (g_ptr_array_index (parts, 8), x->relations);

  return TRUE;
}

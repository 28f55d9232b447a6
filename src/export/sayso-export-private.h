/* sayso-export-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "sayso-chain.h"
#include "sayso-export.h"
#include "sayso-queries.h"

G_BEGIN_DECLS

/* The first thing that goes wrong is kept: from then on nothing is read or written, until the writing ends. So a
 * format needs no checks of its own. sayso-export.c makes files; -choice.c: what goes out; -read.c: reads items as they
 * go out; -put.c: writes. */
struct _SaysoExport
{
  GObject parent_instance;

  /* Owned */
  SaysoCasebook *casebook;
  SaysoFilter *filter;                       /* nullable: all */
  SaysoRedaction *redaction;                 /* nullable: nothing is withheld */
  GArray *losses;                            /* of Loss */
  gint64 claim;                              /* of a dossier */
  GHashTable *only[SAYSO_ITEM_RELATION + 1]; /* ids; NULL: all */

  /* While it is written */
  const SaysoExportFormat *format;
  const char *part;
  GOutputStream *stream;
  GCancellable *cancellable;
  GError *error;
  guint generation;
  GHashTable *chosen[SAYSO_ITEM_RELATION + 1]; /* ids; NULL: all */
  GHashTable *texts;                           /* article → Redacted */
  gint64 made;
  gint64 changed;
};

typedef void (*SaysoExportEachFunc) (SaysoExport *self, SaysoItem *item, gpointer data);

/* What goes out. */
void sayso_export_choose (SaysoExport *self);
GArray *sayso_export_get_ids (SaysoExport *self, SaysoItemKind kind, gint64 article);
gboolean sayso_export_has (SaysoExport *self, SaysoItemKind kind, gint64 id);
void sayso_export_fail (SaysoExport *self, GError *error);

/* Reading as it is in the casebook; what goes out alone. */
void sayso_export_scan (SaysoExport *self, SaysoItemKind kind, SaysoSort sort, SaysoExportEachFunc func, gpointer data);

/* Reading, without what is withheld; references to what does not go out are 0. */
void sayso_export_each (SaysoExport *self, SaysoItemKind kind, SaysoSort sort, SaysoExportEachFunc func, gpointer data);
SaysoItem *sayso_export_get (SaysoExport *self, SaysoItemKind kind, gint64 id);
GArray *sayso_export_get_evidence (SaysoExport *self, SaysoItem *item);
GArray *sayso_export_get_chain (SaysoExport *self, SaysoClaim *claim);
SaysoText *sayso_export_get_text (SaysoExport *self, gint64 article);
char *sayso_export_slice (SaysoExport *self, gint64 article, SaysoSpan span);
char *sayso_export_slice_all (SaysoExport *self, gint64 article, GArray *spans);
GArray *sayso_export_get_pages (SaysoExport *self, gint64 article);

/* Where it comes from. Times are ISO 8601, UTC. */
char *sayso_export_dup_title (SaysoExport *self);
char *sayso_export_dup_time (SaysoExport *self);
char *sayso_export_dup_scope (SaysoExport *self);
char *sayso_export_uuid (SaysoExport *self, const char *kind, gint64 id, gint64 more);

/* Writing. */
void sayso_export_put (SaysoExport *self, const char *text);
void sayso_export_put_data (SaysoExport *self, const char *data, gsize length);
void sayso_export_printf (SaysoExport *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void sayso_export_put_markup (SaysoExport *self, const char *text);
void sayso_export_put_built (SaysoExport *self, JsonBuilder *builder);
void sayso_export_lose (SaysoExport *self, const char *what);

/* For JSON of all kinds; what is NULL is left out. */
void sayso_export_add (JsonBuilder *builder, const char *name, const char *value);
void sayso_export_add_int (JsonBuilder *builder, const char *name, gint64 value);
char *sayso_export_day (gint64 seconds, gboolean compact);
char *sayso_export_dates (const SaysoBounds *bounds, const char *edtf);

/* The formats. */
void sayso_export_write_json (SaysoExport *self);
void sayso_export_write_ndjson (SaysoExport *self);
void sayso_export_write_csv (SaysoExport *self);
void sayso_export_write_stix (SaysoExport *self);
void sayso_export_write_ftm (SaysoExport *self);
void sayso_export_write_graphml (SaysoExport *self);
void sayso_export_write_gexf (SaysoExport *self);
void sayso_export_write_timelinejs (SaysoExport *self);
void sayso_export_write_ical (SaysoExport *self);
void sayso_export_write_annotations (SaysoExport *self);
void sayso_export_write_claimreview (SaysoExport *self);
void sayso_export_write_markdown (SaysoExport *self);
void sayso_export_write_html (SaysoExport *self);
void sayso_export_write_odt (SaysoExport *self);
void sayso_export_write_dossier_html (SaysoExport *self);
void sayso_export_write_dossier_markdown (SaysoExport *self);

extern const char *const sayso_export_csv_parts[];

G_END_DECLS

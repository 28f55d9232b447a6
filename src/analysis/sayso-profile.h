/* sayso-profile.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-queries.h"

G_BEGIN_DECLS

#define SAYSO_N_SOURCE_KINDS (SAYSO_SOURCE_AUTHOR + 1)

/**
 * SaysoProfileBy:
 *
 * Whose sourcing is told.
 */
typedef enum
{
  SAYSO_PROFILE_BY_OUTLET,
  SAYSO_PROFILE_BY_AUTHOR,
  SAYSO_PROFILE_BY_ARTICLE,
} SaysoProfileBy;

/**
 * SaysoProfile:
 * @name: the outlet, the author or the article's title
 * @key: what to ask for it by: the same name; an article's id
 * @n_articles: how many articles
 * @n_claims: how many claims these make that were not rejected
 * @n_by_kind: how many of these by the kind of their own source
 * @n_shared: how many of these other articles tell too
 * @n_single: how many of these go back to one origin
 * @n_decided: on how many claims and events a reader has decided
 * @n_corrected: how many of these the reader changed or rejected
 *
 * How an outlet, an author or an article is sourced. It says nothing of what is true.
 */
typedef struct
{
  char *name;
  char *key;
  guint n_articles;
  guint n_claims;
  guint n_by_kind[SAYSO_N_SOURCE_KINDS];
  guint n_shared;
  guint n_single;
  guint n_decided;
  guint n_corrected;
} SaysoProfile;

GPtrArray *sayso_profiles_read (SaysoCasebook *casebook, SaysoProfileBy by, const char *key, GError **error);
SaysoProfile *sayso_profile_of_outlet (SaysoCasebook *casebook, const char *const *names, GError **error);
void sayso_profile_free (SaysoProfile *self);

const char *sayso_profile_kind_to_words (SaysoSourceKind kind);
char *sayso_profile_share_to_words (const SaysoProfile *self, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoProfile, sayso_profile_free)

G_END_DECLS

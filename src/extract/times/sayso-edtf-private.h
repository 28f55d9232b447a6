/* sayso-edtf-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-edtf.h"

G_BEGIN_DECLS

/* Whether a component is marked, and how: "?", "~", "%" is both. */
typedef enum
{
  QUALIFIER_UNCERTAIN = 1 << 0,
  QUALIFIER_APPROXIMATE = 1 << 1,
} Qualifier;

typedef enum
{
  DATE_OPEN,     /* "..": there is no end */
  DATE_UNKNOWN,  /* nothing: the end is not known */
  DATE_YEARS,    /* the year alone, or a century or decade */
  DATE_LONG,     /* "Y170000002" */
  DATE_DIVISION, /* "2015-21": a season, quarter and so on */
  DATE_MONTH,
  DATE_DAY,
  DATE_TIME,
} DateForm;

/* Digits are kept as they are written, with "X" for those that are not known. */
typedef struct
{
  DateForm form;
  gboolean negative;
  char year[5];     /* four digits; two of a century, three of a decade */
  gint64 long_year; /* with its sign and before its exponent */
  int exponent;     /* -1: none */
  int significant;  /* digits, 0: not said */
  char month[3];    /* month or division */
  char day[3];
  char time[32];        /* from after "T" on */
  guint8 qualifiers[3]; /* of year, month, day */
} Date;

/* A member of a set may be a range "a..b"; a date alone is one member without an end. */
typedef struct
{
  Date first;
  Date last;
  gboolean range;
} Member;

struct _SaysoEdtf
{
  SaysoEdtfKind kind;
  GArray *members; /* Member */
};

gboolean sayso_edtf_date_get_bounds (const Date *date, gint64 *earliest, gint64 *latest);
gboolean sayso_edtf_date_exists (const Date *date);

G_END_DECLS

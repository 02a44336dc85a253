/* What rules know of the world: service levels, capacities, limits, each with its date and where it comes from
 * (data/facts/GROUP.json; docs/rules.md). An expression says facts.GROUP.NAME and gets the value. */
#pragma once

#include "base/text.h"
#include "expr/run.h"

G_BEGIN_DECLS

typedef enum
{
  LP_FACT_PERCENT,
  LP_FACT_RATIO,
  LP_FACT_COUNT,
  LP_FACT_BYTES,
  LP_FACT_BITS_PER_SECOND,
  LP_FACT_TIME,
  LP_FACT_DATE, /* YYYY-MM-DD */
  LP_FACT_NONE, /* words, numbers or booleans as they are written */
} LpFactUnit;

typedef enum
{
  LP_SURE_DOCUMENTED, /* seen in the service's own documentation */
  LP_SURE_SECONDARY,  /* seen elsewhere */
  LP_SURE_DEFAULT,    /* nobody's but this program's: where people differ, and may set another */
} LpSureness;

typedef struct
{
  char *id;        /* "sla.rds_multi_az" */
  JsonNode *value; /* as it is written: "30d", 99.95, ["s3", "efs"] */
  LpFactUnit unit;
  char *date;   /* YYYY-MM-DD or YYYY-MM: of the page, or since when it holds; NULL for a default */
  char *source; /* an address; NULL for a default */
  LpSureness sure;
  gboolean adjustable; /* a configuration may set another value */
  LpText text;         /* what it is, in a few words */
} LpFact;

/* All facts of a review. Immutable; threads may share it. */
typedef struct
{
  gatomicrefcount refs;
  GPtrArray *facts; /* of LpFact, by id */
} LpFacts;

/* Those that are built in: read at the first call, which aborts where one is broken (a test reads them). Borrowed,
 * never freed, thread-safe. */
LpFacts *lp_facts_get_default (void);
/* An empty table, or a copy of another (nullable). */
LpFacts *lp_facts_new (LpFacts *base);
LpFacts *lp_facts_ref (LpFacts *facts);
void lp_facts_unref (LpFacts *facts);

/* Adds the facts of one file, as GROUP.NAME. Refuses in LP_READ_ERROR, at the place of the mistake: all that
 * json-text.h refuses, a member that facts do not have, a value that the unit does not fit, a date that is none,
 * a fact without date or source that is no default. */
gboolean lp_facts_add (LpFacts *facts, const char *group, GBytes *bytes, const char *file, GError **error);

/* NULL where there is none. */
const LpFact *lp_facts_find (const LpFacts *facts, const char *id);
/* Puts another value into a copy of the fact. Refuses in LP_READ_ERROR: REFERENCE where there is no such fact (the
 * nearest name is proposed) or it is not adjustable, VALUE where the unit does not fit. */
gboolean lp_facts_adjust (LpFacts *facts, const char *id, JsonNode *value, GError **error);

/* The value that expressions call `facts`: a map of maps. Lives as long as the run and the facts. */
LpValue lp_facts_get_value (const LpFacts *facts, LpExprRun *run);

/* "percent", "documented": words of the files, never translated. */
const char *lp_fact_unit_code (LpFactUnit unit);
const char *lp_sureness_code (LpSureness sure);
gboolean lp_sureness_read (JsonObject *object, const LpJsonPlace *place, LpSureness *sure, GError **error);
/* YYYY-MM-DD or YYYY-MM that is a day or month of the calendar. */
gboolean lp_date_is_valid (const char *date);
/* A value that is one number, in its unit: bytes, bits per second, seconds, percent. FALSE for others. */
gboolean lp_fact_get_amount (const LpFact *fact, double *amount);
/* The value as a person reads it: "99.95 %", "30 d", "s3, efs". Free with g_free(). */
char *lp_fact_describe (const LpFact *fact);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpFacts, lp_facts_unref)

G_END_DECLS

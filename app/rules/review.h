/* Reviewing a design: every rule of a pack against everything that it looks at. */
#pragma once

#include "model/design.h"
#include "rules/configuration.h"
#include "rules/pack.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean strict;           /* what is not known counts as a failure */
  LpFacts *facts;            /* NULL: those of the configuration, else those that are built in */
  const LpConfiguration *configuration; /* NULL: nothing is set; its packs are the caller's affair */
  GDateTime *today;          /* for waivers and rules; NULL: now */
  GCancellable *cancellable; /* may be NULL */
  gboolean parallel;         /* a large design is reviewed on all cores */
} LpReviewOptions;

/* The findings in the program's language. `options` may be NULL. May run on any thread, several at a time
 * with the same pack. NULL only where it was cancelled. Free with lp_review_unref(). */
LpReview *lp_review_run (LpPack *pack, LpDesign *design, const LpReviewOptions *options);

/* How many times a rule passed, failed, was skipped, asked and broke over a design, by LpOutcome. */
typedef struct
{
  guint of[LP_OUTCOME_BROKEN + 1];
  char *broken; /* what went wrong, or NULL; free with g_free() */
} LpOutcomes;

LpOutcomes lp_rule_run (const LpRule *rule, LpDesign *design);

/* What a rule gives for a design as a whole: FAIL if it failed anywhere, else QUESTION, PASS, SKIP in that
 * order; BROKEN before all. */
LpOutcome lp_outcomes_get_whole (const LpOutcomes *outcomes);

/* --- examples ----------------------------------------------------------------------------------------------
 */

typedef LpDesign *(*LpReadDesign) (GBytes *bytes, const char *file, GError **error);

typedef struct
{
  const LpExample *example;
  LpOutcome outcome;
  char *error; /* why the document could not be read or the rule broke, or NULL */
} LpExampleResult;

/* Runs the examples of a rule; `read` is lp_native_read() (rules do not know formats). An array of
 * LpExampleResult, one per example; free with g_array_unref(). */
GArray *lp_rule_run_examples (const LpRule *rule, LpReadDesign read);
/* The document of an example as a file holds it. */
GBytes *lp_example_get_bytes (const LpExample *example);

G_END_DECLS

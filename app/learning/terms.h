/* Names for parts of a scenario's expressions: its "let", as a rule has one. */
#pragma once

#include "base/json-text.h"
#include "expr/expr.h"
#include "expr/run.h"

G_BEGIN_DECLS

/* All zero: none. */
typedef struct
{
  GArray *locals;         /* of LpExprLocal: name and type */
  GPtrArray *definitions; /* of LpExpr, each over those before it */
} LpTerms;

/* The member "let" of `object`, which need not be there. Refuses in LP_READ_ERROR what is no name, and what
 * lp_rule_read_expression() refuses. `terms` is all zero; what was read before a refusal is in it. */
gboolean lp_terms_read (LpTerms *terms, JsonObject *object, const LpJsonPlace *place, GError **error);
void lp_terms_clear (LpTerms *terms);

/* For compiling an expression that may name them; borrowed from `terms`. `expected` may be NULL: any type. */
LpExprOptions lp_terms_get_options (const LpTerms *terms, const LpType *expected);
/* Resets the run, and works out what they mean in it: before each expression that was compiled with them. */
void lp_terms_bind (const LpTerms *terms, LpExprRun *run);

G_END_DECLS

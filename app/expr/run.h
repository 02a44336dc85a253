/* Where expressions are evaluated: the values of variables, the memory of one evaluation, the budget. One
 * thread uses a run at a time; a run is made once and used for many evaluations, one after the other: a
 * callback evaluates no other expression with the run that it is given. */
#pragma once

#include "expr/schema.h"

G_BEGIN_DECLS

#define LP_RUN_DEFAULT_STEPS 10000000u
#define LP_RUN_DEFAULT_BYTES (64u << 20)

/* `host` is handed to nobody but whoever asks lp_expr_run_get_host(). */
LpExprRun *lp_expr_run_new (LpExprSchema *schema, gpointer host);
void lp_expr_run_free (LpExprRun *run);
gpointer lp_expr_run_get_host (LpExprRun *run);

/* Gives, ascending, those items of the list in variable `slot` of which the field `name` equals `word`, or the
 * method `name` with `word` is true; none of them may be unknown or an error. FALSE where the host has no such list.
 * The list lasts as long as the variable's own. */
typedef gboolean (*LpExprSelect) (
    LpExprRun *run, guint slot, const char *name, LpValue word, const guint32 **items, guint *n);
/* Lets macros that look for such items walk over these alone. */
void lp_expr_run_set_select (LpExprRun *run, LpExprSelect select);

/* What one evaluation may use; 0 keeps the default. */
void lp_expr_run_set_limits (LpExprRun *run, guint64 max_steps, gsize max_bytes);

/* Binds a variable of the schema, by its slot, or a local of the expressions to come. */
void lp_expr_run_set_variable (LpExprRun *run, guint slot, LpValue value);
void lp_expr_run_set_local (LpExprRun *run, guint slot, LpValue value);

/* Takes back the memory of all evaluations and refills the budget. Values made by the run are gone; what was
 * bound stays bound, so bind again what was made by the run. */
void lp_expr_run_reset (LpExprRun *run);

/* --- for the host's callbacks ------------------------------------------------------------------------ */

/* Memory that lasts until the reset, aligned for any type; NULL where the run has used what it may: then
 * return lp_expr_run_fail_limit(). */
gpointer lp_expr_run_alloc (LpExprRun *run, gsize size);
/* Counts work that grows with the document; FALSE where the budget is used up. */
gboolean lp_expr_run_spend (LpExprRun *run, guint64 steps);
/* A copy of the string in the run's memory. */
LpValue lp_expr_run_string (LpExprRun *run, const char *utf8, gssize length);
/* A map of `n` entries; keys and values alternate in `entries`, which is copied. Keys are bool, int, uint or
 * string; one that is there twice gives an error value. */
LpValue lp_expr_run_map (LpExprRun *run, const LpValue *entries, guint n);

/* An error value; `code` is an LpExprErrorCode. */
LpValue lp_expr_run_fail (LpExprRun *run, int code, const char *format, ...) G_GNUC_PRINTF (3, 4);
LpValue lp_expr_run_fail_limit (LpExprRun *run);
/* The value of a property that is not set. `field` outlives the run. */
LpValue lp_expr_run_unknown (LpExprRun *run, LpValue object, const char *field);
/* Both at once: unknown if either is. Neither need be unknown; gives the unknown one then, or `a`. */
LpValue lp_expr_run_merge (LpExprRun *run, LpValue a, LpValue b);

/* Evaluates the lambda of a call with its variable bound to `argument`. */
LpValue lp_expr_run_call (LpExprRun *run, const LpLambda *lambda, LpValue argument);

/* --- for results ------------------------------------------------------------------------------------- */

typedef struct
{
  LpValue object;
  const char *field;
} LpUnknownField;

/* The properties that an unknown value rests on, each once, in the order they were met: an array of
 * LpUnknownField. Free with g_array_unref(). */
GArray *lp_expr_run_unknowns (LpExprRun *run, LpValue value);
/* The same for people: "db.multi_az, web.os". Free with g_free(). */
char *lp_expr_run_list_unknowns (LpExprRun *run, LpValue value);
/* The error value as a GError in LP_EXPR_ERROR, with its position in the source. */
GError *lp_expr_run_error (LpExprRun *run, LpValue value);

/* The value as JSON on one line: bytes as base64, durations "3.5s", timestamps as RFC 3339 has them, what
 * JSON has no number for as a string, keys as strings. Neither unknown nor an error. FALSE where the text
 * grew over LP_RUN_MAX_TEXT; it is cut short then. */
gboolean lp_expr_run_write_json (LpExprRun *run, LpValue value, GString *out);
/* The value as a person reads it in a sentence: strings bare, lists joined with commas, durations "90m",
 * doubles without ".0". */
gboolean lp_expr_run_write_text (LpExprRun *run, LpValue value, GString *out);

#define LP_RUN_MAX_TEXT (16u << 20)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpExprRun, lp_expr_run_free)

G_END_DECLS

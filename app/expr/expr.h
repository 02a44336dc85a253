/* A compiled expression: CEL (the Common Expression Language) without protocol buffers, plus what the schema
 * declares. Immutable; threads may evaluate it at once, each with its own run. */
#pragma once

#include "expr/run.h"
#include "expr/schema.h"

G_BEGIN_DECLS

#define LP_EXPR_ERROR (lp_expr_error_quark ())

typedef enum
{
  /* when compiled */
  LP_EXPR_ERROR_SYNTAX = 1,
  LP_EXPR_ERROR_ENCODING,    /* not UTF-8 */
  LP_EXPR_ERROR_TOO_LONG,    /* over LP_EXPR_MAX_BYTES */
  LP_EXPR_ERROR_TOO_DEEP,    /* over LP_EXPR_MAX_DEPTH */
  LP_EXPR_ERROR_NO_VARIABLE, /* a name that nothing declares */
  LP_EXPR_ERROR_NO_FUNCTION,
  LP_EXPR_ERROR_WRONG_RESULT, /* the whole is not of the expected type */
  /* when compiled or evaluated */
  LP_EXPR_ERROR_NO_FIELD,    /* "no_such_field" */
  LP_EXPR_ERROR_NO_OVERLOAD, /* "no_such_overload": an operator or function that does not take these types */
  LP_EXPR_ERROR_REGEX,       /* not a regular expression as RE2 has them */
  LP_EXPR_ERROR_ARGUMENT,    /* refused by the function's own check */
  /* when evaluated */
  LP_EXPR_ERROR_NO_KEY,    /* "no_such_key" */
  LP_EXPR_ERROR_INDEX,     /* outside a list */
  LP_EXPR_ERROR_OVERFLOW,  /* outside the range of the type */
  LP_EXPR_ERROR_DIVISION,  /* by zero */
  LP_EXPR_ERROR_VALUE,     /* cannot be converted: "abc" is no int */
  LP_EXPR_ERROR_DUPLICATE, /* a key twice in a map */
  LP_EXPR_ERROR_UNBOUND,   /* a variable that the run has no value for */
  LP_EXPR_ERROR_LIMIT,     /* more steps or memory than the run may use */
} LpExprErrorCode;

GQuark lp_expr_error_quark (void);

/* Where in its source an LP_EXPR_ERROR arose; {0, 0} for any other error. */
LpPosition lp_expr_error_get_position (const GError *error);

#define LP_EXPR_MAX_BYTES 65536
#define LP_EXPR_MAX_DEPTH 200

/* A variable beside those of the schema; slot 0 is the first of them (lp_expr_run_set_local()). */
typedef struct
{
  const char *name;
  const LpType *type;
} LpExprLocal;

typedef struct
{
  const LpExprLocal *locals;
  guint n_locals;
  const LpType *expected; /* NULL: any */
  gboolean dynamic;       /* leave all questions of type to the evaluation, as CEL without its checker */
} LpExprOptions;

typedef struct _LpExpr LpExpr;

/* Parses, checks and prepares `source` (`length` bytes; -1: NUL-terminated). `options` may be NULL. Refuses
 * in LP_EXPR_ERROR with the position of the mistake. The expression keeps a reference to the schema. */
LpExpr *lp_expr_compile (
    LpExprSchema *schema, const char *source, gssize length, const LpExprOptions *options, GError **error);
void lp_expr_free (LpExpr *expr);

/* As it was written; lives as long as the expression. */
const char *lp_expr_get_source (const LpExpr *expr);
/* What the checker found the whole to be; lives as long as the expression. */
const LpType *lp_expr_get_type (const LpExpr *expr);

/* The value; it may be LP_VALUE_UNKNOWN or LP_VALUE_ERROR. Valid until the run is reset or the expression
 * freed. The run is of the same schema. */
LpValue lp_expr_eval (const LpExpr *expr, LpExprRun *run);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpExpr, lp_expr_free)

G_END_DECLS

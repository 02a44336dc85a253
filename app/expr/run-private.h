/* The inside of a run: for the evaluation and the built-in functions. */
#pragma once

#include "expr/arena.h"
#include "expr/ast.h"
#include "expr/expr-private.h"
#include "expr/keep.h"
#include "expr/run.h"

G_BEGIN_DECLS

struct _LpExprFailure
{
  LpExprErrorCode code;
  guint32 at;
  const LpExpr *expr; /* whose source `at` counts in; NULL outside an evaluation */
  const char *message;
};

/* What an unknown value rests on: one field of one object, or what two other unknowns rest on. */
struct _LpUnknown
{
  LpUnknown *left, *right; /* both or none */
  LpValue object;
  const char *field;
  guint visit; /* the last walk that came by */
};

struct _LpLambda
{
  const LpNode *body;
  guint slot;
};

struct _LpExprRun
{
  gint64 steps_left; /* negative: used up, and everything fails from here on */
  const LpExpr *expr;
  guint32 at; /* in its source: where failures arise */
  guint n_slots;
  LpValue *slots; /* of the schema, then locals, then of macros */
  LpArena arena;
  LpExprRead read; /* or NULL */
  guint nesting;   /* of macros and lambdas */

  LpExprDefine define; /* or NULL */
  LpExprRecall recall; /* or NULL */
  LpExprTell tell;
  LpExprSchema *schema;
  gpointer host;
  LpExprSelect select; /* or NULL */
  guint64 max_steps;
  gsize max_bytes;
  LpExprFailure limit;
};

/* Room for this many slots. */
void lp_run_reserve_slots (LpExprRun *run, guint n);
/* "no operator or function NAME for TYPES". */
LpValue lp_run_fail_overload (LpExprRun *run, const char *name, const LpValue *args, guint n_args);

static inline gboolean
lp_value_is_definite (LpValue value)
{
  return value.kind < LP_VALUE_UNKNOWN;
}

/* eval.c */
LpValue lp_eval_node (LpExprRun *run, const LpNode *node);

/* macros.c */
LpValue lp_eval_macro (LpExprRun *run, const LpNode *node);

/* operators.c: both operands are definite; `b` counts for nothing where the operator has one. */
LpValue lp_operate (LpExprRun *run, LpOp op, LpValue a, LpValue b);
const char *lp_op_name (LpOp op);

/* value.c: gives FALSE once *budget is negative. */
gboolean lp_value_equal_within (LpValue a, LpValue b, gint64 *budget);

/* write.c: bool, numbers, durations and timestamps as string() gives them. */
void lp_value_write_scalar (LpValue value, GString *out);

/* A list under construction in the run's memory. While all items are objects of one class it holds indices.
 */
typedef struct
{
  LpExprRun *run;
  guint n, room;
  guint object_class; /* 0: `items` */
  LpValue *items;
  guint32 *indices;
} LpListBuilder;

#define LP_LIST_BUILDER(run_) ((LpListBuilder){ .run = (run_) })

/* FALSE where the memory is used up; lp_list_finish() gives an error value then. */
gboolean lp_list_add (LpListBuilder *builder, LpValue item);
LpValue lp_list_finish (LpListBuilder *builder);

G_END_DECLS

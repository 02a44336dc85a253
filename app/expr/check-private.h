/* What the parts of the checker share. */
#pragma once

#include "expr/expr-private.h"

G_BEGIN_DECLS

/* Variables of macros, the innermost first. */
typedef struct _LpScope LpScope;
struct _LpScope
{
  const LpScope *outer;
  const char *name;
  const LpType *type;
  guint slot;
};

typedef struct
{
  LpExpr *expr;
  const LpExprOptions *options;
  const LpScope *scope;
  guint n_slots; /* in use where the checker stands; expr->n_slots holds the most */
} LpChecker;

/* Gives the node and all below it names, types and functions. Refuses in LP_EXPR_ERROR. */
gboolean lp_check_node (LpChecker *checker, LpNode *node, GError **error);
/* A call: function or macro. Its children are not checked yet. */
gboolean lp_check_call (LpChecker *checker, LpNode *node, GError **error);
/* Makes a constant of a node whose children are constants. Where the value would be an error the node is left
 * as it is, unless `strict`: then that is the answer. */
gboolean lp_check_fold (LpChecker *checker, LpNode *node, gboolean strict, GError **error);

/* What is wrong with the node at byte `at`: an error; or, where questions of type are left to the evaluation,
 * a node that fails when it is evaluated (and TRUE). */
gboolean lp_check_reject (
    LpChecker *checker, LpNode *node, gsize at, LpExprErrorCode code, GError **error, const char *format, ...)
    G_GNUC_PRINTF (6, 7);
/* The node must be of this type, or may turn out to be. */
gboolean lp_check_is (LpChecker *checker, LpNode *node, const LpType *type, const char *what, GError **error);

/* A scope with one more variable, and a slot for it, until lp_check_pop(). */
void lp_check_push (LpChecker *checker, LpScope *scope, const char *name, const LpType *type);
void lp_check_pop (LpChecker *checker);

const LpType *lp_check_list_type (LpChecker *checker, const LpType *item);
/* The type with its variables replaced by what they are bound to; those not bound are dyn. */
const LpType *lp_check_substitute (LpChecker *checker, const LpType *type, const LpTypeBindings *bindings);

G_END_DECLS

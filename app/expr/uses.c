#include "expr/keep.h"
#include "expr/run-private.h"
#include "expr/schema-private.h"

/* Names that an expression gives itself lie behind the locals that it was compiled with. */
static gboolean
reads (const LpNode *node, guint slot)
{
  if (node->kind == LP_NODE_VARIABLE && node->slot == slot)
    return TRUE;
  for (guint i = 0; i < node->n_children; i++)
    if (reads (node->children[i], slot))
      return TRUE;
  return node->kind == LP_NODE_CALL && node->plan != NULL && node->plan->lambda != NULL
         && reads (node->plan->lambda, slot);
}

gboolean
lp_expr_reads_local (const LpExpr *expr, guint local)
{
  return reads (expr->root, lp_schema_n_variables (expr->schema) + local);
}

/* Walking over fewer things: what a condition begins with often tells which items it can hold for. */
#pragma once

#include "expr/ast.h"

G_BEGIN_DECLS

/* Where the macro keeps only items for which its condition holds, walks over a variable of the schema, and the
 * condition asks for what the host has a list of (lp_expr_run_set_select()): TRUE, and *range is the list of
 * those items in their order. The others would give false, whatever the rest of the condition is. */
gboolean lp_narrow (LpExprRun *run, const LpNode *macro, LpValue *range);

G_END_DECLS

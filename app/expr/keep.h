/* Values that outlive the run that made them. */
#pragma once

#include "expr/expr.h"

G_BEGIN_DECLS

/* The number that an object has from now on. */
typedef guint (*LpRenumber) (guint object_class, guint index, gpointer data);

/* A copy of the value in the memory of `into`, with all that it holds and borrows; objects get the numbers that
 * `renumber` (nullable) gives them. An error stays what it is, the expression that it arose in must live on. */
LpValue lp_expr_run_keep (LpExprRun *into, LpExprRun *from, LpValue value, LpRenumber renumber, gpointer data);

/* How many bytes the run holds. */
gsize lp_expr_run_get_size (LpExprRun *run);

/* --- for whoever keeps the items of a macro apart ---------------------------------------------------------- */

/* Asks for what is known of the condition of a macro that walks over a variable of the schema, for one item; `macro`
 * tells the place in the source. TRUE: *value is taken. FALSE: it is worked out, and told to the other. */
typedef gboolean (*LpExprRecall) (LpExprRun *run, gconstpointer macro, LpValue item, LpValue *value);
typedef void (*LpExprTell) (LpExprRun *run, gconstpointer macro, LpValue item, LpValue value);
void lp_expr_run_set_memory (LpExprRun *run, LpExprRecall recall, LpExprTell tell);

/* Told of each variable that is read, by its slot: those of the schema, then locals, then others. */
typedef void (*LpExprRead) (LpExprRun *run, guint slot);
void lp_expr_run_set_read (LpExprRun *run, LpExprRead read);
/* Asked for a variable without a value: TRUE where it has one now (lp_expr_run_work_out()). */
typedef gboolean (*LpExprDefine) (LpExprRun *run, guint slot);
void lp_expr_run_set_define (LpExprRun *run, LpExprDefine define);
/* Takes a local's value away until it is asked for. */
void lp_expr_run_unset_local (LpExprRun *run, guint local);
/* What stands for a value that there is not yet. */
LpValue lp_expr_unset (void);
gboolean lp_expr_is_unset (LpValue value);
LpValue lp_expr_run_get_local (LpExprRun *run, guint local);
/* Whether it may read this one of the locals that it was compiled with. */
gboolean lp_expr_reads_local (const LpExpr *expr, guint local);
/* Gives the slot the value of an expression, in the middle of another evaluation. */
void lp_expr_run_work_out (LpExprRun *run, guint slot, const LpExpr *expr);

/* The slot of a local. */
guint lp_expr_run_get_local_slot (LpExprRun *run, guint local);

G_END_DECLS

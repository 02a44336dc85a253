#include "expr/expr.h"

#include <glib/gi18n.h>

#include "expr/check-private.h"
#include "expr/parser.h"
#include "expr/run-private.h"
#include "expr/schema-private.h"

static gboolean
validate (const LpSource *source, GError **error)
{
  const char *end;

  if (source->length > LP_EXPR_MAX_BYTES)
    return lp_source_fail (source, 0, LP_EXPR_ERROR_TOO_LONG, error,
                           _("the expression has %zu bytes; at most %d are taken"),
                           source->length, LP_EXPR_MAX_BYTES);
  if (!g_utf8_validate_len (source->text, source->length, &end))
    return lp_source_fail (
        source, end - source->text, *end == '\0' ? LP_EXPR_ERROR_SYNTAX : LP_EXPR_ERROR_ENCODING, error,
        *end == '\0' ? _("a NUL does not belong in an expression") : _("the expression is not UTF-8"));
  return TRUE;
}

static gboolean
check (LpExpr *expr, const LpExprOptions *options, GError **error)
{
  LpChecker checker = { .expr = expr, .options = options };

  checker.n_slots = expr->n_slots = lp_schema_n_variables (expr->schema) + options->n_locals;
  if (!lp_check_node (&checker, expr->root, error))
    return FALSE;
  if (options->expected == NULL || lp_type_assignable (options->expected, expr->root->type, NULL))
    return TRUE;
  g_autofree char *wanted = lp_type_to_string (options->expected);
  g_autofree char *found = lp_type_to_string (expr->root->type);
  return lp_source_fail (&expr->source, expr->root->at, LP_EXPR_ERROR_WRONG_RESULT, error,
                         _("the expression gives a value of type %s; %s is wanted here"), found, wanted);
}

LpExpr *
lp_expr_compile (
    LpExprSchema *schema, const char *source, gssize length, const LpExprOptions *options, GError **error)
{
  static const LpExprOptions defaults = { 0 };
  g_autoptr (LpExpr) expr = g_new0 (LpExpr, 1);
  LpSource given = { source, length < 0 ? strlen (source) : (gsize) length };

  expr->schema = lp_expr_schema_ref (schema);
  if (!validate (&given, error))
    return NULL;
  expr->source.text = lp_arena_strndup (&expr->arena, given.text, given.length);
  expr->source.length = given.length;
  expr->root = lp_parse (&expr->source, &expr->arena, error);
  if (expr->root == NULL || !check (expr, options != NULL ? options : &defaults, error))
    return NULL;
  return g_steal_pointer (&expr);
}

void
lp_expr_free (LpExpr *expr)
{
  g_clear_pointer (&expr->folding, lp_expr_run_free);
  g_clear_pointer (&expr->patterns, g_ptr_array_unref);
  lp_arena_clear (&expr->arena);
  lp_expr_schema_unref (expr->schema);
  g_free (expr);
}

const char *
lp_expr_get_source (const LpExpr *expr)
{
  return expr->source.text;
}

const LpType *
lp_expr_get_type (const LpExpr *expr)
{
  return expr->root->type;
}

LpValue
lp_expr_eval (const LpExpr *expr, LpExprRun *run)
{
  const LpExpr *outer = run->expr;
  LpValue value;

  g_return_val_if_fail (run->schema == expr->schema, lp_value_null ());
  lp_run_reserve_slots (run, expr->n_slots);
  run->expr = expr;
  value = lp_eval_node (run, expr->root);
  run->expr = outer;
  return value;
}

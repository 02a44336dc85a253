#include <glib/gi18n.h>

#include "expr/map.h"
#include "expr/run-private.h"
#include "expr/schema-private.h"

/* More arguments than this are gathered in the run's memory. */
#define FEW_ARGS 8

static LpValue
fail_not_bool (LpExprRun *run, const LpNode *node, LpValue value)
{
  run->at = node->at;
  return lp_expr_run_fail (run, LP_EXPR_ERROR_NO_OVERLOAD,
                           _("no such overload: a condition is a bool, not %s"), lp_value_type_name (value));
}

/* How && and || (and so all() and exists()) put operands together: one that decides wins whatever else there
 * is, then what is not known, then the first error. */
typedef struct
{
  gboolean deciding; /* FALSE for &&, TRUE for || */
  gboolean decided;
  LpValue rest; /* null: nothing but the other boolean so far */
} Logic;

static gboolean
logic_add (LpExprRun *run, Logic *logic, const LpNode *node, LpValue operand)
{
  if (operand.kind == LP_VALUE_BOOL)
    {
      logic->decided = operand.boolean == logic->deciding;
      return !logic->decided;
    }
  if (operand.kind == LP_VALUE_UNKNOWN)
    logic->rest = lp_expr_run_merge (run, logic->rest, operand);
  else if (logic->rest.kind == LP_VALUE_NULL)
    logic->rest = operand.kind == LP_VALUE_ERROR ? operand : fail_not_bool (run, node, operand);
  return run->steps_left >= 0;
}

static LpValue
logic_finish (const Logic *logic)
{
  if (logic->decided)
    return lp_value_bool (logic->deciding);
  return logic->rest.kind == LP_VALUE_NULL ? lp_value_bool (!logic->deciding) : logic->rest;
}

static LpValue
eval_logic (LpExprRun *run, const LpNode *node, gboolean deciding)
{
  Logic logic = { .deciding = deciding, .rest = lp_value_null () };

  for (guint i = 0; i < node->n_children; i++)
    if (!logic_add (run, &logic, node->children[i], lp_eval_node (run, node->children[i])))
      break;
  return logic_finish (&logic);
}

static LpValue
eval_condition (LpExprRun *run, const LpNode *node)
{
  LpValue condition = lp_eval_node (run, node->children[0]);

  if (condition.kind == LP_VALUE_BOOL)
    return lp_eval_node (run, node->children[condition.boolean ? 1 : 2]);
  return lp_value_is_definite (condition) ? fail_not_bool (run, node->children[0], condition) : condition;
}

/* Of operands that are not all definite: what is not known comes before errors. */
static LpValue
merge_indefinite (LpExprRun *run, const LpValue *values, guint n)
{
  LpValue merged = lp_value_null ();

  for (guint i = 0; i < n; i++)
    if (values[i].kind == LP_VALUE_UNKNOWN)
      merged = lp_expr_run_merge (run, merged, values[i]);
  for (guint i = 0; i < n && merged.kind == LP_VALUE_NULL; i++)
    if (values[i].kind == LP_VALUE_ERROR)
      merged = values[i];
  return merged;
}

static LpValue
eval_operator (LpExprRun *run, const LpNode *node)
{
  LpValue operands[2];

  operands[0] = lp_eval_node (run, node->children[0]);
  operands[1] = node->n_children > 1 ? lp_eval_node (run, node->children[1]) : lp_value_null ();
  if (G_UNLIKELY (!lp_value_is_definite (operands[0]) || !lp_value_is_definite (operands[1])))
    return merge_indefinite (run, operands, 2);
  run->at = node->at;
  return lp_operate (run, node->op, operands[0], operands[1]);
}

/* Evaluates the children into `values`. FALSE where they are not all definite; *result is what follows. */
static gboolean
eval_children (LpExprRun *run, const LpNode *node, LpValue *values, LpValue *result)
{
  gboolean definite = TRUE;

  for (guint i = 0; i < node->n_children; i++)
    {
      values[i] = lp_eval_node (run, node->children[i]);
      definite = definite && lp_value_is_definite (values[i]);
    }
  if (!definite)
    *result = merge_indefinite (run, values, node->n_children);
  return definite;
}

static LpValue
eval_list (LpExprRun *run, const LpNode *node)
{
  LpValue *items = lp_expr_run_alloc (run, node->n_children * sizeof *items);
  LpValue result = lp_value_null ();

  if (items == NULL)
    return lp_expr_run_fail_limit (run);
  return eval_children (run, node, items, &result) ? lp_value_list (items, node->n_children) : result;
}

static LpValue
eval_map (LpExprRun *run, const LpNode *node)
{
  LpValue *entries = lp_expr_run_alloc (run, node->n_children * sizeof *entries);
  LpValue result = lp_value_null ();

  if (entries == NULL)
    return lp_expr_run_fail_limit (run);
  if (!eval_children (run, node, entries, &result))
    return result;
  run->at = node->at;
  return lp_expr_run_map (run, entries, node->n_children / 2);
}

/* The field of an object: found by the checker, or now where it could not know the class. */
static const LpObjectClass *
find_field (LpExprRun *run, const LpNode *node, LpValue object, LpExprField *field)
{
  const LpObjectClass *class = lp_schema_get_class (run->schema, object.object_class);

  if (node->slot == object.object_class)
    *field = node->field;
  else if (!class->find_field (NULL, node->name, field, class->data))
    return NULL;
  return class;
}

static LpValue
fail_no_field (LpExprRun *run, const LpNode *node, LpValue operand)
{
  run->at = node->at;
  return lp_expr_run_fail (run, LP_EXPR_ERROR_NO_FIELD,
                           _("no such field: a value of type %s has no field “%s”"),
                           lp_value_type_name (operand), node->name);
}

static LpValue
eval_field (LpExprRun *run, const LpNode *node)
{
  LpValue operand = lp_eval_node (run, node->children[0]), value;
  LpExprField field;

  if (operand.kind == LP_VALUE_OBJECT)
    {
      const LpObjectClass *class = find_field (run, node, operand, &field);

      if (class == NULL)
        return fail_no_field (run, node, operand);
      run->at = node->at;
      return class->get_field (run, operand, &field);
    }
  if (operand.kind == LP_VALUE_MAP)
    {
      if (lp_map_lookup (operand.map, lp_value_string (node->name), &value))
        return value;
      run->at = node->at;
      return lp_expr_run_fail (run, LP_EXPR_ERROR_NO_KEY, _("no such key: “%s”"), node->name);
    }
  return lp_value_is_definite (operand) ? fail_no_field (run, node, operand) : operand;
}

static LpValue
eval_has (LpExprRun *run, const LpNode *node)
{
  LpValue operand = lp_eval_node (run, node->children[0]), value;
  LpExprField field;

  if (operand.kind == LP_VALUE_MAP)
    return lp_value_bool (lp_map_lookup (operand.map, lp_value_string (node->name), &value));
  if (operand.kind != LP_VALUE_OBJECT)
    return lp_value_is_definite (operand) ? fail_no_field (run, node, operand) : operand;
  const LpObjectClass *class = find_field (run, node, operand, &field);
  if (class == NULL)
    return fail_no_field (run, node, operand);
  run->at = node->at;
  if (class->has_field != NULL)
    return lp_value_bool (class->has_field (run, operand, &field));
  value = class->get_field (run, operand, &field);
  return value.kind == LP_VALUE_ERROR ? value : lp_value_bool (value.kind != LP_VALUE_UNKNOWN);
}

/* Whether the value may stand for a parameter of this type; what is inside lists and maps is not looked at.
 */
static gboolean
value_fits (LpValue value, const LpType *type)
{
  switch (type->kind)
    {
    case LP_TYPE_DYN:
    case LP_TYPE_PARAM:
      return TRUE;
    case LP_TYPE_NULL:
      return value.kind == LP_VALUE_NULL;
    case LP_TYPE_BOOL:
      return value.kind == LP_VALUE_BOOL;
    case LP_TYPE_INT:
      return value.kind == LP_VALUE_INT;
    case LP_TYPE_UINT:
      return value.kind == LP_VALUE_UINT;
    case LP_TYPE_DOUBLE:
      return value.kind == LP_VALUE_DOUBLE;
    case LP_TYPE_STRING:
      return value.kind == LP_VALUE_STRING;
    case LP_TYPE_BYTES:
      return value.kind == LP_VALUE_BYTES;
    case LP_TYPE_DURATION:
      return value.kind == LP_VALUE_DURATION;
    case LP_TYPE_TIMESTAMP:
      return value.kind == LP_VALUE_TIMESTAMP;
    case LP_TYPE_TYPE:
      return value.kind == LP_VALUE_TYPE;
    case LP_TYPE_LIST:
      return value.kind == LP_VALUE_LIST;
    case LP_TYPE_MAP:
      return value.kind == LP_VALUE_MAP;
    case LP_TYPE_OBJECT:
      return value.kind == LP_VALUE_OBJECT && value.object_class == type->id;
    }
  return FALSE;
}

static gboolean
args_fit (const LpFunction *function, const LpValue *args, guint n_args)
{
  for (guint i = 0; i < n_args; i++)
    if (!value_fits (args[i], function->params[MIN (i, function->n_params - 1)]))
      return FALSE;
  return TRUE;
}

static LpValue
eval_call (LpExprRun *run, const LpNode *node)
{
  const LpCallPlan *plan = node->plan;
  LpValue few[FEW_ARGS], result = lp_value_null ();
  LpValue *args
      = node->n_children <= FEW_ARGS ? few : lp_expr_run_alloc (run, node->n_children * sizeof *args);
  LpLambda lambda = { plan->lambda, plan->lambda_slot };

  if (args == NULL)
    return lp_expr_run_fail_limit (run);
  if (!eval_children (run, node, args, &result))
    return result;
  run->at = node->at;
  for (guint i = 0; i < plan->n_candidates; i++)
    {
      const LpFunction *function = plan->candidates[i];

      if (plan->certain || args_fit (function, args, node->n_children))
        return function->call (run, &(LpCall){ .args = args,
                                               .n_args = node->n_children,
                                               .lambda = plan->lambda != NULL ? &lambda : NULL,
                                               .data = function->data,
                                               .site = plan->site });
    }
  return lp_run_fail_overload (run, node->name, args, node->n_children);
}

LpValue
lp_eval_node (LpExprRun *run, const LpNode *node)
{
  if (G_UNLIKELY (--run->steps_left < 0))
    {
      run->at = node->at;
      return lp_expr_run_fail_limit (run);
    }
  switch ((LpNodeKind) node->kind)
    {
    case LP_NODE_CONSTANT:
      return node->constant;
    case LP_NODE_VARIABLE:
      if (G_UNLIKELY (run->slots[node->slot].kind == LP_VALUE_ERROR
                      && run->slots[node->slot].failure == NULL)
          && (run->define == NULL || !run->define (run, node->slot)))
        {
          run->at = node->at;
          return lp_expr_run_fail (run, LP_EXPR_ERROR_UNBOUND, _("this variable has no value here"));
        }
      if (G_UNLIKELY (run->read != NULL))
        run->read (run, node->slot);
      return run->slots[node->slot];
    case LP_NODE_FIELD:
      return eval_field (run, node);
    case LP_NODE_HAS:
      return eval_has (run, node);
    case LP_NODE_OPERATOR:
      return eval_operator (run, node);
    case LP_NODE_AND:
      return eval_logic (run, node, FALSE);
    case LP_NODE_OR:
      return eval_logic (run, node, TRUE);
    case LP_NODE_CONDITION:
      return eval_condition (run, node);
    case LP_NODE_LIST:
      return eval_list (run, node);
    case LP_NODE_MAP:
      return eval_map (run, node);
    case LP_NODE_CALL:
      return eval_call (run, node);
    case LP_NODE_MACRO:
      return lp_eval_macro (run, node);
    case LP_NODE_FAILURE:
      run->at = node->at;
      return lp_expr_run_fail (run, node->op, "%s", node->name);
    case LP_NODE_NAME:
      break;
    }
  g_assert_not_reached ();
}

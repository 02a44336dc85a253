/* What the macros do when they run. */
#include <glib/gi18n.h>

#include "expr/group.h"
#include "expr/map.h"
#include "expr/narrow.h"
#include "expr/run-private.h"
#include "expr/schema-private.h"

const char *
lp_macro_name (LpMacro macro)
{
  static const char *const names[LP_N_MACROS]
      = { "all", "exists", "exists_one", "map", "filter", "group_by" };

  return names[macro];
}

/* The i-th thing that a macro walks over: an item of a list, or a key of a map. */
static LpValue
range_item (LpValue range, guint i)
{
  return range.kind == LP_VALUE_MAP ? lp_map_key (range.map, i) : lp_value_list_get (range, i);
}

static LpValue
eval_part (LpExprRun *run, const LpNode *node, guint part, LpValue item)
{
  run->slots[node->slot] = item;
  return lp_eval_node (run, node->children[part]);
}

/* The condition for one item. What a macro that stands by itself says of an item of the schema's may be remembered. */
static LpValue
eval_first (LpExprRun *run, const LpNode *node, LpValue item)
{
  LpValue value;

  if (run->recall == NULL || run->nesting > 1 || node->children[0]->kind != LP_NODE_VARIABLE
      || node->children[0]->slot >= lp_schema_n_variables (run->schema) || item.kind != LP_VALUE_OBJECT)
    return eval_part (run, node, 1, item);
  if (run->recall (run, node, item, &value))
    return value;
  value = eval_part (run, node, 1, item);
  run->tell (run, node, item, value);
  return value;
}

static LpValue
fail_predicate (LpExprRun *run, const LpNode *node, LpValue value)
{
  run->at = node->children[1]->at;
  return lp_expr_run_fail (run, LP_EXPR_ERROR_NO_OVERLOAD,
                           _("no such overload: a condition is a bool, not %s"), lp_value_type_name (value));
}

/* all() and exists(): && and || over the items. */
static LpValue
eval_quantifier (LpExprRun *run, const LpNode *node, LpValue range, guint n, gboolean deciding)
{
  LpValue rest = lp_value_null ();

  for (guint i = 0; i < n && run->steps_left >= 0; i++)
    {
      LpValue holds = eval_first (run, node, range_item (range, i));

      if (holds.kind == LP_VALUE_BOOL && holds.boolean == deciding)
        return holds;
      if (holds.kind == LP_VALUE_UNKNOWN)
        rest = lp_expr_run_merge (run, rest, holds);
      else if (holds.kind != LP_VALUE_BOOL && rest.kind == LP_VALUE_NULL)
        rest = holds.kind == LP_VALUE_ERROR ? holds : fail_predicate (run, node, holds);
    }
  return rest.kind == LP_VALUE_NULL ? lp_value_bool (!deciding) : rest;
}

/* The predicate for one item where every one must be known: TRUE, and *holds says what it is; FALSE, and
 * *rest takes up what is in its place. */
static gboolean
decide (LpExprRun *run, const LpNode *node, LpValue item, gboolean *holds, LpValue *rest)
{
  LpValue value = eval_first (run, node, item);

  *holds = lp_value_is_true (value);
  if (value.kind == LP_VALUE_BOOL)
    return TRUE;
  if (value.kind == LP_VALUE_UNKNOWN)
    *rest = lp_expr_run_merge (run, *rest, value);
  else if (rest->kind == LP_VALUE_NULL)
    *rest = value.kind == LP_VALUE_ERROR ? value : fail_predicate (run, node, value);
  return FALSE;
}

static LpValue
eval_exists_one (LpExprRun *run, const LpNode *node, LpValue range, guint n)
{
  LpValue rest = lp_value_null ();
  guint count = 0;

  for (guint i = 0; i < n && run->steps_left >= 0; i++)
    {
      gboolean holds;

      if (decide (run, node, range_item (range, i), &holds, &rest) && holds)
        count++;
    }
  return rest.kind == LP_VALUE_NULL ? lp_value_bool (count == 1) : rest;
}

/* map() with two and three arguments, and filter(). */
static LpValue
eval_transform (
    LpExprRun *run, const LpNode *node, LpValue range, guint n, gboolean filtered, guint transform)
{
  LpListBuilder builder = LP_LIST_BUILDER (run);
  LpValue rest = lp_value_null ();

  for (guint i = 0; i < n && run->steps_left >= 0; i++)
    {
      LpValue item = range_item (range, i);
      gboolean keep = TRUE;

      if (filtered && (!decide (run, node, item, &keep, &rest) || !keep))
        continue;
      if (transform > 0)
        item = eval_part (run, node, transform, item);
      if (item.kind == LP_VALUE_UNKNOWN)
        rest = lp_expr_run_merge (run, rest, item);
      else if (item.kind == LP_VALUE_ERROR)
        rest = rest.kind == LP_VALUE_NULL ? item : rest;
      else if (!lp_list_add (&builder, item))
        return lp_expr_run_fail_limit (run);
    }
  return rest.kind == LP_VALUE_NULL ? lp_list_finish (&builder) : rest;
}

static LpValue
eval_group_by (LpExprRun *run, const LpNode *node, LpValue range, guint n)
{
  LpGrouping grouping = LP_GROUPING (run);
  LpValue rest = lp_value_null ();

  for (guint i = 0; i < n && run->steps_left >= 0; i++)
    {
      LpValue item = range_item (range, i);
      LpValue key = eval_part (run, node, 1, item);

      if (key.kind == LP_VALUE_UNKNOWN)
        rest = lp_expr_run_merge (run, rest, key);
      else if (key.kind == LP_VALUE_ERROR)
        rest = rest.kind == LP_VALUE_NULL ? key : rest;
      else if (!lp_grouping_add (&grouping, key, item))
        break;
    }
  return rest.kind == LP_VALUE_NULL ? lp_grouping_finish (&grouping) : rest;
}

static LpValue
walk (LpExprRun *run, const LpNode *node, LpValue range, guint n)
{
  switch ((LpMacro) node->op)
    {
    case LP_MACRO_ALL:
      return eval_quantifier (run, node, range, n, FALSE);
    case LP_MACRO_EXISTS:
      return eval_quantifier (run, node, range, n, TRUE);
    case LP_MACRO_EXISTS_ONE:
      return eval_exists_one (run, node, range, n);
    case LP_MACRO_MAP:
      return eval_transform (run, node, range, n, node->n_children == 3, node->n_children - 1);
    case LP_MACRO_FILTER:
      return eval_transform (run, node, range, n, TRUE, 0);
    case LP_MACRO_GROUP_BY:
      return eval_group_by (run, node, range, n);
    case LP_N_MACROS:
      break;
    }
  g_assert_not_reached ();
}

LpValue
lp_eval_macro (LpExprRun *run, const LpNode *node)
{
  LpValue range;
  guint n;

  if (!lp_narrow (run, node, &range))
    range = lp_eval_node (run, node->children[0]);
  if (range.kind == LP_VALUE_LIST)
    n = range.length;
  else if (range.kind == LP_VALUE_MAP)
    n = lp_map_size (range.map);
  else if (!lp_value_is_definite (range))
    return range;
  else
    {
      run->at = node->at;
      return lp_run_fail_overload (run, lp_macro_name (node->op), &range, 1);
    }
  run->nesting++;
  LpValue value = walk (run, node, range, n);
  run->nesting--;
  return value;
}

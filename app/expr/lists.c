/* Functions of lists that rules need beyond CEL's own. All are methods, take one pass where they can, and
 * keep the order of what they are given. */
#include <glib/gi18n.h>

#include "expr/functions.h"
#include "expr/group.h"
#include "expr/run-private.h"

static LpValue
fail_empty (LpExprRun *run, const char *name)
{
  return lp_expr_run_fail (run, LP_EXPR_ERROR_INDEX, _("%s() of an empty list: ask for its size() before"),
                           name);
}

/* Each item once. */
static LpValue
distinct (LpExprRun *run, const LpCall *call)
{
  LpListBuilder builder = LP_LIST_BUILDER (run);
  LpGrouping seen = LP_GROUPING (run);

  for (guint i = 0; i < call->args[0].length; i++)
    {
      LpValue item = lp_value_list_get (call->args[0], i);
      gboolean made;

      if (lp_grouping_find (&seen, item, &made) < 0 || (made && !lp_list_add (&builder, item)))
        return lp_expr_run_fail_limit (run);
    }
  return lp_list_finish (&builder);
}

/* What of the first list is (`wanted`), or is not, in the second. */
static LpValue
select_items (LpExprRun *run, const LpCall *call, gboolean wanted)
{
  LpListBuilder builder = LP_LIST_BUILDER (run);
  LpGrouping others = LP_GROUPING (run);

  for (guint i = 0; i < call->args[1].length; i++)
    if (lp_grouping_find (&others, lp_value_list_get (call->args[1], i), NULL) < 0)
      return lp_expr_run_fail_limit (run);
  for (guint i = 0; i < call->args[0].length; i++)
    {
      LpValue item = lp_value_list_get (call->args[0], i);
      gint64 found = lp_grouping_look_up (&others, item);

      if (run->steps_left < 0 || ((found >= 0) == wanted && !lp_list_add (&builder, item)))
        return lp_expr_run_fail_limit (run);
    }
  return lp_list_finish (&builder);
}

static LpValue
without (LpExprRun *run, const LpCall *call)
{
  return select_items (run, call, FALSE);
}

static LpValue
intersects (LpExprRun *run, const LpCall *call)
{
  LpValue common = select_items (run, call, TRUE);

  return common.kind == LP_VALUE_LIST ? lp_value_bool (common.length > 0) : common;
}

/* All of the second list are in the first. */
static LpValue
contains_all (LpExprRun *run, const LpCall *call)
{
  LpCall turned = { .args = (LpValue[]){ call->args[1], call->args[0] }, .n_args = 2 };
  LpValue missing = select_items (run, &turned, FALSE);

  return missing.kind == LP_VALUE_LIST ? lp_value_bool (missing.length == 0) : missing;
}

/* The items put together with + or *; `empty` where there are none. */
static LpValue
fold (LpExprRun *run, LpValue list, LpOp op, LpValue empty)
{
  LpValue result = list.length > 0 ? lp_value_list_get (list, 0) : empty;

  if (!lp_expr_run_spend (run, list.length))
    return lp_expr_run_fail_limit (run);
  if (list.length == 1)
    {
      /* An item alone must be one that could be added to. */
      LpValue tried = lp_operate (run, op, result, empty.kind == result.kind ? empty : result);

      return tried.kind == LP_VALUE_ERROR && tried.failure->code == LP_EXPR_ERROR_NO_OVERLOAD ? tried
                                                                                              : result;
    }
  for (guint i = 1; i < list.length && lp_value_is_definite (result); i++)
    result = lp_operate (run, op, result, lp_value_list_get (list, i));
  return result;
}

static LpValue
sum_of_ints (LpExprRun *run, const LpCall *call)
{
  return fold (run, call->args[0], LP_OP_ADD, lp_value_int (0));
}

static LpValue
sum_of_uints (LpExprRun *run, const LpCall *call)
{
  return fold (run, call->args[0], LP_OP_ADD, lp_value_uint (0));
}

static LpValue
sum_of_doubles (LpExprRun *run, const LpCall *call)
{
  return fold (run, call->args[0], LP_OP_ADD, lp_value_double (0));
}

static LpValue
sum_of_durations (LpExprRun *run, const LpCall *call)
{
  return fold (run, call->args[0], LP_OP_ADD, lp_value_duration (0));
}

static LpValue
product_of_ints (LpExprRun *run, const LpCall *call)
{
  return fold (run, call->args[0], LP_OP_MULTIPLY, lp_value_int (1));
}

static LpValue
product_of_doubles (LpExprRun *run, const LpCall *call)
{
  return fold (run, call->args[0], LP_OP_MULTIPLY, lp_value_double (1));
}

/* The first of the items that none is before (`sign` 1: least) or after (-1: greatest). */
static LpValue
extreme (LpExprRun *run, LpValue list, int sign, const char *name)
{
  LpValue best;
  int order;

  if (list.length == 0)
    return fail_empty (run, name);
  if (!lp_expr_run_spend (run, list.length))
    return lp_expr_run_fail_limit (run);
  best = lp_value_list_get (list, 0);
  for (guint i = 0; i < list.length; i++)
    {
      LpValue item = lp_value_list_get (list, i);

      if (!lp_value_compare (item, best, &order))
        return lp_run_fail_overload (run, name, (LpValue[]){ best, item }, 2);
      if (order * sign < 0)
        best = item;
    }
  return best;
}

static LpValue
min_of (LpExprRun *run, const LpCall *call)
{
  return extreme (run, call->args[0], 1, "min");
}

static LpValue
max_of (LpExprRun *run, const LpCall *call)
{
  return extreme (run, call->args[0], -1, "max");
}

static LpValue
first_of (LpExprRun *run, const LpCall *call)
{
  return call->args[0].length > 0 ? lp_value_list_get (call->args[0], 0) : fail_empty (run, "first");
}

static LpValue
last_of (LpExprRun *run, const LpCall *call)
{
  LpValue list = call->args[0];

  return list.length > 0 ? lp_value_list_get (list, list.length - 1) : fail_empty (run, "last");
}

/* One level of lists taken away. */
static LpValue
flatten (LpExprRun *run, const LpCall *call)
{
  LpListBuilder builder = LP_LIST_BUILDER (run);

  for (guint i = 0; i < call->args[0].length; i++)
    {
      LpValue inner = lp_value_list_get (call->args[0], i);
      guint n = inner.kind == LP_VALUE_LIST ? inner.length : 1;

      if (!lp_expr_run_spend (run, n))
        return lp_expr_run_fail_limit (run);
      for (guint j = 0; j < n; j++)
        if (!lp_list_add (&builder, inner.kind == LP_VALUE_LIST ? lp_value_list_get (inner, j) : inner))
          return lp_expr_run_fail_limit (run);
    }
  return lp_list_finish (&builder);
}

static LpValue
join (LpExprRun *run, const LpCall *call)
{
  LpValue list = call->args[0], separator = call->n_args > 1 ? call->args[1] : lp_value_string ("");
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < list.length; i++)
    {
      LpValue item = lp_value_list_get (list, i);

      if (item.kind != LP_VALUE_STRING)
        return lp_run_fail_overload (run, "join", &item, 1);
      if (out->len > LP_RUN_MAX_TEXT || !lp_expr_run_spend (run, 1 + (item.length + separator.length) / 64))
        return lp_expr_run_fail_limit (run);
      if (i > 0 && separator.length > 0)
        g_string_append_len (out, separator.string, separator.length);
      if (item.length > 0)
        g_string_append_len (out, item.string, item.length);
    }
  return lp_expr_run_string (run, out->str, (gssize) out->len);
}

static const LpType list_of_int = { .kind = LP_TYPE_LIST, .inner = { &lp_type_int } };
static const LpType list_of_uint = { .kind = LP_TYPE_LIST, .inner = { &lp_type_uint } };
static const LpType list_of_double = { .kind = LP_TYPE_LIST, .inner = { &lp_type_double } };
static const LpType list_of_duration = { .kind = LP_TYPE_LIST, .inner = { &lp_type_duration } };

#define METHOD(name_, from_, to_, call_)                                                                     \
  {                                                                                                          \
    .name = name_, .method = TRUE, .n_params = 1, .params = { from_ }, .result = to_, .call = call_          \
  }
#define METHOD_WITH(name_, from_, with_, to_, call_)                                                         \
  {                                                                                                          \
    .name = name_, .method = TRUE, .n_params = 2, .params = { from_, with_ }, .result = to_, .call = call_   \
  }

const LpFunction lp_list_functions[] = {
  METHOD ("distinct", &lp_type_list_a, &lp_type_list_a, distinct),
  METHOD_WITH ("without", &lp_type_list_a, &lp_type_list_a, &lp_type_list_a, without),
  METHOD_WITH ("intersects", &lp_type_list_a, &lp_type_list_a, &lp_type_bool, intersects),
  METHOD_WITH ("containsAll", &lp_type_list_a, &lp_type_list_a, &lp_type_bool, contains_all),
  METHOD ("sum", &list_of_int, &lp_type_int, sum_of_ints),
  METHOD ("sum", &list_of_uint, &lp_type_uint, sum_of_uints),
  METHOD ("sum", &list_of_double, &lp_type_double, sum_of_doubles),
  METHOD ("sum", &list_of_duration, &lp_type_duration, sum_of_durations),
  METHOD ("product", &list_of_int, &lp_type_int, product_of_ints),
  METHOD ("product", &list_of_double, &lp_type_double, product_of_doubles),
  METHOD ("min", &lp_type_list_a, &lp_type_a, min_of),
  METHOD ("max", &lp_type_list_a, &lp_type_a, max_of),
  METHOD ("first", &lp_type_list_a, &lp_type_a, first_of),
  METHOD ("last", &lp_type_list_a, &lp_type_a, last_of),
  METHOD ("flatten", &lp_type_list_list_a, &lp_type_list_a, flatten),
  METHOD ("join", &lp_type_list_string, &lp_type_string, join),
  METHOD_WITH ("join", &lp_type_list_string, &lp_type_string, &lp_type_string, join),
  { .name = NULL },
};

#include <math.h>

#include <glib/gi18n.h>

#include "expr/run-private.h"
#include "expr/calendar.h"

const char *
lp_op_name (LpOp op)
{
  static const char *const names[LP_N_OPS] = {
    [LP_OP_NOT] = "!",
    [LP_OP_NEGATE] = "-",
    [LP_OP_ADD] = "+",
    [LP_OP_SUBTRACT] = "-",
    [LP_OP_MULTIPLY] = "*",
    [LP_OP_DIVIDE] = "/",
    [LP_OP_REMAINDER] = "%",
    [LP_OP_EQUAL] = "==",
    [LP_OP_NOT_EQUAL] = "!=",
    [LP_OP_LESS] = "<",
    [LP_OP_LESS_EQUAL] = "<=",
    [LP_OP_GREATER] = ">",
    [LP_OP_GREATER_EQUAL] = ">=",
    [LP_OP_IN] = "in",
    [LP_OP_INDEX] = "[]",
  };

  return names[op];
}

static LpValue
fail_operands (LpExprRun *run, LpOp op, LpValue a, LpValue b)
{
  LpValue operands[2] = { a, b };

  return lp_run_fail_overload (run, lp_op_name (op), operands, op == LP_OP_NOT || op == LP_OP_NEGATE ? 1 : 2);
}

static LpValue
fail_overflow (LpExprRun *run, LpOp op, const char *type)
{
  return lp_expr_run_fail (run, LP_EXPR_ERROR_OVERFLOW, _("the result of %s is out of the range of %s"),
                           lp_op_name (op), type);
}

static LpValue
fail_division (LpExprRun *run, LpOp op)
{
  return lp_expr_run_fail (run, LP_EXPR_ERROR_DIVISION,
                           op == LP_OP_DIVIDE ? _("divide by zero") : _("modulus by zero"));
}

static LpValue
operate_ints (LpExprRun *run, LpOp op, gint64 a, gint64 b)
{
  gint64 result = 0;
  gboolean overflow = FALSE;

  switch (op)
    {
    case LP_OP_ADD:
      overflow = __builtin_add_overflow (a, b, &result);
      break;
    case LP_OP_SUBTRACT:
      overflow = __builtin_sub_overflow (a, b, &result);
      break;
    case LP_OP_MULTIPLY:
      overflow = __builtin_mul_overflow (a, b, &result);
      break;
    case LP_OP_DIVIDE:
    case LP_OP_REMAINDER:
      if (b == 0)
        return fail_division (run, op);
      overflow = a == G_MININT64 && b == -1;
      if (!overflow)
        result = op == LP_OP_DIVIDE ? a / b : a % b;
      break;
    default:
      return fail_operands (run, op, lp_value_int (a), lp_value_int (b));
    }
  return overflow ? fail_overflow (run, op, "int") : lp_value_int (result);
}

static LpValue
operate_uints (LpExprRun *run, LpOp op, guint64 a, guint64 b)
{
  guint64 result = 0;
  gboolean overflow = FALSE;

  switch (op)
    {
    case LP_OP_ADD:
      overflow = __builtin_add_overflow (a, b, &result);
      break;
    case LP_OP_SUBTRACT:
      overflow = __builtin_sub_overflow (a, b, &result);
      break;
    case LP_OP_MULTIPLY:
      overflow = __builtin_mul_overflow (a, b, &result);
      break;
    case LP_OP_DIVIDE:
    case LP_OP_REMAINDER:
      if (b == 0)
        return fail_division (run, op);
      result = op == LP_OP_DIVIDE ? a / b : a % b;
      break;
    default:
      return fail_operands (run, op, lp_value_uint (a), lp_value_uint (b));
    }
  return overflow ? fail_overflow (run, op, "uint") : lp_value_uint (result);
}

static LpValue
operate_doubles (LpExprRun *run, LpOp op, double a, double b)
{
  switch (op)
    {
    case LP_OP_ADD:
      return lp_value_double (a + b);
    case LP_OP_SUBTRACT:
      return lp_value_double (a - b);
    case LP_OP_MULTIPLY:
      return lp_value_double (a * b);
    case LP_OP_DIVIDE:
      return lp_value_double (a / b);
    default:
      return fail_operands (run, op, lp_value_double (a), lp_value_double (b));
    }
}

static LpValue
concatenate_strings (LpExprRun *run, LpValue a, LpValue b)
{
  gsize length = (gsize) a.length + b.length;
  char *both;

  if (a.length == 0 || b.length == 0)
    return a.length == 0 ? b : a;
  both
      = length < G_MAXUINT32 && lp_expr_run_spend (run, length / 64) ? lp_expr_run_alloc (run, length) : NULL;
  if (both == NULL)
    return lp_expr_run_fail_limit (run);
  memcpy (both, a.string, a.length);
  memcpy (both + a.length, b.string, b.length);
  return (LpValue){ .kind = a.kind, .length = (guint32) length, .string = both };
}

static LpValue
concatenate_lists (LpExprRun *run, LpValue a, LpValue b)
{
  LpListBuilder builder = LP_LIST_BUILDER (run);
  gsize length = (gsize) a.length + b.length;

  if (a.length == 0 || b.length == 0)
    return a.length == 0 ? b : a;
  if (length >= G_MAXUINT32 / 2 || !lp_expr_run_spend (run, length))
    return lp_expr_run_fail_limit (run);
  for (gsize i = 0; i < length; i++)
    if (!lp_list_add (&builder,
                      i < a.length ? lp_value_list_get (a, i) : lp_value_list_get (b, i - a.length)))
      return lp_expr_run_fail_limit (run);
  return lp_list_finish (&builder);
}

static LpValue
operate_times (LpExprRun *run, LpOp op, LpValue a, LpValue b)
{
  LpValue result = lp_value_null ();
  gint64 nanoseconds;

  if (a.kind == LP_VALUE_DURATION && b.kind == LP_VALUE_DURATION && (op == LP_OP_ADD || op == LP_OP_SUBTRACT))
    {
      if (op == LP_OP_ADD ? __builtin_add_overflow (a.integer, b.integer, &nanoseconds)
                          : __builtin_sub_overflow (a.integer, b.integer, &nanoseconds))
        return fail_overflow (run, op, "duration");
      return lp_value_duration (nanoseconds);
    }
  if (a.kind == LP_VALUE_TIMESTAMP && b.kind == LP_VALUE_TIMESTAMP && op == LP_OP_SUBTRACT)
    return lp_timestamp_subtract (a, b, &result) ? result : fail_overflow (run, op, "duration");
  if (op == LP_OP_ADD && a.kind == LP_VALUE_DURATION && b.kind == LP_VALUE_TIMESTAMP)
    return lp_timestamp_add (b, a.integer, FALSE, &result) ? result : fail_overflow (run, op, "timestamp");
  if ((op == LP_OP_ADD || op == LP_OP_SUBTRACT) && a.kind == LP_VALUE_TIMESTAMP
      && b.kind == LP_VALUE_DURATION)
    return lp_timestamp_add (a, b.integer, op == LP_OP_SUBTRACT, &result)
               ? result
               : fail_overflow (run, op, "timestamp");
  return fail_operands (run, op, a, b);
}

static LpValue
operate_arithmetic (LpExprRun *run, LpOp op, LpValue a, LpValue b)
{
  if (a.kind == LP_VALUE_DURATION || a.kind == LP_VALUE_TIMESTAMP)
    return operate_times (run, op, a, b);
  if (a.kind != b.kind)
    return fail_operands (run, op, a, b);
  switch ((LpValueKind) a.kind)
    {
    case LP_VALUE_INT:
      return operate_ints (run, op, a.integer, b.integer);
    case LP_VALUE_UINT:
      return operate_uints (run, op, a.uinteger, b.uinteger);
    case LP_VALUE_DOUBLE:
      return operate_doubles (run, op, a.number, b.number);
    case LP_VALUE_STRING:
    case LP_VALUE_BYTES:
      return op == LP_OP_ADD ? concatenate_strings (run, a, b) : fail_operands (run, op, a, b);
    case LP_VALUE_LIST:
      return op == LP_OP_ADD ? concatenate_lists (run, a, b) : fail_operands (run, op, a, b);
    default:
      return fail_operands (run, op, a, b);
    }
}

/* NaN has no order, but may be compared: the answer is false. */
static gboolean
is_nan (LpValue value)
{
  return value.kind == LP_VALUE_DOUBLE && isnan (value.number);
}

static gboolean
is_number (LpValue value)
{
  return value.kind == LP_VALUE_INT || value.kind == LP_VALUE_UINT || value.kind == LP_VALUE_DOUBLE;
}

static LpValue
operate_order (LpExprRun *run, LpOp op, LpValue a, LpValue b)
{
  int order;

  if (!lp_value_compare (a, b, &order))
    return is_number (a) && is_number (b) && (is_nan (a) || is_nan (b)) ? lp_value_bool (FALSE)
                                                                        : fail_operands (run, op, a, b);
  switch (op)
    {
    case LP_OP_LESS:
      return lp_value_bool (order < 0);
    case LP_OP_LESS_EQUAL:
      return lp_value_bool (order <= 0);
    case LP_OP_GREATER:
      return lp_value_bool (order > 0);
    default:
      return lp_value_bool (order >= 0);
    }
}

static LpValue
operate_equal (LpExprRun *run, LpValue a, LpValue b, gboolean wanted)
{
  gboolean equal = lp_value_equal_within (a, b, &run->steps_left);

  return run->steps_left < 0 ? lp_expr_run_fail_limit (run) : lp_value_bool (equal == wanted);
}

static gboolean
has_object (LpValue list, LpValue object)
{
  guint i = 0;

  /* So many at once that the compiler may compare several in one go. */
  for (; i + 64 <= list.length; i += 64)
    {
      guint found = 0;
      for (guint k = 0; k < 64; k++)
        found |= list.indices[i + k] == object.index;
      if (found)
        return TRUE;
    }
  for (; i < list.length; i++)
    if (list.indices[i] == object.index)
      return TRUE;
  return FALSE;
}

static LpValue
operate_in (LpExprRun *run, LpValue a, LpValue b)
{
  LpValue found;

  if (b.kind == LP_VALUE_MAP)
    return lp_value_bool (lp_map_lookup (b.map, a, &found));
  if (b.kind != LP_VALUE_LIST)
    return fail_operands (run, LP_OP_IN, a, b);
  if (b.object_class != 0)
    return lp_expr_run_spend (run, b.length / 16)
               ? lp_value_bool (a.kind == LP_VALUE_OBJECT && a.object_class == b.object_class && has_object (b, a))
               : lp_expr_run_fail_limit (run);
  for (guint i = 0; i < b.length; i++)
    if (lp_value_equal_within (a, lp_value_list_get (b, i), &run->steps_left))
      return lp_value_bool (TRUE);
  return run->steps_left < 0 ? lp_expr_run_fail_limit (run) : lp_value_bool (FALSE);
}

static gboolean
list_index (LpValue index, gint64 *i)
{
  if (index.kind == LP_VALUE_INT)
    *i = index.integer;
  else if (index.kind == LP_VALUE_UINT)
    *i = (gint64) MIN (index.uinteger, G_MAXINT64);
  else if (index.kind == LP_VALUE_DOUBLE && index.number == floor (index.number)
           && fabs (index.number) < 9e18)
    *i = (gint64) index.number;
  else
    return FALSE;
  return TRUE;
}

static LpValue
operate_index (LpExprRun *run, LpValue container, LpValue index)
{
  LpValue found;
  gint64 i;

  if (container.kind == LP_VALUE_MAP)
    {
      g_autoptr (GString) key = NULL;

      if (lp_map_lookup (container.map, index, &found))
        return found;
      key = g_string_new (NULL);
      lp_expr_run_write_json (run, index, key);
      return lp_expr_run_fail (run, LP_EXPR_ERROR_NO_KEY, _("no such key: %s"), key->str);
    }
  if (container.kind != LP_VALUE_LIST || !is_number (index))
    return fail_operands (run, LP_OP_INDEX, container, index);
  if (!list_index (index, &i))
    return lp_expr_run_fail (run, LP_EXPR_ERROR_INDEX, _("an index into a list is a whole number"));
  if (i < 0 || i >= container.length)
    return lp_expr_run_fail (run, LP_EXPR_ERROR_INDEX,
                             _("index %lld is outside the list, which has %u items"), (long long) i,
                             container.length);
  return lp_value_list_get (container, (guint) i);
}

static LpValue
operate_negate (LpExprRun *run, LpValue a)
{
  if (a.kind == LP_VALUE_DOUBLE)
    return lp_value_double (-a.number);
  if (a.kind != LP_VALUE_INT)
    return fail_operands (run, LP_OP_NEGATE, a, a);
  return a.integer == G_MININT64 ? fail_overflow (run, LP_OP_NEGATE, "int") : lp_value_int (-a.integer);
}

LpValue
lp_operate (LpExprRun *run, LpOp op, LpValue a, LpValue b)
{
  switch (op)
    {
    case LP_OP_NOT:
      return a.kind == LP_VALUE_BOOL ? lp_value_bool (!a.boolean) : fail_operands (run, op, a, b);
    case LP_OP_NEGATE:
      return operate_negate (run, a);
    case LP_OP_EQUAL:
      return operate_equal (run, a, b, TRUE);
    case LP_OP_NOT_EQUAL:
      return operate_equal (run, a, b, FALSE);
    case LP_OP_LESS:
    case LP_OP_LESS_EQUAL:
    case LP_OP_GREATER:
    case LP_OP_GREATER_EQUAL:
      return operate_order (run, op, a, b);
    case LP_OP_IN:
      return operate_in (run, a, b);
    case LP_OP_INDEX:
      return operate_index (run, a, b);
    default:
      return operate_arithmetic (run, op, a, b);
    }
}

#include "expr/value.h"

#include <math.h>

#include "expr/map.h"
#include "expr/run-private.h"

static gboolean
is_number (LpValue value)
{
  return value.kind == LP_VALUE_INT || value.kind == LP_VALUE_UINT || value.kind == LP_VALUE_DOUBLE;
}

static int
order_of_int (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static int
order_of_uint (guint64 a, guint64 b)
{
  return (a > b) - (a < b);
}

static int
order_int_uint (gint64 a, guint64 b)
{
  return a < 0 ? -1 : order_of_uint ((guint64) a, b);
}

static int
order_of_double (double a, double b)
{
  return (a > b) - (a < b);
}

static gboolean
compare_numbers (LpValue a, LpValue b, int *order)
{
  if ((a.kind == LP_VALUE_DOUBLE && isnan (a.number)) || (b.kind == LP_VALUE_DOUBLE && isnan (b.number)))
    return FALSE;
  /* Beside a double an integer counts as the double nearest to it: what CEL's conformance vectors call lossy.
   */
  if (a.kind == LP_VALUE_DOUBLE || b.kind == LP_VALUE_DOUBLE)
    *order = order_of_double (lp_value_number (a), lp_value_number (b));
  else if (a.kind == LP_VALUE_INT)
    *order = b.kind == LP_VALUE_INT ? order_of_int (a.integer, b.integer)
                                    : order_int_uint (a.integer, b.uinteger);
  else
    *order = b.kind == LP_VALUE_UINT ? order_of_uint (a.uinteger, b.uinteger)
                                     : -order_int_uint (b.integer, a.uinteger);
  return TRUE;
}

static int
compare_bytes (LpValue a, LpValue b)
{
  guint shorter = MIN (a.length, b.length);
  int order = shorter == 0 ? 0 : memcmp (a.string, b.string, shorter);

  return order != 0 ? order : order_of_uint (a.length, b.length);
}

gboolean
lp_value_compare (LpValue a, LpValue b, int *order)
{
  if (is_number (a) && is_number (b))
    return compare_numbers (a, b, order);
  if (a.kind != b.kind)
    return FALSE;
  switch ((LpValueKind) a.kind)
    {
    case LP_VALUE_BOOL:
      *order = a.boolean - b.boolean;
      return TRUE;
    case LP_VALUE_STRING:
    case LP_VALUE_BYTES:
      *order = compare_bytes (a, b);
      return TRUE;
    case LP_VALUE_DURATION:
      *order = order_of_int (a.integer, b.integer);
      return TRUE;
    case LP_VALUE_TIMESTAMP:
      *order
          = a.integer != b.integer ? order_of_int (a.integer, b.integer) : order_of_uint (a.length, b.length);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
lists_equal (LpValue a, LpValue b, gint64 *budget)
{
  if (a.length != b.length)
    return FALSE;
  for (guint i = 0; i < a.length; i++)
    if (!lp_value_equal_within (lp_value_list_get (a, i), lp_value_list_get (b, i), budget))
      return FALSE;
  return TRUE;
}

static gboolean
maps_equal (const LpMap *a, const LpMap *b, gint64 *budget)
{
  LpValue other;

  if (a->n != b->n)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    if (!lp_map_lookup (b, a->entries[i].key, &other)
        || !lp_value_equal_within (a->entries[i].value, other, budget))
      return FALSE;
  return TRUE;
}

gboolean
lp_value_equal_within (LpValue a, LpValue b, gint64 *budget)
{
  int order;

  if (--*budget < 0)
    return FALSE;
  if (is_number (a) && is_number (b))
    return compare_numbers (a, b, &order) && order == 0;
  if (a.kind != b.kind)
    return FALSE;
  switch ((LpValueKind) a.kind)
    {
    case LP_VALUE_NULL:
      return TRUE;
    case LP_VALUE_STRING:
    case LP_VALUE_BYTES:
      return a.length == b.length && (a.length == 0 || memcmp (a.string, b.string, a.length) == 0);
    case LP_VALUE_TYPE:
      return g_str_equal (a.type, b.type);
    case LP_VALUE_OBJECT:
      return a.object_class == b.object_class && a.index == b.index;
    case LP_VALUE_LIST:
      return lists_equal (a, b, budget);
    case LP_VALUE_MAP:
      return maps_equal (a.map, b.map, budget);
    default:
      return lp_value_compare (a, b, &order) && order == 0;
    }
}

gboolean
lp_value_equal (LpValue a, LpValue b)
{
  gint64 budget = G_MAXINT64;

  return lp_value_equal_within (a, b, &budget);
}

const char *
lp_value_type_name (LpValue value)
{
  static const char *const names[] = {
    [LP_VALUE_NULL] = "null_type",
    [LP_VALUE_BOOL] = "bool",
    [LP_VALUE_INT] = "int",
    [LP_VALUE_UINT] = "uint",
    [LP_VALUE_DOUBLE] = "double",
    [LP_VALUE_STRING] = "string",
    [LP_VALUE_BYTES] = "bytes",
    [LP_VALUE_DURATION] = "google.protobuf.Duration",
    [LP_VALUE_TIMESTAMP] = "google.protobuf.Timestamp",
    [LP_VALUE_TYPE] = "type",
    [LP_VALUE_LIST] = "list",
    [LP_VALUE_MAP] = "map",
    [LP_VALUE_OBJECT] = "object",
    [LP_VALUE_UNKNOWN] = "unknown",
    [LP_VALUE_ERROR] = "error",
  };

  return names[value.kind];
}

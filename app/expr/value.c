#include "expr/value.h"

#include <math.h>

#include "expr/map.h"

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

/* Exact: a double beyond 2^53 is never rounded towards the integer that it is compared with. */
static int
order_int_double (gint64 a, double b)
{
  if (b >= 9223372036854775808.0)
    return -1;
  if (b < -9223372036854775808.0)
    return 1;
  gint64 whole = (gint64) b;
  return a != whole ? order_of_int (a, whole) : (b < (double) whole) - (b > (double) whole);
}

static int
order_uint_double (guint64 a, double b)
{
  if (b >= 18446744073709551616.0)
    return -1;
  if (b < 0)
    return 1;
  guint64 whole = (guint64) b;
  return a != whole ? order_of_uint (a, whole) : -(b > (double) whole);
}

static gboolean
compare_numbers (LpValue a, LpValue b, int *order)
{
  if ((a.kind == LP_VALUE_DOUBLE && isnan (a.number)) || (b.kind == LP_VALUE_DOUBLE && isnan (b.number)))
    return FALSE;
  if (a.kind == LP_VALUE_DOUBLE && b.kind == LP_VALUE_DOUBLE)
    *order = (a.number > b.number) - (a.number < b.number);
  else if (a.kind == LP_VALUE_DOUBLE)
    *order = b.kind == LP_VALUE_INT ? -order_int_double (b.integer, a.number)
                                    : -order_uint_double (b.uinteger, a.number);
  else if (b.kind == LP_VALUE_DOUBLE)
    *order = a.kind == LP_VALUE_INT ? order_int_double (a.integer, b.number)
                                    : order_uint_double (a.uinteger, b.number);
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
      *order = a.integer != b.integer ? order_of_int (a.integer, b.integer) : order_of_uint (a.length, b.length);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
lists_equal (LpValue a, LpValue b)
{
  if (a.length != b.length)
    return FALSE;
  for (guint i = 0; i < a.length; i++)
    if (!lp_value_equal (lp_value_list_get (a, i), lp_value_list_get (b, i)))
      return FALSE;
  return TRUE;
}

static gboolean
maps_equal (const LpMap *a, const LpMap *b)
{
  LpValue other;

  if (a->n != b->n)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    if (!lp_map_lookup (b, a->entries[i].key, &other) || !lp_value_equal (a->entries[i].value, other))
      return FALSE;
  return TRUE;
}

gboolean
lp_value_equal (LpValue a, LpValue b)
{
  int order;

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
      return lists_equal (a, b);
    case LP_VALUE_MAP:
      return maps_equal (a.map, b.map);
    default:
      return lp_value_compare (a, b, &order) && order == 0;
    }
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

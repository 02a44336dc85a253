/* A value of the expression language: 16 bytes, copied freely. What it points to is borrowed: from the
 * document, from the expression's constants, or from the arena of the run that made it (which lasts until
 * lp_expr_run_reset()). Values are never written to after they were made; lists and maps hold neither unknowns
 * nor errors. */
#pragma once

#include <glib.h>
#include <string.h>

#include "expr/type.h"

G_BEGIN_DECLS

typedef enum
{
  LP_VALUE_NULL,
  LP_VALUE_BOOL,
  LP_VALUE_INT,
  LP_VALUE_UINT,
  LP_VALUE_DOUBLE,
  LP_VALUE_STRING,
  LP_VALUE_BYTES,
  LP_VALUE_DURATION,
  LP_VALUE_TIMESTAMP,
  LP_VALUE_TYPE,
  LP_VALUE_LIST,
  LP_VALUE_MAP,
  LP_VALUE_OBJECT,
  LP_VALUE_UNKNOWN, /* rests on properties that are not set: lp_expr_run_unknowns() */
  LP_VALUE_ERROR,   /* lp_expr_run_error() */
} LpValueKind;

typedef struct _LpMap LpMap;
typedef struct _LpUnknown LpUnknown;
typedef struct _LpExprFailure LpExprFailure;
typedef struct _LpValue LpValue;

struct _LpValue
{
  guint8 kind;
  guint8 object_class; /* OBJECT: its class; LIST: 0, or the class of the objects whose indices it holds */
  guint32 length;      /* STRING, BYTES: bytes; LIST: items; TIMESTAMP: nanoseconds in the second */
  union
  {
    gboolean boolean;
    gint64 integer; /* INT; DURATION: nanoseconds; TIMESTAMP: seconds since 1970 */
    guint64 uinteger;
    double number;
    const char *string; /* not NUL-terminated in general */
    const LpValue *items;
    const guint32 *indices; /* LIST with an object_class */
    const LpMap *map;
    const char *type; /* the type's name, NUL-terminated */
    guint32 index;    /* OBJECT */
    LpUnknown *unknown;
    const LpExprFailure *failure;
  };
};

G_STATIC_ASSERT (sizeof (LpValue) == 16);

static inline LpValue
lp_value_null (void)
{
  return (LpValue){ .kind = LP_VALUE_NULL };
}

static inline LpValue
lp_value_bool (gboolean boolean)
{
  return (LpValue){ .kind = LP_VALUE_BOOL, .boolean = !!boolean };
}

static inline LpValue
lp_value_int (gint64 integer)
{
  return (LpValue){ .kind = LP_VALUE_INT, .integer = integer };
}

static inline LpValue
lp_value_uint (guint64 uinteger)
{
  return (LpValue){ .kind = LP_VALUE_UINT, .uinteger = uinteger };
}

static inline LpValue
lp_value_double (double number)
{
  return (LpValue){ .kind = LP_VALUE_DOUBLE, .number = number };
}

/* `utf8` is valid UTF-8 and is borrowed, not copied. */
static inline LpValue
lp_value_string_n (const char *utf8, gsize length)
{
  return (LpValue){ .kind = LP_VALUE_STRING, .length = (guint32) length, .string = utf8 };
}

static inline LpValue
lp_value_string (const char *utf8)
{
  return lp_value_string_n (utf8, strlen (utf8));
}

static inline LpValue
lp_value_duration (gint64 nanoseconds)
{
  return (LpValue){ .kind = LP_VALUE_DURATION, .integer = nanoseconds };
}

/* `seconds` since 1970, in the years 1 to 9999; `nanoseconds` under a thousand million. */
static inline LpValue
lp_value_timestamp (gint64 seconds, guint32 nanoseconds)
{
  return (LpValue){ .kind = LP_VALUE_TIMESTAMP, .length = nanoseconds, .integer = seconds };
}

/* Object `index` of class `object_class` (what lp_expr_schema_add_class() gave). */
static inline LpValue
lp_value_object (guint object_class, guint32 index)
{
  return (LpValue){ .kind = LP_VALUE_OBJECT, .object_class = (guint8) object_class, .index = index };
}

/* `items` is borrowed. */
static inline LpValue
lp_value_list (const LpValue *items, guint n_items)
{
  return (LpValue){ .kind = LP_VALUE_LIST, .length = n_items, .items = items };
}

/* A list of objects of one class, given by their indices, which are borrowed. */
static inline LpValue
lp_value_object_list (guint object_class, const guint32 *indices, guint n)
{
  return (LpValue){
    .kind = LP_VALUE_LIST, .object_class = (guint8) object_class, .length = n, .indices = indices
  };
}

static inline LpValue
lp_value_list_get (LpValue list, guint i)
{
  return list.object_class ? lp_value_object (list.object_class, list.indices[i]) : list.items[i];
}

static inline gboolean
lp_value_is_true (LpValue value)
{
  return value.kind == LP_VALUE_BOOL && value.boolean;
}

static inline gboolean
lp_value_is_string (LpValue value, const char *utf8)
{
  return value.kind == LP_VALUE_STRING && value.length == strlen (utf8)
         && memcmp (value.string, utf8, value.length) == 0;
}

/* The value's string as a new NUL-terminated one; free with g_free(). */
static inline char *
lp_value_dup_string (LpValue value)
{
  return g_strndup (value.string, value.length);
}

/* An int, uint or double as a double. */
static inline double
lp_value_number (LpValue value)
{
  return value.kind == LP_VALUE_INT    ? (double) value.integer
         : value.kind == LP_VALUE_UINT ? (double) value.uinteger
                                       : value.number;
}

/* CEL's equality: across numeric types by value, lists and maps by content, NaN equal to nothing, values of
 * other kinds unequal. Neither is unknown or an error. */
gboolean lp_value_equal (LpValue a, LpValue b);

/* Orders numbers (across their types), strings, bytes, booleans, durations and timestamps. FALSE where the
 * two have no order, also for NaN; *order is then left alone. */
gboolean lp_value_compare (LpValue a, LpValue b, int *order);

/* "int", "null_type", "google.protobuf.Duration"; "object" for objects. Static. */
const char *lp_value_type_name (LpValue value);

/* Maps keep the order of their entries. Keys are bool, int, uint or string. */
guint lp_map_size (const LpMap *map);
LpValue lp_map_key (const LpMap *map, guint i);
LpValue lp_map_value (const LpMap *map, guint i);
/* Numbers find a key of any numeric type that equals them. FALSE where it is not there. */
gboolean lp_map_lookup (const LpMap *map, LpValue key, LpValue *value);

G_END_DECLS

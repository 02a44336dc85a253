/* The types that the checker knows. A type is immutable; the simple ones are static, the others live as long
 * as what they were made with: a schema (lp_expr_schema_list_type() and its like) or a compiled expression.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LP_TYPE_DYN, /* not known before it runs: goes with everything */
  LP_TYPE_NULL,
  LP_TYPE_BOOL,
  LP_TYPE_INT,
  LP_TYPE_UINT,
  LP_TYPE_DOUBLE,
  LP_TYPE_STRING,
  LP_TYPE_BYTES,
  LP_TYPE_DURATION,
  LP_TYPE_TIMESTAMP,
  LP_TYPE_TYPE,
  LP_TYPE_LIST,   /* of inner[0] */
  LP_TYPE_MAP,    /* from inner[0] to inner[1] */
  LP_TYPE_OBJECT, /* of class `id`; null goes with it */
  LP_TYPE_PARAM,  /* a variable of a function's signature: A, B */
} LpTypeKind;

typedef struct _LpType LpType;
struct _LpType
{
  LpTypeKind kind;
  guint id;               /* OBJECT: the class's id; PARAM: 0 for A, 1 for B */
  const char *name;       /* "int", "component"; NULL for lists and maps */
  const char *refinement; /* OBJECT: what the host knows closer, such as a kind; NULL where nothing */
  const LpType *inner[2];
};

extern const LpType lp_type_dyn;
extern const LpType lp_type_null;
extern const LpType lp_type_bool;
extern const LpType lp_type_int;
extern const LpType lp_type_uint;
extern const LpType lp_type_double;
extern const LpType lp_type_string;
extern const LpType lp_type_bytes;
extern const LpType lp_type_duration;
extern const LpType lp_type_timestamp;
extern const LpType lp_type_type;
extern const LpType lp_type_list_dyn;     /* list(dyn) */
extern const LpType lp_type_list_string;  /* list(string) */
extern const LpType lp_type_map_dyn;      /* map(dyn, dyn) */
extern const LpType lp_type_a, lp_type_b; /* variables of a signature */
extern const LpType lp_type_list_a;       /* list(A) */
extern const LpType lp_type_list_list_a;  /* list(list(A)) */
extern const LpType lp_type_map_ab;       /* map(A, B) */

gboolean lp_type_equal (const LpType *a, const LpType *b);

/* "list(string)", "map(string, dyn)", "component"; a refined object is written "component 'nlb'". */
void lp_type_write (const LpType *type, GString *out);
/* The same as a new string; free with g_free(). */
char *lp_type_to_string (const LpType *type);

/* What the variables A and B of a signature stand for in one call; NULL where not known yet. */
typedef struct
{
  const LpType *params[2];
} LpTypeBindings;

/* Whether a value of type `from` may stand where `to` is wanted, in CEL's gradual sense: dyn goes both ways,
 * null goes with objects, a refined object with its class. Variables in `to` are bound in `bindings`
 * (nullable where `to` has none). */
gboolean lp_type_assignable (const LpType *to, const LpType *from, LpTypeBindings *bindings);

/* The type that holds both: one of them, or dyn. */
const LpType *lp_type_join (const LpType *a, const LpType *b);

G_END_DECLS

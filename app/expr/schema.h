/* What an expression may name: variables, classes of objects with their fields, functions. The host builds it
 * once; after lp_expr_schema_freeze() it never changes and may be shared by threads. */
#pragma once

#include "base/diagnostic.h"
#include "expr/value.h"

G_BEGIN_DECLS

typedef struct _LpExprSchema LpExprSchema;
typedef struct _LpExprRun LpExprRun;
typedef struct _LpLambda LpLambda;

typedef struct
{
  const LpType *type;
  guint id;         /* the host's own; handed back to get() */
  const char *name; /* as it stands in the schema: lives as long as the schema */
  /* A string that is one of these, NULL-terminated; the checker then refuses to compare it with any other text,
   * which is mistyped. NULL: any. */
  const char *const *choices;
} LpExprField;

/* A class of objects. `data` is the class's own, and given to each callback at check time. */
typedef struct
{
  const char *name; /* "component" */
  /* The field `name` of objects of this class; of those with `refinement` where that is not NULL. FALSE where
   * there is none. Also called while expressions run, for values whose class the checker could not know. */
  gboolean (*find_field) (const char *refinement, const char *name, LpExprField *field, gpointer data);
  /* The name meant by one that find_field() refused, or NULL; free with g_free(). Nullable. */
  char *(*suggest_field) (const char *refinement, const char *name, gpointer data);
  /* The field's value: lp_expr_run_unknown() where it is not set, lp_expr_run_fail() where this one object
   * has no such field. */
  LpValue (*get_field) (LpExprRun *run, LpValue object, const LpExprField *field);
  /* Whether the field is set; NULL: it is set where get_field() gives a value. */
  gboolean (*has_field) (LpExprRun *run, LpValue object, const LpExprField *field);
  /* How the object reads in a message, and as JSON. */
  void (*write_text) (LpExprRun *run, LpValue object, GString *out);
  void (*write_json) (LpExprRun *run, LpValue object, GString *out);
  gpointer data;
} LpObjectClass;

/* One call of a host function. No argument is unknown or an error. */
typedef struct
{
  const LpValue *args; /* a method's receiver is args[0] */
  guint n_args;
  const LpLambda *lambda; /* of a function declared with one: lp_expr_run_call() */
  gpointer data;          /* the function's */
  guint64 site;           /* what check() set for this place in the source */
} LpCall;

#define LP_FUNCTION_MAX_PARAMS 8

/* What the checker knows of one call, for functions whose result hangs on what is written. */
typedef struct
{
  const LpType *const *types;
  const LpValue *constants; /* the arguments that are constants; LP_VALUE_UNKNOWN for the others */
  guint n_args;
  const LpType *result; /* may be changed to a closer type that lives as long as the schema */
  guint64 site;         /* may be set; handed to each call */
  guint wrong;          /* on refusal: the argument to point at */
} LpCallCheck;

typedef struct
{
  const char *name;
  gboolean method; /* called as a.name(b); params[0] is the receiver */
  guint n_params;
  const LpType *params[LP_FUNCTION_MAX_PARAMS];
  gboolean variadic;    /* the last parameter may stand any number of times, also not at all */
  const LpType *lambda; /* not NULL: two more arguments, a name and what to evaluate with it; its type */
  const LpType *lambda_result; /* what the lambda must give */
  const LpType *result;
  LpValue (*call) (LpExprRun *run, const LpCall *call);
  /* Looks at one place that calls it; nullable. Refuses with a message that says what is wrong and what to do
   * (any domain and code: the checker takes over the words). */
  gboolean (*check) (LpCallCheck *check, gpointer data, GError **error);
  gpointer data;
} LpFunction;

LpExprSchema *lp_expr_schema_new (void);
LpExprSchema *lp_expr_schema_ref (LpExprSchema *schema);
void lp_expr_schema_unref (LpExprSchema *schema);
/* From here on it never changes. */
void lp_expr_schema_freeze (LpExprSchema *schema);

/* Gives the variable's slot, counted from 0 in the order of declaration. */
guint lp_expr_schema_add_variable (LpExprSchema *schema, const char *name, const LpType *type);
/* Gives the class's id, counted from 1. The descriptor is copied. At most 255. */
guint lp_expr_schema_add_class (LpExprSchema *schema, const LpObjectClass *object_class);
/* Adds an overload; the descriptor is copied, its name too. */
void lp_expr_schema_add_function (LpExprSchema *schema, const LpFunction *function);

/* Types that live as long as the schema. The same arguments may give another pointer. Also after freezing,
 * from any thread, for object types: those are kept once each. */
const LpType *lp_expr_schema_object_type (LpExprSchema *schema, guint object_class, const char *refinement);
const LpType *lp_expr_schema_list_type (LpExprSchema *schema, const LpType *item);
/* All overloads by name, those of one name in the order of their declaration: an array of LpFunction, borrowed from the
 * schema. Free the array with g_ptr_array_unref(). */
GPtrArray *lp_expr_schema_list_functions (LpExprSchema *schema);
/* "a.without(list(A)) -> list(A)" as one reads it: the receiver of a method in front. Free with g_free(). */
char *lp_function_describe (const LpFunction *function);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpExprSchema, lp_expr_schema_unref)

G_END_DECLS

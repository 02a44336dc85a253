/* Looking things up in a schema: for the checker and the evaluation. */
#pragma once

#include "expr/schema.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  const LpType *type;
} LpSchemaVariable;

/* NULL where there is no such variable; *slot is then left alone. */
const LpSchemaVariable *lp_schema_find_variable (LpExprSchema *schema, const char *name, guint *slot);
guint lp_schema_n_variables (LpExprSchema *schema);
/* The class with the id; NULL for 0 and ids that were not given. */
const LpObjectClass *lp_schema_get_class (LpExprSchema *schema, guint id);
/* The overloads of a name in the order in which they were added: an array of LpFunction pointers, or NULL. */
const GPtrArray *lp_schema_find_functions (LpExprSchema *schema, const char *name);
/* The name that was probably meant, of variables or functions; borrowed, or NULL. */
const char *lp_schema_suggest_variable (LpExprSchema *schema, const char *name);
const char *lp_schema_suggest_function (LpExprSchema *schema, const char *name);
/* Name -> GPtrArray of LpFunction. */
GHashTable *lp_schema_get_functions (LpExprSchema *schema);

G_END_DECLS

#include "expr/schema-private.h"
#include "expr/suggest.h"

struct _LpExprSchema
{
  gatomicrefcount refs;
  gboolean frozen;
  GStringChunk *strings;
  GArray *variables;     /* LpSchemaVariable */
  GHashTable *slots;     /* name -> slot + 1 */
  GArray *classes;       /* LpObjectClass, id - 1 */
  GHashTable *functions; /* name -> GPtrArray of LpFunction */

  GMutex lock; /* guards `types` and `names` only: checkers in other threads ask for types */
  GPtrArray *types;
  GHashTable *object_types; /* LpType as its own key */
  GStringChunk *names;
};

static guint
hash_object_type (gconstpointer key)
{
  const LpType *type = key;

  return type->id * 31 + (type->refinement != NULL ? g_str_hash (type->refinement) : 0);
}

static gboolean
equal_object_types (gconstpointer a, gconstpointer b)
{
  return lp_type_equal (a, b);
}

LpExprSchema *
lp_expr_schema_new (void)
{
  LpExprSchema *schema = g_new0 (LpExprSchema, 1);

  g_atomic_ref_count_init (&schema->refs);
  g_mutex_init (&schema->lock);
  schema->strings = g_string_chunk_new (1024);
  schema->names = g_string_chunk_new (256);
  schema->variables = g_array_new (FALSE, TRUE, sizeof (LpSchemaVariable));
  schema->slots = g_hash_table_new (g_str_hash, g_str_equal);
  schema->classes = g_array_new (FALSE, TRUE, sizeof (LpObjectClass));
  schema->functions
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  schema->types = g_ptr_array_new_with_free_func (g_free);
  schema->object_types = g_hash_table_new (hash_object_type, equal_object_types);
  return schema;
}

LpExprSchema *
lp_expr_schema_ref (LpExprSchema *schema)
{
  g_atomic_ref_count_inc (&schema->refs);
  return schema;
}

void
lp_expr_schema_unref (LpExprSchema *schema)
{
  if (!g_atomic_ref_count_dec (&schema->refs))
    return;
  g_hash_table_unref (schema->object_types);
  g_ptr_array_unref (schema->types);
  g_hash_table_unref (schema->functions);
  g_array_unref (schema->classes);
  g_hash_table_unref (schema->slots);
  g_array_unref (schema->variables);
  g_string_chunk_free (schema->names);
  g_string_chunk_free (schema->strings);
  g_mutex_clear (&schema->lock);
  g_free (schema);
}

void
lp_expr_schema_freeze (LpExprSchema *schema)
{
  schema->frozen = TRUE;
}

guint
lp_expr_schema_add_variable (LpExprSchema *schema, const char *name, const LpType *type)
{
  LpSchemaVariable variable = { g_string_chunk_insert_const (schema->strings, name), type };
  guint slot = schema->variables->len;

  g_assert (!schema->frozen);
  g_assert (g_hash_table_lookup (schema->slots, name) == NULL);
  g_array_append_val (schema->variables, variable);
  g_hash_table_insert (schema->slots, (gpointer) variable.name, GUINT_TO_POINTER (slot + 1));
  return slot;
}

guint
lp_expr_schema_add_class (LpExprSchema *schema, const LpObjectClass *object_class)
{
  LpObjectClass copy = *object_class;

  g_assert (!schema->frozen && schema->classes->len < G_MAXUINT8);
  copy.name = g_string_chunk_insert_const (schema->strings, object_class->name);
  g_array_append_val (schema->classes, copy);
  return schema->classes->len;
}

void
lp_expr_schema_add_function (LpExprSchema *schema, const LpFunction *function)
{
  GPtrArray *overloads = g_hash_table_lookup (schema->functions, function->name);
  LpFunction *copy = g_memdup2 (function, sizeof *function);

  g_assert (!schema->frozen);
  g_assert (function->n_params <= LP_FUNCTION_MAX_PARAMS && (function->n_params > 0 || !function->method));
  copy->name = g_string_chunk_insert_const (schema->strings, function->name);
  if (overloads == NULL)
    {
      overloads = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (schema->functions, (gpointer) copy->name, overloads);
    }
  g_ptr_array_add (overloads, copy);
}

const LpType *
lp_expr_schema_object_type (LpExprSchema *schema, guint object_class, const char *refinement)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&schema->lock);
  LpType key = { .kind = LP_TYPE_OBJECT, .id = object_class, .refinement = refinement };
  LpType *type = g_hash_table_lookup (schema->object_types, &key);

  if (type != NULL)
    return type;
  type = g_memdup2 (&key, sizeof key);
  type->name = lp_schema_get_class (schema, object_class)->name;
  if (refinement != NULL)
    type->refinement = g_string_chunk_insert (schema->names, refinement);
  g_ptr_array_add (schema->types, type);
  g_hash_table_add (schema->object_types, type);
  return type;
}

static const LpType *
add_type (LpExprSchema *schema, LpType type)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&schema->lock);
  LpType *copy = g_memdup2 (&type, sizeof type);

  g_ptr_array_add (schema->types, copy);
  return copy;
}

const LpType *
lp_expr_schema_list_type (LpExprSchema *schema, const LpType *item)
{
  return add_type (schema, (LpType){ .kind = LP_TYPE_LIST, .inner = { item } });
}

const LpSchemaVariable *
lp_schema_find_variable (LpExprSchema *schema, const char *name, guint *slot)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (schema->slots, name));

  if (found == 0)
    return NULL;
  *slot = found - 1;
  return &g_array_index (schema->variables, LpSchemaVariable, found - 1);
}

guint
lp_schema_n_variables (LpExprSchema *schema)
{
  return schema->variables->len;
}

const LpObjectClass *
lp_schema_get_class (LpExprSchema *schema, guint id)
{
  return id == 0 || id > schema->classes->len ? NULL
                                              : &g_array_index (schema->classes, LpObjectClass, id - 1);
}

const GPtrArray *
lp_schema_find_functions (LpExprSchema *schema, const char *name)
{
  return g_hash_table_lookup (schema->functions, name);
}

static const char *
suggest_key (GHashTable *table, const char *name)
{
  GHashTableIter iter;
  gpointer key;
  LpSuggestion best = LP_SUGGESTION_INIT (name);

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    lp_suggestion_try (&best, key);
  return best.name;
}

const char *
lp_schema_suggest_variable (LpExprSchema *schema, const char *name)
{
  return suggest_key (schema->slots, name);
}

const char *
lp_schema_suggest_function (LpExprSchema *schema, const char *name)
{
  return suggest_key (schema->functions, name);
}

GHashTable *
lp_schema_get_functions (LpExprSchema *schema)
{
  return schema->functions;
}

/* What a schema declares, for people. */
#include "expr/schema-private.h"

#include <stdlib.h>

static int
by_text (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
lp_expr_schema_list_functions (LpExprSchema *schema)
{
  GHashTable *functions = lp_schema_get_functions (schema);
  g_autofree const char **names = (const char **) g_hash_table_get_keys_as_array (functions, NULL);
  GPtrArray *list = g_ptr_array_new ();

  qsort (names, g_hash_table_size (functions), sizeof *names, by_text);
  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_extend (list, g_hash_table_lookup (functions, names[i]), NULL, NULL);
  return list;
}

static void
write_param (const LpFunction *function, guint param, GString *out)
{
  lp_type_write (function->params[param], out);
  if (function->variadic && param + 1 == function->n_params)
    g_string_append (out, "...");
}

char *
lp_function_describe (const LpFunction *function)
{
  GString *out = g_string_new (NULL);
  guint first = function->method ? 1 : 0;

  if (function->method)
    {
      lp_type_write (function->params[0], out);
      g_string_append_c (out, '.');
    }
  g_string_append_printf (out, "%s(", function->name);
  for (guint i = first; i < function->n_params; i++)
    {
      g_string_append (out, i > first ? ", " : "");
      write_param (function, i, out);
    }
  if (function->lambda != NULL)
    g_string_append_printf (out, "%sx, ", function->n_params > first ? ", " : "");
  if (function->lambda != NULL)
    lp_type_write (function->lambda_result, out);
  g_string_append (out, ") -> ");
  lp_type_write (function->result, out);
  return g_string_free (out, FALSE);
}

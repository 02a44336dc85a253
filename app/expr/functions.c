#include "expr/functions.h"

#include "expr/suggest.h"

static gpointer
index_functions (gpointer data)
{
  static const LpFunction *const tables[]
      = { lp_conversion_functions, lp_string_functions, lp_list_functions, lp_time_functions };
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize t = 0; t < G_N_ELEMENTS (tables); t++)
    for (const LpFunction *function = tables[t]; function->name != NULL; function++)
      {
        GPtrArray *overloads = g_hash_table_lookup (index, function->name);

        if (overloads == NULL)
          {
            overloads = g_ptr_array_new ();
            g_hash_table_insert (index, (gpointer) function->name, overloads);
          }
        g_ptr_array_add (overloads, (gpointer) function);
      }
  return index;
}

static GHashTable *
get_index (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, index_functions, NULL);
}

const GPtrArray *
lp_functions_find (const char *name)
{
  return g_hash_table_lookup (get_index (), name);
}

const char *
lp_functions_suggest (const char *name)
{
  LpSuggestion best = LP_SUGGESTION_INIT (name);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, get_index ());
  while (g_hash_table_iter_next (&iter, &key, NULL))
    lp_suggestion_try (&best, key);
  return best.name;
}

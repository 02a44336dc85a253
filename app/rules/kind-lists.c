#include "rules/kind-lists.h"

struct _LpKindLists
{
  const LpDesign *design;
  const LpKindTraits *traits;
  GHashTable *kinds;       /* kind, interned -> GArray of component numbers */
  GHashTable *roles;       /* role, interned -> the same */
  GHashTable *connections; /* kind, interned -> GArray of connection numbers; NULL until asked */
};

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
}

static GArray *
list_of (GHashTable *table, const char *key)
{
  GArray *list = g_hash_table_lookup (table, key);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (table, (gpointer) g_intern_string (key), list);
    }
  return list;
}

static LpIndices
indices (const GArray *list)
{
  return list != NULL ? (LpIndices){ (const guint *) list->data, list->len } : (LpIndices){ NULL, 0 };
}

LpKindLists *
lp_kind_lists_new (const LpDesign *design, const LpKindTraits *traits)
{
  LpKindLists *lists = g_new0 (LpKindLists, 1);
  const char *last = NULL;
  GArray *list = NULL;

  lists->design = design;
  lists->traits = traits;
  lists->kinds = new_table ();
  lists->roles = new_table ();
  for (guint i = 0; i < lp_design_get_n_components (design); i++)
    {
      const char *kind = traits[i].id;
      if (last == NULL || !g_str_equal (kind, last))
        list = list_of (lists->kinds, kind);
      g_array_append_val (list, i);
      last = kind;
    }
  return lists;
}

void
lp_kind_lists_move (LpKindLists *lists, const LpDesign *design)
{
  lists->design = design;
}

void
lp_kind_lists_free (LpKindLists *lists)
{
  if (lists == NULL)
    return;
  g_hash_table_unref (lists->kinds);
  g_hash_table_unref (lists->roles);
  g_clear_pointer (&lists->connections, g_hash_table_unref);
  g_free (lists);
}

LpIndices
lp_kind_lists_get_kind (const LpKindLists *lists, const char *kind)
{
  return indices (g_hash_table_lookup (lists->kinds, kind));
}

static int
by_number (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;
  return (x > y) - (x < y);
}

LpIndices
lp_kind_lists_get_role (LpKindLists *lists, const char *role)
{
  GArray *found = g_hash_table_lookup (lists->roles, role);
  GHashTableIter iter;
  gpointer value;

  if (found != NULL)
    return indices (found);
  found = list_of (lists->roles, role);
  g_hash_table_iter_init (&iter, lists->kinds);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const GArray *list = value;
      const LpKind *kind = lists->traits[g_array_index (list, guint, 0)].kind;
      if (kind != NULL && kind->roles != NULL && lp_kind_has_role (kind, role))
        g_array_append_vals (found, list->data, list->len);
    }
  g_array_sort (found, by_number);
  return indices (found);
}

LpIndices
lp_kind_lists_get_connections (LpKindLists *lists, const char *kind)
{
  if (lists->connections == NULL)
    {
      lists->connections = new_table ();
      for (guint i = 0; i < lp_design_get_n_connections (lists->design); i++)
        {
          GArray *list = list_of (lists->connections, lp_design_peek_connection (lists->design, i)->kind);
          g_array_append_val (list, i);
        }
    }
  return indices (g_hash_table_lookup (lists->connections, kind));
}

/* The second look at a catalogue: sorting by group, the indices, and names that must name something. */

#include "catalogue/private.h"

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const LpKindGroup *first = a, *second = b;
  return first->rank < second->rank ? -1 : first->rank > second->rank;
}

/* Kinds in the order of their groups, each group in the order of its file. */
static void
sort_kinds (LpCatalogue *catalogue)
{
  GArray *sorted = g_array_sized_new (FALSE, TRUE, sizeof (LpKind), catalogue->kinds->len);
  for (guint g = 0; g < catalogue->groups->len; g++)
    for (guint i = 0; i < catalogue->kinds->len; i++)
      if (g_str_equal (g_array_index (catalogue->kinds, LpKind, i).group,
                       g_array_index (catalogue->groups, LpKindGroup, g).id))
        g_array_append_val (sorted, g_array_index (catalogue->kinds, LpKind, i));
  g_array_unref (catalogue->kinds);
  catalogue->kinds = sorted;
}

static void
index_all (LpCatalogue *catalogue)
{
  for (guint i = 0; i < catalogue->groups->len; i++)
    {
      LpKindGroup *group = &g_array_index (catalogue->groups, LpKindGroup, i);
      g_hash_table_replace (catalogue->group_index, (gpointer) group->id, group);
    }
  for (guint i = 0; i < catalogue->kinds->len; i++)
    {
      LpKind *kind = &g_array_index (catalogue->kinds, LpKind, i);
      g_hash_table_replace (catalogue->kind_index, (gpointer) kind->id, kind);
    }
  for (guint i = 0; i < catalogue->connections->len; i++)
    {
      LpConnectionKind *kind = &g_array_index (catalogue->connections, LpConnectionKind, i);
      g_hash_table_replace (catalogue->connection_index, (gpointer) kind->id, kind);
    }
  GHashTableIter iter;
  gpointer id;
  g_hash_table_iter_init (&iter, catalogue->foreign);
  while (g_hash_table_iter_next (&iter, NULL, &id))
    g_hash_table_iter_replace (&iter, g_hash_table_lookup (catalogue->kind_index, id));
}

static gboolean
has_role_somewhere (LpCatalogue *catalogue, const char *role)
{
  for (guint i = 0; i < catalogue->kinds->len; i++)
    if (lp_kind_has_role (&g_array_index (catalogue->kinds, LpKind, i), role))
      return TRUE;
  return FALSE;
}

static gboolean
check_groups (LpCatalogue *catalogue, JsonObject *object, const LpJsonPlace *place,
              GError **error)
{
  const char *group = NULL;
  lp_json_get_string (object, place, "group", FALSE, &group, NULL);
  LpJsonPlace at = LP_JSON_MEMBER (place, "group");
  if (group != NULL && !g_hash_table_contains (catalogue->group_index, group))
    return lp_json_fail (&at, LP_READ_ERROR_REFERENCE, error, "no file has the group “%s”", group);
  return TRUE;
}

static gboolean
check_kind (LpCatalogue *catalogue, JsonObject *object, const LpJsonPlace *place,
            GError **error)
{
  const LpKind *kind = lp_catalogue_find (catalogue, json_object_get_string_member (object, "id"));
  LpJsonPlace in = LP_JSON_MEMBER (place, "in");
  for (guint i = 0; kind->containers != NULL && kind->containers[i] != NULL; i++)
    if (kind->containers[i][0] != '\0' && lp_catalogue_find (catalogue, kind->containers[i]) == NULL)
      return lp_json_fail (&in, LP_READ_ERROR_REFERENCE, error, "“%s” is no kind: name a container",
                           kind->containers[i]);
  LpJsonPlace status = LP_JSON_MEMBER (place, "status");
  LpJsonPlace successor = LP_JSON_MEMBER (&status, "successor");
  if (kind->successor != NULL && lp_catalogue_find (catalogue, kind->successor) == NULL)
    return lp_json_fail (&successor, LP_READ_ERROR_REFERENCE, error, "“%s” is no kind", kind->successor);
  return TRUE;
}

static gboolean
check_side (LpCatalogue *catalogue, const char *side, const LpJsonPlace *place, GError **error)
{
  if (side[0] == '@' ? has_role_somewhere (catalogue, side + 1)
                     : g_str_equal (side, "*") || lp_catalogue_find (catalogue, side) != NULL)
    return TRUE;
  return lp_json_fail (place, LP_READ_ERROR_REFERENCE, error,
                       "“%s” is neither a kind, nor @ with a role that a kind has, nor *", side);
}

static gboolean
check_connection (LpCatalogue *catalogue, JsonObject *object,
                  const LpJsonPlace *place, GError **error)
{
  const LpConnectionKind *kind
      = lp_catalogue_find_connection (catalogue, json_object_get_string_member (object, "id"));
  LpJsonPlace joins = LP_JSON_MEMBER (place, "joins");
  for (guint i = 0; kind->from[i] != NULL; i++)
    if (!check_side (catalogue, kind->from[i], &joins, error) || !check_side (catalogue, kind->to[i], &joins, error))
      return FALSE;
  return TRUE;
}

typedef gboolean (*CheckItem) (LpCatalogue *catalogue, JsonObject *object,
                               const LpJsonPlace *place, GError **error);

static gboolean
check_items (LpCatalogue *catalogue, GArray *files, const char *key, CheckItem check, GError **error)
{
  for (guint f = 0; f < files->len; f++)
    {
      const LpCatalogueFile *file = &g_array_index (files, LpCatalogueFile, f);
      JsonNode *node = json_object_get_member (file->root, key);
      JsonArray *array = node ? json_node_get_array (node) : NULL;
      LpJsonPlace root = LP_JSON_ROOT (file->text);
      LpJsonPlace items = LP_JSON_MEMBER (&root, key);
      for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
        {
          LpJsonPlace at = LP_JSON_ITEM (&items, i);
          if (!check (catalogue, json_array_get_object_element (array, i), &at, error))
            return FALSE;
        }
    }
  return TRUE;
}

gboolean
lp_catalogue_resolve (LpCatalogue *catalogue, GArray *files, GError **error)
{
  if (!check_items (catalogue, files, "kinds", check_groups, error))
    return FALSE;
  g_array_sort (catalogue->groups, compare_groups);
  sort_kinds (catalogue);
  index_all (catalogue);
  lp_catalogue_assign_layers (catalogue);
  /* The other ids last of all: what files of the catalogue name are ids proper. */
  return check_items (catalogue, files, "kinds", check_kind, error)
         && check_items (catalogue, files, "connections", check_connection, error)
         && check_items (catalogue, files, "usual", lp_catalogue_check_usual, error)
         && check_items (catalogue, files, "hints", lp_catalogue_check_kind_hint, error)
         && check_items (catalogue, files, "layers", lp_catalogue_check_layer, error)
         && check_items (catalogue, files, "also", lp_catalogue_check_other_id, error)
         && check_items (catalogue, files, "also_properties", lp_catalogue_check_other_name, error);
}

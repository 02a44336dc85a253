#include "cli/layout-graph.h"

#include <glib/gi18n.h>

#include "base/json-text.h"

#include <string.h>

typedef struct
{
  GHashTable *ids; /* ids of nodes and edges */
  GPtrArray *components, *connections;
} Graph;

gboolean
lp_layout_graph_sniff (GBytes *bytes)
{
  gsize size = 0;
  const char *text = g_bytes_get_data (bytes, &size), *end = text + size;
  static const char *const words[] = { "{", "\"nodes\"" };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      while (text < end && g_ascii_isspace (*text))
        text++;
      gsize length = strlen (words[i]);
      if ((gsize) (end - text) < length || memcmp (text, words[i], length) != 0)
        return FALSE;
      text += length;
    }
  return TRUE;
}

static gboolean
take_id (Graph *graph, JsonObject *object, const LpJsonPlace *place, const char **id, GError **error)
{
  if (!lp_json_get_string (object, place, "id", TRUE, id, error))
    return FALSE;
  if (g_hash_table_add (graph->ids, (gpointer) *id))
    return TRUE;
  return lp_json_fail (place, LP_READ_ERROR_DUPLICATE, error,
                       _("the id “%s” is taken; give this one another"), *id);
}

static gboolean
read_node (Graph *graph, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  const char *id = NULL, *parent = NULL;
  double width = 0, height = 0;
  JsonNode *up = json_object_get_member (object, "parent");
  gboolean top = up == NULL || JSON_NODE_HOLDS_NULL (up);
  if (!take_id (graph, object, place, &id, error)
      || (!top && !lp_json_get_string (object, place, "parent", FALSE, &parent, error))
      || !lp_json_get_number (object, place, "w", FALSE, &width, error)
      || !lp_json_get_number (object, place, "h", FALSE, &height, error))
    return FALSE;
  LpComponent *component = lp_component_new (id, LP_KIND_GENERIC);
  g_ptr_array_add (graph->components, component);
  lp_component_set_in (component, parent);
  if (width > 0 && height > 0)
    lp_component_set_size (component, width, height);
  return TRUE;
}

static gboolean
read_edge (Graph *graph, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  const char *id = NULL, *ends[2] = { NULL };
  static const char *const names[] = { "source", "target" };
  if (!take_id (graph, object, place, &id, error))
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      if (!lp_json_get_string (object, place, names[i], TRUE, &ends[i], error))
        return FALSE;
      LpJsonPlace at = LP_JSON_MEMBER (place, names[i]);
      if (!g_hash_table_contains (graph->ids, ends[i]))
        return lp_json_fail (&at, LP_READ_ERROR_REFERENCE, error, _("there is no node “%s”"), ends[i]);
    }
  g_ptr_array_add (graph->connections, lp_connection_new (id, "traffic", ends[0], ends[1]));
  return TRUE;
}

typedef gboolean (*ReadItem) (Graph *graph, JsonObject *object, const LpJsonPlace *place, GError **error);

static gboolean
read_list (
    Graph *graph, JsonObject *root, const LpJsonPlace *top, const char *key, ReadItem read, GError **error)
{
  JsonArray *list = NULL;
  if (!lp_json_get_array (root, top, key, TRUE, &list, error))
    return FALSE;
  LpJsonPlace place = LP_JSON_MEMBER (top, key);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      LpJsonPlace item = LP_JSON_ITEM (&place, i);
      JsonObject *object = lp_json_as_object (json_array_get_element (list, i), &item, error);
      if (object == NULL || !read (graph, object, &item, error))
        return FALSE;
    }
  return TRUE;
}

/* Every parent is there, and none stands in itself. */
static gboolean
check_parents (const Graph *graph, const LpJsonPlace *top, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = graph->components->len;
  for (guint i = 0; i < n; i++)
    {
      LpComponent *component = g_ptr_array_index (graph->components, i);
      g_hash_table_insert (by_id, component->id, component);
    }
  LpJsonPlace nodes = LP_JSON_MEMBER (top, "nodes");
  for (guint i = 0; i < n; i++)
    {
      LpJsonPlace place = LP_JSON_ITEM (&nodes, i);
      const LpComponent *at = g_ptr_array_index (graph->components, i);
      for (guint depth = 0; at->in != NULL; depth++)
        {
          const LpComponent *up = g_hash_table_lookup (by_id, at->in);
          if (up == NULL)
            return lp_json_fail (&place, LP_READ_ERROR_REFERENCE, error, _("there is no node “%s”"), at->in);
          if (depth == 64)
            return lp_json_fail (&place, LP_READ_ERROR_DEPTH, error,
                                 _("it stands in itself, or more than 64 deep"));
          at = up;
        }
    }
  return TRUE;
}

LpDesign *
lp_layout_graph_read (GBytes *bytes, const char *file, GError **error)
{
  g_autoptr (LpJsonText) text = lp_json_text_new (bytes, file, LP_JSON_LIMITS_DEFAULT, error);
  LpJsonPlace top = LP_JSON_ROOT (text);
  JsonObject *root = text != NULL ? lp_json_as_object (lp_json_text_get_root (text), &top, error) : NULL;
  if (root == NULL)
    return NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) components = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_component_unref);
  g_autoptr (GPtrArray) connections = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_connection_unref);
  Graph graph = { ids, components, connections };
  if (!read_list (&graph, root, &top, "nodes", read_node, error)
      || !read_list (&graph, root, &top, "edges", read_edge, error) || !check_parents (&graph, &top, error))
    return NULL;
  return lp_design_new (lp_header_new (), g_steal_pointer (&components), g_steal_pointer (&connections));
}

#include "ui/canvas/ghost.h"

#define MAX_COMPONENTS 400

/* Appends the component and all that it contains. FALSE where there are too many. */
static gboolean
collect (const LpDesign *design, guint component, GArray *members)
{
  if (members->len >= MAX_COMPONENTS)
    return FALSE;
  g_array_append_val (members, component);
  LpIndices children = lp_design_get_children (design, component);
  for (guint i = 0; i < children.n; i++)
    if (!collect (design, children.items[i], members))
      return FALSE;
  return TRUE;
}

static LpComponent *
copy_placed (const LpScene *scene, guint component, gboolean is_root)
{
  LpDesign *design = lp_scene_get_design ((LpScene *) scene);
  const LpPlacement *placement = lp_scene_get_placement (scene);
  LpRect rect = placement->rect[component];
  LpPoint at = { rect.x, rect.y };
  LpComponent *copy = lp_component_copy (lp_design_get_component (design, component));

  if (is_root)
    lp_component_set_in (copy, NULL);
  else
    {
      LpRect parent = placement->rect[lp_design_get_parent (design, component)];
      at = (LpPoint){ rect.x - parent.x, rect.y - parent.y };
    }
  lp_component_set_at (copy, at);
  if (placement->is_frame[component])
    lp_component_set_size (copy, rect.w, rect.h);
  return copy;
}

static GPtrArray *
inner_connections (const LpDesign *design, GHashTable *ids)
{
  GPtrArray *inner = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_connection_unref);

  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    {
      const LpConnection *connection = lp_design_get_connection (design, i);
      if (g_hash_table_contains (ids, connection->from) && g_hash_table_contains (ids, connection->to))
        g_ptr_array_add (inner, lp_connection_ref ((LpConnection *) connection));
    }
  return inner;
}

static LpScene *
draw (const LpCatalogue *catalogue, GPtrArray *components, GPtrArray *connections)
{
  g_autoptr (LpDesign) design = lp_design_new (lp_header_new (), components, connections);

  return lp_scene_new (design, catalogue, NULL, (LpSceneOptions){ 0 });
}

LpScene *
lp_ghost_new (const LpScene *scene, const LpCatalogue *catalogue, const GArray *roots)
{
  LpDesign *design = lp_scene_get_design ((LpScene *) scene);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < roots->len; i++)
    if (!collect (design, g_array_index (roots, guint, i), members))
      return NULL;
  GPtrArray *components = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_component_unref);
  for (guint i = 0; i < members->len; i++)
    {
      guint component = g_array_index (members, guint, i);
      const LpComponent *original = lp_design_get_component (design, component);
      guint parent = lp_design_get_parent (design, component);
      gboolean is_root
          = parent == LP_NONE || !g_hash_table_contains (ids, lp_design_get_component (design, parent)->id);
      g_hash_table_add (ids, original->id);
      g_ptr_array_add (components, copy_placed (scene, component, is_root));
    }
  return draw (catalogue, components, inner_connections (design, ids));
}

LpScene *
lp_ghost_new_for_kind (const LpCatalogue *catalogue, const char *kind)
{
  GPtrArray *components = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_component_unref);
  const LpKind *known = lp_catalogue_find (catalogue, kind);
  LpComponent *component = lp_component_new (kind, kind);

  if (known != NULL)
    lp_component_set_label (component, lp_text (&known->name));
  lp_component_set_at (component, (LpPoint){ -24, -24 });
  if (known != NULL && known->is_container)
    {
      lp_component_set_at (component, (LpPoint){ -144, -104 });
      lp_component_set_size (component, 288, 208);
    }
  g_ptr_array_add (components, component);
  return draw (catalogue, components, g_ptr_array_new_with_free_func ((GDestroyNotify) lp_connection_unref));
}

#include "ui/canvas/ghost.h"

#include "scene/annotation-shape.h"

static LpScene *
draw (const LpCatalogue *catalogue, GPtrArray *components, GPtrArray *connections)
{
  g_autoptr (LpDesign) design = lp_design_new (lp_header_new (), components, connections);

  return lp_scene_new (design, catalogue, NULL, (LpSceneOptions){ 0 });
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
  if (known != NULL && lp_kind_is_annotation (known))
    {
      double width, height;
      lp_component_set_label (component, NULL);
      lp_annotation_measure (component, known, &width, &height);
      lp_component_set_at (component, (LpPoint){ -width / 2, -height / 2 });
    }
  if (known != NULL && known->is_container)
    {
      lp_component_set_at (component, (LpPoint){ -144, -104 });
      lp_component_set_size (component, 288, 208);
    }
  g_ptr_array_add (components, component);
  return draw (catalogue, components, g_ptr_array_new_with_free_func ((GDestroyNotify) lp_connection_unref));
}

#include "ui/canvas/moving.h"

static void
collect (LpMoving *self, const LpDesign *design, guint component)
{
  LpIndices children = lp_design_get_children (design, component);

  self->n += !self->components[component];
  self->components[component] = 1;
  for (guint i = 0; i < children.n; i++)
    collect (self, design, children.items[i]);
}

static void
find_connections (LpMoving *self, const LpDesign *design)
{
  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    self->connections[i] = self->components[lp_design_get_source (design, i)]
                           && self->components[lp_design_get_target (design, i)];
}

static void
find_others (LpMoving *self, const LpScene *scene)
{
  const LpDrawList *list = lp_scene_get_list (scene);

  self->others = lp_scene_mask (scene, self->components, self->connections);
  for (guint i = 0; i < lp_draw_list_get_size (list); i++)
    {
      const LpDrawItem *item = lp_draw_list_get (list, i);
      if (self->others[i] && item->kind != LP_DRAW_BEGIN && item->kind != LP_DRAW_END)
        self->bounds = lp_rect_union (self->bounds, item->bounds);
      self->others[i] = !self->others[i];
    }
}

LpMoving *
lp_moving_new (const LpScene *scene, const GArray *roots)
{
  LpMoving *self = g_new0 (LpMoving, 1);
  const LpDesign *design = lp_scene_get_design ((LpScene *) scene);

  self->components = g_new0 (guint8, lp_design_get_n_components (design) + 1);
  self->connections = g_new0 (guint8, lp_design_get_n_connections (design) + 1);
  self->extents = g_array_new (FALSE, FALSE, sizeof (LpRect));
  for (guint i = 0; i < roots->len; i++)
    {
      guint root = g_array_index (roots, guint, i);
      collect (self, design, root);
      g_array_append_val (self->extents, lp_scene_get_placement (scene)->extent[root]);
    }
  find_connections (self, design);
  find_others (self, scene);
  return self;
}

void
lp_moving_free (LpMoving *moving)
{
  g_free (moving->components);
  g_free (moving->connections);
  g_free (moving->others);
  g_array_unref (moving->extents);
  g_free (moving);
}

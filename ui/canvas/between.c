#include "ui/canvas/between.h"

#define MOST 300

static double
mix (double from, double to, double share)
{
  return from + (to - from) * share;
}

static LpRect
rect_between (const LpScene *from, const LpScene *to, guint component, double share)
{
  const LpComponent *record = lp_design_get_component (lp_scene_get_design (to), component);
  LpRect is = lp_scene_get_placement (to)->rect[component];
  guint before = lp_design_find (lp_scene_get_design (from), record->id);

  if (before == LP_NONE)
    return is;
  LpRect was = lp_scene_get_placement (from)->rect[before];
  return (LpRect){ mix (was.x, is.x, share), mix (was.y, is.y, share), mix (was.w, is.w, share),
                   mix (was.h, is.h, share) };
}

static LpComponent *
copy_between (const LpScene *from, const LpScene *to, guint component, double share)
{
  LpDesign *design = lp_scene_get_design (to);
  const LpPlacement *placement = lp_scene_get_placement (to);
  LpComponent *copy = lp_component_copy (lp_design_get_component (design, component));
  LpRect rect = rect_between (from, to, component, share), around = { 0, 0, 0, 0 };
  guint parent = lp_design_get_parent (design, component);
  LpPoint inset = { 0, 0 };

  if (parent != LP_NONE)
    around = rect_between (from, to, parent, share);
  if (!placement->is_frame[component])
    inset = (LpPoint){ placement->rect[component].x - placement->origin[component].x,
                       placement->rect[component].y - placement->origin[component].y };
  lp_component_set_at (copy, (LpPoint){ rect.x - around.x - inset.x, rect.y - around.y - inset.y });
  if (placement->is_frame[component])
    lp_component_set_size (copy, rect.w, rect.h);
  return copy;
}

LpScene *
lp_between_new (const LpScene *from, const LpScene *to, const LpCatalogue *catalogue, double share)
{
  LpDesign *design = lp_scene_get_design (to);
  GPtrArray *components = g_ptr_array_new ();

  for (guint i = 0; i < lp_design_get_n_components (design); i++)
    g_ptr_array_add (components, copy_between (from, to, i, share));
  g_autoptr (LpDesign) between = lp_design_new (lp_header_new (), components, g_ptr_array_new ());
  return lp_scene_new (between, catalogue, NULL, (LpSceneOptions){ 0 });
}

gboolean
lp_between_is_worth_it (const LpScene *from, const LpScene *to)
{
  guint n = lp_design_get_n_components (lp_scene_get_design (to));

  if (n > MOST)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      LpRect was = rect_between (from, to, i, 0), is = rect_between (from, to, i, 1);
      if (was.x != is.x || was.y != is.y || was.w != is.w || was.h != is.h)
        return TRUE;
    }
  return FALSE;
}

#include "ui/canvas/handles.h"

#include <math.h>

#include "scene/annotation-shape.h"
#include "scene/label.h"

/* In units: arrowheads end here, and connection handles stand outside of them. */
#define ARROW 12.0
/* In pixels: how far they stand off from there, and how near the pointer must come to any handle. */
#define STAND_OFF 8.0
#define REACH 8.0
/* In units: from a frame's corner to the handle that collapses it; in pixels: a smaller frame has none. */
#define FOLD_INSET 13.0
#define LEAST_FOLDED 56.0

static const LpEdges RESIZE_EDGES[LP_N_RESIZE_HANDLES] = {
  LP_EDGE_LEFT | LP_EDGE_TOP,  LP_EDGE_TOP,    LP_EDGE_RIGHT | LP_EDGE_TOP,   LP_EDGE_RIGHT,
  LP_EDGE_RIGHT | LP_EDGE_BOTTOM, LP_EDGE_BOTTOM, LP_EDGE_LEFT | LP_EDGE_BOTTOM, LP_EDGE_LEFT,
};

static gboolean
is_near (LpStage *stage, LpPoint a, LpPoint b)
{
  double reach = lp_stage_units (stage, REACH);

  return fabs (a.x - b.x) <= reach && fabs (a.y - b.y) <= reach;
}

guint
lp_handles_get_selected (LpStage *stage)
{
  const char *id = lp_selection_get_single (stage->selection);

  return id != NULL ? lp_design_find (lp_stage_get_design (stage), id) : LP_NONE;
}

guint
lp_handles_get_resized (LpStage *stage)
{
  guint selected = lp_handles_get_selected (stage);

  const LpComponent *component
      = selected != LP_NONE ? lp_design_get_component (lp_stage_get_design (stage), selected) : NULL;

  return component != NULL && !component->locked
                 && (lp_scene_get_placement (stage->scene)->is_frame[selected]
                     || lp_kind_is_annotation (lp_kind_of (stage->catalogue, component)))
             ? selected
             : LP_NONE;
}

/* --- collapsing -------------------------------------------------------------------------------------- */

gboolean
lp_handles_get_fold (LpStage *stage, guint component, LpPoint *at)
{
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  const LpDesign *design = lp_stage_get_design (stage);
  LpRect rect = placement->rect[component];

  if (!placement->is_frame[component])
    {
      guint n_held = lp_fold_get_n_held (lp_scene_get_fold (stage->scene), component);
      *at = lp_rect_centre (lp_scene_fold_badge (rect, n_held));
      return lp_design_get_component (design, component)->collapsed && n_held > 0;
    }
  double chips = LP_FRAME_CHIP * lp_design_get_spanned_by (design, component).n;
  *at = (LpPoint){ rect.x + rect.w - FOLD_INSET - chips, rect.y + FOLD_INSET };
  return lp_design_get_children (design, component).n > 0 && rect.w > lp_stage_units (stage, LEAST_FOLDED)
         && rect.h > lp_stage_units (stage, LEAST_FOLDED);
}

guint
lp_handles_find_fold (LpStage *stage, LpPoint at)
{
  guint shown[] = { lp_handles_get_selected (stage), stage->hovered_frame, LP_NONE };
  LpHit hit = lp_stage_pick (stage, at);
  LpPoint handle;

  if (hit.part == LP_PART_COMPONENT)
    shown[2] = hit.index;
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    if (shown[i] != LP_NONE && lp_handles_get_fold (stage, shown[i], &handle) && is_near (stage, at, handle))
      return shown[i];
  return LP_NONE;
}

/* --- resizing ---------------------------------------------------------------------------------------- */

LpPoint
lp_handles_get_resize (LpStage *stage, guint container, guint handle)
{
  LpRect r = lp_scene_get_placement (stage->scene)->rect[container];
  LpEdges edges = RESIZE_EDGES[handle];
  LpPoint at = lp_rect_centre (r);

  if (edges & LP_EDGE_LEFT)
    at.x = r.x;
  if (edges & LP_EDGE_RIGHT)
    at.x = r.x + r.w;
  if (edges & LP_EDGE_TOP)
    at.y = r.y;
  if (edges & LP_EDGE_BOTTOM)
    at.y = r.y + r.h;
  return at;
}

gboolean
lp_handles_is_covered (LpStage *stage, guint container, guint handle)
{
  return lp_part_is_mark (lp_stage_pick (stage, lp_handles_get_resize (stage, container, handle)).part);
}

LpEdges
lp_handles_find_resize (LpStage *stage, LpPoint at)
{
  guint container = lp_handles_get_resized (stage);

  if (container == LP_NONE)
    return LP_EDGE_NONE;
  for (guint i = 0; i < LP_N_RESIZE_HANDLES; i++)
    if (is_near (stage, at, lp_handles_get_resize (stage, container, i))
        && !lp_handles_is_covered (stage, container, i))
      return RESIZE_EDGES[i];
  return LP_EDGE_NONE;
}

/* The name of what it stands in stays readable: the handle moves aside, along the edge. */
static LpPoint
beside_name (LpStage *stage, guint component, LpPoint at)
{
  const LpDesign *design = lp_stage_get_design (stage);
  guint container = lp_design_get_parent (design, component);
  double reach = lp_stage_units (stage, REACH);

  if (container == LP_NONE)
    return at;
  LpRect edge = lp_scene_get_placement (stage->scene)->rect[component];
  LpRect frame = lp_scene_get_placement (stage->scene)->rect[container];
  if (at.y - reach > frame.y + LP_FRAME_HEADER)
    return at;
  LpFrameName name;
  lp_frame_name_init (&name, design, container, lp_kind_of (stage->catalogue, lp_design_get_component (design, container)),
                      frame.w);
  double left = frame.x + name.x - reach, right = frame.x + name.x + name.width + reach;
  lp_frame_name_clear (&name);
  if (at.x <= left || at.x >= right)
    return at;
  at.x = right <= edge.x + edge.w ? right : left >= edge.x ? left : at.x;
  return at;
}

LpPoint
lp_handles_get_connect (LpStage *stage, guint component, guint handle)
{
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  LpRect r = placement->rect[component];
  double off = ARROW + lp_stage_units (stage, STAND_OFF);
  LpPoint middle = lp_rect_centre (r);

  switch (handle)
    {
    case 0:
      return (LpPoint){ r.x - off, middle.y };
    case 1:
      return (LpPoint){ r.x + r.w + off, middle.y };
    case 2:
      return beside_name (stage, component, (LpPoint){ middle.x, r.y - off });
    default:
      {
        /* Below the label. */
        LpRect extent = placement->extent[component];
        return (LpPoint){ middle.x, extent.y + extent.h + off };
      }
    }
}

static gboolean
has_connect_handle (LpStage *stage, guint component, LpPoint at)
{
  for (guint i = 0; component != LP_NONE && i < LP_N_CONNECT_HANDLES; i++)
    if (is_near (stage, at, lp_handles_get_connect (stage, component, i)))
      return TRUE;
  return FALSE;
}

guint
lp_handles_find_connect (LpStage *stage, LpPoint at)
{
  guint selected = lp_handles_get_selected (stage);

  if (has_connect_handle (stage, selected, at))
    return selected;
  return has_connect_handle (stage, stage->hovered, at) ? stage->hovered : LP_NONE;
}

static gboolean
is_on_middle (LpStage *stage, guint component, LpPoint at)
{
  double near = lp_stage_units (stage, REACH / 2);

  for (guint i = 0; component != LP_NONE && i < LP_N_CONNECT_HANDLES; i++)
    {
      LpPoint handle = lp_handles_get_connect (stage, component, i);
      if (fabs (handle.x - at.x) <= near && fabs (handle.y - at.y) <= near)
        return TRUE;
    }
  return FALSE;
}

gboolean
lp_handles_is_on_connect (LpStage *stage, LpPoint at)
{
  return is_on_middle (stage, lp_handles_get_selected (stage), at) || is_on_middle (stage, stage->hovered, at);
}

guint
lp_handles_find_hovered (LpStage *stage, LpPoint at)
{
  if (stage->hovered != LP_NONE)
    {
      LpRect extent = lp_scene_get_placement (stage->scene)->extent[stage->hovered];
      if (lp_rect_contains (lp_rect_grow (extent, ARROW + lp_stage_units (stage, STAND_OFF + REACH)), at))
        {
          LpHit inner = lp_stage_pick (stage, at);
          if (inner.part != LP_PART_COMPONENT)
            return stage->hovered;
        }
    }
  LpHit hit = lp_stage_pick (stage, at);
  return hit.part == LP_PART_COMPONENT ? hit.index : LP_NONE;
}

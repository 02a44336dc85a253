#include "ui/canvas/handles.h"
#include "ui/canvas/link.h"
#include "ui/canvas/tool.h"

typedef struct
{
  LpGesture base;
  guint from;
  guint to; /* under the pointer, or LP_NONE */
} Connect;

static LpGesture *
connect_press (LpStage *stage, LpPoint at, LpModifiers modifiers)
{
  guint from = lp_handles_find_connect (stage, at);

  if (from == LP_NONE)
    return NULL;
  Connect *connect = g_new0 (Connect, 1);
  connect->from = from;
  connect->to = LP_NONE;
  return &connect->base;
}

/* A component, or a container where the pointer is on its border, its name or its inside; but not the one that
 * the source itself stands in, for which nearly every pointer's way would be a target. */
static guint
find_end (Connect *connect, LpStage *stage, LpPoint at)
{
  LpHit hit = lp_stage_pick (stage, at);

  if (hit.part == LP_PART_COMPONENT)
    return hit.index;
  if (hit.part == LP_PART_FRAME && !lp_design_is_within (lp_stage_get_design (stage), connect->from, hit.index))
    return hit.index;
  return LP_NONE;
}

static void
connect_drag (LpGesture *gesture, LpStage *stage, LpPoint at, LpModifiers modifiers)
{
  Connect *connect = (Connect *) gesture;
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  LpOverlay *overlay = &stage->overlay;

  connect->to = find_end (connect, stage, at);
  overlay->has_line = TRUE;
  overlay->line_from = lp_rect_centre (placement->rect[connect->from]);
  overlay->line_to = at;
  overlay->line_target = (LpRect){ 0, 0, 0, 0 };
  overlay->refused = FALSE;
  char *hint = NULL;
  if (connect->to != LP_NONE && connect->to != connect->from)
    {
      const LpConnectionKind *kind = lp_link_find_kind (stage, connect->from, connect->to);
      overlay->line_target = placement->rect[connect->to];
      overlay->refused = kind == NULL;
      hint = kind != NULL ? g_strdup (lp_text (&kind->name)) : lp_link_refusal (stage, connect->from, connect->to);
    }
  lp_overlay_set_hint (overlay, hint, at);
}

static void
connect_release (LpGesture *gesture, LpStage *stage, LpPoint at, LpModifiers modifiers)
{
  Connect *connect = (Connect *) gesture;

  connect->to = find_end (connect, stage, at);
  if (connect->to != LP_NONE && connect->to != connect->from)
    lp_link_make (stage, connect->from, connect->to);
}

static const char *
connect_cursor (LpStage *stage, LpPoint at)
{
  return lp_handles_find_connect (stage, at) != LP_NONE ? "crosshair" : NULL;
}

const LpTool lp_tool_connect = {
  .id = "connect",
  .press = connect_press,
  .drag = connect_drag,
  .release = connect_release,
  .free = (void (*) (LpGesture *)) g_free,
  .cursor = connect_cursor,
};

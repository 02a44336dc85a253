#include "ui/canvas/handles.h"
#include "ui/canvas/link.h"
#include "ui/canvas/tool.h"

#include <glib/gi18n.h>
#include <math.h>

/* In pixels: how near to its edge a container is meant itself, and not the room in it; and how far a line is drawn
 * before it asks for something new to end at. */
#define BORDER 10.0
#define LEAST_LENGTH 24.0

typedef struct
{
  LpGesture base;
  LpPoint pressed;
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
  connect->pressed = at;
  connect->from = from;
  connect->to = LP_NONE;
  return &connect->base;
}

static gboolean
is_on_border (LpStage *stage, guint container, LpPoint at)
{
  LpRect rect = lp_scene_get_placement (stage->scene)->rect[container];
  LpRect inside = lp_rect_grow (rect, -lp_stage_units (stage, BORDER));

  inside.y += LP_FRAME_HEADER;
  inside.h -= LP_FRAME_HEADER;
  return !lp_rect_contains (inside, at);
}

/* A component, or a container where the pointer is on its border or its name; but not the one that the source itself
 * stands in, which nearly every pointer's way crosses. */
static guint
find_end (Connect *connect, LpStage *stage, LpPoint at)
{
  LpHit hit = lp_stage_pick (stage, at);

  if (hit.part == LP_PART_COMPONENT)
    return hit.index;
  if (hit.part == LP_PART_FRAME && !lp_design_is_within (lp_stage_get_design (stage), connect->from, hit.index)
      && is_on_border (stage, hit.index, at))
    return hit.index;
  return LP_NONE;
}

/* Where something new could stand. */
static gboolean
is_free_end (Connect *connect, LpStage *stage, LpPoint at)
{
  LpHit hit = lp_stage_pick (stage, at);

  return connect->to == LP_NONE && !lp_part_is_mark (hit.part)
         && hypot (at.x - connect->pressed.x, at.y - connect->pressed.y) >= lp_stage_units (stage, LEAST_LENGTH);
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
  else if (is_free_end (connect, stage, at))
    hint = g_strdup (_("A new component here"));
  lp_overlay_set_hint (overlay, hint, at);
}

static void
connect_release (LpGesture *gesture, LpStage *stage, LpPoint at, LpModifiers modifiers)
{
  Connect *connect = (Connect *) gesture;

  connect->to = find_end (connect, stage, at);
  if (connect->to != LP_NONE && connect->to != connect->from)
    lp_link_make (stage, connect->from, connect->to);
  else if (is_free_end (connect, stage, at))
    lp_stage_want_next (stage, connect->from, at);
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

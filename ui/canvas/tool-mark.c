#include "ui/canvas/handles.h"
#include "ui/canvas/tool.h"

typedef struct
{
  LpGesture base;
  guint finding;
} Mark;

static LpGesture *
mark_press (LpStage *stage, LpPoint at, LpModifiers modifiers)
{
  LpHit hit = lp_stage_pick (stage, at);

  if (hit.part != LP_PART_MARK || lp_handles_is_on_connect (stage, at))
    return NULL;
  Mark *mark = g_new0 (Mark, 1);
  mark->finding = hit.index;
  return &mark->base;
}

static void
mark_release (LpGesture *gesture, LpStage *stage, LpPoint at, LpModifiers modifiers)
{
  LpHit hit = lp_stage_pick (stage, at);
  guint finding = ((Mark *) gesture)->finding;

  if (hit.part == LP_PART_MARK && hit.index == finding)
    g_signal_emit_by_name (stage, "mark-activated", finding);
}

static const char *
mark_cursor (LpStage *stage, LpPoint at)
{
  return lp_stage_pick (stage, at).part == LP_PART_MARK && !lp_handles_is_on_connect (stage, at) ? "pointer" : NULL;
}

const LpTool lp_tool_mark = {
  .id = "mark",
  .press = mark_press,
  .release = mark_release,
  .free = (void (*) (LpGesture *)) g_free,
  .cursor = mark_cursor,
};

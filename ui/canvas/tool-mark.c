#include "ui/canvas/handles.h"
#include "ui/canvas/tool.h"

typedef struct
{
  LpGesture base;
  LpHit pressed;
} Mark;

/* Of the comment of a pin: what it stands at. */
static const char *
find_host (LpStage *stage, guint number)
{
  const LpFold *fold = lp_scene_get_fold (stage->scene);
  const LpComment *comment = g_ptr_array_index (lp_design_get_header (fold->whole)->comments, number);
  LpDesign *shown = lp_scene_get_design (stage->scene);
  const char *id = comment->pin.component != NULL ? comment->pin.component : comment->pin.connection;
  LpSceneHost host = lp_scene_find_host (fold, id);

  if (host.component != LP_NONE)
    return lp_design_get_component (shown, host.component)->id;
  return host.connection != LP_NONE ? lp_design_get_connection (shown, host.connection)->id : NULL;
}

/* What is said is said of something: that is selected too. */
static void
activate_comment (LpStage *stage, guint number)
{
  const LpHeader *header = lp_design_get_header (lp_scene_get_fold (stage->scene)->whole);
  const LpComment *comment = g_ptr_array_index (header->comments, number);
  g_autofree char *id = g_strdup (comment->id);

  lp_selection_set (stage->selection, find_host (stage, number));
  g_signal_emit_by_name (stage, "comment-activated", id);
}

static LpGesture *
mark_press (LpStage *stage, LpPoint at, LpModifiers modifiers)
{
  LpHit hit = lp_stage_pick (stage, at);

  if (!lp_part_is_mark (hit.part) || lp_handles_is_on_connect (stage, at))
    return NULL;
  Mark *mark = g_new0 (Mark, 1);
  mark->pressed = hit;
  return &mark->base;
}

static void
mark_release (LpGesture *gesture, LpStage *stage, LpPoint at, LpModifiers modifiers)
{
  LpHit hit = lp_stage_pick (stage, at);
  LpHit pressed = ((Mark *) gesture)->pressed;

  if (hit.part != pressed.part || hit.index != pressed.index)
    return;
  if (hit.part == LP_PART_COMMENT)
    activate_comment (stage, hit.index);
  else
    g_signal_emit_by_name (stage, "mark-activated", hit.index);
}

static const char *
mark_cursor (LpStage *stage, LpPoint at)
{
  return lp_part_is_mark (lp_stage_pick (stage, at).part) && !lp_handles_is_on_connect (stage, at) ? "pointer" : NULL;
}

const LpTool lp_tool_mark = {
  .id = "mark",
  .press = mark_press,
  .release = mark_release,
  .free = (void (*) (LpGesture *)) g_free,
  .cursor = mark_cursor,
};

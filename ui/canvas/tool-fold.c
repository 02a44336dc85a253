#include "ui/canvas/arrange.h"
#include "ui/canvas/handles.h"
#include "ui/canvas/tool.h"

typedef struct
{
  LpGesture base;
  guint container;
} Fold;

static LpGesture *
fold_press (LpStage *stage, LpPoint at, LpModifiers modifiers)
{
  guint container = lp_handles_find_fold (stage, at);

  if (container == LP_NONE)
    return NULL;
  Fold *fold = g_new0 (Fold, 1);
  fold->container = container;
  return &fold->base;
}

static void
fold_release (LpGesture *gesture, LpStage *stage, LpPoint at, LpModifiers modifiers)
{
  guint container = ((Fold *) gesture)->container;

  if (lp_handles_find_fold (stage, at) != container)
    return;
  g_autoptr (GArray) containers = g_array_new (FALSE, FALSE, sizeof (guint));
  const LpComponent *record = lp_design_get_component (lp_stage_get_design (stage), container);
  g_array_append_val (containers, container);
  lp_arrange_set_collapsed (stage, containers, !record->collapsed);
}

static const char *
fold_cursor (LpStage *stage, LpPoint at)
{
  return lp_handles_find_fold (stage, at) != LP_NONE ? "pointer" : NULL;
}

const LpTool lp_tool_fold = {
  .id = "fold",
  .press = fold_press,
  .release = fold_release,
  .free = (void (*) (LpGesture *)) g_free,
  .cursor = fold_cursor,
};
